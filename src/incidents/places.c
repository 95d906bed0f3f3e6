#include "incidents/places.h"

#include "base/map.h"

/* Chains of events: of an area, or of a station. */
typedef struct {
    int32_t event, next; /* -1: the last */
} link;

typedef struct {
    const cv_election *e;
    const cv_incidents *in;
    cv_event_facts *out;
    cv_map by_name;        /* the first area of a name                 */
    int32_t *next_of_name; /* [n_areas] the next area of the same name */
    int32_t *of_area, *of_station;
    link *link;
    int64_t n_links, cap_links;
    int32_t *seen; /* [n_events] the last form that was added to it    */
    int32_t *now;  /* [n_events] its entry for the present contest; -1 */
    int64_t *cap;  /* [n_events] of its touched contests               */
    cv_arena *keep, *work;
} places;

/* ---- names ---- */

static void index_areas(places *p)
{
    const cv_election *e = p->e;
    p->next_of_name = cv_new(p->work, int32_t, e->n_areas);
    for (int32_t i = e->n_areas - 1; i >= 0; i--) p->next_of_name[i] = -1;
    for (int32_t i = 0; i < e->n_areas; i++) {
        int32_t first = cv_map_add(&p->by_name, e->area[i].name, i, p->work);
        if (first == i) continue;
        p->next_of_name[i] = p->next_of_name[first];
        p->next_of_name[first] = i;
    }
}

static bool lies_in(const cv_election *e, int32_t area, cv_str name)
{
    for (int32_t i = e->area[area].parent.i; i >= 0; i = e->area[i].parent.i)
        if (cv_str_eq(e->area[i].name, name)) return true;
    return false;
}

/* The area that a name means; -1: none; -2: several. A name on its own is enough when there is
 * one; else what the place lies in must single one out. */
static int32_t area_named(const places *p, cv_str name, cv_str place_of)
{
    int32_t first = cv_map_get(&p->by_name, name), found = -1, n = 0;
    if (first < 0 || p->next_of_name[first] < 0) return first;
    for (int32_t i = first; i >= 0; i = p->next_of_name[i]) {
        if (!lies_in(p->e, i, place_of)) continue;
        found = i;
        n++;
    }
    return n == 1 ? found : -2;
}

static void chain(places *p, int32_t *head, int32_t event)
{
    cv_room(p->work, link, p->link, p->n_links, p->cap_links);
    p->link[p->n_links] = (link){event, *head};
    *head = (int32_t)p->n_links++;
}

/* The k-th of a list with ';' between; empty past its end. */
static cv_str part_of(cv_str list, int32_t k)
{
    while (list.n) {
        int64_t at = cv_str_find(list, CV_STR(";"), 0);
        if (k-- == 0) return cv_str_trim(cv_str_cut(list, 0, at < 0 ? list.n : at));
        list = at < 0 ? (cv_str){0} : cv_str_cut(list, at + 1, list.n);
    }
    return (cv_str){0};
}

static void match_areas(places *p, int32_t event)
{
    enum { MOST_PLACES = 64 };
    const cv_event *x = &p->in->event[event];
    cv_event_facts *f = &p->out[event];
    cv_area_ix *area = cv_new(p->keep, cv_area_ix, MOST_PLACES);
    f->area = area;
    for (int32_t k = 0; k < MOST_PLACES; k++) {
        cv_str name = part_of(x->place, k), of = part_of(x->place_of, k);
        if (!name.n) break;
        int32_t found = area_named(p, name, of.n ? of : part_of(x->place_of, 0));
        if (found == -2) f->match = CV_MATCH_SEVERAL;
        if (found < 0) continue;
        area[f->n_areas++] = (cv_area_ix){found};
        chain(p, &p->of_area[found], event);
    }
    if (f->n_areas) f->match = CV_MATCH_AREA;
}

static void match_events(places *p)
{
    p->of_area = cv_new(p->work, int32_t, p->e->n_areas);
    p->of_station = cv_new(p->work, int32_t, p->e->n_stations);
    for (int32_t i = 0; i < p->e->n_areas; i++) p->of_area[i] = -1;
    for (int32_t i = 0; i < p->e->n_stations; i++) p->of_station[i] = -1;
    for (int32_t i = 0; i < p->in->n_events; i++) {
        const cv_event *x = &p->in->event[i];
        for (int32_t k = 0; k < x->n_stations; k++) chain(p, &p->of_station[x->station[k].i], i);
        if (x->n_stations)
            p->out[i].match = CV_MATCH_STATION;
        else
            match_areas(p, i);
    }
}

/* ---- stations and forms ---- */

/* Calls for every event that touched the station, once. `stamp` is another number each time. */
static void each_event(places *p, int32_t station, int32_t stamp,
                       void (*add)(places *p, int32_t event, const void *what), const void *what)
{
    int32_t head = p->of_station[station], area = p->e->station[station].area.i;
    for (;;) {
        for (int32_t l = head; l >= 0; l = p->link[l].next) {
            int32_t event = p->link[l].event;
            if (p->seen[event] == stamp) continue;
            p->seen[event] = stamp;
            add(p, event, what);
        }
        if (area < 0) return;
        head = p->of_area[area];
        area = p->e->area[area].parent.i;
    }
}

static void add_station(places *p, int32_t event, const void *what)
{
    (void)what;
    p->out[event].n_stations++;
}

typedef struct {
    int32_t contest, row;
} form;

static cv_touched_contest *entry_of(places *p, int32_t event, int32_t contest,
                                    cv_touched_contest **touched)
{
    cv_event_facts *f = &p->out[event];
    if (p->now[event] >= 0) return &touched[event][p->now[event]];
    int64_t n = f->n_touched;
    cv_room(p->keep, cv_touched_contest, touched[event], n, p->cap[event]);
    f->touched = touched[event];
    p->now[event] = f->n_touched++;
    touched[event][n] = (cv_touched_contest){
        .contest = {contest}, .votes = cv_new(p->keep, cv_count, p->e->contest[contest].n_options)};
    return &touched[event][n];
}

typedef struct {
    form at;
    cv_touched_contest **touched;
} form_job;

static void add_form(places *p, int32_t event, const void *what)
{
    const form_job *job = what;
    const cv_forms *forms = &p->e->forms[job->at.contest];
    cv_touched_contest *t = entry_of(p, event, job->at.contest, job->touched);
    cv_cell sum = forms->derived[CV_D_SUM][job->at.row];
    t->n_forms++;
    if (forms->state[job->at.row] != CV_FORM_COUNTED || sum < 0) {
        t->n_unknown++;
        return;
    }
    for (int32_t o = 0; o < p->e->contest[job->at.contest].n_options; o++) {
        cv_cell votes = forms->votes[o][job->at.row];
        if (votes < 0) continue;
        t->votes[o] += votes;
        t->ballots += votes;
    }
}

static void add_forms(places *p)
{
    int32_t stamp = p->e->n_stations;
    cv_touched_contest **touched = cv_new(p->work, cv_touched_contest *, p->in->n_events);
    for (int32_t c = 0; c < p->e->n_contests; c++) {
        const cv_forms *forms = &p->e->forms[c];
        for (int32_t i = 0; i < p->in->n_events; i++) p->now[i] = -1;
        for (int32_t row = 0; row < forms->n; row++) {
            form_job job = {
                {c, row},
                touched
            };
            if (!cv_form_is_live(forms->state[row])) continue;
            each_event(p, forms->station[row].i, ++stamp, add_form, &job);
        }
    }
}

void cv_incident_places(cv_event_facts *out, const cv_election *e, cv_arena *keep, cv_arena scratch)
{
    const cv_incidents *in = e->incidents;
    places p = {.e = e, .in = in, .out = out, .keep = keep, .work = &scratch};
    index_areas(&p);
    match_events(&p);
    if (!p.n_links) return;
    p.seen = cv_new(&scratch, int32_t, in->n_events);
    p.now = cv_new(&scratch, int32_t, in->n_events);
    p.cap = cv_new(&scratch, int64_t, in->n_events);
    for (int32_t i = 0; i < in->n_events; i++) p.seen[i] = -1;
    for (int32_t i = 0; i < e->n_stations; i++) each_event(&p, i, i, add_station, NULL);
    add_forms(&p);
}

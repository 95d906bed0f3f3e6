#include "report/extract.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "model/geo.h"
#include "model/rule_info.h"

/* How much speaks for a station being in the page. */
enum { RANK_OTHER, RANK_FOUND, RANK_NAMED, N_RANKS };

typedef struct {
    const cv_report *report;
    const cv_election *election;
    const cv_extract_limits *limits;
    uint8_t *rank;  /* [n_stations] */
    int64_t *bytes; /* [n_stations] of the station and its forms */
    bool *in;       /* [n_stations] */
} work;

/* ---- findings ---- */

typedef struct {
    int32_t severity;
    int32_t rule; /* row of CV_RULES + 1; 0: none of them */
    cv_count votes;
    int64_t finding;
} weighed;

static cv_count votes_at_stake(const cv_finding *f)
{
    bool limited = f->change == CV_CHANGE_NONE || f->change == CV_CHANGE_EXACT;
    if (limited) return f->contradicted;
    if (f->k == CV_BLANK) return f->cap == CV_BLANK ? INT64_MAX : f->cap;
    return f->k > f->contradicted ? f->k : f->contradicted;
}

static int by_weight(const void *left, const void *right)
{
    const weighed *a = left, *b = right;
    if (a->severity != b->severity) return a->severity > b->severity ? -1 : 1;
    if (a->votes != b->votes) return a->votes > b->votes ? -1 : 1;
    return (a->finding > b->finding) - (a->finding < b->finding);
}

/* What a rule may keep before the others take the rest: fewer where the rules are many and the room
 * small. */
static int64_t kept_of_each_rule(const work *w, const weighed *all, int64_t n)
{
    int64_t rules = 0;
    bool there[CV_N_RULES + 1] = {false};
    for (int64_t i = 0; i < n; i++) {
        bool *rule = &there[all[i].rule];
        rules += !*rule;
        *rule = true;
    }
    int64_t share = rules ? w->limits->findings / rules : 0;
    return share < w->limits->of_rule ? share : w->limits->of_rule;
}

/* `all` is in order: the first of each rule are its largest. A rule that finds much never hides one
 * that finds little. */
static void mark_findings(const work *w, const weighed *all, int64_t n, bool *in)
{
    int64_t least = kept_of_each_rule(w, all, n), room = w->limits->findings;
    int64_t kept[CV_N_RULES + 1] = {0};
    for (int64_t i = 0; i < n; i++) {
        in[i] = kept[all[i].rule]++ < least;
        room -= in[i];
    }
    for (int64_t i = 0; i < n && room > 0; i++) {
        room -= !in[i];
        in[i] = true;
    }
}

static void choose_findings(cv_extract *x, const work *w, cv_arena *keep, cv_arena scratch)
{
    const cv_check_result *check = w->report->review->check;
    weighed *all = cv_new(&scratch, weighed, check->n_findings);
    int64_t n = 0;
    for (int64_t i = 0; i < check->n_findings; i++) {
        const cv_finding *f = &check->finding[i];
        if (!cv_report_shows(w->report, f->contest.i)) continue;
        all[n++] = (weighed){(int32_t)f->severity, cv_rule_row(f->code) + 1, votes_at_stake(f), i};
    }
    qsort(all, (size_t)n, sizeof *all, by_weight);
    bool *in = cv_new(&scratch, bool, n);
    mark_findings(w, all, n, in);
    x->all_findings = n;
    int64_t *chosen = cv_new(keep, int64_t, n < w->limits->findings ? n : w->limits->findings);
    for (int64_t i = 0; i < n; i++)
        if (in[i]) chosen[x->n_findings++] = all[i].finding;
    x->finding = chosen;
}

/* ---- which stations are spoken of ---- */

static void raise(const work *w, cv_station_ix s, uint8_t rank)
{
    if (s.i >= 0 && w->rank[s.i] < rank) w->rank[s.i] = rank;
}

static void rank_contest(const work *w, int32_t c, int32_t n_listed)
{
    const cv_forms *f = &w->election->forms[c];
    const cv_sensitivity *s = &w->report->review->contest[c].sensitivity;
    for (int32_t i = 0; i < s->n_forms; i++)
        raise(w, s->form[i].station, i < n_listed ? RANK_NAMED : RANK_FOUND);
    for (int32_t i = 0; i < s->annulment.n_change && i < n_listed; i++)
        raise(w, f->station[s->annulment.row[i]], RANK_NAMED);
    for (int32_t i = 0; i < f->n; i++)
        if (f->state[i] == CV_FORM_AWAITED) raise(w, f->station[i], RANK_FOUND);
}

static void rank_stations(const work *w, const cv_extract *x)
{
    const cv_check_result *check = w->report->review->check;
    const cv_election *e = w->election;
    for (int64_t i = 0; i < x->n_findings; i++)
        raise(w, check->finding[x->finding[i]].station, RANK_NAMED);
    for (int64_t i = 0; i < check->n_findings; i++)
        if (cv_report_shows(w->report, check->finding[i].contest.i))
            raise(w, check->finding[i].station, RANK_FOUND);
    for (int32_t i = 0; i < e->n_decisions; i++)
        for (int32_t k = 0; k < e->decision[i].n_places; k++)
            raise(w, e->decision[i].place[k], RANK_NAMED);
    for (int32_t c = 0; c < e->n_contests; c++)
        if (cv_report_shows(w->report, c)) rank_contest(w, c, x->n_listed);
}

/* ---- what they take ---- */

static int32_t digits(int64_t n)
{
    int32_t k = 1;
    for (; n > 9; n /= 10) k++;
    return k;
}

/* A cell and its comma: a number, "null", or a letter in quotes. */
static void weigh_column(const work *w, const cv_forms *f, const cv_cell *cell)
{
    for (int32_t i = 0; i < f->n; i++)
        w->bytes[f->station[i].i] += cell[i] >= 0 ? digits(cell[i]) + 1 : 5;
}

static void weigh_forms(const work *w, int32_t c)
{
    enum { STATE = 12, COPY_AND_FILE = 6 };
    const cv_forms *f = &w->election->forms[c];
    for (int32_t i = 0; i < f->n; i++)
        w->bytes[f->station[i].i] +=
            STATE + COPY_AND_FILE + digits(f->station[i].i) + digits(f->line[i]) + 2;
    for (int32_t k = 0; k < f->n_fields; k++) weigh_column(w, f, f->cell[k]);
    for (int32_t k = 0; k < w->election->contest[c].n_options; k++) weigh_column(w, f, f->votes[k]);
}

static void weigh_stations(const work *w)
{
    enum { KIND = 13, CLOSED = 2, QUOTES = 6, DEGREES = 22 };
    const cv_election *e = w->election;
    for (int32_t s = 0; s < e->n_stations; s++)
        w->bytes[s] = e->station[s].code.n + e->station[s].name.n + digits(e->n_areas) + KIND +
                      CLOSED + QUOTES + DEGREES;
    for (int32_t c = 0; c < e->n_contests; c++)
        if (cv_report_shows(w->report, c)) weigh_forms(w, c);
}

/* ---- who goes in ---- */

static int64_t bytes_of_rank(const work *w, uint8_t rank)
{
    int64_t sum = 0;
    for (int32_t s = 0; s < w->election->n_stations; s++)
        if (w->rank[s] == rank) sum += w->bytes[s];
    return sum;
}

/* All of a rank where there is room for all, else those at equal distances. */
static void choose_stations(cv_extract *x, const work *w)
{
    int64_t room = w->limits->bytes;
    for (int32_t rank = N_RANKS - 1; rank >= 0; rank--) {
        int64_t wanted = bytes_of_rank(w, (uint8_t)rank);
        int64_t every = room <= 0 ? 0 : wanted <= room ? 1 : (wanted + room - 1) / room;
        int64_t n = 0, taken = 0;
        for (int32_t s = 0; every && s < w->election->n_stations; s++) {
            if (w->rank[s] != rank) continue;
            if (n++ % every || w->bytes[s] > room) continue;
            w->in[s] = true;
            room -= w->bytes[s];
            taken++;
        }
        x->every = taken || every == 1 ? (int32_t)every : 0;
        if (every != 1) room = 0;
    }
}

/* The numbers that the marked ones get, ascending; *of is the way back. */
static const int32_t *number(const bool *in, int32_t n, int32_t *n_in, const int32_t **of,
                             cv_arena *keep)
{
    int32_t *at = cv_new(keep, int32_t, n), *back = cv_new(keep, int32_t, n), k = 0;
    for (int32_t i = 0; i < n; i++) {
        at[i] = in[i] ? k : -1;
        if (in[i]) back[k++] = i;
    }
    *n_in = k;
    *of = back;
    return at;
}

static void number_areas(cv_extract *x, const work *w, cv_arena *keep, cv_arena scratch)
{
    const cv_election *e = w->election;
    bool *in = cv_new(&scratch, bool, e->n_areas);
    for (int32_t s = 0; s < e->n_stations; s++)
        if (w->in[s] && e->station[s].area.i >= 0) in[e->station[s].area.i] = true;
    for (int32_t c = 0; c < e->n_contests; c++)
        if (e->contest[c].area.i >= 0) in[e->contest[c].area.i] = true;
    for (int32_t i = 0; e->map && i < e->map->n; i++)
        if (e->map->shape[i].area.i >= 0) in[e->map->shape[i].area.i] = true;
    for (int32_t a = e->n_areas - 1; a >= 0; a--)
        if (in[a] && e->area[a].parent.i >= 0) in[e->area[a].parent.i] = true;
    x->area_at = number(in, e->n_areas, &x->n_areas, &x->area, keep);
}

static void number_forms(cv_extract *x, const work *w, cv_arena *keep)
{
    const cv_election *e = w->election;
    int32_t *n_forms = cv_new(keep, int32_t, e->n_contests);
    const int32_t **form_at = cv_new(keep, const int32_t *, e->n_contests);
    for (int32_t c = 0; c < e->n_contests; c++) {
        const cv_forms *f = &e->forms[c];
        int32_t *at = cv_new(keep, int32_t, f->n);
        for (int32_t i = 0; i < f->n; i++) at[i] = w->in[f->station[i].i] ? n_forms[c]++ : -1;
        form_at[c] = at;
    }
    x->n_forms = n_forms;
    x->form_at = form_at;
}

static int32_t list_limit(const work *w)
{
    enum { LEAST = 20 };
    int32_t n = w->election->n_contests;
    int64_t most = n ? w->limits->listed / n : 0;
    return (int32_t)(most > LEAST ? most : LEAST);
}

void cv_extract_make(cv_extract *out, const cv_report *r, const cv_extract_limits *limits,
                     cv_arena *keep, cv_arena scratch)
{
    const cv_election *e = r->review->election;
    work w = {.report = r, .election = e, .limits = limits};
    *out = (cv_extract){0};
    out->n_listed = list_limit(&w);
    out->n_refused = e->n_refused < limits->refused ? e->n_refused : limits->refused;
    choose_findings(out, &w, keep, scratch);
    w.rank = cv_new(&scratch, uint8_t, e->n_stations);
    w.bytes = cv_new(&scratch, int64_t, e->n_stations);
    w.in = cv_new(&scratch, bool, e->n_stations);
    rank_stations(&w, out);
    weigh_stations(&w);
    choose_stations(out, &w);
    out->station_at = number(w.in, e->n_stations, &out->n_stations, &out->station, keep);
    number_areas(out, &w, keep, scratch);
    number_forms(out, &w, keep);
}

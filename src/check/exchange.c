#include "check/exchange.h"

#include "num/real.h"

/* Methods.md, Lines that look exchanged: the limits and where they are from. */
enum { LEAST_VOTES = 2000, LEAST_FORMS = 6, TIMES = 4, LEAST_EXPECTED = 3 };
static const double least_gain = 13.8; /* ln 10^6 */

/* The sums of the surroundings, with every form of theirs. */
typedef struct {
    const cv_exchange_task *t;
    cv_count *votes; /* [n_groups × n_options] */
    cv_count *all;   /* [n_groups] over the options */
    int32_t *forms;  /* [n_groups] */
} surroundings;

static cv_count votes_at(const cv_exchange_task *t, int32_t option, int32_t row)
{
    return t->votes[option][row] > 0 ? t->votes[option][row] : 0;
}

static void add_form(surroundings *s, int32_t row, int32_t group)
{
    s->forms[group]++;
    for (int32_t o = 0; o < s->t->n_options; o++) {
        cv_count x = votes_at(s->t, o, row);
        s->votes[(int64_t)group * s->t->n_options + o] += x;
        s->all[group] += x;
    }
}

static surroundings add_up(const cv_exchange_task *t, cv_arena *work)
{
    surroundings s = {t, cv_new(work, cv_count, (int64_t)t->n_groups * t->n_options),
                      cv_new(work, cv_count, t->n_groups), cv_new(work, int32_t, t->n_groups)};
    for (int32_t i = 0; i < t->n; i++)
        for (int32_t g = t->group[i]; g >= 0; g = t->parent[g]) add_form(&s, i, g);
    return s;
}

/* One form against its surrounding. */
typedef struct {
    const surroundings *s;
    int32_t row, group;
    cv_count own, rest; /* votes at the form; of all others of the group */
} view;

static bool find_view(view *v, const surroundings *s, int32_t row)
{
    *v = (view){.s = s, .row = row, .group = s->t->group[row]};
    for (int32_t o = 0; o < s->t->n_options; o++) v->own += votes_at(s->t, o, row);
    for (; v->group >= 0; v->group = s->t->parent[v->group]) {
        v->rest = s->all[v->group] - v->own;
        if (v->rest >= LEAST_VOTES && s->forms[v->group] - 1 >= LEAST_FORMS) return true;
    }
    return false;
}

static double share_of(const view *v, int32_t option)
{
    const cv_exchange_task *t = v->s->t;
    cv_count others =
        v->s->votes[(int64_t)v->group * t->n_options + option] - votes_at(t, option, v->row);
    double share = (double)others / (double)v->rest, least = 0.5 / (double)v->rest;
    return share > least ? share : least;
}

/* Option i has many too many and j hardly any, and the other way round they would fit. */
static bool judge(cv_exchange *out, const view *v, int32_t i, int32_t j)
{
    cv_cell has = v->s->t->votes[i][v->row], other = v->s->t->votes[j][v->row];
    if (has < TIMES / 2 || other < 0 || has <= other) return false;
    double share_i = share_of(v, i), share_j = share_of(v, j);
    double expected = (double)v->own * share_i, of_other = (double)v->own * share_j;
    if (has < TIMES * (expected > 0.5 ? expected : 0.5)) return false;
    if (of_other < LEAST_EXPECTED || TIMES * (double)other > of_other) return false;
    double gain = (double)(has - other) * (cv_ln(share_j) - cv_ln(share_i));
    if (gain < least_gain) return false;
    *out = (cv_exchange){.contest = CV_NO_CONTEST,
                         .row = v->row,
                         .option = (int16_t)i,
                         .other = (int16_t)j,
                         .has = has,
                         .other_has = other,
                         .expected = expected,
                         .other_expected = of_other,
                         .gain = gain};
    return true;
}

void cv_exchange_lines(cv_exchange_found *out, const cv_exchange_task *t, cv_arena *keep,
                       cv_arena scratch)
{
    surroundings s = add_up(t, &scratch);
    cv_exchange_found found = {{0}, NULL};
    cv_exchange *list = NULL, one;
    int64_t n = 0, cap = 0;
    view v;
    for (int32_t row = 0; row < t->n; row++) {
        if (t->group[row] < 0 || !find_view(&v, &s, row)) continue;
        found.count.n_checked++;
        for (int32_t i = 0; i < t->n_options; i++) {
            for (int32_t apart = -CV_EXCHANGE_MIRRORS; apart <= CV_EXCHANGE_MIRRORS; apart++) {
                int32_t j = i + apart, size = apart < 0 ? -apart : apart;
                if (apart == 0 || j < 0 || j >= t->n_options || !judge(&one, &v, i, j)) continue;
                found.count.n[size - 1]++;
                if (size > 1) continue;
                cv_room(keep, cv_exchange, list, n, cap);
                list[n++] = one;
            }
        }
    }
    found.found = list;
    *out = found;
}

/* ---- the forms of a plan ---- */

/* With fewer there is no mirror, and nothing to say what scatter does. */
enum { LEAST_OPTIONS = CV_EXCHANGE_MIRRORS + 1 };

enum { WAYS = CV_STATION_ELECTRONIC + 1 };

/* Numbers of areas and ways of voting in this contest. */
typedef struct {
    cv_tray *s;
    int32_t *parent; /* [all areas and ways] */
    int32_t n;
} groups;

static int32_t number_of(groups *g, cv_area_ix area, cv_station_kind way, bool *is_new)
{
    int64_t at = ((int64_t)area.i + 1) * WAYS + way;
    cv_area_notes *notes = &g->s->areas;
    *is_new = notes->pass[at] != notes->now;
    if (*is_new) {
        notes->pass[at] = notes->now;
        notes->group[at] = g->n;
        g->parent[g->n++] = -1;
    }
    return notes->group[at];
}

/* With all areas around it. */
static int32_t group_of(groups *g, const cv_station *station)
{
    bool is_new;
    cv_area_ix area = station->area;
    int32_t own = number_of(g, area, station->kind, &is_new);
    for (int32_t at = own; is_new && area.i >= 0 && g->s->e->area[area.i].parent.i >= 0;) {
        area = g->s->e->area[area.i].parent;
        g->parent[at] = number_of(g, area, station->kind, &is_new);
        at = g->parent[at];
    }
    return own;
}

static void take_notes(cv_tray *s)
{
    if (!s->areas.pass) {
        int64_t n = ((int64_t)s->e->n_areas + 1) * WAYS;
        s->areas.pass = cv_new(s->pool, int32_t, n);
        s->areas.group = cv_new(s->pool, int32_t, n);
    }
    s->areas.now++;
}

void cv_tray_exchanges(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    if (!cv_tray_wants(s, 908) || p->contest->n_options < LEAST_OPTIONS || p->f->n <= LEAST_FORMS)
        return;
    take_notes(s);
    int32_t *group = cv_new(&scratch, int32_t, p->f->n);
    groups g = {s, cv_new(&scratch, int32_t, ((int64_t)s->e->n_areas + 1) * WAYS), 0};
    for (int32_t i = 0; i < p->f->n; i++)
        group[i] = cv_bit(p->counted, i) ? group_of(&g, &s->e->station[p->f->station[i].i]) : -1;
    cv_exchange_found found;
    const cv_exchange_task task = {p->f->n, p->contest->n_options, p->f->votes, group, g.n,
                                   g.parent};
    cv_exchange_lines(&found, &task, s->keep, scratch);
    s->exchange_count[p->c.i] = found.count;
    cv_rule_count *n = cv_tray_count(s, p->c, 908);
    n->n_checked += found.count.n_checked;
    n->n_not_applicable -= found.count.n_checked;
    for (int32_t i = 0; i < found.count.n[0]; i++) {
        cv_exchange x = found.found[i];
        x.contest = p->c;
        cv_finding f = cv_tray_new(s, p->c, x.row, 908);
        f.option = x.option;
        f.left = x.has;
        f.right = x.other_has;
        cv_tray_add(s, &f, CV_LINES_OPTIONS);
        cv_room(s->keep, cv_exchange, s->exchange, s->n_exchanges, s->cap_exchanges);
        s->exchange[s->n_exchanges++] = x;
    }
}

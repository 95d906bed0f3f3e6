/* C909: the shares of a station beside those of its surroundings (methods.md, Shares). Shares are
 * compared by products, never divided. */
#include "check/tray.h"

#include "num/wide.h"

/* ---- C909 ---- */

enum { LEAST_HERE = 50, LEAST_AROUND = 500, LEAST_STATIONS = 3, POINTS = 50 };

/* The votes of a group of stations: one area, one kind. */
typedef struct {
    int32_t n;
    cv_count all;
} group;

typedef struct {
    const cv_plan *p;
    int32_t *number; /* [(n_areas + 1) × kinds] 1 + the group's number; 0: none yet */
    int32_t n_groups;
    group *group;    /* [n_groups]             */
    cv_count *votes; /* [n_groups × n_options] */
    cv_count points;
} around;

enum { N_KINDS = CV_STATION_ELECTRONIC + 1 };

static int32_t *group_at(const around *a, int32_t row)
{
    const cv_station *s = &a->p->e->station[a->p->f->station[row].i];
    return &a->number[((int64_t)s->area.i + 1) * N_KINDS + (int64_t)s->kind];
}

/* All options are known; an absent one has none. */
static bool is_known(const cv_plan *p, int32_t row)
{
    if (!cv_bit(p->counted, row) || p->f->derived[CV_D_SUM][row] < 0) return false;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        cv_cell c = p->f->votes[o][row];
        if (c < 0 && c != CV_CELL_ABSENT) return false;
    }
    return true;
}

static cv_count votes_at(const cv_plan *p, int32_t o, int32_t row)
{
    cv_cell c = p->f->votes[o][row];
    return c > 0 ? c : 0;
}

static void gather(around *a, cv_arena *work)
{
    const cv_plan *p = a->p;
    int32_t n = p->contest->n_options;
    a->number = cv_new(work, int32_t, ((int64_t)p->e->n_areas + 1) * N_KINDS);
    for (int32_t i = 0; i < p->f->n; i++) {
        int32_t *number = is_known(p, i) ? group_at(a, i) : NULL;
        if (number && !*number) *number = ++a->n_groups;
    }
    a->group = cv_new(work, group, a->n_groups);
    a->votes = cv_new(work, cv_count, (int64_t)a->n_groups * n);
    for (int32_t i = 0; i < p->f->n; i++) {
        if (!is_known(p, i)) continue;
        int64_t g = *group_at(a, i) - 1;
        a->group[g].n++;
        for (int32_t o = 0; o < n; o++) {
            a->votes[g * n + o] += votes_at(p, o, i);
            a->group[g].all += votes_at(p, o, i);
        }
    }
}

static cv_count votes_of(const cv_plan *p, int32_t row)
{
    cv_count all = 0;
    for (int32_t o = 0; o < p->contest->n_options; o++) all += votes_at(p, o, row);
    return all;
}

/* The option whose share is farthest from that of the others of the group. */
static void look_at(cv_tray *s, const around *a, int32_t row)
{
    const cv_plan *p = a->p;
    cv_rule_count *n = cv_tray_count(s, p->c, 909);
    int32_t n_options = p->contest->n_options;
    bool known = is_known(p, row);
    int64_t g = known ? *group_at(a, row) - 1 : 0;
    cv_count here = votes_of(p, row), rest = known ? a->group[g].all - here : 0;
    if (!known || here < LEAST_HERE || rest < LEAST_AROUND || a->group[g].n <= LEAST_STATIONS) {
        n->n_not_applicable++;
        return;
    }
    n->n_checked++;
    int32_t worst = -1;
    cv_wide most = 0;
    for (int32_t o = 0; o < n_options; o++) {
        cv_count x = votes_at(p, o, row), r = a->votes[g * n_options + o] - x;
        cv_wide d = cv_times(x, rest) - cv_times(r, here);
        if (d < 0) d = -d;
        if (d <= most) continue;
        most = d;
        worst = o;
    }
    if (worst < 0 || most * 100 < cv_times(here, rest) * a->points) return;
    cv_finding f = cv_tray_new(s, p->c, row, 909);
    f.option = (int16_t)worst;
    f.left = votes_at(p, worst, row);
    f.right = here;
    cv_tray_add(s, &f, CV_LINES_OPTIONS);
}

void cv_tray_shares(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    if (!cv_tray_wants(s, 909) || p->contest->n_options < 2) return;
    const cv_rule_use *use = &s->use[cv_rule_row(909)];
    around a = {.p = p, .points = use->is_set ? use->tolerance : POINTS};
    gather(&a, &scratch);
    for (int32_t i = 0; i < p->f->n; i++)
        if (cv_bit(p->counted, i)) look_at(s, &a, i);
}

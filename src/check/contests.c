/* Several contests at one station, with the same electorate: C701 to C705. */
#include "check/tray.h"

#include "base/map.h"
#include "num/wide.h"

typedef struct {
    const cv_election *e;
    cv_contest_ix a, b;
    int32_t row_a, row_b;
} pair;

static void add(cv_tray *s, const pair *at, int16_t code, cv_field field, cv_count left,
                cv_count right)
{
    cv_finding f = cv_tray_new(s, at->a, at->row_a, code);
    f.other = at->row_b;
    f.other_contest = at->b;
    f.field = field;
    f.left = left;
    f.right = right;
    cv_tray_add(s, &f, field == CV_F_NONE ? 0 : cv_lines_of(field));
}

/* One figure of two contests, and what may lie between them. */
typedef struct {
    int16_t code;
    cv_field field;
    cv_cell a, b;
    cv_count allowed;
} figure;

static void compare(cv_tray *s, const pair *at, figure x)
{
    cv_rule_count *n = cv_tray_count(s, at->a, x.code);
    if (x.a < CV_CELL_ILLEGIBLE || x.b < CV_CELL_ILLEGIBLE) {
        n->n_not_applicable++;
        return;
    }
    if (x.a < 0 || x.b < 0) {
        n->n_undecidable++;
        return;
    }
    n->n_checked++;
    cv_count apart = x.a > x.b ? x.a - x.b : x.b - x.a;
    if (apart > x.allowed) add(s, at, x.code, x.field, x.a, x.b);
}

static cv_cell cell_of(const cv_forms *f, cv_field field, int32_t row)
{
    const cv_cell *column = cv_forms_column(f, field);
    return column ? column[row] : CV_CELL_UNREPORTED;
}

/* Papers found; votes where neither form states them and a paper carries one vote. */
static void compare_boxes(cv_tray *s, const pair *at)
{
    const cv_election *e = at->e;
    const cv_contest *c = e->contest;
    const cv_cell *const *f = e->forms[at->a.i].derived, *const *g = e->forms[at->b.i].derived;
    cv_cell a = f[CV_D_BOX][at->row_a], b = g[CV_D_BOX][at->row_b];
    bool single = e->rule_set[c[at->a.i].rule].per_ballot <= 1 &&
                  e->rule_set[c[at->b.i].rule].per_ballot <= 1;
    if (a == CV_CELL_UNREPORTED && b == CV_CELL_UNREPORTED && single) {
        a = f[CV_D_SUM][at->row_a];
        b = g[CV_D_SUM][at->row_b];
    }
    const cv_rule_use *use = &s->use[cv_rule_row(703)];
    cv_count allowed = use->is_set ? use->tolerance : 10;
    cv_count share = (cv_count)(a > b ? a : b) * 2 / 100;
    compare(s, at, (figure){703, CV_F_BOX, a, b, share > allowed ? share : allowed});
}

static void compare_figures(cv_tray *s, const pair *at)
{
    const cv_forms *f = &at->e->forms[at->a.i], *g = &at->e->forms[at->b.i];
    const cv_cell *const *d = f->derived, *const *h = g->derived;
    if (cv_tray_wants(s, 701))
        compare(s, at,
                (figure){701, CV_F_REG, d[CV_D_REG][at->row_a], h[CV_D_REG][at->row_b],
                         s->use[cv_rule_row(701)].tolerance});
    const cv_field same[] = {CV_F_SIGNED, CV_F_ISS, CV_F_RECV};
    for (size_t i = 0; i < sizeof same / sizeof same[0] && cv_tray_wants(s, 702); i++) {
        cv_cell a = cell_of(f, same[i], at->row_a), b = cell_of(g, same[i], at->row_b);
        if (a == CV_CELL_UNREPORTED && b == CV_CELL_UNREPORTED) continue;
        compare(s, at, (figure){702, same[i], a, b, s->use[cv_rule_row(702)].tolerance});
    }
    if (cv_tray_wants(s, 703)) compare_boxes(s, at);
}

/* C704: the same number of options, the same votes for each, the same figures in every line that
 * both forms have; at least two options with votes and 50 votes, so that no small station is
 * like another by chance. */
static bool is_copied(const pair *at, int32_t n_options)
{
    enum { LEAST_OPTIONS = 2, LEAST_VOTES = 50 };
    const cv_forms *f = &at->e->forms[at->a.i], *g = &at->e->forms[at->b.i];
    int32_t n_with_votes = 0;
    if (f->derived[CV_D_SUM][at->row_a] < LEAST_VOTES) return false;
    for (int32_t o = 0; o < n_options; o++) {
        if (f->votes[o][at->row_a] != g->votes[o][at->row_b]) return false;
        n_with_votes += f->votes[o][at->row_a] > 0;
    }
    for (int32_t k = 0; k < f->n_fields; k++) {
        cv_cell other = cell_of(g, f->field[k], at->row_b);
        if (other != CV_CELL_UNREPORTED && other != f->cell[k][at->row_a]) return false;
    }
    return n_with_votes >= LEAST_OPTIONS;
}

static void compare_whole(cv_tray *s, const pair *at)
{
    if (!cv_tray_wants(s, 704)) return;
    int32_t n_options = at->e->contest[at->a.i].n_options;
    cv_rule_count *n = cv_tray_count(s, at->a, 704);
    if (n_options != at->e->contest[at->b.i].n_options) {
        n->n_not_applicable++;
        return;
    }
    n->n_checked++;
    if (is_copied(at, n_options)) add(s, at, 704, CV_F_NONE, CV_BLANK, CV_BLANK);
}

/* ---- C705: sheets exchanged ---- */

/* Votes of the contest by option over its counted forms, and their sum last. */
static cv_count *votes_of_contest(const cv_election *e, cv_contest_ix c, cv_arena *work)
{
    const cv_forms *f = &e->forms[c.i];
    int32_t n = e->contest[c.i].n_options;
    cv_count *sum = cv_new(work, cv_count, n + 1);
    for (int32_t o = 0; o < n; o++) {
        for (int32_t i = 0; i < f->n; i++)
            if (f->state[i] == CV_FORM_COUNTED && f->votes[o][i] > 0) sum[o] += f->votes[o][i];
        sum[n] += sum[o];
    }
    return sum;
}

/* sum over options of |x × R - r × X|: X × R times the distance of the form's shares from r. */
static cv_wide distance(const cv_forms *f, int32_t row, int32_t n, const cv_count *r)
{
    cv_count all = f->derived[CV_D_SUM][row];
    cv_wide sum = 0;
    for (int32_t o = 0; o < n; o++) {
        cv_cell x = f->votes[o][row] > 0 ? f->votes[o][row] : 0;
        cv_wide d = cv_times(x, r[n]) - cv_times(r[o], all);
        sum += d < 0 ? -d : d;
    }
    return sum;
}

/* The form is nearer to the other contest by half: own / (X × R) > 2 × other / (X × S). */
static bool fits_other(const cv_forms *f, int32_t row, int32_t n, const cv_count *own,
                       const cv_count *other)
{
    cv_wide d = distance(f, row, n, own), g = distance(f, row, n, other);
    return d * other[n] > 2 * g * own[n]; /* below 2 × 10^9 × 10^12 × 10^12 × 2 */
}

static void compare_shares(cv_tray *s, const pair *at, const cv_count *a, const cv_count *b)
{
    enum { LEAST_VOTES = 50 };
    const cv_forms *f = &at->e->forms[at->a.i], *g = &at->e->forms[at->b.i];
    int32_t n = at->e->contest[at->a.i].n_options;
    cv_rule_count *count = cv_tray_count(s, at->a, 705);
    bool same = n == at->e->contest[at->b.i].n_options && n > 1 && a[n] > 0 && b[n] > 0;
    if (!same || f->derived[CV_D_SUM][at->row_a] < LEAST_VOTES ||
        g->derived[CV_D_SUM][at->row_b] < LEAST_VOTES) {
        count->n_not_applicable++;
        return;
    }
    count->n_checked++;
    if (fits_other(f, at->row_a, n, a, b) && fits_other(g, at->row_b, n, b, a))
        add(s, at, 705, CV_F_NONE, CV_BLANK, CV_BLANK);
}

/* Compares each form of the contest with the form of the first contest of its group that has the
 * same station. */
static void compare_contest(cv_tray *s, cv_contest_ix c, int32_t group, const cv_count **votes)
{
    const cv_forms *f = &s->e->forms[c.i];
    cv_station_notes *notes = &s->notes;
    for (int32_t i = 0; i < f->n; i++) {
        int32_t at = f->station[i].i;
        if (f->state[i] != CV_FORM_COUNTED) continue;
        if (notes->pass[at] != group) {
            notes->pass[at] = group;
            notes->contest[at] = c.i;
            notes->row[at] = i;
        } else if (notes->contest[at] != c.i) {
            pair p = {s->e, {notes->contest[at]}, c, notes->row[at], i};
            compare_figures(s, &p);
            compare_whole(s, &p);
            if (cv_tray_wants(s, 705)) compare_shares(s, &p, votes[p.a.i], votes[c.i]);
        }
    }
}

/* The contests of each electorate, as a list through `next`. */
static int32_t make_groups(const cv_election *e, int32_t *first, int32_t *next, cv_arena *work)
{
    cv_map by_word = {0};
    int32_t n = 0;
    int32_t *last = cv_new(work, int32_t, e->n_contests);
    for (int32_t i = 0; i < e->n_contests; i++) {
        next[i] = -1;
        if (e->contest[i].electorate.n == 0) continue;
        int32_t g = cv_map_add(&by_word, e->contest[i].electorate, n, work);
        if (g == n)
            first[n++] = i;
        else
            next[last[g]] = i;
        last[g] = i;
    }
    return n;
}

void cv_tray_contests(cv_tray *s, cv_arena scratch)
{
    int32_t *first = cv_new(&scratch, int32_t, s->e->n_contests);
    int32_t *next = cv_new(&scratch, int32_t, s->e->n_contests);
    const cv_count **votes = cv_new(&scratch, const cv_count *, s->e->n_contests);
    int32_t n = make_groups(s->e, first, next, &scratch);
    for (int32_t g = 0; g < n; g++) {
        if (next[first[g]] < 0) continue;
        int32_t pass = ++s->notes.now;
        for (int32_t c = first[g]; c >= 0; c = next[c])
            votes[c] = votes_of_contest(s->e, (cv_contest_ix){c}, &scratch);
        for (int32_t c = first[g]; c >= 0; c = next[c])
            compare_contest(s, (cv_contest_ix){c}, pass, votes);
    }
}

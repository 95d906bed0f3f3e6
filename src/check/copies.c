/* Forms of one station in one contest, side by side: C605, C803, C807, C812, C813. */
#include "check/tray.h"
#include "model/decision.h"

/* What differs between two forms. */
typedef struct {
    int32_t n_options, n_fields; /* how many of them differ                                    */
    int32_t option;              /* the last option that differs; -1: none                     */
    cv_field field;              /* the last field that differs                                */
    cv_count more, fewer;        /* votes the second has more, fewer: options, invalid, blank  */
} apart;

static bool differ(cv_cell a, cv_cell b)
{
    bool missing = a == CV_CELL_UNREPORTED || b == CV_CELL_UNREPORTED || a == CV_CELL_ABSENT ||
                   b == CV_CELL_ABSENT;
    return a != b && !missing;
}

static void add_votes(apart *d, cv_cell a, cv_cell b)
{
    if (a < 0 || b < 0) return;
    if (b > a) d->more += b - a;
    if (a > b) d->fewer += a - b;
}

static apart compare(const cv_plan *p, int32_t a, int32_t b)
{
    apart d = {.option = -1, .field = CV_F_NONE};
    const cv_forms *f = p->f;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        add_votes(&d, f->votes[o][a], f->votes[o][b]);
        if (!differ(f->votes[o][a], f->votes[o][b])) continue;
        d.n_options++;
        d.option = o;
    }
    for (int32_t k = 0; k < f->n_fields; k++) {
        if (!differ(f->cell[k][a], f->cell[k][b])) continue;
        d.n_fields++;
        d.field = f->field[k];
        if (d.field == CV_F_INVALID || d.field == CV_F_BLANK)
            add_votes(&d, f->cell[k][a], f->cell[k][b]);
    }
    return d;
}

static void fill(cv_finding *f, const cv_plan *p, const apart *d)
{
    f->contradicted = d->more > d->fewer ? d->more : d->fewer;
    f->cap = cv_plan_cap(p, f->row);
    if (d->n_options == 1 && d->n_fields == 0) {
        f->option = (int16_t)d->option;
        cv_cell a = p->f->votes[d->option][f->row], b = p->f->votes[d->option][f->other];
        if (a >= 0 && b >= 0) f->left = a, f->right = b;
    }
    if (d->n_options == 0 && d->n_fields == 1) f->field = d->field;
}

static cv_lines lines_of_votes(const cv_plan *p)
{
    return cv_plan_derived_lines(p, CV_D_SUM) | cv_plan_derived_lines(p, CV_D_CAST);
}

/* ---- C803: one key twice in one copy ---- */

static void compare_run(cv_tray *s, const cv_plan *p, int32_t from, int32_t to)
{
    int32_t counted = -1;
    for (int32_t i = to - 1; i >= from; i--)
        if (p->f->state[i] == CV_FORM_COUNTED) counted = i;
    for (int32_t i = from; i < to && counted >= 0; i++) {
        bool other = p->f->state[i] == CV_FORM_COUNTED || p->f->state[i] == CV_FORM_DUPLICATE;
        if (i == counted || !other) continue;
        apart d = compare(p, counted, i);
        cv_finding f = cv_tray_new(s, p->c, counted, 803);
        f.other = i;
        fill(&f, p, &d);
        bool identical = d.n_options + d.n_fields == 0;
        if (identical) f.severity = CV_NOTE;
        if (d.n_options > 0) f.change = CV_CHANGE_EXACT;
        cv_tray_add(s, &f, lines_of_votes(p));
    }
}

static void find_duplicates(cv_tray *s, const cv_plan *p)
{
    if (!cv_tray_wants(s, 803)) return;
    cv_rule_count *n = cv_tray_count(s, p->c, 803);
    const cv_forms *f = p->f;
    for (int32_t i = 0, end; i < f->n; i = end) {
        if (f->state[i] == CV_FORM_COUNTED) n->n_checked++;
        for (end = i + 1;
             end < f->n && f->station[end].i == f->station[i].i && f->copy[end] == f->copy[i];)
            n->n_checked += f->state[end++] == CV_FORM_COUNTED;
        if (end - i > 1) compare_run(s, p, i, end);
    }
}

/* ---- C605, C807, C812, C813: the counted form and the others ---- */

/* True when every option that is a number is 0 and at least one is. */
static bool is_zero(const cv_plan *p, int32_t row)
{
    bool any = false;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        if (p->f->votes[o][row] > 0) return false;
        any = any || p->f->votes[o][row] == 0;
    }
    return any;
}

/* A version is an earlier or later state of the same sheet; a copy is held by somebody else. */
static bool is_version(const cv_plan *p, int32_t counted, int32_t other)
{
    const cv_copy *a = &p->e->copy[p->f->copy[counted]], *b = &p->e->copy[p->f->copy[other]];
    if (b->kind == CV_COPY_EARLIER) return true;
    if (a->kind == CV_COPY_RECOUNT && b->kind == CV_COPY_ORIGINAL) return true;
    return a->holder.n > 0 && a->kind == b->kind && cv_str_eq(a->holder, b->holder);
}

static int16_t code_of(const cv_plan *p, const apart *d, int32_t counted, int32_t other)
{
    if (d->n_options == 0) return 813;
    if (is_version(p, counted, other)) return 605;
    return is_zero(p, counted) != is_zero(p, other) ? 812 : 807;
}

/* True when a decision on record speaks of the station, in this contest or in all. */
static bool is_decided(const cv_tray *s, const cv_plan *p, int32_t row)
{
    for (int32_t i = 0; i < s->e->n_decisions; i++) {
        const cv_decision *d = &s->e->decision[i];
        bool here = d->effect != CV_EFFECT_REVOKE && (d->contest.i < 0 || d->contest.i == p->c.i);
        if (here && d->n_places == 0) return true;
        for (int32_t k = 0; here && k < d->n_places; k++)
            if (d->place[k].i == p->f->station[row].i) return true;
    }
    return false;
}

/* C506, where the case has decisions at all: else nobody looked for them. */
static void ask_for_decision(cv_tray *s, const cv_plan *p, int32_t counted, int32_t other,
                             const apart *d)
{
    if (!s->e->n_decisions || !is_version(p, counted, other) || !cv_tray_wants(s, 506)) return;
    cv_tray_count(s, p->c, 506)->n_checked++;
    if (d->n_options == 0 || is_decided(s, p, counted)) return;
    cv_finding f = cv_tray_new(s, p->c, counted, 506);
    f.other = other;
    fill(&f, p, d);
    f.contradicted = 0; /* C605 has the votes */
    cv_tray_add(s, &f, lines_of_votes(p));
}

static void compare_copy(cv_tray *s, const cv_plan *p, int32_t counted, int32_t other)
{
    apart d = compare(p, counted, other);
    cv_tray_count(s, p->c, is_version(p, counted, other) ? 605 : 807)->n_checked++;
    ask_for_decision(s, p, counted, other, &d);
    if (d.n_options + d.n_fields == 0) return;
    int16_t code = code_of(p, &d, counted, other);
    if (!cv_tray_wants(s, code)) return;
    cv_finding f = cv_tray_new(s, p->c, counted, code);
    f.other = other;
    fill(&f, p, &d);
    if (f.contradicted > 0 && f.contradicted <= s->use[cv_rule_row(code)].tolerance) return;
    if (d.n_options > 0) f.change = CV_CHANGE_EXACT;
    cv_tray_add(s, &f, lines_of_votes(p));
}

static void compare_copies(cv_tray *s, const cv_plan *p)
{
    const cv_forms *f = p->f;
    if (p->e->n_copies < 2) return;
    cv_station_notes *notes = &s->notes;
    notes->now++;
    for (int32_t i = f->n - 1; i >= 0; i--) {
        if (f->state[i] != CV_FORM_COUNTED) continue;
        notes->pass[f->station[i].i] = notes->now;
        notes->row[f->station[i].i] = i;
    }
    for (int32_t i = 0; i < f->n; i++) {
        int32_t at = f->station[i].i;
        if (f->state[i] == CV_FORM_COPY && notes->pass[at] == notes->now)
            compare_copy(s, p, notes->row[at], i);
    }
}

void cv_tray_copies(cv_tray *s, const cv_plan *p)
{
    find_duplicates(s, p);
    compare_copies(s, p);
}

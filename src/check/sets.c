/* Rules about the forms of a contest as a set: C801, C802, C806, C809, C810. */
#include "check/lines.h"
#include "check/tray.h"

/* ---- C801: expected and not there ---- */

/* Forms can be awaited without a list of stations too: others hold them, or their rows were
 * refused. Without either nothing was looked for. */
static bool looks_for_forms(const cv_plan *p)
{
    if (p->contest->completeness == CV_COMPLETE_LISTED) return true;
    for (int32_t i = 0; i < p->f->n; i++)
        if (p->f->state[i] == CV_FORM_AWAITED) return true;
    return false;
}

static void find_awaited(cv_tray *s, const cv_plan *p)
{
    if (!looks_for_forms(p) || !cv_tray_wants(s, 801)) return;
    cv_rule_count *n = cv_tray_count(s, p->c, 801);
    for (int32_t i = 0; i < p->f->n; i++) {
        if (!cv_form_is_live(p->f->state[i])) continue;
        n->n_checked++;
        if (p->f->state[i] != CV_FORM_AWAITED) continue;
        cv_finding f = cv_tray_new(s, p->c, i, 801);
        f.cap = cv_plan_cap(p, i);
        f.change = CV_CHANGE_CAP;
        f.k = cv_plan_room(p, i);
        cv_tray_add(s, &f, CV_LINES_OPTIONS);
    }
}

/* ---- C806: declared totals ---- */

/* The sum over counted forms; *open when something is unknown or missing: then it is a least.
 * field    CV_F_NONE for votes of an option */
static cv_count sum_of(const cv_plan *p, const cv_cell *column, cv_field field, bool *open)
{
    bool blank_is_zero = field == CV_F_NONE && p->e->profile.options_blank_zero;
    cv_count sum = 0;
    for (int32_t i = 0; i < p->f->n; i++) {
        uint8_t state = p->f->state[i];
        cv_cell c = column[i];
        if (state == CV_FORM_AWAITED && !(cv_field_is_register(field) && c >= 0)) *open = true;
        if (!cv_form_is_summed(state, field)) continue;
        if (c >= 0)
            sum += c;
        else if (c != CV_CELL_ABSENT && !(c == CV_CELL_BLANK && blank_is_zero))
            *open = true;
    }
    return sum;
}

static void compare_total(cv_tray *s, const cv_plan *p, cv_finding *f, const cv_cell *column)
{
    cv_rule_count *n = cv_tray_count(s, p->c, 806);
    bool open = p->contest->completeness == CV_COMPLETE_NOT || p->contest->n_refused > 0;
    f->right = sum_of(p, column, f->field, &open);
    if (open && f->right <= f->left) {
        n->n_undecidable++;
        return;
    }
    n->n_checked++;
    cv_count apart = f->left > f->right ? f->left - f->right : f->right - f->left;
    if (apart <= s->use[cv_rule_row(806)].tolerance) return;
    f->contradicted = apart;
    cv_tray_add(s, f, 0);
}

static void compare_declared(cv_tray *s, const cv_plan *p)
{
    const cv_declared *d = &p->contest->declared;
    if (!cv_tray_wants(s, 806)) return;
    for (int32_t o = 0; d->votes && o < p->contest->n_options; o++) {
        if (d->votes[o] == CV_BLANK) continue;
        cv_finding f = cv_tray_new(s, p->c, -1, 806);
        f.option = (int16_t)o;
        f.left = d->votes[o];
        f.change = CV_CHANGE_EXACT;
        compare_total(s, p, &f, p->f->votes[o]);
    }
    for (int32_t k = 0; d->total && k < p->e->n_fields; k++) {
        const cv_cell *column = cv_forms_total(p->f, (cv_field)k);
        if (d->total[k] == CV_BLANK) continue;
        cv_finding f = cv_tray_new(s, p->c, -1, 806);
        f.field = (cv_field)k;
        f.left = d->total[k];
        if (column)
            compare_total(s, p, &f, column);
        else
            cv_tray_count(s, p->c, 806)->n_not_applicable++;
    }
}

/* ---- C809: a total that counts other stations than those in force ---- */

/* True when in every option the declared votes are the sum and `sign` times those of the form. */
static bool is_difference(const cv_plan *p, const cv_count *sum, int32_t row, int sign)
{
    const cv_declared *d = &p->contest->declared;
    bool any = false;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        cv_cell c = p->f->votes[o][row];
        if (c < 0 && c != CV_CELL_ABSENT) return false;
        if (d->votes[o] - sum[o] != sign * (cv_count)(c > 0 ? c : 0)) return false;
        any = any || c > 0;
    }
    return any;
}

/* +1: the total has the form once too often, or though it does not count; -1: it lacks it. */
static int difference_of(const cv_plan *p, const cv_count *sum, int32_t row)
{
    bool counts = p->f->state[row] == CV_FORM_COUNTED;
    bool apart = counts || p->f->state[row] == CV_FORM_CLOSED;
    if (apart && is_difference(p, sum, row, 1)) return 1;
    return counts && is_difference(p, sum, row, -1) ? -1 : 0;
}

/* Looked for only where all votes are declared, known and do not add up. */
static void find_wrong_station(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    const cv_declared *d = &p->contest->declared;
    if (!d->votes || !cv_tray_wants(s, 809)) return;
    bool open = p->contest->completeness == CV_COMPLETE_NOT || p->contest->n_refused > 0;
    bool differs = false;
    cv_count *sum = cv_new(&scratch, cv_count, p->contest->n_options);
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        sum[o] = sum_of(p, p->f->votes[o], CV_F_NONE, &open);
        open = open || d->votes[o] == CV_BLANK;
        differs = differs || d->votes[o] != sum[o];
    }
    cv_rule_count *n = cv_tray_count(s, p->c, 809);
    if (open) {
        n->n_undecidable++;
        return;
    }
    n->n_checked++;
    for (int32_t i = 0; differs && i < p->f->n; i++) {
        int sign = difference_of(p, sum, i);
        if (!sign) continue;
        cv_finding f = cv_tray_new(s, p->c, i, 809);
        f.left = sign > 0 ? p->f->derived[CV_D_SUM][i] : 0; /* in the total */
        f.right = sign > 0 ? 0 : p->f->derived[CV_D_SUM][i];
        cv_tray_add(s, &f, 0);
        return;
    }
}

/* ---- C802: forms of no station ---- */

/* Such rows were refused when they were read (R10): their votes are in no sum. */
static void find_unlisted(cv_tray *s, const cv_plan *p)
{
    enum { R10_STATION = 10 };
    if (!cv_tray_wants(s, 802) || p->contest->completeness != CV_COMPLETE_LISTED) return;
    cv_rule_count *n = cv_tray_count(s, p->c, 802);
    for (int32_t i = 0; i < p->f->n; i++) n->n_checked += p->f->state[i] == CV_FORM_COUNTED;
    for (int64_t i = 0; p->contest->n_refused && i < s->e->n_refused; i++) {
        const cv_refused *r = &s->e->refused[i];
        if (r->code != R10_STATION || r->contest.i != p->c.i) continue;
        n->n_checked++;
        cv_finding f = cv_tray_new(s, p->c, -1, 802);
        f.listed = i;
        cv_tray_add(s, &f, 0);
    }
}

/* ---- C810: merged stations ---- */

static bool is_circular(const cv_election *e, cv_station_ix s)
{
    enum { MOST = 16 };
    for (int32_t i = 0; i < MOST && s.i >= 0; i++) s = e->station[s.i].merged_into;
    return s.i >= 0;
}

static void check_merges(cv_tray *s, const cv_plan *p)
{
    if (!cv_tray_wants(s, 810)) return;
    cv_rule_count *n = cv_tray_count(s, p->c, 810);
    cv_station_notes *notes = &s->notes;
    bool any = false;
    for (int32_t i = 0; i < p->f->n && !any; i++)
        any = p->e->station[p->f->station[i].i].merged_into.i >= 0;
    if (!any) return;
    notes->now++;
    for (int32_t i = 0; i < p->f->n; i++)
        if (cv_form_is_live(p->f->state[i])) notes->pass[p->f->station[i].i] = notes->now;
    for (int32_t i = 0; i < p->f->n; i++) {
        cv_station_ix at = p->f->station[i], into = p->e->station[at.i].merged_into;
        bool first = i == 0 || p->f->station[i - 1].i != at.i;
        if (into.i < 0 || !first || p->f->state[i] == CV_FORM_COPY ||
            p->f->state[i] == CV_FORM_REPEAT || p->f->state[i] == CV_FORM_BOX)
            continue;
        n->n_checked++;
        bool is_empty = p->f->state[i] != CV_FORM_COUNTED;
        if (is_empty && notes->pass[into.i] == notes->now && !is_circular(p->e, at)) continue;
        cv_finding f = cv_tray_new(s, p->c, i, 810);
        cv_tray_add(s, &f, 0);
    }
}

void cv_tray_sets(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    find_awaited(s, p);
    find_unlisted(s, p);
    compare_declared(s, p);
    find_wrong_station(s, p, scratch);
    check_merges(s, p);
}

/* Rules about the forms of a contest as a set: C801, C806, C810. */
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

/* People stay on the register where no poll was held, the poll was annulled, or the form is not
 * there and only the list of stations tells. */
static bool is_register(cv_field field)
{
    return field == CV_F_REG || field == CV_F_REG_MAIN || field == CV_F_REG_ADD ||
           field == CV_F_REG_SPECIAL;
}

static bool is_summed(uint8_t state, cv_field field)
{
    if (state == CV_FORM_COUNTED) return true;
    return is_register(field) && state != CV_FORM_COPY && state != CV_FORM_REPLACED &&
           state != CV_FORM_DUPLICATE && state != CV_FORM_REPEAT && state != CV_FORM_BOX;
}

/* The sum over counted forms; *open when something is unknown or missing: then it is a least.
 * field    CV_F_NONE for votes of an option */
static cv_count sum_of(const cv_plan *p, const cv_cell *column, cv_field field, bool *open)
{
    bool blank_is_zero = field == CV_F_NONE && p->e->profile.options_blank_zero;
    cv_count sum = 0;
    for (int32_t i = 0; i < p->f->n; i++) {
        uint8_t state = p->f->state[i];
        cv_cell c = column[i];
        if (state == CV_FORM_AWAITED && !(is_register(field) && c >= 0)) *open = true;
        if (!is_summed(state, field)) continue;
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

/* The forms' column of a declared figure, computed from others where they have none. */
static const cv_cell *column_of(const cv_plan *p, cv_field field)
{
    const struct {
        cv_field field;
        cv_derived derived;
    } computed[] = {
        {CV_F_REG,     CV_D_REG    },
        {CV_F_VALID,   CV_D_VALID  },
        {CV_F_INVALID, CV_D_INVALID},
        {CV_F_CAST,    CV_D_CAST   },
        {CV_F_ISS,     CV_D_ISS    },
        {CV_F_BOX,     CV_D_BOX    },
    };
    const cv_cell *own = cv_forms_column(p->f, field);
    for (size_t i = 0; i < sizeof computed / sizeof computed[0] && !own; i++)
        if (computed[i].field == field) own = p->f->derived[computed[i].derived];
    return own;
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
        const cv_cell *column = column_of(p, (cv_field)k);
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

void cv_tray_sets(cv_tray *s, const cv_plan *p)
{
    find_awaited(s, p);
    compare_declared(s, p);
    check_merges(s, p);
}

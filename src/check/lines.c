#include "check/lines.h"

static cv_lines lines_carried(const cv_plan *p, cv_field from, cv_field to)
{
    cv_lines lines = 0;
    for (cv_field f = from; f <= to; f++)
        if (p->field[f]) lines |= cv_lines_of(f);
    return lines;
}

static cv_lines whole_or(const cv_plan *p, cv_field whole, cv_lines parts)
{
    return p->field[whole] ? cv_lines_of(whole) : parts;
}

cv_lines cv_plan_derived_lines(const cv_plan *p, cv_derived d)
{
    cv_lines sum = CV_LINES_OPTIONS | lines_carried(p, CV_F_AGAINST, CV_F_WRITEIN);
    cv_lines valid = whole_or(p, CV_F_VALID, sum);
    cv_lines blank = lines_carried(p, CV_F_BLANK, CV_F_BLANK);
    cv_lines kinds = lines_carried(p, CV_F_INV_BLANK, CV_F_INV_OTHER);
    cv_lines invalid =
        whole_or(p, CV_F_INVALID, kinds ? kinds : whole_or(p, CV_F_CAST, 0) | valid | blank);
    cv_lines cast = valid | blank | invalid;
    cv_lines issued = whole_or(p, CV_F_ISS, lines_carried(p, CV_F_ISS_EARLY, CV_F_ISS_POST));
    cv_lines box = whole_or(p, CV_F_BOX, lines_carried(p, CV_F_BOX_OUT, CV_F_BOX_MACHINE));
    if (!box) box = cast;
    switch (d) {
    case CV_D_REG: return whole_or(p, CV_F_REG, lines_carried(p, CV_F_REG_MAIN, CV_F_REG_SPECIAL));
    case CV_D_VALID: return valid;
    case CV_D_SUM: return sum;
    case CV_D_BLANK: return blank;
    case CV_D_INVALID: return invalid;
    case CV_D_CAST: return cast;
    case CV_D_ISS: return issued;
    case CV_D_BOX: return box;
    case CV_D_PERSONS: break;
    case CV_D_N: return 0;
    }
    const cv_cell *own = p->f->derived[CV_D_PERSONS];
    for (int32_t k = 0; k < p->f->n_fields; k++)
        if (p->f->cell[k] == own) return cv_lines_of(p->f->field[k]);
    return own == p->f->derived[CV_D_ISS] ? issued : own == p->f->derived[CV_D_CAST] ? cast : box;
}

const cv_cell *cv_plan_carried(const cv_plan *p, const cv_cell *column)
{
    for (int32_t i = 0; column && i < p->f->n; i++)
        if (cv_cell_is_number(column[i])) return column;
    return NULL;
}

cv_found_line cv_plan_field(const cv_plan *p, cv_field f)
{
    const cv_cell *column =
        f < CV_F_FIXED ? p->field[f] : cv_plan_carried(p, cv_forms_column(p->f, f));
    return (cv_found_line){column, cv_lines_of(f)};
}

cv_found_line cv_plan_derived(const cv_plan *p, cv_derived d)
{
    return (cv_found_line){cv_plan_carried(p, p->f->derived[d]), cv_plan_derived_lines(p, d)};
}

static cv_found_line profile_line(const cv_plan *p, bool own_only)
{
    const cv_found_line none = {NULL, 0};
    cv_field line = p->e->profile.took_part;
    if (line == CV_F_NONE || line == CV_F_TOOK_PART || line == CV_F_SIGNED) return none;
    bool is_papers = line == CV_F_ISS || line == CV_F_BOX || line == CV_F_CAST;
    if (!is_papers) return cv_plan_field(p, line);
    if (own_only) return none;
    return cv_plan_derived(p, line == CV_F_ISS   ? CV_D_ISS
                              : line == CV_F_BOX ? CV_D_BOX
                                                 : CV_D_CAST);
}

cv_found_line cv_plan_line(const cv_plan *p, cv_line line)
{
    switch (line) {
    case CV_LINE_LIMIT:
        return (cv_found_line){cv_plan_carried(p, p->f->derived[CV_D_REG]) ? p->limit : NULL,
                               cv_plan_derived_lines(p, CV_D_REG)};
    case CV_LINE_OWN: return profile_line(p, true);
    case CV_LINE_STATED: return profile_line(p, false);
    case CV_LINE_SPECIAL:
        if (p->e->profile.special_inside) return (cv_found_line){NULL, 0};
        return cv_plan_field(p, CV_F_REG_SPECIAL);
    }
    if (line >= CV_LINE_DERIVED) return cv_plan_derived(p, (cv_derived)(line - CV_LINE_DERIVED));
    return cv_plan_field(p, (cv_field)(line - 1));
}

/* ---- names in relations ---- */

cv_field cv_plan_field_named(const cv_plan *p, cv_str id)
{
    for (int32_t f = 0; f < p->e->n_fields; f++)
        if (cv_str_eq(p->e->field[f].id, id)) return (cv_field)f;
    return CV_F_NONE;
}

/* A total that the form does not state is the sum of its parts; papers found are not taken from
 * the papers counted, since relations compare the two. */
static cv_derived total_of(const cv_plan *p, cv_field f)
{
    switch (f) {
    case CV_F_REG: return CV_D_REG;
    case CV_F_ISS: return CV_D_ISS;
    case CV_F_CAST: return CV_D_CAST;
    case CV_F_BOX: return lines_carried(p, CV_F_BOX_OUT, CV_F_BOX_MACHINE) ? CV_D_BOX : CV_D_N;
    default: return CV_D_N;
    }
}

static cv_found_line here(const cv_plan *p, cv_str name)
{
    const cv_found_line none = {NULL, 0};
    if (cv_str_eq(name, CV_STR("votes"))) return cv_plan_derived(p, CV_D_SUM);
    if (cv_str_eq(name, CV_STR("participants"))) return cv_plan_derived(p, CV_D_PERSONS);
    if (cv_str_eq(name, CV_STR("limit"))) return cv_plan_line(p, CV_LINE_LIMIT);
    cv_field f = cv_plan_field_named(p, name);
    if (f == CV_F_NONE) return none;
    cv_found_line line = cv_plan_field(p, f);
    cv_derived total = total_of(p, f);
    return line.column || total == CV_D_N ? line : cv_plan_derived(p, total);
}

/* The last copy before this one, by number of version; -1: none. */
static int32_t copy_before(const cv_election *e, int32_t copy)
{
    int32_t best = -1;
    for (int32_t c = 0; c < e->n_copies; c++) {
        bool before = e->copy[c].version < e->copy[copy].version;
        if (before && (best < 0 || e->copy[c].version > e->copy[best].version)) best = c;
    }
    return best;
}

static int32_t copy_of_kind(const cv_election *e, int32_t kind)
{
    for (int32_t c = 0; c < e->n_copies; c++)
        if ((int32_t)e->copy[c].kind == kind) return c;
    return -1;
}

/* [n_stations] the first form of each station in a copy, of a counted form with copy -1; -1: none.
 */
static const int32_t *rows_by_station(const cv_election *e, const cv_forms *f, int32_t copy,
                                      cv_arena *work)
{
    int32_t *row = cv_new(work, int32_t, e->n_stations);
    for (int32_t s = 0; s < e->n_stations; s++) row[s] = -1;
    for (int32_t i = f->n - 1; i >= 0; i--)
        if (copy < 0 ? f->state[i] == CV_FORM_COUNTED : f->copy[i] == copy)
            row[f->station[i].i] = i;
    return row;
}

static cv_cell *unreported(int32_t n, cv_arena *work)
{
    cv_cell *out = cv_new(work, cv_cell, n);
    for (int32_t i = 0; i < n; i++) out[i] = CV_CELL_UNREPORTED;
    return out;
}

/* Puts the figures of the forms of `copy` beside those of each form whose partner it is. */
static void take_copy(cv_cell *out, const cv_plan *p, const cv_expr_node *x, const cv_cell *from,
                      cv_arena work)
{
    for (int32_t c = 0; c < p->e->n_copies; c++) {
        int32_t partner =
            x->scope == CV_FROM_PREV ? copy_before(p->e, c) : copy_of_kind(p->e, x->copy_kind);
        if (partner < 0 || partner == c) continue;
        cv_arena own = work;
        const int32_t *row = rows_by_station(p->e, p->f, partner, &own);
        for (int32_t i = 0; i < p->f->n; i++)
            if (p->f->copy[i] == c && row[p->f->station[i].i] >= 0)
                out[i] = from[row[p->f->station[i].i]];
    }
}

static void take_contest(cv_cell *out, const cv_plan *p, const cv_forms *g, const cv_cell *from,
                         cv_arena work)
{
    const int32_t *row = rows_by_station(p->e, g, -1, &work);
    for (int32_t i = 0; i < p->f->n; i++)
        if (row[p->f->station[i].i] >= 0) out[i] = from[row[p->f->station[i].i]];
}

/* The column of another contest's forms: a line of its own, or a computed total. */
static const cv_cell *column_in(const cv_plan *p, const cv_forms *g, cv_str name)
{
    const struct {
        const char *name;
        cv_derived derived;
    } totals[] = {
        {"votes",        CV_D_SUM    },
        {"participants", CV_D_PERSONS},
        {"limit",        CV_D_REG    },
        {"reg",          CV_D_REG    },
        {"iss",          CV_D_ISS    },
        {"cast",         CV_D_CAST   },
        {"box",          CV_D_BOX    },
    };
    cv_field f = cv_plan_field_named(p, name);
    const cv_cell *own = f == CV_F_NONE ? NULL : cv_forms_column(g, f);
    for (size_t i = 0; i < sizeof totals / sizeof totals[0] && !own; i++)
        if (cv_str_eq(name, cv_str_of(totals[i].name))) own = g->derived[totals[i].derived];
    return own;
}

cv_found_line cv_plan_named(const cv_plan *p, const cv_expr_node *x, cv_arena *work)
{
    cv_found_line line = here(p, x->name);
    if (x->scope == CV_FROM_HERE) return line;
    cv_cell *out = unreported(p->f->n, work);
    cv_arena own = cv_arena_open();
    if (x->scope == CV_FROM_OTHER) {
        cv_contest_ix c = cv_contest_named(p->e, x->of);
        const cv_cell *from = c.i < 0 ? NULL : column_in(p, &p->e->forms[c.i], x->name);
        if (from) take_contest(out, p, &p->e->forms[c.i], from, own);
    } else if (line.column) {
        take_copy(out, p, x, line.column, own);
    }
    cv_arena_close(&own);
    return (cv_found_line){cv_plan_carried(p, out), 0};
}

/* ---- sums over forms ---- */

/* People stay on the register where no poll was held, the poll was annulled, or the form is not
 * there and only the list of stations tells. */
bool cv_field_is_register(cv_field field)
{
    return field == CV_F_REG || field == CV_F_REG_MAIN || field == CV_F_REG_ADD ||
           field == CV_F_REG_SPECIAL;
}

bool cv_form_is_summed(uint8_t state, cv_field field)
{
    if (state == CV_FORM_COUNTED) return true;
    return cv_field_is_register(field) && state != CV_FORM_COPY && state != CV_FORM_REPLACED &&
           state != CV_FORM_DUPLICATE && state != CV_FORM_REPEAT && state != CV_FORM_BOX;
}

/* The forms' column of a declared figure, computed from others where they have none. */
const cv_cell *cv_forms_total(const cv_forms *f, cv_field field)
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
    const cv_cell *own = cv_forms_column(f, field);
    for (size_t i = 0; i < sizeof computed / sizeof computed[0] && !own; i++)
        if (computed[i].field == field) own = f->derived[computed[i].derived];
    return own;
}

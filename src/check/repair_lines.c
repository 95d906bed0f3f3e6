#include "check/repair_lines.h"

#include "base/check.h"

/* The order in which forms have their lines: who was registered, what was received and given
 * out, who took part, what was left, what the boxes held, how it was counted. Lines of the case's
 * own follow, then the options. */
static const cv_field paper_order[] = {
    CV_F_REG_MAIN,   CV_F_REG_ADD,   CV_F_REG_SPECIAL, CV_F_REG,         CV_F_CERT_IN,
    CV_F_CERT_OUT,   CV_F_CERT_USED, CV_F_CERT_UNUSED, CV_F_CERT_LOST,   CV_F_RECV,
    CV_F_RECV_LATER, CV_F_PRINTED,   CV_F_ISS_EARLY,   CV_F_ISS_STATION, CV_F_ISS_OUT,
    CV_F_ISS_POST,   CV_F_ISS,       CV_F_SIGNED,      CV_F_TOOK_PART,   CV_F_ADM_CARD,
    CV_F_ADM_PROXY,  CV_F_ADM_PASS,  CV_F_ADMITTED,    CV_F_UNUSED,      CV_F_SPOILED,
    CV_F_CANCELLED,  CV_F_LOST,      CV_F_SURPLUS,     CV_F_BOX_OUT,     CV_F_BOX_STATION,
    CV_F_BOX_EARLY,  CV_F_BOX_POST,  CV_F_BOX_MACHINE, CV_F_BOX,         CV_F_FOREIGN,
    CV_F_VALID,      CV_F_BLANK,     CV_F_INVALID,     CV_F_INV_BLANK,   CV_F_INV_OVER,
    CV_F_INV_MARK,   CV_F_INV_OTHER, CV_F_CAST,
};
static const cv_field after_options[] = {CV_F_AGAINST,  CV_F_GONE, CV_F_WRITEIN, CV_F_DISPUTED,
                                         CV_F_OBJECTED, CV_F_MORE, CV_F_FEWER};

/* ---- lines ---- */

static void add_line(cv_repair_system *s, cv_field field, int32_t option, const cv_cell *column)
{
    if (!column) return;
    s->line[s->n_lines++] =
        (cv_repair_line){.field = field, .option = (int16_t)option, .column = column};
}

static const cv_cell *carried(const cv_plan *p, cv_field f)
{
    return f < CV_F_FIXED ? p->field[f] : cv_forms_column(p->f, f);
}

static void add_lines(cv_repair_system *s, cv_arena *work)
{
    const cv_plan *p = s->plan;
    s->line = cv_new(work, cv_repair_line, p->f->n_fields + p->contest->n_options);
    for (size_t i = 0; i < sizeof paper_order / sizeof paper_order[0]; i++)
        add_line(s, paper_order[i], -1, p->field[paper_order[i]]);
    for (int32_t k = 0; k < p->f->n_fields; k++)
        if (p->f->field[k] >= CV_F_FIXED) add_line(s, p->f->field[k], -1, p->f->cell[k]);
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        add_line(s, CV_F_NONE, o, p->f->votes[o]);
        s->line[s->n_lines - 1].blank_is_zero = p->e->profile.options_blank_zero;
    }
    for (size_t i = 0; i < sizeof after_options / sizeof after_options[0]; i++) {
        cv_field f = after_options[i];
        add_line(s, f, -1, p->field[f]);
        if (p->field[f] && (f == CV_F_MORE || f == CV_F_FEWER))
            s->line[s->n_lines - 1].blank_is_zero = true; /* an empty line states no difference */
    }
}

/* ---- sums written out ---- */

/* A relation on its way. */
typedef struct {
    const cv_repair_system *s;
    int64_t *times; /* [n_lines] */
    bool with_merged;
} sum;

static bool add_column(sum *x, const cv_cell *column, int64_t times)
{
    for (int32_t i = 0; i < x->s->n_lines; i++) {
        if (x->s->line[i].column != column) continue;
        x->times[i] += times;
        return true;
    }
    return false;
}

static bool has(const sum *x, cv_field f)
{
    return carried(x->s->plan, f) != NULL;
}

static void add_field(sum *x, cv_field f, int64_t times)
{
    if (has(x, f)) add_column(x, carried(x->s->plan, f), times);
}

static void add_fields(sum *x, cv_field from, cv_field to, int64_t times)
{
    for (cv_field f = from; f <= to; f++) add_field(x, f, times);
}

static void add_votes(sum *x, int64_t times)
{
    for (int32_t i = 0; i < x->s->n_lines; i++)
        if (x->s->line[i].option >= 0) x->times[i] += times;
    add_fields(x, CV_F_AGAINST, CV_F_WRITEIN, times);
}

static void add_valid(sum *x, int64_t times)
{
    if (has(x, CV_F_VALID))
        add_field(x, CV_F_VALID, times);
    else
        add_votes(x, times);
}

static bool has_kinds(const sum *x)
{
    for (cv_field f = CV_F_INV_BLANK; f <= CV_F_INV_OTHER; f++)
        if (has(x, f)) return true;
    return false;
}

/* As model/derive.c computes it. */
static void add_invalid(sum *x, int64_t times)
{
    if (has(x, CV_F_INVALID)) {
        add_field(x, CV_F_INVALID, times);
    } else if (has_kinds(x)) {
        add_fields(x, CV_F_INV_BLANK, CV_F_INV_OTHER, times);
    } else if (has(x, CV_F_CAST)) {
        add_field(x, CV_F_CAST, times);
        add_valid(x, -times);
        add_field(x, CV_F_BLANK, -times);
    }
}

static void add_cast(sum *x, int64_t times)
{
    add_valid(x, times);
    add_field(x, CV_F_BLANK, times);
    add_invalid(x, times);
}

static void add_whole_or_parts(sum *x, cv_field whole, cv_field from, cv_field to, int64_t times)
{
    if (has(x, whole))
        add_field(x, whole, times);
    else
        add_fields(x, from, to, times);
}

static void add_register(sum *x, int64_t times)
{
    bool inside = x->s->plan->e->profile.special_inside;
    add_whole_or_parts(x, CV_F_REG, CV_F_REG_MAIN, inside ? CV_F_REG_ADD : CV_F_REG_SPECIAL, times);
}

static void add_box(sum *x, int64_t times)
{
    bool any = has(x, CV_F_BOX);
    for (cv_field f = CV_F_BOX_OUT; f <= CV_F_BOX_MACHINE; f++) any = any || has(x, f);
    if (any)
        add_whole_or_parts(x, CV_F_BOX, CV_F_BOX_OUT, CV_F_BOX_MACHINE, times);
    else
        add_cast(x, times);
}

static void add_derived(sum *x, cv_derived d, int64_t times)
{
    switch (d) {
    case CV_D_REG: add_register(x, times); return;
    case CV_D_VALID: add_valid(x, times); return;
    case CV_D_SUM: add_votes(x, times); return;
    case CV_D_BLANK: add_field(x, CV_F_BLANK, times); return;
    case CV_D_INVALID: add_invalid(x, times); return;
    case CV_D_CAST: add_cast(x, times); return;
    case CV_D_ISS: add_whole_or_parts(x, CV_F_ISS, CV_F_ISS_EARLY, CV_F_ISS_POST, times); return;
    case CV_D_BOX: add_box(x, times); return;
    case CV_D_PERSONS:
    case CV_D_N: return;
    }
}

static void add_side(sum *x, const cv_side *side, int64_t sign)
{
    const cv_plan *p = x->s->plan;
    for (int32_t k = 0; k < side->n; k++) {
        const cv_cell *column = side->column[k];
        bool merged = column == p->limit && column != p->f->derived[CV_D_REG];
        if (merged) column = p->f->derived[CV_D_REG];
        x->with_merged = x->with_merged || merged;
        if (add_column(x, column, sign * side->times)) continue;
        for (int32_t d = 0; d < CV_D_PERSONS; d++) {
            if (p->f->derived[d] != column) continue;
            add_derived(x, (cv_derived)d, sign * side->times);
            break;
        }
    }
}

/* ---- relations ---- */

static void take_terms(cv_repair_system *s, cv_repair_relation *r, const sum *x, cv_arena *work)
{
    r->with_merged = x->with_merged;
    for (int32_t i = 0; i < s->n_lines; i++) r->n_terms += x->times[i] != 0;
    r->term = cv_new(work, cv_repair_term, r->n_terms);
    int32_t n = 0;
    for (int32_t i = 0; i < s->n_lines; i++)
        if (x->times[i]) r->term[n++] = (cv_repair_term){i, x->times[i]};
}

static bool is_structural(const cv_structural *structural, int64_t n, int16_t code)
{
    for (int64_t i = 0; i < n; i++)
        if (structural[i].code == code) return true;
    return false;
}

static bool is_for_repair(const cv_plan *p, const cv_planned *r)
{
    /* Relations of a form's profile or of the case are expressions, not sums of columns. */
    bool relation = !r->by_row && !r->that && (r->rel == CV_REL_EQ || r->rel == CV_REL_LE);
    return relation && p->use[r->info].severity == CV_ERROR && !(r->flags & CV_WARN_ABOVE);
}

static void add_relation(cv_repair_system *s, const cv_planned *rule, cv_arena *work)
{
    sum x = {.s = s, .times = cv_new(work, int64_t, s->n_lines)};
    add_side(&x, &rule->left, 1);
    add_side(&x, &rule->right, -1);
    cv_repair_relation *r = &s->relation[s->n_relations++];
    *r = (cv_repair_relation){
        .rule = rule,
        .is_limit = rule->rel == CV_REL_LE,
        .plus = rule->left.plus - rule->right.plus,
        .tolerance = rule->tolerance,
    };
    take_terms(s, r, &x, work);
    if (r->n_terms == 0) s->n_relations--;
}

/* C309 is no sum of columns, because an empty line states no difference; with zeros it is:
 * cast + fewer = admitted + more. */
static void add_difference(cv_repair_system *s, cv_arena *work)
{
    const cv_plan *p = s->plan;
    int32_t info = cv_rule_row(309);
    bool here = p->field[CV_F_ADMITTED] && (p->field[CV_F_MORE] || p->field[CV_F_FEWER]);
    if (!here || p->use[info].severity != CV_ERROR) return;
    sum x = {.s = s, .times = cv_new(work, int64_t, s->n_lines)};
    add_cast(&x, 1);
    add_field(&x, CV_F_FEWER, 1);
    add_field(&x, CV_F_ADMITTED, -1);
    add_field(&x, CV_F_MORE, -1);
    cv_repair_relation *r = &s->relation[s->n_relations++];
    *r = (cv_repair_relation){.rule = NULL};
    take_terms(s, r, &x, work);
}

/* C407, where a paper carries several votes: no option has more than there are papers. */
static void add_option_limits(cv_repair_system *s, cv_arena *work)
{
    const cv_plan *p = s->plan;
    if (p->per_ballot == 1 || !p->field[CV_F_VALID]) return;
    if (p->use[cv_rule_row(407)].severity != CV_ERROR) return;
    for (int32_t i = 0; i < s->n_lines; i++) {
        if (s->line[i].option < 0) continue;
        sum x = {.s = s, .times = cv_new(work, int64_t, s->n_lines)};
        x.times[i] = 1;
        add_field(&x, CV_F_VALID, -1);
        cv_repair_relation *r = &s->relation[s->n_relations++];
        *r = (cv_repair_relation){.is_limit = true};
        take_terms(s, r, &x, work);
    }
}

/* What the other forms of the contest let expect. */
static void add_up_votes(cv_repair_system *s, cv_arena *work)
{
    const cv_plan *p = s->plan;
    cv_count *votes = cv_new(work, cv_count, s->n_lines);
    for (int32_t i = 0; i < s->n_lines; i++) {
        const cv_repair_line *l = &s->line[i];
        if (l->option < 0 && l->field != CV_F_AGAINST) continue;
        for (int32_t row = 0; row < p->f->n; row++)
            if (cv_bit(p->counted, row) && l->column[row] > 0) votes[i] += l->column[row];
        s->all_votes += votes[i];
    }
    s->votes = votes;
}

/* The relations of each line. */
static void turn_round(cv_repair_system *s, cv_arena *work)
{
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < s->n_lines && pass; i++) {
            s->line[i].use = cv_new(work, cv_line_use, s->line[i].n_uses);
            s->line[i].n_uses = 0;
        }
        for (int32_t k = 0; k < s->n_relations; k++) {
            const cv_repair_relation *r = &s->relation[k];
            for (int32_t t = 0; t < r->n_terms; t++) {
                cv_repair_line *l = &s->line[r->term[t].line];
                if (pass) l->use[l->n_uses] = (cv_line_use){k, r->term[t].times};
                l->n_uses++;
                l->in_equality = l->in_equality || !r->is_limit;
            }
        }
    }
}

void cv_repair_system_make(cv_repair_system *out, const cv_plan *p, const cv_structural *structural,
                           int64_t n_structural, cv_arena *work)
{
    cv_repair_system s = {.plan = p};
    add_lines(&s, work);
    s.relation = cv_new(work, cv_repair_relation, p->n + 1 + p->contest->n_options);
    for (int32_t i = 0; i < p->n; i++) {
        if (!is_for_repair(p, &p->rule[i])) continue;
        if (is_structural(structural, n_structural, CV_RULES[p->rule[i].info].code)) continue;
        add_relation(&s, &p->rule[i], work);
    }
    add_difference(&s, work);
    add_option_limits(&s, work);
    turn_round(&s, work);
    add_up_votes(&s, work);
    *out = s;
}

bool cv_repair_applies(const cv_repair_system *s, const cv_repair_relation *r, int32_t row)
{
    if (!r->rule) return true;
    bool special = s->plan->e->station[s->plan->f->station[row].i].kind == CV_STATION_SPECIAL;
    if (r->rule->flags & CV_FOR_REGISTER && special) return false;
    return !cv_bit(r->rule->not_here, row);
}

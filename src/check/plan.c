#include "check/plan.h"

#include "base/check.h"
#include "check/expression.h"
#include "check/lines.h"
#include "check/pages.h"
#include "check/rows.h"

/* ---- lines ---- */

cv_lines cv_lines_of(cv_field field)
{
    if (field == CV_F_NONE) return 0;
    if (field < CV_F_FIXED) return UINT64_C(1) << field;
    return UINT64_C(1) << (CV_LINES_OWN + (field - CV_F_FIXED) % (64 - CV_LINES_OWN));
}

/* ---- the columns that belong to the plan ---- */

static void find_fields(cv_plan *p, cv_arena *work)
{
    const cv_cell **required = cv_new(work, const cv_cell *, p->f->n_fields);
    cv_field *field = cv_new(work, cv_field, p->f->n_fields);
    for (int32_t k = 0; k < p->f->n_fields; k++) {
        cv_field f = p->f->field[k];
        if (f >= CV_F_FIXED) continue;
        p->field[f] = cv_plan_carried(p, p->f->cell[k]);
        /* The stated difference is empty where there is none. */
        if (!p->field[f] || f == CV_F_MORE || f == CV_F_FEWER) continue;
        required[p->n_required] = p->f->cell[k];
        field[p->n_required++] = f;
    }
    p->required = required;
    p->required_field = field;
}

/* The first row of the station in the copy that `like` belongs to, or -1. Rows are ordered by
 * copy, then station. */
static int32_t row_in_copy(const cv_forms *f, int32_t like, cv_station_ix s)
{
    int32_t low = 0, high = f->n;
    while (low < high) {
        int32_t mid = low + (high - low) / 2;
        bool before =
            f->copy[mid] != f->copy[like] ? f->copy[mid] < f->copy[like] : f->station[mid].i < s.i;
        if (before)
            low = mid + 1;
        else
            high = mid;
    }
    bool found = low < f->n && f->copy[low] == f->copy[like] && f->station[low].i == s.i;
    return found ? low : -1;
}

enum { MOST_MERGES = 16 }; /* in a chain; more is circular: C810 */

static cv_station_ix merge_target(const cv_election *e, cv_station_ix s)
{
    for (int32_t i = 0; i < MOST_MERGES && e->station[s.i].merged_into.i >= 0; i++)
        s = e->station[s.i].merged_into;
    return s;
}

static bool has_merges(const cv_plan *p)
{
    for (int32_t i = 0; i < p->f->n; i++)
        if (p->e->station[p->f->station[i].i].is_merge_target) return true;
    return false;
}

/* Adds the registers of merged stations to those of the stations where their voters went. A
 * merged station whose register is not known leaves the limit of the other unknown. */
static void find_limit(cv_plan *p, cv_arena *work)
{
    const cv_cell *reg = p->f->derived[CV_D_REG];
    p->limit = reg;
    if (!has_merges(p)) return;
    cv_cell *limit = cv_new(work, cv_cell, p->f->n);
    for (int32_t i = 0; i < p->f->n; i++) limit[i] = reg[i];
    for (int32_t i = 0; i < p->f->n; i++) {
        cv_station_ix s = p->f->station[i], t = merge_target(p->e, s);
        if (t.i == s.i || (i > 0 && p->f->copy[i] == p->f->copy[i - 1] &&
                           p->f->station[i].i == p->f->station[i - 1].i))
            continue;
        int32_t at = row_in_copy(p->f, i, t);
        for (; at >= 0 && at < p->f->n && p->f->station[at].i == t.i; at++) {
            bool known = limit[at] >= 0 && reg[i] >= 0;
            int64_t sum = known ? (int64_t)limit[at] + reg[i] : CV_CELL_BLANK;
            limit[at] = sum > INT32_MAX ? INT32_MAX : (cv_cell)sum;
        }
    }
    p->limit = limit;
}

static void find_forms(cv_plan *p, cv_arena *work)
{
    p->n_words = (p->f->n + 63) / 64;
    p->counted = cv_new(work, uint64_t, p->n_words);
    p->annulled = cv_new(work, uint64_t, p->n_words);
    p->has_register = cv_new(work, uint64_t, p->n_words);
    p->gap = cv_new(work, uint64_t, p->n_words);
    for (int32_t i = 0; i < p->f->n; i++) {
        uint64_t bit = UINT64_C(1) << (i & 63);
        cv_station_kind kind = p->e->station[p->f->station[i].i].kind;
        if (p->f->state[i] == CV_FORM_COUNTED) p->counted[i >> 6] |= bit;
        if (p->f->state[i] == CV_FORM_ANNULLED) p->annulled[i >> 6] |= bit;
        if (kind != CV_STATION_POSTAL) p->has_register[i >> 6] |= bit;
    }
}

/* ---- rules ---- */

static cv_planned *add_rule(cv_plan *p, int16_t code, cv_arena *work)
{
    int32_t info = cv_rule_row_in(&p->e->profile, code);
    cv_assert(info >= 0);
    if (p->use[info].severity == CV_SEVERITY_OFF) return NULL;
    cv_planned *r = &p->rule[p->n++];
    *r = (cv_planned){
        .info = info,
        .left = {.times = 1},
        .right = {.times = 1},
        .relation = -1,
        .severity = p->use[info].severity,
        .tolerance = p->use[info].tolerance,
        .field = CV_F_NONE,
        .fails = cv_new(work, uint64_t, p->n_words),
        .open = cv_new(work, uint64_t, p->n_words),
        .not_here = cv_new(work, uint64_t, p->n_words),
    };
    return r;
}

static void add_to_side(cv_side *side, cv_found_line line)
{
    if (!line.column) return;
    side->column[side->n++] = line.column;
    side->lines |= line.lines;
}

static bool has_needs(const cv_plan *p, const cv_relation_rule *of)
{
    if (of->flags & CV_FOR_SINGLE && p->per_ballot != 1) return false;
    if (of->flags & CV_FOR_MULTI && p->per_ballot == 1) return false;
    for (int32_t i = 0; i < CV_NEEDS && of->needs[i]; i++)
        if (!cv_plan_line(p, of->needs[i]).column) return false;
    /* With papers issued as the participants, C304 is C302. */
    bool same = p->f->derived[CV_D_PERSONS] == p->f->derived[CV_D_ISS];
    return !(of->code == 302 && same);
}

/* True when the form's profile or the case says itself what must hold under the code. */
static bool is_given(const cv_plan *p, int16_t code)
{
    for (int32_t i = 0; i < p->e->profile.n_relations; i++)
        if (p->e->profile.relation[i].code == code && p->e->profile.relation[i].that.n) return true;
    return false;
}

/* What the profile's tolerance means for rules where it is no difference. */
static void apply_setting(cv_planned *r, const cv_rule_use *use)
{
    int16_t code = CV_RULES[r->info].code;
    if (r->flags & CV_WARN_ABOVE || code >= 900) r->tolerance = 0;
    if (!use->is_set) return;
    if (code == 901 || code == 902) r->right.times = use->tolerance;
    if (code == 905) r->at_least[0] = (int32_t)(use->tolerance < 1 ? 1 : use->tolerance);
}

static void plan_relation(cv_plan *p, const cv_relation_rule *of, cv_arena *work)
{
    cv_planned *r = add_rule(p, of->code, work);
    if (!r) return;
    r->of = of;
    r->rel = of->rel;
    r->means = of->means;
    r->flags = of->flags;
    for (int32_t i = 0; i < CV_TERMS && of->left[i]; i++)
        add_to_side(&r->left, cv_plan_line(p, of->left[i]));
    for (int32_t i = 0; i < CV_TERMS && of->right[i]; i++)
        add_to_side(&r->right, cv_plan_line(p, of->right[i]));
    if (of->left_times) r->left.times = of->left_times;
    if (of->right_times) r->right.times = of->right_times;
    if (of->flags & CV_FOR_MULTI) r->right.times = p->per_ballot;
    if (of->when) r->when[0] = cv_plan_line(p, of->when).column;
    r->at_least[0] = of->at_least;
    if (of->left[0] && !of->left[1] && !of->right[0]) r->field = (cv_field)(of->left[0] - 1);
    apply_setting(r, &p->use[r->info]);
}

static void plan_relations(cv_plan *p, cv_arena *work)
{
    for (int32_t i = 0; i < CV_N_RELATIONS; i++) {
        const cv_relation_rule *of = &CV_RELATIONS[i];
        bool taken = p->n > 0 && CV_RULES[p->rule[p->n - 1].info].code == of->code;
        if (!taken && !is_given(p, of->code) && has_needs(p, of)) plan_relation(p, of, work);
    }
}

/* ---- reports of turnout ---- */

typedef struct {
    cv_field field;
    int32_t minute;
} report;

enum { MOST_REPORTS = 32 };

static int32_t find_reports(report *out, const cv_plan *p)
{
    int32_t n = 0;
    for (int32_t k = 0; k < p->f->n_fields && n < MOST_REPORTS; k++) {
        report r = {p->f->field[k], p->e->field[p->f->field[k]].minute};
        if (r.minute < 0 || !cv_plan_carried(p, p->f->cell[k])) continue;
        int32_t at = n++;
        for (; at > 0 && out[at - 1].minute > r.minute; at--) out[at] = out[at - 1];
        out[at] = r;
    }
    return n;
}

static cv_planned *plan_report(cv_plan *p, int16_t code, cv_rel rel, cv_found_line left,
                               cv_found_line right, cv_arena *work)
{
    if (!left.column || !right.column || is_given(p, code)) return NULL;
    cv_planned *r = add_rule(p, code, work);
    if (!r) return NULL;
    r->rel = rel;
    add_to_side(&r->left, left);
    add_to_side(&r->right, right);
    return r;
}

static void plan_pair(cv_plan *p, report earlier, report later, cv_arena *work)
{
    enum { LONG_MINUTES = 180, LEAST_REGISTER = 200 };
    cv_found_line a = cv_plan_field(p, earlier.field), b = cv_plan_field(p, later.field);
    cv_planned *r = plan_report(p, 601, CV_REL_LE, a, b, work);
    if (r) r->field = later.field;
    if (later.minute - earlier.minute < LONG_MINUTES) return;
    r = plan_report(p, 604, CV_REL_NE, a, b, work);
    if (!r) return;
    r->field = later.field;
    r->when[0] = a.column, r->at_least[0] = 1;
    r->when[1] = p->f->derived[CV_D_REG], r->at_least[1] = LEAST_REGISTER;
}

/* After the last report at most three times as many people a minute as before it, and 30 more:
 * (persons - t) * before <= 3 * t * after + 30, with t on one side. */
static void plan_growth(cv_plan *p, report last, cv_found_line persons, cv_arena *work)
{
    enum { FASTER = 3, FLOOR = 30 };
    const cv_profile *profile = &p->e->profile;
    if (profile->opens < 0 || profile->closes <= last.minute || profile->opens >= last.minute)
        return;
    int64_t before = last.minute - profile->opens, after = profile->closes - last.minute;
    cv_planned *r = plan_report(p, 603, CV_REL_LE, persons, cv_plan_field(p, last.field), work);
    if (!r) return;
    r->field = last.field;
    r->left.times = before;
    r->right.times = before + FASTER * after;
    r->right.plus = p->use[r->info].is_set ? r->tolerance : FLOOR;
    r->tolerance = 0;
}

static void plan_reports(cv_plan *p, cv_arena *work)
{
    report at[MOST_REPORTS];
    int32_t n = find_reports(at, p);
    if (n == 0) return;
    for (int32_t i = 1; i < n; i++) plan_pair(p, at[i - 1], at[i], work);
    cv_found_line persons =
        p->field[CV_F_SIGNED] ? cv_plan_field(p, CV_F_SIGNED) : cv_plan_derived(p, CV_D_PERSONS);
    cv_found_line last = cv_plan_field(p, at[n - 1].field);
    cv_planned *r = plan_report(p, 602, CV_REL_LE, last, persons, work);
    if (r) r->field = at[n - 1].field;
    plan_growth(p, at[n - 1], persons, work);
}

/* ---- the plan ---- */

static void plan_row_rules(cv_plan *p, const cv_row_rule *rule, int32_t n, cv_arena *work)
{
    for (int32_t i = 0; i < n; i++) {
        if (is_given(p, rule[i].code) || !rule[i].applies(p)) continue;
        cv_planned *r = add_rule(p, rule[i].code, work);
        if (r) r->by_row = &rule[i];
    }
}

static void plan_rows(cv_plan *p, cv_arena *work)
{
    plan_row_rules(p, CV_ROW_RULES, CV_N_ROW_RULES, work);
    plan_row_rules(p, CV_PAGE_RULES, CV_N_PAGE_RULES, work);
}

/* ---- relations of the form's profile and of the case ---- */

/* What a code says about votes and registers stands in the catalogue, whoever wrote the relation.
 */
static const cv_relation_rule *like(int16_t code)
{
    for (int32_t i = 0; i < CV_N_RELATIONS; i++)
        if (CV_RELATIONS[i].code == code) return &CV_RELATIONS[i];
    return NULL;
}

static cv_meaning meaning_of(const cv_form_relation *of)
{
    const cv_relation_rule *row = like(of->code);
    switch (of->effect) {
    case CV_MEANT_CODE:
        if (of->code == 408) return CV_MEANS_COUNT; /* as C401, of lists */
        if (of->code == 409) return CV_MEANS_EXCESS;
        return row ? row->means : CV_MEANS_NONE;
    case CV_MEANT_NONE: return CV_MEANS_NONE;
    case CV_MEANT_EXCESS: return CV_MEANS_EXCESS;
    case CV_MEANT_COUNT: return CV_MEANS_COUNT;
    }
    return CV_MEANS_NONE;
}

static void plan_given(cv_plan *p, int32_t k, cv_arena *work)
{
    const cv_form_relation *of = &p->e->profile.relation[k];
    cv_bound *that = cv_new(work, cv_bound, 2), *here = that + 1;
    if (!of->that.n) return;
    if (!cv_expression_bind(that, &of->that, p, work)) return;
    if (of->when.n && !cv_expression_bind(here, &of->when, p, work)) return;
    cv_planned *r = add_rule(p, of->code, work);
    if (!r) return;
    const cv_relation_rule *row = like(of->code);
    r->that = that;
    r->here = of->when.n ? here : NULL;
    r->relation = (int16_t)k;
    r->severity = of->severity;
    r->tolerance = of->tolerance;
    r->means = meaning_of(of);
    r->flags = row ? row->flags & (CV_FOR_REGISTER | CV_WARN_ABOVE) : 0;
    r->field = that->field;
    r->left.lines = that->lines;
}

static void order_by_code(cv_plan *p)
{
    for (int32_t i = 1; i < p->n; i++) {
        cv_planned r = p->rule[i];
        int32_t at = i;
        for (; at > 0 && p->rule[at - 1].info > r.info; at--) p->rule[at] = p->rule[at - 1];
        p->rule[at] = r;
    }
}

cv_count cv_plan_cap(const cv_plan *p, int32_t row)
{
    cv_station_kind kind = p->e->station[p->f->station[row].i].kind;
    bool closed_register = kind != CV_STATION_POSTAL && kind != CV_STATION_SPECIAL;
    cv_count cap = p->e->profile.station_max;
    if (closed_register && p->limit[row] > 0 && (cap == CV_BLANK || p->limit[row] < cap))
        cap = p->limit[row];
    cv_count papers = 0;
    const cv_field in[] = {CV_F_RECV, CV_F_RECV_LATER, CV_F_PRINTED, CV_F_SURPLUS};
    for (size_t k = 0; k < sizeof in / sizeof in[0] && papers != CV_BLANK; k++) {
        const cv_cell *column = p->field[in[k]];
        cv_cell c = column ? column[row] : in[k] == CV_F_RECV ? CV_CELL_UNREPORTED : 0;
        papers = c >= 0 ? papers + c : c == CV_CELL_ABSENT ? papers : CV_BLANK;
    }
    if (papers > 0 && (cap == CV_BLANK || papers < cap)) cap = papers;
    return cap == CV_BLANK ? CV_BLANK : cap * p->per_ballot;
}

enum { NOT_LOOKED_FOR = -1 };

static cv_count find_largest_cap(const cv_plan *p)
{
    cv_count largest = CV_BLANK;
    for (int32_t i = 0; i < p->f->n; i++) {
        if (!cv_form_is_live(p->f->state[i])) continue;
        cv_count cap = cv_plan_cap(p, i);
        if (cap != CV_BLANK && cap > largest) largest = cap;
    }
    return largest;
}

cv_count cv_plan_room(const cv_plan *p, int32_t row)
{
    cv_count cap = cv_plan_cap(p, row);
    if (cap != CV_BLANK) return cap;
    if (*p->largest_cap == NOT_LOOKED_FOR) *p->largest_cap = find_largest_cap(p);
    return *p->largest_cap;
}

void cv_plan_make(cv_plan *out, const cv_election *e, cv_contest_ix c, const cv_rule_use *use,
                  cv_arena *work)
{
    const cv_contest *contest = &e->contest[c.i];
    cv_plan p = {.e = e, .contest = contest, .f = &e->forms[c.i], .c = c, .use = use};
    int32_t per_ballot = e->rule_set[contest->rule].per_ballot;
    p.per_ballot = per_ballot > 1 ? per_ballot : 1;
    find_fields(&p, work);
    find_limit(&p, work);
    find_forms(&p, work);
    p.pages = cv_pages_find(&p, work);
    p.rule = cv_new(work, cv_planned,
                    CV_N_RELATIONS + CV_N_ROW_RULES + CV_N_PAGE_RULES + 2 * MOST_REPORTS + 2 +
                        e->profile.n_relations);
    plan_relations(&p, work);
    plan_reports(&p, work);
    plan_rows(&p, work);
    for (int32_t k = 0; k < e->profile.n_relations; k++) plan_given(&p, k, work);
    order_by_code(&p);
    p.largest_cap = cv_new(work, cv_count, 1);
    *p.largest_cap = NOT_LOOKED_FOR;
    *out = p;
}

#include "check/tray.h"

#include "base/check.h"
#include "check/eval.h"
#include "check/expression.h"

cv_rule_count *cv_tray_count(cv_tray *s, cv_contest_ix c, int16_t code)
{
    int32_t info = cv_rule_row_in(&s->e->profile, code);
    cv_assert(info >= 0);
    return &s->count[(int64_t)c.i * s->n_rules + info];
}

bool cv_tray_wants(const cv_tray *s, int16_t code)
{
    return s->use[cv_rule_row(code)].severity != CV_SEVERITY_OFF;
}

cv_finding cv_tray_new(const cv_tray *s, cv_contest_ix c, int32_t row, int16_t code)
{
    return (cv_finding){
        .code = code,
        .severity = s->use[cv_rule_row_in(&s->e->profile, code)].severity,
        .contest = c,
        .station = row >= 0 ? s->e->forms[c.i].station[row] : CV_NO_STATION,
        .row = row,
        .other = -1,
        .other_contest = CV_NO_CONTEST,
        .relation = -1,
        .listed = -1,
        .option = -1,
        .field = CV_F_NONE,
        .left = CV_BLANK,
        .right = CV_BLANK,
        .change = CV_CHANGE_NONE,
        .cap = CV_BLANK,
    };
}

void cv_tray_add(cv_tray *s, const cv_finding *f, cv_lines lines)
{
    cv_room(s->pool, cv_raised, s->raised, s->n, s->cap);
    int32_t copy = f->row >= 0 ? s->e->forms[f->contest.i].copy[f->row] : -1;
    s->raised[s->n] = (cv_raised){*f, lines, copy};
    if (f->change == CV_CHANGE_CAP && f->severity < CV_WARNING)
        s->raised[s->n].f.severity = CV_WARNING; /* as with a rule that is switched off */
    s->n++;
}

/* ---- from a failing relation to votes ---- */

/* Ballots that may have to go are among those that were counted. */
static cv_count at_most_counted(const cv_plan *p, int32_t row, cv_count k)
{
    cv_cell cast = p->f->derived[CV_D_CAST][row], box = p->f->derived[CV_D_BOX][row];
    cv_cell most = box > cast ? box : cast;
    return most >= 0 && k > most ? most : k;
}

static void set_change(cv_finding *f, cv_change_kind change, cv_count votes)
{
    f->change = change;
    f->contradicted = f->k = votes;
}

static void to_votes(cv_finding *f, const cv_plan *p, const cv_planned *r, cv_count left,
                     cv_count right)
{
    bool above = left > right;
    cv_count delta = above ? left - right : right - left;
    switch (r->means) {
    case CV_MEANS_NONE: return;
    case CV_MEANS_UNLIKE: f->contradicted = delta; return;
    case CV_MEANS_EXCESS: set_change(f, CV_CHANGE_OFF, delta); break;
    case CV_MEANS_NOWHERE:
        if (!above) set_change(f, CV_CHANGE_OFF, delta);
        break;
    case CV_MEANS_COUNT: set_change(f, above ? CV_CHANGE_ADD : CV_CHANGE_OFF, delta); break;
    case CV_MEANS_UNSIGNED:
        f->contradicted = delta;
        if (above) set_change(f, CV_CHANGE_OFF, delta);
        break;
    case CV_MEANS_SHORT:
        if (!p->e->profile.missing_adds) return;
        f->change = CV_CHANGE_ADD;
        f->k = delta;
        break;
    }
    if (f->change == CV_CHANGE_OFF) f->k = at_most_counted(p, f->row, f->k);
}

/* ---- severity ---- */

static cv_severity severity_of(const cv_tray *s, const cv_plan *p, const cv_planned *r,
                               const cv_finding *f)
{
    const cv_rule_use *use = &s->use[r->info];
    if (r->flags & CV_WARN_ABOVE && use->is_set) {
        if (cv_finding_amount(f) <= use->tolerance) return CV_NOTE;
        return f->severity > CV_WARNING ? f->severity : CV_WARNING;
    }
    /* The register of a special station is not closed: more persons than names are no error. */
    bool is_special = p->e->station[f->station.i].kind == CV_STATION_SPECIAL;
    return r->flags & CV_FOR_REGISTER && is_special ? CV_NOTE : f->severity;
}

/* ---- which findings have one cause ---- */

static bool holds(const cv_planned *r, int32_t row)
{
    return r->of && r->rel == CV_REL_EQ && !cv_bit(r->fails, row) && !cv_bit(r->open, row) &&
           !cv_bit(r->not_here, row);
}

/* The lines of a finding with those that an equation which holds ties to them. The box and the
 * papers counted agree: more papers in it than were issued, and more counted than persons
 * signed, are then the same papers too many. */
static cv_lines with_tied(const cv_plan *p, int32_t row, cv_lines lines)
{
    for (cv_lines before = 0; before != lines;) {
        before = lines;
        for (int32_t i = 0; i < p->n; i++) {
            const cv_planned *r = &p->rule[i];
            cv_lines tied = r->left.lines | r->right.lines;
            if (tied & lines && tied & ~lines && holds(r, row)) lines |= tied;
        }
    }
    return lines;
}

static void add_of_form(cv_tray *s, const cv_plan *p, const cv_finding *f, cv_lines lines)
{
    if (cv_tray_counts(f)) lines = with_tied(p, f->row, lines);
    cv_tray_add(s, f, lines);
}

static void add_relation(cv_tray *s, const cv_plan *p, const cv_planned *r, int32_t row)
{
    cv_finding f = cv_tray_new(s, p->c, row, cv_rule_at(&p->e->profile, r->info)->code);
    cv_eval_sides(r, row, &f.left, &f.right);
    to_votes(&f, p, r, f.left, f.right);
    if (r->means == CV_MEANS_NONE) { /* the reader sees the figures, not their multiples */
        f.left = (f.left - r->left.plus) / r->left.times;
        f.right = r->right.times ? (f.right - r->right.plus) / r->right.times : 0;
    }
    f.field = r->field;
    f.cap = cv_plan_cap(p, row);
    f.severity = severity_of(s, p, r, &f);
    add_of_form(s, p, &f, r->left.lines | r->right.lines);
}

static void add_given(cv_tray *s, const cv_plan *p, const cv_planned *r, int32_t row)
{
    cv_finding f = cv_tray_new(s, p->c, row, cv_rule_at(&p->e->profile, r->info)->code);
    cv_expression_sides(r->that, p, row, &f.left, &f.right);
    f.severity = r->severity;
    f.relation = r->relation;
    f.field = r->field;
    f.cap = cv_plan_cap(p, row);
    if (f.left != CV_BLANK && f.right != CV_BLANK) to_votes(&f, p, r, f.left, f.right);
    f.severity = severity_of(s, p, r, &f);
    if (f.left < 0 || f.right < 0) f.left = f.right = CV_BLANK; /* a difference is no figure */
    add_of_form(s, p, &f, r->that->lines);
}

static void add_by_row(cv_tray *s, const cv_plan *p, const cv_planned *r, int32_t row)
{
    cv_finding f = cv_tray_new(s, p->c, row, r->by_row->code);
    f.cap = cv_plan_cap(p, row);
    cv_lines lines = r->by_row->fill(&f, p, row);
    add_of_form(s, p, &f, lines);
}

/* ---- a plan ---- */

static int64_t bits(const uint64_t *word, int32_t n)
{
    int64_t sum = 0;
    for (int32_t w = 0; w < n; w++) sum += __builtin_popcountll(word[w]);
    return sum;
}

static void add_rule(cv_tray *s, const cv_plan *p, const cv_planned *r)
{
    cv_rule_count *n = &s->count[(int64_t)p->c.i * s->n_rules + r->info];
    int64_t all = bits(p->counted, p->n_words);
    if (r->by_row && r->by_row->for_annulled) all += bits(p->annulled, p->n_words);
    int64_t open = bits(r->open, p->n_words), not_here = bits(r->not_here, p->n_words);
    n->n_undecidable += open;
    n->n_not_applicable += not_here;
    n->n_checked += all - open - not_here;
    for (int32_t w = 0; w < p->n_words; w++) {
        for (uint64_t left = r->fails[w]; left; left &= left - 1) {
            int32_t row = 64 * w + __builtin_ctzll(left);
            if (r->by_row)
                add_by_row(s, p, r, row);
            else if (r->that)
                add_given(s, p, r, row);
            else
                add_relation(s, p, r, row);
        }
    }
}

/* Other rules compare forms with each other, and count what they compare. */
static bool is_about_one_form(int16_t code)
{
    bool compares = code == 506 || code == 605 || code == 909;
    return !compares && (code < 700 || code == 808 || code == 811 || code >= 900);
}

void cv_tray_plan(cv_tray *s, const cv_plan *p)
{
    bool planned[CV_N_RULES + CV_OWN_MOST] = {false};
    for (int32_t i = 0; i < p->n; i++) {
        planned[p->rule[i].info] = true;
        add_rule(s, p, &p->rule[i]);
    }
    int64_t all = bits(p->counted, p->n_words);
    for (int32_t i = 0; i < s->n_rules; i++)
        if (!planned[i] && s->use[i].severity != CV_SEVERITY_OFF &&
            is_about_one_form(cv_rule_at(&s->e->profile, i)->code))
            s->count[(int64_t)p->c.i * s->n_rules + i].n_not_applicable += all;
}

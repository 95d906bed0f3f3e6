#include "base/check.h"
#include "law/law.h"

cv_law_figures cv_law_no_figures(void)
{
    cv_law_figures f;
    for (int i = 0; i < CV_N_LAW_QUANTITIES; i++) f.value[i] = CV_BLANK;
    return f;
}

/* Votes are at most 10^12 and p, q at most 10^9: the products fit with room to spare. */
bool cv_law_compares(cv_count part, cv_law_relation relation, int64_t p, int64_t q, cv_count whole)
{
    cv_assert(q > 0 && part != CV_BLANK && whole != CV_BLANK);
    int order = cv_wide_cmp(cv_times(part, q), cv_times(p, whole));
    switch (relation) {
    case CV_LAW_LT: return order < 0;
    case CV_LAW_LE: return order <= 0;
    case CV_LAW_EQ: return order == 0;
    case CV_LAW_GE: return order >= 0;
    case CV_LAW_GT: return order > 0;
    default: break;
    }
    cv_assert(!"a relation of numbers");
    return false;
}

/* An answer and, where there is none, what is missing. */
typedef struct {
    cv_law_answer answer;
    cv_law_why why;
} found;

static found ask_side(cv_law_side *out, const cv_law_condition *c, cv_law_quantity base,
                      const cv_law_figures *f)
{
    *out = (cv_law_side){.condition = c,
                         .base = base,
                         .part = f->value[c->part],
                         .whole = c->absolute ? 1 : f->value[base],
                         .answer = CV_LAW_UNDECIDABLE};
    if (c->q == 0) return (found){CV_LAW_UNDECIDABLE, CV_LAW_WHY_NO_VALUE};
    /* A figure of one contest says nothing of its areas, unless even the whole falls short. */
    if (out->part == CV_BLANK || out->whole == CV_BLANK || c->each_area)
        return (found){CV_LAW_UNDECIDABLE, CV_LAW_WHY_NO_FIGURE};
    out->left = cv_times(out->part, c->q);
    out->right = cv_times(c->p, out->whole);
    bool holds = cv_law_compares(out->part, c->relation, c->p, c->q, out->whole);
    out->answer = holds ? CV_LAW_REACHED : CV_LAW_NOT_REACHED;
    return (found){out->answer, CV_LAW_WHY_NONE};
}

/* All readings of the base must agree; one that has no answer leaves none. */
static found ask_condition(cv_law_side *side, int32_t *n, const cv_law_condition *c,
                           const cv_law_figures *f)
{
    if (c->absolute) return ask_side(&side[(*n)++], c, CV_LAW_NOTHING, f);
    found all = ask_side(&side[(*n)++], c, c->base[0], f);
    for (int32_t i = 1; i < c->n_bases; i++) {
        found one = ask_side(&side[(*n)++], c, c->base[i], f);
        if (all.answer == CV_LAW_UNDECIDABLE || one.answer == all.answer) continue;
        all =
            one.answer == CV_LAW_UNDECIDABLE ? one : (found){CV_LAW_UNDECIDABLE, CV_LAW_WHY_BASES};
    }
    return all;
}

/* Joined by AND: one that is not reached answers for all. */
static found both(found a, found b)
{
    if (a.answer == CV_LAW_NOT_REACHED || b.answer == CV_LAW_REACHED) return a;
    return b.answer == CV_LAW_NOT_REACHED || a.answer == CV_LAW_REACHED ? b : a;
}

/* Joined by OR: one that is reached answers for all. */
static found either(found a, found b)
{
    if (a.answer == CV_LAW_REACHED || b.answer == CV_LAW_NOT_REACHED) return a;
    return b.answer == CV_LAW_REACHED || a.answer == CV_LAW_NOT_REACHED ? b : a;
}

void cv_law_ask(cv_law_line *out, const cv_law_rule *rule, const cv_law_figures *figures,
                cv_arena *keep)
{
    *out = (cv_law_line){.rule = rule, .answer = CV_LAW_JUDGED, .option = -1};
    if (rule->n_conditions == 0) return;
    cv_law_side *side = cv_new(keep, cv_law_side, (int64_t)rule->n_conditions * CV_LAW_BASES_MAX);
    found all = {CV_LAW_NOT_REACHED, CV_LAW_WHY_NONE};
    for (int32_t i = 0; i < rule->n_conditions;) {
        int32_t group = rule->condition[i].group;
        found one = ask_condition(side, &out->n_sides, &rule->condition[i++], figures);
        for (; i < rule->n_conditions && rule->condition[i].group == group; i++)
            one = both(one, ask_condition(side, &out->n_sides, &rule->condition[i], figures));
        all = group == 0 ? one : either(all, one);
    }
    out->side = side;
    out->answer = all.answer;
    out->why = all.why;
}

#include "sensitivity/answers.h"

#include "sensitivity/issue_fall.h"
#include "sensitivity/rises.h"

/* ---- all together ---- */

enum { TOGETHER = 6, COMBINATIONS = 4096 };

/* Questions that meet at a place, directly or through others. */
typedef struct {
    int32_t *group; /* [n_issues] number of the first question of its group */
} groups;

static void join(groups *g, int32_t n, int32_t a, int32_t b)
{
    int32_t from = g->group[a] > g->group[b] ? g->group[a] : g->group[b];
    int32_t to = g->group[a] > g->group[b] ? g->group[b] : g->group[a];
    for (int32_t i = 0; i < n; i++)
        if (g->group[i] == from) g->group[i] = to;
}

static groups groups_of(const cv_seat_questions *s, cv_arena *scratch)
{
    groups g = {cv_new(scratch, int32_t, s->n_issues)};
    int32_t *first = cv_new(scratch, int32_t, s->n_places);
    for (int32_t p = 0; p < s->n_places; p++) first[p] = -1;
    for (int32_t i = 0; i < s->n_issues; i++) g.group[i] = i;
    for (int32_t i = 0; i < s->n_issues; i++) {
        const cv_issue *it = &s->issue[i];
        for (int32_t a = 0; it->shares && a < it->n_answers; a++)
            for (int32_t u = 0; u < it->answer[a].n_units; u++)
                for (int32_t k = 0; k < it->answer[a].unit[u].n_places; k++) {
                    int32_t p = it->answer[a].unit[u].place[k];
                    if (first[p] >= 0) join(&g, s->n_issues, first[p], i);
                    first[p] = i;
                }
    }
    return g;
}

static cv_fall leaf_fall(const cv_seat_questions *s, const cv_weights *w, int32_t n,
                         const int32_t *issue, const int32_t *answer, cv_arena scratch)
{
    cv_leaf leaf;
    cv_leaf_of(&leaf, s, n, issue, answer, &scratch);
    cv_fall out = cv_pools_fall(&leaf.pools, w);
    out.fall -= cv_weigh(w, leaf.z, leaf.z[w->n], leaf.z[w->n + 1]);
    out.fall -= cv_times(leaf.annulled_registered, w->annulled_registered) +
                cv_times(leaf.annulled_stations, w->annulled_stations);
    return out;
}

/* Goes through the answers of each of `n` questions; -1 is dismissed. False after the last. */
static bool next_answers(const cv_seat_questions *s, int32_t n, const int32_t *issue,
                         int32_t *answer)
{
    for (int32_t i = 0; i < n; i++) {
        if (++answer[i] < s->issue[issue[i]].n_answers) return true;
        answer[i] = -1;
    }
    return false;
}

/* The largest fall over the answers of a group, beyond what the missing forms give. */
static cv_fall group_fall(const cv_seat_questions *s, const cv_weights *w, int32_t n,
                          const int32_t *issue, cv_fall facts, cv_arena scratch)
{
    cv_fall best = {0, false};
    int32_t *all = cv_new(&scratch, int32_t, n), tried = 0;
    int32_t *given = cv_new(&scratch, int32_t, n), *which = cv_new(&scratch, int32_t, n);
    for (int32_t i = 0; i < n; i++) all[i] = -1;
    while (next_answers(s, n, issue, all) && tried++ < COMBINATIONS) {
        int32_t k = 0;
        for (int32_t i = 0; i < n; i++)
            if (all[i] >= 0) given[k] = issue[i], which[k++] = all[i];
        cv_fall one = leaf_fall(s, w, k, given, which, scratch);
        one.fall -= facts.fall;
        best.no_limit = best.no_limit || one.no_limit;
        if (one.fall > best.fall) best.fall = one.fall;
    }
    return best;
}

static cv_fall sum_of(const cv_seat_questions *s, const cv_weights *w, int32_t n,
                      const int32_t *issue, cv_arena scratch)
{
    cv_fall sum = {0, false};
    for (int32_t i = 0; i < n; i++) {
        cv_fall one = cv_issue_fall(s, &s->issue[issue[i]], w, scratch);
        sum.fall += one.fall;
        sum.no_limit = sum.no_limit || one.no_limit;
    }
    return sum;
}

static bool few_answers(const cv_seat_questions *s, int32_t n, const int32_t *issue)
{
    int64_t all = 1;
    for (int32_t i = 0; i < n; i++) {
        all *= s->issue[issue[i]].n_answers + 1;
        if (s->issue[issue[i]].not_linear || all > COMBINATIONS) return false;
    }
    return n <= TOGETHER;
}

cv_fall cv_answers_fall(const cv_seat_questions *s, const cv_weights *w, cv_arena scratch)
{
    groups g = groups_of(s, &scratch);
    cv_fall facts = leaf_fall(s, w, 0, NULL, NULL, scratch), sum = facts;
    int32_t *member = cv_new(&scratch, int32_t, s->n_issues);
    for (int32_t first = 0; first < s->n_issues; first++) {
        int32_t n = 0;
        if (g.group[first] != first) continue;
        for (int32_t i = first; i < s->n_issues; i++)
            if (g.group[i] == first) member[n++] = i;
        bool meet = s->issue[first].shares && few_answers(s, n, member);
        cv_fall one =
            meet ? group_fall(s, w, n, member, facts, scratch) : sum_of(s, w, n, member, scratch);
        sum.fall += one.fall;
        sum.no_limit = sum.no_limit || one.no_limit;
    }
    return sum;
}

/* ---- one by one ---- */

static cv_count in_votes(cv_fall fall, int64_t unit)
{
    if (fall.no_limit) return CV_BLANK;
    cv_wide votes = cv_ceil_div(fall.fall, unit);
    return votes > CV_COUNT_MAX ? CV_BLANK : cv_narrow(votes);
}

/* What is certain of all answers together with "dismissed", which changes nothing. */
static void give_range(cv_count *low, cv_count *high, const cv_seat_questions *s,
                       const cv_issue *it, const cv_assertion *shown, cv_arena scratch)
{
    cv_assertion up = cv_turned_round(shown, s->n_options, &scratch);
    cv_weights falls = cv_weights_of(shown, s->n_options, &scratch);
    cv_weights rises = cv_weights_of(&up, s->n_options, &scratch);
    cv_count most = in_votes(cv_issue_fall(s, it, &falls, scratch), falls.unit);
    *low = most == CV_BLANK ? CV_BLANK : -most;
    *high = in_votes(cv_issue_fall(s, it, &rises, scratch), rises.unit);
}

static void give_ranges(cv_search *out, const cv_seat_questions *s, const cv_assertion *shown,
                        cv_arena scratch)
{
    cv_question_reach *q = (cv_question_reach *)out->question;
    for (int32_t i = 0; shown && i < s->n_issues; i++) {
        cv_arena here = scratch;
        give_range(&q[i].low, &q[i].high, s, &s->issue[i], shown, here);
        const cv_issue *other = cv_issue_with_bound(s, i, !s->in->narrow_recount, &here);
        if (other) give_range(&q[i].other_low, &q[i].other_high, s, other, shown, here);
    }
}

cv_status cv_answers_find(cv_search *out, const cv_seat_questions *s, const cv_assertion *shown,
                          cv_arena *keep, cv_arena scratch, cv_error *err)
{
    CV_TRY(cv_search_sets(out, s, 0, keep, scratch, err));
    give_ranges(out, s, shown, scratch);
    return CV_OK;
}

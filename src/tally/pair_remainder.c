#include "tally/pair.h"

static cv_count votes_of_run(const cv_work *w, const bool *lists)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < w->n; i++)
        if (lists[i]) sum += w->totals->votes[i];
    return sum;
}

/* Seats between the two: the holder keeps its last while T_A − T_B > between × quota. */
static int32_t between(cv_pair p)
{
    return p.held - p.wants - 1;
}

/* parts·(T_A − T_B) − between·V > 0, for a quota of V/parts. */
static cv_rest exact_rest(const cv_work *w, const cv_list_run *run, const bool *lists, cv_pair p)
{
    int32_t parts = cv_quota_parts(w->rules->quota, run->n_seats);
    cv_rest r = cv_rest_pair(p.holder, p.rival, CV_ABOVE, CV_ON_PAIR);
    r.up = r.down = parts;
    r.share = between(p);
    r.base = CV_REST_LISTS;
    r.lists = lists;
    return r;
}

/* The quota as it stands. */
static cv_rest fixed_rest(const cv_list_run *run, cv_pair p)
{
    cv_rest r = cv_rest_pair(p.holder, p.rival, CV_ABOVE, CV_ON_PAIR);
    r.constant = -(int64_t)between(p) * run->remainder.quota_num;
    return r;
}

/* T_A − T_B − between × quota after k papers of the holder went, or k for the rival came. */
static cv_wide gap_after(const cv_work *w, const cv_list_run *run, cv_pair p, cv_count votes,
                         cv_count k, int sign)
{
    cv_count lead = w->totals->votes[p.holder] - w->totals->votes[p.rival] - k;
    cv_quota_value q = cv_quota_of(w->rules->quota, votes + sign * k, run->n_seats);
    return lead - cv_times(between(p), q.num);
}

/* The first k that closes the gap. A rounded quota moves by at most one vote for a paper, so
 * the gap shrinks by at most 1 + |between| a paper and no k is stepped over. */
static cv_count first_closing(const cv_work *w, const cv_list_run *run, cv_pair p, cv_count votes,
                              int sign)
{
    cv_count most = sign < 0 ? w->totals->votes[p.holder] : CV_COUNT_MAX - votes;
    int32_t c = sign * between(p); /* > 0: the quota's move helps to close */
    cv_wide step = 1 + (c > 0 ? c : 0);
    for (cv_count k = 0; k <= most;) {
        cv_wide gap = gap_after(w, run, p, votes, k, sign);
        if (gap <= 0) return k;
        k += cv_narrow(cv_ceil_div(gap, step));
    }
    return CV_NEVER;
}

cv_moves cv_remainder_moves(const cv_work *w, const cv_list_run *run, const bool *lists, cv_pair p)
{
    if (cv_quota_is_exact(w->rules->quota)) {
        cv_rest r = exact_rest(w, run, lists, p);
        return cv_rest_moves(w, &r);
    }
    cv_rest r = fixed_rest(run, p);
    cv_moves m = cv_rest_moves(w, &r);
    cv_count votes = votes_of_run(w, lists);
    m.removal = first_closing(w, run, p, votes, -1);
    m.addition = first_closing(w, run, p, votes, 1);
    return m;
}

/* The quota lies between V/parts − 1 and V/parts + 1, so this implies that the seat stays. */
static cv_rest cautious_rest(const cv_work *w, const cv_list_run *run, const bool *lists, cv_pair p)
{
    cv_rest r = exact_rest(w, run, lists, p);
    int64_t c = between(p);
    r.constant = -(c < 0 ? -c : c) * r.up;
    return r;
}

void cv_remainder_assert(cv_work *w, const cv_list_run *run, const bool *lists, cv_pair p)
{
    cv_rest r = exact_rest(w, run, lists, p);
    if (!cv_quota_is_exact(w->rules->quota)) {
        r = cautious_rest(w, run, lists, p);
        if (cv_rest_value(w, &r) <= 0) {
            cv_assert_lists_stay(w, lists);
            r = fixed_rest(run, p);
        }
    }
    cv_rest_assert(w, &r);
}

/* Seats to lists: thresholds, the formula, lots, and the cap (methods.md, Lists). */
#include <string.h>

#include "tally/threshold.h"
#include "tally/work.h"

/* Votes of the lists that take part in a run; the others have none. */
static cv_count *votes_of_run(cv_work *w, const bool *capped)
{
    cv_count *votes = cv_new(w->keep, cv_count, w->n);
    for (int32_t i = 0; i < w->n; i++)
        votes[i] = w->takes_part[i] && !capped[i] ? w->totals->votes[i] : 0;
    return votes;
}

static void keep_run(cv_work *w, cv_list_run run)
{
    cv_room(w->keep, cv_list_run, w->run, w->n_runs, w->cap_runs);
    w->run[w->n_runs++] = run;
}

/* Settles the tie that an engine stopped at. `sign` is −1 where the lot takes seats away. */
static cv_status draw(cv_work *w, int32_t *seats, const bool *claim, int32_t places, int sign,
                      bool *tied)
{
    const int32_t *chosen;
    CV_TRY(cv_work_lot(w, &chosen, claim, places));
    *tied = !chosen;
    if (!chosen && sign < 0)
        for (int32_t i = 0; i < w->n; i++) seats[i] -= claim[i]; /* beyond doubt */
    if (!chosen) {
        cv_work_tie(w, claim, places, sign < 0 ? CV_LOT_FOR_LOSS : CV_LOT_FOR_SEAT);
        return CV_OK;
    }
    for (int32_t i = 0; i < places; i++) {
        seats[chosen[i]] += sign;
        cv_work_step(w, (cv_tally_step){sign < 0 ? CV_STEP_SEAT_TAKEN : CV_STEP_LOT_SEAT, chosen[i],
                                        -1, 1, w->totals->votes[chosen[i]], 1});
    }
    return CV_OK;
}

/* ---- highest averages ---- */

static void divisor_steps(cv_work *w, const cv_divisor_result *r)
{
    for (int32_t i = 0; i < r->n_steps; i++) {
        cv_divisor_step s = r->steps[i];
        int64_t number = w->totals->votes[s.list];
        if (w->rules->divisors.kind == CV_SERIES_DEAN) number *= 2 * (int64_t)s.k - 1;
        cv_work_step(w, (cv_tally_step){CV_STEP_SEAT, s.list, -1, 1, number,
                                        cv_divisor_at(w->rules->divisors, s.k)});
    }
}

/* A list at the cap asks for no more seats; the others go on by their next averages. */
static cv_status by_divisors(cv_work *w)
{
    bool *nobody = cv_new(w->keep, bool, w->n), tied = false;
    cv_divisor_input in = {votes_of_run(w, nobody), w->n, w->seats, w->rules->seat_cap,
                           w->rules->divisors};
    cv_divisor_result r;
    CV_TRY(cv_divisor_assign(&r, &in, w->keep, *w->scratch, w->err));
    divisor_steps(w, &r);
    if (r.lot_seats) CV_TRY(draw(w, r.seats, r.in_lot, r.lot_seats, 1, &tied));
    keep_run(w, (cv_list_run){
                    .votes = in.votes, .seats = r.seats, .n_seats = w->seats, .capped = nobody});
    memcpy(w->out.seats, r.seats, (size_t)w->n * sizeof *r.seats);
    w->out.vacant = r.vacant;
    if (!tied) cv_work_end(w, CV_DECIDED, CV_WHY_MOST_VOTES, -1);
    return CV_OK;
}

/* ---- largest remainder ---- */

static void remainder_steps(cv_work *w, const cv_list_run *run)
{
    const cv_remainder_result *r = &run->remainder;
    for (int32_t i = 0; i < w->n; i++)
        if (run->votes[i] > 0)
            cv_work_step(w, (cv_tally_step){CV_STEP_QUOTA_SEATS, i, -1, r->whole[i],
                                            r->remainder[i], r->quota_den});
    for (int32_t i = 0; i < r->n_order; i++)
        cv_work_step(w, (cv_tally_step){r->over ? CV_STEP_SEAT_TAKEN : CV_STEP_SEAT, r->order[i],
                                        -1, 1, r->remainder[r->order[i]], r->quota_den});
}

/* One run among the lists not yet capped, up to its tie. */
static cv_status run_remainders(cv_work *w, const bool *capped, int32_t n_seats)
{
    cv_list_run run = {.votes = votes_of_run(w, capped), .n_seats = n_seats, .capped = capped};
    cv_remainder_input in = {run.votes,
                             w->n,
                             n_seats,
                             w->rules->quota,
                             w->rules->over_award,
                             w->rules->remainders_repeat};
    CV_TRY(cv_remainder_assign(&run.remainder, &in, w->keep, *w->scratch, w->err));
    run.seats = run.remainder.seats;
    remainder_steps(w, &run);
    keep_run(w, run);
    return CV_OK;
}

/* Marks the lists that a run carried past the cap. Returns how many. */
static int32_t find_capped(cv_work *w, const cv_list_run *run, bool *capped)
{
    int32_t found = 0;
    for (int32_t i = 0; i < w->n; i++) {
        int32_t past = run->seats[i] - w->rules->seat_cap;
        if (capped[i] || w->rules->seat_cap == 0 || past <= 0) continue;
        capped[i] = true;
        found++;
        cv_work_step(w, (cv_tally_step){CV_STEP_SEAT_TAKEN, i, -1, past, 0, 1});
    }
    return found;
}

/* A lot is asked for only when it matters: a list that is past the cap whatever the lot says
 * makes this run void. */
static cv_status settle_run(cv_work *w, bool *capped, int32_t *n_capped, bool *tied)
{
    const cv_list_run *run = &w->run[w->n_runs - 1];
    const cv_remainder_result *r = &run->remainder;
    bool sure = !r->lot_takes; /* before a lot takes seats, none is beyond doubt */
    *tied = false;
    *n_capped = sure ? find_capped(w, run, capped) : 0;
    if (*n_capped > 0 || r->lot_seats == 0) return CV_OK;
    CV_TRY(draw(w, r->seats, r->in_lot, r->lot_seats, r->lot_takes ? -1 : 1, tied));
    if (!*tied) *n_capped = find_capped(w, run, capped);
    return CV_OK;
}

/* The lists past the cap keep the cap's seats; the others are counted anew for the rest. */
static cv_status by_remainders(cv_work *w)
{
    bool *capped = cv_new(w->keep, bool, w->n), tied = false;
    int32_t left = w->seats, more = 0;
    do {
        bool *before = cv_new(w->keep, bool, w->n);
        memcpy(before, capped, (size_t)w->n * sizeof *capped);
        CV_TRY(run_remainders(w, before, left));
        if (w->run[w->n_runs - 1].remainder.unknown) {
            cv_work_end(w, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN, -1);
            return CV_OK;
        }
        CV_TRY(settle_run(w, capped, &more, &tied));
        left -= more * w->rules->seat_cap;
    } while (more > 0);
    const cv_list_run *last = &w->run[w->n_runs - 1];
    for (int32_t i = 0; i < w->n; i++)
        w->out.seats[i] = last->capped[i] ? w->rules->seat_cap : last->seats[i];
    w->out.vacant = last->remainder.vacant;
    if (!tied) cv_work_end(w, CV_DECIDED, CV_WHY_MOST_VOTES, -1);
    return CV_OK;
}

static void list_winners(cv_work *w)
{
    for (int32_t i = 0; i < w->n; i++)
        if (w->out.seats[i] > 0) cv_work_winner(w, i);
}

cv_status cv_lists_decide(cv_work *w)
{
    if (!cv_thresholds_apply(w)) return CV_OK;
    if (w->seats == 0) {
        cv_work_end(w, CV_DECIDED, CV_WHY_NONE, -1);
        return CV_OK;
    }
    if (w->rules->engine == CV_ENGINE_DIVISOR)
        CV_TRY(by_divisors(w));
    else
        CV_TRY(by_remainders(w));
    list_winners(w);
    return CV_OK;
}

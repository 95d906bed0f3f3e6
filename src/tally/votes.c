/* Most votes: plurality, block and two-round share one order of questions (methods.md, Plurality
 * and Two rounds): too many votes for barred options, turnout, against all, and then who has the
 * most votes and whether that is enough. */
#include "tally/work.h"

static cv_count votes_of(const cv_work *w, int32_t option)
{
    return w->totals->votes[option];
}

static cv_rank rank_options(cv_work *w)
{
    cv_rank rank = cv_rank_open(w->keep, w->n);
    for (int32_t i = 0; i < w->n; i++)
        if (cv_work_seatable(w, i) && votes_of(w, i) > 0) cv_rank_add(&rank, i, votes_of(w, i));
    cv_rank_sort(&rank);
    if (rank.n > 0) {
        w->leader = rank.option[0];
        w->leading = rank.value[0];
    }
    for (int32_t i = 0; i < rank.n; i++)
        cv_work_step(w, (cv_tally_step){CV_STEP_RANK, rank.option[i], -1, 0, rank.value[i], 1});
    return rank;
}

static void condition_step(cv_work *w, int32_t option, int32_t which, bool holds, cv_count part,
                           cv_base base)
{
    cv_work_step(w, (cv_tally_step){holds ? CV_STEP_PASSES : CV_STEP_FAILS, option, which, 0, part,
                                    cv_totals_base(w->totals, base)});
}

/* ---- reasons for an empty seat, before anybody's votes are compared ---- */

static bool void_by_barred(cv_work *w)
{
    if (!w->rules->has_barred_void) return false;
    if (cv_barred_votes(w) == 0) return false;
    cv_test test = cv_barred_holds(w);
    if (test == CV_TEST_FAILS) return false;
    if (test == CV_TEST_HOLDS)
        cv_work_end(w, CV_VOID, CV_WHY_BARRED, -1);
    else
        cv_work_no_answer(w, test, -1);
    return true;
}

static bool void_by_turnout(cv_work *w)
{
    if (!w->rules->has_turnout_min) return false;
    cv_test test = cv_share_holds(w, w->totals->participants, w->rules->turnout_min);
    if (test == CV_TEST_HOLDS) return false;
    if (test == CV_TEST_FAILS)
        cv_work_end(w, CV_VOID, CV_WHY_TURNOUT, -1);
    else
        cv_work_no_answer(w, test, -1);
    return true;
}

static bool void_by_against(cv_work *w)
{
    if (w->against < 0) return false;
    cv_count against = votes_of(w, w->against), valid = w->totals->valid;
    bool empty = false;
    switch (w->rules->against) {
    case CV_AGAINST_NONE: break;
    case CV_AGAINST_VOID_IF_ABOVE_LEADER: empty = against > w->leading; break;
    case CV_AGAINST_VOID_IF_AT_LEAST_LEADER: empty = against > 0 && against >= w->leading; break;
    case CV_AGAINST_VOID_IF_ABOVE_HALF:
        if (valid == CV_BLANK) {
            cv_work_no_answer(w, CV_TEST_BLANK, -1);
            return true;
        }
        empty = 2 * against > valid;
        break;
    }
    if (empty) cv_work_end(w, CV_VOID, CV_WHY_AGAINST_ALL, -1);
    return empty;
}

/* ---- is the first far enough ahead? ---- */

/* One alternative: its share, and its lead over the second. */
static cv_test alternative_holds(cv_work *w, int32_t which, cv_count first, cv_count second)
{
    const cv_win_condition *win = &w->rules->win[which];
    cv_test share = cv_share_holds(w, first, win->share);
    cv_test lead = CV_TEST_HOLDS;
    if (win->has_lead) lead = cv_share_holds(w, first - second, win->lead);
    if (share == CV_TEST_FAILS || lead == CV_TEST_FAILS) return CV_TEST_FAILS;
    return share != CV_TEST_HOLDS ? share : lead;
}

/* Any alternative will do. One that has no answer matters only when no other holds. */
static cv_test win_condition(cv_work *w, const cv_rank *rank, int32_t *which)
{
    cv_test found = w->rules->n_win == 0 ? CV_TEST_HOLDS : CV_TEST_FAILS;
    cv_count second = rank->n > 1 ? rank->value[1] : 0;
    *which = -1;
    for (int32_t i = 0; i < w->rules->n_win; i++) {
        cv_test test = alternative_holds(w, i, rank->value[0], second);
        if (test == CV_TEST_HOLDS || test == CV_TEST_FAILS)
            condition_step(w, rank->option[0], i, test == CV_TEST_HOLDS, rank->value[0],
                           w->rules->win[i].share.base);
        if (test == CV_TEST_FAILS) continue;
        found = test;
        *which = i;
        if (test == CV_TEST_HOLDS) return test;
    }
    return found;
}

static cv_test min_share(cv_work *w, cv_count votes)
{
    return w->rules->has_min_share ? cv_share_holds(w, votes, w->rules->min_share) : CV_TEST_HOLDS;
}

/* ---- who sits ---- */

/* The first `places` of the ranking, with a lot where the last place is shared. Returns with
 * *tied set when the lot has not been drawn. */
static cv_status seat(cv_work *w, const cv_rank *rank, int32_t places, cv_lot_purpose purpose,
                      bool *tied)
{
    cv_cut cut = cv_rank_cut(rank, places);
    *tied = false;
    for (int32_t i = 0; i < cut.n_sure; i++) cv_work_winner(w, rank->option[i]);
    if (cut.n_tied == 0) return CV_OK;
    bool *claim = cv_new(w->keep, bool, w->n);
    for (int32_t i = 0; i < cut.n_tied; i++) claim[rank->option[cut.n_sure + i]] = true;
    const int32_t *chosen;
    CV_TRY(cv_work_lot(w, &chosen, claim, cut.places));
    if (!chosen) {
        cv_work_tie(w, claim, cut.places, purpose);
        *tied = true;
        return CV_OK;
    }
    for (int32_t i = 0; i < cut.places; i++) {
        cv_work_winner(w, chosen[i]);
        cv_work_step(w, (cv_tally_step){CV_STEP_LOT_SEAT, chosen[i], -1, purpose == CV_LOT_FOR_SEAT,
                                        votes_of(w, chosen[i]), 1});
    }
    return CV_OK;
}

static cv_status give_seats(cv_work *w, const cv_rank *rank, cv_why why, int32_t reason_i)
{
    bool tied;
    CV_TRY(seat(w, rank, w->seats, CV_LOT_FOR_SEAT, &tied));
    for (int32_t i = 0; i < w->out.n_winners; i++) w->out.seats[w->out.winner[i]] = 1;
    w->out.vacant = w->seats - w->out.n_winners - w->out.lot_places;
    if (!tied) cv_work_end(w, CV_DECIDED, why, reason_i);
    return CV_OK;
}

static cv_status hold_runoff(cv_work *w, const cv_rank *rank, cv_why why)
{
    if (rank->n < 2 || w->rules->runoff_top < 2) { /* a run-off of one: the law must say */
        cv_work_end(w, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN, -1);
        return CV_OK;
    }
    int32_t places = w->rules->runoff_top;
    if (w->rules->runoff_all_tied) {
        cv_cut cut = cv_rank_cut(rank, places);
        places = cut.n_sure + cut.n_tied;
    }
    bool tied;
    CV_TRY(seat(w, rank, places, CV_LOT_FOR_RUNOFF, &tied));
    if (!tied) cv_work_end(w, CV_RUNOFF, why, -1);
    return CV_OK;
}

static int32_t count_seatable(const cv_work *w)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n; i++) n += cv_work_seatable(w, i);
    return n;
}

static cv_status decide_one(cv_work *w, const cv_rank *rank)
{
    const cv_rule_set *rules = w->rules;
    bool two_round = rules->engine == CV_ENGINE_TWO_ROUND;
    if (two_round && rules->two_decide_at_once && count_seatable(w) == 2)
        return give_seats(w, rank, CV_WHY_TWO_ON_BALLOT, -1);
    int32_t which = -1;
    cv_test win = two_round ? win_condition(w, rank, &which) : CV_TEST_HOLDS;
    cv_test share = min_share(w, rank->value[0]);
    if (win == CV_TEST_FAILS) return hold_runoff(w, rank, CV_WHY_NO_MAJORITY);
    if (share == CV_TEST_FAILS && (two_round || rules->min_share_runoff))
        return hold_runoff(w, rank, CV_WHY_MIN_SHARE);
    if (share == CV_TEST_FAILS) {
        cv_work_end(w, CV_VOID, CV_WHY_MIN_SHARE, -1);
        return CV_OK;
    }
    if (win != CV_TEST_HOLDS || share != CV_TEST_HOLDS) {
        cv_work_no_answer(w, win != CV_TEST_HOLDS ? win : share, which);
        return CV_OK;
    }
    return give_seats(w, rank, two_round ? CV_WHY_WIN_CONDITION : CV_WHY_MOST_VOTES, which);
}

/* Several seats: each winner needs the minimum share; a seat whose winner lacks it stays empty. */
static cv_status decide_several(cv_work *w, cv_rank *rank)
{
    int32_t n = rank->n;
    for (int32_t i = rank->n - 1; i >= 0; i--) {
        cv_test test = min_share(w, rank->value[i]);
        if (test == CV_TEST_HOLDS) break;
        if (test != CV_TEST_FAILS) {
            cv_work_no_answer(w, test, -1);
            return CV_OK;
        }
        rank->n--;
    }
    if (rank->n == 0 && n > 0) {
        cv_work_end(w, CV_VOID, CV_WHY_MIN_SHARE, -1);
        return CV_OK;
    }
    return give_seats(w, rank, CV_WHY_MOST_VOTES, -1);
}

cv_status cv_votes_decide(cv_work *w)
{
    cv_rank rank = rank_options(w);
    if (void_by_barred(w) || void_by_turnout(w) || void_by_against(w)) return CV_OK;
    if (w->seats == 0) {
        cv_work_end(w, CV_DECIDED, CV_WHY_NONE, -1);
        return CV_OK;
    }
    if (rank.n == 0) {
        w->out.vacant = w->seats;
        cv_work_end(w, CV_INCOMPLETE, CV_WHY_NO_VOTES, -1);
        return CV_OK;
    }
    return w->seats == 1 ? decide_one(w, &rank) : decide_several(w, &rank);
}

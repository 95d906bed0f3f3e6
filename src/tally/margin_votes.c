/* What a result of plurality, block or two rounds rests on (methods.md, Margins and
 * Assertions). */
#include "tally/goal.h"
#include "tally/margin.h"
#include "tally/rest.h"

static void take(cv_work *w, const cv_rest *r)
{
    cv_rest_assert(w, r);
    cv_margin_take(&w->out.margin, cv_rest_moves(w, r), r->on, r->winner, r->loser);
}

static void take_goal(cv_work *w, cv_goal goal)
{
    cv_moves moves = cv_goal_moves(w, &goal);
    cv_margin_take(&w->out.margin, moves, CV_ON_CONDITION, -1, goal.option);
}

static bool *winners(const cv_work *w)
{
    bool *is = cv_new(w->scratch, bool, w->n);
    for (int32_t i = 0; i < w->out.n_winners; i++) is[w->out.winner[i]] = true;
    return is;
}

static int32_t count_seatable(const cv_work *w)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n; i++) n += cv_work_seatable(w, i);
    return n;
}

static bool two_decide(const cv_work *w)
{
    return w->rules->engine == CV_ENGINE_TWO_ROUND && w->rules->two_decide_at_once &&
           count_seatable(w) == 2;
}

/* The share of one option under every reading of its base, as it holds or fails; into the margin,
 * or asserted only. */
static void share(cv_work *w, int32_t option, cv_share_test test, bool holds, bool counts)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, test);
    for (int32_t i = 0; i < n; i++) {
        cv_rest r = cv_rest_share(option, reading[i], holds, CV_ON_CONDITION);
        if (counts)
            take(w, &r);
        else
            cv_rest_assert(w, &r);
    }
}

static cv_rest has_votes(int32_t option)
{
    return (cv_rest){.on = CV_ON_CONDITION,
                     .winner = option,
                     .loser = -1,
                     .up = 1,
                     .base = CV_REST_NO_BASE,
                     .relation = CV_ABOVE};
}

static cv_rest has_no_votes(int32_t option)
{
    return (cv_rest){.on = CV_ON_CONDITION,
                     .winner = -1,
                     .loser = option,
                     .down = 1,
                     .base = CV_REST_NO_BASE,
                     .relation = CV_AT_LEAST};
}

/* Somebody who alone has votes would leave the count without any: no other outcome. */
static void keeps_votes(cv_work *w, int32_t option)
{
    cv_rest r = has_votes(option);
    if (w->out.n_winners > 1)
        take(w, &r);
    else
        cv_rest_assert(w, &r);
}

/* ---- why the seat is not empty, or is ---- */

static cv_rest turnout_rest(cv_share_test t, bool holds)
{
    int sign = holds ? 1 : -1;
    cv_relation opposite = t.relation == CV_ABOVE ? CV_AT_LEAST : CV_ABOVE;
    return (cv_rest){.on = CV_ON_CONDITION,
                     .winner = -1,
                     .loser = -1,
                     .share = sign * t.share.p,
                     .base = (int)t.base,
                     .turnout = sign * t.share.q,
                     .relation = holds ? t.relation : opposite};
}

static void turnout(cv_work *w, bool holds)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, w->rules->turnout_min);
    for (int32_t i = 0; i < n; i++) {
        cv_rest r = turnout_rest(reading[i], holds);
        if (holds)
            take(w, &r);
        else
            cv_rest_assert(w, &r);
    }
}

/* Barred votes and their base are taken as before a decision cancelled them. */
static cv_rest barred_rest(const cv_work *w, cv_share_test test, bool is_void)
{
    bool *barred = cv_new(w->keep, bool, w->n);
    int32_t any = -1;
    for (int32_t i = 0; i < w->n; i++) {
        barred[i] = cv_work_facts(w, i).standing == CV_BARRED;
        if (barred[i]) any = i;
    }
    cv_count cancelled = cv_barred_votes(w);
    for (int32_t i = 0; i < w->n; i++)
        if (barred[i]) cancelled -= w->totals->votes[i];
    cv_rest r = cv_rest_share(any, test, false, CV_ON_CONDITION);
    r.losers = barred;
    r.constant =
        cv_times(test.share.p, cv_cancelled_from(w, test.base)) - cv_times(test.share.q, cancelled);
    if (!is_void) return r;
    r.down = -r.down; /* the same line from its other side; asserted, never counted down */
    r.share = -r.share;
    r.constant = -r.constant;
    r.relation = test.relation;
    return r;
}

/* Every reading of the rule: they agree, or there would be no outcome. */
static void barred(cv_work *w, bool is_void)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, w->rules->barred_void);
    for (int32_t i = 0; i < n; i++) {
        cv_rest r = barred_rest(w, reading[i], is_void);
        if (is_void)
            cv_rest_assert(w, &r);
        else
            take(w, &r);
    }
}

static bool any_barred(const cv_work *w)
{
    for (int32_t i = 0; i < w->n; i++)
        if (cv_work_facts(w, i).standing == CV_BARRED) return true;
    return false;
}

static cv_rest against_half_rest(const cv_work *w, bool is_void)
{
    cv_share_test half = {
        {1, 2},
        CV_ABOVE, CV_BASE_VALID
    };
    return cv_rest_share(w->against, half, is_void, CV_ON_CONDITION);
}

/* Against all stays behind the leader. Whom it would have to pass is everybody. */
static void not_against(cv_work *w)
{
    if (w->against < 0 || w->rules->against == CV_AGAINST_NONE) return;
    if (w->rules->against == CV_AGAINST_VOID_IF_ABOVE_HALF) {
        cv_rest r = against_half_rest(w, false);
        take(w, &r);
        return;
    }
    bool above = w->rules->against == CV_AGAINST_VOID_IF_ABOVE_LEADER;
    cv_rest r =
        cv_rest_pair(w->leader, w->against, above ? CV_AT_LEAST : CV_ABOVE, CV_ON_CONDITION);
    cv_rest_assert(w, &r);
    take_goal(w, (cv_goal){.option = w->against, .which = -1, .against = true});
}

static void not_void(cv_work *w)
{
    if (w->rules->has_barred_void && any_barred(w)) barred(w, false);
    if (w->rules->has_turnout_min) turnout(w, true);
    not_against(w);
}

/* ---- one seat, given ---- */

static cv_rest lead_rest(int32_t winner, int32_t loser, cv_share_test lead)
{
    cv_rest r = cv_rest_share(winner, lead, true, CV_ON_CONDITION);
    r.loser = loser;
    r.down = loser >= 0 ? r.up : 0;
    return r;
}

/* One alternative fails under one reading at least; a reading whose base is not known did not
 * decide, and cannot hold. Returns false where none is known. */
static bool break_alternative(cv_moves *all, const cv_work *w, int32_t winner, int32_t rival,
                              cv_share_test test, bool lead)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, test);
    bool any = false;
    *all = CV_MOVES_NEVER;
    for (int32_t i = 0; i < n; i++) {
        cv_base base = reading[i].base;
        if (base == CV_BASE_UNKNOWN || cv_totals_base(w->totals, base) == CV_BLANK) continue;
        cv_rest r = lead ? lead_rest(winner, rival, reading[i])
                         : cv_rest_share(winner, reading[i], true, CV_ON_CONDITION);
        *all = cv_moves_either(*all, cv_rest_moves(w, &r));
        any = true;
    }
    return any;
}

/* All alternatives fail at once, each by its share or, where bit i of `by_lead` says so, by its
 * lead over `rival`. Moving votes from the winner to the rival serves all of them best. */
static void break_alternatives(cv_work *w, int32_t winner, int32_t rival, int32_t by_lead)
{
    cv_moves all = {0}, one;
    for (int32_t i = 0; i < w->rules->n_win; i++) {
        const cv_win_condition *win = &w->rules->win[i];
        bool lead = (by_lead >> i) & 1;
        if (lead && !win->has_lead) return;
        if (break_alternative(&one, w, winner, rival, lead ? win->lead : win->share, lead))
            all = cv_moves_both(all, one);
    }
    cv_margin_take(&w->out.margin, all, CV_ON_CONDITION, winner, by_lead ? rival : -1);
}

/* Over `rival`; −1 where the winner stands alone and leads by all its votes. */
static void leads_over(cv_work *w, int32_t winner, int32_t rival)
{
    const cv_win_condition *held = &w->rules->win[w->out.reason_i];
    for (int32_t by = 1; by < 1 << w->rules->n_win; by++) break_alternatives(w, winner, rival, by);
    if (!held->has_lead) return;
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, held->lead);
    for (int32_t i = 0; i < n; i++) {
        cv_rest lead = lead_rest(winner, rival, reading[i]);
        cv_rest_assert(w, &lead);
    }
}

static void win_condition(cv_work *w, int32_t winner)
{
    const cv_win_condition *held = &w->rules->win[w->out.reason_i];
    share(w, winner, held->share, true, false);
    break_alternatives(w, winner, -1, 0);
    bool alone = true;
    for (int32_t l = 0; l < w->n; l++) {
        if (l == winner || !cv_work_seatable(w, l)) continue;
        alone = false;
        leads_over(w, winner, l);
    }
    if (alone) leads_over(w, winner, -1);
}

static void one_seat(cv_work *w)
{
    int32_t winner = w->out.winner[0], n_rivals = 0;
    for (int32_t l = 0; l < w->n; l++) {
        if (l == winner || !cv_work_seatable(w, l)) continue;
        cv_rest r = cv_rest_pair(winner, l, CV_ABOVE, CV_ON_PAIR);
        take(w, &r);
        n_rivals++;
    }
    if (n_rivals == 0) keeps_votes(w, winner);
    if (two_decide(w)) return;
    if (w->rules->has_min_share) share(w, winner, w->rules->min_share, true, true);
    if (w->rules->engine == CV_ENGINE_TWO_ROUND) win_condition(w, winner);
}

/* ---- several seats ---- */

static void keeps_seat(cv_work *w, int32_t winner, const bool *is_winner)
{
    bool pairs = false;
    for (int32_t l = 0; l < w->n && w->out.vacant == 0; l++) {
        if (is_winner[l] || !cv_work_seatable(w, l)) continue;
        cv_rest r = cv_rest_pair(winner, l, CV_ABOVE, CV_ON_PAIR);
        take(w, &r);
        pairs = true;
    }
    if (!pairs) keeps_votes(w, winner);
    if (w->rules->has_min_share) share(w, winner, w->rules->min_share, true, true);
}

static void several_seats(cv_work *w)
{
    const bool *is_winner = winners(w);
    for (int32_t o = 0; o < w->n; o++) {
        if (!cv_work_seatable(w, o)) continue;
        if (is_winner[o]) keeps_seat(w, o, is_winner);
        if (is_winner[o] || w->out.vacant == 0) continue;
        cv_rest r = has_no_votes(o);
        if (w->rules->has_min_share)
            share(w, o, w->rules->min_share, false, true);
        else
            take(w, &r);
    }
}

/* ---- a run-off ---- */

static int32_t first_rival(const cv_work *w, int32_t option)
{
    int32_t first = -1;
    for (int32_t l = 0; l < w->n; l++) {
        if (l == option || !cv_work_seatable(w, l)) continue;
        if (first < 0 || w->totals->votes[l] > w->totals->votes[first]) first = l;
    }
    return first;
}

/* Asserts one reason why an alternative does not hold for an option. */
static void asserts_not_won(cv_work *w, int32_t option, const cv_win_condition *win)
{
    cv_count votes = w->totals->votes[option];
    int32_t rival = first_rival(w, option);
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    cv_rest r;
    if (win && cv_share_holds(w, votes, win->share) == CV_TEST_FAILS) {
        share(w, option, win->share, false, false);
    } else if (w->rules->has_min_share &&
               cv_share_holds(w, votes, w->rules->min_share) == CV_TEST_FAILS) {
        share(w, option, w->rules->min_share, false, false);
    } else if (win && win->has_lead && rival >= 0 && option == w->leader) {
        int32_t n = cv_share_readings(reading, win->lead);
        for (int32_t i = 0; i < n; i++) {
            r = cv_rest_share(option, reading[i], false, CV_ON_CONDITION);
            r.winner = rival;
            r.up = r.down;
            cv_rest_assert(w, &r);
        }
    } else {
        r = cv_rest_pair(w->leader, option, CV_ABOVE, CV_ON_CONDITION);
        cv_rest_assert(w, &r);
    }
}

static void nobody_won(cv_work *w)
{
    int32_t n_win = w->rules->engine == CV_ENGINE_TWO_ROUND ? w->rules->n_win : 0;
    for (int32_t o = 0; o < w->n; o++) {
        if (!cv_work_seatable(w, o)) continue;
        for (int32_t i = 0; i < (n_win ? n_win : 1); i++) {
            asserts_not_won(w, o, n_win ? &w->rules->win[i] : NULL);
            take_goal(w, (cv_goal){.option = o,
                                   .which = n_win ? i : -1,
                                   .needs_share = w->rules->has_min_share});
        }
    }
}

/* More than runoff_top go on because the last ones tie: one vote less for any of them, or one
 * more for as many as had places, parts them. */
static void stays_tied(cv_work *w)
{
    int32_t n = w->out.n_winners, places = w->rules->runoff_top;
    if (n <= places) return;
    int32_t last = w->out.winner[n - 1];
    for (int32_t i = 0; i < n - 1; i++) {
        int32_t o = w->out.winner[i];
        cv_rest r = cv_rest_pair(o, last, CV_AT_LEAST, CV_ON_RUNOFF);
        cv_rest_assert(w, &r); /* a sign of 0 says that they tie */
        places -= w->totals->votes[o] > w->totals->votes[last];
    }
    cv_moves parted = {1, places == 1 ? 1 : CV_NEVER, 1, 1, places};
    cv_margin_take(&w->out.margin, parted, CV_ON_RUNOFF, -1, last);
}

/* Who stays outside is behind each who goes on; where nobody stays outside, or there is room for
 * more, having votes is enough. A run-off of one is none. */
static void runoff(cv_work *w)
{
    const bool *goes_on = winners(w);
    bool room = w->out.n_winners < w->rules->runoff_top;
    bool outsiders = false;
    for (int32_t l = 0; l < w->n; l++) outsiders |= cv_work_seatable(w, l) && !goes_on[l];
    for (int32_t l = 0; l < w->n; l++) {
        if (!cv_work_seatable(w, l)) continue;
        cv_rest r = goes_on[l] ? has_votes(l) : has_no_votes(l);
        r.on = CV_ON_RUNOFF;
        if (room || !outsiders) take(w, &r);
        for (int32_t i = 0; i < w->out.n_winners && !goes_on[l] && !room; i++) {
            r = cv_rest_pair(w->out.winner[i], l, CV_ABOVE, CV_ON_RUNOFF);
            take(w, &r);
        }
    }
    stays_tied(w);
    nobody_won(w);
}

/* ---- an empty seat ---- */

static void asserts_void(cv_work *w)
{
    cv_rest r;
    if (w->out.why == CV_WHY_TURNOUT) {
        turnout(w, false);
    } else if (w->out.why == CV_WHY_BARRED) {
        barred(w, true);
    } else if (w->out.why == CV_WHY_AGAINST_ALL &&
               w->rules->against == CV_AGAINST_VOID_IF_ABOVE_HALF) {
        r = against_half_rest(w, true);
        cv_rest_assert(w, &r);
    } else {
        bool above = w->rules->against == CV_AGAINST_VOID_IF_ABOVE_LEADER;
        for (int32_t o = 0; o < w->n; o++) {
            if (!cv_work_seatable(w, o)) continue;
            if (w->out.why != CV_WHY_AGAINST_ALL) {
                share(w, o, w->rules->min_share, false, false);
                continue;
            }
            r = cv_rest_pair(w->against, o, above ? CV_ABOVE : CV_AT_LEAST, CV_ON_CONDITION);
            cv_rest_assert(w, &r);
        }
        /* Nobody and nothing: no votes. Where nobody may sit, one vote is above the leader. */
        if (w->out.why == CV_WHY_AGAINST_ALL && (!above || count_seatable(w) == 0)) {
            r = has_votes(w->against);
            cv_rest_assert(w, &r);
        }
    }
}

/* Somebody gets far enough for the seat, or for a run-off. */
static void empty_seat(cv_work *w)
{
    asserts_void(w);
    bool runoff_next =
        w->seats == 1 && (w->rules->engine == CV_ENGINE_TWO_ROUND || w->rules->min_share_runoff);
    for (int32_t o = 0; o < w->n; o++)
        if (cv_work_seatable(w, o))
            take_goal(w, (cv_goal){.option = o,
                                   .which = -1,
                                   .needs_share = w->rules->has_min_share && !runoff_next});
}

void cv_margins_of_votes(cv_work *w)
{
    if (w->out.kind == CV_VOID) {
        empty_seat(w);
        return;
    }
    if (w->out.n_winners == 0) return;
    not_void(w);
    if (w->out.kind == CV_RUNOFF)
        runoff(w);
    else if (w->seats == 1)
        one_seat(w);
    else
        several_seats(w);
}

/* What an allocation to lists rests on: that no list can take a seat from another, and that no
 * list crosses a threshold (methods.md, Assertions and Margins). */
#include <string.h>

#include "tally/margin.h"
#include "tally/pair.h"
#include "tally/recount.h"
#include "tally/threshold.h"

/* ---- thresholds ---- */

/* The rest of one reading of the threshold; where its base is clear there is one. */
static cv_rest line_rest(const cv_threshold_line *line, cv_share_test reading)
{
    return cv_rest_share(line->option, reading, line->passes, CV_ON_THRESHOLD);
}

static void threshold_line(cv_work *w, cv_threshold_line *line)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, w->rules->threshold[line->which]);
    line->margin = CV_NO_MARGIN;
    for (int32_t i = 0; i < n; i++) {
        cv_rest r = line_rest(line, reading[i]);
        cv_rest_assert(w, &r);
        cv_margin_take(&line->margin, cv_rest_moves(w, &r), CV_ON_THRESHOLD, r.winner, r.loser);
    }
}

static void threshold_lines(cv_work *w)
{
    for (int32_t i = 0; i < w->out.n_thresholds; i++) threshold_line(w, &w->out.threshold[i]);
}

/* To the other side of one reading at least. */
static cv_moves line_moves(const cv_work *w, const cv_threshold_line *line)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, w->rules->threshold[line->which]);
    cv_moves all = CV_MOVES_NEVER;
    for (int32_t i = 0; i < n; i++) {
        cv_rest r = line_rest(line, reading[i]);
        all = cv_moves_either(all, cv_rest_moves(w, &r));
    }
    return all;
}

/* A list falls out by one threshold, and comes in by all. */
static cv_moves crossing(const cv_work *w, int32_t option)
{
    cv_moves out = CV_MOVES_NEVER, in = {0};
    for (int32_t i = 0; i < w->out.n_thresholds; i++) {
        const cv_threshold_line *line = &w->out.threshold[i];
        if (line->option != option) continue;
        cv_moves m = line_moves(w, line);
        if (line->passes)
            out = cv_moves_either(out, m);
        else
            in = cv_moves_both(in, m);
    }
    return w->takes_part[option] ? out : in;
}

/* ---- pairs ---- */

static const bool *lists_of(cv_work *w, const cv_list_run *run)
{
    bool *lists = cv_new(w->keep, bool, w->n);
    for (int32_t i = 0; i < w->n; i++) lists[i] = w->takes_part[i] && !run->capped[i];
    return lists;
}

static void each_pair(cv_work *w, const cv_list_run *run, const bool *lists, cv_pair p,
                      cv_margin *margin)
{
    bool divisors = w->rules->engine == CV_ENGINE_DIVISOR;
    cv_moves m = divisors ? cv_average_moves(w, p) : cv_remainder_moves(w, run, lists, p);
    cv_margin_take(margin, m, CV_ON_PAIR, p.holder, p.rival);
    if (divisors)
        cv_average_assert(w, p);
    else
        cv_remainder_assert(w, run, lists, p);
}

/* A list at the cap cannot gain by averages; in a count by remainders it might, and is set
 * aside then. */
static bool may_gain(const cv_work *w, const cv_list_run *run, int32_t list)
{
    bool divisors = w->rules->engine == CV_ENGINE_DIVISOR;
    return !divisors || w->rules->seat_cap == 0 || run->seats[list] < w->rules->seat_cap;
}

static void pairs_of_run(cv_work *w, const cv_list_run *run, cv_margin *margin)
{
    const bool *lists = lists_of(w, run);
    for (int32_t a = 0; a < w->n; a++)
        for (int32_t b = 0; b < w->n; b++) {
            if (a == b || !lists[a] || !lists[b] || run->seats[a] < 1) continue;
            if (!may_gain(w, run, b)) continue;
            each_pair(w, run, lists, (cv_pair){a, b, run->seats[a], run->seats[b]}, margin);
        }
}

/* When a list's having votes, or none, decides by itself: seats that nobody took go to the first
 * vote for a list below the cap; where a cap holds the others back, or no other list takes part,
 * a list without votes leaves its seats empty. */
static bool votes_matter(const cv_work *w, int32_t list)
{
    bool empty = w->out.vacant > 0, alone = true;
    if (w->totals->votes[list] == 0) return empty;
    for (int32_t i = 0; i < w->n; i++)
        alone &= i == list || !w->takes_part[i] || w->totals->votes[i] == 0;
    return w->out.seats[list] > 0 && (empty || alone || w->rules->seat_cap > 0);
}

static void vacancies(cv_work *w, cv_margin *margin)
{
    for (int32_t i = 0; i < w->n; i++) {
        if (!w->takes_part[i] || !votes_matter(w, i)) continue;
        bool has = w->totals->votes[i] > 0;
        cv_rest r = {.on = CV_ON_PAIR,
                     .winner = has ? i : -1,
                     .loser = has ? -1 : i,
                     .up = has,
                     .down = !has,
                     .base = CV_REST_NO_BASE,
                     .relation = has ? CV_ABOVE : CV_AT_LEAST};
        cv_rest_assert(w, &r);
        cv_margin_take(margin, cv_rest_moves(w, &r), CV_ON_PAIR, r.winner, r.loser);
    }
}

/* ---- remainders: when the pairs say it all ---- */

/* The pairs describe a run in which each list gets its whole quotas and at most one seat more,
 * or one less by a law that says whose. Few votes, a quota that grew, a cap, or a law that is
 * silent about whole quotas beyond the seats, and they do not. */
static bool run_is_regular(const cv_work *w, const cv_list_run *run)
{
    const cv_remainder_result *r = &run->remainder;
    cv_quota quota = w->rules->quota;
    cv_count votes = 0, seats = run->n_seats;
    for (int32_t i = 0; i < w->n; i++) votes += run->votes[i];
    bool cannot_exceed = quota == CV_QUOTA_HARE || quota == CV_QUOTA_DROOP;
    bool many = cv_quota_is_exact(quota) || votes > 4 * (seats + 2) * (seats + 2);
    return many && !r->grown && r->vacant == 0 &&
           (cannot_exceed || w->rules->over_award == CV_OVER_SUBTRACT);
}

static bool is_regular(const cv_work *w)
{
    if (w->rules->engine == CV_ENGINE_DIVISOR) return true;
    for (int32_t i = 0; i < w->n && w->rules->seat_cap > 0; i++)
        if (w->run[0].seats[i] >= w->rules->seat_cap) return false;
    return w->n_runs == 1 && run_is_regular(w, &w->run[0]);
}

/* Rounded quotas: few votes would end the regular case. */
static void assert_many_votes(cv_work *w)
{
    if (w->rules->engine == CV_ENGINE_DIVISOR || cv_quota_is_exact(w->rules->quota)) return;
    int64_t seats = w->run[0].n_seats;
    cv_rest r = {.on = CV_ON_PAIR,
                 .winner = -1,
                 .loser = -1,
                 .share = -1,
                 .base = CV_REST_LISTS,
                 .lists = lists_of(w, &w->run[0]),
                 .constant = -4 * (seats + 2) * (seats + 2),
                 .relation = CV_ABOVE};
    cv_rest_assert(w, &r);
}

static void assert_nothing_changes(cv_work *w)
{
    for (int32_t i = 0; i < w->n; i++) cv_assert_stays(w, i);
}

/* ---- together ---- */

/* Crossings of thresholds that are nearer than the pairs: they count when the seats change. */
static void crossings(cv_work *w, const cv_margin *pairs, cv_margin *low)
{
    for (int32_t i = 0; i < w->n; i++) {
        cv_moves m = crossing(w, i);
        if (w->out.n_thresholds == 0 || !cv_work_seatable(w, i)) continue;
        if (cv_work_facts(w, i).exempt) continue;
        int32_t in = w->takes_part[i] ? -1 : i, out = w->takes_part[i] ? i : -1;
        cv_margin_take(low, m, CV_ON_THRESHOLD, out, in);
        m = cv_recount_crossing(w, i, m, pairs);
        cv_margin_take(&w->out.margin, m, CV_ON_THRESHOLD, out, in);
    }
}

static cv_count least_of(const cv_margin *m)
{
    const cv_count all[] = {m->votes, m->switched, m->removal, m->addition};
    cv_count least = CV_BLANK;
    for (int32_t i = 0; i < 4; i++)
        if (all[i] != CV_BLANK && (least == CV_BLANK || all[i] < least)) least = all[i];
    return least;
}

static bool same_figures(const cv_margin *a, const cv_margin *b)
{
    return a->votes == b->votes && a->switched == b->switched && a->removal == b->removal &&
           a->addition == b->addition;
}

/* Below both the pairs and the crossings nothing can change, so together they are the margin,
 * unless a nearer crossing moves no seat: then figures found by recounting bound it above. */
static void regular(cv_work *w)
{
    cv_margin pairs = CV_NO_MARGIN;
    pairs_of_run(w, &w->run[0], &pairs);
    vacancies(w, &pairs);
    assert_many_votes(w);
    cv_margin low = pairs;
    w->out.margin = pairs;
    crossings(w, &pairs, &low);
    if (same_figures(&low, &w->out.margin)) return;
    w->out.margin = CV_NO_MARGIN;
    crossings(w, &pairs, &low);
    cv_recount_pairs(w);
    w->out.margin.kind = CV_MARGIN_BOUND;
    w->out.margin.low = least_of(&low);
}

/* Nothing is known of the least change; the nearest found by recounting bounds it above, and
 * where none was found there is no bound above. */
static void irregular(cv_work *w)
{
    assert_nothing_changes(w);
    cv_recount_pairs(w);
    w->out.margin.kind = CV_MARGIN_BOUND;
    w->out.margin.low = 1;
}

void cv_margins_of_lists(cv_work *w)
{
    threshold_lines(w);
    if (w->out.kind == CV_TIE || w->out.n_lots_used > 0)
        cv_margins_of_tie(w);
    else if (is_regular(w))
        regular(w);
    else
        irregular(w);
}

#include "tally/goal.h"

typedef enum { TOO_LOW, TOO_HIGH, SWITCHED, REMOVED, ADDED } way;

/* The contest after k ballots have changed. */
typedef struct {
    const cv_work *w;
    const cv_goal *goal;
    way way;
    int32_t rival; /* TOO_HIGH: whose total is too high                                     */
    cv_count k;
} changed;

static cv_count own_votes(const changed *c)
{
    bool gains = c->way == TOO_LOW || c->way == SWITCHED || c->way == ADDED;
    return c->w->totals->votes[c->goal->option] + (gains ? c->k : 0);
}

static cv_count moved(const changed *c, cv_count total, bool moves)
{
    if (!moves) return total;
    return total + (c->way == ADDED ? c->k : 0) - (c->way == REMOVED ? c->k : 0);
}

static cv_count base_after(const changed *c, cv_base base)
{
    cv_count after = moved(c, cv_totals_base(c->w->totals, base), base != CV_BASE_REGISTERED);
    cv_count own = own_votes(c);
    return c->way == REMOVED && after < own ? own : after; /* the option's own papers stay */
}

/* Where the base is unclear, one reading that gives another answer is enough. */
static bool share_after(const changed *c, cv_count part, cv_share_test test)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, test);
    for (int32_t i = 0; i < n; i++) {
        int order = cv_share_cmp(part, test.share, base_after(c, reading[i].base));
        if (test.relation == CV_ABOVE ? order > 0 : order >= 0) return true;
    }
    return false;
}

/* The least number of votes that meets the test, of a base that is larger by `more`. */
static cv_count needed_of(const changed *c, cv_share_test test, cv_count more)
{
    cv_wide part = cv_times(test.share.p, base_after(c, test.base) + more);
    return cv_narrow(test.relation == CV_ABOVE ? cv_floor_div(part, test.share.q) + 1
                                               : cv_ceil_div(part, test.share.q));
}

/* The same under the easiest reading. */
static cv_count needed(const changed *c, cv_share_test test)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, test);
    cv_count least = needed_of(c, reading[0], 0);
    for (int32_t i = 1; i < n; i++) {
        cv_count k = needed_of(c, reading[i], 0);
        if (k < least) least = k;
    }
    return least;
}

/* The most votes that a rival may have. */
static cv_count allowed(const changed *c, int32_t rival)
{
    const cv_rule_set *rules = c->w->rules;
    cv_count own = own_votes(c), most = CV_COUNT_MAX;
    bool above = rules->against == CV_AGAINST_VOID_IF_ABOVE_LEADER;
    if (c->goal->against) return cv_work_seatable(c->w, rival) ? own - above : most;
    if (cv_work_seatable(c->w, rival)) {
        most = own;
        if (c->goal->which >= 0 && rules->win[c->goal->which].has_lead)
            most = own - needed(c, rules->win[c->goal->which].lead);
    }
    if (rival != c->w->against) return most;
    switch (rules->against) {
    case CV_AGAINST_NONE: return most;
    case CV_AGAINST_VOID_IF_ABOVE_LEADER: return own;
    case CV_AGAINST_VOID_IF_AT_LEAST_LEADER: return own - 1;
    case CV_AGAINST_VOID_IF_ABOVE_HALF: return base_after(c, CV_BASE_VALID) / 2;
    }
    return most;
}

static cv_count rival_votes(const changed *c, int32_t rival)
{
    bool wrong = c->way == TOO_HIGH && rival == c->rival;
    return c->w->totals->votes[rival] - (wrong ? c->k : 0);
}

/* What barred options have past the share that leaves the seat empty. */
static cv_count barred_excess(const changed *c)
{
    const cv_rule_set *rules = c->w->rules;
    if (!rules->has_barred_void || c->goal->against) return 0;
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, rules->barred_void);
    cv_count barred = cv_barred_votes(c->w), most = barred;
    if (barred == 0) return 0;
    for (int32_t i = 0; i < c->w->n; i++)
        if (cv_work_facts(c->w, i).standing == CV_BARRED)
            barred += rival_votes(c, i) - c->w->totals->votes[i];
    for (int32_t i = 0; i < n; i++) {
        cv_count k = needed_of(c, reading[i], cv_cancelled_from(c->w, reading[i].base)) - 1;
        if (k < most) most = k;
    }
    return barred > most ? barred - most : 0;
}

/* What the rivals together must lose; CV_NEVER when one would have to fall below 0. */
static cv_count excess(const changed *c)
{
    cv_count sum = barred_excess(c);
    for (int32_t i = 0; i < c->w->n; i++) {
        if (i == c->goal->option) continue;
        cv_count most = allowed(c, i), votes = rival_votes(c, i);
        if (most < 0) return CV_NEVER;
        if (votes > most) sum += votes - most;
    }
    return sum;
}

/* All conditions but turnout, which removal makes harder as the others get easier. */
static bool reached(const changed *c)
{
    const cv_rule_set *rules = c->w->rules;
    cv_count own = own_votes(c);
    if (own < 1) return false;
    if (c->goal->which >= 0 && !share_after(c, own, rules->win[c->goal->which].share)) return false;
    if (c->goal->needs_share && !share_after(c, own, rules->min_share)) return false;
    cv_count budget = c->way == SWITCHED || c->way == REMOVED ? c->k : 0;
    return excess(c) <= budget;
}

static bool turnout_after(const changed *c)
{
    if (!c->w->rules->has_turnout_min || c->goal->against) return true;
    return share_after(c, moved(c, c->w->totals->participants, true), c->w->rules->turnout_min);
}

/* The least k up to `most` that reaches the goal. */
static cv_count halve(changed c, cv_count most)
{
    cv_count low = 0;
    c.k = most;
    if (most < 0 || !reached(&c)) return CV_NEVER;
    while (low < most) {
        c.k = low + (most - low) / 2;
        if (reached(&c))
            most = c.k;
        else
            low = c.k + 1;
    }
    c.k = low;
    if (turnout_after(&c)) return low;
    if (c.way != ADDED) return CV_NEVER;
    for (most = CV_COUNT_MAX; low < most;) { /* more papers, until turnout holds too */
        c.k = low + (most - low) / 2;
        if (turnout_after(&c))
            most = c.k;
        else
            low = c.k + 1;
    }
    c.k = low;
    return turnout_after(&c) ? low : CV_NEVER;
}

/* Papers that are not the option's own and could be set aside. */
static cv_count removable(const cv_work *w, int32_t option)
{
    const cv_count known[] = {w->totals->valid, w->totals->participants, w->totals->box};
    cv_count all = 0;
    for (int32_t i = 0; i < w->n; i++) all += w->totals->votes[i];
    for (int32_t i = 0; i < 3; i++)
        if (known[i] != CV_BLANK && known[i] > all) all = known[i];
    return all - w->totals->votes[option];
}

cv_moves cv_goal_moves(const cv_work *w, const cv_goal *goal)
{
    changed c = {.w = w, .goal = goal};
    cv_moves m = CV_MOVES_NEVER;
    cv_count others = -w->totals->votes[goal->option], own = -others;
    for (int32_t i = 0; i < w->n; i++) others += w->totals->votes[i];
    c.way = TOO_LOW;
    m.low = halve(c, CV_COUNT_MAX - own);
    c.way = SWITCHED;
    m.switched = halve(c, others);
    c.way = REMOVED;
    m.removal = halve(c, removable(w, goal->option));
    c.way = ADDED;
    m.addition = halve(c, CV_COUNT_MAX - own);
    c.way = TOO_HIGH;
    for (int32_t i = 0; i < w->n; i++) {
        if (i == goal->option) continue;
        c.rival = i;
        cv_count k = halve(c, w->totals->votes[i]);
        if (k < m.high) m.high = k;
    }
    return m;
}

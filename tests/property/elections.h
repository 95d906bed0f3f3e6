/* Random small elections for the theorems about tally/: seeds are fixed, so a failure is found
 * again by its number. */
#ifndef CV_TEST_ELECTIONS_H
#define CV_TEST_ELECTIONS_H

#include "../bench.h"

/* splitmix64 (Steele, Lea and Flood, 2014) */
typedef struct {
    uint64_t state;
} dice;

static inline uint64_t roll(dice *d)
{
    uint64_t z = d->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* 0 .. below - 1 */
static inline int64_t pick(dice *d, int64_t below)
{
    return (int64_t)(roll(d) % (uint64_t)below);
}

static inline bool chance(dice *d, int64_t one_in)
{
    return pick(d, one_in) == 0;
}

/* Forgets what a case has used. */
static inline void bench_clear(bench *b)
{
    bench_close(b);
    *b = bench_open();
}

/* ---- a random election ---- */

enum { N_MAX = 8 };

typedef struct {
    int32_t n, seats;
    cv_count votes[N_MAX];
    cv_totals totals;
    cv_option_facts option[N_MAX];
    cv_tally_facts facts;
    cv_rule_set rules;
} election;

/* Points the parts at each other: after filling, and after every copy. */
static inline cv_tally_task task_of(election *e)
{
    e->totals.n_options = e->n;
    e->totals.votes = e->votes;
    e->facts.option = e->option;
    return (cv_tally_task){&e->totals, e->seats, &e->rules, &e->facts};
}

/* Everybody registered took part and voted validly, and some stayed at home. */
static inline void fill_totals(election *e, cv_count at_home)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < e->n; i++) sum += e->votes[i];
    e->totals.valid = e->totals.participants = e->totals.box = sum;
    e->totals.blank = e->totals.invalid = 0;
    e->totals.registered = sum + at_home;
}

static inline cv_share_test random_share(dice *d, int64_t p_max, int64_t q)
{
    static const cv_base bases[] = {CV_BASE_VALID, CV_BASE_VALID, CV_BASE_CAST, CV_BASE_REGISTERED};
    return (cv_share_test){
        {1 + pick(d, p_max), q},
        chance(d, 2) ? CV_ABOVE : CV_AT_LEAST, bases[pick(d, LEN(bases))]
    };
}

static inline void random_rules_of_votes(election *e, dice *d)
{
    cv_rule_set *r = &e->rules;
    r->engine = chance(d, 2) ? CV_ENGINE_TWO_ROUND : CV_ENGINE_PLURALITY;
    r->runoff_top = 2;
    e->seats = r->engine == CV_ENGINE_TWO_ROUND ? 1 : 1 + (int32_t)pick(d, 3);
    if (r->engine == CV_ENGINE_TWO_ROUND) {
        r->n_win = 1 + (int32_t)pick(d, 2);
        r->two_decide_at_once = chance(d, 4);
        r->runoff_all_tied = chance(d, 4);
        for (int32_t i = 0; i < r->n_win; i++) {
            r->win[i].share = random_share(d, 6, 10);
            r->win[i].has_lead = chance(d, 2);
            r->win[i].lead = random_share(d, 3, 10);
        }
    }
    r->has_min_share = chance(d, 4);
    r->min_share = random_share(d, 5, 10);
    r->min_share_runoff = chance(d, 2);
    r->has_turnout_min = chance(d, 5);
    r->turnout_min = (cv_share_test){
        {1 + pick(d, 9), 10},
        chance(d, 2) ? CV_ABOVE : CV_AT_LEAST, CV_BASE_REGISTERED
    };
    r->against = (cv_against_rule)pick(d, 4);
    r->has_barred_void = chance(d, 3);
    r->barred_void = random_share(d, 4, 10);
    if (chance(d, 3)) e->option[pick(d, e->n)].standing = CV_AGAINST_ALL;
    if (chance(d, 5)) {
        int64_t who = pick(d, e->n);
        if (e->option[who].standing == CV_SEATABLE) e->option[who].standing = CV_BARRED;
    }
}

static inline void random_rules_of_lists(election *e, dice *d)
{
    cv_rule_set *r = &e->rules;
    r->engine = chance(d, 2) ? CV_ENGINE_DIVISOR : CV_ENGINE_REMAINDER;
    r->divisors = CV_SERIES_NAMES[pick(d, CV_N_SERIES)].series;
    r->quota = chance(d, 2) ? CV_QUOTA_HARE : (cv_quota)pick(d, 9);
    r->over_award = chance(d, 4) ? (cv_over_award)pick(d, 3) : CV_OVER_SUBTRACT;
    r->remainders_repeat = chance(d, 2);
    e->seats = 1 + (int32_t)pick(d, 6);
    if (chance(d, 6)) r->seat_cap = 1 + (int32_t)pick(d, e->seats);
    if (chance(d, 3)) {
        r->n_thresholds = 1 + (int32_t)pick(d, 2);
        for (int32_t i = 0; i < r->n_thresholds; i++) r->threshold[i] = random_share(d, 3, 10);
        r->threshold_from[1] = (int32_t)pick(d, 3);
    }
    if (chance(d, 6)) e->option[pick(d, e->n)].exempt = true;
    if (chance(d, 6)) e->option[pick(d, e->n)].parties = 2;
    if (chance(d, 10)) e->option[pick(d, e->n)].standing = CV_BARRED;
}

static inline void random_election(election *e, dice *d, int32_t n_max, int64_t votes_max)
{
    *e = (election){.n = 1 + (int32_t)pick(d, n_max)};
    for (int32_t i = 0; i < e->n; i++) e->votes[i] = chance(d, 8) ? 0 : pick(d, votes_max + 1);
    fill_totals(e, pick(d, votes_max + 1));
    if (chance(d, 2))
        random_rules_of_votes(e, d);
    else
        random_rules_of_lists(e, d);
}

static inline bool is_list_engine(const election *e)
{
    return e->rules.engine == CV_ENGINE_DIVISOR || e->rules.engine == CV_ENGINE_REMAINDER;
}

/* What the election is, for a message. */
static inline const char *describe(const election *e)
{
    static char text[512];
    int at = snprintf(text, sizeof text, "%s, %d seats, votes",
                      cv_rule_word(CV_ENGINE_NAMES, (int)e->rules.engine).s, e->seats);
    for (int32_t i = 0; i < e->n; i++)
        at += snprintf(text + at, sizeof text - (size_t)at, " %lld%s", (long long)e->votes[i],
                       e->option[i].standing == CV_AGAINST_ALL ? "(against)"
                       : e->option[i].standing == CV_BARRED    ? "(barred)"
                       : e->option[i].exempt                   ? "(exempt)"
                                                               : "");
    const cv_rule_set *r = &e->rules;
    snprintf(text + at, sizeof text - (size_t)at,
             ", registered %lld, %s, %s over %d, cap %d, thresholds %d (%lld/%lld), win %d, min "
             "%d %lld/%lld base %d runoff %d, turnout %d, against %d, two %d",
             (long long)e->totals.registered, cv_divisors_word(r->divisors).s,
             cv_rule_word(CV_QUOTA_NAMES, (int)r->quota).s, (int)r->over_award, r->seat_cap,
             r->n_thresholds, (long long)r->threshold[0].share.p,
             (long long)r->threshold[0].share.q, r->n_win, r->has_min_share,
             (long long)r->min_share.share.p, (long long)r->min_share.share.q,
             (int)r->min_share.base, r->min_share_runoff, r->has_turnout_min, (int)r->against,
             r->two_decide_at_once);
    return text;
}

#endif

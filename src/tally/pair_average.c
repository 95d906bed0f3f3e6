#include "tally/pair.h"

/* The linear form of a pair: holder·up − rival·down > 0. */
static cv_rest linear(cv_pair p, int64_t up, int64_t down)
{
    return (cv_rest){.on = CV_ON_PAIR,
                     .winner = p.holder,
                     .loser = p.rival,
                     .up = up,
                     .down = down,
                     .base = CV_REST_NO_BASE,
                     .relation = CV_ABOVE};
}

static bool starts_at_zero(cv_divisors s)
{
    return s.kind == CV_SERIES_ADAMS || s.kind == CV_SERIES_HUNTINGTON_HILL ||
           s.kind == CV_SERIES_DEAN;
}

/* First divisor 0: a first seat goes before all second ones, so only votes at all matter. */
static cv_rest first_seat_rest(cv_pair p)
{
    cv_rest r = linear(p, 1, 1); /* both ask for their first seat: more votes */
    if (p.held == 1 && p.wants > 0) {
        r.down = 0;
        r.loser = -1;
    } else if (p.held > 1) { /* the rival has no votes, or it would have a seat */
        r.up = 0;
        r.winner = -1;
        r.relation = CV_AT_LEAST;
    }
    return r;
}

static cv_rest doubling_rest(cv_pair p)
{
    int32_t up = p.wants, down = p.held - 1;
    int32_t common = up < down ? up : down;
    up -= common;
    down -= common;
    return linear(p, INT64_C(1) << (up < 62 ? up : 62), INT64_C(1) << (down < 62 ? down : 62));
}

/* v·(2k−1)/(2k(k−1)), cross-multiplied. */
static cv_rest dean_rest(cv_pair p)
{
    int64_t a = p.held, b = p.wants + (int64_t)1;
    return linear(p, (2 * a - 1) * b * (b - 1), (2 * b - 1) * a * (a - 1));
}

static bool is_linear(const cv_work *w, cv_pair p, cv_rest *r)
{
    cv_divisors s = w->rules->divisors;
    if (starts_at_zero(s) && (p.held == 1 || p.wants == 0)) {
        *r = first_seat_rest(p);
        return true;
    }
    switch (s.kind) {
    case CV_SERIES_LINEAR:
    case CV_SERIES_ADAMS:
        *r = linear(p, cv_divisor_at(s, p.wants + 1), cv_divisor_at(s, p.held));
        return true;
    case CV_SERIES_DOUBLING: *r = doubling_rest(p); return true;
    case CV_SERIES_DEAN: *r = dean_rest(p); return true;
    case CV_SERIES_HUNTINGTON_HILL: break;
    }
    return false;
}

/* ---- Huntington-Hill: squares against squares ---- */

static bool takes_seat(const cv_work *w, cv_pair p, cv_count holder, cv_count rival)
{
    return cv_average_cmp(w->rules->divisors, rival, p.wants + 1, holder, p.held) >= 0;
}

/* The least k with holder − down·k and rival + up·k that moves the seat. */
static cv_count halve(const cv_work *w, cv_pair p, cv_count down, cv_count up)
{
    cv_count holder = w->totals->votes[p.holder], rival = w->totals->votes[p.rival];
    cv_count low = 0, high = down ? holder : CV_COUNT_MAX - rival;
    if (rival == 0 && up == 0) return CV_NEVER; /* no list without votes takes a seat */
    if (!takes_seat(w, p, holder - down * high, rival + up * high)) return CV_NEVER;
    while (low < high) {
        cv_count k = low + (high - low) / 2;
        if (takes_seat(w, p, holder - down * k, rival + up * k))
            high = k;
        else
            low = k + 1;
    }
    return low;
}

/* A fraction of the votes on this side of the square root: T_A/T_B stays above x/2^20, which is
 * above the ratio of the divisors; or, where even that is too coarse, above what it is now. */
static cv_rest squares_rest(const cv_work *w, cv_pair p)
{
    cv_divisors s = w->rules->divisors;
    cv_count holder = w->totals->votes[p.holder], rival = w->totals->votes[p.rival];
    cv_wide d = cv_divisor_at(s, p.held), e = cv_divisor_at(s, p.wants + 1);
    cv_wide scale = (cv_wide)1 << 20, low = 0, high = (cv_wide)1 << 40;
    while (low < high) { /* the least x with x² / 2^40 >= d / e */
        cv_wide x = low + (high - low) / 2;
        if (x * x * e >= d * scale * scale)
            high = x;
        else
            low = x + 1;
    }
    if ((cv_wide)holder * scale > (cv_wide)rival * low)
        return linear(p, (int64_t)scale, (int64_t)low);
    cv_rest r = linear(p, rival, holder);
    r.relation = CV_AT_LEAST;
    return r;
}

cv_moves cv_average_moves(const cv_work *w, cv_pair p)
{
    cv_rest r;
    if (is_linear(w, p, &r)) return cv_rest_moves(w, &r);
    cv_count high = halve(w, p, 1, 0), low = halve(w, p, 0, 1);
    return (cv_moves){high, low, halve(w, p, 1, 1), high, low};
}

void cv_average_assert(cv_work *w, cv_pair p)
{
    cv_rest r;
    if (!is_linear(w, p, &r)) r = squares_rest(w, p);
    cv_rest_assert(w, &r);
}

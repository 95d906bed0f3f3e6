#include "tally/remainder.h"

#include "tally/rank.h"
#include "tally/tally.h"

typedef enum { EXACT, DOWN, UP, HALF_UP, DOWN_PLUS_ONE } rounding;

static const struct {
    int32_t more; /* parts beyond the number of seats */
    rounding rounding;
} kinds[] = {
    [CV_QUOTA_HARE] = {0, EXACT        },
    [CV_QUOTA_HARE_ROUNDED] = {0, HALF_UP      },
    [CV_QUOTA_DROOP] = {1, DOWN_PLUS_ONE},
    [CV_QUOTA_HAGENBACH_BISCHOFF] = {1, EXACT        },
    [CV_QUOTA_HAGENBACH_BISCHOFF_UP] = {1, UP           },
    [CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP] = {1, HALF_UP      },
    [CV_QUOTA_IMPERIALI] = {2, EXACT        },
    [CV_QUOTA_IMPERIALI_DOWN] = {2, DOWN         },
    [CV_QUOTA_IMPERIALI_HALF_UP] = {2, HALF_UP      },
};

int32_t cv_quota_parts(cv_quota quota, int32_t seats)
{
    return seats + kinds[quota].more;
}

bool cv_quota_is_exact(cv_quota quota)
{
    return kinds[quota].rounding == EXACT;
}

cv_quota_value cv_quota_of(cv_quota quota, cv_count votes, int32_t seats)
{
    int32_t parts = cv_quota_parts(quota, seats);
    if (votes == 0 || parts == 0) return (cv_quota_value){0, 1};
    int64_t q = 0;
    switch (kinds[quota].rounding) {
    case EXACT: return (cv_quota_value){votes, parts};
    case DOWN: q = votes / parts; break;
    case UP: q = (votes + parts - 1) / parts; break;
    case HALF_UP: q = (2 * votes + parts) / (2 * (int64_t)parts); break;
    case DOWN_PLUS_ONE: q = votes / parts + 1; break;
    }
    return (cv_quota_value){q > 0 ? q : 1, 1};
}

/* Whole quotas and what remains, in units of 1/den votes. Returns the seats given. */
static int64_t divide(cv_remainder_result *r, const cv_remainder_input *in)
{
    int64_t given = 0;
    for (int32_t i = 0; i < in->n_lists; i++) {
        cv_wide scaled = cv_times(in->votes[i], r->quota_den);
        r->whole[i] = (int32_t)(scaled / r->quota_num);
        r->remainder[i] = (int64_t)(scaled % r->quota_num);
        r->seats[i] = r->whole[i];
        given += r->whole[i];
    }
    return given;
}

/* The quota grows by one vote at a time until the whole quotas suffice; the least such quota is
 * found by halving, since fewer whole quotas fit as it grows. */
static int64_t recompute(cv_remainder_result *r, const cv_remainder_input *in, cv_count votes)
{
    int64_t base = r->quota_num, den = r->quota_den;
    int64_t low = 0, high = votes / den + 1; /* base + high × den votes: past every list */
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        r->quota_num = base + middle * den;
        if (divide(r, in) > in->seats)
            low = middle;
        else
            high = middle;
    }
    r->quota_num = base + high * den;
    r->grown = true;
    return divide(r, in);
}

/* Gives one seat each to the `places` best of the lists that may take one, as ranked. */
static void settle(cv_remainder_result *r, const cv_rank *rank, int32_t places, int32_t sign)
{
    cv_cut cut = cv_rank_cut(rank, places);
    for (int32_t i = 0; i < cut.n_sure; i++) {
        r->seats[rank->option[i]] += sign;
        r->order[r->n_order++] = rank->option[i];
    }
    for (int32_t i = 0; i < cut.n_tied; i++) r->in_lot[rank->option[cut.n_sure + i]] = true;
    r->lot_seats = cut.places;
    r->lot_takes = sign < 0 && cut.places > 0;
}

/* Seats left go to the largest remainders: once round, or round and round. */
static void give(cv_remainder_result *r, const cv_remainder_input *in, int64_t left,
                 cv_arena *scratch)
{
    cv_rank rank = cv_rank_open(scratch, in->n_lists);
    for (int32_t i = 0; i < in->n_lists; i++)
        if (in->votes[i] > 0) cv_rank_add(&rank, i, r->remainder[i]);
    cv_rank_sort(&rank);
    int64_t rounds = rank.n ? left / rank.n : 0, rest = rank.n ? left % rank.n : left;
    if (rank.n == 0 || (rounds > 0 && !in->repeat)) {
        int64_t taken = rounds > 0 ? rank.n : 0;
        r->vacant = (int32_t)(left - taken);
        if (taken) settle(r, &rank, rank.n, 1);
        return;
    }
    for (int64_t k = 0; k < rounds; k++) settle(r, &rank, rank.n, 1);
    settle(r, &rank, (int32_t)rest, 1);
}

/* Seats too many are given back by the smallest remainders, one each, again and again. */
static void take(cv_remainder_result *r, const cv_remainder_input *in, cv_arena *scratch)
{
    for (int64_t left = r->over; left > 0;) {
        cv_arena round = *scratch;
        cv_rank rank = cv_rank_open(&round, in->n_lists);
        for (int32_t i = 0; i < in->n_lists; i++)
            if (r->seats[i] > 0) cv_rank_add(&rank, i, -r->remainder[i]);
        cv_rank_sort(&rank);
        int32_t now = left < rank.n ? (int32_t)left : rank.n;
        settle(r, &rank, now, -1);
        left -= now;
    }
}

static int64_t order_room(const cv_remainder_input *in)
{
    return (int64_t)in->seats + 3 * (int64_t)in->n_lists + 3;
}

cv_status cv_remainder_assign(cv_remainder_result *out, const cv_remainder_input *in,
                              cv_arena *keep, cv_arena scratch, cv_error *err)
{
    cv_assert(in->n_lists >= 0 && in->seats >= 0);
    if (in->seats > CV_SEATS_MAX)
        return cv_fail(err, CV_E_LIMIT, "%d seats is past the limit of %d", in->seats,
                       CV_SEATS_MAX);
    cv_count votes = 0;
    for (int32_t i = 0; i < in->n_lists; i++) {
        cv_assert(cv_count_is(in->votes[i]));
        votes += in->votes[i];
    }
    cv_quota_value quota = cv_quota_of(in->quota, votes, in->seats);
    cv_remainder_result r = {
        .quota_num = quota.num,
        .quota_den = quota.den,
        .whole = cv_new(keep, int32_t, in->n_lists),
        .remainder = cv_new(keep, int64_t, in->n_lists),
        .seats = cv_new(keep, int32_t, in->n_lists),
        .in_lot = cv_new(keep, bool, in->n_lists),
        .order = cv_new(keep, int32_t, order_room(in)),
    };
    if (votes == 0 || in->seats == 0) {
        r.vacant = in->seats;
        *out = r;
        return CV_OK;
    }
    int64_t given = divide(&r, in);
    if (given > in->seats && in->over_award == CV_OVER_RECOMPUTE) given = recompute(&r, in, votes);
    r.over = given > in->seats ? (int32_t)(given - in->seats) : 0;
    if (r.over && in->over_award == CV_OVER_UNKNOWN)
        r.unknown = true;
    else if (r.over)
        take(&r, in, &scratch);
    else
        give(&r, in, in->seats - given, &scratch);
    *out = r;
    return CV_OK;
}

#include "num/rng.h"

#include <math.h>

#include <Random123/philox.h>

#include "base/check.h"
#include "num/real.h"

static const double TWO_TO_53 = 9007199254740992.0;

cv_rng cv_rng_open(uint64_t seed, uint64_t purpose, uint64_t i, uint64_t j)
{
    return (cv_rng){
        .key = {seed, purpose},
          .counter = { 0, i,         j, 0}
    };
}

static void next_block(cv_rng *r)
{
    philox4x64_ctr_t counter = {
        {r->counter[0], r->counter[1], r->counter[2], r->counter[3]}
    };
    philox4x64_key_t key = {
        {r->key[0], r->key[1]}
    };
    philox4x64_ctr_t block = philox4x64_R(10, counter, key);
    for (int k = 0; k < 4; k++) r->word[k] = block.v[k];
    r->counter[0]++;
    r->n_left = 4;
}

uint64_t cv_rng_bits(cv_rng *r)
{
    if (!r->n_left) next_block(r);
    return r->word[4 - r->n_left--];
}

/* The high half of bits × n is uniform once the low halves that would favour some values are
 * drawn again: those below 2^64 mod n. */
int64_t cv_rng_below(cv_rng *r, int64_t n)
{
    cv_assert(n >= 1);
    uint64_t un = (uint64_t)n, reject = (0 - un) % un;
    for (;;) {
        unsigned __int128 product = (unsigned __int128)cv_rng_bits(r) * un;
        if ((uint64_t)product >= reject) return (int64_t)(product >> 64);
    }
}

int64_t cv_rng_between(cv_rng *r, int64_t low, int64_t high)
{
    return low + cv_rng_below(r, high - low + 1);
}

double cv_rng_unit(cv_rng *r)
{
    return (double)(cv_rng_bits(r) >> 11) / TWO_TO_53;
}

static uint64_t in_53_bits(double p)
{
    cv_assert(p >= 0 && p <= 1);
    return (uint64_t)(p * TWO_TO_53);
}

bool cv_rng_chance(cv_rng *r, double p)
{
    return cv_rng_bits(r) >> 11 < in_53_bits(p);
}

/* How many of n random bits are set. */
static int64_t heads(cv_rng *r, int64_t n)
{
    int64_t sum = 0;
    for (; n >= 64; n -= 64) sum += __builtin_popcountll(cv_rng_bits(r));
    if (n) sum += __builtin_popcountll(cv_rng_bits(r) >> (64 - n));
    return sum;
}

/* Compares n random numbers with p at once, bit by bit from the top. Those whose bit differs from
 * that of p are decided, below or above; about half stay for the next bit. Exact. */
int64_t cv_rng_binomial(cv_rng *r, int64_t n, double p)
{
    cv_assert(n >= 0);
    uint64_t t = in_53_bits(p);
    if (t >> 53) return n;
    int64_t below = 0, undecided = n;
    for (int bit = 52; bit >= 0 && undecided; bit--) {
        int64_t ones = heads(r, undecided);
        bool set = t >> bit & 1;
        if (set) below += undecided - ones;
        undecided = set ? ones : undecided - ones;
    }
    return below;
}

void cv_rng_multinomial(int64_t *out, cv_rng *r, int64_t n, const double *weight, int32_t k)
{
    double rest = 0;
    int32_t last = -1;
    for (int32_t i = 0; i < k; i++) {
        cv_assert(weight[i] >= 0);
        rest += weight[i];
        if (weight[i] > 0) last = i;
    }
    cv_assert(last >= 0);
    for (int32_t i = 0; i < k; i++) {
        double p = rest > 0 ? weight[i] / rest : 1;
        if (i == last || p > 1) p = 1;
        out[i] = i > last ? 0 : cv_rng_binomial(r, n, p);
        n -= out[i];
        rest -= weight[i];
    }
}

int64_t cv_rng_hypergeometric(cv_rng *r, int64_t total, int64_t marked, int64_t drawn)
{
    cv_assert(marked >= 0 && drawn >= 0 && marked <= total && drawn <= total);
    int64_t found = 0;
    for (int64_t i = 0; i < drawn; i++)
        if (cv_rng_below(r, total - i) < marked - found) found++;
    return found;
}

/* Counts uniform numbers until their product falls below e^-mean, in pieces whose exponential is
 * well inside a double. */
int64_t cv_rng_poisson(cv_rng *r, double mean)
{
    cv_assert(mean >= 0 && mean < 1e9);
    enum { PIECE = 30 };
    int64_t n = 0;
    while (mean > 0) {
        double piece = mean < PIECE ? mean : PIECE, floor = cv_exp(-piece), product = 1;
        mean -= piece;
        for (product *= cv_rng_unit(r); product >= floor; product *= cv_rng_unit(r)) n++;
    }
    return n;
}

double cv_rng_normal(cv_rng *r)
{
    for (;;) {
        double u = 2 * cv_rng_unit(r) - 1, v = 2 * cv_rng_unit(r) - 1, s = u * u + v * v;
        if (s < 1 && s > 1e-200) return u * sqrt(-2 * cv_ln(s) / s);
    }
}

void cv_rng_shuffle(cv_rng *r, int32_t *v, int32_t n)
{
    for (int32_t i = n - 1; i > 0; i--) {
        int32_t j = (int32_t)cv_rng_below(r, i + 1), kept = v[i];
        v[i] = v[j];
        v[j] = kept;
    }
}

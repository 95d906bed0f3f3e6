#include "../row.h"

#include <math.h>

#include "num/rng.h"

/* Known answers of Philox4x64-10 from Random123's own kat_vectors. The counter's words go in as
 * n = 0, i, j and 0, so vectors with other first or last words are set by hand. */
static const struct {
    const char *name;
    uint64_t key[2], counter[4], want[4];
} vectors[] = {
    {"zeros",
     {0, 0},
     {0, 0, 0, 0},
     {0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}},
    {"ones",
     {UINT64_MAX, UINT64_MAX},
     {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX},
     {0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0}},
    {"digits of pi",
     {0x452821e638d01377, 0xbe5466cf34e90c6c},
     {0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
     {0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6}},
};

static void known_answers(void **state)
{
    (void)state;
    for (size_t v = 0; v < N_ROWS(vectors); v++) {
        cv_rng r = {
            .key = {vectors[v].key[0], vectors[v].key[1]}
        };
        memcpy(r.counter, vectors[v].counter, sizeof r.counter);
        for (int k = 0; k < 4; k++)
            ROW_TRUE(vectors[v].name, cv_rng_bits(&r) == vectors[v].want[k]);
    }
    cv_rng opened = cv_rng_open(0, 0, 0, 0);
    ROW_TRUE("a stream begins at block 0", cv_rng_bits(&opened) == vectors[0].want[0]);
}

static void streams_differ(void **state)
{
    (void)state;
    cv_rng a = cv_rng_open(1, 2, 3, 4), b[] = {cv_rng_open(2, 2, 3, 4), cv_rng_open(1, 3, 3, 4),
                                               cv_rng_open(1, 2, 4, 4), cv_rng_open(1, 2, 3, 5)};
    uint64_t first = cv_rng_bits(&a);
    for (size_t i = 0; i < N_ROWS(b); i++) ROW_TRUE("another stream", cv_rng_bits(&b[i]) != first);
    cv_rng again = cv_rng_open(1, 2, 3, 4);
    ROW_TRUE("the same stream", cv_rng_bits(&again) == first);
}

/* ---- exact distributions: chi-square against the probabilities, fixed seed ---- */

/* Cells of probability p[k] (adding up to 1); true when chi-square is below the value that k - 1
 * degrees exceed once in 10,000: d + 3.719 sqrt(2 d) + 9.2, a little above the tables' value
 * (d = 9: 33.7 in tables, 34.0 here; d = 1: 15.1, 15.5). */
static bool fits(const int64_t *got, const double *p, int k, int64_t n)
{
    double chi = 0;
    for (int i = 0; i < k; i++) {
        double expected = p[i] * (double)n, d = (double)got[i] - expected;
        chi += d * d / expected;
    }
    int d = k - 1;
    return chi < d + 3.719 * sqrt(2.0 * d) + 9.2;
}

static void below_is_uniform(void **state)
{
    (void)state;
    enum { N = 70000 };
    int64_t got[7] = {0};
    double p[7];
    cv_rng r = cv_rng_open(11, 1, 0, 0);
    for (int i = 0; i < 7; i++) p[i] = 1.0 / 7;
    for (int i = 0; i < N; i++) got[cv_rng_below(&r, 7)]++;
    ROW_TRUE("sevenths", fits(got, p, 7, N));
    for (int i = 0; i < 100; i++) ROW_INT("one value", cv_rng_below(&r, 1), 0);
    for (int i = 0; i < 1000; i++) {
        int64_t x = cv_rng_between(&r, -3, 3), large = cv_rng_below(&r, INT64_MAX);
        ROW_TRUE("between", x >= -3 && x <= 3);
        ROW_TRUE("large", large >= 0 && large < INT64_MAX);
    }
    ROW_STOPS("below nothing", cv_rng_below(&r, 0));
}

/* Three quarters of 2^63 values: a plain remainder would give the lower half twice as often. */
static void below_has_no_bias(void **state)
{
    (void)state;
    enum { N = 30000 };
    const int64_t n = (INT64_C(1) << 62) + (INT64_C(1) << 61);
    int64_t got[3] = {0};
    const double p[3] = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    cv_rng r = cv_rng_open(12, 1, 0, 0);
    for (int i = 0; i < N; i++) got[cv_rng_below(&r, n) / (n / 3)]++;
    ROW_TRUE("thirds of a large range", fits(got, p, 3, N));
}

static const struct {
    const char *name;
    int64_t n;
    double p;
} binomials[] = {
    {"coins",            4,   0.5    },
    {"thirds",           5,   1.0 / 3},
    {"rare",             100, 0.01   },
    {"nearly sure",      9,   0.9    },
    {"more than a word", 150, 0.02   },
    {"one",              1,   0.375  },
};

/* Probabilities of 0, 1, 2, ... in one cell each while 5 are expected, the rest in one. */
static void binomial_is_exact(void **state)
{
    (void)state;
    enum { N = 40000, CELLS = 160 };
    for (size_t row = 0; row < N_ROWS(binomials); row++) {
        int64_t n = binomials[row].n, got[CELLS] = {0};
        double p = binomials[row].p, term = 1, cell[CELLS], rest = 1;
        for (int64_t i = 0; i < n; i++) term *= 1 - p;
        int cells = 0;
        for (int64_t i = 0; i <= n && (term * N > 5 || i < (int64_t)((double)n * p)); i++) {
            cell[cells++] = term;
            rest -= term;
            term *= (double)(n - i) / (double)(i + 1) * p / (1 - p);
        }
        if (rest * N > 5)
            cell[cells++] = rest;
        else
            cell[cells - 1] += rest;
        cv_rng r = cv_rng_open(13, row, 0, 0);
        for (int i = 0; i < N; i++) {
            int64_t x = cv_rng_binomial(&r, n, p);
            ROW_TRUE(binomials[row].name, x >= 0 && x <= n);
            got[x < cells ? x : cells - 1]++;
        }
        /* Cells on the left whose probability is tiny join their neighbour. */
        int from = 0;
        while (from < cells - 1 && cell[from] * N < 5) {
            cell[from + 1] += cell[from];
            got[from + 1] += got[from];
            from++;
        }
        ROW_TRUE(binomials[row].name, fits(got + from, cell + from, cells - from, N));
    }
}

static void binomial_ends(void **state)
{
    (void)state;
    cv_rng r = cv_rng_open(14, 0, 0, 0);
    ROW_INT("sure", cv_rng_binomial(&r, 1000, 1), 1000);
    ROW_INT("impossible", cv_rng_binomial(&r, 1000, 0), 0);
    ROW_INT("nobody", cv_rng_binomial(&r, 0, 0.5), 0);
    ROW_TRUE("chance 1", cv_rng_chance(&r, 1));
    ROW_TRUE("chance 0", !cv_rng_chance(&r, 0));
    ROW_STOPS("p above 1", cv_rng_binomial(&r, 1, 1.5));
    ROW_STOPS("p below 0", cv_rng_chance(&r, -0.1));
    /* mean 600,000, standard deviation 490: five of them on both sides */
    int64_t many = cv_rng_binomial(&r, 1000000, 0.6);
    ROW_TRUE("a million", many > 597550 && many < 602450);
}

static void multinomial_adds_up(void **state)
{
    (void)state;
    enum { N = 20000 };
    const double weight[4] = {2, 0, 5, 3}, share[3] = {0.2, 0.5, 0.3};
    int64_t total[3] = {0}, out[4];
    cv_rng r = cv_rng_open(15, 0, 0, 0);
    for (int i = 0; i < N; i++) {
        cv_rng_multinomial(out, &r, 3, weight, 4);
        ROW_INT("adds up", out[0] + out[1] + out[2] + out[3], 3);
        ROW_INT("no weight", out[1], 0);
        total[0] += out[0], total[1] += out[2], total[2] += out[3];
    }
    ROW_TRUE("shares", fits(total, share, 3, 3 * N));
    const double only[3] = {0, 4, 0};
    cv_rng_multinomial(out, &r, 9, only, 3);
    ROW_INT("all to the only one", out[1], 9);
}

/* 2 marked of 5, 3 drawn: 1/10, 6/10, 3/10. */
static void hypergeometric_is_exact(void **state)
{
    (void)state;
    enum { N = 20000 };
    const double p[3] = {0.1, 0.6, 0.3};
    int64_t got[3] = {0};
    cv_rng r = cv_rng_open(16, 0, 0, 0);
    for (int i = 0; i < N; i++) got[cv_rng_hypergeometric(&r, 5, 2, 3)]++;
    ROW_TRUE("urn", fits(got, p, 3, N));
    ROW_INT("all drawn", cv_rng_hypergeometric(&r, 9, 4, 9), 4);
    ROW_INT("none drawn", cv_rng_hypergeometric(&r, 9, 4, 0), 0);
    ROW_STOPS("more than there are", cv_rng_hypergeometric(&r, 9, 4, 10));
}

/* e^-2 (1, 2, 2, 4/3, 2/3, rest) */
static void poisson_is_exact(void **state)
{
    (void)state;
    enum { N = 20000 };
    const double e2 = 0.1353352832366127;
    const double p[6] = {e2, 2 * e2, 2 * e2, 4 * e2 / 3, 2 * e2 / 3, 1 - 7 * e2};
    int64_t got[6] = {0}, sum = 0;
    cv_rng r = cv_rng_open(17, 0, 0, 0);
    for (int i = 0; i < N; i++) {
        int64_t x = cv_rng_poisson(&r, 2);
        got[x < 5 ? x : 5]++;
    }
    ROW_TRUE("mean 2", fits(got, p, 6, N));
    /* 1,000 draws of mean 100: mean of the sum 100,000, standard deviation 316 */
    for (int i = 0; i < 1000; i++) sum += cv_rng_poisson(&r, 100);
    ROW_TRUE("mean 100", sum > 98420 && sum < 101580);
    ROW_INT("nothing expected", cv_rng_poisson(&r, 0), 0);
}

/* Shares between the quintiles of the normal distribution, and moments within five standard
 * errors: mean 0 +- 5/sqrt(N), variance 1 +- 5 sqrt(2/N), fourth moment 3 +- 5 sqrt(96/N). */
static void normal(void **state)
{
    (void)state;
    enum { N = 100000 };
    const double cut[4] = {-0.8416212335729143, -0.2533471031357997, 0.2533471031357997,
                           0.8416212335729143};
    const double p[5] = {0.2, 0.2, 0.2, 0.2, 0.2};
    int64_t got[5] = {0};
    double sum = 0, squares = 0, fourths = 0;
    cv_rng r = cv_rng_open(18, 0, 0, 0);
    for (int i = 0; i < N; i++) {
        double x = cv_rng_normal(&r);
        int k = 0;
        while (k < 4 && x > cut[k]) k++;
        got[k]++;
        sum += x, squares += x * x, fourths += x * x * x * x;
    }
    ROW_TRUE("quintiles", fits(got, p, 5, N));
    ROW_TRUE("mean", fabs(sum / N) < 5 / sqrt(N));
    ROW_TRUE("variance", fabs(squares / N - 1) < 5 * sqrt(2.0 / N));
    ROW_TRUE("tails", fabs(fourths / N - 3) < 5 * sqrt(96.0 / N));
}

static void unit(void **state)
{
    (void)state;
    enum { N = 100000 };
    const double p[10] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    int64_t got[10] = {0};
    cv_rng r = cv_rng_open(19, 0, 0, 0);
    for (int i = 0; i < N; i++) {
        double u = cv_rng_unit(&r);
        ROW_TRUE("range", u >= 0 && u < 1);
        got[(int)(u * 10)]++;
    }
    ROW_TRUE("tenths", fits(got, p, 10, N));
}

/* The six orders of three things. */
static void shuffle(void **state)
{
    (void)state;
    enum { N = 30000 };
    const double p[6] = {1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6};
    int64_t got[6] = {0};
    cv_rng r = cv_rng_open(20, 0, 0, 0);
    for (int i = 0; i < N; i++) {
        int32_t v[3] = {0, 1, 2};
        cv_rng_shuffle(&r, v, 3);
        ROW_INT("nothing lost", v[0] + v[1] + v[2], 3);
        got[2 * v[0] + (v[1] > v[2])]++;
    }
    ROW_TRUE("orders", fits(got, p, 6, N));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers),
        cmocka_unit_test(streams_differ),
        cmocka_unit_test(below_is_uniform),
        cmocka_unit_test(below_has_no_bias),
        cmocka_unit_test(binomial_is_exact),
        cmocka_unit_test(binomial_ends),
        cmocka_unit_test(multinomial_adds_up),
        cmocka_unit_test(hypergeometric_is_exact),
        cmocka_unit_test(poisson_is_exact),
        cmocka_unit_test(normal),
        cmocka_unit_test(unit),
        cmocka_unit_test(shuffle),
    };
    return cmocka_run_group_tests_name("num/rng", tests, NULL, NULL);
}

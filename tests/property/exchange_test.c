/* How often lines look exchanged where none are, and how many exchanges are found: forms of 150 to
 * 899 votes over 12 options, whose shares scatter around those of the country (Dirichlet
 * distribution with concentration c; the larger, the more alike). */
#include "../unit/row.h"

#include "check/exchange.h"
#include "num/real.h"
#include "num/rng.h"

enum { OPTIONS = 12, FORMS = 200000, EVERY = 200 };

static const double share[OPTIONS] = {.28,  .22,  .16,  .11,  .045, .043,
                                      .013, .018, .005, .001, .002, .103};

/* Gamma with this shape and scale 1 (Marsaglia and Tsang, 2000; below 1 by their section 6). */
static double gamma_of(cv_rng *r, double shape)
{
    if (shape < 1) {
        double g = gamma_of(r, shape + 1), u = cv_rng_unit(r);
        return u > 1e-290 ? g * cv_exp(cv_ln(u) / shape) : 0;
    }
    double d = shape - 1.0 / 3, s = 1;
    while (s * s < 9 * d) s *= 2; /* Newton's root of 9 d, from above */
    for (int i = 0; i < 60; i++) s = (s + 9 * d / s) / 2;
    for (;;) {
        double x = cv_rng_normal(r), v = 1 + x / s;
        if (v <= 0) continue;
        v = v * v * v;
        double u = cv_rng_unit(r);
        if (u > 1e-290 && cv_ln(u) < x * x / 2 + d - d * v + d * cv_ln(v)) return d * v;
    }
}

static void draw_form(cv_cell *const *votes, int32_t row, double c, cv_rng *r)
{
    double weight[OPTIONS];
    int64_t got[OPTIONS];
    int64_t n = cv_rng_between(r, 150, 899);
    for (int32_t o = 0; o < OPTIONS; o++) weight[o] = gamma_of(r, c * share[o]);
    cv_rng_multinomial(got, r, n, weight, OPTIONS);
    for (int32_t o = 0; o < OPTIONS; o++) votes[o][row] = (cv_cell)got[o];
}

/* With `exchange`, the last two lines of form 0, EVERY, 2 EVERY, ... are exchanged. */
typedef struct {
    cv_exchange_count count;
    const cv_exchange *found;
    int32_t *votes_of_form; /* [FORMS] */
} outcome;

static outcome run(double c, bool exchange, cv_arena *keep)
{
    cv_arena scratch = cv_arena_open();
    cv_cell *votes[OPTIONS];
    cv_rng r = cv_rng_open(908, exchange, (uint64_t)c, 0);
    for (int32_t o = 0; o < OPTIONS; o++) votes[o] = cv_new(keep, cv_cell, FORMS);
    for (int32_t i = 0; i < FORMS; i++) draw_form(votes, i, c, &r);
    for (int32_t i = 0; exchange && i < FORMS; i += EVERY) {
        cv_cell was = votes[10][i];
        votes[10][i] = votes[11][i];
        votes[11][i] = was;
    }
    int32_t *group = cv_new(keep, int32_t, FORMS);
    const int32_t none = -1;
    const cv_cell *column[OPTIONS];
    for (int32_t o = 0; o < OPTIONS; o++) column[o] = votes[o];
    cv_exchange_found found;
    const cv_exchange_task task = {FORMS, OPTIONS, column, group, 1, &none};
    cv_exchange_lines(&found, &task, keep, scratch);
    cv_arena_close(&scratch);
    outcome out = {found.count, found.found, cv_new(keep, int32_t, FORMS)};
    for (int32_t o = 0; o < OPTIONS; o++)
        for (int32_t i = 0; i < FORMS; i++) out.votes_of_form[i] += votes[o][i];
    return out;
}

/* Forms raised in 10,000, and how far off that may be. */
static const struct {
    const char *name;
    double c, raised, tolerance;
} rows[] = {
    {"c = 300",                           300,  8.1, 1.0},
    {"c = 1,000",                         1000, 0.3, 0.2},
    {"c = 60: the shares are not stable", 60,   200, 25 },
};

static void few_forms_are_raised_without_an_exchange(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena keep = cv_arena_open();
        outcome f = run(rows[i].c, false, &keep);
        int32_t forms = 0, last = -1;
        for (int32_t k = 0; k < f.count.n[0]; k++) {
            forms += f.found[k].row != last;
            last = f.found[k].row;
        }
        double in_10000 = 10000.0 * forms / FORMS;
        print_message("%s: %.1f in 10,000 forms\n", rows[i].name, in_10000);
        double apart = in_10000 - rows[i].raised;
        ROW_TRUE(rows[i].name, apart < rows[i].tolerance && apart > -rows[i].tolerance);
        cv_arena_close(&keep);
    }
}

/* Of the exchanged forms whose lines were to have at most 1 vote and at least 12: those of up to
 * 500 votes, for .002 and .103. */
static void exchanges_are_found(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    outcome f = run(300, true, &keep);
    int32_t n = 0, found = 0, at = 0;
    for (int32_t i = 0; i < FORMS; i += EVERY) {
        while (at < f.count.n[0] && f.found[at].row < i) at++;
        bool raised = false;
        for (int32_t k = at; k < f.count.n[0] && f.found[k].row == i; k++)
            raised = raised || f.found[k].option == 10;
        if (f.votes_of_form[i] > 500) continue;
        n++;
        found += raised;
    }
    print_message("%d of %d exchanges found\n", found, n);
    ROW_TRUE("enough", n > 300);
    ROW_TRUE("99.5 in 100", 1000 * found >= 995 * n);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exchanges_are_found),
        cmocka_unit_test(few_forms_are_raised_without_an_exchange),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

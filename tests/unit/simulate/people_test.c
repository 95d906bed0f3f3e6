#include "sheets.h"

#include <math.h>
#include <stdlib.h>

#include "simulate/people.h"

/* ---- fields ---- */

/* Variance 1 everywhere, alike next door, unlike three cells away. */
static void field(void **state)
{
    (void)state;
    enum { N = 400 };
    double square = 0, near = 0, far = 0;
    cv_arena keep = cv_arena_open();
    cv_sim_station corner[2] = {
        {.u = 30, .v = 30}
    };
    cv_sim_world w = {.options = {.seed = 5}, .n_stations = 1, .station = corner};
    for (uint64_t k = 0; k < N; k++) {
        cv_sim_field f = cv_sim_field_make(&w, k, 1, &keep);
        double x = cv_sim_field_at(&f, 7.3, 11.8);
        square += x * x;
        near += x * cv_sim_field_at(&f, 7.4, 11.8);
        far += x * cv_sim_field_at(&f, 10.9, 11.8);
    }
    /* Means over 400 normal squares or products: standard errors 0.071 and 0.05. */
    ROW_TRUE("variance", fabs(square / N - 1) < 0.28);
    ROW_TRUE("next door", near / N > 0.85);
    ROW_TRUE("far away", fabs(far / N) < 0.2);
    cv_arena_close(&keep);
}

/* ---- honest forms ---- */

static void honest_forms_add_up(void **state)
{
    (void)state;
    static const char *const like[] = {"assembly", "president", "list"};
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(like); i++) {
        const cv_sim_world *w = made(&keep, like[i], 9, 8, 240, NULL);
        for (int32_t k = 0; k < w->n_contests; k++) {
            const cv_sim_contest *c = &w->contest[k];
            for (int32_t s = 0; s < c->n_stations; s++) {
                const cv_cell *row = cv_sim_row(c, c->truth, s);
                ROW_STR(like[i], cv_str_of(contradiction(row, c->n_options)), CV_STR(""));
                ROW_INT(
                    "the table is the truth",
                    memcmp(row, cv_sim_row(c, c->official, s), sizeof(cv_cell) * (size_t)c->width),
                    0);
            }
        }
    }
    cv_arena_close(&keep);
}

static void candidates(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "assembly", 2, 75, 300, NULL);
    for (int32_t k = 0; k < w->n_contests; k++) {
        const cv_sim_contest *c = &w->contest[k];
        int32_t n = c->n_options - 1;
        ROW_TRUE("against all is last", c->option[n].against);
        if (c->round == 1) ROW_TRUE("three to six candidates", n >= 3 && n <= 6);
        if (c->round == 2) {
            ROW_INT("two in a run-off", n, 2);
            const cv_sim_option *first = w->contest[c->first_round].option;
            for (int32_t o = 0; o < n; o++)
                ROW_STR("as in the first round", c->option[o].id,
                        first[c->option[o].first_round].id);
        }
    }
    cv_arena_close(&keep);
}

/* ---- scatter: docs/reference/simulate.md, Voters ---- */

typedef struct {
    double total, station, near; /* standard deviations; near: covariance of neighbours less that
                                    of the district                                              */
} scatter;

static double logit_of(double k, double n)
{
    return log((k + 0.5) / (n - k + 0.5));
}

/* As the page says: covariances of pairs within a district, and of the next in the list. */
static scatter measure(const cv_sim_world *w, const double *k, const double *n)
{
    double mean = 0, square = 0, sampling = 0, next = 0, pairs = 0, district = 0, all = 0;
    double *y = calloc((size_t)w->n_stations, sizeof *y);
    for (int32_t i = 0; i < w->n_stations; i++) {
        y[i] = logit_of(k[i], n[i]);
        mean += y[i] / w->n_stations;
        sampling += (1 / (k[i] + 0.5) + 1 / (n[i] - k[i] + 0.5)) / w->n_stations;
    }
    for (int32_t d = 0; d < w->n_districts; d++) {
        double sum = 0, own = 0;
        const cv_sim_district *x = &w->district[d];
        for (int32_t i = x->first_station; i < x->first_station + x->n_stations; i++) {
            double e = y[i] - mean;
            sum += e, own += e * e;
            if (i + 1 < x->first_station + x->n_stations) next += e * (y[i + 1] - mean), pairs++;
        }
        square += own;
        district += sum * sum - own;
        all += (double)x->n_stations * (x->n_stations - 1);
    }
    free(y);
    double variance = square / w->n_stations, neighbours = next / pairs;
    return (scatter){sqrt(variance), sqrt(variance - sampling - neighbours),
                     neighbours - district / all};
}

/* Bounds: the values of Mexico 2012, Canada 2011 and Russia 2018 with a third to spare. */
static void scatter_is_that_of_real_elections(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (uint64_t seed = 1; seed <= 4; seed++) {
        const cv_sim_world *w = made(&keep, "president", seed, 150, 4500, NULL);
        const cv_sim_contest *c = &w->contest[0];
        double *k[2], *n[2];
        for (int i = 0; i < 2; i++) {
            k[i] = cv_new(&keep, double, w->n_stations);
            n[i] = cv_new(&keep, double, w->n_stations);
        }
        for (int32_t s = 0; s < w->n_stations; s++) {
            const cv_cell *row = cv_sim_row(c, c->truth, s);
            k[0][s] = row[CV_SIM_SIGNED], n[0][s] = row[CV_SIM_REG];
            k[1][s] = row[CV_SIM_LINES], n[1][s] = row[CV_SIM_VALID];
        }
        scatter turnout = measure(w, k[0], n[0]), first = measure(w, k[1], n[1]);
        ROW_TRUE("turnout: total 0.40 to 0.46", turnout.total > 0.30 && turnout.total < 0.61);
        ROW_TRUE("turnout: station 0.27", turnout.station > 0.18 && turnout.station < 0.36);
        ROW_TRUE("turnout: neighbours are alike", turnout.near > 0.015);
        ROW_TRUE("first: total 0.58 to 1.13", first.total > 0.43 && first.total < 1.50);
        ROW_TRUE("first: station 0.28 to 0.32", first.station > 0.19 && first.station < 0.42);
        ROW_TRUE("first: neighbours are alike", first.near > 0.02);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(field),
        cmocka_unit_test(honest_forms_add_up),
        cmocka_unit_test(candidates),
        cmocka_unit_test(scatter_is_that_of_real_elections),
    };
    return cmocka_run_group_tests_name("simulate/people", tests, NULL, NULL);
}

#include "sheets.h"

/* ---- sizes ---- */

static const struct {
    const char *name;
    int32_t districts, stations;
    int64_t voters;
    cv_status want;
    int32_t want_districts, want_stations;
} sizes[] = {
    {"as the preset",                0,    0,       0,     CV_OK,      20, 600},
    {"districts of the same size",   5,    0,       0,     CV_OK,      5,  150},
    {"few stations, few districts",  0,    50,      0,     CV_OK,      5,  50 },
    {"one of each",                  1,    1,       0,     CV_OK,      1,  1  },
    {"both",                         3,    100,     0,     CV_OK,      3,  100},
    {"more districts than stations", 30,   12,      0,     CV_E_USAGE, 0,  0  },
    {"too many districts",           5001, 0,       0,     CV_E_LIMIT, 0,  0  },
    {"too many stations",            1,    2000001, 0,     CV_E_LIMIT, 0,  0  },
    {"too few voters",               1,    10,      199,   CV_E_USAGE, 0,  0  },
    {"just enough voters",           1,    10,      200,   CV_OK,      1,  10 },
    {"too many voters",              1,    10,      50001, CV_E_USAGE, 0,  0  },
};

static void size(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        cv_arena keep = cv_arena_open();
        cv_sim_world *w = NULL;
        cv_error err;
        const cv_sim_options o = {.like = cv_sim_preset_named(CV_STR("assembly")),
                                  .seed = 1,
                                  .districts = sizes[i].districts,
                                  .stations = sizes[i].stations,
                                  .voters = sizes[i].voters,
                                  .clean = true};
        ROW_INT(sizes[i].name, cv_sim_make(&w, &o, &keep, &err), sizes[i].want);
        ROW_INT(sizes[i].name, w ? w->n_districts : 0, sizes[i].want_districts);
        ROW_INT(sizes[i].name, w ? w->n_stations : 0, sizes[i].want_stations);
        cv_arena_close(&keep);
    }
}

/* ---- rounds ---- */

/* A contest of the first round has a run-off where its declaration says so, between those two. */
static void runoffs_follow_the_declaration(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "assembly", 6, 40, 400, "all=1%");
    int32_t called = 0, held = 0;
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        cv_sim_count k;
        if (c->round == 1) {
            cv_sim_declared(&k, w, i);
            called += k.kind == CV_SIM_RUNOFF;
            continue;
        }
        held++;
        cv_sim_declared(&k, w, c->first_round);
        ROW_INT("declared", k.kind, CV_SIM_RUNOFF);
        for (int32_t o = 0; o < 2; o++) {
            int32_t in_first = c->option[o].first_round;
            ROW_TRUE("one of the two", in_first == k.first || in_first == k.second);
        }
    }
    ROW_TRUE("some", held > 5);
    ROW_INT("as many as were called", held, called);
    cv_arena_close(&keep);
}

/* ---- the same again ---- */

static int64_t difference(const cv_sim_world *a, const cv_sim_world *b)
{
    int64_t n = 0;
    if (a->n_contests != b->n_contests) return -1;
    for (int32_t i = 0; i < a->n_contests; i++) {
        const cv_sim_contest *c = &a->contest[i], *d = &b->contest[i];
        if (c->width != d->width || c->n_stations != d->n_stations) return -1;
        for (int64_t k = 0; k < (int64_t)c->n_stations * c->width; k++)
            n += c->official[k] != d->official[k];
    }
    return n;
}

/* A plan changes the forms it touches and no other: chance for faults is its own. */
static void only_what_is_planted_changes(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *clean = made(&keep, "list", 6, 5, 100, NULL);
    const cv_sim_world *again = made(&keep, "list", 6, 5, 100, NULL);
    const cv_sim_world *slips = made(&keep, "list", 6, 5, 100, "all=0,total=3,missing=2,late=4");
    const cv_sim_world *other = made(&keep, "list", 7, 5, 100, NULL);
    ROW_INT("again", difference(clean, again), 0);
    ROW_INT("three totals", difference(clean, slips), 3);
    ROW_TRUE("another seed", difference(clean, other) > 1000);
    cv_sim_summary s = cv_sim_summary_of(slips);
    ROW_INT("planted", s.planted, 9);
    ROW_INT("of them the papers show", s.shown, 5);
    ROW_INT("forms", s.forms, 100);
    cv_arena_close(&keep);
}

/* ---- stopping ---- */

static bool stop_at_the_second(void *who, int64_t done, int64_t total)
{
    int *told = who;
    ROW_INT("of all forms", total, 9000);
    ROW_TRUE("in order", done >= 0 && done < total);
    return ++*told < 2;
}

static void stopping(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_sim_world *w = NULL;
    cv_error err;
    int told = 0;
    const cv_sim_options o = {.like = cv_sim_preset_named(CV_STR("list")),
                              .stations = 9000,
                              .progress = stop_at_the_second,
                              .who = &told};
    ROW_INT("stopped", cv_sim_make(&w, &o, &keep, &err), CV_E_STOPPED);
    ROW_INT("told twice", told, 2);
    ROW_TRUE("no world", !w);
    cv_arena_close(&keep);
}

static void codes(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "list", 1, 2, 40, NULL);
    ROW_STR("the first", cv_sim_code(w, 0, &keep), CV_STR("01-001"));
    ROW_STR("of the second district", cv_sim_code(w, w->district[1].first_station, &keep),
            CV_STR("02-001"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(size),
        cmocka_unit_test(runoffs_follow_the_declaration),
        cmocka_unit_test(only_what_is_planted_changes),
        cmocka_unit_test(stopping),
        cmocka_unit_test(codes),
    };
    return cmocka_run_group_tests_name("simulate/simulate", tests, NULL, NULL);
}

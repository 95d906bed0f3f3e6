#include "counting.h"

/* Annulled stations against the register or the number of stations, on both sides of the law's
 * share. The four forms of the rule are those of Kyrgyzstan (art. 37(6), more than a third of the
 * voters), Azerbaijan (art. 170, more than two fifths of the stations), Mexico (art. 76, from a
 * fifth of the stations), and Azerbaijan's for the president (art. 204: stations and voters). */

static const cv_rule_set third = {.engine = CV_ENGINE_PLURALITY,
                                  .n_void_stations = 1,
                                  .void_stations = {{{1, 3}, CV_ABOVE, false}}};
static const cv_rule_set third_may = {.engine = CV_ENGINE_PLURALITY,
                                      .n_void_stations = 1,
                                      .void_stations = {{{1, 3}, CV_ABOVE, false}},
                                      .void_stations_may = true};
static const cv_rule_set two_fifths = {.engine = CV_ENGINE_PLURALITY,
                                       .n_void_stations = 1,
                                       .void_stations = {{{2, 5}, CV_ABOVE, true}}};
static const cv_rule_set fifth = {.engine = CV_ENGINE_PLURALITY,
                                  .n_void_stations = 1,
                                  .void_stations = {{{1, 5}, CV_AT_LEAST, true}}};
static const cv_rule_set both = {
    .engine = CV_ENGINE_PLURALITY,
    .n_void_stations = 2,
    .void_stations = {{{2, 5}, CV_ABOVE, true}, {{1, 4}, CV_ABOVE, false}}
};
static const cv_rule_set lists = {
    .engine = CV_ENGINE_DIVISOR,
    .divisors = {CV_SERIES_LINEAR, 1, 1, 1},
    .n_void_stations = 1,
    .void_stations = {{{1, 3}, CV_ABOVE, false}              }
};

typedef struct {
    const char *name;
    const cv_rule_set *rules;
    cv_annulled annulled; /* stations, all stations, voters, all voters */
    cv_outcome_kind kind;
    cv_why may;
    int64_t value; /* of the assertion, worked by hand */
    int sign;      /* of the weight on what is annulled; 0: no assertion */
} row;

/* clang-format off */
static const row rows[] = {
    {"none annulled",            &third,      {0, 5, 0, 4100},        CV_DECIDED,    CV_WHY_NONE, 4100, -1},
    {"1500 of 4100 is more",     &third,      {1, 5, 1500, 4100},     CV_VOID,       CV_WHY_NONE, 3 * 1500 - 4100, 1},
    {"exactly a third is not",   &third,      {1, 5, 1000, 3000},     CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"one voter more is",        &third,      {1, 5, 1001, 3000},     CV_VOID,       CV_WHY_NONE, 3, 1},
    {"a body may",               &third_may,  {1, 5, 1001, 3000},     CV_DECIDED,    CV_WHY_STATIONS, 3, 1},
    {"it may not at a third",    &third_may,  {1, 5, 1000, 3000},     CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"two of five stations",     &two_fifths, {2, 5, 9, 10},          CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"three of five stations",   &two_fifths, {3, 5, 1, 10},          CV_VOID,       CV_WHY_NONE, 5, 1},
    {"a fifth is enough",        &fifth,      {1, 5, 1, 10},          CV_VOID,       CV_WHY_NONE, 0, 1},
    {"one of six is not",        &fifth,      {1, 6, 1, 10},          CV_DECIDED,    CV_WHY_NONE, 1, -1},
    {"stations but few voters",  &both,       {3, 5, 25, 100},        CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"stations and voters",      &both,       {3, 5, 26, 100},        CV_VOID,       CV_WHY_NONE, 5, 1},
    {"voters but few stations",  &both,       {2, 5, 90, 100},        CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"voters not known",         &third,      {1, 5, CV_BLANK, 3000}, CV_INCOMPLETE, CV_WHY_NONE, 0, 0},
    {"register not known",       &third_may,  {1, 5, 9, CV_BLANK},    CV_DECIDED,    CV_WHY_BASE_BLANK, 0, -1},
    {"none, register not known", &third,      {0, 5, 0, CV_BLANK},    CV_DECIDED,    CV_WHY_NONE, 0, -1},
    {"stations alone decide",    &two_fifths, {1, 5, CV_BLANK, CV_BLANK}, CV_DECIDED, CV_WHY_NONE, 5, -1},
    {"a list as well",           &lists,      {1, 5, 1001, 3000},     CV_VOID,       CV_WHY_NONE, 3, 1},
    {"nothing was said",         &third,      {0, 0, 0, 0},           CV_DECIDED,    CV_WHY_NONE, 0, 0},
};
/* clang-format on */

static const cv_assertion *on_stations(const cv_tally *t)
{
    for (int32_t i = 0; i < t->n_assertions; i++)
        if (t->assertion[i].annulled_registered || t->assertion[i].annulled_stations)
            return &t->assertion[i];
    return NULL;
}

static void count_row(bench *b, const row *r)
{
    static const cv_count votes[] = {50, 40};
    cv_totals totals = totals_of(votes, 2);
    cv_tally_facts facts = {.annulled = r->annulled};
    cv_tally t = count_or_fail(b, r->name, (cv_tally_task){&totals, 1, r->rules, &facts});
    expect_int(r->name, "outcome", t.kind, r->kind);
    expect_int(r->name, "what a body may do", t.may_void, r->may);
    if (t.kind == CV_VOID) expect_int(r->name, "reason", t.why, CV_WHY_STATIONS);
    if (t.kind == CV_VOID) expect_int(r->name, "winners", t.n_winners, 0);
    const cv_assertion *a = on_stations(&t);
    expect_int(r->name, "asserted", a != NULL, r->sign != 0);
    if (!a) return;
    expect_int(r->name, "value", (int64_t)a->value, r->value);
    bool down = a->annulled_registered < 0 || a->annulled_stations < 0;
    expect_int(r->name, "down", down, r->sign < 0);
}

static void empties_seats(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) count_row(&b, &rows[i]);
    bench_close(&b);
}

/* With each further station annulled the assertion tells what a new count says. */
static void the_assertion_follows_annulments(void **state)
{
    (void)state;
    static const cv_count votes[] = {50, 40};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 2);
    cv_tally_facts facts = {
        .annulled = {0, 10, 0, 1000}
    };
    cv_tally_task task = {&totals, 1, &third, &facts};
    cv_tally base = count_or_fail(&b, "none", task);
    const cv_assertion *a = on_stations(&base);
    assert_non_null(a);
    for (int32_t k = 1; k <= 10; k++) {
        facts.annulled.stations = k;
        facts.annulled.registered = 100 * k;
        cv_tally t = count_or_fail(&b, "some", task);
        cv_wide g = a->value + cv_times(a->annulled_registered, 100 * k) +
                    cv_times(a->annulled_stations, k);
        bool stands = a->relation == CV_ABOVE ? g > 0 : g >= 0;
        assert_int_equal(stands, t.kind == CV_DECIDED);
        assert_int_equal(stands, 3 * k <= 10); /* a third of ten stations alike: four are more */
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empties_seats),
        cmocka_unit_test(the_assertion_follows_annulments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

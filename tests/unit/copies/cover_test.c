#include "../seat.h"

#include "copies/copies.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

static void put_in(seat *t, const char *station, cv_area_ix area)
{
    cv_build_station_at(t->b, cv_build_station(t->b, cv_str_of(station), NULL))->area = area;
}

/* A region with two districts: s0 and s1 in the first, s2 and s3 (awaited) in the second. Agents
 * hold s0 and s3; of s1 there is only an earlier publication. */
static void open_case(seat *t, cv_area_ix area[3])
{
    seat_open(t, 2, 1, &plurality);
    area[0] = cv_build_area(t->b, CV_NO_AREA, CV_STR("region"), CV_STR("North"));
    area[1] = cv_build_area(t->b, area[0], CV_STR("district"), CV_STR("One"));
    area[2] = cv_build_area(t->b, area[0], CV_STR("district"), CV_STR("Two"));
    cv_copy_ix earlier =
        cv_build_copy(t->b, &(cv_copy){.id = CV_STR("first"), .kind = CV_COPY_EARLIER});
    for (int32_t i = 0; i < 3; i++)
        seat_form(t, (const char *[]){"s0", "s1", "s2"}[i], (cv_cell[]){10, 9}, NULL);
    seat_await(t, "s3", 50);
    seat_form_of(t, earlier, "s1", (cv_cell[]){10, 9}, NULL);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){10, 9}, NULL);
    seat_form_of(t, t->other_copy, "s3", (cv_cell[]){10, 9}, NULL);
    put_in(t, "s0", area[1]);
    put_in(t, "s1", area[1]);
    put_in(t, "s2", area[2]);
    put_in(t, "s3", area[2]);
    seat_freeze(t);
}

static void by_contest_and_area(void **state)
{
    (void)state;
    seat t;
    cv_area_ix area[3];
    cv_coverage c;
    open_case(&t, area);
    cv_copies_cover(&c, &t.e, &(cv_copies_lead){3, 57}, &t.keep, t.scratch);
    assert_int_equal(c.all.n_stations, 4);
    assert_int_equal(c.all.n_covered, 2);
    assert_int_equal(c.contest[0].n_covered, 2);
    ROW_STR("alone", t.e.station[c.alone[0][0]].code, CV_STR("s1"));
    ROW_STR("alone", t.e.station[c.alone[0][1]].code, CV_STR("s2"));
    assert_int_equal(c.area[area[0].i].n_stations, 4);
    assert_int_equal(c.area[area[0].i].n_covered, 2);
    assert_int_equal(c.area[area[1].i].n_stations, 2);
    assert_int_equal(c.area[area[1].i].n_covered, 1);
    assert_int_equal(c.area[area[2].i].n_covered, 1);
    assert_int_equal(c.band[2].n_contests, 1); /* 3 of 57: 5.3 per cent */
    assert_int_equal(c.band[2].of.n_covered, 2);
    seat_close(&t);
}

typedef struct {
    const char *name;
    cv_copies_lead lead;
    int32_t band; /* -1: no lead */
} band_row;

static const band_row bands[] = {
    {"a tie",                  {0, 100},        0 },
    {"just under 1 per cent",  {99, 10000},     0 },
    {"1 per cent",             {1, 100},        1 },
    {"just under 5 per cent",  {499, 10000},    1 },
    {"5 per cent",             {5, 100},        2 },
    {"10 per cent",            {10, 100},       3 },
    {"just under 20 per cent", {1999, 10000},   3 },
    {"20 per cent",            {20, 100},       4 },
    {"everything",             {100, 100},      4 },
    {"nobody is second",       {CV_BLANK, 100}, -1},
    {"no vote at all",         {0, 0},          -1},
};

static void by_lead(void **state)
{
    (void)state;
    seat t;
    cv_area_ix area[3];
    open_case(&t, area);
    for (size_t i = 0; i < N_ROWS(bands); i++) {
        cv_coverage c;
        cv_copies_cover(&c, &t.e, &bands[i].lead, &t.keep, t.scratch);
        for (int32_t b = 0; b < CV_LEAD_BANDS; b++)
            ROW_INT(bands[i].name, c.band[b].n_contests, b == bands[i].band);
        ROW_INT(bands[i].name, c.no_lead.n_contests, bands[i].band < 0);
    }
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_contest_and_area),
        cmocka_unit_test(by_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

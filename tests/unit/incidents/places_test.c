#include "claims.h"

#include "incidents/places.h"

/* Two regions with a district "Middle" each; three stations in them, one contest of two options. */
enum { NORTH, SOUTH, NORTH_MIDDLE, SOUTH_MIDDLE, HILL };

static const cv_area AREAS[] = {
    {CV_STR("North"),  CV_STR("region"),   CV_NO_AREA},
    {CV_STR("South"),  CV_STR("region"),   CV_NO_AREA},
    {CV_STR("Middle"), CV_STR("district"), {NORTH}   },
    {CV_STR("Middle"), CV_STR("district"), {SOUTH}   },
    {CV_STR("Hill"),   CV_STR("district"), {SOUTH}   },
};
static const cv_station STATIONS[] = {
    {.code = CV_STR("n1"), .area = {NORTH_MIDDLE}},
    {.code = CV_STR("s1"), .area = {SOUTH_MIDDLE}},
    {.code = CV_STR("h1"), .area = {HILL}        },
};

static const struct {
    const char *name, *place, *place_of;
    bool station; /* the file names h1 */
    cv_place_match match;
    int32_t stations, forms, unknown;
    cv_count first, second;
} ROWS[] = {
    {"a place of no name here",       "Osh",           "Osh",         false, CV_MATCH_NONE,    0, 0, 0, 0,  0 },
    {"one of that name",              "Hill",          "",            false, CV_MATCH_AREA,    1, 1, 1, 0,  0 },
    {"two of that name",              "Middle",        "",            false, CV_MATCH_SEVERAL, 0, 0, 0, 0,  0 },
    {"what it lies in tells which",   "Middle",        "South",       false, CV_MATCH_AREA,    1, 1, 0, 7,  1 },
    {"a region has its districts'",   "South",         "",            false, CV_MATCH_AREA,    2, 2, 1, 7,  1 },
    {"two places",                    "North;South",   "",            false, CV_MATCH_AREA,    3, 3, 1, 17, 21},
    {"a place within another, once",  "South;Hill",    "",            false, CV_MATCH_AREA,    2, 2, 1, 7,  1 },
    {"two places, each with its own", "Middle;Middle", "North;South", false, CV_MATCH_AREA,    2, 2, 0,
     17,                                                                                                    21},
    {"stations that the file names",  "North",         "",            true,  CV_MATCH_STATION, 1, 1, 1, 0,  0 },
};

static void votes_of_the_stations_touched_are_added_once(void **state)
{
    (void)state;
    static const cv_cell a[] = {10, 7, -4}, b[] = {20, 1, -4}, sum[] = {30, 8, -4};
    static const uint8_t form_state[] = {CV_FORM_COUNTED, CV_FORM_COUNTED, CV_FORM_AWAITED};
    static const cv_station_ix station[] = {{0}, {1}, {2}}, named = {2};
    const cv_cell *votes[] = {a, b};
    cv_forms forms = {.n = 3, .station = station, .state = form_state, .votes = votes};
    forms.derived[CV_D_SUM] = sum;
    cv_contest contest = {.n_options = 2};
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
        cv_event event = {.id = CV_STR("E1"),
                          .place = cv_str_of(ROWS[i].place),
                          .place_of = cv_str_of(ROWS[i].place_of),
                          .n_stations = ROWS[i].station,
                          .station = &named};
        cv_incidents in = {.n_events = 1, .event = &event};
        cv_election e = {.n_areas = 5,
                         .area = AREAS,
                         .n_stations = 3,
                         .station = STATIONS,
                         .n_contests = 1,
                         .contest = &contest,
                         .forms = &forms,
                         .incidents = &in};
        cv_event_facts f = {0};
        cv_incident_places(&f, &e, &keep, scratch);
        ROW_INT(ROWS[i].name, f.match, ROWS[i].match);
        ROW_INT(ROWS[i].name, f.n_stations, ROWS[i].stations);
        ROW_INT(ROWS[i].name, f.n_touched, ROWS[i].forms > 0);
        if (f.n_touched) {
            ROW_INT(ROWS[i].name, f.touched[0].n_forms, ROWS[i].forms);
            ROW_INT(ROWS[i].name, f.touched[0].n_unknown, ROWS[i].unknown);
            ROW_INT(ROWS[i].name, f.touched[0].votes[0], ROWS[i].first);
            ROW_INT(ROWS[i].name, f.touched[0].votes[1], ROWS[i].second);
            ROW_INT(ROWS[i].name, f.touched[0].ballots, ROWS[i].first + ROWS[i].second);
        }
        cv_arena_close(&scratch);
        cv_arena_close(&keep);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_of_the_stations_touched_are_added_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "claims.h"

#include "incidents/merges.h"

static void a_merge_can_be_undone_and_redone(void **state)
{
    (void)state;
    cv_event event[4] = {{.id = CV_STR("E1")}, {.id = CV_STR("E2")}, {.id = CV_STR("E3")}};
    cv_merge_record merge[] = {
        {.event = 2,  .with = 1,  .undoes = -1},
        {.event = 1,  .with = 0,  .undoes = -1},
        {.event = -1, .with = -1, .undoes = 0 },
        {.event = -1, .with = -1, .undoes = 2 },
    };
    static const struct {
        const char *name;
        int32_t n, same_as[3];
    } rows[] = {
        {"none",               0, {0, 1, 2}},
        {"one",                1, {0, 1, 1}},
        {"a chain",            2, {0, 0, 0}},
        {"one taken back",     3, {0, 0, 2}},
        {"and again in force", 4, {0, 0, 0}},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_incidents in = {.n_events = 3, .event = event, .n_merges = rows[i].n, .merge = merge};
        bool in_force[4];
        int32_t same_as[3];
        cv_incident_merge(in_force, same_as, &in);
        for (int k = 0; k < 3; k++) ROW_INT(rows[i].name, same_as[k], rows[i].same_as[k]);
    }
}

/* clang-format off */
static const struct {
    const char *name;
    const char *from[2], *to[2], *type[2], *actors[2], *place[2], *place_of[2];
    cv_where where[2];
    bool proposed;
} ROWS[] = {
    {"the same square on one day", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition;police"}, {"Osh", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, true},
    {"days that touch", {"2005-03-18", "2005-03-20"}, {"2005-03-20", "2005-03-22"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"Osh", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, true},
    {"the day after", {"2005-03-18", "2005-03-21"}, {"2005-03-20", "2005-03-22"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"Osh", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, false},
    {"another type", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "arson"},
     {"opposition", "opposition"}, {"Osh", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, false},
    {"nobody in common", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "police"}, {"Osh", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, false},
    {"another town", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"Osh", "Naryn"}, {"Osh", "Naryn"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, false},
    {"a town of that name elsewhere", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"Kochkor", "Kochkor"}, {"Naryn", "Osh"}, {CV_WHERE_SETTLEMENT, CV_WHERE_SETTLEMENT}, false},
    {"a site in the town", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"square", "Osh"}, {"Osh", "Osh"}, {CV_WHERE_SITE, CV_WHERE_SETTLEMENT}, true},
    {"two sites of one town", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"square", "airport"}, {"Osh", "Osh"}, {CV_WHERE_SITE, CV_WHERE_SITE}, false},
    {"a town and its region", {"2005-03-21", "2005-03-21"}, {"2005-03-21", "2005-03-21"}, {"rally", "rally"},
     {"opposition", "opposition"}, {"Tong", "Issyk-Kul"}, {"Issyk-Kul", "Kyrgyzstan"}, {CV_WHERE_SETTLEMENT, CV_WHERE_REGION}, true},
};
/* clang-format on */

static void what_could_be_one_event_is_proposed(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        cv_arena keep = cv_arena_open();
        cv_event event[2];
        for (int k = 0; k < 2; k++) {
            event[k] = event_of("E", ROWS[i].from[k], ROWS[i].to[k]);
            event[k].type = cv_str_of(ROWS[i].type[k]);
            event[k].actors = cv_str_of(ROWS[i].actors[k]);
            event[k].place = cv_str_of(ROWS[i].place[k]);
            event[k].place_of = cv_str_of(ROWS[i].place_of[k]);
            event[k].where = ROWS[i].where[k];
        }
        cv_incidents in = {.n_events = 2, .event = event};
        int32_t n;
        bool cut;
        cv_incident_proposals(&n, &cut, &in, (int32_t[]){0, 1}, (int32_t[]){0, 1}, &keep);
        ROW_INT(ROWS[i].name, n, ROWS[i].proposed);
        cv_incident_proposals(&n, &cut, &in, (int32_t[]){0, 1}, (int32_t[]){0, 0}, &keep);
        ROW_INT("merged already", n, 0);
        cv_arena_close(&keep);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_merge_can_be_undone_and_redone),
        cmocka_unit_test(what_could_be_one_event_is_proposed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

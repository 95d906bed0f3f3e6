#include "sheets.h"

/* Totals of the two sheets: 600, 340, 50; 1,000 came. */
static const struct {
    const char *name;
    int32_t round;
    cv_cell a, b, against; /* of station 0 */
    cv_sim_kind kind;
    int32_t first, second;
    cv_count lead;
} outcomes[] = {
    {"more than half of those who came", 1, 400, 250, 40,  CV_SIM_WON,    0, 1, 260},
    {"half is not more than half",       1, 300, 350, 40,  CV_SIM_RUNOFF, 0, 1, 60 },
    {"one more than half",               1, 301, 349, 40,  CV_SIM_WON,    0, 1, 62 },
    {"in a run-off most votes do",       2, 300, 350, 40,  CV_SIM_WON,    0, 1, 60 },
    {"against all has more than any",    1, 100, 100, 490, CV_SIM_VOID,   0, 1, 110},
    {"as many against all as for one",   2, 100, 50,  290, CV_SIM_WON,    0, 1, 160},
    {"a tie in a run-off",               2, 240, 350, 100, CV_SIM_TIED,   0, 1, 0  },
    {"the other one leads",              2, 200, 400, 90,  CV_SIM_WON,    1, 0, 90 },
};

static void outcome(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(outcomes); i++) {
        small s;
        cv_sim_count k;
        small_open(&s);
        s.contest.round = outcomes[i].round;
        s.official[0][A] = outcomes[i].a;
        s.official[0][B] = outcomes[i].b;
        s.official[0][AGAINST] = outcomes[i].against;
        cv_sim_count_up(&k, &s.world, 0, CV_SIM_AS_PAPERS);
        ROW_INT(outcomes[i].name, k.kind, outcomes[i].kind);
        ROW_INT(outcomes[i].name, k.first, outcomes[i].first);
        ROW_INT(outcomes[i].name, k.second, outcomes[i].second);
        ROW_INT(outcomes[i].name, k.lead, outcomes[i].lead);
        ROW_INT(outcomes[i].name, k.seats[k.first], outcomes[i].kind == CV_SIM_WON);
        small_close(&s);
    }
}

/* What each view takes for station 0, by its votes for A; -1: the station does not count. */
static void views(void **state)
{
    (void)state;
    small s;
    cv_sim_count k;
    cv_sim_fault fault = {.copy = -1, .shown = CV_SIM_SHOWN};
    cv_sim_decision decision = {.effect = CV_SIM_ADOPT};
    small_open(&s);
    s.truth[0][A] = 390, s.form[0][A] = 395, s.official[0][A] = 999;
    s.world.fault = &fault;
    s.world.n_faults = 1;
    s.fault[0] = 0;
    ROW_INT("true", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_TRUE)[A], 390);
    ROW_INT("papers", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_PAPERS)[A], 999);
    ROW_INT("repaired", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_REPAIRED)[A], 390);
    fault.shown = CV_SIM_IN_PART;
    ROW_INT("only in part", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_REPAIRED)[A], 999);
    fault.shown = CV_SIM_HIDDEN;
    ROW_INT("nothing shows it", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_REPAIRED)[A], 999);
    ROW_INT("undecided", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_DECIDED)[A], 999);
    s.world.decision = &decision;
    s.world.n_decisions = 1;
    ROW_INT("a copy is adopted", cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_DECIDED)[A], 395);
    decision.effect = CV_SIM_ANNUL;
    ROW_TRUE("annulled", !cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_DECIDED));
    cv_sim_count_up(&k, &s.world, 0, CV_SIM_AS_DECIDED);
    ROW_INT("only the other station", k.votes[0], 200);
    s.missing[0] = true;
    ROW_TRUE("missing", !cv_sim_seen(&s.world, 0, 0, CV_SIM_AS_PAPERS));
    s.missing[0] = false;
    s.official[0][A] = CV_CELL_BLANK;
    cv_sim_count_up(&k, &s.world, 0, CV_SIM_AS_PAPERS);
    ROW_INT("a blank counts nothing", k.votes[0], 200);
    small_close(&s);
}

/* 340,000, 280,000, 160,000, 60,000 and 40,000 (4.5 %, out), 7 seats by d'Hondt: 3, 3, 1. */
static void lists(void **state)
{
    (void)state;
    small s;
    cv_sim_count k;
    small_open(&s);
    cv_sim_option option[5] = {
        {.bloc = -1}, {.bloc = -1}, {.bloc = -1}, {.bloc = -1}, {.bloc = -1}};
    cv_cell row[CV_SIM_LINES + 5] = {0};
    const cv_cell votes[5] = {340000, 280000, 160000, 60000, 40000};
    memcpy(row + CV_SIM_LINES, votes, sizeof votes);
    s.contest = (cv_sim_contest){.n_stations = 1,
                                 .n_options = 5,
                                 .option = option,
                                 .seats = 7,
                                 .width = CV_SIM_LINES + 5,
                                 .truth = row,
                                 .fault = s.fault,
                                 .missing = s.missing,
                                 .drawn = -1,
                                 .named = -1};
    s.world.preset = cv_sim_preset_named(CV_STR("list"));
    cv_sim_count_up(&k, &s.world, 0, CV_SIM_AS_TRUE);
    const int32_t want[5] = {3, 3, 1, 0, 0};
    for (int i = 0; i < 5; i++) ROW_INT("seats", k.seats[i], want[i]);
    small_close(&s);
}

static void declared(void **state)
{
    (void)state;
    small s;
    cv_sim_count k;
    small_open(&s);
    s.contest.round = 2;
    s.contest.named = 1;
    cv_sim_declared(&k, &s.world, 0);
    ROW_INT("named against the figures", k.seats[1], 1);
    ROW_INT("and the first is not", k.seats[0], 0);
    s.contest.named = -1;
    s.contest.drawn = 1;
    s.official[0][A] = 140; /* 340 each */
    cv_sim_declared(&k, &s.world, 0);
    ROW_INT("a lot was drawn", k.kind, CV_SIM_WON);
    ROW_INT("for the second", k.seats[1], 1);
    small_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcome),
        cmocka_unit_test(views),
        cmocka_unit_test(lists),
        cmocka_unit_test(declared),
    };
    return cmocka_run_group_tests_name("simulate/count", tests, NULL, NULL);
}

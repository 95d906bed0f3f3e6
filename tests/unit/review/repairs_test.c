#include "country.h"

#include "disputes/disputes.h"
#include "review/repairs.h"

/* One seat: B 140, A 120, C 7. */
static const cv_count votes[] = {120, 140, 7};

/* Of form s0: B 80 for 30; A and B exchanged; the signatures; C filled in. */
static const cv_repair_figure figures[] = {
    {CV_F_NONE,   1,  CV_SLIP_DIGIT_ALIKE, 30,            80},
    {CV_F_NONE,   0,  CV_SLIP_LINES_NEXT,  50,            30},
    {CV_F_NONE,   1,  CV_SLIP_LINES_NEXT,  30,            50},
    {CV_F_SIGNED, -1, CV_SLIP_DIGIT,       70,            90},
    {CV_F_NONE,   2,  CV_SLIP_FILLED,      CV_CELL_BLANK, 10},
    {CV_F_NONE,   0,  CV_SLIP_FILLED,      CV_CELL_BLANK, 10},
};
static const cv_repair repair[] = {
    {1, 1, &figures[0]},
    {2, 2, &figures[1]},
    {2, 1, &figures[3]},
    {1, 1, &figures[4]},
    {1, 1, &figures[5]}
};

/* How the lead of B over A grows: 80 - 30; 20 more and 20 fewer; no vote of theirs; 10 fewer. */
static const int64_t want[] = {50, 40, 0, 0, -10};

static void judge(bool annulled)
{
    country t;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 30, 1}, 70);
    country_form(&t, c, 0, "s1", (cv_cell[]){70, 110, 6}, 200);
    const cv_station_ix place = {0};
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("d1");
    d.contest = c;
    d.n_places = 1;
    d.place = &place;
    if (annulled) cv_build_decision(t.b, &d);
    country_freeze(&t);
    const cv_form_repairs form = {.contest = c, .row = 0, .n = 5, .repair = repair};
    const cv_check_result check = {.n_repairs = 1, .repairs = &form};
    const cv_contest_review contest = {.decided = {.totals = {.n_options = 3, .votes = votes}}};
    cv_review r = {.election = &t.e, .check = &check, .contest = &contest};
    cv_disputes_fold(&r.disputes, &t.e, &CV_LEDGER_QUESTION_DEFAULT, &t.keep, t.scratch);
    cv_review_repairs(&r, &t.keep);
    ROW_INT("first", r.lead_pair[0].first, 1);
    ROW_INT("second", r.lead_pair[0].second, 0);
    for (size_t i = 0; i < N_ROWS(want); i++) {
        ROW_INT("counts", r.repair_effect[0][i].counts, !annulled);
        ROW_INT("lead", r.repair_effect[0][i].lead, annulled ? 0 : want[i]);
    }
    country_close(&t);
}

static void the_lead_moves_by_the_votes_of_the_first_two(void **state)
{
    (void)state;
    judge(false);
}

static void an_annulled_form_moves_nothing(void **state)
{
    (void)state;
    judge(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lead_moves_by_the_votes_of_the_first_two),
        cmocka_unit_test(an_annulled_form_moves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

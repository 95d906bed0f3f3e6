#include "../seat.h"

static void open_seat(seat *t)
{
    seat_open_copies(t);
    seat_freeze(t);
}

static cv_finding finding(int32_t row, cv_severity severity, cv_change_kind change)
{
    return (cv_finding){.severity = severity,
                        .row = row,
                        .other = -1,
                        .option = -1,
                        .contradicted = 2,
                        .change = change,
                        .k = 2,
                        .cap = CV_BLANK};
}

static void findings_that_can_change_votes_are_asked(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t row;
        cv_severity severity;
        cv_change_kind change;
        int32_t asked, contradicted;
    } rows[] = {
        {"an error",                   0,  CV_ERROR,   CV_CHANGE_OFF,   1, 2},
        {"a warning",                  0,  CV_WARNING, CV_CHANGE_OFF,   0, 0},
        {"an error of persons alone",  0,  CV_ERROR,   CV_CHANGE_NONE,  0, 0},
        {"missing figures, a warning", 1,  CV_WARNING, CV_CHANGE_CAP,   1, 0},
        {"missing figures, a note",    1,  CV_NOTE,    CV_CHANGE_CAP,   0, 0},
        {"a missing form",             2,  CV_ERROR,   CV_CHANGE_CAP,   1, 2},
        {"about the contest",          -1, CV_ERROR,   CV_CHANGE_EXACT, 0, 0},
        {"about a form not counted",   3,  CV_ERROR,   CV_CHANGE_OFF,   0, 0},
    };
    seat t;
    open_seat(&t);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_finding f = finding(rows[i].row, rows[i].severity, rows[i].change);
        cv_found found = {.n = 1, .first = 40, .finding = &f};
        cv_questions q = cv_questions_of(&t.e, t.contest, NULL, &found, &t.keep);
        ROW_INT(rows[i].name, q.n, rows[i].asked);
        if (!q.n) continue;
        ROW_INT(rows[i].name, q.question[0].finding, 40);
        ROW_INT(rows[i].name, q.question[0].contradicted, rows[i].contradicted);
    }
    seat_close(&t);
}

static void decisions_settle_what_they_decide(void **state)
{
    (void)state;
    static const cv_overlay_figures figures = {0};
    static const int32_t decision[] = {0};
    static const struct {
        const char *name;
        cv_overlay_change change;
        cv_change_kind kind;
        int32_t asked;
    } rows[] = {
        {"annulled",                       {0, CV_NOW_ANNULLED, 0}, CV_CHANGE_OFF,   0},
        {"replaced by another form",       {0, CV_NOW_COUNTED, 3},  CV_CHANGE_OFF,   0},
        {"replaced by the body's figures",
         {0, CV_NOW_COUNTED, 0, .own = &figures},
         CV_CHANGE_OFF,                                                              0},
        {"upheld against another copy",    {0, CV_NOW_COUNTED, 0},  CV_CHANGE_EXACT, 0},
        {"upheld, but it does not add up", {0, CV_NOW_COUNTED, 0},  CV_CHANGE_OFF,   1},
        {"another form was decided",       {1, CV_NOW_ANNULLED, 1}, CV_CHANGE_OFF,   1},
    };
    seat t;
    open_seat(&t);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_overlay_change change = rows[i].change;
        change.n_causes = 1;
        change.cause = decision;
        cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
        contest.n_changes = 1;
        contest.change = &change;
        const cv_overlay overlay = {.n_contests = 1, .contest = &contest};
        cv_finding f = finding(0, CV_ERROR, rows[i].kind);
        cv_found found = {.n = 1, .finding = &f};
        ROW_INT(rows[i].name, cv_questions_of(&t.e, t.contest, &overlay, &found, &t.keep).n,
                rows[i].asked);
    }
    seat_close(&t);
}

/* A refused row of an awaited station is that station's missing form. */
static void refused_rows_are_missing_forms(void **state)
{
    (void)state;
    seat t;
    open_seat(&t);
    const cv_station_ix refused[] = {t.e.forms[0].station[1], t.e.forms[0].station[2]};
    cv_finding f = finding(2, CV_ERROR, CV_CHANGE_CAP);
    cv_found found = {.n = 1, .finding = &f, .n_refused = 2, .refused = refused};
    cv_questions q = cv_questions_of(&t.e, t.contest, NULL, &found, &t.keep);
    assert_int_equal(q.n, 2);
    assert_int_equal(q.question[0].row, -1);
    assert_int_equal(q.question[0].station.i, refused[0].i);
    assert_int_equal(q.question[0].k, CV_BLANK);
    assert_int_equal(q.question[1].row, 2);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_that_can_change_votes_are_asked),
        cmocka_unit_test(decisions_settle_what_they_decide),
        cmocka_unit_test(refused_rows_are_missing_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../disputes/file_of.h"

#include "review/complaint_seat.h"

/* s0: 10 to 20, s1: 5 to 7; s2 is awaited and the agents' form of s0 does not count. */
static void without_the_stations_it_names(void **state)
{
    (void)state;
    seat t;
    seat_open_copies(&t);
    seat_freeze(&t);
    cv_overlay_contest none = CV_OVERLAY_CONTEST_NONE;
    cv_complaint c = complaint_of("2005-03-01 filed", &t.keep);
    cv_complaint_file file = {.n_complaints = 1, .complaint = &c};
    cv_review r = {.election = &t.e,
                   .disputes = {.overlay = {.n_contests = 1, .contest = &none}},
                   .complaints = {.file = &file}};
    cv_sums sums;
    c.contest = t.contest;
    ROW_TRUE("s0", cv_complaint_seat_without(&sums, &r, 0, &t.keep, t.scratch));
    ROW_INT("A of s1 alone", sums.totals.votes[0], 5);
    ROW_INT("B of s1 alone", sums.totals.votes[1], 7);
    cv_station_ix both[] = {{0}, {1}};
    c.n_places = 2, c.place = both;
    ROW_TRUE("both", cv_complaint_seat_without(&sums, &r, 0, &t.keep, t.scratch));
    ROW_INT("nothing is left", sums.totals.votes[0], 0);
    c.n_places = 0;
    ROW_TRUE("no station", !cv_complaint_seat_without(&sums, &r, 0, &t.keep, t.scratch));
    c.n_places = 1, c.contest = CV_NO_CONTEST;
    ROW_TRUE("no seat", !cv_complaint_seat_without(&sums, &r, 0, &t.keep, t.scratch));
    seat_close(&t);
}

/* What decisions did before stays done: s1 is annulled, and s0 is taken out as well. */
static void on_top_of_decisions(void **state)
{
    (void)state;
    seat t;
    seat_open_copies(&t);
    seat_freeze(&t);
    cv_overlay_change annulled = CV_OVERLAY_CHANGE_NONE(1);
    annulled.now = CV_NOW_ANNULLED;
    cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
    contest.n_changes = 1, contest.change = &annulled;
    cv_complaint c = complaint_of("2005-03-01 filed", &t.keep);
    c.contest = t.contest;
    cv_complaint_file file = {.n_complaints = 1, .complaint = &c};
    cv_review r = {.election = &t.e,
                   .disputes = {.overlay = {.n_contests = 1, .contest = &contest}},
                   .complaints = {.file = &file}};
    cv_sums sums;
    ROW_TRUE("s0", cv_complaint_seat_without(&sums, &r, 0, &t.keep, t.scratch));
    ROW_INT("nothing is left", sums.totals.votes[1], 0);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_the_stations_it_names),
        cmocka_unit_test(on_top_of_decisions),
    };
    return cmocka_run_group_tests_name("review/complaint_seat", tests, NULL, NULL);
}

/* C804: stations with the same votes for every option. */
#include "papers.h"

typedef struct {
    const char *name, *first, *second;
    int64_t n_raised, n_checked;
} same_row;

static const same_row rows[] = {
    {"four options alike, 50 votes", "| 20 15 10 5 0", "| 20 15 10 5 0", 1, 2},
    {"49 votes",                     "| 20 15 10 4 0", "| 20 15 10 4 0", 0, 0},
    {"three options",                "| 30 15 5 0 0",  "| 30 15 5 0 0",  0, 0},
    {"one vote apart",               "| 20 15 10 5 0", "| 20 15 10 4 1", 0, 2},
    {"in another order",             "| 20 15 10 5 0", "| 15 20 10 5 0", 0, 2},
    {"a blank option",               "| 20 15 10 5 .", "| 20 15 10 5 .", 0, 0},
};

static void votes_must_be_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        papers_open(&t, 5, 1);
        papers_form(&t, "s1", rows[i].first);
        papers_form(&t, "s2", rows[i].second);
        papers_check(&t);
        ROW_INT(rows[i].name, papers_count(&t, 804).n_raised, rows[i].n_raised);
        ROW_INT(rows[i].name, papers_count(&t, 804).n_checked, rows[i].n_checked);
        papers_close(&t);
    }
}

static void each_is_paired_with_the_first(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 4, 1);
    papers_form(&t, "s1", "| 20 15 10 5");
    papers_form(&t, "s2", "| 20 15 10 5");
    papers_form(&t, "s3", "| 20 15 10 5");
    cv_area_ix north = cv_build_area(t.b, CV_NO_AREA, CV_STR("region"), CV_STR("North"));
    cv_build_station_at(t.b, papers_station(&t, "s3"))->area = north;
    papers_check(&t);
    assert_int_equal(papers_count(&t, 804).n_raised, 2);
    assert_int_equal(t.r.n_same_apart, 1); /* s3 is in another area than s1 */
    for (int64_t i = 0; i < t.r.n_findings; i++) {
        assert_int_equal(t.r.finding[i].row, 0);
        assert_int_equal(t.r.finding[i].other, 1 + i);
    }
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_must_be_alike),
        cmocka_unit_test(each_is_paired_with_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

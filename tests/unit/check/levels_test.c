/* C805: two districts of one region, and what the region states. */
#include "papers.h"

typedef struct {
    papers t;
    cv_area_ix region, north, south;
} tree;

static void in_area(tree *x, const char *station, cv_area_ix area, const char *form)
{
    papers_form(&x->t, station, form);
    cv_build_station_at(x->t.b, papers_station(&x->t, station))->area = area;
}

/* North: 10 and 20 votes at two stations; south: 5 at one. */
static void tree_open(tree *x)
{
    papers_open(&x->t, 2, 1);
    cv_builder *b = x->t.b;
    x->region = cv_build_area(b, CV_NO_AREA, CV_STR("region"), CV_STR("R"));
    x->north = cv_build_area(b, x->region, CV_STR("district"), CV_STR("N"));
    x->south = cv_build_area(b, x->region, CV_STR("district"), CV_STR("S"));
    in_area(x, "n1", x->north, "invalid=1 | 10 0");
    in_area(x, "n2", x->north, "invalid=2 | 20 7");
    in_area(x, "s1", x->south, "invalid=4 | 5 1");
}

static void state_sum(tree *x, cv_area_ix area, cv_slot slot, cv_count figure)
{
    const cv_sum_key key = {x->t.contest, area, x->t.copy, x->t.source, 99};
    cv_build_sum_set(x->t.b, cv_build_sum(x->t.b, &key), slot, figure);
}

static const cv_slot FIRST = {CV_F_NONE, 0}, SECOND = {CV_F_NONE, 1}, INVALID = {CV_F_INVALID, -1},
                     RECV = {CV_F_RECV, -1};

static void sums_that_hold(void **state)
{
    (void)state;
    tree x;
    tree_open(&x);
    state_sum(&x, x.north, FIRST, 30);
    state_sum(&x, x.north, SECOND, 7);
    state_sum(&x, x.north, INVALID, 3);
    state_sum(&x, x.region, FIRST, 35); /* north's sum and the form of the south */
    papers_check(&x.t);
    assert_int_equal(papers_count(&x.t, 805).n_checked, 4);
    assert_int_equal(papers_count(&x.t, 805).n_raised, 0);
    papers_close(&x.t);
}

static void a_form_left_out_is_named(void **state)
{
    (void)state;
    tree x;
    tree_open(&x);
    state_sum(&x, x.north, FIRST, 20);
    papers_check(&x.t);
    const cv_finding *f = papers_find(&x.t, 805, NULL);
    assert_non_null(f);
    assert_int_equal(f->left, 20);
    assert_int_equal(f->right, 30);
    assert_int_equal(f->contradicted, 10);
    assert_int_equal(f->option, 0);
    assert_int_equal(f->row, -1);
    assert_true(cv_str_eq(x.t.e.station[x.t.e.forms[0].station[f->other].i].code, CV_STR("n1")));
    assert_int_equal(x.t.e.sum[f->listed].area.i, x.north.i);
    papers_close(&x.t);
}

/* The region is compared with the north's sum, right or wrong, and not with its forms. */
static void the_level_below_is_the_next_one(void **state)
{
    (void)state;
    tree x;
    tree_open(&x);
    state_sum(&x, x.north, FIRST, 31);
    state_sum(&x, x.region, FIRST, 36);
    papers_check(&x.t);
    assert_int_equal(papers_count(&x.t, 805).n_raised, 1);
    assert_int_equal(x.t.e.sum[papers_find(&x.t, 805, NULL)->listed].area.i, x.north.i);
    papers_close(&x.t);
}

static void lines_that_are_not_there_or_not_known(void **state)
{
    (void)state;
    tree x;
    tree_open(&x);
    in_area(&x, "s2", x.south, "invalid=. | 5 1");
    state_sum(&x, x.south, INVALID, 4); /* open: 4 and a blank */
    state_sum(&x, x.south, FIRST, 10);
    state_sum(&x, x.south, RECV, 100);   /* no form has the line */
    state_sum(&x, x.region, INVALID, 6); /* open, and already 7 */
    papers_check(&x.t);
    assert_int_equal(papers_count(&x.t, 805).n_undecidable, 1);
    assert_int_equal(papers_count(&x.t, 805).n_not_applicable, 1);
    assert_int_equal(papers_count(&x.t, 805).n_checked, 2);
    assert_int_equal(papers_count(&x.t, 805).n_raised, 1);
    papers_close(&x.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_that_hold),
        cmocka_unit_test(a_form_left_out_is_named),
        cmocka_unit_test(the_level_below_is_the_next_one),
        cmocka_unit_test(lines_that_are_not_there_or_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

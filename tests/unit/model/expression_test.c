/* Relations as text: what is read, and where what is wrong stands. */
#include "../row.h"

#include "model/expression.h"

typedef struct {
    const char *text;
    int32_t n;      /* nodes; 0: it cannot be read */
    cv_expr_op top; /* of the last node            */
    int32_t at;     /* where it is wrong           */
} parse_row;

static const parse_row rows[] = {
    {"recv = iss",                                   3,  CV_X_EQ,   0 },
    {"recv=iss_early+iss_station+iss_out+cancelled", 9,  CV_X_EQ,   0 },
    {"  box  <=  iss  ",                             3,  CV_X_LE,   0 },
    {"box != 0",                                     3,  CV_X_NE,   0 },
    {"t[12:00] <= t[17:00]",                         3,  CV_X_LE,   0 },
    {"x_attended = took_part",                       3,  CV_X_EQ,   0 },
    {"valid_words = valid",                          3,  CV_X_EQ,   0 },
    {"listpage[A] = pref[A][1] + pref[A][2]",        5,  CV_X_EQ,   0 },
    {"opt[A] <= valid",                              3,  CV_X_LE,   0 },
    {"opt[List 7, b] > 0",                           3,  CV_X_GT,   0 },
    {"valid = sum(opt) + against?",                  5,  CV_X_EQ,   0 },
    {"max(opt) - second(opt) >= invalid",            5,  CV_X_GE,   0 },
    {"max(box, iss, recv) < 5",                      7,  CV_X_LT,   0 },
    {"2 * (box + iss) - 1 > 3",                      9,  CV_X_GT,   0 },
    {"blank < 3/100 of cast",                        7,  CV_X_LT,   0 },
    {"box <= iss or not kind in {postal, special}",  6,  CV_X_OR,   0 },
    {"not not known(box)",                           3,  CV_X_NOT,  0 },
    {"has(box) and known(iss)",                      3,  CV_X_AND,  0 },
    {"ticked(x_yes) + ticked(x_no) = 1",             5,  CV_X_EQ,   0 },
    {"prev(signed) <= signed",                       3,  CV_X_LE,   0 },
    {"copy(machine).cast = box_machine",             3,  CV_X_EQ,   0 },
    {"other(list 1).reg = reg",                      3,  CV_X_EQ,   0 },
    {"votes <= limit * per_ballot",                  5,  CV_X_LE,   0 },
    {"kind in {postal}",                             1,  CV_X_KIND, 0 },
 /* `or` is weaker than `and`, and that weaker than `not` */
    {"box = 1 or box = 2 and not iss = 3",           12, CV_X_OR,   0 },
 /* wrong */
    {"",                                             0,  CV_X_EQ,   0 },
    {"recv",                                         0,  CV_X_EQ,   0 },
    {"recv = ",                                      0,  CV_X_EQ,   7 },
    {"recv == iss",                                  0,  CV_X_EQ,   6 },
    {"recv = iss iss",                               0,  CV_X_EQ,   11},
    {"recv = reciev",                                0,  CV_X_EQ,   7 },
    {"recv / 2 = iss",                               0,  CV_X_EQ,   5 },
    {"blank < 3/0 of cast",                          0,  CV_X_EQ,   10},
    {"blank < 3/100 cast",                           0,  CV_X_EQ,   14},
    {"blank < iss/100 of cast",                      0,  CV_X_EQ,   12},
    {"(recv = iss",                                  0,  CV_X_EQ,   11},
    {"(recv = iss) + 1 = 2",                         0,  CV_X_EQ,   1 },
    {"recv = iss = box",                             0,  CV_X_EQ,   11},
    {"not recv",                                     0,  CV_X_EQ,   4 },
    {"kind in {}",                                   0,  CV_X_EQ,   9 },
    {"kind in {ship}",                               0,  CV_X_EQ,   9 },
    {"copy(fax).reg = reg",                          0,  CV_X_EQ,   5 },
    {"sum(box) = 1",                                 0,  CV_X_EQ,   4 },
    {"opt[] = 1",                                    0,  CV_X_EQ,   0 },
    {"recv = 9999999999999",                         0,  CV_X_EQ,   7 },
    {"recv = \"iss\"",                               0,  CV_X_EQ,   7 },
};

static void relations_are_read(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const parse_row *row = &rows[i];
        cv_expr x = {0};
        int32_t at = -1;
        cv_error err = {0};
        cv_status status = cv_expr_parse(&x, &at, cv_str_of(row->text), &keep, &err);
        ROW_INT(row->text, status == CV_OK, row->n > 0);
        if (status == CV_OK) {
            ROW_INT(row->text, x.n, row->n);
            ROW_INT(row->text, x.node[x.n - 1].op, row->top);
        } else {
            ROW_INT(row->text, at, row->at);
            ROW_TRUE(row->text, err.text[0] != 0);
            ROW_INT(row->text, x.n, 0);
        }
    }
    cv_arena_close(&keep);
}

static cv_expr parsed(const char *text, cv_arena *keep)
{
    cv_expr x = {0};
    int32_t at = 0;
    cv_error err = {0};
    if (cv_expr_parse(&x, &at, cv_str_of(text), keep, &err) != CV_OK)
        fail_msg("%s: %s", text, err.text);
    return x;
}

static void parts_stand_before_the_whole(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows) && rows[i].n; i++) {
        cv_expr x = parsed(rows[i].text, &keep);
        for (int32_t k = 0; k < x.n; k++) {
            ROW_TRUE(rows[i].text, x.node[k].a < k && x.node[k].b < k);
            ROW_TRUE(rows[i].text, x.node[k].part < k && x.node[k].whole < k);
        }
    }
    cv_arena_close(&keep);
}

static void a_share_is_a_product(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_expr x = parsed("blank < 3/100 of cast", &keep);
    const cv_expr_node *top = &x.node[x.n - 1];
    assert_int_equal(x.node[top->a].op, CV_X_MUL); /* blank * 100 < 3 * cast */
    assert_int_equal(x.node[x.node[top->a].b].number, 100);
    assert_int_equal(x.node[x.node[top->b].a].number, 3);
    assert_true(cv_str_eq(x.node[top->part].name, CV_STR("blank")));
    assert_true(cv_str_eq(x.node[top->whole].name, CV_STR("cast")));
    cv_arena_close(&keep);
}

/* A cell is below 2^31, so a product of two is below 2^62 and one of three is not; four fit into
 * 128 bits and a fifth does not. */
static void sizes_are_known_before(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    assert_true(parsed("recv * iss <= box", &keep).is_small);
    assert_false(parsed("recv * iss * box <= 1", &keep).is_small);
    cv_expr x = {0};
    int32_t at = 0;
    cv_error err = {0};
    const char *long_one = "recv * recv * recv * recv <= 1";
    assert_int_equal(cv_expr_parse(&x, &at, cv_str_of(long_one), &keep, &err), CV_E_LIMIT);
    assert_int_equal(cv_expr_parse(&x, &at, CV_STR("recv * recv * recv <= 1"), &keep, &err), CV_OK);
    cv_arena_close(&keep);
}

static void depth_and_size_have_limits(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    char deep[300] = {0};
    for (int i = 0; i < 100; i++) deep[i] = '(';
    strcpy(deep + 100, "box = 1");
    cv_expr x = {0};
    int32_t at = 0;
    cv_error err = {0};
    assert_int_equal(cv_expr_parse(&x, &at, cv_str_of(deep), &keep, &err), CV_E_LIMIT);
    char wide[1024] = "box = 1";
    for (int i = 0; i < 60; i++) strcat(wide, " + 1");
    assert_int_equal(cv_expr_parse(&x, &at, cv_str_of(wide), &keep, &err), CV_E_LIMIT);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_are_read),
        cmocka_unit_test(parts_stand_before_the_whole),
        cmocka_unit_test(a_share_is_a_product),
        cmocka_unit_test(sizes_are_known_before),
        cmocka_unit_test(depth_and_size_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

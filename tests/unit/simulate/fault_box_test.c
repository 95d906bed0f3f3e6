#include "sheets.h"

/* Station 0 of sheets.h: 700 came of 1,000, 400 to 250 to 40. */
static void stuffing(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    small_open(&s);
    ROW_TRUE("box", done(row, &s, cv_sim_stuff_box, at(0, 30, -1, -1), 1));
    ROW_INT("box: votes", row[A], 430);
    ROW_INT("box: papers", row[CV_SIM_BOX_STATION], 710);
    ROW_INT("box: signatures stay", row[CV_SIM_SIGNED], 700);
    ROW_STR("box: more papers than were issued", cv_str_of(contradiction(row, 3)), CV_STR("C207"));
    ROW_TRUE("list", done(row, &s, cv_sim_stuff_list, at(0, 30, 1, -1), 1));
    ROW_INT("list: votes", row[B], 280);
    ROW_INT("list: signatures", row[CV_SIM_SIGNED], 730);
    ROW_STR("list: nothing contradicts", cv_str_of(contradiction(row, 3)), CV_STR(""));
    ROW_TRUE("more than there are voters left",
             done(row, &s, cv_sim_stuff_list, at(0, 5000, -1, -1), 1));
    ROW_INT("all of them came", row[CV_SIM_SIGNED], 1000);
    small_close(&s);
}

static void moving(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    small_open(&s);
    ROW_TRUE("moved", done(row, &s, cv_sim_move, at(0, 60, -1, -1), 1));
    ROW_INT("from the strongest other", row[B], 190);
    ROW_INT("to that in power", row[A], 460);
    ROW_TRUE("asked for", done(row, &s, cv_sim_move, at(0, 60, 1, 0), 1));
    ROW_INT("from the one named", row[A], 340);
    ROW_TRUE("more than it has", done(row, &s, cv_sim_move, at(0, 900, -1, -1), 1));
    ROW_INT("all it has", row[B], 0);
    ROW_TRUE("piles exchanged", done(row, &s, cv_sim_swap_leaders, at(0, 0, -1, -1), 1));
    ROW_INT("first", row[A], 250);
    ROW_INT("second", row[B], 400);
    ROW_INT("against all stays", row[AGAINST], 40);
    small_close(&s);
}

/* Whatever chance says: the form stays consistent, and shows what the kind is named for. */
static void rewriting(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    int32_t coerced = 0, rounded = 0, invented = 0;
    small_open(&s);
    for (uint64_t seed = 0; seed < 200; seed++) {
        if (done(row, &s, cv_sim_coerce, at(0, 0, -1, -1), seed)) {
            ROW_STR("coerced", cv_str_of(contradiction(row, 3)), CV_STR(""));
            ROW_TRUE("coerced: nearly all",
                     row[CV_SIM_SIGNED] >= 900 && 100 * row[A] >= 84 * row[CV_SIM_VALID]);
            coerced++;
        }
        if (done(row, &s, cv_sim_round, at(0, 0, -1, -1), seed)) {
            ROW_STR("rounded", cv_str_of(contradiction(row, 3)), CV_STR(""));
            ROW_INT("rounded: turnout in 20ths of 1,000", row[CV_SIM_SIGNED] % 50, 0);
            rounded++;
        }
        if (done(row, &s, cv_sim_invent, at(0, 0, -1, -1), seed)) {
            ROW_STR("invented", cv_str_of(contradiction(row, 3)), CV_STR(""));
            ROW_INT("invented: the sum is true", row[CV_SIM_VALID], 690);
            invented++;
        }
    }
    ROW_TRUE("each is possible mostly", coerced > 150 && rounded > 50 && invented == 200);
    small_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stuffing),
        cmocka_unit_test(moving),
        cmocka_unit_test(rewriting),
    };
    return cmocka_run_group_tests_name("simulate/fault_box", tests, NULL, NULL);
}

#include "sheets.h"

#include "simulate/copies.h"

/* 6,000 forms: five standard errors of a share p are 5 sqrt(p (1-p) / 6,000), 0.03 for 0.3. */
static void shares(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "list", 4, 200, 6000, NULL);
    for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++) {
        double held = 0, p = CV_SIM_HOLDERS[h].share;
        for (int32_t s = 0; s < w->n_stations; s++) held += cv_sim_holds(&w->contest[0], s, h);
        ROW_TRUE(CV_SIM_HOLDERS[h].id, held / 6000 > p - 0.03 && held / 6000 < p + 0.03);
    }
    cv_arena_close(&keep);
}

static void what_a_copy_says(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    cv_sim_change change[2] = {
        {A, 400, 410},
        {B, 250, 240}
    };
    cv_sim_fault forged = {.copy = 1, .n_changes = 2, .change = change};
    small_open(&s);
    s.official[0][A] = 399;
    cv_sim_give_copy(&s.contest, 0, 1);
    cv_sim_give_copy(&s.contest, 0, 3);
    ROW_TRUE("those who were given one",
             cv_sim_holds(&s.contest, 0, 1) && cv_sim_holds(&s.contest, 0, 3));
    ROW_TRUE("others have none",
             !cv_sim_holds(&s.contest, 0, 0) && !cv_sim_holds(&s.contest, 1, 1));
    cv_sim_read_copy(row, &s.world, 0, 0, 1);
    ROW_INT("the sheet, not the table", row[A], 400);
    s.world.fault = &forged;
    s.world.n_faults = 1;
    s.fault[0] = 0;
    cv_sim_read_copy(row, &s.world, 0, 0, 1);
    ROW_INT("forged", row[A], 410);
    ROW_INT("forged", row[B], 240);
    cv_sim_read_copy(row, &s.world, 0, 0, 3);
    ROW_INT("the other holder's is not", row[A], 400);
    small_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
        cmocka_unit_test(what_a_copy_says),
    };
    return cmocka_run_group_tests_name("simulate/copies", tests, NULL, NULL);
}

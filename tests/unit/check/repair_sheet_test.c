/* One form in the hand: changed for a moment, and what holds then. */
#include "repairs.h"

#include "check/eval.h"
#include "check/repair_sheet.h"

/* The plan of one contest, evaluated as check.c does it. */
typedef struct {
    papers t;
    cv_rule_use use[CV_N_RULES];
    cv_plan plan;
    cv_repair_system system;
} bench;

static void bench_open(bench *b, const char *first, const char *second)
{
    cv_error err = {0};
    repairs_open(&b->t, 4);
    papers_form(&b->t, "s1", first);
    papers_form(&b->t, "s2", second);
    if (cv_build_freeze(&b->t.e, b->t.b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
    for (int32_t i = 0; i < CV_N_RULES; i++)
        b->use[i] = (cv_rule_use){.severity = CV_RULES[i].severity};
    b->use[cv_rule_row(209)].severity = CV_SEVERITY_OFF;
    cv_plan_make(&b->plan, &b->t.e, b->t.contest, b->use, &b->t.work);
    cv_eval_words(&b->plan, 0, b->plan.n_words);
    cv_repair_system_make(&b->system, &b->plan, NULL, 0, &b->t.work);
}

static int32_t line_of(const bench *b, cv_field field)
{
    for (int32_t i = 0; i < b->system.n_lines; i++)
        if (b->system.line[i].field == field) return i;
    fail_msg("no such line");
    return -1;
}

/* Received 120 for 1200: papers are off by 1080, and putting it right makes the form add up. */
static void a_change_is_felt_and_taken_back(void **state)
{
    (void)state;
    bench b = {0};
    cv_repair_sheet h;
    bench_open(&b,
               "recv=120 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 "
               "box_out=31 box_station=708 valid=721 invalid=18 | 402 251 39 29",
               KYRGYZ_TWICE);
    cv_repair_sheet_open(&h, &b.system, &b.t.work);
    cv_repair_sheet_take(&h, 0);
    int32_t recv = line_of(&b, CV_F_RECV);
    /* C201, and C206: more papers issued and votes counted than received. */
    ROW_INT("one equation", h.n_equations, 1);
    ROW_TRUE("does not add up", !cv_repair_sheet_adds_up(&h));
    ROW_INT("residual", h.residual[h.failing[0]], -1080);
    ROW_INT("forced", cv_repair_sheet_forced(&h, recv, h.failing[0]), 1200);
    int32_t failing = h.n_failing;
    cv_repair_sheet_set(&h, recv, 1200);
    ROW_TRUE("adds up", cv_repair_sheet_adds_up(&h));
    cv_repair_sheet_reset(&h, recv);
    ROW_INT("as before", h.n_failing, failing);
    ROW_INT("as before", h.residual[h.failing[0]], -1080);
    papers_close(&b.t);
}

static void a_blank_must_be_filled_once(void **state)
{
    (void)state;
    bench b = {0};
    cv_repair_sheet h;
    bench_open(&b,
               "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 "
               "box_out=31 box_station=708 valid=. invalid=18 | 402 251 39 29",
               KYRGYZ_TWICE);
    cv_repair_sheet_open(&h, &b.system, &b.t.work);
    cv_repair_sheet_take(&h, 0);
    int32_t valid = line_of(&b, CV_F_VALID);
    ROW_INT("open", h.n_open, 1);
    ROW_TRUE("in an equation", cv_repair_sheet_equation_of(&h, valid) >= 0);
    cv_repair_sheet_set(&h, valid, 720);
    ROW_TRUE("filled, and wrong", h.n_open == 0 && h.n_failing > 0);
    cv_repair_sheet_set(&h, valid, 721);
    ROW_TRUE("adds up", cv_repair_sheet_adds_up(&h));
    cv_repair_sheet_reset(&h, valid);
    ROW_INT("open again", h.n_open, 1);
    papers_close(&b.t);
}

static void a_consistent_form_has_nothing_to_repair(void **state)
{
    (void)state;
    bench b = {0};
    cv_repair_sheet h;
    bench_open(&b, KYRGYZ, KYRGYZ_TWICE);
    cv_repair_sheet_open(&h, &b.system, &b.t.work);
    for (int32_t row = 0; row < 2; row++) {
        cv_repair_sheet_take(&h, row);
        ROW_TRUE("adds up", cv_repair_sheet_adds_up(&h) && !h.is_odd);
        ROW_INT("nothing fails", h.n_first, 0);
    }
    papers_close(&b.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_is_felt_and_taken_back),
        cmocka_unit_test(a_blank_must_be_filled_once),
        cmocka_unit_test(a_consistent_form_has_nothing_to_repair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "sample.h"

/* Station 202 of seat-2: 152 valid, 150 for the options. The first option has 90 for 92; or the
 * total is blank, and would be 150. Three others are not shown. */
static const cv_repair_figure figures[] = {
    {CV_F_NONE,  0,  CV_SLIP_DIGIT,  90,            92 },
    {CV_F_VALID, -1, CV_SLIP_FILLED, CV_CELL_BLANK, 150},
};
static const cv_repair repairs[] = {
    {2, 1, &figures[0]},
    {1, 1, &figures[1]}
};
static const cv_form_repairs forms[] = {
    {.contest = {1},
     .row = 1,
     .n = 2,
     .repair = repairs,
     .n_more = 3,
     .residual = 2,
     .hints = CV_HINT_SHIFTED},
    {.contest = {1},  .row = 0, .hint_field = CV_F_NONE, .hint_option = -1},
};
static const cv_repair_effect effects[] = {
    {true,  2},
    {false, 0}
};
static const cv_repair_effect *const of_forms[] = {effects, effects};
static const cv_lead_pair pairs[] = {
    {0, 1},
    {0, 1}
};

static void add_repairs(sample *s)
{
    s->check.n_repairs = 2;
    s->check.repairs = forms;
    s->review.repair_effect = of_forms;
    s->review.lead_pair = pairs;
}

static void forms_stand_one_a_line(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "\"repairs\"",
        "\"lead_of\": \"a\"",
        "\"repairs\": [{\"cost\": 2, \"figures\": [{\"option\": \"a\", \"from\": 90, \"to\": 92, "
        "\"slip\": \"digit\"}], \"lead_change\": 2}",
        "{\"cost\": 1, \"figures\": [{\"field\": \"valid\", \"from\": null, \"to\": 150, \"slip\": "
        "\"filled\"}], \"lead_change\": null}",
        "\"more\": 3, \"difference\": 2, \"hints\": [\"digit_moved\"]",
        "\"repairs\": [], \"more\": 0, \"difference\": null, \"hints\": []",
    };
    sample s;
    sample_open(&s);
    add_repairs(&s);
    cv_arena scratch = cv_arena_open();
    cv_text t = cv_text_open(&s.keep);
    assert_int_equal(cv_json_check((cv_out){sample_put, &t}, &s.report, scratch, NULL), CV_OK);
    cv_arena_close(&scratch);
    sample_in_order(cv_text_str(&t), parts, N_ROWS(parts));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_stand_one_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

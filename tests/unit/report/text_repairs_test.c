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
    {.contest = {1}, .row = 1,   .n = 2, .repair = repairs, .n_more = 3, .residual = 2, .hints = 0},
    {.contest = {1}, .row = 0, .hint_field = CV_F_NONE,       .hint_option = -1          },
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

static cv_str shown(sample *s)
{
    cv_text t = cv_text_open(&s->keep);
    cv_look look = {.columns = 100};
    cv_text_check(&t, &s->report, &look);
    return cv_text_str(&t);
}

/* The first repair, what it does to the lead, and how many others there are. */
static void says_the_change_and_that_none_is_made(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    ROW_TRUE("nothing to say", !sample_has(shown(&s), "Smallest changes"));
    add_repairs(&s);
    cv_str text = shown(&s);
    ROW_TRUE("how many", sample_has(text, "1 form would add up with a small change, 1 would not. "
                                          "None is made"));
    ROW_TRUE("change", sample_has(text, " 90 → 92"));
    ROW_TRUE("lead and others", sample_has(text, "+2       4\n"));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_the_change_and_that_none_is_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* tests/unit/report/copies_sample.h — a seat with three copies, compared by the program; what the
 * reports show of it is written by hand.
 *
 * Options A and B. The forms that count: s0 160 150, s1 155 140, s2 120 130, s3 118 121; s4 has
 * none. Agents: s0 the same, s2 120 139, s3 zeros. Observers: s0 160 blank. */
#ifndef CV_TESTS_UNIT_REPORT_COPIES_SAMPLE_H
#define CV_TESTS_UNIT_REPORT_COPIES_SAMPLE_H

#include "../seat.h"

#include "copies/copies.h"
#include "report/report.h"

typedef struct {
    seat t;
    cv_contest_review contest;
    cv_review review;
    cv_report report;
} copies_sample;

static inline void copies_sample_forms(copies_sample *s)
{
    seat *t = &s->t;
    const cv_cell more[] = {5, 400, CV_CELL_UNREPORTED};
    cv_copy_ix observers =
        cv_build_copy(t->b, &(cv_copy){.id = CV_STR("observers"), .kind = CV_COPY_OBSERVER});
    seat_form(t, "s0", (cv_cell[]){160, 150}, more);
    seat_form(t, "s1", (cv_cell[]){155, 140}, more);
    seat_form(t, "s2", (cv_cell[]){120, 130}, more);
    seat_form(t, "s3", (cv_cell[]){118, 121}, more);
    seat_await(t, "s4", 50);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){160, 150}, NULL);
    seat_form_of(t, t->other_copy, "s2", (cv_cell[]){120, 139}, NULL);
    seat_form_of(t, t->other_copy, "s3", (cv_cell[]){0, 0}, NULL);
    seat_form_of(t, observers, "s0", (cv_cell[]){160, CV_CELL_BLANK}, NULL);
}

/* `copies` false: only the forms that count. */
static inline void copies_sample_open(copies_sample *s, bool copies)
{
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    *s = (copies_sample){0};
    seat *t = &s->t;
    seat_open(t, 2, 1, &plurality);
    cv_build_head(t->b)->id = CV_STR("mine");
    if (copies)
        copies_sample_forms(s);
    else
        seat_form(t, "s0", (cv_cell[]){160, 150}, NULL);
    seat_freeze(t);
    seat_count(t, NULL);
    s->contest = (cv_contest_review){.summed = t->sums, .decided = t->sums, .tally = t->tally};
    const cv_copies_input in = {&t->e, t->contest, 0, 1, &law};
    cv_copies_compare(&s->contest.copies, &in, &t->keep, t->scratch);
    s->review = (cv_review){.election = &t->e,
                            .as_of = CV_NO_DATE,
                            .known_at = CV_NO_DATE,
                            .contest = &s->contest,
                            .copies_law = law};
    cv_copies_cover(&s->review.coverage, &t->e, &(cv_copies_lead){12, 1094}, &t->keep, t->scratch);
    s->report = (cv_report){.review = &s->review, .where = CV_STR("mine")};
}

static inline void copies_sample_close(copies_sample *s)
{
    seat_close(&s->t);
}

static inline cv_status copies_sample_put(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    cv_text_add(to, bytes);
    return CV_OK;
}

/* What a writer writes. */
static inline cv_str copies_sample_written(copies_sample *s,
                                           cv_status (*write)(cv_out, const cv_report *, cv_arena,
                                                              cv_error *))
{
    cv_error err = {0};
    cv_text *t = cv_new(&s->t.keep, cv_text, 1);
    *t = cv_text_open(&s->t.work);
    assert_int_equal(write((cv_out){copies_sample_put, t}, &s->report, s->t.scratch, &err), CV_OK);
    return cv_text_str(t);
}

#endif

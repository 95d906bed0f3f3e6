#include "sample.h"

#include "report/text_parts.h"

static cv_str shown(sample *s, int32_t contest)
{
    cv_text t = cv_text_open(&s->keep);
    cv_text_doc d = {&t,   &s->report, &s->review, s->review.election, &CV_LOOK_DEFAULT,
                     NULL, &s->keep};
    cv_text_sources(&d, contest);
    return cv_text_str(&t);
}

static void side_by_side(void **state)
{
    (void)state;
    static const cv_count declared[] = {181, 149}, posted[] = {175, 155};
    static const cv_copy copies[] = {
        {.id = CV_STR("official"), .holder = CV_STR("commission"), .counts = true},
        {.id = CV_STR("posted"),                        .holder = CV_STR("observers")                                },
    };
    static const cv_copy_sums sums[] = {
        {.contest = {0}, .copy = {0}, .sums = SAMPLE_SUMS(sample_votes_1, 330, 2, 0)},
        {.contest = {0}, .copy = {1}, .sums = SAMPLE_SUMS(posted,         330, 1, 0)},
        {.contest = {1}, .copy = {1}, .sums = SAMPLE_SUMS(posted,         330, 1, 0)},
    };
    cv_contest contests[2] = {sample_contest[0], sample_contest[1]};
    contests[0].declared.votes = declared;
    cv_contest_review reviews[2] = {sample_contests[0], sample_contests[1]};
    reviews[0].decided.totals.votes = sample_votes_2;
    reviews[0].n_changed_forms = 1;
    cv_election e = sample_election;
    e.contest = contests;
    e.copy = copies;
    e.n_copies = 2;
    sample s;
    sample_open(&s);
    ROW_STR("one source", shown(&s, 0), CV_STR(""));
    s.review.election = &e;
    s.review.contest = reviews;
    s.review.copy_sums = sums;
    s.review.n_copy_sums = 3;
    ROW_STR("four sources", shown(&s, 0),
            CV_STR("  The same contest by other figures:\n"
                   "  figures                   forms  Асанова  李明  difference\n"
                   "  as decided                    2      190   100          90\n"
                   "  as summed from the forms      2      180   150          30\n"
                   "  as declared                   –      181   149          32\n"
                   "  copy posted, observers        1      175   155          20\n"));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(side_by_side)};
    return cmocka_run_group_tests_name("text_sources", tests, NULL, NULL);
}

#include "sample.h"

#include "model/decision.h"
#include "report/text_parts.h"

static const cv_station_ix places[] = {{0}, {4}};
static const cv_decision decisions[] = {
    {.id = CV_STR("D-7"),
     .body = CV_STR("District court"),
     .effective = {12852, -1},     /* 2005-03-10 */
     .effect = CV_EFFECT_ANNUL,
     .contest = {0},
     .n_places = 1,
     .place = &places[0]},
    {.id = CV_STR("D-8"),
     .body = CV_STR("Commission"),
     .effective = {INT32_MIN, -1},
     .effect = CV_EFFECT_ADOPT,
     .contest = {1},
     .n_places = 1,
     .place = &places[1]},
};
static const cv_decision_note notes[] = {
    {CV_DECISION_NO_COPY, 1, -1, -1, {4}}
};

static cv_str shown(sample *s, const bool *only)
{
    cv_election e = sample_election;
    e.decision = decisions;
    e.n_decisions = 2;
    s->review.election = &e;
    s->report.shown = only;
    cv_text t = cv_text_open(&s->keep);
    cv_text_doc d = {&t, &s->report, &s->review, &e, &CV_LOOK_DEFAULT, NULL, &s->keep};
    cv_text_decisions(&d);
    return cv_text_str(&t);
}

static void lists_decisions(void **state)
{
    (void)state;
    static const bool first[] = {true, false};
    sample s;
    sample_open(&s);
    s.review.disputes = (cv_disputes){.n_in_force = 1, .n_later = 1, .n_notes = 1, .note = notes};
    ROW_STR("both", shown(&s, NULL),
            CV_STR("\nDecisions on record\n"
                   "  decision  from        body            effect  contest  station\n"
                   "  D-7       2005-03-10  District court  annul   seat-1   101\n"
                   "  D-8       –           Commission      adopt   seat-2   202\n"
                   "  1 is not yet in force on the day asked for.\n"
                   "  D-8, station 202: no form of that copy at the station: not applied.\n"));
    s.review.disputes.n_later = 0;
    ROW_STR("of one contest", shown(&s, first),
            CV_STR("\nDecisions on record\n"
                   "  decision  from        body            effect  contest  station\n"
                   "  D-7       2005-03-10  District court  annul   seat-1   101\n"));
    sample_close(&s);
}

static void says_nothing_of_none(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_text t = cv_text_open(&s.keep);
    cv_text_doc d = {&t, &s.report, &s.review, &sample_election, &CV_LOOK_DEFAULT, NULL, &s.keep};
    cv_text_decisions(&d);
    ROW_STR("none", cv_text_str(&t), CV_STR(""));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lists_decisions),
                                       cmocka_unit_test(says_nothing_of_none)};
    return cmocka_run_group_tests_name("text_decisions", tests, NULL, NULL);
}

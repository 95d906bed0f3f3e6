#include "../row.h"

#include "model/complaint.h"
#include "report/complaint_words.h"

static cv_complaint_move moves[] = {{.kind = CV_MOVE_FILED}, {.kind = CV_MOVE_HEARD}};
static const cv_complaint complaint = {
    .id = {"K1", 2},
      .n_moves = 2, .move = moves
};
static const cv_complaint_file file = {.n_complaints = 1, .complaint = &complaint};
static const cv_complaints all = {.file = &file};

static const struct {
    cv_complaint_note note;
    const char *want;
} notes[] = {
    {{CV_CN_NOT_ALLOWED, 0, 1, CV_STATE_FILED, CV_STATE_HEARD, 0},
     "K1: 'heard' does not follow 'filed': the state stays."                                                          },
    {{CV_CN_NO_GROUND, 0, 0, 0, 0, 0},                             "K1 names no ground: a demand, not a complaint."   },
    {{CV_CN_LATE, 0, 1, 0, 0, CV_CLOCK_DECIDE},                    "K1: the decision came late."                      },
    {{CV_CN_LAPSED, 0, -1, 0, 0, CV_CLOCK_ANSWER},                 "K1: the time for the answer has run out."         },
    {{CV_CN_ORDER, 0, 1, 0, 0, 0},                                 "K1: 'heard' is recorded before the move above it."},
    {{CV_CN_NOT_EXECUTED, 0, -1, 0, 0, 0},                         "K1 is granted, and no decision executes it."      },
};

static void notes_are_sentences(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(notes); i++)
        ROW_STR(notes[i].want, cv_complaint_note_text(&all, &notes[i].note, NULL, &keep),
                cv_str_of(notes[i].want));
    for (int k = 0; k <= CV_CN_DECLARED; k++) {
        cv_complaint_note n = {.kind = (cv_complaint_note_kind)k};
        ROW_TRUE("a sentence for each", cv_complaint_note_text(&all, &n, NULL, &keep).n > 3);
        ROW_TRUE("a word for each", cv_complaint_note_word(n.kind)[0]);
    }
    cv_arena_close(&keep);
}

/* 12851 days after 1 January 1970: 35 years of 365, 9 leap days, 31 + 28 + 8 days: 9 March 2005. */
static const struct {
    cv_clock_step step;
    const char *want;
} steps[] = {
    {{CV_STEP_DAY_ZERO, CV_DAY_WORKED, 12851, -1, 0},     "day 0 is 2005-03-09"                 },
    {{CV_STEP_BEGINS, CV_DAY_WORKED, 12851, 600, 0},      "begins 2005-03-09, 10:00"            },
    {{CV_STEP_COUNTED, CV_DAY_WORKED, 12851, -1, 2},      "2005-03-09: worked, day 2"           },
    {{CV_STEP_COUNTED, CV_DAY_EXTRA, 12851, -1, 1},       "2005-03-09: worked by decree, day 1" },
    {{CV_STEP_PASSED, CV_DAY_HOLIDAY, 12851, -1, 1},      "2005-03-09: holiday, not counted"    },
    {{CV_STEP_PASSED, CV_DAY_REST, 12851, -1, 1},         "2005-03-09: day of rest, not counted"},
    {{CV_STEP_CLOCK_SET, CV_DAY_WORKED, 12851, 150, 60},
     "2005-03-09, 02:30: the clock was put forward by 60 minutes"                               },
    {{CV_STEP_CLOCK_SET, CV_DAY_WORKED, 12851, 180, -60},
     "2005-03-09, 03:00: the clock was put back by 60 minutes"                                  },
    {{CV_STEP_ROLLED, CV_DAY_REST, 12851, -1, 0},
     "2005-03-09 is not worked: moved to the next day that is"                                  },
    {{CV_STEP_NO_HOUR, CV_DAY_WORKED, 12851, -1, 0},
     "no hour on file for 2005-03-09: the end is not known"                                     },
    {{CV_STEP_ENDS, CV_DAY_WORKED, 12851, 1440, 0},       "ends 2005-03-09, 24:00"              },
};

static void steps_are_sentences(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(steps); i++)
        ROW_STR(steps[i].want, cv_clock_step_text(&steps[i].step, NULL, &keep),
                cv_str_of(steps[i].want));
    cv_arena_close(&keep);
}

static void titles(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_complaint_result r = {.state = CV_STATE_IN_FORCE, .ruling = CV_RULING_DISMISSED};
    ROW_STR("what was decided", cv_str_of(cv_state_title(&r)), CV_STR("dismissed"));
    r.state = CV_STATE_HEARD;
    ROW_STR("a state", cv_str_of(cv_state_title(&r)), CV_STR("heard"));
    for (int m = 0; m < CV_N_MOVES; m++)
        ROW_TRUE("a title for each move", cv_move_title((cv_move_kind)m)[0]);
    cv_deadline d = {.is_known = true, .day = 12851, .minute = 1440};
    ROW_STR("deadline", cv_deadline_title(&d, NULL, &keep), CV_STR("2005-03-09 24:00"));
    d.is_known = false;
    ROW_STR("not known", cv_deadline_title(&d, NULL, &keep), CV_STR("–"));
    cv_arena_close(&keep);
}

static void what_is_shown_as_of_an_instant(void **state)
{
    (void)state;
    cv_complaints now = {
        .now = {100, 600}
    };
    cv_complaint_move m = {
        .recorded = {100, 600}
    };
    ROW_TRUE("at the minute", cv_move_is_shown(&now, &m));
    m.recorded.minute = 601;
    ROW_TRUE("a minute later", !cv_move_is_shown(&now, &m));
    m.recorded.minute = -1;
    ROW_TRUE("that day", cv_move_is_shown(&now, &m));
    m.recorded.day = 101;
    ROW_TRUE("the next day", !cv_move_is_shown(&now, &m));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_are_sentences),
        cmocka_unit_test(steps_are_sentences),
        cmocka_unit_test(titles),
        cmocka_unit_test(what_is_shown_as_of_an_instant),
    };
    return cmocka_run_group_tests_name("report/complaint_words", tests, NULL, NULL);
}

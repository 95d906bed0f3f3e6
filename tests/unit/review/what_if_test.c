#include "../seat.h"

#include "review/what_if.h"

/* Two contests, whose stations are partly the same. */
typedef struct {
    seat t;
    cv_contest_ix second;
} two;

static void two_open(two *w)
{
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    seat *t = &w->t;
    seat_open(t, 2, 1, &plurality);
    seat_form(t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_form(t, "S/R 1", (cv_cell[]){5, 7}, NULL);
    seat_form(t, "both", (cv_cell[]){3, 4}, NULL);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){12, 18}, NULL);
    w->second = cv_build_contest(t->b, CV_STR("list"), NULL);
    cv_contest *c = cv_build_contest_at(t->b, w->second);
    c->seats = 1;
    c->rule = cv_build_contest_at(t->b, t->contest)->rule;
    c->completeness = CV_COMPLETE_LISTED;
    cv_build_option(t->b, w->second, CV_STR("A"), NULL);
    cv_build_option(t->b, w->second, CV_STR("Q"), NULL);
    cv_contest_ix first = t->contest;
    t->contest = w->second;
    seat_form(t, "both", (cv_cell[]){1, 2}, NULL);
    t->contest = first;
    seat_freeze(t);
}

static void steps_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        cv_if_kind kind;
        int32_t contest, n_places, option;
    } rows[] = {
        {"annul:s0",           CV_IF_ANNUL,   0,  1, -1},
        {"annul:s0,S/R 1",     CV_IF_ANNUL,   0,  2, -1},
        {"annul:list/both",    CV_IF_ANNUL,   1,  1, -1},
        {"annul:seat/both,s0", CV_IF_ANNUL,   0,  2, -1},
        {"adopt:s0=agents",    CV_IF_ADOPT,   0,  1, -1},
        {"remove:s0=12",       CV_IF_REMOVE,  0,  1, -1},
        {"cancel:B",           CV_IF_CANCEL,  0,  0, 1 },
        {"cancel:list/A",      CV_IF_CANCEL,  1,  0, 0 },
        {"correct:s0,B=21",    CV_IF_CORRECT, 0,  1, 1 },
        {"dismiss:C-17",       CV_IF_DISMISS, -1, 0, -1},
    };
    two w = {0};
    two_open(&w);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_if_step s;
        cv_error err = {0};
        if (cv_if_parse(&s, cv_str_of(rows[i].text), &w.t.e, &w.t.keep, &err) != CV_OK)
            fail_msg("%s: %s", rows[i].text, err.text);
        ROW_INT(rows[i].text, s.kind, rows[i].kind);
        ROW_INT(rows[i].text, s.contest.i, rows[i].contest);
        ROW_INT(rows[i].text, s.n_places, rows[i].n_places);
        ROW_INT(rows[i].text, s.option, rows[i].option);
    }
    seat_close(&w.t);
}

static void what_is_not_there_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } rows[] = {
        {"annul",               "no such step 'annul'"                              },
        {"annul:",              "no such step 'annul:'"                             },
        {"burn:s0",             "no such step 'burn:s0'"                            },
        {"annul:s9",            "no station 's9'"                                   },
        {"annul:both",          "several contests have the station 'both'"          },
        {"annul:list/s0",       "the contest has no form of the station 's0'"       },
        {"annul:s0,list/both",  "another contest than before in 'list/both'"        },
        {"adopt:s0",            "no copy is named in 's0'"                          },
        {"adopt:s0=mine",       "no copy 'mine'"                                    },
        {"remove:s0=-1",        "not a number: '-1'"                                },
        {"cancel:Z",            "no option 'Z'"                                     },
        {"cancel:A",            "several contests have the option 'A'"              },
        {"correct:s0=5",        "nothing to correct in 's0=5'"                      },
        {"correct:s0,colour=5", "neither an option nor a line of the form: 'colour'"},
    };
    two w = {0};
    two_open(&w);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_if_step s;
        cv_error err = {0};
        ROW_INT(rows[i].text, cv_if_parse(&s, cv_str_of(rows[i].text), &w.t.e, &w.t.keep, &err),
                CV_E_USAGE);
        ROW_TRUE(rows[i].text, strstr(err.text, rows[i].says) != NULL);
    }
    seat_close(&w.t);
}

/* A step is a decision after all those on record; a correction knows the figure that counts. */
static void steps_become_decisions(void **state)
{
    (void)state;
    two w = {0};
    two_open(&w);
    cv_if_step step[3];
    static const char *const texts[] = {"correct:s0,B=21", "dismiss:C-17", "remove:S/R 1=3"};
    for (int32_t i = 0; i < 3; i++)
        assert_int_equal(cv_if_parse(&step[i], cv_str_of(texts[i]), &w.t.e, &w.t.keep, NULL),
                         CV_OK);
    cv_election e = cv_if_election(&w.t.e, 3, step, NULL, CV_NO_DATE, &w.t.keep);
    assert_int_equal(w.t.e.n_decisions, 0);
    assert_int_equal(e.n_decisions, 2);
    assert_int_equal(e.decision[0].effect, CV_EFFECT_CORRECT);
    assert_int_equal(e.decision[0].old, 20);
    assert_int_equal(e.decision[0].now, 21);
    assert_int_equal(e.decision[1].scope, CV_SCOPE_BOX);
    assert_int_equal(e.decision[1].k, 3);
    assert_true(e.decision[0].seq < e.decision[1].seq);
    seat_close(&w.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_read),
        cmocka_unit_test(what_is_not_there_is_said),
        cmocka_unit_test(steps_become_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

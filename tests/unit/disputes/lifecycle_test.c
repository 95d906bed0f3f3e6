#include "../row.h"

#include "disputes/complaints.h"

/* The table of methods.md, "Complaints and clocks", written out a second time: state, ruling so far
 * (0: none), and every move that it allows. */
static const struct {
    cv_complaint_state from;
    cv_ruling ruling;
    bool on_paper;
    const char *allowed;
} table[] = {
    {CV_STATE_NONE,            CV_RULING_NONE,         false, "filed"                                          },
    {CV_STATE_FILED,           CV_RULING_NONE,         false, "screened"                                       },
    {CV_STATE_SCREENED,        CV_RULING_NONE,         false, "admitted inadmissible forwarded"                },
    {CV_STATE_FORWARDED,       CV_RULING_NONE,         false, "screened"                                       },
    {CV_STATE_ADMITTED,        CV_RULING_NONE,         false, "notified"                                       },
    {CV_STATE_NOTIFIED,        CV_RULING_NONE,         false, "answered answer_lapsed"                         },
    {CV_STATE_ANSWERED,        CV_RULING_NONE,         false, "evidence_closed"                                },
    {CV_STATE_ANSWER_LAPSED,   CV_RULING_NONE,         false, "evidence_closed"                                },
    {CV_STATE_EVIDENCE_CLOSED, CV_RULING_NONE,         false, "heard"                                          },
    {CV_STATE_EVIDENCE_CLOSED, CV_RULING_NONE,         true,
     "heard granted partly_granted dismissed withdrawn moot"                                                   },
    {CV_STATE_HEARD,           CV_RULING_NONE,         false, "granted partly_granted dismissed withdrawn moot"},
    {CV_STATE_DECIDED,         CV_RULING_GRANTED,      false, "in_force appealed"                              },
    {CV_STATE_DECIDED,         CV_RULING_DISMISSED,    false, "in_force appealed"                              },
    {CV_STATE_APPEALED,        CV_RULING_DISMISSED,    false, "upheld overturned remanded"                     },
    {CV_STATE_IN_FORCE,        CV_RULING_GRANTED,      false, "executed"                                       },
    {CV_STATE_IN_FORCE,        CV_RULING_PARTLY,       false, "executed"                                       },
    {CV_STATE_IN_FORCE,        CV_RULING_DISMISSED,    false, "executed closed reopened"                       },
    {CV_STATE_IN_FORCE,        CV_RULING_WITHDRAWN,    false, "executed closed reopened"                       },
    {CV_STATE_UPHELD,          CV_RULING_GRANTED,      false, "executed"                                       },
    {CV_STATE_UPHELD,          CV_RULING_DISMISSED,    false, "executed closed reopened"                       },
    {CV_STATE_OVERTURNED,      CV_RULING_GRANTED,      false, "executed"                                       },
    {CV_STATE_EXECUTED,        CV_RULING_GRANTED,      false, "closed reopened"                                },
    {CV_STATE_INADMISSIBLE,    CV_RULING_INADMISSIBLE, false, "closed reopened"                                },
    {CV_STATE_CLOSED,          CV_RULING_DISMISSED,    false, ""                                               },
};

static bool is_listed(const char *list, cv_str word)
{
    cv_arena keep = cv_arena_open();
    cv_str padded = cv_str_format(&keep, " %s ", list);
    bool found = cv_str_find(padded, cv_str_format(&keep, " %.*s ", CV_ARG(word)), 0) >= 0;
    cv_arena_close(&keep);
    return found;
}

/* Every move from every state: what the table names is allowed, and nothing else. */
static void every_move_from_every_state(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(table); i++)
        for (int m = 0; m < CV_MOVE_EVIDENCE; m++) {
            cv_complaint_state to = CV_N_STATES;
            cv_str word = cv_move_word((cv_move_kind)m);
            bool want = is_listed(table[i].allowed, word);
            bool got = cv_complaint_step(&to, table[i].from, (cv_move_kind)m, table[i].ruling,
                                         table[i].on_paper);
            if (got != want)
                fail_msg("%.*s after %.*s: %d", CV_ARG(word),
                         CV_ARG(cv_complaint_state_word(table[i].from)), got);
            ROW_INT("the state after it", to,
                    got ? cv_move_leads_to((cv_move_kind)m) : CV_N_STATES);
        }
}

static void where_moves_lead(void **state)
{
    (void)state;
    ROW_INT("back to the lower body", cv_move_leads_to(CV_MOVE_REMANDED), CV_STATE_ADMITTED);
    ROW_INT("on new evidence", cv_move_leads_to(CV_MOVE_REOPENED), CV_STATE_ADMITTED);
    ROW_INT("withdrawn is decided", cv_move_leads_to(CV_MOVE_WITHDRAWN), CV_STATE_DECIDED);
    for (int m = CV_MOVE_FILED; m <= CV_MOVE_ADMITTED; m++)
        ROW_STR("a state has the word of its move",
                cv_complaint_state_word(cv_move_leads_to((cv_move_kind)m)),
                cv_move_word((cv_move_kind)m));
}

static void evidence_moves_nothing(void **state)
{
    (void)state;
    for (int s = 0; s < CV_N_STATES; s++) {
        cv_complaint_state to = CV_N_STATES;
        ROW_TRUE("allowed", cv_complaint_step(&to, (cv_complaint_state)s, CV_MOVE_EVIDENCE,
                                              CV_RULING_NONE, false));
        ROW_INT("the same state", to, s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_move_from_every_state),
        cmocka_unit_test(where_moves_lead),
        cmocka_unit_test(evidence_moves_nothing),
    };
    return cmocka_run_group_tests_name("disputes/lifecycle", tests, NULL, NULL);
}

#include "../asked_seat.h"

#include "sensitivity/issue_fall.h"

/* methods.md, Sensitivity: the change of the lead by each kind of question, at a station with
 * L = 150, R = 120, I = 30, B = 300, M = 500. */
static void each_kind_has_its_range(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_ask ask;
        cv_count k;
        bool narrow;
        int32_t option, to;
        int64_t falls, rises; /* at most */
    } rows[] = {
        {"annul: exactly -(L - R)",               CV_ASK_ANNUL,   0,        false, -1, -1, 30,  0  },
        {"remove 5",                              CV_ASK_REMOVE,  5,        false, -1, -1, 5,   5  },
        {"remove any: all of A, all of B",        CV_ASK_REMOVE,  CV_BLANK, false, -1, -1, 150, 120},
        {"remove 5 of B",                         CV_ASK_REMOVE,  5,        false, 1,  -1, 0,   5  },
        {"rescue 50 of 30",                       CV_ASK_RESCUE,  50,       false, -1, -1, 30,  30 },
        {"rescue, size not known",                CV_ASK_RESCUE,  CV_BLANK, false, -1, -1, 30,  30 },
        {"move 7 from A to B",                    CV_ASK_MOVE,    7,        false, 0,  1,  14,  0  },
        {"move any from A to B",                  CV_ASK_MOVE,    CV_BLANK, false, 0,  1,  300, 0  },
        {"turned away 59",                        CV_ASK_ADD,     59,       false, -1, -1, 59,  59 },
        {"recount, hard: -B - (L - R)",           CV_ASK_RECOUNT, 0,        false, -1, -1, 330, 270},
        {"recount, narrow: -(L + I)",             CV_ASK_RECOUNT, 0,        true,  -1, -1, 180, 150},
        {"repeat: -M - (L - R)",                  CV_ASK_REPEAT,  0,        false, -1, -1, 530, 470},
        {"cancel A there: its votes are invalid", CV_ASK_CANCEL,  0,        false, 0,  -1, 150, 0  },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        asked_seat a;
        asked_open(&a);
        cv_asked *q = seat_ask_body(&a.t, "q", rows[i].ask, 0, rows[i].k);
        q->option = rows[i].option;
        q->to = rows[i].to;
        asked_take_apart(&a);
        const cv_issue *it = &a.s.issue[0];
        if (rows[i].narrow) it = cv_issue_with_bound(&a.s, 0, true, &a.t.keep);
        cv_weights down = asked_lead(&a, false), up = asked_lead(&a, true);
        cv_fall falls = cv_issue_fall(&a.s, it, &down, a.t.scratch);
        cv_fall rises = cv_issue_fall(&a.s, it, &up, a.t.scratch);
        ROW_INT(rows[i].name, falls.fall, rows[i].falls);
        ROW_INT(rows[i].name, rises.fall, rows[i].rises);
        ROW_TRUE(rows[i].name, !falls.no_limit && !rises.no_limit);
        seat_close(&a.t);
    }
}

/* A ballot more than there are registered voters can come in where the register is not known. */
static void what_has_no_size_has_no_limit(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_ask ask;
        int32_t row;
    } rows[] = {
        {"turned away, nobody says how many", CV_ASK_ADD,  0 },
        {"the seat is voided",                CV_ASK_VOID, -1},
        {"an option is struck off",           CV_ASK_BAR,  -1},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        asked_seat a;
        asked_open(&a);
        seat_ask_body(&a.t, "q", rows[i].ask, rows[i].row, CV_BLANK)->option = 0;
        asked_take_apart(&a);
        cv_weights down = asked_lead(&a, false);
        ROW_TRUE(rows[i].name, cv_issue_fall(&a.s, &a.s.issue[0], &down, a.t.scratch).no_limit);
        seat_close(&a.t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_range),
        cmocka_unit_test(what_has_no_size_has_no_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

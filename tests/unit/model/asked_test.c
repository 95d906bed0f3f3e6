#include "../row.h"

#include "model/asked.h"

static void every_kind_has_a_word_of_its_own(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        cv_ask ask;
    } rows[] = {
        {"annul",   CV_ASK_ANNUL  },
        {"remove",  CV_ASK_REMOVE },
        {"rescue",  CV_ASK_RESCUE },
        {"move",    CV_ASK_MOVE   },
        {"add",     CV_ASK_ADD    },
        {"figures", CV_ASK_FIGURES},
        {"recount", CV_ASK_RECOUNT},
        {"repeat",  CV_ASK_REPEAT },
        {"cancel",  CV_ASK_CANCEL },
        {"bar",     CV_ASK_BAR    },
        {"void",    CV_ASK_VOID   },
    };
    assert_int_equal(N_ROWS(rows), CV_N_ASKS);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ROW_STR(rows[i].word, cv_ask_name(rows[i].ask), cv_str_of(rows[i].word));
    }
}

static void who_asks_has_a_word(void **state)
{
    (void)state;
    ROW_STR("complaint", cv_asked_by_name(CV_BY_COMPLAINT), CV_STR("complaint"));
    ROW_STR("ordered", cv_asked_by_name(CV_BY_RECOUNT_ORDERED), CV_STR("recount_ordered"));
    ROW_STR("law", cv_asked_by_name(CV_BY_LAW), CV_STR("law"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_word_of_its_own),
        cmocka_unit_test(who_asks_has_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

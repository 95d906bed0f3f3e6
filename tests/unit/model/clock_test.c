#include "../row.h"

#include "model/clock.h"

static const struct {
    const char *text;
    cv_clock_rule want;
    const char *again;
} good[] = {
    {"3 days",                               {true, 3, CV_UNIT_DAYS, CV_FROM_MOVE, false, {0}},     "3 days from move"    },
    {"1 day from act",                       {true, 1, CV_UNIT_DAYS, CV_FROM_ACT, false, {0}},      "1 days from act"     },
    {" 24  hours  from  knowledge ",
     {true, 24, CV_UNIT_HOURS, CV_FROM_KNOWLEDGE, false, {0}},
     "24 hours from knowledge"                                                                                            },
    {"5 workdays from receipt next_working",
     {true, 5, CV_UNIT_WORKDAYS, CV_FROM_RECEIPT, true, {0}},
     "5 workdays from receipt next_working"                                                                               },
    {"1 months next_working",
     {true, 1, CV_UNIT_MONTHS, CV_FROM_MOVE, true, {0}},
     "1 months from move next_working"                                                                                    },
    {"same_day from publication",
     {true, 0, CV_UNIT_SAME_DAY, CV_FROM_PUBLICATION, false, {0}},
     "same_day from publication"                                                                                          },
    {"0 hours from election_day",
     {true, 0, CV_UNIT_HOURS, CV_FROM_ELECTION_DAY, false, {0}},
     "0 hours from election_day"                                                                                          },
    {"10000 days",                           {true, 10000, CV_UNIT_DAYS, CV_FROM_MOVE, false, {0}}, "10000 days from move"},
};

static void terms_are_read_and_written(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(good); i++) {
        cv_clock_rule r = {0};
        const cv_clock_rule *want = &good[i].want;
        ROW_TRUE(good[i].text, cv_clock_rule_parse(&r, cv_str_of(good[i].text)));
        ROW_TRUE(good[i].text, r.is_set && r.next_working == want->next_working);
        ROW_INT(good[i].text, r.amount, want->amount);
        ROW_INT(good[i].text, r.unit, want->unit);
        ROW_INT(good[i].text, r.anchor, want->anchor);
        ROW_STR(good[i].text, cv_clock_rule_text(&r, &keep), cv_str_of(good[i].again));
    }
    cv_arena_close(&keep);
}

static void other_words_are_none(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "3",
                                      "days",
                                      "-3 days",
                                      "3 weeks",
                                      "3 days since act",
                                      "3 days from",
                                      "3 days from now",
                                      "3 days next_working please",
                                      "10001 days",
                                      "99999999999 days",
                                      "same_da",
                                      "3,5 days"};
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_clock_rule r = {.amount = 77};
        ROW_TRUE(bad[i], !cv_clock_rule_parse(&r, cv_str_of(bad[i])));
        ROW_INT(bad[i], r.amount, 77);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_read_and_written),
        cmocka_unit_test(other_words_are_none),
    };
    return cmocka_run_group_tests_name("model/clock", tests, NULL, NULL);
}

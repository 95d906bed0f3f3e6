#include "../row.h"

#include "model/incident.h"

/* The wording table of the methods: about 400 is 320 to 500, nearly 30 is 27 to 30. */
static const struct {
    const char *wording;
    bool known;
    cv_count low, high;
} ROWS[] = {
    {"7",                      true,  7,       7       },
    {"1,277",                  true,  1277,    1277    },
    {"2,600,000",              true,  2600000, 2600000 },
    {"exactly 7",              true,  7,       7       },
    {"about 400",              true,  320,     500     },
    {"About 3",                true,  3,       3       },
    {"some 450",               true,  360,     562     },
    {"around 175",             true,  140,     218     },
    {"roughly 200",            true,  160,     250     },
    {"nearly 30",              true,  27,      30      },
    {"almost 60",              true,  54,      60      },
    {"at least 4",             true,  4,       CV_BLANK},
    {"4 or more",              true,  4,       CV_BLANK},
    {"over 650",               true,  651,     CV_BLANK},
    {"more than 1700",         true,  1701,    CV_BLANK},
    {"up to 10",               true,  0,       10      },
    {"may be 10",              true,  0,       10      },
    {"a handful",              true,  2,       6       },
    {"dozens",                 true,  24,      99      },
    {"hundreds",               true,  200,     999     },
    {"several thousand",       true,  2000,    9999    },
    {"none",                   true,  0,       0       },
    {"no casualties reported", true,  0,       0       },
    {"",                       false, 0,       0       },
    {"about",                  false, 0,       0       },
    {"about ten",              false, 0,       0       },
    {"about 400 people",       false, 0,       0       },
    {"about400",               false, 0,       0       },
    {"1,27",                   false, 0,       0       },
    {",277",                   false, 0,       0       },
    {"1,2777",                 false, 0,       0       },
    {"007",                    false, 0,       0       },
    {"hundreds detained",      false, 0,       0       },
    {"1000000000001",          false, 0,       0       },
};

static void a_wording_is_a_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        cv_span s = {-1, -1};
        bool known = cv_wording_span(&s, cv_str_of(ROWS[i].wording), CV_WORDINGS, CV_N_WORDINGS);
        ROW_INT(ROWS[i].wording, known, ROWS[i].known);
        ROW_INT(ROWS[i].wording, s.low, ROWS[i].known ? ROWS[i].low : -1);
        ROW_INT(ROWS[i].wording, s.high, ROWS[i].known ? ROWS[i].high : -1);
    }
}

static void words_are_those_of_the_file(void **state)
{
    (void)state;
    ROW_STR("when", cv_when_word(CV_WHEN_PART_OF_DAY), CV_STR("part_of_day"));
    ROW_STR("where", cv_where_word(CV_WHERE_SETTLEMENT), CV_STR("settlement"));
    ROW_STR("speaker", cv_speaker_word(CV_SPEAKER_UNATTRIBUTED), CV_STR("unattributed"));
    ROW_STR("relation", cv_claim_relation_word(CV_CLAIM_DENIES), CV_STR("denies"));
    ROW_STOPS("no such word", cv_when_word((cv_when)CV_N_WHENS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wording_is_a_range),
        cmocka_unit_test(words_are_those_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

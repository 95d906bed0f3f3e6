#include "../row.h"

#include "model/verdict_texts.h"

static const cv_option OPTIONS[] = {{.name = CV_STR("Opitz")}, {.name = CV_STR("Wrzesnewskyj")}};
static const cv_contest CONTEST = {.n_options = 2, .option = OPTIONS};

static void sentences_carry_their_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_reason reason;
        const char *text;
    } rows[] = {
        {"amounts and names",
         {CV_REASON_CAN_REACH, 79, 26, 1, 0, 1},
         "1 form in question, worth up to 79 votes, can reach the lead of 26 of Opitz over "
         "Wrzesnewskyj."                                               },
        {"one vote, many forms",
         {CV_REASON_CANNOT_REACH, 1, 1234567, 12, 0, 1},
         "With 12 forms in question, worth up to 1 vote against a lead of 1,234,567, the outcome "
         "does not change."                                            },
        {"no cap is known",
         {CV_REASON_MISSING_CAN, 2, CV_BLANK, 161, -1, -1},
         "2 forms missing: up to an unknown number of votes against a lead of 161 could change "
         "the outcome."                                                },
        {"nobody",
         {CV_REASON_DECLARED_WINNER, CV_BLANK, CV_BLANK, CV_BLANK, 1, -1},
         "The declaration names Wrzesnewskyj. The figures give nobody."},
        {"thousands",
         {CV_REASON_DECLARED_TOTAL, 1000, 999, CV_BLANK, 0, -1},
         "Opitz: declared 1,000 votes; the forms give 999."            },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].name, cv_reason_sentence(&rows[i].reason, &CONTEST, NULL, &keep),
                cv_str_of(rows[i].text));
    cv_arena_close(&keep);
}

/* Every word and reason has a name of its own and a sentence that is filled in and ends. */
static void the_catalogue_is_complete(void **state)
{
    (void)state;
    static const char *const RESERVED[] = {"elected", "valid ", "annul",
                                           "fraud",   "falsif", "proof"};
    cv_arena keep = cv_arena_open();
    for (int32_t i = 0; i < CV_N_REASONS; i++) {
        cv_reason r = {(cv_reason_code)i, 1, 2, 3, 0, 1};
        cv_str name = cv_reason_name(r.code), text = cv_reason_sentence(&r, &CONTEST, NULL, &keep);
        char row[64];
        snprintf(row, sizeof row, "reason %d", i);
        ROW_TRUE(row, name.n > 0 && text.n > 0);
        ROW_TRUE(row, cv_str_ends(text, CV_STR(".")));
        ROW_TRUE(row, cv_str_find(text, CV_STR("{"), 0) < 0);
        for (size_t k = 0; k < N_ROWS(RESERVED); k++)
            ROW_TRUE(row, cv_str_find(text, cv_str_of(RESERVED[k]), 0) < 0);
        for (int32_t k = 0; k < i; k++)
            ROW_TRUE(row, !cv_str_eq(name, cv_reason_name((cv_reason_code)k)));
    }
    for (int32_t i = 0; i < CV_N_WORDS; i++) {
        assert_true(cv_word_name((cv_word)i).n > 0);
        assert_true(cv_word_meaning((cv_word)i, NULL).n > 0);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_carry_their_numbers),
        cmocka_unit_test(the_catalogue_is_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

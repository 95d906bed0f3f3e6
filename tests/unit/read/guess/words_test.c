#include "../../row.h"

#include "base/map.h"
#include "read/guess/normal.h"
#include "read/guess/words.h"

/* A field in each language, so that a new column of the table is not left empty by mistake. */
static const cv_role in_every_language[] = {CV_ROLE_STATION, CV_ROLE_REGION, CV_F_REG,
                                            CV_F_INVALID,    CV_F_VALID,     CV_ROLE_VOTES};

static const cv_word_row *row_of(cv_role role)
{
    for (int32_t i = 0; i < CV_N_WORDS_PLACE; i++)
        if (CV_WORDS_PLACE[i].role == role) return &CV_WORDS_PLACE[i];
    for (int32_t i = 0; i < CV_N_WORDS_FORM; i++)
        if (CV_WORDS_FORM[i].role == role) return &CV_WORDS_FORM[i];
    return NULL;
}

static void each_language_has_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(in_every_language); i++)
        for (int32_t l = 0; l < CV_WORD_LANGUAGES; l++)
            ROW_TRUE(CV_WORD_LANGUAGE_CODES[l], row_of(in_every_language[i])->phrase[l] != NULL);
    for (int32_t l = 0; l < CV_WORD_LANGUAGES; l++)
        ROW_TRUE(CV_WORD_LANGUAGE_CODES[l], CV_NEGATIONS[l] != NULL);
}

/* Within a language a phrase names one row: else the order of the table would decide. */
static void check_phrases(const cv_word_row *row, int32_t number, cv_map *seen, cv_word_language l,
                          cv_arena *keep)
{
    if (!row->phrase[l]) return;
    cv_str rest = cv_str_of(row->phrase[l]);
    while (rest.n > 0) {
        int64_t end = cv_str_find(rest, CV_STR(";"), 0);
        cv_str part = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
        rest = cv_str_cut(rest, end < 0 ? rest.n : end + 1, rest.n);
        cv_str normal = cv_str_copy(keep, cv_normal(part, keep));
        cv_normal_word words[CV_NORMAL_WORDS];
        ROW_TRUE(row->phrase[l], cv_normal_words(words, normal) > 0);
        if (cv_map_add(seen, normal, number, keep) == number) continue;
        print_error("'%.*s' stands in two rows\n", CV_ARG(part));
        fail();
    }
}

static void no_phrase_has_two_rows(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (int32_t l = 0; l < CV_WORD_LANGUAGES; l++) {
        cv_map seen = {0};
        for (int32_t i = 0; i < CV_N_WORDS_FORM; i++)
            check_phrases(&CV_WORDS_FORM[i], i, &seen, (cv_word_language)l, &keep);
        for (int32_t i = 0; i < CV_N_WORDS_PLACE; i++)
            check_phrases(&CV_WORDS_PLACE[i], 1000 + i, &seen, (cv_word_language)l, &keep);
    }
    cv_arena_close(&keep);
}

static void roles_have_names(void **state)
{
    (void)state;
    for (cv_role r = 0; r < CV_ROLES; r++) assert_true(cv_role_name(r).n > 0);
    ROW_STR("a field", cv_role_name(CV_F_VALID), CV_STR("valid"));
    ROW_STR("not a field", cv_role_name(CV_ROLE_STATION), CV_STR("station"));
    ROW_STOPS("no role", cv_role_name(CV_ROLE_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_has_words),
        cmocka_unit_test(no_phrase_has_two_rows),
        cmocka_unit_test(roles_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

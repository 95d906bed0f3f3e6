#include "table.h"

#include "read/case/spec.h"
#include "read/guess/draft.h"
#include "read/read.h"

/* A table as read, with its guess. */
static cv_draft_table table_of(const char *stem, cv_str text, cv_arena *keep)
{
    cv_survey *s = cv_new(keep, cv_survey, 1);
    cv_guess *g = cv_new(keep, cv_guess, 1);
    cv_arena scratch = cv_arena_open();
    *s = table_survey(text, keep);
    cv_guess_make(g, s, keep, scratch);
    cv_arena_close(&scratch);
    return (cv_draft_table){
        .survey = s, .guess = g, .file = cv_str_of(stem), .stem = cv_str_of(stem)};
}

static void check_has(const char *name, cv_str json, const char *part)
{
    if (cv_str_find(json, cv_str_of(part), 0) < 0)
        fail_msg("row '%s': no %s in\n%.*s", name, part, CV_ARG(json));
}

/* The strict reader must take whatever is written. */
static void check_decodes(const char *name, cv_str json, cv_arena *keep)
{
    cv_spec spec;
    cv_error err = {0};
    if (cv_spec_decode(&spec, CV_STR("election.json"), json, keep, &err) != CV_OK)
        fail_msg("row '%s': %lld:%lld %s\n%.*s", name, (long long)err.line, (long long)err.column,
                 err.text, CV_ARG(json));
}

static cv_str write_one(cv_draft_table *t, int32_t n, const cv_draft_wishes *wishes, cv_arena *keep)
{
    cv_arena scratch = cv_arena_open();
    cv_draft_relate(t, n, scratch);
    cv_arena_close(&scratch);
    return cv_draft_write(t, n, wishes, keep);
}

static const cv_draft_wishes plain = {
    .id = {"t", 1},
    .title = {"T", 1},
};

static void one_wide_table(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_draft_table t =
        table_of("mesas",
                 table_text("Zona,Mesa,Inscritos,Ana,Beto,Caro,Válidos,Nulos,Nulos votos,{odd}",
                            "dsRABCVILn", &keep),
                 &keep);
    cv_str json = write_one(&t, 1, &plain, &keep);
    check_decodes("wide", json, &keep);
    static const char *const parts[] = {
        "\"engine\": \"unknown\"",    "\"id\": \"mesas\"", "\"reg\": \"Inscritos\"",
        "\"valid\": \"Válidos\"",     "\"Ana\": \"Ana\"",  "\"contest\": \"mesas\"",
        "\"Nulos votos\": \"invalid", "\"#10\"",           "\"layout\": \"wide\"",
    };
    for (size_t i = 0; i < N_ROWS(parts); i++) check_has("wide", json, parts[i]);
    cv_arena_close(&keep);
}

static void what_people_say(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_draft_table t =
        table_of("m", table_text("Mesa,Ana,Beto,Caro,Válidos", "sABCV", &keep), &keep);
    for (int32_t i = 0; i < CV_N_DRAFT_RULES; i++) {
        cv_draft_wishes w = plain;
        w.rule = &CV_DRAFT_RULES[i];
        w.seats = 3;
        w.contest = CV_STR("mayor");
        cv_str json = write_one(&t, 1, &w, &keep);
        check_decodes(CV_DRAFT_RULES[i].word, json, &keep);
        check_has(CV_DRAFT_RULES[i].word, json, "\"seats\": 3");
        check_has(CV_DRAFT_RULES[i].word, json, "\"id\": \"mayor\"");
    }
    assert_null(cv_draft_rule_named(CV_STR("lottery")));
    cv_draft_wishes w = plain;
    w.contest = CV_STR("smd-{Mesa:1-2}");
    cv_str json = write_one(&t, 1, &w, &keep);
    check_has("template", json, "\"id\": \"smd-*\"");
    check_has("template", json, "\"contest\": \"smd-{Mesa:1-2}\"");
    cv_arena_close(&keep);
}

/* The same stations twice, the second time with a row less: versions of the same forms. Other
 * stations with the same options: a part. Other options: a contest of its own. */
static void several_tables(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const char *head = "Mesa,Ana,Beto,Caro,Válidos";
    cv_str whole = table_text(head, "sABCV", &keep);
    int64_t cut = whole.n - 1;
    while (whole.s[cut - 1] != '\n') cut--;
    cv_text other = cv_text_open(&keep);
    cv_text_addf(&other, "%s\n", head);
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&other, "%d,%d,%d,%d,%d\n", 9000 + i, f.a, f.b, f.c, f.valid);
    }
    cv_draft_table t[] = {
        table_of("final", whole, &keep),
        table_of("early", cv_str_cut(whole, 0, cut), &keep),
        table_of("north", cv_text_str(&other), &keep),
        table_of("list", table_text("Mesa,X,Y,Z,Válidos", "sABCV", &keep), &keep),
    };
    cv_str json = write_one(t, 4, &plain, &keep);
    check_decodes("several", json, &keep);
    assert_int_equal(t[0].version, 2);
    assert_int_equal(t[1].is, CV_DRAFT_VERSION);
    assert_int_equal(t[1].version, 1);
    assert_int_equal(t[2].is, CV_DRAFT_PART);
    assert_int_equal(t[2].version, 0);
    assert_int_equal(t[3].is, CV_DRAFT_CONTEST);
    check_has("several", json, "\"copy\": \"version-1\"");
    check_has("several", json, "\"contest\": \"list\"");
    cv_arena_close(&keep);
}

/* Number 1 is Abel at half of the stations and Dahl at the others: two contests, it may be. The
 * rule that somebody gave is not applied to their sum. */
static void no_rule_for_a_mixture(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text rows = cv_text_open(&keep);
    cv_text_add(&rows, CV_STR("station,no,name,votes\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++)
        cv_text_addf(&rows, "P%d,%d,%s %d,%d\n", i / 2, i % 2 + 1, i < 30 ? "Abel" : "Dahl", i % 2,
                     i);
    cv_draft_table t[] = {
        table_of("mixed", cv_text_str(&rows), &keep),
        table_of("one", table_text("Mesa,Ana,Beto,Caro,Válidos", "sABCV", &keep), &keep)};
    cv_draft_wishes w = plain;
    w.rule = cv_draft_rule_named(CV_STR("plurality"));
    cv_str json = write_one(t, 2, &w, &keep);
    check_decodes("mixture", json, &keep);
    check_has("mixture", json, "\"rule\": \"unknown\"");
    check_has("the other", json, "\"rule\": \"plurality\"");
    cv_arena_close(&keep);
}

static void names_and_ids(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    ROW_STR("stem", cv_draft_stem(CV_STR("a/b.c/2018.csv.zip")), CV_STR("2018"));
    ROW_STR("hidden", cv_draft_stem(CV_STR(".csv")), CV_STR(".csv"));
    ROW_STR("id", cv_draft_id(CV_STR("Final_Computo (v2)"), &keep), CV_STR("final-computo-v2"));
    ROW_STR("nothing", cv_draft_id(CV_STR("--"), &keep), CV_STR("results"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_wide_table), cmocka_unit_test(what_people_say),
        cmocka_unit_test(several_tables), cmocka_unit_test(no_rule_for_a_mixture),
        cmocka_unit_test(names_and_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

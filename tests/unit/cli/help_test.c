#include "../row.h"

#include "cli/help.h"

static bool has(cv_str text, const char *part)
{
    return cv_str_find(text, cv_str_of(part), 0) >= 0;
}

/* Help says everything that the tables say of a command, at any width, within that width. */
static void says_all(void **state)
{
    (void)state;
    static const int32_t widths[] = {40, 60, 100};
    cv_arena keep = cv_arena_open();
    for (size_t w = 0; w < N_ROWS(widths); w++)
        for (int32_t i = 0; i < CV_N_COMMANDS; i++) {
            const cv_command *c = &CV_COMMANDS[i];
            cv_look look = {.columns = widths[w]};
            cv_text t = cv_text_open(&keep);
            cv_help_command(&t, c, &look);
            ROW_TRUE(c->name, has(cv_text_str(&t), c->example[0].text));
            for (int32_t o = 0; o < CV_N_OPTIONS; o++) {
                cv_text name = cv_text_open(&keep);
                cv_text_add(&name, CV_STR(" "));
                cv_help_option_name(&name, &CV_OPTIONS[o]);
                bool wanted = cv_option_is_for(&CV_OPTIONS[o], c) && !CV_OPTIONS[o].hidden;
                ROW_TRUE(CV_OPTIONS[o].name,
                         (cv_str_find(cv_text_str(&t), cv_text_str(&name), 0) >= 0) == wanted);
            }
        }
    cv_arena_close(&keep);
}

static void overview(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_help_overview(&t, &CV_LOOK_DEFAULT);
    for (int32_t i = 0; i < CV_N_COMMANDS; i++) {
        ROW_TRUE(CV_COMMANDS[i].name, has(cv_text_str(&t), CV_COMMANDS[i].name));
        ROW_TRUE(CV_COMMANDS[i].name, has(cv_text_str(&t), CV_COMMANDS[i].line));
    }
    for (int32_t i = 0; i < CV_N_EXITS; i++)
        ROW_TRUE(CV_EXITS[i].meaning, has(cv_text_str(&t), CV_EXITS[i].meaning));
    cv_arena_close(&keep);
}

static void option_names(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_help_option_name(&t, &(cv_option_row){.name = "out", .letter = 'o', .argument = "DIR"});
    cv_text_add(&t, CV_STR("|"));
    cv_help_option_name(&t, &(cv_option_row){.name = "json"});
    ROW_STR("names", cv_text_str(&t), CV_STR("-o, --out DIR|--json"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_all), cmocka_unit_test(overview),
                                       cmocka_unit_test(option_names)};
    return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}

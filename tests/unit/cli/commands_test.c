#include "../row.h"

#include "cli/command.h"

/* What help, the manual and the completions are made from has to be whole. */
static void tables_are_whole(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_COMMANDS; i++) {
        const cv_command *c = &CV_COMMANDS[i];
        ROW_TRUE("a command", c->name && c->line && c->argument && c->see && c->run);
        ROW_TRUE(c->name, c->example[0].text && c->example[0].about);
        ROW_TRUE(c->name, c->about[0]);
        ROW_TRUE(c->name, c->n_least <= c->n_most && c->n_most <= CV_ARGUMENTS_MAX);
        ROW_TRUE(c->name, !cv_str_ends(cv_str_of(c->line), CV_STR(".")));
        ROW_TRUE(c->name, cv_command_named(cv_str_of(c->name)) == c);
        cv_str rest = cv_str_of(c->see);
        while (rest.n) {
            int64_t end = cv_str_find(rest, CV_STR(" "), 0);
            cv_str one = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
            ROW_TRUE(c->name, cv_command_named(one));
            rest = cv_str_cut(rest, one.n + 1, rest.n);
        }
    }
    ROW_TRUE("no such", !cv_command_named(CV_STR("")));
    ROW_TRUE("no such", !cv_command_named(CV_STR("hel")));
}

static void near_names(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"halp",                                  "help"   },
        {"vresion",                               "version"},
        {"versions",                              "version"},
        {"ver",                                   "version"},
        {"h",                                     NULL     },
        {"",                                      NULL     },
        {"assemble",                              NULL     },
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL     },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const char *got = cv_command_near(cv_str_of(rows[i].text));
        ROW_STR(rows[i].text, cv_str_of(got ? got : "(none)"),
                cv_str_of(rows[i].want ? rows[i].want : "(none)"));
    }
}

/* docs/reference/exit-codes.md: the codes that scripts rely on. */
static void exit_codes(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_status status;
        int want;
    } rows[] = {
        {"finished",    CV_OK,        0  },
        {"usage",       CV_E_USAGE,   2  },
        {"input",       CV_E_INPUT,   3  },
        {"limit",       CV_E_LIMIT,   3  },
        {"system",      CV_E_SYSTEM,  4  },
        {"interrupted", CV_E_STOPPED, 130},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_INT(rows[i].name, cv_exit_of(rows[i].status), rows[i].want);
    for (int32_t i = 1; i < CV_N_EXITS; i++)
        ROW_TRUE("ascending", CV_EXITS[i - 1].code < CV_EXITS[i].code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_whole),
                                       cmocka_unit_test(near_names), cmocka_unit_test(exit_codes)};
    return cmocka_run_group_tests_name("commands", tests, NULL, NULL);
}

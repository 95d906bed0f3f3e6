#include "cli/help.h"

enum { INDENT = 2 };

void cv_help_option_name(cv_text *to, const cv_option_row *option)
{
    if (option->letter) cv_text_addf(to, "-%c, ", option->letter);
    cv_text_addf(to, "--%s", option->name);
    if (option->argument) cv_text_addf(to, " %s", option->argument);
}

/* A msgid. */
static void heading(cv_text *to, const char *text, const cv_look *look)
{
    cv_text_add(to, CV_STR("\n"));
    cv_show_ink(to, cv_tr(look->language, text), CV_INK_STRONG, look);
    cv_text_add(to, CV_STR("\n"));
}

/* A name, blanks up to `column`, and what it means, broken over lines. On a narrow screen the
 * meaning gets a line of its own. */
static void entry(cv_text *to, cv_str name, const char *meaning, int32_t column,
                  const cv_look *look)
{
    cv_text_repeat(to, ' ', INDENT);
    cv_text_add(to, name);
    int32_t at = INDENT + cv_str_width(name);
    if (look->columns < 2 * column || at + 1 >= column) {
        column = column > 8 ? 8 : column;
        cv_text_add(to, CV_STR("\n"));
        at = 0;
    }
    cv_text_repeat(to, ' ', column - at);
    cv_show_wrapped(to, cv_tr(look->language, meaning), column, column, look);
}

static void examples(cv_text *to, const cv_command *command, const cv_look *look)
{
    for (int32_t i = 0; i < 3 && command->example[i].text; i++) {
        cv_text_repeat(to, ' ', INDENT);
        cv_show_ink(to, cv_str_of(command->example[i].text), CV_INK_STRONG, look);
        cv_text_add(to, CV_STR("\n"));
        cv_text_repeat(to, ' ', 3 * INDENT);
        cv_show_wrapped(to, cv_tr(look->language, command->example[i].about), 3 * INDENT,
                        3 * INDENT, look);
    }
}

static void exit_codes(cv_text *to, const cv_look *look)
{
    heading(to, CV_MSG("Exit codes"), look);
    for (int32_t i = 0; i < CV_N_EXITS; i++) {
        cv_str code = cv_str_format(to->keep, "%3d", CV_EXITS[i].code);
        entry(to, code, CV_EXITS[i].meaning, 8, look);
    }
}

void cv_help_overview(cv_text *to, const cv_look *look)
{
    enum { COLUMN = 16 };
    cv_show_wrapped(to,
                    cv_tr(look->language, CV_MSG("canvass reviews the results of an election, seat "
                                                 "by seat, in votes.")),
                    0, 0, look);
    heading(to, CV_MSG("Begin with"), look);
    examples(to, &CV_COMMANDS[CV_CMD_REVIEW], look);
    heading(to, CV_MSG("Commands"), look);
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        entry(to, cv_str_of(CV_COMMANDS[i].name), CV_COMMANDS[i].line, COLUMN, look);
    exit_codes(to, look);
    cv_text_addf(to, "\n%.*s canvass help COMMAND\n",
                 CV_ARG(cv_tr(look->language, CV_MSG("Next:"))));
}

static void usage(cv_text *to, const cv_command *command, const cv_look *look)
{
    heading(to, CV_MSG("Called as"), look);
    cv_text_addf(to, "  canvass %s%s%s [OPTION]...\n", command->name, *command->argument ? " " : "",
                 command->argument);
}

static void options(cv_text *to, const cv_command *command, const cv_look *look)
{
    enum { COLUMN = 26 };
    heading(to, CV_MSG("Options"), look);
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        if (o->hidden || !cv_option_is_for(o, command)) continue;
        cv_text name = cv_text_open(to->keep);
        if (!o->letter) cv_text_repeat(&name, ' ', 4); /* so that the long names line up */
        cv_help_option_name(&name, o);
        entry(to, cv_text_str(&name), o->help, COLUMN, look);
    }
}

void cv_help_command(cv_text *to, const cv_command *command, const cv_look *look)
{
    examples(to, command, look);
    usage(to, command, look);
    heading(to, CV_MSG("What it does"), look);
    for (int32_t i = 0; command->about[i]; i++) {
        if (i) cv_text_add(to, CV_STR("\n"));
        cv_text_repeat(to, ' ', INDENT);
        cv_show_wrapped(to, cv_tr(look->language, command->about[i]), INDENT, INDENT, look);
    }
    options(to, command, look);
    if (command - CV_COMMANDS < CV_CMD_HELP) exit_codes(to, look);
    heading(to, CV_MSG("See also"), look);
    cv_str rest = cv_str_of(command->see);
    while (rest.n) {
        int64_t end = cv_str_find(rest, CV_STR(" "), 0);
        cv_str one = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
        cv_text_addf(to, "  canvass help %.*s\n", CV_ARG(one));
        rest = cv_str_cut(rest, one.n + 1, rest.n);
    }
}

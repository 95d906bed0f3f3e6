#include "cli/help.h"

static void add_command(cv_text *to, const cv_command *c)
{
    cv_text_addf(to, "\n## canvass %s\n\n", c->name);
    cv_text_addf(to, "`canvass %s%s%s [OPTION]...`: %s.\n\n", c->name, *c->argument ? " " : "",
                 c->argument, c->line);
    for (int32_t i = 0; c->about[i]; i++) cv_text_addf(to, "%s\n\n", c->about[i]);
    for (int32_t i = 0; i < 3 && c->example[i].text; i++)
        cv_text_addf(to, "- `%s`: %s\n", c->example[i].text, c->example[i].about);
    cv_text_add(to, CV_STR("\n| option | meaning |\n|---|---|\n"));
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        if (o->hidden || !cv_option_is_for(o, c)) continue;
        cv_text_add(to, CV_STR("| `"));
        cv_help_option_name(to, o);
        cv_text_addf(to, "` | %s |\n", o->help);
    }
}

void cv_help_markdown(cv_text *to)
{
    cv_text_add(
        to, CV_STR("# Commands\n\n"
                   "This page is made from the program's own tables: `canvass help --markdown`. "
                   "A test keeps the two alike.\n\n"
                   "Data goes to standard output, talk to standard error. Exit codes: "
                   "[exit-codes.md](exit-codes.md).\n\n"
                   "| command | what it does |\n|---|---|\n"));
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        cv_text_addf(to, "| [`canvass %s`](#canvass-%s) | %s |\n", CV_COMMANDS[i].name,
                     CV_COMMANDS[i].name, CV_COMMANDS[i].line);
    for (int32_t i = 0; i < CV_N_COMMANDS; i++) add_command(to, &CV_COMMANDS[i]);
}

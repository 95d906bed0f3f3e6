#include "cli/help.h"

/* scdoc gives a meaning to these wherever they stand; names of options are safe in bold. */
static void add_plain(cv_text *to, const char *s)
{
    for (; *s; s++) {
        if (*s == '_' || *s == '*' || *s == '\\' || *s == '#' || *s == '<' || *s == '>' ||
            *s == '~')
            cv_text_add(to, CV_STR("\\"));
        cv_text_repeat(to, *s, 1);
    }
}

static void section(cv_text *to, const char *name)
{
    cv_text_addf(to, "# %s\n\n", name);
}

static void paragraph(cv_text *to, const char *s)
{
    add_plain(to, s);
    cv_text_add(to, CV_STR("\n\n"));
}

/* A bold term and, indented under it, what it means. */
static void term(cv_text *to, cv_str bold, const char *meaning)
{
    cv_text_addf(to, "*%.*s*\n\t", CV_ARG(bold));
    paragraph(to, meaning);
}

static void add_examples(cv_text *to, const cv_command *c)
{
    section(to, "EXAMPLES");
    for (int32_t i = 0; i < 3 && c->example[i].text; i++) {
        cv_text escaped = cv_text_open(to->keep);
        add_plain(&escaped, c->example[i].text);
        term(to, cv_text_str(&escaped), c->example[i].about);
    }
}

static void add_exit_codes(cv_text *to)
{
    section(to, "EXIT STATUS");
    for (int32_t i = 0; i < CV_N_EXITS; i++)
        term(to, cv_str_format(to->keep, "%d", CV_EXITS[i].code), CV_EXITS[i].meaning);
}

static void add_environment(cv_text *to)
{
    section(to, "ENVIRONMENT");
    term(to, CV_STR("CANVASS\\_DATA"), "the folder of large cases' files; default ../shared/data");
    term(to, CV_STR("NO\\_COLOR"), "when it is set and not empty, no colours are used");
    term(to, CV_STR("COLUMNS"), "the width of tables; default the terminal's, else 100");
}

static void add_program(cv_text *to)
{
    cv_text_add(to, CV_STR("canvass(1) \"canvass " CV_VERSION "\" \"canvass manual\"\n\n"));
    section(to, "NAME");
    cv_text_add(to,
                CV_STR("canvass - review the results of an election, seat by seat, in votes\n\n"));
    section(to, "SYNOPSIS");
    cv_text_add(to, CV_STR("*canvass* _COMMAND_ [_ARGUMENT_...] [_OPTION_...]\n\n"));
    section(to, "DESCRIPTION");
    paragraph(to,
              "canvass takes a folder with the results forms of an election and gives every seat "
              "one word "
              "with its reasons in votes: confirmed, holds, open, contradicted or undetermined.");
    section(to, "COMMANDS");
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        term(to, cv_str_of(CV_COMMANDS[i].name), CV_COMMANDS[i].line);
    add_examples(to, &CV_COMMANDS[CV_CMD_REVIEW]);
    add_environment(to);
    add_exit_codes(to);
    section(to, "SEE ALSO");
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        cv_text_addf(to, "*canvass-%s*(1)%s", CV_COMMANDS[i].name,
                     i + 1 < CV_N_COMMANDS ? ", " : "\n");
}

static void add_options(cv_text *to, const cv_command *c)
{
    section(to, "OPTIONS");
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        if (o->hidden || !cv_option_is_for(o, c)) continue;
        cv_text name = cv_text_open(to->keep);
        cv_help_option_name(&name, o);
        term(to, cv_text_str(&name), o->help);
    }
}

void cv_help_man(cv_text *to, const cv_command *c)
{
    if (!c) {
        add_program(to);
        return;
    }
    cv_text_addf(to, "canvass-%s(1) \"canvass " CV_VERSION "\" \"canvass manual\"\n\n", c->name);
    section(to, "NAME");
    cv_text_addf(to, "canvass-%s - ", c->name);
    paragraph(to, c->line);
    section(to, "SYNOPSIS");
    bool may = c->n_least == 0; /* "[COMMAND]": the brackets are not part of the word */
    cv_str word = cv_str_of(c->argument);
    if (may) word = cv_str_cut(word, 1, word.n - 1);
    cv_text_addf(to, "*canvass %s*", c->name);
    if (word.n) cv_text_addf(to, may ? " [_%.*s_]" : " _%.*s_", CV_ARG(word));
    cv_text_add(to, CV_STR(" [_OPTION_...]\n\n"));
    section(to, "DESCRIPTION");
    for (int32_t i = 0; c->about[i]; i++) paragraph(to, c->about[i]);
    add_examples(to, c);
    add_options(to, c);
    add_exit_codes(to);
    section(to, "SEE ALSO");
    cv_text_add(to, CV_STR("*canvass*(1)"));
    for (cv_str rest = cv_str_of(c->see), one; rest.n; rest = cv_str_cut(rest, one.n + 1, rest.n)) {
        int64_t end = cv_str_find(rest, CV_STR(" "), 0);
        one = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
        cv_text_addf(to, ", *canvass-%.*s*(1)", CV_ARG(one));
    }
    cv_text_add(to, CV_STR("\n"));
}

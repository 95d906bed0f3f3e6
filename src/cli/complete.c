#include "cli/help.h"

static bool takes_a_folder(const cv_option_row *o)
{
    return o->argument && cv_str_eq(cv_str_of(o->argument), CV_STR("DIR"));
}

static void add_command_names(cv_text *to)
{
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        cv_text_addf(to, "%s%s", i ? " " : "", CV_COMMANDS[i].name);
}

static bool takes_a_case(const cv_command *c)
{
    return cv_str_eq(cv_str_of(c->argument), CV_STR("CASE"));
}

static void add_bash(cv_text *to)
{
    cv_text_add(
        to,
        CV_STR(
            "# bash completion for canvass; made by: canvass help --completion bash\n"
            "_canvass() {\n"
            "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
            "    COMPREPLY=()\n"
            "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
            "        COMPREPLY=($(compgen -W '"));
    add_command_names(to);
    cv_text_add(to, CV_STR("' -- \"$word\"))\n        return\n    fi\n    case $before in\n"));
    for (int32_t i = 0; i < CV_N_OPTIONS; i++)
        if (CV_OPTIONS[i].argument && !CV_OPTIONS[i].hidden)
            cv_text_addf(to, "    --%s) %s ;;\n", CV_OPTIONS[i].name,
                         takes_a_folder(&CV_OPTIONS[i])
                             ? "COMPREPLY=($(compgen -d -- \"$word\")); return"
                             : "return");
    cv_text_add(to, CV_STR("    esac\n    case ${COMP_WORDS[1]} in\n"));
    for (int32_t c = 0; c < CV_N_COMMANDS; c++) {
        cv_text_addf(to, "    %s) options='", CV_COMMANDS[c].name);
        for (int32_t i = 0, n = 0; i < CV_N_OPTIONS; i++)
            if (!CV_OPTIONS[i].hidden && cv_option_is_for(&CV_OPTIONS[i], &CV_COMMANDS[c]))
                cv_text_addf(to, "%s--%s", n++ ? " " : "", CV_OPTIONS[i].name);
        cv_text_add(to, CV_STR("' ;;\n"));
    }
    cv_text_add(to, CV_STR("    esac\n    case ${COMP_WORDS[1]}:$word in\n"
                           "    *:-*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                           "    help:*) COMPREPLY=($(compgen -W '"));
    add_command_names(to);
    cv_text_add(
        to,
        CV_STR(
            "' -- \"$word\")) ;;\n    *) COMPREPLY=($(compgen -d -- \"$word\")) ;;\n    esac\n}\n"
            "complete -o filenames -F _canvass canvass\n"));
}

/* In single quotes, with what zsh's _arguments and _describe treat apart escaped. */
static void add_zsh_text(cv_text *to, const char *s)
{
    for (; *s; s++) {
        if (*s == '[' || *s == ']' || *s == ':') cv_text_add(to, CV_STR("\\"));
        if (*s == '\'')
            cv_text_add(to, CV_STR("'\\''"));
        else
            cv_text_repeat(to, *s, 1);
    }
}

static void add_zsh_command(cv_text *to, const cv_command *c)
{
    cv_text_addf(to, "    %s)\n        _arguments -s", c->name);
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        if (o->hidden || !cv_option_is_for(o, c)) continue;
        cv_text_addf(to, " \\\n            '--%s[", o->name);
        add_zsh_text(to, o->help);
        cv_text_add(to, CV_STR("]"));
        if (o->argument)
            cv_text_addf(to, ":%s:%s", o->argument, takes_a_folder(o) ? "_files -/" : " ");
        cv_text_add(to, CV_STR("'"));
    }
    if (takes_a_case(c)) cv_text_add(to, CV_STR(" \\\n            '1:case:_files'"));
    if (c == &CV_COMMANDS[CV_CMD_HELP]) {
        cv_text_add(to, CV_STR(" \\\n            '1:command:("));
        add_command_names(to);
        cv_text_add(to, CV_STR(")'"));
    }
    cv_text_add(to, CV_STR("\n        ;;\n"));
}

static void add_zsh(cv_text *to)
{
    cv_text_add(to, CV_STR("#compdef canvass\n# made by: canvass help --completion zsh\n"
                           "if (( CURRENT == 2 )); then\n    local -a commands=(\n"));
    for (int32_t c = 0; c < CV_N_COMMANDS; c++) {
        cv_text_addf(to, "        '%s:", CV_COMMANDS[c].name);
        add_zsh_text(to, CV_COMMANDS[c].line);
        cv_text_add(to, CV_STR("'\n"));
    }
    cv_text_add(
        to,
        CV_STR("    )\n    _describe command commands\nelse\n    shift words\n    (( CURRENT-- ))\n"
               "    case $words[1] in\n"));
    for (int32_t c = 0; c < CV_N_COMMANDS; c++) add_zsh_command(to, &CV_COMMANDS[c]);
    cv_text_add(to, CV_STR("    esac\nfi\n"));
}

static void add_fish_text(cv_text *to, const char *s)
{
    cv_text_add(to, CV_STR("'"));
    for (; *s; s++) {
        if (*s == '\'' || *s == '\\') cv_text_add(to, CV_STR("\\"));
        cv_text_repeat(to, *s, 1);
    }
    cv_text_add(to, CV_STR("'"));
}

static void add_fish_option(cv_text *to, const cv_option_row *o)
{
    cv_text_add(to, CV_STR("complete -c canvass -n '__fish_seen_subcommand_from"));
    for (int32_t c = 0; c < CV_N_COMMANDS; c++)
        if (cv_option_is_for(o, &CV_COMMANDS[c])) cv_text_addf(to, " %s", CV_COMMANDS[c].name);
    cv_text_addf(to, "' -l %s", o->name);
    if (o->letter) cv_text_addf(to, " -s %c", o->letter);
    if (o->argument) cv_text_add(to, takes_a_folder(o) ? CV_STR(" -r -F") : CV_STR(" -x"));
    cv_text_add(to, CV_STR(" -d "));
    add_fish_text(to, o->help);
    cv_text_add(to, CV_STR("\n"));
}

static void add_fish(cv_text *to)
{
    cv_text_add(to,
                CV_STR("# fish completion for canvass; made by: canvass help --completion fish\n"));
    for (int32_t c = 0; c < CV_N_COMMANDS; c++) {
        cv_text_addf(to, "complete -c canvass -f -n __fish_use_subcommand -a %s -d ",
                     CV_COMMANDS[c].name);
        add_fish_text(to, CV_COMMANDS[c].line);
        cv_text_add(to, CV_STR("\n"));
    }
    for (int32_t i = 0; i < CV_N_OPTIONS; i++)
        if (!CV_OPTIONS[i].hidden) add_fish_option(to, &CV_OPTIONS[i]);
    cv_text_add(to, CV_STR("complete -c canvass -f -n '__fish_seen_subcommand_from help' -a '"));
    add_command_names(to);
    cv_text_add(to, CV_STR("'\n"));
}

bool cv_help_completion(cv_text *to, cv_str shell)
{
    static const struct {
        const char *name;
        void (*add)(cv_text *to);
    } shells[] = {
        {"bash", add_bash},
        {"zsh",  add_zsh },
        {"fish", add_fish}
    };
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (!cv_str_eq(shell, cv_str_of(shells[i].name))) continue;
        shells[i].add(to);
        return true;
    }
    return false;
}

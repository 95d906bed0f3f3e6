#include <stdio.h>

#include "cli/cli.h"
#include "cli/help.h"

/* The error has been said but for its hint. */
static cv_exit unknown(cv_cli *cli, cv_str name)
{
    const char *near = cv_command_near(name);
    if (near) cv_hint(&cli->err, CV_E_USAGE, "did you mean '%s'?", near);
    return cv_say_error(cli, &cli->err);
}

/* Manual pages are named like commands; the program's own is "canvass". */
static cv_exit say_man(cv_cli *cli, cv_str name)
{
    const cv_command *command = cv_command_named(name);
    if (!command && !cv_str_eq(name, CV_STR("canvass"))) {
        cv_fail(&cli->err, CV_E_USAGE, "unknown manual page '%.*s'", CV_ARG(name));
        return unknown(cli, name);
    }
    cv_text t = cv_text_open(cli->keep);
    cv_help_man(&t, command);
    cv_say(cv_text_str(&t));
    return CV_EXIT_OK;
}

static cv_exit say_completion(cv_cli *cli, cv_str shell)
{
    cv_text t = cv_text_open(cli->keep);
    if (!cv_help_completion(&t, shell)) {
        cv_fail(&cli->err, CV_E_USAGE, "no completion for '%.*s'", CV_ARG(shell));
        cv_hint(&cli->err, CV_E_USAGE, "there are bash, zsh and fish");
        return cv_say_error(cli, &cli->err);
    }
    cv_say(cv_text_str(&t));
    return CV_EXIT_OK;
}

cv_exit cv_cmd_help(cv_cli *cli, const cv_args *args)
{
    if (args->man) return say_man(cli, cv_str_of(args->man));
    if (args->completion) return say_completion(cli, cv_str_of(args->completion));
    cv_text t = cv_text_open(cli->keep);
    if (args->markdown) {
        cv_help_markdown(&t);
    } else if (args->n_arguments) {
        const cv_command *command = cv_command_named(args->argument[0]);
        if (!command) {
            cv_fail(&cli->err, CV_E_USAGE, "unknown command '%.*s'", CV_ARG(args->argument[0]));
            return unknown(cli, args->argument[0]);
        }
        cv_help_command(&t, command, &cli->look);
    } else {
        cv_help_overview(&t, &cli->look);
    }
    cv_say(cv_text_str(&t));
    return CV_EXIT_OK;
}

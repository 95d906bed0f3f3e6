#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/help.h"

enum { COLUMNS_DEFAULT = 100, COLUMNS_MOST = 120 };

/* COLUMNS, when the user has set it; else the terminal's width, up to where lines stay easy to
 * read; else 100. */
static int32_t columns_of(int fd)
{
    cv_count wanted;
    const char *set = getenv("COLUMNS");
    if (set && cv_count_parse(&wanted, cv_str_of(set)) == CV_PARSE_OK && wanted > 0) {
        if (wanted < CV_LOOK_NARROW) return CV_LOOK_NARROW;
        return wanted > 1000 ? 1000 : (int32_t)wanted;
    }
    struct winsize w;
    if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &w) != 0 || w.ws_col == 0) return COLUMNS_DEFAULT;
    if (w.ws_col < CV_LOOK_NARROW) return CV_LOOK_NARROW;
    return w.ws_col > COLUMNS_MOST ? COLUMNS_MOST : w.ws_col;
}

/* https://no-color.org: any value but the empty one means no. */
static bool colour_of(int fd)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    if (no && *no) return false;
    return isatty(fd) && term && strcmp(term, "dumb") != 0;
}

static cv_cli open_cli(cv_arena *keep)
{
    const char *data = getenv("CANVASS_DATA");
    const cv_language *language = cv_language_of_environment();
    return (cv_cli){
        .data = data && *data ? data : "../shared/data",
        .look = {.columns = columns_of(1), .colour = colour_of(1), .language = language},
        .talk = {.columns = columns_of(2), .colour = colour_of(2), .language = language},
        .talk_is_terminal = isatty(2),
        .keep = keep,
    };
}

static cv_exit unknown_command(cv_cli *cli, const char *name)
{
    const char *near = cv_command_near(cv_str_of(name));
    if (name[0] == '-')
        cv_fail(&cli->err, CV_E_USAGE, "the command comes first, before '%s'", name);
    else
        cv_fail(&cli->err, CV_E_USAGE, "unknown command '%s'", name);
    if (near)
        cv_hint(&cli->err, CV_E_USAGE, "did you mean 'canvass %s'?", near);
    else
        cv_hint(&cli->err, CV_E_USAGE, "canvass help lists the commands");
    return cv_say_error(cli, &cli->err);
}

/* `canvass --help`, `-h` and `--version` are commands to everybody. */
static const char *command_word(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) return "version";
    return word;
}

/* Nobody asked for help, so it is talk. */
static cv_exit called_with_nothing(cv_cli *cli)
{
    cv_text t = cv_text_open(cli->keep);
    cv_help_overview(&t, &cli->talk);
    fwrite(t.s, 1, (size_t)t.n, stderr);
    return CV_EXIT_USAGE;
}

static cv_exit run(cv_cli *cli, int argc, char **argv)
{
    if (argc < 2) return called_with_nothing(cli);
    if (cv_cli_speak(cli, argc, argv) != CV_OK) return cv_say_error(cli, &cli->err);
    cv_stop_speak(cli);
    const cv_command *command = cv_command_named(cv_str_of(command_word(argv[1])));
    if (!command) return unknown_command(cli, argv[1]);
    cv_args args;
    if (cv_args_read(&args, command, argc - 1, argv + 1, &cli->err) != CV_OK)
        return cv_say_error(cli, &cli->err);
    if (args.help)
        return cv_cmd_help(cli,
                           &(cv_args){.argument = {cv_str_of(command->name)}, .n_arguments = 1});
    cli->look.all = args.all;
    cli->quiet = args.quiet;
    cli->timing = args.timing;
    if (args.no_color) cli->look.colour = cli->talk.colour = false;
    if (args.data.n) cli->data = args.data.s;
    return command->run(cli, &args);
}

int cv_cli_main(int argc, char **argv)
{
    cv_stop_install();
    cv_arena keep = cv_arena_open();
    cv_cli cli = open_cli(&keep);
    cv_exit code = run(&cli, argc, argv);
    cv_progress_end(&cli);
    code = cv_say_end(&cli, code);
    cv_arena_close(&keep);
    return (int)code;
}

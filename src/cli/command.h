/* cli/command.h — the commands, the options and the exit codes: three tables.
 *
 * The parser, `canvass help`, the man pages, the completions and docs/reference/ are made from
 * them. To add a command: write its function in cmd_<name>.c, add its row to commands.c, and
 * name it in the rows of the options that it takes.
 */
#ifndef CV_CLI_COMMAND_H
#define CV_CLI_COMMAND_H

#include "base/date.h"
#include "base/error.h"
#include "report/show.h"

/* Texts of the tables are msgids (CV_MSG), looked up in help; manual pages, completions and
 * docs/reference are in English. */

/* ---- exit codes ---- */

typedef enum {
    CV_EXIT_OK = 0,
    CV_EXIT_IN_QUESTION = 1,
    CV_EXIT_USAGE = 2,
    CV_EXIT_INPUT = 3,
    CV_EXIT_SYSTEM = 4,
    CV_EXIT_BUG = 5,
    CV_EXIT_STOPPED = 130
} cv_exit;

typedef struct {
    cv_exit code;
    const char *meaning;
} cv_exit_row;

extern const cv_exit_row CV_EXITS[];
extern const int32_t CV_N_EXITS;

/* The exit code of a kind of error. */
cv_exit cv_exit_of(cv_status status);

/* ---- what the command line says ---- */

enum { CV_STEPS_MAX = 64, CV_CONTESTS_MAX = 256, CV_ARGUMENTS_MAX = 256 };

typedef struct {
    cv_str argument[CV_ARGUMENTS_MAX]; /* [n_arguments] what is not an option */
    int32_t n_arguments;
    cv_str out;              /* empty: not given  */
    cv_str data;             /* empty: not given  */
    cv_str language;         /* empty: not given; "ru", or the name of a .mo file */
    cv_date as_of, known_at; /* CV_NO_DATE: not given */
    int32_t threads;         /* 0: not given      */
    const char *contest[CV_CONTESTS_MAX];
    int32_t n_contests;
    cv_str step[CV_STEPS_MAX]; /* [n_steps] of a what-if */
    int32_t n_steps;
    cv_str dossier; /* complaints; empty: not given */
    bool json, all, quiet, no_color, help, timing;
    const char *man, *completion; /* NULL: not asked for */
    bool markdown;
    cv_str like;        /* simulate; empty: not given */
    const char *faults; /* NULL: not given            */
    bool has_seed, clean, force;
    uint64_t seed;
    int32_t districts, stations; /* 0: not given           */
    cv_count voters;             /* 0: not given               */
    cv_str rule, encoding;       /* of files without an election.json; empty: not given */
    int32_t seats;               /* 0: not given               */
} cv_args;

/* ---- commands ---- */

typedef struct cv_cli cv_cli; /* cli.h */

typedef struct {
    const char *text;  /* as typed */
    const char *about; /* what it shows */
} cv_example;

typedef enum {
    CV_CMD_INIT,
    CV_CMD_REVIEW,
    CV_CMD_CHECK,
    CV_CMD_COPIES,
    CV_CMD_TALLY,
    CV_CMD_SENSITIVITY,
    CV_CMD_COMPLAINTS,
    CV_CMD_INCIDENTS,
    CV_CMD_LAW,
    CV_CMD_SIMULATE,
    CV_CMD_HELP,
    CV_CMD_VERSION,
    CV_N_COMMANDS
} cv_command_id;

typedef struct {
    const char *name;
    const char *line;        /* what it does; no full stop; a msgid            */
    const char *argument;    /* "CASE"; "" when it takes none                  */
    int32_t n_least, n_most; /* how many arguments                          */
    cv_example example[3];
    const char *about[6]; /* paragraphs; NULL ends                          */
    const char *see;      /* names of related commands, blanks between      */
    cv_exit (*run)(cv_cli *cli, const cv_args *args);
} cv_command;

extern const cv_command CV_COMMANDS[CV_N_COMMANDS];

/* The command of this name, or NULL. */
const cv_command *cv_command_named(cv_str name);
/* How many letters must be added, taken or changed to make `b` of `a`; large for long words. */
int32_t cv_word_distance(cv_str a, cv_str b);
/* The nearest name, for a misspelt one; NULL when none is near. */
const char *cv_command_near(cv_str name);

/* ---- options ---- */

typedef struct {
    const char *name;     /* without the dashes                                  */
    char letter;          /* 0: none                                             */
    const char *argument; /* NULL: a switch                                      */
    const char *help;
    uint32_t commands; /* bit per cv_command_id                                */
    bool hidden;       /* for the build and for developers                     */
    cv_status (*take)(cv_args *out, cv_str value, cv_error *err);
} cv_option_row;

extern const cv_option_row CV_OPTIONS[];
extern const int32_t CV_N_OPTIONS;

/* True when the option belongs to the command. */
bool cv_option_is_for(const cv_option_row *option, const cv_command *command);

/* Reads what follows the command's name: argv[0] is that name. Uses getopt_long(). Fails with
 * CV_E_USAGE. */
cv_status cv_args_read(cv_args *out, const cv_command *command, int argc, char **argv,
                       cv_error *err);

#endif

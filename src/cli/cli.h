/* cli/cli.h — what every command is given, and the commands.
 *
 * Data goes to standard output, talk to standard error. The environment is read once, here:
 * NO_COLOR, COLUMNS, TERM, CANVASS_DATA, LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
 */
#ifndef CV_CLI_CLI_H
#define CV_CLI_CLI_H

#include "cli/command.h"

struct cv_cli {
    const char *data;      /* folder of large cases: --data, CANVASS_DATA or ../shared/data   */
    cv_look look;          /* of standard output                                              */
    cv_look talk;          /* of standard error                                               */
    bool talk_is_terminal; /* a progress bar makes sense                                      */
    bool quiet;
    bool timing;    /* --timing: say what each stage took                               */
    cv_arena *keep; /* until the program ends                                          */
    cv_error err;   /* the last failure                                                */
};

/* The whole program but for main(): reads the command line, runs the command, returns the exit
 * code. */
int cv_cli_main(int argc, char **argv);

cv_exit cv_cmd_init(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_law(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_review(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_check(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_copies(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_tally(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_sensitivity(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_complaints(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_incidents(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_simulate(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_help(cv_cli *cli, const cv_args *args);
cv_exit cv_cmd_version(cv_cli *cli, const cv_args *args);

/* ---- say.c: the two streams ---- */

/* Writes to standard output. A reader that has gone away is no failure: the rest is dropped.
 * Anything else that refuses is said once, and cv_say_end() gives CV_EXIT_SYSTEM. */
void cv_say(cv_str text);
/* Flushes; `code`, or CV_EXIT_SYSTEM when standard output took less than it was given. */
cv_exit cv_say_end(cv_cli *cli, cv_exit code);

/* Writes to standard error. */
void cv_talk(cv_str text);

/* Prints `file:line:column: error: text` and `hint: ...` to standard error; returns the exit
 * code of the error. */
cv_exit cv_say_error(const cv_cli *cli, const cv_error *err);

/* ---- language.c ---- */

/* The language that LANGUAGE, LC_ALL, LC_MESSAGES and LANG ask for; NULL: English. */
const cv_language *cv_language_of_environment(void);
/* Takes --language from the command line, if it is there. */
cv_status cv_cli_speak(cv_cli *cli, int argc, char **argv);

/* ---- progress.c ---- */

/* One line on standard error while something long goes on: "reading  41 %"; `stage` is a msgid.
 * Drawn only on a terminal and without --quiet, at most once per percent; erased by _end(). */
void cv_progress(const cv_cli *cli, const char *stage, int64_t done, int64_t total);
void cv_progress_end(const cv_cli *cli);

/* ---- timing.c ---- */

/* With --timing, a line "timing: reading 0.123" on standard error for each stage that ended: its
 * name and the seconds it took. bench/run reads them. Begins a stage and ends the one before it;
 * _end() ends the last one. */
void cv_timing_begin(const cv_cli *cli, const char *stage);
void cv_timing_end(const cv_cli *cli);

/* ---- stop.c: signals ---- */

/* SIGINT and SIGTERM raise a flag that long work polls; a second one, a moment
 * later, ends the program at once.
 * SIGABRT, SIGILL and the like say that canvass has a bug and exit with CV_EXIT_BUG. Refused
 * memory exits with CV_EXIT_SYSTEM. A reader of standard output that goes away is no signal. */
void cv_stop_install(void);
/* Has the last words ready in the language of the talk: nothing can be looked up when a signal
 * has come. */
void cv_stop_speak(const cv_cli *cli);
bool cv_stop_asked(void);

#endif

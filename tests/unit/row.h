/* tests/unit/row.h — checks that name the row of the table they are in, and cmocka's own needs.
 *
 *     ROW_INT(row->name, cv_count_parse(&n, row->text), row->want);
 *     ROW_STR(row->name, cv_str_trim(row->text), row->want);
 *     ROW_TRUE(row->name, cv_date_is(d));
 *     ROW_STOPS(row->name, cv_frac_of(1, 0));
 */
#ifndef CV_TESTS_UNIT_ROW_H
#define CV_TESTS_UNIT_ROW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"

#define N_ROWS(table) (sizeof(table) / sizeof(table)[0])

#define ROW_TRUE(name, condition)                                                                  \
    do {                                                                                           \
        if (!(condition)) fail_msg("row '%s': %s does not hold", (name), #condition);              \
    } while (0)

#define ROW_INT(name, got, want) row_int((name), (got), (want), #got, __FILE__, __LINE__)
#define ROW_STR(name, got, want) row_str((name), (got), (want), #got, __FILE__, __LINE__)

static inline void row_int(const char *name, int64_t got, int64_t want, const char *what,
                           const char *file, int line)
{
    if (got == want) return;
    print_error("row '%s': %s is %lld, expected %lld\n", name, what, (long long)got,
                (long long)want);
    _fail(file, line);
}

static inline void row_str(const char *name, cv_str got, cv_str want, const char *what,
                           const char *file, int line)
{
    if (cv_str_eq(got, want)) return;
    print_error("row '%s': %s is '%.*s', expected '%.*s'\n", name, what, CV_ARG(got), CV_ARG(want));
    _fail(file, line);
}

/* Runs an expression that must stop the program with a failed assertion or an overflow trap,
 * in a process of its own that says nothing and leaves no core. */
#define ROW_STOPS(name, expression)                                                                \
    do {                                                                                           \
        pid_t row_pid = row_fork();                                                                \
        if (row_pid == 0) {                                                                        \
            (void)(expression);                                                                    \
            _exit(0);                                                                              \
        }                                                                                          \
        if (!row_was_stopped(row_pid)) fail_msg("row '%s': %s went on", (name), #expression);      \
    } while (0)

static inline pid_t row_fork(void)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid != 0) return pid;
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    for (int s = 1; s < 32; s++) signal(s, SIG_DFL);
    if (!freopen("/dev/null", "w", stderr)) _exit(0);
    return 0;
}

static inline bool row_was_stopped(pid_t pid)
{
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) != pid) return false;
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGABRT || WTERMSIG(status) == SIGILL ||
               WTERMSIG(status) == SIGTRAP;
    /* A sanitiser reports the overflow and leaves with its own code. */
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

#endif

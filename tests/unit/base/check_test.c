#include "../row.h"

#include "base/check.h"

#include <stdlib.h>

static void what_holds_goes_on(void **state)
{
    (void)state;
    int n_evaluated = 0;
    cv_assert(++n_evaluated == 1);
    assert_int_equal(n_evaluated, 1);
}

static void what_does_not_hold_stops(void **state)
{
    (void)state;
    ROW_STOPS("a false condition", ({
                  cv_assert(1 == 2);
                  0;
              }));
    ROW_STOPS("a null pointer", ({
                  cv_assert((char *)NULL);
                  0;
              }));
}

/* The last words name the place and the condition: they are all that a report of a bug has. */
static void last_words(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        signal(SIGABRT, SIG_DFL);
        dup2(ends[1], 2);
        cv_assert_failed("seats >= 0", "tally/divisor.c", 41);
    }
    close(ends[1]);
    char said[256] = "";
    ssize_t n = read(ends[0], said, sizeof said - 1);
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(n > 0);
    assert_string_equal(said, "tally/divisor.c:41: bug in canvass: 'seats >= 0' does not hold\n");
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_goes_on),
        cmocka_unit_test(what_does_not_hold_stops),
        cmocka_unit_test(last_words),
    };
    return cmocka_run_group_tests_name("base/check", tests, NULL, NULL);
}

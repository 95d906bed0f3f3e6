#include "../row.h"

#include "base/check.h"
#include "cli/cli.h"

/* Runs `act` in a process of its own, after the handlers were installed, and gives how it ended. */
static int exit_of(void (*act)(void))
{
    pid_t pid = row_fork();
    if (pid == 0) {
        cv_stop_install();
        act();
        _exit(cv_stop_asked() ? 99 : 0);
    }
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

static void nothing(void)
{
}

static void fail_an_assertion(void)
{
    cv_assert(2 + 2 == 5);
}

static void overflow_trap(void)
{
    raise(SIGILL);
}

static void interrupt(void)
{
    raise(SIGINT);
}

static void terminate(void)
{
    raise(SIGTERM);
}

static void interrupt_doubly(void)
{
    raise(SIGINT);
    raise(SIGINT);
}

static void interrupt_twice(void)
{
    raise(SIGINT);
    usleep(400000);
    raise(SIGINT);
}

static void lose_the_reader(void)
{
    raise(SIGPIPE);
}

static void run_out_of_memory(void)
{
    cv_arena a = cv_arena_open();
    (void)cv_arena_take(&a, INT64_C(1) << 52, 1, 1);
}

static void ends(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        void (*act)(void);
        int want;
    } rows[] = {
        {"nothing happens",                nothing,           0  },
        {"an assertion fails",             fail_an_assertion, 5  },
        {"an overflow traps",              overflow_trap,     5  },
        {"ctrl-C is a flag",               interrupt,         99 },
        {"so is a polite kill",            terminate,         99 },
        {"one signal sent twice is one",   interrupt_doubly,  99 },
        {"a second ctrl-C is not waiting", interrupt_twice,   130},
        {"a closed pipe is no signal",     lose_the_reader,   0  },
        {"memory is refused",              run_out_of_memory, 4  },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_INT(rows[i].name, exit_of(rows[i].act), rows[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ends)};
    return cmocka_run_group_tests_name("stop", tests, NULL, NULL);
}

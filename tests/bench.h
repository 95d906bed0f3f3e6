/* tests/bench.h — what the tests of counts share: memory for one case after another. */
#ifndef CV_TESTS_BENCH_H
#define CV_TESTS_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/rule_names.h"
#include "tally/tally.h"

#define LEN(array) ((int32_t)(sizeof(array) / sizeof((array)[0])))

typedef struct {
    cv_arena keep, scratch;
    cv_error err;
} bench;

static inline bench bench_open(void)
{
    return (bench){.keep = cv_arena_open(), .scratch = cv_arena_open()};
}

static inline void bench_close(bench *b)
{
    cv_arena_close(&b->keep);
    cv_arena_close(&b->scratch);
}

#endif

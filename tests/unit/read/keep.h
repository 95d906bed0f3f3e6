/* tests/unit/read/keep.h — the memory of one test. Included last: other headers name their own. */
#ifndef CV_TESTS_UNIT_READ_KEEP_H
#define CV_TESTS_UNIT_READ_KEEP_H

#include "dump.h"

/* Fresh for each test that is registered with set_up and tear_down. */
static cv_arena keep;

static inline int set_up(void **state)
{
    (void)state;
    keep = cv_arena_open();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    cv_arena_close(&keep);
    return 0;
}

#endif

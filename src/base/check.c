#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void cv_assert_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: bug in canvass: '%s' does not hold\n", file, line, condition);
    abort();
}

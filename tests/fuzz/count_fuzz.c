/* A count is taken only in the one way in which it would be written. */
#include "fuzz.h"

#include "base/check.h"
#include "base/count.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str s = fuzz_input(data, size);
    cv_count n = CV_BLANK;
    if (cv_count_parse(&n, s) != CV_PARSE_OK) {
        cv_assert(n == CV_BLANK);
        return 0;
    }
    cv_assert(cv_count_is(n));
    cv_arena keep = cv_arena_open();
    cv_assert(cv_str_eq(cv_str_format(&keep, "%lld", (long long)n), s));
    cv_arena_close(&keep);
    return 0;
}

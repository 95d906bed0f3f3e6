/* A date that is taken is written again byte for byte. */
#include "fuzz.h"

#include "base/check.h"
#include "base/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str s = fuzz_input(data, size);
    cv_date d = CV_NO_DATE;
    if (!cv_date_parse(&d, s)) {
        cv_assert(!cv_date_is(d));
        return 0;
    }
    cv_assert(cv_date_is(d));
    cv_arena keep = cv_arena_open();
    cv_assert(cv_str_eq(cv_date_text(d, &keep), s));
    cv_arena_close(&keep);
    return 0;
}

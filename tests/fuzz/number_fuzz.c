/* The quick way of reading a number agrees with the thorough one, and what is taken is written so.
 */
#include "fuzz.h"

#include "base/check.h"
#include "read/number.h"

enum { UNTOUCHED = -77 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str s = fuzz_input(data, size);
    cv_cell quick = UNTOUCHED, thorough = UNTOUCHED;
    int code = cv_cell_parse(&CV_NUMBER_STYLE_DEFAULT, s, &quick);
    cv_assert(code == cv_cell_parse_any(&CV_NUMBER_STYLE_DEFAULT, s, &thorough));
    cv_assert(quick == thorough);
    cv_assert((code == 0) == (quick != UNTOUCHED));

    cv_arena keep = cv_arena_open();
    if (code == 0 && quick >= 0)
        cv_assert(cv_str_eq(cv_str_format(&keep, "%lld", (long long)quick), s));
    if (code != 0) cv_assert(cv_cell_reason(code, s, &keep).text.n > 0);

    cv_count total = CV_BLANK;
    int total_code = cv_count_cell_parse(&CV_NUMBER_STYLE_DEFAULT, s, &total);
    cv_assert(total == CV_BLANK || cv_count_is(total));
    if (code == 0) cv_assert(total_code == 0);
    if (code == 0 && quick >= 0) cv_assert(total == quick);
    cv_arena_close(&keep);
    return 0;
}

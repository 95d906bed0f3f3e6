/* Slices stay inside the text that they come from, whatever the bytes. */
#include "fuzz.h"

#include "base/check.h"
#include "base/str.h"

static void inside(cv_str part, cv_str whole)
{
    cv_assert(part.n >= 0);
    cv_assert(part.s >= whole.s);
    cv_assert(part.s + part.n <= whole.s + whole.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char empty[] = "";
    cv_str s = size ? fuzz_input(data, size) : (cv_str){empty, 0};
    cv_str trimmed = cv_str_trim(s);
    inside(trimmed, s);
    cv_assert(cv_str_eq(cv_str_trim(trimmed), trimmed));

    int32_t columns = size ? data[0] % 20 : 0;
    cv_str fitted = cv_str_fit(s, columns);
    inside(fitted, s);
    cv_assert(cv_str_width(fitted) <= columns);
    cv_assert(cv_str_width(s) >= 0);
    if (cv_str_is_utf8(s)) cv_assert(cv_str_is_utf8(fitted));
    return 0;
}

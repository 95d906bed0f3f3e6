/* Whatever the bytes, a guess says words that are UTF-8, is sure only of something, and names a
 * rival that is another. */
#include "fuzz.h"

#include "base/check.h"
#include "read/eight_bit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena scratch = cv_arena_open();
    cv_eight_bit g;
    cv_assert(cv_eight_bit_guess(&g, fuzz_input(data, size), scratch, NULL) == CV_OK);
    cv_assert(cv_str_is_utf8(cv_str_of(g.words)) && cv_str_is_utf8(cv_str_of(g.rival_words)));
    cv_assert(!g.is_sure || g.is != CV_ENCODING_AUTO);
    cv_assert(g.is == CV_ENCODING_AUTO || g.is != g.rival);
    cv_arena_close(&scratch);
    return 0;
}

/* A relation that can be read has its parts before its whole, and whatever is read fits into 128
 * bits; one that cannot says where, inside the text. */
#include "fuzz.h"

#include "base/check.h"
#include "model/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str text = fuzz_input(data, size);
    cv_arena keep = cv_arena_open();
    cv_expr x = {0};
    cv_error err = {0};
    int32_t at = -1;
    if (cv_expr_parse(&x, &at, text, &keep, &err) == CV_OK) {
        cv_assert(x.n > 0 && x.n <= CV_EXPR_MAX_NODES);
        for (int32_t i = 0; i < x.n; i++) cv_assert(x.node[i].a < i && x.node[i].b < i);
        cv_assert(x.node[x.n - 1].op >= CV_X_EQ);
    } else {
        cv_assert(at >= 0 && at <= text.n && err.text[0]);
    }
    cv_arena_close(&keep);
    return 0;
}

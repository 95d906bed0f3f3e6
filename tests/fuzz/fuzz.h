/* tests/fuzz/fuzz.h — what a fuzz target needs: libFuzzer's entry point and the bytes as a slice.
 */
#ifndef CV_FUZZ_H
#define CV_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Called with each input; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline cv_str fuzz_input(const uint8_t *data, size_t size)
{
    return (cv_str){(const char *)data, (int64_t)size};
}

#endif

/* read/guess/hashes.h — a set of 64-bit hashes, each with a number. */
#ifndef CV_READ_GUESS_HASHES_H
#define CV_READ_GUESS_HASHES_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct {
    uint64_t *key, *value;
    uint64_t mask;
    int32_t n;
} cv_hashes;

/* Room for `most` of them. */
cv_hashes cv_hashes_open(int64_t most, cv_arena *keep);
/* The number of a hash, 0 when it is new. */
uint64_t *cv_hashes_put(cv_hashes *h, uint64_t key, bool *is_new);
bool cv_hashes_has(const cv_hashes *h, uint64_t key);

#endif

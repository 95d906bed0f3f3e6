/* base/hash.h — SHA-256 of inputs (nettle), and a fast 64-bit hash for tables in memory. */
#ifndef CV_BASE_HASH_H
#define CV_BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

typedef struct {
    uint8_t byte[32];
} cv_sha256;

cv_sha256 cv_sha256_of(cv_str bytes);

/* The same for bytes that come piece by piece. The end may be asked for once. */
typedef struct cv_hasher cv_hasher;
cv_hasher *cv_hasher_open(cv_arena *keep);
void cv_hasher_add(cv_hasher *h, cv_str bytes);
cv_sha256 cv_hasher_end(cv_hasher *h);

/* 64 lower-case hexadecimal digits. */
cv_str cv_sha256_hex(const cv_sha256 *hash, cv_arena *keep);

/* Good mixing, not cryptographic; the same on every machine. Never shown, never an order. */
uint64_t cv_hash64(cv_str bytes);

#endif

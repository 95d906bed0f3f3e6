#include "base/hash.h"

#include <string.h>

#include <nettle/sha2.h>

struct cv_hasher {
    struct sha256_ctx ctx;
};

cv_hasher *cv_hasher_open(cv_arena *keep)
{
    cv_hasher *h = cv_new(keep, cv_hasher, 1);
    sha256_init(&h->ctx);
    return h;
}

void cv_hasher_add(cv_hasher *h, cv_str bytes)
{
    sha256_update(&h->ctx, (size_t)bytes.n, (const uint8_t *)bytes.s);
}

cv_sha256 cv_hasher_end(cv_hasher *h)
{
    cv_sha256 out;
    sha256_digest(&h->ctx, sizeof out.byte, out.byte);
    return out;
}

cv_sha256 cv_sha256_of(cv_str bytes)
{
    cv_hasher h;
    sha256_init(&h.ctx);
    cv_hasher_add(&h, bytes);
    return cv_hasher_end(&h);
}

cv_str cv_sha256_hex(const cv_sha256 *hash, cv_arena *keep)
{
    static const char digit[] = "0123456789abcdef";
    char *p = cv_new(keep, char, 65);
    for (int i = 0; i < 32; i++) {
        p[2 * i] = digit[hash->byte[i] >> 4];
        p[2 * i + 1] = digit[hash->byte[i] & 15];
    }
    return (cv_str){p, 64};
}

/* Multiply and fold: each step takes 8 bytes through a 64 x 64 -> 128 bit product. */
static uint64_t fold(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t load(const char *p, int64_t n)
{
    uint64_t word = 0;
    for (int64_t i = n - 1; i >= 0; i--) word = word << 8 | (unsigned char)p[i];
    return word;
}

uint64_t cv_hash64(cv_str bytes)
{
    const uint64_t k1 = 0x9e3779b97f4a7c15u, k2 = 0xd6e8feb86659fd93u;
    uint64_t h = fold((uint64_t)bytes.n ^ k1, k2);
    int64_t i = 0;
    for (; i + 8 <= bytes.n; i += 8) h = fold(h ^ load(bytes.s + i, 8), k2);
    if (i < bytes.n) h = fold(h ^ load(bytes.s + i, bytes.n - i), k1);
    return fold(h ^ k1, k2);
}

#include "read/guess/hashes.h"

#include "base/check.h"

cv_hashes cv_hashes_open(int64_t most, cv_arena *keep)
{
    int64_t cap = 16;
    while (cap < 2 * most + 2) cap *= 2;
    return (cv_hashes){cv_new(keep, uint64_t, cap), cv_new(keep, uint64_t, cap), (uint64_t)cap - 1,
                       0};
}

/* 0 is what an empty place holds. */
static uint64_t place_of(const cv_hashes *h, uint64_t key)
{
    uint64_t at = (key ^ (key >> 29)) & h->mask;
    while (h->key[at] && h->key[at] != key) at = (at + 1) & h->mask;
    return at;
}

uint64_t *cv_hashes_put(cv_hashes *h, uint64_t key, bool *is_new)
{
    key += !key;
    uint64_t at = place_of(h, key);
    *is_new = !h->key[at];
    h->n += *is_new;
    cv_assert((uint64_t)h->n <= h->mask);
    h->key[at] = key;
    return &h->value[at];
}

bool cv_hashes_has(const cv_hashes *h, uint64_t key)
{
    return h->key[place_of(h, key + !key)] != 0;
}

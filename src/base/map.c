#include "base/map.h"

#include "base/check.h"
#include "base/hash.h"

struct cv_map_slot {
    cv_str key; /* s == NULL: free */
    uint64_t hash;
    int32_t value;
};

static struct cv_map_slot *find(const cv_map *m, cv_str key, uint64_t hash)
{
    for (uint64_t i = hash;; i++) {
        struct cv_map_slot *s = &m->slot[i & (uint64_t)(m->cap - 1)];
        if (!s->key.s || (s->hash == hash && cv_str_eq(s->key, key))) return s;
    }
}

int32_t cv_map_get(const cv_map *m, cv_str key)
{
    if (!m->n) return -1;
    const struct cv_map_slot *s = find(m, key, cv_hash64(key));
    return s->key.s ? s->value : -1;
}

static void grow(cv_map *m, cv_arena *keep)
{
    cv_map wider = {.n = m->n, .cap = m->cap ? 2 * m->cap : 16};
    wider.slot = cv_new(keep, struct cv_map_slot, wider.cap);
    for (int64_t i = 0; i < m->cap; i++)
        if (m->slot[i].key.s) *find(&wider, m->slot[i].key, m->slot[i].hash) = m->slot[i];
    *m = wider;
}

int32_t cv_map_add(cv_map *m, cv_str key, int32_t value, cv_arena *keep)
{
    cv_assert(value >= 0);
    if (2 * (m->n + 1) > m->cap) grow(m, keep);
    if (!key.s) key.s = ""; /* the empty key is a key */
    uint64_t hash = cv_hash64(key);
    struct cv_map_slot *s = find(m, key, hash);
    if (s->key.s) return s->value;
    *s = (struct cv_map_slot){key, hash, value};
    m->n++;
    return value;
}

#include "base/map.h"

#include "base/check.h"
#include "base/hash.h"

struct cv_map_slot {
    uint32_t hash;  /* the upper half; the lower one chooses the slot */
    int32_t number; /* of the entry, from 1; 0: free                  */
};

struct cv_map_entry {
    cv_str key;
    int32_t value;
};

/* The slot that holds the key, or the free one where it belongs. */
static struct cv_map_slot *find(const cv_map *m, cv_str key, uint64_t hash)
{
    for (uint64_t i = hash;; i++) {
        struct cv_map_slot *s = &m->slot[i & (uint64_t)(m->cap - 1)];
        if (!s->number) return s;
        if (s->hash == hash >> 32 && cv_str_eq(m->entry[s->number - 1].key, key)) return s;
    }
}

int32_t cv_map_get(const cv_map *m, cv_str key)
{
    if (!m->n) return -1;
    const struct cv_map_slot *s = find(m, key, cv_hash64(key));
    return s->number ? m->entry[s->number - 1].value : -1;
}

/* Half of the slots stay free. The lower half of a hash is not kept: it is computed again. */
static void widen(cv_map *m, cv_arena *keep)
{
    m->cap = m->cap ? 2 * m->cap : 16;
    m->slot = cv_new(keep, struct cv_map_slot, m->cap);
    for (int64_t i = 0; i < m->n; i++) {
        uint64_t hash = cv_hash64(m->entry[i].key), at = hash;
        while (m->slot[at & (uint64_t)(m->cap - 1)].number) at++;
        m->slot[at & (uint64_t)(m->cap - 1)] =
            (struct cv_map_slot){(uint32_t)(hash >> 32), (int32_t)i + 1};
    }
}

/* keys: where a new key is copied to; NULL: it stays where it is. */
static int32_t put(cv_map *m, cv_str *key, int32_t value, cv_arena *keys, cv_arena *keep)
{
    cv_assert(value >= 0);
    cv_assert(m->n < INT32_MAX);
    if (2 * (m->n + 1) > m->cap) widen(m, keep);
    uint64_t hash = cv_hash64(*key);
    struct cv_map_slot *s = find(m, *key, hash);
    if (s->number) {
        *key = m->entry[s->number - 1].key;
        return m->entry[s->number - 1].value;
    }
    if (keys) *key = cv_str_copy(keys, *key);
    cv_room(keep, struct cv_map_entry, m->entry, m->n, m->cap_entries);
    m->entry[m->n++] = (struct cv_map_entry){*key, value};
    *s = (struct cv_map_slot){(uint32_t)(hash >> 32), (int32_t)m->n};
    return value;
}

int32_t cv_map_add(cv_map *m, cv_str key, int32_t value, cv_arena *keep)
{
    return put(m, &key, value, NULL, keep);
}

int32_t cv_map_intern(cv_map *m, cv_str key, int32_t value, cv_arena *keys, cv_arena *keep,
                      cv_str *kept)
{
    *kept = key;
    return put(m, kept, value, keys, keep);
}

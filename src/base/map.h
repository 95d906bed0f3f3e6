/* base/map.h — text to a number: from keys, codes and names to their index.
 *
 * Open addressing over slices that the caller keeps alive. Nobody iterates a map: order comes
 * from the arrays that the numbers point into.
 */
#ifndef CV_BASE_MAP_H
#define CV_BASE_MAP_H

#include "base/str.h"

typedef struct {
    struct cv_map_slot *slot; /* [cap] eight bytes each, so that a look-up is one cache line   */
    int64_t n, cap;
    struct cv_map_entry *entry; /* [n] in the order of addition                                */
    int64_t cap_entries;
} cv_map;

/* The number of `key`, or -1. An empty map `{0}` is a map. */
int32_t cv_map_get(const cv_map *m, cv_str key);

/* Puts `value` (>= 0) under `key` if the key is new. Returns the value now under the key: the
 * given one when it was new, the older one otherwise. The bytes of `key` must outlive the map. */
int32_t cv_map_add(cv_map *m, cv_str key, int32_t value, cv_arena *keep);

/* The same, with one look-up, for a key whose bytes do not stay: when it is new it is copied to
 * `keys`. *kept is the key as the map holds it. */
int32_t cv_map_intern(cv_map *m, cv_str key, int32_t value, cv_arena *keys, cv_arena *keep,
                      cv_str *kept);

#endif

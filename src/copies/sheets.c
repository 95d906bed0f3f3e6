#include "copies/sheets.h"

#include <stdlib.h>

static int by_station(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool belongs(const cv_forms *f, int32_t row, int32_t copy)
{
    uint8_t state = f->state[row];
    if (copy < 0) return state == CV_FORM_COUNTED;
    return f->copy[row] == copy && (state == CV_FORM_COUNTED || state == CV_FORM_COPY);
}

/* Station and row in one number. Forms come by copy, then station: within one copy they are in
 * order already, and only where several copies count they are not. */
static uint64_t *keys_of(const cv_forms *f, int32_t copy, int32_t *n, cv_arena *keep)
{
    bool sorted = true;
    *n = 0;
    for (int32_t i = 0; i < f->n; i++) *n += belongs(f, i, copy);
    uint64_t *key = cv_new(keep, uint64_t, *n);
    int32_t at = 0;
    for (int32_t i = 0; i < f->n; i++) {
        if (!belongs(f, i, copy)) continue;
        key[at] = (uint64_t)(uint32_t)f->station[i].i << 32 | (uint32_t)i;
        sorted = sorted && (at == 0 || key[at - 1] < key[at]);
        at++;
    }
    if (!sorted) qsort(key, (size_t)*n, sizeof *key, by_station);
    return key;
}

cv_sheets cv_sheets_of(const cv_forms *f, int32_t copy, cv_arena *keep)
{
    int32_t n, kept = 0;
    const uint64_t *key = keys_of(f, copy, &n, keep);
    int32_t *station = cv_new(keep, int32_t, n), *row = cv_new(keep, int32_t, n);
    for (int32_t i = 0; i < n; i++) {
        int32_t s = (int32_t)(key[i] >> 32), r = (int32_t)(key[i] & UINT32_MAX);
        if (kept > 0 && station[kept - 1] == s) {
            if (row[kept - 1] >= 0) row[kept - 1] = -1 - row[kept - 1];
            continue;
        }
        station[kept] = s;
        row[kept++] = r;
    }
    return (cv_sheets){kept, station, row};
}

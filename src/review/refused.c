#include "review/refused.h"

#include <stdlib.h>

/* Which contests have forms from which files; made only when a row needs it. */
typedef struct {
    const cv_election *e;
    bool *has; /* [n_contests × n_sources] or NULL */
    bool *any; /* [n_sources] some contest has     */
    cv_arena *scratch;
} file_map;

static void fill_map(file_map *m)
{
    const cv_election *e = m->e;
    m->has = cv_new(m->scratch, bool, (int64_t)e->n_contests * e->n_sources);
    m->any = cv_new(m->scratch, bool, e->n_sources);
    for (int32_t c = 0; c < e->n_contests; c++) {
        for (int32_t i = 0; i < e->forms[c].n; i++) {
            int32_t source = e->forms[c].source[i];
            if (source < 0) continue;
            m->has[(int64_t)c * e->n_sources + source] = true;
            m->any[source] = true;
        }
    }
}

static bool concerns(file_map *m, const cv_refused *row, int32_t contest)
{
    if (row->contest.i >= 0) return row->contest.i == contest;
    if (row->source.i < 0) return true;
    if (!m->has) fill_map(m);
    return !m->any[row->source.i] || m->has[(int64_t)contest * m->e->n_sources + row->source.i];
}

static int by_station(const void *a, const void *b)
{
    int32_t x = ((const cv_station_ix *)a)->i, y = ((const cv_station_ix *)b)->i;
    return (x > y) - (x < y);
}

static int32_t each_once(cv_station_ix *station, int32_t n)
{
    int32_t kept = 0;
    if (n) qsort(station, (size_t)n, sizeof *station, by_station);
    for (int32_t i = 0; i < n; i++)
        if (kept == 0 || station[kept - 1].i != station[i].i) station[kept++] = station[i];
    return kept;
}

cv_refused_rows *cv_refused_by_contest(const cv_election *e, cv_arena *keep, cv_arena scratch)
{
    cv_refused_rows *out = cv_new(keep, cv_refused_rows, e->n_contests);
    file_map map = {.e = e, .scratch = &scratch};
    if (e->n_refused == 0) return out;
    for (int32_t c = 0; c < e->n_contests; c++) {
        int64_t cap = 0, n = 0;
        cv_station_ix *station = NULL;
        for (int64_t i = 0; i < e->n_refused; i++) {
            const cv_refused *row = &e->refused[i];
            if (!concerns(&map, row, c)) continue;
            if (row->station.i < 0) {
                out[c].n_unknown++;
                continue;
            }
            cv_room(keep, cv_station_ix, station, n, cap);
            station[n++] = row->station;
        }
        out[c].n = each_once(station, (int32_t)n);
        out[c].station = station;
    }
    return out;
}

/* Any bytes as a map: either shapes that hold together, or an error with a place in the text. */
#include "fuzz.h"

#include "base/check.h"
#include "read/geojson.h"

static bool is_closed(const cv_geo_map *m, int32_t ring)
{
    const cv_geo_point *a = &m->point[m->ring_point[ring]];
    const cv_geo_point *b = &m->point[m->ring_point[ring + 1] - 1];
    return a->lon == b->lon && a->lat == b->lat;
}

static void must_hold(const cv_geo_map *m)
{
    cv_assert(m->n > 0 && m->polygon_ring[m->n_polygons] == m->n_rings);
    cv_assert(m->ring_point[m->n_rings] == m->n_points);
    for (int32_t r = 0; r < m->n_rings; r++) {
        cv_assert(m->ring_point[r + 1] - m->ring_point[r] >= 4);
        cv_assert(is_closed(m, r));
    }
    for (int32_t i = 0; i < m->n_points; i++) {
        cv_assert(m->point[i].lon >= -180 * CV_GEO_DEGREE &&
                  m->point[i].lon <= 180 * CV_GEO_DEGREE);
        cv_assert(m->point[i].lat >= -90 * CV_GEO_DEGREE && m->point[i].lat <= 90 * CV_GEO_DEGREE);
    }
    int32_t next = 0;
    for (int32_t s = 0; s < m->n; s++) {
        cv_assert(m->shape[s].polygon == next && m->shape[s].n_polygons > 0);
        next += m->shape[s].n_polygons;
    }
    cv_assert(next == m->n_polygons);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_geojson_from from = {CV_STR("m"), fuzz_input(data, size), CV_STR("{id}")};
    cv_geo_map m;
    cv_error err = {0};
    cv_status status = cv_geojson_read(&m, &from, &keep, &work, &err);
    if (status == CV_OK) {
        must_hold(&m);
    } else {
        cv_assert(status == CV_E_INPUT || status == CV_E_LIMIT);
        cv_assert(err.text[0] != '\0');
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

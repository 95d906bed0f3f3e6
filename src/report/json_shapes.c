#include "report/json_shapes.h"

#include "base/check.h"

/* To the nearest line of the grid, halves away from zero. */
static int32_t on_grid(int32_t value, int32_t step)
{
    int32_t half = value < 0 ? -(step / 2) : step / 2;
    return (value + half) / step * step;
}

static cv_geo_point point_at(const cv_geo_map *m, int32_t i, int32_t step)
{
    return (cv_geo_point){on_grid(m->point[i].lon, step), on_grid(m->point[i].lat, step)};
}

static bool same(cv_geo_point a, cv_geo_point b)
{
    return a.lon == b.lon && a.lat == b.lat;
}

/* ---- how many points are left ---- */

/* Points of the ring on the grid, without neighbours that fell together. */
static int64_t ring_points(const cv_geo_map *m, int32_t ring, int32_t step)
{
    int64_t n = 1;
    int32_t first = m->ring_point[ring], end = m->ring_point[ring + 1];
    for (int32_t i = first + 1; i < end; i++)
        n += !same(point_at(m, i, step), point_at(m, i - 1, step));
    return n < 4 ? 4 : n;
}

static int64_t map_points(const cv_geo_map *m, int32_t step)
{
    int64_t n = 0;
    for (int32_t r = 0; r < m->n_rings; r++) n += ring_points(m, r, step);
    return n;
}

int32_t cv_shapes_step(const cv_geo_map *map, int64_t most)
{
    static const int32_t factor[] = {1, 2, 5};
    for (int32_t ten = CV_SHAPES_STEP; ten < CV_GEO_DEGREE; ten *= 10)
        for (size_t i = 0; i < sizeof factor / sizeof *factor; i++)
            if (map_points(map, factor[i] * ten) <= most) return factor[i] * ten;
    return CV_GEO_DEGREE;
}

/* ---- values ---- */

static json_t *position(cv_geo_point p)
{
    json_t *out = json_array();
    cv_json_add(out, json_real((double)p.lon / CV_GEO_DEGREE));
    cv_json_add(out, json_real((double)p.lat / CV_GEO_DEGREE));
    return out;
}

/* A ring that the grid has shrunk to a line or a point keeps four positions: GeoJSON asks it. */
static json_t *ring_value(const cv_geo_map *m, int32_t ring, int32_t step)
{
    json_t *out = json_array();
    int32_t first = m->ring_point[ring], end = m->ring_point[ring + 1];
    cv_geo_point last = point_at(m, first, step);
    cv_json_add(out, position(last));
    for (int32_t i = first + 1; i < end; i++) {
        cv_geo_point p = point_at(m, i, step);
        if (!same(p, last)) cv_json_add(out, position(p));
        last = p;
    }
    while (json_array_size(out) < 4) cv_json_add(out, position(last));
    return out;
}

static json_t *polygon_value(const cv_geo_map *m, int32_t polygon, int32_t step)
{
    json_t *out = json_array();
    for (int32_t r = m->polygon_ring[polygon]; r < m->polygon_ring[polygon + 1]; r++)
        cv_json_add(out, ring_value(m, r, step));
    return out;
}

static json_t *geometry(const cv_geo_map *m, const cv_geo_shape *s, int32_t step)
{
    json_t *out = json_object(), *polygons = json_array();
    cv_json_set(out, "type", json_string("MultiPolygon"));
    for (int32_t i = 0; i < s->n_polygons; i++)
        cv_json_add(polygons, polygon_value(m, s->polygon + i, step));
    cv_json_set(out, "coordinates", polygons);
    return out;
}

static json_t *feature(const cv_election *e, const cv_geo_shape *s, const int32_t *area_at,
                       int32_t step)
{
    json_t *out = json_object(), *properties = json_object();
    cv_json_set(properties, "code", cv_json_str(s->code));
    cv_json_set(properties, "contest",
                s->contest.i < 0 ? json_null() : cv_json_str(e->contest[s->contest.i].id));
    cv_json_set(properties, "area",
                cv_json_index(area_at && s->area.i >= 0 ? area_at[s->area.i] : s->area.i));
    cv_json_set(out, "type", json_string("Feature"));
    cv_json_set(out, "properties", properties);
    cv_json_set(out, "geometry", geometry(e->map, s, step));
    return out;
}

void cv_json_shapes(cv_json *j, const char *key, const cv_election *e, const int32_t *area_at,
                    int32_t step)
{
    cv_assert(step > 0);
    if (!e->map) return;
    cv_json_object(j, key);
    cv_json_value(j, "type", json_string("FeatureCollection"));
    cv_json_array(j, "features");
    for (int32_t i = 0; i < e->map->n; i++)
        cv_json_line(j, NULL, feature(e, &e->map->shape[i], area_at, step));
    cv_json_end(j);
    cv_json_end(j);
}

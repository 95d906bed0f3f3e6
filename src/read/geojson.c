#include "read/geojson.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "read/case/spec.h"

#define AS_DEGREES                                                                                 \
    CV_MSG("GeoJSON has longitude and latitude in degrees: 'ogr2ogr -t_srs EPSG:4326 -lco "        \
           "RFC7946=YES map.geojson IN'")

/* A walk over the tree in the order of the text; `next` counts the values, so that each has its
 * place (json_text.h). */
typedef struct {
    cv_json_text text;
    cv_str code;
    int32_t next;
    bool any_code;
    cv_str known; /* properties of the first shape, for the hint */
    cv_arena *keep, *work;
    cv_error *err;
    cv_geo_shape *shape;
    int64_t n_shapes, cap_shapes;
    int32_t *polygon_ring;
    int64_t n_polygons, cap_polygons;
    int32_t *ring_point;
    int64_t n_rings, cap_rings;
    cv_geo_point *point;
    int64_t n_points, cap_points;
} walk;

static int32_t place(const walk *w)
{
    return w->text.spot[w->next].at;
}

/* Passes over a value and all that is in it. */
static void skip(walk *w, json_t *v)
{
    w->next++;
    const char *name;
    json_t *value;
    for (size_t i = 0; i < json_array_size(v); i++) skip(w, json_array_get(v, i));
    if (json_is_object(v)) json_object_foreach(v, name, value) skip(w, value);
}

static cv_status fail_here(walk *w, const char *what)
{
    return cv_spec_fail(&w->text, place(w), w->err, "%-s", what);
}

/* ---- codes ---- */

/* A property as text; empty when there is none, or when it is null. */
static cv_status property(cv_str *out, walk *w, json_t *properties, cv_str name)
{
    const json_t *v = json_object_getn(properties, name.s, (size_t)name.n);
    *out = (cv_str){0};
    if (!v || json_is_null(v)) return CV_OK;
    if (json_is_string(v))
        *out = (cv_str){json_string_value(v), (int64_t)json_string_length(v)};
    else if (json_is_integer(v))
        *out = cv_str_format(w->work, "%lld", (long long)json_integer_value(v));
    else
        return cv_spec_fail(&w->text, place(w), w->err,
                            "the property '%.*s' is neither a text nor a whole number",
                            CV_ARG(name));
    w->any_code = w->any_code || out->n > 0;
    return CV_OK;
}

static cv_status make_code(cv_str *out, walk *w, json_t *properties)
{
    cv_str value;
    cv_text text = cv_text_open(w->keep);
    bool whole = true;
    for (int64_t i = 0; i < w->code.n;) {
        int64_t open = cv_str_find(w->code, CV_STR("{"), i);
        int64_t close = open < 0 ? -1 : cv_str_find(w->code, CV_STR("}"), open);
        if (close < 0) open = close = w->code.n;
        cv_text_add(&text, cv_str_cut(w->code, i, open));
        if (open == w->code.n) break;
        CV_TRY(property(&value, w, properties, cv_str_cut(w->code, open + 1, close)));
        cv_text_add(&text, value);
        whole = whole && value.n > 0;
        i = close + 1;
    }
    *out = whole ? cv_text_str(&text) : (cv_str){0};
    return CV_OK;
}

static cv_status take_properties(cv_str *out, walk *w, json_t *properties)
{
    if (cv_str_find(w->code, CV_STR("{"), 0) >= 0) {
        CV_TRY(make_code(out, w, properties));
    } else {
        CV_TRY(property(out, w, properties, w->code));
        *out = cv_str_copy(w->keep, *out);
    }
    if (w->n_shapes == 1) {
        cv_text known = cv_text_open(w->work);
        const char *name;
        json_t *value;
        json_object_foreach(properties, name, value)
            cv_text_addf(&known, "%s'%s'", known.n ? ", " : "", name);
        w->known = cv_text_str(&known);
    }
    skip(w, properties);
    return CV_OK;
}

/* ---- coordinates ---- */

static cv_status degrees(int32_t *out, walk *w, const json_t *v, int most)
{
    if (!json_is_number(v)) return fail_here(w, "a coordinate is not a number");
    double value = json_number_value(v);
    if (!(fabs(value) <= most)) {
        cv_status failed = cv_spec_fail(&w->text, place(w), w->err,
                                        "'%.10g' is not from -%d to %d degrees", value, most, most);
        return cv_hint(w->err, failed, AS_DEGREES);
    }
    *out = (int32_t)lround(value * CV_GEO_DEGREE);
    return CV_OK;
}

static cv_status take_position(walk *w, json_t *v)
{
    size_t n = json_array_size(v);
    if (n < 2 || n > 3)
        return fail_here(w, "a position is not two numbers, longitude and latitude");
    w->next++;
    cv_geo_point p;
    CV_TRY(degrees(&p.lon, w, json_array_get(v, 0), 180));
    w->next++;
    CV_TRY(degrees(&p.lat, w, json_array_get(v, 1), 90));
    w->next++;
    if (n == 3) skip(w, json_array_get(v, 2));
    cv_room(w->work, cv_geo_point, w->point, w->n_points, w->cap_points);
    w->point[w->n_points++] = p;
    return CV_OK;
}

static cv_status take_ring(walk *w, json_t *v)
{
    size_t n = json_array_size(v);
    int32_t at = place(w);
    if (n < 4) return fail_here(w, "a ring has fewer than four positions");
    w->next++;
    cv_room(w->work, int32_t, w->ring_point, w->n_rings, w->cap_rings);
    w->ring_point[w->n_rings++] = (int32_t)w->n_points;
    int64_t first = w->n_points;
    for (size_t i = 0; i < n; i++) CV_TRY(take_position(w, json_array_get(v, i)));
    const cv_geo_point *a = &w->point[first], *b = &w->point[w->n_points - 1];
    if (a->lon == b->lon && a->lat == b->lat) return CV_OK;
    cv_status failed = cv_spec_fail(&w->text, at, w->err, "a ring is not closed");
    return cv_hint(w->err, failed, "its last position repeats the first");
}

static cv_status take_polygon(walk *w, json_t *v)
{
    if (json_array_size(v) < 1) return fail_here(w, "a polygon has no ring");
    w->next++;
    cv_room(w->work, int32_t, w->polygon_ring, w->n_polygons, w->cap_polygons);
    w->polygon_ring[w->n_polygons++] = (int32_t)w->n_rings;
    for (size_t i = 0; i < json_array_size(v); i++) CV_TRY(take_ring(w, json_array_get(v, i)));
    return CV_OK;
}

static cv_status take_polygons(walk *w, json_t *v)
{
    if (json_array_size(v) < 1) return fail_here(w, "a multi-polygon has no polygon");
    w->next++;
    for (size_t i = 0; i < json_array_size(v); i++) CV_TRY(take_polygon(w, json_array_get(v, i)));
    return CV_OK;
}

/* ---- features ---- */

static bool is_text(const json_t *v, const char *text)
{
    return json_is_string(v) && strcmp(json_string_value(v), text) == 0;
}

static cv_status wrong_type(walk *w, const json_t *type, const char *expected)
{
    if (!json_is_string(type))
        return cv_spec_fail(&w->text, place(w), w->err, "the \"type\" is not %s", expected);
    return cv_spec_fail(&w->text, place(w), w->err, "the \"type\" is '%s', not %s",
                        json_string_value(type), expected);
}

static cv_status take_geometry(walk *w, json_t *v)
{
    const json_t *type = json_object_get(v, "type");
    bool one = is_text(type, "Polygon");
    if (!one && !is_text(type, "MultiPolygon")) {
        cv_status failed = wrong_type(w, type, "Polygon or MultiPolygon");
        return cv_hint(w->err, failed, "places of stations are columns \"lat\" and \"lon\"");
    }
    if (!json_object_get(v, "coordinates")) return fail_here(w, "a shape has no \"coordinates\"");
    w->next++;
    const char *name;
    json_t *value;
    json_object_foreach(v, name, value)
    {
        if (strcmp(name, "coordinates") == 0)
            CV_TRY(one ? take_polygon(w, value) : take_polygons(w, value));
        else
            skip(w, value);
    }
    return CV_OK;
}

static cv_status take_feature(walk *w, json_t *v)
{
    const json_t *type = json_object_get(v, "type");
    if (!is_text(type, "Feature")) return wrong_type(w, type, "Feature");
    if (!json_object_get(v, "geometry")) return fail_here(w, "a feature has no \"geometry\"");
    w->next++;
    cv_geo_shape s = {
        .contest = CV_NO_CONTEST, .area = CV_NO_AREA, .polygon = (int32_t)w->n_polygons};
    w->n_shapes++;
    const char *name;
    json_t *value;
    json_object_foreach(v, name, value)
    {
        if (strcmp(name, "properties") == 0)
            CV_TRY(take_properties(&s.code, w, value));
        else if (strcmp(name, "geometry") == 0)
            CV_TRY(take_geometry(w, value));
        else
            skip(w, value);
    }
    s.n_polygons = (int32_t)w->n_polygons - s.polygon;
    int64_t used = w->n_shapes - 1;
    cv_room(w->keep, cv_geo_shape, w->shape, used, w->cap_shapes);
    w->shape[used] = s;
    return CV_OK;
}

static cv_status take_features(walk *w, json_t *v)
{
    if (!json_array_size(v)) return fail_here(w, "there are no features");
    w->next++;
    for (size_t i = 0; i < json_array_size(v); i++) CV_TRY(take_feature(w, json_array_get(v, i)));
    return CV_OK;
}

/* Before RFC 7946 files named their projection; the one it has kept is harmless to name. */
static cv_status take_projection(walk *w, json_t *v)
{
    const json_t *said = json_object_get(json_object_get(v, "properties"), "name");
    const char *name = json_is_string(said) ? json_string_value(said) : "";
    if (!cv_str_ends(cv_str_of(name), CV_STR("CRS84"))) {
        cv_status failed = *name ? cv_spec_fail(&w->text, place(w), w->err,
                                                "the map is in the projection '%s'", name)
                                 : fail_here(w, "the map is in a projection of its own");
        return cv_hint(w->err, failed, AS_DEGREES);
    }
    skip(w, v);
    return CV_OK;
}

static cv_status take_collection(walk *w, json_t *tree)
{
    const json_t *type = json_object_get(tree, "type");
    if (!is_text(type, "FeatureCollection")) return wrong_type(w, type, "FeatureCollection");
    if (!json_object_get(tree, "features")) return fail_here(w, "there are no features");
    w->next++;
    const char *name;
    json_t *value;
    json_object_foreach(tree, name, value)
    {
        if (strcmp(name, "features") == 0)
            CV_TRY(take_features(w, value));
        else if (strcmp(name, "crs") == 0)
            CV_TRY(take_projection(w, value));
        else
            skip(w, value);
    }
    if (w->any_code) return CV_OK;
    cv_place at = {w->text.file, 0, 0};
    cv_status failed =
        cv_fail_at(w->err, CV_E_INPUT, at, "no shape has the property '%.*s'", CV_ARG(w->code));
    return w->known.n ? cv_hint(w->err, failed, "the first has %.*s", CV_ARG(w->known)) : failed;
}

/* ---- the whole ---- */

static const int32_t *closed(walk *w, int32_t *first, int64_t n, int64_t end)
{
    int32_t *out = cv_new(w->keep, int32_t, n + 1);
    if (n) memcpy(out, first, (size_t)n * sizeof *out);
    out[n] = (int32_t)end;
    return out;
}

cv_status cv_geojson_read(cv_geo_map *out, const cv_geojson_from *from, cv_arena *keep,
                          cv_arena *work, cv_error *err)
{
    walk w = {.code = from->code, .keep = keep, .work = work, .err = err};
    json_t *tree = NULL;
    CV_TRY(cv_json_load(&tree, &w.text, from->file, from->text, work, err));
    cv_status status = take_collection(&w, tree);
    json_decref(tree);
    if (status != CV_OK) return status;
    cv_geo_point *point = cv_new(keep, cv_geo_point, w.n_points);
    memcpy(point, w.point, (size_t)w.n_points * sizeof *point);
    *out = (cv_geo_map){
        .source = CV_NO_SOURCE,
        .n = (int32_t)w.n_shapes,
        .shape = w.shape,
        .n_polygons = (int32_t)w.n_polygons,
        .polygon_ring = closed(&w, w.polygon_ring, w.n_polygons, w.n_rings),
        .n_rings = (int32_t)w.n_rings,
        .ring_point = closed(&w, w.ring_point, w.n_rings, w.n_points),
        .n_points = (int32_t)w.n_points,
        .point = point,
    };
    return CV_OK;
}

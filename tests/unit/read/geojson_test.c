/* Shapes as they are read, and what is refused at which place. In the texts ' stands for ", and ^
 * stands before the place that must be named. */
#include "../row.h"

#include "base/text.h"
#include "read/geojson.h"

#define RING        "[[0,0],[2,0],[2,1],[0,0]]"
#define HOLE        "[[0.5,0.1],[1,0.1],[1,0.2],[0.5,0.1]]"
#define POLY        "{'type':'Polygon','coordinates':[" RING "]}"
#define SHAPE(p, g) "{'type':'Feature','properties':" p ",'geometry':" g "}"
#define ALL(f)      "{'type':'FeatureCollection','features':[" f "]}"
#define ONE(g)      ALL(SHAPE("{'id':'a'}", g))
#define POLYGON(c)  ONE("{'type':'Polygon','coordinates':" c "}")

typedef struct {
    const char *name, *code, *text, *want;
} geo_row;

/* clang-format 14 stops at tables like these. */
/* clang-format off */
/* code: polygons in ( ), rings in [ ], points in millionths of a degree */
static const geo_row good[] = {
    {.name = "a polygon", .code = "id",
     .text = ONE(POLY),
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
    {.name = "a hole", .code = "id",
     .text = POLYGON("[" RING "," HOLE "]"),
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0] [500000,100000 1000000,100000 1000000,200000 500000,100000])\n"},
    {.name = "two polygons", .code = "id",
     .text = ONE("{'type':'MultiPolygon','coordinates':[[" RING "],[" HOLE "]]}"),
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0]) ([500000,100000 1000000,100000 1000000,200000 500000,100000])\n"},
    {.name = "coordinates before the type", .code = "id",
     .text = ONE("{'coordinates':[" RING "],'type':'Polygon'}"),
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
    {.name = "the ends of the earth, to the nearest millionth", .code = "id",
     .text = POLYGON("[[[-180,-90],[180,90],[0.0000005,-0.0000005],[-180,-90]]]"),
     .want = "a: ([-180000000,-90000000 180000000,90000000 1,-1 -180000000,-90000000])\n"},
    {.name = "heights are passed over", .code = "id",
     .text = POLYGON("[[[0,0,9],[2,0,9],[2,1,9],[0,0,9]]]"),
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
    {.name = "a number is a code, null and absence are none", .code = "id",
     .text = ALL(SHAPE("{'id':35022}", POLY) "," SHAPE("{'id':null}", POLY) "," SHAPE("null", POLY)),
     .want = "35022: ([0,0 2000000,0 2000000,1000000 0,0])\n: ([0,0 2000000,0 2000000,1000000 0,0])\n: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
    {.name = "a code of two properties", .code = "s{r}-{id}",
     .text = ALL(SHAPE("{'id':7,'r':'b'}", POLY) "," SHAPE("{'id':7}", POLY)),
     .want = "sb-7: ([0,0 2000000,0 2000000,1000000 0,0])\n: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
    {.name = "CRS84 is what GeoJSON is in", .code = "id",
     .text = "{'crs':{'type':'name','properties':{'name':'urn:ogc:def:crs:OGC:1.3:CRS84'}},'type':'FeatureCollection','bbox':[0,0,2,1],'features':[" SHAPE("{'id':'a'}", POLY) "]}",
     .want = "a: ([0,0 2000000,0 2000000,1000000 0,0])\n"},
};

#define DEGREES_HINT                                                                               \
    " / GeoJSON has longitude and latitude in degrees: 'ogr2ogr -t_srs EPSG:4326 -lco "            \
    "RFC7946=YES map.geojson IN'"

static const geo_row bad[] = {
    {.name = "not a collection", .code = "id",
     .text = "^{'type':'Topology'}",
     .want = "the \"type\" is 'Topology', not FeatureCollection"},
    {.name = "no type", .code = "id",
     .text = "^{'features':[]}",
     .want = "the \"type\" is not FeatureCollection"},
    {.name = "not an object", .code = "id",
     .text = "^[1]",
     .want = "the \"type\" is not FeatureCollection"},
    {.name = "no features", .code = "id",
     .text = "^{'type':'FeatureCollection'}",
     .want = "there are no features"},
    {.name = "empty features", .code = "id",
     .text = "{'type':'FeatureCollection','features':^[]}",
     .want = "there are no features (features)"},
    {.name = "not a feature", .code = "id",
     .text = ALL("^{'type':'Point'}"),
     .want = "the \"type\" is 'Point', not Feature (features[0])"},
    {.name = "a feature without a geometry", .code = "id",
     .text = ALL("^{'type':'Feature','properties':{'id':1}}"),
     .want = "a feature has no \"geometry\" (features[0])"},
    {.name = "a point", .code = "id",
     .text = ONE("^{'type':'Point','coordinates':[1,2]}"),
     .want = "the \"type\" is 'Point', not Polygon or MultiPolygon (features[0].geometry) / places of stations are columns \"lat\" and \"lon\""},
    {.name = "a geometry that is null", .code = "id",
     .text = ONE("^null"),
     .want = "the \"type\" is not Polygon or MultiPolygon (features[0].geometry) / places of stations are columns \"lat\" and \"lon\""},
    {.name = "no coordinates", .code = "id",
     .text = ONE("^{'type':'Polygon'}"),
     .want = "a shape has no \"coordinates\" (features[0].geometry)"},
    {.name = "a polygon without a ring", .code = "id",
     .text = POLYGON("^[]"),
     .want = "a polygon has no ring (features[0].geometry.coordinates)"},
    {.name = "no polygon", .code = "id",
     .text = ONE("{'type':'MultiPolygon','coordinates':^[]}"),
     .want = "a multi-polygon has no polygon (features[0].geometry.coordinates)"},
    {.name = "three positions", .code = "id",
     .text = POLYGON("[^[[0,0],[1,1],[0,0]]]"),
     .want = "a ring has fewer than four positions (features[0].geometry.coordinates[0])"},
    {.name = "a ring that is not closed", .code = "id",
     .text = POLYGON("[" RING ",\n^[[0,0],[1,0],[1,1],[0,1]]]"),
     .want = "a ring is not closed (features[0].geometry.coordinates[1]) / its last position repeats the first"},
    {.name = "one number", .code = "id",
     .text = POLYGON("[[[0,0],^[1],[1,1],[0,0]]]"),
     .want = "a position is not two numbers, longitude and latitude (features[0].geometry.coordinates[0][1])"},
    {.name = "a multi-polygon called a polygon", .code = "id",
     .text = POLYGON("[[^[[0,0],[1,0],[1,1],[0,0]],1,1,1]]"),
     .want = "a position is not two numbers, longitude and latitude (features[0].geometry.coordinates[0][0])"},
    {.name = "a text for a coordinate", .code = "id",
     .text = POLYGON("[[[0,^'0'],[1,0],[1,1],[0,0]]]"),
     .want = "a coordinate is not a number (features[0].geometry.coordinates[0][0][1])"},
    {.name = "metres", .code = "id",
     .text = POLYGON("[[[^500000.5,4649776],[1,0],[1,1],[0,0]]]"),
     .want = "'500000.5' is not from -180 to 180 degrees (features[0].geometry.coordinates[0][0][0])" DEGREES_HINT},
    {.name = "latitude first", .code = "id",
     .text = POLYGON("[[[42,^-90.5],[1,0],[1,1],[0,0]]]"),
     .want = "'-90.5' is not from -90 to 90 degrees (features[0].geometry.coordinates[0][0][1])" DEGREES_HINT},
    {.name = "a projection", .code = "id",
     .text = "{'type':'FeatureCollection','crs':^{'properties':{'name':'EPSG:3857'}},'features':[]}",
     .want = "the map is in the projection 'EPSG:3857' (crs)" DEGREES_HINT},
    {.name = "a projection without a name", .code = "id",
     .text = "{'type':'FeatureCollection','crs':^null,'features':[]}",
     .want = "the map is in a projection of its own (crs)" DEGREES_HINT},
    {.name = "a code with decimals", .code = "id",
     .text = ALL(SHAPE("^{'id':1.5}", POLY)),
     .want = "the property 'id' is neither a text nor a whole number (features[0].properties)"},
};

/* clang-format on */

static const char *with_quotes(cv_arena *keep, const char *text, int64_t *line, int64_t *column)
{
    char *out = cv_new(keep, char, (int64_t)strlen(text) + 1);
    int64_t n = 0, l = 1, c = 1;
    for (const char *at = text; *at; at++) {
        if (*at == '^') {
            *line = l;
            *column = c;
            continue;
        }
        out[n++] = *at == '\'' ? '"' : *at;
        c = *at == '\n' ? 1 : c + 1;
        l += *at == '\n';
    }
    return out;
}

static cv_str show(const cv_geo_map *m, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    for (int32_t s = 0; s < m->n; s++) {
        cv_text_addf(&t, "%.*s:", CV_ARG(m->shape[s].code));
        for (int32_t p = 0; p < m->shape[s].n_polygons; p++) {
            int32_t polygon = m->shape[s].polygon + p, from = m->polygon_ring[polygon];
            cv_text_addf(&t, " (");
            for (int32_t r = from; r < m->polygon_ring[polygon + 1]; r++) {
                cv_text_addf(&t, r > from ? " [" : "[");
                for (int32_t i = m->ring_point[r]; i < m->ring_point[r + 1]; i++)
                    cv_text_addf(&t, "%s%d,%d", i > m->ring_point[r] ? " " : "", m->point[i].lon,
                                 m->point[i].lat);
                cv_text_addf(&t, "]");
            }
            cv_text_addf(&t, ")");
        }
        cv_text_addf(&t, "\n");
    }
    return cv_text_str(&t);
}

typedef struct {
    cv_arena keep, work;
    cv_geo_map map;
    cv_error err;
    cv_status status;
    int64_t line, column; /* of ^ */
} geo_test;

static void read_text(geo_test *t, const char *code, const char *text)
{
    *t = (geo_test){.keep = cv_arena_open(), .work = cv_arena_open()};
    cv_geojson_from from = {.file = CV_STR("m.geojson")};
    from.text = cv_str_of(with_quotes(&t->keep, text, &t->line, &t->column));
    from.code = cv_str_of(code);
    t->status = cv_geojson_read(&t->map, &from, &t->keep, &t->work, &t->err);
    cv_arena_close(&t->work); /* nothing of the map is in it */
}

static void reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(good); i++) {
        geo_test t;
        read_text(&t, good[i].code, good[i].text);
        if (t.status != CV_OK) fail_msg("row '%s': %s", good[i].name, t.err.text);
        ROW_STR(good[i].name, show(&t.map, &t.keep), cv_str_of(good[i].want));
        cv_arena_close(&t.keep);
    }
}

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        geo_test t;
        read_text(&t, bad[i].code, bad[i].text);
        ROW_INT(bad[i].name, t.status, CV_E_INPUT);
        cv_str got =
            cv_str_format(&t.keep, "%s%s%s", t.err.text, t.err.hint[0] ? " / " : "", t.err.hint);
        ROW_STR(bad[i].name, got, cv_str_of(bad[i].want));
        ROW_INT(bad[i].name, t.err.line, t.line);
        ROW_INT(bad[i].name, t.err.column, t.column);
        cv_arena_close(&t.keep);
    }
}

/* A property that no shape has is a slip of the pen in election.json: the hint says what there is.
 */
static void names_what_there_is(void **state)
{
    (void)state;
    geo_test t;
    read_text(&t, "nmae", ALL(SHAPE("{'id':1,'name':'Osh'}", POLY)));
    assert_int_equal(t.status, CV_E_INPUT);
    assert_string_equal(t.err.text, "no shape has the property 'nmae'");
    assert_string_equal(t.err.hint, "the first has 'id', 'name'");
    assert_string_equal(t.err.file, "m.geojson");
    cv_arena_close(&t.keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(refuses),
        cmocka_unit_test(names_what_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

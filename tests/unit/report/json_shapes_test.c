/* Shapes as GeoJSON. Points are in millionths of a degree; the grid is 100 of them. */
#include "sample.h"

#include "report/json_shapes.h"

/* A square with a corner too many, which the grid takes away, and a sliver that it flattens. */
static const cv_geo_point point[] = {
    {0,        0      },
    {1000049,  0      },
    {1000001,  -49    },
    {1000000,  1000050},
    {-50,      1000000},
    {0,        0      },
    {74600000, 40     },
    {74600010, 30     },
    {74600020, 20     },
    {74600000, 40     },
};
static const int32_t ring_point[] = {0, 6, 10}, polygon_ring[] = {0, 1, 2};
static const cv_geo_shape shape[] = {
    {.code = CV_STR("a\"b"), .contest = {1}, .area = {3}, .polygon = 0, .n_polygons = 2},
};
static const cv_geo_map map = {
    .n = 1,
    .shape = shape,
    .n_polygons = 2,
    .polygon_ring = polygon_ring,
    .n_rings = 2,
    .ring_point = ring_point,
    .n_points = 10,
    .point = point,
};

static cv_str written(const cv_election *e, int32_t step, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    cv_json j = cv_json_open((cv_out){sample_put, &t}, NULL);
    cv_json_shapes(&j, "shapes", e, NULL, step);
    assert_int_equal(cv_json_close(&j), CV_OK);
    return cv_text_str(&t);
}

static void as_geojson(void **state)
{
    (void)state;
    static const char want[] =
        "{\n"
        "  \"shapes\": {\n"
        "    \"type\": \"FeatureCollection\",\n"
        "    \"features\": [\n"
        "      {\"type\": \"Feature\", \"properties\": {\"code\": \"a\\\"b\", \"contest\": "
        "\"seat-2\", \"area\": 3}, \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": "
        "[[[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0001], [-0.0001, 1.0], [0.0, 0.0]]], "
        "[[[74.6, 0.0], [74.6, 0.0], [74.6, 0.0], [74.6, 0.0]]]]}}\n"
        "    ]\n"
        "  }\n"
        "}\n";
    cv_arena keep = cv_arena_open();
    cv_election e = {.n_contests = 2, .contest = sample_contest, .map = &map};
    ROW_STR("shapes", written(&e, CV_SHAPES_STEP, &keep), cv_str_of(want));
    e.map = NULL;
    ROW_STR("no map", written(&e, CV_SHAPES_STEP, &keep), CV_STR("{}\n"));
    cv_arena_close(&keep);
}

/* On the grid of 100 the rings have 5 and 4 points; from one degree on (1, 0), (1, 1) and (0, 1)
 * are still apart, so 9 is the least. */
static void the_finest_grid_that_fits(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t most;
        int32_t want;
    } rows[] = {
        {"all fit",      9, CV_SHAPES_STEP},
        {"nothing fits", 8, CV_GEO_DEGREE },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_INT(rows[i].name, cv_shapes_step(&map, rows[i].most), rows[i].want);
    /* Steps of 0.00015 degrees: four points 100, 200 apart are three on the grid of 200 (0, 200,
     * 400 after rounding 150 to 200, 300 to 400, 450 to 400). */
    static const cv_geo_point line[] = {
        {0,   0},
        {150, 0},
        {300, 0},
        {450, 0},
        {600, 0},
        {0,   0}
    };
    static const int32_t ends[] = {0, 6}, ring[] = {0, 1};
    cv_geo_map m = {.n_polygons = 1,
                    .polygon_ring = ring,
                    .n_rings = 1,
                    .ring_point = ends,
                    .n_points = 6,
                    .point = line};
    assert_int_equal(cv_shapes_step(&m, 6), 100);
    assert_int_equal(cv_shapes_step(&m, 5), 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_geojson),
        cmocka_unit_test(the_finest_grid_that_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What the shapes of a map are of. */
#include "case.h"

#include "model/geo.h"

#define FEATURE(id)                                                                                \
    "{\"type\":\"Feature\",\"properties\":{\"id\":\"" id "\"},\"geometry\":{\"type\":\"Polygon\"," \
    "\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}"
#define MAP(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

/* Two districts with a seat each and a list; North votes twice, South in one round. */
#define CASE(map)                                                                                  \
    "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests':["      \
    "{'id':'n','rule':'p','area':'North'},{'id':'n2','rule':'p','runoff_of':'n','area':'North'},"  \
    "{'id':'s','rule':'p','area':'South'},{'id':'list','rule':'p'}],'results':[{'file':'r.csv',"   \
    "'station':'k','area':[{'level':'region','column':'r'},{'level':'district','column':'d'}],"    \
    "'forms':[{'contest':'{c}','options':{'A':'a','B':'b'}}]}],'map':{'file':'map.geojson',"       \
    "'code':'id'," map "}}"

static const char results[] = "k,r,d,c,a,b\n"
                              "1,East,North,n,1,2\n"
                              "1,East,North,n2,2,1\n"
                              "2,East,South,s,1,2\n"
                              "3,West,South,list,1,2\n";

typedef struct {
    const char *name, *map, *shapes, *want;
} map_row;

/* code: contest, area (level/name); then what has no shape */
static const map_row rows[] = {
    {"ids of contests; the run-off has the shape of its first round",                   "'of':'contest'",
     MAP(FEATURE("n") "," FEATURE("s") "," FEATURE("lake")),
     "n: n, contest/North\ns: s, contest/South\nlake: -, -\n1 unmatched; without: list\n"},
    {"several shapes of one contest",                                                   "'of':'contest'",                MAP(FEATURE("s") "," FEATURE("s")),
     "s: s, contest/South\ns: s, contest/South\n0 unmatched; without: n list\n"          },
    {"byte for byte",                                                                   "'of':'contest'",                MAP(FEATURE("N") "," FEATURE("s ")),
     "N: -, -\ns : -, -\n2 unmatched; without: n s list\n"                               },
    {"areas by name; of two Souths none is meant, and the seat's own area is no third",
     "'of':'area'",                                                                                                      MAP(FEATURE("North") "," FEATURE("South") "," FEATURE("East")),
     "North: n, district/North\nSouth: -, -\nEast: -, region/East\n1 unmatched; without: South "
     "West South\n"                                                                      },
    {"areas of a level: nothing else is missed",                                        "'of':'area','level':'region'",
     MAP(FEATURE("East") "," FEATURE("North")),
     "East: -, region/East\nNorth: -, -\n1 unmatched; without: West\n"                   },
    {"the areas that contests name",                                                    "'of':'area','level':'contest'",
     MAP(FEATURE("North") "," FEATURE("South")),
     "North: n, contest/North\nSouth: s, contest/South\n0 unmatched; without:\n"         },
};

static cv_str show_map(test_case *t)
{
    cv_text out = cv_text_open(&t->keep);
    const cv_election *e = &t->e;
    for (int32_t i = 0; i < e->map->n; i++) {
        const cv_geo_shape *s = &e->map->shape[i];
        cv_str none = CV_STR("-");
        cv_text_addf(&out, "%.*s: %.*s, ", CV_ARG(s->code),
                     CV_ARG(s->contest.i < 0 ? none : e->contest[s->contest.i].id));
        if (s->area.i < 0)
            cv_text_addf(&out, "-\n");
        else
            cv_text_addf(&out, "%.*s/%.*s\n", CV_ARG(e->area[s->area.i].level),
                         CV_ARG(e->area[s->area.i].name));
    }
    cv_text_addf(&out, "%d unmatched; without:", e->map->n_unmatched);
    for (int32_t i = 0; i < e->map->n_without; i++)
        cv_text_addf(&out, " %.*s", CV_ARG(e->map->without[i]));
    cv_text_addf(&out, "\n");
    return cv_text_str(&out);
}

static void read_with_map(test_case *t, const char *map, cv_str shapes)
{
    case_open(t);
    case_json(t, cv_str_format(&t->keep, CASE("%s"), map).s);
    case_file(t, "r.csv", results);
    case_bytes(t, "map.geojson", shapes);
    case_read(t);
}

static void meets(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        test_case t;
        read_with_map(&t, rows[i].map, cv_str_of(rows[i].shapes));
        if (t.status != CV_OK) fail_msg("row '%s': %s", rows[i].name, t.err.text);
        ROW_STR(rows[i].name, show_map(&t), cv_str_of(rows[i].want));
        case_close(&t);
    }
}

/* The map is an input like any other: its hash is that of the bytes on disk. */
static void is_an_input(void **state)
{
    (void)state;
    test_case t;
    const char *shapes = MAP(FEATURE("n"));
    read_with_map(&t, "'of':'contest'", cv_str_of(shapes));
    assert_int_equal(t.status, CV_OK);
    const cv_source *s = &t.e.source[t.e.map->source.i];
    cv_sha256 want = cv_sha256_of(cv_str_of(shapes));
    ROW_STR("file", s->file, CV_STR("map.geojson"));
    assert_memory_equal(&s->sha256, &want, sizeof want);
    assert_int_equal(s->bytes, (int64_t)strlen(shapes));
    assert_int_equal(s->rows, 0);
    case_close(&t);
}

static const struct {
    const char *name, *map, *shapes, *want;
} bad[] = {
    {"a level of contests",      "'of':'contest','level':^'region'", MAP(FEATURE("n")),
     "error election.json:^ contests have no level: it belongs to \"of\": \"area\" (map.level)\n"                                                           },
    {"a fault inside the file",  "'of':'contest'",
     "{\"type\":\"FeatureCollection\",\n\"features\":[7]}",                             "error map.geojson:2:13 the \"type\" is not Feature (features[0])\n"},
    {"a file that is not a map", "'of':'contest'",                   "%PDF-1.4",
     "error :0:0 'map.geojson' does not look like a table: it is a PDF document / save the table "
     "as CSV or XLSX\n"                                                                                                                                     },
};

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        test_case t;
        read_with_map(&t, bad[i].map, cv_str_of(bad[i].shapes));
        ROW_STR(bad[i].name, case_show(&t), cv_str_of(bad[i].want));
        case_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets),
        cmocka_unit_test(is_an_input),
        cmocka_unit_test(refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The map of a case: its shapes, and the seats or areas that they meet. */
#include "read/case/reading.h"

#include "base/text.h"
#include "read/bytes.h"
#include "read/geojson.h"

enum { PART = 1 << 16 };

/* ---- the file ---- */

/* All bytes of the file, unpacked where it is packed. */
static cv_status read_text(cv_str *out, cv_source *source, cv_reading *r, cv_str path)
{
    cv_bytes *b;
    cv_str name;
    bool found;
    cv_bytes_from from = {.path = path, .limits = CV_TABLE_FORMAT_DEFAULT.limits};
    CV_TRY(cv_bytes_open(&b, &from, r->work, r->err));
    CV_TRY(cv_bytes_next(b, &name, &found, r->work, r->err));
    cv_text text = cv_text_open(r->work);
    char *part = cv_new(r->work, char, PART);
    for (int64_t n = 1; found && n;) {
        CV_TRY(cv_bytes_get(b, part, PART, &n, r->err));
        cv_text_add(&text, (cv_str){part, n});
        if (text.n > CV_JSON_BYTES)
            return cv_fail_at(r->err, CV_E_LIMIT, (cv_place){path, 0, 0}, "larger than %d MiB",
                              CV_JSON_BYTES / 1024 / 1024);
    }
    if (found) CV_TRY(cv_bytes_next(b, &name, &found, r->work, r->err));
    if (found)
        return cv_fail_at(r->err, CV_E_INPUT, (cv_place){path, 0, 0},
                          "an archive of several files is not a map");
    source->sha256 = cv_bytes_hash(b);
    source->bytes = cv_bytes_done(b);
    *out = cv_text_str(&text);
    return CV_OK;
}

cv_status cv_reading_map(cv_geo_map **out, cv_reading *r)
{
    const cv_spec_map *said = r->spec->map;
    *out = NULL;
    if (!said) return CV_OK;
    if (said->level.s.s && said->of.value == CV_MAP_OF_CONTESTS)
        return cv_spec_fail(&r->spec->text, said->level.at, r->err,
                            "contests have no level: it belongs to \"of\": \"area\"");
    cv_str path, text;
    CV_TRY(cv_reading_find_file(&path, r, &said->file));
    cv_source source = {
        .file = said->file.s, .path = cv_str_copy(r->keep, path), .encoding = CV_STR("utf-8")};
    CV_TRY(read_text(&text, &source, r, path));
    cv_geo_map *map = cv_new(r->keep, cv_geo_map, 1);
    cv_geojson_from from = {source.path, text, said->code.s};
    CV_TRY(cv_geojson_read(map, &from, r->keep, r->work, r->err));
    map->source = cv_build_source(r->b, &source);
    map->of_contests = said->of.value == CV_MAP_OF_CONTESTS;
    *out = map;
    return CV_OK;
}

/* ---- what the codes are of ---- */

/* The first shape with the code. */
static const cv_geo_shape *shape_of_code(const cv_geo_map *map, const cv_map *by_code, cv_str code)
{
    int32_t i = cv_map_get(by_code, code);
    return i < 0 ? NULL : &map->shape[i];
}

/* The seat whose "area" bears the name, where it is one seat's and no other's. */
static cv_contest_ix contest_of_area(const cv_election *e, cv_str name)
{
    cv_contest_ix found = CV_NO_CONTEST;
    for (int32_t c = 0; c < e->n_contests; c++) {
        const cv_contest *k = &e->contest[c];
        if (k->area.i < 0 || k->runoff_of.i >= 0 || !cv_str_eq(e->area[k->area.i].name, name))
            continue;
        if (found.i >= 0) return CV_NO_CONTEST;
        found.i = c;
    }
    return found;
}

/* An area that only a contest names may stand among those of the stations too: it comes last. */
static bool is_of_contest_only(const cv_area *area)
{
    return cv_str_eq(area->level, CV_STR("contest"));
}

/* By name among the areas of the level, or of all; a name that stands twice meets nothing. */
static void index_areas(cv_map *out, bool *twice, const cv_election *e, cv_str level,
                        cv_arena *work)
{
    for (int32_t a = 0; a < e->n_areas; a++) {
        const cv_area *area = &e->area[a];
        if (level.n ? !cv_str_eq(area->level, level) : is_of_contest_only(area)) continue;
        int32_t first = cv_map_add(out, area->name, a, work);
        if (first != a) twice[first] = true;
    }
    for (int32_t a = 0; a < e->n_areas && !level.n; a++)
        if (is_of_contest_only(&e->area[a])) cv_map_add(out, e->area[a].name, a, work);
}

static void match_areas(cv_geo_map *map, cv_geo_shape *shape, const cv_election *e, cv_str level,
                        cv_arena *work)
{
    cv_map by_name = {0};
    bool *twice = cv_new(work, bool, e->n_areas);
    index_areas(&by_name, twice, e, level, work);
    for (int32_t i = 0; i < map->n; i++) {
        int32_t a = cv_map_get(&by_name, shape[i].code);
        if (a < 0 || twice[a]) continue;
        shape[i].area = (cv_area_ix){a};
        shape[i].contest = contest_of_area(e, shape[i].code);
    }
}

static void match_contests(cv_geo_map *map, cv_geo_shape *shape, const cv_election *e,
                           cv_arena *work)
{
    cv_map by_id = {0};
    for (int32_t c = 0; c < e->n_contests; c++) cv_map_add(&by_id, e->contest[c].id, c, work);
    for (int32_t i = 0; i < map->n; i++) {
        shape[i].contest = (cv_contest_ix){cv_map_get(&by_id, shape[i].code)};
        if (shape[i].contest.i >= 0) shape[i].area = e->contest[shape[i].contest.i].area;
    }
}

/* ---- what did not meet ---- */

/* The levels of the areas that have a shape: only there a shape is missed. */
static bool is_drawn_level(const cv_geo_map *map, const cv_election *e, cv_str level)
{
    for (int32_t i = 0; i < map->n; i++)
        if (map->shape[i].area.i >= 0 && cv_str_eq(e->area[map->shape[i].area.i].level, level))
            return true;
    return false;
}

static bool lacks_area(const cv_geo_map *map, const cv_election *e, int32_t a, cv_str level,
                       const cv_map *codes)
{
    const cv_area *area = &e->area[a];
    bool looked_at = level.n ? cv_str_eq(area->level, level) : is_drawn_level(map, e, area->level);
    const cv_geo_shape *s = shape_of_code(map, codes, area->name);
    return looked_at && !(s && s->area.i >= 0);
}

/* A run-off has the shape of its first round. */
static bool lacks_contest(const cv_geo_map *map, const cv_election *e, int32_t c,
                          const cv_map *codes)
{
    return e->contest[c].runoff_of.i < 0 && !shape_of_code(map, codes, e->contest[c].id);
}

static void count_unmet(cv_geo_map *map, cv_geo_shape *shape, const cv_election *e, cv_str level,
                        const cv_reading *r)
{
    cv_map codes = {0};
    for (int32_t i = 0; i < map->n; i++) {
        cv_geo_shape *s = &shape[i];
        s->is_unmatched = map->of_contests ? s->contest.i < 0 : s->area.i < 0;
        map->n_unmatched += s->is_unmatched;
        if (s->code.n) cv_map_add(&codes, s->code, i, r->work);
    }
    int32_t n = map->of_contests ? e->n_contests : e->n_areas;
    cv_str *without = cv_new(r->keep, cv_str, n);
    for (int32_t i = 0; i < n; i++) {
        if (map->of_contests && lacks_contest(map, e, i, &codes))
            without[map->n_without++] = e->contest[i].id;
        else if (!map->of_contests && lacks_area(map, e, i, level, &codes))
            without[map->n_without++] = e->area[i].name;
    }
    map->without = without;
}

void cv_reading_match_map(cv_geo_map *map, const cv_reading *r, const cv_election *e)
{
    if (!map) return;
    cv_str level = r->spec->map->level.s;
    cv_geo_shape *shape = cv_new(r->keep, cv_geo_shape, map->n);
    for (int32_t i = 0; i < map->n; i++) shape[i] = map->shape[i];
    map->shape = shape;
    if (map->of_contests)
        match_contests(map, shape, e, r->work);
    else
        match_areas(map, shape, e, level, r->work);
    count_unmet(map, shape, e, level, r);
}

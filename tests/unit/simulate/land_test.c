#include "sheets.h"

/* Twice the area between a ring and the origin, exact. */
static int64_t twice_area(const cv_sim_district *d)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < d->n_corners; i++) {
        const cv_sim_point a = d->corner[i], b = d->corner[(i + 1) % d->n_corners];
        sum += (int64_t)a.lon * b.lat - (int64_t)b.lon * a.lat;
    }
    return sum;
}

static bool is_edge(const cv_sim_district *d, cv_sim_point a, cv_sim_point b)
{
    for (int32_t i = 0; i < d->n_corners; i++) {
        const cv_sim_point p = d->corner[i], q = d->corner[(i + 1) % d->n_corners];
        if (p.lon == a.lon && p.lat == a.lat && q.lon == b.lon && q.lat == b.lat) return true;
    }
    return false;
}

/* How often an edge is walked the other way by another district: 1 inside, 0 on the coast. */
static int32_t walked_back(const cv_sim_world *w, cv_sim_point a, cv_sim_point b)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n_districts; i++) n += is_edge(&w->district[i], b, a);
    return n;
}

static const int32_t sizes[] = {1, 2, 7, 30, 75};

typedef struct {
    cv_sim_point from, to;
} edge;

/* How many edges it takes to come back from the first along edges that begin where one ends; -1
 * where the way is lost or divides. */
static int32_t way_round(const edge *e, int32_t n)
{
    int32_t at = 0, steps = 0;
    do {
        int32_t next = -1;
        for (int32_t i = 0; i < n; i++) {
            if (e[i].from.lon != e[at].to.lon || e[i].from.lat != e[at].to.lat) continue;
            if (next >= 0) return -1;
            next = i;
        }
        if (next < 0 || ++steps > n) return -1;
        at = next;
    } while (at != 0);
    return steps;
}

/* Every district is counter-clockwise and has an area. Every edge is shared by two districts, in
 * opposite directions, or is part of the coast, and the coast is one closed line: a gap or an
 * overlap would be a second one. */
static void districts_fit(void **state)
{
    (void)state;
    for (size_t k = 0; k < N_ROWS(sizes); k++) {
        cv_arena keep = cv_arena_open();
        const cv_sim_world *w = made(&keep, "assembly", 3, sizes[k], 4 * sizes[k], NULL);
        edge *coast = cv_new(&keep, edge, 200 * sizes[k]);
        int32_t n = 0;
        for (int32_t i = 0; i < w->n_districts; i++) {
            const cv_sim_district *d = &w->district[i];
            ROW_TRUE("an area", twice_area(d) > 0);
            for (int32_t e = 0; e < d->n_corners; e++) {
                const cv_sim_point a = d->corner[e], b = d->corner[(e + 1) % d->n_corners];
                int32_t back = walked_back(w, a, b);
                ROW_TRUE("an edge has one other side at most", back <= 1);
                if (back == 0) coast[n++] = (edge){a, b};
            }
        }
        ROW_INT("the coast is one line", way_round(coast, n), n);
        cv_arena_close(&keep);
    }
}

/* Crossing number of the ray to the east. */
static bool is_inside(const cv_sim_district *d, cv_sim_point p)
{
    bool in = false;
    for (int32_t i = 0; i < d->n_corners; i++) {
        const cv_sim_point a = d->corner[i], b = d->corner[(i + 1) % d->n_corners];
        if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
        int64_t left = ((int64_t)p.lon - a.lon) * ((int64_t)b.lat - a.lat);
        int64_t right = ((int64_t)b.lon - a.lon) * ((int64_t)p.lat - a.lat);
        if (b.lat > a.lat ? left < right : left > right) in = !in;
    }
    return in;
}

static void stations_stand_in_their_district(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (uint64_t seed = 1; seed <= 5; seed++) {
        const cv_sim_world *w = made(&keep, "assembly", seed, 20, 600, NULL);
        int32_t first = 0;
        for (int32_t i = 0; i < w->n_districts; i++) {
            const cv_sim_district *d = &w->district[i];
            ROW_INT("districts follow each other", d->first_station, first);
            first += d->n_stations;
            for (int32_t s = 0; s < d->n_stations; s++) {
                const cv_sim_station *at = &w->station[d->first_station + s];
                ROW_INT("its district", at->district, i);
                ROW_TRUE("inside", is_inside(d, at->at));
            }
        }
        ROW_INT("all stations", first, w->n_stations);
    }
    cv_arena_close(&keep);
}

static double apart(const cv_sim_station *a, const cv_sim_station *b)
{
    return (a->u - b->u) * (a->u - b->u) + (a->v - b->v) * (a->v - b->v);
}

/* The next station of the list is nearer than one that is ten further, on the mean. */
static void neighbours_in_the_list_are_near(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "assembly", 4, 20, 800, NULL);
    double next = 0, tenth = 0;
    for (int32_t i = 0; i + 10 < w->n_stations; i++) {
        if (w->station[i].district != w->station[i + 10].district) continue;
        next += apart(&w->station[i], &w->station[i + 1]);
        tenth += apart(&w->station[i], &w->station[i + 10]);
    }
    ROW_TRUE("near", next < tenth / 2);
    cv_arena_close(&keep);
}

/* Each register is rounded down, so they miss the voters asked for by less than one a station. */
static void registers_add_up(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "president", 2, 20, 500, NULL);
    int64_t sum = 0;
    int32_t special = 0, abroad = 0;
    for (int32_t i = 0; i < w->n_stations; i++) {
        const cv_sim_station *s = &w->station[i];
        sum += s->registered;
        special += s->kind == CV_STATION_SPECIAL;
        abroad += s->kind == CV_STATION_ABROAD;
        ROW_TRUE("somebody", s->registered >= 20);
    }
    ROW_TRUE("voters",
             sum <= w->options.voters + 20 * 20 && sum > w->options.voters - w->n_stations);
    ROW_TRUE("hospitals", special > 0);
    ROW_INT("consulates", abroad, 4);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(districts_fit),
        cmocka_unit_test(stations_stand_in_their_district),
        cmocka_unit_test(neighbours_in_the_list_are_near),
        cmocka_unit_test(registers_add_up),
    };
    return cmocka_run_group_tests_name("simulate/land", tests, NULL, NULL);
}

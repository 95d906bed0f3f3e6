#include "simulate/land.h"

#include <math.h>
#include <string.h>

#include "num/real.h"
#include "simulate/names.h"

enum { WEST = -3100000, SOUTH = 3100000, KNOTS = 6 /* of a border, in a district's side */ };

/* ---- borders ---- */

typedef struct {
    cv_sim_world *w;
    int32_t rows, columns; /* columns: of the longest row */
    int32_t side;          /* of a district, in 1e-5 degrees */
    int32_t knots;         /* of a border: columns × KNOTS */
    int32_t *height;       /* [rows + 1][knots + 1] northing of each knot */
} land;

static int32_t jitter(const land *l, uint64_t what, uint64_t where, double sides)
{
    cv_rng r = cv_rng_open(l->w->options.seed, CV_SIM_FOR_LAND, what, where);
    double most = sides * l->side;
    return (int32_t)cv_rng_between(&r, -(int64_t)most, (int64_t)most);
}

/* Each knot is the mean of three jitters, so that a border wanders instead of trembling. */
static int32_t border_height(const land *l, int32_t border, int32_t knot)
{
    bool coast = border == 0 || border == l->rows;
    uint64_t line = (uint64_t)border * 100000;
    int64_t sum = 0;
    for (int32_t i = 0; i < 3; i++)
        sum += jitter(l, 1, line + (uint64_t)(knot + i), coast ? 0.40 : 0.24);
    return SOUTH + border * l->side + (int32_t)(sum / 3);
}

static land draw_borders(cv_sim_world *w)
{
    int32_t n = w->n_districts, rows = 1;
    while ((int64_t)(rows + 1) * (rows + 1) * 3 <= (int64_t)n * 2) rows++;
    land l = {.w = w, .rows = rows, .columns = (n + rows - 1) / rows};
    l.side = l.columns <= 16 ? 50000 : 800000 / l.columns;
    l.knots = l.columns * KNOTS;
    l.height = cv_new(w->keep, int32_t, (int64_t)(rows + 1) * (l.knots + 1));
    for (int32_t b = 0; b <= rows; b++)
        for (int32_t k = 0; k <= l.knots; k++)
            l.height[b * (l.knots + 1) + k] = border_height(&l, b, k);
    return l;
}

static int32_t height_at(const land *l, int32_t border, int32_t knot)
{
    return l->height[border * (l->knots + 1) + knot];
}

static int32_t easting(const land *l, int32_t knot)
{
    return WEST + (int32_t)((int64_t)knot * l->side / KNOTS);
}

/* ---- cells ---- */

/* A district's place in the rows: between two knots of its lower and upper border. */
typedef struct {
    int32_t row, left, right;        /* knots            */
    int32_t bulge_left, bulge_right; /* of the sides, half way up */
} cell;

/* Where the j-th of the n districts of a row ends: a knot near its share of the row. */
static int32_t wall(const land *l, int32_t row, int32_t j, int32_t n)
{
    int32_t even = (int32_t)((int64_t)j * l->knots / n);
    if (j == 0 || j == n) return even;
    cv_rng r = cv_rng_open(l->w->options.seed, CV_SIM_FOR_LAND, 2, (uint64_t)(row * 10000 + j));
    return even + (int32_t)cv_rng_between(&r, -1, 1);
}

static cell cell_of(const land *l, int32_t district)
{
    int32_t n = l->w->n_districts, row = 0;
    while ((int64_t)n * (row + 1) / l->rows <= district) row++;
    int32_t first = (int32_t)((int64_t)n * row / l->rows);
    int32_t in_row = (int32_t)((int64_t)n * (row + 1) / l->rows) - first;
    /* Every second row is numbered from the east: numbers stay neighbours. */
    int32_t j = row % 2 ? in_row - 1 - (district - first) : district - first;
    uint64_t at = (uint64_t)(row * 10000 + j);
    return (cell){row, wall(l, row, j, in_row), wall(l, row, j + 1, in_row), jitter(l, 3, at, 0.1),
                  jitter(l, 3, at + 1, 0.1)};
}

static void trace(const land *l, const cell *c, cv_sim_district *d)
{
    int32_t across = c->right - c->left + 1, n = 0;
    cv_sim_point *p = cv_new(l->w->keep, cv_sim_point, 2 * (int64_t)across + 2);
    for (int32_t k = c->left; k <= c->right; k++)
        p[n++] = (cv_sim_point){easting(l, k), height_at(l, c->row, k)};
    p[n++] =
        (cv_sim_point){easting(l, c->right) + c->bulge_right,
                       (height_at(l, c->row, c->right) + height_at(l, c->row + 1, c->right)) / 2};
    for (int32_t k = c->right; k >= c->left; k--)
        p[n++] = (cv_sim_point){easting(l, k), height_at(l, c->row + 1, k)};
    p[n++] =
        (cv_sim_point){easting(l, c->left) + c->bulge_left,
                       (height_at(l, c->row, c->left) + height_at(l, c->row + 1, c->left)) / 2};
    d->corner = p;
    d->n_corners = n;
}

/* The border's height between knots. */
static double height_between(const land *l, int32_t border, double x)
{
    double at = (x - WEST) * KNOTS / l->side;
    int32_t k = at < 0 ? 0 : (int32_t)at;
    if (k >= l->knots) k = l->knots - 1;
    double part = at - k;
    return (1 - part) * height_at(l, border, k) + part * height_at(l, border, k + 1);
}

/* The point at (u, v) of a cell, both from 0 to 1. */
static void put_station(const land *l, const cell *c, cv_sim_station *s, double u, double v)
{
    double bulge = 1 - fabs(2 * v - 1);
    double west = easting(l, c->left) + bulge * c->bulge_left;
    double east = easting(l, c->right) + bulge * c->bulge_right;
    double x = (1 - u) * west + u * east;
    double y = (1 - v) * height_between(l, c->row, x) + v * height_between(l, c->row + 1, x);
    s->at = (cv_sim_point){(int32_t)x, (int32_t)y};
    s->u = (x - WEST) / l->side;
    s->v = (y - SOUTH) / l->side;
}

/* ---- stations ---- */

static double inside(double x)
{
    return x < 0.08 ? 0.08 : x > 0.92 ? 0.92 : x;
}

/* Villages row by row over the district, each a little off its place. */
static void place_villages(const land *l, const cell *c, cv_sim_station *s, int32_t n, cv_rng *r)
{
    int32_t rows = 1;
    while ((rows + 1) * (rows + 1) <= n) rows++;
    for (int32_t i = 0; i < n; i++) {
        int32_t row = (int32_t)((int64_t)i * rows / n);
        int32_t first = (int32_t)(((int64_t)row * n + rows - 1) / rows);
        int32_t in_row = (int32_t)(((int64_t)(row + 1) * n + rows - 1) / rows) - first;
        int32_t j = row % 2 ? in_row - 1 - (i - first) : i - first;
        double u = (j + 0.15 + 0.7 * cv_rng_unit(r)) / in_row;
        double v = (row + 0.15 + 0.7 * cv_rng_unit(r)) / rows;
        put_station(l, c, &s[i], inside(u), inside(v));
    }
}

static void place_town(const land *l, const cell *c, cv_sim_station *s, int32_t n, cv_rng *r)
{
    double u = 0.3 + 0.4 * cv_rng_unit(r), v = 0.3 + 0.4 * cv_rng_unit(r);
    for (int32_t i = 0; i < n; i++) {
        s[i].urban = true;
        double x = u + 0.06 * cv_rng_normal(r), y = v + 0.06 * cv_rng_normal(r);
        put_station(l, c, &s[i], inside(x), inside(y));
    }
}

/* Registers: towns about 1,700 with a standard deviation of 480; villages log-normal around 560
 * (Russia 2018: quartiles 360, 1,035 and 1,799, standard deviation of the logarithm 0.99). */
static int32_t draw_size(const cv_sim_station *s, cv_rng *r)
{
    double n;
    if (s->kind == CV_STATION_SPECIAL)
        n = 40 + 160 * cv_rng_unit(r);
    else if (s->kind == CV_STATION_ABROAD)
        n = 200 + 900 * cv_rng_unit(r);
    else if (s->urban)
        n = 1700 + 480 * cv_rng_normal(r);
    else
        n = 560 * cv_exp(0.7 * cv_rng_normal(r));
    /* No town has a tiny station. */
    if (s->urban && s->kind == CV_STATION_ORDINARY && n < 500) n = 1000 - n;
    return (int32_t)(n < 40 ? 40 : n > 3000 ? 3000 : n);
}

static void settle(const land *l, int32_t district)
{
    cv_sim_world *w = l->w;
    cv_sim_district *d = &w->district[district];
    cv_sim_station *s = &w->station[d->first_station];
    cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_SIZES, (uint64_t)district, 0);
    const cell c = cell_of(l, district);
    trace(l, &c, d);
    /* The first district of a region holds its city. */
    bool capital = district == w->region[d->region].first_district;
    d->urban = capital ? 0.9 : 0.15 + 0.5 * cv_rng_unit(&r);
    int32_t n_town = (int32_t)(d->urban * d->n_stations);
    place_town(l, &c, s, n_town, &r);
    place_villages(l, &c, s + n_town, d->n_stations - n_town, &r);
    for (int32_t i = 0; i < d->n_stations; i++) s[i].district = district;
    if (n_town >= 8) s[n_town - 1].kind = CV_STATION_SPECIAL;
    /* Those abroad vote for the district of the capital. */
    for (int32_t i = 0; district == 0 && i < 4 && d->n_stations >= 16; i++)
        s[d->n_stations - 1 - i].kind = CV_STATION_ABROAD;
    for (int32_t i = 0; i < d->n_stations; i++) s[i].registered = draw_size(&s[i], &r);
}

/* Multiplies every register so that they add up to about the voters asked for. */
static void scale(cv_sim_world *w, int64_t voters)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < w->n_stations; i++) sum += w->station[i].registered;
    for (int32_t i = 0; i < w->n_stations; i++) {
        int64_t n = (int64_t)w->station[i].registered * voters / sum;
        w->station[i].registered = (int32_t)(n < 20 ? 20 : n);
    }
}

/* ---- the country ---- */

static void divide(cv_sim_world *w)
{
    int32_t regions = w->n_districts / 10;
    w->n_regions = regions < 1 ? 1 : regions > 24 ? 24 : regions;
    w->region = cv_new(w->keep, cv_sim_region, w->n_regions);
    w->district = cv_new(w->keep, cv_sim_district, w->n_districts);
    w->station = cv_new(w->keep, cv_sim_station, w->n_stations);
    for (int32_t i = 0; i < w->n_regions; i++) {
        int64_t n = w->n_districts, first = n * i / w->n_regions;
        w->region[i] = (cv_sim_region){cv_sim_region_name(i, w->keep), (int32_t)first,
                                       (int32_t)(n * (i + 1) / w->n_regions - first)};
        for (int32_t d = 0; d < w->region[i].n_districts; d++) w->district[first + d].region = i;
    }
}

void cv_sim_land(cv_sim_world *w)
{
    divide(w);
    const land l = draw_borders(w);
    int32_t first = 0;
    for (int32_t i = 0; i < w->n_districts; i++) {
        cv_sim_district *d = &w->district[i];
        cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_SIZES, (uint64_t)i, 1);
        /* Districts have from 0.75 to 1.25 of their share of the stations. */
        int64_t left = w->n_stations - first, districts = w->n_districts - i;
        int64_t share = left / districts,
                n = (int64_t)((0.75 + 0.5 * cv_rng_unit(&r)) * (double)share);
        if (n > left - (districts - 1)) n = left - (districts - 1);
        d->number = i + 1;
        d->name = cv_sim_place(w->options.seed, i, w->keep);
        d->first_station = first;
        d->n_stations = (int32_t)(districts == 1 ? left : n < 1 ? 1 : n);
        first += d->n_stations;
        settle(&l, i);
    }
    scale(w, w->options.voters);
}

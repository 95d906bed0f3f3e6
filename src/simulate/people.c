#include "simulate/people.h"

#include <math.h>

#include "num/real.h"
#include "simulate/names.h"

const cv_sim_spread CV_SIM_TURNOUT = {
    .mean = 0.42, .region = 0.20, .district = 0.12, .near = 0.30, .station = 0.20};
const cv_sim_spread CV_SIM_SUPPORT = {
    .mean = 0, .region = 0.40, .district = 0.22, .near = 0.38, .station = 0.22};
const cv_sim_spread CV_SIM_SPOILT = {
    .mean = -4.4, .region = 0.20, .district = 0.20, .near = 0.20, .station = 0.30};

/* Other effects. Villages vote more than towns; the sitting member's list and the candidate's own
 * village help; fewer come to a second round. */
static const double VILLAGE = 0.25, SITTING = 0.55, HOME = 0.9, PERSONAL = 0.65,
                    SECOND_ROUND = -0.18, SECOND_NOISE = 0.08;

/* ---- fields ---- */

cv_sim_field cv_sim_field_make(const cv_sim_world *w, uint64_t which, double cell, cv_arena *keep)
{
    double u = 1, v = 1;
    for (int32_t i = 0; i < w->n_stations; i++) {
        if (w->station[i].u > u) u = w->station[i].u;
        if (w->station[i].v > v) v = w->station[i].v;
    }
    /* A margin of one cell on every side: borders bulge. */
    cv_sim_field f = {(int32_t)(u / cell) + 5, (int32_t)(v / cell) + 5, cell, NULL};
    f.value = cv_new(keep, double, (int64_t)f.rows *f.columns);
    for (int32_t i = 0; i < f.rows; i++) {
        cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_FIELDS, which, (uint64_t)i);
        for (int32_t j = 0; j < f.columns; j++) f.value[i * f.columns + j] = cv_rng_normal(&r);
    }
    return f;
}

static int32_t within(int32_t i, int32_t n)
{
    return i < 0 ? 0 : i > n - 2 ? n - 2 : i;
}

double cv_sim_field_at(const cv_sim_field *f, double u, double v)
{
    double x = u / f->cell + 2, y = v / f->cell + 2;
    int32_t j = within((int32_t)x, f->columns), i = within((int32_t)y, f->rows);
    double a = x - j, b = y - i;
    a = a < 0 ? 0 : a > 1 ? 1 : a * a * (3 - 2 * a);
    b = b < 0 ? 0 : b > 1 ? 1 : b * b * (3 - 2 * b);
    const double *at = f->value + i * f->columns + j;
    double w[4] = {(1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b}, square = 0;
    for (int k = 0; k < 4; k++) square += w[k] * w[k];
    double sum = w[0] * at[0] + w[1] * at[1] + w[2] * at[f->columns] + w[3] * at[f->columns + 1];
    return sum / sqrt(square);
}

/* ---- contests ---- */

static cv_sim_contest *add_contest(cv_sim_world *w)
{
    cv_sim_contest *c = &w->contest[w->n_contests++];
    *c = (cv_sim_contest){
        .district = -1, .round = 1, .first_round = -1, .seats = 1, .drawn = -1, .named = -1};
    c->n_stations = w->n_stations;
    c->option = cv_new(w->keep, cv_sim_option, CV_SIM_OPTIONS_MAX);
    return c;
}

static void open_tables(cv_sim_world *w, cv_sim_contest *c)
{
    c->width = CV_SIM_LINES + c->n_options;
    int64_t cells = (int64_t)c->n_stations * c->width;
    c->truth = cv_new(w->keep, cv_cell, cells);
    c->form = cv_new(w->keep, cv_cell, cells);
    c->official = cv_new(w->keep, cv_cell, cells);
    c->missing = cv_new(w->keep, bool, c->n_stations);
    c->fault = cv_new(w->keep, int32_t, c->n_stations);
    c->minutes = cv_new(w->keep, int16_t, c->n_stations);
    c->held = cv_new(w->keep, uint8_t, c->n_stations);
    for (int32_t s = 0; s < c->n_stations; s++) c->fault[s] = -1;
}

static cv_sim_option *add_option(cv_sim_world *w, cv_sim_contest *c, int32_t bloc)
{
    int32_t n = c->n_options++;
    cv_sim_option *o = &c->option[n];
    *o = (cv_sim_option){.bloc = bloc, .home = -1, .first_round = n};
    o->id = cv_str_format(w->keep, "%d", (int)n + 1);
    return o;
}

static void add_against(cv_sim_world *w, cv_sim_contest *c)
{
    cv_sim_option *o = add_option(w, c, -1);
    o->id = CV_STR("against");
    o->name = CV_STR("Against all");
    o->against = true;
    o->strength = -2.3;
}

/* Candidates of a district: those of the blocs, one or two who stand alone, and against all. */
static void nominate_district(cv_sim_world *w, int32_t district, int64_t *person)
{
    cv_sim_contest *c = add_contest(w);
    const cv_sim_district *d = &w->district[district];
    cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_NAMES, 1, (uint64_t)district);
    c->id = cv_str_format(w->keep, "smd-%02d", (int)d->number);
    c->name = cv_str_format(w->keep, "District %d, %.*s", (int)d->number, CV_ARG(d->name));
    c->district = district;
    c->first_station = d->first_station;
    c->n_stations = d->n_stations;
    int32_t sitting = (int32_t)cv_rng_below(&r, CV_SIM_BLOCS);
    int32_t alone = 1 + (int32_t)cv_rng_below(&r, 2);
    for (int32_t b = 0; b < CV_SIM_BLOCS + 2; b++) {
        bool of_bloc = b < CV_SIM_BLOCS;
        double personal = PERSONAL * cv_rng_normal(&r);
        int32_t home = d->first_station + (int32_t)cv_rng_below(&r, d->n_stations);
        bool stands = of_bloc ? b == sitting || cv_rng_chance(&r, 0.75) : b < CV_SIM_BLOCS + alone;
        /* Three candidates at least. */
        if (!stands && c->n_options + CV_SIM_BLOCS + 1 - b >= 3) continue;
        cv_sim_option *o = add_option(w, c, of_bloc ? b : -1);
        o->name = cv_sim_person(w->options.seed, (*person)++, w->keep);
        o->strength = (of_bloc ? CV_SIM_BLOC[b].level : -0.7) + personal;
        if (b == sitting) o->strength += SITTING;
        o->home = home;
    }
    add_against(w, c);
    open_tables(w, c);
}

static void nominate_president(cv_sim_world *w)
{
    cv_sim_contest *c = add_contest(w);
    c->id = CV_STR("president");
    c->name = CV_STR("President");
    for (int32_t b = 0; b < CV_SIM_BLOCS + 2; b++) {
        cv_sim_option *o = add_option(w, c, b < CV_SIM_BLOCS ? b : -1);
        o->name = cv_sim_person(w->options.seed, b, w->keep);
        o->strength =
            b < CV_SIM_BLOCS ? 1.6 * CV_SIM_BLOC[b].level : -1.2 - 0.4 * (b - CV_SIM_BLOCS);
        o->home = (int32_t)((int64_t)w->n_stations * (2 * b + 1) / 13);
    }
    add_against(w, c);
    open_tables(w, c);
}

/* Lists of very different size, two of them about the threshold. */
static void nominate_lists(cv_sim_world *w)
{
    static const char *const more[] = {"Orchard List", "Lantern List", "Meadow List", "Tide List"};
    static const double level[] = {-1.4, -1.5, -2.2, -2.9};
    cv_sim_contest *c = add_contest(w);
    c->id = CV_STR("list");
    c->name = CV_STR("National list");
    c->seats = w->preset->seats;
    for (int32_t b = 0; b < CV_SIM_BLOCS + 4; b++) {
        bool large = b < CV_SIM_BLOCS;
        cv_sim_option *o = add_option(w, c, large ? b : -1);
        o->name = cv_str_of(large ? CV_SIM_BLOC[b].name : more[b - CV_SIM_BLOCS]);
        o->strength = large ? CV_SIM_BLOC[b].level : level[b - CV_SIM_BLOCS];
    }
    open_tables(w, c);
}

void cv_sim_nominate(cv_sim_world *w)
{
    int64_t person = 0;
    int64_t most = w->preset->system == CV_SIM_ASSEMBLY ? w->n_districts : 1;
    w->contest = cv_new(w->keep, cv_sim_contest, CV_SIM_ROUNDS * most);
    switch (w->preset->system) {
    case CV_SIM_ASSEMBLY:
        for (int32_t d = 0; d < w->n_districts; d++) nominate_district(w, d, &person);
        break;
    case CV_SIM_PRESIDENT: nominate_president(w); break;
    case CV_SIM_LIST: nominate_lists(w); break;
    }
}

int32_t cv_sim_runoff(cv_sim_world *w, int32_t first, int32_t a, int32_t b)
{
    cv_sim_contest *c = add_contest(w);
    const cv_sim_contest *f = &w->contest[first];
    c->id = cv_str_format(w->keep, "%.*s-runoff", CV_ARG(f->id));
    c->name = cv_str_format(w->keep, "%.*s, run-off", CV_ARG(f->name));
    c->district = f->district;
    c->round = 2;
    c->first_round = first;
    c->first_station = f->first_station;
    c->n_stations = f->n_stations;
    for (int32_t o = 0; o < f->n_options; o++)
        if (o == a || o == b || f->option[o].against) c->option[c->n_options++] = f->option[o];
    open_tables(w, c);
    return w->n_contests - 1;
}

/* ---- voting ---- */

enum { FIELD_TURNOUT = CV_SIM_BLOCS + 1, FIELD_SPOILT, N_FIELDS };

typedef struct {
    cv_sim_world *w;
    cv_sim_field wide[N_FIELDS], near[N_FIELDS]; /* blocs, those who stand alone, turnout, spoilt */
} country;

/* An effect of one thing (a bloc's or option's number, turnout) on a whole district. */
static double of_district(const country *k, uint64_t thing, int32_t district)
{
    cv_rng r =
        cv_rng_open(k->w->options.seed, CV_SIM_FOR_SUPPORT, 1000 + thing, (uint64_t)district);
    return cv_rng_normal(&r);
}

static double smooth(const country *k, int32_t field, const cv_sim_station *s,
                     const cv_sim_spread *spread, double shift)
{
    return spread->region * cv_sim_field_at(&k->wide[field], s->u, s->v) +
           spread->near * cv_sim_field_at(&k->near[field], s->u + shift, s->v);
}

/* Known around home: the full effect at the next door, half of it half a district away. */
static double home_effect(const country *k, const cv_sim_option *o, const cv_sim_station *s)
{
    if (o->home < 0) return 0;
    const cv_sim_station *h = &k->w->station[o->home];
    double x = s->u - h->u, y = s->v - h->v;
    return HOME / (1 + 4 * (x * x + y * y));
}

static double support(const country *k, const cv_sim_contest *c, int32_t option, int32_t s,
                      cv_rng *r)
{
    const cv_sim_option *o = &c->option[option];
    const cv_sim_station *at = &k->w->station[cv_sim_station_of(c, s)];
    int32_t field = o->bloc < 0 ? CV_SIM_BLOCS : o->bloc;
    uint64_t thing = (uint64_t)o->first_round;
    double x = o->strength + home_effect(k, o, at);
    x += CV_SIM_SUPPORT.district * of_district(k, 10 + thing, at->district);
    x += smooth(k, field, at, &CV_SIM_SUPPORT, o->bloc < 0 ? 0.7 * o->first_round : 0);
    return x + CV_SIM_SUPPORT.station * cv_rng_normal(r);
}

static double turnout(const country *k, const cv_sim_contest *c, const cv_sim_station *at,
                      cv_rng *r)
{
    double x = CV_SIM_TURNOUT.mean + (at->urban ? -VILLAGE : VILLAGE) / 2;
    x += CV_SIM_TURNOUT.district * of_district(k, 1, at->district);
    x += smooth(k, FIELD_TURNOUT, at, &CV_SIM_TURNOUT, 0);
    x += CV_SIM_TURNOUT.station * cv_rng_normal(r);
    if (at->kind == CV_STATION_SPECIAL) x += 1.2;
    double again = SECOND_NOISE * cv_rng_normal(r);
    return cv_logistic(c->round == 2 ? x + SECOND_ROUND + again : x);
}

static double spoilt(const country *k, const cv_sim_station *at, cv_rng *r)
{
    double x = CV_SIM_SPOILT.mean + smooth(k, FIELD_SPOILT, at, &CV_SIM_SPOILT, 0);
    x += CV_SIM_SPOILT.district * of_district(k, 2, at->district);
    return cv_logistic(x + CV_SIM_SPOILT.station * cv_rng_normal(r));
}

void cv_sim_fill_form(cv_cell *row, cv_rng *r)
{
    cv_cell came = row[CV_SIM_SIGNED], out = row[CV_SIM_ISS_OUT];
    /* Papers come in packs of 25, two in a hundred more than voters. */
    row[CV_SIM_RECV] = (row[CV_SIM_REG] + row[CV_SIM_REG] / 50 + 25) / 25 * 25;
    if (row[CV_SIM_RECV] <= came) row[CV_SIM_RECV] = (came / 25 + 1) * 25;
    row[CV_SIM_ISS_STATION] = came - out;
    row[CV_SIM_CANCELLED] = row[CV_SIM_RECV] - came;
    row[CV_SIM_T12] = (cv_cell)cv_rng_binomial(r, came, 0.28 + 0.18 * cv_rng_unit(r));
    row[CV_SIM_T17] = row[CV_SIM_T12] + (cv_cell)cv_rng_binomial(r, came - row[CV_SIM_T12],
                                                                 0.62 + 0.2 * cv_rng_unit(r));
}

/* Who comes, who stays at home with the mobile box, who takes the paper away. */
static void come(const country *k, const cv_sim_contest *c, int32_t s)
{
    cv_sim_world *w = k->w;
    int32_t station = cv_sim_station_of(c, s);
    const cv_sim_station *at = &w->station[station];
    uint64_t place = (uint64_t)station;
    cv_cell *row = cv_sim_row(c, c->truth, s);
    /* The same habits in both rounds, other voters. */
    cv_rng habit = cv_rng_open(w->options.seed, CV_SIM_FOR_TURNOUT, place, 0);
    cv_rng day = cv_rng_open(w->options.seed, CV_SIM_FOR_BALLOTS, place, (uint64_t)c->round);
    cv_rng lines = cv_rng_open(w->options.seed, CV_SIM_FOR_LINES, place, (uint64_t)c->round);
    double p = turnout(k, c, at, &habit), lost = spoilt(k, at, &habit);
    double outside = cv_logistic(-3.4 + (at->urban ? -0.6 : 0.5) + 0.7 * cv_rng_normal(&habit));
    row[CV_SIM_REG] = at->registered + (c->round == 2 ? (cv_cell)cv_rng_poisson(&day, 2) : 0);
    row[CV_SIM_SIGNED] = (cv_cell)cv_rng_binomial(&day, row[CV_SIM_REG], p);
    row[CV_SIM_ISS_OUT] = (cv_cell)cv_rng_binomial(&day, row[CV_SIM_SIGNED], outside);
    cv_sim_fill_form(row, &lines);
    row[CV_SIM_BOX_OUT] = row[CV_SIM_ISS_OUT];
    row[CV_SIM_BOX_STATION] =
        row[CV_SIM_ISS_STATION] - (cv_cell)cv_rng_binomial(&day, row[CV_SIM_ISS_STATION], 0.0006);
    cv_cell box = row[CV_SIM_BOX_OUT] + row[CV_SIM_BOX_STATION];
    row[CV_SIM_INVALID] = (cv_cell)cv_rng_binomial(&day, box, lost);
    row[CV_SIM_VALID] = box - row[CV_SIM_INVALID];
    /* Forms arrive from about an hour after closing; far villages and large stations later. */
    double late = 50 + 0.02 * row[CV_SIM_SIGNED] + (at->urban ? 0 : 70) +
                  45 * cv_exp(0.7 * cv_rng_normal(&lines));
    c->minutes[s] = (int16_t)(late > 1400 ? 1400 : late);
}

static void choose(const country *k, const cv_sim_contest *c, int32_t s)
{
    cv_sim_world *w = k->w;
    uint64_t place = (uint64_t)cv_sim_station_of(c, s);
    double weight[CV_SIM_OPTIONS_MAX];
    int64_t votes[CV_SIM_OPTIONS_MAX];
    cv_rng ballots =
        cv_rng_open(w->options.seed, CV_SIM_FOR_BALLOTS, place, 2 + (uint64_t)c->round);
    for (int32_t o = 0; o < c->n_options; o++) {
        cv_rng taste = cv_rng_open(w->options.seed, CV_SIM_FOR_SUPPORT, place,
                                   (uint64_t)c->option[o].first_round);
        double x = support(k, c, o, s, &taste);
        if (c->round == 2) x += SECOND_NOISE * cv_rng_normal(&ballots);
        weight[o] = cv_exp(x);
    }
    cv_cell *row = cv_sim_row(c, c->truth, s);
    cv_rng_multinomial(votes, &ballots, row[CV_SIM_VALID], weight, c->n_options);
    for (int32_t o = 0; o < c->n_options; o++) row[CV_SIM_LINES + o] = (cv_cell)votes[o];
}

enum { TOLD_EVERY = 4096 };

static bool goes_on(const cv_sim_world *w, int64_t done, int64_t total)
{
    if (!w->options.progress || done % TOLD_EVERY) return true;
    return w->options.progress(w->options.who, done, total);
}

cv_status cv_sim_vote(cv_sim_world *w, int32_t from, cv_arena scratch, cv_error *err)
{
    country k = {.w = w};
    int64_t done = 0, total = 0;
    for (int32_t i = 0; i < N_FIELDS; i++) {
        k.wide[i] = cv_sim_field_make(w, (uint64_t)i, 4, &scratch);
        k.near[i] = cv_sim_field_make(w, 100 + (uint64_t)i, 0.6, &scratch);
    }
    for (int32_t c = from; c < w->n_contests; c++) total += w->contest[c].n_stations;
    for (int32_t c = from; c < w->n_contests; c++) {
        const cv_sim_contest *contest = &w->contest[c];
        for (int32_t s = 0; s < contest->n_stations; s++) {
            if (!goes_on(w, done++, total)) return cv_fail(err, CV_E_STOPPED, "stopped");
            come(&k, contest, s);
            choose(&k, contest, s);
        }
    }
    return CV_OK;
}

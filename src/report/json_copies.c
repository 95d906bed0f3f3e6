#include "report/json_parts.h"

#include "model/law.h"
#include "report/copies.h"
#include "report/words.h"

/* Stations listed in the whole file, shared equally by all pairs, and in every pair at least. All
 * are in tables/copies.csv. */
enum { LISTED = 2000, LISTED_LEAST = 20, AREAS_MOST = 500, LEVELS_MOST = 16, ALONE_MOST = 100 };

typedef struct {
    cv_json_doc *doc;
    const cv_contest *contest;
    const cv_forms *f;
    cv_contest_ix c;
    int64_t most; /* stations listed of each pair */
} writer;

static json_t *copy_id(const writer *w, int32_t copy)
{
    return copy < 0 ? json_null() : cv_json_str(w->doc->election->copy[copy].id);
}

/* ---- one station ---- */

static json_t *cell_figure(cv_cell c)
{
    if (c >= 0) return json_integer(c);
    return json_string(c == CV_CELL_BLANK ? "blank" : "illegible");
}

static json_t *cell_row(const writer *w, const cv_copy_cell *x, const cv_copy_station *s)
{
    const cv_cell *column = cv_copies_column(w->f, x);
    json_t *row = json_object();
    cv_json_set(row, x->option >= 0 ? "option" : "field",
                cv_json_str(cv_copies_line_id(w->doc->election, w->c, x)));
    cv_json_set(row, "a", cell_figure(column[s->row_a]));
    cv_json_set(row, "b", cell_figure(column[s->row_b]));
    cv_json_set(row, "class", json_string(cv_apart_word((cv_apart)x->apart)));
    return row;
}

static json_t *signed_count(cv_count n)
{
    return n == CV_BLANK ? json_null() : json_integer(n);
}

static json_t *place_of(const writer *w, int32_t row)
{
    return cv_json_str(cv_form_place(w->doc->election, w->c, row, w->doc->work));
}

static json_t *station_row(const writer *w, const cv_copy_pair *p, const cv_copy_station *s)
{
    json_t *row = json_object(), *cells = json_array(), *exchanged = json_array();
    cv_json_set(row, "station", cv_json_station_code(w->doc->election, s->station));
    cv_json_set(row, "form_a", cv_json_form(w->doc, w->c, s->row_a));
    cv_json_set(row, "form_b", cv_json_form(w->doc, w->c, s->row_b));
    cv_json_set(row, "source_a", place_of(w, s->row_a));
    cv_json_set(row, "source_b", place_of(w, s->row_b));
    cv_json_set(row, "compared", json_integer(s->n_compared));
    cv_json_set(row, "differ", json_integer(s->n_cells));
    cv_json_set(row, "votes_apart", json_integer(s->votes_apart));
    cv_json_set(row, "ballots", json_integer(s->ballots));
    cv_json_set(row, "lead_change", signed_count(s->lead_change));
    cv_json_set(row, "first_a", cv_json_option_id(w->contest, s->first_a));
    cv_json_set(row, "first_b", cv_json_option_id(w->contest, s->first_b));
    cv_json_set(row, "first_differs", json_boolean(s->first_differs));
    cv_json_set(row, "lead_turns", json_boolean(s->lead_turns));
    cv_json_set(row, "zeros",
                s->zero_a   ? json_string("a")
                : s->zero_b ? json_string("b")
                            : json_null());
    for (int32_t i = 0; i < 2 && s->exchanged[i] >= 0; i++)
        cv_json_add(exchanged, cv_json_option_id(w->contest, s->exchanged[i]));
    cv_json_set(row, "exchanged", exchanged);
    for (int32_t i = 0; i < s->n_cells; i++)
        cv_json_add(cells, cell_row(w, &p->cell[s->first_cell + i], s));
    cv_json_set(row, "cells", cells);
    return row;
}

static void put_stations(const writer *w, const cv_copy_pair *p)
{
    cv_json *j = &w->doc->json;
    cv_arena room = cv_arena_open();
    const int64_t *order = cv_copies_widest(p, &room);
    int64_t n = p->n_stations < w->most ? p->n_stations : w->most;
    cv_json_array(j, "stations");
    for (int64_t i = 0; i < n; i++) cv_json_line(j, NULL, station_row(w, p, &p->station[order[i]]));
    cv_json_end(j);
    cv_json_value(j, "stations_left_out", json_integer(p->n_stations - n));
    cv_arena_close(&room);
}

/* ---- one pair ---- */

static json_t *by_class(const int64_t *by)
{
    json_t *row = json_object();
    for (int32_t k = 0; k < CV_N_APART; k++)
        cv_json_set(row, cv_apart_word((cv_apart)k), json_integer(by[k]));
    return row;
}

static json_t *counts(const cv_count *n, int32_t n_options)
{
    json_t *row = json_array();
    for (int32_t o = 0; o < n_options; o++) cv_json_add(row, json_integer(n[o]));
    return row;
}

static json_t *zeros(int32_t n, const cv_count *votes, int32_t n_options)
{
    json_t *row = json_object();
    cv_json_set(row, "stations", json_integer(n));
    cv_json_set(row, "votes_beside", counts(votes, n_options));
    return row;
}

static json_t *lead_row(int32_t n, cv_count votes)
{
    json_t *row = json_object();
    cv_json_set(row, "stations", json_integer(n));
    cv_json_set(row, "votes", json_integer(votes));
    return row;
}

static void put_pair(const writer *w, const cv_copy_pair *p)
{
    cv_json *j = &w->doc->json;
    int32_t n = w->contest->n_options;
    cv_json_object(j, NULL);
    cv_json_line(j, "a", copy_id(w, p->a));
    cv_json_line(j, "b", copy_id(w, p->b));
    cv_json_value(j, "both", json_integer(p->n_both));
    cv_json_value(j, "only_a", json_integer(p->n_only_a));
    cv_json_value(j, "only_b", json_integer(p->n_only_b));
    cv_json_value(j, "several", json_integer(p->n_several));
    cv_json_value(j, "differ", json_integer(cv_copies_differing(p)));
    cv_json_value(j, "other_lines_only", json_integer(p->n_lines));
    cv_json_line(j, "zeros_a", zeros(p->n_zero_a, p->beside_zero_a, n));
    cv_json_line(j, "zeros_b", zeros(p->n_zero_b, p->beside_zero_b, n));
    cv_json_value(j, "zeros_both", json_integer(p->n_zero_both));
    cv_json_value(j, "lines_compared", json_integer(p->n_compared));
    cv_json_value(j, "votes_differ", json_integer(p->n_votes));
    cv_json_value(j, "first_differs", json_integer(p->n_first));
    cv_json_value(j, "another_first", json_integer(p->n_first_other));
    cv_json_value(j, "lead_turns", json_integer(p->n_lead_turns));
    cv_json_value(j, "exchanged", json_integer(p->n_exchanged));
    cv_json_line(j, "votes_by_class", by_class(p->votes_by));
    cv_json_line(j, "lines_by_class", by_class(p->lines_by));
    cv_json_line(j, "more", counts(p->more, n));
    cv_json_line(j, "fewer", counts(p->fewer, n));
    cv_json_value(j, "votes_apart", json_integer(p->votes_apart));
    cv_json_value(j, "ballots", json_integer(p->ballots));
    cv_json_line(j, "lead_more", lead_row(p->n_lead_up, p->lead_up));
    cv_json_line(j, "lead_less", lead_row(p->n_lead_down, p->lead_down));
    put_stations(w, p);
    cv_json_end(j);
}

/* ---- one contest ---- */

static json_t *held_row(const writer *w, const cv_held *h)
{
    json_t *row = json_object();
    cv_json_set(row, "copy", copy_id(w, h->copy));
    cv_json_set(row, "stations", json_integer(h->n_held));
    cv_json_set(row, "others", json_integer(h->n_others));
    cv_json_set(row, "others_without_limit", json_integer(h->n_no_cap));
    cv_json_set(row, "others_most", json_integer(h->cap));
    cv_json_set(row, "first", cv_json_option_id(w->contest, h->first));
    cv_json_set(row, "nearest", cv_json_option_id(w->contest, h->nearest));
    cv_json_set(row, "lead", signed_count(h->lead));
    cv_json_set(row, "need", signed_count(h->need));
    cv_json_set(row, "by_share", json_boolean(h->by_share));
    cv_json_set(row, "word", json_string(cv_held_word_name(h->word)));
    return row;
}

/* Stations without a second copy. */
static void put_alone(const writer *w, int32_t n)
{
    const int32_t *alone = w->doc->review->coverage.alone[w->c.i];
    int32_t shown = n < ALONE_MOST ? n : ALONE_MOST;
    json_t *codes = json_array();
    for (int32_t i = 0; i < shown; i++)
        cv_json_add(codes, cv_json_station_code(w->doc->election, (cv_station_ix){alone[i]}));
    cv_json_line(&w->doc->json, "without_copy", codes);
    cv_json_value(&w->doc->json, "without_copy_left_out", json_integer(n - shown));
}

static void put_contest(const writer *w)
{
    cv_json *j = &w->doc->json;
    const cv_copies *c = &w->doc->review->contest[w->c.i].copies;
    const cv_coverage_count *of = &w->doc->review->coverage.contest[w->c.i];
    cv_json_object(j, NULL);
    cv_json_line(j, "contest", cv_json_contest_id(w->doc->election, w->c));
    cv_json_line(j, "first", cv_json_option_id(w->contest, c->first));
    cv_json_line(j, "second", cv_json_option_id(w->contest, c->second));
    cv_json_value(j, "stations", json_integer(of->n_stations));
    cv_json_value(j, "with_copy", json_integer(of->n_covered));
    put_alone(w, of->n_stations - of->n_covered);
    cv_json_array(j, "pairs");
    for (int32_t i = 0; i < c->n_pairs; i++) put_pair(w, &c->pair[i]);
    cv_json_end(j);
    cv_json_array(j, "held");
    for (int32_t i = 0; i < c->n_held; i++) cv_json_line(j, NULL, held_row(w, &c->held[i]));
    cv_json_end(j);
    cv_json_end(j);
}

static void put_contests(cv_json_doc *d, int64_t most)
{
    cv_json_array(&d->json, "contests");
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const writer w = {d, &d->election->contest[i], &d->election->forms[i], {i}, most};
        if (cv_report_shows(d->report, i) && d->review->contest[i].copies.n_pairs) put_contest(&w);
    }
    cv_json_end(&d->json);
}

/* ---- where there is a copy ---- */

static json_t *coverage_row(json_t *row, const cv_coverage_count *n)
{
    cv_json_set(row, "stations", json_integer(n->n_stations));
    cv_json_set(row, "with_copy", json_integer(n->n_covered));
    return row;
}

static json_t *band_row(const cv_coverage_band *band, json_t *from, json_t *to)
{
    json_t *row = json_object();
    cv_json_set(row, "from", from);
    cv_json_set(row, "to", to);
    cv_json_set(row, "contests", json_integer(band->n_contests));
    return coverage_row(row, &band->of);
}

static void put_bands(cv_json_doc *d)
{
    const cv_coverage *c = &d->review->coverage;
    cv_json_array(&d->json, "by_lead");
    for (int32_t b = 0; b < CV_LEAD_BANDS; b++)
        cv_json_line(
            &d->json, NULL,
            band_row(&c->band[b], json_integer(b ? CV_LEAD_BAND_END[b - 1] : 0),
                     b < CV_LEAD_BANDS - 1 ? json_integer(CV_LEAD_BAND_END[b]) : json_null()));
    if (c->no_lead.n_contests)
        cv_json_line(&d->json, NULL, band_row(&c->no_lead, json_null(), json_null()));
    cv_json_end(&d->json);
}

typedef struct {
    cv_str name;
    int32_t areas, whole, partly, without;
    cv_coverage_count of;
} level;

/* The levels of areas that have stations, in order of appearance. */
static int32_t find_levels(level *out, const cv_election *e, const cv_coverage *c)
{
    int32_t n = 0, k;
    for (int32_t a = 0; a < e->n_areas; a++) {
        const cv_coverage_count *of = &c->area[a];
        if (of->n_stations == 0) continue;
        for (k = 0; k < n && !cv_str_eq(out[k].name, e->area[a].level); k++)
            ;
        if (k == LEVELS_MOST) continue;
        if (k == n) out[n++] = (level){.name = e->area[a].level};
        out[k].areas++;
        out[k].whole += of->n_covered == of->n_stations;
        out[k].partly += of->n_covered > 0 && of->n_covered < of->n_stations;
        out[k].without += of->n_covered == 0;
        out[k].of.n_stations += of->n_stations;
        out[k].of.n_covered += of->n_covered;
    }
    return n;
}

/* Areas are named where their level has few enough to be read. */
static void put_areas(cv_json_doc *d, const level *l)
{
    const cv_election *e = d->election;
    const cv_extract *x = d->extract;
    cv_json_array(&d->json, "areas");
    for (int32_t a = 0; l->areas <= AREAS_MOST && a < e->n_areas; a++) {
        const cv_coverage_count *of = &d->review->coverage.area[a];
        if (of->n_stations == 0 || !cv_str_eq(e->area[a].level, l->name)) continue;
        json_t *row = json_object();
        cv_json_set(row, "area", cv_json_index(x ? x->area_at[a] : a));
        cv_json_set(row, "name", cv_json_str(e->area[a].name));
        cv_json_line(&d->json, NULL, coverage_row(row, of));
    }
    cv_json_end(&d->json);
}

static void put_levels(cv_json_doc *d)
{
    level *l = cv_new(d->work, level, LEVELS_MOST);
    int32_t n = find_levels(l, d->election, &d->review->coverage);
    cv_json_array(&d->json, "by_area");
    for (int32_t k = 0; k < n; k++) {
        cv_json_object(&d->json, NULL);
        cv_json_line(&d->json, "level", cv_json_str(l[k].name));
        cv_json_value(&d->json, "stations", json_integer(l[k].of.n_stations));
        cv_json_value(&d->json, "with_copy", json_integer(l[k].of.n_covered));
        cv_json_value(&d->json, "every_station", json_integer(l[k].whole));
        cv_json_value(&d->json, "some_stations", json_integer(l[k].partly));
        cv_json_value(&d->json, "no_station", json_integer(l[k].without));
        put_areas(d, &l[k]);
        cv_json_end(&d->json);
    }
    cv_json_end(&d->json);
}

/* ---- whom to trust ---- */

static json_t *kinds_of(const cv_copies_law *law, uint32_t bits)
{
    json_t *row = json_array();
    for (int32_t i = 0; i < law->n_order; i++)
        if (bits & CV_COPY_BIT(law->order[i]))
            cv_json_add(row, json_string(cv_copy_word(law->order[i])));
    for (int32_t k = 0; k < CV_N_COPY_KINDS; k++) {
        bool named = !(bits & CV_COPY_BIT(k));
        for (int32_t i = 0; i < law->n_order; i++) named = named || (int32_t)law->order[i] == k;
        if (!named) cv_json_add(row, json_string(cv_copy_word((cv_copy_kind)k)));
    }
    return row;
}

static void put_trust(cv_json_doc *d)
{
    const cv_copies_law *law = &d->review->copies_law;
    const cv_law_rule *rule = cv_law_find(d->election->law, "trust.order", d->election->date);
    json_t *row = json_object();
    cv_json_set(row, "order", kinds_of(law, UINT32_MAX));
    cv_json_set(row, "count_from", kinds_of(law, law->count_from));
    cv_json_set(row, "open_from", kinds_of(law, law->open_from));
    cv_json_set(row, "cite", rule ? cv_json_str(rule->source) : json_null());
    cv_json_line(&d->json, "trust", row);
}

static int64_t n_pairs(const cv_json_doc *d)
{
    int64_t n = 0;
    for (int32_t i = 0; i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i)) n += d->review->contest[i].copies.n_pairs;
    return n;
}

void cv_json_copies_compared(cv_json_doc *d)
{
    int64_t n = n_pairs(d);
    if (n == 0) {
        cv_json_value(&d->json, "copies_compared", json_null());
        return;
    }
    cv_json_object(&d->json, "copies_compared");
    put_trust(d);
    put_contests(d, LISTED / n > LISTED_LEAST ? LISTED / n : LISTED_LEAST);
    cv_json_object(&d->json, "coverage");
    cv_json_value(&d->json, "stations", json_integer(d->review->coverage.all.n_stations));
    cv_json_value(&d->json, "with_copy", json_integer(d->review->coverage.all.n_covered));
    put_bands(d);
    put_levels(d);
    cv_json_end(&d->json);
    cv_json_end(&d->json);
}

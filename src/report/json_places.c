#include "report/json_parts.h"

#include <math.h>

#include "base/check.h"
#include "report/json_shapes.h"
#include "report/words.h"

/* Of all shapes of a map: a screen shows no more. */
enum { POINTS_MOST = 150000 };

/* ---- areas, fields, copies ---- */

static json_t *area_row(const cv_json_doc *d, int32_t i)
{
    const cv_area *a = &d->election->area[i];
    int32_t parent = a->parent.i;
    if (parent >= 0 && d->extract) parent = d->extract->area_at[parent];
    json_t *row = json_object();
    cv_json_set(row, "name", cv_json_str(a->name));
    cv_json_set(row, "level", cv_json_str(a->level));
    cv_json_set(row, "parent", cv_json_index(parent));
    return row;
}

static void put_areas(cv_json_doc *d)
{
    const cv_extract *x = d->extract;
    int32_t n = x ? x->n_areas : d->election->n_areas;
    cv_json_array(&d->json, "areas");
    for (int32_t i = 0; i < n; i++) cv_json_line(&d->json, NULL, area_row(d, x ? x->area[i] : i));
    cv_json_end(&d->json);
}

static json_t *field_row(const cv_field_info *f, bool own)
{
    static const char *const kinds[] = {
        [CV_PERSONS] = "persons", [CV_PAPERS] = "papers", [CV_VOTES] = "votes"};
    json_t *row = json_object();
    cv_json_set(row, "id", cv_json_str(f->id));
    cv_json_set(row, "name", cv_json_str(f->name));
    cv_json_set(row, "kind", json_string(kinds[f->kind]));
    cv_json_set(row, "own", json_boolean(own));
    return row;
}

/* A line is the case's own where it is neither in the vocabulary nor a report of turnout. */
static void put_fields(cv_json_doc *d)
{
    const cv_election *e = d->election;
    bool *used = cv_new(d->work, bool, e->n_fields);
    for (int32_t c = 0; c < e->n_contests; c++)
        for (int32_t k = 0; k < e->forms[c].n_fields; k++)
            if (cv_report_shows(d->report, c)) used[e->forms[c].field[k]] = true;
    cv_json_array(&d->json, "fields");
    for (int32_t f = 0; f < e->n_fields; f++)
        if (used[f])
            cv_json_line(&d->json, NULL,
                         field_row(&e->field[f], f >= CV_F_FIXED && e->field[f].minute < 0));
    cv_json_end(&d->json);
}

static void put_copies(cv_json_doc *d)
{
    const cv_election *e = d->election;
    cv_json_array(&d->json, "copy_list");
    for (int32_t i = 0; i < e->n_copies; i++) {
        const cv_copy *c = &e->copy[i];
        json_t *row = json_object();
        cv_json_set(row, "id", cv_json_str(c->id));
        cv_json_set(row, "holder", cv_json_str(c->holder));
        cv_json_set(row, "kind", json_string(cv_copy_word(c->kind)));
        cv_json_set(row, "counts", json_boolean(c->counts));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

void cv_json_places(cv_json_doc *d)
{
    put_areas(d);
    put_fields(d);
    put_copies(d);
}

json_t *cv_json_form(const cv_json_doc *d, cv_contest_ix c, int32_t row)
{
    if (row >= 0 && d->extract) row = d->extract->form_at[c.i][row];
    return cv_json_index(row);
}

/* ---- stations, by column ---- */

static cv_count index_or_blank(int32_t i)
{
    return i < 0 ? CV_BLANK : i;
}

/* A word of ours as a cell: none has a quote in it. */
static void cell_of_word(cv_json *j, const char *word)
{
    cv_json_cell_str(j, cv_str_of(word));
}

static void put_coordinates(cv_json_doc *d)
{
    const cv_extract *x = d->extract;
    const cv_station *s = d->election->station;
    bool any = false;
    for (int32_t i = 0; i < x->n_stations && !any; i++) any = !isnan(s[x->station[i]].lat);
    if (!any) return;
    cv_json_column_open(&d->json, CV_STR("lat"));
    for (int32_t i = 0; i < x->n_stations; i++)
        cv_json_cell_degrees(&d->json, s[x->station[i]].lat);
    cv_json_column_close(&d->json);
    cv_json_column_open(&d->json, CV_STR("lon"));
    for (int32_t i = 0; i < x->n_stations; i++)
        cv_json_cell_degrees(&d->json, s[x->station[i]].lon);
    cv_json_column_close(&d->json);
}

static void put_stations(cv_json_doc *d)
{
    const cv_extract *x = d->extract;
    const cv_station *s = d->election->station;
    cv_json *j = &d->json;
    cv_json_object(j, "stations");
    cv_json_column_open(j, CV_STR("code"));
    for (int32_t i = 0; i < x->n_stations; i++) cv_json_cell_str(j, s[x->station[i]].code);
    cv_json_column_close(j);
    cv_json_column_open(j, CV_STR("name"));
    for (int32_t i = 0; i < x->n_stations; i++) cv_json_cell_str(j, s[x->station[i]].name);
    cv_json_column_close(j);
    cv_json_column_open(j, CV_STR("area"));
    for (int32_t i = 0; i < x->n_stations; i++) {
        int32_t area = s[x->station[i]].area.i;
        cv_json_cell_count(j, index_or_blank(area < 0 ? -1 : x->area_at[area]));
    }
    cv_json_column_close(j);
    cv_json_column_open(j, CV_STR("kind"));
    for (int32_t i = 0; i < x->n_stations; i++)
        cell_of_word(j, cv_station_word(s[x->station[i]].kind));
    cv_json_column_close(j);
    cv_json_column_open(j, CV_STR("closed"));
    for (int32_t i = 0; i < x->n_stations; i++) cv_json_cell_count(j, s[x->station[i]].closed);
    cv_json_column_close(j);
    put_coordinates(d);
    cv_json_end(j);
}

/* ---- forms, by column ---- */

/* Five states that differ: a number, blank, illegible, no such line here, not in this source. */
static void put_cell(cv_json *j, cv_cell cell)
{
    static const char *const states[] = {"null", "\"?\"", "\"x\"", "\"-\""};
    if (cv_cell_is_number(cell)) {
        cv_json_cell_count(j, cell);
        return;
    }
    cv_assert(cell >= CV_CELL_UNREPORTED);
    cv_json_cell_raw(j, cv_str_of(states[CV_CELL_BLANK - cell]));
}

static void put_cells(cv_json_doc *d, int32_t c, cv_str key, const cv_cell *cell)
{
    const cv_forms *f = &d->election->forms[c];
    cv_json_column_open(&d->json, key);
    for (int32_t i = 0; i < f->n; i++)
        if (d->extract->form_at[c][i] >= 0) put_cell(&d->json, cell[i]);
    cv_json_column_close(&d->json);
}

/* What a form's row says of itself; the column's number in the table below. */
typedef enum { OF_STATION, OF_COPY, OF_STATE, OF_FILE, OF_LINE, N_OF } form_column;

static void put_about(cv_json_doc *d, const cv_forms *f, int32_t i, form_column column)
{
    cv_json *j = &d->json;
    switch (column) {
    case OF_STATION:
        cv_json_cell_count(j, index_or_blank(d->extract->station_at[f->station[i].i]));
        break;
    case OF_COPY: cv_json_cell_count(j, f->copy[i]); break;
    case OF_STATE: cell_of_word(j, cv_form_word((cv_form_state)f->state[i])); break;
    case OF_FILE: cv_json_cell_count(j, index_or_blank(f->source[i])); break;
    case OF_LINE: cv_json_cell_count(j, f->source[i] < 0 ? CV_BLANK : f->line[i]); break;
    case N_OF: break;
    }
}

static void put_forms(cv_json_doc *d, int32_t c)
{
    static const char *const names[N_OF] = {"station", "copy", "state", "file", "line"};
    const cv_election *e = d->election;
    const cv_forms *f = &e->forms[c];
    cv_json *j = &d->json;
    cv_json_object(j, NULL);
    cv_json_value(j, "contest", cv_json_str(e->contest[c].id));
    cv_json_value(j, "of", json_integer(f->n));
    for (int32_t k = 0; k < N_OF; k++) {
        cv_json_column_open(j, cv_str_of(names[k]));
        for (int32_t i = 0; i < f->n; i++)
            if (d->extract->form_at[c][i] >= 0) put_about(d, f, i, (form_column)k);
        cv_json_column_close(j);
    }
    cv_json_object(j, "fields");
    for (int32_t k = 0; k < f->n_fields; k++) put_cells(d, c, e->field[f->field[k]].id, f->cell[k]);
    cv_json_end(j);
    cv_json_object(j, "votes");
    for (int32_t o = 0; o < e->contest[c].n_options; o++)
        put_cells(d, c, e->contest[c].option[o].id, f->votes[o]);
    cv_json_end(j);
    cv_json_end(j);
}

/* ---- what was left out ---- */

static void put_cut_row(json_t *cut, const char *key, int64_t shown, int64_t of)
{
    if (shown == of) return;
    json_t *row = json_object();
    cv_json_set(row, "shown", json_integer(shown));
    cv_json_set(row, "of", json_integer(of));
    cv_json_set(cut, key, row);
}

static void put_cut(cv_json_doc *d)
{
    const cv_extract *x = d->extract;
    const cv_election *e = d->election;
    int64_t shown = 0, of = 0, listed = 0, lists = 0;
    cv_json_part repairs = cv_json_repairs_shown(d);
    json_t *cut = json_object();
    for (int32_t c = 0; c < e->n_contests; c++) {
        if (!cv_report_shows(d->report, c)) continue;
        int32_t n = d->review->contest[c].sensitivity.n_forms;
        shown += x->n_forms[c];
        of += e->forms[c].n;
        listed += n < x->n_listed ? n : x->n_listed;
        lists += n;
    }
    put_cut_row(cut, "findings", x->n_findings, x->all_findings);
    put_cut_row(cut, "stations", x->n_stations, e->n_stations);
    put_cut_row(cut, "forms", shown, of);
    put_cut_row(cut, "listed", listed, lists);
    put_cut_row(cut, "refused", x->n_refused, e->n_refused);
    put_cut_row(cut, "repairs", repairs.shown, repairs.of);
    if (json_object_get(cut, "stations")) cv_json_set(cut, "every", json_integer(x->every));
    cv_json_line(&d->json, "cut", cut);
}

void cv_json_papers(cv_json_doc *d)
{
    put_cut(d);
    put_stations(d);
    cv_json_array(&d->json, "forms");
    for (int32_t c = 0; c < d->election->n_contests; c++)
        if (cv_report_shows(d->report, c)) put_forms(d, c);
    cv_json_end(&d->json);
    if (d->election->map)
        cv_json_shapes(&d->json, "shapes", d->election, d->extract->area_at,
                       cv_shapes_step(d->election->map, POINTS_MOST));
}

#include "base/check.h"
#include "report/report.h"
#include "report/words.h"

/* A row a form, by the million: one text serves for all of them, and what is the same in every row
 * of a station's area is made once. */
typedef struct {
    cv_out out;
    cv_error *err;
    const cv_election *election;
    const cv_report *report;
    int32_t n_levels;
    cv_str *level; /* [n_levels] of areas, from the largest                        */
    int32_t n_fields;
    cv_field *field;   /* [n_fields] that some form has, ascending                     */
    int32_t n_votes;   /* most options of one contest                                  */
    bool same_options; /* every contest has the same options                           */
    cv_text row;
} doc;

/* ---- columns ---- */

static void find_levels(doc *d, cv_arena *keep)
{
    const cv_election *e = d->election;
    d->level = cv_new(keep, cv_str, e->n_areas);
    for (int32_t a = 0; a < e->n_areas; a++) {
        int32_t k = 0;
        while (k < d->n_levels && !cv_str_eq(d->level[k], e->area[a].level)) k++;
        if (k == d->n_levels) d->level[d->n_levels++] = e->area[a].level;
    }
}

static void find_fields(doc *d, cv_arena *keep)
{
    const cv_election *e = d->election;
    bool *used = cv_new(keep, bool, e->n_fields);
    d->field = cv_new(keep, cv_field, e->n_fields);
    for (int32_t c = 0; c < e->n_contests; c++)
        for (int32_t k = 0; k < e->forms[c].n_fields; k++)
            if (cv_report_shows(d->report, c)) used[e->forms[c].field[k]] = true;
    for (int32_t f = 0; f < e->n_fields; f++)
        if (used[f]) d->field[d->n_fields++] = (cv_field)f;
}

static bool same_options(const cv_contest *a, const cv_contest *b)
{
    if (a->n_options != b->n_options) return false;
    for (int32_t o = 0; o < a->n_options; o++)
        if (!cv_str_eq(a->option[o].id, b->option[o].id)) return false;
    return true;
}

static void find_options(doc *d)
{
    const cv_election *e = d->election;
    int32_t first = -1;
    d->same_options = true;
    for (int32_t c = 0; c < e->n_contests; c++) {
        if (!cv_report_shows(d->report, c)) continue;
        if (first < 0) first = c;
        if (e->contest[c].n_options > d->n_votes) d->n_votes = e->contest[c].n_options;
        if (!same_options(&e->contest[first], &e->contest[c])) d->same_options = false;
    }
}

/* ---- cells ---- */

static void add_cell(doc *d, cv_str s)
{
    if (d->row.n) cv_csv_next(&d->row);
    cv_csv_cell(&d->row, s);
}

static void add_count(doc *d, cv_count n)
{
    if (d->row.n) cv_csv_next(&d->row);
    cv_csv_count(&d->row, n);
}

/* As in the page; blank is an empty cell. */
static void add_figure(doc *d, cv_cell cell)
{
    static const char *const states[] = {"", "?", "x", "-"};
    cv_csv_next(&d->row);
    if (cv_cell_is_number(cell)) {
        cv_csv_count(&d->row, cell);
        return;
    }
    cv_assert(cell >= CV_CELL_UNREPORTED);
    cv_text_add(&d->row, cv_str_of(states[CV_CELL_BLANK - cell]));
}

static cv_status put_row(doc *d)
{
    cv_csv_end(&d->row);
    cv_status status = d->out.put(d->out.to, cv_text_str(&d->row), d->err);
    d->row.n = 0;
    return status;
}

static cv_status put_head(doc *d, cv_arena *work)
{
    static const char *const first[] = {"contest", "form", "station", "name"};
    static const char *const then[] = {"kind", "copy", "state", "file", "line"};
    const cv_election *e = d->election;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) add_cell(d, cv_str_of(first[i]));
    for (int32_t k = 0; k < d->n_levels; k++)
        add_cell(d, cv_str_format(work, "area:%.*s", CV_ARG(d->level[k])));
    for (size_t i = 0; i < sizeof then / sizeof *then; i++) add_cell(d, cv_str_of(then[i]));
    for (int32_t k = 0; k < d->n_fields; k++) add_cell(d, e->field[d->field[k]].id);
    int32_t contest = 0;
    while (contest < e->n_contests && !cv_report_shows(d->report, contest)) contest++;
    for (int32_t o = 0; o < d->n_votes; o++)
        add_cell(d, d->same_options ? cv_str_format(work, "votes:%.*s",
                                                    CV_ARG(e->contest[contest].option[o].id))
                                    : cv_str_format(work, "votes_%d", o + 1));
    return put_row(d);
}

/* ---- rows ---- */

static void add_areas(doc *d, cv_area_ix of)
{
    const cv_election *e = d->election;
    for (int32_t k = 0; k < d->n_levels; k++) {
        int32_t a = of.i;
        while (a >= 0 && !cv_str_eq(e->area[a].level, d->level[k])) a = e->area[a].parent.i;
        add_cell(d, a < 0 ? CV_STR("") : e->area[a].name);
    }
}

static cv_status put_form(doc *d, int32_t c, int32_t i, const cv_cell *const *column)
{
    const cv_election *e = d->election;
    const cv_forms *f = &e->forms[c];
    const cv_station *s = &e->station[f->station[i].i];
    add_cell(d, e->contest[c].id);
    add_count(d, i);
    add_cell(d, s->code);
    add_cell(d, s->name);
    add_areas(d, s->area);
    add_cell(d, cv_str_of(cv_station_word(s->kind)));
    add_cell(d, e->copy[f->copy[i]].id);
    add_cell(d, cv_str_of(cv_form_word((cv_form_state)f->state[i])));
    add_cell(d, f->source[i] < 0 ? CV_STR("") : e->source[f->source[i]].file);
    add_count(d, f->source[i] < 0 ? CV_BLANK : f->line[i]);
    for (int32_t k = 0; k < d->n_fields; k++)
        add_figure(d, column[k] ? column[k][i] : CV_CELL_ABSENT);
    for (int32_t o = 0; o < e->contest[c].n_options; o++) add_figure(d, f->votes[o][i]);
    for (int32_t o = e->contest[c].n_options; o < d->n_votes; o++) cv_csv_next(&d->row);
    return put_row(d);
}

static cv_status put_contest(doc *d, int32_t c, cv_arena work)
{
    const cv_forms *f = &d->election->forms[c];
    const cv_cell **column = cv_new(&work, const cv_cell *, d->n_fields);
    for (int32_t k = 0; k < d->n_fields; k++) column[k] = cv_forms_column(f, d->field[k]);
    for (int32_t i = 0; i < f->n; i++) CV_TRY(put_form(d, c, i, column));
    return CV_OK;
}

static cv_status put_all(doc *d, cv_arena scratch)
{
    find_levels(d, &scratch);
    find_fields(d, &scratch);
    find_options(d);
    CV_TRY(put_head(d, &scratch));
    for (int32_t c = 0; c < d->election->n_contests; c++)
        if (cv_report_shows(d->report, c)) CV_TRY(put_contest(d, c, scratch));
    return CV_OK;
}

cv_status cv_csv_stations(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_arena rows = cv_arena_open();
    doc d = {.out = out,
             .err = err,
             .election = r->review->election,
             .report = r,
             .row = cv_text_open(&rows)};
    cv_status status = put_all(&d, scratch);
    cv_arena_close(&rows);
    return status;
}

/* tables/copies.csv: a row a line that differs, of every pair of copies. */
#include "report/report.h"

#include "report/copies.h"
#include "report/words.h"

typedef struct {
    cv_out out;
    cv_error *err;
    const cv_election *e;
    const cv_copy_pair *pair;
    cv_contest_ix c;
} csv_copies;

static void cell(cv_text *row, cv_str s)
{
    if (row->n) cv_csv_next(row);
    cv_csv_cell(row, s);
}

static void number(cv_text *row, cv_count n)
{
    cv_csv_next(row);
    cv_csv_count(row, n);
}

/* As in stations.csv: empty is blank, ? is illegible. */
static void figure(cv_text *row, cv_cell c)
{
    if (c >= 0)
        number(row, c);
    else
        cell(row, c == CV_CELL_BLANK ? CV_STR("") : CV_STR("?"));
}

static cv_str copy_id(const csv_copies *d, int32_t copy)
{
    return copy < 0 ? CV_STR("") : d->e->copy[copy].id;
}

static cv_str option_id(const csv_copies *d, int32_t option)
{
    return option < 0 ? CV_STR("") : d->e->contest[d->c.i].option[option].id;
}

static cv_status put_cell(const csv_copies *d, const cv_copy_station *s, const cv_copy_cell *x,
                          cv_arena work)
{
    const cv_cell *column = cv_copies_column(&d->e->forms[d->c.i], x);
    cv_text row = cv_text_open(&work);
    cell(&row, d->e->contest[d->c.i].id);
    cell(&row, copy_id(d, d->pair->a));
    cell(&row, copy_id(d, d->pair->b));
    cell(&row, d->e->station[s->station.i].code);
    cell(&row, x->option >= 0 ? CV_STR("votes") : CV_STR("line"));
    cell(&row, cv_copies_line_id(d->e, d->c, x));
    figure(&row, column[s->row_a]);
    figure(&row, column[s->row_b]);
    cell(&row, cv_str_of(cv_apart_word((cv_apart)x->apart)));
    number(&row, s->votes_apart);
    number(&row, s->ballots);
    number(&row, s->lead_change);
    cell(&row, option_id(d, s->first_a));
    cell(&row, option_id(d, s->first_b));
    cell(&row, s->zero_a ? CV_STR("a") : s->zero_b ? CV_STR("b") : CV_STR(""));
    cell(&row, cv_form_place(d->e, d->c, s->row_a, &work));
    cell(&row, cv_form_place(d->e, d->c, s->row_b, &work));
    cv_csv_end(&row);
    return d->out.put(d->out.to, cv_text_str(&row), d->err);
}

static cv_status put_pair(const csv_copies *d, cv_arena scratch)
{
    for (int64_t i = 0; i < d->pair->n_stations; i++) {
        const cv_copy_station *s = &d->pair->station[i];
        for (int32_t k = 0; k < s->n_cells; k++)
            CV_TRY(put_cell(d, s, &d->pair->cell[s->first_cell + k], scratch));
    }
    return CV_OK;
}

cv_status cv_csv_copies(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    const cv_election *e = r->review->election;
    CV_TRY(out.put(out.to,
                   CV_STR("contest,a,b,station,kind,line,figure_a,figure_b,class,votes_apart,"
                          "ballots,lead_change,first_a,first_b,zeros,source_a,source_b\n"),
                   err));
    for (int32_t i = 0; i < e->n_contests; i++) {
        const cv_copies *c = &r->review->contest[i].copies;
        for (int32_t k = 0; cv_report_shows(r, i) && k < c->n_pairs; k++) {
            const csv_copies d = {out, err, e, &c->pair[k], {i}};
            CV_TRY(put_pair(&d, scratch));
        }
    }
    return CV_OK;
}

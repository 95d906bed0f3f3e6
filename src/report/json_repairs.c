/* What would make forms add up, and forms that look exchanged: "repairs", "exchanges". */
#include "report/json_parts.h"

#include "report/words.h"

/* A number; null for blank, "?" for what cannot be read. */
static json_t *written(cv_cell c)
{
    if (c == CV_CELL_ILLEGIBLE) return json_string("?");
    return c < 0 ? json_null() : json_integer(c);
}

static json_t *figure_value(const cv_json_doc *d, cv_contest_ix c, const cv_repair_figure *f)
{
    const cv_election *e = d->election;
    json_t *row = json_object();
    if (f->option >= 0)
        cv_json_set(row, "option", cv_json_option_id(&e->contest[c.i], f->option));
    else
        cv_json_set(row, "field", cv_json_str(e->field[f->field].id));
    cv_json_set(row, "from", written(f->from));
    cv_json_set(row, "to", json_integer(f->to));
    cv_json_set(row, "slip", json_string(cv_slip_word(f->slip)));
    return row;
}

static json_t *repair_value(const cv_json_doc *d, cv_contest_ix c, const cv_repair *r,
                            const cv_repair_effect *effect)
{
    json_t *row = json_object(), *figures = json_array();
    for (int32_t i = 0; i < r->n; i++) cv_json_add(figures, figure_value(d, c, &r->figure[i]));
    cv_json_set(row, "cost", json_integer(r->cost));
    cv_json_set(row, "figures", figures);
    cv_json_set(row, "lead_change", effect->counts ? json_integer(effect->lead) : json_null());
    return row;
}

static json_t *hints_value(const cv_form_repairs *f)
{
    json_t *hints = json_array();
    if (f->hints & CV_HINT_NINE) cv_json_add(hints, json_string("divisible_by_9"));
    if (f->hints & CV_HINT_SHIFTED) cv_json_add(hints, json_string("digit_moved"));
    if (f->hints & CV_HINT_FIGURE) cv_json_add(hints, json_string("figure_on_form"));
    return hints;
}

/* There may be many forms: the findings say where they stand, and three repairs are most of it. */
enum { REPAIRS_WRITTEN = 3 };

static json_t *form_row(const cv_json_doc *d, int32_t at)
{
    const cv_form_repairs *f = &d->review->check->repairs[at];
    const cv_election *e = d->election;
    const cv_contest *c = &e->contest[f->contest.i];
    cv_lead_pair pair = d->review->lead_pair[f->contest.i];
    json_t *row = json_object(), *repairs = json_array();
    int32_t n = f->n < REPAIRS_WRITTEN ? f->n : REPAIRS_WRITTEN;
    for (int32_t i = 0; i < n; i++)
        cv_json_add(repairs,
                    repair_value(d, f->contest, &f->repair[i], &d->review->repair_effect[at][i]));
    cv_json_set(row, "contest", cv_json_contest_id(e, f->contest));
    cv_json_set(row, "station", cv_json_station_code(e, e->forms[f->contest.i].station[f->row]));
    cv_json_set(row, "form", cv_json_form(d, f->contest, f->row));
    cv_json_set(row, "lead_of", cv_json_option_id(c, pair.first));
    cv_json_set(row, "lead_over", cv_json_option_id(c, pair.second));
    cv_json_set(row, "repairs", repairs);
    cv_json_set(row, "more", json_integer((json_int_t)f->n - n + f->n_more));
    cv_json_set(row, "difference", f->residual ? json_integer(f->residual) : json_null());
    cv_json_set(row, "hints", hints_value(f));
    return row;
}

/* The texts of one row are forgotten before the next. */
static void write_form(cv_json_doc *d, int32_t at, cv_arena work)
{
    cv_json_doc own = *d;
    own.work = &work;
    json_t *row = form_row(&own, at);
    cv_json_line(&d->json, NULL, row);
}

/* Forms of which the page tells what would make them add up; all are in review.json. */
enum { PAGE_MOST = 6000 };

/* Of the page: the forms that it has room for. */
static bool is_shown(const cv_json_doc *d, const cv_form_repairs *f)
{
    if (!cv_report_shows(d->report, f->contest.i)) return false;
    if (!d->extract) return true;
    json_t *form = cv_json_form(d, f->contest, f->row);
    bool shown = !json_is_null(form);
    json_decref(form);
    return shown;
}

cv_json_part cv_json_repairs_shown(const cv_json_doc *d)
{
    cv_json_part part = {0};
    for (int32_t i = 0; i < d->review->check->n_repairs; i++) {
        const cv_form_repairs *f = &d->review->check->repairs[i];
        part.of += cv_report_shows(d->report, f->contest.i);
        part.shown += (!d->extract || part.shown < PAGE_MOST) && is_shown(d, f);
    }
    return part;
}

void cv_json_repairs(cv_json_doc *d)
{
    int64_t left = d->extract ? PAGE_MOST : INT64_MAX;
    cv_json_array(&d->json, "repairs");
    for (int32_t i = 0; i < d->review->check->n_repairs && left > 0; i++) {
        if (!is_shown(d, &d->review->check->repairs[i])) continue;
        write_form(d, i, *d->work);
        left--;
    }
    cv_json_end(&d->json);
}

/* ---- forms that look exchanged ---- */

/* Rounded to hundredths, as text: 14.57. */
static json_t *hundredths(const cv_json_doc *d, double x)
{
    int64_t n = (int64_t)(x * 100 + 0.5);
    return cv_json_str(cv_str_format(d->work, "%lld.%02d", (long long)(n / 100), (int)(n % 100)));
}

static json_t *exchange_value(const cv_json_doc *d, const cv_exchange *x)
{
    const cv_election *e = d->election;
    const cv_contest *c = &e->contest[x->contest.i];
    json_t *row = json_object();
    cv_json_set(row, "station", cv_json_station_code(e, e->forms[x->contest.i].station[x->row]));
    cv_json_set(row, "form", cv_json_form(d, x->contest, x->row));
    cv_json_set(row, "source", cv_json_str(cv_form_place(e, x->contest, x->row, d->work)));
    cv_json_set(row, "option", cv_json_option_id(c, x->option));
    cv_json_set(row, "votes", json_integer(x->has));
    cv_json_set(row, "expected", hundredths(d, x->expected));
    cv_json_set(row, "other_option", cv_json_option_id(c, x->other));
    cv_json_set(row, "other_votes", json_integer(x->other_has));
    cv_json_set(row, "other_expected", hundredths(d, x->other_expected));
    cv_json_set(row, "gain", hundredths(d, x->gain));
    return row;
}

/* A contest where the test finds anything, the mirror too. */
static void write_exchanges(cv_json_doc *d, int32_t contest, cv_arena work)
{
    const cv_check_result *check = d->review->check;
    const cv_exchange_count *n = &check->exchange_count[contest];
    cv_json_doc own = *d;
    own.work = &work;
    json_t *row = json_object(), *forms = json_array();
    for (int32_t i = 0; i < check->n_exchanges; i++)
        if (check->exchange[i].contest.i == contest)
            cv_json_add(forms, exchange_value(&own, &check->exchange[i]));
    cv_json_set(row, "contest", cv_json_str(d->election->contest[contest].id));
    cv_json_set(row, "checked", json_integer(n->n_checked));
    cv_json_set(row, "neighbours", json_integer(n->n[0]));
    cv_json_set(row, "two_apart", json_integer(n->n[1]));
    cv_json_set(row, "three_apart", json_integer(n->n[2]));
    cv_json_set(row, "forms", forms);
    cv_json_line(&d->json, NULL, row);
}

void cv_json_exchanges(cv_json_doc *d)
{
    const cv_exchange_count *n = d->review->check->exchange_count;
    cv_json_array(&d->json, "exchanges");
    for (int32_t i = 0; n && i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i) && n[i].n[0] + n[i].n[1] + n[i].n[2] > 0)
            write_exchanges(d, i, *d->work);
    cv_json_end(&d->json);
}

/* What would make forms add up: shown, never applied. */
#include "report/text_parts.h"

#include <stdlib.h>

static const cv_grid_column columns[] = {
    {CV_MSG("contest"), CV_LEFT,  8,  true,  true },
    {CV_MSG("station"), CV_LEFT,  8,  false, true },
    {CV_MSG("change"),  CV_LEFT,  24, false, false},
 /* translators: by how many votes the change would move the lead of the first over the second */
    {CV_MSG("lead"),    CV_RIGHT, 0,  false, false},
 /* translators: how many other changes would make the form add up */
    {CV_MSG("others"),  CV_RIGHT, 0,  false, false},
};

static void put_cell(cv_text *to, const cv_text_doc *d, cv_cell c)
{
    cv_text_add(to, cv_language_count(d->language, cv_cell_count(c), d->work));
}

/* "Aldar 215 → 251; valid papers 18 → 721". */
static cv_str change_text(const cv_text_doc *d, cv_contest_ix c, const cv_repair *r)
{
    const cv_election *e = d->election;
    cv_text t = cv_text_open(d->work);
    for (int32_t i = 0; i < r->n; i++) {
        const cv_repair_figure *f = &r->figure[i];
        cv_str name = f->option >= 0 ? cv_option_title(&e->contest[c.i], f->option, d->work)
                                     : cv_show_name(e->field[f->field].id, d->work);
        cv_text_addf(&t, "%s%.*s ", i ? "; " : "", CV_ARG(name));
        put_cell(&t, d, f->from);
        cv_text_add(&t, CV_STR(" → "));
        put_cell(&t, d, f->to);
    }
    return cv_text_str(&t);
}

static cv_str lead_text(const cv_text_doc *d, const cv_repair_effect *e)
{
    cv_text t = cv_text_open(d->work);
    if (!e->counts) return CV_STR("–");
    if (e->lead) cv_text_add(&t, e->lead > 0 ? CV_STR("+") : CV_STR("−"));
    cv_text_add(&t, cv_language_count(d->language, e->lead < 0 ? -e->lead : e->lead, d->work));
    return cv_text_str(&t);
}

static void add_form(cv_text_doc *d, cv_grid *g, int32_t at)
{
    const cv_form_repairs *f = &d->review->check->repairs[at];
    cv_station_ix s = d->election->forms[f->contest.i].station[f->row];
    cv_grid_add(g, cv_show_name(d->election->contest[f->contest.i].id, d->work), CV_INK_PLAIN);
    cv_grid_add(g, cv_station_title(d->election, s, d->work), CV_INK_PLAIN);
    cv_grid_add(g, change_text(d, f->contest, &f->repair[0]), CV_INK_PLAIN);
    cv_grid_add(g, lead_text(d, &d->review->repair_effect[at][0]), CV_INK_PLAIN);
    cv_grid_add_count(g, f->n - 1 + (cv_count)f->n_more);
}

/* A form with a repair, and what its first one does to the lead. */
typedef struct {
    int64_t size;
    int32_t at;
} listed;

/* What moves a lead most comes first, then the order of the check. */
static int by_size(const void *left, const void *right)
{
    const listed *a = left, *b = right;
    if (a->size != b->size) return a->size > b->size ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static listed *find_listed(const cv_text_doc *d, int32_t *n, int32_t *n_without)
{
    const cv_check_result *check = d->review->check;
    listed *l = cv_new(d->work, listed, check->n_repairs);
    *n = *n_without = 0;
    for (int32_t i = 0; i < check->n_repairs; i++) {
        if (!cv_report_shows(d->report, check->repairs[i].contest.i)) continue;
        if (check->repairs[i].n == 0) {
            ++*n_without;
            continue;
        }
        int64_t lead = d->review->repair_effect[i][0].lead;
        l[(*n)++] = (listed){lead < 0 ? -lead : lead, i};
    }
    if (*n) qsort(l, (size_t)*n, sizeof *l, by_size);
    return l;
}

void cv_text_repairs(cv_text_doc *d)
{
    int32_t n, n_without;
    listed *l = find_listed(d, &n, &n_without);
    if (n + n_without == 0) return;
    cv_text_heading(d, CV_MSG("Smallest changes that would make a form add up"));
    cv_text_say(d, 2,
                "{n:form/forms} would add up with a small change, {none} would not. None is made: "
                "a change says where to look first.",
                CV_SLOTS(cv_slot_n("n", n), cv_slot_n("none", n_without)));
    cv_grid g = cv_grid_open(columns, 5, d->language, d->work);
    int32_t shown = d->look->all || n <= CV_LOOK_LIST + 1 ? n : CV_LOOK_LIST;
    for (int32_t i = 0; i < shown; i++) add_form(d, &g, l[i].at);
    cv_grid_show(d->to, &g, shown, 2, d->look);
    cv_text_more(d, 2, n - shown);
}

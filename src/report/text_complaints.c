#include "report/text_parts.h"

#include <stdlib.h>

#include "model/asked.h"
#include "model/complaint.h"
#include "report/complaint_words.h"

static const cv_grid_column columns[] = {
    {CV_MSG("complaint"),     CV_LEFT, 0, false, false},
    {CV_MSG("filed by"),      CV_LEFT, 8, true,  false},
    {CV_MSG("against"),       CV_LEFT, 8, true,  false},
    {CV_MSG("contest"),       CV_LEFT, 0, false, false},
    {CV_MSG("asks for"),      CV_LEFT, 0, true,  false},
    {CV_MSG("state"),         CV_LEFT, 0, false, false},
    {CV_MSG("next deadline"), CV_LEFT, 0, false, false},
    {CV_MSG("can it matter"), CV_LEFT, 0, false, false},
};
enum { N_COLUMNS = sizeof columns / sizeof *columns };

static bool is_shown(const cv_text_doc *d, int32_t i)
{
    cv_contest_ix c = d->review->complaints.file->complaint[i].contest;
    if (!d->review->complaints.complaint[i].n_moves) return false; /* filed later */
    return c.i < 0 || cv_report_shows(d->report, c.i);
}

static cv_str or_dash(cv_str s, cv_arena *keep)
{
    return s.n ? cv_show_name(s, keep) : CV_STR("–");
}

/* By whom: the standing, since names of voters are not shown, and those of others need not be. */
static cv_str filer_of(const cv_complaint *c, cv_arena *keep)
{
    return or_dash(c->standing.n || cv_complaint_hides_filer(c) ? c->standing : c->filer, keep);
}

static void add_row(cv_text_doc *d, cv_grid *g, int32_t i)
{
    const cv_complaints *all = &d->review->complaints;
    const cv_complaint *c = &all->file->complaint[i];
    const cv_complaint_result *r = &all->complaint[i];
    cv_str seat = c->contest.i < 0 ? CV_STR("") : d->election->contest[c->contest.i].id;
    cv_str state = cv_tr(d->language, r->is_demand ? CV_MSG("demand") : cv_state_title(r));
    cv_str next = r->next < 0 ? CV_STR("–")
                              : cv_deadline_title(&r->term[r->next].deadline, d->language, d->work);
    cv_grid_add(g, cv_show_name(c->id, d->work), CV_INK_PLAIN);
    cv_grid_add(g, filer_of(c, d->work), CV_INK_PLAIN);
    cv_grid_add(g, or_dash(c->against, d->work), CV_INK_PLAIN);
    cv_grid_add(g, or_dash(seat, d->work), CV_INK_PLAIN);
    cv_grid_add(g, cv_tr(d->language, cv_relief_title(c->relief)), CV_INK_PLAIN);
    cv_grid_add(g, state, r->is_open ? CV_INK_ASK : CV_INK_PLAIN);
    cv_grid_add(g, next, CV_INK_PLAIN);
    cv_grid_add(g, cv_complaint_matter(d->review, i, d->language, d->work), CV_INK_PLAIN);
}

typedef struct {
    int32_t n, open, demands, notes, declared;
} totals;

static totals count(const cv_text_doc *d)
{
    const cv_complaints *all = &d->review->complaints;
    totals t = {0};
    for (int32_t i = 0; all->file && i < all->file->n_complaints; i++) {
        if (!is_shown(d, i)) continue;
        t.n += !all->complaint[i].is_demand;
        t.open += all->complaint[i].is_open;
        t.demands += all->complaint[i].is_demand;
    }
    for (int32_t i = 0; i < all->n_notes; i++) {
        bool declared = all->note[i].kind == CV_CN_DECLARED;
        if (!is_shown(d, all->note[i].complaint)) continue;
        t.notes += !declared;
        t.declared += declared;
    }
    return t;
}

static void add_summary(cv_text_doc *d, const totals *t)
{
    const cv_complaints *all = &d->review->complaints;
    cv_str now = cv_language_date(d->language, all->now, d->work);
    cv_text_say(d, 2, "{n:complaint/complaints} on file, {open} not settled as of {now}.",
                CV_SLOTS(cv_slot_n("n", t->n), cv_slot_n("open", t->open), cv_slot_s("now", now)));
    if (t->declared)
        cv_text_say(
            d, 2,
            "{n:complaint is/complaints are} not decided although the result of the seat is "
            "declared.",
            CV_SLOTS(cv_slot_n("n", t->declared)));
    if (t->demands)
        cv_text_say(d, 2, "{n:demand/demands} on file: no question of any seat.",
                    CV_SLOTS(cv_slot_n("n", t->demands)));
}

void cv_text_complaints_part(cv_text_doc *d)
{
    totals t = count(d);
    if (!t.n && !t.demands) return;
    cv_text_heading(d, "Complaints");
    add_summary(d, &t);
}

static void add_notes(cv_text_doc *d, int32_t n)
{
    const cv_complaints *all = &d->review->complaints;
    int32_t most = d->look->all ? n : CV_LOOK_LIST, shown = 0;
    if (!n) return;
    cv_text_heading(d, "What the papers lack");
    for (int32_t i = 0; i < all->n_notes && shown < most; i++) {
        bool declared = all->note[i].kind == CV_CN_DECLARED; /* told once, above */
        if (declared || !is_shown(d, all->note[i].complaint)) continue;
        cv_text_line(d, 2, cv_complaint_note_text(all, &all->note[i], d->language, d->work));
        shown++;
    }
    cv_text_more(d, 2, n - shown);
}

/* Open ones first: those that can matter, by how few decisions it takes; then settled ones. */
static int32_t place_of(const cv_text_doc *d, int32_t i)
{
    return d->review->complaints.complaint[i].is_open ? cv_complaint_weight(d->review, i)
                                                      : INT32_MAX;
}

typedef struct {
    int32_t weight, complaint;
} ranked;

static int by_weight(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->weight != y->weight) return x->weight < y->weight ? -1 : 1;
    return (x->complaint > y->complaint) - (x->complaint < y->complaint);
}

static const ranked *in_order(const cv_text_doc *d, int32_t *n)
{
    int32_t all = d->review->complaints.file->n_complaints;
    ranked *order = cv_new(d->work, ranked, all);
    *n = 0;
    for (int32_t i = 0; i < all; i++)
        if (is_shown(d, i)) order[(*n)++] = (ranked){place_of(d, i), i};
    if (*n) qsort(order, (size_t)*n, sizeof *order, by_weight);
    return order;
}

void cv_text_complaints(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    totals t = count(&d);
    if (!t.n && !t.demands) {
        cv_text_just(&d, 0, "No complaints are on file.");
        cv_text_next(&d, "review", "", CV_MSG("what the papers say without them"));
        return;
    }
    int32_t n;
    const ranked *order = in_order(&d, &n);
    cv_grid g = cv_grid_open(columns, N_COLUMNS, d.language, d.work);
    for (int32_t i = 0; i < n; i++) add_row(&d, &g, order[i].complaint);
    add_summary(&d, &t);
    cv_text_heading(&d, "Register");
    cv_text_grid(&d, &g, CV_LOOK_LIST);
    add_notes(&d, t.notes);
    cv_str id = cv_show_name(d.review->complaints.file->complaint[order[0].complaint].id, d.work);
    cv_str rest = cv_str_format(d.work, "--dossier %.*s --out FOLDER", CV_ARG(id));
    cv_text_next(&d, "complaints", rest.s,
                 CV_MSG("the whole file of one complaint, for both sides"));
}

#include "report/text_parts.h"

/* The same contest by every source of figures, side by side: as summed, as decided, as declared,
 * and by each further copy of the forms. Shown for two options: those that the margin of a single
 * seat is between, else the two with most votes. */

static const cv_grid_column source_columns[] = {
    {CV_MSG("figures"),    CV_LEFT,  14, false, false},
    {CV_MSG("forms"),      CV_RIGHT, 0,  true,  false},
    {"",                   CV_RIGHT, 0,  false, false},
    {"",                   CV_RIGHT, 0,  false, false},
    {CV_MSG("difference"), CV_RIGHT, 0,  false, false},
};

enum { HEAD_MOST = 24 };

typedef struct {
    cv_text_doc *doc;
    cv_grid grid;
    int32_t first, second;
} side_by_side;

static void add_source(side_by_side *s, cv_str name, int32_t n_forms, const cv_count *votes)
{
    cv_count a = votes[s->first], b = votes[s->second];
    cv_grid_add(&s->grid, name, CV_INK_PLAIN);
    cv_grid_add_count(&s->grid, n_forms < 0 ? CV_BLANK : n_forms);
    cv_grid_add_count(&s->grid, a);
    cv_grid_add_count(&s->grid, b);
    cv_grid_add_count(&s->grid, a == CV_BLANK || b == CV_BLANK ? CV_BLANK : a - b);
}

static void add_copies(side_by_side *s, int32_t contest)
{
    const cv_review *r = s->doc->review;
    for (int32_t i = 0; i < r->n_copy_sums; i++) {
        const cv_copy_sums *c = &r->copy_sums[i];
        const cv_copy *copy = &r->election->copy[c->copy.i];
        if (c->contest.i != contest || copy->counts) continue;
        cv_str holder = cv_show_name(copy->holder.n ? copy->holder : copy->id, s->doc->work);
        cv_str id = cv_show_name(copy->id, s->doc->work);
        cv_str name =
            cv_sentence(s->doc->language, "copy {id}, {holder}",
                        CV_SLOTS(cv_slot_s("id", id), cv_slot_s("holder", holder)), s->doc->work);
        add_source(s, name, c->sums.n_counted, c->sums.totals.votes);
    }
}

static const char *head_of(const cv_text_doc *d, const cv_contest *c, int32_t option)
{
    cv_str name = cv_str_fit(cv_option_title(c, option, d->work), HEAD_MOST);
    return cv_str_copy(d->work, name).s;
}

/* The two options with most votes, the first of equal ones; -1 where there are fewer. */
static void two_largest(const cv_count *votes, int32_t n, int32_t *first, int32_t *second)
{
    *first = *second = -1;
    for (int32_t o = 0; o < n; o++) {
        if (*first < 0 || votes[o] > votes[*first]) {
            *second = *first;
            *first = o;
        } else if (*second < 0 || votes[o] > votes[*second]) {
            *second = o;
        }
    }
}

void cv_text_sources(cv_text_doc *d, int32_t contest)
{
    const cv_contest *c = &d->election->contest[contest];
    const cv_contest_review *r = &d->review->contest[contest];
    int32_t first = r->tally.margin.winner, second = r->tally.margin.loser;
    if (c->seats > 1 || first < 0 || second < 0)
        two_largest(r->decided.totals.votes, c->n_options, &first, &second);
    if (first < 0 || second < 0) return;
    cv_grid_column *columns = cv_new(d->work, cv_grid_column, 5);
    for (int32_t i = 0; i < 5; i++) columns[i] = source_columns[i];
    columns[2].head = head_of(d, c, first);
    columns[3].head = head_of(d, c, second);
    columns[2].as_is = columns[3].as_is = true;
    side_by_side s = {d, cv_grid_open(columns, 5, d->language, d->work), first, second};
    if (r->n_changed_forms)
        add_source(&s, cv_tr(d->language, CV_MSG("as decided")), r->decided.n_counted,
                   r->decided.totals.votes);
    add_source(&s, cv_tr(d->language, CV_MSG("as summed from the forms")), r->summed.n_counted,
               r->summed.totals.votes);
    if (c->declared.votes)
        add_source(&s, cv_tr(d->language, CV_MSG("as declared")), -1, c->declared.votes);
    add_copies(&s, contest);
    if (cv_grid_n_rows(&s.grid) < 2) return;
    cv_text_just(d, 2, "The same contest by other figures:");
    cv_text_grid(d, &s.grid, CV_LOOK_LIST);
}

#include "report/text_parts.h"

#include <stdlib.h>

#include "base/check.h"

cv_text_doc cv_text_doc_open(cv_text *to, const cv_report *r, const cv_look *look)
{
    const cv_election *e = r->review->election;
    cv_text_doc d = {to, r, r->review, e, look, look->language, to->keep};
    cv_str title = cv_show_name(e->title.n ? e->title : e->id, d.work);
    if (cv_date_is(e->date))
        title = cv_str_format(d.work, "%.*s, %.*s", CV_ARG(title),
                              CV_ARG(cv_language_date(d.language, e->date, d.work)));
    cv_text wrapped = cv_text_open(d.work);
    cv_show_wrapped(&wrapped, title, 0, 0, look);
    cv_show_ink(to, cv_text_str(&wrapped), CV_INK_STRONG, look);
    if (e->is_simulated)
        cv_text_just(
            &d, 0,
            CV_MSG("Simulated: this election did not take place. Its figures were made for "
                   "training."));
    if (cv_date_is(r->review->as_of))
        cv_text_say(
            &d, 0, "Only decisions in force on {day}.",
            CV_SLOTS(cv_slot_s("day", cv_language_date(d.language, r->review->as_of, d.work))));
    if (cv_date_is(r->review->known_at))
        cv_text_say(
            &d, 0, "Only forms and decisions recorded by {day}.",
            CV_SLOTS(cv_slot_s("day", cv_language_date(d.language, r->review->known_at, d.work))));
    return d;
}

void cv_text_head(cv_text_doc *d, cv_str text)
{
    cv_text_add(d->to, CV_STR("\n"));
    cv_show_ink(d->to, text, CV_INK_STRONG, d->look);
    cv_text_add(d->to, CV_STR("\n"));
}

void cv_text_heading(cv_text_doc *d, const char *msgid)
{
    cv_text_head(d, cv_tr(d->language, msgid));
}

void cv_text_line(cv_text_doc *d, int32_t indent, cv_str text)
{
    cv_text_repeat(d->to, ' ', indent);
    cv_show_wrapped(d->to, cv_show_name(text, d->work), indent, indent, d->look);
}

void cv_text_just(cv_text_doc *d, int32_t indent, const char *msgid)
{
    cv_text_line(d, indent, cv_tr(d->language, msgid));
}

void cv_text_say(cv_text_doc *d, int32_t indent, const char *msgid, cv_slots slots)
{
    cv_text_line(d, indent, cv_sentence(d->language, msgid, slots, d->work));
}

void cv_text_more(cv_text_doc *d, int32_t indent, int64_t n_cut)
{
    if (n_cut <= 0) return;
    cv_text_say(d, indent, "… and {n} more (--all shows them)", CV_SLOTS(cv_slot_n("n", n_cut)));
}

void cv_text_grid(cv_text_doc *d, const cv_grid *g, int64_t most)
{
    enum { INDENT = 2 };
    int64_t n = cv_grid_n_rows(g);
    if (d->look->all || n <= most + 1) most = n; /* cutting a single row would save nothing */
    cv_grid_show(d->to, g, most, INDENT, d->look);
    cv_text_more(d, INDENT, n - most);
}

/* In single quotes where a shell would take the name apart. */
static void add_path(cv_text *to, cv_str path, cv_arena *work)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/+,:@%";
    bool quote = path.n == 0;
    for (int64_t i = 0; i < path.n; i++)
        quote |= (unsigned char)path.s[i] < 0x80 &&
                 cv_str_find(CV_STR(plain), cv_str_cut(path, i, i + 1), 0) < 0;
    cv_text_addf(to, quote ? "'%.*s'" : "%.*s", CV_ARG(cv_show_name(path, work)));
}

void cv_text_next(cv_text_doc *d, const char *command, const char *rest, const char *why)
{
    cv_str next = cv_tr(d->language, CV_MSG("Next:"));
    int32_t indent = cv_str_width(next) + 1;
    cv_text_addf(d->to, "\n%.*s canvass %s ", CV_ARG(next), command);
    add_path(d->to, d->report->where, d->work);
    cv_text_addf(d->to, "%s%s\n", *rest ? " " : "", rest);
    cv_text_repeat(d->to, ' ', indent);
    cv_show_wrapped(d->to, cv_tr(d->language, why), indent, indent, d->look);
}

int32_t cv_text_n_shown(const cv_text_doc *d)
{
    int32_t n = 0;
    for (int32_t i = 0; i < d->election->n_contests; i++) n += cv_report_shows(d->report, i);
    return n;
}

bool cv_text_in_question(cv_word word)
{
    return word != CV_HOLDS && word != CV_CONFIRMED;
}

/* ---- order ---- */

/* Contradicted first: there the figures speak against what was declared. */
static int32_t urgency(cv_word word)
{
    static const int32_t rank[] = {[CV_CONTRADICTED] = 0,
                                   [CV_UNDETERMINED] = 1,
                                   [CV_OPEN] = 2,
                                   [CV_HOLDS] = 3,
                                   [CV_CONFIRMED] = 3};
    cv_assert((size_t)word < sizeof rank / sizeof *rank);
    return rank[word];
}

typedef struct {
    int32_t contest, urgency;
    cv_count lead;
} seat_key;

static int compare_seats(const void *left, const void *right)
{
    const seat_key *a = left, *b = right;
    if (a->urgency != b->urgency) return a->urgency < b->urgency ? -1 : 1;
    if (a->lead != b->lead) return a->lead < b->lead ? -1 : 1;
    return a->contest < b->contest ? -1 : 1;
}

int32_t *cv_text_order(const cv_text_doc *d, int32_t *n)
{
    int32_t n_contests = d->election->n_contests;
    seat_key *key = cv_new(d->work, seat_key, n_contests);
    *n = 0;
    for (int32_t i = 0; i < n_contests; i++) {
        const cv_contest_review *r = &d->review->contest[i];
        if (!cv_report_shows(d->report, i)) continue;
        bool known = r->tally.margin.kind != CV_MARGIN_NONE && r->tally.margin.votes != CV_BLANK;
        key[(*n)++] =
            (seat_key){i, urgency(r->verdict.word), known ? r->tally.margin.votes : CV_COUNT_MAX};
    }
    qsort(key, (size_t)*n, sizeof *key, compare_seats);
    int32_t *order = cv_new(d->work, int32_t, *n);
    for (int32_t i = 0; i < *n; i++) order[i] = key[i].contest;
    return order;
}

cv_str cv_rule_title(const cv_profile *p, int16_t code, const cv_language *l)
{
    int32_t row = cv_rule_row_in(p, code);
    return row < 0 ? CV_STR("") : cv_tr(l, cv_rule_at(p, row)->title.s);
}

#include "sensitivity/open_forms.h"

#include "tally/totals.h"

typedef struct {
    const cv_election *e;
    cv_contest_ix c;
    const cv_overlay *overlay;
    int32_t n_options;
    const cv_count *nothing; /* [n_options + CV_CONTENT_MORE + 2] zeros */
    const cv_count *seat;    /* the same of all forms, for ballots of no known place; NULL */
    cv_arena *keep;
} maker;

static cv_count or_zero(cv_count n)
{
    return n == CV_BLANK ? 0 : n;
}

cv_count *cv_contents_of(const cv_election *e, cv_contest_ix c, cv_counted_form as, cv_arena *keep)
{
    int32_t n = e->contest[c.i].n_options;
    cv_count *x = cv_new(keep, cv_count, n + CV_CONTENT_MORE + 2);
    cv_figures f = {.votes = x};
    cv_figures_of(&f, e, c, as);
    for (int32_t o = 0; o < n; o++) x[o] = or_zero(x[o]);
    x[n + CV_CONTENT_OTHER] = f.other;
    x[n + CV_CONTENT_BLANK] = or_zero(f.blank);
    x[n + CV_CONTENT_INVALID] = or_zero(f.invalid);
    x[n + CV_CONTENT_MORE] = or_zero(f.participants);
    x[n + CV_CONTENT_MORE + 1] = or_zero(f.box);
    return x;
}

static const cv_count *seat_contents(const cv_totals *t, cv_arena *keep)
{
    cv_count *x = cv_new(keep, cv_count, t->n_options + CV_CONTENT_MORE + 2), sum = 0;
    for (int32_t o = 0; o < t->n_options; o++) sum += x[o] = t->votes[o];
    x += t->n_options;
    x[CV_CONTENT_OTHER] = t->valid == CV_BLANK || t->valid < sum ? 0 : t->valid - sum;
    x[CV_CONTENT_BLANK] = or_zero(t->blank);
    x[CV_CONTENT_INVALID] = or_zero(t->invalid);
    x[CV_CONTENT_MORE] = or_zero(t->participants);
    x[CV_CONTENT_MORE + 1] = or_zero(t->box);
    return x - t->n_options;
}

static cv_count *contents_of(const maker *m, cv_counted_form as)
{
    return cv_contents_of(m->e, m->c, as, m->keep);
}

static const cv_count *exact_of(const maker *m, const cv_question *q)
{
    if (q->change != CV_CHANGE_EXACT) return NULL;
    if (q->other < 0) return m->nothing;
    return contents_of(m, cv_form_as_it_is(q->other));
}

/* One slip breaks all findings that share a line of the form: groups with a common bit are one
 * component, through others as well. */
static int32_t *components_of(const cv_question *q, int32_t n, cv_arena *keep)
{
    int32_t *component = cv_new(keep, int32_t, n);
    for (int32_t i = 0; i < n; i++) component[i] = i;
    for (int32_t i = 0; i < n; i++) {
        for (int32_t j = 0; j < i; j++) {
            if (!(q[i].group & q[j].group) || component[i] == component[j]) continue;
            int32_t from = component[i], to = component[j];
            for (int32_t k = 0; k <= i; k++)
                if (component[k] == from) component[k] = to;
        }
    }
    return component;
}

static cv_count contradicted_of(const cv_open_form *f)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < f->n; i++) {
        cv_count most = 0;
        for (int32_t j = 0; j < f->n; j++) {
            if (f->component[j] != f->component[i]) continue;
            if (j < i) most = CV_BLANK;
            cv_count d = or_zero(f->question[j].contradicted);
            if (most != CV_BLANK && d > most) most = d;
        }
        sum += or_zero(most);
    }
    return f->cap != CV_BLANK && sum > f->cap ? f->cap : sum;
}

static cv_open_form open_form(const maker *m, const cv_question *q, int32_t n)
{
    cv_open_form f = {.row = q->row,
                      .station = q->station,
                      .cap = CV_BLANK,
                      .n = n,
                      .question = q,
                      .component = components_of(q, n, m->keep)};
    const cv_count **exact = cv_new(m->keep, const cv_count *, n);
    for (int32_t i = 0; i < n; i++) {
        exact[i] = exact_of(m, &q[i]);
        f.has_missing = f.has_missing || cv_question_is_fact(&q[i]);
        f.has_question = f.has_question || !cv_question_is_fact(&q[i]);
        if (q[i].cap != CV_BLANK && (f.cap == CV_BLANK || q[i].cap < f.cap)) f.cap = q[i].cap;
    }
    f.exact = exact;
    bool counts = q->row >= 0 && cv_counted_form_at(m->e, m->c, m->overlay, q->row).counts;
    f.x = counts ? contents_of(m, cv_counted_form_at(m->e, m->c, m->overlay, q->row)) : m->nothing;
    if (q->station.i < 0 && m->seat) f.x = m->seat;
    f.persons = f.x[m->n_options + CV_CONTENT_MORE];
    f.box = f.x[m->n_options + CV_CONTENT_MORE + 1];
    f.contradicted = contradicted_of(&f);
    return f;
}

cv_open_forms cv_open_forms_of(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                               const cv_questions *questions, cv_arena *keep)
{
    maker m = {e, c, overlay, e->contest[c.i].n_options, NULL, NULL, keep};
    if (questions->totals) m.seat = seat_contents(questions->totals, keep);
    m.nothing = cv_new(keep, cv_count, m.n_options + CV_CONTENT_MORE + 2);
    cv_open_form *form = cv_new(keep, cv_open_form, questions->n);
    int32_t n = 0;
    for (int32_t i = 0, end; i < questions->n; i = end) {
        const cv_question *q = questions->question;
        for (end = i + 1;
             end < questions->n && q[end].row == q[i].row && q[end].station.i == q[i].station.i;)
            end++;
        form[n++] = open_form(&m, &q[i], end - i);
    }
    return (cv_open_forms){n, form};
}

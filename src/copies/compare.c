#include "copies/copies.h"

#include "copies/held.h"
#include "copies/pair.h"

typedef struct {
    const cv_copies_input *in;
    const cv_election *e;
    const cv_forms *f;
    int32_t n;        /* copies with a form in this contest that is compared */
    int32_t *copy;    /* [n] the most trusted first */
    cv_sheets *sheet; /* [n] of each copy */
    cv_sheets counted;
    cv_arena *keep, *scratch;
} comparison;

/* ---- which copies ---- */

static int32_t rank_of(const cv_copies_law *law, cv_copy_kind kind)
{
    for (int32_t i = 0; i < law->n_order; i++)
        if (law->order[i] == kind) return i;
    return CV_N_COPY_KINDS;
}

/* By trust; within a kind the later version first, then as in the case. */
static bool goes_before(const comparison *w, int32_t a, int32_t b)
{
    const cv_copy *x = &w->e->copy[a], *y = &w->e->copy[b];
    int32_t i = rank_of(w->in->law, x->kind), k = rank_of(w->in->law, y->kind);
    if (i != k) return i < k;
    return x->version != y->version ? x->version > y->version : a < b;
}

static void find_copies(comparison *w)
{
    bool *has = cv_new(w->scratch, bool, w->e->n_copies);
    w->copy = cv_new(w->scratch, int32_t, w->e->n_copies);
    for (int32_t i = 0; i < w->f->n; i++)
        if (w->f->state[i] == CV_FORM_COPY) has[w->f->copy[i]] = true;
    for (int32_t c = 0; c < w->e->n_copies; c++) {
        if (!has[c]) continue;
        int32_t at = w->n++;
        for (; at > 0 && goes_before(w, c, w->copy[at - 1]); at--) w->copy[at] = w->copy[at - 1];
        w->copy[at] = c;
    }
}

/* ---- pairs ---- */

static void add_pair(cv_copies *out, cv_copy_pair *pair, comparison *w, int32_t a, int32_t b)
{
    const cv_pair_task task = {w->f, w->e->contest[w->in->contest.i].n_options, out->first,
                               out->second};
    cv_copy_pair *p = &pair[out->n_pairs++];
    cv_pair_compare(p, &task, a < 0 ? &w->counted : &w->sheet[a], &w->sheet[b], w->keep);
    p->a = a < 0 ? -1 : w->copy[a];
    p->b = w->copy[b];
}

/* Copies that never count, against each other: one that counts elsewhere is in the first pairs. */
static bool never_counts(const comparison *w, int32_t i)
{
    return !w->e->copy[w->copy[i]].counts;
}

static void add_pairs(cv_copies *out, comparison *w)
{
    cv_copy_pair *pair = cv_new(w->keep, cv_copy_pair, w->n + w->n * (w->n - 1) / 2);
    out->pair = pair;
    for (int32_t b = 0; b < w->n; b++) add_pair(out, pair, w, -1, b);
    for (int32_t a = 0; a < w->n; a++)
        for (int32_t b = a + 1; b < w->n; b++)
            if (never_counts(w, a) && never_counts(w, b)) add_pair(out, pair, w, a, b);
}

/* ---- hands ---- */

static void add_held(cv_copies *out, comparison *w)
{
    cv_held *held = cv_new(w->keep, cv_held, w->n + 1);
    cv_sheets *all = cv_new(w->scratch, cv_sheets, w->n);
    int32_t n = 0;
    out->held = held;
    for (int32_t i = 0; i < w->n; i++) {
        const cv_copy *copy = &w->e->copy[w->copy[i]];
        if (copy->counts || !(w->in->law->open_from & CV_COPY_BIT(copy->kind))) continue;
        all[n++] = w->sheet[i];
        cv_held_judge(&held[out->n_held], w->in, &w->sheet[i], 1, *w->scratch);
        held[out->n_held++].copy = w->copy[i];
    }
    if (n < 2) return;
    cv_held_judge(&held[out->n_held], w->in, all, n, *w->scratch);
    held[out->n_held++].copy = -1;
}

void cv_copies_compare(cv_copies *out, const cv_copies_input *in, cv_arena *keep, cv_arena scratch)
{
    cv_copies r = {.first = in->first, .second = in->second};
    comparison w = {.in = in,
                    .e = in->election,
                    .f = &in->election->forms[in->contest.i],
                    .keep = keep,
                    .scratch = &scratch};
    if (in->election->n_copies > 1) find_copies(&w);
    if (w.n > 0) {
        w.sheet = cv_new(w.scratch, cv_sheets, w.n);
        for (int32_t i = 0; i < w.n; i++) w.sheet[i] = cv_sheets_of(w.f, w.copy[i], w.scratch);
        w.counted = cv_sheets_of(w.f, -1, w.scratch);
        add_pairs(&r, &w);
        add_held(&r, &w);
    }
    *out = r;
}

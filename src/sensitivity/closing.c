#include "sensitivity/closing.h"

#include <stdlib.h>

typedef struct {
    const cv_search *of;
    int32_t size; /* of the sets that are tried */
    int32_t n_chosen;
    int32_t *chosen; /* [size] */
    bool *in;        /* [n_questions] chosen */
    int32_t n_found;
    cv_question_set *found; /* [CV_SETS_SHOWN] */
    cv_arena *keep;
} hitter;

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static bool is_hit(const hitter *h, const cv_question_set *set)
{
    for (int32_t i = 0; i < set->n; i++)
        if (h->in[set->question[i]]) return true;
    return false;
}

static void keep_set(hitter *h)
{
    if (h->n_found == CV_SETS_SHOWN) return;
    int32_t *q = cv_new(h->keep, int32_t, h->n_chosen);
    for (int32_t i = 0; i < h->n_chosen; i++) q[i] = h->chosen[i];
    if (h->n_chosen) qsort(q, (size_t)h->n_chosen, sizeof *q, by_number);
    for (int32_t k = 0; k < h->n_found; k++) {
        bool same = h->found[k].n == h->n_chosen;
        for (int32_t i = 0; same && i < h->n_chosen; i++) same = h->found[k].question[i] == q[i];
        if (same) return;
    }
    h->found[h->n_found++] = (cv_question_set){h->n_chosen, q};
}

/* Some question of the first set that is not met must be chosen. */
static void hit(hitter *h)
{
    const cv_question_set *open = NULL;
    for (int32_t i = 0; !open && i < h->of->n_minimal; i++)
        if (!is_hit(h, &h->of->minimal[i])) open = &h->of->minimal[i];
    if (!open) {
        keep_set(h);
        return;
    }
    if (h->n_chosen == h->size) return;
    for (int32_t i = 0; i < open->n && h->n_found < CV_SETS_SHOWN; i++) {
        h->chosen[h->n_chosen++] = open->question[i];
        h->in[open->question[i]] = true;
        hit(h);
        h->in[open->question[i]] = false;
        h->n_chosen--;
    }
}

static int by_questions(const void *a, const void *b)
{
    const cv_question_set *x = a, *y = b;
    for (int32_t i = 0; i < x->n && i < y->n; i++)
        if (x->question[i] != y->question[i]) return x->question[i] < y->question[i] ? -1 : 1;
    return (x->n > y->n) - (x->n < y->n);
}

static void close_exactly(cv_search *out, cv_arena *keep, cv_arena scratch)
{
    hitter h = {.of = out, .keep = keep};
    h.chosen = cv_new(&scratch, int32_t, out->n_questions + 1);
    h.in = cv_new(&scratch, bool, out->n_questions + 1);
    h.found = cv_new(keep, cv_question_set, CV_SETS_SHOWN);
    while (h.n_found == 0 && h.size <= out->n_questions) {
        hit(&h);
        h.size += h.n_found == 0;
    }
    qsort(h.found, (size_t)h.n_found, sizeof *h.found, by_questions);
    out->can_close = true;
    out->closing_low = h.size;
    out->n_closing = h.n_found;
    out->closing = h.found;
}

/* ---- greedily ---- */

/* Takes the heaviest questions of one comparison until the rest cannot turn it. */
static bool close_test(bool *dismissed, const cv_tests *t, int32_t test)
{
    const cv_wide *share = t->share + (int64_t)test * t->n_issues;
    for (;;) {
        cv_wide sum = 0;
        int32_t heaviest = -1;
        for (int32_t i = 0; i < t->n_issues; i++) {
            if (dismissed[i] || share[i] <= 0) continue;
            sum += share[i];
            if (heaviest < 0 || share[i] > share[heaviest]) heaviest = i;
        }
        if (sum < t->need[test]) return true;
        if (heaviest < 0) return false;
        dismissed[heaviest] = true;
    }
}

static void close_greedily(cv_search *out, const cv_tests *t, cv_arena *keep, cv_arena scratch)
{
    bool *dismissed = cv_new(&scratch, bool, t->n_issues);
    int32_t *q = cv_new(keep, int32_t, t->n_issues);
    cv_question_set *set = cv_new(keep, cv_question_set, 1);
    out->can_close = !t->always;
    for (int32_t k = 0; k < t->n && out->can_close; k++) {
        if (t->closing[k] > out->closing_low) out->closing_low = t->closing[k];
        out->can_close = close_test(dismissed, t, k);
    }
    if (!out->can_close) return;
    for (int32_t i = 0; i < t->n_issues; i++)
        if (dismissed[i]) q[set->n++] = t->order[i];
    if (set->n) qsort(q, (size_t)set->n, sizeof *q, by_number);
    set->question = q;
    /* A comparison that can turn need not change the outcome: the bound holds for comparisons. */
    if (!t->exact) out->closing_low = out->smallest ? 1 : 0;
    out->n_closing = 1;
    out->closing = set;
}

void cv_closing_find(cv_search *out, const cv_tests *tests, cv_arena *keep, cv_arena scratch)
{
    if (out->complete && out->n_minimal <= CV_CLOSING_EXACT)
        close_exactly(out, keep, scratch);
    else
        close_greedily(out, tests, keep, scratch);
}

#include "check/exchange_rounds.h"

#include "num/real.h"

enum { LEAST_STATIONS = 100, LEAST_VOTES = 100, PASSES = 5, FAR = 6, NEAR = 3, DROPPED = 4 };

/* ---- medians ---- */

static void swap(double *a, double *b)
{
    double was = *a;
    *a = *b;
    *b = was;
}

/* Puts the k-th smallest at its place, nothing larger before it (Hoare). */
static double select_kth(double *x, int32_t n, int32_t k)
{
    int32_t low = 0, high = n - 1;
    while (low < high) {
        double pivot = x[low + (high - low) / 2];
        int32_t i = low, j = high;
        while (i <= j) {
            while (x[i] < pivot) i++;
            while (x[j] > pivot) j--;
            if (i <= j) swap(&x[i++], &x[j--]);
        }
        if (k <= j)
            high = j;
        else if (k >= i)
            low = i;
        else
            break;
    }
    return x[k];
}

static double median(double *x, int32_t n)
{
    double upper = select_kth(x, n, n / 2);
    return n % 2 ? upper : (select_kth(x, n, n / 2 - 1) + upper) / 2;
}

/* ---- the line ---- */

typedef struct {
    int32_t n;
    double *l1, *l2, *work; /* [n] */
    double a, b, sigma;
} line;

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

static double residual(const line *l, int32_t i, double l2)
{
    return l2 - l->a - l->b * l->l1[i];
}

/* False when no line can be drawn. */
static bool fit(line *l, const bool *dropped)
{
    double n = 0, sum1 = 0, sum2 = 0, across = 0, along = 0;
    for (int32_t i = 0; i < l->n; i++) {
        if (dropped[i]) continue;
        n += 1, sum1 += l->l1[i], sum2 += l->l2[i];
    }
    if (n < 2) return false;
    for (int32_t i = 0; i < l->n; i++) {
        if (dropped[i]) continue;
        double x = l->l1[i] - sum1 / n;
        along += x * x;
        across += x * (l->l2[i] - sum2 / n);
    }
    if (along <= 0) return false;
    l->b = across / along;
    l->a = (sum2 - l->b * sum1) / n;
    return true;
}

/* Of all stations. */
static void measure(line *l)
{
    for (int32_t i = 0; i < l->n; i++) l->work[i] = residual(l, i, l->l2[i]);
    double middle = median(l->work, l->n);
    for (int32_t i = 0; i < l->n; i++) l->work[i] = size_of(residual(l, i, l->l2[i]) - middle);
    l->sigma = 1.4826 * median(l->work, l->n);
}

static bool draw_line(line *l, cv_arena *work)
{
    bool *dropped = cv_new(work, bool, l->n);
    for (int32_t pass = 0; pass < PASSES; pass++) {
        if (!fit(l, dropped)) return false;
        measure(l);
        for (int32_t i = 0; i < l->n; i++)
            dropped[i] = size_of(residual(l, i, l->l2[i])) >= DROPPED * l->sigma;
    }
    return fit(l, dropped) && (measure(l), l->sigma > 0);
}

static double log_ratio(cv_cell a, cv_cell b)
{
    return cv_ln((a + 0.5) / (b + 0.5));
}

void cv_exchange_rounds(cv_rounds_found *out, const cv_rounds_task *t, cv_arena *keep,
                        cv_arena scratch)
{
    line l = {.n = t->n,
              .l1 = cv_new(&scratch, double, t->n),
              .l2 = cv_new(&scratch, double, t->n),
              .work = cv_new(&scratch, double, t->n)};
    *out = (cv_rounds_found){0};
    for (int32_t i = 0; i < t->n; i++) {
        l.l1[i] = log_ratio(t->a1[i], t->b1[i]);
        l.l2[i] = log_ratio(t->a2[i], t->b2[i]);
    }
    if (t->n < LEAST_STATIONS || !draw_line(&l, &scratch)) return;
    int32_t *at = cv_new(keep, int32_t, t->n), n = 0;
    for (int32_t i = 0; i < t->n; i++) {
        bool enough = (cv_count)t->a2[i] + t->b2[i] >= LEAST_VOTES;
        if (enough && size_of(residual(&l, i, l.l2[i])) > FAR * l.sigma &&
            size_of(residual(&l, i, -l.l2[i])) < NEAR * l.sigma)
            at[n++] = i;
    }
    *out = (cv_rounds_found){.slope = l.b, .intercept = l.a, .sigma = l.sigma, .n = n, .at = at};
}

/* ---- the run-offs of an election ---- */

/* The option's number in the first round; -1: not there. */
static int32_t in_first(const cv_contest *first, cv_str id)
{
    for (int32_t o = 0; o < first->n_options; o++)
        if (cv_str_eq(first->option[o].id, id)) return o;
    return -1;
}

typedef struct {
    int32_t second[2], first[2]; /* the two candidates in either round */
} pair;

static bool find_pair(pair *p, const cv_contest *first, const cv_contest *second)
{
    int32_t n = 0;
    for (int32_t o = 0; o < second->n_options; o++) {
        if (second->option[o].kind == CV_OPTION_AGAINST) continue;
        if (n == 2) return false;
        p->second[n] = o;
        p->first[n] = in_first(first, second->option[o].id);
        if (p->first[n++] < 0) return false;
    }
    return n == 2;
}

/* Forms of stations that are counted in both rounds and have all four figures. */
typedef struct {
    int32_t n;
    int32_t *row; /* [n] in the second round */
    cv_cell *x[4];
} both;

static void note_first(cv_tray *s, const cv_forms *f)
{
    s->notes.now++;
    for (int32_t i = 0; i < f->n; i++) {
        int32_t station = f->station[i].i;
        if (f->state[i] != CV_FORM_COUNTED || s->notes.pass[station] == s->notes.now) continue;
        s->notes.pass[station] = s->notes.now;
        s->notes.row[station] = i;
    }
}

static both find_both(cv_tray *s, const pair *p, const cv_forms *first, const cv_forms *second,
                      cv_arena *work)
{
    both b = {.row = cv_new(work, int32_t, second->n)};
    for (int32_t k = 0; k < 4; k++) b.x[k] = cv_new(work, cv_cell, second->n);
    note_first(s, first);
    for (int32_t i = 0; i < second->n; i++) {
        int32_t station = second->station[i].i;
        if (second->state[i] != CV_FORM_COUNTED || s->notes.pass[station] != s->notes.now) continue;
        int32_t before = s->notes.row[station];
        const cv_cell x[] = {first->votes[p->first[0]][before], first->votes[p->first[1]][before],
                             second->votes[p->second[0]][i], second->votes[p->second[1]][i]};
        if (x[0] < 0 || x[1] < 0 || x[2] < 0 || x[3] < 0) continue;
        for (int32_t k = 0; k < 4; k++) b.x[k][b.n] = x[k];
        b.row[b.n++] = i;
    }
    return b;
}

static void compare_rounds(cv_tray *s, cv_contest_ix c, cv_arena scratch)
{
    const cv_contest *second = &s->e->contest[c.i];
    pair p;
    if (second->runoff_of.i < 0) return;
    if (!find_pair(&p, &s->e->contest[second->runoff_of.i], second)) return;
    both b = find_both(s, &p, &s->e->forms[second->runoff_of.i], &s->e->forms[c.i], &scratch);
    cv_arena keep = cv_arena_open();
    cv_rounds_found found;
    const cv_rounds_task task = {b.n, b.x[0], b.x[1], b.x[2], b.x[3]};
    cv_exchange_rounds(&found, &task, &keep, scratch);
    cv_rule_count *n = cv_tray_count(s, c, 911);
    n->n_checked += found.sigma > 0 ? b.n : 0;
    n->n_not_applicable -= found.sigma > 0 ? b.n : 0;
    for (int32_t i = 0; i < found.n; i++) {
        int32_t at = found.at[i];
        cv_finding f = cv_tray_new(s, c, b.row[at], 911);
        bool first_more = b.x[2][at] > b.x[3][at];
        f.option = (int16_t)p.second[first_more ? 0 : 1];
        f.left = b.x[first_more ? 2 : 3][at];
        f.right = b.x[first_more ? 3 : 2][at];
        cv_tray_add(s, &f, CV_LINES_OPTIONS);
    }
    cv_arena_close(&keep);
}

void cv_tray_rounds(cv_tray *s, cv_arena scratch)
{
    if (!cv_tray_wants(s, 911)) return;
    for (int32_t i = 0; i < s->e->n_contests; i++) compare_rounds(s, (cv_contest_ix){i}, scratch);
}

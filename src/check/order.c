/* From findings as they came to the result: order, hiding, components, counts. */
#include "check/tray.h"

#include <stdlib.h>
#include <string.h>

/* ---- order ---- */

/* A finding's place in the order; the two numbers decide nearly always. */
typedef struct {
    uint64_t place, rule;
    const cv_raised *r;
} sort_entry;

static int by_rest(const cv_finding *a, const cv_finding *b)
{
    const int32_t x[] = {a->row, a->option, a->field, a->other, a->other_contest.i};
    const int32_t y[] = {b->row, b->option, b->field, b->other, b->other_contest.i};
    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    return 0;
}

static int by_place(const void *left, const void *right)
{
    const sort_entry *a = left, *b = right;
    if (a->place != b->place) return a->place < b->place ? -1 : 1;
    if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
    return by_rest(&a->r->f, &b->r->f);
}

static cv_raised *in_order(const cv_tray *s)
{
    sort_entry *entry = cv_new(s->pool, sort_entry, s->n);
    for (int64_t i = 0; i < s->n; i++) {
        const cv_raised *r = &s->raised[i];
        uint64_t station = (uint32_t)(r->f.station.i + 1), copy = (uint32_t)(r->copy + 1);
        entry[i] = (sort_entry){
            .place = (uint64_t)(uint32_t)r->f.contest.i << 32 | station,
            .rule = copy << 32 | (uint32_t)r->f.code,
            .r = r,
        };
    }
    if (s->n) qsort(entry, (size_t)s->n, sizeof *entry, by_place);
    cv_raised *out = cv_new(s->pool, cv_raised, s->n);
    for (int64_t i = 0; i < s->n; i++) out[i] = *entry[i].r;
    return out;
}

/* ---- one form ---- */

static bool is_hidden(const cv_raised *r, const cv_raised *of_station, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        const cv_raised *other = &of_station[i];
        if (other->f.row != r->f.row || !(other->lines & r->lines)) continue;
        for (int32_t k = 0; k < CV_N_HIDINGS; k++)
            if (CV_HIDINGS[k].code == other->f.code && CV_HIDINGS[k].hides == r->f.code)
                return true;
    }
    return false;
}

enum { MOST_COMPONENTS = 32 };

typedef struct {
    int32_t n;
    cv_lines lines[MOST_COMPONENTS]; /* 0: taken up by another */
} components;

/* Adds a set of lines: it joins all components that it touches into the first of them. What is
 * past the last bit goes into it: fewer components never add up to more. */
static void join(components *c, cv_lines lines)
{
    int32_t into = -1;
    for (int32_t i = 0; i < c->n; i++) {
        if (!(c->lines[i] & lines)) continue;
        lines |= c->lines[i];
        c->lines[i] = 0;
        if (into < 0) into = i;
    }
    if (into < 0) into = c->n < MOST_COMPONENTS ? c->n++ : MOST_COMPONENTS - 1;
    c->lines[into] |= lines;
}

static uint32_t bits_of(const components *c, cv_lines lines)
{
    uint32_t bits = 0;
    for (int32_t i = 0; i < c->n; i++)
        if (c->lines[i] & lines) bits |= UINT32_C(1) << i;
    return bits;
}

/* Two passes: a later finding may join components that earlier ones made. */
static void group_form(cv_raised *r, int64_t n, int32_t row)
{
    components c = {0};
    for (int64_t i = 0; i < n; i++)
        if (r[i].f.row == row && cv_tray_counts(&r[i].f)) join(&c, r[i].lines);
    for (int64_t i = 0; i < n; i++)
        if (r[i].f.row == row) r[i].f.group = bits_of(&c, r[i].lines);
}

/* Findings of one station in one contest: mostly of one form. */
static int64_t settle_station(cv_raised *r, int64_t n, cv_tray *s)
{
    int64_t kept = 0;
    for (int64_t i = 0; i < n; i++) {
        /* Only findings that are kept, or still to come, hide others. */
        bool hidden = is_hidden(&r[i], r, kept) || is_hidden(&r[i], r + i + 1, n - i - 1);
        if (hidden)
            cv_tray_count(s, r[i].f.contest, r[i].f.code)->n_hidden++;
        else
            r[kept++] = r[i];
    }
    for (int64_t i = 0; i < kept; i++)
        if (r[i].f.row >= 0 && (i == 0 || r[i].f.row != r[i - 1].f.row))
            group_form(r, kept, r[i].f.row);
    return kept;
}

static int64_t settle(cv_tray *s)
{
    int64_t kept = 0;
    for (int64_t i = 0, end; i < s->n; i = end) {
        cv_raised *r = s->raised;
        for (end = i + 1; end < s->n && r[end].f.contest.i == r[i].f.contest.i &&
                          r[end].f.station.i == r[i].f.station.i;)
            end++;
        int64_t n = r[i].f.station.i < 0 ? end - i : settle_station(r + i, end - i, s);
        memmove(r + kept, r + i, (size_t)n * sizeof *r);
        kept += n;
    }
    return kept;
}

/* ---- counts ---- */

static void count_finding(cv_tray *s, const cv_finding *f)
{
    cv_rule_count *n = cv_tray_count(s, f->contest, f->code);
    n->n_raised++;
    if (f->code >= 900 && f->code < CV_OWN_CODES) return; /* unusual figures have no amount */
    cv_count amount = cv_finding_amount(f);
    n->amount += amount;
    if (amount > n->largest) n->largest = amount;
}

static const cv_rule_count *add_up(const cv_tray *s, cv_arena *keep)
{
    cv_rule_count *total = cv_new(keep, cv_rule_count, s->n_rules);
    for (int64_t i = 0; i < (int64_t)s->e->n_contests * s->n_rules; i++) {
        const cv_rule_count *n = &s->count[i];
        cv_rule_count *t = &total[i % s->n_rules];
        t->n_checked += n->n_checked;
        t->n_not_applicable += n->n_not_applicable;
        t->n_undecidable += n->n_undecidable;
        t->n_raised += n->n_raised;
        t->n_hidden += n->n_hidden;
        t->amount += n->amount;
        if (n->largest > t->largest) t->largest = n->largest;
    }
    return total;
}

static const cv_check_contest *make_contests(const cv_tray *s, const cv_finding *finding, int64_t n,
                                             cv_arena *keep)
{
    cv_check_contest *contest = cv_new(keep, cv_check_contest, s->e->n_contests);
    int64_t at = 0;
    for (int32_t c = 0; c < s->e->n_contests; c++) {
        contest[c].first = at;
        while (at < n && finding[at].contest.i == c) at++;
        contest[c].n = at - contest[c].first;
        contest[c].count = &s->count[(int64_t)c * s->n_rules];
    }
    return contest;
}

void cv_tray_finish(cv_check_result *out, cv_tray *s, cv_arena *keep)
{
    s->raised = in_order(s);
    int64_t n = settle(s);
    cv_finding *finding = cv_new(keep, cv_finding, n);
    for (int64_t i = 0; i < n; i++) {
        finding[i] = s->raised[i].f;
        count_finding(s, &finding[i]);
    }
    cv_structural *structural = cv_new(keep, cv_structural, s->n_structural);
    if (s->n_structural)
        memcpy(structural, s->structural, (size_t)s->n_structural * sizeof *structural);
    cv_form_repairs *repairs = cv_new(keep, cv_form_repairs, s->n_repairs);
    if (s->n_repairs) memcpy(repairs, s->repairs, (size_t)s->n_repairs * sizeof *repairs);
    *out = (cv_check_result){
        .n_findings = n,
        .finding = finding,
        .n_contests = s->e->n_contests,
        .contest = make_contests(s, finding, n, keep),
        .total = add_up(s, keep),
        .n_structural = (int32_t)s->n_structural,
        .structural = structural,
        .n_repairs = (int32_t)s->n_repairs,
        .repairs = repairs,
        .n_exchanges = (int32_t)s->n_exchanges,
        .exchange = s->exchange,
        .exchange_count = s->exchange_count,
        .n_same_apart = s->n_same_apart,
    };
}

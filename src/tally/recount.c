#include "tally/recount.h"

#include <string.h>

/* The contest with some votes changed. Recounts come by the hundred, so each works in a copy of
 * the scratch arena and leaves nothing behind. */
typedef struct {
    cv_count *votes;
    cv_totals totals;
    cv_tally_facts facts;
} trial;

static trial open_trial(const cv_work *w, cv_arena *scratch)
{
    trial t = {.votes = cv_new(scratch, cv_count, w->n), .totals = *w->totals};
    memcpy(t.votes, w->totals->votes, (size_t)w->n * sizeof *t.votes);
    t.totals.votes = t.votes;
    if (w->facts) t.facts = *w->facts;
    t.facts.n_lots = 0;
    return t;
}

static void move_base(cv_totals *t, cv_count by)
{
    cv_count *moving[] = {&t->valid, &t->participants, &t->box};
    for (int32_t i = 0; i < 3; i++)
        if (*moving[i] != CV_BLANK && *moving[i] + by >= 0) *moving[i] += by;
}

static bool changes(const cv_work *w, trial *t, cv_arena *scratch)
{
    cv_arena other = cv_arena_open();
    cv_tally out;
    cv_tally_task task = {&t->totals, w->seats, w->rules, &t->facts};
    bool counted = cv_tally_decide(&out, &task, scratch, other, NULL) == CV_OK;
    bool empty = counted && out.kind == CV_INCOMPLETE && out.why == CV_WHY_NO_VOTES;
    bool differs = counted && !empty && !cv_tally_same(&out, &w->out);
    cv_arena_close(&other);
    return differs;
}

/* ---- thresholds ---- */

typedef enum { ONE_TOTAL, SWITCHED, REMOVED, ADDED } change_kind;

typedef struct {
    int32_t option; /* who crosses a threshold                                              */
    int32_t other;  /* whose papers go, or who gets them                                    */
    change_kind how;
    cv_count k;
} crossing;

/* Takes k votes from the other, and when it has too few from everybody else by turns. */
static void take_from_others(const cv_work *w, trial *t, crossing c)
{
    int32_t n_left = w->n;
    for (int32_t i = c.other; c.k > 0 && n_left > 0; i = (i + 1) % w->n, n_left--) {
        if (i == c.option) continue;
        cv_count now = t->votes[i] < c.k ? t->votes[i] : c.k;
        t->votes[i] -= now;
        c.k -= now;
    }
}

static bool crossing_changes(const cv_work *w, crossing c)
{
    cv_arena scratch = cv_arena_open();
    trial t = open_trial(w, &scratch);
    bool leaves = w->takes_part[c.option];
    bool own = c.how == ONE_TOTAL || c.how == SWITCHED || (c.how == REMOVED) == leaves;
    if (own) t.votes[c.option] += leaves ? -c.k : c.k;
    if (c.how == SWITCHED && !leaves) take_from_others(w, &t, c);
    if (c.how == REMOVED && !leaves) take_from_others(w, &t, c);
    if ((c.how == SWITCHED || c.how == ADDED) && leaves) t.votes[c.other] += c.k;
    if (c.how == REMOVED) move_base(&t.totals, -c.k);
    if (c.how == ADDED) move_base(&t.totals, c.k);
    bool differs = changes(w, &t, &scratch);
    cv_arena_close(&scratch);
    return differs;
}

/* k, when it is nearer and changes seats for some choice of whose papers they are. */
static cv_count nearer(const cv_work *w, crossing c, cv_count than)
{
    if (c.k == CV_NEVER || (than != CV_BLANK && than <= c.k)) return CV_NEVER;
    bool alone = c.how == ONE_TOTAL;
    for (c.other = 0; c.other < w->n; c.other++) {
        if (c.other == c.option && !(alone || c.how == REMOVED)) continue;
        if (crossing_changes(w, c)) return c.k;
        if (alone) break;
    }
    return CV_NEVER;
}

cv_moves cv_recount_crossing(const cv_work *w, int32_t option, cv_moves m, const cv_margin *pairs)
{
    return (cv_moves){
        .high = nearer(w, (crossing){option, -1, ONE_TOTAL, m.high}, pairs->votes),
        .low = nearer(w, (crossing){option, -1, ONE_TOTAL, m.low}, pairs->votes),
        .switched = nearer(w, (crossing){option, -1, SWITCHED, m.switched}, pairs->switched),
        .removal = nearer(w, (crossing){option, -1, REMOVED, m.removal}, pairs->removal),
        .addition = nearer(w, (crossing){option, -1, ADDED, m.addition}, pairs->addition),
    };
}

/* ---- pairs ---- */

static bool pair_changes(const cv_work *w, int32_t from, int32_t to, cv_count k)
{
    cv_arena scratch = cv_arena_open();
    trial t = open_trial(w, &scratch);
    if (from >= 0) t.votes[from] -= k;
    if (to >= 0) t.votes[to] += k;
    move_base(&t.totals, (to >= 0 ? k : 0) - (from >= 0 ? k : 0));
    bool differs = changes(w, &t, &scratch);
    cv_arena_close(&scratch);
    return differs;
}

/* Doubles until the outcome changes, then halves. */
static cv_count search(const cv_work *w, int32_t from, int32_t to)
{
    cv_count low = 0, high = 1, most = from >= 0 ? w->totals->votes[from] : CV_COUNT_MAX / 4;
    while (high <= most && !pair_changes(w, from, to, high)) {
        low = high;
        high *= 2;
    }
    if (high > most) return CV_NEVER;
    while (high - low > 1) {
        cv_count k = low + (high - low) / 2;
        if (pair_changes(w, from, to, k))
            high = k;
        else
            low = k;
    }
    return high;
}

void cv_recount_pairs(cv_work *w)
{
    for (int32_t a = 0; a < w->n; a++) {
        if (!cv_work_seatable(w, a)) continue;
        cv_moves m = CV_MOVES_NEVER;
        m.removal = m.high = search(w, a, -1);
        m.addition = m.low = search(w, -1, a);
        cv_margin_take(&w->out.margin, m, CV_ON_PAIR, -1, a);
        for (int32_t b = 0; b < w->n; b++) {
            if (a == b || !cv_work_seatable(w, b) || w->totals->votes[a] == 0) continue;
            m = CV_MOVES_NEVER;
            m.switched = search(w, a, b);
            cv_margin_take(&w->out.margin, m, CV_ON_PAIR, a, b);
        }
    }
}

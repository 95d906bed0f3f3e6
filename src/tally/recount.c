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
    if (w->facts) t.facts.option = w->facts->option;
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

/* Whom to take votes from, or give them to: outside the allocation if possible, the largest. */
static int32_t bystander(const cv_work *w, int32_t option)
{
    int32_t found = -1;
    for (int32_t i = 0; i < w->n; i++) {
        if (i == option) continue;
        bool better = found < 0 || (w->takes_part[found] && !w->takes_part[i]) ||
                      (w->takes_part[found] == w->takes_part[i] &&
                       w->totals->votes[i] > w->totals->votes[found]);
        if (better) found = i;
    }
    return found;
}

/* Takes k votes from the others, those outside the allocation first. */
static bool take_from_others(const cv_work *w, trial *t, int32_t option, cv_count k)
{
    for (int32_t inside = 0; inside < 2; inside++)
        for (int32_t i = 0; i < w->n && k > 0; i++) {
            if (i == option || w->takes_part[i] != inside) continue;
            cv_count now = t->votes[i] < k ? t->votes[i] : k;
            t->votes[i] -= now;
            k -= now;
        }
    return k == 0;
}

typedef enum { ONE_TOTAL, SWITCHED, REMOVED, ADDED } change_kind;

static bool crossing_changes(const cv_work *w, int32_t option, change_kind how, cv_count k)
{
    cv_arena scratch = cv_arena_open();
    trial t = open_trial(w, &scratch);
    int32_t other = bystander(w, option);
    bool leaves = w->takes_part[option];
    bool done = other >= 0 || how == ONE_TOTAL || how == REMOVED;
    switch (how) {
    case ONE_TOTAL: t.votes[option] += leaves ? -k : k; break;
    case SWITCHED:
        t.votes[option] += leaves ? -k : k;
        if (leaves && done) t.votes[other] += k;
        if (!leaves) done = take_from_others(w, &t, option, k);
        break;
    case REMOVED:
        if (leaves)
            t.votes[option] -= k;
        else
            done = take_from_others(w, &t, option, k);
        move_base(&t.totals, -k);
        break;
    case ADDED:
        if (!leaves)
            t.votes[option] += k;
        else if (done)
            t.votes[other] += k;
        move_base(&t.totals, k);
        break;
    }
    bool differs = done && changes(w, &t, &scratch);
    cv_arena_close(&scratch);
    return differs;
}

static cv_count nearer(const cv_work *w, int32_t option, change_kind how, cv_count k, cv_count than)
{
    if (k == CV_NEVER || (than != CV_BLANK && than <= k)) return CV_NEVER;
    return crossing_changes(w, option, how, k) ? k : CV_NEVER;
}

cv_moves cv_recount_crossing(const cv_work *w, int32_t option, cv_moves m, const cv_margin *pairs)
{
    return (cv_moves){
        .high = nearer(w, option, ONE_TOTAL, m.high, pairs->votes),
        .low = nearer(w, option, ONE_TOTAL, m.low, pairs->votes),
        .switched = nearer(w, option, SWITCHED, m.switched, pairs->switched),
        .removal = nearer(w, option, REMOVED, m.removal, pairs->removal),
        .addition = nearer(w, option, ADDED, m.addition, pairs->addition),
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

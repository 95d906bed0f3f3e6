#include "review/readings.h"

#include "disputes/disputes.h"
#include "tally/decided.h"
#include "tally/totals.h"

/* So many conflicts are looked at in every combination. */
enum { MOST = 8 };

/* Bits of the conflicts, by their number in the contest, that nothing settles. */
static int32_t open_conflicts(uint64_t bit[MOST], const cv_disputes *d, cv_contest_ix c)
{
    int32_t n = 0, at = 0;
    for (int32_t i = 0; i < d->n_conflicts; i++) {
        if (d->conflict[i].contest.i != c.i) continue;
        if (d->conflict[i].in_force < 0 && at < 64) {
            if (n < MOST) bit[n] = UINT64_C(1) << at;
            n++;
        }
        at++;
    }
    return n;
}

static cv_status count(cv_tally *out, const cv_review *review, cv_contest_ix c, uint64_t second,
                       cv_arena *room, cv_error *err)
{
    const cv_election *e = review->election;
    const cv_contest *contest = &e->contest[c.i];
    cv_overlay_contest *decided = cv_new(room, cv_overlay_contest, (int64_t)c.i + 1);
    decided[c.i] = cv_disputes_reading(&review->disputes, c, second, room);
    const cv_overlay overlay = {c.i + 1, decided, review->disputes.overlay.rules};
    cv_sums sums;
    cv_totals_sum(&sums, e, c, &overlay, room);
    cv_tally_facts facts = cv_tally_facts_decided(contest, &decided[c.i], &sums, room);
    facts.n_lots = 0;
    cv_tally_task task = {&sums.totals, contest->seats, &e->rule_set[contest->rule], &facts};
    cv_arena temporary = cv_arena_open();
    cv_status s = cv_tally_decide(out, &task, room, temporary, err);
    cv_arena_close(&temporary);
    return s;
}

cv_status cv_readings_compare(cv_readings *out, const cv_review *review, cv_contest_ix c,
                              const cv_tally *tally, cv_arena scratch, cv_error *err)
{
    uint64_t bit[MOST];
    *out = (cv_readings){.n_open = open_conflicts(bit, &review->disputes, c)};
    if (out->n_open == 0) return CV_OK;
    if (out->n_open > MOST) {
        out->differ = true;
        return CV_OK;
    }
    for (int32_t choice = 1; choice < 1 << out->n_open && !out->differ; choice++) {
        cv_arena room = scratch;
        uint64_t second = 0;
        for (int32_t i = 0; i < out->n_open; i++)
            if (choice >> i & 1) second |= bit[i];
        cv_tally other;
        CV_TRY(count(&other, review, c, second, &room, err));
        out->differ = !cv_tally_same(tally, &other);
    }
    return CV_OK;
}

#include "review/asked.h"

/* The forms whose recount one decision ordered: one question. */
static cv_asked recount_of(const cv_election *e, cv_contest_ix c, const cv_overlay_contest *d,
                           int32_t decision, cv_arena *keep)
{
    cv_station_ix *place = cv_new(keep, cv_station_ix, d->n_changes);
    cv_asked out = {.id = e->decision[decision].id,
                    .by = CV_BY_RECOUNT_ORDERED,
                    .contest = c,
                    .ask = CV_ASK_RECOUNT,
                    .place = place,
                    .option = -1,
                    .to = -1};
    for (int32_t i = 0; i < d->n_changes; i++)
        if (d->change[i].recount_by == decision)
            place[out.n_places++] = e->forms[c.i].station[d->change[i].row];
    return out;
}

static bool is_first(const cv_overlay_contest *d, int32_t change)
{
    for (int32_t i = 0; i < change; i++)
        if (d->change[i].recount_by == d->change[change].recount_by) return false;
    return true;
}

/* A what-if supposes that the question is answered. */
static bool is_dismissed(const cv_review *r, cv_str id)
{
    for (int32_t i = 0; i < r->n_if; i++)
        if (r->if_step[i].kind == CV_IF_DISMISS && cv_str_eq(r->if_step[i].complaint, id))
            return true;
    return false;
}

/* Complaints of the contest that are not settled. */
static int32_t n_complaints(const cv_review *r, cv_contest_ix c)
{
    const int32_t *first = r->complaints.first_asked;
    return first ? first[c.i + 1] - first[c.i] : 0;
}

const cv_asked *cv_review_asked(int32_t *n, const cv_review *review, cv_contest_ix contest,
                                cv_arena *keep)
{
    const cv_overlay_contest *d = &review->disputes.overlay.contest[contest.i];
    int32_t complaints = n_complaints(review, contest);
    int64_t most = complaints;
    *n = 0;
    for (int32_t i = 0; i < d->n_changes; i++) most += d->change[i].recount_by >= 0;
    if (most == 0) return NULL;
    cv_asked *list = cv_new(keep, cv_asked, most);
    for (int32_t i = 0; i < complaints; i++) {
        const cv_asked *q =
            &review->complaints.asked[review->complaints.first_asked[contest.i] + i];
        if (!is_dismissed(review, q->id)) list[(*n)++] = *q;
    }
    for (int32_t i = 0; i < d->n_changes; i++) {
        int32_t decision = d->change[i].recount_by;
        if (decision < 0 || !is_first(d, i)) continue;
        if (!is_dismissed(review, review->election->decision[decision].id))
            list[(*n)++] = recount_of(review->election, contest, d, decision, keep);
    }
    return list;
}

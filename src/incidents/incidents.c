#include "incidents/incidents.h"

#include "base/map.h"
#include "incidents/accounts.h"
#include "incidents/merges.h"
#include "incidents/places.h"
#include "incidents/profile.h"

/* ---- the line of time ---- */

static bool is_later(const cv_event *a, const cv_event *b)
{
    int by_from = cv_date_cmp(a->from, b->from);
    return by_from ? by_from > 0 : cv_date_cmp(a->to, b->to) > 0;
}

/* By first day; events of one day in the order of the file. Merge sort, since it is stable. */
static const int32_t *order_of(const cv_incidents *in, cv_arena *keep, cv_arena scratch)
{
    int32_t n = in->n_events;
    int32_t *order = cv_new(keep, int32_t, n), *room = cv_new(&scratch, int32_t, n);
    for (int32_t i = 0; i < n; i++) order[i] = i;
    for (int32_t width = 1; width < n; width *= 2) {
        for (int32_t from = 0; from < n; from += 2 * width) {
            int32_t middle = from + width < n ? from + width : n;
            int32_t end = middle + width < n ? middle + width : n;
            int32_t a = from, b = middle;
            for (int32_t k = from; k < end; k++) {
                bool second = a >= middle ||
                              (b < end && is_later(&in->event[order[a]], &in->event[order[b]]));
                room[k] = second ? order[b++] : order[a++];
            }
        }
        for (int32_t k = 0; k < n; k++) order[k] = room[k];
    }
    return order;
}

/* ---- quantities ---- */

/* Claims of one quantity of one event, or of events merged with it, or of one subject. */
typedef struct {
    cv_map by_key;
    int32_t *of;   /* [n_claims] its group */
    int32_t *size; /* [n] */
    int32_t n;
} groups;

static groups group_claims(const cv_incidents *in, const int32_t *same_as, cv_arena *work)
{
    groups g = {.of = cv_new(work, int32_t, in->n_claims),
                .size = cv_new(work, int32_t, in->n_claims)};
    for (int32_t i = 0; i < in->n_claims; i++) {
        const cv_claim *c = &in->claim[i];
        cv_str about = c->event >= 0 ? in->event[same_as[c->event]].id : c->subject;
        cv_str key = cv_str_format(work, "%d %lld %.*s %.*s", c->event >= 0, (long long)about.n,
                                   CV_ARG(about), CV_ARG(c->quantity));
        int32_t k = cv_map_add(&g.by_key, key, g.n, work);
        g.of[i] = k;
        g.n += k == g.n;
        g.size[k]++;
    }
    return g;
}

static void add_profiles(cv_incident_review *r, const int32_t *same_as, cv_arena *keep,
                         cv_arena scratch)
{
    const cv_incidents *in = r->incidents;
    groups g = group_claims(in, same_as, &scratch);
    cv_profile_of_claims *profile = cv_new(keep, cv_profile_of_claims, g.n);
    int32_t **claim = cv_new(&scratch, int32_t *, g.n), *n = cv_new(&scratch, int32_t, g.n);
    for (int32_t k = 0; k < g.n; k++) claim[k] = cv_new(keep, int32_t, g.size[k]);
    for (int32_t i = 0; i < in->n_claims; i++) claim[g.of[i]][n[g.of[i]]++] = i;
    for (int32_t k = 0; k < g.n; k++) {
        const cv_claim *first = &in->claim[claim[k][0]];
        cv_incident_profile(&profile[k], in, claim[k], g.size[k], keep);
        profile[k].event = first->event >= 0 ? same_as[first->event] : -1;
        profile[k].subject =
            first->event >= 0 ? in->event[same_as[first->event]].id : first->subject;
        profile[k].quantity = first->quantity;
        profile[k].is_date = cv_str_eq(first->quantity, CV_STR("date"));
    }
    r->n_profiles = g.n;
    r->profile = profile;
}

/* Of one quantity over the events that have it. */
static void add_sums(cv_incident_review *r, cv_arena *keep)
{
    cv_map by_name = {0};
    cv_claim_sum *sum = cv_new(keep, cv_claim_sum, r->n_profiles);
    int32_t n = 0;
    for (int32_t i = 0; i < r->n_profiles; i++) {
        const cv_profile_of_claims *p = &r->profile[i];
        if (p->event < 0 || p->is_date || p->agreement == CV_AGREE_NO_FIGURE) continue;
        int32_t k = cv_map_add(&by_name, p->quantity, n, keep);
        if (k == n) sum[n++] = (cv_claim_sum){.quantity = p->quantity};
        sum[k].n_events++;
        sum[k].low += p->low;
        if (p->high == CV_BLANK)
            sum[k].high = CV_BLANK;
        else if (sum[k].high != CV_BLANK)
            sum[k].high += p->high;
    }
    for (int32_t k = 0; k < n; k++)
        if (sum[k].n_events > 1) sum[r->n_sums++] = sum[k];
    r->sum = sum;
}

void cv_incidents_review(cv_incident_review *out, const cv_election *e, cv_arena *keep,
                         cv_arena scratch)
{
    cv_incident_review r = {.incidents = e->incidents};
    *out = r;
    if (!r.incidents) return;
    const cv_incidents *in = r.incidents;
    int32_t *same_as = cv_new(keep, int32_t, in->n_events);
    bool *in_force = cv_new(keep, bool, in->n_merges);
    cv_event_facts *event = cv_new(keep, cv_event_facts, in->n_events);
    cv_incident_merge(in_force, same_as, in);
    r.timeline = order_of(in, keep, scratch);
    cv_incident_places(event, e, keep, scratch);
    for (int32_t i = 0; i < in->n_events; i++) event[i].same_as = same_as[i];
    r.event = event;
    r.in_force = in_force;
    add_profiles(&r, same_as, keep, scratch);
    add_sums(&r, keep);
    r.account = cv_incident_accounts(&r.n_accounts, in, cv_chamber_seats(e), keep);
    r.proposal =
        cv_incident_proposals(&r.n_proposals, &r.proposals_cut, in, r.timeline, same_as, keep);
    *out = r;
}

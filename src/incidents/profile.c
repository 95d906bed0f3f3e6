#include "incidents/profile.h"

#include "base/check.h"
#include "base/map.h"

/* A high end without a bound, for comparisons. */
#define NO_BOUND INT64_MAX

static cv_count end_of(cv_span s)
{
    return s.high == CV_BLANK ? NO_BOUND : s.high;
}

static cv_span span_to(cv_count low, cv_count end)
{
    return (cv_span){low, end == NO_BOUND ? CV_BLANK : end};
}

/* ---- origins ---- */

/* By low end. Merge sort: the number of claims is what people wrote, but nobody promises that it is
 * small. */
static void sort_spans(cv_span *span, cv_span *room, int32_t n)
{
    for (int32_t width = 1; width < n; width *= 2) {
        for (int32_t from = 0; from < n; from += 2 * width) {
            int32_t middle = from + width < n ? from + width : n;
            int32_t end = middle + width < n ? middle + width : n;
            int32_t a = from, b = middle;
            for (int32_t k = from; k < end; k++) {
                bool first = b >= end || (a < middle && span[a].low <= span[b].low);
                room[k] = first ? span[a++] : span[b++];
            }
        }
        for (int32_t k = 0; k < n; k++) span[k] = room[k];
    }
}

/* Joins what overlaps or touches: whole numbers, so 27..30 and 31 are 27..31. */
static int32_t join(cv_span *span, int32_t n)
{
    int32_t k = 0;
    for (int32_t i = 0; i < n; i++) {
        cv_count end = end_of(span[i]);
        bool touches =
            k > 0 && (end_of(span[k - 1]) == NO_BOUND || span[i].low <= end_of(span[k - 1]) + 1);
        if (!touches)
            span[k++] = span[i];
        else if (end > end_of(span[k - 1]))
            span[k - 1].high = span[i].high;
    }
    return k;
}

/* One origin said all of these: what they have in common; where that is nothing it contradicts
 * itself and allows whatever it said at any time. */
static void settle(cv_claim_origin *o, cv_span *said, cv_arena *keep)
{
    cv_count low = said[0].low, end = end_of(said[0]);
    for (int32_t i = 1; i < o->n_claims; i++) {
        if (said[i].low > low) low = said[i].low;
        if (end_of(said[i]) < end) end = end_of(said[i]);
    }
    o->contradicts = low > end;
    if (o->contradicts) {
        sort_spans(said, cv_new(keep, cv_span, o->n_claims), o->n_claims);
        o->n_spans = join(said, o->n_claims);
        o->span = said;
        return;
    }
    cv_span *one = cv_new(keep, cv_span, 1);
    *one = span_to(low, end);
    o->n_spans = 1;
    o->span = one;
}

/* Claims without an origin are each their own. */
static int32_t origin_of(cv_map *by_name, cv_str name, int32_t next, cv_arena *keep)
{
    return name.n ? cv_map_add(by_name, name, next, keep) : next;
}

/* The ranges of each origin, one stretch of `said` for each. */
static void gather(cv_profile_of_claims *p, const cv_incidents *in, const int32_t *of,
                   cv_claim_origin *origin, cv_arena *keep)
{
    cv_span *said = cv_new(keep, cv_span, p->n_with_span);
    int32_t *start = cv_new(keep, int32_t, p->n_origins + 1);
    int32_t *n = cv_new(keep, int32_t, p->n_origins);
    for (int32_t k = 0; k < p->n_origins; k++) start[k + 1] = start[k] + origin[k].n_claims;
    for (int32_t i = 0; i < p->n_claims; i++)
        if (of[i] >= 0) said[start[of[i]] + n[of[i]]++] = in->claim[p->claim[i]].span;
    for (int32_t k = 0; k < p->n_origins; k++) {
        settle(&origin[k], &said[start[k]], keep);
        p->n_contradicting += origin[k].contradicts;
    }
}

static void find_origins(cv_profile_of_claims *p, const cv_incidents *in, cv_arena *keep)
{
    cv_map by_name = {0};
    cv_claim_origin *origin = cv_new(keep, cv_claim_origin, p->n_claims);
    int32_t *of = cv_new(keep, int32_t, p->n_claims);
    for (int32_t i = 0; i < p->n_claims; i++) {
        const cv_claim *c = &in->claim[p->claim[i]];
        of[i] = c->has_span ? origin_of(&by_name, c->origin, p->n_origins, keep) : -1;
        if (of[i] < 0) continue;
        cv_claim_origin *o = &origin[of[i]];
        if (of[i] == p->n_origins) {
            p->n_origins++;
            *o = (cv_claim_origin){.name = c->origin, .is_assumed = true};
        }
        o->n_claims++;
        o->is_assumed &= c->relation == CV_CLAIM_ASSUMED;
    }
    gather(p, in, of, origin, keep);
    p->origin = origin;
}

/* ---- support ---- */

/* At `at` the number of origins that allow the number changes by `by`. */
typedef struct {
    cv_count at;
    int32_t by;
} edge;

static int32_t edges_of(edge *out, const cv_profile_of_claims *p)
{
    int32_t n = 0;
    for (int32_t k = 0; k < p->n_origins; k++) {
        for (int32_t i = 0; i < p->origin[k].n_spans; i++) {
            cv_span s = p->origin[k].span[i];
            out[n++] = (edge){s.low, 1};
            if (s.high != CV_BLANK) out[n++] = (edge){s.high + 1, -1};
        }
    }
    return n;
}

static void sort_edges(edge *e, edge *room, int32_t n)
{
    for (int32_t width = 1; width < n; width *= 2) {
        for (int32_t from = 0; from < n; from += 2 * width) {
            int32_t middle = from + width < n ? from + width : n;
            int32_t end = middle + width < n ? middle + width : n;
            int32_t a = from, b = middle;
            for (int32_t k = from; k < end; k++)
                room[k] = b >= end || (a < middle && e[a].at <= e[b].at) ? e[a++] : e[b++];
        }
        for (int32_t k = 0; k < n; k++) e[k] = room[k];
    }
}

/* Walks the numbers at which support changes: finds the most support, then the runs that have it.
 */
static int32_t runs_with(cv_span *out, const edge *e, int32_t n, int32_t support)
{
    int32_t now = 0, k = 0;
    bool in_run = false;
    for (int32_t i = 0; i < n;) {
        cv_count at = e[i].at;
        for (; i < n && e[i].at == at; i++) now += e[i].by;
        if (in_run && now < support) out[k - 1].high = at - 1;
        if (!in_run && now == support) out[k++] = (cv_span){at, CV_BLANK};
        in_run = now == support;
    }
    return k;
}

static int32_t most_support(const edge *e, int32_t n)
{
    int32_t now = 0, most = 0;
    for (int32_t i = 0; i < n;) {
        cv_count at = e[i].at;
        for (; i < n && e[i].at == at; i++) now += e[i].by;
        if (now > most) most = now;
    }
    return most;
}

static void find_support(cv_profile_of_claims *p, cv_arena *keep)
{
    int32_t room = 0;
    for (int32_t k = 0; k < p->n_origins; k++) room += 2 * p->origin[k].n_spans;
    edge *e = cv_new(keep, edge, room), *other = cv_new(keep, edge, room);
    int32_t n = edges_of(e, p);
    sort_edges(e, other, n);
    p->max_support = most_support(e, n);
    p->agreement = p->n_origins == 0     ? CV_AGREE_NO_FIGURE
                   : p->n_origins == 1   ? CV_AGREE_SINGLE
                   : p->max_support >= 2 ? CV_AGREE_SOME
                                         : CV_AGREE_NONE;
    if (p->agreement == CV_AGREE_NONE || p->n_origins == 0) return;
    cv_span *run = cv_new(keep, cv_span, room);
    p->n_consensus = runs_with(run, e, n, p->max_support);
    p->consensus = run;
}

/* ---- who says what ---- */

static void widen(cv_count *low, cv_count *high, cv_span s, bool first)
{
    if (first || s.low < *low) *low = s.low;
    if (first || s.high == CV_BLANK)
        *high = s.high;
    else if (*high != CV_BLANK && s.high > *high)
        *high = s.high;
}

static void find_envelope(cv_profile_of_claims *p)
{
    bool first = true;
    p->high = CV_BLANK;
    for (int32_t k = 0; k < p->n_origins; k++) {
        for (int32_t i = 0; i < p->origin[k].n_spans; i++) {
            widen(&p->low, &p->high, p->origin[k].span[i], first);
            first = false;
        }
    }
}

static void find_speakers(cv_profile_of_claims *p, const cv_incidents *in, cv_arena *keep)
{
    cv_by_speaker *line = cv_new(keep, cv_by_speaker, CV_N_SPEAKERS);
    for (int s = 0; s < CV_N_SPEAKERS; s++) {
        cv_by_speaker *l = &line[p->n_speakers];
        *l = (cv_by_speaker){.speaker = (cv_speaker)s};
        for (int32_t i = 0; i < p->n_claims; i++) {
            const cv_claim *c = &in->claim[p->claim[i]];
            if (!c->has_span || c->speaker != (cv_speaker)s) continue;
            widen(&l->low, &l->high, c->span, l->n_claims == 0);
            l->n_claims++;
        }
        p->n_speakers += l->n_claims > 0;
    }
    p->speaker = line;
}

void cv_incident_profile(cv_profile_of_claims *out, const cv_incidents *in, const int32_t *claim,
                         int32_t n, cv_arena *keep)
{
    cv_profile_of_claims p = {.event = -1, .claim = claim, .n_claims = n};
    for (int32_t i = 0; i < n; i++) {
        const cv_claim *c = &in->claim[claim[i]];
        cv_assert(!c->has_span || c->span.high == CV_BLANK || c->span.high >= c->span.low);
        p.n_with_span += c->has_span;
        p.n_denials += c->relation == CV_CLAIM_DENIES;
    }
    find_origins(&p, in, keep);
    find_envelope(&p);
    find_support(&p, keep);
    find_speakers(&p, in, keep);
    *out = p;
}

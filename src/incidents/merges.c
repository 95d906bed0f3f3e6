#include "incidents/merges.h"

/* Pairs listed, and pairs looked at: a file of many thousand events of one day is not searched
 * for ever. */
enum { MOST_PROPOSALS = 200, MOST_PAIRS = 20000000 };

static int32_t first_of(int32_t *same_as, int32_t event)
{
    while (same_as[event] != event) {
        same_as[event] = same_as[same_as[event]];
        event = same_as[event];
    }
    return event;
}

void cv_incident_merge(bool *in_force, int32_t *same_as, const cv_incidents *in)
{
    for (int32_t i = 0; i < in->n_merges; i++) in_force[i] = true;
    /* A record is taken back by a later one only, so one pass from the end settles all. */
    for (int32_t i = in->n_merges - 1; i >= 0; i--)
        if (in_force[i] && in->merge[i].undoes >= 0) in_force[in->merge[i].undoes] = false;
    for (int32_t i = 0; i < in->n_events; i++) same_as[i] = i;
    for (int32_t i = 0; i < in->n_merges; i++) {
        const cv_merge_record *m = &in->merge[i];
        if (!in_force[i] || m->event < 0) continue;
        int32_t a = first_of(same_as, m->event), b = first_of(same_as, m->with);
        if (a < b) same_as[b] = a;
        if (b < a) same_as[a] = b;
    }
    for (int32_t i = 0; i < in->n_events; i++) same_as[i] = first_of(same_as, i);
}

/* ---- proposals ---- */

static cv_str next_part(cv_str *rest)
{
    int64_t at = cv_str_find(*rest, CV_STR(";"), 0);
    cv_str part = cv_str_trim(cv_str_cut(*rest, 0, at < 0 ? rest->n : at));
    *rest = cv_str_cut(*rest, at < 0 ? rest->n : at + 1, rest->n);
    return part;
}

static bool has_part(cv_str list, cv_str wanted)
{
    while (list.n)
        if (cv_str_eq(next_part(&list), wanted)) return true;
    return false;
}

/* Two lists with ';' have a part in common; two empty ones agree as well. */
static bool meet(cv_str a, cv_str b)
{
    if (!a.n && !b.n) return true;
    while (a.n) {
        cv_str part = next_part(&a);
        if (part.n && has_part(b, part)) return true;
    }
    return false;
}

/* At the coarser precision of the two: a site in a town agrees with the town; from a region
 * upwards what they lie in is enough. */
static bool places_agree(const cv_event *a, const cv_event *b)
{
    const cv_event *coarse = a->where >= b->where ? a : b, *fine = coarse == a ? b : a;
    if (coarse->where == CV_WHERE_COUNTRY) return true;
    if (coarse->where == CV_WHERE_REGION)
        return meet(coarse->place, fine->place_of) || meet(coarse->place, fine->place);
    if (meet(coarse->place, fine->place)) return meet(coarse->place_of, fine->place_of);
    return coarse->where > fine->where && meet(coarse->place, fine->place_of);
}

static bool could_be_one(const cv_event *a, const cv_event *b)
{
    return cv_str_eq(a->type, b->type) && meet(a->actors, b->actors) && places_agree(a, b);
}

const cv_merge_proposal *cv_incident_proposals(int32_t *n, bool *cut, const cv_incidents *in,
                                               const int32_t *order, const int32_t *same_as,
                                               cv_arena *keep)
{
    cv_merge_proposal *out = cv_new(keep, cv_merge_proposal, MOST_PROPOSALS);
    int32_t looked = 0;
    *n = 0;
    *cut = false;
    for (int32_t i = 0; i < in->n_events; i++) {
        const cv_event *a = &in->event[order[i]];
        for (int32_t k = i + 1; k < in->n_events; k++) {
            const cv_event *b = &in->event[order[k]];
            if (b->from.day > a->to.day) break;
            *cut |= ++looked > MOST_PAIRS;
            if (*cut) return out;
            if (same_as[order[i]] == same_as[order[k]] || !could_be_one(a, b)) continue;
            *cut = *n == MOST_PROPOSALS;
            if (*cut) return out;
            out[(*n)++] = (cv_merge_proposal){order[i], order[k]};
        }
    }
    return out;
}

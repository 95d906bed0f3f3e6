/* C804: stations with the same votes for every option. With three options that have votes chance
 * gives many pairs (155 groups in Russia 2018, where four leave 50), so four are asked for. */
#include "check/tray.h"

enum { LEAST_OPTIONS = 4, LEAST_VOTES = 50 };

/* One column at a time over all forms, so that memory is read in order. */
static void hash_columns(uint64_t *hash, uint8_t *n_with_votes, const cv_plan *p)
{
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        const cv_cell *votes = p->f->votes[o];
        for (int32_t i = 0; i < p->f->n; i++) {
            uint64_t mixed = (hash[i] ^ (uint32_t)votes[i]) * UINT64_C(0x9e3779b97f4a7c15);
            hash[i] = mixed ^ mixed >> 29;
            n_with_votes[i] += votes[i] > 0 && n_with_votes[i] < LEAST_OPTIONS;
        }
    }
}

static bool same_votes(const cv_plan *p, int32_t a, int32_t b)
{
    for (int32_t o = 0; o < p->contest->n_options; o++)
        if (p->f->votes[o][a] != p->f->votes[o][b]) return false;
    return true;
}

static void add_pair(cv_tray *s, const cv_plan *p, int32_t first, int32_t row)
{
    cv_finding f = cv_tray_new(s, p->c, first, 804);
    f.other = row;
    f.left = f.right = p->f->derived[CV_D_SUM][row];
    f.cap = cv_plan_cap(p, first);
    const cv_station *station = p->e->station;
    if (station[p->f->station[first].i].area.i != station[p->f->station[row].i].area.i)
        s->n_same_apart++;
    cv_tray_add(s, &f, CV_LINES_OPTIONS);
}

void cv_tray_same(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    if (!cv_tray_wants(s, 804) || p->contest->n_options < LEAST_OPTIONS) return;
    cv_rule_count *n = cv_tray_count(s, p->c, 804);
    uint64_t *hash = cv_new(&scratch, uint64_t, p->f->n);
    uint8_t *n_with_votes = cv_new(&scratch, uint8_t, p->f->n);
    hash_columns(hash, n_with_votes, p);
    int64_t n_slots = 64;
    while (n_slots < 2 * (int64_t)p->f->n) n_slots *= 2;
    int32_t *slot = cv_new(&scratch, int32_t, n_slots); /* row + 1 */
    for (int32_t i = 0; i < p->f->n; i++) {
        if (p->f->state[i] != CV_FORM_COUNTED) continue;
        if (n_with_votes[i] < LEAST_OPTIONS || p->f->derived[CV_D_SUM][i] < LEAST_VOTES) {
            n->n_not_applicable++;
            continue;
        }
        n->n_checked++;
        int64_t at = (int64_t)(hash[i] & (uint64_t)(n_slots - 1));
        while (slot[at] && (hash[slot[at] - 1] != hash[i] || !same_votes(p, slot[at] - 1, i)))
            at = (at + 1) & (n_slots - 1);
        bool same_station = slot[at] && p->f->station[slot[at] - 1].i == p->f->station[i].i;
        if (!slot[at])
            slot[at] = i + 1;
        else if (!same_station) /* two forms of one station are C803 */
            add_pair(s, p, slot[at] - 1, i);
    }
}

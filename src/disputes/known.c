#include "disputes/known.h"

#include "disputes/force.h"

bool cv_form_is_known(const cv_forms *f, int32_t row, cv_date known_at)
{
    return !f->recorded || cv_date_is_by(f->recorded[row], known_at);
}

int32_t cv_first_row(const cv_forms *f, int32_t copy, int32_t station)
{
    int32_t low = 0, high = f->n;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        bool less =
            f->copy[middle] != copy ? f->copy[middle] < copy : f->station[middle].i < station;
        if (less)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool cv_row_is_of(const cv_forms *f, int32_t row, int32_t copy, int32_t station)
{
    return row < f->n && f->copy[row] == copy && f->station[row].i == station;
}

/* Earlier versions of one copy are told by their times; a repeat in the same copy has none. */
static bool stands_for_copy(const cv_forms *f, int32_t row)
{
    switch ((cv_form_state)f->state[row]) {
    case CV_FORM_COUNTED:
    case CV_FORM_COPY:
    case CV_FORM_REPEAT:
    case CV_FORM_BOX: return true;
    case CV_FORM_REPLACED: return f->recorded != NULL;
    default: return false;
    }
}

static cv_date time_of(const cv_forms *f, int32_t row)
{
    return f->recorded ? f->recorded[row] : CV_NO_DATE;
}

int32_t cv_known_of_copy(const cv_known *k, int32_t copy)
{
    int32_t found = -1;
    for (int32_t i = cv_first_row(k->f, copy, k->station); cv_row_is_of(k->f, i, copy, k->station);
         i++) {
        if (!stands_for_copy(k->f, i) || !cv_form_is_known(k->f, i, k->known_at)) continue;
        if (found < 0 || cv_date_cmp(time_of(k->f, i), time_of(k->f, found)) >= 0) found = i;
    }
    return found;
}

static bool prevails(const cv_election *e, int32_t copy, int32_t over)
{
    const cv_copy *a = &e->copy[copy], *b = &e->copy[over];
    int32_t x = cv_trust_rank(&e->profile.trust, a->kind);
    int32_t y = cv_trust_rank(&e->profile.trust, b->kind);
    return x != y ? x > y : a->version > b->version;
}

static bool is_before(const cv_forms *f, int32_t row, cv_date from)
{
    cv_date time = time_of(f, row);
    return cv_date_is(time) && cv_date_is(from) && cv_date_cmp(time, from) < 0;
}

static int32_t best(const cv_known *k, bool repeat, cv_date from)
{
    int32_t found = -1;
    for (int32_t copy = 0; copy < k->e->n_copies; copy++) {
        const cv_copy *c = &k->e->copy[copy];
        if (!c->counts || c->is_box || c->is_repeat != repeat) continue;
        int32_t row = cv_known_of_copy(k, copy);
        if (row < 0 || is_before(k->f, row, from)) continue;
        if (found < 0 || prevails(k->e, copy, k->f->copy[found])) found = row;
    }
    return found;
}

int32_t cv_known_base(const cv_known *k)
{
    return best(k, false, CV_NO_DATE);
}

int32_t cv_known_repeat(const cv_known *k, cv_date from)
{
    return best(k, true, from);
}

bool cv_known_recount(const cv_known *k, cv_date from)
{
    for (int32_t copy = 0; copy < k->e->n_copies; copy++) {
        if (k->e->copy[copy].kind != CV_COPY_RECOUNT) continue;
        int32_t row = cv_known_of_copy(k, copy);
        if (row >= 0 && !is_before(k->f, row, from)) return true;
    }
    return false;
}

#include "report/copies.h"

#include <stdlib.h>

#include "base/check.h"

const char *cv_apart_word(cv_apart apart)
{
    static const char *const words[CV_N_APART] = {
        [CV_APART_UNIT] = "unit",   [CV_APART_TRANSPOSED] = "transposed",
        [CV_APART_DIGIT] = "digit", [CV_APART_SHIFT] = "shift",
        [CV_APART_ROWS] = "rows",   [CV_APART_OTHER] = "other",
        [CV_APART_STATE] = "state",
    };
    cv_assert(apart < CV_N_APART);
    return words[apart];
}

const char *cv_held_word_name(cv_held_word w)
{
    static const char *const words[] = {
        [CV_HELD_DECIDES] = "decides", [CV_HELD_TOO_FEW] = "too_few", [CV_HELD_NO_CAP] = "no_cap",
        [CV_HELD_NO_LIST] = "no_list", [CV_HELD_RULE] = "rule",
    };
    cv_assert((size_t)w < sizeof words / sizeof *words);
    return words[w];
}

typedef struct {
    cv_count apart;
    int64_t at;
    int32_t n_cells;
    bool zero;
} station_key;

static int compare_stations(const void *left, const void *right)
{
    const station_key *a = left, *b = right;
    if (a->zero != b->zero) return a->zero ? 1 : -1;
    if (a->apart != b->apart) return a->apart > b->apart ? -1 : 1;
    if (a->n_cells != b->n_cells) return a->n_cells > b->n_cells ? -1 : 1;
    return a->at < b->at ? -1 : 1;
}

const int64_t *cv_copies_widest(const cv_copy_pair *pair, cv_arena *keep)
{
    station_key *key = cv_new(keep, station_key, pair->n_stations);
    for (int64_t i = 0; i < pair->n_stations; i++) {
        const cv_copy_station *s = &pair->station[i];
        key[i] = (station_key){s->votes_apart, i, s->n_cells, s->zero_a || s->zero_b};
    }
    if (pair->n_stations) qsort(key, (size_t)pair->n_stations, sizeof *key, compare_stations);
    int64_t *order = cv_new(keep, int64_t, pair->n_stations);
    for (int64_t i = 0; i < pair->n_stations; i++) order[i] = key[i].at;
    return order;
}

const cv_cell *cv_copies_column(const cv_forms *f, const cv_copy_cell *cell)
{
    return cell->option >= 0 ? f->votes[cell->option] : cv_forms_column(f, cell->field);
}

cv_str cv_copies_line_id(const cv_election *e, cv_contest_ix c, const cv_copy_cell *cell)
{
    return cell->option >= 0 ? e->contest[c.i].option[cell->option].id : e->field[cell->field].id;
}

bool cv_copies_any(const cv_report *r)
{
    for (int32_t i = 0; i < r->review->election->n_contests; i++)
        if (cv_report_shows(r, i) && r->review->contest[i].copies.n_pairs) return true;
    return false;
}

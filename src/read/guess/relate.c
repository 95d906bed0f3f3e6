/* What several tables are to each other. */
#include "read/guess/draft.h"

#include "read/guess/hashes.h"

enum { SAME_OPTIONS = 80, SAME_STATIONS = 50, OPTIONS_SEEN = 5000 };

/* ---- what two tables share ---- */

static uint64_t row_hash(const cv_survey *s, const int32_t *column, int32_t n, int32_t row)
{
    uint64_t h = UINT64_C(0x9e3779b97f4a7c15);
    for (int32_t k = 0; k < n; k++)
        h = (h ^ s->column[column[k]].hash[row]) * UINT64_C(0xff51afd7ed558ccd);
    return h;
}

/* Of 100 things of the one that has fewer, how many are in the other too. */
static int32_t shared(const cv_survey *a, const int32_t *a_column, const cv_survey *b,
                      const int32_t *b_column, int32_t n, cv_arena scratch)
{
    cv_hashes first = cv_hashes_open(a->n_rows, &scratch);
    cv_hashes second = cv_hashes_open(b->n_rows, &scratch);
    bool is_new;
    int64_t both = 0;
    for (int32_t i = 0; i < a->n_rows; i++)
        cv_hashes_put(&first, row_hash(a, a_column, n, i), &is_new);
    for (int32_t i = 0; i < b->n_rows; i++) {
        uint64_t h = row_hash(b, b_column, n, i);
        cv_hashes_put(&second, h, &is_new);
        both += is_new && cv_hashes_has(&first, h);
    }
    int32_t least = first.n < second.n ? first.n : second.n;
    return least ? (int32_t)(100 * both / least) : 0;
}

/* ---- options ---- */

static int32_t columns_of(const cv_draft_table *t, cv_use use, int32_t *out, int32_t room)
{
    int32_t n = 0;
    for (int32_t c = 0; c < t->guess->n_columns && n < room; c++)
        if (t->guess->column[c].use == use) out[n++] = c;
    return n;
}

static bool has_option_named(const cv_draft_table *t, cv_str name)
{
    for (int32_t c = 0; c < t->guess->n_columns; c++)
        if (t->guess->column[c].use == CV_USE_OPTION && cv_str_eq(t->survey->column[c].name, name))
            return true;
    return false;
}

static bool same_options_wide(const cv_draft_table *a, const cv_draft_table *b)
{
    int32_t n = 0, same = 0;
    for (int32_t c = 0; c < b->guess->n_columns; c++) {
        if (b->guess->column[c].use != CV_USE_OPTION) continue;
        n++;
        same += has_option_named(a, b->survey->column[c].name);
    }
    return n > 0 && 100 * same >= SAME_OPTIONS * n;
}

static bool same_options(const cv_draft_table *a, const cv_draft_table *b, cv_arena scratch)
{
    enum { ROOM = 4 };
    int32_t x[ROOM], y[ROOM];
    if (a->guess->is_long != b->guess->is_long) return false;
    if (!a->guess->is_long) return same_options_wide(a, b);
    int32_t n = columns_of(a, CV_USE_OPTION_ID, x, ROOM - 1);
    if (n != columns_of(b, CV_USE_OPTION_ID, y, ROOM - 1)) return false;
    bool a_named = columns_of(a, CV_USE_OPTION_NAME, x + n, 1) == 1;
    bool b_named = columns_of(b, CV_USE_OPTION_NAME, y + n, 1) == 1;
    n += a_named && b_named;
    return a_named == b_named && shared(a->survey, x, b->survey, y, n, scratch) >= SAME_OPTIONS;
}

/* ---- the door ---- */

static void relate_one(cv_draft_table *table, int32_t i, cv_arena scratch)
{
    cv_draft_table *t = &table[i];
    t->is = CV_DRAFT_CONTEST;
    t->of = i;
    for (int32_t k = 0; k < i; k++) {
        const cv_draft_table *o = &table[k];
        if (o->of != k || o->guess->n_key != t->guess->n_key || !t->guess->n_key) continue;
        if (!same_options(o, t, scratch)) continue;
        t->of = k;
        t->shared =
            shared(o->survey, o->guess->key, t->survey, t->guess->key, t->guess->n_key, scratch);
        t->is = t->shared >= SAME_STATIONS ? CV_DRAFT_VERSION : CV_DRAFT_PART;
        return;
    }
}

/* Versions of one contest by their rows, the fewest first; of equal ones in the order given. */
static void number_versions(cv_draft_table *table, int32_t n, int32_t first)
{
    int32_t count = 0;
    for (int32_t i = 0; i < n; i++)
        count += table[i].of == first && (i == first || table[i].is == CV_DRAFT_VERSION);
    if (count < 2) return;
    for (int32_t i = 0; i < n; i++) {
        if (table[i].of != first || (i != first && table[i].is != CV_DRAFT_VERSION)) continue;
        table[i].version = 1;
        for (int32_t k = 0; k < n; k++) {
            if (k == i || table[k].of != first) continue;
            if (k != first && table[k].is != CV_DRAFT_VERSION) continue;
            int32_t a = table[k].survey->n_rows, b = table[i].survey->n_rows;
            table[i].version += a < b || (a == b && k < i);
        }
    }
}

void cv_draft_relate(cv_draft_table *table, int32_t n, cv_arena scratch)
{
    for (int32_t i = 0; i < n; i++) {
        table[i].version = table[i].shared = 0;
        relate_one(table, i, scratch);
    }
    for (int32_t i = 0; i < n; i++)
        if (table[i].of == i) number_versions(table, n, i);
}

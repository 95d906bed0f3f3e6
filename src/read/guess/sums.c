#include "read/guess/sums.h"

#include <stdbool.h>
#include <string.h>

enum {
    PRIME = 2147483647, /* 2^31 − 1: figures up to 10^9 stay what they are, products fit */
    COLUMNS = 200,      /* in one search */
    ROWS = 4096,        /* that a relation is held against, evenly spread */
    SPARE = 12,         /* rows of a sample beyond one a column */
    TRIES = 48,
    FREE_ALL = 8,  /* free columns up to which all combinations are tried: 3^8 */
    FREE_MOST = 40 /* up to here those of three; past it the sample says nothing */
};

/* What a search works with: columns that are not all zero, none twice. */
typedef struct {
    const cv_figures *f;
    int32_t n, n_rows;
    int32_t column[COLUMNS];
    int32_t *row;    /* [n_rows] of the figures */
    int64_t *matrix; /* [n + SPARE][n] */
    int32_t pivot[COLUMNS], free[COLUMNS];
    int32_t rank, n_free;
    int8_t vector[COLUMNS];
    cv_sum *found;
    int64_t n_found, cap;
    int32_t n_twins; /* the first of `found`: columns equal to an earlier one */
    cv_arena *keep;
} search;

static int32_t value(const cv_figures *f, int32_t column, int32_t row)
{
    int32_t v = f->cell[column][row];
    return v > 0 ? v : 0;
}

/* ---- counting ---- */

static void count_row(cv_sum *s, const cv_figures *f, int32_t row)
{
    int64_t sum = 0;
    for (int32_t k = 0; k < s->n_parts; k++) sum += value(f, s->part[k], row);
    int32_t total = value(f, s->total, row);
    if (sum == 0 && total == 0) return;
    s->rows++;
    s->holds += sum == total;
}

void cv_sum_count(cv_sum *s, const cv_figures *f)
{
    s->holds = s->rows = 0;
    for (int32_t i = 0; i < f->n_rows; i++) count_row(s, f, i);
}

int32_t cv_sums_at_least(const cv_figures *f, int32_t large, int32_t small, int32_t *rows)
{
    int32_t holds = 0;
    *rows = 0;
    for (int32_t i = 0; i < f->n_rows; i++) {
        if (f->cell[large][i] <= 0 || f->cell[small][i] <= 0) continue;
        ++*rows;
        holds += f->cell[large][i] >= f->cell[small][i];
    }
    return holds;
}

/* ---- what takes part ---- */

static void choose_rows(search *s, cv_arena *scratch)
{
    const cv_figures *f = s->f;
    s->n_rows = f->n_rows < ROWS ? f->n_rows : ROWS;
    s->row = cv_new(scratch, int32_t, s->n_rows);
    for (int32_t i = 0; i < s->n_rows; i++)
        s->row[i] = (int32_t)((int64_t)i * f->n_rows / s->n_rows);
}

static bool is_all_zero(const search *s, int32_t column)
{
    for (int32_t i = 0; i < s->n_rows; i++)
        if (value(s->f, column, s->row[i])) return false;
    return true;
}

static bool are_equal(const search *s, int32_t a, int32_t b)
{
    for (int32_t i = 0; i < s->n_rows; i++)
        if (value(s->f, a, s->row[i]) != value(s->f, b, s->row[i])) return false;
    return true;
}

static void add_found(search *s, int32_t total, const int32_t *part, int32_t n)
{
    for (int64_t i = 0; i < s->n_found; i++)
        if (s->found[i].total == total && s->found[i].n_parts == n &&
            memcmp(s->found[i].part, part, (size_t)n * sizeof *part) == 0)
            return;
    int32_t *own = cv_new(s->keep, int32_t, n);
    memcpy(own, part, (size_t)n * sizeof *part);
    cv_sum sum = {.total = total, .n_parts = n, .part = own};
    for (int32_t i = 0; i < s->n_rows; i++) count_row(&sum, s->f, s->row[i]);
    if ((int64_t)100 * sum.holds < (int64_t)CV_SUM_LEAST * sum.rows) sum.rows = 0;
    cv_room(s->keep, cv_sum, s->found, s->n_found, s->cap);
    s->found[s->n_found++] = sum; /* without rows: looked at, and no relation */
}

static void choose_columns(search *s)
{
    for (int32_t c = 0; c < s->f->n_columns && s->n < COLUMNS; c++) {
        if (is_all_zero(s, c)) continue;
        int32_t twin = 0;
        while (twin < s->n && !are_equal(s, s->column[twin], c)) twin++;
        if (twin < s->n) {
            add_found(s, c, &s->column[twin], 1);
            s->n_twins++;
        } else {
            s->column[s->n++] = c;
        }
    }
}

/* What a column is the sum of, or a part of, its twin is too. */
static void add_twin_sums(search *s, int32_t column, int32_t twin)
{
    for (int64_t i = 0, n = s->n_found; i < n; i++) {
        const cv_sum *sum = &s->found[i];
        int32_t part[COLUMNS], total = sum->total == column ? twin : sum->total;
        bool has = sum->total == column, both = false;
        for (int32_t k = 0; k < sum->n_parts; k++) {
            has |= sum->part[k] == column;
            both |= sum->part[k] == twin || sum->total == twin;
            part[k] = sum->part[k] == column ? twin : sum->part[k];
        }
        if (!has || both || sum->n_parts < 2) continue;
        for (int32_t k = 1; k < sum->n_parts; k++)
            for (int32_t j = k; j > 0 && part[j - 1] > part[j]; j--) {
                int32_t moved = part[j];
                part[j] = part[j - 1];
                part[j - 1] = moved;
            }
        add_found(s, total, part, sum->n_parts);
    }
}

/* ---- the null space of a sample ---- */

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    x ^= x >> 33;
    x *= UINT64_C(0xc4ceb9fe1a85ec53);
    return x ^ (x >> 33);
}

/* A row in which the column is more than zero, from a place on that the try decides. */
static int32_t row_with(const search *s, int32_t column, uint64_t seed)
{
    int32_t from = (int32_t)(mix(seed) % (uint64_t)s->n_rows);
    for (int32_t i = 0; i < s->n_rows; i++) {
        int32_t row = s->row[(from + i) % s->n_rows];
        if (value(s->f, column, row)) return row;
    }
    return s->row[from];
}

/* One row for each column in which it is not zero, so that no column is free by accident. */
static void draw_sample(search *s, int32_t attempt)
{
    for (int32_t r = 0; r < s->n + SPARE; r++) {
        uint64_t seed = ((uint64_t)attempt << 32) + (uint64_t)r + 1;
        int32_t row =
            r < s->n ? row_with(s, s->column[r], seed) : s->row[mix(seed) % (uint64_t)s->n_rows];
        for (int32_t c = 0; c < s->n; c++) s->matrix[r * s->n + c] = value(s->f, s->column[c], row);
    }
}

static int64_t inverse(int64_t a)
{
    int64_t result = 1, base = a % PRIME;
    for (int64_t e = PRIME - 2; e > 0; e >>= 1) {
        if (e & 1) result = result * base % PRIME;
        base = base * base % PRIME;
    }
    return result;
}

static void clear_column(search *s, int32_t pivot_row, int32_t c)
{
    int64_t *p = s->matrix + pivot_row * s->n;
    for (int32_t r = 0; r < s->n + SPARE; r++) {
        int64_t *line = s->matrix + r * s->n, times = line[c];
        if (r == pivot_row || !times) continue;
        for (int32_t k = 0; k < s->n; k++) line[k] = (line[k] + (PRIME - times) * p[k]) % PRIME;
    }
}

/* Reduced row echelon form; columns without a pivot are free. */
static void eliminate(search *s)
{
    s->rank = s->n_free = 0;
    for (int32_t c = 0; c < s->n; c++) {
        int32_t r = s->rank;
        while (r < s->n + SPARE && !s->matrix[r * s->n + c]) r++;
        if (r == s->n + SPARE) {
            s->free[s->n_free++] = c;
            continue;
        }
        int64_t *from = s->matrix + r * s->n, *to = s->matrix + s->rank * s->n;
        int64_t scale = inverse(from[c]);
        for (int32_t k = 0; k < s->n; k++) {
            int64_t v = from[k] * scale % PRIME;
            from[k] = to[k];
            to[k] = v;
        }
        clear_column(s, s->rank, c);
        s->pivot[s->rank++] = c;
    }
}

/* ---- vectors of 0, 1 and −1 ---- */

/* The vector with these entries at the free columns; false when an entry is another number. */
static bool complete_vector(search *s, const int8_t *at_free)
{
    memset(s->vector, 0, sizeof s->vector);
    for (int32_t k = 0; k < s->n_free; k++) s->vector[s->free[k]] = at_free[k];
    for (int32_t r = 0; r < s->rank; r++) {
        int64_t sum = 0;
        for (int32_t k = 0; k < s->n_free; k++) {
            int64_t m = s->matrix[r * s->n + s->free[k]];
            if (at_free[k]) sum += at_free[k] > 0 ? PRIME - m : m;
        }
        sum %= PRIME;
        if (sum > 1 && sum < PRIME - 1) return false;
        s->vector[s->pivot[r]] = (int8_t)(sum > 1 ? -1 : sum);
    }
    return true;
}

/* Exactly one −1: it is the total. The vector with all signs changed comes by itself. */
static void take_vector(search *s)
{
    int32_t part[COLUMNS], n = 0, total = -1;
    for (int32_t c = 0; c < s->n; c++) {
        if (s->vector[c] == 1) part[n++] = s->column[c];
        if (s->vector[c] == -1 && total >= 0) return;
        if (s->vector[c] == -1) total = s->column[c];
    }
    if (total >= 0 && n > 0) add_found(s, total, part, n);
}

static void try_all(search *s)
{
    int8_t at_free[FREE_ALL] = {0};
    int32_t combinations = 1;
    for (int32_t k = 0; k < s->n_free; k++) combinations *= 3;
    for (int32_t i = 1; i < combinations; i++) {
        for (int32_t k = 0, rest = i; k < s->n_free; k++, rest /= 3)
            at_free[k] = (int8_t)(rest % 3 == 2 ? -1 : rest % 3);
        if (complete_vector(s, at_free)) take_vector(s);
    }
}

/* Free columns a <= b <= c: at most three of them are not zero. */
static void try_three(search *s, int32_t a, int32_t b, int32_t c)
{
    for (int32_t signs = 0; signs < 8; signs++) {
        int8_t at_free[FREE_MOST] = {0};
        at_free[a] = signs & 1 ? -1 : 1;
        at_free[b] = signs & 2 ? -1 : 1;
        at_free[c] = signs & 4 ? -1 : 1;
        if (complete_vector(s, at_free)) take_vector(s);
    }
}

static void try_combinations(search *s)
{
    if (s->n_free > FREE_MOST) return;
    if (s->n_free <= FREE_ALL) {
        try_all(s);
        return;
    }
    for (int32_t a = 0; a < s->n_free; a++)
        for (int32_t b = a; b < s->n_free; b++)
            for (int32_t c = b; c < s->n_free; c++) try_three(s, a, b, c);
}

/* ---- the search ---- */

static bool is_better(const cv_sum *a, const cv_sum *b)
{
    int64_t left = (int64_t)a->holds * b->rows, right = (int64_t)b->holds * a->rows;
    if (left != right) return left > right;
    if (a->n_parts != b->n_parts) return a->n_parts < b->n_parts;
    if (a->total != b->total) return a->total < b->total;
    for (int32_t k = 0; k < a->n_parts; k++)
        if (a->part[k] != b->part[k]) return a->part[k] < b->part[k];
    return false;
}

/* Without those that turned out to be none, sorted. */
static int32_t sort_found(search *s)
{
    int32_t n = 0;
    for (int64_t i = 0; i < s->n_found; i++) {
        if (!s->found[i].rows) continue;
        cv_sum moved = s->found[i];
        int32_t at = n++;
        for (; at > 0 && is_better(&moved, &s->found[at - 1]); at--)
            s->found[at] = s->found[at - 1];
        s->found[at] = moved;
    }
    return n;
}

int32_t cv_sums_find(const cv_sum **out, const cv_figures *f, cv_arena *keep, cv_arena scratch)
{
    search *s = cv_new(&scratch, search, 1);
    s->f = f;
    s->keep = keep;
    *out = NULL;
    if (f->n_rows < 1) return 0;
    choose_rows(s, &scratch);
    choose_columns(s);
    bool enough = s->n >= 2 && s->n_rows >= s->n + SPARE / 4;
    s->matrix = cv_new(&scratch, int64_t, (int64_t)(s->n + SPARE) * s->n);
    for (int32_t attempt = 0; enough && attempt < TRIES; attempt++) {
        draw_sample(s, attempt);
        eliminate(s);
        if (s->n_free) try_combinations(s);
    }
    for (int32_t i = 0; i < s->n_twins; i++)
        add_twin_sums(s, s->found[i].part[0], s->found[i].total);
    int32_t n = sort_found(s);
    *out = s->found;
    return n;
}

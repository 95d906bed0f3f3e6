#include "check/repair_slip.h"

enum { MOST_DIGITS = 10 };

/* Digits from the last to the first. */
typedef struct {
    int32_t n;
    int8_t digit[MOST_DIGITS];
} digits;

static digits digits_of(cv_cell x)
{
    digits d = {.n = 0};
    do {
        d.digit[d.n++] = (int8_t)(x % 10);
        x /= 10;
    } while (x > 0);
    return d;
}

/* Pairs that are mistaken for each other in handwriting. */
static bool look_alike(int32_t a, int32_t b)
{
    static const int8_t pair[][2] = {
        {1, 7},
        {0, 6},
        {3, 8},
        {4, 9},
        {5, 6},
        {0, 9},
        {2, 7},
        {3, 5}
    };
    for (size_t i = 0; i < sizeof pair / sizeof pair[0]; i++)
        if ((pair[i][0] == a && pair[i][1] == b) || (pair[i][0] == b && pair[i][1] == a))
            return true;
    return false;
}

/* The shorter one is the longer one without one of its digits. */
static bool lacks_one(const digits *longer, const digits *shorter)
{
    int32_t k = 0;
    while (k < shorter->n && longer->digit[k] == shorter->digit[k]) k++;
    for (; k < shorter->n; k++)
        if (longer->digit[k + 1] != shorter->digit[k]) return false;
    return true;
}

static cv_slip of_same_length(const digits *a, const digits *b)
{
    int32_t n = 0, last = 0, first = -1;
    for (int32_t k = 0; k < a->n; k++) {
        if (a->digit[k] == b->digit[k]) continue;
        if (n++ == 0) first = k;
        last = k;
    }
    if (n == 1)
        return look_alike(a->digit[first], b->digit[first]) ? CV_SLIP_DIGIT_ALIKE : CV_SLIP_DIGIT;
    bool swapped = n == 2 && last == first + 1 && a->digit[first] == b->digit[last] &&
                   a->digit[last] == b->digit[first];
    return swapped ? CV_SLIP_DIGITS_SWAPPED : CV_SLIP_OTHER;
}

cv_slip cv_slip_between(cv_cell from, cv_cell to, int32_t *cost)
{
    static const int8_t costs[] = {
        [CV_SLIP_FILLED] = 1, [CV_SLIP_DIGITS_SWAPPED] = 1, [CV_SLIP_DIGIT_ALIKE] = 1,
        [CV_SLIP_DIGIT] = 2,  [CV_SLIP_LENGTH] = 2,         [CV_SLIP_OTHER] = CV_SLIP_COST_OTHER};
    cv_slip slip = CV_SLIP_FILLED;
    if (from >= 0) {
        digits a = digits_of(from), b = digits_of(to);
        slip = CV_SLIP_OTHER;
        if (a.n == b.n) slip = of_same_length(&a, &b);
        if (a.n == b.n + 1 && lacks_one(&a, &b)) slip = CV_SLIP_LENGTH;
        if (b.n == a.n + 1 && lacks_one(&b, &a)) slip = CV_SLIP_LENGTH;
    }
    *cost = costs[slip];
    return slip;
}

typedef struct {
    cv_slip_value *out;
    int32_t n;
} values;

static void add(values *v, int64_t value, int32_t cost)
{
    if (value > CV_CELL_MAX) return;
    v->out[v->n++] = (cv_slip_value){(cv_cell)value, (int8_t)cost};
}

static void add_digits(values *v, const digits *d, int64_t from)
{
    int64_t unit = 1;
    for (int32_t k = 0; k < d->n; k++, unit *= 10) {
        int32_t old = d->digit[k];
        for (int32_t fresh = k == d->n - 1 && d->n > 1; fresh < 10; fresh++)
            if (fresh != old) add(v, from + (fresh - old) * unit, look_alike(old, fresh) ? 1 : 2);
        int32_t above = k + 1 < d->n ? d->digit[k + 1] : old;
        bool leads = k + 2 == d->n && old == 0;
        if (above != old && !leads) add(v, from + (int64_t)(above - old) * (unit - 10 * unit), 1);
    }
}

static void add_lengths(values *v, const digits *d, int64_t from)
{
    int64_t unit = 1;
    for (int32_t k = 0; k < d->n && d->n > 1; k++, unit *= 10)
        if (k < d->n - 1 || d->digit[k - 1] > 0 || d->n == 2)
            add(v, from / (10 * unit) * unit + from % unit, 2);
    int32_t first = from == 0; /* 05 is 5 */
    unit = first ? 10 : 1;
    for (int32_t k = first; k <= d->n; k++, unit *= 10)
        for (int32_t fresh = k == d->n; fresh < 10; fresh++)
            add(v, (from / unit * 10 + fresh) * unit + from % unit, 2);
}

int32_t cv_slip_values(cv_slip_value out[CV_SLIP_VALUES], cv_cell from, bool lengths)
{
    values v = {out, 0};
    if (from < 0) return 0;
    digits d = digits_of(from);
    add_digits(&v, &d, from);
    if (lengths) add_lengths(&v, &d, from);
    return v.n;
}

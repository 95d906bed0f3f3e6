#include "copies/apart.h"

#include "base/check.h"

enum { DIGITS = 9 }; /* of CV_CELL_MAX */

/* The digits of n, the last one first; 0 has one. */
static int32_t digits_of(int8_t *digit, cv_cell n)
{
    int32_t count = 0;
    do {
        digit[count++] = (int8_t)(n % 10);
        n /= 10;
    } while (n > 0);
    return count;
}

/* Two numbers of the same number of digits: how many differ, and whether two neighbours that do
 * are exchanged. */
static cv_apart by_digits(cv_cell a, cv_cell b)
{
    int8_t x[DIGITS], y[DIGITS];
    int32_t n = digits_of(x, a), first = -1, differ = 0;
    if (n != digits_of(y, b)) return CV_APART_OTHER;
    for (int32_t i = n - 1; i >= 0; i--) {
        if (x[i] == y[i]) continue;
        if (differ++ == 0) first = i;
    }
    if (differ == 1) return CV_APART_DIGIT;
    bool neighbours = differ == 2 && first > 0 && x[first - 1] != y[first - 1];
    if (neighbours && x[first] == y[first - 1] && x[first - 1] == y[first])
        return CV_APART_TRANSPOSED;
    return CV_APART_OTHER;
}

cv_apart cv_apart_of(cv_cell a, cv_cell b, bool rows)
{
    cv_assert(a != b && cv_apart_carries(a) && cv_apart_carries(b));
    if (a < 0 || b < 0) return CV_APART_STATE;
    if (a - b == 1 || b - a == 1) return CV_APART_UNIT;
    cv_apart by = by_digits(a, b);
    if (by != CV_APART_OTHER) return by;
    if (a / 10 == b || b / 10 == a) return CV_APART_SHIFT;
    return rows ? CV_APART_ROWS : CV_APART_OTHER;
}

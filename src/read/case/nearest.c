#include "read/case/nearest.h"

enum { LONGEST = 120 }; /* bytes compared; longer words are only near when their beginnings are */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance (Damerau 1964), over bytes. */
static int32_t distance(cv_str a, cv_str b)
{
    int32_t rows[3][LONGEST + 1];
    int32_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (int32_t j = 0; j <= b.n; j++) last[j] = j;
    for (int32_t i = 1; i <= a.n; i++) {
        now[0] = i;
        for (int32_t j = 1; j <= b.n; j++) {
            char x = lower(a.s[i - 1]), y = lower(b.s[j - 1]);
            now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b.s[j - 2]) && y == lower(a.s[i - 2]))
                now[j] = least(now[j], before[j - 2] + 1);
        }
        int32_t *spare = before;
        before = last, last = now, now = spare;
    }
    return last[b.n];
}

int32_t cv_nearest(cv_str word, const cv_str *known, int32_t n)
{
    word = cv_str_cut(word, 0, LONGEST);
    int32_t found = -1, fewest = word.n < 3 ? 1 : (int32_t)(word.n / 3);
    for (int32_t i = 0; i < n; i++) {
        cv_str other = cv_str_cut(known[i], 0, LONGEST);
        if (!other.n || other.n - word.n > fewest || word.n - other.n > fewest) continue;
        int32_t d = distance(word, other);
        if (d > fewest || (d == fewest && found >= 0)) continue;
        found = i;
        fewest = d;
    }
    return found;
}

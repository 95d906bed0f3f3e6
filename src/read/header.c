#include "read/header.h"

#include "base/count.h"
#include "base/text.h"
#include "read/table.h"

static cv_str cell_at(const cv_str *line, int32_t n, int32_t i)
{
    return i < n ? line[i] : CV_STR("");
}

/* The cell, or the nearest one to its left that is not empty. */
static cv_str repeated(const cv_str *line, int32_t n, int32_t i)
{
    cv_str cell = CV_STR("");
    for (; i >= 0 && !cell.n; i--) cell = cell_at(line, n, i);
    return cell;
}

const cv_str *cv_header_join(const cv_str *const *line, const int32_t *n_cells, int32_t n_lines,
                             int32_t *n, cv_arena *keep)
{
    *n = 0;
    for (int32_t k = 0; k < n_lines; k++)
        if (n_cells[k] > *n) *n = n_cells[k];
    cv_str *name = cv_new(keep, cv_str, *n);
    for (int32_t i = 0; i < *n; i++) {
        cv_text t = cv_text_open(keep);
        for (int32_t k = 0; k < n_lines; k++) {
            cv_str cell = k + 1 < n_lines ? repeated(line[k], n_cells[k], i)
                                          : cell_at(line[k], n_cells[k], i);
            if (cell.n && t.n) cv_text_add(&t, CV_STR(" / "));
            cv_text_add(&t, cell);
        }
        name[i] = cv_str_copy(keep, cv_text_str(&t));
    }
    return name;
}

/* The which-th column of this name (from 1), or -1; how many there are goes to *n_found. */
static int32_t find_nth(const cv_str *column, int32_t n, cv_str name, cv_count which,
                        int32_t *n_found)
{
    int32_t found = CV_COLUMN_NONE;
    *n_found = 0;
    for (int32_t i = 0; i < n; i++)
        if (cv_str_eq(column[i], name) && ++*n_found == which) found = i;
    return found;
}

int32_t cv_header_find(const cv_str *column, int32_t n, cv_str name)
{
    int32_t n_found;
    int32_t found = find_nth(column, n, name, 1, &n_found);
    if (n_found > 1) return CV_COLUMN_AMBIGUOUS;
    if (n_found == 1) return found;

    int64_t hash = name.n - 1;
    while (hash >= 0 && name.s[hash] != '#') hash--;
    cv_count number;
    if (hash < 0 || cv_count_parse(&number, cv_str_cut(name, hash + 1, name.n)) != CV_PARSE_OK ||
        number < 1)
        return CV_COLUMN_NONE;
    if (hash == 0) return number <= n ? (int32_t)number - 1 : CV_COLUMN_NONE;
    return find_nth(column, n, cv_str_cut(name, 0, hash), number, &n_found);
}

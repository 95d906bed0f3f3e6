#include "report/grid.h"

#include "base/check.h"

enum { GAP = 2, LEAST_TEXT = 4 };

cv_grid cv_grid_open(const cv_grid_column *column, int32_t n_columns, const cv_language *l,
                     cv_arena *keep)
{
    cv_assert(n_columns > 0 && n_columns <= CV_GRID_COLUMNS_MAX);
    return (cv_grid){.column = column, .n_columns = n_columns, .language = l, .keep = keep};
}

void cv_grid_add(cv_grid *t, cv_str text, cv_ink ink)
{
    cv_room(t->keep, cv_grid_cell, t->cell, t->n_cells, t->cap_cells);
    t->cell[t->n_cells++] = (cv_grid_cell){text, ink};
}

void cv_grid_add_count(cv_grid *t, cv_count n)
{
    cv_grid_add(t, cv_language_count(t->language, n, t->keep), CV_INK_PLAIN);
}

int64_t cv_grid_n_rows(const cv_grid *t)
{
    cv_assert(t->n_cells % t->n_columns == 0);
    return t->n_cells / t->n_columns;
}

/* Widths of the columns; a column that is left out has width -1. */
typedef struct {
    int32_t width[CV_GRID_COLUMNS_MAX];
} layout;

cv_str cv_grid_head(const cv_grid *t, int32_t c)
{
    const cv_grid_column *column = &t->column[c];
    return column->as_is ? cv_str_of(column->head) : cv_tr(t->language, column->head);
}

static layout natural(const cv_grid *t, int64_t n_rows)
{
    layout l;
    for (int32_t c = 0; c < t->n_columns; c++) {
        l.width[c] = cv_str_width(cv_grid_head(t, c));
        for (int64_t r = 0; r < n_rows; r++) {
            int32_t w = cv_str_width(t->cell[r * t->n_columns + c].text);
            if (w > l.width[c]) l.width[c] = w;
        }
    }
    return l;
}

static int32_t total(const cv_grid *t, const layout *l)
{
    int32_t sum = -GAP;
    for (int32_t c = 0; c < t->n_columns; c++)
        if (l->width[c] >= 0) sum += l->width[c] + GAP;
    return sum;
}

/* Shortens the widest text column by one, as long as one is wider than it has to be. */
static bool shorten(const cv_grid *t, layout *l, bool to_the_bone)
{
    int32_t widest = -1;
    for (int32_t c = 0; c < t->n_columns; c++) {
        int32_t least = t->column[c].least;
        if (t->column[c].align == CV_RIGHT || !least) continue;
        if (to_the_bone && least > LEAST_TEXT) least = LEAST_TEXT;
        if (l->width[c] <= least) continue;
        if (widest < 0 || l->width[c] > l->width[widest]) widest = c;
    }
    if (widest >= 0) l->width[widest]--;
    return widest >= 0;
}

static bool leave_out(const cv_grid *t, layout *l)
{
    for (int32_t c = t->n_columns - 1; c >= 0; c--) {
        if (l->width[c] < 0 || !t->column[c].may_go) continue;
        l->width[c] = -1;
        return true;
    }
    return false;
}

/* When a column is left out the others get their natural width back before they shrink again. */
static layout fit(const cv_grid *t, int64_t n_rows, int32_t columns)
{
    const layout full = natural(t, n_rows);
    layout kept = full;
    for (;;) {
        layout l = kept;
        while (total(t, &l) > columns && shorten(t, &l, false)) continue;
        if (total(t, &l) <= columns) return l;
        if (leave_out(t, &kept)) continue;
        while (total(t, &l) > columns && shorten(t, &l, true)) continue;
        return l;
    }
}

/* The longest end of `s` that takes at most `columns`; it never begins with a mark that belongs
 * to the character before it. */
static cv_str fit_end(cv_str s, int32_t columns)
{
    int64_t from = s.n;
    for (int64_t at = s.n - 1; at >= 0; at--) {
        cv_str end = cv_str_cut(s, at, s.n);
        if (((unsigned char)s.s[at] & 0xc0) == 0x80) continue; /* inside a character */
        if (cv_str_width(end) > columns) break;
        if (cv_str_width(end) > cv_str_width(cv_str_cut(s, from, s.n))) from = at;
    }
    return cv_str_cut(s, from, s.n);
}

static void add_cell(cv_text *to, cv_grid_cell cell, int32_t width, const cv_grid_column *column,
                     const cv_look *look)
{
    bool cut = cv_str_width(cell.text) > width;
    int32_t room = cut ? width - 1 : width, for_end = cut && column->by_ends ? room / 2 : 0;
    cv_str end = for_end > 0 ? fit_end(cell.text, for_end) : (cv_str){0};
    cv_str text = cut ? cv_str_fit(cell.text, room - cv_str_width(end)) : cell.text;
    int32_t pad = room - cv_str_width(text) - cv_str_width(end);
    if (column->align == CV_RIGHT) cv_text_repeat(to, ' ', pad);
    cv_show_ink(to, text, cell.ink, look);
    if (cut) cv_text_add(to, CV_STR("…"));
    cv_show_ink(to, end, cell.ink, look);
    if (column->align == CV_LEFT) cv_text_repeat(to, ' ', pad);
}

static void end_line(cv_text *to)
{
    while (to->n && to->s[to->n - 1] == ' ') to->n--;
    cv_text_add(to, CV_STR("\n"));
}

static void add_row(cv_text *to, const cv_grid *t, const layout *l, const cv_grid_cell *cell,
                    const cv_look *look)
{
    bool first = true;
    for (int32_t c = 0; c < t->n_columns; c++) {
        if (l->width[c] < 0) continue;
        if (!first) cv_text_repeat(to, ' ', GAP);
        first = false;
        add_cell(to, cell[c], l->width[c], &t->column[c], look);
    }
    end_line(to);
}

void cv_grid_show(cv_text *to, const cv_grid *t, int64_t most, int32_t indent, const cv_look *look)
{
    int64_t n_rows = cv_grid_n_rows(t);
    if (n_rows > most) n_rows = most;
    if (n_rows <= 0) return;
    layout l = fit(t, n_rows, look->columns - indent);
    cv_grid_cell head[CV_GRID_COLUMNS_MAX];
    for (int32_t c = 0; c < t->n_columns; c++)
        head[c] = (cv_grid_cell){cv_grid_head(t, c), CV_INK_STRONG};
    cv_text_repeat(to, ' ', indent);
    add_row(to, t, &l, head, look);
    for (int64_t r = 0; r < n_rows; r++) {
        cv_text_repeat(to, ' ', indent);
        add_row(to, t, &l, t->cell + r * t->n_columns, look);
    }
}

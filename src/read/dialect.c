#include "read/dialect.h"

#include <string.h>

enum { LINES = 200 };

int64_t cv_line_length(cv_str text)
{
    const char *lf = memchr(text.s, '\n', (size_t)text.n);
    int64_t most = lf ? lf - text.s + 1 : text.n;
    const char *cr = memchr(text.s, '\r', (size_t)most);
    if (!cr) return lf ? most : -1;
    int64_t n = cr - text.s + 1;
    if (n == text.n) return -1;
    return text.s[n] == '\n' ? n + 1 : n;
}

/* Cells of the row at the start of `text`, whose bytes go to *length. A row ends at a line end
 * outside quotes. */
static int32_t count_cells(cv_str text, char separator, char quote, int64_t *length)
{
    int32_t n = 1;
    bool inside = false;
    int64_t i = 0;
    for (; i < text.n; i++) {
        char c = text.s[i];
        if (quote && c == quote) inside = !inside;
        if (inside) continue;
        if (c == '\n' || c == '\r') break;
        n += c == separator;
    }
    *length = i < text.n ? i + 1 : i;
    return i == 0 ? 0 : n;
}

typedef struct {
    int32_t lines, cells; /* how many lines have the number of cells that most have */
} agreement;

static agreement agree(const int32_t *cells, int32_t n)
{
    agreement best = {0};
    for (int32_t i = 0; i < n; i++) {
        if (cells[i] < 2) continue;
        int32_t same = 0;
        for (int32_t k = 0; k < n; k++) same += cells[k] == cells[i];
        if (same > best.lines || (same == best.lines && cells[i] > best.cells))
            best = (agreement){same, cells[i]};
    }
    return best;
}

static agreement try_separator(cv_str text, char separator, char quote, char comment)
{
    int32_t cells[LINES], n = 0;
    while (n < LINES && text.n) {
        int64_t length;
        bool is_comment = comment && text.s[0] == comment;
        int32_t found = count_cells(text, separator, is_comment ? 0 : quote, &length);
        text = cv_str_cut(text, length, text.n);
        if (found && !is_comment) cells[n++] = found;
    }
    return agree(cells, n);
}

char cv_dialect_separator(cv_str text, char quote, char comment)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    char best = ',';
    agreement most = {0};
    for (size_t i = 0; i < sizeof candidates; i++) {
        agreement a = try_separator(text, candidates[i], quote, comment);
        if (a.lines < most.lines || (a.lines == most.lines && a.cells <= most.cells)) continue;
        most = a;
        best = candidates[i];
    }
    return best;
}

char cv_dialect_declared(cv_str text, int64_t *length)
{
    bool quoted = cv_str_starts(text, CV_STR("\""));
    cv_str rest = cv_str_cut(text, quoted, text.n);
    if (!cv_str_starts(rest, CV_STR("sep=")) && !cv_str_starts(rest, CV_STR("SEP="))) return 0;
    rest = cv_str_cut(rest, 4, rest.n);
    *length = cv_line_length(text);
    if (*length < 0 || rest.n < 2) return 0;
    cv_str after = cv_str_cut(rest, 1 + quoted, rest.n);
    bool ends = cv_str_starts(after, CV_STR("\n")) || cv_str_starts(after, CV_STR("\r"));
    return ends && (unsigned char)rest.s[0] < 0x80 ? rest.s[0] : 0;
}

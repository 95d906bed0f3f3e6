/* tests/real/figures.c — compares figures in a JSON text with a table of expected ones, as TAP.
 *
 * figures TABLE JSON EXIT-STATUS
 *
 *   path = value  # source     path: see pick.h; source: where a person finds the value
 *   @exit = 0     # source     the program's exit status
 *   each: FILE                 the rows up to the next empty line hold for every row of a CSV file
 *                              in CANVASS_DATA, but its first; {3} is the text of its third column
 *   # ...                      a comment; so is any other word with a colon, for tests/real/run
 */
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pick.h"

enum { LINE_BYTES = 4096, SHOWN_MISSES = 5 };

/* ---- the rows of a CSV file: an array of arrays of texts ---- */

typedef struct {
    json_t *rows, *row;
} csv_rows;

static void take_cell(void *cell, size_t n, void *to)
{
    csv_rows *r = to;
    if (!r->row) r->row = json_array();
    json_array_append_new(r->row, json_stringn_nocheck(cell, n));
}

static void take_row(int end, void *to)
{
    csv_rows *r = to;
    (void)end;
    json_array_append_new(r->rows, r->row);
    r->row = NULL;
}

/* All rows but the header; NULL when the file cannot be read. */
static json_t *read_csv(const char *file)
{
    char path[LINE_BYTES], bytes[LINE_BYTES];
    const char *data = getenv("CANVASS_DATA");
    csv_rows r = {NULL, NULL};
    struct csv_parser parser;
    size_t n;
    snprintf(path, sizeof path, "%s/%s", data ? data : "", file);
    FILE *f = fopen(path, "r");
    if (!f) return NULL;
    r.rows = json_array();
    csv_init(&parser, 0);
    while ((n = fread(bytes, 1, sizeof bytes, f)) > 0)
        csv_parse(&parser, bytes, n, take_cell, take_row, &r);
    csv_fini(&parser, take_cell, take_row, &r);
    csv_free(&parser);
    fclose(f);
    json_array_remove(r.rows, 0);
    return r.rows;
}

/* Writes `text` with each {n} replaced by column n of `row`. */
static void fill_in(char out[LINE_BYTES], const char *text, json_t *row)
{
    size_t n = 0;
    for (; *text && n < LINE_BYTES - PICK_BYTES; text++) {
        char *end = NULL;
        size_t column = *text == '{' ? strtoul(text + 1, &end, 10) : 0;
        const char *cell = json_string_value(json_array_get(row, column - 1));
        if (column > 0 && cell && *end == '}') {
            n += (size_t)snprintf(out + n, PICK_BYTES, "%s", cell);
            text = end;
        } else {
            out[n++] = *text;
        }
    }
    out[n] = 0;
}

/* ---- the table ---- */

typedef struct {
    char *path, *value, *source;
} figure;

typedef struct {
    json_t *root, *each; /* each: rows of a CSV file, or NULL */
    const char *exit_status;
    int n, n_bad;
} run;

/* Cuts the line into path, value and source, in place; false: not a row. */
static bool cut_row(figure *out, char *line)
{
    char *eq = strstr(line, " = ");
    out->source = strstr(line, "  # ");
    if (!eq || !out->source || out->source < eq) return false;
    for (char *end = out->source; end > line && *end == ' ';) *end-- = 0;
    for (char *end = eq; end > line && *end == ' ';) *end-- = 0;
    out->path = line;
    out->value = eq + 3 + strspn(eq + 3, " ");
    out->source += 4;
    return true;
}

/* True when the figure is as expected; else it says what it found. */
static bool holds(const run *r, const char *path, const char *value)
{
    char found[PICK_BYTES];
    if (strcmp(path, "@exit") == 0)
        snprintf(found, sizeof found, "%s", r->exit_status);
    else
        pick(found, r->root, path);
    bool same = strcmp(found, value) == 0;
    if (!same) printf("# %s: expected %s, found %s\n", path, value, found);
    return same;
}

static bool holds_for_each(const run *r, const figure *f)
{
    char path[LINE_BYTES], value[LINE_BYTES];
    size_t i, n_bad = 0;
    json_t *row;
    json_array_foreach(r->each, i, row)
    {
        fill_in(path, f->path, row);
        fill_in(value, f->value, row);
        n_bad += !holds(r, path, value);
        if (n_bad == SHOWN_MISSES) break;
    }
    return n_bad == 0 && i > 0;
}

static void report(run *r, bool ok, const char *text)
{
    printf("%sok %d - %s\n", ok ? "" : "not ", ++r->n, text);
    r->n_bad += !ok;
}

static void test_row(run *r, char *line)
{
    char text[LINE_BYTES + PICK_BYTES];
    figure f;
    if (!cut_row(&f, line)) {
        snprintf(text, sizeof text, "not a row 'path = value  # source': %s", line);
        report(r, false, text);
        return;
    }
    snprintf(text, sizeof text, "%s = %s (%s)", f.path, f.value, f.source);
    report(r, r->each ? holds_for_each(r, &f) : holds(r, f.path, f.value), text);
}

static void start_each(run *r, const char *file)
{
    file += strspn(file, " ");
    json_decref(r->each);
    r->each = read_csv(file);
    if (r->each) return;
    printf("# cannot read %s\n", file);
    report(r, false, "each: a file in CANVASS_DATA");
}

static bool is_talk(const char *line)
{
    size_t word = strspn(line, "abcdefghijklmnopqrstuvwxyz");
    return line[0] == '#' || (word > 0 && line[word] == ':');
}

static void test_table(run *r, FILE *table)
{
    char line[LINE_BYTES];
    while (fgets(line, sizeof line, table)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "each:", 5) == 0) {
            start_each(r, line + 5);
        } else if (!*line) {
            json_decref(r->each);
            r->each = NULL;
        } else if (!is_talk(line)) {
            test_row(r, line);
        }
    }
    printf("1..%d\n", r->n);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: figures TABLE JSON EXIT-STATUS\n");
        return 2;
    }
    FILE *table = fopen(argv[1], "r");
    if (!table) {
        printf("Bail out! cannot open %s\n", argv[1]);
        return 2;
    }
    json_error_t error;
    run r = {.root = json_load_file(argv[2], 0, &error), .exit_status = argv[3]};
    if (!r.root) {
        printf("Bail out! %s:%d: %s\n", argv[2], error.line, error.text);
        return 1;
    }
    test_table(&r, table);
    json_decref(r.each);
    json_decref(r.root);
    fclose(table);
    return r.n_bad > 0 || r.n == 0;
}

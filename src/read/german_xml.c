#include "read/german_xml.h"

#include <string.h>

#include "base/map.h"
#include "read/xml.h"

typedef enum {
    AREA_KIND,
    AREA_NUMBER,
    AREA_NAME,
    PARENT_KIND,
    PARENT_NUMBER,
    PARENT_NAME,
    GROUP,
    GROUP_KIND,
    GROUP_NAME,
    VOTE,
    FIGURE
} column;

const cv_str CV_GERMAN_COLUMN[CV_GERMAN_COLUMNS] = {
    [AREA_KIND] = {"Gebietsart",       10},
    [AREA_NUMBER] = {"Gebietsnummer",    13},
    [AREA_NAME] = {"Gebiet",           6 },
    [PARENT_KIND] = {"UegGebietsart",    13},
    [PARENT_NUMBER] = {"UegGebietsnummer", 16},
    [PARENT_NAME] = {"UegGebiet",        9 },
    [GROUP] = {"Gruppe",           6 },
    [GROUP_KIND] = {"Gruppenart",       10},
    [GROUP_NAME] = {"Name",             4 },
    [VOTE] = {"Stimmart",         8 },
    [FIGURE] = {"Anzahl",           6 },
};

/* ---- one element and those around it ---- */

enum { ROOM = 1 << 10 }; /* bytes of a cell; past it the row is refused */

typedef struct {
    char s[ROOM + 1];
    int64_t n;
} cell;

struct cv_german {
    cv_xml *xml;
    int64_t line_bytes;
    cv_arena *keep;
    cell cell[CV_GERMAN_COLUMNS];
    bool is_begun, in_area, in_area_name, in_group, at_end;
    cv_map seen; /* areas, and what was said of them: "LAND 1", "LAND 1 100 KEINE" */
    cv_str *name;
    int64_t n_names, cap_names; /* [n_names] of the areas, by their number in `seen` */
    cv_row *row;
};

static cv_str text_of(const cv_german *g, column c)
{
    return (cv_str){g->cell[c].s, g->cell[c].n};
}

static void add(cv_german *g, column c, cv_str s)
{
    cell *to = &g->cell[c];
    s = cv_str_cut(s, 0, ROOM + 1 - to->n);
    if (s.n) memcpy(to->s + to->n, s.s, (size_t)s.n);
    to->n += s.n;
}

static void take(cv_german *g, cv_xml *x, column c)
{
    cv_str s = CV_STR("");
    cv_xml_attribute(x, CV_GERMAN_COLUMN[c], &s);
    g->cell[c].n = 0;
    add(g, c, cv_str_trim(s));
}

static cv_status must_have(const cv_german *g, cv_xml *x, column c, cv_error *err)
{
    if (g->cell[c].n) return CV_OK;
    return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), "there is no '%.*s' here",
                      CV_ARG(CV_GERMAN_COLUMN[c]));
}

/* ---- areas ---- */

static cv_str area_key(const cv_german *g, column kind, column number, cv_arena *scratch)
{
    return cv_str_format(scratch, "%.*s %.*s", CV_ARG(text_of(g, kind)),
                         CV_ARG(text_of(g, number)));
}

/* A key that was there before is a contradiction. */
static cv_status see(cv_german *g, cv_xml *x, cv_str key, int32_t value, cv_error *err)
{
    cv_str kept;
    const int64_t n = g->seen.n;
    cv_map_intern(&g->seen, key, value, g->keep, g->keep, &kept);
    if (g->seen.n > n) return CV_OK;
    return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), "'%.*s' stands twice", CV_ARG(key));
}

static cv_status begin_area(cv_german *g, cv_xml *x, cv_error *err)
{
    cv_arena scratch = cv_arena_open();
    for (column c = AREA_KIND; c <= PARENT_NAME; c++) take(g, x, c);
    g->cell[AREA_NAME].n = g->cell[PARENT_NAME].n = 0;
    cv_status status = must_have(g, x, AREA_KIND, err);
    if (status == CV_OK) status = must_have(g, x, AREA_NUMBER, err);
    const int32_t parent = cv_map_get(&g->seen, area_key(g, PARENT_KIND, PARENT_NUMBER, &scratch));
    if (parent >= 0 && parent < g->n_names) add(g, PARENT_NAME, g->name[parent]);
    if (status == CV_OK)
        status = see(g, x, area_key(g, AREA_KIND, AREA_NUMBER, &scratch), (int32_t)g->n_names, err);
    cv_room(g->keep, cv_str, g->name, g->n_names, g->cap_names);
    g->name[g->n_names++] = CV_STR("");
    g->in_area = true;
    cv_arena_close(&scratch);
    return status;
}

static void end_area_name(cv_german *g)
{
    cv_str name = cv_str_trim(text_of(g, AREA_NAME));
    memmove(g->cell[AREA_NAME].s, name.s, (size_t)name.n);
    g->cell[AREA_NAME].n = name.n;
    g->name[g->n_names - 1] = cv_str_copy(g->keep, text_of(g, AREA_NAME));
    g->in_area_name = false;
}

/* ---- figures ---- */

/* "n/a" is what canvass writes as x: no such line here. */
static cv_status begin_figure(cv_german *g, cv_xml *x, cv_error *err)
{
    take(g, x, VOTE);
    take(g, x, FIGURE);
    CV_TRY(must_have(g, x, VOTE, err));
    CV_TRY(must_have(g, x, FIGURE, err));
    if (cv_str_eq(text_of(g, FIGURE), CV_STR("n/a"))) {
        g->cell[FIGURE].n = 0;
        add(g, FIGURE, CV_STR("x"));
    }
    cv_arena scratch = cv_arena_open();
    cv_str area = area_key(g, AREA_KIND, AREA_NUMBER, &scratch);
    cv_str key = cv_str_format(&scratch, "%.*s %.*s %.*s", CV_ARG(area), CV_ARG(text_of(g, GROUP)),
                               CV_ARG(text_of(g, VOTE)));
    cv_status status = see(g, x, key, INT32_MAX, err);
    cv_arena_close(&scratch);
    g->row->line = cv_xml_here(x).line;
    return status;
}

static void fill_row(cv_german *g)
{
    cv_row *row = g->row;
    row->n = CV_GERMAN_COLUMNS;
    for (int32_t c = 0; c < CV_GERMAN_COLUMNS; c++) {
        cv_str s = text_of(g, (column)c);
        const bool is_long = s.n > ROOM || row->used + s.n > g->line_bytes;
        if (is_long && !row->code) {
            row->code = CV_R15_LONG;
            row->column = c + 1;
        }
        if (row->code || c >= row->room) continue;
        if (s.n) memcpy(row->text + row->used, s.s, (size_t)s.n);
        row->cell[c] = (cv_str){row->text + row->used, s.n};
        row->used += s.n;
    }
}

/* ---- what the parser tells ---- */

static cv_status on_begin(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    cv_german *g = who;
    if (!g->is_begun && !cv_str_eq(name, CV_STR("Gesamtergebnis")))
        return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), "'%.*s' stands where '%s' belongs",
                          CV_ARG(name), "Gesamtergebnis");
    g->is_begun = true;
    if (cv_str_eq(name, CV_STR("Gebietsergebnis"))) return begin_area(g, x, err);
    if (!g->in_area) return CV_OK;
    if (cv_str_eq(name, CV_STR("GebietText"))) g->in_area_name = true;
    if (cv_str_eq(name, CV_STR("Gruppenergebnis"))) {
        for (column c = GROUP; c <= GROUP_NAME; c++) take(g, x, c);
        g->in_group = true;
        return must_have(g, x, GROUP, err);
    }
    if (g->in_group && cv_str_eq(name, CV_STR("Stimmergebnis"))) return begin_figure(g, x, err);
    return CV_OK;
}

static cv_status on_text(void *who, cv_xml *x, cv_str piece, cv_error *err)
{
    cv_german *g = who;
    (void)x, (void)err;
    if (g->in_area_name) add(g, AREA_NAME, piece);
    return CV_OK;
}

static cv_status on_end(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    cv_german *g = who;
    (void)err;
    if (cv_str_eq(name, CV_STR("Gebietsergebnis"))) g->in_area = g->in_group = false;
    if (g->in_area_name && cv_str_eq(name, CV_STR("GebietText"))) end_area_name(g);
    if (cv_str_eq(name, CV_STR("Gruppenergebnis"))) g->in_group = false;
    if (g->in_group && cv_str_eq(name, CV_STR("Stimmergebnis"))) cv_xml_pause(x);
    return CV_OK;
}

static cv_status give(void *data, char *to, int64_t room, int64_t *n, cv_error *err)
{
    return cv_bytes_get(data, to, room, n, err);
}

/* ---- the door ---- */

bool cv_german_is(cv_str head)
{
    static const cv_str mark = {"\xef\xbb\xbf", 3};
    if (cv_str_starts(head, mark)) head = cv_str_cut(head, mark.n, head.n);
    head = cv_str_trim(head);
    if (!cv_str_starts(head, CV_STR("<"))) return false;
    for (int64_t at = 0; (at = cv_str_find(head, CV_STR("Gesamtergebnis"), at)) > 0; at++)
        if (head.s[at - 1] == '<' || head.s[at - 1] == ':') return true;
    return false;
}

cv_status cv_german_open(cv_german **out, cv_bytes *bytes, cv_str file, cv_arena *keep,
                         cv_error *err)
{
    cv_german *g = cv_new(keep, cv_german, 1);
    cv_xml_from from = {
        file, give, bytes, {on_begin, on_end, on_text},
           g
    };
    g->keep = keep;
    g->line_bytes = cv_bytes_source(bytes)->limits.line_bytes;
    CV_TRY(cv_xml_open(&g->xml, &from, keep, err));
    *out = g;
    return CV_OK;
}

void cv_german_close(cv_german *g)
{
    if (g) cv_xml_close(g->xml);
}

cv_status cv_german_next(cv_german *g, cv_row *row, bool *found, cv_error *err)
{
    *found = false;
    if (g->at_end) return CV_OK;
    row->code = 0;
    row->column = row->n = 0;
    row->trimmed = row->used = 0;
    g->row = row;
    CV_TRY(cv_xml_run(g->xml, &g->at_end, err));
    *found = !g->at_end;
    if (*found) fill_row(g);
    return CV_OK;
}

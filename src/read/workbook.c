#include "read/workbook.h"

#include <fnmatch.h>
#include <string.h>

#include "base/count.h"
#include "base/text.h"
#include "read/sheet.h"
#include "read/xml.h"

enum { SHEETS = 10000, STYLES = 65536 };

/* What all parts need while they are read. */
typedef struct {
    cv_workbook *book;
    cv_arena *keep;
} opening;

static cv_str attribute(const cv_xml *x, const char *name)
{
    cv_str s = CV_STR("");
    cv_xml_attribute(x, cv_str_of(name), &s);
    return s;
}

static bool is_yes(cv_str s)
{
    return cv_str_eq(s, CV_STR("1")) || cv_str_eq(s, CV_STR("true"));
}

static cv_status read_part(cv_str part, const opening *o, const cv_xml_handlers *handlers,
                           void *who, cv_error *err)
{
    cv_xml *x;
    bool at_end;
    cv_str file = cv_str_format(o->keep, "%.*s!%.*s", CV_ARG(o->book->path), CV_ARG(part));
    CV_TRY(cv_package_part(o->book->package, part, err));
    cv_xml_from from = {file, cv_package_get, o->book->package, *handlers, who};
    CV_TRY(cv_xml_open(&x, &from, o->keep, err));
    cv_status status = cv_xml_run(x, &at_end, err);
    cv_xml_close(x);
    return status;
}

/* ---- relations: which part is what of another part ---- */

typedef struct {
    cv_str id, type, part; /* type: the last word of its address */
} relation;

typedef struct {
    cv_arena *keep;
    cv_str folder;
    relation *v;
    int64_t n, cap;
} relations;

/* Relative to the folder of the part, or from the root; with "." and "..". */
static cv_str resolved(cv_str folder, cv_str target, cv_arena *keep)
{
    const bool from_root = target.n && target.s[0] == '/';
    cv_text t = cv_text_open(keep);
    if (!from_root) cv_text_add(&t, folder);
    for (int64_t from = 0; from < target.n;) {
        int64_t to = from;
        while (to < target.n && target.s[to] != '/') to++;
        cv_str step = cv_str_cut(target, from, to);
        from = to + 1;
        if (!step.n || cv_str_eq(step, CV_STR("."))) continue;
        if (cv_str_eq(step, CV_STR(".."))) {
            while (t.n && t.s[--t.n] != '/') continue;
            continue;
        }
        if (t.n) cv_text_add(&t, CV_STR("/"));
        cv_text_add(&t, step);
    }
    return cv_str_copy(keep, cv_text_str(&t));
}

static cv_str last_step(cv_str path)
{
    int64_t from = path.n;
    while (from > 0 && path.s[from - 1] != '/') from--;
    return cv_str_cut(path, from, path.n);
}

static cv_status begin_relation(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    relations *r = who;
    (void)err;
    if (!cv_str_eq(name, CV_STR("Relationship"))) return CV_OK;
    if (cv_str_eq(attribute(x, "TargetMode"), CV_STR("External"))) return CV_OK;
    cv_room(r->keep, relation, r->v, r->n, r->cap);
    r->v[r->n++] = (relation){
        .id = cv_str_copy(r->keep, attribute(x, "Id")),
        .type = cv_str_copy(r->keep, last_step(attribute(x, "Type"))),
        .part = resolved(r->folder, attribute(x, "Target"), r->keep),
    };
    return CV_OK;
}

/* The relations of a part, none when it has no list of them. "" is the package itself. */
static cv_status read_relations(relations *out, cv_str part, const opening *o, cv_error *err)
{
    static const cv_xml_handlers on = {.begin = begin_relation};
    cv_str base = last_step(part);
    cv_str folder = cv_str_cut(part, 0, part.n > base.n ? part.n - base.n - 1 : 0);
    cv_str list = cv_str_format(o->keep, "%.*s%s_rels/%.*s.rels", CV_ARG(folder),
                                folder.n ? "/" : "", CV_ARG(base));
    *out = (relations){.keep = o->keep, .folder = folder};
    return cv_package_has(o->book->package, list) ? read_part(list, o, &on, out, err) : CV_OK;
}

static cv_str part_of_type(const relations *r, const char *type)
{
    for (int64_t i = 0; i < r->n; i++)
        if (cv_str_eq(r->v[i].type, cv_str_of(type))) return r->v[i].part;
    return CV_STR("");
}

/* ---- the workbook ---- */

typedef struct {
    const opening *o;
    const relations *relations;
    int64_t cap;
} sheet_list;

static const relation *by_id(const relations *r, cv_str id)
{
    for (int64_t i = 0; i < r->n; i++)
        if (cv_str_eq(r->v[i].id, id)) return &r->v[i];
    return NULL;
}

/* Sheets that hold a chart or a dialog have no rows. */
static cv_status begin_sheet(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    sheet_list *list = who;
    cv_workbook *w = list->o->book;
    if (cv_str_eq(name, CV_STR("workbookPr"))) w->from_1904 = is_yes(attribute(x, "date1904"));
    if (!cv_str_eq(name, CV_STR("sheet"))) return CV_OK;
    const relation *r = by_id(list->relations, attribute(x, "id"));
    if (!r || !cv_str_eq(r->type, CV_STR("worksheet"))) return CV_OK;
    if (w->n_sheets == SHEETS)
        return cv_fail_at(err, CV_E_LIMIT, cv_xml_here(x), "more than %d sheets", SHEETS);
    cv_str state = attribute(x, "state");
    cv_room(list->o->keep, cv_workbook_sheet, w->sheet, w->n_sheets, list->cap);
    w->sheet[w->n_sheets++] = (cv_workbook_sheet){
        .name = cv_str_copy(list->o->keep, attribute(x, "name")),
        .part = r->part,
        .is_hidden = state.n && !cv_str_eq(state, CV_STR("visible")),
    };
    return CV_OK;
}

/* ---- shared texts ---- */

typedef struct {
    const opening *o;
    cv_str *text;
    int64_t n, cap;
    cv_text present;
    int32_t in_reading_aid; /* inside rPh: how a Japanese text is read aloud */
    bool in_text;
} text_list;

static cv_status begin_text(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    text_list *t = who;
    (void)x, (void)err;
    if (cv_str_eq(name, CV_STR("si"))) t->present.n = 0;
    if (cv_str_eq(name, CV_STR("rPh"))) t->in_reading_aid++;
    t->in_text = cv_str_eq(name, CV_STR("t")) && !t->in_reading_aid;
    return CV_OK;
}

static cv_status more_text(void *who, cv_xml *x, cv_str piece, cv_error *err)
{
    text_list *t = who;
    (void)x, (void)err;
    /* One byte more than a cell may have says that it is too long. */
    if (t->in_text && t->present.n <= t->o->book->limits->cell_bytes)
        cv_text_add(&t->present, piece);
    return CV_OK;
}

static cv_status end_text(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    text_list *t = who;
    (void)x, (void)err;
    t->in_text = false;
    if (cv_str_eq(name, CV_STR("rPh"))) t->in_reading_aid--;
    if (!cv_str_eq(name, CV_STR("si"))) return CV_OK;
    if (t->present.n) t->present.n = cv_sheet_unescape(t->present.s, t->present.n);
    cv_room(t->o->keep, cv_str, t->text, t->n, t->cap);
    t->text[t->n++] = cv_str_copy(t->o->keep, cv_text_str(&t->present));
    return CV_OK;
}

static cv_status read_texts(const opening *o, cv_str part, cv_error *err)
{
    static const cv_xml_handlers on = {begin_text, end_text, more_text};
    cv_arena work = cv_arena_open();
    text_list t = {.o = o, .present = cv_text_open(&work)};
    cv_status status = read_part(part, o, &on, &t, err);
    o->book->text = t.text;
    o->book->n_texts = t.n;
    cv_arena_close(&work);
    return status;
}

/* ---- styles: only to tell dates and percents ---- */

typedef struct {
    int64_t id;
    cv_shown_as shown;
} number_format;

typedef struct {
    const opening *o;
    number_format *format;
    int64_t n_formats, cap_formats;
    uint8_t *shown;
    int64_t n, cap;
    bool in_cells; /* inside cellXfs */
} style_list;

static int64_t number_of(cv_str s)
{
    cv_count n;
    return cv_count_parse(&n, s) == CV_PARSE_OK ? n : -1;
}

static cv_shown_as shown_by(const style_list *s, int64_t id)
{
    for (int64_t i = 0; i < s->n_formats; i++)
        if (s->format[i].id == id) return s->format[i].shown;
    return cv_shown_by_id(id);
}

static cv_status begin_style(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    style_list *s = who;
    cv_str id = attribute(x, "numFmtId");
    if (cv_str_eq(name, CV_STR("cellXfs"))) s->in_cells = true;
    if (s->n == STYLES || s->n_formats == STYLES)
        return cv_fail_at(err, CV_E_LIMIT, cv_xml_here(x), "more than %d styles", STYLES);
    if (cv_str_eq(name, CV_STR("numFmt"))) {
        cv_room(s->o->keep, number_format, s->format, s->n_formats, s->cap_formats);
        s->format[s->n_formats++] =
            (number_format){number_of(id), cv_shown_by_code(attribute(x, "formatCode"))};
    }
    if (cv_str_eq(name, CV_STR("xf")) && s->in_cells) {
        cv_room(s->o->keep, uint8_t, s->shown, s->n, s->cap);
        s->shown[s->n++] = (uint8_t)shown_by(s, number_of(id));
    }
    return CV_OK;
}

static cv_status end_style(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    style_list *s = who;
    (void)x, (void)err;
    if (cv_str_eq(name, CV_STR("cellXfs"))) s->in_cells = false;
    return CV_OK;
}

static cv_status read_styles(const opening *o, cv_str part, cv_error *err)
{
    static const cv_xml_handlers on = {.begin = begin_style, .end = end_style};
    style_list s = {.o = o};
    CV_TRY(read_part(part, o, &on, &s, err));
    o->book->shown = s.shown;
    o->book->n_shown = (int32_t)s.n;
    return CV_OK;
}

/* ---- the door ---- */

static cv_status no_workbook(const opening *o, cv_str part, cv_error *err)
{
    cv_status status =
        cv_fail(err, CV_E_INPUT,
                cv_str_ends(part, CV_STR(".bin"))
                    ? CV_MSG("'%.*s' is a binary workbook (.xlsb), which canvass does not read")
                    : CV_MSG("'%.*s' does not look like a workbook: its parts are not there"),
                CV_ARG(o->book->path));
    return cv_hint(err, status, "save it as XLSX or CSV");
}

cv_status cv_workbook_open(cv_workbook **out, cv_str bytes, cv_str path,
                           const cv_table_limits *limits, cv_arena *keep, cv_error *err)
{
    static const cv_xml_handlers on_sheets = {.begin = begin_sheet};
    cv_workbook *w = cv_new(keep, cv_workbook, 1);
    opening o = {w, keep};
    relations of_package, of_book;
    w->path = path;
    w->limits = limits;
    CV_TRY(cv_package_open(&w->package, bytes, path, limits, keep, err));
    CV_TRY(read_relations(&of_package, CV_STR(""), &o, err));
    cv_str part = part_of_type(&of_package, "officeDocument");
    if (!part.n) part = CV_STR("xl/workbook.xml");
    if (!cv_package_has(w->package, part) || cv_str_ends(part, CV_STR(".bin")))
        return no_workbook(&o, part, err);
    CV_TRY(read_relations(&of_book, part, &o, err));
    sheet_list list = {.o = &o, .relations = &of_book};
    CV_TRY(read_part(part, &o, &on_sheets, &list, err));
    cv_str texts = part_of_type(&of_book, "sharedStrings");
    cv_str styles = part_of_type(&of_book, "styles");
    if (texts.n) CV_TRY(read_texts(&o, texts, err));
    if (styles.n && cv_package_has(w->package, styles)) CV_TRY(read_styles(&o, styles, err));
    *out = w;
    return CV_OK;
}

/* ---- which sheet ---- */

static cv_status look_for_data(cv_workbook *w, int32_t i, cv_arena *scratch, cv_error *err)
{
    cv_sheet *sheet;
    cv_row row = {.text = cv_new(scratch, char, w->limits->line_bytes)};
    CV_TRY(cv_sheet_open(&sheet, w, i, w->path, scratch, err));
    cv_status status = cv_sheet_next(sheet, &row, &w->sheet[i].has_data, err);
    cv_sheet_close(sheet);
    return status;
}

static cv_str list_sheets(const cv_workbook *w, bool with_data, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    for (int32_t i = 0; i < w->n_sheets; i++) {
        if (with_data && !w->sheet[i].has_data) continue;
        cv_text_addf(&t, "%s'%.*s'%s", t.n ? ", " : "", CV_ARG(w->sheet[i].name),
                     w->sheet[i].is_hidden ? " (hidden)" : "");
    }
    return cv_text_str(&t);
}

static cv_status choose_named(int32_t *out, int32_t *n, cv_workbook *w, cv_str glob,
                              cv_arena scratch, cv_error *err)
{
    const char *pattern = cv_str_copy(&scratch, glob).s;
    *n = 0;
    for (int32_t i = 0; i < w->n_sheets; i++)
        if (fnmatch(pattern, cv_str_copy(&scratch, w->sheet[i].name).s, 0) == 0) out[(*n)++] = i;
    if (*n) return CV_OK;
    cv_status status = cv_fail(err, CV_E_INPUT, "no sheet of '%.*s' is named '%.*s'",
                               CV_ARG(w->path), CV_ARG(glob));
    return cv_hint(err, status, "it has %.*s", CV_ARG(list_sheets(w, false, &scratch)));
}

cv_status cv_workbook_choose(int32_t *out, int32_t *n, cv_workbook *w, cv_str glob,
                             cv_arena scratch, cv_error *err)
{
    /* "*" is every sheet with data: an empty one is no table. */
    if (glob.n && !cv_str_eq(glob, CV_STR("*"))) return choose_named(out, n, w, glob, scratch, err);
    *n = 0;
    for (int32_t i = 0; i < w->n_sheets; i++) {
        cv_arena own = cv_arena_open();
        cv_status status = look_for_data(w, i, &own, err);
        cv_arena_close(&own);
        CV_TRY(status);
        if (w->sheet[i].has_data) out[(*n)++] = i;
    }
    if (!*n) return cv_fail(err, CV_E_INPUT, "'%.*s' has no sheet with data", CV_ARG(w->path));
    if (*n == 1 || glob.n) return CV_OK;
    cv_status status =
        cv_fail(err, CV_E_INPUT, "'%.*s' has %d sheets with data", CV_ARG(w->path), *n);
    return cv_hint(err, status,
                   "say which in election.json, \"sheet\": \"%.*s\"; or \"*\" for all; it has %.*s",
                   CV_ARG(w->sheet[out[0]].name), CV_ARG(list_sheets(w, true, &scratch)));
}

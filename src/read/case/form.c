#include "read/case/form.h"

typedef struct {
    const char *id;
    const unsigned char *text;
    size_t n;
} shipped_form;

#include "read/forms.h" /* made by tools/forms */

enum { MOST_CELLS = 8, N_SHIPPED = sizeof SHIPPED / sizeof SHIPPED[0] };

typedef struct {
    cv_form_profile *out;
    cv_str file, row;
    int64_t line;
    cv_str cell[MOST_CELLS];
    int32_t n;
    cv_form_line *lines;
    cv_form_relation *relation;
    cv_rule_setting *setting;
    int64_t n_lines, cap_lines, n_relations, cap_relations, n_settings, cap_settings;
    cv_arena *keep;
    cv_error *err;
} form_reader;

cv_str cv_form_shipped(cv_str id)
{
    for (int32_t i = 0; i < N_SHIPPED; i++)
        if (cv_str_eq(id, cv_str_of(SHIPPED[i].id)))
            return (cv_str){(const char *)SHIPPED[i].text, (int64_t)SHIPPED[i].n};
    return (cv_str){0};
}

cv_str cv_form_shipped_name(int32_t i)
{
    return i < N_SHIPPED ? cv_str_of(SHIPPED[i].id) : CV_STR("");
}

/* ---- cells ---- */

static void split(form_reader *r)
{
    r->n = 0;
    for (int64_t at = 0; at <= r->row.n && r->n < MOST_CELLS;) {
        int64_t end = cv_str_find(r->row, CV_STR("|"), at);
        if (end < 0 || r->n == MOST_CELLS - 1) end = r->row.n;
        r->cell[r->n++] = cv_str_trim(cv_str_cut(r->row, at, end));
        at = end + 1;
    }
}

static cv_status wrong(form_reader *r, cv_str at, const char *format, cv_str word)
{
    int64_t column = at.s >= r->row.s && at.s <= r->row.s + r->row.n ? at.s - r->row.s + 1 : 1;
    const cv_place place = {r->file, r->line, column};
    return cv_fail_at(r->err, CV_E_INPUT, place, format, CV_ARG(word));
}

static cv_status need(form_reader *r, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (i >= r->n || (i != 4 && !r->cell[i].n))
            return wrong(r, r->row, "'%.*s' lacks a cell", r->cell[0]);
    return r->n == n ? CV_OK : wrong(r, r->row, "'%.*s' has too many cells", r->cell[0]);
}

typedef struct {
    const char *word;
    int value;
} named;

static bool find_word(int *out, cv_str word, const named *of, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        if (!cv_str_eq(word, cv_str_of(of[i].word))) continue;
        *out = of[i].value;
        return true;
    }
    return false;
}

static bool find_severity(int *out, cv_str word)
{
    const named words[] = {
        {"error",   CV_ERROR  },
        {"warning", CV_WARNING},
        {"note",    CV_NOTE   }
    };
    return find_word(out, word, words, 3);
}

static bool find_mark(int *out, cv_str word)
{
    const named words[] = {
        {"read",       CV_FORM_MARK_READ      },
        {"secondary",  CV_FORM_MARK_SECONDARY },
        {"unverified", CV_FORM_MARK_UNVERIFIED}
    };
    return find_word(out, word, words, 3);
}

static cv_status rule_code(int16_t *out, form_reader *r, cv_str cell)
{
    *out = cv_rule_code(cell);
    if (cv_rule_row(*out) >= 0) return CV_OK;
    return wrong(r, cell, "'%.*s' is not a rule of the catalogue", cell);
}

/* ---- rows ---- */

static cv_status parse_at(cv_expr *out, form_reader *r, cv_str text)
{
    int32_t at = 0;
    cv_status status = cv_expr_parse(out, &at, text, r->keep, r->err);
    if (status != CV_OK && r->err)
        cv_error_place(r->err, (cv_place){r->file, r->line, text.s - r->row.s + at + 1});
    return status;
}

static cv_status read_relation(cv_form_relation *out, form_reader *r, cv_str text)
{
    const cv_str where = CV_STR(" where ");
    if (cv_str_eq(text, CV_STR("-"))) return CV_OK; /* as in the catalogue */
    int64_t at = cv_str_find(text, where, 0);
    if (at < 0) return parse_at(&out->that, r, text);
    CV_TRY(parse_at(&out->that, r, cv_str_trim(cv_str_cut(text, 0, at))));
    return parse_at(&out->when, r, cv_str_trim(cv_str_cut(text, at + where.n, text.n)));
}

static cv_status read_rule(form_reader *r)
{
    int severity = 0, mark = 0;
    cv_form_relation x = {.lines = r->cell[4], .cite = r->cell[7]};
    CV_TRY(need(r, 8));
    CV_TRY(rule_code(&x.code, r, r->cell[1]));
    if (!find_severity(&severity, r->cell[2]))
        return wrong(r, r->cell[2], "'%.*s' is not error, warning or note", r->cell[2]);
    if (cv_count_parse(&x.tolerance, r->cell[3]) != CV_PARSE_OK || x.tolerance > CV_CELL_MAX)
        return wrong(r, r->cell[3], "'%.*s' is not a tolerance", r->cell[3]);
    if (!find_mark(&mark, r->cell[6]))
        return wrong(r, r->cell[6], "'%.*s' is not read, secondary or unverified", r->cell[6]);
    x.severity = (cv_severity)severity;
    x.mark = (cv_form_mark)mark;
    CV_TRY(read_relation(&x, r, r->cell[5]));
    if (r->n_relations >= INT16_MAX) return wrong(r, r->row, "'%.*s': too many rows", r->cell[0]);
    cv_room(r->keep, cv_form_relation, r->relation, r->n_relations, r->cap_relations);
    r->relation[r->n_relations++] = x;
    return CV_OK;
}

static cv_status read_off(form_reader *r)
{
    cv_rule_setting s = {.severity = CV_SEVERITY_OFF, .why = r->cell[2]};
    CV_TRY(need(r, 3));
    CV_TRY(rule_code(&s.code, r, r->cell[1]));
    cv_room(r->keep, cv_rule_setting, r->setting, r->n_settings, r->cap_settings);
    r->setting[r->n_settings++] = s;
    return CV_OK;
}

static bool is_field(cv_str id)
{
    int16_t minute;
    return cv_field_named(id) != CV_F_NONE || cv_field_is_turnout(id, &minute) ||
           cv_field_is_own(id);
}

static cv_status read_line(form_reader *r)
{
    CV_TRY(need(r, 4));
    cv_str id = r->cell[2];
    if (!is_field(id) && !cv_str_eq(id, CV_STR("opt")))
        return cv_hint(r->err, wrong(r, id, "unknown field '%.*s'", id),
                       "the vocabulary is in docs/reference/fields.md");
    cv_room(r->keep, cv_form_line, r->lines, r->n_lines, r->cap_lines);
    r->lines[r->n_lines++] = (cv_form_line){r->cell[1], id, r->cell[3]};
    return CV_OK;
}

static cv_status read_text(form_reader *r, cv_str *to)
{
    CV_TRY(need(r, 2));
    *to = r->cell[1];
    return CV_OK;
}

static cv_status read_row(form_reader *r)
{
    split(r);
    cv_str word = r->cell[0];
    if (!word.n && r->n == 1) return CV_OK;
    if (cv_str_eq(word, CV_STR("name"))) return read_text(r, &r->out->name);
    if (cv_str_eq(word, CV_STR("law"))) return read_text(r, &r->out->law);
    if (cv_str_eq(word, CV_STR("took_part"))) return read_text(r, &r->out->took_part);
    if (cv_str_eq(word, CV_STR("line"))) return read_line(r);
    if (cv_str_eq(word, CV_STR("rule"))) return read_rule(r);
    if (cv_str_eq(word, CV_STR("off"))) return read_off(r);
    return cv_hint(r->err, wrong(r, r->row, "'%.*s' begins no row of a form", word),
                   "rows begin with name, law, took_part, line, rule or off");
}

cv_status cv_form_read(cv_form_profile *out, cv_str id, cv_str file, cv_str text, cv_arena *keep,
                       cv_error *err)
{
    cv_form_profile form = {.id = id};
    form_reader r = {.out = &form, .file = file, .keep = keep, .err = err};
    for (int64_t at = 0; at < text.n;) {
        int64_t end = cv_str_find(text, CV_STR("\n"), at);
        if (end < 0) end = text.n;
        r.row = cv_str_cut(text, at, end);
        r.line++;
        at = end + 1;
        if (!cv_str_starts(r.row, CV_STR("#"))) CV_TRY(read_row(&r));
    }
    r.row = (cv_str){"", 0};
    if (!form.name.n || !form.law.n)
        return wrong(&r, r.row, "form '%.*s' lacks its name or law", id);
    form.n_lines = (int32_t)r.n_lines;
    form.line = r.lines;
    form.n_relations = (int32_t)r.n_relations;
    form.relation = r.relation;
    form.n_settings = (int32_t)r.n_settings;
    form.setting = r.setting;
    *out = form;
    return CV_OK;
}

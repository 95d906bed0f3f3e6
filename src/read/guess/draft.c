#include "read/guess/draft.h"

#include <jansson.h>

#include "base/file.h"
#include "base/text.h"
#include "read/guess/cells.h"
#include "read/guess/normal.h"

/* ---- rules ---- */

const cv_draft_rule CV_DRAFT_RULES[] = {
    {"plurality",    "plurality",         NULL,       NULL,           false},
    {"majority",     "two-round",         NULL,       NULL,           true },
    {"dhondt",       "highest-averages",  "divisors", "dhondt",       false},
    {"sainte-lague", "highest-averages",  "divisors", "sainte-lague", false},
    {"hare",         "largest-remainder", "quota",    "hare",         false},
    {"droop",        "largest-remainder", "quota",    "droop",        false},
};
const int32_t CV_N_DRAFT_RULES = sizeof CV_DRAFT_RULES / sizeof *CV_DRAFT_RULES;

const cv_draft_rule *cv_draft_rule_named(cv_str word)
{
    for (int32_t i = 0; i < CV_N_DRAFT_RULES; i++)
        if (cv_str_eq(word, cv_str_of(CV_DRAFT_RULES[i].word))) return &CV_DRAFT_RULES[i];
    return NULL;
}

/* ---- names ---- */

cv_str cv_draft_stem(cv_str path)
{
    cv_str base = cv_path_base(path);
    int64_t dot = cv_str_find(base, CV_STR("."), 1);
    return dot > 0 ? cv_str_cut(base, 0, dot) : base;
}

cv_str cv_draft_id(cv_str name, cv_arena *keep)
{
    cv_str words = cv_normal(name, keep);
    if (!words.n) return CV_STR("results");
    char *s = cv_new(keep, char, words.n);
    for (int64_t i = 0; i < words.n; i++) s[i] = words.s[i] == ' ' ? '-' : words.s[i];
    return (cv_str){s, words.n};
}

cv_str cv_draft_field(const cv_guess_column *c, cv_arena *keep)
{
    if (c->role != CV_ROLE_TURNOUT) return CV_FIELDS[c->role].id;
    return cv_str_format(keep, "t[%02d:%02d]", c->minute / 60, c->minute % 60);
}

/* ---- jansson ---- */

static json_t *text(cv_str s)
{
    return json_stringn_nocheck(s.s ? s.s : "", (size_t)s.n);
}

static void set_text(json_t *o, const char *key, cv_str s)
{
    json_object_set_new_nocheck(o, key, text(s));
}

static void set_named(json_t *o, cv_str key, json_t *value)
{
    json_object_setn_new_nocheck(o, key.s, (size_t)key.n, value);
}

static int put(const char *buffer, size_t size, void *to)
{
    cv_text_add(to, (cv_str){buffer, (int64_t)size});
    return 0;
}

/* ---- columns ---- */

typedef struct {
    const cv_draft_table *table, *all;
    int32_t n_all;
    const cv_draft_wishes *wishes;
    cv_arena *keep;
} writer;

/* Braces make a template, so that a column whose name holds one goes by its number. */
static cv_str ref(const writer *w, int32_t column)
{
    cv_str name = w->table->survey->column[column].ref;
    bool braces = cv_str_find(name, CV_STR("{"), 0) >= 0 || cv_str_find(name, CV_STR("}"), 0) >= 0;
    return braces ? cv_str_format(w->keep, "#%d", column + 1) : name;
}

static cv_str braced(const writer *w, int32_t column)
{
    return cv_str_format(w->keep, "{%.*s}", CV_ARG(ref(w, column)));
}

static int32_t first_of(const writer *w, cv_use use)
{
    const cv_guess *g = w->table->guess;
    for (int32_t c = 0; c < g->n_columns; c++)
        if (g->column[c].use == use) return c;
    return -1;
}

static void set_column(json_t *o, const char *key, const writer *w, cv_use use)
{
    int32_t c = first_of(w, use);
    if (c >= 0) set_text(o, key, ref(w, c));
}

/* ---- how the file is read ---- */

/* A member's name as a glob that means itself. */
static cv_str as_glob(cv_str name, cv_arena *keep)
{
    cv_str copy = cv_str_copy(keep, name);
    for (int64_t i = 0; i < copy.n; i++)
        if (copy.s[i] == '*' || copy.s[i] == '[') ((char *)copy.s)[i] = '?';
    return copy;
}

static void set_header(json_t *o, const cv_survey *s)
{
    if (s->n_header_lines == 1 && s->header_line[0] == 1) return;
    if (s->n_header_lines < 2) {
        int32_t line = s->n_header_lines ? s->header_line[0] : 0;
        json_object_set_new(o, "header", json_integer(line));
        return;
    }
    json_t *lines = json_array();
    for (int32_t i = 0; i < s->n_header_lines; i++)
        json_array_append_new(lines, json_integer(s->header_line[i]));
    json_object_set_new(o, "header", lines);
}

/* The standard list, and what programs wrote here instead of nothing. */
static void set_blanks(json_t *o, const cv_survey *s)
{
    static const char *const standard[] = {"", "-", "–", "—", ".", "..", "n/a"};
    json_t *list = json_array();
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
        json_array_append_new(list, json_string(standard[i]));
    size_t before = json_array_size(list);
    for (int32_t c = 0; c < s->n_columns; c++) {
        cv_str marker = s->column[c].null_marker;
        bool known = !marker.n;
        for (size_t i = before; i < json_array_size(list); i++)
            known |= cv_str_eq(marker, cv_str_of(json_string_value(json_array_get(list, i))));
        if (!known) json_array_append_new(list, text(marker));
    }
    if (json_array_size(list) > before) json_object_set(o, "blank", list);
    json_decref(list);
}

static json_t *condition(const writer *w, int32_t column, const cv_str *is, int32_t n,
                         const char *why)
{
    json_t *o = json_object(), *values = json_array(), *list = json_array();
    set_text(o, "column", ref(w, column));
    for (int32_t i = 0; i < n; i++) json_array_append_new(values, text(is[i]));
    json_object_set_new(o, "is", values);
    if (why) json_object_set_new(o, "why", json_string(why));
    json_array_append_new(list, o);
    return list;
}

static void set_reading(json_t *o, const writer *w)
{
    const cv_survey *s = w->table->survey;
    const cv_guess *g = w->table->guess;
    set_text(o, "file", w->table->file);
    if (w->table->member.n) set_text(o, "member", as_glob(w->table->member, w->keep));
    if (s->kind == CV_TABLE_TEXT) {
        set_text(o, "encoding", cv_encoding_name(s->encoding));
        set_text(o, "separator", (cv_str){&s->separator, 1});
    }
    set_header(o, s);
    if (g->thousands) set_text(o, "thousands", cv_cell_group(g->thousands));
    set_blanks(o, s);
    if (g->where >= 0)
        json_object_set_new(o, "where", condition(w, g->where, &g->where_value, 1, NULL));
    if (g->n_totals)
        json_object_set_new(
            o, "skip",
            condition(w, g->total_column, g->total_word, g->n_totals, "a row of totals"));
    json_object_set_new(o, "layout", json_string(g->is_long ? "long" : "wide"));
}

/* ---- places ---- */

static void set_place(json_t *o, const writer *w)
{
    const cv_guess *g = w->table->guess;
    json_t *key = json_array(), *areas = json_array();
    for (int32_t i = 0; i < g->n_key; i++) json_array_append_new(key, text(ref(w, g->key[i])));
    json_object_set_new(o, "station", key);
    set_column(o, "station_name", w, CV_USE_PLACE);
    for (int32_t i = 0; i < g->n_areas; i++) {
        json_t *area = json_object();
        cv_str level = cv_normal(w->table->survey->column[g->area[i]].name, w->keep);
        set_text(area, "level", level.n ? level : CV_STR("area"));
        set_text(area, "column", ref(w, g->area[i]));
        json_array_append_new(areas, area);
    }
    if (g->n_areas) json_object_set(o, "area", areas);
    json_decref(areas);
    set_column(o, "lat", w, CV_USE_LAT);
    set_column(o, "lon", w, CV_USE_LON);
}

/* ---- forms ---- */

static bool in_form(const cv_guess_column *c, int32_t form)
{
    return c->form == form || c->form < 0;
}

static void set_fields(json_t *o, const writer *w, int32_t form)
{
    const cv_guess *g = w->table->guess;
    json_t *fields = json_object();
    for (int32_t c = 0; c < g->n_columns; c++)
        if (g->column[c].use == CV_USE_FIELD && in_form(&g->column[c], form))
            set_named(fields, cv_draft_field(&g->column[c], w->keep), text(ref(w, c)));
    if (json_object_size(fields)) json_object_set(o, "fields", fields);
    json_decref(fields);
}

/* Options go by their heads; two of one name, and those without a name, by the column as well. */
static cv_str option_id(const writer *w, int32_t column, int32_t form)
{
    const cv_guess *g = w->table->guess;
    cv_str name = w->table->survey->column[column].name;
    if (!name.n) return ref(w, column);
    for (int32_t c = 0; c < g->n_columns; c++)
        if (c != column && g->column[c].use == CV_USE_OPTION && g->column[c].form == form &&
            cv_str_eq(w->table->survey->column[c].name, name))
            return ref(w, column);
    return name;
}

static void set_options(json_t *o, const writer *w, int32_t form)
{
    const cv_guess *g = w->table->guess;
    json_t *options = json_object();
    for (int32_t c = 0; c < g->n_columns; c++)
        if (g->column[c].use == CV_USE_OPTION && g->column[c].form == form)
            set_named(options, option_id(w, c, form), text(ref(w, c)));
    json_object_set_new(o, "options", options);
    if (g->absent_blanks) json_object_set_new(o, "option_blank", json_string("absent"));
}

/* "{Family name} {First name}"; a number that is not the same option everywhere goes with the
 * name. */
static void set_long(json_t *o, const writer *w)
{
    const cv_guess *g = w->table->guess;
    cv_text id = cv_text_open(w->keep);
    for (int32_t c = 0; c < g->n_columns; c++)
        if (g->column[c].use == CV_USE_OPTION_ID)
            cv_text_addf(&id, "%s%.*s", id.n ? " " : "", CV_ARG(braced(w, c)));
    int32_t name = first_of(w, CV_USE_OPTION_NAME);
    if (name >= 0 && !g->options_are_sure) cv_text_addf(&id, " %.*s", CV_ARG(braced(w, name)));
    set_text(o, "option", cv_text_str(&id));
    set_column(o, "option_name", w, CV_USE_OPTION_NAME);
    set_column(o, "option_party", w, CV_USE_PARTY);
    set_column(o, "votes", w, CV_USE_VOTES);
    json_t *pseudo = json_object();
    for (int32_t i = 0; i < g->n_pseudo; i++)
        set_named(pseudo, g->pseudo[i], text(CV_FIELDS[g->pseudo_is[i]].id));
    if (g->n_pseudo) json_object_set(o, "pseudo", pseudo);
    json_decref(pseudo);
}

/* ---- contests ---- */

static int32_t n_contest_tables(const writer *w)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n_all; i++) n += w->all[i].of == i;
    return n;
}

/* What stands before the part that a column or a form gives. */
static cv_str contest_stem(const writer *w)
{
    const cv_draft_table *first = &w->all[w->table->of];
    cv_str own = cv_draft_id(first->stem, w->keep), wish = w->wishes->contest;
    if (!wish.n) return own;
    if (n_contest_tables(w) < 2) return wish;
    return cv_str_format(w->keep, "%.*s-%.*s", CV_ARG(wish), CV_ARG(own));
}

/* "2018", "2018-{district}", "bundestag-erst"; `star` writes the column as the pattern does. */
static cv_str contest_id(const writer *w, int32_t form, bool star)
{
    const cv_guess *g = w->all[w->table->of].guess;
    cv_str stem = contest_stem(w), wish = w->wishes->contest;
    if (cv_str_find(wish, CV_STR("{"), 0) >= 0) {
        if (!star) return wish;
        int64_t open = cv_str_find(wish, CV_STR("{"), 0);
        int64_t close = cv_str_find(wish, CV_STR("}"), open);
        if (close < 0) return wish;
        return cv_str_format(w->keep, "%.*s*%.*s", CV_ARG(cv_str_cut(wish, 0, open)),
                             CV_ARG(cv_str_cut(wish, close + 1, wish.n)));
    }
    if (g->n_forms > 1 && g->form_name[form].n)
        stem = cv_str_format(w->keep, "%.*s-%.*s", CV_ARG(stem),
                             CV_ARG(cv_draft_id(g->form_name[form], w->keep)));
    if (g->contest < 0) return stem;
    cv_str column = star ? CV_STR("*") : braced(w, w->table->guess->contest);
    return cv_str_format(w->keep, "%.*s-%.*s", CV_ARG(stem), CV_ARG(column));
}

/* A rule is no use where several contests may be added up as one, or areas with their parts. */
static bool has_rule(const writer *w, const cv_draft_table *t)
{
    return w->wishes->rule && t->guess->options_are_sure && !t->guess->has_levels;
}

static json_t *rule(const cv_draft_rule *r)
{
    json_t *o = json_object();
    json_object_set_new(o, "engine", json_string(r->engine));
    json_object_set_new(o, "unverified", json_true());
    if (r->key) json_object_set_new(o, r->key, json_string(r->value));
    if (!r->is_majority) return o;
    json_t *win = json_object(), *list = json_array();
    json_object_set_new(win, "share", json_string("1/2"));
    json_object_set_new(win, "relation", json_string(">"));
    json_object_set_new(win, "base", json_string("valid"));
    json_array_append_new(list, win);
    json_object_set_new(o, "win", list);
    return o;
}

static json_t *rules(const writer *w)
{
    json_t *all = json_object(), *unknown = json_object();
    bool some = false, none = false;
    for (int32_t i = 0; i < w->n_all; i++) {
        some |= w->all[i].of == i && has_rule(w, &w->all[i]);
        none |= w->all[i].of == i && !has_rule(w, &w->all[i]);
    }
    json_object_set_new(unknown, "engine", json_string("unknown"));
    if (some) json_object_set_new(all, w->wishes->rule->word, rule(w->wishes->rule));
    if (none) json_object_set(all, "unknown", unknown);
    json_decref(unknown);
    return all;
}

static json_t *contests(writer *w)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < w->n_all; i++) {
        w->table = &w->all[i];
        for (int32_t f = 0; w->table->of == i && f < w->table->guess->n_forms; f++) {
            json_t *o = json_object();
            set_text(o, "id", contest_id(w, f, true));
            if (w->wishes->seats) json_object_set_new(o, "seats", json_integer(w->wishes->seats));
            set_text(o, "rule",
                     cv_str_of(has_rule(w, w->table) ? w->wishes->rule->word : "unknown"));
            json_array_append_new(list, o);
        }
    }
    return list;
}

/* ---- versions ---- */

static bool has_versions(const writer *w)
{
    for (int32_t i = 0; i < w->n_all; i++)
        if (w->all[i].version) return true;
    return false;
}

static int32_t versions_of(const writer *w, int32_t first)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n_all; i++)
        if (w->all[i].of == first && w->all[i].version > n) n = w->all[i].version;
    return n;
}

static cv_str copy_id(const writer *w, const cv_draft_table *t)
{
    int32_t last = versions_of(w, t->of);
    if (!t->version || t->version == last) return CV_STR("figures");
    return cv_str_format(w->keep, "version-%d", t->version);
}

/* One list for all contests: the figures, and before them as many versions as the contest with
 * most of them has. */
static json_t *copies(writer *w)
{
    int32_t most = 0;
    for (int32_t i = 0; i < w->n_all; i++) {
        int32_t n = versions_of(w, w->all[i].of);
        if (n > most) most = n;
    }
    json_t *list = json_array();
    for (int32_t v = most; v >= 1; v--) {
        json_t *o = json_object();
        cv_str id = v == most ? CV_STR("figures") : cv_str_format(w->keep, "version-%d", v);
        set_text(o, "id", id);
        json_object_set_new(o, "kind", json_string(v == most ? "original" : "earlier"));
        json_object_set_new(o, "version", json_integer(v));
        json_array_append_new(list, o);
    }
    return list;
}

/* ---- a table ---- */

static json_t *forms(const writer *w)
{
    const cv_guess *g = w->table->guess;
    json_t *list = json_array();
    for (int32_t f = 0; f < g->n_forms; f++) {
        json_t *o = json_object();
        set_text(o, "contest", contest_id(w, f, false));
        if (has_versions(w)) set_text(o, "copy", copy_id(w, w->table));
        set_fields(o, w, f);
        if (g->is_long)
            set_long(o, w);
        else
            set_options(o, w, f);
        json_array_append_new(list, o);
    }
    return list;
}

static cv_str readings(const writer *w, const cv_guess_column *c)
{
    cv_text t = cv_text_open(w->keep);
    for (int32_t i = 0; i < 2; i++)
        if (c->reading[i] >= 0)
            cv_text_addf(&t, "%s%.*s", t.n ? " or " : "", CV_ARG(cv_role_name(c->reading[i])));
    return t.n ? cv_text_str(&t) : CV_STR("a figure that nothing names");
}

static void set_rest(json_t *o, const writer *w)
{
    const cv_guess *g = w->table->guess;
    json_t *ignore = json_array(), *unclear = json_object();
    for (int32_t c = 0; c < g->n_columns; c++) {
        const cv_guess_column *column = &g->column[c];
        if (column->use == CV_USE_IGNORED && g->contest != c)
            json_array_append_new(ignore, text(ref(w, c)));
        if (column->use == CV_USE_UNCLEAR) set_named(unclear, ref(w, c), text(readings(w, column)));
    }
    if (json_array_size(ignore)) json_object_set(o, "ignore", ignore);
    if (json_object_size(unclear)) json_object_set(o, "unclear", unclear);
    json_decref(ignore);
    json_decref(unclear);
}

static json_t *results(writer *w)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < w->n_all; i++) {
        json_t *o = json_object();
        w->table = &w->all[i];
        set_reading(o, w);
        set_place(o, w);
        json_object_set_new(o, "forms", forms(w));
        set_rest(o, w);
        json_array_append_new(list, o);
    }
    return list;
}

/* ---- the door ---- */

cv_str cv_draft_write(const cv_draft_table *table, int32_t n, const cv_draft_wishes *wishes,
                      cv_arena *keep)
{
    writer w = {.table = table, .all = table, .n_all = n, .wishes = wishes, .keep = keep};
    json_t *o = json_object();
    json_object_set_new(o, "canvass", json_integer(1));
    set_text(o, "id", wishes->id);
    set_text(o, "title", wishes->title);
    json_object_set_new(o, "rule_sets", rules(&w));
    json_object_set_new(o, "contests", contests(&w));
    if (has_versions(&w)) json_object_set_new(o, "copies", copies(&w));
    json_object_set_new(o, "results", results(&w));
    cv_text t = cv_text_open(keep);
    json_dump_callback(o, put, &t, JSON_INDENT(2));
    json_decref(o);
    cv_text_add(&t, CV_STR("\n"));
    return cv_text_str(&t);
}

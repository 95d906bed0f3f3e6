#include "read/law.h"

#include <stdlib.h>

#include "base/check.h"
#include "read/case/nearest.h"
#include "read/law_line.h"
#include "read/table.h"

/* ---- the table ---- */

typedef struct {
    cv_law_cells cells;
    cv_law_lines out;
    int64_t cap;
    cv_arena *keep;
    cv_error *err;
} reader;

static cv_place place_of(const reader *r, int32_t column)
{
    return (cv_place){r->cells.file, r->cells.line, column + 1};
}

static cv_status unknown_column(const reader *r, int32_t i, cv_str name)
{
    cv_status failed =
        cv_fail_at(r->err, CV_E_INPUT, place_of(r, i), "unknown column '%.*s'", CV_ARG(name));
    int32_t near = cv_nearest(name, CV_LAW_COLUMNS, CV_N_LAW_COLUMNS);
    if (near < 0) return cv_hint(r->err, failed, "the columns are in docs/reference/law.md");
    return cv_hint(r->err, failed, "did you mean '%.*s'?", CV_ARG(CV_LAW_COLUMNS[near]));
}

static cv_status read_header(reader *r, const cv_table_member *m)
{
    r->cells.line = m->n_header_lines ? m->header_line[0] : 0;
    for (int c = 0; c < CV_N_LAW_COLUMNS; c++) r->cells.at[c] = -1;
    for (int32_t i = 0; i < m->n_columns; i++) {
        int c = 0;
        while (c < CV_N_LAW_COLUMNS && !cv_str_eq(CV_LAW_COLUMNS[c], m->column[i])) c++;
        if (c == CV_N_LAW_COLUMNS) return unknown_column(r, i, m->column[i]);
        if (r->cells.at[c] >= 0)
            return cv_fail_at(r->err, CV_E_INPUT, place_of(r, i), "column '%.*s' stands twice",
                              CV_ARG(m->column[i]));
        r->cells.at[c] = i;
    }
    static const cv_law_column needed[] = {CV_LAW_KEY, CV_LAW_SOURCE, CV_LAW_STATUS};
    for (int i = 0; i < 3; i++)
        if (r->cells.at[needed[i]] < 0)
            return cv_fail_at(r->err, CV_E_INPUT, place_of(r, -1), "no column '%.*s'",
                              CV_ARG(CV_LAW_COLUMNS[needed[i]]));
    return CV_OK;
}

static cv_status read_row(reader *r, const cv_batch *b, int32_t i)
{
    r->cells.line = b->line[i];
    if (b->code[i]) {
        cv_message reason = cv_batch_reason(b, i, r->keep);
        return cv_fail_as(r->err, CV_E_INPUT, place_of(r, b->column[i] - 1), &reason);
    }
    for (int c = 0; c < CV_N_LAW_COLUMNS; c++)
        r->cells.cell[c] = r->cells.at[c] < 0 ? (cv_str){0} : cv_batch_cell(b, i, r->cells.at[c]);
    cv_room(r->keep, cv_law_rule, r->out.rule, r->out.n, r->cap);
    CV_TRY(cv_law_line_read(&r->out.rule[r->out.n], &r->cells, r->keep, r->err));
    r->out.n++;
    return CV_OK;
}

static cv_status read_table(reader *r, cv_table *table)
{
    const cv_table_member *member;
    cv_batch batch;
    CV_TRY(cv_table_next_member(table, &member, r->err));
    CV_TRY(read_header(r, member));
    do {
        CV_TRY(cv_table_next(table, &batch, r->err));
        for (int32_t i = 0; i < batch.n_rows; i++) CV_TRY(read_row(r, &batch, i));
    } while (batch.n_rows);
    return cv_table_next_member(table, &member, r->err);
}

/* A line of `#`, whatever stands above the header, is passed over. */
static int32_t header_line(cv_str text)
{
    int32_t line = 1;
    for (int64_t at = 0; at < text.n && text.s[at] == '#'; line++) {
        at = cv_str_find(text, CV_STR("\n"), at);
        if (at < 0) break;
        at++;
    }
    return line;
}

cv_status cv_law_read_lines(cv_law_lines *out, const cv_law_text *from, cv_arena *keep,
                            cv_arena *work, cv_error *err)
{
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.encoding = CV_UTF_8;
    format.comment = '#';
    format.kind = CV_TABLE_TEXT;
    format.one_thread = true;
    format.header_line[0] = header_line(from->text);
    cv_table *table;
    CV_TRY(cv_table_open_bytes(&table, from->file, from->text, &format, work, err));
    reader r = {
        .cells = {.file = from->file, .needs_place = from->needs_place},
          .keep = keep, .err = err
    };
    cv_status status = read_table(&r, table);
    cv_table_close(table);
    if (status == CV_OK) *out = r.out;
    return status;
}

/* ---- calendars ---- */

static int by_time(const void *a, const void *b)
{
    const cv_law_offset *x = a, *y = b;
    return cv_date_cmp(x->from, y->from);
}

static int by_day(const void *a, const void *b)
{
    const cv_law_day *x = a, *y = b;
    return (x->day > y->day) - (x->day < y->day);
}

/* The offsets of the nearest profile that states any. */
static void take_offsets(cv_law *law, cv_arena *keep)
{
    cv_law_offset *all = cv_new(keep, cv_law_offset, law->n_rules);
    for (int32_t i = 0; i < law->n_rules; i++) {
        const cv_law_rule *r = &law->rule[i];
        int32_t minutes;
        if (!cv_str_eq(r->key, CV_STR("calendar.offset"))) continue;
        if (cv_law_offset_parse(&minutes, r->value))
            all[law->n_offsets++] = (cv_law_offset){r->from, minutes, r};
    }
    law->offset = all;
    if (law->n_offsets > 1) qsort(all, (size_t)law->n_offsets, sizeof *all, by_time);
    if (law->n_offsets || !law->parent) return;
    law->offset = law->parent->offset;
    law->n_offsets = law->parent->n_offsets;
}

/* Days of one key, its own and those of the profiles above it. */
static const cv_law_day *days_of(const cv_law *law, const char *key, int32_t *n, cv_arena *keep)
{
    cv_law_day *all = NULL;
    int64_t cap = 0;
    for (const cv_law *l = law; l; l = l->parent)
        for (int32_t i = 0; i < l->n_rules; i++) {
            cv_str word[CV_LAW_LIST_MAX];
            const cv_law_rule *r = &l->rule[i];
            if (!cv_str_eq(r->key, cv_str_of(key))) continue;
            int32_t words = cv_law_words(word, CV_LAW_LIST_MAX, r);
            for (int32_t k = 0; k < words; k++) {
                cv_date day;
                if (!cv_date_parse(&day, word[k])) continue;
                cv_room(keep, cv_law_day, all, *n, cap);
                all[(*n)++] = (cv_law_day){day.day, r};
            }
        }
    if (*n > 1) qsort(all, (size_t)*n, sizeof *all, by_day);
    return all;
}

static void take_calendar(cv_law *law, cv_arena *keep)
{
    take_offsets(law, keep);
    law->holiday = days_of(law, "calendar.holiday", &law->n_holidays, keep);
    law->workday = days_of(law, "calendar.workday", &law->n_workdays, keep);
}

/* ---- profiles ---- */

static const cv_law_rule *label(const cv_law *law, const char *key)
{
    for (int32_t i = 0; i < law->n_rules; i++)
        if (cv_str_eq(law->rule[i].key, cv_str_of(key))) return &law->rule[i];
    return NULL;
}

cv_str cv_law_title(const cv_law *law)
{
    const cv_law_rule *title = label(law, "title");
    return title ? title->value : law->id;
}

const cv_law *cv_laws_named(const cv_laws *all, cv_str id)
{
    for (int32_t i = 0; i < all->n; i++)
        if (cv_str_eq(all->law[i].id, id)) return &all->law[i];
    return NULL;
}

static cv_status no_parent(const cv_law_rule *rule, const cv_laws *all, cv_arena *keep,
                           cv_error *err)
{
    cv_str *known = cv_new(keep, cv_str, all->n);
    for (int32_t i = 0; i < all->n; i++) known[i] = all->law[i].id;
    cv_status failed = cv_fail_at(err, CV_E_INPUT, (cv_place){rule->file, rule->line, 0},
                                  "no profile '%.*s'", CV_ARG(rule->value));
    int32_t near = cv_nearest(rule->value, known, all->n);
    if (near < 0) return cv_hint(err, failed, "'canvass law' lists the profiles");
    return cv_hint(err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
}

/* The lines of one jurisdiction; all when it is empty. */
static void take_lines(cv_law *law, const cv_law_lines *lines, cv_str jurisdiction, cv_arena *keep)
{
    cv_law_rule *rule = cv_new(keep, cv_law_rule, lines->n);
    for (int32_t i = 0; i < lines->n; i++)
        if (!jurisdiction.n || cv_str_eq(lines->rule[i].jurisdiction, jurisdiction))
            rule[law->n_rules++] = lines->rule[i];
    law->rule = rule;
}

static bool is_known(const cv_law *law, int32_t n, cv_str id)
{
    for (int32_t i = 0; i < n; i++)
        if (cv_str_eq(law[i].id, id)) return true;
    return false;
}

/* Parents are linked when all profiles are there; a chain longer than their number is a circle. */
static cv_status link_parents(cv_law *law, const cv_laws *all, cv_arena *keep, cv_error *err)
{
    for (int32_t i = 0; i < all->n; i++) {
        const cv_law_rule *rule = label(&law[i], "parent");
        if (!rule) continue;
        law[i].parent = cv_laws_named(all, rule->value);
        if (!law[i].parent) return no_parent(rule, all, keep, err);
    }
    for (int32_t i = 0; i < all->n; i++) {
        int32_t depth = 0;
        for (const cv_law *l = law[i].parent; l && depth <= all->n; l = l->parent) depth++;
        const cv_law_rule *rule = label(&law[i], "parent");
        if (depth > all->n)
            return cv_fail_at(err, CV_E_INPUT, (cv_place){rule->file, rule->line, 0},
                              "the profile '%.*s' is its own parent", CV_ARG(law[i].id));
    }
    return CV_OK;
}

static int32_t depth_of(const cv_law *law)
{
    int32_t n = 0;
    for (; law->parent; law = law->parent) n++;
    return n;
}

cv_status cv_laws_read(cv_laws *out, const cv_law_file *file, int32_t n, cv_arena *keep,
                       cv_arena *work, cv_error *err)
{
    cv_law *law = NULL;
    int32_t n_laws = 0, deepest = 0;
    int64_t cap = 0;
    for (int32_t f = 0; f < n; f++) {
        cv_law_lines lines;
        cv_str name = cv_str_of(file[f].name);
        const cv_law_text from = {
            .file = name, .text = cv_str_of(file[f].text), .needs_place = true};
        CV_TRY(cv_law_read_lines(&lines, &from, keep, work, err));
        for (int32_t i = 0; i < lines.n; i++) {
            cv_str id = lines.rule[i].jurisdiction;
            if (is_known(law, n_laws, id)) continue;
            cv_room(work, cv_law, law, n_laws, cap);
            law[n_laws] = (cv_law){.id = id, .file = name};
            take_lines(&law[n_laws++], &lines, id, keep);
        }
    }
    cv_law *kept = cv_new(keep, cv_law, n_laws);
    for (int32_t i = 0; i < n_laws; i++) kept[i] = law[i];
    cv_laws all = {kept, n_laws};
    CV_TRY(link_parents(kept, &all, keep, err));
    for (int32_t depth = 0; depth <= deepest; depth++) /* parents before those who take from them */
        for (int32_t i = 0; i < n_laws; i++) {
            int32_t own = depth_of(&kept[i]);
            if (own > deepest) deepest = own;
            if (own == depth) take_calendar(&kept[i], keep);
        }
    *out = all;
    return CV_OK;
}

cv_laws cv_laws_shipped(cv_arena *keep, cv_arena *work)
{
    cv_laws all = {0};
    cv_error err;
    cv_status status = cv_laws_read(&all, CV_LAW_FILES, CV_N_LAW_FILES, keep, work, &err);
    cv_assert(status == CV_OK);
    return all;
}

cv_status cv_law_read_own(const cv_law **out, const cv_law_text *from, const cv_laws *all,
                          cv_arena *keep, cv_arena *work, cv_error *err)
{
    cv_law_lines lines;
    CV_TRY(cv_law_read_lines(&lines, from, keep, work, err));
    cv_law *law = cv_new(keep, cv_law, 1);
    *law = (cv_law){.id = from->id, .file = from->file};
    take_lines(law, &lines, CV_STR(""), keep);
    const cv_law_rule *rule = label(law, "parent");
    if (rule) law->parent = cv_laws_named(all, rule->value);
    if (rule && !law->parent) return no_parent(rule, all, keep, err);
    take_calendar(law, keep);
    *out = law;
    return CV_OK;
}

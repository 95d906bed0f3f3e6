/* tests/unit/read/dump.h — a table as text, so that a row of a test can say all that is read.
 *
 * - `@x.csv!a.csv [name][votes]`: a member and its columns; `@` alone for a table in memory
 * - `2 A|12`: line 2, two cells
 * - `3 R01.3 A|`: line 3 is refused, with code and column
 * - `.2 blank line 1@4`: two rows; what was skipped, how often, the first line of it
 * - `E3:1:2 text`: an error, with status, line, column and text
 */
#ifndef CV_TESTS_UNIT_READ_DUMP_H
#define CV_TESTS_UNIT_READ_DUMP_H

#include "../row.h"

#include "base/text.h"
#include "read/table.h"

static inline void dump_rows(cv_text *out, const cv_batch *b)
{
    for (int32_t i = 0; i < b->n_rows; i++) {
        cv_text_addf(out, "%lld", (long long)b->line[i]);
        if (b->code[i]) cv_text_addf(out, " R%02d.%d", b->code[i], b->column[i]);
        for (int32_t k = 0; k < b->n_columns; k++) {
            cv_text_add(out, k ? CV_STR("|") : CV_STR(" "));
            cv_text_add(out, cv_batch_cell(b, i, k));
        }
        cv_text_add(out, CV_STR("\n"));
    }
}

static inline cv_status dump_member(cv_text *out, cv_table *t, const cv_table_member *m,
                                    cv_error *err)
{
    cv_text_addf(out, "@%.*s ", CV_ARG(m->file));
    for (int32_t i = 0; i < m->n_columns; i++) cv_text_addf(out, "[%.*s]", CV_ARG(m->column[i]));
    cv_text_add(out, CV_STR("\n"));
    for (cv_batch b;;) {
        CV_TRY(cv_table_next(t, &b, err));
        if (!b.n_rows) break;
        dump_rows(out, &b);
    }
    const cv_member_facts *facts = cv_table_member_facts(t);
    cv_text_addf(out, ".%lld", (long long)facts->rows);
    for (int32_t i = 0; i < facts->n_skips; i++)
        cv_text_addf(out, " %.*s %lld@%lld", CV_ARG(facts->skip[i].reason),
                     (long long)facts->skip[i].n, (long long)facts->skip[i].first_line);
    if (facts->trimmed) cv_text_addf(out, " trimmed %lld", (long long)facts->trimmed);
    cv_text_add(out, CV_STR("\n"));
    return CV_OK;
}

static inline cv_status dump_members(cv_text *out, cv_table *t, cv_error *err)
{
    for (const cv_table_member *m;;) {
        CV_TRY(cv_table_next_member(t, &m, err));
        if (!m) return CV_OK;
        CV_TRY(dump_member(out, t, m, err));
    }
}

/* Of bytes in memory, whose file has the name "". */
static inline cv_str dump_bytes(cv_str bytes, const cv_table_format *format, cv_arena *keep)
{
    cv_text out = cv_text_open(keep);
    cv_error err = {0};
    cv_table *t;
    /* A heap of its own, so that a sanitiser sees what is read past the end. */
    cv_arena own = cv_arena_open();
    cv_str copy = {cv_arena_take(&own, bytes.n + 1, 1, 1), bytes.n};
    if (bytes.n) memcpy((char *)(uintptr_t)copy.s, bytes.s, (size_t)bytes.n);
    cv_status status = cv_table_open_bytes(&t, CV_STR(""), copy, format, &own, &err);
    if (status == CV_OK) status = dump_members(&out, t, &err);
    if (status != CV_OK)
        cv_text_addf(&out, "E%d:%lld:%lld %s\n", status, (long long)err.line, (long long)err.column,
                     err.text);
    cv_arena_close(&own);
    return cv_text_str(&out);
}

static inline cv_str dump_path(const char *path, const cv_table_format *format, cv_arena *keep)
{
    cv_text out = cv_text_open(keep);
    cv_error err = {0};
    cv_table *t;
    cv_status status = cv_table_open(&t, cv_str_of(path), format, keep, &err);
    if (status == CV_OK) status = dump_members(&out, t, &err);
    if (status != CV_OK)
        cv_text_addf(&out, "E%d:%lld:%lld %s\n", status, (long long)err.line, (long long)err.column,
                     err.text);
    return cv_text_str(&out);
}

#endif

/* Text in any dialect and encoding, with limits that small inputs pass: the first bytes choose
 * them. Rows go upwards, cells are text, and nothing depends on the size of the blocks. */
#include "fuzz.h"

#include "base/check.h"
#include "base/text.h"
#include "read/decode.h"
#include "read/table.h"

enum { CHOICES = 6 };

static cv_table_format choose(const uint8_t *c)
{
    static const char quotes[] = {'"', '\'', 0}, comments[] = {0, '#', '/'};
    static const char separators[] = {0, ',', ';', '\t', '|', ' ', ':'};
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.encoding = (cv_encoding)(c[0] % CV_ENCODINGS);
    f.quote = quotes[c[1] % sizeof quotes];
    f.comment = comments[c[1] / 16 % sizeof comments];
    f.separator = separators[c[2] % sizeof separators];
    f.n_header_lines = c[3] % 4;
    for (int32_t k = 0, line = 0; k < f.n_header_lines; k++)
        f.header_line[k] = line += 1 + (c[4] >> (2 * k)) % 4;
    f.limits.line_bytes = 24 + c[5] % 64;
    f.limits.cell_bytes = 8 + c[5] / 8;
    f.limits.columns = 12;
    f.one_thread = true;
    return f;
}

static void check_rows(const cv_batch *b, int64_t *line, const cv_table_format *f)
{
    for (int32_t i = 0; i < b->n_rows; i++) {
        cv_assert(b->line[i] > *line);
        *line = b->line[i];
        for (int32_t k = 0; k < b->n_columns; k++) {
            cv_str cell = cv_batch_cell(b, i, k);
            cv_assert(cell.n >= 0 && cell.n <= f->limits.cell_bytes);
            cv_assert(cv_text_bad(cell) < 0);
        }
    }
}

static void tell_rows(cv_text *all, const cv_batch *b, cv_arena *keep)
{
    for (int32_t i = 0; i < b->n_rows; i++) {
        cv_text_addf(all, "%lld %d %d", (long long)b->line[i], b->code[i], b->column[i]);
        if (b->code[i]) cv_text_add(all, cv_batch_reason(b, i, keep).text);
        for (int32_t k = 0; k < b->n_columns; k++) {
            cv_text_addf(all, "|%lld:", (long long)cv_batch_cell(b, i, k).n);
            cv_text_add(all, cv_batch_cell(b, i, k));
        }
    }
}

static cv_status tell(cv_text *all, cv_table *t, const cv_table_format *f, cv_error *err)
{
    const cv_table_member *m;
    CV_TRY(cv_table_next_member(t, &m, err));
    cv_assert(m && m->n_columns <= f->limits.columns);
    for (int32_t k = 0; k < m->n_columns; k++) {
        int32_t found = cv_table_column(t, m->column[k]);
        cv_assert(found == k || found == CV_COLUMN_AMBIGUOUS);
        cv_assert(cv_text_bad(m->column[k]) < 0);
        cv_text_add(all, m->column[k]);
    }
    int64_t line = 0, n = 0;
    for (cv_batch b;; n += b.n_rows) {
        CV_TRY(cv_table_next(t, &b, err));
        if (!b.n_rows) break;
        check_rows(&b, &line, f);
        tell_rows(all, &b, all->keep);
    }
    const cv_member_facts *facts = cv_table_member_facts(t);
    cv_assert(facts->rows == n && facts->lines >= line);
    cv_text_addf(all, "%lld %lld", (long long)facts->trimmed, (long long)facts->lines);
    for (int32_t i = 0; i < facts->n_skips; i++)
        cv_text_addf(all, " %lld@%lld", (long long)facts->skip[i].n,
                     (long long)facts->skip[i].first_line);
    return cv_table_next_member(t, &m, err);
}

static cv_str read_all(cv_str bytes, const cv_table_format *f, cv_arena *keep)
{
    cv_text all = cv_text_open(keep);
    cv_error err = {0};
    cv_table *t = NULL;
    cv_status status = cv_table_open_bytes(&t, CV_STR("input"), bytes, f, keep, &err);
    if (status == CV_OK) status = tell(&all, t, f, &err);
    /* How many rows came before a failure is not promised. */
    if (status != CV_OK)
        return cv_str_format(keep, "%d %lld %lld %s", (int)status, (long long)err.line,
                             (long long)err.column, err.text);
    cv_table_close(t);
    return cv_text_str(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < CHOICES + 1) return 0;
    cv_table_format f = choose(data);
    cv_str bytes = fuzz_input(data + CHOICES, size - CHOICES);
    /* Archives are table_fuzz's. */
    if (bytes.n > 1 && (bytes.s[0] == 'P' || bytes.s[0] == '\x1f')) return 0;
    cv_arena keep = cv_arena_open();
    f.block_bytes = 1 + data[5] % 7;
    f.batch_rows = 3;
    cv_str in_bits = read_all(bytes, &f, &keep);
    f.block_bytes = 0;
    f.batch_rows = 100;
    cv_assert(cv_str_eq(read_all(bytes, &f, &keep), in_bits));
    cv_arena_close(&keep);
    return 0;
}

/* A table is the same rows, or the same refusal, whatever the size of the blocks it is read in. */
#include "fuzz.h"

#include <string.h>

#include "base/check.h"
#include "base/hash.h"
#include "base/text.h"
#include "read/table.h"

/* Everything that a reading gives, as one text. */
static void tell_rows(cv_text *all, cv_table *t, cv_status *status, cv_error *err)
{
    cv_batch b;
    while ((*status = cv_table_next(t, &b, err)) == CV_OK && b.n_rows > 0)
        for (int32_t row = 0; row < b.n_rows; row++) {
            cv_text_addf(all, "%lld %d %d:", (long long)b.line[row], b.code[row], b.column[row]);
            for (int32_t c = 0; c < b.n_columns; c++) {
                cv_str cell = cv_batch_cell(&b, row, c);
                cv_text_addf(all, " %lld ", (long long)cell.n);
                cv_text_add(all, cell);
            }
        }
}

static cv_str tell(cv_str bytes, int32_t block_bytes, cv_arena *keep)
{
    cv_text all = cv_text_open(keep);
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.one_thread = true;
    format.block_bytes = block_bytes;
    format.batch_rows = block_bytes ? 2 : 100;
    format.limits.expanded_bytes = 1 << 16;
    format.limits.line_bytes = 1 << 12;
    format.limits.cell_bytes = 1 << 10;
    cv_error err = {0};
    cv_table *t = NULL;
    cv_status status = cv_table_open_bytes(&t, CV_STR("input"), bytes, &format, keep, &err);
    const cv_table_member *m = NULL;
    while (status == CV_OK && (status = cv_table_next_member(t, &m, &err)) == CV_OK && m) {
        cv_text_addf(&all, "member %d columns:", m->n_columns);
        tell_rows(&all, t, &status, &err);
        if (status != CV_OK) break;
        cv_text_addf(&all, "%lld rows", (long long)cv_table_member_facts(t)->rows);
    }
    if (status != CV_OK) cv_assert(err.text[0] != '\0');
    cv_text_addf(&all, "status %d at %lld: %s", (int)status, (long long)err.line, err.text);
    cv_table_close(t);
    return cv_text_str(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str bytes = fuzz_input(data, size);
    cv_arena keep = cv_arena_open();
    cv_str whole = tell(bytes, 0, &keep);
    cv_str in_bits = tell(bytes, 61, &keep);
    cv_assert(cv_str_eq(whole, in_bits));
    cv_arena_close(&keep);
    return 0;
}

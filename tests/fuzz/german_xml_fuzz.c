/* The XML of a German election, whatever its bytes, is refused or gives rows that are named: each
 * area, group and vote once, and the same rows whatever the size of the batches. */
#include "fuzz.h"

#include <string.h>

#include "base/check.h"
#include "base/map.h"
#include "base/text.h"
#include "read/german_xml.h"
#include "read/table.h"

/* What names a figure: kind and number of the area, group, vote. */
static void check_row(cv_map *seen, const cv_batch *b, int32_t row, cv_arena *keep)
{
    static const int32_t named_by[] = {0, 1, 6, 9};
    cv_text key = cv_text_open(keep);
    if (b->code[row]) return;
    for (size_t i = 0; i < sizeof named_by / sizeof *named_by; i++) {
        cv_str cell = cv_batch_cell(b, row, named_by[i]);
        cv_assert(cell.n > 0);
        cv_text_add(&key, cell);
        cv_text_add(&key, CV_STR(" "));
    }
    const int64_t n = seen->n;
    cv_map_add(seen, cv_str_copy(keep, cv_text_str(&key)), 0, keep);
    cv_assert(seen->n == n + 1);
}

static cv_str tell(cv_str bytes, int32_t batch_rows, cv_arena *keep)
{
    cv_text all = cv_text_open(keep);
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.one_thread = true;
    format.batch_rows = batch_rows;
    format.kind = CV_TABLE_GERMAN_XML;
    cv_error err = {0};
    cv_map seen = {0};
    cv_table *t = NULL;
    const cv_table_member *m = NULL;
    cv_batch b = {0};
    cv_status status = cv_table_open_bytes(&t, CV_STR("input"), bytes, &format, keep, &err);
    if (status == CV_OK) status = cv_table_next_member(t, &m, &err);
    while (status == CV_OK && m && (status = cv_table_next(t, &b, &err)) == CV_OK && b.n_rows)
        for (int32_t row = 0; row < b.n_rows; row++) {
            cv_text_addf(&all, "%lld %d:", (long long)b.line[row], b.code[row]);
            check_row(&seen, &b, row, keep);
            for (int32_t c = 0; c < b.n_columns; c++) {
                cv_str cell = cv_batch_cell(&b, row, c);
                cv_text_addf(&all, " %lld ", (long long)cell.n);
                cv_text_add(&all, cell);
            }
        }
    cv_text_addf(&all, "status %d at %lld: %s", (int)status, (long long)err.line, err.text);
    cv_table_close(t);
    return cv_text_str(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena keep = cv_arena_open();
    cv_str bytes = fuzz_input(data, size);
    cv_assert(cv_str_eq(tell(bytes, 100, &keep), tell(bytes, 1, &keep)));
    cv_arena_close(&keep);
    return 0;
}

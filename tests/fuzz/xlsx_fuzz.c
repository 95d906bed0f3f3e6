/* A workbook whose parts are any bytes is refused or gives rows: each line once and ascending,
 * cells within their limit, and the same rows whatever the size of the batches. The first byte says
 * which part the others are, so that the fuzzer need not learn to pack a zip. */
#include "fuzz.h"

#include <archive.h>
#include <archive_entry.h>

#include "base/check.h"
#include "base/text.h"
#include "read/table.h"

enum { PARTS = 7, CELL = 1 << 8, LINE = 1 << 12 };

#define BASE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const struct {
    const char *name, *usual;
} parts[PARTS] = {
    {"xl/worksheets/sheet1.xml",
     "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
     "t='s'><v>1</v></c></row>"
     "<row r='2'><c r='A2'><v>1</v></c><c r='B2' s='1'><v>45795</v></c></row></sheetData>"
     "</worksheet>"                                                                                      },
    {"xl/sharedStrings.xml",       "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>"                },
    {"xl/styles.xml",              "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"},
    {"xl/workbook.xml",
     "<workbook><workbookPr/><sheets><sheet name='S' id='1'/></sheets></workbook>"                       },
    {"xl/_rels/workbook.xml.rels",
     "<Relationships><Relationship Id='1' Type='" BASE
     "/worksheet' Target='worksheets/sheet1.xml'/>"
     "<Relationship Id='2' Type='" BASE "/sharedStrings' Target='sharedStrings.xml'/>"
     "<Relationship Id='3' Type='" BASE "/styles' Target='styles.xml'/></Relationships>"                 },
    {"_rels/.rels",                "<Relationships><Relationship Id='1' Type='" BASE
                    "/officeDocument' Target='xl/workbook.xml'/></Relationships>"     },
    {"[Content_Types].xml",        "<Types/>"                                                            },
};

static void add_part(struct archive *a, const char *name, cv_str bytes)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, name);
    archive_entry_set_size(e, bytes.n);
    archive_entry_set_filetype(e, AE_IFREG);
    cv_assert(archive_write_header(a, e) == ARCHIVE_OK);
    if (bytes.n) cv_assert(archive_write_data(a, bytes.s, (size_t)bytes.n) == bytes.n);
    archive_entry_free(e);
}

static cv_str package_of(int part, cv_str bytes, cv_arena *keep)
{
    size_t room = (size_t)bytes.n + (1 << 15), used = 0;
    char *p = cv_new(keep, char, (int64_t)room);
    struct archive *a = archive_write_new();
    archive_write_set_format_zip(a);
    archive_write_set_options(a, "zip:compression=store");
    archive_write_set_bytes_in_last_block(a, 1);
    cv_assert(archive_write_open_memory(a, p, room, &used) == ARCHIVE_OK);
    for (int i = 0; i < PARTS; i++)
        add_part(a, parts[i].name, i == part ? bytes : cv_str_of(parts[i].usual));
    cv_assert(archive_write_close(a) == ARCHIVE_OK);
    archive_write_free(a);
    return (cv_str){p, (int64_t)used};
}

static void tell_row(cv_text *all, const cv_batch *b, int32_t row)
{
    cv_text_addf(all, "%lld %d %d:", (long long)b->line[row], b->code[row], b->column[row]);
    for (int32_t c = 0; c < b->n_columns; c++) {
        cv_str cell = cv_batch_cell(b, row, c);
        cv_assert(cell.n <= CELL || b->code[row]);
        cv_assert(cv_str_is_utf8(cell));
        cv_text_addf(all, " %lld ", (long long)cell.n);
        cv_text_add(all, cell);
    }
}

static cv_status tell_member(cv_text *all, cv_table *t, cv_error *err)
{
    int64_t line = 0;
    for (cv_batch b;;) {
        CV_TRY(cv_table_next(t, &b, err));
        if (!b.n_rows) return CV_OK;
        for (int32_t row = 0; row < b.n_rows; row++) {
            cv_assert(b.line[row] > line);
            line = b.line[row];
            tell_row(all, &b, row);
        }
    }
}

static cv_str tell(cv_str bytes, int32_t batch_rows, cv_arena *keep)
{
    cv_text all = cv_text_open(keep);
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.one_thread = true;
    format.batch_rows = batch_rows;
    format.sheet = CV_STR("*");
    format.limits.expanded_bytes = 1 << 20;
    format.limits.line_bytes = LINE;
    format.limits.cell_bytes = CELL;
    cv_error err = {0};
    cv_table *t = NULL;
    cv_status status = cv_table_open_bytes(&t, CV_STR("input"), bytes, &format, keep, &err);
    const cv_table_member *m = NULL;
    while (status == CV_OK && (status = cv_table_next_member(t, &m, &err)) == CV_OK && m) {
        cv_text_addf(&all, "sheet %.*s, %d columns:", CV_ARG(m->name), m->n_columns);
        status = tell_member(&all, t, &err);
    }
    if (status != CV_OK) cv_assert(err.text[0] != '\0');
    cv_text_addf(&all, "status %d at %lld: %s", (int)status, (long long)err.line, err.text);
    cv_table_close(t);
    return cv_text_str(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size) return 0;
    cv_arena keep = cv_arena_open();
    cv_str bytes = package_of(data[0] % PARTS, fuzz_input(data + 1, size - 1), &keep);
    cv_assert(cv_str_eq(tell(bytes, 100, &keep), tell(bytes, 1, &keep)));
    cv_arena_close(&keep);
    return 0;
}

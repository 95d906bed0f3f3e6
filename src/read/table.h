/* read/table.h — from a path to rows of cells: archives, encodings, dialects, headers.
 *
 * A table is read as a stream, in batches of rows. What stands in a file comes out as it was
 * written, decoded to UTF-8 and trimmed; nothing is repaired. A row that cannot be read (wrong
 * number of cells, bytes that are not in the encoding, a broken quote, a line without end) comes
 * out with its refusal code and the rows after it are read on. A file that is not a table fails
 * as a whole.
 *
 * Reads: delimited text, sheets of .xlsx workbooks and results of German elections in XML, plain or
 * packed by gzip, xz, zstd, bzip2, and every member of a zip or tar archive, recognised by content
 * and never by name. Each member is a table of its own with its own header, encoding and line
 * numbers. Refuses: other workbooks and documents, PDF, HTML, links and escaping paths in archives,
 * archives that expand past the limits.
 *
 *     cv_table_open(&t, path, &format, keep, err)
 *     while cv_table_next_member(t, &m, err) gives a member:
 *         columns are looked up with cv_table_column(t, name)
 *         while cv_table_next(t, &batch, err) gives rows: ...
 *         cv_table_member_facts(t)     what was skipped, how many cells were trimmed
 *     cv_table_file_facts(t)           SHA-256 and size of the file on disk
 *
 * Reading, hashing, decoding and splitting run in a thread of their own, ahead of the caller; the
 * rows are the same on one thread. All calls for one table come from one thread.
 *
 * Method: docs/reference/election-json.md
 */
#ifndef CV_READ_TABLE_H
#define CV_READ_TABLE_H

#include "base/error.h"
#include "base/hash.h"
#include "model/election.h"

/* ---- what election.json says about a file ---- */

typedef enum {
    CV_ENCODING_AUTO, /* byte order mark, else UTF-16 by its zero bytes, else UTF-8, else the 8-bit
                         encoding that reads it best by far (read/eight_bit.h), else an error */
    CV_UTF_8,
    CV_UTF_16, /* byte order by its mark, else by its zero bytes, else little endian */
    CV_UTF_16LE,
    CV_UTF_16BE,
    CV_ISO_8859_1,
    CV_ISO_8859_2,
    CV_ISO_8859_5,
    CV_ISO_8859_9,
    CV_ISO_8859_15,
    CV_WINDOWS_1250,
    CV_WINDOWS_1251,
    CV_WINDOWS_1252,
    CV_WINDOWS_1254,
    CV_WINDOWS_1257,
    CV_WINDOWS_1258,
    CV_KOI8_R,
    CV_ENCODINGS
} cv_encoding;

/* "utf-8", "windows-1251", ...: as written in election.json, lower case; "auto" for AUTO. */
cv_str cv_encoding_name(cv_encoding e);
/* False when canvass does not know the name; `out` is then untouched. */
bool cv_encoding_named(cv_encoding *out, cv_str name);

/* What a table is written as. Found by content. */
typedef enum {
    CV_TABLE_UNKNOWN,
    CV_TABLE_TEXT,      /* delimited text                                      */
    CV_TABLE_SHEET,     /* a sheet of an .xlsx: lines are its rows             */
    CV_TABLE_GERMAN_XML /* results of German elections (read/german_xml.h)     */
} cv_table_kind;

enum { CV_HEADER_LINES_MAX = 8 };

typedef struct {
    int64_t expanded_bytes; /* of all members of an archive that are read, and of a packed file */
    int64_t ratio;          /* expanded ÷ packed; asked only past 64 MiB expanded */
    int64_t members;
    int32_t columns;
    int64_t line_bytes; /* of a row after decoding, with its line ends (R15) */
    int64_t cell_bytes; /* R15 */
} cv_table_limits;

/* Told how far the reading is, at least once per batch, on the caller's thread. bytes: of the file
 * on disk; total is -1 for a pipe. Returning true stops the reading with CV_E_STOPPED. */
typedef struct {
    bool (*stop)(void *data, int64_t bytes, int64_t total);
    void *data;
} cv_table_watch;

typedef struct {
    cv_encoding encoding;
    char separator; /* one of , ; TAB | or any other ASCII character; 0: found among these */
    char quote;     /* 0: quotes are ordinary characters */
    char comment;   /* lines that begin with it are skipped; 0: none */
    int32_t n_header_lines; /* 0: no header, every line is data and columns go by "#7" */
    int32_t header_line[CV_HEADER_LINES_MAX]; /* line numbers from 1, ascending */
    cv_str member; /* glob (* ? [a-z]) over whole member names or their last part;
                      empty: every regular file of the archive */
    cv_str sheet;  /* the same over the names of a workbook's sheets; "*": every sheet with data;
                      empty: the only one with data. An error for what is no workbook */
    cv_table_kind kind; /* what the file must be; UNKNOWN: any of them */
    cv_table_limits limits;
    cv_table_watch watch;
    bool one_thread;     /* do not read ahead */
    int32_t block_bytes; /* bytes read at a time; 0: the default. For tests  */
    int32_t batch_rows;  /* rows of a batch, at most; 0: the default. For tests */
} cv_table_format;

/* Comma-separated or alike, header in line 1, quote ", everything else found out. */
extern const cv_table_format CV_TABLE_FORMAT_DEFAULT;

/* ---- a file and its members ---- */

typedef struct cv_table cv_table;

/* Opens `path` ("-": standard input). The table is closed with `keep`, or before by
 * cv_table_close(). `format` is copied. Fails with CV_E_INPUT when the file does not exist or is
 * something else than delimited text or an archive, and when separator, quote and comment are not
 * different ASCII characters. */
cv_status cv_table_open(cv_table **out, cv_str path, const cv_table_format *format, cv_arena *keep,
                        cv_error *err);
/* The same from memory, which must live as long as the table; `name` is for messages. */
cv_status cv_table_open_bytes(cv_table **out, cv_str name, cv_str bytes,
                              const cv_table_format *format, cv_arena *keep, cv_error *err);
void cv_table_close(cv_table *t); /* NULL is allowed */

/* One table: the file itself, or a member of an archive. Texts live in `keep`. */
typedef struct {
    cv_str name; /* of the member, "" when the file is not an archive; of the sheet, after "!" when
                    the workbook is a member */
    cv_str file; /* path, and "!" and that name: for cv_place and cv_source */
    cv_table_kind kind;
    cv_encoding encoding; /* as known so far, UTF-8 while all is ASCII: see cv_member_facts */
    char separator;       /* 0: it has none */
    int32_t n_columns;
    const cv_str *column;   /* [n_columns] names after trimming; "" where the header has none.
                               Several header lines are joined with " / "; an empty cell repeats
                               the one to its left in all lines but the last */
    int32_t n_header_lines; /* 0: no header, names are empty */
    int64_t header_line[CV_HEADER_LINES_MAX]; /* where they were found, from 1 */
} cv_table_member;

/* Goes to the next member, past what was not read of the present one; *out is NULL after the
 * last. Reads its header. Fails with CV_E_INPUT when the member is not a table or has no header,
 * with CV_E_LIMIT past a limit. An archive in which no member matches is CV_E_INPUT. */
cv_status cv_table_next_member(cv_table *t, const cv_table_member **out, cv_error *err);

enum { CV_COLUMN_NONE = -1, CV_COLUMN_AMBIGUOUS = -2 };

/* The column of the present member, from 0: by name, by "name#2" (second of that name), or by
 * "#7" (number from 1); an exact name goes first. CV_COLUMN_AMBIGUOUS when several columns have
 * the name and no number says which. */
int32_t cv_table_column(const cv_table *t, cv_str name);

/* ---- rows ---- */

/* Refusal codes of docs/reference/refusals.md that a row can have before anybody looks at its
 * cells. */
enum {
    CV_R01_CELLS = 1, /* column: the number of cells found            */
    CV_R07_BYTES = 7, /* column: the first cell with such bytes, from 1 */
    CV_R08_QUOTE = 8, /* column: the cell, from 1                     */
    CV_R15_LONG = 15  /* column: the cell, from 1; 0: the line        */
};

/* Some thousand rows. Everything lives until the call of cv_table_next() or
 * cv_table_next_member() after the next one: one batch can be mapped while the next is made. */
typedef struct {
    int32_t n_rows;
    int32_t n_columns;
    const cv_str *cell;    /* [n_rows × n_columns] row by row; trimmed; in a row with a problem
                              what could be read, then empty cells */
    const int64_t *line;   /* [n_rows] first line of the row in the (decoded) file, from 1 */
    const uint8_t *code;   /* [n_rows] 0, or a refusal code from above */
    const int32_t *column; /* [n_rows] where the problem is; 0 without one */
} cv_batch;

static inline cv_str cv_batch_cell(const cv_batch *b, int32_t row, int32_t column)
{
    return b->cell[(int64_t)row * b->n_columns + column];
}

/* The next rows of the member in file order; n_rows is 0 at its end. Fails when the file turns
 * out not to be what it claims (a truncated archive, no UTF-8 although nothing else was said),
 * and with CV_E_STOPPED; the table then gives nothing more. */
cv_status cv_table_next(cv_table *t, cv_batch *out, cv_error *err);

/* What is wrong with a row whose code is not 0, for people: "expected 20 cells, found 19". */
cv_message cv_batch_reason(const cv_batch *b, int32_t row, cv_arena *keep);

/* ---- afterwards ---- */

/* Lines that are not rows, by reason: "blank line", "comment line", "line above the header",
 * "repeated header", "separator line". Header lines are neither rows nor skipped. */
typedef struct {
    cv_str reason;
    int64_t n;
    int64_t first_line;
} cv_table_skip;

typedef struct {
    cv_sheet_facts sheet;
    cv_encoding encoding;
    cv_str words;    /* by which an 8-bit encoding was guessed: "Čadca, Žilina"; "": no guess */
    int64_t bytes;   /* of the member, unpacked, before decoding        */
    int64_t rows;    /* given out in batches, those with problems too   */
    int64_t lines;   /* lines of text: rows can have several            */
    int64_t trimmed; /* cells that had spaces around them               */
    int32_t n_skips;
    const cv_table_skip *skip; /* [n_skips] in the order of first_line  */
} cv_member_facts;

/* Complete after cv_table_next() gave 0 rows. */
const cv_member_facts *cv_table_member_facts(const cv_table *t);

typedef struct {
    cv_sha256 sha256; /* of the bytes on disk: of the archive, if it is one */
    int64_t bytes;
} cv_file_facts;

/* Complete after cv_table_next_member() gave NULL. */
const cv_file_facts *cv_table_file_facts(const cv_table *t);

#endif

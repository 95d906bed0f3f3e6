#include "read/case/lines.h"

#include "base/check.h"
#include "base/file.h"
#include "read/case/nearest.h"

cv_str cv_line_cell(const cv_lines *l, int32_t column)
{
    return l->at[column] >= 0 ? l->cell[l->at[column]] : CV_STR("");
}

cv_place cv_line_place(const cv_lines *l, int32_t column)
{
    return (cv_place){l->file, l->line, l->at[column] + 1};
}

cv_status cv_line_fail(const cv_lines *l, int32_t column, const char *format)
{
    return cv_fail_at(l->r->err, CV_E_INPUT, cv_line_place(l, column), format,
                      CV_ARG(cv_line_cell(l, column)));
}

/* ---- header ---- */

static cv_status unknown_column(const cv_lines *l, cv_str name, int32_t i)
{
    cv_str known[CV_LINE_COLUMNS_MAX];
    for (int32_t k = 0; k < l->n_columns; k++) known[k] = l->column[k].name;
    cv_status failed = cv_fail_at(l->r->err, CV_E_INPUT, (cv_place){l->file, l->line, i + 1},
                                  "unknown column '%.*s'", CV_ARG(name));
    int32_t near = cv_nearest(name, known, l->n_columns);
    if (near < 0) return failed;
    return cv_hint(l->r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
}

static cv_status read_header(cv_lines *l, const cv_table_member *member)
{
    l->line = member->n_header_lines ? member->header_line[0] : 0;
    for (int32_t k = 0; k < l->n_columns; k++) l->at[k] = -1;
    for (int32_t i = 0; i < member->n_columns; i++) {
        cv_str name = member->column[i];
        int32_t k = 0;
        while (k < l->n_columns && !cv_str_eq(l->column[k].name, name) &&
               !(name.n && cv_str_eq(l->column[k].also, name)))
            k++;
        if (k == l->n_columns || l->at[k] >= 0) return unknown_column(l, name, i);
        l->at[k] = i;
    }
    for (int32_t k = 0; k < l->n_columns; k++)
        if (l->column[k].required && l->at[k] < 0)
            return cv_fail_at(l->r->err, CV_E_INPUT, cv_line_place(l, k), "no column '%.*s'",
                              CV_ARG(l->column[k].name));
    return CV_OK;
}

/* ---- lines ---- */

static cv_status read_rows(cv_lines *l, cv_table *table)
{
    cv_batch batch;
    do {
        CV_TRY(cv_table_next(table, &batch, l->r->err));
        for (int32_t i = 0; i < batch.n_rows; i++) {
            l->cell = &batch.cell[(int64_t)i * batch.n_columns];
            l->line = batch.line[i];
            if (batch.code[i]) {
                cv_message reason = cv_batch_reason(&batch, i, l->r->work);
                return cv_fail_as(l->r->err, CV_E_INPUT,
                                  (cv_place){l->file, l->line, batch.column[i]}, &reason);
            }
            CV_TRY(l->take(l, l->who));
            cv_build_source_at(l->r->b, l->source)->taken++;
        }
    } while (batch.n_rows);
    return CV_OK;
}

static cv_status read_lines(void *who, const cv_own_file *file, cv_table *table)
{
    cv_lines *l = who;
    l->file = file->file;
    l->source = file->source;
    CV_TRY(read_header(l, file->member));
    return read_rows(l, table);
}

cv_status cv_lines_read(cv_lines *l, bool *found, const cv_said *named, cv_str standard)
{
    cv_assert(l->n_columns <= CV_LINE_COLUMNS_MAX);
    return cv_own_file_read(found, l->r, named, standard, read_lines, l);
}

/* ---- the file ---- */

/* How its rows are read. */
typedef struct {
    cv_reading *r;
    cv_status (*read)(void *who, const cv_own_file *file, cv_table *table);
    void *who;
} reader;

static cv_status read_table(const reader *x, cv_table *table, cv_str path)
{
    cv_reading *r = x->r;
    cv_own_file file;
    CV_TRY(cv_table_next_member(table, &file.member, r->err));
    file.file = cv_str_copy(r->keep, file.member->file);
    file.source = cv_build_source(r->b, &(cv_source){.file = cv_path_base(file.file),
                                                     .path = cv_str_copy(r->keep, path),
                                                     .encoding = CV_STR("utf-8")});
    CV_TRY(x->read(x->who, &file, table));
    CV_TRY(cv_table_next_member(table, &file.member, r->err));
    cv_source *s = cv_build_source_at(r->b, file.source);
    s->rows = s->taken;
    s->sha256 = cv_table_file_facts(table)->sha256;
    s->bytes = cv_table_file_facts(table)->bytes;
    return CV_OK;
}

cv_status cv_own_file_read(bool *found, cv_reading *r, const cv_said *named, cv_str standard,
                           cv_status (*read)(void *who, const cv_own_file *file, cv_table *table),
                           void *who)
{
    cv_str path = cv_path_join(r->folder, standard, r->work);
    if (found) *found = false;
    if (named->s.s)
        CV_TRY(cv_reading_find_file(&path, r, named));
    else if (r->options->text.n || !cv_file_exists(path))
        return CV_OK;
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.encoding = CV_UTF_8;
    format.one_thread = r->options->one_thread;
    cv_table *table;
    CV_TRY(cv_table_open(&table, path, &format, r->work, r->err));
    cv_status status = read_table(&(reader){r, read, who}, table, path);
    cv_table_close(table);
    if (found) *found = status == CV_OK;
    return status;
}

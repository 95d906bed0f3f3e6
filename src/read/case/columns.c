#include "read/case/columns.h"

#include "base/text.h"
#include "read/case/spec.h"
#include "read/case/nearest.h"

cv_columns cv_columns_open(const cv_spec *spec, const cv_table *table,
                           const cv_table_member *member, cv_str file, cv_arena *work,
                           cv_error *err)
{
    return (cv_columns){
        .spec = spec,
        .table = table,
        .member = member,
        .file = file,
        .used = cv_new(work, bool, member->n_columns),
        .work = work,
        .err = err,
    };
}

static cv_status ambiguous(const cv_columns *c, cv_str name, int32_t at)
{
    int32_t n = 0;
    for (int32_t i = 0; i < c->member->n_columns; i++)
        if (cv_str_eq(c->member->column[i], name)) n++;
    cv_status failed =
        cv_spec_fail(&c->spec->text, at, c->err, "%d columns of '%.*s' are named '%.*s'", n,
                     CV_ARG(c->file), CV_ARG(name));
    return cv_hint(c->err, failed, "write '%.*s#1' for the first of them, '%.*s#2' for the second",
                   CV_ARG(name), CV_ARG(name));
}

static cv_status unknown(const cv_columns *c, cv_str name, int32_t at)
{
    const cv_table_member *m = c->member;
    cv_status failed = cv_spec_fail(&c->spec->text, at, c->err, "no column '%.*s' in '%.*s'",
                                    CV_ARG(name), CV_ARG(c->file));
    int32_t near = cv_nearest(name, m->column, m->n_columns);
    if (near >= 0)
        return cv_hint(c->err, failed, "the nearest column is '%.*s'", CV_ARG(m->column[near]));
    if (m->n_columns == 1)
        return cv_hint(c->err, failed, "its only column is '%.*s': is the separator another?",
                       CV_ARG(m->column[0]));
    cv_text list = cv_text_open(c->work);
    for (int32_t i = 0; i < m->n_columns && list.n < 300; i++)
        cv_text_addf(&list, "%s'%.*s'", i ? ", " : "", CV_ARG(m->column[i]));
    return cv_hint(c->err, failed, "its %d columns: %.*s", m->n_columns,
                   CV_ARG(cv_text_str(&list)));
}

cv_status cv_columns_find(int32_t *out, cv_columns *c, cv_str name, int32_t at)
{
    int32_t column = cv_table_column(c->table, name);
    if (column == CV_COLUMN_AMBIGUOUS) return ambiguous(c, name, at);
    if (column < 0) return unknown(c, name, at);
    c->used[column] = true;
    *out = column;
    return CV_OK;
}

cv_status cv_columns_said(int32_t *out, cv_columns *c, const cv_said *said)
{
    *out = CV_COLUMN_NONE;
    return said->s.s ? cv_columns_find(out, c, said->s, said->at) : CV_OK;
}

bool cv_columns_has(const cv_columns *c, cv_str name)
{
    return cv_table_column(c->table, name) != CV_COLUMN_NONE;
}

cv_status cv_columns_pass(cv_columns *c, const cv_said *name)
{
    bool any = false;
    for (int32_t i = 0; i < c->member->n_columns; i++) {
        if (!name->s.n || !cv_str_eq(c->member->column[i], name->s)) continue;
        c->used[i] = any = true;
    }
    int32_t column;
    return any ? CV_OK : cv_columns_find(&column, c, name->s, name->at);
}

static void add_column(cv_text *list, const cv_table_member *m, int32_t i)
{
    if (m->column[i].n)
        cv_text_addf(list, "%s\"%.*s\"", list->n ? ", " : "", CV_ARG(m->column[i]));
    else
        cv_text_addf(list, "%s\"#%d\"", list->n ? ", " : "", i + 1);
}

cv_status cv_columns_all_used(cv_columns *c, const cv_saids *ignore, int32_t at)
{
    if (ignore->n && !ignore->is_array) {
        if (cv_str_eq(ignore->v[0].s, CV_STR("rest"))) return CV_OK;
        cv_status failed = cv_spec_fail(&c->spec->text, ignore->at, c->err,
                                        "expected an array of columns or \"rest\", found '%.*s'",
                                        CV_ARG(ignore->v[0].s));
        return cv_hint(c->err, failed, "one column is written [\"%.*s\"]", CV_ARG(ignore->v[0].s));
    }
    for (int32_t i = 0; i < ignore->n; i++) CV_TRY(cv_columns_pass(c, &ignore->v[i]));
    cv_text list = cv_text_open(c->work);
    int32_t n = 0;
    for (int32_t i = 0; i < c->member->n_columns; i++) {
        if (c->used[i]) continue;
        n++;
        if (list.n < 400) add_column(&list, c->member, i);
    }
    if (!n) return CV_OK;
    at = ignore->n ? ignore->at : at;
    cv_status failed =
        n == 1 ? cv_spec_fail(&c->spec->text, at, c->err,
                              "1 column of '%.*s' is neither mapped nor ignored", CV_ARG(c->file))
               : cv_spec_fail(&c->spec->text, at, c->err,
                              "%d columns of '%.*s' are neither mapped nor ignored", n,
                              CV_ARG(c->file));
    return cv_hint(c->err, failed, "map or add to \"ignore\": %.*s", CV_ARG(cv_text_str(&list)));
}

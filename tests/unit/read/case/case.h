/* tests/unit/read/case/case.h — a case folder written by a test, read, and shown as text, so that
 * a row of a table can say all that must come out.
 *
 *     c: A B                          a contest and its options
 *     S1 official counted 2 reg=10 A=5 B=-       station, copy, state, line, cells
 *     refused r.csv:3:2 R02 c S1 'x' is not a whole number
 *     skipped 1 total row
 *     error election.json:^ text / hint          instead of all the others; ^ stands in the
 *                                                JSON before the place that must be named
 *
 * Cells: a number, - blank, ? illegible, x absent; unreported ones are left out. In the JSON of a
 * test ' stands for ". Rows of a source that do not add up to taken, skipped and refused are shown
 * as well, so every test checks that they do.
 */
#ifndef CV_TESTS_UNIT_READ_CASE_CASE_H
#define CV_TESTS_UNIT_READ_CASE_CASE_H

#include "../../row.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/text.h"
#include "read/case/reading.h"
#include "read/read.h"

typedef struct {
    cv_arena keep, work;
    char dir[64];
    cv_election e;
    cv_error err;
    cv_status status;
    int64_t mark_line, mark_column; /* of ^ in election.json; 0: none */
} test_case;

static inline void case_open(test_case *t)
{
    *t = (test_case){.keep = cv_arena_open(), .work = cv_arena_open()};
    snprintf(t->dir, sizeof t->dir, "/tmp/canvass-case-XXXXXX");
    if (!mkdtemp(t->dir)) fail_msg("no folder for the test");
}

static inline void case_close(test_case *t)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", t->dir);
    if (system(command) != 0) fail_msg("the folder of the test stays: %s", t->dir);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

static inline void case_bytes(test_case *t, const char *name, cv_str bytes)
{
    cv_str path = cv_str_format(&t->keep, "%s/%s", t->dir, name);
    FILE *f = fopen(path.s, "wb");
    if (!f) fail_msg("cannot write %s", path.s);
    fwrite(bytes.s, 1, (size_t)bytes.n, f);
    fclose(f);
}

static inline void case_file(test_case *t, const char *name, const char *text)
{
    case_bytes(t, name, cv_str_of(text));
}

/* With ' for " and without its ^. */
static inline void case_json(test_case *t, const char *text)
{
    char *out = cv_new(&t->keep, char, (int64_t)strlen(text) + 1);
    int64_t n = 0, line = 1, column = 1;
    for (const char *at = text; *at; at++) {
        if (*at == '^') {
            t->mark_line = line;
            t->mark_column = column;
            continue;
        }
        out[n++] = *at == '\'' ? '"' : *at;
        column = *at == '\n' ? 1 : column + 1;
        line += *at == '\n';
    }
    case_bytes(t, "election.json", (cv_str){out, n});
}

static inline void case_read(test_case *t)
{
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    t->status = cv_read_case(&t->e, cv_str_of(t->dir), &options, &t->keep, &t->work, &t->err);
}

/* ---- as text ---- */

static inline void show_cell(cv_text *out, cv_str id, cv_cell cell)
{
    static const char *const state[] = {"-", "?", "x"};
    if (cell == CV_CELL_UNREPORTED) return;
    cv_text_addf(out, " %.*s=", CV_ARG(id));
    if (cell >= 0)
        cv_text_addf(out, "%d", cell);
    else
        cv_text_addf(out, "%s", state[-cell - 1]);
}

static inline void show_form(cv_text *out, const cv_election *e, int32_t c, int32_t i)
{
    static const char *const state[] = {"counted", "copy",     "replaced", "duplicate",
                                        "closed",  "annulled", "awaited"};
    const cv_forms *f = &e->forms[c];
    cv_text_addf(out, "%.*s %.*s %s %d", CV_ARG(e->station[f->station[i].i].code),
                 CV_ARG(e->copy[f->copy[i]].id), state[f->state[i]], f->line[i]);
    for (int32_t k = 0; k < f->n_fields; k++)
        show_cell(out, e->field[f->field[k]].id, f->cell[k][i]);
    for (int32_t o = 0; o < e->contest[c].n_options && f->state[i] != CV_FORM_AWAITED; o++)
        show_cell(out, e->contest[c].option[o].id, f->votes[o][i]);
    cv_text_add(out, CV_STR("\n"));
}

static inline void show_rows(cv_text *out, const cv_election *e)
{
    for (int64_t i = 0; i < e->n_refused; i++) {
        const cv_refused *r = &e->refused[i];
        cv_str none = CV_STR("-");
        cv_text_addf(out, "refused %.*s:%lld:%lld R%02d %.*s %.*s %.*s\n",
                     CV_ARG(e->source[r->source.i].file), (long long)r->line, (long long)r->column,
                     r->code, CV_ARG(r->contest.i < 0 ? none : e->contest[r->contest.i].id),
                     CV_ARG(r->station.i < 0 ? none : e->station[r->station.i].code),
                     CV_ARG(r->reason.text));
    }
    for (int64_t i = 0; i < e->n_skipped; i++)
        cv_text_addf(out, "skipped %lld %.*s\n", (long long)e->skipped[i].n,
                     CV_ARG(e->skipped[i].reason));
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_source *s = &e->source[i];
        if (s->rows != s->taken + s->skipped + s->refused)
            cv_text_addf(out, "%.*s: %lld rows are not %lld + %lld + %lld\n", CV_ARG(s->file),
                         (long long)s->rows, (long long)s->taken, (long long)s->skipped,
                         (long long)s->refused);
    }
}

/* `text` without the folder of the test. */
static inline void show_text(cv_text *out, const test_case *t, const char *text)
{
    cv_str s = cv_str_of(text), dir = cv_str_of(t->dir);
    for (int64_t at; (at = cv_str_find(s, dir, 0)) >= 0;) {
        cv_text_add(out, cv_str_cut(s, 0, at));
        int64_t slash = at + dir.n < s.n && s.s[at + dir.n] == '/';
        if (!slash) cv_text_add(out, CV_STR("CASE"));
        s = cv_str_cut(s, at + dir.n + slash, s.n);
    }
    cv_text_add(out, s);
}

static inline cv_str show_error(const test_case *t, cv_text *out)
{
    cv_text_add(out, CV_STR("error "));
    show_text(out, t, t->err.file);
    bool at_mark = cv_str_ends(cv_str_of(t->err.file), CV_STR("/election.json")) &&
                   t->err.line == t->mark_line && t->err.column == t->mark_column;
    if (at_mark)
        cv_text_add(out, CV_STR(":^ "));
    else
        cv_text_addf(out, ":%lld:%lld ", (long long)t->err.line, (long long)t->err.column);
    show_text(out, t, t->err.text);
    if (t->err.hint[0]) cv_text_add(out, CV_STR(" / "));
    show_text(out, t, t->err.hint);
    cv_text_add(out, CV_STR("\n"));
    return cv_text_str(out);
}

static inline cv_str case_show(test_case *t)
{
    cv_text out = cv_text_open(&t->keep);
    if (t->status != CV_OK) return show_error(t, &out);
    for (int32_t c = 0; c < t->e.n_contests; c++) {
        const cv_contest *k = &t->e.contest[c];
        cv_text_addf(&out, "%.*s:", CV_ARG(k->id));
        for (int32_t o = 0; o < k->n_options; o++)
            cv_text_addf(&out, " %.*s", CV_ARG(k->option[o].id));
        cv_text_add(&out, CV_STR("\n"));
        for (int32_t i = 0; i < t->e.forms[c].n; i++) show_form(&out, &t->e, c, i);
    }
    show_rows(&out, &t->e);
    return cv_text_str(&out);
}

/* ---- rows of tests ---- */

/* A case with one rule set `p`, a contest `c`, and a table r.csv mapped by `table`: what stands in
 * the entry of "results" after its file. */
#define CASE_HEAD                                                                                  \
    "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},"                  \
    "'contests':[{'id':'c','rule':'p'}],"

typedef struct {
    const char *name;
    const char *json; /* whole, or from after CASE_HEAD when it begins with ' */
    const char *csv;  /* r.csv; NULL: none                                    */
    const char *want;
    const char *other_name, *other; /* a second file */
} case_row;

static inline bool case_is_right(const case_row *row)
{
    test_case t;
    case_open(&t);
    const char *head = row->json[0] == '\'' ? CASE_HEAD : "";
    case_json(&t, cv_str_format(&t.keep, "%s%s", head, row->json).s);
    if (row->csv) case_file(&t, "r.csv", row->csv);
    if (row->other_name) case_file(&t, row->other_name, row->other);
    case_read(&t);
    cv_str got = case_show(&t);
    bool same = cv_str_eq(got, cv_str_of(row->want));
    if (!same) print_error("row '%s':\n%.*sexpected:\n%s", row->name, CV_ARG(got), row->want);
    case_close(&t);
    return same;
}

/* All rows, so that one run shows everything that is wrong. */
static inline void case_check_all(const case_row *rows, size_t n)
{
    bool right = true;
    for (size_t i = 0; i < n; i++) right = case_is_right(&rows[i]) && right;
    assert_true(right);
}

#endif

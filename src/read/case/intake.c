/* From the files of an entry to its rows, and what all layouts share. */
#include "read/case/intake.h"

#include <string.h>

#include "base/check.h"
#include "base/file.h"
#include "base/text.h"

/* ---- refused rows ---- */

void cv_intake_refuse(cv_intake *t, const cv_row_problem *p)
{
    cv_build_refuse(t->r->b, &(cv_refused){
                                 .source = t->source,
                                 .line = t->line,
                                 .column = p->column + 1,
                                 .code = (int16_t)p->code,
                                 .reason = p->reason,
                                 .contest = p->contest,
                                 .station = p->station,
                             });
}

void cv_intake_await(cv_intake *t, cv_contest_ix c, cv_station_ix s, cv_cell registered)
{
    /* Awaiting one station does not mean that somebody has listed them all. */
    cv_contest *contest = cv_build_contest_at(t->r->b, c);
    cv_completeness before = contest->completeness;
    cv_build_expect(t->r->b, c, s, registered);
    cv_build_contest_at(t->r->b, c)->completeness = before;
}

/* ---- cells ---- */

cv_status cv_intake_contest(cv_contest_ix *out, cv_row_problem *p, cv_intake *t,
                            const cv_form_map *f)
{
    *out = f->fixed_contest;
    if (out->i >= 0) return CV_OK;
    cv_template_gap gap;
    cv_str id = cv_template_text(&f->contest, t->cell, &t->contest_text, &gap);
    int32_t bad = gap.empty_column >= 0 ? gap.empty_column : gap.short_column;
    if (bad >= 0) {
        p->code = CV_R06_EMPTY;
        p->column = bad;
        cv_str name = t->m->column[bad];
        p->reason =
            gap.empty_column >= 0
                ? cv_message_of(t->r->keep, "'%.*s' is empty, it names the contest", CV_ARG(name))
                : cv_message_of(t->r->keep, "'%.*s' is too short, it names the contest",
                                CV_ARG(name));
        return CV_OK;
    }
    *out = cv_build_contest_named(t->r->b, id);
    if (out->i >= 0) return CV_OK;
    cv_str name = cv_template_text(&f->contest_name, t->cell, &t->name_text, &gap);
    CV_TRY(cv_reading_contest(out, t->r, id, name));
    if (out->i >= 0) return CV_OK;
    p->code = CV_R12_CONTEST;
    p->reason = cv_message_of(t->r->keep, "contest '%.*s' is not in election.json", CV_ARG(id));
    return CV_OK;
}

const cv_date *cv_intake_time(cv_row_problem *p, cv_intake *t, const cv_form_map *f)
{
    if (!f->recorded.n) return NULL;
    cv_template_gap gap;
    cv_str said = cv_template_text(&f->recorded, t->cell, &t->name_text, &gap);
    if (!said.n) return NULL;
    if (cv_date_parse(&t->time, said)) return &t->time;
    p->code = CV_R17_TIME;
    p->column = f->recorded.n == 1 ? f->recorded.piece[0].column : -1;
    p->reason = cv_message_of(t->r->keep, "not a date: '%.*s'", CV_ARG(said));
    return NULL;
}

static bool parse_cell(cv_cell *out, cv_row_problem *p, cv_intake *t, int32_t column)
{
    int code = cv_cell_parse(&t->m->style, t->cell[column], out);
    if (code == 0) return true;
    p->code = code;
    p->column = column;
    p->reason = cv_cell_reason(code, t->cell[column], t->r->keep);
    return false;
}

/* What is known of a sum: nothing of a sum with an unknown part; absent parts add nothing. */
static cv_cell add_cells(cv_cell a, cv_cell b)
{
    if (a == CV_CELL_ABSENT) return b;
    if (b == CV_CELL_ABSENT) return a;
    if (a == CV_CELL_ILLEGIBLE || b == CV_CELL_ILLEGIBLE) return CV_CELL_ILLEGIBLE;
    if (a < 0 || b < 0) return CV_CELL_BLANK;
    return a + b; /* two cells are below 2^31 together */
}

cv_cell cv_intake_cell(cv_row_problem *p, cv_intake *t, const cv_cell_source *s)
{
    cv_cell sum = CV_CELL_BLANK;
    if (!parse_cell(&sum, p, t, s->column)) return sum;
    for (int32_t i = 0; i < s->n_more; i++) {
        cv_cell more = CV_CELL_BLANK;
        if (!parse_cell(&more, p, t, s->more[i])) return sum;
        sum = add_cells(sum, more);
        if (sum <= CV_CELL_MAX) continue;
        p->code = CV_R03_RANGE;
        p->column = s->more[i];
        p->reason = cv_message_of(t->r->keep, "the sum '%d' is above %d", sum, CV_CELL_MAX);
        return sum;
    }
    return sum;
}

/* ---- rows ---- */

/* A row that the table itself could not read: its station is looked up, never made, since its
 * cells may stand in the wrong columns. */
static void refuse_unread(cv_intake *t, const cv_batch *batch, int32_t row)
{
    cv_row_problem p = CV_ROW_GOOD;
    p.code = batch->code[row];
    p.column = p.code == CV_R01_CELLS ? -1 : batch->column[row] - 1;
    p.reason = cv_batch_reason(batch, row, t->r->keep);
    p.station = cv_intake_known_station(t);
    for (int32_t i = 0; i < t->m->n_forms; i++) {
        const cv_form_map *f = &t->m->form[i];
        cv_contest_ix c = f->fixed_contest;
        cv_template_gap gap;
        if (c.i < 0)
            c = cv_build_contest_named(
                t->r->b, cv_template_text(&f->contest, t->cell, &t->contest_text, &gap));
        if (c.i < 0) continue;
        if (p.contest.i < 0)
            p.contest = c;
        else if (p.contest.i != c.i)
            cv_build_contest_at(t->r->b, c)->n_refused++;
        if (p.station.i >= 0 && f->copy_counts && !t->m->is_declared)
            cv_intake_await(t, c, p.station, CV_CELL_UNREPORTED);
    }
    cv_intake_refuse(t, &p);
}

static bool is_skipped(cv_intake *t)
{
    if (!cv_conditions_all(&t->m->where, t->cell)) {
        cv_build_skip(t->r->b, t->source, CV_STR(CV_MSG("not selected")), t->line);
        return true;
    }
    for (int32_t i = 0; i < t->m->skip.n; i++) {
        if (!cv_condition_holds(&t->m->skip.v[i], t->cell)) continue;
        cv_build_skip(t->r->b, t->source, t->m->skip.v[i].why, t->line);
        return true;
    }
    return false;
}

typedef cv_status row_reader(bool *taken, cv_intake *t);

static row_reader *reader_of(const cv_mapping *m)
{
    if (m->n_contests) return cv_listed_station_row;
    if (m->is_declared) return cv_declared_row;
    return m->is_long ? cv_long_row : cv_wide_row;
}

static cv_status read_batch(cv_intake *t, const cv_batch *batch, row_reader *read_row)
{
    for (int32_t i = 0; i < batch->n_rows; i++) {
        t->cell = &batch->cell[(int64_t)i * batch->n_columns];
        t->line = batch->line[i] < INT32_MAX ? (int32_t)batch->line[i] : INT32_MAX;
        if (batch->code[i]) {
            refuse_unread(t, batch, i);
            continue;
        }
        if (is_skipped(t)) continue;
        bool taken = false;
        CV_TRY(read_row(&taken, t));
        t->taken += taken;
    }
    return CV_OK;
}

/* ---- members ---- */

static cv_intake intake_of(cv_reading *r, cv_mapping *m, cv_source_ix source)
{
    int32_t n = 1;
    for (int32_t i = 0; i < m->n_forms; i++) n += m->form[i].n_sources;
    cv_buffer room = {.work = r->work};
    cv_last_area *last_area = cv_new(r->work, cv_last_area, m->n_areas);
    for (int32_t i = 0; i < m->n_areas; i++) last_area[i].area = CV_NO_AREA;
    return (cv_intake){
        .r = r,
        .m = m,
        .source = source,
        .sum = -1,
        .station_text = room,
        .contest_text = room,
        .name_text = room,
        .option_text = room,
        .party_text = room,
        .bloc_text = room,
        .last_area = last_area,
        .form = cv_new(r->work, cv_row_form, m->n_forms),
        .slot = cv_new(r->work, cv_slot, n),
        .value = cv_new(r->work, cv_cell, n),
    };
}

/* What the table itself passed over: blank lines, comments, titles. */
static void count_member(cv_intake *t, const cv_member_facts *facts)
{
    cv_source *s = cv_build_source_at(t->r->b, t->source);
    s->encoding = cv_encoding_name(facts->encoding);
    s->sheet = facts->sheet;
    s->encoding_words = cv_str_copy(t->r->keep, facts->words);
    s->rows = facts->rows;
    s->taken += t->taken;
    for (int32_t i = 0; i < facts->n_skips; i++) {
        cv_str reason = cv_str_copy(t->r->keep, facts->skip[i].reason);
        for (int64_t k = 0; k < facts->skip[i].n; k++)
            cv_build_skip(t->r->b, t->source, reason, facts->skip[i].first_line);
        cv_build_source_at(t->r->b, t->source)->rows += facts->skip[i].n;
    }
}

static cv_status read_member(cv_intake *t, cv_table *table)
{
    row_reader *read_row = reader_of(t->m);
    cv_batch batch;
    do {
        CV_TRY(cv_table_next(table, &batch, t->r->err));
        CV_TRY(read_batch(t, &batch, read_row));
    } while (batch.n_rows);
    if (t->m->is_long && !t->m->is_declared) cv_long_finish(t);
    count_member(t, cv_table_member_facts(table));
    return CV_OK;
}

/* ---- files ---- */

typedef struct {
    const cv_read_options *options;
    cv_str file;
} watcher;

static bool watch(void *data, int64_t bytes, int64_t total)
{
    const watcher *w = data;
    return !w->options->progress(w->options->who, w->file, bytes, total);
}

static cv_status one_character(char *out, cv_reading *r, const cv_said *said)
{
    if (cv_str_eq(said->s, CV_STR("tab"))) {
        *out = '\t';
        return CV_OK;
    }
    if (said->s.n != 1 || (unsigned char)said->s.s[0] > 126)
        return cv_spec_fail(&r->spec->text, said->at, r->err, "'%.*s' is not one ASCII character",
                            CV_ARG(said->s));
    *out = said->s.s[0];
    return CV_OK;
}

static cv_status header_lines(cv_table_format *out, cv_reading *r, const cv_said_ints *said)
{
    if (!said->v) return CV_OK;
    out->n_header_lines = said->n == 1 && said->v[0] == 0 ? 0 : said->n;
    bool wrong = said->n > CV_HEADER_LINES_MAX || said->n < 1;
    for (int32_t i = 0; i < out->n_header_lines && !wrong; i++) {
        wrong = said->v[i] < 1 || (i > 0 && said->v[i] <= said->v[i - 1]);
        out->header_line[i] = (int32_t)said->v[i];
    }
    if (!wrong) return CV_OK;
    cv_status failed = cv_spec_fail(&r->spec->text, said->at, r->err, "not lines of a header");
    return cv_hint(r->err, failed, "a line number, at most %d of them in ascending order, or 0",
                   CV_HEADER_LINES_MAX);
}

static cv_status table_format(cv_table_format *out, cv_reading *r, const cv_spec_table *s)
{
    *out = CV_TABLE_FORMAT_DEFAULT;
    out->member = s->member.s;
    out->sheet = s->sheet.s;
    if (s->format.said) out->kind = (cv_table_kind)s->format.value;
    out->one_thread = r->options->one_thread;
    if (s->separator.s.s) CV_TRY(one_character(&out->separator, r, &s->separator));
    if (s->comment.s.s) CV_TRY(one_character(&out->comment, r, &s->comment));
    if (cv_str_eq(s->quote.s, CV_STR("none")))
        out->quote = 0;
    else if (s->quote.s.s)
        CV_TRY(one_character(&out->quote, r, &s->quote));
    CV_TRY(header_lines(out, r, &s->header));
    if (!s->encoding.s.s || cv_encoding_named(&out->encoding, s->encoding.s)) return CV_OK;
    cv_text list = cv_text_open(r->work);
    for (int i = 1; i < CV_ENCODINGS; i++)
        cv_text_addf(&list, "%s%.*s", i > 1 ? ", " : "", CV_ARG(cv_encoding_name((cv_encoding)i)));
    cv_status failed = cv_spec_fail(&r->spec->text, s->encoding.at, r->err,
                                    "unknown encoding '%.*s'", CV_ARG(s->encoding.s));
    return cv_hint(r->err, failed, "one of %.*s", CV_ARG(cv_text_str(&list)));
}

static cv_source_ix make_source(cv_reading *r, const cv_said *file, cv_str path,
                                const cv_table_member *m)
{
    cv_str name =
        m->name.n ? cv_str_format(r->keep, "%.*s!%.*s", CV_ARG(file->s), CV_ARG(m->name)) : file->s;
    return cv_build_source(r->b, &(cv_source){
                                     .file = name,
                                     .path = cv_str_copy(r->keep, path),
                                 });
}

/* All members of one file, which share the file's hash. */
static cv_status read_members(cv_reading *r, cv_mapping **m, const cv_spec_table *spec,
                              const cv_said *file, cv_table *table, cv_str path)
{
    int32_t first = -1, last = -1;
    for (;;) {
        const cv_table_member *member;
        CV_TRY(cv_table_next_member(table, &member, r->err));
        if (!member) break;
        cv_source_ix source = make_source(r, file, path, member);
        if (first < 0) first = source.i;
        last = source.i;
        if (!*m || !cv_mapping_fits(*m, member)) {
            cv_str name = cv_build_source_at(r->b, source)->file;
            CV_TRY(cv_mapping_make(m, r, spec, table, member, name));
        }
        cv_intake t = intake_of(r, *m, source);
        CV_TRY(read_member(&t, table));
    }
    const cv_file_facts *facts = cv_table_file_facts(table);
    for (int32_t i = first; i >= 0 && i <= last; i++) {
        cv_source *s = cv_build_source_at(r->b, (cv_source_ix){i});
        s->sha256 = facts->sha256;
        s->bytes = facts->bytes;
    }
    return CV_OK;
}

cv_status cv_intake_read(cv_reading *r, const cv_spec_table *spec)
{
    cv_mapping *m = NULL;
    if (!spec->files.n)
        return cv_spec_fail(&r->spec->text, spec->files.at, r->err, "no file is named");
    for (int32_t i = 0; i < spec->files.n; i++) {
        const cv_said *file = &spec->files.v[i];
        cv_str path;
        cv_table_format format;
        CV_TRY(table_format(&format, r, spec));
        CV_TRY(cv_reading_find_file(&path, r, file));
        watcher w = {r->options, file->s};
        if (r->options->progress) format.watch = (cv_table_watch){watch, &w};
        cv_table *table;
        CV_TRY(cv_table_open(&table, path, &format, r->work, r->err));
        cv_status status = read_members(r, &m, spec, file, table, path);
        cv_table_close(table);
        CV_TRY(status);
    }
    return CV_OK;
}

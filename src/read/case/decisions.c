/* decisions.csv: one line per effect of a decision. */
#include "read/case/reading.h"

#include "base/file.h"
#include "base/text.h"
#include "read/case/nearest.h"
#include "read/number.h"
#include "read/table.h"

typedef enum {
    DECISION,
    EFFECTIVE,
    BODY,
    CONTEST,
    EFFECT,
    STATION,
    COPY,
    CITE,
    TEXT,
    INVALID,
    BLANK,
    N_COLUMNS
} column_name;

static const struct {
    cv_str name;
    bool required;
} columns[N_COLUMNS] = {
    [DECISION] = {{"decision", 8},  true },
      [EFFECTIVE] = {{"effective", 9}, false},
    [BODY] = {{"body", 4},      false},
      [CONTEST] = {{"contest", 7},   true },
    [EFFECT] = {{"effect", 6},    true },
      [STATION] = {{"station", 7},   true },
    [COPY] = {{"copy", 4},      false},
      [CITE] = {{"cite", 4},      false},
    [TEXT] = {{"text", 4},      false},
      [INVALID] = {{"invalid", 7},   false},
    [BLANK] = {{"blank", 5},     false},
};

static const cv_str VOTES = {"votes:", 6};

typedef struct {
    cv_reading *r;
    cv_str file;
    const cv_table_member *member;
    cv_source_ix source;
    int32_t at[N_COLUMNS]; /* -1: the file has no such column */
    int32_t *votes;        /* [n_votes] columns `votes:<option id>` */
    int32_t n_votes;
    const cv_str *cell;
    int64_t line;
} decisions;

/* ---- errors ---- */

static cv_place place_of(const decisions *d, int32_t column)
{
    return (cv_place){d->file, d->line, column + 1};
}

static cv_str text_of(const decisions *d, column_name c)
{
    return d->at[c] >= 0 ? d->cell[d->at[c]] : (cv_str){0};
}

/* `format` takes the cell as "%.*s". */
static cv_status fail_cell(const decisions *d, column_name c, const char *format)
{
    return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, d->at[c]), format, CV_ARG(text_of(d, c)));
}

/* ---- header ---- */

static cv_status unknown_column(decisions *d, int32_t i)
{
    cv_str known[N_COLUMNS], name = d->member->column[i];
    for (int k = 0; k < N_COLUMNS; k++) known[k] = columns[k].name;
    cv_status failed =
        cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, i), "unknown column '%.*s'", CV_ARG(name));
    int32_t near = cv_nearest(name, known, N_COLUMNS);
    if (near >= 0) return cv_hint(d->r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(d->r->err, failed,
                   "figures stand in columns 'votes:' and the option's id, 'invalid' and 'blank'");
}

static cv_status read_header(decisions *d)
{
    d->line = d->member->n_header_lines ? d->member->header_line[0] : 0;
    d->votes = cv_new(d->r->work, int32_t, d->member->n_columns);
    for (int k = 0; k < N_COLUMNS; k++) d->at[k] = -1;
    for (int32_t i = 0; i < d->member->n_columns; i++) {
        cv_str name = d->member->column[i];
        int k = 0;
        while (k < N_COLUMNS && !cv_str_eq(columns[k].name, name)) k++;
        if (k < N_COLUMNS && d->at[k] < 0)
            d->at[k] = i;
        else if (cv_str_starts(name, VOTES))
            d->votes[d->n_votes++] = i;
        else
            return unknown_column(d, i);
    }
    for (int k = 0; k < N_COLUMNS; k++)
        if (columns[k].required && d->at[k] < 0)
            return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, -1), "no column '%.*s'",
                              CV_ARG(columns[k].name));
    return CV_OK;
}

/* ---- lines ---- */

static cv_status number_at(cv_cell *out, const decisions *d, int32_t column)
{
    int code = cv_cell_parse(&CV_NUMBER_STYLE_DEFAULT, d->cell[column], out);
    if (!code && *out >= 0) return CV_OK;
    cv_str cell = d->cell[column];
    if (!code)
        return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, column),
                          "expected a figure, got '%.*s'", CV_ARG(cell));
    cv_message reason = cv_cell_reason(code, cell, d->r->work);
    return cv_fail_as(d->r->err, CV_E_INPUT, place_of(d, column), &reason);
}

static bool has_figures(const decisions *d)
{
    for (int32_t i = 0; i < d->n_votes; i++)
        if (d->cell[d->votes[i]].n) return true;
    return text_of(d, INVALID).n || text_of(d, BLANK).n;
}

static cv_status read_votes(cv_decision *out, decisions *d)
{
    cv_reading *r = d->r;
    int32_t n = cv_build_n_options(r->b, out->contest);
    cv_cell *votes = cv_new(r->keep, cv_cell, n);
    for (int32_t i = 0; i < n; i++) votes[i] = CV_CELL_UNREPORTED;
    for (int32_t i = 0; i < d->n_votes; i++) {
        int32_t column = d->votes[i];
        if (!d->cell[column].n) continue;
        cv_str name = d->member->column[column];
        cv_str id = cv_str_cut(name, VOTES.n, name.n);
        int32_t option = cv_build_option_named(r->b, out->contest, id);
        if (option < 0)
            return cv_fail_at(r->err, CV_E_INPUT, place_of(d, column),
                              "no option '%.*s' in contest '%.*s'", CV_ARG(id),
                              CV_ARG(text_of(d, CONTEST)));
        CV_TRY(number_at(&votes[option], d, column));
    }
    for (int32_t i = 0; i < n; i++)
        if (votes[i] == CV_CELL_UNREPORTED)
            return cv_fail_at(r->err, CV_E_INPUT, place_of(d, -1),
                              "no figure for option '%.*s' of contest '%.*s'",
                              CV_ARG(cv_build_option_at(r->b, out->contest, i)->id),
                              CV_ARG(text_of(d, CONTEST)));
    out->votes = votes;
    if (text_of(d, INVALID).n) CV_TRY(number_at(&out->invalid, d, d->at[INVALID]));
    if (text_of(d, BLANK).n) CV_TRY(number_at(&out->blank, d, d->at[BLANK]));
    return CV_OK;
}

static bool same_word(cv_str s, cv_str word)
{
    if (s.n != word.n) return false;
    for (int64_t i = 0; i < s.n; i++)
        if ((s.s[i] | 0x20) != word.s[i]) return false;
    return true;
}

static cv_status read_effect(cv_decision *out, decisions *d)
{
    cv_str effect = text_of(d, EFFECT), copy = text_of(d, COPY);
    bool annuls = same_word(effect, CV_STR("annul"));
    if (!annuls && !same_word(effect, CV_STR("adopt"))) {
        cv_status failed = fail_cell(d, EFFECT, "unknown effect '%.*s'");
        return cv_hint(d->r->err, failed, "'annul' or 'adopt'");
    }
    out->effect = annuls ? CV_EFFECT_ANNUL : CV_EFFECT_ADOPT;
    if (annuls && (copy.n || has_figures(d)))
        return fail_cell(d, EFFECT, "figures or a copy beside the effect '%.*s'");
    if (annuls) return CV_OK;
    if (copy.n && has_figures(d)) return fail_cell(d, COPY, "figures beside the copy '%.*s'");
    if (!copy.n && !has_figures(d)) {
        cv_status failed = fail_cell(d, EFFECT, "neither a copy nor figures for the effect '%.*s'");
        return cv_hint(d->r->err, failed, "name a copy, or give 'votes:' for every option");
    }
    if (!copy.n) return read_votes(out, d);
    for (int32_t i = 0; i < d->r->spec->copies.n; i++)
        if (cv_str_eq(d->r->spec->copies.v[i].id.s, copy)) out->copy.i = i;
    return out->copy.i >= 0 ? CV_OK : fail_cell(d, COPY, "no copy '%.*s'");
}

static cv_status read_line(decisions *d)
{
    cv_reading *r = d->r;
    cv_station_ix *place = cv_new(r->keep, cv_station_ix, 1);
    cv_decision out = CV_DECISION_DEFAULT;
    out.id = cv_str_copy(r->keep, text_of(d, DECISION));
    out.body = cv_str_copy(r->keep, text_of(d, BODY));
    out.cite = cv_str_copy(r->keep, text_of(d, CITE));
    out.text = cv_str_copy(r->keep, text_of(d, TEXT));
    out.contest = cv_build_contest_named(r->b, text_of(d, CONTEST));
    out.n_places = 1;
    out.place = place;
    *place = cv_build_station_named(r->b, text_of(d, STATION));
    out.source = d->source;
    out.line = d->line;
    cv_str date = text_of(d, EFFECTIVE);
    if (!out.id.n) return fail_cell(d, DECISION, "the decision has no name: '%.*s'");
    if (date.n && !cv_date_parse(&out.effective, date)) {
        cv_status failed = fail_cell(d, EFFECTIVE, "not a date: '%.*s'");
        return cv_hint(r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
    }
    if (out.contest.i < 0) return fail_cell(d, CONTEST, "no contest '%.*s'");
    if (place->i < 0) return fail_cell(d, STATION, "no station '%.*s'");
    CV_TRY(read_effect(&out, d));
    cv_build_decision(r->b, &out);
    cv_build_source_at(r->b, d->source)->taken++;
    return CV_OK;
}

/* ---- the file ---- */

static cv_status read_rows(decisions *d, cv_table *table)
{
    cv_batch batch;
    do {
        CV_TRY(cv_table_next(table, &batch, d->r->err));
        for (int32_t i = 0; i < batch.n_rows; i++) {
            d->cell = &batch.cell[(int64_t)i * batch.n_columns];
            d->line = batch.line[i];
            if (batch.code[i]) {
                cv_message reason = cv_batch_reason(&batch, i, d->r->work);
                return cv_fail_as(d->r->err, CV_E_INPUT, place_of(d, batch.column[i] - 1), &reason);
            }
            CV_TRY(read_line(d));
        }
    } while (batch.n_rows);
    return CV_OK;
}

static cv_status read_table(decisions *d, cv_table *table, cv_str path)
{
    CV_TRY(cv_table_next_member(table, &d->member, d->r->err));
    d->file = cv_str_copy(d->r->keep, d->member->file);
    d->source = cv_build_source(d->r->b, &(cv_source){.file = cv_path_base(d->file),
                                                      .path = cv_str_copy(d->r->keep, path),
                                                      .encoding = CV_STR("utf-8")});
    CV_TRY(read_header(d));
    CV_TRY(read_rows(d, table));
    cv_source *s = cv_build_source_at(d->r->b, d->source);
    s->rows = s->taken;
    CV_TRY(cv_table_next_member(table, &d->member, d->r->err));
    s->sha256 = cv_table_file_facts(table)->sha256;
    s->bytes = cv_table_file_facts(table)->bytes;
    return CV_OK;
}

cv_status cv_reading_decisions(cv_reading *r)
{
    const cv_said *said = &r->spec->decisions;
    cv_str path = cv_path_join(r->folder, said->s.s ? said->s : CV_STR("decisions.csv"), r->work);
    if (!said->s.s && r->options->text.n) return CV_OK;
    if (!cv_file_exists(path)) {
        if (!said->s.s) return CV_OK;
        return cv_spec_fail(&r->spec->text, said->at, r->err, "no file '%.*s' in '%.*s'",
                            CV_ARG(said->s), CV_ARG(r->folder));
    }
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.encoding = CV_UTF_8;
    format.one_thread = r->options->one_thread;
    cv_table *table;
    CV_TRY(cv_table_open(&table, path, &format, r->work, r->err));
    decisions d = {.r = r};
    cv_status status = read_table(&d, table, path);
    cv_table_close(table);
    return status;
}

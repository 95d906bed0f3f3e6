/* decisions.csv: one line per effect of a decision. */
#include "read/case/decision_line.h"

#include "base/file.h"
#include "base/text.h"
#include "read/case/lines.h"
#include "read/case/nearest.h"
#include "read/number.h"

static const cv_str NAMES[CV_DC_N] = {
    [CV_DC_DECISION] = {"decision",   8 },
    [CV_DC_RECORDED] = {"recorded",   8 },
    [CV_DC_EFFECTIVE] = {"effective",  9 },
    [CV_DC_UNTIL] = {"until",      5 },
    [CV_DC_BODY] = {"body",       4 },
    [CV_DC_RANK] = {"rank",       4 },
    [CV_DC_CONTEST] = {"contest",    7 },
    [CV_DC_EFFECT] = {"effect",     6 },
    [CV_DC_SCOPE] = {"scope",      5 },
    [CV_DC_PLACES] = {"places",     6 },
    [CV_DC_STATION] = {"station",    7 },
    [CV_DC_OPTION] = {"option",     6 },
    [CV_DC_FIELD] = {"field",      5 },
    [CV_DC_OLD] = {"old",        3 },
    [CV_DC_NEW] = {"new",        3 },
    [CV_DC_VERSION] = {"version",    7 },
    [CV_DC_COPY] = {"copy",       4 },
    [CV_DC_BOX] = {"box",        3 },
    [CV_DC_K] = {"k",          1 },
    [CV_DC_MODE] = {"mode",       4 },
    [CV_DC_DATE] = {"date",       4 },
    [CV_DC_CANDIDATES] = {"candidates", 10},
    [CV_DC_REVOKES] = {"revokes",    7 },
    [CV_DC_CITE] = {"cite",       4 },
    [CV_DC_TEXT] = {"text",       4 },
    [CV_DC_SOURCE] = {"source",     6 },
    [CV_DC_INVALID] = {"invalid",    7 },
    [CV_DC_BLANK] = {"blank",      5 },
};

static const cv_decision_column REQUIRED[] = {CV_DC_DECISION, CV_DC_EFFECT};

const cv_str CV_DECISION_VOTES = {"votes:", 6};

/* ---- cells and errors ---- */

/* Where the file has the newer name and the older one, the one that says something. */
static cv_decision_column column_of(const cv_decision_line *d, cv_decision_column c)
{
    cv_decision_column older = c == CV_DC_PLACES    ? CV_DC_STATION
                               : c == CV_DC_VERSION ? CV_DC_COPY
                                                    : CV_DC_N;
    if (older == CV_DC_N || d->at[older] < 0) return c;
    return d->at[c] < 0 || !d->cell[d->at[c]].n ? older : c;
}

cv_str cv_decision_text(const cv_decision_line *d, cv_decision_column c)
{
    int32_t at = d->at[column_of(d, c)];
    return at >= 0 ? d->cell[at] : (cv_str){0};
}

cv_place cv_decision_place(const cv_decision_line *d, int32_t column)
{
    return (cv_place){d->file, d->line, column + 1};
}

cv_status cv_decision_fail(const cv_decision_line *d, cv_decision_column c, const char *format)
{
    cv_place at = cv_decision_place(d, d->at[column_of(d, c)]);
    return cv_fail_at(d->r->err, CV_E_INPUT, at, format, CV_ARG(cv_decision_text(d, c)));
}

cv_status cv_decision_number(cv_cell *out, const cv_decision_line *d, int32_t column)
{
    int code = cv_cell_parse(&CV_NUMBER_STYLE_DEFAULT, d->cell[column], out);
    if (!code && *out >= 0) return CV_OK;
    cv_str cell = d->cell[column];
    cv_place at = cv_decision_place(d, column);
    if (!code)
        return cv_fail_at(d->r->err, CV_E_INPUT, at, "expected a figure, got '%.*s'", CV_ARG(cell));
    cv_message reason = cv_cell_reason(code, cell, d->r->work);
    return cv_fail_as(d->r->err, CV_E_INPUT, at, &reason);
}

cv_status cv_decision_date(cv_date *out, const cv_decision_line *d, cv_decision_column c)
{
    cv_str text = cv_decision_text(d, c);
    if (!text.n || cv_date_parse(out, text)) return CV_OK;
    cv_status failed = cv_decision_fail(d, c, "not a date: '%.*s'");
    return cv_hint(d->r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
}

/* ---- header ---- */

static cv_status unknown_column(cv_decision_line *d, int32_t i)
{
    cv_str name = d->member->column[i];
    cv_status failed = cv_fail_at(d->r->err, CV_E_INPUT, cv_decision_place(d, i),
                                  "unknown column '%.*s'", CV_ARG(name));
    int32_t near = cv_nearest(name, NAMES, CV_DC_N);
    if (near >= 0) return cv_hint(d->r->err, failed, "did you mean '%.*s'?", CV_ARG(NAMES[near]));
    return cv_hint(d->r->err, failed,
                   "figures stand in columns 'votes:' and the option's id, 'invalid' and 'blank'");
}

static cv_status read_header(cv_decision_line *d)
{
    d->line = d->member->n_header_lines ? d->member->header_line[0] : 0;
    d->votes = cv_new(d->r->work, int32_t, d->member->n_columns);
    for (int k = 0; k < CV_DC_N; k++) d->at[k] = -1;
    for (int32_t i = 0; i < d->member->n_columns; i++) {
        cv_str name = d->member->column[i];
        int k = 0;
        while (k < CV_DC_N && !cv_str_eq(NAMES[k], name)) k++;
        if (k < CV_DC_N && d->at[k] < 0)
            d->at[k] = i;
        else if (cv_str_starts(name, CV_DECISION_VOTES))
            d->votes[d->n_votes++] = i;
        else
            return unknown_column(d, i);
    }
    for (size_t k = 0; k < sizeof REQUIRED / sizeof *REQUIRED; k++)
        if (d->at[REQUIRED[k]] < 0)
            return cv_fail_at(d->r->err, CV_E_INPUT, cv_decision_place(d, -1), "no column '%.*s'",
                              CV_ARG(NAMES[REQUIRED[k]]));
    return CV_OK;
}

/* ---- who decided, and when ---- */

static cv_str kept(const cv_decision_line *d, cv_decision_column c, cv_str otherwise)
{
    cv_str text = cv_decision_text(d, c);
    return text.n ? cv_str_copy(d->r->keep, text) : otherwise;
}

static cv_status read_rank(cv_decision *out, const cv_decision_line *d)
{
    cv_cell rank = 0;
    if (!cv_decision_text(d, CV_DC_RANK).n) return CV_OK;
    CV_TRY(cv_decision_number(&rank, d, d->at[CV_DC_RANK]));
    if (rank < 1 || rank > 1000)
        return cv_decision_fail(d, CV_DC_RANK, "the rank '%.*s' is not between 1 and 1000");
    out->rank = rank;
    return CV_OK;
}

static cv_status read_times(cv_decision *out, const cv_decision_line *d)
{
    CV_TRY(cv_decision_date(&out->recorded, d, CV_DC_RECORDED));
    CV_TRY(cv_decision_date(&out->effective, d, CV_DC_EFFECTIVE));
    CV_TRY(cv_decision_date(&out->until, d, CV_DC_UNTIL));
    bool both = cv_date_is(out->effective) && cv_date_is(out->until);
    if (both && cv_date_cmp(out->until, out->effective) <= 0)
        return cv_decision_fail(d, CV_DC_UNTIL, "until '%.*s' it is not in force at all");
    return CV_OK;
}

/* Further lines of a decision say what is different from its first one. */
static cv_status read_head(cv_decision *out, cv_decision_line *d)
{
    cv_str id = cv_decision_text(d, CV_DC_DECISION);
    if (!id.n) return cv_decision_fail(d, CV_DC_DECISION, "the decision has no name: '%.*s'");
    int32_t number = cv_map_get(&d->number_by_id, id);
    cv_decision first = CV_DECISION_DEFAULT;
    if (number >= 0) first = d->head[number].first;
    *out = CV_DECISION_DEFAULT;
    out->id = number >= 0 ? first.id : cv_str_copy(d->r->keep, id);
    out->seq = 1 + (number >= 0 ? number : d->n_heads);
    out->position = 1 + (number >= 0 ? d->head[number].n_effects : 0);
    out->body = kept(d, CV_DC_BODY, first.body);
    out->cite = kept(d, CV_DC_CITE, first.cite);
    out->text = kept(d, CV_DC_TEXT, first.text);
    out->address = kept(d, CV_DC_SOURCE, first.address);
    out->rank = first.rank;
    out->recorded = first.recorded;
    out->effective = first.effective;
    out->until = first.until;
    out->source = d->source;
    out->line = d->line;
    CV_TRY(read_rank(out, d));
    CV_TRY(read_times(out, d));
    cv_str contest = cv_decision_text(d, CV_DC_CONTEST);
    out->contest = contest.n ? cv_build_contest_named(d->r->b, contest) : CV_NO_CONTEST;
    if (contest.n && out->contest.i < 0)
        return cv_decision_fail(d, CV_DC_CONTEST, "no contest '%.*s'");
    return CV_OK;
}

static void remember(cv_decision_line *d, const cv_decision *decision)
{
    if (decision->position == 1) {
        cv_map_add(&d->number_by_id, decision->id, d->n_heads, d->r->work);
        cv_room(d->r->work, cv_decision_head, d->head, d->n_heads, d->cap_heads);
        d->head[d->n_heads++] = (cv_decision_head){0, *decision};
    }
    d->head[decision->seq - 1].n_effects = decision->position;
}

static cv_status read_line(cv_decision_line *d)
{
    cv_decision out;
    CV_TRY(read_head(&out, d));
    CV_TRY(cv_decision_read_effect(&out, d));
    cv_build_decision(d->r->b, &out);
    remember(d, &out);
    cv_build_source_at(d->r->b, d->source)->taken++;
    return CV_OK;
}

/* ---- the file ---- */

static cv_status read_rows(cv_decision_line *d, cv_table *table)
{
    cv_batch batch;
    do {
        CV_TRY(cv_table_next(table, &batch, d->r->err));
        for (int32_t i = 0; i < batch.n_rows; i++) {
            d->cell = &batch.cell[(int64_t)i * batch.n_columns];
            d->line = batch.line[i];
            if (batch.code[i]) {
                cv_message reason = cv_batch_reason(&batch, i, d->r->work);
                cv_place at = cv_decision_place(d, batch.column[i] - 1);
                return cv_fail_as(d->r->err, CV_E_INPUT, at, &reason);
            }
            CV_TRY(read_line(d));
        }
    } while (batch.n_rows);
    return CV_OK;
}

static cv_status read_table(void *who, const cv_own_file *file, cv_table *table)
{
    cv_decision_line *d = who;
    d->file = file->file;
    d->source = file->source;
    d->member = file->member;
    CV_TRY(read_header(d));
    return read_rows(d, table);
}

cv_status cv_reading_decisions(cv_reading *r)
{
    cv_decision_line d = {.r = r};
    return cv_own_file_read(NULL, r, &r->spec->decisions, CV_STR("decisions.csv"), read_table, &d);
}

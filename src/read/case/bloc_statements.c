/* blocs.csv: who is in which bloc, from when to when, and who says so. */
#include "read/case/lines.h"

typedef enum { CONTEST, OPTION, PARTY, BLOC, FROM, TO, ASSERTED_BY, SOURCE, N_COLUMNS } column_name;

/* clang-format off */
static const cv_line_column columns[N_COLUMNS] = {
    [CONTEST] = {{"contest", 7}, {"", 0}, false},
    [OPTION] = {{"option", 6}, {"", 0}, false},
    [PARTY] = {{"party", 5}, {"", 0}, false},
    [BLOC] = {{"bloc", 4}, {"", 0}, true},
    [FROM] = {{"from", 4}, {"", 0}, false},
    [TO] = {{"to", 2}, {"", 0}, false},
    [ASSERTED_BY] = {{"asserted_by", 11}, {"", 0}, true},
    [SOURCE] = {{"source", 6}, {"", 0}, false},
};
/* clang-format on */

typedef struct {
    cv_reading *r;
    cv_bloc_statement *statement;
    int64_t n, cap;
    cv_map by_key; /* one author says one thing of one option from one day on */
} statements;

static cv_status read_day(cv_date *out, const cv_lines *l, column_name c)
{
    *out = CV_NO_DATE;
    if (!cv_line_cell(l, c).n || cv_date_parse(out, cv_line_cell(l, c))) return CV_OK;
    cv_status failed = cv_line_fail(l, c, "not a date: '%.*s'");
    return cv_hint(l->r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
}

static bool has_option(const cv_builder *b, cv_contest_ix contest, cv_str option)
{
    if (contest.i >= 0) return cv_build_option_named(b, contest, option) >= 0;
    for (int32_t i = 0; i < cv_build_n_contests(b); i++)
        if (cv_build_option_named(b, (cv_contest_ix){i}, option) >= 0) return true;
    return false;
}

static cv_status read_whom(cv_bloc_statement *out, const cv_lines *l)
{
    cv_str contest = cv_line_cell(l, CONTEST);
    out->contest = contest.n ? cv_build_contest_named(l->r->b, contest) : CV_NO_CONTEST;
    if (contest.n && out->contest.i < 0) return cv_line_fail(l, CONTEST, "no contest '%.*s'");
    if (!out->option.n == !out->party.n) {
        cv_status failed = cv_line_fail(l, OPTION, "either an option or a party: '%.*s'");
        return cv_hint(l->r->err, failed,
                       "'party' stands for every option that the party put forward");
    }
    if (out->option.n && !has_option(l->r->b, out->contest, out->option))
        return cv_line_fail(l, OPTION, "no option '%.*s'");
    return CV_OK;
}

static cv_status take_line(cv_lines *l, void *who)
{
    statements *s = who;
    cv_reading *r = s->r;
    cv_bloc_statement out = {
        .option = cv_str_copy(r->keep, cv_line_cell(l, OPTION)),
        .party = cv_str_copy(r->keep, cv_line_cell(l, PARTY)),
        .asserted_by = cv_str_copy(r->keep, cv_line_cell(l, ASSERTED_BY)),
        .cite = cv_str_copy(r->keep, cv_line_cell(l, SOURCE)),
        .source = l->source,
        .line = (int32_t)l->line,
    };
    cv_str bloc = cv_str_copy(r->keep, cv_line_cell(l, BLOC));
    if (!bloc.n) return cv_line_fail(l, BLOC, "no bloc: '%.*s'");
    if (!out.asserted_by.n) {
        cv_status failed = cv_line_fail(l, ASSERTED_BY, "nobody says so: '%.*s'");
        return cv_hint(r->err, failed, "membership in a bloc is a statement, and has an author");
    }
    CV_TRY(read_whom(&out, l));
    CV_TRY(read_day(&out.from, l, FROM));
    CV_TRY(read_day(&out.to, l, TO));
    if (cv_date_is(out.to) && cv_date_is(out.from) && cv_date_cmp(out.to, out.from) < 0)
        return cv_line_fail(l, TO, "ends before it begins: '%.*s'");
    /* A bloc of election.json, or a new one. */
    out.bloc = cv_build_bloc_named(r->b, bloc);
    if (out.bloc.i < 0) out.bloc = cv_build_bloc(r->b, bloc, bloc);
    cv_str key = cv_str_format(r->work, "%d\x1f%.*s\x1f%.*s\x1f%d\x1f%.*s", (int)out.contest.i,
                               CV_ARG(out.option), CV_ARG(out.party), (int)out.from.day,
                               CV_ARG(out.asserted_by));
    if (cv_map_add(&s->by_key, key, (int32_t)s->n, r->work) != s->n) {
        cv_status failed = cv_line_fail(l, BLOC, "a second bloc, '%.*s', from the same day");
        return cv_hint(r->err, failed, "one author puts an option into one bloc at a time");
    }
    cv_room(r->keep, cv_bloc_statement, s->statement, s->n, s->cap);
    s->statement[s->n++] = out;
    return CV_OK;
}

cv_status cv_reading_bloc_statements(cv_bloc_statement **out, int32_t *n, cv_reading *r)
{
    statements s = {.r = r};
    cv_lines l = {.r = r, .column = columns, .n_columns = N_COLUMNS, .take = take_line, .who = &s};
    bool found;
    CV_TRY(cv_lines_read(&l, &found, &r->spec->bloc_statements, CV_STR("blocs.csv")));
    *out = s.statement;
    *n = (int32_t)s.n;
    return CV_OK;
}

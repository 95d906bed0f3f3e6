#include "read/read.h"

#include "base/file.h"
#include "base/hash.h"
#include "read/case/intake.h"

/* ---- declared.csv ---- */

static cv_said said(const char *text)
{
    return (cv_said){cv_str_of(text), 0};
}

/* The standard mapping of declared.csv, with the columns that it has. */
static cv_status default_declared(cv_spec_table *out, cv_reading *r, cv_str path)
{
    cv_table *table;
    const cv_table_member *member;
    CV_TRY(cv_table_open(&table, path, &CV_TABLE_FORMAT_DEFAULT, r->work, r->err));
    CV_TRY(cv_table_next_member(table, &member, r->err));
    cv_saids *one = cv_new(r->work, cv_saids, 1);
    cv_spec_form *form = cv_new(r->work, cv_spec_form, 1);
    *form = (cv_spec_form){.contest = said("{contest}"), .option = said("{option}")};
    if (cv_table_column(table, CV_STR("votes")) >= 0) form->votes = said("votes");
    if (cv_table_column(table, CV_STR("seats")) >= 0) form->seats = said("seats");
    if (cv_table_column(table, CV_STR("elected")) >= 0) {
        static const cv_said yes[] = {
            {{"1", 1},    0},
            {{"Y", 1},    0},
            {{"y", 1},    0},
            {{"yes", 3},  0},
            {{"true", 4}, 0},
        };
        cv_spec_condition *elected = cv_new(r->work, cv_spec_condition, 1);
        *elected = (cv_spec_condition){
            .column = said("elected"), .is = {yes, 5, 0, true}
        };
        form->elected = elected;
    }
    cv_table_close(table);
    cv_said *file = cv_new(r->work, cv_said, 1);
    *file = said("declared.csv");
    *one = (cv_saids){file, 1, 0, false};
    *out = (cv_spec_table){
        .files = *one, .layout = {true, 0, 1},
             .level = {true, 0, 1}
    };
    out->forms.v = form;
    out->forms.n = 1;
    return CV_OK;
}

static cv_status read_declared(cv_reading *r)
{
    cv_str path = cv_path_join(r->folder, CV_STR("declared.csv"), r->work);
    if (r->spec->declared) {
        cv_spec_table table = *r->spec->declared;
        table.level = (cv_said_word){true, table.at, 1};
        return cv_intake_read(r, &table);
    }
    if (r->options->text.n || !cv_file_exists(path)) return CV_OK;
    cv_spec_table table;
    CV_TRY(default_declared(&table, r, path));
    return cv_intake_read(r, &table);
}

/* ---- the order of reading ---- */

static cv_status read_tables(cv_reading *r)
{
    const cv_spec *s = r->spec;
    r->has_station_list = s->stations != NULL;
    if (s->stations) CV_TRY(cv_intake_read(r, s->stations));
    /* Forms first: declared totals refer to the options that the forms name. */
    for (int32_t i = 0; i < s->results.n; i++)
        if (s->results.v[i].level.value == 0) CV_TRY(cv_intake_read(r, &s->results.v[i]));
    for (int32_t i = 0; i < s->results.n; i++)
        if (s->results.v[i].level.value != 0) CV_TRY(cv_intake_read(r, &s->results.v[i]));
    CV_TRY(read_declared(r));
    cv_reading_finish_merges(r);
    CV_TRY(cv_reading_finish_contests(r));
    CV_TRY(cv_reading_decisions(r));
    return cv_reading_complaints(r);
}

static cv_status read_all(cv_election *out, cv_reading *r)
{
    CV_TRY(cv_reading_head(r));
    CV_TRY(cv_reading_law(r));
    CV_TRY(cv_reading_copies(r));
    CV_TRY(cv_reading_rules(r));
    CV_TRY(cv_reading_contests(r));
    CV_TRY(read_tables(r));
    cv_geo_map *map;
    cv_incidents *incidents;
    cv_bloc_statement *bloc;
    int32_t n_blocs;
    int32_t own_blocs = cv_build_n_blocs(r->b);
    CV_TRY(cv_reading_incidents(&incidents, r));
    CV_TRY(cv_reading_bloc_statements(&bloc, &n_blocs, r));
    CV_TRY(cv_reading_map(&map, r));
    cv_election e;
    CV_TRY(cv_build_freeze(&e, r->b, r->err));
    cv_reading_match_map(map, r, &e);
    e.map = map;
    e.incidents = incidents;
    e.bloc_statement = bloc;
    e.n_own_blocs = own_blocs;
    e.n_bloc_statements = n_blocs;
    *out = e;
    return CV_OK;
}

static cv_status find_election_json(cv_str *out, cv_str path, cv_arena *keep, cv_error *err)
{
    if (cv_dir_exists(path)) {
        *out = cv_path_join(path, CV_STR("election.json"), keep);
        if (cv_file_exists(*out)) return CV_OK;
        cv_status failed = cv_fail(err, CV_E_INPUT, "no election.json in '%.*s'", CV_ARG(path));
        return cv_hint(err, failed, "'canvass init' writes one from a table of results");
    }
    *out = path;
    if (cv_str_ends(path, CV_STR(".json"))) return CV_OK;
    cv_status failed = cv_fail(err, CV_E_INPUT, "'%.*s' is not a case folder", CV_ARG(path));
    return cv_hint(err, failed, "a case is a folder with election.json in it");
}

cv_status cv_read_case(cv_election *out, cv_str path, const cv_read_options *options,
                       cv_arena *keep, cv_arena *work, cv_error *err)
{
    cv_str file, text;
    cv_spec spec;
    if (options->text.n) {
        file = path;
        text = options->text;
    } else {
        CV_TRY(find_election_json(&file, path, keep, err));
        CV_TRY(cv_file_read(&text, file, CV_JSON_BYTES, keep, err));
    }
    CV_TRY(cv_spec_decode(&spec, file, text, keep, err));
    cv_reading r = {
        .spec = &spec,
        .options = options,
        .folder = cv_path_dir(file),
        .b = cv_build_open(keep, work),
        .keep = keep,
        .work = work,
        .err = err,
    };
    if (spec.data.s.s && options->data_root.n)
        r.data = cv_path_join(options->data_root, spec.data.s, work);
    r.election_json = cv_build_source(r.b, &(cv_source){.file = CV_STR("election.json"),
                                                        .path = file,
                                                        .sha256 = cv_sha256_of(text),
                                                        .bytes = text.n,
                                                        .encoding = CV_STR("utf-8")});
    return read_all(out, &r);
}

/* Forms of laws on real papers: Russian, Georgian and Mexican stations read with the form of their
 * law; two Dutch counts, with the pages of their lists; the sums of the German areas. */
#include "../unit/row.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/text.h"
#include "check/check.h"
#include "model/build.h"
#include "model/relation.h"
#include "read/case/form.h"
#include "read/read.h"

typedef struct {
    cv_arena keep, work, scratch;
    cv_election e;
    cv_check_result r;
} checked;

static void need_data(const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", getenv("CANVASS_DATA") ? getenv("CANVASS_DATA") : "",
             folder);
    if (access(path, R_OK) == 0) return;
    print_message("# skipped: no data at %s\n", path);
    skip();
}

static void check_all(checked *c, const char *name)
{
    cv_error err = {0};
    if (cv_check_forms(&c->r, &c->e, &c->keep, c->scratch, &err) != CV_OK)
        fail_msg("%s: %s", name, err.text);
}

static checked opened(void)
{
    return (checked){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
}

static void closed(checked *c)
{
    cv_arena_close(&c->scratch);
    cv_arena_close(&c->work);
    cv_arena_close(&c->keep);
}

static const cv_rule_count *total(const checked *c, int16_t code)
{
    return &c->r.total[cv_rule_row_in(&c->e.profile, code)];
}

/* Reads a case whose election.json is `text`, in a folder of its own. */
static void read_text(checked *c, const char *name, cv_str text)
{
    char dir[] = "/tmp/canvass-forms-XXXXXX", path[64];
    if (!mkdtemp(dir)) fail_msg("no folder for the test");
    snprintf(path, sizeof path, "%s/election.json", dir);
    FILE *f = fopen(path, "w");
    if (!f || fwrite(text.s, 1, (size_t)text.n, f) != (size_t)text.n || fclose(f))
        fail_msg("cannot write %s", path);
    cv_error err = {0};
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(getenv("CANVASS_DATA"));
    cv_status status = cv_read_case(&c->e, cv_str_of(dir), &options, &c->keep, &c->work, &err);
    remove(path);
    rmdir(dir);
    if (status != CV_OK)
        fail_msg("%s: %s:%lld:%lld: %s", name, err.file, (long long)err.line, (long long)err.column,
                 err.text);
}

/* ---- examples, with a form of the law put into their profile ---- */

typedef struct {
    const char *contest; /* an id; "-id": all but this one; "": all */
    int16_t code;
    int64_t n_raised;
    cv_count amount; /* -1: not published */
} count_row;

typedef struct {
    const char *name, *data, *profile; /* what is put into the profile */
    count_row count[10];
} form_row;

static const form_row forms[] = {
    {"russia-2011",
     "elections/russia-2011",  "\"form\": \"ru-duma\",",
     {{"", 201, 0, -1},
      {"", 204, 0, -1},
      {"", 304, 0, -1},
      {"", 401, 0, -1},
      {"", 207, 18, 247},
      {"", 208, 10, -1},
      {"", 209, 19, -1}}                                                                                                                                                       },
    {"georgia-2012",
     "elections/georgia-2012", "\"form\": \"ge-2012\",",
     {{"-list", 302, 3, -1},
      {"-list", 306, 11, 236},
      {"-list", 307, 1904, 8720},
      {"list", 302, 17, -1},
      {"list", 306, 19, 716},
      {"list", 307, 918, 36432}}                                                                                                                                               },
 /* 49 forms have more papers than the legal maximum of a station, 760. */
    {"mexico-2012",
     "elections/mexico-2012",  "\"form\": \"mx\", \"relations\": [{\"code\": \"X001\", \"name\": \"above the maximum\", "
     "\"that\": \"cast <= station_max\", \"severity\": \"warning\", \"why\": \"published\"}],", {{"", 213, 0, -1}, {"", CV_OWN_CODES + 1, 49, -1}}},
};

static bool is_meant(const char *which, cv_str id)
{
    bool all_but = which[0] == '-';
    return !*which || cv_str_eq(cv_str_of(which + all_but), id) != all_but;
}

static void forms_give_the_published_counts(void **state)
{
    const form_row *row = *state;
    need_data(row->data);
    checked c = opened();
    cv_error err = {0};
    cv_str text = {"", 0}, mark = CV_STR("\"profile\": {");
    cv_str path =
        cv_str_format(&c.keep, "%s/examples/%s/election.json", getenv("CANVASS_ROOT"), row->name);
    if (cv_file_read(&text, path, 1 << 24, &c.keep, &err) != CV_OK) fail_msg("%s", err.text);
    int64_t at = cv_str_find(text, mark, 0);
    assert_true(at >= 0);
    cv_text with = {.keep = &c.keep};
    cv_text_add(&with, cv_str_cut(text, 0, at + mark.n));
    cv_text_add(&with, cv_str_of(row->profile));
    cv_text_add(&with, cv_str_cut(text, at + mark.n, text.n));
    read_text(&c, row->name, cv_text_str(&with));
    check_all(&c, row->name);
    for (const count_row *want = row->count; want->code; want++) {
        char name[64];
        snprintf(name, sizeof name, "%s, %s, %d", row->name, want->contest, want->code);
        int64_t n_raised = 0, n_checked = 0;
        cv_count amount = 0;
        for (int32_t i = 0; i < c.e.n_contests; i++) {
            if (!is_meant(want->contest, c.e.contest[i].id)) continue;
            const cv_rule_count *n =
                &c.r.contest[i].count[cv_rule_row_in(&c.e.profile, want->code)];
            n_raised += n->n_raised;
            n_checked += n->n_checked;
            amount += n->amount;
        }
        ROW_INT(name, n_raised, want->n_raised);
        if (want->amount >= 0) ROW_INT(name, amount, want->amount);
        ROW_TRUE(name, n_checked > 0);
    }
    closed(&c);
}

/* ---- sums of areas ---- */

#define GERMAN_TABLE(area, more)                                                                   \
    "{'file':'gesamtergebnis_02_final.xml.xz','format':'german-xml','layout':'long','absent':['x'" \
    ","                                                                                            \
    "'n/a'],'where':[{'column':'Gebietsart','is':'" area                                           \
    "'},{'column':'Stimmart','is':['LISTE','DIREKT','KEINE']}],'ignore':'rest','forms':[{"         \
    "'contest':'c','option':'{Gruppe}-{Stimmart}','votes':'Anzahl','pseudo':{'100-KEINE':'reg',"   \
    "'200-KEINE':'took_part'}}]" more "}"

/* 596 cells above the constituencies, 63 of them of the whole country, which are declared totals
 * (C806); 14 exist only at the level of a Land. 582 = 519 + 63 can be compared. */
static void german_areas_add_up(void **state)
{
    (void)state;
    need_data("elections/germany-2025");
    char json[4096] =
        "{'canvass':1,'id':'g','title':'g','data':'elections/germany-2025','rule_sets':{'p':{"
        "'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[" GERMAN_TABLE(
            "WAHLKREIS",
            ",'station':'Gebietsnummer','area':[{'level':'land','column':'UegGebiet'}"
            "]") "," GERMAN_TABLE("LAND", ",'level':'area','area':[{'level':'land','column':'"
                                          "Gebiet'}]") "],"
                                                       "'declared':" GERMAN_TABLE(
                                                           "BUND", ",'level':'contest'") "}";
    for (char *s = json; *s; s++)
        if (*s == '\'') *s = '"';
    checked c = opened();
    read_text(&c, "german areas", cv_str_of(json));
    check_all(&c, "german areas");
    assert_int_equal(c.e.n_refused, 0);
    assert_int_equal(c.e.n_sums, 16);
    assert_int_equal(total(&c, 805)->n_checked, 582 - 63);
    assert_int_equal(total(&c, 805)->n_not_applicable, 596 - 582);
    assert_int_equal(total(&c, 805)->n_raised, 0);
    assert_int_equal(total(&c, 806)->n_checked, 63);
    closed(&c);
}

/* ---- two Dutch counts ---- */

enum { MOST_UNITS = 32, MOST_FIELDS = 2500, FIRST_UNIT = 5 };

typedef struct {
    const char *file;
    int32_t n_units;
    cv_count votes;
} dutch_row;

static const dutch_row dutch[] = {
    {"osv4-3_telling_gr2022_westmaasenwaal.csv.xz",          21, 9350 },
    {"osv4-3_telling_tk2025_gemeente_westmaasenwaal.csv.xz", 11, 13627},
};

static const struct {
    const char *line;
    const char *field;
} dutch_lines[] = {
    {"geldige stempas",                             "adm_card" },
    {"geldig volmachtbewijs",                       "adm_proxy"},
    {"geldige kiezerspas",                          "adm_pass" },
    {"toegelaten kiezers",                          "admitted" },
    {"geldige stembiljetten",                       "valid"    },
    {"blanco stembiljetten",                        "blank"    },
    {"ongeldige stembiljetten",                     "invalid"  },
    {"aangetroffen stembiljetten",                  "cast"     },
    {"meer stembiljetten dan toegelaten kiezers",   "more"     },
    {"minder stembiljetten dan toegelaten kiezers", "fewer"    },
};

/* The cells of a line of the file: "a";"b";;"c" */
static int32_t split(char *line, char **cell)
{
    int32_t n = 0;
    for (char *at = line; at && n < FIRST_UNIT + MOST_UNITS;) {
        char *end = *at == '"' ? strstr(at + 1, "\"") : NULL;
        char *next = strchr(end ? end : at, ';');
        cell[n++] = end ? at + 1 : at;
        if (end) *end = 0;
        if (next) *next = 0;
        at = next ? next + 1 : NULL;
    }
    return n;
}

typedef struct {
    cv_builder *b;
    cv_contest_ix c;
    char list[16];
    int32_t n_units, n_slots;
    cv_slot slot[MOST_FIELDS];
    cv_cell cell[MOST_UNITS][MOST_FIELDS];
} dutch_count;

static void take_line(dutch_count *d, cv_slot slot, char **cell)
{
    d->slot[d->n_slots] = slot;
    for (int32_t u = 0; u < d->n_units; u++)
        d->cell[u][d->n_slots] = (cv_cell)strtol(cell[FIRST_UNIT + u], NULL, 10);
    d->n_slots++;
}

static cv_field field_of(dutch_count *d, const char *format, const char *a, const char *b)
{
    char id[64];
    snprintf(id, sizeof id, format, a, b);
    return cv_build_field(d->b, cv_str_of(id), cv_str_of(id));
}

/* A list's total on its page is also what the summary says of it: the file has one figure. */
static void take_row(dutch_count *d, char **cell, int32_t n)
{
    if (n < FIRST_UNIT + d->n_units) return;
    if (cell[0][0] >= '1' && cell[0][0] <= '9') {
        snprintf(d->list, sizeof d->list, "%s", cell[0]);
        int32_t o = cv_build_option(d->b, d->c, cv_str_of(d->list), NULL);
        take_line(d, (cv_slot){CV_F_NONE, o}, cell);
        take_line(d, (cv_slot){field_of(d, "listpage[%s]", d->list, ""), -1}, cell);
    } else if (d->list[0] && cell[2][0]) {
        take_line(d, (cv_slot){field_of(d, "pref[%s][%s]", d->list, cell[2]), -1}, cell);
    }
    for (size_t i = 0; i < N_ROWS(dutch_lines); i++)
        if (strcmp(cell[1], dutch_lines[i].line) == 0)
            take_line(d, (cv_slot){cv_field_named(cv_str_of(dutch_lines[i].field)), -1}, cell);
}

static void read_count(dutch_count *d, const char *file)
{
    char command[4096], line[8192], *cell[FIRST_UNIT + MOST_UNITS];
    snprintf(command, sizeof command, "xz -dc '%s/tally/eml_nl/%s'", getenv("CANVASS_DATA"), file);
    FILE *f = popen(command, "r");
    if (!f) fail_msg("cannot run %s", command);
    while (fgets(line, sizeof line, f)) take_row(d, cell, split(line, cell));
    if (pclose(f) != 0) fail_msg("%s failed", command);
}

static void dutch_counts_have_no_error(void **state)
{
    const dutch_row *row = *state;
    need_data("tally/eml_nl");
    checked c = opened();
    dutch_count *d = cv_new(&c.work, dutch_count, 1);
    d->b = cv_build_open(&c.keep, &c.work);
    d->n_units = row->n_units;
    cv_build_rule_set(d->b, &(cv_rule_set){.id = CV_STR("r"), .per_ballot = 1});
    d->c = cv_build_contest(d->b, CV_STR("c"), NULL);
    cv_build_contest_at(d->b, d->c)->rule = 0;
    cv_copy_ix copy = cv_build_copy(d->b, &(cv_copy){.id = CV_STR("o"), .counts = true});
    cv_source_ix source = cv_build_source(d->b, &(cv_source){.file = CV_STR("f")});
    read_count(d, row->file);
    for (int32_t u = 0; u < d->n_units; u++) {
        char code[16];
        snprintf(code, sizeof code, "%d", u + 1);
        const cv_form_key key = {.contest = d->c,
                                 .station = cv_build_station(d->b, cv_str_of(code), NULL),
                                 .copy = copy,
                                 .source = source,
                                 .line = u + 1};
        cv_build_form(d->b, &key, d->slot, d->cell[u], d->n_slots);
    }
    cv_form_profile form;
    cv_error err = {0};
    cv_str id = CV_STR("nl");
    assert_int_equal(cv_form_read(&form, id, id, cv_form_shipped(id), &c.keep, &err), CV_OK);
    cv_profile *profile = &cv_build_head(d->b)->profile;
    profile->took_part = CV_F_ADMITTED;
    profile->n_relations = form.n_relations;
    profile->relation = form.relation;
    profile->n_settings = form.n_settings;
    profile->setting = form.setting;
    assert_int_equal(cv_build_freeze(&c.e, d->b, &err), CV_OK);
    check_all(&c, row->file);
    cv_count votes = 0;
    for (int32_t i = 0; i < c.e.forms[0].n; i++) votes += c.e.forms[0].derived[CV_D_SUM][i];
    assert_int_equal(c.e.forms[0].n, row->n_units);
    assert_int_equal(votes, row->votes);
    for (int64_t i = 0; i < c.r.n_findings; i++)
        if (c.r.finding[i].code < 500)
            fail_msg("C%d at unit %d", c.r.finding[i].code, c.r.finding[i].station.i + 1);
    const int16_t looked_at[] = {213, 308, 309, 310, 403, 404, 405, 406, 408};
    for (size_t i = 0; i < N_ROWS(looked_at); i++)
        ROW_INT(row->file, total(&c, looked_at[i])->n_checked > 0, true);
    closed(&c);
}

int main(void)
{
    struct CMUnitTest tests[N_ROWS(forms) + N_ROWS(dutch) + 1];
    size_t n = 0;
    for (size_t i = 0; i < N_ROWS(forms); i++)
        tests[n++] = (struct CMUnitTest){.name = forms[i].name,
                                         .test_func = forms_give_the_published_counts,
                                         .initial_state = (void *)(uintptr_t)&forms[i]};
    for (size_t i = 0; i < N_ROWS(dutch); i++)
        tests[n++] = (struct CMUnitTest){.name = dutch[i].file,
                                         .test_func = dutch_counts_have_no_error,
                                         .initial_state = (void *)(uintptr_t)&dutch[i]};
    tests[n++] =
        (struct CMUnitTest){.name = "german areas add up", .test_func = german_areas_add_up};
    return _cmocka_run_group_tests("forms", tests, n, NULL, NULL);
}

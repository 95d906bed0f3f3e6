/* The door: whole cases, and every way in which an input can be something else. */
#include "case/case.h"

#include "base/file.h"

/* ---- a table that is not what election.json says ---- */

/* The mapping of r.csv, with ^ before what the error names. */
static const char *mapped(char mark)
{
    if (mark == 's')
        return CASE_HEAD "'results':[{'file':'r.csv','encoding':'utf-8','station':^'s','forms':"
                         "[{'contest':'c','fields':{'reg':'reg'},'options':{'A':'a','B':'b'}}]}]}";
    if (mark == 'b')
        return CASE_HEAD "'results':[{'file':'r.csv','encoding':'utf-8','station':'s','forms':"
                         "[{'contest':'c','fields':{'reg':'reg'},'options':{'A':'a','B':^'b'}}]}]}";
    return CASE_HEAD "'results':[{'file':'r.csv','encoding':'utf-8','station':'s','forms':"
                     "[{'contest':'c','fields':{'reg':'reg'},'options':{'A':'a','B':'b'}}]}]}";
}

typedef struct {
    const char *name;
    cv_str bytes; /* of r.csv */
    cv_status status;
    const char *want;
    char mark; /* the error names the place of this key's column in election.json */
} bad_file;

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const bad_file files[] = {
    {"empty",                                                                                    BYTES(""),                      CV_E_INPUT,                  "error :0:0 'r.csv' is empty\n"                                                                       },
    {"a header and no rows",                                                                     BYTES("s,reg,a,b\n"),           CV_OK,                       "c:\n"                                                                                                },
    {"no column of a name",                                                                      BYTES("s,reg,a,B\nS1,9,1,2\n"), CV_E_INPUT,
     "error election.json:^ no column 'b' in 'r.csv' (results[0].forms[0].options.B) / the nearest "
     "column is 'B'\n",                                                                                                                                                                                                                                               'b'},
    {"another separator than any",                                                                                          BYTES("s reg a b\nS1 9 1 2\n"),                                                                                             CV_E_INPUT,
     "error election.json:^ no column 's' in 'r.csv' (results[0].station) / its only column is 's "
     "reg a b': is the separator another?\n", 's'},
    {"another separator, which is found",                                                                                       BYTES("s;reg;a;b\nS1;9;1;2\n"),                                                                                                                     CV_OK,
     "c: A B\nS1 official counted 2 reg=9 A=1 B=2\n"                                                                                               },
    {"bytes of another encoding",                                            BYTES("s,reg,a,b\nS\xe9,9,1,2\nS2,9,1,2\n"),                                                                          CV_OK,
     "c: A B\nS2 official counted 3 reg=9 A=1 B=2\nrefused r.csv:2:1 R07 c - cell 1 has bytes that "
     "are not in the file's encoding\n"},
    {"a picture",                                                         BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0"),                                                                                       CV_E_INPUT,
     "error :0:0 'r.csv' does not look like a table: it is a picture / type the figures into a CSV "
     "file\n"                                                                                                              },
    {"a packed file that is cut off",                                                                                   BYTES("\x1f\x8b\x08\0\0\0\0\0\0\x03\x2b\xd6"),                                                                                                                 CV_E_INPUT,
     "error :0:0 'r.csv' is damaged or cut short: gzip ends too early\n"},
    {"cut off in a row",                        BYTES("s,reg,a,b\nS1,9,1,2\nS2,9,"),                                                      CV_OK,
     "c: A B\nS1 official counted 2 reg=9 A=1 B=2\nrefused r.csv:3:0 R01 c - expected 4 cells, "
     "found 3\n"                                                                                                                                     },
    {"cut off in a quote",                                                                                BYTES("s,reg,a,b\nS1,9,1,2\nS2,\"9,1,2\n"),                                                                                                              CV_OK,
     "c: A B\nS1 official counted 2 reg=9 A=1 B=2\nrefused r.csv:3:2 R08 c - cell 2 has a quote "
     "that is not closed or not doubled\n"},
    {"a station twice",                                                      BYTES("s,reg,a,b\nS1,9,1,2\nS1,9,3,4\n"),                                                                                    CV_OK,
     "c: A B\nS1 official counted 2 reg=9 A=1 B=2\nS1 official counted 3 reg=9 A=3 B=4\n"                                                                                                                                          },
    {"letters",       BYTES("s,reg,a,b\nS1,nine,1,2\n"),                                     CV_OK,
     "c: A B\nS1 official awaited 0\nrefused r.csv:2:2 R02 c S1 'nine' is not a whole number\n"},
    {"more than a cell can hold", BYTES("s,reg,a,b\nS1,1000000000001,1,2\n"),                               CV_OK,
     "c: A B\nS1 official awaited 0\nrefused r.csv:2:2 R03 c S1 '1000000000001' is larger than any "
     "count can be\n"                                                                                                               },
    {"a sign",                                                                           BYTES("s,reg,a,b\nS1,9,-1,2\n"),                                                                                                         CV_OK,
     "c: A B\nS1 official awaited 0 reg=9\nrefused r.csv:2:3 R05 c S1 '-1' has a sign or decimals "
     "where a count is due\n"          },
    {"decimals",                                                                   BYTES("s,reg,a,b\nS1,9,1.0,2\n"),                                                                                                 CV_OK,
     "c: A B\nS1 official awaited 0 reg=9\nrefused r.csv:2:3 R05 c S1 '1.0' has a sign or decimals "
     "where a count is due\n"                                                                                                            },
    {"one thousand or one",                                                                   BYTES("s,reg,a,b\nS1,9,1.127,2\n"),                                                                                                 CV_OK,
     "c: A B\nS1 official awaited 0 reg=9\nrefused r.csv:2:3 R04 c S1 '1.127' may have a separator "
     "of thousands or decimals\n"},
};

static void names_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    bool right = true;
    for (size_t i = 0; i < N_ROWS(files); i++) {
        test_case t;
        case_open(&t);
        case_json(&t, mapped(files[i].mark));
        case_bytes(&t, "r.csv", files[i].bytes);
        case_read(&t);
        cv_str got = case_show(&t);
        bool same = t.status == files[i].status && cv_str_eq(got, cv_str_of(files[i].want));
        if (!same)
            print_error("row '%s': status %d\n%.*sexpected %d:\n%s", files[i].name, t.status,
                        CV_ARG(got), files[i].status, files[i].want);
        right = right && same;
        case_close(&t);
    }
    assert_true(right);
}

/* ---- files that are something else ---- */

static cv_status read_path(const char *path, cv_error *err)
{
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    cv_status status =
        cv_read_case(&e, cv_str_of(path), &CV_READ_OPTIONS_DEFAULT, &keep, &work, err);
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return status;
}

static void finds_the_case(void **state)
{
    (void)state;
    test_case t;
    cv_error err = {0};
    case_open(&t);
    assert_int_equal(read_path(t.dir, &err), CV_E_INPUT);
    ROW_STR("a folder without election.json", cv_str_of(err.text),
            cv_str_format(&t.keep, "no election.json in '%s'", t.dir));
    ROW_STR("its hint", cv_str_of(err.hint),
            CV_STR("'canvass init' writes one from a table of results"));
    case_json(&t, mapped(0));
    case_file(&t, "r.csv", "s,reg,a,b\n");
    assert_int_equal(read_path(t.dir, &err), CV_OK);
    assert_int_equal(read_path(cv_str_format(&t.keep, "%s/election.json", t.dir).s, &err), CV_OK);
    const char *table = cv_str_format(&t.keep, "%s/r.csv", t.dir).s;
    assert_int_equal(read_path(table, &err), CV_E_INPUT);
    ROW_STR("a table", cv_str_of(err.text),
            cv_str_format(&t.keep, "'%s' is not a case folder", table));
    assert_int_equal(read_path("/nowhere/election.json", &err), CV_E_INPUT);
    case_close(&t);
}

static void a_folder_is_no_table(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, CASE_HEAD "'results':[{'file':^'r.csv','station':'s','forms':[{'contest':'c',"
                            "'options':{'A':'a'}}]}]}");
    assert_int_equal(mkdir(cv_str_format(&t.keep, "%s/r.csv", t.dir).s, 0700), 0);
    case_read(&t);
    ROW_INT("a folder", t.status, CV_E_INPUT);
    ROW_STR("a folder", case_show(&t),
            CV_STR("error election.json:^ no file 'r.csv' in 'CASE' (results[0].file)\n"));
    case_close(&t);
}

static void looks_for_data_elsewhere(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, "{'canvass':1,'id':'t','title':'t','data':'set','rule_sets':{'p':{'engine':"
                  "'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':^'x.csv',"
                  "'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}");
    case_read(&t);
    ROW_STR("nowhere", case_show(&t),
            CV_STR("error election.json:^ no file 'x.csv' in 'CASE' (results[0].file) / "
                   "CANVASS_DATA says where the data is; 'examples/get t' brings an example's\n"));
    assert_int_equal(mkdir(cv_str_format(&t.keep, "%s/root", t.dir).s, 0700), 0);
    assert_int_equal(mkdir(cv_str_format(&t.keep, "%s/root/set", t.dir).s, 0700), 0);
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_format(&t.keep, "%s/root", t.dir);
    t.status = cv_read_case(&t.e, cv_str_of(t.dir), &options, &t.keep, &t.work, &t.err);
    ROW_STR("not there either", case_show(&t),
            CV_STR("error election.json:^ no file 'x.csv' in 'CASE' (results[0].file) / nor in "
                   "'root/set'; CANVASS_DATA says where the data is; 'examples/get t' brings an "
                   "example's\n"));
    case_file(&t, "root/set/x.csv", "s,a\nS1,7\n");
    t.status = cv_read_case(&t.e, cv_str_of(t.dir), &options, &t.keep, &t.work, &t.err);
    ROW_STR("there", case_show(&t), CV_STR("c: A\nS1 official counted 2 A=7\n"));
    case_close(&t);
}

/* ---- declared totals ---- */

/* declared.csv is read by its own column names; `want` is what is declared of A and B. */
typedef struct {
    const char *name, *declared;
    const char *want;
} declared_row;

static const declared_row declared[] = {
    {"votes and seats",             "contest,option,votes,seats\nc,A,10,1\nc,B,20,0\n",
     "winners A 10/1 B 20/0 line 2\n"                                                                                                         },
    {"votes alone",                 "contest,option,votes\nc,A,10\n",                                      "A 10/0 B -/0 line 2\n"            },
    {"elected",                     "contest,option,votes,elected\nc,A,10,\nc,B,20,1\n",
     "winners A 10/0 B 20/1 line 2\n"                                                                                                         },
    {"a total of the form",         "contest,option,votes\nc,@valid,30\n",                                 "A -/0 B -/0 valid 30 line 2\n"    },
    {"above what a form can hold",  "contest,option,votes\nc,A,5000000000\n",
     "A 5000000000/0 B -/0 line 2\n"                                                                                                          },
    {"a run-off",                   "contest,option,votes,elected\nc,A,10,yes\nc,B,20,yes\nc,@runoff,,\n",
     "winners runoff A 10/1 B 20/1 line 2\n"                                                                                                  },
    {"void",                        "contest,option,votes\nc,@void,\n",                                    "winners void A -/0 B -/0 line 2\n"},
    {"a contest that is not there", "contest,option,votes\nx,A,1\nc,B,2\n",
     "A -/0 B 2/0 line 3\nrefused declared.csv:2:0 R12 - - contest 'x' is not in election.json\n"                                             },
    {"an option that is not there", "contest,option,votes\nc,Z,1\n",
     "A -/0 B -/0 line 0\nrefused declared.csv:2:0 R09 c - option 'Z' is not in contest 'c'\n"                                                },
    {"a field that is not there",   "contest,option,votes\nc,@vlid,1\n",
     "A -/0 B -/0 line 0\nrefused declared.csv:2:0 R09 c - option '@vlid' is not in contest 'c'\n"                                            },
    {"letters",                     "contest,option,votes\nc,A,ten\n",
     "A -/0 B -/0 line 0\nrefused declared.csv:2:3 R02 c - 'ten' is not a whole number\n"                                                     },
};

static void show_declared(cv_text *out, const test_case *t)
{
    const cv_contest *c = &t->e.contest[0];
    const cv_declared *d = &c->declared;
    if (d->has_winners) cv_text_add(out, CV_STR("winners "));
    if (d->is_runoff) cv_text_add(out, CV_STR("runoff "));
    if (d->is_void) cv_text_add(out, CV_STR("void "));
    for (int32_t o = 0; o < c->n_options; o++) {
        cv_text_addf(out, "%.*s ", CV_ARG(c->option[o].id));
        if (d->votes && d->votes[o] != CV_BLANK)
            cv_text_addf(out, "%lld/%d ", (long long)d->votes[o], d->seats[o]);
        else
            cv_text_addf(out, "-/%d ", d->seats[o]);
    }
    if (d->total && d->total[CV_F_VALID] != CV_BLANK)
        cv_text_addf(out, "valid %lld ", (long long)d->total[CV_F_VALID]);
    cv_text_addf(out, "line %d\n", d->line);
    show_rows(out, &t->e);
}

static void reads_declared_csv(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(declared); i++) {
        test_case t;
        case_open(&t);
        case_json(&t, mapped(0));
        case_file(&t, "r.csv", "s,reg,a,b\nS1,9,1,2\n");
        case_file(&t, "declared.csv", declared[i].declared);
        case_read(&t);
        if (t.status != CV_OK) fail_msg("row '%s': %s", declared[i].name, t.err.text);
        cv_text out = cv_text_open(&t.keep);
        show_declared(&out, &t);
        ROW_STR(declared[i].name, cv_text_str(&out), cv_str_of(declared[i].want));
        case_close(&t);
    }
}

/* A table of another shape, wide, with a column of each total. */
static void maps_declared_totals(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, CASE_HEAD "'results':[{'file':'t.csv','level':'contest','forms':[{'contest':"
                            "'{k}','fields':{'valid':'v'},'options':{'A':['a1','a2'],'B':'b'}}]},"
                            "{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':"
                            "{'reg':'reg'},'options':{'A':'a','B':'b'}}]}]}");
    case_file(&t, "r.csv", "s,reg,a,b\nS1,9,1,2\n");
    case_file(&t, "t.csv", "k,v,a1,a2,b\nc,30,4,6,\n");
    case_read(&t);
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    cv_text out = cv_text_open(&t.keep);
    show_declared(&out, &t);
    ROW_STR("wide", cv_text_str(&out), CV_STR("A 10/0 B -/0 valid 30 line 2\n"));
    case_close(&t);
}

/* Rows of a long table may name the winner. */
static void takes_winners_from_forms(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, CASE_HEAD "'results':[{'file':'r.csv','layout':'long','station':'s','forms':"
                            "[{'contest':'c','option':'o','votes':'v','elected':{'column':'e',"
                            "'is':'Y'}}]}]}");
    case_file(&t, "r.csv", "s,o,v,e\nS1,A,1,N\nS1,B,2,Y\nS2,A,1,N\nS2,B,2,Y\n");
    case_read(&t);
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    cv_text out = cv_text_open(&t.keep);
    show_declared(&out, &t);
    ROW_STR("long", cv_text_str(&out), CV_STR("winners A -/0 B -/1 line 3\n"));
    case_close(&t);
}

/* ---- on the way ---- */

static bool stop_at_once(void *who, cv_str file, int64_t done, int64_t total)
{
    int *calls = who;
    ++*calls;
    assert_true(cv_str_eq(file, CV_STR("r.csv")));
    assert_true(done >= 0 && total == 18);
    return false;
}

static void can_be_stopped(void **state)
{
    (void)state;
    test_case t;
    int calls = 0;
    case_open(&t);
    case_json(&t, mapped(0));
    case_file(&t, "r.csv", "s,reg,a,b\nS1,9,1,2");
    cv_read_options options = {.progress = stop_at_once, .who = &calls};
    cv_election e = {.n_contests = 77};
    cv_status status = cv_read_case(&e, cv_str_of(t.dir), &options, &t.keep, &t.work, &t.err);
    assert_int_equal(status, CV_E_STOPPED);
    assert_true(calls > 0);
    assert_int_equal(e.n_contests, 77); /* untouched */
    case_close(&t);
}

/* The same election whether or not a thread reads ahead. */
static void threads_change_nothing(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, mapped(0));
    cv_text csv = cv_text_open(&t.keep);
    cv_text_add(&csv, CV_STR("s,reg,a,b\n"));
    for (int i = 0; i < 20000; i++)
        cv_text_addf(&csv, "S%d,%d,%d,%s\n", i % 19000, i, i % 7, i % 1000 == 3 ? "no" : "2");
    case_bytes(&t, "r.csv", cv_text_str(&csv));
    case_read(&t);
    cv_str ahead = case_show(&t);
    cv_read_options options = {.one_thread = true};
    t.status = cv_read_case(&t.e, cv_str_of(t.dir), &options, &t.keep, &t.work, &t.err);
    assert_true(cv_str_eq(case_show(&t), ahead));
    assert_int_equal(t.e.n_refused, 20);
    case_close(&t);
}

/* ---- the page of codes ---- */

static void every_code_has_its_row(void **state)
{
    (void)state;
    enum { LAST = 17 };
    const char *root = getenv("CANVASS_ROOT");
    cv_arena keep = cv_arena_open();
    cv_str path =
        cv_path_join(cv_str_of(root ? root : "."), CV_STR("docs/reference/refusals.md"), &keep);
    cv_str text;
    assert_int_equal(cv_file_read(&text, path, 1 << 20, &keep, NULL), CV_OK);
    for (int code = 1; code <= LAST; code++) {
        cv_str row = cv_str_format(&keep, "\n| R%02d | ", code);
        int64_t at = cv_str_find(text, row, 0);
        if (at < 0) fail_msg("refusals.md has no row R%02d", code);
        assert_true(cv_str_find(text, row, at + 1) < 0);
    }
    assert_true(cv_str_find(text, CV_STR("\n| R18 "), 0) < 0);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_what_is_wrong_with_a_file),
        cmocka_unit_test(finds_the_case),
        cmocka_unit_test(a_folder_is_no_table),
        cmocka_unit_test(looks_for_data_elsewhere),
        cmocka_unit_test(reads_declared_csv),
        cmocka_unit_test(maps_declared_totals),
        cmocka_unit_test(takes_winners_from_forms),
        cmocka_unit_test(can_be_stopped),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(every_code_has_its_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What each effect of decisions.csv takes, and what it does not. */
#include "case.h"

#include "model/decision.h"

static const char JSON[] =
    "{'canvass':1,'id':'t','title':'t','fields':{'x_torn':'torn'},'copies':[{'id':'o','kind':"
    "'original'},{'id':'p','kind':'posted'},{'id':'m','kind':'original','box':true}],'rule_sets':{"
    "'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv',"
    "'station':'s','forms':[{'contest':'c','options':{'A':'a','B':'b'}}]}]}";
static const char FORMS[] = "s,a,b\nS1,1,2\nS2,3,4\nS 3,5,6\n";
static const char HEAD[] =
    "decision,recorded,effective,until,body,rank,contest,effect,scope,places,option,field,old,new,"
    "version,box,k,mode,date,candidates,revokes,cite,text,source,votes:A,votes:B,invalid,blank\n";

/* "effect=void|contest=c" as a line of the file. */
static cv_str line_of(cv_str said, cv_arena *keep)
{
    cv_text out = cv_text_open(keep);
    cv_str head = cv_str_of(HEAD);
    for (int64_t from = 0, to; from < head.n; from = to + 1) {
        for (to = from; head.s[to] != ',' && head.s[to] != '\n';) to++;
        cv_str name = cv_str_format(keep, "|%.*s=", CV_ARG(cv_str_cut(head, from, to)));
        int64_t at = cv_str_find(said, name, 0);
        for (int64_t i = at + name.n; at >= 0 && i < said.n && said.s[i] != '|'; i++)
            cv_text_addf(&out, "%c", said.s[i]);
        cv_text_addf(&out, "%c", head.s[to]);
    }
    return cv_text_str(&out);
}

static void read_lines(test_case *t, const char *const *said, size_t n)
{
    case_open(t);
    case_json(t, JSON);
    case_file(t, "r.csv", FORMS);
    cv_text all = cv_text_open(&t->keep);
    cv_text_addf(&all, "%s", HEAD);
    for (size_t i = 0; i < n; i++) {
        cv_str one = line_of(cv_str_format(&t->keep, "|%s", said[i]), &t->keep);
        cv_text_addf(&all, "%.*s", CV_ARG(one));
    }
    case_bytes(t, "decisions.csv", cv_text_str(&all));
    case_read(t);
}

static void refuses_what_does_not_belong(void **state)
{
    (void)state;
    static const struct {
        const char *name, *want, *line;
    } rows[] = {
        {"no stations",                       "no station for the effect 'correct'",
         "effect=correct|contest=c|option=A|old=1|new=2"                                                                                       },
        {"no figure",                         "'correct' does not say which figure",
         "effect=correct|contest=c|places=S1|old=1"                                                                                            },
        {"no new figure",                     "'correct' has neither an old figure nor a new one",
         "effect=correct|contest=c|places=S1|option=A"                                                                                         },
        {"an unknown line",                   "unknown field 'x_gone'",
         "effect=correct|contest=c|places=S1|field=x_gone"                                                                                     },
        {"an unknown option",                 "no option 'Z' in contest 'c'",                      "effect=bar|contest=c|option=Z"             },
        {"no option",                         "no option for the effect 'bar'",                    "effect=bar|contest=c"                      },
        {"no contest",                        "no contest ''",                                     "effect=bar|option=A"                       },
        {"an unknown version",                "no copy 'q'",                                       "effect=adopt|contest=c|places=S1|version=q"},
        {"an unknown station among several",  "no station 'S9'",
         "effect=recount|contest=c|places=S1 S9 S2"                                                                                            },
        {"an unknown mode",                   "unknown mode 'gone'",                               "effect=bar|contest=c|option=A|mode=gone"   },
        {"an unknown scope",                  "unknown scope 'town'",                              "effect=repeat|contest=c|scope=town"        },
        {"a seat cannot be annulled",         "no station for the effect 'annul'",
         "effect=annul|contest=c"                                                                                                              },
        {"a box on record needs its station", "no station for the effect 'annul'",
         "effect=annul|contest=c|scope=box|version=m"                                                                                          },
        {"the nation and a contest",          "contest 'c' beside the nation",
         "effect=void|contest=c|scope=nation"                                                                                                  },
        {"what belongs to another effect",    "'A' does not belong to the effect",
         "effect=void|contest=c|option=A"                                                                                                      },
        {"figures beside a recount",          "figures beside the effect 'recount'",
         "effect=recount|contest=c|places=S1|votes:A=1"                                                                                        },
        {"ends before it begins",             "until '2005-03-01' it is not in force at all",
         "effect=void|contest=c|effective=2005-03-01|until=2005-03-01"                                                                         },
        {"a rank that is none",               "the rank '0' is not between 1 and 1000",
         "effect=void|contest=c|rank=0"                                                                                                        },
        {"revokes nothing",                   "'revoke' does not say which decision it revokes",   "effect=revoke"                             },
        {"revokes what is not above",         "no decision 'd2' above this line",
         "effect=revoke|revokes=d2"                                                                                                            },
        {"revokes itself",                    "no decision 'd1' above this line",                  "effect=revoke|revokes=d1"                  },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        test_case t;
        char line[256];
        snprintf(line, sizeof line, "decision=d1|%s", rows[i].line);
        const char *const one[] = {line};
        read_lines(&t, one, 1);
        ROW_INT(rows[i].name, t.status, CV_E_INPUT);
        if (cv_str_find(cv_str_of(t.err.text), cv_str_of(rows[i].want), 0) < 0)
            fail_msg("%s: '%s'", rows[i].name, t.err.text);
        ROW_INT(rows[i].name, t.err.line, 2);
        case_close(&t);
    }
}

static void takes_every_effect(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "decision=d1|effect=correct|contest=c|places=S1|option=A|old=1|new=9|recorded=2005-03-"
        "02T18:00",
        "decision=d1|effect=CORRECT|contest=c|places=S 3|field=x_torn|new=2",
        "decision=d2|effect=recount|contest=c|places=S1 S2|rank=3|source=https://example.org",
        "decision=d3|effect=repeat|contest=c|date=2005-03-20|candidates=without_barred",
        "decision=d4|effect=annul|contest=c|places=S2|box=mobile|k=16",
        "decision=d5|effect=annul|contest=c|scope=box|k=79",
        "decision=d6|effect=annul|contest=c|option=B|mode=removed",
        "decision=d7|effect=void",
        "decision=d8|effect=revoke|revokes=d1.2",
        "decision=d9|effect=revoke|revokes=d7",
        "decision=da|effect=postpone|contest=c|places=S2",
        "decision=db|effect=confirm|contest=c",
        "decision=dc|effect=reinstate|contest=c|option=B",
        "decision=dd|effect=annul|contest=c|places=S1|scope=box|version=m",
    };
    test_case t;
    read_lines(&t, lines, N_ROWS(lines));
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    const cv_decision *d = t.e.decision;
    assert_int_equal(t.e.n_decisions, 14);
    assert_int_equal(d[0].old, 1);
    assert_int_equal(d[0].now, 9);
    assert_int_equal(d[0].option, 0);
    assert_int_equal(d[0].field, CV_F_NONE);
    assert_int_equal(d[1].seq, 1);
    assert_int_equal(d[1].position, 2);
    assert_int_equal(d[1].recorded.minute, 18 * 60); /* as the decision's first line says */
    assert_int_equal(d[1].place[0].i, 2);
    assert_true(d[1].field >= CV_F_FIXED);
    assert_int_equal(d[1].old, CV_CELL_BLANK);
    assert_int_equal(d[2].n_places, 2);
    assert_int_equal(d[2].rank, 3);
    assert_true(cv_str_eq(d[2].address, CV_STR("https://example.org")));
    assert_int_equal(d[3].scope, CV_SCOPE_SEAT);
    assert_int_equal(d[3].standing, CV_CANDIDATES_WITHOUT_BARRED);
    assert_true(cv_date_is(d[3].date));
    assert_int_equal(d[4].scope, CV_SCOPE_BOX);
    assert_int_equal(d[4].k, 16);
    assert_true(cv_str_eq(d[4].box, CV_STR("mobile")));
    assert_int_equal(d[5].n_places, 0);
    assert_int_equal(d[5].k, 79);
    assert_int_equal(d[6].scope, CV_SCOPE_OPTION);
    assert_int_equal(d[6].mode, CV_CANCEL_REMOVED);
    assert_int_equal(d[7].scope, CV_SCOPE_NATION);
    assert_int_equal(d[7].contest.i, -1);
    assert_int_equal(d[8].revokes_seq, 1);
    assert_int_equal(d[8].revokes_position, 2);
    assert_int_equal(d[8].contest.i, 0);
    assert_int_equal(d[9].revokes_seq, 7);
    assert_int_equal(d[9].revokes_position, 0);
    assert_int_equal(d[10].scope, CV_SCOPE_STATION);
    assert_int_equal(d[11].scope, CV_SCOPE_SEAT);
    assert_int_equal(d[12].option, 1);
    assert_int_equal(d[13].copy.i, 2);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_does_not_belong),
        cmocka_unit_test(takes_every_effect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* complaints.csv: what it says, and the place of what is wrong in it. */
#include "case.h"

#include "model/complaint.h"

#define JSON                                                                                       \
    "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id'" \
    ":'c','rule':'p'},{'id':'d','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':["   \
    "{'contest':'c','options':{'A':'a','B':'b'}},{'contest':'d','options':{'A':'a'}}]}]}"

static void read_file(test_case *t, const char *complaints)
{
    case_open(t);
    case_json(t, JSON);
    case_file(t, "r.csv", "s,a,b\nS1,1,2\nS2,3,4\nold S3,5,6\n");
    case_file(t, "complaints.csv", complaints);
    case_file(t, "note.txt", "abc");
    case_read(t);
}

#define HEAD                                                                                       \
    "complaint,recorded,event,contest,scope,places,relief,votes,sign,known,clock,option,court,"    \
    "file,sha256,kind\n"
#define HASH64 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const struct {
    const char *name, *text, *want;
} bad[] = {
    {"a slip in a column",              "complaint,recorded,evnt\n",
     "error complaints.csv:1:3 unknown column 'evnt' / did you mean 'event'?\n"                                                                   },
    {"a column is missing",             "complaint,event\n",                                     "error complaints.csv:1:0 no column 'recorded'\n"},
    {"no name",                         HEAD ",2005-03-01,filed,,,,,,,,,,,,,\n",
     "error complaints.csv:2:1 the complaint has no name: ''\n"                                                                                   },
    {"no date",                         HEAD "K,,filed,,,,,,,,,,,,,\n",
     "error complaints.csv:2:2 not a date: '' / dates are written 2005-03-17 or "
     "2005-03-17T14:30\n"                                                                                                                         },
    {"no such day",                     HEAD "K,2005-02-30,filed,,,,,,,,,,,,,\n",
     "error complaints.csv:2:2 not a date: '2005-02-30' / dates are written 2005-03-17 or "
     "2005-03-17T14:30\n"                                                                                                                         },
    {"a slip in an event",              HEAD "K,2005-03-01,dismised,,,,,,,,,,,,,\n",
     "error complaints.csv:2:3 unknown event 'dismised' / did you mean 'dismissed'?\n"                                                            },
    {"no such contest",                 HEAD "K,2005-03-01,filed,e,,,,,,,,,,,,\n",
     "error complaints.csv:2:4 no contest 'e'\n"                                                                                                  },
    {"no such scope",                   HEAD "K,2005-03-01,filed,c,room,,,,,,,,,,,\n",
     "error complaints.csv:2:5 unknown scope 'room' / ballot, box, station, option, seat or "
     "nation\n"                                                                                                                                   },
    {"no such station",                 HEAD "K,2005-03-01,filed,c,,S1 S9,,,,,,,,,,\n",
     "error complaints.csv:2:6 no station 'S9'\n"                                                                                                 },
    {"no such relief",                  HEAD "K,2005-03-01,filed,c,,,pardon,,,,,,,,,\n",
     "error complaints.csv:2:7 unknown relief 'pardon' / correct, adopt, recount, annul, cancel, "
     "repeat, void, bar, reinstate, postpone, confirm or revoke\n"                                                                                },
    {"votes that are no number",        HEAD "K,2005-03-01,filed,c,,,,many,,,,,,,,\n",
     "error complaints.csv:2:8 'many' is not a whole number\n"                                                                                    },
    {"a sign",                          HEAD "K,2005-03-01,filed,c,,,,3,up,,,,,,,\n",
     "error complaints.csv:2:9 not a sign: 'up' / + for votes that should be added, - for votes "
     "that should be taken out\n"                                                                                                                 },
    {"when it was known",               HEAD "K,2005-03-01,filed,c,,,,,,soon,,,,,,\n",
     "error complaints.csv:2:10 not a date: 'soon' / dates are written 2005-03-17 or "
     "2005-03-17T14:30\n"                                                                                                                         },
    {"a term",                          HEAD "K,2005-03-01,filed,c,,,,,,,3 weeks,,,,,\n",
     "error complaints.csv:2:11 not a term: '3 weeks' / terms are written '3 days from knowledge', "
     "'24 hours', '5 workdays next_working'\n"                                                                                                    },
    {"no such option",                  HEAD "K,2005-03-01,filed,c,,,,,,,,Z,,,,\n",
     "error complaints.csv:2:12 no option 'Z' in contest 'c'\n"                                                                                   },
    {"an option of no contest",         HEAD "K,2005-03-01,filed,,,,,,,,,A,,,,\n",
     "error complaints.csv:2:12 option 'A' without a contest\n"                                                                                   },
    {"court or not",                    HEAD "K,2005-03-01,filed,c,,,,,,,,,perhaps,,,\n",
     "error complaints.csv:2:13 expected yes or no, got 'perhaps' / a column that says nothing is "
     "left empty\n"                                                                                                                               },
    {"evidence of nothing",             HEAD "K,2005-03-01,evidence,c,,,,,,,,,,,,\n",
     "error complaints.csv:2:3 neither a file nor a hash for 'evidence' / columns 'file' and "
     "'sha256' say what the evidence is\n"                                                                                                        },
    {"out of the folder",               HEAD "K,2005-03-01,evidence,c,,,,,,,,,,a/../../b,,\n",
     "error complaints.csv:2:14 'a/../../b' leads out of the case folder / evidence stands in the "
     "case folder, or is known by its hash alone\n"                                                                                               },
    {"from the root",                   HEAD "K,2005-03-01,evidence,c,,,,,,,,,,/etc/passwd,,\n",
     "error complaints.csv:2:14 '/etc/passwd' leads out of the case folder / evidence stands in "
     "the case folder, or is known by its hash alone\n"                                                                                           },
    {"no hash",                         HEAD "K,2005-03-01,evidence,c,,,,,,,,,,,ba78,\n",
     "error complaints.csv:2:15 not a SHA-256: 'ba78' / 64 hexadecimal digits, as sha256sum writes "
     "them\n"                                                                                                                                     },
    {"a kind of record",                HEAD "K,2005-03-01,filed,c,,,,,,,,,,,,wish\n",
     "error complaints.csv:2:16 unknown kind 'wish' / 'complaint' or 'demand'\n"                                                                  },
    {"another contest on a later line",
     HEAD "K,2005-03-01,filed,c,,,,,,,,,,,,\nK,2005-03-02,screened,d,,,,,,,,,,,,\n",
     "error complaints.csv:3:4 contest 'd' is not that of the complaint's first line / a complaint "
     "about two contests is two complaints\n"                                                                                                     },
    {"too few cells",                   HEAD "K,2005-03-01\n",
     "error complaints.csv:2:2 expected 16 cells, found 2\n"                                                                                      },
};

static void each_error_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        test_case t;
        read_file(&t, bad[i].text);
        ROW_STR(bad[i].name, case_show(&t), cv_str_of(bad[i].want));
        case_close(&t);
    }
}

static void lines_become_moves(void **state)
{
    (void)state;
    test_case t;
    read_file(&t,
              "complaint,recorded,event,kind,filer,standing,against,contest,scope,places,ground,"
              "relief,votes,sign,known,clock,body,cite,note,option,to,decision,file,hash,by,"
              "disclosed_to,withheld,shelf\n"
              "K1,2005-03-01T10:30,filed,complaint,A's agent,agent,commission,c,station,S1 S2 S1,"
              "seal,correct,7,-,2005-02-28,3 days from knowledge,Court,art. 1,a note,A,B,,,,,,,x\n"
              "K2,2005-03-01,filed,demand,,,,,nation,,,,,,,,,,,,,,,,,,,\n"
              "K1,2005-03-02,Evidence,photo,,,,c,,,,,,,,,,,,,,,note.txt," HASH64 ",agent,both,,\n"
              "K1,2005-03-03,evidence,statement,,,,,,,,,,,,,,,,,,,away.txt,,,,a minor,\n"
              "K1,2005-03-04,granted,,,,,,,,,,,,,,,,,,,D1,,,,,,\n"
              "K3,2005-03-01,filed,,,,,c,,old S3,,,,,,,,,,,,,,,,,,\n");
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    const cv_complaint_file *f = t.e.complaints;
    ROW_INT("complaints", f->n_complaints, 3);
    ROW_INT("a column of somebody's own", f->n_unread, 1);
    ROW_STR("its name", f->unread[0], CV_STR("shelf"));
    const cv_complaint *k = &f->complaint[0];
    ROW_INT("moves", k->n_moves, 4);
    ROW_INT("places, each once", k->n_places, 2);
    ROW_INT("votes", k->votes, 7);
    ROW_INT("sign", k->sign, -1);
    ROW_INT("option", k->option, 0);
    ROW_INT("to", k->to, 1);
    ROW_INT("relief", k->relief, CV_RELIEF_CORRECT);
    ROW_INT("the minute", k->move[0].recorded.minute, 10 * 60 + 30);
    ROW_TRUE("a term", k->move[0].clock.is_set && k->move[0].clock.anchor == CV_FROM_KNOWLEDGE);
    ROW_INT("line of the last", k->move[3].line, 6);
    ROW_STR("decision", k->move[3].decision, CV_STR("D1"));
    const cv_evidence *x = &k->move[1].evidence;
    ROW_TRUE("in the folder", x->is_found && x->has_stated);
    ROW_INT("bytes", x->bytes, 3);
    /* SHA-256 of "abc": FIPS 180-4, appendix */
    ROW_STR("hash", cv_sha256_hex(&x->found, &t.keep), CV_STR(HASH64));
    ROW_STR("as stated", cv_sha256_hex(&x->stated, &t.keep), CV_STR(HASH64));
    ROW_TRUE("not in the folder", !k->move[2].evidence.is_found);
    ROW_STR("withheld", k->move[2].evidence.withheld, CV_STR("a minor"));
    ROW_TRUE("a demand", f->complaint[1].says_demand);
    ROW_INT("no votes said", f->complaint[1].votes, CV_BLANK);
    ROW_INT("no contest", f->complaint[1].contest.i, -1);
    ROW_INT("a code with a blank", f->complaint[2].n_places, 1);
    case_close(&t);
}

static void without_the_file(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, JSON);
    case_file(&t, "r.csv", "s,a,b\nS1,1,2\n");
    case_read(&t);
    ROW_TRUE("nothing on file", t.status == CV_OK && !t.e.complaints);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_error_has_its_place),
        cmocka_unit_test(lines_become_moves),
        cmocka_unit_test(without_the_file),
    };
    return cmocka_run_group_tests_name("read/case/complaints", tests, NULL, NULL);
}

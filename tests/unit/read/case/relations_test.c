/* profile.form and profile.relations: what is put into the profile, and where it is wrong. */
#include "case.h"

#include "model/relation.h"

#define HEAD "{'canvass':1,'id':'t','title':'t','profile':{"
#define TAIL                                                                                       \
    "},'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{"   \
    "'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}"

static const case_row bad[] = {
    {.name = "an unknown form",
     .json = HEAD "'form':^'kg-2006'" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ no form 'kg-2006' is known (profile.form) / did you mean "
             "'kg-2005'?\n"                           },
    {.name = "a form like no other",
     .json = HEAD "'form':^'atlantis'" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ no form 'atlantis' is known (profile.form) / the forms are "
             "listed in docs/reference/forms.md\n"    },
    {.name = "a relation that cannot be read, at its byte",
     .json = HEAD "'relations':[{'code':'C201','that':'recv = ^reciev','severity':'error','why':"
                  "'w'}]" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ cannot read the relation at 'reciev' "
             "(profile.relations[0].that) / the lines are in docs/reference/fields.md; own ones "
             "begin with x_\n"                        },
    {.name = "a code of nothing",
     .json = HEAD "'relations':[{'code':^'C999','that':'recv = iss','severity':'error','why':"
                  "'w'}]" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ 'C999' is not the code of a rule "
             "(profile.relations[0].code) / a code of docs/reference/rules.md, or one of your own: "
             "X001 to X999\n"                         },
    {.name = "an own rule without a name",
     .json = HEAD "'relations':[{'code':^'X007','that':'recv = iss','severity':'error','why':"
                  "'w'}]" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ 'X007' lacks its name (profile.relations[0].code) / say under "
             "\"name\" what is wrong where it fails\n"},
    {.name = "a time that is none",
     .json = HEAD "'opens':^'8 am'" TAIL,
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ '8 am' is not a time of day (profile.opens) / times are "
             "written 08:00\n"                        },
};

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static void read_profile(test_case *t, const char *profile)
{
    char json[2048];
    snprintf(json, sizeof json, "%s%s%s", HEAD, profile, TAIL);
    case_open(t);
    case_file(t, "r.csv", "s,a\nS1,1\n");
    case_json(t, json);
    case_read(t);
    if (t->status != CV_OK) fail_msg("%s: %s", profile, t->err.text);
}

static void a_form_gives_relations_and_reasons(void **state)
{
    (void)state;
    test_case t;
    read_profile(&t, "'form':'kg-2005'");
    const cv_profile *p = &t.e.profile;
    assert_non_null(p->form);
    assert_int_equal(p->took_part, CV_F_TOOK_PART);
    assert_int_equal(p->n_relations, 8);
    assert_int_equal(p->relation[0].code, 201);
    assert_int_equal(p->relation[0].mark, CV_FORM_MARK_UNVERIFIED);
    assert_true(cv_str_eq(p->relation[0].lines, CV_STR("2 = 3 + 4 + 5 + 7")));
    assert_int_equal(p->n_settings, 1);
    assert_int_equal(p->setting[0].code, 209);
    assert_int_equal(p->setting[0].severity, CV_SEVERITY_OFF);
    case_close(&t);
}

static void the_case_prevails(void **state)
{
    (void)state;
    test_case t;
    read_profile(&t, "'form':'kg-2005','took_part':'signed','rules':{'C209':{'severity':'error',"
                     "'why':'w'},'C201':{'severity':'warning','tolerance':3,'why':'w'}}");
    const cv_profile *p = &t.e.profile;
    assert_int_equal(p->took_part, CV_F_SIGNED);
    assert_int_equal(p->n_settings, 2);
    for (int32_t i = 0; i < 2; i++) assert_int_not_equal(p->setting[i].severity, CV_SEVERITY_OFF);
    assert_int_equal(p->relation[0].severity, CV_WARNING);
    assert_int_equal(p->relation[0].tolerance, 3);
    case_close(&t);
}

static void own_relations_follow_those_of_the_form(void **state)
{
    (void)state;
    test_case t;
    read_profile(&t, "'form':'bo','opens':'08:00','closes':'17:30','relations':["
                     "{'code':'X020','name':'twenty','that':'opt[A] < 5','severity':'warning',"
                     "'why':'w','when':'reg > 10','effect':'excess','mark':'read'},"
                     "{'code':'X003','name':'three','that':'reg > 0','severity':'note','why':'w'},"
                     "{'code':'X003','that':'reg > 1','severity':'note','why':'w'},"
                     "{'code':'C214','that':'foreign = 0','severity':'off','why':'w'}]");
    const cv_profile *p = &t.e.profile;
    assert_int_equal(p->n_relations, p->form->n_relations + 3);
    const cv_form_relation *own = &p->relation[p->form->n_relations];
    assert_int_equal(own->code, CV_OWN_CODES + 20);
    assert_int_equal(own->effect, CV_MEANT_EXCESS);
    assert_int_equal(own->mark, CV_FORM_MARK_READ);
    assert_int_equal(own->when.n, 3);
    assert_int_equal(p->n_own, 2);
    assert_int_equal(p->own[0].code, CV_OWN_CODES + 3); /* ascending */
    assert_true(cv_str_eq(p->own[1].title, CV_STR("twenty")));
    assert_int_equal(p->opens, 480);
    assert_int_equal(p->closes, 1050);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(a_form_gives_relations_and_reasons),
        cmocka_unit_test(the_case_prevails),
        cmocka_unit_test(own_relations_follow_those_of_the_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

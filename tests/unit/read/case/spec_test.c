/* What is refused in election.json, and where: the files of good ones are tests/unit/read/corpus.
 */
#include "../../row.h"

#include "model/field.h"
#include "read/case/spec.h"

/* A good file, with ' for ", in whose place of %s the rows put something. */
#define GOOD                                                                                       \
    "{'canvass': 1, 'id': 'x', 'title': 'X', %s\n"                                                 \
    "'rule_sets': {'r': {'engine': 'plurality'}}, 'contests': [], 'results': []}"

typedef struct {
    const char *name, *part;
    int64_t line, column;
    const char *error, *hint; /* NULL: there is none */
} bad_row;

static const bad_row bad[] = {
    {"an unknown key",                        "\n'titel': 'Y',",                                              2, 1,  "unknown key 'titel' (titel)",
     "did you mean 'title'?"                                                                                                                                                                            },
    {"an unknown key far from all",           "'colour': 'red',",                                             1, 41, "unknown key 'colour' (colour)",
     "known here: canvass, id, title, date, place, simulated, about, law, data, profile, fields, "
     "blocs, "
     "rule_sets, "
     "contests, copies, results, stations, declared, decisions, complaints, incidents, "
     "bloc_statements, map"                                                                                                                                                                             },
    {"an unknown key, deep",                  "'copies': [{'id': 'a', 'kind': 'original'},\n {'idd': 'b'}],", 2, 3,
     "unknown key 'idd' (copies[1].idd)",                                                                                                                       "did you mean 'id'?"                    },
    {"a number for a text",                   "'place': 7,",                                                  1, 50, "expected a text, found a number (place)", NULL                                    },
    {"null for a text",                       "'place': null,",                                               1, 50, "expected a text, found null (place)",     NULL                                    },
    {"an empty text",                         "'place': '',",                                                 1, 50, "the text is empty (place)",               NULL                                    },
    {"a text for an object",                  "'profile': 'strict',",                                         1, 52,
     "expected an object, found a text (profile)",                                                                                                              NULL                                    },
    {"an object for an array",                "'copies': {'id': 'a'},",                                       1, 51,
     "expected an array of objects, found an object (copies)",                                                                                                  NULL                                    },
    {"a text for an object in an array",      "'copies': ['a'],",                                             1, 52,
     "expected an object, found a text (copies[0])",                                                                                                            NULL                                    },
    {"an array for an object with free keys", "'fields': [],",                                                1, 51,
     "expected an object, found an array (fields)",                                                                                                             NULL                                    },
    {"a number among texts",                  "'about': ['a', 5],",                                           1, 56,
     "expected a text, found a number (about[1])",                                                                                                              NULL                                    },
    {"a number for texts",                    "'about': 5,",                                                  1, 50,
     "expected a text or an array of texts, found a number (about)",                                                                                            NULL                                    },
    {"decimals",                              "'profile': {'station_max': 760.0},",                           1, 68,
     "expected a whole number, found a number with decimals (profile.station_max)",                                                                             NULL                                    },
    {"a number in quotes",                    "'profile': {'station_max': '760'},",                           1, 68,
     "expected a whole number, found a text (profile.station_max)",                                                                                             NULL                                    },
    {"a number below its range",              "'profile': {'station_max': 0},",                               1, 68,
     "'0' is not from 1 to 999999999 (profile.station_max)",                                                                                                    NULL                                    },
    {"a word for yes",                        "'profile': {'special_inside': 'yes'},",                        1, 71,
     "expected true or false, found a text (profile.special_inside)",                                                                                           NULL                                    },
    {"a wrong word",                          "'profile': {'zero_form': 'anulled'},",                         1, 66,
     "unknown word 'anulled' (profile.zero_form)",                                                                                                              "did you mean 'annulled'?"              },
    {"a wrong word far from all",             "'profile': {'zero_form': 'nothing'},",                         1, 66,
     "unknown word 'nothing' (profile.zero_form)",                                                                                                              "one of 'counts', 'missing', 'annulled'"},
    {"a missing key",                         "\n'copies': [{'id': 'a'}],",                                   2, 12, "the key 'kind' is missing (copies[0])",
     "kind: whose it is"                                                                                                                                                                                },
    {"a value of a free key",                 "'profile': {'rules': {'C307': 'off'}},",                       1, 71,
     "expected an object, found a text (profile.rules.C307)",                                                                                                   NULL                                    },
};

static cv_str with_quotes(cv_arena *work, const char *text)
{
    cv_str s = cv_str_of(text);
    char *out = cv_new(work, char, s.n + 1);
    for (int64_t i = 0; i < s.n; i++) out[i] = s.s[i] == '\'' ? '"' : s.s[i];
    return (cv_str){out, s.n};
}

static cv_status decode(cv_spec *spec, const char *text, cv_arena *work, cv_error *err)
{
    return cv_spec_decode(spec, CV_STR("e.json"), with_quotes(work, text), work, err);
}

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_arena work = cv_arena_open();
        cv_spec spec;
        cv_error err = {0};
        cv_str text = cv_str_format(&work, GOOD, bad[i].part);
        ROW_INT(bad[i].name, decode(&spec, text.s, &work, &err), CV_E_INPUT);
        ROW_STR(bad[i].name, cv_str_of(err.text), cv_str_of(bad[i].error));
        ROW_STR(bad[i].name, cv_str_of(err.hint), cv_str_of(bad[i].hint ? bad[i].hint : ""));
        ROW_INT(bad[i].name, err.line, bad[i].line);
        ROW_INT(bad[i].name, err.column, bad[i].column);
        cv_arena_close(&work);
    }
}

typedef struct {
    const char *name, *text, *error;
} whole_row;

static const whole_row wholes[] = {
    {"an array",        "[]",                                                                      "expected an object, found an array"                   },
    {"no version",      "{'id': 'x'}",                                                             "the key 'canvass' is missing"                         },
    {"a later version", "{'canvass': 2}",                                                          "'2' is not from 1 to 1 (canvass)"                     },
    {"half a fraction",
     "{'canvass': 1, 'id': 'x', 'title': 'X', 'contests': [], 'results': [], 'rule_sets': {'r': "
     "{'engine': 'plurality', 'min_share': {'share': '0.3', 'relation': '>', 'base': 'valid'}}}}", "'0.3' is not a fraction (rule_sets.r.min_share.share)"},
    {"a wrong series",
     "{'canvass': 1, 'id': 'x', 'title': 'X', 'contests': [], 'results': [], 'rule_sets': {'r': "
     "{'engine': 'highest-averages', 'divisors': 'd-hondt'}}}",                                    "unknown word 'd-hondt' (rule_sets.r.divisors)"        },
};

static void refuses_as_a_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(wholes); i++) {
        cv_arena work = cv_arena_open();
        cv_spec spec;
        cv_error err = {0};
        ROW_INT(wholes[i].name, decode(&spec, wholes[i].text, &work, &err), CV_E_INPUT);
        ROW_STR(wholes[i].name, cv_str_of(err.text), cv_str_of(wholes[i].error));
        cv_arena_close(&work);
    }
}

/* Texts come with the byte where their value begins; what is not said is zero. */
static void keeps_what_is_said(void **state)
{
    (void)state;
    cv_arena work = cv_arena_open();
    cv_spec spec;
    const char *text =
        "{'canvass': 1, 'id': 'x', 'title': 'X', 'contests': [{'id': 'c', 'rule': 'r', 'seats': 3,"
        " 'chamber': false}], 'rule_sets': {'r': {'engine': 'two-round', 'win': [{'share': '2/4',"
        " 'relation': '>=', 'base': 'valid+blank'}]}}, 'results': [{'file': 'a.csv', 'header': [2,"
        " 3], 'station': ['a', 'b'], 'ignore': 'rest', 'forms': [{'contest': 'c', 'fields':"
        " {'reg': ['m', 'f']}, 'option_blank': 'absent'}]}]}";
    assert_int_equal(decode(&spec, text, &work, NULL), CV_OK);
    assert_int_equal(spec.id.at, 21);
    assert_null(spec.place.s.s);
    assert_null(spec.profile);
    const cv_spec_contest *c = &spec.contests.v[0];
    assert_int_equal(spec.contests.n, 1);
    assert_int_equal(c->seats.n, 3);
    assert_int_equal(c->chamber, CV_SAID_NO);
    assert_false(c->round.said);
    const cv_spec_win *win = &spec.rule_sets.v[0].win.v[0];
    assert_true(cv_str_eq(spec.rule_sets.v[0].e.key.s, CV_STR("r")));
    assert_int_equal(win->share.f.p, 1);
    assert_int_equal(win->share.f.q, 2);
    assert_int_equal(win->relation.value, CV_AT_LEAST);
    assert_int_equal(win->base.value, CV_BASE_VALID_BLANK);
    const cv_spec_table *t = &spec.results.v[0];
    assert_int_equal(t->files.n, 1);
    assert_false(t->files.is_array);
    assert_int_equal(t->header.n, 2);
    assert_int_equal(t->header.v[1], 3);
    assert_int_equal(t->station.n, 2);
    assert_true(t->station.is_array);
    assert_int_equal(t->forms.v[0].fields.v[0].texts.n, 2);
    assert_int_equal(t->forms.v[0].option_blank.value, CV_CELL_ABSENT);
    cv_arena_close(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(refuses_as_a_whole),
        cmocka_unit_test(keeps_what_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../seat.h"

#include "verdict/verdict.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* One station; what is declared, asked and known. */
typedef struct {
    const char *name;
    cv_cell votes[3];
    int32_t declared; /* option; -1: nothing; 9: void */
    cv_count off;     /* ballots too many */
    cv_count missing; /* cap of a second station; 0: none; -1: no cap known */
    cv_completeness completeness;
    int32_t n_refused;
    bool all_recounts;
    cv_pair pair;
    cv_word word;
    cv_reason_code first;
} word_row;

#define LISTED CV_COMPLETE_LISTED

static const word_row ROWS[] = {
    {"nothing open",           {50, 40, 9}, 0,  0,  0, LISTED,              0, false, 0, CV_HOLDS,        CV_REASON_NO_QUESTION},
    {"one short of the lead",
     {50, 40, 9},
     0,                                         9,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_HOLDS,
     CV_REASON_CANNOT_REACH                                                                                                    },
    {"a tie within reach",
     {50, 40, 9},
     0,                                         10,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_OPEN,
     CV_REASON_CAN_REACH                                                                                                       },
    {"not declared",           {50, 40, 9}, -1, 10, 0, LISTED,              0, false, 0, CV_OPEN,         CV_REASON_CAN_REACH  },
    {"missing cannot",
     {50, 40, 9},
     0,                                         0,
     9,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_HOLDS,
     CV_REASON_MISSING_CANNOT                                                                                                  },
    {"missing can",
     {50, 40, 9},
     0,                                         0,
     10,                                               LISTED,
     0,                                                                        false,
     0,                                                                                  CV_UNDETERMINED,
     CV_REASON_MISSING_CAN                                                                                                     },
    {"missing, no cap",
     {50, 40, 9},
     0,                                         0,
     -1,
     LISTED,                                                                0,
     false,                                                                           0,
     CV_UNDETERMINED,                                                                                     CV_REASON_MISSING_CAN},
    {"missing and a question",
     {50, 40, 9},
     0,                                         5,
     5,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_OPEN,
     CV_REASON_CAN_REACH                                                                                                       },
    {"another is first",
     {50, 40, 9},
     1,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_CONTRADICTED,
     CV_REASON_DECLARED_WINNER                                                                                                 },
    {"another, and questions",
     {50, 40, 9},
     1,                                         10,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_CONTRADICTED,
     CV_REASON_DECLARED_WINNER                                                                                                 },
    {"another, or missing",
     {50, 40, 9},
     1,                                         0,
     11,                                               LISTED,
     0,                                                                        false,
     0,                                                                                  CV_UNDETERMINED,
     CV_REASON_MISSING_CAN                                                                                                     },
    {"out of missing reach",
     {50, 40, 9},
     2,                                         0,
     11,                                               LISTED,
     0,                                                                        false,
     0,                                                                                  CV_CONTRADICTED,
     CV_REASON_DECLARED_WINNER                                                                                                 },
    {"declared void",
     {50, 40, 9},
     9,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_CONTRADICTED,
     CV_REASON_DECLARED_KIND                                                                                                   },
    {"a tie",                  {40, 40, 9}, 0,  0,  0, LISTED,              0, false, 0, CV_UNDETERMINED, CV_REASON_TIE        },
    {"a tie without the one",
     {40, 40, 9},
     2,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     0,                                                                                  CV_CONTRADICTED,
     CV_REASON_DECLARED_KIND                                                                                                   },
    {"nobody has votes",
     {0, 0, 0},
     -1,
     0,                                             0,
     LISTED,                                                                0,
     false,                                                                           0,
     CV_UNDETERMINED,                                                                                     CV_REASON_NO_VOTES   },
    {"rows without a place",
     {50, 40, 9},
     0,                                         0,
     0,                                                LISTED,
     2,                                                                        false,
     0,                                                                                  CV_UNDETERMINED,
     CV_REASON_REFUSED_ROWS                                                                                                    },
    {"a partial source",
     {50, 40, 9},
     0,                                         0,
     0,                                                CV_COMPLETE_NOT,
     0,                                                                        false,
     0,                                                                                  CV_UNDETERMINED,
     CV_REASON_PARTIAL_SOURCE                                                                                                  },
    {"no list of stations",
     {50, 40, 9},
     0,                                         0,
     0,                                                CV_COMPLETE_UNKNOWN,
     0,                                                                        false,
     0,                                                                                  CV_HOLDS,
     CV_REASON_NO_QUESTION                                                                                                     },
    {"all counted again",
     {50, 40, 9},
     0,                                         0,
     0,                                                LISTED,
     0,                                                                        true,
     0,                                                                                  CV_CONFIRMED,
     CV_REASON_NO_QUESTION                                                                                                     },
    {"counted again, open",
     {50, 40, 9},
     0,                                         10,
     0,                                                LISTED,
     0,                                                                        true,
     0,                                                                                  CV_OPEN,
     CV_REASON_CAN_REACH                                                                                                       },
    {"the wrong pair",
     {50, 40, 9},
     0,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     CV_PAIR_WRONG,                                                                      CV_CONTRADICTED,
     CV_REASON_RUNOFF_PAIR                                                                                                     },
    {"no run-off due",
     {50, 40, 9},
     0,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     CV_PAIR_NOT_DUE,                                                                    CV_CONTRADICTED,
     CV_REASON_RUNOFF_NOT_DUE                                                                                                  },
    {"a pair by lot",
     {50, 40, 9},
     0,                                         0,
     0,                                                LISTED,
     0,                                                                        false,
     CV_PAIR_BY_LOT,                                                                     CV_OPEN,
     CV_REASON_RUNOFF_OPEN                                                                                                     },
};

static void open_row(seat *t, const word_row *r)
{
    seat_open(t, 3, 1, &plurality);
    cv_build_contest_at(t->b, t->contest)->completeness = r->completeness;
    seat_form(t, "s0", r->votes, NULL);
    if (r->missing) seat_await(t, "s1", CV_CELL_UNREPORTED);
    if (r->declared == 9)
        cv_build_declared_outcome(t->b, t->contest, false, true);
    else if (r->declared >= 0)
        cv_build_declare(t->b, t->contest, r->declared, CV_BLANK, 1);
    seat_freeze(t);
    seat_count(t, NULL);
    if (r->off) seat_ask(t, 0, CV_CHANGE_OFF, r->off);
    if (r->missing) seat_ask(t, 1, CV_CHANGE_CAP, r->missing < 0 ? CV_BLANK : r->missing);
}

static cv_verdict judge(seat *t, const word_row *r, cv_sensitivity *s)
{
    cv_verdict v;
    *s = seat_sensitivity(t);
    cv_verdict_input in = {.election = &t->e,
                           .contest = t->contest,
                           .sums = &t->sums,
                           .tally = &t->tally,
                           .sensitivity = s,
                           .n_refused = r->n_refused,
                           .all_recounts = r->all_recounts,
                           .pair = r->pair};
    cv_verdict_give(&v, &in, &t->keep);
    return v;
}

static bool says(const cv_verdict *v, cv_reason_code code)
{
    for (int32_t i = 0; i < v->n_reasons; i++)
        if (v->reason[i].code == code) return true;
    return false;
}

/* 50, 40 and 9 votes seat nobody until someone says by which rule: that is told, and not as a gap
 * of a rule set that was written. */
static void a_rule_that_is_not_named_is_told(void **state)
{
    (void)state;
    static const cv_rule_set unknown = {.engine = CV_ENGINE_UNKNOWN};
    seat t;
    cv_verdict v;
    seat_open(&t, 3, 1, &unknown);
    seat_form(&t, "s0", (int32_t[]){50, 40, 9}, NULL);
    seat_freeze(&t);
    seat_count(&t, NULL);
    cv_sensitivity s;
    word_row row = {.all_recounts = false};
    v = judge(&t, &row, &s);
    ROW_INT("word", v.word, CV_UNDETERMINED);
    ROW_INT("first", v.reason[0].code, CV_REASON_RULE_NOT_NAMED);
    ROW_TRUE("not as a gap of a rule set", !says(&v, CV_REASON_INCOMPLETE_RULE));
    seat_close(&t);
}

/* No form and none expected is not the same as forms full of zeros. */
static void a_seat_without_forms_says_so(void **state)
{
    (void)state;
    seat t;
    cv_sensitivity s;
    word_row row = {.all_recounts = false};
    seat_open(&t, 3, 1, &plurality);
    seat_freeze(&t);
    seat_count(&t, NULL);
    cv_verdict v = judge(&t, &row, &s);
    ROW_INT("word", v.word, CV_UNDETERMINED);
    ROW_INT("first", v.reason[0].code, CV_REASON_NO_FORMS);
    ROW_TRUE("nobody has counted zero votes", !says(&v, CV_REASON_NO_VOTES));
    seat_close(&t);
    /* It goes before what the rule lacks, which is told as well. */
    static const cv_rule_set unknown = {.engine = CV_ENGINE_UNKNOWN};
    seat_open(&t, 3, 1, &unknown);
    seat_freeze(&t);
    seat_count(&t, NULL);
    v = judge(&t, &row, &s);
    ROW_INT("first, without a rule", v.reason[0].code, CV_REASON_NO_FORMS);
    ROW_TRUE("and the rule", says(&v, CV_REASON_RULE_NOT_NAMED));
    seat_close(&t);
}

static void each_condition_has_its_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        seat t;
        cv_sensitivity s;
        open_row(&t, &ROWS[i]);
        cv_verdict v = judge(&t, &ROWS[i], &s);
        ROW_INT(ROWS[i].name, v.word, ROWS[i].word);
        ROW_TRUE(ROWS[i].name, v.n_reasons > 0);
        ROW_INT(ROWS[i].name, v.reason[0].code, ROWS[i].first);
        ROW_INT(ROWS[i].name, v.declared, ROWS[i].declared >= 0);
        ROW_INT(ROWS[i].name, says(&v, CV_REASON_NOT_DECLARED), ROWS[i].declared < 0);
        ROW_INT(ROWS[i].name, says(&v, CV_REASON_NO_STATION_LIST),
                ROWS[i].completeness == CV_COMPLETE_UNKNOWN);
        ROW_INT(ROWS[i].name, says(&v, CV_REASON_NO_BALLOTS_SEEN), !ROWS[i].all_recounts);
        seat_close(&t);
    }
}

/* Etobicoke Centre 2011: declared by 26; a total that differs is beside the word. */
static void a_declared_total_is_beside_the_word(void **state)
{
    (void)state;
    seat t;
    cv_sensitivity s;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){21644, 21618}, NULL);
    cv_build_declare(t.b, t.contest, 0, 21660, 1);
    cv_build_declare(t.b, t.contest, 1, 21618, 0);
    seat_freeze(&t);
    seat_count(&t, NULL);
    cv_verdict v = judge(&t, &(word_row){.name = "totals"}, &s);
    assert_int_equal(v.word, CV_HOLDS);
    assert_true(says(&v, CV_REASON_DECLARED_TOTAL));
    for (int32_t i = 0; i < v.n_reasons; i++) {
        if (v.reason[i].code != CV_REASON_DECLARED_TOTAL) continue;
        assert_int_equal(v.reason[i].a, 21660);
        assert_int_equal(v.reason[i].b, 21644);
        assert_int_equal(v.reason[i].option, 0);
    }
    seat_close(&t);
}

/* A leads B by 10. A complaint that k votes are on the wrong pile: 4 take the lead to 2, 5 to a
 * tie. */
static void complaints_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_count k;
        cv_word word;
        cv_reason_code first, told;
    } rows[] = {
        {"4 votes", 4, CV_HOLDS, CV_REASON_ASKED_CANNOT, CV_REASON_COMPLAINTS       },
        {"5 votes", 5, CV_OPEN,  CV_REASON_ASKED_CAN,    CV_REASON_COMPLAINTS_MATTER},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        seat t;
        cv_error err = {0};
        cv_sensitivity s;
        cv_station_ix place = {0};
        open_row(&t, &ROWS[0]);
        cv_asked asked = {.id = CV_STR("K1"),
                          .contest = t.contest,
                          .ask = CV_ASK_MOVE,
                          .n_places = 1,
                          .place = &place,
                          .k = rows[i].k,
                          .option = -1,
                          .to = -1};
        cv_sensitivity_input in = seat_input(&t, NULL);
        in.n_asked = 1, in.asked = &asked;
        if (cv_sensitivity_run(&s, &in, &t.keep, t.scratch, &err) != CV_OK)
            fail_msg("sensitivity: %s", err.text);
        cv_verdict v;
        cv_verdict_input given = {.election = &t.e,
                                  .contest = t.contest,
                                  .sums = &t.sums,
                                  .tally = &t.tally,
                                  .sensitivity = &s,
                                  .n_complaints = 1,
                                  .n_that_matter = s.search.question[0].smallest > 0};
        cv_verdict_give(&v, &given, &t.keep);
        ROW_INT(rows[i].name, v.word, rows[i].word);
        ROW_TRUE(rows[i].name, says(&v, rows[i].first));
        ROW_TRUE(rows[i].name, says(&v, rows[i].told));
        seat_close(&t);
    }
}

/* A body may leave the seat empty: nobody can say yet who sits. A rule that was not read is said
 * beside the word. */
static void what_the_law_leaves_open_is_open(void **state)
{
    (void)state;
    seat t;
    open_row(&t, &ROWS[0]);
    cv_sensitivity s = seat_sensitivity(&t);
    cv_verdict v;
    cv_verdict_input in = {.election = &t.e,
                           .contest = t.contest,
                           .sums = &t.sums,
                           .tally = &t.tally,
                           .sensitivity = &s,
                           .n_law_not_read = 2};
    cv_verdict_give(&v, &in, &t.keep);
    assert_int_equal(v.word, CV_HOLDS);
    assert_true(says(&v, CV_REASON_LAW_NOT_READ));
    assert_false(says(&v, CV_REASON_MAY_VOID));
    t.tally.may_void = CV_WHY_STATIONS;
    in.n_law_not_read = 0;
    cv_verdict_give(&v, &in, &t.keep);
    assert_int_equal(v.word, CV_OPEN);
    assert_int_equal(v.reason[0].code, CV_REASON_MAY_VOID);
    assert_false(says(&v, CV_REASON_LAW_NOT_READ));
    seat_close(&t);
}

/* A third of the valid votes, or of those who took part: the readings disagree. */
static void a_base_that_nobody_names_is_undetermined(void **state)
{
    (void)state;
    seat t;
    open_row(&t, &ROWS[0]);
    cv_sensitivity s = {.reach = CV_REACH_UNKNOWN, .assertion = -1};
    cv_tally unclear = {.kind = CV_INCOMPLETE, .why = CV_WHY_BASE_UNCLEAR, .n_options = 3};
    cv_verdict v;
    cv_verdict_input in = {.election = &t.e,
                           .contest = t.contest,
                           .sums = &t.sums,
                           .tally = &unclear,
                           .sensitivity = &s};
    cv_verdict_give(&v, &in, &t.keep);
    assert_int_equal(v.word, CV_UNDETERMINED);
    assert_int_equal(v.reason[0].code, CV_REASON_BASE_UNCLEAR);
    seat_close(&t);
}

static void a_run_off_is_no_better_than_its_first_round(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_word first, word;
    } rows[] = {
        {"first holds",        CV_HOLDS,        CV_HOLDS       },
        {"first confirmed",    CV_CONFIRMED,    CV_HOLDS       },
        {"first open",         CV_OPEN,         CV_OPEN        },
        {"first undetermined", CV_UNDETERMINED, CV_UNDETERMINED},
        {"first contradicted", CV_CONTRADICTED, CV_OPEN        },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        seat t;
        open_row(&t, &ROWS[0]);
        cv_sensitivity s = seat_sensitivity(&t);
        cv_verdict v, first = {.word = rows[i].first};
        cv_verdict_input in = {.election = &t.e,
                               .contest = t.contest,
                               .sums = &t.sums,
                               .tally = &t.tally,
                               .sensitivity = &s,
                               .pair = CV_PAIR_FITS,
                               .first = &first};
        cv_verdict_give(&v, &in, &t.keep);
        ROW_INT(rows[i].name, v.word, rows[i].word);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_that_is_not_named_is_told),
        cmocka_unit_test(a_seat_without_forms_says_so),
        cmocka_unit_test(each_condition_has_its_word),
        cmocka_unit_test(a_declared_total_is_beside_the_word),
        cmocka_unit_test(complaints_are_told),
        cmocka_unit_test(what_the_law_leaves_open_is_open),
        cmocka_unit_test(a_base_that_nobody_names_is_undetermined),
        cmocka_unit_test(a_run_off_is_no_better_than_its_first_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Two forms of one station in one contest. */
#include "papers.h"

typedef struct {
    const char *name, *first, *second;
    int16_t code; /* 0: no finding */
    cv_severity severity;
    cv_count votes;
    cv_change_kind change;
    int32_t option;
    cv_field field;
} pair_row;

/* What is said of the pair, beside the station whose form only the observers hold (C801). */
static const cv_finding *only_finding(const papers *t)
{
    const cv_finding *found = NULL;
    for (int64_t i = 0; i < t->r.n_findings; i++) {
        if (t->r.finding[i].code == 801) continue;
        assert_null(found);
        found = &t->r.finding[i];
    }
    return found;
}

static int16_t only_code(const papers *t)
{
    const cv_finding *f = only_finding(t);
    return f ? f->code : 0;
}

static void expect(const papers *t, const pair_row *row)
{
    ROW_INT(row->name, only_code(t), row->code);
    if (row->code == 0) return;
    const cv_finding *f = only_finding(t);
    ROW_INT(row->name, f->severity, row->severity);
    ROW_INT(row->name, f->contradicted, row->votes);
    ROW_INT(row->name, f->change, row->change);
    ROW_INT(row->name, f->option, row->option);
    ROW_INT(row->name, f->field, row->field);
    ROW_TRUE(row->name, f->other >= 0 && f->other != f->row);
}

static const pair_row copy_rows[] = {
    {"alike",                           "invalid=2 | 190 140",  "invalid=2 | 190 140",  0,   0,        0,   0,               -1, CV_F_NONE   },
 /* A 190 to 180, B 140 to 150: ten ballots */
    {"ten moved",                       "invalid=2 | 190 140",  "invalid=2 | 180 150",  807, CV_ERROR, 10,  CV_CHANGE_EXACT,
     -1,                                                                                                                         CV_F_NONE   },
    {"three more, five fewer",          "invalid=2 | 190 140",  "invalid=2 | 193 135",  807, CV_ERROR, 5,
     CV_CHANGE_EXACT,                                                                                                        -1, CV_F_NONE   },
    {"one option",                      "invalid=2 | 190 140",  "invalid=2 | 190 141",  807, CV_ERROR, 1,   CV_CHANGE_EXACT,
     1,                                                                                                                          CV_F_NONE   },
    {"from invalid to an option",       "invalid=2 | 190 140",  "invalid=1 | 190 141",  807, CV_ERROR, 1,
     CV_CHANGE_EXACT,                                                                                                        -1, CV_F_NONE   },
    {"another line only",               "invalid=2 | 190 140",  "invalid=4 | 190 140",  813, CV_NOTE,  2,
     CV_CHANGE_NONE,                                                                                                         -1, CV_F_INVALID},
    {"a line that is no vote",          "signed=999 | 190 140", "signed=990 | 190 140", 813, CV_NOTE,  0,
     CV_CHANGE_NONE,                                                                                                         -1, CV_F_SIGNED },
    {"the other copy has no such line", "invalid=2 | 190 140",  " | 190 140",           0,   0,        0,   0,               -1,
     CV_F_NONE                                                                                                                               },
    {"zeros for a result",              "invalid=2 | 190 140",  "invalid=2 | 0 0",      812, CV_NOTE,  330,
     CV_CHANGE_EXACT,                                                                                                        -1, CV_F_NONE   },
    {"zeros in both",                   "invalid=9 | 0 0",      "invalid=9 | 0 0",      0,   0,        0,   0,               -1, CV_F_NONE   },
    {"a blank for a number",            "invalid=2 | 190 140",  "invalid=2 | 190 .",    807, CV_ERROR, 0,
     CV_CHANGE_EXACT,                                                                                                        1,  CV_F_NONE   },
};

/* Findings that are not about the pair are out of the way. */
static void only_pairs(papers *t)
{
    papers_set(t, 902, CV_SEVERITY_OFF, CV_BLANK);
    papers_set(t, 904, CV_SEVERITY_OFF, CV_BLANK);
    papers_set(t, 307, CV_SEVERITY_OFF, CV_BLANK);
}

static void copies_are_compared(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(copy_rows); i++) {
        papers t;
        papers_open(&t, 2, 1);
        only_pairs(&t);
        papers_form(&t, "s1", copy_rows[i].first);
        t.copy = papers_copy(&t, "observers", CV_COPY_OBSERVER, false);
        papers_form(&t, "s1", copy_rows[i].second);
        papers_form(&t, "s2", copy_rows[i].second); /* nothing to compare it with */
        papers_check(&t);
        expect(&t, &copy_rows[i]);
        ROW_INT(copy_rows[i].name, papers_count(&t, 807).n_checked, 1);
        papers_close(&t);
    }
}

typedef struct {
    const char *name, *holder;
    cv_copy_kind kind;
    const char *votes;
    int16_t code;
} version_row;

/* The counted form is the commission's original. */
static const version_row version_rows[] = {
    {"earlier publication",                 "portal",     CV_COPY_EARLIER,  "| 180 150", 605},
    {"another version of the commission's", "commission", CV_COPY_ORIGINAL, "| 180 150", 605},
    {"the commission's posted copy",        "commission", CV_COPY_POSTED,   "| 180 150", 807},
    {"a party's copy",                      "party",      CV_COPY_AGENT,    "| 180 150", 807},
    {"an earlier zero is a version",        "portal",     CV_COPY_EARLIER,  "| 0 0",     605},
    {"a party's zero is a placeholder",     "party",      CV_COPY_AGENT,    "| 0 0",     812},
};

static void versions_are_not_copies(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(version_rows); i++) {
        const version_row *row = &version_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_copy first = {.id = CV_STR("one"),
                         .holder = CV_STR("commission"),
                         .kind = CV_COPY_ORIGINAL,
                         .version = 2,
                         .counts = true};
        cv_copy second = {
            .id = CV_STR("two"), .holder = cv_str_of(row->holder), .kind = row->kind, .version = 1};
        t.copy = cv_build_copy(t.b, &first);
        papers_form(&t, "s1", "| 190 140");
        t.copy = cv_build_copy(t.b, &second);
        papers_form(&t, "s1", row->votes);
        papers_check(&t);
        ROW_INT(row->name, only_code(&t), row->code);
        papers_close(&t);
    }
}

static const pair_row duplicate_rows[] = {
    {"identical",           "reg=397 | 190 140", "reg=397 | 190 140", 803, CV_NOTE,  0,  CV_CHANGE_NONE, -1,
     CV_F_NONE                                                                                                        },
    {"different votes",     "reg=397 | 190 140", "reg=397 | 180 150", 803, CV_ERROR, 10,
     CV_CHANGE_EXACT,                                                                                    -1, CV_F_NONE},
    {"different registers", "reg=397 | 190 140", "reg=384 | 190 140", 803, CV_ERROR, 0,
     CV_CHANGE_NONE,                                                                                     -1, CV_F_REG },
};

static void one_key_twice(void **state)
{
    (void)state;
    for (int rule = CV_DUPLICATES_ALL; rule <= CV_DUPLICATES_LAST; rule++) {
        for (size_t i = 0; i < N_ROWS(duplicate_rows); i++) {
            papers t;
            papers_open(&t, 2, 1);
            cv_build_head(t.b)->profile.duplicates = (cv_duplicates)rule;
            papers_form(&t, "s1", duplicate_rows[i].first);
            papers_form(&t, "s2", "reg=9 | 5 3");
            papers_form(&t, "s1", duplicate_rows[i].second);
            papers_check(&t);
            expect(&t, &duplicate_rows[i]);
            ROW_INT(duplicate_rows[i].name, t.e.forms[0].state[t.r.finding[0].row],
                    CV_FORM_COUNTED);
            papers_close(&t);
        }
    }
}

/* Of two stations whose votes changed between versions one has a decision. */
static void changes_ask_for_a_decision(void **state)
{
    (void)state;
    for (int32_t with = 0; with < 2; with++) {
        papers t;
        papers_open(&t, 2, 1);
        cv_copy_ix first = t.copy, earlier = papers_copy(&t, "first", CV_COPY_EARLIER, false);
        papers_form(&t, "s1", "reg=50 | 10 5");
        papers_form(&t, "s2", "reg=50 | 20 7");
        papers_form(&t, "s3", "reg=50 | 20 7");
        t.copy = earlier;
        papers_form(&t, "s1", "reg=50 | 11 4");
        papers_form(&t, "s2", "reg=50 | 21 6");
        papers_form(&t, "s3", "reg=49 | 20 7");
        t.copy = first;
        static cv_station_ix place[1];
        place[0] = papers_station(&t, "s1");
        cv_decision d = CV_DECISION_DEFAULT;
        d.id = CV_STR("d");
        d.effect = CV_EFFECT_CONFIRM;
        d.contest = t.contest;
        d.n_places = 1;
        d.place = place;
        if (with) cv_build_decision(t.b, &d);
        papers_check(&t);
        assert_int_equal(papers_count(&t, 506).n_checked, with ? 3 : 0);
        assert_int_equal(papers_count(&t, 506).n_raised, with);
        if (with) assert_non_null(papers_find(&t, 506, "s2"));
        assert_int_equal(papers_count(&t, 605).n_raised, 2);
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_are_compared),
        cmocka_unit_test(versions_are_not_copies),
        cmocka_unit_test(one_key_twice),
        cmocka_unit_test(changes_ask_for_a_decision),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Several contests at one station. */
#include "papers.h"

/* Puts forms of one station into two contests, in the order of their making. */
static void two_contests(papers *t, const char *first, const char *second, const char *electorate)
{
    cv_contest_ix list = papers_contest(t, "list", t->n_options);
    cv_contest_ix seat = t->contest;
    cv_build_contest_at(t->b, seat)->electorate = CV_STR("all");
    cv_build_contest_at(t->b, list)->electorate = cv_str_of(electorate);
    papers_form(t, "s1", first);
    t->contest = list;
    papers_form(t, "s1", second);
    t->contest = seat;
    papers_check(t);
}

typedef struct {
    const char *name, *first, *second;
    int16_t code;
    papers_says want;
} contest_row;

static const contest_row rows[] = {
    {"registers alike",                  "reg=90 | 40 30",    "reg=90 | 30 40",     701, HOLDS   },
    {"registers differ",                 "reg=90 | 40 30",    "reg=91 | 30 40",     701, FAILS   },
    {"register of one unknown",          "reg=90 | 40 30",    "reg=. | 30 40",      701, OPEN    },
    {"no register",                      "signed=70 | 40 30", "signed=70 | 30 40",  701, NOT_HERE},
    {"signatures alike",                 "signed=70 | 40 30", "signed=70 | 30 40",  702, HOLDS   },
    {"signatures differ",                "signed=70 | 40 30", "signed=71 | 30 40",  702, FAILS   },
    {"papers received differ",           "recv=70 | 40 30",   "recv=80 | 30 40",    702, FAILS   },
    {"boxes 10 apart",                   "box=70 | 40 30",    "box=80 | 30 50",     703, HOLDS   },
    {"boxes 11 apart",                   "box=70 | 40 30",    "box=81 | 30 51",     703, FAILS   },
    {"2 per cent of 1,000 apart",        "box=980 | 500 480", "box=1000 | 500 500", 703, HOLDS   },
    {"21 of 1,000 apart",                "box=979 | 500 479", "box=1000 | 500 500", 703, FAILS   },
    {"votes where no papers are stated", "| 40 30",           "| 30 51",            703, FAILS   },
    {"one votes, the other papers",      "box=80 | 40 30",    "| 30 51",            703, NOT_HERE},
    {"the same sheet",                   "signed=70 | 40 30", "signed=70 | 40 30",  704, FAILS   },
    {"the same votes, other signatures", "signed=70 | 40 30", "signed=71 | 40 30",  704, HOLDS   },
    {"the same votes, 49 of them",       "signed=49 | 40 9",  "signed=49 | 40 9",   704, HOLDS   },
    {"the same votes, all for one",      "signed=70 | 70 0",  "signed=70 | 70 0",   704, HOLDS   },
};

static papers_says verdict(const papers *t, int16_t code)
{
    papers_says says = papers_verdict(t, code);
    return says == HOLDS && papers_count(t, code).n_checked == 0 ? NOT_HERE : says;
}

static void contests_of_one_electorate_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        papers_open(&t, 2, 1);
        two_contests(&t, rows[i].first, rows[i].second, "all");
        ROW_INT(rows[i].name, verdict(&t, rows[i].code), rows[i].want);
        const cv_finding *f = papers_find(&t, rows[i].code, "s1");
        if (f) {
            ROW_INT(rows[i].name, f->contest.i, 0);
            ROW_INT(rows[i].name, f->other_contest.i, 1);
            ROW_INT(rows[i].name, f->row, 0);
            ROW_INT(rows[i].name, f->other, 0);
        }
        papers_close(&t);
    }
}

static void other_electorates_are_not_compared(void **state)
{
    (void)state;
    const char *words[] = {"some", ""};
    for (size_t i = 0; i < N_ROWS(words); i++) {
        papers t;
        papers_open(&t, 2, 1);
        two_contests(&t, "signed=70 | 40 30", "signed=70 | 40 30", words[i]);
        assert_int_equal(papers_count(&t, 704).n_checked, 0);
        assert_null(papers_find(&t, 704, NULL));
        papers_close(&t);
    }
}

static void another_difference_can_be_allowed(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_set(&t, 703, CV_WARNING, 100);
    two_contests(&t, "box=170 | 40 30", "box=70 | 30 40", "all");
    assert_int_equal(verdict(&t, 703), HOLDS);
    papers_close(&t);
    papers_open(&t, 2, 1);
    papers_set(&t, 703, CV_WARNING, 100);
    two_contests(&t, "box=171 | 40 30", "box=70 | 30 40", "all");
    assert_int_equal(verdict(&t, 703), FAILS);
    papers_close(&t);
}

/* Contest one goes 90 to 10, contest two 10 to 90; at s1 the sheets lie the other way round. */
static void sheets_that_were_exchanged(void **state)
{
    (void)state;
    const struct {
        const char *one, *two;
        bool raised;
    } at[] = {
        {"signed=100 | 90 10", "signed=100 | 10 90", false},
        {"signed=100 | 10 90", "signed=100 | 90 10", true },
        {"signed=100 | 10 90", "signed=100 | 10 90", false}, /* one of the two alone: no exchange */
        {"signed=49 | 5 44",   "signed=49 | 44 5",   false}, /* too few votes */
    };
    for (size_t i = 0; i < N_ROWS(at); i++) {
        papers t;
        papers_open(&t, 2, 1);
        cv_contest_ix one = t.contest, two = papers_contest(&t, "two", 2);
        cv_build_contest_at(t.b, one)->electorate = CV_STR("all");
        cv_build_contest_at(t.b, two)->electorate = CV_STR("all");
        for (int32_t k = 0; k < 10; k++) {
            char code[16];
            snprintf(code, sizeof code, "r%d", k);
            t.contest = one;
            papers_form(&t, code, "signed=100 | 90 10");
            t.contest = two;
            papers_form(&t, code, "signed=100 | 10 90");
        }
        t.contest = one;
        papers_form(&t, "s1", at[i].one);
        t.contest = two;
        papers_form(&t, "s1", at[i].two);
        papers_check(&t);
        ROW_INT(at[i].one, papers_count(&t, 705).n_raised, at[i].raised);
        if (at[i].raised) ROW_TRUE(at[i].one, papers_find(&t, 705, "s1") != NULL);
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contests_of_one_electorate_agree),
        cmocka_unit_test(other_electorates_are_not_compared),
        cmocka_unit_test(another_difference_can_be_allowed),
        cmocka_unit_test(sheets_that_were_exchanged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Three-valued evaluation of one relation on one form, and over many. */
#include "papers.h"

#include "check/eval.h"

enum { B = CV_CELL_BLANK, Q = CV_CELL_ILLEGIBLE, X = CV_CELL_ABSENT, U = CV_CELL_UNREPORTED };

typedef struct {
    const char *name;
    cv_rel rel;
    cv_cell left[2], right[2];
    cv_count tolerance;
    papers_says want;
} value_row;

static const value_row rows[] = {
    {"equal",                                         CV_REL_EQ, {3, 4},                     {7, 0}, 0, HOLDS   },
    {"left above",                                    CV_REL_EQ, {3, 5},                     {7, 0}, 0, FAILS   },
    {"right above",                                   CV_REL_EQ, {3, 4},                     {7, 1}, 0, FAILS   },
    {"at the tolerance",                              CV_REL_EQ, {3, 6},                     {7, 0}, 2, HOLDS   },
    {"past the tolerance",                            CV_REL_EQ, {3, 7},                     {7, 0}, 2, FAILS   },
    {"past it the other way",                         CV_REL_EQ, {3, 1},                     {7, 0}, 2, FAILS   },
    {"blank",                                         CV_REL_EQ, {B, 4},                     {7, 0}, 0, OPEN    },
    {"illegible",                                     CV_REL_EQ, {Q, 4},                     {7, 0}, 0, OPEN    },
    {"blank, and the rest too much",                  CV_REL_EQ, {B, 8},                     {7, 0}, 0, FAILS   },
    {"blank, and the rest too much within tolerance", CV_REL_EQ, {B, 8},                     {7, 0}, 1, OPEN    },
    {"blank, and the rest enough",                    CV_REL_EQ, {B, 7},                     {7, 0}, 0, OPEN    },
    {"blank on both sides",                           CV_REL_EQ, {B, 8},                     {B, 0}, 0, OPEN    },
    {"absent is 0",                                   CV_REL_EQ, {X, 7},                     {7, 0}, 0, HOLDS   },
    {"a side is absent",                              CV_REL_EQ, {X, X},                     {7, 0}, 0, NOT_HERE},
    {"absent and blank",                              CV_REL_EQ, {X, B},                     {7, 0}, 0, OPEN    },
    {"unreported",                                    CV_REL_EQ, {U, 8},                     {7, 0}, 0, NOT_HERE},
    {"unreported beside blank",                       CV_REL_EQ, {U, B},                     {7, 0}, 0, NOT_HERE},
    {"at most, equal",                                CV_REL_LE, {3, 4},                     {7, 0}, 0, HOLDS   },
    {"at most, one more",                             CV_REL_LE, {3, 5},                     {7, 0}, 0, FAILS   },
    {"at most, left blank",                           CV_REL_LE, {B, 4},                     {7, 0}, 0, OPEN    },
    {"at most, left blank and too much",              CV_REL_LE, {B, 8},                     {7, 0}, 0, FAILS   },
    {"at most, right blank",                          CV_REL_LE, {3, 5},                     {7, B}, 0, OPEN    },
    {"at most, right blank and enough",               CV_REL_LE, {3, 4},                     {7, B}, 0, HOLDS   },
    {"below, equal",                                  CV_REL_LT, {3, 4},                     {7, 0}, 0, FAILS   },
    {"below",                                         CV_REL_LT, {3, 3},                     {7, 0}, 0, HOLDS   },
    {"below, right blank and enough",                 CV_REL_LT, {3, 3},                     {7, B}, 0, HOLDS   },
    {"below, left blank and too much",                CV_REL_LT, {7, B},                     {7, 0}, 0, FAILS   },
    {"below, left blank",                             CV_REL_LT, {6, B},                     {7, 0}, 0, OPEN    },
    {"unlike",                                        CV_REL_NE, {3, 4},                     {8, 0}, 0, HOLDS   },
    {"alike",                                         CV_REL_NE, {3, 4},                     {7, 0}, 0, FAILS   },
    {"alike but for a blank",                         CV_REL_NE, {3, B},                     {7, 0}, 0, OPEN    },
    {"unlike whatever the blank",                     CV_REL_NE, {8, B},                     {7, 0}, 0, HOLDS   },
    {"the largest cells",
     CV_REL_EQ,                                                  {CV_CELL_MAX, CV_CELL_MAX},
     {CV_CELL_MAX, CV_CELL_MAX},
     0,                                                                                                 HOLDS   },
};

/* A contest of `n` forms and one rule of two lines on each side. */
typedef struct {
    cv_arena work;
    cv_election e;
    cv_contest contest;
    cv_forms forms;
    cv_plan p;
    cv_planned rule;
    cv_cell *cell[4];
} bench;

static void bench_open(bench *b, int32_t n, const value_row *row)
{
    *b = (bench){.work = cv_arena_open()};
    b->forms.n = n;
    for (int k = 0; k < 4; k++) {
        b->cell[k] = cv_new(&b->work, cv_cell, n);
        cv_cell c = k < 2 ? row->left[k] : row->right[k - 2];
        for (int32_t i = 0; i < n; i++) b->cell[k][i] = c;
    }
    int32_t n_words = (n + 63) / 64;
    b->rule = (cv_planned){
        .rel = row->rel,
        .tolerance = row->tolerance,
        .left = {.n = 2, .column = {b->cell[0], b->cell[1]}, .times = 1},
        .right = {.n = 2, .column = {b->cell[2], b->cell[3]}, .times = 1},
        .fails = cv_new(&b->work, uint64_t, n_words),
        .open = cv_new(&b->work, uint64_t, n_words),
        .not_here = cv_new(&b->work, uint64_t, n_words),
    };
    b->p = (cv_plan){
        .e = &b->e,
        .contest = &b->contest,
        .f = &b->forms,
        .n_words = n_words,
        .counted = cv_new(&b->work, uint64_t, n_words),
        .annulled = cv_new(&b->work, uint64_t, n_words),
        .has_register = cv_new(&b->work, uint64_t, n_words),
        .gap = cv_new(&b->work, uint64_t, n_words),
        .n = 1,
        .rule = &b->rule,
    };
    for (int32_t i = 0; i < n; i++) b->p.counted[i / 64] |= UINT64_C(1) << (i % 64);
}

static papers_says says(const bench *b, int32_t row)
{
    if (cv_bit(b->rule.fails, row)) return FAILS;
    if (cv_bit(b->rule.open, row)) return OPEN;
    return cv_bit(b->rule.not_here, row) ? NOT_HERE : HOLDS;
}

static void each_relation_has_three_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        bench b;
        bench_open(&b, 1, &rows[i]);
        cv_eval_words(&b.p, 0, b.p.n_words);
        ROW_INT(rows[i].name, says(&b, 0), rows[i].want);
        cv_arena_close(&b.work);
    }
}

/* The first and the last form of a word, and of the last word, are no different. */
static void every_form_of_a_word_is_judged(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        bench b;
        bench_open(&b, 130, &rows[i]);
        cv_eval_words(&b.p, 0, b.p.n_words);
        for (int32_t k = 0; k < 130; k++) ROW_INT(rows[i].name, says(&b, k), rows[i].want);
        assert_int_equal(b.rule.fails[2] >> 2, 0);
        cv_arena_close(&b.work);
    }
}

static void forms_that_do_not_count_are_not_judged(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, 70, &rows[1]);
    b.p.counted[0] &= ~UINT64_C(2);
    cv_eval_words(&b.p, 0, b.p.n_words);
    assert_int_equal(says(&b, 0), FAILS);
    assert_int_equal(says(&b, 1), HOLDS);
    cv_arena_close(&b.work);
}

/* Whatever number a blank turns out to be, what was true stays true and what was false false. */
static void filling_a_blank_never_contradicts(void **state)
{
    (void)state;
    const cv_cell fill[] = {0, 1, 2, 3, 6, 7, 8, 9, 1000, CV_CELL_MAX};
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const cv_cell *cells[] = {rows[i].left, rows[i].left + 1, rows[i].right, rows[i].right + 1};
        for (int at = 0; at < 4; at++) {
            if (*cells[at] != B) continue;
            for (size_t k = 0; k < N_ROWS(fill); k++) {
                bench b;
                bench_open(&b, 1, &rows[i]);
                b.cell[at][0] = fill[k];
                cv_eval_words(&b.p, 0, 1);
                if (rows[i].want == HOLDS || rows[i].want == FAILS)
                    ROW_INT(rows[i].name, says(&b, 0), rows[i].want);
                cv_arena_close(&b.work);
            }
        }
    }
}

static void sides_are_multiples(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, 1,
               &(value_row){
                   "", CV_REL_LE, {3, B},
                     {5, 1},
                     0, OPEN
    });
    b.rule.left.times = 100;
    b.rule.right.plus = 30;
    cv_count left, right;
    cv_eval_sides(&b.rule, 0, &left, &right);
    assert_int_equal(left, 300);
    assert_int_equal(right, 36);
    cv_eval_words(&b.p, 0, 1);
    assert_int_equal(says(&b, 0), FAILS);
    cv_arena_close(&b.work);
}

typedef struct {
    const char *name;
    cv_cell when;
    papers_says want;
} when_row;

static const when_row when_rows[] = {
    {"enough",     50, FAILS   },
    {"too few",    49, NOT_HERE},
    {"blank",      B,  OPEN    },
    {"illegible",  Q,  OPEN    },
    {"absent",     X,  NOT_HERE},
    {"unreported", U,  NOT_HERE},
};

static void a_condition_narrows(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(when_rows); i++) {
        bench b;
        bench_open(&b, 1,
                   &(value_row){
                       "", CV_REL_LE, {9, 0},
                         {5, 1},
                         0, FAILS
        });
        b.rule.when[0] = &when_rows[i].when;
        b.rule.at_least[0] = 50;
        cv_eval_words(&b.p, 0, 1);
        ROW_INT(when_rows[i].name, says(&b, 0), when_rows[i].want);
        cv_arena_close(&b.work);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_relation_has_three_values),
        cmocka_unit_test(every_form_of_a_word_is_judged),
        cmocka_unit_test(forms_that_do_not_count_are_not_judged),
        cmocka_unit_test(filling_a_blank_never_contradicts),
        cmocka_unit_test(sides_are_multiples),
        cmocka_unit_test(a_condition_narrows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Relations on forms: the three values, what does not apply, and that both ways of evaluating
 * them say the same. */
#include "papers.h"

#include "check/expression.h"
#include "num/rng.h"

enum { X1 = CV_OWN_CODES + 1 };

typedef struct {
    const char *that, *form, *beside; /* s1, and s2, which keeps the relation; NULL: none */
    papers_says want;
} judge_row;

static const judge_row rows[] = {
  /* both sides of each sign */
    {"box = 7",                                       "box=7 | 1",                                      NULL,                 HOLDS   },
    {"box = 7",                                       "box=8 | 1",                                      NULL,                 FAILS   },
    {"box != 7",                                      "box=8 | 1",                                      NULL,                 HOLDS   },
    {"box != 7",                                      "box=7 | 1",                                      NULL,                 FAILS   },
    {"box < 7",                                       "box=6 | 1",                                      NULL,                 HOLDS   },
    {"box < 7",                                       "box=7 | 1",                                      NULL,                 FAILS   },
    {"box <= 7",                                      "box=7 | 1",                                      NULL,                 HOLDS   },
    {"box <= 7",                                      "box=8 | 1",                                      NULL,                 FAILS   },
    {"box > 7",                                       "box=8 | 1",                                      NULL,                 HOLDS   },
    {"box > 7",                                       "box=7 | 1",                                      NULL,                 FAILS   },
    {"box >= 7",                                      "box=7 | 1",                                      NULL,                 HOLDS   },
    {"box >= 7",                                      "box=6 | 1",                                      NULL,                 FAILS   },
 /* figures */
    {"2 * box - 1 = iss + 3",                         "box=7 iss=10 | 1",                               NULL,                 HOLDS   },
    {"sum(opt) = 9",                                  "box=1 | 2 4 3",                                  NULL,                 HOLDS   },
    {"max(opt) = 4 and min(opt) = 2",                 "box=1 | 2 4 3",                                  NULL,                 HOLDS   },
    {"second(opt) = 3",                               "box=1 | 2 4 3",                                  NULL,                 HOLDS   },
    {"second(opt) = 4",                               "box=1 | 4 4 3",                                  NULL,                 HOLDS   },
    {"opt[AB] = 4",                                   "box=1 | 2 4 3",                                  NULL,                 HOLDS   },
    {"opt[ZZ] = 4",                                   "box=1 | 2 4 3",                                  NULL,                 NOT_HERE},
    {"max(box, iss) = 5 and min(box, iss) = 3",       "box=3 iss=5 | 1",                                NULL,                 HOLDS   },
    {"per_ballot = 1",                                "box=3 | 1",                                      NULL,                 HOLDS   },
    {"station_max = 1",                               "box=3 | 1",                                      NULL,                 NOT_HERE},
    {"votes = 10",                                    "gone=1 | 2 4 3",                                 NULL,                 HOLDS   },
    {"box = 10",                                      "box_out=3 box_station=7 | 1",                    NULL,                 HOLDS   },
    {"box = 10",                                      "valid=8 invalid=2 | 8",                          NULL,                 NOT_HERE},
    {"cast = 10",                                     "valid=8 invalid=2 | 8",                          NULL,                 HOLDS   },
 /* the largest cells do not overflow */
    {"box * iss * recv < 1000000000 * iss * recv",    "box=999999999 iss=999999999 recv=999999999 | 1",
     NULL,                                                                                                                    HOLDS   },
    {"box * iss - 999999999 * 999999998 = 999999999", "box=999999999 iss=999999999 | 1",                NULL,
     HOLDS                                                                                                                            },
 /* blank and illegible: open, unless all numbers say the same */
    {"box = 7",                                       "box=. | 1",                                      "box=7 | 1",          OPEN    },
    {"box = 7",                                       "box=? | 1",                                      "box=7 | 1",          OPEN    },
    {"box + iss <= 7",                                "box=. iss=8 | 1",                                "box=1 iss=1 | 1",    FAILS   },
    {"box + iss <= 7",                                "box=. iss=7 | 1",                                "box=1 iss=1 | 1",    OPEN    },
    {"box >= iss",                                    "box=. iss=0 | 1",                                "box=1 iss=1 | 1",    HOLDS   },
    {"iss - box >= 8",                                "box=. iss=7 | 1",                                "box=1 iss=9 | 1",    FAILS   },
    {"0 * box = 0",                                   "box=. | 1",                                      "box=1 | 1",          HOLDS   },
    {"max(box, iss) >= 5",                            "box=. iss=5 | 1",                                "box=9 iss=5 | 1",    HOLDS   },
    {"min(box, iss) <= 5",                            "box=. iss=5 | 1",                                "box=1 iss=5 | 1",    HOLDS   },
    {"max(opt) <= 5",                                 "box=1 | . 6 1",                                  "box=1 | 1 2 1",      FAILS   },
    {"second(opt) >= 3",                              "box=1 | . 6 3",                                  "box=1 | 5 5 1",      HOLDS   },
    {"second(opt) >= 4",                              "box=1 | . 6 3",                                  "box=1 | 5 5 1",      OPEN    },
 /* absent and unreported */
    {"box + iss = 5",                                 "box=5 iss=x | 1",                                "box=4 iss=1 | 1",    HOLDS   },
    {"box = 0",                                       "box=x | 1",                                      "box=0 | 1",          NOT_HERE},
    {"box + iss = 5",                                 "box=5 iss=u | 1",                                "box=4 iss=1 | 1",    NOT_HERE},
    {"box = 5",                                       "iss=5 | 1",                                      NULL,                 NOT_HERE},
    {"iss = 5 + box?",                                "iss=5 | 1",                                      NULL,                 HOLDS   },
    {"box? = 0",                                      "iss=5 | 1",                                      NULL,                 NOT_HERE},
    {"sum(opt) = 5",                                  "box=1 | x 5 x",                                  "box=1 | 1 2 2",      HOLDS   },
    {"sum(opt) = 5",                                  "box=1 | x x x",                                  "box=1 | 1 2 2",      NOT_HERE},
 /* shares; nothing to take a share of */
    {"blank < 3/100 of cast",                         "blank=2 cast=100 | 1",                           NULL,                 HOLDS   },
    {"blank < 3/100 of cast",                         "blank=3 cast=100 | 1",                           NULL,                 FAILS   },
    {"blank < 3/100 of cast",                         "blank=3 cast=101 | 1",                           NULL,                 HOLDS   },
    {"blank < 3/100 of cast",                         "blank=0 cast=0 | 0",                             "blank=0 cast=9 | 1", NOT_HERE},
    {"blank < 3/100 of cast",                         "blank=3 cast=. | 1",                             "blank=0 cast=9 | 1", OPEN    },
 /* Kleene */
    {"box = 1 and iss = 1",                           "box=2 iss=. | 1",                                "box=1 iss=1 | 1",    FAILS   },
    {"box = 1 and iss = 1",                           "box=1 iss=. | 1",                                "box=1 iss=1 | 1",    OPEN    },
    {"box = 1 or iss = 1",                            "box=1 iss=. | 1",                                "box=1 iss=1 | 1",    HOLDS   },
    {"box = 1 or iss = 1",                            "box=2 iss=. | 1",                                "box=1 iss=1 | 1",    OPEN    },
    {"not iss = 1",                                   "box=2 iss=. | 1",                                "box=1 iss=2 | 1",    OPEN    },
    {"not iss = 1",                                   "iss=1 | 1",                                      NULL,                 FAILS   },
    {"box = 1 and iss = 1",                           "box=1 iss=u | 1",                                "box=1 iss=1 | 1",    HOLDS   },
    {"box = 1 or iss = 1",                            "box=2 iss=u | 1",                                "box=1 iss=1 | 1",    FAILS   },
 /* asking for the cell itself */
    {"known(box)",                                    "box=. | 1",                                      "box=1 | 1",          FAILS   },
    {"known(box)",                                    "box=0 | 1",                                      NULL,                 HOLDS   },
    {"has(box)",                                      "box=. | 1",                                      "box=1 | 1",          HOLDS   },
    {"has(box)",                                      "box=x | 1",                                      "box=1 | 1",          FAILS   },
    {"has(box) or iss = 1",                           "iss=2 | 1",                                      NULL,                 FAILS   },
    {"ticked(x_a) + ticked(x_b) = 1",                 "x_a=1 x_b=. | 1",                                "x_a=1 x_b=0 | 1",    HOLDS   },
    {"ticked(x_a) + ticked(x_b) = 1",                 "x_a=1 x_b=1 | 1",                                NULL,                 FAILS   },
    {"ticked(x_a) + ticked(x_b) = 1",                 "x_a=. x_b=. | 1",                                NULL,                 FAILS   },
    {"ticked(x_a) = 1",                               "x_b=1 | 1",                                      NULL,                 NOT_HERE},
    {"kind in {ordinary}",                            "box=1 | 1",                                      NULL,                 HOLDS   },
    {"kind in {postal, special}",                     "box=1 | 1",                                      NULL,                 FAILS   },
    {"not kind in {postal} and box = 1",              "box=1 | 1",                                      NULL,                 HOLDS   },
};

static papers_says verdict(const judge_row *row)
{
    papers t;
    papers_open(&t, 3, 1);
    papers_form(&t, "s1", row->form);
    if (row->beside) papers_form(&t, "s2", row->beside);
    papers_relation(&t, X1, row->that, NULL);
    papers_check(&t);
    papers_says says = papers_verdict(&t, X1);
    papers_close(&t);
    return says;
}

static void relations_have_three_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char name[256];
        snprintf(name, sizeof name, "%s on %s", rows[i].that, rows[i].form);
        ROW_INT(name, verdict(&rows[i]), rows[i].want);
    }
}

static void conditions_say_where_it_applies(void **state)
{
    (void)state;
    const struct {
        const char *when, *form;
        papers_says want;
    } at[] = {
        {"iss > 100", "box=1 iss=101 | 1", FAILS   },
        {"iss > 100", "box=1 iss=100 | 1", NOT_HERE},
        {"iss > 100", "box=1 iss=. | 1",   OPEN    },
        {"recv > 1",  "box=1 iss=5 | 1",   NOT_HERE},
    };
    for (size_t i = 0; i < N_ROWS(at); i++) {
        papers t;
        papers_open(&t, 1, 1);
        papers_form(&t, "s1", at[i].form);
        papers_form(&t, "s2", "box=2 iss=200 | 1");
        papers_relation(&t, X1, "box >= 2", at[i].when);
        papers_check(&t);
        ROW_INT(at[i].form, papers_verdict(&t, X1), at[i].want);
        papers_close(&t);
    }
}

static void a_tolerance_is_no_difference(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 1, 1);
    papers_form(&t, "s1", "box=12 iss=10 | 1");
    papers_form(&t, "s2", "box=13 iss=10 | 1");
    papers_form(&t, "s3", "box=. iss=10 | 1");
    papers_relation(&t, X1, "box <= iss", NULL);
    t.relation[0].tolerance = 2;
    papers_check(&t);
    assert_null(papers_find(&t, X1, "s1"));
    assert_non_null(papers_find(&t, X1, "s2"));
    assert_int_equal(papers_count(&t, X1).n_undecidable, 1);
    papers_close(&t);
}

/* prev: the copy with the next lower version; copy: the first of the kind. */
static void other_forms_of_the_station_are_lines_too(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 1, 1);
    cv_copy_ix first = t.copy;
    cv_copy_ix later = cv_build_copy(t.b, &(cv_copy){.id = CV_STR("later"),
                                                     .holder = CV_STR("later"),
                                                     .kind = CV_COPY_EARLIER,
                                                     .version = 0});
    cv_copy_ix machine = papers_copy(&t, "machine", CV_COPY_MACHINE, false);
    papers_form(&t, "s1", "box=5 | 5");
    papers_form(&t, "s2", "box=9 | 9");
    t.copy = later;
    papers_form(&t, "s1", "box=4 | 4");
    t.copy = machine;
    papers_form(&t, "s2", "box=8 | 8");
    t.copy = first;
    papers_relation(&t, X1, "prev(box) = box", NULL);
    papers_relation(&t, X1 + 1, "copy(machine).box = box", NULL);
    papers_check(&t);
    const cv_finding *f = papers_find(&t, X1, NULL), *g = papers_find(&t, X1 + 1, NULL);
    assert_non_null(f);
    assert_int_equal(f->left, 4);
    assert_int_equal(f->right, 5);
    assert_int_equal(papers_count(&t, X1).n_not_applicable, 1);
    assert_non_null(g);
    assert_int_equal(g->left, 8);
    assert_int_equal(papers_count(&t, X1 + 1).n_not_applicable, 1);
    papers_close(&t);
}

static void another_contest_at_the_station(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 1, 1);
    papers_form(&t, "s1", "reg=100 | 5");
    papers_form(&t, "s2", "reg=100 | 5");
    t.contest = papers_contest(&t, "list 1", 1);
    papers_form(&t, "s1", "reg=99 box=7 | 4");
    papers_relation(&t, X1, "other(list 1).reg = reg", NULL);
    papers_check(&t);
    const cv_finding *f = papers_find(&t, X1, "s1");
    assert_non_null(f);
    assert_int_equal(f->left, 99);
    assert_int_equal(f->right, 100);
    assert_int_equal(papers_count(&t, X1).n_raised, 1); /* with itself it agrees; s2 has none */
    papers_close(&t);
}

/* ---- both ways, and monotone ---- */

static const char *const RELATIONS[] = {
    "box = iss + recv",
    "box <= iss",
    "box - iss < recv * 3",
    "blank < 3/100 of recv",
    "box = 1 or iss = 2 and not recv = 3",
    "max(box, iss) - min(box, recv) >= second(opt)",
    "sum(opt) <= recv or max(opt) > 2",
    "box * iss * recv <= 9",
};

/* 5, '.', 'x' or 'u', mostly a small number, so that relations are near their limits. */
static cv_cell some_cell(cv_rng *rng)
{
    int64_t r = cv_rng_below(rng, 12);
    return r < 8 ? (cv_cell)(r % 4) : r == 8 ? CV_CELL_MAX : -(cv_cell)(r - 8);
}

static void add_form(papers *t, int32_t i, cv_rng *rng)
{
    enum { CELLS = 7 };
    const cv_slot slot[CELLS] = {
        {CV_F_BOX,   -1},
        {CV_F_ISS,   -1},
        {CV_F_RECV,  -1},
        {CV_F_BLANK, -1},
        {CV_F_NONE,  0 },
        {CV_F_NONE,  1 },
        {CV_F_NONE,  2 },
    };
    cv_cell cell[CELLS];
    char code[16];
    for (int32_t k = 0; k < CELLS; k++) cell[k] = some_cell(rng);
    snprintf(code, sizeof code, "s%d", i);
    const cv_form_key key = {
        t->contest, papers_station(t, code), t->copy, t->source, ++t->line, false, false};
    cv_build_form(t->b, &key, slot, cell, CELLS);
}

static cv_plan plan_of(papers *t)
{
    static cv_rule_use use[CV_N_RULES + CV_OWN_MOST];
    for (int32_t i = 0; i < cv_n_rules(&t->e.profile); i++)
        use[i].severity = cv_rule_at(&t->e.profile, i)->severity;
    cv_plan plan;
    cv_plan_make(&plan, &t->e, t->contest, use, &t->work);
    return plan;
}

static void both_ways_agree(void **state)
{
    (void)state;
    papers t;
    cv_rng rng = cv_rng_open(1, 2, 0, 0);
    papers_open(&t, 3, 1);
    for (int32_t i = 0; i < 300; i++) add_form(&t, i, &rng);
    papers_check(&t);
    cv_plan p = plan_of(&t);
    for (size_t k = 0; k < N_ROWS(RELATIONS); k++) {
        cv_expr x = {0};
        int32_t at = 0;
        cv_bound b;
        assert_int_equal(cv_expr_parse(&x, &at, cv_str_of(RELATIONS[k]), &t.keep, NULL), CV_OK);
        assert_true(cv_expression_bind(&b, &x, &p, &t.work));
        for (int32_t row = 0; row < t.e.forms[0].n; row++) {
            cv_expression_word w = cv_expression_eval(&b, &p, row / 64, ~UINT64_C(0), 0);
            uint64_t bit = UINT64_C(1) << row % 64;
            cv_truth one = cv_expression_judge(&b, &p, row, 0);
            ROW_INT(RELATIONS[k], (w.fails & bit) != 0, one == CV_FAILS);
            ROW_INT(RELATIONS[k], (w.open & bit) != 0, one == CV_OPEN);
            ROW_INT(RELATIONS[k], (w.not_here & bit) != 0, one == CV_NOT_HERE);
        }
    }
    papers_close(&t);
}

/* Writes numbers into all blanks of a form: what was decided stays as it was. */
static void evaluation_is_monotone(void **state)
{
    (void)state;
    papers t;
    cv_rng rng = cv_rng_open(3, 4, 0, 0);
    papers_open(&t, 3, 1);
    for (int32_t i = 0; i < 400; i++) add_form(&t, i, &rng);
    papers_check(&t);
    cv_plan p = plan_of(&t);
    int32_t n_decided = 0;
    for (size_t k = 0; k < N_ROWS(RELATIONS); k++) {
        cv_expr x = {0};
        int32_t at = 0;
        cv_bound b;
        assert_int_equal(cv_expr_parse(&x, &at, cv_str_of(RELATIONS[k]), &t.keep, NULL), CV_OK);
        assert_true(cv_expression_bind(&b, &x, &p, &t.work));
        for (int32_t row = 0; row < t.e.forms[0].n; row++) {
            cv_truth before = cv_expression_judge(&b, &p, row, 0);
            if (before == CV_OPEN) continue;
            cv_cell *cell[16], old[16];
            int32_t n = 0;
            for (int32_t f = 0; f < p.f->n_fields; f++)
                cell[n] = (cv_cell *)(uintptr_t)&p.f->cell[f][row], n++;
            for (int32_t o = 0; o < 3; o++)
                cell[n] = (cv_cell *)(uintptr_t)&p.f->votes[o][row], n++;
            for (int32_t c = 0; c < n; c++) {
                old[c] = *cell[c];
                bool open = old[c] == CV_CELL_BLANK || old[c] == CV_CELL_ILLEGIBLE;
                if (open) *cell[c] = (cv_cell)cv_rng_below(&rng, 5);
                n_decided += open;
            }
            ROW_INT(RELATIONS[k], cv_expression_judge(&b, &p, row, 0), before);
            for (int32_t c = 0; c < n; c++) *cell[c] = old[c];
        }
    }
    assert_true(n_decided > 100); /* it was tried on decided forms with blanks */
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_have_three_values),
        cmocka_unit_test(conditions_say_where_it_applies),
        cmocka_unit_test(a_tolerance_is_no_difference),
        cmocka_unit_test(other_forms_of_the_station_are_lines_too),
        cmocka_unit_test(another_contest_at_the_station),
        cmocka_unit_test(both_ways_agree),
        cmocka_unit_test(evaluation_is_monotone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

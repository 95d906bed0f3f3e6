/* The checks as a whole: worked values, and what must not change the result. */
#include "papers.h"

#include "base/hash.h"

#ifdef _OPENMP
#include <omp.h>
#endif

static void an_unknown_rule_is_an_error(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_set(&t, 399, CV_NOTE, CV_BLANK);
    papers_form(&t, "s1", "| 5 3");
    cv_error err = {0};
    assert_int_equal(cv_build_freeze(&t.e, t.b, &err), CV_OK);
    t.r.n_findings = 77;
    assert_int_equal(cv_check_forms(&t.r, &t.e, &t.keep, t.scratch, &err), CV_E_INPUT);
    assert_int_equal(t.r.n_findings, 77);
    assert_non_null(strstr(err.text, "'C399'"));
    papers_close(&t);
}

/* Valid 10 and one option blank: up to 10 - 3 votes are not there, whatever the case switches off;
 * what is blank beside the votes may be. */
static void figures_that_are_not_there_stay(void **state)
{
    (void)state;
    static const struct {
        const char *name, *form;
        int16_t code;
        cv_severity set, severity; /* severity CV_SEVERITY_OFF: no finding */
        cv_count k;
    } rows[] = {
        {"blank, as it is",        "valid=10 invalid=0 | . 3", 103, CV_WARNING,      CV_WARNING,      7},
        {"blank, off",             "valid=10 invalid=0 | . 3", 103, CV_SEVERITY_OFF, CV_WARNING,      7},
        {"blank, a note",          "valid=10 invalid=0 | . 3", 103, CV_NOTE,         CV_WARNING,      7},
        {"blank, an error",        "valid=10 invalid=0 | . 3", 103, CV_ERROR,        CV_ERROR,        7},
        {"illegible, off",         "valid=10 invalid=0 | ? 3", 104, CV_SEVERITY_OFF, CV_WARNING,      7},
        {"another line, off",      "valid=10 invalid=. | 7 3", 103, CV_SEVERITY_OFF, CV_SEVERITY_OFF, 0},
        {"another line, a note",   "valid=10 invalid=. | 7 3", 103, CV_NOTE,         CV_NOTE,         0},
        {"another illegible, off", "valid=10 invalid=? | 7 3", 104, CV_SEVERITY_OFF,
         CV_SEVERITY_OFF,                                                                             0},
        {"all there, off",         "valid=10 invalid=0 | 7 3", 103, CV_SEVERITY_OFF, CV_SEVERITY_OFF, 0},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        papers_open(&t, 2, 1);
        papers_set(&t, rows[i].code, rows[i].set, CV_BLANK);
        papers_form(&t, "s1", rows[i].form);
        papers_form(&t, "s2", "valid=10 invalid=0 | 7 3");
        papers_check(&t);
        const cv_finding *f = papers_find(&t, rows[i].code, "s1");
        ROW_INT(rows[i].name, f ? f->severity : CV_SEVERITY_OFF, rows[i].severity);
        if (f && rows[i].k) ROW_INT(rows[i].name, f->change, CV_CHANGE_CAP);
        if (f && rows[i].k) ROW_INT(rows[i].name, f->k, rows[i].k);
        papers_close(&t);
    }
}

static void no_forms_no_findings(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_check(&t);
    assert_int_equal(t.r.n_findings, 0);
    assert_int_equal(t.r.n_contests, 1);
    papers_close(&t);
}

/* Kyrgyz form of 2005, lines 2 to 14 (Election Code of 1999, art. 43): consistent, then with one
 * thing changed; the sums that fail. */
typedef struct {
    const char *name, *form;
    int16_t code[4]; /* errors only */
} worked_row;

static const worked_row worked[] = {
    {"consistent",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 against=29 | 402 251 39", {0}            },
    {"candidate 2 is 215",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 against=29 | 402 215 39", {401}          },
    {"received is 120",
     "recv=120 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 against=29 | 402 251 39", {201, 206}     },
    {"valid and invalid exchanged",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=18 invalid=721 against=29 | 402 251 39", {401, 407}     },
    {"candidate 1 is 420, invalid 81",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=81 against=29 | 420 251 39", {204, 306, 401}},
    {"40 papers more than persons",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=748 valid=761 invalid=18 against=29 | 442 251 39", {207, 306}     },
};

static void a_worked_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(worked); i++) {
        papers t;
        papers_open(&t, 3, 1);
        /* Early votes were put into the stationary box. */
        papers_set(&t, 209, CV_SEVERITY_OFF, CV_BLANK);
        papers_form(&t, "s1", worked[i].form);
        papers_check(&t);
        int n = 0;
        for (int64_t k = 0; k < t.r.n_findings; k++) {
            const cv_finding *f = &t.r.finding[k];
            if (f->severity != CV_ERROR) continue;
            ROW_TRUE(worked[i].name, n < 4);
            ROW_INT(worked[i].name, f->code, worked[i].code[n++]);
            ROW_INT(worked[i].name, f->group, 1); /* all about the same slip */
        }
        ROW_TRUE(worked[i].name, n == 4 || worked[i].code[n] == 0);
        papers_close(&t);
    }
}

/* ---- what must not change the result ---- */

enum { MANY = 3000 };

/* Forms from a small stream of numbers: mostly consistent, some with a slip, some blank. */
static void form_text(char *out, size_t n, int32_t i, bool exchange)
{
    uint64_t r = cv_hash64((cv_str){(const char *)&i, sizeof i});
    int a = (int)(r % 300), b = (int)((r >> 10) % 200), c = (int)((r >> 20) % 9);
    int slip = (r >> 30) % 17 == 0, blank = (r >> 36) % 23 == 0;
    int valid = a + b + slip * (1 + (int)((r >> 40) % 50));
    int persons = a + b + c - ((r >> 48) % 19 == 0);
    char first[16], second[16];
    snprintf(first, sizeof first, blank ? "." : "%d", a);
    snprintf(second, sizeof second, "%d", b);
    snprintf(out, n, "reg=600 signed=%d valid=%d invalid=%d | %s %s", persons > 0 ? persons : 0,
             valid, c, exchange ? second : first, exchange ? first : second);
}

static void check_many(papers *t, bool backwards, bool exchange, bool one_more)
{
    papers_open(t, 2, 1);
    for (int32_t k = 0; k < MANY; k++) {
        char station[16], form[128];
        int32_t i = backwards ? MANY - 1 - k : k;
        snprintf(station, sizeof station, "s%d", i);
        form_text(form, sizeof form, i, exchange);
        papers_form(t, station, form);
    }
    if (one_more) papers_form(t, "consistent", "reg=600 signed=500 valid=499 invalid=1 | 300 199");
    papers_check(t);
}

static uint64_t digest(const cv_check_result *r)
{
    uint64_t sum = 0;
    for (int64_t i = 0; i < r->n_findings; i++) {
        const cv_finding *f = &r->finding[i];
        const int64_t x[] = {(int64_t)sum,       f->code, f->severity, f->contest.i,
                             f->station.i,       f->row,  f->other,    f->option,
                             f->field,           f->left, f->right,    f->contradicted,
                             (int64_t)f->change, f->k,    f->cap,      f->group};
        sum = cv_hash64((cv_str){(const char *)x, sizeof x});
    }
    return sum;
}

static void threads_change_nothing(void **state)
{
    (void)state;
#ifdef _OPENMP
    uint64_t one = 0;
    for (int n = 1; n <= 4; n++) {
        papers t;
        omp_set_num_threads(n);
        check_many(&t, false, false, false);
        assert_true(t.r.n_findings > 100);
        if (n == 1) one = digest(&t.r);
        assert_true(digest(&t.r) == one);
        papers_close(&t);
    }
#else
    print_message("# built without OpenMP\n");
    skip();
#endif
}

/* The same findings, whatever the order of stations and of options. */
static void orders_permute_findings(void **state)
{
    (void)state;
    papers plain, other;
    check_many(&plain, false, false, false);
    for (int k = 1; k < 4; k++) {
        check_many(&other, k & 1, k & 2, false);
        assert_int_equal(other.r.n_findings, plain.r.n_findings);
        for (int32_t i = 0; i < CV_N_RULES; i++) {
            assert_int_equal(other.r.total[i].n_raised, plain.r.total[i].n_raised);
            assert_int_equal(other.r.total[i].n_undecidable, plain.r.total[i].n_undecidable);
            assert_int_equal(other.r.total[i].amount, plain.r.total[i].amount);
            assert_int_equal(other.r.total[i].largest, plain.r.total[i].largest);
        }
        papers_close(&other);
    }
    papers_close(&plain);
}

static void a_consistent_form_adds_none(void **state)
{
    (void)state;
    papers plain, more;
    check_many(&plain, false, false, false);
    check_many(&more, false, false, true);
    assert_int_equal(more.r.n_findings, plain.r.n_findings);
    papers_close(&more);
    papers_close(&plain);
}

static void findings_of_contests_are_their_stretch(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_contest_ix seat = t.contest;
    for (int i = 0; i < 3; i++) {
        const char *ids[] = {"one", "two", "three"};
        t.contest = papers_contest(&t, ids[i], 2);
        if (i != 1) papers_form(&t, "s1", "signed=5 invalid=0 | 5 3");
    }
    t.contest = seat;
    papers_check(&t);
    const int64_t want[] = {0, 1, 0, 1};
    int64_t first = 0;
    for (int32_t c = 0; c < 4; c++) {
        assert_int_equal(t.r.contest[c].first, first);
        assert_int_equal(t.r.contest[c].n, want[c]);
        assert_int_equal(t.r.contest[c].count[cv_rule_row(306)].n_raised, want[c]);
        first += want[c];
    }
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_rule_is_an_error),
        cmocka_unit_test(figures_that_are_not_there_stay),
        cmocka_unit_test(no_forms_no_findings),
        cmocka_unit_test(a_worked_form),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(orders_permute_findings),
        cmocka_unit_test(a_consistent_form_adds_none),
        cmocka_unit_test(findings_of_contests_are_their_stretch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

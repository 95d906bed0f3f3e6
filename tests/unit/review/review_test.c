#include "country.h"

#include "review/review.h"

static cv_review run(country *t, const cv_review_options *options)
{
    cv_review r;
    cv_error err = {0};
    if (cv_review_run(&r, &t->e, options, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("review: %s", err.text);
    return r;
}

/* Forty seats that differ: safe, open, contradicted, tied. */
static void open_forty(country *t)
{
    country_open(t);
    for (int32_t i = 0; i < 40; i++) {
        cv_contest_ix c = country_contest(t, cv_str_format(&t->keep, "c%d", i).s, i % 2);
        const char *station = cv_str_format(&t->keep, "s%d", i).s;
        cv_cell votes[3] = {60 + i % 7, 60, i % 5};
        country_form(t, c, 0, station, votes, votes[0] + votes[1] + votes[2] - i % 4);
        if (i % 3) cv_build_declare(t->b, c, i % 9 == 1, CV_BLANK, 1);
    }
    country_freeze(t);
}

static void one_thread_and_two_say_the_same(void **state)
{
    (void)state;
    country t;
    open_forty(&t);
    cv_review_options options = CV_REVIEW_OPTIONS_DEFAULT;
    options.threads = 1;
    cv_review one = run(&t, &options);
    options.threads = 2;
    cv_review two = run(&t, &options);
    assert_memory_equal(one.words, two.words, sizeof one.words);
    assert_int_equal(one.chamber.n_lines, two.chamber.n_lines);
    assert_memory_equal(one.chamber.line, two.chamber.line,
                        (size_t)one.chamber.n_lines * sizeof *one.chamber.line);
    for (int32_t i = 0; i < t.e.n_contests; i++) {
        const cv_contest_review *a = &one.contest[i], *b = &two.contest[i];
        assert_int_equal(a->verdict.word, b->verdict.word);
        assert_int_equal(a->verdict.n_reasons, b->verdict.n_reasons);
        for (int32_t k = 0; k < a->verdict.n_reasons; k++) {
            assert_int_equal(a->verdict.reason[k].code, b->verdict.reason[k].code);
            assert_int_equal(a->verdict.reason[k].a, b->verdict.reason[k].a);
        }
        assert_int_equal(a->sensitivity.lead, b->sensitivity.lead);
        assert_int_equal(a->sensitivity.fall, b->sensitivity.fall);
        assert_int_equal(a->sensitivity.changing.n, b->sensitivity.changing.n);
    }
    int32_t all = 0;
    for (int32_t w = 0; w < CV_N_WORDS; w++) all += one.words[w];
    assert_int_equal(all, 40);
    assert_true(one.words[CV_HOLDS] > 0 && one.words[CV_OPEN] > 0);
    assert_true(one.words[CV_CONTRADICTED] > 0 && one.words[CV_UNDETERMINED] > 0);
    country_close(&t);
}

/* A 45, B 40, C 15: nobody has half, A and B meet again. */
static void a_run_off_is_joined_to_its_first_round(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_cell first[3];
        int32_t left_out; /* of the run-off's ballot */
        cv_word word;
    } rows[] = {
        {"the right pair",     {45, 40, 15}, 2, CV_HOLDS       },
        {"the wrong pair",     {45, 40, 15}, 1, CV_CONTRADICTED},
        {"no run-off was due", {55, 30, 15}, 2, CV_CONTRADICTED},
    };
    static const cv_str options[3] = {CV_STR("A"), CV_STR("B"), CV_STR("C")};
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        country t;
        country_open(&t);
        cv_contest_ix first = country_contest(&t, "first", 1);
        country_form(&t, first, 0, "s0", rows[i].first, 100);
        cv_contest_ix second = cv_build_contest(t.b, CV_STR("second"), NULL);
        cv_contest *at = cv_build_contest_at(t.b, second);
        at->rule = 0;
        at->round = 2;
        at->runoff_of = first;
        at->completeness = CV_COMPLETE_LISTED;
        cv_slot slot[2];
        const cv_cell cell[2] = {50, 45};
        for (int32_t o = 0, n = 0; o < 3; o++) {
            if (o == rows[i].left_out) continue;
            int32_t k = cv_build_option(t.b, second, options[o], NULL);
            cv_build_option_at(t.b, second, k)->bloc = t.bloc[o];
            slot[n++] = (cv_slot){CV_F_NONE, k};
        }
        const cv_form_key key = {.contest = second, .station = {0}, .source = t.source, .line = 2};
        cv_build_form(t.b, &key, slot, cell, 2);
        country_freeze(&t);
        cv_review r = run(&t, &(cv_review_options){.as_of = CV_NO_DATE});
        ROW_INT(rows[i].name, r.contest[1].verdict.word, rows[i].word);
        ROW_INT(rows[i].name, r.chamber.seats, 1);
        country_close(&t);
    }
}

typedef struct {
    int32_t calls, last, stop_at;
} listener;

static bool listen(void *who, int32_t done, int32_t total)
{
    listener *l = who;
    l->calls++;
    l->last = done;
    assert_int_equal(total, 40);
    return done != l->stop_at;
}

static void whoever_listens_can_stop_it(void **state)
{
    (void)state;
    country t;
    open_forty(&t);
    listener l = {0};
    cv_review_options options = CV_REVIEW_OPTIONS_DEFAULT;
    options.progress = listen;
    options.who = &l;
    run(&t, &options);
    assert_int_equal(l.calls, 40);
    assert_int_equal(l.last, 40);
    l = (listener){.stop_at = 3};
    cv_review out = {.n_copy_sums = -7};
    cv_error err = {0};
    assert_int_equal(cv_review_run(&out, &t.e, &options, &t.keep, t.scratch, &err), CV_E_STOPPED);
    assert_int_equal(out.n_copy_sums, -7); /* untouched */
    country_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thread_and_two_say_the_same),
        cmocka_unit_test(a_run_off_is_joined_to_its_first_round),
        cmocka_unit_test(whoever_listens_can_stop_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

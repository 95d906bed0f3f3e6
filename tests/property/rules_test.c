/* Findings are about papers, not about their order: with stations or options in another order the
 * same findings come out, of the catalogue, of a form of the law, and of what looks beside. */
#include "../unit/check/papers.h"
#include "num/rng.h"

enum { N_STATIONS = 60, N_OPTIONS = 4, N_FIELDS = 5, N_ROUNDS = 12, MOST = 2000 };

static const char *const FIELD[N_FIELDS] = {"reg", "recv", "iss", "valid", "invalid"};

/* One random form: mostly consistent, some cells blank, some with one more. */
typedef struct {
    cv_cell field[N_FIELDS], votes[N_OPTIONS];
} sheet;

static cv_cell spoiled(cv_rng *rng, cv_cell c)
{
    int64_t r = cv_rng_below(rng, 20);
    return r == 0 ? CV_CELL_BLANK : r == 1 ? c + 1 : c;
}

static sheet some_sheet(cv_rng *rng)
{
    sheet s;
    cv_cell valid = 0;
    for (int32_t o = 0; o < N_OPTIONS; o++) {
        s.votes[o] = (cv_cell)cv_rng_below(rng, 40);
        valid += s.votes[o];
        s.votes[o] = spoiled(rng, s.votes[o]);
    }
    const cv_cell figure[N_FIELDS] = {valid + 9, valid + 20, valid + 3, valid, 3};
    for (int32_t f = 0; f < N_FIELDS; f++) s.field[f] = spoiled(rng, figure[f]);
    return s;
}

/* What a finding says, with names for places. */
typedef struct {
    char text[96];
} told;

static int by_text(const void *a, const void *b)
{
    return strcmp(((const told *)a)->text, ((const told *)b)->text);
}

static int32_t tell_all(told *out, const sheet *sheets, const int32_t *station,
                        const int32_t *option)
{
    papers t;
    papers_open(&t, 0, 1);
    for (int32_t o = 0; o < N_OPTIONS; o++) {
        const char id[] = {'o', (char)('0' + option[o])};
        cv_build_option(t.b, t.contest, (cv_str){id, 2}, NULL);
    }
    for (int32_t i = 0; i < N_STATIONS; i++) {
        const sheet *s = &sheets[station[i]];
        char code[16], text[256];
        int n = 0;
        for (int32_t f = 0; f < N_FIELDS; f++)
            n += snprintf(text + n, sizeof text - (size_t)n, "%s=", FIELD[f]),
                n += s->field[f] < 0
                         ? snprintf(text + n, sizeof text - (size_t)n, ". ")
                         : snprintf(text + n, sizeof text - (size_t)n, "%d ", s->field[f]);
        n += snprintf(text + n, sizeof text - (size_t)n, "|");
        for (int32_t o = 0; o < N_OPTIONS; o++) {
            cv_cell c = s->votes[option[o]];
            n += c < 0 ? snprintf(text + n, sizeof text - (size_t)n, " .")
                       : snprintf(text + n, sizeof text - (size_t)n, " %d", c);
        }
        snprintf(code, sizeof code, "s%d", station[i]);
        papers_form(&t, code, text);
    }
    papers_relation(&t, 201, "recv >= iss + 10", NULL);
    papers_relation(&t, CV_OWN_CODES + 1, "max(opt) - second(opt) <= invalid * 3", "reg > 40");
    papers_relation(&t, 920, "invalid < 5/100 of votes", NULL);
    papers_check(&t);
    int32_t n = 0;
    for (int64_t i = 0; i < t.r.n_findings && n < MOST; i++) {
        const cv_finding *f = &t.r.finding[i];
        /* Of several options that a rule could name, the first in order is named. */
        snprintf(out[n++].text, sizeof out->text, "%.*s C%d %d %lld %lld %lld",
                 CV_ARG(t.e.station[f->station.i].code), f->code, f->severity, (long long)f->left,
                 (long long)f->right, (long long)f->contradicted);
    }
    papers_close(&t);
    qsort(out, (size_t)n, sizeof *out, by_text);
    return n;
}

static void order_changes_nothing(void **state)
{
    (void)state;
    static told first[MOST], other[MOST];
    for (uint64_t round = 0; round < N_ROUNDS; round++) {
        cv_rng rng = cv_rng_open(round, 7, 0, 0);
        sheet sheets[N_STATIONS];
        int32_t station[N_STATIONS], option[N_OPTIONS];
        for (int32_t i = 0; i < N_STATIONS; i++) sheets[i] = some_sheet(&rng);
        for (int32_t i = 0; i < N_STATIONS; i++) station[i] = i;
        for (int32_t o = 0; o < N_OPTIONS; o++) option[o] = o;
        int32_t n = tell_all(first, sheets, station, option);
        assert_true(n > 20);
        cv_rng_shuffle(&rng, station, N_STATIONS);
        cv_rng_shuffle(&rng, option, N_OPTIONS);
        assert_int_equal(tell_all(other, sheets, station, option), n);
        for (int32_t i = 0; i < n; i++) assert_string_equal(first[i].text, other[i].text);
    }
}

/* A station more that keeps every rule adds no finding. */
static void a_consistent_station_adds_nothing(void **state)
{
    (void)state;
    static told before[MOST], after[MOST];
    cv_rng rng = cv_rng_open(99, 7, 0, 0);
    sheet sheets[N_STATIONS];
    int32_t station[N_STATIONS], option[N_OPTIONS] = {0, 1, 2, 3};
    for (int32_t i = 0; i < N_STATIONS; i++) {
        sheets[i] = some_sheet(&rng);
        station[i] = i;
    }
    int32_t n = tell_all(before, sheets, station, option);
    sheets[0] = (sheet){
        {120, 200, 99, 97,   2},
        {25,   24,     24,   24}
    };
    int32_t with = 0;
    for (int32_t i = 0; i < n; i++) with += strncmp(before[i].text, "s0 ", 3) != 0;
    assert_int_equal(tell_all(after, sheets, station, option), with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_changes_nothing),
        cmocka_unit_test(a_consistent_station_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

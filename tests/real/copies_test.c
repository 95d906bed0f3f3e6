/* Copies and versions of published forms, against counts made from the same files with another
 * program. Where a source gives its own figure it is named. Exact equality. */
#include "../unit/row.h"

#include <stdlib.h>

#include "copies/copies.h"
#include "read/read.h"

typedef struct {
    cv_arena keep, work, scratch;
    cv_election e;
    cv_copies c;
} compared;

static void need(const char *data)
{
    char path[4096];
    const char *root = getenv("CANVASS_DATA");
    snprintf(path, sizeof path, "%s/%s", root ? root : "", data);
    if (!data[0] || access(path, R_OK) == 0) return;
    print_message("# skipped: no data at %s\n", path);
    skip();
}

static int32_t option_of(const compared *x, const char *id)
{
    const cv_contest *c = &x->e.contest[0];
    for (int32_t o = 0; o < c->n_options; o++)
        if (cv_str_eq(c->option[o].id, cv_str_of(id))) return o;
    fail_msg("no option '%s'", id);
    return -1;
}

/* The example's first contest, with the lead of `first` over `second`. */
static void open_case(compared *x, const char *name, const char *first, const char *second)
{
    static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    *x = (compared){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    cv_error err = {0};
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(getenv("CANVASS_DATA"));
    cv_str path = cv_str_format(&x->keep, "%s/examples/%s", getenv("CANVASS_ROOT"), name);
    if (cv_read_case(&x->e, path, &options, &x->keep, &x->work, &err) != CV_OK)
        fail_msg("%s: %s:%lld: %s", name, err.file, (long long)err.line, err.text);
    const cv_copies_input in = {&x->e, {0}, option_of(x, first), option_of(x, second), &law};
    cv_copies_compare(&x->c, &in, &x->keep, x->scratch);
}

static void close_case(compared *x)
{
    cv_arena_close(&x->scratch);
    cv_arena_close(&x->work);
    cv_arena_close(&x->keep);
}

/* a - b over all stations, those with zeros on one sheet too. */
static cv_count net(const cv_copy_pair *p, int32_t o)
{
    return p->more[o] - p->fewer[o] + p->beside_zero_b[o] - p->beside_zero_a[o];
}

static int32_t n_differ(const cv_copy_pair *p)
{
    return p->n_votes + p->n_zero_a + p->n_zero_b;
}

static cv_count apart(const cv_copy_pair *p, int32_t n_options)
{
    cv_count sum = p->votes_apart;
    for (int32_t o = 0; o < n_options; o++) sum += p->beside_zero_a[o] + p->beside_zero_b[o];
    return sum;
}

/* The published table of the comparison: github.com/kawalpemilu/kawalpemilu2019-extract, folder
 * c/, one pass over the file. */
static void indonesia_2019(void **state)
{
    (void)state;
    need("observation/kawalpemilu2019");
    compared x;
    open_case(&x, "indonesia-2019", "1", "2");
    assert_int_equal(x.e.n_stations, 813336);
    assert_int_equal(x.c.n_pairs, 1);
    const cv_copy_pair *p = &x.c.pair[0];
    assert_int_equal(p->n_both, 796468);
    assert_int_equal(n_differ(p), 6588);
    assert_int_equal(p->n_both - p->n_zero_a - p->n_zero_b - p->n_zero_both, 792848);
    assert_int_equal(p->n_votes, 4011);
    assert_int_equal(p->more[0] - p->fewer[0], -2886);
    assert_int_equal(p->more[1] - p->fewer[1], 2847);
    assert_int_equal(p->votes_apart, 177647);
    /* The table's (a1 > a2) != (b1 > b2); 18 more stations go from or to a tie of the second. */
    assert_int_equal(p->n_lead_turns, 507);
    assert_int_equal(p->n_first, 525);
    assert_int_equal(p->n_first_other, 489);
    assert_int_equal(p->n_exchanged, 29);
    const int64_t by[CV_N_APART] = {814, 144, 1830, 107, 52, 2353, 0};
    for (int32_t k = 0; k < CV_N_APART; k++) assert_int_equal(p->votes_by[k], by[k]);
    assert_int_equal(p->lead_up, 77901);
    assert_int_equal(p->lead_down, 83634);
    close_case(&x);
}

/* elections/bolivia-2019, README: changes in an option, and with blank and invalid. */
static void bolivia_2019(void **state)
{
    (void)state;
    need("elections/bolivia-2019");
    compared x;
    open_case(&x, "bolivia-2019", "MAS - IPSP", "CC");
    int32_t mas = option_of(&x, "MAS - IPSP"), cc = option_of(&x, "CC");
    const struct {
        const char *copy;
        int32_t n_both, n_only, n_votes, n_all, zero;
        cv_count apart, mas, cc;
    } want[] = {
        {"2019-10-20", 28975, 5580, 427, 549, 4, 10697, 2697, 1903},
        {"2019-10-21", 32806, 1749, 546, 706, 5, 13713, 3796, 2301},
    };
    int32_t found = 0;
    for (int32_t i = 0; i < x.c.n_pairs; i++) {
        const cv_copy_pair *p = &x.c.pair[i];
        if (p->a >= 0) { /* nobody changed a form between the two preliminary counts */
            assert_int_equal(p->n_both, 28975);
            assert_int_equal(p->n_stations, 0);
            continue;
        }
        const cv_source *s = &x.e.source[x.e.forms[0].source[p->station[0].row_b]];
        for (size_t k = 0; k < N_ROWS(want); k++) {
            if (cv_str_find(s->file, cv_str_of(want[k].copy), 0) < 0) continue;
            found++;
            ROW_INT(want[k].copy, p->n_both, want[k].n_both);
            ROW_INT(want[k].copy, p->n_only_a, want[k].n_only);
            ROW_INT(want[k].copy, p->n_only_b, 0);
            ROW_INT(want[k].copy, n_differ(p), want[k].n_votes);
            ROW_INT(want[k].copy, p->n_stations, want[k].n_all);
            ROW_INT(want[k].copy, p->n_zero_a + p->n_zero_b, want[k].zero);
            ROW_INT(want[k].copy, apart(p, x.e.contest[0].n_options), want[k].apart);
            ROW_INT(want[k].copy, net(p, mas), want[k].mas);
            ROW_INT(want[k].copy, net(p, cc), want[k].cc);
        }
    }
    assert_int_equal(found, 2);
    close_case(&x);
}

/* elections/germany-2025, README: 295 of 299 constituencies, 291 of them in the votes of a list. */
static void expect_germany(const compared *x, const char *bsw, const char *neighbour)
{
    assert_int_equal(x->c.n_pairs, 1);
    const cv_copy_pair *p = &x->c.pair[0];
    int32_t b = option_of(x, bsw), n = option_of(x, neighbour), both = 0;
    assert_int_equal(p->n_both, 299);
    assert_int_equal(p->n_votes, 291);
    assert_int_equal(p->n_lines, 4);
    assert_int_equal(net(p, b), 4277);
    assert_int_equal(net(p, n), -2640);
    assert_int_equal(p->more[b], 4354);
    assert_int_equal(p->votes_apart, 25193);
    assert_int_equal(p->n_first, 0);
    /* Constituencies in which one gains at least 10 while the other loses at least 10. */
    cv_count gained = 0, lost = 0;
    const cv_forms *f = &x->e.forms[0];
    for (int64_t i = 0; i < p->n_stations; i++) {
        int32_t ra = p->station[i].row_a, rb = p->station[i].row_b;
        if (f->votes[n][ra] < 0 || f->votes[n][rb] < 0) continue;
        cv_count up = f->votes[b][ra] - f->votes[b][rb], down = f->votes[n][ra] - f->votes[n][rb];
        if (up < 10 || down > -10) continue;
        both++;
        gained += up;
        lost += down;
    }
    assert_int_equal(both, 86);
    assert_int_equal(gained, 3065);
    assert_int_equal(lost, -2609);
}

static void germany_2025(void **state)
{
    (void)state;
    compared x;
    open_case(&x, "bundestag-2025", "CDU", "AfD");
    expect_germany(&x, "BSW", "BÜNDNIS DEUTSCHLAND");
    const cv_copy_pair *p = &x.c.pair[0];
    const int64_t by[CV_N_APART] = {924, 4, 676, 0, 0, 850, 0};
    for (int32_t k = 0; k < CV_N_APART; k++) assert_int_equal(p->votes_by[k], by[k]);
    assert_int_equal(p->lead_up, 1696);
    assert_int_equal(p->lead_down, 1654);
    close_case(&x);
}

static void germany_2025_xml(void **state)
{
    (void)state;
    need("elections/germany-2025");
    compared x;
    open_case(&x, "germany-2025-xml", "1", "5");
    expect_germany(&x, "64", "72");
    close_case(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indonesia_2019),
        cmocka_unit_test(bolivia_2019),
        cmocka_unit_test(germany_2025),
        cmocka_unit_test(germany_2025_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

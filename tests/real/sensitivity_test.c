/* Smallest sets of stations whose annulment would change the outcome, in real elections: against
 * values computed by others by full enumeration and dynamic programming (Georgia 2012), and
 * published in docs/reference/methods.md (Bolivia 2019). */
#include "../unit/row.h"

#include <stdlib.h>

#include "model/build.h"
#include "num/frac.h"
#include "read/number.h"
#include "read/table.h"
#include "sensitivity/sensitivity.h"
#include "tally/tally.h"
#include "tally/totals.h"

typedef struct {
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_election e;
} country;

static void country_open(country *c)
{
    *c = (country){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    c->b = cv_build_open(&c->keep, &c->work);
    cv_build_copy(c->b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true});
    cv_build_source(c->b, &(cv_source){.file = CV_STR("results.csv")});
}

static void country_close(country *c)
{
    cv_arena_close(&c->scratch);
    cv_arena_close(&c->work);
    cv_arena_close(&c->keep);
}

/* A file of the shared data, or an empty text when there is none. */
static cv_str data_file(const char *name, cv_arena *keep)
{
    const char *data = getenv("CANVASS_DATA");
    if (!data) return (cv_str){"", 0};
    cv_str path = cv_str_format(keep, "%s/%s", data, name);
    if (access(path.s, R_OK) == 0) return path;
    print_message("# SKIP no data at %s\n", path.s);
    return (cv_str){"", 0};
}

static cv_table *open_table(cv_str path, cv_arena *keep)
{
    cv_error err = {0};
    cv_table *t;
    const cv_table_member *member;
    if (cv_table_open(&t, path, &CV_TABLE_FORMAT_DEFAULT, keep, &err) != CV_OK ||
        cv_table_next_member(t, &member, &err) != CV_OK)
        fail_msg("%s: %s", path.s, err.text);
    return t;
}

static cv_cell cell_at(const cv_batch *b, int32_t row, int32_t column)
{
    cv_cell cell = CV_CELL_ILLEGIBLE;
    cv_cell_parse(&CV_NUMBER_STYLE_DEFAULT, cv_batch_cell(b, row, column), &cell);
    return cell;
}

static cv_sensitivity sensitivity_of(country *c, int32_t contest, int64_t effort)
{
    cv_error err = {0};
    cv_sums sums;
    cv_tally tally;
    cv_sensitivity out;
    const cv_contest *its = &c->e.contest[contest];
    cv_totals_sum(&sums, &c->e, (cv_contest_ix){contest}, NULL, &c->keep);
    cv_tally_task task = {&sums.totals, its->seats, &c->e.rule_set[its->rule], NULL};
    if (cv_tally_count(&tally, &task, &c->keep, c->scratch, &err) != CV_OK)
        fail_msg("count: %s", err.text);
    cv_sensitivity_input in = {
        .election = &c->e, .contest = {contest}, .sums = &sums, .tally = &tally, .effort = effort};
    if (cv_sensitivity_run(&out, &in, &c->keep, c->scratch, &err) != CV_OK)
        fail_msg("sensitivity: %s", err.text);
    return out;
}

/* ---- Georgia 2012 ---- */

enum { GEO_DISTRICT = 1, GEO_GENERAL = 5, GEO_SPECIAL = 6, GEO_INVALID = 11, GEO_OPTIONS = 18 };

static void add_georgian_row(country *c, const cv_table_member *m, const cv_batch *b, int32_t row,
                             bool only_large)
{
    cv_contest_ix contest = cv_build_contest(c->b, cv_batch_cell(b, row, GEO_DISTRICT), NULL);
    cv_build_contest_at(c->b, contest)->rule = 0;
    const cv_form_key key = {
        .contest = contest,
        .station = cv_build_station(
            c->b, cv_str_format(&c->keep, "line %lld", (long long)b->line[row]), NULL),
        .source = {0},
        .line = (int32_t)b->line[row]};
    cv_slot slot[64] = {
        {CV_F_REG_MAIN,    -1},
        {CV_F_REG_SPECIAL, -1}
    };
    cv_cell cell[64] = {cell_at(b, row, GEO_GENERAL), cell_at(b, row, GEO_SPECIAL)};
    int32_t n = 2;
    for (int32_t k = GEO_OPTIONS; k < m->n_columns; k++) {
        bool large = cv_str_eq(m->column[k], CV_STR("5")) || cv_str_eq(m->column[k], CV_STR("41"));
        if (only_large && !large) continue;
        cv_cell votes = cell_at(b, row, k);
        slot[n] = (cv_slot){CV_F_NONE, cv_build_option(c->b, contest, m->column[k], NULL)};
        cell[n++] = votes == CV_CELL_BLANK ? CV_CELL_ABSENT : votes;
    }
    cv_build_form(c->b, &key, slot, cell, n);
}

static void read_georgia(country *c, cv_str path, bool only_large)
{
    cv_error err = {0};
    cv_table *t;
    const cv_table_member *m;
    cv_batch b;
    cv_build_rule_set(c->b, &(cv_rule_set){.id = CV_STR("plurality")});
    if (cv_table_open(&t, path, &CV_TABLE_FORMAT_DEFAULT, &c->work, &err) != CV_OK ||
        cv_table_next_member(t, &m, &err) != CV_OK)
        fail_msg("%s: %s", path.s, err.text);
    while (cv_table_next(t, &b, &err) == CV_OK && b.n_rows > 0)
        for (int32_t row = 0; row < b.n_rows; row++) add_georgian_row(c, m, &b, row, only_large);
    if (cv_build_freeze(&c->e, c->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
}

/* An empty cell says that no set of annulments does it. */
static int64_t expected(const cv_batch *b, int32_t row, int32_t column, int64_t none)
{
    cv_cell cell = cell_at(b, row, column);
    return cell < 0 ? none : cell;
}

/* The values are about options 5 and 41, the two large parties, alone. */
static void georgia_2012_comes_out_row_by_row(void **state)
{
    (void)state;
    country c;
    country_open(&c);
    cv_str forms = data_file("elections/georgia-2012/2012_official_major.csv.xz", &c.keep);
    cv_str golden =
        data_file("observation/golden_dispute/georgia2012_smd_sensitivity.csv", &c.keep);
    if (forms.n == 0 || golden.n == 0) {
        country_close(&c);
        skip();
    }
    read_georgia(&c, forms, true);
    cv_table *t = open_table(golden, &c.work);
    cv_error err = {0};
    cv_batch b;
    int32_t n_rows = 0;
    while (cv_table_next(t, &b, &err) == CV_OK && b.n_rows > 0) {
        for (int32_t row = 0; row < b.n_rows; row++, n_rows++) {
            cv_str id = cv_batch_cell(&b, row, 0);
            const char *name = cv_str_copy(&c.work, id).s;
            cv_sensitivity s =
                sensitivity_of(&c, cv_contest_named(&c.e, id).i, INT64_C(1000000000));
            ROW_INT(name, s.lead, expected(&b, row, 8, -1));
            ROW_INT(name, s.annulment.all_registered, expected(&b, row, 2, -1));
            ROW_INT(name, s.annulment.n_tie, expected(&b, row, 12, -1));
            ROW_INT(name, s.annulment.n_change, expected(&b, row, 13, -1));
            ROW_INT(name, s.annulment.fewest_registered, expected(&b, row, 14, CV_BLANK));
            ROW_INT(name, s.annulment.fewest_registered_low, expected(&b, row, 14, CV_BLANK));
            ROW_TRUE(name, s.annulment.proved);
            if (!cv_str_eq(id, CV_STR("43"))) continue;
            /* The two heaviest stations have 2,048 of 7,091 voters, two others that do 482. */
            ROW_INT(name, s.annulment.registered, 2048);
            ROW_INT(name, s.annulment.n_cheapest, 2);
            ROW_INT(name, s.annulment.cheapest_registered, 482);
        }
    }
    assert_int_equal(n_rows, 73);
    country_close(&c);
}

/* A third option can be nearer to a tie than the runner-up: in district 25 the 43 stations where
 * option 5 is furthest ahead of option 1 leave the two level, though option 41 is second. */
static void a_third_option_can_be_the_nearest(void **state)
{
    (void)state;
    country c;
    country_open(&c);
    cv_str forms = data_file("elections/georgia-2012/2012_official_major.csv.xz", &c.keep);
    if (forms.n == 0) {
        country_close(&c);
        skip();
    }
    read_georgia(&c, forms, false);
    cv_sensitivity s = sensitivity_of(&c, cv_contest_named(&c.e, CV_STR("25")).i, 0);
    assert_int_equal(s.annulment.n_tie, 43);
    country_close(&c);
}

/* ---- Bolivia 2019 ---- */

static void read_bolivia(country *c, cv_str path)
{
    enum { REGISTERED = 11, FIRST_OPTION = 12, BLANK = 21, INVALID = 22 };
    cv_error err = {0};
    cv_table *t;
    const cv_table_member *m;
    cv_batch b;
    const cv_base valid = CV_BASE_VALID;
    cv_build_rule_set(c->b, &(cv_rule_set){
                                .id = CV_STR("lead"),
                                .engine = CV_ENGINE_TWO_ROUND,
                                .n_win = 2,
                                .win = {{.share = {{1, 2}, CV_ABOVE, valid}},
                                        {.share = {{2, 5}, CV_AT_LEAST, valid},
                                         .has_lead = true,
                                         .lead = {{1, 10}, CV_AT_LEAST, valid}}},
                                .runoff_top = 2
    });
    if (cv_table_open(&t, path, &CV_TABLE_FORMAT_DEFAULT, &c->work, &err) != CV_OK ||
        cv_table_next_member(t, &m, &err) != CV_OK)
        fail_msg("%s: %s", path.s, err.text);
    cv_contest_ix contest = cv_build_contest(c->b, CV_STR("president"), NULL);
    cv_build_contest_at(c->b, contest)->rule = 0;
    cv_slot slot[12] = {
        {CV_F_REG,     -1},
        {CV_F_BLANK,   -1},
        {CV_F_INVALID, -1}
    };
    for (int32_t k = 0; k < 9; k++)
        slot[3 + k] =
            (cv_slot){CV_F_NONE, cv_build_option(c->b, contest, m->column[FIRST_OPTION + k], NULL)};
    while (cv_table_next(t, &b, &err) == CV_OK && b.n_rows > 0) {
        for (int32_t row = 0; row < b.n_rows; row++) {
            cv_str code = cv_str_copy(&c->keep, cv_batch_cell(&b, row, 0));
            const cv_form_key key = {.contest = contest,
                                     .station = cv_build_station(c->b, code, NULL),
                                     .source = {0},
                                     .line = (int32_t)b.line[row]};
            cv_cell cell[12] = {cell_at(&b, row, REGISTERED), cell_at(&b, row, BLANK),
                                cell_at(&b, row, INVALID)};
            for (int32_t k = 0; k < 9; k++) cell[3 + k] = cell_at(&b, row, FIRST_OPTION + k);
            cv_build_form(c->b, &key, slot, cell, 12);
        }
    }
    if (cv_build_freeze(&c->e, c->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
}

static void bolivia_2019_needs_182_stations(void **state)
{
    (void)state;
    country c;
    country_open(&c);
    cv_str forms = data_file("elections/bolivia-2019/final_computo.zip", &c.keep);
    if (forms.n == 0) {
        country_close(&c);
        skip();
    }
    read_bolivia(&c, forms);
    assert_int_equal(c.e.forms[0].n, 34555);
    cv_sensitivity s = sensitivity_of(&c, 0, 0);
    assert_int_equal(s.annulment.n_change, 182);
    assert_true(s.annulment.proved);
    assert_int_equal(s.annulment.registered, 42154);
    assert_int_equal(s.annulment.all_registered, 7315364);
    country_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(georgia_2012_comes_out_row_by_row),
        cmocka_unit_test(a_third_option_can_be_the_nearest),
        cmocka_unit_test(bolivia_2019_needs_182_stations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

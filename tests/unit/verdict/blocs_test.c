#include "../row.h"

#include "model/bloc.h"
#include "verdict/blocs.h"

/* Five seats between two options, 1 and 2 of each: seats 0 and 1 stand for the first option, 2 is
 * open between both, 3 cannot be computed (the second, or vacant), 4 stands for the second.
 * Options belong to party p in seat 0 and q elsewhere. */
enum { N_SEATS = 5, LEFT = 0, RIGHT = 1 };

typedef struct {
    cv_option option[N_SEATS][2];
    cv_contest contest[N_SEATS];
    cv_tally tally[N_SEATS];
    cv_sensitivity sensitivity[N_SEATS];
    cv_verdict verdict[N_SEATS];
    cv_seat_result seat[N_SEATS];
    int32_t seats[N_SEATS][2], low[N_SEATS][2], high[N_SEATS][2];
    cv_election e;
} house;

static const cv_bloc BLOCS[] = {
    {CV_STR("left"),  CV_STR("Left") },
    {CV_STR("right"), CV_STR("Right")}
};
static const cv_reason NONE = {.code = CV_REASON_CAN_REACH};

static void open_house(house *h, const cv_bloc_statement *s, int32_t n)
{
    static bool in_lot[2];
    static const cv_word word[] = {CV_HOLDS, CV_HOLDS, CV_OPEN, CV_UNDETERMINED, CV_HOLDS};
    static const int32_t seats[][2] = {
        {1, 0},
        {1, 0},
        {1, 0},
        {0, 1},
        {0, 1}
    };
    static const int32_t high[][2] = {
        {1, 0},
        {1, 0},
        {1, 1},
        {0, 1},
        {0, 1}
    };
    *h = (house){0};
    for (int32_t i = 0; i < N_SEATS; i++) {
        for (int o = 0; o < 2; o++) {
            h->option[i][o] = (cv_option){.id = o ? CV_STR("2") : CV_STR("1"),
                                          .party = i ? CV_STR("q") : CV_STR("p"),
                                          .bloc = CV_NO_BLOC};
            h->seats[i][o] = seats[i][o];
            h->high[i][o] = high[i][o];
        }
        h->contest[i] = (cv_contest){.seats = 1,
                                     .in_chamber = true,
                                     .n_options = 2,
                                     .option = h->option[i],
                                     .runoff = CV_NO_CONTEST,
                                     .runoff_of = CV_NO_CONTEST};
        h->tally[i] = (cv_tally){.n_options = 2, .seats = h->seats[i], .in_lot = in_lot};
        h->sensitivity[i] = (cv_sensitivity){
            .seats_low = h->low[i], .seats_high = h->high[i], .vacant_high = i == 3};
        h->verdict[i] = (cv_verdict){.word = word[i], .n_reasons = 1, .reason = &NONE};
        h->seat[i] = (cv_seat_result){&h->tally[i], &h->sensitivity[i], &h->verdict[i]};
    }
    h->e = (cv_election){.n_contests = N_SEATS,
                         .contest = h->contest,
                         .n_blocs = 2,
                         .bloc = BLOCS,
                         .n_bloc_statements = n,
                         .bloc_statement = s};
}

static cv_date day(const char *text)
{
    cv_date d = CV_NO_DATE;
    if (text && !cv_date_parse(&d, cv_str_of(text))) fail_msg("no date: %s", text);
    return d;
}

static cv_bloc_statement says(const char *author, int32_t contest, const char *option, int32_t bloc)
{
    return (cv_bloc_statement){.contest = {contest},
                               .option = cv_str_of(option),
                               .bloc = {bloc},
                               .from = CV_NO_DATE,
                               .to = CV_NO_DATE,
                               .asserted_by = cv_str_of(author)};
}

static cv_chamber_line line_of(const cv_chamber *c, int32_t bloc)
{
    for (int32_t i = 0; i < c->n_lines; i++)
        if (c->line[i].bloc.i == bloc) return c->line[i];
    return (cv_chamber_line){{-9}, -9, -9, -9, -9};
}

/* The worked chamber: left 2..3, right 1..3, vacant 0..1. Another author puts the first option of
 * the first seat to the right and says nothing of the rest: right 1..1, unassigned 3..4 (the seats
 * 1 and 4 stand, 2 is one of two unassigned, 3 is unassigned or vacant). */
static void each_author_has_a_chamber(void **state)
{
    (void)state;
    house h;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_bloc_statement s[] = {says("a paper", -1, "1", LEFT), says("a party", 0, "1", RIGHT),
                             says("a paper", -1, "2", RIGHT)};
    cv_chambers out;
    open_house(&h, s, 3);
    cv_chamber_by_author(&out, &h.e, h.seat, CV_NO_DATE, &keep, scratch);
    assert_int_equal(out.n, 2); /* the case has no blocs of its own */
    ROW_STR("first", out.view[0].asserted_by, CV_STR("a paper"));
    const cv_chamber *paper = &out.view[0].chamber, *party = &out.view[1].chamber;
    ROW_INT("left low", line_of(paper, LEFT).low, 2);
    ROW_INT("left high", line_of(paper, LEFT).high, 3);
    ROW_INT("right low", line_of(paper, RIGHT).low, 1);
    ROW_INT("right high", line_of(paper, RIGHT).high, 3);
    ROW_INT("vacant", paper->vacant_high, 1);
    ROW_INT("no line for who is in none", line_of(paper, -1).seats, -9);
    ROW_INT("party: right low", line_of(party, RIGHT).low, 1);
    ROW_INT("party: right high", line_of(party, RIGHT).high, 1);
    ROW_INT("party: no word of left", line_of(party, LEFT).seats, -9);
    ROW_INT("party: unassigned low", line_of(party, -1).low, 3);
    ROW_INT("party: unassigned high", line_of(party, -1).high, 4);
    ROW_INT("statements", out.view[0].n_statements, 2);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

/* The first option of seat 0 goes from left to right on 2 March. */
static void a_bloc_is_that_of_the_day(void **state)
{
    (void)state;
    static const struct {
        const char *name, *day;
        int32_t left, right;
    } rows[] = {
        {"before",                  "2005-03-01",       1,  -9},
        {"on the last day",         "2005-03-01T23:00", 1,  -9},
        {"on the first day",        "2005-03-02",       -9, 1 },
        {"no day: what has no end", NULL,               -9, 1 },
    };
    cv_bloc_statement s[] = {says("x", 0, "1", LEFT), says("x", 0, "1", RIGHT)};
    s[0].to = day("2005-03-01");
    s[1].from = day("2005-03-02");
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        house h;
        cv_chambers out;
        cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
        open_house(&h, s, 2);
        cv_chamber_by_author(&out, &h.e, h.seat, day(rows[i].day), &keep, scratch);
        ROW_INT(rows[i].name, line_of(&out.view[0].chamber, LEFT).seats, rows[i].left);
        ROW_INT(rows[i].name, line_of(&out.view[0].chamber, RIGHT).seats, rows[i].right);
        cv_arena_close(&scratch);
        cv_arena_close(&keep);
    }
}

/* Party p is left, but its second option in seat 0 is right; of q nobody speaks. */
static void a_word_on_the_option_goes_before_one_on_its_party(void **state)
{
    (void)state;
    house h;
    cv_chambers out;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_bloc_statement s[] = {says("x", -1, "", LEFT), says("x", 0, "1", RIGHT)};
    s[0].party = CV_STR("p");
    open_house(&h, s, 2);
    cv_chamber_by_author(&out, &h.e, h.seat, CV_NO_DATE, &keep, scratch);
    ROW_INT("right", line_of(&out.view[0].chamber, RIGHT).seats, 1);
    ROW_INT("left", line_of(&out.view[0].chamber, LEFT).seats, 0);
    ROW_INT("unassigned", line_of(&out.view[0].chamber, -1).seats, 4);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

/* Nobody knows who stands: every bloc can have every seat, and none is sure of one. */
static void a_seat_without_options_may_be_anybodys(void **state)
{
    (void)state;
    static const cv_reason no_forms = {.code = CV_REASON_NO_FORMS};
    house h;
    cv_chambers out;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    open_house(&h, NULL, 0);
    h.e.n_own_blocs = 2;
    for (int i = 0; i < N_SEATS; i++) {
        h.contest[i].n_options = 0;
        h.verdict[i] = (cv_verdict){.word = CV_UNDETERMINED, .n_reasons = 1, .reason = &no_forms};
    }
    cv_chamber_by_author(&out, &h.e, h.seat, CV_NO_DATE, &keep, scratch);
    assert_int_equal(out.n, 1);
    ROW_INT("author", out.view[0].asserted_by.n, 0);
    ROW_INT("low", line_of(&out.of_case, LEFT).low, 0);
    ROW_INT("high", line_of(&out.of_case, LEFT).high, 5);
    ROW_INT("vacant", out.of_case.vacant_high, 5);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_author_has_a_chamber),
        cmocka_unit_test(a_bloc_is_that_of_the_day),
        cmocka_unit_test(a_word_on_the_option_goes_before_one_on_its_party),
        cmocka_unit_test(a_seat_without_options_may_be_anybodys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

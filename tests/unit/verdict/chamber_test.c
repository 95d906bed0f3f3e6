#include "../row.h"

#include "verdict/verdict.h"

/* methods.md, Chamber: five seats; b holds 1 and 2 (holds), 3 (open: b or c), 4
 * (undetermined: c or vacant), 5 (holds: c): b 2..3, c 1..3, vacant 0..1. */
enum { B, C, N_SEATS = 5 };

static const cv_bloc BLOCS[] = {
    {CV_STR("b"), CV_STR("b")},
    {CV_STR("c"), CV_STR("c")}
};
static const cv_option OPTIONS[] = {{.bloc = {B}}, {.bloc = {C}}};

typedef struct {
    int32_t seats[2], low[2], high[2], vacant_low, vacant_high;
    cv_word word;
    cv_outcome_kind kind;
    cv_reason reason;
} one;

typedef struct {
    cv_contest contest[N_SEATS];
    cv_tally tally[N_SEATS];
    cv_sensitivity sensitivity[N_SEATS];
    cv_verdict verdict[N_SEATS];
    cv_seat_result result[N_SEATS];
    cv_election e;
} house;

static void open_house(house *h, one *seat, int32_t n)
{
    static bool in_lot[2];
    *h = (house){0};
    for (int32_t i = 0; i < n; i++) {
        h->contest[i] = (cv_contest){.seats = 1,
                                     .in_chamber = true,
                                     .n_options = 2,
                                     .option = OPTIONS,
                                     .runoff = CV_NO_CONTEST,
                                     .runoff_of = CV_NO_CONTEST};
        h->tally[i] = (cv_tally){
            .kind = seat[i].kind, .n_options = 2, .seats = seat[i].seats, .in_lot = in_lot};
        h->sensitivity[i] = (cv_sensitivity){.seats_low = seat[i].low,
                                             .seats_high = seat[i].high,
                                             .vacant_low = seat[i].vacant_low,
                                             .vacant_high = seat[i].vacant_high};
        h->verdict[i] =
            (cv_verdict){.word = seat[i].word, .n_reasons = 1, .reason = &seat[i].reason};
        h->result[i] = (cv_seat_result){&h->tally[i], &h->sensitivity[i], &h->verdict[i]};
    }
    h->e = (cv_election){.n_contests = n, .contest = h->contest, .n_blocs = 2, .bloc = BLOCS};
}

static void the_worked_chamber_comes_out(void **state)
{
    (void)state;
    one seat[N_SEATS] = {
        {.seats = {1, 0},   .word = CV_HOLDS       },
        {.seats = {1, 0},   .word = CV_HOLDS       },
        {.seats = {1, 0},   .high = {1, 1},          .word = CV_OPEN},
        {.seats = {0, 1},                 .high = {0, 1},                          .vacant_high = 1, .word = CV_UNDETERMINED},
        {.seats = {0, 1}, .word = CV_HOLDS},
    };
    house h;
    cv_chamber c;
    cv_arena keep = cv_arena_open();
    open_house(&h, seat, N_SEATS);
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.n_lines, 2);
    assert_int_equal(c.seats, 5);
    assert_int_equal(c.line[B].seats, 3);
    assert_int_equal(c.line[B].low, 2);
    assert_int_equal(c.line[B].high, 3);
    assert_int_equal(c.line[C].low, 1);
    assert_int_equal(c.line[C].high, 3);
    assert_int_equal(c.vacant_low, 0);
    assert_int_equal(c.vacant_high, 1);
    cv_arena_close(&keep);
}

/* A first round that leads to a run-off on record fills no seat; the run-off does. */
static void a_seat_of_two_rounds_counts_once(void **state)
{
    (void)state;
    one seat[2] = {
        {.seats = {0, 0}, .word = CV_HOLDS, .kind = CV_RUNOFF},
        {.seats = {0, 1},               .word = CV_HOLDS                },
    };
    house h;
    cv_chamber c;
    cv_arena keep = cv_arena_open();
    open_house(&h, seat, 2);
    h.contest[0].runoff.i = 1;
    h.contest[1].runoff_of.i = 0;
    h.contest[1].in_chamber = false;
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.seats, 1);
    assert_int_equal(c.line[C].seats, 1);
    assert_int_equal(c.vacant, 0);
    h.contest[0].runoff.i = -1; /* not held yet */
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.vacant, 1);
    h.contest[0].runoff.i = 1; /* held, though the first round gives a deputy */
    h.tally[0].kind = CV_DECIDED;
    seat[0].seats[B] = 1;
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.seats, 1);
    assert_int_equal(c.line[B].seats, 1);
    assert_int_equal(c.line[C].seats, 0);
    cv_arena_close(&keep);
}

/* What was declared is among what is possible of a contradicted seat; refused rows leave all. */
static void what_was_declared_stays_possible(void **state)
{
    (void)state;
    static const int32_t declared[] = {0, 1};
    one seat[1] = {
        {.seats = {1, 0}, .low = {1, 0}, .high = {1, 0}, .word = CV_CONTRADICTED}
    };
    house h;
    cv_chamber c;
    cv_arena keep = cv_arena_open();
    open_house(&h, seat, 1);
    h.contest[0].declared = (cv_declared){.has_winners = true, .seats = declared};
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.line[B].low, 0);
    assert_int_equal(c.line[B].high, 1);
    assert_int_equal(c.line[C].high, 1);
    assert_int_equal(c.line[C].declared, 1);
    h.contest[0].declared = (cv_declared){0};
    seat[0].reason.code = CV_REASON_REFUSED_ROWS;
    seat[0].word = h.verdict[0].word = CV_UNDETERMINED;
    cv_chamber_compose(&c, &h.e, h.result, NULL, &keep);
    assert_int_equal(c.line[B].low, 0);
    assert_int_equal(c.line[C].high, 1);
    assert_int_equal(c.vacant_high, 1);
    assert_true(c.conservative);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_chamber_comes_out),
        cmocka_unit_test(a_seat_of_two_rounds_counts_once),
        cmocka_unit_test(what_was_declared_stays_possible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

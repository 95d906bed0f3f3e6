/* What was recorded after the instant asked for changes nothing, and the state on file is that of
 * the last move that was allowed: on random files of moves, mostly along the life cycle. */
#include "../unit/row.h"

#include "disputes/complaints.h"
#include "num/rng.h"

enum { CASES = 3000, MOVES = 24, DAYS = 30, FIRST_DAY = 12840 };

static cv_move_kind likely(cv_rng *r, cv_complaint_state state)
{
    cv_complaint_state to;
    if (cv_rng_chance(r, 0.15)) return (cv_move_kind)cv_rng_below(r, CV_N_MOVES);
    cv_move_kind allowed[CV_N_MOVES];
    int32_t n = 0;
    for (int m = 0; m < CV_N_MOVES; m++)
        if (cv_complaint_step(&to, state, (cv_move_kind)m, CV_RULING_DISMISSED, false))
            allowed[n++] = (cv_move_kind)m;
    return allowed[cv_rng_below(r, n)]; /* evidence is always one */
}

/* In order of time; terms of a few days begin with some of them. */
static void draw(cv_complaint_move *move, cv_rng *r)
{
    int32_t day = FIRST_DAY;
    cv_complaint_state state = CV_STATE_NONE;
    for (int32_t i = 0; i < MOVES; i++) {
        day += (int32_t)cv_rng_below(r, 3);
        move[i] = (cv_complaint_move){
            .kind = likely(r, state), .recorded = {day, -1}
        };
        if (cv_rng_chance(r, 0.5)) move[i].recorded.minute = (int16_t)(60 * (i + 1));
        if (cv_rng_chance(r, 0.3))
            move[i].clock = (cv_clock_rule){.is_set = true,
                                            .amount = (int32_t)cv_rng_below(r, 6),
                                            .unit = (cv_clock_unit)cv_rng_below(r, CV_N_UNITS)};
        cv_complaint_state to;
        if (cv_complaint_step(&to, state, move[i].kind, CV_RULING_DISMISSED, false)) state = to;
    }
}

static cv_complaint_result fold(cv_complaint *c, int32_t n, cv_date now, cv_lapse lapse,
                                cv_arena *keep, cv_arena scratch)
{
    cv_complaints out;
    cv_complaint_file file = {.n_complaints = 1, .complaint = c};
    cv_election e = {.complaints = &file};
    cv_complaint_rules rules = CV_COMPLAINT_RULES_DEFAULT;
    rules.lapse = lapse;
    c->n_moves = n;
    cv_complaints_fold(&out, &e, &rules, now, keep, scratch);
    return out.complaint[0];
}

static int32_t known_by(const cv_complaint_move *move, int32_t day)
{
    int32_t n = 0;
    while (n < MOVES && move[n].recorded.day <= day) n++;
    return n;
}

static void same(int32_t i, const cv_complaint_result *a, const cv_complaint_result *b)
{
    if (a->state != b->state || a->ruling != b->ruling || a->is_open != b->is_open ||
        a->n_moves != b->n_moves || a->n_terms != b->n_terms || a->next != b->next)
        fail_msg("case %d: state %d and %d, %d and %d moves", i, a->state, b->state, a->n_moves,
                 b->n_moves);
}

static void later_records_change_nothing(void **state)
{
    (void)state;
    cv_arena scratch = cv_arena_open();
    int32_t seen[CV_N_STATES] = {0};
    for (int32_t i = 0; i < CASES; i++) {
        cv_arena keep = cv_arena_open();
        cv_rng r = cv_rng_open(20050227, 1, (uint64_t)i, 0);
        cv_complaint_move move[MOVES];
        cv_complaint c = {.id = CV_STR("K"), .ground = CV_STR("g"), .contest = {-1}, .move = move};
        cv_lapse lapse = (cv_lapse)cv_rng_below(&r, 4);
        draw(move, &r);
        for (int32_t day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            cv_date now = {day, -1};
            cv_complaint_result all = fold(&c, MOVES, now, lapse, &keep, scratch);
            cv_complaint_result cut = fold(&c, known_by(move, day), now, lapse, &keep, scratch);
            same(i, &all, &cut);
            seen[all.state]++;
        }
        cv_arena_close(&keep);
    }
    /* The files are such that every state comes up. */
    for (int s = 0; s < CV_N_STATES; s++)
        ROW_TRUE(cv_complaint_state_word((cv_complaint_state)s).s, seen[s] > 0);
    cv_arena_close(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(later_records_change_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

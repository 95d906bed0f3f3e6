/* Copies of forms on random small seats: the order of stations does not matter, one side mirrors
 * the other, equal sheets give nothing, and what the copies in one hand settle is never undone by
 * any content of the other stations. */
#include "../unit/seat.h"

#include "elections.h"

#include "copies/copies.h"

enum { ROUNDS = 3000, STATIONS_MOST = 6, OPTIONS_MOST = 4 };

static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;

typedef struct {
    int32_t n, n_options;
    bool has[2][STATIONS_MOST];
    cv_cell votes[2][STATIONS_MOST][OPTIONS_MOST];
    cv_cell reg[STATIONS_MOST];
} sheets;

static cv_cell random_cell(dice *d)
{
    if (chance(d, 12)) return CV_CELL_BLANK;
    if (chance(d, 30)) return CV_CELL_ILLEGIBLE;
    return (cv_cell)pick(d, 12);
}

static void fill(sheets *s, dice *d)
{
    *s = (sheets){.n = 1 + (int32_t)pick(d, STATIONS_MOST),
                  .n_options = 2 + (int32_t)pick(d, OPTIONS_MOST - 1)};
    for (int32_t i = 0; i < s->n; i++) {
        s->reg[i] = 1 + (cv_cell)pick(d, 40);
        s->has[0][i] = !chance(d, 5);
        s->has[1][i] = !chance(d, 4);
        for (int32_t o = 0; o < s->n_options; o++) {
            s->votes[0][i][o] = random_cell(d);
            s->votes[1][i][o] = chance(d, 3) ? random_cell(d) : s->votes[0][i][o];
        }
    }
}

/* side: whose sheets count; order [n] of the stations. */
static void compare(cv_copies *out, seat *t, const sheets *s, int32_t side, const int32_t *order)
{
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    static const char *const names[STATIONS_MOST] = {"s0", "s1", "s2", "s3", "s4", "s5"};
    seat_open(t, s->n_options, 1, &plurality);
    for (int32_t k = 0; k < s->n; k++) {
        int32_t i = order[k];
        const cv_cell more[] = {CV_CELL_UNREPORTED, s->reg[i], CV_CELL_UNREPORTED};
        seat_await(t, names[i], s->reg[i]);
        if (s->has[side][i]) seat_form(t, names[i], s->votes[side][i], more);
        if (s->has[1 - side][i])
            seat_form_of(t, t->other_copy, names[i], s->votes[1 - side][i], NULL);
    }
    seat_freeze(t);
    const cv_copies_input in = {&t->e, t->contest, 0, 1, &law};
    cv_copies_compare(out, &in, &t->keep, t->scratch);
}

static const int32_t as_is[STATIONS_MOST] = {0, 1, 2, 3, 4, 5};

#define SAME(field) ROW_INT(name, a->field, b->field)

static void expect_same(const char *name, const cv_copy_pair *a, const cv_copy_pair *b,
                        int32_t n_options)
{
    SAME(n_both), SAME(n_only_a), SAME(n_only_b), SAME(n_zero_a), SAME(n_zero_b), SAME(n_zero_both);
    SAME(n_compared), SAME(n_votes), SAME(n_lines), SAME(n_first), SAME(n_first_other);
    SAME(n_lead_turns), SAME(n_exchanged), SAME(votes_apart), SAME(ballots), SAME(n_lead_up);
    SAME(n_lead_down), SAME(lead_up), SAME(lead_down), SAME(n_stations), SAME(n_cells);
    for (int32_t k = 0; k < CV_N_APART; k++) SAME(votes_by[k]);
    for (int32_t o = 0; o < n_options; o++) SAME(more[o]), SAME(fewer[o]);
}

static void stations_in_another_order(void **state)
{
    (void)state;
    dice d = {17};
    for (int32_t round = 0; round < ROUNDS; round++) {
        char name[32];
        sheets s;
        seat t, u;
        cv_copies a, b;
        int32_t order[STATIONS_MOST] = {0, 1, 2, 3, 4, 5};
        fill(&s, &d);
        for (int32_t i = s.n - 1; i > 0; i--) {
            int32_t k = (int32_t)pick(&d, i + 1), was = order[i];
            order[i] = order[k];
            order[k] = was;
        }
        snprintf(name, sizeof name, "round %d", (int)round);
        compare(&a, &t, &s, 0, as_is);
        compare(&b, &u, &s, 0, order);
        ROW_INT(name, a.n_pairs, b.n_pairs);
        for (int32_t i = 0; i < a.n_pairs; i++)
            expect_same(name, &a.pair[i], &b.pair[i], s.n_options);
        for (int32_t i = 0; i < a.n_held; i++) {
            ROW_INT(name, a.held[i].word, b.held[i].word);
            ROW_INT(name, a.held[i].need, b.held[i].need);
            ROW_INT(name, a.held[i].cap, b.held[i].cap);
        }
        seat_close(&u);
        seat_close(&t);
    }
}

static void one_side_mirrors_the_other(void **state)
{
    (void)state;
    dice d = {18};
    int32_t compared = 0;
    for (int32_t round = 0; round < ROUNDS; round++) {
        char name[32];
        sheets s;
        seat t, u;
        cv_copies a, b;
        fill(&s, &d);
        snprintf(name, sizeof name, "round %d", (int)round);
        compare(&a, &t, &s, 0, as_is);
        compare(&b, &u, &s, 1, as_is);
        if (a.n_pairs && b.n_pairs) {
            cv_copy_pair m = b.pair[0];
            const cv_count *more = m.more, up = m.lead_up;
            int32_t n = m.n_only_a, zero = m.n_zero_a, n_up = m.n_lead_up;
            compared++;
            m.n_only_a = m.n_only_b, m.n_only_b = n;
            m.n_zero_a = m.n_zero_b, m.n_zero_b = zero;
            m.more = m.fewer, m.fewer = more;
            m.lead_up = m.lead_down, m.lead_down = up;
            m.n_lead_up = m.n_lead_down, m.n_lead_down = n_up;
            expect_same(name, &a.pair[0], &m, s.n_options);
        }
        seat_close(&u);
        seat_close(&t);
    }
    assert_true(compared > ROUNDS / 2);
}

static void equal_sheets_give_nothing(void **state)
{
    (void)state;
    dice d = {19};
    for (int32_t round = 0; round < ROUNDS; round++) {
        sheets s;
        seat t;
        cv_copies a;
        fill(&s, &d);
        memcpy(s.votes[1], s.votes[0], sizeof s.votes[0]);
        compare(&a, &t, &s, 0, as_is);
        for (int32_t i = 0; i < a.n_pairs; i++) ROW_INT("equal", a.pair[i].n_stations, 0);
        seat_close(&t);
    }
}

/* Gives every other station's ballots to each option in turn: any change of the first is one of
 * these, since no content takes more from the lead over an option than all ballots for it. */
static bool is_settled(const sheets *s, int32_t *first)
{
    cv_count votes[OPTIONS_MOST] = {0}, others = 0;
    for (int32_t i = 0; i < s->n; i++) {
        cv_count sum = 0;
        bool known = s->has[1][i];
        for (int32_t o = 0; o < s->n_options; o++) {
            known = known && s->votes[1][i][o] >= 0;
            sum += s->votes[1][i][o];
        }
        cv_count cast = 0;
        for (int32_t k = 0; k < 2; k++) {
            cv_count own = 0;
            bool all = s->has[k][i];
            for (int32_t o = 0; o < s->n_options; o++) {
                all = all && s->votes[k][i][o] >= 0;
                own += s->votes[k][i][o];
            }
            if (all && own > cast) cast = own;
        }
        if (!known || sum == 0) others += cast > s->reg[i] ? cast : s->reg[i];
        for (int32_t o = 0; known && sum && o < s->n_options; o++) votes[o] += s->votes[1][i][o];
    }
    *first = 0;
    for (int32_t o = 1; o < s->n_options; o++)
        if (votes[o] > votes[*first]) *first = o;
    for (int32_t o = 0; o < s->n_options; o++)
        if (o != *first && votes[o] + others >= votes[*first]) return false;
    return true;
}

static void what_is_settled_cannot_be_undone(void **state)
{
    (void)state;
    dice d = {20};
    int32_t settled = 0, open = 0;
    for (int32_t round = 0; round < 4 * ROUNDS; round++) {
        char name[32];
        sheets s;
        seat t;
        cv_copies a;
        int32_t first;
        fill(&s, &d);
        snprintf(name, sizeof name, "round %d", (int)round);
        compare(&a, &t, &s, 0, as_is);
        bool want = is_settled(&s, &first);
        for (int32_t i = 0; i < a.n_held; i++) {
            ROW_INT(name, a.held[i].word == CV_HELD_DECIDES, want);
            if (want) ROW_INT(name, a.held[i].first, first);
            settled += want;
            open += !want;
        }
        seat_close(&t);
    }
    assert_true(settled > 20 && open > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stations_in_another_order),
        cmocka_unit_test(one_side_mirrors_the_other),
        cmocka_unit_test(equal_sheets_give_nothing),
        cmocka_unit_test(what_is_settled_cannot_be_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

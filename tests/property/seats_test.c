/* Theorems about what could still change a seat, on random small seats against enumeration of
 * everything that may be true. The oracle counts by itself: most votes, ties kept. */
#include "../unit/seat.h"

enum { STATIONS = 6, OPTIONS = 4, CONTENTS = OPTIONS + 1, FORMS_ASKED = 2 };

/* ---- random seats ---- */

/* SplitMix64: the same seats on every machine. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static int32_t below(uint64_t *state, int32_t n)
{
    return (int32_t)(draw(state) % (uint64_t)n);
}

typedef struct {
    cv_change_kind change;
    int32_t k, form, group;
} asked;

typedef struct {
    int32_t n_options, n_stations, n_asked;
    cv_cell votes[STATIONS][OPTIONS], invalid[STATIONS], registered[STATIONS];
    asked asked[SEAT_QUESTIONS];
} plan;

static plan draw_plan(uint64_t *state)
{
    static const cv_change_kind KINDS[] = {CV_CHANGE_OFF, CV_CHANGE_ADD, CV_CHANGE_MOVE,
                                           CV_CHANGE_EXACT};
    plan p = {.n_options = 2 + below(state, OPTIONS - 1), .n_stations = 2 + below(state, 5)};
    int32_t scale = 2 + below(state, 9);
    for (int32_t s = 0; s < p.n_stations; s++) {
        for (int32_t o = 0; o < p.n_options; o++) p.votes[s][o] = below(state, scale);
        p.invalid[s] = below(state, 3);
        p.registered[s] = 30 + below(state, 30);
    }
    p.n_asked = below(state, FORMS_ASKED + 1);
    for (int32_t i = 0; i < p.n_asked; i++)
        p.asked[i] = (asked){KINDS[below(state, 4)], 1 + below(state, 2), i, 0};
    return p;
}

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

static void open_plan_by(seat *t, const plan *p, const int32_t *order, int32_t seats,
                         const cv_rule_set *rules)
{
    static const char *const CODES[STATIONS] = {"s0", "s1", "s2", "s3", "s4", "s5"};
    int32_t row[STATIONS];
    seat_open(t, p->n_options, seats, rules);
    for (int32_t i = 0; i < p->n_stations; i++) {
        int32_t s = order ? order[i] : i;
        row[s] = i;
        seat_form(t, CODES[s], p->votes[s],
                  (cv_cell[]){p->invalid[s], p->registered[s], CV_CELL_UNREPORTED});
    }
    seat_freeze(t);
    seat_count(t, NULL);
    for (int32_t r = 0; r < p->n_stations; r++)
        for (int32_t i = 0; i < p->n_asked; i++)
            if (row[p->asked[i].form] == r)
                seat_ask(t, r, p->asked[i].change, p->asked[i].k)->group =
                    (uint32_t)p->asked[i].group;
}

static void open_plan(seat *t, const plan *p, const int32_t *order)
{
    open_plan_by(t, p, order, 1, &plurality);
}

/* ---- the oracle ---- */

/* A set of those who have most votes; 0 when nobody has any. */
static uint32_t first_by_votes(const int64_t *total, int32_t n)
{
    int64_t most = 0;
    uint32_t set = 0;
    for (int32_t o = 0; o < n; o++) most = total[o] > most ? total[o] : most;
    for (int32_t o = 0; o < n && most > 0; o++) set |= (uint32_t)(total[o] == most) << o;
    return set;
}

typedef struct search search;

struct search {
    const plan *p;
    void (*leaf)(search *s, int32_t used);
    uint32_t base;
    bool changes;
    int32_t fewest;              /* questions with a change that lead elsewhere */
    int64_t total[CONTENTS];     /* with the changes made so far       */
    seat *seat;                  /* other rules: counted by the tally, */
    const cv_sensitivity *claim; /* and compared with these bounds     */
};

static void ask_from(search *s, int32_t i, int32_t used);

static void next_question(search *s, int32_t i, bool changed, int32_t used)
{
    ask_from(s, i + 1, used + changed);
}

/* Which question, and whether its ballots come (1) or go (-1). */
typedef struct {
    int32_t i, sign, used;
} spreading;

/* All ways to take up to k of what is there, or to add up to k. */
static void spread(search *s, const spreading *w, int32_t content, int32_t k, bool changed)
{
    const plan *p = s->p;
    if (content == p->n_options + 1) {
        next_question(s, w->i, changed, w->used);
        return;
    }
    int32_t form = p->asked[w->i].form;
    int32_t x = content < p->n_options ? p->votes[form][content] : p->invalid[form];
    int32_t most = w->sign < 0 && x < k ? x : k;
    int32_t at = content < p->n_options ? content : OPTIONS;
    for (int32_t z = 0; z <= most; z++) {
        s->total[at] += w->sign * z;
        spread(s, w, content + 1, k - z, changed || z > 0);
        s->total[at] -= w->sign * z;
    }
}

/* Up to k votes move, one by one; more ways than needed, none too many. */
static void move_on(search *s, int32_t i, int32_t k, const int32_t *left, bool changed,
                    int32_t used)
{
    const plan *p = s->p;
    next_question(s, i, changed, used);
    for (int32_t from = 0; k > 0 && from < p->n_options; from++) {
        for (int32_t to = 0; to < p->n_options && left[from] > 0; to++) {
            if (to == from) continue;
            int32_t now[OPTIONS];
            memcpy(now, left, sizeof now);
            now[from]--; /* a vote that has moved does not move again */
            s->total[from]--;
            s->total[to]++;
            move_on(s, i, k - 1, now, true, used);
            s->total[from]++;
            s->total[to]--;
        }
    }
}

static void annul(search *s, int32_t i, int32_t used)
{
    const plan *p = s->p;
    int32_t form = p->asked[i].form;
    next_question(s, i, false, used);
    for (int32_t o = 0; o < p->n_options; o++) s->total[o] -= p->votes[form][o];
    s->total[OPTIONS] -= p->invalid[form];
    next_question(s, i, true, used);
    for (int32_t o = 0; o < p->n_options; o++) s->total[o] += p->votes[form][o];
    s->total[OPTIONS] += p->invalid[form];
}

static void ask_from(search *s, int32_t i, int32_t used)
{
    const plan *p = s->p;
    if (i == p->n_asked) {
        s->leaf(s, used);
        return;
    }
    int32_t left[OPTIONS] = {0};
    for (int32_t o = 0; o < p->n_options; o++) left[o] = p->votes[p->asked[i].form][o];
    switch (p->asked[i].change) {
    case CV_CHANGE_OFF: spread(s, &(spreading){i, -1, used}, 0, p->asked[i].k, false); break;
    case CV_CHANGE_ADD:
    case CV_CHANGE_CAP: spread(s, &(spreading){i, 1, used}, 0, p->asked[i].k, false); break;
    case CV_CHANGE_MOVE: move_on(s, i, p->asked[i].k, left, false, used); break;
    case CV_CHANGE_EXACT: annul(s, i, used); break;
    case CV_CHANGE_NONE: break;
    }
}

static void count_most_votes(search *s, int32_t used)
{
    if (first_by_votes(s->total, s->p->n_options) == s->base) return;
    s->changes = true;
    if (used < s->fewest) s->fewest = used;
}

static search enumerate(const plan *p)
{
    search s = {.p = p, .fewest = INT32_MAX, .leaf = count_most_votes};
    for (int32_t i = 0; i < p->n_stations; i++)
        for (int32_t o = 0; o < p->n_options; o++) s.total[o] += p->votes[i][o];
    s.base = first_by_votes(s.total, p->n_options);
    ask_from(&s, 0, 0);
    return s;
}

static bool is_decided(const seat *t)
{
    return t->tally.kind == CV_DECIDED;
}

/* ---- theorems ---- */

/* Safe is said exactly when no allowed change gives another outcome; and the smallest changing
 * set is the smallest. */
static void safe_means_that_nothing_can_change_it(void **state)
{
    (void)state;
    uint64_t seed = 20050227;
    int32_t n_open = 0, n_safe = 0;
    for (int32_t i = 0; i < 10000; i++) {
        plan p = draw_plan(&seed);
        seat t;
        open_plan(&t, &p, NULL);
        if (is_decided(&t)) {
            cv_sensitivity s = seat_sensitivity(&t);
            search truth = enumerate(&p);
            char name[32];
            snprintf(name, sizeof name, "seat %d", i);
            ROW_INT(name, s.reach != CV_REACH_NOTHING, truth.changes);
            if (truth.changes) {
                ROW_INT(name, s.changing.n, truth.fewest);
                ROW_TRUE(name, s.proved && s.changing.proved);
            }
            n_open += truth.changes;
            n_safe += !truth.changes;
        }
        seat_close(&t);
    }
    assert_true(n_open > 1000);
    assert_true(n_safe > 1000);
}

static void missing_forms_are_facts(void **state)
{
    (void)state;
    uint64_t seed = 41;
    for (int32_t i = 0; i < 2000; i++) {
        plan p = draw_plan(&seed);
        seat t;
        for (int32_t q = 0; q < p.n_asked; q++)
            if (p.asked[q].change == CV_CHANGE_ADD) p.asked[q].change = CV_CHANGE_CAP;
        plan facts = p;
        facts.n_asked = 0;
        for (int32_t q = 0; q < p.n_asked; q++)
            if (p.asked[q].change == CV_CHANGE_CAP) facts.asked[facts.n_asked++] = p.asked[q];
        open_plan(&t, &p, NULL);
        if (is_decided(&t)) {
            cv_sensitivity s = seat_sensitivity(&t);
            cv_reach want = enumerate(&facts).changes ? CV_REACH_MISSING
                            : enumerate(&p).changes   ? CV_REACH_QUESTION
                                                      : CV_REACH_NOTHING;
            char name[32];
            snprintf(name, sizeof name, "seat %d", i);
            ROW_INT(name, s.reach, want);
        }
        seat_close(&t);
    }
}

/* All subsets of stations. */
static void annulments_are_the_smallest(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int32_t i = 0; i < 3000; i++) {
        plan p = draw_plan(&seed);
        p.n_asked = 0;
        seat t;
        open_plan(&t, &p, NULL);
        int32_t tie = -1, change = -1;
        int64_t registered = CV_BLANK;
        for (uint32_t set = 0; is_decided(&t) && set < 1u << p.n_stations; set++) {
            int64_t total[OPTIONS] = {0}, its = 0;
            int32_t size = 0, winner = t.tally.winner[0];
            bool level = false, beaten = false;
            for (int32_t s = 0; s < p.n_stations; s++) {
                bool gone = set >> s & 1;
                size += gone;
                its += gone ? p.registered[s] : 0;
                for (int32_t o = 0; o < p.n_options; o++) total[o] += gone ? 0 : p.votes[s][o];
            }
            for (int32_t o = 0; o < p.n_options; o++) {
                level = level || (o != winner && total[o] >= total[winner]);
                beaten = beaten || total[o] > total[winner];
            }
            if (level && (tie < 0 || size < tie)) tie = size;
            if (beaten && (change < 0 || size < change)) change = size;
            if (beaten && (registered == CV_BLANK || its < registered)) registered = its;
        }
        if (is_decided(&t)) {
            cv_sensitivity s = seat_sensitivity(&t);
            char name[32];
            snprintf(name, sizeof name, "seat %d", i);
            ROW_INT(name, s.annulment.n_tie, tie);
            ROW_INT(name, s.annulment.n_change, change);
            ROW_INT(name, s.annulment.fewest_registered, registered);
            ROW_TRUE(name, s.annulment.proved);
        }
        seat_close(&t);
    }
}

static void one_more_question_never_makes_it_safe(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int32_t i = 0; i < 3000; i++) {
        plan p = draw_plan(&seed), more = p;
        more.asked[more.n_asked++] =
            (asked){CV_CHANGE_OFF, 1 + below(&seed, 3), below(&seed, p.n_stations), 1};
        for (int32_t q = 0; q < more.n_asked; q++) more.asked[q].group = below(&seed, 4);
        memcpy(p.asked, more.asked, sizeof p.asked);
        seat t, u;
        open_plan(&t, &p, NULL);
        open_plan(&u, &more, NULL);
        if (is_decided(&t)) {
            cv_sensitivity before = seat_sensitivity(&t), after = seat_sensitivity(&u);
            char name[32];
            snprintf(name, sizeof name, "seat %d", i);
            ROW_TRUE(name, after.reach >= before.reach);
            ROW_TRUE(name, after.lead - after.fall <= before.lead - before.fall);
            ROW_TRUE(name, after.contradicted >= before.contradicted);
        }
        seat_close(&t);
        seat_close(&u);
    }
}

/* Two findings of one form with one cause count as the larger; with two causes they add. */
static void no_form_counts_twice(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t group[2];
        cv_count fall, contradicted;
    } rows[] = {
        {"one cause",  {1, 1}, 5, 5},
        {"two causes", {1, 2}, 8, 8},
        {"none said",  {0, 0}, 8, 8},
        {"a chain",    {3, 2}, 5, 5},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        plan p = {
            .n_options = 2,
            .n_stations = 2,
            .n_asked = 2,
            .votes = {{40, 10},                                {30, 20}},
            .registered = {100,                                     100     },
            .asked = {{CV_CHANGE_OFF, 5, 0, rows[i].group[0]},
                      {CV_CHANGE_OFF, 3, 0, rows[i].group[1]}          }
        };
        seat t;
        open_plan(&t, &p, NULL);
        cv_sensitivity s = seat_sensitivity(&t);
        ROW_INT(rows[i].name, s.fall, rows[i].fall);
        ROW_INT(rows[i].name, s.contradicted, rows[i].contradicted);
        ROW_INT(rows[i].name, s.n_questions, 1);
        seat_close(&t);
    }
}

static void the_order_of_stations_does_not_matter(void **state)
{
    (void)state;
    uint64_t seed = 13;
    for (int32_t i = 0; i < 2000; i++) {
        plan p = draw_plan(&seed);
        int32_t order[STATIONS];
        for (int32_t s = 0; s < p.n_stations; s++) order[s] = s;
        for (int32_t s = p.n_stations - 1; s > 0; s--) {
            int32_t other = below(&seed, s + 1), kept = order[s];
            order[s] = order[other];
            order[other] = kept;
        }
        seat t, u;
        open_plan(&t, &p, NULL);
        open_plan(&u, &p, order);
        cv_sensitivity a = seat_sensitivity(&t), b = seat_sensitivity(&u);
        char name[32];
        snprintf(name, sizeof name, "seat %d", i);
        ROW_INT(name, b.reach, a.reach);
        ROW_INT(name, b.lead, a.lead);
        ROW_INT(name, b.fall, a.fall);
        ROW_INT(name, b.contradicted, a.contradicted);
        ROW_INT(name, b.changing.n, a.changing.n);
        ROW_INT(name, b.closing.n, a.closing.n);
        ROW_INT(name, b.annulment.n_change, a.annulment.n_change);
        ROW_INT(name, b.annulment.fewest_registered, a.annulment.fewest_registered);
        seat_close(&t);
        seat_close(&u);
    }
}

/* ---- other rules ---- */

static void count_by_the_tally(search *s, int32_t used)
{
    (void)used;
    seat *t = s->seat;
    cv_arena keep = t->work, scratch = t->scratch; /* copies: forgotten after each count */
    cv_error err;
    cv_tally tally;
    cv_totals totals = t->sums.totals;
    const cv_contest *c = &t->e.contest[0];
    totals.votes = s->total;
    totals.invalid = s->total[OPTIONS];
    totals.valid = 0;
    for (int32_t o = 0; o < t->n_options; o++) totals.valid += s->total[o];
    totals.participants = totals.box = CV_BLANK;
    cv_tally_task task = {&totals, c->seats, &t->e.rule_set[c->rule], NULL};
    assert_int_equal(cv_tally_decide(&tally, &task, &keep, scratch, &err), CV_OK);
    s->changes = s->changes || !cv_tally_same(&tally, &t->tally);
    for (int32_t o = 0; o < t->n_options; o++) {
        int32_t most = tally.seats[o] + (tally.in_lot[o] && tally.lot_for == CV_LOT_FOR_SEAT);
        ROW_TRUE("seats", tally.seats[o] >= s->claim->seats_low[o]);
        ROW_TRUE("seats", most <= s->claim->seats_high[o] || tally.kind == CV_INCOMPLETE);
    }
}

/* Never safe when another outcome can be true; no outcome outside the bounds. */
static void other_rules_are_never_safe_by_mistake(void **state)
{
    (void)state;
    const cv_share_test half = {
        .share = {1, 2},
          .relation = CV_ABOVE, .base = CV_BASE_VALID
    };
    const cv_share_test third = {
        .share = {1, 3},
          .relation = CV_AT_LEAST, .base = CV_BASE_VALID
    };
    const cv_share_test fifth = {
        .share = {1, 5},
          .relation = CV_AT_LEAST, .base = CV_BASE_VALID
    };
    const cv_rule_set rules[] = {
        {.engine = CV_ENGINE_TWO_ROUND,            .n_win = 1, .win = {{.share = half}}, .runoff_top = 2},
        {.engine = CV_ENGINE_TWO_ROUND,
         .n_win = 2,
         .win = {{.share = half}, {.share = third, .has_lead = true, .lead = fifth}},
         .runoff_top = 2},
        {.engine = CV_ENGINE_PLURALITY,                                        .has_min_share = true, .min_share = third},
        {.engine = CV_ENGINE_DIVISOR,                               .divisors = {CV_SERIES_LINEAR, 1, 1, 1}},
        {.engine = CV_ENGINE_DIVISOR,                          .divisors = {CV_SERIES_LINEAR, 1, 1, 2}},
        {.engine = CV_ENGINE_DIVISOR,
         .divisors = {CV_SERIES_LINEAR, 1, 1, 1},
         .n_thresholds = 1,
         .threshold = {fifth}},
        {.engine = CV_ENGINE_REMAINDER,                      .quota = CV_QUOTA_HARE},
        {.engine = CV_ENGINE_REMAINDER,
         .quota = CV_QUOTA_HARE,
         .n_thresholds = 1,
         .threshold = {fifth}},
        {.engine = CV_ENGINE_REMAINDER,                                        .quota = CV_QUOTA_DROOP, .over_award = CV_OVER_SUBTRACT},
        {.engine = CV_ENGINE_PLURALITY},
    };
    uint64_t seed = 77;
    int32_t n_safe = 0;
    for (int32_t i = 0; i < 300 * (int32_t)N_ROWS(rules); i++) {
        const cv_rule_set *r = &rules[i % (int32_t)N_ROWS(rules)];
        bool one = r->engine == CV_ENGINE_TWO_ROUND || r->has_min_share;
        plan p = draw_plan(&seed);
        seat t;
        open_plan_by(&t, &p, NULL, one ? 1 : 2 + below(&seed, 3), r);
        cv_sensitivity s = seat_sensitivity(&t);
        search all = {.p = &p, .leaf = count_by_the_tally, .seat = &t, .claim = &s};
        for (int32_t o = 0; o < p.n_options; o++) all.total[o] = t.sums.totals.votes[o];
        for (int32_t k = 0; k < p.n_stations; k++) all.total[OPTIONS] += p.invalid[k];
        ask_from(&all, 0, 0);
        char name[48];
        snprintf(name, sizeof name, "seat %d, rule %d", i, i % (int32_t)N_ROWS(rules));
        if (s.reach == CV_REACH_NOTHING) ROW_TRUE(name, !all.changes);
        if (s.proved) ROW_TRUE(name, all.changes);
        n_safe += s.reach == CV_REACH_NOTHING && p.n_asked > 0;
        seat_close(&t);
    }
    assert_true(n_safe > 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(safe_means_that_nothing_can_change_it),
        cmocka_unit_test(missing_forms_are_facts),
        cmocka_unit_test(annulments_are_the_smallest),
        cmocka_unit_test(one_more_question_never_makes_it_safe),
        cmocka_unit_test(no_form_counts_twice),
        cmocka_unit_test(other_rules_are_never_safe_by_mistake),
        cmocka_unit_test(the_order_of_stations_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Theorems about questions of record, on random small seats against a full enumeration: of every
 * set of questions, every answer, and every content of the ballots that nobody knows. The oracle
 * changes the papers of each station one question after the other and counts; it shares nothing
 * with the search but the count itself.
 *
 * CANVASS_SEATS says how many seats (2,000). */
#include "../unit/seat.h"

#include <stdlib.h>

enum {
    STATIONS = 4,
    OPTIONS = 4,
    CONTENTS = OPTIONS + 1,
    ASKED = 5,
    OUTCOMES = 512,
    WORK = 30000,
    IN_FULL = 500
};

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

/* ---- random seats ---- */

typedef struct {
    cv_ask ask;
    int32_t station, k, option, to;
    bool narrow, persons_stay;
    int32_t figures[CONTENTS];
} demand;

typedef struct {
    int32_t n_options, n_stations, n_asked, seats, rule;
    int32_t votes[STATIONS][CONTENTS], persons[STATIONS], registered[STATIONS];
    demand demand[ASKED];
    bool narrow, loose; /* loose: votes are cancelled where something else is asked as well */
} plan;

/* clang-format off */
static const cv_rule_set RULES[] = {
    {.engine = CV_ENGINE_PLURALITY},
    {.engine = CV_ENGINE_PLURALITY, .n_void_stations = 1, .void_stations = {{{1, 3}, CV_ABOVE, false}}},
    {.engine = CV_ENGINE_PLURALITY,
     .n_void_stations = 1,
     .void_stations = {{{2, 5}, CV_ABOVE, true}},
     .void_stations_may = true},
    {.engine = CV_ENGINE_TWO_ROUND,
     .n_win = 1,
     .win = {{.share = {{1, 2}, CV_ABOVE, CV_BASE_PARTICIPANTS}}},
     .runoff_top = 2},
    {.engine = CV_ENGINE_TWO_ROUND,
     .n_win = 2,
     .win = {{.share = {{1, 2}, CV_ABOVE, CV_BASE_VALID}},
             {.share = {{2, 5}, CV_AT_LEAST, CV_BASE_VALID},
              .has_lead = true,
              .lead = {{1, 10}, CV_AT_LEAST, CV_BASE_VALID}}},
     .runoff_top = 2},
    {.engine = CV_ENGINE_PLURALITY,
     .has_turnout_min = true,
     .turnout_min = {{1, 3}, CV_AT_LEAST, CV_BASE_REGISTERED}},
    {.engine = CV_ENGINE_PLURALITY,
     .has_barred_void = true,
     .barred_void = {{1, 3}, CV_ABOVE, CV_BASE_PARTICIPANTS}},
    {.engine = CV_ENGINE_PLURALITY, .against = CV_AGAINST_VOID_IF_ABOVE_LEADER},
    {.engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}},
    {.engine = CV_ENGINE_REMAINDER, .over_award = CV_OVER_SUBTRACT},
    {.engine = CV_ENGINE_DIVISOR,
     .divisors = {CV_SERIES_LINEAR, 1, 1, 2},
     .n_thresholds = 1,
     .threshold = {{{1, 10}, CV_AT_LEAST, CV_BASE_REGISTERED}}},
};
/* clang-format on */

static bool is_against(const plan *p, int32_t option)
{
    return RULES[p->rule].against != CV_AGAINST_NONE && option == p->n_options - 1;
}

static demand draw_demand(const plan *p, uint64_t *state)
{
    static const cv_ask KINDS[] = {CV_ASK_ANNUL,  CV_ASK_ANNUL,  CV_ASK_REMOVE,  CV_ASK_RESCUE,
                                   CV_ASK_MOVE,   CV_ASK_ADD,    CV_ASK_FIGURES, CV_ASK_RECOUNT,
                                   CV_ASK_REPEAT, CV_ASK_CANCEL, CV_ASK_BAR,     CV_ASK_VOID};
    demand d = {.ask = KINDS[below(state, 12)], .station = below(state, p->n_stations)};
    if (d.ask == CV_ASK_VOID && below(state, 4)) d.ask = CV_ASK_ANNUL;
    d.k = 1 + below(state, 3);
    d.option = d.ask == CV_ASK_REMOVE ? -1 : below(state, p->n_options);
    if ((d.ask == CV_ASK_BAR || d.ask == CV_ASK_CANCEL) && is_against(p, d.option)) d.option = 0;
    d.to = (d.option + 1) % p->n_options;
    d.persons_stay = below(state, 3) == 0;
    for (int32_t c = 0; c <= p->n_options; c++)
        d.figures[c] = p->votes[d.station][c] + below(state, 3);
    return d;
}

/* A paper that a recount spoils is none that another body may rescue: recounts come last. */
static void recounts_last(plan *p)
{
    demand in_order[ASKED];
    int32_t n = 0;
    for (int32_t last = 0; last < 2; last++)
        for (int32_t i = 0; i < p->n_asked; i++)
            if ((p->demand[i].ask == CV_ASK_RECOUNT) == last) in_order[n++] = p->demand[i];
    memcpy(p->demand, in_order, sizeof in_order[0] * (size_t)n);
}

static plan draw_plan(uint64_t *state)
{
    plan p = {.n_options = 2 + below(state, OPTIONS - 1),
              .n_stations = 2 + below(state, STATIONS - 1)};
    p.rule = below(state, (int32_t)N_ROWS(RULES));
    bool lists = RULES[p.rule].engine >= CV_ENGINE_DIVISOR;
    p.seats = lists ? 3 : RULES[p.rule].engine == CV_ENGINE_TWO_ROUND ? 1 : 1 + below(state, 2);
    if (p.seats >= p.n_options && !lists) p.seats = 1;
    for (int32_t s = 0; s < p.n_stations; s++) {
        int32_t scale = s == 0 ? 4 : 2 + below(state, 7);
        for (int32_t o = 0; o < p.n_options; o++) p.votes[s][o] = below(state, scale);
        p.votes[s][p.n_options] = below(state, 2);
        for (int32_t o = 0; o <= p.n_options; o++) p.persons[s] += p.votes[s][o];
        p.registered[s] = p.persons[s] + 1 + below(state, 3);
    }
    p.narrow = below(state, 3) == 0;
    p.n_asked = 1 + below(state, ASKED);
    for (int32_t i = 0; i < p.n_asked; i++) p.demand[i] = draw_demand(&p, state);
    recounts_last(&p);
    for (int32_t i = 0; i < p.n_asked; i++)
        for (int32_t j = 0; j < p.n_asked; j++)
            p.loose = p.loose || (i != j && p.demand[i].ask == CV_ASK_CANCEL &&
                                  p.demand[i].station == p.demand[j].station);
    return p;
}

/* ---- the oracle ---- */

typedef struct {
    uint64_t key[OUTCOMES];
    int32_t n;
} outcomes;

typedef struct {
    const plan *p;
    const seat *t;
    uint32_t accepted;
    int32_t x[STATIONS][CONTENTS], persons[STATIONS];
    int32_t came[STATIONS][CONTENTS]; /* by a move: a vote that has moved does not move again */
    bool annulled[STATIONS], repeated[STATIONS];
    int64_t work;
    outcomes *out;
    cv_arena pool, scratch;
} oracle;

static void add_outcome(outcomes *o, uint64_t key)
{
    for (int32_t i = 0; i < o->n; i++)
        if (o->key[i] == key) return;
    assert_true(o->n < OUTCOMES);
    o->key[o->n++] = key;
}

static bool has_outcome(const outcomes *o, uint64_t key)
{
    for (int32_t i = 0; i < o->n; i++)
        if (o->key[i] == key) return true;
    return false;
}

/* An outcome as the count gives it. */
typedef struct {
    cv_outcome_kind kind;
    cv_why why;
    int32_t n_winners, lot_places;
    const int32_t *winner, *seats; /* seats and in_lot: [OPTIONS] */
    const bool *in_lot;
} result;

static uint64_t key_of(result r)
{
    uint64_t key = (uint64_t)r.kind;
    if (r.kind == CV_VOID || r.kind == CV_INCOMPLETE) return key | (uint64_t)r.why << 4;
    for (int32_t i = 0; i < r.n_winners; i++) key |= UINT64_C(1) << (16 + r.winner[i]);
    for (int32_t o = 0; o < OPTIONS; o++) {
        key |= (uint64_t)r.in_lot[o] << (24 + o);
        key |= (uint64_t)r.seats[o] << (32 + 4 * o);
    }
    return key | (uint64_t)r.lot_places << 56;
}

static void cancel_seat(const oracle *w, cv_totals *t, cv_count *votes, cv_option_facts *option,
                        cv_tally_facts *facts)
{
    for (int32_t i = 0; i < w->p->n_asked; i++) {
        const demand *d = &w->p->demand[i];
        if (d->ask != CV_ASK_BAR || !(w->accepted >> i & 1)) continue;
        t->valid -= votes[d->option];
        t->invalid += votes[d->option];
        facts->cancelled.as_invalid += votes[d->option];
        votes[d->option] = 0;
        option[d->option].standing = CV_BARRED;
    }
}

static bool is_cancelled(const oracle *w, int32_t s, int32_t option)
{
    for (int32_t i = 0; i < w->p->n_asked; i++) {
        const demand *d = &w->p->demand[i];
        if ((w->accepted >> i & 1) && d->ask == CV_ASK_CANCEL && d->station == s &&
            d->option == option && !w->repeated[s])
            return true;
    }
    return false;
}

static void count(oracle *w)
{
    cv_arena pool = w->pool;
    cv_error err = {0};
    const plan *p = w->p;
    cv_count votes[OPTIONS] = {0};
    cv_option_facts option[OPTIONS] = {{0}};
    cv_totals t = {.n_options = p->n_options, .votes = votes, .blank = CV_BLANK, .box = CV_BLANK};
    cv_tally_facts facts = {.option = option};
    for (int32_t s = 0; s < p->n_stations; s++) {
        for (int32_t o = 0; o < p->n_options; o++)
            *(is_cancelled(w, s, o) ? &t.invalid : &votes[o]) += w->x[s][o];
        t.invalid += w->x[s][p->n_options];
        t.participants += w->persons[s];
        t.registered += p->registered[s];
        facts.annulled.all_stations++;
        facts.annulled.all_registered += p->registered[s];
        facts.annulled.stations += w->annulled[s];
        facts.annulled.registered += w->annulled[s] ? p->registered[s] : 0;
    }
    for (int32_t o = 0; o < p->n_options; o++) {
        t.valid += votes[o];
        if (is_against(p, o)) option[o].standing = CV_AGAINST_ALL;
    }
    if (t.participants < 0) t.participants = 0; /* other figures had more papers than persons */
    cancel_seat(w, &t, votes, option, &facts);
    cv_tally_task task = {&t, p->seats, &RULES[p->rule], &facts};
    cv_tally r;
    if (cv_tally_decide(&r, &task, &pool, w->scratch, &err) != CV_OK) fail_msg("%s", err.text);
    int32_t seats[OPTIONS] = {0};
    bool in_lot[OPTIONS] = {false};
    for (int32_t o = 0; o < p->n_options; o++) seats[o] = r.seats[o], in_lot[o] = r.in_lot[o];
    add_outcome(w->out, key_of((result){r.kind, r.why, r.n_winners, r.lot_places, r.winner, seats,
                                        in_lot}));
    if (r.may_void == CV_WHY_STATIONS)
        add_outcome(w->out, key_of((result){.kind = CV_VOID, .why = r.may_void}));
    w->work++;
}

static void answer(oracle *w, int32_t i);

/* Up to k papers of each content go (sign -1) or come, then on to the next question. */
static void spread(oracle *w, int32_t i, int32_t c, int32_t k, int32_t sign)
{
    const demand *d = &w->p->demand[i];
    if (w->work > WORK) return;
    if (c > w->p->n_options) {
        answer(w, i + 1);
        return;
    }
    int32_t *x = &w->x[d->station][c], had = *x;
    for (int32_t z = 0; z <= k && (sign > 0 || z <= had); z++) {
        int32_t persons = d->persons_stay && sign < 0 ? 0 : sign * z;
        *x = had + sign * z;
        w->persons[d->station] += persons;
        spread(w, i, c + 1, k - z, sign);
        w->persons[d->station] -= persons;
    }
    *x = had;
}

/* All the papers of the station in any piles. */
static void pile(oracle *w, int32_t i, int32_t c, int32_t left)
{
    int32_t *x = w->x[w->p->demand[i].station];
    if (w->work > WORK) return;
    if (c == w->p->n_options) {
        x[c] = left;
        answer(w, i + 1);
        return;
    }
    for (x[c] = 0; x[c] <= left; x[c]++) pile(w, i, c + 1, left - x[c]);
}

/* Invalid papers may be votes, votes may be invalid; a paper is judged once. */
static void judge(oracle *w, int32_t i, int32_t c, int32_t invalid)
{
    int32_t *x = w->x[w->p->demand[i].station], n = w->p->n_options, had = x[c];
    if (w->work > WORK) return;
    if (c == n) {
        x[n] = had + invalid;
        answer(w, i + 1);
        x[n] = had;
        return;
    }
    for (int32_t spoilt = 0; spoilt <= had; spoilt++) {
        for (int32_t saved = 0; saved <= x[n]; saved++) {
            x[c] = had - spoilt + saved;
            x[n] -= saved;
            judge(w, i, c + 1, invalid + spoilt);
            x[n] += saved;
        }
    }
    x[c] = had;
}

static void rescue(oracle *w, int32_t i, int32_t c, int32_t k)
{
    int32_t *x = w->x[w->p->demand[i].station], n = w->p->n_options;
    if (w->work > WORK) return;
    if (c == n) {
        answer(w, i + 1);
        return;
    }
    for (int32_t z = 0; z <= k && z <= x[n]; z++) {
        x[n] -= z;
        x[c] += z;
        rescue(w, i, c + 1, k - z);
        x[c] -= z;
        x[n] += z;
    }
}

static void hold_again(oracle *w, int32_t i)
{
    const plan *p = w->p;
    int32_t s = p->demand[i].station, had[CONTENTS], persons = w->persons[s];
    if (w->repeated[s]) { /* another body had it held again already */
        answer(w, i + 1);
        return;
    }
    memcpy(had, w->x[s], sizeof had);
    w->repeated[s] = true;
    for (int32_t cast = 0; cast <= p->registered[s]; cast++) {
        w->persons[s] = cast;
        pile(w, i, 0, cast);
    }
    w->repeated[s] = false;
    w->persons[s] = persons;
    memcpy(w->x[s], had, sizeof had);
}

static int32_t papers(const oracle *w, int32_t s)
{
    int32_t n = 0;
    for (int32_t c = 0; c <= w->p->n_options; c++) n += w->x[s][c];
    return n;
}

static void answer_one(oracle *w, int32_t i)
{
    const demand *d = &w->p->demand[i];
    int32_t s = d->station, had[CONTENTS];
    memcpy(had, w->x[s], sizeof had);
    switch (d->ask) {
    case CV_ASK_REMOVE: spread(w, i, 0, d->k, -1); break;
    case CV_ASK_ADD: spread(w, i, 0, d->k, 1); break;
    case CV_ASK_RESCUE: rescue(w, i, 0, d->k); break;
    case CV_ASK_MOVE:
        for (int32_t z = 0; z <= d->k && z <= had[d->option] - w->came[s][d->option]; z++) {
            w->x[s][d->option] = had[d->option] - z;
            w->x[s][d->to] = had[d->to] + z;
            w->came[s][d->to] += z;
            answer(w, i + 1);
            w->came[s][d->to] -= z;
        }
        break;
    case CV_ASK_RECOUNT:
        if (w->p->narrow)
            judge(w, i, 0, 0);
        else
            pile(w, i, 0, papers(w, s));
        break;
    case CV_ASK_REPEAT: hold_again(w, i); break;
    case CV_ASK_CANCEL: /* whatever is read there: count() */
    case CV_ASK_ANNUL:
    case CV_ASK_FIGURES:
    case CV_ASK_BAR:
    case CV_ASK_VOID: answer(w, i + 1); break;
    }
    memcpy(w->x[s], had, sizeof had);
}

static bool is_moot(const oracle *w, int32_t i)
{
    const demand *d = &w->p->demand[i];
    if (!(w->accepted >> i & 1)) return true;
    if (d->ask == CV_ASK_BAR || d->ask == CV_ASK_VOID) return true;
    if (w->annulled[d->station]) return true;
    for (int32_t j = 0; j < i && d->ask == CV_ASK_RECOUNT; j++)
        if ((w->accepted >> j & 1) && w->p->demand[j].ask == CV_ASK_RECOUNT &&
            w->p->demand[j].station == d->station)
            return true; /* the papers are counted again once */
    bool again = false;
    for (int32_t j = 0; j < w->p->n_asked; j++)
        again = again || ((w->accepted >> j & 1) && w->p->demand[j].ask == CV_ASK_REPEAT &&
                          w->p->demand[j].station == d->station);
    return again && d->ask != CV_ASK_REPEAT;
}

static void answer(oracle *w, int32_t i)
{
    if (w->work > WORK) return;
    if (i == w->p->n_asked)
        count(w);
    else if (is_moot(w, i))
        answer(w, i + 1);
    else
        answer_one(w, i);
}

/* What is certain: other figures stand in, annulled stations are gone. Two bodies that name other
 * figures for one station exclude each other: the last one is taken, the first is another set. */
static void settle(oracle *w)
{
    const plan *p = w->p;
    for (int32_t i = 0; i < p->n_asked; i++) {
        const demand *d = &p->demand[i];
        if (!(w->accepted >> i & 1)) continue;
        if (d->ask == CV_ASK_ANNUL) w->annulled[d->station] = true;
        if (d->ask == CV_ASK_FIGURES) memcpy(w->x[d->station], d->figures, sizeof d->figures);
    }
    for (int32_t s = 0; s < p->n_stations; s++) {
        if (!w->annulled[s]) continue;
        memset(w->x[s], 0, sizeof w->x[s]);
        w->persons[s] = 0;
    }
}

/* The outcomes with just these questions accepted. Returns the counts made. */
static int64_t enumerate(outcomes *out, const plan *p, uint32_t accepted)
{
    oracle w = {.p = p,
                .accepted = accepted,
                .out = out,
                .pool = cv_arena_open(),
                .scratch = cv_arena_open()};
    bool is_void = false;
    for (int32_t i = 0; i < p->n_asked; i++)
        is_void = is_void || ((accepted >> i & 1) && p->demand[i].ask == CV_ASK_VOID);
    memcpy(w.x, p->votes, sizeof w.x);
    memcpy(w.persons, p->persons, sizeof w.persons);
    if (is_void) {
        add_outcome(out, key_of((result){.kind = CV_VOID}));
    } else {
        settle(&w);
        answer(&w, 0);
    }
    cv_arena_close(&w.scratch);
    cv_arena_close(&w.pool);
    return w.work;
}

typedef struct {
    outcomes of[1 << ASKED]; /* of each set, parts included */
    bool changes[1 << ASKED];
    int64_t work, most; /* counts in all, and of the set with most contents */
} truth;

static void find_truth(truth *out, const plan *p)
{
    memset(out, 0, sizeof *out);
    for (uint32_t set = 0; set < 1u << p->n_asked; set++) {
        int64_t work = enumerate(&out->of[set], p, set);
        out->work += work;
        if (work > out->most) out->most = work;
        if (out->work > WORK) return;
        for (int32_t i = 0; i < p->n_asked; i++) {
            if (!(set >> i & 1)) continue;
            const outcomes *part = &out->of[set & ~(1u << i)];
            for (int32_t k = 0; k < part->n; k++) add_outcome(&out->of[set], part->key[k]);
        }
        for (int32_t k = 0; k < out->of[set].n; k++)
            out->changes[set] = out->changes[set] || !has_outcome(&out->of[0], out->of[set].key[k]);
    }
}

/* ---- the search ---- */

static void open_plan(seat *t, const plan *p)
{
    static const char *const CODES[] = {"s0", "s1", "s2", "s3"};
    static const char *const IDS[] = {"q0", "q1", "q2", "q3", "q4"};
    cv_asked_figures *f;
    seat_open(t, p->n_options, p->seats, &RULES[p->rule]);
    if (RULES[p->rule].against != CV_AGAINST_NONE)
        cv_build_option_at(t->b, t->contest, p->n_options - 1)->kind = CV_OPTION_AGAINST;
    for (int32_t s = 0; s < p->n_stations; s++) {
        cv_cell votes[OPTIONS];
        for (int32_t o = 0; o < p->n_options; o++) votes[o] = p->votes[s][o];
        seat_form(t, CODES[s], votes,
                  (cv_cell[]){p->votes[s][p->n_options], p->registered[s], p->persons[s]});
    }
    seat_freeze(t);
    for (int32_t i = 0; i < p->n_asked; i++) {
        const demand *d = &p->demand[i];
        bool whole = d->ask == CV_ASK_BAR || d->ask == CV_ASK_VOID;
        cv_asked *q = seat_ask_body(t, IDS[i], d->ask, whole ? -1 : d->station, d->k);
        q->option = d->option;
        q->to = d->to;
        q->persons_stay = d->persons_stay;
        if (d->ask != CV_ASK_FIGURES) continue;
        cv_cell *votes = cv_new(&t->keep, cv_cell, p->n_options);
        for (int32_t o = 0; o < p->n_options; o++) votes[o] = d->figures[o];
        f = cv_new(&t->keep, cv_asked_figures, 1);
        *f = (cv_asked_figures){votes,
                                CV_CELL_UNREPORTED,
                                CV_CELL_UNREPORTED,
                                d->figures[p->n_options],
                                CV_CELL_UNREPORTED,
                                CV_CELL_UNREPORTED};
        q->n_alternatives = 1;
        q->alternative = f;
    }
}

static cv_sensitivity run(seat *t, const plan *p)
{
    cv_error err = {0};
    cv_sensitivity out;
    const cv_contest *c = &t->e.contest[0];
    cv_tally_facts facts = cv_tally_facts_of(c, &t->keep);
    for (int32_t s = 0; s < p->n_stations; s++) {
        facts.annulled.all_stations++;
        facts.annulled.all_registered += p->registered[s];
    }
    cv_totals_sum(&t->sums, &t->e, t->contest, NULL, &t->keep);
    cv_tally_task task = {&t->sums.totals, c->seats, &t->e.rule_set[c->rule], &facts};
    if (cv_tally_count(&t->tally, &task, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("count: %s", err.text);
    cv_sensitivity_input in = seat_input(t, NULL);
    in.facts = &facts;
    in.narrow_recount = p->narrow;
    if (cv_sensitivity_run(&out, &in, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("sensitivity: %s", err.text);
    return out;
}

/* ---- theorems ---- */

static uint32_t bits_of(const cv_question_set *set)
{
    uint32_t bits = 0;
    for (int32_t i = 0; i < set->n; i++) bits |= 1u << set->question[i];
    return bits;
}

static int32_t size_of(uint32_t set)
{
    int32_t n = 0;
    for (; set; set >>= 1) n += set & 1;
    return n;
}

static bool is_minimal(const truth *t, uint32_t set, int32_t n)
{
    if (!t->changes[set]) return false;
    for (int32_t i = 0; i < n; i++)
        if ((set >> i & 1) && t->changes[set & ~(1u << i)]) return false;
    return true;
}

static void compare_minimal(const char *name, const plan *p, const truth *t, const cv_search *s)
{
    int32_t n = 0, smallest = 0;
    for (uint32_t set = 1; set < 1u << p->n_asked; set++) {
        if (!is_minimal(t, set, p->n_asked)) continue;
        bool found = false;
        for (int32_t i = 0; i < s->n_minimal; i++) found = found || bits_of(&s->minimal[i]) == set;
        if (!found) fail_msg("%s: set %x is minimal and was not found", name, set);
        if (smallest == 0 || size_of(set) < smallest) smallest = size_of(set);
        n++;
    }
    ROW_INT(name, s->n_minimal, n);
    ROW_INT(name, s->smallest, smallest);
}

static uint64_t key_of_reach(const cv_outcome_reach *r, int32_t n_options)
{
    int32_t seats[OPTIONS] = {0};
    bool in_lot[OPTIONS] = {false};
    for (int32_t o = 0; o < n_options; o++) seats[o] = r->seats[o];
    for (int32_t i = 0; i < r->n_tied; i++) in_lot[r->tied[i]] = true;
    return key_of((result){r->kind, r->why, r->n_winners, r->lot_places, r->winner, seats, in_lot});
}

/* Every outcome that the search names can be reached with as many questions as it says and no
 * fewer, and none that can is left out. */
static void compare_outcomes(const char *name, const plan *p, const truth *t, const cv_search *s)
{
    const outcomes *all = &t->of[(1u << p->n_asked) - 1];
    ROW_INT(name, s->n_outcomes, all->n);
    for (int32_t i = 0; i < s->n_outcomes; i++) {
        uint64_t key = key_of_reach(&s->outcome[i], p->n_options);
        int32_t least = ASKED + 1;
        for (uint32_t set = 0; set < 1u << p->n_asked; set++)
            if (has_outcome(&t->of[set], key) && size_of(set) < least) least = size_of(set);
        ROW_INT(name, s->outcome[i].size, least);
    }
}

/* Nothing is found that is not there: for seats with more contents than are counted in full. */
static void compare_found(const char *name, const plan *p, const truth *t, const cv_search *s)
{
    const outcomes *all = &t->of[(1u << p->n_asked) - 1];
    for (int32_t i = 0; i < s->n_minimal && !p->loose; i++)
        ROW_TRUE(name, t->changes[bits_of(&s->minimal[i])]);
    for (int32_t i = 0; i < s->n_outcomes && !p->loose; i++)
        ROW_TRUE(name, has_outcome(all, key_of_reach(&s->outcome[i], p->n_options)));
}

static void compare_closing(const char *name, const plan *p, const truth *t, const cv_search *s)
{
    int32_t least = p->n_asked, n = 0;
    uint32_t all = (1u << p->n_asked) - 1;
    for (uint32_t set = 0; set <= all; set++)
        if (!t->changes[all & ~set] && size_of(set) < least) least = size_of(set);
    for (uint32_t set = 0; set <= all; set++) n += !t->changes[all & ~set] && size_of(set) == least;
    ROW_INT(name, s->closing_low, least);
    ROW_INT(name, s->n_closing, n < CV_SETS_SHOWN ? n : CV_SETS_SHOWN);
    for (int32_t i = 0; i < s->n_closing; i++)
        ROW_TRUE(name, !t->changes[all & ~bits_of(&s->closing[i])]);
}

/* The seat as a text, for a message. */
static const char *describe(const plan *p, int32_t number)
{
    static char text[1024];
    int at = snprintf(text, sizeof text, "seat %d, rule %d, %d seats%s:", number, p->rule, p->seats,
                      p->narrow ? ", narrow" : "");
    for (int32_t s = 0; s < p->n_stations; s++) {
        at += snprintf(text + at, sizeof text - (size_t)at, " [");
        for (int32_t c = 0; c <= p->n_options; c++)
            at += snprintf(text + at, sizeof text - (size_t)at, "%d ", p->votes[s][c]);
        at += snprintf(text + at, sizeof text - (size_t)at, "of %d]", p->registered[s]);
    }
    for (int32_t i = 0; i < p->n_asked; i++) {
        const demand *d = &p->demand[i];
        at += snprintf(text + at, sizeof text - (size_t)at, "; %s s%d k %d option %d%s",
                       cv_ask_name(d->ask).s, d->station, d->k, d->option,
                       d->persons_stay ? " persons stay" : "");
        for (int32_t c = 0; d->ask == CV_ASK_FIGURES && c <= p->n_options; c++)
            at += snprintf(text + at, sizeof text - (size_t)at, " %d", d->figures[c]);
    }
    return text;
}

static int32_t n_seats(void)
{
    const char *n = getenv("CANVASS_SEATS");
    return n ? atoi(n) : 2000;
}

static void the_search_is_the_full_enumeration(void **state)
{
    (void)state;
    uint64_t seed = 20120501;
    int32_t n_open = 0, n_safe = 0, n_left = 0, n_found = 0;
    truth *t = calloc(1, sizeof *t);
    for (int32_t i = 0; i < n_seats(); i++) {
        plan p = draw_plan(&seed);
        find_truth(t, &p);
        if (t->work > WORK) {
            n_left++;
            continue;
        }
        seat t2;
        open_plan(&t2, &p);
        cv_sensitivity s = run(&t2, &p);
        const char *name = describe(&p, i);
        bool changes = t->changes[(1u << p.n_asked) - 1];
        if (changes && s.reach == CV_REACH_NOTHING) fail_msg("%s: called safe, and is not", name);
        ROW_TRUE(name, s.search.complete || p.loose || t->most > IN_FULL);
        n_open += changes;
        n_safe += !changes;
        compare_found(name, &p, t, &s.search);
        if (p.loose || t->most > IN_FULL) {
            n_found++;
            seat_close(&t2);
            continue;
        }
        if (s.reach != CV_REACH_UNKNOWN) ROW_INT(name, s.reach != CV_REACH_NOTHING, changes);
        compare_minimal(name, &p, t, &s.search);
        compare_outcomes(name, &p, t, &s.search);
        compare_closing(name, &p, t, &s.search);
        seat_close(&t2);
    }
    print_message("# %d seats open, %d safe, %d too large to enumerate; %d without all \n", n_open,
                  n_safe, n_left, n_found);
    assert_true(n_open > n_seats() / 10 && n_safe > n_seats() / 20);
    free(t);
}

/* With one question fewer the seat is at least as safe: a dismissal opens nothing. */
static void one_more_question_never_makes_it_safe(void **state)
{
    (void)state;
    uint64_t seed = 17;
    for (int32_t i = 0; i < n_seats() / 4; i++) {
        plan more = draw_plan(&seed), p = more;
        seat t, u;
        p.n_asked--;
        open_plan(&t, &p);
        open_plan(&u, &more);
        cv_sensitivity before = run(&t, &p), after = run(&u, &more);
        const char *name = describe(&more, i);
        ROW_TRUE(name, after.reach != CV_REACH_NOTHING || before.reach == CV_REACH_NOTHING);
        bool sooner = after.search.smallest == 0 || !before.search.complete ||
                      after.search.smallest <= before.search.smallest ||
                      before.search.smallest == 0;
        ROW_TRUE(name, sooner);
        ROW_TRUE(name, after.search.smallest > 0 || before.search.smallest == 0);
        seat_close(&u);
        seat_close(&t);
    }
}

/* Stations and questions in another order are the same seat. */
static void the_order_is_of_no_matter(void **state)
{
    (void)state;
    uint64_t seed = 23;
    for (int32_t i = 0; i < n_seats() / 4; i++) {
        plan p = draw_plan(&seed), q = p;
        int32_t last = p.n_stations - 1;
        for (int32_t s = 0; s <= last; s++) {
            memcpy(q.votes[s], p.votes[last - s], sizeof q.votes[s]);
            q.persons[s] = p.persons[last - s];
            q.registered[s] = p.registered[last - s];
        }
        for (int32_t k = 0; k < p.n_asked; k++) {
            q.demand[k] = p.demand[p.n_asked - 1 - k];
            q.demand[k].station = last - q.demand[k].station;
        }
        seat t, u;
        open_plan(&t, &p);
        open_plan(&u, &q);
        cv_sensitivity a = run(&t, &p), b = run(&u, &q);
        const char *name = describe(&p, i);
        if (a.search.complete && b.search.complete) {
            ROW_INT(name, b.reach, a.reach);
            ROW_INT(name, b.search.smallest, a.search.smallest);
            ROW_INT(name, b.search.n_minimal, a.search.n_minimal);
            ROW_INT(name, b.search.closing_low, a.search.closing_low);
        }
        ROW_INT(name, b.fall, a.fall);
        ROW_INT(name, b.lead, a.lead);
        seat_close(&u);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_search_is_the_full_enumeration),
        cmocka_unit_test(one_more_question_never_makes_it_safe),
        cmocka_unit_test(the_order_is_of_no_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

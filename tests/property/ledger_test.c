/* The invariants of the ledger on small elections made at random: five stations, three options,
 * official forms, agents' copies, a recount and a repeat, each with the time at which it became
 * known, and up to ten effects of every kind with times of record and of force. */
#include "../unit/row.h"

#include "disputes/disputes.h"
#include "model/build.h"
#include "num/rng.h"
#include "tally/totals.h"

enum { STATIONS = 5, OPTIONS = 3, COPIES = 4, EFFECTS = 10, ROUNDS = 4000, DAYS = 20 };

typedef struct {
    cv_cell votes[OPTIONS];
    bool there;
    cv_date recorded;
} paper;

typedef struct {
    cv_rng rng;
    paper form[COPIES][STATIONS];
    int32_t n;
    cv_decision decision[EFFECTS + 2];
    cv_station_ix place[EFFECTS];
    cv_cell figures[EFFECTS][OPTIONS];
} records;

static int32_t below(records *r, int32_t n)
{
    return (int32_t)cv_rng_below(&r->rng, n);
}

static cv_date some_day(records *r)
{
    return (cv_date){12800 + below(r, DAYS), -1};
}

/* ---- records ---- */

static void make_forms(records *r)
{
    for (int32_t c = 0; c < COPIES; c++) {
        for (int32_t s = 0; s < STATIONS; s++) {
            paper *p = &r->form[c][s];
            p->there = c == 0 ? below(r, 10) > 0 : below(r, 2) > 0;
            p->recorded = some_day(r);
            for (int32_t o = 0; o < OPTIONS; o++) p->votes[o] = below(r, 4);
        }
    }
}

static void make_decision(records *r, int32_t i)
{
    static const cv_effect_kind kinds[] = {CV_EFFECT_ANNUL,    CV_EFFECT_ANNUL,   CV_EFFECT_ADOPT,
                                           CV_EFFECT_ADOPT,    CV_EFFECT_CORRECT, CV_EFFECT_CORRECT,
                                           CV_EFFECT_REPEAT,   CV_EFFECT_RECOUNT, CV_EFFECT_CONFIRM,
                                           CV_EFFECT_POSTPONE, CV_EFFECT_REVOKE,  CV_EFFECT_BAR};
    cv_decision *d = &r->decision[i];
    *d = CV_DECISION_DEFAULT;
    d->seq = i + 1;
    d->position = 1;
    d->effect = kinds[below(r, (int32_t)N_ROWS(kinds))];
    if (d->effect == CV_EFFECT_REVOKE && i == 0) d->effect = CV_EFFECT_CONFIRM;
    d->contest = (cv_contest_ix){0};
    d->recorded = some_day(r);
    d->effective = some_day(r);
    if (below(r, 6) == 0) d->until = some_day(r);
    if (d->effect == CV_EFFECT_REVOKE) d->revokes_seq = 1 + below(r, i);
    d->option = below(r, OPTIONS);
    d->mode = (cv_cancel)(1 + below(r, 3));
    d->old = below(r, 4);
    d->now = below(r, 4);
    if (d->effect == CV_EFFECT_BAR || d->effect == CV_EFFECT_REVOKE) return;
    if (d->effect == CV_EFFECT_ANNUL && below(r, 2)) d->option = -1;
    if (d->effect == CV_EFFECT_ADOPT && below(r, 2)) d->copy.i = below(r, 3);
    for (int32_t o = 0; o < OPTIONS; o++) r->figures[i][o] = below(r, 4);
    if (d->effect == CV_EFFECT_ADOPT && d->copy.i < 0) d->votes = r->figures[i];
    r->place[i].i = below(r, STATIONS);
    d->place = &r->place[i];
    d->n_places = 1;
}

static void make_records(records *r, uint64_t seed)
{
    *r = (records){.rng = cv_rng_open(seed, 0, 0, 0)};
    make_forms(r);
    r->n = 1 + below(r, EFFECTS);
    for (int32_t i = 0; i < r->n; i++) make_decision(r, i);
}

/* ---- the state ---- */

typedef struct {
    cv_arena keep, work, scratch;
    cv_election e;
    cv_disputes d;
    cv_sums summed, decided;
} state_of;

static void close_state(state_of *s)
{
    cv_arena_close(&s->scratch);
    cv_arena_close(&s->work);
    cv_arena_close(&s->keep);
}

static void add_form(cv_builder *b, const paper *p, int32_t copy, int32_t station)
{
    cv_slot slot[OPTIONS];
    for (int32_t o = 0; o < OPTIONS; o++) slot[o] = (cv_slot){CV_F_NONE, o};
    const cv_form_key key = {.station = {station}, .copy = {copy}, .recorded = &p->recorded};
    cv_build_form(b, &key, slot, p->votes, OPTIONS);
}

/* Only what was recorded by `known` is there at all; no date: everything. */
static void open_state(state_of *s, const records *r, cv_date known)
{
    *s = (state_of){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    cv_builder *b = cv_build_open(&s->keep, &s->work);
    const cv_rule_set rules = {.id = CV_STR("most")};
    cv_contest_ix c = cv_build_contest(b, CV_STR("seat"), NULL);
    cv_build_contest_at(b, c)->rule = cv_build_rule_set(b, &rules);
    for (int32_t o = 0; o < OPTIONS; o++)
        cv_build_option(b, c, cv_str_format(&s->keep, "%d", o), NULL);
    const cv_copy copies[COPIES] = {
        {.id = CV_STR("official"), .version = 1, .counts = true},
        {                       .id = CV_STR("agents"),   .kind = CV_COPY_AGENT, .version = 1              },
        { .id = CV_STR("recount"),            .kind = CV_COPY_RECOUNT,          .version = 1,               .counts = true},
        {  .id = CV_STR("repeat"),          .version = 1,     .counts = true,               .is_repeat = true},
    };
    for (int32_t i = 0; i < COPIES; i++) cv_build_copy(b, &copies[i]);
    for (int32_t i = 0; i < STATIONS; i++)
        cv_build_expect(b, c, cv_build_station(b, cv_str_format(&s->keep, "s%d", i), NULL),
                        CV_CELL_UNREPORTED);
    for (int32_t k = 0; k < COPIES; k++)
        for (int32_t i = 0; i < STATIONS; i++)
            if (r->form[k][i].there &&
                (!cv_date_is(known) || r->form[k][i].recorded.day <= known.day))
                add_form(b, &r->form[k][i], k, i);
    cv_error err = {0};
    if (cv_build_freeze(&s->e, b, &err) != CV_OK) fail_msg("%s", err.text);
}

static void fold(state_of *s, const cv_decision *decision, int32_t n, cv_date known, cv_date as_of)
{
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    q.known_at = known;
    q.as_of = as_of;
    s->e.decision = decision;
    s->e.n_decisions = n;
    cv_disputes_fold(&s->d, &s->e, &q, &s->keep, s->scratch);
    cv_totals_sum(&s->summed, &s->e, (cv_contest_ix){0}, NULL, &s->keep);
    cv_totals_sum(&s->decided, &s->e, (cv_contest_ix){0}, &s->d.overlay, &s->keep);
}

/* The live form of a station as it counts now. */
static cv_counted_form form_of(const state_of *s, int32_t station)
{
    const cv_forms *f = &s->e.forms[0];
    for (int32_t i = 0; i < f->n; i++)
        if (f->station[i].i == station && cv_form_is_live(f->state[i]))
            return cv_counted_form_at(&s->e, (cv_contest_ix){0}, &s->d.overlay, i);
    return (cv_counted_form){.row = -1};
}

static cv_count votes_of(const state_of *s, cv_counted_form as, int32_t option)
{
    cv_count votes[OPTIONS];
    cv_figures f = {.votes = votes};
    cv_figures_of(&f, &s->e, (cv_contest_ix){0}, as);
    return votes[option];
}

static int32_t cause_of(const state_of *s, cv_counted_form as, int32_t i)
{
    const cv_decision *d = &s->e.decision[as.change->cause[i]];
    return 100 * d->seq + d->position;
}

/* Same totals, and the same of every station: what it is, its figures, its causes. */
static void expect_same(const char *what, const state_of *a, const state_of *b)
{
    for (int32_t o = 0; o < OPTIONS; o++)
        ROW_INT(what, a->decided.totals.votes[o], b->decided.totals.votes[o]);
    ROW_INT(what, a->decided.n_counted, b->decided.n_counted);
    ROW_INT(what, a->decided.n_annulled, b->decided.n_annulled);
    ROW_INT(what, a->decided.n_awaited, b->decided.n_awaited);
    ROW_INT(what, a->d.n_conflicts, b->d.n_conflicts);
    for (int32_t i = 0; i < STATIONS; i++) {
        cv_counted_form x = form_of(a, i), y = form_of(b, i);
        int32_t n = x.change ? x.change->n_causes : 0;
        ROW_INT(what, x.counts, y.counts);
        ROW_INT(what, n, y.change ? y.change->n_causes : 0);
        for (int32_t k = 0; k < n; k++) ROW_INT(what, cause_of(a, x, k), cause_of(b, y, k));
        for (int32_t o = 0; o < OPTIONS && x.counts; o++)
            ROW_INT(what, votes_of(a, x, o), votes_of(b, y, o));
    }
}

/* ---- invariants ---- */

static void lines_may_stand_in_any_order(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        records r;
        state_of a, b;
        make_records(&r, seed);
        open_state(&a, &r, CV_NO_DATE);
        open_state(&b, &r, CV_NO_DATE);
        fold(&a, r.decision, r.n, CV_NO_DATE, CV_NO_DATE);
        cv_decision mixed[EFFECTS];
        for (int32_t i = 0; i < r.n; i++) {
            int32_t at = below(&r, i + 1);
            mixed[i] = mixed[at];
            mixed[at] = r.decision[i];
        }
        fold(&b, mixed, r.n, CV_NO_DATE, CV_NO_DATE);
        expect_same("another order of lines", &a, &b);
        close_state(&a);
        close_state(&b);
    }
}

/* Record by record from an empty state: on each day, what is on record by then gives the same as
 * asking all records about that day. So later records change nothing. */
static void later_records_change_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS / 4; seed++) {
        records r;
        make_records(&r, seed);
        state_of all;
        open_state(&all, &r, CV_NO_DATE);
        for (int32_t day = 0; day < DAYS; day += 3) {
            cv_date known = {12800 + day, -1}, as_of = some_day(&r);
            cv_decision so_far[EFFECTS];
            int32_t n = 0;
            for (int32_t i = 0; i < r.n; i++)
                if (r.decision[i].recorded.day <= known.day) so_far[n++] = r.decision[i];
            state_of then;
            open_state(&then, &r, known);
            fold(&then, so_far, n, CV_NO_DATE, as_of);
            fold(&all, r.decision, r.n, known, as_of);
            expect_same("what was known then", &all, &then);
            close_state(&then);
        }
        close_state(&all);
    }
}

static void differences_are_those_of_forms_with_causes(void **state)
{
    (void)state;
    int32_t n_changed = 0;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        records r;
        state_of s;
        make_records(&r, seed);
        open_state(&s, &r, CV_NO_DATE);
        fold(&s, r.decision, r.n, CV_NO_DATE, CV_NO_DATE);
        cv_count apart[OPTIONS] = {0};
        const cv_overlay_contest *c = &s.d.overlay.contest[0];
        for (int32_t i = 0; i < c->n_changes; i++) {
            cv_counted_form now =
                cv_counted_form_at(&s.e, (cv_contest_ix){0}, &s.d.overlay, c->change[i].row);
            bool before = s.e.forms[0].state[now.row] == CV_FORM_COUNTED;
            for (int32_t o = 0; o < OPTIONS; o++) {
                cv_count was = before ? votes_of(&s, cv_form_as_it_is(now.row), o) : 0;
                cv_count is = now.counts ? votes_of(&s, now, o) : 0;
                if (was != is) assert_true(c->change[i].n_causes > 0);
                apart[o] += is - was;
                n_changed += was != is;
            }
        }
        for (int32_t o = 0; o < OPTIONS; o++)
            assert_int_equal(s.decided.totals.votes[o] - s.summed.totals.votes[o], apart[o]);
        fold(&s, r.decision, 0, CV_NO_DATE, CV_NO_DATE);
        for (int32_t o = 0; o < OPTIONS; o++)
            assert_int_equal(s.decided.totals.votes[o], s.summed.totals.votes[o]);
        close_state(&s);
    }
    assert_true(n_changed > ROUNDS);
}

static cv_decision revoking(int32_t seq, int32_t own)
{
    cv_decision d = CV_DECISION_DEFAULT;
    d.effect = CV_EFFECT_REVOKE;
    d.contest = (cv_contest_ix){0};
    d.seq = own;
    d.position = 1;
    d.revokes_seq = seq;
    return d;
}

static void a_revoked_decision_was_never_taken(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        records r;
        state_of with, without, back;
        make_records(&r, seed);
        int32_t x = below(&r, r.n);
        cv_decision others[EFFECTS];
        int32_t n = 0;
        for (int32_t i = 0; i < r.n; i++)
            if (i != x) others[n++] = r.decision[i];
        open_state(&with, &r, CV_NO_DATE);
        open_state(&without, &r, CV_NO_DATE);
        open_state(&back, &r, CV_NO_DATE);
        r.decision[r.n] = revoking(x + 1, r.n + 1);
        r.decision[r.n + 1] = revoking(r.n + 1, r.n + 2);
        fold(&with, r.decision, r.n + 1, CV_NO_DATE, CV_NO_DATE);
        fold(&without, others, n, CV_NO_DATE, CV_NO_DATE);
        expect_same("revoked", &with, &without);
        fold(&back, r.decision, r.n + 2, CV_NO_DATE, CV_NO_DATE);
        fold(&with, r.decision, r.n, CV_NO_DATE, CV_NO_DATE);
        expect_same("brought back", &back, &with);
        close_state(&with);
        close_state(&without);
        close_state(&back);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_may_stand_in_any_order),
        cmocka_unit_test(later_records_change_nothing),
        cmocka_unit_test(differences_are_those_of_forms_with_causes),
        cmocka_unit_test(a_revoked_decision_was_never_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

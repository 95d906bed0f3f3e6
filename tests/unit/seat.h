/* tests/unit/seat.h — one small seat for tests: stations s0, s1, ..., options A, B, C, ..., forms
 * with votes, invalid papers, registered voters and participants, and questions about them. */
#ifndef CV_TESTS_UNIT_SEAT_H
#define CV_TESTS_UNIT_SEAT_H

#include "row.h"

#include "model/build.h"
#include "sensitivity/sensitivity.h"
#include "tally/tally.h"
#include "tally/totals.h"

enum { SEAT_OPTIONS = 8, SEAT_QUESTIONS = 64 };

typedef struct {
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_contest_ix contest;
    cv_copy_ix copy, other_copy;
    cv_source_ix source;
    int32_t n_options, line;
    cv_election e;
    cv_sums sums;
    cv_tally tally;
    int32_t n_questions;
    cv_question question[SEAT_QUESTIONS];
    int32_t n_asked;
    cv_asked asked[SEAT_QUESTIONS];
    cv_station_ix place[SEAT_QUESTIONS];
} seat;

static const char *const SEAT_NAMES[SEAT_OPTIONS] = {"A", "B", "C", "D", "E", "F", "G", "H"};

/* In place, because the builder keeps the addresses of the arenas. */
static inline void seat_open(seat *t, int32_t n_options, int32_t seats, const cv_rule_set *rules)
{
    *t = (seat){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    t->b = cv_build_open(&t->keep, &t->work);
    t->contest = cv_build_contest(t->b, CV_STR("seat"), NULL);
    cv_rule_set named = *rules;
    named.id = CV_STR("rule");
    t->n_options = n_options;
    cv_contest *c = cv_build_contest_at(t->b, t->contest);
    c->rule = cv_build_rule_set(t->b, &named);
    c->seats = seats;
    c->completeness = CV_COMPLETE_LISTED;
    for (int32_t o = 0; o < n_options; o++) {
        int32_t i = cv_build_option(t->b, t->contest, cv_str_of(SEAT_NAMES[o]), NULL);
        cv_build_option_at(t->b, t->contest, i)->name = cv_str_of(SEAT_NAMES[o]);
    }
    t->copy =
        cv_build_copy(t->b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true});
    t->other_copy = cv_build_copy(t->b, &(cv_copy){.id = CV_STR("agents"), .kind = CV_COPY_AGENT});
    t->source = cv_build_source(t->b, &(cv_source){.file = CV_STR("results.csv")});
}

static inline void seat_close(seat *t)
{
    cv_arena_close(&t->scratch);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

/* The official rows come out in the order of addition; copies after them. */
static inline void seat_form_of(seat *t, cv_copy_ix copy, const char *station, const cv_cell *votes,
                                const cv_cell *more)
{
    const cv_field fields[3] = {CV_F_INVALID, CV_F_REG, CV_F_SIGNED};
    cv_slot slot[SEAT_OPTIONS + 3];
    cv_cell cell[SEAT_OPTIONS + 3];
    const cv_form_key key = {.contest = t->contest,
                             .station = cv_build_station(t->b, cv_str_of(station), NULL),
                             .copy = copy,
                             .source = t->source,
                             .line = ++t->line};
    for (int32_t o = 0; o < t->n_options; o++) {
        slot[o] = (cv_slot){CV_F_NONE, o};
        cell[o] = votes[o];
    }
    for (int32_t k = 0; k < 3; k++) {
        slot[t->n_options + k] = (cv_slot){fields[k], -1};
        cell[t->n_options + k] = more ? more[k] : CV_CELL_UNREPORTED;
    }
    cv_build_form(t->b, &key, slot, cell, t->n_options + 3);
}

/* more: invalid, registered, participants; NULL when the form does not say. */
static inline void seat_form(seat *t, const char *station, const cv_cell *votes,
                             const cv_cell *more)
{
    seat_form_of(t, t->copy, station, votes, more);
}

static inline void seat_await(seat *t, const char *station, cv_cell registered)
{
    cv_build_expect(t->b, t->contest, cv_build_station(t->b, cv_str_of(station), NULL), registered);
}

static inline void seat_freeze(seat *t)
{
    cv_error err = {0};
    if (cv_build_freeze(&t->e, t->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
}

/* Sums and counts as things stand. */
static inline void seat_count(seat *t, const cv_overlay *overlay)
{
    cv_error err = {0};
    const cv_contest *c = &t->e.contest[t->contest.i];
    cv_totals_sum(&t->sums, &t->e, t->contest, overlay, &t->keep);
    cv_tally_facts facts = cv_tally_facts_of(c, &t->keep);
    cv_tally_task task = {&t->sums.totals, c->seats, &t->e.rule_set[c->rule], &facts};
    if (cv_tally_count(&t->tally, &task, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("count: %s", err.text);
}

static inline cv_question *seat_ask(seat *t, int32_t row, cv_change_kind change, cv_count k)
{
    cv_question *q = &t->question[t->n_questions++];
    *q = (cv_question){.row = row,
                       .station = row >= 0 ? t->e.forms[t->contest.i].station[row] : CV_NO_STATION,
                       .change = change,
                       .k = k,
                       .option = -1,
                       .other = -1,
                       .cap = CV_BLANK,
                       .finding = -1};
    if (change != CV_CHANGE_CAP && change != CV_CHANGE_EXACT && k != CV_BLANK) q->contradicted = k;
    return q;
}

/* A body is asked something about the station of a row; row -1: about the seat as a whole. */
static inline cv_asked *seat_ask_body(seat *t, const char *id, cv_ask ask, int32_t row, cv_count k)
{
    cv_station_ix *place = &t->place[t->n_asked];
    cv_asked *q = &t->asked[t->n_asked++];
    *q = (cv_asked){.id = cv_str_of(id),
                    .contest = t->contest,
                    .ask = ask,
                    .n_places = row >= 0,
                    .place = place,
                    .k = k,
                    .option = -1,
                    .to = -1,
                    .mode = CV_CANCEL_AS_INVALID};
    if (row >= 0) *place = t->e.forms[t->contest.i].station[row];
    return q;
}

static inline cv_sensitivity_input seat_input(const seat *t, const cv_overlay *overlay)
{
    return (cv_sensitivity_input){
        .election = &t->e,
        .contest = t->contest,
        .overlay = overlay,
        .sums = &t->sums,
        .tally = &t->tally,
        .questions = {.n = t->n_questions, .question = t->question},
        .n_asked = t->n_asked,
        .asked = t->asked,
    };
}

static inline cv_sensitivity seat_sensitivity(seat *t)
{
    cv_error err = {0};
    cv_sensitivity out;
    cv_sensitivity_input in = seat_input(t, NULL);
    if (cv_sensitivity_run(&out, &in, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("sensitivity: %s", err.text);
    return out;
}

/* Plurality between two options. Rows, once frozen: s0 and s1 counted, s2 awaited, the agents' form
 * of s0. */
static inline void seat_open_copies(seat *t)
{
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    seat_open(t, 2, 1, &plurality);
    seat_form(t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_form(t, "s1", (cv_cell[]){5, 7}, NULL);
    seat_await(t, "s2", 50);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){12, 18}, NULL);
}

#endif

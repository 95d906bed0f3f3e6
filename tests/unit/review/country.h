/* tests/unit/review/country.h — a small country for tests of the review: contests c0, c1, ...
 * with options A, B, C, stations of their own, one official copy and agents' copies. */
#ifndef CV_TESTS_UNIT_REVIEW_COUNTRY_H
#define CV_TESTS_UNIT_REVIEW_COUNTRY_H

#include "../row.h"

#include "model/build.h"

typedef struct {
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_source_ix source;
    cv_bloc_ix bloc[3];
    cv_election e;
} country;

/* In place, because the builder keeps the addresses of the arenas. */
static inline void country_open(country *t)
{
    static const cv_rule_set plurality = {.id = CV_STR("plurality")};
    static const cv_rule_set majority = {
        .id = CV_STR("majority"),
        .engine = CV_ENGINE_TWO_ROUND,
        .n_win = 1,
        .win = {{.share = {{1, 2}, CV_ABOVE, CV_BASE_VALID}}},
        .runoff_top = 2,
    };
    static const cv_str names[3] = {CV_STR("left"), CV_STR("right"), CV_STR("centre")};
    *t = (country){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    t->b = cv_build_open(&t->keep, &t->work);
    cv_build_rule_set(t->b, &plurality);
    cv_build_rule_set(t->b, &majority);
    for (int32_t i = 0; i < 3; i++) t->bloc[i] = cv_build_bloc(t->b, names[i], names[i]);
    cv_build_copy(t->b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true});
    cv_build_copy(t->b, &(cv_copy){.id = CV_STR("agents"), .kind = CV_COPY_AGENT});
    cv_build_copy(t->b, &(cv_copy){.id = CV_STR("first"), .kind = CV_COPY_EARLIER});
    t->source = cv_build_source(t->b, &(cv_source){.file = CV_STR("results.csv")});
}

static inline void country_close(country *t)
{
    cv_arena_close(&t->scratch);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

/* A seat of the chamber with options A, B, C of the three blocs; rule 0 plurality, 1 majority. */
static inline cv_contest_ix country_contest(country *t, const char *id, int32_t rule)
{
    static const cv_str options[3] = {CV_STR("A"), CV_STR("B"), CV_STR("C")};
    cv_contest_ix c = cv_build_contest(t->b, cv_str_of(id), NULL);
    cv_contest *at = cv_build_contest_at(t->b, c);
    at->rule = rule;
    at->in_chamber = true;
    at->completeness = CV_COMPLETE_LISTED;
    for (int32_t o = 0; o < 3; o++) {
        int32_t i = cv_build_option(t->b, c, options[o], NULL);
        cv_build_option_at(t->b, c, i)->name = options[o];
        cv_build_option_at(t->b, c, i)->bloc = t->bloc[o];
    }
    return c;
}

/* votes: of A, B, C, no invalid papers; signed_: participants, or a state. */
static inline void country_form(country *t, cv_contest_ix c, int32_t copy, const char *station,
                                const cv_cell *votes, cv_cell signed_)
{
    const cv_slot slot[] = {
        {CV_F_NONE,    0 },
        {CV_F_NONE,    1 },
        {CV_F_NONE,    2 },
        {CV_F_SIGNED,  -1},
        {CV_F_INVALID, -1}
    };
    const cv_cell cell[] = {votes[0], votes[1], votes[2], signed_, 0};
    const cv_form_key key = {.contest = c,
                             .station = cv_build_station(t->b, cv_str_of(station), NULL),
                             .copy = {copy},
                             .source = t->source,
                             .line = 1};
    cv_build_form(t->b, &key, slot, cell, 5);
}

static inline void country_freeze(country *t)
{
    cv_error err = {0};
    if (cv_build_freeze(&t->e, t->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
}

#endif

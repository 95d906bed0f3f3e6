/* tests/unit/model/built.h — a small election for the tests of the model: two options A and B,
 * stations s1..s9, copies as asked. */
#ifndef CV_TESTS_UNIT_MODEL_BUILT_H
#define CV_TESTS_UNIT_MODEL_BUILT_H

#include "../row.h"

#include "model/build.h"

typedef struct {
    cv_arena keep, work;
    cv_builder *b;
    cv_contest_ix contest;
    cv_copy_ix copy;
    cv_source_ix source;
    int32_t line;
} built;

/* In place, because the builder keeps the addresses of the arenas. */
static inline void built_open(built *t)
{
    *t = (built){.keep = cv_arena_open(), .work = cv_arena_open()};
    t->b = cv_build_open(&t->keep, &t->work);
    t->contest = cv_build_contest(t->b, CV_STR("seat"), NULL);
    cv_build_contest_at(t->b, t->contest)->rule =
        cv_build_rule_set(t->b, &(cv_rule_set){.id = CV_STR("plurality")});
    cv_build_option(t->b, t->contest, CV_STR("A"), NULL);
    cv_build_option(t->b, t->contest, CV_STR("B"), NULL);
    t->copy =
        cv_build_copy(t->b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true});
    t->source = cv_build_source(t->b, &(cv_source){.file = CV_STR("results.csv")});
    t->line = 1;
}

static inline void built_close(built *t)
{
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

/* A row with votes for A and B and what `more` says; its line is one more than the last. */
static inline int32_t built_form(built *t, const char *station, cv_cell a, cv_cell b)
{
    const cv_form_key key = {.contest = t->contest,
                             .station = cv_build_station(t->b, cv_str_of(station), NULL),
                             .copy = t->copy,
                             .source = t->source,
                             .line = ++t->line};
    const cv_slot slot[] = {
        {CV_F_NONE, 0},
        {CV_F_NONE, 1}
    };
    const cv_cell cell[] = {a, b};
    return cv_build_form(t->b, &key, slot, cell, 2);
}

static inline void built_field(built *t, int32_t form, cv_field field, cv_cell cell)
{
    cv_build_cell_set(t->b, t->contest, form, (cv_slot){field, -1}, cell);
}

static inline cv_election built_freeze(built *t)
{
    cv_election e = {0};
    cv_error err = {0};
    if (cv_build_freeze(&e, t->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
    return e;
}

#endif

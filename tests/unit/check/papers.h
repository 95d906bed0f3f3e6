/* tests/unit/check/papers.h — forms written as text, checked, and asked what was found.
 *
 *     papers_form(&t, "s1", "signed=10 invalid=2 | 5 3");
 *
 * Fields by their ids, then the votes of the options in order. A cell is a number, '.' blank,
 * '?' illegible, 'x' absent, 'u' unreported. */
#ifndef CV_TESTS_UNIT_CHECK_PAPERS_H
#define CV_TESTS_UNIT_CHECK_PAPERS_H

#include "../row.h"

#include <stdlib.h>

#include "check/check.h"
#include "model/build.h"
#include "model/relation.h"

enum { PAPERS_SETTINGS = 8, PAPERS_CELLS = 64, PAPERS_RELATIONS = 16 };

typedef struct {
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_contest_ix contest;
    cv_copy_ix copy;
    cv_source_ix source;
    int32_t line, n_options;
    cv_rule_setting setting[PAPERS_SETTINGS];
    cv_form_relation relation[PAPERS_RELATIONS];
    cv_rule_info own[PAPERS_RELATIONS];
    cv_election e;
    cv_check_result r;
} papers;

static inline cv_contest_ix papers_contest(papers *t, const char *id, int32_t n_options)
{
    cv_contest_ix c = cv_build_contest(t->b, cv_str_of(id), NULL);
    cv_build_contest_at(t->b, c)->rule = 0;
    for (int32_t o = 0; o < n_options; o++) {
        const char name[] = {(char)('A' + o / 26), (char)('A' + o % 26)};
        cv_build_option(t->b, c, (cv_str){name, 2}, NULL);
    }
    return c;
}

static inline cv_copy_ix papers_copy(papers *t, const char *id, cv_copy_kind kind, bool counts)
{
    const cv_copy copy = {
        .id = cv_str_of(id), .holder = cv_str_of(id), .kind = kind, .version = 1, .counts = counts};
    return cv_build_copy(t->b, &copy);
}

/* In place, because the builder keeps the addresses of the arenas. */
static inline void papers_open(papers *t, int32_t n_options, int32_t per_ballot)
{
    *t = (papers){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    t->b = cv_build_open(&t->keep, &t->work);
    cv_build_rule_set(t->b, &(cv_rule_set){.id = CV_STR("rules"), .per_ballot = per_ballot});
    t->contest = papers_contest(t, "seat", n_options);
    t->n_options = n_options;
    t->copy = papers_copy(t, "official", CV_COPY_ORIGINAL, true);
    t->source = cv_build_source(t->b, &(cv_source){.file = CV_STR("results.csv")});
    t->line = 1;
}

static inline void papers_close(papers *t)
{
    cv_arena_close(&t->scratch);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

static inline cv_cell papers_cell(const char *text)
{
    switch (*text) {
    case '.': return CV_CELL_BLANK;
    case '?': return CV_CELL_ILLEGIBLE;
    case 'x': return CV_CELL_ABSENT;
    case 'u': return CV_CELL_UNREPORTED;
    default: return (cv_cell)strtol(text, NULL, 10);
    }
}

static inline cv_station_ix papers_station(papers *t, const char *code)
{
    return cv_build_station(t->b, cv_str_of(code), NULL);
}

static inline int32_t papers_form(papers *t, const char *station, const char *text)
{
    cv_slot slot[PAPERS_CELLS];
    cv_cell cell[PAPERS_CELLS];
    int32_t n = 0, option = -1;
    char copy[512], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        char *value = strchr(word, '=');
        if (*word == '|') {
            option = 0;
        } else if (option >= 0) {
            slot[n] = (cv_slot){CV_F_NONE, option++};
            cell[n++] = papers_cell(word);
        } else {
            cv_str id = {word, value - word};
            slot[n] = (cv_slot){cv_build_field(t->b, id, id), -1};
            if (slot[n].field == CV_F_NONE) fail_msg("form '%s': '%s' is no field", text, word);
            cell[n++] = papers_cell(value + 1);
        }
    }
    const cv_form_key key = {.contest = t->contest,
                             .station = papers_station(t, station),
                             .copy = t->copy,
                             .source = t->source,
                             .line = ++t->line};
    return cv_build_form(t->b, &key, slot, cell, n);
}

static inline void papers_set(papers *t, int16_t code, cv_severity severity, cv_count tolerance)
{
    cv_profile *profile = &cv_build_head(t->b)->profile;
    t->setting[profile->n_settings++] =
        (cv_rule_setting){code, severity, tolerance != CV_BLANK, tolerance, CV_STR("art. 1")};
    profile->setting = t->setting;
}

/* A relation of the form's profile; `when` NULL: everywhere. An X code becomes a rule of its own.
 */
static inline void papers_relation(papers *t, int16_t code, const char *that, const char *when)
{
    cv_profile *profile = &cv_build_head(t->b)->profile;
    cv_form_relation *x = &t->relation[profile->n_relations++];
    cv_error err = {0};
    int32_t at = 0;
    *x = (cv_form_relation){.code = code, .severity = CV_ERROR, .cite = CV_STR("art. 1")};
    if (cv_expr_parse(&x->that, &at, cv_str_of(that), &t->keep, &err) != CV_OK)
        fail_msg("%s: %s", that, err.text);
    if (when && cv_expr_parse(&x->when, &at, cv_str_of(when), &t->keep, &err) != CV_OK)
        fail_msg("%s: %s", when, err.text);
    profile->relation = t->relation;
    if (code <= CV_OWN_CODES) return;
    t->own[profile->n_own++] = (cv_rule_info){.code = code, .severity = CV_ERROR};
    profile->own = t->own;
}

static inline void papers_check(papers *t)
{
    cv_error err = {0};
    if (cv_build_freeze(&t->e, t->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
    if (cv_check_forms(&t->r, &t->e, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("check: %s", err.text);
}

/* The first finding of a code, at a station when one is named; NULL when there is none. */
static inline const cv_finding *papers_find(const papers *t, int16_t code, const char *station)
{
    for (int64_t i = 0; i < t->r.n_findings; i++) {
        const cv_finding *f = &t->r.finding[i];
        if (f->code != code) continue;
        if (!station) return f;
        if (f->station.i >= 0 && cv_str_eq(t->e.station[f->station.i].code, cv_str_of(station)))
            return f;
    }
    return NULL;
}

static inline cv_rule_count papers_count(const papers *t, int16_t code)
{
    return t->r.total[cv_rule_row_in(&t->e.profile, code)];
}

/* What a rule says of station s1, when every other form of the election satisfies it. */
typedef enum { HOLDS, FAILS, OPEN, NOT_HERE } papers_says;

static inline papers_says papers_verdict(const papers *t, int16_t code)
{
    cv_rule_count n = papers_count(t, code);
    if (papers_find(t, code, "s1")) return FAILS;
    if (n.n_undecidable > 0) return OPEN;
    return n.n_not_applicable > 0 ? NOT_HERE : HOLDS;
}

#endif

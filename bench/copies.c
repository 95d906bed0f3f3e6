/* bench/copies.c — how long it takes to compare two copies of many forms, reading aside.
 *
 * copies [STATIONS]
 *
 * Two options and three lines at each station, in two copies; one copy in 120 differs. Says the
 * milliseconds of processor time of the quickest of five comparisons on one thread, and what was
 * compared.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "copies/copies.h"
#include "model/build.h"
#include "work.h"

enum { STATIONS = 813336, DIFFERS_ONE_IN = 120, TIMES = 5 };

static const cv_slot slots[] = {
    {CV_F_NONE,    0 },
    {CV_F_NONE,    1 },
    {CV_F_INVALID, -1},
    {CV_F_REG,     -1},
    {CV_F_SIGNED,  -1}
};
enum { SLOTS = sizeof slots / sizeof *slots };

static void add_station(cv_builder *b, cv_contest_ix c, const cv_copy_ix copy[2], int32_t i)
{
    char code[16];
    int n = snprintf(code, sizeof code, "%" PRId32, i);
    uint64_t x = mix((uint64_t)i);
    cv_cell cell[SLOTS] = {(cv_cell)(x % 150), (cv_cell)((x >> 16) % 120), (cv_cell)((x >> 32) % 9),
                           300, (cv_cell)(150 + (x >> 48) % 100)};
    cv_form_key key = {.contest = c,
                       .station = cv_build_station(b, (cv_str){code, n}, NULL),
                       .source = CV_NO_SOURCE,
                       .line = i + 2};
    for (int32_t k = 0; k < 2; k++) {
        if (k == 1 && x % DIFFERS_ONE_IN == 0) cell[x % SLOTS]++;
        key.copy = copy[k];
        cv_build_form(b, &key, slots, cell, SLOTS);
    }
    cv_build_expect(b, c, key.station, 300);
}

static cv_status make(cv_election *out, int32_t stations, cv_arena *keep, cv_arena *work)
{
    cv_error err;
    cv_builder *b = cv_build_open(keep, work);
    cv_contest_ix c = cv_build_contest(b, CV_STR("seat"), NULL);
    cv_build_contest_at(b, c)->rule =
        cv_build_rule_set(b, &(cv_rule_set){.id = CV_STR("most"), .engine = CV_ENGINE_PLURALITY});
    cv_build_option(b, c, CV_STR("1"), NULL);
    cv_build_option(b, c, CV_STR("2"), NULL);
    const cv_copy_ix copy[2] = {
        cv_build_copy(b, &(cv_copy){.id = CV_STR("official"), .counts = true}),
        cv_build_copy(b, &(cv_copy){.id = CV_STR("crowd"), .kind = CV_COPY_OBSERVER})};
    for (int32_t i = 0; i < stations; i++) add_station(b, c, copy, i);
    return cv_build_freeze(out, b, &err);
}

int main(int argc, char **argv)
{
    static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    int32_t stations = argc > 1 ? (int32_t)strtol(argv[1], NULL, 10) : STATIONS;
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (stations < 1 || make(&e, stations, &keep, &work) != CV_OK) return 1;
    const cv_copies_input in = {&e, {0}, 0, 1, &law};
    cv_copies out = {0};
    double best = 1e9;
    for (int i = 0; i < TIMES; i++) {
        cv_arena results = cv_arena_open(), scratch = cv_arena_open();
        double before = milliseconds();
        cv_copies_compare(&out, &in, &results, scratch);
        double took = milliseconds() - before;
        best = took < best ? took : best;
        if (i == TIMES - 1)
            printf("%d stations in both, %d differ in votes, %d in other lines; %.1f ms\n",
                   (int)out.pair->n_both, (int)out.pair->n_votes, (int)out.pair->n_lines, best);
        cv_arena_close(&scratch);
        cv_arena_close(&results);
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

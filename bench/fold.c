/* bench/fold.c — how long it takes to fold decisions over many forms, reading aside.
 *
 * fold [STATIONS [EFFECTS]]
 *
 * Two options and three lines at each station; official forms, every tenth with an agents' copy.
 * A fifth of the effects each annuls, adopts a copy, corrects a figure, confirms and orders a
 * repeat, over stations drawn at random; one in fifty is revoked. Says the milliseconds of
 * processor time of the quickest of five folds, and how many forms they change.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "disputes/disputes.h"
#include "model/build.h"
#include "work.h"

enum { STATIONS = 1000000, EFFECTS = 100000, TIMES = 5 };

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
    const cv_cell cell[SLOTS] = {100, 80, 5, 300, 185};
    cv_form_key key = {.contest = c,
                       .station = cv_build_station(b, (cv_str){code, n}, NULL),
                       .source = CV_NO_SOURCE,
                       .line = i + 2};
    for (int32_t k = 0; k < (i % 10 ? 1 : 2); k++) {
        key.copy = copy[k];
        cv_build_form(b, &key, slots, cell, SLOTS);
    }
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
        cv_build_copy(b, &(cv_copy){.id = CV_STR("agents"), .kind = CV_COPY_AGENT})};
    for (int32_t i = 0; i < stations; i++) add_station(b, c, copy, i);
    return cv_build_freeze(out, b, &err);
}

static const cv_decision *decide(int32_t n, int32_t stations, cv_arena *keep)
{
    static const cv_effect_kind kinds[] = {CV_EFFECT_ANNUL, CV_EFFECT_ADOPT, CV_EFFECT_CORRECT,
                                           CV_EFFECT_CONFIRM, CV_EFFECT_REPEAT};
    cv_decision *d = cv_new(keep, cv_decision, n);
    cv_station_ix *place = cv_new(keep, cv_station_ix, n);
    for (int32_t i = 0; i < n; i++) {
        uint64_t x = mix((uint64_t)i);
        d[i] = CV_DECISION_DEFAULT;
        d[i].seq = i + 1;
        d[i].position = 1;
        d[i].contest = (cv_contest_ix){0};
        d[i].effective = (cv_date){(int32_t)(x >> 40) % 1000, -1};
        d[i].effect = i % 50 == 49 ? CV_EFFECT_REVOKE : kinds[i % 5];
        d[i].revokes_seq = i % 50 == 49 ? i - 20 : 0;
        d[i].copy.i = d[i].effect == CV_EFFECT_ADOPT ? 1 : -1;
        d[i].option = d[i].effect == CV_EFFECT_CORRECT ? 0 : -1;
        d[i].old = 100;
        d[i].now = 90;
        place[i].i = (int32_t)(x % (uint64_t)stations);
        if (d[i].effect == CV_EFFECT_ADOPT) place[i].i -= place[i].i % 10;
        d[i].place = &place[i];
        d[i].n_places = d[i].effect != CV_EFFECT_REVOKE;
    }
    return d;
}

int main(int argc, char **argv)
{
    int32_t stations = argc > 1 ? atoi(argv[1]) : STATIONS;
    int32_t effects = argc > 2 ? atoi(argv[2]) : EFFECTS;
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (make(&e, stations, &keep, &work) != CV_OK) return EXIT_FAILURE;
    cv_arena_close(&work);
    e.decision = decide(effects, stations, &keep);
    e.n_decisions = effects;
    double best = 0;
    int32_t n_changes = 0;
    for (int32_t i = 0; i < TIMES; i++) {
        cv_arena out = cv_arena_open(), scratch = cv_arena_open();
        cv_disputes d;
        double start = milliseconds();
        cv_disputes_fold(&d, &e, &CV_LEDGER_QUESTION_DEFAULT, &out, scratch);
        double took = milliseconds() - start;
        if (i == 0 || took < best) best = took;
        n_changes = d.overlay.contest[0].n_changes;
        cv_arena_close(&scratch);
        cv_arena_close(&out);
    }
    printf("%.1f ms, %" PRId32 " stations, %" PRId32 " effects, %" PRId32 " forms changed\n", best,
           stations, effects, n_changes);
    cv_arena_close(&keep);
    return EXIT_SUCCESS;
}

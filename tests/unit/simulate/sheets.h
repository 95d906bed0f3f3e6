/* tests/unit/simulate/sheets.h — simulated elections in memory, and a form that a person can add
 * up. */
#ifndef CV_TESTS_UNIT_SIMULATE_SHEETS_H
#define CV_TESTS_UNIT_SIMULATE_SHEETS_H

#include "../row.h"

#include "simulate/count.h"
#include "simulate/fault.h"

static inline cv_sim_world *made(cv_arena *keep, const char *like, uint64_t seed, int32_t districts,
                                 int32_t stations, const char *faults)
{
    cv_sim_world *w;
    cv_error err;
    const cv_sim_options o = {.like = cv_sim_preset_named(cv_str_of(like)),
                              .seed = seed,
                              .districts = districts,
                              .stations = stations,
                              .clean = faults == NULL,
                              .faults = faults};
    if (cv_sim_make(&w, &o, keep, &err) != CV_OK) fail_msg("%s", err.text);
    return w;
}

/* One contest of two stations and three options, against all the last. Station 0:
 * 1,000 registered, 700 came (20 at home), 10 invalid, 690 valid: 400, 250, 40. Station 1: the same
 * with 500 registered, 300 came, none at home, no invalid: 200, 90, 10. */
typedef struct {
    cv_arena keep;
    cv_sim_world world;
    cv_sim_contest contest;
    cv_sim_option option[3];
    cv_cell truth[2][CV_SIM_LINES + 3], form[2][CV_SIM_LINES + 3], official[2][CV_SIM_LINES + 3];
    bool missing[2];
    int32_t fault[2];
    int16_t minutes[2];
    uint8_t held[2];
} small;

enum { WIDTH = CV_SIM_LINES + 3, A = CV_SIM_LINES, B, AGAINST };

static const cv_cell SHEET[2][WIDTH] = {
    {1000, 300, 600, 1025, 680, 20, 700, 325, 20, 680, 10, 690, 400, 250, 40},
    {500,  100, 250, 525,  300, 0,  300, 225, 0,  300, 0,  300, 200, 90,  10},
};

static inline void small_open(small *s)
{
    *s = (small){
        .keep = cv_arena_open(), .fault = {-1, -1}
    };
    memcpy(s->truth, SHEET, sizeof SHEET);
    memcpy(s->form, SHEET, sizeof SHEET);
    memcpy(s->official, SHEET, sizeof SHEET);
    s->option[0] = (cv_sim_option){.id = CV_STR("1"), .bloc = 0, .home = -1};
    s->option[1] = (cv_sim_option){.id = CV_STR("2"), .bloc = 1, .home = -1, .first_round = 1};
    s->option[2] = (cv_sim_option){
        .id = CV_STR("against"), .bloc = -1, .home = -1, .against = true, .first_round = 2};
    s->contest = (cv_sim_contest){.id = CV_STR("smd-01"),
                                  .district = -1,
                                  .round = 1,
                                  .first_round = -1,
                                  .seats = 1,
                                  .n_stations = 2,
                                  .n_options = 3,
                                  .option = s->option,
                                  .width = WIDTH,
                                  .truth = s->truth[0],
                                  .form = s->form[0],
                                  .official = s->official[0],
                                  .missing = s->missing,
                                  .fault = s->fault,
                                  .minutes = s->minutes,
                                  .held = s->held,
                                  .drawn = -1,
                                  .named = -1};
    s->world = (cv_sim_world){.preset = cv_sim_preset_named(CV_STR("assembly")),
                              .keep = &s->keep,
                              .n_contests = 1,
                              .contest = &s->contest};
}

static inline void small_close(small *s)
{
    cv_arena_close(&s->keep);
}

/* Does one deed to station 0 of a fresh small world; `row` is what comes of it. */
static inline bool done(cv_cell *row, small *s, cv_sim_deed *deed, cv_sim_hand hand, uint64_t seed)
{
    cv_rng r = cv_rng_open(seed, CV_SIM_FOR_FAULTS, 0, 0);
    memcpy(row, SHEET[hand.station], sizeof SHEET[0]);
    hand.w = &s->world;
    hand.c = &s->contest;
    hand.row = row;
    hand.r = &r;
    return deed(&hand);
}

/* Where and how: station, votes (0: by chance), option that gains and that loses (-1: by chance).
 */
static inline cv_sim_hand at(int32_t station, int32_t amount, int32_t to, int32_t from)
{
    return (cv_sim_hand){.station = station, .amount = amount, .to = to, .from = from};
}

/* The relations that a clean form keeps (rules.md: C201, C204, C207, C302, C305, C306, C401, C601,
 * C602). */
static inline const char *contradiction(const cv_cell *row, int32_t n_options)
{
    int64_t votes = 0, box = (int64_t)row[CV_SIM_BOX_OUT] + row[CV_SIM_BOX_STATION];
    int64_t issued = (int64_t)row[CV_SIM_ISS_STATION] + row[CV_SIM_ISS_OUT];
    for (int32_t i = 0; i < CV_SIM_LINES + n_options; i++)
        if (row[i] < 0) return "a cell is no number";
    for (int32_t o = 0; o < n_options; o++) votes += row[CV_SIM_LINES + o];
    if (row[CV_SIM_RECV] != issued + row[CV_SIM_CANCELLED]) return "C201";
    if (box != (int64_t)row[CV_SIM_VALID] + row[CV_SIM_INVALID]) return "C204";
    if (box > issued || row[CV_SIM_BOX_OUT] > row[CV_SIM_ISS_OUT]) return "C207";
    if (row[CV_SIM_SIGNED] > row[CV_SIM_REG]) return "C302";
    if (issued != row[CV_SIM_SIGNED]) return "C305";
    if (votes != row[CV_SIM_VALID]) return "C401";
    if (row[CV_SIM_T12] > row[CV_SIM_T17]) return "C601";
    if (row[CV_SIM_T17] > row[CV_SIM_SIGNED]) return "C602";
    return "";
}

#endif

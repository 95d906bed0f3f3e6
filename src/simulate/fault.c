#include "simulate/fault.h"

#include <string.h>

#include "base/check.h"
#include "simulate/copies.h"

/* ---- the table ---- */

typedef struct {
    cv_sim_fault_place place;
    cv_sim_deed *deed;
} manner;

/* clang-format off */
const cv_sim_fault_kind CV_SIM_FAULTS[] = {
    {"digit",              "one digit of an option's votes is wrong in the official table",                   "C401"},
    {"swapped-digits",     "two neighbouring digits of an option's votes are exchanged in the official table", "C401"},
    {"swapped-rows",       "two neighbouring options' votes are exchanged in the official table",              ""},
    {"shifted",            "votes stand one line too low in the official table, from some line on",            "C103"},
    {"neighbour",          "an option's votes are those of the next station in the official table",            "C401"},
    {"total",              "the total of valid papers is wrong in the official table",                         "C401"},
    {"blank",              "an option's votes are blank in the official table",                                "C103"},
    {"illegible",          "an option's votes cannot be read in the official table",                           "C104"},
    {"missing",            "the official table has no form of the station",                                    "C801"},
    {"altered",            "votes are moved between options in the official table; the copy on the door has them right", "C807"},
    {"forged-copy",        "a party's agent has moved votes to the own candidate in the own copy",             "C807"},
    {"stuffed-box",        "papers are in the box that nobody was given",                                      "C306"},
    {"stuffed-list",       "papers are in the box, and signatures for them on the list",                       ""},
    {"moved",              "votes were counted for another option",                                            ""},
    {"coerced",            "nearly everybody was made to come and to vote one way",                            ""},
    {"swapped-candidates", "the piles of the two strongest options were exchanged",                            ""},
    {"rounded",            "turnout and the winner's share were set to whole multiples of 5 per cent",         ""},
    {"invented",           "the votes were invented; only their sum is true",                                  ""},
    {"late",               "the form came in ten hours later",                                                 ""},
};

static const manner MANNER[] = {
    {CV_SIM_AT_TABLE, cv_sim_digit},
    {CV_SIM_AT_TABLE, cv_sim_swap_digits},
    {CV_SIM_AT_TABLE, cv_sim_swap_rows},
    {CV_SIM_AT_TABLE, cv_sim_shift},
    {CV_SIM_AT_TABLE, cv_sim_neighbour},
    {CV_SIM_AT_TABLE, cv_sim_total},
    {CV_SIM_AT_TABLE, cv_sim_blank},
    {CV_SIM_AT_TABLE, cv_sim_illegible},
    {CV_SIM_AT_TABLE, cv_sim_lose},
    {CV_SIM_AT_TABLE, cv_sim_move},
    {CV_SIM_AT_COPY,  cv_sim_move},
    {CV_SIM_AT_BOX,   cv_sim_stuff_box},
    {CV_SIM_AT_BOX,   cv_sim_stuff_list},
    {CV_SIM_AT_BOX,   cv_sim_move},
    {CV_SIM_AT_BOX,   cv_sim_coerce},
    {CV_SIM_AT_BOX,   cv_sim_swap_leaders},
    {CV_SIM_AT_BOX,   cv_sim_round},
    {CV_SIM_AT_BOX,   cv_sim_invent},
    {CV_SIM_AT_TABLE, cv_sim_delay},
};
/* clang-format on */
const int32_t CV_SIM_N_FAULTS = sizeof CV_SIM_FAULTS / sizeof *CV_SIM_FAULTS;
_Static_assert(sizeof CV_SIM_FAULTS / sizeof *CV_SIM_FAULTS == sizeof MANNER / sizeof *MANNER,
               "every kind of fault has its function");

int32_t cv_sim_fault_named(cv_str id)
{
    for (int32_t i = 0; i < CV_SIM_N_FAULTS; i++)
        if (cv_str_eq(id, cv_str_of(CV_SIM_FAULTS[i].id))) return i;
    return -1;
}

cv_sim_fault_place cv_sim_fault_at(int32_t kind)
{
    return MANNER[kind].place;
}

bool cv_sim_fault_moves_paper(int32_t kind)
{
    cv_sim_deed *deed = MANNER[kind].deed;
    return deed == cv_sim_stuff_box || deed == cv_sim_stuff_list || deed == cv_sim_coerce;
}

static bool is_kind(int32_t kind, const char *id)
{
    return cv_str_eq(cv_str_of(CV_SIM_FAULTS[kind].id), cv_str_of(id));
}

/* ---- shared by the deeds ---- */

int32_t cv_sim_favoured(const cv_sim_hand *h)
{
    if (h->to >= 0) return h->to;
    for (int32_t o = 0; o < h->c->n_options; o++)
        if (h->c->option[o].bloc == 0) return o;
    return 0;
}

int32_t cv_sim_rival(const cv_sim_hand *h, int32_t favoured)
{
    if (h->from >= 0) return h->from;
    int32_t best = -1;
    for (int32_t o = 0; o < h->c->n_options; o++) {
        if (o == favoured || h->c->option[o].against) continue;
        if (best < 0 || h->row[CV_SIM_LINES + o] > h->row[CV_SIM_LINES + best]) best = o;
    }
    return best;
}

/* ---- planting one ---- */

static void record_changes(cv_sim_world *w, cv_sim_fault *f, const cv_sim_contest *c,
                           const cv_cell *before, const cv_cell *after)
{
    for (int32_t i = 0; i < c->width; i++) f->n_changes += before[i] != after[i];
    f->change = cv_new(w->keep, cv_sim_change, f->n_changes);
    int32_t n = 0;
    for (int32_t i = 0; i < c->width; i++)
        if (before[i] != after[i]) f->change[n++] = (cv_sim_change){i, before[i], after[i]};
}

/* The first holder at the form whose bloc has an own candidate: the only kind that forges. */
static int32_t forger(const cv_sim_contest *c, int32_t station)
{
    for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++)
        if (cv_sim_holds(c, station, h) && CV_SIM_HOLDERS[h].bloc >= 0) return h;
    return -1;
}

static int32_t option_of_bloc(const cv_sim_contest *c, int32_t bloc)
{
    for (int32_t o = 0; o < c->n_options; o++)
        if (c->option[o].bloc == bloc) return o;
    return -1;
}

static void spread_to(cv_sim_contest *c, int32_t kind, int32_t station, const cv_cell *row)
{
    size_t bytes = (size_t)c->width * sizeof *row;
    if (MANNER[kind].place == CV_SIM_AT_BOX) memcpy(cv_sim_row(c, c->form, station), row, bytes);
    memcpy(cv_sim_row(c, c->official, station), row, bytes);
}

bool cv_sim_plant(cv_sim_world *w, int32_t kind, int32_t contest, cv_sim_hand hand, int32_t scene)
{
    cv_sim_contest *c = &w->contest[contest];
    const cv_cell *before = cv_sim_row(c, c->form, hand.station);
    cv_cell row[CV_SIM_LINES + CV_SIM_OPTIONS_MAX];
    if (c->fault[hand.station] >= 0) return false;
    memcpy(row, before, (size_t)c->width * sizeof *row);
    hand.w = w;
    hand.c = c;
    hand.row = row;
    cv_sim_fault f = {
        .kind = kind, .contest = contest, .station = hand.station, .copy = -1, .scene = scene};
    if (MANNER[kind].place == CV_SIM_AT_COPY) {
        f.copy = forger(c, hand.station);
        if (f.copy >= 0) hand.to = option_of_bloc(c, CV_SIM_HOLDERS[f.copy].bloc);
        if (f.copy < 0 || hand.to < 0) return false;
    }
    if (!MANNER[kind].deed(&hand)) return false;
    record_changes(w, &f, c, before, row);
    if (f.copy < 0) spread_to(c, kind, hand.station, row);
    /* The alteration is found by the copy that hangs on the door. */
    if (is_kind(kind, "altered")) cv_sim_give_copy(c, hand.station, CV_SIM_POSTED);
    cv_room(w->keep, cv_sim_fault, w->fault, w->n_faults, w->cap_faults);
    c->fault[hand.station] = (int32_t)w->n_faults;
    w->fault[w->n_faults++] = f;
    return true;
}

/* ---- planting by plan ---- */

/* Forms are tried in random order until `count` have the fault. */
static void plant_count(cv_sim_world *w, int32_t kind, int32_t count, int32_t from, cv_rng *r)
{
    cv_arena work = cv_arena_open();
    int32_t total = 0;
    for (int32_t c = from; c < w->n_contests; c++) total += w->contest[c].n_stations;
    int32_t *order = cv_new(&work, int32_t, total);
    for (int32_t i = 0; i < total; i++) order[i] = i;
    cv_rng_shuffle(r, order, total);
    for (int32_t i = 0; i < total && count > 0; i++) {
        int32_t c = from, s = order[i];
        while (s >= w->contest[c].n_stations) s -= w->contest[c++].n_stations;
        if (w->contest[c].quiet) continue;
        count -=
            cv_sim_plant(w, kind, c, (cv_sim_hand){.station = s, .to = -1, .from = -1, .r = r}, -1);
    }
    cv_arena_close(&work);
}

static void plant_share(cv_sim_world *w, int32_t kind, double share, int32_t from, cv_rng *r)
{
    for (int32_t c = from; c < w->n_contests; c++) {
        if (w->contest[c].quiet) continue;
        for (int32_t s = 0; s < w->contest[c].n_stations; s++)
            if (cv_rng_chance(r, share))
                cv_sim_plant(w, kind, c, (cv_sim_hand){.station = s, .to = -1, .from = -1, .r = r},
                             -1);
    }
}

void cv_sim_plant_all(cv_sim_world *w, const cv_sim_plan *plan, int32_t from,
                      cv_sim_fault_place place)
{
    if (from == w->n_contests) return;
    for (int32_t kind = 0; kind < CV_SIM_N_FAULTS; kind++) {
        if (MANNER[kind].place != place) continue;
        uint64_t round = (uint64_t)w->contest[from].round;
        cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_FAULTS, (uint64_t)kind, round);
        if (plan->count[kind] > 0)
            plant_count(w, kind, plan->count[kind], from, &r);
        else if (plan->share[kind] > 0)
            plant_share(w, kind, plan->share[kind], from, &r);
    }
}

/* ---- what the papers show ---- */

static bool changes_votes(const cv_sim_fault *f)
{
    for (int32_t i = 0; i < f->n_changes; i++)
        if (f->change[i].line >= CV_SIM_LINES) return true;
    return false;
}

void cv_sim_mark_shown(cv_sim_world *w, int64_t first_fault)
{
    for (int64_t i = first_fault; i < w->n_faults; i++) {
        cv_sim_fault *f = &w->fault[i];
        bool by_rule = CV_SIM_FAULTS[f->kind].shown[0];
        bool by_copy = MANNER[f->kind].place == CV_SIM_AT_TABLE && changes_votes(f) &&
                       w->contest[f->contest].held[f->station];
        bool whole = by_copy || MANNER[f->kind].deed != cv_sim_shift;
        f->shown = !by_rule && !by_copy ? CV_SIM_HIDDEN : whole ? CV_SIM_SHOWN : CV_SIM_IN_PART;
    }
}

#include "simulate/simulate.h"

#include <string.h>

#include "base/check.h"
#include "simulate/copies.h"
#include "simulate/count.h"
#include "simulate/fault.h"
#include "simulate/land.h"
#include "simulate/people.h"
#include "simulate/story.h"
#include "simulate/write.h"

const cv_sim_line_name CV_SIM_LINE[CV_SIM_LINES] = {
    [CV_SIM_REG] = {"reg",         "registered"       },
    [CV_SIM_T12] = {"t[12:00]",    "voted_by_12"      },
    [CV_SIM_T17] = {"t[17:00]",    "voted_by_17"      },
    [CV_SIM_RECV] = {"recv",        "papers_received"  },
    [CV_SIM_ISS_STATION] = {"iss_station", "issued_in_station"},
    [CV_SIM_ISS_OUT] = {"iss_out",     "issued_outside"   },
    [CV_SIM_SIGNED] = {"signed",      "signatures"       },
    [CV_SIM_CANCELLED] = {"cancelled",   "cancelled"        },
    [CV_SIM_BOX_OUT] = {"box_out",     "in_mobile_box"    },
    [CV_SIM_BOX_STATION] = {"box_station", "in_stationary_box"},
    [CV_SIM_INVALID] = {"invalid",     "invalid"          },
    [CV_SIM_VALID] = {"valid",       "valid"            },
};

cv_str cv_sim_code(const cv_sim_world *w, int32_t station, cv_arena *keep)
{
    const cv_sim_district *d = &w->district[w->station[station].district];
    return cv_str_format(keep, "%02d-%03d", (int)d->number, (int)(station - d->first_station + 1));
}

/* ---- options ---- */

static int32_t or_else(int32_t asked, int32_t preset)
{
    return asked ? asked : preset;
}

/* What was not asked follows what was: a district of the preset's size, stations of its size. */
static cv_status complete(cv_sim_options *o, cv_error *err)
{
    const cv_sim_preset *p = o->like;
    bool districts_asked = o->districts > 0;
    o->districts = or_else(o->districts, p->districts);
    int64_t stations = o->stations;
    if (!stations)
        stations =
            districts_asked ? (int64_t)o->districts * p->stations / p->districts : p->stations;
    if (!districts_asked && stations < 5 * (int64_t)o->districts && stations != p->stations)
        o->districts = (int32_t)(stations / 10 < 1 ? 1 : stations / 10);
    if (o->districts > CV_SIM_DISTRICTS_MAX)
        return cv_fail(err, CV_E_LIMIT, "%d districts are past the limit of %d", (int)o->districts,
                       CV_SIM_DISTRICTS_MAX);
    if (stations > CV_SIM_STATIONS_MAX)
        return cv_fail(err, CV_E_LIMIT, "%d stations are past the limit of %d", (int)stations,
                       CV_SIM_STATIONS_MAX);
    if (stations < o->districts)
        return cv_fail(err, CV_E_USAGE, "%d stations are too few for %d districts", (int)stations,
                       (int)o->districts);
    o->stations = (int32_t)stations;
    if (!o->voters) o->voters = stations * (p->voters / p->stations);
    if (o->voters < 20 * stations || o->voters > 5000 * stations)
        return cv_fail(err, CV_E_USAGE, "%lld voters do not fit %d stations: from 20 to 5,000 each",
                       (long long)o->voters, (int)stations);
    return CV_OK;
}

/* ---- a round ---- */

static void write_sheets(cv_sim_contest *c)
{
    size_t bytes = (size_t)c->n_stations * (size_t)c->width * sizeof *c->truth;
    memcpy(c->form, c->truth, bytes);
    memcpy(c->official, c->truth, bytes);
}

typedef struct {
    cv_sim_plan plan;
    bool story;
} course;

/* Voting, what is done to the boxes, the sheets and their copies, the table. */
static cv_status hold_round(cv_sim_world *w, const course *k, int32_t from, cv_arena scratch,
                            cv_error *err)
{
    int64_t first_fault = w->n_faults;
    CV_TRY(cv_sim_vote(w, from, scratch, err));
    if (k->story) cv_sim_story_votes(w, from);
    for (int32_t c = from; c < w->n_contests; c++) write_sheets(&w->contest[c]);
    cv_sim_plant_all(w, &k->plan, from, CV_SIM_AT_BOX);
    cv_sim_lay_copies(w, from);
    if (k->story) cv_sim_story_sheets(w, from);
    cv_sim_plant_all(w, &k->plan, from, CV_SIM_AT_TABLE);
    cv_sim_plant_all(w, &k->plan, from, CV_SIM_AT_COPY);
    cv_sim_mark_shown(w, first_fault);
    return CV_OK;
}

/* Where chance made a tie the commission draws a lot and keeps the minutes. */
static void draw_lots(cv_sim_world *w, int32_t from)
{
    for (int32_t i = from; i < w->n_contests && w->preset->system != CV_SIM_LIST; i++) {
        cv_sim_contest *c = &w->contest[i];
        cv_sim_count k;
        cv_sim_declared(&k, w, i);
        if (k.kind != CV_SIM_TIED || c->named >= 0) continue;
        cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_STORY, 100, (uint64_t)i);
        int32_t tied[CV_SIM_OPTIONS_MAX], n = 0;
        for (int32_t o = 0; o < c->n_options; o++) {
            bool in_lot = !c->option[o].against && k.votes[o] == k.votes[k.second];
            if (in_lot && (c->round == 2 || o != k.first)) tied[n++] = o;
        }
        c->drawn = tied[cv_rng_below(&r, n)];
        c->drawn_cite = CV_STR("minutes of the draw (simulated)");
    }
}

static void call_runoffs(cv_sim_world *w)
{
    int32_t n = w->n_contests;
    for (int32_t c = 0; c < n; c++) {
        cv_sim_count k;
        cv_sim_declared(&k, w, c);
        if (k.kind == CV_SIM_RUNOFF) cv_sim_runoff(w, c, k.first, k.second);
    }
}

/* What the preset plants, then what was asked for. */
static cv_status make_plan(cv_sim_plan *plan, const cv_sim_world *w, cv_error *err)
{
    if (w->options.clean) return CV_OK;
    CV_TRY(cv_sim_plan_add(plan, cv_str_of(w->preset->faults), err));
    if (!w->options.faults) return CV_OK;
    return cv_sim_plan_add(plan, cv_str_of(w->options.faults), err);
}

static cv_status hold_rounds(cv_sim_world *w, const course *k, cv_arena scratch, cv_error *err)
{
    CV_TRY(hold_round(w, k, 0, scratch, err));
    draw_lots(w, 0);
    if (w->preset->system == CV_SIM_LIST) return CV_OK;
    int32_t n = w->n_contests;
    call_runoffs(w);
    CV_TRY(hold_round(w, k, n, scratch, err));
    draw_lots(w, n);
    return CV_OK;
}

cv_status cv_sim_make(cv_sim_world **out, const cv_sim_options *options, cv_arena *keep,
                      cv_error *err)
{
    cv_sim_world *w = cv_new(keep, cv_sim_world, 1);
    w->options = *options;
    w->preset = options->like;
    w->keep = keep;
    cv_assert(w->preset != NULL);
    CV_TRY(complete(&w->options, err));
    w->n_districts = w->options.districts;
    w->n_stations = w->options.stations;
    course k = {.story = w->preset->story && !w->options.clean && cv_sim_story_fits(w)};
    CV_TRY(make_plan(&k.plan, w, err));
    cv_sim_land(w);
    cv_sim_nominate(w);
    if (k.story) cv_sim_story_begin(w);
    cv_arena scratch = cv_arena_open();
    cv_status status = hold_rounds(w, &k, scratch, err);
    cv_arena_close(&scratch);
    if (status == CV_OK) *out = w;
    return status;
}

cv_sim_summary cv_sim_summary_of(const cv_sim_world *w)
{
    cv_sim_summary s = {
        .contests = w->n_contests, .stations = w->n_stations, .planted = w->n_faults};
    for (int32_t i = 0; i < w->n_stations; i++) s.voters += w->station[i].registered;
    for (int32_t c = 0; c < w->n_contests; c++) s.forms += w->contest[c].n_stations;
    for (int64_t i = 0; i < w->n_faults; i++) s.shown += w->fault[i].shown != CV_SIM_HIDDEN;
    return s;
}

/* simulate/world.h — one invented election, whole in memory: the nouns that the files of this
 * folder share.
 *
 * Three tables of forms stand beside each other, cell for cell:
 *   truth     what voters did and an honest count would have written
 *   form      what the sheet at the station says: differs where votes were stuffed, moved, ...
 *   official  what the body's table says: differs from the sheet where it was typed wrongly or
 *             altered on the way
 * Copies that others hold are copies of `form`, but for those forged by their holder.
 */
#ifndef CV_SIMULATE_WORLD_H
#define CV_SIMULATE_WORLD_H

#include "model/election.h"
#include "num/rng.h"
#include "simulate/simulate.h"

/* ---- lines of a form; the options' votes follow ---- */

typedef enum {
    CV_SIM_REG,
    CV_SIM_T12, /* persons who had voted by 12:00, 17:00 */
    CV_SIM_T17,
    CV_SIM_RECV,
    CV_SIM_ISS_STATION,
    CV_SIM_ISS_OUT,
    CV_SIM_SIGNED,
    CV_SIM_CANCELLED,
    CV_SIM_BOX_OUT,
    CV_SIM_BOX_STATION,
    CV_SIM_INVALID,
    CV_SIM_VALID,
    CV_SIM_LINES
} cv_sim_line;

typedef struct {
    const char *field;  /* id in election.json          */
    const char *column; /* header in the results tables */
} cv_sim_line_name;
extern const cv_sim_line_name CV_SIM_LINE[CV_SIM_LINES];

enum { CV_SIM_OPTIONS_MAX = 12, CV_SIM_BLOCS = 4, CV_SIM_ROUNDS = 2 };

/* What random numbers are for. New ones go to the end: their place is part of every case. */
typedef enum {
    CV_SIM_FOR_LAND = 1,
    CV_SIM_FOR_SIZES,
    CV_SIM_FOR_NAMES,
    CV_SIM_FOR_FIELDS,
    CV_SIM_FOR_TURNOUT,
    CV_SIM_FOR_SUPPORT,
    CV_SIM_FOR_BALLOTS,
    CV_SIM_FOR_LINES,
    CV_SIM_FOR_FAULTS,
    CV_SIM_FOR_COPIES,
    CV_SIM_FOR_STORY,
    CV_SIM_FOR_PAPERS,
    CV_SIM_FOR_BOXES
} cv_sim_purpose;

/* ---- places ---- */

/* In 1e-5 degrees, so that they print exactly. */
typedef struct {
    int32_t lon, lat;
} cv_sim_point;

typedef struct {
    cv_str name;
    int32_t first_district, n_districts;
} cv_sim_region;

typedef struct {
    cv_str name;
    int32_t number; /* from 1 */
    int32_t region;
    int32_t first_station, n_stations;
    int32_t n_corners;
    cv_sim_point *corner; /* [n_corners] counter-clockwise, not closed */
    double urban;         /* share of its stations that are urban      */
} cv_sim_district;

typedef struct {
    int32_t district;
    cv_station_kind kind;
    bool urban;
    int32_t registered;
    cv_sim_point at;
    double u, v; /* place in the country, in sides of a district */
} cv_sim_station;

/* ---- what is voted on ---- */

typedef struct {
    cv_str id, name;
    int32_t bloc;        /* -1: stands alone                                   */
    bool against;        /* against all                                        */
    double strength;     /* on the logit scale                                 */
    int32_t home;        /* station around which the candidate is known; -1    */
    int32_t first_round; /* of a run-off: its option there; else its own index */
} cv_sim_option;

typedef struct {
    cv_str id, name, drawn_cite;
    int32_t district;    /* -1: the whole country                        */
    int32_t round;       /* 1 or 2                                       */
    int32_t first_round; /* contest that a run-off decides; -1           */
    int32_t seats;
    int32_t first_station, n_stations;
    int32_t n_options;
    cv_sim_option *option;            /* [n_options]                                  */
    int32_t width;                    /* CV_SIM_LINES + n_options                     */
    cv_cell *truth, *form, *official; /* [n_stations × width]               */
    bool *missing;                    /* [n_stations] the official table has no form       */
    int32_t *fault;                   /* [n_stations] the fault planted there; -1: none    */
    uint8_t *held;                    /* [n_stations] bit per holder of a copy: copies.h      */
    int16_t *minutes;                 /* [n_stations] from closing to the form's arrival   */
    bool quiet;                       /* no random faults here: a scene needs it so        */
    int32_t drawn;                    /* option that a lot gave the seat; -1: no lot       */
    int32_t named;                    /* option declared although the figures do not say so; -1 */
    bool exchanged; /* the declared totals of the first two options are exchanged   */
} cv_sim_contest;

/* ---- what was planted ---- */

typedef struct {
    int32_t line; /* below CV_SIM_LINES, else CV_SIM_LINES + option */
    cv_cell before, after;
} cv_sim_change;

/* What the papers of the case show of it. */
typedef enum {
    CV_SIM_HIDDEN,  /* nothing                                                              */
    CV_SIM_IN_PART, /* something is found at the form, but it does not bound what is wrong:
                       votes that slipped down by one line leave one of them blank          */
    CV_SIM_SHOWN    /* a finding that allows for the whole of it                            */
} cv_sim_shown;

typedef struct {
    int32_t kind;             /* into CV_SIM_FAULTS                             */
    int32_t contest, station; /* station: of the contest, from 0     */
    int32_t copy;             /* whose sheet was forged; -1: the official one */
    int32_t scene;            /* of a story; -1: by chance                    */
    cv_sim_shown shown;
    int32_t n_changes;
    cv_sim_change *change; /* [n_changes]                                   */
} cv_sim_fault;

typedef enum { CV_SIM_ANNUL, CV_SIM_ADOPT } cv_sim_effect;

typedef struct {
    int32_t contest, station;
    cv_sim_effect effect;
    int32_t holder; /* ADOPT: whose sheet */
    const char *id, *body, *text;
    int32_t day; /* after the vote */
} cv_sim_decision;

typedef struct {
    const char *id, *title, *what, *look;
    int32_t contest;
} cv_sim_scene;

struct cv_sim_world {
    cv_sim_options options;
    const cv_sim_preset *preset;
    cv_arena *keep;
    int32_t n_regions, n_districts, n_stations;
    cv_sim_region *region;
    cv_sim_district *district;
    cv_sim_station *station;
    int32_t n_contests;
    cv_sim_contest *contest;
    int64_t n_faults, cap_faults;
    cv_sim_fault *fault;
    int64_t n_decisions, cap_decisions;
    cv_sim_decision *decision;
    int64_t n_scenes, cap_scenes;
    cv_sim_scene *scene;
};

/* ---- small things ---- */

/* The contest's station as one of the world. */
static inline int32_t cv_sim_station_of(const cv_sim_contest *c, int32_t s)
{
    return c->first_station + s;
}

static inline cv_cell *cv_sim_row(const cv_sim_contest *c, cv_cell *table, int32_t s)
{
    return table + (int64_t)s * c->width;
}

static inline cv_cell *cv_sim_votes(const cv_sim_contest *c, cv_cell *table, int32_t s)
{
    return cv_sim_row(c, table, s) + CV_SIM_LINES;
}

/* "07-012": district and number in it. */
cv_str cv_sim_code(const cv_sim_world *w, int32_t station, cv_arena *keep);

#endif

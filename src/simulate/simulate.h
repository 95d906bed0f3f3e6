/* simulate/simulate.h — an election with a known truth: to train people, to calibrate tests.
 *
 * From one seed comes a whole case folder: the country, its stations and voters, what they
 * voted, the forms, what went wrong with them, what others hold and say, and beside it what is
 * true (docs/reference/simulate.md). Nothing in it is a person or a place that exists.
 *
 * The same options give the same bytes on every machine: chance comes from num/rng.h, and no
 * function of the C library whose last bit varies takes part.
 */
#ifndef CV_SIMULATE_SIMULATE_H
#define CV_SIMULATE_SIMULATE_H

#include "base/count.h"
#include "base/error.h"

/* ---- worlds ---- */

typedef enum {
    CV_SIM_ASSEMBLY,  /* a seat in each district, in two rounds      */
    CV_SIM_PRESIDENT, /* one seat for the whole country, two rounds  */
    CV_SIM_LIST       /* lists, highest averages, a threshold of 5 % */
} cv_sim_system;

typedef struct {
    const char *id;
    const char *about;
    cv_sim_system system;
    int32_t districts, stations;
    int64_t voters;
    int32_t seats;      /* of a list election     */
    const char *faults; /* as --faults takes them */
    bool story;         /* scenes are played in it */
} cv_sim_preset;

extern const cv_sim_preset CV_SIM_PRESETS[];
extern const int32_t CV_SIM_N_PRESETS;
const cv_sim_preset *cv_sim_preset_named(cv_str id); /* NULL: none */

/* ---- faults ---- */

typedef struct {
    const char *id;
    const char *what;  /* what happens to the form                                   */
    const char *shown; /* codes of rules that find it; "" where no paper of the case can show it
                          unless somebody holds a true copy (then C807)                */
} cv_sim_fault_kind;

extern const cv_sim_fault_kind CV_SIM_FAULTS[];
extern const int32_t CV_SIM_N_FAULTS;

enum { CV_SIM_FAULT_KINDS_MAX = 32 };

/* How often each kind is planted: in `share` of the forms, or in `count` forms of each round. */
typedef struct {
    double share[CV_SIM_FAULT_KINDS_MAX];
    int32_t count[CV_SIM_FAULT_KINDS_MAX]; /* -1: by share */
} cv_sim_plan;

/* Adds "digit=0.5%,missing=12,moved=0.01" to the plan; `all` stands for every kind. A number
 * with a point or a percent sign is a share, one without is a count. Fails with CV_E_USAGE. */
cv_status cv_sim_plan_add(cv_sim_plan *plan, cv_str text, cv_error *err);

/* ---- a case ---- */

typedef struct {
    const cv_sim_preset *like;
    uint64_t seed;
    int32_t districts, stations; /* 0: as in the preset */
    int64_t voters;              /* 0: as in the preset */
    bool clean;                  /* no fault, no story  */
    const char *faults;          /* NULL: as in the preset */
    /* Told how many forms of `total` in the round are filled in, now and then. NULL: nobody is
     * told. Returning false stops the work with CV_E_STOPPED. */
    bool (*progress)(void *who, int64_t done, int64_t total);
    void *who;
} cv_sim_options;

typedef struct cv_sim_world cv_sim_world; /* simulate/world.h */

/* Where a case's files go. begin() ends the file before it; names have '/' between folders. */
typedef struct {
    cv_status (*begin)(void *to, cv_str name, cv_error *err);
    cv_status (*put)(void *to, cv_str bytes, cv_error *err);
    void *to;
} cv_sim_files;

/* The names of all files that a case can have, whether or not this one has them: from 0; empty
 * past the last. */
cv_str cv_sim_file_name(int32_t i, cv_arena *keep);

enum { CV_SIM_STATIONS_MAX = 2000000, CV_SIM_DISTRICTS_MAX = 5000 };

/* Makes the case in memory; `keep` owns it. Fails with CV_E_USAGE when the options do not fit
 * each other, CV_E_LIMIT when they are past a limit, CV_E_STOPPED when progress says so. */
cv_status cv_sim_make(cv_sim_world **out, const cv_sim_options *options, cv_arena *keep,
                      cv_error *err);
typedef struct {
    int32_t contests, stations;
    cv_count voters;
    int64_t forms;          /* official ones of all rounds, missing ones included */
    int64_t planted, shown; /* faults; of them those that the papers show, or in part */
} cv_sim_summary;
cv_sim_summary cv_sim_summary_of(const cv_sim_world *w);

/* Writes its files. Fails as `files` does. */
cv_status cv_sim_write(const cv_sim_world *w, const cv_sim_files *files, cv_arena scratch,
                       cv_error *err);

#endif

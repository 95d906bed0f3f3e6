/* A simulated case on disk, read and reviewed: what the tests of simulate have in common. */
#ifndef CV_TESTS_PROPERTY_SIMULATE_CASE_H
#define CV_TESTS_PROPERTY_SIMULATE_CASE_H

#include "../unit/row.h"

#include <stdlib.h>

#include "base/file.h"
#include "read/read.h"
#include "review/review.h"
#include "simulate/count.h"
#include "simulate/fault.h"

typedef struct {
    cv_arena keep, work;
    char folder[40];
    FILE *open;
    cv_error err;
    cv_sim_world *world;
    cv_election election;
    cv_review review;
} sim_case;

/* Plain files: a sink waits for the disk, and these are thrown away. */
static inline cv_status sim_end(sim_case *c)
{
    if (c->open && fclose(c->open)) return CV_E_SYSTEM;
    c->open = NULL;
    return CV_OK;
}

static inline cv_status sim_begin(void *to, cv_str name, cv_error *err)
{
    sim_case *c = to;
    cv_str path = cv_path_join(cv_str_of(c->folder), name, &c->work);
    CV_TRY(sim_end(c));
    CV_TRY(cv_dir_make(cv_path_dir(path), err));
    c->open = fopen(path.s, "w");
    return c->open ? CV_OK : CV_E_SYSTEM;
}

static inline cv_status sim_put(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    bool whole = fwrite(bytes.s, 1, (size_t)bytes.n, ((sim_case *)to)->open) == (size_t)bytes.n;
    return whole ? CV_OK : CV_E_SYSTEM;
}

static inline void sim_must(const sim_case *c, cv_status status)
{
    if (status != CV_OK) fail_msg("%s:%lld: %s", c->err.file, (long long)c->err.line, c->err.text);
}

/* Makes, writes, reads and reviews. */
static inline void sim_open(sim_case *c, const cv_sim_options *options)
{
    *c = (sim_case){.folder = "/tmp/canvass-simulate-XXXXXX"};
    c->keep = cv_arena_open();
    c->work = cv_arena_open();
    if (!mkdtemp(c->folder)) fail_msg("no folder for the test");
    cv_arena scratch = cv_arena_open();
    const cv_read_options reading = CV_READ_OPTIONS_DEFAULT;
    const cv_review_options reviewing = CV_REVIEW_OPTIONS_DEFAULT;
    sim_must(c, cv_sim_make(&c->world, options, &c->keep, &c->err));
    sim_must(c, cv_sim_write(c->world, &(cv_sim_files){sim_begin, sim_put, c}, scratch, &c->err));
    sim_must(c, sim_end(c));
    sim_must(
        c, cv_read_case(&c->election, cv_str_of(c->folder), &reading, &c->keep, &c->work, &c->err));
    sim_must(c, cv_review_run(&c->review, &c->election, &reviewing, &c->keep, scratch, &c->err));
    cv_arena_close(&scratch);
}

static inline void sim_close(sim_case *c)
{
    char command[80];
    snprintf(command, sizeof command, "rm -rf %s", c->folder);
    if (system(command)) fail_msg("%s", command);
    cv_arena_close(&c->work);
    cv_arena_close(&c->keep);
}

/* The world's contest in the election that was read. */
static inline cv_contest_ix sim_contest(const sim_case *c, int32_t contest)
{
    cv_contest_ix x = cv_contest_named(&c->election, c->world->contest[contest].id);
    if (x.i < 0) fail_msg("a contest is lost");
    return x;
}

/* True when the two counts name the same outcome: kind, and who sits or goes on. */
static inline bool sim_same_outcome(const cv_sim_contest *c, const cv_sim_count *a,
                                    const cv_sim_count *b)
{
    if (a->kind != b->kind) return false;
    for (int32_t o = 0; o < c->n_options; o++) {
        bool on_a = o == a->first || o == a->second, on_b = o == b->first || o == b->second;
        if (a->kind == CV_SIM_RUNOFF && on_a != on_b) return false;
        if (a->kind == CV_SIM_WON && a->seats[o] != b->seats[o]) return false;
    }
    return true;
}

#endif

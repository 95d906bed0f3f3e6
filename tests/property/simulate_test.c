/* Reviews of simulated elections, held against their truth. */
#include "simulate_case.h"

#include "simulate/copies.h"

/* ---- clean elections ---- */

static const struct {
    const char *like;
    int32_t districts, stations;
} worlds[] = {
    {"assembly",  6, 120},
    {"president", 8, 160},
    {"list",      8, 160},
};

static bool is_error(const cv_finding *f)
{
    return f->severity == CV_ERROR;
}

/* The sums of the review are those of the truth, and the outcome is. */
static void is_reproduced(const sim_case *c, int32_t contest)
{
    const cv_contest_review *r = &c->review.contest[sim_contest(c, contest).i];
    cv_sim_count truth, declared;
    cv_sim_count_up(&truth, c->world, contest, CV_SIM_AS_TRUE);
    cv_sim_declared(&declared, c->world, contest);
    cv_str id = c->world->contest[contest].id;
    ROW_INT(id.s, r->verdict.word, CV_HOLDS);
    ROW_INT(id.s, (int)r->tally.kind, (int)truth.kind);
    ROW_TRUE(id.s, sim_same_outcome(&c->world->contest[contest], &truth, &declared));
    for (int32_t o = 0; o < c->world->contest[contest].n_options; o++)
        ROW_INT(id.s, r->decided.totals.votes[o], truth.votes[o]);
}

static void clean_elections_hold(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++)
        for (size_t i = 0; i < N_ROWS(worlds); i++) {
            sim_case c;
            sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(cv_str_of(worlds[i].like)),
                                           .seed = seed,
                                           .districts = worlds[i].districts,
                                           .stations = worlds[i].stations,
                                           .clean = true});
            for (int64_t f = 0; f < c.review.check->n_findings; f++)
                ROW_TRUE(worlds[i].like, !is_error(&c.review.check->finding[f]));
            ROW_INT(worlds[i].like, c.election.n_refused, 0);
            ROW_INT(worlds[i].like, c.election.n_contests, c.world->n_contests);
            ROW_INT(worlds[i].like, c.election.n_stations, c.world->n_stations);
            for (int32_t k = 0; k < c.world->n_contests; k++) is_reproduced(&c, k);
            sim_close(&c);
        }
}

/* ---- each kind of fault ---- */

/* Codes that must be among the findings at the station; none: the papers cannot show it, and no
 * finding about the form may count as votes in question. */
static const struct {
    const char *kind;
    int16_t code;
} found_by[] = {
    {"digit",              401},
    {"swapped-digits",     401},
    {"swapped-rows",       0  }, /* the sums stay: only a copy can show it     */
    {"shifted",            103},
    {"neighbour",          401},
    {"total",              401},
    {"blank",              103},
    {"illegible",          104},
    {"missing",            801},
    {"altered",            807},
    {"forged-copy",        807},
    {"stuffed-box",        306},
    {"stuffed-list",       0  }, /* a signature and a paper for every vote     */
    {"moved",              0  }, /* every copy says the same                   */
    {"coerced",            0  }, /* the papers are what people put into the box */
    {"swapped-candidates", 0  }, /* every copy says the same                   */
    {"rounded",            0  }, /* only statistics of many forms              */
    {"invented",           0  }, /* only statistics of many forms              */
    {"late",               0  }, /* nothing is wrong with its figures          */
};

/* 0: no error at the fault's station; `code` when it is among the findings there; else the code
 * of some error. */
static int16_t finding_at(const sim_case *c, const cv_sim_fault *f, int16_t code)
{
    cv_arena keep = cv_arena_open();
    cv_str station =
        cv_sim_code(c->world, cv_sim_station_of(&c->world->contest[f->contest], f->station), &keep);
    int32_t contest = sim_contest(c, f->contest).i;
    int16_t some = 0;
    for (int64_t i = 0; i < c->review.check->n_findings && some != code; i++) {
        const cv_finding *x = &c->review.check->finding[i];
        if (x->contest.i != contest || x->station.i < 0) continue;
        if (!cv_str_eq(c->election.station[x->station.i].code, station)) continue;
        if (x->code == code || is_error(x)) some = x->code;
    }
    cv_arena_close(&keep);
    return some;
}

static void each_kind_is_found_or_hidden(void **state)
{
    (void)state;
    ROW_INT("every kind has its row", CV_SIM_N_FAULTS, N_ROWS(found_by));
    for (size_t k = 0; k < N_ROWS(found_by); k++) {
        char plan[64];
        const char *kind = found_by[k].kind;
        snprintf(plan, sizeof plan, "all=0,%s=8", kind);
        ROW_STR("in the order of the table", cv_str_of(CV_SIM_FAULTS[k].id), cv_str_of(kind));
        sim_case c;
        sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(CV_STR("assembly")),
                                       .seed = 3 + k,
                                       .districts = 5,
                                       .stations = 150,
                                       .faults = plan});
        ROW_TRUE(kind, c.world->n_faults >= 8);
        for (int64_t i = 0; i < c.world->n_faults; i++) {
            const cv_sim_fault *f = &c.world->fault[i];
            ROW_INT(kind, f->kind, (int)k);
            int16_t code =
                f->shown != CV_SIM_HIDDEN ? found_by[k].code ? found_by[k].code : 807 : 0;
            ROW_INT(kind, finding_at(&c, f, code), code);
            if (found_by[k].code) ROW_TRUE(kind, f->shown != CV_SIM_HIDDEN);
        }
        sim_close(&c);
    }
}

/* ---- what the verdict promises ---- */

/* Where a seat is called `holds` or `confirmed`, putting right all that the papers show does not
 * change who sits. Faults that nothing shows may: no paper can tell. */
static int32_t promise_is_kept(const sim_case *c)
{
    int32_t safe = 0;
    for (int32_t k = 0; k < c->world->n_contests; k++) {
        cv_word word = c->review.contest[sim_contest(c, k).i].verdict.word;
        if (word != CV_HOLDS && word != CV_CONFIRMED) continue;
        cv_sim_count repaired, declared;
        cv_sim_count_up(&repaired, c->world, k, CV_SIM_AS_REPAIRED);
        cv_sim_declared(&declared, c->world, k);
        if (!sim_same_outcome(&c->world->contest[k], &repaired, &declared))
            fail_msg("seed %llu, %s: called %s, and what the papers show changes it",
                     (unsigned long long)c->world->options.seed, c->world->contest[k].id.s,
                     word == CV_HOLDS ? "holds" : "confirmed");
        safe++;
    }
    return safe;
}

static void no_seat_is_called_safe_that_is_not(void **state)
{
    (void)state;
    int32_t safe = 0, changed = 0, all = 0;
    for (uint64_t seed = 100; seed < 150; seed++) {
        sim_case c;
        sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(CV_STR("assembly")),
                                       .seed = seed,
                                       .districts = 8,
                                       .stations = 64,
                                       .faults = seed % 2 ? "all=1%" : "all=0.3%,altered=3%"});
        safe += promise_is_kept(&c);
        all += c.world->n_contests;
        for (int32_t k = 0; k < c.world->n_contests; k++) {
            cv_sim_count repaired, papers;
            cv_sim_count_up(&repaired, c.world, k, CV_SIM_AS_REPAIRED);
            cv_sim_count_up(&papers, c.world, k, CV_SIM_AS_PAPERS);
            changed += !sim_same_outcome(&c.world->contest[k], &repaired, &papers);
        }
        sim_close(&c);
    }
    /* The test says something only where both happen. */
    ROW_TRUE("some seats are called safe", safe > all / 5);
    ROW_TRUE("some outcomes are changed by what the papers show", changed >= 5);
}

/* ---- the scenes of assembly-75 ---- */

static const struct {
    const char *contest;
    cv_word word;
    cv_outcome_kind outcome;
    bool truth_differs; /* from what was declared */
} scenes[] = {
    {"smd-08",        CV_CONFIRMED,    CV_DECIDED, false},
    {"smd-14-runoff", CV_HOLDS,        CV_DECIDED, true }, /* in truth a tie */
    {"smd-22-runoff", CV_UNDETERMINED, CV_TIE,     true }, /* the same */
    {"smd-29",        CV_HOLDS,        CV_VOID,    false},
    {"smd-33-runoff", CV_UNDETERMINED, CV_DECIDED, false},
    {"smd-41-runoff", CV_OPEN,         CV_DECIDED, true },
    {"smd-47-runoff", CV_OPEN,         CV_DECIDED, true },
    {"smd-52-runoff", CV_HOLDS,        CV_DECIDED, false},
    {"smd-58-runoff", CV_CONTRADICTED, CV_DECIDED, false},
    {"smd-63-runoff", CV_CONTRADICTED, CV_DECIDED, true },
    {"smd-67",        CV_OPEN,         CV_RUNOFF,  true },
    {"smd-67-runoff", CV_OPEN,         CV_DECIDED, false},
    {"smd-71-runoff", CV_HOLDS,        CV_DECIDED, true }, /* no paper shows it */
};

static int32_t world_contest(const cv_sim_world *w, cv_str id)
{
    for (int32_t i = 0; i < w->n_contests; i++)
        if (cv_str_eq(w->contest[i].id, id)) return i;
    fail_msg("no contest '%.*s'", CV_ARG(id));
    return -1;
}

static void scenes_end_as_told(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        sim_case c;
        sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(CV_STR("assembly-75")),
                                       .seed = seed});
        for (size_t i = 0; i < N_ROWS(scenes); i++) {
            int32_t k = world_contest(c.world, cv_str_of(scenes[i].contest));
            const cv_contest_review *r = &c.review.contest[sim_contest(&c, k).i];
            cv_sim_count truth, declared;
            cv_sim_count_up(&truth, c.world, k, CV_SIM_AS_TRUE);
            cv_sim_declared(&declared, c.world, k);
            ROW_INT(scenes[i].contest, r->verdict.word, scenes[i].word);
            ROW_INT(scenes[i].contest, r->tally.kind, scenes[i].outcome);
            ROW_INT(scenes[i].contest, !sim_same_outcome(&c.world->contest[k], &truth, &declared),
                    scenes[i].truth_differs);
        }
        sim_close(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_elections_hold),
        cmocka_unit_test(each_kind_is_found_or_hidden),
        cmocka_unit_test(no_seat_is_called_safe_that_is_not),
        cmocka_unit_test(scenes_end_as_told),
    };
    return cmocka_run_group_tests_name("simulate", tests, NULL, NULL);
}

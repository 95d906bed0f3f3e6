#include "sheets.h"

#include "simulate/copies.h"

static int32_t kind(const char *id)
{
    int32_t k = cv_sim_fault_named(cv_str_of(id));
    if (k < 0) fail_msg("no kind '%s'", id);
    return k;
}

static bool plant(small *s, const char *id, cv_sim_hand hand)
{
    cv_rng r = cv_rng_open(1, CV_SIM_FOR_FAULTS, 0, 0);
    hand.r = &r;
    return cv_sim_plant(&s->world, kind(id), 0, hand, -1);
}

/* Which of the three tables has A's 400 votes changed, and whether the papers show it. */
static const struct {
    const char *kind;
    bool form, official, copy;
    cv_sim_shown shown;
} places[] = {
    {"moved",       true,  true,  true,  CV_SIM_HIDDEN},
    {"altered",     false, true,  false, CV_SIM_SHOWN },
    {"forged-copy", false, false, true,  CV_SIM_SHOWN },
};

static void where_it_happens(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(places); i++) {
        small s;
        cv_cell copy[WIDTH];
        small_open(&s);
        cv_sim_give_copy(&s.contest, 0, 1); /* of the agents of the first bloc: option A */
        ROW_TRUE(places[i].kind, plant(&s, places[i].kind, at(0, 10, -1, -1)));
        cv_sim_mark_shown(&s.world, 0);
        cv_sim_read_copy(copy, &s.world, 0, 0, 1);
        ROW_INT(places[i].kind, s.truth[0][A], 400);
        ROW_INT(places[i].kind, s.form[0][A], places[i].form ? 410 : 400);
        ROW_INT(places[i].kind, s.official[0][A], places[i].official ? 410 : 400);
        ROW_INT(places[i].kind, copy[A], places[i].copy ? 410 : 400);
        ROW_INT(places[i].kind, s.world.fault[0].shown, places[i].shown);
        ROW_INT(places[i].kind, s.world.fault[0].n_changes, 2);
        ROW_INT(places[i].kind, s.world.fault[0].change[0].before, 400);
        ROW_INT(places[i].kind, s.world.fault[0].change[0].after, 410);
        ROW_TRUE("one a form", !plant(&s, "total", at(0, 0, -1, -1)));
        ROW_TRUE("the other form is free", plant(&s, "total", at(1, 0, -1, -1)));
        small_close(&s);
    }
}

/* A copy shows what no sum can; without one only the rule of the kind counts. */
static const struct {
    const char *name, *kind;
    bool held;
    cv_sim_shown want;
} shows[] = {
    {"rows, nobody has a copy",    "swapped-rows", false, CV_SIM_HIDDEN },
    {"rows, somebody has one",     "swapped-rows", true,  CV_SIM_SHOWN  },
    {"shifted, nobody",            "shifted",      false, CV_SIM_IN_PART},
    {"shifted, somebody",          "shifted",      true,  CV_SIM_SHOWN  },
    {"a digit needs no copy",      "digit",        false, CV_SIM_SHOWN  },
    {"every copy has it",          "moved",        true,  CV_SIM_HIDDEN },
    {"late is not about figures",  "late",         true,  CV_SIM_HIDDEN },
    {"the altered one has a copy", "altered",      false, CV_SIM_SHOWN  },
};

static void what_the_papers_show(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(shows); i++) {
        small s;
        small_open(&s);
        if (shows[i].held) cv_sim_give_copy(&s.contest, 0, 3);
        ROW_TRUE(shows[i].name, plant(&s, shows[i].kind, at(0, 0, -1, -1)));
        cv_sim_mark_shown(&s.world, 0);
        ROW_INT(shows[i].name, s.world.fault[0].shown, shows[i].want);
        small_close(&s);
    }
}

static void nobody_to_forge(void **state)
{
    (void)state;
    small s;
    small_open(&s);
    ROW_TRUE("no agent has a copy", !plant(&s, "forged-copy", at(0, 0, -1, -1)));
    cv_sim_give_copy(&s.contest, 0, 3);
    ROW_TRUE("observers do not forge", !plant(&s, "forged-copy", at(0, 0, -1, -1)));
    ROW_INT("nothing is planted", s.world.n_faults, 0);
    ROW_INT("and the form is free", s.fault[0], -1);
    small_close(&s);
}

/* Counts are met exactly, in each round; shares within five standard errors: 2,000 forms, 5 % is
 * 100 +- 5 sqrt(95). */
static void plan(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_sim_world *w = made(&keep, "list", 8, 40, 2000, "all=0,total=7,blank=5%");
    int32_t total = 0, blank = 0;
    for (int64_t i = 0; i < w->n_faults; i++) {
        total += w->fault[i].kind == kind("total");
        blank += w->fault[i].kind == kind("blank");
    }
    ROW_INT("count", total, 7);
    ROW_TRUE("share", blank > 51 && blank < 149);
    ROW_INT("and no other", w->n_faults, total + blank);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_it_happens),
        cmocka_unit_test(what_the_papers_show),
        cmocka_unit_test(nobody_to_forge),
        cmocka_unit_test(plan),
    };
    return cmocka_run_group_tests_name("simulate/fault", tests, NULL, NULL);
}

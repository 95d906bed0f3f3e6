/* Repairs of forms that were damaged on purpose: simulated elections, whose options alone are
 * damaged. Is what was done undone among the first three? What no arithmetic sees is counted
 * apart. Forms of another shape, any line damaged: repair_lines_test.c. */
#include "simulate_case.h"

static const cv_form_repairs *repairs_at(const sim_case *c, const cv_sim_fault *f)
{
    cv_arena keep = cv_arena_open();
    cv_str code =
        cv_sim_code(c->world, cv_sim_station_of(&c->world->contest[f->contest], f->station), &keep);
    cv_contest_ix contest = sim_contest(c, f->contest);
    const cv_form_repairs *found = NULL;
    for (int32_t i = 0; i < c->review.check->n_repairs && !found; i++) {
        const cv_form_repairs *r = &c->review.check->repairs[i];
        cv_station_ix s =
            c->election.forms[contest.i].station[r->contest.i == contest.i ? r->row : 0];
        if (r->contest.i == contest.i && cv_str_eq(c->election.station[s.i].code, code)) found = r;
    }
    cv_arena_close(&keep);
    return found;
}

static bool is_line(const cv_repair_figure *x, int32_t line)
{
    if (line >= CV_SIM_LINES) return x->option == line - CV_SIM_LINES;
    return x->option < 0 && x->field == cv_field_named(cv_str_of(CV_SIM_LINE[line].field));
}

/* Each figure that was changed, and no other, is as it was. */
static bool undoes(const cv_repair *r, const cv_sim_fault *f)
{
    int32_t n = 0;
    for (int32_t i = 0; i < f->n_changes; i++)
        for (int32_t k = 0; k < r->n; k++)
            n +=
                is_line(&r->figure[k], f->change[i].line) && r->figure[k].to == f->change[i].before;
    return n == f->n_changes && r->n == n;
}

typedef struct {
    int32_t n, first, three, unseen;
} score;

static void count_fault(score *s, const sim_case *c, const cv_sim_fault *f)
{
    const cv_form_repairs *r = repairs_at(c, f);
    s->n++;
    s->unseen += r == NULL;
    for (int32_t i = 0; r && i < r->n && i < 3; i++) {
        if (!undoes(&r->repair[i], f)) continue;
        s->three++;
        s->first += i == 0;
        return;
    }
}

/* `least` of 100 damaged forms; 0: the sums stay, and no arithmetic sees it. With five options
 * and more, a wrong last digit of one could as well be that of another. */
static const struct {
    const char *kind;
    int32_t least;
} kinds[] = {
    {"digit",          90},
    {"swapped-digits", 98},
    {"swapped-rows",   0 },
    {"shifted",        98},
    {"neighbour",      95},
    {"total",          95},
    {"blank",          98},
    {"illegible",      98},
};

static score score_of(const char *kind)
{
    score s = {0};
    char plan[64];
    snprintf(plan, sizeof plan, "all=0,%s=90", kind);
    for (uint64_t seed = 1; seed <= 5; seed++) {
        sim_case c;
        sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(CV_STR("assembly")),
                                       .seed = seed,
                                       .districts = 20,
                                       .stations = 600,
                                       .faults = plan});
        for (int64_t i = 0; i < c.world->n_faults; i++) count_fault(&s, &c, &c.world->fault[i]);
        /* A form that was right is not repaired. */
        ROW_TRUE(kind, c.review.check->n_repairs <= c.world->n_faults);
        sim_close(&c);
    }
    return s;
}

static void the_truth_is_among_the_first_three(void **state)
{
    (void)state;
    score all = {0};
    for (size_t k = 0; k < N_ROWS(kinds); k++) {
        score s = score_of(kinds[k].kind);
        print_message("%s: %d forms, %d first, %d among the first three, %d not seen\n",
                      kinds[k].kind, s.n, s.first, s.three, s.unseen);
        ROW_TRUE(kinds[k].kind, s.n >= 500);
        ROW_TRUE(kinds[k].kind, 100 * s.three >= kinds[k].least * s.n);
        ROW_INT(kinds[k].kind, s.unseen, kinds[k].least ? 0 : s.n);
        all.n += s.n - s.unseen;
        all.three += s.three;
    }
    ROW_TRUE("95 in 100 of what arithmetic sees", 100 * all.three >= 95 * all.n);
}

static void clean_elections_have_no_repairs(void **state)
{
    (void)state;
    static const char *const likes[] = {"assembly", "president", "list"};
    for (size_t i = 0; i < N_ROWS(likes); i++) {
        sim_case c;
        sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(cv_str_of(likes[i])),
                                       .seed = 7,
                                       .districts = 12,
                                       .stations = 600,
                                       .clean = true});
        ROW_INT(likes[i], c.review.check->n_repairs, 0);
        sim_close(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_is_among_the_first_three),
        cmocka_unit_test(clean_elections_have_no_repairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

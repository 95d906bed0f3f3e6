/* Repairs of forms that were damaged on purpose: is what was done undone among the first three? */
#include "simulate_case.h"

enum { FIRST = 3 };

static const cv_form_repairs *repairs_at(const sim_case *c, const cv_sim_fault *f)
{
    cv_arena keep = cv_arena_open();
    cv_str code =
        cv_sim_code(c->world, cv_sim_station_of(&c->world->contest[f->contest], f->station), &keep);
    cv_contest_ix contest = sim_contest(c, f->contest);
    const cv_form_repairs *found = NULL;
    for (int32_t i = 0; i < c->review.check->n_repairs && !found; i++) {
        const cv_form_repairs *r = &c->review.check->repairs[i];
        cv_station_ix s = c->election.forms[contest.i].station[r->contest.i == contest.i ? r->row : 0];
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
            n += is_line(&r->figure[k], f->change[i].line) &&
                 r->figure[k].to == f->change[i].before;
    return n == f->n_changes && r->n == n;
}

typedef struct {
    int32_t n, found[CV_REPAIRS_SHOWN + 1], unseen;
} score;

static void count_fault(score *s, const sim_case *c, const cv_sim_fault *f)
{
    const cv_form_repairs *r = repairs_at(c, f);
    s->n++;
    if (!r) {
        s->unseen++;
        return;
    }
    for (int32_t i = 0; i < r->n; i++)
        if (undoes(&r->repair[i], f)) {
            s->found[i]++;
            return;
        }
}

static void first_three(void **state)
{
    (void)state;
    static const char *const kinds[] = {"digit",     "swapped-digits", "swapped-rows",
                                        "shifted",   "neighbour",      "total",
                                        "blank",     "illegible"};
    for (size_t k = 0; k < N_ROWS(kinds); k++) {
        score s = {0};
        char plan[64];
        snprintf(plan, sizeof plan, "all=0,%s=400", kinds[k]);
        for (uint64_t seed = 1; seed <= 5; seed++) {
            sim_case c;
            sim_open(&c, &(cv_sim_options){.like = cv_sim_preset_named(CV_STR("assembly")),
                                           .seed = seed, .districts = 20, .stations = 600, .faults = plan});
            for (int64_t i = 0; i < c.world->n_faults; i++)
                count_fault(&s, &c, &c.world->fault[i]);
            sim_close(&c);
        }
        int32_t three = s.found[0] + s.found[1] + s.found[2];
        print_message("%-15s n=%d unseen=%d 1st %d three %d all8 %d\n", kinds[k], s.n, s.unseen, s.found[0],
                      three, three + s.found[3] + s.found[4] + s.found[5] + s.found[6] + s.found[7]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

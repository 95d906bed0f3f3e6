/* The relations of a Kyrgyz form, written out in its lines. */
#include "repairs.h"

#include "check/eval.h"
#include "check/repair_lines.h"

/* The plan of one contest, evaluated as check.c does it. */
typedef struct {
    papers t;
    cv_rule_use use[CV_N_RULES];
    cv_plan plan;
    cv_repair_system system;
} bench;

static void bench_open(bench *b, const char *first, const char *second)
{
    cv_error err = {0};
    repairs_open(&b->t, 4);
    papers_form(&b->t, "s1", first);
    papers_form(&b->t, "s2", second);
    if (cv_build_freeze(&b->t.e, b->t.b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
    for (int32_t i = 0; i < CV_N_RULES; i++)
        b->use[i] = (cv_rule_use){.severity = CV_RULES[i].severity};
    b->use[cv_rule_row(209)].severity = CV_SEVERITY_OFF;
    cv_plan_make(&b->plan, &b->t.e, b->t.contest, b->use, &b->t.work);
    cv_eval_words(&b->plan, 0, b->plan.n_words);
    cv_repair_system_make(&b->system, &b->plan, NULL, 0, &b->t.work);
}

static cv_str name_of(const bench *b, int32_t line)
{
    const cv_repair_line *l = &b->system.line[line];
    return l->option >= 0 ? b->plan.contest->option[l->option].id : b->t.e.field[l->field].id;
}

static void lines_stand_as_on_the_paper(void **state)
{
    (void)state;
    static const char *const want[] = {
        "recv",        "iss_early", "iss_station", "iss_out", "took_part", "cancelled", "box_out",
        "box_station", "valid",     "invalid",     "AA",      "AB",        "AC",        "AD"};
    bench b = {0};
    bench_open(&b, KYRGYZ, KYRGYZ_TWICE);
    ROW_INT("all of them", b.system.n_lines, N_ROWS(want));
    for (size_t i = 0; i < N_ROWS(want); i++)
        ROW_STR(want[i], name_of(&b, (int32_t)i), cv_str_of(want[i]));
    papers_close(&b.t);
}

/* As text: "recv -iss_early ... = 0", "... <= 0". */
static const char *relation_text(char *to, const bench *b, int16_t code)
{
    *to = 0;
    for (int32_t k = 0; k < b->system.n_relations; k++) {
        const cv_repair_relation *r = &b->system.relation[k];
        if (!r->rule || CV_RULES[r->rule->info].code != code) continue;
        for (int32_t i = 0; i < r->n_terms; i++) {
            cv_str name = name_of(b, r->term[i].line);
            sprintf(to + strlen(to), "%s%.*s ", r->term[i].times < 0 ? "-" : "", (int)name.n,
                    name.s);
            if (r->term[i].times != 1 && r->term[i].times != -1) strcat(to, "several times ");
        }
        strcat(to, r->is_limit ? "<= 0" : "= 0");
    }
    return to;
}

static const struct {
    int16_t code;
    const char *want;
} relations[] = {
    {201, "recv -iss_early -iss_station -iss_out -cancelled = 0"     },
    {204, "box_out box_station -valid -invalid = 0"                  },
    {207, "-iss_early -iss_station -iss_out box_out box_station <= 0"},
    {208, "-iss_early -iss_out box_out <= 0"                         },
    {209, ""                                                         }, /* switched off */
    {303, "-iss_early -iss_station -iss_out took_part = 0"           },
    {306, "-took_part valid invalid <= 0"                            },
    {401, "valid -AA -AB -AC -AD = 0"                                },
    {905, ""                                                         }, /* unusual, not contradictory */
};

static void derived_figures_are_written_out(void **state)
{
    (void)state;
    char text[400], name[8];
    bench b = {0};
    bench_open(&b, KYRGYZ, KYRGYZ_TWICE);
    for (size_t i = 0; i < N_ROWS(relations); i++) {
        snprintf(name, sizeof name, "C%d", relations[i].code);
        ROW_STR(name, cv_str_of(relation_text(text, &b, relations[i].code)),
                cv_str_of(relations[i].want));
    }
    papers_close(&b.t);
}

/* A relation that fails alike everywhere is left out. */
static void structural_relations_are_left_out(void **state)
{
    (void)state;
    char text[400];
    bench b = {0};
    bench_open(&b, KYRGYZ, KYRGYZ_TWICE);
    const cv_structural all = {.code = 401, .contest = b.t.contest};
    cv_repair_system_make(&b.system, &b.plan, &all, 1, &b.t.work);
    ROW_STR("C401", cv_str_of(relation_text(text, &b, 401)), CV_STR(""));
    ROW_STR("C204", cv_str_of(relation_text(text, &b, 204)), cv_str_of(relations[1].want));
    papers_close(&b.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_stand_as_on_the_paper),
        cmocka_unit_test(derived_figures_are_written_out),
        cmocka_unit_test(structural_relations_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

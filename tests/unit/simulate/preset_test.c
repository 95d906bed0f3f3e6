#include "sheets.h"

static void presets(void **state)
{
    (void)state;
    ROW_TRUE("none", !cv_sim_preset_named(CV_STR("assembly-7")));
    for (int32_t i = 0; i < CV_SIM_N_PRESETS; i++) {
        const cv_sim_preset *p = &CV_SIM_PRESETS[i];
        cv_sim_plan plan = {0};
        cv_error err;
        ROW_TRUE(p->id, cv_sim_preset_named(cv_str_of(p->id)) == p);
        ROW_INT(p->id, cv_sim_plan_add(&plan, cv_str_of(p->faults), &err), CV_OK);
        ROW_TRUE(p->id, p->stations >= p->districts && p->about[0]);
    }
}

static const struct {
    const char *name, *text;
    double share; /* of the kind `digit` */
    int32_t count;
} good[] = {
    {"a share",                       "digit=0.25",            0.25,  -1},
    {"per cent",                      "digit=3%",              0.03,  -1},
    {"a part of a per cent",          "digit=0.5%",            0.005, -1},
    {"a count",                       "digit=12",              0,     12},
    {"none",                          "digit=0",               0,     0 },
    {"the whole",                     "digit=1.0",             1,     -1},
    {"the last counts",               "digit=5,digit=7",       0,     7 },
    {"all",                           "all=2%",                0.02,  -1},
    {"all, then one",                 "all=2%,digit=4",        0,     4 },
    {"blanks and a comma at the end", " digit = 4 , total=1,", 0,     4 },
};

static void plans(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(good); i++) {
        cv_sim_plan plan = {0};
        cv_error err;
        int32_t kind = cv_sim_fault_named(CV_STR("digit"));
        ROW_INT(good[i].name, cv_sim_plan_add(&plan, cv_str_of(good[i].text), &err), CV_OK);
        double d = plan.share[kind] - good[i].share;
        ROW_TRUE(good[i].name, d < 1e-15 && d > -1e-15);
        ROW_INT(good[i].name, plan.count[kind], good[i].count);
    }
}

static const struct {
    const char *name, *text, *says;
} bad[] = {
    {"no such kind",    "typo=1",        "no kind of fault 'typo'"                                  },
    {"no number",       "digit=few",     "digit: expected a share or a number of forms, got 'few'"  },
    {"no value",        "digit",         "digit: expected a share or a number of forms, got ''"     },
    {"above the whole", "digit=101%",    "digit: expected a share or a number of forms, got '101%'" },
    {"a share above 1", "digit=1.5",     "digit: expected a share or a number of forms, got '1.5'"  },
    {"a sign",          "digit=-1",      "digit: expected a share or a number of forms, got '-1'"   },
    {"two points",      "digit=1.2.3",   "digit: expected a share or a number of forms, got '1.2.3'"},
    {"too many forms",  "digit=9999999",
     "digit: expected a share or a number of forms, got '9999999'"                                  },
    {"only a sign",     "digit=%",       "digit: expected a share or a number of forms, got '%'"    },
};

static void no_plans(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_sim_plan plan = {0};
        cv_error err;
        ROW_INT(bad[i].name, cv_sim_plan_add(&plan, cv_str_of(bad[i].text), &err), CV_E_USAGE);
        ROW_STR(bad[i].name, cv_str_of(err.text), cv_str_of(bad[i].says));
        ROW_TRUE(bad[i].name, err.hint[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets),
        cmocka_unit_test(plans),
        cmocka_unit_test(no_plans),
    };
    return cmocka_run_group_tests_name("simulate/preset", tests, NULL, NULL);
}

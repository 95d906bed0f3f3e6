#include "simulate/simulate.h"

#include "simulate/fault.h"

/* A little of everything that happens to honest people. */
#define SLIPS "digit=0.4%,swapped-digits=0.2%,swapped-rows=0.2%,total=0.4%,neighbour=0.1%,late=1%"

/* clang-format off */
const cv_sim_preset CV_SIM_PRESETS[] = {
    {"assembly-75", "75 seats in two rounds, and a story: a review of everything that canvass can say",
     CV_SIM_ASSEMBLY, 75, 2250, 2600000, 1,
     "digit=0.3%,swapped-digits=0.15%,swapped-rows=0.1%,total=0.3%,neighbour=0.1%,shifted=1,blank=2,illegible=3,"
     "missing=3,altered=4,forged-copy=6,stuffed-box=5,stuffed-list=12,moved=8,coerced=10,swapped-candidates=2,"
     "rounded=8,invented=4,late=1%",
     true},
    {"assembly", "a seat in each district, in two rounds, with slips and a little fraud",
     CV_SIM_ASSEMBLY, 20, 600, 700000, 1, SLIPS ",missing=3,altered=2,stuffed-box=2,stuffed-list=0.5%,moved=0.5%", false},
    {"president", "one seat for the whole country, in two rounds, with slips and a little fraud",
     CV_SIM_PRESIDENT, 40, 1600, 1900000, 1, SLIPS ",missing=6,altered=6,stuffed-box=4,stuffed-list=1%,coerced=1%", false},
    {"list", "100 seats for lists with 5 in 100 of the votes, with slips and a little fraud",
     CV_SIM_LIST, 30, 1200, 1400000, 100, SLIPS ",missing=4,altered=4,stuffed-box=3,stuffed-list=1%,moved=1%", false},
};
/* clang-format on */
const int32_t CV_SIM_N_PRESETS = sizeof CV_SIM_PRESETS / sizeof *CV_SIM_PRESETS;

const cv_sim_preset *cv_sim_preset_named(cv_str id)
{
    for (int32_t i = 0; i < CV_SIM_N_PRESETS; i++)
        if (cv_str_eq(id, cv_str_of(CV_SIM_PRESETS[i].id))) return &CV_SIM_PRESETS[i];
    return NULL;
}

/* ---- how much of each fault ---- */

static cv_status not_a_number(cv_str id, cv_str text, cv_error *err)
{
    cv_fail(err, CV_E_USAGE, "%.*s: expected a share or a number of forms, got '%.*s'", CV_ARG(id),
            CV_ARG(text));
    return cv_hint(err, CV_E_USAGE,
                   "0.01 and 1%% are shares of the forms, 12 is a number of forms");
}

/* Digits with at most one point; *unit is 10 for each digit after it. */
static bool read_decimal(double *value, bool *has_point, cv_str text)
{
    double sum = 0, unit = 1;
    bool any = false;
    *has_point = false;
    for (int64_t i = 0; i < text.n; i++) {
        if (text.s[i] == '.' && !*has_point) {
            *has_point = true;
            continue;
        }
        if (text.s[i] < '0' || text.s[i] > '9' || i > 12) return false;
        sum = 10 * sum + (text.s[i] - '0');
        if (*has_point) unit *= 10;
        any = true;
    }
    *value = sum / unit;
    return any;
}

static cv_status set_kind(cv_sim_plan *plan, int32_t kind, cv_str id, cv_str text, cv_error *err)
{
    bool percent = cv_str_ends(text, CV_STR("%")), has_point;
    double value;
    if (!read_decimal(&value, &has_point, cv_str_cut(text, 0, text.n - percent)))
        return not_a_number(id, text, err);
    bool is_share = percent || has_point;
    if (percent) value /= 100;
    if (value > (is_share ? 1 : 1e6)) return not_a_number(id, text, err);
    plan->share[kind] = is_share ? value : 0;
    plan->count[kind] = is_share ? -1 : (int32_t)value;
    return CV_OK;
}

static cv_status unknown_kind(cv_str id, cv_error *err)
{
    cv_fail(err, CV_E_USAGE, "no kind of fault '%.*s'", CV_ARG(id));
    char names[400] = "";
    size_t n = 0;
    for (int32_t i = 0; i < CV_SIM_N_FAULTS; i++)
        for (const char *c = CV_SIM_FAULTS[i].id; n + 3 < sizeof names; c++) {
            names[n++] = *c ? *c : ' ';
            if (!*c) break;
        }
    return cv_hint(err, CV_E_USAGE, "there are: all %.*s", (int)n, names);
}

cv_status cv_sim_plan_add(cv_sim_plan *plan, cv_str text, cv_error *err)
{
    for (int64_t at = 0; at < text.n;) {
        int64_t end = cv_str_find(text, CV_STR(","), at);
        if (end < 0) end = text.n;
        cv_str part = cv_str_cut(text, at, end);
        int64_t equals = cv_str_find(part, CV_STR("="), 0);
        cv_str id = cv_str_trim(cv_str_cut(part, 0, equals < 0 ? part.n : equals));
        cv_str value = equals < 0 ? CV_STR("") : cv_str_trim(cv_str_cut(part, equals + 1, part.n));
        bool all = cv_str_eq(id, CV_STR("all"));
        int32_t kind = cv_sim_fault_named(id);
        if (!all && kind < 0) return unknown_kind(id, err);
        for (int32_t k = all ? 0 : kind; k <= (all ? CV_SIM_N_FAULTS - 1 : kind); k++)
            CV_TRY(set_kind(plan, k, id, value, err));
        at = end + 1;
    }
    return CV_OK;
}

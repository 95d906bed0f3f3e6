/* The order of the work: contests are taken in batches of about a hundred thousand forms, so
 * that memory beyond the model stays small; inside a batch the relations of all forms are
 * evaluated by several threads, each writing its own words of the bitmaps; then findings are
 * made by one thread, in order. */
#include "check/check.h"

#include "check/eval.h"
#include "check/exchange.h"
#include "check/exchange_rounds.h"
#include "check/repair.h"
#include "check/tray.h"

enum { BATCH_FORMS = 1 << 17, TASK_WORDS = 32 };

/* Figures that are not there are a fact: no setting makes them figures (methods.md, From findings
 * to votes). Where the law reads a blank as zero the case says so: options_blank_zero. */
static bool tells_what_is_missing(int16_t code, const cv_profile *profile)
{
    bool zeros_are = code == 808 && profile->zero_form == CV_ZERO_MISSING;
    return code == 103 || code == 104 || code == 801 || zeros_are;
}

static cv_status read_settings(cv_rule_use *use, const cv_profile *profile, cv_error *err)
{
    for (int32_t i = 0; i < cv_n_rules(profile); i++)
        use[i].severity = cv_rule_at(profile, i)->severity;
    for (int32_t i = 0; i < profile->n_settings; i++) {
        const cv_rule_setting *s = &profile->setting[i];
        int32_t info = cv_rule_row_in(profile, s->code);
        if (info < 0) {
            cv_fail(err, CV_E_INPUT, "'C%03d' is not a rule of the catalogue", s->code);
            return cv_hint(err, CV_E_INPUT, "the rules are listed in docs/reference/rules.md");
        }
        use[info].severity = s->severity;
        if (s->severity == CV_SEVERITY_OFF && tells_what_is_missing(s->code, profile)) {
            use[info].severity = CV_WARNING;
            use[info].only_missing = true;
        }
        use[info].is_set = s->has_tolerance;
        use[info].tolerance = s->has_tolerance ? s->tolerance : 0;
    }
    return CV_OK;
}

/* A stretch of words of one plan. */
typedef struct {
    const cv_plan *plan;
    int32_t from, to;
} task;

static int32_t make_tasks(task *out, const cv_plan *plan, int32_t n_plans)
{
    int32_t n = 0;
    for (int32_t i = 0; i < n_plans; i++) {
        for (int32_t w = 0; w < plan[i].n_words; w += TASK_WORDS) {
            int32_t to = w + TASK_WORDS < plan[i].n_words ? w + TASK_WORDS : plan[i].n_words;
            out[n++] = (task){&plan[i], w, to};
        }
    }
    return n;
}

static void evaluate(const cv_plan *plan, int32_t n_plans, cv_arena *work)
{
    int64_t most = 0;
    for (int32_t i = 0; i < n_plans; i++) most += plan[i].n_words / TASK_WORDS + 1;
    task *tasks = cv_new(work, task, most);
    int32_t n = make_tasks(tasks, plan, n_plans);
#pragma omp parallel for schedule(dynamic)
    for (int32_t i = 0; i < n; i++) cv_eval_words(tasks[i].plan, tasks[i].from, tasks[i].to);
}

static void check_batch(cv_tray *s, int32_t from, int32_t to, cv_arena scratch)
{
    cv_plan *plan = cv_new(&scratch, cv_plan, to - from);
    for (int32_t c = from; c < to; c++)
        cv_plan_make(&plan[c - from], s->e, (cv_contest_ix){c}, s->use, &scratch);
    evaluate(plan, to - from, &scratch);
    for (int32_t c = from; c < to; c++) {
        const cv_plan *p = &plan[c - from];
        cv_tray_plan(s, p);
        cv_tray_structure(s, p, scratch);
        cv_tray_repairs(s, p, scratch);
        cv_tray_sets(s, p, scratch);
        cv_tray_copies(s, p);
        cv_tray_same(s, p, scratch);
        cv_tray_shares(s, p, scratch);
        cv_tray_exchanges(s, p, scratch);
    }
}

static void check_all(cv_tray *s, cv_arena scratch)
{
    const cv_election *e = s->e;
    for (int32_t from = 0, to; from < e->n_contests; from = to) {
        int64_t n_forms = e->forms[from].n;
        for (to = from + 1; to < e->n_contests && n_forms + e->forms[to].n <= BATCH_FORMS; to++)
            n_forms += e->forms[to].n;
        check_batch(s, from, to, scratch);
    }
    cv_tray_levels(s, scratch);
    cv_tray_contests(s, scratch);
    cv_tray_rounds(s, scratch);
}

cv_status cv_check_forms(cv_check_result *out, const cv_election *e, cv_arena *keep,
                         cv_arena scratch, cv_error *err)
{
    int32_t n_rules = cv_n_rules(&e->profile);
    cv_rule_use *use = cv_new(&scratch, cv_rule_use, n_rules);
    CV_TRY(read_settings(use, &e->profile, err));
    /* Findings grow while scratch copies come and go: they have an arena of their own. */
    cv_arena pool = cv_arena_open();
    cv_tray s = {
        .e = e,
        .use = use,
        .n_rules = n_rules,
        .count = cv_new(keep, cv_rule_count, (int64_t)e->n_contests * n_rules),
        .notes = {.pass = cv_new(&scratch, int32_t, e->n_stations),
                  .row = cv_new(&scratch, int32_t, e->n_stations),
                  .contest = cv_new(&scratch, int32_t, e->n_stations)},
        .pool = &pool,
        .keep = keep,
        .exchange_count = cv_new(keep, cv_exchange_count, e->n_contests),
    };
    check_all(&s, scratch);
    cv_tray_finish(out, &s, keep);
    cv_arena_close(&pool);
    return CV_OK;
}

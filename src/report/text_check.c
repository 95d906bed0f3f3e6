#include "report/text_parts.h"

#include <stdlib.h>

static const cv_grid_column finding_columns[] = {
    {CV_MSG("code"),         CV_LEFT,  0,  false, false},
    {CV_MSG("contest"),      CV_LEFT,  8,  true,  true },
    {CV_MSG("station"),      CV_LEFT,  8,  false, true },
 /* translators: the left side of the relation that should hold, a number */
    {CV_MSG("left"),         CV_RIGHT, 0,  false, false},
 /* translators: the right side of the relation that should hold, a number */
    {CV_MSG("right"),        CV_RIGHT, 0,  false, false},
    {CV_MSG("contradicted"), CV_RIGHT, 0,  false, false},
    {CV_MSG("source"),       CV_LEFT,  12, true,  true },
};

/* Most votes contradicted first, then the order of the check. */
static int compare_findings(const void *left, const void *right)
{
    const cv_finding *a = *(const cv_finding *const *)left, *b = *(const cv_finding *const *)right;
    if (a->contradicted != b->contradicted) return a->contradicted > b->contradicted ? -1 : 1;
    return (a > b) - (a < b);
}

/* The findings of the contests shown, of these severities. */
static const cv_finding **pick(const cv_text_doc *d, cv_severity from, cv_severity to, int64_t *n)
{
    const cv_check_result *check = d->review->check;
    const cv_finding **picked = cv_new(d->work, const cv_finding *, check->n_findings);
    *n = 0;
    for (int64_t i = 0; i < check->n_findings; i++) {
        const cv_finding *f = &check->finding[i];
        if (f->severity < from || f->severity > to || !cv_report_shows(d->report, f->contest.i))
            continue;
        picked[(*n)++] = f;
    }
    return picked;
}

static void add_finding(cv_text_doc *d, cv_grid *g, const cv_finding *f)
{
    cv_grid_add(g, cv_code_text(f->code, d->work), CV_INK_PLAIN);
    cv_grid_add(g, cv_show_name(d->election->contest[f->contest.i].id, d->work), CV_INK_PLAIN);
    cv_grid_add(g, cv_station_title(d->election, f->station, d->work), CV_INK_PLAIN);
    cv_grid_add_count(g, f->left);
    cv_grid_add_count(g, f->right);
    cv_grid_add_count(g, f->contradicted);
    cv_grid_add(g, cv_form_place(d->election, f->contest, f->row, d->work), CV_INK_FAINT);
}

static void add_findings(cv_text_doc *d, const char *heading, const cv_finding **f, int64_t n)
{
    int64_t shown = d->look->all || n <= CV_LOOK_LIST + 1 ? n : CV_LOOK_LIST;
    if (!n) return;
    cv_text_heading(d, heading);
    cv_grid g = cv_grid_open(finding_columns, 7, d->language, d->work);
    for (int64_t i = 0; i < shown; i++) add_finding(d, &g, f[i]);
    cv_grid_show(d->to, &g, shown, 2, d->look);
    cv_text_more(d, 2, n - shown);
}

/* Forms that meet every rule they can be held against are "consistent", never "correct". */
static void add_answer(cv_text_doc *d, const cv_finding **error, int64_t n_errors)
{
    int64_t forms = 0, missing = 0, with_errors = 0;
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        if (!cv_report_shows(d->report, i)) continue;
        forms += d->review->contest[i].summed.n_counted;
        missing += d->review->contest[i].summed.n_awaited;
    }
    for (int64_t i = 0; i < n_errors; i++) {
        bool again = i > 0 && error[i]->contest.i == error[i - 1]->contest.i &&
                     error[i]->row == error[i - 1]->row;
        with_errors += error[i]->row >= 0 && !again;
    }
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_say(d, 0,
                "{forms:form/forms} counted, {missing} missing; {n:form has/forms have} figures "
                "that contradict each other or are not there.",
                CV_SLOTS(cv_slot_n("forms", forms), cv_slot_n("missing", missing),
                         cv_slot_n("n", with_errors)));
}

void cv_text_check(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    int64_t n_errors, n_rest;
    const cv_finding **error = pick(&d, CV_ERROR, CV_ERROR, &n_errors);
    add_answer(&d, error, n_errors);
    cv_text_rules(&d);
    qsort(error, (size_t)n_errors, sizeof *error, compare_findings);
    add_findings(&d, CV_MSG("Errors, most votes contradicted first"), error, n_errors);
    cv_text_repairs(&d);
    if (look->all) {
        const cv_finding **rest = pick(&d, CV_NOTE, CV_WARNING, &n_rest);
        add_findings(&d, CV_MSG("Warnings and notes"), rest, n_rest);
    }
    cv_text_inputs(&d);
    cv_text_next(&d, "sensitivity", "", CV_MSG("whether any of this can reach a margin"));
}

#include "report/text_parts.h"

#include "base/check.h"

static const cv_grid_column rule_columns[] = {
    {"code",          CV_LEFT,  0,  false},
    {"what is wrong", CV_LEFT,  16, false},
    {"findings",      CV_RIGHT, 0,  false},
    {"largest",       CV_RIGHT, 0,  false},
    {"checked",       CV_RIGHT, 0,  false},
    {"n/a",           CV_RIGHT, 0,  true },
    {"undecidable",   CV_RIGHT, 0,  true },
};

/* The unusual is never mixed with the contradictory (methods.md, Wording). */
static bool is_unusual(int16_t code)
{
    return code >= 900;
}

/* Sums over the contests shown. */
static cv_rule_count count_of(const cv_text_doc *d, int32_t rule)
{
    const cv_check_result *check = d->review->check;
    if (!d->report->shown) return check->total[rule];
    cv_rule_count sum = {0};
    for (int32_t i = 0; i < check->n_contests; i++) {
        if (!cv_report_shows(d->report, i)) continue;
        const cv_rule_count *n = &check->contest[i].count[rule];
        sum.n_checked += n->n_checked;
        sum.n_not_applicable += n->n_not_applicable;
        sum.n_undecidable += n->n_undecidable;
        sum.n_raised += n->n_raised;
        sum.n_hidden += n->n_hidden;
        if (n->largest > sum.largest) sum.largest = n->largest;
    }
    return sum;
}

static void add_rule(cv_grid *g, const cv_rule_info *rule, const cv_rule_count *n)
{
    bool error = rule->severity == CV_ERROR;
    cv_grid_add(g, cv_code_text(rule->code, g->keep), error ? CV_INK_STRONG : CV_INK_PLAIN);
    cv_grid_add(g, rule->title, CV_INK_PLAIN);
    cv_grid_add_count(g, n->n_raised);
    cv_grid_add_count(g, n->largest ? n->largest : CV_BLANK); /* some rules have no amount */
    cv_grid_add_count(g, n->n_checked);
    cv_grid_add_count(g, n->n_not_applicable);
    cv_grid_add_count(g, n->n_undecidable);
}

typedef struct {
    int32_t raised, held, idle;
} rule_tally;

static rule_tally add_rule_grid(cv_text_doc *d, bool unusual)
{
    rule_tally sum = {0};
    cv_grid g = cv_grid_open(rule_columns, 7, d->work);
    for (int32_t i = 0; i < CV_N_RULES; i++) {
        if (is_unusual(CV_RULES[i].code) != unusual) continue;
        cv_rule_count n = count_of(d, i);
        if (n.n_raised) add_rule(&g, &CV_RULES[i], &n);
        sum.raised += n.n_raised > 0;
        sum.held += !n.n_raised && n.n_checked;
        sum.idle += !n.n_raised && !n.n_checked;
    }
    if (sum.raised && unusual) cv_text_heading(d, "Unusual, not contradictory");
    cv_text_grid(d, &g, INT64_MAX - 1);
    return sum;
}

/* ---- one reason for many findings ---- */

static cv_str reason_of(const cv_text_doc *d, const cv_structural *s)
{
    const cv_election *e = d->election;
    const cv_contest *c = &e->contest[s->contest.i];
    switch (s->why) {
    case CV_WHY_TERM:
        return cv_str_format(
            d->work, "the relation lacks the column '%.*s'",
            CV_ARG(s->field >= 0 ? e->field[s->field].id : cv_option_title(c, s->option, d->work)));
    case CV_WHY_CONSTANT:
        return cv_str_format(d->work, "the difference is %.*s every time",
                             CV_ARG(cv_show_count(s->value, d->work)));
    case CV_WHY_STATION_KIND: return CV_STR("all of them are at one kind of station");
    case CV_WHY_SOURCE:
        return cv_str_format(d->work, "all of them come from '%.*s'",
                             CV_ARG(e->source[s->value].file));
    }
    return CV_STR("");
}

static void add_structural(cv_text_doc *d)
{
    const cv_check_result *check = d->review->check;
    for (int32_t i = 0; i < check->n_structural; i++) {
        const cv_structural *s = &check->structural[i];
        if (!cv_report_shows(d->report, s->contest.i)) continue;
        cv_text_line(
            d, 2,
            cv_str_format(d->work, "C%03d in %.*s: %.*s of %.*s findings have one reason: %.*s.",
                          s->code, CV_ARG(cv_contest_title(d->election, s->contest, d->work)),
                          CV_ARG(cv_show_count(s->n_explained, d->work)),
                          CV_ARG(cv_show_count(s->n_failing, d->work)), CV_ARG(reason_of(d, s))));
    }
}

void cv_text_rules(cv_text_doc *d)
{
    cv_text_heading(d, "Findings on the forms, by rule");
    rule_tally sum = add_rule_grid(d, false);
    if (!sum.raised) cv_text_line(d, 2, CV_STR("None: no figure on record contradicts another."));
    add_structural(d);
    rule_tally unusual = add_rule_grid(d, true);
    int32_t held = sum.held + unusual.held, idle = sum.idle + unusual.idle;
    const char *other = sum.raised + unusual.raised ? "other " : "";
    cv_text_line(
        d, 2,
        cv_str_format(d->work, "%.*s %s%s applied without a finding; %.*s had nothing to compare.",
                      CV_ARG(cv_show_count(held, d->work)), other,
                      held == 1 ? "rule was" : "rules were", CV_ARG(cv_show_count(idle, d->work))));
}

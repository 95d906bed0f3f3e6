#include "report/text_parts.h"

#include "base/check.h"

static const cv_grid_column rule_columns[] = {
    {CV_MSG("code"),          CV_LEFT,  0,  false},
    {CV_MSG("what is wrong"), CV_LEFT,  16, false},
    {CV_MSG("findings"),      CV_RIGHT, 0,  false},
 /* translators: the largest difference, in votes or papers */
    {CV_MSG("largest"),       CV_RIGHT, 0,  false},
    {CV_MSG("checked"),       CV_RIGHT, 0,  false},
 /* translators: how many forms the rule does not apply to */
    {CV_MSG("n/a"),           CV_RIGHT, 0,  true },
    {CV_MSG("undecidable"),   CV_RIGHT, 0,  true },
};

/* The unusual is never mixed with the contradictory (methods.md, Wording). */
static bool is_unusual(int16_t code)
{
    return code >= 900 && code < CV_OWN_CODES;
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
    cv_grid_add(g, cv_tr(g->language, rule->title.s), CV_INK_PLAIN);
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
    cv_grid g = cv_grid_open(rule_columns, 7, d->language, d->work);
    const cv_profile *profile = &d->election->profile;
    for (int32_t i = 0; i < cv_n_rules(profile); i++) {
        const cv_rule_info *rule = cv_rule_at(profile, i);
        if (is_unusual(rule->code) != unusual) continue;
        cv_rule_count n = count_of(d, i);
        if (n.n_raised) add_rule(&g, rule, &n);
        sum.raised += n.n_raised > 0;
        sum.held += !n.n_raised && n.n_checked;
        sum.idle += !n.n_raised && !n.n_checked;
    }
    if (sum.raised && unusual) cv_text_heading(d, "Unusual, not contradictory");
    cv_text_grid(d, &g, INT64_MAX - 1);
    return sum;
}

/* ---- one reason for many findings ---- */

/* {what}: a column, a number or a file. */
static const char *reason_text(cv_structural_why why)
{
    switch (why) {
    case CV_WHY_TERM:
        return CV_MSG("{code} in {contest}: {n} of {of} findings have one reason: the relation "
                      "lacks the column '{what}'.");
    case CV_WHY_CONSTANT:
        return CV_MSG("{code} in {contest}: {n} of {of} findings have one reason: the difference "
                      "is {what} every time.");
    case CV_WHY_STATION_KIND:
        return CV_MSG("{code} in {contest}: {n} of {of} findings have one reason: all of them are "
                      "at one kind of station.");
    case CV_WHY_SOURCE:
        return CV_MSG("{code} in {contest}: {n} of {of} findings have one reason: all of them come "
                      "from '{what}'.");
    }
    return "";
}

static cv_str what_of(const cv_text_doc *d, const cv_structural *s)
{
    const cv_election *e = d->election;
    switch (s->why) {
    case CV_WHY_TERM:
        if (s->field >= 0) return e->field[s->field].id;
        return cv_option_title(&e->contest[s->contest.i], s->option, d->work);
    case CV_WHY_CONSTANT: return cv_language_count(d->language, s->value, d->work);
    case CV_WHY_STATION_KIND: return CV_STR("");
    case CV_WHY_SOURCE: return e->source[s->value].file;
    }
    return CV_STR("");
}

static void add_structural(cv_text_doc *d)
{
    const cv_check_result *check = d->review->check;
    for (int32_t i = 0; i < check->n_structural; i++) {
        const cv_structural *s = &check->structural[i];
        if (!cv_report_shows(d->report, s->contest.i)) continue;
        cv_str contest = cv_contest_title(d->election, s->contest, d->language, d->work);
        cv_text_say(d, 2, reason_text(s->why),
                    CV_SLOTS(cv_slot_s("code", cv_code_text(s->code, d->work)),
                             cv_slot_s("contest", contest), cv_slot_n("n", s->n_explained),
                             cv_slot_n("of", s->n_failing), cv_slot_s("what", what_of(d, s))));
    }
}

/* ---- legal triggers ---- */

/* Findings of the contests shown whose relation is the profile's i-th. */
static int64_t count_relation(const cv_text_doc *d, int32_t i)
{
    const cv_check_result *check = d->review->check;
    int64_t n = 0;
    for (int64_t k = 0; k < check->n_findings; k++) {
        const cv_finding *f = &check->finding[k];
        n += f->code == CV_CODE_TRIGGER && f->relation == i &&
             cv_report_shows(d->report, f->contest.i);
    }
    return n;
}

/* What the law says, in the words of the profile, with the number of forms at which it may apply.
 */
static void add_triggers(cv_text_doc *d)
{
    const cv_profile *p = &d->election->profile;
    for (int32_t i = 0; i < p->n_relations; i++) {
        int64_t n = p->relation[i].code == CV_CODE_TRIGGER ? count_relation(d, i) : 0;
        if (!n) continue;
        cv_str count = cv_language_count(d->language, n, d->work);
        cv_str code = cv_code_text(CV_CODE_TRIGGER, d->work);
        cv_text_line(d, 2,
                     cv_str_format(d->work, "%.*s (%.*s): %.*s", CV_ARG(code), CV_ARG(count),
                                   CV_ARG(p->relation[i].cite)));
    }
}

/* How often the same test finds something where no slip by one line explains it. */
static void add_mirror(cv_text_doc *d)
{
    const cv_exchange_count *count = d->review->check->exchange_count;
    int64_t n[CV_EXCHANGE_MIRRORS] = {0};
    for (int32_t i = 0; count && i < d->review->check->n_contests; i++)
        for (int32_t k = 0; k < CV_EXCHANGE_MIRRORS && cv_report_shows(d->report, i); k++)
            n[k] += count[i].n[k];
    if (!n[0]) return;
    cv_text_say(d, 2,
                "Neighbouring lines look exchanged {n:time/times}. The same test on lines two "
                "apart, which no slip by one line explains, finds {two}; three apart, {three}.",
                CV_SLOTS(cv_slot_n("n", n[0]), cv_slot_n("two", n[1]), cv_slot_n("three", n[2])));
}

void cv_text_rules(cv_text_doc *d)
{
    cv_text_heading(d, "Findings on the forms, by rule");
    rule_tally sum = add_rule_grid(d, false);
    if (!sum.raised) cv_text_just(d, 2, "None: no figure on record contradicts another.");
    add_structural(d);
    rule_tally unusual = add_rule_grid(d, true);
    add_triggers(d);
    add_mirror(d);
    const char *text = sum.raised + unusual.raised
                           ? CV_MSG("{n:other rule was/other rules were} applied without a "
                                    "finding; {idle} had nothing to compare.")
                           : CV_MSG("{n:rule was/rules were} applied without a finding; {idle} had "
                                    "nothing to compare.");
    cv_text_say(d, 2, text,
                CV_SLOTS(cv_slot_n("n", sum.held + unusual.held),
                         cv_slot_n("idle", sum.idle + unusual.idle)));
}

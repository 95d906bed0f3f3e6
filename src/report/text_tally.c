#include "report/text_parts.h"

#include "base/check.h"
#include "model/rule_names.h"

enum { DETAILS = 5 }; /* so many contests are shown option by option without --all */

/* "42.31 %": half up, from integers. */
static cv_str percent(cv_count part, cv_count whole, cv_arena *work)
{
    if (part == CV_BLANK || whole == CV_BLANK || whole <= 0) return CV_STR("–");
    int64_t hundredths = (int64_t)((2 * cv_times(part, 10000) + whole) / (2 * (cv_wide)whole));
    return cv_str_format(work, "%lld.%02lld %%", (long long)(hundredths / 100),
                         (long long)(hundredths % 100));
}

/* ---- one contest ---- */

static const cv_grid_column option_columns[] = {
    {"option", CV_LEFT,  12, false},
    {"party",  CV_LEFT,  6,  true },
    {"votes",  CV_RIGHT, 0,  false},
    {"share",  CV_RIGHT, 0,  true },
    {"seats",  CV_RIGHT, 0,  false},
    {"",       CV_LEFT,  0,  false},
};

/* "below the threshold by 9,529 votes": one total wrong, all else as stated. */
static cv_str below(const cv_threshold_line *l, cv_arena *work)
{
    if (l->margin.kind == CV_MARGIN_NONE || l->margin.votes == CV_BLANK)
        return CV_STR("below the threshold");
    return cv_str_format(work, "below the threshold by %.*s",
                         CV_ARG(cv_show_count(l->margin.votes, work)));
}

static cv_str remark(const cv_contest *c, const cv_tally *t, int32_t o, cv_arena *work)
{
    if (t->kind == CV_TIE && t->in_lot[o]) return CV_STR("in the tie");
    if (t->kind == CV_RUNOFF)
        for (int32_t i = 0; i < t->n_winners; i++)
            if (t->winner[i] == o) return CV_STR("in the run-off");
    if (c->option[o].barred) return CV_STR("barred");
    for (int32_t i = 0; i < t->n_thresholds; i++)
        if (t->threshold[i].option == o && !t->threshold[i].passes)
            return below(&t->threshold[i], work);
    return CV_STR("");
}

/* Options by votes, the most first; equal ones in the contest's order. */
static int32_t *by_votes(const cv_text_doc *d, int32_t contest)
{
    const cv_count *votes = d->review->contest[contest].decided.totals.votes;
    int32_t n = d->election->contest[contest].n_options;
    int32_t *order = cv_new(d->work, int32_t, n);
    for (int32_t i = 0; i < n; i++) {
        int32_t k = i;
        for (; k > 0 && votes[order[k - 1]] < votes[i]; k--) order[k] = order[k - 1];
        order[k] = i;
    }
    return order;
}

static void add_options(cv_text_doc *d, int32_t contest)
{
    const cv_contest *c = &d->election->contest[contest];
    const cv_contest_review *r = &d->review->contest[contest];
    const int32_t *order = by_votes(d, contest);
    cv_grid g = cv_grid_open(option_columns, 6, d->work);
    for (int32_t i = 0; i < c->n_options; i++) {
        int32_t o = order[i];
        cv_count votes = r->decided.totals.votes[o];
        cv_grid_add(&g, cv_option_title(c, o, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, cv_show_name(c->option[o].party, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, votes);
        cv_grid_add(&g, percent(votes, r->decided.totals.valid, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, r->tally.seats[o]);
        cv_grid_add(&g, remark(c, &r->tally, o, d->work), CV_INK_FAINT);
    }
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

static void add_totals(cv_text_doc *d, const cv_sums *s)
{
    static const char *const names[] = {"valid", "blank", "invalid", "registered"};
    const cv_count n[] = {s->totals.valid, s->totals.blank, s->totals.invalid,
                          s->totals.registered};
    cv_text t = cv_text_open(d->work);
    for (int32_t i = 0; i < 4; i++) {
        if (n[i] == CV_BLANK) continue;
        cv_text_addf(&t, "%s%s %.*s", t.n ? ", " : "", names[i],
                     CV_ARG(cv_show_count(n[i], d->work)));
    }
    cv_text_addf(&t, "; %.*s counted", CV_ARG(cv_show_n(s->n_counted, "form", "forms", d->work)));
    if (s->n_awaited)
        cv_text_addf(&t, ", %.*s missing", CV_ARG(cv_show_count(s->n_awaited, d->work)));
    if (s->n_annulled)
        cv_text_addf(&t, ", %.*s set aside", CV_ARG(cv_show_count(s->n_annulled, d->work)));
    cv_text_addf(&t, ".");
    cv_text_line(d, 2, cv_text_str(&t));
}

static cv_str votes_text(cv_count n, const char *what, cv_arena *work)
{
    return cv_str_format(work, "%.*s %s", CV_ARG(cv_show_count(n, work)), what);
}

/* "26 votes set aside, or 13 ballots changed, would make another outcome possible." */
static void add_margin(cv_text_doc *d, int32_t contest)
{
    const cv_margin *m = &d->review->contest[contest].tally.margin;
    if (d->review->contest[contest].tally.kind == CV_TIE) return;
    if (m->kind == CV_MARGIN_NONE || m->votes == CV_BLANK) {
        cv_text_line(d, 2, CV_STR("No margin is defined."));
        return;
    }
    const cv_contest *c = &d->election->contest[contest];
    cv_text t = cv_text_open(d->work);
    cv_text_addf(&t, "Margin %.*s",
                 CV_ARG(votes_text(m->votes, m->votes == 1 ? "vote" : "votes", d->work)));
    if (m->kind == CV_MARGIN_BOUND)
        cv_text_addf(&t, " at most, %.*s at least", CV_ARG(cv_show_count(m->low, d->work)));
    if (m->winner >= 0 && m->loser >= 0)
        cv_text_addf(&t, " (%.*s against %.*s)", CV_ARG(cv_option_title(c, m->winner, d->work)),
                     CV_ARG(cv_option_title(c, m->loser, d->work)));
    cv_text_addf(&t, ": one total wrong by so many");
    if (m->removal != CV_BLANK)
        cv_text_addf(&t, ", or %.*s", CV_ARG(votes_text(m->removal, "ballots set aside", d->work)));
    if (m->switched != CV_BLANK)
        cv_text_addf(&t, ", or %.*s", CV_ARG(votes_text(m->switched, "ballots changed", d->work)));
    cv_text_addf(&t, ", would make another outcome possible.");
    cv_text_line(d, 2, cv_text_str(&t));
}

static cv_str step_text(const cv_text_doc *d, int32_t contest, const cv_tally_step *s)
{
    cv_str who = cv_option_title(&d->election->contest[contest], s->option, d->work);
    cv_str number = cv_show_count(s->number, d->work), divisor = cv_show_count(s->divisor, d->work);
    cv_arena *w = d->work;
    switch (s->kind) {
    case CV_STEP_SEAT:
        return cv_str_format(w, "seat: %.*s, %.*s / %.*s", CV_ARG(who), CV_ARG(number),
                             CV_ARG(divisor));
    case CV_STEP_QUOTA_SEATS:
        return cv_str_format(w, "whole quotas: %.*s, %d; remainder %.*s / %.*s", CV_ARG(who),
                             s->seats, CV_ARG(number), CV_ARG(divisor));
    case CV_STEP_LOT_SEAT: return cv_str_format(w, "by the lot that was drawn: %.*s", CV_ARG(who));
    case CV_STEP_SEAT_TAKEN: return cv_str_format(w, "gives back %d: %.*s", s->seats, CV_ARG(who));
    case CV_STEP_PASSES:
        return cv_str_format(w, "passes: %.*s, %.*s of %.*s", CV_ARG(who), CV_ARG(number),
                             CV_ARG(divisor));
    case CV_STEP_FAILS:
        return cv_str_format(w, "does not pass: %.*s, %.*s of %.*s", CV_ARG(who), CV_ARG(number),
                             CV_ARG(divisor));
    case CV_STEP_RANK:
        return cv_str_format(w, "rank: %.*s, %.*s votes", CV_ARG(who), CV_ARG(number));
    }
    return CV_STR("");
}

static void add_steps(cv_text_doc *d, int32_t contest)
{
    const cv_tally *t = &d->review->contest[contest].tally;
    if (!t->n_steps) return;
    if (!d->look->all) {
        cv_text_line(d, 2,
                     cv_str_format(d->work, "%.*s (--all shows them).",
                                   CV_ARG(cv_show_n(t->n_steps, "step", "steps", d->work))));
        return;
    }
    cv_text_line(d, 2, CV_STR("Steps"));
    for (int32_t i = 0; i < t->n_steps; i++) {
        cv_text_addf(d->to, "  %4d  ", i + 1);
        cv_show_wrapped(d->to, step_text(d, contest, &t->step[i]), 8, 8, d->look);
    }
}

static void add_rule(cv_text_doc *d, int32_t contest)
{
    int32_t rule = d->election->contest[contest].rule;
    if (rule < 0) return;
    const cv_rule_set *r = &d->election->rule_set[rule];
    cv_text t = cv_text_open(d->work);
    cv_text_addf(&t, "Under %.*s%s%.*s%s, the votes as decided %s.",
                 CV_ARG(r->name.n ? r->name : r->id), r->cite.n ? " (" : "", CV_ARG(r->cite),
                 r->cite.n ? ")" : "", cv_outcome_text(d->review->contest[contest].tally.kind));
    if (r->unverified) cv_text_add(&t, CV_STR(" Unverified: the statute was not read."));
    cv_text_line(d, 2, cv_text_str(&t));
}

static void add_contest(cv_text_doc *d, int32_t contest)
{
    const cv_contest *c = &d->election->contest[contest];
    cv_str title = cv_contest_title(d->election, (cv_contest_ix){contest}, d->work);
    cv_text_heading(d, cv_str_format(d->work, "%.*s, %.*s", CV_ARG(title),
                                     CV_ARG(cv_show_n(c->seats, "seat", "seats", d->work)))
                           .s);
    add_rule(d, contest);
    add_options(d, contest);
    add_totals(d, &d->review->contest[contest].decided);
    add_margin(d, contest);
    cv_text_sources(d, contest);
    add_steps(d, contest);
}

/* ---- all contests ---- */

static const cv_grid_column contest_columns[] = {
    {"contest",        CV_LEFT,  10, false},
    {"seats",          CV_RIGHT, 0,  true },
    {"first by votes", CV_LEFT,  14, false},
    {"votes",          CV_RIGHT, 0,  false},
    {"share",          CV_RIGHT, 0,  true },
    {"margin",         CV_RIGHT, 0,  false},
    {"outcome",        CV_LEFT,  0,  false},
};

static void add_contests(cv_text_doc *d)
{
    cv_grid g = cv_grid_open(contest_columns, 7, d->work);
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const cv_contest *c = &d->election->contest[i];
        const cv_contest_review *r = &d->review->contest[i];
        if (!cv_report_shows(d->report, i)) continue;
        cv_count most = 0;
        for (int32_t o = 0; o < c->n_options; o++)
            if (r->decided.totals.votes[o] > most) most = r->decided.totals.votes[o];
        cv_grid_add(&g, cv_contest_title(d->election, (cv_contest_ix){i}, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, c->seats);
        cv_grid_add(&g, cv_first_title(c, r, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, most);
        cv_grid_add(&g, percent(most, r->decided.totals.valid, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, r->tally.margin.kind == CV_MARGIN_NONE ? CV_BLANK
                                                                     : r->tally.margin.votes);
        cv_grid_add(&g, cv_str_of(cv_outcome_word(r->tally.kind)), CV_INK_PLAIN);
    }
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

static void add_answer(cv_text_doc *d)
{
    int32_t n[CV_INCOMPLETE + 1] = {0};
    for (int32_t i = 0; i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i)) n[d->review->contest[i].tally.kind]++;
    cv_text t = cv_text_open(d->work);
    cv_text_addf(&t, "%.*s, counted with the decisions in force: %d decided",
                 CV_ARG(cv_show_n(cv_text_n_shown(d), "contest", "contests", d->work)),
                 n[CV_DECIDED]);
    for (int32_t k = CV_RUNOFF; k <= CV_INCOMPLETE; k++)
        if (n[k]) cv_text_addf(&t, ", %d %s", n[k], cv_outcome_word((cv_outcome_kind)k));
    cv_text_add(&t, CV_STR("."));
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_line(d, 0, cv_text_str(&t));
}

void cv_text_tally(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    int32_t n = cv_text_n_shown(&d);
    add_answer(&d);
    cv_text_add(d.to, CV_STR("\n"));
    add_contests(&d);
    for (int32_t i = 0; i < d.election->n_contests && (n <= DETAILS || look->all); i++)
        if (cv_report_shows(r, i)) add_contest(&d, i);
    cv_text_next(&d, "review", "", "what the evidence supports, seat by seat");
}

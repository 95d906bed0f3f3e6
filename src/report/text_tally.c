#include "report/text_parts.h"

#include "base/check.h"
#include "model/rule_names.h"

enum { DETAILS = 5 }; /* so many contests are shown option by option without --all */

/* ---- one contest ---- */

static const cv_grid_column option_columns[] = {
    {CV_MSG("option"), CV_LEFT,  12, false},
    {CV_MSG("party"),  CV_LEFT,  6,  true },
    {CV_MSG("votes"),  CV_RIGHT, 0,  false},
    {CV_MSG("share"),  CV_RIGHT, 0,  true },
    {CV_MSG("seats"),  CV_RIGHT, 0,  false},
    {"",               CV_LEFT,  0,  false},
};

/* "below the threshold by 9,529 votes": one total wrong, all else as stated. */
static cv_str below(const cv_text_doc *d, const cv_threshold_line *l)
{
    if (l->margin.kind == CV_MARGIN_NONE || l->margin.votes == CV_BLANK)
        return cv_tr(d->language, CV_MSG("below the threshold"));
    return cv_sentence(d->language, "below the threshold by {n}",
                       CV_SLOTS(cv_slot_n("n", l->margin.votes)), d->work);
}

static cv_str remark(const cv_text_doc *d, const cv_contest *c, const cv_tally *t, int32_t o)
{
    if (t->kind == CV_TIE && t->in_lot[o]) return cv_tr(d->language, CV_MSG("in the tie"));
    if (t->kind == CV_RUNOFF)
        for (int32_t i = 0; i < t->n_winners; i++)
            if (t->winner[i] == o) return cv_tr(d->language, CV_MSG("in the run-off"));
    if (c->option[o].barred) return cv_tr(d->language, CV_MSG("barred"));
    for (int32_t i = 0; i < t->n_thresholds; i++)
        if (t->threshold[i].option == o && !t->threshold[i].passes)
            return below(d, &t->threshold[i]);
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
    cv_grid g = cv_grid_open(option_columns, 6, d->language, d->work);
    for (int32_t i = 0; i < c->n_options; i++) {
        int32_t o = order[i];
        cv_count votes = r->decided.totals.votes[o];
        cv_grid_add(&g, cv_option_title(c, o, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, cv_show_name(c->option[o].party, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, votes);
        cv_grid_add(&g, cv_language_percent(d->language, votes, r->decided.totals.valid, d->work),
                    CV_INK_PLAIN);
        cv_grid_add_count(&g, r->tally.seats[o]);
        cv_grid_add(&g, remark(d, c, &r->tally, o), CV_INK_FAINT);
    }
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

/* One part of a list: "valid 12,345". */
static void add_part(cv_text_doc *d, cv_text *to, const char *between, const char *msgid,
                     cv_count n)
{
    cv_text_add(to, to->n ? cv_str_of(between) : CV_STR(""));
    cv_text_add(to, cv_sentence(d->language, msgid, CV_SLOTS(cv_slot_n("n", n)), d->work));
}

static void add_totals(cv_text_doc *d, const cv_sums *s)
{
    static const char *const texts[] = {CV_MSG("valid {n}"), CV_MSG("blank {n}"),
                                        CV_MSG("invalid {n}"), CV_MSG("registered {n}")};
    const cv_count n[] = {s->totals.valid, s->totals.blank, s->totals.invalid,
                          s->totals.registered};
    cv_text t = cv_text_open(d->work);
    for (int32_t i = 0; i < 4; i++)
        if (n[i] != CV_BLANK) add_part(d, &t, ", ", texts[i], n[i]);
    add_part(d, &t, "; ", CV_MSG("{n:form/forms} counted"), s->n_counted);
    if (s->n_awaited) add_part(d, &t, ", ", CV_MSG("{n} missing"), s->n_awaited);
    if (s->n_annulled) add_part(d, &t, ", ", CV_MSG("{n} set aside"), s->n_annulled);
    cv_text_add(&t, CV_STR("."));
    cv_text_line(d, 2, cv_text_str(&t));
}

static const char *margin_text(bool bound, bool pair)
{
    if (bound && pair)
        return CV_MSG("Margin {n:vote/votes} at most, {low} at least ({winner} against {loser})");
    if (bound) return CV_MSG("Margin {n:vote/votes} at most, {low} at least");
    if (pair) return CV_MSG("Margin {n:vote/votes} ({winner} against {loser})");
    return CV_MSG("Margin {n:vote/votes}");
}

/* What stands behind the margin and a colon. */
static const char *ways_text(bool removal, bool switched)
{
    if (removal && switched)
        return CV_MSG("one total wrong by so many, or {removal:ballot/ballots} set aside, or "
                      "{switched:ballot/ballots} changed, would make another outcome possible.");
    if (removal)
        return CV_MSG("one total wrong by so many, or {removal:ballot/ballots} set aside, would "
                      "make another outcome possible.");
    if (switched)
        return CV_MSG("one total wrong by so many, or {switched:ballot/ballots} changed, would "
                      "make another outcome possible.");
    return CV_MSG("one total wrong by so many would make another outcome possible.");
}

/* "26 votes set aside, or 13 ballots changed, would make another outcome possible." */
static void add_margin(cv_text_doc *d, int32_t contest)
{
    const cv_margin *m = &d->review->contest[contest].tally.margin;
    if (d->review->contest[contest].tally.kind == CV_TIE) return;
    if (m->kind == CV_MARGIN_NONE || m->votes == CV_BLANK) {
        cv_text_just(d, 2, "No margin is defined.");
        return;
    }
    const cv_contest *c = &d->election->contest[contest];
    const cv_slots slots =
        CV_SLOTS(cv_slot_n("n", m->votes), cv_slot_n("low", m->low),
                 cv_slot_n("removal", m->removal), cv_slot_n("switched", m->switched),
                 cv_slot_s("winner", cv_option_title(c, m->winner, d->work)),
                 cv_slot_s("loser", cv_option_title(c, m->loser, d->work)));
    bool pair = m->winner >= 0 && m->loser >= 0;
    const char *margin = margin_text(m->kind == CV_MARGIN_BOUND, pair);
    const char *ways = ways_text(m->removal != CV_BLANK, m->switched != CV_BLANK);
    cv_text t = cv_text_open(d->work);
    cv_text_add(&t, cv_sentence(d->language, margin, slots, d->work));
    cv_text_add(&t, CV_STR(": "));
    cv_text_add(&t, cv_sentence(d->language, ways, slots, d->work));
    cv_text_line(d, 2, cv_text_str(&t));
}

static const char *step_text(cv_step_kind kind)
{
    switch (kind) {
    case CV_STEP_SEAT: return CV_MSG("seat: {option}, {number} / {divisor}");
    case CV_STEP_QUOTA_SEATS:
        return CV_MSG("whole quotas: {option}, {seats}; remainder {number} / {divisor}");
    case CV_STEP_LOT_SEAT: return CV_MSG("by the lot that was drawn: {option}");
    case CV_STEP_SEAT_TAKEN: return CV_MSG("gives back {seats}: {option}");
    case CV_STEP_PASSES: return CV_MSG("passes: {option}, {number} of {divisor}");
    case CV_STEP_FAILS: return CV_MSG("does not pass: {option}, {number} of {divisor}");
    case CV_STEP_RANK: return CV_MSG("rank: {option}, {number} votes");
    }
    return "";
}

static cv_str step_of(const cv_text_doc *d, int32_t contest, const cv_tally_step *s)
{
    cv_str who = cv_option_title(&d->election->contest[contest], s->option, d->work);
    cv_arena *w = d->work;
    return cv_sentence(
        d->language, step_text(s->kind),
        CV_SLOTS(cv_slot_s("option", who), cv_slot_n("seats", s->seats),
                 cv_slot_s("number", cv_language_count(d->language, s->number, w)),
                 cv_slot_s("divisor", cv_language_count(d->language, s->divisor, w))),
        w);
}

static void add_steps(cv_text_doc *d, int32_t contest)
{
    const cv_tally *t = &d->review->contest[contest].tally;
    if (!t->n_steps) return;
    if (!d->look->all) {
        cv_text_say(d, 2, "{n:step/steps} (--all shows them).",
                    CV_SLOTS(cv_slot_n("n", t->n_steps)));
        return;
    }
    cv_text_just(d, 2, "Steps");
    for (int32_t i = 0; i < t->n_steps; i++) {
        cv_text_addf(d->to, "  %4d  ", i + 1);
        cv_show_wrapped(d->to, step_of(d, contest, &t->step[i]), 8, 8, d->look);
    }
}

static const char *outcome_text(cv_outcome_kind kind)
{
    switch (kind) {
    case CV_DECIDED: return CV_MSG("Under {rule}, the votes as decided give every seat.");
    case CV_RUNOFF: return CV_MSG("Under {rule}, the votes as decided give a run-off.");
    case CV_VOID: return CV_MSG("Under {rule}, the votes as decided give the seat to nobody.");
    case CV_TIE:
        return CV_MSG("Under {rule}, the votes as decided give a tie, which only a lot can end.");
    case CV_INCOMPLETE:
        return CV_MSG("Under {rule}, the votes as decided are not enough to compute the outcome.");
    }
    return "";
}

static void add_rule(cv_text_doc *d, int32_t contest)
{
    int32_t rule = d->election->contest[contest].rule;
    if (rule < 0) return;
    const cv_rule_set *r = &d->election->rule_set[rule];
    cv_str name = r->name.n ? r->name : r->id;
    if (r->cite.n) name = cv_str_format(d->work, "%.*s (%.*s)", CV_ARG(name), CV_ARG(r->cite));
    cv_text t = cv_text_open(d->work);
    cv_text_add(&t, cv_sentence(d->language, outcome_text(d->review->contest[contest].tally.kind),
                                CV_SLOTS(cv_slot_s("rule", name)), d->work));
    if (r->unverified) {
        cv_text_add(&t, CV_STR(" "));
        cv_text_add(&t, cv_tr(d->language, CV_MSG("Unverified: the statute was not read.")));
    }
    cv_text_line(d, 2, cv_text_str(&t));
}

static void add_contest(cv_text_doc *d, int32_t contest)
{
    const cv_contest *c = &d->election->contest[contest];
    cv_str title = cv_contest_title(d->election, (cv_contest_ix){contest}, d->language, d->work);
    cv_text_head(d, cv_sentence(d->language, "{contest}, {n:seat/seats}",
                                CV_SLOTS(cv_slot_s("contest", title), cv_slot_n("n", c->seats)),
                                d->work));
    add_rule(d, contest);
    add_options(d, contest);
    add_totals(d, &d->review->contest[contest].decided);
    add_margin(d, contest);
    cv_text_sources(d, contest);
    add_steps(d, contest);
}

/* ---- all contests ---- */

static const cv_grid_column contest_columns[] = {
    {CV_MSG("contest"),        CV_LEFT,  10, false},
    {CV_MSG("seats"),          CV_RIGHT, 0,  true },
    {CV_MSG("first by votes"), CV_LEFT,  14, false},
    {CV_MSG("votes"),          CV_RIGHT, 0,  false},
    {CV_MSG("share"),          CV_RIGHT, 0,  true },
    {CV_MSG("margin"),         CV_RIGHT, 0,  false},
    {CV_MSG("outcome"),        CV_LEFT,  0,  false},
};

static void add_contests(cv_text_doc *d)
{
    cv_grid g = cv_grid_open(contest_columns, 7, d->language, d->work);
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const cv_contest *c = &d->election->contest[i];
        const cv_contest_review *r = &d->review->contest[i];
        if (!cv_report_shows(d->report, i)) continue;
        cv_count most = 0;
        for (int32_t o = 0; o < c->n_options; o++)
            if (r->decided.totals.votes[o] > most) most = r->decided.totals.votes[o];
        cv_grid_add(&g, cv_contest_title(d->election, (cv_contest_ix){i}, d->language, d->work),
                    CV_INK_PLAIN);
        cv_grid_add_count(&g, c->seats);
        cv_grid_add(&g, cv_first_title(c, r, d->language, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, most);
        cv_grid_add(&g, cv_language_percent(d->language, most, r->decided.totals.valid, d->work),
                    CV_INK_PLAIN);
        cv_grid_add_count(&g, r->tally.margin.kind == CV_MARGIN_NONE ? CV_BLANK
                                                                     : r->tally.margin.votes);
        cv_grid_add(&g, cv_tr(d->language, cv_outcome_word(r->tally.kind)), CV_INK_PLAIN);
    }
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

static void add_answer(cv_text_doc *d)
{
    static const char *const texts[] = {
        [CV_DECIDED] = CV_MSG("{n} decided"),
        [CV_RUNOFF] = CV_MSG("{n} runoff"),
        [CV_VOID] = CV_MSG("{n} void"),
        [CV_TIE] = CV_MSG("{n} tie"),
        [CV_INCOMPLETE] = CV_MSG("{n} incomplete"),
    };
    int32_t n[CV_INCOMPLETE + 1] = {0};
    for (int32_t i = 0; i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i)) n[d->review->contest[i].tally.kind]++;
    cv_text t = cv_text_open(d->work);
    for (int32_t k = CV_DECIDED; k <= CV_INCOMPLETE; k++)
        if (n[k] || k == CV_DECIDED) add_part(d, &t, ", ", texts[k], n[k]);
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_say(d, 0, "{n:contest/contests}, counted with the decisions in force: {list}.",
                CV_SLOTS(cv_slot_n("n", cv_text_n_shown(d)), cv_slot_s("list", cv_text_str(&t))));
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
    cv_text_next(&d, "review", "", CV_MSG("what the evidence supports, seat by seat"));
}

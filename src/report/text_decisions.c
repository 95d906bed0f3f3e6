#include "report/text_parts.h"

#include "model/decision.h"

static const cv_grid_column decision_columns[] = {
    {CV_MSG("decision"), CV_LEFT, 8,  false, true },
 /* translators: the day from which a decision is in force */
    {CV_MSG("from"),     CV_LEFT, 0,  true,  false},
 /* translators: the court or commission that decided */
    {CV_MSG("body"),     CV_LEFT, 10, true,  false},
    {CV_MSG("effect"),   CV_LEFT, 0,  false, false},
    {CV_MSG("contest"),  CV_LEFT, 8,  true,  true },
    {CV_MSG("station"),  CV_LEFT, 8,  false, true },
};

/* The first station and how many more; "–": the seat, or all of them. */
static cv_str places_text(const cv_text_doc *d, const cv_decision *x)
{
    if (!x->n_places) return CV_STR("–");
    cv_str first = cv_station_title(d->election, x->place[0], d->work);
    return cv_and_more(first, x->n_places - 1, d->language, d->work);
}

static void add_decision(cv_text_doc *d, cv_grid *g, const cv_decision *x)
{
    cv_str from = cv_date_is(x->effective) ? cv_language_date(d->language, x->effective, d->work)
                                           : CV_STR("–");
    cv_grid_add(g, cv_show_name(x->id, d->work), CV_INK_PLAIN);
    cv_grid_add(g, from, CV_INK_PLAIN);
    cv_grid_add(g, cv_show_name(x->body, d->work), CV_INK_PLAIN);
    cv_grid_add(g, cv_tr(d->language, cv_effect_word(x->effect)), CV_INK_PLAIN);
    cv_grid_add(g,
                x->contest.i < 0 ? CV_STR("–")
                                 : cv_show_name(d->election->contest[x->contest.i].id, d->work),
                CV_INK_PLAIN);
    cv_grid_add(g, places_text(d, x), CV_INK_PLAIN);
}

/* Why a decision is not in force as written (methods.md, Decisions). */
static const char *note_text(cv_decision_note_kind kind)
{
    switch (kind) {
    case CV_DECISION_NO_FORM:
        return CV_MSG("{decision}, station {station}: the station has no form in the contest: not "
                      "applied.");
    case CV_DECISION_NO_COPY:
        return CV_MSG("{decision}, station {station}: no form of that copy at the station: not "
                      "applied.");
    case CV_DECISION_AGAIN:
        return CV_MSG("{decision}, station {station}: the station is annulled already.");
    case CV_DECISION_ANNULLED:
        return CV_MSG("{decision}, station {station}: the station is annulled, which stays: not "
                      "applied.");
    case CV_DECISION_REPLACES:
        return CV_MSG("{decision}, station {station}: replaces other figures that an earlier "
                      "decision adopted.");
    case CV_DECISION_SEVERAL:
        return CV_MSG("{decision}, station {station}: the station has several forms: applied to "
                      "all of them.");
    case CV_DECISION_UNFIT:
        return CV_MSG("{decision}, station {station}: the old value is not the one in force: not "
                      "applied.");
    case CV_DECISION_TOO_MANY:
        return CV_MSG("{decision}, station {station}: the box holds more than the station's "
                      "figures: not applied.");
    case CV_DECISION_HELD:
        return CV_MSG("{decision}, station {station}: a form is on record, the vote was held: not "
                      "applied.");
    case CV_DECISION_NOTHING: return CV_MSG("{decision}: the option is in that state already.");
    case CV_DECISION_NOTES: break;
    }
    return "";
}

static void add_notes(cv_text_doc *d)
{
    const cv_disputes *x = &d->review->disputes;
    for (int32_t i = 0; i < x->n_notes; i++) {
        const cv_decision *decision = &d->election->decision[x->note[i].decision];
        if (decision->contest.i >= 0 && !cv_report_shows(d->report, decision->contest.i)) continue;
        cv_str station = cv_station_title(d->election, x->note[i].station, d->work);
        cv_text_say(d, 2, note_text(x->note[i].kind),
                    CV_SLOTS(cv_slot_s("decision", decision->id), cv_slot_s("station", station)));
    }
}

/* What is said of a correction that does not fit stands among the notes. */
static void add_conflicts(cv_text_doc *d)
{
    const cv_disputes *x = &d->review->disputes;
    const cv_decision *all = d->election->decision;
    for (int32_t i = 0; i < x->n_conflicts; i++) {
        const cv_conflict *c = &x->conflict[i];
        if (c->other < 0 || !cv_report_shows(d->report, c->contest.i)) continue;
        cv_str what = c->station.i >= 0
                          ? cv_station_title(d->election, c->station, d->work)
                          : cv_contest_title(d->election, c->contest, d->language, d->work);
        cv_str first = c->in_force >= 0 ? all[c->in_force].id : (cv_str){0};
        cv_text_say(d, 2,
                    first.n ? CV_MSG("{one} and {other} cannot both stand for {what}: by the rank "
                                     "of the bodies {first} is in force.")
                            : CV_MSG("{one} and {other} cannot both stand for {what}: both "
                                     "readings are open."),
                    CV_SLOTS(cv_slot_s("one", all[c->one].id), cv_slot_s("other", all[c->other].id),
                             cv_slot_s("what", what), cv_slot_s("first", first)));
    }
}

static int32_t n_revoked(const cv_disputes *x, int32_t n_decisions)
{
    int32_t n = 0;
    for (int32_t i = 0; x->state && i < n_decisions; i++) n += x->state[i] == CV_EFFECT_REVOKED;
    return n;
}

void cv_text_decisions(cv_text_doc *d)
{
    const cv_election *e = d->election;
    cv_grid g = cv_grid_open(decision_columns, 6, d->language, d->work);
    for (int32_t i = 0; i < e->n_decisions; i++) {
        cv_contest_ix c = e->decision[i].contest;
        if (c.i < 0 || cv_report_shows(d->report, c.i)) add_decision(d, &g, &e->decision[i]);
    }
    if (!cv_grid_n_rows(&g)) return;
    cv_text_heading(d, "Decisions on record");
    cv_text_grid(d, &g, CV_LOOK_LIST / 2);
    if (d->review->disputes.n_later)
        cv_text_say(d, 2, "{n:is/are} not yet in force on the day asked for.",
                    CV_SLOTS(cv_slot_n("n", d->review->disputes.n_later)));
    int32_t revoked = n_revoked(&d->review->disputes, e->n_decisions);
    if (revoked) cv_text_say(d, 2, "{n:is/are} revoked.", CV_SLOTS(cv_slot_n("n", revoked)));
    add_notes(d);
    add_conflicts(d);
}

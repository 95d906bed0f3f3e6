/* Incidents: the line of time, what is claimed with every source, accounts of seats, the chamber by
 * author. Nothing is averaged, and no figure is called the right one. */
#include "report/text_parts.h"

/* ---- pieces ---- */

static cv_str end_text(const cv_text_doc *d, cv_count n, bool is_date)
{
    if (is_date) return cv_language_date(d->language, (cv_date){(int32_t)n, -1}, d->work);
    return cv_language_count(d->language, n, d->work);
}

static cv_str range_text(const cv_text_doc *d, cv_count low, cv_count high, bool is_date)
{
    cv_str from = end_text(d, low, is_date);
    if (low == high) return from;
    if (high == CV_BLANK)
        return cv_sentence(d->language, CV_MSG("{low} or more"), CV_SLOTS(cv_slot_s("low", from)),
                           d->work);
    return cv_sentence(
        d->language, CV_MSG("{low} to {high}"),
        CV_SLOTS(cv_slot_s("low", from), cv_slot_s("high", end_text(d, high, is_date))), d->work);
}

static cv_str spans_text(const cv_text_doc *d, const cv_span *span, int32_t n, bool is_date)
{
    cv_text out = cv_text_open(d->work);
    for (int32_t i = 0; i < n; i++) {
        if (i) cv_text_add(&out, CV_STR(", "));
        cv_text_add(&out, range_text(d, span[i].low, span[i].high, is_date));
    }
    return cv_text_str(&out);
}

/* Pieces of data side by side, empty ones left out. */
static void add_piece(cv_text *to, cv_str piece)
{
    if (!piece.n) return;
    if (to->n) cv_text_add(to, CV_STR(" · "));
    cv_text_add(to, piece);
}

static const char *where_text(cv_where where)
{
    static const char *const texts[CV_N_WHERES] = {CV_MSG("site"), CV_MSG("settlement"),
                                                   CV_MSG("district"), CV_MSG("region"),
                                                   CV_MSG("country")};
    return texts[where];
}

static const char *when_text(cv_when when)
{
    static const char *const texts[CV_N_WHENS] = {
        CV_MSG("to the minute"), CV_MSG("part of a day"), CV_MSG("to the day"), CV_MSG("days"),
        CV_MSG("to the week"),   CV_MSG("to the month"),  CV_MSG("to the year")};
    return texts[when];
}

/* ---- the line of time ---- */

static cv_str with_note(const cv_text_doc *d, const char *word, cv_str note)
{
    cv_str shown = cv_tr(d->language, word);
    if (!note.n) return shown;
    return cv_str_format(d->work, "%.*s: %.*s", CV_ARG(shown), CV_ARG(note));
}

static void add_event_head(cv_text_doc *d, const cv_event *x)
{
    cv_text line = cv_text_open(d->work);
    cv_str from = cv_language_date(d->language, x->from, d->work);
    cv_str when = with_note(d, when_text(x->when), x->when_note);
    if (cv_date_cmp(x->from, x->to))
        from =
            cv_sentence(d->language, "{low} to {high}",
                        CV_SLOTS(cv_slot_s("low", from),
                                 cv_slot_s("high", cv_language_date(d->language, x->to, d->work))),
                        d->work);
    add_piece(&line, x->id);
    add_piece(&line, cv_str_format(d->work, "%.*s (%.*s)", CV_ARG(from), CV_ARG(when)));
    if (x->place.n) {
        cv_str where = with_note(d, where_text(x->where), x->where_note);
        bool in = x->place_of.n && !cv_str_eq(x->place_of, x->place);
        cv_str place =
            in ? cv_str_format(d->work, "%.*s, %.*s", CV_ARG(x->place), CV_ARG(x->place_of))
               : x->place;
        add_piece(&line, cv_str_format(d->work, "%.*s (%.*s)", CV_ARG(place), CV_ARG(where)));
    }
    cv_text_line(d, 2, cv_text_str(&line));
}

static void add_touched(cv_text_doc *d, const cv_event_facts *f)
{
    enum { SHOWN = 5 };
    int32_t shown = 0, cut = 0;
    for (int32_t i = 0; i < f->n_touched; i++) {
        const cv_touched_contest *t = &f->touched[i];
        if (!cv_report_shows(d->report, t->contest.i)) continue;
        if (shown == SHOWN && !d->look->all) {
            cut++;
            continue;
        }
        shown++;
        cv_text_say(d, 6,
                    "{contest}: {n:form/forms} from stations of that place, {votes:vote/votes}; "
                    "the lead in the "
                    "whole contest is {lead}.",
                    CV_SLOTS(cv_slot_s("contest", d->election->contest[t->contest.i].id),
                             cv_slot_n("n", t->n_forms), cv_slot_n("votes", t->ballots),
                             cv_slot_n("lead", d->review->contest[t->contest.i].sensitivity.lead)));
    }
    cv_text_more(d, 6, cut);
}

static void add_timeline(cv_text_doc *d, const cv_incident_review *r)
{
    if (!r->incidents->n_events) return;
    cv_text_heading(d, "Time line");
    for (int32_t i = 0; i < r->incidents->n_events; i++) {
        int32_t event = r->timeline[i], same_as = r->event[event].same_as;
        add_event_head(d, &r->incidents->event[event]);
        if (r->incidents->event[event].summary.n)
            cv_text_line(d, 6, r->incidents->event[event].summary);
        if (same_as != event)
            cv_text_say(d, 6, "Merged with {event}.",
                        CV_SLOTS(cv_slot_s("event", r->incidents->event[same_as].id)));
        add_touched(d, &r->event[event]);
    }
}

/* ---- what is claimed ---- */

static void add_claim(cv_text_doc *d, const cv_claim *c)
{
    cv_text line = cv_text_open(d->work);
    bool is_date = cv_str_eq(c->quantity, CV_STR("date"));
    add_piece(&line, c->id);
    if (c->has_span) add_piece(&line, range_text(d, c->span.low, c->span.high, is_date));
    if (c->wording.n) add_piece(&line, cv_str_format(d->work, "“%.*s”", CV_ARG(c->wording)));
    add_piece(&line, c->attributed_to);
    if (!cv_str_eq(c->outlet, c->attributed_to)) add_piece(&line, c->outlet);
    add_piece(&line, c->published);
    add_piece(&line, c->note);
    cv_text_line(d, 6, cv_text_str(&line));
    if (c->address.n) cv_text_line(d, 8, c->address);
}

static const char *profile_text(cv_agreement agreement)
{
    switch (agreement) {
    case CV_AGREE_NO_FIGURE: return CV_MSG("{about}: no figure");
    case CV_AGREE_SINGLE: return CV_MSG("{about}: {range}, by one origin");
    case CV_AGREE_NONE: return CV_MSG("{about}: {range}, by {n:origin/origins} that do not agree");
    case CV_AGREE_SOME:
        return CV_MSG(
            "{about}: {range}, by {n:origin/origins}; {support} of them allow {consensus}");
    }
    return "";
}

static void add_profile(cv_text_doc *d, const cv_profile_of_claims *p)
{
    const cv_incidents *in = d->review->incidents.incidents;
    cv_str about = cv_str_format(d->work, "%.*s, %.*s", CV_ARG(p->subject), CV_ARG(p->quantity));
    cv_str range = p->agreement == CV_AGREE_SINGLE
                       ? spans_text(d, p->consensus, p->n_consensus, p->is_date)
                       : range_text(d, p->low, p->high, p->is_date);
    cv_text_say(
        d, 2, profile_text(p->agreement),
        CV_SLOTS(cv_slot_s("about", about), cv_slot_s("range", range), cv_slot_n("n", p->n_origins),
                 cv_slot_n("support", p->max_support),
                 cv_slot_s("consensus", spans_text(d, p->consensus, p->n_consensus, p->is_date))));
    for (int32_t k = 0; k < p->n_origins; k++)
        if (p->origin[k].contradicts)
            cv_text_say(d, 4, "{origin}: what it is quoted with contradicts itself.",
                        CV_SLOTS(cv_slot_s("origin", p->origin[k].name)));
    for (int32_t i = 0; i < p->n_claims; i++) add_claim(d, &in->claim[p->claim[i]]);
}

/* Events by time, then subjects in the order of the file. */
static void add_profiles(cv_text_doc *d, const cv_incident_review *r)
{
    if (!r->n_profiles) return;
    cv_text_heading(d, "What is claimed");
    for (int32_t i = 0; i < r->incidents->n_events; i++)
        for (int32_t k = 0; k < r->n_profiles; k++)
            if (r->profile[k].event == r->timeline[i]) add_profile(d, &r->profile[k]);
    for (int32_t k = 0; k < r->n_profiles; k++)
        if (r->profile[k].event < 0) add_profile(d, &r->profile[k]);
}

static void add_sums(cv_text_doc *d, const cv_incident_review *r)
{
    if (!r->n_sums || !d->look->all) return;
    cv_text_heading(d, "Over several events, lows and highs added apart");
    for (int32_t i = 0; i < r->n_sums; i++)
        cv_text_say(
            d, 2, "{quantity}, {n:event/events}: {range}",
            CV_SLOTS(cv_slot_s("quantity", r->sum[i].quantity), cv_slot_n("n", r->sum[i].n_events),
                     cv_slot_s("range", range_text(d, r->sum[i].low, r->sum[i].high, false))));
}

/* ---- accounts of seats ---- */

static const char *account_text(cv_account_state state)
{
    switch (state) {
    case CV_ACCOUNT_CLOSES: return CV_MSG("{account}: its parts add to {n:seat/seats}.");
    case CV_ACCOUNT_CAN_CLOSE:
        return CV_MSG("{account}: its parts add to {range}, which {n:seat/seats} can be.");
    case CV_ACCOUNT_SHORT:
        return CV_MSG("{account}: its parts add to {range} of {n:seat/seats}: {apart} short.");
    case CV_ACCOUNT_OVER:
        return CV_MSG("{account}: its parts add to {range} of {n:seat/seats}: {apart} too many.");
    }
    return "";
}

static void say_account(cv_text_doc *d, const cv_seat_account *a)
{
    cv_text_say(d, 2, account_text(a->state),
                CV_SLOTS(cv_slot_s("account", a->name), cv_slot_n("n", a->seats),
                         cv_slot_s("range", range_text(d, a->low, a->high, false)),
                         cv_slot_n("apart", a->apart)));
}

static void add_accounts(cv_text_doc *d, const cv_incident_review *r)
{
    if (!r->n_accounts) return;
    cv_text_heading(d, "Accounts of seats");
    for (int32_t i = 0; i < r->n_accounts; i++) {
        const cv_seat_account *a = &r->account[i];
        say_account(d, a);
        for (int32_t k = 0; k < a->n_parts; k++) {
            const cv_claim *c = &r->incidents->claim[a->claim[k]];
            cv_text line = cv_text_open(d->work);
            add_piece(&line, c->part);
            add_piece(&line, range_text(d, c->span.low, c->span.high, false));
            add_piece(&line, c->id);
            cv_text_line(d, 6, cv_text_str(&line));
        }
    }
}

static void add_proposals(cv_text_doc *d, const cv_incident_review *r)
{
    if (!r->n_proposals) return;
    cv_text_heading(d, "Could be one event: a person confirms");
    for (int32_t i = 0; i < r->n_proposals; i++) {
        cv_str pair = cv_str_format(d->work, "%.*s, %.*s",
                                    CV_ARG(r->incidents->event[r->proposal[i].event].id),
                                    CV_ARG(r->incidents->event[r->proposal[i].with].id));
        cv_text_line(d, 2, pair);
    }
}

/* ---- the chamber by author ---- */

/* What is published of this bloc, beside what the seats give. */
static cv_str claimed_text(const cv_text_doc *d, cv_bloc_ix bloc)
{
    const cv_incident_review *r = &d->review->incidents;
    if (bloc.i < 0) return CV_STR("");
    cv_str subject = cv_bloc_subject(d->election, bloc, d->work);
    for (int32_t k = 0; k < r->n_profiles; k++)
        if (cv_str_eq(r->profile[k].subject, subject) && r->profile[k].n_with_span &&
            cv_str_eq(r->profile[k].quantity, CV_STR("seats")))
            return range_text(d, r->profile[k].low, r->profile[k].high, false);
    return CV_STR("");
}

static void add_chamber(cv_text_doc *d, const cv_chamber_view *v)
{
    cv_text_head(d, v->asserted_by.n
                        ? cv_sentence(d->language,
                                      "Chamber, {n:seat/seats}, blocs as {author} has them",
                                      CV_SLOTS(cv_slot_n("n", v->chamber.seats),
                                               cv_slot_s("author", v->asserted_by)),
                                      d->work)
                        : cv_sentence(d->language, "Chamber, {n:seat/seats}",
                                      CV_SLOTS(cv_slot_n("n", v->chamber.seats)), d->work));
    for (int32_t i = 0; i < v->chamber.n_lines; i++) {
        const cv_chamber_line *l = &v->chamber.line[i];
        cv_str name = l->bloc.i < 0 ? cv_tr(d->language, CV_MSG("unassigned"))
                                    : d->election->bloc[l->bloc.i].name;
        cv_str claimed = claimed_text(d, l->bloc);
        cv_text_say(d, 2,
                    claimed.n ? CV_MSG("{bloc}: {range} by the seats; {claimed} claimed")
                              : CV_MSG("{bloc}: {range} by the seats"),
                    CV_SLOTS(cv_slot_s("bloc", name),
                             cv_slot_s("range", range_text(d, l->low, l->high, false)),
                             cv_slot_s("claimed", claimed)));
    }
}

static void add_chambers(cv_text_doc *d)
{
    if (d->review->chambers.of_case.seats <= 1 || d->report->shown) return;
    for (int32_t i = 0; i < d->review->chambers.n; i++)
        add_chamber(d, &d->review->chambers.view[i]);
}

/* ---- whole texts ---- */

void cv_text_incidents(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    const cv_incident_review *in = &r->review->incidents;
    if (!in->incidents) {
        cv_text_add(to, CV_STR("\n"));
        cv_text_just(&d, 0, "No incidents are on record: the case has no incidents.csv.");
    } else {
        add_timeline(&d, in);
        add_profiles(&d, in);
        add_sums(&d, in);
        add_accounts(&d, in);
        add_proposals(&d, in);
    }
    add_chambers(&d);
    cv_text_next(&d, "review", "", CV_MSG("what the figures say of the seats"));
}

/* In the review: how much is on record, and which accounts of seats do not close. */
void cv_text_incidents_short(cv_text_doc *d)
{
    const cv_incident_review *r = &d->review->incidents;
    if (!r->incidents) return;
    int32_t apart = 0;
    for (int32_t k = 0; k < r->n_profiles; k++) apart += r->profile[k].agreement == CV_AGREE_NONE;
    cv_text_heading(d, "Incidents");
    cv_text_say(d, 2,
                "{events:event/events} and {claims:claim/claims} on record. For "
                "{n:quantity/quantities} no two "
                "origins agree. canvass incidents shows them with their sources.",
                CV_SLOTS(cv_slot_n("events", r->incidents->n_events),
                         cv_slot_n("claims", r->incidents->n_claims), cv_slot_n("n", apart)));
    for (int32_t i = 0; i < r->n_accounts; i++)
        if (r->account[i].state == CV_ACCOUNT_SHORT || r->account[i].state == CV_ACCOUNT_OVER)
            say_account(d, &r->account[i]);
}

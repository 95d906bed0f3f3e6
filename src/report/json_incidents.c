/* "incidents", "bloc_statements", "chambers". */
#include "report/json_parts.h"

#include <math.h>

#include "model/bloc.h"
#include "report/words.h"

static void set_place(json_t *row, const cv_json_doc *d, cv_source_ix source, int32_t line)
{
    cv_json_set(row, "file", cv_json_str(d->election->source[source.i].file));
    cv_json_set(row, "line", json_integer(line));
}

/* A count, or a day; null: no bound. */
static json_t *end_value(cv_count n, bool is_date, cv_arena *work)
{
    if (n == CV_BLANK || !is_date) return cv_json_count(n);
    return cv_json_date((cv_date){(int32_t)n, -1}, work);
}

static void set_span(json_t *row, cv_count low, cv_count high, bool is_date, cv_arena *work)
{
    cv_json_set(row, "low", end_value(low, is_date, work));
    cv_json_set(row, "high", end_value(high, is_date, work));
}

static json_t *span_list(const cv_span *span, int32_t n, bool is_date, cv_arena *work)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < n; i++) {
        json_t *row = json_object();
        set_span(row, span[i].low, span[i].high, is_date, work);
        cv_json_add(list, row);
    }
    return list;
}

static json_t *claim_ids(const cv_incidents *in, const int32_t *claim, int32_t n)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < n; i++) cv_json_add(list, cv_json_str(in->claim[claim[i]].id));
    return list;
}

/* ---- events ---- */

/* Millionths of a degree are about a tenth of a metre. */
static json_t *degrees_value(double degrees)
{
    return isnan(degrees) ? json_null() : json_real(floor(degrees * 1e6 + 0.5) / 1e6);
}

static json_t *touched_list(const cv_json_doc *d, const cv_event_facts *f)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < f->n_touched; i++) {
        const cv_touched_contest *t = &f->touched[i];
        json_t *row = json_object(), *votes = json_array();
        if (!cv_report_shows(d->report, t->contest.i)) continue;
        for (int32_t o = 0; o < d->election->contest[t->contest.i].n_options; o++)
            cv_json_add(votes, cv_json_count(t->votes[o]));
        cv_json_set(row, "contest", cv_json_contest_id(d->election, t->contest));
        cv_json_set(row, "forms", json_integer(t->n_forms));
        cv_json_set(row, "without_votes", json_integer(t->n_unknown));
        cv_json_set(row, "ballots", cv_json_count(t->ballots));
        cv_json_set(row, "votes", votes);
        cv_json_set(row, "lead", cv_json_count(d->review->contest[t->contest.i].sensitivity.lead));
        cv_json_add(list, row);
    }
    return list;
}

static json_t *area_names(const cv_election *e, const cv_event_facts *f)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < f->n_areas; i++)
        cv_json_add(list, cv_json_str(e->area[f->area[i].i].name));
    return list;
}

static json_t *event_row(const cv_json_doc *d, int32_t event)
{
    const cv_incident_review *r = &d->review->incidents;
    const cv_event *x = &r->incidents->event[event];
    const cv_event_facts *f = &r->event[event];
    json_t *row = json_object();
    cv_json_set(row, "id", cv_json_str(x->id));
    cv_json_set(row, "from", cv_json_date(x->from, d->work));
    cv_json_set(row, "to", cv_json_date(x->to, d->work));
    cv_json_set(row, "date_precision", cv_json_str(cv_when_word(x->when)));
    cv_json_set(row, "date_note", cv_json_text(x->when_note));
    cv_json_set(row, "place", cv_json_text(x->place));
    cv_json_set(row, "place_of", cv_json_text(x->place_of));
    cv_json_set(row, "place_precision", cv_json_str(cv_where_word(x->where)));
    cv_json_set(row, "place_note", cv_json_text(x->where_note));
    cv_json_set(row, "lat", degrees_value(x->lat));
    cv_json_set(row, "lon", degrees_value(x->lon));
    cv_json_set(row, "type", cv_json_text(x->type));
    cv_json_set(row, "actors", cv_json_text(x->actors));
    cv_json_set(row, "summary", cv_json_text(x->summary));
    cv_json_set(row, "same_as",
                f->same_as == event ? json_null()
                                    : cv_json_str(r->incidents->event[f->same_as].id));
    cv_json_set(row, "match", json_string(cv_place_match_word(f->match)));
    cv_json_set(row, "areas", area_names(d->election, f));
    cv_json_set(row, "stations", json_integer(f->n_stations));
    cv_json_set(row, "touched", touched_list(d, f));
    set_place(row, d, x->source, x->line);
    return row;
}

/* ---- claims and profiles ---- */

static json_t *claim_row(const cv_json_doc *d, const cv_claim *c)
{
    const cv_incidents *in = d->review->incidents.incidents;
    bool is_date = cv_str_eq(c->quantity, CV_STR("date"));
    json_t *row = json_object();
    cv_json_set(row, "id", cv_json_str(c->id));
    cv_json_set(row, "event", c->event < 0 ? json_null() : cv_json_str(in->event[c->event].id));
    cv_json_set(row, "subject", cv_json_str(c->subject));
    cv_json_set(row, "quantity", cv_json_str(c->quantity));
    cv_json_set(row, "figure", json_boolean(c->has_span));
    if (c->has_span)
        set_span(row, c->span.low, c->span.high, is_date, d->work);
    else
        set_span(row, CV_BLANK, CV_BLANK, false, d->work);
    cv_json_set(row, "by_wording", json_boolean(c->by_wording));
    cv_json_set(row, "wording", cv_json_text(c->wording));
    cv_json_set(row, "outlet", cv_json_text(c->outlet));
    cv_json_set(row, "attributed_to", cv_json_text(c->attributed_to));
    cv_json_set(row, "speaker", cv_json_str(cv_speaker_word(c->speaker)));
    cv_json_set(row, "published", cv_json_text(c->published));
    cv_json_set(row, "address", cv_json_text(c->address));
    cv_json_set(row, "origin", cv_json_text(c->origin));
    cv_json_set(row, "relation", cv_json_text(cv_claim_relation_word(c->relation)));
    cv_json_set(row, "of", c->of < 0 ? json_null() : cv_json_str(in->claim[c->of].id));
    cv_json_set(row, "note", cv_json_text(c->note));
    cv_json_set(row, "account", cv_json_text(c->account));
    cv_json_set(row, "part", cv_json_text(c->part));
    set_place(row, d, c->source, c->line);
    return row;
}

static json_t *origin_list(const cv_profile_of_claims *p, cv_arena *work)
{
    json_t *list = json_array();
    for (int32_t k = 0; k < p->n_origins; k++) {
        const cv_claim_origin *o = &p->origin[k];
        json_t *row = json_object();
        cv_json_set(row, "origin", cv_json_text(o->name));
        cv_json_set(row, "claims", json_integer(o->n_claims));
        cv_json_set(row, "assumed", json_boolean(o->is_assumed));
        cv_json_set(row, "contradicts_itself", json_boolean(o->contradicts));
        cv_json_set(row, "ranges", span_list(o->span, o->n_spans, p->is_date, work));
        cv_json_add(list, row);
    }
    return list;
}

static json_t *speaker_list(const cv_profile_of_claims *p, cv_arena *work)
{
    json_t *list = json_array();
    for (int32_t k = 0; k < p->n_speakers; k++) {
        json_t *row = json_object();
        cv_json_set(row, "speaker", cv_json_str(cv_speaker_word(p->speaker[k].speaker)));
        cv_json_set(row, "claims", json_integer(p->speaker[k].n_claims));
        set_span(row, p->speaker[k].low, p->speaker[k].high, p->is_date, work);
        cv_json_add(list, row);
    }
    return list;
}

static json_t *profile_row(const cv_json_doc *d, const cv_profile_of_claims *p)
{
    const cv_incidents *in = d->review->incidents.incidents;
    bool any = p->agreement != CV_AGREE_NO_FIGURE;
    json_t *row = json_object();
    cv_json_set(row, "event", p->event < 0 ? json_null() : cv_json_str(in->event[p->event].id));
    cv_json_set(row, "subject", cv_json_str(p->subject));
    cv_json_set(row, "quantity", cv_json_str(p->quantity));
    cv_json_set(row, "claims", claim_ids(in, p->claim, p->n_claims));
    cv_json_set(row, "with_figure", json_integer(p->n_with_span));
    cv_json_set(row, "denials", json_integer(p->n_denials));
    cv_json_set(row, "origins", origin_list(p, d->work));
    set_span(row, any ? p->low : CV_BLANK, p->high, p->is_date, d->work);
    cv_json_set(row, "agreement", json_string(cv_agreement_word(p->agreement)));
    cv_json_set(row, "support", json_integer(p->max_support));
    cv_json_set(row, "consensus", span_list(p->consensus, p->n_consensus, p->is_date, d->work));
    cv_json_set(row, "by_speaker", speaker_list(p, d->work));
    return row;
}

static json_t *account_row(const cv_json_doc *d, const cv_seat_account *a)
{
    const cv_incidents *in = d->review->incidents.incidents;
    json_t *row = json_object(), *parts = json_array();
    for (int32_t i = 0; i < a->n_parts; i++) {
        const cv_claim *c = &in->claim[a->claim[i]];
        json_t *part = json_object();
        cv_json_set(part, "part", cv_json_text(c->part));
        cv_json_set(part, "claim", cv_json_str(c->id));
        set_span(part, c->span.low, c->span.high, false, d->work);
        cv_json_add(parts, part);
    }
    cv_json_set(row, "account", cv_json_str(a->name));
    cv_json_set(row, "parts", parts);
    set_span(row, a->low, a->high, false, d->work);
    cv_json_set(row, "seats", cv_json_count(a->seats));
    cv_json_set(row, "state", json_string(cv_account_word(a->state)));
    cv_json_set(row, "apart", cv_json_count(a->apart));
    return row;
}

static json_t *merge_row(const cv_json_doc *d, int32_t i)
{
    const cv_incident_review *r = &d->review->incidents;
    const cv_merge_record *m = &r->incidents->merge[i];
    json_t *row = json_object();
    cv_json_set(row, "id", cv_json_str(m->id));
    cv_json_set(row, "event",
                m->event < 0 ? json_null() : cv_json_str(r->incidents->event[m->event].id));
    cv_json_set(row, "with",
                m->event < 0 ? json_null() : cv_json_str(r->incidents->event[m->with].id));
    cv_json_set(row, "undoes",
                m->undoes < 0 ? json_null() : cv_json_str(r->incidents->merge[m->undoes].id));
    cv_json_set(row, "by", cv_json_text(m->by));
    cv_json_set(row, "note", cv_json_text(m->note));
    cv_json_set(row, "in_force", json_boolean(r->in_force[i]));
    set_place(row, d, m->source, m->line);
    return row;
}

static json_t *sum_row(const cv_claim_sum *s, cv_arena *work)
{
    json_t *row = json_object();
    cv_json_set(row, "quantity", cv_json_str(s->quantity));
    cv_json_set(row, "events", json_integer(s->n_events));
    set_span(row, s->low, s->high, false, work);
    return row;
}

static void put_lists(cv_json_doc *d, const cv_incident_review *r)
{
    cv_json *j = &d->json;
    cv_json_array(j, "accounts");
    for (int32_t i = 0; i < r->n_accounts; i++)
        cv_json_line(j, NULL, account_row(d, &r->account[i]));
    cv_json_end(j);
    cv_json_array(j, "sums");
    for (int32_t i = 0; i < r->n_sums; i++) cv_json_line(j, NULL, sum_row(&r->sum[i], d->work));
    cv_json_end(j);
    cv_json_array(j, "merges");
    for (int32_t i = 0; i < r->incidents->n_merges; i++) cv_json_line(j, NULL, merge_row(d, i));
    cv_json_end(j);
    cv_json_array(j, "merges_proposed");
    for (int32_t i = 0; i < r->n_proposals; i++) {
        json_t *row = json_object();
        cv_json_set(row, "event", cv_json_str(r->incidents->event[r->proposal[i].event].id));
        cv_json_set(row, "with", cv_json_str(r->incidents->event[r->proposal[i].with].id));
        cv_json_line(j, NULL, row);
    }
    cv_json_end(j);
}

void cv_json_put_incidents(cv_json_doc *d)
{
    const cv_incident_review *r = &d->review->incidents;
    cv_json *j = &d->json;
    if (!r->incidents) {
        cv_json_value(j, "incidents", json_null());
        return;
    }
    cv_json_object(j, "incidents");
    cv_json_array(j, "events"); /* by first day */
    for (int32_t i = 0; i < r->incidents->n_events; i++)
        cv_json_line(j, NULL, event_row(d, r->timeline[i]));
    cv_json_end(j);
    cv_json_array(j, "claims");
    for (int32_t i = 0; i < r->incidents->n_claims; i++)
        cv_json_line(j, NULL, claim_row(d, &r->incidents->claim[i]));
    cv_json_end(j);
    cv_json_array(j, "profiles");
    for (int32_t i = 0; i < r->n_profiles; i++)
        cv_json_line(j, NULL, profile_row(d, &r->profile[i]));
    cv_json_end(j);
    put_lists(d, r);
    cv_json_end(j);
}

/* ---- blocs ---- */

static json_t *statement_row(const cv_json_doc *d, const cv_bloc_statement *s)
{
    json_t *row = json_object();
    cv_json_set(row, "contest", cv_json_contest_id(d->election, s->contest));
    cv_json_set(row, "option", cv_json_text(s->option));
    cv_json_set(row, "party", cv_json_text(s->party));
    cv_json_set(row, "bloc", cv_json_str(d->election->bloc[s->bloc.i].id));
    cv_json_set(row, "from", cv_json_date(s->from, d->work));
    cv_json_set(row, "to", cv_json_date(s->to, d->work));
    cv_json_set(row, "asserted_by", cv_json_str(s->asserted_by));
    cv_json_set(row, "source", cv_json_text(s->cite));
    set_place(row, d, s->source, s->line);
    return row;
}

json_t *cv_json_bloc_row(const cv_election *e, const cv_chamber_line *l)
{
    json_t *row = json_object();
    cv_json_set(row, "bloc", l->bloc.i < 0 ? json_null() : cv_json_str(e->bloc[l->bloc.i].id));
    cv_json_set(row, "name", l->bloc.i < 0 ? json_null() : cv_json_str(e->bloc[l->bloc.i].name));
    cv_json_set(row, "seats", json_integer(l->seats));
    cv_json_set(row, "declared", json_integer(l->declared));
    cv_json_set(row, "low", json_integer(l->low));
    cv_json_set(row, "high", json_integer(l->high));
    return row;
}

json_t *cv_json_vacant(const cv_chamber *c)
{
    json_t *vacant = json_object();
    cv_json_set(vacant, "seats", json_integer(c->vacant));
    cv_json_set(vacant, "low", json_integer(c->vacant_low));
    cv_json_set(vacant, "high", json_integer(c->vacant_high));
    return vacant;
}

/* Published totals of this bloc: claims of the quantity "seats" on "seats_" and its id. */
static json_t *claims_on(const cv_json_doc *d, cv_bloc_ix bloc)
{
    const cv_incidents *in = d->review->incidents.incidents;
    json_t *list = json_array();
    if (!in || bloc.i < 0) return list;
    cv_str subject = cv_bloc_subject(d->election, bloc, d->work);
    for (int32_t i = 0; i < in->n_claims; i++)
        if (cv_str_eq(in->claim[i].subject, subject) &&
            cv_str_eq(in->claim[i].quantity, CV_STR("seats")))
            cv_json_add(list, cv_json_str(in->claim[i].id));
    return list;
}

static json_t *chamber_row(const cv_json_doc *d, const cv_chamber_view *v)
{
    json_t *row = json_object(), *blocs = json_array();
    for (int32_t i = 0; i < v->chamber.n_lines; i++) {
        json_t *bloc = cv_json_bloc_row(d->election, &v->chamber.line[i]);
        cv_json_set(bloc, "claims", claims_on(d, v->chamber.line[i].bloc));
        cv_json_add(blocs, bloc);
    }
    cv_json_set(row, "asserted_by", cv_json_text(v->asserted_by));
    cv_json_set(row, "day", cv_json_date(v->day, d->work));
    cv_json_set(row, "statements", json_integer(v->n_statements));
    cv_json_set(row, "seats", json_integer(v->chamber.seats));
    cv_json_set(row, "blocs", blocs);
    cv_json_set(row, "vacant", cv_json_vacant(&v->chamber));
    cv_json_set(row, "bounds", json_string(v->chamber.conservative ? "proved" : "attained"));
    return row;
}

void cv_json_put_blocs(cv_json_doc *d)
{
    const cv_election *e = d->election;
    cv_json_array(&d->json, "bloc_statements");
    for (int32_t i = 0; i < e->n_bloc_statements; i++)
        cv_json_line(&d->json, NULL, statement_row(d, &e->bloc_statement[i]));
    cv_json_end(&d->json);
    cv_json_array(&d->json, "chambers");
    for (int32_t i = 0; i < d->review->chambers.n; i++)
        cv_json_line(&d->json, NULL, chamber_row(d, &d->review->chambers.view[i]));
    cv_json_end(&d->json);
}

cv_status cv_json_incidents(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_inputs(&d);
    cv_json_put_incidents(&d);
    cv_json_put_blocs(&d);
    return cv_json_close(&d.json);
}

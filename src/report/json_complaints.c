#include "report/json_complaints.h"

#include "model/asked.h"
#include "model/complaint.h"
#include "model/decision.h"
#include "report/complaint_words.h"

static json_t *deadline_of(const cv_deadline *x, cv_arena *work)
{
    return x->is_known ? cv_json_str(cv_deadline_text(x, work)) : json_null();
}

/* ---- evidence ---- */

static json_t *hash_of(bool is_known, const cv_sha256 *hash, cv_arena *work)
{
    return is_known ? cv_json_str(cv_sha256_hex(hash, work)) : json_null();
}

static json_t *evidence_of(const cv_evidence *x, cv_arena *work)
{
    json_t *o = json_object();
    bool hidden = cv_evidence_hides_names(x);
    cv_json_set(o, "kind", cv_json_text(x->kind));
    cv_json_set(o, "file", hidden ? json_null() : cv_json_text(x->file));
    cv_json_set(o, "by", hidden ? json_null() : cv_json_text(x->by));
    cv_json_set(o, "names_left_out", json_boolean(hidden));
    cv_json_set(o, "disclosed_to", cv_json_text(x->disclosed_to));
    cv_json_set(o, "withheld", cv_json_text(x->withheld));
    cv_json_set(o, "ruling", cv_json_text(x->ruling));
    cv_json_set(o, "sha256", hash_of(x->has_stated, &x->stated, work));
    cv_json_set(o, "sha256_found", hash_of(x->is_found, &x->found, work));
    cv_json_set(o, "bytes", x->is_found ? json_integer(x->bytes) : json_null());
    return o;
}

/* ---- moves and terms ---- */

static json_t *move_of(const cv_json_doc *d, const cv_complaint_move *m)
{
    json_t *o = json_object();
    cv_json_set(o, "event", cv_json_str(cv_move_word(m->kind)));
    cv_json_set(o, "recorded", cv_json_date(m->recorded, d->work));
    cv_json_set(o, "body", cv_json_text(m->body));
    cv_json_set(o, "court", json_boolean(m->is_court));
    cv_json_set(o, "cite", cv_json_text(m->cite));
    cv_json_set(o, "note", cv_json_text(m->note));
    cv_json_set(o, "present", cv_json_text(m->present));
    cv_json_set(o, "decision", cv_json_text(m->decision));
    cv_json_set(o, "clock",
                m->clock.is_set ? cv_json_str(cv_clock_rule_text(&m->clock, d->work))
                                : json_null());
    if (m->kind == CV_MOVE_EVIDENCE) cv_json_set(o, "evidence", evidence_of(&m->evidence, d->work));
    cv_json_set(o, "line", json_integer(m->line));
    return o;
}

static json_t *step_of(const cv_clock_step *s, cv_arena *work)
{
    json_t *o = json_object();
    cv_json_set(o, "step", json_string(cv_step_kind_word(s->kind)));
    cv_json_set(o, "day", cv_json_str(cv_date_text((cv_date){s->day, -1}, work)));
    cv_json_set(o, "why", json_string(cv_day_kind_word(s->why)));
    cv_json_set(o, "n", json_integer(s->n));
    return o;
}

static json_t *term_of(const cv_json_doc *d, const cv_term *t)
{
    json_t *o = json_object(), *steps = json_array();
    cv_json_set(o, "for", json_string(cv_clock_word(t->clock)));
    cv_json_set(o, "rule", cv_json_str(cv_clock_rule_text(&t->rule, d->work)));
    cv_json_set(o, "cite", cv_json_text(t->rule.cite));
    cv_json_set(o, "anchor", cv_json_date(t->anchor, d->work));
    cv_json_set(o, "deadline", deadline_of(&t->deadline, d->work));
    cv_json_set(o, "state", json_string(cv_term_word(t->state)));
    cv_json_set(o, "begun", json_integer(t->begun));
    cv_json_set(o, "ended", cv_json_index(t->ended));
    for (int32_t i = 0; i < t->n_steps; i++) cv_json_add(steps, step_of(&t->step[i], d->work));
    cv_json_set(o, "steps", steps);
    return o;
}

static json_t *note_of(const cv_complaint_note *n)
{
    json_t *o = json_object();
    bool refused = n->kind == CV_CN_NOT_ALLOWED;
    bool term = n->kind == CV_CN_LATE || n->kind == CV_CN_LAPSED;
    cv_json_set(o, "note", json_string(cv_complaint_note_word(n->kind)));
    cv_json_set(o, "move", cv_json_index(n->move));
    cv_json_set(o, "from", refused ? cv_json_str(cv_complaint_state_word(n->from)) : json_null());
    cv_json_set(o, "to", refused ? cv_json_str(cv_complaint_state_word(n->to)) : json_null());
    cv_json_set(o, "for", term ? json_string(cv_clock_word(n->clock)) : json_null());
    return o;
}

/* ---- one complaint ---- */

static json_t *places_of(const cv_election *e, const cv_complaint *c)
{
    json_t *places = json_array();
    for (int32_t i = 0; i < c->n_places; i++)
        cv_json_add(places, cv_json_station_code(e, c->place[i]));
    return places;
}

static void add_claim(json_t *o, const cv_json_doc *d, const cv_complaint *c)
{
    const cv_election *e = d->election;
    const cv_contest *contest = c->contest.i < 0 ? NULL : &e->contest[c->contest.i];
    bool hidden = cv_complaint_hides_filer(c);
    cv_json_set(o, "filer", hidden ? json_null() : cv_json_text(c->filer));
    cv_json_set(o, "names_left_out", json_boolean(hidden));
    cv_json_set(o, "standing", cv_json_text(c->standing));
    cv_json_set(o, "against", cv_json_text(c->against));
    cv_json_set(o, "contest", cv_json_contest_id(e, c->contest));
    cv_json_set(o, "scope", cv_json_text(cv_about_word(c->scope)));
    cv_json_set(o, "places", places_of(e, c));
    cv_json_set(o, "ground", cv_json_text(c->ground));
    cv_json_set(o, "relief", cv_json_text(cv_relief_word(c->relief)));
    cv_json_set(o, "votes", cv_json_count(c->votes));
    cv_json_set(o, "sign", c->sign ? json_string(c->sign > 0 ? "+" : "-") : json_null());
    cv_json_set(o, "option", contest ? cv_json_option_id(contest, c->option) : json_null());
    cv_json_set(o, "to", contest ? cv_json_option_id(contest, c->to) : json_null());
    cv_json_set(o, "act", cv_json_date(c->act, d->work));
    cv_json_set(o, "known", cv_json_date(c->known, d->work));
}

static void add_standing(json_t *o, const cv_json_doc *d, const cv_complaint_result *r)
{
    const cv_election *e = d->election;
    const cv_term *next = r->next < 0 ? NULL : &r->term[r->next];
    cv_json_set(o, "state", cv_json_str(cv_complaint_state_word(r->state)));
    cv_json_set(o, "state_on_file", cv_json_str(cv_complaint_state_word(r->on_file)));
    cv_json_set(o, "ruling",
                r->ruling == CV_RULING_NONE ? json_null() : cv_json_str(cv_ruling_word(r->ruling)));
    cv_json_set(o, "by_lapse", json_boolean(r->by_lapse));
    cv_json_set(o, "open", json_boolean(r->is_open));
    cv_json_set(o, "body", cv_json_text(r->body));
    cv_json_set(o, "levels_up", json_integer(r->levels));
    cv_json_set(o, "decision",
                r->decision < 0 ? json_null() : cv_json_str(e->decision[r->decision].id));
    cv_json_set(o, "next_for", next ? json_string(cv_clock_word(next->clock)) : json_null());
    cv_json_set(o, "next_deadline", next ? deadline_of(&next->deadline, d->work) : json_null());
    cv_json_set(o, "asks",
                r->asked < 0 ? json_null()
                             : cv_json_str(cv_ask_name(d->review->complaints.asked[r->asked].ask)));
}

/* Null where nothing is asked of a seat, or the search did not look at it. */
static json_t *matter_of(const cv_json_doc *d, int32_t i)
{
    const cv_question_reach *q = cv_complaint_reach(d->review, i);
    if (!q) return json_null();
    json_t *o = json_object();
    cv_json_set(o, "smallest", json_integer(q->smallest));
    cv_json_set(o, "proved", json_boolean(q->proved));
    cv_json_set(o, "low", cv_json_count(q->low));
    cv_json_set(o, "high", cv_json_count(q->high));
    return o;
}

json_t *cv_json_complaint(const cv_json_doc *d, int32_t i)
{
    const cv_complaints *all = &d->review->complaints;
    const cv_complaint *c = &all->file->complaint[i];
    const cv_complaint_result *r = &all->complaint[i];
    json_t *o = json_object(), *moves = json_array(), *terms = json_array(), *notes = json_array();
    cv_json_set(o, "id", cv_json_str(c->id));
    cv_json_set(o, "kind", json_string(r->is_demand ? "demand" : "complaint"));
    add_claim(o, d, c);
    add_standing(o, d, r);
    cv_json_set(o, "matter", matter_of(d, i));
    for (int32_t k = 0; k < c->n_moves; k++)
        if (cv_move_is_shown(all, &c->move[k])) cv_json_add(moves, move_of(d, &c->move[k]));
    for (int32_t k = 0; k < r->n_terms; k++) cv_json_add(terms, term_of(d, &r->term[k]));
    for (int32_t k = all->first_note[i]; k < all->first_note[i + 1]; k++)
        cv_json_add(notes, note_of(&all->note[k]));
    cv_json_set(o, "moves", moves);
    cv_json_set(o, "terms", terms);
    cv_json_set(o, "notes", notes);
    return o;
}

/* ---- the register ---- */

void cv_json_complaints_part(cv_json_doc *d)
{
    const cv_complaints *all = &d->review->complaints;
    if (!all->file) {
        cv_json_value(&d->json, "complaints", json_null());
        return;
    }
    json_t *unread = json_array();
    cv_json_object(&d->json, "complaints");
    cv_json_value(&d->json, "file", cv_json_str(d->election->source[all->file->source.i].file));
    cv_json_value(&d->json, "now", cv_json_date(all->now, d->work));
    cv_json_value(&d->json, "later", json_integer(all->n_later));
    for (int32_t i = 0; i < all->file->n_unread; i++)
        cv_json_add(unread, cv_json_str(all->file->unread[i]));
    cv_json_value(&d->json, "unread", unread);
    cv_json_array(&d->json, "list");
    for (int32_t i = 0; i < all->file->n_complaints; i++) {
        cv_contest_ix c = all->file->complaint[i].contest;
        bool known = all->complaint[i].n_moves > 0;
        if (known && (c.i < 0 || cv_report_shows(d->report, c.i)))
            cv_json_line(&d->json, NULL, cv_json_complaint(d, i));
    }
    cv_json_end(&d->json);
    cv_json_end(&d->json);
}

cv_status cv_json_complaints(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_complaints_part(&d);
    return cv_json_close(&d.json);
}

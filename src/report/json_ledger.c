/* "decisions", "decision_notes", "changed_forms", "decision_conflicts" of review.json. */
#include "report/json_parts.h"

#include "report/words.h"

/* ---- values ---- */

static json_t *cell_value(cv_cell c)
{
    return c >= 0 ? json_integer(c) : json_null();
}

/* "d1.2": the second effect of decision d1. */
static json_t *effect_id(const cv_json_doc *d, int32_t decision)
{
    if (decision < 0) return json_null();
    const cv_decision *x = &d->election->decision[decision];
    return cv_json_str(cv_str_format(d->work, "%.*s.%d", CV_ARG(x->id), x->position));
}

static json_t *word_or_null(bool is, const char *word)
{
    return is ? json_string(word) : json_null();
}

/* ---- decisions ---- */

static void add_times(const cv_json_doc *d, json_t *row, const cv_decision *x)
{
    cv_json_set(row, "recorded", cv_json_date(x->recorded, d->work));
    cv_json_set(row, "effective", cv_json_date(x->effective, d->work));
    cv_json_set(row, "until", cv_json_date(x->until, d->work));
}

static void add_target(const cv_json_doc *d, json_t *row, const cv_decision *x)
{
    const cv_election *e = d->election;
    json_t *places = json_array();
    for (int32_t i = 0; i < x->n_places; i++)
        cv_json_add(places, cv_json_station_code(e, x->place[i]));
    cv_json_set(row, "scope", json_string(cv_scope_word(x->scope)));
    cv_json_set(row, "contest", cv_json_contest_id(e, x->contest));
    cv_json_set(row, "station",
                cv_json_station_code(e, x->n_places == 1 ? x->place[0] : CV_NO_STATION));
    cv_json_set(row, "places", places);
    bool has_option = x->option >= 0 && x->contest.i >= 0;
    cv_json_set(row, "option",
                has_option ? cv_json_option_id(&e->contest[x->contest.i], x->option) : json_null());
    cv_json_set(row, "copy", x->copy.i < 0 ? json_null() : cv_json_str(e->copy[x->copy.i].id));
}

static void add_payload(const cv_json_doc *d, json_t *row, const cv_decision *x)
{
    bool corrects = x->effect == CV_EFFECT_CORRECT, repeats = x->effect == CV_EFFECT_REPEAT;
    cv_json_set(row, "field",
                x->field == CV_F_NONE ? json_null() : cv_json_str(d->election->field[x->field].id));
    cv_json_set(row, "old", corrects ? cell_value(x->old) : json_null());
    cv_json_set(row, "new", corrects ? cell_value(x->now) : json_null());
    cv_json_set(row, "box", cv_json_text(x->box));
    cv_json_set(row, "k", cv_json_count(x->k));
    cv_json_set(row, "mode", word_or_null(x->mode != CV_CANCEL_NONE, cv_cancel_word(x->mode)));
    cv_json_set(row, "date", cv_json_date(x->date, d->work));
    cv_json_set(row, "candidates", word_or_null(repeats, cv_candidates_word(x->standing)));
}

/* What a REVOKE names: the decision, or one effect of it. Found from behind: it stands above. */
static json_t *revoked_id(const cv_json_doc *d, int32_t decision)
{
    const cv_decision *all = d->election->decision, *x = &all[decision];
    for (int32_t i = decision; x->revokes_seq && i-- > 0;) {
        if (all[i].seq != x->revokes_seq) continue;
        if (!x->revokes_position) return cv_json_str(all[i].id);
        if (all[i].position == x->revokes_position) return effect_id(d, i);
    }
    return json_null();
}

static json_t *decision_row(const cv_json_doc *d, int32_t i)
{
    const cv_election *e = d->election;
    const cv_disputes *x = &d->review->disputes;
    const cv_decision *decision = &e->decision[i];
    json_t *row = json_object();
    cv_json_set(row, "id", cv_json_str(decision->id));
    cv_json_set(row, "effect_id", effect_id(d, i));
    cv_json_set(row, "body", cv_json_str(decision->body));
    cv_json_set(row, "rank", decision->rank ? json_integer(decision->rank) : json_null());
    add_times(d, row, decision);
    cv_json_set(row, "state",
                json_string(cv_effect_state_word(x->state ? (cv_effect_state)x->state[i]
                                                          : CV_EFFECT_IN_FORCE)));
    cv_json_set(row, "revoked_by", effect_id(d, x->revoked_by ? x->revoked_by[i] : -1));
    cv_json_set(row, "effect", json_string(cv_effect_word(decision->effect)));
    add_target(d, row, decision);
    add_payload(d, row, decision);
    cv_json_set(row, "revokes", revoked_id(d, i));
    cv_json_set(row, "cite", cv_json_text(decision->cite));
    cv_json_set(row, "text", cv_json_text(decision->text));
    cv_json_set(row, "address", cv_json_text(decision->address));
    cv_json_set(row, "file",
                decision->source.i < 0 ? json_null()
                                       : cv_json_str(e->source[decision->source.i].file));
    cv_json_set(row, "line", json_integer(decision->line));
    return row;
}

static json_t *note_row(const cv_json_doc *d, const cv_decision_note *n)
{
    const cv_decision *decision = d->election->decision;
    json_t *row = json_object();
    cv_json_set(row, "note", json_string(cv_note_word(n->kind)));
    cv_json_set(row, "decision", cv_json_str(decision[n->decision].id));
    cv_json_set(row, "effect_id", effect_id(d, n->decision));
    cv_json_set(row, "station", cv_json_station_code(d->election, n->station));
    cv_json_set(row, "line", json_integer(decision[n->decision].line));
    cv_json_set(row, "earlier",
                n->earlier < 0 ? json_null() : cv_json_str(decision[n->earlier].id));
    return row;
}

/* ---- changed forms ---- */

static json_t *stated(json_t *votes, const cv_overlay_figures *f)
{
    json_t *o = json_object();
    cv_json_set(o, "votes", votes);
    cv_json_set(o, "blank", cell_value(f->blank));
    cv_json_set(o, "invalid", cell_value(f->invalid));
    cv_json_set(o, "participants", cell_value(f->persons));
    cv_json_set(o, "registered", cell_value(f->registered));
    return o;
}

static json_t *figures_on(const cv_json_doc *d, cv_contest_ix c, int32_t row)
{
    const cv_forms *f = &d->election->forms[c.i];
    const cv_overlay_figures said = {.blank = f->derived[CV_D_BLANK][row],
                                     .invalid = f->derived[CV_D_INVALID][row],
                                     .persons = f->derived[CV_D_PERSONS][row],
                                     .registered = f->derived[CV_D_REG][row]};
    json_t *votes = json_array();
    for (int32_t o = 0; o < d->election->contest[c.i].n_options; o++)
        cv_json_add(votes, cell_value(f->votes[o][row]));
    return stated(votes, &said);
}

static json_t *figures_now(const cv_json_doc *d, cv_contest_ix c, const cv_overlay_change *x)
{
    if (x->now != CV_NOW_COUNTED) return json_null();
    if (!x->own) return figures_on(d, c, x->figures_row);
    json_t *votes = json_array();
    for (int32_t o = 0; o < d->election->contest[c.i].n_options; o++)
        cv_json_add(votes, cell_value(x->own->votes[o]));
    return stated(votes, x->own);
}

static json_t *change_row(const cv_json_doc *d, cv_contest_ix c, const cv_overlay_change *x)
{
    const cv_election *e = d->election;
    const cv_forms *f = &e->forms[c.i];
    bool counted = f->state[x->row] == CV_FORM_COUNTED;
    json_t *row = json_object(), *causes = json_array();
    for (int32_t i = 0; i < x->n_causes; i++) cv_json_add(causes, effect_id(d, x->cause[i]));
    cv_json_set(row, "contest", cv_json_contest_id(e, c));
    cv_json_set(row, "station", cv_json_station_code(e, f->station[x->row]));
    cv_json_set(row, "form", cv_json_form(d, c, x->row));
    cv_json_set(row, "now", json_string(cv_now_word(x->now)));
    cv_json_set(row, "counts",
                x->now == CV_NOW_COUNTED ? cv_json_form(d, c, x->figures_row) : json_null());
    cv_json_set(row, "copy",
                x->now == CV_NOW_COUNTED ? cv_json_str(e->copy[f->copy[x->figures_row]].id)
                                         : json_null());
    cv_json_set(row, "stated", json_boolean(x->own != NULL));
    cv_json_set(row, "causes", causes);
    cv_json_set(row, "before", counted ? figures_on(d, c, x->row) : json_null());
    cv_json_set(row, "after", figures_now(d, c, x));
    cv_json_set(row, "removed_unknown", cv_json_count(x->removed_unknown));
    cv_json_set(row, "most_ballots",
                x->now == CV_NOW_AWAITED ? cv_json_count(x->awaited_cap) : json_null());
    cv_json_set(row, "recount", effect_id(d, x->recount_by));
    return row;
}

static void put_changed_forms(cv_json_doc *d)
{
    const cv_overlay *overlay = &d->review->disputes.overlay;
    cv_json_array(&d->json, "changed_forms");
    for (int32_t c = 0; c < overlay->n_contests; c++) {
        const cv_overlay_contest *x = &overlay->contest[c];
        for (int32_t i = 0; i < x->n_changes && cv_report_shows(d->report, c); i++)
            cv_json_line(&d->json, NULL, change_row(d, (cv_contest_ix){c}, &x->change[i]));
    }
    cv_json_end(&d->json);
}

static json_t *conflict_row(const cv_json_doc *d, const cv_conflict *x)
{
    json_t *row = json_object();
    cv_json_set(row, "conflict", json_string(cv_conflict_word(x->kind)));
    cv_json_set(row, "contest", cv_json_contest_id(d->election, x->contest));
    cv_json_set(row, "station", cv_json_station_code(d->election, x->station));
    cv_json_set(row, "one", effect_id(d, x->one));
    cv_json_set(row, "other", effect_id(d, x->other));
    cv_json_set(row, "in_force", effect_id(d, x->in_force));
    return row;
}

void cv_json_ledger(cv_json_doc *d)
{
    const cv_disputes *x = &d->review->disputes;
    cv_json_array(&d->json, "decisions");
    for (int32_t i = 0; i < d->election->n_decisions; i++)
        cv_json_line(&d->json, NULL, decision_row(d, i));
    cv_json_end(&d->json);
    cv_json_array(&d->json, "decision_notes");
    for (int32_t i = 0; i < x->n_notes; i++) cv_json_line(&d->json, NULL, note_row(d, &x->note[i]));
    cv_json_end(&d->json);
    put_changed_forms(d);
    cv_json_array(&d->json, "decision_conflicts");
    for (int32_t i = 0; i < x->n_conflicts; i++)
        if (cv_report_shows(d->report, x->conflict[i].contest.i))
            cv_json_line(&d->json, NULL, conflict_row(d, &x->conflict[i]));
    cv_json_end(&d->json);
}

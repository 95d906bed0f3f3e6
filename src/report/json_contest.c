#include "report/json_parts.h"

#include "report/words.h"
#include "model/lot.h"
#include "model/verdict_texts.h"

static json_t *word(const char *s)
{
    return json_string(s);
}

/* ---- who and what ---- */

static void add_identity(cv_json_doc *d, int32_t i)
{
    const cv_election *e = d->election;
    const cv_contest *c = &e->contest[i];
    cv_json *j = &d->json;
    cv_json_value(j, "id", cv_json_str(c->id));
    cv_json_value(j, "name", cv_json_str(c->name));
    cv_json_value(j, "area", c->area.i < 0 ? json_null() : cv_json_str(e->area[c->area.i].name));
    cv_json_value(j, "round", json_integer(c->round));
    cv_json_value(j, "runoff_of", cv_json_contest_id(e, c->runoff_of));
    cv_json_value(j, "runoff", cv_json_contest_id(e, c->runoff));
    cv_json_value(j, "seats", json_integer(c->seats));
    cv_json_value(j, "in_chamber", json_boolean(c->in_chamber));
    cv_json_value(j, "rule", c->rule < 0 ? json_null() : cv_json_str(e->rule_set[c->rule].id));
}

static void add_options(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_contest_review *r = &d->review->contest[i];
    cv_json_array(&d->json, "options");
    for (int32_t o = 0; o < c->n_options; o++) {
        const cv_option *option = &c->option[o];
        json_t *row = json_object();
        cv_json_set(row, "id", cv_json_str(option->id));
        cv_json_set(row, "name", cv_json_str(option->name));
        cv_json_set(row, "party", cv_json_text(option->party));
        cv_json_set(row, "bloc",
                    option->bloc.i < 0 ? json_null()
                                       : cv_json_str(d->election->bloc[option->bloc.i].id));
        cv_json_set(row, "kind", word(cv_option_word(option->kind)));
        cv_json_set(row, "barred", json_boolean(option->barred));
        cv_json_set(row, "votes", cv_json_count(r->decided.totals.votes[o]));
        cv_json_set(row, "seats", json_integer(r->tally.seats[o]));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

/* ---- outcome ---- */

static json_t *winners_of(const cv_contest *c, const int32_t *winner, int32_t n)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < n; i++) cv_json_add(list, cv_json_option_id(c, winner[i]));
    return list;
}

static json_t *margin_of(const cv_contest *c, const cv_margin *m)
{
    json_t *o = json_object();
    cv_json_set(o, "kind", word(cv_margin_word(m->kind)));
    if (m->kind == CV_MARGIN_NONE) return o;
    cv_json_set(o, "votes", cv_json_count(m->votes));
    cv_json_set(o, "low", cv_json_count(m->low));
    cv_json_set(o, "switched", cv_json_count(m->switched));
    cv_json_set(o, "removal", cv_json_count(m->removal));
    cv_json_set(o, "addition", cv_json_count(m->addition));
    cv_json_set(o, "on", word(cv_hangs_word(m->on)));
    cv_json_set(o, "winner", cv_json_option_id(c, m->winner));
    cv_json_set(o, "loser", cv_json_option_id(c, m->loser));
    return o;
}

static json_t *tie_of(const cv_contest *c, const cv_tally *t)
{
    static const char *const purposes[] = {[CV_LOT_NONE] = "none",
                                           [CV_LOT_FOR_SEAT] = "seat",
                                           [CV_LOT_FOR_RUNOFF] = "runoff",
                                           [CV_LOT_FOR_LOSS] = "loss"};
    if (t->kind != CV_TIE) return json_null();
    json_t *o = json_object(), *among = json_array();
    for (int32_t i = 0; i < t->n_options; i++)
        if (t->in_lot[i]) cv_json_add(among, cv_json_option_id(c, i));
    cv_json_set(o, "places", json_integer(t->lot_places));
    cv_json_set(o, "for", word(purposes[t->lot_for]));
    cv_json_set(o, "among", among);
    return o;
}

/* The lots that people drew, as far as the count needed them. */
static void add_lots(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    cv_json_array(&d->json, "lots");
    for (int32_t k = 0; k < d->review->contest[i].tally.n_lots_used; k++) {
        json_t *row = json_object();
        cv_json_set(row, "options", winners_of(c, c->lot[k].option, c->lot[k].n));
        cv_json_set(row, "cite", cv_json_text(c->lot[k].cite));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

static void add_outcome(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_tally *t = &d->review->contest[i].tally;
    cv_json *j = &d->json;
    cv_json_value(j, "outcome", word(cv_outcome_word(t->kind)));
    cv_json_value(j, "why", word(cv_why_word(t->why)));
    cv_json_line(j, "winners", winners_of(c, t->winner, t->n_winners));
    cv_json_value(j, "vacant", json_integer(t->vacant));
    cv_json_line(j, "tie", tie_of(c, t));
    add_lots(d, i);
    cv_json_value(j, "margin_votes",
                  t->margin.kind == CV_MARGIN_NONE ? json_null() : cv_json_count(t->margin.votes));
    cv_json_line(j, "margin", margin_of(c, &t->margin));
}

/* ---- verdict ---- */

static json_t *reason_of(const cv_contest *c, const cv_reason *r, cv_arena *work)
{
    json_t *o = json_object();
    cv_json_set(o, "code", cv_json_str(cv_reason_name(r->code)));
    cv_json_set(o, "text", cv_json_str(cv_reason_sentence(r, c, NULL, work)));
    if (r->a != CV_BLANK) cv_json_set(o, "a", json_integer(r->a));
    if (r->b != CV_BLANK) cv_json_set(o, "b", json_integer(r->b));
    if (r->c != CV_BLANK) cv_json_set(o, "c", json_integer(r->c));
    if (r->option >= 0) cv_json_set(o, "option", cv_json_option_id(c, r->option));
    if (r->other >= 0) cv_json_set(o, "other", cv_json_option_id(c, r->other));
    return o;
}

static void add_verdict(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_contest_review *r = &d->review->contest[i];
    cv_json *j = &d->json;
    cv_json_value(j, "votes_contradicted", cv_json_count(r->sensitivity.contradicted));
    cv_json_value(j, "votes_in_question", cv_json_count(r->sensitivity.fall));
    cv_json_value(j, "votes_missing", cv_json_count(r->sensitivity.fall_missing));
    cv_json_value(j, "verdict", cv_json_str(cv_word_name(r->verdict.word)));
    cv_json_value(j, "of_declared", json_boolean(r->verdict.declared));
    cv_json_array(j, "reasons");
    for (int32_t k = 0; k < r->verdict.n_reasons; k++)
        cv_json_line(j, NULL, reason_of(c, &r->verdict.reason[k], d->work));
    cv_json_end(j);
}

/* ---- steps and the results side by side ---- */

static void add_steps(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_tally *t = &d->review->contest[i].tally;
    cv_json_array(&d->json, "steps");
    for (int32_t k = 0; k < t->n_steps; k++) {
        const cv_tally_step *s = &t->step[k];
        json_t *row = json_object();
        cv_json_set(row, "step", word(cv_step_word(s->kind)));
        cv_json_set(row, "option", cv_json_option_id(c, s->option));
        cv_json_set(row, "which", cv_json_index(s->which));
        cv_json_set(row, "seats", json_integer(s->seats));
        cv_json_set(row, "number", json_integer(s->number));
        cv_json_set(row, "divisor", json_integer(s->divisor));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
    cv_json_array(&d->json, "thresholds");
    for (int32_t k = 0; k < t->n_thresholds; k++) {
        const cv_threshold_line *l = &t->threshold[k];
        json_t *row = json_object();
        cv_json_set(row, "option", cv_json_option_id(c, l->option));
        cv_json_set(row, "which", cv_json_index(l->which));
        cv_json_set(row, "passes", json_boolean(l->passes));
        cv_json_set(row, "base", cv_json_count(l->base));
        cv_json_set(row, "margin", margin_of(c, &l->margin));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

/* 128 bits do not fit a JSON number: the value is a text. */
static json_t *wide_text(cv_wide value)
{
    char digit[48];
    int at = (int)sizeof digit;
    bool negative = value < 0;
    digit[--at] = 0;
    do {
        int last = (int)(value % 10);
        digit[--at] = (char)('0' + (last < 0 ? -last : last));
        value /= 10;
    } while (value != 0);
    if (negative) digit[--at] = '-';
    return json_string(digit + at);
}

static void add_weight(json_t *o, const char *key, int64_t weight)
{
    if (weight) cv_json_set(o, key, json_integer(weight));
}

/* The inequality that the outcome rests on: the sum of weight times total, against zero. */
static json_t *test_of(const cv_contest *c, const cv_assertion *g)
{
    json_t *row = json_object(), *options = json_object();
    for (int32_t o = 0; o < c->n_options; o++) {
        json_t *id = cv_json_option_id(c, o);
        add_weight(options, json_string_value(id), g->weight[o]);
        json_decref(id);
    }
    cv_json_set(row, "on", word(cv_hangs_word(g->on)));
    cv_json_set(row, "winner", cv_json_option_id(c, g->winner));
    cv_json_set(row, "loser", cv_json_option_id(c, g->loser));
    cv_json_set(row, "relation", word(g->relation == CV_ABOVE ? ">" : ">="));
    cv_json_set(row, "value", wide_text(g->value));
    cv_json_set(row, "options", options);
    add_weight(row, "valid", g->valid);
    add_weight(row, "blank", g->blank);
    add_weight(row, "invalid", g->invalid);
    add_weight(row, "participants", g->participants);
    add_weight(row, "registered", g->registered);
    add_weight(row, "box", g->box);
    add_weight(row, "annulled_registered", g->annulled_registered);
    add_weight(row, "annulled_stations", g->annulled_stations);
    bool fits = g->constant >= INT64_MIN && g->constant <= INT64_MAX;
    if (fits)
        add_weight(row, "constant", (int64_t)g->constant);
    else
        cv_json_set(row, "constant", wide_text(g->constant));
    return row;
}

static void add_tests(cv_json_doc *d, int32_t i)
{
    const cv_tally *t = &d->review->contest[i].tally;
    cv_json_array(&d->json, "tests");
    for (int32_t k = 0; k < t->n_assertions; k++)
        cv_json_line(&d->json, NULL, test_of(&d->election->contest[i], &t->assertion[k]));
    cv_json_end(&d->json);
}

static json_t *by_option(const cv_contest *c, const cv_count *votes, const int32_t *seats)
{
    json_t *o = json_object();
    for (int32_t k = 0; k < c->n_options; k++) {
        json_t *id = cv_json_option_id(c, k);
        cv_json_set(o, json_string_value(id),
                    votes ? cv_json_count(votes[k]) : json_integer(seats[k]));
        json_decref(id);
    }
    return o;
}

static void add_result(cv_json_doc *d, const char *key, int32_t i, const cv_sums *s,
                       const cv_tally *t)
{
    const cv_contest *c = &d->election->contest[i];
    cv_json *j = &d->json;
    cv_json_object(j, key);
    cv_json_value(j, "outcome", word(cv_outcome_word(t->kind)));
    cv_json_line(j, "winners", winners_of(c, t->winner, t->n_winners));
    cv_json_line(j, "seats", by_option(c, NULL, t->seats));
    cv_json_line(j, "votes", by_option(c, s->totals.votes, NULL));
    cv_json_value(j, "valid", cv_json_count(s->totals.valid));
    cv_json_value(j, "blank", cv_json_count(s->totals.blank));
    cv_json_value(j, "invalid", cv_json_count(s->totals.invalid));
    cv_json_value(j, "cast", cv_json_count(s->cast));
    cv_json_value(j, "participants", cv_json_count(s->totals.participants));
    cv_json_value(j, "box", cv_json_count(s->totals.box));
    cv_json_value(j, "registered", cv_json_count(s->totals.registered));
    cv_json_value(j, "forms_counted", json_integer(s->n_counted));
    cv_json_value(j, "forms_missing", json_integer(s->n_awaited));
    cv_json_value(j, "forms_annulled", json_integer(s->n_annulled));
    cv_json_value(j, "forms_with_gaps", json_integer(s->n_gaps));
    cv_json_end(j);
}

static void add_declared(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_declared *given = &c->declared;
    cv_json *j = &d->json;
    if (!given->has_winners && !given->votes && !given->is_void && !given->is_runoff) {
        cv_json_value(j, "declared", json_null());
        return;
    }
    cv_json_object(j, "declared");
    const char *outcome = given->is_void ? "void" : given->is_runoff ? "runoff" : "decided";
    cv_json_value(j, "outcome", given->has_winners || given->is_void ? word(outcome) : json_null());
    cv_json_line(j, "seats",
                 given->has_winners && given->seats ? by_option(c, NULL, given->seats)
                                                    : json_null());
    cv_json_line(j, "votes", given->votes ? by_option(c, given->votes, NULL) : json_null());
    const cv_contest_review *r = &d->review->contest[i];
    cv_json_value(j, "counted_outcome",
                  r->has_declared_tally ? word(cv_outcome_word(r->declared_tally.kind))
                                        : json_null());
    cv_json_end(j);
}

static void add_results(cv_json_doc *d, int32_t i)
{
    const cv_contest_review *r = &d->review->contest[i];
    cv_json_object(&d->json, "results");
    add_result(d, "summed", i, &r->summed, &r->summed_tally);
    add_result(d, "decided", i, &r->decided, &r->tally);
    add_declared(d, i);
    cv_json_end(&d->json);
    cv_json_value(&d->json, "decisions_in_force", json_integer(r->n_decisions));
    cv_json_value(&d->json, "forms_changed_by_decisions", json_integer(r->n_changed_forms));
}

/* ---- what could still change it ---- */

static json_t *form_of(const cv_json_doc *d, int32_t i, const cv_questioned *f)
{
    const cv_election *e = d->election;
    json_t *row = json_object();
    cv_json_set(row, "station", cv_json_station_code(e, f->station));
    cv_json_set(row, "missing", json_boolean(f->missing));
    cv_json_set(row, "source", cv_json_str(cv_form_place(e, (cv_contest_ix){i}, f->row, d->work)));
    cv_json_set(row, "form", cv_json_form(d, (cv_contest_ix){i}, f->row));
    const cv_finding *heaviest = f->finding < 0 ? NULL : &d->review->check->finding[f->finding];
    cv_json_set(row, "code",
                heaviest ? cv_json_str(cv_code_text(heaviest->code, d->work)) : json_null());
    cv_json_set(row, "findings", json_integer(f->n_findings));
    cv_json_set(row, "contradicted", cv_json_count(f->contradicted));
    cv_json_set(row, "cap", cv_json_count(f->cap));
    cv_json_set(row, "papers", cv_json_count(f->papers));
    cv_json_set(row, "fall", cv_json_count(f->fall));
    cv_json_set(row, "running", cv_json_count(f->running));
    cv_json_set(row, "running_papers", cv_json_count(f->running_papers));
    return row;
}

/* Of a list of `n` stations the page has the first ones; how many there are stands beside it. */
static int32_t listed(const cv_json_doc *d, int32_t n)
{
    return d->extract && d->extract->n_listed < n ? d->extract->n_listed : n;
}

static json_t *set_of(const cv_json_doc *d, const cv_sensitivity *s, const cv_smallest_set *set)
{
    if (!set->exists) return json_null();
    json_t *o = json_object(), *stations = json_array();
    for (int32_t k = 0; k < listed(d, set->n); k++)
        cv_json_add(stations, cv_json_station_code(d->election, s->form[set->form[k]].station));
    cv_json_set(o, "size", json_integer(set->n));
    cv_json_set(o, "proved", json_boolean(set->proved));
    cv_json_set(o, "at_least", json_integer(set->low));
    cv_json_set(o, "stations", stations);
    return o;
}

static json_t *annulment_of(const cv_json_doc *d, int32_t i, const cv_annulment_set *a)
{
    const cv_contest *c = &d->election->contest[i];
    json_t *o = json_object(), *stations = json_array();
    for (int32_t k = 0; k < listed(d, a->n_change); k++)
        cv_json_add(stations,
                    cv_json_station_code(d->election, d->election->forms[i].station[a->row[k]]));
    cv_json_set(o, "fewest_for_tie", cv_json_index(a->n_tie));
    cv_json_set(o, "fewest_for_change", cv_json_index(a->n_change));
    cv_json_set(o, "proved", json_boolean(a->proved));
    cv_json_set(o, "stations", stations);
    cv_json_set(o, "registered", cv_json_count(a->registered));
    cv_json_set(o, "fewest_registered", cv_json_count(a->fewest_registered));
    cv_json_set(o, "fewest_registered_low", cv_json_count(a->fewest_registered_low));
    cv_json_set(o, "all_registered", cv_json_count(a->all_registered));
    json_t *cheapest = json_array();
    for (int32_t k = 0; k < listed(d, a->n_cheapest); k++)
        cv_json_add(cheapest, cv_json_station_code(d->election,
                                                   d->election->forms[i].station[a->cheapest[k]]));
    cv_json_set(o, "cheapest", cheapest);
    cv_json_set(o, "cheapest_registered", cv_json_count(a->cheapest_registered));
    cv_json_set(o, "trap", word(cv_trap_word(a->trap)));
    cv_json_set(o, "winner", cv_json_option_id(c, a->winner));
    cv_json_set(o, "loser", cv_json_option_id(c, a->loser));
    return o;
}

static void add_reachable(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_sensitivity *s = &d->review->contest[i].sensitivity;
    cv_json_array(&d->json, "reachable");
    for (int32_t k = 0; k < s->n_reachable; k++) {
        const cv_reachable *to = &s->reachable[k];
        json_t *row = json_object();
        cv_json_set(row, "outcome", word(cv_outcome_word(to->kind)));
        cv_json_set(row, "winners", winners_of(c, to->winner, to->n_winners));
        cv_json_set(row, "seats", by_option(c, NULL, to->seats));
        cv_json_set(row, "questions", json_integer(to->n_questions));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

static void add_bounds(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_sensitivity *s = &d->review->contest[i].sensitivity;
    const struct {
        const char *key;
        const int32_t *seats;
    } rows[] = {
        {"seats_low",    s->seats_low   },
        {"seats_high",   s->seats_high  },
        {"missing_low",  s->missing_low },
        {"missing_high", s->missing_high}
    };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        cv_json_line(&d->json, rows[k].key,
                     rows[k].seats ? by_option(c, NULL, rows[k].seats) : json_null());
    cv_json_value(&d->json, "vacant_low", json_integer(s->vacant_low));
    cv_json_value(&d->json, "vacant_high", json_integer(s->vacant_high));
}

static void add_sensitivity(cv_json_doc *d, int32_t i)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_sensitivity *s = &d->review->contest[i].sensitivity;
    cv_json *j = &d->json;
    cv_json_object(j, "sensitivity");
    cv_json_value(j, "reach", word(cv_reach_word(s->reach)));
    cv_json_value(j, "proved", json_boolean(s->proved));
    cv_json_value(j, "lead", cv_json_count(s->lead));
    cv_json_value(j, "fall", cv_json_count(s->fall));
    cv_json_value(j, "fall_missing", cv_json_count(s->fall_missing));
    cv_json_value(j, "winner", cv_json_option_id(c, s->winner));
    cv_json_value(j, "loser", cv_json_option_id(c, s->loser));
    cv_json_value(j, "forms_missing", json_integer(s->n_missing));
    cv_json_value(j, "missing_votes", cv_json_count(s->missing_votes));
    cv_json_value(j, "forms_in_question", json_integer(s->n_questions));
    cv_json_value(j, "base_gaps", json_boolean(s->base_gaps));
    cv_json_line(j, "changing_set", set_of(d, s, &s->changing));
    cv_json_line(j, "closing_set", set_of(d, s, &s->closing));
    cv_json_line(j, "annulment", annulment_of(d, i, &s->annulment));
    cv_json_search(d, i);
    add_reachable(d, i);
    add_bounds(d, i);
    cv_json_array(j, "forms");
    for (int32_t k = 0; k < listed(d, s->n_forms); k++)
        cv_json_line(j, NULL, form_of(d, i, &s->form[k]));
    cv_json_end(j);
    cv_json_end(j);
}

static void add_missing_stations(cv_json_doc *d, int32_t i)
{
    const cv_forms *f = &d->election->forms[i];
    int32_t n = 0;
    cv_json_array(&d->json, "missing_stations");
    for (int32_t row = 0; row < f->n; row++)
        if (f->state[row] == CV_FORM_AWAITED && n++ < listed(d, f->n))
            cv_json_line(&d->json, NULL, cv_json_station_code(d->election, f->station[row]));
    cv_json_end(&d->json);
}

void cv_json_contests(cv_json_doc *d, int32_t parts)
{
    cv_json_array(&d->json, "contests");
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        if (!cv_report_shows(d->report, i)) continue;
        cv_json_object(&d->json, NULL);
        add_identity(d, i);
        add_options(d, i);
        add_outcome(d, i);
        if (parts & CV_PART_QUESTIONS) add_verdict(d, i);
        if (parts & CV_PART_STEPS) {
            add_results(d, i);
            add_steps(d, i);
            add_tests(d, i);
        }
        if (parts & CV_PART_SENSITIVITY) {
            add_missing_stations(d, i);
            add_sensitivity(d, i);
        }
        cv_json_end(&d->json);
    }
    cv_json_end(&d->json);
}

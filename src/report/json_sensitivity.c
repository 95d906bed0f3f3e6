/* The part of a contest's "sensitivity" that speaks of questions one by one and in sets. */
#include "report/json_parts.h"

#include "model/verdict_texts.h"
#include "report/words.h"

typedef struct {
    const cv_json_doc *d;
    const cv_contest *contest;
    const cv_contest_review *review;
    const cv_search *s;
} writer;

/* A body's question by its own id, a form by "form:" and the code of its station. */
static json_t *id_of(const writer *w, int32_t question)
{
    const cv_question_reach *q = &w->s->question[question];
    if (q->asked >= 0) return cv_json_str(w->review->asked[q->asked].id);
    cv_station_ix s = w->review->sensitivity.form[q->form].station;
    cv_str code = s.i < 0 ? CV_STR("") : w->d->election->station[s.i].code;
    return cv_json_str(cv_str_format(w->d->work, "form:%.*s", CV_ARG(code)));
}

static json_t *word(const char *text)
{
    return cv_json_str(cv_str_of(text));
}

static const char *matters(const cv_question_reach *q)
{
    if (q->smallest == 1) return "alone";
    if (q->smallest > 1) return "with_others";
    return q->proved ? "no" : "not_known";
}

static json_t *question_of(const writer *w, int32_t i)
{
    const cv_question_reach *q = &w->s->question[i];
    const cv_asked *a = q->asked >= 0 ? &w->review->asked[q->asked] : NULL;
    json_t *row = json_object(), *stations = json_array();
    cv_json_set(row, "id", id_of(w, i));
    cv_json_set(row, "by", a ? cv_json_str(cv_asked_by_name(a->by)) : word("form"));
    cv_json_set(row, "asks", a ? cv_json_str(cv_ask_name(a->ask)) : json_null());
    for (int32_t k = 0; a && k < a->n_places; k++)
        cv_json_add(stations, cv_json_station_code(w->d->election, a->place[k]));
    if (!a)
        cv_json_add(stations, cv_json_station_code(w->d->election,
                                                   w->review->sensitivity.form[q->form].station));
    cv_json_set(row, "stations", stations);
    cv_json_set(row, "option", cv_json_option_id(w->contest, a ? a->option : -1));
    cv_json_set(row, "low", cv_json_count(q->low));
    cv_json_set(row, "high", cv_json_count(q->high));
    cv_json_set(row, "other_low", cv_json_count(q->other_low));
    cv_json_set(row, "other_high", cv_json_count(q->other_high));
    cv_json_set(row, "annuls_stations", json_integer(q->annulled_stations));
    cv_json_set(row, "annuls_registered", cv_json_count(q->annulled_registered));
    cv_json_set(row, "matters", word(matters(q)));
    cv_json_set(row, "smallest_set", q->smallest ? json_integer(q->smallest) : json_null());
    cv_json_set(row, "proved", json_boolean(q->proved));
    return row;
}

static json_t *sets_of(const writer *w, int32_t n, const cv_question_set *set)
{
    json_t *out = json_array();
    for (int32_t i = 0; i < n; i++) {
        json_t *one = json_array();
        for (int32_t k = 0; k < set[i].n; k++) cv_json_add(one, id_of(w, set[i].question[k]));
        cv_json_add(out, one);
    }
    return out;
}

static json_t *options_of(const writer *w, int32_t n, const int32_t *option)
{
    json_t *out = json_array();
    for (int32_t i = 0; i < n; i++) cv_json_add(out, cv_json_option_id(w->contest, option[i]));
    return out;
}

static json_t *outcome_of(const writer *w, const cv_outcome_reach *r)
{
    json_t *row = json_object(), *seats = json_object(), *votes = json_object();
    for (int32_t o = 0; o < w->contest->n_options; o++) {
        const char *id = cv_str_format(w->d->work, "%.*s", CV_ARG(w->contest->option[o].id)).s;
        cv_json_set(seats, id, json_integer(r->seats[o]));
        cv_json_set(votes, id, cv_json_count(r->votes[o]));
    }
    bool by_decision = r->kind == CV_VOID && r->why == CV_WHY_NONE;
    bool ground = r->kind == CV_VOID || r->kind == CV_INCOMPLETE;
    cv_json_set(row, "outcome", word(cv_outcome_word(r->kind)));
    cv_json_set(row, "why",
                !ground       ? json_null()
                : by_decision ? word("decision")
                              : word(cv_why_word(r->why)));
    cv_json_set(row, "winners", options_of(w, r->n_winners, r->winner));
    cv_json_set(row, "tied", options_of(w, r->n_tied, r->tied));
    cv_json_set(row, "seats", seats);
    cv_json_set(row, "questions", json_integer(r->size));
    cv_json_set(row, "sets", sets_of(w, r->n_sets, r->set));
    cv_json_set(row, "votes", votes);
    return row;
}

static json_t *closing_of(const writer *w)
{
    if (!w->s->can_close) return json_null();
    json_t *o = json_object();
    int32_t size = w->s->n_closing ? w->s->closing[0].n : 0;
    cv_json_set(o, "size", json_integer(size));
    cv_json_set(o, "at_least", json_integer(w->s->closing_low));
    cv_json_set(o, "sets", sets_of(w, w->s->n_closing, w->s->closing));
    return o;
}

static int32_t n_that_matter(const cv_search *s)
{
    int32_t n = 0;
    for (int32_t i = 0; i < s->n_questions; i++) n += s->question[i].smallest > 0;
    return n;
}

/* On the page, of forms only those that matter. */
static bool is_shown(const writer *w, int32_t i)
{
    const cv_question_reach *q = &w->s->question[i];
    return !w->d->extract || q->asked >= 0 || q->smallest > 0;
}

void cv_json_search(cv_json_doc *d, int32_t contest)
{
    const cv_contest_review *r = &d->review->contest[contest];
    const writer w = {d, &d->election->contest[contest], r, &r->sensitivity.search};
    cv_json *j = &d->json;
    cv_json_array(j, "questions");
    for (int32_t i = 0; i < w.s->n_questions; i++)
        if (is_shown(&w, i)) cv_json_line(j, NULL, question_of(&w, i));
    cv_json_end(j);
    cv_json_value(j, "questions_that_matter", json_integer(n_that_matter(w.s)));
    cv_json_value(j, "every_set_decided", json_boolean(w.s->complete));
    cv_json_value(j, "smallest_set", w.s->smallest ? json_integer(w.s->smallest) : json_null());
    cv_json_value(j, "smallest_set_at_least", json_integer(w.s->low));
    cv_json_line(j, "minimal_sets", sets_of(&w, w.s->n_minimal, w.s->minimal));
    cv_json_line(j, "settled_by", closing_of(&w));
    cv_json_array(j, "by_outcome");
    for (int32_t i = 0; i < w.s->n_outcomes; i++)
        cv_json_line(j, NULL, outcome_of(&w, &w.s->outcome[i]));
    cv_json_end(j);
}

/* ---- what if ---- */

static json_t *state_of(const cv_json_doc *d, const cv_contest *c, const cv_contest_review *r)
{
    json_t *o = json_object(), *votes = json_object(), *winners = json_array();
    for (int32_t k = 0; k < c->n_options; k++)
        cv_json_set(votes, cv_str_format(d->work, "%.*s", CV_ARG(c->option[k].id)).s,
                    cv_json_count(r->decided.totals.votes[k]));
    for (int32_t k = 0; k < r->tally.n_winners; k++)
        cv_json_add(winners, cv_json_option_id(c, r->tally.winner[k]));
    cv_json_set(o, "votes", votes);
    cv_json_set(o, "lead", cv_json_count(r->sensitivity.lead));
    cv_json_set(o, "outcome", word(cv_outcome_word(r->tally.kind)));
    cv_json_set(o, "winners", winners);
    cv_json_set(o, "verdict", cv_json_str(cv_word_name(r->verdict.word)));
    return o;
}

void cv_json_what_if(cv_json_doc *d)
{
    const cv_what_if *w = d->review->what_if;
    if (!w) return;
    json_t *steps = json_array();
    for (int32_t i = 0; i < w->n_steps; i++) cv_json_add(steps, cv_json_str(w->step[i].text));
    cv_json_object(&d->json, "what_if");
    cv_json_line(&d->json, "steps", steps);
    cv_json_value(&d->json, "steps_not_applied", json_integer(w->n_unfit));
    cv_json_array(&d->json, "contests");
    for (int32_t i = 0; i < w->n_contests; i++) {
        cv_contest_ix c = w->contest[i].contest;
        const cv_contest *contest = &d->election->contest[c.i];
        json_t *row = json_object();
        cv_json_set(row, "contest", cv_json_contest_id(d->election, c));
        cv_json_set(row, "before", state_of(d, contest, &d->review->contest[c.i]));
        cv_json_set(row, "after", state_of(d, contest, w->contest[i].after));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
    cv_json_end(&d->json);
}

/* The vectors of golden_dispute/seat_cases.json, made by others by full enumeration: base outcome,
 * minimal changing sets, outcomes within reach with their smallest sets, closing sets and the word.
 */
#include "../unit/row.h"

#include <jansson.h>
#include <stdlib.h>

#include "disputes/disputes.h"
#include "model/build.h"
#include "model/verdict_texts.h"
#include "sensitivity/sensitivity.h"
#include "tally/tally.h"
#include "tally/totals.h"
#include "verdict/verdict.h"

typedef struct {
    const json_t *json;
    const char *id;
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_contest_ix contest;
    cv_copy_ix official, other;
    cv_source_ix source;
    cv_election e;
    cv_disputes disputes;
    cv_sums sums;
    cv_tally tally;
    int32_t n_questions;
    cv_question question[16];
    int32_t n_asked;
    cv_asked asked[16];
    bool narrow;
    cv_sensitivity s;
    cv_verdict verdict;
} bench;

/* ---- rules ---- */

static cv_base base_named(const char *name)
{
    static const struct {
        const char *name;
        cv_base base;
    } BASES[] = {
        {"valid",        CV_BASE_VALID       },
        {"participants", CV_BASE_PARTICIPANTS},
        {"registered",   CV_BASE_REGISTERED  },
        {"stations",     CV_BASE_UNKNOWN     },
    };
    for (size_t i = 0; i < N_ROWS(BASES); i++)
        if (strcmp(BASES[i].name, name) == 0) return BASES[i].base;
    fail_msg("base '%s'", name);
    return CV_BASE_UNKNOWN;
}

static cv_share_test share_of(const json_t *j, cv_base base)
{
    const json_t *own = json_object_get(j, "base");
    bool at_least = strcmp(json_string_value(json_object_get(j, "rel")), "ge") == 0;
    return (cv_share_test){
        .share = {json_integer_value(json_object_get(j, "p")),
                  json_integer_value(json_object_get(j, "q"))},
        .relation = at_least ? CV_AT_LEAST : CV_ABOVE,
        .base = own ? base_named(json_string_value(own)) : base
    };
}

static void two_round(cv_rule_set *r, const json_t *win)
{
    const json_t *lead = json_object_get(win, "lead");
    r->engine = CV_ENGINE_TWO_ROUND;
    r->runoff_top = 2;
    r->win[r->n_win++].share = share_of(win, CV_BASE_VALID);
    if (!lead) return;
    cv_win_condition *second = &r->win[r->n_win++];
    second->share = (cv_share_test){
        .share = {json_integer_value(json_object_get(lead, "p2")),
                  json_integer_value(json_object_get(lead, "q2"))},
        .relation = CV_AT_LEAST,
        .base = CV_BASE_VALID
    };
    second->has_lead = true;
    second->lead = share_of(lead, CV_BASE_VALID);
}

static cv_rule_set rules_of(const json_t *method)
{
    cv_rule_set r = {.id = CV_STR("rule"), .engine = CV_ENGINE_PLURALITY};
    const char *type = json_string_value(json_object_get(method, "type"));
    const json_t *win = json_object_get(method, "win");
    if (strcmp(type, "two_round") == 0) two_round(&r, win);
    if (strcmp(type, "plurality") == 0 && win) {
        r.has_min_share = true;
        r.min_share = share_of(win, CV_BASE_VALID);
    }
    r.two_decide_at_once = json_is_true(json_object_get(method, "two_on_ballot_plurality"));
    const json_t *turnout = json_object_get(method, "turnout_min");
    if (turnout) {
        r.has_turnout_min = true;
        r.turnout_min = share_of(turnout, CV_BASE_REGISTERED);
    }
    const json_t *annulled = json_object_get(method, "void_annulled");
    if (annulled) {
        const char *base = json_string_value(json_object_get(annulled, "base"));
        cv_share_test share = share_of(annulled, CV_BASE_REGISTERED);
        r.n_void_stations = 1;
        r.void_stations[0] =
            (cv_stations_test){share.share, share.relation, strcmp(base, "stations") == 0};
        r.void_stations_may =
            strcmp(json_string_value(json_object_get(annulled, "modal")), "may") == 0;
    }
    const json_t *cancelled = json_object_get(method, "void_cancelled");
    if (cancelled) {
        r.has_barred_void = true;
        r.barred_void = share_of(cancelled, CV_BASE_PARTICIPANTS);
    }
    if (json_object_get(method, "against_all_rel")) r.against = CV_AGAINST_VOID_IF_ABOVE_LEADER;
    if (strcmp(type, "list") != 0) return r;
    bool odd = strcmp(json_string_value(json_object_get(method, "divisor")), "sainte") == 0;
    r.engine = CV_ENGINE_DIVISOR;
    r.divisors = (cv_divisors){CV_SERIES_LINEAR, 1, 1, odd ? 2 : 1};
    const json_t *threshold = json_object_get(method, "threshold");
    if (threshold) r.threshold[r.n_thresholds++] = share_of(threshold, CV_BASE_VALID);
    return r;
}

/* ---- the seat ---- */

static void open_contest(bench *t)
{
    const json_t *method = json_object_get(t->json, "method");
    const json_t *seats = json_object_get(method, "seats");
    const char *against = json_string_value(json_object_get(method, "against_all"));
    cv_rule_set rules = rules_of(method);
    t->contest = cv_build_contest(t->b, CV_STR("seat"), NULL);
    cv_contest *c = cv_build_contest_at(t->b, t->contest);
    c->rule = cv_build_rule_set(t->b, &rules);
    c->completeness = CV_COMPLETE_LISTED;
    if (seats) c->seats = (int32_t)json_integer_value(seats);
    size_t i;
    const json_t *option;
    json_array_foreach(json_object_get(t->json, "options"), i, option)
    {
        cv_str name = cv_str_of(json_string_value(option));
        int32_t o = cv_build_option(t->b, t->contest, name, NULL);
        cv_option *it = cv_build_option_at(t->b, t->contest, o);
        it->name = name;
        if (against && strcmp(against, name.s) == 0) it->kind = CV_OPTION_AGAINST;
    }
}

static cv_station_ix station_of(bench *t, const json_t *id)
{
    return cv_build_station(t->b, cv_str_of(json_string_value(id)), NULL);
}

/* A form with the votes of `figures`, less those of `minus` when it is given. */
static void add_form(bench *t, cv_copy_ix copy, cv_station_ix station, const json_t *figures,
                     const json_t *minus)
{
    cv_slot slot[16];
    cv_cell cell[16];
    int32_t n = 0;
    const char *name;
    json_t *votes;
    json_object_foreach((json_t *)json_object_get(figures, "votes"), name, votes)
    {
        json_int_t less =
            json_integer_value(json_object_get(json_object_get(minus, "votes"), name));
        slot[n] = (cv_slot){CV_F_NONE, cv_build_option(t->b, t->contest, cv_str_of(name), NULL)};
        cell[n++] = (cv_cell)(json_integer_value(votes) - less);
    }
    static const struct {
        const char *key;
        cv_field field;
    } FIELDS[] = {
        {"invalid",      CV_F_INVALID  },
        {"registered",   CV_F_REG      },
        {"participants", CV_F_TOOK_PART}
    };
    for (size_t i = 0; i < N_ROWS(FIELDS); i++) {
        const json_t *field = json_object_get(figures, FIELDS[i].key);
        if (!field) continue;
        slot[n] = (cv_slot){FIELDS[i].field, -1};
        cell[n++] = (cv_cell)json_integer_value(field);
    }
    const cv_form_key key = {
        .contest = t->contest, .station = station, .copy = copy, .source = t->source, .line = 1};
    cv_build_form(t->b, &key, slot, cell, n);
}

static void add_station(bench *t, const json_t *station)
{
    cv_station_ix s = station_of(t, json_object_get(station, "id"));
    const char *status = json_string_value(json_object_get(station, "status"));
    if (status && strcmp(status, "missing") == 0) {
        cv_build_expect(t->b, t->contest, s,
                        (cv_cell)json_integer_value(json_object_get(station, "registered")));
        return;
    }
    add_form(t, t->official, s, station, NULL);
    if (!status) return;
    assert_string_equal(status, "annulled");
    cv_station_ix *place = cv_new(&t->keep, cv_station_ix, 1);
    *place = s;
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("d1");
    d.effect = CV_EFFECT_ANNUL;
    d.contest = t->contest;
    d.n_places = 1;
    d.place = place;
    cv_build_decision(t->b, &d);
}

static const json_t *station_json(const bench *t, const json_t *id)
{
    size_t i;
    const json_t *station;
    json_array_foreach(json_object_get(t->json, "stations"), i,
                       station) if (json_equal(json_object_get(station, "id"), id)) return station;
    fail_msg("%s: no station", t->id);
    return NULL;
}

static void declare(bench *t)
{
    const char *text = json_string_value(json_object_get(t->json, "declared"));
    if (!text) return;
    char copy[256];
    snprintf(copy, sizeof copy, "%s", text);
    char *names = strchr(copy, ':');
    assert_non_null(names);
    *names++ = 0;
    cv_build_declared_outcome(t->b, t->contest, strcmp(copy, "runoff") == 0,
                              strcmp(copy, "void") == 0);
    if (strcmp(copy, "void") == 0) return;
    for (char *one = names, *next; one; one = next) {
        next = strchr(one, ',');
        if (next) *next++ = 0;
        char *seats = strchr(one, '=');
        if (seats) *seats++ = 0;
        int32_t o = cv_build_option_named(t->b, t->contest, cv_str_copy(&t->keep, cv_str_of(one)));
        assert_true(o >= 0);
        cv_build_declare(t->b, t->contest, o, CV_BLANK, seats ? atoi(seats) : 1);
    }
}

/* ---- questions ---- */

static int32_t row_of(const bench *t, cv_copy_ix copy, cv_str station)
{
    const cv_forms *f = &t->e.forms[t->contest.i];
    for (int32_t i = 0; i < f->n; i++)
        if (f->copy[i] == copy.i && cv_str_eq(t->e.station[f->station[i].i].code, station))
            return i;
    return -1;
}

static cv_cell figure_of(const json_t *figures, const char *key)
{
    const json_t *n = json_object_get(figures, key);
    return n ? (cv_cell)json_integer_value(n) : CV_CELL_UNREPORTED;
}

/* Whole figures of the station, or its own less those of a box. */
static void ask_figures(bench *t, cv_asked *q, const json_t *figures, const json_t *less)
{
    const cv_contest *c = &t->e.contest[t->contest.i];
    cv_asked_figures *f = cv_new(&t->keep, cv_asked_figures, 1);
    cv_cell *votes = cv_new(&t->keep, cv_cell, c->n_options);
    for (int32_t o = 0; o < c->n_options; o++) {
        const char *id = c->option[o].id.s;
        votes[o] = figure_of(json_object_get(figures, "votes"), id);
        if (less) votes[o] -= figure_of(json_object_get(less, "votes"), id);
    }
    *f = (cv_asked_figures){.votes = votes,
                            .other = CV_CELL_UNREPORTED,
                            .blank = CV_CELL_UNREPORTED,
                            .invalid = figure_of(figures, "invalid"),
                            .persons = figure_of(figures, "participants"),
                            .box = CV_CELL_UNREPORTED};
    if (less) f->persons -= figure_of(less, "ballots");
    q->ask = CV_ASK_FIGURES;
    q->n_alternatives = 1;
    q->alternative = f;
}

static int32_t option_named(const bench *t, const char *id)
{
    const cv_contest *c = &t->e.contest[t->contest.i];
    for (int32_t o = 0; o < c->n_options; o++)
        if (cv_str_eq(c->option[o].id, cv_str_of(id))) return o;
    fail_msg("%s: no option '%s'", t->id, id);
    return -1;
}

static void ask_kind(bench *t, cv_asked *q, const json_t *issue)
{
    static const struct {
        const char *kind;
        cv_ask ask;
    } KINDS[] = {
        {"annul_station",     CV_ASK_ANNUL  },
        {"remove_ballots",    CV_ASK_REMOVE },
        {"annul_box_unknown", CV_ASK_REMOVE },
        {"turned_away",       CV_ASK_ADD    },
        {"recount_hard",      CV_ASK_RECOUNT},
        {"recount_reclass",   CV_ASK_RECOUNT},
        {"repeat",            CV_ASK_REPEAT },
        {"annul_candidate",   CV_ASK_BAR    },
    };
    const char *kind = json_string_value(json_object_get(issue, "kind"));
    for (size_t i = 0; i < N_ROWS(KINDS); i++) {
        if (strcmp(KINDS[i].kind, kind) != 0) continue;
        q->ask = KINDS[i].ask;
        return;
    }
    const json_t *station = station_json(t, json_object_get(issue, "station"));
    if (strcmp(kind, "adopt") == 0)
        ask_figures(t, q, json_array_get(json_object_get(issue, "versions"), 0), NULL);
    else if (strcmp(kind, "annul_box_known") == 0)
        ask_figures(t, q, station, issue);
    else
        fail_msg("%s: issue '%s'", t->id, kind);
}

static void ask(bench *t, const json_t *issue)
{
    cv_asked *q = &t->asked[t->n_asked++];
    cv_station_ix *place = cv_new(&t->keep, cv_station_ix, 1);
    const char *station = json_string_value(json_object_get(issue, "station"));
    const char *candidate = json_string_value(json_object_get(issue, "candidate"));
    const json_t *k = json_object_get(issue, "k"), *d = json_object_get(issue, "d");
    *q = (cv_asked){.id = cv_str_of(json_string_value(json_object_get(issue, "id"))),
                    .contest = t->contest,
                    .place = place,
                    .k = k ? json_integer_value(k) : json_integer_value(d),
                    .option = candidate ? option_named(t, candidate) : -1,
                    .to = -1,
                    .persons_stay = json_is_false(json_object_get(issue, "drop_participants"))};
    ask_kind(t, q, issue);
    if (strcmp(json_string_value(json_object_get(issue, "kind")), "recount_reclass") == 0)
        t->narrow = true;
    if (!station) return;
    place[0] = t->e.forms[0].station[row_of(t, t->official, cv_str_of(station))];
    q->n_places = 1;
}

static int by_row(const void *a, const void *b)
{
    return ((const cv_question *)a)->row - ((const cv_question *)b)->row;
}

static void ask_all(bench *t)
{
    size_t i;
    const json_t *it;
    json_array_foreach(json_object_get(t->json, "issues"), i, it) ask(t, it);
    json_array_foreach(json_object_get(t->json, "stations"), i, it)
    {
        const json_t *cap = json_object_get(it, "cap");
        if (!cap) continue;
        int32_t row =
            row_of(t, t->official, cv_str_of(json_string_value(json_object_get(it, "id"))));
        t->question[t->n_questions++] =
            (cv_question){.row = row,
                          .station = t->e.forms[t->contest.i].station[row],
                          .change = CV_CHANGE_CAP,
                          .k = json_integer_value(cap),
                          .cap = json_integer_value(cap),
                          .option = -1,
                          .other = -1,
                          .finding = -1};
    }
    qsort(t->question, (size_t)t->n_questions, sizeof *t->question, by_row);
}

/* ---- running ---- */

/* The stations of the case and their voters, and those that the case says are annulled. */
static cv_annulled annulled_of(const bench *t)
{
    cv_annulled out = {0};
    size_t i;
    const json_t *s;
    json_array_foreach(json_object_get(t->json, "stations"), i, s)
    {
        const char *status = json_string_value(json_object_get(s, "status"));
        cv_count registered = json_integer_value(json_object_get(s, "registered"));
        bool annulled = status && strcmp(status, "annulled") == 0;
        out.all_stations++;
        out.all_registered += registered;
        out.stations += annulled;
        if (annulled) out.registered += registered;
    }
    return out;
}

static void run(bench *t)
{
    cv_error err = {0};
    const cv_contest *c = &t->e.contest[t->contest.i];
    cv_disputes_fold(&t->disputes, &t->e, &CV_LEDGER_QUESTION_DEFAULT, &t->keep, t->scratch);
    cv_totals_sum(&t->sums, &t->e, t->contest, &t->disputes.overlay, &t->keep);
    cv_tally_facts facts = cv_tally_facts_of(c, &t->keep);
    facts.annulled = annulled_of(t);
    cv_tally_task task = {&t->sums.totals, c->seats, &t->e.rule_set[c->rule], &facts};
    if (cv_tally_count(&t->tally, &task, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("%s: %s", t->id, err.text);
    ask_all(t);
    cv_sensitivity_input in = {
        .election = &t->e,
        .contest = t->contest,
        .overlay = &t->disputes.overlay,
        .sums = &t->sums,
        .tally = &t->tally,
        .facts = &facts,
        .questions = {t->n_questions, t->question},
        .n_asked = t->n_asked,
        .asked = t->asked,
        .narrow_recount = t->narrow,
    };
    if (cv_sensitivity_run(&t->s, &in, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("%s: %s", t->id, err.text);
    cv_verdict_input judged = {.election = &t->e,
                               .contest = t->contest,
                               .sums = &t->sums,
                               .tally = &t->tally,
                               .sensitivity = &t->s};
    cv_verdict_give(&t->verdict, &judged, &t->keep);
}

/* In place, because the builder keeps the addresses of the arenas. */
static void bench_open(bench *t, const json_t *json)
{
    cv_error err = {0};
    *t = (bench){.json = json,
                 .id = json_string_value(json_object_get(json, "id")),
                 .keep = cv_arena_open(),
                 .work = cv_arena_open(),
                 .scratch = cv_arena_open()};
    t->b = cv_build_open(&t->keep, &t->work);
    cv_build_head(t->b)->profile.took_part = CV_F_TOOK_PART;
    t->official =
        cv_build_copy(t->b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true});
    t->other = cv_build_copy(t->b, &(cv_copy){.id = CV_STR("other"), .kind = CV_COPY_AGENT});
    t->source = cv_build_source(t->b, &(cv_source){.file = CV_STR("seat_cases.json")});
    open_contest(t);
    size_t i;
    const json_t *station;
    json_array_foreach(json_object_get(json, "stations"), i, station) add_station(t, station);
    declare(t);
    if (cv_build_freeze(&t->e, t->b, &err) != CV_OK) fail_msg("%s: %s", t->id, err.text);
    run(t);
}

static void bench_close(bench *t)
{
    cv_arena_close(&t->scratch);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

/* ---- outcomes as the vectors write them ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static cv_str joined(const bench *t, const bool *named, cv_arena *keep)
{
    const char *name[16];
    int32_t n = 0;
    cv_str out = CV_STR("");
    for (int32_t o = 0; o < t->e.contest[0].n_options; o++)
        if (named[o]) name[n++] = t->e.contest[0].option[o].id.s;
    qsort(name, (size_t)n, sizeof *name, by_text);
    for (int32_t i = 0; i < n; i++)
        out = cv_str_format(keep, "%.*s%s%s", CV_ARG(out), i ? "," : "", name[i]);
    return out;
}

static cv_str seats_text(const bench *t, const int32_t *seats, cv_arena *keep)
{
    cv_str out = CV_STR("seats:");
    for (int32_t o = 0; o < t->e.contest[0].n_options; o++)
        out = cv_str_format(keep, "%.*s%s%s=%d", CV_ARG(out), o ? "," : "",
                            t->e.contest[0].option[o].id.s, seats[o]);
    return out;
}

static bool is_list(const bench *t)
{
    return strcmp(json_string_value(json_object_get(json_object_get(t->json, "method"), "type")),
                  "list") == 0;
}

static const char *void_text(cv_why why)
{
    switch (why) {
    case CV_WHY_TURNOUT: return "void:turnout";
    case CV_WHY_AGAINST_ALL: return "void:against_all";
    case CV_WHY_BARRED: return "void:cancelled_share";
    case CV_WHY_STATIONS: return "void:annulled_share";
    default: return "void:?";
    }
}

static cv_str outcome_text(const bench *t, const cv_outcome_reach *r, cv_arena *keep)
{
    bool named[16] = {false}, tied[16] = {false};
    for (int32_t i = 0; i < r->n_winners; i++) named[r->winner[i]] = true;
    for (int32_t i = 0; i < r->n_tied; i++) tied[r->tied[i]] = true;
    cv_str names = joined(t, named, keep), ties = joined(t, tied, keep);
    bool second = r->kind == CV_TIE && t->e.rule_set[0].engine == CV_ENGINE_TWO_ROUND;
    switch (r->kind) {
    case CV_DECIDED:
        if (is_list(t)) return seats_text(t, r->seats, keep);
        return cv_str_format(keep, "elected:%.*s", CV_ARG(names));
    case CV_RUNOFF: return cv_str_format(keep, "runoff:%.*s", CV_ARG(names));
    case CV_VOID: return cv_str_of(void_text(r->why));
    case CV_TIE:
        if (second) return CV_STR("tie:second place");
        return cv_str_format(keep, is_list(t) ? "tie:last seat %.*s" : "tie:%.*s", CV_ARG(ties));
    case CV_INCOMPLETE: return CV_STR("incomplete:no station counted");
    }
    return CV_STR("?");
}

/* ---- the comparison ---- */

static cv_str sorted_names(const char **name, size_t n, cv_arena *keep)
{
    cv_str out = CV_STR("");
    if (n) qsort(name, n, sizeof *name, by_text);
    for (size_t i = 0; i < n; i++)
        out = cv_str_format(keep, "%.*s%s%s", CV_ARG(out), i ? " " : "", name[i]);
    return out;
}

static cv_str set_text(const bench *t, const cv_question_set *set, cv_arena *keep)
{
    const char *name[16];
    for (int32_t i = 0; i < set->n; i++) name[i] = t->asked[set->question[i]].id.s;
    return sorted_names(name, (size_t)set->n, keep);
}

static cv_str strings_text(const json_t *list, cv_arena *keep)
{
    const char *name[64];
    size_t i;
    const json_t *one;
    json_array_foreach(list, i, one) name[i] = json_string_value(one);
    return sorted_names(name, json_array_size(list), keep);
}

/* Sets as "{a b} {c}", sorted. */
static cv_str sets_text(const bench *t, int32_t n, const cv_question_set *set, cv_arena *keep)
{
    const char *name[64];
    for (int32_t i = 0; i < n; i++) {
        cv_str one = set_text(t, &set[i], keep);
        name[i] = cv_str_format(keep, "{%.*s}", CV_ARG(one)).s;
    }
    return sorted_names(name, (size_t)n, keep);
}

static cv_str listed_sets(const json_t *list, cv_arena *keep)
{
    const char *name[64];
    size_t i;
    const json_t *one;
    json_array_foreach(list, i, one)
    {
        cv_str text = strings_text(one, keep);
        name[i] = cv_str_format(keep, "{%.*s}", CV_ARG(text)).s;
    }
    return sorted_names(name, json_array_size(list), keep);
}

/* The outcomes of size 0, or all. */
static cv_str outcomes_text(const bench *t, bool all, cv_arena *keep)
{
    const char *name[64];
    size_t n = 0;
    for (int32_t i = 0; i < t->s.search.n_outcomes; i++)
        if (all || t->s.search.outcome[i].size == 0)
            name[n++] =
                cv_str_format(keep, "%.*s", CV_ARG(outcome_text(t, &t->s.search.outcome[i], keep)))
                    .s;
    return sorted_names(name, n, keep);
}

static void compare_outcomes(const bench *t, const json_t *want, cv_arena *keep)
{
    const json_t *by = json_object_get(want, "by_outcome");
    size_t n = 0;
    for (int32_t i = 0; i < t->s.search.n_outcomes; i++) {
        const cv_outcome_reach *r = &t->s.search.outcome[i];
        if (r->size == 0) continue;
        cv_str name = outcome_text(t, r, keep);
        const json_t *one = json_object_get(by, cv_str_format(keep, "%.*s", CV_ARG(name)).s);
        if (!one) fail_msg("%s: '%.*s' is not reachable", t->id, CV_ARG(name));
        ROW_INT(t->id, r->size, json_integer_value(json_object_get(one, "size")));
        ROW_STR(t->id, sets_text(t, r->n_sets, r->set, keep),
                listed_sets(json_object_get(one, "sets"), keep));
        n++;
    }
    ROW_INT(t->id, n, json_object_size(by));
}

static void compare(const bench *t)
{
    cv_arena keep = cv_arena_open();
    const json_t *want = json_object_get(t->json, "expected");
    const cv_search *s = &t->s.search;
    const json_t *size = json_object_get(want, "smallest_size");
    ROW_STR(t->id, outcomes_text(t, false, &keep),
            strings_text(json_object_get(want, "base_outcomes"), &keep));
    ROW_STR(t->id, outcomes_text(t, true, &keep),
            strings_text(json_object_get(want, "reachable"), &keep));
    ROW_STR(t->id, sets_text(t, s->n_minimal, s->minimal, &keep),
            listed_sets(json_object_get(want, "minimal_sets"), &keep));
    ROW_INT(t->id, s->smallest, json_is_null(size) ? 0 : json_integer_value(size));
    compare_outcomes(t, want, &keep);
    ROW_TRUE(t->id, s->can_close);
    ROW_INT(t->id, s->closing_low, json_integer_value(json_object_get(want, "closing_size")));
    ROW_STR(t->id, sets_text(t, s->n_closing, s->closing, &keep),
            listed_sets(json_object_get(want, "closing_sets"), &keep));
    ROW_TRUE(t->id, s->complete);
    ROW_STR(t->id, cv_word_name(t->verdict.word),
            cv_str_of(json_string_value(json_object_get(want, "verdict"))));
    cv_arena_close(&keep);
}

static void every_case_comes_out(void **state)
{
    (void)state;
    const char *data = getenv("CANVASS_DATA");
    char path[4096];
    snprintf(path, sizeof path, "%s/observation/golden_dispute/seat_cases.json", data ? data : "");
    json_t *cases = json_load_file(path, 0, NULL);
    if (!cases) {
        print_message("# SKIP no data at %s\n", path);
        skip();
    }
    size_t i;
    const json_t *one;
    json_array_foreach(cases, i, one)
    {
        bench t;
        bench_open(&t, one);
        compare(&t);
        bench_close(&t);
    }
    assert_int_equal(json_array_size(cases), 53);
    json_decref(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_comes_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

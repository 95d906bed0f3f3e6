/* The vectors of golden_dispute/seat_cases.json, made by others by full enumeration: base outcome,
 * smallest changing set, closing set, reachable outcomes and the word. A case that needs what
 * canvass does not have yet is named in WAITING with the reason, never passed over. */
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

static const struct {
    const char *id, *needs;
} WAITING[] = {
    {"TRAP-must",                  "void by annulled stations"},
    {"TRAP-may",                   "void by annulled stations"},
    {"TRAP-two-routes",            "void by annulled stations"},
    {"TRAP-stations",              "void by annulled stations"},
    {"AA-open",                    "recount asked"            },
    {"KG-cancel-le",               "annulment of an option"   },
    {"KG-cancel-gt",               "annulment of an option"   },
    {"KG25-D13",                   "annulment of an option"   },
    {"RECOUNT-hard",               "recount asked"            },
    {"RECOUNT-reclass",            "recount asked"            },
    {"RECOUNT-two-bounds",         "recount asked"            },
    {"RECOUNT-two-bounds-reclass", "recount asked"            },
    {"REPEAT",                     "repeat asked"             },
    {"SAME-STATION",               "recount asked"            },
};

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

/* Figures that may be the right ones are a form of another copy. */
static void add_alternatives(bench *t)
{
    size_t i;
    const json_t *issue;
    json_array_foreach(json_object_get(t->json, "issues"), i, issue)
    {
        const char *kind = json_string_value(json_object_get(issue, "kind"));
        const json_t *id = json_object_get(issue, "station");
        if (strcmp(kind, "adopt") == 0)
            add_form(t, t->other, station_of(t, id),
                     json_array_get(json_object_get(issue, "versions"), 0), NULL);
        if (strcmp(kind, "annul_box_known") == 0)
            add_form(t, t->other, station_of(t, id), station_json(t, id), issue);
    }
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

static cv_question question_of(const bench *t, const json_t *issue)
{
    const char *kind = json_string_value(json_object_get(issue, "kind"));
    cv_str station = cv_str_of(json_string_value(json_object_get(issue, "station")));
    cv_question q = {.row = row_of(t, t->official, station),
                     .option = -1,
                     .other = -1,
                     .cap = CV_BLANK,
                     .finding = -1,
                     .persons = CV_WITH_PERSONS};
    q.station = t->e.forms[t->contest.i].station[q.row];
    q.k = json_integer_value(json_object_get(issue, "k"));
    if (strcmp(kind, "remove_ballots") == 0 || strcmp(kind, "annul_box_unknown") == 0) {
        q.change = CV_CHANGE_OFF;
        if (json_is_false(json_object_get(issue, "drop_participants")))
            q.persons = CV_WITHOUT_PERSONS;
    } else if (strcmp(kind, "turned_away") == 0) {
        q.change = CV_CHANGE_ADD;
        q.k = json_integer_value(json_object_get(issue, "d"));
    } else if (strcmp(kind, "annul_station") == 0) {
        q.change = CV_CHANGE_EXACT;
    } else if (strcmp(kind, "adopt") == 0 || strcmp(kind, "annul_box_known") == 0) {
        q.change = CV_CHANGE_EXACT;
        q.other = row_of(t, t->other, station);
    } else {
        fail_msg("%s: issue '%s'", t->id, kind);
    }
    return q;
}

static int by_row(const void *a, const void *b)
{
    return ((const cv_question *)a)->row - ((const cv_question *)b)->row;
}

static void ask_all(bench *t)
{
    size_t i;
    const json_t *it;
    json_array_foreach(json_object_get(t->json, "issues"), i, it) t->question[t->n_questions++] =
        question_of(t, it);
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

static void run(bench *t)
{
    cv_error err = {0};
    const cv_contest *c = &t->e.contest[t->contest.i];
    cv_disputes_fold(&t->disputes, &t->e, CV_NO_DATE, &t->keep, t->scratch);
    cv_totals_sum(&t->sums, &t->e, t->contest, &t->disputes.overlay, &t->keep);
    cv_tally_facts facts = cv_tally_facts_of(c, &t->keep);
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
        .questions = {t->n_questions, t->question}
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
    add_alternatives(t);
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

/* Kind and names; ties and reasons for void are compared by their kind alone. */
static cv_str outcome_text(const bench *t, cv_outcome_kind kind, int32_t n_winners,
                           const int32_t *winner, const int32_t *seats, cv_arena *keep)
{
    static const char *const KINDS[] = {"elected", "runoff", "void", "tie", "incomplete"};
    bool named[16] = {false};
    for (int32_t i = 0; i < n_winners; i++) named[winner[i]] = true;
    if (kind == CV_DECIDED && is_list(t)) return seats_text(t, seats, keep);
    if (kind != CV_DECIDED && kind != CV_RUNOFF) return cv_str_of(KINDS[kind]);
    cv_str names = joined(t, named, keep);
    return cv_str_format(keep, "%s:%.*s", KINDS[kind], CV_ARG(names));
}

static bool is_listed(const json_t *list, cv_str text)
{
    size_t i;
    const json_t *one;
    json_array_foreach(list, i, one)
    {
        cv_str its = cv_str_of(json_string_value(one));
        bool by_kind = cv_str_find(text, CV_STR(":"), 0) < 0;
        if (cv_str_eq(its, text) || (by_kind && cv_str_starts(its, text))) return true;
    }
    return false;
}

/* ---- the comparison ---- */

static void compare(const bench *t)
{
    cv_arena keep = cv_arena_open();
    const json_t *want = json_object_get(t->json, "expected");
    const json_t *size = json_object_get(want, "smallest_size");
    cv_str base =
        outcome_text(t, t->tally.kind, t->tally.n_winners, t->tally.winner, t->tally.seats, &keep);
    if (!is_listed(json_object_get(want, "base_outcomes"), base))
        fail_msg("%s: base outcome is '%.*s'", t->id, CV_ARG(base));
    ROW_STR(t->id, cv_word_name(t->verdict.word),
            cv_str_of(json_string_value(json_object_get(want, "verdict"))));
    for (int32_t i = 0; i < t->s.n_reachable; i++) {
        const cv_reachable *r = &t->s.reachable[i];
        cv_str text = outcome_text(t, r->kind, r->n_winners, r->winner, r->seats, &keep);
        if (!is_listed(json_object_get(want, "reachable"), text))
            fail_msg("%s: '%.*s' is not reachable", t->id, CV_ARG(text));
    }
    if (t->s.reach != CV_REACH_MISSING) {
        bool none = json_is_null(size);
        ROW_INT(t->id, t->s.changing.exists, !none);
        ROW_INT(t->id, t->s.changing.n, none ? 0 : json_integer_value(size));
        ROW_INT(t->id, t->s.changing.proved, !none);
        ROW_INT(t->id, t->s.closing.n, json_integer_value(json_object_get(want, "closing_size")));
    }
    cv_arena_close(&keep);
}

static const char *what_it_needs(const char *id)
{
    for (size_t i = 0; i < N_ROWS(WAITING); i++)
        if (strcmp(WAITING[i].id, id) == 0) return WAITING[i].needs;
    return NULL;
}

static void every_case_comes_out_or_is_named(void **state)
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
    size_t i, n_run = 0, n_waiting = 0;
    const json_t *one;
    json_array_foreach(cases, i, one)
    {
        const char *id = json_string_value(json_object_get(one, "id"));
        const char *needs = what_it_needs(id);
        if (needs) {
            print_message("# %s waits for: %s\n", id, needs);
            n_waiting++;
            continue;
        }
        bench t;
        bench_open(&t, one);
        compare(&t);
        bench_close(&t);
        n_run++;
    }
    assert_int_equal(n_run + n_waiting, 53);
    assert_int_equal(n_waiting, N_ROWS(WAITING));
    json_decref(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_comes_out_or_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

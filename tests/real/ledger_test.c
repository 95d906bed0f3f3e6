/* The records of golden_dispute/ledger_cases.json, replayed: for every question (what was known
 * at a time, of what day) the totals, what each station's figures are made of, the effects in
 * force and what did not fit, as others worked them out. Then the same with the lines of the
 * decisions in every other order, and with one record after the other. */
#include "../unit/row.h"

#include <jansson.h>
#include <stdlib.h>

#include "disputes/disputes.h"
#include "model/build.h"
#include "tally/totals.h"

typedef struct {
    json_t *json;
    cv_arena keep, work, scratch;
    cv_builder *b;
    cv_contest_ix contest;
    int32_t n_decided;
    cv_decision decided[32];
    cv_election e;
} ledger;

static cv_date instant(const json_t *o, const char *key)
{
    cv_date d = CV_NO_DATE;
    const json_t *v = json_object_get(o, key);
    if (v && !cv_date_parse(&d, cv_str_of(json_string_value(v)))) fail_msg("not a date: %s", key);
    return d;
}

static cv_str text_of(const json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));
    return s ? cv_str_of(s) : (cv_str){0};
}

/* ---- the law and the forms ---- */

static cv_copy_kind kind_named(const char *name)
{
    static const struct {
        const char *name;
        cv_copy_kind kind;
    } rows[] = {
        {"recount",  CV_COPY_RECOUNT },
        {"original", CV_COPY_ORIGINAL},
        {"posted",   CV_COPY_POSTED  },
        {"agent",    CV_COPY_AGENT   },
        {"observer", CV_COPY_OBSERVER},
        {"portal",   CV_COPY_PORTAL  },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        if (strcmp(rows[i].name, name) == 0) return rows[i].kind;
    fail_msg("unknown kind of copy '%s'", name);
    return CV_COPY_EARLIER;
}

static void take_law(ledger *t)
{
    cv_trust *trust = &cv_build_head(t->b)->profile.trust;
    size_t i;
    const json_t *one;
    json_array_foreach(json_object_get(t->json, "trust_order"), i, one)
        trust->order[trust->n_order++] = (uint8_t)kind_named(json_string_value(one));
    trust->has_count_from = true;
    json_array_foreach(json_object_get(t->json, "count_from"), i, one)
        trust->count_from[kind_named(json_string_value(one))] = true;
}

/* Every form is a copy of its own, so that a decision can name it. */
static void take_form(ledger *t, const json_t *r)
{
    cv_copy_kind kind = kind_named(json_string_value(json_object_get(r, "copy")));
    cv_copy copy = {.id = text_of(r, "id"),
                    .kind = kind,
                    .version = 1,
                    .counts = cv_trust_counts(&cv_build_head(t->b)->profile.trust, kind),
                    .is_repeat = json_object_get(r, "round") != NULL,
                    .has_time = true,
                    .recorded = instant(r, "recorded")};
    const json_t *f = json_object_get(r, "fields");
    const char *const votes[] = {"A", "B"};
    cv_slot slot[4] = {
        {CV_F_NONE,      0 },
        {CV_F_NONE,      1 },
        {CV_F_INVALID,   -1},
        {CV_F_TOOK_PART, -1}
    };
    cv_cell cell[4];
    for (int i = 0; i < 2; i++) cell[i] = (cv_cell)json_integer_value(json_object_get(f, votes[i]));
    cell[2] = (cv_cell)json_integer_value(json_object_get(f, "invalid"));
    cell[3] = (cv_cell)json_integer_value(json_object_get(f, "participants"));
    const cv_form_key key = {.contest = t->contest,
                             .station = cv_build_station(t->b, text_of(r, "station"), NULL),
                             .copy = cv_build_copy(t->b, &copy)};
    cv_build_form(t->b, &key, slot, cell, 4);
}

/* ---- decisions ---- */

static cv_effect_kind effect_named(const char *name)
{
    static const struct {
        const char *name;
        cv_effect_kind kind;
    } rows[] = {
        {"CORRECT", CV_EFFECT_CORRECT},
        {"ANNUL",   CV_EFFECT_ANNUL  },
        {"ADOPT",   CV_EFFECT_ADOPT  },
        {"REVOKE",  CV_EFFECT_REVOKE },
        {"REPEAT",  CV_EFFECT_REPEAT },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        if (strcmp(rows[i].name, name) == 0) return rows[i].kind;
    fail_msg("unknown effect '%s'", name);
    return CV_EFFECT_CONFIRM;
}

static cv_copy_ix copy_named(const ledger *t, cv_str id)
{
    size_t i;
    const json_t *r;
    int32_t n = 0;
    json_array_foreach(json_object_get(t->json, "records"), i, r)
    {
        if (strcmp(json_string_value(json_object_get(r, "kind")), "protocol")) continue;
        if (cv_str_eq(text_of(r, "id"), id)) return (cv_copy_ix){n};
        n++;
    }
    return (cv_copy_ix){-1};
}

/* "d2" or "d2.1" */
static void revokes(ledger *t, cv_decision *d, cv_str target)
{
    for (int32_t i = 0; i < t->n_decided; i++) {
        const cv_decision *before = &t->decided[i];
        cv_str effect = cv_str_format(&t->keep, "%.*s.%d", CV_ARG(before->id), before->position);
        if (!cv_str_eq(target, before->id) && !cv_str_eq(target, effect)) continue;
        d->revokes_seq = before->seq;
        d->revokes_position = cv_str_eq(target, effect) ? before->position : 0;
    }
    assert_int_not_equal(d->revokes_seq, 0);
}

static void take_effect(ledger *t, const json_t *r, const json_t *effect, int32_t position)
{
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = text_of(r, "id");
    d.seq = (int32_t)json_integer_value(json_object_get(r, "seq"));
    d.position = position;
    d.body = text_of(r, "body");
    d.recorded = instant(r, "recorded");
    d.effective = instant(r, "effective");
    d.effect = effect_named(json_string_value(json_object_get(effect, "do")));
    d.contest = t->contest;
    if (d.effect == CV_EFFECT_REVOKE) revokes(t, &d, text_of(effect, "target"));
    if (d.effect == CV_EFFECT_CORRECT) {
        d.option = text_of(effect, "field").s[0] - 'A';
        d.old = (cv_cell)json_integer_value(json_object_get(effect, "old"));
        d.now = (cv_cell)json_integer_value(json_object_get(effect, "new"));
    }
    if (d.effect == CV_EFFECT_ADOPT) d.copy = copy_named(t, text_of(effect, "version"));
    cv_str station = text_of(effect, "station");
    if (station.n) {
        cv_station_ix *place = cv_new(&t->keep, cv_station_ix, 1);
        *place = cv_build_station(t->b, station, NULL);
        d.place = place;
        d.n_places = 1;
    }
    t->decided[t->n_decided++] = d;
}

/* ---- the case ---- */

static void open_ledger(ledger *t, const char *path)
{
    *t = (ledger){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    t->json = json_load_file(path, 0, NULL);
    assert_non_null(t->json);
    t->b = cv_build_open(&t->keep, &t->work);
    cv_rule_set rules = {.id = CV_STR("most"), .engine = CV_ENGINE_PLURALITY};
    t->contest = cv_build_contest(t->b, CV_STR("seat"), NULL);
    cv_build_contest_at(t->b, t->contest)->rule = cv_build_rule_set(t->b, &rules);
    cv_build_option(t->b, t->contest, CV_STR("A"), NULL);
    cv_build_option(t->b, t->contest, CV_STR("B"), NULL);
    take_law(t);
    size_t i, k;
    const json_t *r, *effect;
    json_array_foreach(json_object_get(t->json, "records"), i, r)
    {
        const char *kind = json_string_value(json_object_get(r, "kind"));
        if (strcmp(kind, "protocol") == 0) take_form(t, r);
        if (strcmp(kind, "decision")) continue;
        json_array_foreach(json_object_get(r, "effects"), k, effect)
            take_effect(t, r, effect, (int32_t)k + 1);
    }
    cv_error err = {0};
    if (cv_build_freeze(&t->e, t->b, &err) != CV_OK) fail_msg("freeze: %s", err.text);
    t->e.decision = t->decided;
    t->e.n_decisions = t->n_decided;
}

static void close_ledger(ledger *t)
{
    json_decref(t->json);
    cv_arena_close(&t->scratch);
    cv_arena_close(&t->work);
    cv_arena_close(&t->keep);
}

/* ---- what comes out, in the words of the vectors ---- */

static cv_str effect_id(ledger *t, int32_t i)
{
    const cv_decision *d = &t->decided[i];
    return cv_str_format(&t->keep, "%.*s.%d", CV_ARG(d->id), d->position);
}

static cv_str station_text(ledger *t, const cv_disputes *d, cv_str station)
{
    const cv_forms *f = &t->e.forms[0];
    cv_str out = CV_STR("?");
    for (int32_t i = 0; i < f->n; i++) {
        bool live = cv_form_is_live(f->state[i]);
        if (!live || !cv_str_eq(t->e.station[f->station[i].i].code, station)) continue;
        cv_counted_form as = cv_counted_form_at(&t->e, t->contest, &d->overlay, i);
        cv_now now = as.change ? as.change->now : as.counts ? CV_NOW_COUNTED : CV_NOW_UNKNOWN;
        if (now == CV_NOW_COUNTED)
            out = cv_str_format(&t->keep, "counted:%.*s",
                                CV_ARG(t->e.copy[f->copy[as.figures_row]].id));
        else
            out = now == CV_NOW_ANNULLED ? CV_STR("annulled") : CV_STR("missing");
        for (int32_t k = 0; as.change && k < as.change->n_causes; k++)
            out = cv_str_format(&t->keep, "%.*s+%.*s", CV_ARG(out),
                                CV_ARG(effect_id(t, as.change->cause[k])));
    }
    return out;
}

static void ask(ledger *t, size_t number, const json_t *query)
{
    cv_str name = cv_str_format(&t->keep, "query %d", (int)number + 1);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    q.known_at = instant(query, "known_at");
    q.as_of = instant(query, "effective_at");
    cv_disputes d;
    cv_disputes_fold(&d, &t->e, &q, &t->keep, t->scratch);
    cv_sums sums;
    cv_totals_sum(&sums, &t->e, t->contest, &d.overlay, &t->keep);
    const json_t *totals = json_object_get(query, "totals");
    ROW_INT(name.s, sums.totals.votes[0], json_integer_value(json_object_get(totals, "A")));
    ROW_INT(name.s, sums.totals.votes[1], json_integer_value(json_object_get(totals, "B")));
    const char *station;
    json_t *want;
    json_object_foreach(json_object_get(query, "stations"), station, want) ROW_STR(
        name.s, station_text(t, &d, cv_str_of(station)), cv_str_of(json_string_value(want)));
    const json_t *in_force = json_object_get(query, "in_force");
    ROW_INT(name.s, d.n_in_force, (int)json_array_size(in_force));
    for (int32_t i = 0; i < t->n_decided; i++) {
        bool in = d.state[i] == CV_EFFECT_IN_FORCE && t->decided[i].effect != CV_EFFECT_REVOKE;
        size_t k;
        const json_t *one;
        bool named = false;
        json_array_foreach(in_force, k, one) named =
            named || cv_str_eq(cv_str_of(json_string_value(one)), effect_id(t, i));
        ROW_INT(name.s, in, named);
    }
    const json_t *findings = json_object_get(query, "findings");
    int32_t n_unfit = 0;
    for (int32_t i = 0; i < d.n_notes; i++) {
        if (d.note[i].kind != CV_DECISION_UNFIT) continue;
        cv_str text =
            cv_str_format(&t->keep, "%.*s not applied: the old value is not the one in force",
                          CV_ARG(effect_id(t, d.note[i].decision)));
        ROW_STR(name.s, text, cv_str_of(json_string_value(json_array_get(findings, n_unfit))));
        n_unfit++;
    }
    ROW_INT(name.s, n_unfit, (int)json_array_size(findings));
}

static void ask_all(ledger *t)
{
    size_t i;
    const json_t *query;
    const json_t *queries = json_object_get(t->json, "queries");
    json_array_foreach(queries, i, query) ask(t, i, query);
    assert_int_equal(i, 14);
}

static void the_records_give_what_was_worked_out(void **state)
{
    (void)state;
    const char *data = getenv("CANVASS_DATA");
    char path[4096];
    snprintf(path, sizeof path, "%s/observation/golden_dispute/ledger_cases.json",
             data ? data : "");
    FILE *there = fopen(path, "r");
    if (!there) {
        print_message("# SKIP no data at %s\n", path);
        skip();
    }
    fclose(there);
    ledger t;
    open_ledger(&t, path);
    assert_int_equal(json_array_size(json_object_get(t.json, "records")), 14);
    ask_all(&t);
    /* The order of lines does not matter: the numbers of the records do. */
    for (int32_t turn = 1; turn < t.n_decided; turn++) {
        cv_decision first = t.decided[0];
        memmove(t.decided, t.decided + 1, (size_t)(t.n_decided - 1) * sizeof first);
        t.decided[t.n_decided - 1] = first;
        ask_all(&t);
    }
    close_ledger(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_records_give_what_was_worked_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

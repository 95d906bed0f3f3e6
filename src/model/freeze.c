/* From a builder's chunks to the frozen election: forms in order, each with its state. */
#include "model/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "model/builder.h"
#include "model/derive.h"

/* ---- order ---- */

/* A form's place in the order: copy, station, reading order, in one number. */
typedef struct {
    uint64_t key;
    int32_t form;
} sort_entry;

static int by_key(const void *a, const void *b)
{
    const sort_entry *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->form > y->form) - (x->form < y->form);
}

/* order[i]: the form, in reading order, that becomes row i; NULL when every form stays where it
 * is, as in most files of one contest. */
static const int32_t *sorted_forms(const cv_draft *d, cv_arena *work)
{
    sort_entry *entry = cv_new(work, sort_entry, d->n_forms);
    int32_t n = 0;
    bool in_order = true;
    for (const cv_chunk *c = d->first; c; c = c->next) {
        for (int32_t i = 0; i < c->n; i++, n++) {
            uint64_t key = (uint64_t)(uint16_t)c->copy[i] << 32 | (uint32_t)c->station[i];
            in_order = in_order && (n == 0 || entry[n - 1].key <= key);
            entry[n] = (sort_entry){key, n};
        }
    }
    if (in_order) return NULL;
    qsort(entry, (size_t)n, sizeof *entry, by_key);
    int32_t *order = cv_new(work, int32_t, n);
    for (int32_t i = 0; i < n; i++) order[i] = entry[i].form;
    return order;
}

/* ---- columns ---- */

/* The draft's column of `slot` in reading order, from all chunks. */
static void gather(cv_cell *out, const cv_draft *d, cv_slot slot)
{
    bool is_vote = slot.option >= 0;
    int32_t at = is_vote ? slot.option : slot.field;
    for (const cv_chunk *c = d->first; c; out += c->n, c = c->next) {
        int32_t n_columns = is_vote ? c->n_vote_columns : c->n_field_columns;
        cv_cell *const *columns = is_vote ? c->votes : c->field;
        if (at < n_columns && columns[at]) {
            memcpy(out, columns[at], (size_t)c->n * sizeof *out);
            continue;
        }
        cv_cell standard = is_vote ? CV_CELL_ABSENT : CV_CELL_UNREPORTED;
        for (int32_t i = 0; i < c->n; i++) out[i] = standard;
    }
}

typedef struct {
    const cv_draft *d;
    const int32_t *order; /* [n] or NULL */
    int32_t n;
    cv_cell *spare; /* [n] a column in reading order */
    cv_arena *keep;
} column_maker;

static const cv_cell *make_column(const column_maker *m, cv_slot slot)
{
    cv_cell *out = cv_new(m->keep, cv_cell, m->n);
    gather(m->order ? m->spare : out, m->d, slot);
    for (int32_t i = 0; i < m->n && m->order; i++) out[i] = m->spare[m->order[i]];
    return out;
}

static void make_cells(cv_forms *f, const column_maker *m)
{
    cv_field *field = cv_new(m->keep, cv_field, m->d->cap_fields);
    const cv_cell **cell = cv_new(m->keep, const cv_cell *, m->d->cap_fields);
    for (cv_field k = 0; k < (cv_field)m->d->cap_fields; k++) {
        if (!m->d->carries[k]) continue;
        field[f->n_fields] = k;
        cell[f->n_fields++] = make_column(m, (cv_slot){k, -1});
    }
    const cv_cell **votes = cv_new(m->keep, const cv_cell *, m->d->n_options);
    for (int32_t o = 0; o < m->d->n_options; o++)
        votes[o] = make_column(m, (cv_slot){CV_F_NONE, o});
    f->field = field;
    f->cell = cell;
    f->votes = votes;
}

/* What a form is about, by row; the state follows from it. */
typedef struct {
    cv_station_ix *station;
    int16_t *copy;
    uint8_t *state, *flags;
    int32_t *source, *line;
    cv_date *recorded; /* NULL: no form has a time */
} key_columns;

static cv_date *make_times(const cv_draft *d, int32_t n, cv_arena *keep)
{
    bool any = false;
    for (const cv_chunk *c = d->first; c; c = c->next) any = any || c->recorded;
    return any ? cv_new(keep, cv_date, n) : NULL;
}

static key_columns make_keys(cv_forms *f, const column_maker *m, cv_arena *work)
{
    key_columns k = {
        .station = cv_new(m->keep, cv_station_ix, m->n),
        .copy = cv_new(m->keep, int16_t, m->n),
        .state = cv_new(m->keep, uint8_t, m->n),
        .flags = cv_new(work, uint8_t, m->n),
        .source = cv_new(m->keep, int32_t, m->n),
        .line = cv_new(m->keep, int32_t, m->n),
        .recorded = make_times(m->d, m->n, m->keep),
    };
    int32_t *row_of = cv_new(work, int32_t, m->n);
    for (int32_t i = 0; i < m->n; i++) row_of[m->order ? m->order[i] : i] = i;
    int32_t at = 0;
    for (const cv_chunk *c = m->d->first; c; c = c->next) {
        for (int32_t i = 0; i < c->n; i++, at++) {
            int32_t row = row_of[at];
            k.station[row].i = c->station[i];
            k.copy[row] = c->copy[i];
            k.flags[row] = c->flags[i];
            k.source[row] = c->source[i];
            k.line[row] = c->line[i];
            if (k.recorded) k.recorded[row] = c->recorded ? c->recorded[i] : CV_NO_DATE;
        }
    }
    f->station = k.station;
    f->copy = k.copy;
    f->state = k.state;
    f->source = k.source;
    f->line = k.line;
    f->recorded = k.recorded;
    return k;
}

/* ---- states ---- */

static bool same_figures(const cv_forms *f, int32_t n_options, int32_t a, int32_t b)
{
    for (int32_t k = 0; k < f->n_fields; k++)
        if (f->cell[k][a] != f->cell[k][b]) return false;
    for (int32_t o = 0; o < n_options; o++)
        if (f->votes[o][a] != f->votes[o][b]) return false;
    return true;
}

static bool has_votes(const cv_forms *f, int32_t n_options, int32_t row)
{
    for (int32_t o = 0; o < n_options; o++)
        if (f->votes[o][row] > 0) return true;
    const cv_cell *invalid = cv_forms_column(f, CV_F_INVALID);
    const cv_cell *blank = cv_forms_column(f, CV_F_BLANK);
    return (invalid && invalid[row] > 0) || (blank && blank[row] > 0);
}

/* The latest of the rows by their times; `first` when none has a later one. */
static cv_date latest(const key_columns *k, int32_t first, int32_t end)
{
    cv_date most = k->recorded[first];
    for (int32_t i = first + 1; i < end; i++)
        if (cv_date_cmp(k->recorded[i], most) > 0) most = k->recorded[i];
    return most;
}

/* Rows first..end-1 have one copy and station. Reading order tells versions of a repeat vote,
 * and a later time a later version; other repetitions are duplicates, which the profile's rule
 * counts or not. */
static void state_of_run(const cv_forms *f, int32_t n_options, key_columns *k, int32_t first,
                         int32_t end, cv_duplicates rule)
{
    int32_t from = first;
    for (int32_t i = first; i < end; i++)
        if (k->flags[i] & FORM_REPLACES) from = i;
    for (int32_t i = first; i < from; i++) k->state[i] = CV_FORM_REPLACED;
    for (int32_t i = from; i < end; i++) {
        bool counts = rule == CV_DUPLICATES_ALL || (rule == CV_DUPLICATES_FIRST && i == from) ||
                      (rule == CV_DUPLICATES_LAST && i == end - 1);
        for (int32_t j = from; j < i && rule == CV_DUPLICATES_ALL; j++)
            if (same_figures(f, n_options, i, j)) counts = false;
        k->state[i] = counts ? CV_FORM_COUNTED : CV_FORM_DUPLICATE;
    }
    if (!k->recorded || end - from < 2) return;
    cv_date last = latest(k, from, end);
    for (int32_t i = from; i < end; i++)
        if (cv_date_cmp(k->recorded[i], last) < 0) k->state[i] = CV_FORM_REPLACED;
}

/* The law's order of kinds, then the later version (methods.md, Copies and versions). */
static int32_t trust(const cv_builder *b, const cv_copy *copy)
{
    return (cv_trust_rank(&b->head.profile.trust, copy->kind) << 24) + copy->version;
}

/* Its forms are the figures of their stations, whatever was decided. */
static bool is_base(const cv_copy *copy)
{
    return copy->counts && !copy->is_repeat && !copy->is_box;
}

/* Forms of a repeat vote and of single boxes are never figures by themselves. */
static void set_apart(const cv_forms *f, key_columns *k, const cv_builder *b)
{
    for (int32_t i = 0; i < f->n; i++) {
        const cv_copy *copy = &b->copy[k->copy[i]];
        if (!(copy->is_repeat || copy->is_box) || k->state[i] != CV_FORM_COUNTED) continue;
        k->state[i] = copy->is_repeat ? CV_FORM_REPEAT : CV_FORM_BOX;
    }
}

/* Per station one copy counts: the most trusted of those that have a form of it. */
static void choose_copies(const cv_forms *f, key_columns *k, const cv_builder *b, cv_arena *work)
{
    if (b->n_copies < 2) return;
    int16_t *best = cv_new(work, int16_t, b->n_stations); /* copy + 1; 0: none */
    for (int32_t i = 0; i < f->n; i++) {
        const cv_copy *copy = &b->copy[k->copy[i]];
        int16_t *at = &best[k->station[i].i];
        if (!is_base(copy)) continue;
        if (*at == 0 || trust(b, copy) > trust(b, &b->copy[*at - 1]))
            *at = (int16_t)(k->copy[i] + 1);
    }
    for (int32_t i = 0; i < f->n; i++)
        if (k->state[i] == CV_FORM_COUNTED && best[k->station[i].i] != k->copy[i] + 1)
            k->state[i] = CV_FORM_COPY;
}

static bool is_zero_form(const cv_forms *f, int32_t n_options, int32_t row)
{
    const cv_cell *reg = f->derived[CV_D_REG], *persons = f->derived[CV_D_PERSONS];
    if (has_votes(f, n_options, row) || persons[row] > 0) return false;
    return reg[row] > 0 && f->derived[CV_D_SUM][row] == 0;
}

static void set_states(cv_forms *f, int32_t n_options, key_columns *k, const cv_builder *b,
                       cv_arena *work)
{
    cv_duplicates rule = b->head.profile.duplicates;
    for (int32_t i = 0, end; i < f->n; i = end) {
        for (end = i + 1;
             end < f->n && k->station[end].i == k->station[i].i && k->copy[end] == k->copy[i];)
            end++;
        state_of_run(f, n_options, k, i, end, rule);
    }
    set_apart(f, k, b);
    choose_copies(f, k, b, work);
    for (int32_t i = 0; i < f->n; i++) {
        if (k->flags[i] & FORM_EXPECTED) k->state[i] = CV_FORM_AWAITED;
        if (k->state[i] != CV_FORM_COUNTED) continue;
        bool closed = k->flags[i] & FORM_CLOSED || b->station[k->station[i].i].closed ||
                      b->station[k->station[i].i].merged_into.i >= 0;
        if (closed && !has_votes(f, n_options, i)) k->state[i] = CV_FORM_CLOSED;
    }
}

/* ---- a contest ---- */

/* The first copy that counts holds the awaited forms; a case without one has none to await. */
static int32_t counting_copy(const cv_builder *b)
{
    for (int32_t i = 0; i < b->n_copies; i++)
        if (is_base(&b->copy[i])) return i;
    return -1;
}

static void await_form(cv_builder *b, cv_contest_ix c, cv_station_ix s, int32_t copy)
{
    const cv_form_key key = {c, s, {copy}, CV_NO_SOURCE, 0, false, false, NULL};
    cv_build_form(b, &key, NULL, NULL, 0);
    b->draft[c.i].last->flags[b->draft[c.i].last->n - 1] |= FORM_EXPECTED;
}

/* The register that another copy of the form states bounds the missing one as well. */
static void take_register(cv_builder *b, cv_contest_ix c, int32_t from, int32_t to)
{
    static const cv_field lists[] = {CV_F_REG, CV_F_REG_MAIN, CV_F_REG_ADD, CV_F_REG_SPECIAL};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        const cv_slot slot = {lists[k], -1};
        cv_cell cell = cv_build_cell_get(b, c, from, slot);
        if (cell != CV_CELL_UNREPORTED) cv_build_cell_set(b, c, to, slot, cell);
    }
}

/* Stations that the list expects. */
static void await_listed(cv_builder *b, cv_contest_ix c, int32_t copy, int32_t *seen)
{
    const cv_draft *d = &b->draft[c.i];
    const cv_slot reg = {CV_F_REG, -1};
    for (int64_t i = 0; i < d->n_expected; i++) {
        cv_station_ix s = d->expected[i].station;
        const cv_station *station = &b->station[s.i];
        if (seen[s.i] == c.i + 1 || station->closed || station->merged_into.i >= 0) continue;
        seen[s.i] = c.i + 1;
        await_form(b, c, s, copy);
        cv_cell registered = d->expected[i].registered;
        if (registered != CV_CELL_UNREPORTED)
            cv_build_cell_set(b, c, d->n_forms - 1, reg, registered);
    }
}

/* Stations whose form somebody else holds, and the body that counts does not (methods.md, Copies
 * and versions). */
static void await_held_by_others(cv_builder *b, cv_contest_ix c, int32_t copy, int32_t *seen)
{
    const cv_draft *d = &b->draft[c.i];
    int32_t n = d->n_forms, form = 0;
    for (const cv_chunk *k = d->first; k && form < n; k = k->next) {
        for (int32_t i = 0; i < k->n && form < n; i++, form++) {
            cv_station_ix s = {k->station[i]};
            if (is_base(&b->copy[k->copy[i]]) || seen[s.i] == c.i + 1) continue;
            seen[s.i] = c.i + 1;
            await_form(b, c, s, copy);
            take_register(b, c, form, d->n_forms - 1);
        }
    }
}

/* Adds a form without figures for every station that should have one that counts and has none.
 * seen    [n_stations] contest + 1 of the last contest that has or awaits a form of it */
static void await_forms(cv_builder *b, cv_contest_ix c, int32_t *seen)
{
    const cv_draft *d = &b->draft[c.i];
    int32_t copy = counting_copy(b);
    if (copy < 0) return;
    for (const cv_chunk *k = d->first; k; k = k->next)
        for (int32_t i = 0; i < k->n; i++)
            if (is_base(&b->copy[k->copy[i]])) seen[k->station[i]] = c.i + 1;
    await_listed(b, c, copy, seen);
    if (b->n_copies > 1) await_held_by_others(b, c, copy, seen);
}

static void make_forms(cv_forms *out, cv_builder *b, cv_contest_ix c, cv_arena scratch)
{
    const cv_draft *d = &b->draft[c.i];
    cv_forms f = {.n = d->n_forms};
    column_maker m = {.d = d, .n = f.n, .keep = b->keep};
    m.order = sorted_forms(d, &scratch);
    m.spare = cv_new(&scratch, cv_cell, f.n);
    make_cells(&f, &m);
    key_columns k = make_keys(&f, &m, &scratch);
    set_states(&f, (int32_t)d->n_options, &k, b, &scratch);
    cv_derive_columns(&f, (int32_t)d->n_options, &b->head.profile, b->keep);
    for (int32_t i = 0; i < f.n && b->head.profile.zero_form == CV_ZERO_ANNULLED; i++)
        if (k.state[i] == CV_FORM_COUNTED && is_zero_form(&f, (int32_t)d->n_options, i))
            k.state[i] = CV_FORM_ANNULLED;
    *out = f;
}

/* ---- declarations ---- */

/* Options that the declaration does not name got no seat, once it names any. */
static void finish_declared(cv_builder *b, cv_contest_ix c)
{
    cv_draft *d = &b->draft[c.i];
    cv_declared *out = &b->contest[c.i].declared;
    bool any_votes = false, any_seats = out->has_winners;
    int32_t *seats = cv_new(b->keep, int32_t, d->n_options);
    cv_count *votes = cv_new(b->keep, cv_count, d->n_options);
    for (int32_t o = 0; o < d->n_options; o++) {
        bool has = o < d->cap_declared;
        votes[o] = has ? d->declared_votes[o] : CV_BLANK;
        seats[o] = has && d->declared_seats[o] > 0 ? d->declared_seats[o] : 0;
        any_votes = any_votes || votes[o] != CV_BLANK;
        any_seats = any_seats || (has && d->declared_seats[o] >= 0);
    }
    out->has_winners = any_seats;
    out->seats = seats;
    out->votes = any_votes ? votes : NULL;
    if (!d->cap_total) return;
    cv_count *total = cv_new(b->keep, cv_count, b->n_fields);
    for (int64_t i = 0; i < b->n_fields; i++)
        total[i] = i < d->cap_total ? d->declared_total[i] : CV_BLANK;
    out->total = total;
}

/* ---- the election ---- */

static void link_runoffs(cv_builder *b)
{
    for (int32_t i = 0; i < b->n_contests; i++) {
        cv_contest_ix first = b->contest[i].runoff_of;
        if (first.i >= 0) b->contest[first.i].runoff = (cv_contest_ix){i};
    }
}

static void mark_merge_targets(cv_builder *b)
{
    for (int32_t i = 0; i < b->n_stations; i++) {
        cv_station_ix into = b->station[i].merged_into;
        if (into.i >= 0) b->station[into.i].is_merge_target = true;
    }
}

static cv_status check_contests(const cv_builder *b, cv_error *err)
{
    for (int32_t i = 0; i < b->n_contests; i++) {
        const cv_contest *c = &b->contest[i];
        if (c->rule < 0 || c->rule >= b->n_rule_sets) {
            cv_status failed =
                cv_fail(err, CV_E_INPUT, "contest '%.*s' has no rule set", CV_ARG(c->id));
            return cv_hint(err, failed, "name it under \"contests\" with a \"rule\"");
        }
    }
    return CV_OK;
}

static int by_place(const void *a, const void *b)
{
    const cv_refused *x = a, *y = b;
    if (x->source.i != y->source.i) return x->source.i < y->source.i ? -1 : 1;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

static void hand_over(cv_election *e, const cv_builder *b)
{
    e->n_fields = (int32_t)b->n_fields, e->field = b->field;
    e->n_rule_sets = (int32_t)b->n_rule_sets, e->rule_set = b->rule_set;
    e->n_blocs = (int32_t)b->n_blocs, e->bloc = b->bloc;
    e->n_areas = (int32_t)b->n_areas, e->area = b->area;
    e->n_stations = (int32_t)b->n_stations, e->station = b->station;
    e->n_contests = (int32_t)b->n_contests, e->contest = b->contest;
    e->n_copies = (int32_t)b->n_copies, e->copy = b->copy;
    e->n_sources = (int32_t)b->n_sources, e->source = b->source;
    e->n_decisions = (int32_t)b->n_decisions, e->decision = b->decision;
    e->n_refused = b->n_refused, e->refused = b->refused;
    e->n_skipped = b->n_skipped, e->skipped = b->skipped;
    e->n_sums = (int32_t)b->n_sums, e->sum = b->sum;
}

cv_status cv_build_freeze(cv_election *out, cv_builder *b, cv_error *err)
{
    CV_TRY(check_contests(b, err));
    link_runoffs(b);
    mark_merge_targets(b);
    cv_forms *forms = cv_new(b->keep, cv_forms, b->n_contests);
    int32_t *seen = cv_new(b->work, int32_t, b->n_stations);
    for (int32_t i = 0; i < b->n_contests; i++) {
        await_forms(b, (cv_contest_ix){i}, seen);
        make_forms(&forms[i], b, (cv_contest_ix){i}, *b->work);
        finish_declared(b, (cv_contest_ix){i});
        b->contest[i].n_options = (int32_t)b->draft[i].n_options;
        b->contest[i].option = b->draft[i].option;
        b->contest[i].n_lots = (int32_t)b->draft[i].n_lots;
        b->contest[i].lot = b->draft[i].lot;
    }
    if (b->n_refused) qsort(b->refused, (size_t)b->n_refused, sizeof *b->refused, by_place);
    cv_order_sums(b);
    cv_election e = b->head;
    hand_over(&e, b);
    e.forms = forms;
    *out = e;
    return CV_OK;
}

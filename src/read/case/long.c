/* The long layout: one row a station and option, gathered into forms.
 *
 * Columns about the station repeat in its rows and must say the same: the first row stays, a row
 * that says otherwise is refused (R11). A second row for an option of a station begins a second
 * form of that station, as a second row does in the wide layout; which of them count is for the
 * profile ("duplicates"), and C803 names them. */
#include "read/case/intake.h"

#include <string.h>

#include "base/text.h"

/* ---- forms by key ---- */

static cv_str key_bytes(const cv_gather_key *k)
{
    return (cv_str){(const char *)k, sizeof *k};
}

/* The first form of the key, -1 when there is none. */
static int32_t find_gathered(const cv_intake *t, const cv_gather_key *k)
{
    return cv_map_get(&t->gathered_by_key, key_bytes(k));
}

static void add_gathered(cv_intake *t, const cv_gather_key *k, int32_t form)
{
    cv_arena *work = t->r->work;
    cv_room(work, cv_gathered, t->gathered, t->n_gathered, t->cap_gathered);
    int32_t at = (int32_t)t->n_gathered++;
    t->gathered[at] = (cv_gathered){*k, form, -1};
    cv_gather_key *kept = cv_new(work, cv_gather_key, 1);
    *kept = *k;
    int32_t i = cv_map_add(&t->gathered_by_key, key_bytes(kept), at, work);
    if (i == at) return;
    while (t->gathered[i].next >= 0) i = t->gathered[i].next;
    t->gathered[i].next = at;
}

/* ---- one row ---- */

/* What a row says, before it is known whether it can be taken. */
typedef struct {
    cv_gather_key key;
    cv_slot slot; /* of its votes: the option, or a field for a pseudo-option */
    int32_t n_fields;
} long_row;

static void empty_option(cv_row_problem *p, const cv_intake *t, int32_t column)
{
    p->code = CV_R06_EMPTY;
    p->column = column;
    p->reason = cv_message_just("the option is empty");
    (void)t;
}

static bool find_pseudo(cv_slot *out, const cv_form_map *f, cv_str id)
{
    for (int32_t i = 0; i < f->n_pseudo; i++) {
        if (!cv_str_eq(f->pseudo[i].id, id)) continue;
        *out = (cv_slot){f->pseudo[i].field, -1};
        return true;
    }
    return false;
}

/* The words of an option that is new to the contest. */
static void option_words(cv_option_words *out, cv_row_problem *p, cv_intake *t,
                         const cv_form_map *f)
{
    cv_template_gap gap;
    out->name = cv_template_text(&f->option_name, t->cell, &t->name_text, &gap);
    out->party = cv_template_text(&f->option_party, t->cell, &t->party_text, &gap);
    cv_str bloc = cv_template_text(&f->option_bloc, t->cell, &t->bloc_text, &gap);
    out->bloc = CV_NO_BLOC;
    if (!bloc.n) return;
    out->bloc = cv_build_bloc_named(t->r->b, bloc);
    if (out->bloc.i >= 0) return;
    p->code = CV_R13_REFERENCE;
    p->reason = cv_message_of(t->r->keep, "bloc '%.*s' is not in election.json", CV_ARG(bloc));
}

static cv_slot slot_of(cv_row_problem *p, cv_intake *t, const cv_form_map *f, cv_contest_ix c)
{
    cv_slot slot = {CV_F_NONE, -1};
    cv_template_gap gap;
    cv_option_words words = {0};
    words.id = cv_template_text(&f->option_id, t->cell, &t->option_text, &gap);
    if (!words.id.n) {
        empty_option(p, t, gap.empty_column);
        return slot;
    }
    if (find_pseudo(&slot, f, words.id)) return slot;
    slot.option = cv_build_option_named(t->r->b, c, words.id);
    if (slot.option >= 0) return slot;
    if (cv_reading_is_listed(t->r, c)) {
        p->code = CV_R09_OPTION;
        p->reason = cv_message_of(t->r->keep, "option '%.*s' is not in contest '%.*s'",
                                  CV_ARG(words.id), CV_ARG(cv_build_contest_at(t->r->b, c)->id));
        return slot;
    }
    option_words(&words, p, t, f);
    if (!p->code) slot.option = cv_reading_option(t->r, c, &words);
    return slot;
}

static void take_fields(long_row *row, cv_row_problem *p, cv_intake *t, const cv_form_map *f)
{
    row->n_fields = f->n_sources;
    for (int32_t i = 0; i < f->n_sources && !p->code; i++) {
        t->slot[i] = (cv_slot){f->source[i].field, -1};
        t->value[i] = cv_intake_cell(p, t, &f->source[i]);
    }
}

static bool is_free(const cv_intake *t, const long_row *row, int32_t form)
{
    cv_cell now = cv_build_cell_get(t->r->b, (cv_contest_ix){row->key.contest}, form, row->slot);
    return now == (row->slot.option >= 0 ? CV_CELL_ABSENT : CV_CELL_UNREPORTED);
}

/* The number of the first field that the form has otherwise; -1 when all agree. */
static int32_t differing_field(const cv_intake *t, const long_row *row, int32_t form)
{
    for (int32_t i = 0; i < row->n_fields; i++) {
        cv_cell now =
            cv_build_cell_get(t->r->b, (cv_contest_ix){row->key.contest}, form, t->slot[i]);
        if (now != t->value[i]) return i;
    }
    return -1;
}

/* Of the key's forms the first in which the row's option is free and the fields agree. -1: none;
 * the problem is R11 when only the fields stand in the way. */
static int32_t form_for(cv_row_problem *p, cv_intake *t, const long_row *row, const cv_form_map *f)
{
    for (int32_t i = find_gathered(t, &row->key); i >= 0; i = t->gathered[i].next) {
        int32_t form = t->gathered[i].form;
        if (!is_free(t, row, form)) continue;
        int32_t k = differing_field(t, row, form);
        if (k < 0) {
            *p = CV_ROW_GOOD;
            return form;
        }
        int32_t column = f->source[k].column;
        p->code = CV_R11_DIFFERS;
        p->column = column;
        p->reason = cv_message_of(t->r->keep, "'%.*s' is not what the station's first row says",
                                  CV_ARG(t->cell[column]));
    }
    return -1;
}

/* ---- refused rows ---- */

static cv_cell register_of(const cv_intake *t, const cv_form_map *f, const cv_row_problem *p)
{
    return f->reg_source >= 0 && p->code == CV_R11_DIFFERS ? t->value[f->reg_source]
                                                           : CV_CELL_UNREPORTED;
}

/* Lists the row. Its station is awaited when no other row gives it a form; where one does, the
 * cell of this row's option is not known there. */
static void refuse(cv_intake *t, cv_row_problem *p, const long_row *row, const cv_form_map *f)
{
    bool has_slot = row->slot.option >= 0 || row->slot.field >= 0;
    p->contest.i = row->key.contest;
    if (p->contest.i >= 0 && p->station.i >= 0) {
        if (f->copy_counts) cv_intake_await(t, p->contest, p->station, register_of(t, f, p));
        if (has_slot) {
            cv_room(t->r->work, cv_unknown_cell, t->unknown, t->n_unknown, t->cap_unknown);
            t->unknown[t->n_unknown++] = (cv_unknown_cell){row->key, row->slot};
        }
    }
    cv_intake_refuse(t, p);
}

void cv_long_finish(cv_intake *t)
{
    for (int64_t i = 0; i < t->n_unknown; i++) {
        const cv_unknown_cell *u = &t->unknown[i];
        int32_t at = find_gathered(t, &u->key);
        const long_row row = {.key = u->key, .slot = u->slot};
        if (at < 0 || !is_free(t, &row, t->gathered[at].form)) continue;
        cv_build_cell_set(t->r->b, (cv_contest_ix){u->key.contest}, t->gathered[at].form, u->slot,
                          CV_CELL_ILLEGIBLE);
    }
}

/* ---- taking ---- */

static void declare_winner(cv_intake *t, const long_row *row)
{
    cv_contest_ix c = {row->key.contest};
    cv_build_declare(t->r->b, c, row->slot.option, CV_BLANK, 1);
    cv_build_declared_at(t->r->b, c, t->source, t->line);
}

static void add_form(cv_intake *t, const long_row *row, const cv_form_map *f, bool closed)
{
    cv_row_problem known = CV_ROW_GOOD;
    const cv_form_key key = {
        .contest = {row->key.contest},
        .station = {row->key.station},
        .copy = f->copy,
        .source = t->source,
        .line = t->line,
        .replaces = f->spec->replaces == CV_SAID_YES && find_gathered(t, &row->key) < 0,
        .closed = closed,
        .recorded = cv_intake_time(&known, t, f),
    };
    int32_t form = cv_build_form(t->r->b, &key, t->slot, t->value, row->n_fields);
    add_gathered(t, &row->key, form);
}

static cv_status take(bool *taken, cv_intake *t, long_row *row, cv_row_problem *p)
{
    const cv_form_map *f = &t->m->form[0];
    cv_cell votes = CV_CELL_BLANK;
    const cv_cell_source source = {.column = f->votes_column};
    cv_intake_time(p, t, f);
    if (!p->code) take_fields(row, p, t, f);
    if (!p->code) votes = cv_intake_cell(p, t, &source);
    if (votes == CV_CELL_BLANK && row->slot.option >= 0) votes = f->option_blank;
    cv_station_ix station = p->station;
    int32_t form = p->code ? -1 : form_for(p, t, row, f);
    p->station = station;
    if (p->code) {
        refuse(t, p, row, f);
        return CV_OK;
    }
    bool closed = cv_intake_station_facts(t, station, (cv_contest_ix){row->key.contest});
    if (form < 0) {
        add_form(t, row, f, closed);
        form = t->gathered[t->n_gathered - 1].form;
    }
    cv_build_cell_set(t->r->b, (cv_contest_ix){row->key.contest}, form, row->slot, votes);
    if (f->has_elected && row->slot.option >= 0 && cv_condition_holds(&f->elected, t->cell))
        declare_winner(t, row);
    *taken = true;
    return CV_OK;
}

cv_status cv_long_row(bool *taken, cv_intake *t)
{
    const cv_form_map *f = &t->m->form[0];
    cv_row_problem p = CV_ROW_GOOD;
    long_row row = {
        .key = {-1, -1,      f->copy.i},
          .slot = {CV_F_NONE,  -1}
    };
    if (!cv_conditions_all(&f->where, t->cell)) {
        cv_build_skip(t->r->b, t->source, CV_STR(CV_MSG("not selected by any form")), t->line);
        return CV_OK;
    }
    cv_station_ix station = cv_intake_station(&p, t);
    cv_contest_ix contest = CV_NO_CONTEST;
    cv_row_problem no_contest = CV_ROW_GOOD;
    CV_TRY(cv_intake_contest(&contest, &no_contest, t, f));
    if (!p.code && no_contest.code) p = no_contest;
    p.station = station;
    row.key.contest = contest.i;
    row.key.station = station.i;
    if (!p.code && f->missing.n && cv_conditions_any(&f->missing, t->cell)) {
        if (f->copy_counts) cv_intake_await(t, contest, station, CV_CELL_UNREPORTED);
        *taken = true;
        return CV_OK;
    }
    if (!p.code) row.slot = slot_of(&p, t, f, contest);
    return take(taken, t, &row, &p);
}

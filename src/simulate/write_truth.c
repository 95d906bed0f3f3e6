/* truth.json: who truly has most votes, what was planted where. truth/round*.csv: the true
 * figures of every form. */
#include <jansson.h>

#include "report/json.h"
#include "simulate/copies.h"
#include "simulate/count.h"
#include "simulate/fault.h"
#include "simulate/write.h"

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    cv_sim_pen *p = to;
    (void)err;
    cv_text_add(&p->t, bytes);
    cv_sim_flow(p);
    return p->status;
}

/* ---- contests ---- */

static json_t *option_id(const cv_sim_contest *c, int32_t option)
{
    return cv_json_str(c->option[option].id);
}

static json_t *count_value(const cv_sim_contest *c, const cv_sim_count *k, bool list)
{
    json_t *out = json_object(), *winners = json_array(), *votes = json_object();
    cv_json_set(out, "outcome", cv_json_str(cv_str_of(cv_sim_kind_name(k->kind))));
    for (int32_t o = 0; o < c->n_options; o++) {
        bool goes_on = k->kind == CV_SIM_RUNOFF && (o == k->first || o == k->second);
        if (!list && (k->seats[o] || goes_on)) cv_json_add(winners, option_id(c, o));
    }
    if (list) {
        json_t *seats = json_object();
        for (int32_t o = 0; o < c->n_options; o++)
            if (k->seats[o])
                json_object_set_new(seats, c->option[o].id.s, json_integer(k->seats[o]));
        cv_json_set(out, "seats", seats);
        json_decref(winners);
    } else {
        cv_json_set(out, "winners", winners);
    }
    cv_json_set(out, "lead", cv_json_count(k->lead));
    for (int32_t o = 0; o < c->n_options; o++) {
        char id[16];
        cv_str s = c->option[o].id;
        for (int64_t i = 0; i < s.n && i < 15; i++) id[i] = s.s[i];
        id[s.n < 15 ? s.n : 15] = 0;
        cv_json_set(votes, id, cv_json_count(k->votes[o]));
    }
    cv_json_set(out, "votes", votes);
    return out;
}

static void contest(cv_json *j, const cv_sim_world *w, int32_t i)
{
    static const char *const name[] = {"true", "papers", "decided", "repaired"};
    const cv_sim_contest *c = &w->contest[i];
    bool list = w->preset->system == CV_SIM_LIST;
    json_t *out = json_object();
    cv_json_set(out, "id", cv_json_str(c->id));
    for (int view = CV_SIM_AS_TRUE; view <= CV_SIM_AS_REPAIRED; view++) {
        cv_sim_count k;
        cv_sim_count_up(&k, w, i, (cv_sim_view)view);
        cv_json_set(out, name[view], count_value(c, &k, list));
    }
    cv_sim_count declared;
    cv_sim_declared(&declared, w, i);
    cv_json_set(out, "declared", count_value(c, &declared, list));
    cv_json_line(j, NULL, out);
}

/* ---- what was planted ---- */

static json_t *line_name(const cv_sim_contest *c, int32_t line)
{
    if (line < CV_SIM_LINES) return cv_json_str(cv_str_of(CV_SIM_LINE[line].field));
    return option_id(c, line - CV_SIM_LINES);
}

/* Blank is null, illegible "?". */
static json_t *cell_value(cv_cell cell)
{
    if (cell == CV_CELL_ILLEGIBLE) return cv_json_str(CV_STR("?"));
    return cell >= 0 ? json_integer(cell) : json_null();
}

static json_t *changes_value(const cv_sim_contest *c, const cv_sim_fault *f)
{
    json_t *out = json_array();
    for (int32_t i = 0; i < f->n_changes; i++) {
        json_t *one = json_object();
        cv_json_set(one, "line", line_name(c, f->change[i].line));
        cv_json_set(one, "before", cell_value(f->change[i].before));
        cv_json_set(one, "after", cell_value(f->change[i].after));
        cv_json_add(out, one);
    }
    return out;
}

static const char *place_word(const cv_sim_fault *f)
{
    switch (cv_sim_fault_at(f->kind)) {
    case CV_SIM_AT_BOX: return "station";
    case CV_SIM_AT_TABLE: return "official table";
    case CV_SIM_AT_COPY: break;
    }
    return CV_SIM_HOLDERS[f->copy].id;
}

/* Codes of the rules that find it: those of its kind, or C807 where only a copy shows it. */
static json_t *rules_value(const cv_sim_fault *f)
{
    json_t *out = json_array();
    const char *rule = CV_SIM_FAULTS[f->kind].shown;
    if (f->shown != CV_SIM_HIDDEN)
        cv_json_add(out, cv_json_str(cv_str_of(rule[0] ? rule : "C807")));
    return out;
}

static const char *const shown[] = {"no", "in part", "yes"};

static void planted(cv_json *j, const cv_sim_world *w, const cv_sim_fault *f, cv_arena scratch)
{
    const cv_sim_contest *c = &w->contest[f->contest];
    json_t *out = json_object();
    cv_json_set(out, "kind", cv_json_str(cv_str_of(CV_SIM_FAULTS[f->kind].id)));
    cv_json_set(out, "contest", cv_json_str(c->id));
    cv_json_set(out, "station",
                cv_json_str(cv_sim_code(w, cv_sim_station_of(c, f->station), &scratch)));
    cv_json_set(out, "where", cv_json_str(cv_str_of(place_word(f))));
    cv_json_set(out, "shown", cv_json_str(cv_str_of(shown[f->shown])));
    cv_json_set(out, "rules", rules_value(f));
    if (f->scene >= 0) cv_json_set(out, "scene", cv_json_str(cv_str_of(w->scene[f->scene].id)));
    cv_json_set(out, "cells", changes_value(c, f));
    cv_json_line(j, NULL, out);
}

static void scenes(cv_json *j, const cv_sim_world *w)
{
    if (!w->n_scenes) return;
    cv_json_array(j, "scenes");
    for (int64_t i = 0; i < w->n_scenes; i++) {
        const cv_sim_scene *s = &w->scene[i];
        json_t *out = json_object();
        cv_json_set(out, "id", cv_json_str(cv_str_of(s->id)));
        cv_json_set(out, "contest", cv_json_str(w->contest[s->contest].id));
        cv_json_set(out, "title", cv_json_str(cv_str_of(s->title)));
        cv_json_set(out, "what", cv_json_str(cv_str_of(s->what)));
        cv_json_set(out, "look", cv_json_str(cv_str_of(s->look)));
        cv_json_value(j, NULL, out);
    }
    cv_json_end(j);
}

static void write_json(cv_sim_pen *p, const cv_sim_world *w)
{
    cv_sim_begin(p, "truth.json");
    cv_json j = cv_json_open((cv_out){put, p}, p->err);
    cv_json_value(&j, "simulated", json_true());
    cv_json_value(
        &j, "about",
        cv_json_str(
            CV_STR("What is true in this simulated election, and what was planted in its papers. "
                   "Nothing here is a person, a place or an event that exists.")));
    cv_json_value(&j, "like", cv_json_str(cv_str_of(w->preset->id)));
    cv_json_value(&j, "seed", json_integer((json_int_t)w->options.seed));
    cv_json_value(&j, "districts", json_integer(w->n_districts));
    cv_json_value(&j, "stations", json_integer(w->n_stations));
    scenes(&j, w);
    cv_json_array(&j, "contests");
    for (int32_t i = 0; i < w->n_contests; i++) contest(&j, w, i);
    cv_json_end(&j);
    cv_json_array(&j, "planted");
    for (int64_t i = 0; i < w->n_faults; i++) planted(&j, w, &w->fault[i], *p->room);
    cv_json_end(&j);
    cv_status status = cv_json_close(&j);
    if (p->status == CV_OK) p->status = status;
}

/* ---- true figures ---- */

static void true_row(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                     cv_arena scratch)
{
    static const cv_sim_line line[] = {CV_SIM_SIGNED, CV_SIM_INVALID, CV_SIM_VALID};
    const cv_cell *row = cv_sim_row(c, c->truth, s);
    int32_t f = c->fault[s];
    cv_sim_text_cell(p, c->id);
    cv_sim_text_cell(p, cv_sim_code(w, cv_sim_station_of(c, s), &scratch));
    cv_sim_word_cell(p, f < 0 ? "" : CV_SIM_FAULTS[w->fault[f].kind].id);
    for (int i = 0; i < 3; i++) cv_sim_form_cell(p, row[line[i]]);
    cv_sim_option_cells(p, w, c, row + CV_SIM_LINES);
    cv_sim_end_row(p);
}

void cv_sim_write_truth(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const header[] = {"contest",    "station", "planted",
                                         "signatures", "invalid", "valid"};
    write_json(p, w);
    for (int32_t round = 1; round <= CV_SIM_ROUNDS; round++) {
        if (!cv_sim_has_round(w, round)) continue;
        cv_sim_begin(p, round == 1 ? "truth/round1.csv" : "truth/round2.csv");
        for (int i = 0; i < 6; i++) cv_sim_word_cell(p, header[i]);
        cv_sim_option_headers(p, w, round);
        cv_sim_end_row(p);
        for (int32_t i = 0; i < w->n_contests; i++)
            for (int32_t s = 0; w->contest[i].round == round && s < w->contest[i].n_stations; s++)
                true_row(p, w, &w->contest[i], s, *p->room);
    }
}

/* election.json: what was elected and how, and which column of which file is what. */
#include <jansson.h>

#include "base/map.h"
#include "report/json.h"
#include "simulate/copies.h"
#include "simulate/names.h"
#include "simulate/write.h"

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    cv_sim_pen *p = to;
    (void)err;
    cv_text_add(&p->t, bytes);
    cv_sim_flow(p);
    return p->status;
}

static json_t *text(const char *s)
{
    return json_string(s);
}

static json_t *share(const char *fraction, const char *relation, const char *base)
{
    json_t *out = json_object();
    cv_json_set(out, "share", text(fraction));
    cv_json_set(out, "relation", text(relation));
    cv_json_set(out, "base", text(base));
    return out;
}

/* ---- head ---- */

static cv_str title_of(const cv_sim_world *w, cv_arena *keep)
{
    switch (w->preset->system) {
    case CV_SIM_ASSEMBLY:
        return cv_str_format(keep, "Simulated: assembly of %d seats in two rounds",
                             (int)w->n_districts);
    case CV_SIM_PRESIDENT: return CV_STR("Simulated: election of a president in two rounds");
    case CV_SIM_LIST: break;
    }
    return cv_str_format(keep, "Simulated: %d seats for lists", (int)w->preset->seats);
}

static void head(cv_json *j, const cv_sim_world *w, cv_arena *keep)
{
    json_t *about = json_array(), *profile = json_object();
    cv_json_value(j, "canvass", json_integer(1));
    cv_json_value(j, "id",
                  cv_json_str(cv_str_format(keep, "simulated-%s-%llu", w->preset->id,
                                            (unsigned long long)w->options.seed)));
    cv_json_value(j, "title", cv_json_str(title_of(w, keep)));
    cv_json_value(j, "date", cv_json_str(cv_sim_date(1, 0, keep)));
    cv_json_value(j, "place", text(CV_SIM_COUNTRY));
    cv_json_value(j, "simulated", json_true());
    cv_json_add(about, text("SIMULATED. No country, person, place or event in this case exists; "
                            "the figures were drawn at "
                            "random by `canvass simulate`."));
    cv_json_add(about, text("truth.json beside this file says what is true and what was planted. "
                            "Look at it last."));
    cv_json_value(j, "about", about);
    cv_json_set(profile, "took_part", text("signed"));
    cv_json_value(j, "profile", profile);
}

static void blocs(cv_json *j)
{
    cv_json_array(j, "blocs");
    for (int32_t b = 0; b < CV_SIM_BLOCS; b++) {
        json_t *out = json_object(), *parties = json_array();
        cv_json_set(out, "id", text(CV_SIM_BLOC[b].id));
        cv_json_set(out, "name", text(CV_SIM_BLOC[b].name));
        cv_json_add(parties, text(CV_SIM_BLOC[b].name));
        cv_json_set(out, "parties", parties);
        cv_json_line(j, NULL, out);
    }
    cv_json_end(j);
}

/* ---- law ---- */

static json_t *two_rounds(void)
{
    json_t *out = json_object(), *win = json_array();
    cv_json_set(out, "name", text("more than half of those who took part, else a run-off of two"));
    cv_json_set(out, "cite", text("Electoral Law of Calmeria (invented), art. 75"));
    cv_json_set(out, "engine", text("two-round"));
    cv_json_add(win, share("1/2", ">", "participants"));
    cv_json_set(out, "win", win);
    cv_json_set(out, "runoff_top", json_integer(2));
    cv_json_set(out, "against", text("void-if-above-leader"));
    return out;
}

static json_t *runoff(void)
{
    json_t *out = json_object();
    cv_json_set(out, "name", text("most votes in the run-off"));
    cv_json_set(out, "cite", text("Electoral Law of Calmeria (invented), art. 76"));
    cv_json_set(out, "engine", text("plurality"));
    cv_json_set(out, "against", text("void-if-above-leader"));
    return out;
}

static json_t *lists(void)
{
    json_t *out = json_object(), *thresholds = json_array();
    cv_json_set(out, "name", text("highest averages among lists with 5 in 100 of the votes"));
    cv_json_set(out, "cite", text("Electoral Law of Calmeria (invented), art. 81"));
    cv_json_set(out, "engine", text("highest-averages"));
    cv_json_set(out, "divisors", text("dhondt"));
    cv_json_add(thresholds, share("5/100", ">=", "valid"));
    cv_json_set(out, "thresholds", thresholds);
    return out;
}

static void law(cv_json *j, const cv_sim_world *w)
{
    json_t *out = json_object();
    if (w->preset->system == CV_SIM_LIST) {
        cv_json_set(out, "lists", lists());
    } else {
        cv_json_set(out, "first-round", two_rounds());
        cv_json_set(out, "run-off", runoff());
    }
    cv_json_value(j, "rule_sets", out);
}

/* ---- contests ---- */

static json_t *option_value(const cv_sim_world *w, const cv_sim_option *o)
{
    json_t *out = json_object();
    cv_json_set(out, "id", cv_json_str(o->id));
    cv_json_set(out, "name", cv_json_str(o->name));
    if (o->bloc >= 0) cv_json_set(out, "party", text(CV_SIM_BLOC[o->bloc].name));
    if (o->against) cv_json_set(out, "kind", text("against"));
    if (w->preset->system == CV_SIM_LIST) cv_json_set(out, "kind", text("list"));
    return out;
}

static void lots(cv_json *j, const cv_sim_contest *c)
{
    if (c->drawn < 0) return;
    json_t *all = json_array(), *one = json_object(), *drawn = json_array();
    cv_json_add(drawn, cv_json_str(c->option[c->drawn].id));
    cv_json_set(one, "drawn", drawn);
    cv_json_set(one, "cite", cv_json_str(c->drawn_cite));
    cv_json_add(all, one);
    cv_json_value(j, "lots", all);
}

static void contest(cv_json *j, const cv_sim_world *w, const cv_sim_contest *c)
{
    cv_json_object(j, NULL);
    cv_json_value(j, "id", cv_json_str(c->id));
    cv_json_value(j, "name", cv_json_str(c->name));
    if (c->seats > 1) cv_json_value(j, "seats", json_integer(c->seats));
    const char *rule = w->preset->system == CV_SIM_LIST ? "lists"
                       : c->round == 1                  ? "first-round"
                                                        : "run-off";
    cv_json_value(j, "rule", text(rule));
    if (c->first_round >= 0)
        cv_json_value(j, "runoff_of", cv_json_str(w->contest[c->first_round].id));
    if (c->district >= 0) cv_json_value(j, "area", cv_json_str(w->district[c->district].name));
    cv_json_array(j, "options");
    for (int32_t o = 0; o < c->n_options; o++)
        cv_json_line(j, NULL, option_value(w, &c->option[o]));
    cv_json_end(j);
    lots(j, c);
    cv_json_end(j);
}

/* ---- tables ---- */

static void copies(cv_json *j, const cv_sim_world *w)
{
    json_t *official = json_object();
    cv_json_array(j, "copies");
    cv_json_set(official, "id", text("official"));
    cv_json_set(official, "kind", text("original"));
    cv_json_set(official, "holder", text("Electoral Commission of Calmeria"));
    cv_json_line(j, NULL, official);
    for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++) {
        if (!cv_sim_has_copies(w, 1, h) && !cv_sim_has_copies(w, 2, h)) continue;
        json_t *out = json_object();
        cv_json_set(out, "id", text(CV_SIM_HOLDERS[h].id));
        cv_json_set(out, "kind", text(CV_SIM_HOLDERS[h].kind));
        cv_json_set(out, "holder", text(CV_SIM_HOLDERS[h].holder));
        cv_json_line(j, NULL, out);
    }
    cv_json_end(j);
}

static json_t *lines_value(const cv_sim_line *line, int32_t n)
{
    json_t *out = json_object();
    for (int32_t i = 0; i < n; i++)
        cv_json_set(out, CV_SIM_LINE[line[i]].field, text(CV_SIM_LINE[line[i]].column));
    return out;
}

static void set_option(json_t *out, const cv_sim_option *o, cv_arena *keep)
{
    cv_str id = cv_str_copy(keep, o->id);
    cv_json_set(out, id.s, cv_json_str(cv_sim_option_column(o, keep)));
}

/* Every table of a round names its options by their number in the first round. */
static json_t *all_options(const cv_sim_world *w, int32_t round, cv_arena *keep)
{
    json_t *out = json_object();
    int32_t n = cv_sim_option_columns(w, round);
    for (int32_t i = 0; i < n; i++) {
        cv_sim_option o = {.first_round = i};
        o.id = cv_str_format(keep, "%d", (int)i + 1);
        set_option(out, &o, keep);
    }
    if (cv_sim_has_against(w)) cv_json_set(out, "against", text("against_all"));
    return out;
}

/* Official forms may have blank cells, so each ballot is mapped by itself: only its options. */
static json_t *official_form(const cv_sim_contest *c, cv_str ballot, cv_arena *keep)
{
    json_t *out = json_object(), *where = json_array(), *condition = json_object(),
           *options = json_object();
    cv_sim_line every[CV_SIM_LINES];
    for (int32_t i = 0; i < CV_SIM_LINES; i++) every[i] = (cv_sim_line)i;
    cv_json_set(out, "contest", text("{contest}"));
    cv_json_set(condition, "column", text("ballot"));
    cv_json_set(condition, "is", cv_json_str(ballot));
    cv_json_add(where, condition);
    cv_json_set(out, "where", where);
    cv_json_set(out, "fields", lines_value(every, CV_SIM_LINES));
    for (int32_t o = 0; o < c->n_options; o++) set_option(options, &c->option[o], keep);
    cv_json_set(out, "options", options);
    return out;
}

static json_t *official_forms(const cv_sim_world *w, int32_t round, cv_arena *keep)
{
    json_t *out = json_array();
    cv_map seen = {0};
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        if (c->round != round) continue;
        cv_str ballot = cv_sim_ballot(c, keep);
        if (cv_map_get(&seen, ballot) >= 0) continue;
        cv_map_add(&seen, ballot, 1, keep);
        cv_json_add(out, official_form(c, ballot, keep));
    }
    return out;
}

static void official_table(cv_json *j, const cv_sim_world *w, int32_t round, cv_arena *keep)
{
    json_t *out = json_object(), *ignore = json_array();
    cv_json_set(out, "file", text(round == 1 ? "results/round1.csv" : "results/round2.csv"));
    cv_json_set(out, "station", text("station"));
    cv_json_set(out, "forms", official_forms(w, round, keep));
    cv_json_add(ignore, text("received_at"));
    cv_json_add(ignore, text("ballot"));
    /* Columns of options that stand on no ballot of a run-off. */
    json_t *options = all_options(w, round, keep);
    const char *id;
    json_t *column;
    json_object_foreach(options, id, column)
    {
        bool used = false;
        for (int32_t i = 0; i < w->n_contests && !used; i++)
            for (int32_t o = 0; w->contest[i].round == round && o < w->contest[i].n_options; o++)
                used = used || cv_str_eq(w->contest[i].option[o].id, cv_str_of(id));
        if (!used) json_array_append(ignore, column);
    }
    json_decref(options);
    cv_json_set(out, "ignore", ignore);
    cv_json_value(j, NULL, out);
}

static void copy_table(cv_json *j, const cv_sim_world *w, int32_t round, int32_t holder,
                       cv_arena *keep)
{
    static const cv_sim_line line[] = {CV_SIM_SIGNED, CV_SIM_INVALID, CV_SIM_VALID};
    json_t *out = json_object(), *forms = json_array(), *form = json_object();
    cv_json_set(out, "file",
                cv_json_str(cv_str_format(keep, "copies/round%d-%s.csv", (int)round,
                                          CV_SIM_HOLDERS[holder].id)));
    cv_json_set(out, "station", text("station"));
    cv_json_set(form, "contest", text("{contest}"));
    cv_json_set(form, "copy", text(CV_SIM_HOLDERS[holder].id));
    cv_json_set(form, "fields", lines_value(line, 3));
    cv_json_set(form, "options", all_options(w, round, keep));
    cv_json_set(form, "option_blank", text("absent"));
    cv_json_add(forms, form);
    cv_json_set(out, "forms", forms);
    cv_json_value(j, NULL, out);
}

static void results(cv_json *j, const cv_sim_world *w, cv_arena *keep)
{
    cv_json_array(j, "results");
    for (int32_t round = 1; round <= CV_SIM_ROUNDS; round++) {
        if (!cv_sim_has_round(w, round)) continue;
        official_table(j, w, round, keep);
        for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++)
            if (cv_sim_has_copies(w, round, h)) copy_table(j, w, round, h, keep);
    }
    cv_json_end(j);
}

static json_t *area_level(const char *level)
{
    json_t *out = json_object();
    cv_json_set(out, "level", text(level));
    cv_json_set(out, "column", text(level));
    return out;
}

static json_t *kinds(void)
{
    json_t *out = json_object(), *values = json_object();
    cv_json_set(out, "column", text("kind"));
    cv_json_set(values, "special", text("special"));
    cv_json_set(values, "abroad", text("abroad"));
    cv_json_set(out, "values", values);
    return out;
}

static void stations(cv_json *j, const cv_sim_world *w)
{
    json_t *out = json_object(), *files = json_array(), *area = json_array();
    cv_json_add(files, text("stations/round1.csv"));
    if (cv_sim_has_round(w, 2)) cv_json_add(files, text("stations/round2.csv"));
    cv_json_set(out, "file", files);
    cv_json_set(out, "station", text("station"));
    cv_json_set(out, "station_name", text("name"));
    cv_json_add(area, area_level("region"));
    cv_json_add(area, area_level("district"));
    cv_json_set(out, "area", area);
    cv_json_set(out, "lat", text("lat"));
    cv_json_set(out, "lon", text("lon"));
    cv_json_set(out, "kind", kinds());
    cv_json_set(out, "contests", text("{contest}"));
    cv_json_set(out, "registered", text("registered"));
    cv_json_value(j, "stations", out);
}

static void map(cv_json *j, const cv_sim_world *w)
{
    bool seats = w->preset->system == CV_SIM_ASSEMBLY;
    json_t *out = json_object();
    cv_json_set(out, "file", text("map.geojson"));
    cv_json_set(out, "code", text(seats ? "contest" : "district"));
    cv_json_set(out, "of", text(seats ? "contest" : "area"));
    if (!seats) cv_json_set(out, "level", text("district"));
    cv_json_value(j, "map", out);
}

void cv_sim_write_election(cv_sim_pen *p, const cv_sim_world *w)
{
    cv_sim_begin(p, "election.json");
    cv_json j = cv_json_open((cv_out){put, p}, p->err);
    cv_arena *keep = p->room;
    head(&j, w, keep);
    blocs(&j);
    law(&j, w);
    cv_json_array(&j, "contests");
    for (int32_t i = 0; i < w->n_contests; i++) contest(&j, w, &w->contest[i]);
    cv_json_end(&j);
    copies(&j, w);
    results(&j, w, keep);
    stations(&j, w);
    map(&j, w);
    cv_status status = cv_json_close(&j);
    if (p->status == CV_OK) p->status = status;
}

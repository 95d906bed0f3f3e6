/* Lists of stations, official forms, copies, what was declared and decided. */
#include <string.h>

#include "simulate/copies.h"
#include "simulate/count.h"
#include "simulate/names.h"
#include "simulate/write.h"

static void station_cell(cv_sim_pen *p, const cv_sim_world *w, int32_t station, cv_arena scratch)
{
    cv_sim_text_cell(p, cv_sim_code(w, station, &scratch));
}

/* ---- stations ---- */

static const char *kind_word(cv_station_kind kind)
{
    if (kind == CV_STATION_SPECIAL) return "special";
    return kind == CV_STATION_ABROAD ? "abroad" : "ordinary";
}

static void degrees_cell(cv_sim_pen *p, int32_t e5, cv_arena scratch)
{
    int32_t size = e5 < 0 ? -e5 : e5;
    cv_csv_next(&p->t);
    cv_text_add(&p->t, cv_str_format(&scratch, "%s%d.%05d", e5 < 0 ? "-" : "", (int)(size / 100000),
                                     (int)(size % 100000)));
}

static void station_row(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                        cv_arena scratch)
{
    int32_t station = cv_sim_station_of(c, s);
    const cv_sim_station *at = &w->station[station];
    const cv_sim_district *d = &w->district[at->district];
    station_cell(p, w, station, scratch);
    cv_sim_text_cell(p, cv_sim_building(w, station, &scratch));
    cv_sim_text_cell(p, w->region[d->region].name);
    cv_sim_text_cell(p, d->name);
    cv_sim_text_cell(p, c->id);
    cv_sim_word_cell(p, kind_word(at->kind));
    cv_sim_count_cell(p, cv_sim_row(c, c->truth, s)[CV_SIM_REG]);
    degrees_cell(p, at->at.lat, scratch);
    degrees_cell(p, at->at.lon, scratch);
    cv_sim_end_row(p);
}

static void stations(cv_sim_pen *p, const cv_sim_world *w, int32_t round)
{
    static const char *const header[] = {"station", "name",       "region", "district", "contest",
                                         "kind",    "registered", "lat",    "lon"};
    cv_sim_begin(p, round == 1 ? "stations/round1.csv" : "stations/round2.csv");
    for (size_t i = 0; i < sizeof header / sizeof *header; i++) cv_sim_word_cell(p, header[i]);
    cv_sim_end_row(p);
    for (int32_t i = 0; i < w->n_contests; i++)
        for (int32_t s = 0; w->contest[i].round == round && s < w->contest[i].n_stations; s++)
            station_row(p, w, &w->contest[i], s, *p->room);
}

/* ---- official forms ---- */

/* Polls close at 20:00; the time may run into the next days. */
static void arrival_cell(cv_sim_pen *p, const cv_sim_contest *c, int32_t s, cv_arena scratch)
{
    int32_t minute = 20 * 60 + c->minutes[s], day = minute / 1440;
    cv_str date = cv_sim_date(c->round, day, &scratch);
    minute %= 1440;
    cv_sim_text_cell(p, cv_str_format(&scratch, "%.*sT%02d:%02d", CV_ARG(date), (int)(minute / 60),
                                      (int)(minute % 60)));
}

static void form_row(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                     cv_arena scratch)
{
    const cv_cell *row = cv_sim_row(c, c->official, s);
    cv_sim_text_cell(p, c->id);
    station_cell(p, w, cv_sim_station_of(c, s), scratch);
    cv_sim_text_cell(p, cv_sim_ballot(c, &scratch));
    arrival_cell(p, c, s, scratch);
    for (int32_t i = 0; i < CV_SIM_LINES; i++) cv_sim_form_cell(p, row[i]);
    cv_sim_option_cells(p, w, c, row + CV_SIM_LINES);
    cv_sim_end_row(p);
}

static void forms(cv_sim_pen *p, const cv_sim_world *w, int32_t round)
{
    cv_sim_begin(p, round == 1 ? "results/round1.csv" : "results/round2.csv");
    cv_sim_word_cell(p, "contest");
    cv_sim_word_cell(p, "station");
    cv_sim_word_cell(p, "ballot");
    cv_sim_word_cell(p, "received_at");
    for (int32_t i = 0; i < CV_SIM_LINES; i++) cv_sim_word_cell(p, CV_SIM_LINE[i].column);
    cv_sim_option_headers(p, w, round);
    cv_sim_end_row(p);
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        for (int32_t s = 0; c->round == round && s < c->n_stations; s++)
            if (!c->missing[s]) form_row(p, w, c, s, *p->room);
    }
}

/* ---- copies ---- */

static void copy_row(cv_sim_pen *p, const cv_sim_world *w, int32_t contest, int32_t s,
                     int32_t holder, cv_arena scratch)
{
    const cv_sim_contest *c = &w->contest[contest];
    cv_cell row[CV_SIM_LINES + CV_SIM_OPTIONS_MAX];
    cv_sim_read_copy(row, w, contest, s, holder);
    cv_sim_text_cell(p, c->id);
    station_cell(p, w, cv_sim_station_of(c, s), scratch);
    cv_sim_form_cell(p, row[CV_SIM_SIGNED]);
    cv_sim_form_cell(p, row[CV_SIM_INVALID]);
    cv_sim_form_cell(p, row[CV_SIM_VALID]);
    cv_sim_option_cells(p, w, c, row + CV_SIM_LINES);
    cv_sim_end_row(p);
}

static void copies(cv_sim_pen *p, const cv_sim_world *w, int32_t round, int32_t holder)
{
    if (!cv_sim_has_copies(w, round, holder)) return;
    char name[64];
    cv_str made =
        cv_str_format(p->room, "copies/round%d-%s.csv", (int)round, CV_SIM_HOLDERS[holder].id);
    memcpy(name, made.s, (size_t)made.n + 1);
    cv_sim_begin(p, name);
    cv_sim_word_cell(p, "contest");
    cv_sim_word_cell(p, "station");
    cv_sim_word_cell(p, "signatures");
    cv_sim_word_cell(p, "invalid");
    cv_sim_word_cell(p, "valid");
    cv_sim_option_headers(p, w, round);
    cv_sim_end_row(p);
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        for (int32_t s = 0; c->round == round && s < c->n_stations; s++)
            if (cv_sim_holds(c, s, holder)) copy_row(p, w, i, s, holder, *p->room);
    }
}

void cv_sim_write_tables(cv_sim_pen *p, const cv_sim_world *w)
{
    for (int32_t round = 1; round <= CV_SIM_ROUNDS; round++) {
        if (!cv_sim_has_round(w, round)) continue;
        stations(p, w, round);
        forms(p, w, round);
        for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++) copies(p, w, round, h);
    }
}

/* ---- declared ---- */

static void declared_row(cv_sim_pen *p, const cv_sim_contest *c, cv_str option, cv_count votes,
                         int64_t seats)
{
    cv_sim_text_cell(p, c->id);
    /* Ids hold letters, digits and at most the @ of a total, which a cell for people would get
     * an apostrophe before. */
    cv_csv_next(&p->t);
    cv_text_add(&p->t, option);
    cv_sim_count_cell(p, votes);
    cv_sim_count_cell(p, seats);
    cv_sim_end_row(p);
}

static void declare(cv_sim_pen *p, const cv_sim_world *w, int32_t contest)
{
    const cv_sim_contest *c = &w->contest[contest];
    cv_sim_count k;
    cv_sim_declared(&k, w, contest);
    for (int32_t o = 0; o < c->n_options; o++) {
        bool goes_on = k.kind == CV_SIM_RUNOFF && (o == k.first || o == k.second);
        declared_row(p, c, c->option[o].id, k.votes[o], goes_on ? 1 : k.seats[o]);
    }
    declared_row(p, c, CV_STR("@signed"), k.line[CV_SIM_SIGNED], CV_BLANK);
    if (k.kind == CV_SIM_RUNOFF) declared_row(p, c, CV_STR("@runoff"), CV_BLANK, CV_BLANK);
    if (k.kind == CV_SIM_VOID) declared_row(p, c, CV_STR("@void"), CV_BLANK, CV_BLANK);
}

void cv_sim_write_declared(cv_sim_pen *p, const cv_sim_world *w)
{
    cv_sim_begin(p, "declared.csv");
    cv_sim_word_cell(p, "contest");
    cv_sim_word_cell(p, "option");
    cv_sim_word_cell(p, "votes");
    cv_sim_word_cell(p, "seats");
    cv_sim_end_row(p);
    for (int32_t c = 0; c < w->n_contests; c++) declare(p, w, c);
}

/* ---- decisions ---- */

static void decision_row(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_decision *d,
                         cv_arena scratch)
{
    const cv_sim_contest *c = &w->contest[d->contest];
    cv_sim_word_cell(p, d->id);
    cv_sim_text_cell(p, cv_sim_date(c->round, d->day, &scratch));
    cv_sim_word_cell(p, d->body);
    cv_sim_text_cell(p, c->id);
    cv_sim_word_cell(p, d->effect == CV_SIM_ANNUL ? "annul" : "adopt");
    station_cell(p, w, cv_sim_station_of(c, d->station), scratch);
    cv_sim_word_cell(p, d->effect == CV_SIM_ANNUL ? "" : CV_SIM_HOLDERS[d->holder].id);
    cv_sim_text_cell(p, cv_str_format(&scratch, "simulated decision %s", d->id));
    cv_sim_word_cell(p, d->text);
    cv_sim_end_row(p);
}

void cv_sim_write_decisions(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const header[] = {"decision", "effective", "body", "contest", "effect",
                                         "station",  "copy",      "cite", "text"};
    if (!w->n_decisions) return;
    cv_sim_begin(p, "decisions.csv");
    for (size_t i = 0; i < sizeof header / sizeof *header; i++) cv_sim_word_cell(p, header[i]);
    cv_sim_end_row(p);
    for (int64_t i = 0; i < w->n_decisions; i++) decision_row(p, w, &w->decision[i], *p->room);
}

/* manifest.csv: where the paper is. boxes.csv: what a person would find who opened each box. */
#include <string.h>

#include "simulate/fault.h"
#include "simulate/write.h"

typedef struct {
    cv_cell mobile[CV_SIM_OPTIONS_MAX + 1],
        stationary[CV_SIM_OPTIONS_MAX + 1]; /* invalid is last */
    cv_count n_mobile, n_stationary;
} boxes;

/* The papers themselves: as on the sheet where papers were put in, as the voters marked them where
 * only figures were changed. */
static const cv_cell *papers_of(const cv_sim_world *w, const cv_sim_contest *c, int32_t s)
{
    int32_t f = c->fault[s];
    bool of_sheet = f >= 0 && cv_sim_fault_moves_paper(w->fault[f].kind);
    return cv_sim_row(c, of_sheet ? c->form : c->truth, s);
}

/* Voters at home are voters like others: their papers are a random part of all. */
static void fill(boxes *b, const cv_sim_world *w, const cv_sim_contest *c, int32_t s)
{
    const cv_cell *row = papers_of(w, c, s);
    int64_t left = (int64_t)row[CV_SIM_BOX_OUT] + row[CV_SIM_BOX_STATION],
            out = row[CV_SIM_BOX_OUT];
    cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_BOXES, (uint64_t)cv_sim_station_of(c, s),
                           (uint64_t)c->round);
    for (int32_t o = 0; o <= c->n_options; o++) {
        int64_t n = o < c->n_options ? row[CV_SIM_LINES + o] : row[CV_SIM_INVALID];
        int64_t mobile = cv_rng_hypergeometric(&r, left, n, out);
        b->mobile[o] = (cv_cell)mobile;
        b->stationary[o] = (cv_cell)(n - mobile);
        left -= n;
        out -= mobile;
    }
    b->n_mobile = row[CV_SIM_BOX_OUT];
    b->n_stationary = row[CV_SIM_BOX_STATION];
}

static void name_box(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                     char which, cv_arena scratch)
{
    cv_str code = cv_sim_code(w, cv_sim_station_of(c, s), &scratch);
    cv_sim_text_cell(p, c->id);
    cv_sim_text_cell(p, code);
    cv_sim_text_cell(p, cv_str_format(&scratch, "%.*s-%d%c", CV_ARG(code), (int)c->round, which));
}

static void manifest_rows(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s)
{
    const cv_cell *row = papers_of(w, c, s);
    static const cv_sim_line line[] = {CV_SIM_BOX_STATION, CV_SIM_BOX_OUT};
    for (int i = 0; i < 2; i++) {
        if (!row[line[i]]) continue;
        name_box(p, w, c, s, i ? 'M' : 'S', *p->room);
        cv_sim_word_cell(p, "1");
        cv_sim_count_cell(p, row[line[i]]);
        cv_sim_end_row(p);
    }
}

static void box_row(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                    const cv_cell *found, char which)
{
    name_box(p, w, c, s, which, *p->room);
    cv_sim_form_cell(p, found[c->n_options]);
    cv_sim_option_cells(p, w, c, found);
    cv_sim_end_row(p);
}

static void box_rows(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s)
{
    boxes b;
    fill(&b, w, c, s);
    if (b.n_stationary) box_row(p, w, c, s, b.stationary, 'S');
    if (b.n_mobile) box_row(p, w, c, s, b.mobile, 'M');
}

static void headers(cv_sim_pen *p, const char *const *header, int n)
{
    for (int i = 0; i < n; i++) cv_sim_word_cell(p, header[i]);
}

void cv_sim_write_boxes(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const manifest[] = {"contest", "station", "container", "bundle", "count"};
    static const char *const opened[] = {"contest", "station", "container", "invalid"};
    cv_sim_begin(p, "manifest.csv");
    headers(p, manifest, 5);
    cv_sim_end_row(p);
    for (int32_t i = 0; i < w->n_contests; i++)
        for (int32_t s = 0; s < w->contest[i].n_stations; s++)
            manifest_rows(p, w, &w->contest[i], s);
    for (int32_t round = 1; round <= CV_SIM_ROUNDS; round++) {
        if (!cv_sim_has_round(w, round)) continue;
        cv_sim_begin(p, round == 1 ? "truth/boxes-round1.csv" : "truth/boxes-round2.csv");
        headers(p, opened, 4);
        cv_sim_option_headers(p, w, round);
        cv_sim_end_row(p);
        for (int32_t i = 0; i < w->n_contests; i++)
            for (int32_t s = 0; w->contest[i].round == round && s < w->contest[i].n_stations; s++)
                box_rows(p, w, &w->contest[i], s);
    }
}

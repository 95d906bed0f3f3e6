#include "simulate/write.h"

#include <string.h>

#include "base/check.h"
#include "base/date.h"
#include "simulate/copies.h"

enum { MUCH = 1 << 16 };

/* ---- the pen ---- */

void cv_sim_put(cv_sim_pen *p)
{
    if (p->status == CV_OK && p->t.n)
        p->status = p->files->put(p->files->to, cv_text_str(&p->t), p->err);
    p->t.n = 0;
}

void cv_sim_flow(cv_sim_pen *p)
{
    if (p->t.n >= MUCH) cv_sim_put(p);
}

cv_str cv_sim_file_name(int32_t i, cv_arena *keep)
{
    static const char *const name[] = {
        "election.json",
        "stations/round1.csv",
        "stations/round2.csv",
        "results/round1.csv",
        "results/round2.csv",
        "declared.csv",
        "decisions.csv",
        "complaints.csv",
        "incidents.csv",
        "observations.csv",
        "manifest.csv",
        "map.geojson",
        "truth.json",
        "truth/round1.csv",
        "truth/round2.csv",
        "truth/boxes-round1.csv",
        "truth/boxes-round2.csv",
    };
    const int32_t n = (int32_t)(sizeof name / sizeof *name);
    if (i < n) return cv_str_of(name[i]);
    if (i - n >= CV_SIM_ROUNDS * CV_SIM_N_HOLDERS) return CV_STR("");
    return cv_str_format(keep, "copies/round%d-%s.csv", (int)((i - n) / CV_SIM_N_HOLDERS) + 1,
                         CV_SIM_HOLDERS[(i - n) % CV_SIM_N_HOLDERS].id);
}

static bool is_listed(cv_str name, cv_arena *work)
{
    for (int32_t i = 0;; i++) {
        cv_str listed = cv_sim_file_name(i, work);
        if (!listed.n || cv_str_eq(listed, name)) return listed.n > 0;
    }
}

void cv_sim_begin(cv_sim_pen *p, const char *name)
{
    cv_assert(is_listed(cv_str_of(name), p->room));
    cv_sim_put(p);
    if (p->status == CV_OK) p->status = p->files->begin(p->files->to, cv_str_of(name), p->err);
}

static void separate(cv_sim_pen *p)
{
    if (p->t.n && p->t.s[p->t.n - 1] != '\n') cv_csv_next(&p->t);
}

void cv_sim_text_cell(cv_sim_pen *p, cv_str s)
{
    separate(p);
    cv_csv_cell(&p->t, s);
}

void cv_sim_word_cell(cv_sim_pen *p, const char *s)
{
    cv_sim_text_cell(p, cv_str_of(s));
}

void cv_sim_count_cell(cv_sim_pen *p, int64_t n)
{
    separate(p);
    cv_csv_count(&p->t, n);
}

void cv_sim_form_cell(cv_sim_pen *p, cv_cell c)
{
    if (c == CV_CELL_ILLEGIBLE)
        cv_sim_text_cell(p, CV_STR("?"));
    else
        cv_sim_count_cell(p, c >= 0 ? c : CV_BLANK);
}

void cv_sim_end_row(cv_sim_pen *p)
{
    cv_csv_end(&p->t);
    cv_sim_flow(p);
}

/* ---- options as columns ---- */

static int32_t number_of(const cv_sim_option *o)
{
    return o->first_round;
}

cv_str cv_sim_option_column(const cv_sim_option *o, cv_arena *keep)
{
    if (o->against) return CV_STR("against_all");
    return cv_str_format(keep, "candidate_%d", (int)number_of(o) + 1);
}

int32_t cv_sim_option_columns(const cv_sim_world *w, int32_t round)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        if (c->round != round) continue;
        for (int32_t o = 0; o < c->n_options; o++)
            if (!c->option[o].against && number_of(&c->option[o]) >= n)
                n = number_of(&c->option[o]) + 1;
    }
    return n;
}

bool cv_sim_has_against(const cv_sim_world *w)
{
    const cv_sim_contest *c = &w->contest[0];
    return c->option[c->n_options - 1].against;
}

void cv_sim_option_headers(cv_sim_pen *p, const cv_sim_world *w, int32_t round)
{
    int32_t n = cv_sim_option_columns(w, round);
    for (int32_t i = 1; i <= n; i++)
        cv_sim_text_cell(p, cv_str_format(p->room, "candidate_%d", (int)i));
    if (cv_sim_has_against(w)) cv_sim_word_cell(p, "against_all");
}

void cv_sim_option_cells(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c,
                         const cv_cell *votes)
{
    int32_t n = cv_sim_option_columns(w, c->round), o = 0;
    for (int32_t i = 0; i < n; i++) {
        bool stands = o < c->n_options && !c->option[o].against && number_of(&c->option[o]) == i;
        cv_sim_form_cell(p, stands ? votes[o] : CV_CELL_BLANK);
        o += stands;
    }
    if (cv_sim_has_against(w)) cv_sim_form_cell(p, votes[c->n_options - 1]);
}

cv_str cv_sim_ballot(const cv_sim_contest *c, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    for (int32_t o = 0; o < c->n_options; o++) {
        if (o) cv_text_add(&t, CV_STR(" "));
        cv_text_add(&t, c->option[o].id);
    }
    return cv_text_str(&t);
}

/* ---- which files there are ---- */

bool cv_sim_has_round(const cv_sim_world *w, int32_t round)
{
    for (int32_t i = 0; i < w->n_contests; i++)
        if (w->contest[i].round == round) return true;
    return false;
}

bool cv_sim_has_copies(const cv_sim_world *w, int32_t round, int32_t holder)
{
    for (int32_t i = 0; i < w->n_contests; i++) {
        const cv_sim_contest *c = &w->contest[i];
        for (int32_t s = 0; c->round == round && s < c->n_stations; s++)
            if (cv_sim_holds(c, s, holder)) return true;
    }
    return false;
}

/* Two Sundays; the run-off two weeks after the first round. */
cv_str cv_sim_date(int32_t round, int32_t days, cv_arena *keep)
{
    enum { FIRST_ROUND = 20877 /* 2027-02-28 */, BETWEEN = 14 };
    cv_date d = {FIRST_ROUND + (round == 2 ? BETWEEN : 0) + days, -1};
    return cv_date_text(d, keep);
}

/* ---- all of it ---- */

cv_status cv_sim_write(const cv_sim_world *w, const cv_sim_files *files, cv_arena scratch,
                       cv_error *err)
{
    static void (*const writer[])(cv_sim_pen *, const cv_sim_world *) = {
        cv_sim_write_election, cv_sim_write_tables, cv_sim_write_declared, cv_sim_write_decisions,
        cv_sim_write_people,   cv_sim_write_boxes,  cv_sim_write_map,      cv_sim_write_truth,
    };
    cv_arena room = cv_arena_open();
    cv_sim_pen p = {.files = files, .err = err, .room = &room};
    p.t = cv_text_open(&scratch);
    for (size_t i = 0; i < sizeof writer / sizeof *writer && p.status == CV_OK; i++)
        writer[i](&p, w);
    cv_sim_put(&p);
    cv_arena_close(&room);
    return p.status;
}

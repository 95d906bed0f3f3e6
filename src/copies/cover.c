#include "copies/copies.h"

#include "num/wide.h"

const int32_t CV_LEAD_BAND_END[CV_LEAD_BANDS - 1] = {1, 5, 10, 20};

static int32_t band_of(const cv_copies_lead *l)
{
    int32_t band = 0;
    while (band < CV_LEAD_BANDS - 1 &&
           cv_times(100, l->lead) >= cv_times(CV_LEAD_BAND_END[band], l->valid))
        band++;
    return band;
}

static bool is_second(const cv_election *e, const cv_forms *f, int32_t row)
{
    return f->state[row] == CV_FORM_COPY && e->copy[f->copy[row]].kind != CV_COPY_EARLIER;
}

/* What is known of each station in the contest that is being looked at. */
typedef struct {
    int32_t *copied, *counted; /* [n_stations] contest + 1 of the last contest where it was */
} marks;

static cv_coverage_count cover_contest(cv_coverage_count *area, const cv_election *e, int32_t c,
                                       marks *m)
{
    const cv_forms *f = &e->forms[c];
    cv_coverage_count n = {0};
    for (int32_t i = 0; e->n_copies > 1 && i < f->n; i++)
        if (is_second(e, f, i)) m->copied[f->station[i].i] = c + 1;
    for (int32_t i = 0; i < f->n; i++) {
        int32_t s = f->station[i].i;
        if (!cv_form_is_live(f->state[i]) || m->counted[s] == c + 1) continue;
        m->counted[s] = c + 1;
        bool covered = m->copied[s] == c + 1;
        n.n_stations++;
        n.n_covered += covered;
        int32_t a = e->station[s].area.i;
        if (a < 0) continue;
        area[a].n_stations++;
        area[a].n_covered += covered;
    }
    return n;
}

/* The stations that cover_contest() has just counted and found without a copy. */
static const int32_t *list_alone(const cv_election *e, int32_t c, const cv_coverage_count *of,
                                 marks *m, cv_arena *keep)
{
    const cv_forms *f = &e->forms[c];
    int32_t *alone = cv_new(keep, int32_t, of->n_stations - of->n_covered), n = 0;
    for (int32_t i = 0; i < f->n; i++) {
        int32_t s = f->station[i].i;
        if (!cv_form_is_live(f->state[i]) || m->copied[s] == c + 1) continue;
        if (m->counted[s] != c + 1) continue;
        m->counted[s] = 0; /* each once */
        alone[n++] = s;
    }
    return alone;
}

static void add_band(cv_coverage_band *band, const cv_coverage_count *of)
{
    band->n_contests++;
    band->of.n_stations += of->n_stations;
    band->of.n_covered += of->n_covered;
}

void cv_copies_cover(cv_coverage *out, const cv_election *e, const cv_copies_lead *lead,
                     cv_arena *keep, cv_arena scratch)
{
    cv_coverage r = {0};
    cv_coverage_count *contest = cv_new(keep, cv_coverage_count, e->n_contests);
    cv_coverage_count *area = cv_new(keep, cv_coverage_count, e->n_areas);
    const int32_t **alone = e->n_copies > 1 ? cv_new(keep, const int32_t *, e->n_contests) : NULL;
    marks m = {cv_new(&scratch, int32_t, e->n_stations), cv_new(&scratch, int32_t, e->n_stations)};
    for (int32_t c = 0; c < e->n_contests; c++) {
        contest[c] = cover_contest(area, e, c, &m);
        if (alone) alone[c] = list_alone(e, c, &contest[c], &m, keep);
        r.all.n_stations += contest[c].n_stations;
        r.all.n_covered += contest[c].n_covered;
        bool led = lead[c].lead != CV_BLANK && lead[c].valid > 0;
        add_band(led ? &r.band[band_of(&lead[c])] : &r.no_lead, &contest[c]);
    }
    /* A parent stands before its children. */
    for (int32_t a = e->n_areas - 1; a >= 0; a--) {
        int32_t up = e->area[a].parent.i;
        if (up < 0) continue;
        area[up].n_stations += area[a].n_stations;
        area[up].n_covered += area[a].n_covered;
    }
    r.contest = contest;
    r.alone = alone;
    r.area = area;
    *out = r;
}

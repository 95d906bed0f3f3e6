/* tests/unit/check/repairs.h — what was found for one form, as text:
 *
 *     "AB 215>251 (1), AA 402>438 (4); 3 more"
 *
 * Options by their ids, fields by theirs, '.' for blank; two figures of one repair with '+'. */
#ifndef CV_TESTS_UNIT_CHECK_REPAIRS_H
#define CV_TESTS_UNIT_CHECK_REPAIRS_H

#include "papers.h"

/* The form of a Kyrgyz station of 2005, lines 2 to 14 (Election Code, art. 43). The articles say
 * nothing of early votes in the stationary box: C209 does not apply. */
#define KYRGYZ                                                                                     \
    "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "     \
    "box_station=708 valid=721 invalid=18 | 402 251 39 29"

/* Another consistent form: twice the figures. */
#define KYRGYZ_TWICE                                                                               \
    "recv=2400 iss_early=12 iss_station=1404 iss_out=62 took_part=1478 cancelled=922 box_out=62 "  \
    "box_station=1416 valid=1442 invalid=36 | 804 502 78 58"

static inline void repairs_open(papers *t, int32_t n_options)
{
    papers_open(t, n_options, 1);
    cv_build_head(t->b)->profile.took_part = CV_F_ISS;
    papers_set(t, 209, CV_SEVERITY_OFF, CV_BLANK);
}

static inline const cv_form_repairs *repairs_of(const papers *t, const char *station)
{
    for (int32_t i = 0; i < t->r.n_repairs; i++) {
        const cv_form_repairs *f = &t->r.repairs[i];
        cv_station_ix s = t->e.forms[f->contest.i].station[f->row];
        if (cv_str_eq(t->e.station[s.i].code, cv_str_of(station))) return f;
    }
    return NULL;
}

static inline void repairs_put(char *to, const papers *t, const cv_repair_figure *f)
{
    const cv_contest *c = &t->e.contest[t->contest.i];
    cv_str name = f->option >= 0 ? c->option[f->option].id : t->e.field[f->field].id;
    char from[16] = ".";
    if (f->from == CV_CELL_ILLEGIBLE) strcpy(from, "?");
    if (f->from >= 0) snprintf(from, sizeof from, "%d", f->from);
    sprintf(to + strlen(to), "%.*s %s>%d", (int)name.n, name.s, from, f->to);
}

/* "none" when the form is not listed. */
static inline const char *repairs_text(char *to, const papers *t, const char *station)
{
    const cv_form_repairs *f = repairs_of(t, station);
    *to = 0;
    for (int32_t i = 0; f && i < f->n; i++) {
        for (int32_t k = 0; k < f->repair[i].n; k++) {
            if (i || k) strcat(to, k ? " + " : ", ");
            repairs_put(to, t, &f->repair[i].figure[k]);
        }
        sprintf(to + strlen(to), " (%d)", f->repair[i].cost);
    }
    if (f && f->n_more) sprintf(to + strlen(to), "; %d more", f->n_more);
    return f ? to : "none";
}

#endif

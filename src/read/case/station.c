/* Stations: keys, names, places, kinds, merges. What the first row of a station says stays. */
#include "read/case/intake.h"

#include <math.h>

#include "base/text.h"

/* ---- coordinates ---- */

double cv_reading_degrees(cv_str s, double most)
{
    int64_t i = s.n && (s.s[0] == '-' || s.s[0] == '+') ? 1 : 0;
    double value = 0, unit = 1;
    bool after_point = false, any = false;
    for (; i < s.n && s.n < 40; i++) {
        if ((s.s[i] == '.' || s.s[i] == ',') && !after_point) {
            after_point = true;
            continue;
        }
        if (s.s[i] < '0' || s.s[i] > '9') return NAN;
        value = 10 * value + (s.s[i] - '0');
        if (after_point) unit *= 10;
        any = true;
    }
    value /= unit;
    if (!any || value > most) return NAN;
    return s.s[0] == '-' ? -value : value;
}

static void set_place(cv_intake *t, cv_station *s)
{
    const cv_mapping *m = t->m;
    if (m->lat < 0 || m->lon < 0) return;
    double lat = cv_reading_degrees(t->cell[m->lat], 90),
           lon = cv_reading_degrees(t->cell[m->lon], 180);
    bool is_nowhere = fabs(lat) <= 0 && fabs(lon) <= 0; /* 0,0 is what empty cells become */
    if (isnan(lat) || isnan(lon) || is_nowhere) return;
    s->lat = lat;
    s->lon = lon;
}

/* ---- what a first row says ---- */

/* Rows come area by area: the last row's area is looked at first. */
static cv_area_ix area_below(cv_intake *t, int32_t level, cv_area_ix parent, cv_str name)
{
    cv_last_area *last = &t->last_area[level];
    if (last->area.i >= 0 && last->parent.i == parent.i && cv_str_eq(last->name, name))
        return last->area;
    last->area = cv_build_area(t->r->b, parent, t->m->area[level].level, name);
    last->parent = parent;
    last->name = cv_build_area_at(t->r->b, last->area)->name;
    return last->area;
}

cv_area_ix cv_intake_area(cv_intake *t)
{
    cv_area_ix area = CV_NO_AREA;
    for (int32_t i = 0; i < t->m->n_areas; i++) {
        cv_template_gap gap;
        cv_str name = cv_template_text(&t->m->area[i].name, t->cell, &t->name_text, &gap);
        if (name.n) area = area_below(t, i, area, name);
    }
    return area;
}

static cv_station_kind kind_of(const cv_intake *t)
{
    const cv_mapping *m = t->m;
    for (int32_t i = 0; i < m->n_kinds; i++)
        if (cv_str_eq(m->kind[i].cell, t->cell[m->kind_column])) return m->kind[i].kind;
    return m->standard_kind;
}

/* True when this table may say what no table before it has said. */
static bool has_gaps(const cv_intake *t, const cv_station *s)
{
    const cv_mapping *m = t->m;
    return (m->n_areas && s->area.i < 0) || (m->station_name.n && !s->name.n) ||
           (m->lat >= 0 && isnan(s->lat)) || (m->spec->kind && s->kind == CV_STATION_ORDINARY);
}

static void describe(cv_intake *t, cv_station_ix ix, bool is_new)
{
    cv_area_ix area = cv_build_station_at(t->r->b, ix)->area;
    if (t->m->n_areas && area.i < 0) area = cv_intake_area(t);
    cv_station *s = cv_build_station_at(t->r->b, ix);
    s->area = area;
    if (t->m->station_name.n && !s->name.n) {
        cv_template_gap gap;
        cv_str name = cv_template_text(&t->m->station_name, t->cell, &t->name_text, &gap);
        if (name.n) s->name = cv_str_copy(t->r->keep, name);
    }
    if (isnan(s->lat)) set_place(t, s);
    if (is_new || s->kind == CV_STATION_ORDINARY) s->kind = kind_of(t);
}

/* ---- keys ---- */

static void no_key(cv_row_problem *p, const cv_intake *t, const cv_template_gap *gap)
{
    bool empty = gap->empty_column >= 0;
    p->code = CV_R06_EMPTY;
    p->column = empty ? gap->empty_column : gap->short_column;
    cv_str name = p->column >= 0 ? t->m->column[p->column] : CV_STR("station");
    p->reason = empty
                    ? cv_message_of(t->r->keep, "'%.*s' is empty, it is part of the station's key",
                                    CV_ARG(name))
                    : cv_message_of(t->r->keep, "'%.*s' is too short for the station's key",
                                    CV_ARG(p->column >= 0 ? t->cell[p->column] : name));
}

cv_station_ix cv_intake_station(cv_row_problem *p, cv_intake *t)
{
    cv_template_gap gap;
    cv_str code = cv_template_text(&t->m->station, t->cell, &t->station_text, &gap);
    if (gap.empty_column >= 0 || gap.short_column >= 0 || !code.n) {
        no_key(p, t, &gap);
        return CV_NO_STATION;
    }
    bool is_new;
    cv_station_ix s;
    if (t->r->has_station_list && !t->m->n_contests) {
        s = cv_build_station_named(t->r->b, code);
        is_new = false;
        if (s.i < 0) {
            p->code = CV_R10_STATION;
            p->reason = cv_message_of(t->r->keep, "station '%.*s' is not in the station list",
                                      CV_ARG(code));
            return s;
        }
    } else {
        s = cv_build_station(t->r->b, code, &is_new);
    }
    p->station = s;
    if (is_new || has_gaps(t, cv_build_station_at(t->r->b, s))) describe(t, s, is_new);
    return s;
}

cv_station_ix cv_intake_known_station(cv_intake *t)
{
    cv_template_gap gap;
    if (!t->m->station.n) return CV_NO_STATION;
    cv_str code = cv_template_text(&t->m->station, t->cell, &t->station_text, &gap);
    return cv_build_station_named(t->r->b, code);
}

/* ---- merges ---- */

bool cv_intake_station_facts(cv_intake *t, cv_station_ix s, cv_contest_ix c)
{
    cv_reading *r = t->r;
    bool closed = t->m->closed.n && cv_conditions_any(&t->m->closed, t->cell);
    if (closed) cv_build_station_at(r->b, s)->closed = true;
    if (!t->m->merged_into.n) return closed;
    cv_template_gap gap;
    cv_str into = cv_template_text(&t->m->merged_into, t->cell, &t->name_text, &gap);
    if (gap.empty_column >= 0 || !into.n) return closed;
    cv_merge *last = r->n_merges ? &r->merge[r->n_merges - 1] : NULL;
    if (last && last->station.i == s.i && cv_str_eq(last->into, into)) return true;
    cv_room(r->work, cv_merge, r->merge, r->n_merges, r->cap_merges);
    r->merge[r->n_merges++] = (cv_merge){s, cv_str_copy(r->work, into), t->source, t->line, c};
    return true;
}

/* Its row was taken; that it points nowhere makes it a refused one, and its station a closed one
 * of which nobody knows where its voters went. */
static void refuse_merge(cv_reading *r, const cv_merge *m)
{
    cv_build_source_at(r->b, m->source)->taken--;
    cv_build_station_at(r->b, m->station)->closed = true;
    cv_build_refuse(r->b, &(cv_refused){
                              .source = m->source,
                              .line = m->line,
                              .code = CV_R13_REFERENCE,
                              .reason = cv_message_of(
                                  r->keep, "no station '%.*s' to be merged into", CV_ARG(m->into)),
                              .contest = m->contest,
                              .station = m->station,
                          });
}

void cv_reading_finish_merges(cv_reading *r)
{
    for (int64_t i = 0; i < r->n_merges; i++) {
        const cv_merge *m = &r->merge[i];
        cv_station_ix into = cv_build_station_named(r->b, m->into);
        if (into.i >= 0 && into.i != m->station.i)
            cv_build_station_at(r->b, m->station)->merged_into = into;
        else
            refuse_merge(r, m);
    }
}

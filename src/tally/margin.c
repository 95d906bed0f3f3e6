#include "tally/margin.h"

#include "tally/rest.h"
#include "tally/stations.h"

static bool has_conditions(const cv_rule_set *r)
{
    return r->engine == CV_ENGINE_TWO_ROUND || r->has_min_share || r->has_turnout_min ||
           r->has_barred_void || r->against != CV_AGAINST_NONE;
}

void cv_margins_of_tie(cv_work *w)
{
    int32_t first = -1, second = -1;
    for (int32_t i = 0; i < w->n; i++) {
        cv_assert_stays(w, i);
        if (!w->out.in_lot[i]) continue;
        if (first < 0)
            first = i;
        else if (second < 0)
            second = i;
    }
    if (has_conditions(w->rules)) cv_assert_bases_stay(w);
    cv_hangs_on on = w->out.lot_for == CV_LOT_FOR_RUNOFF ? CV_ON_RUNOFF : CV_ON_PAIR;
    cv_margin_take(&w->out.margin, (cv_moves){0}, on, first, second);
}

void cv_margins_find(cv_work *w)
{
    bool lists = w->rules->engine == CV_ENGINE_DIVISOR || w->rules->engine == CV_ENGINE_REMAINDER;
    if (w->out.kind == CV_INCOMPLETE || w->out.why == CV_WHY_DECISION || w->seats == 0) return;
    cv_stations_assert(w);
    if (w->out.why == CV_WHY_STATIONS) return;
    if (w->out.kind == CV_TIE && !lists)
        cv_margins_of_tie(w);
    else if (lists)
        cv_margins_of_lists(w);
    else
        cv_margins_of_votes(w);
}

#include "sensitivity/issue_fall.h"

/* Other figures, or cancelled votes, can leave more papers to be read anew than are on record. */
static void raise_most(const cv_seat_questions *s, const cv_unit *u, cv_arena *keep)
{
    int32_t n = s->n_options;
    if (u->kind != CV_UNIT_FIGURES && u->kind != CV_UNIT_CANCEL) return;
    for (int32_t i = 0; i < u->n_places; i++) {
        cv_asked_place *p = &s->place[u->place[i]];
        cv_count *most = cv_new(keep, cv_count, s->m);
        for (int32_t k = 0; k < s->m; k++) {
            cv_count y = p->x[k] + (u->kind == CV_UNIT_FIGURES ? u->change[k] : 0);
            most[k] = p->most ? p->most[k] : p->x[k];
            if (y > most[k]) most[k] = y;
        }
        if (u->kind == CV_UNIT_CANCEL) {
            most[n + CV_CONTENT_INVALID] += most[u->option];
            most[n + CV_CONTENT_OTHER] += most[u->option];
        }
        p->most = most;
    }
}

void cv_issues_find_most(const cv_seat_questions *s, cv_arena *keep)
{
    for (int32_t i = 0; i < s->n_issues; i++)
        for (int32_t a = 0; a < s->issue[i].n_answers; a++)
            for (int32_t u = 0; u < s->issue[i].answer[a].n_units; u++)
                raise_most(s, &s->issue[i].answer[a].unit[u], keep);
}

/* ---- falls ---- */

static cv_fall pool_fall(const cv_seat_questions *s, const cv_unit *u, const cv_weights *w,
                         cv_arena scratch)
{
    cv_pool pool = u->pool;
    bool more = false;
    for (int32_t i = 0; i < u->n_places; i++) more = more || s->place[u->place[i]].most;
    if (!more || !pool.takes) return cv_pool_fall(&pool, w);
    cv_count *x = cv_new(&scratch, cv_count, s->m);
    pool.k = pool.whole ? 0 : pool.k;
    for (int32_t i = 0; i < u->n_places; i++) {
        const cv_asked_place *p = &s->place[u->place[i]];
        for (int32_t k = 0; k < s->m; k++) x[k] += p->most ? p->most[k] : p->x[k];
    }
    for (int32_t k = 0; pool.whole && k < s->n; k++) pool.k += x[k];
    pool.x = x;
    return cv_pool_fall(&pool, w);
}

/* Votes that are cancelled may be those of other figures: with as many as there can be. */
static cv_wide cancel_fall(const cv_seat_questions *s, const cv_unit *u, const cv_weights *w)
{
    cv_wide on_record = -cv_weigh(w, u->change, u->change[w->n], u->change[w->n + 1]);
    cv_count had = -u->change[u->option], most = 0;
    for (int32_t i = 0; i < u->n_places; i++) {
        const cv_asked_place *p = &s->place[u->place[i]];
        most += p->most ? p->most[u->option] : p->x[u->option];
    }
    if (most <= had) return on_record;
    int32_t n = s->n_options;
    int64_t each = w->weight[u->option];
    if (u->mode == CV_CANCEL_AS_INVALID) each -= w->weight[n + CV_CONTENT_INVALID];
    if (u->mode == CV_CANCEL_KEPT_IN_BASE) each -= w->weight[n + CV_CONTENT_OTHER];
    if (u->mode == CV_CANCEL_REMOVED) each += w->persons + w->box;
    cv_wide all = cv_times(most, each);
    return all > on_record ? all : on_record;
}

cv_fall cv_issue_fall(const cv_seat_questions *s, const cv_issue *issue, const cv_weights *w,
                      cv_arena scratch)
{
    cv_fall out = {0, issue->not_linear};
    for (int32_t a = 0; a < issue->n_answers; a++) {
        cv_fall sum = {0, false};
        for (int32_t u = 0; u < issue->answer[a].n_units; u++) {
            const cv_unit *unit = &issue->answer[a].unit[u];
            if (unit->kind == CV_UNIT_CANCEL && unit->change)
                sum.fall += cancel_fall(s, unit, w);
            else if (unit->change)
                sum.fall -= cv_weigh(w, unit->change, unit->change[w->n], unit->change[w->n + 1]);
            sum.fall -= cv_times(unit->registered, w->annulled_registered) +
                        cv_times(unit->n_stations, w->annulled_stations);
            if (!unit->has_pool) continue;
            cv_fall one = pool_fall(s, unit, w, scratch);
            sum.fall += one.fall;
            sum.no_limit = sum.no_limit || one.no_limit;
        }
        out.no_limit = out.no_limit || sum.no_limit;
        if (sum.fall > out.fall) out.fall = sum.fall;
    }
    return out;
}

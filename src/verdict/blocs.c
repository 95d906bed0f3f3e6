#include "verdict/blocs.h"

#include "base/map.h"
#include "model/bloc.h"

/* ---- authors ---- */

/* In the order of their first statement. */
static int32_t authors_of(cv_str *out, const cv_election *e, cv_arena *keep)
{
    cv_map by_name = {0};
    int32_t n = 0;
    for (int32_t i = 0; i < e->n_bloc_statements; i++) {
        cv_str name = e->bloc_statement[i].asserted_by;
        if (cv_map_add(&by_name, name, n, keep) == n) out[n++] = name;
    }
    return n;
}

/* On that day; without one, what has no end. */
static bool is_in_force(const cv_bloc_statement *s, cv_date day)
{
    if (!cv_date_is(day)) return !cv_date_is(s->to);
    bool begun = !cv_date_is(s->from) || cv_date_cmp(s->from, day) <= 0;
    /* `to` is a day that still belongs to it, whatever the minute. */
    return begun && (!cv_date_is(s->to) || s->to.day >= day.day);
}

static bool speaks_of(const cv_bloc_statement *s, int32_t contest, const cv_option *option)
{
    if (s->contest.i >= 0 && s->contest.i != contest) return false;
    if (s->option.n) return cv_str_eq(s->option, option->id);
    return option->party.n && cv_str_eq(s->party, option->party);
}

/* The later one counts of two by one author; one of the option before one of its party, and one of
 * the contest before one of all. */
static bool goes_before(const cv_bloc_statement *a, const cv_bloc_statement *b)
{
    if (!a->option.n != !b->option.n) return a->option.n > 0;
    if ((a->contest.i < 0) != (b->contest.i < 0)) return a->contest.i >= 0;
    return cv_date_cmp(a->from, b->from) > 0;
}

/* ---- views ---- */

static int32_t *view_of(const cv_election *e, cv_str author, cv_date day, int32_t contest,
                        cv_arena *keep)
{
    const cv_contest *c = &e->contest[contest];
    int32_t *bloc = cv_new(keep, int32_t, c->n_options);
    for (int32_t o = 0; o < c->n_options; o++) {
        const cv_bloc_statement *best = NULL;
        for (int32_t i = 0; i < e->n_bloc_statements; i++) {
            const cv_bloc_statement *s = &e->bloc_statement[i];
            if (!speaks_of(s, contest, &c->option[o]) || !is_in_force(s, day)) continue;
            if (!cv_str_eq(s->asserted_by, author)) continue;
            if (!best || goes_before(s, best)) best = s;
        }
        bloc[o] = best ? best->bloc.i : -1;
    }
    return bloc;
}

static cv_chamber_view by_author(const cv_election *e, const cv_seat_result *seat, cv_str author,
                                 cv_date day, cv_arena *keep)
{
    cv_chamber_view v = {.asserted_by = author, .day = day};
    const int32_t **bloc = cv_new(keep, const int32_t *, e->n_contests);
    bool *named = cv_new(keep, bool, e->n_blocs);
    for (int32_t i = 0; i < e->n_bloc_statements; i++) {
        const cv_bloc_statement *s = &e->bloc_statement[i];
        if (!cv_str_eq(s->asserted_by, author) || !is_in_force(s, day)) continue;
        named[s->bloc.i] = true;
        v.n_statements++;
    }
    for (int32_t i = 0; i < e->n_contests; i++) bloc[i] = view_of(e, author, day, i, keep);
    cv_bloc_view view = {bloc, named};
    cv_chamber_compose(&v.chamber, e, seat, &view, keep);
    return v;
}

/* Blocs that the case itself has: not those that only a statement has brought in. */
static const bool *own_blocs(const cv_election *e, bool *any, cv_arena *keep)
{
    bool *named = cv_new(keep, bool, e->n_blocs);
    for (int32_t b = 0; b < e->n_blocs; b++) named[b] = b < e->n_own_blocs;
    *any = e->n_own_blocs > 0;
    return named;
}

void cv_chamber_by_author(cv_chambers *out, const cv_election *e, const cv_seat_result *seat,
                          cv_date day, cv_arena *keep, cv_arena scratch)
{
    cv_chambers r = {0};
    cv_str *author = cv_new(&scratch, cv_str, e->n_bloc_statements);
    bool any;
    cv_bloc_view own = {NULL, own_blocs(e, &any, keep)};
    int32_t n = authors_of(author, e, &scratch);
    cv_chamber_view *view = cv_new(keep, cv_chamber_view, n + 1);
    cv_chamber_compose(&r.of_case, e, seat, &own, keep);
    if (any) view[r.n++] = (cv_chamber_view){.day = day, .chamber = r.of_case};
    for (int32_t i = 0; i < n; i++) view[r.n++] = by_author(e, seat, author[i], day, keep);
    r.view = view;
    *out = r;
}

#include "tally/stations.h"

static cv_annulled annulled_of(const cv_work *w)
{
    return w->facts ? w->facts->annulled : (cv_annulled){0};
}

/* q·part − p·whole, the side of the condition on which the annulled stations stand. */
static cv_test condition(cv_wide *side, const cv_work *w, const cv_stations_test *t)
{
    cv_annulled a = annulled_of(w);
    cv_count part = t->of_stations ? a.stations : a.registered;
    cv_count whole = t->of_stations ? a.all_stations : a.all_registered;
    if (part == CV_BLANK || whole == CV_BLANK) return CV_TEST_BLANK;
    *side = cv_times(part, t->share.q) - cv_times(whole, t->share.p);
    return *side > 0 || (*side == 0 && t->relation == CV_AT_LEAST) ? CV_TEST_HOLDS : CV_TEST_FAILS;
}

/* All conditions must hold; one that fails answers for all. */
static cv_test rule(const cv_work *w)
{
    cv_test all = CV_TEST_HOLDS;
    for (int32_t i = 0; i < w->rules->n_void_stations; i++) {
        cv_wide side;
        cv_test test = condition(&side, w, &w->rules->void_stations[i]);
        if (test == CV_TEST_FAILS) return CV_TEST_FAILS;
        if (test == CV_TEST_BLANK) all = CV_TEST_BLANK;
    }
    return all;
}

bool cv_stations_void(cv_work *w)
{
    if (w->rules->n_void_stations == 0 || annulled_of(w).stations == 0) return false;
    cv_test test = rule(w);
    if (test == CV_TEST_FAILS) return false;
    cv_why why = test == CV_TEST_HOLDS ? CV_WHY_STATIONS : CV_WHY_BASE_BLANK;
    if (w->rules->void_stations_may)
        w->out.may_void = why;
    else
        cv_work_end(w, test == CV_TEST_HOLDS ? CV_VOID : CV_INCOMPLETE, why, -1);
    return !w->rules->void_stations_may;
}

/* ---- assertions ---- */

static void add(cv_work *w, cv_assertion a)
{
    cv_room(w->keep, cv_assertion, w->out.assertion, w->out.n_assertions, w->cap_assertions);
    a.on = CV_ON_CONDITION;
    a.winner = a.loser = -1;
    a.weight = cv_new(w->keep, int64_t, w->n);
    if (a.value == 0) a.relation = CV_AT_LEAST; /* a sign of 0 must stay */
    w->out.assertion[w->out.n_assertions++] = a;
}

/* The condition as it holds, or turned round as it fails. The register of all stations does not
 * move with an annulment, so it is a constant. */
static void assert_condition(cv_work *w, const cv_stations_test *t, cv_wide side, bool holds)
{
    int64_t sign = holds ? 1 : -1;
    cv_count whole = t->of_stations ? annulled_of(w).all_stations : annulled_of(w).all_registered;
    cv_relation opposite = t->relation == CV_ABOVE ? CV_AT_LEAST : CV_ABOVE;
    cv_assertion a = {
        .annulled_stations = t->of_stations ? sign * t->share.q : 0,
        .annulled_registered = t->of_stations ? 0 : sign * t->share.q,
        .constant = cv_times(-sign * t->share.p, whole),
        .relation = holds ? t->relation : opposite,
        .value = sign * side,
    };
    add(w, a);
}

/* Whether the rule holds cannot be told once a station more is annulled. */
static void assert_none_annulled(cv_work *w)
{
    int32_t stations = annulled_of(w).stations;
    add(w, (cv_assertion){.annulled_stations = -1, .constant = stations});
}

void cv_stations_assert(cv_work *w)
{
    const cv_rule_set *r = w->rules;
    if (r->n_void_stations == 0 || annulled_of(w).all_stations == 0) return;
    bool holds = rule(w) == CV_TEST_HOLDS, unknown = rule(w) == CV_TEST_BLANK;
    for (int32_t i = 0; i < r->n_void_stations && !unknown; i++) {
        cv_wide side;
        cv_test test = condition(&side, w, &r->void_stations[i]);
        if (test == CV_TEST_BLANK) continue;
        if (holds || test == CV_TEST_FAILS)
            assert_condition(w, &r->void_stations[i], side, test == CV_TEST_HOLDS);
        if (!holds && test == CV_TEST_FAILS) return; /* it alone keeps the rule from holding */
    }
    if (unknown) assert_none_annulled(w);
}

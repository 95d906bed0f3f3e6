/* Rule sets: from the words of election.json to the model's values. */
#include "read/case/reading.h"

#include "model/rule_names.h"

/* ---- which engine reads which key ---- */

enum {
    PLURALITY = 1 << CV_ENGINE_PLURALITY,
    BLOCK = 1 << CV_ENGINE_BLOCK,
    TWO_ROUND = 1 << CV_ENGINE_TWO_ROUND,
    DIVISOR = 1 << CV_ENGINE_DIVISOR,
    REMAINDER = 1 << CV_ENGINE_REMAINDER,
    PERSONS = PLURALITY | BLOCK | TWO_ROUND,
    LISTS = DIVISOR | REMAINDER
};

typedef struct {
    const char *key;
    int engines; /* that read it */
    bool said;
    int32_t at;
} key_use;

/* A choice of the law that would be passed over in silence is an error. */
static cv_status check_keys(cv_reading *r, const cv_spec_rule_set *s)
{
    const key_use use[] = {
        {"per_ballot",         BLOCK,     s->per_ballot.said,                 s->per_ballot.at    },
        {"min_share",          PERSONS,   s->min_share != NULL,               0                   },
        {"min_share_else",     PERSONS,   s->min_share_else.said,             s->min_share_else.at},
        {"turnout_min",        PERSONS,   s->turnout_min != NULL,             0                   },
        {"against",            PERSONS,   s->against.said,                    s->against.at       },
        {"barred_void",        PERSONS,   s->barred_void != NULL,             0                   },
        {"win",                TWO_ROUND, s->win.n > 0,                       s->win.at           },
        {"runoff_top",         TWO_ROUND, s->runoff_top.said,                 s->runoff_top.at    },
        {"runoff_all_tied",    TWO_ROUND, s->runoff_all_tied != CV_UNSAID,    0                   },
        {"two_decide_at_once", TWO_ROUND, s->two_decide_at_once != CV_UNSAID, 0                   },
        {"divisors",           DIVISOR,   s->divisors.said,                   s->divisors.at      },
        {"divisor_series",     DIVISOR,   s->divisor_series != NULL,          0                   },
        {"quota",              REMAINDER, s->quota.said,                      s->quota.at         },
        {"over_award",         REMAINDER, s->over_award.said,                 s->over_award.at    },
        {"remainders_repeat",  REMAINDER, s->remainders_repeat != CV_UNSAID,  0                   },
        {"thresholds",         LISTS,     s->thresholds.n > 0,                s->thresholds.at    },
        {"seat_cap",           LISTS,     s->seat_cap.said,                   s->seat_cap.at      },
    };
    for (size_t i = 0; i < sizeof use / sizeof use[0]; i++) {
        if (!use[i].said || use[i].engines & 1 << s->engine.value) continue;
        return cv_spec_fail(&r->spec->text, use[i].at ? use[i].at : s->e.at, r->err,
                            "the engine of '%.*s' does not read '%s'", CV_ARG(s->e.key.s),
                            use[i].key);
    }
    return CV_OK;
}

static cv_status missing_key(cv_reading *r, const cv_spec_rule_set *s, const char *key)
{
    return cv_spec_fail(&r->spec->text, s->e.at, r->err, "the engine of '%.*s' needs '%s'",
                        CV_ARG(s->e.key.s), key);
}

/* ---- values ---- */

static cv_share_test share_test(const cv_spec_share *s)
{
    return (cv_share_test){s->share.f, (cv_relation)s->relation.value, (cv_base)s->base.value};
}

static void persons(cv_rule_set *out, const cv_spec_rule_set *s)
{
    out->per_ballot = s->per_ballot.said ? (int32_t)s->per_ballot.n : 1;
    out->has_min_share = s->min_share != NULL;
    if (s->min_share) out->min_share = share_test(s->min_share);
    out->min_share_runoff = s->min_share_else.value == 1;
    out->has_turnout_min = s->turnout_min != NULL;
    if (s->turnout_min) out->turnout_min = share_test(s->turnout_min);
    out->against = (cv_against_rule)s->against.value;
    out->has_barred_void = s->barred_void != NULL;
    if (s->barred_void) out->barred_void = share_test(s->barred_void);
    out->runoff_top = s->runoff_top.said ? (int32_t)s->runoff_top.n : 2;
    out->runoff_all_tied = s->runoff_all_tied == CV_SAID_YES;
    out->two_decide_at_once = s->two_decide_at_once == CV_SAID_YES;
}

static void stations(cv_rule_set *out, const cv_spec_rule_set *s)
{
    const cv_spec_stations_share *v = s->void_stations;
    if (!v) return;
    out->n_void_stations = 1;
    out->void_stations[0] =
        (cv_stations_test){v->share.f, (cv_relation)v->relation.value, v->of.value == 1};
    out->void_stations_may = v->modal.value == 1;
}

static cv_status wins(cv_rule_set *out, cv_reading *r, const cv_spec_rule_set *s)
{
    if (out->engine != CV_ENGINE_TWO_ROUND) return CV_OK;
    if (s->win.n > CV_WIN_MAX)
        return cv_spec_fail(&r->spec->text, s->win.at, r->err, "more than %d ways to win",
                            CV_WIN_MAX);
    out->n_win = s->win.n;
    for (int32_t i = 0; i < s->win.n; i++) {
        const cv_spec_win *w = &s->win.v[i];
        const cv_spec_share share = {w->at, w->share, w->relation, w->base, {0}};
        out->win[i] = (cv_win_condition){.share = share_test(&share), .has_lead = w->lead != NULL};
        if (w->lead) out->win[i].lead = share_test(w->lead);
    }
    return CV_OK;
}

static cv_status lists(cv_rule_set *out, cv_reading *r, const cv_spec_rule_set *s)
{
    if (out->engine == CV_ENGINE_DIVISOR && !s->divisors.said && !s->divisor_series)
        return missing_key(r, s, "divisors");
    if (out->engine == CV_ENGINE_REMAINDER && !s->quota.said) return missing_key(r, s, "quota");
    if (s->divisors.said && s->divisor_series)
        return cv_spec_fail(&r->spec->text, s->divisors.at, r->err,
                            "'divisors' and 'divisor_series' are both given");
    if (s->divisors.said) out->divisors = CV_SERIES_NAMES[s->divisors.value].series;
    const cv_spec_series *own = s->divisor_series;
    if (own)
        out->divisors = (cv_divisors){CV_SERIES_LINEAR, (int32_t)own->first.n, (int32_t)own->base.n,
                                      (int32_t)own->step.n};
    out->quota = (cv_quota)s->quota.value;
    out->over_award = (cv_over_award)s->over_award.value;
    out->remainders_repeat = s->remainders_repeat == CV_SAID_YES;
    out->seat_cap = (int32_t)s->seat_cap.n;
    if (s->thresholds.n > CV_THRESHOLD_MAX)
        return cv_spec_fail(&r->spec->text, s->thresholds.at, r->err, "more than %d thresholds",
                            CV_THRESHOLD_MAX);
    out->n_thresholds = s->thresholds.n;
    for (int32_t i = 0; i < s->thresholds.n; i++) {
        out->threshold[i] = share_test(&s->thresholds.v[i]);
        out->threshold_from[i] = (int32_t)s->thresholds.v[i].from_parties.n;
    }
    return CV_OK;
}

cv_status cv_reading_rules(cv_reading *r)
{
    for (int32_t i = 0; i < r->spec->rule_sets.n; i++) {
        const cv_spec_rule_set *s = &r->spec->rule_sets.v[i];
        cv_rule_set out = {
            .id = s->e.key.s,
            .name = s->name.s.s ? s->name.s : s->e.key.s,
            .cite = s->cite.s,
            .unverified = s->unverified == CV_SAID_YES,
            .engine = (cv_engine)s->engine.value,
        };
        CV_TRY(check_keys(r, s));
        persons(&out, s);
        stations(&out, s);
        CV_TRY(wins(&out, r, s));
        CV_TRY(lists(&out, r, s));
        CV_TRY(cv_reading_take_law(&out, r, s));
        if (out.engine == CV_ENGINE_TWO_ROUND && !out.n_win) return missing_key(r, s, "win");
        cv_build_rule_set(r->b, &out);
    }
    return CV_OK;
}

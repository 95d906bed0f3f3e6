/* The law that election.json names, and what rule sets take from it. */
#include "read/case/reading.h"

#include "base/file.h"
#include "model/rule_names.h"
#include "read/case/nearest.h"
#include "read/law.h"

/* ---- which profile ---- */

static cv_status unknown_law(cv_reading *r, const cv_laws *all)
{
    const cv_said *said = &r->spec->law;
    cv_str *known = cv_new(r->work, cv_str, all->n);
    for (int32_t i = 0; i < all->n; i++) known[i] = all->law[i].id;
    cv_status failed =
        cv_spec_fail(&r->spec->text, said->at, r->err, "no legal profile '%.*s'", CV_ARG(said->s));
    int32_t near = cv_nearest(said->s, known, all->n);
    if (near >= 0) return cv_hint(r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(r->err, failed,
                   "'canvass law' lists the profiles; a file of the case ends in .csv");
}

static cv_status own_law(const cv_law **out, cv_reading *r, const cv_laws *all)
{
    const cv_said *said = &r->spec->law;
    cv_str path, text;
    CV_TRY(cv_reading_find_file(&path, r, said));
    CV_TRY(cv_file_read(&text, path, CV_JSON_BYTES, r->keep, r->err));
    path = cv_str_copy(r->keep, path);
    const cv_law_text from = {.id = said->s, .file = path, .text = text};
    CV_TRY(cv_law_read_own(out, &from, all, r->keep, r->work, r->err));
    int32_t lines = (*out)->n_rules;
    cv_build_source(r->b, &(cv_source){.file = said->s,
                                       .path = path,
                                       .sha256 = cv_sha256_of(text),
                                       .bytes = text.n,
                                       .encoding = CV_STR("utf-8"),
                                       .rows = lines,
                                       .taken = lines});
    return CV_OK;
}

cv_status cv_reading_law(cv_reading *r)
{
    const cv_said *said = &r->spec->law;
    if (!said->s.s) return CV_OK;
    cv_laws all = cv_laws_shipped(r->keep, r->work);
    const cv_law *law = cv_laws_named(&all, said->s);
    if (!law && !cv_str_ends(said->s, CV_STR(".csv"))) return unknown_law(r, &all);
    if (!law) CV_TRY(own_law(&law, r, &all));
    cv_build_head(r->b)->law = law;
    return CV_OK;
}

/* ---- from a rule to a test of the count ---- */

static cv_base base_of(cv_law_quantity q)
{
    switch (q) {
    case CV_LAW_VALID: return CV_BASE_VALID;
    case CV_LAW_VALID_BLANK: return CV_BASE_VALID_BLANK;
    case CV_LAW_BALLOTS: return CV_BASE_CAST;
    case CV_LAW_BOX: return CV_BASE_BOX;
    case CV_LAW_PARTICIPANTS: return CV_BASE_PARTICIPANTS;
    case CV_LAW_REGISTERED: return CV_BASE_REGISTERED;
    default: return CV_BASE_UNKNOWN;
    }
}

/* A share that a count can test. One whose number nobody found has an unknown base, so that every
 * count that needs it is incomplete. False: not a share of a total. */
static bool share_of(cv_share_test *out, const cv_law_condition *c)
{
    if ((c->relation != CV_LAW_GT && c->relation != CV_LAW_GE) || c->absolute) return false;
    cv_share_test t = {
        {c->p, c->q},
        c->relation == CV_LAW_GT ? CV_ABOVE : CV_AT_LEAST, CV_BASE_UNKNOWN, 0
    };
    int bases = 0;
    for (int32_t i = 0; i < c->n_bases; i++) {
        if (base_of(c->base[i]) == CV_BASE_UNKNOWN) return false;
        bases |= 1 << base_of(c->base[i]);
    }
    if (c->q == 0)
        t.share = (cv_frac){0, 1};
    else if (c->p > c->q)
        return false;
    else
        t.base = base_of(c->base[0]);
    if (c->q && c->n_bases > 1) t.or_bases = (uint8_t)bases;
    *out = t;
    return true;
}

/* A rule that holds for some rounds only is not the count's: it is shown beside it. */
static bool is_of_every_round(const cv_law_rule *rule)
{
    return cv_str_find(rule->scope, CV_STR("round"), 0) < 0 &&
           cv_str_find(rule->scope, CV_STR("repeat"), 0) < 0;
}

static bool must(const cv_law_rule *rule)
{
    return rule->modal == CV_LAW_MUST || rule->modal == CV_LAW_NO_MODAL;
}

/* The one condition of the rule in force for `key`, when it compares `part`. */
static const cv_law_rule *rule_of(const cv_reading *r, const char *key, cv_law_quantity part)
{
    const cv_election *head = cv_build_head(r->b);
    const cv_law_rule *rule = cv_law_find(head->law, key, head->date);
    bool plain = rule && rule->n_conditions == 1 && rule->condition[0].part == part &&
                 !rule->condition[0].each_area;
    return plain && must(rule) && is_of_every_round(rule) ? rule : NULL;
}

/* ---- contradictions ---- */

static cv_status contradicts(cv_reading *r, const cv_spec_rule_set *s, int32_t at, const char *key,
                             const cv_law_rule *rule)
{
    cv_status failed = cv_spec_fail(&r->spec->text, at ? at : s->e.at, r->err,
                                    "'%s' contradicts '%.*s' in line %lld of %.*s", key,
                                    CV_ARG(rule->key), (long long)rule->line, CV_ARG(rule->file));
    return cv_hint(r->err, failed,
                   "leave '%s' to the law, or override '%.*s' in a file of the case", key,
                   CV_ARG(rule->key));
}

/* A stated base may settle which of several the statute means. */
static bool agrees(cv_share_test said, cv_share_test law)
{
    if (law.base == CV_BASE_UNKNOWN) return true;
    bool same_base = said.base == law.base || (law.or_bases >> said.base & 1);
    bool same_share = cv_times(said.share.p, law.share.q) == cv_times(law.share.p, said.share.q);
    return same_base && same_share && said.relation == law.relation;
}

/* ---- what a rule set takes ---- */

typedef struct {
    cv_rule_set *out;
    cv_reading *r;
    const cv_spec_rule_set *s;
} taker;

/* A share of the rule set beside the law's. */
typedef struct {
    const char *key;
    cv_law_quantity part;
    const char *name;
    const cv_spec_share *said; /* NULL: not stated */
    bool *has;
    cv_share_test *test;
} share_slot;

static cv_status take_share(const taker *t, share_slot s)
{
    const cv_law_rule *rule = rule_of(t->r, s.key, s.part);
    cv_share_test law;
    if (!rule || !share_of(&law, &rule->condition[0])) return CV_OK;
    if (*s.has)
        return agrees(*s.test, law) ? CV_OK : contradicts(t->r, t->s, s.said->at, s.name, rule);
    *s.has = true;
    *s.test = law;
    return CV_OK;
}

static cv_status take_against(const taker *t)
{
    const cv_law_rule *rule = rule_of(t->r, "against_all", CV_LAW_VOTES_LEADER);
    const cv_law_condition *c = rule ? &rule->condition[0] : NULL;
    bool plain = c && c->n_bases == 1 && c->base[0] == CV_LAW_VOTES_AGAINST_ALL && c->p == c->q &&
                 c->q > 0 && (c->relation == CV_LAW_LT || c->relation == CV_LAW_LE);
    if (!plain) return CV_OK;
    cv_against_rule law = c->relation == CV_LAW_LT ? CV_AGAINST_VOID_IF_ABOVE_LEADER
                                                   : CV_AGAINST_VOID_IF_AT_LEAST_LEADER;
    if (t->s->against.said && t->out->against != law)
        return contradicts(t->r, t->s, t->s->against.at, "against", rule);
    t->out->against = law;
    return CV_OK;
}

static bool stations_test(cv_stations_test *out, const cv_law_condition *c)
{
    bool voters =
        c->part == CV_LAW_REGISTERED_INVALID && c->n_bases == 1 && c->base[0] == CV_LAW_REGISTERED;
    bool stations =
        c->part == CV_LAW_STATIONS_INVALID && c->n_bases == 1 && c->base[0] == CV_LAW_STATIONS;
    bool above = c->relation == CV_LAW_GT || c->relation == CV_LAW_GE;
    if ((!voters && !stations) || !above || c->q == 0 || c->p > c->q || c->group) return false;
    *out = (cv_stations_test){
        {c->p, c->q},
        c->relation == CV_LAW_GT ? CV_ABOVE : CV_AT_LEAST, stations
    };
    return true;
}

static bool same_stations(const cv_rule_set *a, const cv_rule_set *b)
{
    if (a->n_void_stations != b->n_void_stations || a->void_stations_may != b->void_stations_may)
        return false;
    for (int32_t i = 0; i < a->n_void_stations; i++) {
        const cv_stations_test *x = &a->void_stations[i], *y = &b->void_stations[i];
        if (cv_times(x->share.p, y->share.q) != cv_times(y->share.p, x->share.q)) return false;
        if (x->relation != y->relation || x->of_stations != y->of_stations) return false;
    }
    return true;
}

static cv_status take_stations(const taker *t)
{
    const cv_election *head = cv_build_head(t->r->b);
    const cv_law_rule *rule = cv_law_find(head->law, "void.by_stations", head->date);
    if (!rule || rule->n_conditions > CV_VOID_STATIONS_MAX || rule->n_conditions == 0) return CV_OK;
    if (!must(rule) && rule->modal != CV_LAW_MAY) return CV_OK;
    cv_rule_set law = {.n_void_stations = rule->n_conditions,
                       .void_stations_may = rule->modal == CV_LAW_MAY};
    for (int32_t i = 0; i < rule->n_conditions; i++)
        if (!stations_test(&law.void_stations[i], &rule->condition[i])) return CV_OK;
    if (t->out->n_void_stations)
        return same_stations(t->out, &law)
                   ? CV_OK
                   : contradicts(t->r, t->s, t->s->void_stations->at, "void_stations", rule);
    t->out->n_void_stations = law.n_void_stations;
    t->out->void_stations_may = law.void_stations_may;
    for (int32_t i = 0; i < law.n_void_stations; i++)
        t->out->void_stations[i] = law.void_stations[i];
    return CV_OK;
}

/* The lead of the first over the second, as a condition beside a share. */
static bool add_condition(cv_win_condition *win, const cv_law_condition *c, bool first)
{
    if (first) return c->part == CV_LAW_VOTES_LEADER && share_of(&win->share, c);
    if (win->has_lead || c->part != CV_LAW_MARGIN) return false;
    win->has_lead = true;
    return share_of(&win->lead, c);
}

/* Groups of conditions are ways to win. False: a count cannot test them. */
static bool wins_of(cv_rule_set *out, const cv_law_rule *rule)
{
    cv_rule_set law = {0};
    for (int32_t i = 0; i < rule->n_conditions; i++) {
        const cv_law_condition *c = &rule->condition[i];
        bool first = i == 0 || c->group != rule->condition[i - 1].group;
        if (c->group >= CV_WIN_MAX || c->each_area) return false;
        if (!add_condition(&law.win[c->group], c, first)) return false;
        law.n_win = c->group + 1;
    }
    out->n_win = law.n_win;
    for (int32_t i = 0; i < law.n_win; i++) out->win[i] = law.win[i];
    return law.n_win > 0;
}

/* The only `win.` rule in force, when the rule set names no way to win. */
static void take_win(const taker *t)
{
    const cv_election *head = cv_build_head(t->r->b);
    const cv_law_rule *rule[2];
    if (t->s->win.n || t->out->engine != CV_ENGINE_TWO_ROUND) return;
    int32_t n = cv_law_find_prefix(rule, 2, head->law, "win.", head->date);
    if (n == 1) wins_of(t->out, rule[0]);
}

static cv_status take_thresholds(const taker *t)
{
    const cv_law_rule *rule = rule_of(t->r, "list.threshold", CV_LAW_VOTES_LIST);
    cv_share_test law;
    if (!rule || !share_of(&law, &rule->condition[0])) return CV_OK;
    for (int32_t i = 0; i < t->out->n_thresholds; i++)
        if (agrees(t->out->threshold[i], law)) return CV_OK;
    if (t->out->n_thresholds)
        return contradicts(t->r, t->s, t->s->thresholds.at, "thresholds", rule);
    t->out->n_thresholds = 1;
    t->out->threshold[0] = law;
    return CV_OK;
}

cv_status cv_reading_take_law(cv_rule_set *out, cv_reading *r, const cv_spec_rule_set *s)
{
    const taker t = {out, r, s};
    if (!cv_build_head(r->b)->law || out->engine == CV_ENGINE_UNKNOWN) return CV_OK;
    CV_TRY(take_stations(&t));
    if (out->engine == CV_ENGINE_DIVISOR || out->engine == CV_ENGINE_REMAINDER)
        return take_thresholds(&t);
    take_win(&t);
    CV_TRY(take_share(&t, (share_slot){"turnout.min", CV_LAW_PARTICIPANTS, "turnout_min",
                                       s->turnout_min, &out->has_turnout_min, &out->turnout_min}));
    CV_TRY(take_share(&t, (share_slot){"void.by_cancelled_votes", CV_LAW_CANCELLED, "barred_void",
                                       s->barred_void, &out->has_barred_void, &out->barred_void}));
    return take_against(&t);
}

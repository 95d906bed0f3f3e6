/* The rules of a profile in one contest: which apply, what they find, what a body may do. */
#include "law/law.h"

/* In the order in which people ask: who, then what empties a seat, then what opens it again. */
static const char *const KEYS[] = {
    "win.",           "against_all", "turnout.min",  "void.by_stations", "void.by_cancelled_votes",
    "list.threshold", "annul.test",  "recount.auto", "recount.request",  "station.invalid"};
enum { LINES_MAX = 64 };

typedef struct {
    const cv_law_input *in;
    cv_law_contest *out;
    cv_law_line *line;
    int64_t cap;
    cv_arena *keep;
    cv_arena scratch;
} work;

static void add(work *w, cv_law_line line)
{
    cv_room(w->keep, cv_law_line, w->line, w->out->n_lines, w->cap);
    w->line[w->out->n_lines++] = line;
}

static bool is_key(const cv_law_rule *rule, const char *key)
{
    return cv_str_eq(rule->key, cv_str_of(key));
}

static cv_count figure(const work *w, cv_law_quantity q)
{
    return w->in->figures.value[q];
}

/* The count applies it, and here it is more than a form of words: stations were annulled, votes
 * cancelled, against all is on the ballot. */
static bool is_used(const work *w, const cv_law_rule *rule)
{
    cv_count annulled = figure(w, CV_LAW_STATIONS_INVALID), cancelled = figure(w, CV_LAW_CANCELLED);
    if (cv_str_starts(rule->key, CV_STR("win."))) return w->in->two_round;
    if (is_key(rule, "against_all")) return w->in->has_against && w->in->n_lists == 0;
    if (is_key(rule, "turnout.min")) return w->in->n_lists == 0;
    if (is_key(rule, "void.by_stations")) return annulled > 0;
    if (is_key(rule, "void.by_cancelled_votes")) return cancelled > 0;
    return is_key(rule, "list.threshold") && w->in->n_lists > 0;
}

/* What is never asked of this contest. */
static bool applies(const work *w, const cv_law_rule *rule)
{
    if (is_key(rule, "against_all")) return w->in->has_against;
    if (is_key(rule, "list.threshold")) return w->in->n_lists > 0;
    if (cv_str_starts(rule->key, CV_STR("win."))) return w->in->n_lists == 0;
    return true;
}

/* ---- lists ---- */

static void ask_lists(work *w, const cv_law_rule *rule)
{
    for (int32_t i = 0; i < w->in->n_lists; i++) {
        cv_law_figures f = w->in->figures;
        cv_law_line line;
        f.value[CV_LAW_VOTES_LIST] = w->in->list_votes[i];
        cv_law_ask(&line, rule, &f, w->keep);
        line.option = w->in->list[i];
        line.is_used = true;
        add(w, line);
    }
}

/* ---- stations ---- */

/* A rule that no form answers is asked once, of the contest. */
static bool forms_answer(const cv_law_rule *rule)
{
    for (int32_t i = 0; i < rule->n_conditions; i++) {
        const cv_law_condition *c = &rule->condition[i];
        if (c->part == CV_LAW_OTHER || c->base[0] == CV_LAW_OTHER) return false;
    }
    return rule->n_conditions > 0;
}

static cv_law_figures figures_of(const cv_law_form *form)
{
    cv_law_figures f = cv_law_no_figures();
    f.value[CV_LAW_BOX] = form->box;
    f.value[CV_LAW_ISSUED] = form->issued;
    f.value[CV_LAW_VALID] = form->valid;
    f.value[CV_LAW_VALID_BLANK] = form->valid_blank;
    f.value[CV_LAW_BALLOTS] = form->ballots;
    f.value[CV_LAW_PARTICIPANTS] = form->participants;
    f.value[CV_LAW_REGISTERED] = form->registered;
    return f;
}

static void ask_stations(work *w, const cv_law_rule *rule)
{
    cv_law_line all = {
        .rule = rule, .answer = CV_LAW_NOT_REACHED, .option = -1, .of_stations = true};
    cv_law_station *station = NULL;
    int64_t cap = 0;
    for (int32_t i = 0; i < w->in->n_forms; i++) {
        /* Sides are looked at and forgotten: a country has a million forms. */
        cv_arena once = w->scratch;
        cv_law_figures f = figures_of(&w->in->form[i]);
        cv_law_line one;
        cv_law_ask(&one, rule, &f, &once);
        if (one.answer == CV_LAW_UNDECIDABLE) all.n_undecidable++;
        if (one.answer == CV_LAW_UNDECIDABLE) all.why = one.why;
        if (one.answer == CV_LAW_NOT_REACHED) all.n_not_reached++;
        if (one.answer != CV_LAW_REACHED) continue;
        cv_law_station at = {w->in->form[i].row, one.side[0].part, one.side[0].whole};
        cv_room(w->keep, cv_law_station, station, all.n_stations, cap);
        station[all.n_stations++] = at;
    }
    all.station = station;
    if (all.n_stations)
        all.answer = CV_LAW_REACHED;
    else if (all.n_undecidable)
        all.answer = CV_LAW_UNDECIDABLE;
    if (all.answer != CV_LAW_UNDECIDABLE) all.why = CV_LAW_WHY_NONE;
    add(w, all);
}

/* ---- together ---- */

static void ask(work *w, const cv_law_rule *rule)
{
    if (!applies(w, rule)) return;
    bool stations = is_key(rule, "station.invalid") && forms_answer(rule);
    if (is_key(rule, "list.threshold"))
        ask_lists(w, rule);
    else if (stations)
        ask_stations(w, rule);
    else {
        cv_law_line line;
        cv_law_ask(&line, rule, &w->in->figures, w->keep);
        line.is_used = is_used(w, rule);
        add(w, line);
    }
}

/* Each rule once, however many lists it was asked of. */
static void count_not_read(work *w)
{
    const cv_law_rule *last = NULL;
    for (int32_t i = 0; i < w->out->n_lines; i++) {
        const cv_law_rule *rule = w->line[i].rule;
        bool counts = w->line[i].is_used && rule->status != CV_LAW_READ && rule != last;
        w->out->n_not_read += counts;
        if (counts) last = rule;
    }
}

void cv_law_of_contest(cv_law_contest *out, const cv_law_input *in, cv_arena *keep,
                       cv_arena scratch)
{
    const cv_law_rule *rule[LINES_MAX];
    cv_law_contest r = {0};
    work w = {.in = in, .out = &r, .keep = keep, .scratch = scratch};
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++) {
        int32_t n = cv_law_find_prefix(rule, LINES_MAX, in->law, KEYS[k], in->day);
        for (int32_t i = 0; i < n; i++) ask(&w, rule[i]);
    }
    count_not_read(&w);
    r.may_void = in->may_void;
    r.line = w.line;
    *out = r;
}

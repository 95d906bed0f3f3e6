#include "sensitivity/bounds.h"

#include "sensitivity/answers.h"
#include "tally/tally.h"

cv_fall cv_fall_of_all(const cv_open_forms *open, const cv_weights *w, bool missing)
{
    cv_fall sum = {0, false};
    for (int32_t i = 0; i < open->n; i++) {
        if (missing && !open->form[i].has_missing) continue;
        cv_fall one = cv_worst_fall(&open->form[i], w, missing, NULL);
        sum.fall += one.fall;
        sum.no_limit = sum.no_limit || one.no_limit;
    }
    return sum;
}

bool cv_fall_reaches(cv_fall fall, const cv_weights *w)
{
    return fall.no_limit || (fall.fall > 0 && fall.fall >= w->need);
}

/* ---- what is asked ---- */

typedef struct {
    const cv_sensitivity_input *in;
    const cv_open_forms *open;
    bool missing;
    const cv_seat_questions *questions;
    const cv_contest *contest;
    const cv_rule_set *rules;
    int32_t n;
    const cv_count *votes;
    cv_arena scratch;
} asker;

/* here: the scratch in which the weights lie */
static cv_fall fall_of(const asker *a, const cv_weights *w, cv_arena here)
{
    if (a->questions && !a->missing) return cv_answers_fall(a->questions, w, here);
    return cv_fall_of_all(a->open, w, a->missing);
}

static bool can_sit(const asker *a, int32_t option)
{
    return a->contest->option[option].kind != CV_OPTION_AGAINST &&
           !a->contest->option[option].barred;
}

static bool assertion_at_risk(const asker *a, const cv_assertion *assertion)
{
    cv_arena here = a->scratch;
    cv_weights w = cv_weights_of(assertion, a->n, &here);
    return cv_fall_reaches(fall_of(a, &w, here), &w);
}

/* Some condition for anybody to sit, or for a run-off, can change. */
static bool condition_at_risk(const asker *a)
{
    const cv_tally *t = a->in->tally;
    for (int32_t i = 0; i < t->n_assertions; i++)
        if (t->assertion[i].on == CV_ON_CONDITION && assertion_at_risk(a, &t->assertion[i]))
            return true;
    return false;
}

/* The least that T_plus - T_minus can be is above 0; an option below 0 is none. */
static bool surely_positive(const asker *a, int32_t plus, int32_t minus)
{
    cv_arena here = a->scratch;
    int64_t *weight = cv_new(&here, int64_t, a->n);
    cv_assertion pair = {.weight = weight, .relation = CV_ABOVE};
    weight[plus] = 1;
    weight[minus] = -1;
    pair.value = (cv_wide)a->votes[plus] - a->votes[minus];
    cv_weights w = cv_weights_of(&pair, a->n, &here);
    cv_fall fall = fall_of(a, &w, here);
    return !fall.no_limit && pair.value - fall.fall > 0;
}

/* The most (sign -1) or fewest (sign 1) votes that the option can have. */
static cv_count extreme_votes(const asker *a, int32_t option, int sign)
{
    cv_arena here = a->scratch;
    int64_t *weight = cv_new(&here, int64_t, a->n);
    cv_assertion own = {.weight = weight, .relation = CV_ABOVE};
    weight[option] = sign;
    cv_weights w = cv_weights_of(&own, a->n, &here);
    cv_fall fall = fall_of(a, &w, here);
    if (fall.no_limit || fall.fall > CV_ANY_BALLOTS) fall.fall = CV_ANY_BALLOTS;
    cv_count votes = a->votes[option] - sign * (cv_count)fall.fall;
    return votes < 0 ? 0 : votes;
}

/* ---- most votes ---- */

/* How many others surely have more votes than c, or may have as many. */
typedef struct {
    int32_t sure, possible;
} rivals;

static rivals rivals_of(const asker *a, int32_t c)
{
    rivals r = {0, 0};
    for (int32_t l = 0; l < a->n; l++) {
        if (l == c || !can_sit(a, l)) continue;
        r.sure += surely_positive(a, l, c);
        r.possible += !surely_positive(a, c, l);
    }
    return r;
}

/* Where the count gives no assertions, or a condition can change, nobody is sure of a seat. */
static void bound_ranks(cv_seat_bounds *out, const asker *a)
{
    const cv_tally *t = a->in->tally;
    int32_t seats = a->contest->seats;
    bool decided = t->kind == CV_DECIDED, at_risk = condition_at_risk(a);
    bool stays_empty = (t->kind == CV_VOID || t->kind == CV_RUNOFF) && !at_risk;
    for (int32_t c = 0; c < a->n; c++) {
        if (!can_sit(a, c) || stays_empty) continue;
        rivals r = rivals_of(a, c);
        out->high[c] = r.sure < seats || t->kind == CV_INCOMPLETE;
        out->low[c] = r.possible < seats && decided && !at_risk && a->votes[c] > 0;
        if (t->kind == CV_TIE && a->open->n == 0) out->low[c] = t->seats[c];
    }
    out->vacant_low = stays_empty ? seats : 0;
    out->vacant_high = decided && !at_risk ? t->vacant : seats;
}

/* ---- lists ---- */

typedef struct {
    bool in, can_flip; /* stands in the allocation; can change sides */
    cv_count few, many;
} list_range;

static list_range *list_ranges(asker *a)
{
    const cv_tally *t = a->in->tally;
    list_range *list = cv_new(&a->scratch, list_range, a->n);
    for (int32_t c = 0; c < a->n; c++)
        list[c] =
            (list_range){can_sit(a, c), false, extreme_votes(a, c, 1), extreme_votes(a, c, -1)};
    for (int32_t i = 0; i < t->n_thresholds; i++)
        if (!t->threshold[i].passes && !a->contest->option[t->threshold[i].option].threshold_exempt)
            list[t->threshold[i].option].in = false;
    for (int32_t i = 0; i < t->n_assertions; i++) {
        const cv_assertion *g = &t->assertion[i];
        if (g->on != CV_ON_THRESHOLD || !assertion_at_risk(a, g)) continue;
        if (g->winner >= 0) list[g->winner].can_flip = true;
        if (g->loser >= 0) list[g->loser].can_flip = true;
    }
    return list;
}

/* Highest averages give a list more as it grows and the others shrink: the ends of the ranges
 * are the ends of its seats. */
static cv_status bound_divisor(int32_t *seats, const asker *a, const list_range *list, int32_t own,
                               bool most, cv_error *err)
{
    cv_arena here = a->scratch, other = cv_arena_open();
    cv_count *votes = cv_new(&here, cv_count, a->n);
    cv_rule_set rules = *a->rules;
    rules.n_thresholds = 0;
    cv_totals totals = {.n_options = a->n, .votes = votes};
    for (int32_t c = 0; c < a->n; c++) {
        bool rival =
            c != own && (most ? list[c].in && !list[c].can_flip : list[c].in || list[c].can_flip);
        if (rival) votes[c] = most ? list[c].few : list[c].many;
        if (c == own) votes[c] = most ? list[c].many : list[c].few;
        totals.valid += votes[c];
    }
    totals.blank = totals.invalid = totals.participants = totals.box = totals.registered = CV_BLANK;
    cv_tally_facts facts = cv_tally_facts_of(a->contest, &here);
    facts.n_lots = 0;
    cv_tally t;
    cv_tally_task task = {&totals, a->contest->seats, &rules, &facts};
    cv_status s = cv_tally_decide(&t, &task, &other, here, err);
    if (s == CV_OK && t.kind == CV_INCOMPLETE) *seats = most ? a->contest->seats : 0;
    if (s == CV_OK && t.kind != CV_INCOMPLETE) *seats = t.seats[own] + (most && t.in_lot[own]);
    cv_arena_close(&other);
    return s;
}

/* Largest remainder by Hare gives the whole quotas and at most one seat more. */
static int32_t bound_remainder(const asker *a, const list_range *list, int32_t own, bool most)
{
    bool plain = a->rules->quota == CV_QUOTA_HARE && !a->rules->remainders_repeat;
    cv_count votes = most ? list[own].many : list[own].few, all = votes;
    for (int32_t c = 0; c < a->n; c++) {
        plain = plain && !list[c].can_flip;
        if (c != own && list[c].in) all += most ? list[c].few : list[c].many;
    }
    int32_t seats = a->contest->seats;
    if (!plain || all == 0) return most ? seats : 0;
    int32_t whole = (int32_t)cv_floor_div(cv_times(votes, seats), all);
    return whole + (most && whole < seats);
}

static cv_status bound_lists(cv_seat_bounds *out, asker *a, cv_error *err)
{
    const list_range *list = list_ranges(a);
    int32_t cap = a->rules->seat_cap ? a->rules->seat_cap : a->contest->seats;
    for (int32_t c = 0; c < a->n; c++) {
        bool can = list[c].in || list[c].can_flip, must = list[c].in && !list[c].can_flip;
        if (a->rules->engine == CV_ENGINE_DIVISOR) {
            if (can) CV_TRY(bound_divisor(&out->high[c], a, list, c, true, err));
            if (must) CV_TRY(bound_divisor(&out->low[c], a, list, c, false, err));
        } else {
            if (can) out->high[c] = bound_remainder(a, list, c, true);
            if (must) out->low[c] = bound_remainder(a, list, c, false);
        }
        if (out->high[c] > cap) out->high[c] = cap;
        if (out->low[c] > cap) out->low[c] = cap;
    }
    const cv_tally *t = a->in->tally;
    bool filled = false;
    for (int32_t c = 0; c < a->n; c++) filled = filled || (list[c].in && !list[c].can_flip);
    filled = filled && (t->kind == CV_DECIDED || t->kind == CV_TIE);
    out->vacant_high = filled ? t->vacant + t->lot_places : a->contest->seats;
    return CV_OK;
}

/* ---- both ---- */

static void as_counted(cv_seat_bounds *out, const cv_tally *t, const cv_contest *contest)
{
    int32_t given = 0;
    for (int32_t c = 0; c < t->n_options; c++) given += out->low[c] = out->high[c] = t->seats[c];
    out->vacant_low = out->vacant_high = contest->seats - given;
}

static bool anything_at_risk(const asker *a)
{
    if (a->in->tally->kind == CV_TIE || a->in->tally->kind == CV_INCOMPLETE) return true;
    for (int32_t i = 0; i < a->in->tally->n_assertions; i++)
        if (assertion_at_risk(a, &a->in->tally->assertion[i])) return true;
    return false;
}

cv_status cv_seat_bounds_of(cv_seat_bounds *out, const cv_open_case *asked, cv_arena *keep,
                            cv_arena scratch, cv_error *err)
{
    const cv_sensitivity_input *in = asked->in;
    const cv_contest *contest = &in->election->contest[in->contest.i];
    int32_t n = contest->n_options;
    asker a = {.in = in,
               .open = asked->open,
               .missing = asked->missing,
               .questions = asked->questions,
               .contest = contest,
               .rules = &in->election->rule_set[contest->rule],
               .n = n,
               .votes = in->sums->totals.votes,
               .scratch = scratch};
    cv_seat_bounds r = {.low = cv_new(keep, int32_t, n), .high = cv_new(keep, int32_t, n)};
    bool lists = a.rules->engine == CV_ENGINE_DIVISOR || a.rules->engine == CV_ENGINE_REMAINDER;
    if (!anything_at_risk(&a))
        as_counted(&r, in->tally, contest);
    else if (lists)
        CV_TRY(bound_lists(&r, &a, err));
    else
        bound_ranks(&r, &a);
    *out = r;
    return CV_OK;
}

#include "verdict/verdict.h"

#include "model/lot.h"

/* Options shown one by one when a declaration differs. */
enum { MOST_SHOWN = 6, MOST_REASONS = 48 };

typedef struct {
    const cv_verdict_input *in;
    const cv_contest *contest;
    const cv_tally *tally;
    const cv_sensitivity *s;
    cv_reason *reason; /* [MOST_REASONS] */
    int32_t n;
} judge;

static void say(judge *j, cv_reason r)
{
    if (j->n < MOST_REASONS) j->reason[j->n++] = r;
}

static void say_code(judge *j, cv_reason_code code)
{
    say(j, (cv_reason){code, CV_BLANK, CV_BLANK, CV_BLANK, -1, -1});
}

static void say_numbers(judge *j, cv_reason_code code, cv_count a, cv_count b, cv_count c)
{
    say(j, (cv_reason){code, a, b, c, j->s->winner, j->s->loser});
}

/* Numbers that are not about a lead. */
static void say_counts(judge *j, cv_reason_code code, cv_count a, cv_count b)
{
    say(j, (cv_reason){code, a, b, CV_BLANK, -1, -1});
}

static const cv_rule_set *rules_of(const judge *j)
{
    return &j->in->election->rule_set[j->contest->rule];
}

/* ---- what was declared ---- */

static bool is_declared(const judge *j)
{
    const cv_declared *d = &j->contest->declared;
    return d->has_winners || d->is_runoff || d->is_void;
}

static bool on_ballot(const cv_tally *t, int32_t option)
{
    for (int32_t i = 0; i < t->n_winners; i++)
        if (t->winner[i] == option) return true;
    return false;
}

static cv_outcome_kind declared_kind(const cv_declared *d)
{
    if (d->is_void) return CV_VOID;
    return d->is_runoff ? CV_RUNOFF : CV_DECIDED;
}

/* The figures give what was declared, of the same kind. */
static bool same_as_declared(const judge *j)
{
    const cv_declared *d = &j->contest->declared;
    if (declared_kind(d) != j->tally->kind) return false;
    for (int32_t o = 0; o < j->contest->n_options; o++) {
        if (d->is_runoff && (d->seats[o] > 0) != on_ballot(j->tally, o)) return false;
        if (!d->is_runoff && !d->is_void && d->seats[o] != j->tally->seats[o]) return false;
    }
    return true;
}

/* A tie can be broken so that the declared outcome comes out. */
static bool reachable_by_lot(const judge *j)
{
    const cv_declared *d = &j->contest->declared;
    const cv_tally *t = j->tally;
    bool for_runoff = t->lot_for == CV_LOT_FOR_RUNOFF;
    if (t->kind != CV_TIE || d->is_void || d->is_runoff != for_runoff) return false;
    int32_t places = 0;
    for (int32_t o = 0; o < j->contest->n_options; o++) {
        int32_t sure = for_runoff ? on_ballot(t, o) : t->seats[o];
        int32_t named = for_runoff ? d->seats[o] > 0 : d->seats[o];
        int32_t change = t->lot_for == CV_LOT_FOR_LOSS ? sure - named : named - sure;
        if (change < 0 || (change > 0 && !t->in_lot[o])) return false;
        places += change;
    }
    return places == t->lot_places;
}

/* Some completion of what is missing may give it: then it is not contradicted. */
static bool reachable_by_missing(const judge *j)
{
    const cv_declared *d = &j->contest->declared;
    bool decides =
        j->s->reach == CV_REACH_MISSING || (j->s->reach == CV_REACH_UNKNOWN && j->s->n_missing > 0);
    if (!decides) return false;
    if (d->is_void || d->is_runoff) return true;
    for (int32_t o = 0; o < j->contest->n_options; o++)
        if (d->seats[o] < j->s->missing_low[o] || d->seats[o] > j->s->missing_high[o]) return false;
    return true;
}

static int32_t first_named(const judge *j)
{
    for (int32_t o = 0; o < j->contest->n_options; o++)
        if (j->contest->declared.seats[o] > 0) return o;
    return -1;
}

/* Who is on one ballot and not on the other. */
static void say_pair(judge *j)
{
    const cv_declared *d = &j->contest->declared;
    int32_t named = -1, given = -1;
    for (int32_t o = 0; o < j->contest->n_options; o++) {
        bool on = on_ballot(j->tally, o);
        if (d->seats[o] > 0 && !on && named < 0) named = o;
        if (d->seats[o] <= 0 && on && given < 0) given = o;
    }
    say(j, (cv_reason){CV_REASON_DECLARED_PAIR, CV_BLANK, CV_BLANK, CV_BLANK, named, given});
}

static void say_declared_differs(judge *j)
{
    const cv_declared *d = &j->contest->declared;
    int32_t shown = 0;
    if (declared_kind(d) != j->tally->kind) {
        say_code(j, CV_REASON_DECLARED_KIND);
        return;
    }
    if (d->is_runoff) {
        say_pair(j);
        return;
    }
    if (j->contest->seats == 1) {
        int32_t other = j->tally->n_winners ? j->tally->winner[0] : -1;
        say(j, (cv_reason){CV_REASON_DECLARED_WINNER, CV_BLANK, CV_BLANK, CV_BLANK, first_named(j),
                           other});
        return;
    }
    for (int32_t o = 0; o < j->contest->n_options && shown < MOST_SHOWN; o++) {
        if (d->seats[o] == j->tally->seats[o]) continue;
        say(j, (cv_reason){CV_REASON_DECLARED_SEATS, d->seats[o], j->tally->seats[o], CV_BLANK, o,
                           -1});
        shown++;
    }
}

/* ---- the words, in the method's order ---- */

static bool is_contradicted(judge *j)
{
    int32_t before = j->n;
    bool computable = j->tally->kind != CV_INCOMPLETE && !j->s->base_gaps;
    if (j->in->pair == CV_PAIR_WRONG) say_code(j, CV_REASON_RUNOFF_PAIR);
    if (j->in->pair == CV_PAIR_NOT_DUE) say_code(j, CV_REASON_RUNOFF_NOT_DUE);
    if (is_declared(j) && computable && !same_as_declared(j) && !reachable_by_lot(j) &&
        !reachable_by_missing(j))
        say_declared_differs(j);
    return j->n > before;
}

/* A zero on a form is a figure; no form is none. */
static bool has_forms(const judge *j)
{
    const cv_sums *s = j->in->sums;
    return s->n_counted + s->n_awaited + s->n_annulled > 0;
}

static void say_incomplete(judge *j)
{
    if (j->tally->kind == CV_TIE) say_counts(j, CV_REASON_TIE, j->tally->lot_places, CV_BLANK);
    if (j->tally->kind == CV_TIE && is_declared(j) && reachable_by_lot(j))
        say_code(j, CV_REASON_DECLARED_BY_LOT);
    /* That there is nothing to compute with goes before what the rule lacks. */
    if (j->tally->kind == CV_INCOMPLETE && !has_forms(j)) say_code(j, CV_REASON_NO_FORMS);
    if (j->tally->kind == CV_INCOMPLETE && j->tally->why == CV_WHY_NO_VOTES) {
        if (has_forms(j)) say_code(j, CV_REASON_NO_VOTES);
    } else if (j->tally->kind == CV_INCOMPLETE && j->tally->why == CV_WHY_BASE_BLANK)
        say_code(j, CV_REASON_INCOMPLETE_BASE);
    else if (j->tally->kind == CV_INCOMPLETE && j->tally->why == CV_WHY_BASE_UNCLEAR)
        say_code(j, CV_REASON_BASE_UNCLEAR);
    else if (j->tally->kind == CV_INCOMPLETE)
        say_code(j, rules_of(j)->engine == CV_ENGINE_UNKNOWN ? CV_REASON_RULE_NOT_NAMED
                                                             : CV_REASON_INCOMPLETE_RULE);
    else if (j->s->base_gaps)
        say_code(j, CV_REASON_INCOMPLETE_BASE);
}

static bool is_undetermined(judge *j)
{
    int32_t before = j->n;
    say_incomplete(j);
    if (j->s->reach == CV_REACH_MISSING && j->s->proved)
        say_numbers(j, CV_REASON_MISSING_CAN, j->s->n_missing, j->s->fall_missing, j->s->lead);
    if (j->in->n_conflicts)
        say_counts(j, CV_REASON_DECISIONS_CONFLICT, j->in->n_conflicts, CV_BLANK);
    if (j->in->postponed) say_code(j, CV_REASON_POSTPONED);
    if (j->in->n_refused > 0) say_counts(j, CV_REASON_REFUSED_ROWS, j->in->n_refused, CV_BLANK);
    if (j->contest->completeness == CV_COMPLETE_NOT) say_code(j, CV_REASON_PARTIAL_SOURCE);
    bool first = j->in->first && j->in->first->word == CV_UNDETERMINED;
    if (first || j->in->pair == CV_PAIR_UNKNOWN) say_code(j, CV_REASON_RUNOFF_OPEN);
    return j->n > before;
}

/* Bodies are asked something: questions are spoken of, not forms. */
static bool anything_asked(const judge *j)
{
    const cv_search *s = &j->s->search;
    return s->n_questions > 0 && s->question[0].asked >= 0;
}

static bool is_open(judge *j)
{
    int32_t before = j->n;
    bool reached = j->s->reach == CV_REACH_QUESTION || j->s->reach == CV_REACH_MISSING;
    if (reached && j->s->proved)
        say_numbers(j, anything_asked(j) ? CV_REASON_ASKED_CAN : CV_REASON_CAN_REACH, j->s->fall,
                    j->s->lead, j->s->n_questions);
    if (reached && !j->s->proved)
        say_numbers(j, CV_REASON_NOT_PROVED_SAFE, j->s->fall, j->s->lead, CV_BLANK);
    if (j->tally->may_void == CV_WHY_STATIONS) say_code(j, CV_REASON_MAY_VOID);
    bool first =
        j->in->first && (j->in->first->word == CV_OPEN || j->in->first->word == CV_CONTRADICTED);
    if (first || j->in->pair == CV_PAIR_BY_LOT) say_code(j, CV_REASON_RUNOFF_OPEN);
    return j->n > before;
}

static void say_smallest_asked(judge *j)
{
    const cv_search *s = &j->s->search;
    cv_count matter = 0;
    for (int32_t i = 0; i < s->n_questions; i++) matter += s->question[i].smallest > 0;
    if (s->smallest && s->low >= s->smallest)
        say_numbers(j, CV_REASON_ASKED_SET, s->smallest, CV_BLANK, CV_BLANK);
    else if (s->smallest)
        say_numbers(j, CV_REASON_ASKED_BOUNDS, s->smallest, s->low, CV_BLANK);
    if (s->complete) say_counts(j, CV_REASON_ASKED_MATTER, matter, s->n_questions);
}

static void say_smallest(judge *j)
{
    const cv_smallest_set *set = &j->s->changing;
    if (anything_asked(j)) {
        say_smallest_asked(j);
        return;
    }
    if (!set->exists) return;
    if (set->proved)
        say_numbers(j, CV_REASON_SMALLEST_SET, set->n, CV_BLANK, CV_BLANK);
    else
        say_numbers(j, CV_REASON_SET_BOUNDS, set->n, set->low, CV_BLANK);
}

static void say_safe(judge *j)
{
    if (j->s->n_forms == 0 && !anything_asked(j)) say_code(j, CV_REASON_NO_QUESTION);
    if (j->s->n_questions)
        say_numbers(j, anything_asked(j) ? CV_REASON_ASKED_CANNOT : CV_REASON_CANNOT_REACH,
                    j->s->fall, j->s->lead, j->s->n_questions);
    if (j->s->n_missing)
        say_numbers(j, CV_REASON_MISSING_CANNOT, j->s->n_missing, j->s->fall_missing, j->s->lead);
}

static cv_word word_of(judge *j)
{
    if (is_contradicted(j)) return CV_CONTRADICTED;
    if (is_undetermined(j)) {
        if (j->s->reach == CV_REACH_QUESTION) is_open(j);
        say_smallest(j);
        return CV_UNDETERMINED;
    }
    if (is_open(j)) {
        say_smallest(j);
        return CV_OPEN;
    }
    say_safe(j);
    if (!j->in->all_recounts) return CV_HOLDS;
    say_counts(j, CV_REASON_HAND_RECOUNT, j->in->sums->n_counted, CV_BLANK);
    return CV_CONFIRMED;
}

/* ---- beside the word ---- */

static void say_totals(judge *j)
{
    const cv_count *declared = j->contest->declared.votes;
    const cv_count *votes = j->in->sums->totals.votes;
    int32_t shown = 0;
    for (int32_t o = 0; declared && o < j->contest->n_options && shown < MOST_SHOWN; o++) {
        if (declared[o] == CV_BLANK || declared[o] == votes[o]) continue;
        say(j, (cv_reason){CV_REASON_DECLARED_TOTAL, declared[o], votes[o], CV_BLANK, o, -1});
        shown++;
    }
}

static void say_caveats(judge *j, cv_word word)
{
    const cv_verdict_input *in = j->in;
    cv_count by_lot = 0;
    for (int32_t i = 0; i < j->tally->n_lots_used; i++) by_lot += j->contest->lot[i].n;
    if (by_lot) say_counts(j, CV_REASON_LOT_DRAWN, by_lot, CV_BLANK);
    if (rules_of(j)->unverified) say_code(j, CV_REASON_RULE_UNVERIFIED);
    if (in->n_law_not_read) say_counts(j, CV_REASON_LAW_NOT_READ, in->n_law_not_read, CV_BLANK);
    if (!is_declared(j)) say_code(j, CV_REASON_NOT_DECLARED);
    if (in->n_decisions) say_counts(j, CV_REASON_DECISIONS, in->n_decisions, in->n_changed_forms);
    if (in->decisions_change) say_code(j, CV_REASON_DECISIONS_CHANGE);
    if (in->n_unfit) say_counts(j, CV_REASON_DECISION_UNFIT, in->n_unfit, CV_BLANK);
    if (in->n_complaints && in->n_that_matter)
        say_counts(j, CV_REASON_COMPLAINTS_MATTER, in->n_complaints, in->n_that_matter);
    else if (in->n_complaints)
        say_counts(j, CV_REASON_COMPLAINTS, in->n_complaints, CV_BLANK);
    if (in->lot_unused) say_code(j, CV_REASON_LOT_UNUSED);
    say_totals(j);
    if (j->tally->kind == CV_RUNOFF && j->contest->runoff.i >= 0)
        say_code(j, CV_REASON_RUNOFF_LEADS_TO);
    if (j->contest->completeness == CV_COMPLETE_UNKNOWN) say_code(j, CV_REASON_NO_STATION_LIST);
    if (word != CV_CONFIRMED && !in->all_recounts) say_code(j, CV_REASON_NO_BALLOTS_SEEN);
    if (in->n_without_copy)
        say_counts(j, CV_REASON_NO_SECOND_COPY, in->n_without_copy, in->sums->n_counted);
}

void cv_verdict_give(cv_verdict *out, const cv_verdict_input *in, cv_arena *keep)
{
    judge j = {.in = in,
               .contest = &in->election->contest[in->contest.i],
               .tally = in->tally,
               .s = in->sensitivity,
               .reason = cv_new(keep, cv_reason, MOST_REASONS)};
    cv_word word = word_of(&j);
    say_caveats(&j, word);
    *out = (cv_verdict){word, is_declared(&j), j.n, j.reason};
}

#include "report/words.h"

#include "base/check.h"

/* A word for every value of an enumeration, by value. */
#define WORD_OF(table, value) word_of((table), sizeof(table) / sizeof(table)[0], (size_t)(value))

static const char *word_of(const char *const *table, size_t n, size_t value)
{
    cv_assert(value < n);
    cv_assert(table[value]);
    return table[value];
}

const char *cv_outcome_word(cv_outcome_kind kind)
{
    static const char *const words[] = {[CV_DECIDED] = CV_MSG("decided"),
                                        [CV_RUNOFF] = CV_MSG("runoff"),
                                        [CV_VOID] = CV_MSG("void"),
                                        [CV_TIE] = CV_MSG("tie"),
                                        [CV_INCOMPLETE] = CV_MSG("incomplete")};
    return WORD_OF(words, kind);
}

const char *cv_why_word(cv_why why)
{
    static const char *const words[] = {
        [CV_WHY_NONE] = "none",
        [CV_WHY_MOST_VOTES] = "most_votes",
        [CV_WHY_WIN_CONDITION] = "win_condition",
        [CV_WHY_TWO_ON_BALLOT] = "two_on_ballot",
        [CV_WHY_AGAINST_ALL] = "against_all",
        [CV_WHY_TURNOUT] = "turnout",
        [CV_WHY_MIN_SHARE] = "min_share",
        [CV_WHY_NO_MAJORITY] = "no_majority",
        [CV_WHY_NO_VOTES] = "no_votes",
        [CV_WHY_BASE_BLANK] = "base_not_known",
        [CV_WHY_RULE_UNKNOWN] = "rule_not_known",
        [CV_WHY_LOT] = "lot",
        [CV_WHY_BARRED] = "barred",
        [CV_WHY_STATIONS] = "annulled_stations",
        [CV_WHY_BASE_UNCLEAR] = "base_unclear",
        [CV_WHY_DECISION] = "decision",
    };
    return WORD_OF(words, why);
}

const char *cv_law_answer_word(cv_law_answer answer)
{
    static const char *const words[] = {[CV_LAW_NOT_REACHED] = "not_reached",
                                        [CV_LAW_REACHED] = "reached",
                                        [CV_LAW_UNDECIDABLE] = "undecidable",
                                        [CV_LAW_JUDGED] = "judged"};
    return WORD_OF(words, answer);
}

const char *cv_law_why_word(cv_law_why why)
{
    static const char *const words[] = {[CV_LAW_WHY_NONE] = "none",
                                        [CV_LAW_WHY_NO_VALUE] = "no_value",
                                        [CV_LAW_WHY_NO_FIGURE] = "no_figure",
                                        [CV_LAW_WHY_BASES] = "bases_disagree"};
    return WORD_OF(words, why);
}

const char *cv_step_word(cv_step_kind kind)
{
    static const char *const words[] = {
        [CV_STEP_SEAT] = "seat",         [CV_STEP_QUOTA_SEATS] = "quota_seats",
        [CV_STEP_LOT_SEAT] = "lot_seat", [CV_STEP_SEAT_TAKEN] = "seat_taken",
        [CV_STEP_PASSES] = "passes",     [CV_STEP_FAILS] = "fails",
        [CV_STEP_RANK] = "rank",
    };
    return WORD_OF(words, kind);
}

const char *cv_hangs_word(cv_hangs_on on)
{
    static const char *const words[] = {[CV_ON_PAIR] = "pair",
                                        [CV_ON_CONDITION] = "condition",
                                        [CV_ON_THRESHOLD] = "threshold",
                                        [CV_ON_RUNOFF] = "runoff"};
    return WORD_OF(words, on);
}

const char *cv_margin_word(cv_margin_kind kind)
{
    static const char *const words[] = {
        [CV_MARGIN_NONE] = "none", [CV_MARGIN_ONE_SIDED] = "exact", [CV_MARGIN_BOUND] = "bounds"};
    return WORD_OF(words, kind);
}

const char *cv_severity_word(cv_severity severity)
{
    static const char *const words[] = {[CV_SEVERITY_OFF] = "off",
                                        [CV_NOTE] = "note",
                                        [CV_WARNING] = "warning",
                                        [CV_ERROR] = "error"};
    return WORD_OF(words, severity);
}

const char *cv_change_word(cv_change_kind change)
{
    static const char *const words[] = {
        [CV_CHANGE_NONE] = "none", [CV_CHANGE_OFF] = "off", [CV_CHANGE_ADD] = "add",
        [CV_CHANGE_MOVE] = "move", [CV_CHANGE_CAP] = "cap", [CV_CHANGE_EXACT] = "exact"};
    return WORD_OF(words, change);
}

const char *cv_reach_word(cv_reach reach)
{
    static const char *const words[] = {[CV_REACH_NOTHING] = "nothing",
                                        [CV_REACH_MISSING] = "missing",
                                        [CV_REACH_QUESTION] = "question",
                                        [CV_REACH_UNKNOWN] = "unknown"};
    return WORD_OF(words, reach);
}

const char *cv_trap_word(cv_trap trap)
{
    static const char *const words[] = {[CV_TRAP_NONE] = "none",
                                        [CV_TRAP_ELECTS] = "elects",
                                        [CV_TRAP_MAY_VOID] = "may_void",
                                        [CV_TRAP_VOIDS] = "voids",
                                        [CV_TRAP_NOT_KNOWN] = "not_known"};
    return WORD_OF(words, trap);
}

const char *cv_option_word(cv_option_kind kind)
{
    static const char *const words[] = {[CV_OPTION_CANDIDATE] = "candidate",
                                        [CV_OPTION_LIST] = "list",
                                        [CV_OPTION_AGAINST] = "against"};
    return WORD_OF(words, kind);
}

const char *cv_effect_word(cv_effect_kind effect)
{
    static const char *const words[] = {
        [CV_EFFECT_ANNUL] = CV_MSG("annul"),       [CV_EFFECT_ADOPT] = CV_MSG("adopt"),
        [CV_EFFECT_CORRECT] = CV_MSG("correct"),   [CV_EFFECT_RECOUNT] = CV_MSG("recount"),
        [CV_EFFECT_REPEAT] = CV_MSG("repeat"),     [CV_EFFECT_VOID] = CV_MSG("void"),
        [CV_EFFECT_BAR] = CV_MSG("bar"),           [CV_EFFECT_REINSTATE] = CV_MSG("reinstate"),
        [CV_EFFECT_POSTPONE] = CV_MSG("postpone"), [CV_EFFECT_CONFIRM] = CV_MSG("confirm"),
        [CV_EFFECT_REVOKE] = CV_MSG("revoke"),
    };
    return WORD_OF(words, effect);
}

const char *cv_note_word(cv_decision_note_kind kind)
{
    static const char *const words[] = {
        [CV_DECISION_NO_FORM] = "no_form",   [CV_DECISION_NO_COPY] = "no_copy",
        [CV_DECISION_AGAIN] = "again",       [CV_DECISION_ANNULLED] = "already_annulled",
        [CV_DECISION_REPLACES] = "replaces", [CV_DECISION_SEVERAL] = "several_forms",
        [CV_DECISION_UNFIT] = "old_value",   [CV_DECISION_TOO_MANY] = "too_many",
        [CV_DECISION_HELD] = "vote_held",    [CV_DECISION_NOTHING] = "nothing_to_do",
    };
    return WORD_OF(words, kind);
}

const char *cv_scope_word(cv_scope scope)
{
    static const char *const words[] = {
        [CV_SCOPE_STATION] = "station", [CV_SCOPE_BOX] = "box",       [CV_SCOPE_OPTION] = "option",
        [CV_SCOPE_SEAT] = "seat",       [CV_SCOPE_NATION] = "nation",
    };
    return WORD_OF(words, scope);
}

const char *cv_cancel_word(cv_cancel mode)
{
    static const char *const words[] = {
        [CV_CANCEL_NONE] = "none",
        [CV_CANCEL_AS_INVALID] = "as_invalid",
        [CV_CANCEL_REMOVED] = "removed",
        [CV_CANCEL_KEPT_IN_BASE] = "kept_in_base",
    };
    return WORD_OF(words, mode);
}

const char *cv_candidates_word(cv_candidates who)
{
    static const char *const words[] = {
        [CV_CANDIDATES_SAME] = "same",
        [CV_CANDIDATES_WITHOUT_BARRED] = "without_barred",
        [CV_CANDIDATES_NEW] = "new",
    };
    return WORD_OF(words, who);
}

const char *cv_effect_state_word(cv_effect_state s)
{
    static const char *const words[] = {
        [CV_EFFECT_IN_FORCE] = "in_force", [CV_EFFECT_NOT_KNOWN] = "not_known",
        [CV_EFFECT_LATER] = "later",       [CV_EFFECT_ENDED] = "ended",
        [CV_EFFECT_REVOKED] = "revoked",
    };
    return WORD_OF(words, s);
}

const char *cv_now_word(cv_now now)
{
    static const char *const words[] = {
        [CV_NOW_COUNTED] = "counted", [CV_NOW_ANNULLED] = "annulled",
        [CV_NOW_AWAITED] = "awaited", [CV_NOW_POSTPONED] = "postponed",
        [CV_NOW_UNKNOWN] = "unknown", [CV_NOW_REPLACED] = "replaced",
    };
    return WORD_OF(words, now);
}

const char *cv_conflict_word(cv_conflict_kind kind)
{
    static const char *const words[] = {
        [CV_CONFLICT_CONFIRMED] = "annulled_and_confirmed",
        [CV_CONFLICT_ADOPTED] = "adopted_differently",
        [CV_CONFLICT_VOID] = "void_and_confirmed",
        [CV_CONFLICT_CORRECTION] = "correction_does_not_fit",
    };
    return WORD_OF(words, kind);
}

const char *cv_station_word(cv_station_kind kind)
{
    static const char *const words[] = {
        [CV_STATION_ORDINARY] = "ordinary", [CV_STATION_POSTAL] = "postal",
        [CV_STATION_SPECIAL] = "special",   [CV_STATION_MOBILE] = "mobile",
        [CV_STATION_ABROAD] = "abroad",     [CV_STATION_ELECTRONIC] = "electronic",
    };
    return WORD_OF(words, kind);
}

const char *cv_copy_word(cv_copy_kind kind)
{
    static const char *const words[] = {
        [CV_COPY_ORIGINAL] = "original", [CV_COPY_POSTED] = "posted",
        [CV_COPY_AGENT] = "agent",       [CV_COPY_OBSERVER] = "observer",
        [CV_COPY_MACHINE] = "machine",   [CV_COPY_RECOUNT] = "recount",
        [CV_COPY_PORTAL] = "portal",     [CV_COPY_EARLIER] = "earlier",
    };
    return WORD_OF(words, kind);
}

const char *cv_form_word(cv_form_state state)
{
    static const char *const words[] = {
        [CV_FORM_COUNTED] = "counted",   [CV_FORM_COPY] = "copy",
        [CV_FORM_REPLACED] = "replaced", [CV_FORM_DUPLICATE] = "duplicate",
        [CV_FORM_CLOSED] = "closed",     [CV_FORM_ANNULLED] = "annulled",
        [CV_FORM_AWAITED] = "awaited",   [CV_FORM_REPEAT] = "repeat",
        [CV_FORM_BOX] = "box",
    };
    return WORD_OF(words, state);
}

const char *cv_slip_word(cv_slip slip)
{
    static const char *const words[] = {
        [CV_SLIP_FILLED] = "filled",
        [CV_SLIP_DIGITS_SWAPPED] = "digits_swapped",
        [CV_SLIP_DIGIT_ALIKE] = "digit_alike",
        [CV_SLIP_DIGIT] = "digit",
        [CV_SLIP_LENGTH] = "length",
        [CV_SLIP_NEIGHBOUR] = "neighbour",
        [CV_SLIP_LINES_NEXT] = "lines_next",
        [CV_SLIP_LINES] = "lines",
        [CV_SLIP_BLOCK] = "block",
        [CV_SLIP_OTHER] = "other",
    };
    return WORD_OF(words, slip);
}

const char *cv_structural_word(cv_structural_why why)
{
    static const char *const words[] = {[CV_WHY_TERM] = "term",
                                        [CV_WHY_CONSTANT] = "constant",
                                        [CV_WHY_STATION_KIND] = "station_kind",
                                        [CV_WHY_SOURCE] = "source"};
    return WORD_OF(words, why);
}

const char *cv_form_mark_word(cv_form_mark mark)
{
    static const char *const words[] = {[CV_FORM_MARK_READ] = "read",
                                        [CV_FORM_MARK_SECONDARY] = "secondary",
                                        [CV_FORM_MARK_UNVERIFIED] = "unverified"};
    return WORD_OF(words, mark);
}

cv_ink cv_word_ink(cv_word word)
{
    static const cv_ink inks[] = {[CV_CONFIRMED] = CV_INK_GOOD,
                                  [CV_HOLDS] = CV_INK_GOOD,
                                  [CV_OPEN] = CV_INK_ASK,
                                  [CV_CONTRADICTED] = CV_INK_BAD,
                                  [CV_UNDETERMINED] = CV_INK_ASK};
    cv_assert((size_t)word < sizeof inks / sizeof *inks);
    return inks[word];
}

const char *cv_place_match_word(cv_place_match match)
{
    static const char *const words[] = {[CV_MATCH_NONE] = "none",
                                        [CV_MATCH_AREA] = "area",
                                        [CV_MATCH_STATION] = "station",
                                        [CV_MATCH_SEVERAL] = "several"};
    return WORD_OF(words, match);
}

const char *cv_agreement_word(cv_agreement agreement)
{
    static const char *const words[] = {[CV_AGREE_NO_FIGURE] = "no_figure",
                                        [CV_AGREE_SINGLE] = "single_origin",
                                        [CV_AGREE_NONE] = "no_agreement",
                                        [CV_AGREE_SOME] = "agreement"};
    return WORD_OF(words, agreement);
}

const char *cv_account_word(cv_account_state state)
{
    static const char *const words[] = {[CV_ACCOUNT_CLOSES] = "closes",
                                        [CV_ACCOUNT_CAN_CLOSE] = "can_close",
                                        [CV_ACCOUNT_SHORT] = "short",
                                        [CV_ACCOUNT_OVER] = "over"};
    return WORD_OF(words, state);
}

cv_str cv_bloc_subject(const cv_election *e, cv_bloc_ix bloc, cv_arena *keep)
{
    return cv_str_format(keep, "seats_%.*s", CV_ARG(e->bloc[bloc.i].id));
}

cv_str cv_code_text(int16_t code, cv_arena *keep)
{
    bool own = code >= CV_OWN_CODES;
    return cv_str_format(keep, own ? "X%03d" : "C%03d", own ? code - CV_OWN_CODES : code);
}

cv_str cv_contest_title(const cv_election *e, cv_contest_ix c, const cv_language *l, cv_arena *keep)
{
    const cv_contest *contest = &e->contest[c.i];
    cv_str name = cv_show_name(contest->name.n ? contest->name : contest->id, keep);
    bool rounds = contest->round > 1 || contest->runoff.i >= 0;
    if (!rounds) return name;
    return cv_sentence(l, "{contest}, round {n}",
                       CV_SLOTS(cv_slot_s("contest", name), cv_slot_n("n", contest->round)), keep);
}

cv_str cv_option_title(const cv_contest *contest, int32_t option, cv_arena *keep)
{
    if (option < 0) return CV_STR("–");
    cv_assert(option < contest->n_options);
    const cv_option *o = &contest->option[option];
    return cv_show_name(o->name.n ? o->name : o->id, keep);
}

cv_str cv_station_title(const cv_election *e, cv_station_ix s, cv_arena *keep)
{
    if (s.i < 0) return CV_STR("–");
    return cv_show_name(e->station[s.i].code, keep);
}

enum { NAMED_MOST = 3 };

cv_str cv_and_more(cv_str list, int32_t n_more, const cv_language *l, cv_arena *keep)
{
    if (n_more <= 0) return list;
    return cv_sentence(l, "{list} and {n} more",
                       CV_SLOTS(cv_slot_s("list", list), cv_slot_n("n", n_more)), keep);
}

/* The options that `is` marks, in order, joined by `between`; cut after three. */
static cv_str join(const cv_contest *contest, const bool *is, const char *between,
                   const cv_language *l, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    int32_t n = 0;
    for (int32_t o = 0; o < contest->n_options; o++) {
        if (!is[o]) continue;
        n++;
        if (n <= NAMED_MOST)
            cv_text_addf(&t, "%s%.*s", n > 1 ? between : "",
                         CV_ARG(cv_option_title(contest, o, keep)));
    }
    return cv_and_more(cv_text_str(&t), n - NAMED_MOST, l, keep);
}

cv_str cv_first_title(const cv_contest *contest, const cv_contest_review *r, const cv_language *l,
                      cv_arena *keep)
{
    const cv_tally *t = &r->tally;
    int32_t n = contest->n_options;
    bool *is = cv_new(keep, bool, n);
    if (t->kind == CV_TIE && contest->seats == 1) return join(contest, t->in_lot, " = ", l, keep);
    if (t->kind == CV_RUNOFF) {
        for (int32_t i = 0; i < t->n_winners; i++) is[t->winner[i]] = true;
        return join(contest, is, ", ", l, keep);
    }
    cv_count most = 0;
    for (int32_t o = 0; o < n; o++)
        if (r->decided.totals.votes[o] > most) most = r->decided.totals.votes[o];
    for (int32_t o = 0; o < n; o++) is[o] = most > 0 && r->decided.totals.votes[o] == most;
    return most > 0 ? join(contest, is, " = ", l, keep) : CV_STR("–");
}

cv_str cv_form_place(const cv_election *e, cv_contest_ix c, int32_t row, cv_arena *keep)
{
    if (row < 0 || e->forms[c.i].source[row] < 0) return CV_STR("");
    cv_str file = e->source[e->forms[c.i].source[row]].file;
    return cv_str_format(keep, "%.*s:%d", CV_ARG(cv_show_name(file, keep)),
                         e->forms[c.i].line[row]);
}

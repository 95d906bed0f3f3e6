#include "model/verdict_texts.h"

#include "base/check.h"

typedef struct {
    const char *name; /* of WORDS: a msgid too */
    const char *text; /* a msgid               */
} entry;

/* clang-format off */
static const entry WORDS[CV_N_WORDS] = {
    [CV_CONFIRMED] = {CV_MSG("confirmed"),
        CV_MSG("Ballots were examined, and no open question can change the outcome.")},
    /* translators: the verdict on a seat */
    [CV_HOLDS] = {CV_MSG("holds"),
        CV_MSG("No open question, alone or with the others, can change the outcome. No "
               "ballots were examined.")},
    /* translators: the verdict on a seat, not a command */
    [CV_OPEN] = {CV_MSG("open"),
        CV_MSG("Open questions could change the outcome.")},
    [CV_CONTRADICTED] = {CV_MSG("contradicted"),
        CV_MSG("The figures do not give the declared outcome.")},
    [CV_UNDETERMINED] = {CV_MSG("undetermined"),
        CV_MSG("The outcome cannot be computed from what is on record.")},
};

/* {a} {b} {c}: the numbers; {option} {other}: names of options, "nobody" where there is none. */
static const entry REASONS[CV_N_REASONS] = {
    [CV_REASON_NO_QUESTION] = {"no_question",
        CV_MSG("No open question about a form is on record.")},
    [CV_REASON_CANNOT_REACH] = {"cannot_reach",
        CV_MSG("With {c:form/forms} in question, worth up to {a:vote/votes} against a "
               "lead of {b}, the outcome does not change.")},
    [CV_REASON_CAN_REACH] = {"can_reach",
        CV_MSG("{c:form/forms} in question, worth up to {a:vote/votes}, can reach the "
               "lead of {b} of {option} over {other}.")},
    [CV_REASON_NOT_PROVED_SAFE] = {"not_proved_safe",
        CV_MSG("Not proved safe: what is open, worth up to {a:vote/votes}, can reach a "
               "lead of {b}, and no count with another outcome was found.")},
    [CV_REASON_SMALLEST_SET] = {"smallest_set",
        CV_MSG("{a:form/forms} would be enough to change the outcome.")},
    [CV_REASON_SET_BOUNDS] = {"set_bounds",
        CV_MSG("{a:form/forms} would be enough to change the outcome; fewer than {b} "
               "would not. Not proved smallest.")},
    [CV_REASON_MISSING_CANNOT] = {"missing_cannot",
        CV_MSG("{a:form/forms} missing: up to {b:vote/votes} against a lead of {c} "
               "cannot change the outcome.")},
    [CV_REASON_MISSING_CAN] = {"missing_can",
        CV_MSG("{a:form/forms} missing: up to {b:vote/votes} against a lead of {c} could "
               "change the outcome.")},
    [CV_REASON_TIE] = {"tie",
        CV_MSG("A tie for {a:place/places}: a lot must be drawn, and none is on record.")},
    [CV_REASON_INCOMPLETE_BASE] = {"incomplete_base",
        CV_MSG("A total that the rule needs is not known.")},
    [CV_REASON_INCOMPLETE_RULE] = {"incomplete_rule",
        CV_MSG("The rule set does not say what is needed here.")},
    [CV_REASON_RULE_NOT_NAMED] = {"rule_not_named",
        CV_MSG("How votes become seats is not said: name the rule in election.json, or with --rule.")},
    [CV_REASON_NO_VOTES] = {"no_votes",
        CV_MSG("Nobody has votes.")},
    [CV_REASON_NO_FORMS] = {"no_forms",
        CV_MSG("No station figures are on record.")},
    [CV_REASON_REFUSED_ROWS] = {"refused_rows",
        CV_MSG("{a:row/rows} could not be read, and the station is not known: any number "
               "of votes may be missing.")},
    [CV_REASON_PARTIAL_SOURCE] = {"partial_source",
        CV_MSG("The source is known to be partial.")},
    [CV_REASON_NO_STATION_LIST] = {"no_station_list",
        CV_MSG("There is no list of stations: whether forms are missing cannot be "
               "checked.")},
    [CV_REASON_DECLARED_WINNER] = {"declared_winner",
        CV_MSG("The declaration names {option}. The figures give {other}.")},
    [CV_REASON_DECLARED_KIND] = {"declared_kind",
        CV_MSG("The figures give another kind of outcome than was declared.")},
    [CV_REASON_DECLARED_PAIR] = {"declared_pair",
        CV_MSG("The declaration sends {option} to the run-off. The figures give {other}.")},
    [CV_REASON_DECLARED_SEATS] = {"declared_seats",
        CV_MSG("{option}: declared {a:seat/seats}; the figures give {b}.")},
    [CV_REASON_DECLARED_TOTAL] = {"declared_total",
        CV_MSG("{option}: declared {a:vote/votes}; the forms give {b}.")},
    [CV_REASON_DECLARED_BY_LOT] = {"declared_by_lot",
        CV_MSG("The declared outcome is one that the lot could give.")},
    [CV_REASON_NOT_DECLARED] = {"not_declared",
        CV_MSG("No declared outcome is on record: the word is said of the result as "
               "summed.")},
    [CV_REASON_DECISIONS] = {"decisions",
        CV_MSG("{a:decision/decisions} in force, changing {b:form/forms}.")},
    [CV_REASON_DECISIONS_CHANGE] = {"decisions_change",
        CV_MSG("Without these decisions the figures give another outcome.")},
    [CV_REASON_DECISION_UNFIT] = {"decision_unfit",
        CV_MSG("{a:decision/decisions} could not be applied as written.")},
    [CV_REASON_DECISIONS_CONFLICT] = {"decisions_conflict",
        CV_MSG("{a:decision meets/decisions meet} another or the papers so that two readings are open, "
               "and they give different outcomes.")},
    [CV_REASON_POSTPONED] = {"postponed",
        CV_MSG("By decision the vote has not been held yet in the seat or in a part of it.")},
    [CV_REASON_RULE_UNVERIFIED] = {"rule_unverified",
        CV_MSG("Rests on a rule set whose statute was not read.")},
    [CV_REASON_RUNOFF_PAIR] = {"runoff_pair",
        CV_MSG("The run-off was not between those whom the first round gives.")},
    [CV_REASON_RUNOFF_NOT_DUE] = {"runoff_not_due",
        CV_MSG("The first round gives no run-off.")},
    [CV_REASON_RUNOFF_OPEN] = {"runoff_open",
        CV_MSG("Whether this run-off was due, and between whom, hangs on the first "
               "round, which is not settled.")},
    [CV_REASON_RUNOFF_LEADS_TO] = {"runoff_leads_to",
        CV_MSG("The seat is decided in the run-off.")},
    [CV_REASON_HAND_RECOUNT] = {"hand_recount",
        CV_MSG("All {a:counted form/counted forms} are hand recounts.")},
    [CV_REASON_NO_BALLOTS_SEEN] = {"no_ballots_seen",
        CV_MSG("No ballots were examined.")},
    [CV_REASON_NO_SECOND_COPY] = {"no_second_copy",
        CV_MSG("{a} of {b:form/forms} have no second copy to compare with.")},
    [CV_REASON_LOT_DRAWN] = {"lot_drawn",
        CV_MSG("A lot that people drew decided {a:place/places}: the figures alone are equal.")},
    [CV_REASON_LOT_UNUSED] = {"lot_unused",
        CV_MSG("A lot on record does not fit these figures and was not used.")},
    [CV_REASON_ASKED_CANNOT] = {"asked_cannot",
        CV_MSG("With {c:open question/open questions}, worth up to {a:vote/votes} against a "
               "lead of {b}, the outcome does not change.")},
    [CV_REASON_ASKED_CAN] = {"asked_can",
        CV_MSG("{c:open question/open questions}, worth up to {a:vote/votes} against the lead of {b} "
               "of {option} over {other}, could change the outcome.")},
    [CV_REASON_ASKED_SET] = {"asked_set",
        CV_MSG("{a:decision/decisions} would be enough to change the outcome; fewer would not.")},
    [CV_REASON_ASKED_BOUNDS] = {"asked_bounds",
        CV_MSG("{a:decision/decisions} would be enough to change the outcome; fewer than {b} "
               "would not. Not proved smallest.")},
    [CV_REASON_ASKED_MATTER] = {"asked_matter",
        CV_MSG("{a} of {b:open question/open questions} can matter.")},
    [CV_REASON_COMPLAINTS] = {"complaints",
        CV_MSG("{a:complaint is/complaints are} not settled.")},
    [CV_REASON_COMPLAINTS_MATTER] = {"complaints_matter",
        CV_MSG("{a:complaint is/complaints are} not settled; {b} can change the outcome.")},
    [CV_REASON_BASE_UNCLEAR] = {"base_unclear",
        CV_MSG("The law does not say what a share is taken of, and the readings disagree.")},
    [CV_REASON_MAY_VOID] = {"may_void",
        CV_MSG("Stations set aside by decision are past the share at which the law lets a body "
               "leave the seat empty.")},
    [CV_REASON_LAW_NOT_READ] = {"law_not_read",
        CV_MSG("Rests on {a:rule/rules} of the law whose text was not read.")},
};
/* clang-format on */

cv_str cv_word_name(cv_word word)
{
    cv_assert(word >= 0 && word < CV_N_WORDS);
    return cv_str_of(WORDS[word].name);
}

cv_str cv_word_shown(cv_word word, const cv_language *l)
{
    return cv_tr(l, cv_word_name(word).s);
}

cv_str cv_word_meaning(cv_word word, const cv_language *l)
{
    cv_assert(word >= 0 && word < CV_N_WORDS);
    return cv_tr(l, WORDS[word].text);
}

cv_str cv_reason_name(cv_reason_code code)
{
    cv_assert(code >= 0 && code < CV_N_REASONS);
    return cv_str_of(REASONS[code].name);
}

const char *cv_reason_text(cv_reason_code code)
{
    cv_assert(code >= 0 && code < CV_N_REASONS);
    return REASONS[code].text;
}

static cv_slot_value option_slot(const char *name, const cv_contest *contest, int32_t option,
                                 const cv_language *l)
{
    return cv_slot_s(name, option < 0 ? cv_tr(l, CV_MSG("nobody")) : contest->option[option].name);
}

cv_str cv_reason_sentence(const cv_reason *r, const cv_contest *contest, const cv_language *l,
                          cv_arena *keep)
{
    return cv_sentence(l, cv_reason_text(r->code),
                       CV_SLOTS(cv_slot_n("a", r->a), cv_slot_n("b", r->b), cv_slot_n("c", r->c),
                                option_slot("option", contest, r->option, l),
                                option_slot("other", contest, r->other, l)),
                       keep);
}

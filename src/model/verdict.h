/* model/verdict.h — the five words, and reasons as data: a code and its numbers, no sentence.
 *
 * The sentences live in one catalogue, model/verdict_texts.h. Conditions: methods.md, Verdict.
 */
#ifndef CV_MODEL_VERDICT_H
#define CV_MODEL_VERDICT_H

#include "model/election.h"

typedef enum { CV_CONFIRMED, CV_HOLDS, CV_OPEN, CV_CONTRADICTED, CV_UNDETERMINED } cv_word;
#define CV_N_WORDS (CV_UNDETERMINED + 1)

/* Why a word was given. Codes are permanent. Meaning of the numbers a, b, c of each code and
 * its sentence: model/verdict_texts.c. */
typedef enum {
    CV_REASON_NO_QUESTION,     /* nothing on record contradicts a figure                      */
    CV_REASON_CANNOT_REACH,    /* questions worth a votes, lead b, c forms                    */
    CV_REASON_CAN_REACH,       /* the same, and they reach it                                 */
    CV_REASON_NOT_PROVED_SAFE, /* the search could neither find a change nor exclude one      */
    CV_REASON_SMALLEST_SET,    /* a forms would change the outcome                            */
    CV_REASON_SET_BOUNDS,     /* a forms would, fewer than b would not; not proved smallest       */
    CV_REASON_MISSING_CANNOT, /* a missing forms, at most b votes, cannot change it; lead c  */
    CV_REASON_MISSING_CAN,    /* a missing forms, at most b votes, could; lead c             */
    CV_REASON_TIE,            /* a tie, no lot on record                                     */
    CV_REASON_INCOMPLETE_BASE, /* a total that the rule needs is not known                    */
    CV_REASON_INCOMPLETE_RULE, /* the rule set does not say what is needed                    */
    CV_REASON_RULE_NOT_NAMED,  /* nobody has said how votes become seats: engine unknown      */
    CV_REASON_NO_VOTES,        /* nobody has votes                                            */
    CV_REASON_NO_FORMS,        /* the contest has no form, and none is expected               */
    CV_REASON_REFUSED_ROWS,    /* a rows could not be read and their station is not known     */
    CV_REASON_PARTIAL_SOURCE,  /* the source is known to be partial                           */
    CV_REASON_NO_STATION_LIST, /* completeness cannot be checked: a caveat                    */
    CV_REASON_DECLARED_WINNER, /* declared: option `option`; the figures give `other`         */
    CV_REASON_DECLARED_KIND,   /* declared another kind of outcome (run-off, void, decided)   */
    CV_REASON_DECLARED_PAIR,   /* declared run-off: option `option`; the figures give `other`     */
    CV_REASON_DECLARED_SEATS,  /* option `option`: declared a seats, the figures give b       */
    CV_REASON_DECLARED_TOTAL,  /* option `option`: declared a votes, forms give b; a caveat   */
    CV_REASON_DECLARED_BY_LOT, /* the declared one is among those tied, the lot is not on record */
    CV_REASON_NOT_DECLARED,    /* nothing was declared: said of the result as summed          */
    CV_REASON_DECISIONS,       /* a decisions in force changed b forms                        */
    CV_REASON_DECISIONS_CHANGE,   /* as summed another outcome: decisions made the difference    */
    CV_REASON_DECISION_UNFIT,     /* a decisions could not be applied as written                 */
    CV_REASON_DECISIONS_CONFLICT, /* a decisions can be read in two ways; the outcome differs  */
    CV_REASON_POSTPONED, /* the vote of the seat, or of a stations, was not held yet           */
    CV_REASON_RULE_UNVERIFIED, /* the rule set's statute was not read                         */
    CV_REASON_RUNOFF_PAIR,     /* the run-off was not between those whom the first round gives */
    CV_REASON_RUNOFF_NOT_DUE,  /* the first round as decided gives no run-off                 */
    CV_REASON_RUNOFF_OPEN,     /* the first round's own word does not let this one stand      */
    CV_REASON_RUNOFF_LEADS_TO, /* the seat is decided in a run-off that is on record          */
    CV_REASON_HAND_RECOUNT,    /* every counted form is a hand recount                        */
    CV_REASON_NO_BALLOTS_SEEN, /* no ballots were examined                                    */
    CV_REASON_NO_SECOND_COPY,  /* no other copy of a of b forms: nothing to compare           */
    CV_REASON_LOT_DRAWN,       /* a places went by a lot that was drawn                       */
    CV_REASON_LOT_UNUSED,      /* a lot on record does not fit these figures: a caveat        */
    CV_REASON_ASKED_CANNOT, /* c open questions worth a votes, lead b: asked of bodies, or forms */
    CV_REASON_ASKED_CAN,    /* the same, and they could change the outcome                   */
    CV_REASON_ASKED_SET,    /* a answers would change the outcome, fewer would not           */
    CV_REASON_ASKED_BOUNDS, /* a answers would, fewer than b would not; not proved smallest  */
    CV_REASON_ASKED_MATTER, /* a of b questions matter                                       */
    CV_REASON_COMPLAINTS,   /* a complaints are not settled: a caveat                        */
    CV_REASON_COMPLAINTS_MATTER, /* and b of them are in a smallest set that changes the outcome */
    CV_REASON_BASE_UNCLEAR,      /* a share of what, the law does not say; the readings disagree */
    CV_REASON_MAY_VOID,          /* annulled stations past a share: a body may leave it empty   */
    CV_REASON_LAW_NOT_READ       /* a rules of the law that this rests on were not read         */
} cv_reason_code;
#define CV_N_REASONS (CV_REASON_LAW_NOT_READ + 1)

/* Unused numbers are CV_BLANK, unused options -1. */
typedef struct {
    cv_reason_code code;
    cv_count a, b, c;
    int32_t option, other; /* options of the contest                                           */
} cv_reason;

#endif

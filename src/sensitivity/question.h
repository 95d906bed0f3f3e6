/* sensitivity/question.h — what is asked about the votes of one form, whatever raised it.
 *
 * A question's alternatives are "nothing changes" and the changes of methods.md, From findings to
 * votes. What is missing is not a question but a fact: CV_CHANGE_CAP.
 */
#ifndef CV_SENSITIVITY_QUESTION_H
#define CV_SENSITIVITY_QUESTION_H

#include "model/finding.h"
#include "model/overlay.h"
#include "tally/result.h"

/* Whether those who cast the ballots in question go, or come, with them. */
typedef enum {
    CV_WITH_EITHER, /* not known: the worse of the two                                        */
    CV_WITH_PERSONS,
    CV_WITHOUT_PERSONS
} cv_with_persons;

typedef struct {
    int32_t row; /* of the contest's forms; -1: a station whose row was refused, or no station    */
    cv_station_ix station; /* CV_NO_STATION: somewhere in the seat                            */
    cv_change_kind change; /* never CV_CHANGE_NONE                                            */
    cv_count k;            /* OFF, ADD, MOVE, CAP; CV_BLANK: no limit is known                */
    int32_t option;        /* only this option's votes can change; -1: any                    */
    int32_t other;         /* EXACT: the form that may be right; -1: the station is annulled  */
    cv_with_persons persons;
    cv_count contradicted;
    cv_count cap;    /* most ballots that the station can hold; CV_BLANK: not known            */
    uint32_t group;  /* questions of one form with a common bit may have one cause             */
    int32_t finding; /* into the check's findings; -1: none                                   */
    bool settled;    /* a decision made it so: a fact, not a question                         */
} cv_question;

/* Facts have no answer: missing figures, and ballots that a decision took out without saying which.
 */
static inline bool cv_question_is_fact(const cv_question *q)
{
    return q->change == CV_CHANGE_CAP || q->settled;
}

typedef struct {
    int32_t n;
    const cv_question *question; /* [n] ascending row, refused rows first                     */
    const cv_totals *totals; /* of the seat, for ballots whose station is not known; NULL: none */
} cv_questions;

/* What the reading and the checks of one contest left open. */
typedef struct {
    int64_t n, first;          /* first: index of finding[0] in the check's list              */
    const cv_finding *finding; /* [n] in the order of check/result.h                          */
    int32_t n_refused;
    const cv_station_ix *refused; /* [n_refused] stations whose row could not be read         */
} cv_found;

/* The questions of one contest: findings that are errors, missing figures of any weight, and
 * refused rows. A form that decisions took out of the count is settled, and so is one whose
 * figures they replaced; one that they upheld is settled against its other copies only. A repeat
 * that is awaited, and ballots of unknown content that a decision took out, are facts.
 * keep     owns the result */
cv_questions cv_questions_of(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                             const cv_found *found, cv_arena *keep);

#endif

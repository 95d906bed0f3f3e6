/* law/law.h — the rules of a legal profile held against the figures of a contest or a station.
 *
 * Exact: part·q against p·base in whole numbers of 128 bits, never a printed percentage. Where the
 * statute does not say what a share is of, every base it can mean is tried; where they disagree
 * the answer is "undecidable", and so it is where a figure or the rule's own number is missing.
 * Nothing here decides a seat: tally/ applies what a count can apply, and this says which figures
 * a body would find on both sides.
 *
 * Method: docs/reference/methods.md, "Law".
 */
#ifndef CV_LAW_LAW_H
#define CV_LAW_LAW_H

#include "law/result.h"

/* ---- one rule ---- */

/* The figures of one contest or station by quantity; CV_BLANK: not on record. */
typedef struct {
    cv_count value[CV_N_LAW_QUANTITIES];
} cv_law_figures;

/* All of them blank. */
cv_law_figures cv_law_no_figures(void);

/* part·q REL p·whole; none is blank, q > 0. */
bool cv_law_compares(cv_count part, cv_law_relation relation, int64_t p, int64_t q, cv_count whole);

/* Answers a rule with its sides; option, is_used and stations are left to the caller.
 * keep owns the sides. */
void cv_law_ask(cv_law_line *out, const cv_law_rule *rule, const cv_law_figures *figures,
                cv_arena *keep);

/* ---- a contest ---- */

/* One form with figures: papers in the box and given out; CV_BLANK: not on record. */
typedef struct {
    int32_t row;
    cv_count box, issued, valid, valid_blank, ballots, participants, registered;
} cv_law_form;

typedef struct {
    const cv_law *law;      /* NULL: none; nothing is asked                                       */
    cv_date day;            /* of the election                                                    */
    cv_law_figures figures; /* of the contest                                                */
    int32_t n_lists;        /* options that thresholds are asked of; 0: not a count of lists */
    const cv_count *list_votes; /* [n_lists]                                                 */
    const int32_t *list;        /* [n_lists] options                                         */
    int32_t n_forms;
    const cv_law_form *form; /* [n_forms] counted ones                                       */
    bool has_against;        /* against all is on the ballot                                 */
    bool two_round;          /* a first vote that needs a majority                           */
    bool may_void; /* a body may leave the seats empty (tally/result.h)                      */
} cv_law_input;

/* keep owns what `out` points to. */
void cv_law_of_contest(cv_law_contest *out, const cv_law_input *in, cv_arena *keep,
                       cv_arena scratch);

#endif

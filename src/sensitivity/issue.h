/* sensitivity/issue.h — everything that is open in one seat, as questions that can be answered one
 * by one: what bodies are asked to decide, and forms that something contradicts.
 *
 * A question has one or more answers besides "dismissed"; an answer has effects on places, or on
 * the seat as a whole. Answers that meet at one place exclude or bound each other: an annulled
 * place has nothing left to recount, a vote held again replaces all figures, other figures stand
 * in for those on record (methods.md, Sensitivity). What is missing is a fact, with no answer.
 */
#ifndef CV_SENSITIVITY_ISSUE_H
#define CV_SENSITIVITY_ISSUE_H

#include "sensitivity/open_forms.h"
#include "sensitivity/sensitivity.h"
#include "sensitivity/unknown.h"

typedef struct {
    cv_station_ix station;
    const cv_count *x;   /* [m] what the station's forms add to the sums                        */
    cv_count registered; /* 0 where not known, and where it is annulled already                  */
    bool counts;         /* its register still can be annulled                                   */
    bool has_fact;
    int32_t n_issues;     /* questions that touch it                                          */
    const cv_count *most; /* [m] most papers of each content, whatever figures stand in; NULL:
                             no other figures are asked about                                 */
} cv_asked_place;

typedef enum {
    CV_UNIT_ANNUL,
    CV_UNIT_REPEAT,
    CV_UNIT_FIGURES,
    CV_UNIT_POOL,
    CV_UNIT_CANCEL,
    CV_UNIT_VOID
} cv_unit_kind;

/* One effect. `change`, `registered`, `n_stations` and the pool's x are what it does when nothing
 * else touches its places. */
typedef struct {
    cv_unit_kind kind;
    int32_t n_places; /* 0: the seat as a whole */
    const int32_t *place;
    const cv_count *change; /* [m] or NULL */
    cv_count registered;
    int32_t n_stations;
    bool has_pool;
    cv_pool pool;
    int32_t option; /* CANCEL */
    cv_cancel mode;
    bool bars;
} cv_unit;

typedef struct {
    int32_t n_units, cap;
    cv_unit *unit; /* [cap], n_units of them used */
} cv_answer;

typedef struct {
    int32_t asked; /* into the list given; -1: a form                                            */
    int32_t form;  /* into the open forms; -1                                                    */
    int32_t n_answers;
    cv_answer *answer;
    bool shares;     /* touches a place that another question, or a missing form, touches        */
    bool not_linear; /* cancels an option, or voids: the tests change with it                    */
} cv_issue;

/* Ballots that are missing, or went with unknown content: nobody is asked. */
typedef struct {
    int32_t place;
    cv_pool pool;
} cv_fact;

typedef struct cv_seat_questions {
    const cv_sensitivity_input *in;
    int32_t n_options, n, m; /* options; contents; contents, participants and papers             */
    const cv_count *totals;  /* [m] the sums                                                     */
    const bool *options, *invalid, *readable, *all; /* [n] contents                              */
    int32_t n_places;
    cv_asked_place *place; /* ascending station */
    int32_t n_facts;
    cv_fact *fact;
    int32_t n_issues;
    cv_issue *issue; /* asked ones first, in the order given; then forms                         */
} cv_seat_questions;

/* keep     owns what `out` points to */
void cv_issues_of(cv_seat_questions *out, const cv_sensitivity_input *in, const cv_open_forms *open,
                  cv_arena *keep);

/* The same question with the other bound of recounts, or NULL when it asks for none. */
const cv_issue *cv_issue_with_bound(const cv_seat_questions *s, int32_t issue, bool narrow,
                                    cv_arena *keep);

#endif

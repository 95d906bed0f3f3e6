/* sensitivity/worst.h — the most that an assertion can fall by what is open at one form.
 *
 * A ballot's content is one of: an option 0..n-1, valid for none of the options (n), blank
 * (n + 1), invalid (n + 2). An assertion gives each content a weight, and besides a weight to
 * each participant and each paper in the box. Method: methods.md, From findings to votes;
 * methods.md, From findings to votes.
 */
#ifndef CV_SENSITIVITY_WORST_H
#define CV_SENSITIVITY_WORST_H

#include "sensitivity/question.h"
#include "tally/result.h"

enum { CV_CONTENT_OTHER, CV_CONTENT_BLANK, CV_CONTENT_INVALID, CV_CONTENT_MORE };

typedef struct {
    int32_t n_options, n;   /* n = n_options + CV_CONTENT_MORE                                */
    const int64_t *weight;  /* [n] by content                                                 */
    const int32_t *falling; /* [n] contents, heaviest first                                   */
    int32_t least;          /* content of the least weight                                    */
    int32_t least_option;   /* option of the least weight                                     */
    int64_t persons, box;
    int64_t annulled_registered, annulled_stations; /* of a station that is annulled            */
    cv_wide need; /* the least fall that changes the sign on which the outcome rests          */
    int64_t unit; /* the most that one vote weighs: turns a fall into votes                    */
} cv_weights;

/* keep owns the arrays. */
cv_weights cv_weights_of(const cv_assertion *assertion, int32_t n_options, cv_arena *keep);

/* What is open at one form. */
typedef struct {
    int32_t row;
    cv_station_ix station;
    const cv_count *x; /* [n] ballots by content, as they count                               */
    cv_count persons, box;
    cv_count cap; /* CV_BLANK: not known                                                      */
    int32_t n;
    const cv_question *question;  /* [n]                                                       */
    const int32_t *component;     /* [n] questions with one number may have one cause          */
    const cv_count *const *exact; /* [n] NULL, or the other form's n contents, persons, box   */
    cv_count contradicted;
    bool has_missing, has_question;
} cv_open_form;

/* A change of ballots by content, then of participants and of papers in the box: [n + 2]. */
typedef cv_count cv_change;

typedef struct {
    cv_wide fall;  /* 0 or more */
    bool no_limit; /* a cap that is needed is not known */
} cv_fall;

/* The largest fall by the missing figures alone (`missing`) or by all that is open. One question
 * of each component counts, components add, and the sum is clipped to what `cap` papers can do.
 * change   NULL, or [w->n + 2] zeroed: filled with a change that has this fall; with no_limit it
 *          has as much of it as CV_ANY_BALLOTS give */
cv_fall cv_worst_fall(const cv_open_form *form, const cv_weights *w, bool missing,
                      cv_change *change);

/* Ballots that stand for "any number" in a change: more than any real total. */
#define CV_ANY_BALLOTS INT64_C(1000000000)

/* By how much the assertion falls when the ballots x (and persons, box) leave the sums. */
cv_wide cv_weigh(const cv_weights *w, const cv_count *x, cv_count persons, cv_count box);

#endif

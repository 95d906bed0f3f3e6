/* report/complaint_words.h — complaints in words: those of review.json, which are permanent, and
 * sentences for people. */
#ifndef CV_REPORT_COMPLAINT_WORDS_H
#define CV_REPORT_COMPLAINT_WORDS_H

#include "model/complaint.h"
#include "report/show.h"
#include "review/result.h"

const char *cv_clock_word(cv_clock_kind clock);                  /* "filing", "decision", ... */
const char *cv_term_word(cv_term_state state);                   /* "running", "kept", ...    */
const char *cv_complaint_note_word(cv_complaint_note_kind kind); /* "not_allowed", ...        */
const char *cv_step_kind_word(cv_clock_step_kind kind);          /* "day_zero", ...           */
const char *cv_day_kind_word(cv_day_kind kind);                  /* "worked", ...             */

/* True when the move was recorded by the instant that everything is told as of. */
bool cv_move_is_shown(const cv_complaints *all, const cv_complaint_move *m);

/* "heard", "dismissed", "dismissed, in force": a msgid each. */
const char *cv_state_title(const cv_complaint_result *r);
const char *cv_move_title(cv_move_kind kind);
const char *cv_relief_title(cv_relief relief);   /* "–" where none is named */
const char *cv_clock_title(cv_clock_kind clock); /* what must come: "the decision"           */
const char *cv_term_title(cv_term_state state);

/* A note as a sentence. */
cv_str cv_complaint_note_text(const cv_complaints *all, const cv_complaint_note *n,
                              const cv_language *l, cv_arena *keep);
/* A step of a computation. */
cv_str cv_clock_step_text(const cv_clock_step *s, const cv_language *l, cv_arena *keep);
/* "2 March 2005, 24:00" as the language writes days; "–" where it is not known. */
cv_str cv_deadline_title(const cv_deadline *d, const cv_language *l, cv_arena *keep);

/* What its answer can do to the seat; NULL where nothing is asked or was not searched. */
const cv_question_reach *cv_complaint_reach(const cv_review *r, int32_t complaint);
/* Whether its decision can change the seat: "–" where it is settled or nothing is asked of a seat.
 */
cv_str cv_complaint_matter(const cv_review *r, int32_t complaint, const cv_language *l,
                           cv_arena *keep);
/* For an order: how few decisions change the seat with it, from 1; many where none do. */
int32_t cv_complaint_weight(const cv_review *r, int32_t complaint);

#endif

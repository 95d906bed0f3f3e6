/* report/words.h — the words of review.json for what results hold as numbers, and the names that
 * places and options have in front of people.
 *
 * The words are permanent: other programs read them. Texts for people: model/rule_info.h and
 * model/verdict_texts.h.
 */
#ifndef CV_REPORT_WORDS_H
#define CV_REPORT_WORDS_H

#include "report/show.h"
#include "review/result.h"
#include "check/result.h"
#include "model/relation.h"

const char *cv_outcome_word(cv_outcome_kind kind);     /* "decided", "runoff", ...      */
const char *cv_why_word(cv_why why);                   /* "most_votes", ...             */
const char *cv_law_answer_word(cv_law_answer answer);  /* "reached", ...                */
const char *cv_law_why_word(cv_law_why why);           /* "no_value", ...               */
const char *cv_step_word(cv_step_kind kind);           /* "seat", ...                   */
const char *cv_hangs_word(cv_hangs_on on);             /* "pair", ...                   */
const char *cv_margin_word(cv_margin_kind kind);       /* "none", "exact", "bounds"     */
const char *cv_severity_word(cv_severity severity);    /* "note", "warning", "error"    */
const char *cv_change_word(cv_change_kind change);     /* "none", "off", ...            */
const char *cv_reach_word(cv_reach reach);             /* "nothing", ...                */
const char *cv_option_word(cv_option_kind kind);       /* "candidate", ...              */
const char *cv_effect_word(cv_effect_kind effect);     /* "annul", "adopt"              */
const char *cv_note_word(cv_decision_note_kind kind);  /* "no_form", ...                */
const char *cv_scope_word(cv_scope scope);             /* "station", "seat", ...        */
const char *cv_cancel_word(cv_cancel mode);            /* "as_invalid", ...             */
const char *cv_candidates_word(cv_candidates who);     /* "same", ...                   */
const char *cv_effect_state_word(cv_effect_state s);   /* "in_force", "revoked", ...    */
const char *cv_now_word(cv_now now);                   /* "counted", "annulled", ...    */
const char *cv_conflict_word(cv_conflict_kind kind);   /* "confirmed", ...              */
const char *cv_station_word(cv_station_kind kind);     /* "ordinary", ...               */
const char *cv_copy_word(cv_copy_kind kind);           /* "original", "posted", ...     */
const char *cv_form_word(cv_form_state state);         /* "counted", "awaited", ...     */
const char *cv_slip_word(cv_slip slip);                /* "filled", ...                 */
const char *cv_structural_word(cv_structural_why why); /* "term", ...                   */
const char *cv_form_mark_word(cv_form_mark mark);      /* "read", ...                   */

const char *cv_place_match_word(cv_place_match match); /* "none", "area", ...           */
const char *cv_agreement_word(cv_agreement agreement); /* "single", "none", ...         */
const char *cv_account_word(cv_account_state state);   /* "closes", "short", ...        */

/* What claims about the seats of a bloc are about: "seats_" and its id. */
cv_str cv_bloc_subject(const cv_election *e, cv_bloc_ix bloc, cv_arena *keep);

/* "C306", "X001" */
cv_str cv_code_text(int16_t code, cv_arena *keep);

/* The contest's name, else its id; the round is told when it has several. */
cv_str cv_contest_title(const cv_election *e, cv_contest_ix c, const cv_language *l,
                        cv_arena *keep);
/* The option's name, else its id; "–" for -1. As it may be shown. */
cv_str cv_option_title(const cv_contest *contest, int32_t option, cv_arena *keep);
/* Station code; "–" where there is none. As it may be shown. */
cv_str cv_station_title(const cv_election *e, cv_station_ix s, cv_arena *keep);

/* Who is first by votes, in words: the option with the most votes; "A, B" for a run-off;
 * "A = B" for a tie. A list of more than three is cut. */
cv_str cv_first_title(const cv_contest *contest, const cv_contest_review *r, const cv_language *l,
                      cv_arena *keep);

/* "26.31, 26.40 and 3 more": a list of which `n_more` are not named. */
cv_str cv_and_more(cv_str list, int32_t n_more, const cv_language *l, cv_arena *keep);

/* The file and line of a form, "results.csv:118"; empty where it has none (awaited). */
cv_str cv_form_place(const cv_election *e, cv_contest_ix c, int32_t row, cv_arena *keep);

/* The ink of a verdict's word. */
cv_ink cv_word_ink(cv_word word);
/* "none", "elects", "may_void", "voids", "not_known" */
const char *cv_trap_word(cv_trap trap);

#endif

/* report/text_parts.h — the parts of the texts for people, shared by the files that write them. */
#ifndef CV_REPORT_TEXT_PARTS_H
#define CV_REPORT_TEXT_PARTS_H

#include "report/grid.h"
#include "report/report.h"
#include "report/words.h"

/* What is being written. */
typedef struct {
    cv_text *to;
    const cv_report *report;
    const cv_review *review;
    const cv_election *election;
    const cv_look *look;
    const cv_language *language; /* the look's */
    cv_arena *work;
} cv_text_doc;

/* `to`'s arena serves for everything on the way. Begins with the case's title and date. */
cv_text_doc cv_text_doc_open(cv_text *to, const cv_report *r, const cv_look *look);

/* An empty line and a heading: a msgid, or what is a sentence already. */
void cv_text_heading(cv_text_doc *d, const char *msgid);
void cv_text_head(cv_text_doc *d, cv_str text);
/* A paragraph, broken to the width, with a hanging indent. */
void cv_text_line(cv_text_doc *d, int32_t indent, cv_str text);
/* The same for a msgid: without slots, and with them. */
void cv_text_just(cv_text_doc *d, int32_t indent, const char *msgid);
void cv_text_say(cv_text_doc *d, int32_t indent, const char *msgid, cv_slots slots);
/* The grid, cut to 20 rows unless all are wanted, and how many were cut. */
void cv_text_grid(cv_text_doc *d, const cv_grid *g, int64_t most);
/* "… and 61 more (--all shows them)"; nothing for 0. */
void cv_text_more(cv_text_doc *d, int32_t indent, int64_t n_cut);
/* "Next: canvass <command> <case> <rest>", never broken, and under it what it shows: a msgid. */
void cv_text_next(cv_text_doc *d, const char *command, const char *rest, const char *why);

/* How many contests are shown. */
int32_t cv_text_n_shown(const cv_text_doc *d);

/* The contests shown, those that do not hold first (contradicted, undetermined, open), then by
 * lead, the closest first, then in the election's order. */
int32_t *cv_text_order(const cv_text_doc *d, int32_t *n);

/* A word that is neither holds nor confirmed. */
bool cv_text_in_question(cv_word word);

/* What the rule is about. */
cv_str cv_rule_title(const cv_profile *p, int16_t code, const cv_language *l);

/* The answer first: how many seats stand in each word, and the chamber as an interval. */
void cv_text_answer(cv_text_doc *d);
/* Its parts: the sentence; that seats have two rounds, empty where none has; the chamber by bloc,
 * without rows where there is none to show. */
cv_str cv_text_sentence(const cv_text_doc *d);
cv_str cv_text_rounds(const cv_text_doc *d);
cv_grid cv_text_chamber_grid(const cv_text_doc *d);
/* The seats in this order, and what stands above them. */
cv_grid cv_text_seat_grid(const cv_text_doc *d, const int32_t *order, int32_t n);
const char *cv_text_seat_heading(int32_t n);
/* That a lot decided, and whom it named; empty where none was drawn. */
cv_str cv_text_lots(const cv_text_doc *d, int32_t contest);
/* Findings by rule, errors and warnings first, the unusual in a part of its own. */
void cv_text_rules(cv_text_doc *d);
/* What would make forms add up; nothing where every form does. */
void cv_text_repairs(cv_text_doc *d);
/* Decisions on record, and those that could not be applied as written; nothing without any. */
void cv_text_decisions(cv_text_doc *d);
/* How many complaints are on file and how many of them are open; nothing without any. */
void cv_text_complaints_part(cv_text_doc *d);
/* How many incidents and claims are on record, and accounts of seats that do not close. */
void cv_text_incidents_short(cv_text_doc *d);
/* One contest by every source of figures, side by side; nothing where there is only one. */
void cv_text_sources(cv_text_doc *d, int32_t contest);
/* Copies in a few lines; nothing where there is none. */
void cv_text_copies_short(cv_text_doc *d);
/* Files, rows, hashes; refused rows. */
void cv_text_inputs(cv_text_doc *d);
/* A what-if: the contests concerned, before and after. */
void cv_text_what_if(cv_text_doc *d);
/* The reasons of a contest and what to open first. */
void cv_text_reasons(cv_text_doc *d, int32_t contest);
void cv_text_open_first(cv_text_doc *d, int32_t contest);

#endif

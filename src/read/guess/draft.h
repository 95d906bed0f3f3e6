/* read/guess/draft.h — from guesses to an election.json: several tables as one case.
 *
 * Tables of one layout whose stations differ are parts of one table. Tables of the same options
 * with the same stations are versions of the same forms: the one with most stations, the last of
 * those, gives the figures and the others are compared with it. Any other table is a contest of
 * its own.
 *
 * What is not known is written as such: the rule "unknown", columns under "unclear". The text is
 * always one that the reader takes.
 */
#ifndef CV_READ_GUESS_DRAFT_H
#define CV_READ_GUESS_DRAFT_H

#include "read/guess/guess.h"

typedef enum { CV_DRAFT_CONTEST, CV_DRAFT_PART, CV_DRAFT_VERSION } cv_draft_is;

/* One table; of an archive with several layouts, or with versions as members, several. */
typedef struct {
    const cv_survey *survey;
    const cv_guess *guess;
    cv_str file;   /* as it stands in election.json           */
    cv_str stem;   /* for people and for ids: "final_computo" */
    cv_str member; /* ""; all                                 */
    /* filled by cv_draft_relate() */
    cv_draft_is is;
    int32_t of;      /* the first table of its contest, itself included */
    int32_t version; /* 1..; 0: there is one                            */
    int32_t shared;  /* of 100 stations of the smaller table, how many the first one has too */
} cv_draft_table;

/* Rules that one word says, for people who know the law and write no file. */
typedef struct {
    const char *word, *engine, *key, *value;
    bool is_majority; /* more than half of the valid votes, else a run-off of two */
} cv_draft_rule;

extern const cv_draft_rule CV_DRAFT_RULES[];
extern const int32_t CV_N_DRAFT_RULES;
/* NULL: there is none of this word. */
const cv_draft_rule *cv_draft_rule_named(cv_str word);

typedef struct {
    cv_str id, title;
    cv_str contest;            /* "": made from the file, or from the column that decides it */
    const cv_draft_rule *rule; /* NULL: unknown                    */
    int32_t seats;             /* 0: not known                     */
} cv_draft_wishes;

/* Says of each table what it is to the ones before it. */
void cv_draft_relate(cv_draft_table *table, int32_t n, cv_arena scratch);

/* The text of election.json, in `keep`. */
cv_str cv_draft_write(const cv_draft_table *table, int32_t n, const cv_draft_wishes *wishes,
                      cv_arena *keep);

/* The id of a line of the form: "valid", "t[12:00]". */
cv_str cv_draft_field(const cv_guess_column *c, cv_arena *keep);
/* Lower case words with "-" between them: "2018.csv.zip" gives "2018". */
cv_str cv_draft_id(cv_str name, cv_arena *keep);
/* The name of a file without its folder and its endings. */
cv_str cv_draft_stem(cv_str path);

#endif

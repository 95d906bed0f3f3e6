/* law/result.h — what the rules of the legal profile say of each contest: plain structs. */
#ifndef CV_LAW_RESULT_H
#define CV_LAW_RESULT_H

#include "model/law.h"
#include "num/wide.h"

typedef enum {
    CV_LAW_NOT_REACHED,
    CV_LAW_REACHED,
    CV_LAW_UNDECIDABLE, /* why says what is missing                                         */
    CV_LAW_JUDGED       /* the rule is words: people judge                                  */
} cv_law_answer;
#define CV_N_LAW_ANSWERS (CV_LAW_JUDGED + 1)

typedef enum {
    CV_LAW_WHY_NONE,
    CV_LAW_WHY_NO_VALUE,  /* nobody found the number: it is not zero                        */
    CV_LAW_WHY_NO_FIGURE, /* a figure of the rule is not on record                          */
    CV_LAW_WHY_BASES      /* the law does not say of what, and the readings disagree        */
} cv_law_why;
#define CV_N_LAW_WHYS (CV_LAW_WHY_BASES + 1)

/* One condition under one base: part·q REL p·whole. */
typedef struct {
    const cv_law_condition *condition;
    cv_law_quantity base; /* CV_LAW_NOTHING: p is an absolute number                       */
    cv_count part, whole; /* CV_BLANK: not on record; whole is 1 for an absolute number    */
    cv_wide left, right;  /* part·q and p·whole; 0 where something is missing              */
    cv_law_answer answer;
} cv_law_side;

/* A station at which a rule of stations is reached. */
typedef struct {
    int32_t row; /* of the contest's forms */
    cv_count part, whole;
} cv_law_station;

/* One rule in one contest. */
typedef struct {
    const cv_law_rule *rule;
    cv_law_answer answer; /* of a rule of stations: reached where it is at one of them at least */
    cv_law_why why;
    int32_t option; /* the list that a threshold is asked of; -1                            */
    bool is_used;   /* the outcome of the count rests on it                                 */
    int32_t n_sides;
    const cv_law_side *side; /* [n_sides] every condition under every base it can mean       */
    /* Rules of stations alone: how many stations give which answer, and where it is reached. */
    bool of_stations;
    int32_t n_not_reached, n_undecidable, n_stations;
    const cv_law_station *station; /* [n_stations] by row                                   */
} cv_law_line;

typedef struct {
    int32_t n_lines;
    const cv_law_line *line; /* [n_lines] in the order of the keys, then of the profile     */
    int32_t n_not_read;      /* rules that the outcome rests on and whose text was not read */
    bool may_void;           /* a body may leave the seats empty: an open question of law   */
} cv_law_contest;

#endif

/* model/rule_names.h — the words with which rule sets name bases, quotas, series and the rest.
 *
 * One table for the reader of election.json, the help text and the documents. A name is looked
 * up byte for byte; a word that is not in its table is the reader's to refuse.
 */
#ifndef CV_MODEL_RULE_NAMES_H
#define CV_MODEL_RULE_NAMES_H

#include "model/rule_set.h"

/* A word, what it means in one line, and the value of the enum that it stands for. */
typedef struct {
    const char *name, *about;
    int value;
} cv_rule_name;

typedef struct {
    const cv_rule_name *entry; /* [n] in the order of the enum */
    int32_t n;
} cv_rule_names;

extern const cv_rule_names CV_ENGINE_NAMES, CV_BASE_NAMES, CV_RELATION_NAMES, CV_AGAINST_NAMES,
    CV_QUOTA_NAMES, CV_OVER_AWARD_NAMES;

/* A series of divisors with its name. */
typedef struct {
    const char *name, *about;
    cv_divisors series;
} cv_series_name;

#define CV_N_SERIES 11
extern const cv_series_name CV_SERIES_NAMES[CV_N_SERIES];

extern const cv_divisors CV_DHONDT;           /* 1, 2, 3, …   */
extern const cv_divisors CV_SAINTE_LAGUE;     /* 1, 3, 5, …   */
extern const cv_divisors CV_SAINTE_LAGUE_14;  /* 1.4, 3, 5, … */
extern const cv_divisors CV_SAINTE_LAGUE_12;  /* 1.2, 3, 5, … */
extern const cv_divisors CV_DANISH;           /* 1, 4, 7, …   */
extern const cv_divisors CV_IMPERIALI_SERIES; /* 1, 1.5, 2, … */
extern const cv_divisors CV_CZECH_142;        /* 1.42, 2, 3, … */
extern const cv_divisors CV_MACAU;            /* 1, 2, 4, …   */
extern const cv_divisors CV_ADAMS;            /* 0, 1, 2, …   */
extern const cv_divisors CV_HUNTINGTON_HILL;  /* 0, √2, √6, … */
extern const cv_divisors CV_DEAN;             /* 0, 4/3, 12/5, … */

/* The word for a value of the table; "unknown" when there is none. */
cv_str cv_rule_word(cv_rule_names names, int value);
/* The word for a series; "own" when it is none of the table's. */
cv_str cv_divisors_word(cv_divisors series);

#endif

/* model/law.h — a legal profile: what a law says about an election, as dated and cited parameters.
 *
 * One rule is one line of a text file (docs/reference/law.md). Nothing here is implied by a
 * country, and nothing is filled in: a parameter whose value nobody found has none, and says so.
 * Every rule has a citation and a mark that tells whether its text was read.
 *
 * A profile may have a parent. A key that the profile states on a day replaces all lines of its
 * parent for that key on that day. Within one profile the lines of a key that began last are the
 * ones in force; there may be several (three grounds of one article).
 *
 * Method: docs/reference/methods.md, "Law".
 */
#ifndef CV_MODEL_LAW_H
#define CV_MODEL_LAW_H

#include "base/count.h"
#include "base/date.h"

/* What a rule compares. */
typedef enum {
    CV_LAW_NOTHING, /* the line names none: of a numerator, no test; of a denominator, an
                       absolute number, or a base that the statute leaves unsaid            */
    CV_LAW_VOTES_LEADER,
    CV_LAW_VOTES_SECOND,
    CV_LAW_VOTES_AGAINST_ALL,
    CV_LAW_VOTES_LIST, /* of each list in turn                                              */
    CV_LAW_MARGIN,     /* votes(leader) − votes(second)                                     */
    CV_LAW_VALID,
    CV_LAW_VALID_BLANK, /* valid + blank                                                    */
    CV_LAW_BALLOTS,     /* valid + blank + invalid                                          */
    CV_LAW_BOX,         /* papers found in the boxes                                        */
    CV_LAW_PARTICIPANTS,
    CV_LAW_ISSUED, /* papers given out: voters who received one                             */
    CV_LAW_REGISTERED,
    CV_LAW_REGISTERED_INVALID, /* registered voters of annulled stations                    */
    CV_LAW_STATIONS,
    CV_LAW_STATIONS_INVALID, /* annulled stations                                           */
    CV_LAW_CANCELLED,        /* votes cancelled of options that were barred                 */
    CV_LAW_QUESTIONED,       /* votes that open questions put in doubt                      */
    CV_LAW_OTHER             /* words that no figure on record answers                      */
} cv_law_quantity;
#define CV_N_LAW_QUANTITIES (CV_LAW_OTHER + 1)

typedef enum {
    CV_LAW_NO_RELATION,
    CV_LAW_LT,
    CV_LAW_LE,
    CV_LAW_EQ,
    CV_LAW_GE,
    CV_LAW_GT,
    CV_LAW_MAX,  /* more than every other one: most votes                                   */
    CV_LAW_TOP,  /* among the first p                                                       */
    CV_LAW_WORDS /* the relation is a text that people judge                                */
} cv_law_relation;
#define CV_N_LAW_RELATIONS (CV_LAW_WORDS + 1)

typedef enum {
    CV_LAW_NO_MODAL,
    CV_LAW_MUST,       /* the effect follows by law                                         */
    CV_LAW_MAY,        /* a body can do it: both outcomes are reachable                     */
    CV_LAW_MUST_NOT,   /* the ground is excluded                                            */
    CV_LAW_ON_REQUEST, /* follows when somebody entitled asks                               */
    CV_LAW_RECOMMENDED
} cv_law_modal;
#define CV_N_LAW_MODALS (CV_LAW_RECOMMENDED + 1)

/* Whether the text of the article was read at the source that is cited. */
typedef enum { CV_LAW_READ, CV_LAW_SECONDARY, CV_LAW_UNVERIFIED } cv_law_status;
#define CV_N_LAW_STATUSES (CV_LAW_UNVERIFIED + 1)

enum { CV_LAW_BASES_MAX = 6, CV_LAW_LIST_MAX = 64 };

/* `part` REL p/q of a base, or, without base, `part` REL p. True iff part·q REL p·base, in whole
 * numbers of 128 bits. The conditions of a rule that share a group are joined by AND, the groups
 * by OR. */
typedef struct {
    cv_law_quantity part;
    cv_law_relation relation;
    int64_t p, q;                           /* q 0: the number was not found; else q >= 1  */
    bool absolute;                          /* no base: `part` is compared with p          */
    int32_t n_bases;                        /* more than 1: the statute does not say which */
    cv_law_quantity base[CV_LAW_BASES_MAX]; /* candidates                                  */
    int32_t group;
    bool each_area; /* must hold in every area of the contest, not only as a whole          */
} cv_law_condition;

/* One line of a profile. Texts are as written; empty where the line has none. */
typedef struct {
    cv_str key;          /* "void.by_stations"                                              */
    cv_str jurisdiction; /* the profile whose line it is: "kg-2011"                         */
    cv_date from, to;    /* in force from and up to these days, both included; CV_NO_DATE: open.
                            A calendar.offset begins at a minute                            */
    cv_str numerator, relation, denominator, extra;
    bool has_number; /* p is given                                                          */
    int64_t p, q;    /* as written; q 1 where none is                                       */
    int32_t n_conditions;
    const cv_law_condition *condition; /* [n_conditions] 0: nothing that numbers can answer */
    cv_law_modal modal;
    cv_str scope;  /* "seat", "nation", "station", ...; several joined by "|"               */
    cv_str effect; /* what follows, in the statute's words or capitals                      */
    cv_str value;  /* words, lists, dates: for keys that are not numbers                    */
    cv_str source; /* the citation; never empty                                             */
    cv_law_status status;
    cv_str note;
    cv_str file; /* where it stands; "law/kg.csv" for what comes with the program           */
    int64_t line;
} cv_law_rule;

/* The offset from UTC in force from a local date and minute, told on the clock in force before. */
typedef struct {
    cv_date from; /* CV_NO_DATE: from the start */
    int32_t minutes;
    const cv_law_rule *rule;
} cv_law_offset;

/* A single day of the calendar. */
typedef struct {
    int32_t day; /* as in cv_date */
    const cv_law_rule *rule;
} cv_law_day;

typedef struct cv_law {
    cv_str id;                   /* as election.json names it                                  */
    cv_str file;                 /* where its own lines stand                                  */
    const struct cv_law *parent; /* NULL: none                                             */
    int32_t n_rules;
    const cv_law_rule *rule; /* [n_rules] its own, in file order                           */
    /* The calendar, its own and its parents', in order of time. */
    int32_t n_offsets, n_holidays, n_workdays;
    const cv_law_offset *offset;
    const cv_law_day *holiday; /* not worked, besides the weekend                          */
    const cv_law_day *workday; /* worked although a weekend or holiday                     */
} cv_law;

/* True when the rule is in force on the day; without a day (CV_NO_DATE) every rule is. */
bool cv_law_in_force(const cv_law_rule *rule, cv_date day);

/* The rule of this key in force on that day, the first of them when there are several; NULL when
 * there is none, when its value is "none" (the parameter does not apply), or `law` is NULL. */
const cv_law_rule *cv_law_find(const cv_law *law, const char *key, cv_date day);

/* All rules of this key in force on that day, at most `room` of them; returns how many. */
int32_t cv_law_find_all(const cv_law_rule **out, int32_t room, const cv_law *law, const char *key,
                        cv_date day);
/* The same for all keys that begin with `prefix`: "win.", "clock.". */
int32_t cv_law_find_prefix(const cv_law_rule **out, int32_t room, const cv_law *law,
                           const char *prefix, cv_date day);

/* The words in the rule's value, separated by spaces: trust orders, lists of grounds. At most
 * `room`; returns how many. `rule` may be NULL. */
int32_t cv_law_words(cv_str *out, int32_t room, const cv_law_rule *rule);
/* True when the rule's value is this word. `rule` may be NULL. */
bool cv_law_says(const cv_law_rule *rule, const char *word);

/* What the rule compares, as written: "margin lt 1/1000 valid|ballots", "3 days from act"; empty
 * where it is neither. */
cv_str cv_law_rule_words(const cv_law_rule *rule, cv_arena *keep);

/* "votes(leader)", "gt", "must", "read": as written in profiles. */
cv_str cv_law_quantity_word(cv_law_quantity q);
cv_str cv_law_relation_word(cv_law_relation r);
cv_str cv_law_modal_word(cv_law_modal m);
cv_str cv_law_status_word(cv_law_status s);
/* False when the word is none of them; `out` is then untouched. */
bool cv_law_quantity_named(cv_law_quantity *out, cv_str word);
bool cv_law_relation_named(cv_law_relation *out, cv_str word);
bool cv_law_modal_named(cv_law_modal *out, cv_str word);
bool cv_law_status_named(cv_law_status *out, cv_str word);

#endif

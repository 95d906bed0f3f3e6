/* model/rule_set.h — one electoral law's choices for turning votes into winners, as data.
 *
 * A rule set names an engine and answers each legal question with one named value; nothing is
 * implied by a country. What has not been read in the statute is marked unverified, and the
 * mark is printed under every result that rests on it. Engines live in tally/.
 *
 * Source of the vocabulary: docs/reference/election-json.md, rule_set.
 */
#ifndef CV_MODEL_RULE_SET_H
#define CV_MODEL_RULE_SET_H

#include "base/str.h"
#include "num/frac.h"

typedef enum {
    CV_ENGINE_PLURALITY, /* most votes; with several seats each paper carries one vote (SNTV) */
    CV_ENGINE_BLOCK,     /* several seats by plurality, up to `per_ballot` votes a paper      */
    CV_ENGINE_TWO_ROUND, /* a win condition, else a run-off between the first `runoff_top`    */
    CV_ENGINE_DIVISOR,   /* highest averages                                                 */
    CV_ENGINE_REMAINDER, /* quota and largest remainder                                      */
    CV_ENGINE_UNKNOWN    /* nobody has said: every count is incomplete                       */
} cv_engine;

/* What a share is taken of (methods.md, Words). */
typedef enum {
    CV_BASE_VALID,        /* valid votes: the sum over options                                */
    CV_BASE_VALID_BLANK,  /* valid + blank                                                    */
    CV_BASE_CAST,         /* valid + blank + invalid                                          */
    CV_BASE_PARTICIPANTS, /* persons who took part, as the profile defines it                 */
    CV_BASE_BOX,          /* papers found in the boxes                                        */
    CV_BASE_REGISTERED,   /* persons entitled to vote                                         */
    CV_BASE_UNKNOWN       /* the statute was not read: a result that needs it is `incomplete` */
} cv_base;

/* A relation of a part to a share of a base. */
typedef enum { CV_ABOVE, CV_AT_LEAST } cv_relation; /* > and >= */

/* `or_bases`: the statute does not say which total is meant. The test has an answer only where
 * `base` and each of these, bit 1 << cv_base, give the same one; 0: the base is clear. */
typedef struct {
    cv_frac share;
    cv_relation relation;
    cv_base base;
    uint8_t or_bases;
} cv_share_test;

/* A share of the stations, or of the registered voters, that annulled stations make up. */
typedef struct {
    cv_frac share;
    cv_relation relation;
    bool of_stations; /* how many stations; else their registered voters */
} cv_stations_test;

/* One way to win in the first round: `share` and, when has_lead, the lead over the second
 * as well. Alternatives are joined by OR. */
typedef struct {
    cv_share_test share; /* votes of the first against the base                   */
    bool has_lead;
    cv_share_test lead; /* votes of the first less votes of the second           */
} cv_win_condition;

enum { CV_WIN_MAX = 4, CV_THRESHOLD_MAX = 4, CV_VOID_STATIONS_MAX = 2 };

/* When "against all" leaves the seat empty. */
typedef enum {
    CV_AGAINST_NONE, /* against all is an option like another, which cannot be seated */
    CV_AGAINST_VOID_IF_ABOVE_LEADER,
    CV_AGAINST_VOID_IF_AT_LEAST_LEADER,
    CV_AGAINST_VOID_IF_ABOVE_HALF /* of the valid votes, against all included */
} cv_against_rule;

/* The k-th divisor (k = 1, 2, ...) is `first` for k = 1, and base + step × (k − 1) after that;
 * a doubling series (Macau: 1, 2, 4) has step 0 and doubling set. Only ratios matter: the
 * series 1.4, 3, 5 is written 7, 15, 25. first 0 (Adams): the first seat goes before all
 * others; `huntington_hill` compares v²/(k(k−1)), `dean` uses 2k(k−1)/(2k−1). */
typedef enum {
    CV_SERIES_LINEAR,
    CV_SERIES_DOUBLING,
    CV_SERIES_ADAMS,
    CV_SERIES_HUNTINGTON_HILL,
    CV_SERIES_DEAN
} cv_series_kind;

typedef struct {
    cv_series_kind kind;
    int32_t first, base, step;
} cv_divisors;

typedef enum {
    CV_QUOTA_HARE,               /* V/S exact                    */
    CV_QUOTA_HARE_ROUNDED,       /* V/S rounded half up          */
    CV_QUOTA_DROOP,              /* ⌊V/(S+1)⌋ + 1                */
    CV_QUOTA_HAGENBACH_BISCHOFF, /* V/(S+1) exact                */
    CV_QUOTA_HAGENBACH_BISCHOFF_UP,
    CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP,
    CV_QUOTA_IMPERIALI, /* V/(S+2) exact                */
    CV_QUOTA_IMPERIALI_DOWN,
    CV_QUOTA_IMPERIALI_HALF_UP
} cv_quota;

/* What happens when the whole quotas give more seats than there are. */
typedef enum {
    CV_OVER_UNKNOWN,  /* not read: `incomplete` where it happens                       */
    CV_OVER_SUBTRACT, /* one seat each from the smallest remainders                    */
    CV_OVER_RECOMPUTE /* the quota grows by one vote until the seats suffice           */
} cv_over_award;

/* A list takes part in the allocation only if it passes all thresholds. */
typedef struct {
    cv_str id;       /* key in election.json                                          */
    cv_str name;     /* for people                                                    */
    cv_str cite;     /* article of the law; empty when none was given                 */
    bool unverified; /* the statute was not read                                      */
    cv_engine engine;

    /* every engine: annulled stations past all of these shares leave every seat empty */
    int32_t n_void_stations; /* 0: no such rule                                              */
    cv_stations_test void_stations[CV_VOID_STATIONS_MAX];
    bool void_stations_may; /* true: a body may do it; false: it follows by law              */

    int32_t per_ballot; /* votes that one paper may carry; 1 unless CV_ENGINE_BLOCK      */

    /* plurality, block, two-round: orthogonal conditions */
    bool has_min_share, has_turnout_min;
    cv_share_test min_share; /* the winner needs it, else nobody is elected or a run-off is
                                held (min_share_runoff)                               */
    bool min_share_runoff;
    cv_share_test turnout_min; /* participants against a base, else void                */
    cv_against_rule against;
    bool has_barred_void; /* votes for barred options past this share leave the seat empty;
                             otherwise the next option is seated                         */
    cv_share_test barred_void;

    /* two-round */
    int32_t n_win;
    cv_win_condition win[CV_WIN_MAX];
    int32_t runoff_top;      /* how many go to the second round, usually 2                */
    bool runoff_all_tied;    /* all who tie for the last place go on; else a lot decides  */
    bool two_decide_at_once; /* with exactly two candidates on the ballot most votes win */

    /* lists */
    cv_divisors divisors;
    cv_quota quota;
    cv_over_award over_award;
    bool remainders_repeat; /* more seats left than lists: go round again; else vacant   */
    int32_t n_thresholds;
    cv_share_test threshold[CV_THRESHOLD_MAX];
    int32_t threshold_from[CV_THRESHOLD_MAX]; /* applies to lists of at least so many parties
                                                 (Slovakia: 5 % for all, 7 % from 2, 10 %
                                                 from 4); 0 or 1: to every list          */
    int32_t seat_cap; /* most seats that one list may take; 0: no cap. Seats past the cap go
                         on by the next averages, or by a new count without the list and
                         its seats where remainders decide                               */
} cv_rule_set;

#endif

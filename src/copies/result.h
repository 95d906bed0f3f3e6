/* copies/result.h — how the copies of one contest's forms differ, what they decide by themselves,
 * and where there are any. Plain structs, no functions.
 *
 * A pair is two sets of forms: `a` the forms that count, or a copy; `b` another copy. Every
 * difference is a minus b: by how much the figures that count are above the copy.
 *
 * Five states of a cell stay apart. Where one of the two sheets does not carry the line (absent,
 * unreported) nothing is compared; blank, illegible and a number are three different contents.
 *
 * Equal figures show that two sheets say the same, not that they say what was in the box.
 * Method: methods.md, Copies, field by field.
 */
#ifndef CV_COPIES_RESULT_H
#define CV_COPIES_RESULT_H

#include "model/election.h"

/* What the law says of copies. */
typedef struct {
    cv_copy_kind order[CV_N_COPY_KINDS]; /* the most trusted first                          */
    int32_t n_order;                     /* kinds that are not named stand behind           */
    uint32_t count_from; /* bit per kind: whose forms may be the figures                    */
    uint32_t open_from;  /* bit per kind: whose differing form opens a question             */
} cv_copies_law;

#define CV_COPY_BIT(kind) (UINT32_C(1) << (kind))
/* Where the law of the case says nothing: forms of the commission count, those that others hold
 * open a question. */
/* clang-format off */
#define CV_COPIES_LAW_DEFAULT                                                                      \
    ((cv_copies_law){                                                                              \
        .order = {CV_COPY_RECOUNT, CV_COPY_ORIGINAL, CV_COPY_POSTED, CV_COPY_AGENT,                \
                  CV_COPY_OBSERVER, CV_COPY_MACHINE, CV_COPY_PORTAL, CV_COPY_EARLIER},             \
        .n_order = 8,                                                                              \
        .count_from = CV_COPY_BIT(CV_COPY_RECOUNT) | CV_COPY_BIT(CV_COPY_ORIGINAL),                \
        .open_from = CV_COPY_BIT(CV_COPY_POSTED) | CV_COPY_BIT(CV_COPY_AGENT) |                    \
                     CV_COPY_BIT(CV_COPY_OBSERVER) | CV_COPY_BIT(CV_COPY_MACHINE)})
/* clang-format on */

/* What kind of slip would make one figure of the other: the first that fits. It explains a
 * difference and decides nothing. */
typedef enum {
    CV_APART_UNIT,       /* by one                                                          */
    CV_APART_TRANSPOSED, /* two neighbouring digits exchanged: 1234, 1324                   */
    CV_APART_DIGIT,      /* one digit of the same number of digits: 120, 170                */
    CV_APART_SHIFT,      /* a digit more or less at the end: 12, 123                        */
    CV_APART_ROWS,       /* exchanged with the line above or below                          */
    CV_APART_OTHER,
    CV_APART_STATE, /* not two numbers: blank or illegible on one sheet                     */
    CV_N_APART
} cv_apart;

/* One line of a form that differs. */
typedef struct {
    int16_t option; /* -1: `field`                                                          */
    cv_field field; /* CV_F_NONE: `option`                                                  */
    uint8_t apart;  /* cv_apart                                                             */
} cv_copy_cell;

/* One station whose two sheets differ in a line. */
typedef struct {
    cv_station_ix station;
    int32_t row_a, row_b;     /* forms of the contest                                           */
    int64_t first_cell;       /* its stretch of the pair's `cell`                               */
    int32_t n_cells;          /* lines that differ: options first, then fields                  */
    int32_t n_votes;          /* of them, options                                               */
    int32_t n_compared;       /* lines that both sheets carry                                   */
    cv_count votes_apart;     /* sum over options of |a - b|                                    */
    cv_count ballots;         /* fewest ballots that must be different: options, blank, invalid */
    cv_count lead_change;     /* of the seat's first over its second; CV_BLANK: not known       */
    int16_t first_a, first_b; /* the option alone first at the station; -1: none or several  */
    bool first_differs;       /* other options are first; false where a cell is no number   */
    bool lead_turns;          /* the seat's first is ahead of its second on one sheet only   */
    bool zero_a, zero_b;      /* all zeros here and votes on the other sheet: a placeholder
                                 more often than a result; in no sum of the pair            */
    int16_t exchanged[2];     /* the two options whose figures are exchanged; else -1       */
} cv_copy_station;

typedef struct {
    int32_t a;        /* copy; -1: the forms that count, whoever holds them                */
    int32_t b;        /* copy                                                              */
    int32_t n_both;   /* stations with one sheet in each; 0: nothing was compared           */
    int32_t n_only_a; /* a missing sheet is not a difference                                */
    int32_t n_only_b;
    int32_t n_several; /* several sheets under one key: which belongs to which is not known  */
    int32_t n_zero_a, n_zero_b;    /* placeholders, as in cv_copy_station                       */
    int32_t n_zero_both;           /* all zeros on both sheets                                 */
    const cv_count *beside_zero_a; /* [n_options] votes of b where a has only zeros         */
    const cv_count *beside_zero_b; /* [n_options] votes of a where b has only zeros         */
    /* What follows is over the stations without a placeholder. */
    int64_t n_compared;    /* lines                                                         */
    int32_t n_votes;       /* stations that differ in an option                             */
    int32_t n_lines;       /* stations that differ in other lines only                      */
    int32_t n_first;       /* other options are first at the station, a tie included        */
    int32_t n_first_other; /* of them, one option alone is first on each sheet              */
    int32_t n_lead_turns;
    int32_t n_exchanged;
    int64_t votes_by[CV_N_APART]; /* cells of options that differ, by class                 */
    int64_t lines_by[CV_N_APART]; /* cells of other lines                                   */
    const cv_count *more;         /* [n_options] sum of a - b where it is positive          */
    const cv_count *fewer;        /* [n_options] sum of b - a where it is positive          */
    cv_count votes_apart;         /* sum of all of these                                    */
    cv_count ballots;
    int32_t n_lead_up, n_lead_down; /* stations where a gives the first more, or less, lead  */
    cv_count lead_up, lead_down;    /* by so many votes together; both 0 or more            */
    int64_t n_stations;
    const cv_copy_station *station; /* [n_stations] ascending; placeholders among them      */
    int64_t n_cells;
    const cv_copy_cell *cell; /* [n_cells]                                                  */
} cv_copy_pair;

/* Whether the copies in one hand settle a seat whatever all other stations hold. */
typedef enum {
    CV_HELD_DECIDES,
    CV_HELD_TOO_FEW, /* the other stations could change it                                  */
    CV_HELD_NO_CAP,  /* nobody says how many ballots some other station can hold            */
    CV_HELD_NO_LIST, /* the case has no list of all stations                                */
    CV_HELD_RULE     /* several seats, a tie, or a rule that asks for more than votes       */
} cv_held_word;

typedef struct {
    int32_t copy;      /* -1: all copies that may open a question, at each station the one
                          least favourable to `first`                                     */
    int32_t n_held;    /* stations with all votes on a sheet, and not all of them 0        */
    int32_t n_others;  /* the other stations of the contest                                */
    int32_t n_no_cap;  /* of them, those without a limit on record                         */
    cv_count cap;      /* most ballots of the others together, those without left out      */
    int32_t first;     /* by the votes of these sheets; -1: tie, or none                   */
    int32_t nearest;   /* the option that needs fewest of the others' ballots; -1          */
    cv_count lead;     /* of `first` over it in these sheets; CV_BLANK                     */
    bool by_share;     /* decided, or not, by a share of the valid votes, not by the lead  */
    cv_count need;     /* fewest ballots of others that could change it; CV_BLANK: no case */
    cv_held_word word; /* CV_HELD_DECIDES: cap < need                                      */
} cv_held;

/* One contest. */
typedef struct cv_copies {
    int32_t n_pairs;
    const cv_copy_pair *pair; /* [n_pairs] those with the forms that count first            */
    int32_t n_held;
    const cv_held *held;   /* [n_held] each copy, then all together where there are several */
    int32_t first, second; /* the options whose lead is followed; -1                        */
} cv_copies;

/* ---- the whole election ---- */

/* Stations times contests: expected there, and with a second copy on record. An earlier
 * publication of the same body is no second copy. */
typedef struct {
    int32_t n_stations, n_covered;
} cv_coverage_count;

enum { CV_LEAD_BANDS = 5 };
/* Upper ends of the bands, in hundredths of the valid votes; the last has none: under 1, 5, 10,
 * 20 per cent, and from 20 on. */
extern const int32_t CV_LEAD_BAND_END[CV_LEAD_BANDS - 1];

typedef struct {
    int32_t n_contests;
    cv_coverage_count of;
} cv_coverage_band;

typedef struct {
    cv_coverage_count all;
    const cv_coverage_count *contest; /* [n_contests of the election]                       */
    /* [n_contests] stations of which only the form that counts is on record, or none, as they stand
     * in the forms: n_stations - n_covered of them; NULL in a case with one copy. */
    const int32_t *const *alone;
    const cv_coverage_count *area; /* [n_areas] with what lies inside                    */
    cv_coverage_band band[CV_LEAD_BANDS];
    cv_coverage_band no_lead; /* contests without a first and a second                      */
} cv_coverage;

#endif

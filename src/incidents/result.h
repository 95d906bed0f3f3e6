/* incidents/result.h — what is claimed, side by side: ranges with their origins, the votes of the
 * stations that an event touched, accounts of seats. Plain structs, no functions.
 */
#ifndef CV_INCIDENTS_RESULT_H
#define CV_INCIDENTS_RESULT_H

#include "model/incident.h"

/* ---- what is claimed of one quantity ---- */

typedef enum {
    CV_AGREE_NO_FIGURE, /* no claim gives a range                                         */
    CV_AGREE_SINGLE,    /* one origin                                                     */
    CV_AGREE_NONE,      /* several, and no number that two of them allow                  */
    CV_AGREE_SOME       /* numbers that several origins allow                             */
} cv_agreement;

/* The claims of one origin, which count once. */
typedef struct {
    cv_str name;
    int32_t n_claims; /* with a range                                                  */
    bool is_assumed;  /* every one of them: the text named no origin                   */
    bool contradicts; /* its claims have no number in common: `span` is their union    */
    int32_t n_spans;
    const cv_span *span; /* ascending, apart                                              */
} cv_claim_origin;

typedef struct {
    cv_speaker speaker;
    int32_t n_claims;
    cv_count low, high; /* the smallest low and the largest high; high CV_BLANK: no bound */
} cv_by_speaker;

/* One quantity of one event, or of one subject. */
typedef struct {
    int32_t event;  /* the first of those merged into one; -1: a subject                  */
    cv_str subject; /* the event's id, or a word                                          */
    cv_str quantity;
    bool is_date; /* the numbers are days since 1970-01-01                                */
    int32_t n_claims;
    const int32_t *claim; /* [n_claims] into cv_incidents.claim, with and without a range */
    int32_t n_with_span, n_denials;
    int32_t n_origins; /* of claims with a range                                          */
    const cv_claim_origin *origin; /* in the order of their first claim                   */
    int32_t n_contradicting;       /* of them                                             */
    cv_count low, high;  /* the envelope: no claim allows less or more; high CV_BLANK: no bound */
    int32_t max_support; /* the most origins that allow one number              */
    cv_agreement agreement;
    int32_t n_consensus;
    const cv_span *consensus; /* the numbers with most support, as runs, ascending; for one
                                 origin what it allows; none for CV_AGREE_NONE            */
    int32_t n_speakers;
    const cv_by_speaker *speaker; /* in the order of cv_speaker */
} cv_profile_of_claims;

/* The lows, and the highs, of one quantity over several events: two sums that are never mixed. */
typedef struct {
    cv_str quantity;
    int32_t n_events;
    cv_count low, high; /* high CV_BLANK: no bound */
} cv_claim_sum;

/* ---- accounts of seats ---- */

typedef enum {
    CV_ACCOUNT_CLOSES,    /* the parts add to the seats of the chamber                    */
    CV_ACCOUNT_CAN_CLOSE, /* some numbers within the ranges do                            */
    CV_ACCOUNT_SHORT,     /* even the largest are fewer: `apart`                          */
    CV_ACCOUNT_OVER       /* even the smallest are more: `apart`                          */
} cv_account_state;

typedef struct {
    cv_str name;
    int32_t n_parts;
    const int32_t *claim; /* [n_parts] into cv_incidents.claim */
    cv_count low, high;   /* the sum; high CV_BLANK: no bound  */
    cv_count seats;       /* of the chamber                    */
    cv_account_state state;
    cv_count apart; /* seats by which it is short or over; 0 else                         */
} cv_seat_account;

/* ---- events ---- */

typedef enum {
    CV_MATCH_NONE,    /* the case has no place of that name, or no list of places          */
    CV_MATCH_AREA,    /* its place is an area of the case                                  */
    CV_MATCH_STATION, /* the file names stations                                          */
    CV_MATCH_SEVERAL  /* several areas have that name: none was taken                      */
} cv_place_match;

/* The forms of one contest at the stations that an event touched, as they stand. */
typedef struct {
    cv_contest_ix contest;
    int32_t n_forms;   /* counted or awaited                                             */
    int32_t n_unknown; /* of them, without votes                                         */
    cv_count ballots;  /* votes for all options together                                 */
    cv_count *votes;   /* [n_options]                                                    */
} cv_touched_contest;

typedef struct {
    int32_t same_as; /* the first of the events merged with it; itself                    */
    cv_place_match match;
    int32_t n_areas;
    const cv_area_ix *area; /* matched */
    int32_t n_stations;     /* touched */
    int32_t n_touched;
    const cv_touched_contest *touched; /* [n_touched] in the order of the contests        */
} cv_event_facts;

/* Two events that could be one: their days overlap, their places agree at the coarser precision,
 * they have one type and an actor in common. A person confirms. */
typedef struct {
    int32_t event, with;
} cv_merge_proposal;

typedef struct {
    const cv_incidents *incidents; /* NULL: none on record; all counts below are then 0   */
    const int32_t *timeline;       /* [n_events] by first day, then in the file's order   */
    const cv_event_facts *event;   /* [n_events]                                          */
    int32_t n_profiles;
    const cv_profile_of_claims *profile; /* in the order of their first claim             */
    int32_t n_sums;
    const cv_claim_sum *sum; /* quantities that several events have */
    int32_t n_accounts;
    const cv_seat_account *account;
    int32_t n_proposals;
    const cv_merge_proposal *proposal;
    bool proposals_cut;   /* there are more than are listed             */
    const bool *in_force; /* [n_merges] of the merges on record         */
} cv_incident_review;

#endif

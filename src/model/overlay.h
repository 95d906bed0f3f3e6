/* model/overlay.h — the decisions in force, as what they do to the forms of each contest.
 *
 * The election stays as it was read. Whoever sums or examines forms asks the overlay which
 * forms count and with which figures (tally/totals.h); without one (NULL) the forms count as
 * they are. Forms that came to be known after the time asked for are changes too, without a
 * cause. Made by disputes/; all arrays belong to the arena given there.
 */
#ifndef CV_MODEL_OVERLAY_H
#define CV_MODEL_OVERLAY_H

#include "model/decision.h"
#include "model/election.h"

/* The figures of a form after CORRECT, ADOPT of stated figures, ANNUL of a box or an option.
 * Cells as the derived columns of model/election.h have them. */
typedef struct {
    const cv_cell *votes; /* [n_options of the contest]                                       */
    cv_cell other;        /* valid votes for none of the options; CV_CELL_ABSENT: no such line */
    cv_cell blank, invalid, persons, box, registered, cast;
} cv_overlay_figures;

/* What has become of a form that counts, or of the one that is awaited. */
typedef enum {
    CV_NOW_COUNTED,
    CV_NOW_ANNULLED,
    CV_NOW_AWAITED,   /* a repeat vote was ordered, and no form of it is on record            */
    CV_NOW_POSTPONED, /* no vote was held yet                                                 */
    CV_NOW_UNKNOWN,   /* no form that counts was known at the time asked for                  */
    CV_NOW_REPLACED   /* another live form of the same station stands for it                  */
} cv_now;

/* One changed form. Figures come from `own`, or are those of the form `figures_row`; they are
 * kept while the form does not count. */
typedef struct {
    int32_t row; /* of the contest's forms                                                    */
    cv_now now;
    int32_t figures_row;           /* the form that counts: `row`, another copy, the repeat's */
    const cv_overlay_figures *own; /* NULL: as they stand on `figures_row`                    */
    cv_count removed_unknown;      /* ballots taken out by decision whose content nobody knows:
                                      they are still in the figures. 0; CV_BLANK: how many is not
                                      known                                                   */
    cv_count awaited_cap;          /* CV_NOW_AWAITED: the most ballots that the repeat can hold;
                                      CV_BLANK: not known                                     */
    int32_t recount_by;            /* decision: a recount is ordered and no form of it is on
                                      record; -1: none                                        */
    int32_t n_causes;
    const int32_t *cause; /* into election.decision, in the order of application: the effects
                             that make the form what it is now                                */
} cv_overlay_change;

/* Votes of options cancelled by decision, by where they went: to the invalid votes, out of all
 * totals, to nobody but still valid. Those of an option whose votes in the whole seat are kept in
 * the base are still its own, and in none of the three. */
typedef struct {
    cv_count as_invalid, removed, kept;
} cv_overlay_cancelled;

/* One contest. */
typedef struct cv_overlay_contest {
    int32_t n_changes;
    const cv_overlay_change *change; /* [n_changes] ascending row                             */
    int32_t void_by;                 /* decision; -1: not void by decision                    */
    int32_t postponed_by;            /* decision: no vote was held in the contest yet; -1     */
    const uint8_t *option_state;     /* [n_options] cv_cancel; NULL: every option stands. An
                                        option that does not stand cannot be seated. Its votes
                                        are 0 in the figures, but for CV_CANCEL_KEPT_IN_BASE  */
    const int32_t *option_by;        /* [n_options] decision; -1. NULL with option_state      */
    cv_overlay_cancelled cancelled;
    cv_count removed_unknown; /* ballots of unknown content whose station is not known;
                                 0, or CV_BLANK: how many is not known                 */
    /* Stations of the contest and their register as forms and list state it; of those whose
     * figures are annulled, by decision or by what the case says of zero forms, as well.
     * A register that is not known adds nothing; CV_BLANK: none is. */
    int32_t all_stations, annulled_stations;
    cv_count all_registered, annulled_registered;
} cv_overlay_contest;

/* What stays in which total (methods.md, Decisions). All false is the default. */
typedef struct {
    bool annul_drops_registered;  /* voters of annulled stations leave the register            */
    bool annul_keeps_persons;     /* participants of annulled stations stay                    */
    bool repeat_drops_registered; /* voters of a repeat that is awaited leave the register    */
} cv_overlay_rules;

typedef struct cv_overlay {
    int32_t n_contests;
    const cv_overlay_contest *contest; /* [n_contests]                                        */
    cv_overlay_rules rules;
} cv_overlay;

/* Of a contest that no decision touches; hand-made overlays start from it. */
#define CV_OVERLAY_CONTEST_NONE ((cv_overlay_contest){.void_by = -1, .postponed_by = -1})
/* A form as it is. */
#define CV_OVERLAY_CHANGE_NONE(r)                                                                  \
    ((cv_overlay_change){.row = (r), .figures_row = (r), .awaited_cap = CV_BLANK, .recount_by = -1})

#endif

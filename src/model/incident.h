/* model/incident.h — what is said to have happened around an election, and who says so.
 *
 * An event is what happened, as somebody describes it; a claim is one statement about an event or
 * a subject, with its source. A count that people claim is a range of whole numbers, and claims are
 * never averaged (methods.md, Incidents). Nothing is coded automatically: types, places and origins
 * are as a person wrote them. Read from incidents.csv: read/case/incidents.c.
 */
#ifndef CV_MODEL_INCIDENT_H
#define CV_MODEL_INCIDENT_H

#include "base/count.h"
#include "base/date.h"
#include "model/ids.h"

typedef enum {
    CV_WHEN_EXACT, /* to the minute */
    CV_WHEN_PART_OF_DAY,
    CV_WHEN_DAY,
    CV_WHEN_DAYS, /* two or three days, or the days from `from` to `to` */
    CV_WHEN_WEEK,
    CV_WHEN_MONTH,
    CV_WHEN_YEAR
} cv_when;
#define CV_N_WHENS (CV_WHEN_YEAR + 1)

/* From fine to coarse. */
typedef enum {
    CV_WHERE_SITE,
    CV_WHERE_SETTLEMENT,
    CV_WHERE_DISTRICT,
    CV_WHERE_REGION,
    CV_WHERE_COUNTRY
} cv_where;
#define CV_N_WHERES (CV_WHERE_COUNTRY + 1)

typedef enum {
    CV_SPEAKER_GOVERNMENT,
    CV_SPEAKER_GOVERNMENT_ANONYMOUS,
    CV_SPEAKER_OPPOSITION,
    CV_SPEAKER_COMMISSION,
    CV_SPEAKER_COURT,
    CV_SPEAKER_DOMESTIC_OBSERVER,
    CV_SPEAKER_INTERNATIONAL_OBSERVER,
    CV_SPEAKER_MEDIA,
    CV_SPEAKER_WITNESS,
    CV_SPEAKER_INSTITUTION,
    CV_SPEAKER_UNATTRIBUTED
} cv_speaker;
#define CV_N_SPEAKERS (CV_SPEAKER_UNATTRIBUTED + 1)

typedef enum {
    CV_CLAIM_ALONE,
    CV_CLAIM_DENIES, /* says that another claim is wrong: no figure of its own */
    CV_CLAIM_RELAYS, /* passes another claim on                                */
    CV_CLAIM_ASSUMED /* the origin is assumed: the text names none             */
} cv_claim_relation;

/* Both ends belong to it; a high end of CV_BLANK has no bound. */
typedef struct {
    cv_count low, high;
} cv_span;

typedef struct {
    cv_str id;
    cv_date from, to; /* both are days of it                                          */
    cv_when when;
    cv_str when_note;       /* what stood in brackets: "early"                  */
    cv_str place, place_of; /* several places with ';' between; what they lie in */
    cv_where where;
    cv_str where_note;
    double lat, lon; /* degrees; NAN where unknown                                    */
    cv_str type, actors, summary; /* actors with ';' between                          */
    int32_t n_stations;           /* that the file names; 0: its place says which     */
    const cv_station_ix *station;
    cv_source_ix source;
    int32_t line;
} cv_event;

typedef struct {
    cv_str id;
    int32_t event;   /* into cv_incidents.event; -1: about a subject                 */
    cv_str subject;  /* the event's id, or a word: "seats_opposition"                */
    cv_str quantity; /* "participants"; "date": span holds days since 1970-01-01     */
    bool has_span;   /* false: a statement without a figure, or a denial             */
    bool by_wording; /* the span is that of the wording table                        */
    cv_span span;
    cv_str wording; /* as said, short                                               */
    cv_str outlet, attributed_to;
    cv_speaker speaker;
    cv_str published; /* as written; empty: not known                                 */
    cv_str address;   /* of a public page                                             */
    cv_str origin;    /* who said it first: claims of one origin count once           */
    cv_claim_relation relation;
    int32_t of;           /* the claim that it denies or relays; -1                       */
    cv_str note;          /* the relation as written                                      */
    cv_str account, part; /* the count is a part of an account of seats; empty: none  */
    cv_source_ix source;
    int32_t line;
} cv_claim;

/* A person says that two records are of one event, or takes that back. */
typedef struct {
    cv_str id;
    int32_t event, with; /* into cv_incidents.event; -1 when it undoes another         */
    int32_t undoes;      /* an earlier merge; -1                                       */
    cv_str by, note;
    cv_source_ix source;
    int32_t line;
} cv_merge_record;

typedef struct cv_incidents {
    int32_t n_events;
    const cv_event *event; /* in the order of the file */
    int32_t n_claims;
    const cv_claim *claim;
    int32_t n_merges;
    const cv_merge_record *merge;
} cv_incidents;

/* "exact", "part_of_day", ...; "site", ...; "government", ...; "denies", ..., "" for ALONE. */
cv_str cv_when_word(cv_when when);
cv_str cv_where_word(cv_where where);
cv_str cv_speaker_word(cv_speaker speaker);
cv_str cv_claim_relation_word(cv_claim_relation relation);

/* The wording of an uncertain count as a range, in whole numbers (methods.md, Incidents):
 * "about 400", "at least 4", "a handful". A phrase with n stands before the number. */
typedef struct {
    cv_str phrase;
    bool with_number;
    int32_t low_p, low_q;      /* of n, rounded up: low = ceil(n p / q) + low_add            */
    int32_t high_p, high_q;    /* of n, rounded down; high_q 0: no bound                     */
    int32_t low_add, high_add; /* all of it where there is no number                      */
} cv_wording;

extern const cv_wording CV_WORDINGS[];
extern const int32_t CV_N_WORDINGS;

/* The range of a whole wording by a table; a number alone is itself. Commas may stand between
 * groups of three digits. False: the table does not know it, `out` is untouched. */
bool cv_wording_span(cv_span *out, cv_str wording, const cv_wording *table, int32_t n);

#endif

/* A case as a person writes it (README.md), read into a question for tally/. */
#ifndef CV_TEST_CASE_H
#define CV_TEST_CASE_H

#include "model/rule_names.h"
#include "tally/tally.h"

enum { CASE_OPTIONS = 16, CASE_LOTS = 4 };

typedef enum {
    EXPECT_SEATS,
    EXPECT_RUNOFF,
    EXPECT_VOID,
    EXPECT_INCOMPLETE,
    EXPECT_REFUSED
} expected;

typedef struct {
    cv_str name;
    int64_t line;
    int32_t n;
    cv_str option[CASE_OPTIONS];
    cv_count votes[CASE_OPTIONS];
    cv_option_facts facts[CASE_OPTIONS];
    cv_totals totals;
    int32_t seats;
    cv_rule_set rules;
    int32_t n_lots;
    cv_lot lot[CASE_LOTS];
    int32_t drawn[CASE_LOTS][CASE_OPTIONS];

    expected expected;
    cv_str reason; /* of a void or incomplete outcome */
    int32_t expect_seats[CASE_OPTIONS], vacant, lot_places;
    bool in_lot[CASE_OPTIONS], goes_on[CASE_OPTIONS], loss;
    bool has_margin, no_margin;
    cv_count margin[4]; /* votes, switched, removal, addition; CV_BLANK: not said */
} seat_case;

/* Reads the next case at *at, which moves behind it; *line counts. Returns false at the end of
 * the text. A line that cannot be read is left in *wrong, which is otherwise empty. */
bool case_read(seat_case *out, cv_str text, int64_t *at, int64_t *line, cv_str *wrong);

#endif

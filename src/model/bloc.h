/* model/bloc.h — who sits with whom in the chamber, and who says so.
 *
 * Membership is a statement with an author: sources may put one deputy into different blocs, and
 * all are kept. An option of which an author says nothing is unassigned; "independent" is a
 * statement, too (methods.md, Blocs). Read from blocs.csv: read/case/bloc_statements.c.
 */
#ifndef CV_MODEL_BLOC_H
#define CV_MODEL_BLOC_H

#include "base/date.h"
#include "model/ids.h"

typedef struct cv_bloc_statement {
    cv_contest_ix contest; /* CV_NO_CONTEST: every contest that has the option             */
    cv_str option;         /* its id; empty: the party says                                */
    cv_str party;
    cv_bloc_ix bloc;
    cv_date from, to; /* CV_NO_DATE: from the beginning, without an end; `to` is the last day */
    cv_str asserted_by, cite;
    cv_source_ix source;
    int32_t line;
} cv_bloc_statement;

#endif

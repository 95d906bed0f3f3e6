/* check/check.h — applies the rule catalogue to the forms of an election.
 *
 * Repairs nothing and accuses nobody: a form without findings is consistent, never correct.
 * Counted forms meet every rule; other copies and versions are compared with them and not
 * examined for themselves; awaited forms raise C801. Decisions are not looked at: findings are
 * about the papers as they were handed in.
 *
 * Applicability hangs on the lines that the forms carry, on the kind of station and on merges:
 * a rule with a missing line is counted as not applicable, a rule with a blank line as
 * undecidable unless the known figures decide it already (a blank is at least 0).
 *
 * Method and sources: docs/reference/rules.md.
 */
#ifndef CV_CHECK_CHECK_H
#define CV_CHECK_CHECK_H

#include "base/error.h"
#include "check/result.h"

/* Checks all contests.
 *
 * e        frozen; only read
 * keep     owns everything that `out` points to
 * scratch  about 100 bytes per form, forgotten on return
 * Fails with CV_E_INPUT when the profile sets a rule that is not in CV_RULES; `out` is then
 * untouched. The result does not depend on the number of threads. */
cv_status cv_check_forms(cv_check_result *out, const cv_election *e, cv_arena *keep,
                         cv_arena scratch, cv_error *err);

#endif

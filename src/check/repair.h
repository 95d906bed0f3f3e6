/* check/repair.h — for forms whose figures contradict each other: the small slips of the pen that
 * would make them add up.
 *
 * Help for the person who opens the envelope. Nothing is repaired; a form whose rules hold has no
 * repairs. What no arithmetic sees (two candidates exchanged) is not found here. */
#ifndef CV_CHECK_REPAIR_H
#define CV_CHECK_REPAIR_H

#include "check/tray.h"

/* Repairs of the forms of an evaluated plan, after cv_tray_structure(). By several threads; the
 * result does not depend on their number. At most 1 ms for a form of 60 fields. */
void cv_tray_repairs(cv_tray *s, const cv_plan *p, cv_arena scratch);

#endif

/* read/package.h — the parts of a workbook: a zip in memory whose members are read by name.
 *
 * Names are compared as the Open Packaging Conventions (ECMA-376 part 2) say: ASCII letters without
 * case. Refuses what read/bytes.h refuses of archives, and two members of one name.
 */
#ifndef CV_READ_PACKAGE_H
#define CV_READ_PACKAGE_H

#include "read/bytes.h"

typedef struct cv_package cv_package;

/* True when the bytes are a zip with the parts of a workbook, .xlsx or .xlsb. */
bool cv_package_is_workbook(cv_str bytes);

/* `bytes` must live as long as the package; path and limits come from `from`. Closed with `keep`.
 */
cv_status cv_package_open(cv_package **out, cv_str bytes, cv_str path,
                          const cv_table_limits *limits, cv_arena *keep, cv_error *err);

bool cv_package_has(const cv_package *p, cv_str name);

/* Goes to the beginning of a part, from wherever it was. Fails with CV_E_INPUT when the package has
 * no such part. */
cv_status cv_package_part(cv_package *p, cv_str name, cv_error *err);
/* Up to `room` bytes of the part; *n is 0 at its end. `package` is a cv_package *: the function is
 * a cv_xml_source. */
cv_status cv_package_get(void *package, char *to, int64_t room, int64_t *n, cv_error *err);

#endif

/* base/check.h — assertions that stay on in release.
 *
 * An assertion says that the program itself is wrong. It is never used for a file that is
 * broken (cv_fail, base/error.h) nor for papers that do not add up (a finding). A failed
 * assertion stops the program with its place in the source; cli/ turns the signal into exit 5.
 */
#ifndef CV_BASE_CHECK_H
#define CV_BASE_CHECK_H

/* Stops the program: prints place and condition to stderr and calls abort(). */
_Noreturn void cv_assert_failed(const char *condition, const char *file, int line);

#define cv_assert(condition)                                                                       \
    ((condition) ? (void)0 : cv_assert_failed(#condition, __FILE__, __LINE__))

#endif

/* num/real.h — exponential and logarithm whose last bit is the same on every machine.
 *
 * The C library's own differ between versions and processors in the last place, and one bit can
 * decide whether a simulated voter came. These use only + - * / on IEEE doubles, in a fixed
 * order (fused multiply-add is switched off for the whole program). They are right to about
 * 15 digits, which is all that chance and pictures need; no seat is decided with them.
 */
#ifndef CV_NUM_REAL_H
#define CV_NUM_REAL_H

/* e to the power of x, -700 <= x <= 700; what lies outside is taken as the nearer end. */
double cv_exp(double x);

/* Natural logarithm of x > 0. The program is wrong when x is 0, negative, below 1e-300 or not
 * finite. */
double cv_ln(double x);

/* 1 / (1 + e^-x). */
double cv_logistic(double x);

#endif

/* num/rng.h — streams of random numbers that are the same on every machine.
 *
 * A stream is a function of four numbers (seed, purpose, i, j) and of nothing else: no state is
 * shared, so work can be split over threads, and a replicate can be made without the ones before
 * it. The bits come from Philox4x64-10 of Random123 (Salmon, Moraes, Dror, Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3", SC11): block n of a stream is the cipher of (n, i, j, 0) under the
 * key (seed, purpose).
 *
 * Everything below is exact in integers, but for _normal and _poisson, which use num/real.h.
 * Probabilities are taken as whole multiples of 2^-53, rounded down.
 *
 * One call a full expression: C leaves open in which order the arguments of a call, or the values
 * of an initialiser, draw from the stream.
 *
 * For simulations and worked examples only. No draw that decides a seat is made by a program, and
 * ballots are sampled by another method, which people can repeat by hand (methods.md, Ties).
 */
#ifndef CV_NUM_RNG_H
#define CV_NUM_RNG_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t key[2];
    uint64_t counter[4];
    uint64_t word[4]; /* of the last block     */
    int32_t n_left;   /* of them not yet given */
} cv_rng;

/* seed     the user's
 * purpose  what the numbers are for: each use has its own, so that one more number drawn for the
 *          one does not move the others
 * i, j     a replicate, a station, a contest */
cv_rng cv_rng_open(uint64_t seed, uint64_t purpose, uint64_t i, uint64_t j);

/* 64 bits. */
uint64_t cv_rng_bits(cv_rng *r);
/* 0..n-1, each equally likely; n >= 1. */
int64_t cv_rng_below(cv_rng *r, int64_t n);
/* low..high, both included. */
int64_t cv_rng_between(cv_rng *r, int64_t low, int64_t high);
/* A multiple of 2^-53 in [0, 1). */
double cv_rng_unit(cv_rng *r);
/* True with probability p. */
bool cv_rng_chance(cv_rng *r, double p);

/* How many of n succeed, each with probability p in [0, 1]; n >= 0. About 2 n random bits. */
int64_t cv_rng_binomial(cv_rng *r, int64_t n, double p);
/* Shares n among k places with these weights (>= 0, not all 0); out [k] adds up to n. */
void cv_rng_multinomial(int64_t *out, cv_rng *r, int64_t n, const double *weight, int32_t k);
/* How many marked ones are among `drawn` of `total` without putting back, when `marked` of the
 * total are. Takes a step per one drawn. */
int64_t cv_rng_hypergeometric(cv_rng *r, int64_t total, int64_t marked, int64_t drawn);
/* Events when `mean` >= 0 are expected; takes about `mean` steps. */
int64_t cv_rng_poisson(cv_rng *r, double mean);
/* Mean 0, variance 1 (Marsaglia's polar method). */
double cv_rng_normal(cv_rng *r);

/* Puts v[0..n-1] into random order, each order equally likely (Fisher, Yates). */
void cv_rng_shuffle(cv_rng *r, int32_t *v, int32_t n);

#endif

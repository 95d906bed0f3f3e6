/* bench/work.h — what the programs of bench/ share: numbers that look random and are the same
 * every time, and the processor time of one thread. */
#ifndef CV_BENCH_WORK_H
#define CV_BENCH_WORK_H

#include <stdint.h>
#include <time.h>

/* Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014): the finaliser. */
static inline uint64_t mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

#endif

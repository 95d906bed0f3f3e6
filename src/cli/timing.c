#include <stdio.h>
#include <time.h>

#include "cli/cli.h"

static const char *stage_now; /* NULL: none */
static struct timespec started;

static double seconds_since(struct timespec from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - from.tv_sec) + (double)(now.tv_nsec - from.tv_nsec) / 1e9;
}

void cv_timing_end(const cv_cli *cli)
{
    if (!cli->timing || !stage_now) return;
    fprintf(stderr, "timing: %s %.3f\n", stage_now, seconds_since(started));
    stage_now = NULL;
}

void cv_timing_begin(const cv_cli *cli, const char *stage)
{
    if (!cli->timing) return;
    cv_timing_end(cli);
    stage_now = stage;
    clock_gettime(CLOCK_MONOTONIC, &started);
}

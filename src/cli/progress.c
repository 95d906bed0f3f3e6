#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const char *drawn_stage; /* of the line on the screen; NULL: none */
static int drawn_percent;

static int percent_of(int64_t done, int64_t total)
{
    if (total <= 0 || done < 0) return -1;
    if (done >= total) return 100;
    return (int)((double)done / (double)total * 100);
}

void cv_progress(const cv_cli *cli, const char *stage, int64_t done, int64_t total)
{
    enum { BAR = 30 };
    if (!cli->talk_is_terminal || cli->quiet) return;
    int percent = percent_of(done, total);
    if (drawn_stage && strcmp(drawn_stage, stage) == 0 && drawn_percent == percent) return;
    drawn_stage = stage;
    drawn_percent = percent;
    cv_str shown = cv_tr(cli->talk.language, stage);
    if (percent < 0) {
        fprintf(stderr, "\r\033[K%.*s ...", CV_ARG(shown));
    } else {
        int full = percent * BAR / 100;
        int pad = 12 - cv_str_width(shown);
        fprintf(stderr, "\r\033[K%.*s%*s [%.*s%*s] %3d %%", CV_ARG(shown), pad > 0 ? pad : 0, "",
                full, "##############################", BAR - full, "", percent);
    }
    fflush(stderr);
}

void cv_progress_end(const cv_cli *cli)
{
    (void)cli;
    if (!drawn_stage) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    drawn_stage = NULL;
}

#include "cli/cli.h"

cv_exit cv_cmd_version(cv_cli *cli, const cv_args *args)
{
    (void)cli;
    cv_say(args->json ? CV_STR("{\n  \"canvass\": \"" CV_VERSION "\"\n}\n")
                      : CV_STR("canvass " CV_VERSION "\n"));
    return CV_EXIT_OK;
}

/* check, copies, tally, sensitivity and incidents: a part of the review each. */
#include "cli/case.h"

/* check, copies and tally speak of forms and counts, not of seats: they end with 0 when they
 * finish. */
static cv_exit run_part(cv_cli *cli, const cv_args *args, bool about_seats,
                        void (*text)(cv_text *, const cv_report *, const cv_look *),
                        cv_status (*json)(cv_out, const cv_report *, cv_arena, cv_error *))
{
    cv_case *c = cv_new(cli->keep, cv_case, 1);
    cv_status status = cv_case_open(c, cli, args);
    cv_progress_end(cli);
    if (status == CV_OK) status = cv_case_say(cli, args, c, text, json);
    if (status != CV_OK) return cv_say_error(cli, &cli->err);
    return about_seats && c->in_question ? CV_EXIT_IN_QUESTION : CV_EXIT_OK;
}

cv_exit cv_cmd_check(cv_cli *cli, const cv_args *args)
{
    return run_part(cli, args, false, cv_text_check, cv_json_check);
}

cv_exit cv_cmd_copies(cv_cli *cli, const cv_args *args)
{
    return run_part(cli, args, false, cv_text_copies, cv_json_copies);
}

cv_exit cv_cmd_tally(cv_cli *cli, const cv_args *args)
{
    return run_part(cli, args, false, cv_text_tally, cv_json_tally);
}

cv_exit cv_cmd_sensitivity(cv_cli *cli, const cv_args *args)
{
    return run_part(cli, args, true, cv_text_sensitivity, cv_json_sensitivity);
}

cv_exit cv_cmd_incidents(cv_cli *cli, const cv_args *args)
{
    return run_part(cli, args, false, cv_text_incidents, cv_json_incidents);
}

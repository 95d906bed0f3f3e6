#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int refused; /* errno of the first write that failed; 0: none */

void cv_say(cv_str text)
{
    if (refused || !text.n) return;
    errno = 0;
    if (fwrite(text.s, 1, (size_t)text.n, stdout) != (size_t)text.n) refused = errno ? errno : EIO;
}

void cv_talk(cv_str text)
{
    fwrite(text.s, 1, (size_t)text.n, stderr);
}

/* The place in the way of compilers, so that editors can jump to it. */
static cv_str place_of(const cv_error *err, cv_arena *keep)
{
    if (!err->file[0]) return CV_STR("canvass");
    if (err->line && err->column)
        return cv_str_format(keep, "%s:%lld:%lld", err->file, (long long)err->line,
                             (long long)err->column);
    if (err->line) return cv_str_format(keep, "%s:%lld", err->file, (long long)err->line);
    return cv_str_of(err->file);
}

static void add_said(cv_text *t, const cv_cli *cli, cv_str kind, cv_ink ink, cv_str text)
{
    cv_show_ink(t, kind, ink, &cli->talk);
    cv_text_addf(t, " %.*s\n", CV_ARG(cv_show_name(text, cli->keep)));
}

cv_exit cv_say_error(const cv_cli *cli, const cv_error *err)
{
    cv_text t = cv_text_open(cli->keep);
    cv_text_addf(&t, "%.*s: ", CV_ARG(cv_show_name(place_of(err, cli->keep), cli->keep)));
    const cv_language *l = cli->talk.language;
    add_said(&t, cli, cv_tr(l, CV_MSG("error:")), CV_INK_BAD, cv_error_text(err, l, cli->keep));
    if (err->hint[0])
        add_said(&t, cli, cv_tr(l, CV_MSG("hint:")), CV_INK_STRONG,
                 cv_error_hint(err, l, cli->keep));
    fwrite(t.s, 1, (size_t)t.n, stderr);
    return cv_exit_of(err->status);
}

cv_exit cv_say_end(cv_cli *cli, cv_exit code)
{
    errno = 0;
    if (!refused && fflush(stdout) != 0) refused = errno ? errno : EIO;
    int why = refused;
    refused = 0;
    if (!why || why == EPIPE) return code;
    cv_fail(&cli->err, CV_E_SYSTEM, "cannot write standard output: %-s", strerror(why));
    return cv_say_error(cli, &cli->err);
}

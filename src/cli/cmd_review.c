#include "base/file.h"
#include "cli/case.h"
#include "report/html.h"
#include "report/page.h"
#include "report/texts.h"

/* ---- files ---- */

typedef struct {
    const char *name;
    cv_status (*write)(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
} review_file;

static cv_status write_page(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    const cv_html_parts parts = {.page = cv_report_page(),
                                 .texts = cv_page_texts(r->language, &scratch),
                                 .language = r->language ? r->language->id : CV_STR("")};
    return cv_html_review(out, r, &parts, scratch, err);
}

static const review_file files[] = {
    {"report.html",         write_page     },
    {"review.json",         cv_json_review },
    {"tables/seats.csv",    cv_csv_seats   },
    {"tables/options.csv",  cv_csv_options },
    {"tables/findings.csv", cv_csv_findings},
    {"tables/stations.csv", cv_csv_stations},
    {"tables/copies.csv",   cv_csv_copies  },
    {"tables/refused.csv",  cv_csv_refused },
};
enum { N_FILES = sizeof files / sizeof *files };

static cv_status put_to_sink(void *to, cv_str bytes, cv_error *err)
{
    if (cv_stop_asked()) return cv_fail(err, CV_E_STOPPED, "stopped");
    return cv_sink_put(to, bytes, err);
}

/* The files take their names only when all of them are whole. They always hold every contest,
 * whatever is shown. */
static cv_status write_all(cv_sink **sink, cv_cli *cli, const cv_case *c, cv_str folder,
                           cv_arena *work, cv_arena scratch)
{
    cv_error *err = &cli->err;
    cv_report whole = c->report;
    whole.shown = NULL;
    CV_TRY(cv_dir_make(cv_path_join(folder, CV_STR("tables"), work), err));
    for (int32_t i = 0; i < N_FILES; i++) {
        if (i < 2) cv_timing_begin(cli, i == 0 ? "report" : "writing");
        CV_TRY(cv_sink_open(&sink[i], cv_path_join(folder, cv_str_of(files[i].name), work), work,
                            err));
        CV_TRY(files[i].write((cv_out){put_to_sink, sink[i]}, &whole, scratch, err));
    }
    for (int32_t i = 0; i < N_FILES; i++) CV_TRY(cv_sink_commit(sink[i], err));
    return CV_OK;
}

static cv_status write_files(cv_cli *cli, const cv_case *c, cv_str folder)
{
    cv_arena work = cv_arena_open(), scratch = cv_arena_open();
    cv_sink *sink[N_FILES] = {0};
    cv_progress(cli, CV_MSG("writing"), 0, 0);
    cv_status status = write_all(sink, cli, c, folder, &work, scratch);
    for (int32_t i = 0; i < N_FILES; i++) cv_sink_close(sink[i]);
    cv_arena_close(&scratch);
    cv_arena_close(&work);
    cv_progress_end(cli);
    cv_timing_end(cli);
    if (status == CV_E_SYSTEM)
        cv_hint(&cli->err, status, "--out DIR writes the files somewhere else");
    return status;
}

/* ---- the command ---- */

/* CASE/review; results-review beside results.csv. */
static cv_str default_folder(const cv_case *c, cv_arena *keep)
{
    if (!c->guessed) return cv_path_join(c->folder, CV_STR("review"), keep);
    cv_str stem = cv_draft_stem(c->path);
    return cv_guessed_beside(c->path, cv_str_format(keep, "%.*s-review", CV_ARG(stem)), keep);
}

/* Asked for JSON on standard output, the files are written only where --out says so. A review
 * whose files cannot be written is shown all the same, and then ends with the error. */
static cv_status review(cv_cli *cli, const cv_args *args, cv_case *c)
{
    CV_TRY(cv_case_open(c, cli, args));
    cv_status written = CV_OK;
    cv_error why;
    if (args->out.n || !args->json) {
        cv_str folder = args->out.n ? args->out : default_folder(c, cli->keep);
        written = write_files(cli, c, folder);
        why = cli->err;
        if (written == CV_OK) c->report.written = folder;
        if (written == CV_E_STOPPED) return written;
    }
    CV_TRY(cv_case_say(cli, args, c, cv_text_review, cv_json_review));
    if (written != CV_OK) cli->err = why;
    return written;
}

cv_exit cv_cmd_review(cv_cli *cli, const cv_args *args)
{
    cv_case *c = cv_new(cli->keep, cv_case, 1);
    cv_status status = review(cli, args, c);
    cv_progress_end(cli);
    if (status != CV_OK) return cv_say_error(cli, &cli->err);
    return c->in_question ? CV_EXIT_IN_QUESTION : CV_EXIT_OK;
}

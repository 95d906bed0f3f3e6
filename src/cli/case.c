#include "cli/case.h"

#include "base/file.h"
#include "read/read.h"
#include "review/review.h"
#include "review/what_if.h"

/* ---- progress, and stopping ---- */

static bool on_read(void *who, cv_str file, int64_t done, int64_t total)
{
    const cv_cli *cli = who;
    (void)file;
    cv_progress(cli, CV_MSG("reading"), done, total);
    return !cv_stop_asked();
}

static bool on_review(void *who, int32_t done, int32_t total)
{
    const cv_cli *cli = who;
    cv_progress(cli, CV_MSG("reviewing"), done, total);
    return !cv_stop_asked();
}

static void on_stage(void *who, const char *name)
{
    cv_timing_begin(who, name);
}

/* ---- which case ---- */

/* Files of results without an election.json: their columns are guessed, and said on standard
 * error. */
static cv_status guess_case(cv_case *c, cv_cli *cli, const cv_args *args)
{
    cv_guessed *g = cv_new(cli->keep, cv_guessed, 1);
    c->path = args->argument[0];
    c->folder = cv_path_dir(c->path);
    cv_args plain = *args;
    plain.n_contests = 0; /* they choose what is shown */
    CV_TRY(cv_guessed_open(g, cli, &plain, c->folder));
    c->guessed = g;
    if (cli->quiet) return CV_OK;
    cv_text t = cv_text_open(cli->keep);
    cv_guessed_brief(&t, g, &cli->talk);
    cv_talk(cv_text_str(&t));
    return CV_OK;
}

static bool is_case(cv_str path)
{
    return cv_dir_exists(path) || cv_str_ends(path, CV_STR(".json"));
}

static cv_status find_case(cv_case *c, cv_cli *cli, const cv_args *args)
{
    cv_error *err = &cli->err;
    cv_str path = args->argument[0];
    for (int32_t i = 1; i < args->n_arguments; i++)
        if (is_case(path) || is_case(args->argument[i]))
            return cv_hint(err,
                           cv_fail(err, CV_E_USAGE, "one case at a time: '%.*s' and '%.*s'",
                                   CV_ARG(path), CV_ARG(args->argument[i])),
                           "several arguments are bare files of results");
    c->path = path;
    if (cv_dir_exists(path)) {
        c->folder = path;
        if (cv_file_exists(cv_path_join(path, CV_STR("election.json"), cli->keep))) return CV_OK;
        cv_fail(err, CV_E_INPUT, "'%.*s' has no election.json", CV_ARG(path));
        return cv_hint(err, CV_E_INPUT,
                       "a case is a folder whose election.json says what was elected and "
                       "which file holds what");
    }
    for (int32_t i = 0; i < args->n_arguments; i++)
        if (!cv_file_exists(args->argument[i]))
            return cv_fail(err, CV_E_INPUT, "no such case: '%.*s'", CV_ARG(args->argument[i]));
    c->folder = cv_path_dir(path);
    return is_case(path) ? CV_OK : guess_case(c, cli, args);
}

/* ---- which contests ---- */

static cv_status unknown_contest(cv_cli *cli, const cv_election *e, cv_str id)
{
    enum { NAMED = 5 };
    cv_text t = cv_text_open(cli->keep);
    for (int32_t i = 0; i < e->n_contests && i < NAMED; i++)
        cv_text_addf(&t, "%s%.*s", i ? ", " : "", CV_ARG(e->contest[i].id));
    cv_fail(&cli->err, CV_E_USAGE, "no contest '%.*s' in this case", CV_ARG(id));
    if (e->n_contests <= NAMED)
        return cv_hint(&cli->err, CV_E_USAGE, "there are %.*s", CV_ARG(cv_text_str(&t)));
    return cv_hint(&cli->err, CV_E_USAGE, "there are %.*s and %d more", CV_ARG(cv_text_str(&t)),
                   e->n_contests - NAMED);
}

static cv_status choose_contests(cv_case *c, cv_cli *cli, const cv_args *args)
{
    const cv_election *e = &c->election;
    if (!args->n_contests) return CV_OK;
    bool *shown = cv_new(cli->keep, bool, e->n_contests);
    for (int32_t i = 0; i < args->n_contests; i++) {
        cv_str id = cv_str_of(args->contest[i]);
        cv_contest_ix x = cv_contest_named(e, id);
        if (x.i < 0) return unknown_contest(cli, e, id);
        shown[x.i] = true;
    }
    c->report.shown = shown;
    return CV_OK;
}

static bool is_in_question(const cv_case *c)
{
    for (int32_t i = 0; i < c->election.n_contests; i++) {
        cv_word word = c->review.contest[i].verdict.word;
        if (cv_report_shows(&c->report, i) && word != CV_HOLDS && word != CV_CONFIRMED) return true;
    }
    return false;
}

/* ---- the line from files to verdicts ---- */

static cv_status read_case(cv_case *c, cv_cli *cli, const cv_args *args)
{
    cv_arena work = cv_arena_open();
    cv_timing_begin(cli, "reading");
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(cli->data);
    options.one_thread = args->threads == 1;
    options.progress = on_read;
    options.who = cli;
    cv_str path = c->path;
    if (c->guessed) {
        options.text = c->guessed->json;
        path = cv_path_join(c->folder, CV_STR("(guessed election.json)"), cli->keep);
    }
    cv_status status = cv_read_case(&c->election, path, &options, cli->keep, &work, &cli->err);
    cv_arena_close(&work);
    return status;
}

static cv_status read_steps(cv_review_options *out, cv_case *c, cv_cli *cli, const cv_args *args)
{
    cv_if_step *step = cv_new(cli->keep, cv_if_step, args->n_steps);
    for (int32_t i = 0; i < args->n_steps; i++)
        CV_TRY(cv_if_parse(&step[i], args->step[i], &c->election, cli->keep, &cli->err));
    out->n_steps = args->n_steps;
    out->step = step;
    return CV_OK;
}

static cv_status review_case(cv_case *c, cv_cli *cli, const cv_args *args)
{
    cv_review_options options = CV_REVIEW_OPTIONS_DEFAULT;
    options.as_of = args->as_of;
    options.known_at = args->known_at;
    options.threads = args->threads;
    CV_TRY(read_steps(&options, c, cli, args));
    options.progress = on_review;
    options.stage = on_stage;
    options.who = cli;
    cv_arena scratch = cv_arena_open();
    cv_status status =
        cv_review_run(&c->review, &c->election, &options, cli->keep, scratch, &cli->err);
    cv_arena_close(&scratch);
    return status;
}

cv_status cv_case_open(cv_case *out, cv_cli *cli, const cv_args *args)
{
    CV_TRY(find_case(out, cli, args));
    CV_TRY(read_case(out, cli, args));
    CV_TRY(choose_contests(out, cli, args));
    CV_TRY(review_case(out, cli, args));
    cv_progress_end(cli);
    cv_timing_end(cli);
    if (cv_stop_asked()) return cv_fail(&cli->err, CV_E_STOPPED, "stopped");
    out->report.review = &out->review;
    out->report.where = out->path;
    if (args->language.n) out->report.language = cli->look.language;
    out->in_question = is_in_question(out);
    return CV_OK;
}

static cv_status put_out(void *to, cv_str bytes, cv_error *err)
{
    (void)to;
    if (cv_stop_asked()) return cv_fail(err, CV_E_STOPPED, "stopped");
    cv_say(bytes);
    return CV_OK;
}

cv_status cv_case_say(cv_cli *cli, const cv_args *args, const cv_case *c,
                      void (*text)(cv_text *, const cv_report *, const cv_look *),
                      cv_status (*json)(cv_out, const cv_report *, cv_arena, cv_error *))
{
    cv_arena work = cv_arena_open();
    cv_status status = CV_OK;
    cv_timing_begin(cli, "printing");
    if (args->json) {
        status = json((cv_out){put_out, NULL}, &c->report, work, &cli->err);
    } else {
        cv_text t = cv_text_open(&work);
        text(&t, &c->report, &cli->look);
        cv_say(cv_text_str(&t));
    }
    cv_timing_end(cli);
    cv_arena_close(&work);
    return status;
}

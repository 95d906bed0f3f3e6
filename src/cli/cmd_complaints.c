/* complaints: the register, and the dossier of one. */
#include "base/file.h"
#include "cli/case.h"
#include "model/complaint.h"
#include "report/dossier.h"
#include "review/complaint_seat.h"

typedef struct {
    const char *name;
    cv_status (*write)(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err);
} dossier_file;

static const dossier_file files[] = {
    {"dossier.html", cv_dossier_html    },
    {"dossier.json", cv_dossier_json    },
    {"evidence.csv", cv_dossier_evidence},
};
enum { N_FILES = sizeof files / sizeof *files };

static cv_status put_to_sink(void *to, cv_str bytes, cv_error *err)
{
    return cv_sink_put(to, bytes, err);
}

static cv_status no_such_complaint(cv_cli *cli, cv_str id)
{
    cv_fail(&cli->err, CV_E_USAGE, "no complaint '%.*s' in this case", CV_ARG(id));
    return cv_hint(&cli->err, CV_E_USAGE, "'canvass complaints CASE' lists them");
}

static cv_status find(cv_dossier *out, cv_cli *cli, const cv_case *c, cv_str id)
{
    const cv_complaint_file *file = c->review.complaints.file;
    for (int32_t i = 0; file && i < file->n_complaints; i++) {
        bool known = c->review.complaints.complaint[i].n_moves > 0;
        if (!known || !cv_str_eq(file->complaint[i].id, id)) continue;
        *out = (cv_dossier){.report = &c->report, .complaint = i};
        cv_arena scratch = cv_arena_open();
        out->has_without =
            cv_complaint_seat_without(&out->without, &c->review, i, cli->keep, scratch);
        cv_arena_close(&scratch);
        return CV_OK;
    }
    return no_such_complaint(cli, id);
}

/* The files take their names only when all of them are whole. */
static cv_status write_all(cv_sink **sink, cv_cli *cli, const cv_dossier *d, cv_str folder)
{
    cv_error *err = &cli->err;
    CV_TRY(cv_dir_make(folder, err));
    for (int32_t i = 0; i < N_FILES; i++) {
        cv_str path = cv_path_join(folder, cv_str_of(files[i].name), cli->keep);
        CV_TRY(cv_sink_open(&sink[i], path, cli->keep, err));
        cv_arena scratch = cv_arena_open();
        cv_status status = files[i].write((cv_out){put_to_sink, sink[i]}, d, scratch, err);
        cv_arena_close(&scratch);
        if (status != CV_OK) return status;
    }
    for (int32_t i = 0; i < N_FILES; i++) CV_TRY(cv_sink_commit(sink[i], err));
    return CV_OK;
}

static cv_status write_dossier(cv_cli *cli, const cv_args *args, const cv_case *c)
{
    cv_dossier d;
    cv_sink *sink[N_FILES] = {0};
    CV_TRY(find(&d, cli, c, args->dossier));
    cv_status status = write_all(sink, cli, &d, args->out);
    for (int32_t i = 0; i < N_FILES; i++) cv_sink_close(sink[i]);
    CV_TRY(status);
    for (int32_t i = 0; i < N_FILES; i++)
        cv_say(cv_str_format(cli->keep, "%.*s/%s\n", CV_ARG(args->out), files[i].name));
    return CV_OK;
}

static cv_status complaints(cv_cli *cli, const cv_args *args, cv_case *c)
{
    if (!args->dossier.n && args->out.n)
        return cv_hint(&cli->err, cv_fail(&cli->err, CV_E_USAGE, "--out without --dossier"),
                       "--dossier ID says of which complaint");
    if (args->dossier.n && !args->out.n)
        return cv_hint(&cli->err, cv_fail(&cli->err, CV_E_USAGE, "--dossier without --out"),
                       "--out FOLDER says where its files go");
    CV_TRY(cv_case_open(c, cli, args));
    if (args->dossier.n) return write_dossier(cli, args, c);
    return cv_case_say(cli, args, c, cv_text_complaints, cv_json_complaints);
}

/* A complaint is no error, and the register gives no seat a word: 0 when it finishes. */
cv_exit cv_cmd_complaints(cv_cli *cli, const cv_args *args)
{
    cv_case *c = cv_new(cli->keep, cv_case, 1);
    cv_status status = complaints(cli, args, c);
    cv_progress_end(cli);
    return status == CV_OK ? CV_EXIT_OK : cv_say_error(cli, &cli->err);
}

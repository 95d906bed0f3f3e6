#include "base/file.h"
#include "base/sentence.h"
#include "cli/cli.h"
#include "report/json.h"
#include "simulate/simulate.h"

/* ---- the folder ---- */

enum { FILES_MAX = 64 };

typedef struct {
    cv_cli *cli;
    cv_str folder;
    cv_arena *work;
    int32_t n;
    cv_sink *sink[FILES_MAX];
    cv_str name[FILES_MAX];
    cv_str made[FILES_MAX]; /* folders that were not there before, outermost first */
    int32_t n_made;
} case_folder;

static void make_note(case_folder *f, cv_str path)
{
    if (!cv_dir_exists(path) && f->n_made < FILES_MAX) f->made[f->n_made++] = path;
}

static cv_status begin(void *to, cv_str name, cv_error *err)
{
    case_folder *f = to;
    cv_str path = cv_path_join(f->folder, name, f->work), in = cv_path_dir(path);
    if (cv_stop_asked()) return cv_fail(err, CV_E_STOPPED, "stopped");
    if (f->n == FILES_MAX)
        return cv_fail(err, CV_E_LIMIT, "a case has at most %d files", FILES_MAX);
    make_note(f, f->folder);
    make_note(f, in);
    CV_TRY(cv_dir_make(in, err));
    cv_progress(f->cli, CV_MSG("writing"), 0, 0);
    CV_TRY(cv_sink_open(&f->sink[f->n], path, f->work, err));
    f->name[f->n++] = cv_str_copy(f->work, name);
    return CV_OK;
}

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    case_folder *f = to;
    if (cv_stop_asked()) return cv_fail(err, CV_E_STOPPED, "stopped");
    return cv_sink_put(f->sink[f->n - 1], bytes, err);
}

static bool writes(const case_folder *f, cv_str name)
{
    for (int32_t i = 0; i < f->n; i++)
        if (cv_str_eq(f->name[i], name)) return true;
    return false;
}

/* What an earlier case had in this folder and this one has not: its decisions name contests that
 * are no more. Only where truth.json tells that the command made it; any other file stays. */
static cv_status clear_older(const case_folder *f, cv_error *err)
{
    if (!cv_file_exists(cv_path_join(f->folder, CV_STR("truth.json"), f->work))) return CV_OK;
    for (int32_t i = 0;; i++) {
        cv_str name = cv_sim_file_name(i, f->work);
        if (!name.n) return CV_OK;
        if (writes(f, name)) continue;
        cv_str path = cv_path_join(f->folder, name, f->work), in = cv_path_dir(path);
        CV_TRY(cv_file_remove(path, err));
        if (!cv_str_eq(in, f->folder)) cv_dir_remove_empty(in);
    }
}

/* The files take their names only when all of them are whole; otherwise none stays, and no
 * folder that was made for them. */
static cv_status write_case(cv_cli *cli, const cv_sim_world *w, cv_str folder)
{
    cv_arena work = cv_arena_open(), scratch = cv_arena_open();
    case_folder f = {.cli = cli, .folder = folder, .work = &work};
    cv_status status = cv_sim_write(w, &(cv_sim_files){begin, put, &f}, scratch, &cli->err);
    if (status == CV_OK) status = clear_older(&f, &cli->err);
    for (int32_t i = 0; i < f.n && status == CV_OK; i++)
        status = cv_sink_commit(f.sink[i], &cli->err);
    for (int32_t i = 0; i < f.n; i++) cv_sink_close(f.sink[i]);
    for (int32_t i = f.n_made - 1; i >= 0 && status != CV_OK; i--) cv_dir_remove_empty(f.made[i]);
    cv_arena_close(&scratch);
    cv_arena_close(&work);
    return status;
}

static cv_status look_at_folder(cv_cli *cli, const cv_args *args, cv_str folder)
{
    if (cv_file_exists(folder))
        return cv_fail(&cli->err, CV_E_USAGE, "'%.*s' is a file", CV_ARG(folder));
    if (args->force || cv_dir_is_empty(folder)) return CV_OK;
    cv_fail(&cli->err, CV_E_USAGE, "the folder '%.*s' is not empty", CV_ARG(folder));
    return cv_hint(&cli->err, CV_E_USAGE,
                   "--force writes into it: it replaces files of the same names, and removes the "
                   "other files of an older simulated case");
}

/* ---- what is said ---- */

static cv_status say_json(const cv_cli *cli, const cv_sim_summary *s, cv_str folder)
{
    (void)cli;
    json_t *out = json_object();
    cv_json_set(out, "folder", cv_json_str(folder));
    cv_json_set(out, "contests", json_integer(s->contests));
    cv_json_set(out, "stations", json_integer(s->stations));
    cv_json_set(out, "voters", json_integer((json_int_t)s->voters));
    cv_json_set(out, "forms", json_integer((json_int_t)s->forms));
    cv_json_set(out, "planted", json_integer((json_int_t)s->planted));
    cv_json_set(out, "shown", json_integer((json_int_t)s->shown));
    char text[4096];
    size_t n = json_dumpb(out, text, sizeof text, JSON_INDENT(2));
    json_decref(out);
    cv_say((cv_str){text, (int64_t)(n < sizeof text ? n : 0)});
    cv_say(CV_STR("\n"));
    return CV_OK;
}

static void say_text(const cv_cli *cli, const cv_sim_summary *s, cv_str folder)
{
    static const char *const line[] = {
        CV_MSG("{folder}: a simulated election with {contests:contest/contests}, "
               "{stations:station/stations} and {voters:registered voter/registered voters}."),
        CV_MSG("{planted:fault was/faults were} planted in {forms:form/forms}; the papers show "
               "{shown}."),
        CV_MSG("truth.json says what is true and what was planted where."),
        CV_MSG("Next: canvass review {folder}"),
    };
    const cv_slots slots = CV_SLOTS(cv_slot_s("folder", folder), cv_slot_n("contests", s->contests),
                                    cv_slot_n("stations", s->stations),
                                    cv_slot_n("voters", s->voters), cv_slot_n("forms", s->forms),
                                    cv_slot_n("planted", s->planted), cv_slot_n("shown", s->shown));
    for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
        cv_say(cv_sentence(cli->look.language, line[i], slots, cli->keep));
        cv_say(CV_STR("\n"));
    }
}

/* ---- the command ---- */

static cv_status options_of(cv_sim_options *out, cv_cli *cli, const cv_args *args)
{
    cv_str like = args->like.n ? args->like : CV_STR("assembly");
    *out = (cv_sim_options){
        .like = cv_sim_preset_named(like),
        .seed = args->has_seed ? args->seed : 1,
        .districts = args->districts,
        .stations = args->stations,
        .voters = args->voters,
        .clean = args->clean,
        .faults = args->faults,
    };
    if (out->like) return CV_OK;
    cv_fail(&cli->err, CV_E_USAGE, "no preset '%.*s'", CV_ARG(like));
    cv_text t = cv_text_open(cli->keep);
    for (int32_t i = 0; i < CV_SIM_N_PRESETS; i++)
        cv_text_addf(&t, "%s%s", i ? ", " : "", CV_SIM_PRESETS[i].id);
    return cv_hint(&cli->err, CV_E_USAGE, "there are %.*s", CV_ARG(cv_text_str(&t)));
}

static bool on_forms(void *who, int64_t done, int64_t total)
{
    cv_progress(who, CV_MSG("voting"), done, total);
    return !cv_stop_asked();
}

static cv_status simulate(cv_cli *cli, const cv_args *args, cv_arena *world)
{
    cv_sim_options options;
    cv_sim_world *w;
    cv_str folder = args->argument[0];
    CV_TRY(options_of(&options, cli, args));
    CV_TRY(look_at_folder(cli, args, folder));
    options.progress = on_forms;
    options.who = cli;
    CV_TRY(cv_sim_make(&w, &options, world, &cli->err));
    if (cv_stop_asked()) return cv_fail(&cli->err, CV_E_STOPPED, "stopped");
    CV_TRY(write_case(cli, w, folder));
    cv_progress_end(cli);
    cv_sim_summary s = cv_sim_summary_of(w);
    if (args->json) return say_json(cli, &s, folder);
    say_text(cli, &s, folder);
    return CV_OK;
}

cv_exit cv_cmd_simulate(cv_cli *cli, const cv_args *args)
{
    cv_arena world = cv_arena_open();
    cv_status status = simulate(cli, args, &world);
    cv_progress_end(cli);
    cv_arena_close(&world);
    return status == CV_OK ? CV_EXIT_OK : cv_say_error(cli, &cli->err);
}

#include "base/file.h"
#include "cli/guessed.h"
#include "report/json.h"

/* ---- the folder ---- */

static cv_str folder_of(cv_cli *cli, const cv_args *args)
{
    if (args->out.n) return args->out;
    return cv_guessed_beside(args->argument[0], cv_draft_stem(args->argument[0]), cli->keep);
}

static cv_status look_at_folder(cv_cli *cli, const cv_args *args, cv_str folder)
{
    cv_str json = cv_path_join(folder, CV_STR("election.json"), cli->keep);
    for (int32_t i = 0; i < args->n_arguments; i++)
        if (cv_dir_exists(args->argument[i]) || !cv_file_exists(args->argument[i]))
            return cv_fail(&cli->err, CV_E_INPUT, "no such file: '%.*s'",
                           CV_ARG(args->argument[i]));
    if (cv_file_exists(folder) && !cv_dir_exists(folder)) {
        cv_fail(&cli->err, CV_E_USAGE, "'%.*s' is a file", CV_ARG(folder));
        return cv_hint(&cli->err, CV_E_USAGE, "--out names another folder");
    }
    if (args->force || !cv_file_exists(json)) return CV_OK;
    cv_fail(&cli->err, CV_E_USAGE, "'%.*s' is there already", CV_ARG(json));
    return cv_hint(&cli->err, CV_E_USAGE, "--force replaces it, --out names another folder");
}

static cv_status write_json(cv_cli *cli, const cv_guessed *g)
{
    cv_sink *sink;
    cv_str path = cv_path_join(g->folder, CV_STR("election.json"), cli->keep);
    CV_TRY(cv_sink_open(&sink, path, cli->keep, &cli->err));
    cv_status status = cv_sink_put(sink, g->json, &cli->err);
    if (status == CV_OK) status = cv_sink_commit(sink, &cli->err);
    cv_sink_close(sink);
    return status;
}

/* ---- what is said ---- */

static json_t *column_json(const cv_draft_table *t, int32_t c, cv_arena *work)
{
    static const char *const use[] = {
        [CV_USE_UNCLEAR] = "unclear",
        [CV_USE_IGNORED] = "ignored",
        [CV_USE_KEY] = "station",
        [CV_USE_PLACE] = "station_name",
        [CV_USE_AREA] = "area",
        [CV_USE_LAT] = "lat",
        [CV_USE_LON] = "lon",
        [CV_USE_CONTEST] = "contest",
        [CV_USE_FIELD] = "field",
        [CV_USE_OPTION] = "option",
        [CV_USE_OPTION_ID] = "option_id",
        [CV_USE_OPTION_NAME] = "option_name",
        [CV_USE_PARTY] = "option_party",
        [CV_USE_VOTES] = "votes",
        [CV_USE_WHERE] = "where",
    };
    static const char *const why[] = {"", "name", "arithmetic", "both"};
    const cv_guess_column *g = &t->guess->column[c];
    json_t *o = json_object(), *samples = json_array();
    cv_json_set(o, "column", cv_json_str(t->survey->column[c].ref));
    cv_json_set(o, "use", json_string(use[g->use]));
    if (g->use == CV_USE_FIELD) cv_json_set(o, "field", cv_json_str(cv_draft_field(g, work)));
    if (g->use == CV_USE_IGNORED)
        cv_json_set(o, "note", cv_json_str(cv_guess_note(t->survey, g, NULL, work)));
    if (g->form >= 0) cv_json_set(o, "form", json_integer(g->form + 1));
    if (g->why) cv_json_set(o, "why", json_string(why[g->why]));
    if (g->rows) {
        cv_json_set(o, "agree", json_integer(g->agree));
        cv_json_set(o, "rows", json_integer(g->rows));
    }
    for (int32_t i = 0; i < t->survey->column[c].n_samples; i++)
        json_array_append_new(samples, cv_json_str(t->survey->column[c].sample[i]));
    cv_json_set(o, "samples", samples);
    return o;
}

static cv_status put_out(void *to, cv_str bytes, cv_error *err)
{
    (void)to, (void)err;
    cv_say(bytes);
    return CV_OK;
}

static cv_status say_json(cv_cli *cli, const cv_guessed *g)
{
    cv_json j = cv_json_open((cv_out){put_out, NULL}, &cli->err);
    cv_json_value(&j, "folder", cv_json_str(g->folder));
    cv_json_value(&j, "certain", json_boolean(g->is_certain));
    cv_json_array(&j, "tables");
    for (int32_t i = 0; i < g->tables.n; i++) {
        static const char *const is[] = {"contest", "part", "version"};
        const cv_draft_table *t = &g->tables.table[i];
        cv_json_object(&j, NULL);
        cv_json_value(&j, "file", cv_json_str(t->survey->file));
        cv_json_value(&j, "is", json_string(is[t->is]));
        cv_json_value(&j, "rows", json_integer(t->survey->n_rows));
        cv_json_array(&j, "columns");
        for (int32_t c = 0; c < t->guess->n_columns; c++)
            cv_json_line(&j, NULL, column_json(t, c, cli->keep));
        cv_json_end(&j);
        cv_json_end(&j);
    }
    cv_json_end(&j);
    return cv_json_close(&j);
}

static void say_text(const cv_cli *cli, const cv_args *args, const cv_guessed *g)
{
    cv_text t = cv_text_open(cli->keep);
    cv_guessed_text(&t, g, &cli->look);
    cv_text_add(&t, CV_STR("\n"));
    cv_str json = cv_path_join(g->folder, CV_STR("election.json"), cli->keep);
    const cv_slots slots = CV_SLOTS(cv_slot_s("json", json), cv_slot_s("folder", g->folder));
    const char *const lines[] = {
        CV_MSG("{json} is written; the files stay where they are."),
        args->rule.n
            ? NULL
            : CV_MSG("The rule is not known: say it under \"rule_sets\", and the seats under "
                     "\"contests\". Until then no winner can be named."),
        CV_MSG("Next: canvass review {folder}"),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i])
            cv_show_wrapped(&t, cv_sentence(cli->look.language, lines[i], slots, cli->keep), 0, 0,
                            &cli->look);
    cv_say(cv_text_str(&t));
}

/* ---- the command ---- */

static cv_status init(cv_guessed *g, cv_cli *cli, const cv_args *args)
{
    cv_str folder = folder_of(cli, args);
    CV_TRY(look_at_folder(cli, args, folder));
    bool made = !cv_dir_exists(folder);
    CV_TRY(cv_dir_make(folder, &cli->err));
    cv_status status = cv_guessed_open(g, cli, args, folder);
    if (status == CV_OK) status = write_json(cli, g);
    cv_progress_end(cli);
    if (status != CV_OK && made) cv_dir_remove_empty(folder);
    if (status != CV_OK) return status;
    if (args->json) return say_json(cli, g);
    say_text(cli, args, g);
    return CV_OK;
}

cv_exit cv_cmd_init(cv_cli *cli, const cv_args *args)
{
    cv_guessed g;
    if (init(&g, cli, args) != CV_OK) return cv_say_error(cli, &cli->err);
    return g.is_certain ? CV_EXIT_OK : CV_EXIT_IN_QUESTION;
}

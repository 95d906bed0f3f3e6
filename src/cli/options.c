#include <getopt.h>
#include <string.h>

#include "base/check.h"
#include "cli/command.h"
#include "read/guess/draft.h"

#define BIT(id) (1u << (id))
#define ON_A_CASE                                                                                  \
    (BIT(CV_CMD_REVIEW) | BIT(CV_CMD_CHECK) | BIT(CV_CMD_COPIES) | BIT(CV_CMD_TALLY) |             \
     BIT(CV_CMD_SENSITIVITY) | BIT(CV_CMD_COMPLAINTS) | BIT(CV_CMD_INCIDENTS))
#define EVERYWHERE (BIT(CV_N_COMMANDS) - 1)

static cv_status take_json(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->json = true;
    return CV_OK;
}

static cv_status take_all(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->all = true;
    return CV_OK;
}

static cv_status take_quiet(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->quiet = true;
    return CV_OK;
}

static cv_status take_timing(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->timing = true;
    return CV_OK;
}

static cv_status take_no_color(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->no_color = true;
    return CV_OK;
}

static cv_status take_help(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->help = true;
    return CV_OK;
}

static cv_status take_dossier(cv_args *out, cv_str value, cv_error *err)
{
    if (!value.n) return cv_fail(err, CV_E_USAGE, "--dossier needs the name of a complaint");
    out->dossier = value;
    return CV_OK;
}

static cv_status take_out(cv_args *out, cv_str value, cv_error *err)
{
    if (!value.n) return cv_fail(err, CV_E_USAGE, "--out needs the name of a folder");
    out->out = value;
    return CV_OK;
}

static cv_status take_data(cv_args *out, cv_str value, cv_error *err)
{
    if (!value.n) return cv_fail(err, CV_E_USAGE, "--data needs the name of a folder");
    out->data = value;
    return CV_OK;
}

static cv_status take_known_at(cv_args *out, cv_str value, cv_error *err)
{
    if (cv_date_parse(&out->known_at, value)) return CV_OK;
    cv_fail(err, CV_E_USAGE, "--known-at: expected a date, got '%.*s'", CV_ARG(value));
    return cv_hint(err, CV_E_USAGE, "write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM");
}

static cv_status take_as_of(cv_args *out, cv_str value, cv_error *err)
{
    if (cv_date_parse(&out->as_of, value)) return CV_OK;
    cv_fail(err, CV_E_USAGE, "--as-of: expected a date, got '%.*s'", CV_ARG(value));
    return cv_hint(err, CV_E_USAGE, "write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM");
}

static cv_status take_contest(cv_args *out, cv_str value, cv_error *err)
{
    if (out->n_contests == CV_CONTESTS_MAX)
        return cv_fail(err, CV_E_USAGE, "--contest: at most %d of them", CV_CONTESTS_MAX);
    out->contest[out->n_contests++] = value.s;
    return CV_OK;
}

static cv_status take_if(cv_args *out, cv_str value, cv_error *err)
{
    if (out->n_steps == CV_STEPS_MAX)
        return cv_fail(err, CV_E_USAGE, "--if: at most %d of them", CV_STEPS_MAX);
    out->step[out->n_steps++] = value;
    return CV_OK;
}

static cv_status take_threads(cv_args *out, cv_str value, cv_error *err)
{
    cv_count n;
    if (cv_count_parse(&n, value) != CV_PARSE_OK || n < 1 || n > 1024)
        return cv_fail(err, CV_E_USAGE, "--threads: expected a number from 1 to 1024, got '%.*s'",
                       CV_ARG(value));
    out->threads = (int32_t)n;
    return CV_OK;
}

static cv_status take_language(cv_args *out, cv_str value, cv_error *err)
{
    (void)err;
    out->language = value;
    return CV_OK;
}

static cv_status take_like(cv_args *out, cv_str value, cv_error *err)
{
    if (!value.n) return cv_fail(err, CV_E_USAGE, "--like needs the name of a preset");
    out->like = value;
    return CV_OK;
}

static cv_status take_number(cv_count *out, const char *option, cv_count most, cv_str value,
                             cv_error *err)
{
    cv_count n;
    if (cv_count_parse(&n, value) != CV_PARSE_OK || n < 1 || n > most)
        return cv_fail(err, CV_E_USAGE, "--%s: expected a number from 1 to %lld, got '%.*s'",
                       option, (long long)most, CV_ARG(value));
    *out = n;
    return CV_OK;
}

static cv_status take_seed(cv_args *out, cv_str value, cv_error *err)
{
    cv_count n;
    if (cv_count_parse(&n, value) != CV_PARSE_OK)
        return cv_fail(err, CV_E_USAGE, "--seed: expected a whole number, got '%.*s'",
                       CV_ARG(value));
    out->seed = (uint64_t)n;
    out->has_seed = true;
    return CV_OK;
}

static cv_status take_districts(cv_args *out, cv_str value, cv_error *err)
{
    cv_count n = 0;
    CV_TRY(take_number(&n, "districts", 5000, value, err));
    out->districts = (int32_t)n;
    return CV_OK;
}

static cv_status take_stations(cv_args *out, cv_str value, cv_error *err)
{
    cv_count n = 0;
    CV_TRY(take_number(&n, "stations", 2000000, value, err));
    out->stations = (int32_t)n;
    return CV_OK;
}

static cv_status take_voters(cv_args *out, cv_str value, cv_error *err)
{
    return take_number(&out->voters, "voters", CV_COUNT_MAX, value, err);
}

static cv_status take_faults(cv_args *out, cv_str value, cv_error *err)
{
    (void)err;
    out->faults = value.s;
    return CV_OK;
}

static cv_status take_clean(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->clean = true;
    return CV_OK;
}

static cv_status take_force(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->force = true;
    return CV_OK;
}

static cv_status take_rule(cv_args *out, cv_str value, cv_error *err)
{
    out->rule = value;
    if (cv_draft_rule_named(value)) return CV_OK;
    cv_fail(err, CV_E_USAGE, "--rule: unknown rule '%.*s'", CV_ARG(value));
    return cv_hint(err, CV_E_USAGE,
                   "plurality, majority, dhondt, sainte-lague, hare or droop; any other is written "
                   "in election.json");
}

static cv_status take_seats(cv_args *out, cv_str value, cv_error *err)
{
    cv_count n;
    if (cv_count_parse(&n, value) != CV_PARSE_OK || n < 1 || n > 100000)
        return cv_fail(err, CV_E_USAGE, "--seats: expected a number from 1 to 100000, got '%.*s'",
                       CV_ARG(value));
    out->seats = (int32_t)n;
    return CV_OK;
}

static cv_status take_encoding(cv_args *out, cv_str value, cv_error *err)
{
    cv_encoding found;
    out->encoding = value;
    if (cv_encoding_named(&found, value)) return CV_OK;
    cv_fail(err, CV_E_USAGE, "--encoding: unknown encoding '%.*s'", CV_ARG(value));
    return cv_hint(err, CV_E_USAGE, "for instance utf-8, windows-1251, windows-1252");
}

static cv_status take_man(cv_args *out, cv_str value, cv_error *err)
{
    (void)err;
    out->man = value.s;
    return CV_OK;
}

static cv_status take_completion(cv_args *out, cv_str value, cv_error *err)
{
    (void)err;
    out->completion = value.s;
    return CV_OK;
}

static cv_status take_markdown(cv_args *out, cv_str value, cv_error *err)
{
    (void)value, (void)err;
    out->markdown = true;
    return CV_OK;
}

/* clang-format off */
const cv_option_row CV_OPTIONS[] = {
    {"json", 0, NULL, CV_MSG("print JSON instead of text"), ON_A_CASE | BIT(CV_CMD_INIT) | BIT(CV_CMD_SIMULATE) | BIT(CV_CMD_VERSION) | BIT(CV_CMD_LAW), false, take_json},
    {"out", 'o', "DIR", CV_MSG("write into DIR: the case of init; report.html, review.json and tables/ of review; the files of a dossier"), BIT(CV_CMD_INIT) | BIT(CV_CMD_REVIEW) | BIT(CV_CMD_COMPLAINTS), false, take_out},
    {"dossier", 0, "ID", CV_MSG("write the whole file of this complaint into --out: dossier.html, dossier.json, evidence.csv"), BIT(CV_CMD_COMPLAINTS), false, take_dossier},
    {"as-of", 0, "DATE", CV_MSG("apply only decisions in force on DATE (YYYY-MM-DD or YYYY-MM-DDTHH:MM)"), ON_A_CASE, false, take_as_of},
    {"known-at", 0, "DATE", CV_MSG("use only forms and decisions recorded by DATE"), ON_A_CASE, false, take_known_at},
    {"if", 0, "STEP", CV_MSG("what if a body decided this: annul:STATION,..., adopt:STATION=COPY, remove:STATION=K, cancel:OPTION, correct:STATION,FIELD=NEW or dismiss:COMPLAINT, with CONTEST/ before a name where several contests have it; may be given several times"), BIT(CV_CMD_SENSITIVITY), false, take_if},
    {"contest", 'c', "ID", CV_MSG("look only at this contest, may be given several times; of init: how the contest is called, mayor or smd-{district}"), ON_A_CASE | BIT(CV_CMD_INIT), false, take_contest},
    {"all", 'a', NULL, CV_MSG("show long lists in full"), ON_A_CASE, false, take_all},
    {"quiet", 'q', NULL, CV_MSG("say nothing on standard error but errors"), ON_A_CASE | BIT(CV_CMD_INIT) | BIT(CV_CMD_SIMULATE), false, take_quiet},
    {"no-color", 0, NULL, CV_MSG("no colours; so does the variable NO_COLOR"), ON_A_CASE | BIT(CV_CMD_LAW) | BIT(CV_CMD_INIT), false, take_no_color},
    {"threads", 0, "N", CV_MSG("use at most N processors; the answer is the same for any N"), ON_A_CASE, false, take_threads},
    {"data", 0, "DIR", CV_MSG("where the files of large cases are; default $CANVASS_DATA, else ../shared/data"), ON_A_CASE, false, take_data},
    {"language", 0, "LANG", CV_MSG("speak English, Vietnamese, Russian or Kyrgyz: en, vi, ru, ky; default $LANGUAGE, else the locale's"), EVERYWHERE, false, take_language},
    {"rule", 0, "RULE", CV_MSG("of bare files: how votes become seats; plurality, majority, dhondt, sainte-lague, hare, droop"), ON_A_CASE | BIT(CV_CMD_INIT), false, take_rule},
    {"seats", 0, "N", CV_MSG("of bare files: how many seats each contest fills"), ON_A_CASE | BIT(CV_CMD_INIT), false, take_seats},
    {"encoding", 0, "NAME", CV_MSG("of bare files: utf-8, windows-1251, ...; default found in the file"), ON_A_CASE | BIT(CV_CMD_INIT), false, take_encoding},
    {"like", 0, "PRESET", CV_MSG("the election to make; default assembly"), BIT(CV_CMD_SIMULATE), false, take_like},
    {"seed", 0, "N", CV_MSG("another number gives another election; default 1"), BIT(CV_CMD_SIMULATE), false, take_seed},
    {"districts", 0, "N", CV_MSG("how many districts; default as in the preset"), BIT(CV_CMD_SIMULATE), false, take_districts},
    {"stations", 0, "N", CV_MSG("how many stations; default as in the preset"), BIT(CV_CMD_SIMULATE), false, take_stations},
    {"voters", 0, "N", CV_MSG("about how many registered voters; default as in the preset"), BIT(CV_CMD_SIMULATE), false, take_voters},
    {"faults", 0, "LIST", CV_MSG("KIND=SHARE or KIND=COUNT, separated by commas, instead of the preset's figures for these kinds"), BIT(CV_CMD_SIMULATE), false, take_faults},
    {"clean", 0, NULL, CV_MSG("plant no fault"), BIT(CV_CMD_SIMULATE), false, take_clean},
    {"force", 0, NULL, CV_MSG("write into a folder that is not empty; of init: replace election.json"), BIT(CV_CMD_INIT) | BIT(CV_CMD_SIMULATE), false, take_force},
    {"timing", 0, NULL, CV_MSG("say on standard error what each stage took, in seconds"), ON_A_CASE, true, take_timing},
    {"help", 'h', NULL, CV_MSG("explain this command"), EVERYWHERE, false, take_help},
    {"man", 0, "PAGE", CV_MSG("print the scdoc source of a manual page"), BIT(CV_CMD_HELP), true, take_man},
    {"completion", 0, "SHELL", CV_MSG("print the completion for bash, zsh or fish"), BIT(CV_CMD_HELP), true, take_completion},
    {"markdown", 0, NULL, CV_MSG("print docs/reference/commands.md"), BIT(CV_CMD_HELP), true, take_markdown},
};
/* clang-format on */
const int32_t CV_N_OPTIONS = sizeof CV_OPTIONS / sizeof *CV_OPTIONS;

bool cv_option_is_for(const cv_option_row *option, const cv_command *command)
{
    return option->commands & BIT(command - CV_COMMANDS);
}

enum { LONGS_MAX = 32, FIRST_LONG = 256 };

/* getopt's own tables, for all options: one that is not the command's is refused in words. */
typedef struct {
    struct option long_row[LONGS_MAX + 1];
    char letters[2 * LONGS_MAX + 2];
} getopt_tables;

static getopt_tables tables(void)
{
    getopt_tables t = {0};
    int n = 0;
    cv_assert(CV_N_OPTIONS <= LONGS_MAX);
    t.letters[n++] = ':';
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        int has_argument = o->argument ? required_argument : no_argument;
        t.long_row[i] = (struct option){o->name, has_argument, NULL, FIRST_LONG + i};
        if (!o->letter) continue;
        t.letters[n++] = o->letter;
        if (o->argument) t.letters[n++] = ':';
    }
    return t;
}

static const cv_option_row *option_of(int got)
{
    if (got >= FIRST_LONG) return &CV_OPTIONS[got - FIRST_LONG];
    for (int32_t i = 0; i < CV_N_OPTIONS; i++)
        if (CV_OPTIONS[i].letter == got) return &CV_OPTIONS[i];
    return NULL;
}

static cv_status see_help(const cv_command *command, cv_error *err)
{
    return cv_hint(err, CV_E_USAGE, "canvass help %s lists its options", command->name);
}

/* The option of this command that was probably meant; NULL when none is near. */
static const char *near_option(const cv_command *command, cv_str word)
{
    const char *nearest = NULL;
    int32_t best = 3;
    cv_str name = cv_str_cut(word, 2, word.n);
    for (int32_t i = 0; i < CV_N_OPTIONS; i++) {
        const cv_option_row *o = &CV_OPTIONS[i];
        if (o->hidden || !cv_option_is_for(o, command)) continue;
        int32_t d = cv_word_distance(name, cv_str_of(o->name));
        if (d >= best || d > (int32_t)name.n / 2) continue;
        best = d;
        nearest = o->name;
    }
    return nearest;
}

static cv_status unknown_long(const cv_command *command, const char *word, cv_error *err)
{
    int64_t end = cv_str_find(cv_str_of(word), CV_STR("="), 0);
    cv_str bare = cv_str_cut(cv_str_of(word), 0, end < 0 ? INT64_MAX : end);
    const char *near = near_option(command, bare);
    cv_fail(err, CV_E_USAGE, "unknown option '%.*s'", CV_ARG(bare));
    return near ? cv_hint(err, CV_E_USAGE, "did you mean '--%s'?", near) : see_help(command, err);
}

/* getopt gives '?' with optopt: a letter; 0 for an unknown or ambiguous long option; or the row
 * of a long option that was given an argument and takes none. */
static cv_status unknown_option(const cv_command *command, const char *word, cv_error *err)
{
    if (!optopt) return unknown_long(command, word, err);
    if (optopt >= FIRST_LONG)
        cv_fail(err, CV_E_USAGE, "--%s takes no argument", CV_OPTIONS[optopt - FIRST_LONG].name);
    else
        cv_fail(err, CV_E_USAGE, "unknown option '-%c'", optopt);
    return see_help(command, err);
}

static cv_status no_argument_given(int got, cv_error *err)
{
    const cv_option_row *o = option_of(got);
    return cv_fail(err, CV_E_USAGE, "--%s needs an argument: %s", o->name, o->argument);
}

static cv_status take_option(cv_args *out, const cv_command *command, int got, cv_error *err)
{
    const cv_option_row *o = option_of(got);
    if (!cv_option_is_for(o, command)) {
        cv_fail(err, CV_E_USAGE, "canvass %s has no option '--%s'", command->name, o->name);
        return see_help(command, err);
    }
    return o->take(out, o->argument ? cv_str_of(optarg) : CV_STR(""), err);
}

static cv_status take_arguments(cv_args *out, const cv_command *command, int n, char **argv,
                                cv_error *err)
{
    if (n < command->n_least) {
        cv_fail(err, CV_E_USAGE, "canvass %s needs %s", command->name, command->argument);
        return cv_hint(err, CV_E_USAGE, "for example: %s", command->example[0].text);
    }
    if (n > command->n_most) {
        cv_fail(err, CV_E_USAGE, "canvass %s does not know what to do with '%s'", command->name,
                argv[command->n_most]);
        return cv_hint(err, CV_E_USAGE, "canvass help %s shows how it is called", command->name);
    }
    for (int32_t i = 0; i < n; i++) out->argument[i] = cv_str_of(argv[i]);
    out->n_arguments = n;
    return CV_OK;
}

cv_status cv_args_read(cv_args *out, const cv_command *command, int argc, char **argv,
                       cv_error *err)
{
    const getopt_tables t = tables();
    cv_args a = {.as_of = CV_NO_DATE, .known_at = CV_NO_DATE};
    optind = 0; /* glibc: begin anew */
    for (int got; (got = getopt_long(argc, argv, t.letters, t.long_row, NULL)) != -1;) {
        if (got == '?') return unknown_option(command, argv[optind - 1], err);
        if (got == ':') return no_argument_given(optopt, err);
        CV_TRY(take_option(&a, command, got, err));
    }
    if (!a.help) CV_TRY(take_arguments(&a, command, argc - optind, argv + optind, err));
    *out = a;
    return CV_OK;
}

#include "cli/command.h"

#include "cli/cli.h"

const cv_exit_row CV_EXITS[] = {
    {CV_EXIT_OK,          "finished; no seat is in question"                     },
    {CV_EXIT_IN_QUESTION, "finished; at least one seat is not confirmed or holds"},
    {CV_EXIT_USAGE,       "the command line is wrong"                            },
    {CV_EXIT_INPUT,       "an input is not what it claims to be"                 },
    {CV_EXIT_SYSTEM,      "the system refused: disk, memory, permission"         },
    {CV_EXIT_BUG,         "a bug in canvass"                                     },
    {CV_EXIT_STOPPED,     "stopped by the user"                                  },
};
const int32_t CV_N_EXITS = sizeof CV_EXITS / sizeof *CV_EXITS;

cv_exit cv_exit_of(cv_status status)
{
    switch (status) {
    case CV_OK: return CV_EXIT_OK;
    case CV_E_USAGE: return CV_EXIT_USAGE;
    case CV_E_INPUT:
    case CV_E_LIMIT: return CV_EXIT_INPUT;
    case CV_E_SYSTEM: return CV_EXIT_SYSTEM;
    case CV_E_STOPPED: return CV_EXIT_STOPPED;
    }
    return CV_EXIT_BUG;
}

/* clang-format off */
const cv_command CV_COMMANDS[CV_N_COMMANDS] = {
    [CV_CMD_HELP] = {
        .name = "help", .line = "explain canvass, or one command",
        .argument = "[COMMAND]", .n_least = 0, .n_most = 1,
        .example = {{"canvass help version", "what version does, and its options"}},
        .about = {"canvass COMMAND --help says the same."},
        .see = "version", .run = cv_cmd_help,
    },
    [CV_CMD_VERSION] = {
        .name = "version", .line = "say which version this is",
        .argument = "", .n_least = 0, .n_most = 0,
        .example = {{"canvass version --json", "the version, for another program"}},
        .about = {"Quote the version with every figure: the same inputs, options and version give the same bytes."},
        .see = "help", .run = cv_cmd_version,
    },
};
/* clang-format on */

const cv_command *cv_command_named(cv_str name)
{
    for (int32_t i = 0; i < CV_N_COMMANDS; i++)
        if (cv_str_eq(name, cv_str_of(CV_COMMANDS[i].name))) return &CV_COMMANDS[i];
    return NULL;
}

enum { NAME_MAX_BYTES = 31 };

static int32_t least3(int32_t a, int32_t b, int32_t c)
{
    int32_t m = a < b ? a : b;
    return m < c ? m : c;
}

/* How many letters must be added, taken or changed (Levenshtein 1966), one row at a time. */
static int32_t distance(cv_str a, cv_str b)
{
    int32_t row[NAME_MAX_BYTES + 1];
    for (int32_t j = 0; j <= b.n; j++) row[j] = j;
    for (int32_t i = 1; i <= a.n; i++) {
        int32_t diagonal = row[0];
        row[0] = i;
        for (int32_t j = 1; j <= b.n; j++) {
            int32_t changed = diagonal + (a.s[i - 1] != b.s[j - 1]);
            diagonal = row[j];
            row[j] = least3(row[j] + 1, row[j - 1] + 1, changed);
        }
    }
    return row[b.n];
}

const char *cv_command_near(cv_str name)
{
    if (name.n < 2 || name.n > NAME_MAX_BYTES) return NULL;
    const char *nearest = NULL;
    int32_t best = 3;
    for (int32_t i = 0; i < CV_N_COMMANDS; i++) {
        cv_str other = cv_str_of(CV_COMMANDS[i].name);
        int32_t d = cv_str_starts(other, name) ? 1 : distance(name, other);
        if (d < best && d < other.n / 2 + 1) {
            best = d;
            nearest = CV_COMMANDS[i].name;
        }
    }
    return nearest;
}

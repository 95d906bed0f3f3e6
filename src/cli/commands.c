#include "cli/command.h"

#include "cli/cli.h"

const cv_exit_row CV_EXITS[] = {
    {CV_EXIT_OK,          CV_MSG("finished; no seat is in question")                     },
    {CV_EXIT_IN_QUESTION, CV_MSG("finished; at least one seat is not confirmed or holds")},
    {CV_EXIT_USAGE,       CV_MSG("the command line is wrong")                            },
    {CV_EXIT_INPUT,       CV_MSG("an input is not what it claims to be")                 },
    {CV_EXIT_SYSTEM,      CV_MSG("the system refused: disk, memory, permission")         },
    {CV_EXIT_BUG,         CV_MSG("a bug in canvass")                                     },
    {CV_EXIT_STOPPED,     CV_MSG("stopped by the user")                                  },
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
#define CASE_IS CV_MSG("CASE is a folder with an election.json, that file itself, or bare files of results, whose columns are then guessed.")

const cv_command CV_COMMANDS[CV_N_COMMANDS] = {
    [CV_CMD_INIT] = {
        .name = "init", .line = CV_MSG("make a case from files of results: recognise the columns and say what was guessed"),
        .argument = "FILE...", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass init results.csv", CV_MSG("the folder results with an election.json, and a table of what each column was taken for")},
            {"canvass init results.csv --rule plurality --seats 1", CV_MSG("the same with the rule, for a review that can say who wins")},
            {"canvass init first.csv second.csv --out case", CV_MSG("parts, versions or contests: what each file is to the others is told")},
        },
        .about = {
            CV_MSG("Columns are recognised by their heads, in eleven languages, and by the arithmetic of the form: the column that is the sum of "
            "others, the column that is never smaller. Whatever cannot be told is left out and listed."),
            CV_MSG("The folder is made beside the first file, or where --out says. The files stay where they are. An election.json that is there "
            "is not replaced without --force."),
            CV_MSG("Rule, seats, thresholds and kinds of stations are never guessed. --rule takes plurality, majority, dhondt, sainte-lague, hare or droop."),
            CV_MSG("Ends with 0 when the station's key, the options and one total are certain and no figure is unclear; with 1 when something is "
            "unclear; with 3 when no table of results was found."),
        },
        .see = "review", .run = cv_cmd_init,
    },
    [CV_CMD_REVIEW] = {
        .name = "review", .line = CV_MSG("review a case: one word per seat, with its reasons in votes"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass review examples/etobicoke-centre-2011", CV_MSG("review one seat that went to court")},
            {"canvass review CASE --as-of 2012-06-01", CV_MSG("only with the decisions in force on that day")},
            {"canvass review results.csv --rule plurality --seats 1", CV_MSG("a bare file of results: its columns are guessed")},
        },
        .about = {
            CV_MSG("Reads the forms, examines them, counts the votes, asks what could still change each seat, and gives "
            "every seat one of five words: confirmed, holds, open, contradicted, undetermined."),
            CV_MSG("Writes report.html, review.json and tables/*.csv into CASE/review, or into the folder that --out names. "
            "The same inputs, options and version give the same bytes."),
            CV_MSG("CASE is a folder with an election.json, that file itself, or bare files of results, whose columns are then guessed. Decisions in CASE/decisions.csv are applied; the papers themselves are never changed."),
        },
        .see = "check tally sensitivity", .run = cv_cmd_review,
    },
    [CV_CMD_CHECK] = {
        .name = "check", .line = CV_MSG("examine the results forms: what does not add up, where, by how many votes"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass check CASE", CV_MSG("findings by rule, then the forms with most votes contradicted")},
            {"canvass check CASE --all --contest smd-26", CV_MSG("every finding of one contest")},
        },
        .about = {
            CV_MSG("Applies the rules for results forms and says for each how many forms hold, how many do not, to how many "
            "it does not apply and for how many it cannot be decided."),
            CV_MSG("A form whose figures contradict each other is not an error of the program: the exit code speaks of seats only, "
            "and this command looks at none."),
            CASE_IS,
        },
        .see = "review sensitivity", .run = cv_cmd_check,
    },
    [CV_CMD_COPIES] = {
        .name = "copies", .line = CV_MSG("compare copies of the forms: which differ, by how much, in whose favour"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass copies CASE", CV_MSG("each copy beside the forms that count, and the stations that are widest apart")},
            {"canvass copies CASE --contest smd-26 --all", CV_MSG("every station of one seat where a copy differs")},
        },
        .about = {
            CV_MSG("Compares every line of every copy with the form that counts, and the copies with each other: the kind of slip, the votes apart, whether "
            "another option is first. Says whether the copies in one hand settle the seat whatever all other stations hold."),
            CV_MSG("Which copy is right cannot be seen in figures. Equal figures show that two sheets say the same, not that they say what was in the box."),
            CASE_IS,
        },
        .see = "check sensitivity", .run = cv_cmd_copies,
    },
    [CV_CMD_TALLY] = {
        .name = "tally", .line = CV_MSG("count: from votes to seats, with every step and margin"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass tally CASE", CV_MSG("who is first by votes in each contest, and by how much")},
            {"canvass tally CASE --contest list --all", CV_MSG("every step of one contest")},
        },
        .about = {
            CV_MSG("Applies each contest's rule set to the forms as decided and shows votes, seats, thresholds and the margin: the "
            "fewest votes by which one total would have to be wrong for another outcome to be possible."),
            CASE_IS,
        },
        .see = "review sensitivity", .run = cv_cmd_tally,
    },
    [CV_CMD_SENSITIVITY] = {
        .name = "sensitivity", .line = CV_MSG("say what could still change a seat, and what to open first"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass sensitivity CASE", CV_MSG("votes in question beside the margin of every seat")},
            {"canvass sensitivity CASE --contest smd-26", CV_MSG("one seat, with the stations to open first")},
            {"canvass sensitivity CASE --if annul:26.31,26.40", CV_MSG("the seat as it would be without these stations")},
        },
        .about = {
            CV_MSG("For every seat: the votes in question, whether they can reach the margin, the smallest set of stations that could "
            "change the outcome, and the smallest set whose examination would settle it."),
            CV_MSG("Complaints under way and recounts that were ordered are asked one by one and together: which can matter alone, which "
            "with others, which cannot whatever is decided."),
            CASE_IS,
        },
        .see = "review check", .run = cv_cmd_sensitivity,
    },
    [CV_CMD_COMPLAINTS] = {
        .name = "complaints", .line = CV_MSG("list complaints: their state, the next deadline, whether they can matter"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass complaints CASE", CV_MSG("the register, those that can matter first")},
            {"canvass complaints CASE --as-of 2012-06-01T18:00", CV_MSG("as it stood at that minute: what was recorded later is left out")},
            {"canvass complaints CASE --dossier K001 --out FOLDER", CV_MSG("the whole file of one complaint, the same for both sides")},
        },
        .about = {
            CV_MSG("Reads CASE/complaints.csv, one line a move. A move that the state of the complaint does not allow changes nothing and is "
            "noted. Deadlines are computed in the calendar of the election's law; what has lapsed is told as of --as-of, else as of the last "
            "instant on file."),
            CV_MSG("The dossier lists every move, every term step by step, the evidence by its SHA-256, and the forms of the stations that the "
            "complaint names. Names of voters and witnesses are left out."),
            CASE_IS,
        },
        .see = "review sensitivity", .run = cv_cmd_complaints,
    },
    [CV_CMD_INCIDENTS] = {
        .name = "incidents", .line = CV_MSG("show incidents: the time line, and what is claimed with every source"),
        .argument = "CASE", .n_least = 1, .n_most = CV_ARGUMENTS_MAX,
        .example = {
            {"canvass incidents examples/kyrgyzstan-2005", CV_MSG("events, conflicting counts, accounts of seats, blocs by author")},
            {"canvass incidents CASE --json", CV_MSG("the same for another program")},
        },
        .about = {
            CV_MSG("Reads CASE/incidents.csv and CASE/blocs.csv. Counts that people claim are kept as ranges beside each other, with their "
            "sources: nothing is averaged, and claims of one origin count once."),
            CV_MSG("Ends with 0 when it finishes: incidents decide no seat."),
            CASE_IS,
        },
        .see = "review", .run = cv_cmd_incidents,
    },
    [CV_CMD_LAW] = {
        .name = "law", .line = CV_MSG("list the legal profiles, or print one: rules, citations, marks"),
        .argument = "[PROFILE]", .n_least = 0, .n_most = 1,
        .example = {
            {"canvass law", CV_MSG("the profiles that come with canvass")},
            {"canvass law kg-2005", CV_MSG("one profile and those it is based on")},
            {"canvass law law.csv", CV_MSG("a profile of one's own: read, and what was understood")},
        },
        .about = {
            CV_MSG("A profile is what a law says about an election as parameters: each line has its citation, the days on which it is in "
                   "force, and a mark that tells whether its text was read. election.json names one, or a file of the case, under law."),
            CV_MSG("A profile is a reading of the law, and a court may read it otherwise."),
        },
        .see = "review", .run = cv_cmd_law,
    },
    [CV_CMD_SIMULATE] = {
        .name = "simulate", .line = CV_MSG("make a case with a known truth, to train people and to try canvass"),
        .argument = "OUT", .n_least = 1, .n_most = 1,
        .example = {
            {"canvass simulate OUT --like assembly-75", CV_MSG("75 seats in two rounds, with a story: everything that a review can meet")},
            {"canvass simulate OUT --like president --seed 7 --clean", CV_MSG("an election without a fault")},
            {"canvass simulate OUT --districts 5 --faults all=0,digit=2%,missing=1", CV_MSG("five seats, slips in 2 forms of 100, one missing form in each round")},
        },
        .about = {
            CV_MSG("Invents a country, its stations and voters, lets them vote, fills in the forms, and plants faults in them. OUT is "
                   "a case folder for canvass review; truth.json in it says who truly has most votes, what was planted where, and whether the papers show it."),
            CV_MSG("Presets: assembly-75, assembly, president, list. The same options and seed give the same bytes on every machine."),
            CV_MSG("Kinds of faults: digit, swapped-digits, swapped-rows, shifted, neighbour, total, blank, illegible, missing, altered, "
                   "forged-copy, stuffed-box, stuffed-list, moved, coerced, swapped-candidates, rounded, invented, late; all stands for every one."),
            CV_MSG("No country, person, place or event in such a case exists, and every file for people says that it is simulated."),
        },
        .see = "review check", .run = cv_cmd_simulate,
    },
    [CV_CMD_HELP] = {
        .name = "help", .line = CV_MSG("explain canvass, or one command"),
        .argument = "[COMMAND]", .n_least = 0, .n_most = 1,
        .example = {{"canvass help review", CV_MSG("what review does, and its options")}},
        .about = {CV_MSG("canvass COMMAND --help says the same.")},
        .see = "version", .run = cv_cmd_help,
    },
    [CV_CMD_VERSION] = {
        .name = "version", .line = CV_MSG("say which version this is"),
        .argument = "", .n_least = 0, .n_most = 0,
        .example = {{"canvass version --json", CV_MSG("the version, for another program")}},
        .about = {CV_MSG("Quote the version with every figure: the same inputs, options and version give the same bytes.")},
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

/* Levenshtein 1966, one row at a time. */
int32_t cv_word_distance(cv_str a, cv_str b)
{
    if (a.n > NAME_MAX_BYTES || b.n > NAME_MAX_BYTES) return NAME_MAX_BYTES;
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
        int32_t d = cv_str_starts(other, name) ? 1 : cv_word_distance(name, other);
        if (d < best && d < other.n / 2 + 1) {
            best = d;
            nearest = CV_COMMANDS[i].name;
        }
    }
    return nearest;
}

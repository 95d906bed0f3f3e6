/* The keys of election.json. A new key gets its line here, its member in spec.h, and its line in
 * schema/election.schema.json and docs/reference/election-json.md: tests say what is missing. */
#include "read/case/keys.h"

#include "model/election.h"
#include "read/case/key_words.h"

#define SHAPE(name, about, type, keys)                                                             \
    {                                                                                              \
        name, about, sizeof(type), keys, (int32_t)(sizeof(keys) / sizeof((keys)[0]))               \
    }
#define MUST true
#define MAY  false

/* Rows of the tables below; OF is the struct that the keys fill. */
#define K(name, type, must, member, about)                                                         \
    {                                                                                              \
        name, type, must, offsetof(OF, member), about, 0                                           \
    }
#define K_WORD(name, must, member, about, words)                                                   \
    {                                                                                              \
        name, CV_KEY_WORD, must, offsetof(OF, member), about, words                                \
    }
#define K_SHAPE(name, type, must, member, about, shape)                                            \
    {                                                                                              \
        name, type, must, offsetof(OF, member), about, NULL, shape                                 \
    }
#define K_INT(name, type, must, member, about, least, most)                                        \
    {                                                                                              \
        name, type, must, offsetof(OF, member), about, NULL, NULL, least, most                     \
    }

/* ---- free keys with plain values ---- */

#define OF cv_named_text
static const cv_key named_text_keys[] = {K("", CV_KEY_TEXT, MUST, text, CV_MSG("a text"))};
static const cv_shape NAMED_TEXT =
    SHAPE("named_text", "free keys, each with a text", cv_named_text, named_text_keys);

#undef OF
#define OF cv_named_texts
static const cv_key named_columns_keys[] = {
    K("", CV_KEY_TEXTS, MUST, texts, CV_MSG("a column, or several whose numbers are added")),
};
static const cv_shape NAMED_COLUMNS =
    SHAPE("named_columns", "free keys, each with a column or several", cv_named_texts,
          named_columns_keys);

#undef OF
#define OF cv_named_word
static const cv_key named_kind_keys[] = {
    K_WORD("", MUST, word, CV_MSG("a kind of station"), &CV_STATION_KINDS_WORDS),
};
static const cv_shape NAMED_KIND = SHAPE(
    "named_kind", "what stands in the cell, and the kind it means", cv_named_word, named_kind_keys);

#undef OF
#define OF cv_named_int
static const cv_key named_count_keys[] = {
    K_INT("", CV_KEY_INT, MUST, number, CV_MSG("a total"), 0, CV_COUNT_MAX),
};
static const cv_shape NAMED_COUNT =
    SHAPE("named_count", "free keys, each with a number", cv_named_int, named_count_keys);

/* ---- profile ---- */

#undef OF
#define OF cv_spec_setting
static const cv_key setting_keys[] = {
    K_WORD("severity", MUST, severity, CV_MSG("how the finding is marked"), &CV_SEVERITIES_WORDS),
    K_INT("tolerance", CV_KEY_INT, MAY, tolerance, "differences up to it raise nothing", 0,
          CV_CELL_MAX),
    K("why", CV_KEY_TEXT, MUST, why, CV_MSG("the law or the reason")),
};
static const cv_shape SETTING =
    SHAPE("setting", "the case's own setting of one rule", cv_spec_setting, setting_keys);

#undef OF
#define OF cv_spec_relation
static const cv_key relation_keys[] = {
    K("code", CV_KEY_TEXT, MUST, code, CV_MSG("a code of the catalogue, or X001 to X999")),
    K("name", CV_KEY_TEXT, MAY, name, "of an X code: what is wrong where it fails"),
    K("that", CV_KEY_TEXT, MUST, that, CV_MSG("what must hold: recv = iss + cancelled")),
    K("when", CV_KEY_TEXT, MAY, when, "where it applies; default everywhere"),
    K_WORD("severity", MUST, severity, CV_MSG("how the finding is marked"), &CV_SEVERITIES_WORDS),
    K_INT("tolerance", CV_KEY_INT, MAY, tolerance, "differences up to it raise nothing", 0,
          CV_CELL_MAX),
    K("lines", CV_KEY_TEXT, MAY, lines, "the same in the form's own numbers: 2 = 3 + 4 + 5 + 7"),
    K_WORD("effect", MAY, effect, "what a failure says about votes; default as the code",
           &CV_EFFECTS_WORDS),
    K_WORD("mark", MAY, mark, "whether the law was read; default `unverified`", &CV_MARKS_WORDS),
    K("why", CV_KEY_TEXT, MUST, why, CV_MSG("the law or the reason")),
};
static const cv_shape RELATION =
    SHAPE("relation", "a relation of the form's lines", cv_spec_relation, relation_keys);

#undef OF
#define OF cv_spec_profile
static const cv_key profile_keys[] = {
    K("form", CV_KEY_TEXT, MAY, form, "the law's form that the stations fill in: `kg-2005`"),
    K("opens", CV_KEY_TEXT, MAY, opens, "when voting begins, `08:00`"),
    K("closes", CV_KEY_TEXT, MAY, closes, "when voting ends"),
    K("took_part", CV_KEY_TEXT, MAY, took_part, "the field that counts as participants"),
    K("special_inside", CV_KEY_YES_NO, MAY, special_inside,
      "true: `reg_special` is inside `reg_main`; default false, on top"),
    K("options_blank_zero", CV_KEY_YES_NO, MAY, options_blank_zero,
      "true: blank option cells are zero; default false"),
    K_WORD("zero_form", MAY, zero_form, "what a form of zeros means; default `counts`",
           &CV_ZERO_FORMS_WORDS),
    K_WORD("duplicates", MAY, duplicates,
           "which of several forms of one station count; default `all`", &CV_DUPLICATES_WORDS),
    K_INT("station_max", CV_KEY_INT, MAY, station_max, "legal maximum of papers at a station", 1,
          CV_CELL_MAX),
    K("missing_adds", CV_KEY_YES_NO, MAY, missing_adds,
      "true: fewer papers than persons may hide votes; default false"),
    K_SHAPE("rules", CV_KEY_NAMED, MAY, rules, "own settings by the code of the rule, `C307`",
            &SETTING),
    K_SHAPE("relations", CV_KEY_OBJECTS, MAY, relations, "relations of the case's own", &RELATION),
};
static const cv_shape PROFILE =
    SHAPE("profile", "what the law says about the forms", cv_spec_profile, profile_keys);

/* ---- rule sets ---- */

#undef OF
#define OF cv_spec_share
static const cv_key share_keys[] = {
    K("share", CV_KEY_SHARE, MUST, share, CV_MSG("a fraction of two whole numbers")),
    K_WORD("relation", MUST, relation, CV_MSG("more than the share, or at least the share"),
           &CV_RELATION_NAMES),
    K_WORD("base", MUST, base, CV_MSG("what the share is of"), &CV_BASE_NAMES),
};
static const cv_shape SHARE =
    SHAPE("share", "a share that must be reached", cv_spec_share, share_keys);

static const cv_key threshold_keys[] = {
    K("share", CV_KEY_SHARE, MUST, share, CV_MSG("a fraction of two whole numbers")),
    K_WORD("relation", MUST, relation, CV_MSG("more than the share, or at least the share"),
           &CV_RELATION_NAMES),
    K_WORD("base", MUST, base, CV_MSG("what the share is of"), &CV_BASE_NAMES),
    K_INT("from_parties", CV_KEY_INT, MAY, from_parties,
          "only for lists of at least so many parties; default 1", 1, 1000),
};
static const cv_shape THRESHOLD =
    SHAPE("threshold", "a share that a list needs to take part", cv_spec_share, threshold_keys);

#undef OF
#define OF cv_spec_stations_share
static const cv_key stations_share_keys[] = {
    K("share", CV_KEY_SHARE, MUST, share, CV_MSG("a fraction of two whole numbers")),
    K_WORD("relation", MUST, relation, CV_MSG("more than the share, or at least the share"),
           &CV_RELATION_NAMES),
    K_WORD("of", MUST, of, CV_MSG("voters of annulled stations, or their number"),
           &CV_STATIONS_OF_WORDS),
    K_WORD("modal", MAY, modal, "whether it follows by itself; default `must`", &CV_MODALS_WORDS),
};
static const cv_shape STATIONS_SHARE = SHAPE("stations_share", "a share of annulled stations",
                                             cv_spec_stations_share, stations_share_keys);

#undef OF
#define OF cv_spec_win
static const cv_key win_keys[] = {
    K("share", CV_KEY_SHARE, MUST, share, CV_MSG("a fraction of two whole numbers")),
    K_WORD("relation", MUST, relation, CV_MSG("more than the share, or at least the share"),
           &CV_RELATION_NAMES),
    K_WORD("base", MUST, base, CV_MSG("what the share is of"), &CV_BASE_NAMES),
    K_SHAPE("lead", CV_KEY_OBJECT, MAY, lead, "the lead over the second that is needed as well",
            &SHARE),
};
static const cv_shape WIN =
    SHAPE("win", "one way to win in the first round", cv_spec_win, win_keys);

#undef OF
#define OF cv_spec_series
static const cv_key series_keys[] = {
    K_INT("first", CV_KEY_INT, MUST, first, CV_MSG("the first divisor"), 1, 1000000),
    K_INT("base", CV_KEY_INT, MUST, base,
          CV_MSG("the k-th divisor is base + step x (k - 1) from the second on"), 0, 1000000),
    K_INT("step", CV_KEY_INT, MUST, step, CV_MSG("what each divisor adds"), 0, 1000000),
};
static const cv_shape DIVISOR_SERIES =
    SHAPE("divisor_series", "divisors that have no name; only ratios matter", cv_spec_series,
          series_keys);

#undef OF
#define OF cv_spec_rule_set
static const cv_key rule_set_keys[] = {
    K("name", CV_KEY_TEXT, MAY, name, "for people; default the id"),
    K("cite", CV_KEY_TEXT, MAY, cite, "article of the law"),
    K("unverified", CV_KEY_YES_NO, MAY, unverified,
      "true: the statute was not read; printed under every result"),
    K_WORD("engine", MUST, engine, CV_MSG("how votes become seats"), &CV_ENGINE_NAMES),
    K_SHAPE("void_stations", CV_KEY_OBJECT, MAY, void_stations,
            "annulled stations past this leave the seats empty", &STATIONS_SHARE),
    K_INT("per_ballot", CV_KEY_INT, MAY, per_ballot,
          "votes that one paper may carry, for `block`; default 1", 1, 10000),
    K_SHAPE("min_share", CV_KEY_OBJECT, MAY, min_share, "the winner needs it", &SHARE),
    K_WORD("min_share_else", MAY, min_share_else, "without it; default `void`",
           &CV_MIN_SHARE_ELSE_WORDS),
    K_SHAPE("turnout_min", CV_KEY_OBJECT, MAY, turnout_min, "participants needed, else void",
            &SHARE),
    K_WORD("against", MAY, against, "when against all leaves the seat empty; default `none`",
           &CV_AGAINST_NAMES),
    K_SHAPE("barred_void", CV_KEY_OBJECT, MAY, barred_void,
            "votes for barred options past this leave the seat empty", &SHARE),
    K_SHAPE("win", CV_KEY_OBJECTS, MAY, win,
            "ways to win at once, for `two-round`; one of them suffices", &WIN),
    K_INT("runoff_top", CV_KEY_INT, MAY, runoff_top, "how many go to the run-off; default 2", 1,
          100),
    K("runoff_all_tied", CV_KEY_YES_NO, MAY, runoff_all_tied,
      "true: all who tie for the last place go on; default a lot decides"),
    K("two_decide_at_once", CV_KEY_YES_NO, MAY, two_decide_at_once,
      "true: with two candidates most votes win"),
    K("divisors", CV_KEY_SERIES, MAY, divisors, "for `highest-averages`"),
    K_SHAPE("divisor_series", CV_KEY_OBJECT, MAY, divisor_series,
            "instead of `divisors`, a series of its own", &DIVISOR_SERIES),
    K_WORD("quota", MAY, quota, "for `largest-remainder`", &CV_QUOTA_NAMES),
    K_WORD("over_award", MAY, over_award,
           "when whole quotas give too many seats; default `unknown`", &CV_OVER_AWARD_NAMES),
    K("remainders_repeat", CV_KEY_YES_NO, MAY, remainders_repeat,
      "true: seats left after one round of remainders go round again"),
    K_SHAPE("thresholds", CV_KEY_OBJECTS, MAY, thresholds,
            "a list takes part only if it passes all", &THRESHOLD),
    K_INT("seat_cap", CV_KEY_INT, MAY, seat_cap, "most seats that one list may take", 1, 100000),
};
static const cv_shape RULE_SET = SHAPE("rule_set", "one law's choices for turning votes into seats",
                                       cv_spec_rule_set, rule_set_keys);

/* ---- contests ---- */

#undef OF
#define OF cv_spec_bloc
static const cv_key bloc_keys[] = {
    K("id", CV_KEY_TEXT, MUST, id, CV_MSG("short name")),
    K("name", CV_KEY_TEXT, MAY, name, "for people; default the id"),
    K("parties", CV_KEY_TEXTS, MAY, parties, "options with one of these party texts belong to it"),
    K("options", CV_KEY_TEXTS, MAY, options, "options with one of these ids belong to it"),
};
static const cv_shape BLOC =
    SHAPE("bloc", "parties that sit together in the chamber", cv_spec_bloc, bloc_keys);

#undef OF
#define OF cv_spec_option
static const cv_key option_keys[] = {
    K("id", CV_KEY_TEXT, MUST, id, CV_MSG("as in the tables")),
    K("name", CV_KEY_TEXT, MAY, name, "for people; default the id"),
    K("party", CV_KEY_TEXT, MAY, party, "as written"),
    K("bloc", CV_KEY_TEXT, MAY, bloc, "id of its bloc; default by party, else by id"),
    K_WORD("kind", MAY, kind, "default `candidate`, `list` where lists take seats",
           &CV_OPTION_KINDS_WORDS),
    K("barred", CV_KEY_YES_NO, MAY, barred, "true: votes count, but it cannot be seated"),
    K("threshold_exempt", CV_KEY_YES_NO, MAY, threshold_exempt, "true: needs no threshold"),
    K_INT("parties", CV_KEY_INT, MAY, parties, "how many parties stand together; default 1", 1,
          1000),
};
static const cv_shape OPTION =
    SHAPE("option", "what one may vote for", cv_spec_option, option_keys);

#undef OF
#define OF cv_spec_lot
static const cv_key lot_keys[] = {
    K("drawn", CV_KEY_TEXTS, MUST, drawn, CV_MSG("option ids in the order drawn")),
    K("cite", CV_KEY_TEXT, MUST, cite, CV_MSG("where the draw is recorded")),
};
static const cv_shape LOT = SHAPE("lot", "a draw made by people", cv_spec_lot, lot_keys);

#undef OF
#define OF cv_spec_declared
static const cv_key declared_keys[] = {
    K_WORD("outcome", MAY, outcome, "default `decided` where winners or seats are named",
           &CV_OUTCOMES_WORDS),
    K("winners", CV_KEY_TEXTS, MAY, winners,
      "option ids, one seat each; of a run-off, who goes on"),
    K_SHAPE("seats", CV_KEY_NAMED, MAY, seats, "seats by option id", &NAMED_COUNT),
    K_SHAPE("votes", CV_KEY_NAMED, MAY, votes, "votes by option id", &NAMED_COUNT),
    K_SHAPE("fields", CV_KEY_NAMED, MAY, fields, "totals by field id", &NAMED_COUNT),
};
static const cv_shape DECLARED =
    SHAPE("declared", "what the body in charge announced", cv_spec_declared, declared_keys);

#undef OF
#define OF cv_spec_contest
static const cv_key contest_keys[] = {
    K("id", CV_KEY_TEXT, MUST, id,
      CV_MSG("short name; one `*` makes it the pattern of many contests")),
    K("name", CV_KEY_TEXT, MAY, name, "for people; `*` stands for the same text as in the id"),
    K_INT("seats", CV_KEY_INT, MAY, seats, "default 1", 1, 100000),
    K("rule", CV_KEY_TEXT, MUST, rule, CV_MSG("id of its rule set")),
    K_INT("round", CV_KEY_INT, MAY, round, "default 1, 2 with `runoff_of`", 1, 20),
    K("runoff_of", CV_KEY_TEXT, MAY, runoff_of, "id of the contest that this run-off decides"),
    K("electorate", CV_KEY_TEXT, MAY, electorate,
      "contests with the same word had the same voters at the same stations"),
    K("chamber", CV_KEY_YES_NO, MAY, chamber, "false: its seats are not part of the chamber"),
    K("area", CV_KEY_TEXT, MAY, area, "name of the area it elects for"),
    K_WORD("complete", MAY, complete, "whether all stations are in; default `unknown`",
           &CV_COMPLETE_WORDS),
    K_SHAPE("options", CV_KEY_OBJECTS, MAY, options,
            "what the tables do not say about them, in ballot order", &OPTION),
    K_SHAPE("lots", CV_KEY_OBJECTS, MAY, lots, "draws made by people", &LOT),
    K_SHAPE("declared", CV_KEY_OBJECT, MAY, declared, "what was announced; also declared.csv",
            &DECLARED),
};
static const cv_shape CONTEST =
    SHAPE("contest", "seats to be filled", cv_spec_contest, contest_keys);

#undef OF
#define OF cv_spec_copy
static const cv_key copy_keys[] = {
    K("id", CV_KEY_TEXT, MUST, id, CV_MSG("short name")),
    K_WORD("kind", MUST, kind, CV_MSG("whose it is"), &CV_COPY_KINDS_WORDS),
    K("holder", CV_KEY_TEXT, MAY, holder, "for people; default the id"),
    K_INT("version", CV_KEY_INT, MAY, version, "later ones have larger numbers; default 1", 1,
          1000000),
    K("counts", CV_KEY_YES_NO, MAY, counts,
      "its forms are the figures; default true for `original` and `recount`"),
    K("recorded", CV_KEY_TEXT, MAY, recorded,
      "when its forms became known, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; default from the start"),
    K("repeat", CV_KEY_YES_NO, MAY, repeat,
      "true: forms of a repeat vote; they count where a decision ordered one"),
    K("box", CV_KEY_YES_NO, MAY, box,
      "true: forms of one box of each station, which a decision may set aside"),
};
static const cv_shape COPY =
    SHAPE("copy", "a set of forms with one holder", cv_spec_copy, copy_keys);

/* ---- tables ---- */

#undef OF
#define OF cv_spec_condition
static const cv_key condition_keys[] = {
    K("column", CV_KEY_TEXT, MUST, column, CV_MSG("the column looked at")),
    K("is", CV_KEY_TEXTS, MAY, is, "its cell is one of these"),
    K("not", CV_KEY_TEXTS, MAY, is_not, "its cell is none of these"),
    K("blank", CV_KEY_YES_NO, MAY, blank, "true: its cell is empty; false: it is not"),
};
static const cv_shape CONDITION =
    SHAPE("condition", "what a row must show; all that is said must hold", cv_spec_condition,
          condition_keys);

static const cv_key skip_keys[] = {
    K("column", CV_KEY_TEXT, MUST, column, CV_MSG("the column looked at")),
    K("is", CV_KEY_TEXTS, MAY, is, "its cell is one of these"),
    K("not", CV_KEY_TEXTS, MAY, is_not, "its cell is none of these"),
    K("blank", CV_KEY_YES_NO, MAY, blank, "true: its cell is empty; false: it is not"),
    K("why", CV_KEY_TEXT, MUST, why, CV_MSG("the reason, listed with the number of rows")),
};
static const cv_shape SKIP =
    SHAPE("skip", "rows left out on purpose", cv_spec_condition, skip_keys);

#undef OF
#define OF cv_spec_area
static const cv_key area_keys[] = {
    K("level", CV_KEY_TEXT, MUST, level, CV_MSG("what such an area is called: region, district")),
    K("column", CV_KEY_TEXT, MUST, column, CV_MSG("where its name stands: a column or a template")),
};
static const cv_shape AREA =
    SHAPE("area", "a level of places, outermost first", cv_spec_area, area_keys);

#undef OF
#define OF cv_spec_kind
static const cv_key kind_keys[] = {
    K("column", CV_KEY_TEXT, MAY, column, "where it stands"),
    K_SHAPE("values", CV_KEY_NAMED, MAY, values, "what its cells mean", &NAMED_KIND),
    K_WORD("default", MAY, standard, "for all other cells; default `ordinary`",
           &CV_STATION_KINDS_WORDS),
};
static const cv_shape KIND = SHAPE("kind", "kinds of stations", cv_spec_kind, kind_keys);

#undef OF
#define OF cv_spec_option_columns
static const cv_key option_columns_keys[] = {
    K("from", CV_KEY_TEXT, MUST, from, CV_MSG("the first column")),
    K("to", CV_KEY_TEXT, MUST, to, CV_MSG("the last column")),
    K_WORD("ids", MAY, ids, "default `header`", &CV_IDS_WORDS),
};
static const cv_shape OPTION_COLUMNS =
    SHAPE("option_columns", "neighbouring columns, one option each", cv_spec_option_columns,
          option_columns_keys);

#undef OF
#define OF cv_spec_form
static const cv_key form_keys[] = {
    K("contest", CV_KEY_TEXT, MUST, contest, CV_MSG("id of the contest: a text or a template")),
    K("contest_name", CV_KEY_TEXT, MAY, contest_name, "its name: a text or a template"),
    K("copy", CV_KEY_TEXT, MAY, copy, "id of the copy; default the first"),
    K("replaces", CV_KEY_YES_NO, MAY, replaces,
      "true: a repeat vote, takes the place of earlier forms of the same copy"),
    K("recorded", CV_KEY_TEXT, MAY, recorded,
      "when the form became known: a column or a template; default as its copy says"),
    K_SHAPE("where", CV_KEY_OBJECTS, MAY, where, "only rows that meet all of these hold this form",
            &CONDITION),
    K_SHAPE("missing", CV_KEY_OBJECTS, MAY, missing,
            "rows that meet one of these say that the form has not come in", &CONDITION),
    K_SHAPE("fields", CV_KEY_NAMED, MAY, fields, "the lines of the form: field id and column",
            &NAMED_COLUMNS),
    K_SHAPE("options", CV_KEY_NAMED, MAY, options, "wide: option id and column", &NAMED_COLUMNS),
    K_SHAPE("option_columns", CV_KEY_OBJECT, MAY, option_columns,
            "wide: a run of columns, one option each", &OPTION_COLUMNS),
    K_WORD("option_blank", MAY, option_blank, "what an empty option cell means; default `blank`",
           &CV_OPTION_BLANK_WORDS),
    K("option", CV_KEY_TEXT, MAY, option, "long: the option's id, a column or a template"),
    K("option_name", CV_KEY_TEXT, MAY, option_name, "long: its name, a column or a template"),
    K("option_party", CV_KEY_TEXT, MAY, option_party, "long: its party, a column or a template"),
    K("option_bloc", CV_KEY_TEXT, MAY, option_bloc,
      "long: the id of its bloc, a column or a template"),
    K("votes", CV_KEY_TEXT, MAY, votes, "long: the column of its votes"),
    K("seats", CV_KEY_TEXT, MAY, seats, "level contest: the column of its declared seats"),
    K_SHAPE("pseudo", CV_KEY_NAMED, MAY, pseudo,
            "long: option ids that are lines of the form: id and field", &NAMED_TEXT),
    K_SHAPE("elected", CV_KEY_OBJECT, MAY, elected,
            "long: rows that meet it name a declared winner", &CONDITION),
};
static const cv_shape FORM =
    SHAPE("form", "what a row says about one contest", cv_spec_form, form_keys);

#undef OF
#define OF cv_spec_table
#define FILE_KEYS                                                                                  \
    K("file", CV_KEY_TEXTS, MUST, files,                                                           \
      "one file or several, in the case folder or under `data`"),                                  \
        K_WORD("format", MAY, format, "default: found in the file", &CV_FORMATS_WORDS),            \
        K("member", CV_KEY_TEXT, MAY, member,                                                      \
          "which members of an archive, with `*`; default all"),                                   \
        K("sheet", CV_KEY_TEXT, MAY, sheet,                                                        \
          "which sheet of a workbook, with `*`; default the only one with data"),                  \
        K("encoding", CV_KEY_TEXT, MAY, encoding, "default: found where the file shows it"),       \
        K("separator", CV_KEY_TEXT, MAY, separator,                                                \
          "one character; default found among comma, semicolon, tab and bar"),                     \
        K("quote", CV_KEY_TEXT, MAY, quote, "one character, or `none`; default `\"`"),             \
        K("comment", CV_KEY_TEXT, MAY, comment,                                                    \
          "lines that begin with this character are skipped"),                                     \
        K_INT("header", CV_KEY_INTS, MAY, header,                                                  \
              "line of the header, several are joined by ` / `, 0: none; default 1", 0, 1000000),  \
        K("thousands", CV_KEY_TEXT, MAY, thousands, "what separates groups of three digits"),      \
        K("blank", CV_KEY_TEXTS, MAY, blank,                                                       \
          "cells that mean: nothing written; replaces the standard list"),                         \
        K("absent", CV_KEY_TEXTS, MAY, absent,                                                     \
          "cells that mean: no such line here; replaces the standard list"),                       \
        K("illegible", CV_KEY_TEXTS, MAY, illegible,                                               \
          "cells that mean: cannot be read; replaces the standard list"),                          \
        K_SHAPE("where", CV_KEY_OBJECTS, MAY, where, "only rows that meet all of these",           \
                &CONDITION),                                                                       \
        K_SHAPE("skip", CV_KEY_OBJECTS, MAY, skip, "rows that meet one of these are left out",     \
                &SKIP)
#define PLACE_KEYS                                                                                 \
    K("station_name", CV_KEY_TEXT, MAY, station_name, "for people: a column or a template"),       \
        K_SHAPE("area", CV_KEY_OBJECTS, MAY, area, "where the station lies", &AREA),               \
        K("lat", CV_KEY_TEXT, MAY, lat, "column of the latitude in degrees"),                      \
        K("lon", CV_KEY_TEXT, MAY, lon, "column of the longitude in degrees"),                     \
        K_SHAPE("kind", CV_KEY_OBJECT, MAY, kind, "what kind of station it is", &KIND),            \
        K_SHAPE("closed", CV_KEY_OBJECTS, MAY, closed,                                             \
                "rows that meet one of these had no poll, or a void one", &CONDITION),             \
        K("merged_into", CV_KEY_TEXT, MAY, merged_into,                                            \
          "key of the station where its voters voted: a column or a template; empty cell: not "    \
          "merged")
#define IGNORE_KEY                                                                                 \
    K("ignore", CV_KEY_TEXTS, MAY, ignore,                                                         \
      "an array of columns that are knowingly not read, or `\"rest\"`: all others")
static const cv_key results_keys[] = {
    FILE_KEYS,
    K_WORD("layout", MAY, layout, "default `wide`", &CV_LAYOUTS_WORDS),
    K_WORD("level", MAY, level, "default `station`", &CV_LEVELS_WORDS),
    K("station", CV_KEY_TEXTS, MAY, station,
      "the station's key: columns or templates, joined by `/`"),
    PLACE_KEYS,
    K_SHAPE("forms", CV_KEY_OBJECTS, MUST, forms,
            CV_MSG("what each row says, one entry a contest and copy"), &FORM),
    IGNORE_KEY,
    K_SHAPE("unclear", CV_KEY_NAMED, MAY, unclear,
            "columns that nobody has understood yet, and what they may be; not read", &NAMED_TEXT),
};
static const cv_shape RESULTS = SHAPE(
    "results", "a table, or several alike, and what its columns are", cv_spec_table, results_keys);

static const cv_key stations_keys[] = {
    FILE_KEYS,
    K("station", CV_KEY_TEXTS, MUST, station,
      CV_MSG("the station's key: columns or templates, joined by `/`")),
    PLACE_KEYS,
    K("contests", CV_KEY_TEXTS, MUST, contests,
      CV_MSG("contests in which a form is expected: texts or templates")),
    K("registered", CV_KEY_TEXT, MAY, registered, "column of the register"),
    IGNORE_KEY,
};
static const cv_shape STATIONS =
    SHAPE("stations", "the list of stations that must report", cv_spec_table, stations_keys);

/* ---- map ---- */

#undef OF
#define OF cv_spec_map
static const cv_key map_keys[] = {
    K("file", CV_KEY_TEXT, MUST, file, CV_MSG("GeoJSON, in the case folder or under `data`")),
    K("code", CV_KEY_TEXT, MUST, code,
      CV_MSG("the property that says what a shape is of, or a text with properties in braces")),
    K_WORD("of", MUST, of, CV_MSG("ids of contests or names of areas"), &CV_MAP_OF_WORDS),
    K("level", CV_KEY_TEXT, MAY, level, "the level of the areas; default all levels"),
};
static const cv_shape MAP = SHAPE("map", "the shapes of seats or areas", cv_spec_map, map_keys);

/* ---- the whole ---- */

#undef OF
#define OF cv_spec
static const cv_key election_keys[] = {
    K_INT("canvass", CV_KEY_INT, MUST, canvass, CV_MSG("version of this format: 1"), 1, 1),
    K("id", CV_KEY_TEXT, MUST, id, CV_MSG("short name of the case")),
    K("title", CV_KEY_TEXT, MUST, title, CV_MSG("one line for people")),
    K("date", CV_KEY_TEXT, MAY, date, "of the vote, `YYYY-MM-DD`"),
    K("place", CV_KEY_TEXT, MAY, place, "country or district"),
    K("simulated", CV_KEY_YES_NO, MAY, simulated,
      "true: made for training, the election did not take place; default false"),
    K("about", CV_KEY_TEXTS, MAY, about, "free lines: sources, licence, what happened"),
    K("law", CV_KEY_TEXT, MAY, law,
      "the legal profile: one of `canvass law`, or a file of the case that ends in `.csv`"),
    K("data", CV_KEY_TEXT, MAY, data,
      "where files are that are not in the case folder, under CANVASS_DATA"),
    K_SHAPE("profile", CV_KEY_OBJECT, MAY, profile, "what the law says about the forms", &PROFILE),
    K_SHAPE("fields", CV_KEY_NAMED, MAY, fields,
            "own lines of the form: id, which begins with `x_`, and name", &NAMED_TEXT),
    K_SHAPE("blocs", CV_KEY_OBJECTS, MAY, blocs, "who sits with whom in the chamber", &BLOC),
    K_SHAPE("rule_sets", CV_KEY_NAMED, MUST, rule_sets,
            CV_MSG("the law by id, one entry for each way of filling seats"), &RULE_SET),
    K_SHAPE("contests", CV_KEY_OBJECTS, MUST, contests, CV_MSG("what was elected"), &CONTEST),
    K_SHAPE("copies", CV_KEY_OBJECTS, MAY, copies,
            "who holds the forms; default one original, `official`", &COPY),
    K_SHAPE("results", CV_KEY_OBJECTS, MUST, results, CV_MSG("the tables of forms"), &RESULTS),
    K_SHAPE("stations", CV_KEY_OBJECT, MAY, stations, "the list of stations that must report",
            &STATIONS),
    K_SHAPE("declared", CV_KEY_OBJECT, MAY, declared,
            "a table of declared totals; default declared.csv where it exists", &RESULTS),
    K("decisions", CV_KEY_TEXT, MAY, decisions,
      "file of decisions; default decisions.csv where it exists"),
    K("complaints", CV_KEY_TEXT, MAY, complaints,
      "file of complaints and demands; default complaints.csv where it exists"),
    K("incidents", CV_KEY_TEXT, MAY, incidents,
      "file of incidents and claims; default incidents.csv where it exists"),
    K("bloc_statements", CV_KEY_TEXT, MAY, bloc_statements,
      "file that says who is in which bloc, and by whom; default blocs.csv where it exists"),
    K_SHAPE("map", CV_KEY_OBJECT, MAY, map, "the shapes of seats or areas", &MAP),
};
const cv_shape CV_SHAPE_ELECTION = SHAPE("election", "one election", cv_spec, election_keys);

const cv_shape *const CV_SHAPES[] = {
    &CV_SHAPE_ELECTION,
    &PROFILE,
    &SETTING,
    &RELATION,
    &RULE_SET,
    &SHARE,
    &STATIONS_SHARE,
    &WIN,
    &THRESHOLD,
    &DIVISOR_SERIES,
    &CONTEST,
    &OPTION,
    &LOT,
    &DECLARED,
    &BLOC,
    &COPY,
    &RESULTS,
    &FORM,
    &OPTION_COLUMNS,
    &CONDITION,
    &SKIP,
    &AREA,
    &KIND,
    &STATIONS,
    &MAP,
    &NAMED_TEXT,
    &NAMED_COLUMNS,
    &NAMED_KIND,
    &NAMED_COUNT,
};
const int32_t CV_N_SHAPES = (int32_t)(sizeof CV_SHAPES / sizeof CV_SHAPES[0]);

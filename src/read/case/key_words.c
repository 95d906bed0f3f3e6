/* The words of election.json. A new one gets its line here, and the same places as a new key. */
#include "read/case/key_words.h"

#include "model/election.h"
#include "model/relation.h"
#include "read/case/spec.h"
#include "read/table.h"

#define WORDS(array)                                                                               \
    {                                                                                              \
        array, (int32_t)(sizeof(array) / sizeof((array)[0]))                                       \
    }
#define W(name, value, about)                                                                      \
    {                                                                                              \
        name, about, value                                                                         \
    }

static const cv_rule_name min_share_else_words[] = {
    W("void", 0, "nobody is elected"),
    W("runoff", 1, "a run-off is held"),
};
const cv_rule_names CV_MIN_SHARE_ELSE_WORDS = WORDS(min_share_else_words);

static const cv_rule_name stations_of_words[] = {
    W("registered", 0, "their registered voters, of all registered voters"),
    W("stations", 1, "their number, of all stations"),
};
const cv_rule_names CV_STATIONS_OF_WORDS = WORDS(stations_of_words);

static const cv_rule_name modal_words[] = {
    W("must", 0, "it follows by law"),
    W("may", 1, "a body can do it"),
};
const cv_rule_names CV_MODALS_WORDS = WORDS(modal_words);

static const cv_rule_name option_kind_words[] = {
    W("candidate", CV_OPTION_CANDIDATE, "a person or team"),
    W("list", CV_OPTION_LIST, "a list of a party or alliance"),
    W("against", CV_OPTION_AGAINST, "against all, none of these"),
};
const cv_rule_names CV_OPTION_KINDS_WORDS = WORDS(option_kind_words);

static const cv_rule_name copy_kind_words[] = {
    W("original", CV_COPY_ORIGINAL, "the form of record"),
    W("posted", CV_COPY_POSTED, "the copy on the station's door"),
    W("agent", CV_COPY_AGENT, "held by a candidate or party"),
    W("observer", CV_COPY_OBSERVER, "held by observers"),
    W("machine", CV_COPY_MACHINE, "print-out of a machine"),
    W("recount", CV_COPY_RECOUNT, "a hand recount"),
    W("portal", CV_COPY_PORTAL, "shown on a portal"),
    W("earlier", CV_COPY_EARLIER, "an earlier publication of the same body"),
};
const cv_rule_names CV_COPY_KINDS_WORDS = WORDS(copy_kind_words);

static const cv_rule_name station_kind_words[] = {
    W("ordinary", CV_STATION_ORDINARY, "own register, own box"),
    W("postal", CV_STATION_POSTAL, "postal, advance, absentee: no register"),
    W("special", CV_STATION_SPECIAL, "register not closed: travellers"),
    W("mobile", CV_STATION_MOBILE, "goes to the voters"),
    W("abroad", CV_STATION_ABROAD, "outside the country"),
    W("electronic", CV_STATION_ELECTRONIC, "no papers"),
};
const cv_rule_names CV_STATION_KINDS_WORDS = WORDS(station_kind_words);

static const cv_rule_name complete_words[] = {
    W("unknown", CV_COMPLETE_UNKNOWN, "nobody says how many stations there are"),
    W("no", CV_COMPLETE_NOT, "the source is known to be partial"),
};
const cv_rule_names CV_COMPLETE_WORDS = WORDS(complete_words);

static const cv_rule_name zero_form_words[] = {
    W("counts", CV_ZERO_COUNTS, "a count of zero"),
    W("missing", CV_ZERO_MISSING, "the form is missing"),
    W("annulled", CV_ZERO_ANNULLED, "the station was annulled"),
};
const cv_rule_names CV_ZERO_FORMS_WORDS = WORDS(zero_form_words);

static const cv_rule_name duplicates_words[] = {
    W("all", CV_DUPLICATES_ALL, "all count: two stations under one number"),
    W("first", CV_DUPLICATES_FIRST, "the first in file order counts"),
    W("last", CV_DUPLICATES_LAST, "the last in file order counts"),
};
const cv_rule_names CV_DUPLICATES_WORDS = WORDS(duplicates_words);

static const cv_rule_name severity_words[] = {
    W("off", CV_SEVERITY_OFF, "the rule is not applied"),
    W("note", CV_NOTE, "mentioned"),
    W("warning", CV_WARNING, "to be looked at"),
    W("error", CV_ERROR, "the form contradicts itself"),
};
const cv_rule_names CV_SEVERITIES_WORDS = WORDS(severity_words);

static const cv_rule_name effect_words[] = {
    W("code", CV_MEANT_CODE, "what its code says in the catalogue"),
    W("none", CV_MEANT_NONE, "nothing"),
    W("excess", CV_MEANT_EXCESS, "left above right: so many ballots too many"),
    W("count", CV_MEANT_COUNT, "the same; below: so many are missing"),
};
const cv_rule_names CV_EFFECTS_WORDS = WORDS(effect_words);

static const cv_rule_name mark_words[] = {
    W("read", CV_FORM_MARK_READ, "the law was read"),
    W("secondary", CV_FORM_MARK_SECONDARY, "an account of it was read"),
    W("unverified", CV_FORM_MARK_UNVERIFIED, "neither was"),
};
const cv_rule_names CV_MARKS_WORDS = WORDS(mark_words);

static const cv_rule_name outcome_words[] = {
    W("decided", 0, "the winners take their seats"),
    W("runoff", 1, "the winners named go to a run-off"),
    W("void", 2, "nobody was elected"),
};
const cv_rule_names CV_OUTCOMES_WORDS = WORDS(outcome_words);

static const cv_rule_name format_words[] = {
    W("csv", CV_TABLE_TEXT, "delimited text, packed or not"),
    W("xlsx", CV_TABLE_SHEET, "a sheet of a workbook"),
    W("german-xml", CV_TABLE_GERMAN_XML, "results of a German election in XML"),
};
const cv_rule_names CV_FORMATS_WORDS = WORDS(format_words);

static const cv_rule_name layout_words[] = {
    W("wide", 0, "one row a station"),
    W("long", 1, "one row a station and option"),
};
const cv_rule_names CV_LAYOUTS_WORDS = WORDS(layout_words);

static const cv_rule_name level_words[] = {
    W("station", 0, "rows are forms of stations"),
    W("contest", 1, "rows are declared totals of contests"),
    W("area", 2, "rows are sums of areas"),
};
const cv_rule_names CV_LEVELS_WORDS = WORDS(level_words);

static const cv_rule_name ids_words[] = {
    W("header", 0, "the header is the id"),
    W("number", 1, "the number that begins the header is the id; the rest is the name"),
};
const cv_rule_names CV_IDS_WORDS = WORDS(ids_words);

static const cv_rule_name option_blank_words[] = {
    W("blank", CV_CELL_BLANK, "nothing was written"),
    W("absent", CV_CELL_ABSENT, "this option does not stand here"),
    W("zero", 0, "no votes"),
};
const cv_rule_names CV_OPTION_BLANK_WORDS = WORDS(option_blank_words);

static const cv_rule_name map_of_words[] = {
    W("contest", CV_MAP_OF_CONTESTS, "the codes are ids of contests"),
    W("area", CV_MAP_OF_AREAS, "the codes are names of areas"),
};
const cv_rule_names CV_MAP_OF_WORDS = WORDS(map_of_words);

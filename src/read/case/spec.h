/* read/case/spec.h — election.json as structs: what a person wrote, with the place of each text.
 *
 * Plain data, filled strictly from the tables of keys.h: unknown keys, wrong types, missing
 * parts, numbers out of range and unknown words fail at their exact place, with the path and,
 * where one is near, the word that was probably meant. Nothing is resolved here: a reference to
 * a column or a rule set is still its text. Every struct that stands for an
 * object of the file begins with `at`, the byte where the object begins; texts carry their own.
 * Absent parts are zero: `said` is false, `s.s` is NULL, `n` is 0, pointers are NULL.
 *
 * What each key means to people: docs/reference/election-json.md.
 */
#ifndef CV_READ_CASE_SPEC_H
#define CV_READ_CASE_SPEC_H

#include "base/str.h"
#include "model/rule_set.h"
#include "read/case/json_text.h"

/* ---- values ---- */

typedef struct {
    cv_str s; /* .s NULL: absent */
    int32_t at;
} cv_said;

/* One text or an array of texts. */
typedef struct {
    const cv_said *v; /* [n] */
    int32_t n;
    int32_t at;
    bool is_array; /* written with brackets */
} cv_saids;

typedef enum { CV_UNSAID, CV_SAID_NO, CV_SAID_YES } cv_yes_no;

typedef struct {
    bool said;
    int32_t at;
    int64_t n;
} cv_said_int;

/* One whole number or an array of them. */
typedef struct {
    const int64_t *v; /* [n] */
    int32_t n;
    int32_t at;
} cv_said_ints;

/* One of a list of words: its number in the enumeration that the key's table names. */
typedef struct {
    bool said;
    int32_t at;
    int32_t value;
} cv_said_word;

typedef struct {
    bool said;
    int32_t at;
    cv_frac f;
} cv_said_share;

/* An array of objects, or an object whose keys are free: `v` points to n structs, which begin
 * with `at`, and for free keys with cv_said_entry. */
#define CV_SAID_LIST(type)                                                                         \
    struct {                                                                                       \
        const type *v;                                                                             \
        int32_t n;                                                                                 \
        int32_t at;                                                                                \
    }

typedef struct {
    int32_t at; /* of the value */
    cv_said key;
} cv_said_entry;

typedef struct {
    cv_said_entry e;
    cv_said text;
} cv_named_text;

typedef struct {
    cv_said_entry e;
    cv_saids texts;
} cv_named_texts;

typedef struct {
    cv_said_entry e;
    cv_said_word word;
} cv_named_word;

typedef struct {
    cv_said_entry e;
    cv_said_int number;
} cv_named_int;

/* ---- profile ---- */

typedef struct {
    cv_said_entry e; /* key: the rule's code */
    cv_said_word severity;
    cv_said_int tolerance;
    cv_said why;
} cv_spec_setting;

typedef struct {
    int32_t at;
    cv_said code, name, that, when, lines, why;
    cv_said_word severity, effect, mark;
    cv_said_int tolerance;
} cv_spec_relation;

typedef struct {
    int32_t at;
    cv_said took_part, form, opens, closes;
    cv_yes_no special_inside, options_blank_zero, missing_adds;
    cv_said_word zero_form, duplicates;
    cv_said_int station_max;
    CV_SAID_LIST(cv_spec_setting) rules;
    CV_SAID_LIST(cv_spec_relation) relations;
} cv_spec_profile;

/* ---- rule sets ---- */

typedef struct {
    int32_t at;
    cv_said_share share;
    cv_said_word relation, base;
    cv_said_int from_parties; /* thresholds only */
} cv_spec_share;

typedef struct {
    int32_t at;
    cv_said_share share;
    cv_said_word relation, of, modal;
} cv_spec_stations_share;

typedef struct {
    int32_t at;
    cv_said_share share;
    cv_said_word relation, base;
    const cv_spec_share *lead;
} cv_spec_win;

typedef struct {
    int32_t at;
    cv_said_int first, base, step;
} cv_spec_series;

typedef struct {
    cv_said_entry e;
    cv_said name, cite;
    cv_yes_no unverified;
    cv_said_word engine;
    cv_said_int per_ballot;
    const cv_spec_stations_share *void_stations;
    const cv_spec_share *min_share, *turnout_min, *barred_void;
    cv_said_word min_share_else, against;
    CV_SAID_LIST(cv_spec_win) win;
    cv_said_int runoff_top;
    cv_yes_no runoff_all_tied, two_decide_at_once;
    cv_said_word divisors, quota, over_award;
    const cv_spec_series *divisor_series;
    cv_yes_no remainders_repeat;
    CV_SAID_LIST(cv_spec_share) thresholds;
    cv_said_int seat_cap;
} cv_spec_rule_set;

/* ---- contests ---- */

typedef struct {
    int32_t at;
    cv_said id, name;
    cv_saids parties, options;
} cv_spec_bloc;

typedef struct {
    int32_t at;
    cv_said id, name, party, bloc;
    cv_said_word kind;
    cv_yes_no barred, threshold_exempt;
    cv_said_int parties;
} cv_spec_option;

typedef struct {
    int32_t at;
    cv_saids drawn;
    cv_said cite;
} cv_spec_lot;

typedef struct {
    int32_t at;
    cv_said_word outcome;
    cv_saids winners;
    CV_SAID_LIST(cv_named_int) seats, votes, fields;
} cv_spec_declared;

typedef struct {
    int32_t at;
    cv_said id, name, rule, runoff_of, electorate, area;
    cv_said_int seats, round;
    cv_yes_no chamber;
    cv_said_word complete;
    CV_SAID_LIST(cv_spec_option) options;
    CV_SAID_LIST(cv_spec_lot) lots;
    const cv_spec_declared *declared;
} cv_spec_contest;

typedef struct {
    int32_t at;
    cv_said id, holder;
    cv_said_word kind;
    cv_said_int version;
    cv_yes_no counts, repeat, box;
    cv_said recorded;
} cv_spec_copy;

/* ---- tables ---- */

typedef struct {
    int32_t at;
    cv_said column;
    cv_saids is, is_not;
    cv_yes_no blank;
    cv_said why;
} cv_spec_condition;

typedef CV_SAID_LIST(cv_spec_condition) cv_spec_conditions;

typedef struct {
    int32_t at;
    cv_said level, column;
} cv_spec_area;

typedef struct {
    int32_t at;
    cv_said column;
    CV_SAID_LIST(cv_named_word) values;
    cv_said_word standard; /* key "default" */
} cv_spec_kind;

typedef struct {
    int32_t at;
    cv_said from, to;
    cv_said_word ids;
} cv_spec_option_columns;

typedef struct {
    int32_t at;
    cv_said contest, contest_name, copy, recorded;
    cv_yes_no replaces;
    cv_spec_conditions where, missing;
    CV_SAID_LIST(cv_named_texts) fields, options;
    const cv_spec_option_columns *option_columns;
    cv_said_word option_blank;
    cv_said option, option_name, option_party, option_bloc, votes, seats;
    CV_SAID_LIST(cv_named_text) pseudo;
    const cv_spec_condition *elected;
} cv_spec_form;

/* How a table is found and read, and what its rows are about: results and lists of stations. */
typedef struct {
    int32_t at;
    cv_saids files;
    cv_said_word format;
    cv_said member, sheet, encoding, separator, quote, comment, thousands;
    cv_said_ints header;
    cv_saids blank, absent, illegible;
    cv_said_word layout, level;
    cv_spec_conditions where, skip, closed;
    cv_saids station;
    cv_said station_name, lat, lon, merged_into;
    CV_SAID_LIST(cv_spec_area) area;
    const cv_spec_kind *kind;
    CV_SAID_LIST(cv_spec_form) forms;
    cv_saids contests;  /* list of stations only */
    cv_said registered; /* list of stations only */
    cv_saids ignore;
    CV_SAID_LIST(cv_named_text) unclear; /* results only */
} cv_spec_table;

/* Values of "of". */
enum { CV_MAP_OF_CONTESTS, CV_MAP_OF_AREAS };

typedef struct {
    int32_t at;
    cv_said file, code, level;
    cv_said_word of;
} cv_spec_map;

typedef struct {
    int32_t at;
    cv_json_text text;
    cv_said_int canvass;
    cv_said id, title, date, place, law, data, decisions, complaints, incidents, bloc_statements;
    cv_yes_no simulated;
    cv_saids about;
    const cv_spec_profile *profile;
    CV_SAID_LIST(cv_named_text) fields;
    CV_SAID_LIST(cv_spec_bloc) blocs;
    CV_SAID_LIST(cv_spec_rule_set) rule_sets;
    CV_SAID_LIST(cv_spec_contest) contests;
    CV_SAID_LIST(cv_spec_copy) copies;
    CV_SAID_LIST(cv_spec_table) results;
    const cv_spec_table *stations, *declared;
    const cv_spec_map *map;
} cv_spec;

/* ---- reading ---- */

/* `text` must live as long as `out`; everything else belongs to `keep`. `file` is for messages.
 * Fails with CV_E_INPUT, or CV_E_LIMIT for depth and size. */
cv_status cv_spec_decode(cv_spec *out, cv_str file, cv_str text, cv_arena *keep, cv_error *err);

/* An error at byte `at` of election.json: the text and, in brackets, the path. */
cv_status cv_spec_fail(const cv_json_text *t, int32_t at, cv_error *err, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for an error that was made without its place. */
cv_status cv_spec_fail_at(const cv_json_text *t, int32_t at, cv_error *err);

#endif

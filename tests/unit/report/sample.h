/* tests/unit/report/sample.h — a review of two seats as plain data, made by hand: nothing of it
 * was computed.
 *
 * seat-1: Асанова 180, 李明 150; station 103 has no form (cap 40): undetermined.
 * seat-2: Асанова 190, 李明 100; station 202 contradicts itself by 2 (C401): holds.
 * Row 6 of results.csv was refused.
 */
#ifndef CV_TESTS_UNIT_REPORT_SAMPLE_H
#define CV_TESTS_UNIT_REPORT_SAMPLE_H

#include <math.h>

#include "../row.h"

#include "report/report.h"

/* ---- the election ---- */

static const cv_bloc sample_bloc[] = {
    {CV_STR("left"),  CV_STR("Left") },
    {CV_STR("right"), CV_STR("Right")}
};

static const cv_option sample_option[] = {
    {.id = CV_STR("a"), .name = CV_STR("Асанова"), .party = CV_STR("L"), .bloc = {0}},
    {.id = CV_STR("b"),                 .name = CV_STR("李明"),                                 .bloc = {1}            },
};

static const cv_contest sample_contest[] = {
    {.id = CV_STR("seat-1"),
     .name = CV_STR("Osh"),
     .area = {-1},
     .round = 1,
     .runoff_of = {-1},
     .runoff = {-1},
     .seats = 1,
     .rule = 0,
     .in_chamber = true,
     .n_options = 2,
     .option = sample_option},
    {.id = CV_STR("seat-2"),
     .name = CV_STR("Naryn\033[2J"),
     .area = {-1},
     .round = 1,
     .runoff_of = {-1},
     .runoff = {-1},
     .seats = 1,
     .rule = 0,
     .in_chamber = true,
     .n_options = 2,
     .option = sample_option},
};

static const cv_rule_set sample_rule[] = {
    {.id = CV_STR("most"),
     .name = CV_STR("most votes"),
     .cite = CV_STR("art. 1"),
     .engine = CV_ENGINE_PLURALITY,
     .unverified = true},
};

#define SAMPLE_STATION(number, its_area)                                                           \
    {                                                                                              \
        .code = CV_STR(number), .area = {its_area}, .merged_into = {-1}, .lat = NAN, .lon = NAN    \
    }

static const cv_area sample_area[] = {
    {CV_STR("South"), CV_STR("region"),   {-1}},
    {CV_STR("Osh"),   CV_STR("district"), {0} },
    {CV_STR("North"), CV_STR("region"),   {-1}},
};

static const cv_station sample_station[] = {
    SAMPLE_STATION("101", 1), SAMPLE_STATION("102", 1),  SAMPLE_STATION("103", 1),
    SAMPLE_STATION("201", 2), SAMPLE_STATION("202", -1),
};

static const cv_copy sample_copy[] = {
    {.id = CV_STR("official"), .holder = CV_STR("Commission"), .counts = true},
};

static const cv_station_ix sample_stations_1[] = {{0}, {1}, {2}}, sample_stations_2[] = {{3}, {4}};
static const uint8_t sample_state_1[] = {CV_FORM_COUNTED, CV_FORM_COUNTED, CV_FORM_AWAITED};
static const uint8_t sample_state_2[] = {CV_FORM_COUNTED, CV_FORM_COUNTED};
static const int32_t sample_source_1[] = {0, 0, -1}, sample_source_2[] = {0, 0};
static const int32_t sample_line_1[] = {2, 3, 0}, sample_line_2[] = {4, 5};

static const int16_t sample_copies[] = {0, 0, 0};
static const cv_field sample_fields[] = {CV_F_INVALID, CV_F_VALID};
static const cv_cell sample_cells_1[][3] = {
    {3,   -1,  -4}, /* invalid */
    {200, 130, -4}, /* valid   */
    {110, 70,  -4}, /* a       */
    {90,  60,  -4}, /* b       */
};
static const cv_cell sample_cells_2[][2] = {
    {-2,  -3 }, /* invalid: illegible; no such line */
    {140, 152},
    {100, 90 },
    {40,  60 },
};
static const cv_cell *const sample_cell_1[] = {sample_cells_1[0], sample_cells_1[1]};
static const cv_cell *const sample_cell_2[] = {sample_cells_2[0], sample_cells_2[1]};
static const cv_cell *const sample_vote_1[] = {sample_cells_1[2], sample_cells_1[3]};
static const cv_cell *const sample_vote_2[] = {sample_cells_2[2], sample_cells_2[3]};

static const cv_forms sample_forms[] = {
    {.n = 3,
     .station = sample_stations_1,
     .copy = sample_copies,
     .n_fields = 2,
     .field = sample_fields,
     .cell = sample_cell_1,
     .votes = sample_vote_1,
     .state = sample_state_1,
     .source = sample_source_1,
     .line = sample_line_1},
    {.n = 2,
     .station = sample_stations_2,
     .copy = sample_copies,
     .n_fields = 2,
     .field = sample_fields,
     .cell = sample_cell_2,
     .votes = sample_vote_2,
     .state = sample_state_2,
     .source = sample_source_2,
     .line = sample_line_2},
};

static const cv_source sample_source[] = {
    {.file = CV_STR("results.csv"),
     .bytes = 140,
     .encoding = CV_STR("utf-8"),
     .rows = 5,
     .taken = 4,
     .refused = 1},
};

static const cv_refused sample_refused[] = {
    {.source = {0},
     .line = 6,
     .column = 4,
     .code = 2,
     .reason = {.text = CV_STR("'=12x' is not a whole number")},
     .contest = {1},
     .station = {-1}},
};

static const cv_rule_setting sample_setting[] = {
    {.code = 104,
     .severity = CV_NOTE,
     .has_tolerance = true,
     .tolerance = 5,
     .why = CV_STR("art. 9")},
};

static const cv_election sample_election = {
    .profile = {.n_settings = 1, .setting = sample_setting},
    .n_fields = CV_F_FIXED,
    .field = CV_FIELDS,
    .id = CV_STR("sample"),
    .title = CV_STR("Two seats"),
    .date = {12841,           -1                       }, /* 2005-02-27 */
    .n_rule_sets = 1,
    .rule_set = sample_rule,
    .n_blocs = 2,
    .bloc = sample_bloc,
    .n_areas = 3,
    .area = sample_area,
    .n_stations = 5,
    .station = sample_station,
    .n_copies = 1,
    .copy = sample_copy,
    .n_contests = 2,
    .contest = sample_contest,
    .forms = sample_forms,
    .n_sources = 1,
    .source = sample_source,
    .n_refused = 1,
    .refused = sample_refused,
};

/* ---- its review ---- */

static const cv_finding sample_finding[] = {
    {.code = 801,
     .severity = CV_ERROR,
     .contest = {0},
     .station = {2},
     .row = 2,
     .other = -1,
     .other_contest = {-1},
     .option = -1,
     .field = CV_F_NONE,
     .left = CV_BLANK,
     .right = CV_BLANK,
     .change = CV_CHANGE_CAP,
     .k = 40,
     .cap = 40 },
    { .code = 401,
     .severity = CV_ERROR,
     .contest = {1},
     .station = {4},
     .row = 1,
     .other = -1,
     .other_contest = {-1},
     .option = -1,
     .field = CV_F_VALID,
     .left = 152,
     .right = 150,
     .contradicted = 2,
     .change = CV_CHANGE_ADD,
     .k = 2,
     .cap = 200},
};

static const cv_count sample_votes_1[] = {180, 150}, sample_votes_2[] = {190, 100};
static int32_t sample_seats[] = {1, 0}, sample_winner[] = {0};
static const int32_t sample_low[] = {0, 0}, sample_high[] = {1, 1};
static bool sample_no_lot[] = {false, false};
static const int32_t sample_first_form[] = {0};

#define SAMPLE_SUMS(of, sum, counted, awaited)                                                     \
    {                                                                                              \
        .totals = {.n_options = 2,                                                                 \
                   .votes = (of),                                                                  \
                   .valid = (sum),                                                                 \
                   .blank = CV_BLANK,                                                              \
                   .invalid = CV_BLANK,                                                            \
                   .participants = CV_BLANK,                                                       \
                   .box = CV_BLANK,                                                                \
                   .registered = CV_BLANK},                                                        \
        .cast = CV_BLANK, .n_counted = (counted), .n_awaited = (awaited)                           \
    }
#define SAMPLE_TALLY(lead)                                                                         \
    {                                                                                              \
        .kind = CV_DECIDED, .why = CV_WHY_MOST_VOTES, .n_options = 2, .seats = sample_seats,       \
        .n_winners = 1, .winner = sample_winner, .in_lot = sample_no_lot, .margin = {              \
            CV_MARGIN_ONE_SIDED,                                                                   \
            (lead),                                                                                \
            (lead),                                                                                \
            (lead) / 2,                                                                            \
            (lead),                                                                                \
            (lead),                                                                                \
            CV_ON_PAIR,                                                                            \
            0,                                                                                     \
            1                                                                                      \
        }                                                                                          \
    }

static const cv_questioned sample_form_1[] = {
    {.station = {2},
     .row = 2,
     .missing = true,
     .n_findings = 1,
     .finding = 0,
     .cap = 40,
     .papers = 40,
     .fall = 40,
     .running = 40,
     .running_papers = 40},
};
static const cv_questioned sample_form_2[] = {
    {.station = {4},
     .row = 1,
     .n_findings = 1,
     .finding = 1,
     .contradicted = 2,
     .cap = 200,
     .papers = 152,
     .fall = 2,
     .running = 2,
     .running_papers = 152},
};
static const cv_reason sample_reason_1[] = {
    {CV_REASON_MISSING_CAN,     1,        40,       30,       -1, -1},
    {CV_REASON_NOT_DECLARED,    CV_BLANK, CV_BLANK, CV_BLANK, -1, -1},
    {CV_REASON_RULE_UNVERIFIED, CV_BLANK, CV_BLANK, CV_BLANK, -1, -1},
};
static const cv_reason sample_reason_2[] = {
    {CV_REASON_CANNOT_REACH,    2,        90,       1,        -1, -1},
    {CV_REASON_RULE_UNVERIFIED, CV_BLANK, CV_BLANK, CV_BLANK, -1, -1},
};

static const cv_contest_review sample_contests[] = {
    {.summed = SAMPLE_SUMS(sample_votes_1, 330, 2, 1),
     .decided = SAMPLE_SUMS(sample_votes_1, 330, 2, 1),
     .summed_tally = SAMPLE_TALLY(30),
     .tally = SAMPLE_TALLY(30),
     .sensitivity = {.reach = CV_REACH_MISSING,
                     .proved = true,
                     .winner = 0,
                     .loser = 1,
                     .lead = 30,
                     .fall = 40,
                     .fall_missing = 40,
                     .n_missing = 1,
                     .missing_votes = 40,
                     .n_forms = 1,
                     .form = sample_form_1,
                     .changing = {true, true, 1, 1, sample_first_form},
                     .closing = {true, true, 1, 1, sample_first_form},
                     .annulment = {.n_tie = -1,
                                   .n_change = -1,
                                   .proved = true,
                                   .registered = CV_BLANK,
                                   .fewest_registered = CV_BLANK,
                                   .fewest_registered_low = CV_BLANK,
                                   .all_registered = CV_BLANK,
                                   .winner = -1,
                                   .loser = -1},
                     .seats_low = sample_low,
                     .seats_high = sample_high,
                     .missing_low = sample_low,
                     .missing_high = sample_high},
     .verdict = {CV_UNDETERMINED, false, 3, sample_reason_1}},
    {.summed = SAMPLE_SUMS(sample_votes_2, 290, 2, 0),
     .decided = SAMPLE_SUMS(sample_votes_2, 290, 2, 0),
     .summed_tally = SAMPLE_TALLY(90),
     .tally = SAMPLE_TALLY(90),
     .sensitivity = {.reach = CV_REACH_NOTHING,
                     .winner = 0,
                     .loser = 1,
                     .lead = 90,
                     .fall = 2,
                     .contradicted = 2,
                     .n_questions = 1,
                     .n_forms = 1,
                     .form = sample_form_2,
                     .annulment = {.n_tie = 2,
                                   .n_change = -1,
                                   .proved = true,
                                   .registered = CV_BLANK,
                                   .fewest_registered = CV_BLANK,
                                   .fewest_registered_low = CV_BLANK,
                                   .all_registered = CV_BLANK,
                                   .winner = 0,
                                   .loser = 1},
                     .seats_low = sample_seats,
                     .seats_high = sample_seats},
     .verdict = {CV_HOLDS, false, 2, sample_reason_2}       },
};

static const cv_chamber_line sample_lines[] = {
    {{0}, 2, 0, 1, 2},
    {{1}, 0, 0, 0, 1}
};

typedef struct {
    cv_rule_count total[CV_N_RULES];
    cv_check_contest per_contest[2];
    cv_check_result check;
    cv_review review;
    cv_report report;
    cv_arena keep;
} sample;

static inline void sample_open(sample *s)
{
    *s = (sample){.keep = cv_arena_open()};
    s->total[cv_rule_row(801)] = (cv_rule_count){.n_checked = 5, .n_raised = 1};
    s->total[cv_rule_row(401)] = (cv_rule_count){.n_checked = 3,
                                                 .n_not_applicable = 1,
                                                 .n_undecidable = 1,
                                                 .n_raised = 1,
                                                 .amount = 2,
                                                 .largest = 2};
    s->per_contest[0] = (cv_check_contest){0, 1, s->total};
    s->per_contest[1] = (cv_check_contest){1, 1, s->total};
    s->check = (cv_check_result){.n_findings = 2,
                                 .finding = sample_finding,
                                 .n_contests = 2,
                                 .contest = s->per_contest,
                                 .total = s->total};
    s->review = (cv_review){
        .election = &sample_election,
        .as_of = CV_NO_DATE,
        .known_at = CV_NO_DATE,
        .check = &s->check,
        .contest = sample_contests,
        .chamber = {.n_lines = 2, .line = sample_lines, .seats = 2}
    };
    s->review.words[CV_UNDETERMINED] = s->review.words[CV_HOLDS] = 1;
    s->report = (cv_report){.review = &s->review, .where = CV_STR("my case")};
}

static inline void sample_close(sample *s)
{
    cv_arena_close(&s->keep);
}

static inline bool sample_has(cv_str text, const char *part)
{
    return cv_str_find(text, cv_str_of(part), 0) >= 0;
}

/* For cv_out: adds what is put to the cv_text `to`. */
static inline cv_status sample_put(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    cv_text_add(to, bytes);
    return CV_OK;
}

/* Fails unless the parts stand in the text in this order. */
static inline void sample_in_order(cv_str text, const char *const *part, size_t n)
{
    int64_t at = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t found = cv_str_find(text, cv_str_of(part[i]), at);
        if (found < 0)
            fail_msg("not there, or not in this order: '%s' in:\n%.*s", part[i], CV_ARG(text));
        at = found;
    }
}

#endif

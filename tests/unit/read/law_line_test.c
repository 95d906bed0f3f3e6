#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "keep.h"
#include "read/law_line.h"

/* Cells in the order of the columns, separated by ';'; missing ones are empty. */
static cv_law_cells cells_of(const char *text)
{
    cv_law_cells c = {.file = CV_STR("law.csv"), .line = 7};
    for (int i = 0; i < CV_N_LAW_COLUMNS; i++) c.at[i] = i;
    for (int i = 0; i < CV_N_LAW_COLUMNS; i++) {
        const char *end = strchr(text, ';');
        c.cell[i] = (cv_str){text, end ? end - text : (int64_t)strlen(text)};
        if (!end) break;
        text = end + 1;
    }
    return c;
}

/* "gt 1/3 registered", "le 2000", bases joined by |, group, "each area". */
static void show_condition(cv_text *to, const cv_law_condition *c)
{
    cv_text_addf(to, "[%d] %s %s %lld/%lld", c->group, cv_law_quantity_word(c->part).s,
                 cv_law_relation_word(c->relation).s, (long long)c->p, (long long)c->q);
    for (int32_t i = 0; i < c->n_bases; i++)
        cv_text_addf(to, "%s%s", i ? "|" : " ", cv_law_quantity_word(c->base[i]).s);
    if (c->absolute) cv_text_addf(to, " absolute");
    if (c->each_area) cv_text_addf(to, " each area");
}

static const char *conditions_of(const char *line)
{
    cv_law_cells c = cells_of(line);
    cv_law_rule r;
    cv_error err = {0};
    cv_text to = cv_text_open(&keep);
    if (cv_law_line_read(&r, &c, &keep, &err) != CV_OK)
        return cv_str_format(&keep, "%lld: %s / %s", (long long)err.column, err.text, err.hint).s;
    for (int32_t i = 0; i < r.n_conditions; i++) {
        if (i) cv_text_addf(&to, ", ");
        show_condition(&to, &r.condition[i]);
    }
    return cv_str_copy(&keep, cv_text_str(&to)).s;
}

static const struct {
    const char *line, *expected;
} rows[] = {
  /* key;jurisdiction;from;to;numerator;relation;p;q;denominator;extra;modal;scope;effect;value;source;status;note
  */
    {"void.by_stations;kg;;;registered(invalid stations);gt;1;3;registered;;may;;;;art. "
     "37;secondary",                                                                       "[0] registered(invalid stations) gt 1/3 registered"                                      },
    {"recount.auto;us-mi;;;margin;le;2000;;;;must;;;;NCSL;secondary",
     "[0] margin le 2000/1 absolute"                                                                                                                                                      },
    {"recount.auto;us-ct;;;margin;lt;5;1000;valid|ballots;AND margin le "
     "2000;must;;;;NCSL;secondary",                                                        "[0] margin lt 5/1000 valid|ballots, [0] margin le 2000/1 absolute"                       },
    {"recount.auto;us-hi;;;margin;le;25;10000;ballots;OR margin le 100;must;;;;NCSL;secondary",
     "[0] margin le 25/10000 ballots, [1] margin le 100/1 absolute"                                                                                                                       },
    {"win.x;bo;;;votes(leader);gt;1;2;valid;OR votes(leader) ge 40/100 valid AND margin ge 10/100 "
     "valid;must;;;;art. 166;read",                                                        "[0] votes(leader) gt 1/2 valid, [1] votes(leader) ge 2/5 valid, [1] margin ge 1/10 valid"},
    {"list.threshold;kg;;;votes(list);ge;5;100;registered;AND votes(list) ge 5/1000 registered "
     "each area;must;;;;x;read",                                                           "[0] votes(list) ge 5/100 registered, [0] votes(list) ge 1/200 registered each area"      },
    {"turnout.min;kg;;;participants;ge;?;?;registered;;must;;;;art. 46;unverified",
     "[0] participants ge 0/0 registered"                                                                                                                                                 },
    {"turnout.min;x;;;participants;ge;1;3;?;;must;;;;x;read",
     "[0] participants ge 1/3 valid|valid+blank|ballots|participants"                                                                                                                     },
    {"win.x;ca;;;votes(leader);max;;;;;must;;;;x;read",                                         ""                                                                                        },
    {"turnout.min;x;;;;;;;;;;;;none;x;read",                                                    ""                                                                                        },
    {"station.invalid;ua;;;other: illegal votes;gt;5;100;issued;;may;;;;x;read",
     "[0] other gt 5/100 issued"                                                                                                                                                          },
 /* what is wrong, with the cell that is */
    {"void.by_station;kg;;;;;;;;;;;;;x;read",
     "1: unknown key 'void.by_station' / did you mean 'void.by_stations'?"                                                                                                                },
    {"win.;kg;;;;;;;;;;;;;x;read",                                                              "1: unknown key 'win.' / did you mean 'win.'?"                                            },
    {"against_all;kg;2005-13;;;;;;;;;;;;x;read",
     "3: '2005-13' is not a date / dates are written 2005, 2005-03 or 2005-03-27"                                                                                                         },
    {"against_all;kg;2005-03-01T10:00;;;;;;;;;;;;x;read",
     "3: '2005-03-01T10:00' is not a date / dates are written 2005, 2005-03 or 2005-03-27"                                                                                                },
    {"against_all;kg;2006;2005;;;;;;;;;;;x;read",                                               "4: ends before it begins: '2005' / "                                                     },
    {"turnout.min;x;;;participant;ge;1;3;registered;;must;;;;x;read",
     "5: unknown quantity 'participant' / did you mean 'participants'?"                                                                                                                   },
    {"turnout.min;x;;;participants;>=;1;3;registered;;must;;;;x;read",
     "6: unknown relation '>=' / one of: lt, le, eq, ge, gt, max, top, words"                                                                                                             },
    {"turnout.min;x;;;participants;;1;3;registered;;must;;;;x;read",
     "6: 'turnout.min' needs a relation / "                                                                                                                                               },
    {"turnout.min;x;;;participants;ge;;;registered;;must;;;;x;read",
     "7: 'turnout.min' needs a number / '?' says that the number was not found"                                                                                                           },
    {"turnout.min;x;;;participants;ge;0,5;;registered;;must;;;;x;read",
     "7: '0,5' is not a whole number up to 10^9 / '?' says that the number was not found"                                                                                                 },
    {"turnout.min;x;;;participants;ge;1;0;registered;;must;;;;x;read",
     "8: '0' is not a whole number from 1 to 10^9 / "                                                                                                                                     },
    {"turnout.min;x;;;participants;ge;?;3;registered;;must;;;;x;read",
     "8: '3' under a number that was not found / "                                                                                                                                        },
    {"turnout.min;x;;;participants;ge;1;3;electors;;must;;;;x;read",
     "9: unknown quantity 'electors' / what no figure on record answers is written 'other: words'"                                                                                        },
    {"recount.auto;x;;;margin;lt;5;1000;valid;whichever is smaller;must;;;;x;read",
     "10: not a condition: 'whichever is smaller' / a condition is written 'AND margin ge 10/100 "
     "valid'; remarks go to the column 'note'"                                                                                                                                            },
    {"recount.auto;x;;;margin;lt;5;1000;valid;AND margin under 3;must;;;;x;read",
     "10: not a condition: 'margin under 3' / a condition is written 'AND margin ge 10/100 valid'; "
     "remarks go to the column 'note'"                                                                                                                                                    },
    {"turnout.min;x;;;participants;ge;1;3;registered;;shall;;;;x;read",
     "11: unknown modal 'shall' / one of: must, may, must not, on request, recommended"                                                                                                   },
    {"lapse;x;;;;;;;;;;;;refuse;x;read",                                                        "14: unknown value 'refuse' / did you mean 'refused'?"                                    },
    {"grounds;x;;;;;;;;;;;;;x;read",                                                            "14: 'grounds' needs a value / "                                                          },
    {"turnout.min;x;;;participants;ge;1;3;registered;;must;;;;;read",
     "15: 'turnout.min' has no citation / name the article, or who reports it, in the column "
     "'source'"                                                                                                                                                                           },
    {"turnout.min;x;;;participants;ge;1;3;registered;;must;;;;art. 1;",
     "16: unknown mark '' / one of: read, secondary, unverified"                                                                                                                          },
    {"clock.complaint;x;;;days;;;;act;;must;;;;x;read",                                         "7: 'clock.complaint' needs a number / "                                                  },
    {"clock.complaint;x;;;day;;3;;act;;must;;;;x;read",
     "5: unknown unit 'day' / did you mean 'days'?"                                                                                                                                       },
    {"calendar.offset;x;;;;;;;;;;;;+5;x;read",
     "14: '+5' is not an offset from UTC / offsets are written +05:00"                                                                                                                    },
    {"calendar.holiday;x;;;;;;;;;;;;2005-03-08 2005-02-30;x;read",
     "14: '2005-02-30' is not a day / days are written 2005-03-08, with a space between two"                                                                                              },
};

static void reads_conditions_and_says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = conditions_of(rows[i].line);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("%s:\n  %s\nnot\n  %s", rows[i].line, found, rows[i].expected);
    }
}

static const char *day_text(const char *text, bool last)
{
    cv_date d;
    if (!cv_law_day_parse(&d, cv_str_of(text), last)) return "none";
    return cv_date_text(d, &keep).s;
}

/* A year or month begins with its first day and ends with its last. */
static void a_year_or_month_has_a_first_and_a_last_day(void **state)
{
    (void)state;
    assert_string_equal(day_text("2005", false), "2005-01-01");
    assert_string_equal(day_text("2005", true), "2005-12-31");
    assert_string_equal(day_text("2005-02", true), "2005-02-28");
    assert_string_equal(day_text("2004-02", true), "2004-02-29");
    assert_string_equal(day_text("2005-06", true), "2005-06-30");
    assert_string_equal(day_text("2005-03-27", true), "2005-03-27");
    assert_string_equal(day_text("2005-03-27T02:30", false), "2005-03-27T02:30");
    assert_string_equal(day_text("200", false), "none");
    assert_string_equal(day_text("20x5", false), "none");
    assert_string_equal(day_text("2005-3", false), "none");
}

static void an_offset_has_a_sign_hours_and_minutes(void **state)
{
    (void)state;
    int32_t m = 1;
    assert_true(cv_law_offset_parse(&m, CV_STR("+05:00")));
    assert_int_equal(m, 300);
    assert_true(cv_law_offset_parse(&m, CV_STR("-03:30")));
    assert_int_equal(m, -210);
    assert_true(cv_law_offset_parse(&m, CV_STR("+14:00")));
    assert_false(cv_law_offset_parse(&m, CV_STR("+14:01")));
    assert_false(cv_law_offset_parse(&m, CV_STR("+05:60")));
    assert_false(cv_law_offset_parse(&m, CV_STR("05:00")));
    assert_int_equal(m, 840);
}

static void families_of_keys_take_any_name(void **state)
{
    (void)state;
    assert_non_null(cv_law_key_named(CV_STR("win.round1")));
    assert_non_null(cv_law_key_named(CV_STR("clock.list_error")));
    assert_null(cv_law_key_named(CV_STR("clock.")));
    assert_null(cv_law_key_named(CV_STR("turnout.min.first")));
}

/* The reference has a row for every key and column, and names every quantity. */
static void the_reference_is_complete(void **state)
{
    (void)state;
    cv_str text;
    cv_error err;
    cv_str path = cv_str_format(&keep, "%s/docs/reference/law.md", getenv("CANVASS_ROOT"));
    assert_int_equal(cv_file_read(&text, path, 1 << 20, &keep, &err), CV_OK);
    for (int32_t i = 0; i < CV_N_LAW_KEYS; i++) {
        cv_str row = cv_str_format(&keep, "\n| `%s`", CV_LAW_KEYS[i].name);
        if (cv_str_find(text, row, 0) < 0) fail_msg("no row for %s", CV_LAW_KEYS[i].name);
    }
    for (int i = 0; i < CV_N_LAW_COLUMNS; i++)
        if (cv_str_find(text, cv_str_format(&keep, "`%.*s`", CV_ARG(CV_LAW_COLUMNS[i])), 0) < 0)
            fail_msg("no column %s", CV_LAW_COLUMNS[i].s);
    for (int i = CV_LAW_NOTHING + 1; i < CV_LAW_OTHER; i++) {
        cv_str word = cv_law_quantity_word((cv_law_quantity)i);
        if (cv_str_find(text, cv_str_format(&keep, "`%.*s`", CV_ARG(word)), 0) < 0)
            fail_msg("no quantity %s", word.s);
    }
}

static void a_shipped_line_names_its_jurisdiction(void **state)
{
    (void)state;
    cv_law_cells c = cells_of("title;;;;;;;;;;;;;Kyrgyzstan");
    cv_law_rule r;
    cv_error err;
    assert_int_equal(cv_law_line_read(&r, &c, &keep, &err), CV_OK);
    assert_int_equal(r.line, 7);
    c.needs_place = true;
    assert_int_equal(cv_law_line_read(&r, &c, &keep, &err), CV_E_INPUT);
    assert_string_equal(err.text, "'title' names no jurisdiction");
    assert_int_equal(err.line, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_conditions_and_says_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_year_or_month_has_a_first_and_a_last_day, set_up,
                                        tear_down),
        cmocka_unit_test(an_offset_has_a_sign_hours_and_minutes),
        cmocka_unit_test(families_of_keys_take_any_name),
        cmocka_unit_test_setup_teardown(the_reference_is_complete, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_shipped_line_names_its_jurisdiction, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

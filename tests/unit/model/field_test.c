#include "../row.h"

#include <stdlib.h>

#include "base/file.h"
#include "model/field.h"

static void every_fixed_field_is_found_by_its_id(void **state)
{
    (void)state;
    for (cv_field f = 0; f < CV_F_FIXED; f++) assert_int_equal(cv_field_named(CV_FIELDS[f].id), f);
    assert_int_equal(cv_field_named(CV_STR("reg_main")), CV_F_REG_MAIN);
    assert_int_equal(cv_field_named(CV_STR("fewer")), CV_F_FEWER);
    assert_int_equal(cv_field_named(CV_STR("Reg_main")), CV_F_NONE);
    assert_int_equal(cv_field_named(CV_STR("")), CV_F_NONE);
}

static void turnout_fields_carry_their_minute(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        int minute; /* -1: not a turnout field */
    } rows[] = {
        {"t[12:00]",  720 },
        {"t[00:00]",  0   },
        {"t[17:05]",  1025},
        {"t[24:00]",  1440},
        {"t[24:01]",  -1  },
        {"t[25:00]",  -1  },
        {"t[12:60]",  -1  },
        {"t[1200]",   -1  },
        {"t[12:00",   -1  },
        {"x[12:00]",  -1  },
        {"t[ab:00]",  -1  },
        {"t[12:00]]", -1  },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int16_t minute = -1;
        bool is = cv_field_is_turnout(cv_str_of(rows[i].id), &minute);
        if (is != (rows[i].minute >= 0) || minute != rows[i].minute) fail_msg("%s", rows[i].id);
    }
}

static void states_are_not_numbers(void **state)
{
    (void)state;
    assert_true(cv_cell_is_number(0));
    assert_false(cv_cell_is_number(CV_CELL_BLANK));
    assert_true(cv_cell_count(CV_CELL_BLANK) == CV_BLANK);
    assert_true(cv_cell_count(CV_CELL_ABSENT) == CV_BLANK);
    assert_true(cv_cell_count(7) == 7);
}

/* docs/reference/fields.md has a row for every fixed field under its kind, in the same order. */
static void the_vocabulary_has_a_page(void **state)
{
    (void)state;
    static const char *const heading[] = {"\n## Persons\n", "\n## Papers\n", "\n## Votes\n"};
    const char *root = getenv("CANVASS_ROOT");
    cv_arena keep = cv_arena_open();
    cv_str path =
        cv_path_join(cv_str_of(root ? root : "."), CV_STR("docs/reference/fields.md"), &keep);
    cv_str text;
    assert_int_equal(cv_file_read(&text, path, 1 << 20, &keep, NULL), CV_OK);
    int64_t at = 0;
    int kind = -1;
    for (cv_field f = 0; f < CV_F_FIXED; f++) {
        if (kind != (int)CV_FIELDS[f].kind) {
            kind = (int)CV_FIELDS[f].kind;
            at = cv_str_find(text, cv_str_of(heading[kind]), at);
        }
        cv_str row = cv_str_format(&keep, "\n| `%.*s` | %.*s | ", CV_ARG(CV_FIELDS[f].id),
                                   CV_ARG(CV_FIELDS[f].name));
        int64_t next = at < 0 ? -1 : cv_str_find(text, row, at);
        if (next < 0) fail_msg("fields.md has not, in its place:%.*s", CV_ARG(row));
        at = next;
    }
    int32_t n = 0;
    for (at = 0; (at = cv_str_find(text, CV_STR("\n| `"), at)) >= 0; at++) n++;
    assert_int_equal(n, CV_F_FIXED);
    cv_arena_close(&keep);
}

static void own_lines_have_their_forms(void **state)
{
    (void)state;
    const struct {
        const char *id;
        bool own;
        const char *option;
    } at[] = {
        {"x_home",            true,  "" },
        {"x_",                false, "" },
        {"valid_words",       true,  "" },
        {"t[12:00]_words",    true,  "" },
        {"vaild_words",       false, "" },
        {"_words",            false, "" },
        {"opt[A]_words",      true,  "A"},
        {"opt[A]",            false, "A"},
        {"opt[]_words",       false, "" },
        {"listpage[A]",       true,  "A"},
        {"listpage[]",        false, "" },
        {"listpage[A]_words", false, "A"},
        {"listpage",          false, "" },
        {"pref[A][3]",        true,  "A"},
        {"pref[A][]",         false, "A"},
        {"pref[A]",           false, "A"},
        {"signed",            false, "" },
    };
    for (size_t i = 0; i < N_ROWS(at); i++) {
        ROW_INT(at[i].id, cv_field_is_own(cv_str_of(at[i].id)), at[i].own);
        ROW_STR(at[i].id, cv_field_option(cv_str_of(at[i].id)), cv_str_of(at[i].option));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixed_field_is_found_by_its_id),
        cmocka_unit_test(turnout_fields_carry_their_minute),
        cmocka_unit_test(states_are_not_numbers),
        cmocka_unit_test(own_lines_have_their_forms),
        cmocka_unit_test(the_vocabulary_has_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "book.h"

#include "read/workbook.h"

#include "keep.h"

static cv_workbook *opened(cv_str bytes, cv_error *err)
{
    cv_workbook *w = NULL;
    cv_workbook_open(&w, bytes, CV_STR("x.xlsx"), &CV_TABLE_FORMAT_DEFAULT.limits, &keep, err);
    return w;
}

static void parts(void **state)
{
    (void)state;
    book_parts b = {
        .sheet = {HEAD, "",               HEAD             },
        .states = {NULL, "state='hidden'", "state='visible'"},
        .texts = "<si><t>one</t></si><si/><si><r><t>t</t></r><r><t>wo</t></r></si>",
        .styles = "<cellXfs><xf numFmtId='0'/><xf/><xf numFmtId='14'/></cellXfs>",
    };
    cv_workbook *w = opened(book(&b, &keep), NULL);
    assert_non_null(w);
    assert_int_equal(w->n_sheets, 3);
    assert_true(cv_str_eq(w->sheet[1].name, CV_STR("S2")));
    assert_true(cv_str_eq(w->sheet[2].part, CV_STR("xl/worksheets/sheet3.xml")));
    assert_false(w->sheet[0].is_hidden);
    assert_true(w->sheet[1].is_hidden);
    assert_false(w->sheet[2].is_hidden);
    assert_int_equal(w->n_texts, 3);
    assert_true(cv_str_eq(w->text[0], CV_STR("one")));
    assert_true(cv_str_eq(w->text[1], CV_STR("")));
    assert_true(cv_str_eq(w->text[2], CV_STR("two")));
    assert_int_equal(w->n_shown, 3);
    assert_int_equal(w->shown[1], CV_SHOWN_PLAIN);
    assert_int_equal(w->shown[2], CV_SHOWN_DATE);
    assert_false(w->from_1904);
}

static void choice(void **state)
{
    (void)state;
    book_parts b = {
        .sheet = {HEAD, "<row r='1'/>", HEAD            },
          .states = {NULL, NULL,           "state='hidden'"}
    };
    cv_workbook *w = opened(book(&b, &keep), NULL);
    cv_arena scratch = cv_arena_open();
    cv_error err = {0};
    int32_t chosen[BOOK_SHEETS], n;
    assert_int_equal(cv_workbook_choose(chosen, &n, w, CV_STR("*"), scratch, &err), CV_OK);
    assert_int_equal(n, 2);
    assert_int_equal(chosen[1], 2);
    assert_int_equal(cv_workbook_choose(chosen, &n, w, CV_STR("S2"), scratch, &err), CV_OK);
    assert_int_equal(n, 1);
    assert_int_equal(chosen[0], 1);
    assert_int_equal(cv_workbook_choose(chosen, &n, w, CV_STR("S9"), scratch, &err), CV_E_INPUT);
    assert_string_equal(err.hint, "it has 'S1', 'S2', 'S3' (hidden)");
    assert_int_equal(cv_workbook_choose(chosen, &n, w, CV_STR(""), scratch, &err), CV_E_INPUT);
    assert_string_equal(err.text, "'x.xlsx' has 2 sheets with data");
    assert_string_equal(err.hint,
                        "say which in election.json, \"sheet\": \"S1\"; or \"*\" for all; "
                        "it has 'S1', 'S3' (hidden)");
    cv_arena_close(&scratch);
}

#define TYPES                                                                                      \
    {                                                                                              \
        "[Content_Types].xml", CV_STR("<Types/>"), NULL                                            \
    }
#define RELATIONS(target)                                                                          \
    {                                                                                              \
        "_rels/.rels",                                                                             \
            CV_STR("<Relationships><Relationship Id='a' Type='" BOOK_RELATIONS                     \
                   "/officeDocument' Target='" target "'/></Relationships>"),                      \
            NULL                                                                                   \
    }

static const struct {
    const char *name;
    pack_member m[4];
    int n;
    const char *want; /* the error; "": opened, without sheets */
} others[] = {
    {"a workbook elsewhere",
     {TYPES, RELATIONS("/xl/workbook22.xml"), {"xl/workbook22.xml", CV_STR("<workbook/>"), NULL}},
     3,                                                                                               ""                                                                  },
    {"no list of relations",     {TYPES, {"xl/workbook.xml", CV_STR("<workbook/>"), NULL}},        2, ""                                                                  },
    {"a sheet from elsewhere",
     {TYPES,
      {"xl/workbook.xml", CV_STR("<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>"),
       NULL},
      {"xl/_rels/workbook.xml.rels",
       CV_STR("<Relationships><Relationship Id='1' Type='x/worksheet' Target='http://a/b' "
              "TargetMode='External'/></Relationships>"),
       NULL}},
     3,                                                                                               ""                                                                  },
    {"a chart",
     {TYPES,
      {"xl/workbook.xml", CV_STR("<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>"),
       NULL},
      {"xl/_rels/workbook.xml.rels",
       CV_STR("<Relationships><Relationship Id='1' Type='x/chartsheet' "
              "Target='c.xml'/></Relationships>"),
       NULL}},
     3,                                                                                               ""                                                                  },
    {"binary",
     {TYPES, RELATIONS("xl/workbook.bin"), {"xl/workbook.bin", CV_STR("x"), NULL}},
     3,                                                                                               "'x.xlsx' is a binary workbook (.xlsb), which canvass does not read"},
    {"no workbook",
     {TYPES, RELATIONS("xl/workbook.xml")},
     2,                                                                                               "'x.xlsx' does not look like a workbook: its parts are not there"   },
    {"texts that are not there",
     {TYPES,
      {"xl/workbook.xml", CV_STR("<workbook/>"), NULL},
      {"xl/_rels/workbook.xml.rels",
       CV_STR("<Relationships><Relationship Id='1' Type='x/sharedStrings' "
              "Target='s.xml'/></Relationships>"),
       NULL}},
     3,                                                                                               "'x.xlsx' has no part 'xl/s.xml'"                                   },
};

static void other_packages(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(others); i++) {
        cv_error err = {0};
        cv_workbook *w =
            opened(pack(archive_write_set_format_zip, NULL, others[i].m, others[i].n, &keep), &err);
        ROW_STR(others[i].name, cv_str_of(err.text), cv_str_of(others[i].want));
        if (w) ROW_INT(others[i].name, w->n_sheets, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(choice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_packages, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

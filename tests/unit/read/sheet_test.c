#include "book.h"

#include "read/sheet.h"

#include "keep.h"

/* What stands in the sheet, and what comes out of it as a table: dump.h says how it is written. */
static const struct {
    const char *name;
    book_parts book;
    const char *want;
} sheets[] = {
    {"the smallest",
     {.sheet = {HEAD ROW("2", TEXT("A2", "x") NUMBER("B2", "1"))}},
     "@!S1 [a][b]\n2 x|1\n.1\n"                                                                                                                  },
    {"only a header",                                                           {.sheet = {HEAD}},           "@!S1 [a][b]\n.0\n"                 },

 /* numbers are doubles in text */
    {"whole numbers however written",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "12.0") NUMBER("B2", "1E3"))
                    ROW("3", NUMBER("A3", "-0") NUMBER("B3", "9007199254740991"))}},
     "@!S1 [a][b]\n2 12|1000\n3 0|9007199254740991\n.2\n"                                                                                        },
    {"what is no whole number stays as it is",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "12.5") NUMBER("B2", "-3"))
                    ROW("3", NUMBER("A3", "9007199254740992") NUMBER("B3", "1E300"))}},
     "@!S1 [a][b]\n2 12.5|-3\n3 9007199254740992|1E300\n.2\n"                                                                                    },

 /* types of cells */
    {"a shared text",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='s'><v>1</v></c><c r='B2' t='s'><v>0</v></c>")},
      .texts = "<si><t>zero</t></si><si><t>one</t></si>"},
     "@!S1 [a][b]\n2 one|zero\n.1\n"                                                                                                             },
    {"a shared text of several runs, without its reading aid",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='s'><v>0</v></c>")},
      .texts = "<si><r><rPr/><t xml:space='preserve'>To </t></r><r><t>kyo</t></r><rPh sb='0' "
               "eb='1'><t>tokyo</t></rPh><phoneticPr fontId='1'/></si>"},
     "@!S1 [a][b]\n2 To kyo|\n.1\n"                                                                                                              },
    {"an inline text of several runs, without its reading aid",
     {.sheet = {HEAD ROW(
          "2", "<c r='A2' "
               "t='inlineStr'><is><r><t>To</t></r><rPh><t>x</t></rPh><r><t>kyo</t></r></is></c>")}},
     "@!S1 [a][b]\n2 Tokyo|\n.1\n"                                                                                                               },
    {"a text of a formula, a boolean, an error, a date as text",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='str'><f>B1</f><v>x</v></c><c r='B2' t='b'><v>1</v></c>")
                    ROW("3",
                        "<c r='A3' t='e'><v>#REF!</v></c><c r='B3' t='d'><v>2025-05-18</v></c>")}},
     "@!S1 [a][b]\n2 x|TRUE\n3 #REF!|2025-05-18\n.2\n"                                                                                           },
    {"character references and escapes",
     {.sheet = {HEAD ROW("2", TEXT("A2", "&#321;&#xF3;d&#378; &lt;&amp;&gt;")
                                  TEXT("B2", "x_x000D__x0041_y_x00zz_"))}},
     "@!S1 [a][b]\n2 Łódź <&>|x\rAy_x00zz_\n.1\n"                                                                                             },
    {"spaces around a text",
     {.sheet = {HEAD ROW("2", TEXT("A2", " x ") "<c r='B2' t='s'><v>0</v></c>")},
      .texts = "<si><t> y </t></si>"},
     "@!S1 [a][b]\n2 x|y\n.1 trimmed 2\n"                                                                                                        },
    {"a formula's stored value; without one its text, which is no number",
     {.sheet = {HEAD ROW("2", "<c r='A2'><f>1+1</f><v>2</v></c><c r='B2'><f>SUM(B1:B9)</f></c>")}},
     "@!S1 [a][b]\n2 2|=SUM(B1:B9)\n.1\n"                                                                                                        },
    {"a formula that gives an empty text",
     {.sheet = {HEAD ROW("2", "<c r='A2'><v>1</v></c><c r='B2' t='str'><f>\"\"</f><v></v></c>")}},
     "@!S1 [a][b]\n2 1|\n.1\n"                                                                                                                   },

 /* where cells stand */
    {"cells by their reference, not in a row",
     {.sheet = {ROW("1", TEXT("A1", "a") TEXT("B1", "b") TEXT("C1", "c"))
                    ROW("2", NUMBER("A2", "1") NUMBER("C2", "3")) ROW("3", NUMBER("B3", "2"))}},
     "@!S1 [a][b][c]\n2 1||3\n3 |2|\n.2\n"                                                                                                       },
    {"cells and rows without reference",
     {.sheet = {"<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row><c><v>1</v></c><c "
                "r='B2'><v>2</v></c></row>"}},
     "@!S1 [a][b]\n2 1|2\n.1\n"                                                                                                                  },
    {"a column without a name",
     {.sheet = {ROW("1", TEXT("A1", "a") TEXT("C1", "c")) ROW("2", NUMBER("B2", "2"))}},
     "@!S1 [a][][c]\n2 |2|\n.1\n"                                                                                                                },
    {"cells that were merged",
     {.sheet = {HEAD ROW("2", TEXT("A2", "x") "<c r='B2'/>")
                    ROW("3", "<c r='A3'/>" NUMBER("B3", "3"))},
      .after = "<mergeCells count='1'><mergeCell ref='A2:A3'/></mergeCells>"},
     "@!S1 [a][b]\n2 x|\n3 |3\n.2\n"                                                                                                             },
    {"rows without a value are blank lines, there or not; none after the last",
     {.sheet = {HEAD ROW("2", "<c r='A2' s='1'/>") ROW("5", NUMBER("A5", "1"))
                    ROW("6", "<c r='A6'/>") ROW("7", TEXT("A7", " "))}},
     "@!S1 [a][b]\n5 1|\n.1 blank line 3@2\n"                                                                                                    },
    {"a value right of the header",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "1") TEXT("D2", "note")) ROW("3", NUMBER("A3", "2"))}},
     "@!S1 [a][b]\n2 R01.4 1|\n3 2|\n.2\n"                                                                                                       },
    {"the header again",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "1")) ROW("3", TEXT("A3", "a") TEXT("B3", "b"))}},
     "@!S1 [a][b]\n2 1|\n.1 repeated header 1@3\n"                                                                                               },

 /* dates and percents are no counts */
    {"dates and percents by their style",
     {.sheet = {HEAD ROW("2", "<c r='A2' s='1'><v>45795</v></c><c r='B2' s='2'><v>0.5</v></c>") ROW(
          "3", "<c r='A3' s='3'><v>45795.75</v></c><c r='B3' s='0'><v>45795</v></c>")},
      .styles =
          "<numFmts><numFmt numFmtId='164' formatCode='dd.mm.yyyy\\ "
          "hh:mm'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf "
          "numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='164'/></cellXfs>"},
     "@!S1 [a][b]\n2 2025-05-18|50%\n3 2025-05-18T18:00|45795\n.2\n"                                                                             },
    {"days from 1904",
     {.sheet = {HEAD ROW("2", "<c r='A2' s='0'><v>44333</v></c>")},
      .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>",
      .properties = "date1904='1'"},
     "@!S1 [a][b]\n2 2025-05-18|\n.1\n"                                                                                                          },

 /* other writers */
    {"names with a prefix, strict namespaces",
     {.sheet =
          {"<x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c><x:c r='B1' "
           "t='str'><x:v>b</x:v></x:c></x:row><x:row r='2'><x:c r='A2'><x:v>1</x:v></x:c></x:row>"},
      .prefix = "x:",
      .is_strict = true},
     "@!S1 [a][b]\n2 1|\n.1\n"                                                                                                                   },

 /* which sheet */
    {"the only one with data",
     {.sheet = {"", ROW("3", "<c r='A3' s='1'/>"), HEAD ROW("2", NUMBER("A2", "1"))}},
     "@!S3 [a][b]\n2 1|\n.1\n"                                                                                                                   },
    {"a hidden one is one",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "1")), ""}, .states = {"state='hidden'"}},
     "@!S1 [a][b]\n2 1|\n.1\n"                                                                                                                   },
    {"several",                                                                 {.sheet = {HEAD, "", HEAD}}, "E2:0:0 '' has 2 sheets with data\n"},
    {"none",                                                                    {.sheet = {"", ""}},         "E2:0:0 '' has no sheet with data\n"},

 /* what contradicts itself */
    {"a row twice",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "1")) ROW("2", NUMBER("A2", "2"))}},
     "@!S1 [a][b]\n2 1|\nE2:2:0 the sheet cannot have this row here: '2'\n"                                                                      },
    {"rows that go back",
     {.sheet = {HEAD ROW("3", NUMBER("A3", "1")) ROW("2", NUMBER("A2", "2"))}},
     "@!S1 [a][b]\n3 1|\nE2:2:0 the sheet cannot have this row here: '2'\n"                                                                      },
    {"past the last row that a sheet has",
     {.sheet = {HEAD ROW("1048577", "")}},
     "@!S1 [a][b]\nE2:2:0 the sheet cannot have this row here: '1048577'\n"                                                                      },
    {"a cell of another row",
     {.sheet = {HEAD ROW("2", NUMBER("A3", "1"))}},
     "@!S1 [a][b]\nE2:2:0 the row cannot have this cell here: 'A3'\n"                                                                            },
    {"a cell twice",
     {.sheet = {HEAD ROW("2", NUMBER("A2", "1") NUMBER("A2", "2"))}},
     "@!S1 [a][b]\nE2:2:0 the row cannot have this cell here: 'A2'\n"                                                                            },
    {"no reference",
     {.sheet = {HEAD ROW("2", NUMBER("2", "1"))}},
     "@!S1 [a][b]\nE2:2:0 the row cannot have this cell here: '2'\n"                                                                             },
    {"an unknown type",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='z'><v>1</v></c>")}},
     "@!S1 [a][b]\nE2:2:0 a cell of unknown type: 'z'\n"                                                                                         },
    {"a shared text that is not there",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='s'><v>1</v></c>")}, .texts = "<si><t>x</t></si>"},
     "@!S1 [a][b]\nE2:2:0 there is no shared text '1'\n"                                                                                         },
    {"a shared text without a number",
     {.sheet = {HEAD ROW("2", "<c r='A2' t='s'><v>-1</v></c>")}, .texts = "<si><t>x</t></si>"},
     "@!S1 [a][b]\nE2:2:0 there is no shared text '-1'\n"                                                                                        },
    {"XML that breaks off",
     {.sheet = {HEAD "<row r='2'><c r='A2'>"}},
     "@!S1 [a][b]\nE2:2:0 the XML is not well formed: mismatched tag\n"                                                                          },
    {"a document type",
     {.sheet = {HEAD}, .texts = "<!DOCTYPE x><si/>"},
     "E2:2:0 the XML is not well formed: not well-formed (invalid token)\n"                                                                      },
};

static void rows_of(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(sheets); i++) {
        cv_str bytes = book(&sheets[i].book, &keep);
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        for (int one = 0; one < 2; one++) {
            f.one_thread = one;
            f.batch_rows = one;
            ROW_STR(sheets[i].name, dump_bytes(bytes, &f, &keep), cv_str_of(sheets[i].want));
        }
    }
}

/* ---- what election.json says about a sheet ---- */

static const book_parts three = {
    .sheet = {HEAD ROW("2", NUMBER("A2", "1")),  "",
              ROW("2", TEXT("A2", "c")) ROW("4", NUMBER("A4", "3"))},
    .states = {NULL,      "state='veryHidden'",        "state='hidden'"},
};

static const struct {
    const char *name, *sheet;
    int32_t n_header, header[2];
    char comment;
    cv_table_kind kind;
    const char *want;
} said[] = {
    {"a sheet by name",                     "S3", 1, {1},    0,   CV_TABLE_UNKNOWN, "@!S3 [c]\n4 3\n.1 blank line 2@1\n"},
    {"all with data",
     "*",                                         1,
     {1},
     0,                                                           CV_TABLE_UNKNOWN,
     "@!S1 [a][b]\n2 1|\n.1\n@!S3 [c]\n4 3\n.1 blank line 2@1\n"                                                        },
    {"a pattern",
     "S[12]",                                     1,
     {1},
     0,                                                           CV_TABLE_UNKNOWN,
     "@!S1 [a][b]\n2 1|\n.1\nE2:1:0 no header is found here\n"                                                          },
    {"no such sheet",
     "Results",                                   1,
     {1},
     0,                                                           CV_TABLE_UNKNOWN,
     "E2:0:0 no sheet of '' is named 'Results'\n"                                                                       },
    {"without a header",                    "S1", 0, {0},    0,   CV_TABLE_UNKNOWN, "@!S1 [][]\n1 a|b\n2 1|\n.2\n"      },
    {"the header in line 2",
     "S3",                                        1,
     {2},
     0,                                                           CV_TABLE_UNKNOWN,
     "@!S3 [c]\n4 3\n.1 line above the header 1@1 blank line 1@3\n"                                                     },
    {"two header lines",                    "S1", 2, {1, 2}, 0,   CV_TABLE_UNKNOWN, "@!S1 [a / 1][b]\n.0\n"             },
    {"two header lines, one of them blank",
     "S3",                                        2,
     {2, 3},
     0,                                                           CV_TABLE_UNKNOWN,
     "E2:3:0 no header is found here\n"                                                                                 },
    {"comments",                            "S1", 1, {1},    '1', CV_TABLE_UNKNOWN, "@!S1 [a][b]\n.0 comment line 1@2\n"},
    {"a workbook, as said",                 "S1", 1, {1},    0,   CV_TABLE_SHEET,   "@!S1 [a][b]\n2 1|\n.1\n"           },
    {"a workbook, although text was said",
     "S1",                                        1,
     {1},
     0,                                                           CV_TABLE_TEXT,
     "E2:0:0 '' is a workbook, not delimited text\n"                                                                    },
};

static void formats(void **state)
{
    (void)state;
    cv_str bytes = book(&three, &keep);
    for (size_t i = 0; i < N_ROWS(said); i++) {
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        f.sheet = cv_str_of(said[i].sheet);
        f.n_header_lines = said[i].n_header;
        for (int k = 0; k < said[i].n_header; k++) f.header_line[k] = said[i].header[k];
        f.comment = said[i].comment;
        f.kind = said[i].kind;
        ROW_STR(said[i].name, dump_bytes(bytes, &f, &keep), cv_str_of(said[i].want));
    }
}

/* Without a header a title in the first row must not make the table one column wide. */
static void width(void **state)
{
    (void)state;
    book_parts b = {
        .sheet = {ROW("1", TEXT("A1", "t")) ROW("2", NUMBER("A2", "1") NUMBER("B2", "2"))},
        .before = "<dimension ref='A1:B2'/>"};
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.n_header_lines = 0;
    ROW_STR("width", dump_bytes(book(&b, &keep), &f, &keep),
            CV_STR("@!S1 [][]\n1 t|\n2 1|2\n.2\n"));
}

/* ---- what is hidden is read, and counted ---- */

static void hidden(void **state)
{
    (void)state;
    book_parts b = {
        .sheet = {HEAD "<row r='2' hidden='1'>" NUMBER(
            "A2", "1") "</row><row r='3' hidden='true'/>"
                       "<row r='4' hidden='0'><c r='A4'><f>1</f><v>1</v></c><c r='B4' "
                       "t='e'><f>x</f><v>#N/A</v></c></row>"},
        .before = "<cols><col min='2' max='4' hidden='1'/><col min='5' max='5'/></cols>",
        .after = "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='B2:B3'/></mergeCells>",
        .states = {"state='hidden'"},
    };
    cv_table *t;
    const cv_table_member *m;
    cv_batch rows;
    assert_int_equal(
        cv_table_open_bytes(&t, CV_STR(""), book(&b, &keep), &CV_TABLE_FORMAT_DEFAULT, &keep, NULL),
        CV_OK);
    assert_int_equal(cv_table_next_member(t, &m, NULL), CV_OK);
    assert_int_equal(m->kind, CV_TABLE_SHEET);
    do assert_int_equal(cv_table_next(t, &rows, NULL), CV_OK);
    while (rows.n_rows);
    const cv_sheet_facts *facts = &cv_table_member_facts(t)->sheet;
    assert_true(facts->is_sheet);
    assert_true(facts->is_hidden);
    assert_int_equal(facts->hidden_rows, 1); /* row 3 has no value */
    assert_int_equal(facts->hidden_columns, 3);
    assert_int_equal(facts->formulas, 2);
    assert_int_equal(facts->errors, 1);
    assert_int_equal(facts->merged, 2);
    cv_table_close(t);
}

/* ---- limits ---- */

static void limits(void **state)
{
    (void)state;
    book_parts b = {.sheet = {HEAD ROW("2", TEXT("A2", "0123456789") NUMBER("B2", "1")) ROW(
                        "3", "<c r='A3' t='s'><v>0</v></c>") ROW("4", NUMBER("A4", "4"))},
                    .texts = "<si><t>0123456789</t></si>"};
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.cell_bytes = 9;
    ROW_STR("long cells", dump_bytes(book(&b, &keep), &f, &keep),
            CV_STR("@!S1 [a][b]\n2 R15.1 |\n3 R15.1 |\n4 4|\n.3\n"));
    f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.columns = 1;
    ROW_STR("columns", dump_bytes(book(&b, &keep), &f, &keep),
            CV_STR("E3:1:0 2 columns are past the limit of 1\n"));
    f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.expanded_bytes = 10000;
    b.before = cv_str_format(&keep, "<!--%20000s-->", "").s;
    ROW_STR("expansion", dump_bytes(book(&b, &keep), &f, &keep),
            CV_STR("E3:0:0 '' expands to more than 10000 bytes\n"));
    f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.members = 3;
    ROW_STR("members", dump_bytes(book(&b, &keep), &f, &keep),
            CV_STR("E3:0:0 '' has more than 3 members\n"));
}

/* ---- within archives ---- */

static void packed(void **state)
{
    (void)state;
    book_parts b = {.sheet = {HEAD ROW("2", NUMBER("A2", "1"))}};
    cv_str bytes = book(&b, &keep);
    pack_member m[] = {
        {"one.xlsx", bytes,            NULL},
        {"two.csv",  CV_STR("c\n3\n"), NULL}
    };
    cv_str zip = pack(archive_write_set_format_zip, NULL, m, 2, &keep);
    ROW_STR("zip", dump_bytes(zip, &CV_TABLE_FORMAT_DEFAULT, &keep),
            CV_STR("@!one.xlsx!S1 [a][b]\n2 1|\n.1\n@!two.csv [c]\n2 3\n.1\n"));
    cv_str xz = pack(archive_write_set_format_raw, archive_write_add_filter_xz, m, 1, &keep);
    ROW_STR("xz", dump_bytes(xz, &CV_TABLE_FORMAT_DEFAULT, &keep),
            CV_STR("@!S1 [a][b]\n2 1|\n.1\n"));
    pack_member inner = {"inner.zip", zip, NULL};
    cv_str outer = pack(archive_write_set_format_zip, NULL, &inner, 1, &keep);
    ROW_STR("zip in zip", dump_bytes(outer, &CV_TABLE_FORMAT_DEFAULT, &keep),
            CV_STR("E2:0:0 '!inner.zip' is an archive inside an archive\n"));
}

/* Cut anywhere, and with any bit flipped in the middle of a part, a workbook is refused or gives
 * what was in it. */
static void mutations(void **state)
{
    (void)state;
    book_parts b = {.sheet = {HEAD ROW("2", TEXT("A2", "x") NUMBER("B2", "1"))}};
    cv_str bytes = book(&b, &keep), want = CV_STR("@!S1 [a][b]\n2 x|1\n.1\n");
    char *copy = cv_new(&keep, char, bytes.n);
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.one_thread = true;
    for (int64_t i = 4; i < bytes.n; i += 7) {
        cv_arena own = cv_arena_open();
        cv_str got = dump_bytes(cv_str_cut(bytes, 0, i), &f, &own);
        assert_true(cv_str_find(got, CV_STR("E2:"), 0) >= 0);
        memcpy(copy, bytes.s, (size_t)bytes.n);
        copy[i] = (char)(copy[i] ^ 0x10);
        got = dump_bytes((cv_str){copy, bytes.n}, &f, &own);
        if (!cv_str_eq(got, want) && cv_str_find(got, CV_STR("E2:"), 0) < 0 &&
            cv_str_find(got, CV_STR("E3:"), 0) < 0)
            fail_msg("byte %lld: '%.*s'", (long long)i, CV_ARG(got));
        cv_arena_close(&own);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(formats, set_up, tear_down),
        cmocka_unit_test_setup_teardown(width, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hidden, set_up, tear_down),
        cmocka_unit_test_setup_teardown(limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(packed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mutations, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

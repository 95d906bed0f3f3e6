#include "dump.h"

#include <stdlib.h>

#include "keep.h"

/* Limits so small that a person can count: rows of 40 bytes, cells of 12. */
static cv_table_format small_format(void)
{
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.separator = ',';
    f.one_thread = true;
    f.limits.line_bytes = 40;
    f.limits.cell_bytes = 12;
    return f;
}

/* After the header "a,b" in line 1. */
static const struct {
    const char *name;
    cv_str text;
    const char *want;
    char quote, comment; /* quote 0 here: the usual one; '-': none */
} splits[] = {
    {"LF",                                                                      CV_STR("1,2\n3,4\n"),                                              "2 1|2\n3 3|4\n.2\n"                                                                    },
    {"CRLF",                                                                    CV_STR("1,2\r\n3,4\r\n"),                                          "2 1|2\n3 3|4\n.2\n"                                                                    },
    {"CR",                                                                      CV_STR("1,2\r3,4\r"),                                              "2 1|2\n3 3|4\n.2\n"                                                                    },
    {"mixed",                                                                   CV_STR("1,2\r3,4\n5,6\r\n"),                                       "2 1|2\n3 3|4\n4 5|6\n.3\n"                                                             },
    {"no final line end",                                                       CV_STR("1,2\n3,4"),                                                "2 1|2\n3 3|4\n.2\n"                                                                    },
    {"no final line end after a separator",                                     CV_STR("1,2\n3,"),                                                 "2 1|2\n3 3|\n.2\n"                                                                     },
    {"empty cells",                                                             CV_STR(",\n"),                                                     "2 |\n.1\n"                                                                             },
    {"quotes",                                                                  CV_STR("\"1\",\"2\"\n"),                                           "2 1|2\n.1\n"                                                                           },
    {"empty quotes",                                                            CV_STR("\"\",\"\"\n"),                                             "2 |\n.1\n"                                                                             },
    {"separator in quotes",                                                     CV_STR("\"1,5\",2\n"),                                             "2 1,5|2\n.1\n"                                                                         },
    {"doubled quote",                                                           CV_STR("\"a \"\"b\"\"\",2\n"),                                     "2 a \"b\"|2\n.1\n"                                                                     },
    {"only a doubled quote",                                                    CV_STR("\"\"\"\",2\n"),                                            "2 \"|2\n.1\n"                                                                          },
    {"LF in quotes",                                                            CV_STR("\"1\n2\",3\n4,5\n"),                                       "2 1\n2|3\n4 4|5\n.2\n"                                                                 },
    {"CRLF in quotes",                                                          CV_STR("\"1\r\n2\",3\r\n4,5\r\n"),                                 "2 1\r\n2|3\n4 4|5\n.2\n"                                                               },
    {"line ends around a cell stay",                                            CV_STR("\"\n1\n\",3\n"),                                           "2 \n1\n|3\n.1\n"                                                                       },
    {"quotes end the file",                                                     CV_STR("1,\"2\""),                                                 "2 1|2\n.1\n"                                                                           },

    {"spaces",                                                                  CV_STR(" 1 ,\t2\t\n"),                                             "2 1|2\n.1 trimmed 2\n"                                                                 },
    {"spaces in quotes",                                                        CV_STR("\" 1 \",2\n"),                                             "2 1|2\n.1 trimmed 1\n"                                                                 },
    {"no-break spaces",
     CV_STR("\xc2\xa0"
            "1,2\xe2\x80\xaf\n"),
     "2 1|2\n.1 trimmed 2\n"                                                                                                                                                                                                               },
    {"nothing but spaces",                                                      CV_STR("  ,2\n"),                                                  "2 |2\n.1 trimmed 1\n"                                                                  },
    {"letters that end like a space",                                           CV_STR("\xd1\xa0,\xc3\xa0\n"),                                     "2 \xd1\xa0|\xc3\xa0\n.1\n"                                                             },
    {"spaces around quotes",                                                    CV_STR("1, \"2,3\" \n4,5\n"),                                      "2 1|2,3\n3 4|5\n.2 trimmed 2\n"                                                        },
    {"spaces inside stay",                                                      CV_STR("a  b,2\n"),                                                "2 a  b|2\n.1\n"                                                                        },
    {"formula for text",                                                        CV_STR("=\"0012\",=\"3\"\n"),                                      "2 0012|3\n.1\n"                                                                        },
    {"quoted formula for text",                                                 CV_STR("\"=\"\"0012\"\"\",3\n"),                                   "2 0012|3\n.1\n"                                                                        },
    {"formula and line end",                                                    CV_STR("1,=\"2\n3\"\n"),                                           "2 1|2\n3\n.1\n"                                                                        },
    {"other formula",                                                           CV_STR("=1+2,3\n"),                                                "2 =1+2|3\n.1\n"                                                                        },

    {"blank lines",                                                             CV_STR("\n1,2\n\r\n  \n3,4\n"),                                    "3 1|2\n6 3|4\n.2 blank line 3@2\n"                                                     },
    {"blank last line without end",                                             CV_STR("1,2\n  "),                                                 "2 1|2\n.1 blank line 1@3\n"                                                            },
    {"comments",                                                                CV_STR("#x\n1,2\n#it's \"\n3,4"),                                  "3 1|2\n5 3|4\n.2 comment line 2@2\n",
     .comment = '#'},
    {"not a comment inside",                                                                         CV_STR("1,#2\n"),                                                                                                                     "2 1|#2\n.1\n",                                                                                                                     .comment = '#'},
    {"repeated header",                                                           CV_STR("1,2\na,b\n3,4\n"),                                                                                                                            "2 1|2\n4 3|4\n.2 repeated header 1@3\n"                                                                               },

    {"too few cells",                                 CV_STR("1\n3,4\n"),"2 R01.1 1|\n3 3|4\n.2\n"},
    {"too many cells",                                                CV_STR("1,2,3\n3,4\n"),                                                                                                                                           "2 R01.3 1|2\n3 3|4\n.2\n"                                                                                                                                                                                                                                                  },
    {"stray quote",                                               CV_STR("1,a\"b\n3,4\n"),"2 R08.2 1|\n3 3|4\n.2\n"},
    {"letter after a closing quote",                                                CV_STR("1,\"a\"b\n3,4\n"),                                                                                                                                            "2 R08.2 1|\n3 3|4\n.2\n"                                                                                                                                                                                                                                                                                                                                                                                                       },
    {"quote never closed",                                                CV_STR("1,\"2\n3,4\n5,6\n"),"2 R08.2 1|\n3 3|4\n4 5|6\n.3\n"},
    {"quote never closed in the last line",                                         CV_STR("1,2\n3,\"4"),                                                                                                                                     "2 1|2\n3 R08.2 3|\n.2\n"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     },
    {"quote closed by the next line's",                                                CV_STR("1,\"2\n\"3\",4\n"),"2 R08.2 1|\n3 3|4\n.2\n"},
    {"quote never closed within a row's length",
     CV_STR("1,\"2\n3,4444444444\n5,6666666666\n7,8888888888\n9,9\n"),
     "2 R08.2 1|\n3 3|4444444444\n4 5|6666666666\n5 7|8888888888\n6 9|9\n.5\n"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    },
    {"cells of swallowed lines are not the row's", CV_STR("\"1\n2\",3\"\n4,5\n"),
     "2 R08.1 |\n3 R08.1 |\n4 4|5\n.3\n"},
    {"bad bytes in a swallowed line",                                       CV_STR("1,\"2\n\xff\",3\"\n"),                                                                                                        "2 R08.2 1|\n3 R07.1 |\n.2\n"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       },
    {"quotes are ordinary",                                            CV_STR("1,\"2\n3,a\"b\n"),      "2 1|\"2\n3 3|a\"b\n.2\n",.quote = '-'},
    {"another quote",                                                CV_STR("'1,5',\"2\n"),                                                                                                "2 1,5|\"2\n.1\n",                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      .quote = '\''},

    {"cell of 12",     CV_STR("123456789012,2\n"),"2 123456789012|2\n.1\n"},
    {"cell of 13",                                                              CV_STR("1234567890123,2\n3,4\n"),                                                                                                 "2 R15.1 |2\n3 3|4\n.2\n"                                                                                                                                                                                                           },
    {"second cell of 13",                                                              CV_STR("1,1234567890123\n3,4\n"),                                  "2 R15.2 1|\n3 3|4\n.2\n"},
    {"row of 40",                                                       CV_STR("1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0\n3,4\n"),
     "2 R01.20 1|2\n3 3|4\n.2\n"                                                        },
    {"row of 41",                                                               CV_STR("1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,00\n3,4\n"),
     "2 R15.0 1|2\n3 3|4\n.2\n"                                                                                                                                                                                                           },
    {"row of 41 ends the file",                                                               CV_STR("1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,000"),
     "2 R15.0 1|2\n.1\n"                                                                                                                                                                                                            },
    {"row of 120",
     CV_STR("1,2,123456789012345678901234567890\"23456789012345678901234567890123456789"
            "012345678901234567890123456789012345678901234567890\n3,4\n"),
     "2 R15.0 1|2\n3 3|4\n.2\n"                                                                                                                                                                                                                   },

    {"bad bytes",                                                              CV_STR("1,\xff\n3,4\n"),                                                                         "2 R07.2 1|\n3 3|4\n.2\n"                                                                                                                                                                                                            },
    {"bad bytes in two cells",                                                               CV_STR("\xc3,\xff\n3,4\n"),                                            "2 R07.1 |\n3 3|4\n.2\n"                                  },
    {"bad bytes past the columns",                                                  CV_STR("1,2,\xff\n3,4\n"),                           "2 R07.4 1|2\n3 3|4\n.2\n"                                               },
    {"bad bytes and a stray quote",                                              CV_STR("\xff,a\"b\n3,4\n"),                                     "2 R07.1 |\n3 3|4\n.2\n"                                                                        },
    {"a zero byte",                                             CV_STR("1,2\0003\n3,4\n"),                                       "2 R07.2 1|\n3 3|4\n.2\n"                                                                  },
    {"the last cell ends too early",                                                             CV_STR("1,2\n3,\xe2\x82"),                                                         "2 1|2\n3 R07.2 3|\n.2\n"                                                                                 },
};

/* Every way to cut the text into blocks gives what is expected. */
static void split(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(splits); i++) {
        cv_table_format f = small_format();
        f.encoding = CV_UTF_8;
        f.comment = splits[i].comment;
        if (splits[i].quote) f.quote = splits[i].quote == '-' ? 0 : splits[i].quote;
        cv_str text = cv_str_format(&keep, "a,b\n%.*s", CV_ARG(splits[i].text));
        if (text.n != splits[i].text.n + 4) { /* a zero byte */
            char *p = cv_new(&keep, char, splits[i].text.n + 4);
            memcpy(p, "a,b\n", 4);
            memcpy(p + 4, splits[i].text.s, (size_t)splits[i].text.n);
            text = (cv_str){p, splits[i].text.n + 4};
        }
        cv_str want = cv_str_format(&keep, "@ [a][b]\n%s", splits[i].want);
        for (int32_t block = 1; block <= text.n + 1; block++) {
            f.block_bytes = block;
            f.batch_rows = 1 + block % 3;
            ROW_STR(splits[i].name, dump_bytes(text, &f, &keep), want);
        }
    }
}

/* ---- any text, cut anyhow ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 16;
}

static cv_str random_text(uint32_t *seed, int64_t n)
{
    static const char letters[] = "ab1,,,,\"\"\n\n\r \t=#\xc3\xa9\xff;";
    char *p = cv_new(&keep, char, n + 4);
    memcpy(p, "a,b\n", 4);
    for (int64_t i = 0; i < n; i++) p[4 + i] = letters[next_random(seed) % (sizeof letters - 1)];
    return (cv_str){p, n + 4};
}

static void any_block_size(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 150; i++) {
        cv_str text = random_text(&seed, 20 + next_random(&seed) % 150);
        cv_table_format f = small_format();
        f.encoding = i & 1 ? CV_UTF_8 : CV_WINDOWS_1252;
        f.comment = i & 2 ? '#' : 0;
        f.quote = i & 4 ? 0 : '"';
        f.block_bytes = 4096;
        cv_str want = dump_bytes(text, &f, &keep);
        for (int32_t block = 1; block < text.n; block += 1 + block / 8) {
            f.block_bytes = block;
            ROW_STR("random", dump_bytes(text, &f, &keep), want);
        }
    }
}

/* Cells written by the rules come back, whatever is in them. */
static void round_trip(void **state)
{
    (void)state;
    static const char letters[] = "ab,\"\n\r;=";
    uint32_t seed = 11;
    for (int i = 0; i < 200; i++) {
        cv_text text = cv_text_open(&keep), want = cv_text_open(&keep);
        cv_text_add(&text, CV_STR("a,b\n"));
        cv_text_add(&want, CV_STR("@ [a][b]\n"));
        int64_t line = 2;
        for (int r = 0; r < 5; r++) {
            cv_text_addf(&want, "%lld", (long long)line++);
            for (int k = 0; k < 2; k++) {
                cv_text_add(&text, k ? CV_STR(",\"x") : CV_STR("\"x"));
                cv_text_add(&want, k ? CV_STR("|x") : CV_STR(" x"));
                char last = 0;
                for (uint32_t n = next_random(&seed) % 5; n > 0; n--) {
                    char c = letters[next_random(&seed) % (sizeof letters - 1)];
                    cv_text_add(&text, (cv_str){&c, 1});
                    if (c == '"') cv_text_add(&text, (cv_str){&c, 1});
                    cv_text_add(&want, (cv_str){&c, 1});
                    line += c == '\r' || (c == '\n' && last != '\r');
                    last = c;
                }
                cv_text_add(&text, CV_STR("\""));
            }
            cv_text_add(&text, CV_STR("\n"));
            cv_text_add(&want, CV_STR("\n"));
        }
        cv_text_add(&want, CV_STR(".5\n"));
        cv_table_format f = small_format();
        ROW_STR("round trip", dump_bytes(cv_text_str(&text), &f, &keep), cv_text_str(&want));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(split, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_block_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(round_trip, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

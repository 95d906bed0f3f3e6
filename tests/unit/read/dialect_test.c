#include "../row.h"

#include "read/dialect.h"

static const struct {
    const char *name;
    cv_str text;
    char quote, comment, want;
} separators[] = {
    {"comma",                              CV_STR("a,b\n1,2\n"),                      '"', 0,   ',' },
    {"semicolon",                          CV_STR("a;b\n1;2\n"),                      '"', 0,   ';' },
    {"tab",                                CV_STR("a\tb\n1\t2\n"),                    '"', 0,   '\t'},
    {"bar",                                CV_STR("a|b\r\n1|2\r\n"),                  '"', 0,   '|' },
    {"decimal commas",                     CV_STR("a;b;c\nx;1,5;2,5\ny;2,5;1,5\n"),   '"', 0,   ';' },
    {"commas in quotes",                   CV_STR("a;b\n\"x,y,z\";2\n\"x,y,z\";2\n"), '"', 0,   ';' },
    {"commas in quotes that do not count", CV_STR("\"x,y,z\";2\n\"x,y,z\";2\n"),      0,   0,   ',' },
    {"one column",                         CV_STR("a\nb\n"),                          '"', 0,   ',' },
    {"nothing",                            CV_STR(""),                                '"', 0,   ',' },
    {"a name with a comma now and then",   CV_STR("name;v\nA, B;1\nC;2\nD, E;3\n"),   '"', 0,   ';' },
    {"line end in quotes",                 CV_STR("a;b\n\"x\ny\";1\nz;2\n"),          '"', 0,   ';' },
    {"comments do not vote",               CV_STR("#a,b\n#a,b\n#a,b\nx;y\n1;2\n"),    '"', '#', ';' },
    {"a quote in a comment",               CV_STR("#it's \"\nx;y\n1;2\n"),            '"', '#', ';' },
    {"more cells win a tie",               CV_STR("a,b;c;d\n1,2;3;4\n"),              '"', 0,   ';' },
    {"then the order",                     CV_STR("a,b;c\n1,2;3\n"),                  '"', 0,   ',' },
};

static void separator(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(separators); i++)
        ROW_INT(
            separators[i].name,
            cv_dialect_separator(separators[i].text, separators[i].quote, separators[i].comment),
            separators[i].want);
}

static const struct {
    const char *name;
    cv_str text;
    char want;
    int64_t length;
} declarations[] = {
    {"semicolon",             CV_STR("sep=;\na;b"),      ';',  6},
    {"CRLF",                  CV_STR("sep=,\r\na,b"),    ',',  7},
    {"tab",                   CV_STR("sep=\t\na"),       '\t', 6},
    {"upper case",            CV_STR("SEP=|\na"),        '|',  6},
    {"in quotes",             CV_STR("\"sep=;\"\na;b"),  ';',  8},
    {"a column of that name", CV_STR("sep=,b\n1,2"),     0,    0},
    {"nothing after it",      CV_STR("sep="),            0,    0},
    {"no line end",           CV_STR("sep=;"),           0,    0},
    {"a letter of two bytes", CV_STR("sep=\xc3\xa9\na"), 0,    0},
    {"not the first line",    CV_STR("\nsep=;\n"),       0,    0},
};

static void declared(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(declarations); i++) {
        int64_t length = 0;
        ROW_INT(declarations[i].name, cv_dialect_declared(declarations[i].text, &length),
                declarations[i].want);
        if (declarations[i].want) ROW_INT(declarations[i].name, length, declarations[i].length);
    }
}

static const struct {
    const char *name;
    cv_str text;
    int64_t want;
} lines[] = {
    {"LF",                        CV_STR("ab\ncd\n"),   3 },
    {"CRLF",                      CV_STR("ab\r\ncd\n"), 4 },
    {"CR",                        CV_STR("ab\rcd\n"),   3 },
    {"CR, no LF at all",          CV_STR("ab\rcd"),     3 },
    {"CR last: an LF may follow", CV_STR("ab\r"),       -1},
    {"no end",                    CV_STR("ab"),         -1},
    {"nothing",                   CV_STR(""),           -1},
    {"empty line",                CV_STR("\nab"),       1 },
    {"LF then CR",                CV_STR("\n\r"),       1 },
    {"two CRs",                   CV_STR("\r\r\n"),     1 },
};

static void line_length(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(lines); i++)
        ROW_INT(lines[i].name, cv_line_length(lines[i].text), lines[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(separator), cmocka_unit_test(declared),
                                       cmocka_unit_test(line_length)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

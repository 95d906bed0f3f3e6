#include "../row.h"

#include "report/show.h"

#define NOT_SHOWN "\xef\xbf\xbd"

static void names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *want;
    } rows[] = {
        {"empty",               "",                                             ""                                            },
        {"as written",          "Аскаров, კახა 李明 Nguyễn", "Аскаров, კახა 李明 Nguyễn"},
        {"an escape",           "a\033[2Jb",                                    "a" NOT_SHOWN "[2Jb"                          },
        {"a line end",          "a\nb",                                         "a" NOT_SHOWN "b"                             },
        {"an 8-bit control",
         "a\xc2\x9b"
         "2Jb",                                                                 "a" NOT_SHOWN "2Jb"                           },
        {"turns the direction",
         "5\xe2\x80\xae"
         "31",                                                                  "5" NOT_SHOWN "31"                            },
        {"not UTF-8",
         "a\xff\xfe"
         "b",                                                                   "a" NOT_SHOWN NOT_SHOWN "b"                   },
        {"cut in a character",  "a\xd0",                                        "a" NOT_SHOWN                                 },
        {"zero width joiner",   "\xe0\xa4\x95\xe2\x80\x8d",                     "\xe0\xa4\x95\xe2\x80\x8d"                    },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].name, cv_show_name(cv_str_of(rows[i].text), &keep),
                cv_str_of(rows[i].want));
    cv_arena_close(&keep);
}

static void wraps(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        int32_t at, indent, columns;
        const char *want;
    } rows[] = {
        {"fits",                    "one two",                   0, 0, 40, "one two\n"                  },
        {"exactly",                 "four five",                 0, 0, 9,  "four five\n"                },
        {"one too many",            "four five",                 0, 0, 8,  "four\nfive\n"               },
        {"indented",                "four five six",             2, 2, 10, "four\n  five six\n"         },
        {"a word that is too long", "incomprehensible",          0, 0, 8,  "incomprehensible\n"         },
        {"blanks are one",          "a   b",                     0, 0, 8,  "a b\n"                      },
        {"empty",                   "",                          0, 0, 8,  "\n"                         },
        {"by columns, not bytes",   "ოთხი ხუთი", 0, 0, 9,  "ოთხი ხუთი\n"},
        {"wide",                    "李明 王芳",             0, 0, 8,  "李明\n王芳\n"           },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_text t = cv_text_open(&keep);
        cv_look look = {.columns = rows[i].columns};
        cv_show_wrapped(&t, cv_str_of(rows[i].text), rows[i].at, rows[i].indent, &look);
        ROW_STR(rows[i].name, cv_text_str(&t), cv_str_of(rows[i].want));
    }
    cv_arena_close(&keep);
}

static void inks(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_look plain = CV_LOOK_DEFAULT, colour = {.columns = 100, .colour = true};
    cv_text t = cv_text_open(&keep);
    cv_show_ink(&t, CV_STR("open"), CV_INK_ASK, &plain);
    cv_show_ink(&t, CV_STR("|"), CV_INK_PLAIN, &colour);
    cv_show_ink(&t, CV_STR("open"), CV_INK_ASK, &colour);
    cv_show_ink(&t, CV_STR(""), CV_INK_BAD, &colour);
    ROW_STR("inks", cv_text_str(&t), CV_STR("open|\033[33mopen\033[0m"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names), cmocka_unit_test(wraps),
                                       cmocka_unit_test(inks)};
    return cmocka_run_group_tests_name("show", tests, NULL, NULL);
}

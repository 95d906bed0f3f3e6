#include "sample.h"

#include "report/html.h"

#define PAGE                                                                                       \
    "<!DOCTYPE html>\n<html lang=\"en\">\n<title>canvass</title>\n<body><div "                     \
    "id=\"app\"><!--canvass:answer--></div>\n<!--canvass:data-->\n<script>go()</script>\n</"       \
    "html>\n"

static cv_str written(sample *s, const cv_html_parts *parts)
{
    cv_arena scratch = cv_arena_open();
    cv_text t = cv_text_open(&s->keep);
    assert_int_equal(cv_html_review((cv_out){sample_put, &t}, &s->report, parts, scratch, NULL),
                     CV_OK);
    cv_arena_close(&scratch);
    return cv_text_str(&t);
}

static cv_str between(cv_str text, const char *open, const char *close)
{
    int64_t from = cv_str_find(text, cv_str_of(open), 0);
    if (from < 0) fail_msg("no '%s'", open);
    from += (int64_t)strlen(open);
    int64_t to = cv_str_find(text, cv_str_of(close), from);
    if (to < 0) fail_msg("no '%s'", close);
    return cv_str_cut(text, from, to);
}

static json_t *data_of(cv_str html)
{
    cv_str text = between(html, "id=\"canvass-review\">", "</script>");
    json_error_t why;
    json_t *root = json_loadb(text.s, (size_t)text.n, JSON_REJECT_DUPLICATES, &why);
    if (!root) fail_msg("line %d: %s", why.line, why.text);
    return root;
}

/* What jansson writes of a member found by names and numbers between dots. */
static cv_str at(const json_t *root, const char *path, cv_arena *keep)
{
    char word[64];
    while (root && *path) {
        size_t n = strcspn(path, ".");
        snprintf(word, sizeof word, "%.*s", (int)n, path);
        root = json_is_array(root) ? json_array_get(root, (size_t)(word[0] - '0'))
                                   : json_object_get(root, word);
        path += n + (path[n] == '.');
    }
    if (!root) return CV_STR("nothing");
    char *text = cv_new(keep, char, 4096);
    size_t n = json_dumpb(root, text, 4096, JSON_ENCODE_ANY | JSON_COMPACT);
    assert_true(n <= 4096);
    return (cv_str){text, (int64_t)n};
}

/* As the sample's arrays say it, by column. */
static const struct {
    const char *path, *want;
} cells[] = {
    {"areas.1",                             "{\"name\":\"Osh\",\"level\":\"district\",\"parent\":0}"},
    {"fields.0.id",                         "\"invalid\""                                           },
    {"fields.1.own",                        "false"                                                 },
    {"copy_list",
     "[{\"id\":\"official\",\"holder\":\"Commission\",\"kind\":\"original\",\"counts\":true}]"      },
    {"stations.code",                       "[\"101\",\"102\",\"103\",\"201\",\"202\"]"             },
    {"stations.area",                       "[1,1,1,2,null]"                                        },
    {"stations.kind.4",                     "\"ordinary\""                                          },
    {"stations.closed",                     "[0,0,0,0,0]"                                           },
    {"stations.lat",                        "nothing"                                               },
    {"forms.0.contest",                     "\"seat-1\""                                            },
    {"forms.0.of",                          "3"                                                     },
    {"forms.0.station",                     "[0,1,2]"                                               },
    {"forms.0.copy",                        "[0,0,0]"                                               },
    {"forms.0.state",                       "[\"counted\",\"counted\",\"awaited\"]"                 },
    {"forms.0.file",                        "[0,0,null]"                                            },
    {"forms.0.line",                        "[2,3,null]"                                            },
    {"forms.0.fields.invalid",              "[3,null,\"-\"]"                                        },
    {"forms.0.votes.a",                     "[110,70,\"-\"]"                                        },
    {"forms.1.station",                     "[3,4]"                                                 },
    {"forms.1.fields.invalid",              "[\"?\",\"x\"]"                                         },
    {"forms.1.fields.valid",                "[140,152]"                                             },
    {"forms.1.votes.b",                     "[40,60]"                                               },
    {"findings.0.form",                     "2"                                                     },
    {"findings.0.other_form",               "nothing"                                               },
    {"findings.1.form",                     "1"                                                     },
    {"contests.0.sensitivity.forms.0.form", "2"                                                     },
    {"contests.1.name",                     "\"Naryn\\u001B[2J\""                                   },
    {"cut",                                 "{}"                                                    },
};

static void data(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    const cv_html_parts parts = {CV_STR(PAGE), CV_STR("{}"), CV_STR("")};
    json_t *root = data_of(written(&s, &parts));
    for (size_t i = 0; i < N_ROWS(cells); i++)
        ROW_STR(cells[i].path, at(root, cells[i].path, &s.keep), cv_str_of(cells[i].want));
    json_decref(root);
    sample_close(&s);
}

static void says_what_is_cut(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_arena scratch = cv_arena_open();
    cv_extract x;
    cv_extract_make(&x, &s.report, &(cv_extract_limits){200, 1, 0, 20}, &s.keep, scratch);
    cv_text t = cv_text_open(&s.keep);
    assert_int_equal(cv_html_data((cv_out){sample_put, &t}, &s.report, &x, scratch, NULL), CV_OK);
    json_t *root = json_loadb(t.s, (size_t)t.n, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    ROW_STR("cut", at(root, "cut", &s.keep),
            CV_STR("{\"findings\":{\"shown\":1,\"of\":2},\"stations\":{\"shown\":2,\"of\":5},"
                   "\"forms\":{\"shown\":2,\"of\":5},\"refused\":{\"shown\":0,\"of\":1},"
                   "\"every\":0}"));
    ROW_STR("stations", at(root, "stations.code", &s.keep), CV_STR("[\"103\",\"202\"]"));
    ROW_STR("area", at(root, "stations.area", &s.keep), CV_STR("[1,null]"));
    ROW_STR("form", at(root, "findings.0.form", &s.keep), CV_STR("0"));
    ROW_STR("votes", at(root, "forms.1.votes.a", &s.keep), CV_STR("[90]"));
    json_decref(root);
    cv_arena_close(&scratch);
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(data), cmocka_unit_test(says_what_is_cut)};
    return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}

#include "sample.h"

#include "report/html.h"

static const char PAGE[] =
    "<!doctype html>\n<html lang=\"en\" data-language=\"\">\n<title>canvass</title>\n"
    "<body><div id=\"page\"><!--answer--></div>\n<!--data-->\n<script>go()</script>\n</html>\n";

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
    const cv_html_parts parts = {cv_str_of(PAGE), CV_STR("{}"), CV_STR("")};
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
    cv_extract_make(&x, &s.report, &(cv_extract_limits){200, 1, 0, 0, 20}, &s.keep, scratch);
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

/* Without stations the sample takes some thousands of bytes: with less room than that stations are
 * left out, with more they have what is left. */
static void fits_the_room(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_arena scratch = cv_arena_open();
    cv_extract_limits usual = CV_EXTRACT_LIMITS_DEFAULT;
    cv_extract_limits none = cv_html_limits(&s.report, 100, scratch);
    cv_extract_limits some = cv_html_limits(&s.report, 1000000, scratch);
    cv_extract_limits more = cv_html_limits(&s.report, 1001000, scratch);
    cv_extract_limits all = cv_html_limits(&s.report, 20000000, scratch);
    ROW_INT("no room", none.bytes, 0);
    ROW_TRUE("fewer findings", none.findings < usual.findings);
    ROW_TRUE("fewer in lists", none.listed < usual.listed);
    ROW_TRUE("what is left", some.bytes > 900000 && some.bytes < 1000000);
    ROW_INT("and 1,000 more", more.bytes, some.bytes + 1000);
    ROW_INT("findings as usual", some.findings, usual.findings);
    ROW_INT("never more than usual", all.bytes, usual.bytes);
    cv_arena_close(&scratch);
    sample_close(&s);
}

/* ---- names that anybody may have written ---- */

static const char *const hostile[] = {
    "</script><script>alert(1)</script>",
    "</SCRIPT\n>",
    "<!--<script>",
    "--><img src=x onerror=alert(1)>",
    "\"onload=\"alert(1)",
    "'><svg/onload=alert(1)>",
    "</title><base href=//x>",
    "&lt;b&gt; &#60;",
    "\\u003c/script> \\",
    "line\xe2\x80\xa8separator",
    "turned \xe2\x80\xae around \xe2\x81\xa6",
    "<!--data--> <!--answer--> data-language=\"\"",
    "bell \a escape \033[2J",
};

static int32_t count_of(cv_str text, const char *part)
{
    int32_t n = 0;
    for (int64_t at = 0; (at = cv_str_find(text, cv_str_of(part), at)) >= 0; at++) n++;
    return n;
}

/* The sample with the name wherever a file's text goes. */
typedef struct {
    cv_area area[3];
    cv_station station[5];
    cv_copy copy[1];
    cv_option option[2];
    cv_contest contest[2];
    cv_source source[1];
    cv_refused refused[1];
    cv_bloc bloc[2];
    cv_election election;
} named;

static void name_all(named *x, sample *s, cv_str name)
{
    x->election = sample_election;
    memcpy(x->area, sample_area, sizeof x->area);
    memcpy(x->station, sample_station, sizeof x->station);
    memcpy(x->copy, sample_copy, sizeof x->copy);
    memcpy(x->option, sample_option, sizeof x->option);
    memcpy(x->contest, sample_contest, sizeof x->contest);
    memcpy(x->source, sample_source, sizeof x->source);
    memcpy(x->refused, sample_refused, sizeof x->refused);
    memcpy(x->bloc, sample_bloc, sizeof x->bloc);
    x->area[0].name = x->area[0].level = x->station[0].code = x->station[0].name = name;
    x->copy[0].id = x->copy[0].holder = x->option[0].id = x->option[0].name = name;
    x->option[0].party = x->contest[0].id = x->contest[0].name = x->source[0].file = name;
    x->refused[0].reason.text = x->bloc[0].id = x->bloc[0].name = name;
    x->contest[0].option = x->contest[1].option = x->option;
    x->election.id = x->election.title = x->election.place = name;
    x->election.area = x->area;
    x->election.station = x->station;
    x->election.copy = x->copy;
    x->election.contest = x->contest;
    x->election.source = x->source;
    x->election.refused = x->refused;
    x->election.bloc = x->bloc;
    s->review.election = &x->election;
}

static void no_name_becomes_markup(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(hostile); i++) {
        sample s;
        named x;
        sample_open(&s);
        cv_str name = cv_str_of(hostile[i]);
        name_all(&x, &s, name);
        const cv_html_parts parts = {cv_str_of(PAGE), name, CV_STR("ru")};
        cv_str html = written(&s, &parts);
        ROW_INT(hostile[i], count_of(html, "<script"), 3);
        ROW_INT(hostile[i], count_of(html, "</script"), 3);
        ROW_INT(hostile[i], count_of(html, "</SCRIPT"), 0);
        ROW_INT(hostile[i], count_of(html, "<!--"), 0);
        ROW_INT(hostile[i], count_of(html, "<img") + count_of(html, "<svg"), 0);
        ROW_INT(hostile[i], count_of(html, "<title>") + count_of(html, "</title>"), 2);
        ROW_INT(hostile[i], count_of(html, "<html lang=\"ru\" data-language=\"ru\">"), 1);
        cv_str outside = cv_str_cut(html, 0, cv_str_find(html, CV_STR("<script"), 0));
        ROW_INT(hostile[i], count_of(outside, "\xe2\x80\xae") + count_of(outside, "\033"), 0);
        ROW_INT(hostile[i], count_of(outside, "\"onload") + count_of(outside, "'>"), 0);
        json_t *root = data_of(html);
        const json_t *title = json_object_get(root, "title");
        ROW_STR("title", cv_str_of(json_string_value(title)), name);
        const json_t *votes =
            json_object_get(json_array_get(json_object_get(root, "forms"), 0), "votes");
        ROW_TRUE(hostile[i], json_object_get(votes, hostile[i]));
        json_decref(root);
        sample_close(&s);
    }
}

/* So may be the head of a catalogue. */
static void no_language_becomes_markup(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    const cv_html_parts parts = {cv_str_of(PAGE), CV_STR("{}"), CV_STR("x\"><script>")};
    cv_str html = written(&s, &parts);
    ROW_INT("scripts", count_of(html, "<script"), 3);
    ROW_INT("as text", count_of(html, "data-language=\"x&quot;&gt;&lt;script&gt;\""), 1);
    sample_close(&s);
}

/* What a reader without scripts sees: title, sentence, words, seats with margins. */
static void answers_without_scripts(void **state)
{
    (void)state;
    static const char *const part[] = {
        "<title>Two seats</title>",
        "<div id=\"page\"><h1>Two seats</h1>",
        "2005-02-27",
        "One of 2 seats is in question.",
        "1 holds",
        "1 undetermined",
        "<caption>Chamber",
        "Right",
        "<caption>Seats, in votes",
        "Osh",
        "Асанова",
        "30",
        "undetermined",
        "tables",
        "</div>",
        "canvass-review",
    };
    sample s;
    sample_open(&s);
    const cv_html_parts parts = {cv_str_of(PAGE), CV_STR("{}"), CV_STR("")};
    sample_in_order(written(&s, &parts), part, N_ROWS(part));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(data),
                                       cmocka_unit_test(says_what_is_cut),
                                       cmocka_unit_test(fits_the_room),
                                       cmocka_unit_test(no_name_becomes_markup),
                                       cmocka_unit_test(no_language_becomes_markup),
                                       cmocka_unit_test(answers_without_scripts)};
    return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}

#include "sample.h"

#include "report/json.h"

static void frames(void **state)
{
    (void)state;
    static const char want[] = "{\n"
                               "  \"a\": 1,\n"
                               "  \"empty\": [],\n"
                               "  \"rows\": [\n"
                               "    {\"x\": \"line\\nend\", \"y\": null},\n"
                               "    {\n"
                               "      \"deep\": [\n"
                               "        1,\n"
                               "        2\n"
                               "      ]\n"
                               "    }\n"
                               "  ],\n"
                               "  \"inner\": {\n"
                               "    \"t\": true\n"
                               "  }\n"
                               "}\n";
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_json j = cv_json_open((cv_out){sample_put, &t}, NULL);
    cv_json_value(&j, "a", json_integer(1));
    cv_json_array(&j, "empty");
    cv_json_end(&j);
    cv_json_array(&j, "rows");
    cv_json_line(&j, NULL,
                 json_pack("{s:o, s:o}", "x", cv_json_str(CV_STR("line\nend")), "y",
                           cv_json_count(CV_BLANK)));
    cv_json_value(&j, NULL, json_pack("{s:[i,i]}", "deep", 1, 2));
    cv_json_end(&j);
    cv_json_object(&j, "inner");
    cv_json_value(&j, "t", json_true());
    assert_int_equal(cv_json_close(&j), CV_OK); /* closes inner too */
    ROW_STR("frames", cv_text_str(&t), cv_str_of(want));
    cv_arena_close(&keep);
}

static void values(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *want;
    } rows[] = {
        {"empty",               "",                      ""                         },
        {"as it is",            "Асанова 李明", "Асанова 李明"    },
        {"a byte that is none",
         "a\xff"
         "b",                                            "a\xef\xbf\xbd"
         "b"                                                           },
        {"cut at the end",      "a\xe6\x9d",             "a\xef\xbf\xbd\xef\xbf\xbd"},
        {"good after bad",      "\xffЖ",                "\xef\xbf\xbdЖ"           },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json_t *s = cv_json_str(cv_str_of(rows[i].text));
        ROW_STR(rows[i].name, cv_str_of(json_string_value(s)), cv_str_of(rows[i].want));
        json_decref(s);
    }
    json_t *largest = cv_json_count(CV_COUNT_MAX);
    ROW_INT("largest", json_integer_value(largest), CV_COUNT_MAX);
    json_decref(largest);
    ROW_TRUE("blank", json_is_null(cv_json_count(CV_BLANK)));
    ROW_TRUE("no index", json_is_null(cv_json_index(-1)));
}

static void columns(void **state)
{
    (void)state;
    static const char want[] =
        "{\n"
        "\"a \\\"b\\\"\": [0,-12,null,\"x\",\"plain\",\"\",\"say \\\"Ж\\\"\",41.50000,null],\n"
        "\"none\": [],\n"
        "\"after\": 1\n"
        "}\n";
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_json j = cv_json_open((cv_out){sample_put, &t}, NULL);
    j.compact = true;
    cv_json_column_open(&j, CV_STR("a \"b\""));
    cv_json_cell_count(&j, 0);
    cv_json_cell_count(&j, -12);
    cv_json_cell_count(&j, CV_BLANK);
    cv_json_cell_raw(&j, CV_STR("\"x\""));
    cv_json_cell_str(&j, CV_STR("plain"));
    cv_json_cell_str(&j, (cv_str){0});
    cv_json_cell_str(&j, CV_STR("say \"Ж\""));
    cv_json_cell_degrees(&j, 41.5);
    cv_json_cell_degrees(&j, NAN);
    cv_json_column_close(&j);
    cv_json_column_open(&j, CV_STR("none"));
    cv_json_column_close(&j);
    cv_json_value(&j, "after", json_integer(1));
    assert_int_equal(cv_json_close(&j), CV_OK);
    ROW_STR("columns", cv_text_str(&t), cv_str_of(want));
    cv_arena_close(&keep);
}

/* More cells than the buffer holds, and one longer than it. */
static void long_columns(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep), name = cv_text_open(&keep);
    cv_text_repeat(&name, 'n', CV_JSON_BUFFER + 5);
    cv_json j = cv_json_open((cv_out){sample_put, &t}, NULL);
    cv_json_column_open(&j, CV_STR("c"));
    for (int32_t i = 0; i < 1000; i++) cv_json_cell_count(&j, i);
    cv_json_cell_str(&j, cv_text_str(&name));
    cv_json_column_close(&j);
    assert_int_equal(cv_json_close(&j), CV_OK);
    json_t *root = json_loadb(t.s, (size_t)t.n, 0, NULL), *cells = json_object_get(root, "c");
    assert_int_equal(json_array_size(cells), 1001);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(json_integer_value(json_array_get(cells, i)), i);
    assert_int_equal(json_string_length(json_array_get(cells, 1000)), CV_JSON_BUFFER + 5);
    json_decref(root);
    cv_arena_close(&keep);
}

/* The first failure is kept; nothing is put after it. */
static cv_status fails_second(void *to, cv_str bytes, cv_error *err)
{
    int *n = to;
    (void)bytes;
    return ++*n < 2 ? CV_OK : cv_fail(err, CV_E_SYSTEM, "put %d", *n);
}

static void keeps_the_first_failure(void **state)
{
    (void)state;
    int n = 0;
    cv_error err = {0};
    cv_json j = cv_json_open((cv_out){fails_second, &n}, &err);
    cv_json_value(&j, "a", json_integer(1));
    cv_json_value(&j, "b", json_integer(2));
    assert_int_equal(cv_json_close(&j), CV_E_SYSTEM);
    assert_string_equal(err.text, "put 2");
    assert_int_equal(n, 2);
}

static void what_is_not_there_is_null(void **state)
{
    (void)state;
    cv_arena work = cv_arena_open();
    json_t *none = cv_json_text(CV_STR("")), *some = cv_json_text(CV_STR("a"));
    json_t *never = cv_json_date(CV_NO_DATE, &work);
    cv_date day;
    assert_true(cv_date_parse(&day, CV_STR("2005-02-27")));
    json_t *once = cv_json_date(day, &work);
    assert_true(json_is_null(none) && json_is_null(never));
    assert_string_equal(json_string_value(some), "a");
    assert_string_equal(json_string_value(once), "2005-02-27");
    json_decref(none), json_decref(some), json_decref(never), json_decref(once);
    cv_arena_close(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_not_there_is_null),
                                       cmocka_unit_test(frames),
                                       cmocka_unit_test(values),
                                       cmocka_unit_test(columns),
                                       cmocka_unit_test(long_columns),
                                       cmocka_unit_test(keeps_the_first_failure)};
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}

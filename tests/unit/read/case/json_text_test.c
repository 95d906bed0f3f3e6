#include "../../row.h"

#include "read/case/json_text.h"

/* ---- what is refused, and where ---- */

typedef struct {
    const char *name, *text;
    cv_status status;
    int64_t line, column;
    const char *error;
} bad_row;

static const bad_row bad[] = {
    {"nothing",                  "",                                              CV_E_INPUT, 1, 1,  "the text ends too early: not whole JSON"},
    {"an open object",           "{\n  \"a\": 1",                                 CV_E_INPUT, 2, 9,
     "the text ends too early: not whole JSON"                                                                                                },
    {"a missing comma",          "{\"a\": 1\n \"b\": 2}",                         CV_E_INPUT, 2, 2,  "not JSON at '\"b\"'"                    },
    {"a comma too many",         "{\"a\": 1,\n}",                                 CV_E_INPUT, 2, 1,  "not JSON at '}'"                        },
    {"a bare word",              "{\"a\": yes}",                                  CV_E_INPUT, 1, 7,  "not JSON at 'yes'"                      },
    {"a key twice",              "{\"a\": 1,\n  \"b\": 2,\n  \"a\": 3}",          CV_E_INPUT, 3, 3,
     "key stands twice: 'a'"                                                                                                                  },
    {"a key twice, further in",  "{\"a\": [{\"long key\": 1, \"long key\": 2}]}", CV_E_INPUT, 1, 24,
     "key stands twice: 'long key'"                                                                                                           },
    {"more after the end",       "{}\n{}",                                        CV_E_INPUT, 2, 1,  "not JSON at '{'"                        },
    {"bytes that are not UTF-8", "{\"a\":\n \"\xff\"}",                           CV_E_INPUT, 2, 2,
     "bytes that are not UTF-8"                                                                                                               },
};

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_arena work = cv_arena_open();
        json_t *tree = NULL;
        cv_json_text text = {0};
        cv_error err = {0};
        cv_status status =
            cv_json_load(&tree, &text, CV_STR("e.json"), cv_str_of(bad[i].text), &work, &err);
        ROW_STR(bad[i].name, cv_str_of(err.text), cv_str_of(bad[i].error));
        ROW_INT(bad[i].name, status, bad[i].status);
        ROW_INT(bad[i].name, err.line, bad[i].line);
        ROW_INT(bad[i].name, err.column, bad[i].column);
        ROW_TRUE(bad[i].name, !tree);
        cv_arena_close(&work);
    }
}

static cv_status load_nested(int32_t depth, cv_error *err)
{
    char text[256] = "";
    for (int32_t i = 0; i < depth; i++) text[i] = '[';
    for (int32_t i = 0; i < depth; i++) text[depth + i] = ']';
    cv_arena work = cv_arena_open();
    json_t *tree = NULL;
    cv_json_text out;
    cv_status status = cv_json_load(&tree, &out, CV_STR("e"), cv_str_of(text), &work, err);
    json_decref(tree);
    cv_arena_close(&work);
    return status;
}

static void limits_depth(void **state)
{
    (void)state;
    cv_error err = {0};
    assert_int_equal(load_nested(64, &err), CV_OK);
    assert_int_equal(load_nested(65, &err), CV_E_LIMIT);
    assert_int_equal(err.column, 65);
}

/* ---- places ---- */

typedef struct {
    const char *name, *text, *mark; /* the place asked for is where `mark` begins */
    int64_t line, column;
    const char *path;
} place_row;

static const place_row places[] = {
    {"the whole",               "{\"a\": 1}",                    "{",       1, 1,  ""      },
    {"a value",                 "{\"a\": 1}",                    "1",       1, 7,  "a"     },
    {"a key",                   "{\"x\": 0,\n \"abc\": 1}",      "\"abc\"", 2, 2,  "abc"   },
    {"an item",                 "{\"a\": [10, 20,\n30]}",        "30",      2, 1,  "a[2]"  },
    {"inside an item",          "{\"a\": [{}, {\"b\": 7}]}",     "7",       1, 18, "a[1].b"},
    {"after a closed object",   "{\"a\": {\"b\": 1}, \"c\": 5}", "5",       1, 22, "c"     },
    {"brackets in a text",      "{\"a\": \"]}[{,\", \"c\": 5}",  "5",       1, 21, "c"     },
    {"an escaped quote",        "{\"a\\\"b\": [1], \"c\": 5}",   "5",       1, 20, "c"     },
    {"columns are bytes",       "{\"ü\": 1, \"c\": 5}",         "5",       1, 16, "c"     },
    {"after a byte order mark", "\xef\xbb\xbf{\"a\": 5}",        "5",       1, 7,  "a"     },
};

static void finds_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(places); i++) {
        const place_row *row = &places[i];
        cv_arena work = cv_arena_open();
        json_t *tree = NULL;
        cv_json_text t;
        ROW_INT(row->name, cv_json_load(&tree, &t, CV_STR("e"), cv_str_of(row->text), &work, NULL),
                CV_OK);
        int32_t at = (int32_t)cv_str_find(t.text, cv_str_of(row->mark), 0);
        cv_place p = cv_json_place(&t, at);
        ROW_INT(row->name, p.line, row->line);
        ROW_INT(row->name, p.column, row->column);
        ROW_STR(row->name, cv_json_path(&t, at, &work), cv_str_of(row->path));
        json_decref(tree);
        cv_arena_close(&work);
    }
}

/* Values in the order of the text, with the places of their keys. */
static void notes_every_value(void **state)
{
    (void)state;
    cv_arena work = cv_arena_open();
    json_t *tree = NULL;
    cv_json_text t;
    cv_str text = CV_STR("{\"a\": [1, \"x\"], \"b\": {\"c\": null}}");
    static const cv_json_spot want[] = {
        {0,  -1},
        {6,  1 },
        {7,  -1},
        {10, -1},
        {21, 16},
        {27, 22},
    };
    assert_int_equal(cv_json_load(&tree, &t, CV_STR("e"), text, &work, NULL), CV_OK);
    assert_int_equal(t.n_spots, N_ROWS(want));
    for (int32_t i = 0; i < t.n_spots; i++) {
        assert_int_equal(t.spot[i].at, want[i].at);
        assert_int_equal(t.spot[i].key_at, want[i].key_at);
    }
    json_decref(tree);
    cv_arena_close(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(limits_depth),
        cmocka_unit_test(finds_places),
        cmocka_unit_test(notes_every_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

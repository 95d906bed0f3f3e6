/* The tables of keys against themselves, the schema and the reference. */
#include "../../row.h"

#include <stdlib.h>

#include "base/file.h"
#include "keys_show.h"

static cv_str read_file(const char *name, cv_arena *keep)
{
    const char *root = getenv("CANVASS_ROOT");
    cv_str path = cv_path_join(cv_str_of(root ? root : "."), cv_str_of(name), keep);
    cv_str text;
    cv_error err = {0};
    if (cv_file_read(&text, path, 1 << 22, keep, &err) != CV_OK) fail_msg("%s", err.text);
    return text;
}

static void rows_are_whole(void **state)
{
    (void)state;
    for (int32_t s = 0; s < CV_N_SHAPES; s++) {
        const cv_shape *shape = CV_SHAPES[s];
        ROW_TRUE(shape->name, shape->n_keys > 0 && shape->about[0]);
        for (int32_t i = 0; i < shape->n_keys; i++) {
            const cv_key *k = &shape->key[i];
            ROW_TRUE(k->name, k->about[0] && k->about[strlen(k->about) - 1] != '.');
            ROW_TRUE(k->name, !strchr(k->about, '|'));
            ROW_TRUE(k->name, k->offset >= sizeof(int32_t) && k->offset < shape->size);
            ROW_INT(k->name, k->words != NULL, k->type == CV_KEY_WORD);
            bool nests =
                k->type == CV_KEY_OBJECT || k->type == CV_KEY_OBJECTS || k->type == CV_KEY_NAMED;
            ROW_INT(k->name, k->shape != NULL, nests);
            if (k->type == CV_KEY_INT || k->type == CV_KEY_INTS)
                ROW_TRUE(k->name, k->most > k->least || k->most == 1);
            for (int32_t j = 0; j < i; j++)
                ROW_TRUE(k->name, strcmp(shape->key[j].name, k->name) != 0);
        }
    }
}

static bool is_listed(const cv_shape *shape)
{
    for (int32_t s = 0; s < CV_N_SHAPES; s++)
        if (CV_SHAPES[s] == shape) return true;
    return false;
}

static void every_shape_is_listed_once(void **state)
{
    (void)state;
    for (int32_t s = 0; s < CV_N_SHAPES; s++) {
        for (int32_t t = 0; t < s; t++)
            ROW_TRUE(CV_SHAPES[s]->name, strcmp(CV_SHAPES[s]->name, CV_SHAPES[t]->name) != 0);
        for (int32_t i = 0; i < CV_SHAPES[s]->n_keys; i++)
            if (CV_SHAPES[s]->key[i].shape)
                ROW_TRUE(CV_SHAPES[s]->key[i].shape->name, is_listed(CV_SHAPES[s]->key[i].shape));
    }
}

/* schema/election.schema.json says what the tables say: no more, no less. */
static void the_schema_is_the_tables(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str text = read_file("schema/election.schema.json", &keep);
    json_t *schema = json_loadb(text.s, (size_t)text.n, 0, NULL), *want = whole_schema();
    assert_non_null(schema);
    const char *name;
    json_t *def;
    json_object_foreach(json_object_get(want, "$defs"), name, def)
    {
        json_t *got = json_object_get(json_object_get(schema, "$defs"), name);
        if (json_equal(got, def)) continue;
        char *shown = json_dumps(def, JSON_INDENT(2));
        print_error("definition '%s' must be:\n\"%s\": %s\n", name, name, shown);
        free(shown);
        fail();
    }
    assert_true(json_equal(schema, want));
    json_decref(schema);
    json_decref(want);
    cv_arena_close(&keep);
}

/* docs/reference/election-json.md has a heading for every shape, and below it a row for every
 * key, with the words of the tables. */
static void the_reference_is_the_tables(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str text = read_file("docs/reference/election-json.md", &keep);
    int32_t n_rows = 0;
    for (int32_t s = 0; s < CV_N_SHAPES; s++) {
        const cv_shape *shape = CV_SHAPES[s];
        if (!shape->key[0].name[0]) continue; /* shown where it is used */
        int64_t at = cv_str_find(text, cv_str_format(&keep, "\n## %s\n", shape->name), 0);
        ROW_TRUE(shape->name, at >= 0);
        int64_t end = cv_str_find(text, CV_STR("\n## "), at + 1);
        cv_str section = cv_str_cut(text, at, end < 0 ? text.n : end);
        for (int32_t i = 0; i < shape->n_keys; i++, n_rows++) {
            cv_str row = key_row(&shape->key[i], &keep);
            if (cv_str_find(section, row, 0) < 0)
                fail_msg("under '## %s' must stand:\n%.*s", shape->name, CV_ARG(row));
        }
    }
    /* Rows of keys; a row too many is as wrong as one too few. Tables before them are of CSV files.
     */
    int32_t n_found = 0;
    for (int64_t at = cv_str_find(text, CV_STR("\n## election\n"), 0);
         (at = cv_str_find(text, CV_STR("\n| "), at)) >= 0; at++) {
        cv_str rest = cv_str_cut(text, at + 3, text.n);
        n_found += cv_str_starts(rest, CV_STR("`")) || cv_str_starts(rest, CV_STR("**`"));
    }
    assert_int_equal(n_found, n_rows);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_whole),
        cmocka_unit_test(every_shape_is_listed_once),
        cmocka_unit_test(the_schema_is_the_tables),
        cmocka_unit_test(the_reference_is_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

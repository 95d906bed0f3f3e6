#include "../row.h"

#include "base/map.h"

static void an_empty_map_is_a_map(void **state)
{
    (void)state;
    cv_map m = {0};
    assert_int_equal(cv_map_get(&m, CV_STR("a")), -1);
    assert_int_equal(cv_map_get(&m, CV_STR("")), -1);
    assert_int_equal(cv_map_get(&m, (cv_str){NULL, 0}), -1);
}

/* One after the other into the same map. */
static const struct {
    const char *name;
    cv_str key;
    int32_t value, want; /* what add is given, and what it returns */
    int64_t n;           /* keys in the map afterwards */
} adds[] = {
    {"a new key",                               CV_STR("A1"),        0,         0,         1 },
    {"the same key keeps its value",            CV_STR("A1"),        5,         0,         1 },
    {"a longer key",                            CV_STR("A12"),       1,         1,         2 },
    {"a shorter key",                           CV_STR("A"),         2,         2,         3 },
    {"another case is another key",             CV_STR("a1"),        3,         3,         4 },
    {"the empty key",                           CV_STR(""),          4,         4,         5 },
    {"a null slice is the empty key",           {NULL, 0},           9,         4,         5 },
    {"a NUL inside",                            CV_STR("A1\0"),      6,         6,         6 },
    {"composed e acute",                        CV_STR("\xc3\xa9"),  7,         7,         7 },
    {"e and a combining acute are other bytes", CV_STR("e\xcc\x81"), 8,         8,         8 },
    {"the largest value",                       CV_STR("max"),       INT32_MAX, INT32_MAX, 9 },
    {"two keys may have one value",             CV_STR("max2"),      INT32_MAX, INT32_MAX, 10},
};

static void add(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_map m = {0};
    for (size_t i = 0; i < N_ROWS(adds); i++) {
        ROW_INT(adds[i].name, cv_map_add(&m, adds[i].key, adds[i].value, &keep), adds[i].want);
        ROW_INT(adds[i].name, m.n, adds[i].n);
    }
    for (size_t i = 0; i < N_ROWS(adds); i++)
        ROW_INT(adds[i].name, cv_map_get(&m, adds[i].key), adds[i].want);
    assert_int_equal(cv_map_get(&m, CV_STR("A13")), -1);
    assert_int_equal(cv_map_get(&m, CV_STR("A1\0\0")), -1);
    cv_arena_close(&keep);
}

static void the_empty_key_from_a_null_slice(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_map m = {0};
    assert_int_equal(cv_map_add(&m, (cv_str){NULL, 0}, 3, &keep), 3);
    assert_int_equal(cv_map_get(&m, CV_STR("")), 3);
    assert_int_equal(cv_map_get(&m, (cv_str){NULL, 0}), 3);
    cv_arena_close(&keep);
}

static void a_hundred_thousand_keys(void **state)
{
    (void)state;
    enum { N = 100000 };
    cv_arena keep = cv_arena_open();
    cv_map m = {0};
    cv_str *key = cv_new(&keep, cv_str, N);
    for (int32_t i = 0; i < N; i++) {
        key[i] = cv_str_format(&keep, "unit %06d", i);
        ROW_INT(key[i].s, cv_map_add(&m, key[i], i, &keep), i);
    }
    ROW_INT("keys", m.n, N);
    ROW_TRUE("at most half full", m.cap >= 2 * N);
    ROW_TRUE("a power of two", (m.cap & (m.cap - 1)) == 0);
    for (int32_t i = 0; i < N; i++) {
        ROW_INT(key[i].s, cv_map_get(&m, key[i]), i);
        ROW_INT(key[i].s, cv_map_add(&m, key[i], 0, &keep), i);
    }
    ROW_INT("still", m.n, N);
    ROW_INT("a key before", cv_map_get(&m, CV_STR("unit -00001")), -1);
    ROW_INT("a key after", cv_map_get(&m, CV_STR("unit 100000")), -1);
    cv_arena_close(&keep);
}

static void misuse_stops(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_map m = {0};
    ROW_STOPS("-1 means that there is none", cv_map_add(&m, CV_STR("a"), -1, &keep));
    cv_arena_close(&keep);
}

static void a_new_key_is_copied_and_an_old_one_is_not(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), keys = cv_arena_open();
    cv_map m = {0};
    char buffer[] = "12/7";
    cv_str kept, again;
    assert_int_equal(cv_map_intern(&m, cv_str_of(buffer), 0, &keys, &keep, &kept), 0);
    assert_ptr_not_equal(kept.s, buffer);
    buffer[0] = '9'; /* the caller's bytes change, the map's do not */
    assert_int_equal(cv_map_get(&m, CV_STR("12/7")), 0);
    assert_int_equal(cv_map_get(&m, CV_STR("92/7")), -1);
    assert_int_equal(cv_map_intern(&m, CV_STR("12/7"), 1, &keys, &keep, &again), 0);
    assert_ptr_equal(again.s, kept.s);
    cv_arena_close(&keys);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_is_a_map),
        cmocka_unit_test(add),
        cmocka_unit_test(the_empty_key_from_a_null_slice),
        cmocka_unit_test(a_hundred_thousand_keys),
        cmocka_unit_test(misuse_stops),
        cmocka_unit_test(a_new_key_is_copied_and_an_old_one_is_not),
    };
    return cmocka_run_group_tests_name("base/map", tests, NULL, NULL);
}

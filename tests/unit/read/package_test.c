#include "book.h"

#include "read/package.h"

#include "keep.h"

static cv_package *opened(cv_str bytes, cv_error *err)
{
    cv_package *p = NULL;
    cv_package_open(&p, bytes, CV_STR("x.xlsx"), &CV_TABLE_FORMAT_DEFAULT.limits, &keep, err);
    return p;
}

static cv_str all_of(cv_package *p, const char *name, cv_error *err)
{
    char *to = cv_new(&keep, char, 1000);
    int64_t n = 0;
    if (cv_package_part(p, cv_str_of(name), err) != CV_OK) return CV_STR("");
    if (cv_package_get(p, to, 1000, &n, err) != CV_OK) return CV_STR("");
    return (cv_str){to, n};
}

static void parts(void **state)
{
    (void)state;
    pack_member m[] = {
        {"a/One.xml", CV_STR("one"), NULL},
        {"two.xml",   CV_STR("two"), NULL},
        {"empty.xml", CV_STR(""),    NULL}
    };
    cv_package *p = opened(pack(archive_write_set_format_zip, NULL, m, 3, &keep), NULL);
    assert_non_null(p);
    assert_true(cv_package_has(p, CV_STR("A/one.XML")));
    assert_false(cv_package_has(p, CV_STR("a/one.xm")));
    /* In any order, and again. */
    for (int i = 0; i < 2; i++) {
        assert_true(cv_str_eq(all_of(p, "two.xml", NULL), CV_STR("two")));
        assert_true(cv_str_eq(all_of(p, "a/one.xml", NULL), CV_STR("one")));
        assert_true(cv_str_eq(all_of(p, "empty.xml", NULL), CV_STR("")));
    }
    cv_error err = {0};
    all_of(p, "three.xml", &err);
    assert_string_equal(err.text, "'x.xlsx' has no part 'three.xml'");
}

static void refusals(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        pack_member m[2];
        const char *want;
    } bad[] = {
        {"a way out",
         {{"../x", CV_STR("1"), NULL}, {"y", CV_STR("1"), NULL}},
         "'x.xlsx' has a member with the unsafe path '../x'"},
        {"a link",
         {{"x", CV_STR(""), "/etc/passwd"}, {"y", CV_STR("1"), NULL}},
         "'x.xlsx' has a link, 'x'; links are not followed" },
    };
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_error err = {0};
        assert_null(opened(pack(archive_write_set_format_zip, NULL, bad[i].m, 2, &keep), &err));
        ROW_STR(bad[i].name, cv_str_of(err.text), cv_str_of(bad[i].want));
    }
    cv_error err = {0};
    pack_member twice[] = {
        {"x.xml", CV_STR("1"), NULL},
        {"X.xml", CV_STR("2"), NULL}
    };
    cv_package *p = opened(pack(archive_write_set_format_zip, NULL, twice, 2, &keep), &err);
    assert_non_null(p);
    all_of(p, "x.xml", &err);
    assert_string_equal(err.text, "'x.xlsx' has two parts 'x.xml'");
    assert_null(opened(CV_STR("PK\3\4"), &err));
    assert_non_null(strstr(err.text, "'x.xlsx' is damaged or cut short"));
}

static void workbooks(void **state)
{
    (void)state;
    book_parts b = {.sheet = {HEAD}};
    assert_true(cv_package_is_workbook(book(&b, &keep)));
    pack_member csv[] = {
        {"a.csv", CV_STR("a\n"), NULL}
    };
    assert_false(cv_package_is_workbook(pack(archive_write_set_format_zip, NULL, csv, 1, &keep)));
    pack_member document[] = {
        {"[Content_Types].xml", CV_STR(""), NULL},
        {"word/document.xml",   CV_STR(""), NULL}
    };
    assert_false(
        cv_package_is_workbook(pack(archive_write_set_format_zip, NULL, document, 2, &keep)));
    assert_false(cv_package_is_workbook(CV_STR("")));
    assert_false(cv_package_is_workbook(CV_STR("PK\3\4")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(workbooks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

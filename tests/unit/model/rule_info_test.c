/* The words of the rules, and their page in the documents. With CANVASS_WRITE=1 in the
 * environment the page is written instead of compared. */
#include "../row.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/text.h"
#include "model/rule_info.h"

static void codes_are_found(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_RULES; i++) {
        assert_int_equal(cv_rule_row(CV_RULES[i].code), i);
        assert_true(i == 0 || CV_RULES[i - 1].code < CV_RULES[i].code);
        assert_int_equal(cv_rule_row((int16_t)(CV_RULES[i].code + 1000)), -1);
    }
    assert_int_equal(cv_rule_row(0), -1);
    assert_int_equal(cv_rule_row(399), -1);
}

static bool is_sentence(cv_str s)
{
    return s.n > 1 && s.s[0] >= 'A' && s.s[0] <= 'Z' && strchr(".?", s.s[s.n - 1]);
}

static void every_rule_has_its_words(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_RULES; i++) {
        const cv_rule_info *r = &CV_RULES[i];
        char name[16];
        snprintf(name, sizeof name, "C%d", r->code);
        ROW_TRUE(name, r->severity != CV_SEVERITY_OFF);
        ROW_TRUE(name, r->title.n > 0 && r->title.n <= 72);
        ROW_TRUE(name, r->title.s[r->title.n - 1] != '.');
        ROW_TRUE(name, r->relation.n > 0);
        ROW_TRUE(name, is_sentence(r->explanation));
        ROW_TRUE(name, is_sentence(r->next));
        ROW_TRUE(name, cv_str_is_utf8(r->explanation));
        /* Unusual figures accuse nobody: none is an error. */
        if (r->code >= 900) ROW_TRUE(name, r->severity != CV_ERROR);
    }
}

static const struct {
    int16_t from;
    const char *title;
} groups[] = {
    {100, "Reading"                        },
    {200, "Papers"                         },
    {300, "Persons"                        },
    {400, "Options"                        },
    {500, "Answers, signatures, entry"     },
    {600, "Time"                           },
    {700, "Several contests at one station"},
    {800, "Levels, copies, completeness"   },
    {900, "Unusual, never contradictory"   },
};

static void add_rule(cv_text *page, const cv_rule_info *r, cv_arena *keep)
{
    const char *severity[] = {"off", "note", "warning", "error"};
    cv_text_add(page,
                cv_str_format(keep, "\n### C%03d %.*s\n\n*%s* — `%.*s`\n\n%.*s\n\nNext: %.*s\n",
                              r->code, CV_ARG(r->title), severity[r->severity], CV_ARG(r->relation),
                              CV_ARG(r->explanation), CV_ARG(r->next)));
    if (r->tolerance.n)
        cv_text_add(
            page, cv_str_format(keep, "\nTolerance in the profile: %.*s.\n", CV_ARG(r->tolerance)));
}

/* The part of docs/reference/rules.md after the line that says where it comes from. */
static cv_str page_of_rules(cv_arena *keep)
{
    cv_text page = {.keep = keep};
    size_t g = 0;
    for (int32_t i = 0; i < CV_N_RULES; i++) {
        if (g < N_ROWS(groups) && CV_RULES[i].code >= groups[g].from)
            cv_text_add(&page, cv_str_format(keep, "\n## %s\n", groups[g++].title));
        add_rule(&page, &CV_RULES[i], keep);
    }
    return cv_text_str(&page);
}

static void the_page_has_these_words(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str path = cv_str_format(&keep, "%s/docs/reference/rules.md", getenv("CANVASS_ROOT"));
    cv_error err = {0};
    cv_str page = {"", 0}, mark = CV_STR("<!-- from src/model/rule_info.c -->\n");
    if (cv_file_read(&page, path, 1 << 20, &keep, &err) != CV_OK) fail_msg("%s", err.text);
    int64_t at = cv_str_find(page, mark, 0);
    assert_true(at > 0);
    cv_str want = page_of_rules(&keep);
    if (getenv("CANVASS_WRITE")) {
        FILE *f = fopen(path.s, "w");
        assert_non_null(f);
        fwrite(page.s, 1, (size_t)(at + mark.n), f);
        fwrite(want.s, 1, (size_t)want.n, f);
        fclose(f);
    } else {
        assert_string_equal(cv_str_copy(&keep, cv_str_cut(page, at + mark.n, page.n)).s,
                            cv_str_copy(&keep, want).s);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_found),
        cmocka_unit_test(every_rule_has_its_words),
        cmocka_unit_test(the_page_has_these_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "sample.h"

#include "report/html_text.h"

static void texts(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *want;
    } rows[] = {
        {"empty",             "",                      ""                        },
        {"as it is",          "Асанова 李明", "Асанова 李明"   },
        {"all five",          "&<>\"'",                "&amp;&lt;&gt;&quot;&#39;"},
        {"in the middle",     "a<b",                   "a&lt;b"                  },
        {"an entity is text", "&amp;",                 "&amp;amp;"               },
        {"direction",         "\xe2\x80\xaeX",         "\xef\xbf\xbdX"           },
        {"not UTF-8",         "a\xff",                 "a\xef\xbf\xbd"           },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena keep = cv_arena_open();
        cv_text t = cv_text_open(&keep);
        cv_html_text(&t, cv_str_of(rows[i].text));
        ROW_STR(rows[i].name, cv_text_str(&t), cv_str_of(rows[i].want));
        cv_arena_close(&keep);
    }
}

static void tables(void **state)
{
    (void)state;
    static const cv_grid_column columns[] = {
        {"seat",  CV_LEFT,  10, false},
        {"votes", CV_RIGHT, 0,  false}
    };
    static const char want[] =
        "<table>\n<caption>Two &amp; more</caption>\n"
        "<thead><tr><th><bdi>seat</bdi></th>"
        "<th style=\"text-align:right\"><bdi>votes</bdi></th></tr></thead>\n<tbody>\n"
        "<tr><td><bdi>a&lt;b</bdi></td>"
        "<td style=\"text-align:right\"><bdi>1,200</bdi></td></tr>\n"
        "</tbody>\n</table>\n";
    cv_arena keep = cv_arena_open();
    cv_grid g = cv_grid_open(columns, 2, NULL, &keep);
    cv_grid_add(&g, CV_STR("a<b"), CV_INK_PLAIN);
    cv_grid_add_count(&g, 1200);
    cv_grid_add(&g, CV_STR("cut"), CV_INK_PLAIN);
    cv_grid_add_count(&g, 1);
    cv_text t = cv_text_open(&keep);
    cv_html_table(&t, &g, 1, CV_STR("Two & more"));
    ROW_STR("table", cv_text_str(&t), cv_str_of(want));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts), cmocka_unit_test(tables)};
    return cmocka_run_group_tests_name("html_text", tests, NULL, NULL);
}

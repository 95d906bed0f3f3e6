#include "../row.h"

#include "base/text.h"
#include "read/xml.h"

#include "keep.h"

typedef struct {
    cv_str left;
    int64_t piece;
} source;

static cv_status give(void *data, char *to, int64_t room, int64_t *n, cv_error *err)
{
    source *s = data;
    (void)err;
    *n = s->left.n < s->piece ? s->left.n : s->piece;
    if (*n > room) *n = room;
    if (*n) memcpy(to, s->left.s, (size_t)*n);
    s->left = cv_str_cut(s->left, *n, s->left.n);
    return CV_OK;
}

typedef struct {
    cv_text seen;
} told;

static cv_status on_begin(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    told *t = who;
    cv_str value;
    cv_text_addf(&t->seen, "<%.*s", CV_ARG(name));
    if (cv_xml_attribute(x, CV_STR("r"), &value)) cv_text_addf(&t->seen, " r=%.*s", CV_ARG(value));
    cv_text_add(&t->seen, CV_STR(">"));
    if (cv_str_eq(name, CV_STR("refused")))
        return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), "a handler refuses");
    return CV_OK;
}

static cv_status on_end(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    told *t = who;
    (void)err;
    cv_text_addf(&t->seen, "</%.*s>", CV_ARG(name));
    if (cv_str_eq(name, CV_STR("row"))) cv_xml_pause(x);
    return CV_OK;
}

static cv_status on_text(void *who, cv_xml *x, cv_str piece, cv_error *err)
{
    told *t = who;
    (void)x, (void)err;
    cv_text_add(&t->seen, piece);
    return CV_OK;
}

/* All that the parser tells, "|" where it paused; or the error. */
static cv_str parse(cv_str text, int64_t piece)
{
    told t = {cv_text_open(&keep)};
    source s = {text, piece};
    cv_xml_from from = {
        CV_STR("x.xml"), give, &s, {on_begin, on_end, on_text},
           &t
    };
    cv_xml *x;
    cv_error err = {0};
    bool at_end = false;
    assert_int_equal(cv_xml_open(&x, &from, &keep, &err), CV_OK);
    cv_status status = CV_OK;
    while (status == CV_OK && !at_end) {
        status = cv_xml_run(x, &at_end, &err);
        if (status == CV_OK && !at_end) cv_text_add(&t.seen, CV_STR("|"));
    }
    cv_xml_close(x);
    cv_xml_close(x);
    if (status == CV_OK) return cv_str_copy(&keep, cv_text_str(&t.seen));
    assert_string_equal(err.file, "x.xml");
    return cv_str_format(&keep, "E%d:%lld %s", status, (long long)err.line, err.text);
}

static const struct {
    const char *name, *text, *want;
} documents[] = {
    {"elements and text",                                             "<a><b>x</b></a>",                              "<a><b>x</b></a>"                                  },
    {"an attribute",                                                  "<a r='1'/>",                                   "<a r=1></a>"                                      },
    {"prefixes do not count, declarations of them are no attributes",
     "<x:a xmlns:x='u' xmlns:r='v' x:r='1'/>",                                                                        "<a r=1></a>"                                      },
    {"the five entities and numbers",                                 "<a>&lt;&gt;&amp;&apos;&quot;&#321;</a>",       "<a><>&'\"Ł</a>"                                  },
    {"a byte order mark",                                             "\xef\xbb\xbf<a/>",                             "<a></a>"                                          },
    {"pauses",                                                        "<a><row/>x<row>y</row></a>",                   "<a><row></row>|x<row>y</row>|</a>"                },
    {"a pause at the end",                                            "<row/>",                                       "<row></row>|"                                     },
    {"a handler's failure",                                           "<a>\n<refused/></a>",                          "E2:2 a handler refuses"                           },
    {"no other entity",                                               "<a>&eacute;</a>",                              "E2:1 the XML is not well formed: undefined entity"},
    {"a document type",                                               "<!DOCTYPE a>\n<a/>",
     "E2:1 a document type is declared; canvass reads no such XML"                                                                                                       },
    {"entities of one's own",                                         "<!DOCTYPE a [<!ENTITY b 'x'>]>\n<a>&b;</a>",
     "E2:1 a document type is declared; canvass reads no such XML"                                                                                                       },
    {"a file from elsewhere",                                         "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
     "E2:1 a document type is declared; canvass reads no such XML"                                                                                                       },
    {"cut short",                                                     "<a>\n<b>",                                     "E2:2 the XML is not well formed: no element found"},
    {"crossed",                                                       "<a><b></a></b>",                               "E2:1 the XML is not well formed: mismatched tag"  },
    {"no XML",                                                        "a,b\n",                                        "E2:1 the XML is not well formed: syntax error"    },
    {"nothing",                                                       "",                                             "E2:1 the XML is not well formed: no element found"},
    {"an attribute twice",                                            "<a r='1' r='2'/>",
     "E2:1 the XML is not well formed: duplicate attribute"                                                                                                              },
};

static void parsing(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(documents); i++)
        for (int64_t piece = 1; piece < 4096; piece *= 7)
            ROW_STR(documents[i].name, parse(cv_str_of(documents[i].text), piece),
                    cv_str_of(documents[i].want));
}

static cv_str repeated(const char *before, const char *s, int n, const char *after)
{
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, cv_str_of(before));
    for (int i = 0; i < n; i++) cv_text_add(&t, cv_str_of(s));
    cv_text_add(&t, cv_str_of(after));
    return cv_text_str(&t);
}

/* 64 deep, 64 KiB of an attribute, 1 MiB of a tag; one more is too many. */
static void limits(void **state)
{
    (void)state;
    cv_str deep = cv_str_format(&keep, "%.*s%.*s", CV_ARG(repeated("", "<a>", 64, "")),
                                CV_ARG(repeated("", "</a>", 64, "")));
    assert_true(cv_str_starts(parse(deep, 100), CV_STR("<a><a>")));
    ROW_STR("depth", parse(repeated("", "<a>", 65, ""), 100),
            CV_STR("E3:1 elements are more than 64 deep inside each other"));
    cv_str longest = parse(repeated("<a r='", "x", 1 << 16, "'/>"), 1000);
    assert_int_equal(longest.n, (1 << 16) + 10);
    ROW_STR("attribute", parse(repeated("<a r='", "x", (1 << 16) + 1, "'/>"), 1000),
            CV_STR("E3:1 attribute 'r' is longer than 65536 bytes"));
    ROW_STR("tag", parse(repeated("<a>\n<b ", " ", 3 << 20, "/></a>"), 1 << 16),
            CV_STR("E3:2 a tag is longer than 1048576 bytes"));
    ROW_STR("comment", parse(repeated("<a><!--", "x", 3 << 20, "--></a>"), 1 << 16),
            CV_STR("E3:1 a tag is longer than 1048576 bytes"));
}

static cv_status broken(void *data, char *to, int64_t room, int64_t *n, cv_error *err)
{
    (void)data, (void)to, (void)room, (void)n;
    return cv_fail_at(err, CV_E_INPUT, (cv_place){CV_STR("x.xml"), 0, 0}, "damaged");
}

static void source_fails(void **state)
{
    (void)state;
    cv_xml_from from = {.file = CV_STR("x.xml"), .source = broken};
    cv_xml *x;
    cv_error err = {0};
    bool at_end;
    assert_int_equal(cv_xml_open(&x, &from, &keep, &err), CV_OK);
    assert_int_equal(cv_xml_run(x, &at_end, &err), CV_E_INPUT);
    assert_string_equal(err.text, "damaged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parsing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(source_fails, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

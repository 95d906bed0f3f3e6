#include "copies_sample.h"

static json_t *compared(copies_sample *s, bool copies)
{
    copies_sample_open(s, copies);
    cv_str text = copies_sample_written(s, cv_json_copies);
    json_error_t error;
    json_t *all = json_loadb(text.s, (size_t)text.n, 0, &error);
    if (!all) fail_msg("line %d: %s", error.line, error.text);
    json_t *c = json_incref(json_object_get(all, "copies_compared"));
    json_decref(all);
    copies_sample_close(s);
    return c;
}

static json_t *at(json_t *value, const char *path)
{
    char key[64];
    while (*path) {
        size_t n = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)n, path);
        value = json_is_array(value) ? json_array_get(value, (size_t)(key[0] - '0'))
                                     : json_object_get(value, key);
        path += n + (path[n] == '.');
    }
    return value;
}

static void what_differs_and_where(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        int64_t want;
    } rows[] = {
        {"contests.0.stations",                       5  },
        {"contests.0.without_copy_left_out",          0  },
        {"contests.0.with_copy",                      3  },
        {"contests.0.pairs.0.both",                   3  },
        {"contests.0.pairs.0.only_a",                 1  },
        {"contests.0.pairs.0.differ",                 2  },
        {"contests.0.pairs.0.votes_differ",           1  },
        {"contests.0.pairs.0.zeros_b.stations",       1  },
        {"contests.0.pairs.0.zeros_b.votes_beside.1", 121},
        {"contests.0.pairs.0.fewer.1",                9  },
        {"contests.0.pairs.0.lead_more.votes",        9  },
        {"contests.0.pairs.0.votes_by_class.digit",   1  },
        {"contests.0.pairs.0.stations.0.cells.0.b",   139},
        {"contests.0.pairs.0.stations.1.votes_apart", 239},
        {"contests.0.pairs.0.stations_left_out",      0  },
        {"contests.0.pairs.1.votes_by_class.state",   1  },
 /* agents: s0 and s2; 10 ahead at s0, 19 behind at s2. Without a copy: 400, 400 and 50. */
        {"contests.0.held.0.stations",                2  },
        {"contests.0.held.0.lead",                    9  },
        {"contests.0.held.0.others_most",             850},
        {"coverage.with_copy",                        3  },
        {"coverage.by_lead.1.with_copy",              3  },
    };
    copies_sample s;
    json_t *c = compared(&s, true);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        json_t *value = at(c, rows[i].path);
        if (!json_is_integer(value)) fail_msg("no number at %s", rows[i].path);
        ROW_INT(rows[i].path, json_integer_value(value), rows[i].want);
    }
    static const struct {
        const char *path, *want;
    } words[] = {
        {"contests.0.without_copy.0",               "s1"           },
        {"contests.0.without_copy.1",               "s4"           },
        {"trust.order.0",                           "recount"      },
        {"trust.order.7",                           "earlier"      },
        {"trust.count_from.1",                      "original"     },
        {"trust.open_from.3",                       "machine"      },
        {"contests.0.pairs.0.b",                    "agents"       },
        {"contests.0.pairs.0.stations.0.station",   "s2"           },
        {"contests.0.pairs.0.stations.0.source_b",  "results.csv:6"},
        {"contests.0.pairs.0.stations.1.zeros",     "b"            },
        {"contests.0.pairs.1.stations.0.cells.0.b", "blank"        },
        {"contests.0.held.0.word",                  "too_few"      },
        {"contests.0.held.0.first",                 "B"            },
    };
    for (size_t i = 0; i < N_ROWS(words); i++) {
        const char *got = json_string_value(at(c, words[i].path));
        ROW_STR(words[i].path, cv_str_of(got ? got : "(none)"), cv_str_of(words[i].want));
    }
    assert_true(json_is_null(at(c, "contests.0.pairs.0.a")));
    json_decref(c);
}

static void null_without_copies(void **state)
{
    (void)state;
    copies_sample s;
    json_t *c = compared(&s, false);
    assert_true(json_is_null(c));
    json_decref(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_differs_and_where),
        cmocka_unit_test(null_without_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

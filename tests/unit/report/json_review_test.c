#include "sample.h"

typedef cv_status (*writer)(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);

static json_t *read_back(sample *s, writer write)
{
    cv_arena scratch = cv_arena_open();
    cv_text t = cv_text_open(&s->keep);
    assert_int_equal(write((cv_out){sample_put, &t}, &s->report, scratch, NULL), CV_OK);
    cv_arena_close(&scratch);
    json_error_t why;
    json_t *root = json_loadb(t.s, (size_t)t.n, JSON_REJECT_DUPLICATES, &why);
    if (!root) fail_msg("line %d: %s", why.line, why.text);
    return root;
}

/* "contests.0.verdict": members and elements, by dots. */
static const json_t *at(const json_t *root, const char *path)
{
    char word[64];
    while (root && *path) {
        size_t n = strcspn(path, ".");
        snprintf(word, sizeof word, "%.*s", (int)n, path);
        root = json_is_array(root) ? json_array_get(root, (size_t)(word[0] - '0'))
                                   : json_object_get(root, word);
        path += n + (path[n] == '.');
    }
    return root;
}

static const struct {
    const char *path, *text; /* text NULL: the number; "null": null */
    int64_t number;
} wanted[] = {
    {"canvass",                                        CV_VERSION,                               0  },
    {"case",                                           "sample",                                 0  },
    {"date",                                           "2005-02-27",                             0  },
    {"as_of",                                          "null",                                   0  },
    {"inputs.0.file",                                  "results.csv",                            0  },
    {"inputs.0.rows",                                  NULL,                                     5  },
    {"inputs.0.refused",                               NULL,                                     1  },
    {"contests.0.id",                                  "seat-1",                                 0  },
    {"contests.0.area",                                "null",                                   0  },
    {"contests.0.round",                               NULL,                                     1  },
    {"contests.0.seats",                               NULL,                                     1  },
    {"contests.0.rule",                                "most",                                   0  },
    {"contests.0.options.0.name",                      "Асанова",                         0  },
    {"contests.0.options.0.votes",                     NULL,                                     180},
    {"contests.0.options.0.seats",                     NULL,                                     1  },
    {"contests.0.options.1.party",                     "null",                                   0  },
    {"contests.0.outcome",                             "decided",                                0  },
    {"contests.0.winners.0",                           "a",                                      0  },
    {"contests.0.margin_votes",                        NULL,                                     30 },
    {"contests.0.margin.switched",                     NULL,                                     15 },
    {"contests.0.votes_contradicted",                  NULL,                                     0  },
    {"contests.0.votes_in_question",                   NULL,                                     40 },
    {"contests.0.votes_missing",                       NULL,                                     40 },
    {"contests.0.verdict",                             "undetermined",                           0  },
    {"contests.0.reasons.0.code",                      "missing_can",                            0  },
    {"contests.0.reasons.0.b",                         NULL,                                     40 },
    {"contests.0.missing_stations.0",                  "103",                                    0  },
    {"contests.0.sensitivity.changing_set.stations.0", "103",                                    0  },
    {"contests.0.sensitivity.forms.0.code",            "C801",                                   0  },
    {"contests.0.results.declared",                    "null",                                   0  },
    {"contests.0.results.decided.invalid",             "null",                                   0  },
    {"contests.1.verdict",                             "holds",                                  0  },
    {"contests.1.sensitivity.changing_set",            "null",                                   0  },
    {"chamber.0.bloc",                                 "left",                                   0  },
    {"chamber.0.seats",                                NULL,                                     2  },
    {"chamber.0.low",                                  NULL,                                     1  },
    {"chamber.1.high",                                 NULL,                                     1  },
    {"words.holds",                                    NULL,                                     1  },
    {"rule_sets.0.cite",                               "art. 1",                                 0  },
    {"rules.0.severity",                               "warning",                                0  },
    {"rules.0.tolerance",                              "null",                                   0  },
    {"rules.0.why_set",                                "null",                                   0  },
    {"rules.1.severity",                               "note",                                   0  },
    {"rules.1.next",                                   "Compare with another copy of the form.", 0  },
    {"rules.1.tolerance",                              NULL,                                     5  },
    {"rules.1.why_set",                                "art. 9",                                 0  },
    {"findings.0.code",                                "C801",                                   0  },
    {"findings.0.source",                              "null",                                   0  },
    {"findings.0.votes_in_question",                   NULL,                                     40 },
    {"findings.1.contest",                             "seat-2",                                 0  },
    {"findings.1.station",                             "202",                                    0  },
    {"findings.1.source",                              "results.csv:5",                          0  },
    {"findings.1.left",                                NULL,                                     152},
    {"findings.1.votes_contradicted",                  NULL,                                     2  },
    {"findings.1.field",                               "valid",                                  0  },
    {"refused.0.line",                                 NULL,                                     6  },
    {"refused.0.reason",                               "'=12x' is not a whole number",           0  },
};

static void least_part(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    json_t *root = read_back(&s, cv_json_review);
    for (size_t i = 0; i < N_ROWS(wanted); i++) {
        const json_t *got = at(root, wanted[i].path);
        if (!got) fail_msg("no '%s'", wanted[i].path);
        if (!wanted[i].text)
            ROW_INT(wanted[i].path, json_integer_value(got), wanted[i].number);
        else
            ROW_STR(wanted[i].path, cv_str_of(json_is_null(got) ? "null" : json_string_value(got)),
                    cv_str_of(wanted[i].text));
    }
    json_decref(root);
    sample_close(&s);
}

/* The commands give parts of it, and only the contests shown. */
static void parts(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        writer write;
        const char *has, *has_not;
    } rows[] = {
        {"check",       cv_json_check,       "findings.0.code",              "contests"          },
        {"tally",       cv_json_tally,       "contests.0.results.summed",    "contests.0.verdict"},
        {"tally",       cv_json_tally,       "rule_sets.0.engine",           "findings"          },
        {"sensitivity", cv_json_sensitivity, "contests.0.sensitivity.forms", "contests.0.results"},
        {"one contest", cv_json_review,      "contests.0.id",                "contests.1.id"     },
    };
    static const bool second[] = {false, true};
    sample s;
    sample_open(&s);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        s.report.shown = strcmp(rows[i].name, "one contest") == 0 ? second : NULL;
        json_t *root = read_back(&s, rows[i].write);
        ROW_TRUE(rows[i].name, at(root, rows[i].has));
        ROW_TRUE(rows[i].name, !at(root, rows[i].has_not));
        if (s.report.shown) {
            ROW_STR(rows[i].name, cv_str_of(json_string_value(at(root, "contests.0.id"))),
                    CV_STR("seat-2"));
            ROW_INT(rows[i].name, (int64_t)json_array_size(at(root, "findings")), 1);
        }
        json_decref(root);
    }
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(least_part), cmocka_unit_test(parts)};
    return cmocka_run_group_tests_name("json_review", tests, NULL, NULL);
}

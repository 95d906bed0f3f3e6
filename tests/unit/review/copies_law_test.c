#include "../row.h"

#include "model/law.h"
#include "review/copies_law.h"

typedef struct {
    const char *name, *key, *value;
    const char *order; /* kinds by their number in the enum */
    uint32_t count_from, open_from;
} law_row;

#define BIT(kind) CV_COPY_BIT(CV_COPY_##kind)
#define COUNTS    (BIT(RECOUNT) | BIT(ORIGINAL))
#define OPENS     (BIT(POSTED) | BIT(AGENT) | BIT(OBSERVER) | BIT(MACHINE))

/* original 0, posted 1, agent 2, observer 3, machine 4, recount 5, portal 6, earlier 7 */
static const law_row rows[] = {
    {"no such key",            "turnout.min",      "",                    "50123467", COUNTS,       OPENS},
    {"an order",               "trust.order",      "machine original",    "40",       COUNTS,       OPENS},
    {"each kind once",         "trust.order",      "posted posted agent", "12",       COUNTS,       OPENS},
    {"words that are no kind", "trust.order",      "the agent sheet",     "2",        COUNTS,       OPENS},
    {"no kind at all",         "trust.order",      "none-of-them",        "50123467", COUNTS,       OPENS},
    {"what may count",         "trust.count_from", "machine",             "50123467", BIT(MACHINE), OPENS},
    {"what opens a question",  "copies.open_from", "agent portal",        "50123467", COUNTS,
     BIT(AGENT) | BIT(PORTAL)                                                                            },
};

static void each_key_sets_its_part(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const law_row *r = &rows[i];
        const cv_law_rule rule = {.key = cv_str_of(r->key),
                                  .value = cv_str_of(r->value),
                                  .from = CV_NO_DATE,
                                  .to = CV_NO_DATE,
                                  .source = CV_STR("art. 1")};
        const cv_law law = {.n_rules = 1, .rule = &rule};
        const cv_election e = {.date = CV_NO_DATE, .law = &law};
        cv_copies_law got = cv_copies_law_of(&e);
        ROW_INT(r->name, got.n_order, (int64_t)strlen(r->order));
        for (int32_t k = 0; k < got.n_order; k++) ROW_INT(r->name, got.order[k], r->order[k] - '0');
        ROW_INT(r->name, got.count_from, r->count_from);
        ROW_INT(r->name, got.open_from, r->open_from);
    }
}

static void without_a_profile_the_default(void **state)
{
    (void)state;
    const cv_election e = {.date = CV_NO_DATE};
    assert_int_equal(cv_copies_law_of(&e).n_order, 8);
    assert_int_equal(cv_copies_law_of(&e).open_from, OPENS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_key_sets_its_part),
        cmocka_unit_test(without_a_profile_the_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

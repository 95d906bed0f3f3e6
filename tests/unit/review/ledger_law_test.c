#include "../row.h"

#include "model/law.h"
#include "review/ledger_law.h"

static cv_ledger_rules rules_of(const char *key, const char *value, cv_arena *keep)
{
    const cv_law_rule rule = {.key = cv_str_of(key),
                              .value = cv_str_of(value),
                              .from = CV_NO_DATE,
                              .to = CV_NO_DATE,
                              .source = CV_STR("art. 1")};
    const cv_law law = {.n_rules = 1, .rule = &rule};
    const cv_election e = {.date = CV_NO_DATE, .law = &law};
    return cv_ledger_rules_of(&e, keep);
}

static void each_key_sets_its_part(void **state)
{
    (void)state;
    static const struct {
        const char *key, *value;
        bool drops, keeps, repeat;
        cv_cancel votes;
        int32_t bodies;
    } rows[] = {
        {"turnout.min",        "drop",           false, false, false, CV_CANCEL_KEPT_IN_BASE, 0},
        {"annul.registered",   "drop",           true,  false, false, CV_CANCEL_KEPT_IN_BASE, 0},
        {"annul.registered",   "keep",           false, false, false, CV_CANCEL_KEPT_IN_BASE, 0},
        {"annul.participants", "keep",           false, true,  false, CV_CANCEL_KEPT_IN_BASE, 0},
        {"repeat.registered",  "drop",           false, false, true,  CV_CANCEL_KEPT_IN_BASE, 0},
        {"bar.votes",          "as_invalid",     false, false, false, CV_CANCEL_AS_INVALID,   0},
        {"bar.votes",          "removed",        false, false, false, CV_CANCEL_REMOVED,      0},
        {"bar.votes",          "lost",           false, false, false, CV_CANCEL_KEPT_IN_BASE, 0},
        {"bodies.rank",        "court district", false, false, false, CV_CANCEL_KEPT_IN_BASE, 2},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena keep = cv_arena_open();
        cv_ledger_rules r = rules_of(rows[i].key, rows[i].value, &keep);
        ROW_INT(rows[i].key, r.totals.annul_drops_registered, rows[i].drops);
        ROW_INT(rows[i].key, r.totals.annul_keeps_persons, rows[i].keeps);
        ROW_INT(rows[i].key, r.totals.repeat_drops_registered, rows[i].repeat);
        ROW_INT(rows[i].key, r.bar_votes, rows[i].votes);
        ROW_INT(rows[i].key, r.n_bodies, rows[i].bodies);
        if (r.n_bodies) ROW_STR(rows[i].key, r.body[0], CV_STR("court"));
        cv_arena_close(&keep);
    }
}

static void without_a_profile_the_default(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_election e = {.date = CV_NO_DATE};
    assert_int_equal(cv_ledger_rules_of(&e, &keep).bar_votes, CV_CANCEL_KEPT_IN_BASE);
    assert_int_equal(cv_ledger_rules_of(&e, &keep).n_bodies, 0);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_key_sets_its_part),
        cmocka_unit_test(without_a_profile_the_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

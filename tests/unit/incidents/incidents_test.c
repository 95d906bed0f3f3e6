#include "claims.h"

/* E2 is the day before E1; E3 is merged with E1. Two events have a crowd: 100..200 with E3's claim
 * from another origin 150.., and 30..40. */
static void claims_are_grouped_by_event_and_quantity(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_event event[] = {event_of("E1", "2005-03-21", "2005-03-21"),
                        event_of("E2", "2005-03-20", "2005-03-20"),
                        event_of("E3", "2005-03-21", "2005-03-22")};
    cv_claim claim[] = {claim_of("a", 100, 200), claim_of("b", 30, 40), claim_of("c", 150, OPEN),
                        claim_of("a", 2, 2), claim_of("d", 7, 7)};
    claim[0].event = claim[3].event = 0;
    claim[1].event = 1;
    claim[2].event = 2;
    claim[3].quantity = CV_STR("killed");
    cv_merge_record merge = {.event = 2, .with = 0, .undoes = -1};
    cv_incidents in = {.n_events = 3,
                       .event = event,
                       .n_claims = 5,
                       .claim = claim,
                       .n_merges = 1,
                       .merge = &merge};
    cv_election e = {.incidents = &in};
    cv_incident_review r;
    cv_incidents_review(&r, &e, &keep, scratch);
    assert_int_equal(r.timeline[0], 1);
    assert_int_equal(r.timeline[1], 0);
    assert_int_equal(r.timeline[2], 2);
    assert_int_equal(r.event[2].same_as, 0);
    assert_int_equal(r.n_profiles, 4);
    assert_int_equal(r.profile[0].n_origins, 2);
    assert_int_equal(r.profile[0].n_claims, 2);
    assert_int_equal(r.profile[0].event, 0);
    assert_string_equal(spans_text(r.profile[0].consensus, 1, &keep).s, "150..200");
    assert_int_equal(r.profile[3].event, -1);
    assert_int_equal(r.n_sums, 1); /* killed is said of one event only, and d speaks of none */
    assert_int_equal(r.sum[0].n_events, 2);
    assert_int_equal(r.sum[0].low, 130);
    assert_int_equal(r.sum[0].high, CV_BLANK);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

static void nothing_on_record_gives_nothing(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_incident_review r;
    cv_incidents_review(&r, &(cv_election){0}, &keep, scratch);
    assert_null(r.incidents);
    assert_int_equal(r.n_profiles, 0);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_grouped_by_event_and_quantity),
        cmocka_unit_test(nothing_on_record_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

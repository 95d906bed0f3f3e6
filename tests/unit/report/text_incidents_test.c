#include "sample.h"

#include "report/text_parts.h"

/* Osh, 21 March 2005: 800 to 1,250 by one agency, 2,400 to 3,750 by a witness, and 9 police hurt of
 * which one side says 4 and later 9. Seats: 40 and 30 of a chamber of 75. */
enum { NO_EVENT = -1 };

static const cv_event events[] = {
    {.id = CV_STR("E1"),
     .from = {12863, -1},
     .to = {12863, -1},
     .when = CV_WHEN_PART_OF_DAY,
     .when_note = CV_STR("noon"),
     .place = CV_STR("Osh"),
     .place_of = CV_STR("Osh region"),
     .where = CV_WHERE_SITE,
     .summary = CV_STR("the regional office is taken")},
};
static const cv_claim claims[] = {
    {.id = CV_STR("C1"),
     .quantity = CV_STR("participants"),
     .has_span = true,
     .span = {800, 1250},
     .wording = CV_STR("about 1000"),
     .outlet = CV_STR("a radio"),
     .attributed_to = CV_STR("an agency"),
     .address = CV_STR("http://radio.example/1"),
     .published = CV_STR("2005-03-21")},
    {.id = CV_STR("C2"),
     .quantity = CV_STR("participants"),
     .has_span = true,
     .span = {2400, CV_BLANK},
     .outlet = CV_STR("a witness"),
     .attributed_to = CV_STR("a witness")           },
    {.id = CV_STR("C3"),
     .event = NO_EVENT,
     .quantity = CV_STR("seats"),
     .has_span = true,
     .span = {40, 40},
     .part = CV_STR("decided")},
};
static const cv_incidents incidents = {
    .n_events = 1, .event = events, .n_claims = 3, .claim = claims};
static const int32_t both[] = {0, 1}, third[] = {2}, timeline[] = {0};
static const cv_span forty[] = {
    {40, 40}
};
static const cv_profile_of_claims profiles[] = {
    {.subject = CV_STR("E1"),
     .quantity = CV_STR("participants"),
     .n_claims = 2,
     .claim = both,
     .n_with_span = 2,
     .n_origins = 2,
     .low = 800,
     .high = CV_BLANK,
     .max_support = 1,
     .agreement = CV_AGREE_NONE},
    { .event = NO_EVENT,
     .subject = CV_STR("decided"),
     .quantity = CV_STR("seats"),
     .n_claims = 1,
     .claim = third,
     .n_with_span = 1,
     .n_origins = 1,
     .low = 40,
     .high = 40,
     .max_support = 1,
     .agreement = CV_AGREE_SINGLE,
     .n_consensus = 1,
     .consensus = forty},
};
static const cv_claim_origin origins[2] = {
    {.name = CV_STR("a") },
    { .name = CV_STR("b"), .contradicts = true}
};
static const cv_seat_account accounts[] = {
    {.name = CV_STR("a paper"),
     .n_parts = 1,
     .claim = third,
     .low = 40,
     .high = 40,
     .seats = 75,
     .state = CV_ACCOUNT_SHORT,
     .apart = 35},
    {.name = CV_STR("another"), .low = 70,  .high = 80,  .seats = 75, .state = CV_ACCOUNT_CAN_CLOSE},
};
static const cv_event_facts facts[] = {{.same_as = 0}};

static cv_profile_of_claims filled[2];

static void set_incidents(sample *s)
{
    filled[0] = profiles[0];
    filled[1] = profiles[1];
    filled[0].origin = origins;
    filled[1].origin = origins;
    s->review.incidents = (cv_incident_review){.incidents = &incidents,
                                               .timeline = timeline,
                                               .event = facts,
                                               .n_profiles = 2,
                                               .profile = filled,
                                               .n_accounts = 2,
                                               .account = accounts};
}

static cv_str part(cv_str text, const char *from, const char *until)
{
    int64_t at = cv_str_find(text, cv_str_of(from), 0);
    int64_t end = cv_str_find(text, cv_str_of(until), at < 0 ? 0 : at);
    if (at < 0 || end < 0) fail_msg("no '%s' before '%s' in:\n%.*s", from, until, CV_ARG(text));
    return cv_str_cut(text, at, end);
}

static void shows_every_claim_with_its_source(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    set_incidents(&s);
    cv_text t = cv_text_open(&s.keep);
    cv_text_incidents(&t, &s.report, &CV_LOOK_DEFAULT);
    ROW_STR("incidents", part(cv_text_str(&t), "Time line", "\nNext:"),
            CV_STR("Time line\n"
                   "  E1 · 2005-03-21 (part of a day: noon) · Osh, Osh region (site)\n"
                   "      the regional office is taken\n"
                   "\n"
                   "What is claimed\n"
                   "  E1, participants: 800 or more, by 2 origins that do not agree\n"
                   "    b: what it is quoted with contradicts itself.\n"
                   "      C1 · 800 to 1,250 · “about 1000” · an agency · a radio · 2005-03-21\n"
                   "        http://radio.example/1\n"
                   "      C2 · 2,400 or more · a witness\n"
                   "  decided, seats: 40, by one origin\n"
                   "      C3 · 40\n"
                   "\n"
                   "Accounts of seats\n"
                   "  a paper: its parts add to 40 of 75 seats: 35 short.\n"
                   "      decided · 40 · C3\n"
                   "  another: its parts add to 70 to 80, which 75 seats can be.\n"));
    sample_close(&s);
}

static void the_review_says_how_much_there_is(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    set_incidents(&s);
    cv_text t = cv_text_open(&s.keep);
    cv_text_doc d = {&t, &s.report, &s.review, s.review.election, &CV_LOOK_DEFAULT, NULL, &s.keep};
    cv_text_incidents_short(&d);
    ROW_STR("short", cv_text_str(&t),
            CV_STR("\nIncidents\n"
                   "  1 event and 3 claims on record. For 1 quantity no two origins agree. canvass "
                   "incidents shows them\n  with their sources.\n"
                   "  a paper: its parts add to 40 of 75 seats: 35 short.\n"));
    s.review.incidents = (cv_incident_review){0};
    t = cv_text_open(&s.keep);
    cv_text_incidents_short(&d);
    ROW_STR("nothing on record", cv_text_str(&t), CV_STR(""));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_every_claim_with_its_source),
        cmocka_unit_test(the_review_says_how_much_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Profiles that a person can draw on a line. */
#include "claims.h"

#include "incidents/profile.h"
#include "num/rng.h"

typedef struct {
    const char *origin;
    cv_count low, high;
} said;

typedef struct {
    const char *name;
    said claim[6]; /* origin NULL and low 0 and high 0: the end */
    int32_t origins, contradicting;
    cv_count low, high;
    int32_t support;
    cv_agreement agreement;
    const char *consensus;
} profile_row;

#define END                                                                                        \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

/* clang-format off */
static const profile_row ROWS[] = {
    {"nobody gives a figure", {{"a", -1, 0}, END}, 0, 0, 0, OPEN, 0, CV_AGREE_NO_FIGURE, ""},
    {"one claim", {{"a", 8000, 12500}, END}, 1, 0, 8000, 12500, 1, CV_AGREE_SINGLE, "8000..12500"},
    {"two that are one", {{"a", 4, 4}, {"a", 4, OPEN}, END}, 1, 0, 4, 4, 1, CV_AGREE_SINGLE, "4..4"},
    {"two that meet", {{"a", 1, 5}, {"b", 5, 9}, END}, 2, 0, 1, 9, 2, CV_AGREE_SOME, "5..5"},
    {"two that just miss", {{"a", 1, 5}, {"b", 6, 9}, END}, 2, 0, 1, 9, 1, CV_AGREE_NONE, ""},
    {"two that agree and a third", {{"a", 800, 1250}, {"b", 2400, 3750}, {"c", 800, 1250}, END},
     3, 0, 800, 3750, 2, CV_AGREE_SOME, "800..1250"},
    {"no bound", {{"a", 301, OPEN}, {"b", 388, 388}, END}, 2, 0, 301, OPEN, 2, CV_AGREE_SOME, "388..388"},
    {"agreement without a bound", {{"a", 10, OPEN}, {"b", 20, OPEN}, END}, 2, 0, 10, OPEN, 2, CV_AGREE_SOME, "20.."},
    {"two runs", {{"a", 0, 100}, {"b", 10, 20}, {"c", 40, 50}, END}, 3, 0, 0, 100, 2, CV_AGREE_SOME, "10..20 40..50"},
    {"one ends where another begins", {{"a", 0, 100}, {"b", 10, 20}, {"c", 21, 30}, END},
     3, 0, 0, 100, 2, CV_AGREE_SOME, "10..30"},
    {"an origin that contradicts itself", {{"a", 6, 6}, {"a", 10, 10}, END}, 1, 1, 6, 10, 1, CV_AGREE_SINGLE, "6..6 10..10"},
    {"whole numbers touch", {{"a", 31, 31}, {"a", 27, 30}, END}, 1, 1, 27, 31, 1, CV_AGREE_SINGLE, "27..31"},
    {"it supports what it said at any time", {{"a", 6, 6}, {"a", 10, 10}, {"b", 2, 6}, {"c", 6, 6}, END},
     3, 1, 2, 10, 3, CV_AGREE_SOME, "6..6"},
    {"no origin is an origin of its own", {{NULL, 5, 5}, {"", 5, 5}, END}, 2, 0, 5, 5, 2, CV_AGREE_SOME, "5..5"},
    {"zero is a figure", {{"a", 0, 0}, {"b", 0, 10}, END}, 2, 0, 0, 10, 2, CV_AGREE_SOME, "0..0"},
};
/* clang-format on */

static void a_profile_keeps_every_origin(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        const profile_row *r = &ROWS[i];
        cv_arena keep = cv_arena_open();
        cv_claim claim[6];
        int32_t index[6], n = 0;
        for (; r->claim[n].origin || r->claim[n].low || r->claim[n].high; n++) {
            claim[n] = claim_of(r->claim[n].origin, r->claim[n].low, r->claim[n].high);
            index[n] = n;
        }
        cv_incidents in = {.n_claims = n, .claim = claim};
        cv_profile_of_claims p;
        cv_incident_profile(&p, &in, index, n, &keep);
        ROW_INT(r->name, p.n_origins, r->origins);
        ROW_INT(r->name, p.n_contradicting, r->contradicting);
        ROW_INT(r->name, p.low, r->low);
        ROW_INT(r->name, p.high, r->high);
        ROW_INT(r->name, p.max_support, r->support);
        ROW_INT(r->name, p.agreement, r->agreement);
        ROW_STR(r->name, spans_text(p.consensus, p.n_consensus, &keep), cv_str_of(r->consensus));
        cv_arena_close(&keep);
    }
}

/* Police 4, an agency at least 4, the opposition 20 to 30: by class of the speaker. */
static void each_class_of_speaker_has_its_range(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_claim claim[] = {claim_of("police", 4, 4), claim_of("agency", 4, OPEN),
                        claim_of("party", 20, 30), claim_of("ministry", 2, 3),
                        claim_of("ministry", -1, 0)};
    claim[0].speaker = claim[3].speaker = claim[4].speaker = CV_SPEAKER_GOVERNMENT;
    claim[1].speaker = CV_SPEAKER_MEDIA;
    claim[1].relation = CV_CLAIM_ASSUMED;
    claim[2].speaker = CV_SPEAKER_OPPOSITION;
    claim[4].relation = CV_CLAIM_DENIES;
    cv_incidents in = {.n_claims = 5, .claim = claim};
    cv_profile_of_claims p;
    cv_incident_profile(&p, &in, (int32_t[]){0, 1, 2, 3, 4}, 5, &keep);
    assert_int_equal(p.n_with_span, 4);
    assert_int_equal(p.n_denials, 1);
    assert_int_equal(p.n_speakers, 3);
    assert_int_equal(p.speaker[0].speaker, CV_SPEAKER_GOVERNMENT);
    assert_int_equal(p.speaker[0].low, 2);
    assert_int_equal(p.speaker[0].high, 4);
    assert_int_equal(p.speaker[0].n_claims, 2);
    assert_int_equal(p.speaker[1].low, 20);
    assert_int_equal(p.speaker[2].high, CV_BLANK);
    assert_true(p.origin[1].is_assumed);
    assert_false(p.origin[0].is_assumed);
    cv_arena_close(&keep);
}

/* ---- against counting every number by itself ---- */

enum { ROUNDS = 3000, MOST_CLAIMS = 7, NUMBERS = 24 };

typedef struct {
    bool allows[MOST_CLAIMS][NUMBERS]; /* of an origin */
    int32_t n_origins;
} counted;

/* What an origin allows: numbers of all its claims; where there is none, of any. */
static void count_origin(counted *c, const cv_claim *claim, int32_t n, cv_str origin)
{
    bool any = false;
    bool *allows = c->allows[c->n_origins++];
    for (int32_t both = 1; both >= 0 && !any; both--) {
        for (int32_t x = 0; x < NUMBERS; x++) {
            bool all = true, one = false;
            for (int32_t i = 0; i < n; i++) {
                if (!cv_str_eq(claim[i].origin, origin)) continue;
                bool in = x >= claim[i].span.low &&
                          (claim[i].span.high == CV_BLANK || x <= claim[i].span.high);
                all = all && in;
                one = one || in;
            }
            allows[x] = both ? all : one;
            any = any || allows[x];
        }
    }
}

static bool in_consensus(const cv_profile_of_claims *p, int32_t x)
{
    for (int32_t k = 0; k < p->n_consensus; k++)
        if (x >= p->consensus[k].low &&
            (p->consensus[k].high == CV_BLANK || x <= p->consensus[k].high))
            return true;
    return false;
}

static void hold_against(const cv_profile_of_claims *p, const counted *c)
{
    int32_t most = 0, low = NUMBERS, support[NUMBERS] = {0};
    for (int32_t x = 0; x < NUMBERS; x++) {
        for (int32_t k = 0; k < c->n_origins; k++) support[x] += c->allows[k][x];
        if (support[x] > most) most = support[x];
        if (support[x] && x < low) low = x;
    }
    assert_int_equal(p->n_origins, c->n_origins);
    assert_int_equal(p->max_support, most);
    assert_int_equal(p->low, low);
    bool agrees = c->n_origins == 1 || most >= 2;
    for (int32_t x = 0; x < NUMBERS; x++)
        assert_int_equal(in_consensus(p, x), agrees && support[x] == most);
    for (int32_t k = 1; k < p->n_consensus; k++) /* runs are as long as they can be */
        assert_true(p->consensus[k].low > p->consensus[k - 1].high + 1);
}

/* Claims of at most four origins on the numbers 0 to 23; some without a bound. */
static void any_claims_are_counted_number_by_number(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d"};
    cv_arena keep = cv_arena_open();
    cv_rng r = cv_rng_open(2005, 3, 21, 0);
    for (int round = 0; round < ROUNDS; round++) {
        cv_claim claim[MOST_CLAIMS];
        int32_t index[MOST_CLAIMS], n = 1 + (int32_t)cv_rng_below(&r, MOST_CLAIMS);
        counted c = {.n_origins = 0};
        for (int32_t i = 0; i < n; i++) {
            cv_count low = (cv_count)cv_rng_below(&r, NUMBERS);
            cv_count high = low + (cv_count)cv_rng_below(&r, NUMBERS - low);
            claim[i] = claim_of(names[cv_rng_below(&r, 4)], low, cv_rng_below(&r, 6) ? high : OPEN);
            index[i] = i;
        }
        for (int k = 0; k < 4; k++) {
            bool speaks = false;
            for (int32_t i = 0; i < n; i++)
                speaks = speaks || cv_str_eq(claim[i].origin, cv_str_of(names[k]));
            if (speaks) count_origin(&c, claim, n, cv_str_of(names[k]));
        }
        cv_incidents in = {.n_claims = n, .claim = claim};
        cv_profile_of_claims p;
        cv_incident_profile(&p, &in, index, n, &keep);
        hold_against(&p, &c);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_profile_keeps_every_origin),
        cmocka_unit_test(each_class_of_speaker_has_its_range),
        cmocka_unit_test(any_claims_are_counted_number_by_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

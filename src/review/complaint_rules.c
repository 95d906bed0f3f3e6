#include "review/complaint_rules.h"

#include "model/law.h"

static const char *const clock_keys[CV_N_CLOCKS] = {
    [CV_CLOCK_FILE] = "clock.complaint", [CV_CLOCK_DECIDE] = "clock.decide",
    [CV_CLOCK_ANSWER] = "clock.answer",  [CV_CLOCK_APPEAL] = "clock.appeal",
    [CV_CLOCK_REVIEW] = "clock.review",  [CV_CLOCK_EXECUTE] = "clock.execute",
};

/* Statutes name what a term begins with in many words. */
static cv_clock_anchor anchor_named(cv_str words)
{
    static const struct {
        cv_str part;
        cv_clock_anchor anchor;
    } known[] = {
        {{"knowledge", 9},    CV_FROM_KNOWLEDGE   },
        {{"receipt", 7},      CV_FROM_RECEIPT     },
        {{"publication", 11}, CV_FROM_PUBLICATION },
        {{"voting", 6},       CV_FROM_ELECTION_DAY},
        {{"election", 8},     CV_FROM_ELECTION_DAY},
        {{"act", 3},          CV_FROM_ACT         },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (cv_str_find(words, known[i].part, 0) >= 0) return known[i].anchor;
    return CV_FROM_MOVE;
}

/* "days", "calendar days", "weeks" (seven days): the unit of a line of the profile. */
static bool unit_named(cv_clock_rule *out, cv_str words)
{
    if (cv_str_eq(words, CV_STR("weeks"))) {
        out->unit = CV_UNIT_DAYS;
        out->amount *= 7;
        return true;
    }
    if (cv_str_eq(words, CV_STR("calendar days"))) words = CV_UNIT_WORDS[CV_UNIT_DAYS];
    for (int u = 0; u < CV_N_UNITS; u++)
        if (cv_str_eq(words, CV_UNIT_WORDS[u])) {
            out->unit = (cv_clock_unit)u;
            return true;
        }
    return false;
}

static cv_clock_rule clock_of(const cv_law_rule *r)
{
    cv_clock_rule out = {0};
    if (!r || !r->has_number || r->p < 0 || r->p > CV_CLOCK_AMOUNT_MAX / 7) return out;
    out.amount = (int32_t)r->p;
    if (!unit_named(&out, r->numerator)) return (cv_clock_rule){0};
    out.is_set = true;
    out.anchor = anchor_named(r->denominator);
    out.next_working = cv_str_find(r->extra, CV_STR("next_working"), 0) >= 0;
    out.cite = r->source;
    return out;
}

/* `cv_law_offset` begins at a minute of the clock before it, as cv_offset does. */
static void take_offsets(cv_calendar *out, const cv_law *law, cv_arena *keep)
{
    cv_offset *change = cv_new(keep, cv_offset, law->n_offsets);
    for (int32_t i = 0; i < law->n_offsets; i++) {
        const cv_law_offset *o = &law->offset[i];
        if (!cv_date_is(o->from))
            out->offset = o->minutes;
        else
            change[out->n_changes++] = (cv_offset){o->from, o->minutes};
    }
    out->change = change;
}

static const int32_t *days_of(const cv_law_day *day, int32_t n, cv_arena *keep)
{
    int32_t *out = cv_new(keep, int32_t, n);
    for (int32_t i = 0; i < n; i++) out[i] = day[i].day;
    return out;
}

static void take_calendar(cv_calendar *out, const cv_law *law, cv_date day, cv_arena *keep)
{
    take_offsets(out, law, keep);
    out->n_holidays = law->n_holidays;
    out->holiday = days_of(law->holiday, law->n_holidays, keep);
    out->n_workdays = law->n_workdays;
    out->workday = days_of(law->workday, law->n_workdays, keep);
    const cv_law_rule *courts = cv_law_find(law, "calendar.courts_work_on_election_days", day);
    out->courts_work_on_election_days = cv_law_says(courts, "yes");
}

static int32_t words_of(const cv_str **out, const cv_law *law, const char *key, cv_date day,
                        cv_arena *keep)
{
    cv_str *words = cv_new(keep, cv_str, CV_LAW_LIST_MAX);
    *out = words;
    return cv_law_words(words, CV_LAW_LIST_MAX, cv_law_find(law, key, day));
}

static cv_lapse lapse_of(const cv_law_rule *r)
{
    if (cv_law_says(r, "refused")) return CV_LAPSE_REFUSED;
    if (cv_law_says(r, "granted")) return CV_LAPSE_GRANTED;
    if (cv_law_says(r, "up")) return CV_LAPSE_UP;
    return CV_LAPSE_UNSAID;
}

cv_complaint_rules cv_complaint_rules_of(const cv_election *e, cv_arena *keep)
{
    cv_complaint_rules r = CV_COMPLAINT_RULES_DEFAULT;
    const cv_law *law = e->law;
    r.calendar.election_day = e->date;
    if (!law) return r;
    take_calendar(&r.calendar, law, e->date, keep);
    for (int k = 0; k < CV_N_CLOCKS; k++)
        r.clock[k] = clock_of(cv_law_find(law, clock_keys[k], e->date));
    r.lapse = lapse_of(cv_law_find(law, "lapse", e->date));
    r.forward_restarts = cv_law_says(cv_law_find(law, "forward.clock", e->date), "restart");
    r.on_paper = cv_law_says(cv_law_find(law, "hearing", e->date), "on_paper");
    r.n_grounds = words_of(&r.ground, law, "grounds", e->date, keep);
    r.n_standings = words_of(&r.standing, law, "standing", e->date, keep);
    return r;
}

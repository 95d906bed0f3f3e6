/* incidents.csv: what it says, and the place of what is wrong in it. */
#include "case.h"

#include <math.h>

#define FILE_OF(text) .json = "'results':[]}", .other_name = "incidents.csv", .other = text
#define EVENT_HEAD    "record,event,date_from,date_to,date_prec,place,place_prec,lat,lon,stations\n"
#define CLAIM_HEAD    "claim,subject,quantity,low,high,wording,class,relation\n"

/* clang-format off */
static const case_row bad[] = {
    {.name = "a column with a typing error", FILE_OF("record,event,date_fron\n"),
     .want = "error incidents.csv:1:3 unknown column 'date_fron' / did you mean 'date_from'?\n"},
    {.name = "a column twice", FILE_OF("record,event,event_id\n"),
     .want = "error incidents.csv:1:3 unknown column 'event_id'\n"},
    {.name = "an unknown record", FILE_OF("record,event\nincident,E1\n"),
     .want = "error incidents.csv:2:1 unknown record 'incident' / event, claim, merge or wording\n"},
    {.name = "an event without a name", FILE_OF(EVENT_HEAD "event,,2005-03-21,,,,,,,\n"),
     .want = "error incidents.csv:2:2 the event has no name: ''\n"},
    {.name = "a day that does not exist", FILE_OF(EVENT_HEAD "event,E1,2005-02-30,,,,,,,\n"),
     .want = "error incidents.csv:2:3 not a date: '2005-02-30' / dates are written 2005-03-17 or 2005-03-17T14:30\n"},
    {.name = "an end before the beginning", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,2005-03-20,,,,,,\n"),
     .want = "error incidents.csv:2:4 the event ends before it begins: '2005-03-20'\n"},
    {.name = "a precision of time", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,sometime,,,,,\n"),
     .want = "error incidents.csv:2:5 unknown precision of a date 'sometime' / exact, part_of_day, day, days, week, month or year\n"},
    {.name = "a precision of place", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,day,Osh,,,,\n"),
     .want = "error incidents.csv:2:7 unknown precision of a place '' / site, settlement, district, region or country\n"},
    {.name = "a latitude", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,day,Osh,city,140.5,72.8,\n"),
     .want = "error incidents.csv:2:8 not a latitude in degrees: '140.5'\n"},
    {.name = "half a place", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,day,Osh,city,40.5,,\n"),
     .want = "error incidents.csv:2:9 not a longitude in degrees: ''\n"},
    {.name = "a station that is not there", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,day,Osh,city,,,S9\n"),
     .want = "error incidents.csv:2:10 no station 'S9'\n"},
    {.name = "a second event", FILE_OF(EVENT_HEAD "event,E1,2005-03-21,,,,,,,\nevent,E1,2005-03-22,,,,,,,\n"),
     .want = "error incidents.csv:3:2 a second event 'E1'\n"},
    {.name = "a claim about nothing", FILE_OF(CLAIM_HEAD "C1,,killed,4,4,,,\n"),
     .want = "error incidents.csv:2:2 the claim is about nothing: ''\n"},
    {.name = "no quantity", FILE_OF(CLAIM_HEAD "C1,s,,4,4,,,\n"),
     .want = "error incidents.csv:2:3 no quantity: ''\n"},
    {.name = "no count", FILE_OF(CLAIM_HEAD "C1,s,killed,four,4,,,\n"),
     .want = "error incidents.csv:2:4 'four' is not a whole number / low and high are digits; empty: no bound\n"},
    {.name = "a range turned round", FILE_OF(CLAIM_HEAD "C1,s,killed,5,4,,,\n"),
     .want = "error incidents.csv:2:5 the high end '4' is less than the low one\n"},
    {.name = "no day for a date", FILE_OF(CLAIM_HEAD "C1,s,date,22,,,,\n"),
     .want = "error incidents.csv:2:4 not a date: '22' / dates are written 2005-03-17 or 2005-03-17T14:30\n"},
    {.name = "a class that is none", FILE_OF(CLAIM_HEAD "C1,s,killed,4,4,,blogger,\n"),
     .want = "error incidents.csv:2:7 unknown class of a speaker 'blogger' / government, government_anonymous, opposition, "
             "commission, court, domestic_observer, international_observer, media, witness, institution or unattributed\n"},
    {.name = "a denial is no figure", FILE_OF(CLAIM_HEAD "C1,s,killed,0,0,,,denies:C2\n"),
     .want = "error incidents.csv:2:8 a denial with a figure: 'denies:C2' / the figure that it gives instead is a claim of its own\n"},
    {.name = "a denial of no claim", FILE_OF(CLAIM_HEAD "C1,s,killed,,,,,denies:C2\n"),
     .want = "error incidents.csv:2:8 no other claim 'C2'\n"},
    {.name = "a claim about no event", FILE_OF("record,event,claim,quantity\nclaim,E1,C1,killed\n"),
     .want = "error incidents.csv:2:2 no event 'E1'\n"},
    {.name = "a second claim", FILE_OF(CLAIM_HEAD "C1,s,q,,,,,\nC1,s,q,,,,,\n"),
     .want = "error incidents.csv:3:1 a second claim 'C1'\n"},
    {.name = "a merge of what is not there", FILE_OF("record,event,merge,with\nmerge,E1,M1,E2\n"),
     .want = "error incidents.csv:2:2 no event 'E1' above this line\n"},
    {.name = "an undoing of what is not there", FILE_OF("record,event,merge,undoes\nmerge,,M1,M0\n"),
     .want = "error incidents.csv:2:4 no merge 'M0' above this line\n"},
    {.name = "a wording turned round", FILE_OF("record,wording,low,high\nwording,about,5/4,4/5\n"),
     .want = "error incidents.csv:2:4 the high end '4/5' is less than the low one\n"},
    {.name = "a wording with half a fraction", FILE_OF("record,wording,low,high\nwording,about,4/,5/4\n"),
     .want = "error incidents.csv:2:3 '4/' is neither a number nor a fraction like 4/5\n"},
    {.name = "a file that election.json names", .json = "'incidents':^'x.csv','results':[]}",
     .want = "error election.json:^ no file 'x.csv' in 'CASE' (incidents)\n"},
};
/* clang-format on */

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static const cv_incidents *read_text(test_case *t, const char *text)
{
    case_open(t);
    case_json(t, CASE_HEAD "'results':[]}");
    case_file(t, "incidents.csv", text);
    case_read(t);
    if (t->status != CV_OK)
        fail_msg("%lld:%lld %s", (long long)t->err.line, (long long)t->err.column, t->err.text);
    return t->e.incidents;
}

static void keeps_events_and_claims(void **state)
{
    (void)state;
    test_case t;
    const cv_incidents *in = read_text(
        &t, "record,event,date_from,date_to,date_prec,place,place_parent,place_prec,lat,lon,type,"
            "actors,summary,claim,subject,quantity,low,high,wording,outlet,attributed_to,class,"
            "published,url,origin,relation,account,part,merge,with,undoes\n"
            "claim,E1,,,,,,,,,,,,C1,,participants,,,about 400,BBC,police,domestic observer,"
            "2005-03-21,http://x.y/1,police,origin assumed,,,,,\n"
            "event,E1,2005-03-20,2005-03-21,part_of_day(early),Osh;Naryn,Osh;Naryn,site(HQ),40.5,"
            "72.75,rally,opposition,what,,,,,,,,,,,,,,,,,,\n"
            "event,E2,2005-03-20,,range,Osh,Osh,city,,,rally,,,,,,,,,,,,,,,,,,,,\n"
            "claim,,,,,,,,,,,,,C2,start,date,2005-02-22,,,,,,,,,relays:C1 late,,,,,\n"
            "claim,,,,,,,,,,,,,C3,E1,participants,,,,,,government,,,,denies C1,,,,,\n"
            "claim,,,,,,,,,,,,,C4,seats,seats,,6,,,,,,,,,acc,decided,,,\n"
            "merge,E2,,,,,,,,,,,same square,,,,,,,,a reader,,,,,,,,M1,E1,\n"
            "merge,,,,,,,,,,,,,,,,,,,,,,,,,,,,M2,,M1\n");
    const cv_event *e = in->event;
    assert_int_equal(in->n_events, 2);
    assert_int_equal(e[0].when, CV_WHEN_PART_OF_DAY);
    ROW_STR("note of when", e[0].when_note, CV_STR("early"));
    assert_int_equal(e[0].where, CV_WHERE_SITE);
    ROW_STR("note of where", e[0].where_note, CV_STR("HQ"));
    assert_true(fabs(e[0].lat - 40.5) < 0.001 && fabs(e[0].lon - 72.75) < 0.001);
    assert_int_equal(e[0].line, 3);
    assert_int_equal(e[1].when, CV_WHEN_DAYS);
    assert_int_equal(e[1].to.day, e[1].from.day);
    assert_true(isnan(e[1].lat));
    const cv_claim *c = in->claim;
    assert_int_equal(in->n_claims, 4);
    assert_int_equal(c[0].event, 0);
    assert_true(c[0].has_span && c[0].by_wording);
    assert_int_equal(c[0].span.low, 320);
    assert_int_equal(c[0].span.high, 500);
    assert_int_equal(c[0].speaker, CV_SPEAKER_DOMESTIC_OBSERVER);
    assert_int_equal(c[0].relation, CV_CLAIM_ASSUMED);
    assert_int_equal(c[1].event, -1);
    assert_int_equal(c[1].span.low, 12836); /* 22 February 2005: 35 years, 9 leap days, 52 days */
    assert_int_equal(c[1].span.high, CV_BLANK);
    assert_int_equal(c[1].relation, CV_CLAIM_RELAYS);
    assert_int_equal(c[1].of, 0);
    assert_int_equal(c[2].relation, CV_CLAIM_DENIES);
    assert_int_equal(c[2].event, 0);
    assert_false(c[2].has_span);
    assert_int_equal(c[3].span.low, 0);
    assert_int_equal(c[3].span.high, 6);
    assert_int_equal(c[3].speaker, CV_SPEAKER_UNATTRIBUTED);
    ROW_STR("account", c[3].account, CV_STR("acc"));
    assert_int_equal(in->n_merges, 2);
    assert_int_equal(in->merge[0].event, 1);
    assert_int_equal(in->merge[1].undoes, 0);
    case_close(&t);
}

/* A case may say what its words mean; a range that is given goes before both tables. */
static void the_case_has_its_own_words(void **state)
{
    (void)state;
    test_case t;
    const cv_incidents *in = read_text(&t, "record,claim,subject,quantity,low,high,wording\n"
                                           "claim,C1,s,q,,,About 400\n"
                                           "claim,C2,s,q,390,410,about 400\n"
                                           "claim,C3,s,q,,,a crowd\n"
                                           "claim,C4,s,q,,,some 400\n"
                                           "wording,,,,9/10,11/10,About\n"
                                           "wording,,,,50,,a crowd\n");
    static const cv_span want[] = {
        {360, 440     },
        {390, 410     },
        {50,  CV_BLANK},
        {320, 500     }
    };
    for (int i = 0; i < 4; i++) {
        ROW_INT(in->claim[i].id.s, in->claim[i].span.low, want[i].low);
        ROW_INT(in->claim[i].id.s, in->claim[i].span.high, want[i].high);
    }
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(keeps_events_and_claims),
        cmocka_unit_test(the_case_has_its_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

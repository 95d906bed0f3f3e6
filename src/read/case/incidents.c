/* incidents.csv: events, claims about them, merges, and the case's own words for uncertain counts.
 */
#include "read/case/lines.h"

#include <math.h>

typedef enum {
    RECORD,
    EVENT,
    DATE_FROM,
    DATE_TO,
    DATE_PREC,
    PLACE,
    PLACE_PARENT,
    PLACE_PREC,
    LAT,
    LON,
    STATIONS,
    TYPE,
    ACTORS,
    SUMMARY,
    CLAIM,
    SUBJECT,
    QUANTITY,
    LOW,
    HIGH,
    WORDING,
    OUTLET,
    ATTRIBUTED_TO,
    CLASS,
    PUBLISHED,
    URL,
    ORIGIN,
    RELATION,
    ACCOUNT,
    PART,
    MERGE,
    WITH,
    UNDOES,
    N_COLUMNS
} column_name;

/* clang-format off */
#define COLUMN(name) {{name, sizeof name - 1}, {"", 0}, false}
#define COLUMN_OR(name, also) {{name, sizeof name - 1}, {also, sizeof also - 1}, false}
static const cv_line_column columns[N_COLUMNS] = {
    [RECORD] = COLUMN("record"),
    [EVENT] = COLUMN_OR("event", "event_id"),
    [DATE_FROM] = COLUMN("date_from"),
    [DATE_TO] = COLUMN("date_to"),
    [DATE_PREC] = COLUMN("date_prec"),
    [PLACE] = COLUMN("place"),
    [PLACE_PARENT] = COLUMN("place_parent"),
    [PLACE_PREC] = COLUMN("place_prec"),
    [LAT] = COLUMN("lat"),
    [LON] = COLUMN("lon"),
    [STATIONS] = COLUMN("stations"),
    [TYPE] = COLUMN("type"),
    [ACTORS] = COLUMN("actors"),
    [SUMMARY] = COLUMN("summary"),
    [CLAIM] = COLUMN_OR("claim", "claim_id"),
    [SUBJECT] = COLUMN("subject"),
    [QUANTITY] = COLUMN("quantity"),
    [LOW] = COLUMN("low"),
    [HIGH] = COLUMN("high"),
    [WORDING] = COLUMN("wording"),
    [OUTLET] = COLUMN_OR("outlet", "source_outlet"),
    [ATTRIBUTED_TO] = COLUMN("attributed_to"),
    [CLASS] = COLUMN_OR("class", "attribution_type"),
    [PUBLISHED] = COLUMN("published"),
    [URL] = COLUMN("url"),
    [ORIGIN] = COLUMN("origin"),
    [RELATION] = COLUMN("relation"),
    [ACCOUNT] = COLUMN("account"),
    [PART] = COLUMN("part"),
    [MERGE] = COLUMN("merge"),
    [WITH] = COLUMN("with"),
    [UNDOES] = COLUMN("undoes"),
};
/* clang-format on */

/* What a line refers to and may come further down: settled when all lines are read. */
typedef struct {
    cv_str event, of; /* of a claim: its subject, and the claim that it denies or relays */
    int32_t at[N_COLUMNS];
} later;

typedef struct {
    cv_reading *r;
    cv_map event_by_id, claim_by_id, merge_by_id;
    cv_event *event;
    int64_t n_events, cap_events;
    cv_claim *claim;
    later *later; /* [n_claims] */
    int64_t n_claims, cap_claims, n_later, cap_later;
    cv_merge_record *merge;
    int64_t n_merges, cap_merges;
    cv_wording *wording; /* the case's own go before the table */
    int64_t n_wordings, cap_wordings;
} incidents;

static cv_str kept(const cv_lines *l, column_name c)
{
    return cv_str_copy(l->r->keep, cv_line_cell(l, c));
}

/* ---- words ---- */

/* "site(police HQ)": the word, and what stands in brackets. */
static cv_str word_before_bracket(cv_str cell, cv_str *note)
{
    int64_t at = cv_str_find(cell, CV_STR("("), 0);
    *note = CV_STR("");
    if (at < 0 || !cv_str_ends(cell, CV_STR(")"))) return cell;
    *note = cv_str_trim(cv_str_cut(cell, at + 1, cell.n - 1));
    return cv_str_trim(cv_str_cut(cell, 0, at));
}

/* "domestic observer" is "domestic_observer". */
static bool is_word(cv_str cell, cv_str word)
{
    if (cell.n != word.n) return false;
    for (int64_t i = 0; i < cell.n; i++)
        if ((cell.s[i] == ' ' ? '_' : cell.s[i]) != word.s[i]) return false;
    return true;
}

static int32_t word_of(cv_str cell, cv_str (*word)(int i), int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (is_word(cell, word(i))) return i;
    return -1;
}

static cv_str when_word(int i)
{
    return cv_when_word((cv_when)i);
}

static cv_str where_word(int i)
{
    return cv_where_word((cv_where)i);
}

static cv_str speaker_word(int i)
{
    return cv_speaker_word((cv_speaker)i);
}

static cv_status read_when(cv_event *out, const cv_lines *l)
{
    cv_str note, word = word_before_bracket(cv_line_cell(l, DATE_PREC), &note);
    int32_t when = word.n ? word_of(word, when_word, CV_N_WHENS) : CV_WHEN_DAY;
    if (cv_str_eq(word, CV_STR("range"))) when = CV_WHEN_DAYS;
    if (when < 0) {
        cv_status failed = cv_line_fail(l, DATE_PREC, "unknown precision of a date '%.*s'");
        return cv_hint(l->r->err, failed, "exact, part_of_day, day, days, week, month or year");
    }
    out->when = (cv_when)when;
    out->when_note = cv_str_copy(l->r->keep, note);
    return CV_OK;
}

static cv_status read_where(cv_event *out, const cv_lines *l)
{
    cv_str note, word = word_before_bracket(cv_line_cell(l, PLACE_PREC), &note);
    int32_t where = word_of(word, where_word, CV_N_WHERES);
    if (is_word(word, CV_STR("city")) || is_word(word, CV_STR("town")) ||
        is_word(word, CV_STR("village")))
        where = CV_WHERE_SETTLEMENT;
    if (where < 0) {
        cv_status failed = cv_line_fail(l, PLACE_PREC, "unknown precision of a place '%.*s'");
        return cv_hint(l->r->err, failed, "site, settlement, district, region or country");
    }
    out->where = (cv_where)where;
    out->where_note = cv_str_copy(l->r->keep, note);
    return CV_OK;
}

/* ---- events ---- */

static cv_status read_day(cv_date *out, const cv_lines *l, column_name c)
{
    if (cv_date_parse(out, cv_line_cell(l, c))) return CV_OK;
    cv_status failed = cv_line_fail(l, c, "not a date: '%.*s'");
    return cv_hint(l->r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
}

static cv_status read_days(cv_event *out, const cv_lines *l)
{
    CV_TRY(read_day(&out->from, l, DATE_FROM));
    out->to = out->from;
    if (cv_line_cell(l, DATE_TO).n) CV_TRY(read_day(&out->to, l, DATE_TO));
    if (cv_date_cmp(out->to, out->from) < 0)
        return cv_line_fail(l, DATE_TO, "the event ends before it begins: '%.*s'");
    return read_when(out, l);
}

static cv_status read_point(cv_event *out, const cv_lines *l)
{
    cv_str lat = cv_line_cell(l, LAT), lon = cv_line_cell(l, LON);
    out->lat = out->lon = NAN;
    if (!lat.n && !lon.n) return CV_OK;
    out->lat = cv_reading_degrees(lat, 90);
    out->lon = cv_reading_degrees(lon, 180);
    if (isnan(out->lat)) return cv_line_fail(l, LAT, "not a latitude in degrees: '%.*s'");
    if (isnan(out->lon)) return cv_line_fail(l, LON, "not a longitude in degrees: '%.*s'");
    return CV_OK;
}

static cv_str next_word(cv_str *rest)
{
    cv_str text = cv_str_trim(*rest);
    int64_t at = cv_str_find(text, CV_STR(" "), 0);
    *rest = at < 0 ? CV_STR("") : cv_str_cut(text, at, text.n);
    return at < 0 ? text : cv_str_cut(text, 0, at);
}

static cv_status read_stations(cv_event *out, const cv_lines *l)
{
    int64_t n = 0, cap = 0;
    cv_station_ix *station = NULL;
    for (cv_str rest = cv_line_cell(l, STATIONS);;) {
        cv_str code = next_word(&rest);
        if (!code.n) break;
        cv_station_ix s = cv_build_station_named(l->r->b, code);
        if (s.i < 0)
            return cv_fail_at(l->r->err, CV_E_INPUT, cv_line_place(l, STATIONS),
                              "no station '%.*s'", CV_ARG(code));
        cv_room(l->r->keep, cv_station_ix, station, n, cap);
        station[n++] = s;
    }
    out->station = station;
    out->n_stations = (int32_t)n;
    return CV_OK;
}

static cv_status read_event(incidents *in, const cv_lines *l)
{
    cv_event e = {.id = kept(l, EVENT),
                  .place = kept(l, PLACE),
                  .place_of = kept(l, PLACE_PARENT),
                  .type = kept(l, TYPE),
                  .actors = kept(l, ACTORS),
                  .summary = kept(l, SUMMARY),
                  .source = l->source,
                  .line = (int32_t)l->line};
    if (!e.id.n) return cv_line_fail(l, EVENT, "the event has no name: '%.*s'");
    CV_TRY(read_days(&e, l));
    if (e.place.n || cv_line_cell(l, PLACE_PREC).n)
        CV_TRY(read_where(&e, l));
    else
        e.where = CV_WHERE_COUNTRY;
    CV_TRY(read_point(&e, l));
    CV_TRY(read_stations(&e, l));
    if (cv_map_add(&in->event_by_id, e.id, (int32_t)in->n_events, in->r->work) != in->n_events)
        return cv_line_fail(l, EVENT, "a second event '%.*s'");
    cv_room(in->r->keep, cv_event, in->event, in->n_events, in->cap_events);
    in->event[in->n_events++] = e;
    return CV_OK;
}

/* ---- claims ---- */

/* A count, or for the quantity `date` a day. */
static cv_status read_end(cv_count *out, const cv_lines *l, column_name c, bool is_date)
{
    cv_date day;
    if (is_date) {
        CV_TRY(read_day(&day, l, c));
        *out = day.day;
        return CV_OK;
    }
    if (cv_count_parse(out, cv_line_cell(l, c)) == CV_PARSE_OK) return CV_OK;
    cv_status failed = cv_line_fail(l, c, "'%.*s' is not a whole number");
    return cv_hint(l->r->err, failed, "low and high are digits; empty: no bound");
}

static cv_status read_span(cv_claim *out, const cv_lines *l)
{
    bool low = cv_line_cell(l, LOW).n, high = cv_line_cell(l, HIGH).n;
    bool is_date = cv_str_eq(out->quantity, CV_STR("date"));
    out->has_span = low || high;
    out->span = (cv_span){0, CV_BLANK};
    if (low) CV_TRY(read_end(&out->span.low, l, LOW, is_date));
    if (high) CV_TRY(read_end(&out->span.high, l, HIGH, is_date));
    if (high && !low && is_date) return cv_line_fail(l, LOW, "no first day: '%.*s'");
    if (high && out->span.high < out->span.low)
        return cv_line_fail(l, HIGH, "the high end '%.*s' is less than the low one");
    return CV_OK;
}

/* "denies:C13", "relays C1 with another speaker", "same origin as C01b", "origin assumed"; any
 * other text is a remark. */
static void read_relation(cv_claim *out, later *then, const cv_lines *l)
{
    static const struct {
        cv_str word;
        cv_claim_relation relation;
    } words[] = {
        {{"denies", 6},          CV_CLAIM_DENIES},
        {{"relays", 6},          CV_CLAIM_RELAYS},
        {{"same origin as", 14}, CV_CLAIM_RELAYS},
    };
    out->note = kept(l, RELATION);
    out->of = -1;
    if (cv_str_find(out->note, CV_STR("assumed"), 0) >= 0) out->relation = CV_CLAIM_ASSUMED;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        cv_str word = words[i].word, rest = cv_str_cut(out->note, word.n + 1, out->note.n);
        if (!cv_str_starts(out->note, word) || out->note.n <= word.n) continue;
        if (out->note.s[word.n] != ':' && out->note.s[word.n] != ' ') continue;
        out->relation = words[i].relation;
        then->of = next_word(&rest);
    }
}

static cv_status read_speaker(cv_claim *out, const cv_lines *l)
{
    cv_str word = cv_line_cell(l, CLASS);
    int32_t speaker = word.n ? word_of(word, speaker_word, CV_N_SPEAKERS) : CV_SPEAKER_UNATTRIBUTED;
    if (speaker < 0) {
        cv_status failed = cv_line_fail(l, CLASS, "unknown class of a speaker '%.*s'");
        return cv_hint(l->r->err, failed,
                       "government, government_anonymous, opposition, commission, court, "
                       "domestic_observer, international_observer, media, witness, institution or "
                       "unattributed");
    }
    out->speaker = (cv_speaker)speaker;
    return CV_OK;
}

static cv_claim claim_of(const cv_lines *l)
{
    return (cv_claim){.id = kept(l, CLAIM),
                      .event = -1,
                      .quantity = kept(l, QUANTITY),
                      .wording = kept(l, WORDING),
                      .outlet = kept(l, OUTLET),
                      .attributed_to = kept(l, ATTRIBUTED_TO),
                      .published = kept(l, PUBLISHED),
                      .address = kept(l, URL),
                      .origin = kept(l, ORIGIN),
                      .account = kept(l, ACCOUNT),
                      .part = kept(l, PART),
                      .source = l->source,
                      .line = (int32_t)l->line};
}

static cv_status read_claim(incidents *in, const cv_lines *l)
{
    cv_claim c = claim_of(l);
    column_name about = cv_line_cell(l, EVENT).n ? EVENT : SUBJECT;
    later then = {.event = kept(l, about)};
    for (int k = 0; k < N_COLUMNS; k++) then.at[k] = l->at[k];
    if (!c.id.n) return cv_line_fail(l, CLAIM, "the claim has no name: '%.*s'");
    if (!then.event.n) return cv_line_fail(l, SUBJECT, "the claim is about nothing: '%.*s'");
    if (!c.quantity.n) return cv_line_fail(l, QUANTITY, "no quantity: '%.*s'");
    c.subject = about == SUBJECT ? then.event : CV_STR("");
    CV_TRY(read_span(&c, l));
    CV_TRY(read_speaker(&c, l));
    read_relation(&c, &then, l);
    if (c.relation == CV_CLAIM_DENIES && c.has_span) {
        cv_status failed = cv_line_fail(l, RELATION, "a denial with a figure: '%.*s'");
        return cv_hint(l->r->err, failed, "the figure that it gives instead is a claim of its own");
    }
    if (cv_map_add(&in->claim_by_id, c.id, (int32_t)in->n_claims, in->r->work) != in->n_claims)
        return cv_line_fail(l, CLAIM, "a second claim '%.*s'");
    cv_room(in->r->keep, cv_claim, in->claim, in->n_claims, in->cap_claims);
    cv_room(in->r->work, later, in->later, in->n_later, in->cap_later);
    in->claim[in->n_claims++] = c;
    in->later[in->n_later++] = then;
    return CV_OK;
}

/* ---- merges and words of the case ---- */

static cv_status find_event(int32_t *out, const incidents *in, const cv_lines *l, column_name c)
{
    *out = cv_map_get(&in->event_by_id, cv_line_cell(l, c));
    return *out >= 0 ? CV_OK : cv_line_fail(l, c, "no event '%.*s' above this line");
}

static cv_status read_merge(incidents *in, const cv_lines *l)
{
    cv_merge_record m = {.id = kept(l, MERGE),
                         .event = -1,
                         .with = -1,
                         .undoes = -1,
                         .by = kept(l, ATTRIBUTED_TO),
                         .note = kept(l, SUMMARY),
                         .source = l->source,
                         .line = (int32_t)l->line};
    if (!m.id.n) return cv_line_fail(l, MERGE, "the merge has no name: '%.*s'");
    if (cv_line_cell(l, UNDOES).n) {
        m.undoes = cv_map_get(&in->merge_by_id, cv_line_cell(l, UNDOES));
        if (m.undoes < 0) return cv_line_fail(l, UNDOES, "no merge '%.*s' above this line");
    } else {
        CV_TRY(find_event(&m.event, in, l, EVENT));
        CV_TRY(find_event(&m.with, in, l, WITH));
    }
    if (cv_map_add(&in->merge_by_id, m.id, (int32_t)in->n_merges, in->r->work) != in->n_merges)
        return cv_line_fail(l, MERGE, "a second merge '%.*s'");
    cv_room(in->r->keep, cv_merge_record, in->merge, in->n_merges, in->cap_merges);
    in->merge[in->n_merges++] = m;
    return CV_OK;
}

enum { FRACTION_MAX = 1000 };

/* "4/5" of the number, a number by itself, or nothing: q is 0. */
static bool read_part(int32_t *p, int32_t *q, int32_t *add, cv_str cell)
{
    cv_count a, b;
    int64_t slash = cv_str_find(cell, CV_STR("/"), 0);
    *p = *add = 0;
    *q = cell.n > 0;
    if (!cell.n) return true;
    if (slash < 0) {
        if (cv_count_parse(&a, cell) != CV_PARSE_OK || a > INT32_MAX) return false;
        *add = (int32_t)a;
        return true;
    }
    if (cv_count_parse(&a, cv_str_cut(cell, 0, slash)) != CV_PARSE_OK || a > FRACTION_MAX ||
        cv_count_parse(&b, cv_str_cut(cell, slash + 1, cell.n)) != CV_PARSE_OK || b < 1 ||
        b > FRACTION_MAX)
        return false;
    *p = (int32_t)a;
    *q = (int32_t)b;
    return true;
}

/* `phrase` in small letters: a wording is compared without regard to capitals. */
static cv_str small_letters(cv_str phrase, cv_arena *keep)
{
    char *s = cv_new(keep, char, phrase.n + 1);
    for (int64_t i = 0; i < phrase.n; i++)
        s[i] = phrase.s[i] >= 'A' && phrase.s[i] <= 'Z' ? (char)(phrase.s[i] | 0x20) : phrase.s[i];
    return (cv_str){s, phrase.n};
}

static cv_status read_wording(incidents *in, const cv_lines *l)
{
    cv_str low = cv_line_cell(l, LOW), high = cv_line_cell(l, HIGH);
    cv_wording w = {.phrase = small_letters(cv_line_cell(l, WORDING), in->r->keep)};
    if (!w.phrase.n) return cv_line_fail(l, WORDING, "no wording: '%.*s'");
    bool good = read_part(&w.low_p, &w.low_q, &w.low_add, low);
    if (!w.low_q) w.low_q = 1;
    if (!good) return cv_line_fail(l, LOW, "'%.*s' is neither a number nor a fraction like 4/5");
    if (!read_part(&w.high_p, &w.high_q, &w.high_add, high))
        return cv_line_fail(l, HIGH, "'%.*s' is neither a number nor a fraction like 4/5");
    w.with_number = cv_str_find(low, CV_STR("/"), 0) >= 0 || cv_str_find(high, CV_STR("/"), 0) >= 0;
    /* low at most high, whatever the number: both of one kind, or a low of 0. */
    bool ordered =
        !w.high_q ||
        (w.with_number ? (!w.low_add && !w.high_add && w.low_p * w.high_q <= w.high_p * w.low_q)
                       : w.low_add <= w.high_add);
    if (!ordered) return cv_line_fail(l, HIGH, "the high end '%.*s' is less than the low one");
    cv_room(in->r->work, cv_wording, in->wording, in->n_wordings, in->cap_wordings);
    in->wording[in->n_wordings++] = w;
    return CV_OK;
}

/* ---- the file ---- */

static cv_status take_line(cv_lines *l, void *who)
{
    incidents *in = who;
    cv_str record = cv_line_cell(l, RECORD);
    if (cv_str_eq(record, CV_STR("event"))) return read_event(in, l);
    if (cv_str_eq(record, CV_STR("claim"))) return read_claim(in, l);
    if (cv_str_eq(record, CV_STR("merge"))) return read_merge(in, l);
    if (cv_str_eq(record, CV_STR("wording"))) return read_wording(in, l);
    if (l->at[RECORD] < 0) return cv_line_cell(l, CLAIM).n ? read_claim(in, l) : read_event(in, l);
    cv_status failed = cv_line_fail(l, RECORD, "unknown record '%.*s'");
    return cv_hint(l->r->err, failed, "event, claim, merge or wording");
}

/* The range of a wording, where the line gives none and denies nothing. */
static void read_span_of_wording(cv_claim *c, const incidents *in)
{
    if (c->has_span || c->relation == CV_CLAIM_DENIES || cv_str_eq(c->quantity, CV_STR("date")))
        return;
    c->by_wording = cv_wording_span(&c->span, c->wording, in->wording, (int32_t)in->n_wordings) ||
                    cv_wording_span(&c->span, c->wording, CV_WORDINGS, CV_N_WORDINGS);
    c->has_span = c->by_wording;
}

/* What lines further down may hold: events, claims, wordings. */
static cv_status settle(incidents *in, const cv_lines *l)
{
    for (int32_t i = 0; i < in->n_claims; i++) {
        cv_claim *c = &in->claim[i];
        const later *then = &in->later[i];
        cv_lines at = *l;
        at.line = c->line;
        c->event = cv_map_get(&in->event_by_id, then->event);
        if (c->event < 0 && !c->subject.n)
            return cv_fail_at(in->r->err, CV_E_INPUT, cv_line_place(&at, EVENT), "no event '%.*s'",
                              CV_ARG(then->event));
        if (c->event >= 0) c->subject = in->event[c->event].id;
        if (then->of.n) c->of = cv_map_get(&in->claim_by_id, then->of);
        if (then->of.n && (c->of < 0 || c->of == i))
            return cv_fail_at(in->r->err, CV_E_INPUT, cv_line_place(&at, RELATION),
                              "no other claim '%.*s'", CV_ARG(then->of));
        read_span_of_wording(c, in);
    }
    return CV_OK;
}

cv_status cv_reading_incidents(cv_incidents **out, cv_reading *r)
{
    incidents in = {.r = r};
    cv_lines l = {.r = r, .column = columns, .n_columns = N_COLUMNS, .take = take_line, .who = &in};
    bool found;
    *out = NULL;
    CV_TRY(cv_lines_read(&l, &found, &r->spec->incidents, CV_STR("incidents.csv")));
    if (!found) return CV_OK;
    CV_TRY(settle(&in, &l));
    cv_incidents *all = cv_new(r->keep, cv_incidents, 1);
    *all = (cv_incidents){.n_events = (int32_t)in.n_events,
                          .event = in.event,
                          .n_claims = (int32_t)in.n_claims,
                          .claim = in.claim,
                          .n_merges = (int32_t)in.n_merges,
                          .merge = in.merge};
    *out = all;
    return CV_OK;
}

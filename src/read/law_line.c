#include "read/law_line.h"

#include "model/rule_set.h"
#include "read/case/nearest.h"

#define NAME(text)                                                                                 \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
const cv_str CV_LAW_COLUMNS[CV_N_LAW_COLUMNS] = {
    NAME("key"),         NAME("jurisdiction"), NAME("valid_from"), NAME("valid_to"),
    NAME("numerator"),   NAME("relation"),     NAME("p"),          NAME("q"),
    NAME("denominator"), NAME("extra"),        NAME("modal"),      NAME("scope"),
    NAME("effect"),      NAME("value"),        NAME("source"),     NAME("status"),
    NAME("note"),
};

const cv_law_key CV_LAW_KEYS[] = {
    {"title",                                 CV_LAW_IS_LABEL,    NULL,                              "the profile's name for people"                   },
    {"parent",                                CV_LAW_IS_LABEL,    NULL,                              "the profile on which this one builds"            },
    {"note",                                  CV_LAW_IS_WORDS,    NULL,                              "what a reader of the profile should know"        },
    {"win.",                                  CV_LAW_IS_RULE,     NULL,                              "who is first: `win.round1`, `win.president`, ..."},
    {"against_all",                           CV_LAW_IS_RULE,     NULL,                              "when votes against all leave the seat empty"     },
    {"turnout.min",                           CV_LAW_IS_RULE,     NULL,                              "participants needed"                             },
    {"void.by_stations",                      CV_LAW_IS_RULE,     NULL,                              "annulled stations past this leave seats empty"   },
    {"void.by_cancelled_votes",               CV_LAW_IS_RULE,     NULL,
     "cancelled votes of a barred winner past this"                                                                                                    },
    {"list.threshold",                        CV_LAW_IS_RULE,     NULL,                              "what a list needs to take part"                  },
    {"station.invalid",                       CV_LAW_IS_RULE,     NULL,                              "grounds on which a station may be annulled"      },
    {"annul.test",                            CV_LAW_IS_RULE,     NULL,                              "whether irregularities mattered"                 },
    {"recount.auto",                          CV_LAW_IS_RULE,     NULL,                              "a recount that nobody has to ask for"            },
    {"recount.request",                       CV_LAW_IS_RULE,     NULL,                              "a recount that somebody may ask for"             },
    {"trust.order",                           CV_LAW_IS_WORDS,    NULL,                              "kinds of copies, the one that prevails first"    },
    {"trust.count_from",                      CV_LAW_IS_WORDS,    NULL,                              "kinds of copies that may be the figure"          },
    {"copies.open_from",                      CV_LAW_IS_WORDS,    NULL,                              "kinds whose differences are open questions"      },
    {"annul.registered",                      CV_LAW_IS_WORDS,    "keep drop",
     "voters of annulled stations in the register"                                                                                                     },
    {"annul.participants",                    CV_LAW_IS_WORDS,    "keep drop",                       "their participants in turnout"                   },
    {"repeat.registered",                     CV_LAW_IS_WORDS,    "keep drop",                       "voters of stations that vote again"              },
    {"bar.votes",                             CV_LAW_IS_WORDS,    "as_invalid removed kept_in_base",
     "where a barred option's votes go"                                                                                                                },
    {"recount.adopt",                         CV_LAW_IS_WORDS,    "automatic by_decision",           "how a recount becomes the figure"                },
    {"recount.bound",                         CV_LAW_IS_WORDS,    "hard narrow",                     "what a recount may change, at most"              },
    {"bodies.rank",                           CV_LAW_IS_WORDS,    NULL,                              "bodies, the highest first"                       },
    {"appeal.suspends",                       CV_LAW_IS_WORDS,    "yes no",                          "whether a decision waits for its appeal"         },
    {"lapse",                                 CV_LAW_IS_WORDS,    "refused granted up",              "a complaint whose time runs out undecided"       },
    {"forward.clock",                         CV_LAW_IS_WORDS,    "keep restart",                    "the clock of a forwarded complaint"              },
    {"hearing",                               CV_LAW_IS_WORDS,    NULL,                              "how a complaint is heard: `on_paper`, ..."       },
    {"grounds",                               CV_LAW_IS_WORDS,    NULL,                              "legal grounds; without one a claim is a demand"  },
    {"standing",                              CV_LAW_IS_WORDS,    NULL,                              "who may file"                                    },
    {"clock.",                                CV_LAW_IS_CLOCK,    NULL,                              "a term: `clock.complaint`, `clock.decide`, ..."  },
    {"calendar.offset",                       CV_LAW_IS_CALENDAR, NULL,                              "offset from UTC, `+05:00`"                       },
    {"calendar.holiday",                      CV_LAW_IS_CALENDAR, NULL,                              "days not worked, `2005-03-08 2005-03-21`"        },
    {"calendar.workday",                      CV_LAW_IS_CALENDAR, NULL,                              "days worked although a weekend or holiday"       },
    {"calendar.courts_work_on_election_days", CV_LAW_IS_CALENDAR, "yes no",
     "election day and its eve"                                                                                                                        },
};
const int32_t CV_N_LAW_KEYS = (int32_t)(sizeof CV_LAW_KEYS / sizeof CV_LAW_KEYS[0]);

const cv_law_key *cv_law_key_named(cv_str key)
{
    for (int32_t i = 0; i < CV_N_LAW_KEYS; i++) {
        cv_str name = cv_str_of(CV_LAW_KEYS[i].name);
        bool family = cv_str_ends(name, CV_STR("."));
        if (family ? cv_str_starts(key, name) && key.n > name.n : cv_str_eq(key, name))
            return &CV_LAW_KEYS[i];
    }
    return NULL;
}

/* ---- errors ---- */

typedef struct {
    const cv_law_cells *c;
    cv_law_rule *out;
    cv_arena *keep;
    cv_error *err;
} line;

static cv_place place_of(const line *l, cv_law_column c)
{
    return (cv_place){l->c->file, l->c->line, l->c->at[c] >= 0 ? l->c->at[c] + 1 : 0};
}

/* `format` takes the text as "%.*s". */
static cv_status fail_at(const line *l, cv_law_column c, cv_str text, const char *format)
{
    return cv_fail_at(l->err, CV_E_INPUT, place_of(l, c), format, CV_ARG(text));
}

static cv_str cell(const line *l, cv_law_column c)
{
    return l->c->cell[c];
}

/* Adds the nearest of some words to an error just made, or all of them. */
static cv_status hint_words(const line *l, cv_status failed, cv_str word, const cv_str *known,
                            int32_t n)
{
    int32_t near = cv_nearest(word, known, n);
    if (near >= 0) return cv_hint(l->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    cv_str all = CV_STR("");
    for (int32_t i = 0; i < n; i++)
        if (known[i].n)
            all = cv_str_format(l->keep, "%.*s%s%.*s", CV_ARG(all), all.n ? ", " : "",
                                CV_ARG(known[i]));
    return cv_hint(l->err, failed, "one of: %.*s", CV_ARG(all));
}

static cv_status unknown_key(const line *l)
{
    cv_str key = cell(l, CV_LAW_KEY), known[64];
    cv_status failed = fail_at(l, CV_LAW_KEY, key, "unknown key '%.*s'");
    cv_assert(CV_N_LAW_KEYS <= 64);
    for (int32_t i = 0; i < CV_N_LAW_KEYS; i++) known[i] = cv_str_of(CV_LAW_KEYS[i].name);
    int32_t near = cv_nearest(key, known, CV_N_LAW_KEYS);
    if (near >= 0) return cv_hint(l->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(l->err, failed, "the keys are in docs/reference/law.md");
}

/* ---- dates ---- */

static bool pad(cv_str *out, char buffer[17], cv_str text, const char *rest)
{
    int64_t n = 0;
    if (text.n > 10) return false;
    for (; n < text.n; n++) buffer[n] = text.s[n];
    for (; *rest; rest++) buffer[n++] = *rest;
    *out = (cv_str){buffer, n};
    return true;
}

bool cv_law_day_parse(cv_date *out, cv_str text, bool last)
{
    char buffer[24];
    cv_str padded;
    if (text.n != 4 && text.n != 7) return cv_date_parse(out, text);
    if (!last)
        return pad(&padded, buffer, text, text.n == 4 ? "-01-01" : "-01") &&
               cv_date_parse(out, padded);
    if (text.n == 4) return pad(&padded, buffer, text, "-12-31") && cv_date_parse(out, padded);
    static const char *const ends[] = {"-31", "-30", "-29", "-28"};
    for (int i = 0; i < 4; i++)
        if (pad(&padded, buffer, text, ends[i]) && cv_date_parse(out, padded)) return true;
    return false;
}

static cv_status read_date(const line *l, cv_date *out, cv_law_column c)
{
    cv_str text = cell(l, c);
    *out = CV_NO_DATE;
    if (!text.n) return CV_OK;
    bool minute_allowed = cv_str_eq(l->out->key, CV_STR("calendar.offset"));
    if (cv_law_day_parse(out, text, c == CV_LAW_VALID_TO) && (out->minute < 0 || minute_allowed))
        return CV_OK;
    cv_status failed = fail_at(l, c, text, "'%.*s' is not a date");
    return cv_hint(l->err, failed, "dates are written 2005, 2005-03 or 2005-03-27");
}

/* ---- numbers ---- */

static bool whole(int64_t *out, cv_str text)
{
    cv_count n;
    if (cv_count_parse(&n, text) != CV_PARSE_OK || n > CV_FRAC_PART_MAX) return false;
    *out = n;
    return true;
}

static cv_status read_number(const line *l)
{
    cv_str p = cell(l, CV_LAW_P), q = cell(l, CV_LAW_Q);
    bool unset = cv_str_eq(p, CV_STR("?"));
    l->out->q = 1;
    if (unset && q.n && !cv_str_eq(q, CV_STR("?")))
        return fail_at(l, CV_LAW_Q, q, "'%.*s' under a number that was not found");
    if (unset || (!p.n && !q.n)) return CV_OK;
    if (!whole(&l->out->p, p)) {
        cv_status failed = fail_at(l, CV_LAW_P, p, "'%.*s' is not a whole number up to 10^9");
        return cv_hint(l->err, failed, "'?' says that the number was not found");
    }
    if (q.n && (!whole(&l->out->q, q) || l->out->q < 1))
        return fail_at(l, CV_LAW_Q, q, "'%.*s' is not a whole number from 1 to 10^9");
    l->out->has_number = true;
    return CV_OK;
}

/* ---- conditions ---- */

static cv_status unknown_quantity(const line *l, cv_law_column c, cv_str text)
{
    cv_str known[CV_N_LAW_QUANTITIES];
    cv_status failed = fail_at(l, c, text, "unknown quantity '%.*s'");
    for (int i = 0; i < CV_N_LAW_QUANTITIES; i++)
        known[i] = cv_law_quantity_word((cv_law_quantity)i);
    int32_t near = cv_nearest(text, known, CV_N_LAW_QUANTITIES);
    if (near >= 0) return cv_hint(l->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(l->err, failed, "what no figure on record answers is written 'other: words'");
}

static cv_status read_quantity(const line *l, cv_law_quantity *out, cv_law_column c, cv_str text)
{
    text = cv_str_trim(text);
    if (cv_str_starts(text, CV_STR("other:"))) {
        *out = CV_LAW_OTHER;
        return CV_OK;
    }
    if (cv_law_quantity_named(out, text) && *out != CV_LAW_NOTHING && *out != CV_LAW_OTHER)
        return CV_OK;
    return unknown_quantity(l, c, text);
}

/* "valid|ballots": the statute does not say which. "?": it says nothing, so any that votes are
 * counted against. */
static cv_status read_bases(const line *l, cv_law_condition *out, cv_law_column c, cv_str text)
{
    static const cv_law_quantity any[] = {CV_LAW_VALID, CV_LAW_VALID_BLANK, CV_LAW_BALLOTS,
                                          CV_LAW_PARTICIPANTS};
    text = cv_str_trim(text);
    out->absolute = text.n == 0;
    if (cv_str_eq(text, CV_STR("?"))) {
        for (; out->n_bases < 4; out->n_bases++) out->base[out->n_bases] = any[out->n_bases];
        return CV_OK;
    }
    while (text.n) {
        int64_t end = cv_str_find(text, CV_STR("|"), 0);
        if (end < 0) end = text.n;
        if (out->n_bases == CV_LAW_BASES_MAX)
            return fail_at(l, c, text, "too many bases, from '%.*s' on");
        CV_TRY(read_quantity(l, &out->base[out->n_bases++], c, cv_str_cut(text, 0, end)));
        text = cv_str_cut(text, end + 1, text.n);
    }
    return CV_OK;
}

static bool compares(cv_law_relation r)
{
    return r >= CV_LAW_LT && r <= CV_LAW_GT;
}

static cv_status bad_condition(const line *l, cv_str text)
{
    cv_status failed = fail_at(l, CV_LAW_EXTRA, text, "not a condition: '%.*s'");
    return cv_hint(l->err, failed,
                   "a condition is written 'AND margin ge 10/100 valid'; "
                   "remarks go to the column 'note'");
}

/* The next blank-separated word of `rest`, which moves past it. */
static cv_str next_word(cv_str *rest)
{
    *rest = cv_str_trim(*rest);
    int64_t end = cv_str_find(*rest, CV_STR(" "), 0);
    if (end < 0) end = rest->n;
    cv_str word = cv_str_cut(*rest, 0, end);
    *rest = cv_str_trim(cv_str_cut(*rest, end, rest->n));
    return word;
}

/* "votes(leader) ge 40/100 valid", "margin le 2000", "... each area". */
static cv_status read_condition(const line *l, cv_law_condition *out, cv_str text)
{
    static const cv_str each = {"each area", 9};
    for (int r = CV_LAW_LT; r <= CV_LAW_GT; r++) {
        cv_str word = cv_str_format(l->keep, " %s ", cv_law_relation_word((cv_law_relation)r).s);
        int64_t at = cv_str_find(text, word, 0);
        if (at < 0) continue;
        out->relation = (cv_law_relation)r;
        CV_TRY(read_quantity(l, &out->part, CV_LAW_EXTRA, cv_str_cut(text, 0, at)));
        cv_str rest = cv_str_cut(text, at + word.n, text.n), number = next_word(&rest);
        cv_frac share;
        if (cv_str_eq(number, CV_STR("?")))
            out->q = 0;
        else if (cv_frac_parse(&share, number)) {
            out->p = share.p;
            out->q = share.q;
        } else
            return bad_condition(l, text);
        out->each_area = cv_str_ends(rest, each);
        if (out->each_area) rest = cv_str_cut(rest, 0, rest.n - each.n);
        return read_bases(l, out, CV_LAW_EXTRA, rest);
    }
    return bad_condition(l, text);
}

enum { CONDITIONS_MAX = 8 };

static bool joins(cv_str *rest, const char *word)
{
    cv_str w = cv_str_of(word);
    if (!cv_str_starts(*rest, w)) return false;
    *rest = cv_str_cut(*rest, w.n, rest->n);
    return true;
}

static int64_t first_of(int64_t a, int64_t b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* "AND c", "OR c AND d": AND binds closer, and OR opens a new group. */
static cv_status read_extra(const line *l, cv_law_condition *condition, int32_t *n)
{
    cv_str rest = cell(l, CV_LAW_EXTRA);
    int32_t group = 0;
    while (rest.n) {
        bool is_or = joins(&rest, "OR ");
        if (!is_or && !joins(&rest, "AND ")) return bad_condition(l, rest);
        if (*n == CONDITIONS_MAX)
            return fail_at(l, CV_LAW_EXTRA, rest, "too many conditions: '%.*s'");
        int64_t end =
            first_of(cv_str_find(rest, CV_STR(" AND "), 0), cv_str_find(rest, CV_STR(" OR "), 0));
        if (end < 0) end = rest.n;
        group += is_or;
        condition[*n].group = group;
        CV_TRY(read_condition(l, &condition[*n], cv_str_cut(rest, 0, end)));
        (*n)++;
        rest = cv_str_cut(rest, end + 1, rest.n);
    }
    return CV_OK;
}

static cv_status read_relation(const line *l, cv_law_relation *out)
{
    cv_str text = cell(l, CV_LAW_RELATION), known[CV_N_LAW_RELATIONS];
    if (cv_law_relation_named(out, text)) return CV_OK;
    cv_status failed = fail_at(l, CV_LAW_RELATION, text, "unknown relation '%.*s'");
    for (int i = 0; i < CV_N_LAW_RELATIONS; i++)
        known[i] = cv_law_relation_word((cv_law_relation)i);
    return hint_words(l, failed, text, known, CV_N_LAW_RELATIONS);
}

static cv_status read_rule(const line *l)
{
    cv_law_condition condition[CONDITIONS_MAX] = {{0}};
    cv_law_condition *head = &condition[0];
    int32_t n = 1;
    CV_TRY(read_relation(l, &head->relation));
    if (head->relation == CV_LAW_NO_RELATION && cv_law_says(l->out, "none")) return CV_OK;
    if (head->relation == CV_LAW_NO_RELATION)
        return fail_at(l, CV_LAW_RELATION, l->out->key, "'%.*s' needs a relation");
    CV_TRY(read_quantity(l, &head->part, CV_LAW_NUMERATOR, cell(l, CV_LAW_NUMERATOR)));
    bool test = compares(head->relation), unset = cv_str_eq(cell(l, CV_LAW_P), CV_STR("?"));
    if (test && !l->out->has_number && !unset) {
        cv_status failed = fail_at(l, CV_LAW_P, l->out->key, "'%.*s' needs a number");
        return cv_hint(l->err, failed, "'?' says that the number was not found");
    }
    head->p = l->out->p;
    head->q = l->out->has_number ? l->out->q : 0;
    CV_TRY(read_bases(l, head, CV_LAW_DENOMINATOR, cell(l, CV_LAW_DENOMINATOR)));
    CV_TRY(read_extra(l, condition, &n));
    l->out->n_conditions = test ? n : 0;
    cv_law_condition *kept = cv_new(l->keep, cv_law_condition, n);
    for (int32_t i = 0; i < n; i++) kept[i] = condition[i];
    l->out->condition = kept;
    return CV_OK;
}

/* ---- clocks, words, calendars ---- */

static cv_status read_clock(const line *l)
{
    static const cv_str units[] = {NAME("hours"), NAME("days"),   NAME("workdays"),
                                   NAME("weeks"), NAME("months"), NAME("same_day")};
    cv_str unit = cell(l, CV_LAW_NUMERATOR);
    if (cv_law_says(l->out, "none")) return CV_OK;
    for (int i = 0; i < 6; i++)
        if (cv_str_eq(unit, units[i])) {
            bool needs = i < 5 && !l->out->has_number && !cv_str_eq(cell(l, CV_LAW_P), CV_STR("?"));
            return needs ? fail_at(l, CV_LAW_P, l->out->key, "'%.*s' needs a number") : CV_OK;
        }
    return hint_words(l, fail_at(l, CV_LAW_NUMERATOR, unit, "unknown unit '%.*s'"), unit, units, 6);
}

bool cv_law_offset_parse(int32_t *minutes, cv_str text)
{
    if (text.n != 6 || (text.s[0] != '+' && text.s[0] != '-') || text.s[3] != ':') return false;
    int32_t digit[4];
    static const int at[] = {1, 2, 4, 5};
    for (int i = 0; i < 4; i++) {
        digit[i] = text.s[at[i]] - '0';
        if (digit[i] < 0 || digit[i] > 9) return false;
    }
    int32_t all = 60 * (10 * digit[0] + digit[1]) + 10 * digit[2] + digit[3];
    if (digit[2] > 5 || all > 14 * 60) return false;
    *minutes = text.s[0] == '-' ? -all : all;
    return true;
}

static cv_status read_calendar(const line *l)
{
    cv_str value = l->out->value;
    if (cv_law_says(l->out, "none")) return CV_OK;
    if (cv_str_eq(l->out->key, CV_STR("calendar.offset"))) {
        int32_t minutes;
        if (cv_law_offset_parse(&minutes, value)) return CV_OK;
        cv_status failed = fail_at(l, CV_LAW_VALUE, value, "'%.*s' is not an offset from UTC");
        return cv_hint(l->err, failed, "offsets are written +05:00");
    }
    cv_str word[CV_LAW_LIST_MAX];
    int32_t n = cv_law_words(word, CV_LAW_LIST_MAX, l->out);
    for (int32_t i = 0; i < n; i++) {
        cv_date day;
        if (cv_date_parse(&day, word[i]) && day.minute < 0) continue;
        cv_status failed = fail_at(l, CV_LAW_VALUE, word[i], "'%.*s' is not a day");
        return cv_hint(l->err, failed, "days are written 2005-03-08, with a space between two");
    }
    if (n == CV_LAW_LIST_MAX) return fail_at(l, CV_LAW_VALUE, value, "too many days: '%.*s'");
    return CV_OK;
}

static cv_status read_words(const line *l, const cv_law_key *key)
{
    cv_str value = l->out->value, known[8];
    if (!value.n) return fail_at(l, CV_LAW_VALUE, l->out->key, "'%.*s' needs a value");
    if (!key->values || cv_law_says(l->out, "none")) return CV_OK;
    cv_law_rule list = {.value = cv_str_of(key->values)};
    int32_t n = cv_law_words(known, 8, &list);
    for (int32_t i = 0; i < n; i++)
        if (cv_str_eq(value, known[i])) return CV_OK;
    return hint_words(l, fail_at(l, CV_LAW_VALUE, value, "unknown value '%.*s'"), value, known, n);
}

/* ---- the line ---- */

static cv_status read_marks(const line *l, const cv_law_key *key)
{
    cv_str modal = cell(l, CV_LAW_MODAL), status = cell(l, CV_LAW_STATUS);
    cv_str known[CV_N_LAW_MODALS];
    if (!cv_law_modal_named(&l->out->modal, modal)) {
        for (int i = 0; i < CV_N_LAW_MODALS; i++) known[i] = cv_law_modal_word((cv_law_modal)i);
        return hint_words(l, fail_at(l, CV_LAW_MODAL, modal, "unknown modal '%.*s'"), modal, known,
                          CV_N_LAW_MODALS);
    }
    if (key->kind == CV_LAW_IS_LABEL) return CV_OK;
    if (!l->out->source.n) {
        cv_status failed = fail_at(l, CV_LAW_SOURCE, l->out->key, "'%.*s' has no citation");
        return cv_hint(l->err, failed,
                       "name the article, or who reports it, in the column 'source'");
    }
    if (cv_law_status_named(&l->out->status, status)) return CV_OK;
    for (int i = 0; i < CV_N_LAW_STATUSES; i++) known[i] = cv_law_status_word((cv_law_status)i);
    return hint_words(l, fail_at(l, CV_LAW_STATUS, status, "unknown mark '%.*s'"), status, known,
                      CV_N_LAW_STATUSES);
}

static void copy_texts(const line *l)
{
    cv_law_rule *r = l->out;
    cv_str *const text[] = {&r->key,         &r->jurisdiction, &r->numerator, &r->relation,
                            &r->denominator, &r->extra,        &r->scope,     &r->effect,
                            &r->value,       &r->source,       &r->note};
    static const cv_law_column from[] = {CV_LAW_KEY,      CV_LAW_JURISDICTION, CV_LAW_NUMERATOR,
                                         CV_LAW_RELATION, CV_LAW_DENOMINATOR,  CV_LAW_EXTRA,
                                         CV_LAW_SCOPE,    CV_LAW_EFFECT,       CV_LAW_VALUE,
                                         CV_LAW_SOURCE,   CV_LAW_NOTE};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        *text[i] = cv_str_copy(l->keep, cell(l, from[i]));
    r->file = l->c->file;
    r->line = l->c->line;
}

static cv_status read_kind(const line *l, const cv_law_key *key)
{
    switch (key->kind) {
    case CV_LAW_IS_RULE: return read_rule(l);
    case CV_LAW_IS_CLOCK: return read_clock(l);
    case CV_LAW_IS_LABEL:
    case CV_LAW_IS_WORDS: return read_words(l, key);
    case CV_LAW_IS_CALENDAR: return key->values ? read_words(l, key) : read_calendar(l);
    }
    return CV_OK;
}

cv_status cv_law_line_read(cv_law_rule *out, const cv_law_cells *cells, cv_arena *keep,
                           cv_error *err)
{
    cv_law_rule rule = {0};
    const line l = {cells, &rule, keep, err};
    const cv_law_key *key = cv_law_key_named(cell(&l, CV_LAW_KEY));
    if (!key) return unknown_key(&l);
    copy_texts(&l);
    if (cells->needs_place && !rule.jurisdiction.n)
        return fail_at(&l, CV_LAW_JURISDICTION, rule.key, "'%.*s' names no jurisdiction");
    CV_TRY(read_date(&l, &rule.from, CV_LAW_VALID_FROM));
    CV_TRY(read_date(&l, &rule.to, CV_LAW_VALID_TO));
    if (cv_date_is(rule.from) && cv_date_is(rule.to) && rule.to.day < rule.from.day)
        return fail_at(&l, CV_LAW_VALID_TO, cell(&l, CV_LAW_VALID_TO),
                       "ends before it begins: '%.*s'");
    CV_TRY(read_number(&l));
    CV_TRY(read_kind(&l, key));
    CV_TRY(read_marks(&l, key));
    *out = rule;
    return CV_OK;
}

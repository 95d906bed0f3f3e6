#include "case.h"

#include <stddef.h>

/* ---- words ---- */

typedef struct {
    cv_str rest;
    seat_case *c;
} reader;

static bool is_space(char ch)
{
    return ch == ' ' || ch == '\t' || ch == '\r';
}

/* The next word; empty at the end. */
static cv_str word(reader *r)
{
    int64_t from = 0;
    while (from < r->rest.n && is_space(r->rest.s[from])) from++;
    int64_t to = from;
    while (to < r->rest.n && !is_space(r->rest.s[to])) to++;
    cv_str found = cv_str_cut(r->rest, from, to);
    r->rest = cv_str_cut(r->rest, to, r->rest.n);
    return found;
}

static bool is(cv_str word_, const char *text)
{
    return cv_str_eq(word_, cv_str_of(text));
}

static bool next_is(reader *r, const char *text)
{
    reader before = *r;
    if (is(word(r), text)) return true;
    *r = before;
    return false;
}

static bool at_end(reader *r)
{
    reader ahead = *r;
    return word(&ahead).n == 0;
}

static bool count(reader *r, cv_count *out)
{
    return cv_count_parse(out, word(r)) == CV_PARSE_OK;
}

static bool number(reader *r, int32_t *out)
{
    cv_count n;
    if (!count(r, &n) || n > INT32_MAX) return false;
    *out = (int32_t)n;
    return true;
}

static int32_t find(const seat_case *c, cv_str name)
{
    for (int32_t i = 0; i < c->n; i++)
        if (cv_str_eq(c->option[i], name)) return i;
    return -1;
}

static bool option(reader *r, int32_t *out)
{
    *out = find(r->c, word(r));
    return *out >= 0;
}

static bool divisors(cv_divisors *out, cv_str name)
{
    for (int32_t i = 0; i < CV_N_SERIES; i++) {
        if (!is(name, CV_SERIES_NAMES[i].name)) continue;
        *out = CV_SERIES_NAMES[i].series;
        return true;
    }
    return false;
}

/* The word's value in the table, or -1. */
static int value(cv_str name, cv_rule_names names)
{
    for (int32_t i = 0; i < names.n; i++)
        if (is(name, names.entry[i].name)) return names.entry[i].value;
    return -1;
}

static bool share(reader *r, cv_share_test *out)
{
    int relation = value(word(r), CV_RELATION_NAMES);
    bool known = cv_frac_parse(&out->share, word(r)) && is(word(r), "of");
    int base = value(word(r), CV_BASE_NAMES);
    out->relation = (cv_relation)relation;
    out->base = (cv_base)base;
    return known && relation >= 0 && base >= 0;
}

/* ---- the law ---- */

static bool read_system(reader *r)
{
    cv_rule_set *rules = &r->c->rules;
    cv_str name = word(r);
    rules->per_ballot = 1;
    if (is(name, "quota")) {
        rules->engine = CV_ENGINE_REMAINDER;
        int quota = value(word(r), CV_QUOTA_NAMES);
        rules->quota = (cv_quota)quota;
        return quota >= 0;
    }
    if (divisors(&rules->divisors, name)) {
        rules->engine = CV_ENGINE_DIVISOR;
        return true;
    }
    int engine = value(name, CV_ENGINE_NAMES);
    if (engine < 0) return false;
    rules->engine = (cv_engine)engine;
    rules->runoff_top = rules->engine == CV_ENGINE_TWO_ROUND ? 2 : 0;
    return rules->engine != CV_ENGINE_BLOCK || number(r, &rules->per_ballot);
}

static bool read_against(reader *r)
{
    int32_t o;
    if (!option(r, &o)) return false;
    r->c->facts[o].standing = CV_AGAINST_ALL;
    if (at_end(r)) return true;
    int against = value(word(r), CV_AGAINST_NAMES);
    r->c->rules.against = (cv_against_rule)against;
    return against >= 0;
}

static bool read_min_share(reader *r)
{
    r->c->rules.has_min_share = true;
    if (!share(r, &r->c->rules.min_share)) return false;
    if (next_is(r, "else")) {
        r->c->rules.min_share_runoff = is(word(r), "run-off");
        r->c->rules.runoff_top = 2;
    }
    return true;
}

static bool read_turnout(reader *r)
{
    r->c->rules.has_turnout_min = true;
    return share(r, &r->c->rules.turnout_min);
}

static bool read_barred_void(reader *r)
{
    r->c->rules.has_barred_void = true;
    return share(r, &r->c->rules.barred_void);
}

static bool read_win(reader *r)
{
    if (r->c->rules.n_win == CV_WIN_MAX) return false;
    cv_win_condition *win = &r->c->rules.win[r->c->rules.n_win++];
    if (!share(r, &win->share)) return false;
    win->has_lead = next_is(r, "and");
    return !win->has_lead || (is(word(r), "lead") && share(r, &win->lead));
}

static bool read_runoff(reader *r)
{
    if (!is(word(r), "top") || !number(r, &r->c->rules.runoff_top)) return false;
    r->c->rules.runoff_all_tied = next_is(r, "all");
    return !r->c->rules.runoff_all_tied || is(word(r), "tied");
}

static bool read_two_decide(reader *r)
{
    r->c->rules.two_decide_at_once = true;
    return true;
}

static bool read_threshold(reader *r)
{
    cv_rule_set *rules = &r->c->rules;
    if (rules->n_thresholds == CV_THRESHOLD_MAX) return false;
    int32_t t = rules->n_thresholds++;
    if (!share(r, &rules->threshold[t])) return false;
    return !next_is(r, "from") || (number(r, &rules->threshold_from[t]) && is(word(r), "parties"));
}

static bool read_cap(reader *r)
{
    return number(r, &r->c->rules.seat_cap);
}

static bool read_over_award(reader *r)
{
    int over_award = value(word(r), CV_OVER_AWARD_NAMES);
    r->c->rules.over_award = (cv_over_award)over_award;
    return over_award >= 0;
}

static bool read_repeat(reader *r)
{
    r->c->rules.remainders_repeat = true;
    return true;
}

/* ---- the election ---- */

static bool read_seats(reader *r)
{
    return number(r, &r->c->seats);
}

static bool read_votes(reader *r)
{
    seat_case *c = r->c;
    while (!at_end(r)) {
        if (c->n == CASE_OPTIONS) return false;
        c->option[c->n] = word(r);
        if (!count(r, &c->votes[c->n++])) return false;
    }
    cv_count sum = 0;
    for (int32_t i = 0; i < c->n; i++) sum += c->votes[i];
    c->totals.valid = c->totals.participants = c->totals.box = c->totals.registered = sum;
    return true;
}

static bool read_totals(reader *r)
{
    cv_totals *t = &r->c->totals;
    const struct {
        const char *name;
        cv_count *total;
    } names[] = {
        {"valid",        &t->valid       },
        {"blank",        &t->blank       },
        {"invalid",      &t->invalid     },
        {"participants", &t->participants},
        {"box",          &t->box         },
        {"registered",   &t->registered  },
    };
    while (!at_end(r)) {
        cv_str name = word(r);
        cv_count *total = NULL;
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
            if (is(name, names[i].name)) total = names[i].total;
        if (!total) return false;
        if (next_is(r, "unknown"))
            *total = CV_BLANK;
        else if (!count(r, total))
            return false;
    }
    return true;
}

static bool read_barred(reader *r)
{
    int32_t o;
    while (!at_end(r)) {
        if (!option(r, &o)) return false;
        r->c->facts[o].standing = CV_BARRED;
    }
    return true;
}

static bool read_exempt(reader *r)
{
    int32_t o;
    while (!at_end(r)) {
        if (!option(r, &o)) return false;
        r->c->facts[o].exempt = true;
    }
    return true;
}

static bool read_parties(reader *r)
{
    int32_t o;
    while (!at_end(r))
        if (!option(r, &o) || !number(r, &r->c->facts[o].parties)) return false;
    return true;
}

static bool read_lot(reader *r)
{
    seat_case *c = r->c;
    if (c->n_lots == CASE_LOTS) return false;
    int32_t *drawn = c->drawn[c->n_lots], n = 0;
    while (!at_end(r)) {
        if (n == CASE_OPTIONS) return false;
        cv_str name = word(r);
        drawn[n] = find(c, name);
        if (drawn[n++] < 0) return false;
    }
    c->lot[c->n_lots++] = (cv_lot){n, drawn, CV_STR("")};
    return true;
}

/* ---- what is expected ---- */

static bool read_names(reader *r, bool *is_named)
{
    int32_t o;
    while (!at_end(r)) {
        if (!option(r, &o)) return false;
        is_named[o] = true;
    }
    return true;
}

static bool read_expected_lot(reader *r, bool loss)
{
    r->c->loss = loss;
    return number(r, &r->c->lot_places) && is(word(r), "among") && read_names(r, r->c->in_lot);
}

static bool read_expected_seats(reader *r)
{
    int32_t o;
    while (!at_end(r)) {
        if (next_is(r, "lot")) return read_expected_lot(r, false);
        if (next_is(r, "loss")) return read_expected_lot(r, true);
        if (next_is(r, "vacant")) {
            if (!number(r, &r->c->vacant)) return false;
        } else if (!option(r, &o) || !number(r, &r->c->expect_seats[o])) {
            return false;
        }
    }
    return true;
}

static bool read_expect(reader *r)
{
    r->c->expected = EXPECT_SEATS;
    if (next_is(r, "refused")) {
        r->c->expected = EXPECT_REFUSED;
        return true;
    }
    if (next_is(r, "run-off")) {
        r->c->expected = EXPECT_RUNOFF;
        return read_names(r, r->c->goes_on);
    }
    bool is_void = next_is(r, "void"), is_incomplete = !is_void && next_is(r, "incomplete");
    if (!is_void && !is_incomplete) return read_expected_seats(r);
    r->c->expected = is_void ? EXPECT_VOID : EXPECT_INCOMPLETE;
    r->c->reason = word(r);
    return r->c->reason.n > 0;
}

static bool read_margin(reader *r)
{
    static const char *names[] = {"", "switched", "removal", "addition"};
    for (int32_t i = 0; i < 4; i++) r->c->margin[i] = CV_BLANK;
    r->c->has_margin = true;
    r->c->no_margin = next_is(r, "none");
    if (r->c->no_margin) return true;
    if (!count(r, &r->c->margin[0])) return false;
    for (int32_t i = 1; i < 4; i++)
        if (next_is(r, names[i]) && !count(r, &r->c->margin[i])) return false;
    return true;
}

static bool read_name(reader *r)
{
    r->c->name = cv_str_trim(r->rest);
    r->rest = CV_STR("");
    return true;
}

static const struct {
    const char *key;
    bool (*read)(reader *r);
} keys[] = {
    {"case",        read_name       },
    {"system",      read_system     },
    {"seats",       read_seats      },
    {"votes",       read_votes      },
    {"totals",      read_totals     },
    {"against-all", read_against    },
    {"barred",      read_barred     },
    {"barred-void", read_barred_void},
    {"min-share",   read_min_share  },
    {"turnout",     read_turnout    },
    {"win",         read_win        },
    {"run-off",     read_runoff     },
    {"two-decide",  read_two_decide },
    {"threshold",   read_threshold  },
    {"exempt",      read_exempt     },
    {"parties",     read_parties    },
    {"cap",         read_cap        },
    {"over-award",  read_over_award },
    {"repeat",      read_repeat     },
    {"lot",         read_lot        },
    {"expect",      read_expect     },
    {"margin",      read_margin     },
};

static bool read_line(seat_case *c, cv_str line)
{
    reader r = {line, c};
    cv_str key = word(&r);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (is(key, keys[i].key)) return keys[i].read(&r) && at_end(&r);
    return false;
}

static cv_str take_line(cv_str text, int64_t *at)
{
    int64_t end = cv_str_find(text, CV_STR("\n"), *at);
    if (end < 0) end = text.n;
    cv_str line = cv_str_cut(text, *at, end);
    *at = end + 1;
    return line;
}

bool case_read(seat_case *out, cv_str text, int64_t *at, int64_t *line, cv_str *wrong)
{
    *out = (seat_case){.seats = 1};
    *wrong = CV_STR("");
    while (*at < text.n) {
        cv_str raw = take_line(text, at);
        ++*line;
        int64_t comment = cv_str_find(raw, CV_STR("#"), 0);
        cv_str said = cv_str_trim(comment >= 0 ? cv_str_cut(raw, 0, comment) : raw);
        if (said.n == 0 && comment < 0 && out->line) break;
        if (said.n == 0) continue;
        if (!out->line) out->line = *line;
        if (!read_line(out, said)) {
            *wrong = said;
            return true;
        }
    }
    out->totals.n_options = out->n;
    out->totals.votes = out->votes;
    return out->line > 0;
}

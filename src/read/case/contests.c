/* Contests and their options: from election.json, from patterns, and from what tables name. */
#include "read/case/reading.h"

#include <stdio.h>

#include "base/check.h"
#include "base/text.h"
#include "read/case/nearest.h"

/* ---- patterns ---- */

static int64_t star_of(cv_str s)
{
    return s.s ? cv_str_find(s, CV_STR("*"), 0) : -1;
}

/* True when `id` is `pattern` with a text, not empty, in the place of its star. */
static bool matches(cv_str pattern, cv_str id, cv_str *text)
{
    int64_t star = star_of(pattern);
    if (star < 0) return cv_str_eq(pattern, id);
    cv_str head = cv_str_cut(pattern, 0, star), tail = cv_str_cut(pattern, star + 1, pattern.n);
    if (id.n <= head.n + tail.n || !cv_str_starts(id, head) || !cv_str_ends(id, tail)) return false;
    *text = cv_str_cut(id, head.n, id.n - tail.n);
    return true;
}

/* `s` with `text` in the place of its star. */
static cv_str filled(cv_arena *keep, cv_str s, cv_str text)
{
    int64_t star = star_of(s);
    if (star < 0 || !text.s) return s;
    return cv_str_format(keep, "%.*s%.*s%.*s", CV_ARG(cv_str_cut(s, 0, star)), CV_ARG(text),
                         CV_ARG(cv_str_cut(s, star + 1, s.n)));
}

/* ---- options ---- */

bool cv_reading_is_listed(const cv_reading *r, cv_contest_ix c)
{
    return r->spec->contests.v[r->entry[c.i]].options.n > 0;
}

static bool seats_lists(const cv_reading *r, cv_contest_ix c)
{
    cv_said rule = r->spec->contests.v[r->entry[c.i]].rule;
    for (int32_t i = 0; i < r->spec->rule_sets.n; i++) {
        const cv_spec_rule_set *s = &r->spec->rule_sets.v[i];
        if (!cv_str_eq(s->e.key.s, rule.s)) continue;
        return s->engine.value == CV_ENGINE_DIVISOR || s->engine.value == CV_ENGINE_REMAINDER;
    }
    return false;
}

static cv_bloc_ix bloc_of(const cv_reading *r, const cv_option_words *w)
{
    if (w->bloc.i >= 0) return w->bloc;
    int32_t by_party = w->party.n ? cv_map_get(&r->bloc_by_party, w->party) : -1;
    return (cv_bloc_ix){by_party >= 0 ? by_party : cv_map_get(&r->bloc_by_option, w->id)};
}

int32_t cv_reading_option(cv_reading *r, cv_contest_ix c, const cv_option_words *w)
{
    bool is_new;
    int32_t option = cv_build_option(r->b, c, w->id, &is_new);
    if (!is_new) return option;
    cv_option *o = cv_build_option_at(r->b, c, option);
    if (w->name.n) o->name = cv_str_copy(r->keep, w->name);
    if (w->party.n) o->party = cv_str_copy(r->keep, w->party);
    o->kind = seats_lists(r, c) ? CV_OPTION_LIST : CV_OPTION_CANDIDATE;
    o->bloc = bloc_of(r, w);
    return option;
}

static cv_status listed_options(cv_reading *r, cv_contest_ix c, const cv_spec_contest *s)
{
    for (int32_t i = 0; i < s->options.n; i++) {
        const cv_spec_option *o = &s->options.v[i];
        if (cv_build_option_named(r->b, c, o->id.s) >= 0)
            return cv_spec_fail(&r->spec->text, o->id.at, r->err, "the option stands twice: '%.*s'",
                                CV_ARG(o->id.s));
        cv_option_words words = {o->id.s, o->name.s, o->party.s, CV_NO_BLOC};
        if (o->bloc.s.s) words.bloc = cv_build_bloc_named(r->b, o->bloc.s);
        if (o->bloc.s.s && words.bloc.i < 0) {
            cv_status failed = cv_spec_fail(&r->spec->text, o->bloc.at, r->err, "no bloc '%.*s'",
                                            CV_ARG(o->bloc.s));
            return cv_hint(r->err, failed, "blocs are listed under \"blocs\"");
        }
        int32_t option = cv_reading_option(r, c, &words);
        cv_option *out = cv_build_option_at(r->b, c, option);
        if (o->kind.said) out->kind = (cv_option_kind)o->kind.value;
        out->barred = o->barred == CV_SAID_YES;
        out->threshold_exempt = o->threshold_exempt == CV_SAID_YES;
        out->parties = (int32_t)o->parties.n;
    }
    return CV_OK;
}

/* ---- contests ---- */

static void note_entry(cv_reading *r, cv_contest_ix c, int32_t entry)
{
    if (c.i >= r->cap_entries) {
        int64_t more = 2 * (int64_t)c.i + 16;
        r->entry = cv_grow(r->work, int32_t, r->entry, r->cap_entries, more);
        r->cap_entries = more;
    }
    r->entry[c.i] = entry;
}

static cv_contest_ix make_contest(cv_reading *r, int32_t entry, cv_str id, cv_str name)
{
    const cv_spec_contest *s = &r->spec->contests.v[entry];
    cv_str text = {0};
    cv_assert(matches(s->id.s, id, &text));
    cv_contest_ix ix = cv_build_contest(r->b, id, NULL);
    note_entry(r, ix, entry);
    text = text.s ? cv_str_copy(r->keep, text) : text;
    cv_area_ix area = CV_NO_AREA;
    if (s->area.s.s)
        area = cv_build_area(r->b, CV_NO_AREA, CV_STR("contest"), filled(r->work, s->area.s, text));
    cv_contest *c = cv_build_contest_at(r->b, ix);
    if (name.n)
        c->name = cv_str_copy(r->keep, name);
    else if (s->name.s.s)
        c->name = filled(r->keep, s->name.s, text);
    c->area = area;
    c->seats = s->seats.said ? (int32_t)s->seats.n : 1;
    c->rule = cv_build_rule_set_named(r->b, s->rule.s);
    c->round = s->round.said ? (int32_t)s->round.n : s->runoff_of.s.s ? 2 : 1;
    c->electorate = s->electorate.s;
    c->in_chamber = s->chamber != CV_SAID_NO;
    c->completeness = (cv_completeness)s->complete.value;
    return ix;
}

static cv_status check_entry(cv_reading *r, const cv_spec_contest *s)
{
    const cv_json_text *t = &r->spec->text;
    if (cv_build_rule_set_named(r->b, s->rule.s) < 0) {
        cv_status failed =
            cv_spec_fail(t, s->rule.at, r->err, "no rule set '%.*s'", CV_ARG(s->rule.s));
        cv_str *known = cv_new(r->work, cv_str, r->spec->rule_sets.n);
        for (int32_t i = 0; i < r->spec->rule_sets.n; i++)
            known[i] = r->spec->rule_sets.v[i].e.key.s;
        int32_t near = cv_nearest(s->rule.s, known, r->spec->rule_sets.n);
        if (near < 0) return cv_hint(r->err, failed, "rule sets are listed under \"rule_sets\"");
        return cv_hint(r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    }
    int64_t star = star_of(s->id.s);
    if (star >= 0 && cv_str_find(s->id.s, CV_STR("*"), star + 1) >= 0)
        return cv_spec_fail(t, s->id.at, r->err, "more than one '*' in '%.*s'", CV_ARG(s->id.s));
    return CV_OK;
}

cv_status cv_reading_contests(cv_reading *r)
{
    cv_map seen = {0};
    for (int32_t i = 0; i < r->spec->contests.n; i++) {
        const cv_spec_contest *s = &r->spec->contests.v[i];
        CV_TRY(check_entry(r, s));
        if (cv_map_add(&seen, s->id.s, i, r->work) != i)
            return cv_spec_fail(&r->spec->text, s->id.at, r->err,
                                "the contest stands twice: '%.*s'", CV_ARG(s->id.s));
        if (star_of(s->id.s) >= 0) continue;
        CV_TRY(listed_options(r, make_contest(r, i, s->id.s, (cv_str){0}), s));
    }
    return CV_OK;
}

cv_status cv_reading_contest(cv_contest_ix *out, cv_reading *r, cv_str id, cv_str name)
{
    *out = cv_build_contest_named(r->b, id);
    for (int32_t i = 0; i < r->spec->contests.n && out->i < 0; i++) {
        cv_str text;
        const cv_spec_contest *s = &r->spec->contests.v[i];
        if (star_of(s->id.s) < 0 || !matches(s->id.s, id, &text)) continue;
        *out = make_contest(r, i, id, name);
        return listed_options(r, *out, s);
    }
    return CV_OK;
}

/* ---- after all tables ---- */

static cv_status find_option(int32_t *out, cv_reading *r, cv_contest_ix c, cv_str id, int32_t at)
{
    *out = cv_build_option_named(r->b, c, id);
    if (*out >= 0) return CV_OK;
    cv_status failed =
        cv_spec_fail(&r->spec->text, at, r->err, "no option '%.*s' in contest '%.*s'", CV_ARG(id),
                     CV_ARG(cv_build_contest_at(r->b, c)->id));
    return cv_hint(r->err, failed, "options are known by the id that the table gives them");
}

static cv_status declared_numbers(cv_reading *r, cv_contest_ix c, const cv_spec_declared *d)
{
    int32_t option;
    for (int32_t i = 0; i < d->votes.n; i++) {
        CV_TRY(find_option(&option, r, c, d->votes.v[i].e.key.s, d->votes.v[i].e.key.at));
        cv_build_declare(r->b, c, option, d->votes.v[i].number.n, -1);
    }
    for (int32_t i = 0; i < d->seats.n; i++) {
        CV_TRY(find_option(&option, r, c, d->seats.v[i].e.key.s, d->seats.v[i].e.key.at));
        if (d->seats.v[i].number.n > 100000)
            return cv_spec_fail(&r->spec->text, d->seats.v[i].number.at, r->err,
                                "'%lld' is not from 0 to 100000",
                                (long long)d->seats.v[i].number.n);
        cv_build_declare(r->b, c, option, CV_BLANK, (int32_t)d->seats.v[i].number.n);
    }
    for (int32_t i = 0; i < d->fields.n; i++) {
        cv_field field;
        CV_TRY(cv_reading_field(&field, r, d->fields.v[i].e.key.s, d->fields.v[i].e.key.at));
        cv_build_declare_field(r->b, c, field, d->fields.v[i].number.n);
    }
    return CV_OK;
}

static cv_status declared(cv_reading *r, cv_contest_ix c, const cv_spec_contest *s)
{
    const cv_spec_declared *d = s->declared;
    if (!d) return CV_OK;
    cv_build_declared_at(r->b, c, r->election_json, 0);
    CV_TRY(declared_numbers(r, c, d));
    for (int32_t i = 0; i < d->winners.n; i++) {
        int32_t option;
        CV_TRY(find_option(&option, r, c, d->winners.v[i].s, d->winners.v[i].at));
        if (d->seats.n)
            return cv_spec_fail(&r->spec->text, d->winners.at, r->err,
                                "'winners' and 'seats' are both given");
        cv_build_declare(r->b, c, option, CV_BLANK, 1);
    }
    enum { RUNOFF = 1, VOID = 2 };
    if (d->outcome.said || d->winners.n)
        cv_build_declared_outcome(r->b, c, d->outcome.value == RUNOFF, d->outcome.value == VOID);
    return CV_OK;
}

static cv_status lots(cv_reading *r, cv_contest_ix c, const cv_spec_contest *s)
{
    for (int32_t i = 0; i < s->lots.n; i++) {
        const cv_spec_lot *lot = &s->lots.v[i];
        int32_t *option = cv_new(r->keep, int32_t, lot->drawn.n);
        for (int32_t k = 0; k < lot->drawn.n; k++)
            CV_TRY(find_option(&option[k], r, c, lot->drawn.v[k].s, lot->drawn.v[k].at));
        cv_build_lot(r->b, c, &(cv_lot){lot->drawn.n, option, lot->cite.s});
    }
    return CV_OK;
}

static cv_status runoff(cv_reading *r, cv_contest_ix c, const cv_spec_contest *s)
{
    if (!s->runoff_of.s.s) return CV_OK;
    cv_str text = {0}, id = cv_build_contest_at(r->b, c)->id;
    cv_assert(matches(s->id.s, id, &text));
    cv_str wanted = filled(r->work, s->runoff_of.s, text);
    cv_contest_ix first = cv_build_contest_named(r->b, wanted);
    if (first.i < 0 || first.i == c.i) {
        cv_status failed = cv_spec_fail(&r->spec->text, s->runoff_of.at, r->err,
                                        "no contest '%.*s', of which '%.*s' would be the run-off",
                                        CV_ARG(wanted), CV_ARG(id));
        return cv_hint(r->err, failed, "'*' stands for the same text as in the id");
    }
    cv_build_contest_at(r->b, c)->runoff_of = first;
    return CV_OK;
}

cv_status cv_reading_finish_contests(cv_reading *r)
{
    for (int32_t i = 0; i < cv_build_n_contests(r->b); i++) {
        const cv_spec_contest *s = &r->spec->contests.v[r->entry[i]];
        CV_TRY(declared(r, (cv_contest_ix){i}, s));
        CV_TRY(lots(r, (cv_contest_ix){i}, s));
        CV_TRY(runoff(r, (cv_contest_ix){i}, s));
    }
    return CV_OK;
}

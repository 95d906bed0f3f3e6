#include "review/what_if.h"

#include "tally/totals.h"

typedef struct {
    cv_if_step *out;
    const cv_election *e;
    cv_str text; /* as typed */
    cv_arena *keep;
    cv_error *err;
} parser;

static const struct {
    const char *word;
    cv_if_kind kind;
} KINDS[] = {
    {"annul",   CV_IF_ANNUL  },
    {"adopt",   CV_IF_ADOPT  },
    {"remove",  CV_IF_REMOVE },
    {"cancel",  CV_IF_CANCEL },
    {"correct", CV_IF_CORRECT},
    {"dismiss", CV_IF_DISMISS},
};
enum { N_KINDS = sizeof KINDS / sizeof *KINDS };

/* ---- words ---- */

static cv_str part(cv_str s, int64_t from, int64_t to)
{
    return (cv_str){s.s + from, to - from};
}

/* Splits at the first `mark`; false when there is none. */
static bool split(cv_str s, const char *mark, cv_str *before, cv_str *after)
{
    int64_t at = cv_str_find(s, cv_str_of(mark), 0);
    if (at < 0) return false;
    *before = part(s, 0, at);
    *after = part(s, at + 1, s.n);
    return true;
}

static cv_status wrong(const parser *p, const char *what, cv_str offender)
{
    return cv_fail(p->err, CV_E_USAGE, "--if '%.*s': %s '%.*s'", CV_ARG(p->text), what,
                   CV_ARG(offender));
}

/* ---- names ---- */

static bool has_form(const cv_election *e, int32_t contest, int32_t station)
{
    const cv_forms *f = &e->forms[contest];
    for (int32_t i = 0; i < f->n; i++)
        if (f->station[i].i == station && f->state[i] != CV_FORM_COPY) return true;
    return false;
}

static int32_t station_named(const cv_election *e, cv_str code)
{
    for (int32_t i = 0; i < e->n_stations; i++)
        if (cv_str_eq(e->station[i].code, code)) return i;
    return -1;
}

/* A name of the form CONTEST/REST whose first part is a contest; else CV_NO_CONTEST. */
static cv_contest_ix prefix_of(const cv_election *e, cv_str name, cv_str *rest)
{
    for (int64_t at = cv_str_find(name, CV_STR("/"), 0); at > 0;
         at = cv_str_find(name, CV_STR("/"), at + 1)) {
        cv_contest_ix c = cv_contest_named(e, part(name, 0, at));
        if (c.i < 0) continue;
        *rest = part(name, at + 1, name.n);
        return c;
    }
    return CV_NO_CONTEST;
}

/* The one contest in which the station has a form. */
static cv_status contest_of_station(parser *p, cv_str name, int32_t station)
{
    for (int32_t c = 0; c < p->e->n_contests; c++) {
        if (!has_form(p->e, c, station)) continue;
        if (p->out->contest.i >= 0 && p->out->contest.i != c) {
            wrong(p, "several contests have the station", name);
            return cv_hint(p->err, CV_E_USAGE, "write CONTEST/STATION, such as '%.*s/%.*s'",
                           CV_ARG(p->e->contest[c].id), CV_ARG(name));
        }
        p->out->contest.i = c;
    }
    if (p->out->contest.i < 0) return wrong(p, "no contest has a form of the station", name);
    return CV_OK;
}

static cv_status read_station(parser *p, cv_str name, cv_station_ix *out)
{
    cv_str rest = name;
    int32_t station = station_named(p->e, name);
    if (station < 0) {
        cv_contest_ix c = prefix_of(p->e, name, &rest);
        if (c.i >= 0 && p->out->contest.i >= 0 && p->out->contest.i != c.i)
            return wrong(p, "another contest than before in", name);
        if (c.i >= 0) p->out->contest = c;
        station = station_named(p->e, rest);
    }
    if (station < 0) return wrong(p, "no station", rest);
    *out = (cv_station_ix){station};
    if (p->out->contest.i < 0) return contest_of_station(p, name, station);
    if (!has_form(p->e, p->out->contest.i, station))
        return wrong(p, "the contest has no form of the station", rest);
    return CV_OK;
}

/* Whole names first: a code may have a comma in it. */
static cv_status read_stations(parser *p, cv_str names)
{
    int64_t most = 1;
    for (int64_t i = 0; i < names.n; i++) most += names.s[i] == ',';
    cv_station_ix *place = cv_new(p->keep, cv_station_ix, most);
    p->out->place = place;
    cv_str one, rest = names;
    if (station_named(p->e, names) < 0)
        while (split(rest, ",", &one, &names)) {
            CV_TRY(read_station(p, one, &place[p->out->n_places]));
            p->out->n_places++;
            rest = names;
        }
    CV_TRY(read_station(p, rest, &place[p->out->n_places]));
    p->out->n_places++;
    return CV_OK;
}

static int32_t option_of(const cv_election *e, int32_t contest, cv_str id)
{
    for (int32_t o = 0; o < e->contest[contest].n_options; o++)
        if (cv_str_eq(e->contest[contest].option[o].id, id)) return o;
    return -1;
}

static cv_status read_option(parser *p, cv_str name)
{
    cv_str rest = name;
    cv_contest_ix named = prefix_of(p->e, name, &rest);
    for (int32_t c = 0; c < p->e->n_contests; c++) {
        int32_t o = option_of(p->e, c, rest);
        if (o < 0 || (named.i >= 0 && named.i != c)) continue;
        if (p->out->option >= 0) {
            wrong(p, "several contests have the option", name);
            return cv_hint(p->err, CV_E_USAGE, "write CONTEST/OPTION");
        }
        p->out->option = o;
        p->out->contest.i = c;
    }
    if (p->out->option < 0) return wrong(p, "no option", rest);
    return CV_OK;
}

static cv_status read_copy(parser *p, cv_str id)
{
    for (int32_t i = 0; i < p->e->n_copies; i++) {
        if (!cv_str_eq(p->e->copy[i].id, id)) continue;
        p->out->copy.i = i;
        return CV_OK;
    }
    return wrong(p, "no copy", id);
}

static cv_status read_count(parser *p, cv_str text, cv_count *out)
{
    if (cv_count_parse(out, text) != CV_PARSE_OK) return wrong(p, "not a number:", text);
    return CV_OK;
}

static cv_status read_field(parser *p, cv_str name)
{
    p->out->option = option_of(p->e, p->out->contest.i, name);
    if (p->out->option >= 0) return CV_OK;
    for (int32_t i = 0; i < p->e->n_fields; i++) {
        if (!cv_str_eq(p->e->field[i].id, name)) continue;
        p->out->field = (cv_field)i;
        return CV_OK;
    }
    return wrong(p, "neither an option nor a line of the form:", name);
}

/* ---- steps ---- */

static cv_status read_correct(parser *p, cv_str said)
{
    cv_str place, figure, field, now;
    cv_count n;
    if (!split(said, "=", &figure, &now) || !split(figure, ",", &place, &field))
        return cv_hint(p->err, wrong(p, "nothing to correct in", said),
                       "write correct:STATION,FIELD=NEW");
    CV_TRY(read_stations(p, place));
    CV_TRY(read_field(p, field));
    CV_TRY(read_count(p, now, &n));
    p->out->now = n > CV_CELL_MAX ? CV_CELL_MAX : (cv_cell)n;
    return CV_OK;
}

static cv_status read_step(parser *p, cv_str said)
{
    cv_str name = said, value = CV_STR("");
    bool has_value = split(said, "=", &name, &value);
    switch (p->out->kind) {
    case CV_IF_ANNUL: return read_stations(p, said);
    case CV_IF_CANCEL: return read_option(p, said);
    case CV_IF_CORRECT: return read_correct(p, said);
    case CV_IF_DISMISS: p->out->complaint = said; return CV_OK;
    case CV_IF_ADOPT:
        if (!has_value) return wrong(p, "no copy is named in", said);
        CV_TRY(read_stations(p, name));
        return read_copy(p, value);
    case CV_IF_REMOVE:
        if (!has_value) return wrong(p, "no number of ballots in", said);
        CV_TRY(read_stations(p, name));
        return read_count(p, value, &p->out->k);
    }
    return CV_OK;
}

cv_status cv_if_parse(cv_if_step *out, cv_str text, const cv_election *e, cv_arena *keep,
                      cv_error *err)
{
    cv_if_step step = {.text = text,
                       .contest = CV_NO_CONTEST,
                       .copy = {-1},
                       .option = -1,
                       .field = CV_F_NONE,
                       .k = CV_BLANK};
    parser p = {&step, e, text, keep, err};
    cv_str word, said;
    bool known = false;
    if (split(text, ":", &word, &said) && said.n > 0)
        for (int32_t i = 0; i < N_KINDS && !known; i++) {
            if (!cv_str_eq(word, cv_str_of(KINDS[i].word))) continue;
            step.kind = KINDS[i].kind;
            known = true;
        }
    if (!known)
        return cv_hint(err, wrong(&p, "no such step", text),
                       "annul:, adopt:, remove:, cancel:, correct: or dismiss:");
    CV_TRY(read_step(&p, said));
    *out = step;
    return CV_OK;
}

/* ---- as decisions ---- */

/* The figure as it counts now. */
static cv_cell figure_now(const cv_election *e, const cv_if_step *s, const cv_overlay *overlay)
{
    const cv_forms *f = &e->forms[s->contest.i];
    for (int32_t row = 0; row < f->n; row++) {
        cv_counted_form as = cv_counted_form_at(e, s->contest, overlay, row);
        if (f->station[row].i != s->place[0].i || !as.counts) continue;
        if (s->option >= 0)
            return as.own ? as.own->votes[s->option] : f->votes[s->option][as.figures_row];
        const cv_cell *column = cv_forms_column(f, s->field);
        return column ? column[as.figures_row] : CV_CELL_UNREPORTED;
    }
    return CV_CELL_UNREPORTED;
}

static cv_decision decision_of(const cv_election *e, const cv_if_step *s, const cv_overlay *overlay,
                               int32_t seq)
{
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("--if");
    d.seq = seq;
    d.position = 1;
    d.contest = s->contest;
    d.text = s->text;
    d.n_places = s->n_places;
    d.place = s->place;
    d.option = s->option;
    d.copy = s->copy;
    d.scope = CV_SCOPE_STATION;
    switch (s->kind) {
    case CV_IF_ANNUL: d.effect = CV_EFFECT_ANNUL; break;
    case CV_IF_ADOPT: d.effect = CV_EFFECT_ADOPT; break;
    case CV_IF_REMOVE:
        d.effect = CV_EFFECT_ANNUL;
        d.scope = CV_SCOPE_BOX;
        d.k = s->k;
        break;
    case CV_IF_CANCEL:
        d.effect = CV_EFFECT_BAR;
        d.scope = CV_SCOPE_OPTION;
        break;
    case CV_IF_CORRECT:
        d.effect = CV_EFFECT_CORRECT;
        d.field = s->field;
        d.old = figure_now(e, s, overlay);
        d.now = s->now;
        break;
    case CV_IF_DISMISS: break;
    }
    return d;
}

cv_election cv_if_election(const cv_election *e, int32_t n, const cv_if_step *step,
                           const cv_overlay *overlay, cv_date as_of, cv_arena *keep)
{
    cv_election out = *e;
    cv_date last = as_of;
    cv_decision *list = cv_new(keep, cv_decision, (int64_t)e->n_decisions + n);
    int32_t seq = 0;
    for (int32_t i = 0; i < e->n_decisions; i++) {
        list[i] = e->decision[i];
        if (list[i].seq > seq) seq = list[i].seq;
        bool later = !cv_date_is(last) || cv_date_cmp(list[i].effective, last) > 0;
        if (!cv_date_is(as_of) && cv_date_is(list[i].effective) && later) last = list[i].effective;
    }
    for (int32_t i = 0; i < n; i++) {
        if (step[i].kind != CV_IF_DISMISS)
            list[out.n_decisions] = decision_of(e, &step[i], overlay, ++seq);
        else
            continue;
        list[out.n_decisions++].effective = last;
    }
    out.decision = list;
    return out;
}

#include "sensitivity/issue.h"

#include <stdlib.h>

#include "sensitivity/issue_fall.h"
#include "tally/totals.h"

typedef struct {
    cv_seat_questions *s;
    const cv_sensitivity_input *in;
    const cv_open_forms *open;
    bool narrow;
    cv_arena *keep;
} maker;

/* ---- contents ---- */

static const bool *mask_one(const maker *m, int32_t content)
{
    bool *mask = cv_new(m->keep, bool, m->s->n);
    mask[content] = true;
    return mask;
}

static cv_count or_zero(cv_count n)
{
    return n == CV_BLANK ? 0 : n;
}

/* A paper that is read anew may be for any option, or invalid; blank only where blank papers are
 * told apart. */
static void make_masks(maker *m)
{
    cv_seat_questions *s = m->s;
    bool *options = cv_new(m->keep, bool, s->n), *invalid = cv_new(m->keep, bool, s->n);
    bool *readable = cv_new(m->keep, bool, s->n), *all = cv_new(m->keep, bool, s->n);
    for (int32_t i = 0; i < s->n; i++) {
        options[i] = readable[i] = i < s->n_options;
        all[i] = true;
    }
    invalid[s->n_options + CV_CONTENT_INVALID] = true;
    readable[s->n_options + CV_CONTENT_INVALID] = true;
    readable[s->n_options + CV_CONTENT_BLANK] = or_zero(m->in->sums->totals.blank) > 0;
    s->options = options;
    s->invalid = invalid;
    s->readable = readable;
    s->all = all;
}

static const cv_count *totals_of(const maker *m)
{
    const cv_totals *t = &m->in->sums->totals;
    int32_t n = m->s->n_options;
    cv_count *x = cv_new(m->keep, cv_count, m->s->m), sum = 0;
    for (int32_t o = 0; o < n; o++) sum += x[o] = t->votes[o];
    x[n + CV_CONTENT_OTHER] = t->valid == CV_BLANK || t->valid < sum ? 0 : t->valid - sum;
    x[n + CV_CONTENT_BLANK] = or_zero(t->blank);
    x[n + CV_CONTENT_INVALID] = or_zero(t->invalid);
    x[n + CV_CONTENT_MORE] = or_zero(t->participants);
    x[n + CV_CONTENT_MORE + 1] = or_zero(t->box);
    return x;
}

static cv_count papers(const maker *m, const cv_count *x)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < m->s->n; i++) sum += x[i];
    return sum;
}

/* ---- places ---- */

static int by_station(const void *a, const void *b)
{
    const cv_asked_place *x = a, *y = b;
    return (x->station.i > y->station.i) - (x->station.i < y->station.i);
}

static int32_t place_of(const cv_seat_questions *s, cv_station_ix station)
{
    cv_asked_place key = {.station = station};
    if (s->n_places == 0) return -1;
    const cv_asked_place *found =
        bsearch(&key, s->place, (size_t)s->n_places, sizeof *s->place, by_station);
    return found ? (int32_t)(found - s->place) : -1;
}

static void name_places(maker *m)
{
    cv_seat_questions *s = m->s;
    int64_t most = m->open->n;
    for (int32_t i = 0; i < m->in->n_asked; i++) most += m->in->asked[i].n_places;
    s->place = cv_new(m->keep, cv_asked_place, most);
    int32_t n = 0;
    for (int32_t i = 0; i < m->open->n; i++) s->place[n++].station = m->open->form[i].station;
    for (int32_t i = 0; i < m->in->n_asked; i++)
        for (int32_t k = 0; k < m->in->asked[i].n_places; k++)
            s->place[n++].station = m->in->asked[i].place[k];
    if (n) qsort(s->place, (size_t)n, sizeof *s->place, by_station);
    for (int32_t i = 0; i < n; i++)
        if (i == 0 || s->place[i].station.i != s->place[i - 1].station.i)
            s->place[s->n_places++] = s->place[i];
}

static void add_contents(cv_count *x, const maker *m, cv_counted_form as)
{
    const cv_count *one = cv_contents_of(m->in->election, m->in->contest, as, m->keep);
    for (int32_t i = 0; i < m->s->m; i++) x[i] += one[i];
}

static void fill_places(maker *m)
{
    cv_seat_questions *s = m->s;
    const cv_forms *f = &m->in->election->forms[m->in->contest.i];
    for (int32_t i = 0; i < s->n_places; i++) s->place[i].x = cv_new(m->keep, cv_count, s->m);
    if (s->n_places && s->place[0].station.i < 0) s->place[0].x = s->totals;
    for (int32_t row = 0; s->n_places && row < f->n; row++) {
        if (f->state[row] == CV_FORM_COPY) continue;
        int32_t i = place_of(s, f->station[row]);
        if (i < 0) continue;
        cv_asked_place *p = &s->place[i];
        cv_counted_form as =
            cv_counted_form_at(m->in->election, m->in->contest, m->in->overlay, row);
        bool awaited =
            as.change ? as.change->now == CV_NOW_AWAITED : f->state[row] == CV_FORM_AWAITED;
        if (!as.counts && !awaited) continue;
        if (as.counts) add_contents((cv_count *)p->x, m, as);
        cv_cell reg = f->derived[CV_D_REG] ? f->derived[CV_D_REG][row] : CV_CELL_UNREPORTED;
        if (!p->counts && reg > 0) p->registered = reg;
        p->counts = true;
    }
}

/* ---- units ---- */

static const int32_t *places_of(const maker *m, const cv_asked *a)
{
    int32_t *place = cv_new(m->keep, int32_t, a->n_places);
    for (int32_t i = 0; i < a->n_places; i++) place[i] = place_of(m->s, a->place[i]);
    return place;
}

/* The papers at the unit's places together. */
static const cv_count *papers_at(const maker *m, const cv_unit *u)
{
    if (u->n_places == 0) return m->s->totals;
    if (u->n_places == 1) return m->s->place[u->place[0]].x;
    cv_count *x = cv_new(m->keep, cv_count, m->s->m);
    for (int32_t i = 0; i < u->n_places; i++)
        for (int32_t k = 0; k < m->s->m; k++) x[k] += m->s->place[u->place[i]].x[k];
    return x;
}

static cv_count *minus(const maker *m, const cv_count *x)
{
    cv_count *z = cv_new(m->keep, cv_count, m->s->m);
    for (int32_t i = 0; i < m->s->m; i++) z[i] = -x[i];
    return z;
}

static void count_register(const maker *m, cv_unit *u)
{
    for (int32_t i = 0; i < u->n_places; i++) {
        u->registered += m->s->place[u->place[i]].registered;
        u->n_stations += m->s->place[u->place[i]].counts;
    }
}

static void fill_annul(const maker *m, cv_unit *u)
{
    if (u->n_places == 0) {
        u->kind = CV_UNIT_VOID;
        return;
    }
    u->change = minus(m, papers_at(m, u));
    count_register(m, u);
}

/* A vote held again can have any result: as many papers as there are voters on the register, with
 * those who cast them; where the register is not known, any number. */
static void fill_repeat(const maker *m, cv_unit *u)
{
    fill_annul(m, u);
    if (u->kind == CV_UNIT_VOID) return;
    bool known = true;
    for (int32_t i = 0; i < u->n_places; i++)
        known = known && m->s->place[u->place[i]].registered > 0;
    u->has_pool = true;
    u->pool = (cv_pool){.gives = true,
                        .to = m->s->readable,
                        .k = known ? u->registered : CV_BLANK,
                        .persons = CV_WITH_PERSONS};
    u->registered = u->n_stations = 0;
}

static cv_unit pool_unit(const maker *m, int32_t n_places, const int32_t *place, cv_pool pool)
{
    cv_unit u = {.kind = CV_UNIT_POOL, .n_places = n_places, .place = place, .option = -1};
    u.has_pool = true;
    u.pool = pool;
    if (pool.takes) u.pool.x = papers_at(m, &u);
    if (pool.whole) u.pool.k = papers(m, u.pool.x);
    return u;
}

static const bool *mask_option(const maker *m, int32_t option, const bool *any)
{
    return option >= 0 ? mask_one(m, option) : any;
}

static cv_pool take_pool(const maker *m, cv_count k, int32_t option, cv_with_persons persons)
{
    return (cv_pool){
        .takes = true, .from = mask_option(m, option, m->s->all), .k = k, .persons = persons};
}

static cv_pool add_pool(const maker *m, cv_count k, int32_t option, cv_with_persons persons)
{
    return (cv_pool){
        .gives = true, .to = mask_option(m, option, m->s->readable), .k = k, .persons = persons};
}

static cv_pool move_pool(const maker *m, cv_count k, int32_t from, int32_t to)
{
    return (cv_pool){.takes = true,
                     .gives = true,
                     .from = mask_option(m, from, m->s->options),
                     .to = mask_option(m, to, m->s->options),
                     .k = k};
}

/* ---- what is asked ---- */

static void add_unit(const maker *m, cv_answer *a, cv_unit u)
{
    if (a->n_units == a->cap) {
        int32_t cap = a->cap ? 2 * a->cap : 1;
        a->unit = cv_grow(m->keep, cv_unit, a->unit, a->n_units, cap);
        a->cap = cap;
    }
    a->unit[a->n_units++] = u;
}

/* Hard: any paper may be anything. Narrow: the piles are right, and only what is valid can be
 * judged anew. */
static void add_recount(const maker *m, cv_answer *a, int32_t n, const int32_t *place)
{
    const cv_seat_questions *s = m->s;
    if (!m->narrow) {
        cv_pool any = {
            .takes = true, .gives = true, .whole = true, .from = s->all, .to = s->readable};
        add_unit(m, a, pool_unit(m, n, place, any));
        return;
    }
    cv_pool spoil = {
        .takes = true, .gives = true, .from = s->options, .to = s->invalid, .k = CV_BLANK};
    cv_pool rescue = {
        .takes = true, .gives = true, .from = s->invalid, .to = s->options, .k = CV_BLANK};
    add_unit(m, a, pool_unit(m, n, place, spoil));
    add_unit(m, a, pool_unit(m, n, place, rescue));
}

static cv_count figure(cv_cell said, cv_count before)
{
    return said == CV_CELL_UNREPORTED ? 0 : (said > 0 ? said : 0) - before;
}

static const cv_count *change_to(const maker *m, const cv_asked_figures *f, const cv_count *x)
{
    int32_t n = m->s->n_options;
    cv_count *z = cv_new(m->keep, cv_count, m->s->m);
    for (int32_t o = 0; o < n; o++) z[o] = figure(f->votes[o], x[o]);
    const cv_cell more[] = {f->other, f->blank, f->invalid, f->persons, f->box};
    for (int32_t i = 0; i < CV_CONTENT_MORE + 2; i++) z[n + i] = figure(more[i], x[n + i]);
    return z;
}

/* Where the cancelled votes of an option at these places go. */
static const cv_count *change_by_cancelling(const maker *m, const cv_unit *u)
{
    const cv_count *x = papers_at(m, u);
    int32_t n = m->s->n_options;
    cv_count *z = cv_new(m->keep, cv_count, m->s->m);
    z[u->option] = -x[u->option];
    if (u->mode == CV_CANCEL_AS_INVALID) z[n + CV_CONTENT_INVALID] = x[u->option];
    if (u->mode == CV_CANCEL_KEPT_IN_BASE) z[n + CV_CONTENT_OTHER] = x[u->option];
    if (u->mode == CV_CANCEL_REMOVED)
        z[n + CV_CONTENT_MORE] = z[n + CV_CONTENT_MORE + 1] = z[u->option];
    return z;
}

static void add_asked(const maker *m, cv_answer *a, const cv_asked *q)
{
    const cv_seat_questions *s = m->s;
    const int32_t *place = places_of(m, q);
    cv_unit u = {.n_places = q->n_places, .place = place, .option = q->option, .mode = q->mode};
    cv_pool rescue = {
        .takes = true, .gives = true, .from = s->invalid, .to = s->options, .k = q->k};
    cv_with_persons with = q->persons_stay ? CV_WITHOUT_PERSONS : CV_WITH_PERSONS;
    switch (q->ask) {
    case CV_ASK_ANNUL:
        u.kind = CV_UNIT_ANNUL;
        fill_annul(m, &u);
        add_unit(m, a, u);
        return;
    case CV_ASK_REMOVE:
        add_unit(m, a, pool_unit(m, q->n_places, place, take_pool(m, q->k, q->option, with)));
        return;
    case CV_ASK_RESCUE: add_unit(m, a, pool_unit(m, q->n_places, place, rescue)); return;
    case CV_ASK_MOVE:
        add_unit(m, a, pool_unit(m, q->n_places, place, move_pool(m, q->k, q->option, q->to)));
        return;
    case CV_ASK_ADD:
        add_unit(m, a, pool_unit(m, q->n_places, place, add_pool(m, q->k, -1, CV_WITH_PERSONS)));
        return;
    case CV_ASK_RECOUNT: add_recount(m, a, q->n_places, place); return;
    case CV_ASK_REPEAT:
        u.kind = CV_UNIT_REPEAT;
        fill_repeat(m, &u);
        add_unit(m, a, u);
        return;
    case CV_ASK_CANCEL:
    case CV_ASK_BAR:
        u.kind = CV_UNIT_CANCEL;
        u.bars = q->ask == CV_ASK_BAR;
        if (u.bars) u.n_places = 0;
        if (u.n_places) u.change = change_by_cancelling(m, &u);
        add_unit(m, a, u);
        return;
    case CV_ASK_FIGURES: /* one answer each: alternatives_of() */
    case CV_ASK_VOID: break;
    }
    u.kind = CV_UNIT_VOID;
    u.n_places = 0;
    add_unit(m, a, u);
}

static void add_alternatives(const maker *m, cv_issue *it, const cv_asked *q)
{
    const int32_t *place = places_of(m, q);
    it->n_answers = q->n_alternatives;
    it->answer = cv_new(m->keep, cv_answer, q->n_alternatives);
    for (int32_t i = 0; i < q->n_alternatives; i++) {
        cv_unit u = {.kind = CV_UNIT_FIGURES, .n_places = 1, .place = place, .option = -1};
        u.change = change_to(m, &q->alternative[i], m->s->place[place[0]].x);
        add_unit(m, &it->answer[i], u);
    }
}

static cv_issue issue_of_asked(const maker *m, int32_t number)
{
    const cv_asked *q = &m->in->asked[number];
    cv_issue it = {.asked = number, .form = -1, .n_answers = 1};
    it.not_linear = q->ask == CV_ASK_VOID || q->ask == CV_ASK_BAR ||
                    (q->ask == CV_ASK_CANCEL && q->n_places == 0) ||
                    (q->n_places == 0 && (q->ask == CV_ASK_ANNUL || q->ask == CV_ASK_REPEAT));
    if (q->ask == CV_ASK_FIGURES) {
        add_alternatives(m, &it, q);
        return it;
    }
    it.answer = cv_new(m->keep, cv_answer, 1);
    add_asked(m, &it.answer[0], q);
    return it;
}

/* ---- forms ---- */

/* The finding's alternatives, added to one answer; a move of one option's votes can be from it or
 * to it: `to` chooses. */
static void add_finding(const maker *m, cv_answer *a, const cv_open_form *f, int32_t i, bool to)
{
    const cv_question *q = &f->question[i];
    int32_t *place = cv_new(m->keep, int32_t, 1);
    place[0] = place_of(m->s, f->station);
    cv_unit u = {.kind = CV_UNIT_FIGURES, .n_places = 1, .place = place, .option = -1};
    cv_pool pool = {0};
    switch (q->change) {
    case CV_CHANGE_NONE:
    case CV_CHANGE_CAP: return;
    case CV_CHANGE_OFF: pool = take_pool(m, q->k, q->option, q->persons); break;
    case CV_CHANGE_ADD: pool = add_pool(m, q->k, q->option, q->persons); break;
    case CV_CHANGE_MOVE: pool = move_pool(m, q->k, to ? -1 : q->option, to ? q->option : -1); break;
    case CV_CHANGE_EXACT: {
        cv_count *z = minus(m, f->x);
        for (int32_t k = 0; k < m->s->m; k++) z[k] += f->exact[i][k];
        u.change = z;
        u.kind = q->other < 0 ? CV_UNIT_ANNUL : CV_UNIT_FIGURES;
        if (q->other < 0) count_register(m, &u);
        add_unit(m, a, u);
        return;
    }
    }
    add_unit(m, a, pool_unit(m, 1, place, pool));
}

static int32_t n_ways(const cv_question *q)
{
    return q->change == CV_CHANGE_MOVE && q->option >= 0 ? 2 : 1;
}

/* Of each component one finding holds: every combination is an answer. */
static void combine(const maker *m, cv_issue *it, const cv_open_form *f, int32_t *chosen,
                    int32_t component, int32_t cap)
{
    if (it->n_answers == cap) return;
    if (component == f->n) {
        cv_answer *a = &it->answer[it->n_answers++];
        for (int32_t i = 0; i < f->n; i++)
            if (chosen[i]) add_finding(m, a, f, i, chosen[i] == 2);
        return;
    }
    bool any = false;
    for (int32_t i = 0; i < f->n; i++) {
        if (f->component[i] != component || cv_question_is_fact(&f->question[i])) continue;
        any = true;
        for (int32_t way = 1; way <= n_ways(&f->question[i]); way++) {
            chosen[i] = way;
            combine(m, it, f, chosen, component + 1, cap);
        }
        chosen[i] = 0;
    }
    if (!any) combine(m, it, f, chosen, component + 1, cap);
}

/* How many answers that gives, at most `most`. */
static int32_t n_combinations(const cv_open_form *f, int32_t most)
{
    int32_t all = 1;
    for (int32_t component = 0; component < f->n && all < most; component++) {
        int32_t ways = 0;
        for (int32_t i = 0; i < f->n; i++)
            if (f->component[i] == component && !cv_question_is_fact(&f->question[i]))
                ways += n_ways(&f->question[i]);
        if (ways) all *= ways;
    }
    return all < most ? all : most;
}

static cv_issue issue_of_form(const maker *m, int32_t number)
{
    enum { MOST = 32 };
    const cv_open_form *f = &m->open->form[number];
    cv_issue it = {.asked = -1, .form = number};
    int32_t cap = n_combinations(f, MOST);
    it.answer = cv_new(m->keep, cv_answer, cap);
    combine(m, &it, f, cv_new(m->keep, int32_t, f->n), 0, cap);
    return it;
}

static cv_pool fact_pool(const maker *m, const cv_open_form *f, const cv_question *q)
{
    if (q->change == CV_CHANGE_OFF) {
        cv_pool gone = take_pool(m, q->k, q->option, q->persons);
        gone.x = f->x;
        return gone;
    }
    cv_count most = q->k;
    if (f->cap != CV_BLANK && (most == CV_BLANK || most > f->cap)) most = f->cap;
    return add_pool(m, most, q->option, CV_WITH_EITHER);
}

static void add_facts(maker *m)
{
    cv_seat_questions *s = m->s;
    int64_t most = 0;
    for (int32_t i = 0; i < m->open->n; i++) most += m->open->form[i].n;
    s->fact = cv_new(m->keep, cv_fact, most);
    for (int32_t i = 0; i < m->open->n; i++) {
        const cv_open_form *f = &m->open->form[i];
        for (int32_t k = 0; k < f->n; k++) {
            const cv_question *q = &f->question[k];
            if (!cv_question_is_fact(q)) continue;
            int32_t place = place_of(s, f->station);
            s->place[place].has_fact = true;
            s->fact[s->n_facts++] = (cv_fact){place, fact_pool(m, f, q)};
        }
    }
}

/* Missing votes of places about which nobody asks come from one pool. */
static void merge_facts(maker *m)
{
    cv_seat_questions *s = m->s;
    int32_t n = 0, pooled = -1;
    for (int32_t i = 0; i < s->n_facts; i++) {
        cv_fact f = s->fact[i];
        bool plain =
            f.pool.to == s->readable && f.pool.k != CV_BLANK && s->place[f.place].n_issues == 0;
        if (plain && pooled >= 0) {
            s->fact[pooled].pool.k += f.pool.k;
            continue;
        }
        if (plain) pooled = n;
        s->fact[n++] = f;
    }
    s->n_facts = n;
}

/* ---- who meets whom ---- */

static void touch(const maker *m, const cv_issue *it, int32_t *last, int32_t number)
{
    for (int32_t a = 0; a < it->n_answers; a++)
        for (int32_t u = 0; u < it->answer[a].n_units; u++)
            for (int32_t i = 0; i < it->answer[a].unit[u].n_places; i++) {
                int32_t p = it->answer[a].unit[u].place[i];
                if (last[p] == number) continue;
                last[p] = number;
                m->s->place[p].n_issues++;
            }
}

static bool shares(const cv_seat_questions *s, const cv_issue *it)
{
    for (int32_t a = 0; a < it->n_answers; a++)
        for (int32_t u = 0; u < it->answer[a].n_units; u++) {
            const cv_unit *unit = &it->answer[a].unit[u];
            if (it->answer[a].n_units > 1 && unit->n_places) return true;
            for (int32_t i = 0; i < unit->n_places; i++) {
                const cv_asked_place *p = &s->place[unit->place[i]];
                if (p->n_issues > 1 || p->has_fact) return true;
            }
        }
    return false;
}

static void find_meetings(maker *m)
{
    cv_seat_questions *s = m->s;
    int32_t *last = cv_new(m->keep, int32_t, s->n_places);
    for (int32_t i = 0; i < s->n_places; i++) last[i] = -1;
    for (int32_t i = 0; i < s->n_issues; i++) touch(m, &s->issue[i], last, i);
    for (int32_t i = 0; i < s->n_issues; i++) s->issue[i].shares = shares(s, &s->issue[i]);
}

void cv_issues_of(cv_seat_questions *out, const cv_sensitivity_input *in, const cv_open_forms *open,
                  cv_arena *keep)
{
    cv_seat_questions s = {.in = in, .n_options = in->sums->totals.n_options};
    s.n = s.n_options + CV_CONTENT_MORE;
    s.m = s.n + 2;
    maker m = {&s, in, open, in->narrow_recount, keep};
    make_masks(&m);
    s.totals = totals_of(&m);
    name_places(&m);
    fill_places(&m);
    add_facts(&m);
    s.issue = cv_new(keep, cv_issue, (int64_t)in->n_asked + open->n);
    for (int32_t i = 0; i < in->n_asked; i++) s.issue[s.n_issues++] = issue_of_asked(&m, i);
    for (int32_t i = 0; i < open->n; i++)
        if (open->form[i].has_question) s.issue[s.n_issues++] = issue_of_form(&m, i);
    find_meetings(&m);
    cv_issues_find_most(&s, keep);
    merge_facts(&m);
    *out = s;
}

const cv_issue *cv_issue_with_bound(const cv_seat_questions *s, int32_t issue, bool narrow,
                                    cv_arena *keep)
{
    const cv_issue *it = &s->issue[issue];
    if (it->asked < 0 || s->in->asked[it->asked].ask != CV_ASK_RECOUNT) return NULL;
    cv_seat_questions same = *s;
    maker m = {&same, s->in, NULL, narrow, keep};
    cv_issue *out = cv_new(keep, cv_issue, 1);
    *out = issue_of_asked(&m, it->asked);
    return out;
}

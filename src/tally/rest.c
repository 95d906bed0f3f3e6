#include "tally/rest.h"

#include "tally/margin.h"

const cv_moves CV_MOVES_NEVER = {CV_NEVER, CV_NEVER, CV_NEVER, CV_NEVER, CV_NEVER};

/* ---- the value ---- */

static cv_count sum_where(const cv_work *w, const bool *where)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < w->n; i++)
        if (!where || where[i]) sum += w->totals->votes[i];
    return sum;
}

static cv_count votes_of(const cv_work *w, int32_t option)
{
    return option < 0 ? 0 : w->totals->votes[option];
}

static cv_count losers_votes(const cv_work *w, const cv_rest *r)
{
    return r->losers ? sum_where(w, r->losers) : votes_of(w, r->loser);
}

static cv_count base_of(const cv_work *w, const cv_rest *r)
{
    if (r->base == CV_REST_NO_BASE) return 0;
    if (r->base == CV_REST_LISTS) return sum_where(w, r->lists);
    cv_count base = cv_totals_base(w->totals, (cv_base)r->base);
    cv_assert(base != CV_BLANK);
    return base;
}

cv_wide cv_rest_value(const cv_work *w, const cv_rest *r)
{
    cv_wide g = r->constant + cv_times(r->up, votes_of(w, r->winner)) -
                cv_times(r->down, losers_votes(w, r)) - cv_times(r->share, base_of(w, r));
    return r->turnout ? g + cv_times(r->turnout, w->totals->participants) : g;
}

/* ---- the fewest votes ---- */

/* Ballots of one kind: each lowers G by `rate`, and there are `room` of them. */
typedef struct {
    cv_wide rate;
    cv_count room;
} lane;

static cv_count least(cv_wide g, cv_wide rate, cv_relation relation)
{
    if (g < 0 || (g == 0 && relation == CV_ABOVE)) return 0;
    cv_wide k = relation == CV_ABOVE ? cv_ceil_div(g, rate) : cv_floor_div(g, rate) + 1;
    return k > CV_COUNT_MAX ? CV_NEVER : (cv_count)k;
}

/* The lanes stand in order of their rates. */
static cv_count spend(cv_wide g, cv_relation relation, const lane *lanes, int32_t n)
{
    cv_count used = 0;
    if (least(g, 1, relation) == 0) return 0;
    for (int32_t i = 0; i < n; i++) {
        if (lanes[i].rate <= 0) break;
        cv_count k = least(g, lanes[i].rate, relation);
        if (k != CV_NEVER && k <= lanes[i].room) return used + k;
        g -= lanes[i].rate * lanes[i].room;
        used += lanes[i].room;
    }
    return CV_NEVER;
}

static bool base_moves(const cv_rest *r)
{
    return r->base != CV_REST_NO_BASE && r->base != CV_BASE_REGISTERED;
}

/* Papers that are neither the winner's nor the loser's and whose removal moves the base. */
static cv_count other_papers(const cv_work *w, const cv_rest *r)
{
    cv_count all = sum_where(w, r->base == CV_REST_LISTS ? r->lists : NULL);
    if (r->base >= 0 && base_of(w, r) > all) all = base_of(w, r);
    if (r->turnout && w->totals->participants > all) all = w->totals->participants;
    cv_count other = all - votes_of(w, r->winner) - losers_votes(w, r);
    return other > 0 ? other : 0;
}

typedef struct {
    bool has_rivals; /* somebody else could be seated */
    bool alone;      /* nobody else who could has votes: without the winner's the count would be
                        empty, and that is no outcome */
} company;

static company company_of(const cv_work *w, const cv_rest *r)
{
    company c = {.alone = r->winner >= 0};
    for (int32_t i = 0; i < w->n; i++) {
        if (i == r->winner || !cv_work_seatable(w, i)) continue;
        c.has_rivals = true;
        c.alone &= w->totals->votes[i] == 0;
    }
    return c;
}

cv_moves cv_rest_moves(const cv_work *w, const cv_rest *r)
{
    cv_wide g = cv_rest_value(w, r);
    bool has_loser = r->loser >= 0 || r->losers;
    cv_count won = votes_of(w, r->winner), lost = losers_votes(w, r);
    cv_count rest = sum_where(w, NULL) - won - lost;
    cv_wide moves = base_moves(r) ? r->share : 0, falls = r->turnout - moves;
    const lane high[] = {
        {r->up, won}
    };
    const lane low[] = {
        {r->down, has_loser ? CV_COUNT_MAX : 0}
    };
    const lane switched[] = {
        {r->up + (cv_wide)r->down, won },
        {r->down,                  rest}
    };
    const lane removal[] = {
        {r->up + falls, won           },
        {falls,         other_papers(w, r)},
        {falls - r->down,             lost            }
    };
    company with = company_of(w, r);
    bool others = w->n > 1;
    const lane addition[] = {
        {has_loser ? r->down - falls : -falls, has_loser || others ? CV_COUNT_MAX : 0}
    };
    cv_moves m = {
        .high = spend(g, r->relation, high, 1),
        .low = spend(g, r->relation, low, 1),
        .switched = others ? spend(g, r->relation, switched, 2) : CV_NEVER,
        .removal = spend(g, r->relation, removal, 3),
        .addition = spend(g, r->relation, addition, 1),
    };
    if (with.alone && m.high >= won) m.high = CV_NEVER;
    if (with.alone && m.removal >= won) m.removal = CV_NEVER;
    if (!r->turnout && m.removal >= won + lost + rest && m.removal > 0) m.removal = CV_NEVER;
    if (with.alone && !with.has_rivals && m.switched >= won) m.switched = CV_NEVER;
    return m;
}

#define EACH(combine)                                                                              \
    (cv_moves)                                                                                     \
    {                                                                                              \
        combine(a.high, b.high), combine(a.low, b.low), combine(a.switched, b.switched),           \
            combine(a.removal, b.removal), combine(a.addition, b.addition)                         \
    }

static cv_count smaller(cv_count a, cv_count b)
{
    return a < b ? a : b;
}

static cv_count larger(cv_count a, cv_count b)
{
    return a > b ? a : b;
}

cv_moves cv_moves_either(cv_moves a, cv_moves b)
{
    return EACH(smaller);
}

cv_moves cv_moves_both(cv_moves a, cv_moves b)
{
    return EACH(larger);
}

/* ---- common rests ---- */

cv_rest cv_rest_share(int32_t option, cv_share_test test, bool holds, cv_hangs_on on)
{
    cv_rest r = {.on = on, .winner = -1, .loser = -1, .base = (int)test.base};
    if (holds) {
        r.winner = option;
        r.up = test.share.q;
        r.share = test.share.p;
        r.relation = test.relation;
    } else {
        r.loser = option;
        r.down = test.share.q;
        r.share = -test.share.p;
        r.relation = test.relation == CV_ABOVE ? CV_AT_LEAST : CV_ABOVE;
    }
    return r;
}

cv_rest cv_rest_pair(int32_t winner, int32_t loser, cv_relation relation, cv_hangs_on on)
{
    return (cv_rest){.on = on,
                     .winner = winner,
                     .loser = loser,
                     .up = 1,
                     .down = 1,
                     .base = CV_REST_NO_BASE,
                     .relation = relation};
}

/* ---- as assertions ---- */

static cv_assertion *open_assertion(cv_work *w, int64_t **weight)
{
    cv_room(w->keep, cv_assertion, w->out.assertion, w->out.n_assertions, w->cap_assertions);
    *weight = cv_new(w->keep, int64_t, w->n);
    return &w->out.assertion[w->out.n_assertions++];
}

static void spread(const cv_work *w, int64_t *weight, const bool *lists, int64_t by)
{
    for (int32_t i = 0; i < w->n; i++)
        if (!lists || lists[i]) weight[i] += by;
}

/* Valid votes as the sum over options, or as a figure of their own. */
static void weigh_valid(const cv_work *w, cv_assertion *a, int64_t *weight, int64_t by)
{
    if (w->totals->valid == sum_where(w, NULL))
        spread(w, weight, NULL, by);
    else
        a->valid += by;
}

static void weigh_base(const cv_work *w, cv_assertion *a, int64_t *weight, const cv_rest *r)
{
    if (r->base == CV_REST_NO_BASE) return;
    if (r->base == CV_REST_LISTS) {
        spread(w, weight, r->lists, -r->share);
        return;
    }
    switch ((cv_base)r->base) {
    case CV_BASE_VALID: weigh_valid(w, a, weight, -r->share); break;
    case CV_BASE_VALID_BLANK:
        weigh_valid(w, a, weight, -r->share);
        a->blank -= r->share;
        break;
    case CV_BASE_CAST:
        weigh_valid(w, a, weight, -r->share);
        a->blank -= r->share;
        a->invalid -= r->share;
        break;
    case CV_BASE_PARTICIPANTS: a->participants -= r->share; break;
    case CV_BASE_BOX: a->box -= r->share; break;
    case CV_BASE_REGISTERED: a->registered -= r->share; break;
    case CV_BASE_UNKNOWN: break;
    }
}

void cv_rest_assert(cv_work *w, const cv_rest *r)
{
    int64_t *weight;
    cv_wide value = cv_rest_value(w, r);
    cv_assertion *a = open_assertion(w, &weight);
    *a = (cv_assertion){.on = r->on,
                        .winner = r->winner,
                        .loser = r->loser,
                        .weight = weight,
                        .participants = r->turnout,
                        .constant = r->constant,
                        .relation = value == 0 ? CV_AT_LEAST : r->relation,
                        .value = value};
    if (r->winner >= 0) weight[r->winner] += r->up;
    if (r->losers)
        spread(w, weight, r->losers, -r->down);
    else if (r->loser >= 0)
        weight[r->loser] -= r->down;
    weigh_base(w, a, weight, r);
}

void cv_assert_stays(cv_work *w, int32_t option)
{
    cv_rest r = {.winner = option,
                 .loser = -1,
                 .up = 1,
                 .base = CV_REST_NO_BASE,
                 .constant = -w->totals->votes[option],
                 .relation = CV_AT_LEAST};
    cv_rest_assert(w, &r);
}

void cv_assert_lists_stay(cv_work *w, const bool *lists)
{
    cv_rest r = {.winner = -1,
                 .loser = -1,
                 .share = -1,
                 .base = CV_REST_LISTS,
                 .lists = lists,
                 .constant = -sum_where(w, lists),
                 .relation = CV_AT_LEAST};
    cv_rest_assert(w, &r);
}

void cv_assert_bases_stay(cv_work *w)
{
    for (int32_t base = CV_BASE_VALID; base < CV_BASE_UNKNOWN; base++) {
        cv_count now = cv_totals_base(w->totals, (cv_base)base);
        cv_rest r = {.winner = -1,
                     .loser = -1,
                     .share = -1,
                     .base = base,
                     .constant = now == CV_BLANK ? 0 : -now,
                     .relation = CV_AT_LEAST};
        if (now != CV_BLANK) cv_rest_assert(w, &r);
    }
}

/* ---- as margin ---- */

static bool take(cv_count *figure, cv_count k)
{
    if (k == CV_NEVER || (*figure != CV_BLANK && *figure <= k)) return false;
    *figure = k;
    return true;
}

void cv_margin_take(cv_margin *m, cv_moves moves, cv_hangs_on on, int32_t winner, int32_t loser)
{
    bool nearer = take(&m->votes, smaller(moves.high, moves.low));
    bool other = take(&m->switched, moves.switched);
    other |= take(&m->removal, moves.removal);
    other |= take(&m->addition, moves.addition);
    if (!nearer && !other) return;
    if (nearer || m->kind == CV_MARGIN_NONE || m->votes == CV_BLANK) {
        m->on = on;
        m->winner = winner;
        m->loser = loser;
    }
    m->kind = CV_MARGIN_ONE_SIDED;
}

#include "sensitivity/annulment.h"

#include <stdlib.h>

#include "sensitivity/cover.h"
#include "sensitivity/recount.h"
#include "sensitivity/worst.h"
#include "tally/tally.h"
#include "tally/totals.h"

enum { HISTOGRAM_MAX = 1 << 20, COVER_ITEMS_MAX = 100000, SORTED_ROW_STEPS = 64 };

/* Where results and temporaries go. */
typedef struct {
    cv_arena *keep;
    cv_arena scratch;
    cv_error *err;
} room;

/* The forms that count, and how far the assertion at hand falls without each. */
typedef struct {
    const cv_sensitivity_input *in;
    int32_t n;
    const int32_t *row; /* [n] ascending */
    int64_t *gain;      /* [n] */
} counted;

/* How many stations one assertion needs. */
typedef struct {
    int32_t assertion;
    int32_t n_tie, n_change; /* -1: all of them are not enough */
    int64_t least_gain;      /* of the n_change heaviest       */
    cv_wide need;            /* the fall that makes a change   */
} candidate;

/* ---- gains ---- */

static bool has_decisions(const cv_sensitivity_input *in)
{
    return in->overlay && in->overlay->contest[in->contest.i].n_changes > 0;
}

static const int32_t *counted_rows(const cv_sensitivity_input *in, int32_t *n, cv_arena *scratch)
{
    const cv_forms *f = &in->election->forms[in->contest.i];
    int32_t *row = cv_new(scratch, int32_t, f->n);
    for (int32_t i = 0; i < f->n; i++) {
        bool counts = f->state[i] == CV_FORM_COUNTED;
        if (has_decisions(in))
            counts = cv_counted_form_at(in->election, in->contest, in->overlay, i).counts;
        if (counts) row[(*n)++] = i;
    }
    return row;
}

static void add_column(const counted *c, const cv_cell *column, int64_t weight)
{
    if (!column || weight == 0) return;
    for (int32_t i = 0; i < c->n; i++) {
        cv_cell cell = column[c->row[i]];
        c->gain[i] += cell > 0 ? weight * cell : 0;
    }
}

/* Forms whose figures are another's or a decision's own. */
static void mend_replaced(const counted *c, const cv_weights *w, cv_arena scratch)
{
    const cv_sensitivity_input *in = c->in;
    if (!has_decisions(in)) return;
    cv_count *x = cv_new(&scratch, cv_count, w->n);
    for (int32_t i = 0; i < c->n; i++) {
        cv_counted_form as = cv_counted_form_at(in->election, in->contest, in->overlay, c->row[i]);
        if (!as.own && as.figures_row == as.row) continue;
        cv_figures f = {.votes = x};
        cv_figures_of(&f, in->election, in->contest, as);
        x[w->n_options + CV_CONTENT_OTHER] = f.other;
        x[w->n_options + CV_CONTENT_BLANK] = f.blank;
        x[w->n_options + CV_CONTENT_INVALID] = f.invalid;
        for (int32_t k = 0; k < w->n; k++) x[k] = x[k] == CV_BLANK ? 0 : x[k];
        cv_count persons = f.participants == CV_BLANK ? 0 : f.participants;
        cv_count box = f.box == CV_BLANK ? 0 : f.box;
        c->gain[i] = cv_narrow(cv_weigh(w, x, persons, box));
    }
}

static void weigh_forms(const counted *c, const cv_weights *w, cv_arena scratch)
{
    const cv_forms *f = &c->in->election->forms[c->in->contest.i];
    int64_t other = w->weight[w->n_options + CV_CONTENT_OTHER];
    for (int32_t i = 0; i < c->n; i++) c->gain[i] = 0;
    for (int32_t o = 0; o < w->n_options; o++) add_column(c, f->votes[o], w->weight[o]);
    add_column(c, cv_forms_column(f, CV_F_AGAINST), other);
    add_column(c, cv_forms_column(f, CV_F_GONE), other);
    add_column(c, cv_forms_column(f, CV_F_WRITEIN), other);
    add_column(c, f->derived[CV_D_BLANK], w->weight[w->n_options + CV_CONTENT_BLANK]);
    add_column(c, f->derived[CV_D_INVALID], w->weight[w->n_options + CV_CONTENT_INVALID]);
    add_column(c, f->derived[CV_D_PERSONS], w->persons);
    add_column(c, f->derived[CV_D_BOX], w->box);
    mend_replaced(c, w, scratch);
    add_column(c, f->derived[CV_D_REG], -w->annulled_registered);
    for (int32_t i = 0; i < c->n; i++) c->gain[i] -= w->annulled_stations;
}

/* ---- the fewest stations ---- */

static int falling(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x < y) - (x > y);
}

static int32_t fewest_sorted(const int64_t *gain, int32_t n, cv_wide need, int64_t *least)
{
    cv_wide sum = 0;
    for (int32_t i = 0; i < n && gain[i] > 0; i++) {
        *least = gain[i];
        if ((sum += gain[i]) >= need) return i + 1;
    }
    return -1;
}

/* Gains by size, largest first, without sorting them: of_gain[g] forms have the gain g. */
static int32_t fewest_counted(const int32_t *of_gain, int64_t most, cv_wide need, int64_t *least)
{
    cv_wide sum = 0;
    int32_t n = 0;
    for (int64_t g = most; g > 0; g--) {
        if (of_gain[g] == 0) continue;
        cv_wide still = cv_ceil_div(need - sum, g);
        *least = g;
        if (still <= of_gain[g]) return n + (int32_t)(still > 0 ? still : 0);
        sum += cv_times(of_gain[g], g);
        n += of_gain[g];
    }
    return -1;
}

static void count_fewest(candidate *out, const counted *c, cv_wide tie, cv_arena scratch)
{
    int64_t most = 0, ignored = 0;
    for (int32_t i = 0; i < c->n; i++) most = c->gain[i] > most ? c->gain[i] : most;
    if (most <= HISTOGRAM_MAX) {
        int32_t *of_gain = cv_new(&scratch, int32_t, most + 1);
        for (int32_t i = 0; i < c->n; i++)
            if (c->gain[i] > 0) of_gain[c->gain[i]]++;
        out->n_tie = fewest_counted(of_gain, most, tie, &ignored);
        out->n_change = fewest_counted(of_gain, most, out->need, &out->least_gain);
        return;
    }
    int64_t *sorted = cv_new(&scratch, int64_t, c->n);
    for (int32_t i = 0; i < c->n; i++) sorted[i] = c->gain[i];
    qsort(sorted, (size_t)c->n, sizeof *sorted, falling);
    out->n_tie = fewest_sorted(sorted, c->n, tie, &ignored);
    out->n_change = fewest_sorted(sorted, c->n, out->need, &out->least_gain);
}

/* ---- one such set ---- */

typedef struct {
    int64_t gain;
    cv_count registered; /* CV_COUNT_MAX when not known */
    int32_t row;
} station;

static int by_weight(const void *a, const void *b)
{
    const station *x = a, *y = b;
    if (x->gain != y->gain) return x->gain > y->gain ? -1 : 1;
    if (x->registered != y->registered) return x->registered < y->registered ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static station station_at(const counted *c, int32_t i)
{
    const cv_cell *reg = c->in->election->forms[c->in->contest.i].derived[CV_D_REG];
    cv_cell registered = reg[c->row[i]];
    return (station){c->gain[i], registered < 0 ? CV_COUNT_MAX : registered, c->row[i]};
}

/* The forms with a gain of at least `least`, by row. */
static station *gaining(const counted *c, int64_t least, int32_t *n, cv_arena *scratch)
{
    station *out = cv_new(scratch, station, c->n);
    for (int32_t i = 0; i < c->n; i++)
        if (c->gain[i] >= least) out[(*n)++] = station_at(c, i);
    return out;
}

/* The n forms that weigh most, heaviest first; of those that weigh the same and are not all
 * needed, the ones with fewest registered voters. */
static station *heaviest(const counted *c, const candidate *it, cv_arena *scratch)
{
    int32_t n = 0;
    station *set = gaining(c, it->least_gain, &n, scratch);
    qsort(set, (size_t)n, sizeof *set, by_weight);
    return set;
}

static void take_away(cv_change *z, const cv_sensitivity_input *in, int32_t row, cv_arena scratch)
{
    int32_t n = in->sums->totals.n_options;
    cv_count *votes = cv_new(&scratch, cv_count, n);
    cv_figures f = {.votes = votes};
    cv_figures_of(&f, in->election, in->contest,
                  cv_counted_form_at(in->election, in->contest, in->overlay, row));
    for (int32_t o = 0; o < n; o++) z[o] -= votes[o] == CV_BLANK ? 0 : votes[o];
    z[n + CV_CONTENT_OTHER] -= f.other;
    z[n + CV_CONTENT_BLANK] -= f.blank == CV_BLANK ? 0 : f.blank;
    z[n + CV_CONTENT_INVALID] -= f.invalid == CV_BLANK ? 0 : f.invalid;
    z[n + CV_CONTENT_MORE] -= f.participants == CV_BLANK ? 0 : f.participants;
    z[n + CV_CONTENT_MORE + 1] -= f.box == CV_BLANK ? 0 : f.box;
}

/* Counts again without the first `n` stations. */
static cv_status changes_outcome(bool *out, const cv_sensitivity_input *in, const station *set,
                                 int32_t n, cv_arena scratch, cv_error *err)
{
    cv_arena other = cv_arena_open();
    cv_tally base, tally;
    cv_change *z = cv_new(&scratch, cv_change, in->sums->totals.n_options + CV_CONTENT_MORE + 2);
    cv_leaf leaf = {.annulled_stations = n};
    for (int32_t i = 0; i < n; i++) {
        take_away(z, in, set[i].row, scratch);
        if (set[i].registered != CV_COUNT_MAX) leaf.annulled_registered += set[i].registered;
    }
    cv_status s = cv_recount_base(&base, in, &other, scratch, err);
    const cv_leaf_count what = {in, &leaf, z, false};
    if (s == CV_OK) s = cv_recount_leaf(&tally, &what, &other, scratch, err);
    if (s == CV_OK) *out = !cv_tally_same(&base, &tally);
    cv_arena_close(&other);
    return s;
}

static void keep_set(cv_annulment_set *out, const station *set, int32_t n, cv_arena *keep)
{
    int32_t *row = cv_new(keep, int32_t, n);
    out->registered = 0;
    for (int32_t i = 0; i < n; i++) {
        row[i] = set[i].row;
        bool known = out->registered != CV_BLANK && set[i].registered != CV_COUNT_MAX;
        out->registered = known ? out->registered + set[i].registered : CV_BLANK;
    }
    out->row = row;
    out->n_change = n;
}

/* ---- the fewest voters ---- */

/* The least voters of a set that turns an assertion of one kind. */
typedef struct {
    cv_count fewest_registered, fewest_registered_low;
    int32_t n_stations;  /* no set of fewer stations turns one; INT32_MAX: none does */
    const candidate *by; /* the assertion that the cheapest set turns                */
} least_voters;

/* One assertion's least, if it is less than what was found before. */
static void cheapest(least_voters *out, const counted *c, const candidate *it, cv_arena scratch)
{
    int32_t n = 0;
    cv_wide need = it->need;
    const station *set = gaining(c, 1, &n, &scratch);
    if (out->fewest_registered == CV_BLANK) return;
    if (need > INT64_MAX / 4) {
        out->fewest_registered_low = 0;
        return;
    }
    cv_cover_item *item = cv_new(&scratch, cv_cover_item, n);
    for (int32_t i = 0; i < n; i++) {
        if (set[i].registered == CV_COUNT_MAX) {
            out->fewest_registered = out->fewest_registered_low = CV_BLANK;
            return;
        }
        item[i] = (cv_cover_item){set[i].gain, set[i].registered, set[i].row};
    }
    cv_cover found =
        cv_cover_least(item, n, cv_narrow(need), out->fewest_registered, c->in->effort, scratch);
    if (!found.exists) return;
    if (found.cost < out->fewest_registered) out->by = it;
    out->fewest_registered = found.cost;
    if (found.low < out->fewest_registered_low) out->fewest_registered_low = found.low;
}

/* ---- all assertions ---- */

typedef struct {
    cv_wide need;
    int64_t unit;
    int32_t assertion;
} closeness;

/* The least votes that turn it first. */
static int by_closeness(const void *a, const void *b)
{
    const closeness *x = a, *y = b;
    int order = cv_wide_cmp(x->need * y->unit, y->need * x->unit);
    return order ? order : (x->assertion > y->assertion) - (x->assertion < y->assertion);
}

static closeness *closest_first(const cv_sensitivity_input *in, cv_arena *scratch)
{
    const cv_tally *t = in->tally;
    closeness *out = cv_new(scratch, closeness, t->n_assertions);
    for (int32_t i = 0; i < t->n_assertions; i++) {
        cv_arena here = *scratch;
        cv_weights w = cv_weights_of(&t->assertion[i], t->n_options, &here);
        out[i] = (closeness){w.need, w.unit, i};
    }
    if (t->n_assertions) qsort(out, (size_t)t->n_assertions, sizeof *out, by_closeness);
    return out;
}

static int by_size(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->n_change != y->n_change) return x->n_change < y->n_change ? -1 : 1;
    return (x->assertion > y->assertion) - (x->assertion < y->assertion);
}

typedef struct {
    int32_t n;
    candidate *candidate; /* those that some set turns, smallest set first */
    int32_t n_tie;        /* fewest over all of them; -1: none */
} candidates;

/* What bounds the leads of one option over all others: its votes. */
typedef struct {
    cv_weights w;
    cv_wide most; /* weight of the n heaviest forms by the positive weights alone */
} leader;

static cv_wide heaviest_sum(const counted *c, int32_t n, cv_arena scratch)
{
    int64_t most = 0;
    cv_wide sum = 0;
    for (int32_t i = 0; i < c->n; i++) most = c->gain[i] > most ? c->gain[i] : most;
    if (most > HISTOGRAM_MAX) return (cv_wide)1 << 100;
    int32_t *of_gain = cv_new(&scratch, int32_t, most + 1);
    for (int32_t i = 0; i < c->n; i++)
        if (c->gain[i] > 0) of_gain[c->gain[i]]++;
    for (int64_t g = most; g > 0 && n > 0; g--) {
        int32_t taken = of_gain[g] < n ? of_gain[g] : n;
        sum += cv_times(taken, g);
        n -= taken;
    }
    return sum;
}

static leader leader_of(const counted *c, const cv_weights *w, int32_t n, cv_arena *scratch)
{
    int64_t *weight = cv_new(scratch, int64_t, w->n);
    leader out = {.w = *w};
    for (int32_t i = 0; i < w->n; i++) weight[i] = w->weight[i] > 0 ? w->weight[i] : 0;
    out.w.weight = weight;
    out.w.persons = w->persons > 0 ? w->persons : 0;
    out.w.box = w->box > 0 ? w->box : 0;
    weigh_forms(c, &out.w, *scratch);
    out.most = heaviest_sum(c, n, *scratch);
    return out;
}

/* The assertion needs more forms than were enough for another with the same leader. */
static bool needs_more(const leader *l, const cv_weights *w)
{
    if (w->persons > l->w.persons || w->box > l->w.box) return false;
    for (int32_t i = 0; i < w->n; i++)
        if (w->weight[i] > l->w.weight[i]) return false;
    return l->most < w->need;
}

static candidates try_assertions(const counted *c, int32_t n_try, cv_arena *scratch)
{
    const cv_tally *t = c->in->tally;
    const closeness *close = closest_first(c->in, scratch);
    candidates out = {.candidate = cv_new(scratch, candidate, n_try), .n_tie = -1};
    bool only_fewest = c->n > COVER_ITEMS_MAX; /* voters are not searched for */
    leader first = {0};
    for (int32_t i = 0; i < n_try; i++) {
        if (only_fewest && out.n == 1 && !first.w.weight) {
            cv_weights w =
                cv_weights_of(&t->assertion[out.candidate[0].assertion], t->n_options, scratch);
            first = leader_of(c, &w, out.candidate[0].n_change, scratch);
        }
        cv_arena here = *scratch;
        const cv_assertion *a = &t->assertion[close[i].assertion];
        cv_weights w = cv_weights_of(a, t->n_options, &here);
        if (first.w.weight && needs_more(&first, &w)) continue;
        weigh_forms(c, &w, here);
        candidate got = {.assertion = close[i].assertion, .need = a->value + 1};
        count_fewest(&got, c, w.need, here);
        if (got.n_tie >= 0 && (out.n_tie < 0 || got.n_tie < out.n_tie)) out.n_tie = got.n_tie;
        if (got.n_change >= 0) out.candidate[out.n++] = got;
    }
    qsort(out.candidate, (size_t)out.n, sizeof *out.candidate, by_size);
    return out;
}

/* Weighs the forms for the candidate's assertion again. */
static void take_up(const candidate *it, const counted *c, cv_arena scratch)
{
    const cv_tally *t = c->in->tally;
    cv_weights w = cv_weights_of(&t->assertion[it->assertion], t->n_options, &scratch);
    weigh_forms(c, &w, scratch);
}

static cv_status try_fewest(cv_annulment_set *out, const candidate *it, const counted *c,
                            cv_arena *keep, cv_arena scratch, cv_error *err)
{
    bool changes = false;
    const cv_assertion *a = &c->in->tally->assertion[it->assertion];
    const station *set = heaviest(c, it, &scratch);
    CV_TRY(changes_outcome(&changes, c->in, set, it->n_change, scratch, err));
    if (!changes) return CV_OK;
    keep_set(out, set, it->n_change, keep);
    out->winner = a->winner;
    out->loser = a->loser;
    return CV_OK;
}

/* CV_BLANK, a register that is not known, is less than any. */
static cv_count least_of(cv_count a, cv_count b)
{
    return a < b ? a : b;
}

static bool is_of_stations(const cv_assertion *a)
{
    return a->annulled_registered || a->annulled_stations;
}

/* leads: of comparisons of votes; rules: of the rule on annulled stations */
static cv_status find_in(cv_annulment_set *out, least_voters *leads, least_voters *rules,
                         const candidates *found, const counted *c, room r)
{
    int64_t affordable = c->in->effort / SORTED_ROW_STEPS / (c->n + 1); /* sorts of the rows */
    for (int32_t i = 0; i < found->n; i++) {
        const candidate *it = &found->candidate[i];
        bool of_rule = is_of_stations(&c->in->tally->assertion[it->assertion]);
        least_voters *of = of_rule ? rules : leads;
        bool too_many = c->n > COVER_ITEMS_MAX || (i > 0 && i >= affordable);
        if (too_many) of->fewest_registered_low = 0;
        if (too_many && out->n_change >= 0) break;
        take_up(it, c, r.scratch);
        if (out->n_change < 0) CV_TRY(try_fewest(out, it, c, r.keep, r.scratch, r.err));
        out->proved = out->n_change == found->candidate[0].n_change;
        if (it->n_change < of->n_stations) of->n_stations = it->n_change;
        if (!too_many) cheapest(of, c, it, r.scratch);
    }
    return CV_OK;
}

/* ---- the trap ---- */

/* All conditions of the rule hold with so many stations and voters annulled besides. */
static bool rule_holds(const cv_sensitivity_input *in, int32_t stations, cv_count registered)
{
    const cv_rule_set *r = &in->election->rule_set[in->election->contest[in->contest.i].rule];
    if (!in->facts || in->facts->annulled.registered == CV_BLANK) return false;
    cv_annulled a = in->facts->annulled;
    for (int32_t i = 0; i < r->n_void_stations; i++) {
        const cv_stations_test *t = &r->void_stations[i];
        cv_count part = t->of_stations ? a.stations + stations : a.registered + registered;
        int order =
            cv_share_cmp(part, t->share, t->of_stations ? a.all_stations : a.all_registered);
        if (order < 0 || (order == 0 && t->relation == CV_ABOVE)) return false;
    }
    return r->n_void_stations > 0;
}

/* Names the cheapest set that turns a lead. */
static int32_t name_cheapest(cv_annulment_set *out, const least_voters *leads, const counted *c,
                             room r)
{
    int32_t n = 0;
    if (!leads->by || leads->fewest_registered >= CV_COUNT_MAX) return 0;
    take_up(leads->by, c, r.scratch);
    const station *set = gaining(c, 1, &n, &r.scratch);
    cv_cover_item *item = cv_new(&r.scratch, cv_cover_item, n);
    int32_t *row = cv_new(r.keep, int32_t, n);
    for (int32_t i = 0; i < n; i++)
        item[i] = (cv_cover_item){set[i].gain, set[i].registered, set[i].row};
    out->n_cheapest =
        cv_cover_set(row, item, n, cv_narrow(leads->by->need), leads->fewest_registered, r.scratch);
    out->cheapest = row;
    out->cheapest_registered = out->n_cheapest ? leads->fewest_registered : CV_BLANK;
    return out->n_cheapest;
}

static void find_trap(cv_annulment_set *out, const least_voters *leads, const counted *c, room r)
{
    const cv_contest *contest = &c->in->election->contest[c->in->contest.i];
    const cv_rule_set *rules = &c->in->election->rule_set[contest->rule];
    int32_t n = name_cheapest(out, leads, c, r);
    if (rules->n_void_stations == 0 || leads->n_stations == INT32_MAX) return;
    out->trap = CV_TRAP_NOT_KNOWN;
    if (leads->fewest_registered == CV_BLANK) return;
    /* Every set that turns a lead has at least so many stations and so many voters. */
    if (rule_holds(c->in, leads->n_stations, leads->fewest_registered_low))
        out->trap = rules->void_stations_may ? CV_TRAP_MAY_VOID : CV_TRAP_VOIDS;
    else if (n && !rule_holds(c->in, n, out->cheapest_registered))
        out->trap = CV_TRAP_ELECTS;
}

cv_status cv_annulment_find(cv_annulment_set *out, const cv_sensitivity_input *in, cv_arena *keep,
                            cv_arena scratch, cv_error *err)
{
    cv_annulment_set r = {.n_tie = -1,
                          .n_change = -1,
                          .registered = CV_BLANK,
                          .all_registered = in->sums->totals.registered,
                          .cheapest_registered = CV_BLANK,
                          .winner = -1,
                          .loser = -1};
    least_voters leads = {CV_COUNT_MAX, CV_COUNT_MAX, INT32_MAX, NULL}, rules = leads;
    room at = {keep, scratch, err};
    counted c = {.in = in};
    c.row = counted_rows(in, &c.n, &at.scratch);
    c.gain = cv_new(&at.scratch, int64_t, c.n);
    int64_t affordable = c.n ? in->effort / c.n : 0;
    int32_t n_assertions = in->tally->n_assertions;
    int32_t n_try = affordable < n_assertions ? (int32_t)affordable : n_assertions;
    if (n_try == 0 && c.n && n_assertions) n_try = 1;
    candidates found = try_assertions(&c, n_try, &at.scratch);
    r.n_tie = found.n_tie;
    CV_TRY(find_in(&r, &leads, &rules, &found, &c, at));
    find_trap(&r, &leads, &c, at);
    r.fewest_registered = least_of(leads.fewest_registered, rules.fewest_registered);
    r.fewest_registered_low = least_of(leads.fewest_registered_low, rules.fewest_registered_low);
    if (n_try < n_assertions) r.proved = false;
    if (r.n_change < 0) r.proved = n_try == n_assertions && found.n == 0;
    if (r.fewest_registered == CV_COUNT_MAX)
        r.fewest_registered = r.fewest_registered_low = CV_BLANK;
    *out = r;
    return CV_OK;
}

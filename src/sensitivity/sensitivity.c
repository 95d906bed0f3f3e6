#include "sensitivity/sensitivity.h"

#include <stdlib.h>

#include "sensitivity/annulment.h"
#include "sensitivity/answers.h"
#include "sensitivity/rises.h"
#include "sensitivity/sets.h"

/* One assertion's worst case. */
typedef struct {
    cv_weights w;
    cv_fall missing, all;
} worst_case;

/* ---- the shown assertion ---- */

static cv_count in_votes(cv_wide amount, int64_t unit, bool up)
{
    cv_wide votes = up ? cv_ceil_div(amount, unit) : cv_floor_div(amount, unit);
    return votes > CV_COUNT_MAX ? CV_COUNT_MAX : cv_narrow(votes);
}

/* Rounded so that votes compare as the exact figures do: a fall that reaches the need is at
 * least the lead, one that does not is less. */
static cv_count fall_in_votes(cv_fall fall, const cv_weights *w)
{
    if (fall.no_limit) return CV_BLANK;
    return in_votes(fall.fall, w->unit, fall.fall >= w->need);
}

/* Less is closer: lead less fall, in votes, exactly. */
static bool is_closer(const worst_case *a, const worst_case *b)
{
    if (a->all.no_limit != b->all.no_limit) return a->all.no_limit;
    cv_wide left = a->all.no_limit ? a->w.need : a->w.need - a->all.fall;
    cv_wide right = b->all.no_limit ? b->w.need : b->w.need - b->all.fall;
    return left * b->w.unit < right * a->w.unit;
}

static worst_case worst_case_of(const cv_sensitivity_input *in, const cv_open_forms *open,
                                const cv_seat_questions *s, int32_t assertion, cv_arena *keep)
{
    worst_case c = {
        .w = cv_weights_of(&in->tally->assertion[assertion], in->tally->n_options, keep)};
    c.missing = cv_fall_of_all(open, &c.w, true);
    c.all = in->n_asked ? cv_answers_fall(s, &c.w, *keep) : cv_fall_of_all(open, &c.w, false);
    return c;
}

/* ---- reach ---- */

static bool rests_on_gaps(const cv_assertion *a, const cv_sums *s)
{
    return (a->participants && s->no_participants) || (a->registered && s->no_registered) ||
           (a->box && s->no_box) || (a->invalid && s->no_invalid) || (a->blank && s->no_blank);
}

static void show(cv_sensitivity *out, const worst_case *c, const cv_assertion *a, int32_t i)
{
    out->assertion = i;
    out->winner = a->winner;
    out->loser = a->loser;
    out->lead = in_votes(c->w.need, c->w.unit, true);
    out->fall = fall_in_votes(c->all, &c->w);
    out->fall_missing = fall_in_votes(c->missing, &c->w);
}

/* Goes through all assertions: how far, and which one to show. */
static worst_case find_reach(cv_sensitivity *out, const cv_sensitivity_input *in,
                             const cv_open_forms *open, const cv_seat_questions *questions,
                             cv_arena *keep)
{
    const cv_tally *t = in->tally;
    worst_case shown = {0};
    out->assertion = -1;
    for (int32_t i = 0; i < t->n_assertions; i++) {
        worst_case c = worst_case_of(in, open, questions, i, keep);
        const cv_assertion *a = &t->assertion[i];
        bool of_stations = a->annulled_registered || a->annulled_stations;
        if (!of_stations && (out->assertion < 0 || is_closer(&c, &shown))) {
            shown = c;
            show(out, &c, a, i);
        }
        out->base_gaps = out->base_gaps || rests_on_gaps(a, in->sums);
        if (cv_fall_reaches(c.missing, &c.w))
            out->reach = CV_REACH_MISSING;
        else if (cv_fall_reaches(c.all, &c.w) && out->reach == CV_REACH_NOTHING)
            out->reach = CV_REACH_QUESTION;
    }
    if (t->kind == CV_TIE || t->kind == CV_INCOMPLETE) out->reach = CV_REACH_UNKNOWN;
    return shown;
}

/* ---- forms ---- */

static cv_count papers_of(const cv_open_form *f, int32_t n_contents)
{
    cv_count papers = 0;
    for (int32_t i = 0; i < n_contents; i++) papers += f->x[i];
    if (papers == 0 && f->has_missing && f->cap != CV_BLANK) return f->cap;
    return papers;
}

/* The question that weighs most by itself. */
static int32_t heaviest_finding(const cv_open_form *f, const cv_weights *w)
{
    int32_t best = -1;
    cv_wide most = -1;
    for (int32_t i = 0; i < f->n; i++) {
        const int32_t alone = 0;
        cv_open_form one = *f;
        one.n = 1;
        one.question = &f->question[i];
        one.component = &alone;
        one.exact = &f->exact[i];
        cv_wide fall = cv_worst_fall(&one, w, false, NULL).fall;
        if (fall > most) most = fall, best = f->question[i].finding;
    }
    return best;
}

static cv_questioned questioned_of(const cv_open_form *f, const cv_weights *w, int32_t n_contents)
{
    cv_questioned q = {
        .station = f->station,
        .row = f->row,
        .missing = f->has_missing && !f->has_question,
        .n_findings = f->n,
        .finding = f->n == 1 ? f->question[0].finding : -1,
        .contradicted = f->contradicted,
        .cap = f->cap,
        .papers = papers_of(f, n_contents),
    };
    if (!w) return q;
    cv_fall fall = cv_worst_fall(f, w, false, NULL);
    q.fall = fall.no_limit ? CV_BLANK : in_votes(fall.fall, w->unit, true);
    if (f->n > 1) q.finding = heaviest_finding(f, w);
    return q;
}

/* A form in its place of the list. */
typedef struct {
    cv_questioned q;
    int32_t open; /* its number among the open forms */
} placed;

/* Missing first; then by votes per ballot to be looked at, any number of votes first. */
static int by_weight(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    if (x->q.missing != y->q.missing) return x->q.missing ? -1 : 1;
    bool any_x = x->q.fall == CV_BLANK, any_y = y->q.fall == CV_BLANK;
    if (any_x != any_y) return any_x ? -1 : 1;
    if (!any_x) {
        cv_count papers_x = x->q.papers > 0 ? x->q.papers : 1;
        cv_count papers_y = y->q.papers > 0 ? y->q.papers : 1;
        int order = cv_wide_cmp(cv_times(y->q.fall, papers_x), cv_times(x->q.fall, papers_y));
        if (order) return order;
    }
    return (x->open > y->open) - (x->open < y->open);
}

static cv_count add_up(cv_count sum, cv_count more)
{
    return sum == CV_BLANK || more == CV_BLANK ? CV_BLANK : sum + more;
}

/* Orders the forms; place[open form] is its number in the list. */
static int32_t *list_forms(cv_sensitivity *out, const cv_open_forms *open, const cv_weights *w,
                           int32_t n_contents, cv_arena *keep, cv_arena *scratch)
{
    int32_t *place = cv_new(scratch, int32_t, open->n);
    placed *list = cv_new(scratch, placed, open->n);
    cv_questioned *form = cv_new(keep, cv_questioned, open->n);
    for (int32_t i = 0; i < open->n; i++)
        list[i] = (placed){questioned_of(&open->form[i], w, n_contents), i};
    if (open->n) qsort(list, (size_t)open->n, sizeof *list, by_weight);
    cv_count running = 0, papers = 0;
    for (int32_t i = 0; i < open->n; i++) {
        form[i] = list[i].q;
        form[i].running = running = add_up(running, form[i].fall);
        form[i].running_papers = papers = add_up(papers, form[i].papers);
        place[list[i].open] = i;
    }
    out->n_forms = open->n;
    out->form = form;
    return place;
}

static cv_count votes_missing(const cv_open_form *f)
{
    cv_count most = 0;
    for (int32_t i = 0; i < f->n; i++) {
        const cv_question *q = &f->question[i];
        if (!cv_question_is_fact(q)) continue;
        if (q->k == CV_BLANK) return f->cap;
        most += q->k;
    }
    return f->cap != CV_BLANK && most > f->cap ? f->cap : most;
}

static void count_forms(cv_sensitivity *out, const cv_open_forms *open)
{
    for (int32_t i = 0; i < open->n; i++) {
        const cv_open_form *f = &open->form[i];
        out->contradicted += f->contradicted;
        out->n_questions += f->has_question;
        out->n_missing += f->has_missing;
        if (f->has_missing) out->missing_votes = add_up(out->missing_votes, votes_missing(f));
    }
}

/* ---- sets ---- */

/* Numbers of open forms become numbers of the list, in its order. */
static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static cv_smallest_set in_list(cv_smallest_set set, const int32_t *place, cv_arena *keep)
{
    int32_t *form = cv_new(keep, int32_t, set.n);
    for (int32_t i = 0; i < set.n; i++) form[i] = place[set.form[i]];
    if (set.n) qsort(form, (size_t)set.n, sizeof *form, by_number);
    set.form = form;
    return set;
}

static cv_status find_sets(cv_sensitivity *out, const cv_open_case *all, const int32_t *place,
                           cv_arena *keep, cv_arena scratch, cv_error *err)
{
    if (out->reach != CV_REACH_MISSING && out->reach != CV_REACH_QUESTION) return CV_OK;
    cv_sets sets;
    cv_open_case asked = *all;
    asked.missing = out->reach == CV_REACH_MISSING;
    CV_TRY(cv_sets_find(&sets, &asked, keep, scratch, err));
    out->changing = in_list(sets.changing, place, keep);
    out->closing = in_list(sets.closing, place, keep);
    out->proved = out->proved || sets.proved;
    out->n_reachable = sets.n_reachable;
    out->reachable = sets.reachable;
    return CV_OK;
}

/* A cancelled option or a seat that a body voids is in no comparison: what was counted is. */
static void widen_bounds(const cv_sensitivity *out, const cv_sensitivity_input *in,
                         cv_seat_bounds *bounds)
{
    const cv_search *s = &out->search;
    int32_t seats = in->election->contest[in->contest.i].seats;
    for (int32_t i = 0; i < s->n_outcomes; i++) {
        const cv_outcome_reach *r = &s->outcome[i];
        int32_t given = 0;
        for (int32_t o = 0; o < in->tally->n_options; o++) {
            given += r->seats[o];
            if (r->seats[o] < bounds->low[o]) bounds->low[o] = r->seats[o];
            if (r->seats[o] > bounds->high[o]) bounds->high[o] = r->seats[o];
        }
        if (r->size > 0 && seats - given > bounds->vacant_high) bounds->vacant_high = seats - given;
    }
}

static cv_status find_bounds(cv_sensitivity *out, const cv_open_case *open, cv_arena *keep,
                             cv_arena scratch, cv_error *err)
{
    cv_seat_bounds all, missing;
    cv_open_case only = *open;
    only.missing = true;
    CV_TRY(cv_seat_bounds_of(&all, open, keep, scratch, err));
    CV_TRY(cv_seat_bounds_of(&missing, &only, keep, scratch, err));
    out->seats_low = all.low;
    out->seats_high = all.high;
    out->vacant_low = all.vacant_low;
    out->vacant_high = all.vacant_high;
    if (open->in->n_asked) widen_bounds(out, open->in, &all);
    out->missing_low = missing.low;
    out->missing_high = missing.high;
    return CV_OK;
}

static cv_status find_annulment(cv_sensitivity *out, const cv_sensitivity_input *in, cv_arena *keep,
                                cv_arena scratch, cv_error *err)
{
    out->annulment = (cv_annulment_set){.n_tie = -1,
                                        .n_change = -1,
                                        .registered = CV_BLANK,
                                        .fewest_registered = CV_BLANK,
                                        .fewest_registered_low = CV_BLANK,
                                        .all_registered = in->sums->totals.registered,
                                        .cheapest_registered = CV_BLANK,
                                        .winner = -1,
                                        .loser = -1};
    if (out->reach == CV_REACH_UNKNOWN) return CV_OK;
    return cv_annulment_find(&out->annulment, in, keep, scratch, err);
}

/* ---- question by question ---- */

/* The search counts what the comparisons only bound: nothing can change a seat of which every set
 * of questions was decided and none gives another outcome. */
static void heed_search(cv_sensitivity *out, const cv_search *s)
{
    bool several = false;
    for (int32_t i = 1; i < s->n_outcomes; i++) several = several || s->outcome[i].size == 0;
    bool safe = s->complete && s->base_proved && s->smallest == 0 && !several;
    if (out->reach == CV_REACH_UNKNOWN) return;
    if (safe) out->reach = CV_REACH_NOTHING;
    if (out->reach == CV_REACH_NOTHING && s->smallest > 0) out->reach = CV_REACH_QUESTION;
    if (several || s->smallest > 0) out->proved = true;
}

static cv_status search(cv_sensitivity *out, const cv_seat_questions *s, const int32_t *place,
                        cv_arena *keep, cv_arena scratch, cv_error *err)
{
    const cv_assertion *shown =
        out->assertion < 0 ? NULL : &s->in->tally->assertion[out->assertion];
    CV_TRY(cv_answers_find(&out->search, s, shown, keep, scratch, err));
    cv_question_reach *q = (cv_question_reach *)out->search.question;
    for (int32_t i = 0; i < out->search.n_questions; i++)
        if (q[i].form >= 0) q[i].form = place[q[i].form];
    heed_search(out, &out->search);
    return CV_OK;
}

cv_status cv_sensitivity_run(cv_sensitivity *out, const cv_sensitivity_input *given, cv_arena *keep,
                             cv_arena scratch, cv_error *err)
{
    cv_sensitivity_input in = *given;
    if (in.effort == 0) in.effort = CV_EFFORT_DEFAULT;
    in.questions.totals = &in.sums->totals;
    const int32_t *source;
    cv_tally tally = cv_with_rises(given->tally, &source, &scratch);
    in.tally = &tally;
    cv_sensitivity r = {.winner = -1, .loser = -1};
    cv_open_forms open =
        cv_open_forms_of(in.election, in.contest, in.overlay, &in.questions, &scratch);
    cv_seat_questions questions;
    cv_issues_of(&questions, &in, &open, &scratch);
    count_forms(&r, &open);
    r.n_questions += in.n_asked;
    worst_case shown = find_reach(&r, &in, &open, &questions, &scratch);
    int32_t n_contents = in.tally->n_options + CV_CONTENT_MORE;
    const int32_t *place =
        list_forms(&r, &open, r.assertion < 0 ? NULL : &shown.w, n_contents, keep, &scratch);
    const cv_open_case all = {&in, &open, false, in.n_asked ? &questions : NULL};
    CV_TRY(search(&r, &questions, place, keep, scratch, err));
    CV_TRY(find_sets(&r, &all, place, keep, scratch, err));
    CV_TRY(find_bounds(&r, &all, keep, scratch, err));
    CV_TRY(find_annulment(&r, &in, keep, scratch, err));
    if (r.assertion >= 0) r.assertion = source[r.assertion];
    *out = r;
    return CV_OK;
}

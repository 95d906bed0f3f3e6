#include "review/review.h"

#include <omp.h>

#include "check/check.h"
#include "disputes/disputes.h"
#include "incidents/incidents.h"
#include "review/complaint_rules.h"
#include "review/contest.h"
#include "review/ledger_rules.h"
#include "review/copies_law.h"
#include "review/repairs.h"
#include "review/what_if.h"
#include "tally/tally.h"
#include "verdict/blocs.h"
#include "verdict/verdict.h"

/* ---- contests in parallel ---- */

/* The arenas of one thread: results and temporaries. Closed with the caller's `keep`. */
typedef struct {
    cv_arena keep, scratch;
} lane;

static void close_arena(void *arena)
{
    cv_arena_close(arena);
}

static lane *open_lanes(int32_t n, cv_arena *keep)
{
    lane *l = cv_new(keep, lane, n);
    for (int32_t i = 0; i < n; i++) {
        l[i] = (lane){cv_arena_open(), cv_arena_open()};
        cv_arena_defer(keep, close_arena, &l[i].keep);
    }
    return l;
}

typedef struct {
    cv_contest_review *contest;
    cv_contest_facts *facts;
    cv_status *status; /* [n_contests] */
    cv_error *error;   /* [n_lanes] the first of each lane */
    int32_t *failed;   /* [n_lanes] its contest; -1 */
} outcome;

static int32_t threads_of(const cv_review_options *o, int32_t n_contests)
{
    int32_t n = o->threads > 0 ? o->threads : omp_get_max_threads();
    if (n > n_contests) n = n_contests;
    return n > 0 ? n : 1;
}

/* Runs one contest in the lane of this thread. */
static void run_contest(outcome *out, const cv_review *review, const cv_refused_rows *refused,
                        int32_t i, lane *l, int32_t lane_i)
{
    cv_error error;
    cv_contest_job job = {review, {i}, &refused[i]};
    out->status[i] =
        cv_review_contest(&out->contest[i], &out->facts[i], &job, &l->keep, l->scratch, &error);
    bool first = out->failed[lane_i] < 0 || i < out->failed[lane_i];
    if (out->status[i] == CV_OK || !first) return;
    out->failed[lane_i] = i;
    out->error[lane_i] = error;
}

/* Contests one by one, handed to whichever thread is free. True: the caller stopped it. */
static bool run_contests(outcome *out, const cv_review *review, const cv_refused_rows *refused,
                         const cv_review_options *o, lane *l, int32_t n_lanes)
{
    int32_t n = review->election->n_contests, done = 0;
    bool stopped = false;
#pragma omp parallel for schedule(dynamic, 1) num_threads(n_lanes) shared(done, stopped)
    for (int32_t i = 0; i < n; i++) {
        int32_t lane_i = omp_get_thread_num();
        bool stop;
#pragma omp atomic read
        stop = stopped;
        if (stop) continue;
        run_contest(out, review, refused, i, &l[lane_i], lane_i);
        if (!o->progress) continue;
#pragma omp critical(cv_review_progress)
        {
            done++;
            if (!stopped && !o->progress(o->who, done, n)) {
#pragma omp atomic write
                stopped = true;
            }
        }
    }
    return stopped;
}

/* The failure of the first contest that failed, whatever the threads did first. */
static cv_status first_failure(const outcome *out, int32_t n_contests, int32_t n_lanes,
                               cv_error *err)
{
    for (int32_t i = 0; i < n_contests; i++) {
        if (out->status[i] == CV_OK) continue;
        for (int32_t l = 0; err && l < n_lanes; l++)
            if (out->failed[l] == i) *err = out->error[l];
        return out->status[i];
    }
    return CV_OK;
}

static cv_status review_contests(outcome *out, const cv_review *review, const cv_review_options *o,
                                 cv_arena *keep, cv_arena scratch, cv_error *err)
{
    int32_t n = review->election->n_contests, n_lanes = threads_of(o, n);
    *out = (outcome){
        .contest = cv_new(keep, cv_contest_review, n),
        .facts = cv_new(keep, cv_contest_facts, n),
        .status = cv_new(&scratch, cv_status, n),
        .error = cv_new(&scratch, cv_error, n_lanes),
        .failed = cv_new(&scratch, int32_t, n_lanes),
    };
    for (int32_t i = 0; i < n_lanes; i++) out->failed[i] = -1;
    const cv_refused_rows *refused = cv_refused_by_contest(review->election, keep, scratch);
    lane *l = open_lanes(n_lanes, keep);
    bool stopped = run_contests(out, review, refused, o, l, n_lanes);
    for (int32_t i = 0; i < n_lanes; i++) cv_arena_close(&l[i].scratch);
    if (stopped) return cv_fail(err, CV_E_STOPPED, "stopped after part of the contests");
    for (int32_t i = 0; i < n; i++) out->facts[i].n_refused_unknown = refused[i].n_unknown;
    return first_failure(out, n, n_lanes, err);
}

/* ---- run-offs and verdicts ---- */

static cv_pair pair_of(cv_runoff_fit fit)
{
    switch (fit) {
    case CV_RUNOFF_FITS: return CV_PAIR_FITS;
    case CV_RUNOFF_BY_LOT: return CV_PAIR_BY_LOT;
    case CV_RUNOFF_NOT_DUE: return CV_PAIR_NOT_DUE;
    case CV_RUNOFF_WRONG: return CV_PAIR_WRONG;
    case CV_RUNOFF_UNKNOWN: return CV_PAIR_UNKNOWN;
    }
    return CV_PAIR_UNKNOWN;
}

/* The run-off's options by their id in the first round; "against all" is nobody's opponent. */
static cv_pair find_pair(const cv_election *e, const cv_contest *runoff, const cv_tally *first,
                         cv_arena scratch)
{
    const cv_contest *before = &e->contest[runoff->runoff_of.i];
    int32_t *option = cv_new(&scratch, int32_t, runoff->n_options);
    int32_t n = 0;
    for (int32_t o = 0; o < runoff->n_options; o++) {
        if (runoff->option[o].kind == CV_OPTION_AGAINST) continue;
        option[n] = -1;
        for (int32_t k = 0; k < before->n_options; k++)
            if (cv_str_eq(before->option[k].id, runoff->option[o].id)) option[n] = k;
        n++;
    }
    return pair_of(cv_runoff_check(first, option, n));
}

static int32_t count_unfit(const cv_review *r, int32_t contest)
{
    int32_t n = 0;
    for (int32_t i = 0; i < r->disputes.n_notes; i++)
        n += r->election->decision[r->disputes.note[i].decision].contest.i == contest &&
             r->disputes.note[i].kind != CV_DECISION_REPLACES &&
             r->disputes.note[i].kind != CV_DECISION_SEVERAL;
    return n;
}

/* Complaints of the contest that are not settled, and those of them that can change it. */
static void count_complaints(cv_verdict_input *in, const cv_contest_review *own)
{
    const cv_search *s = &in->sensitivity->search;
    for (int32_t i = 0; i < own->n_asked; i++)
        in->n_complaints += own->asked[i].by == CV_BY_COMPLAINT;
    for (int32_t i = 0; i < s->n_questions; i++) {
        const cv_question_reach *q = &s->question[i];
        in->n_that_matter +=
            q->asked >= 0 && own->asked[q->asked].by == CV_BY_COMPLAINT && q->smallest > 0;
    }
}

static void judge_contest(outcome *out, const cv_review *review, int32_t i, cv_arena *keep,
                          cv_arena scratch)
{
    const cv_election *e = review->election;
    const cv_contest *c = &e->contest[i];
    const cv_contest_review *first = c->runoff_of.i >= 0 ? &out->contest[c->runoff_of.i] : NULL;
    cv_contest_review *own = &out->contest[i];
    cv_verdict_input in = {
        .election = e,
        .contest = {i},
        .sums = &own->decided,
        .tally = &own->tally,
        .sensitivity = &own->sensitivity,
        .n_decisions = own->n_decisions,
        .n_changed_forms = own->n_changed_forms,
        .n_unfit = count_unfit(review, i),
        .n_conflicts = out->facts[i].n_conflicts,
        .postponed =
            own->decided.n_postponed > 0 || review->disputes.overlay.contest[i].postponed_by >= 0,
        .decisions_change = out->facts[i].decisions_change,
        .lot_unused = out->facts[i].lot_unused,
        .n_refused = out->facts[i].n_refused_unknown,
        .all_recounts = out->facts[i].all_recounts,
        .n_without_copy = out->facts[i].n_without_copy,
        .n_law_not_read = own->law.n_not_read,
        .pair = first ? find_pair(e, c, &first->tally, scratch) : CV_PAIR_NONE,
        .first = first ? &first->verdict : NULL,
    };
    count_complaints(&in, own);
    cv_verdict_give(&own->verdict, &in, keep);
}

/* How many rounds lie before this one. */
static int32_t rounds_before(const cv_election *e, int32_t contest)
{
    int32_t n = 0;
    for (int32_t i = contest; e->contest[i].runoff_of.i >= 0 && n <= e->n_contests; n++)
        i = e->contest[i].runoff_of.i;
    return n;
}

/* First rounds before their run-offs, which look at them. */
static void judge_contests(outcome *out, const cv_review *review, cv_arena *keep, cv_arena scratch)
{
    const cv_election *e = review->election;
    int32_t most = 0;
    for (int32_t round = 0; round <= most; round++) {
        for (int32_t i = 0; i < e->n_contests; i++) {
            int32_t own = rounds_before(e, i);
            if (own > most) most = own;
            if (own == round) judge_contest(out, review, i, keep, scratch);
        }
    }
}

/* ---- the whole ---- */

static void compose_chamber(cv_review *r, const outcome *out, cv_arena *keep, cv_arena scratch)
{
    int32_t n = r->election->n_contests;
    cv_seat_result *seat = cv_new(&scratch, cv_seat_result, n);
    for (int32_t i = 0; i < n; i++)
        seat[i] = (cv_seat_result){&out->contest[i].tally, &out->contest[i].sensitivity,
                                   &out->contest[i].verdict};
    cv_chamber_by_author(&r->chambers, r->election, seat, r->as_of, keep, scratch);
    r->chamber = r->chambers.of_case;
}

static void collect_copy_sums(cv_review *r, const outcome *out, cv_arena *keep)
{
    int32_t n = 0;
    for (int32_t i = 0; i < r->election->n_contests; i++) n += out->facts[i].n_copy_sums;
    cv_copy_sums *all = cv_new(keep, cv_copy_sums, n);
    for (int32_t i = 0; i < r->election->n_contests; i++)
        for (int32_t k = 0; k < out->facts[i].n_copy_sums; k++)
            all[r->n_copy_sums++] = out->facts[i].copy_sums[k];
    r->copy_sums = all;
}

static void cover_copies(cv_review *r, cv_arena *keep, cv_arena scratch)
{
    int32_t n = r->election->n_contests;
    cv_copies_lead *lead = cv_new(&scratch, cv_copies_lead, n);
    for (int32_t i = 0; i < n; i++) {
        const cv_totals *t = &r->contest[i].decided.totals;
        const cv_copies *c = &r->contest[i].copies;
        lead[i] = (cv_copies_lead){CV_BLANK, t->valid};
        if (c->first < 0 || c->second < 0) continue;
        lead[i].lead = t->votes[c->first] - t->votes[c->second];
    }
    r->copies_law = cv_copies_law_of(r->election);
    cv_copies_cover(&r->coverage, r->election, lead, keep, scratch);
}

/* ---- decisions ---- */

/* Of two instants that may be missing. A move of a complaint is known when it is recorded. */
static cv_date earlier_of(cv_date a, cv_date b)
{
    if (!cv_date_is(a) || !cv_date_is(b)) return cv_date_is(a) ? a : b;
    return a.day < b.day ||
                   (a.day == b.day && a.minute >= 0 && (b.minute < 0 || a.minute < b.minute))
               ? a
               : b;
}

static void fold(cv_review *r, const cv_review_options *o, cv_arena *keep, cv_arena scratch)
{
    cv_ledger_question question = CV_LEDGER_QUESTION_DEFAULT;
    question.as_of = o->as_of;
    question.known_at = o->known_at;
    question.rules = cv_ledger_rules_of(r->election, keep);
    cv_disputes_fold(&r->disputes, r->election, &question, keep, scratch);
    cv_complaint_rules rules = cv_complaint_rules_of(r->election, keep);
    rules.effect_state = r->disputes.state;
    rules.bar_votes = question.rules.bar_votes;
    cv_complaints_fold(&r->complaints, r->election, &rules, earlier_of(o->as_of, o->known_at), keep,
                       scratch);
}

/* ---- what if ---- */

static bool is_concerned(const cv_review *r, const cv_review_options *o, int32_t contest)
{
    for (int32_t i = 0; i < o->n_steps; i++) {
        const cv_if_step *s = &o->step[i];
        if (s->contest.i == contest) return true;
        for (int32_t k = 0; s->kind == CV_IF_DISMISS && k < r->contest[contest].n_asked; k++)
            if (cv_str_eq(r->contest[contest].asked[k].id, s->complaint)) return true;
    }
    return false;
}

/* A run-off is judged again with its first round. */
static bool is_judged(const cv_review *r, const cv_review_options *o, int32_t contest)
{
    cv_contest_ix first = r->election->contest[contest].runoff_of;
    return is_concerned(r, o, contest) || (first.i >= 0 && is_concerned(r, o, first.i));
}

static int32_t count_new_notes(const cv_review *with, const cv_review *without)
{
    int32_t n = 0;
    for (int32_t i = 0; i < with->disputes.n_notes; i++)
        n += with->disputes.note[i].decision >= without->election->n_decisions;
    return n;
}

/* Only the contests concerned are counted again; the papers and their checks are the same. */
static cv_status ask_what_if(cv_review *r, const outcome *work, const cv_review_options *o,
                             cv_arena *keep, cv_arena scratch, cv_error *err)
{
    int32_t n = r->election->n_contests;
    cv_what_if *out = cv_new(keep, cv_what_if, 1);
    cv_election *e = cv_new(keep, cv_election, 1);
    cv_if_contest *list = cv_new(keep, cv_if_contest, n);
    cv_review with = *r;
    outcome again = *work;
    *e = cv_if_election(r->election, o->n_steps, o->step, &r->disputes.overlay, o->as_of, keep);
    with.election = e;
    with.n_if = o->n_steps;
    with.if_step = o->step;
    fold(&with, o, keep, scratch);
    again.contest = cv_new(keep, cv_contest_review, n);
    for (int32_t i = 0; i < n; i++) again.contest[i] = work->contest[i];
    const cv_refused_rows *refused = cv_refused_by_contest(e, keep, scratch);
    *out = (cv_what_if){o->n_steps, o->step, count_new_notes(&with, r), 0, list};
    for (int32_t i = 0; i < n; i++) {
        cv_contest_job job = {&with, {i}, &refused[i]};
        if (!is_concerned(r, o, i)) continue;
        CV_TRY(cv_review_contest(&again.contest[i], &again.facts[i], &job, keep, scratch, err));
    }
    for (int32_t i = 0; i < n; i++) {
        if (!is_judged(r, o, i)) continue;
        judge_contest(&again, &with, i, keep, scratch);
        list[out->n_contests++] = (cv_if_contest){{i}, &again.contest[i]};
    }
    r->what_if = out;
    return CV_OK;
}

static void begin(const cv_review_options *o, const char *stage)
{
    if (o->stage) o->stage(o->who, stage);
}

cv_status cv_review_run(cv_review *out, const cv_election *e, const cv_review_options *options,
                        cv_arena *keep, cv_arena scratch, cv_error *err)
{
    cv_review r = {.election = e, .as_of = options->as_of, .known_at = options->known_at};
    outcome work;
    cv_check_result *check = cv_new(keep, cv_check_result, 1);
    r.check = check;
    begin(options, "check");
    CV_TRY(cv_check_forms(check, e, keep, scratch, err));
    begin(options, "contests");
    fold(&r, options, keep, scratch);
    CV_TRY(review_contests(&work, &r, options, keep, scratch, err));
    begin(options, "verdicts");
    judge_contests(&work, &r, keep, scratch);
    r.contest = work.contest;
    for (int32_t i = 0; i < e->n_contests; i++) r.words[r.contest[i].verdict.word]++;
    collect_copy_sums(&r, &work, keep);
    cover_copies(&r, keep, scratch);
    compose_chamber(&r, &work, keep, scratch);
    cv_incidents_review(&r.incidents, e, keep, scratch);
    cv_review_repairs(&r, keep);
    if (options->n_steps) CV_TRY(ask_what_if(&r, &work, options, keep, scratch, err));
    *out = r;
    return CV_OK;
}

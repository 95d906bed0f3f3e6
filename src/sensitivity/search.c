#include "sensitivity/search.h"

#include <stdlib.h>

#include "sensitivity/closing.h"
#include "sensitivity/tests.h"

/* After a changing set was found, this many counts more are spent on larger ones. */
enum {
    FEW_COUNTS = 2000,
    MORE_COUNTS = 20000,
    NODES_PER_COUNT = 20,
    CONTENTS_MAX = 60000,
    COMBINATIONS = 256
};

typedef struct {
    cv_outcome_reach reach;
    cv_seen seen;
    cv_question_set *set;
} outcome;

typedef struct {
    const cv_seat_questions *s;
    cv_explorer e;
    cv_tests tests;
    int32_t n;       /* questions */
    int32_t *chosen; /* [n] the set at hand, as positions of tests.order */
    int64_t nodes;   /* that may still be visited */
    bool undecided;  /* of the size at hand a set could not be decided */

    cv_seen_list base, here;
    int32_t n_outcomes;
    int64_t cap_outcomes;
    outcome *outcome;
    int32_t n_minimal;
    int64_t cap_minimal;
    cv_question_set *minimal;
    int32_t smallest;
    cv_arena *keep;
    cv_arena *scratch; /* one arena for all temporaries of a set */
} search;

/* ---- what was found ---- */

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static cv_question_set set_at_hand(const search *f, int32_t size, cv_arena *keep)
{
    int32_t *q = cv_new(keep, int32_t, size);
    for (int32_t i = 0; i < size; i++) q[i] = f->tests.order[f->chosen[i]];
    if (size) qsort(q, (size_t)size, sizeof *q, by_number);
    return (cv_question_set){size, q};
}

static bool is_part(const cv_question_set *part, const cv_question_set *of)
{
    int32_t at = 0;
    for (int32_t i = 0; i < of->n && at < part->n; i++) at += of->question[i] == part->question[at];
    return at == part->n;
}

static bool has_minimal_part(const search *f, const cv_question_set *set)
{
    for (int32_t i = 0; i < f->n_minimal; i++)
        if (is_part(&f->minimal[i], set)) return true;
    return false;
}

static void add_set(search *f, outcome *o, const cv_question_set *set)
{
    if (o->reach.n_sets == CV_SETS_SHOWN) return;
    for (int32_t i = 0; i < o->reach.n_sets; i++)
        if (o->set[i].n == set->n && is_part(&o->set[i], set)) return;
    if (!o->set) o->set = cv_new(f->keep, cv_question_set, CV_SETS_SHOWN);
    o->set[o->reach.n_sets++] = *set;
    o->reach.set = o->set;
}

static int32_t known(const search *f, const cv_seen *seen)
{
    for (int32_t i = 0; i < f->n_outcomes; i++)
        if (cv_seen_same(&f->outcome[i].seen, seen, f->s->n_options)) return i;
    return -1;
}

static outcome *outcome_of(search *f, const cv_seen *seen, int32_t size)
{
    int32_t at = known(f, seen);
    if (at >= 0) return &f->outcome[at];
    cv_room(f->keep, outcome, f->outcome, f->n_outcomes, f->cap_outcomes);
    int32_t *tied = cv_new(f->keep, int32_t, f->s->n_options), n_tied = 0;
    for (int32_t o = 0; o < f->s->n_options; o++)
        if (seen->in_lot[o]) tied[n_tied++] = o;
    outcome *out = &f->outcome[f->n_outcomes++];
    *out = (outcome){
        .seen = *seen,
        .reach = {.kind = seen->kind,
                  .why = seen->why,
                  .n_winners = seen->n_winners,
                  .winner = seen->winner,
                  .seats = seen->seats,
                  .n_tied = n_tied,
                  .lot_places = seen->lot_places,
                  .tied = tied,
                  .votes = seen->votes,
                  .size = size}
    };
    return out;
}

/* Takes in the outcomes of the set at hand. Returns false when it gives none but the base's. */
static bool take_in(search *f, int32_t size)
{
    cv_question_set set = {0};
    bool changes = false;
    for (int32_t i = 0; i < f->here.n; i++) {
        if (cv_seen_at(&f->base, &f->here.seen[i], f->s->n_options) >= 0) continue;
        if (!set.question) set = set_at_hand(f, size, f->keep);
        changes = true;
        outcome *o = outcome_of(f, &f->here.seen[i], size);
        if (o->reach.size == size) add_set(f, o, &set);
    }
    if (!changes || has_minimal_part(f, &set)) return changes;
    if (f->smallest == 0 || size < f->smallest) f->smallest = size;
    if (f->n_minimal == CV_MINIMAL_MAX) return true;
    cv_room(f->keep, cv_question_set, f->minimal, f->n_minimal, f->cap_minimal);
    f->minimal[f->n_minimal++] = set;
    return true;
}

/* ---- one set ---- */

static bool next_answers(const search *f, int32_t *answer, int32_t size)
{
    for (int32_t i = 0; i < size; i++) {
        int32_t issue = f->tests.order[f->chosen[i]];
        if (++answer[i] < f->s->issue[issue].n_answers) return true;
        answer[i] = 0;
    }
    return false;
}

/* Counts the set at hand with every combination of answers. Returns false when it could not be
 * decided whether it changes the outcome. */
static bool count_set(search *f, int32_t size)
{
    cv_arena scratch = *f->scratch;
    int32_t *answer = cv_new(&scratch, int32_t, size + 1);
    int32_t *issue = cv_new(&scratch, int32_t, size + 1);
    for (int32_t i = 0; i < size; i++) {
        issue[i] = f->tests.order[f->chosen[i]];
        if (f->s->issue[issue[i]].n_answers == 0) return true;
    }
    bool all = true;
    int32_t tried = 0;
    f->here.n = 0;
    do {
        cv_arena here = scratch;
        cv_leaf leaf;
        cv_leaf_of(&leaf, f->s, size, issue, answer, &here);
        bool proved = cv_explore(&f->here, &f->e, &leaf, here);
        bool found = false;
        for (int32_t i = 0; i < f->here.n && !found; i++)
            found = cv_seen_at(&f->base, &f->here.seen[i], f->s->n_options) < 0;
        if (!proved && !found && size)
            proved = cv_explore_all(&f->here, &f->e, &leaf, CONTENTS_MAX, here);
        all = all && proved;
        if (++tried == COMBINATIONS) all = false;
    } while (tried < COMBINATIONS && next_answers(f, answer, size) && f->e.effort >= 0);
    return all && f->e.effort >= 0;
}

static void count_base(search *f, cv_search *out)
{
    out->base_proved = count_set(f, 0);
    for (int32_t i = 0; i < f->here.n; i++) {
        cv_room(f->keep, cv_seen, f->base.seen, f->base.n, f->base.cap);
        f->base.seen[f->base.n++] = f->here.seen[i];
        outcome_of(f, &f->here.seen[i], 0);
    }
}

/* ---- all sets ---- */

/* Chooses `more` positions from `from` on. Returns false when the effort ran out. */
static bool choose(search *f, int32_t size, int32_t depth, int32_t from)
{
    if (depth == size) {
        bool decided = count_set(f, size);
        if (!take_in(f, size) && !decided) f->undecided = true;
        return f->e.effort >= 0 && f->e.status == CV_OK;
    }
    for (int32_t i = from; i <= f->n - (size - depth); i++) {
        if (--f->nodes < 0) return false;
        if (!cv_tests_take(&f->tests, i, depth, size - depth - 1)) continue;
        f->chosen[depth] = i;
        if (!choose(f, size, depth + 1, i + 1)) return false;
    }
    return true;
}

/* The heaviest questions for each comparison together: whether anything changes at all, and how
 * many are enough. */
static void try_heaviest(search *f)
{
    enum { TRIED = 16 };
    for (int32_t t = 0; t < f->tests.n && t < TRIED && f->e.effort >= 0; t++) {
        for (int32_t past = 0; past < 2; past++) {
            int32_t size = cv_tests_heaviest(f->chosen, &f->tests, t, past);
            if (size <= 0 || (f->smallest && size >= f->smallest)) continue;
            cv_arena keep = *f->keep;
            count_set(f, size);
            bool changes = false;
            for (int32_t i = 0; i < f->here.n; i++)
                changes = changes || cv_seen_at(&f->base, &f->here.seen[i], f->s->n_options) < 0;
            (void)keep;
            if (changes && (f->smallest == 0 || size < f->smallest)) f->smallest = size;
        }
    }
}

static void search_all(search *f, cv_search *out)
{
    bool found = false, proved = true;
    out->low = cv_tests_low(&f->tests);
    if (f->n > 12) try_heaviest(f);
    /* Among so many no set but the heaviest is worth its time. */
    if (f->n > CV_SEARCHED_MAX && f->e.effort > FEW_COUNTS) f->e.effort = FEW_COUNTS;
    if (f->n > CV_SEARCHED_MAX && f->nodes > FEW_COUNTS) f->nodes = FEW_COUNTS;
    for (int32_t size = 1; size <= f->n; size++) {
        f->undecided = false;
        bool done = choose(f, size, 0, 0);
        if (f->n_minimal && !found && f->e.effort > MORE_COUNTS) f->e.effort = MORE_COUNTS;
        if (f->n_minimal && !found && f->nodes > MORE_COUNTS * NODES_PER_COUNT)
            f->nodes = MORE_COUNTS * NODES_PER_COUNT;
        if (f->n_minimal && !found && proved && out->low < size) out->low = size;
        found = found || f->n_minimal;
        proved = proved && done && !f->undecided;
        if (proved && !found && out->low < size + 1) out->low = size + 1;
        if (!done) return;
    }
    out->complete = proved;
}

/* ---- the result ---- */

static int by_size(const void *a, const void *b)
{
    const outcome *x = a, *y = b;
    if (x->reach.size != y->reach.size) return x->reach.size < y->reach.size ? -1 : 1;
    if (x->reach.kind != y->reach.kind) return x->reach.kind < y->reach.kind ? -1 : 1;
    if (x->reach.why != y->reach.why) return x->reach.why < y->reach.why ? -1 : 1;
    int32_t n = x->reach.n_winners < y->reach.n_winners ? x->reach.n_winners : y->reach.n_winners;
    for (int32_t i = 0; i < n; i++)
        if (x->reach.winner[i] != y->reach.winner[i])
            return x->reach.winner[i] < y->reach.winner[i] ? -1 : 1;
    n = x->reach.n_tied < y->reach.n_tied ? x->reach.n_tied : y->reach.n_tied;
    for (int32_t i = 0; i < n; i++)
        if (x->reach.tied[i] != y->reach.tied[i])
            return x->reach.tied[i] < y->reach.tied[i] ? -1 : 1;
    return (x->reach.n_tied > y->reach.n_tied) - (x->reach.n_tied < y->reach.n_tied);
}

static void give_outcomes(cv_search *out, search *f)
{
    cv_outcome_reach *list = cv_new(f->keep, cv_outcome_reach, f->n_outcomes);
    if (f->n_outcomes) qsort(f->outcome, (size_t)f->n_outcomes, sizeof *f->outcome, by_size);
    for (int32_t i = 0; i < f->n_outcomes; i++) list[i] = f->outcome[i].reach;
    out->n_outcomes = f->n_outcomes;
    out->outcome = list;
    out->smallest = f->smallest;
    out->n_minimal = f->n_minimal;
    out->minimal = f->minimal;
}

static void give_questions(cv_search *out, const search *f)
{
    cv_question_reach *q = cv_new(f->keep, cv_question_reach, f->n);
    for (int32_t i = 0; i < f->n; i++) {
        const cv_issue *it = &f->s->issue[i];
        q[i] = (cv_question_reach){.asked = it->asked,
                                   .form = it->form,
                                   .low = CV_BLANK,
                                   .high = CV_BLANK,
                                   .other_low = CV_BLANK,
                                   .other_high = CV_BLANK};
        for (int32_t u = 0; it->n_answers && u < it->answer[0].n_units; u++) {
            q[i].annulled_stations += it->answer[0].unit[u].n_stations;
            q[i].annulled_registered += it->answer[0].unit[u].registered;
        }
        q[i].proved = out->complete || cv_tests_harmless(&f->tests, i);
    }
    for (int32_t i = 0; i < f->n_minimal; i++) {
        const cv_question_set *set = &f->minimal[i];
        for (int32_t k = 0; k < set->n; k++) {
            cv_question_reach *it = &q[set->question[k]];
            if (it->smallest == 0 || set->n < it->smallest) it->smallest = set->n;
            if (set->n == 1) it->proved = true;
        }
    }
    out->n_questions = f->n;
    out->question = q;
}

cv_status cv_search_sets(cv_search *out, const cv_seat_questions *s, int64_t effort, cv_arena *keep,
                         cv_arena scratch, cv_error *err)
{
    cv_arena pool = cv_arena_open(), work = cv_arena_open();
    cv_search r = {0};
    search f = {.s = s, .n = s->n_issues, .keep = keep, .scratch = &work};
    f.e = (cv_explorer){.s = s,
                        .effort = effort > 0 ? effort : CV_SEARCH_EFFORT,
                        .pool = &pool,
                        .keep = keep,
                        .err = err,
                        .status = CV_OK};
    f.nodes = f.e.effort * NODES_PER_COUNT;
    f.chosen = cv_new(&scratch, int32_t, f.n + 1);
    count_base(&f, &r);
    cv_tests_of(&f.tests, s, &scratch, work);
    if (f.e.status == CV_OK) search_all(&f, &r);
    give_outcomes(&r, &f);
    give_questions(&r, &f);
    cv_closing_find(&r, &f.tests, keep, work);
    cv_status status = f.e.status;
    cv_arena_close(&work);
    cv_arena_close(&pool);
    if (status == CV_OK) *out = r;
    return status;
}

#include "review/law.h"

#include "law/law.h"
#include "tally/totals.h"

typedef struct {
    const cv_election *e;
    const cv_contest *contest;
    const cv_rule_set *rules;
    cv_contest_ix c;
    const cv_overlay *overlay;
    const cv_contest_review *own;
} asker;

static bool is_seatable(const asker *a, int32_t option)
{
    const cv_overlay_contest *d = &a->overlay->contest[a->c.i];
    const cv_option *o = &a->contest->option[option];
    bool stands = !d->option_state || d->option_state[option] == 0;
    return o->kind != CV_OPTION_AGAINST && !o->barred && stands;
}

/* ---- figures of the contest ---- */

/* The first and the one after the last seat, by votes among those who can be seated. */
static void set_leaders(cv_law_figures *f, const asker *a)
{
    const cv_count *votes = a->own->decided.totals.votes;
    cv_count first = -1, second = -1;
    for (int32_t o = 0; o < a->contest->n_options; o++) {
        if (a->contest->option[o].kind == CV_OPTION_AGAINST)
            f->value[CV_LAW_VOTES_AGAINST_ALL] = votes[o];
        if (!is_seatable(a, o)) continue;
        if (votes[o] > first)
            second = first, first = votes[o];
        else if (votes[o] > second)
            second = votes[o];
    }
    if (first < 0) return;
    f->value[CV_LAW_VOTES_LEADER] = first;
    if (second >= 0) f->value[CV_LAW_VOTES_SECOND] = second;
    if (second >= 0 && a->contest->seats == 1) f->value[CV_LAW_MARGIN] = first - second;
}

static cv_count sum_of(cv_count a, cv_count b)
{
    return a == CV_BLANK || b == CV_BLANK ? CV_BLANK : a + b;
}

static cv_count cell(const cv_cell *column, int32_t row)
{
    return column[row] >= 0 ? column[row] : CV_BLANK;
}

/* Papers given out, where every counted form says so. */
static cv_count issued_of(const asker *a)
{
    const cv_forms *forms = &a->e->forms[a->c.i];
    cv_count sum = 0;
    int32_t n = 0;
    for (int32_t i = 0; i < forms->n; i++) {
        cv_counted_form as = cv_counted_form_at(a->e, a->c, a->overlay, i);
        if (!as.counts) continue;
        cv_count issued = cell(forms->derived[CV_D_ISS], as.figures_row);
        if (issued == CV_BLANK) return CV_BLANK;
        sum += issued;
        n++;
    }
    return n ? sum : CV_BLANK;
}

static void set_decided(cv_law_figures *f, const asker *a)
{
    const cv_overlay_contest *d = &a->overlay->contest[a->c.i];
    cv_count barred = d->cancelled.as_invalid + d->cancelled.removed + d->cancelled.kept;
    for (int32_t o = 0; o < a->contest->n_options; o++)
        if (a->contest->option[o].barred || (d->option_state && d->option_state[o]))
            barred += a->own->decided.totals.votes[o];
    f->value[CV_LAW_CANCELLED] = barred;
    f->value[CV_LAW_STATIONS] = d->all_stations;
    f->value[CV_LAW_STATIONS_INVALID] = d->annulled_stations;
    f->value[CV_LAW_REGISTERED_INVALID] = d->annulled_stations ? d->annulled_registered : 0;
}

static cv_law_figures figures_of(const asker *a)
{
    const cv_totals *t = &a->own->decided.totals;
    cv_law_figures f = cv_law_no_figures();
    set_leaders(&f, a);
    set_decided(&f, a);
    f.value[CV_LAW_VALID] = t->valid;
    f.value[CV_LAW_VALID_BLANK] = sum_of(t->valid, t->blank);
    f.value[CV_LAW_BALLOTS] = sum_of(f.value[CV_LAW_VALID_BLANK], t->invalid);
    f.value[CV_LAW_BOX] = t->box;
    f.value[CV_LAW_PARTICIPANTS] = t->participants;
    f.value[CV_LAW_REGISTERED] = t->registered;
    f.value[CV_LAW_ISSUED] = issued_of(a);
    if (a->own->sensitivity.assertion >= 0) f.value[CV_LAW_QUESTIONED] = a->own->sensitivity.fall;
    return f;
}

/* ---- stations ---- */

static bool asks_stations(const asker *a)
{
    const cv_law_rule *rule[CV_LAW_LIST_MAX];
    int32_t n = cv_law_find_all(rule, CV_LAW_LIST_MAX, a->e->law, "station.invalid", a->e->date);
    for (int32_t i = 0; i < n; i++)
        if (rule[i]->n_conditions) return true;
    return false;
}

static cv_law_form form_of(const cv_forms *forms, int32_t row, int32_t figures)
{
    cv_count valid = cell(forms->derived[CV_D_VALID], figures);
    cv_count blank = forms->derived[CV_D_BLANK][figures] == CV_CELL_ABSENT
                         ? 0
                         : cell(forms->derived[CV_D_BLANK], figures);
    return (cv_law_form){
        .row = row,
        .box = cell(forms->derived[CV_D_BOX], figures),
        .issued = cell(forms->derived[CV_D_ISS], figures),
        .valid = valid,
        .valid_blank = sum_of(valid, blank),
        .ballots = cell(forms->derived[CV_D_CAST], figures),
        .participants = cell(forms->derived[CV_D_PERSONS], figures),
        .registered = cell(forms->derived[CV_D_REG], figures),
    };
}

/* The papers as they stand: a figure that a decision corrected is no ground to annul. */
static const cv_law_form *forms_of(int32_t *n, const asker *a, cv_arena *to)
{
    const cv_forms *forms = &a->e->forms[a->c.i];
    *n = 0;
    if (!asks_stations(a)) return NULL;
    cv_law_form *form = cv_new(to, cv_law_form, forms->n);
    for (int32_t i = 0; i < forms->n; i++) {
        cv_counted_form as = cv_counted_form_at(a->e, a->c, a->overlay, i);
        if (as.counts && !as.own) form[(*n)++] = form_of(forms, i, as.figures_row);
    }
    return form;
}

/* ---- together ---- */

static void set_lists(cv_law_input *in, const asker *a, cv_arena *to)
{
    cv_engine engine = a->rules->engine;
    if (engine != CV_ENGINE_DIVISOR && engine != CV_ENGINE_REMAINDER) return;
    cv_count *votes = cv_new(to, cv_count, a->contest->n_options);
    int32_t *list = cv_new(to, int32_t, a->contest->n_options);
    for (int32_t o = 0; o < a->contest->n_options; o++) {
        if (!is_seatable(a, o)) continue;
        votes[in->n_lists] = a->own->decided.totals.votes[o];
        list[in->n_lists++] = o;
    }
    in->list_votes = votes;
    in->list = list;
}

void cv_review_law(cv_law_contest *out, const cv_review *review, cv_contest_ix c,
                   const cv_contest_review *own, cv_arena *keep, cv_arena scratch)
{
    const cv_election *e = review->election;
    const cv_contest *contest = &e->contest[c.i];
    *out = (cv_law_contest){.may_void = own->tally.may_void == CV_WHY_STATIONS};
    if (!e->law) return;
    asker a = {e, contest, &e->rule_set[contest->rule], c, &review->disputes.overlay, own};
    cv_law_input in = {
        .law = e->law,
        .day = e->date,
        .figures = figures_of(&a),
        .two_round = a.rules->engine == CV_ENGINE_TWO_ROUND,
        .may_void = out->may_void,
    };
    for (int32_t o = 0; o < contest->n_options; o++)
        in.has_against = in.has_against || contest->option[o].kind == CV_OPTION_AGAINST;
    in.form = forms_of(&in.n_forms, &a, &scratch);
    set_lists(&in, &a, &scratch);
    cv_law_of_contest(out, &in, keep, scratch);
}

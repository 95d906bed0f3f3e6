#include "tally/totals.h"

#include "base/check.h"

/* What is added up besides the votes: one column each. */
enum { AGAINST, GONE, WRITEIN, BLANK_, INVALID_, PERSONS_, BOX_, REG_, CAST_, N_PARTS };

typedef struct {
    const cv_election *e;
    const cv_forms *f;
    int32_t n_options;
    const cv_cell *part[N_PARTS]; /* NULL: the forms have no such line */
} summer;

/* A running sum, and what it left out. */
typedef struct {
    cv_count sum;
    int32_t n_numbers, n_gaps;
} column_sum;

static summer summer_of(const cv_election *e, cv_contest_ix c)
{
    const cv_forms *f = &e->forms[c.i];
    return (summer){
        .e = e,
        .f = f,
        .n_options = e->contest[c.i].n_options,
        .part =
            {
                   [AGAINST] = cv_forms_column(f, CV_F_AGAINST),
                   [GONE] = cv_forms_column(f, CV_F_GONE),
                   [WRITEIN] = cv_forms_column(f, CV_F_WRITEIN),
                   [BLANK_] = f->derived[CV_D_BLANK],
                   [INVALID_] = f->derived[CV_D_INVALID],
                   [PERSONS_] = f->derived[CV_D_PERSONS],
                   [BOX_] = f->derived[CV_D_BOX],
                   [REG_] = f->derived[CV_D_REG],
                   [CAST_] = f->derived[CV_D_CAST],
                   },
    };
}

/* Absent is a known nothing; every other state that is no number is a gap. */
static inline void add_cell(column_sum *s, cv_cell c, int32_t times)
{
    if (c >= 0) s->sum += times * (cv_count)c;
    bool known = c >= 0 || c == CV_CELL_ABSENT;
    s->n_numbers += known ? times : 0;
    s->n_gaps += known ? 0 : times;
}

/* ---- which forms ---- */

static bool has_figures(uint8_t state)
{
    return state == CV_FORM_COUNTED || state == CV_FORM_COPY || state == CV_FORM_REPEAT;
}

static bool counts(uint8_t state)
{
    return state == CV_FORM_COUNTED;
}

static column_sum sum_column(const cv_forms *f, const cv_cell *column, int32_t first, int32_t end,
                             bool (*wanted)(uint8_t))
{
    bool take[256];
    for (int32_t s = 0; s < 256; s++) take[s] = wanted((uint8_t)s);
    column_sum out = {0};
    for (int32_t i = first; column && i < end; i++)
        if (take[f->state[i]]) add_cell(&out, column[i], 1);
    return out;
}

/* Registered voters belong to the contest whatever became of the form; those of a merged station
 * too. A closed station need not have a register. */
static bool has_register(const summer *s, int32_t row)
{
    uint8_t state = s->f->state[row];
    if (state == CV_FORM_CLOSED) return s->part[REG_][row] >= 0;
    return cv_form_is_live(state) || state == CV_FORM_ANNULLED;
}

static column_sum sum_register(const summer *s, int32_t first, int32_t end)
{
    column_sum out = {0};
    for (int32_t i = first; s->part[REG_] && i < end; i++)
        if (has_register(s, i)) add_cell(&out, s->part[REG_][i], 1);
    return out;
}

/* ---- with the decisions ---- */

cv_counted_form cv_form_as_it_is(int32_t row)
{
    return (cv_counted_form){row, true, row, NULL, NULL};
}

bool cv_counted_form_is_decided(cv_counted_form as)
{
    return as.change && as.change->n_causes > 0;
}

static cv_counted_form changed_form(const cv_overlay_change *change)
{
    bool counts = change->now == CV_NOW_COUNTED;
    return (cv_counted_form){change->row, counts, change->figures_row, change->own, change};
}

cv_counted_form cv_counted_form_at(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                                   int32_t row)
{
    cv_counted_form as = cv_form_as_it_is(row);
    as.counts = e->forms[c.i].state[row] == CV_FORM_COUNTED;
    if (!overlay) return as;
    const cv_overlay_change *change = overlay->contest[c.i].change;
    int32_t n = overlay->contest[c.i].n_changes, low = 0, high = n;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (change[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && change[low].row == row ? changed_form(&change[low]) : as;
}

/* Votes for none of the options stand in one figure. */
static cv_cell own_part(const cv_overlay_figures *own, int32_t part)
{
    switch (part) {
    case AGAINST: return own->other;
    case BLANK_: return own->blank;
    case INVALID_: return own->invalid;
    case PERSONS_: return own->persons;
    case BOX_: return own->box;
    case REG_: return own->registered;
    case CAST_: return own->cast;
    default: return CV_CELL_ABSENT;
    }
}

static cv_cell part_cell(const summer *s, cv_counted_form as, int32_t part)
{
    if (as.own) return own_part(as.own, part);
    const cv_cell *column = s->part[part];
    if (!column) return part <= WRITEIN ? CV_CELL_ABSENT : CV_CELL_UNREPORTED;
    /* A copy that leaves out the register does not change who was registered. */
    if (part == REG_ && column[as.figures_row] < 0) return column[as.row];
    return column[as.figures_row];
}

static cv_cell vote_cell(const summer *s, cv_counted_form as, int32_t option)
{
    return as.own ? as.own->votes[option] : s->f->votes[option][as.figures_row];
}

/* ---- the sums ---- */

static bool has_gap(const summer *s, cv_counted_form as)
{
    for (int32_t o = 0; o < s->n_options; o++) {
        cv_cell c = vote_cell(s, as, o);
        if (c < 0 && c != CV_CELL_ABSENT) return true;
    }
    return false;
}

typedef struct {
    column_sum *votes; /* [n_options] */
    column_sum part[N_PARTS];
    int32_t n_counted, n_awaited, n_postponed, n_annulled, n_gaps;
    cv_count removed_unknown;
} running;

static void add_rows(running *r, const summer *s, int32_t first, int32_t end,
                     bool (*wanted)(uint8_t))
{
    const cv_forms *f = s->f;
    for (int32_t o = 0; o < s->n_options; o++)
        r->votes[o] = sum_column(f, f->votes[o], first, end, wanted);
    for (int32_t p = 0; p < N_PARTS; p++)
        r->part[p] = sum_column(f, s->part[p], first, end, wanted);
    if (wanted == counts) r->part[REG_] = sum_register(s, first, end);
    bool any_gap = false;
    for (int32_t o = 0; o < s->n_options; o++) any_gap = any_gap || r->votes[o].n_gaps;
    for (int32_t i = first; i < end; i++) {
        if (any_gap && wanted(f->state[i])) r->n_gaps += has_gap(s, cv_form_as_it_is(i));
        r->n_counted += wanted(f->state[i]);
        r->n_awaited += f->state[i] == CV_FORM_AWAITED;
        r->n_annulled += f->state[i] == CV_FORM_ANNULLED;
    }
}

static void add_form(running *r, const summer *s, cv_counted_form as, int32_t times)
{
    for (int32_t o = 0; o < s->n_options; o++) add_cell(&r->votes[o], vote_cell(s, as, o), times);
    for (int32_t p = 0; p < N_PARTS; p++)
        if ((s->part[p] || as.own) && p != REG_) add_cell(&r->part[p], part_cell(s, as, p), times);
    r->n_counted += times;
    r->n_gaps += has_gap(s, as) ? times : 0;
}

static cv_count plus(cv_count a, cv_count b)
{
    return a == CV_BLANK || b == CV_BLANK ? CV_BLANK : a + b;
}

static bool keeps_register(const cv_overlay_change *change, const cv_overlay_rules *rules)
{
    if (change->now == CV_NOW_ANNULLED) return !rules->annul_drops_registered;
    if (change->now == CV_NOW_AWAITED) return !rules->repeat_drops_registered;
    return true;
}

/* The register of a form that nobody knew yet is not known. */
static void change_register(running *r, const summer *s, const cv_overlay_change *change,
                            const cv_overlay_rules *rules)
{
    column_sum *sum = &r->part[REG_];
    bool had = s->part[REG_] && has_register(s, change->row);
    bool unknown = change->now == CV_NOW_UNKNOWN &&
                   s->f->state[change->row] != CV_FORM_AWAITED; /* whose list is known */
    if (had) add_cell(sum, s->part[REG_][change->row], -1);
    if (!keeps_register(change, rules) || (!had && change->now != CV_NOW_COUNTED)) return;
    cv_cell after = unknown ? CV_CELL_UNREPORTED : part_cell(s, changed_form(change), REG_);
    if (had || after >= 0) add_cell(sum, after, 1);
}

/* Takes back what a changed form added and adds what it adds now. */
static void apply_change(running *r, const summer *s, const cv_overlay_change *change,
                         const cv_overlay_rules *rules)
{
    uint8_t state = s->f->state[change->row];
    cv_counted_form after = changed_form(change);
    bool awaited = change->now == CV_NOW_AWAITED || change->now == CV_NOW_UNKNOWN;
    if (counts(state)) add_form(r, s, cv_form_as_it_is(change->row), -1);
    if (after.counts) add_form(r, s, after, 1);
    change_register(r, s, change, rules);
    if (change->now == CV_NOW_ANNULLED && rules->annul_keeps_persons)
        add_cell(&r->part[PERSONS_], part_cell(s, after, PERSONS_), 1);
    r->n_awaited += awaited - (state == CV_FORM_AWAITED);
    r->n_postponed += change->now == CV_NOW_POSTPONED;
    r->n_annulled += (change->now == CV_NOW_ANNULLED) - (state == CV_FORM_ANNULLED);
    if (after.counts) r->removed_unknown = plus(r->removed_unknown, change->removed_unknown);
}

static cv_count total_of(const column_sum *s)
{
    return s->n_numbers ? s->sum : CV_BLANK;
}

static void finish(cv_sums *out, const running *r, const summer *s, cv_arena *keep)
{
    cv_count *votes = cv_new(keep, cv_count, s->n_options);
    cv_count valid = 0;
    for (int32_t o = 0; o < s->n_options; o++) valid += votes[o] = r->votes[o].sum;
    for (int32_t p = AGAINST; p <= WRITEIN; p++) valid += r->part[p].sum;
    *out = (cv_sums){
        .totals = {.n_options = s->n_options,
                   .votes = votes,
                   .valid = valid,
                   .blank = total_of(&r->part[BLANK_]),
                   .invalid = total_of(&r->part[INVALID_]),
                   .participants = total_of(&r->part[PERSONS_]),
                   .box = total_of(&r->part[BOX_]),
                   .registered = total_of(&r->part[REG_])},
        .cast = total_of(&r->part[CAST_]),
        .n_counted = r->n_counted,
        .n_awaited = r->n_awaited,
        .n_annulled = r->n_annulled,
        .n_gaps = r->n_gaps,
        .no_invalid = r->part[INVALID_].n_gaps,
        .no_blank = r->part[BLANK_].n_gaps,
        .no_participants = r->part[PERSONS_].n_gaps,
        .no_box = r->part[BOX_].n_gaps,
        .no_registered = r->part[REG_].n_gaps,
        .n_postponed = r->n_postponed,
        .removed_unknown = r->removed_unknown,
    };
}

void cv_totals_sum(cv_sums *out, const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                   cv_arena *keep)
{
    summer s = summer_of(e, c);
    running r = {.votes = cv_new(keep, column_sum, s.n_options)};
    add_rows(&r, &s, 0, s.f->n, counts);
    const cv_overlay_contest *x = overlay ? &overlay->contest[c.i] : NULL;
    for (int32_t i = 0; x && i < x->n_changes; i++)
        apply_change(&r, &s, &x->change[i], &overlay->rules);
    if (x) r.removed_unknown = plus(r.removed_unknown, x->removed_unknown);
    finish(out, &r, &s, keep);
}

void cv_totals_sum_rows(cv_sums *out, const cv_election *e, cv_contest_ix c, int32_t first,
                        int32_t end, cv_arena *keep)
{
    cv_assert(0 <= first && first <= end && end <= e->forms[c.i].n);
    summer s = summer_of(e, c);
    running r = {.votes = cv_new(keep, column_sum, s.n_options)};
    add_rows(&r, &s, first, end, has_figures);
    r.n_awaited = r.n_annulled = 0;
    finish(out, &r, &s, keep);
}

/* ---- one form ---- */

static cv_count known(cv_cell c)
{
    return c == CV_CELL_ABSENT ? 0 : cv_cell_count(c);
}

void cv_figures_of(cv_figures *out, const cv_election *e, cv_contest_ix c, cv_counted_form as)
{
    summer s = summer_of(e, c);
    for (int32_t o = 0; o < s.n_options; o++) out->votes[o] = known(vote_cell(&s, as, o));
    out->other = 0;
    for (int32_t p = AGAINST; p <= WRITEIN; p++) {
        cv_cell cell = part_cell(&s, as, p);
        if (cell > 0) out->other += cell;
    }
    out->blank = known(part_cell(&s, as, BLANK_));
    out->invalid = known(part_cell(&s, as, INVALID_));
    out->participants = known(part_cell(&s, as, PERSONS_));
    out->box = known(part_cell(&s, as, BOX_));
    out->registered = known(part_cell(&s, as, REG_));
}

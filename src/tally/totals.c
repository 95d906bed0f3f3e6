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
    return state == CV_FORM_COUNTED || state == CV_FORM_COPY;
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

cv_counted_form cv_counted_form_at(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                                   int32_t row)
{
    cv_counted_form as = {row, e->forms[c.i].state[row] == CV_FORM_COUNTED, row, -1};
    if (!overlay || !overlay->n_changes[c.i]) return as;
    const cv_overlay_change *change = overlay->change[c.i];
    int32_t low = 0, high = overlay->n_changes[c.i];
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (change[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == overlay->n_changes[c.i] || change[low].row != row) return as;
    return (cv_counted_form){row, change[low].counts, change[low].figures_row,
                             change[low].decision};
}

/* A decision's own figures stand for votes, invalid and blank papers; what it does not state
 * stays as on the form. */
static cv_cell stated(const cv_decision *d, int32_t part, cv_cell on_form)
{
    cv_cell said = CV_CELL_UNREPORTED;
    if (part == INVALID_) said = d->invalid;
    if (part == BLANK_) said = d->blank;
    if (part == AGAINST || part == GONE || part == WRITEIN) said = CV_CELL_ABSENT;
    return said == CV_CELL_UNREPORTED ? on_form : said;
}

static cv_cell part_cell(const summer *s, cv_counted_form as, int32_t part)
{
    const cv_cell *column = s->part[part];
    if (as.figures_row < 0) {
        cv_cell own = column ? column[as.row] : CV_CELL_UNREPORTED;
        return stated(&s->e->decision[as.decision], part, own);
    }
    if (!column) return CV_CELL_UNREPORTED;
    /* A copy that leaves out the register does not change who was registered. */
    if (part == REG_ && column[as.figures_row] < 0) return column[as.row];
    return column[as.figures_row];
}

static cv_cell vote_cell(const summer *s, cv_counted_form as, int32_t option)
{
    if (as.figures_row < 0) return s->e->decision[as.decision].votes[option];
    return s->f->votes[option][as.figures_row];
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
    int32_t n_counted, n_awaited, n_annulled, n_gaps;
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
        if (any_gap && wanted(f->state[i]))
            r->n_gaps += has_gap(s, (cv_counted_form){i, true, i, -1});
        r->n_counted += wanted(f->state[i]);
        r->n_awaited += f->state[i] == CV_FORM_AWAITED;
        r->n_annulled += f->state[i] == CV_FORM_ANNULLED;
    }
}

static void add_form(running *r, const summer *s, cv_counted_form as, int32_t times)
{
    for (int32_t o = 0; o < s->n_options; o++) add_cell(&r->votes[o], vote_cell(s, as, o), times);
    for (int32_t p = 0; p < N_PARTS; p++)
        if (s->part[p] && p != REG_) add_cell(&r->part[p], part_cell(s, as, p), times);
    r->n_counted += times;
    r->n_gaps += has_gap(s, as) ? times : 0;
}

/* Takes back what a changed form added and adds what it adds now. */
static void apply_change(running *r, const summer *s, const cv_overlay_change *change)
{
    uint8_t state = s->f->state[change->row];
    cv_counted_form before = {change->row, counts(state), change->row, -1};
    cv_counted_form after = {change->row, change->counts, change->figures_row, change->decision};
    if (before.counts) add_form(r, s, before, -1);
    if (after.counts) add_form(r, s, after, 1);
    if (s->part[REG_]) {
        bool had = has_register(s, change->row);
        if (had) add_cell(&r->part[REG_], part_cell(s, before, REG_), -1);
        if (had || after.counts) add_cell(&r->part[REG_], part_cell(s, after, REG_), 1);
    }
    r->n_awaited -= state == CV_FORM_AWAITED && (after.counts || after.decision >= 0);
    r->n_annulled += !after.counts - (state == CV_FORM_ANNULLED);
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
    };
}

void cv_totals_sum(cv_sums *out, const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                   cv_arena *keep)
{
    summer s = summer_of(e, c);
    running r = {.votes = cv_new(keep, column_sum, s.n_options)};
    add_rows(&r, &s, 0, s.f->n, counts);
    int32_t n = overlay ? overlay->n_changes[c.i] : 0;
    for (int32_t i = 0; i < n; i++) apply_change(&r, &s, &overlay->change[c.i][i]);
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
        cv_cell cell = s.part[p] ? part_cell(&s, as, p) : CV_CELL_ABSENT;
        if (cell > 0) out->other += cell;
    }
    out->blank = known(part_cell(&s, as, BLANK_));
    out->invalid = known(part_cell(&s, as, INVALID_));
    out->participants = known(part_cell(&s, as, PERSONS_));
    out->box = known(part_cell(&s, as, BOX_));
    out->registered = known(part_cell(&s, as, REG_));
}

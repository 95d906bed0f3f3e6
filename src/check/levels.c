/* C805: sums of areas against what lies below them (methods.md, Levels). Below a sum lie the sums
 * of the next level down, and the forms that no such sum has. */
#include "check/lines.h"
#include "check/tray.h"

/* The sums of one contest and copy, and what lies right below each. */
typedef struct {
    const cv_election *e;
    const cv_forms *f;
    int32_t from, n;       /* its stretch of election.sum                */
    int32_t *owner;        /* [n_areas] the nearest sum at or above; -1  */
    int32_t *above;        /* [n] the next sum above; -1                 */
    int32_t *first, *row;  /* forms of sum i: row[first[i]..first[i + 1]) */
    int32_t *child, *next; /* sums right below: a list; -1 ends it      */
} family;

static int32_t owner_of(const family *x, cv_area_ix area)
{
    return area.i < 0 ? -1 : x->owner[area.i];
}

/* A parent's index is smaller than its children's: one pass down the tree. */
static void find_owners(family *x, cv_arena *work)
{
    const cv_election *e = x->e;
    x->owner = cv_new(work, int32_t, e->n_areas);
    x->above = cv_new(work, int32_t, x->n);
    for (int32_t a = 0; a < e->n_areas; a++) x->owner[a] = -1;
    for (int32_t i = 0; i < x->n; i++) x->owner[e->sum[x->from + i].area.i] = i;
    for (int32_t a = 0; a < e->n_areas; a++) {
        int32_t over = owner_of(x, e->area[a].parent);
        if (x->owner[a] >= 0)
            x->above[x->owner[a]] = over;
        else
            x->owner[a] = over;
    }
    x->child = cv_new(work, int32_t, x->n);
    x->next = cv_new(work, int32_t, x->n);
    for (int32_t i = 0; i < x->n; i++) x->child[i] = -1;
    for (int32_t i = x->n - 1; i >= 0; i--) {
        x->next[i] = x->above[i] >= 0 ? x->child[x->above[i]] : -1;
        if (x->above[i] >= 0) x->child[x->above[i]] = i;
    }
}

static bool is_of_copy(const family *x, int32_t row, cv_copy_ix copy)
{
    uint8_t state = x->f->state[row];
    bool other = state == CV_FORM_REPLACED || state == CV_FORM_DUPLICATE ||
                 state == CV_FORM_REPEAT || state == CV_FORM_BOX;
    return x->f->copy[row] == copy.i && !other;
}

static void find_forms(family *x, cv_copy_ix copy, cv_arena *work)
{
    x->first = cv_new(work, int32_t, x->n + 2);
    x->row = cv_new(work, int32_t, x->f->n);
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < x->f->n; i++) {
            int32_t o = owner_of(x, x->e->station[x->f->station[i].i].area);
            if (o < 0 || !is_of_copy(x, i, copy)) continue;
            if (pass == 0)
                x->first[o + 2]++;
            else
                x->row[x->first[o + 1]++] = i;
        }
        for (int32_t o = 0; pass == 0 && o < x->n; o++) x->first[o + 2] += x->first[o + 1];
    }
}

/* ---- one line of one sum ---- */

typedef struct {
    cv_count sum;
    bool any, open;
} below;

static bool has_figures(uint8_t state, cv_field field)
{
    return state == CV_FORM_COPY || cv_form_is_summed(state, field);
}

static const cv_cell *column_of(const family *x, const cv_sum_cell *cell)
{
    return cell->option >= 0 ? x->f->votes[cell->option] : cv_forms_total(x->f, cell->field);
}

static void add_forms(below *b, const family *x, int32_t i, const cv_sum_cell *cell)
{
    const cv_cell *column = column_of(x, cell);
    bool zero = cell->option >= 0 && x->e->profile.options_blank_zero;
    for (int32_t k = x->first[i]; column && k < x->first[i + 1]; k++) {
        uint8_t state = x->f->state[x->row[k]];
        cv_cell c = column[x->row[k]];
        if (state == CV_FORM_AWAITED && c < 0) b->open = true;
        if (!has_figures(state, cell->field) || c == CV_CELL_ABSENT) continue;
        if (c >= 0) {
            b->sum += c;
            b->any = true;
        } else if (!(c == CV_CELL_BLANK && zero)) {
            b->open = true;
            b->any = b->any || c != CV_CELL_UNREPORTED;
        }
    }
}

static void add_sums(below *b, const family *x, int32_t i, const cv_sum_cell *cell)
{
    for (int32_t k = x->child[i]; k >= 0; k = x->next[k]) {
        const cv_area_sum *s = &x->e->sum[x->from + k];
        bool found = false;
        for (int32_t j = 0; j < s->n_cells && !found; j++) {
            found = s->cell[j].field == cell->field && s->cell[j].option == cell->option;
            if (found) b->sum += s->cell[j].figure;
        }
        b->any = b->any || found;
    }
}

/* A difference that is one form's figure: that form was left out, or counted twice. */
static int32_t form_with(const family *x, int32_t i, const cv_sum_cell *cell, cv_count apart)
{
    const cv_cell *column = column_of(x, cell);
    int32_t only = -1;
    for (int32_t k = x->first[i]; column && k < x->first[i + 1]; k++) {
        if (column[x->row[k]] != apart) continue;
        if (only >= 0) return -1;
        only = x->row[k];
    }
    return only;
}

static void compare(cv_tray *s, const family *x, int32_t i, const cv_sum_cell *cell)
{
    const cv_area_sum *sum = &x->e->sum[x->from + i];
    cv_rule_count *n = cv_tray_count(s, sum->contest, 805);
    below b = {0};
    add_forms(&b, x, i, cell);
    add_sums(&b, x, i, cell);
    if (!b.any && !b.open) {
        n->n_not_applicable++; /* those below have this line under other names */
        return;
    }
    if (b.open && b.sum <= cell->figure) {
        n->n_undecidable++;
        return;
    }
    n->n_checked++;
    cv_count apart = b.sum > cell->figure ? b.sum - cell->figure : cell->figure - b.sum;
    if (apart <= s->use[cv_rule_row(805)].tolerance) return;
    cv_finding f = cv_tray_new(s, sum->contest, -1, 805);
    f.listed = x->from + i;
    f.option = cell->option;
    f.field = cell->field;
    f.left = cell->figure;
    f.right = b.sum;
    f.contradicted = apart;
    f.other = form_with(x, i, cell, apart);
    cv_tray_add(s, &f, 0);
}

/* ---- all ---- */

static void check_family(cv_tray *s, int32_t from, int32_t n, cv_arena scratch)
{
    const cv_area_sum *first = &s->e->sum[from];
    family x = {.e = s->e, .f = &s->e->forms[first->contest.i], .from = from, .n = n};
    find_owners(&x, &scratch);
    find_forms(&x, first->copy, &scratch);
    for (int32_t i = 0; i < n; i++)
        for (int32_t k = 0; k < first[i].n_cells; k++) compare(s, &x, i, &first[i].cell[k]);
}

void cv_tray_levels(cv_tray *s, cv_arena scratch)
{
    const cv_area_sum *sum = s->e->sum;
    if (!cv_tray_wants(s, 805)) return;
    for (int32_t from = 0, to; from < s->e->n_sums; from = to) {
        for (to = from + 1; to < s->e->n_sums && sum[to].contest.i == sum[from].contest.i &&
                            sum[to].copy.i == sum[from].copy.i;)
            to++;
        check_family(s, from, to - from, scratch);
    }
}

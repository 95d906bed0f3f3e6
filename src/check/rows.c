#include "check/rows.h"

static cv_cell cell(const cv_cell *column, int32_t row)
{
    return column ? column[row] : CV_CELL_ABSENT;
}

static bool is_open(cv_cell c)
{
    return c == CV_CELL_BLANK || c == CV_CELL_ILLEGIBLE;
}

static bool always(const cv_plan *p)
{
    return p->f->n > 0;
}

/* Papers counted; where the form does not say so, its votes for options. */
static cv_cell papers(const cv_plan *p, int32_t row)
{
    cv_cell cast = p->f->derived[CV_D_CAST][row];
    return cast == CV_CELL_UNREPORTED ? p->f->derived[CV_D_SUM][row] : cast;
}

static bool has_register(const cv_plan *p, int32_t row)
{
    return cv_bit(p->has_register, row);
}

/* ---- C103, C104, C107: cells that are no numbers ---- */

typedef struct {
    int32_t n_fields, n_options;
    cv_field field;
    int32_t option;
    cv_lines lines;
} gaps;

/* The total of the votes is C406's when there are votes. */
static bool is_missing_total(const cv_plan *p, int32_t row)
{
    return cell(p->field[CV_F_VALID], row) == CV_CELL_BLANK && p->f->derived[CV_D_SUM][row] > 0;
}

static gaps find(const cv_plan *p, int32_t row, cv_cell state)
{
    gaps g = {.field = CV_F_NONE, .option = -1};
    bool skip_valid = is_missing_total(p, row);
    int16_t code = state == CV_CELL_BLANK ? 103 : 104;
    int32_t n_required = p->use[cv_rule_row(code)].only_missing ? 0 : p->n_required;
    for (int32_t k = 0; k < n_required; k++) {
        cv_field f = p->required_field[k];
        if (p->required[k][row] != state || (skip_valid && f == CV_F_VALID)) continue;
        g.n_fields++;
        g.field = f;
        g.lines |= cv_lines_of(f);
    }
    bool zero = state == CV_CELL_BLANK && p->e->profile.options_blank_zero;
    for (int32_t o = 0; o < p->contest->n_options && !zero; o++) {
        if (p->f->votes[o][row] != state) continue;
        g.n_options++;
        g.option = o;
        g.lines |= CV_LINES_OPTIONS;
    }
    return g;
}

static cv_truth judge_state(const cv_plan *p, int32_t row, cv_cell state)
{
    gaps g = find(p, row, state);
    return g.n_fields + g.n_options > 0 ? CV_FAILS : CV_HOLDS;
}

static cv_truth judge_blank(const cv_plan *p, int32_t row)
{
    return judge_state(p, row, CV_CELL_BLANK);
}

static cv_truth judge_illegible(const cv_plan *p, int32_t row)
{
    return judge_state(p, row, CV_CELL_ILLEGIBLE);
}

/* Votes that the unknown options can hold: the valid papers where they are known, else the
 * papers of the station, less what the other options have. */
static cv_count room_for_votes(const cv_plan *p, int32_t row)
{
    cv_cell valid = cell(p->field[CV_F_VALID], row);
    cv_count most = valid >= 0 ? (cv_count)valid * p->per_ballot : cv_plan_room(p, row);
    if (most == CV_BLANK) return CV_BLANK;
    for (int32_t o = 0; o < p->contest->n_options; o++)
        if (p->f->votes[o][row] > 0) most -= p->f->votes[o][row];
    const cv_field others[] = {CV_F_AGAINST, CV_F_GONE, CV_F_WRITEIN};
    for (size_t k = 0; k < sizeof others / sizeof others[0]; k++)
        if (cell(p->field[others[k]], row) > 0) most -= p->field[others[k]][row];
    return most > 0 ? most : 0;
}

static cv_lines fill_state(cv_finding *f, const cv_plan *p, int32_t row, cv_cell state)
{
    gaps g = find(p, row, state);
    if (g.n_fields + g.n_options == 1) {
        f->field = g.field;
        f->option = (int16_t)g.option;
    }
    if (g.n_options == 0) return g.lines;
    f->change = CV_CHANGE_CAP;
    f->k = room_for_votes(p, row);
    return g.lines;
}

static cv_lines fill_blank(cv_finding *f, const cv_plan *p, int32_t row)
{
    return fill_state(f, p, row, CV_CELL_BLANK);
}

static cv_lines fill_illegible(cv_finding *f, const cv_plan *p, int32_t row)
{
    return fill_state(f, p, row, CV_CELL_ILLEGIBLE);
}

static bool reads_blank_as_zero(const cv_plan *p)
{
    return p->e->profile.options_blank_zero;
}

static cv_truth judge_read_as_zero(const cv_plan *p, int32_t row)
{
    for (int32_t o = 0; o < p->contest->n_options; o++)
        if (p->f->votes[o][row] == CV_CELL_BLANK) return CV_FAILS;
    return CV_HOLDS;
}

static cv_lines fill_options(cv_finding *f, const cv_plan *p, int32_t row)
{
    (void)f, (void)p, (void)row;
    return CV_LINES_OPTIONS;
}

/* ---- C309, C310: the stated difference; an empty line states none ---- */

static bool has_difference(const cv_plan *p)
{
    return p->field[CV_F_ADMITTED] && (p->field[CV_F_MORE] || p->field[CV_F_FEWER]);
}

typedef struct {
    bool here, open;
    cv_count cast, admitted, more, fewer;
} difference;

static difference stated(const cv_plan *p, int32_t row)
{
    cv_cell cast = papers(p, row), admitted = p->field[CV_F_ADMITTED][row];
    cv_cell more = cell(p->field[CV_F_MORE], row), fewer = cell(p->field[CV_F_FEWER], row);
    bool illegible = more == CV_CELL_ILLEGIBLE || fewer == CV_CELL_ILLEGIBLE;
    return (difference){
        .here = (cast >= 0 || is_open(cast)) && (admitted >= 0 || is_open(admitted)),
        .open = is_open(cast) || is_open(admitted) || illegible,
        .cast = cast,
        .admitted = admitted,
        .more = more > 0 ? more : 0,
        .fewer = fewer > 0 ? fewer : 0,
    };
}

static cv_truth judge_difference(const cv_plan *p, int32_t row)
{
    difference d = stated(p, row);
    if (!d.here) return CV_NOT_HERE;
    if (d.open) return CV_OPEN;
    return d.cast + d.fewer == d.admitted + d.more ? CV_HOLDS : CV_FAILS;
}

static cv_truth judge_which_difference(const cv_plan *p, int32_t row)
{
    difference d = stated(p, row);
    if (!d.here) return CV_NOT_HERE;
    if (d.more > 0 && d.fewer > 0) return CV_FAILS;
    if (d.open) return CV_OPEN;
    return d.cast == d.admitted && d.more + d.fewer > 0 ? CV_FAILS : CV_HOLDS;
}

static cv_lines fill_difference(cv_finding *f, const cv_plan *p, int32_t row)
{
    difference d = stated(p, row);
    if (!d.open) {
        f->left = d.cast + d.fewer;
        f->right = d.admitted + d.more;
    }
    return cv_lines_of(CV_F_ADMITTED) | cv_lines_of(CV_F_MORE) | cv_lines_of(CV_F_FEWER) |
           cv_plan_derived_lines(p, CV_D_CAST);
}

/* ---- C311: votes without a register ---- */

static cv_truth judge_register(const cv_plan *p, int32_t row)
{
    cv_cell reg = p->f->derived[CV_D_REG][row], votes = papers(p, row);
    bool special = p->e->station[p->f->station[row].i].kind == CV_STATION_SPECIAL;
    if (!has_register(p, row) || special) return CV_NOT_HERE;
    if (reg == CV_CELL_UNREPORTED || reg == CV_CELL_ABSENT) return CV_NOT_HERE;
    if (reg > 0) return CV_HOLDS;
    if (is_open(votes) || reg == CV_CELL_ILLEGIBLE) return CV_OPEN;
    return votes > 0 ? CV_FAILS : CV_HOLDS;
}

static bool has_register_line(const cv_plan *p)
{
    for (int32_t i = 0; i < p->f->n; i++)
        if (cv_cell_is_number(p->f->derived[CV_D_REG][i])) return true;
    return false;
}

static cv_lines fill_register(cv_finding *f, const cv_plan *p, int32_t row)
{
    (void)f, (void)row;
    return cv_plan_derived_lines(p, CV_D_REG);
}

/* ---- C406, C407: the total of the votes and its parts ---- */

static bool has_valid(const cv_plan *p)
{
    return p->field[CV_F_VALID] != NULL;
}

static cv_truth judge_total(const cv_plan *p, int32_t row)
{
    cv_cell valid = p->field[CV_F_VALID][row];
    if (valid == CV_CELL_UNREPORTED || valid == CV_CELL_ABSENT) return CV_NOT_HERE;
    if (valid != CV_CELL_BLANK) return CV_HOLDS;
    if (is_missing_total(p, row)) return CV_FAILS;
    return is_open(p->f->derived[CV_D_SUM][row]) ? CV_OPEN : CV_HOLDS;
}

static cv_lines fill_total(cv_finding *f, const cv_plan *p, int32_t row)
{
    (void)p, (void)row;
    f->field = CV_F_VALID;
    return cv_lines_of(CV_F_VALID);
}

static int32_t largest_option(const cv_plan *p, int32_t row)
{
    int32_t at = 0;
    for (int32_t o = 1; o < p->contest->n_options; o++)
        if (p->f->votes[o][row] > p->f->votes[at][row]) at = o;
    return at;
}

static bool has_valid_and_options(const cv_plan *p)
{
    return has_valid(p) && p->contest->n_options > 0;
}

static cv_truth judge_option(const cv_plan *p, int32_t row)
{
    cv_cell valid = p->field[CV_F_VALID][row], sum = p->f->derived[CV_D_SUM][row];
    if (valid == CV_CELL_UNREPORTED || valid == CV_CELL_ABSENT) return CV_NOT_HERE;
    if (valid < 0) return CV_OPEN;
    if (sum >= 0 && sum <= valid) return CV_HOLDS;
    if (p->f->votes[largest_option(p, row)][row] > valid) return CV_FAILS;
    return sum < 0 ? CV_OPEN : CV_HOLDS;
}

static cv_lines fill_option(cv_finding *f, const cv_plan *p, int32_t row)
{
    int32_t o = largest_option(p, row);
    f->option = (int16_t)o;
    f->left = p->f->votes[o][row];
    f->right = p->field[CV_F_VALID][row];
    f->contradicted = f->k = f->left - f->right;
    f->change = CV_CHANGE_OFF;
    return CV_LINES_OPTIONS | cv_lines_of(CV_F_VALID);
}

/* ---- C808: no paper counted where people could vote; persons may be stated ---- */

static cv_truth judge_zeros(const cv_plan *p, int32_t row)
{
    const cv_cell *const *d = p->f->derived;
    if (d[CV_D_REG][row] <= 0) return CV_NOT_HERE;
    bool any = d[CV_D_SUM][row] > 0 || d[CV_D_INVALID][row] > 0 || d[CV_D_BLANK][row] > 0;
    if (any) return CV_HOLDS;
    return d[CV_D_SUM][row] == 0 ? CV_FAILS : CV_OPEN;
}

static cv_lines fill_zeros(cv_finding *f, const cv_plan *p, int32_t row)
{
    if (p->e->profile.zero_form != CV_ZERO_MISSING) return CV_LINES_OPTIONS;
    /* The case says that zeros stand for a form that is not there: as C801. */
    f->severity = CV_ERROR;
    f->change = CV_CHANGE_CAP;
    f->k = cv_plan_room(p, row);
    return CV_LINES_OPTIONS;
}

/* ---- C903, C906, C907: unusual ---- */

static cv_count setting(const cv_plan *p, int16_t code, cv_count otherwise)
{
    const cv_rule_use *use = &p->use[cv_rule_row(code)];
    return use->is_set ? use->tolerance : otherwise;
}

static bool has_admitted(const cv_plan *p)
{
    return p->field[CV_F_ADMITTED] != NULL;
}

static cv_truth judge_gap(const cv_plan *p, int32_t row)
{
    cv_cell admitted = p->field[CV_F_ADMITTED][row], cast = papers(p, row);
    if (is_open(admitted) || is_open(cast)) return CV_OPEN;
    if (admitted < 0 || cast < 0) return CV_NOT_HERE;
    cv_count apart = admitted > cast ? admitted - cast : cast - admitted;
    bool far = 100 * apart >= 2 * (cv_count)cast || apart >= setting(p, 903, 15);
    return apart > 0 && far ? CV_FAILS : CV_HOLDS;
}

static cv_lines fill_gap(cv_finding *f, const cv_plan *p, int32_t row)
{
    f->left = p->field[CV_F_ADMITTED][row];
    f->right = papers(p, row);
    return cv_lines_of(CV_F_ADMITTED) | cv_plan_derived_lines(p, CV_D_CAST);
}

static bool has_choice(const cv_plan *p)
{
    return p->contest->n_options > 1;
}

static cv_truth judge_unanimous(const cv_plan *p, int32_t row)
{
    cv_cell sum = p->f->derived[CV_D_SUM][row];
    cv_count least = setting(p, 906, 50);
    if (is_open(sum)) return CV_OPEN;
    if (sum < 1 || sum < least) return CV_NOT_HERE;
    int32_t n_with_votes = 0;
    for (int32_t o = 0; o < p->contest->n_options && n_with_votes < 2; o++)
        if (p->f->votes[o][row] > 0) n_with_votes++;
    if (n_with_votes != 1) return CV_HOLDS;
    return p->f->votes[largest_option(p, row)][row] == sum ? CV_FAILS : CV_HOLDS;
}

static cv_lines fill_unanimous(cv_finding *f, const cv_plan *p, int32_t row)
{
    f->option = (int16_t)largest_option(p, row);
    f->left = f->right = p->f->derived[CV_D_SUM][row];
    return CV_LINES_OPTIONS;
}

static bool has_supply(const cv_plan *p)
{
    return p->field[CV_F_RECV] || p->e->profile.station_max != CV_BLANK;
}

/* Papers handed to the station; CV_BLANK when it is not known. */
static cv_count supply(const cv_plan *p, int32_t row)
{
    const cv_field in[] = {CV_F_RECV, CV_F_RECV_LATER, CV_F_PRINTED, CV_F_SURPLUS};
    cv_count sum = 0;
    if (cell(p->field[CV_F_RECV], row) < 0) return CV_BLANK;
    for (size_t k = 0; k < sizeof in / sizeof in[0]; k++) {
        cv_cell c = cell(p->field[in[k]], row);
        if (c < 0 && c != CV_CELL_ABSENT) return CV_BLANK;
        if (c > 0) sum += c;
    }
    return sum;
}

static cv_truth judge_full_box(const cv_plan *p, int32_t row)
{
    cv_cell box = p->f->derived[CV_D_BOX][row];
    if (is_open(box)) return CV_OPEN;
    if (box < 1) return CV_NOT_HERE;
    return box == supply(p, row) || box == p->e->profile.station_max ? CV_FAILS : CV_HOLDS;
}

static cv_lines fill_full_box(cv_finding *f, const cv_plan *p, int32_t row)
{
    f->left = f->right = p->f->derived[CV_D_BOX][row];
    return cv_plan_derived_lines(p, CV_D_BOX) | cv_lines_of(CV_F_RECV);
}

/* ---- the table ---- */

/* clang-format off */
const cv_row_rule CV_ROW_RULES[] = {
    /* code, for annulled forms too, only with a gap, ... */
    {103, false, true,  always,                judge_blank,            fill_blank},
    {104, false, true,  always,                judge_illegible,        fill_illegible},
    {107, false, true,  reads_blank_as_zero,   judge_read_as_zero,     fill_options},
    {309, false, false, has_difference,        judge_difference,       fill_difference},
    {310, false, false, has_difference,        judge_which_difference, fill_difference},
    {311, false, false, has_register_line,     judge_register,         fill_register},
    {406, false, false, has_valid,             judge_total,            fill_total},
    {407, false, false, has_valid_and_options, judge_option,           fill_option},
    {808, true,  false, has_register_line,     judge_zeros,            fill_zeros},
    {903, false, false, has_admitted,          judge_gap,              fill_gap},
    {906, false, false, has_choice,            judge_unanimous,        fill_unanimous},
    {907, false, false, has_supply,            judge_full_box,         fill_full_box},
};
/* clang-format on */

const int32_t CV_N_ROW_RULES = sizeof CV_ROW_RULES / sizeof CV_ROW_RULES[0];

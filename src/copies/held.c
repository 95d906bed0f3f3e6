#include "copies/held.h"

#include "num/wide.h"

typedef struct {
    const cv_copies_input *in;
    const cv_contest *contest;
    const cv_rule_set *rules;
    const cv_forms *f;
    cv_held *out;
    cv_count *votes; /* [n_options] of the first sheet of each station    */
    cv_count *lead;  /* [n_options] of `first` over each, least favourable */
    cv_count least;  /* votes of `first`, least favourable                 */
    cv_count valid;  /* most valid votes                                   */
} judge;

/* ---- sheets station by station ---- */

/* The place in each list of sheets, and the rows of the station that comes next. */
typedef struct {
    const cv_sheets *sheets;
    int32_t n;
    int32_t *at;  /* [n] */
    int32_t *row; /* [n_rows] */
    int32_t n_rows, station;
} walk;

/* A sheet serves when every option on it is a number and not all are zero: zeros may be a
 * placeholder. Several sheets under one key say nothing. */
static bool serves(const judge *j, int32_t row)
{
    cv_count sum = 0;
    for (int32_t o = 0; row >= 0 && o < j->contest->n_options; o++) {
        cv_cell c = j->f->votes[o][row];
        if (c == CV_CELL_ABSENT) continue;
        if (c < 0) return false;
        sum += c;
    }
    return row >= 0 && sum > 0;
}

static bool next_station(walk *w, const judge *j)
{
    w->station = INT32_MAX;
    w->n_rows = 0;
    for (int32_t i = 0; i < w->n; i++)
        if (w->at[i] < w->sheets[i].n && w->sheets[i].station[w->at[i]] < w->station)
            w->station = w->sheets[i].station[w->at[i]];
    if (w->station == INT32_MAX) return false;
    for (int32_t i = 0; i < w->n; i++) {
        if (w->at[i] == w->sheets[i].n || w->sheets[i].station[w->at[i]] != w->station) continue;
        int32_t row = w->sheets[i].row[w->at[i]++];
        if (serves(j, row)) w->row[w->n_rows++] = row;
    }
    return true;
}

static cv_count votes_on(const judge *j, int32_t option, int32_t row)
{
    cv_cell c = j->f->votes[option][row];
    return c > 0 ? c : 0;
}

static void add_votes(judge *j, const walk *w)
{
    for (int32_t o = 0; o < j->contest->n_options; o++) j->votes[o] += votes_on(j, o, w->row[0]);
}

/* The least of each over the sheets of the station, whichever of them is right. */
static void add_least(judge *j, const walk *w)
{
    int32_t first = j->out->first;
    cv_count least = CV_COUNT_MAX, valid = 0;
    for (int32_t i = 0; i < w->n_rows; i++) {
        cv_count sum = 0, own = votes_on(j, first, w->row[i]);
        for (int32_t o = 0; o < j->contest->n_options; o++) sum += votes_on(j, o, w->row[i]);
        least = own < least ? own : least;
        valid = sum > valid ? sum : valid;
    }
    j->least += least;
    j->valid += valid;
    for (int32_t o = 0; o < j->contest->n_options; o++) {
        cv_count lead = CV_COUNT_MAX;
        for (int32_t i = 0; i < w->n_rows; i++) {
            cv_count d = votes_on(j, first, w->row[i]) - votes_on(j, o, w->row[i]);
            lead = d < lead ? d : lead;
        }
        j->lead[o] += lead;
    }
}

/* ---- the stations without a sheet ---- */

static void note_cap(cv_count *cap, cv_cell c)
{
    if (c >= 0 && (*cap == CV_BLANK || c > *cap)) *cap = c;
}

/* What one form says of the most ballots of its station. */
static void note_form(cv_count *cap, const judge *j, int32_t row)
{
    static const cv_derived papers[] = {CV_D_SUM, CV_D_CAST};
    const cv_station *s = &j->in->election->station[j->f->station[row].i];
    bool closed = s->kind != CV_STATION_POSTAL && s->kind != CV_STATION_SPECIAL;
    const cv_cell *reg = j->f->derived[CV_D_REG];
    cv_cell registered = closed && reg ? reg[row] : CV_CELL_UNREPORTED;
    if (registered > 0) {
        note_cap(cap, registered);
        for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
            if (j->f->derived[papers[k]]) note_cap(cap, j->f->derived[papers[k]][row]);
        return;
    }
    const cv_cell *received = cv_forms_column(j->f, CV_F_RECV);
    if (received && received[row] > 0) note_cap(cap, received[row]);
}

/* The other stations of the contest: those that count or are awaited, and closed ones that have a
 * register. Several forms of one station: the largest limit. */
static void add_others(judge *j, const uint8_t *held, int32_t low, int32_t high, cv_arena scratch)
{
    cv_held *out = j->out;
    bool *is_other = cv_new(&scratch, bool, (int64_t)high - low + 1);
    cv_count *cap = cv_new(&scratch, cv_count, (int64_t)high - low + 1);
    for (int32_t s = low; s <= high; s++) cap[s - low] = CV_BLANK;
    for (int32_t i = 0; i < j->f->n; i++) {
        int32_t s = j->f->station[i].i - low;
        if (held[s]) continue;
        note_form(&cap[s], j, i);
        bool closed = j->f->state[i] == CV_FORM_CLOSED;
        is_other[s] = is_other[s] || !closed || cap[s] != CV_BLANK;
    }
    cv_count legal = j->in->election->profile.station_max;
    for (int32_t s = 0; s <= high - low; s++) {
        if (!is_other[s]) continue;
        out->n_others++;
        if (cap[s] == CV_BLANK) cap[s] = legal;
        if (cap[s] == CV_BLANK)
            out->n_no_cap++;
        else
            out->cap += cap[s];
    }
}

/* ---- the rule ---- */

/* Fewest ballots k of others after which left * q - p * (right + k) - per * q * k is no longer
 * above 0, or at least 0. `per`: what one ballot takes from the left side. */
static cv_count share_need(const cv_share_test *t, cv_count left, cv_count right, int32_t per)
{
    cv_wide room = cv_times(left, t->share.q) - cv_times(t->share.p, right);
    cv_wide step = cv_times(t->share.p, 1) + cv_times(per, t->share.q);
    if (step <= 0) return room > 0 ? CV_COUNT_MAX : 0;
    cv_wide k = t->relation == CV_ABOVE ? cv_ceil_div(room, step) : cv_floor_div(room, step) + 1;
    if (k < 0) k = 0;
    return k > CV_COUNT_MAX ? CV_COUNT_MAX : cv_narrow(k);
}

static cv_count smaller(cv_count a, cv_count b)
{
    return a < b ? a : b;
}

static bool needs_only_valid(const cv_rule_set *r)
{
    if (r->has_turnout_min || r->has_barred_void) return false;
    if (r->has_min_share && r->min_share.base != CV_BASE_VALID) return false;
    for (int32_t i = 0; r->engine == CV_ENGINE_TWO_ROUND && i < r->n_win; i++) {
        const cv_win_condition *w = &r->win[i];
        if (w->share.base != CV_BASE_VALID) return false;
        if (w->has_lead && w->lead.base != CV_BASE_VALID) return false;
    }
    return true;
}

/* True where votes for the options of one seat are all that the rule looks at. */
static bool is_for_votes(const judge *j)
{
    const cv_rule_set *r = j->rules;
    bool engine = r->engine == CV_ENGINE_PLURALITY || r->engine == CV_ENGINE_BLOCK ||
                  r->engine == CV_ENGINE_TWO_ROUND;
    if (j->contest->seats != 1 || j->contest->n_options < 2 || !engine) return false;
    return needs_only_valid(r);
}

static int32_t n_seatable(const cv_contest *c)
{
    int32_t n = 0;
    for (int32_t o = 0; o < c->n_options; o++) n += c->option[o].kind != CV_OPTION_AGAINST;
    return n;
}

/* The largest need of the ways to win at once. */
static cv_count win_need(const judge *j, cv_count lead)
{
    cv_count most = 0;
    for (int32_t i = 0; i < j->rules->n_win; i++) {
        const cv_win_condition *w = &j->rules->win[i];
        cv_count need = share_need(&w->share, j->least, j->valid, 0);
        if (w->has_lead) need = smaller(need, share_need(&w->lead, lead, j->valid, 1));
        most = need > most ? need : most;
    }
    return most;
}

static cv_count need_of(judge *j)
{
    const cv_rule_set *r = j->rules;
    cv_count lead = j->out->lead, need = lead > 0 ? lead : 0;
    if (r->has_min_share) need = smaller(need, share_need(&r->min_share, j->least, j->valid, 0));
    bool two = r->two_decide_at_once && n_seatable(j->contest) == 2;
    if (r->engine == CV_ENGINE_TWO_ROUND && !two) need = smaller(need, win_need(j, lead));
    j->out->by_share = need < lead;
    return need;
}

/* ---- the whole ---- */

/* The option alone first; an option that cannot be seated settles nothing. */
static int32_t first_of(const judge *j)
{
    int32_t first = 0, n = 0;
    for (int32_t o = 0; o < j->contest->n_options; o++)
        if (j->votes[o] > j->votes[first]) first = o;
    for (int32_t o = 0; o < j->contest->n_options; o++) n += j->votes[o] == j->votes[first];
    const cv_option *option = &j->contest->option[first];
    return n == 1 && option->kind != CV_OPTION_AGAINST && !option->barred ? first : -1;
}

static void add_sheets(judge *j, walk *w, uint8_t *held, int32_t low)
{
    while (next_station(w, j)) {
        if (w->n_rows == 0) continue;
        held[w->station - low] = 1;
        j->out->n_held++;
        add_votes(j, w);
    }
    j->out->first = first_of(j);
    for (int32_t i = 0; i < w->n; i++) w->at[i] = 0;
    while (j->out->first >= 0 && next_station(w, j))
        if (w->n_rows) add_least(j, w);
}

static void find_nearest(judge *j)
{
    cv_held *out = j->out;
    for (int32_t o = 0; o < j->contest->n_options; o++)
        if (o != out->first && (out->nearest < 0 || j->lead[o] < j->lead[out->nearest]))
            out->nearest = o;
    out->lead = j->lead[out->nearest];
}

static cv_held_word word_of(const judge *j)
{
    const cv_held *out = j->out;
    if (out->need == CV_BLANK) return CV_HELD_RULE;
    if (out->cap >= out->need) return CV_HELD_TOO_FEW;
    if (j->contest->completeness != CV_COMPLETE_LISTED) return CV_HELD_NO_LIST;
    return out->n_no_cap ? CV_HELD_NO_CAP : CV_HELD_DECIDES;
}

void cv_held_judge(cv_held *out, const cv_copies_input *in, const cv_sheets *sheets, int32_t n,
                   cv_arena scratch)
{
    const cv_contest *c = &in->election->contest[in->contest.i];
    cv_held h = {.first = -1, .nearest = -1, .lead = CV_BLANK, .need = CV_BLANK};
    judge j = {.in = in,
               .contest = c,
               .rules = &in->election->rule_set[c->rule],
               .f = &in->election->forms[in->contest.i],
               .out = &h,
               .votes = cv_new(&scratch, cv_count, c->n_options),
               .lead = cv_new(&scratch, cv_count, c->n_options)};
    int32_t low = INT32_MAX, high = -1;
    for (int32_t i = 0; i < j.f->n; i++) {
        low = j.f->station[i].i < low ? j.f->station[i].i : low;
        high = j.f->station[i].i > high ? j.f->station[i].i : high;
    }
    uint8_t *held = cv_new(&scratch, uint8_t, high < 0 ? 0 : (int64_t)high - low + 1);
    walk w = {sheets, n, cv_new(&scratch, int32_t, n), cv_new(&scratch, int32_t, n), 0, 0};
    if (c->n_options > 0) add_sheets(&j, &w, held, low);
    if (high >= 0) add_others(&j, held, low, high, scratch);
    if (h.first >= 0 && is_for_votes(&j)) {
        find_nearest(&j);
        h.need = need_of(&j);
    }
    h.word = word_of(&j);
    *out = h;
}

#include "verdict/verdict.h"

/* What one contest can give a bloc. */
typedef struct {
    int32_t *seats, *declared, *low, *high; /* [n_blocs + 1] the last for options without one */
    int32_t n_blocs;
} tallies;

/* The contest's row of a view; NULL: as its options say. */
static int32_t bloc_of(const tallies *t, const cv_contest *c, const int32_t *view, int32_t option)
{
    int32_t bloc = view ? view[option] : c->option[option].bloc.i;
    return bloc >= 0 ? bloc : t->n_blocs;
}

static bool stands(const cv_seat_result *r)
{
    return r->verdict->word == CV_CONFIRMED || r->verdict->word == CV_HOLDS;
}

/* The range of an option's seats: as counted where the word stands; else over everything open,
 * and what was declared as well. */
typedef struct {
    int32_t low, high;
} range;

static range range_of(const cv_contest *c, const cv_seat_result *r, int32_t option)
{
    int32_t counted = r->tally->seats[option];
    if (stands(r)) return (range){counted, counted};
    range out = {r->sensitivity->seats_low[option], r->sensitivity->seats_high[option]};
    if (r->verdict->n_reasons && r->tally->kind == CV_TIE && r->tally->in_lot[option] &&
        out.high < counted + r->tally->lot_places)
        out.high = counted + r->tally->lot_places;
    if (!c->declared.has_winners || c->declared.is_runoff) return out;
    if (c->declared.seats[option] < out.low) out.low = c->declared.seats[option];
    if (c->declared.seats[option] > out.high) out.high = c->declared.seats[option];
    return out;
}

/* Refused rows, a partial source or a missing base leave any outcome possible. */
static bool anything_goes(const cv_seat_result *r)
{
    for (int32_t i = 0; i < r->verdict->n_reasons; i++) {
        cv_reason_code code = r->verdict->reason[i].code;
        if (code == CV_REASON_REFUSED_ROWS || code == CV_REASON_PARTIAL_SOURCE ||
            code == CV_REASON_INCOMPLETE_BASE || code == CV_REASON_INCOMPLETE_RULE ||
            code == CV_REASON_RULE_NOT_NAMED || code == CV_REASON_NO_VOTES ||
            code == CV_REASON_NO_FORMS || code == CV_REASON_RUNOFF_OPEN ||
            code == CV_REASON_RUNOFF_PAIR || code == CV_REASON_RUNOFF_NOT_DUE)
            return true;
    }
    return false;
}

/* Options of one bloc share the contest's seats: at most all of them, at least what the others
 * cannot take. */
static void add_contest(tallies *sum, const cv_contest *c, const cv_seat_result *r,
                        const int32_t *view, const tallies *work)
{
    int32_t low_all = 0, high_all = 0, vacant = 0;
    bool any = !stands(r) && anything_goes(r);
    /* Without an option on record the seats may be anybody's. */
    int32_t at_most = any && c->n_options == 0 ? c->seats : 0;
    for (int32_t b = 0; b <= sum->n_blocs; b++) {
        work->low[b] = 0;
        work->high[b] = at_most;
        high_all += at_most;
    }
    for (int32_t o = 0; o < c->n_options; o++) {
        int32_t b = bloc_of(sum, c, view, o);
        range own = range_of(c, r, o);
        if (any) own = (range){0, c->option[o].kind == CV_OPTION_AGAINST ? 0 : c->seats};
        sum->seats[b] += r->tally->seats[o];
        if (c->declared.has_winners && !c->declared.is_runoff)
            sum->declared[b] += c->declared.seats[o];
        work->low[b] += own.low;
        work->high[b] += own.high;
        low_all += own.low;
        high_all += own.high;
    }
    vacant = stands(r) ? c->seats - low_all : any ? c->seats : r->sensitivity->vacant_high;
    for (int32_t b = 0; b <= sum->n_blocs; b++) {
        int32_t left = c->seats - (low_all - work->low[b]);
        int32_t forced = c->seats - vacant - (high_all - work->high[b]);
        sum->high[b] += work->high[b] < left ? work->high[b] : left;
        sum->low[b] += work->low[b] > forced ? work->low[b] : forced;
    }
}

static void add_vacant(cv_chamber *out, const cv_contest *c, const cv_seat_result *r)
{
    int32_t given = 0;
    for (int32_t o = 0; o < c->n_options; o++) given += r->tally->seats[o];
    out->vacant += c->seats - given;
    if (stands(r)) {
        out->vacant_low += c->seats - given;
        out->vacant_high += c->seats - given;
        return;
    }
    out->conservative = true;
    bool any = anything_goes(r);
    out->vacant_low += any ? 0 : r->sensitivity->vacant_low;
    out->vacant_high += any ? c->seats : r->sensitivity->vacant_high;
}

/* A first round whose run-off is on record fills no seat itself; when it may have decided after
 * all, or the pair may be another, the run-off's own word says so. */
static bool fills(const cv_election *e, const cv_contest *c, const cv_seat_result *r)
{
    bool in = c->in_chamber || (c->runoff_of.i >= 0 && e->contest[c->runoff_of.i].in_chamber);
    return in && !(r->tally->kind == CV_RUNOFF && c->runoff.i >= 0);
}

/* The run-off of a first round that gives none takes no second seat. */
static bool is_double(const cv_contest *c, const cv_seat_result *seat)
{
    return c->runoff_of.i >= 0 && seat[c->runoff_of.i].tally->kind != CV_RUNOFF;
}

static tallies open_tallies(int32_t n_blocs, cv_arena *keep)
{
    return (tallies){
        .seats = cv_new(keep, int32_t, n_blocs + 1),
        .declared = cv_new(keep, int32_t, n_blocs + 1),
        .low = cv_new(keep, int32_t, n_blocs + 1),
        .high = cv_new(keep, int32_t, n_blocs + 1),
        .n_blocs = n_blocs,
    };
}

void cv_chamber_compose(cv_chamber *out, const cv_election *e, const cv_seat_result *seat,
                        const cv_bloc_view *view, cv_arena *keep)
{
    cv_chamber r = {0};
    tallies sum = open_tallies(e->n_blocs, keep), work = open_tallies(e->n_blocs, keep);
    for (int32_t i = 0; i < e->n_contests; i++) {
        const cv_contest *c = &e->contest[i];
        if (!fills(e, c, &seat[i]) || is_double(c, seat)) continue;
        r.seats += c->seats;
        add_contest(&sum, c, &seat[i], view && view->bloc ? view->bloc[i] : NULL, &work);
        add_vacant(&r, c, &seat[i]);
    }
    cv_chamber_line *line = cv_new(keep, cv_chamber_line, e->n_blocs + 1);
    for (int32_t b = 0; b <= e->n_blocs; b++) {
        bool empty = sum.seats[b] == 0 && sum.declared[b] == 0 && sum.high[b] == 0;
        bool shown = b < e->n_blocs ? !view || view->named[b] : !empty;
        if (!shown) continue;
        line[r.n_lines++] =
            (cv_chamber_line){b < e->n_blocs ? (cv_bloc_ix){b} : CV_NO_BLOC, sum.seats[b],
                              sum.declared[b], sum.low[b], sum.high[b]};
    }
    r.line = line;
    *out = r;
}

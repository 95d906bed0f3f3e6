#include "disputes/complaints.h"

#include "base/map.h"
#include "disputes/ask.h"
#include "disputes/clock.h"
#include "model/asked.h"
#include "model/decision.h"

/* ---- notes ---- */

typedef struct {
    cv_complaint_note *note;
    int32_t n, cap;
} note_list;

/* One complaint on its way through its moves. */
typedef struct {
    const cv_election *e;
    const cv_complaint_rules *rules;
    const cv_complaint *c;
    int32_t i;
    cv_complaint_result r;
    bool is_court;
    bool evidence_closed;
    bool derived;              /* the state follows from a term, not from a move */
    int32_t open[CV_N_CLOCKS]; /* into `term`; -1 */
    cv_term *term;
    int32_t cap_terms;
    note_list *notes;
    const cv_map *decisions; /* by id: the first line of each */
    cv_arena *keep;
} walk;

static cv_complaint_note *note(walk *w, cv_complaint_note_kind kind, int32_t move)
{
    note_list *l = w->notes;
    cv_room(w->keep, cv_complaint_note, l->note, l->n, l->cap);
    l->note[l->n] = (cv_complaint_note){.kind = kind, .complaint = w->i, .move = move};
    return &l->note[l->n++];
}

/* ---- instants ---- */

/* A day without minutes counts up to its end. */
static int64_t instant_of(const walk *w, cv_date d)
{
    return cv_calendar_instant(&w->rules->calendar, d.day, d.minute < 0 ? 1440 : d.minute);
}

static bool is_over(const walk *w, const cv_term *t, cv_date now)
{
    return t->deadline.is_known && instant_of(w, now) > t->deadline.instant;
}

/* ---- terms ---- */

static cv_date anchor_of(const walk *w, const cv_clock_rule *rule, int32_t move)
{
    const cv_complaint *c = w->c;
    switch (rule->anchor) {
    case CV_FROM_ACT: return c->act;
    case CV_FROM_KNOWLEDGE: return cv_date_is(c->known) ? c->known : c->act;
    case CV_FROM_ELECTION_DAY: return w->rules->calendar.election_day;
    case CV_FROM_PUBLICATION: return w->rules->publication;
    case CV_FROM_MOVE:
    case CV_FROM_RECEIPT:
    case CV_N_ANCHORS: break;
    }
    return c->move[move].recorded;
}

static void begin(walk *w, cv_clock_kind clock, const cv_clock_rule *own, int32_t move)
{
    const cv_clock_rule *rule = own->is_set ? own : &w->rules->clock[clock];
    if (!rule->is_set || w->r.is_demand) return;
    const cv_calendar *calendar = &w->rules->calendar;
    cv_term t = {.clock = clock,
                 .rule = *rule,
                 .is_court = w->is_court,
                 .anchor = anchor_of(w, rule, move),
                 .begun = move,
                 .ended = -1,
                 .state = CV_TERM_RUNNING};
    if (cv_date_is(t.anchor)) {
        t.deadline = cv_clock_deadline(calendar, rule, t.anchor, w->is_court);
        t.n_steps = cv_clock_steps(&t.step, calendar, rule, t.anchor, w->is_court, w->keep);
    }
    if (!t.deadline.is_known) t.state = CV_TERM_UNKNOWN;
    cv_room(w->keep, cv_term, w->term, w->r.n_terms, w->cap_terms);
    w->open[clock] = w->r.n_terms;
    w->term[w->r.n_terms++] = t;
}

static void end(walk *w, cv_clock_kind clock, int32_t move)
{
    if (w->open[clock] < 0) return;
    cv_term *t = &w->term[w->open[clock]];
    w->open[clock] = -1;
    t->ended = move;
    switch (cv_clock_in_time(&w->rules->calendar, &t->deadline, w->c->move[move].recorded)) {
    case CV_TIME_IN: t->state = CV_TERM_KEPT; break;
    case CV_TIME_LATE:
        t->state = CV_TERM_LATE;
        note(w, CV_CN_LATE, move)->clock = clock;
        break;
    case CV_TIME_UNKNOWN: t->state = CV_TERM_UNKNOWN; break;
    }
}

/* Nothing came: the window of an appeal closes so as a matter of course, any other is noted. */
static void lapse(walk *w, cv_clock_kind clock)
{
    w->term[w->open[clock]].state = CV_TERM_LAPSED;
    w->open[clock] = -1;
    if (clock != CV_CLOCK_APPEAL) note(w, CV_CN_LAPSED, -1)->clock = clock;
}

static void restart(walk *w, cv_clock_kind clock, const cv_clock_rule *own, int32_t move)
{
    w->open[clock] = -1;
    begin(w, clock, own, move);
}

/* The answer's and the appeal's time runs out by itself, before whatever comes later. */
static void settle(walk *w, cv_date now)
{
    int32_t answer = w->open[CV_CLOCK_ANSWER], appeal = w->open[CV_CLOCK_APPEAL];
    if (w->r.state == CV_STATE_NOTIFIED && answer >= 0 && is_over(w, &w->term[answer], now)) {
        lapse(w, CV_CLOCK_ANSWER);
        w->r.state = CV_STATE_ANSWER_LAPSED;
        w->derived = true;
    }
    if (w->r.state == CV_STATE_DECIDED && appeal >= 0 && is_over(w, &w->term[appeal], now)) {
        lapse(w, CV_CLOCK_APPEAL);
        w->r.state = CV_STATE_IN_FORCE;
        w->derived = true;
    }
}

/* ---- moves ---- */

static bool is_granted(cv_ruling r)
{
    return r == CV_RULING_GRANTED || r == CV_RULING_PARTLY;
}

static void rule(walk *w, cv_move_kind kind)
{
    switch (kind) {
    case CV_MOVE_INADMISSIBLE: w->r.ruling = CV_RULING_INADMISSIBLE; break;
    case CV_MOVE_GRANTED: w->r.ruling = CV_RULING_GRANTED; break;
    case CV_MOVE_PARTLY_GRANTED: w->r.ruling = CV_RULING_PARTLY; break;
    case CV_MOVE_DISMISSED: w->r.ruling = CV_RULING_DISMISSED; break;
    case CV_MOVE_WITHDRAWN: w->r.ruling = CV_RULING_WITHDRAWN; break;
    case CV_MOVE_MOOT: w->r.ruling = CV_RULING_MOOT; break;
    case CV_MOVE_OVERTURNED:
        w->r.ruling = is_granted(w->r.ruling) ? CV_RULING_DISMISSED : CV_RULING_GRANTED;
        break;
    case CV_MOVE_REMANDED:
    case CV_MOVE_REOPENED: w->r.ruling = CV_RULING_NONE; break;
    default: break;
    }
}

/* What the filing has to keep stands in its own term: from the act, or from the filing on. */
static void begin_at_filing(walk *w, const cv_clock_rule *own, int32_t i)
{
    static const cv_clock_rule none = {0};
    bool to_file = own->is_set && own->anchor != CV_FROM_MOVE && own->anchor != CV_FROM_RECEIPT;
    begin(w, CV_CLOCK_FILE, to_file ? own : &none, i);
    end(w, CV_CLOCK_FILE, i);
    begin(w, CV_CLOCK_DECIDE, to_file ? &none : own, i);
}

static void end_terms(walk *w, cv_move_kind kind, int32_t i)
{
    switch (kind) {
    case CV_MOVE_ANSWERED: end(w, CV_CLOCK_ANSWER, i); break;
    case CV_MOVE_ANSWER_LAPSED:
        if (w->open[CV_CLOCK_ANSWER] >= 0) lapse(w, CV_CLOCK_ANSWER);
        break;
    case CV_MOVE_INADMISSIBLE:
    case CV_MOVE_GRANTED:
    case CV_MOVE_PARTLY_GRANTED:
    case CV_MOVE_DISMISSED:
    case CV_MOVE_WITHDRAWN:
    case CV_MOVE_MOOT: end(w, CV_CLOCK_DECIDE, i); break;
    case CV_MOVE_APPEALED: end(w, CV_CLOCK_APPEAL, i); break;
    case CV_MOVE_IN_FORCE:
        if (w->open[CV_CLOCK_APPEAL] >= 0) lapse(w, CV_CLOCK_APPEAL);
        break;
    case CV_MOVE_UPHELD:
    case CV_MOVE_OVERTURNED:
    case CV_MOVE_REMANDED: end(w, CV_CLOCK_REVIEW, i); break;
    case CV_MOVE_EXECUTED: end(w, CV_CLOCK_EXECUTE, i); break;
    default: break;
    }
}

static void begin_terms(walk *w, const cv_complaint_move *m, int32_t i)
{
    switch (m->kind) {
    case CV_MOVE_FILED: begin_at_filing(w, &m->clock, i); break;
    case CV_MOVE_NOTIFIED: begin(w, CV_CLOCK_ANSWER, &m->clock, i); break;
    case CV_MOVE_GRANTED:
    case CV_MOVE_PARTLY_GRANTED:
    case CV_MOVE_DISMISSED: begin(w, CV_CLOCK_APPEAL, &m->clock, i); break;
    case CV_MOVE_APPEALED: begin(w, CV_CLOCK_REVIEW, &m->clock, i); break;
    case CV_MOVE_IN_FORCE:
    case CV_MOVE_UPHELD:
    case CV_MOVE_OVERTURNED:
        if (is_granted(w->r.ruling)) begin(w, CV_CLOCK_EXECUTE, &m->clock, i);
        break;
    case CV_MOVE_REMANDED:
    case CV_MOVE_REOPENED: restart(w, CV_CLOCK_DECIDE, &m->clock, i); break;
    case CV_MOVE_FORWARDED:
        if (w->rules->forward_restarts || m->clock.is_set)
            restart(w, CV_CLOCK_DECIDE, &m->clock, i);
        break;
    case CV_MOVE_SCREENED:
    case CV_MOVE_ADMITTED:
    case CV_MOVE_HEARD:
        if (m->clock.is_set) restart(w, CV_CLOCK_DECIDE, &m->clock, i);
        break;
    default: break;
    }
}

static void look_at_evidence(walk *w, const cv_complaint_move *m, int32_t i)
{
    const cv_evidence *x = &m->evidence;
    if (w->evidence_closed) note(w, CV_CN_CLOSED_EVIDENCE, i);
    if (!x->has_stated || !x->is_found) return;
    for (int b = 0; b < 32; b++)
        if (x->stated.byte[b] != x->found.byte[b]) {
            note(w, CV_CN_HASH, i);
            return;
        }
}

static void take(walk *w, int32_t i)
{
    const cv_complaint_move *m = &w->c->move[i];
    if (i > 0 && cv_date_cmp(m->recorded, w->c->move[i - 1].recorded) < 0) {
        bool same_day = m->recorded.day == w->c->move[i - 1].recorded.day;
        if (!same_day || m->recorded.minute >= 0) note(w, CV_CN_ORDER, i);
    }
    if (m->kind == CV_MOVE_EVIDENCE) {
        look_at_evidence(w, m, i);
        return;
    }
    settle(w, m->recorded);
    cv_complaint_state to, leads_to = cv_move_leads_to(m->kind);
    if (w->derived && leads_to == w->r.state) { /* the record says what the term said */
        w->derived = false;
        return;
    }
    if (!cv_complaint_step(&to, w->r.state, m->kind, w->r.ruling, w->rules->on_paper)) {
        cv_complaint_note *n = note(w, CV_CN_NOT_ALLOWED, i);
        n->from = w->r.state, n->to = leads_to;
        return;
    }
    end_terms(w, m->kind, i);
    rule(w, m->kind);
    w->r.state = to;
    w->derived = false;
    bool of_other_side = m->kind == CV_MOVE_ANSWERED || m->kind == CV_MOVE_ANSWER_LAPSED;
    if (m->body.n && !of_other_side) w->r.body = m->body, w->is_court = m->is_court;
    if (to == CV_STATE_EVIDENCE_CLOSED) w->evidence_closed = true;
    if (to == CV_STATE_ADMITTED) w->evidence_closed = false;
    begin_terms(w, m, i);
}

/* ---- what follows ---- */

static bool is_undecided(cv_complaint_state s)
{
    return s == CV_STATE_NONE || s == CV_STATE_LAPSED ||
           (s >= CV_STATE_FILED && s <= CV_STATE_HEARD && s != CV_STATE_INADMISSIBLE);
}

/* The body's time ran out: what follows is the law's to say, else the complaint stays open. */
static void apply_lapse(walk *w)
{
    switch (w->rules->lapse) {
    case CV_LAPSE_UNSAID: w->r.state = CV_STATE_LAPSED; break;
    case CV_LAPSE_REFUSED: w->r.state = CV_STATE_DECIDED, w->r.ruling = CV_RULING_DISMISSED; break;
    case CV_LAPSE_GRANTED: w->r.state = CV_STATE_DECIDED, w->r.ruling = CV_RULING_GRANTED; break;
    case CV_LAPSE_UP: w->r.state = CV_STATE_FORWARDED, w->r.levels++; break;
    }
    w->r.by_lapse = true;
}

static void run_out(walk *w, cv_date now)
{
    settle(w, now);
    for (int k = 0; k < CV_N_CLOCKS; k++) {
        int32_t open = w->open[k];
        if (open < 0 || !is_over(w, &w->term[open], now)) continue;
        lapse(w, (cv_clock_kind)k);
        if (k == CV_CLOCK_DECIDE && is_undecided(w->r.state)) apply_lapse(w);
    }
    w->r.next = -1;
    for (int k = 0; k < CV_N_CLOCKS; k++) {
        int32_t open = w->open[k], best = w->r.next;
        if (open < 0 || !w->term[open].deadline.is_known) continue;
        if (best < 0 || w->term[open].deadline.instant < w->term[best].deadline.instant)
            w->r.next = open;
    }
    if (w->derived) w->r.by_lapse = true;
}

static bool is_by(cv_date d, cv_date now)
{
    if (now.minute < 0 || d.minute < 0) return d.day <= now.day;
    return cv_date_cmp(d, now) <= 0;
}

static bool is_in_force(const walk *w, int32_t decision, cv_date now)
{
    const cv_decision *d = &w->e->decision[decision];
    if (w->rules->effect_state && w->rules->effect_state[decision] != CV_EFFECT_IN_FORCE)
        return false;
    return !cv_date_is(d->effective) || is_by(d->effective, now);
}

/* An effect of the decision that begins with this one and is in force; -1. */
static int32_t effect_in_force(const walk *w, int32_t first, cv_date now)
{
    cv_str id = w->e->decision[first].id;
    for (int32_t k = first; k < w->e->n_decisions && cv_str_eq(w->e->decision[k].id, id); k++)
        if (is_in_force(w, k, now)) return k;
    return -1;
}

/* The decision that the last of its moves names. */
static void find_decision(walk *w, cv_date now)
{
    w->r.decision = -1;
    int32_t by = -1;
    for (int32_t i = 0; i < w->c->n_moves; i++)
        if (w->c->move[i].decision.n && is_by(w->c->move[i].recorded, now)) by = i;
    if (by < 0) return;
    int32_t k = cv_map_get(w->decisions, w->c->move[by].decision);
    if (k >= 0) w->r.decision = effect_in_force(w, k, now);
    if (w->r.decision < 0) note(w, CV_CN_NO_DECISION, by);
}

static void judge(walk *w)
{
    bool granted = is_granted(w->r.ruling) && w->r.state != CV_STATE_CLOSED;
    bool waits = granted && w->r.decision < 0;
    bool undecided = is_undecided(w->r.state) || w->r.state == CV_STATE_APPEALED;
    w->r.is_open = !w->r.is_demand && (undecided || waits);
    if (w->r.is_demand) return;
    if (waits && w->r.state != CV_STATE_DECIDED && !undecided) note(w, CV_CN_NOT_EXECUTED, -1);
    if (undecided && w->c->contest.i >= 0 && w->e->contest[w->c->contest.i].declared.has_winners)
        note(w, CV_CN_DECLARED, -1);
}

/* ---- complaint or demand ---- */

static bool is_listed(const cv_str *list, int32_t n, cv_str s)
{
    for (int32_t i = 0; i < n; i++)
        if (cv_str_eq(list[i], s)) return true;
    return n == 0;
}

static void tell_kind(walk *w)
{
    const cv_complaint_rules *rules = w->rules;
    w->r.is_demand = true;
    if (w->c->says_demand) return;
    if (!w->c->ground.n) {
        note(w, CV_CN_NO_GROUND, 0);
        return;
    }
    if (!is_listed(rules->ground, rules->n_grounds, w->c->ground)) {
        note(w, CV_CN_OTHER_GROUND, 0);
        return;
    }
    w->r.is_demand = false;
    if (!is_listed(rules->standing, rules->n_standings, w->c->standing)) note(w, CV_CN_STANDING, 0);
}

/* ---- the whole ---- */

static cv_date last_on_file(const cv_complaint_file *f)
{
    cv_date last = CV_NO_DATE;
    for (int32_t i = 0; i < f->n_complaints; i++)
        for (int32_t k = 0; k < f->complaint[i].n_moves; k++) {
            cv_date d = f->complaint[i].move[k].recorded;
            /* A day without minutes is its end: later than every minute of it. */
            bool later = d.day > last.day || (d.day == last.day && last.minute >= 0 &&
                                              (d.minute < 0 || d.minute > last.minute));
            if (later) last = d;
        }
    return last;
}

static cv_complaint_result fold_one(walk *w, cv_date now)
{
    for (int k = 0; k < CV_N_CLOCKS; k++) w->open[k] = -1;
    w->r.next = w->r.asked = w->r.decision = -1;
    for (int32_t i = 0; i < w->c->n_moves; i++) {
        if (!is_by(w->c->move[i].recorded, now)) continue;
        if (!w->r.n_moves++) tell_kind(w);
        take(w, i);
    }
    if (!w->r.n_moves) return w->r; /* nobody knew of it */
    w->r.on_file = w->r.state;
    run_out(w, now);
    find_decision(w, now);
    judge(w);
    w->r.term = w->term;
    return w->r;
}

/* The questions, contest after contest, so that each contest's stand together. */
static void ask(cv_complaints *out, cv_complaint_result *result, const cv_election *e,
                cv_cancel cancelled, cv_arena *keep, cv_arena scratch)
{
    int32_t n = out->file->n_complaints;
    cv_asked *of = cv_new(&scratch, cv_asked, n), *asked = cv_new(keep, cv_asked, n);
    int32_t *first = cv_new(keep, int32_t, (int64_t)e->n_contests + 1);
    bool *is_asked = cv_new(&scratch, bool, n);
    for (int32_t i = 0; i < n; i++) {
        is_asked[i] = result[i].is_open &&
                      cv_complaint_asks(&of[i], e, &out->file->complaint[i], cancelled, keep);
        if (is_asked[i]) first[of[i].contest.i + 1]++;
    }
    for (int32_t c = 0; c < e->n_contests; c++) first[c + 1] += first[c];
    int32_t *next = cv_new(&scratch, int32_t, e->n_contests);
    for (int32_t c = 0; c < e->n_contests; c++) next[c] = first[c];
    for (int32_t i = 0; i < n; i++) {
        if (!is_asked[i]) continue;
        result[i].asked = next[of[i].contest.i]++;
        asked[result[i].asked] = of[i];
    }
    out->n_asked = first[e->n_contests];
    out->asked = asked;
    out->first_asked = first;
}

void cv_complaints_fold(cv_complaints *out, const cv_election *e, const cv_complaint_rules *rules,
                        cv_date as_of, cv_arena *keep, cv_arena scratch)
{
    *out = (cv_complaints){.file = e->complaints, .now = as_of};
    if (!e->complaints || !e->complaints->n_complaints) return;
    int32_t n = e->complaints->n_complaints;
    if (!cv_date_is(as_of)) out->now = last_on_file(e->complaints);
    cv_complaint_result *result = cv_new(keep, cv_complaint_result, n);
    int32_t *first_note = cv_new(keep, int32_t, (int64_t)n + 1);
    note_list notes = {0};
    cv_map decisions = {0};
    for (int32_t i = 0; i < e->n_decisions; i++)
        cv_map_add(&decisions, e->decision[i].id, i, &scratch);
    for (int32_t i = 0; i < n; i++) {
        walk w = {.e = e,
                  .rules = rules,
                  .c = &e->complaints->complaint[i],
                  .i = i,
                  .notes = &notes,
                  .decisions = &decisions,
                  .keep = keep};
        first_note[i] = notes.n;
        result[i] = fold_one(&w, out->now);
        out->n_later += w.c->n_moves - result[i].n_moves;
    }
    first_note[n] = notes.n;
    out->note = notes.note;
    out->first_note = first_note;
    out->n_notes = notes.n;
    out->complaint = result;
    ask(out, result, e, rules->bar_votes, keep, scratch);
}

#include "report/complaint_words.h"

#include "model/complaint.h"

/* ---- words of review.json ---- */

const char *cv_clock_word(cv_clock_kind clock)
{
    static const char *const words[CV_N_CLOCKS] = {
        [CV_CLOCK_FILE] = "filing",
        [CV_CLOCK_DECIDE] = "decision",
        [CV_CLOCK_ANSWER] = "answer",
        [CV_CLOCK_APPEAL] = "appeal",
        [CV_CLOCK_REVIEW] = "appeal_decision",
        [CV_CLOCK_EXECUTE] = "execution",
    };
    return words[clock];
}

const char *cv_term_word(cv_term_state state)
{
    static const char *const words[] = {
        [CV_TERM_RUNNING] = "running", [CV_TERM_KEPT] = "kept",       [CV_TERM_LATE] = "late",
        [CV_TERM_LAPSED] = "lapsed",   [CV_TERM_UNKNOWN] = "unknown",
    };
    return words[state];
}

const char *cv_complaint_note_word(cv_complaint_note_kind kind)
{
    static const char *const words[] = {
        [CV_CN_NOT_ALLOWED] = "not_allowed",
        [CV_CN_NO_GROUND] = "no_ground",
        [CV_CN_OTHER_GROUND] = "other_ground",
        [CV_CN_STANDING] = "standing",
        [CV_CN_LATE] = "late",
        [CV_CN_LAPSED] = "lapsed",
        [CV_CN_ORDER] = "order",
        [CV_CN_HASH] = "hash",
        [CV_CN_CLOSED_EVIDENCE] = "evidence_after_closing",
        [CV_CN_NO_DECISION] = "no_decision",
        [CV_CN_NOT_EXECUTED] = "not_executed",
        [CV_CN_DECLARED] = "declared",
    };
    return words[kind];
}

const char *cv_step_kind_word(cv_clock_step_kind kind)
{
    static const char *const words[] = {
        [CV_STEP_DAY_ZERO] = "day_zero",   [CV_STEP_BEGINS] = "begins",
        [CV_STEP_COUNTED] = "counted",     [CV_STEP_PASSED] = "passed",
        [CV_STEP_CLOCK_SET] = "clock_set", [CV_STEP_ROLLED] = "rolled",
        [CV_STEP_NO_HOUR] = "no_hour",     [CV_STEP_ENDS] = "ends",
    };
    return words[kind];
}

const char *cv_day_kind_word(cv_day_kind kind)
{
    static const char *const words[] = {
        [CV_DAY_WORKED] = "worked", [CV_DAY_EXTRA] = "extra",     [CV_DAY_ELECTION] = "election",
        [CV_DAY_REST] = "rest",     [CV_DAY_HOLIDAY] = "holiday",
    };
    return words[kind];
}

bool cv_move_is_shown(const cv_complaints *all, const cv_complaint_move *m)
{
    if (all->now.minute < 0 || m->recorded.minute < 0) return m->recorded.day <= all->now.day;
    return cv_date_cmp(m->recorded, all->now) <= 0;
}

/* ---- titles ---- */

static const char *const states[CV_N_STATES] = {
    [CV_STATE_NONE] = CV_MSG("not filed"),
    [CV_STATE_FILED] = CV_MSG("filed"),
    [CV_STATE_SCREENED] = CV_MSG("screened"),
    [CV_STATE_FORWARDED] = CV_MSG("forwarded"),
    [CV_STATE_INADMISSIBLE] = CV_MSG("inadmissible"),
    [CV_STATE_ADMITTED] = CV_MSG("admitted"),
    [CV_STATE_NOTIFIED] = CV_MSG("other side told"),
    [CV_STATE_ANSWERED] = CV_MSG("answered"),
    [CV_STATE_ANSWER_LAPSED] = CV_MSG("no answer in time"),
    [CV_STATE_EVIDENCE_CLOSED] = CV_MSG("evidence closed"),
    [CV_STATE_HEARD] = CV_MSG("heard"),
    [CV_STATE_DECIDED] = CV_MSG("decided"),
    [CV_STATE_IN_FORCE] = CV_MSG("decision in force"),
    [CV_STATE_APPEALED] = CV_MSG("appealed"),
    [CV_STATE_UPHELD] = CV_MSG("upheld"),
    [CV_STATE_OVERTURNED] = CV_MSG("overturned"),
    [CV_STATE_EXECUTED] = CV_MSG("executed"),
    [CV_STATE_CLOSED] = CV_MSG("closed"),
    [CV_STATE_LAPSED] = CV_MSG("lapsed"),
};

const char *cv_state_title(const cv_complaint_result *r)
{
    static const char *const decided[CV_N_RULINGS] = {
        [CV_RULING_NONE] = CV_MSG("decided"),
        [CV_RULING_GRANTED] = CV_MSG("granted"),
        [CV_RULING_PARTLY] = CV_MSG("partly granted"),
        [CV_RULING_DISMISSED] = CV_MSG("dismissed"),
        [CV_RULING_WITHDRAWN] = CV_MSG("withdrawn"),
        [CV_RULING_MOOT] = CV_MSG("moot"),
        [CV_RULING_INADMISSIBLE] = CV_MSG("inadmissible"),
    };
    bool settled = r->state == CV_STATE_DECIDED || r->state == CV_STATE_IN_FORCE;
    return settled ? decided[r->ruling] : states[r->state];
}

const char *cv_move_title(cv_move_kind kind)
{
    switch (kind) {
    case CV_MOVE_GRANTED: return CV_MSG("granted");
    case CV_MOVE_PARTLY_GRANTED: return CV_MSG("partly granted");
    case CV_MOVE_DISMISSED: return CV_MSG("dismissed");
    case CV_MOVE_WITHDRAWN: return CV_MSG("withdrawn");
    case CV_MOVE_MOOT: return CV_MSG("moot");
    case CV_MOVE_REMANDED: return CV_MSG("remanded");
    case CV_MOVE_REOPENED: return CV_MSG("reopened");
    case CV_MOVE_EVIDENCE: return CV_MSG("evidence");
    case CV_MOVE_FILED: return states[CV_STATE_FILED];
    case CV_MOVE_SCREENED: return states[CV_STATE_SCREENED];
    case CV_MOVE_ADMITTED: return states[CV_STATE_ADMITTED];
    case CV_MOVE_INADMISSIBLE: return states[CV_STATE_INADMISSIBLE];
    case CV_MOVE_FORWARDED: return states[CV_STATE_FORWARDED];
    case CV_MOVE_NOTIFIED: return states[CV_STATE_NOTIFIED];
    case CV_MOVE_ANSWERED: return states[CV_STATE_ANSWERED];
    case CV_MOVE_ANSWER_LAPSED: return states[CV_STATE_ANSWER_LAPSED];
    case CV_MOVE_EVIDENCE_CLOSED: return states[CV_STATE_EVIDENCE_CLOSED];
    case CV_MOVE_HEARD: return states[CV_STATE_HEARD];
    case CV_MOVE_IN_FORCE: return states[CV_STATE_IN_FORCE];
    case CV_MOVE_APPEALED: return states[CV_STATE_APPEALED];
    case CV_MOVE_UPHELD: return states[CV_STATE_UPHELD];
    case CV_MOVE_OVERTURNED: return states[CV_STATE_OVERTURNED];
    case CV_MOVE_EXECUTED: return states[CV_STATE_EXECUTED];
    case CV_MOVE_CLOSED: return states[CV_STATE_CLOSED];
    case CV_N_MOVES: break;
    }
    return "";
}

const char *cv_relief_title(cv_relief relief)
{
    static const char *const titles[CV_N_RELIEFS] = {
        [CV_RELIEF_NONE] = "–",
        [CV_RELIEF_CORRECT] = CV_MSG("correct"),
        [CV_RELIEF_ADOPT] = CV_MSG("adopt"),
        [CV_RELIEF_RECOUNT] = CV_MSG("recount"),
        [CV_RELIEF_ANNUL] = CV_MSG("annul"),
        /* translators: that the votes of an option be cancelled */
        [CV_RELIEF_CANCEL] = CV_MSG("cancel"),
        [CV_RELIEF_REPEAT] = CV_MSG("repeat"),
        [CV_RELIEF_VOID] = CV_MSG("void"),
        [CV_RELIEF_BAR] = CV_MSG("bar"),
        [CV_RELIEF_REINSTATE] = CV_MSG("reinstate"),
        [CV_RELIEF_POSTPONE] = CV_MSG("postpone"),
        [CV_RELIEF_CONFIRM] = CV_MSG("confirm"),
        [CV_RELIEF_REVOKE] = CV_MSG("revoke"),
    };
    return titles[relief];
}

const char *cv_clock_title(cv_clock_kind clock)
{
    static const char *const titles[CV_N_CLOCKS] = {
        [CV_CLOCK_FILE] = CV_MSG("the filing"),
        [CV_CLOCK_DECIDE] = CV_MSG("the decision"),
        [CV_CLOCK_ANSWER] = CV_MSG("the answer"),
        [CV_CLOCK_APPEAL] = CV_MSG("an appeal"),
        [CV_CLOCK_REVIEW] = CV_MSG("the decision on the appeal"),
        [CV_CLOCK_EXECUTE] = CV_MSG("the execution"),
    };
    return titles[clock];
}

const char *cv_term_title(cv_term_state state)
{
    static const char *const titles[] = {
        [CV_TERM_RUNNING] = CV_MSG("running"),   [CV_TERM_KEPT] = CV_MSG("in time"),
        [CV_TERM_LATE] = CV_MSG("late"),         [CV_TERM_LAPSED] = CV_MSG("lapsed"),
        [CV_TERM_UNKNOWN] = CV_MSG("not known"),
    };
    return titles[state];
}

/* ---- sentences ---- */

static const char *note_msgid(cv_complaint_note_kind kind)
{
    switch (kind) {
    case CV_CN_NOT_ALLOWED:
        return CV_MSG("{complaint}: '{to}' does not follow '{from}': the state stays.");
    case CV_CN_NO_GROUND: return CV_MSG("{complaint} names no ground: a demand, not a complaint.");
    case CV_CN_OTHER_GROUND:
        return CV_MSG("{complaint}: its ground is none of the law's: a demand, not a complaint.");
    case CV_CN_STANDING: return CV_MSG("{complaint}: its filer is not among those who may file.");
    case CV_CN_LATE: return CV_MSG("{complaint}: {what} came late.");
    case CV_CN_LAPSED: return CV_MSG("{complaint}: the time for {what} has run out.");
    case CV_CN_ORDER: return CV_MSG("{complaint}: '{move}' is recorded before the move above it.");
    case CV_CN_HASH:
        return CV_MSG(
            "{complaint}: the file of the evidence has another SHA-256 than its line says.");
    case CV_CN_CLOSED_EVIDENCE:
        return CV_MSG("{complaint}: evidence after the evidence was closed.");
    case CV_CN_NO_DECISION:
        return CV_MSG("{complaint} names a decision that is not in force on file.");
    case CV_CN_NOT_EXECUTED: return CV_MSG("{complaint} is granted, and no decision executes it.");
    case CV_CN_DECLARED:
        return CV_MSG("{complaint} is not decided, and the result of its seat is declared.");
    }
    return "";
}

/* What the two states are called; NONE is what evidence would lead to, which is never refused. */
cv_str cv_complaint_note_text(const cv_complaints *all, const cv_complaint_note *n,
                              const cv_language *l, cv_arena *keep)
{
    const cv_complaint *c = &all->file->complaint[n->complaint];
    cv_str move = n->move < 0 ? CV_STR("") : cv_tr(l, cv_move_title(c->move[n->move].kind));
    bool refused = n->kind == CV_CN_NOT_ALLOWED;
    return cv_sentence(l, note_msgid(n->kind),
                       CV_SLOTS(cv_slot_s("complaint", cv_show_name(c->id, keep)),
                                cv_slot_s("move", move), cv_slot_s("to", move),
                                cv_slot_s("from", refused ? cv_tr(l, states[n->from]) : CV_STR("")),
                                cv_slot_s("what", cv_tr(l, cv_clock_title(n->clock)))),
                       keep);
}

static const char *passed_msgid(cv_day_kind why)
{
    return why == CV_DAY_HOLIDAY ? CV_MSG("{day}: holiday, not counted")
                                 : CV_MSG("{day}: day of rest, not counted");
}

static const char *counted_msgid(cv_day_kind why)
{
    switch (why) {
    case CV_DAY_EXTRA: return CV_MSG("{day}: worked by decree, day {n}");
    case CV_DAY_ELECTION: return CV_MSG("{day}: worked by courts, day {n}");
    default: return CV_MSG("{day}: worked, day {n}");
    }
}

static const char *step_msgid(const cv_clock_step *s)
{
    switch (s->kind) {
    case CV_STEP_DAY_ZERO: return CV_MSG("day 0 is {day}");
    case CV_STEP_BEGINS: return CV_MSG("begins {day}, {time}");
    case CV_STEP_COUNTED: return counted_msgid(s->why);
    case CV_STEP_PASSED: return passed_msgid(s->why);
    case CV_STEP_CLOCK_SET:
        return s->n < 0 ? CV_MSG("{day}, {time}: the clock was put back by {n:minute/minutes}")
                        : CV_MSG("{day}, {time}: the clock was put forward by {n:minute/minutes}");
    case CV_STEP_ROLLED: return CV_MSG("{day} is not worked: moved to the next day that is");
    case CV_STEP_NO_HOUR: return CV_MSG("no hour on file for {day}: the end is not known");
    case CV_STEP_ENDS: return CV_MSG("ends {day}, {time}");
    }
    return "";
}

static cv_str time_of(int32_t minute, cv_arena *keep)
{
    return minute < 0 ? CV_STR("") : cv_str_format(keep, "%02d:%02d", minute / 60, minute % 60);
}

cv_str cv_clock_step_text(const cv_clock_step *s, const cv_language *l, cv_arena *keep)
{
    cv_str day = cv_language_date(l, (cv_date){s->day, -1}, keep);
    return cv_sentence(l, step_msgid(s),
                       CV_SLOTS(cv_slot_s("day", day), cv_slot_s("time", time_of(s->minute, keep)),
                                cv_slot_n("n", s->n < 0 ? -s->n : s->n)),
                       keep);
}

cv_str cv_deadline_title(const cv_deadline *d, const cv_language *l, cv_arena *keep)
{
    if (!d->is_known) return CV_STR("–");
    cv_str day = cv_language_date(l, (cv_date){d->day, -1}, keep), time = time_of(d->minute, keep);
    return cv_str_format(keep, "%.*s %.*s", CV_ARG(day), CV_ARG(time));
}

/* ---- can it matter ---- */

/* Questions stand in the order of the complaints, but those that a what-if dismissed are gone. */
const cv_question_reach *cv_complaint_reach(const cv_review *r, int32_t complaint)
{
    const cv_complaints *all = &r->complaints;
    int32_t asked = all->complaint[complaint].asked;
    if (asked < 0) return NULL;
    const cv_complaint *c = &all->file->complaint[complaint];
    const cv_contest_review *own = &r->contest[c->contest.i];
    const cv_search *s = &own->sensitivity.search;
    int32_t i = asked - all->first_asked[c->contest.i];
    if (i >= own->n_asked) i = own->n_asked - 1;
    while (i >= 0 && !cv_str_eq(own->asked[i].id, c->id)) i--;
    bool searched = i >= 0 && i < s->n_questions && s->question[i].asked == i;
    return searched ? &s->question[i] : NULL;
}

cv_str cv_complaint_matter(const cv_review *r, int32_t complaint, const cv_language *l,
                           cv_arena *keep)
{
    const cv_question_reach *q = cv_complaint_reach(r, complaint);
    if (r->complaints.complaint[complaint].asked < 0) return CV_STR("–");
    if (!q || (!q->smallest && !q->proved)) return cv_tr(l, CV_MSG("not known"));
    if (!q->smallest) return cv_tr(l, CV_MSG("safe whatever is decided"));
    if (q->smallest == 1) return cv_tr(l, CV_MSG("alone"));
    return cv_sentence(l, CV_MSG("with {n:other/others}"),
                       CV_SLOTS(cv_slot_n("n", q->smallest - 1)), keep);
}

int32_t cv_complaint_weight(const cv_review *r, int32_t complaint)
{
    const cv_question_reach *q = cv_complaint_reach(r, complaint);
    if (q && q->smallest) return q->smallest;
    return q && q->proved ? INT32_MAX - 1
                          : INT32_MAX - 2; /* what is not known before what is safe */
}

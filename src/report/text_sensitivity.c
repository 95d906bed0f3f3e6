#include "report/text_parts.h"

#include "model/verdict_texts.h"

static const cv_grid_column columns[] = {
    {CV_MSG("seat"),          CV_LEFT,  10, false},
    {CV_MSG("lead"),          CV_RIGHT, 0,  false},
    {CV_MSG("in question"),   CV_RIGHT, 0,  false},
    {CV_MSG("of it missing"), CV_RIGHT, 0,  true },
    {CV_MSG("forms"),         CV_RIGHT, 0,  true },
    {CV_MSG("smallest set"),  CV_RIGHT, 0,  true },
    {CV_MSG("to annul"),      CV_RIGHT, 0,  true },
    {CV_MSG("can change"),    CV_LEFT,  0,  false},
};

static const char *reach_text(cv_reach reach)
{
    switch (reach) {
    case CV_REACH_NOTHING: return CV_MSG("no");
    case CV_REACH_MISSING: return CV_MSG("by missing forms");
    case CV_REACH_QUESTION: return CV_MSG("yes");
    case CV_REACH_UNKNOWN: return CV_MSG("not known");
    }
    return "";
}

static void add_row(cv_text_doc *d, cv_grid *g, int32_t contest)
{
    const cv_sensitivity *s = &d->review->contest[contest].sensitivity;
    cv_grid_add(g, cv_contest_title(d->election, (cv_contest_ix){contest}, d->language, d->work),
                CV_INK_PLAIN);
    cv_grid_add_count(g, s->lead);
    cv_grid_add_count(g, s->fall);
    cv_grid_add_count(g, s->fall_missing);
    cv_grid_add_count(g, s->n_missing + s->n_questions);
    bool asked = d->review->contest[contest].n_asked && s->search.smallest;
    cv_grid_add_count(g, asked                ? s->search.smallest
                         : s->changing.exists ? s->changing.n
                                              : CV_BLANK);
    cv_grid_add_count(g, s->annulment.n_change < 0 ? CV_BLANK : s->annulment.n_change);
    cv_grid_add(g, cv_tr(d->language, reach_text(s->reach)),
                s->reach == CV_REACH_NOTHING ? CV_INK_GOOD : CV_INK_ASK);
}

static const char *annulment_text(bool proved, bool voters)
{
    if (proved && voters)
        return CV_MSG("Annulling {n:station/stations} would give another outcome, fewer would not: "
                      "{stations}; {part} of {all} registered voters.");
    if (proved)
        return CV_MSG("Annulling {n:station/stations} would give another outcome, fewer would not: "
                      "{stations}.");
    if (voters)
        return CV_MSG("Annulling {n:station/stations} would give another outcome: {stations}; "
                      "{part} of {all} registered voters.");
    return CV_MSG("Annulling {n:station/stations} would give another outcome: {stations}.");
}

enum { NAMED = 5 };

static void add_annulment(cv_text_doc *d, int32_t contest)
{
    const cv_annulment_set *a = &d->review->contest[contest].sensitivity.annulment;
    const cv_forms *f = &d->election->forms[contest];
    if (a->n_change < 0) {
        cv_text_just(d, 4, "No annulment of stations gives another outcome.");
        return;
    }
    cv_text t = cv_text_open(d->work);
    for (int32_t i = 0; i < a->n_change && i < NAMED; i++)
        cv_text_addf(&t, "%s%.*s", i ? ", " : "",
                     CV_ARG(cv_station_title(d->election, f->station[a->row[i]], d->work)));
    cv_str stations = cv_and_more(cv_text_str(&t), a->n_change - NAMED, d->language, d->work);
    if (a->trap == CV_TRAP_VOIDS)
        cv_text_just(
            d, 4, "No annulment of stations can elect another; it can only leave the seat empty.");
    if (a->trap == CV_TRAP_MAY_VOID)
        cv_text_just(d, 4, "Whatever annulment turns the lead lets a body leave the seat empty.");
    bool voters = a->registered != CV_BLANK && a->all_registered != CV_BLANK;
    cv_text_say(d, 4, annulment_text(a->proved, voters),
                CV_SLOTS(cv_slot_n("n", a->n_change), cv_slot_s("stations", stations),
                         cv_slot_n("part", a->registered), cv_slot_n("all", a->all_registered)));
}

/* The options of an outcome, and the first set of questions that leads there. */
static void add_outcome(cv_text_doc *d, int32_t contest, const cv_outcome_reach *r)
{
    const cv_contest_review *of = &d->review->contest[contest];
    const cv_contest *c = &d->election->contest[contest];
    int32_t n = r->kind == CV_TIE ? r->n_tied : r->n_winners;
    const int32_t *option = r->kind == CV_TIE ? r->tied : r->winner;
    cv_text t = cv_text_open(d->work), ids = cv_text_open(d->work);
    for (int32_t k = 0; k < n && k < NAMED; k++)
        cv_text_addf(&t, "%s%.*s", k ? ", " : "", CV_ARG(cv_option_title(c, option[k], d->work)));
    for (int32_t k = 0; r->n_sets && k < r->set[0].n && k < NAMED; k++) {
        const cv_question_reach *q = &of->sensitivity.search.question[r->set[0].question[k]];
        cv_station_ix s = q->form >= 0 ? of->sensitivity.form[q->form].station : CV_NO_STATION;
        cv_str name = q->asked >= 0 ? cv_show_name(of->asked[q->asked].id, d->work)
                                    : cv_station_title(d->election, s, d->work);
        cv_text_addf(&ids, "%s%.*s", k ? ", " : "", CV_ARG(name));
    }
    cv_str options = cv_and_more(cv_text_str(&t), n - NAMED, d->language, d->work);
    cv_str set =
        cv_and_more(cv_text_str(&ids), r->n_sets ? r->set[0].n - NAMED : 0, d->language, d->work);
    cv_text_say(
        d, 4,
        options.n ? CV_MSG("Within reach: {outcome}: {options} ({n:decision/decisions}: {set}).")
                  : CV_MSG("Within reach: {outcome} ({n:decision/decisions}: {set})."),
        CV_SLOTS(cv_slot_s("outcome", cv_tr(d->language, cv_outcome_word(r->kind))),
                 cv_slot_s("options", options), cv_slot_n("n", r->size), cv_slot_s("set", set)));
}

static void add_outcomes(cv_text_doc *d, int32_t contest)
{
    enum { SHOWN = 8 };
    const cv_search *s = &d->review->contest[contest].sensitivity.search;
    int32_t shown = 0;
    for (int32_t i = 0; i < s->n_outcomes && shown < SHOWN; i++) {
        if (s->outcome[i].size == 0) continue;
        add_outcome(d, contest, &s->outcome[i]);
        shown++;
    }
}

static void add_reachable(cv_text_doc *d, int32_t contest)
{
    const cv_sensitivity *s = &d->review->contest[contest].sensitivity;
    const cv_contest *c = &d->election->contest[contest];
    if (d->review->contest[contest].n_asked) {
        add_outcomes(d, contest);
        return;
    }
    for (int32_t i = 0; i < s->n_reachable; i++) {
        const cv_reachable *to = &s->reachable[i];
        cv_text t = cv_text_open(d->work);
        for (int32_t k = 0; k < to->n_winners && k < NAMED; k++)
            cv_text_addf(&t, "%s%.*s", k ? ", " : "",
                         CV_ARG(cv_option_title(c, to->winner[k], d->work)));
        cv_str options = cv_and_more(cv_text_str(&t), to->n_winners - NAMED, d->language, d->work);
        cv_text_say(d, 4,
                    options.n ? CV_MSG("Within reach: {outcome}: {options} ({n:form/forms}).")
                              : CV_MSG("Within reach: {outcome} ({n:form/forms})."),
                    CV_SLOTS(cv_slot_s("outcome", cv_tr(d->language, cv_outcome_word(to->kind))),
                             cv_slot_s("options", options), cv_slot_n("n", to->n_questions)));
    }
}

/* ---- questions of record ---- */

static const cv_grid_column question_columns[] = {
    {CV_MSG("open question"), CV_LEFT,  10, false},
    {CV_MSG("asks for"),      CV_LEFT,  0,  false},
    {CV_MSG("lead, least"),   CV_RIGHT, 0,  false},
    {CV_MSG("most"),          CV_RIGHT, 0,  false},
    {CV_MSG("matters"),       CV_LEFT,  0,  false},
};

static const char *ask_text(cv_ask ask)
{
    switch (ask) {
    case CV_ASK_ANNUL: return CV_MSG("annulment");
    case CV_ASK_REMOVE: return CV_MSG("ballots set aside");
    case CV_ASK_RESCUE: return CV_MSG("rejected ballots counted");
    case CV_ASK_MOVE: return CV_MSG("votes of another option");
    case CV_ASK_ADD: return CV_MSG("ballots that are missing");
    case CV_ASK_FIGURES: return CV_MSG("other figures");
    case CV_ASK_RECOUNT: return CV_MSG("recount");
    case CV_ASK_REPEAT: return CV_MSG("vote held again");
    case CV_ASK_CANCEL: return CV_MSG("votes cancelled");
    case CV_ASK_BAR: return CV_MSG("option struck off");
    case CV_ASK_VOID: return CV_MSG("seat left empty");
    }
    return "";
}

static cv_str matters_text(const cv_text_doc *d, const cv_question_reach *q)
{
    if (q->smallest == 1) return cv_tr(d->language, CV_MSG("alone"));
    if (q->smallest > 1)
        return cv_sentence(d->language, CV_MSG("with {n:other/others}"),
                           CV_SLOTS(cv_slot_n("n", q->smallest - 1)), d->work);
    return cv_tr(d->language, q->proved ? CV_MSG("no, whatever is decided") : CV_MSG("not known"));
}

static void add_questions(cv_text_doc *d, int32_t contest)
{
    const cv_contest_review *r = &d->review->contest[contest];
    const cv_search *s = &r->sensitivity.search;
    if (r->n_asked == 0) return;
    cv_grid g = cv_grid_open(question_columns, 5, d->language, d->work);
    for (int32_t i = 0; i < s->n_questions; i++) {
        const cv_question_reach *q = &s->question[i];
        if (q->asked < 0) continue;
        const cv_asked *a = &r->asked[q->asked];
        cv_grid_add(&g, cv_show_name(a->id, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, cv_tr(d->language, ask_text(a->ask)), CV_INK_PLAIN);
        cv_grid_add_count(&g, q->low);
        cv_grid_add_count(&g, q->high);
        cv_grid_add(&g, matters_text(d, q), q->smallest ? CV_INK_ASK : CV_INK_PLAIN);
    }
    cv_grid_show(d->to, &g, cv_grid_n_rows(&g), 4, d->look);
}

static void add_seat(cv_text_doc *d, int32_t contest)
{
    cv_text_add(d->to, CV_STR("\n  "));
    cv_show_ink(d->to,
                cv_contest_title(d->election, (cv_contest_ix){contest}, d->language, d->work),
                CV_INK_STRONG, d->look);
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_reasons(d, contest);
    add_questions(d, contest);
    add_reachable(d, contest);
    add_annulment(d, contest);
    cv_text_open_first(d, contest);
}

static bool may_change(const cv_text_doc *d, int32_t contest)
{
    return d->review->contest[contest].sensitivity.reach != CV_REACH_NOTHING;
}

static int32_t n_that_may_change(const cv_text_doc *d, const int32_t *order, int32_t n)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < n; i++) sum += may_change(d, order[i]);
    return sum;
}

void cv_text_sensitivity(cv_text *to, const cv_report *r, const cv_look *look)
{
    enum { SEATS = 10, FEW = 3 };
    cv_text_doc d = cv_text_doc_open(to, r, look);
    int32_t n, shown = 0;
    const int32_t *order = cv_text_order(&d, &n);
    int32_t changing = n_that_may_change(&d, order, n);
    if (r->review->what_if) {
        cv_text_what_if(&d);
        return;
    }
    cv_text_add(to, CV_STR("\n"));
    cv_text_say(&d, 0,
                "What is missing or contradicted could change {changing} of {n:contest/contests}.",
                CV_SLOTS(cv_slot_n("changing", changing), cv_slot_n("n", n)));
    cv_text_heading(&d, "In votes");
    cv_grid g = cv_grid_open(columns, 8, d.language, d.work);
    for (int32_t i = 0; i < n; i++) add_row(&d, &g, order[i]);
    cv_text_grid(&d, &g, CV_LOOK_LIST);
    for (int32_t i = 0; i < n; i++) {
        if (n > FEW && !look->all && (!may_change(&d, order[i]) || shown == SEATS)) continue;
        if (!shown++) cv_text_heading(&d, "Seat by seat");
        add_seat(&d, order[i]);
    }
    if (n > FEW) cv_text_more(&d, 2, look->all ? 0 : changing - shown);
    cv_text_next(&d, "check", "", CV_MSG("the findings behind these figures, form by form"));
}

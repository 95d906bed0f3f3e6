#include "report/text_law.h"
#include "report/text_parts.h"

#include "model/lot.h"
#include "model/verdict_texts.h"

/* ---- reasons ---- */

/* What is true of many seats alike, and is said once for all of them. */
typedef struct {
    cv_reason_code code;
    const char *everywhere, *here; /* of every contest shown; of {n} of them */
} caveat;

/* clang-format off */
static const caveat caveats[] = {
    {CV_REASON_NOT_DECLARED,
     CV_MSG("everywhere: nothing was declared: the word is said of the result as summed"),
     CV_MSG("{n:contest/contests}: nothing was declared: the word is said of the result as summed")},
    {CV_REASON_NO_STATION_LIST,
     CV_MSG("everywhere: no list of stations: whether forms are missing cannot be checked"),
     CV_MSG("{n:contest/contests}: no list of stations: whether forms are missing cannot be checked")},
    {CV_REASON_RULE_UNVERIFIED,
     CV_MSG("everywhere: the rule set is unverified: its statute was not read"),
     CV_MSG("{n:contest/contests}: the rule set is unverified: its statute was not read")},
    {CV_REASON_NO_SECOND_COPY,
     CV_MSG("everywhere: not every form has a second copy to compare"),
     CV_MSG("{n:contest/contests}: not every form has a second copy to compare")},
    {CV_REASON_NO_BALLOTS_SEEN,
     CV_MSG("everywhere: no ballots were examined"),
     CV_MSG("{n:contest/contests}: no ballots were examined")},
};
/* clang-format on */
enum { N_CAVEATS = sizeof caveats / sizeof *caveats };

/* Said better, with the stations' names, by the sets themselves. */
static bool is_said_by_sets(cv_reason_code code)
{
    return code == CV_REASON_SMALLEST_SET || code == CV_REASON_SET_BOUNDS;
}

static bool is_caveat(cv_reason_code code)
{
    for (int32_t i = 0; i < N_CAVEATS; i++)
        if (caveats[i].code == code) return true;
    return false;
}

void cv_text_reasons(cv_text_doc *d, int32_t contest)
{
    const cv_verdict *v = &d->review->contest[contest].verdict;
    for (int32_t i = 0; i < v->n_reasons; i++) {
        if (is_caveat(v->reason[i].code) || is_said_by_sets(v->reason[i].code)) continue;
        cv_text_line(d, 4,
                     cv_reason_sentence(&v->reason[i], &d->election->contest[contest], d->language,
                                        d->work));
    }
}

static int32_t seats_with(const cv_text_doc *d, cv_reason_code code)
{
    int32_t n = 0;
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const cv_verdict *v = &d->review->contest[i].verdict;
        if (!cv_report_shows(d->report, i)) continue;
        for (int32_t k = 0; k < v->n_reasons; k++)
            if (v->reason[k].code == code) {
                n++;
                break;
            }
    }
    return n;
}

static void add_caveats(cv_text_doc *d)
{
    bool any = false;
    for (int32_t i = 0; i < N_CAVEATS; i++) {
        int32_t n = seats_with(d, caveats[i].code);
        if (!n) continue;
        if (!any) cv_text_heading(d, "What was not looked at");
        any = true;
        bool everywhere = n == cv_text_n_shown(d);
        cv_text_say(d, 2, everywhere ? caveats[i].everywhere : caveats[i].here,
                    CV_SLOTS(cv_slot_n("n", n)));
    }
}

/* ---- what to open first ---- */

static const cv_grid_column form_columns[] = {
    {CV_MSG("station"),      CV_LEFT,  10, false, true },
    {CV_MSG("why"),          CV_LEFT,  16, false, false},
    {CV_MSG("contradicted"), CV_RIGHT, 0,  true,  false},
 /* translators: votes by which the lead can fall because of this form */
    {CV_MSG("at stake"),     CV_RIGHT, 0,  false, false},
    {CV_MSG("running sum"),  CV_RIGHT, 0,  true,  false},
    {CV_MSG("ballots"),      CV_RIGHT, 0,  false, false},
};

static cv_str why_of(const cv_text_doc *d, const cv_questioned *f)
{
    if (f->finding >= 0 && !f->missing) {
        int16_t code = d->review->check->finding[f->finding].code;
        return cv_str_format(d->work, "%.*s %.*s", CV_ARG(cv_code_text(code, d->work)),
                             CV_ARG(cv_rule_title(&d->election->profile, code, d->language)));
    }
    return cv_tr(d->language, f->row < 0 ? CV_MSG("its row was refused")
                                         : CV_MSG("no figures from this station"));
}

static void add_forms(cv_text_doc *d, const cv_sensitivity *s)
{
    cv_grid g = cv_grid_open(form_columns, 6, d->language, d->work);
    /* What cannot change the outcome is named, not listed. Rows that are not shown cost time. */
    int32_t few = s->reach == CV_REACH_NOTHING ? 3 : CV_LOOK_LIST;
    int32_t most = d->look->all ? s->n_forms : few;
    for (int32_t i = 0; i < s->n_forms && i < most + 2; i++) {
        const cv_questioned *f = &s->form[i];
        cv_grid_add(&g, cv_station_title(d->election, f->station, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, why_of(d, f), CV_INK_PLAIN);
        cv_grid_add_count(&g, f->contradicted);
        cv_grid_add_count(&g, f->fall);
        cv_grid_add_count(&g, f->running);
        cv_grid_add_count(&g, f->papers);
    }
    int64_t n = cv_grid_n_rows(&g);
    cv_grid_show(d->to, &g, n <= most + 1 ? n : most, 6, d->look);
    cv_text_more(d, 6, n <= most + 1 ? 0 : s->n_forms - most);
}

/* "26.31, 26.40 and 3 more" */
static cv_str stations_of(const cv_text_doc *d, const cv_sensitivity *s, const cv_smallest_set *set)
{
    enum { NAMED = 5 };
    cv_text t = cv_text_open(d->work);
    for (int32_t i = 0; i < set->n && i < NAMED; i++)
        cv_text_addf(&t, "%s%.*s", i ? ", " : "",
                     CV_ARG(cv_station_title(d->election, s->form[set->form[i]].station, d->work)));
    return cv_and_more(cv_text_str(&t), set->n - NAMED, d->language, d->work);
}

/* One sentence for a set that is proved smallest, one for a set that is not. */
static void add_set(cv_text_doc *d, const cv_sensitivity *s, const cv_smallest_set *set,
                    const char *proved, const char *not_proved)
{
    if (!set->exists || set->n == 0) return;
    cv_text_say(d, 4, set->proved ? proved : not_proved,
                CV_SLOTS(cv_slot_n("n", set->n), cv_slot_n("low", set->low),
                         cv_slot_s("stations", stations_of(d, s, set))));
}

void cv_text_open_first(cv_text_doc *d, int32_t contest)
{
    const cv_sensitivity *s = &d->review->contest[contest].sensitivity;
    if (!s->n_forms) return;
    add_set(d, s, &s->changing,
            CV_MSG("Smallest set that could change the outcome: {n:form/forms}: {stations}."),
            CV_MSG("Smallest set that could change the outcome: {n:form/forms} (not proved "
                   "smallest; at least {low}): {stations}."));
    add_set(d, s, &s->closing,
            CV_MSG("Examining these would settle it if they are as reported: {n:form/forms}: "
                   "{stations}."),
            CV_MSG("Examining these would settle it if they are as reported: {n:form/forms} (not "
                   "proved smallest; at least {low}): {stations}."));
    bool safe = s->reach == CV_REACH_NOTHING;
    cv_text_just(d, 4, safe ? CV_MSG("In question:") : CV_MSG("Open first:"));
    add_forms(d, s);
}

/* ---- the seats in question, one after the other ---- */

static void add_seat(cv_text_doc *d, int32_t contest)
{
    const cv_contest_review *r = &d->review->contest[contest];
    cv_text_add(d->to, CV_STR("\n  "));
    cv_show_ink(d->to,
                cv_contest_title(d->election, (cv_contest_ix){contest}, d->language, d->work),
                CV_INK_STRONG, d->look);
    cv_text_add(d->to, CV_STR(": "));
    cv_show_ink(d->to, cv_word_shown(r->verdict.word, d->language), cv_word_ink(r->verdict.word),
                d->look);
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_reasons(d, contest);
    cv_text_open_first(d, contest);
}

static void add_seats_in_question(cv_text_doc *d, const int32_t *order, int32_t n)
{
    enum { SEATS = 10 };
    int32_t in_question = 0, shown;
    while (in_question < n &&
           cv_text_in_question(d->review->contest[order[in_question]].verdict.word))
        in_question++;
    bool settled = in_question == 0;
    /* A single contest is explained whatever its word is. */
    if (settled && n == 1) in_question = 1;
    if (!in_question) return;
    shown = d->look->all || in_question <= SEATS + 1 ? in_question : SEATS;
    cv_text_heading(d, settled ? CV_MSG("Why") : CV_MSG("Why, and what to open first"));
    for (int32_t i = 0; i < shown; i++) add_seat(d, order[i]);
    cv_text_more(d, 2, in_question - shown);
}

/* ---- the table of seats ---- */

enum { LEAD = 4, N_SEAT_COLUMNS = 8 };

static const cv_grid_column seat_columns[N_SEAT_COLUMNS] = {
    {CV_MSG("seat"),           CV_LEFT,  10, false},
    {CV_MSG("first by votes"), CV_LEFT,  14, false},
    {CV_MSG("margin"),         CV_RIGHT, 0,  false},
    {CV_MSG("contradicted"),   CV_RIGHT, 0,  true },
    {CV_MSG("lead"),           CV_RIGHT, 0,  true },
    {CV_MSG("in question"),    CV_RIGHT, 0,  true },
 /* translators: of the votes in question: those of missing forms */
    {CV_MSG("of it missing"),  CV_RIGHT, 0,  true },
    {CV_MSG("verdict"),        CV_LEFT,  0,  false},
};

static cv_count margin_of(const cv_contest_review *r)
{
    return r->tally.margin.kind == CV_MARGIN_NONE ? CV_BLANK : r->tally.margin.votes;
}

/* What is in question, if anything is, is said of the shown lead. For one seat that is the margin;
 * where seats go to lists one lead is nearest to be reached and another total needs fewest votes.
 */
static bool is_lead_another(const cv_text_doc *d, const int32_t *order, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        const cv_contest_review *r = &d->review->contest[order[i]];
        const cv_sensitivity *s = &r->sensitivity;
        if (s->assertion >= 0 && s->fall != 0 && s->lead != margin_of(r)) return true;
    }
    return false;
}

/* The columns, with the lead or without. */
static const cv_grid_column *columns_of(bool lead, int32_t *n, cv_arena *work)
{
    cv_grid_column *column = cv_new(work, cv_grid_column, N_SEAT_COLUMNS);
    *n = 0;
    for (int32_t k = 0; k < N_SEAT_COLUMNS; k++)
        if (k != LEAD || lead) column[(*n)++] = seat_columns[k];
    return column;
}

cv_grid cv_text_seat_grid(const cv_text_doc *d, const int32_t *order, int32_t n)
{
    int32_t n_columns;
    bool lead = is_lead_another(d, order, n);
    const cv_grid_column *column = columns_of(lead, &n_columns, d->work);
    cv_grid g = cv_grid_open(column, n_columns, d->language, d->work);
    for (int32_t i = 0; i < n; i++) {
        cv_contest_ix c = {order[i]};
        const cv_contest_review *r = &d->review->contest[c.i];
        const cv_sensitivity *s = &r->sensitivity;
        cv_grid_add(&g, cv_contest_title(d->election, c, d->language, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, cv_first_title(&d->election->contest[c.i], r, d->language, d->work),
                    CV_INK_PLAIN);
        cv_grid_add_count(&g, margin_of(r));
        cv_grid_add_count(&g, s->contradicted);
        if (lead) cv_grid_add_count(&g, s->assertion < 0 ? CV_BLANK : s->lead);
        cv_grid_add_count(&g, s->fall);
        cv_grid_add_count(&g, s->fall_missing);
        cv_grid_add(&g, cv_word_shown(r->verdict.word, d->language), cv_word_ink(r->verdict.word));
    }
    return g;
}

/* A margin of 0 says that figures are equal, not that people drew a lot. */
cv_str cv_text_lots(const cv_text_doc *d, int32_t contest)
{
    const cv_contest *c = &d->election->contest[contest];
    const cv_tally *t = &d->review->contest[contest].tally;
    cv_text names = cv_text_open(d->work);
    for (int32_t i = 0; i < t->n_lots_used; i++)
        for (int32_t k = 0; k < c->lot[i].n; k++) {
            if (names.n) cv_text_add(&names, CV_STR(", "));
            cv_text_add(&names, cv_option_title(c, c->lot[i].option[k], d->work));
        }
    if (!names.n) return CV_STR("");
    return cv_sentence(
        d->language, "{seat}: equal figures, and a lot that people drew: {names}.",
        CV_SLOTS(cv_slot_s("seat", cv_contest_title(d->election, (cv_contest_ix){contest},
                                                    d->language, d->work)),
                 cv_slot_s("names", cv_text_str(&names))),
        d->work);
}

static void add_lots(cv_text_doc *d)
{
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        cv_str lots = cv_report_shows(d->report, i) ? cv_text_lots(d, i) : CV_STR("");
        if (lots.n) cv_text_line(d, 2, lots);
    }
}

const char *cv_text_seat_heading(int32_t n)
{
    return n == 1 ? CV_MSG("Seat, in votes")
                  : CV_MSG("Seats, in votes: those in question first, then by margin");
}

static void add_seat_grid(cv_text_doc *d, const int32_t *order, int32_t n)
{
    cv_grid g = cv_text_seat_grid(d, order, n);
    cv_text_heading(d, cv_text_seat_heading(n));
    cv_text_grid(d, &g, CV_LOOK_LIST);
    add_lots(d);
}

/* ---- the whole ---- */

static void add_written(cv_text_doc *d)
{
    cv_str folder = cv_show_name(d->report->written, d->work);
    if (!folder.n) return;
    cv_text_heading(d, "Written");
    cv_text_line(d, 2, cv_str_format(d->work, "%.*s/report.html", CV_ARG(folder)));
    cv_text_line(d, 2, cv_str_format(d->work, "%.*s/review.json", CV_ARG(folder)));
    cv_text_line(d, 2,
                 cv_str_format(d->work,
                               "%.*s/tables/ seats.csv, options.csv, findings.csv, stations.csv, "
                               "copies.csv, refused.csv",
                               CV_ARG(folder)));
}

static void add_next(cv_text_doc *d, const int32_t *order, int32_t n)
{
    if (n == 0 || !cv_text_in_question(d->review->contest[order[0]].verdict.word)) {
        cv_text_next(d, "sensitivity", "", CV_MSG("how far each seat is from another outcome"));
        return;
    }
    cv_str id = cv_show_name(d->election->contest[order[0]].id, d->work);
    cv_str rest = n == 1 ? CV_STR("") : cv_str_format(d->work, "--contest %.*s", CV_ARG(id));
    cv_text_next(d, "sensitivity", rest.s, CV_MSG("what could change it, and what to open first"));
}

void cv_text_review(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    int32_t n;
    const int32_t *order = cv_text_order(&d, &n);
    cv_text_answer(&d);
    add_seat_grid(&d, order, n);
    add_seats_in_question(&d, order, n);
    cv_text_decisions(&d);
    cv_text_copies_short(&d);
    cv_text_complaints_part(&d);
    cv_text_incidents_short(&d);
    cv_text_law(&d);
    cv_text_rules(&d);
    add_caveats(&d);
    cv_text_inputs(&d);
    add_written(&d);
    add_next(&d, order, n);
}

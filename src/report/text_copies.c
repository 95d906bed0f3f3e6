#include "report/text_parts.h"

#include "report/copies.h"

/* ---- names ---- */

static cv_str copy_name(const cv_text_doc *d, int32_t copy)
{
    if (copy < 0) return cv_tr(d->language, CV_MSG("the forms that count"));
    const cv_copy *c = &d->election->copy[copy];
    cv_str id = cv_show_name(c->id, d->work);
    if (!c->holder.n || cv_str_eq(c->holder, c->id)) return id;
    return cv_sentence(
        d->language, CV_MSG("{id} ({holder})"),
        CV_SLOTS(cv_slot_s("id", id), cv_slot_s("holder", cv_show_name(c->holder, d->work))),
        d->work);
}

static const char *apart_text(cv_apart apart)
{
    switch (apart) {
    case CV_APART_UNIT: return CV_MSG("one apart");
    case CV_APART_TRANSPOSED: return CV_MSG("two digits exchanged");
    case CV_APART_DIGIT: return CV_MSG("one digit");
    case CV_APART_SHIFT: return CV_MSG("a digit more or less at the end");
    case CV_APART_ROWS: return CV_MSG("exchanged with the next line");
    case CV_APART_OTHER: return CV_MSG("another number");
    case CV_APART_STATE:
    case CV_N_APART: break;
    }
    return CV_MSG("blank or illegible on one");
}

/* ---- all contests ---- */

enum { FEW_CONTESTS = 3 };

static const cv_grid_column pair_columns[] = {
    {CV_MSG("seat"),          CV_LEFT,  24, false},
    {CV_MSG("copy"),          CV_LEFT,  10, false},
    {CV_MSG("compared"),      CV_RIGHT, 0,  false},
    {CV_MSG("differ"),        CV_RIGHT, 0,  false},
    {CV_MSG("only zeros"),    CV_RIGHT, 0,  true },
    {CV_MSG("votes apart"),   CV_RIGHT, 0,  false},
    {CV_MSG("another first"), CV_RIGHT, 0,  true },
    {CV_MSG("no copy"),       CV_RIGHT, 0,  true },
};

static void add_pair_row(cv_text_doc *d, cv_grid *g, int32_t contest, const cv_copy_pair *p)
{
    cv_grid_add(g, cv_contest_title(d->election, (cv_contest_ix){contest}, d->language, d->work),
                CV_INK_PLAIN);
    cv_grid_add(g, cv_show_name(d->election->copy[p->b].id, d->work), CV_INK_PLAIN);
    cv_grid_add_count(g, p->n_both);
    cv_grid_add_count(g, p->n_votes);
    cv_grid_add_count(g, p->n_zero_a + p->n_zero_b);
    cv_grid_add_count(g, p->votes_apart);
    cv_grid_add_count(g, p->n_first);
    cv_grid_add_count(g, p->n_only_a);
}

/* Of many pairs those without a difference are counted, not listed. */
static void add_pairs(cv_text_doc *d, const int32_t *order, int32_t n)
{
    cv_grid g = cv_grid_open(pair_columns, 8, d->language, d->work);
    int64_t equal = 0;
    for (int32_t i = 0; i < n; i++) {
        const cv_copies *c = &d->review->contest[order[i]].copies;
        for (int32_t k = 0; k < c->n_pairs; k++) {
            if (c->pair[k].a >= 0) continue;
            bool skip = n > FEW_CONTESTS && !d->look->all && !c->pair[k].n_stations;
            equal += skip;
            if (!skip) add_pair_row(d, &g, order[i], &c->pair[k]);
        }
    }
    cv_text_heading(d, "Each copy beside the forms that count");
    cv_text_grid(d, &g, CV_LOOK_LIST);
    if (equal)
        cv_text_say(d, 2, CV_MSG("Without a difference and not listed: {n}."),
                    CV_SLOTS(cv_slot_n("n", equal)));
}

/* The case lets forms of this kind be the figures, and the law takes them from other kinds. */
static void say_counting(cv_text_doc *d)
{
    for (int32_t i = 0; i < d->election->n_copies; i++) {
        const cv_copy *c = &d->election->copy[i];
        if (!c->counts || d->review->copies_law.count_from & CV_COPY_BIT(c->kind)) continue;
        cv_text_say(d, 2,
                    CV_MSG("The forms of {copy} count in this case; a copy of this kind is not "
                           "among those that are figures by law."),
                    CV_SLOTS(cv_slot_s("copy", copy_name(d, i))));
    }
}

/* ---- one pair ---- */

static const cv_grid_column station_columns[] = {
    {CV_MSG("station"),          CV_LEFT,  10, false, true },
    {CV_MSG("votes apart"),      CV_RIGHT, 0,  false, false},
    {CV_MSG("lead"),             CV_RIGHT, 0,  true,  false},
    {CV_MSG("widest line"),      CV_LEFT,  20, false, false},
    {CV_MSG("kind of slip"),     CV_LEFT,  0,  true,  false},
    {CV_MSG("line of the form"), CV_LEFT,  10, false, true },
    {CV_MSG("line of the copy"), CV_LEFT,  10, false, true },
};

static cv_str figure(const cv_text_doc *d, cv_cell c)
{
    if (c >= 0) return cv_language_count(d->language, c, d->work);
    return cv_tr(d->language, c == CV_CELL_BLANK ? CV_MSG("blank") : CV_MSG("illegible"));
}

static cv_str line_name(const cv_text_doc *d, cv_contest_ix c, const cv_copy_cell *x)
{
    if (x->option >= 0) return cv_option_title(&d->election->contest[c.i], x->option, d->work);
    return cv_show_name(d->election->field[x->field].name, d->work);
}

/* The line whose two figures are widest apart, options before others; the first of equal ones. */
static const cv_copy_cell *widest_cell(const cv_text_doc *d, cv_contest_ix c, const cv_copy_pair *p,
                                       const cv_copy_station *s)
{
    const cv_copy_cell *cell = &p->cell[s->first_cell], *widest = cell;
    cv_count most = -1;
    for (int32_t i = 0; i < (s->n_votes ? s->n_votes : s->n_cells); i++) {
        const cv_cell *x = cv_copies_column(&d->election->forms[c.i], &cell[i]);
        cv_count apart = (cv_count)x[s->row_a] - x[s->row_b];
        if (x[s->row_a] < 0 || x[s->row_b] < 0) continue;
        apart = apart < 0 ? -apart : apart;
        if (apart > most) most = apart, widest = &cell[i];
    }
    return widest;
}

/* "130 / 139 Baker +2": two figures of one line, and how many lines more differ. */
static cv_str what_differs(const cv_text_doc *d, cv_contest_ix c, const cv_copy_station *s,
                           const cv_copy_cell *x)
{
    const cv_cell *column = cv_copies_column(&d->election->forms[c.i], x);
    cv_str more = s->n_cells > 1 ? cv_str_format(d->work, " +%d", s->n_cells - 1) : CV_STR("");
    return cv_str_format(d->work, "%.*s / %.*s %.*s%.*s", CV_ARG(figure(d, column[s->row_a])),
                         CV_ARG(figure(d, column[s->row_b])), CV_ARG(line_name(d, c, x)),
                         CV_ARG(more));
}

static cv_str slip_of(const cv_text_doc *d, const cv_copy_station *s, const cv_copy_cell *x)
{
    bool zeros = s->zero_a || s->zero_b;
    return cv_tr(d->language, zeros ? CV_MSG("only zeros") : apart_text((cv_apart)x->apart));
}

static void add_stations(cv_text_doc *d, cv_contest_ix c, const cv_copy_pair *p)
{
    enum { FEW = 10 };
    if (!p->n_stations) return;
    cv_grid g = cv_grid_open(station_columns, 7, d->language, d->work);
    const int64_t *order = cv_copies_widest(p, d->work);
    int64_t most = d->look->all || p->n_stations <= FEW + 1 ? p->n_stations : FEW;
    for (int64_t i = 0; i < most; i++) {
        const cv_copy_station *s = &p->station[order[i]];
        cv_grid_add(&g, cv_station_title(d->election, s->station, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, s->votes_apart);
        cv_grid_add_count(&g, s->lead_change);
        const cv_copy_cell *x = widest_cell(d, c, p, s);
        cv_grid_add(&g, what_differs(d, c, s, x), CV_INK_PLAIN);
        cv_grid_add(&g, slip_of(d, s, x), CV_INK_PLAIN);
        cv_grid_add(&g, cv_form_place(d->election, c, s->row_a, d->work), CV_INK_PLAIN);
        cv_grid_add(&g, cv_form_place(d->election, c, s->row_b, d->work), CV_INK_PLAIN);
    }
    cv_grid_show(d->to, &g, most, 6, d->look);
    cv_text_more(d, 6, p->n_stations - most);
}

static void say_lead(cv_text_doc *d, cv_contest_ix c, const cv_copy_pair *p)
{
    const cv_contest *contest = &d->election->contest[c.i];
    const cv_copies *x = &d->review->contest[c.i].copies;
    cv_str a = copy_name(d, p->a), first = cv_option_title(contest, x->first, d->work),
           second = cv_option_title(contest, x->second, d->work);
    if (p->n_lead_up)
        cv_text_say(d, 6,
                    CV_MSG("In {a}, the lead of {first} over {second} is {votes:vote/votes} larger "
                           "at {n:station/stations}."),
                    CV_SLOTS(cv_slot_s("a", a), cv_slot_s("first", first),
                             cv_slot_s("second", second), cv_slot_n("votes", p->lead_up),
                             cv_slot_n("n", p->n_lead_up)));
    if (p->n_lead_down)
        cv_text_say(
            d, 6,
            CV_MSG("In {a}, the lead of {first} over {second} is {votes:vote/votes} smaller "
                   "at {n:station/stations}."),
            CV_SLOTS(cv_slot_s("a", a), cv_slot_s("first", first), cv_slot_s("second", second),
                     cv_slot_n("votes", p->lead_down), cv_slot_n("n", p->n_lead_down)));
}

static void say_sums(cv_text_doc *d, const cv_copy_pair *p)
{
    cv_text_say(d, 6,
                CV_MSG("Both sheets of {n:station/stations}: votes differ at {votes}, other lines "
                       "only at {lines}."),
                CV_SLOTS(cv_slot_n("n", p->n_both), cv_slot_n("votes", p->n_votes),
                         cv_slot_n("lines", p->n_lines)));
    if (p->n_only_b)
        cv_text_say(d, 6, CV_MSG("Only the copy has figures of {n:station/stations}."),
                    CV_SLOTS(cv_slot_n("n", p->n_only_b)));
    if (p->votes_apart)
        cv_text_say(d, 6,
                    CV_MSG("{apart:vote/votes} apart in all; at least {ballots:ballot/ballots} "
                           "must be different."),
                    CV_SLOTS(cv_slot_n("apart", p->votes_apart), cv_slot_n("ballots", p->ballots)));
    if (p->n_zero_a + p->n_zero_b)
        cv_text_say(d, 6,
                    CV_MSG("Only zeros on one sheet and votes on the other at "
                           "{n:station/stations}: a placeholder more often than a result, and in "
                           "none of these sums."),
                    CV_SLOTS(cv_slot_n("n", p->n_zero_a + p->n_zero_b)));
    if (p->n_first)
        cv_text_say(d, 6, CV_MSG("Another option is first at {n:station/stations}."),
                    CV_SLOTS(cv_slot_n("n", p->n_first)));
    if (p->n_exchanged)
        cv_text_say(d, 6, CV_MSG("Two options' figures are exchanged at {n:station/stations}."),
                    CV_SLOTS(cv_slot_n("n", p->n_exchanged)));
}

static void add_pair(cv_text_doc *d, cv_contest_ix c, const cv_copy_pair *p)
{
    cv_text_say(d, 4, CV_MSG("{a} beside {b}:"),
                CV_SLOTS(cv_slot_s("a", copy_name(d, p->a)), cv_slot_s("b", copy_name(d, p->b))));
    say_sums(d, p);
    say_lead(d, c, p);
    add_stations(d, c, p);
}

/* ---- what the copies in one hand settle ---- */

static const char *held_text(const cv_held *h)
{
    switch (h->word) {
    case CV_HELD_DECIDES:
        if (h->by_share)
            return CV_MSG(
                "{who}: the copies held decide it. {first} leads {nearest} by {lead} at "
                "{n:station/stations}; the other {others:station/stations} can hold at most "
                "{cap:ballot/ballots}: {first} keeps the share that the rule asks for, even if "
                "every other vote went elsewhere.");
        return CV_MSG("{who}: the copies held decide it. {first} leads {nearest} by {lead} at "
                      "{n:station/stations}; the other {others:station/stations} can hold at most "
                      "{cap:ballot/ballots}: {first} keeps the lead, even if every other vote went "
                      "to {nearest}.");
    case CV_HELD_TOO_FEW:
        return CV_MSG("{who}: the copies held do not decide it. {first} leads {nearest} by {lead} "
                      "at {n:station/stations}; {need:ballot/ballots} elsewhere could change it, "
                      "and the other {others:station/stations} can hold {cap}.");
    case CV_HELD_NO_CAP:
        return CV_MSG("{who}: whether the copies held decide it cannot be said. {first} leads "
                      "{nearest} by {lead} at {n:station/stations}; for {free:station/stations} "
                      "without a copy nobody says how many ballots there can be.");
    case CV_HELD_NO_LIST:
        return CV_MSG("{who}: whether the copies held decide it cannot be said. {first} leads "
                      "{nearest} by {lead} at {n:station/stations}; the case has no list of all "
                      "stations.");
    case CV_HELD_RULE: break;
    }
    return CV_MSG("{who}: the copies held do not decide it: several seats, equal figures, or a "
                  "rule that asks for more than votes for options.");
}

static void add_held(cv_text_doc *d, cv_contest_ix c, const cv_held *h)
{
    const cv_contest *contest = &d->election->contest[c.i];
    cv_str who =
        h->copy < 0 ? cv_tr(d->language, CV_MSG("All copies together")) : copy_name(d, h->copy);
    cv_text_say(d, 4, held_text(h),
                CV_SLOTS(cv_slot_s("who", who),
                         cv_slot_s("first", cv_option_title(contest, h->first, d->work)),
                         cv_slot_s("nearest", cv_option_title(contest, h->nearest, d->work)),
                         cv_slot_n("lead", h->lead), cv_slot_n("n", h->n_held),
                         cv_slot_n("others", h->n_others), cv_slot_n("cap", h->cap),
                         cv_slot_n("need", h->need), cv_slot_n("free", h->n_no_cap)));
}

/* ---- contests one by one ---- */

/* A difference, or figures that the body in charge does not have. */
static bool is_worth_showing(const cv_copy_pair *p)
{
    return p->n_stations > 0 || (p->a < 0 && p->n_only_b > 0);
}

static bool has_anything(const cv_copies *c)
{
    for (int32_t i = 0; i < c->n_pairs; i++)
        if (is_worth_showing(&c->pair[i])) return true;
    for (int32_t i = 0; i < c->n_held; i++)
        if (c->held[i].word == CV_HELD_DECIDES) return true;
    return false;
}

/* "101, 102 and 7 more" */
static void say_alone(cv_text_doc *d, int32_t contest)
{
    enum { NAMED = 10 };
    const cv_coverage *c = &d->review->coverage;
    int32_t n = c->contest[contest].n_stations - c->contest[contest].n_covered;
    int32_t shown = d->look->all || n <= NAMED ? n : NAMED;
    if (n == 0 || c->contest[contest].n_covered == 0) return;
    cv_text names = cv_text_open(d->work);
    for (int32_t i = 0; i < shown; i++)
        cv_text_addf(
            &names, "%s%.*s", i ? ", " : "",
            CV_ARG(cv_station_title(d->election, (cv_station_ix){c->alone[contest][i]}, d->work)));
    cv_text_say(d, 4, CV_MSG("Without a second copy: {stations}."),
                CV_SLOTS(cv_slot_s("stations", cv_and_more(cv_text_str(&names), n - shown,
                                                           d->language, d->work))));
}

static void add_contest(cv_text_doc *d, int32_t contest, bool all_held)
{
    cv_contest_ix c = {contest};
    const cv_copies *x = &d->review->contest[contest].copies;
    cv_text_add(d->to, CV_STR("\n  "));
    cv_show_ink(d->to, cv_contest_title(d->election, c, d->language, d->work), CV_INK_STRONG,
                d->look);
    cv_text_add(d->to, CV_STR("\n"));
    for (int32_t i = 0; i < x->n_pairs; i++)
        if (is_worth_showing(&x->pair[i])) add_pair(d, c, &x->pair[i]);
    for (int32_t i = 0; i < x->n_held; i++)
        if (all_held || x->held[i].word == CV_HELD_DECIDES) add_held(d, c, &x->held[i]);
    say_alone(d, contest);
}

static void add_contests(cv_text_doc *d, const int32_t *order, int32_t n)
{
    enum { MOST = 10 };
    int32_t shown = 0, left = 0;
    for (int32_t i = 0; i < n; i++) {
        const cv_copies *c = &d->review->contest[order[i]].copies;
        if (!c->n_pairs || (n > 1 && !has_anything(c))) continue;
        if (shown == MOST && !d->look->all) {
            left++;
            continue;
        }
        if (!shown++) cv_text_heading(d, "Seat by seat");
        add_contest(d, order[i], d->look->all || n <= FEW_CONTESTS);
    }
    cv_text_more(d, 2, left);
}

/* ---- where there is a copy ---- */

static const cv_grid_column cover_columns[] = {
    {CV_MSG("lead"),        CV_LEFT,  12, false},
    {CV_MSG("seats"),       CV_RIGHT, 0,  false},
    {CV_MSG("forms"),       CV_RIGHT, 0,  false},
    {CV_MSG("with a copy"), CV_RIGHT, 0,  false},
};

static cv_str band_name(const cv_text_doc *d, int32_t band)
{
    if (band == 0)
        return cv_sentence(d->language, CV_MSG("under {n} %"),
                           CV_SLOTS(cv_slot_n("n", CV_LEAD_BAND_END[0])), d->work);
    if (band == CV_LEAD_BANDS - 1)
        return cv_sentence(d->language, CV_MSG("{n} % and more"),
                           CV_SLOTS(cv_slot_n("n", CV_LEAD_BAND_END[band - 1])), d->work);
    return cv_sentence(d->language, CV_MSG("{n} to {m} %"),
                       CV_SLOTS(cv_slot_n("n", CV_LEAD_BAND_END[band - 1]),
                                cv_slot_n("m", CV_LEAD_BAND_END[band])),
                       d->work);
}

static void add_by_lead(cv_text_doc *d)
{
    const cv_coverage *c = &d->review->coverage;
    if (d->election->n_contests < 2 || d->report->shown || !c->all.n_covered) return;
    cv_grid g = cv_grid_open(cover_columns, 4, d->language, d->work);
    for (int32_t b = 0; b < CV_LEAD_BANDS; b++) {
        if (!c->band[b].n_contests) continue;
        cv_grid_add(&g, band_name(d, b), CV_INK_PLAIN);
        cv_grid_add_count(&g, c->band[b].n_contests);
        cv_grid_add_count(&g, c->band[b].of.n_stations);
        cv_grid_add_count(&g, c->band[b].of.n_covered);
    }
    cv_text_heading(d, "Where there is a second copy, by lead");
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

static const cv_grid_column area_columns[] = {
    {CV_MSG("area"),        CV_LEFT,  12, false},
    {CV_MSG("forms"),       CV_RIGHT, 0,  false},
    {CV_MSG("with a copy"), CV_RIGHT, 0,  false},
};

/* The areas that lie in no other one. */
static void add_by_area(cv_text_doc *d)
{
    const cv_coverage *c = &d->review->coverage;
    if (d->report->shown || !c->all.n_covered) return;
    cv_grid g = cv_grid_open(area_columns, 3, d->language, d->work);
    for (int32_t a = 0; a < d->election->n_areas; a++) {
        if (d->election->area[a].parent.i >= 0 || !c->area[a].n_stations) continue;
        cv_grid_add(&g, cv_show_name(d->election->area[a].name, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, c->area[a].n_stations);
        cv_grid_add_count(&g, c->area[a].n_covered);
    }
    if (cv_grid_n_rows(&g) < 2) return;
    cv_text_heading(d, "Where there is a second copy, by area");
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

/* ---- the whole ---- */

static void say_coverage(cv_text_doc *d, int32_t indent)
{
    cv_coverage_count n = {0};
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        if (!cv_report_shows(d->report, i)) continue;
        n.n_stations += d->review->coverage.contest[i].n_stations;
        n.n_covered += d->review->coverage.contest[i].n_covered;
    }
    cv_text_say(d, indent, CV_MSG("Somebody else holds a copy of {n} of {of:form/forms}."),
                CV_SLOTS(cv_slot_n("n", n.n_covered), cv_slot_n("of", n.n_stations)));
}

/* The seats that the copies in one hand, or all together, settle. */
static int32_t n_decided(const cv_text_doc *d)
{
    int32_t n = 0;
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const cv_copies *c = &d->review->contest[i].copies;
        bool any = false;
        for (int32_t k = 0; k < c->n_held; k++) any = any || c->held[k].word == CV_HELD_DECIDES;
        n += any && cv_report_shows(d->report, i);
    }
    return n;
}

void cv_text_copies_short(cv_text_doc *d)
{
    cv_count apart = 0, stations = 0, zeros = 0;
    if (!cv_copies_any(d->report)) return;
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        const cv_copies *c = &d->review->contest[i].copies;
        for (int32_t k = 0; cv_report_shows(d->report, i) && k < c->n_pairs; k++) {
            if (c->pair[k].a >= 0) continue;
            stations += c->pair[k].n_votes;
            apart += c->pair[k].votes_apart;
            zeros += c->pair[k].n_zero_a + c->pair[k].n_zero_b;
        }
    }
    int32_t decided = n_decided(d);
    cv_text_heading(d, "Copies");
    say_coverage(d, 2);
    cv_text_say(
        d, 2,
        CV_MSG("Beside the forms that count: {n:sheet/sheets} with other votes, "
               "{apart:vote/votes} apart; {zeros} with only zeros on one side."),
        CV_SLOTS(cv_slot_n("n", stations), cv_slot_n("apart", apart), cv_slot_n("zeros", zeros)));
    if (decided)
        cv_text_say(d, 2,
                    CV_MSG("{n:seat/seats} decided by the copies held alone, whatever all other "
                           "stations hold."),
                    CV_SLOTS(cv_slot_n("n", decided)));
}

void cv_text_copies(cv_text *to, const cv_report *r, const cv_look *look)
{
    cv_text_doc d = cv_text_doc_open(to, r, look);
    int32_t n;
    const int32_t *order = cv_text_order(&d, &n);
    cv_text_add(to, CV_STR("\n"));
    if (!cv_copies_any(r)) {
        cv_text_just(&d, 0, CV_MSG("There are no copies to compare in this case."));
        cv_text_next(&d, "check", "", CV_MSG("the findings behind these figures, form by form"));
        return;
    }
    say_coverage(&d, 0);
    cv_text_just(&d, 0,
                 CV_MSG("Which of two sheets is right cannot be seen in their figures; equal "
                        "figures are no evidence of what was in the box."));
    add_pairs(&d, order, n);
    if (r->review->election->law) say_counting(&d);
    add_contests(&d, order, n);
    add_by_lead(&d);
    add_by_area(&d);
    cv_text_next(&d, "sensitivity", "", CV_MSG("what could change it, and what to open first"));
}

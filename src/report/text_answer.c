#include "report/text_parts.h"

#include "model/verdict_texts.h"

/* Wide enough for each of the five words, and a gap. */
static int32_t word_column(const cv_text_doc *d)
{
    int32_t widest = 0;
    for (int32_t w = 0; w < CV_N_WORDS; w++) {
        int32_t width = cv_str_width(cv_word_shown((cv_word)w, d->language));
        if (width > widest) widest = width;
    }
    return widest + 2;
}

/* "70 holds   no open question can change …": the number, the word, its meaning. */
static void add_word(cv_text_doc *d, cv_word word, int32_t n, int32_t digits)
{
    cv_str name = cv_word_shown(word, d->language);
    cv_str count = cv_language_count(d->language, n, d->work);
    int32_t column = word_column(d), at = 2 + digits + 1 + column;
    cv_text_repeat(d->to, ' ', 2 + digits - cv_str_width(count));
    cv_text_addf(d->to, "%.*s ", CV_ARG(count));
    cv_show_ink(d->to, name, n ? cv_word_ink(word) : CV_INK_PLAIN, d->look);
    cv_text_repeat(d->to, ' ', column - cv_str_width(name));
    cv_show_wrapped(d->to, cv_word_meaning(word, d->language), at, at, d->look);
}

/* What the sentence counts, of the contests shown. */
typedef struct {
    int32_t contests, contests_open;
    int64_t seats; /* a first round that led to a run-off fills no seat of its own */
    int32_t seats_open;
    bool single; /* every contest fills one seat */
} answer_counts;

static bool shown_open(const cv_text_doc *d, int32_t i)
{
    return cv_report_shows(d->report, i) && cv_text_in_question(d->review->contest[i].verdict.word);
}

/* A seat is in question when one of its rounds is: a first round stands for itself only where its
 * run-off does not stand for both. */
static answer_counts count_answer(const cv_text_doc *d)
{
    answer_counts c = {.single = true};
    for (int32_t i = 0; i < d->election->n_contests; i++) {
        if (!cv_report_shows(d->report, i)) continue;
        const cv_contest *contest = &d->election->contest[i];
        int32_t runoff = contest->runoff.i;
        c.contests++;
        c.contests_open += shown_open(d, i);
        c.single = c.single && contest->seats == 1;
        if (runoff < 0 || !cv_report_shows(d->report, runoff)) c.seats += contest->seats;
        c.seats_open += shown_open(d, i) && (runoff < 0 || !shown_open(d, runoff));
    }
    return c;
}

static const char *of_one(bool open, int64_t seats)
{
    if (seats == 1 && open) return CV_MSG("The outcome is in question.");
    if (seats == 1) return CV_MSG("The outcome is not in question.");
    if (open) return CV_MSG("The outcome for {n:seat/seats} is in question.");
    return CV_MSG("The outcome for {n:seat/seats} is not in question.");
}

static const char *of_seats(int32_t open)
{
    if (open == 0) return CV_MSG("None of {of:seat/seats} is in question.");
    if (open == 1) return CV_MSG("One of {of:seat/seats} is in question.");
    return CV_MSG("{n} of {of:seat/seats} are in question.");
}

static const char *of_contests(int32_t open)
{
    if (open == 0)
        return CV_MSG("None of {of:contest/contests} for {seats:seat/seats} is in question.");
    if (open == 1)
        return CV_MSG("One of {of:contest/contests} for {seats:seat/seats} is in question.");
    return CV_MSG("{n} of {of:contest/contests} for {seats:seat/seats} are in question.");
}

/* The sentences of the page: page/src/answer/sentence.ts. */
cv_str cv_text_sentence(const cv_text_doc *d)
{
    answer_counts c = count_answer(d);
    const cv_language *l = d->language;
    if (c.contests == 0) return cv_tr(l, CV_MSG("There is no contest in this review."));
    if (c.contests == 1 || (c.single && c.seats == 1))
        return cv_sentence(l, of_one(c.contests_open, c.seats), CV_SLOTS(cv_slot_n("n", c.seats)),
                           d->work);
    if (c.single)
        return cv_sentence(l, of_seats(c.seats_open),
                           CV_SLOTS(cv_slot_n("n", c.seats_open), cv_slot_n("of", c.seats)),
                           d->work);
    return cv_sentence(l, of_contests(c.contests_open),
                       CV_SLOTS(cv_slot_n("n", c.contests_open), cv_slot_n("of", c.contests),
                                cv_slot_n("seats", c.seats)),
                       d->work);
}

cv_str cv_text_rounds(const cv_text_doc *d)
{
    answer_counts c = count_answer(d);
    if (!c.single || c.contests < 2 || c.seats == c.contests) return CV_STR("");
    return cv_sentence(d->language,
                       CV_MSG("Below, {n:contest/contests}: a first round and its run-off are two. "
                              "A seat is in question when one of its rounds is."),
                       CV_SLOTS(cv_slot_n("n", c.contests)), d->work);
}

static void add_words(cv_text_doc *d)
{
    static const cv_word order[] = {CV_CONTRADICTED, CV_UNDETERMINED, CV_OPEN, CV_HOLDS,
                                    CV_CONFIRMED};
    int32_t words[CV_N_WORDS] = {0};
    for (int32_t i = 0; i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i)) words[d->review->contest[i].verdict.word]++;
    int32_t digits = cv_str_width(cv_language_count(d->language, cv_text_n_shown(d), d->work));
    cv_text_add(d->to, CV_STR("\n"));
    cv_text_line(d, 0, cv_text_sentence(d));
    cv_str rounds = cv_text_rounds(d);
    if (rounds.n) cv_text_line(d, 0, rounds);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (words[order[i]]) add_word(d, order[i], words[order[i]], digits);
}

/* ---- chamber ---- */

static const cv_grid_column bloc_columns[] = {
    {CV_MSG("bloc"),        CV_LEFT,  12, false},
    {CV_MSG("seats"),       CV_RIGHT, 0,  false},
    {CV_MSG("at least"),    CV_RIGHT, 0,  false},
    {CV_MSG("at most"),     CV_RIGHT, 0,  false},
    {CV_MSG("as declared"), CV_RIGHT, 0,  true },
};

/* With some contests left out the declared seats would look like another chamber. */
static bool is_declared(const cv_election *e)
{
    for (int32_t i = 0; i < e->n_contests; i++) {
        const cv_declared *d = &e->contest[i].declared;
        if (e->contest[i].in_chamber && !d->has_winners && !d->is_runoff && !d->is_void)
            return false;
    }
    return true;
}

cv_grid cv_text_chamber_grid(const cv_text_doc *d)
{
    const cv_chamber *c = &d->review->chamber;
    bool blocs = c->n_lines > 1 || (c->n_lines == 1 && c->line[0].bloc.i >= 0);
    int32_t n_columns = is_declared(d->election) ? 5 : 4;
    cv_grid g = cv_grid_open(bloc_columns, n_columns, d->language, d->work);
    if (!blocs || c->seats <= 1 || d->report->shown) return g;
    for (int32_t i = 0; i < c->n_lines; i++) {
        const cv_chamber_line *l = &c->line[i];
        cv_grid_add(&g,
                    l->bloc.i < 0 ? cv_tr(d->language, CV_MSG("no bloc"))
                                  : cv_show_name(d->election->bloc[l->bloc.i].name, d->work),
                    CV_INK_PLAIN);
        cv_grid_add_count(&g, l->seats);
        cv_grid_add_count(&g, l->low);
        cv_grid_add_count(&g, l->high);
        if (n_columns == 5) cv_grid_add_count(&g, l->declared);
    }
    if (c->vacant_high > 0) {
        cv_grid_add(&g, cv_tr(d->language, CV_MSG("vacant")), CV_INK_PLAIN);
        cv_grid_add_count(&g, c->vacant);
        cv_grid_add_count(&g, c->vacant_low);
        cv_grid_add_count(&g, c->vacant_high);
        if (n_columns == 5) cv_grid_add(&g, CV_STR(""), CV_INK_PLAIN);
    }
    return g;
}

static void add_chamber(cv_text_doc *d)
{
    const cv_chamber *c = &d->review->chamber;
    cv_grid g = cv_text_chamber_grid(d);
    if (!cv_grid_n_rows(&g)) return;
    cv_text_head(d, cv_sentence(d->language, "Chamber, {n:seat/seats}",
                                CV_SLOTS(cv_slot_n("n", c->seats)), d->work));
    cv_text_grid(d, &g, CV_LOOK_LIST);
    cv_text_just(d, 2,
                 c->conservative
                     ? CV_MSG("No bloc can have fewer or more; the highs do not add up.")
                     : CV_MSG("Each low and each high can occur; the highs do not add up."));
}

void cv_text_answer(cv_text_doc *d)
{
    add_words(d);
    add_chamber(d);
}

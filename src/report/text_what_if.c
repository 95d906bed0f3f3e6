#include "report/text_parts.h"

#include "model/verdict_texts.h"

static const cv_grid_column columns[] = {
    {CV_MSG("option"),  CV_LEFT,  10, false},
    {CV_MSG("votes"),   CV_RIGHT, 0,  false},
    {CV_MSG("what if"), CV_RIGHT, 0,  false},
    {CV_MSG("change"),  CV_RIGHT, 0,  false},
};

static void add_votes(cv_text_doc *d, const cv_contest *c, const cv_contest_review *before,
                      const cv_contest_review *after)
{
    cv_grid g = cv_grid_open(columns, 4, d->language, d->work);
    for (int32_t o = 0; o < c->n_options; o++) {
        cv_count was = before->decided.totals.votes[o], is = after->decided.totals.votes[o];
        cv_grid_add(&g, cv_option_title(c, o, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, was);
        cv_grid_add_count(&g, is);
        cv_grid_add_count(&g, is - was);
    }
    cv_grid_show(d->to, &g, cv_grid_n_rows(&g), 4, d->look);
}

static cv_str names_of(cv_text_doc *d, const cv_contest *c, const cv_tally *t)
{
    enum { NAMED = 5 };
    cv_text names = cv_text_open(d->work);
    for (int32_t k = 0; k < t->n_winners && k < NAMED; k++)
        cv_text_addf(&names, "%s%.*s", k ? ", " : "",
                     CV_ARG(cv_option_title(c, t->winner[k], d->work)));
    return cv_and_more(cv_text_str(&names), t->n_winners - NAMED, d->language, d->work);
}

static void add_line(cv_text_doc *d, const cv_contest *c, const cv_contest_review *r, bool after)
{
    const cv_tally *t = &r->tally;
    cv_str names = names_of(d, c, t);
    cv_text_say(d, 4,
                after ? CV_MSG("What if: {word}; {outcome}: {options}; lead {lead}.")
                      : CV_MSG("As it is: {word}; {outcome}: {options}; lead {lead}."),
                CV_SLOTS(cv_slot_s("word", cv_word_shown(r->verdict.word, d->language)),
                         cv_slot_s("outcome", cv_tr(d->language, cv_outcome_word(t->kind))),
                         cv_slot_s("options", names.n ? names : CV_STR("–")),
                         cv_slot_n("lead", t->kind == CV_TIE ? 0 : r->sensitivity.lead)));
}

void cv_text_what_if(cv_text_doc *d)
{
    const cv_what_if *w = d->review->what_if;
    cv_text_add(d->to, CV_STR("\n"));
    for (int32_t i = 0; i < w->n_steps; i++)
        cv_text_say(d, 0, "What if {step}? Nobody has decided it.",
                    CV_SLOTS(cv_slot_s("step", cv_show_name(w->step[i].text, d->work))));
    if (w->n_unfit)
        cv_text_say(d, 2, "{n:step/steps} could not be applied as written.",
                    CV_SLOTS(cv_slot_n("n", w->n_unfit)));
    if (w->n_contests == 0) cv_text_just(d, 2, "No contest is concerned.");
    for (int32_t i = 0; i < w->n_contests; i++) {
        cv_contest_ix c = w->contest[i].contest;
        const cv_contest *contest = &d->election->contest[c.i];
        const cv_contest_review *before = &d->review->contest[c.i];
        cv_text_add(d->to, CV_STR("\n  "));
        cv_show_ink(d->to, cv_contest_title(d->election, c, d->language, d->work), CV_INK_STRONG,
                    d->look);
        cv_text_add(d->to, CV_STR("\n"));
        add_line(d, contest, before, false);
        add_line(d, contest, w->contest[i].after, true);
        add_votes(d, contest, before, w->contest[i].after);
    }
}

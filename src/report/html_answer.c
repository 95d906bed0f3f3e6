#include "report/html_answer.h"

#include "model/verdict_texts.h"
#include "report/html_text.h"
#include "report/text_parts.h"

enum { SEATS_MOST = 200 };

static void add_head(cv_text_doc *d)
{
    const cv_election *e = d->election;
    cv_html_element(d->to, "h1", e->title);
    cv_text line = cv_text_open(d->work);
    if (e->place.n) cv_text_add(&line, e->place);
    if (e->place.n && cv_date_is(e->date)) cv_text_add(&line, CV_STR(", "));
    if (cv_date_is(e->date)) cv_text_add(&line, cv_language_date(d->language, e->date, d->work));
    if (line.n) cv_html_element(d->to, "p", cv_text_str(&line));
    if (e->is_simulated)
        cv_html_element(
            d->to, "p",
            cv_tr(d->language, CV_MSG("Simulated: this election did not take place. Its figures "
                                      "were made for training.")));
}

static void add_words(cv_text_doc *d)
{
    int32_t n[CV_N_WORDS] = {0};
    for (int32_t i = 0; i < d->election->n_contests; i++)
        if (cv_report_shows(d->report, i)) n[d->review->contest[i].verdict.word]++;
    cv_text_add(d->to, CV_STR("<ul>\n"));
    for (int32_t w = 0; w < CV_N_WORDS; w++)
        if (n[w])
            cv_html_element(d->to, "li",
                            cv_str_format(d->work, "%.*s %.*s: %.*s",
                                          CV_ARG(cv_language_count(d->language, n[w], d->work)),
                                          CV_ARG(cv_word_shown((cv_word)w, d->language)),
                                          CV_ARG(cv_word_meaning((cv_word)w, d->language))));
    cv_text_add(d->to, CV_STR("</ul>\n"));
}

static void add_seats(cv_text_doc *d)
{
    int32_t n;
    const int32_t *order = cv_text_order(d, &n);
    cv_grid g = cv_text_seat_grid(d, order, n);
    cv_html_table(d->to, &g, SEATS_MOST, cv_tr(d->language, cv_text_seat_heading(n)));
    for (int32_t i = 0; i < n && i < SEATS_MOST; i++) {
        cv_str lots = cv_text_lots(d, order[i]);
        if (lots.n) cv_html_element(d->to, "p", lots);
    }
    if (n > SEATS_MOST)
        cv_html_element(d->to, "p",
                        cv_sentence(d->language, "{n} more are in tables/seats.csv.",
                                    CV_SLOTS(cv_slot_n("n", n - SEATS_MOST)), d->work));
}

void cv_html_answer(cv_text *to, const cv_report *r)
{
    const cv_look look = {.columns = 100, .all = true, .language = r->language};
    cv_text_doc d = {.to = to,
                     .report = r,
                     .review = r->review,
                     .election = r->review->election,
                     .look = &look,
                     .language = r->language,
                     .work = to->keep};
    add_head(&d);
    cv_html_element(to, "p", cv_text_sentence(&d));
    cv_str rounds = cv_text_rounds(&d);
    if (rounds.n) cv_html_element(to, "p", rounds);
    add_words(&d);
    cv_grid chamber = cv_text_chamber_grid(&d);
    if (cv_grid_n_rows(&chamber))
        cv_html_table(to, &chamber, SEATS_MOST, cv_tr(r->language, CV_MSG("Chamber")));
    add_seats(&d);
    cv_html_element(
        to, "p",
        cv_tr(r->language, CV_MSG("This is the answer alone. With scripts allowed, this page shows "
                                  "the seats, findings, stations and forms; it needs no network. "
                                  "Everything is also in review.json and in the folder tables, "
                                  "beside this file.")));
}

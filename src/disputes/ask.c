#include "disputes/ask.h"

/* ---- ADOPT: the figures of the station's other copies ---- */

static cv_asked_figures figures_of(const cv_forms *f, int32_t n_options, int32_t row,
                                   cv_arena *keep)
{
    cv_cell *votes = cv_new(keep, cv_cell, n_options);
    for (int32_t o = 0; o < n_options; o++) votes[o] = f->votes[o][row];
    return (cv_asked_figures){.votes = votes,
                              .other = CV_CELL_UNREPORTED,
                              .blank = f->derived[CV_D_BLANK][row],
                              .invalid = f->derived[CV_D_INVALID][row],
                              .persons = f->derived[CV_D_PERSONS][row],
                              .box = f->derived[CV_D_BOX][row]};
}

static bool add_copies(cv_asked *out, const cv_election *e, const cv_complaint *c, cv_arena *keep)
{
    const cv_forms *f = &e->forms[c->contest.i];
    cv_asked_figures *figures = NULL;
    int32_t n = 0, cap = 0;
    if (c->n_places != 1) return false;
    for (int32_t i = 0; i < f->n; i++) {
        if (f->station[i].i != c->place[0].i || f->state[i] != CV_FORM_COPY) continue;
        cv_room(keep, cv_asked_figures, figures, n, cap);
        figures[n++] = figures_of(f, e->contest[c->contest.i].n_options, i, keep);
    }
    out->n_alternatives = n;
    out->alternative = figures;
    return n > 0;
}

/* ---- kinds ---- */

static void widest(cv_asked *q)
{
    q->ask = CV_ASK_REPEAT;
    q->n_places = 0, q->place = NULL;
    q->k = CV_BLANK;
}

static void ask_to_annul(cv_asked *q, const cv_complaint *c)
{
    if (c->option >= 0) {
        q->ask = CV_ASK_CANCEL;
    } else if (c->scope == CV_ABOUT_BALLOT || c->scope == CV_ABOUT_BOX) {
        q->ask = CV_ASK_REMOVE;
    } else if (c->scope == CV_ABOUT_SEAT) {
        q->ask = CV_ASK_VOID;
    } else if (!c->n_places) { /* some station, nobody says which */
        q->ask = CV_ASK_REMOVE;
    } else {
        q->ask = CV_ASK_ANNUL;
    }
}

/* Figures that are said to be wrong, by so many votes if the record says by how many. */
static void ask_to_correct(cv_asked *q, const cv_complaint *c)
{
    if (c->sign > 0) {
        q->ask = CV_ASK_ADD;
    } else if (c->sign < 0) {
        q->ask = CV_ASK_REMOVE;
    } else if (c->votes != CV_BLANK || (c->option >= 0 && c->to >= 0)) {
        /* Votes on another's pile change a lead most; from and to whom need not be said. */
        q->ask = CV_ASK_MOVE;
    } else {
        q->ask = CV_ASK_RECOUNT;
    }
}

bool cv_complaint_asks(cv_asked *out, const cv_election *e, const cv_complaint *c,
                       cv_cancel cancelled, cv_arena *keep)
{
    if (c->contest.i < 0 || c->scope == CV_ABOUT_NATION || c->relief == CV_RELIEF_CONFIRM)
        return false;
    cv_asked q = {.id = c->id,
                  .by = CV_BY_COMPLAINT,
                  .contest = c->contest,
                  .n_places = c->n_places,
                  .place = c->place,
                  .k = c->votes,
                  .option = c->option,
                  .to = c->to,
                  .mode = cancelled};
    switch (c->relief) {
    case CV_RELIEF_ANNUL: ask_to_annul(&q, c); break;
    case CV_RELIEF_CORRECT: ask_to_correct(&q, c); break;
    case CV_RELIEF_ADOPT:
        q.ask = add_copies(&q, e, c, keep) ? CV_ASK_FIGURES : CV_ASK_RECOUNT;
        break;
    case CV_RELIEF_NONE: /* a ground and nothing asked for: the papers would be looked at */
    case CV_RELIEF_RECOUNT: q.ask = CV_ASK_RECOUNT; break;
    case CV_RELIEF_REPEAT: q.ask = CV_ASK_REPEAT; break;
    case CV_RELIEF_VOID: q.ask = CV_ASK_VOID; break;
    case CV_RELIEF_CANCEL: q.ask = CV_ASK_CANCEL; break;
    case CV_RELIEF_BAR: q.ask = CV_ASK_BAR; break;
    case CV_RELIEF_REINSTATE:
    case CV_RELIEF_POSTPONE:
    case CV_RELIEF_REVOKE:
    case CV_RELIEF_CONFIRM:
    case CV_N_RELIEFS: widest(&q); break;
    }
    /* Whose votes are to be cancelled is not said: nothing narrower than the whole seat. */
    if ((q.ask == CV_ASK_CANCEL || q.ask == CV_ASK_BAR) && q.option < 0) widest(&q);
    *out = q;
    return true;
}

#include "report/report.h"

#include "model/lot.h"
#include "model/verdict_texts.h"
#include "report/words.h"

/* A row is put as soon as it is whole; its texts are forgotten. */
typedef struct {
    cv_out out;
    cv_error *err;
    const cv_report *report;
    const cv_review *review;
    const cv_election *election;
} csv_doc;

static csv_doc open_csv(cv_out out, const cv_report *r, cv_error *err)
{
    return (csv_doc){out, err, r, r->review, r->review->election};
}

static void cell(cv_text *row, cv_str s)
{
    if (row->n) cv_csv_next(row);
    cv_csv_cell(row, s);
}

static void number(cv_text *row, cv_count n)
{
    if (row->n) cv_csv_next(row);
    cv_csv_count(row, n);
}

static cv_status put_row(const csv_doc *d, cv_text *row)
{
    cv_csv_end(row);
    return d->out.put(d->out.to, cv_text_str(row), d->err);
}

static cv_status put_head(const csv_doc *d, cv_str head)
{
    return d->out.put(d->out.to, head, d->err);
}

/* ---- seats ---- */

static cv_str ids_by_lot(const cv_contest *c, const cv_tally *t, cv_arena *work)
{
    cv_text ids = cv_text_open(work);
    for (int32_t i = 0; i < t->n_lots_used; i++)
        for (int32_t k = 0; k < c->lot[i].n; k++)
            cv_text_addf(&ids, "%s%.*s", ids.n ? " " : "",
                         CV_ARG(c->option[c->lot[i].option[k]].id));
    return cv_text_str(&ids);
}

static cv_status put_seat(const csv_doc *d, int32_t i, cv_arena work)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_contest_review *r = &d->review->contest[i];
    const cv_tally *t = &r->tally;
    cv_text row = cv_text_open(&work), winners = cv_text_open(&work);
    for (int32_t k = 0; k < t->n_winners; k++)
        cv_text_addf(&winners, "%s%.*s", k ? " " : "", CV_ARG(c->option[t->winner[k]].id));
    cell(&row, c->id);
    cell(&row, c->name);
    number(&row, c->round);
    number(&row, c->seats);
    cell(&row, cv_str_of(cv_outcome_word(t->kind)));
    cell(&row, cv_text_str(&winners));
    cell(&row, ids_by_lot(c, t, &work));
    number(&row, t->margin.kind == CV_MARGIN_NONE ? CV_BLANK : t->margin.votes);
    number(&row, r->sensitivity.contradicted);
    number(&row, r->sensitivity.assertion < 0 ? CV_BLANK : r->sensitivity.lead);
    number(&row, r->sensitivity.fall);
    number(&row, r->sensitivity.fall_missing);
    number(&row, r->decided.n_counted);
    number(&row, r->decided.n_awaited);
    cell(&row, cv_word_name(r->verdict.word));
    cell(&row, r->verdict.n_reasons ? cv_reason_sentence(&r->verdict.reason[0], c, NULL, &work)
                                    : CV_STR(""));
    return put_row(d, &row);
}

cv_status cv_csv_seats(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    csv_doc d = open_csv(out, r, err);
    CV_TRY(put_head(
        &d,
        CV_STR(
            "contest,name,round,seats,outcome,winners,by_lot,margin_votes,votes_contradicted,lead,"
            "votes_in_question,votes_missing,forms_counted,forms_missing,verdict,reason\n")));
    for (int32_t i = 0; i < d.election->n_contests; i++)
        if (cv_report_shows(r, i)) CV_TRY(put_seat(&d, i, scratch));
    return CV_OK;
}

/* ---- options ---- */

static cv_status put_option(const csv_doc *d, int32_t i, int32_t o, cv_arena work)
{
    const cv_contest *c = &d->election->contest[i];
    const cv_contest_review *r = &d->review->contest[i];
    const cv_option *option = &c->option[o];
    cv_text row = cv_text_open(&work);
    cell(&row, c->id);
    cell(&row, option->id);
    cell(&row, option->name);
    cell(&row, option->party);
    cell(&row, option->bloc.i < 0 ? CV_STR("") : d->election->bloc[option->bloc.i].id);
    number(&row, r->summed.totals.votes[o]);
    number(&row, r->decided.totals.votes[o]);
    number(&row, c->declared.votes ? c->declared.votes[o] : CV_BLANK);
    number(&row, r->summed_tally.seats[o]);
    number(&row, r->tally.seats[o]);
    bool declared = c->declared.has_winners && !c->declared.is_runoff && c->declared.seats;
    number(&row, declared ? c->declared.seats[o] : CV_BLANK);
    return put_row(d, &row);
}

cv_status cv_csv_options(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    csv_doc d = open_csv(out, r, err);
    CV_TRY(put_head(
        &d, CV_STR("contest,option,name,party,bloc,votes_summed,votes_decided,votes_declared,"
                   "seats_summed,seats_decided,seats_declared\n")));
    for (int32_t i = 0; i < d.election->n_contests; i++) {
        if (!cv_report_shows(r, i)) continue;
        for (int32_t o = 0; o < d.election->contest[i].n_options; o++)
            CV_TRY(put_option(&d, i, o, scratch));
    }
    return CV_OK;
}

/* ---- findings ---- */

static cv_status put_finding(const csv_doc *d, const cv_finding *f, cv_arena work)
{
    const cv_election *e = d->election;
    int32_t rule = cv_rule_row_in(&e->profile, f->code);
    cv_text row = cv_text_open(&work);
    cell(&row, cv_code_text(f->code, &work));
    cell(&row, cv_str_of(cv_severity_word(f->severity)));
    cell(&row, rule < 0 ? CV_STR("") : cv_rule_at(&e->profile, rule)->title);
    cell(&row, e->contest[f->contest.i].id);
    cell(&row, f->station.i < 0 ? CV_STR("") : e->station[f->station.i].code);
    cell(&row, f->option < 0 ? CV_STR("") : e->contest[f->contest.i].option[f->option].id);
    number(&row, f->left);
    number(&row, f->right);
    number(&row, f->contradicted);
    cell(&row, cv_str_of(cv_change_word(f->change)));
    number(&row, f->change == CV_CHANGE_NONE || f->change == CV_CHANGE_EXACT ? CV_BLANK : f->k);
    cell(&row, cv_form_place(e, f->contest, f->row, &work));
    number(&row, f->row < 0 ? CV_BLANK : f->row);
    return put_row(d, &row);
}

cv_status cv_csv_findings(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    csv_doc d = open_csv(out, r, err);
    const cv_check_result *check = d.review->check;
    CV_TRY(put_head(
        &d,
        CV_STR(
            "code,severity,title,contest,station,option,left,right,votes_contradicted,change,most,"
            "source,form\n")));
    for (int64_t i = 0; i < check->n_findings; i++)
        if (cv_report_shows(r, check->finding[i].contest.i))
            CV_TRY(put_finding(&d, &check->finding[i], scratch));
    return CV_OK;
}

/* ---- refused rows ---- */

static cv_status put_refused(const csv_doc *d, const cv_refused *x, cv_arena work)
{
    const cv_election *e = d->election;
    cv_text row = cv_text_open(&work);
    cell(&row, e->source[x->source.i].file);
    number(&row, x->line);
    number(&row, x->column ? x->column : CV_BLANK);
    cell(&row, cv_str_format(&work, "R%02d", x->code));
    cell(&row, x->reason.text);
    cell(&row, x->contest.i < 0 ? CV_STR("") : e->contest[x->contest.i].id);
    cell(&row, x->station.i < 0 ? CV_STR("") : e->station[x->station.i].code);
    return put_row(d, &row);
}

cv_status cv_csv_refused(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    csv_doc d = open_csv(out, r, err);
    CV_TRY(put_head(&d, CV_STR("file,line,column,code,reason,contest,station\n")));
    for (int64_t i = 0; i < d.election->n_refused; i++)
        CV_TRY(put_refused(&d, &d.election->refused[i], scratch));
    return CV_OK;
}

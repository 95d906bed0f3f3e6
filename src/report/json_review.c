#include "report/json_law.h"
#include "report/json_parts.h"

#include "model/decision.h"
#include "model/geo.h"
#include "model/rule_names.h"
#include "model/verdict_texts.h"
#include "report/json_complaints.h"
#include "report/words.h"

bool cv_report_shows(const cv_report *r, int32_t contest)
{
    return !r->shown || r->shown[contest];
}

/* ---- values ---- */

json_t *cv_json_option_id(const cv_contest *contest, int32_t option)
{
    return option < 0 ? json_null() : cv_json_str(contest->option[option].id);
}

json_t *cv_json_contest_id(const cv_election *e, cv_contest_ix c)
{
    return c.i < 0 ? json_null() : cv_json_str(e->contest[c.i].id);
}

json_t *cv_json_station_code(const cv_election *e, cv_station_ix s)
{
    return s.i < 0 ? json_null() : cv_json_str(e->station[s.i].code);
}

/* ---- head ---- */

cv_json_doc cv_json_doc_open(cv_out out, const cv_report *r, const cv_extract *extract,
                             cv_arena *work, cv_error *err)
{
    const cv_election *e = r->review->election;
    cv_json_doc d = {.json = cv_json_open(out, err),
                     .report = r,
                     .review = r->review,
                     .election = e,
                     .extract = extract,
                     .work = work};
    d.json.compact = extract != NULL;
    cv_json_value(&d.json, "canvass", json_string(CV_VERSION));
    cv_json_value(&d.json, "case", cv_json_str(e->id));
    cv_json_value(&d.json, "title", cv_json_str(e->title));
    cv_json_value(&d.json, "place", cv_json_text(e->place));
    cv_json_value(&d.json, "date", cv_json_date(e->date, work));
    cv_json_value(&d.json, "simulated", json_boolean(e->is_simulated));
    cv_json_value(&d.json, "as_of", cv_json_date(r->review->as_of, work));
    return d;
}

/* ---- inputs ---- */

static json_t *sheet_value(const cv_sheet_facts *s)
{
    json_t *sheet = json_object();
    cv_json_set(sheet, "hidden", json_boolean(s->is_hidden));
    cv_json_set(sheet, "hidden_rows", json_integer(s->hidden_rows));
    cv_json_set(sheet, "hidden_columns", json_integer(s->hidden_columns));
    cv_json_set(sheet, "formulas", json_integer(s->formulas));
    cv_json_set(sheet, "errors", json_integer(s->errors));
    cv_json_set(sheet, "merged", json_integer(s->merged));
    return sheet;
}

void cv_json_inputs(cv_json_doc *d)
{
    const cv_election *e = d->election;
    cv_json_array(&d->json, "inputs");
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_source *s = &e->source[i];
        json_t *row = json_object();
        cv_json_set(row, "file", cv_json_str(s->file));
        cv_json_set(row, "sha256", cv_json_str(cv_sha256_hex(&s->sha256, d->work)));
        cv_json_set(row, "bytes", json_integer(s->bytes));
        cv_json_set(row, "encoding", cv_json_str(s->encoding));
        if (s->encoding_words.n) cv_json_set(row, "encoding_words", cv_json_str(s->encoding_words));
        if (s->sheet.is_sheet) cv_json_set(row, "sheet", sheet_value(&s->sheet));
        cv_json_set(row, "rows", json_integer(s->rows));
        cv_json_set(row, "taken", json_integer(s->taken));
        cv_json_set(row, "skipped", json_integer(s->skipped));
        cv_json_set(row, "refused", json_integer(s->refused));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
    cv_json_array(&d->json, "skipped");
    for (int64_t i = 0; i < e->n_skipped; i++) {
        const cv_skipped *s = &e->skipped[i];
        json_t *row = json_object();
        cv_json_set(row, "file", cv_json_str(e->source[s->source.i].file));
        cv_json_set(row, "reason", cv_json_str(s->reason));
        cv_json_set(row, "rows", json_integer(s->n));
        cv_json_set(row, "first_line", json_integer(s->first_line));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

/* What the map shows; null without one. Names that did not meet, the first few. */
static json_t *map_value(const cv_election *e)
{
    enum { SHOWN = 20 };
    if (!e->map) return json_null();
    const cv_geo_map *m = e->map;
    json_t *row = json_object(), *unmatched = json_array(), *without = json_array();
    cv_json_set(row, "file", cv_json_str(e->source[m->source.i].file));
    cv_json_set(row, "of", json_string(m->of_contests ? "contest" : "area"));
    cv_json_set(row, "shapes", json_integer(m->n));
    cv_json_set(row, "unmatched", json_integer(m->n_unmatched));
    cv_json_set(row, "without_shape", json_integer(m->n_without));
    for (int32_t i = 0; i < m->n && json_array_size(unmatched) < SHOWN; i++)
        if (m->shape[i].is_unmatched) cv_json_add(unmatched, cv_json_str(m->shape[i].code));
    for (int32_t i = 0; i < m->n_without && i < SHOWN; i++)
        cv_json_add(without, cv_json_str(m->without[i]));
    cv_json_set(row, "unmatched_codes", unmatched);
    cv_json_set(row, "without_shape_names", without);
    return row;
}

/* The page says the reason again in its reader's language. */
static void set_message(json_t *row, const cv_message *m)
{
    json_t *with = json_array();
    cv_str rest = m->arguments;
    while (rest.n) {
        int64_t end = cv_str_find(rest, CV_STR("\0"), 0);
        cv_json_add(with, cv_json_str(cv_str_cut(rest, 0, end < 0 ? rest.n : end)));
        rest = cv_str_cut(rest, end < 0 ? rest.n : end + 1, rest.n);
    }
    cv_json_set(row, "format", json_string(m->format));
    cv_json_set(row, "with", with);
}

static void put_refused(cv_json_doc *d)
{
    const cv_election *e = d->election;
    cv_json_array(&d->json, "refused");
    int64_t n = d->extract ? d->extract->n_refused : e->n_refused;
    for (int64_t i = 0; i < n; i++) {
        const cv_refused *r = &e->refused[i];
        json_t *row = json_object();
        cv_json_set(row, "file", cv_json_str(e->source[r->source.i].file));
        cv_json_set(row, "line", json_integer(r->line));
        cv_json_set(row, "column", r->column ? json_integer(r->column) : json_null());
        cv_json_set(row, "code", cv_json_str(cv_str_format(d->work, "R%02d", r->code)));
        cv_json_set(row, "reason", cv_json_str(r->reason.text));
        if (d->extract && r->reason.format) set_message(row, &r->reason);
        cv_json_set(row, "contest", cv_json_contest_id(e, r->contest));
        cv_json_set(row, "station", cv_json_station_code(e, r->station));
        cv_json_line(&d->json, NULL, row);
    }
    cv_json_end(&d->json);
}

/* ---- chamber ---- */

static void put_chamber(cv_json_doc *d)
{
    const cv_chamber *c = &d->review->chamber;
    json_t *words = json_object();
    for (int32_t w = 0; w < CV_N_WORDS; w++) {
        cv_str name = cv_word_name((cv_word)w);
        cv_json_set(words, cv_str_copy(d->work, name).s, json_integer(d->review->words[w]));
    }
    cv_json_value(&d->json, "words", words);
    cv_json_array(&d->json, "chamber");
    for (int32_t i = 0; i < c->n_lines; i++)
        cv_json_line(&d->json, NULL, cv_json_bloc_row(d->election, &c->line[i]));
    cv_json_end(&d->json);
    cv_json_value(&d->json, "chamber_seats", json_integer(c->seats));
    cv_json_line(&d->json, "vacant", cv_json_vacant(c));
    cv_json_value(&d->json, "chamber_bounds", json_string(c->conservative ? "proved" : "attained"));
}

/* ---- rule sets ---- */

static json_t *share_test(const cv_share_test *t, cv_arena *work)
{
    json_t *o = json_object();
    cv_json_set(o, "share",
                cv_json_str(cv_str_format(work, "%lld/%lld", (long long)t->share.p,
                                          (long long)t->share.q)));
    cv_json_set(o, "relation", cv_json_str(cv_rule_word(CV_RELATION_NAMES, t->relation)));
    cv_json_set(o, "base", cv_json_str(cv_rule_word(CV_BASE_NAMES, t->base)));
    return o;
}

static void add_list_rules(json_t *o, const cv_rule_set *r, cv_arena *work)
{
    json_t *thresholds = json_array();
    for (int32_t i = 0; i < r->n_thresholds; i++)
        cv_json_add(thresholds, share_test(&r->threshold[i], work));
    if (r->engine == CV_ENGINE_DIVISOR)
        cv_json_set(o, "divisors", cv_json_str(cv_divisors_word(r->divisors)));
    if (r->engine == CV_ENGINE_REMAINDER)
        cv_json_set(o, "quota", cv_json_str(cv_rule_word(CV_QUOTA_NAMES, r->quota)));
    cv_json_set(o, "thresholds", thresholds);
}

static json_t *rule_set_row(const cv_rule_set *r, cv_arena *work)
{
    json_t *o = json_object(), *win = json_array();
    cv_json_set(o, "id", cv_json_str(r->id));
    cv_json_set(o, "name", cv_json_str(r->name));
    cv_json_set(o, "engine", cv_json_str(cv_rule_word(CV_ENGINE_NAMES, r->engine)));
    cv_json_set(o, "cite", cv_json_text(r->cite));
    cv_json_set(o, "unverified", json_boolean(r->unverified));
    if (r->has_min_share) cv_json_set(o, "min_share", share_test(&r->min_share, work));
    if (r->has_turnout_min) cv_json_set(o, "turnout_min", share_test(&r->turnout_min, work));
    for (int32_t i = 0; i < r->n_win; i++) {
        json_t *condition = share_test(&r->win[i].share, work);
        if (r->win[i].has_lead) cv_json_set(condition, "lead", share_test(&r->win[i].lead, work));
        cv_json_add(win, condition);
    }
    cv_json_set(o, "win", win);
    if (r->engine == CV_ENGINE_DIVISOR || r->engine == CV_ENGINE_REMAINDER)
        add_list_rules(o, r, work);
    return o;
}

static void put_rule_sets(cv_json_doc *d)
{
    const cv_election *e = d->election;
    cv_json_array(&d->json, "rule_sets");
    for (int32_t i = 0; i < e->n_rule_sets; i++)
        cv_json_line(&d->json, NULL, rule_set_row(&e->rule_set[i], d->work));
    cv_json_end(&d->json);
}

/* ---- copies ---- */

static json_t *copy_row(const cv_json_doc *d, const cv_copy_sums *s)
{
    const cv_election *e = d->election;
    const cv_contest *c = &e->contest[s->contest.i];
    json_t *row = json_object(), *votes = json_array();
    for (int32_t o = 0; o < c->n_options; o++)
        cv_json_add(votes, cv_json_count(s->sums.totals.votes[o]));
    cv_json_set(row, "contest", cv_json_str(c->id));
    cv_json_set(row, "copy", cv_json_str(e->copy[s->copy.i].id));
    cv_json_set(row, "holder", cv_json_str(e->copy[s->copy.i].holder));
    cv_json_set(row, "forms", json_integer(s->sums.n_counted));
    cv_json_set(row, "votes", votes);
    return row;
}

static void put_copies(cv_json_doc *d)
{
    cv_json_array(&d->json, "copies");
    for (int32_t i = 0; i < d->review->n_copy_sums; i++)
        if (cv_report_shows(d->report, d->review->copy_sums[i].contest.i))
            cv_json_line(&d->json, NULL, copy_row(d, &d->review->copy_sums[i]));
    cv_json_end(&d->json);
}

/* ---- whole documents ---- */

void cv_json_whole(cv_json_doc *d)
{
    cv_json_value(&d->json, "known_at", cv_json_date(d->review->known_at, d->work));
    cv_json_inputs(d);
    cv_json_value(&d->json, "map", map_value(d->election));
    put_rule_sets(d);
    cv_json_contests(d, CV_PART_ALL);
    put_chamber(d);
    cv_json_put_blocs(d);
    cv_json_places(d);
    cv_json_ledger(d);
    put_copies(d);
    cv_json_copies_compared(d);
    cv_json_complaints_part(d);
    cv_json_put_incidents(d);
    cv_json_law(d);
    cv_json_findings(d);
    put_refused(d);
}

cv_status cv_json_review(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_whole(&d);
    return cv_json_close(&d.json);
}

cv_status cv_json_check(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_inputs(&d);
    cv_json_findings(&d);
    put_refused(&d);
    return cv_json_close(&d.json);
}

cv_status cv_json_tally(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_inputs(&d);
    put_rule_sets(&d);
    cv_json_contests(&d, CV_PART_OUTCOME | CV_PART_STEPS);
    return cv_json_close(&d.json);
}

cv_status cv_json_sensitivity(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_inputs(&d);
    cv_json_contests(&d, CV_PART_OUTCOME | CV_PART_QUESTIONS | CV_PART_SENSITIVITY);
    cv_json_what_if(&d);
    return cv_json_close(&d.json);
}

cv_status cv_json_copies(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, r, NULL, &scratch, err);
    cv_json_inputs(&d);
    cv_json_places(&d);
    cv_json_copies_compared(&d);
    return cv_json_close(&d.json);
}

#include "report/dossier.h"

#include "model/complaint.h"
#include "report/complaint_words.h"
#include "report/html_text.h"
#include "report/json_complaints.h"
#include "report/text_parts.h"

/* What is being written. */
typedef struct {
    const cv_dossier *dossier;
    const cv_review *review;
    const cv_election *e;
    const cv_complaint *c;
    const cv_complaint_result *r;
    const cv_language *language;
    cv_text *to;
    cv_arena *work;
} writer;

static writer open_writer(const cv_dossier *d, cv_text *to, cv_arena *work)
{
    const cv_review *r = d->report->review;
    return (writer){.dossier = d,
                    .review = r,
                    .e = r->election,
                    .c = &r->complaints.file->complaint[d->complaint],
                    .r = &r->complaints.complaint[d->complaint],
                    .language = d->report->language,
                    .to = to,
                    .work = work};
}

/* ---- parts of a page ---- */

static void heading(writer *w, const char *msgid)
{
    cv_html_element(w->to, "h2", cv_tr(w->language, msgid));
}

static cv_str or_dash(cv_str s)
{
    return s.n ? s : CV_STR("–");
}

/* A line "name: value" of a list. */
static void item(writer *w, const char *msgid, cv_str value)
{
    cv_html_element(w->to, "dt", cv_tr(w->language, msgid));
    cv_html_element(w->to, "dd", or_dash(value));
}

static cv_str day(const writer *w, cv_date d)
{
    return cv_date_is(d) ? cv_language_date(w->language, d, w->work) : CV_STR("");
}

static cv_str count_or_dash(const writer *w, cv_count n)
{
    return cv_language_count(w->language, n, w->work);
}

static cv_str places(const writer *w)
{
    cv_text t = cv_text_open(w->work);
    for (int32_t i = 0; i < w->c->n_places; i++)
        cv_text_addf(&t, "%s%.*s", i ? ", " : "",
                     CV_ARG(cv_station_title(w->e, w->c->place[i], w->work)));
    return cv_text_str(&t);
}

static void add_claim(writer *w)
{
    const cv_complaint *c = w->c;
    bool hidden = cv_complaint_hides_filer(c);
    heading(w, CV_MSG("What is asked"));
    cv_text_add(w->to, CV_STR("<dl>\n"));
    item(w, CV_MSG("filed by"), hidden ? cv_tr(w->language, CV_MSG("name left out")) : c->filer);
    item(w, CV_MSG("standing"), c->standing);
    item(w, CV_MSG("against"), c->against);
    item(w, CV_MSG("contest"),
         c->contest.i < 0 ? CV_STR("") : cv_contest_title(w->e, c->contest, w->language, w->work));
    item(w, CV_MSG("stations"), places(w));
    item(w, CV_MSG("ground"), c->ground);
    item(w, CV_MSG("asks for"), cv_tr(w->language, cv_relief_title(c->relief)));
    item(w, CV_MSG("votes alleged"), count_or_dash(w, c->votes));
    item(w, CV_MSG("happened"), day(w, c->act));
    item(w, CV_MSG("known"), day(w, c->known));
    cv_text_add(w->to, CV_STR("</dl>\n"));
}

static void add_standing(writer *w)
{
    const cv_complaint_result *r = w->r;
    cv_str state = cv_tr(w->language, r->is_demand ? CV_MSG("demand") : cv_state_title(r));
    heading(w, CV_MSG("Where it stands"));
    cv_text_add(w->to, CV_STR("<dl>\n"));
    item(w, CV_MSG("as of"), day(w, w->review->complaints.now));
    item(w, CV_MSG("state"), state);
    item(w, CV_MSG("body"), r->body);
    item(w, CV_MSG("can it matter"),
         cv_complaint_matter(w->review, w->dossier->complaint, w->language, w->work));
    cv_text_add(w->to, CV_STR("</dl>\n"));
}

static void table(writer *w, const cv_grid *g, cv_str caption)
{
    if (cv_grid_n_rows(g)) cv_html_table(w->to, g, cv_grid_n_rows(g), caption);
}

/* ---- moves ---- */

static const cv_grid_column move_columns[] = {
    {CV_MSG("recorded"), CV_LEFT,  0, false, false},
    {CV_MSG("move"),     CV_LEFT,  0, false, false},
    {CV_MSG("body"),     CV_LEFT,  0, false, false},
    {CV_MSG("text"),     CV_LEFT,  0, false, false},
    {CV_MSG("line"),     CV_RIGHT, 0, false, false},
};

static cv_str words_of(const writer *w, const cv_complaint_move *m)
{
    cv_text t = cv_text_open(w->work);
    const cv_str parts[] = {m->cite, m->note, m->present, m->decision};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n) cv_text_addf(&t, "%s%.*s", t.n ? " · " : "", CV_ARG(parts[i]));
    return cv_text_str(&t);
}

static void add_moves(writer *w)
{
    cv_grid g = cv_grid_open(move_columns, 5, w->language, w->work);
    for (int32_t i = 0; i < w->c->n_moves; i++) {
        const cv_complaint_move *m = &w->c->move[i];
        if (!cv_move_is_shown(&w->review->complaints, m)) continue;
        cv_grid_add(&g, day(w, m->recorded), CV_INK_PLAIN);
        cv_grid_add(&g, cv_tr(w->language, cv_move_title(m->kind)), CV_INK_PLAIN);
        cv_grid_add(&g, or_dash(m->body), CV_INK_PLAIN);
        cv_grid_add(&g, or_dash(words_of(w, m)), CV_INK_PLAIN);
        cv_grid_add_count(&g, m->line);
    }
    heading(w, CV_MSG("Moves"));
    table(w, &g, w->e->source[w->review->complaints.file->source.i].file);
}

/* ---- terms ---- */

static void add_term(writer *w, const cv_term *t)
{
    cv_str rule = cv_clock_rule_text(&t->rule, w->work);
    cv_str title = cv_str_format(w->work, "%.*s: %.*s · %.*s%s%.*s",
                                 CV_ARG(cv_tr(w->language, cv_clock_title(t->clock))), CV_ARG(rule),
                                 CV_ARG(cv_tr(w->language, cv_term_title(t->state))),
                                 t->rule.cite.n ? " · " : "", CV_ARG(t->rule.cite));
    cv_html_element(w->to, "h3", title);
    cv_text_add(w->to, CV_STR("<ol>\n"));
    for (int32_t i = 0; i < t->n_steps; i++)
        cv_html_element(w->to, "li", cv_clock_step_text(&t->step[i], w->language, w->work));
    cv_text_add(w->to, CV_STR("</ol>\n"));
}

static void add_terms(writer *w)
{
    if (!w->r->n_terms) return;
    heading(w, CV_MSG("Terms, step by step"));
    for (int32_t i = 0; i < w->r->n_terms; i++) add_term(w, &w->r->term[i]);
}

/* ---- evidence ---- */

static const cv_grid_column evidence_columns[] = {
    {CV_MSG("kind"),         CV_LEFT, 0, false, false},
    {CV_MSG("file"),         CV_LEFT, 0, false, false},
    {CV_MSG("produced by"),  CV_LEFT, 0, false, false},
    {CV_MSG("disclosed to"), CV_LEFT, 0, false, false},
    {CV_MSG("withheld"),     CV_LEFT, 0, false, false},
    {CV_MSG("ruling"),       CV_LEFT, 0, false, false},
    {"SHA-256",              CV_LEFT, 0, false, false},
    {CV_MSG("in the case"),  CV_LEFT, 0, false, false},
};

static bool same_hash(const cv_evidence *x)
{
    for (int i = 0; i < 32; i++)
        if (x->stated.byte[i] != x->found.byte[i]) return false;
    return true;
}

static const char *in_the_case(const cv_evidence *x)
{
    if (!x->is_found) return CV_MSG("not in the folder");
    if (!x->has_stated) return CV_MSG("hash computed here");
    return same_hash(x) ? CV_MSG("same hash") : CV_MSG("another hash");
}

static cv_str hash_of(const writer *w, const cv_evidence *x)
{
    if (!x->has_stated && !x->is_found) return CV_STR("–");
    return cv_sha256_hex(x->has_stated ? &x->stated : &x->found, w->work);
}

static void add_evidence(writer *w)
{
    cv_grid g = cv_grid_open(evidence_columns, 8, w->language, w->work);
    cv_str left_out = cv_tr(w->language, CV_MSG("name left out"));
    for (int32_t i = 0; i < w->c->n_moves; i++) {
        const cv_complaint_move *m = &w->c->move[i];
        const cv_evidence *x = &m->evidence;
        if (m->kind != CV_MOVE_EVIDENCE || !cv_move_is_shown(&w->review->complaints, m)) continue;
        bool hidden = cv_evidence_hides_names(x);
        cv_grid_add(&g, or_dash(x->kind), CV_INK_PLAIN);
        cv_grid_add(&g, hidden && x->file.n ? left_out : or_dash(x->file), CV_INK_PLAIN);
        cv_grid_add(&g, hidden && x->by.n ? left_out : or_dash(x->by), CV_INK_PLAIN);
        cv_grid_add(&g, or_dash(x->disclosed_to), CV_INK_PLAIN);
        cv_grid_add(&g, or_dash(x->withheld), CV_INK_PLAIN);
        cv_grid_add(&g, or_dash(x->ruling), CV_INK_PLAIN);
        cv_grid_add(&g, hash_of(w, x), CV_INK_PLAIN);
        cv_grid_add(&g, cv_tr(w->language, in_the_case(x)), CV_INK_PLAIN);
    }
    if (!cv_grid_n_rows(&g)) return;
    heading(w, CV_MSG("Evidence"));
    table(w, &g, CV_STR("evidence.csv"));
}

/* ---- forms ---- */

enum { FORMS_MOST = CV_GRID_COLUMNS_MAX - 1 };

/* The forms of a station in the contest that have figures, in the order of the copies. */
static int32_t forms_of(const writer *w, cv_station_ix s, int32_t row[FORMS_MOST])
{
    const cv_forms *f = &w->e->forms[w->c->contest.i];
    int32_t n = 0;
    for (int32_t i = 0; i < f->n && n < FORMS_MOST; i++)
        if (f->station[i].i == s.i) row[n++] = i;
    return n;
}

static void add_votes_of(writer *w, cv_grid *g, const int32_t *row, int32_t n)
{
    const cv_forms *f = &w->e->forms[w->c->contest.i];
    const cv_contest *contest = &w->e->contest[w->c->contest.i];
    for (int32_t o = 0; o < contest->n_options; o++) {
        cv_grid_add(g, cv_option_title(contest, o, w->work), CV_INK_PLAIN);
        for (int32_t i = 0; i < n; i++) {
            cv_cell votes = f->votes[o][row[i]];
            cv_grid_add_count(g, votes < 0 ? CV_BLANK : votes);
        }
    }
    for (int32_t k = 0; k < f->n_fields; k++) {
        cv_grid_add(g, w->e->field[f->field[k]].name, CV_INK_PLAIN);
        for (int32_t i = 0; i < n; i++) {
            cv_cell cell = f->cell[k][row[i]];
            cv_grid_add_count(g, cell < 0 ? CV_BLANK : cell);
        }
    }
}

/* A column a form: who holds it, its file and line, and whether it counts. */
static void add_station(writer *w, cv_station_ix s)
{
    const cv_forms *f = &w->e->forms[w->c->contest.i];
    int32_t row[FORMS_MOST], n = forms_of(w, s, row);
    cv_grid_column *columns = cv_new(w->work, cv_grid_column, n + 1);
    columns[0] = (cv_grid_column){CV_MSG("line of the form"), CV_LEFT, 0, false, false, false};
    for (int32_t i = 0; i < n; i++) {
        cv_str place = cv_form_place(w->e, w->c->contest, row[i], w->work);
        cv_str head = cv_str_format(w->work, "%.*s %.*s %s", CV_ARG(w->e->copy[f->copy[row[i]]].id),
                                    CV_ARG(place), cv_form_word(f->state[row[i]]));
        columns[i + 1] = (cv_grid_column){head.s, CV_RIGHT, 0, false, false, true};
    }
    cv_grid g = cv_grid_open(columns, n + 1, w->language, w->work);
    add_votes_of(w, &g, row, n);
    table(w, &g, cv_station_title(w->e, s, w->work));
}

static void add_stations(writer *w)
{
    if (w->c->contest.i < 0 || !w->c->n_places) return;
    heading(w, CV_MSG("Forms of the stations it names"));
    for (int32_t i = 0; i < w->c->n_places; i++) add_station(w, w->c->place[i]);
}

/* ---- the seat ---- */

static const cv_grid_column seat_columns[] = {
    {CV_MSG("option"),            CV_LEFT,  0, false, false},
    {CV_MSG("as decided"),        CV_RIGHT, 0, false, false},
    {CV_MSG("of these stations"), CV_RIGHT, 0, false, false},
    {CV_MSG("without them"),      CV_RIGHT, 0, false, false},
};

static void add_seat(writer *w)
{
    if (!w->dossier->has_without) return;
    const cv_contest *contest = &w->e->contest[w->c->contest.i];
    const cv_count *now = w->review->contest[w->c->contest.i].decided.totals.votes;
    const cv_count *without = w->dossier->without.totals.votes;
    cv_grid g = cv_grid_open(seat_columns, 4, w->language, w->work);
    for (int32_t o = 0; o < contest->n_options; o++) {
        bool known = now[o] != CV_BLANK && without[o] != CV_BLANK;
        cv_grid_add(&g, cv_option_title(contest, o, w->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, now[o]);
        cv_grid_add_count(&g, known ? now[o] - without[o] : CV_BLANK);
        cv_grid_add_count(&g, without[o]);
    }
    heading(w, CV_MSG("The seat's votes with and without these stations"));
    table(w, &g, cv_contest_title(w->e, w->c->contest, w->language, w->work));
}

/* ---- what the papers lack, and where they are from ---- */

static void add_notes(writer *w)
{
    const cv_complaints *all = &w->review->complaints;
    int32_t first = all->first_note[w->dossier->complaint];
    for (int32_t i = first; i < all->first_note[w->dossier->complaint + 1]; i++) {
        if (i == first) heading(w, CV_MSG("What the papers lack"));
        cv_html_element(w->to, "p",
                        cv_complaint_note_text(all, &all->note[i], w->language, w->work));
    }
}

static void add_foot(writer *w)
{
    const cv_source *s = &w->e->source[w->review->complaints.file->source.i];
    cv_str hash = cv_sha256_hex(&s->sha256, w->work);
    cv_html_element(
        w->to, "p",
        cv_tr(w->language, CV_MSG("Both sides are given this same file. Names of voters and "
                                  "witnesses are left out; what is withheld is "
                                  "listed by its hash.")));
    cv_html_element(w->to, "p",
                    cv_str_format(w->work, "canvass %s · %.*s · SHA-256 %.*s", CV_VERSION,
                                  CV_ARG(s->file), CV_ARG(hash)));
}

static void add_head(writer *w)
{
    cv_str title = cv_str_format(w->work, "%.*s · %.*s", CV_ARG(w->c->id), CV_ARG(w->e->title));
    cv_text_add(w->to, CV_STR("<!DOCTYPE html>\n<html lang=\""));
    cv_html_text(w->to, w->language ? w->language->id : CV_STR("en"));
    cv_text_add(w->to, CV_STR("\">\n<head>\n<meta charset=\"utf-8\">\n"));
    cv_text_add(w->to, CV_STR("<meta name=\"viewport\" content=\"width=device-width\">\n"));
    cv_html_element(w->to, "title", title);
    cv_text_add(w->to, CV_STR("<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;"
                              "padding:0 1em}table{border-collapse:collapse;margin:1em 0;display:"
                              "block;overflow-x:auto}th,td{border:1px solid #999;padding:.2em .5em;"
                              "text-align:left;vertical-align:top;overflow-wrap:anywhere}caption{"
                              "text-align:left;font-weight:bold}dt{font-weight:bold}dd{margin:0 0 "
                              ".5em}h2{break-after:avoid}tr{break-inside:avoid}</style>\n</head>\n"
                              "<body>\n"));
    cv_html_element(w->to, "h1", title);
    if (w->e->is_simulated)
        cv_html_element(
            w->to, "p",
            cv_tr(w->language, CV_MSG("Simulated: this election did not take place. Its figures "
                                      "were made for training.")));
}

cv_status cv_dossier_html(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err)
{
    cv_text t = cv_text_open(&scratch);
    writer w = open_writer(d, &t, &scratch);
    add_head(&w);
    add_claim(&w);
    add_standing(&w);
    add_moves(&w);
    add_terms(&w);
    add_evidence(&w);
    add_stations(&w);
    add_seat(&w);
    add_notes(&w);
    add_foot(&w);
    cv_text_add(&t, CV_STR("</body>\n</html>\n"));
    return out.put(out.to, cv_text_str(&t), err);
}

/* ---- JSON ---- */

static json_t *cell_value(cv_cell c)
{
    return c < 0 ? json_null() : json_integer(c);
}

static json_t *form_row(const writer *w, int32_t row)
{
    const cv_forms *f = &w->e->forms[w->c->contest.i];
    const cv_contest *contest = &w->e->contest[w->c->contest.i];
    json_t *o = json_object(), *votes = json_array(), *cells = json_object();
    bool has_file = f->source[row] >= 0;
    cv_json_set(o, "station", cv_json_station_code(w->e, f->station[row]));
    cv_json_set(o, "copy", cv_json_str(w->e->copy[f->copy[row]].id));
    cv_json_set(o, "state", json_string(cv_form_word(f->state[row])));
    cv_json_set(o, "file", has_file ? cv_json_str(w->e->source[f->source[row]].file) : json_null());
    cv_json_set(o, "line", json_integer(f->line[row]));
    for (int32_t k = 0; k < contest->n_options; k++)
        cv_json_add(votes, cell_value(f->votes[k][row]));
    for (int32_t k = 0; k < f->n_fields; k++) {
        cv_str id = cv_str_copy(w->work, w->e->field[f->field[k]].id);
        cv_json_set(cells, id.s, cell_value(f->cell[k][row]));
    }
    cv_json_set(o, "votes", votes);
    cv_json_set(o, "fields", cells);
    return o;
}

static json_t *counts_of(const cv_count *votes, int32_t n)
{
    json_t *a = json_array();
    for (int32_t i = 0; i < n; i++) cv_json_add(a, cv_json_count(votes[i]));
    return a;
}

static void put_seat(cv_json *j, const writer *w)
{
    if (!w->dossier->has_without) {
        cv_json_value(j, "seat", json_null());
        return;
    }
    const cv_contest *contest = &w->e->contest[w->c->contest.i];
    const cv_contest_review *r = &w->review->contest[w->c->contest.i];
    json_t *o = json_object(), *options = json_array();
    for (int32_t k = 0; k < contest->n_options; k++)
        cv_json_add(options, cv_json_str(contest->option[k].id));
    cv_json_set(o, "options", options);
    cv_json_set(o, "decided", counts_of(r->decided.totals.votes, contest->n_options));
    cv_json_set(o, "without", counts_of(w->dossier->without.totals.votes, contest->n_options));
    cv_json_value(j, "seat", o);
}

cv_status cv_dossier_json(cv_out out, const cv_dossier *dossier, cv_arena scratch, cv_error *err)
{
    cv_json_doc d = cv_json_doc_open(out, dossier->report, NULL, &scratch, err);
    writer w = open_writer(dossier, NULL, &scratch);
    const cv_source *s = &w.e->source[w.review->complaints.file->source.i];
    cv_json_value(&d.json, "file", cv_json_str(s->file));
    cv_json_value(&d.json, "sha256", cv_json_str(cv_sha256_hex(&s->sha256, &scratch)));
    cv_json_value(&d.json, "now", cv_json_str(cv_date_text(w.review->complaints.now, &scratch)));
    cv_json_value(&d.json, "complaint", cv_json_complaint(&d, dossier->complaint));
    cv_json_array(&d.json, "forms");
    for (int32_t i = 0; w.c->contest.i >= 0 && i < w.c->n_places; i++) {
        const cv_forms *f = &w.e->forms[w.c->contest.i];
        for (int32_t row = 0; row < f->n; row++)
            if (f->station[row].i == w.c->place[i].i)
                cv_json_line(&d.json, NULL, form_row(&w, row));
    }
    cv_json_end(&d.json);
    put_seat(&d.json, &w);
    return cv_json_close(&d.json);
}

/* ---- CSV ---- */

static void csv_hash(cv_text *t, bool is_known, const cv_sha256 *hash)
{
    cv_csv_cell(t, is_known ? cv_sha256_hex(hash, t->keep) : CV_STR(""));
    cv_csv_next(t);
}

cv_status cv_dossier_evidence(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err)
{
    cv_text t = cv_text_open(&scratch);
    writer w = open_writer(d, &t, &scratch);
    cv_text_add(&t, CV_STR("recorded,kind,file,sha256,sha256_found,disclosed_to,withheld\n"));
    for (int32_t i = 0; i < w.c->n_moves; i++) {
        const cv_complaint_move *m = &w.c->move[i];
        const cv_evidence *x = &m->evidence;
        if (m->kind != CV_MOVE_EVIDENCE || !cv_move_is_shown(&w.review->complaints, m)) continue;
        cv_csv_cell(&t, cv_date_text(m->recorded, &scratch));
        cv_csv_next(&t);
        cv_csv_cell(&t, x->kind);
        cv_csv_next(&t);
        cv_csv_cell(&t, cv_evidence_hides_names(x) ? CV_STR("") : x->file);
        cv_csv_next(&t);
        csv_hash(&t, x->has_stated, &x->stated);
        csv_hash(&t, x->is_found, &x->found);
        cv_csv_cell(&t, x->disclosed_to);
        cv_csv_next(&t);
        cv_csv_cell(&t, x->withheld);
        cv_csv_end(&t);
    }
    return out.put(out.to, cv_text_str(&t), err);
}

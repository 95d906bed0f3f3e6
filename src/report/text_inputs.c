#include "report/text_parts.h"

#include "model/geo.h"

static const cv_grid_column input_columns[] = {
    {CV_MSG("file"),    CV_LEFT,  16, false, true },
    {CV_MSG("rows"),    CV_RIGHT, 0,  false, false},
 /* translators: rows of a file that were taken */
    {CV_MSG("taken"),   CV_RIGHT, 0,  false, false},
    {CV_MSG("skipped"), CV_RIGHT, 0,  false, false},
    {CV_MSG("refused"), CV_RIGHT, 0,  false, false},
    {"SHA-256",         CV_LEFT,  0,  true,  false},
};

static void add_sources(cv_text_doc *d)
{
    enum { HASH_SHOWN = 16 }; /* enough to tell files apart; review.json has all of it */
    const cv_election *e = d->election;
    cv_grid g = cv_grid_open(input_columns, 6, d->language, d->work);
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_source *s = &e->source[i];
        cv_grid_add(&g, cv_show_name(s->file, d->work), CV_INK_PLAIN);
        cv_grid_add_count(&g, s->rows);
        cv_grid_add_count(&g, s->taken);
        cv_grid_add_count(&g, s->skipped);
        cv_grid_add_count(&g, s->refused);
        cv_grid_add(&g, cv_str_cut(cv_sha256_hex(&s->sha256, d->work), 0, HASH_SHOWN),
                    CV_INK_FAINT);
    }
    cv_text_grid(d, &g, CV_LOOK_LIST / 2);
}

/* An encoding that nobody declared is a reading, and may be wrong. */
static void add_guesses(cv_text_doc *d)
{
    const cv_election *e = d->election;
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_source *s = &e->source[i];
        if (!s->encoding_words.n) continue;
        cv_text_say(d, 2, "{file} was read as {encoding} (guessed): {words}.",
                    CV_SLOTS(cv_slot_s("file", s->file), cv_slot_s("encoding", s->encoding),
                             cv_slot_s("words", s->encoding_words)));
    }
}

static void say_cells(cv_text_doc *d, const char *text, int64_t n, cv_str file)
{
    if (n) cv_text_say(d, 2, text, CV_SLOTS(cv_slot_n("n", n), cv_slot_s("file", file)));
}

/* What a person who opens the workbook does not see. */
static void add_sheets(cv_text_doc *d)
{
    const cv_election *e = d->election;
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_sheet_facts *s = &e->source[i].sheet;
        cv_str file = e->source[i].file;
        if (s->is_hidden)
            cv_text_say(d, 2, "{file} is a hidden sheet; it was read.",
                        CV_SLOTS(cv_slot_s("file", file)));
        say_cells(d, CV_MSG("{n:row/rows} of {file} hidden or filtered out; all were read."),
                  s->hidden_rows, file);
        say_cells(d, CV_MSG("{n:cell/cells} of {file} with formulas: the stored values were read."),
                  s->formulas, file);
        say_cells(d, CV_MSG("{n:cell/cells} of {file} with an error such as #REF!."), s->errors,
                  file);
    }
}

static void add_skipped(cv_text_doc *d)
{
    const cv_election *e = d->election;
    int64_t most = d->look->all ? e->n_skipped : CV_LOOK_LIST / 4;
    for (int64_t i = 0; i < e->n_skipped && i < most; i++) {
        const cv_skipped *s = &e->skipped[i];
        cv_text_say(d, 2, "{n:row/rows} of {file} skipped: {reason}.",
                    CV_SLOTS(cv_slot_n("n", s->n), cv_slot_s("file", e->source[s->source.i].file),
                             cv_slot_s("reason", cv_tr_str(d->language, s->reason))));
    }
    cv_text_more(d, 2, e->n_skipped - most);
}

static void add_refused(cv_text_doc *d)
{
    const cv_election *e = d->election;
    int64_t rows = 0, most = d->look->all ? e->n_refused : CV_LOOK_LIST / 2;
    for (int32_t i = 0; i < e->n_sources; i++) rows += e->source[i].rows;
    if (!e->n_refused) return;
    cv_text_heading(d, "Refused rows");
    cv_text_say(d, 2,
                e->n_refused == 1 ? CV_MSG("{n} of {rows:row/rows} was not taken:")
                                  : CV_MSG("{n} of {rows:row/rows} were not taken:"),
                CV_SLOTS(cv_slot_n("n", e->n_refused), cv_slot_n("rows", rows)));
    for (int64_t i = 0; i < e->n_refused && i < most; i++) {
        const cv_refused *r = &e->refused[i];
        cv_str file = e->source[r->source.i].file;
        cv_str column =
            r->column ? cv_str_format(d->work, ":%lld", (long long)r->column) : CV_STR("");
        cv_text_line(d, 2,
                     cv_str_format(d->work, "%.*s:%lld%.*s: %.*s", CV_ARG(file), (long long)r->line,
                                   CV_ARG(column),
                                   CV_ARG(cv_message_in(d->language, &r->reason, d->work))));
    }
    cv_text_more(d, 2, e->n_refused - most);
}

/* ---- the map ---- */

static void add_name(cv_text *to, cv_str name, int32_t i)
{
    cv_text_addf(to, "%s%.*s", i ? ", " : "", CV_ARG(name));
}

/* `names` are the first of `n`. */
static void say_shapes(cv_text_doc *d, const char *msgid, cv_str file, int32_t n, cv_str names)
{
    cv_text_say(d, 2, msgid,
                CV_SLOTS(cv_slot_s("file", file), cv_slot_n("n", n), cv_slot_s("names", names)));
}

static void add_unmatched(cv_text_doc *d, const cv_geo_map *m, cv_str file)
{
    const int32_t most = CV_LOOK_LIST / 4;
    cv_text names = cv_text_open(d->work);
    int32_t shown = 0;
    for (int32_t i = 0; i < m->n && shown < most; i++)
        if (m->shape[i].is_unmatched) add_name(&names, m->shape[i].code, shown++);
    say_shapes(d,
               m->of_contests
                   ? CV_MSG("{file}: {n:shape is/shapes are} of none of the contests: {names}.")
                   : CV_MSG("{file}: {n:shape is/shapes are} of none of the areas: {names}."),
               file, m->n_unmatched,
               cv_and_more(cv_text_str(&names), m->n_unmatched - shown, d->language, d->work));
}

static void add_without(cv_text_doc *d, const cv_geo_map *m, cv_str file)
{
    const int32_t most = CV_LOOK_LIST / 4;
    cv_text names = cv_text_open(d->work);
    int32_t n = m->n_without, shown = n < most ? n : most;
    for (int32_t i = 0; i < shown; i++) add_name(&names, m->without[i], i);
    say_shapes(d,
               m->of_contests ? CV_MSG("{file}: {n:contest has/contests have} no shape: {names}.")
                              : CV_MSG("{file}: {n:area has/areas have} no shape: {names}."),
               file, n, cv_and_more(cv_text_str(&names), n - shown, d->language, d->work));
}

static void add_map(cv_text_doc *d)
{
    const cv_geo_map *m = d->election->map;
    if (!m) return;
    cv_str file = d->election->source[m->source.i].file;
    if (m->n_unmatched) add_unmatched(d, m, file);
    if (m->n_without) add_without(d, m, file);
}

void cv_text_inputs(cv_text_doc *d)
{
    cv_text_heading(d, "Inputs");
    add_sources(d);
    add_guesses(d);
    add_sheets(d);
    add_skipped(d);
    add_map(d);
    add_refused(d);
}

#include "cli/guessed.h"

#include "base/file.h"
#include "report/grid.h"

/* ---- reading ---- */

static bool on_read(void *who, int64_t done, int64_t total)
{
    const cv_cli *cli = who;
    cv_progress(cli, CV_MSG("reading"), done, total);
    return cv_stop_asked();
}

static cv_status no_votes(cv_cli *cli, const cv_args *args)
{
    cv_fail(&cli->err, CV_E_INPUT, "no votes were recognised in '%.*s'", CV_ARG(args->argument[0]));
    return cv_hint(&cli->err, CV_E_INPUT,
                   "a table of results has a column for the station, and votes in a column for "
                   "each option or in one column beside the option's name; election.json can say "
                   "which is which");
}

cv_status cv_guessed_open(cv_guessed *out, cv_cli *cli, const cv_args *args, cv_str folder)
{
    cv_str *file = cv_new(cli->keep, cv_str, args->n_arguments);
    for (int32_t i = 0; i < args->n_arguments; i++)
        file[i] = cv_path_from(folder, args->argument[i], cli->keep);
    cv_open_files files = {
        .path = args->argument,
        .file = file,
        .n_paths = args->n_arguments,
        .watch = {on_read, cli}
    };
    if (args->encoding.n) cv_encoding_named(&files.encoding, args->encoding);
    cv_guessed g = {.folder = folder, .is_certain = true};
    CV_TRY(cv_open_guess(&g.tables, &files, cli->keep, &cli->err));
    cv_progress_end(cli);
    if (!g.tables.n) return no_votes(cli, args);
    cv_str stem = g.tables.table[0].stem;
    const cv_draft_wishes wishes = {
        .id = cv_draft_id(stem, cli->keep),
        .title = stem,
        .contest = args->n_contests ? cv_str_of(args->contest[0]) : (cv_str){"", 0},
        .rule = cv_draft_rule_named(args->rule),
        .seats = args->seats,
    };
    for (int32_t i = 0; i < g.tables.n; i++)
        g.is_certain &= cv_guess_is_certain(g.tables.table[i].guess);
    g.is_certain &= g.tables.n_others == 0;
    g.json = cv_draft_write(g.tables.table, g.tables.n, &wishes, cli->keep);
    *out = g;
    return CV_OK;
}

cv_str cv_guessed_beside(cv_str file, cv_str name, cv_arena *keep)
{
    cv_str dir = cv_path_dir(file);
    bool here = cv_str_eq(dir, CV_STR(".")) && !cv_str_starts(file, CV_STR("./"));
    return here ? cv_str_copy(keep, name) : cv_path_join(dir, name, keep);
}

/* ---- words ---- */

static const char *const uses[] = {
    [CV_USE_UNCLEAR] = CV_MSG("unclear"),
    [CV_USE_IGNORED] = CV_MSG("left out"),
    [CV_USE_KEY] = CV_MSG("key of the station"),
    [CV_USE_PLACE] = CV_MSG("name of the station"),
    [CV_USE_AREA] = CV_MSG("area"),
    [CV_USE_LAT] = CV_MSG("latitude"),
    [CV_USE_LON] = CV_MSG("longitude"),
    [CV_USE_CONTEST] = CV_MSG("contest"),
    [CV_USE_FIELD] = NULL,
    [CV_USE_OPTION] = CV_MSG("option"),
    [CV_USE_OPTION_ID] = CV_MSG("whom the row is about"),
    [CV_USE_OPTION_NAME] = CV_MSG("name of the option"),
    [CV_USE_PARTY] = CV_MSG("party of the option"),
    [CV_USE_VOTES] = CV_MSG("votes"),
    [CV_USE_WHERE] = CV_MSG("tells which rows hold results"),
};

typedef struct {
    cv_text *t;
    const cv_look *look;
    const cv_language *l;
    const cv_draft_table *table;
    cv_arena *keep;
} printer;

static void say(const printer *p, const char *msgid, cv_slots slots)
{
    cv_show_wrapped(p->t, cv_sentence(p->l, msgid, slots, p->keep), 0, 0, p->look);
}

/* "reg: registered", "valid: valid papers", "option", "unclear: invalid or others" */
static cv_str reading_of(const printer *p, int32_t c)
{
    const cv_guess_column *g = &p->table->guess->column[c];
    if (g->use == CV_USE_FIELD && g->role == CV_ROLE_TURNOUT) return cv_draft_field(g, p->keep);
    if (g->use == CV_USE_FIELD)
        return cv_str_format(p->keep, "%.*s: %.*s", CV_ARG(CV_FIELDS[g->role].id),
                             CV_ARG(cv_tr_str(p->l, CV_FIELDS[g->role].name)));
    cv_str word = cv_tr(p->l, uses[g->use]);
    if (g->use != CV_USE_UNCLEAR || g->reading[0] < 0) return word;
    if (g->reading[1] < 0)
        return cv_sentence(p->l, CV_MSG("unclear: {first}?"),
                           CV_SLOTS(cv_slot_s("first", cv_role_shown(g->reading[0], p->l))),
                           p->keep);
    return cv_sentence(p->l, CV_MSG("unclear: {first} or {second}?"),
                       CV_SLOTS(cv_slot_s("first", cv_role_shown(g->reading[0], p->l)),
                                cv_slot_s("second", cv_role_shown(g->reading[1], p->l))),
                       p->keep);
}

static cv_str why_of(const printer *p, const cv_guess_column *g)
{
    if (g->use == CV_USE_IGNORED) return cv_guess_note(p->table->survey, g, p->l, p->keep);
    if (g->why == (CV_BY_NAME | CV_BY_ARITHMETIC))
        return cv_tr(p->l, CV_MSG("name and arithmetic"));
    if (g->why == CV_BY_NAME) return cv_tr(p->l, CV_MSG("name"));
    return g->why == CV_BY_ARITHMETIC ? cv_tr(p->l, CV_MSG("arithmetic")) : (cv_str){"", 0};
}

static cv_str samples_of(const printer *p, int32_t c)
{
    const cv_survey_column *s = &p->table->survey->column[c];
    cv_text t = cv_text_open(p->keep);
    for (int32_t i = 0; i < s->n_samples; i++)
        cv_text_addf(&t, "%s%.*s", i ? ", " : "", CV_ARG(cv_show_name(s->sample[i], p->keep)));
    return cv_text_str(&t);
}

/* ---- one table ---- */

static cv_str separator_of(const printer *p, char separator)
{
    if (separator == '\t') return cv_tr(p->l, CV_MSG("tab"));
    return cv_str_format(p->keep, "%c", separator);
}

static void say_reading(const printer *p)
{
    const cv_survey *s = p->table->survey;
    const cv_slots slots = CV_SLOTS(
        cv_slot_s("file", cv_show_name(s->file, p->keep)), cv_slot_n("rows", s->n_rows),
        cv_slot_n("columns", s->n_columns), cv_slot_s("encoding", cv_encoding_name(s->encoding)),
        cv_slot_s("separator", separator_of(p, s->separator)));
    if (s->kind != CV_TABLE_TEXT)
        say(p, CV_MSG("{file}: {rows:row/rows} of {columns:column/columns}."), slots);
    else
        say(p,
            CV_MSG(
                "{file}: {rows:row/rows} of {columns:column/columns}; {encoding}, cells parted by "
                "'{separator}'."),
            slots);
    if (!s->is_whole)
        say(p, CV_MSG("The file has more rows: what follows is said of the first {rows}."), slots);
}

static void say_relation(const printer *p, const cv_open_tables *all)
{
    const cv_draft_table *t = p->table;
    const cv_slots slots =
        CV_SLOTS(cv_slot_s("file", all->table[t->of].stem), cv_slot_n("shared", t->shared),
                 cv_slot_n("version", t->version));
    if (t->is == CV_DRAFT_PART)
        say(p,
            CV_MSG(
                "Taken for a part of the same table as {file}: the same options, other stations."),
            slots);
    if (t->is == CV_DRAFT_VERSION)
        say(p,
            CV_MSG(
                "Taken for another version of the forms in {file}: the same options, and {shared} "
                "of 100 stations in common."),
            slots);
    if (t->is == CV_DRAFT_CONTEST && all->n > 1 && t != all->table)
        say(p, CV_MSG("Taken for a contest of its own: its options are others."), slots);
    if (t->version && t->version < all->n)
        say(p,
            CV_MSG("Version {version} in the order of their rows; the one with most rows gives the "
                   "figures, the others are compared with it."),
            slots);
}

static const cv_grid_column head[] = {
    {CV_MSG("column"),          CV_LEFT,  18, false, true,  false},
    {CV_MSG("taken for"),       CV_LEFT,  14, false, false, false},
    {CV_MSG("by"),              CV_LEFT,  10, true,  false, false},
    {CV_MSG("rows that agree"), CV_RIGHT, 0,  false, false, false},
    {CV_MSG("for example"),     CV_LEFT,  10, true,  false, false},
};

static cv_ink ink_of(cv_use use)
{
    if (use == CV_USE_UNCLEAR) return CV_INK_ASK;
    return use == CV_USE_IGNORED ? CV_INK_FAINT : CV_INK_PLAIN;
}

static void say_columns(const printer *p)
{
    const cv_guess *g = p->table->guess;
    cv_grid grid = cv_grid_open(head, sizeof head / sizeof *head, p->l, p->keep);
    for (int32_t c = 0; c < g->n_columns; c++) {
        const cv_guess_column *col = &g->column[c];
        cv_ink ink = ink_of(col->use);
        cv_grid_add(&grid, cv_show_name(p->table->survey->column[c].ref, p->keep), ink);
        cv_grid_add(&grid, reading_of(p, c), ink);
        cv_grid_add(&grid, cv_show_name(why_of(p, col), p->keep), ink);
        cv_str share =
            col->rows ? cv_language_percent(p->l, col->agree, col->rows, p->keep) : (cv_str){"", 0};
        cv_grid_add(&grid, share, ink);
        cv_grid_add(&grid, samples_of(p, c), CV_INK_FAINT);
    }
    cv_grid_show(p->t, &grid, INT64_MAX, 2, p->look);
}

static void say_doubts(const printer *p)
{
    const cv_guess *g = p->table->guess;
    const cv_survey *s = p->table->survey;
    const cv_slots slots = CV_SLOTS(cv_slot_n("n", g->n_unclear),
                                    cv_slot_n("repeats", g->n_repeats), cv_slot_n("odd", s->n_odd));
    if (g->n_unclear)
        say(p,
            CV_MSG("{n:column is/columns are} not understood and not read. Move them from "
                   "\"unclear\" to "
                   "\"fields\", \"options\" or \"ignore\" of election.json."),
            slots);
    if (!g->key_is_sure)
        say(p, CV_MSG("What names a station is not certain: see \"station\" in election.json."),
            slots);
    if (g->n_repeats)
        say(p,
            CV_MSG("{repeats:row repeats/rows repeat} the key of another: several forms of one "
                   "station, or a key that needs another column."),
            slots);
    if (!g->options_are_sure)
        say(p,
            CV_MSG("The same number stands for different options: the rows may be of several "
                   "contests, "
                   "and no rule is applied to their sum. canvass init --contest says which column "
                   "tells them apart."),
            slots);
    if (!g->total_is_known && !g->is_long)
        say(p, CV_MSG("No total of votes or voters was recognised: nothing confirms the options."),
            slots);
    if (g->has_levels)
        say(p,
            CV_MSG("One row holds a quarter of all: it seems to be a total of others. Leave such "
                   "rows out "
                   "with \"skip\" in election.json, or they count twice."),
            slots);
    if (s->n_odd)
        say(p, CV_MSG("{odd:row has/rows have} another number of cells, or cannot be read."),
            slots);
}

static void say_contest(const printer *p)
{
    const cv_guess *g = p->table->guess;
    if (g->contest >= 0) {
        cv_str column = p->table->survey->column[g->contest].ref;
        say(p,
            g->contest_by_option
                ? CV_MSG(
                      "Each '{column}' is a contest of its own: options stand in one of them only.")
                : CV_MSG("'{column}' says which contest a row is about."),
            CV_SLOTS(cv_slot_s("column", cv_show_name(column, p->keep))));
    }
    if (g->n_forms > 1)
        say(p, CV_MSG("Each row holds {n:contest/contests}."),
            CV_SLOTS(cv_slot_n("n", g->n_forms)));
    for (int32_t i = 0; i < g->n_pseudo; i++)
        say(p, CV_MSG("'{name}' among the options is a line of the form: {field}."),
            CV_SLOTS(cv_slot_s("name", cv_show_name(g->pseudo[i], p->keep)),
                     cv_slot_s("field", CV_FIELDS[g->pseudo_is[i]].id)));
    if (g->n_totals)
        say(p, CV_MSG("Rows of totals are left out."), CV_SLOTS(cv_slot_n("n", g->n_totals)));
    if (g->where >= 0)
        say(p, CV_MSG("Only rows whose '{column}' is '{value}' hold results."),
            CV_SLOTS(cv_slot_s("column", p->table->survey->column[g->where].ref),
                     cv_slot_s("value", g->where_value)));
}

/* ---- the doors ---- */

static printer open_printer(cv_text *t, const cv_look *look)
{
    return (printer){.t = t, .look = look, .l = look->language, .keep = t->keep};
}

static void say_others(printer *p, const cv_open_tables *all)
{
    for (int32_t i = 0; i < all->n_others; i++)
        say(p, CV_MSG("{file}: no votes were recognised; it is left out."),
            CV_SLOTS(cv_slot_s("file", cv_show_name(all->other[i].survey->file, p->keep))));
}

void cv_guessed_text(cv_text *t, const cv_guessed *g, const cv_look *look)
{
    printer p = open_printer(t, look);
    for (int32_t i = 0; i < g->tables.n; i++) {
        p.table = &g->tables.table[i];
        if (i) cv_text_add(t, CV_STR("\n"));
        say_reading(&p);
        say_relation(&p, &g->tables);
        say_columns(&p);
        say_contest(&p);
        say_doubts(&p);
    }
    say_others(&p, &g->tables);
}

/* What a column was taken for, with as many columns as fit. */
static void brief_columns(const printer *p)
{
    const cv_guess *g = p->table->guess;
    cv_text t = cv_text_open(p->keep);
    for (int32_t c = 0; c < g->n_columns; c++) {
        const cv_guess_column *col = &g->column[c];
        if (col->use != CV_USE_KEY && col->use != CV_USE_FIELD && col->use != CV_USE_VOTES)
            continue;
        cv_str id = col->use == CV_USE_FIELD ? cv_draft_field(col, p->keep)
                    : col->use == CV_USE_KEY ? CV_STR("station")
                                             : CV_STR("votes");
        cv_text_addf(&t, "%s%.*s = '%.*s'", t.n ? ", " : "", CV_ARG(id),
                     CV_ARG(cv_show_name(p->table->survey->column[c].ref, p->keep)));
    }
    if (g->n_options)
        cv_text_addf(&t, ", %.*s",
                     CV_ARG(cv_sentence(p->l, CV_MSG("{n:option/options}"),
                                        CV_SLOTS(cv_slot_n("n", g->n_options)), p->keep)));
    cv_show_wrapped(p->t, cv_text_str(&t), 0, 2, p->look);
}

void cv_guessed_brief(cv_text *t, const cv_guessed *g, const cv_look *look)
{
    printer p = open_printer(t, look);
    for (int32_t i = 0; i < g->tables.n; i++) {
        p.table = &g->tables.table[i];
        say_reading(&p);
        say_relation(&p, &g->tables);
        brief_columns(&p);
        say_contest(&p);
        say_doubts(&p);
    }
    say_others(&p, &g->tables);
}

#include "read/guess/open.h"

typedef struct {
    cv_open_tables *out;
    int64_t cap, cap_others;
    const cv_open_files *files;
    int32_t path; /* the present one */
    cv_arena *keep;
} opener;

static const cv_guess *guess_of(const cv_survey *s, cv_arena *keep)
{
    cv_arena scratch = cv_arena_open();
    cv_guess *g = cv_new(keep, cv_guess, 1);
    cv_guess_make(g, s, keep, scratch);
    cv_arena_close(&scratch);
    return g;
}

static bool holds_votes(const cv_guess *g)
{
    return g->n_forms > 0 && (g->is_long || g->n_options >= 2) && g->n_key > 0;
}

static bool is_taken(const opener *o, cv_str stem)
{
    for (int32_t i = 0; i < o->out->n; i++)
        if (cv_str_eq(o->out->table[i].stem, stem)) return true;
    return false;
}

/* Two tables never have the same name: contests are called by it. */
static cv_str free_stem(const opener *o, cv_str stem)
{
    cv_str name = stem;
    for (int32_t k = 2; is_taken(o, name); k++)
        name = cv_str_format(o->keep, "%.*s-%d", CV_ARG(stem), k);
    return name;
}

static void add_table(opener *o, const cv_survey *s, const cv_guess *g, cv_str member)
{
    cv_str name = member.n ? member : o->files->path[o->path];
    cv_draft_table t = {.survey = s,
                        .guess = g,
                        .file = o->files->file[o->path],
                        .stem = free_stem(o, cv_draft_stem(name)),
                        .member = member};
    if (holds_votes(g)) {
        cv_room(o->keep, cv_draft_table, o->out->table, o->out->n, o->cap);
        o->out->table[o->out->n++] = t;
    } else {
        cv_room(o->keep, cv_draft_table, o->out->other, o->out->n_others, o->cap_others);
        o->out->other[o->out->n_others++] = t;
    }
}

static int32_t largest_part(const cv_survey *s)
{
    int32_t best = 0;
    for (int32_t i = 1; i < s->n_parts; i++)
        if (s->part[i].n_rows >= s->part[best].n_rows) best = i;
    return best;
}

static void add_each_part(opener *o, const cv_survey *s)
{
    for (int32_t i = 0; i < s->n_parts; i++) {
        cv_survey *part = cv_new(o->keep, cv_survey, 1);
        *part = cv_survey_part_of(s, i, o->keep);
        if (part->n_rows > 0) add_table(o, part, guess_of(part, o->keep), s->part[i].name);
    }
}

/* Versions show as keys that are unique in a part and not in the whole. */
static bool are_versions(const opener *o, const cv_survey *s, const cv_guess *whole)
{
    if (s->n_parts < 2 || whole->key_is_sure) return false;
    cv_survey part = cv_survey_part_of(s, largest_part(s), o->keep);
    return guess_of(&part, o->keep)->key_is_sure;
}

static void add_layout(opener *o, const cv_survey *s)
{
    const cv_guess *g = guess_of(s, o->keep);
    if (are_versions(o, s, g) || (s->n_layouts > 1 && s->n_parts > 1))
        add_each_part(o, s);
    else
        add_table(o, s, g, s->n_layouts > 1 ? s->part[0].name : (cv_str){"", 0});
}

static cv_status open_file(opener *o, cv_error *err)
{
    for (int32_t layout = 0, n = 1; layout < n; layout++) {
        cv_arena work = cv_arena_open();
        cv_survey *s = cv_new(o->keep, cv_survey, 1);
        const cv_survey_from from = {.path = o->files->path[o->path],
                                     .encoding = o->files->encoding,
                                     .watch = o->files->watch,
                                     .layout = layout};
        cv_status status = cv_survey_read(s, &from, o->keep, &work, err);
        cv_arena_close(&work);
        if (status != CV_OK) return status;
        n = s->n_layouts;
        add_layout(o, s);
    }
    return CV_OK;
}

cv_status cv_open_guess(cv_open_tables *out, const cv_open_files *files, cv_arena *keep,
                        cv_error *err)
{
    cv_open_tables tables = {0};
    opener o = {.out = &tables, .files = files, .keep = keep};
    for (o.path = 0; o.path < files->n_paths; o.path++) CV_TRY(open_file(&o, err));
    cv_arena scratch = cv_arena_open();
    cv_draft_relate(tables.table, tables.n, scratch);
    cv_arena_close(&scratch);
    *out = tables;
    return CV_OK;
}

#include "read/case/mapping.h"

#include "base/text.h"

typedef struct {
    cv_reading *r;
    cv_columns c;
} compiler;

/* ---- conditions ---- */

static bool is_one_of(const cv_saids *texts, cv_str cell)
{
    for (int32_t i = 0; i < texts->n; i++)
        if (cv_str_eq(texts->v[i].s, cell)) return true;
    return false;
}

bool cv_condition_holds(const cv_condition *c, const cv_str *cell)
{
    cv_str s = cell[c->column];
    if (c->is->n && !is_one_of(c->is, s)) return false;
    if (c->is_not->n && is_one_of(c->is_not, s)) return false;
    return c->blank == CV_UNSAID || (s.n == 0) == (c->blank == CV_SAID_YES);
}

bool cv_conditions_all(const cv_conditions *c, const cv_str *cell)
{
    for (int32_t i = 0; i < c->n; i++)
        if (!cv_condition_holds(&c->v[i], cell)) return false;
    return true;
}

bool cv_conditions_any(const cv_conditions *c, const cv_str *cell)
{
    for (int32_t i = 0; i < c->n; i++)
        if (cv_condition_holds(&c->v[i], cell)) return true;
    return false;
}

static cv_status make_condition(cv_condition *out, compiler *k, const cv_spec_condition *s)
{
    if (!s->is.n && !s->is_not.n && s->blank == CV_UNSAID) {
        cv_status failed =
            cv_spec_fail(&k->r->spec->text, s->at, k->r->err, "the condition says nothing");
        return cv_hint(k->r->err, failed, "add \"is\", \"not\" or \"blank\"");
    }
    *out = (cv_condition){.is = &s->is, .is_not = &s->is_not, .blank = s->blank, .why = s->why.s};
    return cv_columns_find(&out->column, &k->c, s->column.s, s->column.at);
}

static cv_status make_conditions(cv_conditions *out, compiler *k, const cv_spec_conditions *s)
{
    cv_condition *v = cv_new(k->r->work, cv_condition, s->n);
    for (int32_t i = 0; i < s->n; i++) CV_TRY(make_condition(&v[i], k, &s->v[i]));
    *out = (cv_conditions){v, s->n};
    return CV_OK;
}

/* ---- cells ---- */

static cv_status make_source(cv_cell_source *out, compiler *k, const cv_saids *columns, cv_said key)
{
    if (!columns->n)
        return cv_spec_fail(&k->r->spec->text, key.at, k->r->err, "no column for '%.*s'",
                            CV_ARG(key.s));
    CV_TRY(cv_columns_find(&out->column, &k->c, columns->v[0].s, columns->v[0].at));
    int32_t *more = cv_new(k->r->work, int32_t, columns->n);
    out->n_more = columns->n - 1;
    for (int32_t i = 1; i < columns->n; i++)
        CV_TRY(cv_columns_find(&more[i - 1], &k->c, columns->v[i].s, columns->v[i].at));
    out->more = more;
    return CV_OK;
}

/* Room for the sources and options of a form. */
typedef struct {
    cv_cell_source *source;
    cv_option_column *option;
    int32_t n_sources, n_options;
} cells;

static cv_status add_option(cells *out, compiler *k, cv_str id, cv_str name, int32_t at)
{
    for (int32_t i = 0; i < out->n_options; i++)
        if (cv_str_eq(out->option[i].id, id))
            return cv_spec_fail(&k->r->spec->text, at, k->r->err, "two columns of option '%.*s'",
                                CV_ARG(id));
    out->option[out->n_options] = (cv_option_column){id, name};
    out->source[out->n_sources].field = CV_F_NONE;
    out->source[out->n_sources++].option = out->n_options++;
    return CV_OK;
}

/* `12 “Name”`, `3. Name` → `12` and `“Name”`. */
static bool split_number(cv_str header, cv_str *number, cv_str *name)
{
    int64_t n = 0;
    while (n < header.n && header.s[n] >= '0' && header.s[n] <= '9') n++;
    *number = cv_str_cut(header, 0, n);
    while (n < header.n && (header.s[n] == '.' || header.s[n] == ')' || header.s[n] == ' ')) n++;
    *name = cv_str_trim(cv_str_cut(header, n, header.n));
    return number->n > 0;
}

static cv_status option_run(cells *out, compiler *k, const cv_spec_option_columns *run,
                            int32_t first, int32_t last)
{
    enum { BY_NUMBER = 1 };
    for (int32_t i = first; i <= last; i++) {
        cv_str id = k->c.member->column[i], name = {0}, header = id;
        bool split = run->ids.value != BY_NUMBER || split_number(header, &id, &name);
        if (!split || !id.n) {
            cv_status failed =
                cv_spec_fail(&k->r->spec->text, run->at, k->r->err,
                             "column %d '%.*s' does not give an option id", i + 1, CV_ARG(header));
            return cv_hint(k->r->err, failed, "map it under \"options\" with an id");
        }
        if (!name.n) name = id;
        out->source[out->n_sources] = (cv_cell_source){.column = i};
        CV_TRY(add_option(out, k, cv_str_copy(k->r->keep, id), cv_str_copy(k->r->keep, name),
                          run->at));
        k->c.used[i] = true;
    }
    return CV_OK;
}

static cv_status make_cells(cv_form_map *out, compiler *k)
{
    const cv_spec_form *s = out->spec;
    const cv_spec_option_columns *run = s->option_columns;
    int32_t first = 0, last = -1;
    if (run) {
        CV_TRY(cv_columns_find(&first, &k->c, run->from.s, run->from.at));
        CV_TRY(cv_columns_find(&last, &k->c, run->to.s, run->to.at));
        if (last < first)
            return cv_spec_fail(&k->r->spec->text, run->to.at, k->r->err,
                                "column '%.*s' stands before '%.*s'", CV_ARG(run->to.s),
                                CV_ARG(run->from.s));
    }
    int32_t most = s->fields.n + s->options.n + last - first + 1;
    cells c = {.source = cv_new(k->r->work, cv_cell_source, most),
               .option = cv_new(k->r->work, cv_option_column, most)};
    out->reg_source = -1;
    for (int32_t i = 0; i < s->fields.n; i++) {
        const cv_named_texts *f = &s->fields.v[i];
        cv_cell_source *source = &c.source[c.n_sources];
        CV_TRY(make_source(source, k, &f->texts, f->e.key));
        CV_TRY(cv_reading_field(&source->field, k->r, f->e.key.s, f->e.key.at));
        source->option = -1;
        bool is_reg = source->field == CV_F_REG;
        if (is_reg || (source->field == CV_F_REG_MAIN && out->reg_source < 0))
            out->reg_source = c.n_sources;
        c.n_sources++;
    }
    for (int32_t i = 0; i < s->options.n; i++) {
        const cv_named_texts *o = &s->options.v[i];
        CV_TRY(make_source(&c.source[c.n_sources], k, &o->texts, o->e.key));
        CV_TRY(add_option(&c, k, o->e.key.s, o->e.key.s, o->e.key.at));
    }
    if (run) CV_TRY(option_run(&c, k, run, first, last));
    out->source = c.source;
    out->n_sources = c.n_sources;
    out->option = c.option;
    out->n_options = c.n_options;
    return CV_OK;
}

/* ---- forms ---- */

static cv_status make_pseudo(cv_form_map *out, compiler *k)
{
    const cv_spec_form *s = out->spec;
    cv_pseudo *pseudo = cv_new(k->r->work, cv_pseudo, s->pseudo.n);
    for (int32_t i = 0; i < s->pseudo.n; i++) {
        const cv_named_text *p = &s->pseudo.v[i];
        pseudo[i].id = p->e.key.s;
        CV_TRY(cv_reading_field(&pseudo[i].field, k->r, p->text.s, p->text.at));
    }
    out->pseudo = pseudo;
    out->n_pseudo = s->pseudo.n;
    return CV_OK;
}

static cv_status make_long(cv_form_map *out, compiler *k)
{
    const cv_spec_form *s = out->spec;
    cv_columns *c = &k->c;
    cv_arena *work = k->r->work;
    CV_TRY(cv_template_make(&out->option_id, &s->option, CV_TEMPLATE_COLUMN, c, work));
    CV_TRY(cv_template_make(&out->option_name, &s->option_name, CV_TEMPLATE_COLUMN, c, work));
    CV_TRY(cv_template_make(&out->option_party, &s->option_party, CV_TEMPLATE_COLUMN, c, work));
    CV_TRY(cv_template_make(&out->option_bloc, &s->option_bloc, CV_TEMPLATE_COLUMN, c, work));
    CV_TRY(cv_columns_said(&out->votes_column, c, &s->votes));
    CV_TRY(cv_columns_said(&out->seats_column, c, &s->seats));
    CV_TRY(make_pseudo(out, k));
    out->has_elected = s->elected != NULL;
    return s->elected ? make_condition(&out->elected, k, s->elected) : CV_OK;
}

/* What a layout needs, and what it does not read. */
static cv_status check_form(compiler *k, const cv_mapping *m, const cv_spec_form *s)
{
    const cv_json_text *t = &k->r->spec->text;
    bool has_long = s->option.s.s || s->votes.s.s || s->option_name.s.s || s->option_party.s.s ||
                    s->option_bloc.s.s || s->pseudo.n || s->elected || s->seats.s.s;
    bool has_wide = s->options.n || s->option_columns;
    if (m->is_long && has_wide)
        return cv_spec_fail(t, s->at, k->r->err, "the long layout has no columns of options");
    if (m->is_long && (!s->option.s.s || (!s->votes.s.s && !m->is_declared)))
        return cv_spec_fail(t, s->at, k->r->err, "the long layout needs 'option' and 'votes'");
    if (!m->is_long && has_long) {
        cv_status failed = cv_spec_fail(
            t, s->at, k->r->err, "the wide layout does not read 'option', 'votes' or 'elected'");
        return cv_hint(k->r->err, failed, "say \"layout\": \"long\" for one row an option");
    }
    if (!m->is_long && !has_wide && !s->fields.n)
        return cv_spec_fail(t, s->at, k->r->err, "the form has neither fields nor options");
    if (m->is_sum &&
        (s->seats.s.s || s->elected || s->missing.n || s->recorded.s.s || s->replaces != CV_UNSAID))
        return cv_spec_fail(t, s->at, k->r->err, "sums of areas have figures alone");
    if (m->is_declared && !m->is_sum &&
        (s->copy.s.s || s->missing.n || s->recorded.s.s || s->replaces != CV_UNSAID))
        return cv_spec_fail(t, s->at, k->r->err, "declared totals have no copies");
    return CV_OK;
}

static cv_status make_form(cv_form_map *out, compiler *k, const cv_mapping *m,
                           const cv_spec_form *s)
{
    cv_reading *r = k->r;
    out->spec = s;
    CV_TRY(check_form(k, m, s));
    CV_TRY(cv_template_make(&out->contest, &s->contest, CV_TEMPLATE_LITERAL, &k->c, r->work));
    CV_TRY(cv_template_make(&out->contest_name, &s->contest_name, CV_TEMPLATE_LITERAL, &k->c,
                            r->work));
    CV_TRY(cv_template_make(&out->recorded, &s->recorded, CV_TEMPLATE_COLUMN, &k->c, r->work));
    out->fixed_contest = CV_NO_CONTEST;
    if (cv_template_is_fixed(&out->contest) && cv_template_is_fixed(&out->contest_name)) {
        CV_TRY(cv_reading_contest(&out->fixed_contest, r, s->contest.s, s->contest_name.s));
        if (out->fixed_contest.i < 0) {
            cv_status failed = cv_spec_fail(&r->spec->text, s->contest.at, r->err,
                                            "no contest '%.*s'", CV_ARG(s->contest.s));
            return cv_hint(r->err, failed, "contests are listed under \"contests\"");
        }
    }
    CV_TRY(cv_reading_copy(&out->copy, r, &s->copy));
    out->copy_counts = cv_build_copy_at(r->b, out->copy)->counts;
    CV_TRY(make_conditions(&out->where, k, &s->where));
    CV_TRY(make_conditions(&out->missing, k, &s->missing));
    CV_TRY(make_cells(out, k));
    out->option_blank = s->option_blank.said ? s->option_blank.value : CV_CELL_BLANK;
    return make_long(out, k);
}

static cv_status make_forms(cv_mapping *out, compiler *k)
{
    const cv_spec_table *s = out->spec;
    if (!s->forms.n && !s->contests.n)
        return cv_spec_fail(&k->r->spec->text, s->at, k->r->err, "no form is read from the table");
    if (out->is_long && s->forms.n > 1)
        return cv_spec_fail(&k->r->spec->text, s->forms.at, k->r->err,
                            "the long layout reads one form a row");
    out->n_forms = s->forms.n;
    out->form = cv_new(k->r->work, cv_form_map, s->forms.n);
    for (int32_t i = 0; i < s->forms.n; i++)
        CV_TRY(make_form(&out->form[i], k, out, &s->forms.v[i]));
    cv_template *contests = cv_new(k->r->work, cv_template, s->contests.n);
    for (int32_t i = 0; i < s->contests.n; i++)
        CV_TRY(cv_template_make(&contests[i], &s->contests.v[i], CV_TEMPLATE_LITERAL, &k->c,
                                k->r->work));
    out->contests = contests;
    out->n_contests = s->contests.n;
    return CV_OK;
}

/* ---- stations ---- */

static cv_status make_kind(cv_mapping *out, compiler *k)
{
    const cv_spec_kind *s = out->spec->kind;
    out->kind_column = CV_COLUMN_NONE;
    if (!s) return CV_OK;
    out->standard_kind = (cv_station_kind)s->standard.value;
    CV_TRY(cv_columns_said(&out->kind_column, &k->c, &s->column));
    if (s->values.n && out->kind_column < 0)
        return cv_spec_fail(&k->r->spec->text, s->at, k->r->err, "the kinds need a 'column'");
    cv_kind_value *kind = cv_new(k->r->work, cv_kind_value, s->values.n);
    for (int32_t i = 0; i < s->values.n; i++)
        kind[i] =
            (cv_kind_value){s->values.v[i].e.key.s, (cv_station_kind)s->values.v[i].word.value};
    out->kind = kind;
    out->n_kinds = s->values.n;
    return CV_OK;
}

static cv_status make_station(cv_mapping *out, compiler *k)
{
    const cv_spec_table *s = out->spec;
    cv_arena *work = k->r->work;
    if (!s->station.n && !out->is_declared)
        return cv_spec_fail(&k->r->spec->text, s->at, k->r->err, "the key 'station' is missing");
    if (out->is_sum && !s->area.n) {
        cv_status failed =
            cv_spec_fail(&k->r->spec->text, s->at, k->r->err, "the key 'area' is missing");
        return cv_hint(k->r->err, failed, "name the levels as in the table of the forms");
    }
    if (s->station.n && out->is_declared)
        return cv_spec_fail(&k->r->spec->text, s->station.at, k->r->err,
                            "declared totals have no stations");
    CV_TRY(cv_template_join(&out->station, &s->station, &k->c, work));
    CV_TRY(cv_template_make(&out->station_name, &s->station_name, CV_TEMPLATE_COLUMN, &k->c, work));
    CV_TRY(cv_template_make(&out->merged_into, &s->merged_into, CV_TEMPLATE_COLUMN, &k->c, work));
    cv_area_map *area = cv_new(work, cv_area_map, s->area.n);
    for (int32_t i = 0; i < s->area.n; i++) {
        area[i].level = s->area.v[i].level.s;
        CV_TRY(
            cv_template_make(&area[i].name, &s->area.v[i].column, CV_TEMPLATE_COLUMN, &k->c, work));
    }
    out->area = area;
    out->n_areas = s->area.n;
    CV_TRY(cv_columns_said(&out->lat, &k->c, &s->lat));
    CV_TRY(cv_columns_said(&out->lon, &k->c, &s->lon));
    CV_TRY(cv_columns_said(&out->registered, &k->c, &s->registered));
    return make_kind(out, k);
}

/* ---- numbers ---- */

static cv_markers markers(cv_reading *r, const cv_saids *said)
{
    if (!said->v) return (cv_markers){0};
    cv_str *s = cv_new(r->work, cv_str, said->n);
    for (int32_t i = 0; i < said->n; i++) s[i] = said->v[i].s;
    return (cv_markers){s, said->n};
}

static cv_status make_style(cv_mapping *out, compiler *k)
{
    const cv_spec_table *s = out->spec;
    cv_reading *r = k->r;
    const cv_number_style wish = {
        .thousands = s->thousands.s,
        .blank = markers(r, &s->blank),
        .absent = markers(r, &s->absent),
        .illegible = markers(r, &s->illegible),
    };
    cv_error wrong = {0};
    if (cv_number_style_make(&out->style, &wish, &wrong) == CV_OK) return CV_OK;
    int32_t at = s->thousands.s.s ? s->thousands.at : s->at;
    if (r->err) *r->err = wrong;
    return cv_spec_fail_at(&r->spec->text, at, r->err);
}

/* ---- the whole ---- */

static const cv_str *copy_header(cv_arena *work, const cv_table_member *m)
{
    cv_str *column = cv_new(work, cv_str, m->n_columns);
    for (int32_t i = 0; i < m->n_columns; i++) column[i] = cv_str_copy(work, m->column[i]);
    return column;
}

cv_status cv_mapping_make(cv_mapping **out, cv_reading *r, const cv_spec_table *spec,
                          const cv_table *table, const cv_table_member *member, cv_str file)
{
    compiler k = {r, cv_columns_open(r->spec, table, member, file, r->work, r->err)};
    cv_mapping *m = cv_new(r->work, cv_mapping, 1);
    *m = (cv_mapping){.spec = spec,
                      .is_long = spec->layout.value == 1,
                      .is_declared = spec->level.value != 0,
                      .is_sum = spec->level.value == 2,
                      .n_columns = member->n_columns,
                      .column = copy_header(r->work, member)};
    CV_TRY(make_style(m, &k));
    CV_TRY(make_conditions(&m->where, &k, &spec->where));
    CV_TRY(make_conditions(&m->skip, &k, &spec->skip));
    CV_TRY(make_conditions(&m->closed, &k, &spec->closed));
    CV_TRY(make_station(m, &k));
    CV_TRY(make_forms(m, &k));
    for (int32_t i = 0; i < spec->unclear.n; i++)
        CV_TRY(cv_columns_pass(&k.c, &spec->unclear.v[i].e.key));
    CV_TRY(cv_columns_all_used(&k.c, &spec->ignore, spec->at));
    *out = m;
    return CV_OK;
}

bool cv_mapping_fits(const cv_mapping *m, const cv_table_member *member)
{
    if (m->n_columns != member->n_columns) return false;
    for (int32_t i = 0; i < m->n_columns; i++)
        if (!cv_str_eq(m->column[i], member->column[i])) return false;
    return true;
}

/* The form of the law's that a case names, and the relations of its own: profile.form and
 * profile.relations. Both go into one list; what the case sets under profile.rules prevails. */
#include "read/case/reading.h"

#include <stdlib.h>
#include <string.h>

#include "read/case/form.h"
#include "read/case/nearest.h"

enum { MOST_FORMS = 64 };

typedef struct {
    cv_reading *r;
    const cv_spec_profile *spec;
    cv_profile *out;
    cv_form_relation *relation;
    int64_t n_relations, cap_relations;
    cv_rule_setting *setting;
    int64_t n_settings, cap_settings;
    cv_rule_info *own;
    int32_t n_own;
} gathering;

/* ---- settings ---- */

static const cv_rule_setting *setting_of(const gathering *g, int16_t code)
{
    for (int32_t i = 0; i < g->out->n_settings; i++)
        if (g->out->setting[i].code == code) return &g->out->setting[i];
    return NULL;
}

static void add_setting(gathering *g, const cv_rule_setting *s)
{
    if (setting_of(g, s->code)) return;
    cv_room(g->r->keep, cv_rule_setting, g->setting, g->n_settings, g->cap_settings);
    g->setting[g->n_settings++] = *s;
}

static void add_relation(gathering *g, cv_form_relation x)
{
    const cv_rule_setting *s = setting_of(g, x.code);
    if (s && s->severity != CV_SEVERITY_OFF) x.severity = s->severity;
    if (s && s->has_tolerance) x.tolerance = s->tolerance;
    cv_room(g->r->keep, cv_form_relation, g->relation, g->n_relations, g->cap_relations);
    g->relation[g->n_relations++] = x;
}

/* ---- the form ---- */

static cv_status no_form(gathering *g, const cv_said *id)
{
    cv_str known[MOST_FORMS];
    int32_t n = 0;
    while (n < MOST_FORMS && cv_form_shipped_name(n).n) known[n] = cv_form_shipped_name(n), n++;
    cv_status failed = cv_spec_fail(&g->r->spec->text, id->at, g->r->err, "no form '%.*s' is known",
                                    CV_ARG(id->s));
    int32_t near = cv_nearest(id->s, known, n);
    if (near >= 0) return cv_hint(g->r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(g->r->err, failed, "the forms are listed in docs/reference/forms.md");
}

static void take_part(gathering *g, const cv_form_profile *form)
{
    if (g->spec->took_part.s.s || !form->took_part.n) return;
    g->out->took_part = cv_field_named(form->took_part);
}

static cv_status take_form(gathering *g)
{
    const cv_said *id = &g->spec->form;
    if (!id->s.s) return CV_OK;
    cv_str text = cv_form_shipped(id->s);
    if (!text.s) return no_form(g, id);
    cv_form_profile *form = cv_new(g->r->keep, cv_form_profile, 1);
    CV_TRY(cv_form_read(form, id->s, id->s, text, g->r->keep, g->r->err));
    g->out->form = form;
    take_part(g, form);
    for (int32_t i = 0; i < form->n_relations; i++) add_relation(g, form->relation[i]);
    for (int32_t i = 0; i < form->n_settings; i++) add_setting(g, &form->setting[i]);
    return CV_OK;
}

/* ---- the case's own ---- */

static cv_status parse(cv_expr *out, gathering *g, const cv_said *text)
{
    int32_t at = 0;
    const cv_json_text *json = &g->r->spec->text;
    if (cv_expr_parse(out, &at, text->s, g->r->keep, g->r->err) == CV_OK) return CV_OK;
    return cv_spec_fail_at(json, text->at + 1 + at, g->r->err);
}

static cv_status add_own_rule(gathering *g, const cv_spec_relation *s, int16_t code)
{
    for (int32_t i = 0; i < g->n_own; i++)
        if (g->own[i].code == code) return CV_OK;
    if (!s->name.s.n) {
        cv_status failed = cv_spec_fail(&g->r->spec->text, s->code.at, g->r->err,
                                        "'%.*s' lacks its name", CV_ARG(s->code.s));
        return cv_hint(g->r->err, failed, "say under \"name\" what is wrong where it fails");
    }
    g->own[g->n_own++] = (cv_rule_info){
        .code = code,
        .severity = (cv_severity)s->severity.value,
        .title = cv_str_copy(g->r->keep, s->name.s),
        .relation = s->that.s,
        .explanation = CV_STR(CV_MSG("A relation of this case's own.")),
        .next = CV_STR(CV_MSG("Compare the figures with the form.")),
        .tolerance = CV_STR(""),
    };
    return CV_OK;
}

static cv_status take_own(gathering *g, const cv_spec_relation *s)
{
    int16_t code = cv_rule_code(s->code.s);
    if (!code || (code < CV_OWN_CODES && cv_rule_row(code) < 0)) {
        cv_status failed = cv_spec_fail(&g->r->spec->text, s->code.at, g->r->err,
                                        "'%.*s' is not the code of a rule", CV_ARG(s->code.s));
        return cv_hint(g->r->err, failed,
                       "a code of docs/reference/rules.md, or one of your own: X001 to X999");
    }
    if (code >= CV_OWN_CODES) CV_TRY(add_own_rule(g, s, code));
    if (s->severity.value == CV_SEVERITY_OFF) return CV_OK;
    cv_form_relation x = {
        .code = code,
        .severity = (cv_severity)s->severity.value,
        .tolerance = s->tolerance.said ? s->tolerance.n : 0,
        .lines = s->lines.s.s ? s->lines.s : CV_STR(""),
        .effect = (cv_form_effect)s->effect.value,
        .mark = s->mark.said ? (cv_form_mark)s->mark.value : CV_FORM_MARK_UNVERIFIED,
        .cite = s->why.s,
    };
    CV_TRY(parse(&x.that, g, &s->that));
    if (s->when.s.s) CV_TRY(parse(&x.when, g, &s->when));
    add_relation(g, x);
    return CV_OK;
}

static int by_code(const void *a, const void *b)
{
    return ((const cv_rule_info *)a)->code - ((const cv_rule_info *)b)->code;
}

cv_status cv_reading_relations(cv_profile *out, cv_reading *r, const cv_spec_profile *spec)
{
    gathering g = {.r = r, .spec = spec, .out = out};
    g.own = cv_new(r->keep, cv_rule_info, spec->relations.n);
    for (int32_t i = 0; i < out->n_settings; i++) {
        cv_room(r->keep, cv_rule_setting, g.setting, g.n_settings, g.cap_settings);
        g.setting[g.n_settings++] = out->setting[i];
    }
    CV_TRY(take_form(&g));
    for (int32_t i = 0; i < spec->relations.n; i++) CV_TRY(take_own(&g, &spec->relations.v[i]));
    if (g.n_relations > INT16_MAX)
        return cv_spec_fail(&r->spec->text, spec->relations.at, r->err, "too many relations");
    if (g.n_own) qsort(g.own, (size_t)g.n_own, sizeof *g.own, by_code);
    out->n_relations = (int32_t)g.n_relations;
    out->relation = g.relation;
    out->n_settings = (int32_t)g.n_settings;
    out->setting = g.setting;
    out->n_own = g.n_own;
    out->own = g.own;
    return CV_OK;
}

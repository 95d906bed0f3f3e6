#include "report/json_parts.h"

#include "model/relation.h"
#include "report/words.h"

/* What the case sets for the rule, or NULL. */
static const cv_rule_setting *setting_of(const cv_profile *p, int16_t code)
{
    for (int32_t i = 0; i < p->n_settings; i++)
        if (p->setting[i].code == code) return &p->setting[i];
    return NULL;
}

static void set_rule_texts(json_t *row, const cv_rule_info *rule, const cv_rule_setting *own)
{
    cv_severity severity = own ? own->severity : rule->severity;
    cv_json_set(row, "title", cv_json_str(rule->title));
    cv_json_set(row, "severity", json_string(cv_severity_word(severity)));
    cv_json_set(row, "relation", cv_json_str(rule->relation));
    cv_json_set(row, "explanation", cv_json_str(rule->explanation));
    cv_json_set(row, "next", cv_json_str(rule->next));
    bool tolerates = own && own->has_tolerance;
    cv_json_set(row, "tolerance", tolerates ? cv_json_count(own->tolerance) : json_null());
    cv_json_set(row, "why_set", own ? cv_json_str(own->why) : json_null());
}

/* What the form's profile and the case say under the code: each with its source; NULL: nothing. */
static json_t *law_of(const cv_profile *p, int16_t code)
{
    json_t *law = NULL;
    for (int32_t i = 0; i < p->n_relations; i++) {
        const cv_form_relation *x = &p->relation[i];
        if (x->code != code) continue;
        if (!law) law = json_array();
        json_t *row = json_object();
        cv_json_set(row, "relation", json_integer(i));
        cv_json_set(row, "lines", cv_json_str(x->lines));
        cv_json_set(row, "that", x->that.n ? cv_json_str(x->that.text) : json_null());
        cv_json_set(row, "when", x->when.n ? cv_json_str(x->when.text) : json_null());
        cv_json_set(row, "cite", cv_json_str(x->cite));
        cv_json_set(row, "mark", json_string(cv_form_mark_word(x->mark)));
        json_array_append_new(law, row);
    }
    return law;
}

/* The relation of the profile that the finding is about, by its number in rules[].law. */
static json_t *relation_of(const cv_profile *p, const cv_finding *f)
{
    bool own = f->relation >= 0 && f->relation < p->n_relations;
    return own && p->relation[f->relation].code == f->code ? json_integer(f->relation)
                                                           : json_null();
}

static json_t *rule_row(const cv_json_doc *d, int32_t i)
{
    const cv_profile *profile = &d->election->profile;
    const cv_rule_info *rule = cv_rule_at(profile, i);
    const cv_rule_count *n = &d->review->check->total[i];
    json_t *row = json_object();
    cv_json_set(row, "code", cv_json_str(cv_code_text(rule->code, d->work)));
    set_rule_texts(row, rule, setting_of(profile, rule->code));
    json_t *law = law_of(profile, rule->code);
    if (law) cv_json_set(row, "law", law);
    cv_json_set(row, "checked", json_integer(n->n_checked));
    cv_json_set(row, "not_applicable", json_integer(n->n_not_applicable));
    cv_json_set(row, "undecidable", json_integer(n->n_undecidable));
    cv_json_set(row, "raised", json_integer(n->n_raised));
    cv_json_set(row, "hidden", json_integer(n->n_hidden));
    cv_json_set(row, "amount", cv_json_count(n->amount));
    cv_json_set(row, "largest", cv_json_count(n->largest));
    return row;
}

static json_t *field_id(const cv_election *e, cv_field field)
{
    return field < 0 ? json_null() : cv_json_str(e->field[field].id);
}

static json_t *structural_row(const cv_json_doc *d, const cv_structural *s)
{
    const cv_election *e = d->election;
    json_t *row = json_object();
    cv_json_set(row, "code", cv_json_str(cv_code_text(s->code, d->work)));
    cv_json_set(row, "contest", cv_json_contest_id(e, s->contest));
    cv_json_set(row, "why", json_string(cv_structural_word(s->why)));
    cv_json_set(row, "field", field_id(e, s->field));
    cv_json_set(row, "option", cv_json_option_id(&e->contest[s->contest.i], s->option));
    cv_json_set(row, "value", cv_json_count(s->value));
    cv_json_set(row, "failing", json_integer(s->n_failing));
    cv_json_set(row, "explained", json_integer(s->n_explained));
    cv_json_set(row, "holding", json_integer(s->n_holding));
    return row;
}

/* What the finding alone leaves open; the seat's figures add them up without counting a form
 * twice. Only errors are ever added (methods.md, From findings to votes). */
static json_t *votes_in_question(const cv_finding *f)
{
    switch (f->change) {
    case CV_CHANGE_NONE: return json_integer(0);
    case CV_CHANGE_EXACT: return cv_json_count(f->contradicted);
    case CV_CHANGE_OFF:
    case CV_CHANGE_ADD:
    case CV_CHANGE_MOVE:
    case CV_CHANGE_CAP: return cv_json_count(f->k);
    }
    return json_null();
}

static json_t *place_of(const cv_json_doc *d, cv_contest_ix c, int32_t row)
{
    cv_str place = cv_form_place(d->election, c, row, d->work);
    return cv_json_text(place);
}

/* The sum of an area that a finding is about (C805), or NULL. */
static const cv_area_sum *sum_of(const cv_election *e, const cv_finding *f)
{
    bool is_sum = f->code == 805 && f->listed >= 0 && f->listed < e->n_sums;
    return is_sum ? &e->sum[f->listed] : NULL;
}

/* Where the finding's figures stand: its form, or the row that states a sum. */
static json_t *source_of(const cv_json_doc *d, const cv_finding *f)
{
    const cv_area_sum *sum = sum_of(d->election, f);
    if (!sum) return place_of(d, f->contest, f->row);
    cv_str file = d->election->source[sum->source.i].file;
    return cv_json_str(
        cv_str_format(d->work, "%.*s:%d", CV_ARG(cv_show_name(file, d->work)), sum->line));
}

/* What is not known is left out, but for the keys on which programs may rely: findings are most of
 * the file. */
static void set_known(json_t *row, const char *key, json_t *value)
{
    if (json_is_null(value))
        json_decref(value);
    else
        cv_json_set(row, key, value);
}

static json_t *finding_row(const cv_json_doc *d, const cv_finding *f)
{
    const cv_election *e = d->election;
    cv_contest_ix other_contest = f->other_contest.i >= 0 ? f->other_contest : f->contest;
    json_t *row = json_object();
    cv_json_set(row, "code", cv_json_str(cv_code_text(f->code, d->work)));
    cv_json_set(row, "severity", json_string(cv_severity_word(f->severity)));
    cv_json_set(row, "contest", cv_json_contest_id(e, f->contest));
    cv_json_set(row, "station", cv_json_station_code(e, f->station));
    cv_json_set(row, "source", source_of(d, f));
    const cv_area_sum *sum = sum_of(e, f);
    set_known(row, "area", sum ? cv_json_str(e->area[sum->area.i].name) : json_null());
    set_known(row, "form", cv_json_form(d, f->contest, f->row));
    set_known(row, "other_source", place_of(d, other_contest, f->other));
    set_known(row, "other_form", cv_json_form(d, other_contest, f->other));
    set_known(row, "other_contest", cv_json_contest_id(e, f->other_contest));
    set_known(row, "option", cv_json_option_id(&e->contest[f->contest.i], f->option));
    set_known(row, "field", field_id(e, f->field));
    set_known(row, "relation", relation_of(&e->profile, f));
    set_known(row, "left", cv_json_count(f->left));
    set_known(row, "right", cv_json_count(f->right));
    cv_json_set(row, "votes_contradicted", cv_json_count(f->contradicted));
    cv_json_set(row, "votes_in_question", votes_in_question(f));
    cv_json_set(row, "change", json_string(cv_change_word(f->change)));
    set_known(row, "cap", cv_json_count(f->cap));
    return row;
}

/* The texts of one row are forgotten before the next: 100,000 findings need no more memory
 * than one. */
static void write_finding(cv_json_doc *d, const cv_finding *f, cv_arena work)
{
    cv_json_doc own = *d;
    own.work = &work;
    json_t *row = finding_row(&own, f);
    cv_json_line(&d->json, NULL, row);
}

void cv_json_findings(cv_json_doc *d)
{
    const cv_check_result *check = d->review->check;
    cv_json_array(&d->json, "rules");
    int32_t n_rules = cv_n_rules(&d->election->profile);
    for (int32_t i = 0; i < n_rules; i++) cv_json_line(&d->json, NULL, rule_row(d, i));
    cv_json_end(&d->json);
    cv_json_array(&d->json, "structural");
    for (int32_t i = 0; i < check->n_structural; i++)
        if (cv_report_shows(d->report, check->structural[i].contest.i))
            cv_json_line(&d->json, NULL, structural_row(d, &check->structural[i]));
    cv_json_end(&d->json);
    cv_json_array(&d->json, "findings");
    if (d->extract)
        for (int64_t i = 0; i < d->extract->n_findings; i++)
            write_finding(d, &check->finding[d->extract->finding[i]], *d->work);
    else
        for (int64_t i = 0; i < check->n_findings; i++)
            if (cv_report_shows(d->report, check->finding[i].contest.i))
                write_finding(d, &check->finding[i], *d->work);
    cv_json_end(&d->json);
    cv_json_repairs(d);
    cv_json_exchanges(d);
}

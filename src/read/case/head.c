/* What stands alone in election.json: title, profile, fields, blocs, copies. */
#include "read/case/reading.h"

#include "model/rule_info.h"

#include "read/case/nearest.h"

/* `format` takes the id as "%.*s". */
static cv_status fail_twice(cv_reading *r, const cv_said *id, const char *format)
{
    return cv_spec_fail(&r->spec->text, id->at, r->err, format, CV_ARG(id->s));
}

/* ---- fields ---- */

static cv_status own_fields(cv_reading *r)
{
    const cv_spec *s = r->spec;
    for (int32_t i = 0; i < s->fields.n; i++) {
        const cv_named_text *f = &s->fields.v[i];
        if (cv_str_starts(f->e.key.s, CV_STR("x_")) && f->e.key.s.n > 2) {
            cv_build_field(r->b, f->e.key.s, f->text.s);
            continue;
        }
        cv_status failed = cv_spec_fail(&s->text, f->e.key.at, r->err,
                                        "'%.*s' does not begin with 'x_'", CV_ARG(f->e.key.s));
        return cv_hint(r->err, failed,
                       "only lines that are not in the vocabulary are declared, as \"x_name\"");
    }
    return CV_OK;
}

static bool is_declared(const cv_spec *s, cv_str id)
{
    for (int32_t i = 0; i < s->fields.n; i++)
        if (cv_str_eq(s->fields.v[i].e.key.s, id)) return true;
    return false;
}

static cv_status unknown_field(cv_reading *r, cv_str id, int32_t at)
{
    cv_status failed = cv_spec_fail(&r->spec->text, at, r->err, "unknown field '%.*s'", CV_ARG(id));
    if (cv_str_starts(id, CV_STR("x_")))
        return cv_hint(r->err, failed, "declare it under \"fields\" with a name");
    cv_str known[CV_F_FIXED];
    for (int32_t i = 0; i < CV_F_FIXED; i++) known[i] = CV_FIELDS[i].id;
    int32_t near = cv_nearest(id, known, CV_F_FIXED);
    if (near >= 0) return cv_hint(r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(r->err, failed, "the vocabulary is in docs/reference/fields.md");
}

cv_status cv_reading_field(cv_field *out, cv_reading *r, cv_str id, int32_t at)
{
    int16_t minute;
    bool is_own = cv_str_starts(id, CV_STR("x_"));
    bool known = is_own ? is_declared(r->spec, id)
                        : cv_field_named(id) != CV_F_NONE || cv_field_is_turnout(id, &minute) ||
                              cv_field_is_own(id);
    cv_field f = known ? cv_build_field(r->b, id, (cv_str){0}) : CV_F_NONE;
    if (f == CV_F_NONE) return unknown_field(r, id, at);
    *out = f;
    return CV_OK;
}

/* ---- profile ---- */

static cv_status settings(cv_profile *out, cv_reading *r, const cv_spec_profile *p)
{
    cv_rule_setting *setting = cv_new(r->keep, cv_rule_setting, p->rules.n);
    for (int32_t i = 0; i < p->rules.n; i++) {
        const cv_spec_setting *s = &p->rules.v[i];
        int16_t code = cv_rule_code(s->e.key.s);
        if (!code) {
            cv_status failed = cv_spec_fail(&r->spec->text, s->e.key.at, r->err,
                                            "'%.*s' is not the code of a rule", CV_ARG(s->e.key.s));
            return cv_hint(r->err, failed, "codes look like C307: docs/reference/rules.md");
        }
        setting[i] = (cv_rule_setting){
            .code = code,
            .severity = (cv_severity)s->severity.value,
            .has_tolerance = s->tolerance.said,
            .tolerance = s->tolerance.n,
            .why = s->why.s,
        };
    }
    out->n_settings = p->rules.n;
    out->setting = setting;
    return CV_OK;
}

/* `08:00`, in minutes of the day. */
static cv_status time_of_day(int16_t *out, cv_reading *r, const cv_said *text)
{
    if (cv_field_is_turnout(cv_str_format(r->work, "t[%.*s]", CV_ARG(text->s)), out)) return CV_OK;
    cv_status failed = cv_spec_fail(&r->spec->text, text->at, r->err, "'%.*s' is not a time of day",
                                    CV_ARG(text->s));
    return cv_hint(r->err, failed, "times are written 08:00");
}

static cv_status profile(cv_reading *r)
{
    const cv_spec_profile *p = r->spec->profile;
    cv_profile out = CV_PROFILE_DEFAULT;
    if (p) {
        if (p->took_part.s.s)
            CV_TRY(cv_reading_field(&out.took_part, r, p->took_part.s, p->took_part.at));
        out.special_inside = p->special_inside == CV_SAID_YES;
        out.options_blank_zero = p->options_blank_zero == CV_SAID_YES;
        out.missing_adds = p->missing_adds == CV_SAID_YES;
        out.zero_form = (cv_zero_form)p->zero_form.value;
        out.duplicates = (cv_duplicates)p->duplicates.value;
        if (p->station_max.said) out.station_max = p->station_max.n;
        if (p->opens.s.s) CV_TRY(time_of_day(&out.opens, r, &p->opens));
        if (p->closes.s.s) CV_TRY(time_of_day(&out.closes, r, &p->closes));
        CV_TRY(settings(&out, r, p));
        CV_TRY(cv_reading_relations(&out, r, p));
    }
    cv_build_head(r->b)->profile = out;
    return CV_OK;
}

/* ---- title ---- */

static cv_status title(cv_reading *r)
{
    const cv_spec *s = r->spec;
    cv_election *head = cv_build_head(r->b);
    head->id = s->id.s;
    head->title = s->title.s;
    head->place = s->place.s;
    head->is_simulated = s->simulated == CV_SAID_YES;
    if (s->date.s.s && (!cv_date_parse(&head->date, s->date.s) || head->date.minute >= 0)) {
        cv_status failed =
            cv_spec_fail(&s->text, s->date.at, r->err, "'%.*s' is not a date", CV_ARG(s->date.s));
        return cv_hint(r->err, failed, "dates are written 2012-10-01");
    }
    return CV_OK;
}

/* ---- blocs ---- */

static cv_status bloc_words(cv_reading *r, cv_map *map, const cv_saids *words, cv_bloc_ix bloc,
                            const char *format)
{
    for (int32_t i = 0; i < words->n; i++)
        if (cv_map_add(map, words->v[i].s, bloc.i, r->work) != bloc.i)
            return cv_spec_fail(&r->spec->text, words->v[i].at, r->err, format,
                                CV_ARG(words->v[i].s));
    return CV_OK;
}

static cv_status blocs(cv_reading *r)
{
    const cv_spec *s = r->spec;
    for (int32_t i = 0; i < s->blocs.n; i++) {
        const cv_spec_bloc *bloc = &s->blocs.v[i];
        if (cv_build_bloc_named(r->b, bloc->id.s).i >= 0)
            return fail_twice(r, &bloc->id, "the bloc stands twice: '%.*s'");
        cv_bloc_ix ix = cv_build_bloc(r->b, bloc->id.s, bloc->name.s);
        CV_TRY(bloc_words(r, &r->bloc_by_party, &bloc->parties, ix,
                          "the party '%.*s' is in two blocs"));
        CV_TRY(bloc_words(r, &r->bloc_by_option, &bloc->options, ix,
                          "the option '%.*s' is in two blocs"));
    }
    return CV_OK;
}

/* ---- copies ---- */

static int32_t copy_number(const cv_spec *s, cv_str id)
{
    for (int32_t i = 0; i < s->copies.n; i++)
        if (cv_str_eq(s->copies.v[i].id.s, id)) return i;
    return -1;
}

static cv_status time_of(cv_date *out, cv_reading *r, const cv_said *said)
{
    if (cv_date_parse(out, said->s)) return CV_OK;
    cv_status failed =
        cv_spec_fail(&r->spec->text, said->at, r->err, "not a date: '%.*s'", CV_ARG(said->s));
    return cv_hint(r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
}

cv_status cv_reading_copies(cv_reading *r)
{
    const cv_spec *s = r->spec;
    cv_election *head = cv_build_head(r->b);
    head->profile.trust = cv_trust_of(head->law, head->date);
    if (!s->copies.n)
        cv_build_copy(r->b, &(cv_copy){.id = CV_STR("official"),
                                       .holder = CV_STR("official"),
                                       .kind = CV_COPY_ORIGINAL,
                                       .version = 1,
                                       .counts = true});
    bool any_counts = !s->copies.n;
    for (int32_t i = 0; i < s->copies.n; i++) {
        const cv_spec_copy *c = &s->copies.v[i];
        if (copy_number(s, c->id.s) != i)
            return fail_twice(r, &c->id, "the copy stands twice: '%.*s'");
        cv_copy_kind kind = (cv_copy_kind)c->kind.value;
        cv_copy copy = {.id = c->id.s,
                        .holder = c->holder.s.s ? c->holder.s : c->id.s,
                        .kind = kind,
                        .version = c->version.said ? (int32_t)c->version.n : 1,
                        .counts = c->counts == CV_UNSAID
                                      ? cv_trust_counts(&head->profile.trust, kind)
                                      : c->counts == CV_SAID_YES,
                        .is_repeat = c->repeat == CV_SAID_YES,
                        .is_box = c->box == CV_SAID_YES,
                        .has_time = c->recorded.s.s};
        if (copy.has_time) CV_TRY(time_of(&copy.recorded, r, &c->recorded));
        if (copy.is_repeat && copy.is_box)
            return fail_twice(r, &c->id, "the copy '%.*s' is of a repeat vote and of a box");
        any_counts = any_counts || (copy.counts && !copy.is_repeat && !copy.is_box);
        cv_build_copy(r->b, &copy);
    }
    if (any_counts) return CV_OK;
    cv_status failed = cv_spec_fail(&s->text, s->copies.at, r->err, "no copy counts");
    return cv_hint(r->err, failed,
                   "say \"counts\": true for the copy whose figures are the result");
}

cv_status cv_reading_copy(cv_copy_ix *out, cv_reading *r, const cv_said *id)
{
    const cv_spec *s = r->spec;
    bool is_standard = !s->copies.n && cv_str_eq(id->s, CV_STR("official"));
    int32_t i = id->s.s && !is_standard ? copy_number(s, id->s) : 0;
    if (i < 0) {
        cv_status failed = cv_spec_fail(&s->text, id->at, r->err, "no copy '%.*s'", CV_ARG(id->s));
        return cv_hint(r->err, failed, "copies are listed under \"copies\"");
    }
    out->i = i;
    return CV_OK;
}

cv_status cv_reading_head(cv_reading *r)
{
    CV_TRY(title(r));
    CV_TRY(own_fields(r));
    CV_TRY(profile(r));
    return blocs(r);
}

/* "law": the rules in force, and what each contest's figures say of them. */
#include "report/json_law.h"

#include "report/words.h"

static json_t *word(const char *w)
{
    return json_string(w);
}

/* ---- rules ---- */

static json_t *rule_row(const cv_law_rule *r, cv_arena *work)
{
    json_t *row = json_object();
    cv_json_set(row, "key", cv_json_str(r->key));
    cv_json_set(row, "jurisdiction", cv_json_text(r->jurisdiction));
    cv_json_set(row, "from", cv_json_date(r->from, work));
    cv_json_set(row, "to", cv_json_date(r->to, work));
    cv_json_set(row, "rule", cv_json_text(cv_law_rule_words(r, work)));
    cv_json_set(row, "modal", cv_json_text(cv_law_modal_word(r->modal)));
    cv_json_set(row, "scope", cv_json_text(r->scope));
    cv_json_set(row, "effect", cv_json_text(r->effect));
    cv_json_set(row, "value", cv_json_text(r->value));
    cv_json_set(row, "source", cv_json_text(r->source));
    cv_json_set(row, "status", cv_json_str(cv_law_status_word(r->status)));
    cv_json_set(row, "note", cv_json_text(r->note));
    cv_json_set(row, "file", cv_json_str(r->file));
    cv_json_set(row, "line", json_integer(r->line));
    return row;
}

/* ---- lines of a contest ---- */

/* Products of 128 bits are texts, as everywhere in review.json. */
static json_t *wide(cv_wide value)
{
    char digit[48];
    int at = (int)sizeof digit - 1;
    bool negative = value < 0;
    digit[at] = '\0';
    do {
        int last = (int)(value % 10);
        digit[--at] = (char)('0' + (last < 0 ? -last : last));
        value /= 10;
    } while (value != 0);
    if (negative) digit[--at] = '-';
    return json_string(digit + at);
}

static json_t *side_row(const cv_law_side *s)
{
    json_t *row = json_object();
    const cv_law_condition *c = s->condition;
    bool known = s->answer != CV_LAW_UNDECIDABLE;
    cv_json_set(row, "group", json_integer(c->group));
    cv_json_set(row, "quantity", cv_json_str(cv_law_quantity_word(c->part)));
    cv_json_set(row, "is", cv_json_count(s->part));
    cv_json_set(row, "relation", cv_json_str(cv_law_relation_word(c->relation)));
    cv_json_set(row, "p", c->q ? json_integer(c->p) : json_null());
    cv_json_set(row, "q", c->q ? json_integer(c->q) : json_null());
    cv_json_set(row, "base", cv_json_text(cv_law_quantity_word(s->base)));
    cv_json_set(row, "of", c->absolute ? json_null() : cv_json_count(s->whole));
    cv_json_set(row, "left", known ? wide(s->left) : json_null());
    cv_json_set(row, "right", known ? wide(s->right) : json_null());
    cv_json_set(row, "answer", word(cv_law_answer_word(s->answer)));
    return row;
}

static json_t *stations_of(const cv_json_doc *d, int32_t contest, const cv_law_line *l)
{
    if (!l->of_stations) return json_null();
    json_t *o = json_object(), *list = json_array();
    const cv_forms *f = &d->election->forms[contest];
    for (int32_t i = 0; i < l->n_stations; i++) {
        json_t *row = json_object();
        cv_json_set(row, "station",
                    cv_json_station_code(d->election, f->station[l->station[i].row]));
        cv_json_set(row, "is", cv_json_count(l->station[i].part));
        cv_json_set(row, "of", cv_json_count(l->station[i].whole));
        cv_json_add(list, row);
    }
    cv_json_set(o, "not_reached", json_integer(l->n_not_reached));
    cv_json_set(o, "undecidable", json_integer(l->n_undecidable));
    cv_json_set(o, "reached", list);
    return o;
}

static int32_t number_of(const cv_law_rule *rule, const cv_law_rule *const *all, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (all[i] == rule) return i;
    return -1;
}

static json_t *line_row(const cv_json_doc *d, int32_t contest, const cv_law_line *l, int32_t rule)
{
    json_t *row = json_object(), *sides = json_array();
    for (int32_t i = 0; i < l->n_sides; i++) cv_json_add(sides, side_row(&l->side[i]));
    cv_json_set(row, "rule", cv_json_index(rule));
    cv_json_set(row, "option", cv_json_option_id(&d->election->contest[contest], l->option));
    cv_json_set(row, "answer", word(cv_law_answer_word(l->answer)));
    cv_json_set(row, "why", word(cv_law_why_word(l->why)));
    cv_json_set(row, "used", json_boolean(l->is_used));
    cv_json_set(row, "sides", sides);
    cv_json_set(row, "stations", stations_of(d, contest, l));
    return row;
}

/* Those in force, without the labels of the profile. */
static int32_t rules_of(const cv_law_rule **out, int32_t room, const cv_election *e)
{
    int32_t n = 0, all = cv_law_find_prefix(out, room, e->law, "", e->date);
    for (int32_t i = 0; i < all; i++)
        if (out[i]->source.n) out[n++] = out[i];
    return n;
}

void cv_json_law(cv_json_doc *d)
{
    enum { RULES_MAX = 256 };
    const cv_law *law = d->election->law;
    const cv_law_rule *all[RULES_MAX];
    if (!law) {
        cv_json_value(&d->json, "law", json_null());
        return;
    }
    int32_t n = rules_of(all, RULES_MAX, d->election);
    cv_json_object(&d->json, "law");
    cv_json_value(&d->json, "profile", cv_json_str(law->id));
    cv_json_value(&d->json, "file", cv_json_str(law->file));
    cv_json_value(&d->json, "day", cv_json_date(d->election->date, d->work));
    cv_json_array(&d->json, "rules");
    for (int32_t i = 0; i < n; i++) cv_json_line(&d->json, NULL, rule_row(all[i], d->work));
    cv_json_end(&d->json);
    cv_json_array(&d->json, "contests");
    for (int32_t c = 0; c < d->election->n_contests; c++) {
        const cv_law_contest *found = &d->review->contest[c].law;
        if (!cv_report_shows(d->report, c)) continue;
        cv_json_object(&d->json, NULL);
        cv_json_value(&d->json, "contest", cv_json_contest_id(d->election, (cv_contest_ix){c}));
        cv_json_value(&d->json, "not_read", json_integer(found->n_not_read));
        cv_json_value(&d->json, "may_void", json_boolean(found->may_void));
        cv_json_array(&d->json, "lines");
        for (int32_t i = 0; i < found->n_lines; i++)
            cv_json_line(&d->json, NULL,
                         line_row(d, c, &found->line[i], number_of(found->line[i].rule, all, n)));
        cv_json_end(&d->json);
        cv_json_end(&d->json);
    }
    cv_json_end(&d->json);
    cv_json_end(&d->json);
}

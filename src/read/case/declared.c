/* Rows that declare totals of contests or sums of areas, and rows of the list of stations. */
#include "read/case/intake.h"

#include "base/text.h"

/* ---- declared totals ---- */

static bool parse_count(cv_count *out, cv_row_problem *p, cv_intake *t, int32_t column)
{
    int code = cv_count_cell_parse(&t->m->style, t->cell[column], out);
    if (code == 0) return true;
    p->code = code;
    p->column = column;
    p->reason = cv_cell_reason(code, t->cell[column], t->r->keep);
    return false;
}

static cv_count take_total(cv_row_problem *p, cv_intake *t, const cv_cell_source *s)
{
    cv_count sum = CV_BLANK, more;
    if (!parse_count(&sum, p, t, s->column)) return CV_BLANK;
    for (int32_t i = 0; i < s->n_more; i++) {
        if (!parse_count(&more, p, t, s->more[i])) return CV_BLANK;
        sum = sum == CV_BLANK || more == CV_BLANK ? CV_BLANK : sum + more;
    }
    return sum > CV_COUNT_MAX ? CV_BLANK : sum;
}

static void no_option(cv_row_problem *p, cv_intake *t, cv_contest_ix c, cv_str id, int32_t column)
{
    p->code = CV_R09_OPTION;
    p->column = column;
    p->reason = cv_message_of(t->r->keep, "option '%.*s' is not in contest '%.*s'", CV_ARG(id),
                              CV_ARG(cv_build_contest_at(t->r->b, c)->id));
}

/* The total of an option (>= 0) or of a field: of the row's area, else of the contest. */
static void put_total(cv_intake *t, cv_contest_ix c, int32_t option, cv_field field, cv_count total)
{
    if (t->sum >= 0)
        cv_build_sum_set(t->r->b, t->sum, (cv_slot){option < 0 ? field : CV_F_NONE, option}, total);
    else if (option >= 0)
        cv_build_declare(t->r->b, c, option, total, -1);
    else
        cv_build_declare_field(t->r->b, c, field, total);
}

/* Twice: first to see that all can be taken, then to declare. */
static void wide_totals(cv_row_problem *p, cv_intake *t, const cv_form_map *f, cv_contest_ix c,
                        bool declare)
{
    for (int32_t i = 0; i < f->n_sources && !p->code; i++) {
        const cv_cell_source *s = &f->source[i];
        cv_count total = take_total(p, t, s);
        int32_t option = -1;
        if (s->option >= 0) {
            cv_str id = f->option[s->option].id;
            option = cv_build_option_named(t->r->b, c, id);
            if (option < 0 && total != CV_BLANK) no_option(p, t, c, id, s->column);
        }
        if (!declare || p->code || total == CV_BLANK) continue;
        if (option >= 0 || s->option < 0) put_total(t, c, option, s->field, total);
    }
}

/* A total that no option has: `@valid`, `@runoff`, `@void`, or what "pseudo" names. */
static bool special_total(cv_row_problem *p, cv_intake *t, cv_contest_ix c, cv_str id,
                          cv_count votes)
{
    const cv_form_map *f = &t->m->form[0];
    cv_field field = CV_F_NONE;
    for (int32_t i = 0; i < f->n_pseudo; i++)
        if (cv_str_eq(f->pseudo[i].id, id)) field = f->pseudo[i].field;
    if (field < 0 && !cv_str_starts(id, CV_STR("@"))) return false;
    bool is_runoff = cv_str_eq(id, CV_STR("@runoff")), is_void = cv_str_eq(id, CV_STR("@void"));
    if ((is_runoff || is_void) && t->sum < 0) {
        cv_build_declared_outcome(t->r->b, c, is_runoff, is_void);
        return true;
    }
    if (field < 0) field = cv_field_named(cv_str_cut(id, 1, id.n));
    if (field >= 0 && votes != CV_BLANK) put_total(t, c, -1, field, votes);
    if (field < 0) no_option(p, t, c, id, -1);
    return true;
}

static void long_total(cv_row_problem *p, cv_intake *t, const cv_form_map *f, cv_contest_ix c)
{
    cv_template_gap gap;
    cv_count votes = CV_BLANK, seats = CV_BLANK;
    cv_str id = cv_template_text(&f->option_id, t->cell, &t->option_text, &gap);
    if (!id.n) {
        p->code = CV_R06_EMPTY;
        p->column = gap.empty_column;
        p->reason = cv_message_just("the option is empty");
        return;
    }
    if (f->votes_column >= 0 && !parse_count(&votes, p, t, f->votes_column)) return;
    if (f->seats_column >= 0 && !parse_count(&seats, p, t, f->seats_column)) return;
    if (seats > 100000) {
        p->code = CV_R03_RANGE;
        p->column = f->seats_column;
        p->reason = cv_message_of(t->r->keep, "'%.*s' seats are more than 100000",
                                  CV_ARG(t->cell[f->seats_column]));
        return;
    }
    if (special_total(p, t, c, id, votes)) return;
    int32_t option = cv_build_option_named(t->r->b, c, id);
    if (option < 0) {
        no_option(p, t, c, id, gap.empty_column);
        return;
    }
    if (t->sum >= 0) {
        if (votes != CV_BLANK) put_total(t, c, option, CV_F_NONE, votes);
        return;
    }
    bool elected = f->has_elected && cv_condition_holds(&f->elected, t->cell);
    int32_t n_seats = seats != CV_BLANK ? (int32_t)seats : elected ? 1 : -1;
    cv_build_declare(t->r->b, c, option, votes, n_seats);
}

/* A row of sums names its area; without one nobody knows what it is the sum of. */
static void find_sum(cv_row_problem *p, cv_intake *t, const cv_form_map *f, cv_contest_ix c)
{
    cv_area_ix area = cv_intake_area(t);
    if (area.i < 0) {
        p->code = CV_R06_EMPTY;
        p->reason = cv_message_just("the area is empty");
        return;
    }
    const cv_sum_key key = {c, area, f->copy, t->source, t->line};
    t->sum = cv_build_sum(t->r->b, &key);
}

cv_status cv_declared_row(bool *taken, cv_intake *t)
{
    cv_row_problem p = CV_ROW_GOOD;
    bool any = false;
    for (int32_t i = 0; i < t->m->n_forms && !p.code; i++) {
        const cv_form_map *f = &t->m->form[i];
        cv_contest_ix c;
        if (!cv_conditions_all(&f->where, t->cell)) continue;
        any = true;
        CV_TRY(cv_intake_contest(&c, &p, t, f));
        if (p.code) break;
        p.contest = c;
        if (t->m->is_sum) find_sum(&p, t, f, c);
        if (p.code) break;
        if (t->m->is_long) {
            long_total(&p, t, f, c);
        } else {
            wide_totals(&p, t, f, c, false);
            wide_totals(&p, t, f, c, true);
        }
        if (!p.code && !t->m->is_sum) cv_build_declared_at(t->r->b, c, t->source, t->line);
    }
    if (p.code)
        cv_intake_refuse(t, &p);
    else if (!any)
        cv_build_skip(t->r->b, t->source, CV_STR(CV_MSG("not selected by any form")), t->line);
    *taken = any && !p.code;
    return CV_OK;
}

/* ---- the list of stations ---- */

/* A station is expected in every contest that the row names, or the row is refused. */
static cv_status expect_all(cv_row_problem *p, cv_intake *t, cv_station_ix s, cv_cell registered)
{
    cv_contest_ix c = CV_NO_CONTEST;
    for (int32_t i = 0; i < t->m->n_contests && !p->code; i++) {
        const cv_form_map f = {.contest = t->m->contests[i], .fixed_contest = CV_NO_CONTEST};
        CV_TRY(cv_intake_contest(&c, p, t, &f));
        if (!p->code) cv_build_expect(t->r->b, c, s, registered);
    }
    if (!p->code) cv_intake_station_facts(t, s, c);
    return CV_OK;
}

cv_status cv_listed_station_row(bool *taken, cv_intake *t)
{
    cv_row_problem p = CV_ROW_GOOD;
    cv_cell registered = CV_CELL_UNREPORTED;
    cv_station_ix s = cv_intake_station(&p, t);
    if (!p.code && t->m->registered >= 0) {
        const cv_cell_source source = {.column = t->m->registered};
        registered = cv_intake_cell(&p, t, &source);
    }
    if (!p.code) CV_TRY(expect_all(&p, t, s, registered));
    if (p.code) cv_intake_refuse(t, &p);
    *taken = !p.code;
    return CV_OK;
}

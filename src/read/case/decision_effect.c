/* What a line of decisions.csv decides: effect, scope, and what belongs to the effect. */
#include "read/case/decision_line.h"

typedef struct {
    cv_str word;
    int32_t value;
} word_row;

#define W(word, value)                                                                             \
    {                                                                                              \
        {word, sizeof(word) - 1}, value                                                            \
    }

static const word_row EFFECTS[] = {
    W("annul", CV_EFFECT_ANNUL),       W("adopt", CV_EFFECT_ADOPT),
    W("correct", CV_EFFECT_CORRECT),   W("recount", CV_EFFECT_RECOUNT),
    W("repeat", CV_EFFECT_REPEAT),     W("void", CV_EFFECT_VOID),
    W("bar", CV_EFFECT_BAR),           W("reinstate", CV_EFFECT_REINSTATE),
    W("postpone", CV_EFFECT_POSTPONE), W("confirm", CV_EFFECT_CONFIRM),
    W("revoke", CV_EFFECT_REVOKE),
};
static const word_row SCOPES[] = {
    W("station", CV_SCOPE_STATION), W("box", CV_SCOPE_BOX),       W("option", CV_SCOPE_OPTION),
    W("seat", CV_SCOPE_SEAT),       W("nation", CV_SCOPE_NATION),
};
static const word_row MODES[] = {
    W("as_invalid", CV_CANCEL_AS_INVALID),
    W("removed", CV_CANCEL_REMOVED),
    W("kept_in_base", CV_CANCEL_KEPT_IN_BASE),
};
static const word_row CANDIDATES[] = {
    W("same", CV_CANDIDATES_SAME),
    W("without_barred", CV_CANDIDATES_WITHOUT_BARRED),
    W("new", CV_CANDIDATES_NEW),
};
#define N(table) ((int32_t)(sizeof(table) / sizeof((table)[0])))

/* Capital letters are as good as small ones. */
static bool same_word(cv_str s, cv_str word)
{
    if (s.n != word.n) return false;
    for (int64_t i = 0; i < s.n; i++)
        if (s.s[i] != word.s[i] && (s.s[i] | 0x20) != word.s[i]) return false;
    return true;
}

/* -1: no such word. */
static int32_t value_of(const word_row *rows, int32_t n, cv_str s)
{
    for (int32_t i = 0; i < n; i++)
        if (same_word(s, rows[i].word)) return rows[i].value;
    return -1;
}

/* ---- what an effect takes ---- */

#define BIT(column) (UINT64_C(1) << (column))
#define FIGURES     BIT(CV_DC_N)

static const uint64_t TAKES[] = {
    [CV_EFFECT_ANNUL] = BIT(CV_DC_PLACES) | BIT(CV_DC_OPTION) | BIT(CV_DC_MODE) |
                        BIT(CV_DC_VERSION) | BIT(CV_DC_BOX) | BIT(CV_DC_K) | FIGURES,
    [CV_EFFECT_ADOPT] = BIT(CV_DC_PLACES) | BIT(CV_DC_VERSION) | FIGURES,
    [CV_EFFECT_CORRECT] =
        BIT(CV_DC_PLACES) | BIT(CV_DC_OPTION) | BIT(CV_DC_FIELD) | BIT(CV_DC_OLD) | BIT(CV_DC_NEW),
    [CV_EFFECT_RECOUNT] = BIT(CV_DC_PLACES),
    [CV_EFFECT_REPEAT] = BIT(CV_DC_PLACES) | BIT(CV_DC_DATE) | BIT(CV_DC_CANDIDATES),
    [CV_EFFECT_VOID] = 0,
    [CV_EFFECT_BAR] = BIT(CV_DC_OPTION) | BIT(CV_DC_MODE),
    [CV_EFFECT_REINSTATE] = BIT(CV_DC_OPTION),
    [CV_EFFECT_POSTPONE] = BIT(CV_DC_PLACES) | BIT(CV_DC_DATE),
    [CV_EFFECT_CONFIRM] = BIT(CV_DC_PLACES),
    [CV_EFFECT_REVOKE] = BIT(CV_DC_REVOKES),
};
static const cv_decision_column PAYLOAD[] = {
    CV_DC_PLACES, CV_DC_OPTION, CV_DC_FIELD, CV_DC_OLD,  CV_DC_NEW,        CV_DC_VERSION,
    CV_DC_BOX,    CV_DC_K,      CV_DC_MODE,  CV_DC_DATE, CV_DC_CANDIDATES, CV_DC_REVOKES,
};

static bool has_figures(const cv_decision_line *d)
{
    for (int32_t i = 0; i < d->n_votes; i++)
        if (d->cell[d->votes[i]].n) return true;
    return cv_decision_text(d, CV_DC_INVALID).n || cv_decision_text(d, CV_DC_BLANK).n;
}

static cv_status too_much(const cv_decision_line *d, cv_decision_column c)
{
    cv_status failed = cv_decision_fail(d, c, "'%.*s' does not belong to the effect");
    cv_str effect = cv_decision_text(d, CV_DC_EFFECT);
    return cv_hint(d->r->err, failed, "leave the cell empty for '%.*s'", CV_ARG(effect));
}

static cv_status check_payload(const cv_decision *out, const cv_decision_line *d)
{
    uint64_t takes = TAKES[out->effect];
    for (int32_t i = 0; i < N(PAYLOAD); i++)
        if (cv_decision_text(d, PAYLOAD[i]).n && !(takes & BIT(PAYLOAD[i])))
            return too_much(d, PAYLOAD[i]);
    if (has_figures(d) && !(takes & FIGURES))
        return cv_decision_fail(d, CV_DC_EFFECT, "figures beside the effect '%.*s'");
    return CV_OK;
}

/* ---- places ---- */

/* One code, which may hold spaces, or several with spaces between them. */
static cv_status read_places(cv_decision *out, cv_decision_line *d)
{
    cv_str cell = cv_decision_text(d, CV_DC_PLACES);
    cv_station_ix whole = cell.n ? cv_build_station_named(d->r->b, cell) : CV_NO_STATION;
    int32_t cap = 0;
    cv_station_ix *place = NULL;
    for (int64_t from = 0, to; from < cell.n; from = to) {
        for (; from < cell.n && cell.s[from] == ' ';) from++;
        for (to = from; to < cell.n && (cell.s[to] != ' ' || whole.i >= 0);) to++;
        if (from == to) break;
        cv_str code = cv_str_cut(cell, from, to);
        cv_station_ix s = whole.i >= 0 ? whole : cv_build_station_named(d->r->b, code);
        if (s.i < 0) {
            cv_decision_column c = d->at[CV_DC_PLACES] >= 0 && d->cell[d->at[CV_DC_PLACES]].n
                                       ? CV_DC_PLACES
                                       : CV_DC_STATION;
            return cv_fail_at(d->r->err, CV_E_INPUT, cv_decision_place(d, d->at[c]),
                              "no station '%.*s'", CV_ARG(code));
        }
        cv_room(d->r->keep, cv_station_ix, place, out->n_places, cap);
        place[out->n_places++] = s;
    }
    out->place = place;
    return CV_OK;
}

/* ---- options and copies ---- */

static cv_status no_option(const cv_decision_line *d, int32_t column, cv_str id)
{
    return cv_fail_at(d->r->err, CV_E_INPUT, cv_decision_place(d, column),
                      "no option '%.*s' in contest '%.*s'", CV_ARG(id),
                      CV_ARG(cv_decision_text(d, CV_DC_CONTEST)));
}

static cv_status read_option(cv_decision *out, cv_decision_line *d)
{
    cv_str id = cv_decision_text(d, CV_DC_OPTION);
    if (!id.n || out->contest.i < 0) return CV_OK;
    out->option = cv_build_option_named(d->r->b, out->contest, id);
    return out->option >= 0 ? CV_OK : no_option(d, d->at[CV_DC_OPTION], id);
}

static cv_status read_copy(cv_decision *out, cv_decision_line *d)
{
    cv_str copy = cv_decision_text(d, CV_DC_VERSION);
    if (!copy.n) return CV_OK;
    for (int32_t i = 0; i < d->r->spec->copies.n; i++)
        if (cv_str_eq(d->r->spec->copies.v[i].id.s, copy)) out->copy.i = i;
    return out->copy.i >= 0 ? CV_OK : cv_decision_fail(d, CV_DC_VERSION, "no copy '%.*s'");
}

static cv_status read_votes(cv_decision *out, cv_decision_line *d)
{
    cv_reading *r = d->r;
    int32_t n = cv_build_n_options(r->b, out->contest);
    cv_cell *votes = cv_new(r->keep, cv_cell, n);
    for (int32_t i = 0; i < n; i++) votes[i] = CV_CELL_UNREPORTED;
    for (int32_t i = 0; i < d->n_votes; i++) {
        int32_t column = d->votes[i];
        if (!d->cell[column].n) continue;
        cv_str name = d->member->column[column];
        cv_str id = cv_str_cut(name, CV_DECISION_VOTES.n, name.n);
        int32_t option = cv_build_option_named(r->b, out->contest, id);
        if (option < 0) return no_option(d, column, id);
        CV_TRY(cv_decision_number(&votes[option], d, column));
    }
    for (int32_t i = 0; i < n; i++)
        if (votes[i] == CV_CELL_UNREPORTED)
            return cv_fail_at(r->err, CV_E_INPUT, cv_decision_place(d, -1),
                              "no figure for option '%.*s' of contest '%.*s'",
                              CV_ARG(cv_build_option_at(r->b, out->contest, i)->id),
                              CV_ARG(cv_decision_text(d, CV_DC_CONTEST)));
    out->votes = votes;
    if (cv_decision_text(d, CV_DC_INVALID).n)
        CV_TRY(cv_decision_number(&out->invalid, d, d->at[CV_DC_INVALID]));
    if (cv_decision_text(d, CV_DC_BLANK).n)
        CV_TRY(cv_decision_number(&out->blank, d, d->at[CV_DC_BLANK]));
    return CV_OK;
}

/* ---- scope ---- */

static cv_scope scope_of(const cv_decision *out, const cv_decision_line *d)
{
    bool has_box = cv_decision_text(d, CV_DC_BOX).n || cv_decision_text(d, CV_DC_K).n;
    if (out->option >= 0 && out->effect != CV_EFFECT_CORRECT) return CV_SCOPE_OPTION;
    if (out->effect == CV_EFFECT_ANNUL && has_box) return CV_SCOPE_BOX;
    if (out->n_places) return CV_SCOPE_STATION;
    return out->contest.i >= 0 ? CV_SCOPE_SEAT : CV_SCOPE_NATION;
}

static bool may_be_of_all(cv_effect_kind effect)
{
    return effect == CV_EFFECT_RECOUNT || effect == CV_EFFECT_REPEAT || effect == CV_EFFECT_VOID ||
           effect == CV_EFFECT_POSTPONE || effect == CV_EFFECT_CONFIRM;
}

static cv_status no_place(const cv_decision_line *d)
{
    cv_status failed = cv_decision_fail(d, CV_DC_EFFECT, "no station for the effect '%.*s'");
    return cv_hint(d->r->err, failed, "name the stations under 'places'");
}

static bool needs_option(cv_effect_kind effect)
{
    return effect == CV_EFFECT_BAR || effect == CV_EFFECT_REINSTATE;
}

static cv_status check_seat(const cv_decision *out, const cv_decision_line *d)
{
    if (out->n_places)
        return cv_decision_fail(d, CV_DC_PLACES, "stations '%.*s' beside the whole seat");
    if (may_be_of_all(out->effect)) return CV_OK;
    cv_status failed = no_place(d);
    if (out->effect != CV_EFFECT_ANNUL) return failed;
    return cv_hint(d->r->err, failed,
                   "name the stations under 'places'; 'void' leaves a seat empty, 'repeat' takes "
                   "its figures out");
}

static cv_status check_scope(const cv_decision *out, const cv_decision_line *d)
{
    bool nation = out->scope == CV_SCOPE_NATION;
    bool one_place = out->effect == CV_EFFECT_ADOPT || out->effect == CV_EFFECT_CORRECT;
    if (nation && out->contest.i >= 0)
        return cv_decision_fail(d, CV_DC_CONTEST, "contest '%.*s' beside the nation");
    if (out->contest.i < 0 && !(nation && may_be_of_all(out->effect)))
        return cv_decision_fail(d, CV_DC_CONTEST, "no contest '%.*s'");
    if ((needs_option(out->effect) || out->scope == CV_SCOPE_OPTION) && out->option < 0)
        return cv_decision_fail(d, CV_DC_EFFECT, "no option for the effect '%.*s'");
    if (out->scope == CV_SCOPE_BOX && out->effect != CV_EFFECT_ANNUL)
        return cv_decision_fail(d, CV_DC_SCOPE, "only 'annul' is of a '%.*s'");
    if (out->n_places == 0 && (out->scope == CV_SCOPE_STATION || one_place)) return no_place(d);
    if (out->scope == CV_SCOPE_SEAT || nation) return check_seat(out, d);
    return CV_OK;
}

static cv_status read_scope(cv_decision *out, const cv_decision_line *d)
{
    cv_str word = cv_decision_text(d, CV_DC_SCOPE);
    out->scope = scope_of(out, d);
    if (word.n) {
        int32_t scope = value_of(SCOPES, N(SCOPES), word);
        if (scope < 0) {
            cv_status failed = cv_decision_fail(d, CV_DC_SCOPE, "unknown scope '%.*s'");
            return cv_hint(d->r->err, failed, "'station', 'box', 'option', 'seat' or 'nation'");
        }
        /* An option of the whole seat may be called either. */
        bool same =
            out->scope == CV_SCOPE_OPTION && scope != CV_SCOPE_NATION && scope != CV_SCOPE_BOX;
        if (!same) out->scope = (cv_scope)scope;
    }
    return check_scope(out, d);
}

/* ---- each effect ---- */

static cv_status read_annul(cv_decision *out, cv_decision_line *d)
{
    if (out->scope == CV_SCOPE_BOX) {
        cv_str k = cv_decision_text(d, CV_DC_K);
        cv_cell n = 0;
        out->box = cv_str_copy(d->r->keep, cv_decision_text(d, CV_DC_BOX));
        if (k.n) CV_TRY(cv_decision_number(&n, d, d->at[CV_DC_K]));
        if (k.n) out->k = n;
        bool on_record = out->copy.i >= 0 || has_figures(d);
        if (on_record && !out->n_places) return no_place(d);
        return has_figures(d) ? read_votes(out, d) : CV_OK;
    }
    if (out->copy.i >= 0 || has_figures(d))
        return cv_decision_fail(d, CV_DC_EFFECT, "figures or a copy beside the effect '%.*s'");
    return CV_OK;
}

static cv_status read_adopt(cv_decision *out, cv_decision_line *d)
{
    if (out->copy.i >= 0 && has_figures(d))
        return cv_decision_fail(d, CV_DC_VERSION, "figures beside the copy '%.*s'");
    if (out->copy.i >= 0) return CV_OK;
    if (has_figures(d)) return read_votes(out, d);
    cv_status failed =
        cv_decision_fail(d, CV_DC_EFFECT, "neither a copy nor figures for the effect '%.*s'");
    return cv_hint(d->r->err, failed, "name a copy, or give 'votes:' for every option");
}

/* A line of the form by its id, or an option's votes by the option's id. */
static cv_status read_field(cv_decision *out, cv_decision_line *d)
{
    cv_str id = cv_decision_text(d, CV_DC_FIELD);
    if (!id.n && out->option >= 0) return CV_OK;
    if (!id.n) {
        cv_status failed = cv_decision_fail(d, CV_DC_EFFECT, "'%.*s' does not say which figure");
        return cv_hint(d->r->err, failed, "name an option, or a line of the form under 'field'");
    }
    if (out->option >= 0) return too_much(d, CV_DC_FIELD);
    out->option = cv_build_option_named(d->r->b, out->contest, id);
    if (out->option >= 0) return CV_OK;
    for (int32_t i = 0; i < d->r->spec->fields.n; i++)
        if (cv_str_eq(d->r->spec->fields.v[i].e.key.s, id))
            out->field = cv_build_field(d->r->b, id, (cv_str){0});
    if (out->field == CV_F_NONE) out->field = cv_field_named(id);
    if (out->field != CV_F_NONE) return CV_OK;
    cv_status failed = cv_decision_fail(d, CV_DC_FIELD, "unknown field '%.*s'");
    return cv_hint(d->r->err, failed, "an option's id, or a line of the form");
}

static cv_status read_correct(cv_decision *out, cv_decision_line *d)
{
    CV_TRY(read_field(out, d));
    out->old = out->now = CV_CELL_BLANK;
    bool has_old = cv_decision_text(d, CV_DC_OLD).n, has_new = cv_decision_text(d, CV_DC_NEW).n;
    if (!has_old && !has_new)
        return cv_decision_fail(d, CV_DC_EFFECT, "'%.*s' has neither an old figure nor a new one");
    if (has_old) CV_TRY(cv_decision_number(&out->old, d, d->at[CV_DC_OLD]));
    if (has_new) CV_TRY(cv_decision_number(&out->now, d, d->at[CV_DC_NEW]));
    return CV_OK;
}

/* "d1", or "d1.2" for its second effect; -1 when no line above has it. */
static int32_t stands_above(int32_t *position, const cv_decision_line *d, cv_str id)
{
    *position = 0;
    int32_t number = cv_map_get(&d->number_by_id, id);
    int64_t dot = id.n - 1;
    for (; dot > 0 && id.s[dot] >= '0' && id.s[dot] <= '9';) dot--;
    if (number >= 0 || dot <= 0 || dot + 1 == id.n || id.s[dot] != '.' || id.n - dot > 7)
        return number;
    number = cv_map_get(&d->number_by_id, cv_str_cut(id, 0, dot));
    for (int64_t i = dot + 1; i < id.n; i++) *position = 10 * *position + id.s[i] - '0';
    bool has = number >= 0 && *position >= 1 && *position <= d->head[number].n_effects;
    return has ? number : -1;
}

static cv_status read_revoke(cv_decision *out, cv_decision_line *d)
{
    cv_str id = cv_decision_text(d, CV_DC_REVOKES);
    if (!id.n)
        return cv_decision_fail(d, CV_DC_EFFECT, "'%.*s' does not say which decision it revokes");
    int32_t number = stands_above(&out->revokes_position, d, id);
    if (number < 0 || number + 1 == out->seq) {
        cv_status failed = cv_decision_fail(d, CV_DC_REVOKES, "no decision '%.*s' above this line");
        return cv_hint(d->r->err, failed,
                       "a decision by its name, or one effect of it: 'd1', 'd1.2'; a decision "
                       "revokes only what was decided before it");
    }
    out->revokes_seq = number + 1;
    if (out->contest.i < 0) out->contest = d->head[number].first.contest;
    return CV_OK;
}

static cv_status read_rest(cv_decision *out, cv_decision_line *d)
{
    switch (out->effect) {
    case CV_EFFECT_ANNUL: return read_annul(out, d);
    case CV_EFFECT_ADOPT: return read_adopt(out, d);
    case CV_EFFECT_CORRECT: return read_correct(out, d);
    default: return CV_OK;
    }
}

static cv_status read_words(cv_decision *out, cv_decision_line *d)
{
    cv_str mode = cv_decision_text(d, CV_DC_MODE), who = cv_decision_text(d, CV_DC_CANDIDATES);
    int32_t value = mode.n ? value_of(MODES, N(MODES), mode) : (int32_t)CV_CANCEL_NONE;
    if (value < 0) {
        cv_status failed = cv_decision_fail(d, CV_DC_MODE, "unknown mode '%.*s'");
        return cv_hint(d->r->err, failed, "'as_invalid', 'removed' or 'kept_in_base'");
    }
    out->mode = (cv_cancel)value;
    value = who.n ? value_of(CANDIDATES, N(CANDIDATES), who) : (int32_t)CV_CANDIDATES_SAME;
    if (value < 0) {
        cv_status failed = cv_decision_fail(d, CV_DC_CANDIDATES, "unknown candidates '%.*s'");
        return cv_hint(d->r->err, failed, "'same', 'without_barred' or 'new'");
    }
    out->standing = (cv_candidates)value;
    return cv_decision_date(&out->date, d, CV_DC_DATE);
}

cv_status cv_decision_read_effect(cv_decision *out, cv_decision_line *d)
{
    int32_t effect = value_of(EFFECTS, N(EFFECTS), cv_decision_text(d, CV_DC_EFFECT));
    if (effect < 0) {
        cv_status failed = cv_decision_fail(d, CV_DC_EFFECT, "unknown effect '%.*s'");
        return cv_hint(d->r->err, failed,
                       "'annul', 'adopt', 'correct', 'recount', 'repeat', 'void', 'bar', "
                       "'reinstate', 'postpone', 'confirm' or 'revoke'");
    }
    out->effect = (cv_effect_kind)effect;
    CV_TRY(check_payload(out, d));
    if (out->effect == CV_EFFECT_REVOKE) return read_revoke(out, d);
    CV_TRY(read_places(out, d));
    CV_TRY(read_option(out, d));
    CV_TRY(read_copy(out, d));
    CV_TRY(read_words(out, d));
    CV_TRY(read_scope(out, d));
    return read_rest(out, d);
}

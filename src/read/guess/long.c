/* Long tables: one row a station and option. */
#include "base/hash.h"
#include "read/guess/hashes.h"
#include "read/guess/work.h"

enum { OPTIONS_MOST = 10000, SAME_HUNDREDTHS = 99, NAMES = 3 };

/* ---- who the row is about ---- */

typedef struct {
    int32_t votes;
    int32_t id[NAMES], n_id; /* columns whose texts together name the option */
    int32_t name, party;
} long_columns;

static int32_t votes_column(const cv_guessing *w)
{
    int32_t found = -1;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (w->look[c].role != CV_ROLE_VOTES || w->look[c].kind != CV_KIND_FIGURES) continue;
        if (w->look[c].reading[0].score < 80) continue;
        if (found >= 0) return -1;
        found = c;
    }
    return found;
}

static bool may_name_options(const cv_look_column *l, cv_role role, int32_t n_rows)
{
    if (l->role != role || l->kind == CV_KIND_EMPTY || l->kind == CV_KIND_DECIMAL) return false;
    return l->distinct >= 2 && l->distinct <= OPTIONS_MOST * 10 &&
           2 * (int64_t)l->distinct <= n_rows;
}

static int32_t first_of(const cv_guessing *w, cv_role role)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (may_name_options(&w->look[c], role, w->s->n_rows)) return c;
    return -1;
}

/* A number names the option, its text is the name; without a number the texts do. */
static bool find_columns(long_columns *out, const cv_guessing *w)
{
    *out = (long_columns){.votes = votes_column(w), .name = -1};
    out->party = first_of(w, CV_ROLE_PARTY);
    int32_t no = first_of(w, CV_ROLE_NUMBER), texts[NAMES], n = 0;
    for (int32_t c = 0; c < w->s->n_columns && n < NAMES; c++)
        if (may_name_options(&w->look[c], CV_ROLE_OPTION, w->s->n_rows)) texts[n++] = c;
    if (out->votes < 0) return false;
    if (no >= 0) {
        out->id[out->n_id++] = no;
        out->name = n ? texts[0] : -1;
    } else {
        for (int32_t i = 0; i < n; i++) out->id[out->n_id++] = texts[i];
    }
    if (!out->n_id && out->party >= 0) {
        out->id[out->n_id++] = out->party;
        out->party = -1;
    }
    return out->n_id > 0;
}

/* ---- contests ---- */

static int32_t named_contest(const cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->look[c].role == CV_ROLE_CONTEST && w->look[c].kind != CV_KIND_EMPTY &&
            w->look[c].reading[0].score >= 80 && w->look[c].distinct < OPTIONS_MOST)
            return c;
    return -1;
}

/* Options that stand in one area each: every area is a contest. The option's text must decide the
 * area in nearly all rows; two candidates of one name in two areas do not hide it. */
static int32_t contest_by_area(const cv_guessing *w, const long_columns *l)
{
    int32_t best = -1;
    int32_t text[NAMES + 1], n = 0;
    for (int32_t i = 0; i < l->n_id; i++) text[n++] = l->id[i];
    if (l->name >= 0) text[n++] = l->name;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *o = &w->look[c];
        if (o->role != CV_ROLE_DISTRICT && o->role != CV_ROLE_REGION) continue;
        if (o->kind == CV_KIND_EMPTY || o->distinct < 2) continue;
        if (cv_survey_decides(w->s, text, n, w->s->column[c].hash, *w->scratch) < 95) continue;
        if (best < 0 || o->distinct > w->look[best].distinct) best = c;
    }
    return best;
}

/* A number must be the same option everywhere in a contest. */
static bool is_one_option(const cv_guessing *w, const long_columns *l, int32_t contest)
{
    if (l->name < 0) return true;
    int32_t key[NAMES + 1], n = 0;
    for (int32_t i = 0; i < l->n_id; i++) key[n++] = l->id[i];
    if (contest >= 0) key[n++] = contest;
    return cv_survey_decides(w->s, key, n, w->s->column[l->name].hash, *w->scratch) >=
           SAME_HUNDREDTHS;
}

/* ---- lines of the form among the options ---- */

/* As files write it: "registered voters", "Registered voters", "Registered Voters", all capitals.
 */
static cv_str spelt(cv_str phrase, int32_t how, cv_arena *keep)
{
    char *s = cv_new(keep, char, phrase.n);
    for (int64_t i = 0; i < phrase.n; i++) {
        bool begins = i == 0 || phrase.s[i - 1] == ' ';
        bool small = phrase.s[i] >= 'a' && phrase.s[i] <= 'z';
        bool raise = small && (how == 3 || (how == 2 && begins) || (how == 1 && i == 0));
        s[i] = (char)(phrase.s[i] - (raise ? 'a' - 'A' : 0));
    }
    return (cv_str){s, phrase.n};
}

static void find_pseudo_of(cv_guessing *w, const cv_hashes *names, const cv_word_row *row,
                           const char *phrases)
{
    cv_guess *g = w->g;
    cv_str rest = cv_str_of(phrases);
    while (rest.n > 0) {
        int64_t end = cv_str_find(rest, CV_STR(";"), 0);
        cv_str part = cv_str_trim(cv_str_cut(rest, 0, end < 0 ? rest.n : end));
        rest = cv_str_cut(rest, end < 0 ? rest.n : end + 1, rest.n);
        for (int32_t how = 0; how < 4 && g->n_pseudo < CV_GUESS_PSEUDO; how++) {
            cv_str text = spelt(part, how, w->keep);
            if (how && cv_str_eq(text, part)) continue;
            if (!cv_hashes_has(names, cv_hash64(text))) continue;
            bool known = false;
            for (int32_t i = 0; i < g->n_pseudo; i++) known |= cv_str_eq(g->pseudo[i], text);
            if (known) continue;
            g->pseudo[g->n_pseudo] = text;
            g->pseudo_is[g->n_pseudo++] = row->role;
        }
    }
}

/* "Registered Voters" in a column of candidates is a line of the form. */
static void find_pseudo(cv_guessing *w, const long_columns *l)
{
    const cv_survey_column *c = &w->s->column[l->id[0]];
    cv_hashes names = cv_hashes_open(w->look[l->id[0]].distinct + 1, w->keep);
    bool is_new;
    if (l->n_id > 1 || l->name >= 0 || w->look[l->id[0]].distinct >= CV_DISTINCT_MOST) return;
    for (int32_t i = 0; i < w->s->n_rows; i++) cv_hashes_put(&names, c->hash[i], &is_new);
    for (int32_t i = 0; i < CV_N_WORDS_FORM; i++) {
        const cv_word_row *row = &CV_WORDS_FORM[i];
        if (row->role >= CV_F_FIXED || (row->other != CV_ROLE_NONE && row->role != CV_F_REG))
            continue;
        for (int32_t k = 0; k < CV_WORD_LANGUAGES; k++)
            if (row->phrase[k]) find_pseudo_of(w, &names, row, row->phrase[k]);
    }
}

/* ---- taking them ---- */

static void take(cv_guessing *w, int32_t column, cv_use use)
{
    if (column < 0) return;
    w->column[column].use = use;
    w->column[column].why = CV_BY_NAME;
}

/* A line of the form that the rows of a station repeat. */
static void take_lines(cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *l = &w->look[c];
        if (w->column[c].use != CV_USE_UNCLEAR || l->kind != CV_KIND_FIGURES || l->is_tied)
            continue;
        if (l->role < 0 || l->role >= CV_F_FIXED || l->reading[0].score < 80) continue;
        if (l->reading[0].other != CV_ROLE_NONE && l->role != CV_F_REG) continue;
        int32_t share =
            cv_survey_decides(w->s, w->g->key, w->g->n_key, w->s->column[c].hash, *w->scratch);
        if (share < SAME_HUNDREDTHS) continue;
        cv_guess_field(w, c, l->role, -1, CV_BY_NAME);
        w->column[c].agree = share;
        w->column[c].rows = 100;
    }
}

/* Poll 7 of one district is not poll 7 of another, though their candidates tell them apart. */
static void key_with_contest(cv_guessing *w)
{
    cv_guess *g = w->g;
    if (!g->contest_by_option || g->n_key == CV_GUESS_KEYS) return;
    const uint64_t *said = w->s->column[g->contest].hash;
    if (cv_survey_decides(w->s, g->key, g->n_key, said, *w->scratch) == 100) return;
    for (int32_t i = g->n_key++; i > 0; i--) g->key[i] = g->key[i - 1];
    g->key[0] = g->contest;
    w->column[g->contest].use = CV_USE_KEY;
    w->column[g->contest].why = CV_BY_NAME | CV_BY_ARITHMETIC;
}

bool cv_guess_long(cv_guessing *w)
{
    long_columns l;
    if (!find_columns(&l, w)) return false;
    find_pseudo(w, &l);
    take(w, l.votes, CV_USE_VOTES);
    for (int32_t i = 0; i < l.n_id; i++) take(w, l.id[i], CV_USE_OPTION_ID);
    take(w, l.name, CV_USE_OPTION_NAME);
    take(w, l.party, CV_USE_PARTY);
    w->g->is_long = true;
    w->g->n_forms = 1;
    int32_t contest = named_contest(w);
    if (contest >= 0) {
        take(w, contest, CV_USE_CONTEST);
    } else {
        contest = contest_by_area(w, &l);
        w->g->contest_by_option = contest >= 0;
    }
    w->g->contest = contest;
    int32_t with[NAMES + 1], n = 0;
    for (int32_t i = 0; i < l.n_id; i++) with[n++] = l.id[i];
    if (contest >= 0 && !w->g->contest_by_option) with[n++] = contest;
    cv_guess_place(w, with, n);
    key_with_contest(w);
    take_lines(w);
    w->g->options_are_sure = is_one_option(w, &l, contest);
    return true;
}

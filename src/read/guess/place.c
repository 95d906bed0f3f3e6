/* Where a row belongs: the station's key, its name, areas and coordinates. */
#include "read/guess/work.h"

#include "base/hash.h"

enum {
    FIRST_ROWS = 2000, /* on which sets of columns are tried first            */
    FEW_REPEATS = 100, /* at most one row in so many may repeat the key       */
    CANDIDATES = 24,
    NARROW = 10, /* candidates of which sets of three and four are tried */
    LARGE = 1 << 30
};

/* ---- the key ---- */

typedef struct {
    int32_t column[CANDIDATES]; /* in file order */
    int32_t n;
    const int32_t *with;
    int32_t n_with;
    int32_t best[CV_GUESS_KEYS], n_best, repeats;
} keys;

static bool may_be_key(const cv_guessing *w, int32_t c)
{
    const cv_look_column *l = &w->look[c];
    if (w->column[c].use != CV_USE_UNCLEAR || l->kind == CV_KIND_EMPTY ||
        l->kind == CV_KIND_DECIMAL || l->is_constant)
        return false;
    switch (l->role) {
    case CV_ROLE_STATION:
    case CV_ROLE_DISTRICT:
    case CV_ROLE_REGION:
    case CV_ROLE_PLACE: return true;
    case CV_ROLE_NONE:
        return l->kind != CV_KIND_FIGURES && l->distinct > 1 &&
               !cv_str_starts(w->s->column[c].sample[0], CV_STR("http"));
    default: return false;
    }
}

static int32_t repeats_of(const cv_guessing *w, const keys *k, const int32_t *set, int32_t n)
{
    int32_t all[CV_GUESS_KEYS + 4], m = 0;
    for (int32_t i = 0; i < n; i++) all[m++] = set[i];
    for (int32_t i = 0; i < k->n_with; i++) all[m++] = k->with[i];
    double most = 1; /* different keys that there can be */
    for (int32_t i = 0; i < m; i++) most *= w->look[all[i]].distinct;
    if (most * FEW_REPEATS < (double)w->s->n_rows * (FEW_REPEATS - 1)) return LARGE;
    int32_t some = w->s->n_rows < FIRST_ROWS ? w->s->n_rows : FIRST_ROWS;
    int32_t first = cv_survey_repeats(w->s, all, m, 0, some, *w->scratch);
    if ((int64_t)first * FEW_REPEATS > some) return LARGE;
    if (some == w->s->n_rows) return first;
    return cv_survey_repeats(w->s, all, m, 0, w->s->n_rows, *w->scratch);
}

/* True when the set decides; remembers the best otherwise. */
static bool try_set(cv_guessing *w, keys *k, const int32_t *set, int32_t n)
{
    int32_t repeats = repeats_of(w, k, set, n);
    if (repeats >= k->repeats) return false;
    k->repeats = repeats;
    k->n_best = n;
    for (int32_t i = 0; i < n; i++) k->best[i] = set[i];
    return repeats == 0;
}

/* Sets of `size` columns in file order, all of which hold `must` (-1: any). */
static bool try_size(cv_guessing *w, keys *k, int32_t size, int32_t must)
{
    int32_t at[CV_GUESS_KEYS], most = size > 2 && k->n > NARROW ? NARROW : k->n;
    for (int32_t i = 0; i < size; i++) at[i] = i;
    while (size <= most) {
        int32_t set[CV_GUESS_KEYS];
        bool holds = must < 0;
        for (int32_t i = 0; i < size; i++) {
            set[i] = k->column[at[i]];
            holds |= set[i] == must;
        }
        if (holds && try_set(w, k, set, size)) return true;
        int32_t i = size - 1;
        while (i >= 0 && at[i] == most - size + i) i--;
        if (i < 0) return false;
        at[i]++;
        for (int32_t j = i + 1; j < size; j++) at[j] = at[j - 1] + 1;
    }
    return false;
}

/* Columns that are called station, those that say it best first. */
static int32_t stations_of(const cv_guessing *w, const keys *k, int32_t *out)
{
    int32_t n = 0;
    for (int32_t i = 0; i < k->n; i++) {
        const cv_look_column *l = &w->look[k->column[i]];
        if (l->role != CV_ROLE_STATION) continue;
        int32_t at = n++;
        for (; at > 0 && l->reading[0].score > w->look[out[at - 1]].reading[0].score; at--)
            out[at] = out[at - 1];
        out[at] = k->column[i];
    }
    return n;
}

static bool find_key(cv_guessing *w, keys *k)
{
    int32_t station[CANDIDATES], n = stations_of(w, k, station);
    for (int32_t size = 1; size <= CV_GUESS_KEYS; size++)
        for (int32_t i = 0; i < n; i++)
            if (try_size(w, k, size, station[i])) return true;
    if (k->n_best && (int64_t)k->repeats * FEW_REPEATS <= w->s->n_rows) return true;
    for (int32_t size = 1; size <= CV_GUESS_KEYS; size++)
        if (try_size(w, k, size, -1)) return true;
    return false;
}

/* A table of results whose stations nothing tells apart: what names them, and the columns beside it
 * that leave the fewest rows alike. */
static void least_bad_key(cv_guessing *w, keys *k)
{
    k->n_best = 0;
    k->repeats = LARGE;
    for (int32_t a = 0; a < k->n; a++) {
        if (w->look[k->column[a]].role != CV_ROLE_STATION) continue;
        for (int32_t b = 0; b < k->n; b++) {
            int32_t set[] = {k->column[a < b ? a : b], k->column[a < b ? b : a]};
            int32_t n = a == b ? 1 : 2, all[CV_GUESS_KEYS + 4], m = 0;
            for (int32_t i = 0; i < n; i++) all[m++] = set[i];
            for (int32_t i = 0; i < k->n_with; i++) all[m++] = k->with[i];
            int32_t r = cv_survey_repeats(w->s, all, m, 0, w->s->n_rows, *w->scratch);
            if (r >= k->repeats) continue;
            k->repeats = r;
            k->n_best = n;
            for (int32_t i = 0; i < n; i++) k->best[i] = set[i];
        }
    }
}

static void take_key(cv_guessing *w, const int32_t *with, int32_t n_with)
{
    keys k = {.with = with, .n_with = n_with, .repeats = LARGE};
    for (int32_t c = 0; c < w->s->n_columns && k.n < CANDIDATES; c++)
        if (may_be_key(w, c)) k.column[k.n++] = c;
    bool found = find_key(w, &k), named = false;
    for (int32_t i = 0; i < k.n_best; i++) named |= w->look[k.best[i]].role == CV_ROLE_STATION;
    if (!named && !w->g->n_forms) return; /* nothing else says that it is a table of results */
    bool few = k.n_best && (int64_t)k.repeats * FEW_REPEATS <= w->s->n_rows;
    if (!few && w->g->n_forms) least_bad_key(w, &k);
    for (int32_t i = 0; i < k.n_best; i++) {
        cv_guess_column *c = &w->column[k.best[i]];
        cv_role role = w->look[k.best[i]].role;
        c->use = CV_USE_KEY;
        c->why = (role != CV_ROLE_NONE ? CV_BY_NAME : 0) | (k.repeats == 0 ? CV_BY_ARITHMETIC : 0);
        c->agree = w->s->n_rows - k.repeats;
        c->rows = w->s->n_rows;
        w->g->key[w->g->n_key++] = k.best[i];
    }
    w->g->n_repeats = k.n_best ? k.repeats : 0;
    w->g->key_is_sure = found && few && (named || k.repeats == 0);
}

/* ---- areas ---- */

/* Two columns that decide each other: the code and the name of the same areas. */
static bool are_twins(const cv_guessing *w, int32_t a, int32_t b)
{
    int32_t most =
        w->look[a].distinct > w->look[b].distinct ? w->look[a].distinct : w->look[b].distinct;
    int32_t apart = w->look[a].distinct - w->look[b].distinct;
    if (apart < 0) apart = -apart;
    if (50 * (int64_t)apart > most) return false;
    return cv_survey_decides(w->s, &a, 1, w->s->column[b].hash, *w->scratch) >= 98;
}

static bool may_be_area(const cv_guessing *w, int32_t c)
{
    const cv_look_column *l = &w->look[c];
    cv_use use = w->column[c].use;
    if (l->role != CV_ROLE_DISTRICT && l->role != CV_ROLE_REGION) return false;
    if (use != CV_USE_UNCLEAR && use != CV_USE_KEY && use != CV_USE_CONTEST) return false;
    return l->kind != CV_KIND_EMPTY && l->kind != CV_KIND_DECIMAL && l->distinct > 1 &&
           2 * (int64_t)l->distinct < w->s->n_rows + 2;
}

/* Among columns of text a number is the code of one of them; where all are numbers, it is an area
 * only if it lies within the one before. */
static bool is_no_area(const cv_guessing *w, int32_t c)
{
    if (w->look[c].kind == CV_KIND_TEXT) return false;
    for (int32_t k = 0; k < w->s->n_columns; k++)
        if (may_be_area(w, k) && w->look[k].kind == CV_KIND_TEXT) return true;
    return false;
}

static void drop_areas_apart(cv_guessing *w)
{
    cv_guess *g = w->g;
    int32_t n = 0;
    for (int32_t i = 0; i < g->n_areas; i++) {
        int32_t c = g->area[i];
        bool apart =
            n > 0 && w->look[c].kind != CV_KIND_TEXT &&
            cv_survey_decides(w->s, &c, 1, w->s->column[g->area[n - 1]].hash, *w->scratch) < 98;
        if (!apart) g->area[n++] = c;
    }
    g->n_areas = n;
}

static bool goes_before(const cv_guessing *w, int32_t a, int32_t b)
{
    return w->look[a].distinct < w->look[b].distinct;
}

static void take_areas(cv_guessing *w)
{
    cv_guess *g = w->g;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (!may_be_area(w, c) || is_no_area(w, c)) continue;
        int32_t twin = 0;
        while (twin < g->n_areas && !are_twins(w, g->area[twin], c)) twin++;
        if (twin < g->n_areas) {
            if (w->look[c].kind == CV_KIND_TEXT && w->look[g->area[twin]].kind != CV_KIND_TEXT)
                g->area[twin] = c;
            continue;
        }
        if (g->n_areas == CV_GUESS_AREAS) continue;
        int32_t at = g->n_areas++;
        for (; at > 0 && goes_before(w, c, g->area[at - 1]); at--) g->area[at] = g->area[at - 1];
        g->area[at] = c;
    }
    drop_areas_apart(w);
    for (int32_t i = 0; i < g->n_areas; i++) {
        cv_guess_column *c = &w->column[g->area[i]];
        c->is_area = true;
        if (c->use != CV_USE_UNCLEAR) continue;
        c->use = CV_USE_AREA;
        c->why = CV_BY_NAME;
    }
}

/* ---- the rest ---- */

static void take_one(cv_guessing *w, cv_role role, cv_use use)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (w->column[c].use != CV_USE_UNCLEAR || w->look[c].role != role) continue;
        if (w->look[c].kind == CV_KIND_EMPTY) continue;
        w->column[c].use = use;
        w->column[c].why = CV_BY_NAME;
        return;
    }
}

/* A column of names in a wide table names stations, not candidates. */
static void take_name(cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->column[c].use == CV_USE_PLACE) return;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *l = &w->look[c];
        if (w->column[c].use != CV_USE_UNCLEAR || l->role != CV_ROLE_OPTION) continue;
        if (l->kind != CV_KIND_TEXT || 2 * (int64_t)l->distinct < w->s->n_rows) continue;
        w->column[c].use = CV_USE_PLACE;
        w->column[c].why = CV_BY_NAME;
        return;
    }
}

/* ---- rows of totals ---- */

static const char *const total_words[] = {
    "Total",         "TOTAL",  "total",     "Totals", "Grand Total", "Total general",
    "TOTAL GENERAL", "Итого",  "ИТОГО",     "Всего",  "Жалпы",       "სულ",
    "Summe",         "Gesamt", "Insgesamt", "Toplam", "TOPLAM",      "Tổng",
    "Tổng cộng",     "Razem",  "Ogółem",    "RAZEM"};

static void find_totals(cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        bool placed = w->column[c].use == CV_USE_KEY || w->column[c].is_area ||
                      w->column[c].use == CV_USE_PLACE;
        if (!placed || w->g->n_totals) continue;
        for (size_t i = 0; i < sizeof total_words / sizeof *total_words; i++) {
            uint64_t hash = cv_hash64(cv_str_of(total_words[i]));
            int32_t n = 0;
            for (int32_t r = 0; r < w->s->n_rows; r++) n += w->s->column[c].hash[r] == hash;
            if (!n || w->g->n_totals == CV_GUESS_TOTALS) continue;
            w->g->total_column = c;
            w->g->total_word[w->g->n_totals++] = cv_str_of(total_words[i]);
        }
    }
}

void cv_guess_place(cv_guessing *w, const int32_t *with, int32_t n_with)
{
    take_key(w, with, n_with);
    take_areas(w);
    take_one(w, CV_ROLE_PLACE, CV_USE_PLACE);
    if (!w->g->is_long) take_name(w);
    take_one(w, CV_ROLE_LAT, CV_USE_LAT);
    take_one(w, CV_ROLE_LON, CV_USE_LON);
    find_totals(w);
}

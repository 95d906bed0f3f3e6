/* tests/unit/read/guess/table.h — a table of results whose figures are made by rule, and what is
 * guessed of it as text: "Mesa=key; Inscritos=reg; A=option". */
#ifndef CV_TESTS_UNIT_READ_GUESS_TABLE_H
#define CV_TESTS_UNIT_READ_GUESS_TABLE_H

#include "../../row.h"

#include "base/text.h"
#include "read/guess/guess.h"

enum { TABLE_ROWS = 60 };

/* One row: A = 100 + 7i mod 41, B = 60 + 11i mod 37, C = 3i mod 5; invalid = i mod 4, blank =
 * i mod 3; valid = A + B + C, cast = valid + blank + invalid; register = cast + 40 + 13i mod 29. */
typedef struct {
    int32_t a, b, c, invalid, blank, valid, cast, reg;
} table_figures;

static inline table_figures table_row(int32_t i)
{
    table_figures f = {100 + 7 * i % 41, 60 + 11 * i % 37, 3 * i % 5, i % 4, i % 3, 0, 0, 0};
    f.valid = f.a + f.b + f.c;
    f.cast = f.valid + f.blank + f.invalid;
    f.reg = f.cast + 40 + 13 * i % 29;
    return f;
}

/* The table after `head`; `form` says what stands in each cell, in the order of the columns:
 * s station number, d district (4 of them), n a text that differs, t a text that repeats,
 * A B C votes, I invalid, L blank, V valid, K cast, R register, % a share, 0 nothing but zeros,
 * _ empty. */
static inline cv_str table_text(const char *head, const char *form, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    if (head) cv_text_addf(&t, "%s\n", head);
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        for (const char *c = form; *c; c++) {
            if (c > form) cv_text_add(&t, CV_STR(","));
            switch (*c) {
            case 's': cv_text_addf(&t, "%d", 1000 + i); break;
            case 'd': cv_text_addf(&t, "D%d", i / (TABLE_ROWS / 4)); break;
            case 'n': cv_text_addf(&t, "school %d", i); break;
            case 't': cv_text_addf(&t, "kind %c", i % 2 ? 'x' : 'y'); break;
            case 'A': cv_text_addf(&t, "%d", f.a); break;
            case 'B': cv_text_addf(&t, "%d", f.b); break;
            case 'C': cv_text_addf(&t, "%d", f.c); break;
            case 'I': cv_text_addf(&t, "%d", f.invalid); break;
            case 'L': cv_text_addf(&t, "%d", f.blank); break;
            case 'V': cv_text_addf(&t, "%d", f.valid); break;
            case 'K': cv_text_addf(&t, "%d", f.cast); break;
            case 'R': cv_text_addf(&t, "%d", f.reg); break;
            case '%': cv_text_addf(&t, "%d.%d", 40 + i % 20, i % 10); break;
            case '0': cv_text_add(&t, CV_STR("0")); break;
            default: break;
            }
        }
        cv_text_add(&t, CV_STR("\n"));
    }
    return cv_text_str(&t);
}

static inline cv_survey table_survey(cv_str text, cv_arena *keep)
{
    cv_survey s;
    cv_error err = {0};
    cv_arena work = cv_arena_open();
    const cv_survey_from from = {.path = CV_STR("table.csv"), .in_memory = true, .memory = text};
    if (cv_survey_read(&s, &from, keep, &work, &err) != CV_OK) fail_msg("survey: %s", err.text);
    cv_arena_close(&work);
    return s;
}

static inline void table_say(cv_text *t, const cv_survey *s, const cv_guess *g, int32_t c)
{
    static const char *const word[] = {
        [CV_USE_UNCLEAR] = "?",    [CV_USE_IGNORED] = "-",        [CV_USE_KEY] = "key",
        [CV_USE_PLACE] = "place",  [CV_USE_AREA] = "area",        [CV_USE_LAT] = "lat",
        [CV_USE_LON] = "lon",      [CV_USE_CONTEST] = "contest",  [CV_USE_OPTION] = "option",
        [CV_USE_OPTION_ID] = "id", [CV_USE_OPTION_NAME] = "name", [CV_USE_PARTY] = "party",
        [CV_USE_VOTES] = "votes",  [CV_USE_WHERE] = "where"};
    const cv_guess_column *col = &g->column[c];
    cv_text_addf(t, "%s%.*s=", c ? "; " : "", CV_ARG(s->column[c].ref));
    if (col->use != CV_USE_FIELD)
        cv_text_addf(t, "%s", word[col->use]);
    else if (col->role == CV_ROLE_TURNOUT)
        cv_text_addf(t, "t%02d:%02d", col->minute / 60, col->minute % 60);
    else
        cv_text_addf(t, "%.*s", CV_ARG(cv_role_name(col->role)));
    if (g->n_forms > 1 && col->form >= 0) cv_text_addf(t, "@%d", col->form);
}

/* What is guessed of the text; *out may be NULL. */
static inline cv_str table_guess(cv_guess *out, cv_str text, cv_arena *keep)
{
    cv_guess g;
    cv_arena scratch = cv_arena_open();
    cv_survey s = table_survey(text, keep);
    cv_guess_make(&g, &s, keep, scratch);
    cv_arena_close(&scratch);
    cv_text t = cv_text_open(keep);
    for (int32_t c = 0; c < g.n_columns; c++) table_say(&t, &s, &g, c);
    if (out) *out = g;
    return cv_text_str(&t);
}

/* Checks rows of {name, head, form, want}. */
typedef struct {
    const char *name, *head, *form, *want;
} table_case;

static inline void table_check(const table_case *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        cv_arena keep = cv_arena_open();
        cv_str text = table_text(rows[i].head, rows[i].form, &keep);
        ROW_STR(rows[i].name, table_guess(NULL, text, &keep), cv_str_of(rows[i].want));
        cv_arena_close(&keep);
    }
}

#endif

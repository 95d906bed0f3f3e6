/* read/law.h — legal profiles from text (docs/reference/law.md): those that come with the program,
 * and a case's own.
 *
 * A file is a table of delimited text, one rule a line, lines of `#` and empty ones passed over.
 * People write it for canvass: whatever is wrong in it is an error at its line and cell, with the
 * word that was probably meant; nothing is passed over and nothing is filled in.
 *
 * A shipped file holds the profiles of one country, told apart by the column `jurisdiction`; a line
 * `parent` names the profile on which one builds. In a case's own file every line belongs to the
 * one profile, whatever that column says.
 */
#ifndef CV_READ_LAW_H
#define CV_READ_LAW_H

#include "base/error.h"
#include "model/law.h"

/* ---- what comes with the program ---- */

typedef struct {
    const char *name; /* "law/kg.csv" */
    const char *text;
} cv_law_file;

extern const cv_law_file CV_LAW_FILES[];
extern const int32_t CV_N_LAW_FILES;

/* ---- one file ---- */

typedef struct {
    cv_law_rule *rule; /* [n] in file order */
    int32_t n;
} cv_law_lines;

/* Texts must live as long as what is read from them. */
typedef struct {
    cv_str id;   /* of the profile that a case's file is                                */
    cv_str file; /* for messages */
    cv_str text;
    bool needs_place; /* a line without `jurisdiction` is an error                           */
} cv_law_text;

/* Reads all lines. Rules go to `keep`, the table to `work`. Fails with CV_E_INPUT at the line and
 * cell. */
cv_status cv_law_read_lines(cv_law_lines *out, const cv_law_text *from, cv_arena *keep,
                            cv_arena *work, cv_error *err);

/* ---- profiles ---- */

typedef struct {
    const cv_law *law; /* [n] in the order of their files */
    int32_t n;
} cv_laws;

/* The profiles of some files that belong together: each jurisdiction is one, and parents are among
 * them. Fails as cv_law_read_lines does, and when a parent is missing or its own parent. */
cv_status cv_laws_read(cv_laws *out, const cv_law_file *file, int32_t n, cv_arena *keep,
                       cv_arena *work, cv_error *err);
/* Those that come with the program; the program is wrong when they cannot be read. */
cv_laws cv_laws_shipped(cv_arena *keep, cv_arena *work);
/* NULL: none has this id. */
const cv_law *cv_laws_named(const cv_laws *all, cv_str id);

/* A case's own profile; its parent, if it names one, is among `all`. */
cv_status cv_law_read_own(const cv_law **out, const cv_law_text *from, const cv_laws *all,
                          cv_arena *keep, cv_arena *work, cv_error *err);

/* What the profile's line `title` says; its id where it has none. */
cv_str cv_law_title(const cv_law *law);

#endif

/* read/case/json_text.h — a JSON text, its tree, and where each value stands.
 *
 * jansson reads the tree but keeps no positions of values. A second, minimal walk over the
 * bytes that jansson has accepted notes where each value and each key begins, in the order of
 * the text, which is the order in which jansson gives the members of objects and arrays. So a
 * reader that visits every value once, in order, knows the place of each without a map.
 *
 * A place is shown as line, column (in bytes, from 1) and path: `results[0].forms[1].copy`.
 */
#ifndef CV_READ_CASE_JSON_TEXT_H
#define CV_READ_CASE_JSON_TEXT_H

#include <jansson.h>

#include "base/error.h"

enum {
    CV_JSON_DEPTH = 64,               /* arrays and objects inside each other */
    CV_JSON_BYTES = 64 * 1024 * 1024, /* of one text                          */
};

/* Where a value begins, and the key before it (-1 inside arrays and at the top). */
typedef struct {
    int32_t at, key_at;
} cv_json_spot;

typedef struct {
    cv_str file; /* as shown in errors */
    cv_str text;
    int32_t n_spots;
    const cv_json_spot *spot; /* [n_spots] every value, in the order of the text */
} cv_json_text;

/* Reads `text` strictly: no duplicate keys, no bytes after the end, nothing deeper than
 * CV_JSON_DEPTH. A byte order mark is passed over. The caller gives the tree back with
 * json_decref(); `spot` belongs to `work`.
 * Fails with CV_E_INPUT (or CV_E_LIMIT for depth and size) at the line and column of the
 * offending token. */
cv_status cv_json_load(json_t **tree, cv_json_text *out, cv_str file, cv_str text, cv_arena *work,
                       cv_error *err);

/* Line and column of byte `at`. */
cv_place cv_json_place(const cv_json_text *t, int32_t at);
/* The path of the innermost value or key at byte `at`; "" at the top. */
cv_str cv_json_path(const cv_json_text *t, int32_t at, cv_arena *work);

#endif

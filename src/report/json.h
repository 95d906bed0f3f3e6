/* report/json.h — JSON as a stream: what is large is never whole in memory.
 *
 * The frame (objects and arrays that hold many things) is written step by step; what stands in
 * it is built with jansson and written at once. Keys stand in the order in which they are
 * given; two spaces a level; a line end closes the file: the same calls give the same bytes.
 *
 * The first write that fails is kept, later calls do nothing, and cv_json_close() gives it back.
 */
#ifndef CV_REPORT_JSON_H
#define CV_REPORT_JSON_H

#include <jansson.h>

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

/* Where bytes go: a file, standard output, a text. */
typedef struct {
    cv_status (*put)(void *to, cv_str bytes, cv_error *err);
    void *to;
} cv_out;

enum { CV_JSON_FRAMES = 8, CV_JSON_BUFFER = 2048 };

typedef struct {
    cv_out out;
    cv_error *err;
    cv_status status;
    bool compact; /* no blanks at the beginning of lines: for data that nobody opens to read */
    int32_t depth;
    char closer[CV_JSON_FRAMES]; /* [depth] '}' or ']'              */
    bool any[CV_JSON_FRAMES];    /* [depth] something stands in it  */
    char buffer[CV_JSON_BUFFER]; /* cells of a column on their way  */
    int32_t n_buffer;
} cv_json;

/* Begins with an object. */
cv_json cv_json_open(cv_out out, cv_error *err);
/* Closes what is open and ends the line. */
cv_status cv_json_close(cv_json *j);

/* Opens an object or array; `key` is NULL inside an array. */
void cv_json_object(cv_json *j, const char *key);
void cv_json_array(cv_json *j, const char *key);
void cv_json_end(cv_json *j);

/* Writes a value and gives it back to jansson. cv_json_line() keeps it on one line, for rows of
 * which there may be many. */
void cv_json_value(cv_json *j, const char *key, json_t *value);
void cv_json_line(cv_json *j, const char *key, json_t *value);

/* ---- columns: an array of a million cells on one line, never whole in memory ---- */

/* `key` may be any text. Between open and close only cells are written. */
void cv_json_column_open(cv_json *j, cv_str key);
void cv_json_cell_count(cv_json *j, cv_count n); /* null for CV_BLANK */
void cv_json_cell_raw(cv_json *j, cv_str json);  /* JSON as it is */
void cv_json_cell_str(cv_json *j, cv_str s);
/* A number of degrees with five digits after the point, about a metre; null for NAN. */
void cv_json_cell_degrees(cv_json *j, double degrees);
void cv_json_column_close(cv_json *j);

/* ---- small values ---- */

json_t *cv_json_str(cv_str s);                      /* bytes that are not UTF-8 become U+FFFD */
json_t *cv_json_text(cv_str s);                     /* the same; null for an empty text        */
json_t *cv_json_date(cv_date date, cv_arena *work); /* null for CV_NO_DATE     */
json_t *cv_json_count(cv_count n);                  /* null for CV_BLANK                      */
json_t *cv_json_index(int32_t i);                   /* null for -1                            */
/* Adds to an object; `value` is given over. */
void cv_json_set(json_t *object, const char *key, json_t *value);
void cv_json_add(json_t *array, json_t *value);

#endif

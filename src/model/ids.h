/* model/ids.h — indices into the election's arrays, one type each, so that a station cannot be
 * passed where a contest is wanted. `.i` is -1 where there is none. */
#ifndef CV_MODEL_IDS_H
#define CV_MODEL_IDS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int32_t i;
} cv_area_ix;
typedef struct {
    int32_t i;
} cv_contest_ix;
typedef struct {
    int32_t i;
} cv_station_ix;
typedef struct {
    int32_t i;
} cv_source_ix; /* a file */
typedef struct {
    int32_t i;
} cv_copy_ix; /* who holds a set of forms, and its version */
typedef struct {
    int32_t i;
} cv_bloc_ix;

/* A form: row `row` of the forms of `contest`. */
typedef struct {
    cv_contest_ix contest;
    int32_t row;
} cv_form_ix;

#define CV_NO_AREA    ((cv_area_ix){-1})
#define CV_NO_CONTEST ((cv_contest_ix){-1})
#define CV_NO_STATION ((cv_station_ix){-1})
#define CV_NO_SOURCE  ((cv_source_ix){-1})
#define CV_NO_BLOC    ((cv_bloc_ix){-1})

#endif

/* report/json_shapes.h — the shapes of a case's map as GeoJSON, small enough to travel.
 *
 * Coordinates are rounded to a grid by whole numbers, points that then fall together are written
 * once, and nothing else is changed: a ring stays a ring of at least four positions.
 */
#ifndef CV_REPORT_JSON_SHAPES_H
#define CV_REPORT_JSON_SHAPES_H

#include "model/election.h"
#include "model/geo.h"
#include "report/json.h"

enum { CV_SHAPES_STEP = 100 }; /* a ten-thousandth of a degree, about 11 m */

/* The finest grid, from CV_SHAPES_STEP millionths of a degree in steps of 1, 2, 5, 10, ..., on
 * which the map has at most `most` points; one degree where none has. */
int32_t cv_shapes_step(const cv_geo_map *map, int64_t most);

/* "shapes": a FeatureCollection under `key`, one line a feature, whose properties are `code`,
 * `contest` (an id or null) and `area` (null, or its number in election.area, or what `area_at`
 * has under that number, where it is given). Nothing is written where the election has no map. */
void cv_json_shapes(cv_json *j, const char *key, const cv_election *e, const int32_t *area_at,
                    int32_t step);

#endif

/* model/geo.h — the shapes of a map: where the seats, or the areas of the stations, lie.
 *
 * Stored by column: all points in one array, rings are stretches of points, polygons stretches of
 * rings. A polygon's first ring is its outside, the others are holes; the last point of a ring
 * repeats the first. Shapes decide nothing: they are only drawn.
 *
 * Coordinates are whole millionths of a degree, about 0.1 m: what is drawn from them is the same
 * on every machine.
 */
#ifndef CV_MODEL_GEO_H
#define CV_MODEL_GEO_H

#include "base/str.h"
#include "model/ids.h"

enum { CV_GEO_DEGREE = 1000000 };

typedef struct {
    int32_t lon, lat; /* millionths of a degree, east and north positive */
} cv_geo_point;

typedef struct {
    cv_str code;                 /* as the file and election.json make it; empty: it has none    */
    cv_contest_ix contest;       /* the seat whose shape it is; CV_NO_CONTEST                    */
    cv_area_ix area;             /* the area whose shape it is; CV_NO_AREA                       */
    bool is_unmatched;           /* its code is none of the case's                               */
    int32_t polygon, n_polygons; /* its first one, and how many */
} cv_geo_shape;

typedef struct cv_geo_map {
    cv_source_ix source;
    bool of_contests; /* codes are ids of contests, else names of areas */
    int32_t n;
    const cv_geo_shape *shape; /* [n] in the order of the file */
    int32_t n_polygons;
    const int32_t *polygon_ring; /* [n_polygons + 1] first ring of each */
    int32_t n_rings;
    const int32_t *ring_point; /* [n_rings + 1] first point of each */
    int32_t n_points;
    const cv_geo_point *point;
    /* What did not meet. Facts, not faults: a national list has no shape, a lake no seat. */
    int32_t n_unmatched;   /* shapes that are of no contest and no area         */
    int32_t n_without;     /* contests, or areas of the level, without a shape  */
    const cv_str *without; /* [n_without] their ids, or names                 */
} cv_geo_map;

#endif

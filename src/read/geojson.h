/* read/geojson.h — the shapes of a GeoJSON file (RFC 7946), strictly.
 *
 * A FeatureCollection whose features are polygons or multi-polygons in degrees of longitude and
 * latitude (WGS 84): the only coordinates that RFC 7946 knows. A "crs" member that says just
 * that is passed over; any other is refused, for the shapes would be drawn at the wrong place.
 * Rings are closed and have at least four positions; a third number of a position (the height)
 * is not read. Everything else that a file may hold is passed over.
 *
 * Method: docs/reference/election-json.md, map
 */
#ifndef CV_READ_GEOJSON_H
#define CV_READ_GEOJSON_H

#include "base/error.h"
#include "model/geo.h"

typedef struct {
    cv_str file; /* for messages */
    cv_str text; /* must live as long as the errors and the map */
    /* The property with the code, or a text with properties in braces: `smd-{district}`. */
    cv_str code;
} cv_geojson_from;

/* Fills everything of `out` but what election.json adds: source, what the codes are of, and what
 * they meet. A shape that lacks the property has no code; whole numbers are codes as written.
 * `work` is only used on the way.
 * Fails with CV_E_INPUT at the line, column and path of the first thing that is not so, and where
 * no shape has the property; with CV_E_LIMIT past the limits of json_text.h. */
cv_status cv_geojson_read(cv_geo_map *out, const cv_geojson_from *from, cv_arena *keep,
                          cv_arena *work, cv_error *err);

#endif

/* read/german_xml.h — the results of German federal elections, as the Bundeswahlleiterin publishes
 * them (`gesamtergebnis_01.xml`), as a table.
 *
 * One row for each Stimmergebnis: area × group × kind of vote. Only the present election is given;
 * the figures of the previous one that stand beside it in the same element are left out, and so are
 * shares and differences, which follow from the figures. Areas are of several levels: a row of the
 * whole country or of a Land is the sum of others, which only the column Gebietsart tells.
 *
 *     Gebietsart       BUND, LAND, WAHLKREIS
 *     Gebietsnummer    unique within its Gebietsart
 *     Gebiet           its name
 *     UegGebietsart    of the area in which it lies, with its number and name
 *     UegGebietsnummer
 *     UegGebiet        empty where that area has not come before
 *     Gruppe           the group's number, which is its key: one party may have two names
 *     Gruppenart       ALLGEMEIN (100 eligible, 200 voters, 300 invalid, 400 valid), PARTEI,
 *                      EINZELKANDIDAT, UEBRIGE
 *     Name             of the group
 *     Stimmart         DIREKT first votes, LISTE second votes, KEINE neither
 *     Anzahl           the figure; n/a: the group did not stand here
 *
 * Format: docs/reference/election-json.md, German elections
 */
#ifndef CV_READ_GERMAN_XML_H
#define CV_READ_GERMAN_XML_H

#include "read/bytes.h"
#include "read/split.h"

enum { CV_GERMAN_COLUMNS = 11 };
extern const cv_str CV_GERMAN_COLUMN[CV_GERMAN_COLUMNS];

/* True when a file that begins like this is such a result. */
bool cv_german_is(cv_str head);

typedef struct cv_german cv_german;

/* Reads the present member of `bytes`; `file` is for messages. */
cv_status cv_german_open(cv_german **out, cv_bytes *bytes, cv_str file, cv_arena *keep,
                         cv_error *err);
void cv_german_close(cv_german *g); /* before `keep`; NULL is allowed */

/* The next row; *found is false after the last. row->line is the line of the element. Fails with
 * CV_E_INPUT when an area, group or vote lacks what names it, or stands twice. */
cv_status cv_german_next(cv_german *g, cv_row *row, bool *found, cv_error *err);

#endif

/* read/xml.h — XML as a stream of elements, by expat, with the limits that a hostile file needs.
 *
 * Names come without their prefix: "x:row" and "row" are the same, whatever the namespaces of the
 * program that wrote the file. Refuses: document types (and with them every entity but the five),
 * elements deeper than 64, attributes longer than 64 KiB, tags longer than 1 MiB, and what is not
 * well formed.
 *
 * A handler may pause the parser after its element; the caller then has what it asked for, and goes
 * on later.
 */
#ifndef CV_READ_XML_H
#define CV_READ_XML_H

#include "base/error.h"

typedef struct cv_xml cv_xml;

/* Where bytes come from; *n is 0 at their end. */
typedef cv_status cv_xml_source(void *data, char *to, int64_t room, int64_t *n, cv_error *err);

/* Any may be NULL. A failure ends the parsing, and cv_xml_run() gives it on. */
typedef struct {
    cv_status (*begin)(void *who, cv_xml *x, cv_str name, cv_error *err);
    cv_status (*end)(void *who, cv_xml *x, cv_str name, cv_error *err);
    /* A text comes in as many pieces as the parser likes. */
    cv_status (*text)(void *who, cv_xml *x, cv_str piece, cv_error *err);
} cv_xml_handlers;

typedef struct {
    cv_str file; /* for messages */
    cv_xml_source *source;
    void *data; /* for `source`   */
    cv_xml_handlers on;
    void *who; /* for the handlers */
} cv_xml_from;

/* Closed with `keep`. Fails with CV_E_SYSTEM when the system has no memory for a parser. */
cv_status cv_xml_open(cv_xml **out, const cv_xml_from *from, cv_arena *keep, cv_error *err);
/* Before `keep` is closed; NULL is allowed. */
void cv_xml_close(cv_xml *x);

/* Parses until a handler pauses it or the document ends, which *at_end tells. Not called again
 * after the end or a failure. */
cv_status cv_xml_run(cv_xml *x, bool *at_end, cv_error *err);
/* Within `begin` or `end`: cv_xml_run() returns after this element's tag. */
void cv_xml_pause(cv_xml *x);

/* Within `begin`: the attribute of this name without prefix; false when there is none. The slice
 * lives until the handler returns. */
bool cv_xml_attribute(const cv_xml *x, cv_str name, cv_str *out);

/* For messages: the present line. */
cv_place cv_xml_here(const cv_xml *x);

#endif

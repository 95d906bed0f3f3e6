#include "read/xml.h"

#include <string.h>

#include <expat.h>

enum {
    BLOCK = 1 << 16,
    DEPTH = 64,
    ATTRIBUTE = 1 << 16, /* bytes                                                          */
    TAG = 1 << 20        /* bytes that the parser may hold back while a tag does not end   */
};

struct cv_xml {
    XML_Parser parser; /* NULL: closed */
    cv_xml_from from;
    const char **attribute; /* of the element that begins */
    int64_t fed;
    int32_t depth;
    bool is_paused, is_last;
    cv_status status; /* of a handler; not CV_OK: `error` says why */
    cv_error error;
};

/* ---- what expat calls ---- */

static cv_str local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return cv_str_of(colon ? colon + 1 : name);
}

static void stop(cv_xml *x, cv_status status)
{
    if (x->status != CV_OK || status == CV_OK) return;
    x->status = status;
    XML_StopParser(x->parser, XML_FALSE);
}

static cv_status check_element(cv_xml *x)
{
    if (x->depth > DEPTH)
        return cv_fail_at(&x->error, CV_E_LIMIT, cv_xml_here(x),
                          "elements are more than %d deep inside each other", DEPTH);
    for (const char **a = x->attribute; *a; a += 2)
        if (strlen(a[1]) > ATTRIBUTE)
            return cv_fail_at(&x->error, CV_E_LIMIT, cv_xml_here(x),
                              "attribute '%.40s' is longer than %d bytes", a[0], ATTRIBUTE);
    return CV_OK;
}

static void XMLCALL on_begin(void *data, const XML_Char *name, const XML_Char **attribute)
{
    cv_xml *x = data;
    if (x->status != CV_OK) return;
    x->depth++;
    x->attribute = attribute;
    stop(x, check_element(x));
    if (x->status == CV_OK && x->from.on.begin)
        stop(x, x->from.on.begin(x->from.who, x, local_name(name), &x->error));
    x->attribute = NULL;
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
    cv_xml *x = data;
    if (x->status != CV_OK) return;
    x->depth--;
    if (x->from.on.end) stop(x, x->from.on.end(x->from.who, x, local_name(name), &x->error));
}

static void XMLCALL on_text(void *data, const XML_Char *s, int n)
{
    cv_xml *x = data;
    if (x->status == CV_OK) stop(x, x->from.on.text(x->from.who, x, (cv_str){s, n}, &x->error));
}

/* What a document type can do (entities that grow, files from elsewhere) no table needs. */
static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int has_subset)
{
    cv_xml *x = data;
    (void)name, (void)system, (void)public, (void)has_subset;
    if (x->status != CV_OK) return;
    stop(x, cv_fail_at(&x->error, CV_E_INPUT, cv_xml_here(x),
                       "a document type is declared; canvass reads no such XML"));
}

/* ---- the door ---- */

static void close_xml(void *thing)
{
    cv_xml_close(thing);
}

void cv_xml_close(cv_xml *x)
{
    if (!x || !x->parser) return;
    XML_ParserFree(x->parser);
    x->parser = NULL;
}

cv_status cv_xml_open(cv_xml **out, const cv_xml_from *from, cv_arena *keep, cv_error *err)
{
    cv_xml *x = cv_new(keep, cv_xml, 1);
    x->parser = XML_ParserCreate(NULL);
    if (!x->parser) return cv_fail(err, CV_E_SYSTEM, "the system refused memory for XML");
    cv_arena_defer(keep, close_xml, x);
    x->from = *from;
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, on_begin, on_end);
    if (from->on.text) XML_SetCharacterDataHandler(x->parser, on_text);
    XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
    *out = x;
    return CV_OK;
}

static cv_status failed(const cv_xml *x, cv_error *err)
{
    if (x->status != CV_OK) {
        if (err) *err = x->error;
        return x->status;
    }
    enum XML_Error code = XML_GetErrorCode(x->parser);
    if (code == XML_ERROR_NO_MEMORY)
        return cv_fail(err, CV_E_SYSTEM, "the system refused memory for XML");
    return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), "the XML is not well formed: %s",
                      XML_ErrorString(code));
}

/* A tag that never ends would be held in memory, and looked at again with each block. */
static cv_status check_held(const cv_xml *x, cv_error *err)
{
    const int64_t at = XML_GetCurrentByteIndex(x->parser);
    if (x->is_last || x->fed - (at < 0 ? 0 : at) <= TAG) return CV_OK;
    return cv_fail_at(err, CV_E_LIMIT, cv_xml_here(x), "a tag is longer than %d bytes", TAG);
}

static cv_status feed(cv_xml *x, enum XML_Status *status, cv_error *err)
{
    int64_t n;
    void *block = XML_GetBuffer(x->parser, BLOCK);
    if (!block) return failed(x, err);
    CV_TRY(x->from.source(x->from.data, block, BLOCK, &n, err));
    x->is_last = n == 0;
    x->fed += n;
    *status = XML_ParseBuffer(x->parser, (int)n, x->is_last);
    return CV_OK;
}

cv_status cv_xml_run(cv_xml *x, bool *at_end, cv_error *err)
{
    enum XML_Status status;
    *at_end = false;
    if (x->is_paused) {
        x->is_paused = false;
        status = XML_ResumeParser(x->parser);
    } else {
        CV_TRY(feed(x, &status, err));
    }
    for (;;) {
        if (status == XML_STATUS_ERROR) return failed(x, err);
        if (x->is_paused) return CV_OK;
        if (x->is_last) break;
        CV_TRY(check_held(x, err));
        CV_TRY(feed(x, &status, err));
    }
    *at_end = true;
    return CV_OK;
}

void cv_xml_pause(cv_xml *x)
{
    if (x->is_paused || x->status != CV_OK) return;
    x->is_paused = true;
    XML_StopParser(x->parser, XML_TRUE);
}

bool cv_xml_attribute(const cv_xml *x, cv_str name, cv_str *out)
{
    for (const char **a = x->attribute; *a; a += 2) {
        if (strncmp(a[0], "xmlns:", 6) == 0 || !cv_str_eq(local_name(a[0]), name)) continue;
        *out = cv_str_of(a[1]);
        return true;
    }
    return false;
}

cv_place cv_xml_here(const cv_xml *x)
{
    return (cv_place){x->from.file, (int64_t)XML_GetCurrentLineNumber(x->parser), 0};
}

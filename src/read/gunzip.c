#include "read/gunzip.h"

#include <zlib.h>

enum { BLOCK = 1 << 16, GZIP_ONLY = 15 + 16 };

struct cv_gunzip {
    z_stream z;
    cv_gunzip_source source;
    void *data;
    cv_str path;
    char *block;    /* [BLOCK] packed bytes                              */
    bool is_open;   /* zlib has memory of its own                        */
    bool in_member; /* a member has begun and its end was not seen yet   */
    bool any;       /* a member has ended                                */
};

static void close_gunzip(void *thing)
{
    cv_gunzip *g = thing;
    if (g->is_open) inflateEnd(&g->z);
    g->is_open = false;
}

cv_gunzip *cv_gunzip_open(cv_gunzip_source source, void *data, cv_str path, cv_arena *keep)
{
    cv_gunzip *g = cv_new(keep, cv_gunzip, 1);
    g->source = source;
    g->data = data;
    g->path = path;
    g->block = cv_new(keep, char, BLOCK);
    g->is_open = inflateInit2(&g->z, GZIP_ONLY) == Z_OK;
    cv_arena_defer(keep, close_gunzip, g);
    return g;
}

static cv_status damaged(const cv_gunzip *g, const char *why, cv_error *err)
{
    return cv_fail(err, CV_E_INPUT, "'%.*s' is damaged or cut short: %-s", CV_ARG(g->path), why);
}

static cv_status refill(cv_gunzip *g, cv_error *err)
{
    int64_t n;
    if (g->z.avail_in) return CV_OK;
    CV_TRY(g->source(g->data, g->block, BLOCK, &n, err));
    g->z.next_in = (Bytef *)g->block;
    g->z.avail_in = (uInt)n;
    return CV_OK;
}

/* Passes over padding. *found is false at the end of the file. */
static cv_status begin_member(cv_gunzip *g, bool *found, cv_error *err)
{
    do {
        CV_TRY(refill(g, err));
        while (g->any && g->z.avail_in && *g->z.next_in == 0) {
            g->z.next_in++;
            g->z.avail_in--;
        }
        *found = g->z.avail_in > 0;
        if (*found || !g->any) break;
        CV_TRY(refill(g, err));
    } while (g->z.avail_in);
    if (*found && g->any && inflateReset(&g->z) != Z_OK) return damaged(g, "gzip", err);
    g->in_member = *found;
    return CV_OK;
}

static cv_status inflate_some(cv_gunzip *g, cv_error *err)
{
    CV_TRY(refill(g, err));
    if (!g->z.avail_in) return damaged(g, CV_MSG("gzip ends too early"), err);
    int done = inflate(&g->z, Z_NO_FLUSH);
    if (done == Z_STREAM_END) {
        g->in_member = false;
        g->any = true;
        return CV_OK;
    }
    if (done == Z_OK || done == Z_BUF_ERROR) return CV_OK;
    return damaged(g, g->z.msg ? g->z.msg : "gzip", err);
}

cv_status cv_gunzip_get(cv_gunzip *g, char *to, int64_t room, int64_t *n, cv_error *err)
{
    if (!g->is_open) return cv_fail(err, CV_E_SYSTEM, "the system refused memory for zlib");
    g->z.next_out = (Bytef *)to;
    g->z.avail_out = room < BLOCK ? (uInt)room : BLOCK;
    const uInt all = g->z.avail_out;
    while (g->z.avail_out == all && all) {
        bool found = true;
        if (!g->in_member) CV_TRY(begin_member(g, &found, err));
        if (!found) break;
        CV_TRY(inflate_some(g, err));
    }
    *n = all - g->z.avail_out;
    return CV_OK;
}

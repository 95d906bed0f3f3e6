#include "read/package.h"

#include <archive.h>
#include <archive_entry.h>

struct cv_package {
    struct archive *a; /* on the present part; NULL: on none */
    cv_str bytes, path;
    const cv_table_limits *limits;
    const cv_str *name; /* [n] of the members */
    int64_t n;
    int64_t expanded; /* of the parts read so far */
};

static bool is_same(cv_str a, cv_str b)
{
    if (a.n != b.n) return false;
    for (int64_t i = 0; i < a.n; i++) {
        char x = a.s[i], y = b.s[i];
        if (x >= 'A' && x <= 'Z') x = (char)(x - 'A' + 'a');
        if (y >= 'A' && y <= 'Z') y = (char)(y - 'A' + 'a');
        if (x != y) return false;
    }
    return true;
}

static struct archive *open_zip(cv_str bytes)
{
    struct archive *a = archive_read_new();
    if (!a) return NULL;
    archive_read_support_format_zip_seekable(a);
    if (archive_read_open_memory(a, bytes.s, (size_t)bytes.n) == ARCHIVE_OK) return a;
    archive_read_free(a);
    return NULL;
}

bool cv_package_is_workbook(cv_str bytes)
{
    enum { LOOKED_AT = 1000 }; /* members: a workbook of more has its own parts among the first */
    struct archive *a = open_zip(bytes);
    struct archive_entry *e;
    bool has_types = false, has_workbook = false;
    for (int i = 0; a && i < LOOKED_AT && archive_read_next_header(a, &e) == ARCHIVE_OK; i++) {
        const char *name = archive_entry_pathname(e);
        cv_str s = cv_str_of(name ? name : "");
        has_types = has_types || is_same(s, CV_STR("[Content_Types].xml"));
        has_workbook = has_workbook || is_same(cv_str_cut(s, 0, 11), CV_STR("xl/workbook"));
    }
    if (a) archive_read_free(a);
    return has_types && has_workbook;
}

static void close_part(cv_package *p)
{
    if (p->a) archive_read_free(p->a);
    p->a = NULL;
}

static void close_package(void *thing)
{
    close_part(thing);
}

static cv_status damaged(const cv_package *p, cv_error *err)
{
    const char *why = p->a ? archive_error_string(p->a) : NULL;
    return cv_fail(err, CV_E_INPUT, "'%.*s' is damaged or cut short: %-s", CV_ARG(p->path),
                   why ? why : CV_MSG("unknown reason"));
}

static cv_status list_members(cv_package *p, cv_arena *keep, cv_error *err)
{
    cv_str *name = NULL;
    int64_t cap = 0;
    struct archive_entry *e;
    int done;
    while ((done = archive_read_next_header(p->a, &e)) == ARCHIVE_OK || done == ARCHIVE_WARN) {
        cv_str one = cv_archive_member_name(e, keep);
        CV_TRY(cv_archive_member_check(e, one, p->n + 1, p->path, p->limits, err));
        cv_room(keep, cv_str, name, p->n, cap);
        name[p->n++] = one;
    }
    if (done != ARCHIVE_EOF) return damaged(p, err);
    p->name = name;
    return CV_OK;
}

cv_status cv_package_open(cv_package **out, cv_str bytes, cv_str path,
                          const cv_table_limits *limits, cv_arena *keep, cv_error *err)
{
    cv_package *p = cv_new(keep, cv_package, 1);
    p->bytes = bytes;
    p->path = path;
    p->limits = limits;
    p->a = open_zip(bytes);
    cv_arena_defer(keep, close_package, p);
    if (!p->a) return damaged(p, err);
    CV_TRY(list_members(p, keep, err));
    close_part(p);
    *out = p;
    return CV_OK;
}

bool cv_package_has(const cv_package *p, cv_str name)
{
    for (int64_t i = 0; i < p->n; i++)
        if (is_same(p->name[i], name)) return true;
    return false;
}

static cv_status check_part(const cv_package *p, cv_str name, cv_error *err)
{
    int n = 0;
    for (int64_t i = 0; i < p->n; i++) n += is_same(p->name[i], name);
    if (n == 1) return CV_OK;
    return cv_fail(err, CV_E_INPUT,
                   n ? CV_MSG("'%.*s' has two parts '%.*s'") : CV_MSG("'%.*s' has no part '%.*s'"),
                   CV_ARG(p->path), CV_ARG(name));
}

cv_status cv_package_part(cv_package *p, cv_str name, cv_error *err)
{
    struct archive_entry *e;
    close_part(p);
    CV_TRY(check_part(p, name, err));
    p->a = open_zip(p->bytes);
    if (!p->a) return damaged(p, err);
    for (;;) {
        int done = archive_read_next_header(p->a, &e);
        if (done != ARCHIVE_OK && done != ARCHIVE_WARN) return damaged(p, err);
        const char *is = archive_entry_pathname_utf8(e);
        if (is && is_same(cv_str_of(is), name)) return CV_OK;
    }
}

cv_status cv_package_get(void *package, char *to, int64_t room, int64_t *n, cv_error *err)
{
    cv_package *p = package;
    *n = 0;
    while (*n < room) {
        la_ssize_t got = archive_read_data(p->a, to + *n, (size_t)(room - *n));
        if (got < 0) return damaged(p, err);
        if (got == 0) break;
        *n += got;
        p->expanded += got;
        CV_TRY(cv_archive_expansion_check(p->expanded, p->bytes.n, p->path, p->limits, err));
    }
    return CV_OK;
}

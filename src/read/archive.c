/* Members of archives and packed files, by libarchive.
 *
 * A zip is read from the directory at its end, which is what every other program shows; what a
 * stream reader would see can differ. It is therefore read from memory. Everything else is a
 * stream. */
#include "read/bytes.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <fnmatch.h>

#include "read/gunzip.h"

enum { RAW_BLOCK = 1 << 17 };
static const int64_t RATIO_FROM = INT64_C(64) << 20; /* small files may pack very well */

struct cv_archive {
    struct archive *a;
    cv_bytes *raw;
    cv_gunzip *gunzip; /* NULL: not gzip */
    const cv_bytes_from *from;
    char *block;      /* [RAW_BLOCK] of the raw file, for libarchive       */
    cv_error *reason; /* why the raw file could not be read; status CV_OK: it could */
    int64_t members, matched, expanded;
};

static void close_archive(void *thing)
{
    archive_read_free(((cv_archive *)thing)->a);
}

static cv_status raw_bytes(void *data, char *to, int64_t room, int64_t *n, cv_error *err)
{
    return cv_raw_get(data, to, room, n, err);
}

static la_ssize_t give_raw(struct archive *a, void *data, const void **block)
{
    cv_archive *x = data;
    int64_t n;
    *block = x->block;
    cv_status status = x->gunzip ? cv_gunzip_get(x->gunzip, x->block, RAW_BLOCK, &n, x->reason)
                                 : cv_raw_get(x->raw, x->block, RAW_BLOCK, &n, x->reason);
    if (status == CV_OK) return (la_ssize_t)n;
    archive_set_error(a, 5, "%s", x->reason->text);
    return -1;
}

static cv_status damaged(const cv_archive *x, cv_error *err)
{
    if (x->reason->status != CV_OK) {
        if (err) *err = *x->reason;
        return x->reason->status;
    }
    const char *why = archive_error_string(x->a);
    return cv_fail(err, CV_E_INPUT, "'%.*s' is damaged or cut short: %-s", CV_ARG(x->from->path),
                   why ? why : CV_MSG("unknown reason"));
}

static void support(struct archive *a, cv_packed is)
{
    if (is == CV_PACKED_ZIP) {
        archive_read_support_format_zip_seekable(a);
        return;
    }
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_raw(a);
}

cv_status cv_archive_open(cv_archive **out, cv_bytes *raw, cv_str all, cv_packed is, cv_arena *keep,
                          cv_error *err)
{
    const cv_bytes_from *from = cv_bytes_source(raw);
    cv_archive *x = cv_new(keep, cv_archive, 1);
    x->a = archive_read_new();
    if (!x->a) return cv_fail(err, CV_E_SYSTEM, "the system refused memory for an archive");
    cv_arena_defer(keep, close_archive, x);
    x->raw = raw;
    x->from = from;
    x->reason = cv_new(keep, cv_error, 1);
    support(x->a, is);
    int done;
    if (is == CV_PACKED_GZIP) x->gunzip = cv_gunzip_open(raw_bytes, raw, from->path, keep);
    if (is == CV_PACKED_ZIP) {
        done = archive_read_open_memory(x->a, all.s, (size_t)all.n);
    } else {
        x->block = cv_new(keep, char, RAW_BLOCK);
        done = archive_read_open(x->a, x, NULL, give_raw, NULL);
    }
    if (done != ARCHIVE_OK) return damaged(x, err);
    *out = x;
    return CV_OK;
}

/* ---- members ---- */

static bool is_unsafe(cv_str name)
{
    if (!name.n || name.s[0] == '/' || name.s[0] == '\\') return true;
    if (name.n > 1 && name.s[1] == ':') return true;
    for (int64_t from = 0; from <= name.n;) {
        int64_t to = from;
        while (to < name.n && name.s[to] != '/' && name.s[to] != '\\') to++;
        if (cv_str_eq(cv_str_cut(name, from, to), CV_STR(".."))) return true;
        from = to + 1;
    }
    return false;
}

/* Finder leaves a shadow of each file in its archives. */
static bool is_litter(cv_str name)
{
    cv_str base = cv_path_base(name);
    return cv_str_starts(base, CV_STR("._")) || cv_str_eq(base, CV_STR(".DS_Store"));
}

static bool is_wanted(const cv_archive *x, cv_str name, cv_arena scratch)
{
    if (!x->from->glob.n) return !is_litter(name);
    const char *glob = cv_str_copy(&scratch, x->from->glob).s;
    return fnmatch(glob, name.s, 0) == 0 ||
           fnmatch(glob, cv_str_copy(&scratch, cv_path_base(name)).s, 0) == 0;
}

/* Documents of word processors, of OpenDocument and the like are zips with these members. */
static bool is_document(cv_str name)
{
    return cv_str_eq(name, CV_STR("[Content_Types].xml")) || cv_str_eq(name, CV_STR("mimetype")) ||
           cv_str_starts(name, CV_STR("docProps/")) || cv_str_starts(name, CV_STR("xl/"));
}

cv_status cv_archive_member_check(struct archive_entry *e, cv_str name, int64_t number, cv_str path,
                                  const cv_table_limits *limits, cv_error *err)
{
    cv_str shown = cv_str_fit(name, 100);
    if (number > limits->members)
        return cv_fail(err, CV_E_LIMIT, "'%.*s' has more than %lld members", CV_ARG(path),
                       (long long)limits->members);
    if (is_unsafe(name))
        return cv_fail(err, CV_E_INPUT, "'%.*s' has a member with the unsafe path '%.*s'",
                       CV_ARG(path), CV_ARG(shown));
    if (archive_entry_hardlink(e) || archive_entry_filetype(e) == AE_IFLNK)
        return cv_fail(err, CV_E_INPUT, "'%.*s' has a link, '%.*s'; links are not followed",
                       CV_ARG(path), CV_ARG(shown));
    if (archive_entry_is_encrypted(e))
        return cv_fail(err, CV_E_INPUT, "'%.*s' is encrypted", CV_ARG(path));
    return CV_OK;
}

static cv_status check_member(cv_archive *x, struct archive_entry *e, cv_str name, cv_error *err)
{
    cv_str path = x->from->path;
    CV_TRY(cv_archive_member_check(e, name, ++x->members, path, &x->from->limits, err));
    if (!is_document(name)) return CV_OK;
    cv_status status = cv_fail(err, CV_E_INPUT,
                               "'%.*s' does not look like a table: it is a document", CV_ARG(path));
    return cv_hint(err, status, "save the sheet as CSV or XLSX");
}

/* A tar in UTF-8 gives its names as they are; a zip says in which set they are. */
cv_str cv_archive_member_name(struct archive_entry *e, cv_arena *keep)
{
    const char *name = archive_entry_pathname_utf8(e);
    if (!name) name = archive_entry_pathname(e);
    return cv_str_copy(keep, cv_str_of(name ? name : ""));
}

static cv_status no_member(const cv_archive *x, cv_error *err)
{
    cv_str path = x->from->path, glob = x->from->glob;
    if (!glob.n) return cv_fail(err, CV_E_INPUT, "'%.*s' holds no file", CV_ARG(path));
    cv_status status =
        cv_fail(err, CV_E_INPUT, "no member of '%.*s' matches '%.*s'", CV_ARG(path), CV_ARG(glob));
    return cv_hint(err, status, "see \"member\" in election.json");
}

cv_status cv_archive_next(cv_archive *x, cv_str *name, bool *found, cv_arena *keep, cv_error *err)
{
    struct archive_entry *e;
    for (;;) {
        int done = archive_read_next_header(x->a, &e);
        if (done == ARCHIVE_EOF) break;
        if (done < ARCHIVE_WARN) return damaged(x, err);
        if (archive_format(x->a) == ARCHIVE_FORMAT_RAW) {
            x->matched++;
            *name = CV_STR("");
            *found = true;
            return CV_OK;
        }
        *name = cv_archive_member_name(e, keep);
        CV_TRY(check_member(x, e, *name, err));
        if (archive_entry_filetype(e) != AE_IFREG || !is_wanted(x, *name, *keep)) continue;
        x->matched++;
        *found = true;
        return CV_OK;
    }
    *found = false;
    return x->matched ? CV_OK : no_member(x, err);
}

cv_status cv_archive_expansion_check(int64_t expanded, int64_t packed, cv_str path,
                                     const cv_table_limits *most, cv_error *err)
{
    if (expanded > most->expanded_bytes)
        return cv_fail(err, CV_E_LIMIT, "'%.*s' expands to more than %lld bytes", CV_ARG(path),
                       (long long)most->expanded_bytes);
    if (expanded > RATIO_FROM && expanded / most->ratio > packed)
        return cv_fail(err, CV_E_LIMIT, "'%.*s' expands to more than %lld times its size",
                       CV_ARG(path), (long long)most->ratio);
    return CV_OK;
}

/* Never asks for more than the limit and a byte: what comes first, the limit or damage after it,
 * is then the same however much is asked for. */
cv_status cv_archive_get(cv_archive *x, char *to, int64_t room, int64_t *n, cv_error *err)
{
    *n = 0;
    while (*n < room) {
        int64_t left = x->from->limits.expanded_bytes - x->expanded + 1;
        int64_t want = room - *n < left ? room - *n : left;
        la_ssize_t got = archive_read_data(x->a, to + *n, (size_t)want);
        if (got < 0) return damaged(x, err);
        if (got == 0) break;
        *n += got;
        x->expanded += got;
        CV_TRY(cv_archive_expansion_check(x->expanded, cv_bytes_done(x->raw), x->from->path,
                                          &x->from->limits, err));
    }
    return CV_OK;
}

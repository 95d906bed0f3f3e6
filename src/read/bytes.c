#include "read/bytes.h"

#include <string.h>

#include "read/package.h"

enum { HEAD = 4096 }; /* bytes looked at to recognise a file; "ustar" stands at 257 */

struct cv_bytes {
    cv_bytes_from from;
    cv_source_file *file; /* NULL: from memory, or at its end */
    char *head;           /* [n_head] first bytes, already hashed, not given out yet */
    int64_t n_head, head_at;
    int64_t memory_at;
    int64_t done, total;
    cv_hasher *hasher;
    cv_archive *archive; /* NULL: plain */
    cv_str whole;        /* a workbook, read already */
    bool is_whole;
    char *peeked; /* [HEAD] the beginning of a member, not given out yet */
    int64_t n_peeked, peeked_at;
    bool began;
};

/* ---- what a file is ---- */

typedef enum { KIND_TABLE, KIND_PACKED, KIND_GZIP, KIND_ZIP, KIND_OTHER } kind;

typedef struct {
    int64_t at;
    cv_str magic;
    kind is;
    const char *what, *hint;
} file_sign;

#define AS_CSV CV_MSG("save the table as CSV or XLSX")

static const file_sign signs[] = {
    {0,   {"\x1f\x8b", 2},         KIND_GZIP,   "gzip",                                           ""                                      },
    {0,
     {"\xfd"
      "7zXZ\0",
      6},
     KIND_PACKED,                               "xz",
     ""                                                                                                                                   },
    {0,   {"\x28\xb5\x2f\xfd", 4}, KIND_PACKED, "zstd",                                           ""                                      },
    {0,   {"BZh", 3},              KIND_PACKED, "bzip2",                                          ""                                      },
    {257, {"ustar", 5},            KIND_PACKED, "tar",                                            ""                                      },
    {0,   {"PK\x03\x04", 4},       KIND_ZIP,    "zip",                                            ""                                      },
    {0,   {"PK\x05\x06", 4},       KIND_ZIP,    "zip",                                            ""                                      },
    {0,   {"%PDF", 4},             KIND_OTHER,  CV_MSG("a PDF document"),                         AS_CSV                                  },
    {0,
     {"\xd0\xcf\x11\xe0", 4},
     KIND_OTHER,                                CV_MSG("an old or encrypted Excel or Word file"),
     AS_CSV                                                                                                                               },
    {0,
     {"7z\xbc\xaf\x27\x1c", 6},
     KIND_OTHER,                                CV_MSG("a 7z archive"),
     CV_MSG("pack it again as zip or tar.xz")                                                                                             },
    {0,   {"Rar!", 4},             KIND_OTHER,  CV_MSG("a RAR archive"),                          CV_MSG("pack it again as zip or tar.xz")},
    {0,   {"SQLite format 3", 15}, KIND_OTHER,  CV_MSG("an SQLite database"),                     AS_CSV                                  },
    {0,
     {"\x89PNG", 4},
     KIND_OTHER,                                CV_MSG("a picture"),
     CV_MSG("type the figures into a CSV file")                                                                                           },
    {0,
     {"\xff\xd8\xff", 3},
     KIND_OTHER,                                CV_MSG("a picture"),
     CV_MSG("type the figures into a CSV file")                                                                                           },
    {0,   {"PAR1", 4},             KIND_OTHER,  CV_MSG("a Parquet file"),                         AS_CSV                                  },
};

static cv_str head_of(const cv_bytes *b)
{
    return (cv_str){b->head, b->n_head};
}

static cv_status not_a_table(const cv_bytes *b, const char *what, const char *hint, cv_error *err)
{
    cv_status status = cv_fail(err, CV_E_INPUT, "'%.*s' does not look like a table: it is %-s",
                               CV_ARG(b->from.path), what);
    return cv_hint(err, status, "%-s", hint);
}

static cv_status recognise(const cv_bytes *b, kind *out, cv_error *err)
{
    cv_str head = head_of(b);
    *out = KIND_TABLE;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const file_sign *s = &signs[i];
        if (!cv_str_starts(cv_str_cut(head, s->at, head.n), s->magic)) continue;
        *out = s->is;
        if (s->is == KIND_OTHER) return not_a_table(b, s->what, s->hint, err);
        return CV_OK;
    }
    return CV_OK;
}

/* ---- the raw file ---- */

static cv_status take(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err)
{
    *n = 0;
    if (b->from.in_memory) {
        cv_str part = cv_str_cut(b->from.memory, b->memory_at, b->memory_at + room);
        if (part.n) memcpy(to, part.s, (size_t)part.n);
        b->memory_at += part.n;
        *n = part.n;
    } else {
        CV_TRY(cv_file_get(b->file, to, room, n, err));
    }
    cv_hasher_add(b->hasher, (cv_str){to, *n});
    b->done += *n;
    return CV_OK;
}

cv_status cv_raw_get(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err)
{
    int64_t left = b->n_head - b->head_at;
    if (!left) return take(b, to, room, n, err);
    *n = left < room ? left : room;
    memcpy(to, b->head + b->head_at, (size_t)*n);
    b->head_at += *n;
    return CV_OK;
}

typedef cv_status getter(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err);

/* All that `get` gives; `cap` bytes are expected. */
static cv_status get_all(cv_bytes *b, cv_str *out, getter *get, int64_t cap, cv_arena *keep,
                         cv_error *err)
{
    const int64_t most = b->from.limits.expanded_bytes;
    int64_t n = 0;
    char *p = cv_new(keep, char, cap);
    for (int64_t got;; n += got) {
        if (n == cap) {
            p = cv_grow(keep, char, p, n, 2 * cap);
            cap *= 2;
        }
        CV_TRY(get(b, p + n, cap - n, &got, err));
        if (!got) break;
        if (n + got > most)
            return cv_fail(err, CV_E_LIMIT, "'%.*s' is larger than %lld bytes",
                           CV_ARG(b->from.path), (long long)most);
    }
    *out = (cv_str){p, n};
    return CV_OK;
}

/* What an archive has after its last member belongs to the file and to its hash. */
static cv_status drain(cv_bytes *b, cv_arena *keep, cv_error *err)
{
    cv_arena scratch = *keep;
    char *p = cv_new(&scratch, char, 1 << 16);
    for (int64_t n = 1; n;) CV_TRY(cv_raw_get(b, p, 1 << 16, &n, err));
    return CV_OK;
}

/* ---- the door ---- */

cv_status cv_bytes_open(cv_bytes **out, const cv_bytes_from *from, cv_arena *keep, cv_error *err)
{
    cv_bytes *b = cv_new(keep, cv_bytes, 1);
    b->from = *from;
    b->hasher = cv_hasher_open(keep);
    b->head = cv_new(keep, char, HEAD);
    b->peeked = cv_new(keep, char, HEAD);
    b->total = from->memory.n;
    if (!from->in_memory) {
        CV_TRY(cv_file_open(&b->file, from->path, keep, err));
        b->total = cv_file_size(b->file);
    }
    CV_TRY(take(b, b->head, HEAD, &b->n_head, err));
    if (!b->n_head) return cv_fail(err, CV_E_INPUT, "'%.*s' is empty", CV_ARG(from->path));
    kind is;
    CV_TRY(recognise(b, &is, err));
    static const cv_packed packed[] = {
        [KIND_PACKED] = CV_PACKED_STREAM, [KIND_GZIP] = CV_PACKED_GZIP, [KIND_ZIP] = CV_PACKED_ZIP};
    if (is == KIND_ZIP) {
        int64_t expected = b->total > 0 ? b->total : 1 << 20;
        CV_TRY(get_all(b, &b->whole, cv_raw_get, expected + 1, keep, err));
        b->is_whole = cv_package_is_workbook(b->whole);
    }
    if (is != KIND_TABLE && !b->is_whole)
        CV_TRY(cv_archive_open(&b->archive, b, b->whole, packed[is], keep, err));
    *out = b;
    return CV_OK;
}

cv_status cv_bytes_next(cv_bytes *b, cv_str *name, bool *found, cv_arena *keep, cv_error *err)
{
    if (b->archive) {
        CV_TRY(cv_archive_next(b->archive, name, found, keep, err));
    } else {
        *found = !b->began;
        *name = CV_STR("");
    }
    b->began = true;
    b->n_peeked = b->peeked_at = 0;
    return *found ? CV_OK : drain(b, keep, err);
}

/* Of the member, past what was looked at. */
static cv_status get_fresh(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err)
{
    if (b->archive) return cv_archive_get(b->archive, to, room, n, err);
    if (!b->is_whole) return cv_raw_get(b, to, room, n, err);
    cv_str part = cv_str_cut(b->whole, 0, room);
    if (part.n) memcpy(to, part.s, (size_t)part.n);
    b->whole = cv_str_cut(b->whole, part.n, b->whole.n);
    *n = part.n;
    return CV_OK;
}

cv_status cv_bytes_get(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err)
{
    int64_t left = b->n_peeked - b->peeked_at;
    if (!left) return get_fresh(b, to, room, n, err);
    *n = left < room ? left : room;
    memcpy(to, b->peeked + b->peeked_at, (size_t)*n);
    b->peeked_at += *n;
    return CV_OK;
}

cv_status cv_bytes_peek(cv_bytes *b, cv_str *out, cv_error *err)
{
    memmove(b->peeked, b->peeked + b->peeked_at, (size_t)(b->n_peeked - b->peeked_at));
    b->n_peeked -= b->peeked_at;
    b->peeked_at = 0;
    for (int64_t n = 1; n && b->n_peeked < HEAD; b->n_peeked += n)
        CV_TRY(get_fresh(b, b->peeked + b->n_peeked, HEAD - b->n_peeked, &n, err));
    *out = (cv_str){b->peeked, b->n_peeked};
    return CV_OK;
}

cv_status cv_bytes_rest(cv_bytes *b, cv_str *out, cv_arena *keep, cv_error *err)
{
    return get_all(b, out, cv_bytes_get, 1 << 20, keep, err);
}

const cv_bytes_from *cv_bytes_source(const cv_bytes *b)
{
    return &b->from;
}

int64_t cv_bytes_done(const cv_bytes *b)
{
    return b->done;
}

int64_t cv_bytes_total(const cv_bytes *b)
{
    return b->total;
}

cv_sha256 cv_bytes_hash(cv_bytes *b)
{
    return cv_hasher_end(b->hasher);
}

/* tests/unit/read/pack.h — archives made in memory by libarchive. */
#ifndef CV_TESTS_UNIT_READ_PACK_H
#define CV_TESTS_UNIT_READ_PACK_H

#include "dump.h"

#include <archive.h>
#include <archive_entry.h>

typedef struct {
    const char *name;
    cv_str bytes;
    const char *link; /* NULL: a regular file */
} pack_member;

typedef int (*pack_set)(struct archive *a);

static inline void pack_add(struct archive *a, const pack_member *m)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, m->name);
    archive_entry_set_size(e, m->link ? 0 : m->bytes.n);
    archive_entry_set_filetype(e, m->link ? AE_IFLNK : AE_IFREG);
    if (m->link) archive_entry_set_symlink(e, m->link);
    archive_entry_set_perm(e, 0644);
    assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
    if (!m->link)
        assert_int_equal(archive_write_data(a, m->bytes.s, (size_t)m->bytes.n), m->bytes.n);
    archive_entry_free(e);
}

/* filter may be NULL. */
static inline cv_str pack(pack_set format, pack_set filter, const pack_member *m, int32_t n,
                          cv_arena *keep)
{
    size_t room = 1 << 20, used = 0;
    for (int32_t i = 0; i < n; i++) room += (size_t)m[i].bytes.n + 4096;
    char *p = cv_new(keep, char, (int64_t)room);
    struct archive *a = archive_write_new();
    assert_int_equal(format(a), ARCHIVE_OK);
    if (filter) assert_int_equal(filter(a), ARCHIVE_OK);
    archive_write_set_bytes_in_last_block(a, 1);
    assert_int_equal(archive_write_open_memory(a, p, room, &used), ARCHIVE_OK);
    for (int32_t i = 0; i < n; i++) pack_add(a, &m[i]);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    return (cv_str){p, (int64_t)used};
}

#endif

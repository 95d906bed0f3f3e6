#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/check.h"

struct cv_source_file {
    int fd;
    bool owned; /* false for standard input */
    int64_t size;
    cv_str path;
};

/* What is wrong with the path that was given is the input's fault, the rest is the system's. */
static bool is_fault_of_path(int code)
{
    return code == EACCES || code == EPERM || code == EISDIR || code == ELOOP ||
           code == ENAMETOOLONG;
}

static cv_status no_input(cv_str path, int code, cv_error *err)
{
    if (code == ENOENT || code == ENOTDIR)
        return cv_fail(err, CV_E_INPUT, "no such file: '%.*s'", CV_ARG(path));
    return cv_fail(err, is_fault_of_path(code) ? CV_E_INPUT : CV_E_SYSTEM,
                   "cannot read '%.*s': %-s", CV_ARG(path), strerror(code));
}

static void close_source(void *thing)
{
    cv_source_file *f = thing;
    if (f->owned && f->fd >= 0) close(f->fd);
    f->fd = -1;
}

cv_status cv_file_open(cv_source_file **out, cv_str path, cv_arena *keep, cv_error *err)
{
    cv_source_file *f = cv_new(keep, cv_source_file, 1);
    struct stat st;
    f->path = cv_str_copy(keep, path);
    f->owned = !cv_str_eq(path, CV_STR("-"));
    f->fd = f->owned ? open(f->path.s, O_RDONLY | O_CLOEXEC) : 0;
    if (f->fd < 0) return no_input(path, errno, err);
    cv_arena_defer(keep, close_source, f);
    if (fstat(f->fd, &st) != 0) return no_input(path, errno, err);
    if (S_ISDIR(st.st_mode)) {
        close_source(f);
        return cv_fail(err, CV_E_INPUT, "'%.*s' is a directory, not a file", CV_ARG(path));
    }
    f->size = S_ISREG(st.st_mode) ? (int64_t)st.st_size : -1;
    *out = f;
    return CV_OK;
}

cv_status cv_file_get(cv_source_file *f, char *to, int64_t room, int64_t *n, cv_error *err)
{
    int64_t have = 0;
    while (have < room) {
        ssize_t got = read(f->fd, to + have, (size_t)(room - have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return no_input(f->path, errno, err);
        if (got == 0) break;
        have += got;
    }
    *n = have;
    return CV_OK;
}

int64_t cv_file_size(const cv_source_file *f)
{
    return f->size;
}

void cv_file_close(cv_source_file *f)
{
    if (f) close_source(f);
}

static cv_status past(cv_str path, int64_t most, cv_error *err)
{
    return cv_fail(err, CV_E_LIMIT, "'%.*s' is larger than %lld bytes", CV_ARG(path),
                   (long long)most);
}

/* The size that the system states is a guess: pipes have none, files in /proc say 0, and any
 * file may grow while it is read. One byte more than the guess tells whether it was right. */
static cv_status read_all(cv_str *out, cv_source_file *f, int64_t most, cv_arena *keep,
                          cv_error *err)
{
    if (f->size > most) return past(f->path, most, err);
    int64_t n = 0, cap = f->size >= 0 ? f->size + 1 : 65536;
    char *p = cv_new(keep, char, cap);
    for (;;) {
        int64_t got;
        CV_TRY(cv_file_get(f, p + n, cap - n, &got, err));
        n += got;
        if (n > most) return past(f->path, most, err);
        if (n < cap) break;
        p = cv_grow(keep, char, p, cap, 2 * cap);
        cap *= 2;
    }
    p[n] = 0;
    *out = (cv_str){p, n};
    return CV_OK;
}

cv_status cv_file_read(cv_str *out, cv_str path, int64_t most, cv_arena *keep, cv_error *err)
{
    cv_source_file *f;
    CV_TRY(cv_file_open(&f, path, keep, err));
    cv_status status = read_all(out, f, most, keep, err);
    cv_file_close(f);
    return status;
}

/* Paths longer than the system allows do not exist. */
static bool stat_path(cv_str path, struct stat *st)
{
    char name[4096];
    if (!path.n || path.n >= (int64_t)sizeof name) return false;
    memcpy(name, path.s, (size_t)path.n);
    name[path.n] = 0;
    return stat(name, st) == 0;
}

bool cv_file_exists(cv_str path)
{
    struct stat st;
    return stat_path(path, &st) && !S_ISDIR(st.st_mode);
}

bool cv_dir_exists(cv_str path)
{
    struct stat st;
    return stat_path(path, &st) && S_ISDIR(st.st_mode);
}

static cv_status cannot_make(cv_str path, int code, cv_error *err)
{
    return cv_fail(err, CV_E_SYSTEM, "cannot make the folder '%.*s': %-s", CV_ARG(path),
                   strerror(code == EEXIST ? ENOTDIR : code));
}

cv_status cv_dir_make(cv_str path, cv_error *err)
{
    char name[4096];
    if (path.n >= (int64_t)sizeof name)
        return cv_fail(err, CV_E_SYSTEM, "the path '%.60s...' is too long", path.s);
    if (!path.n) return cannot_make(path, ENOENT, err);
    memcpy(name, path.s, (size_t)path.n);
    name[path.n] = 0;
    for (char *p = name + 1;; p++) {
        if (*p != '/' && *p != 0) continue;
        char stop = *p;
        *p = 0;
        int code = mkdir(name, 0777) == 0 ? 0 : errno;
        if (code && !cv_dir_exists(cv_str_of(name))) return cannot_make(cv_str_of(name), code, err);
        if (!stop) return CV_OK;
        *p = stop;
    }
}

static bool is_self_or_parent(const char *name)
{
    return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

bool cv_dir_is_empty(cv_str path)
{
    char name[4096];
    if (path.n >= (int64_t)sizeof name) return false;
    memcpy(name, path.s, (size_t)path.n);
    name[path.n] = 0;
    DIR *d = opendir(name);
    if (!d) return errno == ENOENT || errno == ENOTDIR;
    bool empty = true;
    for (struct dirent *e; empty && (e = readdir(d));) empty = is_self_or_parent(e->d_name);
    closedir(d);
    return empty;
}

cv_status cv_file_remove(cv_str path, cv_error *err)
{
    char name[4096];
    if (path.n >= (int64_t)sizeof name) return CV_OK;
    memcpy(name, path.s, (size_t)path.n);
    name[path.n] = 0;
    if (unlink(name) == 0 || errno == ENOENT || errno == ENOTDIR) return CV_OK;
    return cv_fail(err, CV_E_SYSTEM, "cannot remove '%.*s': %s", CV_ARG(path), strerror(errno));
}

void cv_dir_remove_empty(cv_str path)
{
    char name[4096];
    if (path.n >= (int64_t)sizeof name) return;
    memcpy(name, path.s, (size_t)path.n);
    name[path.n] = 0;
    (void)rmdir(name);
}

cv_str cv_path_join(cv_str dir, cv_str name, cv_arena *keep)
{
    if (!dir.n || cv_str_starts(name, CV_STR("/"))) return cv_str_copy(keep, name);
    const char *between = dir.s[dir.n - 1] == '/' ? "" : "/";
    return cv_str_format(keep, "%.*s%s%.*s", CV_ARG(dir), between, CV_ARG(name));
}

static int64_t last_slash(cv_str path)
{
    int64_t i = path.n - 1;
    while (i >= 0 && path.s[i] != '/') i--;
    return i;
}

cv_str cv_path_dir(cv_str path)
{
    int64_t i = last_slash(path);
    if (i < 0) return CV_STR(".");
    return cv_str_cut(path, 0, i ? i : 1);
}

cv_str cv_path_base(cv_str path)
{
    return cv_str_cut(path, last_slash(path) + 1, path.n);
}

static cv_str whole_path(cv_str path, cv_arena *keep)
{
    char out[PATH_MAX];
    const char *found = realpath(cv_str_copy(keep, path).s, out);
    return found ? cv_str_copy(keep, cv_str_of(found)) : path;
}

cv_str cv_path_from(cv_str dir, cv_str path, cv_arena *keep)
{
    cv_str from = whole_path(dir, keep), to = whole_path(path, keep);
    int64_t common = 0; /* bytes of both up to a "/", that one included */
    for (int64_t i = 0; i <= from.n && i < to.n; i++) {
        if ((i == from.n || from.s[i] == '/') && to.s[i] == '/') common = i + 1;
        if (i == from.n || from.s[i] != to.s[i]) break;
    }
    if (common <= 1) return to;
    cv_str rest = cv_str_cut(from, common, from.n), out = {"", 0};
    for (int64_t i = 0; i < rest.n; i++)
        if (i == 0 || rest.s[i] == '/') out = cv_str_format(keep, "%.*s../", CV_ARG(out));
    return cv_str_format(keep, "%.*s%.*s", CV_ARG(out), CV_ARG(cv_str_cut(to, common, to.n)));
}

struct cv_sink {
    int fd;
    bool is_stdout, committed;
    int failed;        /* errno of the first write that failed: what follows is not whole */
    cv_str path, part; /* target and temporary name; no part: bytes go straight to the target */
    char *buffer;
    int64_t n;
};

enum { SINK_BUFFER = 1 << 16 };

static void close_sink(void *thing)
{
    cv_sink *s = thing;
    if (s->fd < 0) return;
    if (!s->is_stdout) close(s->fd);
    if (s->part.n && !s->committed) unlink(s->part.s);
    s->fd = -1;
}

static cv_status cannot_write(const cv_sink *s, int code, cv_error *err)
{
    return cv_fail(err, CV_E_SYSTEM, "cannot write '%.*s': %-s", CV_ARG(s->path), strerror(code));
}

/* A device, a pipe or a socket is written to where it is: taking its name would replace
 * /dev/null for the whole system. Returns false with the reason in errno. */
static bool open_target(cv_sink *s, cv_arena *keep)
{
    struct stat st;
    bool exists = stat_path(s->path, &st);
    if (s->is_stdout) {
        s->fd = 1;
    } else if (exists && S_ISDIR(st.st_mode)) {
        s->fd = -1;
        errno = EISDIR;
    } else if (exists && !S_ISREG(st.st_mode)) {
        s->fd = open(s->path.s, O_WRONLY | O_CLOEXEC);
    } else {
        s->part = cv_str_format(keep, "%.*s.part-%ld", CV_ARG(s->path), (long)getpid());
        s->fd = open(s->part.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    }
    return s->fd >= 0;
}

cv_status cv_sink_open(cv_sink **out, cv_str path, cv_arena *keep, cv_error *err)
{
    cv_sink *s = cv_new(keep, cv_sink, 1);
    s->path = cv_str_copy(keep, path);
    s->is_stdout = cv_str_eq(path, CV_STR("-"));
    s->buffer = cv_new(keep, char, SINK_BUFFER);
    if (!open_target(s, keep)) return cannot_write(s, errno, err);
    cv_arena_defer(keep, close_sink, s);
    *out = s;
    return CV_OK;
}

static cv_status put_all(cv_sink *s, const char *p, int64_t n, cv_error *err)
{
    while (n > 0) {
        ssize_t done = write(s->fd, p, (size_t)n);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) {
            s->failed = errno;
            return cannot_write(s, s->failed, err);
        }
        p += done;
        n -= done;
    }
    return CV_OK;
}

static cv_status flush(cv_sink *s, cv_error *err)
{
    int64_t n = s->n;
    s->n = 0;
    return put_all(s, s->buffer, n, err);
}

cv_status cv_sink_put(cv_sink *s, cv_str bytes, cv_error *err)
{
    cv_assert(s->fd >= 0 && !s->committed);
    if (s->n + bytes.n > SINK_BUFFER) CV_TRY(flush(s, err));
    if (bytes.n > SINK_BUFFER) return put_all(s, bytes.s, bytes.n, err);
    if (bytes.n) memcpy(s->buffer + s->n, bytes.s, (size_t)bytes.n);
    s->n += bytes.n;
    return CV_OK;
}

cv_status cv_sink_commit(cv_sink *s, cv_error *err)
{
    cv_assert(s->fd >= 0 && !s->committed);
    if (s->failed) return cannot_write(s, s->failed, err);
    CV_TRY(flush(s, err));
    if (!s->part.n) {
        s->committed = true;
        return CV_OK;
    }
    if (fsync(s->fd) != 0 && errno != EINVAL && errno != EROFS) return cannot_write(s, errno, err);
    if (rename(s->part.s, s->path.s) != 0) return cannot_write(s, errno, err);
    s->committed = true;
    return CV_OK;
}

void cv_sink_close(cv_sink *s)
{
    if (s) close_sink(s);
}

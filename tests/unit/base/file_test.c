#include "../row.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Each test works in an empty folder of its own, which it leaves by absolute paths. */
static char folder[64];
static cv_arena keep;
static cv_error err;

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/canvass-file-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    keep = cv_arena_open();
    err = (cv_error){0};
    return 0;
}

static int remove_all(const char *path)
{
    DIR *d = opendir(path);
    if (!d) return unlink(path);
    for (struct dirent *e; (e = readdir(d));) {
        char name[512];
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        snprintf(name, sizeof name, "%s/%s", path, e->d_name);
        remove_all(name);
    }
    closedir(d);
    return rmdir(path);
}

static int tear_down(void **state)
{
    (void)state;
    cv_arena_close(&keep);
    chmod(folder, 0700);
    return remove_all(folder);
}

static cv_str in_folder(const char *name)
{
    return cv_path_join(cv_str_of(folder), cv_str_of(name), &keep);
}

static cv_str put_file(const char *name, cv_str bytes)
{
    cv_str path = in_folder(name);
    FILE *f = fopen(path.s, "w");
    assert_non_null(f);
    if (bytes.n) assert_int_equal(fwrite(bytes.s, 1, (size_t)bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
    return path;
}

static int n_entries(void)
{
    int n = 0;
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

static int n_open(void)
{
    int n = 0;
    for (int fd = 0; fd < 256; fd++) n += fcntl(fd, F_GETFD) != -1;
    return n;
}

static cv_str text_says(const char *before, cv_str path, const char *after)
{
    return cv_str_format(&keep, "%s'%.*s'%s", before, CV_ARG(path), after);
}

/* ---- reading ---- */

static const struct {
    const char *name;
    int64_t size, most;
    cv_status want;
} sizes[] = {
    {"an empty file",                        0,       100,              CV_OK     },
    {"an empty file, nothing allowed",       0,       0,                CV_OK     },
    {"one byte, nothing allowed",            1,       0,                CV_E_LIMIT},
    {"under the limit",                      99,      100,              CV_OK     },
    {"at the limit",                         100,     100,              CV_OK     },
    {"one past the limit",                   101,     100,              CV_E_LIMIT},
    {"far past the limit",                   1000000, 100,              CV_E_LIMIT},
    {"larger than the first room of a pipe", 65536,   65536,            CV_OK     },
    {"one past it",                          65537,   65536,            CV_E_LIMIT},
    {"a megabyte and a bit",                 1000003, INT64_C(1) << 40, CV_OK     },
};

static cv_str pattern(int64_t n)
{
    char *p = cv_new(&keep, char, n + 1);
    for (int64_t i = 0; i < n; i++) p[i] = (char)('a' + i % 23);
    return (cv_str){p, n};
}

static void check_read(const char *row, cv_str path, cv_str bytes, int64_t most, cv_status want)
{
    cv_str got = CV_STR("untouched");
    int n_before = n_open();
    ROW_INT(row, cv_file_read(&got, path, most, &keep, &err), want);
    ROW_INT(row, n_open(), n_before);
    if (want == CV_OK) {
        ROW_INT(row, got.n, bytes.n);
        ROW_TRUE(row, cv_str_eq(got, bytes));
        ROW_INT(row, got.s[got.n], 0);
        return;
    }
    ROW_STR(row, got, CV_STR("untouched"));
    ROW_STR(row, cv_str_of(err.text),
            text_says("", path, cv_str_format(&keep, " is larger than %d bytes", (int)most).s));
}

static void read_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        cv_str bytes = pattern(sizes[i].size), path = put_file("in", bytes);
        check_read(sizes[i].name, path, bytes, sizes[i].most, sizes[i].want);
    }
}

/* The same through a pipe on standard input, which states no size and gives bits at a time. */
static void read_standard_input(void **state)
{
    (void)state;
    int old = dup(0);
    for (size_t i = 0; i < N_ROWS(sizes); i++) {
        cv_str bytes = pattern(sizes[i].size);
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t pid = row_fork();
        if (pid == 0) {
            close(ends[0]);
            for (int64_t at = 0; at < bytes.n;) {
                ssize_t n = write(ends[1], bytes.s + at, bytes.n - at < 777 ? bytes.n - at : 777);
                if (n < 0) _exit(0);
                at += n;
            }
            _exit(0);
        }
        dup2(ends[0], 0);
        close(ends[0]);
        close(ends[1]);
        check_read(sizes[i].name, CV_STR("-"), bytes, sizes[i].most, sizes[i].want);
        dup2(old, 0); /* ends the writer that has not been read to the end */
        waitpid(pid, NULL, 0);
    }
    close(old);
}

/* The system says that files in /proc have no bytes. */
static void read_a_file_without_size(void **state)
{
    (void)state;
    cv_str got;
    assert_int_equal(cv_file_read(&got, CV_STR("/proc/self/status"), 1 << 20, &keep, &err), CV_OK);
    assert_true(cv_str_starts(got, CV_STR("Name:")));
    assert_true(got.n > 100);
}

static void no_such_file(void **state)
{
    (void)state;
    put_file("file", CV_STR("x"));
    const char *names[] = {"missing", "no/such/folder", "file/inside"};
    for (size_t i = 0; i < N_ROWS(names); i++) {
        cv_str path = in_folder(names[i]), got = CV_STR("untouched");
        cv_source_file *f = (cv_source_file *)&err;
        ROW_INT(names[i], cv_file_read(&got, path, 100, &keep, &err), CV_E_INPUT);
        ROW_STR(names[i], cv_str_of(err.text), text_says("no such file: ", path, ""));
        ROW_STR(names[i], got, CV_STR("untouched"));
        ROW_INT(names[i], cv_file_open(&f, path, &keep, &err), CV_E_INPUT);
        ROW_TRUE(names[i], f == (cv_source_file *)&err);
    }
    assert_int_equal(cv_file_read(&(cv_str){0}, CV_STR(""), 100, &keep, &err), CV_E_INPUT);
    assert_string_equal(err.text, "no such file: ''");
}

static void a_directory_is_no_input(void **state)
{
    (void)state;
    cv_str got = CV_STR("untouched"), path = cv_str_of(folder);
    int n_before = n_open();
    assert_int_equal(cv_file_read(&got, path, 100, &keep, &err), CV_E_INPUT);
    ROW_STR("directory", cv_str_of(err.text), text_says("", path, " is a directory, not a file"));
    assert_int_equal(n_open(), n_before);
}

/* Root may read everything, so a user without rights tries. */
static void an_unreadable_input(void **state)
{
    (void)state;
    cv_str path = put_file("secret", CV_STR("x")), got;
    chmod(path.s, 0);
    chmod(folder, 0755);
    pid_t pid = row_fork();
    if (pid == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) _exit(99);
        cv_status status = cv_file_read(&got, path, 100, &keep, &err);
        cv_str want = text_says("cannot read ", path, ": Permission denied");
        _exit(status == CV_E_INPUT && cv_str_eq(cv_str_of(err.text), want) ? 1 : 2);
    }
    int status;
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 99) skip();
    assert_int_equal(WEXITSTATUS(status), 1);
}

static void stream(void **state)
{
    (void)state;
    cv_str bytes = pattern(1000), path = put_file("in", bytes);
    cv_source_file *f;
    int n_before = n_open();
    assert_int_equal(cv_file_open(&f, path, &keep, &err), CV_OK);
    assert_int_equal(cv_file_size(f), 1000);
    char to[300];
    static const int64_t wants[] = {300, 300, 300, 100, 0, 0};
    int64_t at = 0;
    for (size_t i = 0; i < N_ROWS(wants); i++) {
        int64_t n = -1;
        assert_int_equal(cv_file_get(f, to, 300, &n, &err), CV_OK);
        assert_int_equal(n, wants[i]);
        assert_memory_equal(to, bytes.s + at, (size_t)n);
        at += n;
    }
    assert_int_equal(n_open(), n_before + 1);
    cv_file_close(f);
    assert_int_equal(n_open(), n_before);
    cv_file_close(f);
    cv_file_close(NULL);
}

static void the_arena_closes_what_was_left_open(void **state)
{
    (void)state;
    cv_str path = put_file("in", CV_STR("x"));
    cv_arena own = cv_arena_open();
    int n_before = n_open();
    cv_source_file *f;
    cv_sink *s;
    assert_int_equal(cv_file_open(&f, path, &own, &err), CV_OK);
    assert_int_equal(cv_sink_open(&s, in_folder("out"), &own, &err), CV_OK);
    assert_int_equal(n_open(), n_before + 2);
    cv_arena_close(&own);
    assert_int_equal(n_open(), n_before);
    assert_int_equal(n_entries(), 1);
}

/* ---- paths ---- */

static void what_exists(void **state)
{
    (void)state;
    cv_str file = put_file("file", CV_STR("x"));
    char longer[5000];
    memset(longer, 'x', sizeof longer);
    const struct {
        const char *name;
        cv_str path;
        bool is_file, is_dir;
    } rows[] = {
        {"a file",                file,                          true,  false                                                         },
        {"a folder",              cv_str_of(folder),             false, true                                                          },
        {"a device",              CV_STR("/dev/null"),           true,  false                                                         },
        {"nothing there",         in_folder("missing"),          false, false                                                         },
        {"inside a file",         in_folder("file/x"),           false, false                                                         },
        {"only the slice counts", cv_str_cut(in_folder("filed"), 0,     file.n),                                                        true, false},
        {"no path",                  {NULL, 0},                                               false,                                            false                                                                               },
        {"longer than the system allows",                  {longer, sizeof longer},                                               false,false},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ROW_INT(rows[i].name, cv_file_exists(rows[i].path), rows[i].is_file);
        ROW_INT(rows[i].name, cv_dir_exists(rows[i].path), rows[i].is_dir);
    }
}

static void make_folders(void **state)
{
    (void)state;
    put_file("file", CV_STR("x"));
    const struct {
        const char *name;
        cv_str path;
        cv_status want;
        const char *reason; /* after the path that could not be made */
    } rows[] = {
        {"one",                in_folder("a"),     CV_OK,       NULL                         },
        {"again",              in_folder("a"),     CV_OK,       NULL                         },
        {"with parents",       in_folder("a/b/c"), CV_OK,       NULL                         },
        {"a slash at the end", in_folder("d/"),    CV_OK,       NULL                         },
        {"two slashes",        in_folder("e//f"),  CV_OK,       NULL                         },
        {"the root",           CV_STR("/"),        CV_OK,       NULL                         },
        {"a file in the way",  in_folder("file"),  CV_E_SYSTEM, ": Not a directory"          },
        {"no path",            CV_STR(""),         CV_E_SYSTEM, ": No such file or directory"},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ROW_INT(rows[i].name, cv_dir_make(rows[i].path, &err), rows[i].want);
        if (rows[i].want == CV_OK)
            ROW_TRUE(rows[i].name, cv_dir_exists(rows[i].path));
        else
            ROW_STR(rows[i].name, cv_str_of(err.text),
                    text_says("cannot make the folder ", rows[i].path, rows[i].reason));
    }
    assert_int_equal(cv_dir_make(in_folder("file/x/y"), &err), CV_E_SYSTEM);
    ROW_STR("a file among the parents", cv_str_of(err.text),
            text_says("cannot make the folder ", in_folder("file"), ": Not a directory"));
    assert_int_equal(cv_dir_make(pattern(5000), &err), CV_E_SYSTEM);
    assert_non_null(strstr(err.text, "is too long"));
}

static void empty_folders(void **state)
{
    (void)state;
    cv_str inner = in_folder("empty/inner");
    put_file("file", CV_STR("x"));
    assert_int_equal(cv_dir_make(inner, &err), CV_OK);
    ROW_TRUE("nothing in it", cv_dir_is_empty(inner));
    ROW_TRUE("not there", cv_dir_is_empty(in_folder("empty/nowhere")));
    ROW_TRUE("below a file, so not there", cv_dir_is_empty(in_folder("file/x")));
    ROW_TRUE("a folder in it", !cv_dir_is_empty(in_folder("empty")));
    ROW_TRUE("a path that is too long is not looked at", !cv_dir_is_empty(pattern(5000)));
    cv_dir_remove_empty(in_folder("empty"));
    ROW_TRUE("stays, for it is not empty", cv_dir_exists(inner));
    cv_dir_remove_empty(inner);
    ROW_TRUE("is gone", !cv_dir_exists(inner));
    cv_dir_remove_empty(in_folder("file"));
    ROW_TRUE("a file is no folder", cv_file_exists(in_folder("file")));
}

static void removes_a_file_and_no_folder(void **state)
{
    (void)state;
    cv_str inner = in_folder("rest/inner");
    assert_int_equal(cv_dir_make(inner, &err), CV_OK);
    put_file("rest/file", CV_STR("x"));
    assert_int_equal(cv_file_remove(in_folder("rest/file"), &err), CV_OK);
    ROW_TRUE("is gone", !cv_file_exists(in_folder("rest/file")));
    assert_int_equal(cv_file_remove(in_folder("rest/file"), &err), CV_OK);
    assert_int_equal(cv_file_remove(in_folder("nowhere/file"), &err), CV_OK);
    assert_int_equal(cv_file_remove(inner, &err), CV_E_SYSTEM);
    ROW_TRUE("a folder stays", cv_dir_exists(inner));
}

/* The reason is mkdir's, not that of the look whether the folder is there all the same. */
static void make_folder_without_rights(void **state)
{
    (void)state;
    cv_str path = in_folder("new");
    chmod(folder, 0555);
    pid_t pid = row_fork();
    if (pid == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) _exit(99);
        cv_status status = cv_dir_make(path, &err);
        cv_str want = text_says("cannot make the folder ", path, ": Permission denied");
        _exit(status == CV_E_SYSTEM && cv_str_eq(cv_str_of(err.text), want) ? 1 : 2);
    }
    int status;
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 99) skip();
    assert_int_equal(WEXITSTATUS(status), 1);
}

static const struct {
    const char *dir, *name, *want;
} joins[] = {
    {"a",    "b",    "a/b"      },
    {"a/",   "b",    "a/b"      },
    {"",     "b",    "b"        },
    {"a",    "/b",   "/b"       },
    {"/",    "b",    "/b"       },
    {"a",    "",     "a/"       },
    {"",     "",     ""         },
    {".",    "b/c",  "./b/c"    },
    {"/a/b", "../c", "/a/b/../c"},
};

static void join(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(joins); i++) {
        cv_str got = cv_path_join(cv_str_of(joins[i].dir), cv_str_of(joins[i].name), &keep);
        ROW_STR(joins[i].want, got, cv_str_of(joins[i].want));
        ROW_INT(joins[i].want, got.s[got.n], 0);
    }
}

static const struct {
    const char *path, *dir, *base;
} parts[] = {
    {"a/b/c.csv", "a/b", "c.csv"},
    {"c.csv",     ".",   "c.csv"},
    {"/c.csv",    "/",   "c.csv"},
    {"/a/c.csv",  "/a",  "c.csv"},
    {"a/",        "a",   ""     },
    {"/",         "/",   ""     },
    {"",          ".",   ""     },
    {"..",        ".",   ".."   },
};

static void dir_and_base(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(parts); i++) {
        ROW_STR(parts[i].path, cv_path_dir(cv_str_of(parts[i].path)), cv_str_of(parts[i].dir));
        ROW_STR(parts[i].path, cv_path_base(cv_str_of(parts[i].path)), cv_str_of(parts[i].base));
    }
}

/* ---- writing ---- */

static cv_str content(cv_str path)
{
    cv_str got;
    assert_int_equal(cv_file_read(&got, path, 1 << 24, &keep, &err), CV_OK);
    return got;
}

static cv_sink *begin(cv_str path)
{
    cv_sink *s = NULL;
    assert_int_equal(cv_sink_open(&s, path, &keep, &err), CV_OK);
    return s;
}

static const struct {
    const char *name;
    int64_t piece, n_pieces;
} writes[] = {
    {"nothing",                       0,      1  },
    {"a few bytes",                   5,      3  },
    {"the buffer exactly",            65536,  1  },
    {"the buffer in two",             32768,  2  },
    {"one byte more than the buffer", 65537,  2  },
    {"many buffers",                  10007,  100},
    {"pieces larger than the buffer", 200000, 3  },
};

static void commit(void **state)
{
    (void)state;
    cv_str path = in_folder("out.csv");
    for (size_t i = 0; i < N_ROWS(writes); i++) {
        cv_str all = pattern(writes[i].piece * writes[i].n_pieces);
        cv_sink *s = begin(path);
        for (int64_t k = 0; k < writes[i].n_pieces; k++) {
            cv_str piece = cv_str_cut(all, k * writes[i].piece, (k + 1) * writes[i].piece);
            ROW_INT(writes[i].name, cv_sink_put(s, piece, &err), CV_OK);
        }
        ROW_INT(writes[i].name, cv_sink_commit(s, &err), CV_OK);
        cv_sink_close(s);
        cv_sink_close(s);
        ROW_TRUE(writes[i].name, cv_str_eq(content(path), all));
        ROW_INT(writes[i].name, n_entries(), 1);
    }
    cv_sink_close(NULL);
}

static void abandoned(void **state)
{
    (void)state;
    cv_sink *s = begin(in_folder("new"));
    assert_int_equal(cv_sink_put(s, pattern(100000), &err), CV_OK);
    assert_false(cv_file_exists(in_folder("new")));
    cv_sink_close(s);
    assert_int_equal(n_entries(), 0);

    cv_str old = put_file("old", CV_STR("last year"));
    s = begin(old);
    assert_int_equal(cv_sink_put(s, pattern(100000), &err), CV_OK);
    ROW_STR("until the commit", content(old), CV_STR("last year"));
    cv_sink_close(s);
    ROW_STR("after it was abandoned", content(old), CV_STR("last year"));
    assert_int_equal(n_entries(), 1);
}

static void where_no_file_can_be(void **state)
{
    (void)state;
    cv_sink *s = (cv_sink *)&err;
    cv_str missing = in_folder("no/such/folder/out"), dir = cv_str_of(folder);
    assert_int_equal(cv_sink_open(&s, missing, &keep, &err), CV_E_SYSTEM);
    ROW_STR("no folder", cv_str_of(err.text),
            text_says("cannot write ", missing, ": No such file or directory"));
    assert_int_equal(cv_sink_open(&s, dir, &keep, &err), CV_E_SYSTEM);
    ROW_STR("a folder", cv_str_of(err.text), text_says("cannot write ", dir, ": Is a directory"));
    assert_ptr_equal(s, &err);
    assert_int_equal(n_entries(), 0);
}

/* /dev/full takes no byte, and must still be a device afterwards. */
static void full_disk(void **state)
{
    (void)state;
    struct stat st;
    if (stat("/dev/full", &st) != 0 || !S_ISCHR(st.st_mode)) skip();
    cv_str full = CV_STR("/dev/full");
    cv_sink *s = begin(full);
    assert_int_equal(cv_sink_put(s, CV_STR("few bytes wait in the buffer"), &err), CV_OK);
    assert_int_equal(cv_sink_commit(s, &err), CV_E_SYSTEM);
    assert_string_equal(err.text, "cannot write '/dev/full': No space left on device");
    cv_sink_close(s);

    s = begin(full);
    err = (cv_error){0};
    assert_int_equal(cv_sink_put(s, pattern(70000), &err), CV_E_SYSTEM);
    assert_string_equal(err.text, "cannot write '/dev/full': No space left on device");
    err = (cv_error){0}; /* nothing waits now, but what was put is not whole */
    assert_int_equal(cv_sink_commit(s, &err), CV_E_SYSTEM);
    assert_string_equal(err.text, "cannot write '/dev/full': No space left on device");
    cv_sink_close(s);
    assert_int_equal(stat("/dev/full", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
}

/* A file that may not grow past 100 bytes stands for a disk that fills up: the old file stays. */
static void full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    cv_str old = put_file("old", CV_STR("last year"));
    pid_t pid = row_fork();
    if (pid == 0) {
        const struct rlimit small = {100, 100};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        cv_sink *s = begin(old);
        bool failed =
            cv_sink_put(s, pattern(1000), &err) == CV_OK && cv_sink_commit(s, &err) == CV_E_SYSTEM;
        cv_sink_close(s);
        _exit(failed ? 1 : 2);
    }
    int status;
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
    ROW_STR("old", content(old), CV_STR("last year"));
    assert_int_equal(n_entries(), 1);
}

static void a_pipe_is_written_to_where_it_is(void **state)
{
    (void)state;
    cv_str path = in_folder("pipe");
    assert_int_equal(mkfifo(path.s, 0600), 0);
    int reader = open(path.s, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    cv_sink *s = begin(path);
    assert_int_equal(cv_sink_put(s, CV_STR("seven\n"), &err), CV_OK);
    assert_int_equal(cv_sink_commit(s, &err), CV_OK);
    cv_sink_close(s);
    char got[16];
    assert_int_equal(read(reader, got, sizeof got), 6);
    assert_memory_equal(got, "seven\n", 6);
    close(reader);
    struct stat st;
    assert_int_equal(lstat(path.s, &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
    assert_int_equal(n_entries(), 1);
}

static void standard_output(void **state)
{
    (void)state;
    cv_str path = in_folder("caught");
    fflush(stdout);
    int old = dup(1), caught = open(path.s, O_WRONLY | O_CREAT, 0600);
    dup2(caught, 1);
    close(caught);
    cv_sink *s = begin(CV_STR("-"));
    cv_status put = cv_sink_put(s, CV_STR("seat,votes\n"), &err);
    cv_status done = cv_sink_commit(s, &err);
    cv_sink_close(s);
    bool still_open = fcntl(1, F_GETFD) != -1;
    dup2(old, 1);
    close(old);
    assert_int_equal(put, CV_OK);
    assert_int_equal(done, CV_OK);
    assert_true(still_open);
    ROW_STR("stdout", content(path), CV_STR("seat,votes\n"));
}

static void misuse_stops(void **state)
{
    (void)state;
    cv_sink *s = begin(in_folder("out"));
    assert_int_equal(cv_sink_commit(s, &err), CV_OK);
    ROW_STOPS("put after commit", cv_sink_put(s, CV_STR("x"), &err));
    ROW_STOPS("commit twice", cv_sink_commit(s, &err));
    cv_sink_close(s);
    ROW_STOPS("put after close", cv_sink_put(s, CV_STR("x"), &err));
}

#define IN_FOLDER(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(read_whole),
        IN_FOLDER(read_standard_input),
        IN_FOLDER(read_a_file_without_size),
        IN_FOLDER(no_such_file),
        IN_FOLDER(a_directory_is_no_input),
        IN_FOLDER(an_unreadable_input),
        IN_FOLDER(stream),
        IN_FOLDER(the_arena_closes_what_was_left_open),
        IN_FOLDER(what_exists),
        IN_FOLDER(make_folders),
        IN_FOLDER(empty_folders),
        IN_FOLDER(removes_a_file_and_no_folder),
        IN_FOLDER(make_folder_without_rights),
        IN_FOLDER(join),
        IN_FOLDER(dir_and_base),
        IN_FOLDER(commit),
        IN_FOLDER(abandoned),
        IN_FOLDER(where_no_file_can_be),
        IN_FOLDER(full_disk),
        IN_FOLDER(full_disk_leaves_the_old_file),
        IN_FOLDER(a_pipe_is_written_to_where_it_is),
        IN_FOLDER(standard_output),
        IN_FOLDER(misuse_stops),
    };
    return cmocka_run_group_tests_name("base/file", tests, NULL, NULL);
}

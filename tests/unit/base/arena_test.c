#include "../row.h"

#include "base/arena.h"

static bool is_zero(const char *p, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        if (p[i]) return false;
    return true;
}

static const struct {
    const char *name;
    int64_t n;
    size_t size, align;
} takes[] = {
    {"one byte",                   1,             1,    1   },
    {"three odd things",           3,             7,    1   },
    {"an int64_t after odd bytes", 1,             8,    8   },
    {"16 bytes aligned to 16",     1,             16,   16  },
    {"a cache line",               2,             64,   64  },
    {"a page",                     1,             4096, 4096},
    {"nothing",                    0,             8,    8   },
    {"more than the first block",  20000,         8,    8   },
    {"a small thing after it",     1,             4,    4   },
    {"many blocks at once",        1 << 20,       8,    8   },
    {"more than the largest step", (1 << 26) + 1, 1,    1   },
};

static void take(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    char *before = NULL;
    int64_t n_before = 0;
    for (size_t i = 0; i < N_ROWS(takes); i++) {
        int64_t bytes = takes[i].n * (int64_t)takes[i].size;
        char *p = cv_arena_take(&a, takes[i].n, takes[i].size, takes[i].align);
        ROW_TRUE(takes[i].name, p);
        ROW_INT(takes[i].name, (uintptr_t)p % takes[i].align, 0);
        ROW_TRUE(takes[i].name, is_zero(p, bytes));
        if (bytes) memset(p, 0xee, (size_t)bytes);
        ROW_TRUE(takes[i].name, n_before == 0 || (unsigned char)before[n_before - 1] == 0xee);
        before = p, n_before = bytes;
    }
    ROW_TRUE("counted", cv_arena_bytes(&a) > (1 << 26) + (1 << 23));
    cv_arena_close(&a);
}

/* Two things never overlap, however their sizes fall on the ends of blocks. */
static void no_overlap(void **state)
{
    (void)state;
    enum { N = 3000 };
    static unsigned char *thing[N];
    cv_arena a = cv_arena_open();
    for (int i = 0; i < N; i++) {
        thing[i] = cv_new(&a, unsigned char, 1 + i % 97);
        memset(thing[i], i % 251, (size_t)(1 + i % 97));
    }
    for (int i = 0; i < N; i++)
        for (int j = 0; j < 1 + i % 97; j++) assert_int_equal(thing[i][j], i % 251);
    cv_arena_close(&a);
}

static void dirty(cv_arena scratch, int64_t n)
{
    char *p = cv_new(&scratch, char, n);
    memset(p, 0xaa, (size_t)n);
}

static const struct {
    const char *name;
    int64_t kept, scratch, next;
} forgets[] = {
    {"inside the first block",                        100,   200,    200    },
    {"less than was dirty",                           100,   200,    50     },
    {"more than was dirty",                           100,   200,    4000   },
    {"the scratch opened a block",                    100,   100000, 100000 },
    {"from the first block into that of the scratch", 100,   100000, 16000  },
    {"the block left behind is too small",            100,   20000,  5000000},
    {"the first block was full",                      16384, 10,     10     },
};

/* A scratch copy is forgotten on return: its memory is handed out again, and zeroed again. */
static void forgotten_scratch_is_zeroed(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(forgets); i++) {
        cv_arena a = cv_arena_open();
        memset(cv_new(&a, char, forgets[i].kept), 1, (size_t)forgets[i].kept);
        dirty(a, forgets[i].scratch);
        for (int again = 0; again < 3; again++) {
            char *p = cv_new(&a, char, forgets[i].next);
            ROW_TRUE(forgets[i].name, is_zero(p, forgets[i].next));
            memset(p, 2, (size_t)forgets[i].next);
            dirty(a, forgets[i].scratch);
        }
        cv_arena_close(&a); /* under the sanitizers a lost block would be a leak */
    }
}

/* A loop of scratch copies takes memory from the system once. */
static void scratch_blocks_are_reused(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    dirty(a, 100000);
    int64_t bytes = cv_arena_bytes(&a);
    for (int i = 0; i < 1000; i++) dirty(a, 100000);
    assert_int_equal(cv_arena_bytes(&a), bytes);
    assert_true(bytes >= 100000 && bytes < 200000);
    cv_arena_close(&a);
}

static void nested(cv_arena scratch, int depth)
{
    char *mine = cv_new(&scratch, char, 30000);
    assert_true(is_zero(mine, 30000));
    memset(mine, depth, 30000);
    if (depth > 1) nested(scratch, depth - 1);
    if (depth > 1) nested(scratch, depth - 1);
    for (int i = 0; i < 30000; i++) assert_int_equal(mine[i], depth);
}

static void scratch_of_scratch(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    nested(a, 5);
    int64_t bytes = cv_arena_bytes(&a);
    nested(a, 5);
    assert_int_equal(cv_arena_bytes(&a), bytes);
    cv_arena_close(&a);
}

static const struct {
    const char *name;
    bool newest; /* nothing was taken after it */
    int64_t n_old, n_new;
    bool in_place;
} grows[] = {
    {"the newest grows in place", true,  4, 8,    true },
    {"by nothing",                true,  4, 4,    true },
    {"from nothing",              true,  0, 4,    true },
    {"to the end of the block",   true,  1, 2048, true },
    {"past the end of the block", true,  1, 2049, false},
    {"an older one is copied",    false, 4, 8,    false},
};

/* The first block has 2^14 bytes: 2048 int64_t. */
static void grow(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(grows); i++) {
        cv_arena a = cv_arena_open();
        dirty(a, 16000);
        int64_t *old = cv_new(&a, int64_t, grows[i].n_old);
        for (int64_t k = 0; k < grows[i].n_old; k++) old[k] = 100 + k;
        if (!grows[i].newest) *cv_new(&a, int64_t, 1) = -1;
        int64_t *p = cv_grow(&a, int64_t, old, grows[i].n_old, grows[i].n_new);
        ROW_INT(grows[i].name, p == old, grows[i].in_place);
        for (int64_t k = 0; k < grows[i].n_new; k++)
            ROW_INT(grows[i].name, p[k], k < grows[i].n_old ? 100 + k : 0);
        int64_t *next = cv_new(&a, int64_t, 1);
        ROW_TRUE(grows[i].name, next < p || next >= p + grows[i].n_new);
        cv_arena_close(&a);
    }
}

static void grow_from_null(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    int32_t *p = cv_grow(&a, int32_t, NULL, 0, 3);
    assert_non_null(p);
    assert_true(is_zero((char *)p, 12));
    cv_arena_close(&a);
}

static void room(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    int64_t *p = NULL, n = 0, cap = 0;
    for (; n < 10000; n++) {
        cv_room(&a, int64_t, p, n, cap);
        assert_true(cap > n);
        p[n] = 3 * n;
        if (n % 1000 == 999) cv_new(&a, char, 1); /* so that it also moves */
    }
    for (int64_t i = 0; i < n; i++) assert_int_equal(p[i], 3 * i);
    assert_int_equal(cap, 16384); /* 16 doubled ten times */
    cv_arena_close(&a);
}

static char closed[8];

static void note(void *thing)
{
    strcat(closed, thing);
}

static void closers_run_newest_first(void **state)
{
    (void)state;
    closed[0] = 0;
    cv_arena a = cv_arena_open();
    static char first[] = "1", second[] = "2", third[] = "3";
    cv_arena_defer(&a, note, first);
    cv_arena_defer(&a, note, second);
    cv_new(&a, char, 1 << 20);
    cv_arena_defer(&a, note, third);
    assert_string_equal(closed, "");
    cv_arena_close(&a);
    assert_string_equal(closed, "321");
    cv_arena_close(&a);
    assert_string_equal(closed, "321");
    assert_int_equal(cv_arena_bytes(&a), 0);
}

/* Bytes taken from a thing that the closer still reads: the arena outlives its closers. */
static void closers_may_use_the_arena(void **state)
{
    (void)state;
    closed[0] = 0;
    cv_arena a = cv_arena_open();
    char *thing = cv_new(&a, char, 2);
    thing[0] = 'x';
    cv_arena_defer(&a, note, thing);
    cv_arena_close(&a);
    assert_string_equal(closed, "x");
}

static void reopened(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    memset(cv_new(&a, char, 1000), 7, 1000);
    cv_arena_close(&a);
    a = cv_arena_open();
    assert_true(is_zero(cv_new(&a, char, 1000), 1000));
    cv_arena_close(&a);
}

static void misuse_stops(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open(), gone = {0};
    int64_t *p = cv_new(&a, int64_t, 4);
    ROW_STOPS("fewer than none", cv_arena_take(&a, -1, 1, 1));
    ROW_STOPS("things of no size", cv_arena_take(&a, 1, 0, 1));
    ROW_STOPS("an alignment of 12", cv_arena_take(&a, 1, 1, 12));
    ROW_STOPS("an alignment of 0", cv_arena_take(&a, 1, 1, 0));
    ROW_STOPS("more than any machine has", cv_arena_take(&a, INT64_MAX, 8, 8));
    ROW_STOPS("a product that wraps to 0", cv_arena_take(&a, INT64_C(1) << 61, 8, 8));
    ROW_STOPS("growing by a product that wraps", cv_grow(&a, int64_t, p, 4, INT64_C(1) << 61));
    ROW_STOPS("shrinking", cv_grow(&a, int64_t, p, 4, 3));
    ROW_STOPS("a closed arena", cv_new(&gone, char, 1));
    ROW_STOPS("nothing from a closed arena", cv_new(&gone, char, 0));
    cv_arena_close(&a);
}

static void leave(size_t bytes)
{
    _exit(bytes == SIZE_MAX ? 44 : 45);
}

static void refusal_calls_the_hook(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open();
    pid_t pid = row_fork();
    if (pid == 0) {
        cv_arena_on_refusal(leave);
        cv_arena_take(&a, INT64_MAX, 8, 8);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 44);
    cv_arena_close(&a);
}

static void a_wide_arena_lets_an_array_grow_in_place(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open_wide(INT64_C(1) << 32);
    int64_t cap = 16;
    int64_t *p = cv_new(&a, int64_t, cap);
    const int64_t *where = p;
    for (; cap < 1 << 20; cap *= 2) {
        p[cap - 1] = cap;
        p = cv_grow(&a, int64_t, p, cap, 2 * cap);
        assert_ptr_equal(p, where);
        assert_int_equal(p[cap - 1], cap);
        assert_int_equal(p[cap], 0);
    }
    cv_arena_close(&a);
}

/* Where the address space ends, memory goes on elsewhere. */
static void a_wide_arena_that_is_full_goes_on(void **state)
{
    (void)state;
    cv_arena a = cv_arena_open_wide(100);
    char *p = cv_new(&a, char, 80);
    memset(p, 'x', 80);
    p = cv_grow(&a, char, p, 80, 5000);
    assert_int_equal(p[79], 'x');
    assert_int_equal(p[80], 0);
    cv_arena_close(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(take),
        cmocka_unit_test(no_overlap),
        cmocka_unit_test(forgotten_scratch_is_zeroed),
        cmocka_unit_test(scratch_blocks_are_reused),
        cmocka_unit_test(scratch_of_scratch),
        cmocka_unit_test(grow),
        cmocka_unit_test(grow_from_null),
        cmocka_unit_test(room),
        cmocka_unit_test(closers_run_newest_first),
        cmocka_unit_test(closers_may_use_the_arena),
        cmocka_unit_test(reopened),
        cmocka_unit_test(misuse_stops),
        cmocka_unit_test(refusal_calls_the_hook),
        cmocka_unit_test(a_wide_arena_lets_an_array_grow_in_place),
        cmocka_unit_test(a_wide_arena_that_is_full_goes_on),
    };
    return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}

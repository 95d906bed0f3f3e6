#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/check.h"

struct cv_block {
    cv_block *older, *younger;
    size_t size;   /* bytes after this header                     */
    char *touched; /* end of what was ever handed out             */
    bool mapped;   /* from mmap, not from calloc                  */
};

struct cv_deferred {
    struct cv_deferred *older;
    void (*close)(void *thing);
    void *thing;
};

enum { FIRST_BLOCK = 1 << 14, LARGEST_STEP = 1 << 26 };

static char *block_start(cv_block *b)
{
    return (char *)(b + 1);
}

/* The one exception to "no global state": where to go when memory ends is a property of the
 * process, not of a computation, and no result depends on it. */
static void (*refused_hook)(size_t bytes);

void cv_arena_on_refusal(void (*refused)(size_t bytes))
{
    refused_hook = refused;
}

static _Noreturn void refuse(size_t bytes)
{
    if (refused_hook) refused_hook(bytes);
    fprintf(stderr, "canvass: the system refused %zu bytes of memory\n", bytes);
    abort();
}

static cv_block *new_block(size_t size)
{
    cv_block *b = calloc(1, sizeof(cv_block) + size);
    if (!b) refuse(size);
    b->size = size;
    b->touched = block_start(b);
    return b;
}

static void use_block(cv_arena *a, cv_block *b)
{
    a->block = b;
    a->at = block_start(b);
    a->end = a->at + b->size;
}

cv_arena cv_arena_open(void)
{
    cv_arena a = {0};
    use_block(&a, new_block(FIRST_BLOCK));
    return a;
}

cv_arena cv_arena_open_wide(int64_t bytes)
{
    cv_assert(bytes > 0);
    size_t size = sizeof(cv_block) + (size_t)bytes;
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                   -1, 0);
    if (p == MAP_FAILED) return cv_arena_open();
    cv_block *b = p;
    b->size = (size_t)bytes;
    b->mapped = true;
    b->touched = block_start(b);
    cv_arena a = {0};
    use_block(&a, b);
    return a;
}

static void free_block(cv_block *b)
{
    if (b->mapped)
        munmap(b, sizeof(cv_block) + b->size);
    else
        free(b);
}

static cv_block *oldest(cv_block *b)
{
    while (b && b->older) b = b->older;
    return b;
}

void cv_arena_close(cv_arena *a)
{
    for (struct cv_deferred *d = a->deferred; d; d = d->older) d->close(d->thing);
    for (cv_block *b = oldest(a->block); b;) {
        cv_block *younger = b->younger;
        free_block(b);
        b = younger;
    }
    *a = (cv_arena){0};
}

static char *aligned(char *p, size_t align)
{
    return (char *)(((uintptr_t)p + align - 1) & ~(uintptr_t)(align - 1));
}

/* The next block is one that a forgotten scratch copy has left, when it is large enough;
 * else a new one is put before it. Blocks double up to LARGEST_STEP, so that an arena of n
 * bytes wastes at most a block. */
static void next_block(cv_arena *a, size_t need)
{
    cv_block *here = a->block;
    if (!here->younger || here->younger->size < need) {
        size_t size = 2 * here->size;
        if (size > LARGEST_STEP) size = LARGEST_STEP;
        cv_block *b = new_block(size < need ? need : size);
        b->older = here;
        b->younger = here->younger;
        if (b->younger) b->younger->older = b;
        here->younger = b;
    }
    use_block(a, here->younger);
}

/* Memory from calloc is zero until it is first handed out; only what was handed out before,
 * to a scratch copy that has been forgotten, is cleared again. */
static void *hand_out(cv_arena *a, char *p, size_t bytes)
{
    cv_block *b = a->block;
    if (p < b->touched) memset(p, 0, p + bytes < b->touched ? bytes : (size_t)(b->touched - p));
    a->at = p + bytes;
    if (a->at > b->touched) b->touched = a->at;
    return p;
}

static bool fits(const cv_arena *a, char *p, size_t bytes)
{
    return p <= a->end && (size_t)(a->end - p) >= bytes;
}

/* Past what any machine has; the product must not wrap round to something small. */
static size_t bytes_of(int64_t n, size_t size)
{
    cv_assert(n >= 0);
    cv_assert(size > 0);
    if (n > INT64_MAX / 4 / (int64_t)size) refuse(SIZE_MAX);
    return (size_t)n * size;
}

void *cv_arena_take(cv_arena *a, int64_t n, size_t size, size_t align)
{
    cv_assert(a->block);
    cv_assert(align > 0 && (align & (align - 1)) == 0);
    size_t bytes = bytes_of(n, size);
    if (!fits(a, aligned(a->at, align), bytes)) next_block(a, bytes + align);
    return hand_out(a, aligned(a->at, align), bytes);
}

void *cv_arena_grow(cv_arena *a, void *old, int64_t n_old, int64_t n_new, size_t size, size_t align)
{
    cv_assert(n_old >= 0 && n_new >= n_old);
    char *p = old;
    size_t have = bytes_of(n_old, size), want = bytes_of(n_new, size);
    if (p && p + have == a->at && (size_t)(a->end - p) >= want) {
        hand_out(a, a->at, want - have);
        return old;
    }
    void *fresh = cv_arena_take(a, n_new, size, align);
    if (n_old) memcpy(fresh, old, have);
    return fresh;
}

void cv_arena_defer(cv_arena *a, void (*close)(void *thing), void *thing)
{
    struct cv_deferred *d = cv_new(a, struct cv_deferred, 1);
    *d = (struct cv_deferred){a->deferred, close, thing};
    a->deferred = d;
}

int64_t cv_arena_bytes(const cv_arena *a)
{
    int64_t sum = 0;
    for (const cv_block *b = oldest(a->block); b; b = b->younger) sum += (int64_t)b->size;
    return sum;
}

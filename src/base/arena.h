/* base/arena.h — all memory of canvass.
 *
 * An arena hands out memory from large blocks and gives all of it back at once. There is no
 * free(), no reference count and no ownership to track: what a function returns lives as long
 * as the arena `keep` that the caller passed by pointer; what it needs only for itself comes
 * from an arena `scratch` that the caller passed BY VALUE, so that it is forgotten on return.
 *
 * A scratch copy shares its blocks with the original: while the copy is in use the original
 * must not allocate, and never may two copies be used at a time. `keep` and `scratch` are
 * therefore always different arenas, and each thread has its own.
 *
 * Promises: memory is zeroed; it is aligned for its type; allocation never returns NULL.
 * When the system refuses memory the arena calls its `refused` hook, which must not return
 * (cli/ ends the program with exit 4); without a hook the program stops.
 */
#ifndef CV_BASE_ARENA_H
#define CV_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct cv_block cv_block;

typedef struct {
    cv_block *block;              /* block in use, between older and younger ones   */
    char *at, *end;               /* its free part                                  */
    struct cv_deferred *deferred; /* closers, newest first; never used on a scratch */
} cv_arena;

/* An arena with a first small block. */
cv_arena cv_arena_open(void);

/* An arena for one array that grows and grows: its first block is `bytes` of address space, of
 * which only what is used costs memory, so the array grows in place. Where the system has no
 * such space to give it is an ordinary arena. */
cv_arena cv_arena_open_wide(int64_t bytes);

/* Runs the deferred closers, newest first, and gives all memory back. The arena is then gone
 * until it is opened again; closing it twice is allowed. */
void cv_arena_close(cv_arena *a);

/* Zeroed memory for `n` things of `size` bytes, aligned to `align` (a power of two).
 * n may be 0: a valid pointer that must not be followed. */
void *cv_arena_take(cv_arena *a, int64_t n, size_t size, size_t align);

/* `n` zeroed things of a type. */
#define cv_new(a, type, n) ((type *)cv_arena_take((a), (n), sizeof(type), _Alignof(type)))

/* A larger copy of an array: the first `n_old` of `n_new` things are those of `old`.
 * Grows in place when `old` is the newest allocation of the arena. */
void *cv_arena_grow(cv_arena *a, void *old, int64_t n_old, int64_t n_new, size_t size,
                    size_t align);
#define cv_grow(a, type, old, n_old, n_new)                                                        \
    ((type *)cv_arena_grow((a), (old), (n_old), (n_new), sizeof(type), _Alignof(type)))

/* Makes room for one more in the growable array `p` of `n` used and `cap` owned things. */
#define cv_room(a, type, p, n, cap)                                                                \
    do {                                                                                           \
        if ((n) == (cap)) {                                                                        \
            int64_t cv_more = (cap) ? 2 * (int64_t)(cap) : 16;                                     \
            (p) = cv_grow((a), type, (p), (n), cv_more);                                           \
            (cap) = cv_more;                                                                       \
        }                                                                                          \
    } while (0)

/* Calls close(thing) when the arena is closed. For files and other things of the operating
 * system; a thing that was closed before must bear being closed again. */
void cv_arena_defer(cv_arena *a, void (*close)(void *thing), void *thing);

/* Bytes taken from the system by this arena. */
int64_t cv_arena_bytes(const cv_arena *a);

/* Called once when the system refuses memory; must not return. */
void cv_arena_on_refusal(void (*refused)(size_t bytes));

#endif

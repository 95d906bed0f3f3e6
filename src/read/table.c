#include "read/table.h"

#include <pthread.h>
#include <signal.h>

#include "base/check.h"
#include "read/header.h"
#include "read/rows.h"

const cv_table_format CV_TABLE_FORMAT_DEFAULT = {
    .quote = '"',
    .n_header_lines = 1,
    .header_line = {1           },
    .member = {   "", 0       },
    .limits =
        {
                    .expanded_bytes = INT64_C(4) << 30,
                    .ratio = 100,
                    .members = 10000,
                    .columns = 20000,
                    .line_bytes = INT64_C(1) << 20,
                    .cell_bytes = INT64_C(64) << 10,
                    },
};

/* The caller may hold two items, so two more let the reader run ahead. */
enum { RING = 4, HELD = 2 };

struct cv_table {
    cv_table_format format;
    cv_arena *keep;
    cv_str path;
    cv_arena own; /* of the reader; the caller's thread leaves it alone once `thread` runs */
    cv_rows *rows;
    cv_item *ring[RING];
    /* shared, under `lock` */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int64_t made, released; /* items so far */
    int64_t done;           /* bytes of the file that were read */
    bool has_ended;         /* nothing more is made */
    bool must_stop;
    /* the caller's */
    pthread_t thread;
    bool is_open, has_thread;
    int64_t taken; /* items so far */
    int64_t told;  /* bytes: the watch knows of them */
    cv_error failure;
    bool in_member, is_over;
    cv_table_member member;
    cv_member_facts member_facts;
    cv_file_facts file_facts;
};

/* ---- the reader's thread ---- */

/* False when the caller wants no more. */
static bool wait_for_room(cv_table *t)
{
    pthread_mutex_lock(&t->lock);
    while (!t->must_stop && t->made - t->released >= RING) pthread_cond_wait(&t->changed, &t->lock);
    bool go = !t->must_stop;
    pthread_mutex_unlock(&t->lock);
    return go;
}

static void hand_on(cv_table *t, bool goes_on)
{
    pthread_mutex_lock(&t->lock);
    t->made++;
    t->has_ended = !goes_on;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
}

/* An item is older than what the reader has told since: the caller never sees a step back. */
static bool ask_caller(cv_table *t, int64_t done)
{
    const cv_table_watch *w = &t->format.watch;
    if (done > t->told) t->told = done;
    return w->stop && w->stop(w->data, t->told, cv_rows_total(t->rows));
}

/* After each block: the caller is told when it waits (wait_for_item), or here without a thread. */
static bool tell_progress(void *data, int64_t done)
{
    cv_table *t = data;
    if (!t->has_thread) return ask_caller(t, done);
    pthread_mutex_lock(&t->lock);
    t->done = done;
    bool stop = t->must_stop;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
    return stop;
}

static void *read_ahead(void *data)
{
    cv_table *t = data;
    bool goes_on = true;
    while (goes_on && wait_for_room(t)) {
        goes_on = cv_rows_step(t->rows, t->ring[t->made % RING]);
        hand_on(t, goes_on);
    }
    return NULL;
}

/* Signals are for the caller's thread. Without a thread the steps are made when asked for. */
static void start_thread(cv_table *t)
{
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    t->has_thread = true; /* before there is one, since it looks */
    if (pthread_create(&t->thread, NULL, read_ahead, t) != 0) t->has_thread = false;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
}

/* ---- the caller's side ---- */

static void release_until(cv_table *t, int64_t n)
{
    pthread_mutex_lock(&t->lock);
    if (n > t->released) t->released = n;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
}

/* Waits until the next item is made; false when the caller says stop meanwhile. */
static bool wait_for_item(cv_table *t)
{
    bool go = true;
    pthread_mutex_lock(&t->lock);
    while (go && t->made == t->taken) {
        cv_assert(!t->has_ended);
        pthread_cond_wait(&t->changed, &t->lock);
        int64_t done = t->done;
        if (t->made > t->taken || done <= t->told) continue;
        pthread_mutex_unlock(&t->lock);
        go = !ask_caller(t, done);
        pthread_mutex_lock(&t->lock);
    }
    pthread_mutex_unlock(&t->lock);
    return go;
}

static cv_status fail_for_good(cv_table *t, cv_error *err)
{
    t->is_over = true;
    if (err) *err = t->failure;
    return t->failure.status;
}

static cv_status stop_for_good(cv_table *t, cv_error *err)
{
    cv_fail(&t->failure, CV_E_STOPPED, "stopped while reading '%.*s'", CV_ARG(t->path));
    return fail_for_good(t, err);
}

static cv_status next_item(cv_table *t, cv_item **out, cv_error *err)
{
    release_until(t, t->taken - (HELD - 1));
    if (t->has_thread) {
        if (!wait_for_item(t)) return stop_for_good(t, err);
    } else {
        t->has_ended = !cv_rows_step(t->rows, t->ring[t->made % RING]);
        t->made++;
    }
    cv_item *item = t->ring[t->taken++ % RING];
    if (item->status != CV_OK) {
        t->failure = item->error;
        return fail_for_good(t, err);
    }
    if (ask_caller(t, item->done)) return stop_for_good(t, err);
    *out = item;
    return CV_OK;
}

void cv_table_close(cv_table *t)
{
    if (!t || !t->is_open) return;
    t->is_open = false;
    pthread_mutex_lock(&t->lock);
    t->must_stop = true;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
    if (t->has_thread) pthread_join(t->thread, NULL);
    pthread_cond_destroy(&t->changed);
    pthread_mutex_destroy(&t->lock);
    cv_arena_close(&t->own);
}

static void close_table(void *thing)
{
    cv_table_close(thing);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Three characters with three meanings, none of them part of another character or a line end. */
static cv_status check_format(const cv_table_format *f, cv_error *err)
{
    const char separator = f->separator, quote = f->quote, comment = f->comment;
    cv_assert(f->n_header_lines >= 0 && f->n_header_lines <= CV_HEADER_LINES_MAX);
    for (int32_t k = 0; k < f->n_header_lines; k++)
        cv_assert(f->header_line[k] > (k ? f->header_line[k - 1] : 0));
    bool is_ascii = !((separator | quote | comment) & 0x80);
    bool has_end = is_line_end(separator) || is_line_end(quote) || is_line_end(comment);
    bool is_double =
        (quote && (quote == separator || quote == comment)) || (separator && separator == comment);
    if (is_ascii && !has_end && !is_double) return CV_OK;
    return cv_fail(err, CV_E_INPUT,
                   "separator, quote and comment are not three different ASCII characters");
}

static cv_status open_table(cv_table **out, cv_bytes_from from, const cv_table_format *format,
                            cv_arena *keep, cv_error *err)
{
    CV_TRY(check_format(format, err));
    cv_table *t = cv_new(keep, cv_table, 1);
    t->format = *format;
    t->keep = keep;
    t->own = cv_arena_open();
    t->is_open = true;
    pthread_mutex_init(&t->lock, NULL);
    pthread_cond_init(&t->changed, NULL);
    cv_arena_defer(keep, close_table, t);

    from.path = cv_str_copy(keep, from.path);
    from.glob = cv_str_copy(keep, format->member);
    t->format.sheet = cv_str_copy(keep, format->sheet);
    from.limits = format->limits;
    t->path = from.path;
    cv_status status = cv_rows_open(&t->rows, &from, &t->format, &t->own, err);
    if (status != CV_OK) {
        cv_table_close(t);
        return status;
    }
    for (int i = 0; i < RING; i++) t->ring[i] = cv_item_open(format, &t->own);
    cv_rows_watch(t->rows, tell_progress, t);
    if (!format->one_thread) start_thread(t);
    *out = t;
    return CV_OK;
}

cv_status cv_table_open(cv_table **out, cv_str path, const cv_table_format *format, cv_arena *keep,
                        cv_error *err)
{
    return open_table(out, (cv_bytes_from){.path = path}, format, keep, err);
}

cv_status cv_table_open_bytes(cv_table **out, cv_str name, cv_str bytes,
                              const cv_table_format *format, cv_arena *keep, cv_error *err)
{
    cv_bytes_from from = {.path = name, .in_memory = true, .memory = bytes};
    return open_table(out, from, format, keep, err);
}

/* The reader's memory goes with the table; the names stay. */
static void keep_member(cv_table *t, const cv_table_member *m)
{
    t->member = *m;
    t->member.name = cv_str_copy(t->keep, m->name);
    t->member.file = cv_str_copy(t->keep, m->file);
    cv_str *column = cv_new(t->keep, cv_str, m->n_columns);
    for (int32_t i = 0; i < m->n_columns; i++)
        column[i] = m->column[i].n ? cv_str_copy(t->keep, m->column[i]) : CV_STR("");
    t->member.column = column;
}

static void keep_facts(cv_table *t, const cv_member_facts *facts)
{
    cv_table_skip *skip = cv_new(t->keep, cv_table_skip, facts->n_skips);
    for (int32_t i = 0; i < facts->n_skips; i++) skip[i] = facts->skip[i];
    t->member_facts = *facts;
    t->member_facts.skip = skip;
    t->member_facts.words = cv_str_copy(t->keep, facts->words);
}

cv_status cv_table_next_member(cv_table *t, const cv_table_member **out, cv_error *err)
{
    cv_item *item;
    for (cv_batch rest; t->in_member;) CV_TRY(cv_table_next(t, &rest, err));
    *out = NULL;
    if (t->failure.status != CV_OK) return fail_for_good(t, err);
    if (t->is_over) return CV_OK;
    CV_TRY(next_item(t, &item, err));
    if (item->kind == CV_ITEM_FILE_END) {
        t->is_over = true;
        t->file_facts = item->file_facts;
        return CV_OK;
    }
    cv_assert(item->kind == CV_ITEM_MEMBER);
    keep_member(t, &item->member);
    t->in_member = true;
    *out = &t->member;
    return CV_OK;
}

cv_status cv_table_next(cv_table *t, cv_batch *out, cv_error *err)
{
    cv_item *item;
    if (t->failure.status != CV_OK) return fail_for_good(t, err);
    if (!t->in_member) {
        *out = (cv_batch){.n_columns = t->member.n_columns};
        return CV_OK;
    }
    CV_TRY(next_item(t, &item, err));
    cv_assert(item->kind == CV_ITEM_ROWS);
    *out = item->rows;
    if (out->n_rows) return CV_OK;
    t->in_member = false;
    keep_facts(t, &item->member_facts);
    return CV_OK;
}

int32_t cv_table_column(const cv_table *t, cv_str name)
{
    return cv_header_find(t->member.column, t->member.n_columns, name);
}

const cv_member_facts *cv_table_member_facts(const cv_table *t)
{
    return &t->member_facts;
}

const cv_file_facts *cv_table_file_facts(const cv_table *t)
{
    return &t->file_facts;
}

cv_message cv_batch_reason(const cv_batch *b, int32_t row, cv_arena *keep)
{
    int32_t column = b->column[row];
    switch (b->code[row]) {
    case CV_R01_CELLS:
        return cv_message_of(keep, "expected %d cells, found %d", b->n_columns, column);
    case CV_R07_BYTES:
        return cv_message_of(keep, "cell %d has bytes that are not in the file's encoding", column);
    case CV_R08_QUOTE:
        return cv_message_of(keep, "cell %d has a quote that is not closed or not doubled", column);
    case CV_R15_LONG:
        return column ? cv_message_of(keep, "cell %d is too long", column)
                      : cv_message_just("the line is too long");
    default: return cv_message_just("");
    }
}

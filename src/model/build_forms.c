#include "model/build.h"

#include "base/check.h"
#include "model/builder.h"

enum { CHUNK_FIRST = 64, CHUNK_LARGEST = 1 << 16 };

static cv_chunk *add_chunk(cv_builder *b, cv_draft *d)
{
    int32_t cap = d->last ? 2 * d->last->cap : CHUNK_FIRST;
    if (cap > CHUNK_LARGEST) cap = CHUNK_LARGEST;
    cv_chunk *c = cv_new(b->work, cv_chunk, 1);
    *c = (cv_chunk){
        .cap = cap,
        .station = cv_new(b->work, int32_t, cap),
        .source = cv_new(b->work, int32_t, cap),
        .line = cv_new(b->work, int32_t, cap),
        .copy = cv_new(b->work, int16_t, cap),
        .flags = cv_new(b->work, uint8_t, cap),
    };
    if (d->last)
        d->last->next = c;
    else
        d->first = c;
    d->last = c;
    return c;
}

/* The chunk's column, made with every cell at its default when it is not there yet. */
static cv_cell *column(cv_builder *b, cv_chunk *c, cv_slot slot)
{
    bool is_vote = slot.option >= 0;
    cv_cell ***columns = is_vote ? &c->votes : &c->field;
    int32_t *n = is_vote ? &c->n_vote_columns : &c->n_field_columns;
    int32_t i = is_vote ? slot.option : slot.field;
    if (i >= *n) {
        int32_t more = i + 8;
        *columns = cv_grow(b->work, cv_cell *, *columns, *n, more);
        *n = more;
    }
    cv_cell **at = &(*columns)[i];
    if (*at) return *at;
    *at = cv_new(b->work, cv_cell, c->cap);
    cv_cell standard = is_vote ? CV_CELL_ABSENT : CV_CELL_UNREPORTED;
    for (int32_t k = 0; k < c->cap; k++) (*at)[k] = standard;
    return *at;
}

static void carry(cv_builder *b, cv_draft *d, cv_field field)
{
    if (field >= d->cap_fields) {
        int64_t more = field + 16;
        d->carries = cv_grow(b->work, bool, d->carries, d->cap_fields, more);
        d->cap_fields = more;
    }
    d->carries[field] = true;
}

static void put(cv_builder *b, cv_draft *d, cv_chunk *c, int32_t at, cv_slot slot, cv_cell cell)
{
    if (slot.option < 0) carry(b, d, slot.field);
    column(b, c, slot)[at] = cell;
}

/* Most cases have no times: the column appears with the first. */
static void put_time(cv_builder *b, cv_chunk *c, int32_t at, const cv_date *time)
{
    if (time && !c->recorded) {
        c->recorded = cv_new(b->work, cv_date, c->cap);
        for (int32_t i = 0; i < c->cap; i++) c->recorded[i] = CV_NO_DATE;
    }
    if (time) c->recorded[at] = *time;
}

static int32_t add_form(cv_builder *b, cv_draft *d, const cv_form_key *key, uint8_t flags)
{
    cv_chunk *c = d->last && d->last->n < d->last->cap ? d->last : add_chunk(b, d);
    int32_t at = c->n++;
    c->station[at] = key->station.i;
    c->source[at] = key->source.i;
    c->line[at] = key->line;
    c->copy[at] = (int16_t)key->copy.i;
    c->flags[at] = flags;
    const cv_copy *copy = &b->copy[key->copy.i];
    const cv_date *time = copy->has_time ? &copy->recorded : NULL;
    put_time(b, c, at, key->recorded ? key->recorded : time);
    d->n_forms++;
    return at;
}

int32_t cv_build_form(cv_builder *b, const cv_form_key *key, const cv_slot *slot,
                      const cv_cell *cell, int32_t n)
{
    cv_assert(key->contest.i >= 0 && key->contest.i < b->n_contests);
    cv_assert(key->station.i >= 0 && key->station.i < b->n_stations);
    cv_assert(key->copy.i >= 0 && key->copy.i < b->n_copies);
    cv_draft *d = &b->draft[key->contest.i];
    uint8_t flags =
        (uint8_t)((key->replaces ? FORM_REPLACES : 0) | (key->closed ? FORM_CLOSED : 0));
    int32_t at = add_form(b, d, key, flags);
    for (int32_t i = 0; i < n; i++) put(b, d, d->last, at, slot[i], cell[i]);
    return d->n_forms - 1;
}

/* Chunks double up to a size and long layouts touch the newest form: look there first. */
static cv_chunk *chunk_of(const cv_draft *d, int32_t form, int32_t *at)
{
    cv_assert(form >= 0 && form < d->n_forms);
    int32_t before_last = d->n_forms - d->last->n;
    if (form >= before_last) {
        *at = form - before_last;
        return d->last;
    }
    cv_chunk *c = d->first;
    for (; form >= c->n; c = c->next) form -= c->n;
    *at = form;
    return c;
}

void cv_build_cell_set(cv_builder *b, cv_contest_ix c, int32_t form, cv_slot slot, cv_cell cell)
{
    int32_t at;
    cv_chunk *chunk = chunk_of(&b->draft[c.i], form, &at);
    put(b, &b->draft[c.i], chunk, at, slot, cell);
}

cv_cell cv_build_cell_get(const cv_builder *b, cv_contest_ix c, int32_t form, cv_slot slot)
{
    int32_t at;
    const cv_chunk *chunk = chunk_of(&b->draft[c.i], form, &at);
    if (slot.option >= 0) {
        bool has = slot.option < chunk->n_vote_columns && chunk->votes[slot.option];
        return has ? chunk->votes[slot.option][at] : CV_CELL_ABSENT;
    }
    bool has = slot.field < chunk->n_field_columns && chunk->field[slot.field];
    return has ? chunk->field[slot.field][at] : CV_CELL_UNREPORTED;
}

void cv_build_expect(cv_builder *b, cv_contest_ix c, cv_station_ix s, cv_cell registered)
{
    cv_assert(s.i >= 0 && s.i < b->n_stations);
    cv_draft *d = &b->draft[c.i];
    b->contest[c.i].completeness = CV_COMPLETE_LISTED;
    cv_room(b->work, cv_expected, d->expected, d->n_expected, d->cap_expected);
    d->expected[d->n_expected++] = (cv_expected){s, registered};
}

/* Sums of areas: what a higher level says about the forms below it. */
#include "model/builder.h"

#include <stdio.h>
#include <stdlib.h>

int32_t cv_build_sum(cv_builder *b, const cv_sum_key *key)
{
    char text[64];
    snprintf(text, sizeof text, "%d/%d/%d", key->contest.i, key->area.i, key->copy.i);
    cv_str kept;
    int32_t i =
        cv_map_intern(&b->sum_by_key, cv_str_of(text), (int32_t)b->n_sums, b->work, b->work, &kept);
    if (i < b->n_sums) return i;
    cv_room(b->keep, cv_area_sum, b->sum, b->n_sums, b->cap_sums);
    cv_room(b->work, int64_t, b->sum_room, b->n_sum_room, b->cap_sum_room);
    b->sum[b->n_sums++] = (cv_area_sum){.contest = key->contest,
                                        .area = key->area,
                                        .copy = key->copy,
                                        .source = key->source,
                                        .line = key->line};
    b->sum_room[b->n_sum_room++] = 0;
    return i;
}

void cv_build_sum_set(cv_builder *b, int32_t sum, cv_slot slot, cv_count figure)
{
    cv_area_sum *s = &b->sum[sum];
    cv_sum_cell *cell = (cv_sum_cell *)(uintptr_t)s->cell;
    for (int32_t i = 0; i < s->n_cells; i++) {
        if (cell[i].field != slot.field || cell[i].option != slot.option) continue;
        cell[i].figure = figure;
        return;
    }
    int64_t n = s->n_cells;
    cv_room(b->keep, cv_sum_cell, cell, n, b->sum_room[sum]);
    cell[n] = (cv_sum_cell){slot.field, (int16_t)slot.option, figure};
    s->cell = cell;
    s->n_cells++;
}

static int by_family(const void *left, const void *right)
{
    const cv_area_sum *a = left, *b = right;
    const int64_t x[] = {a->contest.i, a->copy.i, a->area.i, a->line};
    const int64_t y[] = {b->contest.i, b->copy.i, b->area.i, b->line};
    for (int i = 0; i < 4; i++)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    return 0;
}

void cv_order_sums(cv_builder *b)
{
    if (b->n_sums) qsort(b->sum, (size_t)b->n_sums, sizeof *b->sum, by_family);
}

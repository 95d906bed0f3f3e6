#include "sensitivity/worst.h"

#include <stdlib.h>

#include "base/check.h"

/* ---- weights ---- */

static int32_t *heaviest_first(const int64_t *weight, int32_t n, cv_arena *keep)
{
    int32_t *order = cv_new(keep, int32_t, n);
    for (int32_t i = 0; i < n; i++) {
        int32_t at = i;
        for (; at > 0 && weight[order[at - 1]] < weight[i]; at--) order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static int64_t magnitude(int64_t a)
{
    return a < 0 ? -a : a;
}

/* One vote of a wrong total moves the assertion by at most this. */
static int64_t heaviest_vote(const int64_t *weight, int32_t n)
{
    int64_t most = 0;
    for (int32_t i = 0; i < n; i++)
        if (magnitude(weight[i]) > most) most = magnitude(weight[i]);
    return most;
}

cv_weights cv_weights_of(const cv_assertion *a, int32_t n_options, cv_arena *keep)
{
    int32_t n = n_options + CV_CONTENT_MORE;
    int64_t *weight = cv_new(keep, int64_t, n);
    for (int32_t o = 0; o < n_options; o++) weight[o] = a->weight[o] + a->valid;
    weight[n_options + CV_CONTENT_OTHER] = a->valid;
    weight[n_options + CV_CONTENT_BLANK] = a->blank;
    weight[n_options + CV_CONTENT_INVALID] = a->invalid;
    cv_weights w = {
        .n_options = n_options,
        .n = n,
        .weight = weight,
        .persons = a->participants,
        .box = a->box,
        .annulled_registered = a->annulled_registered,
        .annulled_stations = a->annulled_stations,
        .need = a->value + (a->relation == CV_AT_LEAST),
        .unit = heaviest_vote(weight, n),
    };
    w.falling = heaviest_first(weight, n, keep);
    w.least = w.falling[n - 1];
    for (int32_t o = 0; o < n_options; o++)
        if (weight[o] < weight[w.least_option]) w.least_option = o;
    if (w.unit == 0) w.unit = magnitude(a->participants) + magnitude(a->box);
    if (w.unit == 0) w.unit = 1;
    return w;
}

cv_wide cv_weigh(const cv_weights *w, const cv_count *x, cv_count persons, cv_count box)
{
    cv_wide sum = cv_times(persons, w->persons) + cv_times(box, w->box);
    for (int32_t i = 0; i < w->n; i++) sum += cv_times(x[i], w->weight[i]);
    return sum;
}

/* ---- one question ---- */

typedef struct {
    const cv_open_form *form;
    const cv_weights *w;
    cv_change *z; /* NULL: not wanted */
    cv_wide fall;
    bool no_limit;
} worst;

static inline void put(worst *s, int32_t at, cv_count k)
{
    if (s->z) s->z[at] += k;
}

static inline int64_t worse(int64_t weight, cv_with_persons with, int sign)
{
    if (with == CV_WITHOUT_PERSONS) return 0;
    if (with == CV_WITH_PERSONS) return weight;
    return sign * weight > 0 ? weight : 0;
}

/* What k ballots that go (sign +1) or come (-1) take along of participants and papers. */
static int64_t along(const cv_weights *w, cv_with_persons with, int sign)
{
    return worse(w->persons, with, sign) + worse(w->box, with, sign);
}

static void put_along(worst *s, cv_with_persons with, int sign, cv_count k)
{
    if (!s->z) return;
    bool fixed = with == CV_WITH_PERSONS;
    if (fixed || worse(s->w->persons, with, sign)) put(s, s->w->n, -sign * k);
    if (fixed || worse(s->w->box, with, sign)) put(s, s->w->n + 1, -sign * k);
}

static cv_count least_of(cv_count a, cv_count b)
{
    return a < b ? a : b;
}

/* Up to k ballots go: the heaviest first. */
static void take_off(worst *s, const cv_question *q)
{
    int64_t extra = along(s->w, q->persons, 1);
    cv_count left = q->k == CV_BLANK ? CV_COUNT_MAX : q->k;
    for (int32_t i = 0; i < s->w->n && left > 0; i++) {
        int32_t c = s->w->falling[i];
        int64_t each = s->w->weight[c] + extra;
        if (q->option >= 0 && c != q->option) continue;
        if (each <= 0) break;
        cv_count k = least_of(left, s->form->x[c]);
        s->fall += cv_times(k, each);
        put(s, c, -k);
        put_along(s, q->persons, 1, k);
        left -= k;
    }
}

/* Up to k ballots come, all with the content that weighs least. */
static void add_on(worst *s, const cv_question *q)
{
    int32_t c = q->option >= 0 ? q->option : s->w->least;
    int64_t each = -(s->w->weight[c] + along(s->w, q->persons, -1));
    if (each <= 0) return;
    cv_count k = q->k;
    if (k == CV_BLANK) s->no_limit = true, k = CV_ANY_BALLOTS;
    s->fall += cv_times(k, each);
    put(s, c, k);
    put_along(s, q->persons, -1, k);
}

static cv_wide move_to(worst *s, cv_count k, int32_t from_only, int32_t to)
{
    cv_wide fall = 0;
    for (int32_t i = 0; i < s->w->n && k > 0; i++) {
        int32_t c = s->w->falling[i];
        int64_t each = s->w->weight[c] - s->w->weight[to];
        if (c >= s->w->n_options || c == to || (from_only >= 0 && c != from_only)) continue;
        if (each <= 0) break;
        cv_count moved = least_of(k, s->form->x[c]);
        fall += cv_times(moved, each);
        put(s, c, -moved);
        put(s, to, moved);
        k -= moved;
    }
    return fall;
}

/* Up to k votes belong to another option; with an option named, from it or to it. */
static void move(worst *s, const cv_question *q)
{
    cv_count k = q->k == CV_BLANK ? CV_COUNT_MAX : q->k;
    if (q->option < 0) {
        s->fall += move_to(s, k, -1, s->w->least_option);
        return;
    }
    worst dry = *s;
    dry.z = NULL;
    bool away = move_to(&dry, k, q->option, s->w->least_option) >= move_to(&dry, k, -1, q->option);
    s->fall += away ? move_to(s, k, q->option, s->w->least_option) : move_to(s, k, -1, q->option);
}

/* The figures of another form are right, or none (the station is annulled). */
static void exchange(worst *s, const cv_count *other)
{
    cv_wide fall = cv_weigh(s->w, s->form->x, s->form->persons, s->form->box) -
                   cv_weigh(s->w, other, other[s->w->n], other[s->w->n + 1]);
    if (fall <= 0) return;
    s->fall += fall;
    for (int32_t i = 0; i < s->w->n; i++) put(s, i, other[i] - s->form->x[i]);
    put(s, s->w->n, other[s->w->n] - s->form->persons);
    put(s, s->w->n + 1, other[s->w->n + 1] - s->form->box);
}

static void ask(worst *s, int32_t i)
{
    const cv_question *q = &s->form->question[i];
    switch (q->change) {
    case CV_CHANGE_NONE: break;
    case CV_CHANGE_OFF: take_off(s, q); break;
    case CV_CHANGE_ADD:
    case CV_CHANGE_CAP: add_on(s, q); break;
    case CV_CHANGE_MOVE: move(s, q); break;
    case CV_CHANGE_EXACT: exchange(s, s->form->exact[i]); break;
    }
}

static cv_fall fall_of(const cv_open_form *form, const cv_weights *w, int32_t i)
{
    worst s = {.form = form, .w = w};
    ask(&s, i);
    return (cv_fall){s.fall, s.no_limit};
}

/* ---- one form ---- */

/* The question of each component that weighs most. */
static bool is_heaviest(const cv_open_form *form, const cv_weights *w, bool missing, int32_t i)
{
    cv_wide own = fall_of(form, w, i).fall;
    for (int32_t j = 0; j < form->n; j++) {
        if (j == i || form->component[j] != form->component[i]) continue;
        if (missing && !cv_question_is_fact(&form->question[j])) continue;
        cv_wide its = fall_of(form, w, j).fall;
        if (its > own || (its == own && j < i)) return false;
    }
    return true;
}

/* The station can hold at most `cap` ballots: with all of them of the least content, this is
 * how far the assertion can fall. */
static cv_wide clip_of(const cv_open_form *form, const cv_weights *w)
{
    int64_t each = w->weight[w->least] + along(w, CV_WITH_EITHER, -1);
    cv_wide floor = each < 0 ? cv_times(form->cap, each) : 0;
    cv_wide most = cv_weigh(w, form->x, form->persons, form->box) - floor;
    return most > 0 ? most : 0;
}

static void fill_with_least(const cv_open_form *form, const cv_weights *w, cv_change *z)
{
    bool worth = w->weight[w->least] + along(w, CV_WITH_EITHER, -1) < 0;
    for (int32_t i = 0; i < w->n; i++) z[i] = -form->x[i];
    z[w->n] = -form->persons;
    z[w->n + 1] = -form->box;
    if (!worth) return;
    z[w->least] += form->cap;
    if (w->persons < 0) z[w->n] += form->cap;
    if (w->box < 0) z[w->n + 1] += form->cap;
}

cv_fall cv_worst_fall(const cv_open_form *form, const cv_weights *w, bool missing,
                      cv_change *change)
{
    worst s = {.form = form, .w = w, .z = change};
    for (int32_t i = 0; i < form->n; i++) {
        if (missing && !cv_question_is_fact(&form->question[i])) continue;
        if (form->n == 1 || is_heaviest(form, w, missing, i)) ask(&s, i);
    }
    for (int32_t i = 0; change && i < w->n; i++)
        if (change[i] < -form->x[i]) change[i] = -form->x[i];
    if (form->cap == CV_BLANK || s.fall == 0) return (cv_fall){s.fall, s.no_limit};
    cv_wide most = clip_of(form, w);
    if (s.fall > most && change) fill_with_least(form, w, change);
    return (cv_fall){s.fall < most ? s.fall : most, false};
}

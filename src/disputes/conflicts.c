#include "disputes/conflicts.h"

/* ---- ranks ---- */

static char plain(char c)
{
    if (c == '_' || c == '-') return ' ';
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* A profile writes "supreme_court", a decision "Supreme Court". */
static bool same_body(cv_str a, cv_str b)
{
    if (a.n != b.n) return false;
    for (int64_t i = 0; i < a.n; i++)
        if (plain(a.s[i]) != plain(b.s[i])) return false;
    return true;
}

/* A higher number is a higher body; 0: the profile does not name it. */
static int32_t rank_in_profile(const cv_ledger_rules *rules, cv_str body)
{
    for (int32_t i = 0; i < rules->n_bodies; i++)
        if (same_body(rules->body[i], body)) return rules->n_bodies - i;
    return 0;
}

int32_t cv_prevailing(const cv_election *e, const cv_ledger_rules *rules, int32_t one,
                      int32_t other)
{
    const cv_decision *a = &e->decision[one], *b = &e->decision[other];
    int32_t x = rank_in_profile(rules, a->body), y = rank_in_profile(rules, b->body);
    if (!x || !y) x = a->rank, y = b->rank;
    if (!x || !y || x == y) return -1;
    return x > y ? one : other;
}

/* ---- readings ---- */

static void set_manner(uint8_t *manner, const cv_station_effects *effects, int32_t decision,
                       cv_manner to)
{
    for (int32_t i = 0; i < effects->n; i++)
        if (effects->decision[i] == decision) manner[i] = (uint8_t)to;
}

/* The effect that the other reading leaves out, or applies whatever stands. */
static int32_t turned_by(const cv_clash *clash)
{
    return clash->kind == CV_CONFLICT_ADOPTED ? clash->other : clash->one;
}

/* Applied as they come, the later adoption and the annulment stand. A higher body that says
 * otherwise prevails. */
static bool is_overruled(const cv_clash *clash, int32_t in_force)
{
    return in_force >= 0 && clash->other >= 0 && in_force != turned_by(clash);
}

typedef struct {
    const cv_seat_place *p;
    const cv_station_effects *effects;
    uint8_t *manner; /* [effects->n] of the first reading */
    cv_arena *work;
} settling;

static cv_conflict both_readings(const settling *s, const cv_clash *clash, int32_t in_force)
{
    cv_arena work = *s->work;
    int32_t n = s->effects->n;
    uint8_t *manner = cv_new(&work, uint8_t, n);
    for (int32_t i = 0; i < n; i++) manner[i] = s->manner[i];
    cv_manner turned = clash->kind == CV_CONFLICT_CORRECTION ? CV_FORCE : CV_SKIP;
    if (is_overruled(clash, in_force)) turned = CV_APPLY;
    set_manner(manner, s->effects, turned_by(clash), turned);
    cv_station_effects effects = *s->effects;
    effects.manner = manner;
    cv_station_end end;
    cv_changes second = {0};
    cv_station_fold(&end, &second, NULL, s->p, &effects, &work);
    int32_t *row = cv_new(s->p->keep, int32_t, end.n_rows);
    for (int32_t i = 0; i < end.n_rows; i++) row[i] = end.row[i];
    return (cv_conflict){.kind = clash->kind,
                         .contest = s->p->c,
                         .station = {s->effects->station},
                         .one = clash->one,
                         .other = clash->other,
                         .in_force = in_force,
                         .n_rows = end.n_rows,
                         .row = row,
                         .n_second = second.n,
                         .second = second.v};
}

cv_overlay_cancelled cv_station_settle(cv_changes *changes, cv_notes *notes,
                                       cv_conflicts *conflicts, const cv_seat_place *p,
                                       const cv_station_effects *effects, cv_arena scratch)
{
    cv_station_end end;
    int32_t n_changes = changes->n, n_notes = notes->n;
    cv_station_fold(&end, changes, notes, p, effects, &scratch);
    if (!end.n_clashes) return end.cancelled;
    cv_station_effects first = *effects;
    settling s = {p, effects, cv_new(&scratch, uint8_t, effects->n), &scratch};
    first.manner = s.manner;
    int32_t *in_force = cv_new(&scratch, int32_t, end.n_clashes);
    bool again = false;
    for (int32_t i = 0; i < end.n_clashes; i++) {
        const cv_clash *clash = &end.clash[i];
        in_force[i] = -1;
        if (clash->other >= 0)
            in_force[i] = cv_prevailing(p->e, &p->q->rules, clash->one, clash->other);
        if (!is_overruled(clash, in_force[i])) continue;
        set_manner(s.manner, effects, turned_by(clash), CV_SKIP);
        again = true;
    }
    cv_overlay_cancelled cancelled = end.cancelled;
    if (again) {
        cv_station_end last;
        changes->n = n_changes;
        notes->n = n_notes;
        cv_station_fold(&last, changes, notes, p, &first, &scratch);
        cancelled = last.cancelled;
    }
    for (int32_t i = 0; i < end.n_clashes; i++) {
        cv_room(p->keep, cv_conflict, conflicts->v, conflicts->n, conflicts->cap);
        conflicts->v[conflicts->n++] = both_readings(&s, &end.clash[i], in_force[i]);
    }
    return cancelled;
}

/* ---- a contest with other readings ---- */

static bool is_row_of(const cv_conflict *x, int32_t row)
{
    for (int32_t i = 0; i < x->n_rows; i++)
        if (x->row[i] == row) return true;
    return false;
}

static cv_overlay_change *without_rows(int32_t *n, const cv_overlay_contest *c,
                                       const cv_conflict *x, cv_arena *keep)
{
    cv_overlay_change *out = cv_new(keep, cv_overlay_change, (int64_t)c->n_changes + x->n_second);
    *n = 0;
    for (int32_t i = 0; i < c->n_changes; i++)
        if (!is_row_of(x, c->change[i].row)) out[(*n)++] = c->change[i];
    return out;
}

/* Rows stay in ascending order. */
static void put_change(cv_overlay_change *list, int32_t *n, const cv_overlay_change *change)
{
    int32_t at = (*n)++;
    for (; at > 0 && list[at - 1].row > change->row; at--) list[at] = list[at - 1];
    list[at] = *change;
}

static void read_otherwise(cv_overlay_contest *c, const cv_conflict *x, cv_arena *keep)
{
    if (x->kind == CV_CONFLICT_VOID) {
        c->void_by = c->void_by >= 0 ? -1 : x->one;
        return;
    }
    int32_t n;
    cv_overlay_change *change = without_rows(&n, c, x, keep);
    for (int32_t i = 0; i < x->n_second; i++) put_change(change, &n, &x->second[i]);
    c->n_changes = n;
    c->change = change;
}

cv_overlay_contest cv_disputes_reading(const cv_disputes *d, cv_contest_ix c, uint64_t second,
                                       cv_arena *keep)
{
    cv_overlay_contest out = d->overlay.contest[c.i];
    int32_t at = 0;
    for (int32_t i = 0; i < d->n_conflicts; i++) {
        if (d->conflict[i].contest.i != c.i) continue;
        if (at < 64 && second >> at & 1) read_otherwise(&out, &d->conflict[i], keep);
        at++;
    }
    return out;
}

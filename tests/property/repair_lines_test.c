/* Consistent forms of the Kyrgyz shape (Election Code of 1999, art. 43, lines 2 to 14), each
 * damaged by one slip at any of its lines. */
#include "../unit/check/repairs.h"

#include "num/rng.h"

enum { N_LINES = 15, N_FORMS = 4000, OPTIONS = 5, FIRST_OPTION = 10 };

/* In the order of the paper. */
static const char *const field[FIRST_OPTION] = {
    "recv",      "iss_early", "iss_station", "iss_out", "took_part",
    "cancelled", "box_out",   "box_station", "valid",   "invalid"};

typedef struct {
    cv_cell x[N_LINES];
} sheet;

static cv_cell draw(cv_rng *r, int32_t low, int32_t high)
{
    return (cv_cell)cv_rng_between(r, low, high);
}

static sheet make(cv_rng *r)
{
    static const double share[OPTIONS] = {0.41, 0.27, 0.17, 0.1, 0.05};
    int64_t votes[OPTIONS];
    sheet s;
    cv_cell early = draw(r, 0, 12), out = draw(r, 8, 60), station = draw(r, 250, 1400);
    cv_cell unused = draw(r, 40, 600), took = early + station + out, bad = draw(r, 3, took / 25);
    cv_rng_multinomial(votes, r, took - bad, share, OPTIONS);
    const cv_cell line[] = {took + unused, early, station,    out,        took,
                            unused,        out,   took - out, took - bad, bad};
    memcpy(s.x, line, sizeof line);
    for (int32_t o = 0; o < OPTIONS; o++) s.x[FIRST_OPTION + o] = (cv_cell)votes[o];
    return s;
}

/* The relations of the law, by hand: 2 = 3+4+5+7, 6 = 3+4+5, 8+9 = 10+11, 10 = 13+14, 8+9 <= 6,
 * 8 <= 3+5, and what is counted is not more than what was received. */
static bool is_consistent(const cv_cell *x)
{
    cv_cell sum = 0, issued = x[1] + x[2] + x[3];
    for (int32_t i = 0; i < N_LINES; i++)
        if (x[i] < 0) return false;
    for (int32_t o = 0; o < OPTIONS; o++) sum += x[FIRST_OPTION + o];
    return x[0] == issued + x[5] && x[4] == issued && x[6] + x[7] == x[8] + x[9] && x[8] == sum &&
           x[6] + x[7] <= x[4] && x[6] <= x[1] + x[3] && issued <= x[0];
}

/* ---- slips ---- */

static int32_t length(cv_cell x)
{
    return 1 + (x > 9) + (x > 99) + (x > 999) + (x > 9999);
}

static cv_cell unit(int32_t k)
{
    static const cv_cell units[] = {1, 10, 100, 1000, 10000};
    return units[k];
}

typedef struct {
    sheet *s;
    const sheet *next; /* the form after it */
    cv_rng *r;
    int32_t at;
} pen;

static bool digit(pen *p)
{
    cv_cell *x = &p->s->x[p->at];
    int32_t k = draw(p->r, 0, length(*x) - 1), old = *x / unit(k) % 10;
    *x += (draw(p->r, k == length(*x) - 1 && k, 9) - old) * unit(k);
    return true;
}

static bool swapped_digits(pen *p)
{
    cv_cell *x = &p->s->x[p->at];
    if (*x < 10) return false;
    int32_t k = draw(p->r, 0, length(*x) - 2), low = *x / unit(k) % 10,
            high = *x / unit(k + 1) % 10;
    if (low == 0 && k == length(*x) - 2) return false;
    *x += (high - low) * (unit(k) - unit(k + 1));
    return true;
}

static bool lost_digit(pen *p)
{
    cv_cell *x = &p->s->x[p->at];
    if (*x < 10) return false;
    int32_t k = draw(p->r, 0, length(*x) - 1);
    cv_cell was = *x;
    *x = was / unit(k) / 10 * unit(k) + was % unit(k);
    return length(*x) == length(was) - 1;
}

static bool swapped_lines(pen *p)
{
    if (p->at + 1 == N_LINES) return false;
    cv_cell *x = &p->s->x[p->at], was = x[0];
    x[0] = x[1];
    x[1] = was;
    return true;
}

static bool moved_block(pen *p)
{
    int32_t n = draw(p->r, 3, 8);
    if (p->at + n >= N_LINES) return false;
    cv_cell *x = &p->s->x[p->at], last = x[n];
    memmove(x + 1, x, (size_t)n * sizeof *x);
    x[0] = last;
    return true;
}

static bool blank(pen *p)
{
    p->s->x[p->at] = CV_CELL_BLANK;
    return true;
}

static bool next_form(pen *p)
{
    p->s->x[p->at] = p->next->x[p->at];
    return true;
}

static bool line_above(pen *p)
{
    if (p->at == 0) return false;
    p->s->x[p->at] = p->s->x[p->at - 1];
    return true;
}

/* `cost` of the undoing; `least` of 100 of those that arithmetic sees are among the first three. */
static const struct {
    const char *name;
    bool (*slip)(pen *p);
    int32_t cost, least;
} slips[] = {
    {"one digit wrong",              digit,          2, 95},
    {"two digits exchanged",         swapped_digits, 1, 95},
    {"a digit lost",                 lost_digit,     2, 95},
    {"neighbouring lines exchanged", swapped_lines,  2, 95},
    {"lines moved by one",           moved_block,    3, 95},
    {"left blank",                   blank,          1, 95},
    {"that of the next form",        next_form,      4, 95},
    {"that of the line above",       line_above,     4, 95},
};

/* ---- held against the truth ---- */

static int32_t position(const papers *t, const cv_repair_figure *f)
{
    if (f->option >= 0) return FIRST_OPTION + f->option;
    for (int32_t i = 0; i < FIRST_OPTION; i++)
        if (cv_str_eq(t->e.field[f->field].id, cv_str_of(field[i]))) return i;
    return -1;
}

static bool undoes(const papers *t, const cv_repair *r, const sheet *truth, const sheet *damaged)
{
    sheet s = *damaged;
    for (int32_t i = 0; i < r->n; i++) s.x[position(t, &r->figure[i])] = r->figure[i].to;
    return memcmp(&s, truth, sizeof s) == 0;
}

static void put_form(papers *t, const char *station, const sheet *s)
{
    char text[512] = "";
    for (int32_t i = 0; i < N_LINES; i++) {
        char value[16] = ".";
        if (s->x[i] >= 0) snprintf(value, sizeof value, "%d", s->x[i]);
        if (i < FIRST_OPTION) sprintf(text + strlen(text), "%s=%s ", field[i], value);
        if (i >= FIRST_OPTION)
            sprintf(text + strlen(text), i == FIRST_OPTION ? "| %s " : "%s ", value);
    }
    papers_form(t, station, text);
}

typedef struct {
    int32_t n, seen, first, three;
} score;

/* Every form that is listed proposes nothing that is not consistent; the slip's undoing is among
 * its repairs with its cost or a cheaper one, unless more than are shown cost as little. */
static void judge(score *sum, const papers *t, const cv_form_repairs *f, const sheet *truth,
                  const sheet *damaged, size_t kind)
{
    const char *name = slips[kind].name;
    int32_t cost = slips[kind].cost;
    bool found = false;
    sum->seen++;
    for (int32_t i = 0; i < f->n; i++) {
        sheet s = *damaged;
        for (int32_t k = 0; k < f->repair[i].n; k++)
            s.x[position(t, &f->repair[i].figure[k])] = f->repair[i].figure[k].to;
        ROW_TRUE(name, is_consistent(s.x));
        if (!undoes(t, &f->repair[i], truth, damaged)) continue;
        ROW_TRUE(name, f->repair[i].cost <= cost);
        found = true;
        sum->first += i == 0;
        sum->three += i < 3;
    }
    ROW_TRUE(name, found || (f->n_more > 0 && f->repair[f->n - 1].cost <= cost));
}

enum { CODE_SIZE = 16 };

static const char *code_of(char to[CODE_SIZE], int32_t i)
{
    snprintf(to, CODE_SIZE, "s%05d", i);
    return to;
}

static score score_of(size_t kind)
{
    static sheet truth[N_FORMS], damaged[N_FORMS];
    papers t;
    char code[CODE_SIZE];
    score sum = {0};
    cv_rng r = cv_rng_open(20050227, kind, 0, 0);
    repairs_open(&t, OPTIONS);
    for (int32_t i = 0; i < N_FORMS; i++) truth[i] = make(&r);
    for (int32_t i = 0; i < N_FORMS; i++) {
        damaged[i] = truth[i];
        pen p = {&damaged[i], &truth[(i + 1) % N_FORMS], &r, draw(&r, 0, N_LINES - 1)};
        /* One in four, so that what stands on the next form is right. */
        if (i % 4 == 0 && !slips[kind].slip(&p)) damaged[i] = truth[i];
        put_form(&t, code_of(code, i), &damaged[i]);
    }
    papers_check(&t);
    for (int32_t i = 0, at = 0; i < N_FORMS; i++) {
        bool listed = at < t.r.n_repairs && t.r.repairs[at].row == i;
        sum.n += memcmp(&truth[i], &damaged[i], sizeof truth[i]) != 0;
        ROW_INT(slips[kind].name, listed, !is_consistent(damaged[i].x));
        if (!listed) continue;
        judge(&sum, &t, &t.r.repairs[at++], &truth[i], &damaged[i], kind);
    }
    papers_close(&t);
    return sum;
}

static void the_truth_is_among_the_first_three(void **state)
{
    (void)state;
    for (size_t k = 0; k < N_ROWS(slips); k++) {
        score s = score_of(k);
        print_message("%s: %d forms, %d seen by arithmetic, %d first, %d among the first three\n",
                      slips[k].name, s.n, s.seen, s.first, s.three);
        ROW_TRUE(slips[k].name, s.n > 400);
        ROW_TRUE(slips[k].name, 100 * s.three >= slips[k].least * s.seen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_is_among_the_first_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

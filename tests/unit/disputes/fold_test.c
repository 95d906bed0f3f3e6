#include "../seat.h"

#include "disputes/disputes.h"

static cv_date day(const char *text)
{
    cv_date d = CV_NO_DATE;
    if (text[0] && !cv_date_parse(&d, cv_str_of(text))) fail_msg("date '%s'", text);
    return d;
}

static const cv_cell FIGURES[] = {9, 9};

static void decide(seat *t, const char *station, const char *date, cv_effect_kind effect,
                   int32_t copy)
{
    cv_station_ix *place = cv_new(&t->keep, cv_station_ix, 1);
    *place = cv_build_station(t->b, cv_str_of(station), NULL);
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("d");
    d.effective = day(date);
    d.effect = effect;
    d.contest = t->contest;
    d.n_places = 1;
    d.place = place;
    d.copy.i = copy;
    d.votes = FIGURES;
    cv_build_decision(t->b, &d);
}

typedef struct {
    const char *station, *date;
    cv_effect_kind effect;
    int32_t copy; /* 1: the agents' */
} step;

/* What becomes of the station's own row; -2: nothing. */
typedef struct {
    const char *name;
    step step[3];
    int32_t n_steps;
    const char *as_of;
    int32_t row, counts, figures_row;
    int32_t note; /* kind of the first note; -1: none */
} fold_row;

static const fold_row ROWS[] = {
    {"annulled",                                {{"s0", "", CV_EFFECT_ANNUL, -1}},          1, "",                 0, false, 0,  -1                  },
    {"a form of another copy",                  {{"s0", "", CV_EFFECT_ADOPT, 1}},           1, "",                 0, true,  3,  -1                  },
    {"figures of the decision",                 {{"s1", "", CV_EFFECT_ADOPT, -1}},          1, "",                 1, true,  -1, -1                  },
    {"an awaited station becomes counted",
     {{"s2", "", CV_EFFECT_ADOPT, -1}},
     1,                                                                                        "",
     2,                                                                                                               true,
     -1,
     -1                                                                                                                                              },
    {"no such copy at the station",
     {{"s1", "", CV_EFFECT_ADOPT, 1}},
     1,                                                                                        "",
     1,                                                                                                               -2,
     0,                                                                                                                          CV_DECISION_NO_COPY },
    {"no such station in the contest",
     {{"elsewhere", "", CV_EFFECT_ANNUL, -1}},
     1,                                                                                        "",
     0,                                                                                                               -2,
     0,                                                                                                                          CV_DECISION_NO_FORM },
    {"annulled twice",
     {{"s0", "", CV_EFFECT_ANNUL, -1}, {"s0", "", CV_EFFECT_ANNUL, -1}},
     2,                                                                                        "",
     0,                                                                                                               false,
     0,                                                                                                                          CV_DECISION_AGAIN   },
    {"an annulment stays",
     {{"s0", "", CV_EFFECT_ANNUL, -1}, {"s0", "", CV_EFFECT_ADOPT, 1}},
     2,                                                                                        "",
     0,                                                                                                               false,
     0,                                                                                                                          CV_DECISION_ANNULLED},
    {"the later of two adoptions",
     {{"s0", "2011-05-09", CV_EFFECT_ADOPT, -1}, {"s0", "2011-05-08", CV_EFFECT_ADOPT, 1}},
     2,                                                                                        "",
     0,                                                                                                               true,
     -1,
     CV_DECISION_REPLACES                                                                                                                            },
    {"in the order of the file at one instant",
     {{"s0", "2011-05-09", CV_EFFECT_ADOPT, -1}, {"s0", "2011-05-09", CV_EFFECT_ADOPT, 1}},
     2,                                                                                        "",
     0,                                                                                                               true,
     3,                                                                                                                          CV_DECISION_REPLACES},
    {"not yet in force",
     {{"s0", "2011-05-09", CV_EFFECT_ANNUL, -1}},
     1,                                                                                        "2011-05-08",
     0,                                                                                                               -2,
     0,                                                                                                                          -1                  },
    {"in force on its day",
     {{"s0", "2011-05-09T10:00", CV_EFFECT_ANNUL, -1}},
     1,                                                                                        "2011-05-09",
     0,                                                                                                               false,
     0,                                                                                                                          -1                  },
    {"not before its minute",
     {{"s0", "2011-05-09T10:00", CV_EFFECT_ANNUL, -1}},
     1,                                                                                        "2011-05-09T09:59",
     0,                                                                                                               -2,
     0,                                                                                                                          -1                  },
};

static void each_decision_has_its_effect(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        const fold_row *r = &ROWS[i];
        seat t;
        cv_disputes d;
        seat_open_copies(&t);
        for (int32_t k = 0; k < r->n_steps; k++)
            decide(&t, r->step[k].station, r->step[k].date, r->step[k].effect, r->step[k].copy);
        seat_freeze(&t);
        cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
        q.as_of = day(r->as_of);
        cv_disputes_fold(&d, &t.e, &q, &t.keep, t.scratch);
        ROW_INT(r->name, d.overlay.contest[0].n_changes, r->counts == -2 ? 0 : 1);
        if (r->counts != -2) {
            const cv_overlay_change *c = d.overlay.contest[0].change;
            ROW_INT(r->name, c->row, r->row);
            ROW_INT(r->name, c->now == CV_NOW_COUNTED, r->counts);
            ROW_INT(r->name, c->own ? -1 : c->figures_row, r->figures_row);
        }
        ROW_INT(r->name, d.n_notes ? (int32_t)d.note[0].kind : -1, r->note);
        ROW_INT(r->name, d.n_in_force + d.n_later, r->n_steps);
        ROW_INT(r->name, d.n_in_contest[0], d.n_in_force);
        seat_close(&t);
    }
}

/* The order of records with different dates does not matter (methods.md, Copies and versions). */
static void time_orders_decisions(void **state)
{
    (void)state;
    for (int32_t turned = 0; turned < 2; turned++) {
        seat t;
        cv_disputes d;
        seat_open_copies(&t);
        for (int32_t k = 0; k < 2; k++) {
            bool first = (k == 0) != turned;
            decide(&t, "s0", first ? "2011-05-08" : "2011-05-09", CV_EFFECT_ADOPT, first ? 1 : -1);
        }
        seat_freeze(&t);
        cv_disputes_fold(&d, &t.e, &CV_LEDGER_QUESTION_DEFAULT, &t.keep, t.scratch);
        assert_int_equal(d.overlay.contest[0].change[0].own->votes[0], FIGURES[0]);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_decision_has_its_effect),
        cmocka_unit_test(time_orders_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

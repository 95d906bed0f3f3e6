#include "../seat.h"

#include "sensitivity/worst.h"

/* A form with A 40, B 10, C 5, none written in, no blank line, 3 invalid; 58 took part. */
static const cv_count X[] = {40, 10, 5, 0, 0, 3};
static const cv_count OTHER[] = {30, 18, 5, 0, 0, 3, 58, 58};

static cv_fall fall_of(const cv_weights *w, const cv_question *q, int32_t n, cv_count cap,
                       cv_change *change)
{
    static const cv_count *const EXACT[] = {OTHER, OTHER, OTHER};
    int32_t component[3];
    for (int32_t i = 0; i < n; i++) component[i] = q[i].group ? 9 : i;
    cv_open_form f = {.x = X,
                      .persons = 58,
                      .box = 58,
                      .cap = cap,
                      .n = n,
                      .question = q,
                      .component = component,
                      .exact = EXACT};
    return cv_worst_fall(&f, w, false, change);
}

typedef struct {
    const char *name;
    cv_change_kind change;
    cv_count k;
    int32_t option;
    int64_t fall;
} change_row;

/* A over B in plurality: A weighs 1, B -1 (methods.md, From findings to votes). */
static void plurality_follows_the_table(void **state)
{
    (void)state;
    static const change_row rows[] = {
        {"off takes from A",        CV_CHANGE_OFF,   7,   -1, 7  },
        {"off takes what there is", CV_CHANGE_OFF,   70,  -1, 40 },
        {"off of B alone",          CV_CHANGE_OFF,   7,   1,  0  },
        {"add gives to B",          CV_CHANGE_ADD,   7,   -1, 7  },
        {"add to C alone",          CV_CHANGE_ADD,   7,   2,  0  },
        {"moved from A to B",       CV_CHANGE_MOVE,  7,   -1, 14 },
        {"moved, A then C, to B",   CV_CHANGE_MOVE,  42,  -1, 82 },
        {"moved to or from C",      CV_CHANGE_MOVE,  4,   2,  4  },
        {"moved to or from A",      CV_CHANGE_MOVE,  4,   0,  8  },
        {"missing",                 CV_CHANGE_CAP,   161, -1, 161},
        {"the other figures",       CV_CHANGE_EXACT, 0,   -1, 18 },
        {"none",                    CV_CHANGE_NONE,  9,   -1, 0  },
    };
    const int64_t weight[] = {1, -1, 0};
    cv_assertion a = {.weight = weight, .relation = CV_ABOVE, .value = 161};
    cv_arena keep = cv_arena_open();
    cv_weights w = cv_weights_of(&a, 3, &keep);
    assert_true(w.need == 161);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_question q = {.change = rows[i].change, .k = rows[i].k, .option = rows[i].option};
        cv_change *z = cv_new(&keep, cv_change, w.n + 2);
        cv_fall fall = fall_of(&w, &q, 1, CV_BLANK, z);
        ROW_INT(rows[i].name, fall.fall, rows[i].fall);
        ROW_TRUE(rows[i].name, !fall.no_limit);
        /* The change that is handed out has this fall. */
        ROW_INT(rows[i].name, -cv_weigh(&w, z, 0, 0), rows[i].fall);
        for (int32_t k = 0; k < w.n; k++) ROW_TRUE(rows[i].name, X[k] + z[k] >= 0);
    }
    cv_arena_close(&keep);
}

/* 2·A − participants > 0. */
static void a_share_of_participants_moves_with_them(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_change_kind change;
        cv_with_persons with;
        int64_t fall;
    } rows[] = {
        {"11 for A, they stay participants", CV_CHANGE_OFF, CV_WITHOUT_PERSONS, 22},
        {"11 for A go as participants",      CV_CHANGE_OFF, CV_WITH_PERSONS,    11},
        {"not known: the worse",             CV_CHANGE_OFF, CV_WITH_EITHER,     22},
        {"11 come, not for A",               CV_CHANGE_ADD, CV_WITH_PERSONS,    11},
        {"papers without persons",           CV_CHANGE_ADD, CV_WITHOUT_PERSONS, 0 },
        {"not known, come",                  CV_CHANGE_ADD, CV_WITH_EITHER,     11},
    };
    const int64_t weight[] = {2, 0, 0};
    cv_assertion a = {.weight = weight, .participants = -1, .relation = CV_AT_LEAST, .value = 20};
    cv_arena keep = cv_arena_open();
    cv_weights w = cv_weights_of(&a, 3, &keep);
    assert_true(w.need == 21); /* at least: it ends below 0 */
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_question q = {.change = rows[i].change, .k = 11, .option = -1, .persons = rows[i].with};
        cv_change *z = cv_new(&keep, cv_change, w.n + 2);
        ROW_INT(rows[i].name, fall_of(&w, &q, 1, CV_BLANK, z).fall, rows[i].fall);
        ROW_INT(rows[i].name, -cv_weigh(&w, z, z[w.n], z[w.n + 1]), rows[i].fall);
    }
    cv_arena_close(&keep);
}

static void one_form_is_clipped_to_what_it_can_hold(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_question q[2];
        cv_count cap;
        int64_t fall;
        bool no_limit;
    } rows[] = {
        {"two causes add",
         {{.change = CV_CHANGE_OFF, .k = 7, .option = -1},
          {.change = CV_CHANGE_ADD, .k = 5, .option = -1}},
         CV_BLANK, 12,
         false},
        {"one cause is the larger",
         {{.change = CV_CHANGE_OFF, .k = 7, .option = -1, .group = 1},
          {.change = CV_CHANGE_ADD, .k = 5, .option = -1, .group = 1}},
         CV_BLANK, 7,
         false},
        {"at most the cap, all for B: 60 + 40 - 10",
         {{.change = CV_CHANGE_MOVE, .k = 40, .option = -1},
          {.change = CV_CHANGE_ADD, .k = 500, .option = -1}},
         60,       90,
         false},
        {"no cap and no limit",
         {{.change = CV_CHANGE_CAP, .k = CV_BLANK, .option = -1}, {.change = CV_CHANGE_NONE}},
         CV_BLANK, CV_ANY_BALLOTS,
         true },
        {"no limit but a cap",
         {{.change = CV_CHANGE_CAP, .k = CV_BLANK, .option = -1}, {.change = CV_CHANGE_NONE}},
         60,       90,
         false},
    };
    const int64_t weight[] = {1, -1, 0};
    cv_assertion a = {.weight = weight, .relation = CV_ABOVE, .value = 1};
    cv_arena keep = cv_arena_open();
    cv_weights w = cv_weights_of(&a, 3, &keep);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_change *z = cv_new(&keep, cv_change, w.n + 2);
        cv_fall f = fall_of(&w, rows[i].q, 2, rows[i].cap, z);
        ROW_INT(rows[i].name, f.fall, rows[i].fall);
        ROW_INT(rows[i].name, f.no_limit, rows[i].no_limit);
        ROW_INT(rows[i].name, -cv_weigh(&w, z, 0, 0), rows[i].fall);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plurality_follows_the_table),
        cmocka_unit_test(a_share_of_participants_moves_with_them),
        cmocka_unit_test(one_form_is_clipped_to_what_it_can_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "file_of.h"

#include "disputes/ask.h"

enum { NOWHERE = -1 };

static const struct {
    const char *name;
    cv_relief relief;
    cv_about scope;
    int32_t n_places, option, to;
    int8_t sign;
    int32_t want;   /* NOWHERE: nothing is asked of the seat */
    int32_t places; /* that the question keeps */
} rows[] = {
    {"annul a station",                      CV_RELIEF_ANNUL,     CV_ABOUT_STATION, 1, -1, -1, 0,  CV_ASK_ANNUL,   1},
    {"annul the seat",                       CV_RELIEF_ANNUL,     CV_ABOUT_SEAT,    0, -1, -1, 0,  CV_ASK_VOID,    0},
    {"annul a box",                          CV_RELIEF_ANNUL,     CV_ABOUT_BOX,     1, -1, -1, 0,  CV_ASK_REMOVE,  1},
    {"annul at a station that nobody names", CV_RELIEF_ANNUL,     CV_ABOUT_STATION, 0, -1, -1, 0,
     CV_ASK_REMOVE,                                                                                                0},
    {"annul an option's votes",              CV_RELIEF_ANNUL,     CV_ABOUT_OPTION,  0, 1,  -1, 0,  CV_ASK_CANCEL,  0},
    {"votes on the wrong pile",              CV_RELIEF_CORRECT,   CV_ABOUT_STATION, 1, 1,  0,  0,  CV_ASK_MOVE,    1},
    {"too many votes",                       CV_RELIEF_CORRECT,   CV_ABOUT_STATION, 1, -1, -1, -1, CV_ASK_REMOVE,  1},
    {"too few",                              CV_RELIEF_CORRECT,   CV_ABOUT_STATION, 1, -1, -1, 1,  CV_ASK_ADD,     1},
    {"wrong by so many, nobody says how",    CV_RELIEF_CORRECT,   CV_ABOUT_STATION, 1, -1, -1, 0,
     CV_ASK_MOVE,                                                                                                  1},
    {"the agents' form",                     CV_RELIEF_ADOPT,     CV_ABOUT_STATION, 1, -1, -1, 0,  CV_ASK_FIGURES, 1},
    {"another form of two stations",         CV_RELIEF_ADOPT,     CV_ABOUT_STATION, 2, -1, -1, 0,
     CV_ASK_RECOUNT,                                                                                               2},
    {"a recount",                            CV_RELIEF_RECOUNT,   CV_ABOUT_SEAT,    0, -1, -1, 0,  CV_ASK_RECOUNT, 0},
    {"nothing in particular",                CV_RELIEF_NONE,      CV_ABOUT_NONE,    1, -1, -1, 0,  CV_ASK_RECOUNT, 1},
    {"vote again",                           CV_RELIEF_REPEAT,    CV_ABOUT_STATION, 1, -1, -1, 0,  CV_ASK_REPEAT,  1},
    {"bar an option",                        CV_RELIEF_BAR,       CV_ABOUT_OPTION,  0, 0,  -1, 0,  CV_ASK_BAR,     0},
    {"bar somebody who is not named",        CV_RELIEF_BAR,       CV_ABOUT_OPTION,  1, -1, -1, 0,  CV_ASK_REPEAT,
     0                                                                                                              },
    {"void",                                 CV_RELIEF_VOID,      CV_ABOUT_SEAT,    0, -1, -1, 0,  CV_ASK_VOID,    0},
    {"reinstate: no kind answers it",        CV_RELIEF_REINSTATE, CV_ABOUT_OPTION,  1, 0,  -1, 0,
     CV_ASK_REPEAT,                                                                                                0},
    {"confirm changes nothing",              CV_RELIEF_CONFIRM,   CV_ABOUT_SEAT,    0, -1, -1, 0,  NOWHERE,        0},
    {"the whole nation",                     CV_RELIEF_VOID,      CV_ABOUT_NATION,  0, -1, -1, 0,  NOWHERE,        0},
};

static void what_is_asked(void **state)
{
    (void)state;
    seat t;
    seat_open_copies(&t);
    seat_freeze(&t);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_station_ix places[] = {{0}, {1}};
        cv_complaint c = complaint_of("2005-03-01 filed", &t.keep);
        c.contest = t.contest, c.relief = rows[i].relief, c.scope = rows[i].scope;
        c.n_places = rows[i].n_places, c.place = places;
        c.option = rows[i].option, c.to = rows[i].to, c.sign = rows[i].sign, c.votes = 7;
        cv_asked q;
        bool asked = cv_complaint_asks(&q, &t.e, &c, CV_CANCEL_REMOVED, &t.keep);
        ROW_INT(rows[i].name, asked ? (int)q.ask : NOWHERE, rows[i].want);
        if (!asked) continue;
        ROW_INT(rows[i].name, q.n_places, rows[i].places);
        ROW_INT(rows[i].name, q.mode, CV_CANCEL_REMOVED);
        bool widest = rows[i].want == CV_ASK_REPEAT && rows[i].places == 0;
        ROW_INT(rows[i].name, q.k, widest ? CV_BLANK : 7);
    }
    seat_close(&t);
}

static void without_a_contest(void **state)
{
    (void)state;
    seat t;
    seat_open_copies(&t);
    seat_freeze(&t);
    cv_complaint c = complaint_of("2005-03-01 filed", &t.keep);
    c.contest = CV_NO_CONTEST;
    cv_asked q;
    ROW_TRUE("nothing", !cv_complaint_asks(&q, &t.e, &c, CV_CANCEL_REMOVED, &t.keep));
    c.contest = t.contest, c.relief = CV_RELIEF_CORRECT;
    ROW_TRUE("asked", cv_complaint_asks(&q, &t.e, &c, CV_CANCEL_REMOVED, &t.keep));
    ROW_INT("nor by how many: the papers", q.ask, CV_ASK_RECOUNT);
    c.relief = CV_RELIEF_ADOPT;
    ROW_TRUE("asked", cv_complaint_asks(&q, &t.e, &c, CV_CANCEL_REMOVED, &t.keep));
    ROW_INT("the one other form", q.n_alternatives, 1);
    ROW_INT("A there", q.alternative[0].votes[0], 12);
    ROW_INT("B there", q.alternative[0].votes[1], 18);
    cv_station_ix s1 = {1};
    c.place = &s1;
    ROW_TRUE("asked", cv_complaint_asks(&q, &t.e, &c, CV_CANCEL_REMOVED, &t.keep));
    ROW_INT("no other form: the papers", q.ask, CV_ASK_RECOUNT);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked),
        cmocka_unit_test(without_a_contest),
    };
    return cmocka_run_group_tests_name("disputes/ask", tests, NULL, NULL);
}

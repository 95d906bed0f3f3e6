#include "file_of.h"

#include "calendar_2005.h"

static cv_offset change[1];
static int32_t holiday[3];

#define FROM_SCREENED                                                                              \
    "2005-03-02 screened; 2005-03-03 admitted; 2005-03-04 notified; 2005-03-05 answered; "         \
    "2005-03-06 evidence_closed; 2005-03-07 heard; "
#define TO_HEARD     "2005-03-01 filed; " FROM_SCREENED
#define TO_GRANTED   TO_HEARD "2005-03-09 granted"
#define TO_DISMISSED TO_HEARD "2005-03-09 dismissed"

typedef struct {
    seat t;
    cv_complaint_file file;
    cv_complaint complaint;
    cv_complaint_rules rules;
    cv_complaints out;
} bench;

static void bench_open(bench *b, const char *moves)
{
    seat_open_copies(&b->t);
    b->complaint = complaint_of(moves, &b->t.keep);
    b->complaint.contest = b->t.contest;
    b->rules = CV_COMPLAINT_RULES_DEFAULT;
    b->rules.calendar = calendar_2005(change, holiday, false);
}

static void decide(bench *b, const char *id, const char *effective)
{
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = cv_str_of(id);
    d.effective = date_of(effective);
    d.contest = b->t.contest;
    d.n_places = 1, d.place = b->complaint.place;
    cv_build_decision(b->t.b, &d);
}

static const cv_complaint_result *bench_fold(bench *b, const char *as_of)
{
    seat_freeze(&b->t);
    b->file = (cv_complaint_file){.n_complaints = 1, .complaint = &b->complaint};
    b->t.e.complaints = &b->file;
    cv_complaints_fold(&b->out, &b->t.e, &b->rules, as_of[0] ? date_of(as_of) : CV_NO_DATE,
                       &b->t.keep, b->t.scratch);
    return &b->out.complaint[0];
}

static int32_t notes_of(const bench *b, cv_complaint_note_kind kind)
{
    int32_t n = 0;
    for (int32_t i = 0; i < b->out.n_notes; i++) n += b->out.note[i].kind == kind;
    return n;
}

/* ---- states ---- */

static const struct {
    const char *name, *moves;
    cv_complaint_state state;
    cv_ruling ruling;
    bool open;
    int32_t refused; /* moves that changed nothing */
} folds[] = {
    {"filed",                        "2005-03-01 filed",                                               CV_STATE_FILED,      CV_RULING_NONE,         true,  0},
    {"heard",                        TO_HEARD,                                                         CV_STATE_HEARD,      CV_RULING_NONE,         true,  0},
    {"granted, nothing executes it", TO_GRANTED,                                                       CV_STATE_DECIDED,    CV_RULING_GRANTED,      true,  0},
    {"dismissed",                    TO_DISMISSED,                                                     CV_STATE_DECIDED,    CV_RULING_DISMISSED,    false, 0},
    {"withdrawn",                    TO_HEARD "2005-03-09 withdrawn",                                  CV_STATE_DECIDED,    CV_RULING_WITHDRAWN,    false, 0},
    {"appealed",                     TO_DISMISSED "; 2005-03-10 appealed",                             CV_STATE_APPEALED,   CV_RULING_DISMISSED,    true,
     0                                                                                                                                                      },
    {"upheld",                       TO_DISMISSED "; 2005-03-10 appealed; 2005-03-12 upheld",          CV_STATE_UPHELD,
     CV_RULING_DISMISSED,                                                                                                                           false, 0},
    {"overturned",                   TO_DISMISSED "; 2005-03-10 appealed; 2005-03-12 overturned",      CV_STATE_OVERTURNED,
     CV_RULING_GRANTED,                                                                                                                             true,  0},
    {"a grant overturned",           TO_GRANTED "; 2005-03-10 appealed; 2005-03-12 overturned",
     CV_STATE_OVERTURNED,                                                                                                   CV_RULING_DISMISSED,    false, 0},
    {"remanded",                     TO_GRANTED "; 2005-03-10 appealed; 2005-03-12 remanded",          CV_STATE_ADMITTED,
     CV_RULING_NONE,                                                                                                                                true,  0},
    {"reopened",                     TO_DISMISSED "; 2005-03-10 in_force; 2005-03-12 reopened",        CV_STATE_ADMITTED,
     CV_RULING_NONE,                                                                                                                                true,  0},
    {"inadmissible",                 "2005-03-01 filed; 2005-03-02 screened; 2005-03-02 inadmissible",
     CV_STATE_INADMISSIBLE,                                                                                                 CV_RULING_INADMISSIBLE, false, 0},
    {"forwarded",                    "2005-03-01 filed; 2005-03-02 screened; 2005-03-02 forwarded",    CV_STATE_FORWARDED,
     CV_RULING_NONE,                                                                                                                                true,  0},
    {"no hearing on file",           "2005-03-01 filed; 2005-03-02 dismissed",                         CV_STATE_FILED,      CV_RULING_NONE,
     true,                                                                                                                                                 1},
    {"admitted twice",
     "2005-03-01 filed; 2005-03-02 screened; 2005-03-03 admitted; 2005-03-04 admitted",                CV_STATE_ADMITTED,   CV_RULING_NONE,         true,  1},
    {"nothing was filed",            "2005-03-01 admitted",                                            CV_STATE_NONE,       CV_RULING_NONE,         true,  1},
    {"closed, then heard",
     TO_DISMISSED "; 2005-03-10 in_force; 2005-03-12 closed; 2005-03-13 heard",                        CV_STATE_CLOSED,
     CV_RULING_DISMISSED,                                                                                                                           false, 1},
};

static void the_state_is_a_fold_of_moves(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(folds); i++) {
        bench b;
        bench_open(&b, folds[i].moves);
        const cv_complaint_result *r = bench_fold(&b, "");
        ROW_INT(folds[i].name, r->state, folds[i].state);
        ROW_INT(folds[i].name, r->ruling, folds[i].ruling);
        ROW_INT(folds[i].name, r->is_open, folds[i].open);
        ROW_INT(folds[i].name, r->asked >= 0, folds[i].open);
        ROW_INT(folds[i].name, notes_of(&b, CV_CN_NOT_ALLOWED), folds[i].refused);
        seat_close(&b.t);
    }
}

static void a_refused_move_names_both_states(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, "2005-03-01 filed; 2005-03-02 heard");
    bench_fold(&b, "");
    ROW_INT("one note", b.out.n_notes, 1);
    ROW_INT("from", b.out.note[0].from, CV_STATE_FILED);
    ROW_INT("to", b.out.note[0].to, CV_STATE_HEARD);
    ROW_INT("the move", b.out.note[0].move, 1);
    seat_close(&b.t);
}

static void only_what_was_recorded_by_then(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, TO_DISMISSED);
    const cv_complaint_result *r = bench_fold(&b, "2005-03-05");
    ROW_INT("state", r->state, CV_STATE_ANSWERED);
    ROW_INT("moves", r->n_moves, 5);
    ROW_INT("later", b.out.n_later, 3);
    ROW_TRUE("open then", r->is_open);
    seat_close(&b.t);
}

/* ---- executed ---- */

static void a_grant_is_open_until_a_decision_executes_it(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, TO_GRANTED " > D1; 2005-03-10 in_force");
    decide(&b, "D1", "2005-03-09");
    const cv_complaint_result *r = bench_fold(&b, "");
    ROW_INT("the decision", r->decision, 0);
    ROW_TRUE("settled", !r->is_open && r->asked < 0);
    seat_close(&b.t);

    bench_open(&b, TO_GRANTED " > D2; 2005-03-10 in_force");
    decide(&b, "D1", "2005-03-09");
    r = bench_fold(&b, "");
    ROW_INT("no such decision", notes_of(&b, CV_CN_NO_DECISION), 1);
    ROW_INT("not executed", notes_of(&b, CV_CN_NOT_EXECUTED), 1);
    ROW_TRUE("open", r->is_open && r->asked == 0);
    seat_close(&b.t);

    bench_open(&b, TO_GRANTED " > D1");
    decide(&b, "D1", "2005-04-01");
    r = bench_fold(&b, "2005-03-20");
    ROW_TRUE("in force only later", r->is_open && r->decision < 0);
    seat_close(&b.t);
}

/* ---- terms ---- */

/* The term of a kind; NULL: none. */
static const cv_term *term_of(const cv_complaint_result *r, cv_clock_kind clock)
{
    for (int32_t i = 0; i < r->n_terms; i++)
        if (r->term[i].clock == clock) return &r->term[i];
    return NULL;
}

static const struct {
    const char *name, *moves, *as_of;
    cv_clock_kind clock;
    cv_term_state want;
    cv_complaint_state state;
} terms[] = {
    {"filed in time",                     "2005-03-03 filed, 3 days from act",                               "",                 CV_CLOCK_FILE,   CV_TERM_KEPT,
     CV_STATE_FILED                                                                                                                                                                      },
    {"filed late",                        "2005-03-04 filed, 3 days from act",                               "",                 CV_CLOCK_FILE,   CV_TERM_LATE,
     CV_STATE_FILED                                                                                                                                                                      },
    {"knowledge falls back on the act",   "2005-03-03 filed, 3 days from knowledge",                         "",
     CV_CLOCK_FILE,                                                                                                                               CV_TERM_KEPT,    CV_STATE_FILED        },
    {"publication is not on file",        "2005-03-03 filed, 3 days from publication",                       "",                 CV_CLOCK_FILE,
     CV_TERM_UNKNOWN,                                                                                                                                              CV_STATE_FILED        },
    {"the body has time",                 "2005-03-03 filed, 3 days from receipt",                           "2005-03-06",       CV_CLOCK_DECIDE,
     CV_TERM_RUNNING,                                                                                                                                              CV_STATE_FILED        },
    {"the minute after",                  "2005-03-03 filed, 3 days from receipt",                           "2005-03-07T00:01",
     CV_CLOCK_DECIDE,                                                                                                                             CV_TERM_LAPSED,  CV_STATE_LAPSED       },
    {"hours from a day without an hour",  "2005-03-03 filed, 24 hours",                                      "2005-03-09",
     CV_CLOCK_DECIDE,                                                                                                                             CV_TERM_UNKNOWN, CV_STATE_FILED        },
    {"decided in time",                   "2005-03-01 filed, 8 days; " FROM_SCREENED "2005-03-09 dismissed", "",
     CV_CLOCK_DECIDE,                                                                                                                             CV_TERM_KEPT,    CV_STATE_DECIDED      },
    {"decided late",                      "2005-03-01 filed, 7 days; " FROM_SCREENED "2005-03-09 dismissed", "",
     CV_CLOCK_DECIDE,                                                                                                                             CV_TERM_LATE,    CV_STATE_DECIDED      },
    {"an answer that did not come",
     "2005-03-01 filed; 2005-03-02 screened; 2005-03-03 admitted; 2005-03-04T10:00 notified, 24 "
     "hours",                                                                                                "2005-03-05T10:01", CV_CLOCK_ANSWER, CV_TERM_LAPSED,  CV_STATE_ANSWER_LAPSED},
    {"the last minute of an answer",
     "2005-03-01 filed; 2005-03-02 screened; 2005-03-03 admitted; 2005-03-04T10:00 notified, 24 "
     "hours",                                                                                                "2005-03-05T10:00", CV_CLOCK_ANSWER, CV_TERM_RUNNING, CV_STATE_NOTIFIED     },
    {"nobody appealed",                   TO_DISMISSED ", 5 days",                                           "2005-03-15",       CV_CLOCK_APPEAL, CV_TERM_LAPSED,
     CV_STATE_IN_FORCE                                                                                                                                                                   },
    {"the window is open",                TO_DISMISSED ", 5 days",                                           "2005-03-14",       CV_CLOCK_APPEAL, CV_TERM_RUNNING,
     CV_STATE_DECIDED                                                                                                                                                                    },
    {"appealed on the last day",          TO_DISMISSED ", 5 days; 2005-03-14 appealed",                      "",                 CV_CLOCK_APPEAL,
     CV_TERM_KEPT,                                                                                                                                                 CV_STATE_APPEALED     },
    {"appealed when the window was shut", TO_DISMISSED ", 5 days; 2005-03-15 appealed",                      "",
     CV_CLOCK_APPEAL,                                                                                                                             CV_TERM_LAPSED,  CV_STATE_IN_FORCE     },
};

static void terms_are_kept_or_lapse(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(terms); i++) {
        bench b;
        bench_open(&b, terms[i].moves);
        b.complaint.act = date_of("2005-02-28");
        const cv_complaint_result *r = bench_fold(&b, terms[i].as_of);
        const cv_term *t = term_of(r, terms[i].clock);
        if (!t) fail_msg("row '%s': no such term", terms[i].name);
        ROW_INT(terms[i].name, t->state, terms[i].want);
        ROW_INT(terms[i].name, r->state, terms[i].state);
        ROW_INT(terms[i].name, notes_of(&b, CV_CN_LATE), terms[i].want == CV_TERM_LATE);
        bool noted = terms[i].want == CV_TERM_LAPSED && terms[i].clock != CV_CLOCK_APPEAL;
        ROW_INT(terms[i].name, notes_of(&b, CV_CN_LAPSED), noted);
        seat_close(&b.t);
    }
}

static const struct {
    const char *name;
    cv_lapse lapse;
    cv_complaint_state state;
    cv_ruling ruling;
    bool open;
} lapses[] = {
    {"no rule",        CV_LAPSE_UNSAID,  CV_STATE_LAPSED,    CV_RULING_NONE,      true },
    {"deemed refused", CV_LAPSE_REFUSED, CV_STATE_DECIDED,   CV_RULING_DISMISSED, false},
    {"deemed granted", CV_LAPSE_GRANTED, CV_STATE_DECIDED,   CV_RULING_GRANTED,   true },
    {"up a level",     CV_LAPSE_UP,      CV_STATE_FORWARDED, CV_RULING_NONE,      true },
};

static void what_follows_when_the_body_does_not_decide(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(lapses); i++) {
        bench b;
        bench_open(&b, "2005-03-01 filed");
        b.rules.lapse = lapses[i].lapse;
        b.rules.clock[CV_CLOCK_DECIDE] =
            (cv_clock_rule){.is_set = true, .amount = 5, .unit = CV_UNIT_DAYS};
        const cv_complaint_result *r = bench_fold(&b, "2005-03-07");
        ROW_INT(lapses[i].name, r->state, lapses[i].state);
        ROW_INT(lapses[i].name, r->on_file, CV_STATE_FILED);
        ROW_INT(lapses[i].name, r->ruling, lapses[i].ruling);
        ROW_INT(lapses[i].name, r->is_open, lapses[i].open);
        ROW_TRUE(lapses[i].name, r->by_lapse);
        ROW_INT(lapses[i].name, r->levels, lapses[i].lapse == CV_LAPSE_UP);
        seat_close(&b.t);
    }
}

/* Filed on the 1st with 5 days for the body; forwarded on the 4th. */
static void forwarding_keeps_or_restarts_the_time(void **state)
{
    (void)state;
    for (int restart = 0; restart <= 1; restart++) {
        bench b;
        bench_open(&b, "2005-03-01 filed; 2005-03-02 screened; 2005-03-04 forwarded");
        b.rules.forward_restarts = restart;
        b.rules.clock[CV_CLOCK_DECIDE] =
            (cv_clock_rule){.is_set = true, .amount = 5, .unit = CV_UNIT_DAYS};
        const cv_complaint_result *r = bench_fold(&b, "");
        if (r->next < 0) fail_msg("no term is running");
        int32_t day = date_of(restart ? "2005-03-09" : "2005-03-06").day;
        ROW_INT(restart ? "restart" : "keep", r->term[r->next].deadline.day, day);
        seat_close(&b.t);
    }
}

/* Without an instant asked for it is the last on file, never a clock: time stands still. */
static void the_last_instant_on_file(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, "2005-03-01 filed, 1 days; 2005-03-02T09:30 screened");
    const cv_complaint_result *r = bench_fold(&b, "");
    ROW_INT("now", b.out.now.day, date_of("2005-03-02").day);
    ROW_INT("its minute", b.out.now.minute, 9 * 60 + 30);
    ROW_INT("still running", r->state, CV_STATE_SCREENED);
    seat_close(&b.t);
}

/* ---- what the papers lack ---- */

static void no_ground_is_a_demand(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, "2005-03-01 filed, 1 days from receipt");
    b.complaint.ground = CV_STR("");
    const cv_complaint_result *r = bench_fold(&b, "2005-04-01");
    ROW_TRUE("a demand", r->is_demand && !r->is_open && r->asked < 0);
    ROW_INT("no term", r->n_terms, 0);
    ROW_INT("says so", notes_of(&b, CV_CN_NO_GROUND), 1);
    seat_close(&b.t);

    bench_open(&b, "2005-03-01 filed");
    cv_str listed = CV_STR("seal");
    b.rules.n_grounds = 1, b.rules.ground = &listed;
    ROW_TRUE("a ground of the law", !bench_fold(&b, "")->is_demand);
    seat_close(&b.t);

    bench_open(&b, "2005-03-01 filed");
    cv_str other = CV_STR("count"), party = CV_STR("party");
    b.rules.n_grounds = 1, b.rules.ground = &other;
    ROW_TRUE("another ground", bench_fold(&b, "")->is_demand);
    ROW_INT("says so", notes_of(&b, CV_CN_OTHER_GROUND), 1);
    seat_close(&b.t);

    bench_open(&b, "2005-03-01 filed");
    b.rules.n_standings = 1, b.rules.standing = &party;
    ROW_TRUE("a complaint all the same", bench_fold(&b, "")->is_open);
    ROW_INT("standing", notes_of(&b, CV_CN_STANDING), 1);
    seat_close(&b.t);
}

static void evidence_is_compared_by_hash(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, "2005-03-01 filed; 2005-03-01 evidence; 2005-03-01 evidence");
    cv_complaint_move *move = (cv_complaint_move *)b.complaint.move;
    move[1].evidence = (cv_evidence){.has_stated = true, .is_found = true};
    move[2].evidence = move[1].evidence;
    move[2].evidence.found.byte[31] = 1;
    bench_fold(&b, "");
    ROW_INT("one differs", notes_of(&b, CV_CN_HASH), 1);
    ROW_INT("the second", b.out.note[0].move, 2);
    seat_close(&b.t);

    bench_open(&b, TO_HEARD "2005-03-08 evidence; 2005-03-07 evidence");
    bench_fold(&b, "");
    ROW_INT("after the closing", notes_of(&b, CV_CN_CLOSED_EVIDENCE), 2);
    ROW_INT("out of order", notes_of(&b, CV_CN_ORDER), 1);
    seat_close(&b.t);
}

static void declared_before_it_is_decided(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, TO_HEARD);
    cv_build_contest_at(b.t.b, b.t.contest)->declared.has_winners = true;
    bench_fold(&b, "");
    ROW_INT("noted", notes_of(&b, CV_CN_DECLARED), 1);
    seat_close(&b.t);
    bench_open(&b, TO_DISMISSED);
    cv_build_contest_at(b.t.b, b.t.contest)->declared.has_winners = true;
    bench_fold(&b, "");
    ROW_INT("decided", notes_of(&b, CV_CN_DECLARED), 0);
    seat_close(&b.t);
}

static void filed_only_later(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, "2005-03-01 filed");
    b.complaint.ground = CV_STR("");
    const cv_complaint_result *r = bench_fold(&b, "2005-02-28");
    ROW_TRUE("nobody knew of it", r->n_moves == 0 && !r->is_open && r->asked < 0);
    ROW_INT("and nothing is noted", b.out.n_notes, 0);
    seat_close(&b.t);
}

static void nothing_on_file(void **state)
{
    (void)state;
    seat t;
    seat_open_copies(&t);
    seat_freeze(&t);
    cv_complaints out;
    cv_complaint_rules rules = CV_COMPLAINT_RULES_DEFAULT;
    cv_complaints_fold(&out, &t.e, &rules, CV_NO_DATE, &t.keep, t.scratch);
    ROW_TRUE("empty", !out.file && !out.n_notes && !out.n_asked);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_state_is_a_fold_of_moves),
        cmocka_unit_test(a_refused_move_names_both_states),
        cmocka_unit_test(only_what_was_recorded_by_then),
        cmocka_unit_test(a_grant_is_open_until_a_decision_executes_it),
        cmocka_unit_test(terms_are_kept_or_lapse),
        cmocka_unit_test(what_follows_when_the_body_does_not_decide),
        cmocka_unit_test(forwarding_keeps_or_restarts_the_time),
        cmocka_unit_test(the_last_instant_on_file),
        cmocka_unit_test(no_ground_is_a_demand),
        cmocka_unit_test(evidence_is_compared_by_hash),
        cmocka_unit_test(declared_before_it_is_decided),
        cmocka_unit_test(filed_only_later),
        cmocka_unit_test(nothing_on_file),
    };
    return cmocka_run_group_tests_name("disputes/complaints", tests, NULL, NULL);
}

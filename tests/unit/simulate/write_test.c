#include "sheets.h"

#include "simulate/write.h"

typedef struct {
    cv_text names, bytes;
    int32_t n_files, fail_at; /* fail_at: the file that cannot be begun; -1: none */
} shelf;

static cv_status begin(void *to, cv_str name, cv_error *err)
{
    shelf *s = to;
    if (s->n_files++ == s->fail_at) return cv_fail(err, CV_E_SYSTEM, "no room");
    cv_text_add(&s->names, name);
    cv_text_add(&s->names, CV_STR("\n"));
    return CV_OK;
}

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    cv_text_add(&((shelf *)to)->bytes, bytes);
    return CV_OK;
}

static cv_status write_to(shelf *s, const cv_sim_world *w, int32_t fail_at, cv_arena *keep)
{
    cv_error err;
    cv_arena scratch = cv_arena_open();
    *s = (shelf){.names = cv_text_open(keep), .fail_at = fail_at};
    /* Two texts grow in turn: each needs an arena of its own. */
    static cv_arena other;
    other = cv_arena_open();
    s->bytes = cv_text_open(&other);
    cv_status status = cv_sim_write(w, &(cv_sim_files){begin, put, s}, scratch, &err);
    cv_arena_close(&other);
    cv_arena_close(&scratch);
    return status;
}

static void which_files(void **state)
{
    (void)state;
    shelf s;
    cv_arena keep = cv_arena_open(), world = cv_arena_open();
    const cv_sim_world *w = made(&world, "list", 1, 3, 60, NULL);
    ROW_INT("written", write_to(&s, w, -1, &keep), CV_OK);
    ROW_STR(
        "one round, no decision", cv_text_str(&s.names),
        CV_STR("election.json\nstations/round1.csv\nresults/round1.csv\ncopies/round1-posted.csv\n"
               "copies/round1-heron.csv\ncopies/round1-linden.csv\ncopies/round1-observers.csv\n"
               "declared.csv\ncomplaints.csv\nincidents.csv\nobservations.csv\nmanifest.csv\n"
               "truth/boxes-round1.csv\nmap.geojson\ntruth.json\ntruth/round1.csv\n"));
    for (int32_t i = 0; i < 16; i++) {
        ROW_INT("a failure is given back", write_to(&s, w, i, &keep), CV_E_SYSTEM);
        ROW_INT("and nothing is begun after it", s.n_files, i + 1);
    }
    cv_arena_close(&world);
    cv_arena_close(&keep);
}

static void cells(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), room = cv_arena_open();
    cv_sim_pen p = {.t = cv_text_open(&keep), .room = &room};
    cv_sim_text_cell(&p, CV_STR("School, Maravel"));
    cv_sim_form_cell(&p, 12);
    cv_sim_form_cell(&p, CV_CELL_BLANK);
    cv_sim_form_cell(&p, CV_CELL_ILLEGIBLE);
    cv_sim_count_cell(&p, 0);
    cv_sim_end_row(&p);
    ROW_STR("a row", cv_text_str(&p.t), CV_STR("\"School, Maravel\",12,,?,0\n"));
    ROW_STR("the first Sunday", cv_sim_date(1, 0, &keep), CV_STR("2027-02-28"));
    ROW_STR("two days after the second", cv_sim_date(2, 2, &keep), CV_STR("2027-03-16"));
    cv_arena_close(&room);
    cv_arena_close(&keep);
}

/* Contests of three and of two candidates in one table: cells stand under their candidate. */
static void option_columns(void **state)
{
    (void)state;
    small s;
    cv_sim_contest both[2];
    cv_sim_option pair[3];
    cv_cell votes[3] = {7, 8, 9};
    cv_arena keep = cv_arena_open(), room = cv_arena_open();
    small_open(&s);
    both[0] = both[1] = s.contest;
    pair[0] = s.option[1];
    pair[1] = (cv_sim_option){.id = CV_STR("4"), .first_round = 3};
    pair[2] = s.option[2];
    both[1].option = pair;
    s.world.contest = both;
    s.world.n_contests = 2;
    cv_sim_pen p = {.t = cv_text_open(&keep), .room = &room};
    cv_sim_word_cell(&p, "x");
    cv_sim_option_headers(&p, &s.world, 1);
    cv_sim_end_row(&p);
    for (int i = 0; i < 2; i++) {
        cv_sim_word_cell(&p, "x");
        cv_sim_option_cells(&p, &s.world, &both[i], votes);
        cv_sim_end_row(&p);
    }
    ROW_STR("rows", cv_text_str(&p.t),
            CV_STR("x,candidate_1,candidate_2,candidate_3,candidate_4,against_all\n"
                   "x,7,8,,,9\nx,,7,,8,9\n"));
    ROW_STR("ballot", cv_sim_ballot(&both[1], &keep), CV_STR("2 4 against"));
    small_close(&s);
    cv_arena_close(&room);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(which_files),
        cmocka_unit_test(cells),
        cmocka_unit_test(option_columns),
    };
    return cmocka_run_group_tests_name("simulate/write", tests, NULL, NULL);
}

#include "../row.h"

#include "model/complaint.h"

static void words_lead_back_to_their_kinds(void **state)
{
    (void)state;
    for (int i = 0; i < CV_N_MOVES; i++) {
        cv_move_kind m = CV_N_MOVES;
        cv_str word = cv_move_word((cv_move_kind)i);
        ROW_TRUE(word.s, word.n > 0 && cv_move_named(&m, word));
        ROW_INT(word.s, m, i);
    }
    for (int i = 1; i < CV_N_RELIEFS; i++) {
        cv_relief r = CV_RELIEF_NONE;
        ROW_TRUE("relief", cv_relief_named(&r, cv_relief_word((cv_relief)i)));
        ROW_INT("relief", r, i);
    }
    for (int i = 1; i < CV_N_ABOUTS; i++) {
        cv_about s = CV_ABOUT_NONE;
        ROW_TRUE("scope", cv_about_named(&s, cv_about_word((cv_about)i)));
        ROW_INT("scope", s, i);
    }
    for (int i = 0; i < CV_N_STATES; i++)
        ROW_TRUE("a state has a word", cv_complaint_state_word((cv_complaint_state)i).n > 0);
    for (int i = 0; i < CV_N_RULINGS; i++)
        ROW_TRUE("a ruling has a word", cv_ruling_word((cv_ruling)i).n > 0);
}

static const struct {
    const char *text;
    int want; /* -1: none */
} moves[] = {
    {"Filed",           CV_MOVE_FILED          },
    {"PARTLY GRANTED",  CV_MOVE_PARTLY_GRANTED },
    {"evidence-closed", CV_MOVE_EVIDENCE_CLOSED},
    {"answer",          CV_MOVE_ANSWERED       },
    {"hearing",         CV_MOVE_HEARD          },
    {"",                -1                     },
    {"file",            -1                     },
    {"filed ",          -1                     },
};

static void other_ways_of_writing(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(moves); i++) {
        cv_move_kind m = CV_N_MOVES;
        bool found = cv_move_named(&m, cv_str_of(moves[i].text));
        ROW_INT(moves[i].text, found ? (int)m : -1, moves[i].want);
    }
    cv_relief r = CV_RELIEF_VOID;
    ROW_TRUE("an empty word is no relief", !cv_relief_named(&r, CV_STR("")));
    ROW_INT("and changes nothing", r, CV_RELIEF_VOID);
}

static void names_that_are_not_published(void **state)
{
    (void)state;
    ROW_TRUE("a voter", cv_complaint_hides_filer(&(cv_complaint){.standing = CV_STR("Voter")}));
    ROW_TRUE("a candidate",
             !cv_complaint_hides_filer(&(cv_complaint){.standing = CV_STR("candidate")}));
    ROW_TRUE("a statement", cv_evidence_hides_names(&(cv_evidence){.kind = CV_STR("statement")}));
    ROW_TRUE("a photo", !cv_evidence_hides_names(&(cv_evidence){.kind = CV_STR("photo")}));
    ROW_TRUE("a photo that is withheld",
             cv_evidence_hides_names(
                 &(cv_evidence){.kind = CV_STR("photo"), .withheld = CV_STR("a minor")}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_lead_back_to_their_kinds),
        cmocka_unit_test(other_ways_of_writing),
        cmocka_unit_test(names_that_are_not_published),
    };
    return cmocka_run_group_tests_name("model/complaint", tests, NULL, NULL);
}

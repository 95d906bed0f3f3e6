#include "table.h"

static const table_case rows[] = {
    {"all by name",                                    "Station,Registered voters,Valid votes,Rejected ballots,Ballots cast,A,B,C",
     "sRVIKABC",                                                                                                                               "Station=key; Registered voters=reg; Valid votes=valid; Rejected ballots=invalid; "
     "Ballots cast=cast; A=option; B=option; C=option"                                                                                                                                                                    },
    {"a special list makes the register the main one",
     "Station,Registered voters,Special list,Valid,A,B,C",                                                                          "sRIVABC",
     "Station=key; Registered voters=reg_main; Special list=reg_special; Valid=valid; A=option; "
     "B=option; C=option"                                                                                                                                                                                                                 },
    {"two columns say the same",                       "Station,Valid,Invalid votes,Votes invalid,A,B,C",                           "sVILABC",
     "Station=key; Valid=valid; Invalid votes=?; Votes invalid=?; A=option; B=option; C=option"                                                                                                                                           },
    {"turnout as a share",                             "Station,Registered,Turnout,Valid,A,B,C",                                    "sR%VABC",
     "Station=key; Registered=reg; Turnout=-; Valid=valid; A=option; B=option; C=option"                                                                                                                                                  },
    {"turnout as persons: between votes and register", "Station,Registered,Turnout,Valid,A,B,C",
     "sRKVABC",                                                                                                                                "Station=key; Registered=reg; Turnout=took_part; Valid=valid; A=option; B=option; C=option"},
    {"turnout that fits neither",                      "Station,Registered,Turnout,Valid,A,B,C",                                    "sRAVABC",
     "Station=key; Registered=reg; Turnout=?; Valid=valid; A=option; B=option; C=option"                                                                                                                                                  },
    {"votes as a total of options",                    "Station,Votes,A,B,C,Rejected",                                              "sVABCI",
     "Station=key; Votes=valid; A=option; B=option; C=option; Rejected=invalid"                                                                                                                                                           },
};

static void named_lines(void **state)
{
    (void)state;
    table_check(rows, N_ROWS(rows));
}

/* spoilt: papers counted = valid + spoilt, or papers received = papers issued + spoilt. */
static void spoilt_papers(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text votes = cv_text_open(&keep), papers = cv_text_open(&keep), none = cv_text_open(&keep);
    cv_text_add(&votes, CV_STR("Station,Valid,Spoilt,Ballots cast,A,B,C\n"));
    cv_text_add(&papers, CV_STR("Station,Ballots received,Ballots issued,Spoilt,Valid,A,B,C\n"));
    cv_text_add(&none, CV_STR("Station,Spoilt,Valid,A,B,C\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&votes, "%d,%d,%d,%d,%d,%d,%d\n", i, f.valid, f.invalid, f.valid + f.invalid,
                     f.a, f.b, f.c);
        cv_text_addf(&papers, "%d,%d,%d,%d,%d,%d,%d,%d\n", i, f.cast + f.invalid, f.cast, f.invalid,
                     f.valid, f.a, f.b, f.c);
        cv_text_addf(&none, "%d,%d,%d,%d,%d,%d\n", i, f.invalid, f.valid, f.a, f.b, f.c);
    }
    ROW_STR("votes", table_guess(NULL, cv_text_str(&votes), &keep),
            CV_STR("Station=key; Valid=valid; Spoilt=invalid; Ballots cast=cast; A=option; "
                   "B=option; C=option"));
    ROW_STR("papers", table_guess(NULL, cv_text_str(&papers), &keep),
            CV_STR("Station=key; Ballots received=recv; Ballots issued=iss; Spoilt=spoiled; "
                   "Valid=valid; A=option; B=option; C=option"));
    ROW_STR("neither", table_guess(NULL, cv_text_str(&none), &keep),
            CV_STR("Station=key; Spoilt=?; Valid=valid; A=option; B=option; C=option"));
    cv_arena_close(&keep);
}

static void hours_of_turnout(void **state)
{
    (void)state;
    static const table_case one = {
        "two hours", "Station,voted by 12,voted by 17:30,voted by 12,Valid,A,B,C", "sIVIVABC",
        "Station=key; voted by 12#1=t12:00; voted by 17:30=t17:30; voted by 12#2=?; Valid=valid; "
        "A=option; B=option; C=option"};
    table_check(&one, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_lines),
        cmocka_unit_test(spoilt_papers),
        cmocka_unit_test(hours_of_turnout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

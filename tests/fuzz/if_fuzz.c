/* A step of a what-if: what is taken names what is there, what is not says so with the text. */
#include "fuzz.h"

#include "base/check.h"
#include "model/build.h"
#include "review/what_if.h"

/* Two contests of one station, whose options are partly the same; another copy of one form. */
static void build(cv_election *out, cv_arena *keep, cv_arena *work)
{
    static const char *const OPTIONS[2][2] = {
        {"A", "B"},
        {"A", "Q"}
    };
    cv_builder *b = cv_build_open(keep, work);
    cv_error err;
    cv_build_rule_set(b, &(cv_rule_set){.id = CV_STR("rule")});
    cv_copy_ix copy[] = {
        cv_build_copy(b, &(cv_copy){.id = CV_STR("official"), .version = 1, .counts = true}),
        cv_build_copy(b, &(cv_copy){.id = CV_STR("agents"), .kind = CV_COPY_AGENT}),
    };
    cv_source_ix source = cv_build_source(b, &(cv_source){.file = CV_STR("f")});
    cv_station_ix station = cv_build_station(b, CV_STR("s/1"), NULL);
    for (int32_t c = 0; c < 2; c++) {
        cv_contest_ix contest = cv_build_contest(b, c ? CV_STR("list") : CV_STR("seat"), NULL);
        cv_build_contest_at(b, contest)->rule = 0;
        cv_slot slot[2];
        for (int32_t o = 0; o < 2; o++)
            slot[o] =
                (cv_slot){CV_F_NONE, cv_build_option(b, contest, cv_str_of(OPTIONS[c][o]), NULL)};
        for (int32_t k = 0; k < 2 - c; k++) {
            cv_form_key key = {
                .contest = contest, .station = station, .copy = copy[k], .source = source};
            cv_build_form(b, &key, slot, (cv_cell[]){5 + k, 4}, 2);
        }
    }
    cv_assert(cv_build_freeze(out, b, &err) == CV_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    cv_if_step s = {.k = -77};
    cv_error err = {0};
    build(&e, &keep, &work);
    cv_status status = cv_if_parse(&s, fuzz_input(data, size), &e, &keep, &err);
    cv_assert(status == CV_OK || status == CV_E_USAGE);
    if (status != CV_OK) {
        cv_assert(s.k == -77); /* untouched */
        cv_assert(err.text[0] != 0);
    } else {
        cv_assert(s.kind == CV_IF_DISMISS || (s.contest.i >= 0 && s.contest.i < e.n_contests));
        for (int32_t i = 0; i < s.n_places; i++)
            cv_assert(s.place[i].i >= 0 && s.place[i].i < e.n_stations);
        cv_assert(s.kind == CV_IF_DISMISS || s.kind == CV_IF_CANCEL || s.n_places > 0);
        cv_election with = cv_if_election(&e, 1, &s, NULL, CV_NO_DATE, &keep);
        cv_assert(with.n_decisions == (s.kind != CV_IF_DISMISS));
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

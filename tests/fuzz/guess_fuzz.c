/* Whatever the bytes are: the guess is the same twice, no column is two things at once, and the
 * election.json that is written of it is one that the strict reader takes. */
#include "fuzz.h"

#include "base/check.h"
#include "read/case/spec.h"
#include "read/guess/draft.h"

/* One-to-one lines of the form stand once in a contest. */
static void check_lines(const cv_guess *g)
{
    for (int32_t a = 0; a < g->n_columns; a++) {
        const cv_guess_column *x = &g->column[a];
        if (x->use != CV_USE_FIELD) continue;
        cv_assert(x->role >= 0 && x->role <= CV_ROLE_TURNOUT);
        for (int32_t b = a + 1; b < g->n_columns; b++) {
            const cv_guess_column *y = &g->column[b];
            bool same = y->use == CV_USE_FIELD && y->role == x->role && y->form == x->form;
            cv_assert(!same || (x->role == CV_ROLE_TURNOUT && x->minute != y->minute));
        }
    }
    for (int32_t i = 0; i < g->n_key; i++) cv_assert(g->column[g->key[i]].use == CV_USE_KEY);
}

static cv_str draft(cv_str bytes, cv_arena *keep)
{
    cv_error err = {0};
    cv_survey s;
    cv_guess g;
    cv_arena work = cv_arena_open(), scratch = cv_arena_open();
    const cv_survey_from from = {
        .path = CV_STR("input"), .in_memory = true, .memory = bytes, .cells = 20000};
    cv_str json = {"", 0};
    if (cv_survey_read(&s, &from, keep, &work, &err) == CV_OK) {
        cv_guess_make(&g, &s, keep, scratch);
        check_lines(&g);
        cv_draft_table t = {
            .survey = &s, .guess = &g, .file = CV_STR("input"), .stem = CV_STR("input")};
        if (g.n_forms > 0 && g.n_key > 0) {
            cv_draft_relate(&t, 1, scratch);
            const cv_draft_wishes wishes = {.id = CV_STR("t"), .title = CV_STR("t")};
            json = cv_draft_write(&t, 1, &wishes, keep);
        }
    } else {
        cv_assert(err.text[0] != '\0');
    }
    cv_arena_close(&scratch);
    cv_arena_close(&work);
    return json;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena keep = cv_arena_open();
    cv_str once = draft(fuzz_input(data, size), &keep);
    cv_str again = draft(fuzz_input(data, size), &keep);
    cv_assert(cv_str_eq(once, again));
    if (once.n) {
        cv_spec spec;
        cv_error err = {0};
        cv_assert(cv_spec_decode(&spec, CV_STR("election.json"), once, &keep, &err) == CV_OK);
    }
    cv_arena_close(&keep);
    return 0;
}

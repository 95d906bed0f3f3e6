/* Any bytes as election.json: either it is one, or the place of the fault is inside the text. */
#include "fuzz.h"

#include "base/check.h"
#include "read/case/spec.h"

static int64_t lines_of(cv_str text)
{
    int64_t n = 1;
    for (int64_t i = 0; i < text.n; i++) n += text.s[i] == '\n';
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str text = fuzz_input(data, size);
    cv_arena keep = cv_arena_open();
    cv_spec spec = {0};
    cv_error err = {0};
    cv_status status = cv_spec_decode(&spec, CV_STR("election.json"), text, &keep, &err);
    if (status != CV_OK) {
        cv_assert(status == CV_E_INPUT || status == CV_E_LIMIT);
        cv_assert(err.text[0] != '\0');
        cv_assert(err.line >= 0 && err.line <= lines_of(text));
    }
    cv_arena_close(&keep);
    return 0;
}

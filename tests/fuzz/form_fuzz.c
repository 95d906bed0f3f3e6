/* A form that can be read names rules of the catalogue; one that cannot says where. */
#include "fuzz.h"

#include "base/check.h"
#include "read/case/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_arena keep = cv_arena_open();
    cv_form_profile form = {0};
    cv_error err = {0};
    if (cv_form_read(&form, CV_STR("f"), CV_STR("f.txt"), fuzz_input(data, size), &keep, &err) ==
        CV_OK) {
        for (int32_t i = 0; i < form.n_relations; i++)
            cv_assert(cv_rule_row(form.relation[i].code) >= 0 && form.relation[i].cite.n);
    } else {
        cv_assert(err.line >= 0 && err.column >= 1 && err.text[0]);
    }
    cv_arena_close(&keep);
    return 0;
}

/* A legal profile: any bytes give rules that mean what they say, or an error at a place. */
#include "fuzz.h"

#include "base/check.h"
#include "num/frac.h"
#include "read/law.h"

static void check_condition(const cv_law_condition *c)
{
    cv_assert(c->relation >= CV_LAW_LT && c->relation <= CV_LAW_GT);
    cv_assert(c->part > CV_LAW_NOTHING && c->part <= CV_LAW_OTHER);
    cv_assert(c->p >= 0 && c->p <= CV_FRAC_PART_MAX && c->q >= 0 && c->q <= CV_FRAC_PART_MAX);
    cv_assert(c->absolute == (c->n_bases == 0));
    cv_assert(c->n_bases <= CV_LAW_BASES_MAX);
    for (int32_t i = 0; i < c->n_bases; i++)
        cv_assert(c->base[i] > CV_LAW_NOTHING && c->base[i] <= CV_LAW_OTHER);
}

static void check_rule(const cv_law *law, const cv_law_rule *r)
{
    cv_assert(r->key.n > 0 && r->line > 0);
    cv_assert(!cv_date_is(r->to) || !cv_date_is(r->from) || r->from.day <= r->to.day);
    for (int32_t i = 0; i < r->n_conditions; i++) {
        check_condition(&r->condition[i]);
        int32_t before = i ? r->condition[i - 1].group : 0;
        cv_assert(r->condition[i].group == before || r->condition[i].group == before + 1);
    }
    cv_str key = r->key;
    char name[64];
    if (key.n >= (int64_t)sizeof name) return;
    for (int64_t i = 0; i < key.n; i++) name[i] = key.s[i];
    name[key.n] = '\0';
    const cv_law_rule *found = cv_law_find(law, name, r->from);
    cv_assert(!found || cv_law_in_force(found, r->from));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str text = fuzz_input(data, size);
    /* Archives are table_fuzz's. */
    if (text.n > 1 && (text.s[0] == 'P' || text.s[0] == '\x1f')) return 0;
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_laws none = {0};
    const cv_law *law;
    cv_error err = {0};
    const cv_law_text from = {.id = CV_STR("x"), .file = CV_STR("x"), .text = text};
    cv_status status = cv_law_read_own(&law, &from, &none, &keep, &work, &err);
    if (status == CV_OK)
        for (int32_t i = 0; i < law->n_rules; i++) check_rule(law, &law->rule[i]);
    else
        cv_assert(err.text[0]);
    for (int32_t i = 1; status == CV_OK && i < law->n_holidays; i++)
        cv_assert(law->holiday[i - 1].day <= law->holiday[i].day);
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

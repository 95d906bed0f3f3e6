/* Any bytes as complaints.csv. What is taken is folded: the state follows from the moves, nothing
 * of a demand or of what was recorded later is asked of a seat, and every question is that of an
 * open complaint. */
#include "case_folder.h"

#include "disputes/complaints.h"
#include "model/asked.h"
#include "review/complaint_rules.h"

static const char ELECTION[] =
    "{\"canvass\":1,\"id\":\"f\",\"title\":\"f\",\"date\":\"2005-02-27\","
    "\"rule_sets\":{\"p\":{\"engine\":\"plurality\"}},\"contests\":[{\"id\":\"c\",\"rule\":\"p\"}],"
    "\"results\":[{\"file\":\"r.csv\",\"station\":\"s\",\"forms\":[{\"contest\":\"c\","
    "\"options\":{\"A\":\"a\",\"B\":\"b\"}}]}]}";

static void holds(const cv_complaints *all, const cv_election *e)
{
    int32_t asked = 0;
    for (int32_t i = 0; i < all->file->n_complaints; i++) {
        const cv_complaint_result *r = &all->complaint[i];
        cv_assert(r->n_moves >= 0 && r->n_moves <= all->file->complaint[i].n_moves);
        cv_assert(!r->is_open || (!r->is_demand && r->n_moves > 0));
        cv_assert(r->asked < 0 || r->is_open);
        cv_assert(r->state >= 0 && r->state < CV_N_STATES && r->next < r->n_terms);
        asked += r->asked >= 0;
    }
    cv_assert(asked == all->n_asked);
    for (int32_t i = 0; i < all->n_asked; i++)
        cv_assert(all->asked[i].contest.i >= 0 && all->asked[i].contest.i < e->n_contests);
    for (int32_t i = 0; i < all->n_notes; i++)
        cv_assert(all->note[i].complaint >= 0 && all->note[i].complaint < all->file->n_complaints);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    make_folder(cv_str_of(ELECTION));
    write_file("r.csv", CV_STR("s,a,b\nS1,1,2\nS2,3,4\n"));
    write_file("complaints.csv", fuzz_input(data, size));
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (read_folder(&e, &keep, &work) && e.complaints) {
        static const cv_date days[] = {
            {INT32_MIN, -1 },
            {12843,     -1 },
            {12850,     600}
        };
        for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
            cv_complaints all;
            cv_complaint_rules rules = cv_complaint_rules_of(&e, &keep);
            rules.lapse = (cv_lapse)i;
            cv_complaints_fold(&all, &e, &rules, days[i], &keep, work);
            if (e.complaints->n_complaints) holds(&all, &e);
        }
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

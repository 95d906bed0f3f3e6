#include "tally/decided.h"

static void bar(cv_option_facts *option, const cv_overlay_contest *d, int32_t n_options)
{
    for (int32_t o = 0; d->option_state && o < n_options; o++)
        if (d->option_state[o] != CV_CANCEL_NONE && option[o].standing == CV_SEATABLE)
            option[o].standing = CV_BARRED;
}

cv_tally_facts cv_tally_facts_decided(const cv_contest *contest, const cv_overlay_contest *d,
                                      const cv_sums *sums, cv_arena *keep)
{
    cv_tally_facts facts = cv_tally_facts_of(contest, keep);
    facts.annulled = (cv_annulled){
        .stations = sums->n_annulled,
        .all_stations = sums->n_counted + sums->n_awaited + sums->n_annulled,
        .all_registered = sums->totals.registered,
    };
    if (sums->n_annulled) facts.annulled.registered = CV_BLANK;
    if (!d) return facts;
    bar((cv_option_facts *)facts.option, d, contest->n_options);
    facts.is_void = d->void_by >= 0;
    facts.cancelled =
        (cv_cancelled){d->cancelled.as_invalid, d->cancelled.removed, d->cancelled.kept};
    if (d->all_stations)
        facts.annulled = (cv_annulled){d->annulled_stations, d->all_stations,
                                       d->annulled_registered, d->all_registered};
    return facts;
}

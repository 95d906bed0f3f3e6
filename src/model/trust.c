#include "model/trust.h"

#include "model/law.h"

static const uint8_t DEFAULT_ORDER[CV_N_COPY_KINDS] = {
    CV_COPY_RECOUNT,  CV_COPY_ORIGINAL, CV_COPY_POSTED, CV_COPY_AGENT,
    CV_COPY_OBSERVER, CV_COPY_MACHINE,  CV_COPY_PORTAL, CV_COPY_EARLIER,
};

static int32_t place_in(const uint8_t *order, int32_t n, cv_copy_kind kind)
{
    for (int32_t i = 0; i < n; i++)
        if (order[i] == kind) return i;
    return -1;
}

int32_t cv_trust_rank(const cv_trust *t, cv_copy_kind kind)
{
    int32_t at = place_in(t->order, t->n_order, kind);
    if (at >= 0) return CV_N_COPY_KINDS - at;
    /* Behind all that are named, in the default order among themselves. */
    int32_t before = t->n_order, own = place_in(DEFAULT_ORDER, CV_N_COPY_KINDS, kind);
    for (int32_t i = 0; i < own; i++)
        before += place_in(t->order, t->n_order, (cv_copy_kind)DEFAULT_ORDER[i]) < 0;
    return CV_N_COPY_KINDS - before;
}

bool cv_trust_counts(const cv_trust *t, cv_copy_kind kind)
{
    if (kind == CV_COPY_RECOUNT && t->recount_by_decision) return false;
    if (t->has_count_from) return t->count_from[kind];
    return kind == CV_COPY_ORIGINAL || kind == CV_COPY_RECOUNT;
}

/* ---- from the law ---- */

static const struct {
    cv_str word;
    cv_copy_kind kind;
} KINDS[] = {
    {CV_STR("original"), CV_COPY_ORIGINAL},
    {CV_STR("posted"),   CV_COPY_POSTED  },
    {CV_STR("agent"),    CV_COPY_AGENT   },
    {CV_STR("observer"), CV_COPY_OBSERVER},
    {CV_STR("machine"),  CV_COPY_MACHINE },
    {CV_STR("recount"),  CV_COPY_RECOUNT },
    {CV_STR("portal"),   CV_COPY_PORTAL  },
    {CV_STR("earlier"),  CV_COPY_EARLIER },
};

/* The kinds that the key names, each once. */
static int32_t kinds_of(uint8_t out[CV_N_COPY_KINDS], const cv_law *law, const char *key,
                        cv_date day)
{
    cv_str word[CV_LAW_LIST_MAX];
    int32_t n = 0, n_words = cv_law_words(word, CV_LAW_LIST_MAX, cv_law_find(law, key, day));
    for (int32_t i = 0; i < n_words; i++)
        for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++)
            if (cv_str_eq(word[i], KINDS[k].word) && place_in(out, n, KINDS[k].kind) < 0)
                out[n++] = (uint8_t)KINDS[k].kind;
    return n;
}

cv_trust cv_trust_of(const cv_law *law, cv_date day)
{
    cv_trust t = {0};
    uint8_t count[CV_N_COPY_KINDS];
    t.n_order = kinds_of(t.order, law, "trust.order", day);
    int32_t n = kinds_of(count, law, "trust.count_from", day);
    t.has_count_from = n > 0;
    for (int32_t i = 0; i < n; i++) t.count_from[count[i]] = true;
    t.recount_by_decision = cv_law_says(cv_law_find(law, "recount.adopt", day), "by_decision");
    return t;
}

#include "review/copies_law.h"

#include "model/law.h"

/* The words of profiles are those of election.json. */
static const struct {
    cv_str word;
    cv_copy_kind kind;
} kinds[] = {
    {CV_STR("original"), CV_COPY_ORIGINAL},
    {CV_STR("posted"),   CV_COPY_POSTED  },
    {CV_STR("agent"),    CV_COPY_AGENT   },
    {CV_STR("observer"), CV_COPY_OBSERVER},
    {CV_STR("machine"),  CV_COPY_MACHINE },
    {CV_STR("recount"),  CV_COPY_RECOUNT },
    {CV_STR("portal"),   CV_COPY_PORTAL  },
    {CV_STR("earlier"),  CV_COPY_EARLIER },
};

/* The kinds that the key names, in its order, each once. */
static int32_t kinds_of(cv_copy_kind out[CV_N_COPY_KINDS], const cv_election *e, const char *key)
{
    cv_str word[CV_LAW_LIST_MAX];
    uint32_t seen = 0;
    int32_t n = 0, n_words = cv_law_words(word, CV_LAW_LIST_MAX, cv_law_find(e->law, key, e->date));
    for (int32_t i = 0; i < n_words; i++) {
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            if (!cv_str_eq(word[i], kinds[k].word) || seen & CV_COPY_BIT(kinds[k].kind)) continue;
            seen |= CV_COPY_BIT(kinds[k].kind);
            out[n++] = kinds[k].kind;
        }
    }
    return n;
}

static void take_bits(uint32_t *bits, const cv_election *e, const char *key)
{
    cv_copy_kind kind[CV_N_COPY_KINDS];
    int32_t n = kinds_of(kind, e, key);
    if (n > 0) *bits = 0;
    for (int32_t i = 0; i < n; i++) *bits |= CV_COPY_BIT(kind[i]);
}

cv_copies_law cv_copies_law_of(const cv_election *e)
{
    cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    cv_copy_kind order[CV_N_COPY_KINDS];
    int32_t n = kinds_of(order, e, "trust.order");
    if (n > 0) law.n_order = n;
    for (int32_t i = 0; i < n; i++) law.order[i] = order[i];
    take_bits(&law.count_from, e, "trust.count_from");
    take_bits(&law.open_from, e, "copies.open_from");
    return law;
}

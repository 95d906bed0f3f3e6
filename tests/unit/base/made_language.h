/* tests/unit/base/made_language.h — a small Russian catalogue for tests, made while they run, so
 * that no test hangs on what the translators write. */
#ifndef CV_TESTS_UNIT_BASE_MADE_LANGUAGE_H
#define CV_TESTS_UNIT_BASE_MADE_LANGUAGE_H

#include <stdlib.h>

#include "base/language.h"
#include "base/text.h"

typedef struct {
    const char *msgid, *text;
} made_pair;

static int by_msgid(const void *a, const void *b)
{
    return strcmp(((const made_pair *)a)->msgid, ((const made_pair *)b)->msgid);
}

static inline void made_word(cv_text *to, int64_t x)
{
    for (int i = 0; i < 4; i++) cv_text_repeat(to, (char)(x >> 8 * i), 1);
}

/* The language `id` with these texts; `pair` is sorted. */
static inline cv_language made_language(const char *id, made_pair *pair, int32_t n, cv_arena *keep)
{
    char *head = (char *)cv_str_format(keep, "Language: %s\n", id).s;
    made_pair *all = cv_new(keep, made_pair, n + 1);
    all[0] = (made_pair){"", head};
    qsort(pair, (size_t)n, sizeof *pair, by_msgid);
    for (int32_t i = 0; i < n; i++) all[i + 1] = pair[i];
    cv_text t = cv_text_open(keep);
    int64_t first = 28, at = 28 + 16 * (int64_t)(n + 1);
    int64_t words[] = {0x950412de, 0, n + 1, first, first + 8 * (n + 1), 0, 0};
    for (int i = 0; i < 7; i++) made_word(&t, words[i]);
    for (int32_t i = 0; i < 2 * (n + 1); i++) {
        const char *s = i <= n ? all[i].msgid : all[i - n - 1].text;
        made_word(&t, (int64_t)strlen(s));
        made_word(&t, at);
        at += (int64_t)strlen(s) + 1;
    }
    for (int32_t i = 0; i < 2 * (n + 1); i++) {
        cv_text_add(&t, cv_str_of(i <= n ? all[i].msgid : all[i - n - 1].text));
        cv_text_repeat(&t, 0, 1);
    }
    cv_language l = {0};
    assert_true(cv_language_from(&l, cv_text_str(&t)));
    return l;
}

#endif

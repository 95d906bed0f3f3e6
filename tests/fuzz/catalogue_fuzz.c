/* A catalogue of any bytes: what it gives lies inside them and is UTF-8; what is said with it ends,
 * whatever its texts are. */
#include "fuzz.h"

#include "base/check.h"
#include "base/message.h"
#include "base/sentence.h"

static void inside(cv_str part, cv_str whole)
{
    cv_assert(part.n >= 0);
    if (part.n) cv_assert(part.s >= whole.s && part.s + part.n <= whole.s + whole.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cv_str bytes = fuzz_input(data, size), msgid, text;
    cv_language l;
    if (!cv_language_from(&l, bytes)) {
        cv_assert(cv_catalogue_n((cv_catalogue){data, (int64_t)size}) == 0);
        return 0;
    }
    cv_arena keep = cv_arena_open();
    int64_t n = cv_catalogue_n(l.texts);
    for (int64_t i = 0; i < n && i < 64; i++) {
        bool found = cv_catalogue_at(l.texts, i, &msgid, &text);
        inside(msgid, bytes);
        inside(text, bytes);
        if (!found) continue;
        const char *key = cv_str_copy(&keep, msgid).s;
        cv_str said = cv_tr(&l, key);
        cv_assert(said.n || !*key);
        cv_sentence(&l, key, CV_SLOTS(cv_slot_n("n", 5), cv_slot_s("name", CV_STR("x"))), &keep);
        cv_message_again(&l, key, CV_STR("one\0two\0"), &keep);
    }
    inside(cv_catalogue_head(l.texts, CV_STR("Language")), bytes);
    cv_arena_close(&keep);
    return 0;
}

/* base/sentence.h — a sentence with named slots, in the language of its reader.
 *
 *     cv_sentence(l, "{n:form/forms} of {name} missing.",
 *                 CV_SLOTS(cv_slot_n("n", 12), cv_slot_s("name", name)), keep)
 *
 * {name}            a text, or a number as the language writes it
 * {n:one/many}      the number and the noun that goes with it: "1 form", "12 forms"; a translation
 *                   has as many forms as its language: {n:форма/формы/форм}
 *
 * A number that is not known is "an unknown number", or "an unknown number of forms". Sentences
 * are whole: word order and endings differ between languages, so none is glued from pieces, and a
 * translation may use its slots in any order. Slots that the caller does not give are shown as
 * they are written; a check holds the slots of translations against those of the msgid.
 */
#ifndef CV_BASE_SENTENCE_H
#define CV_BASE_SENTENCE_H

#include "base/language.h"

typedef struct {
    const char *name;
    bool is_count;
    cv_count n;
    cv_str s;
} cv_slot_value;

typedef struct {
    const cv_slot_value *slot;
    int32_t n;
} cv_slots;

static inline cv_slot_value cv_slot_n(const char *name, cv_count n)
{
    return (cv_slot_value){.name = name, .is_count = true, .n = n};
}

static inline cv_slot_value cv_slot_s(const char *name, cv_str s)
{
    return (cv_slot_value){.name = name, .s = s};
}

/* clang-format off */
#define CV_SLOTS(...) \
    ((cv_slots){(const cv_slot_value[]){__VA_ARGS__}, (int32_t)(sizeof((const cv_slot_value[]){__VA_ARGS__}) / sizeof(cv_slot_value))})
/* clang-format on */

/* Looks the msgid up and fills it in. */
cv_str cv_sentence(const cv_language *l, const char *msgid, cv_slots slots, cv_arena *keep);

#endif

#include "base/sentence.h"

#include <string.h>

#include "base/text.h"

/* The k-th of the forms "one/many", the last one when there are fewer. */
static cv_str form_of(cv_str forms, int32_t k)
{
    for (; k > 0; k--) {
        int64_t slash = cv_str_find(forms, CV_STR("/"), 0);
        if (slash < 0) break;
        forms = cv_str_cut(forms, slash + 1, forms.n);
    }
    int64_t slash = cv_str_find(forms, CV_STR("/"), 0);
    return cv_str_cut(forms, 0, slash < 0 ? forms.n : slash);
}

static void add_unknown(cv_text *to, const cv_language *l, cv_str forms)
{
    if (!forms.n) {
        cv_text_add(to, cv_tr(l, CV_MSG("an unknown number")));
        return;
    }
    cv_str noun = form_of(forms, INT32_MAX);
    cv_text_add(to, cv_sentence(l, CV_MSG("an unknown number of {noun}"),
                                CV_SLOTS(cv_slot_s("noun", noun)), to->keep));
}

static void add_count(cv_text *to, const cv_language *l, cv_count n, cv_str forms)
{
    if (n == CV_BLANK) {
        add_unknown(to, l, forms);
        return;
    }
    cv_text_add(to, cv_language_count(l, n, to->keep));
    if (!forms.n) return;
    cv_text_add(to, CV_STR(" "));
    cv_text_add(to, form_of(forms, cv_language_form(l, n)));
}

/* False when the caller gave no such slot. */
static bool add_slot(cv_text *to, const cv_language *l, cv_str inside, cv_slots slots)
{
    int64_t colon = cv_str_find(inside, CV_STR(":"), 0);
    cv_str name = cv_str_cut(inside, 0, colon < 0 ? inside.n : colon);
    cv_str forms = colon < 0 ? (cv_str){"", 0} : cv_str_cut(inside, colon + 1, inside.n);
    for (int32_t i = 0; i < slots.n; i++) {
        if (!cv_str_eq(name, cv_str_of(slots.slot[i].name))) continue;
        if (slots.slot[i].is_count)
            add_count(to, l, slots.slot[i].n, forms);
        else
            cv_text_add(to, slots.slot[i].s);
        return true;
    }
    return false;
}

cv_str cv_sentence(const cv_language *l, const char *msgid, cv_slots slots, cv_arena *keep)
{
    cv_str text = cv_tr(l, msgid);
    cv_text out = cv_text_open(keep);
    while (text.n) {
        int64_t open = cv_str_find(text, CV_STR("{"), 0);
        int64_t end = open < 0 ? -1 : cv_str_find(text, CV_STR("}"), open);
        if (end < 0) break;
        cv_text_add(&out, cv_str_cut(text, 0, open));
        if (!add_slot(&out, l, cv_str_cut(text, open + 1, end), slots))
            cv_text_add(&out, cv_str_cut(text, open, end + 1));
        text = cv_str_cut(text, end + 1, text.n);
    }
    cv_text_add(&out, text);
    return cv_text_str(&out);
}

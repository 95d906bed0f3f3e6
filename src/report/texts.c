#include "report/texts.h"

#include "report/json.h"

static cv_status put_text(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    cv_text_add(to, bytes);
    return CV_OK;
}

static void put_language(cv_json *j, const cv_language *l, cv_arena *keep)
{
    json_t *texts = json_object();
    int64_t n = cv_catalogue_n(l->page);
    for (int64_t i = 0; i < n; i++) {
        cv_str msgid, text;
        if (!cv_catalogue_at(l->page, i, &msgid, &text) || !msgid.n || !text.n) continue;
        if (!cv_str_is_utf8(msgid)) continue;
        cv_json_set(texts, cv_str_copy(keep, msgid).s, cv_json_str(text));
    }
    cv_json_value(j, cv_str_copy(keep, l->id).s, texts);
}

cv_str cv_page_texts(const cv_language *also, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    cv_error err;
    cv_json j = cv_json_open((cv_out){put_text, &t}, &err);
    j.compact = true;
    bool built_in = !also;
    for (int32_t i = 0; i < CV_N_LANGUAGES; i++) {
        const cv_language *l = cv_language_at(i);
        built_in |= also == l;
        if (l->page.n) put_language(&j, l, keep);
    }
    if (!built_in) put_language(&j, also, keep);
    cv_json_close(&j);
    return cv_text_str(&t);
}

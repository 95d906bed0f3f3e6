#include "../row.h"

#include <jansson.h>

#include "../base/made_language.h"
#include "report/texts.h"

static json_t *texts(const cv_language *also, cv_arena *keep)
{
    cv_str s = cv_page_texts(also, keep);
    return json_loadb(s.s, (size_t)s.n, 0, NULL);
}

static void every_language(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    json_t *t = texts(NULL, &keep);
    assert_int_equal(json_object_size(t), CV_N_LANGUAGES - 1); /* English is the msgids */
    for (int32_t i = 1; i < CV_N_LANGUAGES; i++) {
        json_t *l = json_object_get(t, cv_language_at(i)->id.s);
        assert_true(json_is_object(l));
        assert_null(json_object_get(l, "")); /* the head is no text */
    }
    json_decref(t);
    t = texts(cv_language_at(2), &keep);
    assert_int_equal(json_object_size(t), CV_N_LANGUAGES - 1);
    json_decref(t);
    cv_arena_close(&keep);
}

static void another_one(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"say \"</script>\"",   "⟦say \"</script>\"⟧"  },
        {"{n:form/forms} left", "⟦{n:form/forms} left⟧"},
        {"not yet",             ""                         },
    };
    cv_language l = made_language("en-XA", pair, 3, &keep);
    json_t *t = texts(&l, &keep), *own = json_object_get(t, "en-XA");
    assert_int_equal(json_object_size(own), 2);
    for (int i = 0; i < 3; i++) {
        if (!*pair[i].text) continue;
        assert_string_equal(json_string_value(json_object_get(own, pair[i].msgid)), pair[i].text);
    }
    json_decref(t);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language),
        cmocka_unit_test(another_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "../row.h"

#include "base/message.h"
#include "made_language.h"

static int64_t arguments(char *to, int64_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int64_t arguments(char *to, int64_t size, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int64_t n = cv_message_arguments(to, size, format, args);
    va_end(args);
    return n;
}

static void each_kind(void **state)
{
    (void)state;
    char s[64];
    int64_t n =
        arguments(s, sizeof s, "%d %s 100 %% %.*s %lld %ld %zu %c %03d %02x %.1f %.4s", -7, "seat",
                  3, "abcdef", 1LL << 40, 5L, (size_t)6, 'x', 8, 255, 0.25, "forms");
    ROW_STR("all", ((cv_str){s, n}),
            CV_STR("-7\0seat\0\0abc\0"
                   "1099511627776\0"
                   "5\0"
                   "6\0x\0"
                   "008\0ff\0"
                   "0.2\0form\0"));
    ROW_INT("none", arguments(s, sizeof s, "nothing"), 0);
}

/* What does not fit is cut, never written behind the end. */
static void little_room(void **state)
{
    (void)state;
    char s[8];
    memset(s, '#', sizeof s);
    int64_t n = arguments(s, 6, "%s %s %s", "abc", "defg", "h");
    ROW_STR("cut", ((cv_str){s, n}), CV_STR("abc\0d\0"));
    ROW_INT("behind it", s[6], '#');
}

static void in_russian(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"expected %d cells, found %d", "ячеек %2$d, ожидалось %1$d"},
        {"'%.*s' is 100 %% wrong",      "«%.*s» неверно на 100 %%"     },
        {"station '%s'",                "%3$s %n %s %4$s %0$s %999999999$s %l %"  },
    };
    cv_language ru = made_language("ru", pair, 3, &keep);
    cv_message a = cv_message_of(&keep, "expected %d cells, found %d", 20, 19);
    ROW_STR("English", a.text, CV_STR("expected 20 cells, found 19"));
    ROW_STR("nobody's", cv_message_in(NULL, &a, &keep), CV_STR("expected 20 cells, found 19"));
    ROW_STR("other order", cv_message_in(&ru, &a, &keep), CV_STR("ячеек 19, ожидалось 20"));
    cv_message b = cv_message_of(&keep, "'%.*s' is 100 %% wrong", 2, "abc");
    ROW_STR("English", b.text, CV_STR("'ab' is 100 % wrong"));
    ROW_STR("translated", cv_message_in(&ru, &b, &keep), CV_STR("«ab» неверно на 100 %"));
    /* A translation can name what is not there, and no more than that. */
    cv_message c = cv_message_of(&keep, "station '%s'", "7");
    cv_str got = cv_message_in(&ru, &c, &keep);
    ROW_TRUE("what is there", cv_str_find(got, CV_STR("7"), 0) >= 0);
    cv_message d = cv_message_of(&keep, "not known here: %s", "x%sy");
    ROW_STR("no translation", cv_message_in(&ru, &d, &keep), CV_STR("not known here: x%sy"));
    cv_message e = cv_message_just("blank line");
    ROW_STR("just a text", cv_message_in(&ru, &e, &keep), CV_STR("blank line"));
    cv_message f = {.text = CV_STR("as is")};
    ROW_STR("nobody's message", cv_message_in(&ru, &f, &keep), CV_STR("as is"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind),
        cmocka_unit_test(little_room),
        cmocka_unit_test(in_russian),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

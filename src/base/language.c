#include "base/language.h"

#include "base/catalogues.h" /* made by tools/catalogues */
#include "base/check.h"
#include "base/text.h"

#define BYTES(array)                                                                               \
    {                                                                                              \
        array, sizeof array                                                                        \
    }
#define LITERAL(text)                                                                              \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
#define NBSP "\xc2\xa0"

/* Grouping and dates: Unicode CLDR 42; a no-break space keeps a number on one line. Forms: what
 * stands beside a number, not CLDR's categories, which for Kyrgyz tell 1 from the others although
 * the noun stays the same ("1 добуш", "5 добуш"). */
static const cv_language LANGUAGES[CV_N_LANGUAGES] = {
    {
     .id = LITERAL("en"),
     .name = LITERAL("English"),
     .forms = CV_FORMS_TWO,
     .thousands = LITERAL(","),
     .decimal = LITERAL("."),
     .day = CV_DAY_ISO,
     },
    {
     .id = LITERAL("vi"),
     .name = LITERAL("Tiếng Việt"),
     .forms = CV_FORMS_ONE,
     .thousands = LITERAL("."),
     .decimal = LITERAL(","),
     .day = CV_DAY_SLASHES,
     .texts = BYTES(cv_mo_vi),
     .page = BYTES(cv_mo_page_vi),
     },
    {
     .id = LITERAL("ru"),
     .name = LITERAL("Русский"),
     .forms = CV_FORMS_SLAVIC,
     .thousands = LITERAL(NBSP),
     .decimal = LITERAL(","),
     .day = CV_DAY_DOTS,
     .texts = BYTES(cv_mo_ru),
     .page = BYTES(cv_mo_page_ru),
     },
    {
     .id = LITERAL("ky"),
     .name = LITERAL("Кыргызча"),
     .forms = CV_FORMS_ONE,
     .thousands = LITERAL(NBSP),
     .decimal = LITERAL(","),
     .day = CV_DAY_DOTS,
     .texts = BYTES(cv_mo_ky),
     .page = BYTES(cv_mo_page_ky),
     },
};

const cv_language *cv_language_at(int32_t i)
{
    cv_assert(i >= 0 && i < CV_N_LANGUAGES);
    return &LANGUAGES[i];
}

const cv_language *cv_language_named(cv_str id)
{
    for (int32_t i = 0; i < CV_N_LANGUAGES; i++) {
        cv_str own = LANGUAGES[i].id;
        if (!cv_str_starts(id, own)) continue;
        if (id.n == own.n || cv_str_find(CV_STR("_-.@"), cv_str_cut(id, own.n, own.n + 1), 0) >= 0)
            return &LANGUAGES[i];
    }
    return NULL;
}

static const cv_language *given(const cv_language *l)
{
    return l ? l : &LANGUAGES[0];
}

bool cv_language_from(cv_language *out, cv_str bytes)
{
    cv_catalogue texts = {(const unsigned char *)bytes.s, bytes.n};
    if (!cv_catalogue_is_sound(texts)) return false;
    cv_str id = cv_catalogue_head(texts, CV_STR("Language"));
    cv_language l = *given(cv_language_named(id));
    if (id.n) l.id = l.name = id;
    l.texts = l.page = texts;
    *out = l;
    return true;
}

cv_str cv_tr_str(const cv_language *l, cv_str msgid)
{
    if (!l || !l->texts.n || !msgid.n) return msgid;
    cv_str text = cv_catalogue_find(l->texts, msgid);
    return text.n ? text : msgid;
}

cv_str cv_tr(const cv_language *l, const char *msgid)
{
    return cv_tr_str(l, cv_str_of(msgid));
}

int32_t cv_language_n_forms(const cv_language *l)
{
    switch (given(l)->forms) {
    case CV_FORMS_ONE: return 1;
    case CV_FORMS_TWO: return 2;
    case CV_FORMS_SLAVIC: return 3;
    }
    return 1;
}

static int32_t slavic(uint64_t n)
{
    uint64_t last = n % 10, last_two = n % 100;
    if (last_two >= 11 && last_two <= 14) return 2;
    return last == 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2;
}

int32_t cv_language_form(const cv_language *l, cv_count n)
{
    uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    switch (given(l)->forms) {
    case CV_FORMS_ONE: return 0;
    case CV_FORMS_TWO: return size != 1;
    case CV_FORMS_SLAVIC: return slavic(size);
    }
    return 0;
}

cv_str cv_language_count(const cv_language *l, cv_count n, cv_arena *keep)
{
    if (n == CV_BLANK) return CV_STR("–");
    char digit[24];
    int n_digits = 0;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do digit[n_digits++] = (char)('0' + rest % 10);
    while (rest /= 10);
    cv_text t = cv_text_open(keep);
    if (n < 0) cv_text_add(&t, CV_STR("-"));
    while (n_digits--) {
        cv_text_repeat(&t, digit[n_digits], 1);
        if (n_digits && n_digits % 3 == 0) cv_text_add(&t, given(l)->thousands);
    }
    return cv_text_str(&t);
}

/* From "2012-10-01" or "2012-10-01T14:30". */
cv_str cv_language_date(const cv_language *l, cv_date d, cv_arena *keep)
{
    cv_str iso = cv_date_text(d, keep);
    if (given(l)->day == CV_DAY_ISO) return iso;
    const char *between = given(l)->day == CV_DAY_DOTS ? "." : "/";
    cv_str y = cv_str_cut(iso, 0, 4), m = cv_str_cut(iso, 5, 7), day = cv_str_cut(iso, 8, 10);
    cv_str time = cv_str_cut(iso, 11, iso.n);
    return cv_str_format(keep, "%.*s%s%.*s%s%.*s%s%.*s", CV_ARG(day), between, CV_ARG(m), between,
                         CV_ARG(y), time.n ? " " : "", CV_ARG(time));
}

cv_str cv_language_percent(const cv_language *l, cv_count part, cv_count whole, cv_arena *keep)
{
    if (part == CV_BLANK || whole == CV_BLANK || whole <= 0) return CV_STR("–");
    __extension__ typedef __int128 wide;
    int64_t hundredths = (int64_t)((2 * (wide)part * 10000 + whole) / (2 * (wide)whole));
    return cv_str_format(keep, "%lld%.*s%02lld %%", (long long)(hundredths / 100),
                         CV_ARG(given(l)->decimal), (long long)(hundredths % 100));
}

#include "../row.h"

#include "read/encoding.h"

static void names(void **state)
{
    (void)state;
    for (int e = 0; e < CV_ENCODINGS; e++) {
        cv_encoding got = CV_ENCODINGS;
        cv_str name = cv_encoding_name((cv_encoding)e);
        assert_true(cv_encoding_named(&got, name));
        assert_int_equal(got, e);
    }
    cv_encoding got = CV_KOI8_R;
    assert_false(cv_encoding_named(&got, CV_STR("UTF-8")));
    assert_false(cv_encoding_named(&got, CV_STR("")));
    assert_int_equal(got, CV_KOI8_R);
}

/* From the code charts. */
static const struct {
    const char *name;
    cv_encoding e;
    int byte;
    uint32_t is;
} chars[] = {
    {"C with caron",                   CV_WINDOWS_1250, 0xc8, 0x10c },
    {"E with grave",                   CV_WINDOWS_1252, 0xc8, 0xc8  },
    {"Latin-1 is windows-1252",        CV_ISO_8859_1,   0x80, 0x20ac},
    {"a byte that windows-1252 lacks", CV_WINDOWS_1252, 0x81, 0     },
    {"a control character",            CV_ISO_8859_2,   0x81, 0x81  },
    {"small o",                        CV_KOI8_R,       0xcf, 0x43e },
    {"capital Pe",                     CV_WINDOWS_1251, 0xcf, 0x41f },
    {"dotless i",                      CV_WINDOWS_1254, 0xfd, 0x131 },
    {"S with caron",                   CV_WINDOWS_1257, 0xd0, 0x160 },
    {"a letter that waits for a tone", CV_WINDOWS_1258, 0xe2, 0xe2  },
    {"a tone",                         CV_WINDOWS_1258, 0xec, 0x301 },
    {"the last byte",                  CV_WINDOWS_1251, 0xff, 0x44f },
    {"the first byte",                 CV_WINDOWS_1251, 0x80, 0x402 },
};

static void characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(chars); i++) {
        uint32_t got[CV_HIGH_BYTES];
        ROW_INT(chars[i].name, cv_encoding_chars(got, chars[i].e, NULL), CV_OK);
        ROW_INT(chars[i].name, got[chars[i].byte - 128], chars[i].is);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

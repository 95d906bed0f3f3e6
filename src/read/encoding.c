#include "read/encoding.h"

#include <iconv.h>

#include <utf8proc.h>

#include "base/check.h"

static const struct {
    cv_str name;
    const char *iconv;
} encodings[CV_ENCODINGS] = {
    [CV_ENCODING_AUTO] = {{"auto", 4},          NULL         },
    [CV_UTF_8] = {{"utf-8", 5},         NULL         },
    [CV_UTF_16] = {{"utf-16", 6},        NULL         },
    [CV_UTF_16LE] = {{"utf-16le", 8},      "UTF-16LE"   },
    [CV_UTF_16BE] = {{"utf-16be", 8},      "UTF-16BE"   },
    [CV_ISO_8859_1] = {{"iso-8859-1", 10},   "CP1252"     },
    [CV_ISO_8859_2] = {{"iso-8859-2", 10},   "ISO-8859-2" },
    [CV_ISO_8859_5] = {{"iso-8859-5", 10},   "ISO-8859-5" },
    [CV_ISO_8859_9] = {{"iso-8859-9", 10},   "ISO-8859-9" },
    [CV_ISO_8859_15] = {{"iso-8859-15", 11},  "ISO-8859-15"},
    [CV_WINDOWS_1250] = {{"windows-1250", 12}, "CP1250"     },
    [CV_WINDOWS_1251] = {{"windows-1251", 12}, "CP1251"     },
    [CV_WINDOWS_1252] = {{"windows-1252", 12}, "CP1252"     },
    [CV_WINDOWS_1254] = {{"windows-1254", 12}, "CP1254"     },
    [CV_WINDOWS_1257] = {{"windows-1257", 12}, "CP1257"     },
    [CV_WINDOWS_1258] = {{"windows-1258", 12}, "CP1258"     },
    [CV_KOI8_R] = {{"koi8-r", 6},        "KOI8-R"     },
};

cv_str cv_encoding_name(cv_encoding e)
{
    return encodings[e].name;
}

bool cv_encoding_named(cv_encoding *out, cv_str name)
{
    for (int e = 0; e < CV_ENCODINGS; e++) {
        if (!cv_str_eq(encodings[e].name, name)) continue;
        *out = (cv_encoding)e;
        return true;
    }
    return false;
}

const char *cv_encoding_iconv(cv_encoding e)
{
    return encodings[e].iconv;
}

/* A decoder of windows-1258 holds a letter back until it knows that no tone follows, so each byte
 * is flushed. */
static uint32_t char_of(iconv_t conv, unsigned char byte)
{
    char one = (char)byte, text[16], *in = &one, *out = text;
    size_t left = 1, room = sizeof text;
    iconv(conv, NULL, NULL, NULL, NULL);
    if (iconv(conv, &in, &left, &out, &room) == (size_t)-1) return 0;
    iconv(conv, NULL, NULL, &out, &room);
    utf8proc_int32_t c;
    return utf8proc_iterate((const utf8proc_uint8_t *)text, out - text, &c) > 0 ? (uint32_t)c : 0;
}

cv_status cv_encoding_chars(uint32_t out[CV_HIGH_BYTES], cv_encoding e, cv_error *err)
{
    cv_assert(e >= CV_ISO_8859_1 && e < CV_ENCODINGS);
    iconv_t conv = iconv_open("UTF-8", encodings[e].iconv);
    if (conv == (iconv_t)-1)
        return cv_fail(err, CV_E_SYSTEM, "this system cannot decode '%s'", encodings[e].iconv);
    for (int i = 0; i < CV_HIGH_BYTES; i++) out[i] = char_of(conv, (unsigned char)(128 + i));
    iconv_close(conv);
    return CV_OK;
}

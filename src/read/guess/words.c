#include "read/guess/words.h"

#include "base/check.h"

const char *const CV_WORD_LANGUAGE_CODES[CV_WORD_LANGUAGES] = {"en", "es", "fr", "pt", "de", "ru",
                                                               "ky", "ka", "tr", "vi", "pl"};

/* Endings (-sız, -сыз) and beginnings (un-, in-, не-) need no row: they make another word, and
 * phrases match whole words or their first six letters. */
const char *const CV_NEGATIONS[CV_WORD_LANGUAGES] = {
    [CV_EN] = "not;non;no;un;in",
    [CV_ES] = "no;sin",
    [CV_FR] = "non;ne;sans",
    [CV_PT] = "não;sem",
    [CV_DE] = "nicht;nicht-;ohne;un",
    [CV_RU] = "не;без",
    [CV_KY] = "эмес;жок",
    [CV_KA] = "არა;არ",
    [CV_TR] = "değil;olmayan",
    [CV_VI] = "không",
    [CV_PL] = "nie;bez",
};

static const char *const names[CV_ROLES - CV_F_FIXED] = {
    [CV_ROLE_TURNOUT - CV_F_FIXED] = "t[h]",
    [CV_ROLE_STATION - CV_F_FIXED] = CV_MSG("station"),
    [CV_ROLE_PLACE - CV_F_FIXED] = CV_MSG("name of the station"),
    [CV_ROLE_DISTRICT - CV_F_FIXED] = CV_MSG("district"),
    [CV_ROLE_REGION - CV_F_FIXED] = CV_MSG("area"),
    [CV_ROLE_CONTEST - CV_F_FIXED] = CV_MSG("contest"),
    [CV_ROLE_OPTION - CV_F_FIXED] = CV_MSG("option"),
    [CV_ROLE_PARTY - CV_F_FIXED] = CV_MSG("party"),
    [CV_ROLE_NUMBER - CV_F_FIXED] = CV_MSG("number of the option"),
    [CV_ROLE_VOTES - CV_F_FIXED] = CV_MSG("votes"),
    [CV_ROLE_ELECTED - CV_F_FIXED] = CV_MSG("declared winner"),
    [CV_ROLE_MERGED - CV_F_FIXED] = CV_MSG("merged into"),
    [CV_ROLE_CLOSED - CV_F_FIXED] = CV_MSG("no poll here"),
    [CV_ROLE_LAT - CV_F_FIXED] = CV_MSG("latitude"),
    [CV_ROLE_LON - CV_F_FIXED] = CV_MSG("longitude"),
    [CV_ROLE_LEVEL - CV_F_FIXED] = CV_MSG("level of the row"),
    [CV_ROLE_TOTAL - CV_F_FIXED] = CV_MSG("a total"),
    [CV_ROLE_OTHERS - CV_F_FIXED] = CV_MSG("others"),
    [CV_ROLE_DERIVED - CV_F_FIXED] = CV_MSG("share, difference or check"),
    [CV_ROLE_ASIDE - CV_F_FIXED] = CV_MSG("link, time, row number or version"),
};

cv_str cv_role_name(cv_role role)
{
    cv_assert(role >= 0 && role < CV_ROLES);
    return role < CV_F_FIXED ? CV_FIELDS[role].id : cv_str_of(names[role - CV_F_FIXED]);
}

cv_str cv_role_shown(cv_role role, const cv_language *l)
{
    cv_str name = cv_role_name(role);
    return role <= CV_ROLE_TURNOUT ? name : cv_tr_str(l, name);
}

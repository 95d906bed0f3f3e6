#include "model/field.h"

#define F(id, name, kind)                                                                          \
    {                                                                                              \
        {id, sizeof id - 1}, {name, sizeof name - 1}, kind, -1                                     \
    }

const cv_field_info CV_FIELDS[] = {
    F("reg_main", "registered, main list", CV_PERSONS),
    F("reg_add", "registered, additional list", CV_PERSONS),
    F("reg_special", "registered, special list", CV_PERSONS),
    F("reg", "registered", CV_PERSONS),
    F("signed", "signatures", CV_PERSONS),
    F("took_part", "took part", CV_PERSONS),
    F("admitted", "admitted", CV_PERSONS),
    F("adm_card", "admitted with a card", CV_PERSONS),
    F("adm_proxy", "admitted as proxy", CV_PERSONS),
    F("adm_pass", "admitted with a pass", CV_PERSONS),
    F("cert_in", "certificates received", CV_PERSONS),
    F("cert_out", "certificates given out", CV_PERSONS),
    F("cert_used", "voted with a certificate", CV_PERSONS),
    F("cert_unused", "certificates cancelled", CV_PERSONS),
    F("cert_lost", "certificates lost", CV_PERSONS),
    F("recv", "papers received", CV_PAPERS),
    F("recv_later", "papers received later", CV_PAPERS),
    F("printed", "papers printed here", CV_PAPERS),
    F("surplus", "papers not on the receipt", CV_PAPERS),
    F("iss_early", "issued early", CV_PAPERS),
    F("iss_station", "issued in the station", CV_PAPERS),
    F("iss_out", "issued outside", CV_PAPERS),
    F("iss_post", "issued by post", CV_PAPERS),
    F("iss", "papers issued", CV_PAPERS),
    F("unused", "papers unused", CV_PAPERS),
    F("spoiled", "papers spoiled and replaced", CV_PAPERS),
    F("cancelled", "papers cancelled", CV_PAPERS),
    F("lost", "papers lost", CV_PAPERS),
    F("box_out", "in mobile boxes", CV_PAPERS),
    F("box_station", "in stationary boxes", CV_PAPERS),
    F("box_early", "in early boxes", CV_PAPERS),
    F("box_post", "in postal boxes", CV_PAPERS),
    F("box_machine", "machine records", CV_PAPERS),
    F("box", "papers found", CV_PAPERS),
    F("foreign", "papers not of the established form", CV_PAPERS),
    F("invalid", "invalid papers", CV_VOTES),
    F("inv_blank", "invalid: blank", CV_VOTES),
    F("inv_over", "invalid: too many marks", CV_VOTES),
    F("inv_mark", "invalid: marked", CV_VOTES),
    F("inv_other", "invalid: other", CV_VOTES),
    F("blank", "blank papers", CV_VOTES),
    F("valid", "valid papers", CV_VOTES),
    F("cast", "papers counted", CV_VOTES),
    F("against", "against all", CV_VOTES),
    F("gone", "for options that no longer stand", CV_VOTES),
    F("writein", "written in", CV_VOTES),
    F("disputed", "disputed votes", CV_VOTES),
    F("objected", "objected votes", CV_VOTES),
    F("more", "more votes than persons", CV_VOTES),
    F("fewer", "fewer votes than persons", CV_VOTES),
};

_Static_assert(sizeof CV_FIELDS / sizeof CV_FIELDS[0] == CV_F_FIXED, "one row per fixed field");

cv_field cv_field_named(cv_str id)
{
    for (cv_field f = 0; f < CV_F_FIXED; f++)
        if (cv_str_eq(CV_FIELDS[f].id, id)) return f;
    return CV_F_NONE;
}

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : -1;
}

bool cv_field_is_turnout(cv_str id, int16_t *minute)
{
    if (id.n != 8 || !cv_str_starts(id, CV_STR("t[")) || id.s[4] != ':' || id.s[7] != ']')
        return false;
    int h1 = digit(id.s[2]), h2 = digit(id.s[3]), m1 = digit(id.s[5]), m2 = digit(id.s[6]);
    if (h1 < 0 || h2 < 0 || m1 < 0 || m2 < 0) return false;
    int hour = 10 * h1 + h2, min = 10 * m1 + m2;
    if (hour > 24 || min > 59 || (hour == 24 && min > 0)) return false;
    *minute = (int16_t)(60 * hour + min);
    return true;
}

static const char *const OF_OPTION[] = {"opt[", "listpage[", "pref["};

/* The first bracket's end, for a line of an option; -1 for any other. */
static int64_t end_of_option(cv_str id, int64_t *from)
{
    for (size_t i = 0; i < sizeof OF_OPTION / sizeof OF_OPTION[0]; i++) {
        cv_str head = cv_str_of(OF_OPTION[i]);
        if (!cv_str_starts(id, head)) continue;
        *from = head.n;
        return cv_str_find(id, CV_STR("]"), head.n);
    }
    return -1;
}

cv_str cv_field_option(cv_str id)
{
    int64_t from = 0, to = end_of_option(id, &from);
    return to < 0 ? (cv_str){"", 0} : cv_str_cut(id, from, to);
}

bool cv_field_is_own(cv_str id)
{
    const cv_str words = CV_STR("_words");
    int16_t minute;
    if (cv_str_starts(id, CV_STR("x_"))) return id.n > 2;
    int64_t from = 0, to = end_of_option(id, &from);
    cv_str rest = cv_str_cut(id, to + 1, id.n);
    if (to > from && cv_str_starts(id, CV_STR("listpage["))) return rest.n == 0;
    if (to > from && cv_str_starts(id, CV_STR("pref[")))
        return rest.n > 2 && rest.s[0] == '[' && rest.s[rest.n - 1] == ']';
    if (to > from) return cv_str_eq(rest, words);
    cv_str line = cv_str_cut(id, 0, id.n - words.n);
    return cv_str_ends(id, words) &&
           (cv_field_named(line) != CV_F_NONE || cv_field_is_turnout(line, &minute));
}

/* base/language.h — what a person reads, in the language that the person reads.
 *
 * English is the msgid: a text stands in the code in English, is marked for the extraction
 * (CV_MSG, or a function of tools/messages), and is looked up where it is shown. A language is
 * handed in as `const cv_language *`; NULL is English. Nothing here is global state, so one
 * process can answer several people at once, each in another language.
 *
 * json, csv, codes, words of the formats and names of commands and options are no texts: they
 * are the same in every language.
 *
 * To add a language: po/README.md.
 */
#ifndef CV_BASE_LANGUAGE_H
#define CV_BASE_LANGUAGE_H

#include "base/catalogue.h"
#include "base/count.h"
#include "base/date.h"

/* Marks a text of a table, which is looked up where it is shown. */
#define CV_MSG(text) text

/* Which form of a noun goes with a number. */
typedef enum {
    CV_FORMS_ONE,   /* Vietnamese, Kyrgyz: a noun beside a number does not change     */
    CV_FORMS_TWO,   /* English: 1 seat, 0 seats, 2 seats                              */
    CV_FORMS_SLAVIC /* Russian: 1 and 21 место, 2..4 and 22 места, 0, 5..20 мест      */
} cv_forms_rule;

typedef enum { CV_DAY_ISO, CV_DAY_DOTS, CV_DAY_SLASHES } cv_day_order;

typedef struct {
    cv_str id;   /* "ru": of --language, and of <html lang>        */
    cv_str name; /* its own: "Русский"                              */
    cv_forms_rule forms;
    cv_str thousands, decimal; /* what stands between thousands, and before decimals */
    cv_day_order day;
    cv_catalogue texts; /* everything                                     */
    cv_catalogue page;  /* of it: what the page may show                  */
} cv_language;

enum { CV_N_LANGUAGES = 4 };

/* The languages that are built in; the first is English. */
const cv_language *cv_language_at(int32_t i);

/* The language of this id, or of a locale ("ru_RU.UTF-8", "ky-KG"); NULL for any other. */
const cv_language *cv_language_named(cv_str id);

/* A language whose texts are in these bytes of a .mo file, which must outlive it; numbers and
 * plurals as the language that its head names, else as English. False when it is none. */
bool cv_language_from(cv_language *out, cv_str bytes);

/* ---- what is shown ---- */

/* The text in the language; the msgid itself where there is none. */
cv_str cv_tr(const cv_language *l, const char *msgid);
cv_str cv_tr_str(const cv_language *l, cv_str msgid);

/* How many forms a noun has, and which of them goes with `n`. */
int32_t cv_language_n_forms(const cv_language *l);
int32_t cv_language_form(const cv_language *l, cv_count n);

/* "12,345", "-3"; "–" when CV_BLANK. */
cv_str cv_language_count(const cv_language *l, cv_count n, cv_arena *keep);

/* "2012-10-01", "01.10.2012", "01/10/2012", and the time of day where it is known. */
cv_str cv_language_date(const cv_language *l, cv_date d, cv_arena *keep);

/* "42.31 %": half up, from integers; "–" where it is not known. */
cv_str cv_language_percent(const cv_language *l, cv_count part, cv_count whole, cv_arena *keep);

#endif

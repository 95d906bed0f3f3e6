/* report/texts.h — the translations that report.html carries, so that one file speaks every
 * language: {"vi": {"text": "translation", ...}, "ru": {...}, "ky": {...}}. A text without a
 * translation is left out: the page shows it in English. */
#ifndef CV_REPORT_TEXTS_H
#define CV_REPORT_TEXTS_H

#include "base/language.h"

/* The languages that are built in and, where it is another one, `also`; NULL: none. */
cv_str cv_page_texts(const cv_language *also, cv_arena *keep);

#endif

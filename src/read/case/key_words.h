/* read/case/key_words.h — the words that keys of election.json may have as their value, each with
 * the number that stands for it in the model or, where only the reader knows it, in spec.h.
 */
#ifndef CV_READ_CASE_KEY_WORDS_H
#define CV_READ_CASE_KEY_WORDS_H

#include "model/rule_names.h"

extern const cv_rule_names CV_MIN_SHARE_ELSE_WORDS, CV_OPTION_KINDS_WORDS, CV_COPY_KINDS_WORDS,
    CV_STATION_KINDS_WORDS, CV_COMPLETE_WORDS, CV_ZERO_FORMS_WORDS, CV_DUPLICATES_WORDS,
    CV_SEVERITIES_WORDS, CV_OUTCOMES_WORDS, CV_FORMATS_WORDS, CV_LAYOUTS_WORDS, CV_LEVELS_WORDS,
    CV_IDS_WORDS, CV_OPTION_BLANK_WORDS, CV_MAP_OF_WORDS, CV_EFFECTS_WORDS, CV_MARKS_WORDS,
    CV_STATIONS_OF_WORDS, CV_MODALS_WORDS;

#endif

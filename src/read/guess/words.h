/* read/guess/words.h — the words that heads of columns are made of, as data: one row a meaning,
 * one column a language.
 *
 * A phrase is as a form or a file writes it; case, accents and punctuation do not matter
 * (read/guess/normal.h). To add a language: one entry in cv_word_language, one `[CV_XX] = "..."` in
 * each row that has words in it, and a line in tests/unit/read/guess/words_test.c.
 *
 * Rows that name two meanings are words that mean different things in different countries
 * (docs/reference/fields.md): the name alone never decides between them.
 *
 * Kyrgyz, Vietnamese, Portuguese and Polish terms are from usage, not from a statutory form.
 */
#ifndef CV_READ_GUESS_WORDS_H
#define CV_READ_GUESS_WORDS_H

#include "base/language.h"
#include "model/field.h"

typedef enum {
    CV_EN,
    CV_ES,
    CV_FR,
    CV_PT,
    CV_DE,
    CV_RU,
    CV_KY,
    CV_KA,
    CV_TR,
    CV_VI,
    CV_PL,
    CV_WORD_LANGUAGES
} cv_word_language;

/* "en", "es", ... */
extern const char *const CV_WORD_LANGUAGE_CODES[CV_WORD_LANGUAGES];

/* What a column can be: a line of the form (cv_field, below CV_F_FIXED), or one of these. */
typedef int16_t cv_role;

enum {
    CV_ROLE_NONE = -1,
    CV_ROLE_TURNOUT = CV_F_FIXED, /* persons by an hour: t[12:00]                         */
    CV_ROLE_STATION,
    CV_ROLE_PLACE,    /* name or address of the station                               */
    CV_ROLE_DISTRICT, /* what the contest elects for                                  */
    CV_ROLE_REGION,   /* any other area                                               */
    CV_ROLE_CONTEST,  /* which contest the row is about                               */
    CV_ROLE_OPTION,   /* long tables: whom the row is about                           */
    CV_ROLE_PARTY,    /* long tables: the option's party                              */
    CV_ROLE_NUMBER,   /* long tables: the option's number on the ballot               */
    CV_ROLE_VOTES,    /* long tables: its votes                                       */
    CV_ROLE_ELECTED,  /* long tables: marks a declared winner                         */
    CV_ROLE_MERGED,   /* the station where its voters voted                           */
    CV_ROLE_CLOSED,   /* no poll was held, or it is void                              */
    CV_ROLE_LAT,
    CV_ROLE_LON,
    CV_ROLE_LEVEL,   /* of what size of area the row speaks                          */
    CV_ROLE_TOTAL,   /* of papers or of valid votes: arithmetic decides              */
    CV_ROLE_OTHERS,  /* other options, or other papers: nobody can tell by the name       */
    CV_ROLE_DERIVED, /* computed by the publisher: shares, differences, checks       */
    CV_ROLE_ASIDE,   /* links, times, row numbers, versions                          */
    CV_ROLES
};

typedef struct {
    cv_role role;
    cv_role other;                         /* CV_ROLE_NONE: the words have one meaning */
    const char *phrase[CV_WORD_LANGUAGES]; /* separated by ';'; NULL: none known */
} cv_word_row;

/* words_place.c: places, keys, and what is no line of the form. */
extern const cv_word_row CV_WORDS_PLACE[];
extern const int32_t CV_N_WORDS_PLACE;
/* words_form.c: the lines of the form. */
extern const cv_word_row CV_WORDS_FORM[];
extern const int32_t CV_N_WORDS_FORM;

/* Words that turn the word beside them into its opposite, by language, separated by ';'. */
extern const char *const CV_NEGATIONS[CV_WORD_LANGUAGES];

/* The id of a field ("valid", "t[h]"), else a word for people ("station", "share or check"). */
cv_str cv_role_name(cv_role role);
/* The same for a person: the id stays as election.json has it, the word is translated. */
cv_str cv_role_shown(cv_role role, const cv_language *l);

#endif

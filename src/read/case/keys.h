/* read/case/keys.h — every key that election.json may hold, as tables.
 *
 * One table per kind of object: the key, what its value is, whether it must be there, and what
 * it is for in one line. The reader (spec.h), its hints, schema/election.schema.json and
 * docs/reference/election-json.md are all made from these tables or held against them by tests,
 * so that they cannot drift apart.
 */
#ifndef CV_READ_CASE_KEYS_H
#define CV_READ_CASE_KEYS_H

#include <stddef.h>

#include "model/rule_names.h"
#include "read/case/spec.h"

typedef enum {
    CV_KEY_TEXT,    /* cv_said       a text, not empty                                  */
    CV_KEY_TEXTS,   /* cv_saids      one text or an array of texts, empty ones allowed  */
    CV_KEY_YES_NO,  /* cv_yes_no     true or false                                      */
    CV_KEY_INT,     /* cv_said_int   least..most                                        */
    CV_KEY_INTS,    /* cv_said_ints  one whole number or an array of them, least..most  */
    CV_KEY_WORD,    /* cv_said_word  one of `words`                                     */
    CV_KEY_SERIES,  /* cv_said_word  one of CV_SERIES_NAMES, value: its number there    */
    CV_KEY_SHARE,   /* cv_said_share "p/q" with 0 <= p, 1 <= q, both at most 10^9       */
    CV_KEY_OBJECT,  /* const T *     an object of `shape`                               */
    CV_KEY_OBJECTS, /* CV_SAID_LIST  an array of objects of `shape`                     */
    CV_KEY_NAMED    /* CV_SAID_LIST  an object with free keys; the values are objects of
                                     `shape`, or, when it has a single key named "",
                                     what that key says                                */
} cv_key_type;

typedef struct cv_shape cv_shape;

typedef struct {
    const char *name;
    cv_key_type type;
    bool required;
    size_t offset; /* in the struct of the shape */
    const char *about;
    const cv_rule_names *words;
    const cv_shape *shape;
    int64_t least, most;
} cv_key;

struct cv_shape {
    const char *name; /* of the definition in the schema: "contest", "rule_set" */
    const char *about;
    size_t size; /* of the struct, which begins with `int32_t at` */
    const cv_key *key;
    int32_t n_keys;
};

/* election.json itself, and every shape in the order of the reference. */
extern const cv_shape CV_SHAPE_ELECTION;
extern const cv_shape *const CV_SHAPES[];
extern const int32_t CV_N_SHAPES;

#endif

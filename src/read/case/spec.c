#include "read/case/spec.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "read/case/keys.h"
#include "read/case/nearest.h"

typedef struct {
    const cv_json_text *text;
    int32_t next; /* number of the value that is visited next */
    cv_arena *keep;
    cv_error *err;
} decoder;

/* ---- errors ---- */

static void add_path(const cv_json_text *t, int32_t at, cv_error *err)
{
    cv_arena scratch = cv_arena_open();
    cv_str path = cv_json_path(t, at, &scratch);
    if (path.n) cv_error_tail(err, " (%.*s)", CV_ARG(path));
    cv_arena_close(&scratch);
}

cv_status cv_spec_fail(const cv_json_text *t, int32_t at, cv_error *err, const char *format, ...)
{
    if (!err) return CV_E_INPUT;
    va_list args;
    va_start(args, format);
    cv_vfail_at(err, CV_E_INPUT, cv_json_place(t, at), format, args);
    va_end(args);
    add_path(t, at, err);
    return CV_E_INPUT;
}

cv_status cv_spec_fail_at(const cv_json_text *t, int32_t at, cv_error *err)
{
    if (!err) return CV_E_INPUT;
    cv_error_place(err, cv_json_place(t, at));
    add_path(t, at, err);
    return CV_E_INPUT;
}

static const char *type_of(const json_t *v)
{
    switch (json_typeof(v)) {
    case JSON_OBJECT: return CV_MSG("an object");
    case JSON_ARRAY: return CV_MSG("an array");
    case JSON_STRING: return CV_MSG("a text");
    case JSON_INTEGER: return CV_MSG("a number");
    case JSON_REAL: return CV_MSG("a number with decimals");
    case JSON_TRUE:
    case JSON_FALSE: return CV_MSG("true or false");
    case JSON_NULL: return CV_MSG("null");
    }
    return CV_MSG("something else");
}

static cv_status wrong_type(decoder *d, int32_t at, const char *expected, const json_t *v)
{
    return cv_spec_fail(d->text, at, d->err, "expected %-s, found %-s", expected, type_of(v));
}

static cv_status unknown_key(decoder *d, int32_t at, cv_str name, const cv_shape *shape)
{
    cv_str *known = cv_new(d->keep, cv_str, shape->n_keys);
    for (int32_t i = 0; i < shape->n_keys; i++) known[i] = cv_str_of(shape->key[i].name);
    cv_status failed = cv_spec_fail(d->text, at, d->err, "unknown key '%.*s'", CV_ARG(name));
    int32_t near = cv_nearest(name, known, shape->n_keys);
    if (near >= 0) return cv_hint(d->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    cv_text list = cv_text_open(d->keep);
    for (int32_t i = 0; i < shape->n_keys; i++)
        cv_text_addf(&list, "%s%s", i ? ", " : "", shape->key[i].name);
    return cv_hint(d->err, failed, "known here: %.*s", CV_ARG(cv_text_str(&list)));
}

/* ---- single values ---- */

/* The place of the value that is visited now. */
static cv_json_spot take_spot(decoder *d)
{
    cv_assert(d->next < d->text->n_spots);
    return d->text->spot[d->next++];
}

static cv_status take_text(cv_said *out, decoder *d, const json_t *v, bool may_be_empty)
{
    int32_t at = take_spot(d).at;
    if (!json_is_string(v)) return wrong_type(d, at, CV_MSG("a text"), v);
    cv_str s = {json_string_value(v), (int64_t)json_string_length(v)};
    if (!s.n && !may_be_empty) return cv_spec_fail(d->text, at, d->err, "the text is empty");
    *out = (cv_said){cv_str_copy(d->keep, s), at};
    return CV_OK;
}

static cv_status take_texts(cv_saids *out, decoder *d, const json_t *v)
{
    int32_t at = d->text->spot[d->next].at;
    bool is_array = json_is_array(v);
    if (!is_array && !json_is_string(v))
        return wrong_type(d, at, CV_MSG("a text or an array of texts"), v);
    int32_t n = is_array ? (int32_t)json_array_size(v) : 1;
    cv_said *texts = cv_new(d->keep, cv_said, n);
    if (is_array) take_spot(d);
    for (int32_t i = 0; i < n; i++)
        CV_TRY(take_text(&texts[i], d, is_array ? json_array_get(v, (size_t)i) : v, true));
    *out = (cv_saids){texts, n, at, is_array};
    return CV_OK;
}

static cv_status take_int(int64_t *out, decoder *d, const json_t *v, const cv_key *key)
{
    int32_t at = take_spot(d).at;
    if (!json_is_integer(v)) return wrong_type(d, at, CV_MSG("a whole number"), v);
    int64_t n = json_integer_value(v);
    if (n < key->least || n > key->most)
        return cv_spec_fail(d->text, at, d->err, "'%lld' is not from %lld to %lld", (long long)n,
                            (long long)key->least, (long long)key->most);
    *out = n;
    return CV_OK;
}

static cv_status take_ints(cv_said_ints *out, decoder *d, const json_t *v, const cv_key *key)
{
    int32_t at = d->text->spot[d->next].at;
    bool is_array = json_is_array(v);
    int32_t n = is_array ? (int32_t)json_array_size(v) : 1;
    int64_t *numbers = cv_new(d->keep, int64_t, n);
    if (is_array) take_spot(d);
    for (int32_t i = 0; i < n; i++)
        CV_TRY(take_int(&numbers[i], d, is_array ? json_array_get(v, (size_t)i) : v, key));
    *out = (cv_said_ints){numbers, n, at};
    return CV_OK;
}

/* The number of the word among `known`, or an error that says which words there are. */
static cv_status find_word(int32_t *out, decoder *d, const cv_said *s, const cv_str *known,
                           int32_t n)
{
    cv_text list = cv_text_open(d->keep);
    for (int32_t i = 0; i < n; i++) {
        if (cv_str_eq(known[i], s->s)) {
            *out = i;
            return CV_OK;
        }
        cv_text_addf(&list, "%s'%.*s'", i ? ", " : "", CV_ARG(known[i]));
    }
    cv_status failed = cv_spec_fail(d->text, s->at, d->err, "unknown word '%.*s'", CV_ARG(s->s));
    int32_t near = cv_nearest(s->s, known, n);
    if (near >= 0) return cv_hint(d->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
    return cv_hint(d->err, failed, "one of %.*s", CV_ARG(cv_text_str(&list)));
}

static cv_status take_word(cv_said_word *out, decoder *d, const json_t *v,
                           const cv_rule_names *words)
{
    cv_said s;
    int32_t number;
    CV_TRY(take_text(&s, d, v, false));
    cv_str *known = cv_new(d->keep, cv_str, words->n);
    for (int32_t i = 0; i < words->n; i++) known[i] = cv_str_of(words->entry[i].name);
    CV_TRY(find_word(&number, d, &s, known, words->n));
    *out = (cv_said_word){true, s.at, words->entry[number].value};
    return CV_OK;
}

static cv_status take_series(cv_said_word *out, decoder *d, const json_t *v)
{
    cv_said s;
    int32_t number;
    cv_str known[CV_N_SERIES];
    CV_TRY(take_text(&s, d, v, false));
    for (int32_t i = 0; i < CV_N_SERIES; i++) known[i] = cv_str_of(CV_SERIES_NAMES[i].name);
    CV_TRY(find_word(&number, d, &s, known, CV_N_SERIES));
    *out = (cv_said_word){true, s.at, number};
    return CV_OK;
}

static cv_status take_share(cv_said_share *out, decoder *d, const json_t *v)
{
    cv_said s;
    CV_TRY(take_text(&s, d, v, false));
    cv_frac f;
    if (!cv_frac_parse(&f, s.s)) {
        cv_status failed =
            cv_spec_fail(d->text, s.at, d->err, "'%.*s' is not a fraction", CV_ARG(s.s));
        return cv_hint(d->err, failed, "write two whole numbers, \"5/100\" for 5 per cent");
    }
    *out = (cv_said_share){true, s.at, f};
    return CV_OK;
}

static cv_status take_yes_no(cv_yes_no *out, decoder *d, const json_t *v)
{
    int32_t at = take_spot(d).at;
    if (!json_is_boolean(v)) return wrong_type(d, at, CV_MSG("true or false"), v);
    *out = json_is_true(v) ? CV_SAID_YES : CV_SAID_NO;
    return CV_OK;
}

/* ---- objects ---- */

typedef CV_SAID_LIST(char) any_list;

static cv_status take_object(void *out, decoder *d, json_t *v, const cv_shape *shape);

/* Values of objects with free keys that are not objects themselves. */
static const cv_key *plain_value(const cv_shape *shape)
{
    return shape->n_keys == 1 && !shape->key[0].name[0] ? &shape->key[0] : NULL;
}

static cv_status take_objects(any_list *out, decoder *d, const json_t *v, const cv_shape *shape)
{
    int32_t at = take_spot(d).at;
    if (!json_is_array(v)) return wrong_type(d, at, CV_MSG("an array of objects"), v);
    int32_t n = (int32_t)json_array_size(v);
    char *items = cv_arena_take(d->keep, n, shape->size, 16);
    for (int32_t i = 0; i < n; i++)
        CV_TRY(
            take_object(items + (size_t)i * shape->size, d, json_array_get(v, (size_t)i), shape));
    *out = (any_list){items, n, at};
    return CV_OK;
}

static cv_status take_value(void *out, decoder *d, json_t *v, const cv_key *key);

static cv_status take_named(any_list *out, decoder *d, json_t *v, const cv_shape *shape)
{
    int32_t at = take_spot(d).at;
    if (!json_is_object(v)) return wrong_type(d, at, CV_MSG("an object"), v);
    char *items = cv_arena_take(d->keep, (int64_t)json_object_size(v), shape->size, 16);
    const cv_key *plain = plain_value(shape);
    char *item = items;
    const char *name;
    json_t *value;
    json_object_foreach(v, name, value)
    {
        cv_said_entry e = {
            .key = {cv_str_copy(d->keep, cv_str_of(name)), d->text->spot[d->next].key_at},
            .at = d->text->spot[d->next].at
        };
        if (plain)
            CV_TRY(take_value(item + plain->offset, d, value, plain));
        else
            CV_TRY(take_object(item, d, value, shape));
        *(cv_said_entry *)(void *)item = e;
        item += shape->size;
    }
    *out = (any_list){items, (int32_t)json_object_size(v), at};
    return CV_OK;
}

static cv_status take_value(void *out, decoder *d, json_t *v, const cv_key *key)
{
    switch (key->type) {
    case CV_KEY_TEXT: return take_text(out, d, v, false);
    case CV_KEY_TEXTS: return take_texts(out, d, v);
    case CV_KEY_YES_NO: return take_yes_no(out, d, v);
    case CV_KEY_INT: {
        cv_said_int *n = out;
        *n = (cv_said_int){true, d->text->spot[d->next].at, 0};
        return take_int(&n->n, d, v, key);
    }
    case CV_KEY_INTS: return take_ints(out, d, v, key);
    case CV_KEY_WORD: return take_word(out, d, v, key->words);
    case CV_KEY_SERIES: return take_series(out, d, v);
    case CV_KEY_SHARE: return take_share(out, d, v);
    case CV_KEY_OBJECT: {
        void *object = cv_arena_take(d->keep, 1, key->shape->size, 16);
        *(void **)out = object;
        return take_object(object, d, v, key->shape);
    }
    case CV_KEY_OBJECTS: return take_objects(out, d, v, key->shape);
    case CV_KEY_NAMED: return take_named(out, d, v, key->shape);
    }
    return CV_OK;
}

/* Fills `out`, a zeroed struct of the shape. */
static cv_status take_object(void *out, decoder *d, json_t *v, const cv_shape *shape)
{
    int32_t at = take_spot(d).at;
    if (!json_is_object(v)) return wrong_type(d, at, CV_MSG("an object"), v);
    *(int32_t *)out = at;
    bool *seen = cv_new(d->keep, bool, shape->n_keys);
    const char *name;
    json_t *value;
    json_object_foreach(v, name, value)
    {
        int32_t k = 0;
        while (k < shape->n_keys && strcmp(shape->key[k].name, name)) k++;
        if (k == shape->n_keys)
            return unknown_key(d, d->text->spot[d->next].key_at, cv_str_of(name), shape);
        seen[k] = true;
        CV_TRY(take_value((char *)out + shape->key[k].offset, d, value, &shape->key[k]));
    }
    for (int32_t k = 0; k < shape->n_keys; k++) {
        if (seen[k] || !shape->key[k].required) continue;
        cv_status failed =
            cv_spec_fail(d->text, at, d->err, "the key '%s' is missing", shape->key[k].name);
        return cv_hint(d->err, failed, "%s: %-s", shape->key[k].name, shape->key[k].about);
    }
    return CV_OK;
}

cv_status cv_spec_decode(cv_spec *out, cv_str file, cv_str text, cv_arena *keep, cv_error *err)
{
    cv_spec spec = {0};
    json_t *tree = NULL;
    CV_TRY(cv_json_load(&tree, &spec.text, file, text, keep, err));
    decoder d = {.text = &spec.text, .keep = keep, .err = err};
    cv_json_text kept = spec.text;
    cv_status status = take_object(&spec, &d, tree, &CV_SHAPE_ELECTION);
    json_decref(tree);
    if (status != CV_OK) return status;
    spec.text = kept;
    *out = spec;
    return CV_OK;
}

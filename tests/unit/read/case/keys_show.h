/* tests/unit/read/case/keys_show.h — the tables of keys as the schema and the reference must have
 * them: a JSON Schema definition of a shape, and its rows in docs/reference/election-json.md. */
#ifndef CV_TESTS_UNIT_READ_CASE_KEYS_SHOW_H
#define CV_TESTS_UNIT_READ_CASE_KEYS_SHOW_H

#include <jansson.h>

#include "base/text.h"
#include "read/case/keys.h"

/* p/q with whole numbers up to 10^9, without leading zeros; q from 1. */
#define SHARE_PATTERN "^(0|[1-9][0-9]{0,8}|1000000000)(/([1-9][0-9]{0,8}|1000000000))?$"

static inline json_t *ref_to(const cv_shape *shape)
{
    return json_pack("{s:s+}", "$ref", "#/$defs/", shape->name);
}

static inline json_t *words_of(const cv_key *key)
{
    json_t *words = json_array();
    if (key->type == CV_KEY_SERIES)
        for (int i = 0; i < CV_N_SERIES; i++)
            json_array_append_new(words, json_string(CV_SERIES_NAMES[i].name));
    for (int32_t i = 0; key->words && i < key->words->n; i++)
        json_array_append_new(words, json_string(key->words->entry[i].name));
    return words;
}

static inline json_t *number_of(const cv_key *key)
{
    return json_pack("{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)key->least,
                     "maximum", (json_int_t)key->most);
}

static inline json_t *value_schema(const cv_key *key)
{
    switch (key->type) {
    case CV_KEY_TEXT: return json_pack("{s:s, s:i}", "type", "string", "minLength", 1);
    case CV_KEY_TEXTS:
        return json_pack("{s:[s,s], s:{s:s}}", "type", "string", "array", "items", "type",
                         "string");
    case CV_KEY_YES_NO: return json_pack("{s:s}", "type", "boolean");
    case CV_KEY_INT: return number_of(key);
    case CV_KEY_INTS:
        return json_pack("{s:[o, {s:s, s:o}]}", "anyOf", number_of(key), "type", "array", "items",
                         number_of(key));
    case CV_KEY_WORD:
    case CV_KEY_SERIES: return json_pack("{s:o}", "enum", words_of(key));
    case CV_KEY_SHARE: return json_pack("{s:s, s:s}", "type", "string", "pattern", SHARE_PATTERN);
    case CV_KEY_OBJECT: return ref_to(key->shape);
    case CV_KEY_OBJECTS:
        return json_pack("{s:s, s:o}", "type", "array", "items", ref_to(key->shape));
    case CV_KEY_NAMED:
        if (!key->shape->key[0].name[0]) return ref_to(key->shape);
        return json_pack("{s:s, s:o}", "type", "object", "additionalProperties",
                         ref_to(key->shape));
    }
    return NULL;
}

static inline json_t *shape_schema(const cv_shape *shape)
{
    json_t *out = json_pack("{s:s, s:s}", "description", shape->about, "type", "object");
    if (!shape->key[0].name[0]) {
        json_object_set_new(out, "additionalProperties", value_schema(&shape->key[0]));
        return out;
    }
    json_t *properties = json_object(), *required = json_array();
    for (int32_t i = 0; i < shape->n_keys; i++) {
        json_t *about = json_pack("{s:s}", "description", shape->key[i].about);
        json_t *value = value_schema(&shape->key[i]);
        json_object_update(about, value);
        json_decref(value);
        json_object_set_new(properties, shape->key[i].name, about);
        if (shape->key[i].required)
            json_array_append_new(required, json_string(shape->key[i].name));
    }
    json_object_set_new(out, "properties", properties);
    if (json_array_size(required)) json_object_set(out, "required", required);
    json_decref(required);
    json_object_set_new(out, "additionalProperties", json_false());
    return out;
}

static inline json_t *whole_schema(void)
{
    json_t *defs = json_object();
    for (int32_t i = 0; i < CV_N_SHAPES; i++)
        json_object_set_new(defs, CV_SHAPES[i]->name, shape_schema(CV_SHAPES[i]));
    return json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:o}", "$schema", "https://json-schema.org/draft/2020-12/schema",
        "$id", "https://canvass.invalid/schema/election.schema.json", "title", "election.json",
        "description", "An election as canvass reads it: docs/reference/election-json.md", "$ref",
        "#/$defs/election", "$defs", defs);
}

/* ---- the reference ---- */

static inline void show_words(cv_text *out, const cv_key *key)
{
    json_t *words = words_of(key);
    for (size_t i = 0; i < json_array_size(words); i++)
        cv_text_addf(out, "%s`%s`", i ? " " : "", json_string_value(json_array_get(words, i)));
    json_decref(words);
}

static inline void show_range(cv_text *out, const cv_key *key)
{
    cv_text_addf(out, "whole number, %lld to %lld", (long long)key->least, (long long)key->most);
}

static inline void show_type(cv_text *out, const cv_key *key)
{
    static const char *const plain[] = {
        [CV_KEY_TEXT] = "text",
        [CV_KEY_TEXTS] = "text or array of texts",
        [CV_KEY_YES_NO] = "true or false",
        [CV_KEY_SHARE] = "fraction, `\"5/100\"`",
    };
    switch (key->type) {
    case CV_KEY_TEXT:
    case CV_KEY_TEXTS:
    case CV_KEY_YES_NO:
    case CV_KEY_SHARE: cv_text_add(out, cv_str_of(plain[key->type])); return;
    case CV_KEY_INT: show_range(out, key); return;
    case CV_KEY_INTS:
        show_range(out, key);
        cv_text_add(out, CV_STR(", or an array of them"));
        return;
    case CV_KEY_WORD:
    case CV_KEY_SERIES: show_words(out, key); return;
    case CV_KEY_OBJECT: cv_text_addf(out, "[%s](#%s)", key->shape->name, key->shape->name); return;
    case CV_KEY_OBJECTS:
        cv_text_addf(out, "array of [%s](#%s)", key->shape->name, key->shape->name);
        return;
    case CV_KEY_NAMED:
        if (!key->shape->key[0].name[0]) {
            cv_text_add(out, CV_STR("object: free keys, each "));
            show_type(out, &key->shape->key[0]);
        } else {
            cv_text_addf(out, "object: free keys, each a [%s](#%s)", key->shape->name,
                         key->shape->name);
        }
        return;
    }
}

/* `| **id** | text | short name |`; keys that must be there are bold. */
static inline cv_str key_row(const cv_key *key, cv_arena *keep)
{
    cv_text out = cv_text_open(keep);
    cv_text_addf(&out, key->required ? "| **`%s`** | " : "| `%s` | ", key->name);
    show_type(&out, key);
    cv_text_addf(&out, " | %s |", key->about);
    return cv_text_str(&out);
}

#endif

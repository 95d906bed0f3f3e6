#include "read/case/json_text.h"

#include <string.h>

#include "base/check.h"
#include "base/text.h"

/* ---- tokens ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The byte after the string that begins at `i`. */
static int64_t after_string(cv_str t, int64_t i)
{
    for (i++; i < t.n && t.s[i] != '"'; i++)
        if (t.s[i] == '\\') i++;
    return i < t.n ? i + 1 : t.n;
}

/* The byte after the token that begins at `i`: a string, one of {}[]:, or a bare word. */
static int64_t after_token(cv_str t, int64_t i)
{
    if (t.s[i] == '"') return after_string(t, i);
    if (strchr("{}[]:,", t.s[i]) && t.s[i]) return i + 1;
    while (i < t.n && !is_space(t.s[i]) && !(t.s[i] && strchr("{}[]:,\"", t.s[i]))) i++;
    return i;
}

static int64_t skip_space(cv_str t, int64_t i)
{
    while (i < t.n && is_space(t.s[i])) i++;
    return i;
}

/* The beginning of the token that holds byte `at`, or `at` itself between tokens. */
static int64_t token_at(cv_str t, int64_t at)
{
    for (int64_t i = skip_space(t, 0); i < t.n && i <= at;) {
        int64_t end = after_token(t, i);
        if (at < end) return i;
        i = skip_space(t, end);
    }
    return at;
}

/* ---- where things stand ---- */

cv_place cv_json_place(const cv_json_text *t, int32_t at)
{
    cv_place p = {t->file, 1, 1};
    for (int64_t i = 0; i < at && i < t->text.n; i++) {
        p.column++;
        if (t->text.s[i] == '\n') p.line++, p.column = 1;
    }
    return p;
}

/* One open array or object on the way to a byte. */
typedef struct {
    bool is_array;
    int32_t index;
    cv_str key;
} step;

static void add_path(cv_text *path, const step *open, int32_t depth)
{
    for (int32_t i = 0; i < depth; i++) {
        if (open[i].is_array)
            cv_text_addf(path, "[%d]", open[i].index);
        else if (open[i].key.n)
            cv_text_addf(path, "%s%.*s", path->n ? "." : "", CV_ARG(open[i].key));
    }
}

cv_str cv_json_path(const cv_json_text *t, int32_t at, cv_arena *work)
{
    step open[CV_JSON_DEPTH + 2];
    int32_t depth = 0;
    int64_t next;
    for (int64_t i = skip_space(t->text, 0); i < t->text.n; i = skip_space(t->text, next)) {
        next = after_token(t->text, i);
        char c = t->text.s[i];
        step *top = depth ? &open[depth - 1] : NULL;
        if (c == '"' && top && !top->is_array) {
            int64_t colon = skip_space(t->text, next);
            bool is_key = colon < t->text.n && t->text.s[colon] == ':';
            if (is_key) top->key = cv_str_cut(t->text, i + 1, next - 1);
        }
        if (i >= at) break;
        if (c == ',' && top && top->is_array) top->index++;
        if (c == ',' && top && !top->is_array) top->key = (cv_str){0};
        if ((c == '{' || c == '[') && depth <= CV_JSON_DEPTH)
            open[depth++] = (step){.is_array = c == '['};
        if ((c == '}' || c == ']') && depth > 0) depth--;
    }
    cv_text path = cv_text_open(work);
    add_path(&path, open, depth);
    return cv_text_str(&path);
}

/* ---- the tree ---- */

/* Depth is checked before jansson sees the text: its own limit is not ours to state. */
static cv_status check_depth(const cv_json_text *t, cv_error *err)
{
    int32_t depth = 0;
    for (int64_t i = skip_space(t->text, 0); i < t->text.n;) {
        char c = t->text.s[i];
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        if (depth > CV_JSON_DEPTH)
            return cv_fail_at(err, CV_E_LIMIT, cv_json_place(t, (int32_t)i),
                              "more than %d arrays and objects inside each other", CV_JSON_DEPTH);
        i = skip_space(t->text, after_token(t->text, i));
    }
    return CV_OK;
}

/* jansson says "duplicate object key near '"id"'"; the place is ours and the quotes too. */
static cv_status syntax_error(const cv_json_text *t, const json_error_t *e, cv_error *err)
{
    int64_t end = e->position < t->text.n ? e->position : t->text.n;
    bool at_end = json_error_code(e) == json_error_premature_end_of_input;
    int64_t at = at_end ? t->text.n : token_at(t->text, end > 0 ? end - 1 : 0);
    cv_place place = cv_json_place(t, (int32_t)at);
    cv_str token = at_end || at >= t->text.n ? (cv_str){0} : cv_str_cut(t->text, at, end);
    switch (json_error_code(e)) {
    case json_error_duplicate_key:
        return cv_fail_at(err, CV_E_INPUT, place, "key stands twice: '%.*s'",
                          CV_ARG(cv_str_cut(token, 1, token.n - 1)));
    case json_error_premature_end_of_input:
        return cv_fail_at(err, CV_E_INPUT, place, "the text ends too early: not whole JSON");
    case json_error_invalid_utf8:
        return cv_fail_at(err, CV_E_INPUT, place, "bytes that are not UTF-8");
    default: break;
    }
    if (!token.n) return cv_fail_at(err, CV_E_INPUT, place, "not JSON: %s", e->text);
    cv_fail_at(err, CV_E_INPUT, place, "not JSON at '%.*s'", CV_ARG(cv_str_cut(token, 0, 40)));
    return strstr(e->text, "'}'")
               ? cv_hint(err, CV_E_INPUT, "a comma may be missing before this, or one too many")
               : cv_hint(err, CV_E_INPUT, "check commas, quotes and brackets just before this");
}

/* Every value in the order of the text. Only for texts that jansson accepts. */
static void note_spots(cv_json_text *t, cv_arena *work)
{
    cv_json_spot *spot = NULL;
    int64_t n = 0, cap = 0;
    int64_t key_at = -1;
    for (int64_t i = skip_space(t->text, 0); i < t->text.n;) {
        int64_t end = after_token(t->text, i), next = skip_space(t->text, end);
        char c = t->text.s[i];
        bool is_key = c == '"' && next < t->text.n && t->text.s[next] == ':';
        if (is_key) key_at = i;
        if (!is_key && !strchr("}],:", c)) {
            cv_room(work, cv_json_spot, spot, n, cap);
            spot[n++] = (cv_json_spot){(int32_t)i, (int32_t)key_at};
            key_at = -1;
        }
        i = next;
    }
    t->spot = spot;
    t->n_spots = (int32_t)n;
}

cv_status cv_json_load(json_t **tree, cv_json_text *out, cv_str file, cv_str text, cv_arena *work,
                       cv_error *err)
{
    cv_json_text t = {.file = file, .text = text};
    if (text.n > CV_JSON_BYTES)
        return cv_fail_at(err, CV_E_LIMIT, (cv_place){file, 0, 0}, "larger than %d MiB",
                          CV_JSON_BYTES / 1024 / 1024);
    if (cv_str_starts(text, CV_STR("\xef\xbb\xbf"))) t.text = cv_str_cut(text, 3, text.n);
    CV_TRY(check_depth(&t, err));
    json_error_t e;
    json_t *root = json_loadb(t.text.s, (size_t)t.text.n, JSON_REJECT_DUPLICATES, &e);
    if (!root) return syntax_error(&t, &e, err);
    note_spots(&t, work);
    *tree = root;
    *out = t;
    return CV_OK;
}

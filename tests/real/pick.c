#include "pick.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- one value as text ---- */

static void write_value(char out[PICK_BYTES], const json_t *v)
{
    if (json_is_string(v))
        snprintf(out, PICK_BYTES, "%s", json_string_value(v));
    else if (json_is_integer(v))
        snprintf(out, PICK_BYTES, "%lld", (long long)json_integer_value(v));
    else if (json_is_boolean(v))
        snprintf(out, PICK_BYTES, "%s", json_is_true(v) ? "true" : "false");
    else if (json_is_null(v))
        snprintf(out, PICK_BYTES, "null");
    else
        snprintf(out, PICK_BYTES, "<not a word or a whole number>");
}

static bool has_value(const json_t *v, const char *wanted, size_t n)
{
    char text[PICK_BYTES];
    if (!v) return false;
    write_value(text, v);
    if (n > 0 && wanted[n - 1] == '*') return strncmp(text, wanted, n - 1) == 0;
    return strlen(text) == n && memcmp(text, wanted, n) == 0;
}

/* ---- steps: a set of picked values is a JSON array ---- */

static json_t *pick_member(json_t *from, const char *key, size_t n)
{
    json_t *to = json_array(), *v;
    size_t i;
    json_array_foreach(from, i, v)
    {
        json_t *member = json_object_getn(v, key, n);
        if (member) json_array_append(to, member);
    }
    return to;
}

/* `test` is what stands between the brackets. Sets *n_known to how many of its members exist in
 * `v`, when that is more than before. */
static bool passes(json_t *v, const char *test, size_t n, int *n_known)
{
    int known = 0;
    bool pass = true;
    for (const char *end = test + n; test < end;) {
        size_t part = strcspn(test, ",]");
        const char *eq = memchr(test, '=', part);
        if (!eq) return false;
        const json_t *member = json_object_getn(v, test, (size_t)(eq - test));
        known += member != NULL;
        pass = pass && has_value(member, eq + 1, part - (size_t)(eq + 1 - test));
        test += part + 1;
    }
    if (known > *n_known) *n_known = known;
    return pass;
}

static int count_conditions(const char *test, size_t n)
{
    int conditions = 1;
    for (size_t i = 0; i < n; i++) conditions += test[i] == ',';
    return conditions;
}

/* NULL when there is no array, or when no element of it has the members that are asked for: a
 * count of 0 then would be a slip of the pen. */
static json_t *pick_elements(json_t *from, const char *test, size_t n)
{
    json_t *to = json_array(), *v, *element;
    bool all = n == 1 && *test == '*', by_number = n > 0 && !memchr(test, '=', n) && !all;
    size_t i, k, wanted = by_number ? strtoul(test, NULL, 10) : 0, n_arrays = 0, n_elements = 0;
    int n_known = 0;
    json_array_foreach(from, i, v)
    {
        n_arrays += json_is_array(v);
        json_array_foreach(v, k, element)
        {
            n_elements++;
            bool take = all || (by_number ? k == wanted : passes(element, test, n, &n_known));
            if (take) json_array_append(to, element);
        }
    }
    bool by_member = !all && !by_number;
    bool unknown = by_member && n_elements > 0 && n_known < count_conditions(test, n);
    if (n_arrays > 0 && !unknown) return to;
    json_decref(to);
    return NULL;
}

static long long fold(json_t *set, const char *key, bool largest)
{
    long long r = 0;
    size_t i;
    json_t *v;
    json_array_foreach(set, i, v)
    {
        long long x = json_integer_value(json_object_get(v, key));
        r = largest ? (x > r ? x : r) : r + x;
    }
    return r;
}

/* Takes `set`; writes what the end of the path says about it. */
static void write_end(char out[PICK_BYTES], json_t *set, const char *end)
{
    size_t n = json_array_size(set);
    if (*end == '#')
        snprintf(out, PICK_BYTES, "%zu", n);
    else if (*end == '+' || *end == '^')
        snprintf(out, PICK_BYTES, "%lld", fold(set, end + 1, *end == '^'));
    else if (*end)
        snprintf(out, PICK_BYTES, "<cannot read the path from '%.100s'>", end);
    else if (n != 1)
        snprintf(out, PICK_BYTES, "<%zu values>", n);
    else
        write_value(out, json_array_get(set, 0));
    json_decref(set);
}

void pick(char out[PICK_BYTES], json_t *root, const char *path)
{
    json_t *set = json_array();
    json_array_append(set, root);
    bool start = true;
    while (*path && !strchr("#+^", *path)) {
        json_t *next;
        const char *close = *path == '[' ? strchr(path, ']') : NULL;
        if (close) {
            next = pick_elements(set, path + 1, (size_t)(close - path - 1));
            path = close + 1;
        } else if (*path != '[' && (*path == '.' || start)) {
            path += *path == '.';
            size_t n = strcspn(path, ".[#+^");
            next = pick_member(set, path, n);
            path += n;
        } else {
            break;
        }
        json_decref(set);
        if (!next) {
            snprintf(out, PICK_BYTES, "<nothing to pick from before '%.100s'>", path);
            return;
        }
        set = next;
        start = false;
    }
    write_end(out, set, path);
}

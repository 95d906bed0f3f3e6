#include "pack.h"

#include "read/gunzip.h"

#include "keep.h"

typedef struct {
    cv_str bytes;
    int64_t step; /* bytes given at a time */
} source;

static cv_status give(void *data, char *to, int64_t room, int64_t *n, cv_error *err)
{
    source *s = data;
    (void)err;
    *n = s->step < room ? s->step : room;
    if (*n > s->bytes.n) *n = s->bytes.n;
    if (*n) memcpy(to, s->bytes.s, (size_t)*n);
    s->bytes = cv_str_cut(s->bytes, *n, s->bytes.n);
    return CV_OK;
}

static cv_status unpack(cv_str bytes, int64_t step, int64_t room, cv_text *out, cv_error *err)
{
    source s = {bytes, step};
    cv_gunzip *g = cv_gunzip_open(give, &s, CV_STR("x.gz"), &keep);
    char part[64];
    for (int64_t n = 1; n;) {
        CV_TRY(cv_gunzip_get(g, part, room, &n, err));
        cv_text_add(out, (cv_str){part, n});
    }
    return CV_OK;
}

static cv_str gzip(const char *text)
{
    const pack_member m = {"x", cv_str_of(text), NULL};
    return pack(archive_write_set_format_raw, archive_write_add_filter_gzip, &m, 1, &keep);
}

static cv_str join(cv_str a, cv_str b)
{
    char *p = cv_new(&keep, char, a.n + b.n);
    memcpy(p, a.s, (size_t)a.n);
    memcpy(p + a.n, b.s, (size_t)b.n);
    return (cv_str){p, a.n + b.n};
}

static void whole(void **state)
{
    (void)state;
    cv_str one = gzip("three stations"), two = gzip(", four votes");
    const cv_str padding = {"\0\0\0\0\0", 5};
    const struct {
        const char *name;
        cv_str bytes;
        const char *want;
    } rows[] = {
        {"one member",      one,           "three stations"            },
        {                             "two members",         join(one,          two), "three stations, four votes"},
        {                             "padding",         join(one,      padding),             "three stations"},
        {                             "padding between members",    join(join(one,      padding),                         two), "three stations, four votes"},
        { "an empty member", join(gzip(""), two),                         ", four votes"},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        for (int64_t step = 1; step < 40; step += 6)
            for (int64_t room = 1; room < 40; room += 9) {
                cv_text out = cv_text_open(&keep);
                ROW_INT(rows[i].name, unpack(rows[i].bytes, step, room, &out, NULL), CV_OK);
                ROW_STR(rows[i].name, cv_text_str(&out), cv_str_of(rows[i].want));
            }
}

/* Each byte that says something about the data or its end; the ten of the head name times and
 * systems. */
static void each_byte_flipped(void **state)
{
    (void)state;
    cv_str bytes = gzip("1,2,3\n4,5,6\n7,8,9\n");
    char *p = (char *)(uintptr_t)bytes.s;
    for (int64_t i = 10; i < bytes.n; i++)
        for (int bit = 0; bit < 8; bit++) {
            cv_text out = cv_text_open(&keep);
            cv_error err = {0};
            p[i] ^= (char)(1 << bit);
            cv_status status = unpack(bytes, 100, 64, &out, &err);
            p[i] ^= (char)(1 << bit);
            cv_str place = cv_str_format(&keep, "byte %lld bit %d", (long long)i, bit);
            /* Bits after the end of the last block say nothing. */
            if (status == CV_OK)
                ROW_STR(place.s, cv_text_str(&out), CV_STR("1,2,3\n4,5,6\n7,8,9\n"));
            else
                ROW_INT(place.s, status, CV_E_INPUT);
            if (i >= bytes.n - 8) ROW_INT(place.s, status, CV_E_INPUT);
        }
}

static void each_cut(void **state)
{
    (void)state;
    cv_str bytes = gzip("1,2,3\n");
    for (int64_t n = 1; n < bytes.n; n++) {
        cv_text out = cv_text_open(&keep);
        cv_error err = {0};
        cv_str place = cv_str_format(&keep, "%lld bytes", (long long)n);
        ROW_INT(place.s, unpack(cv_str_cut(bytes, 0, n), 100, 64, &out, &err), CV_E_INPUT);
        ROW_STR(place.s, cv_str_of(err.text),
                CV_STR("'x.gz' is damaged or cut short: gzip ends too early"));
    }
}

static void garbage_after(void **state)
{
    (void)state;
    cv_text out = cv_text_open(&keep);
    assert_int_equal(unpack(join(gzip("1"), CV_STR("xyz")), 100, 64, &out, NULL), CV_E_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_byte_flipped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(garbage_after, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

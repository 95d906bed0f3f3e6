#include "../row.h"

#include "base/hash.h"

/* The examples that NIST publishes with FIPS 180-4 (the last of them a million letters a), and
 * lengths beside the block of 64 bytes from the NIST test vectors for short messages. */
static const struct {
    const char *name;
    cv_str bytes;
    const char *hex;
} sha[] = {
    {"nothing",      CV_STR(""),                                                         "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"a null slice", {NULL, 0},                                                          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"one block",    CV_STR("abc"),
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"                                                                                    },
    {"two blocks",   CV_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"                                                                                    },
    {"112 bytes",
     CV_STR("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
            "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"                                                                                    },
    {"the byte bd",  CV_STR("\xbd"),
     "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"                                                                                    },
    {"four bytes",   CV_STR("\xc9\x8c\x8e\x55"),
     "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"                                                                                    },
};

static void sha256(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(sha); i++) {
        cv_sha256 hash = cv_sha256_of(sha[i].bytes);
        cv_str hex = cv_sha256_hex(&hash, &keep);
        ROW_STR(sha[i].name, hex, cv_str_of(sha[i].hex));
        ROW_INT(sha[i].name, hex.s[64], 0);
    }
    char *a = cv_new(&keep, char, 1000000);
    memset(a, 'a', 1000000);
    cv_sha256 hash = cv_sha256_of((cv_str){a, 1000000});
    ROW_STR("a million a", cv_sha256_hex(&hash, &keep),
            CV_STR("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    cv_arena_close(&keep);
}

/* Cut anywhere, the hash is that of the whole. */
static void sha256_in_pieces(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(sha); i++)
        for (int64_t cut = 0; cut <= sha[i].bytes.n; cut++) {
            cv_hasher *h = cv_hasher_open(&keep);
            cv_hasher_add(h, cv_str_cut(sha[i].bytes, 0, cut));
            cv_hasher_add(h, cv_str_cut(sha[i].bytes, cut, sha[i].bytes.n));
            cv_sha256 hash = cv_hasher_end(h);
            ROW_STR(sha[i].name, cv_sha256_hex(&hash, &keep), cv_str_of(sha[i].hex));
        }
    cv_arena_close(&keep);
}

static void hash64_sees_every_byte(void **state)
{
    (void)state;
    char text[40];
    for (int64_t n = 1; n <= (int64_t)sizeof text; n++) {
        memset(text, 0, sizeof text);
        uint64_t plain = cv_hash64((cv_str){text, n});
        assert_true(plain == cv_hash64((cv_str){text, n}));
        assert_true(plain != cv_hash64((cv_str){text, n - 1})); /* zeros at the end count */
        for (int64_t at = 0; at < n; at++)
            for (int bit = 0; bit < 8; bit++) {
                text[at] = (char)(1 << bit);
                assert_true(plain != cv_hash64((cv_str){text, n}));
                text[at] = 0;
            }
    }
}

/* The same slice at another address, and with other bytes behind it, is the same key. */
static void hash64_sees_only_the_slice(void **state)
{
    (void)state;
    char there[64];
    for (int64_t shift = 0; shift < 9; shift++) {
        memset(there, (int)shift + 'A', sizeof there);
        memcpy(there + shift, "polling station 118", 19);
        assert_true(cv_hash64((cv_str){there + shift, 19}) ==
                    cv_hash64(CV_STR("polling station 118")));
    }
}

/* 2^16 consecutive numbers over 2^16 places, by the low bits and by the high ones. Thrown at
 * random they fill 1 - 1/e of the places, 41427, give or take 100 (the standard deviation is
 * below sqrt(65536 e^-1 (1 - 2/e)) = 80). */
static void hash64_spreads(void **state)
{
    (void)state;
    static bool low[65536], high[65536];
    int32_t n_low = 0, n_high = 0;
    for (uint32_t i = 0; i < 65536; i++) {
        char key[8];
        int n = snprintf(key, sizeof key, "%u", i);
        uint64_t h = cv_hash64((cv_str){key, n});
        n_low += !low[h & 0xffff], low[h & 0xffff] = true;
        n_high += !high[h >> 48], high[h >> 48] = true;
    }
    ROW_TRUE("low bits", n_low > 41000 && n_low < 41854);
    ROW_TRUE("high bits", n_high > 41000 && n_high < 41854);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256),
        cmocka_unit_test(sha256_in_pieces),
        cmocka_unit_test(hash64_sees_every_byte),
        cmocka_unit_test(hash64_sees_only_the_slice),
        cmocka_unit_test(hash64_spreads),
    };
    return cmocka_run_group_tests_name("base/hash", tests, NULL, NULL);
}

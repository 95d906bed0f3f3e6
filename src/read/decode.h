/* read/decode.h — bytes of a member as UTF-8 text, decoded once, at the edge.
 *
 * The text is a window that moves over the member: what is before `at` has been dealt with and
 * goes when more is asked for. A byte that is not in the declared encoding becomes CV_BAD_BYTE,
 * which UTF-8 never has; bytes that are not UTF-8 in a UTF-8 file stay as they are. Either way
 * cv_text_bad() finds them, and the row that has them is refused.
 *
 * Encodings by iconv; ISO 8859-1 is read as windows-1252. Where nobody has said, and no mark and no
 * zero byte shows it, the text is UTF-8 or in an 8-bit encoding, which is decided once, at the
 * first byte past ASCII, by the text that follows it; all of them agree on what is before.
 *
 * Method: docs/reference/methods.md, Encodings
 */
#ifndef CV_READ_DECODE_H
#define CV_READ_DECODE_H

#include "read/bytes.h"
#include "read/eight_bit.h"

#define CV_BAD_BYTE '\xfe'

typedef struct {
    char *text; /* [cap] */
    int64_t at, end, cap;
    bool is_last;           /* nothing comes after `end`                                  */
    bool is_clean;          /* from `at` to the last line end: UTF-8 without zero bytes   */
    cv_encoding encoding;   /* as found or declared; never AUTO or UTF_16 after the start */
    bool is_guess;          /* UTF-8 that nobody declared: bad bytes condemn the file     */
    cv_eight_bit eight_bit; /* .is not AUTO: the text was no UTF-8; unsure: is_guess stays */
    int64_t n_bytes;        /* of the member, before decoding                             */
    struct cv_decoder *how;
} cv_window;

/* A window with room for `longest` bytes of text and one more block. */
cv_window cv_window_open(int64_t longest, int64_t block, cv_arena *keep);

/* Starts on the present member of `bytes`: finds the encoding and passes over its mark.
 * Fails with CV_E_INPUT when mark and declaration contradict each other, or when the bytes are no
 * text. `at` is for messages. */
cv_status cv_window_start(cv_window *w, cv_bytes *bytes, cv_encoding declared, cv_place at,
                          cv_error *err);

/* Forgets what is before `at` and adds up to a block of text at the end. */
cv_status cv_window_more(cv_window *w, cv_bytes *bytes, cv_error *err);

/* The first byte that is not part of UTF-8 text, zero bytes included; -1 when there is none. */
int64_t cv_text_bad(cv_str s);

#endif

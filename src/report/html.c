#include "report/html.h"

#include <string.h>

#include "base/check.h"
#include "report/html_answer.h"
#include "report/html_text.h"
#include "report/json_parts.h"

/* ---- data inside <script> ---- */

typedef struct {
    cv_out out;
} script;

/* A script ends at "</script" and changes its nature at "<!--". In JSON `<` stands only inside
 * texts, where \u003c is the same letter. */
static cv_status put_without_tags(void *to, cv_str bytes, cv_error *err)
{
    const script *s = to;
    while (bytes.n) {
        const char *tag = memchr(bytes.s, '<', (size_t)bytes.n);
        int64_t n = tag ? tag - bytes.s : bytes.n;
        if (n) CV_TRY(s->out.put(s->out.to, cv_str_cut(bytes, 0, n), err));
        if (tag) CV_TRY(s->out.put(s->out.to, CV_STR("\\u003c"), err));
        bytes = cv_str_cut(bytes, n + (tag != NULL), bytes.n);
    }
    return CV_OK;
}

cv_status cv_html_data(cv_out out, const cv_report *r, const cv_extract *extract, cv_arena scratch,
                       cv_error *err)
{
    script s = {out};
    cv_json_doc d = cv_json_doc_open((cv_out){put_without_tags, &s}, r, extract, &scratch, err);
    cv_json_whole(&d);
    cv_json_papers(&d);
    return cv_json_close(&d.json);
}

/* ---- how much fits ---- */

enum { BYTES_MOST = 24500000, FINDINGS_LEAST = 1000 };

static cv_status count_bytes(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    *(int64_t *)to += bytes.n;
    return CV_OK;
}

/* Bytes of the data with these limits and without any station. */
static int64_t bytes_of_rest(const cv_report *r, cv_extract_limits limits, cv_arena scratch)
{
    int64_t n = 0;
    cv_arena keep = cv_arena_open();
    cv_extract extract;
    limits.bytes = 0;
    cv_extract_make(&extract, r, &limits, &keep, scratch);
    cv_html_data((cv_out){count_bytes, &n}, r, &extract, scratch, NULL);
    cv_arena_close(&keep);
    return n;
}

/* The areas come with their stations. */
static int64_t bytes_of_areas(const cv_election *e)
{
    enum { KEYS = 45 };
    int64_t n = 0;
    for (int32_t i = 0; i < e->n_areas; i++) n += e->area[i].name.n + e->area[i].level.n + KEYS;
    return n;
}

cv_extract_limits cv_html_limits(const cv_report *r, int64_t room, cv_arena scratch)
{
    cv_extract_limits limits = CV_EXTRACT_LIMITS_DEFAULT;
    int64_t rest = bytes_of_rest(r, limits, scratch);
    while (rest > room && limits.findings > FINDINGS_LEAST) {
        limits.findings /= 2;
        limits.refused /= 2;
        limits.listed /= 2;
        rest = bytes_of_rest(r, limits, scratch);
    }
    int64_t left = room - rest - bytes_of_areas(r->review->election);
    if (left < limits.bytes) limits.bytes = left > 0 ? left : 0;
    return limits;
}

static cv_status put_data(cv_out out, const cv_report *r, const cv_html_parts *parts,
                          cv_arena scratch, cv_error *err)
{
    cv_arena keep = cv_arena_open();
    cv_extract extract;
    script s = {out};
    cv_extract_limits limits =
        cv_html_limits(r, BYTES_MOST - parts->page.n - parts->texts.n, scratch);
    cv_extract_make(&extract, r, &limits, &keep, scratch);
    cv_status status =
        out.put(out.to, CV_STR("<script type=\"application/json\" id=\"canvass-review\">\n"), err);
    if (status == CV_OK) status = cv_html_data(out, r, &extract, scratch, err);
    if (status == CV_OK)
        status = out.put(
            out.to, CV_STR("</script>\n<script type=\"application/json\" id=\"canvass-texts\">\n"),
            err);
    if (status == CV_OK) status = put_without_tags(&s, parts->texts, err);
    if (status == CV_OK) status = out.put(out.to, CV_STR("\n</script>"), err);
    cv_arena_close(&keep);
    return status;
}

/* ---- the page around it ---- */

/* Puts what stands before the mark; *rest begins after it. */
static cv_status put_to(cv_str *rest, cv_str mark, cv_out out, cv_error *err)
{
    int64_t at = cv_str_find(*rest, mark, 0);
    cv_assert(at >= 0);
    cv_str part = cv_str_cut(*rest, 0, at);
    *rest = cv_str_cut(*rest, at + mark.n, rest->n);
    return out.put(out.to, part, err);
}

typedef void text_maker(cv_text *to, const cv_report *r, const cv_html_parts *parts);

static cv_status put_text(cv_out out, text_maker *add, const cv_report *r,
                          const cv_html_parts *parts, cv_error *err)
{
    cv_arena work = cv_arena_open();
    cv_text t = cv_text_open(&work);
    add(&t, r, parts);
    cv_status status = out.put(out.to, cv_text_str(&t), err);
    cv_arena_close(&work);
    return status;
}

/* The language may come from a catalogue that anybody wrote. */
static void add_language(cv_text *to, const cv_report *r, const cv_html_parts *parts)
{
    (void)r;
    cv_text_add(to, CV_STR("lang=\""));
    cv_html_text(to, parts->language.n ? parts->language : CV_STR("en"));
    cv_text_add(to, CV_STR("\" data-language=\""));
    cv_html_text(to, parts->language);
    cv_text_add(to, CV_STR("\""));
}

static void add_title(cv_text *to, const cv_report *r, const cv_html_parts *parts)
{
    (void)parts;
    cv_text_add(to, CV_STR("<title>"));
    cv_html_text(to, r->review->election->title);
    cv_text_add(to, CV_STR("</title>"));
}

static void add_answer(cv_text *to, const cv_report *r, const cv_html_parts *parts)
{
    (void)parts;
    cv_html_answer(to, r);
}

cv_status cv_html_review(cv_out out, const cv_report *r, const cv_html_parts *parts,
                         cv_arena scratch, cv_error *err)
{
    cv_str rest = parts->page;
    CV_TRY(put_to(&rest, CV_STR("lang=\"en\" data-language=\"\""), out, err));
    CV_TRY(put_text(out, add_language, r, parts, err));
    CV_TRY(put_to(&rest, CV_STR("<title>canvass</title>"), out, err));
    CV_TRY(put_text(out, add_title, r, parts, err));
    CV_TRY(put_to(&rest, CV_STR("<!--answer-->"), out, err));
    CV_TRY(put_text(out, add_answer, r, parts, err));
    CV_TRY(put_to(&rest, CV_STR("<!--data-->"), out, err));
    CV_TRY(put_data(out, r, parts, scratch, err));
    return out.put(out.to, rest, err);
}

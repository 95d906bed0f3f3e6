#include "report/html.h"

#include <string.h>

#include "base/check.h"
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

static cv_status put_data(cv_out out, const cv_report *r, const cv_html_parts *parts,
                          cv_arena scratch, cv_error *err)
{
    cv_arena keep = cv_arena_open();
    cv_extract extract;
    script s = {out};
    cv_extract_make(&extract, r, &CV_EXTRACT_LIMITS_DEFAULT, &keep, scratch);
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

/* What stands before the mark; *rest begins after it. */
static cv_str before(cv_str *rest, cv_str mark)
{
    int64_t at = cv_str_find(*rest, mark, 0);
    cv_assert(at >= 0);
    cv_str part = cv_str_cut(*rest, 0, at);
    *rest = cv_str_cut(*rest, at + mark.n, rest->n);
    return part;
}

cv_status cv_html_review(cv_out out, const cv_report *r, const cv_html_parts *parts,
                         cv_arena scratch, cv_error *err)
{
    cv_str rest = parts->page;
    cv_str head = before(&rest, CV_STR("<!--canvass:data-->"));
    CV_TRY(out.put(out.to, head, err));
    CV_TRY(put_data(out, r, parts, scratch, err));
    return out.put(out.to, rest, err);
}

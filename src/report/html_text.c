#include "report/html_text.h"

static cv_str entity_of(char c)
{
    switch (c) {
    case '&': return CV_STR("&amp;");
    case '<': return CV_STR("&lt;");
    case '>': return CV_STR("&gt;");
    case '"': return CV_STR("&quot;");
    case '\'': return CV_STR("&#39;");
    }
    return CV_STR("");
}

void cv_html_text(cv_text *to, cv_str s)
{
    s = cv_show_name(s, to->keep);
    int64_t from = 0;
    for (int64_t i = 0; i < s.n; i++) {
        cv_str entity = entity_of(s.s[i]);
        if (!entity.n) continue;
        cv_text_add(to, cv_str_cut(s, from, i));
        cv_text_add(to, entity);
        from = i + 1;
    }
    cv_text_add(to, cv_str_cut(s, from, s.n));
}

static void tag(cv_text *to, const char *before, const char *name, const char *after)
{
    cv_text_add(to, cv_str_of(before));
    cv_text_add(to, cv_str_of(name));
    cv_text_add(to, cv_str_of(after));
}

void cv_html_element(cv_text *to, const char *name, cv_str s)
{
    tag(to, "<", name, ">");
    cv_html_text(to, s);
    tag(to, "</", name, ">\n");
}

static void add_cell(cv_text *to, const cv_grid_column *column, const char *name, cv_str s)
{
    tag(to, "<", name, column->align == CV_RIGHT ? " style=\"text-align:right\"><bdi>" : "><bdi>");
    cv_html_text(to, s);
    tag(to, "</bdi></", name, ">");
}

void cv_html_table(cv_text *to, const cv_grid *t, int64_t most, cv_str caption)
{
    int64_t n = cv_grid_n_rows(t);
    cv_text_add(to, CV_STR("<table>\n"));
    cv_html_element(to, "caption", caption);
    cv_text_add(to, CV_STR("<thead><tr>"));
    for (int32_t k = 0; k < t->n_columns; k++)
        add_cell(to, &t->column[k], "th", cv_grid_head(t, k));
    cv_text_add(to, CV_STR("</tr></thead>\n<tbody>\n"));
    for (int64_t i = 0; i < n && i < most; i++) {
        cv_text_add(to, CV_STR("<tr>"));
        for (int32_t k = 0; k < t->n_columns; k++)
            add_cell(to, &t->column[k], "td", t->cell[i * t->n_columns + k].text);
        cv_text_add(to, CV_STR("</tr>\n"));
    }
    cv_text_add(to, CV_STR("</tbody>\n</table>\n"));
}

/* The law in the text of a review: what is reached, what cannot be told, under which rule. */
#include "report/text_law.h"

#include "report/words.h"

static const cv_grid_column law_columns[] = {
    {CV_MSG("rule"),        CV_LEFT,  16, false},
    {CV_MSG("mark"),        CV_LEFT,  0,  true },
    {CV_MSG("reached"),     CV_RIGHT, 0,  false},
    {CV_MSG("not reached"), CV_RIGHT, 0,  false},
    {CV_MSG("undecidable"), CV_RIGHT, 0,  false},
};

/* How many contests, or stations, give which answer. */
typedef struct {
    int64_t answer[CV_N_LAW_ANSWERS];
} answers;

static answers count(const cv_text_doc *d, const cv_law_rule *rule)
{
    answers a = {{0}};
    for (int32_t c = 0; c < d->election->n_contests; c++) {
        const cv_law_contest *law = &d->review->contest[c].law;
        if (!cv_report_shows(d->report, c)) continue;
        for (int32_t i = 0; i < law->n_lines; i++) {
            const cv_law_line *l = &law->line[i];
            if (l->rule != rule) continue;
            if (!l->of_stations) {
                a.answer[l->answer]++;
                continue;
            }
            a.answer[CV_LAW_REACHED] += l->n_stations;
            a.answer[CV_LAW_NOT_REACHED] += l->n_not_reached;
            a.answer[CV_LAW_UNDECIDABLE] += l->n_undecidable;
        }
    }
    return a;
}

static const char *status_text(cv_law_status status)
{
    switch (status) {
    case CV_LAW_READ: return CV_MSG("read");
    case CV_LAW_SECONDARY: return CV_MSG("secondary");
    case CV_LAW_UNVERIFIED: return CV_MSG("unverified");
    }
    return "";
}

static void add_rule(cv_text_doc *d, cv_grid *g, const cv_law_rule *rule)
{
    answers a = count(d, rule);
    int64_t asked =
        a.answer[CV_LAW_REACHED] + a.answer[CV_LAW_NOT_REACHED] + a.answer[CV_LAW_UNDECIDABLE];
    if (asked == 0) return;
    cv_str words = cv_law_rule_words(rule, d->work);
    cv_grid_add(g, cv_str_format(d->work, "%.*s: %.*s", CV_ARG(rule->key), CV_ARG(words)),
                CV_INK_PLAIN);
    cv_grid_add(g, cv_tr(d->language, status_text(rule->status)),
                rule->status == CV_LAW_READ ? CV_INK_PLAIN : CV_INK_ASK);
    cv_grid_add_count(g, a.answer[CV_LAW_REACHED]);
    cv_grid_add_count(g, a.answer[CV_LAW_NOT_REACHED]);
    cv_grid_add_count(g, a.answer[CV_LAW_UNDECIDABLE]);
}

void cv_text_law(cv_text_doc *d)
{
    enum { RULES_MAX = 256 };
    const cv_law *law = d->election->law;
    const cv_law_rule *rule[RULES_MAX];
    int32_t n = cv_law_find_prefix(rule, RULES_MAX, law, "", d->election->date);
    cv_grid g = cv_grid_open(law_columns, 5, d->language, d->work);
    for (int32_t i = 0; i < n; i++) add_rule(d, &g, rule[i]);
    if (!cv_grid_n_rows(&g)) return;
    cv_text_head(d, cv_sentence(d->language, CV_MSG("The law: {profile}"),
                                CV_SLOTS(cv_slot_s("profile", law->id)), d->work));
    cv_text_grid(d, &g, CV_LOOK_LIST);
}

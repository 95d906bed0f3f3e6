/* Any bytes as the results of one small election, through the whole review.
 *
 * No row disappears, papers are never an error, the seat agrees with a count of a few lines that
 * shares nothing with the engines, and the page's data is JSON that no name leaves. */
#include "case_folder.h"

#include "report/html.h"
#include "review/review.h"

static const char ELECTION[] =
    "{\"canvass\": 1, \"id\": \"fuzz\", \"title\": \"fuzz\", \"date\": \"2005-02-27\","
    " \"rule_sets\": {\"most\": {\"name\": \"most votes\", \"engine\": \"plurality\"}},"
    " \"contests\": [{\"id\": \"1\", \"name\": \"one\", \"seats\": 1, \"rule\": \"most\","
    "  \"options\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"},"
    "                {\"id\": \"c\", \"name\": \"C\"}]}],"
    " \"results\": [{\"file\": \"results.csv\", \"format\": \"csv\", \"layout\": \"wide\","
    "  \"station\": [\"station\"],"
    "  \"forms\": [{\"contest\": \"1\", \"fields\": {\"reg\": \"reg\", \"invalid\": \"invalid\"},"
    "   \"options\": {\"a\": \"a\", \"b\": \"b\", \"c\": \"c\"}}]}]}";

static int64_t sum_of(const cv_forms *f, int32_t option)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < f->n; i++)
        if (f->state[i] == CV_FORM_COUNTED && f->votes[option][i] > 0) sum += f->votes[option][i];
    return sum;
}

static void seat_agrees(const cv_election *e, const cv_contest_review *c)
{
    int64_t votes[3];
    int32_t first = 0;
    for (int32_t i = 0; i < 3; i++) {
        votes[i] = sum_of(&e->forms[0], i);
        cv_assert(c->decided.totals.votes[i] == votes[i]);
        if (votes[i] > votes[first]) first = i;
    }
    int64_t second = -1;
    for (int32_t i = 0; i < 3; i++)
        if (i != first && votes[i] > second) second = votes[i];

    cv_assert((c->tally.kind == CV_DECIDED) == (votes[first] > second));
    if (c->tally.kind == CV_DECIDED) {
        cv_assert(c->tally.n_winners == 1 && c->tally.winner[0] == first);
        cv_assert(c->tally.margin.votes == votes[first] - second);
    }
    if (c->verdict.word == CV_HOLDS) cv_assert(c->tally.kind == CV_DECIDED);
    cv_assert(c->verdict.word != CV_CONFIRMED);
}

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    (void)err;
    cv_text_add(to, bytes);
    return CV_OK;
}

static int32_t scripts_in(cv_str html)
{
    int32_t n = 0;
    for (int64_t at = 0; (at = cv_str_find(html, CV_STR("<script"), at)) >= 0; at++) n++;
    return n;
}

static void page_is_safe(const cv_review *review)
{
    static const char page[] = "<html lang=\"en\" data-language=\"\"><title>canvass</title>"
                               "<!--answer--><!--data--></html>";
    static const char open[] = "id=\"canvass-review\">", close[] = "</script>";
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    const cv_report report = {.review = review};
    const cv_html_parts parts = {.page = cv_str_of(page), .texts = CV_STR("{}")};
    cv_text t = cv_text_open(&keep);
    cv_assert(cv_html_review((cv_out){put, &t}, &report, &parts, scratch, NULL) == CV_OK);
    cv_str html = cv_text_str(&t);
    cv_assert(scripts_in(html) == 2);
    int64_t from = cv_str_find(html, cv_str_of(open), 0) + (int64_t)sizeof open - 1;
    int64_t to = cv_str_find(html, cv_str_of(close), from);
    json_t *root = json_loadb(html.s + from, (size_t)(to - from), JSON_REJECT_DUPLICATES, NULL);
    cv_assert(root && cv_str_find(cv_str_cut(html, from, to), CV_STR("<"), 0) < 0);
    json_decref(root);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    make_folder(cv_str_of(ELECTION));
    write_file("results.csv", fuzz_input(data, size));
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (read_folder(&e, &keep, &work)) {
        rows_add_up(&e);
        cv_review_options how = CV_REVIEW_OPTIONS_DEFAULT;
        how.threads = 1;
        cv_review review;
        cv_error err = {0};
        cv_assert(cv_review_run(&review, &e, &how, &keep, work, &err) == CV_OK);
        seat_agrees(&e, &review.contest[0]);
        page_is_safe(&review);
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

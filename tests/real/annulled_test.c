/* The list of stations that Afghanistan's commissions set aside in 2019, taken as decisions.
 *
 * elections/afghanistan-2019-audit: invalidated_ps_data names 5,305 stations with the votes of all
 * candidates together and what was decided; ps_reporting_status says of every station whether it
 * was set aside. The two agree station by station: 2,299 set aside, 3,006 closed. There are no
 * votes by candidate for single stations, so the case made here has one option. */
#include "../unit/row.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/text.h"
#include "read/read.h"
#include "review/review.h"

#define DATA "elections/afghanistan-2019-audit"

/* What the commissions wrote: "annulled ...", by decisions 113, 116 and by the complaints
 * commission; "stations that after the recount were closed or had a problem"; "closed". */
#define ANNULLED "باطل"
#define RECOUNT  "محلات"

static const char election[] =
    "{\"canvass\": 1, \"id\": \"annulled\", \"title\": \"Stations set aside\", \"data\": \"" DATA
    "\",\n"
    " \"rule_sets\": {\"most\": {\"name\": \"most votes\", \"engine\": \"plurality\"}},\n"
    " \"contests\": [{\"id\": \"president\", \"rule\": \"most\"}],\n"
    " \"results\": [{\"file\": \"invalidated_ps_data.csv.xz\", \"encoding\": \"utf-8\",\n"
    "   \"station\": \"ps_code\", \"area\": [{\"level\": \"decision\", \"column\": "
    "\"commission_decision_or_status\"}],\n"
    "   \"forms\": [{\"contest\": \"president\", \"options\": {\"all candidates\": \"votes\"}}],\n"
    "   \"ignore\": \"rest\"}]}\n";

typedef struct {
    cv_arena keep, work, scratch;
    cv_str folder;
    cv_election e;
    cv_review review;
} reviewed;

static void put(const reviewed *x, const char *name, cv_str text)
{
    char path[4096];
    snprintf(path, sizeof path, "%.*s/%s", CV_ARG(x->folder), name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(text.s, 1, (size_t)text.n, f), text.n);
    assert_int_equal(fclose(f), 0);
}

static void review(reviewed *x)
{
    cv_error err = {0};
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    cv_review_options how = CV_REVIEW_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(getenv("CANVASS_DATA"));
    if (cv_read_case(&x->e, x->folder, &options, &x->keep, &x->work, &err) != CV_OK)
        fail_msg("%s:%lld: %s", err.file, (long long)err.line, err.text);
    if (cv_review_run(&x->review, &x->e, &how, &x->keep, x->scratch, &err) != CV_OK)
        fail_msg("%s", err.text);
}

/* One line for each station whose decision begins so. */
static int32_t add_decisions(cv_text *to, const cv_election *e, const char *begins)
{
    int32_t n = 0;
    for (int32_t i = 0; i < e->n_stations; i++) {
        cv_str decision = e->area[e->station[i].area.i].name;
        if (!cv_str_starts(decision, cv_str_of(begins))) continue;
        cv_text_addf(to, "d%d,president,annul,%.*s\n", (int)i, CV_ARG(e->station[i].code));
        n++;
    }
    return n;
}

static void expect(const reviewed *x, int32_t n_annulled, cv_count votes)
{
    const cv_contest_review *r = &x->review.contest[0];
    assert_int_equal(r->summed.totals.votes[0], 102021);
    assert_int_equal(r->decided.n_annulled, n_annulled);
    assert_int_equal(r->decided.n_counted, 5305 - n_annulled);
    assert_int_equal(r->decided.totals.votes[0], votes);
}

static void a_list_of_stations_is_a_list_of_decisions(void **state)
{
    (void)state;
    char path[4096], folder[] = "/tmp/canvass-annulled-XXXXXX";
    const char *data = getenv("CANVASS_DATA");
    snprintf(path, sizeof path, "%s/" DATA, data ? data : "");
    if (access(path, R_OK) != 0) {
        print_message("# skipped: no data at %s\n", path);
        skip();
    }
    assert_non_null(mkdtemp(folder));
    reviewed x = {.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    x.folder = cv_str_of(folder);
    put(&x, "election.json", cv_str_of(election));
    review(&x);
    expect(&x, 0, 102021);

    cv_text lines = cv_text_open(&x.work);
    cv_text_add(&lines, CV_STR("decision,contest,effect,station\n"));
    assert_int_equal(add_decisions(&lines, &x.e, ANNULLED), 2175);
    put(&x, "decisions.csv", cv_text_str(&lines));
    cv_election all = x.e;
    review(&x);
    expect(&x, 2175, 102021 - 91814);

    assert_int_equal(add_decisions(&lines, &all, RECOUNT), 2299 - 2175);
    put(&x, "decisions.csv", cv_text_str(&lines));
    review(&x);
    expect(&x, 2299, 0); /* the 3,006 closed stations have none */

    snprintf(path, sizeof path, "%s/decisions.csv", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/election.json", folder);
    unlink(path);
    rmdir(folder);
    cv_arena_close(&x.scratch);
    cv_arena_close(&x.work);
    cv_arena_close(&x.keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_stations_is_a_list_of_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

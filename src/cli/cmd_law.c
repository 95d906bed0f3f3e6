/* law: the legal profiles that come with the program, and what is in one. */
#include "base/file.h"
#include "cli/cli.h"
#include "read/law.h"
#include "report/grid.h"
#include "report/json.h"

/* ---- the list ---- */

static const cv_grid_column list_columns[] = {
    {CV_MSG("profile"),  CV_LEFT,  16, false},
    {CV_MSG("rules"),    CV_RIGHT, 0,  false},
    {CV_MSG("based on"), CV_LEFT,  0,  true },
    {CV_MSG("what"),     CV_LEFT,  20, false},
};

static int32_t n_rules_of(const cv_law *law)
{
    int32_t n = 0;
    for (int32_t i = 0; i < law->n_rules; i++) n += law->rule[i].source.n > 0;
    return n;
}

static void list_text(cv_text *t, const cv_laws *all, const cv_cli *cli)
{
    cv_grid g = cv_grid_open(list_columns, 4, cli->look.language, cli->keep);
    for (int32_t i = 0; i < all->n; i++) {
        const cv_law *law = &all->law[i];
        cv_grid_add(&g, law->id, CV_INK_PLAIN);
        cv_grid_add_count(&g, n_rules_of(law));
        cv_grid_add(&g, law->parent ? law->parent->id : CV_STR(""), CV_INK_PLAIN);
        cv_grid_add(&g, cv_show_name(cv_law_title(law), cli->keep), CV_INK_PLAIN);
    }
    cv_grid_show(t, &g, all->n, 0, &cli->look);
}

/* ---- one profile ---- */

/* The rule in one line, and under it where it stands in the law. */
static void rule_text(cv_text *t, const cv_law_rule *r, const cv_cli *cli)
{
    cv_str words = cv_law_rule_words(r, cli->keep), value = r->value;
    const cv_str parts[] = {words, value, cv_law_modal_word(r->modal), r->scope, r->effect};
    cv_text line = cv_text_open(cli->keep);
    for (int i = 0; i < 5; i++)
        if (parts[i].n) cv_text_addf(&line, "%s%.*s", line.n ? " · " : "", CV_ARG(parts[i]));
    cv_text_add(t, CV_STR("\n"));
    cv_show_ink(t, r->key, CV_INK_STRONG, &cli->look);
    if (cv_date_is(r->from)) cv_text_addf(t, "  %.*s", CV_ARG(cv_date_text(r->from, cli->keep)));
    if (cv_date_is(r->to)) cv_text_addf(t, "  – %.*s", CV_ARG(cv_date_text(r->to, cli->keep)));
    cv_text_add(t, CV_STR("\n"));
    const cv_str below[] = {
        cv_text_str(&line),
        cv_str_format(cli->keep, "%.*s: %.*s", CV_ARG(cv_law_status_word(r->status)),
                      CV_ARG(r->source)),
        r->note,
    };
    for (int i = 0; i < 3; i++) {
        if (!below[i].n) continue;
        cv_text_add(t, CV_STR("    "));
        cv_show_wrapped(t, cv_show_name(below[i], cli->keep), 4, 6, &cli->look);
    }
}

static void law_text(cv_text *t, const cv_law *law, const cv_cli *cli)
{
    cv_text_addf(t, "%.*s: %.*s\n", CV_ARG(law->id),
                 CV_ARG(cv_show_name(cv_law_title(law), cli->keep)));
    for (int32_t i = 0; i < law->n_rules; i++)
        if (law->rule[i].source.n) rule_text(t, &law->rule[i], cli);
    if (!law->parent) return;
    cv_text_add(t, CV_STR("\n"));
    law_text(t, law->parent, cli);
}

/* ---- JSON ---- */

static cv_status put(void *to, cv_str bytes, cv_error *err)
{
    (void)to;
    (void)err;
    cv_say(bytes);
    return CV_OK;
}

static json_t *text(cv_str s)
{
    return s.n ? cv_json_str(s) : json_null();
}

static json_t *rule_json(const cv_law_rule *r, cv_arena *keep)
{
    json_t *row = json_object();
    const struct {
        const char *key;
        cv_str text;
    } texts[] = {
        {"key",                          r->key                                    },
        {"from",                         cv_date_is(r->from) ? cv_date_text(r->from, keep) : CV_STR("")},
        {"to",                              cv_date_is(r->to) ? cv_date_text(r->to,                                                                     keep) : CV_STR("")},
        {"numerator",            r->numerator},
        {"relation",       r->relation                                                               },
        {"denominator",             r->denominator},
        {"extra",    r->extra                                                      },
        {"modal",                   cv_law_modal_word(r->modal)      },
        {"scope",r->scope                    },
        {"effect",                                      r->effect                                                           },
        {"value",r->value},
        {"source",                                       r->source                                                                                                                  },
        {"status",cv_law_status_word(r->status)},
        {"note",                   r->note                                                                                                                                                      },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cv_json_set(row, texts[i].key, text(texts[i].text));
    cv_json_set(row, "p", r->has_number ? json_integer(r->p) : json_null());
    cv_json_set(row, "q", r->has_number ? json_integer(r->q) : json_null());
    return row;
}

static void law_json(cv_json *j, const cv_law *law, bool rules, cv_arena *keep)
{
    cv_json_value(j, "profile", cv_json_str(law->id));
    cv_json_value(j, "title", cv_json_str(cv_law_title(law)));
    cv_json_value(j, "parent", law->parent ? cv_json_str(law->parent->id) : json_null());
    cv_json_value(j, "file", cv_json_str(law->file));
    if (!rules) return;
    cv_json_array(j, "rules");
    for (int32_t i = 0; i < law->n_rules; i++)
        if (law->rule[i].source.n) cv_json_line(j, NULL, rule_json(&law->rule[i], keep));
    cv_json_end(j);
}

static cv_status say_json(const cv_laws *all, const cv_law *one, cv_cli *cli)
{
    cv_json j = cv_json_open((cv_out){put, NULL}, &cli->err);
    if (one) {
        law_json(&j, one, true, cli->keep);
        return cv_json_close(&j);
    }
    cv_json_array(&j, "profiles");
    for (int32_t i = 0; i < all->n; i++) {
        cv_json_object(&j, NULL);
        law_json(&j, &all->law[i], false, cli->keep);
        cv_json_end(&j);
    }
    cv_json_end(&j);
    return cv_json_close(&j);
}

/* ---- the command ---- */

static cv_status find_law(const cv_law **out, cv_str name, const cv_laws *all, cv_cli *cli,
                          cv_arena *work)
{
    enum { LAW_BYTES = 16 << 20 };
    cv_str file;
    *out = cv_laws_named(all, name);
    if (*out) return CV_OK;
    if (!cv_str_ends(name, CV_STR(".csv"))) {
        cv_fail(&cli->err, CV_E_USAGE, "no legal profile '%.*s'", CV_ARG(name));
        return cv_hint(&cli->err, CV_E_USAGE,
                       "'canvass law' lists the profiles; a file of a case ends in .csv");
    }
    CV_TRY(cv_file_read(&file, name, LAW_BYTES, cli->keep, &cli->err));
    const cv_law_text from = {.id = name, .file = name, .text = file};
    return cv_law_read_own(out, &from, all, cli->keep, work, &cli->err);
}

cv_exit cv_cmd_law(cv_cli *cli, const cv_args *args)
{
    cv_arena work = cv_arena_open();
    cv_laws all = cv_laws_shipped(cli->keep, &work);
    const cv_law *one = NULL;
    cv_status status = CV_OK;
    if (args->n_arguments) status = find_law(&one, args->argument[0], &all, cli, &work);
    if (status == CV_OK && args->json)
        status = say_json(&all, one, cli);
    else if (status == CV_OK) {
        cv_text t = cv_text_open(cli->keep);
        if (one)
            law_text(&t, one, cli);
        else
            list_text(&t, &all, cli);
        cv_say(cv_text_str(&t));
    }
    cv_arena_close(&work);
    return status == CV_OK ? CV_EXIT_OK : cv_say_error(cli, &cli->err);
}

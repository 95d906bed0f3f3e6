#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"

/* ---- the environment ---- */

/* The first known language of "ky:ru:en". */
static const cv_language *first_known(const char *list)
{
    cv_str rest = cv_str_of(list);
    while (rest.n) {
        int64_t end = cv_str_find(rest, CV_STR(":"), 0);
        cv_str one = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
        const cv_language *l = cv_language_named(one);
        if (l) return l;
        rest = cv_str_cut(rest, one.n + 1, rest.n);
    }
    return NULL;
}

static bool is_c(const char *locale)
{
    return strcmp(locale, "C") == 0 || strncmp(locale, "C.", 2) == 0 ||
           strcmp(locale, "POSIX") == 0;
}

/* As gettext decides: LANGUAGE lists what a person reads, unless the locale is C, which asks for
 * English; the locale of messages is the first of LC_ALL, LC_MESSAGES and LANG that says
 * something. */
const cv_language *cv_language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = "", *wanted = getenv("LANGUAGE");
    for (int32_t i = 0; i < 3 && !*locale; i++) {
        const char *set = getenv(names[i]);
        if (set) locale = set;
    }
    if (is_c(locale)) return NULL;
    const cv_language *l = wanted && *wanted ? first_known(wanted) : NULL;
    return l ? l : cv_language_named(cv_str_of(locale));
}

/* ---- the command line ---- */

/* A catalogue that is not built in yet: who translates sees the texts at once. */
static cv_status read_catalogue(cv_cli *cli, cv_str path)
{
    enum { MOST = 1 << 24 };
    cv_str bytes;
    CV_TRY(cv_file_read(&bytes, path, MOST, cli->keep, &cli->err));
    cv_language *l = cv_new(cli->keep, cv_language, 1);
    if (!cv_language_from(l, bytes))
        return cv_fail(&cli->err, CV_E_INPUT, "'%.*s' is not a compiled catalogue", CV_ARG(path));
    cli->look.language = cli->talk.language = l;
    return CV_OK;
}

static cv_status speak(cv_cli *cli, cv_str word)
{
    if (cv_str_ends(word, CV_STR(".mo"))) return read_catalogue(cli, word);
    const cv_language *l = cv_language_named(word);
    if (l) {
        cli->look.language = cli->talk.language = l;
        return CV_OK;
    }
    cv_fail(&cli->err, CV_E_USAGE, "no language '%.*s'", CV_ARG(word));
    return cv_hint(&cli->err, CV_E_USAGE, "there are en, vi, ru and ky");
}

/* Looked for before the command line is read, so that what is wrong with it is said in the
 * language that it asks for. */
cv_status cv_cli_speak(cv_cli *cli, int argc, char **argv)
{
    static const char name[] = "--language";
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], name, sizeof name - 1) != 0) continue;
        const char *rest = argv[i] + sizeof name - 1;
        if (*rest == '=') return speak(cli, cv_str_of(rest + 1));
        if (!*rest && i + 1 < argc) return speak(cli, cv_str_of(argv[i + 1]));
    }
    return CV_OK;
}

#include "cli/cli.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t asked;

/* Only write() and _exit() may be called from a handler. */
static void last_words(const char *text)
{
    if (write(2, text, strlen(text)) < 0) return;
}

/* Some programs send their signal twice at once; an impatient person takes a moment. */
static void on_stop(int signal)
{
    enum { MOMENT_MS = 300 };
    static struct timespec first;
    struct timespec now;
    (void)signal;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long ms = (now.tv_sec - first.tv_sec) * 1000 + (now.tv_nsec - first.tv_nsec) / 1000000;
    if (asked && ms > MOMENT_MS) _exit(CV_EXIT_STOPPED);
    if (!asked) first = now;
    asked = 1;
}

/* In English until cv_stop_speak(). */
static const char *words_on_bug =
    "canvass: error: this is a bug in canvass " CV_VERSION ", not in your files\n";
static const char *words_on_refusal = "canvass: error: the system has no memory left\n";

static void on_bug(int signal)
{
    (void)signal;
    last_words(words_on_bug);
    _exit(CV_EXIT_BUG);
}

static void on_refusal(size_t bytes)
{
    (void)bytes;
    last_words(words_on_refusal);
    _exit(CV_EXIT_SYSTEM);
}

static const char *ready(const cv_cli *cli, cv_str text, const char *hint)
{
    const cv_language *l = cli->talk.language;
    return cv_str_format(cli->keep, "canvass: %.*s %.*s\n%.*s %.*s\n",
                         CV_ARG(cv_tr(l, CV_MSG("error:"))), CV_ARG(text),
                         CV_ARG(cv_tr(l, CV_MSG("hint:"))), CV_ARG(cv_tr(l, hint)))
        .s;
}

void cv_stop_speak(const cv_cli *cli)
{
    const cv_language *l = cli->talk.language;
    cv_str bug = cv_sentence(l, "this is a bug in canvass {version}, not in your files",
                             CV_SLOTS(cv_slot_s("version", CV_STR(CV_VERSION))), cli->keep);
    words_on_bug = ready(cli, bug,
                         CV_MSG("no result was changed; please report the line above and the "
                                "command you gave, see SECURITY.md or the project's issues"));
    words_on_refusal =
        ready(cli, cv_tr(l, CV_MSG("the system has no memory left")),
              CV_MSG("close other programs, or look at fewer contests with --contest"));
}

bool cv_stop_asked(void)
{
    return asked;
}

/* A sanitizer that has taken a signal before us says more than we could. */
static void take_if_free(int signal, void (*handler)(int))
{
    struct sigaction now, ours = {.sa_handler = handler};
    sigemptyset(&ours.sa_mask);
    if (sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
        sigaction(signal, &ours, NULL);
}

void cv_stop_install(void)
{
    static const int bugs[] = {SIGABRT, SIGILL, SIGTRAP, SIGFPE, SIGSEGV, SIGBUS};
    asked = 0;
    take_if_free(SIGINT, on_stop);
    take_if_free(SIGTERM, on_stop);
    for (size_t i = 0; i < sizeof bugs / sizeof *bugs; i++) take_if_free(bugs[i], on_bug);
    signal(SIGPIPE, SIG_IGN);
    cv_arena_on_refusal(on_refusal);
}

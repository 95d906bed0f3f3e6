/* bench/measure.c — runs a command several times and says what it took.
 *
 * measure TIMES TALK COMMAND [ARGUMENT...]
 *
 * Prints one line: wall_ms cpu_ms peak_kb exit. wall and cpu are those of the quickest run: noise
 * only ever adds. Peak memory is the largest. Standard output of the command is thrown away, its
 * standard error goes to the file TALK.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    double wall_ms, cpu_ms;
    long peak_kb;
    int status;
} cost;

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double to_ms(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void become(const char *talk, char **command)
{
    int out = open("/dev/null", O_WRONLY), err = open(talk, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (out < 0 || err < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(126);
    execvp(command[0], command);
    _exit(127);
}

static cost run_once(const char *talk, char **command)
{
    cost c = {.status = 126};
    struct rusage use;
    int status;
    double start = now_ms();
    pid_t child = fork();
    if (child == 0) become(talk, command);
    if (child < 0 || wait4(child, &status, 0, &use) != child) return c;
    c.wall_ms = now_ms() - start;
    c.cpu_ms = to_ms(use.ru_utime) + to_ms(use.ru_stime);
    c.peak_kb = use.ru_maxrss;
    c.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return c;
}

int main(int argc, char **argv)
{
    int times = argc > 3 ? (int)strtol(argv[1], NULL, 10) : 0;
    if (times < 1) {
        fprintf(stderr, "usage: measure TIMES TALK COMMAND [ARGUMENT...]\n");
        return 2;
    }
    cost best = run_once(argv[2], argv + 3);
    for (int i = 1; i < times; i++) {
        cost c = run_once(argv[2], argv + 3);
        if (c.wall_ms < best.wall_ms) best.wall_ms = c.wall_ms;
        if (c.cpu_ms < best.cpu_ms) best.cpu_ms = c.cpu_ms;
        if (c.peak_kb > best.peak_kb) best.peak_kb = c.peak_kb;
        best.status = c.status;
    }
    printf("%.1f %.1f %ld %d\n", best.wall_ms, best.cpu_ms, best.peak_kb, best.status);
    return 0;
}

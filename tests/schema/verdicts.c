/* Reads election.json texts, one a line, and says of each `good` or `bad` and why. */
#include <stdio.h>
#include <stdlib.h>

#include "read/case/spec.h"

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    while ((n = getline(&line, &room, stdin)) > 0) {
        cv_arena keep = cv_arena_open();
        cv_spec spec;
        cv_error err = {0};
        cv_str text = {line, line[n - 1] == '\n' ? n - 1 : n};
        if (cv_spec_decode(&spec, CV_STR("election.json"), text, &keep, &err) == CV_OK)
            puts("good");
        else
            printf("bad %s\n", err.text);
        cv_arena_close(&keep);
    }
    free(line);
    return 0;
}

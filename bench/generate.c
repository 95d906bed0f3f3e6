/* bench/generate.c — writes a case of any size, the same one every time.
 *
 * generate DIR STATIONS OPTIONS DISTRICTS
 *
 * DIR/election.json and DIR/results.csv: one seat per district, plurality, one row per station.
 * Forms add up, but for one station in 500, whose count of valid papers is too high by 1 to 9. The
 * figures are hashes of station and column: no generator, no clock. It simulates no real election.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "work.h"

enum { OPTIONS_MAX = 1000, FAULTY_ONE_IN = 500 };

/* 0 to n - 1, always the same for one station and column. */
static int64_t figure(int64_t station, int64_t column, int64_t n)
{
    return (int64_t)(mix(mix((uint64_t)station) + (uint64_t)column) % (uint64_t)n);
}

static FILE *create(const char *dir, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "w");
    if (!f) {
        fprintf(stderr, "generate: error: cannot write '%s'\n", path);
        exit(4);
    }
    return f;
}

static void finish(FILE *f)
{
    if (fclose(f) == 0) return;
    fprintf(stderr, "generate: error: cannot finish a file\n");
    exit(4);
}

static void write_election(FILE *f, int64_t stations)
{
    fprintf(
        f,
        "{\"canvass\": 1, \"id\": \"generated-%" PRId64 "\",\n"
        " \"title\": \"Generated: %" PRId64 " stations\",\n"
        " \"about\": [\"Made by bench/generate. Simulated; no real election.\"],\n"
        " \"profile\": {\"took_part\": \"signed\"},\n"
        " \"rule_sets\": {\"most\": {\"name\": \"most votes\", \"engine\": \"plurality\"}},\n"
        " \"contests\": [{\"id\": \"d*\", \"name\": \"district *\", \"seats\": 1, \"rule\": "
        "\"most\"}],\n"
        " \"results\": [{\"file\": \"results.csv\", \"format\": \"csv\", \"layout\": \"wide\",\n"
        "   \"station\": [\"station\"], \"area\": [{\"level\": \"district\", \"column\": "
        "\"district\"}],\n"
        "   \"forms\": [{\"contest\": \"d{district}\",\n"
        "     \"fields\": {\"reg\": \"registered\", \"signed\": \"signed\", \"invalid\": "
        "\"invalid\", \"valid\": \"valid\"},\n"
        "     \"option_columns\": {\"from\": \"o1\", \"to\": \"olast\"}}]}]}\n",
        stations, stations);
}

static void write_header(FILE *f, int64_t options)
{
    fprintf(f, "district,station,registered,signed,invalid,valid");
    for (int64_t o = 1; o < options; o++) fprintf(f, ",o%" PRId64, o);
    fprintf(f, ",olast\n");
}

/* Earlier options have more votes: option o of a station has up to 600 / o. */
static void write_station(FILE *f, int64_t s, int64_t options, int64_t district)
{
    int64_t votes[OPTIONS_MAX], valid = 0;
    for (int64_t o = 0; o < options; o++) valid += votes[o] = figure(s, o, 600 / (o + 1) + 1);
    int64_t invalid = figure(s, options, 12);
    int64_t signed_ = valid + invalid, registered = signed_ + figure(s, options + 1, 900);
    if (figure(s, options + 2, FAULTY_ONE_IN) == 0) valid += 1 + figure(s, options + 3, 9);
    fprintf(f, "%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64, district,
            s + 1, registered, signed_, invalid, valid);
    for (int64_t o = 0; o < options; o++) fprintf(f, ",%" PRId64, votes[o]);
    fputc('\n', f);
}

int main(int argc, char **argv)
{
    int64_t stations = argc == 5 ? strtoll(argv[2], NULL, 10) : 0;
    int64_t options = argc == 5 ? strtoll(argv[3], NULL, 10) : 0;
    int64_t districts = argc == 5 ? strtoll(argv[4], NULL, 10) : 0;
    if (stations < 1 || options < 2 || options > OPTIONS_MAX || districts < 1) {
        fprintf(stderr, "usage: generate DIR STATIONS OPTIONS DISTRICTS\n");
        return 2;
    }
    FILE *f = create(argv[1], "election.json");
    write_election(f, stations);
    finish(f);
    f = create(argv[1], "results.csv");
    write_header(f, options);
    for (int64_t s = 0; s < stations; s++)
        write_station(f, s, options, 1 + s * districts / stations);
    finish(f);
    return 0;
}

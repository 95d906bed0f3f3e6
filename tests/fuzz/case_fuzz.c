/* Any bytes as one of the tables of a case: long results, the list of stations, declared totals,
 * decisions. The first byte says which; the other tables are as they should be.
 *
 * No row disappears, what is refused says why, and no cell is made up: a long table gives at most
 * one cell of votes for each row that was taken or refused. */
#include "case_folder.h"

static const char ELECTION[] =
    "{\"canvass\":1,\"id\":\"f\",\"title\":\"f\",\"blocs\":[{\"id\":\"b\",\"parties\":[\"P\"]}],"
    "\"rule_sets\":{\"p\":{\"engine\":\"plurality\"}},\"contests\":[{\"id\":\"d-*\",\"rule\":\"p\"}"
    "],"
    "\"copies\":[{\"id\":\"o\",\"kind\":\"original\"},{\"id\":\"q\",\"kind\":\"posted\"}],"
    "\"stations\":{\"file\":\"stations.csv\",\"station\":\"s\",\"contests\":\"d-{d}\","
    "\"registered\":\"r\",\"closed\":[{\"column\":\"k\",\"is\":\"Y\"}],\"ignore\":\"rest\"},"
    "\"results\":[{\"file\":\"long.csv\",\"layout\":\"long\",\"station\":\"{s}\",\"thousands\":\","
    "\","
    "\"area\":[{\"level\":\"l\",\"column\":\"{s:1-2}\"}],\"merged_into\":\"m\","
    "\"skip\":[{\"column\":\"o\",\"is\":\"Total\",\"why\":\"total\"}],\"forms\":[{\"contest\":\"d-{"
    "d}\","
    "\"fields\":{\"reg\":\"r\"},\"option\":\"o\",\"option_party\":\"p\",\"votes\":\"v\","
    "\"pseudo\":{\"Over\":\"inv_over\"},\"elected\":{\"column\":\"e\",\"is\":\"Y\"}}],"
    "\"ignore\":\"rest\"}]}";

typedef struct {
    const char *name, *text;
} table;

static const table TABLES[] = {
    {"long.csv",      "d,s,r,m,o,p,v,e\n1,S1,9,,A,P,4,Y\n1,S1,9,,B,,5,N\n1,S2,8,S1,A,P,0,Y\n"},
    {"stations.csv",  "s,d,r,k\nS1,1,9,N\nS2,1,8,N\nS3,1,7,N\nS4,1,0,Y\n"                    },
    {"declared.csv",  "contest,option,votes,seats\nd-1,A,4,0\nd-1,B,5,1\nd-1,@valid,9,\n"    },
    {"decisions.csv", "decision,contest,effect,station,copy\nD1,d-1,annul,S1,\n"             },
};
enum { N_TABLES = sizeof TABLES / sizeof TABLES[0] };

static int64_t rows_of(const cv_election *e, const char *file)
{
    for (int32_t i = 0; i < e->n_sources; i++)
        if (cv_str_eq(e->source[i].file, cv_str_of(file)))
            return e->source[i].taken + e->source[i].refused;
    return 0;
}

static void no_cell_is_made_up(const cv_election *e)
{
    int64_t cells = 0;
    for (int32_t c = 0; c < e->n_contests; c++)
        for (int32_t o = 0; o < e->contest[c].n_options; o++)
            for (int32_t i = 0; i < e->forms[c].n; i++)
                cells += e->forms[c].votes[o][i] != CV_CELL_ABSENT;
    cv_assert(cells <= rows_of(e, "long.csv"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    make_folder(cv_str_of(ELECTION));
    for (int i = 0; i < N_TABLES; i++) {
        bool chosen = i == data[0] % N_TABLES;
        write_file(TABLES[i].name,
                   chosen ? fuzz_input(data + 1, size - 1) : cv_str_of(TABLES[i].text));
    }
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (read_folder(&e, &keep, &work)) {
        rows_add_up(&e);
        no_cell_is_made_up(&e);
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

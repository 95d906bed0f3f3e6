#include "dump.h"

#include <stdlib.h>

#include "base/file.h"
#include "read/german_xml.h"

#include "pack.h"

#include "keep.h"

#define HEAD                                                                                       \
    "@ [Gebietsart][Gebietsnummer][Gebiet][UegGebietsart][UegGebietsnummer][UegGebiet][Gruppe]"    \
    "[Gruppenart][Name][Stimmart][Anzahl]\n"
#define AREA(kind, number, more, name, groups)                                                     \
    "<Gebietsergebnis Gebietsart='" kind "' Gebietsnummer='" number "' " more                      \
    ">\n<GebietText>" name "</GebietText>" groups "</Gebietsergebnis>"
#define GROUP(number, kind, name, votes)                                                           \
    "\n<Gruppenergebnis Gruppe='" number "' Gruppenart='" kind "' Name='" name "'>" votes          \
    "</Gruppenergebnis>"
#define VOTES(kind, n)                                                                             \
    "\n<Stimmergebnis Stimmart='" kind "' Anzahl='" n "' Prozent='1.5' AnzahlVergleich='77'/>"
#define ALL(areas) "<Gesamtergebnis><WahlMetadaten/>" areas "</Gesamtergebnis>"
#define LAND_1                                                                                     \
    AREA("LAND", "1", "UegGebietsart='BUND' UegGebietsnummer='99'", " Schleswig-Holstein\n", "")

static const struct {
    const char *name, *text, *want;
} files[] = {
    {"the smallest",
     ALL(AREA("BUND",                                   "99",                      "", "Bundesgebiet",
     GROUP("100", "ALLGEMEIN", "Wahlberechtigte", VOTES("KEINE", "5")))),
     HEAD "4 BUND|99|Bundesgebiet||||100|ALLGEMEIN|Wahlberechtigte|KEINE|5\n.1\n"},
    {"both votes; the previous election is left out",
     ALL(LAND_1 AREA("WAHLKREIS",                                       "7",                                                     "UegGebietsart='LAND' UegGebietsnummer='1'", "Pinneberg",
     GROUP("3", "PARTEI", "GRÜNE", VOTES("DIREKT", "10") VOTES("LISTE", "20")))),
     HEAD "6 WAHLKREIS|7|Pinneberg|LAND|1|Schleswig-Holstein|3|PARTEI|GRÜNE|DIREKT|10\n"
          "7 WAHLKREIS|7|Pinneberg|LAND|1|Schleswig-Holstein|3|PARTEI|GRÜNE|LISTE|20\n.2\n"},
    {"a group that did not stand",
     ALL(AREA("BUND",                           "99", "", "B", GROUP("1", "PARTEI", "CDU", VOTES("LISTE", "n/a")))),
     HEAD "4 BUND|99|B||||1|PARTEI|CDU|LISTE|x\n.1\n"},
    {"one party with two names",
     ALL(AREA("LAND",                       "1",       "", "A", GROUP("3", "PARTEI", "GRÜNE", VOTES("LISTE", "1")))
             AREA("LAND", "2", "", "B", GROUP("3", "PARTEI", "GRÜNE/B 90", VOTES("LISTE", "2")))),
     HEAD "4 LAND|1|A||||3|PARTEI|GRÜNE|LISTE|1\n7 LAND|2|B||||3|PARTEI|GRÜNE/B 90|LISTE|2\n.2\n"},
    {"an area that lies in one not seen",
     ALL(AREA("WAHLKREIS",                                         "7",                                                          "UegGebietsart='LAND' UegGebietsnummer='1'", "P",
     GROUP("1", "PARTEI", "CDU", VOTES("LISTE", "1")))),
     HEAD "4 WAHLKREIS|7|P|LAND|1||1|PARTEI|CDU|LISTE|1\n.1\n"},
    {"numbers are those of a kind of area",
     ALL(AREA("LAND",              "1",                               "", "A", "") AREA("WAHLKREIS", "1", "", "B", "")), HEAD ".0\n"},
    {"a winner is no figure",
     ALL(AREA("WAHLKREIS",                    "1",                                                              "", "B",
     "<Direktergebnis><Gewinner Name='–' Gruppe='1'/></Direktergebnis>")),
     HEAD ".0\n"},
    {"prefixes, a byte order mark",
     "\xef\xbb\xbf<w:Gesamtergebnis xmlns:w='u'><w:Gebietsergebnis Gebietsart='BUND' "
     "Gebietsnummer='99'><w:Gruppenergebnis Gruppe='1'><w:Stimmergebnis Stimmart='LISTE' "
     "Anzahl='1'/></w:Gruppenergebnis></w:Gebietsergebnis></w:Gesamtergebnis>",                                          HEAD "1 BUND|99|||||1|||LISTE|1\n.1\n"                                                         },
    {"a figure that is none comes as it stands",
     ALL(AREA("BUND",                             "99",                                             "", "B", GROUP("1", "PARTEI", "CDU", VOTES("LISTE", "12a")))),
     HEAD "4 BUND|99|B||||1|PARTEI|CDU|LISTE|12a\n.1\n"},

    {"an area twice",                                               ALL(LAND_1 LAND_1),                      HEAD "E2:3:0 'LAND 1' stands twice\n"                                                             },
    {"a figure twice",
     ALL(AREA("BUND",                                          "99",                                                    "", "B",
     GROUP("1", "PARTEI", "CDU", VOTES("LISTE", "1"))
                  GROUP("1", "PARTEI", "CDU", VOTES("LISTE", "2")))),
     HEAD "4 BUND|99|B||||1|PARTEI|CDU|LISTE|1\nE2:6:0 'BUND 99 1 LISTE' stands twice\n"},
    {"an area without a number",                                       ALL("<Gebietsergebnis Gebietsart='LAND'/>"),
     HEAD "E2:1:0 there is no 'Gebietsnummer' here\n"                           },
    {"an area without a kind",                                             ALL("<Gebietsergebnis Gebietsnummer='1'/>"),
     HEAD "E2:1:0 there is no 'Gebietsart' here\n"                                                         },
    {"a group without a number",                                  ALL(AREA("BUND",                     "99",                                       "", "B", "<Gruppenergebnis Name='CDU'/>")),
     HEAD "E2:2:0 there is no 'Gruppe' here\n"},
    {"votes without a kind",
     ALL(AREA("BUND",             "99",                                                         "", "B",
     "<Gruppenergebnis Gruppe='1'><Stimmergebnis Anzahl='1'/></Gruppenergebnis>")),
     HEAD "E2:2:0 there is no 'Stimmart' here\n"},
    {"votes without a figure",
     ALL(AREA("BUND", "99",                                                                    "", "B",
     "<Gruppenergebnis Gruppe='1'><Stimmergebnis Stimmart='LISTE' "
              "AnzahlVergleich='1'/></Gruppenergebnis>")),
     HEAD "E2:2:0 there is no 'Anzahl' here\n"},
    {"cut short",                                          "<Gesamtergebnis><Gebietsergebnis Gebietsart='LAND' Gebietsnummer='1'>",
     HEAD "E2:1:0 the XML is not well formed: no element found\n"                                              },
    {"a document type",                                               "<!DOCTYPE Gesamtergebnis><Gesamtergebnis/>",
     HEAD "E2:1:0 a document type is declared; canvass reads no such XML\n"                                                             },
    {"something around it",                                             "<x><Gesamtergebnis/></x>",
     HEAD "E2:1:0 'x' stands where 'Gesamtergebnis' belongs\n"                },
    {"other XML",                                             "<EML><Count/></EML>",
     "E2:0:0 '' does not look like a table: it is an HTML or XML file\n"                                                              },
};

static void reading(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(files); i++) {
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        for (int one = 0; one < 2; one++) {
            f.one_thread = one;
            f.batch_rows = one;
            ROW_STR(files[i].name, dump_bytes(cv_str_of(files[i].text), &f, &keep),
                    cv_str_of(files[i].want));
        }
    }
}

static void as_said(void **state)
{
    (void)state;
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    cv_str text = CV_STR("<Gesamtergebnis/>");
    f.kind = CV_TABLE_GERMAN_XML;
    ROW_STR("said", dump_bytes(text, &f, &keep), CV_STR(HEAD ".0\n"));
    f.kind = CV_TABLE_TEXT;
    ROW_STR("text was said", dump_bytes(text, &f, &keep),
            CV_STR("E2:0:0 '' is the XML of a German election, not delimited text\n"));
    f.kind = CV_TABLE_UNKNOWN;
    f.sheet = CV_STR("S1");
    ROW_STR("a sheet was said", dump_bytes(text, &f, &keep),
            CV_STR("E2:0:0 '' is the XML of a German election and has no sheet 'S1'\n"));
}

/* A name that is longer than any refuses its rows alone. */
static void long_names(void **state)
{
    (void)state;
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("<Gesamtergebnis><Gebietsergebnis Gebietsart='BUND' Gebietsnummer='9'>"
                           "<Gruppenergebnis Gruppe='1' Name='"));
    for (int i = 0; i < 1025; i++) cv_text_add(&t, CV_STR("x"));
    cv_text_add(&t, CV_STR("'><Stimmergebnis Stimmart='LISTE' Anzahl='1'/></Gruppenergebnis>"
                           "<Gruppenergebnis Gruppe='2'><Stimmergebnis Stimmart='LISTE' "
                           "Anzahl='2'/></Gruppenergebnis></Gebietsergebnis></Gesamtergebnis>"));
    ROW_STR("long", dump_bytes(cv_text_str(&t), &CV_TABLE_FORMAT_DEFAULT, &keep),
            CV_STR(HEAD "1 R15.9 BUND|9|||||1||||\n1 BUND|9|||||2|||LISTE|2\n.2\n"));
}

static void packed(void **state)
{
    (void)state;
    pack_member m[] = {
        {"a.xml", CV_STR("<Gesamtergebnis/>"), NULL},
        {"b.csv", CV_STR("c\n3\n"),            NULL}
    };
    cv_str zip = pack(archive_write_set_format_zip, NULL, m, 2, &keep);
    cv_str want = cv_str_format(&keep, "@!a.xml%s.0\n@!b.csv [c]\n2 3\n.1\n", &HEAD[1]);
    ROW_STR("zip", dump_bytes(zip, &CV_TABLE_FORMAT_DEFAULT, &keep), want);
}

/* ---- the two real files: 316 areas, 299 of them constituencies; sums of README.md ---- */

static int64_t sum_of(cv_table *t, cv_str area, cv_str group, cv_str vote, int64_t *n)
{
    int64_t sum = 0;
    cv_batch b;
    *n = 0;
    while (cv_table_next(t, &b, NULL) == CV_OK && b.n_rows)
        for (int32_t i = 0; i < b.n_rows; i++) {
            if (!cv_str_eq(cv_batch_cell(&b, i, 0), area) ||
                !cv_str_eq(cv_batch_cell(&b, i, 6), group) ||
                !cv_str_eq(cv_batch_cell(&b, i, 9), vote))
                continue;
            cv_count figure = 0;
            cv_count_parse(&figure, cv_batch_cell(&b, i, 10));
            sum += figure;
            ++*n;
        }
    return sum;
}

static const struct {
    const char *name, *file, *area, *group, *vote;
    int64_t n, sum;
} real_sums[] = {
    {"BSW, final",                    "gesamtergebnis_02_final.xml.xz",       "WAHLKREIS", "64",  "LISTE", 299, 2472947       },
    {"valid, final",                  "gesamtergebnis_02_final.xml.xz",       "WAHLKREIS", "400", "LISTE", 299, 49649512      },
    {"the country, final",            "gesamtergebnis_02_final.xml.xz",       "BUND",      "400", "LISTE", 1,   49649512      },
    {"eligible, final",               "gesamtergebnis_02_final.xml.xz",       "LAND",      "100", "KEINE", 16,  60510631      },
    {"BSW, provisional: 4,277 fewer", "gesamtergebnis_01_provisional.xml.xz", "WAHLKREIS", "64",
     "LISTE",                                                                                              299, 2472947 - 4277},
};

static void real(void **state)
{
    (void)state;
    const char *root = getenv("CANVASS_DATA");
    for (size_t i = 0; i < N_ROWS(real_sums); i++) {
        cv_str path = cv_str_format(&keep, "%s/elections/germany-2025/%s", root ? root : "",
                                    real_sums[i].file);
        if (!root || !cv_file_exists(path)) {
            print_message("%s: not found; skipped\n", path.s);
            skip();
        }
        cv_table *t;
        const cv_table_member *m;
        int64_t n;
        ROW_INT(real_sums[i].name, cv_table_open(&t, path, &CV_TABLE_FORMAT_DEFAULT, &keep, NULL),
                CV_OK);
        ROW_INT(real_sums[i].name, cv_table_next_member(t, &m, NULL), CV_OK);
        ROW_INT(real_sums[i].name,
                sum_of(t, cv_str_of(real_sums[i].area), cv_str_of(real_sums[i].group),
                       cv_str_of(real_sums[i].vote), &n),
                real_sums[i].sum);
        ROW_INT(real_sums[i].name, n, real_sums[i].n);
        cv_table_close(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(as_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(packed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(real, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

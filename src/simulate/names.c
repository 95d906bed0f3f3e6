#include "simulate/names.h"

const char *const CV_SIM_COUNTRY = "Calmeria (an invented country)";

const cv_sim_bloc CV_SIM_BLOC[CV_SIM_BLOCS] = {
    {"heron",   "Heron Union",      0.45 },
    {"linden",  "Linden Party",     0.25 },
    {"harbour", "Harbour List",     -0.05},
    {"juniper", "Juniper Movement", -0.35},
};

static const char *const given[] = {
    "Alven",  "Arelin", "Belor",  "Calenne", "Dorien", "Elira",  "Fennor", "Galenna",
    "Halden", "Ilvara", "Jorin",  "Keldan",  "Lirien", "Maelin", "Nerian", "Orlane",
    "Perrin", "Rialda", "Selmar", "Taleni",  "Ulren",  "Velina", "Wendar", "Yorelle",
    "Zarin",  "Aldena", "Corin",  "Emeril",  "Ivelle", "Tamor",
};

static const char *const family[] = {
    "Averond",    "Belmarin",   "Corvale",  "Dellamar",  "Eskelund",  "Farrowin",  "Galdermoor",
    "Hollenar",   "Ivermont",   "Jasperin", "Kestelow",  "Lorandel",  "Marivale",  "Norrowen",
    "Oakelin",    "Penderal",   "Quillmar", "Rowanter",  "Silverin",  "Tamberlin", "Umberley",
    "Valerond",   "Westermar",  "Yarrowin", "Zephyrel",  "Alderane",  "Brookmere", "Cedarin",
    "Dovelane",   "Elmerond",   "Fernholt", "Greymarin", "Heatherin", "Islemar",   "Juneholt",
    "Kingfarrow", "Larkmoor",   "Meadowin", "Northmar",  "Orchardel", "Pearlin",   "Riverond",
    "Sandoral",   "Thistlemar", "Underwin", "Vineholt",  "Willowane", "Yewmarin",  "Amberel",
    "Birchmond",  "Coralin",    "Dunemar",  "Evenholt",  "Flaxmoor",  "Glenarin",  "Hazelond",
    "Ivymar",     "Lakeholt",   "Mosselin", "Pinemarin",
};

static const char *const stem[] = {
    "Mar", "Sol", "Tir", "Vel", "Lun", "Kor", "Nar", "Dal", "Fen", "Gal",
    "Hel", "Ilm", "Jor", "Lar", "Mel", "Nov", "Ost", "Per", "Rav", "Sal",
    "Tal", "Ulm", "Ver", "Wel", "Yar", "Zal", "Ard", "Bel", "Cor", "Dor",
};

static const char *const ending[] = {"avel", "imel", "aren", "odel", "inor",
                                     "elen", "uvar", "amor", "eril", "anth"};

static const char *const side[] = {"",      "Upper ", "Lower ", "North ", "South ",  "East ",
                                   "West ", "Old ",   "New ",   "Great ", "Little ", "Far "};

static const char *const region[] = {"Amber Coast",  "Birch Hills", "Clearwater",  "Dune Shore",
                                     "Eastmoor",     "Fernlands",   "Greyhaven",   "High Meadow",
                                     "Inland Lakes", "Lark Valley", "Mill Rivers", "Nether Isles"};

#define N(table) ((int64_t)(sizeof(table) / sizeof *(table)))

/* A walk through 0..n-1 that meets every number once: `step` has no divisor in common with n. */
static int64_t walk(uint64_t seed, int64_t k, int64_t step, int64_t n)
{
    int64_t start = (int64_t)(seed % (uint64_t)n);
    return (start + k % n * step) % n;
}

cv_str cv_sim_person(uint64_t seed, int64_t k, cv_arena *keep)
{
    int64_t i = walk(seed * 7, k, 797, N(given) * N(family));
    return cv_str_format(keep, "%s %s", given[i % N(given)], family[i / N(given)]);
}

cv_str cv_sim_place(uint64_t seed, int64_t k, cv_arena *keep)
{
    int64_t n = N(stem) * N(ending), i = walk(seed * 11, k, 83, n);
    int64_t again = k / n;
    const char *before = again < N(side) ? side[again] : "";
    const char *s = stem[i % N(stem)], *e = ending[i / N(stem)];
    if (again < N(side)) return cv_str_format(keep, "%s%s%s", before, s, e);
    return cv_str_format(keep, "%s%s %d", s, e, (int)again);
}

cv_str cv_sim_region_name(int32_t k, cv_arena *keep)
{
    if (k < N(region)) return cv_str_of(region[k]);
    return cv_str_format(keep, "%s %d", region[k % N(region)], (int)(k / N(region) + 1));
}

cv_str cv_sim_building(const cv_sim_world *w, int32_t station, cv_arena *keep)
{
    static const char *const town[] = {"School", "Library", "Sports hall", "Town hall",
                                       "Kindergarten"};
    static const char *const country[] = {"Village hall", "School", "Reading room", "Club"};
    const cv_sim_station *s = &w->station[station];
    const cv_sim_district *d = &w->district[s->district];
    int32_t n = station - d->first_station;
    if (s->kind == CV_STATION_ABROAD)
        return cv_str_format(keep, "Consulate %d, %.*s", n + 1, CV_ARG(d->name));
    if (s->kind == CV_STATION_SPECIAL)
        return cv_str_format(keep, "Hospital, %.*s", CV_ARG(d->name));
    if (s->urban)
        return cv_str_format(keep, "%s No. %d, %.*s", town[n % N(town)], (int)(n / N(town) + 1),
                             CV_ARG(d->name));
    int64_t village = 100000 + (int64_t)s->district * 97 + n;
    return cv_str_format(keep, "%s, %.*s", country[n % N(country)],
                         CV_ARG(cv_sim_place(w->options.seed + 5, village % 3500, keep)));
}

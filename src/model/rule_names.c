#include "model/rule_names.h"

#define NAMES(array)                                                                               \
    {                                                                                              \
        array, (int32_t)(sizeof(array) / sizeof((array)[0]))                                       \
    }

static const cv_rule_name engines[] = {
    {"plurality",         "most votes; with several seats one vote a paper",   CV_ENGINE_PLURALITY},
    {"block",             "several seats by plurality, several votes a paper", CV_ENGINE_BLOCK    },
    {"two-round",         "a win condition, else a run-off",                   CV_ENGINE_TWO_ROUND},
    {"highest-averages",  "lists by highest averages",                         CV_ENGINE_DIVISOR  },
    {"largest-remainder", "lists by quota and largest remainder",              CV_ENGINE_REMAINDER},
    {"unknown",           "not known: votes are added, nobody is seated",      CV_ENGINE_UNKNOWN  },
};
const cv_rule_names CV_ENGINE_NAMES = NAMES(engines);

static const cv_rule_name bases[] = {
    {"valid",        "valid votes",                     CV_BASE_VALID       },
    {"valid+blank",  "valid and blank papers",          CV_BASE_VALID_BLANK },
    {"cast",         "valid, blank and invalid papers", CV_BASE_CAST        },
    {"participants", "persons who took part",           CV_BASE_PARTICIPANTS},
    {"box",          "papers found in the boxes",       CV_BASE_BOX         },
    {"registered",   "persons entitled to vote",        CV_BASE_REGISTERED  },
    {"unknown",      "the law was not read",            CV_BASE_UNKNOWN     },
};
const cv_rule_names CV_BASE_NAMES = NAMES(bases);

static const cv_rule_name relations[] = {
    {">",  "more than the share", CV_ABOVE   },
    {">=", "the share or more",   CV_AT_LEAST},
};
const cv_rule_names CV_RELATION_NAMES = NAMES(relations);

static const cv_rule_name against_rules[] = {
    {"none",                    "against all is counted and cannot be seated",        CV_AGAINST_NONE},
    {"void-if-above-leader",    "void when it has more votes than the first",
     CV_AGAINST_VOID_IF_ABOVE_LEADER                                                                 },
    {"void-if-at-least-leader", "void when it has as many votes as the first",
     CV_AGAINST_VOID_IF_AT_LEAST_LEADER                                                              },
    {"void-if-above-half",      "void when it has more than half of the valid votes",
     CV_AGAINST_VOID_IF_ABOVE_HALF                                                                   },
};
const cv_rule_names CV_AGAINST_NAMES = NAMES(against_rules);

static const cv_rule_name quotas[] = {
    {"hare",                       "V/S exact",               CV_QUOTA_HARE                      },
    {"hare-rounded",               "V/S rounded half up",     CV_QUOTA_HARE_ROUNDED              },
    {"droop",                      "V/(S+1) down, plus 1",    CV_QUOTA_DROOP                     },
    {"hagenbach-bischoff",         "V/(S+1) exact",           CV_QUOTA_HAGENBACH_BISCHOFF        },
    {"hagenbach-bischoff-up",      "V/(S+1) rounded up",      CV_QUOTA_HAGENBACH_BISCHOFF_UP     },
    {"hagenbach-bischoff-half-up", "V/(S+1) rounded half up", CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP},
    {"imperiali",                  "V/(S+2) exact",           CV_QUOTA_IMPERIALI                 },
    {"imperiali-down",             "V/(S+2) rounded down",    CV_QUOTA_IMPERIALI_DOWN            },
    {"imperiali-half-up",          "V/(S+2) rounded half up", CV_QUOTA_IMPERIALI_HALF_UP         },
};
const cv_rule_names CV_QUOTA_NAMES = NAMES(quotas);

static const cv_rule_name over_awards[] = {
    {"unknown",   "the law was not read",                       CV_OVER_UNKNOWN  },
    {"subtract",  "one seat each from the smallest remainders", CV_OVER_SUBTRACT },
    {"recompute", "the quota grows until the seats suffice",    CV_OVER_RECOMPUTE},
};
const cv_rule_names CV_OVER_AWARD_NAMES = NAMES(over_awards);

/* Ratios as in methods.md, Lists, multiplied out to whole numbers. */
#define DHONDT                                                                                     \
    {                                                                                              \
        CV_SERIES_LINEAR, 1, 1, 1                                                                  \
    }
#define LAGUE                                                                                      \
    {                                                                                              \
        CV_SERIES_LINEAR, 1, 1, 2                                                                  \
    }
#define LAGUE_14                                                                                   \
    {                                                                                              \
        CV_SERIES_LINEAR, 7, 5, 10                                                                 \
    }
#define LAGUE_12                                                                                   \
    {                                                                                              \
        CV_SERIES_LINEAR, 6, 5, 10                                                                 \
    }
#define DANISH                                                                                     \
    {                                                                                              \
        CV_SERIES_LINEAR, 1, 1, 3                                                                  \
    }
#define IMPERIALI                                                                                  \
    {                                                                                              \
        CV_SERIES_LINEAR, 2, 2, 1                                                                  \
    }
#define CZECH                                                                                      \
    {                                                                                              \
        CV_SERIES_LINEAR, 71, 50, 50                                                               \
    }
#define MACAU                                                                                      \
    {                                                                                              \
        CV_SERIES_DOUBLING, 1, 0, 0                                                                \
    }
#define ADAMS                                                                                      \
    {                                                                                              \
        CV_SERIES_ADAMS, 0, 0, 1                                                                   \
    }
#define HUNTINGTON                                                                                 \
    {                                                                                              \
        CV_SERIES_HUNTINGTON_HILL, 0, 0, 0                                                         \
    }
#define DEAN                                                                                       \
    {                                                                                              \
        CV_SERIES_DEAN, 0, 0, 0                                                                    \
    }

const cv_divisors CV_DHONDT = DHONDT, CV_SAINTE_LAGUE = LAGUE, CV_SAINTE_LAGUE_14 = LAGUE_14,
                  CV_SAINTE_LAGUE_12 = LAGUE_12, CV_DANISH = DANISH,
                  CV_IMPERIALI_SERIES = IMPERIALI, CV_CZECH_142 = CZECH, CV_MACAU = MACAU,
                  CV_ADAMS = ADAMS, CV_HUNTINGTON_HILL = HUNTINGTON, CV_DEAN = DEAN;

const cv_series_name CV_SERIES_NAMES[CV_N_SERIES] = {
    {"dhondt",           "1, 2, 3, ...",                            DHONDT    },
    {"sainte-lague",     "1, 3, 5, ...",                            LAGUE     },
    {"sainte-lague-1.4", "1.4, 3, 5, ...",                          LAGUE_14  },
    {"sainte-lague-1.2", "1.2, 3, 5, ...",                          LAGUE_12  },
    {"danish",           "1, 4, 7, ...",                            DANISH    },
    {"imperiali",        "1, 1.5, 2, ...",                          IMPERIALI },
    {"czech-1.42",       "1.42, 2, 3, ...",                         CZECH     },
    {"macau",            "1, 2, 4, ...",                            MACAU     },
    {"adams",            "0, 1, 2, ...: first every list gets one", ADAMS     },
    {"huntington-hill",  "0, √2, √6, ...: geometric means",     HUNTINGTON},
    {"dean",             "0, 4/3, 12/5, ...: harmonic means",       DEAN      },
};

cv_str cv_rule_word(cv_rule_names names, int value)
{
    for (int32_t i = 0; i < names.n; i++)
        if (names.entry[i].value == value) return cv_str_of(names.entry[i].name);
    return CV_STR("unknown");
}

cv_str cv_divisors_word(cv_divisors s)
{
    for (int32_t i = 0; i < CV_N_SERIES; i++) {
        const cv_divisors *t = &CV_SERIES_NAMES[i].series;
        if (t->kind == s.kind && t->first == s.first && t->base == s.base && t->step == s.step)
            return cv_str_of(CV_SERIES_NAMES[i].name);
    }
    return CV_STR("own");
}

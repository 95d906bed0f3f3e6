#include "table.h"

#include "read/guess/work.h"

/* Kinds and what heads can mean, seen through the whole guess. */
static const table_case rows[] = {
    {"a share by name is never a line",       "Mesa,Válidos,A,B,C,Porcentaje válidos", "sVABC%",
     "Mesa=key; Válidos=valid; A=option; B=option; C=option; Porcentaje válidos=-"},
    {"a check by name",                       "Mesa,Válidos,A,B,C,logic check",         "sVABCI",
     "Mesa=key; Válidos=valid; A=option; B=option; C=option; logic check=-"        },
    {"an empty column",                       "Mesa,Válidos,A,B,C,Nulos",               "sVABC_",
     "Mesa=key; Válidos=valid; A=option; B=option; C=option; Nulos=-"              },
    {"coordinates",                           "Mesa,lat,lon,Válidos,A,B,C",             "s%%VABC",
     "Mesa=key; lat=lat; lon=lon; Válidos=valid; A=option; B=option; C=option"     },
    {"lat as a number of votes is an option", "Mesa,Válidos,Lat,B,C",                   "sVABC",
     "Mesa=key; Válidos=valid; Lat=option; B=option; C=option"                     },
    {"the same name twice",                   "Mesa,Válidos,A,B,C,A",                   "sVABC%",
     "Mesa=key; Válidos=valid; A#1=option; B=option; C=option; A#2=-"              },
};

static void by_kind(void **state)
{
    (void)state;
    table_check(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

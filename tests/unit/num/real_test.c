#include "../row.h"

#include <math.h>

#include "num/real.h"

/* Values to 16 digits from tables of constants (Abramowitz and Stegun, table 1.1 and 4.4). */
static const struct {
    const char *name;
    double x, want;
} powers[] = {
    {"e^0",    0,    1                    },
    {"e",      1,    2.718281828459045    },
    {"1/e",    -1,   0.3678794411714423   },
    {"e^0.5",  0.5,  1.648721270700128    },
    {"e^10",   10,   22026.46579480672    },
    {"e^-20",  -20,  2.061153622438558e-09},
    {"e^100",  100,  2.688117141816135e43 },
    {"e^-0.1", -0.1, 0.9048374180359595   },
};

static const struct {
    const char *name;
    double x, want;
} logarithms[] = {
    {"ln 1",      1,                    0                  },
    {"ln 2",      2,                    0.6931471805599453 },
    {"ln 3",      3,                    1.098612288668110  },
    {"ln 10",     10,                   2.302585092994046  },
    {"ln 1/2",    0.5,                  -0.6931471805599453},
    {"ln 10^-10", 1e-10,                -23.02585092994046 },
    {"ln 10^300", 1e300,                690.7755278982137  },
    {"ln e",      2.718281828459045235, 1                  },
    {"ln 1.1",    1.1,                  0.09531017980432486},
};

static bool near(double got, double want)
{
    return fabs(got - want) <= 4e-15 * (fabs(want) + 1e-3);
}

static void exponential(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(powers); i++)
        ROW_TRUE(powers[i].name, near(cv_exp(powers[i].x) / powers[i].want, 1));
    ROW_TRUE("past the end is the end", !(cv_exp(701) > cv_exp(700)));
    ROW_TRUE("before the beginning is the beginning", !(cv_exp(-1e9) < cv_exp(-700)));
}

static void logarithm(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(logarithms); i++)
        ROW_TRUE(logarithms[i].name, near(cv_ln(logarithms[i].x), logarithms[i].want));
    ROW_STOPS("of nothing", cv_ln(0) < 0);
    ROW_STOPS("of less than nothing", cv_ln(-1) < 0);
    ROW_STOPS("of infinity", cv_ln(INFINITY) < 0);
}

/* Close to the library's own everywhere; which last bit is right is not asked. */
static void as_the_library(void **state)
{
    (void)state;
    for (int i = -600; i <= 600; i++) {
        double x = i * 1.0371;
        ROW_TRUE("exp", near(cv_exp(x) / exp(x), 1));
        ROW_TRUE("ln of exp", fabs(cv_ln(exp(x)) - x) <= 4e-15 * (fabs(x) + 1));
    }
}

static void logistic(void **state)
{
    (void)state;
    ROW_TRUE("half", near(cv_logistic(0), 0.5));
    ROW_TRUE("3 to 1", near(cv_logistic(1.098612288668110), 0.75));
    ROW_TRUE("1 to 3", near(cv_logistic(-1.098612288668110), 0.25));
    ROW_TRUE("never past 1", cv_logistic(1000) <= 1 && cv_logistic(-1000) >= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponential),
        cmocka_unit_test(logarithm),
        cmocka_unit_test(as_the_library),
        cmocka_unit_test(logistic),
    };
    return cmocka_run_group_tests_name("num/real", tests, NULL, NULL);
}

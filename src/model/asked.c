#include "model/asked.h"

#include "base/check.h"

static const char *const ASKS[CV_N_ASKS] = {
    [CV_ASK_ANNUL] = "annul",     [CV_ASK_REMOVE] = "remove", [CV_ASK_RESCUE] = "rescue",
    [CV_ASK_MOVE] = "move",       [CV_ASK_ADD] = "add",       [CV_ASK_FIGURES] = "figures",
    [CV_ASK_RECOUNT] = "recount", [CV_ASK_REPEAT] = "repeat", [CV_ASK_CANCEL] = "cancel",
    [CV_ASK_BAR] = "bar",         [CV_ASK_VOID] = "void",
};

cv_str cv_ask_name(cv_ask ask)
{
    cv_assert(ask >= 0 && ask < CV_N_ASKS);
    return cv_str_of(ASKS[ask]);
}

cv_str cv_asked_by_name(cv_asked_by by)
{
    switch (by) {
    case CV_BY_COMPLAINT: return CV_STR("complaint");
    case CV_BY_RECOUNT_ORDERED: return CV_STR("recount_ordered");
    case CV_BY_LAW: return CV_STR("law");
    }
    return CV_STR("");
}

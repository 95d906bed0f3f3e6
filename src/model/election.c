#include "model/election.h"

const cv_cell *cv_forms_column(const cv_forms *f, cv_field field)
{
    for (int32_t i = 0; i < f->n_fields; i++)
        if (f->field[i] == field) return f->cell[i];
    return NULL;
}

bool cv_form_is_live(uint8_t state)
{
    return state == CV_FORM_COUNTED || state == CV_FORM_AWAITED;
}

cv_contest_ix cv_contest_named(const cv_election *e, cv_str id)
{
    for (int32_t i = 0; i < e->n_contests; i++)
        if (cv_str_eq(e->contest[i].id, id)) return (cv_contest_ix){i};
    return CV_NO_CONTEST;
}

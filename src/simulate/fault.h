/* simulate/fault.h — what goes wrong with forms: kinds as rows of a table, planted one a form.
 *
 * To add a kind: its row at the end of CV_SIM_FAULTS (the order is part of every case), its
 * function beside the others in fault_box.c or fault_typed.c, and its name in the table of
 * tests/property/simulate_test.c that says which rule finds it.
 */
#ifndef CV_SIMULATE_FAULT_H
#define CV_SIMULATE_FAULT_H

#include "simulate/world.h"

/* Where it happens, and so which sheets show it. */
typedef enum {
    CV_SIM_AT_BOX,   /* before the sheet was written: every copy says the same          */
    CV_SIM_AT_TABLE, /* after it: the official table differs from the copies            */
    CV_SIM_AT_COPY   /* a holder changed the own copy                                   */
} cv_sim_fault_place;

typedef struct {
    cv_sim_world *w;
    cv_sim_contest *c;
    int32_t station; /* of the contest                                                 */
    cv_cell *row;    /* [width] the sheet that is changed, as it was                   */
    int32_t amount;  /* votes; 0: by chance                                            */
    int32_t to;      /* option that gains; -1: the one in power                        */
    int32_t from;    /* option that loses, where one does; -1: the strongest other     */
    cv_rng *r;
} cv_sim_hand;

/* Changes hand->row; false when this form does not lend itself to it. */
typedef bool cv_sim_deed(cv_sim_hand *hand);

cv_sim_deed cv_sim_stuff_box, cv_sim_stuff_list, cv_sim_move, cv_sim_coerce, cv_sim_swap_leaders,
    cv_sim_round, cv_sim_invent;
cv_sim_deed cv_sim_digit, cv_sim_swap_digits, cv_sim_swap_rows, cv_sim_shift, cv_sim_neighbour,
    cv_sim_total, cv_sim_blank, cv_sim_illegible, cv_sim_lose, cv_sim_delay;

/* The kind's number; -1: none of this name. */
int32_t cv_sim_fault_named(cv_str id);
cv_sim_fault_place cv_sim_fault_at(int32_t kind);
/* Papers were put in or persons made to vote: the boxes hold what the sheet says. */
bool cv_sim_fault_moves_paper(int32_t kind);

/* Plants one fault where asked. `hand` says contest, station, amount and options; its row is set
 * here. Returns false, and changes nothing, when the form has a fault already or does not lend
 * itself to it. */
bool cv_sim_plant(cv_sim_world *w, int32_t kind, int32_t contest, cv_sim_hand hand, int32_t scene);

/* Plants what the plan says in contests from..n_contests-1, kinds at `place` only. */
void cv_sim_plant_all(cv_sim_world *w, const cv_sim_plan *plan, int32_t from,
                      cv_sim_fault_place place);

/* Says of each fault whether the papers show it; call when the copies are laid. */
void cv_sim_mark_shown(cv_sim_world *w, int64_t first_fault);

/* ---- shared by the deeds ---- */

/* The option that a fault favours: the hand's, else that of the first bloc, else the first. */
int32_t cv_sim_favoured(const cv_sim_hand *h);
/* The strongest other option that can be seated, or hand->from. */
int32_t cv_sim_rival(const cv_sim_hand *h, int32_t favoured);

#endif

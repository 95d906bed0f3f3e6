/* Faults at the box: the sheet, and every copy of it, says what did not happen. */
#include "simulate/fault.h"

static cv_cell *votes(cv_sim_hand *h, int32_t option)
{
    return &h->row[CV_SIM_LINES + option];
}

/* Papers that nobody was given: the box holds more than were issued. Only where no voter took a
 * paper away, so that the excess is the whole of what was put in. */
bool cv_sim_stuff_box(cv_sim_hand *h)
{
    if (h->row[CV_SIM_BOX_STATION] != h->row[CV_SIM_ISS_STATION]) return false;
    cv_cell room = h->row[CV_SIM_RECV] - h->row[CV_SIM_SIGNED];
    cv_cell k =
        h->amount ? h->amount : 3 + (cv_cell)cv_rng_below(h->r, 1 + h->row[CV_SIM_SIGNED] / 10);
    if (k > room) k = room;
    if (k < 1) return false;
    h->row[CV_SIM_BOX_STATION] += k;
    h->row[CV_SIM_VALID] += k;
    *votes(h, cv_sim_favoured(h)) += k;
    return true;
}

/* The same with a signature and an issued paper for each: nothing fails to add up. */
bool cv_sim_stuff_list(cv_sim_hand *h)
{
    cv_cell room = h->row[CV_SIM_REG] - h->row[CV_SIM_SIGNED];
    cv_cell k = h->amount ? h->amount : (cv_cell)((0.1 + 0.6 * cv_rng_unit(h->r)) * room);
    if (k > room) k = room;
    if (k > h->row[CV_SIM_CANCELLED]) k = h->row[CV_SIM_CANCELLED];
    if (k < 1) return false;
    h->row[CV_SIM_SIGNED] += k;
    h->row[CV_SIM_ISS_STATION] += k;
    h->row[CV_SIM_CANCELLED] -= k;
    h->row[CV_SIM_BOX_STATION] += k;
    h->row[CV_SIM_VALID] += k;
    *votes(h, cv_sim_favoured(h)) += k;
    return true;
}

bool cv_sim_move(cv_sim_hand *h)
{
    int32_t to = cv_sim_favoured(h), from = cv_sim_rival(h, to);
    if (from < 0 || from == to) return false;
    cv_cell most = *votes(h, from);
    cv_cell k = h->amount ? h->amount : (cv_cell)((0.15 + 0.35 * cv_rng_unit(h->r)) * most);
    if (k > most) k = most;
    if (k < 1) return false;
    *votes(h, from) -= k;
    *votes(h, to) += k;
    return true;
}

/* Makes `signed_` come and gives option `to` about `share` of the votes, the others in proportion
 * to what they had; the form stays consistent. */
static void rewrite(cv_sim_hand *h, cv_cell signed_, cv_cell for_to, int32_t to)
{
    cv_cell *row = h->row, others = row[CV_SIM_VALID] - *votes(h, to);
    row[CV_SIM_ISS_STATION] = signed_ - row[CV_SIM_ISS_OUT];
    row[CV_SIM_SIGNED] = signed_;
    row[CV_SIM_CANCELLED] = row[CV_SIM_RECV] - signed_;
    row[CV_SIM_BOX_STATION] = row[CV_SIM_ISS_STATION];
    row[CV_SIM_VALID] = signed_ - row[CV_SIM_INVALID];
    cv_cell rest = row[CV_SIM_VALID] - for_to, given = 0;
    *votes(h, to) = for_to;
    for (int32_t o = 0; o < h->c->n_options; o++) {
        if (o == to) continue;
        *votes(h, o) = others ? (cv_cell)((int64_t)*votes(h, o) * rest / others) : 0;
        given += *votes(h, o);
    }
    /* What rounding leaves over goes to the rival. */
    *votes(h, cv_sim_rival(h, to)) += rest - given;
}

static bool can_rewrite(const cv_sim_hand *h, cv_cell signed_)
{
    return signed_ > h->row[CV_SIM_ISS_OUT] + h->row[CV_SIM_INVALID] &&
           signed_ >= h->row[CV_SIM_T17] && signed_ < h->row[CV_SIM_RECV] &&
           signed_ <= h->row[CV_SIM_REG];
}

bool cv_sim_coerce(cv_sim_hand *h)
{
    int32_t to = cv_sim_favoured(h);
    cv_cell reg = h->row[CV_SIM_REG];
    cv_cell signed_ = (cv_cell)((0.90 + 0.09 * cv_rng_unit(h->r)) * reg);
    if (signed_ <= h->row[CV_SIM_SIGNED] || !can_rewrite(h, signed_)) return false;
    cv_cell valid = signed_ - h->row[CV_SIM_INVALID];
    cv_cell for_to = (cv_cell)((0.85 + 0.13 * cv_rng_unit(h->r)) * valid);
    if (for_to <= *votes(h, to)) return false;
    rewrite(h, signed_, for_to, to);
    return true;
}

bool cv_sim_swap_leaders(cv_sim_hand *h)
{
    int32_t first = cv_sim_rival(h, -1), second = first < 0 ? -1 : cv_sim_rival(h, first);
    if (second < 0) return false;
    cv_cell kept = *votes(h, first);
    *votes(h, first) = *votes(h, second);
    *votes(h, second) = kept;
    return *votes(h, first) != kept;
}

/* Whole multiples of 5 per cent, as near as whole persons allow: the smallest number that reaches
 * the percentage. */
bool cv_sim_round(cv_sim_hand *h)
{
    int32_t to = cv_sim_favoured(h);
    int64_t reg = h->row[CV_SIM_REG];
    int64_t turnout = 70 + 5 * cv_rng_below(h->r, 6), share = 60 + 5 * cv_rng_below(h->r, 7);
    cv_cell signed_ = (cv_cell)((turnout * reg + 99) / 100);
    if (!can_rewrite(h, signed_)) return false;
    cv_cell for_to = (cv_cell)((share * (signed_ - h->row[CV_SIM_INVALID]) + 99) / 100);
    rewrite(h, signed_, for_to, to);
    return true;
}

/* People who invent figures avoid 0 and 5 and repeat no digit (Beber and Scacco 2012). */
static cv_cell invent_figure(cv_rng *r, cv_cell most)
{
    static const cv_cell liked[] = {2, 3, 7, 8, 4, 6, 1, 9};
    cv_cell x = (cv_cell)(cv_rng_unit(r) * most) / 10 * 10;
    cv_cell last = liked[cv_rng_below(r, 8)];
    if (last == x / 10 % 10) last = last == 9 ? 8 : last + 1;
    return x + last <= most ? x + last : most;
}

/* The strongest other gets what is left; against all gets few: nobody invents those. */
bool cv_sim_invent(cv_sim_hand *h)
{
    int32_t to = cv_sim_favoured(h), rival = cv_sim_rival(h, to);
    cv_cell rest = h->row[CV_SIM_VALID];
    if (rest < 100 || rival < 0) return false;
    cv_cell for_to = rest / 2 + invent_figure(h->r, rest / 4);
    rest -= for_to;
    *votes(h, to) = for_to;
    for (int32_t o = 0; o < h->c->n_options; o++) {
        if (o == to || o == rival) continue;
        *votes(h, o) = invent_figure(h->r, h->c->option[o].against ? rest / 20 : rest / 2);
        rest -= *votes(h, o);
    }
    *votes(h, rival) = rest;
    return true;
}

/* Faults of the official table: the sheet at the station is right. */
#include <string.h>

#include "simulate/fault.h"

/* An option drawn among those whose votes are at least `least`; -1: none. */
static int32_t some_option(cv_sim_hand *h, cv_cell least)
{
    int32_t able[CV_SIM_OPTIONS_MAX], n = 0;
    for (int32_t o = 0; o < h->c->n_options; o++)
        if (h->row[CV_SIM_LINES + o] >= least) able[n++] = o;
    return n ? able[cv_rng_below(h->r, n)] : -1;
}

static int32_t digits_of(cv_cell x)
{
    int32_t n = 1;
    for (; x >= 10; x /= 10) n++;
    return n;
}

static cv_cell power_of_ten(int32_t k)
{
    cv_cell p = 1;
    for (; k > 0; k--) p *= 10;
    return p;
}

/* Small stations change by little: the leading digit of a three-digit figure is the limit. */
bool cv_sim_digit(cv_sim_hand *h)
{
    int32_t o = some_option(h, 1);
    if (o < 0) return false;
    cv_cell *x = &h->row[CV_SIM_LINES + o];
    int32_t n = digits_of(*x);
    cv_cell unit = power_of_ten((int32_t)cv_rng_below(h->r, n < 3 ? n : 3));
    cv_cell old = *x / unit % 10, fresh = (cv_cell)((old + 1 + cv_rng_below(h->r, 9)) % 10);
    *x += (fresh - old) * unit;
    return true;
}

bool cv_sim_swap_digits(cv_sim_hand *h)
{
    int32_t o = some_option(h, 10);
    if (o < 0) return false;
    cv_cell *x = &h->row[CV_SIM_LINES + o];
    cv_cell unit = power_of_ten((int32_t)cv_rng_below(h->r, digits_of(*x) - 1));
    cv_cell low = *x / unit % 10, high = *x / (10 * unit) % 10;
    *x += (low - high) * 10 * unit + (high - low) * unit;
    return low != high;
}

bool cv_sim_swap_rows(cv_sim_hand *h)
{
    int32_t o = (int32_t)cv_rng_below(h->r, h->c->n_options - 1);
    cv_cell *x = &h->row[CV_SIM_LINES + o], kept = x[0];
    x[0] = x[1];
    x[1] = kept;
    return x[0] != x[1];
}

/* From some line on every figure slips down by one: that line is left empty, the last is lost. */
bool cv_sim_shift(cv_sim_hand *h)
{
    if (h->c->n_options < 3) return false;
    int32_t from = (int32_t)cv_rng_below(h->r, h->c->n_options - 1);
    for (int32_t o = h->c->n_options - 1; o > from; o--)
        h->row[CV_SIM_LINES + o] = h->row[CV_SIM_LINES + o - 1];
    h->row[CV_SIM_LINES + from] = CV_CELL_BLANK;
    return true;
}

bool cv_sim_neighbour(cv_sim_hand *h)
{
    int32_t o = some_option(h, 1);
    if (o < 0 || h->station + 1 >= h->c->n_stations) return false;
    cv_cell other = cv_sim_votes(h->c, h->c->form, h->station + 1)[o];
    cv_cell *x = &h->row[CV_SIM_LINES + o];
    bool differs = *x != other;
    *x = other;
    return differs;
}

bool cv_sim_total(cv_sim_hand *h)
{
    static const cv_cell slip[] = {-100, -10, -9, -1, 1, 9, 10, 90, 100};
    cv_cell *x = &h->row[CV_SIM_VALID];
    *x += slip[cv_rng_below(h->r, (int64_t)(sizeof slip / sizeof *slip))];
    return *x > 0;
}

bool cv_sim_blank(cv_sim_hand *h)
{
    int32_t o = some_option(h, 1);
    if (o >= 0) h->row[CV_SIM_LINES + o] = CV_CELL_BLANK;
    return o >= 0;
}

bool cv_sim_illegible(cv_sim_hand *h)
{
    int32_t o = some_option(h, 1);
    if (o >= 0) h->row[CV_SIM_LINES + o] = CV_CELL_ILLEGIBLE;
    return o >= 0;
}

bool cv_sim_lose(cv_sim_hand *h)
{
    h->c->missing[h->station] = true;
    return true;
}

bool cv_sim_delay(cv_sim_hand *h)
{
    h->c->minutes[h->station] = (int16_t)(h->c->minutes[h->station] + 600);
    return true;
}

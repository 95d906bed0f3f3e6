#include "simulate/count.h"

#include <string.h>

#include "base/check.h"

static const cv_sim_decision *decision_at(const cv_sim_world *w, int32_t contest, int32_t station)
{
    const cv_sim_decision *last = NULL;
    for (int64_t i = 0; i < w->n_decisions; i++)
        if (w->decision[i].contest == contest && w->decision[i].station == station)
            last = &w->decision[i];
    return last;
}

const cv_cell *cv_sim_seen(const cv_sim_world *w, int32_t contest, int32_t station,
                           cv_sim_view view)
{
    const cv_sim_contest *c = &w->contest[contest];
    if (view == CV_SIM_AS_TRUE) return cv_sim_row(c, c->truth, station);
    if (view == CV_SIM_AS_DECIDED) {
        const cv_sim_decision *d = decision_at(w, contest, station);
        if (d) return d->effect == CV_SIM_ANNUL ? NULL : cv_sim_row(c, c->form, station);
    }
    int32_t f = c->fault[station];
    bool shown = f >= 0 && w->fault[f].shown == CV_SIM_SHOWN && w->fault[f].copy < 0;
    if (view == CV_SIM_AS_REPAIRED && shown) return cv_sim_row(c, c->truth, station);
    return c->missing[station] ? NULL : cv_sim_row(c, c->official, station);
}

static void add_up(cv_sim_count *k, const cv_sim_world *w, int32_t contest, cv_sim_view view)
{
    const cv_sim_contest *c = &w->contest[contest];
    for (int32_t s = 0; s < c->n_stations; s++) {
        const cv_cell *row = cv_sim_seen(w, contest, s, view);
        if (!row) continue;
        for (int32_t i = 0; i < CV_SIM_LINES; i++)
            if (row[i] > 0) k->line[i] += row[i];
        for (int32_t o = 0; o < c->n_options; o++)
            if (row[CV_SIM_LINES + o] > 0) k->votes[o] += row[CV_SIM_LINES + o];
    }
}

static void find_leaders(cv_sim_count *k, const cv_sim_contest *c)
{
    k->first = k->second = -1;
    for (int32_t o = 0; o < c->n_options; o++) {
        if (c->option[o].against) continue;
        if (k->first < 0 || k->votes[o] > k->votes[k->first]) {
            k->second = k->first;
            k->first = o;
        } else if (k->second < 0 || k->votes[o] > k->votes[k->second]) {
            k->second = o;
        }
    }
    cv_assert(k->first >= 0 && k->second >= 0);
    k->lead = k->votes[k->first] - k->votes[k->second];
}

static cv_count against(const cv_sim_count *k, const cv_sim_contest *c)
{
    const cv_sim_option *last = &c->option[c->n_options - 1];
    return last->against ? k->votes[c->n_options - 1] : 0;
}

/* Options that share the second place: then a lot decides who goes on. */
static bool second_is_tied(const cv_sim_count *k, const cv_sim_contest *c)
{
    int32_t n = 0;
    for (int32_t o = 0; o < c->n_options; o++)
        n += !c->option[o].against && o != k->first && k->votes[o] == k->votes[k->second];
    return n > 1;
}

/* Law of Calmeria: more than half of those who took part, else a run-off of the two with most
 * votes; nobody where "against all" has more than the first. */
static void decide_seat(cv_sim_count *k, const cv_sim_contest *c)
{
    bool first_round = c->round == 1;
    k->kind = CV_SIM_WON;
    if (against(k, c) > k->votes[k->first])
        k->kind = CV_SIM_VOID;
    else if (first_round && 2 * k->votes[k->first] <= k->line[CV_SIM_SIGNED])
        k->kind = second_is_tied(k, c) && k->lead > 0 ? CV_SIM_TIED : CV_SIM_RUNOFF;
    else if (!first_round && k->lead == 0)
        k->kind = CV_SIM_TIED;
    if (k->kind == CV_SIM_WON) k->seats[k->first] = 1;
}

/* Highest averages with the divisors 1, 2, 3, ... among lists with at least 5 in 100. */
static void share_seats(cv_sim_count *k, const cv_sim_contest *c)
{
    cv_count valid = 0;
    k->kind = CV_SIM_WON;
    for (int32_t o = 0; o < c->n_options; o++) valid += k->votes[o];
    for (int32_t seat = 0; seat < c->seats; seat++) {
        int32_t best = -1;
        for (int32_t o = 0; o < c->n_options; o++) {
            if (20 * k->votes[o] < valid) continue;
            if (best < 0 || k->votes[o] * (k->seats[best] + 1) > k->votes[best] * (k->seats[o] + 1))
                best = o;
        }
        if (best >= 0) k->seats[best]++;
    }
}

void cv_sim_count_up(cv_sim_count *out, const cv_sim_world *w, int32_t contest, cv_sim_view view)
{
    const cv_sim_contest *c = &w->contest[contest];
    memset(out, 0, sizeof *out);
    add_up(out, w, contest, view);
    find_leaders(out, c);
    if (w->preset->system == CV_SIM_LIST)
        share_seats(out, c);
    else
        decide_seat(out, c);
}

const char *cv_sim_kind_name(cv_sim_kind kind)
{
    static const char *const name[] = {"decided", "runoff", "void", "tie"};
    return name[kind];
}

void cv_sim_declared(cv_sim_count *out, const cv_sim_world *w, int32_t contest)
{
    const cv_sim_contest *c = &w->contest[contest];
    cv_sim_count_up(out, w, contest, c->named >= 0 ? CV_SIM_AS_PAPERS : CV_SIM_AS_DECIDED);
    int32_t seated = c->named >= 0 ? c->named : c->drawn;
    if (seated < 0) return;
    if (c->round == 1 && out->kind == CV_SIM_TIED) { /* a lot for the second place in the run-off */
        out->kind = CV_SIM_RUNOFF;
        out->second = seated;
        return;
    }
    out->kind = CV_SIM_WON;
    memset(out->seats, 0, sizeof out->seats);
    out->seats[seated] = 1;
    if (!c->exchanged) return;
    cv_count kept = out->votes[0];
    out->votes[0] = out->votes[1];
    out->votes[1] = kept;
}

#include "simulate/story.h"

#include "base/check.h"
#include "simulate/copies.h"
#include "simulate/count.h"
#include "simulate/fault.h"

/* ---- the scenes ---- */

typedef enum {
    RECOUNTED,
    LOT,
    NO_LOT,
    AGAINST_ALL,
    MISSING,
    COPIES,
    STUFFED,
    ADOPTED,
    ANNULLED,
    ADDED_UP,
    WRONG_PAIR,
    UNSEEN,
    N_SCENES
} scene_id;

/* How many votes the scenes turn on: each is told in the README of the example. */
enum {
    MISSING_LEAD = 150,
    ALTERED = 30, /* votes moved at each of three stations: the lead moves by 60 each      */
    COPIES_LEAD = 145,
    STUFFED_PAPERS = 65,
    STUFFED_LEAD = 20,
    ADOPTED_VOTES = 40,
    ADOPTED_LEAD = 50,
    ANNULLED_LEAD = 120,
    ADDED_LEAD = 400,
    PAIR_VOTES = 20,
    PAIR_LEAD = 40,
    UNSEEN_VOTES = 45,
    UNSEEN_LEAD = 200
};

static const struct {
    int32_t district; /* its number */
    int32_t round;
    cv_sim_scene scene;
} plot[N_SCENES] = {
    [RECOUNTED] = {8,
                   1, {"recounted", "Every box was opened",
                    "A commission recounted all stations by hand; its forms confirm the count.",
                    "The word is confirmed, and the copies table has a recount of every form.", 0}},
    [LOT] = {14,
                   2, {"lot", "A tie that a lot decided",
              "Both candidates of the run-off have the same votes; a lot was drawn and recorded.",
              "The lead is 0; the count names the lot.", 0}                                       },
    [NO_LOT] = {22,
                   2, {"no-lot", "A tie that nobody decided",
                 "Both candidates have the same votes; one was declared, and no lot is on record.",
                 "undetermined: the program never draws.", 0}                                     },
    [AGAINST_ALL] = {29,
                   1, {"against-all", "Against all",
                      "More voters voted against all than for any candidate: nobody has the seat.",
                      "The outcome is void, and nothing on record changes that.", 0}              },
    [MISSING] = {33,
                   2, {"missing", "A form that never came",
                  "The table lacks one station with more voters than the lead.",
                  "undetermined, with the station to look for.", 0}                               },
    [COPIES] = {41,
                   2, {"copies", "Three sheets say otherwise",
                 "Votes were moved at three stations between the sheet and the table. The copies "
                 "on the doors are true, and the other candidate has more votes.",
                 "open, one station is enough to change the seat; the copies stand side by side.",
                 0}                                                                               },
    [STUFFED] = {47,
                   2, {"stuffed", "More papers than voters",
                  "One box held 65 papers that nobody was given; without them the other candidate "
                  "has more votes.",
                  "open: C306 and C207 at one station, 65 votes against the lead.", 0}            },
    [ADOPTED] = {52,
                   2, {"adopted", "A decision that changed a seat",
                  "Two altered forms were replaced by the copies on the doors, by decision; the "
                  "declaration followed.",
                  "holds: as summed another candidate has most votes, as decided the declared one.",
                  0}                                                                              },
    [ANNULLED] = {58,
                   2, {"annulled", "A decision that was not followed",
                   "A court annulled a station where the leader was far ahead; the commission "
                   "declared the leader all the same.",
                   "contradicted: the figures as decided give the other candidate.", 0}           },
    [ADDED_UP] = {63,
                   2, {"added-up", "Added up wrong",
                   "The declared totals of the two candidates are exchanged; every form is right.",
                   "contradicted: C806, declared totals are not the sums of the forms.", 0}       },
    [WRONG_PAIR] = {67,
                   1, {"wrong-pair", "The wrong two went on",
                     "Three altered forms of the first round put the third candidate before the "
                     "second, and into the run-off.",
                     "The first round is open, and so the run-off is open whatever its votes.", 0}},
    [UNSEEN] = {71,
                   2, {"unseen", "What no paper shows",
                 "At four stations votes were counted for the wrong candidate before the sheets "
                 "were written. Every copy agrees, and the seat holds; the truth is another.",
                 "holds means that nothing on record can change the seat, not that it is right. "
                 "Only the boxes would tell.",
                 0}                                                                               },
};

bool cv_sim_story_fits(const cv_sim_world *w)
{
    return w->n_districts == 75 && w->n_stations >= 1500;
}

static int32_t contest_in(const cv_sim_world *w, int32_t number, int32_t round)
{
    for (int32_t i = 0; i < w->n_contests; i++)
        if (w->contest[i].round == round && w->contest[i].district == number - 1) return i;
    return -1;
}

void cv_sim_story_begin(cv_sim_world *w)
{
    for (int32_t i = 0; i < N_SCENES; i++) {
        cv_room(w->keep, cv_sim_scene, w->scene, w->n_scenes, w->cap_scenes);
        w->scene[w->n_scenes] = plot[i].scene;
        w->scene[w->n_scenes++].contest = contest_in(w, plot[i].district, 1);
        w->contest[contest_in(w, plot[i].district, 1)].quiet = true;
    }
}

/* ---- bending the votes ---- */

static cv_count total(const cv_sim_contest *c, int32_t option)
{
    cv_count sum = 0;
    for (int32_t s = 0; s < c->n_stations; s++) sum += cv_sim_votes(c, c->truth, s)[option];
    return sum;
}

/* Moves k votes between options, a few at every station, so that no station stands out. */
static void move(cv_sim_contest *c, int32_t from, int32_t to, cv_count k)
{
    while (k > 0) {
        cv_count before = k, have = total(c, from);
        for (int32_t s = 0; s < c->n_stations && k > 0; s++) {
            cv_cell *v = cv_sim_votes(c, c->truth, s);
            cv_count part = v[from] * before / (have ? have : 1);
            if (part == 0 && v[from] > 0) part = 1;
            if (part > k) part = k;
            v[from] -= (cv_cell)part;
            v[to] += (cv_cell)part;
            k -= part;
        }
        cv_assert(k < before);
    }
}

/* Option a leads b by exactly `lead`; an odd vote goes to the last option (against all). */
static void set_lead(cv_sim_contest *c, int32_t a, int32_t b, cv_count lead)
{
    cv_count excess = total(c, a) - total(c, b) - lead;
    if (excess % 2) {
        move(c, excess > 0 ? a : b, c->n_options - 1, 1);
        excess += excess > 0 ? -1 : 1;
    }
    if (excess > 0)
        move(c, a, b, excess / 2);
    else
        move(c, b, a, -excess / 2);
}

/* The options that can be seated, by votes. */
static void rank(int32_t *order, const cv_sim_contest *c)
{
    int32_t n = c->n_options - 1;
    for (int32_t i = 0; i < n; i++) order[i] = i;
    for (int32_t i = 1; i < n; i++)
        for (int32_t j = i; j > 0 && total(c, order[j]) > total(c, order[j - 1]); j--) {
            int32_t kept = order[j];
            order[j] = order[j - 1];
            order[j - 1] = kept;
        }
}

static cv_count took_part(const cv_sim_contest *c)
{
    cv_count sum = 0;
    for (int32_t s = 0; s < c->n_stations; s++) sum += cv_sim_row(c, c->truth, s)[CV_SIM_SIGNED];
    return sum;
}

/* What the first of the order has above `share` hundredths of those who took part goes to the
 * others after it, each getting as much. */
static void lower(cv_sim_contest *c, const int32_t *order, int32_t n, cv_count share)
{
    cv_count excess = total(c, order[0]) - took_part(c) * share / 100;
    for (int32_t k = 1; k < n && excess > 0; k++)
        move(c, order[0], order[k], (excess + n - 2) / (n - 1));
}

/* The two strongest have 41 and 35 hundredths of those who took part at most: nobody has half. */
static void force_runoff(cv_sim_contest *c)
{
    int32_t order[CV_SIM_OPTIONS_MAX], n = c->n_options - 1;
    cv_assert(n >= 3);
    rank(order, c);
    lower(c, order, n, 41);
    lower(c, order + 1, n - 1, 35);
}

/* The strongest has 55 hundredths at least. */
static void force_majority(cv_sim_contest *c)
{
    int32_t order[CV_SIM_OPTIONS_MAX];
    rank(order, c);
    for (int32_t i = c->n_options - 2; i > 0; i--) {
        cv_count lack = took_part(c) * 55 / 100 - total(c, order[0]);
        cv_count part = total(c, order[i]) * 2 / 3;
        if (lack > 0) move(c, order[i], order[0], lack < part ? lack : part);
    }
}

static void make_void(cv_sim_contest *c)
{
    int32_t order[CV_SIM_OPTIONS_MAX], against = c->n_options - 1;
    rank(order, c);
    for (int32_t i = 0; i < against; i++) move(c, order[i], against, total(c, order[i]) / 2);
}

/* First, then second and third close to each other. */
static void make_close_second(cv_sim_contest *c)
{
    int32_t order[CV_SIM_OPTIONS_MAX];
    force_runoff(c);
    rank(order, c);
    set_lead(c, order[1], order[2], PAIR_LEAD);
}

static void bend_first_round(cv_sim_world *w)
{
    for (int32_t i = 0; i < N_SCENES; i++) {
        cv_sim_contest *c = &w->contest[contest_in(w, plot[i].district, 1)];
        if (i == RECOUNTED)
            force_majority(c);
        else if (i == AGAINST_ALL)
            make_void(c);
        else if (i == WRONG_PAIR)
            make_close_second(c);
        else
            force_runoff(c);
    }
}

/* At the largest station option 0 leads by 200, elsewhere the two are about even. */
static void make_a_stronghold(cv_sim_contest *c)
{
    set_lead(c, 1, 0, 0);
    int32_t best = 0;
    cv_cell most = 0;
    for (int32_t s = 0; s < c->n_stations; s++) {
        const cv_cell *v = cv_sim_votes(c, c->truth, s);
        if (v[0] + v[1] > most) best = s, most = v[0] + v[1];
    }
    cv_cell *v = cv_sim_votes(c, c->truth, best);
    cv_assert(most > 200);
    v[1] = (most - 200) / 2;
    v[0] = most - v[1];
}

/* What the truth of each run-off is: the lead of option 1 over option 0, whom faults favour. */
static void bend_runoff(cv_sim_contest *c, scene_id scene)
{
    static const cv_count lead[N_SCENES] = {
        [COPIES] = COPIES_LEAD,
        [STUFFED] = STUFFED_LEAD,
        [ADOPTED] = ADOPTED_LEAD,
        [ANNULLED] = -ANNULLED_LEAD,
        [ADDED_UP] = ADDED_LEAD,
        [MISSING] = MISSING_LEAD,
        [UNSEEN] = 4 * 2 * UNSEEN_VOTES - UNSEEN_LEAD,
    };
    if (scene == ANNULLED) make_a_stronghold(c);
    set_lead(c, 1, 0, lead[scene]);
}

void cv_sim_story_votes(cv_sim_world *w, int32_t from)
{
    if (from == 0) {
        bend_first_round(w);
        return;
    }
    for (int32_t i = 0; i < N_SCENES; i++) {
        int32_t contest = contest_in(w, plot[i].district, 2);
        if (contest < 0) continue;
        w->contest[contest].quiet = true;
        if (plot[i].round != 2) continue;
        w->scene[i].contest = contest;
        bend_runoff(&w->contest[contest], (scene_id)i);
    }
}

/* ---- planting ---- */

static void plant(cv_sim_world *w, const char *kind, int32_t contest, cv_sim_hand hand,
                  scene_id scene)
{
    cv_rng r =
        cv_rng_open(w->options.seed, CV_SIM_FOR_STORY, (uint64_t)scene, (uint64_t)hand.station);
    hand.r = &r;
    bool done = cv_sim_plant(w, cv_sim_fault_named(cv_str_of(kind)), contest, hand, scene);
    cv_assert(done);
}

/* The n stations where option `from` has most votes. */
static void choose(int32_t *out, const cv_sim_contest *c, int32_t n, int32_t from)
{
    for (int32_t k = 0; k < n; k++) {
        int32_t best = -1;
        for (int32_t s = 0; s < c->n_stations; s++) {
            bool taken = false;
            for (int32_t i = 0; i < k; i++) taken = taken || out[i] == s;
            if (taken) continue;
            if (best < 0 ||
                cv_sim_votes(c, c->form, s)[from] > cv_sim_votes(c, c->form, best)[from])
                best = s;
        }
        out[k] = best;
    }
}

static void plant_at(cv_sim_world *w, scene_id scene, const char *kind, int32_t n, int32_t amount)
{
    int32_t contest = w->scene[scene].contest, at[8];
    choose(at, &w->contest[contest], n, 1);
    for (int32_t i = 0; i < n; i++)
        plant(w, kind, contest,
              (cv_sim_hand){.station = at[i], .amount = amount, .to = 0, .from = 1}, scene);
}

static void decide(cv_sim_world *w, cv_sim_decision d)
{
    cv_room(w->keep, cv_sim_decision, w->decision, w->n_decisions, w->cap_decisions);
    w->decision[w->n_decisions++] = d;
}

/* The station whose register is nearest to four times the lead. */
static void lose_a_form(cv_sim_world *w)
{
    int32_t contest = w->scene[MISSING].contest, best = 0, least = INT32_MAX;
    const cv_sim_contest *c = &w->contest[contest];
    for (int32_t s = 0; s < c->n_stations; s++) {
        int32_t far = cv_sim_row(c, c->form, s)[CV_SIM_REG] - 4 * MISSING_LEAD;
        if (far < 0) far = -far;
        if (far < least) best = s, least = far;
    }
    c->held[best] = 0; /* nobody else has it */
    plant(w, "missing", contest, (cv_sim_hand){.station = best, .to = -1, .from = -1}, MISSING);
}

/* The largest station where no voter took the paper away. */
static void stuff(cv_sim_world *w)
{
    int32_t contest = w->scene[STUFFED].contest, best = -1;
    const cv_sim_contest *c = &w->contest[contest];
    for (int32_t s = 0; s < c->n_stations; s++) {
        const cv_cell *row = cv_sim_row(c, c->form, s);
        bool whole = row[CV_SIM_BOX_STATION] == row[CV_SIM_ISS_STATION];
        if (!whole || row[CV_SIM_RECV] - row[CV_SIM_SIGNED] < STUFFED_PAPERS) continue;
        if (best < 0 || row[CV_SIM_SIGNED] > cv_sim_row(c, c->form, best)[CV_SIM_SIGNED]) best = s;
    }
    cv_sim_hand hand = {.station = best, .amount = STUFFED_PAPERS, .to = 0, .from = 1};
    plant(w, "stuffed-box", contest, hand, STUFFED);
}

static void adopt_copies(cv_sim_world *w)
{
    plant_at(w, ADOPTED, "altered", 2, ADOPTED_VOTES);
    for (int64_t i = 0; i < w->n_faults; i++) {
        const cv_sim_fault *f = &w->fault[i];
        if (f->scene != ADOPTED) continue;
        decide(w, (cv_sim_decision){.contest = f->contest,
                                    .station = f->station,
                                    .effect = CV_SIM_ADOPT,
                                    .holder = CV_SIM_POSTED,
                                    .id = "CEC-52",
                                    .body = "Electoral Commission of Calmeria",
                                    .text = "the copy on the door is adopted",
                                    .day = 4});
    }
}

/* The stations where option 0 leads most, until the other has more without them. */
static void annul_stations(cv_sim_world *w)
{
    int32_t contest = w->scene[ANNULLED].contest;
    cv_sim_contest *c = &w->contest[contest];
    bool *done = cv_new(w->keep, bool, c->n_stations);
    c->named = 0;
    for (cv_count left = ANNULLED_LEAD; left >= 0;) {
        int32_t best = -1;
        cv_cell most = 0;
        for (int32_t s = 0; s < c->n_stations; s++) {
            const cv_cell *v = cv_sim_votes(c, c->form, s);
            if (!done[s] && v[0] - v[1] > most) best = s, most = v[0] - v[1];
        }
        cv_assert(best >= 0);
        done[best] = true;
        left -= most;
        decide(w, (cv_sim_decision){
                      .contest = contest,
                      .station = best,
                      .effect = CV_SIM_ANNUL,
                      .id = "COURT-7",
                      .body = "Court of the Fernlands (invented)",
                      .text = "the votes of the station are annulled: the box was left unsealed",
                      .day = 9});
    }
}

static void recount_all(cv_sim_world *w)
{
    cv_sim_contest *c = &w->contest[w->scene[RECOUNTED].contest];
    for (int32_t s = 0; s < c->n_stations; s++) cv_sim_give_copy(c, s, CV_SIM_RECOUNT);
}

static void swap_the_second(cv_sim_world *w)
{
    int32_t contest = w->scene[WRONG_PAIR].contest, order[CV_SIM_OPTIONS_MAX], at[3];
    cv_sim_contest *c = &w->contest[contest];
    rank(order, c);
    choose(at, c, 3, order[1]);
    for (int32_t i = 0; i < 3; i++)
        plant(
            w, "altered", contest,
            (cv_sim_hand){.station = at[i], .amount = PAIR_VOTES, .to = order[2], .from = order[1]},
            WRONG_PAIR);
}

static void second_round_sheets(cv_sim_world *w)
{
    cv_sim_contest *lot = &w->contest[w->scene[LOT].contest];
    lot->drawn = 1;
    lot->drawn_cite =
        CV_STR("Minutes of the draw, district commission 14, 16 March 2027 (simulated)");
    w->contest[w->scene[NO_LOT].contest].named = 0;
    w->contest[w->scene[ADDED_UP].contest].named = 0;
    w->contest[w->scene[ADDED_UP].contest].exchanged = true;
    lose_a_form(w);
    stuff(w);
    plant_at(w, COPIES, "altered", 3, ALTERED);
    plant_at(w, UNSEEN, "moved", 4, UNSEEN_VOTES);
    adopt_copies(w);
    annul_stations(w);
}

void cv_sim_story_sheets(cv_sim_world *w, int32_t from)
{
    if (from > 0) {
        second_round_sheets(w);
        return;
    }
    recount_all(w);
    swap_the_second(w);
}

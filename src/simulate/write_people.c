/* What people say: complaints, incidents with claims about them, observers' forms. */
#include "base/date.h"
#include "simulate/copies.h"
#include "simulate/fault.h"
#include "simulate/names.h"
#include "simulate/write.h"

static void header(cv_sim_pen *p, const char *file, const char *const *column)
{
    cv_sim_begin(p, file);
    for (; *column; column++) cv_sim_word_cell(p, *column);
    cv_sim_end_row(p);
}

/* ---- complaints ---- */

typedef struct {
    int32_t contest, station;
    const char *ground, *relief, *last, *note;
    int32_t votes;                   /* alleged; 0: not said */
    int32_t number;                  /* of the complaint     */
    const cv_sim_decision *decision; /* that grants it; NULL: none */
} grievance;

/* Grounds as the invented law has them, by the kind of fault; NULL: nobody complains of it. */
static const char *ground_of(const cv_sim_fault *f)
{
    static const struct {
        const char *kind, *ground;
    } grounds[] = {
        {"altered",      "the table differs from the copy on the door"},
        {"missing",      "no result of the station was published"     },
        {"stuffed-box",  "more papers in the box than were given out" },
        {"stuffed-list", "signatures of voters who did not come"      },
        {"moved",        "papers were put on the wrong pile"          },
        {"coerced",      "voters were made to show their papers"      },
        {"forged-copy",  "the table differs from our agent's copy"    },
    };
    cv_str kind = cv_str_of(CV_SIM_FAULTS[f->kind].id);
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
        if (cv_str_eq(kind, cv_str_of(grounds[i].kind))) return grounds[i].ground;
    return NULL;
}

/* One move: its day after the vote, who made it, the term that begins with it. */
typedef struct {
    const char *event;
    int32_t day;
    const char *body, *clock, *decision;
} sim_move;

static void complaint_row(cv_sim_pen *p, const cv_sim_world *w, const grievance *g,
                          const sim_move *m, cv_arena scratch)
{
    const cv_sim_contest *c = &w->contest[g->contest];
    bool filed = m->event[0] == 'f';
    cv_sim_text_cell(p, cv_str_format(&scratch, "K%03d", (int)g->number));
    cv_sim_text_cell(p, cv_sim_date(c->round, m->day, &scratch));
    cv_sim_word_cell(p, m->event);
    cv_sim_word_cell(p, filed ? "complaint" : "");
    cv_sim_word_cell(p, filed ? "a candidate of the district" : "");
    cv_sim_word_cell(p, filed ? "candidate" : "");
    cv_sim_word_cell(p, filed ? "station commission" : "");
    cv_sim_text_cell(p, c->id);
    cv_sim_word_cell(p, filed ? "station" : "");
    cv_sim_text_cell(p, filed ? cv_sim_code(w, cv_sim_station_of(c, g->station), &scratch)
                              : CV_STR(""));
    cv_sim_word_cell(p, filed ? g->ground : "");
    cv_sim_word_cell(p, filed ? g->relief : "");
    cv_sim_count_cell(p, filed && g->votes ? g->votes : CV_BLANK);
    cv_sim_word_cell(p, m->clock);
    cv_sim_word_cell(p, m->body);
    cv_sim_word_cell(p, m->decision);
    cv_sim_word_cell(p, filed ? g->note : "");
    cv_sim_end_row(p);
}

/* Every step that the law of complaints asks for, as far as the complaint has come: one that is
 * decided is heard two days before. */
static void complain(cv_sim_pen *p, const cv_sim_world *w, const grievance *g)
{
    static const char *const commission = "Electoral Commission of Calmeria";
    const cv_sim_decision *d = g->decision;
    const sim_move move[] = {
        {"filed",           1,              "District commission",    "10 days from receipt", ""            },
        {"screened",        1,              "District commission",    "",                     ""            },
        {"admitted",        2,              commission,               "",                     ""            },
        {"notified",        2,              commission,               "2 days",               ""            },
        {"answered",        3,              "station commission",     "",                     ""            },
        {"evidence_closed", 3,              commission,               "",                     ""            },
        {"heard",           4,              commission,               "",                     ""            },
        {g->last,           d ? d->day : 6, d ? d->body : commission, "5 days",               d ? d->id : ""},
    };
    enum { N_MOVES = sizeof move / sizeof *move, N_ANSWERED = 5 };
    int32_t n = g->last[0] ? N_MOVES : N_ANSWERED;
    for (int32_t i = 0; i < n; i++) complaint_row(p, w, g, &move[i], *p->room);
}

/* NULL: none. */
static const cv_sim_decision *decision_on(const cv_sim_world *w, int32_t contest, int32_t station)
{
    for (int64_t i = 0; i < w->n_decisions; i++)
        if (w->decision[i].contest == contest && w->decision[i].station == station)
            return &w->decision[i];
    return NULL;
}

/* How a complaint about a fault that happened ends: mostly not at all yet. It is granted where
 * a decision followed. */
static const char *ending(const cv_sim_world *w, const cv_sim_fault *f, cv_rng *r)
{
    bool dismissed = cv_rng_chance(r, 0.3);
    if (decision_on(w, f->contest, f->station)) return "granted";
    return dismissed && f->scene < 0 ? "dismissed" : "";
}

static cv_cell votes_alleged(const cv_sim_fault *f, cv_rng *r)
{
    cv_cell most = 0;
    for (int32_t i = 0; i < f->n_changes; i++) {
        cv_cell before = f->change[i].before, after = f->change[i].after;
        cv_cell d = before > after ? before - after : after - before;
        if (f->change[i].line >= CV_SIM_LINES && before >= 0 && after >= 0 && d > most) most = d;
    }
    /* People guess, and not downwards. */
    return most + (cv_cell)(cv_rng_unit(r) * most);
}

static void complaints(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const column[] = {"complaint", "recorded", "event",   "kind",  "filer",
                                         "standing",  "against",  "contest", "scope", "places",
                                         "ground",    "relief",   "votes",   "clock", "body",
                                         "decision",  "note",     NULL};
    int32_t n = 0;
    cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_PAPERS, 1, 0);
    header(p, "complaints.csv", column);
    for (int64_t i = 0; i < w->n_faults; i++) {
        const cv_sim_fault *f = &w->fault[i];
        const char *ground = ground_of(f);
        if (!ground || (f->scene < 0 && !cv_rng_chance(&r, 0.4))) continue;
        const char *relief = f->shown != CV_SIM_HIDDEN ? "correct" : "annul";
        const char *last = ending(w, f, &r);
        cv_cell votes = votes_alleged(f, &r);
        /* What a story hides from everybody nobody complains of. */
        if (f->scene >= 0 && f->shown == CV_SIM_HIDDEN) continue;
        grievance g = {f->contest, f->station, ground,
                       relief,     last,       "",
                       votes,      ++n,        decision_on(w, f->contest, f->station)};
        complain(p, w, &g);
    }
    for (int64_t i = 0; i < w->n_decisions; i++) {
        const cv_sim_decision *d = &w->decision[i];
        if (d->effect != CV_SIM_ANNUL) continue;
        grievance g = {
            d->contest, d->station, "the box was left unsealed", "annul", "granted", "", 0, ++n, d};
        complain(p, w, &g);
    }
    /* Complaints about stations where nothing happened: about as many as seats by six. */
    for (int32_t c = 0; c < w->n_contests && !w->options.clean; c++) {
        if (!cv_rng_chance(&r, 1.0 / 6)) continue;
        grievance g = {c,
                       (int32_t)cv_rng_below(&r, w->contest[c].n_stations),
                       "voters were turned away",
                       "repeat",
                       "dismissed",
                       "no names were given",
                       0,
                       ++n,
                       NULL};
        complain(p, w, &g);
    }
}

/* ---- incidents ---- */

static const struct {
    const char *type, *actors, *summary, *quantity;
    int32_t least, most; /* of the quantity */
} happenings[] = {
    {"rally",         "supporters of a candidate", "People gathered before the district commission",
     "participants",                                                                                                    80, 4000},
    {"road_blockade", "supporters of a candidate",
     "The road to the district's town was blocked with carts",                                          "participants", 20, 300 },
    {"power_cut",     "electricity company",       "The lights went out during the count",              "stations",     1,  12  },
    {"quarrel",       "agents and commission",     "Agents were sent out of the room during the count",
     "agents",                                                                                                          1,  6   },
    {"queue",         "voters",                    "Voters still stood in line when the polls closed",  "voters",       15, 250 },
};

typedef struct {
    const char *outlet, *by, *class, *wording;
    double factor;        /* of the true number                                 */
    const char *relation; /* "same origin" when it only relays the claim before */
} voice;

static const voice voices[] = {
    {"Ministry of Order (invented)",  "the ministry's duty officer", "government",        "about",     0.45,
     ""                                                                                                                      },
    {"Harbour Radio (invented)",      "a reporter at the place",     "media",             "some",      0.95, ""              },
    {"Calmeria Herald (invented)",    "Harbour Radio",               "media",             "some",      0.95, "same origin as"},
    {"the organisers",                "the organisers",              "opposition",        "more than", 1.90, ""              },
    {"domestic observers (invented)", "two observers",               "domestic observer", "at least",  0.85, ""              },
};
enum {
    N_VOICES = sizeof voices / sizeof *voices,
    N_HAPPENINGS = sizeof happenings / sizeof *happenings
};

/* One or two digits that are not zero, as people round. */
static int64_t rounded(double x)
{
    int64_t unit = 1, n = (int64_t)(x + 0.5);
    while (n / unit >= 40) unit *= 10;
    n = n / unit * unit;
    return n < 1 ? 1 : n;
}

static void empty_cells(cv_sim_pen *p, int n)
{
    for (int i = 0; i < n; i++) cv_sim_word_cell(p, "");
}

/* The wording table of the methods: about, some: four fifths to five quarters; at least: no end. */
static void interval(int64_t *low, int64_t *high, const voice *v, int64_t n)
{
    bool about = v->wording[0] == 's' || (v->wording[0] == 'a' && v->wording[1] == 'b');
    *low = about ? (4 * n + 4) / 5 : v->wording[0] == 'm' ? n + 1 : n;
    *high = about ? 5 * n / 4 : CV_BLANK;
}

static void claim_row(cv_sim_pen *p, int32_t event, int32_t claim, int64_t truth, cv_arena scratch)
{
    const voice *v = &voices[claim % N_VOICES];
    int64_t n = rounded(v->factor * (double)truth), low, high;
    interval(&low, &high, v, n);
    cv_sim_word_cell(p, "claim");
    cv_sim_text_cell(p, cv_str_format(&scratch, "E%02d", (int)event + 1));
    empty_cells(p, 9);
    cv_sim_text_cell(p, cv_str_format(&scratch, "C%02d%c", (int)event + 1, (char)('a' + claim)));
    cv_sim_word_cell(p, happenings[event % N_HAPPENINGS].quantity);
    cv_sim_count_cell(p, low);
    cv_sim_count_cell(p, high);
    cv_sim_text_cell(p, cv_str_format(&scratch, "%s %d", v->wording, (int)n));
    cv_sim_word_cell(p, v->outlet);
    cv_sim_word_cell(p, v->by);
    cv_sim_word_cell(p, v->class);
    cv_sim_text_cell(p, cv_sim_date(1, 1 + event % 10, &scratch));
    cv_sim_word_cell(p, v->relation[0] ? voices[claim % N_VOICES - 1].outlet : v->outlet);
    cv_sim_text_cell(p, v->relation[0] ? cv_str_format(&scratch, "%s C%02d%c", v->relation,
                                                       (int)event + 1, (char)('a' + claim - 1))
                                       : CV_STR(""));
    cv_sim_end_row(p);
}

static void event_row(cv_sim_pen *p, const cv_sim_world *w, int32_t event, int32_t district,
                      cv_arena scratch)
{
    const cv_sim_district *d = &w->district[district];
    cv_str date = cv_sim_date(1, event % 10, &scratch);
    cv_sim_word_cell(p, "event");
    cv_sim_text_cell(p, cv_str_format(&scratch, "E%02d", (int)event + 1));
    cv_sim_text_cell(p, date);
    cv_sim_text_cell(p, date);
    cv_sim_word_cell(p, "day");
    cv_sim_text_cell(p, d->name);
    cv_sim_text_cell(p, w->region[d->region].name);
    cv_sim_word_cell(p, "district");
    cv_sim_word_cell(p, happenings[event % N_HAPPENINGS].type);
    cv_sim_word_cell(p, happenings[event % N_HAPPENINGS].actors);
    cv_sim_text_cell(
        p, cv_str_format(&scratch, "%s (simulated)", happenings[event % N_HAPPENINGS].summary));
    empty_cells(p, 11);
    cv_sim_end_row(p);
}

static void incidents(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const column[] = {
        "record",       "event",      "date_from", "date_to",  "date_prec", "place",
        "place_parent", "place_prec", "type",      "actors",   "summary",   "claim",
        "quantity",     "low",        "high",      "wording",  "outlet",    "attributed_to",
        "class",        "published",  "origin",    "relation", NULL};
    header(p, "incidents.csv", column);
    int32_t n = w->options.clean ? 0 : 2 + w->n_districts / 12;
    cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_PAPERS, 2, 0);
    for (int32_t i = 0; i < n && i < 26; i++) {
        int64_t truth = cv_rng_between(&r, happenings[i % N_HAPPENINGS].least,
                                       happenings[i % N_HAPPENINGS].most);
        event_row(p, w, i, (int32_t)cv_rng_below(&r, w->n_districts), *p->room);
        for (int32_t claim = 0; claim < N_VOICES; claim++)
            if (claim == 2 || claim == 1 || cv_rng_chance(&r, 0.7))
                claim_row(p, i, claim, truth, *p->room);
    }
}

/* ---- observers ---- */

static const char *grade(cv_rng *r, double bad)
{
    if (cv_rng_chance(r, bad)) return cv_rng_chance(r, 0.25) ? "very bad" : "bad";
    return cv_rng_chance(r, 0.6) ? "good" : "very good";
}

static const char *yes(cv_rng *r, double p)
{
    if (cv_rng_chance(r, 0.04)) return "not observed";
    return cv_rng_chance(r, p) ? "yes" : "no";
}

/* Where papers were put in or voters led, observers mostly see that something is wrong. */
static bool was_wrong(const cv_sim_world *w, const cv_sim_contest *c, int32_t s)
{
    return c->fault[s] >= 0 && cv_sim_fault_at(w->fault[c->fault[s]].kind) == CV_SIM_AT_BOX;
}

static void observe(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c, int32_t s,
                    int32_t *form)
{
    static const char *const visit[] = {"opening", "voting", "count"};
    int32_t station = cv_sim_station_of(c, s), team = w->station[station].district / 2;
    cv_rng r =
        cv_rng_open(w->options.seed, CV_SIM_FOR_PAPERS, 3 + (uint64_t)c->round, (uint64_t)station);
    cv_rng habit = cv_rng_open(w->options.seed, CV_SIM_FOR_PAPERS, 5, (uint64_t)team);
    /* Teams differ in how strictly they grade. */
    double bad = 0.02 + 0.12 * cv_rng_unit(&habit);
    if (was_wrong(w, c, s)) bad = 0.75;
    for (int i = 0; i < 3; i++) {
        cv_arena scratch = *p->room;
        cv_sim_text_cell(p, cv_str_format(&scratch, "O%05d", (int)++*form));
        cv_sim_text_cell(p, cv_str_format(&scratch, "T%02d", (int)team + 1));
        cv_sim_count_cell(p, c->round);
        cv_sim_text_cell(p, c->id);
        cv_sim_text_cell(p, cv_sim_code(w, station, &scratch));
        cv_sim_word_cell(p, visit[i]);
        cv_sim_word_cell(p, grade(&r, bad));
        cv_sim_word_cell(p, yes(&r, 1 - bad / 2));
        cv_sim_word_cell(p, yes(&r, 1 - bad / 2));
        cv_sim_word_cell(p, i == 2 ? yes(&r, 1 - bad) : "not applicable");
        cv_sim_end_row(p);
    }
}

/* Observers go where a random sample sends them: the stations whose sheets they hold. */
static void observations(cv_sim_pen *p, const cv_sim_world *w)
{
    static const char *const column[] = {"form",        "team",       "round",   "contest",
                                         "station",     "visit",      "overall", "boxes_sealed",
                                         "secret_vote", "copy_given", NULL};
    enum { OBSERVERS = 3 };
    int32_t form = 0;
    header(p, "observations.csv", column);
    for (int32_t i = 0; i < w->n_contests; i++)
        for (int32_t s = 0; s < w->contest[i].n_stations; s++)
            if (cv_sim_holds(&w->contest[i], s, OBSERVERS)) observe(p, w, &w->contest[i], s, &form);
}

void cv_sim_write_people(cv_sim_pen *p, const cv_sim_world *w)
{
    complaints(p, w);
    incidents(p, w);
    observations(p, w);
}

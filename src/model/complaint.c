#include "model/complaint.h"

static const cv_str moves[CV_N_MOVES] = {
    [CV_MOVE_FILED] = {"filed",           5 },
    [CV_MOVE_SCREENED] = {"screened",        8 },
    [CV_MOVE_ADMITTED] = {"admitted",        8 },
    [CV_MOVE_INADMISSIBLE] = {"inadmissible",    12},
    [CV_MOVE_FORWARDED] = {"forwarded",       9 },
    [CV_MOVE_NOTIFIED] = {"notified",        8 },
    [CV_MOVE_ANSWERED] = {"answered",        8 },
    [CV_MOVE_ANSWER_LAPSED] = {"answer_lapsed",   13},
    [CV_MOVE_EVIDENCE_CLOSED] = {"evidence_closed", 15},
    [CV_MOVE_HEARD] = {"heard",           5 },
    [CV_MOVE_GRANTED] = {"granted",         7 },
    [CV_MOVE_PARTLY_GRANTED] = {"partly_granted",  14},
    [CV_MOVE_DISMISSED] = {"dismissed",       9 },
    [CV_MOVE_WITHDRAWN] = {"withdrawn",       9 },
    [CV_MOVE_MOOT] = {"moot",            4 },
    [CV_MOVE_IN_FORCE] = {"in_force",        8 },
    [CV_MOVE_APPEALED] = {"appealed",        8 },
    [CV_MOVE_UPHELD] = {"upheld",          6 },
    [CV_MOVE_OVERTURNED] = {"overturned",      10},
    [CV_MOVE_REMANDED] = {"remanded",        8 },
    [CV_MOVE_EXECUTED] = {"executed",        8 },
    [CV_MOVE_CLOSED] = {"closed",          6 },
    [CV_MOVE_REOPENED] = {"reopened",        8 },
    [CV_MOVE_EVIDENCE] = {"evidence",        8 },
};

static const cv_str states[CV_N_STATES] = {
    [CV_STATE_NONE] = {"none",            4 },
    [CV_STATE_FILED] = {"filed",           5 },
    [CV_STATE_SCREENED] = {"screened",        8 },
    [CV_STATE_FORWARDED] = {"forwarded",       9 },
    [CV_STATE_INADMISSIBLE] = {"inadmissible",    12},
    [CV_STATE_ADMITTED] = {"admitted",        8 },
    [CV_STATE_NOTIFIED] = {"notified",        8 },
    [CV_STATE_ANSWERED] = {"answered",        8 },
    [CV_STATE_ANSWER_LAPSED] = {"answer_lapsed",   13},
    [CV_STATE_EVIDENCE_CLOSED] = {"evidence_closed", 15},
    [CV_STATE_HEARD] = {"heard",           5 },
    [CV_STATE_DECIDED] = {"decided",         7 },
    [CV_STATE_IN_FORCE] = {"in_force",        8 },
    [CV_STATE_APPEALED] = {"appealed",        8 },
    [CV_STATE_UPHELD] = {"upheld",          6 },
    [CV_STATE_OVERTURNED] = {"overturned",      10},
    [CV_STATE_EXECUTED] = {"executed",        8 },
    [CV_STATE_CLOSED] = {"closed",          6 },
    [CV_STATE_LAPSED] = {"lapsed",          6 },
};

static const cv_str rulings[CV_N_RULINGS] = {
    [CV_RULING_NONE] = {"none",           4 },
    [CV_RULING_GRANTED] = {"granted",        7 },
    [CV_RULING_PARTLY] = {"partly_granted", 14},
    [CV_RULING_DISMISSED] = {"dismissed",      9 },
    [CV_RULING_WITHDRAWN] = {"withdrawn",      9 },
    [CV_RULING_MOOT] = {"moot",           4 },
    [CV_RULING_INADMISSIBLE] = {"inadmissible",   12},
};

static const cv_str reliefs[CV_N_RELIEFS] = {
    [CV_RELIEF_NONE] = {"",          0},
    [CV_RELIEF_CORRECT] = {"correct",   7},
    [CV_RELIEF_ADOPT] = {"adopt",     5},
    [CV_RELIEF_RECOUNT] = {"recount",   7},
    [CV_RELIEF_ANNUL] = {"annul",     5},
    [CV_RELIEF_CANCEL] = {"cancel",    6},
    [CV_RELIEF_REPEAT] = {"repeat",    6},
    [CV_RELIEF_VOID] = {"void",      4},
    [CV_RELIEF_BAR] = {"bar",       3},
    [CV_RELIEF_REINSTATE] = {"reinstate", 9},
    [CV_RELIEF_POSTPONE] = {"postpone",  8},
    [CV_RELIEF_CONFIRM] = {"confirm",   7},
    [CV_RELIEF_REVOKE] = {"revoke",    6},
};

static const cv_str scopes[CV_N_ABOUTS] = {
    [CV_ABOUT_NONE] = {"",        0},
      [CV_ABOUT_BALLOT] = {"ballot",  6},
    [CV_ABOUT_BOX] = {"box",     3},
      [CV_ABOUT_STATION] = {"station", 7},
    [CV_ABOUT_OPTION] = {"option",  6},
      [CV_ABOUT_SEAT] = {"seat",    4},
    [CV_ABOUT_NATION] = {"nation",  6},
};

/* Upper and lower case ASCII are the same, and so are blanks and the lines between words. */
static bool same_word(cv_str s, cv_str word)
{
    if (s.n != word.n) return false;
    for (int64_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (c == ' ' || c == '-') c = '_';
        if (c >= 'A' && c <= 'Z') c = (char)(c + 'a' - 'A');
        if (c != word.s[i]) return false;
    }
    return true;
}

static int find(const cv_str *words, int n, cv_str s)
{
    for (int i = 0; i < n; i++)
        if (words[i].n && same_word(s, words[i])) return i;
    return -1;
}

cv_str cv_move_word(cv_move_kind m)
{
    return moves[m];
}

cv_str cv_complaint_state_word(cv_complaint_state s)
{
    return states[s];
}

cv_str cv_ruling_word(cv_ruling r)
{
    return rulings[r];
}

cv_str cv_relief_word(cv_relief r)
{
    return reliefs[r];
}

cv_str cv_about_word(cv_about s)
{
    return scopes[s];
}

bool cv_move_named(cv_move_kind *out, cv_str word)
{
    static const struct {
        cv_str word;
        cv_move_kind move;
    } also[] = {
        {{"answer", 6},  CV_MOVE_ANSWERED},
        {{"hearing", 7}, CV_MOVE_HEARD   },
        {{"notice", 6},  CV_MOVE_NOTIFIED},
        {{"appeal", 6},  CV_MOVE_APPEALED},
    };
    int i = find(moves, CV_N_MOVES, word);
    for (size_t k = 0; i < 0 && k < sizeof also / sizeof *also; k++)
        if (same_word(word, also[k].word)) i = (int)also[k].move;
    if (i >= 0) *out = (cv_move_kind)i;
    return i >= 0;
}

bool cv_relief_named(cv_relief *out, cv_str word)
{
    int i = find(reliefs, CV_N_RELIEFS, word);
    if (i >= 0) *out = (cv_relief)i;
    return i >= 0;
}

bool cv_about_named(cv_about *out, cv_str word)
{
    int i = find(scopes, CV_N_ABOUTS, word);
    if (i >= 0) *out = (cv_about)i;
    return i >= 0;
}

static bool is_one_of(cv_str s, const cv_str *words, int n)
{
    for (int i = 0; i < n; i++)
        if (same_word(s, words[i])) return true;
    return false;
}

bool cv_complaint_hides_filer(const cv_complaint *c)
{
    static const cv_str protected[] = {
        {"voter",   5},
        {"elector", 7},
        {"witness", 7},
        {"citizen", 7},
    };
    return is_one_of(c->standing, protected, sizeof protected / sizeof *protected);
}

bool cv_evidence_hides_names(const cv_evidence *x)
{
    static const cv_str protected[] = {
        {"statement",   9 },
        {"testimony",   9 },
        {"affidavit",   9 },
        {"witness",     7 },
        {"voter_list",  10},
        {"register",    8 },
        {"voters_list", 11},
    };
    return x->withheld.n || is_one_of(x->kind, protected, sizeof protected / sizeof *protected);
}

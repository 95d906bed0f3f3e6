#include "model/verdict_texts.h"

#include "base/check.h"
#include "base/text.h"

typedef struct {
    cv_str name, text;
} entry;

static const entry WORDS[CV_N_WORDS] = {
    [CV_CONFIRMED] = {CV_STR("confirmed"),
                      CV_STR(
                          "Ballots were examined, and no open question can change the outcome.")                     },
    [CV_HOLDS] = {CV_STR("holds"),
                      CV_STR("No open question, alone or with the others, can change the outcome. "
                         "No ballots were examined.")                                                                },
    [CV_OPEN] = {CV_STR("open"),         CV_STR("Open questions could change the outcome.")                     },
    [CV_CONTRADICTED] = {CV_STR("contradicted"),
                      CV_STR("The figures do not give the declared outcome.")                                        },
    [CV_UNDETERMINED] = {CV_STR("undetermined"), CV_STR("The outcome cannot be computed from what "
                                                        "is on record.")},
};

/* {a} {b} {c}: the numbers, "an unknown number" when blank; {a:form/forms}: the number and the word
 * that goes with it; {option} {other}: names of options, "nobody" where there is none. */
static const entry REASONS[CV_N_REASONS] = {
    [CV_REASON_NO_QUESTION] = {CV_STR("no_question"),
                               CV_STR("No open question about a form is on record.")                           },
    [CV_REASON_CANNOT_REACH] = {CV_STR("cannot_reach"),
                               CV_STR("With {c:form/forms} in question, worth up to "
                                       "{a:vote/votes} against a lead of {b}, the outcome does not "
                                       "change.")                                                              },
    [CV_REASON_CAN_REACH] = {CV_STR("can_reach"),
                               CV_STR("{c:form/forms} in question, worth up to {a:vote/votes}, "
                                    "can reach the lead of {b} of {option} over {other}.")                     },
    [CV_REASON_NOT_PROVED_SAFE] = {CV_STR("not_proved_safe"),
                               CV_STR("Not proved safe: what is open, worth up to "
                                          "{a:vote/votes}, can reach a lead of {b}, and no count "
                                          "with another outcome was found.")                                   },
    [CV_REASON_SMALLEST_SET] = {CV_STR("smallest_set"),
                               CV_STR("{a:form/forms} would be enough to change the outcome.")                 },
    [CV_REASON_SET_BOUNDS] = {CV_STR("set_bounds"),
                               CV_STR("{a:form/forms} would be enough to change the outcome; fewer "
                                     "than {b} would not. Not proved smallest.")                               },
    [CV_REASON_MISSING_CANNOT] = {CV_STR("missing_cannot"),
                               CV_STR("{a:form/forms} missing: up to {b:vote/votes} against a "
                                         "lead of {c} cannot change the outcome.")                             },
    [CV_REASON_MISSING_CAN] = {CV_STR("missing_can"),
                               CV_STR("{a:form/forms} missing: up to {b:vote/votes} against a "
                                      "lead of {c} could change the outcome.")                                 },
    [CV_REASON_TIE] = {CV_STR("tie"),              CV_STR("A tie for {a:place/places}: a lot must be drawn, and "
                                             "none is on record.")},
    [CV_REASON_INCOMPLETE_BASE] = {CV_STR("incomplete_base"),
                               CV_STR("A total that the rule needs is not known.")                             },
    [CV_REASON_INCOMPLETE_RULE] = {CV_STR("incomplete_rule"),
                               CV_STR("The rule set does not say what is needed here.")                        },
    [CV_REASON_NO_VOTES] = {CV_STR("no_votes"),         CV_STR("Nobody has votes.")                         },
    [CV_REASON_REFUSED_ROWS] = {CV_STR("refused_rows"),
                               CV_STR("{a:row/rows} could not be read, and the station is not "
                                       "known: any number of votes may be missing.")                           },
    [CV_REASON_PARTIAL_SOURCE] = {CV_STR("partial_source"),
                               CV_STR("The source is known to be partial.")                                    },
    [CV_REASON_NO_STATION_LIST] = {CV_STR("no_station_list"),
                               CV_STR("There is no list of stations: whether forms are missing "
                                          "cannot be checked.")                                                },
    [CV_REASON_DECLARED_WINNER] = {CV_STR("declared_winner"),
                               CV_STR("The declaration names {option}. The figures give "
                                          "{other}.")                                                          },
    [CV_REASON_DECLARED_KIND] = {CV_STR("declared_kind"),
                               CV_STR("The figures give another kind of outcome than was "
                                        "declared.")                                                           },
    [CV_REASON_DECLARED_PAIR] = {CV_STR("declared_pair"),
                               CV_STR(
                                     "The declaration sends {option} to the run-off. The figures "
                                     "give {other}.")                                                          },
    [CV_REASON_DECLARED_SEATS] = {CV_STR("declared_seats"),
                               CV_STR("{option}: declared {a:seat/seats}; the figures give "
                                         "{b}.")                                                               },
    [CV_REASON_DECLARED_TOTAL] = {CV_STR("declared_total"),
                               CV_STR("{option}: declared {a:vote/votes}; the forms give {b}.")                },
    [CV_REASON_DECLARED_BY_LOT] = {CV_STR("declared_by_lot"),
                               CV_STR("The declared outcome is one that the lot could give.")                  },
    [CV_REASON_NOT_DECLARED] = {CV_STR("not_declared"),
                               CV_STR("No declared outcome is on record: the word is said of the "
                                       "result as summed.")                                                    },
    [CV_REASON_DECISIONS] = {CV_STR("decisions"),
                               CV_STR("{a:decision/decisions} in force, changing "
                                    "{b:form/forms}.")                                                         },
    [CV_REASON_DECISIONS_CHANGE] = {CV_STR("decisions_change"),
                               CV_STR("Without these decisions the figures give another "
                                           "outcome.")                                                         },
    [CV_REASON_DECISION_UNFIT] = {CV_STR("decision_unfit"),
                               CV_STR("{a:decision/decisions} could not be applied as "
                                         "written.")                                                           },
    [CV_REASON_RULE_UNVERIFIED] = {CV_STR("rule_unverified"),
                               CV_STR("Rests on a rule set whose statute was not read.")                       },
    [CV_REASON_RUNOFF_PAIR] = {CV_STR("runoff_pair"),
                               CV_STR("The run-off was not between those whom the first round "
                                      "gives.")                                                                },
    [CV_REASON_RUNOFF_NOT_DUE] = {CV_STR("runoff_not_due"),
                               CV_STR("The first round gives no run-off.")                                     },
    [CV_REASON_RUNOFF_OPEN] = {CV_STR("runoff_open"),
                               CV_STR("Whether this run-off was due, and between whom, hangs on "
                                      "the first round, which is not settled.")                                },
    [CV_REASON_RUNOFF_LEADS_TO] = {CV_STR("runoff_leads_to"),
                               CV_STR("The seat is decided in the run-off.")                                   },
    [CV_REASON_HAND_RECOUNT] = {CV_STR("hand_recount"),
                               CV_STR("All {a:counted form/counted forms} are hand recounts.")                 },
    [CV_REASON_NO_BALLOTS_SEEN] = {CV_STR("no_ballots_seen"),  CV_STR("No ballots were examined.")                 },
    [CV_REASON_NO_SECOND_COPY] = {CV_STR("no_second_copy"),
                               CV_STR("{a} of {b:form/forms} have no second copy to compare "
                                         "with.")                                                              },
    [CV_REASON_LOT_UNUSED] = {CV_STR("lot_unused"),
                               CV_STR(
                                  "A lot on record does not fit these figures and was not used.")              },
};

cv_str cv_word_name(cv_word word)
{
    cv_assert(word >= 0 && word < CV_N_WORDS);
    return WORDS[word].name;
}

cv_str cv_word_meaning(cv_word word)
{
    cv_assert(word >= 0 && word < CV_N_WORDS);
    return WORDS[word].text;
}

cv_str cv_reason_name(cv_reason_code code)
{
    cv_assert(code >= 0 && code < CV_N_REASONS);
    return REASONS[code].name;
}

/* 1234567 as 1,234,567. */
static void add_number(cv_text *out, cv_count n)
{
    char digits[32];
    int used = 0, n_digits = 0;
    bool negative = n < 0;
    uint64_t rest = negative ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        if (n_digits && n_digits % 3 == 0) digits[used++] = ',';
        digits[used++] = (char)('0' + rest % 10);
        rest /= 10;
        n_digits++;
    } while (rest);
    if (negative) cv_text_add(out, CV_STR("-"));
    for (int i = used - 1; i >= 0; i--) cv_text_add(out, (cv_str){&digits[i], 1});
}

/* `words` is "one/many" or empty. */
static void add_amount(cv_text *out, cv_count n, cv_str words)
{
    if (n == CV_BLANK)
        cv_text_add(out, words.n ? CV_STR("an unknown number of") : CV_STR("an unknown number"));
    else
        add_number(out, n);
    if (words.n == 0) return;
    int64_t slash = cv_str_find(words, CV_STR("/"), 0);
    cv_str one = cv_str_cut(words, 0, slash), many = cv_str_cut(words, slash + 1, words.n);
    cv_text_add(out, CV_STR(" "));
    cv_text_add(out, n == 1 ? one : many);
}

static void add_option(cv_text *out, const cv_contest *contest, int32_t option)
{
    cv_text_add(out, option < 0 ? CV_STR("nobody") : contest->option[option].name);
}

static void add_slot(cv_text *out, cv_str slot, const cv_reason *r, const cv_contest *contest)
{
    if (cv_str_eq(slot, CV_STR("option"))) {
        add_option(out, contest, r->option);
        return;
    }
    if (cv_str_eq(slot, CV_STR("other"))) {
        add_option(out, contest, r->other);
        return;
    }
    cv_count n = slot.s[0] == 'a' ? r->a : slot.s[0] == 'b' ? r->b : r->c;
    add_amount(out, n, slot.n > 2 ? cv_str_cut(slot, 2, slot.n) : (cv_str){slot.s, 0});
}

cv_str cv_reason_sentence(const cv_reason *r, const cv_contest *contest, cv_arena *keep)
{
    cv_assert(r->code >= 0 && r->code < CV_N_REASONS);
    cv_str text = REASONS[r->code].text;
    cv_text out = cv_text_open(keep);
    for (int64_t at = 0; at < text.n;) {
        int64_t open = cv_str_find(text, CV_STR("{"), at);
        if (open < 0) open = text.n;
        cv_text_add(&out, cv_str_cut(text, at, open));
        if (open == text.n) break;
        int64_t end = cv_str_find(text, CV_STR("}"), open);
        add_slot(&out, cv_str_cut(text, open + 1, end), r, contest);
        at = end + 1;
    }
    return cv_text_str(&out);
}

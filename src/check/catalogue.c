#include "check/catalogue.h"

#define F(id) (1 + CV_F_##id)
#define D(id) (CV_LINE_DERIVED + CV_D_##id)
#define LIMIT CV_LINE_LIMIT
#define OWN   CV_LINE_OWN

#define PAPERS_IN   F(RECV), F(RECV_LATER), F(PRINTED), F(SURPLUS)
#define DELIVERED   F(RECV), F(RECV_LATER), F(PRINTED)
#define BOX_PARTS   F(BOX_OUT), F(BOX_STATION), F(BOX_EARLY), F(BOX_POST), F(BOX_MACHINE)
#define ISSUE_PARTS F(ISS_EARLY), F(ISS_STATION), F(ISS_OUT), F(ISS_POST)
#define KINDS       F(INV_BLANK), F(INV_OVER), F(INV_MARK), F(INV_OTHER)

#define EQ CV_REL_EQ
#define LE CV_REL_LE
#define LT CV_REL_LT
#define NE CV_REL_NE

#define NONE     CV_MEANS_NONE
#define UNLIKE   CV_MEANS_UNLIKE
#define EXCESS   CV_MEANS_EXCESS
#define NOWHERE  CV_MEANS_NOWHERE
#define COUNT    CV_MEANS_COUNT
#define UNSIGNED CV_MEANS_UNSIGNED
#define SHORT    CV_MEANS_SHORT

#define REGISTER CV_FOR_REGISTER
#define SINGLE   CV_FOR_SINGLE
#define MULTI    CV_FOR_MULTI
#define WARN     CV_WARN_ABOVE

/* clang-format off */
const cv_relation_rule CV_RELATIONS[] = {
    /* papers */
    {201, EQ, NOWHERE, 0, {PAPERS_IN}, {D(ISS), F(CANCELLED), F(LOST)}, {F(RECV), D(ISS), F(CANCELLED)}},
    {201, EQ, NOWHERE, 0, {PAPERS_IN}, {D(ISS), F(UNUSED), F(SPOILED), F(LOST)}, {F(RECV), D(ISS), F(UNUSED)}},
    {202, EQ, NONE, 0, {F(ISS)}, {ISSUE_PARTS}, {F(ISS), F(ISS_STATION)}},
    {203, EQ, COUNT, 0, {F(BOX)}, {BOX_PARTS}, {F(BOX), F(BOX_STATION)}},
    {203, EQ, COUNT, 0, {F(BOX)}, {BOX_PARTS}, {F(BOX), F(BOX_MACHINE)}},
    {204, EQ, COUNT, 0, {F(BOX)}, {D(CAST)}, {F(BOX), D(CAST)}},
    {204, EQ, COUNT, 0, {BOX_PARTS}, {D(CAST)}, {F(BOX_STATION), D(CAST)}},
    {204, EQ, COUNT, 0, {BOX_PARTS}, {D(CAST)}, {F(BOX_MACHINE), D(CAST)}},
    {204, EQ, COUNT, 0, {BOX_PARTS}, {D(CAST)}, {F(BOX_POST), D(CAST)}},
    {205, EQ, NONE, 0, {F(CANCELLED)}, {F(UNUSED), F(SPOILED)}, {F(CANCELLED), F(UNUSED), F(SPOILED)}},
    /* Papers that the receipt does not show balance C201, and excuse nothing here. */
    {206, LE, EXCESS, 0, {D(ISS)}, {DELIVERED}, {D(ISS), F(RECV)}},
    {206, LE, EXCESS, 0, {D(CAST)}, {DELIVERED}, {D(CAST), F(RECV)}},
    {207, LE, EXCESS, 0, {D(BOX)}, {D(ISS)}, {D(BOX), D(ISS)}},
    {208, LE, EXCESS, 0, {F(BOX_OUT)}, {F(ISS_OUT)}, {F(BOX_OUT), F(ISS_OUT), F(BOX_EARLY)}},
    {208, LE, EXCESS, 0, {F(BOX_OUT)}, {F(ISS_OUT), F(ISS_EARLY)}, {F(BOX_OUT), F(ISS_OUT)}},
    {209, LE, EXCESS, 0, {F(BOX_STATION)}, {F(ISS_STATION)}, {F(BOX_STATION), F(ISS_STATION)}},
    {210, LE, SHORT, WARN, {D(ISS)}, {D(BOX)}, {D(ISS), D(BOX)}},
    {211, EQ, NONE, 0, {F(INVALID)}, {KINDS}, {F(INVALID), F(INV_OVER)}},
    {211, EQ, NONE, 0, {F(INVALID)}, {KINDS}, {F(INVALID), F(INV_MARK)}},
    {211, EQ, NONE, 0, {F(INVALID)}, {KINDS}, {F(INVALID), F(INV_OTHER)}},
    {212, EQ, NONE, 0, {F(LOST), F(SURPLUS)}, {0}, {F(LOST)}},
    {212, EQ, NONE, 0, {F(LOST), F(SURPLUS)}, {0}, {F(SURPLUS)}},
    {213, EQ, COUNT, 0, {F(CAST)}, {D(VALID), D(BLANK), F(INVALID)}, {F(CAST), D(VALID), F(INVALID)}},
    {214, EQ, NONE, 0, {F(FOREIGN)}, {0}, {F(FOREIGN)}},
    /* persons */
    {301, EQ, NONE, 0, {F(REG)}, {F(REG_MAIN), F(REG_ADD), CV_LINE_SPECIAL}, {F(REG), F(REG_MAIN), F(REG_ADD)}},
    {302, LE, EXCESS, REGISTER, {D(PERSONS)}, {LIMIT}, {D(PERSONS), LIMIT}, .when = LIMIT, .at_least = 1},
    {303, EQ, UNLIKE, 0, {F(TOOK_PART)}, {CV_LINE_STATED}, {F(TOOK_PART), CV_LINE_STATED}},
    {303, EQ, UNLIKE, 0, {F(TOOK_PART)}, {F(SIGNED)}, {F(TOOK_PART), F(SIGNED)}},
    {304, LE, EXCESS, REGISTER, {D(ISS)}, {LIMIT}, {D(ISS), LIMIT}, .when = LIMIT, .at_least = 1},
    {305, EQ, UNSIGNED, 0, {D(ISS)}, {F(SIGNED)}, {D(ISS), F(SIGNED)}},
    {306, LE, EXCESS, 0, {D(CAST)}, {F(SIGNED)}, {D(CAST), F(SIGNED)}},
    {306, LE, EXCESS, 0, {D(CAST)}, {F(TOOK_PART)}, {D(CAST), F(TOOK_PART)}},
    {306, LE, EXCESS, 0, {D(CAST)}, {OWN}, {D(CAST), OWN}},
    {307, LE, SHORT, WARN, {F(SIGNED)}, {D(CAST)}, {D(CAST), F(SIGNED)}},
    {307, LE, SHORT, WARN, {F(TOOK_PART)}, {D(CAST)}, {D(CAST), F(TOOK_PART)}},
    {307, LE, SHORT, WARN, {OWN}, {D(CAST)}, {D(CAST), OWN}},
    {308, EQ, NONE, 0, {F(ADMITTED)}, {F(ADM_CARD), F(ADM_PROXY), F(ADM_PASS)}, {F(ADMITTED), F(ADM_CARD)}},
    {312, LE, NONE, 0, {F(ADM_CARD)}, {D(REG)}, {F(ADM_CARD), D(REG)}},
    {313, EQ, NONE, 0, {F(CERT_IN)}, {F(CERT_OUT), F(CERT_UNUSED), F(CERT_LOST)}, {F(CERT_IN), F(CERT_OUT), F(CERT_UNUSED)}},
    {314, LE, NONE, 0, {F(CERT_USED)}, {F(SIGNED)}, {F(CERT_USED), F(SIGNED)}},
    {314, LE, NONE, 0, {F(CERT_USED)}, {D(PERSONS)}, {F(CERT_USED), D(PERSONS)}},
    /* votes */
    {401, EQ, COUNT, SINGLE, {F(VALID)}, {D(SUM)}, {F(VALID), D(SUM)}},
    {402, LE, EXCESS, MULTI, {D(SUM)}, {F(VALID)}, {F(VALID), D(SUM)}},
    /* unusual; the profile's tolerance replaces the per cent or the least size */
    {901, LT, NONE, 0, {F(BLANK)}, {D(CAST)}, {F(BLANK), D(CAST)}, 100, 3, D(CAST), 1},
    {902, LT, NONE, 0, {D(INVALID)}, {D(CAST)}, {D(INVALID), D(CAST)}, 100, 3, D(CAST), 1},
    {904, LT, NONE, 0, {0}, {D(CAST)}, {D(CAST)}},
    {904, LT, NONE, 0, {0}, {D(SUM)}, {D(SUM)}},
    {905, NE, NONE, REGISTER, {D(PERSONS)}, {LIMIT}, {D(PERSONS), LIMIT}, .when = LIMIT, .at_least = 50},
};
/* clang-format on */

const int32_t CV_N_RELATIONS = sizeof CV_RELATIONS / sizeof CV_RELATIONS[0];

/* A register that is not there explains that it does not cover the poll cards; a total that is
 * not there explains why nothing adds up to it (Abacus rule book, F.204, W.205). C405
 * keeps C403 and C404 from its own page alone: pages.c. */
const cv_hiding CV_HIDINGS[] = {
    {311, 312},
    {406, 213},
    {406, 401},
    {406, 408},
};

const int32_t CV_N_HIDINGS = sizeof CV_HIDINGS / sizeof CV_HIDINGS[0];

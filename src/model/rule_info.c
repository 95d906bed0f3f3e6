#include "model/rule_info.h"

#define RULE(code, severity, title, relation, explanation, next, tolerance)                        \
    {                                                                                              \
        code, severity, {title, sizeof(title) - 1}, {relation, sizeof(relation) - 1},              \
            {explanation, sizeof(explanation) - 1}, {next, sizeof(next) - 1},                      \
        {                                                                                          \
            tolerance, sizeof(tolerance) - 1                                                       \
        }                                                                                          \
    }

/* Title; relation; explanation; next step; what the profile's tolerance sets. */
const cv_rule_info CV_RULES[] = {
    RULE(103, CV_WARNING, "a line is blank", "every line that these forms carry is filled",
         "A blank is not a zero: sums that need the line stay open.",
         "Look at the sheet: was the line overlooked when the form was filled in, or when "
         "it was typed?",
         ""),
    RULE(104, CV_WARNING, "a line cannot be read", "every line can be read",
         "Something is written that nobody could read; sums that need the line stay open.",
         "Compare with another copy of the form.", ""),
    RULE(105, CV_WARNING, "a line is filled that this kind of form does not have",
         "the lines that the form's profile names are empty",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Look at the sheet: was the figure written, or typed, into the wrong line?", ""),
    RULE(106, CV_ERROR, "figure and words differ",
         "the number in words beside a figure is the same number",
         "A figure is copied wrongly more easily than its words; which of them is right, "
         "neither says.",
         "Look at the sheet, and compare with another copy.", ""),
    RULE(107, CV_NOTE, "blanks read as zero", "every option's line is filled",
         "The case says that an empty line means no votes; the lines were counted as 0.",
         "Nothing, unless the form has other findings.", ""),
    RULE(201, CV_ERROR, "papers received and papers used differ",
         "recv + recv_later + printed + surplus = iss + cancelled + lost",
         "More papers used than received: some came from nowhere. More received than used:"
         " some are missing.",
         "Ask for the delivery note and the record of unused papers.", ""),
    RULE(202, CV_ERROR, "parts of the papers issued do not add up",
         "iss = iss_early + iss_station + iss_out + iss_post",
         "The total of papers issued and its parts contradict each other.",
         "Compare with the signatures on the lists.", ""),
    RULE(203, CV_ERROR, "boxes do not add up",
         "box = box_out + box_station + box_early + box_post + box_machine",
         "The total of papers found and the boxes contradict each other.",
         "Compare with the papers counted; recount the boxes if the rest of the form is "
         "sound.",
         ""),
    RULE(204, CV_ERROR, "papers found and papers counted differ", "box = valid + blank + invalid",
         "More papers were counted than found, or fewer.", "Recount, or compare with another copy.",
         ""),
    RULE(205, CV_ERROR, "cancelled papers do not add up", "cancelled = unused + spoiled",
         "The total of cancelled papers and its parts contradict each other.",
         "Compare with the record of unused papers.", ""),
    RULE(206, CV_ERROR, "more papers issued than received", "iss <= recv + recv_later + printed",
         "A station cannot hand out papers that it did not get; a surplus that the receipt"
         " does not show is no excuse. Where papers issued are not stated, papers counted "
         "take their place.",
         "Ask for the delivery note.", ""),
    RULE(207, CV_ERROR, "more papers in the boxes than were issued", "box <= iss",
         "Papers were found that nobody was given.",
         "Compare with the signatures; the excess papers' content is unknown.", ""),
    RULE(208, CV_ERROR, "more papers in mobile boxes than were issued outside",
         "box_out <= iss_out (+ iss_early where early votes have no box of their own)",
         "Papers were found in the mobile boxes that nobody was given outside.",
         "Compare with the list of voters at home.", ""),
    RULE(209, CV_ERROR, "more papers in stationary boxes than were issued in the station",
         "box_station <= iss_station",
         "Papers were found in the stationary boxes that nobody was given in the station. "
         "To be switched off where early votes go into the stationary boxes.",
         "Compare with the signatures.", ""),
    RULE(210, CV_NOTE, "papers issued and not found", "iss <= box",
         "Voters may keep a paper or leave with it; large numbers are unusual.",
         "Nothing at usual sizes.", "a warning above this many papers"),
    RULE(211, CV_ERROR, "kinds of invalid papers do not add up",
         "invalid = inv_blank + inv_over + inv_mark + inv_other",
         "The total of invalid papers and its kinds contradict each other.",
         "Compare with the packets of invalid papers.", ""),
    RULE(212, CV_WARNING, "papers lost, or found without a receipt", "lost + surplus = 0",
         "The law usually asks for a record when papers are lost or appear.", "Ask for the record.",
         ""),
    RULE(213, CV_ERROR, "the total of papers counted does not add up",
         "cast = valid + blank + invalid", "The stated total and its parts contradict each other.",
         "Compare with another copy, or recount.", ""),
    RULE(214, CV_WARNING, "papers not of the established form", "foreign = 0",
         "Such papers count for nobody; they should not exist.", "Ask for the record.", ""),
    RULE(301, CV_ERROR, "the register does not add up",
         "reg = reg_main + reg_add (+ reg_special where it is on top)",
         "The total of persons registered and its parts contradict each other.",
         "Compare with the lists.", ""),
    RULE(302, CV_ERROR, "more participants than registered",
         "took_part <= reg (with the registers of stations merged into this one)",
         "More persons took part than could vote here. Not applied to postal stations and "
         "to stations with a register of 0; a note at special stations, whose register is "
         "not closed.",
         "Compare with the lists, the additional list first.", ""),
    RULE(303, CV_ERROR, "two lines for the participants differ",
         "took_part = signed, or the line that the profile names",
         "Two lines state the same number and are not equal.", "Count the signatures.", ""),
    RULE(304, CV_ERROR, "more papers issued than registered",
         "iss <= reg (with the registers of stations merged into this one)",
         "More papers were handed out than persons could vote here.",
         "Compare with the lists, the additional list first.", ""),
    RULE(305, CV_ERROR, "papers issued and signatures differ", "iss = signed",
         "More papers than signatures: issued without a signature. More signatures than "
         "papers: a slip, or a signature too many.",
         "Count the signatures.", ""),
    RULE(306, CV_ERROR, "more votes than voters", "valid + blank + invalid <= signed",
         "More papers were counted than persons signed for one.",
         "Count the signatures and the papers; the excess papers' content is unknown.", ""),
    RULE(307, CV_NOTE, "voters without a paper", "signed <= valid + blank + invalid",
         "Voters may keep a paper or leave with it; large numbers are unusual.",
         "Nothing at usual sizes.", "a warning above this many papers"),
    RULE(308, CV_ERROR, "persons admitted do not add up",
         "admitted = adm_card + adm_proxy + adm_pass",
         "The total of persons admitted and its parts contradict each other.",
         "Compare with the poll cards and passes.", ""),
    RULE(309, CV_ERROR, "the stated difference is not the difference",
         "cast + fewer = admitted + more",
         "The form states by how much votes and persons differ; the figures say otherwise."
         " An empty line states no difference.",
         "Compare with the figures of the count.", ""),
    RULE(310, CV_ERROR, "a difference is stated that cannot be",
         "not both more and fewer are filled; neither is where cast = admitted",
         "Votes cannot be both more and fewer than persons.",
         "Compare with the figures of the count.", ""),
    RULE(311, CV_WARNING, "votes at a station without a register",
         "reg > 0 where papers were counted",
         "The register is blank or 0, and people voted. Not applied to postal and special "
         "stations.",
         "Find out whether the station has no register by design, and say so in the case.", ""),
    RULE(312, CV_WARNING, "more poll cards than registered", "adm_card <= reg",
         "More persons came with a card of this station than are registered here.",
         "Compare with the poll cards.", ""),
    RULE(313, CV_ERROR, "certificates do not add up",
         "cert_in = cert_out + cert_unused + cert_lost",
         "Certificates received are not those given out, cancelled and lost.",
         "Ask for the record of certificates.", ""),
    RULE(314, CV_ERROR, "more certificates than participants", "cert_used <= signed",
         "More persons voted with a certificate than took part.",
         "Compare with the list of certificates.", ""),
    RULE(401, CV_ERROR, "votes for options do not add up to the valid papers",
         "valid = votes for options + against + gone + writein",
         "With one vote per paper the options' votes are the valid papers.",
         "Compare with another copy; a slip in one line is the usual reason.", ""),
    RULE(402, CV_ERROR, "more votes than the valid papers can carry",
         "votes for options + against + gone + writein <= votes per paper x valid",
         "With several votes per paper the options' votes are at most so many times the "
         "valid papers.",
         "Compare with another copy, or recount.", ""),
    RULE(403, CV_ERROR, "votes for candidates do not add up to their list's page",
         "the total on a list's page = the votes for its candidates",
         "The votes stay with the list; which candidate has them is open.", "Add up the page.", ""),
    RULE(404, CV_ERROR, "a list's page and the summary differ",
         "the total on a list's page = the votes of the list",
         "The total was carried to the summary wrongly, or was changed there.",
         "Compare the page with the summary.", ""),
    RULE(405, CV_ERROR, "the total of a list's page is blank",
         "the total is filled where the list or its candidates have votes",
         "The votes were counted and their total was not written.",
         "Add up, and ask the station to complete the form.", ""),
    RULE(406, CV_ERROR, "the total of the votes is blank",
         "valid is filled where an option has votes",
         "The votes were carried to the form and their total was not.",
         "Add up, and ask the station to complete the form.", ""),
    RULE(407, CV_ERROR, "an option has more votes than there are valid papers",
         "votes for each option <= valid",
         "One finding per form, for the option that exceeds most.", "Compare with another copy.",
         ""),
    RULE(408, CV_ERROR, "votes for lists do not add up to their total",
         "total of all lists = sum of the lists",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Compare with another copy; a slip in one line is the usual reason.", ""),
    RULE(409, CV_ERROR, "votes for an option that does not stand here",
         "an option that is absent has no votes",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Find out whether the votes belong to another line.", ""),
    RULE(501, CV_ERROR, "a question without exactly one answer",
         "each question of the form has one answer",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Ask the station to answer.", ""),
    RULE(502, CV_ERROR, "two answers exclude each other", "the answers on the form fit each other",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Ask the station which one holds.", ""),
    RULE(503, CV_ERROR, "a ticked comparison contradicts the figures",
         "what is ticked about the figures is so",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Compare with the figures of the count.", ""),
    RULE(504, CV_WARNING, "signatures of members are missing",
         "as many members signed as the law requires",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Ask who was there, and why nobody signed.", ""),
    RULE(505, CV_WARNING, "times are out of order",
         "opening, closing, count and hand-over follow each other",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Compare with the record of the day.", ""),
    RULE(506, CV_WARNING, "a figure changed and no decision explains it",
         "a later version changes votes only where a decision is on record",
         "Applied where the case has decisions at all.",
         "Ask for the decision or the correction sheet.", ""),
    RULE(511, CV_WARNING, "two entries of one form differ",
         "what two people typed from one form is the same",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Look at the sheet; do not show one typist what the other wrote.", ""),
    RULE(512, CV_WARNING, "a cleared line was not entered again",
         "lines that a reviewer cleared are filled",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Enter the line again from the sheet.", ""),
    RULE(601, CV_ERROR, "turnout falls", "each report of turnout is at least the earlier one",
         "People who have voted cannot become fewer.", "Compare with the messages of the day.", ""),
    RULE(602, CV_ERROR, "the last report exceeds the final number",
         "last report of turnout <= signed, else participants",
         "More people were reported than finally voted.", "Compare with the signatures.", ""),
    RULE(603, CV_WARNING, "turnout grew faster than before",
         "(persons - t) x minutes before <= 3 x t x minutes after + 30, t the last report",
         "After the last report more than three times as many people a minute came as "
         "before. Needs the hours of voting in the profile.",
         "Ask observers who were there.", "replaces the 30"),
    RULE(604, CV_WARNING, "two reports of turnout are equal",
         "reports at least three hours apart differ, where both are above 0 and 200 or "
         "more are registered",
         "A figure may have been sent twice, or nobody came.",
         "Compare with the messages of the day.", ""),
    RULE(605, CV_NOTE, "a later version changed votes",
         "every version has the same votes for each option",
         "Corrections between versions are usual; they are listed so that nobody has to "
         "look for them.",
         "Ask for the decision or the correction sheet where many votes moved.", ""),
    RULE(701, CV_WARNING, "registers of two contests differ",
         "reg is equal for contests with the same electorate",
         "The same persons could vote in both.", "Compare the forms of both contests.", ""),
    RULE(702, CV_WARNING, "signatures or papers of two contests differ",
         "signed, iss and recv are equal for contests with the same electorate",
         "The same persons came for both. One signature may cover both papers, or not.",
         "Compare the forms of both contests.", ""),
    RULE(703, CV_WARNING, "papers found in two contests differ",
         "box differs by at most 10, or 2 % of the larger",
         "The same persons voted in both; some take one paper only.",
         "Compare the forms of both contests.", "replaces the 10"),
    RULE(704, CV_ERROR, "a form is that of another contest",
         "not all figures are those of another contest at the station",
         "A sheet, or a file, was probably copied. Needs two options with votes and 50 "
         "votes.",
         "Ask for the sheet of each contest.", ""),
    RULE(705, CV_WARNING, "forms of two contests look exchanged",
         "each form is nearer to its own contest's shares than to the other's",
         "The figures of either form fit the other contest better by half. Needs as many "
         "options in both contests and 50 votes in both forms.",
         "Look at the sheets of both contests.", ""),
    RULE(801, CV_ERROR, "no form", "every station of the list has a form",
         "The station's votes are unknown; nobody can have more of them than the station "
         "can hold.",
         "Ask for the form.", ""),
    RULE(802, CV_ERROR, "a form of no station", "every form belongs to a station of the list",
         "Its votes are counted, and the list does not know who could cast them.",
         "Find out whether the list or the code is wrong.", ""),
    RULE(803, CV_ERROR, "two forms with one key", "one form per station, contest and copy",
         "Two forms differ and claim to be the same; a note where they are identical.",
         "Find out which one is in force, or whether two stations share a number.", ""),
    RULE(804, CV_WARNING, "two stations with the same votes",
         "no two stations have the same votes for every option",
         "Needs four options with votes and 50 votes. Chance produces some: compare with "
         "the number of pairs in different areas.",
         "Look at pairs of neighbouring stations.", ""),
    RULE(805, CV_ERROR, "a sum is not the sum of its parts",
         "parent = sum of its children, line by line",
         "A figure of a higher level and those below it contradict each other. Open "
         "where a part is missing or blank, unless the known parts already exceed it.",
         "Compare with the table that the sum was added up from.", ""),
    RULE(806, CV_ERROR, "a declared total is not the sum of the forms",
         "declared = sum over the counted forms",
         "Open where a form is missing or blank, unless the known forms already exceed the"
         " total. Registers include those of closed stations. Decisions are not looked at.",
         "Ask for the table that the total was added up from.", ""),
    RULE(807, CV_ERROR, "two copies differ", "every copy has the same votes for each option",
         "Two people hold different sheets of one form.",
         "Compare the sheets; the law says which prevails.", ""),
    RULE(808, CV_WARNING, "all votes are zero", "a station with a register has counted a paper",
         "Nobody came, the station was closed, or the figures are missing; persons may be "
         "stated. Where the case says that zeros mean a missing form, an error as C801.",
         "Ask what happened at the station.", ""),
    RULE(809, CV_ERROR, "a total counts other stations than those in force",
         "a declared total has the forms in force, each once",
         "In every option the difference is the votes of one form: the total lacks it, has it "
         "twice, "
         "or has it though it does not count.",
         "Ask which stations the total was added up from.", ""),
    RULE(810, CV_WARNING, "a merge does not fit",
         "a merged station is empty, its target has a form, and merges form no circle",
         "Voters of the merged station voted at its target.", "Correct the list of stations.", ""),
    RULE(811, CV_WARNING, "the machine and the count by hand differ",
         "both channels state the same",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Compare the print-out with the papers.", ""),
    RULE(812, CV_NOTE, "one copy holds only zeros", "not only one of two copies is all zeros",
         "Zeros beside a filled copy of somebody else are far more often a placeholder "
         "than a result.",
         "Ask whether the zeros were ever filled in.", ""),
    RULE(813, CV_NOTE, "two copies differ in other lines",
         "copies with the same votes for each option agree in all lines",
         "No option's votes are touched.", "Nothing, unless the form has other findings.", ""),
    RULE(901, CV_WARNING, "many blank papers", "blank < 3 % of the papers counted",
         "Unusual, not contradictory.", "Look at neighbouring stations.",
         "replaces the 3 per cent"),
    RULE(902, CV_WARNING, "many invalid papers", "invalid < 3 % of the papers counted",
         "Unusual, not contradictory.", "Look at neighbouring stations.",
         "replaces the 3 per cent"),
    RULE(903, CV_WARNING, "persons and papers differ",
         "admitted and cast differ by less than 2 % and less than 15",
         "Unusual, not contradictory.", "Ask for the explanation on the form.", "replaces the 15"),
    RULE(904, CV_WARNING, "no votes at an open station", "papers counted > 0",
         "Unusual, not contradictory.", "Ask what happened at the station.", ""),
    RULE(905, CV_WARNING, "everybody voted", "took_part is not reg, where reg is 50 or more",
         "Unusual, not contradictory: usual at closed institutions and on ships.",
         "Look at the kind of station.", "replaces the 50"),
    RULE(906, CV_WARNING, "one option has every vote", "no option has all of 50 or more votes",
         "Unusual, not contradictory.", "Look at neighbouring stations.", "replaces the 50"),
    RULE(907, CV_WARNING, "the box is exactly full",
         "papers found are neither all papers received nor the legal maximum",
         "Unusual, not contradictory.", "Ask for the record of unused papers.", ""),
    RULE(908, CV_WARNING, "two neighbouring lines look exchanged",
         "the votes of two neighbouring options do not fit the stations around far better the "
         "other way round",
         "Unusual, not contradictory: every sum holds. Stands beside the same test on lines two "
         "and three apart, which no slip by one line explains.",
         "Compare with another copy of the form.", ""),
    RULE(909, CV_WARNING, "a share is far from the neighbours'",
         "an option's share differs from that of its surroundings by less than 50 points",
         "Unusual, not contradictory. Needs 50 votes here and 500 and three stations "
         "around.",
         "Look at the kind of station.", "replaces the 50 points"),
    RULE(910, CV_WARNING, "more people a minute than can vote",
         "persons between two reports are within what the booths can serve",
         "A form of the law, or the case, says what is compared; without it the rule "
         "does not apply.",
         "Ask observers who were there.", ""),
    RULE(911, CV_WARNING, "two candidates look exchanged in the run-off",
         "the votes of a run-off fit those of the first round better as they stand than the other "
         "way round",
         "Unusual, not contradictory: every sum holds. The line through all stations of both "
         "rounds says what fits.",
         "Compare with another copy of the form.", ""),
    RULE(920, CV_WARNING, "a figure at which the law lets a body act",
         "the figure is below the one that the law names",
         "The law says that a body may or must recount, audit or annul at this figure. "
         "The finding changes nothing by itself.",
         "Read the law beside the rule; the body that it names decides.", ""),
};

_Static_assert(sizeof CV_RULES / sizeof CV_RULES[0] == CV_N_RULES, "one row per rule");

int32_t cv_rule_row(int16_t code)
{
    int32_t low = 0, high = CV_N_RULES;
    while (low < high) {
        int32_t mid = (low + high) / 2;
        if (CV_RULES[mid].code < code)
            low = mid + 1;
        else
            high = mid;
    }
    return low < CV_N_RULES && CV_RULES[low].code == code ? low : -1;
}

const cv_rule_info *cv_rule_at(const cv_profile *p, int32_t row)
{
    return row < CV_N_RULES ? &CV_RULES[row] : &p->own[row - CV_N_RULES];
}

int32_t cv_rule_row_in(const cv_profile *p, int16_t code)
{
    for (int32_t i = 0; i < p->n_own; i++)
        if (p->own[i].code == code) return CV_N_RULES + i;
    return cv_rule_row(code);
}

int16_t cv_rule_code(cv_str text)
{
    if (text.n != 4 || (text.s[0] != 'C' && text.s[0] != 'X')) return 0;
    int code = 0;
    for (int i = 1; i < 4; i++) {
        if (text.s[i] < '0' || text.s[i] > '9') return 0;
        code = 10 * code + text.s[i] - '0';
    }
    return (int16_t)(code && text.s[0] == 'X' ? CV_OWN_CODES + code : code);
}

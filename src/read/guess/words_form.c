#include "read/guess/words.h"

/* clang-format off */
const cv_word_row CV_WORDS_FORM[] = {
    /* ---- persons ---- */
    {CV_F_REG, CV_F_REG_MAIN, {
        [CV_EN] = "registered; registered voters; electors; eligible voters; eligible; voters on the list; voters on list; electorate; roll; "
                  "voters registered; number of registered voters; electors for polling station",
        [CV_ES] = "inscritos; lista nominal; electores; habilitados; padrón; censo; ln; hab; RE; votantes habilitados; electores inscritos; "
                  "inscritos habilitados; ciudadanos habilitados; registro electoral",
        [CV_FR] = "inscrits; électeurs; électeurs inscrits; électeurs du bureau", [CV_PT] = "inscritos; eleitores; aptos; eleitorado; eleitores aptos; eleitores inscritos",
        [CV_DE] = "Wahlberechtigte; Stimmberechtigte; Wahlberechtigte insgesamt; A WB insgesamt; WB insgesamt",
        [CV_RU] = "избирателей, внесенных в список; включенных в список избирателей; число избирателей в списке; внесенных в списки избирателей; "
                  "число избирателей, внесенных в список; избирателей в списке",
        [CV_KY] = "тизмеге киргизилген шайлоочулар; катталган шайлоочулар; шайлоочулардын тизмесине киргизилген", [CV_KA] = "ერთიან სიაში ამომრჩეველთა რაოდენობა; "
                  "ამომრჩეველთა რაოდენობა; ამომრჩეველთა საერთო რაოდენობა",
        [CV_TR] = "kayıtlı seçmen; seçmen sayısı; kayıtlı seçmen sayısı", [CV_VI] = "tổng số cử tri; số cử tri; tổng số cử tri trong danh sách",
        [CV_PL] = "uprawnieni; liczba uprawnionych; liczba wyborców uprawnionych; liczba wyborców uprawnionych do głosowania; wyborcy uprawnieni"}},
    {CV_F_REG_ADD, CV_ROLE_NONE, {
        [CV_EN] = "additional list; supplementary list; added on the day", [CV_ES] = "lista adicional; resoluciones",
        [CV_FR] = "liste additionnelle; liste complémentaire", [CV_PT] = "lista adicional", [CV_DE] = "Nachtrag",
        [CV_RU] = "дополнительный список; включенных дополнительно; в дополнительный список", [CV_KY] = "кошумча тизме", [CV_KA] = "დამატებითი სია",
        [CV_TR] = "ek liste", [CV_VI] = "danh sách bổ sung"}},
    {CV_F_REG_SPECIAL, CV_ROLE_NONE, {
        [CV_EN] = "special list; special voters; special voter list", [CV_ES] = "lista especial", [CV_FR] = "liste spéciale", [CV_PT] = "lista especial",
        [CV_DE] = "Sonderwahlbezirk; nach § 25; A3 WB nach §25", [CV_RU] = "специальный список", [CV_KY] = "атайын тизме",
        [CV_KA] = "სპეციალურ სიაში ამომრჩეველთა რაოდენობა; სპეციალურ სიაში", [CV_TR] = "özel liste", [CV_VI] = "danh sách đặc biệt"}},
    {CV_F_SIGNED, CV_ROLE_NONE, {
        [CV_EN] = "signatures; voters who signed; ballots signed for; number of signatures", [CV_ES] = "firmas; personas que votaron; ciudadanos que votaron",
        [CV_FR] = "émargements; nombre d'émargements", [CV_PT] = "assinaturas", [CV_DE] = "Stimmabgabevermerke",
        [CV_RU] = "расписавшихся; по подписям; число подписей", [CV_KY] = "кол койгондор; кол койгондордун саны",
        [CV_KA] = "ხელმოწერების რაოდენობა; ხელმოწერა", [CV_TR] = "imza; imzalar; imza sayısı", [CV_VI] = "số chữ ký"}},
    {CV_F_TOOK_PART, CV_ROLE_NONE, {
        [CV_EN] = "voters; voted; voters who voted; number of voters; people voted; voters who took part", [CV_ES] = "votantes; sufragantes; total votantes",
        [CV_FR] = "votants; nombre de votants", [CV_PT] = "votantes; comparecimento", [CV_DE] = "Wähler; Wählende; Wähler insgesamt; B Wähler insgesamt; Waehler",
        [CV_RU] = "приняли участие; принявших участие; проголосовавших; число проголосовавших", [CV_KY] = "катышкан шайлоочулар; добуш берүүгө катышкандар; катышкандар",
        [CV_KA] = "არჩევნებში მონაწილეთა რაოდენობა; მონაწილეთა რაოდენობა", [CV_TR] = "oy kullanan seçmen; oy kullanan; oy kullanan seçmen sayısı",
        [CV_VI] = "số cử tri đã tham gia bỏ phiếu; số cử tri đi bầu; số cử tri đã bỏ phiếu",
        [CV_PL] = "liczba wyborców, którzy wzięli udział; frekwencja liczba; głosujących"}},
    /* A number of persons, a percentage, or persons by an hour. */
    {CV_F_TOOK_PART, CV_ROLE_DERIVED, {
        [CV_EN] = "turnout; voter turnout", [CV_ES] = "participación", [CV_FR] = "participation", [CV_RU] = "явка", [CV_KA] = "აქტივობა", [CV_TR] = "katılım"}},
    {CV_ROLE_TURNOUT, CV_ROLE_NONE, {
        [CV_EN] = "voted by 12; turnout at 12; turnout by 12", [CV_ES] = "votaron hasta las 12", [CV_FR] = "participation à 12 h", [CV_PT] = "votaram até às 12 h",
        [CV_DE] = "bis 12 Uhr", [CV_RU] = "на 12 часов; явка на 12", [CV_KY] = "саат 12ге карата; саат 12 карата", [CV_KA] = "აქტივობა 12 საათი; 12 საათისთვის",
        [CV_TR] = "saat 12 itibarıyla", [CV_VI] = "đến 12 giờ", [CV_PL] = "frekwencja na godzinę 12; do godziny 12"}},
    {CV_F_ADM_CARD, CV_ROLE_NONE, {
        [CV_EN] = "voters with polling card; voters with card", [CV_DE] = "Wähler mit Wahlschein; B1 Wähler mit Wahlschein"}},
    {CV_F_CERT_IN, CV_ROLE_NONE, {
        [CV_EN] = "absentee certificates received", [CV_RU] = "открепительных удостоверений, полученных",
        [CV_KY] = "алынган эсептен чыгаруу күбөлүктөрү"}},
    {CV_F_CERT_OUT, CV_ROLE_NONE, {
        [CV_EN] = "absentee certificates issued", [CV_RU] = "открепительных удостоверений, выданных на избирательном участке; "
                  "открепительных удостоверений, выданных избирателям на участке"}},
    {CV_F_CERT_USED, CV_ROLE_NONE, {
        [CV_EN] = "voted with absentee certificates", [CV_RU] = "проголосовавших по открепительным удостоверениям"}},
    {CV_F_CERT_UNUSED, CV_ROLE_NONE, {
        [CV_EN] = "absentee certificates cancelled; unused absentee certificates", [CV_RU] = "погашенных неиспользованных открепительных удостоверений; "
                  "погашенных открепительных удостоверений; неиспользованных открепительных удостоверений"}},
    {CV_F_CERT_LOST, CV_ROLE_NONE, {[CV_EN] = "absentee certificates lost", [CV_RU] = "утраченных открепительных удостоверений"}},
    /* ---- papers ---- */
    {CV_F_RECV, CV_ROLE_NONE, {
        [CV_EN] = "ballots received; ballot papers received; received ballots; num ballots", [CV_ES] = "boletas recibidas; papeletas recibidas",
        [CV_FR] = "bulletins reçus", [CV_PT] = "boletins recebidos; cédulas recebidas", [CV_DE] = "erhaltene Stimmzettel",
        [CV_RU] = "бюллетеней, полученных; получено бюллетеней; бюллетеней, полученных участковой избирательной комиссией", [CV_KY] = "алынган бюллетендер",
        [CV_KA] = "მიღებული ბიულეტენები; მიღებული საარჩევნო ბიულეტენების რაოდენობა", [CV_TR] = "teslim alınan oy pusulası", [CV_VI] = "số phiếu nhận được",
        [CV_PL] = "otrzymane karty; komisja otrzymała kart; liczba otrzymanych kart"}},
    {CV_F_SURPLUS, CV_ROLE_NONE, {
        [CV_RU] = "не учтенных при получении; бюллетеней, не учтенных при получении", [CV_KY] = "алууда эсепке алынбаган", [CV_EN] = "not accounted for at receipt"}},
    {CV_F_ISS_EARLY, CV_ROLE_NONE, {
        [CV_EN] = "issued early; issued before election day; ballots issued early", [CV_ES] = "anticipado; voto anticipado", [CV_FR] = "délivrés par anticipation",
        [CV_PT] = "antecipado", [CV_DE] = "vorzeitig ausgegeben", [CV_RU] = "выданных досрочно; проголосовавшим досрочно; бюллетеней, выданных досрочно; "
                  "выданных избирателям, проголосовавшим досрочно",
        [CV_KY] = "мөөнөтүнөн мурда берилген", [CV_VI] = "bỏ phiếu sớm"}},
    {CV_F_ISS_STATION, CV_ROLE_NONE, {
        [CV_EN] = "issued at the polling station; issued in premises; issued at station", [CV_ES] = "entregadas en la casilla", [CV_FR] = "délivrés au bureau",
        [CV_PT] = "entregues na mesa", [CV_DE] = "im Wahlraum ausgegeben", [CV_RU] = "выданных в помещении для голосования; "
                  "выданных избирателям в помещении для голосования; бюллетеней, выданных в помещении",
        [CV_KY] = "добуш берүүчү жайда берилген", [CV_VI] = "phát tại phòng bỏ phiếu"}},
    {CV_F_ISS_OUT, CV_ROLE_NONE, {
        [CV_EN] = "issued outside; home voting; mobile voting", [CV_ES] = "voto domiciliario", [CV_FR] = "hors du bureau; à domicile", [CV_PT] = "voto em domicílio",
        [CV_DE] = "außerhalb ausgegeben; beweglicher Wahlvorstand", [CV_RU] = "выданных вне помещения; выданных вне помещения для голосования; "
                  "выданных избирателям вне помещения для голосования",
        [CV_KY] = "жайдан тышкары берилген", [CV_TR] = "gezici sandık"}},
    {CV_F_ISS, CV_ROLE_NONE, {
        [CV_EN] = "ballots issued; issued ballots; ballot papers issued", [CV_ES] = "boletas entregadas", [CV_FR] = "bulletins délivrés", [CV_PT] = "boletins entregues",
        [CV_DE] = "ausgegebene Stimmzettel", [CV_RU] = "выдано бюллетеней; выданных бюллетеней", [CV_KY] = "берилген бюллетендер", [CV_KA] = "გაცემული ბიულეტენები",
        [CV_TR] = "verilen oy pusulası", [CV_VI] = "số phiếu phát ra", [CV_PL] = "wydane karty; liczba wydanych kart; wydano kart; "
                  "liczba wyborców, którym wydano karty"}},
    {CV_F_UNUSED, CV_ROLE_NONE, {
        [CV_EN] = "unused ballots; leftover; leftover ballots; unused", [CV_ES] = "sobrantes; no utilizadas; boletas sobrantes; papeletas no utilizadas",
        [CV_FR] = "bulletins non utilisés", [CV_PT] = "não utilizados", [CV_DE] = "nicht ausgegebene; unbenutzte; unbenutzte Stimmzettel",
        [CV_RU] = "неиспользованных; неиспользованных бюллетеней", [CV_KY] = "пайдаланылбаган", [CV_KA] = "გამოუყენებელი ბიულეტენები",
        [CV_TR] = "kullanılmayan; artan", [CV_VI] = "phiếu không sử dụng; phiếu thừa", [CV_PL] = "niewykorzystane karty; nie wykorzystano kart"}},
    {CV_F_CANCELLED, CV_ROLE_NONE, {
        [CV_EN] = "cancelled ballots; destroyed; cancelled ballot papers", [CV_ES] = "inutilizadas", [CV_FR] = "bulletins annulés", [CV_PT] = "inutilizados",
        [CV_RU] = "погашенных; погашенных бюллетеней", [CV_KY] = "жокко чыгарылган"}},
    /* Invalid votes in some laws, replaced papers in others. */
    {CV_F_SPOILED, CV_F_INVALID, {
        [CV_EN] = "spoilt; spoiled; spoiled ballots; spoilt ballots; spoilt papers; spoilt votes"}},
    {CV_F_SPOILED, CV_ROLE_NONE, {
        [CV_EN] = "spoilt and replaced; spoiled and replaced", [CV_ES] = "deterioradas", [CV_FR] = "bulletins détériorés", [CV_PT] = "deteriorados",
        [CV_DE] = "unbrauchbar gewordene", [CV_RU] = "испорченных; испорченных бюллетеней", [CV_KY] = "бузулган", [CV_KA] = "გაფუჭებული ბიულეტენები",
        [CV_TR] = "bozulan", [CV_VI] = "phiếu hỏng đổi lại"}},
    {CV_F_LOST, CV_ROLE_NONE, {
        [CV_EN] = "lost ballots; missing ballots", [CV_ES] = "extraviadas; faltantes", [CV_FR] = "manquants", [CV_PT] = "extraviados", [CV_DE] = "fehlende; fehlende Stimmzettel",
        [CV_RU] = "утраченных; утраченных бюллетеней; утраченных избирательных бюллетеней", [CV_KY] = "жоголгон", [CV_KA] = "დაკარგული", [CV_TR] = "kayıp", [CV_VI] = "phiếu mất"}},
    {CV_F_BOX_OUT, CV_ROLE_NONE, {
        [CV_EN] = "in mobile boxes; mobile ballot box", [CV_ES] = "urna móvil", [CV_FR] = "urne mobile", [CV_PT] = "urna móvel", [CV_DE] = "bewegliche Wahlurne",
        [CV_RU] = "в переносных ящиках; бюллетеней в переносных ящиках", [CV_KY] = "көчмө үкөктө; көчмө ящикте", [CV_KA] = "გადასატან ყუთში", [CV_VI] = "hòm phiếu phụ"}},
    {CV_F_BOX_STATION, CV_ROLE_NONE, {
        [CV_EN] = "in stationary boxes; stationary ballot box", [CV_RU] = "в стационарных ящиках; бюллетеней в стационарных ящиках",
        [CV_KY] = "туруктуу үкөктө; стационардык ящикте", [CV_VI] = "hòm phiếu chính"}},
    {CV_F_BOX, CV_ROLE_NONE, {
        [CV_EN] = "ballots in the box; ballots found; ballots in box; ballot papers in the box", [CV_ES] = "votos sacados de la urna; papeletas en ánfora",
        [CV_FR] = "bulletins dans l'urne; enveloppes", [CV_PT] = "votos na urna", [CV_DE] = "Stimmzettel in der Urne; eingelangte",
        [CV_RU] = "бюллетеней в ящиках; обнаруженных; бюллетеней, обнаруженных в ящиках", [CV_KY] = "үкөктөрдөгү бюллетендер", [CV_KA] = "ყუთში აღმოჩენილი ბიულეტენები; ყუთში",
        [CV_TR] = "sandıktan çıkan; sandıktan çıkan zarf", [CV_VI] = "số phiếu thu vào", [CV_PL] = "karty wyjęte z urny; liczba kart wyjętych z urny"}},
    {CV_F_FOREIGN, CV_ROLE_NONE, {
        [CV_RU] = "неустановленной формы; бюллетеней неустановленной формы", [CV_EN] = "not of the established form", [CV_PL] = "karty nieważne; liczba kart nieważnych"}},
    /* ---- votes ---- */
    {CV_F_INVALID, CV_ROLE_NONE, {
        [CV_EN] = "invalid; invalid votes; invalid ballots; rejected; rejected ballots; rejected votes; informal; void; void votes; votes invalid; null votes",
        [CV_ES] = "nulos; votos nulos; NU; anulados; votos anulados", [CV_FR] = "nuls; bulletins nuls; rejetés; bulletins rejetés; votes nuls",
        [CV_PT] = "nulos; votos nulos", [CV_DE] = "ungültige; ungültige Stimmen; ungültige Stimmzettel; ungueltige",
        [CV_RU] = "недействительных; недействительных бюллетеней; недействительных избирательных бюллетеней; недействительные", [CV_KY] = "жараксыз; жараксыз бюллетендер",
        [CV_KA] = "ბათილი ბიულეტენები; ბათილი", [CV_TR] = "geçersiz; geçersiz oy; toplam geçersiz; geçersiz oylar",
        [CV_VI] = "số phiếu không hợp lệ; phiếu không hợp lệ; không hợp lệ", [CV_PL] = "głosy nieważne; liczba głosów nieważnych; nieważne"}},
    {CV_F_BLANK, CV_ROLE_NONE, {
        [CV_EN] = "blank; blank votes; blank ballots; undervotes; under votes", [CV_ES] = "blancos; en blanco; BL; votos blancos; votos en blanco", [CV_FR] = "blancs; bulletins blancs; votes blancs",
        [CV_PT] = "brancos; em branco; votos em branco; votos brancos", [CV_DE] = "leere; leere Stimmzettel", [CV_RU] = "незаполненных; пустых", [CV_KY] = "толтурулбаган",
        [CV_KA] = "ცარიელი", [CV_TR] = "boş; boş oy", [CV_VI] = "phiếu trắng; phiếu bỏ trống"}},
    {CV_F_INV_OVER, CV_ROLE_NONE, {[CV_EN] = "overvotes; over votes"}},
    {CV_F_VALID, CV_ROLE_NONE, {
        [CV_EN] = "valid; valid votes; valid ballots; total valid; votes valid; total valid votes", [CV_ES] = "válidos; votos válidos; VV; voto válido; total válidos",
        [CV_FR] = "exprimés; suffrages exprimés; valables; bulletins valables; bulletins valides; suffrages valables", [CV_PT] = "válidos; votos válidos",
        [CV_DE] = "gültige; gültige Stimmen; gültige Stimmzettel; gueltige", [CV_RU] = "действительных; действительных бюллетеней; действительных избирательных бюллетеней; действительные",
        [CV_KY] = "жарактуу; жарактуу бюллетендер", [CV_KA] = "ნამდვილი ბიულეტენები; ნამდვილი; ნამდვილი ხმები", [CV_TR] = "geçerli; geçerli oy; toplam geçerli; geçerli oylar",
        [CV_VI] = "số phiếu hợp lệ; phiếu hợp lệ; hợp lệ", [CV_PL] = "głosy ważne; liczba głosów ważnych; ważne"}},
    {CV_F_CAST, CV_ROLE_NONE, {
        [CV_EN] = "votes cast; ballots cast; total votes cast; total ballots cast; ballots counted; papers counted", [CV_ES] = "votos emitidos; emitidos; voto emitido; total emitidos",
        [CV_FR] = "bulletins déposés; total des bulletins déposés; suffrages déposés", [CV_PT] = "votos apurados", [CV_DE] = "abgegebene Stimmen; abgegebene",
        [CV_RU] = "всего бюллетеней", [CV_TR] = "kullanılan oy; toplam kullanılan", [CV_VI] = "tổng số phiếu"}},
    {CV_ROLE_TOTAL, CV_ROLE_NONE, {
        [CV_EN] = "total; total votes; votes total; grand total", [CV_ES] = "total; total votos; total de votos", [CV_FR] = "total", [CV_PT] = "total", [CV_DE] = "Summe; insgesamt; gesamt",
        [CV_RU] = "всего; итого", [CV_KY] = "жалпы; бардыгы", [CV_KA] = "სულ; ჯამი", [CV_TR] = "toplam; toplam oy", [CV_VI] = "tổng; tổng cộng", [CV_PL] = "razem; suma; ogółem"}},
    /* Other candidates, or other papers: blank, written in, invalid. */
    {CV_ROLE_OTHERS, CV_ROLE_NONE, {
        [CV_EN] = "others; other", [CV_ES] = "otros", [CV_FR] = "autres", [CV_PT] = "outros", [CV_DE] = "Übrige; Sonstige; Andere", [CV_RU] = "прочие; другие",
        [CV_KY] = "башкалар", [CV_KA] = "სხვა; სხვები", [CV_TR] = "diğer; diğerleri", [CV_VI] = "khác", [CV_PL] = "pozostali; inne"}},
    {CV_F_AGAINST, CV_ROLE_NONE, {
        [CV_EN] = "against all; none of the above; NOTA; no one", [CV_ES] = "ninguno; en contra de todos", [CV_FR] = "contre tous", [CV_PT] = "nenhum", [CV_DE] = "gegen alle",
        [CV_RU] = "против всех", [CV_KY] = "бардыгына каршы; баарына каршы", [CV_KA] = "ყველას წინააღმდეგ"}},
    {CV_F_GONE, CV_ROLE_NONE, {[CV_EN] = "withdrawn candidates; votes for withdrawn candidates", [CV_ES] = "NUA; retirados; candidaturas retiradas"}},
    {CV_F_WRITEIN, CV_ROLE_NONE, {
        [CV_EN] = "write-in; write-ins; scattering", [CV_ES] = "no registrados; candidatos no registrados", [CV_FR] = "inscrits à la main", [CV_DE] = "vereinzelte"}},
};
/* clang-format on */
const int32_t CV_N_WORDS_FORM = sizeof CV_WORDS_FORM / sizeof *CV_WORDS_FORM;

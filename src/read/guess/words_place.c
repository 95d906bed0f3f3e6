#include "read/guess/words.h"

/* clang-format off */
const cv_word_row CV_WORDS_PLACE[] = {
    {CV_ROLE_STATION, CV_ROLE_NONE, {
        [CV_EN] = "polling station; polling station number; precinct; precinct number; poll; poll number; polling division; "
                  "polling place; station; station code; station id; station number; ballot box; ps code; tps; booth",
        [CV_ES] = "mesa; casilla; casilla id; acta; número mesa; número de mesa; código mesa; código de mesa; mesa electoral; sección electoral",
        [CV_FR] = "bureau de vote; bureau de scrutin; numéro du bureau; numéro du bureau de scrutin; code du bureau de vote; b vote",
        [CV_PT] = "seção; secção; mesa de voto; seção eleitoral; número da seção",
        [CV_DE] = "Wahlbezirk; Stimmbezirk; Wahllokal; Sprengel; Wahlbezirksnummer; Wahlbezirk Nr; Identifikationsschlüssel; GKZ",
        [CV_RU] = "УИК; номер избирательного участка; избирательный участок; участок; номер участка; номер УИК; uik",
        [CV_KY] = "УШК; шайлоо участкасы; участка; участканын номери; шайлоо участкасынын номери",
        [CV_KA] = "უბანი; საარჩევნო უბანი; უბნის ნომერი",
        [CV_TR] = "sandık no; sandık; sandık numarası",
        [CV_VI] = "khu vực bỏ phiếu; tổ bầu cử; khu vực bỏ phiếu số",
        [CV_PL] = "komisja; numer komisji; nr komisji; obwód; numer obwodu; nr obwodu; obwód głosowania"}},
    {CV_ROLE_PLACE, CV_ROLE_NONE, {
        [CV_EN] = "polling place name; polling station name; station name; precinct name; venue; address; location",
        [CV_ES] = "recinto; local; local de votación; centro de votación; nombre del recinto; dirección; rec",
        [CV_FR] = "lieu; adresse; nom du bureau; nom du bureau de scrutin; libellé du bureau de vote",
        [CV_PT] = "local de votação; endereço; nome do local",
        [CV_DE] = "Bezeichnung; Bezeichnung Wahlbezirk; Wahlraum; Wahlbezirksname; Name des Wahlbezirks; Anschrift",
        [CV_RU] = "адрес; помещение для голосования; адрес помещения для голосования; место нахождения",
        [CV_KY] = "дареги; дарек; добуш берүүчү жай", [CV_KA] = "მისამართი; უბნის მისამართი",
        [CV_TR] = "mahalle; köy; okul; bina", [CV_VI] = "địa điểm bỏ phiếu; địa chỉ",
        [CV_PL] = "siedziba; adres; siedziba komisji; lokal wyborczy"}},
    {CV_ROLE_DISTRICT, CV_ROLE_NONE, {
        [CV_EN] = "constituency; electoral district; electoral district number; electoral district name; riding; district; district id; "
                  "district name; ward; division",
        [CV_ES] = "circunscripción; distrito electoral; distrito federal; circunscripción uninominal; distrito; zona; sección",
        [CV_FR] = "circonscription; numéro de circonscription; nom de circonscription; canton",
        [CV_PT] = "círculo; círculo eleitoral; circunscrição; zona; zona eleitoral",
        [CV_DE] = "Wahlkreis; Wahlkreisname; Wahlkreisnummer; Wahlkreis Nr; Gebiet; gehört zu",
        [CV_RU] = "округ; избирательный округ; номер округа; ОИК; oik", [CV_KY] = "округ; шайлоо округу; округдун номери",
        [CV_KA] = "ოლქი; საარჩევნო ოლქი; მაჟორიტარული ოლქი", [CV_TR] = "seçim çevresi; ilçe; seçim bölgesi",
        [CV_VI] = "đơn vị bầu cử", [CV_PL] = "okręg; numer okręgu; nr okręgu; okręg wyborczy"}},
    {CV_ROLE_REGION, CV_ROLE_NONE, {
        [CV_EN] = "region; county; county name; province; province code; province name; state; state name; municipality; city; town; country; territory",
        [CV_ES] = "departamento; estado; provincia; región; municipio; localidad; país; parroquia; edo; mun; par; dep; prov; ciu; "
                  "cod edo; cod mun; cod par; centro; código centro; asiento; comuna; id reci; código recinto; id recinto; id pais; id departamento; id provincia; id localidad; "
                  "edo id; id estado; cantón",
        [CV_FR] = "département; région; commune; code du département; code de la commune; libellé de la commune",
        [CV_PT] = "estado; distrito; município; UF; concelho; freguesia",
        [CV_DE] = "Land; Kreis; Kreisname; Gemeinde; Gemeindename; Amt; Amtsname; Kanton; Bundesland; Verbandsgemeinde",
        [CV_RU] = "регион; субъект; область; район; город; край; республика; ТИК; tik; наименование ТИК",
        [CV_KY] = "облус; район; шаар; АШК; аймак", [CV_KA] = "რეგიონი; მუნიციპალიტეტი; ქალაქი; რაიონი", [CV_TR] = "il; il adı; belde; şehir",
        [CV_VI] = "tỉnh; thành phố; quận; huyện; xã; phường",
        [CV_PL] = "województwo; powiat; gmina; TERYT; TERYT gminy; miejscowość"}},
    {CV_ROLE_CONTEST, CV_ROLE_NONE, {
        [CV_EN] = "office; contest; election type; race", [CV_ES] = "cargo; candidatura; elección; tipo de elección",
        [CV_FR] = "scrutin; élection; type de scrutin", [CV_PT] = "cargo; eleição", [CV_DE] = "Wahl; Stimmart; Erst-/Zweitstimme; Erst Zweitstimme",
        [CV_RU] = "выборы; вид выборов", [CV_KY] = "шайлоо; шайлоонун түрү", [CV_KA] = "არჩევნები", [CV_TR] = "seçim türü; seçim",
        [CV_VI] = "cuộc bầu cử", [CV_PL] = "wybory; rodzaj wyborów"}},
    {CV_ROLE_OPTION, CV_ROLE_NONE, {
        [CV_EN] = "candidate; candidate name; choice; option; name; candidate's family name; candidate's first name; candidate's middle name; "
                  "family name; first name; middle name; surname",
        [CV_ES] = "candidato; nombre del candidato; lista; opción", [CV_FR] = "candidat; nom du candidat; nom de famille du candidat; "
                  "prénom du candidat; liste; nuance; nom; prénom",
        [CV_PT] = "candidato; nome do candidato", [CV_DE] = "Bewerber; Wahlvorschlag; Liste; Kandidat; Gruppe",
        [CV_RU] = "кандидат; ФИО кандидата; список; избирательное объединение", [CV_KY] = "талапкер; тизме",
        [CV_KA] = "კანდიდატი; სუბიექტი; საარჩევნო სუბიექტი", [CV_TR] = "aday; aday adı", [CV_VI] = "ứng cử viên; danh sách",
        [CV_PL] = "kandydat; lista; nazwa listy"}},
    {CV_ROLE_PARTY, CV_ROLE_NONE, {
        [CV_EN] = "party; party name; political affiliation; political affiliation name; party detailed; party simplified; affiliation",
        [CV_ES] = "partido; partido político; sigla", [CV_FR] = "parti; appartenance politique; nuance du candidat",
        [CV_PT] = "partido; legenda; sigla do partido", [CV_DE] = "Partei; Gruppenname", [CV_RU] = "партия", [CV_KY] = "партия",
        [CV_KA] = "პარტია", [CV_TR] = "parti; siyasi parti", [CV_VI] = "đảng", [CV_PL] = "partia; komitet; komitet wyborczy"}},
    {CV_ROLE_NUMBER, CV_ROLE_NONE, {
        [CV_EN] = "no; candidate number; ballot number; ballot position; list number; candidate code", [CV_ES] = "número de lista; número de candidato",
        [CV_FR] = "numéro de panneau; numéro de liste", [CV_PT] = "número do candidato", [CV_DE] = "Listennummer; Gruppennummer; Wahlvorschlagsnummer",
        [CV_RU] = "номер в бюллетене; номер кандидата", [CV_KY] = "талапкердин номери", [CV_KA] = "საარჩევნო ნომერი; ნომერი", [CV_TR] = "aday no",
        [CV_VI] = "số thứ tự", [CV_PL] = "numer listy; nr listy"}},
    {CV_ROLE_VOTES, CV_ROLE_NONE, {
        [CV_EN] = "votes; vote count; candidate votes; candidate poll votes; candidate poll votes count; votes obtained; number of votes",
        [CV_ES] = "votos; votos del candidato; votos obtenidos; cantidad de votos", [CV_FR] = "voix; suffrages; votes du candidat; nombre de voix",
        [CV_PT] = "votos; quantidade de votos; total de votos", [CV_DE] = "Stimmen; Anzahl; Stimmenzahl; Anzahl Stimmen",
        [CV_RU] = "голосов; число голосов; голоса; количество голосов", [CV_KY] = "добуштар; добуштардын саны", [CV_KA] = "ხმები; ხმების რაოდენობა",
        [CV_TR] = "oy; oy sayısı; aldığı oy", [CV_VI] = "số phiếu; số phiếu bầu", [CV_PL] = "głosy; liczba głosów"}},
    {CV_ROLE_ELECTED, CV_ROLE_NONE, {
        [CV_EN] = "elected; elected mark; elected candidate indicator; winner; final winner; prelim winner", [CV_ES] = "electo; ganador",
        [CV_FR] = "élu; indicateur du candidat élu", [CV_PT] = "eleito", [CV_DE] = "gewählt; Gewinner", [CV_RU] = "избран", [CV_KY] = "шайланды",
        [CV_KA] = "არჩეული", [CV_TR] = "kazanan; seçilen", [CV_VI] = "trúng cử", [CV_PL] = "wybrany; czy wybrany"}},
    {CV_ROLE_MERGED, CV_ROLE_NONE, {
        [CV_EN] = "merge with; merged; merged into; attached precinct", [CV_ES] = "fusionada; fusionada con", [CV_FR] = "fusionné avec",
        [CV_PT] = "agregada; seção agregada", [CV_DE] = "Zusammenlegung; Zusammenlegung Abgabe; Zusammelegung", [CV_RU] = "объединен; объединен с",
        [CV_KY] = "бириктирилген", [CV_KA] = "გაერთიანებული; მომაგრებული უბანი", [CV_TR] = "birleştirilen", [CV_VI] = "gộp vào", [CV_PL] = "połączony z"}},
    {CV_ROLE_CLOSED, CV_ROLE_NONE, {
        [CV_EN] = "void poll; void poll indicator; no poll held; no poll held indicator; closed; not opened; ps open",
        [CV_ES] = "mesa anulada; no instalada", [CV_FR] = "bureau supprimé; bureau sans scrutin; indicateur de bureau supprimé",
        [CV_PT] = "não instalada", [CV_DE] = "entfallen", [CV_RU] = "не открыт", [CV_KA] = "დახურული"}},
    {CV_ROLE_LAT, CV_ROLE_NONE, {
        [CV_EN] = "lat; latitude; y coordinate; coord y", [CV_ES] = "latitud", [CV_FR] = "latitude", [CV_PT] = "latitude",
        [CV_DE] = "Breitengrad; Breite", [CV_RU] = "широта", [CV_KY] = "кеңдик", [CV_KA] = "განედი", [CV_TR] = "enlem", [CV_VI] = "vĩ độ",
        [CV_PL] = "szerokość; szerokość geograficzna"}},
    {CV_ROLE_LON, CV_ROLE_NONE, {
        [CV_EN] = "lon; lng; long; longitude; x coordinate; coord x", [CV_ES] = "longitud", [CV_FR] = "longitude", [CV_PT] = "longitude",
        [CV_DE] = "Längengrad; Länge", [CV_RU] = "долгота", [CV_KY] = "узундук", [CV_KA] = "გრძედი", [CV_TR] = "boylam", [CV_VI] = "kinh độ",
        [CV_PL] = "długość; długość geograficzna"}},
    {CV_ROLE_LEVEL, CV_ROLE_NONE, {
        [CV_EN] = "level; shape; area level; unit type", [CV_ES] = "nivel", [CV_FR] = "niveau", [CV_PT] = "nível", [CV_DE] = "Ebene; Gebietsart",
        [CV_RU] = "уровень", [CV_KY] = "деңгээл", [CV_KA] = "დონე", [CV_TR] = "düzey", [CV_VI] = "cấp", [CV_PL] = "poziom"}},
    {CV_ROLE_DERIVED, CV_ROLE_NONE, {
        [CV_EN] = "percent; percentage; perc; pct; share; rate; logic check; logic check2; difference; diff; check; majority; average; margin; "
                  "previous; turnout percent; voter turnout percent; lead",
        [CV_ES] = "porcentaje; diferencia; sistema; porcentual; porciento; participación porcentual; inhab", [CV_FR] = "pourcentage; écart; taux; majorité; rapport",
        [CV_PT] = "porcentagem; percentual; diferença; abstenção", [CV_DE] = "Prozent; Anteil; Wahlbeteiligung; Differenz; Vorperiode; Quote",
        [CV_RU] = "процент; доля; разница; контрольное соотношение", [CV_KY] = "пайыз; үлүшү; айырма", [CV_KA] = "პროცენტი; სხვაობა; პროცენტული",
        [CV_TR] = "yüzde; oran; fark; katılım oranı", [CV_VI] = "tỷ lệ; phần trăm; chênh lệch",
        [CV_PL] = "procent; frekwencja; różnica; podejrzenie; podejrzenie zamiany; przepływy; zamiana na korzyść; udział"}},
    {CV_ROLE_ASIDE, CV_ROLE_NONE, {
        [CV_EN] = "url; link; row number; timestamp; updated; version; results date; source; scan; image; notes; comment; incumbent; "
                  "incumbent indicator; population; stratum; gender; polling stations",
        [CV_ES] = "enlace; fecha; observaciones; estrato; versión; población; número de mesas; n mesas", [CV_FR] = "lien; date; sortant; indicateur candidat sortant; "
                  "bureaux de scrutin; sexe",
        [CV_PT] = "data; observações", [CV_DE] = "Berechnungsdatum; Datum; Zusammenlegung Grund; Zusammelegung Grund; Bemerkung; laufende Nummer",
        [CV_RU] = "ссылка; дата; примечание; версия", [CV_KY] = "шилтеме; күнү", [CV_KA] = "ბმული; თარიღი", [CV_TR] = "bağlantı; tarih",
        [CV_VI] = "liên kết; ngày; ghi chú", [CV_PL] = "data; uwagi; typ obwodu"}},
};
/* clang-format on */
const int32_t CV_N_WORDS_PLACE = sizeof CV_WORDS_PLACE / sizeof *CV_WORDS_PLACE;

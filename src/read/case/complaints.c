/* complaints.csv: one line per move of a complaint. */
#include "read/case/reading.h"

#include "base/file.h"
#include "model/complaint.h"
#include "read/case/lines.h"
#include "read/case/nearest.h"
#include "read/number.h"
#include "read/table.h"

typedef enum {
    COMPLAINT,
    RECORDED,
    EVENT,
    KIND,
    FILER,
    STANDING,
    AGAINST,
    CONTEST,
    SCOPE,
    PLACES,
    GROUND,
    RELIEF,
    VOTES,
    SIGN,
    ACT,
    KNOWN,
    CLOCK,
    BODY,
    COURT,
    CITE,
    NOTE,
    OPTION,
    TO,
    DECISION,
    PRESENT,
    FILE_NAME,
    HASH,
    BY,
    DISCLOSED_TO,
    WITHHELD,
    RULING,
    N_COLUMNS
} column_name;

#define NAME(literal)                                                                              \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }
static const cv_str columns[N_COLUMNS] = {
    [COMPLAINT] = NAME("complaint"),
    [RECORDED] = NAME("recorded"),
    [EVENT] = NAME("event"),
    [KIND] = NAME("kind"),
    [FILER] = NAME("filer"),
    [STANDING] = NAME("standing"),
    [AGAINST] = NAME("against"),
    [CONTEST] = NAME("contest"),
    [SCOPE] = NAME("scope"),
    [PLACES] = NAME("places"),
    [GROUND] = NAME("ground"),
    [RELIEF] = NAME("relief"),
    [VOTES] = NAME("votes"),
    [SIGN] = NAME("sign"),
    [ACT] = NAME("act"),
    [KNOWN] = NAME("known"),
    [CLOCK] = NAME("clock"),
    [BODY] = NAME("body"),
    [COURT] = NAME("court"),
    [CITE] = NAME("cite"),
    [NOTE] = NAME("note"),
    [OPTION] = NAME("option"),
    [TO] = NAME("to"),
    [DECISION] = NAME("decision"),
    [PRESENT] = NAME("present"),
    [FILE_NAME] = NAME("file"),
    [HASH] = NAME("sha256"),
    [BY] = NAME("by"),
    [DISCLOSED_TO] = NAME("disclosed_to"),
    [WITHHELD] = NAME("withheld"),
    [RULING] = NAME("ruling"),
};

/* A complaint that is being read, with room for its moves. */
typedef struct {
    cv_complaint c;
    cv_complaint_move *move;
    int32_t n, cap;
} draft;

typedef struct {
    cv_reading *r;
    cv_str file;
    const cv_table_member *member;
    cv_source_ix source;
    int32_t at[N_COLUMNS]; /* -1: the file has no such column */
    const cv_str *cell;
    int64_t line;
    cv_map by_id;
    draft *draft;
    int32_t n, cap;
    cv_str *unread;
    int32_t n_unread, cap_unread;
} complaints;

/* ---- errors ---- */

static cv_place place_of(const complaints *d, int32_t column)
{
    return (cv_place){d->file, d->line, column + 1};
}

static cv_str text_of(const complaints *d, column_name c)
{
    return d->at[c] >= 0 ? d->cell[d->at[c]] : (cv_str){0};
}

static cv_str kept(const complaints *d, column_name c)
{
    return cv_str_copy(d->r->keep, text_of(d, c));
}

/* `format` takes the cell as "%.*s". */
static cv_status fail_cell(const complaints *d, column_name c, const char *format)
{
    return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, d->at[c]), format, CV_ARG(text_of(d, c)));
}

/* ---- header ---- */

/* A column that is nearly one of ours is a slip; any other is somebody's own and is listed. */
static cv_status other_column(complaints *d, int32_t i)
{
    cv_str name = d->member->column[i];
    int32_t near = cv_nearest(name, columns, N_COLUMNS);
    if (near < 0) {
        cv_room(d->r->keep, cv_str, d->unread, d->n_unread, d->cap_unread);
        d->unread[d->n_unread++] = cv_str_copy(d->r->keep, name);
        return CV_OK;
    }
    cv_status failed =
        cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, i), "unknown column '%.*s'", CV_ARG(name));
    return cv_hint(d->r->err, failed, "did you mean '%.*s'?", CV_ARG(columns[near]));
}

static cv_status read_header(complaints *d)
{
    d->line = d->member->n_header_lines ? d->member->header_line[0] : 0;
    for (int k = 0; k < N_COLUMNS; k++) d->at[k] = -1;
    for (int32_t i = 0; i < d->member->n_columns; i++) {
        cv_str name = d->member->column[i];
        if (cv_str_eq(name, CV_STR("hash"))) name = columns[HASH];
        int k = 0;
        while (k < N_COLUMNS && !cv_str_eq(columns[k], name)) k++;
        if (k < N_COLUMNS && d->at[k] < 0)
            d->at[k] = i;
        else
            CV_TRY(other_column(d, i));
    }
    for (int k = COMPLAINT; k <= EVENT; k++)
        if (d->at[k] < 0)
            return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, -1), "no column '%.*s'",
                              CV_ARG(columns[k]));
    return CV_OK;
}

/* ---- cells ---- */

static cv_status read_date(cv_date *out, complaints *d, column_name c)
{
    cv_str text = text_of(d, c);
    *out = CV_NO_DATE;
    if (!text.n || cv_date_parse(out, text)) return CV_OK;
    cv_status failed = fail_cell(d, c, "not a date: '%.*s'");
    return cv_hint(d->r->err, failed, "dates are written 2005-03-17 or 2005-03-17T14:30");
}

static cv_status read_clock(cv_clock_rule *out, complaints *d)
{
    cv_str text = text_of(d, CLOCK);
    if (!text.n || cv_clock_rule_parse(out, text)) return CV_OK;
    cv_status failed = fail_cell(d, CLOCK, "not a term: '%.*s'");
    return cv_hint(
        d->r->err, failed,
        "terms are written '3 days from knowledge', '24 hours', '5 workdays next_working'");
}

static cv_status read_yes(bool *out, complaints *d, column_name c)
{
    cv_str text = text_of(d, c);
    *out = cv_str_eq(text, CV_STR("yes"));
    if (*out || !text.n || cv_str_eq(text, CV_STR("no"))) return CV_OK;
    return cv_hint(d->r->err, fail_cell(d, c, "expected yes or no, got '%.*s'"),
                   "a column that says nothing is left empty");
}

static bool is_hash(cv_sha256 *out, cv_str s)
{
    if (s.n != 64) return false;
    for (int64_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) return false;
        out->byte[i / 2] = (uint8_t)(i % 2 ? out->byte[i / 2] + digit : 16 * digit);
    }
    return true;
}

/* Only what stands in the case folder: no way out of it. */
static bool stays_inside(cv_str path)
{
    if (cv_str_starts(path, CV_STR("/"))) return false;
    for (int64_t at = 0; at < path.n;) {
        int64_t end = cv_str_find(path, CV_STR("/"), at);
        if (end < 0) end = path.n;
        if (cv_str_eq(cv_str_cut(path, at, end), CV_STR(".."))) return false;
        at = end + 1;
    }
    return true;
}

static cv_status hash_file(cv_evidence *out, complaints *d, cv_str path)
{
    enum { PIECE = 1 << 16 };
    cv_source_file *f;
    cv_hasher *h = cv_hasher_open(d->r->work);
    char *piece = cv_new(d->r->work, char, PIECE);
    CV_TRY(cv_file_open(&f, path, d->r->work, d->r->err));
    for (int64_t n = 1; n;) {
        cv_status status = cv_file_get(f, piece, PIECE, &n, d->r->err);
        if (status != CV_OK) {
            cv_file_close(f);
            return status;
        }
        cv_hasher_add(h, (cv_str){piece, n});
        out->bytes += n;
    }
    cv_file_close(f);
    out->found = cv_hasher_end(h);
    out->is_found = true;
    return CV_OK;
}

static cv_status read_evidence(cv_evidence *out, complaints *d)
{
    cv_str name = text_of(d, FILE_NAME), hash = text_of(d, HASH);
    *out = (cv_evidence){.file = kept(d, FILE_NAME),
                         .kind = kept(d, KIND),
                         .by = kept(d, BY),
                         .disclosed_to = kept(d, DISCLOSED_TO),
                         .withheld = kept(d, WITHHELD),
                         .ruling = kept(d, RULING)};
    if (!name.n && !hash.n)
        return cv_hint(d->r->err, fail_cell(d, EVENT, "neither a file nor a hash for '%.*s'"),
                       "columns 'file' and 'sha256' say what the evidence is");
    if (hash.n && !is_hash(&out->stated, hash))
        return cv_hint(d->r->err, fail_cell(d, HASH, "not a SHA-256: '%.*s'"),
                       "64 hexadecimal digits, as sha256sum writes them");
    out->has_stated = hash.n > 0;
    if (!name.n) return CV_OK;
    if (!stays_inside(name))
        return cv_hint(d->r->err, fail_cell(d, FILE_NAME, "'%.*s' leads out of the case folder"),
                       "evidence stands in the case folder, or is known by its hash alone");
    cv_str path = cv_path_join(d->r->folder, name, d->r->work);
    return cv_file_exists(path) ? hash_file(out, d, path) : CV_OK;
}

/* ---- what stands on the first line ---- */

static cv_status add_place(cv_complaint *out, complaints *d, cv_str code, int32_t *cap)
{
    cv_station_ix s = cv_build_station_named(d->r->b, code);
    if (s.i < 0)
        return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, d->at[PLACES]), "no station '%.*s'",
                          CV_ARG(code));
    cv_station_ix *place = (cv_station_ix *)out->place;
    for (int32_t i = 0; i < out->n_places; i++)
        if (place[i].i == s.i) return CV_OK;
    cv_room(d->r->keep, cv_station_ix, place, out->n_places, *cap);
    place[out->n_places++] = s;
    out->place = place;
    return CV_OK;
}

/* Codes between blanks; a code that holds blanks stands alone, or between semicolons. */
static cv_status read_places(cv_complaint *out, complaints *d)
{
    cv_str rest = cv_str_trim(text_of(d, PLACES));
    int32_t cap = 0;
    if (!rest.n) return CV_OK;
    if (cv_build_station_named(d->r->b, rest).i >= 0) return add_place(out, d, rest, &cap);
    cv_str between = cv_str_find(rest, CV_STR(";"), 0) >= 0 ? CV_STR(";") : CV_STR(" ");
    while (rest.n) {
        int64_t end = cv_str_find(rest, between, 0);
        cv_str code = cv_str_trim(cv_str_cut(rest, 0, end < 0 ? rest.n : end));
        if (code.n) CV_TRY(add_place(out, d, code, &cap));
        rest = end < 0 ? (cv_str){0} : cv_str_trim(cv_str_cut(rest, end + 1, rest.n));
    }
    return CV_OK;
}

static cv_status read_option(int32_t *out, complaints *d, const cv_complaint *c, column_name column)
{
    cv_str id = text_of(d, column);
    *out = -1;
    if (!id.n) return CV_OK;
    if (c->contest.i < 0) return fail_cell(d, column, "option '%.*s' without a contest");
    *out = cv_build_option_named(d->r->b, c->contest, id);
    if (*out >= 0) return CV_OK;
    return cv_fail_at(d->r->err, CV_E_INPUT, place_of(d, d->at[column]),
                      "no option '%.*s' in contest '%.*s'", CV_ARG(id),
                      CV_ARG(text_of(d, CONTEST)));
}

static cv_status read_size(cv_complaint *out, complaints *d)
{
    cv_str votes = text_of(d, VOTES), sign = text_of(d, SIGN);
    out->votes = CV_BLANK;
    if (votes.n) {
        int code = cv_count_cell_parse(&CV_NUMBER_STYLE_DEFAULT, votes, &out->votes);
        cv_message reason = cv_cell_reason(code ? code : CV_R02_NOT_WHOLE, votes, d->r->work);
        if (code) return cv_fail_as(d->r->err, CV_E_INPUT, place_of(d, d->at[VOTES]), &reason);
    }
    if (cv_str_eq(sign, CV_STR("+")))
        out->sign = 1;
    else if (cv_str_eq(sign, CV_STR("-")) || cv_str_eq(sign, CV_STR("\xE2\x88\x92")))
        out->sign = -1;
    else if (sign.n)
        return cv_hint(d->r->err, fail_cell(d, SIGN, "not a sign: '%.*s'"),
                       "+ for votes that should be added, - for votes that should be taken out");
    return CV_OK;
}

static cv_status read_words(cv_complaint *out, complaints *d)
{
    cv_str kind = text_of(d, KIND), scope = text_of(d, SCOPE), relief = text_of(d, RELIEF);
    bool evidence = cv_str_eq(text_of(d, EVENT), CV_STR("evidence"));
    out->says_demand = cv_str_eq(kind, CV_STR("demand"));
    if (!evidence && kind.n && !out->says_demand && !cv_str_eq(kind, CV_STR("complaint")))
        return cv_hint(d->r->err, fail_cell(d, KIND, "unknown kind '%.*s'"),
                       "'complaint' or 'demand'");
    if (scope.n && !cv_about_named(&out->scope, scope))
        return cv_hint(d->r->err, fail_cell(d, SCOPE, "unknown scope '%.*s'"),
                       "ballot, box, station, option, seat or nation");
    if (relief.n && !cv_relief_named(&out->relief, relief))
        return cv_hint(d->r->err, fail_cell(d, RELIEF, "unknown relief '%.*s'"),
                       "correct, adopt, recount, annul, cancel, repeat, void, bar, reinstate, "
                       "postpone, confirm or revoke");
    return CV_OK;
}

static cv_status read_claim(cv_complaint *out, complaints *d)
{
    *out = (cv_complaint){.id = kept(d, COMPLAINT),
                          .filer = kept(d, FILER),
                          .standing = kept(d, STANDING),
                          .against = kept(d, AGAINST),
                          .ground = kept(d, GROUND),
                          .contest = CV_NO_CONTEST};
    cv_str contest = text_of(d, CONTEST);
    if (contest.n) {
        out->contest = cv_build_contest_named(d->r->b, contest);
        if (out->contest.i < 0) return fail_cell(d, CONTEST, "no contest '%.*s'");
    }
    CV_TRY(read_words(out, d));
    CV_TRY(read_places(out, d));
    CV_TRY(read_size(out, d));
    CV_TRY(read_option(&out->option, d, out, OPTION));
    CV_TRY(read_option(&out->to, d, out, TO));
    CV_TRY(read_date(&out->act, d, ACT));
    return read_date(&out->known, d, KNOWN);
}

/* ---- lines ---- */

static cv_status read_move(cv_complaint_move *out, complaints *d)
{
    *out = (cv_complaint_move){.body = kept(d, BODY),
                               .cite = kept(d, CITE),
                               .note = kept(d, NOTE),
                               .present = kept(d, PRESENT),
                               .decision = kept(d, DECISION),
                               .line = d->line};
    if (!cv_move_named(&out->kind, text_of(d, EVENT))) {
        cv_status failed = fail_cell(d, EVENT, "unknown event '%.*s'");
        cv_str known[CV_N_MOVES];
        for (int i = 0; i < CV_N_MOVES; i++) known[i] = cv_move_word((cv_move_kind)i);
        int32_t near = cv_nearest(text_of(d, EVENT), known, CV_N_MOVES);
        if (near >= 0)
            return cv_hint(d->r->err, failed, "did you mean '%.*s'?", CV_ARG(known[near]));
        return cv_hint(d->r->err, failed,
                       "docs/reference/methods.md lists the moves of a complaint");
    }
    CV_TRY(read_date(&out->recorded, d, RECORDED));
    if (!cv_date_is(out->recorded))
        return cv_hint(d->r->err, fail_cell(d, RECORDED, "not a date: '%.*s'"),
                       "dates are written 2005-03-17 or 2005-03-17T14:30");
    CV_TRY(read_clock(&out->clock, d));
    CV_TRY(read_yes(&out->is_court, d, COURT));
    return out->kind == CV_MOVE_EVIDENCE ? read_evidence(&out->evidence, d) : CV_OK;
}

static cv_status same_contest(complaints *d, const cv_complaint *c)
{
    cv_str contest = text_of(d, CONTEST);
    if (!contest.n || cv_build_contest_named(d->r->b, contest).i == c->contest.i) return CV_OK;
    return cv_hint(
        d->r->err,
        fail_cell(d, CONTEST, "contest '%.*s' is not that of the complaint's first line"),
        "a complaint about two contests is two complaints");
}

static cv_status read_line(complaints *d)
{
    cv_reading *r = d->r;
    cv_complaint_move move;
    cv_str id = text_of(d, COMPLAINT);
    if (!id.n) return fail_cell(d, COMPLAINT, "the complaint has no name: '%.*s'");
    CV_TRY(read_move(&move, d));
    int32_t i = cv_map_get(&d->by_id, id);
    if (i < 0) {
        cv_complaint c;
        CV_TRY(read_claim(&c, d));
        cv_room(r->work, draft, d->draft, d->n, d->cap);
        i = d->n++;
        d->draft[i] = (draft){.c = c};
        cv_map_add(&d->by_id, c.id, i, r->work);
    }
    draft *x = &d->draft[i];
    CV_TRY(same_contest(d, &x->c));
    cv_room(r->keep, cv_complaint_move, x->move, x->n, x->cap);
    x->move[x->n++] = move;
    cv_build_source_at(r->b, d->source)->taken++;
    return CV_OK;
}

/* ---- the file ---- */

static cv_status read_rows(complaints *d, cv_table *table)
{
    cv_batch batch;
    do {
        CV_TRY(cv_table_next(table, &batch, d->r->err));
        for (int32_t i = 0; i < batch.n_rows; i++) {
            d->cell = &batch.cell[(int64_t)i * batch.n_columns];
            d->line = batch.line[i];
            if (batch.code[i]) {
                cv_message reason = cv_batch_reason(&batch, i, d->r->work);
                return cv_fail_as(d->r->err, CV_E_INPUT, place_of(d, batch.column[i] - 1), &reason);
            }
            CV_TRY(read_line(d));
        }
    } while (batch.n_rows);
    return CV_OK;
}

static void hand_over(complaints *d)
{
    cv_reading *r = d->r;
    cv_complaint_file *file = cv_new(r->keep, cv_complaint_file, 1);
    cv_complaint *c = cv_new(r->keep, cv_complaint, d->n);
    for (int32_t i = 0; i < d->n; i++) {
        c[i] = d->draft[i].c;
        c[i].n_moves = d->draft[i].n;
        c[i].move = d->draft[i].move;
    }
    *file = (cv_complaint_file){d->source, d->n, c, d->n_unread, d->unread};
    cv_build_head(r->b)->complaints = file;
}

static cv_status read_table(void *who, const cv_own_file *file, cv_table *table)
{
    complaints *d = who;
    d->file = file->file;
    d->source = file->source;
    d->member = file->member;
    CV_TRY(read_header(d));
    CV_TRY(read_rows(d, table));
    hand_over(d);
    return CV_OK;
}

cv_status cv_reading_complaints(cv_reading *r)
{
    complaints d = {.r = r};
    return cv_own_file_read(NULL, r, &r->spec->complaints, CV_STR("complaints.csv"), read_table,
                            &d);
}

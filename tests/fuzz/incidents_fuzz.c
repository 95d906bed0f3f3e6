/* Any bytes as incidents.csv, or as blocs.csv by the first byte; the other file is as it should be.
 *
 * Ranges are in order, references lead to what is there, and a profile says no more than its
 * claims: what has most support lies in the envelope, and no more origins support it than there
 * are. */
#include "case_folder.h"

#include "incidents/incidents.h"
#include "model/bloc.h"

static const char ELECTION[] =
    "{\"canvass\":1,\"id\":\"f\",\"title\":\"f\",\"blocs\":[{\"id\":\"b\",\"parties\":[\"P\"]}],"
    "\"rule_sets\":{\"p\":{\"engine\":\"plurality\"}},"
    "\"contests\":[{\"id\":\"c\",\"rule\":\"p\",\"options\":[{\"id\":\"A\",\"party\":\"P\"},"
    "{\"id\":\"B\"}]}],"
    "\"results\":[{\"file\":\"r.csv\",\"station\":\"s\",\"area\":[{\"level\":\"town\","
    "\"column\":\"t\"}],\"forms\":[{\"contest\":\"c\",\"options\":{\"A\":\"a\",\"B\":\"b\"}}]}]}";

static void spans_are_in_order(const cv_span *span, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        cv_assert(span[i].high == CV_BLANK || span[i].low <= span[i].high);
        cv_assert(i == 0 || (span[i - 1].high != CV_BLANK && span[i - 1].high < span[i].low));
    }
}

static void profile_is_within(const cv_profile_of_claims *p)
{
    cv_assert(p->n_with_span <= p->n_claims && p->n_origins <= p->n_with_span);
    cv_assert(p->max_support <= p->n_origins && (p->n_origins == 0) == (p->max_support == 0));
    spans_are_in_order(p->consensus, p->n_consensus);
    for (int32_t k = 0; k < p->n_origins; k++)
        spans_are_in_order(p->origin[k].span, p->origin[k].n_spans);
    if (!p->n_consensus) return;
    const cv_span *last = &p->consensus[p->n_consensus - 1];
    cv_assert(p->consensus[0].low >= p->low);
    cv_assert(p->high == CV_BLANK || (last->high != CV_BLANK && last->high <= p->high));
}

static void incidents_are_whole(const cv_election *e, cv_arena *keep, cv_arena *work)
{
    cv_incident_review r;
    cv_incidents_review(&r, e, keep, *work);
    int32_t n = 0;
    for (int32_t i = 0; i < r.n_profiles; i++) {
        profile_is_within(&r.profile[i]);
        n += r.profile[i].n_claims;
    }
    if (!r.incidents) return;
    cv_assert(n == r.incidents->n_claims);
    for (int32_t i = 0; i < r.incidents->n_claims; i++) {
        const cv_claim *c = &r.incidents->claim[i];
        cv_assert(c->event >= -1 && c->event < r.incidents->n_events);
        cv_assert(c->of >= -1 && c->of < r.incidents->n_claims && c->of != i);
        cv_assert(!(c->has_span && c->relation == CV_CLAIM_DENIES));
    }
    for (int32_t i = 0; i < r.incidents->n_events; i++)
        cv_assert(r.event[i].same_as <= i && r.event[i].n_stations <= e->n_stations);
}

static void blocs_are_whole(const cv_election *e)
{
    for (int32_t i = 0; i < e->n_bloc_statements; i++) {
        const cv_bloc_statement *s = &e->bloc_statement[i];
        cv_assert(s->bloc.i >= 0 && s->bloc.i < e->n_blocs && s->asserted_by.n > 0);
        cv_assert(s->contest.i < e->n_contests && !s->option.n != !s->party.n);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    make_folder(cv_str_of(ELECTION));
    write_file("r.csv", cv_str_of("s,t,a,b\nS1,Osh,3,4\nS2,Naryn,5,6\n"));
    cv_str input = fuzz_input(data + 1, size - 1);
    bool blocs = data[0] % 2;
    write_file("incidents.csv",
               blocs ? cv_str_of("claim,subject,quantity,low\nC1,s,q,1\n") : input);
    write_file("blocs.csv", blocs ? input : cv_str_of("option,bloc,asserted_by\nA,b,x\n"));
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_election e;
    if (read_folder(&e, &keep, &work)) {
        rows_add_up(&e);
        blocs_are_whole(&e);
        incidents_are_whole(&e, &keep, &work);
    }
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

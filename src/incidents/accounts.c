#include "incidents/accounts.h"

#include "base/map.h"

cv_count cv_chamber_seats(const cv_election *e)
{
    cv_count seats = 0;
    for (int32_t i = 0; i < e->n_contests; i++)
        if (e->contest[i].in_chamber && e->contest[i].runoff_of.i < 0) seats += e->contest[i].seats;
    return seats;
}

/* Exactly, possibly, or not: nothing is moved between the parts to make them fit. */
static void close_account(cv_seat_account *a, cv_count seats)
{
    bool bounded = a->high != CV_BLANK;
    a->seats = seats;
    if (a->low > seats) {
        a->state = CV_ACCOUNT_OVER;
        a->apart = a->low - seats;
    } else if (bounded && a->high < seats) {
        a->state = CV_ACCOUNT_SHORT;
        a->apart = seats - a->high;
    } else {
        a->state = bounded && a->low == a->high ? CV_ACCOUNT_CLOSES : CV_ACCOUNT_CAN_CLOSE;
    }
}

static void add_part(cv_seat_account *a, const cv_claim *c)
{
    a->low += c->span.low;
    if (c->span.high == CV_BLANK)
        a->high = CV_BLANK;
    else if (a->high != CV_BLANK)
        a->high += c->span.high;
}

const cv_seat_account *cv_incident_accounts(int32_t *n, const cv_incidents *in, cv_count seats,
                                            cv_arena *keep)
{
    cv_map by_name = {0};
    cv_seat_account *account = NULL;
    int64_t n_accounts = 0, cap = 0;
    for (int32_t i = 0; i < in->n_claims; i++) {
        const cv_claim *c = &in->claim[i];
        if (!c->account.n || !c->has_span) continue;
        int32_t k = cv_map_add(&by_name, c->account, (int32_t)n_accounts, keep);
        if (k == n_accounts) {
            cv_room(keep, cv_seat_account, account, n_accounts, cap);
            account[n_accounts++] = (cv_seat_account){.name = c->account};
        }
        account[k].n_parts++;
        add_part(&account[k], c);
    }
    int32_t **part = cv_new(keep, int32_t *, n_accounts);
    for (int32_t k = 0; k < n_accounts; k++) {
        close_account(&account[k], seats);
        account[k].claim = part[k] = cv_new(keep, int32_t, account[k].n_parts);
    }
    for (int32_t i = 0; i < in->n_claims; i++)
        if (in->claim[i].account.n && in->claim[i].has_span)
            *part[cv_map_get(&by_name, in->claim[i].account)]++ = i;
    *n = (int32_t)n_accounts;
    return account;
}

/* Bookings are told by words first; who sells them has many. Their form is the same: a day to come, and a
 * number or a sum. */
#include "base/when.h"
#include "kind-entry.h"
#include "kind-many.h"
#include "kind-offer.h"
#include "mail/dates.h"
#include "mail/things.h"

#define TICKETS 2 /* the weight of words for them in a subject */
#define NAMED 6   /* words between how many tickets there are and that they are tickets */
#define LINKS 8   /* more, and there is much else to look at */

static bool names_day_to_come(const struct message *m)
{
    int64_t since = m->received ? m->received : m->date;
    return since > 0 && (dates_ahead(m->in_subject, since).last > when_day(since) ||
                         dates_ahead(m->in_text, since).last > when_day(since));
}

bool tells_of_entry(const struct message *m, const struct evidence *e, bool desk)
{
    /* "Registration confirmed" is of an account, until the text has a bib. */
    bool headed = e->subject[KIND_APPOINTMENT].best >= TICKETS ||
                  e->subject[KIND_ACCOUNT].best + e->subject[KIND_RECEIPT].best > 0;
    /* Whoever writes so from a role to her by her name has a number and a sum for it. */
    bool booked = e->role && e->amounts && e->codes + e->longs > 0;
    bool told = (headed || booked) && e->body[KIND_APPOINTMENT].best >= TICKETS;
    if (!desk && !told)
        return false;
    bool offers = offers_something(e, KIND_APPOINTMENT) || offer_score(e, m) >= 0.5f || news_score(e) >= 1;
    if (is_bulk(e) || e->bulk_headers || e->reply || offers || e->words >= WORDY || m->n_links > LINKS)
        return false;
    bool figures = e->amounts + e->codes + e->longs > 0 || e->id_in_subject;
    bool said = e->subject[KIND_APPOINTMENT].best + e->body[KIND_APPOINTMENT].best > 0;
    /* An invitation has a price, too. */
    bool done = e->subject[KIND_ACCOUNT].best + e->body[KIND_ACCOUNT].best + e->subject[KIND_RECEIPT].best +
                    e->body[KIND_RECEIPT].best > 0;
    return (said || (figures && done)) && names_day_to_come(m);
}

/* Whether a line tells how many tickets there are. */
static bool counts_tickets(const struct message *m)
{
    static const char *const tickets[] = {"ticket",  "tickets", "karten",  "eintrittskarten", "billet",
                                          "billets", "entrada", "entradas", "biglietti",      "bilety"};
    for (guint i = 1; i < m->in_text->tokens->len; i++) {
        const char *word = wording_word(m->in_text, i);
        bool ticket = false;
        for (size_t k = 0; k < G_N_ELEMENTS(tickets) && !ticket; k++)
            ticket = !strcmp(word, tickets[k]);
        for (guint back = 1; ticket && back <= MIN(i, NAMED); back++) {
            const char *before =
                wording_word(m->in_text, i - back);
            size_t digits = strspn(before, "0123456789");
            if (digits && digits < 3 && (!before[digits] || !strcmp(before + digits, "x")))
                return true;
        }
        /* Ticket: 1 x Day pass */
        bool times = ticket && i + 2 < m->in_text->tokens->len;
        bool counted = times && !strcmp(wording_word(m->in_text, i + 2), "x");
        size_t digits = counted ? strspn(wording_word(m->in_text, i + 1), "0123456789") : 0;
        if (digits && digits < 3)
            return true;
    }
    return false;
}

bool orders_entry(const struct message *m, const struct evidence *e, enum kind kind)
{
    if (kind == KIND_ACCOUNT)
        return tells_of_entry(m, e, false);
    if (kind != KIND_RECEIPT || !names_day_to_come(m))
        return false;
    bool said = e->body[KIND_APPOINTMENT].best >= TICKETS;
    bool desk = e->local[KIND_APPOINTMENT].best > 0; /* tickets@ */
    return desk || e->subject[KIND_APPOINTMENT].best >= TICKETS || counts_tickets(m) ||
           things_are_of_trip(m, said);
}

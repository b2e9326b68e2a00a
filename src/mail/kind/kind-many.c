/* Tells what goes to many from what goes to one by form, where no field says it: links, pictures, trackers,
 * length, and words of how to get no more of it. */
#include "kind-many.h"
#include "kind-offer.h"

#define CALLED 3        /* the weights of words of news in the text */
#define NOTICE_LINKS 10
#define LEAVING 2       /* words of how to get no more of such mail */
#define PLAIN 2 /* the score of news or offers, where they are plain */
#define OFFERS 5 /* discount words and signs */
#define LONG_ISSUE 600  /* words */
#define ISSUE_LINKS 8
#define TELLING 60      /* words, or a link: news have something to tell */

bool looks_mass_produced(const struct message *m, const struct evidence *e)
{
    if (e->reply)
        return false;
    if (m->n_trackers > 0 && m->n_links > 3)
        return true;
    /* To itself: who reads it is not shown. */
    bool to_itself = m->n_recipients == 1 && *m->author.mailbox &&
                     !g_ascii_strcasecmp(m->recipients[0].mailbox, m->author.mailbox);
    if (to_itself && (news_score(e) >= PLAIN || offer_score(e, m) >= PLAIN))
        return true;
    /* To nobody that is shown. */
    float offered = e->body[KIND_PROMOTION].rest + e->body[KIND_NEWSLETTER].rest;
    if (m->n_recipients == 0 && m->n_links > 1 && offered > 1)
        return true;
    /* A call for papers, an issue: its subject and its text say so. */
    if (e->subject[KIND_NEWSLETTER].best >= 2 &&
        (e->body[KIND_NEWSLETTER].best + e->body[KIND_NEWSLETTER].rest >= CALLED ||
         (e->words > 2 * WORDY && m->n_links > 5)))
        return true;
    /* An issue without its fields: long, with much to follow. */
    bool alone = m->n_recipients <= 1 && !e->passed_on && !e->automatic;
    if (alone && e->words > LONG_ISSUE && m->n_links >= ISSUE_LINKS)
        return true;
    /* Its subject and its text say what it is, and how to leave. */
    bool news = e->subject[KIND_NEWSLETTER].best >= 2 && e->body[KIND_NEWSLETTER].best > 0;
    bool offer = e->subject[KIND_PROMOTION].best >= 2 && e->body[KIND_PROMOTION].best > 0;
    if ((news || offer) && !e->passed_on && e->body[WORD_BULK].best >= LEAVING)
        return true;
    /* An offer without its fields: they price it, too, and it leads somewhere. */
    if (alone && offer && m->n_links > 1 && e->discount >= OFFERS && offer_score(e, m) >= PLAIN)
        return true;
    return e->bulk >= 0.4f && (m->n_links > 3 || m->n_images > 1 || m->n_trackers > 0 ||
                               e->words > WORDY ||
                               (e->words > 150 && e->subject[KIND_NEWSLETTER].best >= 2));
}

/* Some words, and nothing to read on: a program's notice that is called daily, not news. */
static bool tells_nothing(const struct message *m, const struct evidence *e)
{
    return e->automatic && !e->bulk_headers && m->n_links == 0 && e->words < TELLING;
}

/* "news.yard.example", "newsbymail.paper.example": a host of an organisation's that is called after news. */
static bool is_news_host(const char *mailbox)
{
    static const char *const names[] = { "news",    "nieuws",  "nyhet",    "boletin", "boletim",
                                         "noticia", "notizie", "rundbrief", "infolettre" };
    const char *at = strrchr(mailbox, '@'), *dot = at ? strchr(at, '.') : NULL;
    for (size_t i = 0; dot && strchr(dot + 1, '.') && i < G_N_ELEMENTS(names); i++)
        if (!g_ascii_strncasecmp(at + 1, names[i], strlen(names[i])))
            return true;
    return false;
}

bool goes_to_many(const struct message *m, const struct evidence *e)
{
    bool pages = m->n_links > 4 && (m->n_images > 3 || (e->role && e->words > BRIEF));
    bool leaves = e->role && e->body[WORD_BULK].best >= LEAVING;
    return !tells_nothing(m, e) && (is_bulk(e) || looks_mass_produced(m, e) || e->bulk_headers || pages ||
                                    leaves || offer_score(e, m) >= 1.5f || news_score(e) >= 1 ||
                                    (e->automatic && is_news_host(m->author.mailbox)));
}

bool is_notice(const struct message *m, const struct evidence *e)
{
    /* Of a program that sends single letters by a mailer, and not a word of how to get no more of them. */
    bool single = e->faint && e->body[WORD_BULK].best == 0 && m->n_links < NOTICE_LINKS;
    /* RFC 3834: whoever says so writes of one matter; where there is more to say, its number is in the
     * subject. */
    bool generated = g_str_has_prefix(m->auto_submitted, "auto-generated");
    bool crowd = m->n_recipients > 1 && !(generated && e->words < BRIEF);
    bool single_matter = single || (generated && e->id_in_subject);
    if (!e->automatic || crowd || e->words == 0 || e->words >= (single_matter ? WORDY : NOTICE))
        return false;
    if (offer_score(e, m) >= 0.5f || news_score(e) >= 0.5f || offers_something(e, KIND_ACCOUNT) ||
        is_news_host(m->author.mailbox))
        return false;
    return generated || (!is_bulk(e) && m->n_links < NOTICE_LINKS && e->body[WORD_BULK].best < LEAVING);
}

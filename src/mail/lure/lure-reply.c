/* Where answers to a message go, if not to its author: by its Reply-To, or because its text says so. */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

#define LONGEST_TEXT 2000 /* bytes of a text that is there to have her write to somebody */

static bool in_mailbox(char c)
{
    return g_ascii_isalnum(c) || strchr("._+-", c);
}

static bool is_recipient(const struct message *message, const char *mailbox)
{
    for (uint32_t i = 0; i < message->n_recipients; i++)
        if (!g_ascii_strcasecmp(message->recipients[i].mailbox, mailbox))
            return true;
    return false;
}

/* Whether all links of MESSAGE are addresses to write to. */
static bool leads_nowhere(const struct message *message)
{
    for (uint32_t i = 0; i < message->n_all_links; i++)
        if (*message->links[i].host)
            return false;
    return true;
}

/* A mailbox that anyone can have and that is neither the author's nor a recipient's, in a short text that
 * leads nowhere else. The caller frees it. */
static char *named_mailbox(const struct message *message, const struct sender *sender)
{
    size_t length = strlen(message->text);
    if (length > LONGEST_TEXT || !leads_nowhere(message) || *message->references)
        return NULL;
    for (const char *at = message->text; (at = strchr(at, '@')); at++) {
        const char *from = at, *to = at + 1;
        while (from > message->text && in_mailbox(from[-1]))
            from--;
        while (*to && in_mailbox(*to))
            to++;
        while (to > at && to[-1] == '.')
            to--;
        g_autofree char *mailbox = g_ascii_strdown(from, to - from);
        g_autofree char *organisation = organisation_of(mailbox + (at + 1 - from));
        if (from < at && organisation_is_free_mail(organisation) && strcmp(mailbox, sender->address) != 0 &&
            !is_recipient(message, mailbox))
            return g_steal_pointer(&mailbox);
    }
    return NULL;
}

void lure_read_reply(const struct message *message, const struct sender *sender, struct lure *lure)
{
    if (*sender->list)
        return;
    const char *mailbox = message->reply_to.mailbox;
    g_autofree char *named = *mailbox ? NULL : named_mailbox(message, sender);
    mailbox = named ? named : mailbox;
    const char *at = strrchr(mailbox, '@');
    if (!at)
        return;
    g_autofree char *organisation = organisation_of(at + 1);
    lure->reply_free_mail = organisation_is_free_mail(organisation);
    bool same = lure->reply_free_mail ? !g_ascii_strcasecmp(mailbox, sender->address)
                                      : sender_is(sender, organisation);
    if (!same)
        g_strlcpy(lure->reply, lure->reply_free_mail ? mailbox : organisation, LURE_HOST);
}

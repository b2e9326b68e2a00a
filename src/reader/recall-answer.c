/* Whether a message answers her: who says so must be somebody to whom that letter of hers went. */
#include <string.h>

#include "reader/reader.h"

/* One mailbox, however it is written: without "+detail", and at Gmail without dots. The caller frees it. */
static char *mailbox_of(const char *address)
{
    const char *at = strrchr(address, '@');
    if (!at)
        return g_strdup(address);
    bool gmail = !g_ascii_strcasecmp(at, "@gmail.com") || !g_ascii_strcasecmp(at, "@googlemail.com");
    GString *mailbox = g_string_new(NULL);
    for (const char *p = address; p < at && (*p != '+' || p == address); p++)
        if (!gmail || *p != '.')
            g_string_append_c(mailbox, g_ascii_tolower(*p));
    g_autofree char *domain = g_ascii_strdown(gmail ? "@gmail.com" : at, -1);
    return g_string_append(mailbox, domain), g_string_free(mailbox, FALSE);
}

struct addressee {
    const struct facts *facts;
    char *mailbox; /* of who writes */
    bool found;
};

/* "dev@lists.example" for dev.lists.example. */
static bool is_list(const char *address, const char *list)
{
    const char *at = strrchr(address, '@');
    size_t length = at ? (size_t)(at - address) : 0;
    return at && !g_ascii_strncasecmp(address, list, length) && list[length] == '.' &&
           !g_ascii_strcasecmp(at + 1, list + length + 1);
}

/* Whether she wrote to ADDRESS is to whoever writes now: the mailbox, the house, the list. */
static bool compare_address(const char *address, void *data)
{
    struct addressee *is = data;
    const struct facts *facts = is->facts;
    g_autofree char *mailbox = mailbox_of(address);
    is->found = !strcmp(mailbox, is->mailbox);
    if (!is->found && facts->discussion)
        is->found = facts->entitled == AUTH_PASS && is_list(address, facts->sender->list);
    else if (!is->found && strcmp(facts->sender->relation, facts->sender->address) != 0) { /* no mailbox */
        const char *at = strrchr(address, '@');
        g_autofree char *organisation = organisation_of(at ? at + 1 : "");
        g_autofree char *relation = relation_of(address, organisation);
        is->found = !strcmp(relation, facts->sender->relation);
    }
    return !is->found;
}

/* Whoever knows one Message-ID of hers can say that he answers it. Who may is whom she wrote to when she sent
 * it, of SINCE, or later; somebody of the same house; or a list that proves itself and that she follows. */
static bool may_answer(struct book *book, const struct facts *facts, int64_t since)
{
    if (facts->discussion && facts->entitled == AUTH_PASS &&
        facts->tally[LEVEL_ORGANISATION].last_wanted)
        return true;
    if (facts->hers)
        return true;
    g_autofree char *mailbox = mailbox_of(facts->sender->address);
    struct addressee is = {facts, mailbox, false};
    book_wrote_since(book, since, compare_address, &is);
    return is.found;
}

void recall_conversation(struct reader *reader, struct facts *facts)
{
    const struct message *message = facts->message;
    facts->contact = book_contact(reader->book, facts->sender->address);
    if (facts->hers && !facts->contact.written) /* this one, at least */
        facts->contact = (struct contact){1, facts->now};
    if (!*message->references)
        return;
    int64_t since = book_is_hers(reader->book, message->references);
    facts->answers_her = since && may_answer(reader->book, facts, since);
    if (!since && reader_index(reader)) {
        g_autofree char *thread = index_thread(reader->index, message->references);
        since = book_thread_is_hers(reader->book, thread);
        facts->thread_is_hers = since && may_answer(reader->book, facts, since);
    }
}

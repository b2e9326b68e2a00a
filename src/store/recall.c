/* The one place where things are looked up for a judgement. */
#include "sources.h"

const char *sources_user(const struct sources *sources)
{
    const char *const *own = sources->history ? history_own_addresses(sources->history) : NULL;
    return own && *own ? *own : "";
}

static bool is_addressed(const struct history *history, const struct message *message)
{
    for (uint32_t i = 0; i < message->n_recipients; i++)
        if (history_is_own(history, message->recipients[i].mailbox))
            return true;
    return false;
}

static void recall_conversation(const struct sources *sources, struct facts *facts)
{
    const struct message *message = facts->message;
    facts->contact = book_contact(sources->book, facts->sender->address);
    if (!*message->references)
        return;
    facts->answers_her = book_is_hers(sources->book, message->references);
    if (!facts->answers_her && sources->history) {
        g_autofree char *thread = history_thread(sources->history, message->references);
        facts->thread_is_hers = book_thread_is_hers(sources->book, thread);
    }
}

void recall(const struct sources *sources, const struct message *message, const struct sender *sender,
            int64_t now, struct facts *facts)
{
    *facts = (struct facts){.now = now, .message = message, .sender = sender, .user_name = ""};
    facts->kind = kind_guess(message);
    facts->auth = auth_read(message, (const char *const *)sources->config->authserv_ids,
                            sender->organisation);
    facts->proven = auth_verdict(&facts->auth);
    if (sources->history) {
        facts->addressed = is_addressed(sources->history, message);
        facts->user_name = history_user_name(sources->history);
    }
    if (!sources->book)
        return;
    facts->has_history = true;
    for (enum level level = 0; level < LEVEL_COUNT; level++) {
        const char *name = level == LEVEL_SENDER_KIND                                     ? sender->address
                           : level >= LEVEL_ORGANISATION ? sender->organisation
                                                         : "";
        facts->tally[level] = book_tally(sources->book, level, name, facts->kind.kind, now);
    }
    recall_conversation(sources, facts);
}

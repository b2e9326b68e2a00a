/* How far she has come with her mail, by what she acted on: what came earlier and lies unread she has passed
 * over. */
#include "act/entry.h"
#include "base/days.h"
#include "follow-private.h"

int64_t follow_ignored_before(const struct follow *follow)
{
    return entry_ignored_before(follow->reader->config, follow->book, follow->now);
}

enum status follow_left_alone(struct follow *follow, int64_t since, book_each_id *each, void *data)
{
    struct book *book = follow->book;
    int64_t after = follow->now - (int64_t)(follow->reader->config->ignored_after * DAY);
    int64_t known = book_number(book, BOOK_DEALT), dealt = book_dealt(book, after, follow->now);
    if (dealt > known || known > follow->now) { /* by a clock that was wrong */
        enum status status = book_set_number(book, BOOK_DEALT, dealt, follow->err);
        if (status)
            return status;
    }
    return book_undecided(book, follow_ignored_before(follow), since, each, data, follow->err);
}

/* Notes for whom an address is. One that heed made holds for whom it was made, whatever is noted. */
#include <string.h>
#include <time.h>

#include "alias-learn.h"

enum status alias_note(struct reader *reader, const char *address, const char *organisation, struct err *err)
{
    struct alias_row row = {0};
    enum status status = STATUS_OK;
    int64_t given = time(NULL);
    if (book_alias_get(reader->book, address, &row)) {
        bool same = strcmp(row.organisation, organisation) == 0;
        if (row.made && !same)
            status = err_set(err, STATUS_DENIED, "%s was made for %s, and holds for nobody else", address,
                             row.organisation);
        else if (!same)
            status = book_alias_unused(reader->book, address, err);
        given = same ? row.given : given;
    }
    bool made = row.made;
    alias_row_clear(&row);
    return status ? status
                  : book_alias_put(reader->book, &(struct alias){address, organisation, given, made}, err);
}

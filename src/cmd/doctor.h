/* What the checks of `heed doctor` share: a visit, and what it found. */
#ifndef HEED_DOCTOR_H
#define HEED_DOCTOR_H

#include "base/days.h"
#include "store/book-state.h"
#include "reader/reader.h"

enum health { FINE, NOTE, PROBLEM }; /* a note is worth knowing; a problem is to be mended */

struct visit {
    struct reader *reader; /* settings and index, where there is one; no book: opening it would change it */
    struct book_state book;
    enum status book_status; /* of reading it */
    struct err book_err;
    int64_t now;
    struct config *site; /* the site's, where that is looked at; else NULL, and above is not filled */
    const char *check; /* that is being made */
    GArray *answers;   /* struct answer */
};

struct answer {
    const char *check;
    enum health health;
    char *says; /* one line, cleaned */
    char *mend; /* what to do, one line, cleaned; "" where there is nothing to */
};

/* Notes one answer of the check that is being made. MEND may be NULL; what the two hold is cleaned here. */
void tell(struct visit *visit, enum health health, const char *mend, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Tells where RAW, the text of the file PATH, names a heed by its whole path that cannot be run. True
 * where all can. */
bool tell_programs(struct visit *visit, const char *path, const char *raw);

typedef void examine(struct visit *visit);
examine examine_settings, examine_rules, examine_state, examine_keys, examine_book, examine_index,
    examine_sync, examine_maildir, examine_space, examine_hooks, examine_recipe, examine_parts, examine_plans,
    examine_put_back, examine_hook_dir, examine_seals, examine_libraries, examine_kernel, examine_clock,
    examine_authentication;

/* Of a site: only site, now and the reader's home are known. */
examine examine_site_settings, examine_site_listen, examine_site_store, examine_site_accounts,
    examine_site_state, examine_site_space, examine_site_users, examine_site_postfix, examine_site_dovecot;

#endif

/* Who may read what is put into a Maildir that people share. As Dovecot (2.0 and later) has it, the folder
 * says so: what is new in it gets its mode and, where that gives the group more than everybody, its group. */
#ifndef HEED_RIGHTS_H
#define HEED_RIGHTS_H

#include <stdbool.h>
#include <sys/stat.h>

struct rights {
    mode_t file, folder; /* of what is made in it */
    gid_t group;         /* (gid_t)-1: whichever it gets by itself */
    bool shared;         /* dovecot-shared lies in it, or its group may write: else mail is its owner's alone,
                            and files are 0600 */
};

/* Of what is to be made in FOLDER; where that cannot be looked at, its owner's alone. */
struct rights rights_in(const char *folder);

/* Gives the open file or folder FD that group and MODE, whatever the umask. Where the group cannot be given,
 * no other gets what was meant for it. */
void rights_give(int fd, const struct rights *rights, mode_t mode);

/* The same for the file PATH that lies in FOLDER by now, where that is shared. */
void rights_take_over(const char *path, const char *folder);

/* Makes the folder PATH with RIGHTS. False, with errno, where it is not there then. */
bool rights_make(const char *path, const struct rights *rights);

#endif

/* `heed lmtp`: mail of a whole site, between the mail server and its store. */
#include "front/lmtp.h"
#include "options.h"
#include "verb.h"

enum status cmd_lmtp(struct reader *reader, int argc, char **argv, struct err *err)
{
    const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    return status ? status : lmtp_serve(reader->home, err);
}

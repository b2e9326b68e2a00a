/* `heed serve`: a judge that waits for the next message. */
#include "front/serve.h"
#include "options.h"
#include "verb.h"

enum status cmd_serve(struct reader *reader, int argc, char **argv, struct err *err)
{
    const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    return status ? status : serve_judges(reader->home, err);
}

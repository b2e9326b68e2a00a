/* `heed deliver`, the MDA, and `heed filter`, the pipe: command lines as MTAs write them. */
#include "front/keeper.h"
#include "maildir/folder.h"
#include "options.h"
#include "verb.h"

static void envelope_clear(struct envelope *envelope)
{
    g_free(envelope->sender);
    g_strfreev(envelope->recipients);
}

enum status cmd_deliver(struct reader *reader, int argc, char **argv, struct err *err)
{
    struct envelope envelope = {0};
    gboolean waits = FALSE, dry = FALSE;
    g_autofree char *folder = NULL;
    /* Bytes as they come: addresses may be UTF-8 (RFC 6531) while the MTA runs in the C locale. */
    const GOptionEntry entries[] = {
        {"from", 'f', 0, G_OPTION_ARG_FILENAME, &envelope.sender, "Envelope sender, as MTAs pass it",
         "ADDRESS"},
        {"folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Deliver here, whatever the verdict", "NAME"},
        {"wait", 0, 0, G_OPTION_ARG_NONE, &waits, "Wait for the index, too", NULL},
        {"dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, "Store nothing; print what would be done", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &envelope.recipients, NULL, "[RECIPIENT...]"},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && folder && (!*folder || !maildir_folder_is_safe(folder)))
        status = err_set(err, STATUS_USAGE, "--folder must name a folder below the mail root");
    const struct keeping how = {.folder = folder, .waits = waits, .dry = dry};
    if (!status)
        status = keeper_deliver(reader->home, &envelope, &how, err);
    envelope_clear(&envelope);
    return status;
}

enum status cmd_filter(struct reader *reader, int argc, char **argv, struct err *err)
{
    struct envelope envelope = {0};
    gboolean site = FALSE;
    const GOptionEntry entries[] = {
        {"from", 'f', 0, G_OPTION_ARG_FILENAME, &envelope.sender, "Envelope sender, as MTAs pass it",
         "ADDRESS"},
        {"site", 0, 0, G_OPTION_ARG_NONE, &site, "By the site's heed lmtp, for that user", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &envelope.recipients, NULL, "[RECIPIENT...]"},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && site && (!envelope.recipients || g_strv_length(envelope.recipients) != 1))
        status = err_set(err, STATUS_USAGE, "--site takes one recipient");
    if (!status)
        status = keeper_filter(reader->home, &envelope, site, err);
    envelope_clear(&envelope);
    return status;
}

/* `heed deliver`, the MDA, and `heed filter`, the pipe: command lines as MTAs write them. */
#include "maildir/folder.h"
#include "front/pipe.h"
#include "options.h"
#include "verb.h"

/* MTAs pass the envelope sender, of which the message says all that is needed, and recipients. */
static enum status parse(bool with_folder, char **folder, char ***recipients, int argc, char **argv,
                         struct err *err)
{
    /* Bytes as they come: addresses may be UTF-8 (RFC 6531) while the MTA runs in the C locale. */
    g_autofree char *from = NULL;
    GOptionEntry entries[] = {
        {"from", 'f', 0, G_OPTION_ARG_FILENAME, &from, "Envelope sender, as MTAs pass it", "ADDRESS"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, recipients, NULL, "[RECIPIENT...]"},
        {"folder", 0, 0, G_OPTION_ARG_FILENAME, folder, "Deliver here, whatever the verdict", "NAME"},
        G_OPTION_ENTRY_NULL,
    };
    if (!with_folder)
        entries[2] = (GOptionEntry)G_OPTION_ENTRY_NULL;
    return verb_options(entries, &argc, &argv, err);
}

enum status cmd_deliver(struct sources *sources, int argc, char **argv, struct err *err)
{
    (void)sources;
    g_autofree char *folder = NULL;
    g_auto(GStrv) recipients = NULL;
    enum status status = parse(true, &folder, &recipients, argc, argv, err);
    if (status)
        return status;
    if (folder && (!*folder || !maildir_folder_is_safe(folder)))
        return err_set(err, STATUS_USAGE, "--folder must name a folder below the mail root");
    return pipe_deliver(folder, recipients, err);
}

enum status cmd_filter(struct sources *sources, int argc, char **argv, struct err *err)
{
    (void)sources;
    g_auto(GStrv) recipients = NULL;
    enum status status = parse(false, NULL, &recipients, argc, argv, err);
    return status ? status : pipe_filter(recipients, err);
}

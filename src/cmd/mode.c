/* `heed mode`: what becomes of mail that arrives, written into the user's own settings; `heed user NAME off`
 * for who has no shell. */
#include <stdio.h>

#include "init-settings.h"
#include "options.h"
#include "verb.h"

static enum status write_mode(struct config *config, const char *word, struct err *err)
{
    if (config_is_final(config, "user", "mode"))
        return err_set(err, STATUS_DENIED, "[user] mode is final: the site's settings alone say it");
    owned(init_settings) settings = init_settings_new(config, false);
    init_settings_put(settings, "user", "mode", word);
    return init_settings_write(settings, err);
}

enum status cmd_mode(struct reader *reader, int argc, char **argv, struct err *err)
{
    const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status)
        return status;
    if (argc > 2 || (argc == 2 && mode_from_name(argv[1]) == MODE_COUNT))
        return err_set(err, STATUS_USAGE, "it takes on, headers or off");
    if (argc == 2)
        return write_mode(reader->config, mode_name(mode_from_name(argv[1])), err);
    puts(mode_name(reader->config->mode));
    return STATUS_OK;
}

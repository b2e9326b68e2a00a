/* `heed key`: the key of the seals: which one it is, another one, and the same one elsewhere. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "store/keyring.h"
#include "store/seal.h"
#include "base/spool.h"
#include "options.h"
#include "verb.h"

#define MOST_TEXT 4096

/* A short name of a key, from which the key cannot be told. */
static void print_keys(const struct home *home, const struct secret *secret)
{
    static const char *const parts[] = {"heed key"};
    g_autofree char *path = g_build_filename(home->key_dir, SEAL_KEY, NULL);
    printf("%s\n", path);
    for (unsigned i = 0; i < secret->n; i++) {
        char name[SEAL_TAG + 1];
        seal_tag(secret->keys[i], parts, G_N_ELEMENTS(parts), name);
        printf("  %s  %s\n", name, i ? "accepted" : "used");
    }
}

static enum status read_import(const struct home *home, struct err *err)
{
    owned(spool) spool = NULL;
    owned(secret) keys = NULL;
    char text[MOST_TEXT + 1];
    enum status status = spool_read(STDIN_FILENO, home->temp_dir, &spool, err);
    if (status)
        return status;
    text[spool_peek(spool, 0, text, MOST_TEXT)] = 0;
    status = secret_of_text(text, &keys, err);
    explicit_bzero(text, sizeof text);
    return status ? status : secret_import(home->key_dir, SEAL_KEY, keys, err);
}

static enum status print_export(const struct home *home, struct err *err)
{
    owned(secret) secret = NULL;
    enum status status = key_open(home, SEAL_KEY, true, &secret, err);
    if (status)
        return status;
    char *text = secret_export(secret);
    fputs(text, stdout);
    secret_free_text(text);
    return STATUS_OK;
}

enum status cmd_key(struct reader *reader, int argc, char **argv, struct err *err)
{
    const struct home *home = reader->home;
    gboolean rotate = FALSE, forget = FALSE, export = FALSE, import = FALSE;
    const GOptionEntry entries[] = {
        {"rotate", 0, 0, G_OPTION_ARG_NONE, &rotate,
         "Seal with a new key; the former ones are still accepted", NULL},
        {"forget", 0, 0, G_OPTION_ARG_NONE, &forget, "With --rotate: accept no former key", NULL},
        {"export", 0, 0, G_OPTION_ARG_NONE, &export, "Print the keys, for --import on another host", NULL},
        {"import", 0, 0, G_OPTION_ARG_NONE, &import, "Use the keys on standard input from now on", NULL},
        G_OPTION_ENTRY_NULL,
    };
    owned(secret) secret = NULL;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && (argc > 1 || rotate + export + import > 1 || (forget && !rotate)))
        status = err_set(err, STATUS_USAGE, "one of --rotate, --export and --import, or nothing");
    if (!status)
        status = key_place(home, SEAL_KEY, err);
    if (!status && export)
        return print_export(home, err);
    if (!status && rotate)
        status = secret_rotate(home->key_dir, SEAL_KEY, forget, err);
    if (!status && import)
        status = read_import(home, err);
    if (!status)
        status = key_open(home, SEAL_KEY, true, &secret, err);
    if (!status)
        print_keys(home, secret);
    return status;
}

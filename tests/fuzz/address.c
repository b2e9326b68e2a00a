/* Addresses and domains: an input is the From field, or a name as it is. Whose it is must be the same however often
 * one asks, and nobody looks like himself. */
#include <string.h>

#include "fuzz.h"
#include "mail/likeness.h"
#include "mail/lure.h"

static const char *const known[] = { "velora.com", "velora.co.uk", "norrland-mail.example", "xn--mnchen-3ya.de" };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    return 0;
}

static void read_name(const char *text)
{
    g_autofree char *organisation = organisation_of(text), *again = organisation_of(organisation);
    must_be_text(organisation);
    must(strlen(organisation) > 253 || !strcmp(organisation, again)); /* RFC 1035 2.3.4 */
    g_autofree char *skeleton = skeleton_of(text);
    must_be_text(skeleton);
}

static void read_sender(const struct message *message)
{
    owned(sender) sender = sender_read(message);
    must_be_text(sender->address);
    must_be_text(sender->domain);
    must_be_text(sender->organisation);
    must_be_text(sender->name);
    must(*sender->address || !*sender->domain);
    enum bearing bears;
    owned(looks) looks = looks_new(sender);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        (void)likeness_of(looks, known[i], &bears);
    must(likeness_of(looks, sender->organisation, &bears) == LIKENESS_NONE);
    struct lure lure = lure_read(message, sender);
    must_be_text(lure.named_site);
    must_be_text(lure.reply);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    g_autofree char *text = fuzz_text(bytes, len);
    read_name(text);
    g_autoptr(GString) mail = g_string_new("From: ");
    g_string_append_len(mail, (const char *)bytes, (gssize)len);
    g_string_append(mail, "\nSubject: Your account\n\nSign in: https://velora.com.example.org/\n");
    struct spool *spool = spool_of(mail->str, mail->len);
    struct message *message = NULL;
    must(message_parse(spool, 0, NULL, &message, NULL) == STATUS_OK);
    read_sender(message);
    message_free(message);
    spool_free(spool);
    return 0;
}

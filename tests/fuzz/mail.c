/* For libFuzzer: one input is one message, through everything in src/mail. Build with
 * clang -fsanitize=fuzzer,address,undefined and the objects of src/mail and src/base. */
#include "authres.h"
#include "kind.h"
#include "sender.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const trusted[] = { "+mx.home.example", "protection.outlook.com", NULL };
    struct spool *spool = spool_of(bytes, len);
    struct message *message = NULL;
    if (message_parse(spool, 0, NULL, &message, NULL) == STATUS_OK) {
        owned(sender) sender = sender_read(message);
        struct auth auth = auth_read(message, trusted, trusted, sender->organisation);
        (void)auth_verdict(&auth);
        struct kind_guess guess = kind_guess(message);
        if (!g_utf8_validate(message->text, -1, NULL) || !g_utf8_validate(guess.why, -1, NULL))
            g_error("not UTF-8");
        message_free(message);
    }
    spool_free(spool);
    return 0;
}

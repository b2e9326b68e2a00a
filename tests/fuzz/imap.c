/* IMAP: an input is all that a server says; it is read response by response, and each is looked at in every way. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../src/front/imap-read.h"
#include "base/frame.h"
#include "fuzz.h"

static void look(const GPtrArray *list, int depth)
{
    static const char *const names[] = {"UID", "FLAGS", "MESSAGES", "INTERNALDATE"};
    must(depth < 10);
    for (guint i = 0; list && i < list->len; i++) {
        uint64_t number;
        const struct imap_item *item = list->pdata[i];
        must((item->text != NULL) != (item->list != NULL));
        must(!item->text || strlen(item->text) == item->length); /* no NUL in it */
        must(!imap_number(list, i, 1000, &number) || number <= 1000);
        must(!imap_text(list, i) || imap_is(list, i, imap_text(list, i)));
        look(imap_list(list, i), depth + 1);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        guint at = imap_behind(list, names[i]);
        must(!at || (at < list->len && imap_is(list, at - 1, names[i])));
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    int ends[2];
    struct imap_response response;
    must(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    must(write(ends[1], bytes, len) == (ssize_t)len);
    close(ends[1]);
    struct wire *wire = wire_new(ends[0]);
    while (imap_read(wire, clock_seconds() + 10, &response, NULL) == STATUS_OK) {
        must(!response.items || !response.tagged);
        look(response.items, 0);
        imap_response_clear(&response);
    }
    wire_free(wire);
    return 0;
}

/* Rules: an input is a file of them, read, looked over, and applied to a message that has something of everything. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "flow.h"
#include "fuzz.h"
#include "decide/rules.h"

static const char mail[] =
    "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@e.shop.example>\r\n"
    "To: me@home.example\r\nSubject: 50% off everything, today only\r\nMessage-ID: <1@shop.example>\r\n"
    "List-Id: fork <fork.lists.example>\r\nList-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\n"
    "X-Priority: 1\r\n\r\nBuy now! aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://shop.example/x\r\n";

static struct reader reader;
static struct spool *spool;
static char path[64];
static int fd;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    reader.config = config_default();
    spool = spool_of(mail, sizeof mail - 1);
    fd = memfd_create("rules", 0);
    must(fd >= 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *const files[] = {path, NULL};
    must(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, len, 0) == (ssize_t)len);
    reader.rules = rules_read("", files);
    rules_lint(reader.rules, reader.config, NULL, NULL);
    unsigned count;
    const struct problem *problems = rules_problems(reader.rules, &count);
    for (unsigned i = 0; i < count; i++) {
        must_be_text(problems[i].text);
        must(!strpbrk(problems[i].text, "\x1b\r\t\x07")); /* fit for a terminal */
    }
    struct judgement *judgement = NULL;
    must(flow_judge(&reader, NULL, spool, AT_ARRIVAL, 1750000000, &judgement, NULL) == STATUS_OK);
    judgement_free(judgement);
    rules_free(reader.rules);
    return 0;
}

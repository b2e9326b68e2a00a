/* For libFuzzer: one input is one file of rules, read, looked over, and applied to a message that has something of
 * everything. Build with clang -fsanitize=fuzzer,address,undefined and the objects of heed but its verbs; start from
 * tests/rules and sample-rules, with tests/fuzz/rules.dict. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "flow.h"
#include "rules.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const char mail[] =
    "Received: from a by b; Sun, 15 Jun 2025 10:00:00 +0000\r\nFrom: Shop <news@e.shop.example>\r\n"
    "To: me@home.example\r\nSubject: 50% off everything, today only\r\nMessage-ID: <1@shop.example>\r\n"
    "List-Id: fork <fork.lists.example>\r\nList-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\n"
    "X-Priority: 1\r\n\r\nBuy now! aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://shop.example/x\r\n";

static struct sources sources;
static struct spool *spool;
static char path[64];

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    sources.config = config_load("/nonexistent", "/nonexistent");
    spool = spool_of(mail, sizeof mail - 1);
    snprintf(path, sizeof path, "/dev/shm/heed-fuzz.%ld", (long)getpid());
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *const files[] = {path, NULL};
    FILE *file = fopen(path, "w");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
        g_error("cannot write %s", path);
    sources.rules = rules_read("", files);
    rules_lint(sources.rules, sources.config, NULL, NULL);
    unsigned count;
    const struct problem *problems = rules_problems(sources.rules, &count);
    for (unsigned i = 0; i < count; i++)
        if (!g_utf8_validate(problems[i].text, -1, NULL) || strpbrk(problems[i].text, "\x1b\r\t\x07"))
            g_error("not fit for a terminal: %s", problems[i].text);
    struct judgement *judgement = NULL;
    if (flow_judge(&sources, spool, 0, AT_ARRIVAL, 1750000000, &judgement, NULL))
        g_error("not judged");
    judgement_free(judgement);
    rules_free(sources.rules);
    unlink(path);
    return 0;
}

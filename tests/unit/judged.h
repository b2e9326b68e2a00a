/* A message judged by the filters alone, for tests of lures. */
#ifndef HEED_TEST_JUDGED_H
#define HEED_TEST_JUDGED_H

#include <string.h>

#include "base/config.h"
#include "filters/filter.h"
#include "store/facts.h"
#include "unit.h"

struct judged {
    struct spool *spool;
    struct message *message;
    struct sender *sender;
    struct config *config;
    struct facts facts;
    struct findings *findings;
};

/* MAIL came in proven as PROVEN says; nobody is known yet. */
static void judge(struct judged *j, const char *mail, enum auth_result proven)
{
    j->spool = spool_of(mail, strlen(mail));
    g_assert_cmpint(message_parse(j->spool, 0, NULL, &j->message, NULL), ==, STATUS_OK);
    j->sender = sender_read(j->message);
    j->config = config_default();
    facts_read(j->config, j->message, j->sender, &j->facts);
    j->facts.proven = proven;
    j->facts.has_book = true;
    j->findings = filters_judge(&j->facts);
}

static void judged_clear(struct judged *j)
{
    findings_free(j->findings);
    facts_clear(&j->facts);
    config_free(j->config);
    sender_free(j->sender);
    message_free(j->message);
    spool_free(j->spool);
}

static const struct finding *finding_of(const struct judged *j, const char *code)
{
    for (size_t i = 0; i < findings_count(j->findings); i++)
        if (!strcmp(findings_at(j->findings, i)->spec->code, code))
            return findings_at(j->findings, i);
    return NULL;
}

#endif

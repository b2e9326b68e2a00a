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

/* What the lures of MAIL, proven, are. */
static inline struct lure lure_of(const char *mail)
{
    struct judged j;
    judge(&j, mail, AUTH_PASS);
    struct lure lure = j.facts.lure;
    lure.attachment = NULL; /* was the message's */
    judged_clear(&j);
    return lure;
}

/* Of the finding CODE in MAIL of a stranger; 0 where there is none. LENIENT: its domain asks that servers let
 * pass what fails. */
static inline double term_of(const char *mail, const char *code, enum auth_result proven, bool lenient)
{
    struct judged j;
    judge(&j, mail, proven);
    j.facts.stranger = true;
    j.facts.auth.lenient = lenient;
    findings_free(j.findings);
    j.findings = filters_judge(&j.facts);
    const struct finding *finding = finding_of(&j, code);
    double term = finding ? finding->term : 0;
    judged_clear(&j);
    return term;
}

#endif

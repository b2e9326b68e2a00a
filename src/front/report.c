/* One line and a count or two for each message. Of the message itself only its Message-ID is said, and
 * that cleaned: logs are read by others than the reader. */
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "report.h"

#define ID_CHARACTERS 200 /* that are said */

void report_open(const struct home *home, const struct config *config)
{
    if (config->syslog)
        log_open(config->log_socket);
    if (home_make_state(home, NULL) == STATUS_OK)
        counters_open(home->state_dir);
}

/* "<local@domain>", without what looks like the words behind it; "-" where there is none. */
static char *id_word(const char *id)
{
    g_autofree char *clean = text_clean(id, ID_CHARACTERS),
                    *word = g_strdelimit(g_strdup(clean), "\" <>", '_');
    return *word ? g_strdup_printf("<%s>", word) : g_strdup("-");
}

static const char *verb_name(const struct report *report)
{
    return report->verb == COUNT_FILTERED ? "filter" : "deliver";
}

void report_done(const struct report *report, const char *id, enum placement placement)
{
    g_autofree char *word = id_word(id);
    counters_add(report->verb);
    counters_add(COUNT_PRIORITY + placement);
    for (enum counter reason = COUNT_UNJUDGED_TIMEOUT; reason <= COUNT_UNJUDGED_NO_PROCESS; reason++)
        if (g_strcmp0(counter_name(reason), report->unjudged) == 0)
            counters_add(reason);
    if (report->late)
        counters_add(COUNT_INDEX_LATE);
    log_line(report->unjudged ? LOG_LEVEL_WARNING : LOG_LEVEL_INFO, "%s id=%s placement=%s%s%s%s%s%s",
             verb_name(report), word, placement_name(placement), report->off ? " off" : "",
             report->unjudged ? " unjudged=" : "", report->unjudged ? report->unjudged : "",
             report->late ? " index=late" : "",
             report->several ? " several" : "");
}

void report_refused(const struct report *report, const char *id)
{
    g_autofree char *word = id_word(id);
    counters_add(report->stage);
    log_line(LOG_LEVEL_WARNING, "%s id=%s refused=%s", verb_name(report), word, counter_name(report->stage));
}

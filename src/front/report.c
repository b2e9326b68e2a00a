/* One line and a count or two for each message. Of the message itself only its Message-ID is said, and that cleaned:
 * logs are read by others than the reader. */
#include <string.h>

#include "base/log.h"
#include "report.h"
#include "base/text.h"

#define ID_BYTES 1000     /* of the field that are looked at */
#define ID_CHARACTERS 200 /* that are said */

void report_open(const struct config *config)
{
    g_autofree char *state_dir = NULL;
    if (config->syslog)
        log_open(config->log_socket);
    if (config_state_dir(&state_dir, NULL) == STATUS_OK)
        counters_open(state_dir);
}

/* "<local@domain>", without blanks, so that nothing in it looks like the words behind it; "-" where there is none. */
static char *read_id(const struct spool *spool, const struct layout *layout)
{
    char field[ID_BYTES + 1];
    size_t length = layout ? MIN(layout->id.to - layout->id.from, ID_BYTES) : 0;
    field[spool ? spool_peek(spool, layout->id.from, field, length) : 0] = '\0';
    char *open = strchr(field, '<'), *to = open;
    if (!open)
        return g_strdup("-");
    for (const char *from = open; *from; from++) {
        if (*from == '>')
            break;
        if ((unsigned char)*from > ' ' && *from != '"')
            *to++ = *from;
    }
    *to = '\0';
    g_autofree char *clean = text_clean(open + 1, ID_CHARACTERS);
    return g_strdup_printf("<%s>", clean);
}

static const char *verb_name(const struct report *report)
{
    return report->verb == COUNT_FILTERED ? "filter" : "deliver";
}

void report_done(const struct report *report, const struct spool *spool, const struct layout *layout,
                 enum placement placement)
{
    g_autofree char *id = read_id(spool, layout);
    counters_add(report->verb);
    counters_add(COUNT_PRIORITY + placement);
    for (enum counter reason = COUNT_UNJUDGED_TIMEOUT; reason <= COUNT_UNJUDGED_NO_PROCESS; reason++)
        if (g_strcmp0(counter_name(reason), report->unjudged) == 0)
            counters_add(reason);
    if (report->late)
        counters_add(COUNT_INDEX_LATE);
    log_line(report->unjudged ? LOG_LEVEL_WARNING : LOG_LEVEL_INFO, "%s id=%s placement=%s%s%s%s", verb_name(report),
             id, placement_name(placement), report->unjudged ? " unjudged=" : "",
             report->unjudged ? report->unjudged : "", report->late ? " index=late" : "");
}

void report_refused(const struct report *report, const struct spool *spool, const struct layout *layout)
{
    g_autofree char *id = read_id(spool, layout);
    counters_add(report->stage);
    log_line(LOG_LEVEL_WARNING, "%s id=%s refused=%s", verb_name(report), id, counter_name(report->stage));
}

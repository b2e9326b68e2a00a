/* The prices that a message asks for a thing. */
#include <string.h>

#include "mail/details.h"
#include "mail/things.h"
#include "mail/words.h"
#include "things-private.h"

/* The words of a thing that are names. */
static bool names_any(const struct wording *line, char **words)
{
    for (char **word = words; *word; word++)
        if (is_name(*word) && wording_has(line, *word))
            return true;
    return false;
}

bool things_price(const struct message *message, const char *words, const char *currency, double *lowest,
                  double *highest)
{
    g_auto(GStrv) names = g_strsplit(words, " ", THING_WORDS);
    bool any = details_prices(message->subject, currency, lowest, highest), above = false;
    const char *p = message->text;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n");
        g_autofree char *text = line_copy(p, length);
        owned(wording) line = wording_new(text, LINE_WORDS);
        bool named = names_any(line, names);
        double low, high;
        bool priced = (named || above) && details_prices(text, currency, &low, &high);
        if (priced) {
            *lowest = any ? MIN(*lowest, low) : low;
            *highest = any ? MAX(*highest, high) : high;
            any = true;
        }
        above = line->tokens->len ? named && !priced : above;
        p += length + (p[length] == '\n');
    }
    return any;
}

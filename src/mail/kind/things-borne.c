/* Whether a message has what orders have, beside saying that it is about one. */
#include <string.h>

#include "mail/details.h"
#include "mail/things.h"
#include "mail/words.h"
#include "things-private.h"

/* 89,- and 89.–, beside no currency. */
static bool has_dash(const char *line)
{
    static const char *const dashes[] = {"-", "–", "—"};
    for (const char *p = line; (p = strpbrk(p, ".,")); p++) {
        int digits = 0;
        while (digits < p - line && g_ascii_isdigit(p[-1 - digits]))
            digits++;
        for (size_t i = 0; digits && digits < 5 && i < G_N_ELEMENTS(dashes); i++)
            if (g_str_has_prefix(p + 1, dashes[i]))
                return true;
    }
    return false;
}

/* Whether WORD, behind a number, says how far something goes. */
static bool is_far(const char *word)
{
    static const char *const units[] = {"km", "k", "mi", "miles", "kilometer", "kilometres", "metres"};
    return is_among(word, units, G_N_ELEMENTS(units));
}

/* From 29 EUR, now only 29 EUR: what is offered, not what was bought. */
static bool is_offered(const struct wording *line)
{
    static const char *const offers[] = {"from", "ab", "des", "desde", "vanaf", "od", "fran", "now", "jetzt",
                                         "only", "just", "nur", "seulement", "solo", "slechts", "endast",
                                         "maintenant", "ora", "ahora", "teraz", "tylko"};
    const char *words[2] = {"", ""}; /* before the number */
    for (guint i = 0; i < line->tokens->len; i++) {
        const struct token *token = &g_array_index(line->tokens, struct token, i);
        const char *word = line->spelt->str + token->at;
        bool far = i + 1 < line->tokens->len && is_far(wording_word(line, i + 1)); /* des Lacs 32 km */
        if (token->classes & TOKEN_NUMBER && !far && (is_among(words[0], offers, G_N_ELEMENTS(offers)) ||
                                              is_among(words[1], offers, G_N_ELEMENTS(offers))))
            return true;
        words[0] = words[1];
        words[1] = word;
    }
    return false;
}

/* Whether one of the lines from P to END is the head of a table that has a column of how many. */
static bool has_heading(const char *p, const char *end)
{
    while (p < end) {
        size_t length = strcspn(p, "\n");
        g_autofree char *text = line_copy(p, length);
        owned(wording) line = wording_new(text, LINE_WORDS);
        if (is_heading(line))
            return true;
        p += length + 1;
    }
    return false;
}

bool things_bear_out(const struct message *message, bool *priced, bool *offers)
{
    bool any = details_has_price(message->in_subject);
    unsigned prices = any && !is_offered(message->in_subject);
    const char *p = message->text, *block = p; /* what no empty line parts */
    bool counts = false;
    *priced = true;
    *offers = false;
    if (message->n_attachments || *message->claims || *message->told)
        return true;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n"), digit = strcspn(p, "\n0123456789");
        g_autofree char *text = digit < length ? line_copy(p, length) : NULL; /* each of these has one */
        owned(wording) line = text ? wording_new(text, LINE_WORDS) : NULL;
        double low, high; /* a sum of nothing is none */
        bool price = line && (details_prices(text, "", &low, &high) || has_dash(text));
        any |= price;
        prices += price && !is_offered(line);
        counts = counts || (text && (is_counted(text, false) ||
                                     (is_counted(text, true) && has_heading(block, p))));
        if ((price && is_sum(line)) || prices > 1)
            return true;
        bool empty = strspn(p, " \t\r") >= length;
        p += length + (p[length] == '\n');
        block = empty ? p : block;
    }
    *priced = prices > 0 || counts;
    *offers = any && !*priced;
    return false;
}

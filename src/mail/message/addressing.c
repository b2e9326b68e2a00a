/* To, Cc, the subject's first word, and how much somebody wrote. */
#include <string.h>

#include <glib.h>

#include "mail/addressing.h"

#define LONGEST_PREFIX 16 /* bytes before its colon */

/* In front of subjects, by the mail programs of many languages. */
static const char *const replies[] = {
    "re", "aw", "sv", "vs", "antw", "odp", "ynt", "rif", "ref", "res", "bls", "αθ", "απ", "отв", "ответ",
    "回复", "答复", "回覆", "返信", "답장", NULL,
};
static const char *const forwards[] = {
    "fwd", "fw", "wg", "tr", "rv", "enc", "doorst", "vb", "vl", "vid", "pd", "i", "ilt", "továbbítás", "πρθ",
    "пересл", "转发", "轉寄", "転送", "전달", NULL,
};
static const char *const responses[] = {
    "accepted", "declined", "tentative", "tentatively accepted", "zugesagt", "abgesagt", "mit vorbehalt",
    "angenommen", "accepté", "refusé", "aceptada", "aceptado", "rechazada", "accettato", "rifiutato",
    "aceito", "geaccepteerd", "geweigerd", "zaakceptowano", NULL,
};

/* The bytes of "Re:", "Re[2]:" and the like that TEXT begins with, and what they say; or 0. */
static size_t prefix_of(const char *text, enum subject_says *says)
{
    const char *colon = text + strcspn(text, ":");
    const char *wide = strstr(text, "：");
    size_t end = wide && wide < colon ? strlen("：") : *colon == ':';
    colon = wide && wide < colon ? wide : colon;
    if (!end || colon == text || colon > text + LONGEST_PREFIX * 2)
        return 0;
    g_autofree char *word = g_strndup(text, (gsize)(colon - text));
    word[strcspn(word, "[(^")] = '\0';
    g_autofree char *lower = g_utf8_strdown(g_strstrip(word), -1);
    if (g_strv_contains(replies, lower))
        *says = SUBJECT_REPLY;
    else if (g_strv_contains(forwards, lower))
        *says = SUBJECT_FORWARD;
    else if (g_strv_contains(responses, lower))
        *says = SUBJECT_RESPONSE;
    else
        return 0;
    return (size_t)(colon - text) + end;
}

static void read_subject(const struct message *message, struct addressing *a)
{
    const char *subject = message->subject;
    enum subject_says says = SUBJECT_NEW;
    for (size_t length; (length = prefix_of(subject, &says)); a->subject = a->subject ? a->subject : says)
        subject += length + strspn(subject + length, " ");
    a->prefixed = a->subject != SUBJECT_NEW;
    if (message->calendar_reply)
        a->subject = SUBJECT_RESPONSE;
    else if (a->subject == SUBJECT_NEW && *message->references)
        a->subject = SUBJECT_REPLY;
    a->subject_length = (unsigned)g_utf8_strlen(subject, -1);
}

/* Up to the first line that quotes. Question marks within links ask nothing. */
static void read_text(const struct message *message, struct addressing *a)
{
    const char *text = message->text, *end = *text == '>' ? text : strstr(text, "\n>");
    size_t length = end ? (size_t)(end - text) : strlen(text);
    a->text_length = (unsigned)g_utf8_strlen(text, (gssize)length);
    for (const char *p = text; !a->asks && (p = memchr(p, '?', length - (size_t)(p - text))); p++)
        a->asks = p > text && !g_ascii_isspace(p[-1]) && (p + 1 == text + length || g_ascii_isspace(p[1]));
}

struct addressing addressing_read(const struct message *message, addressing_own *own, void *data)
{
    struct addressing a = {.as = own ? ADDRESSED_NOT : ADDRESSED_UNKNOWN};
    for (uint32_t i = 0; i < message->n_recipients; i++) {
        const char *address = message->recipients[i].mailbox;
        if (!own || !own(address, data)) {
            a.others++;
            if (own && *address && a.n_with < ADDRESSING_WITH)
                a.with[a.n_with++] = address;
            continue;
        }
        if (a.place)
            continue;
        a.as = i < message->n_to ? ADDRESSED_TO : ADDRESSED_COPY;
        a.place = i < message->n_to ? i + 1 : i - message->n_to + 1;
    }
    read_subject(message, &a);
    read_text(message, &a);
    return a;
}

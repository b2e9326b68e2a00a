/* A letter as bytes: header fields as her server, the sender's and a mail house would write them,
 * then the parts. Pure; every choice that could be rolled follows from the letter's serial number.
 */
#include <string.h>
#include <time.h>

#include "letter.h"

#define BOUNDARY_FORMAT "=_part_%u_%u"

/* RFC 5322 3.3, in English whatever the locale. */
static void append_date(GString *out, int64_t when)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t t = (time_t)when;
    struct tm tm;
    gmtime_r(&t, &tm);
    g_string_append_printf(out, "%s, %d %s %d %02d:%02d:%02d +0000", days[tm.tm_wday], tm.tm_mday,
                           months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* RFC 2047 encoded words, cut between characters and at 75 bytes; plain ASCII stays as it is. */
static void append_words(GString *out, const char *text)
{
    if (g_str_is_ascii(text)) {
        g_string_append(out, text);
        return;
    }
    for (const char *from = text, *to; *from; from = to) {
        for (to = from; *to && g_utf8_next_char(to) - from <= 42;)
            to = g_utf8_next_char(to);
        g_autofree char *word = g_base64_encode((const guchar *)from, (gsize)(to - from));
        g_string_append_printf(out, "%s=?UTF-8?B?%s?=", from == text ? "" : "\n ", word);
    }
}

static void append_address(GString *out, const char *field, const char *name, const char *address)
{
    g_string_append_printf(out, "%s: ", field);
    if (!*name) {
        g_string_append_printf(out, "%s\n", address);
        return;
    }
    bool quote = g_str_is_ascii(name) && strpbrk(name, ".,&()");
    g_string_append(out, quote ? "\"" : "");
    append_words(out, name);
    g_string_append_printf(out, "%s <%s>\n", quote ? "\"" : "", address);
}

/* RFC 2045 6.7; lines end in LF. */
static void append_quoted_printable(GString *out, const char *text)
{
    gsize line = 0;
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool last_blank = c == ' ' && (p[1] == '\n' || !p[1]);
        bool plain = c == '\n' || (c >= ' ' && c <= '~' && c != '=' && !last_blank);
        if (line + (plain ? 1 : 3) > 75 && c != '\n') {
            g_string_append(out, "=\n");
            line = 0;
        }
        if (plain)
            g_string_append_c(out, (char)c);
        else
            g_string_append_printf(out, "=%02X", c);
        line = c == '\n' ? 0 : line + (plain ? 1 : 3);
    }
}

static void append_base64(GString *out, const char *text)
{
    g_autofree char *all = g_base64_encode((const guchar *)text, strlen(text));
    for (gsize i = 0, len = strlen(all); i < len; i += 76)
        g_string_append_printf(out, "%.76s\n", all + i);
}

/* One text part: its fields and its body in the encoding the sender prefers. */
static void append_part(GString *out, const char *type, const char *text, bool base64)
{
    bool ascii = g_str_is_ascii(text);
    g_string_append_printf(out, "Content-Type: %s; charset=%s\n", type,
                           ascii ? "us-ascii" : "utf-8");
    g_string_append_printf(out, "Content-Transfer-Encoding: %s\n\n",
                           base64  ? "base64"
                           : ascii ? "7bit"
                                   : "quoted-printable");
    if (base64)
        append_base64(out, text);
    else if (ascii)
        g_string_append(out, text);
    else
        append_quoted_printable(out, text);
    if (out->str[out->len - 1] != '\n')
        g_string_append_c(out, '\n');
}

static void append_authentication(GString *out, const struct letter *l)
{
    const char *from_domain = strchr(l->from_address, '@') + 1;
    bool forged = l->origin == ORIGIN_FORGED;
    const char *signer =
        l->origin == ORIGIN_LIST || l->origin == ORIGIN_NAMED ? l->house : l->organisation;
    g_string_append(out, "Authentication-Results: " READER_SERVER ";\n");
    if (forged)
        g_string_append(out, "\tdkim=none;\n");
    else
        g_string_append_printf(out, "\tdkim=pass (2048-bit key) header.d=%s header.s=s%u;\n",
                               signer, 1 + l->serial % 2);
    g_string_append_printf(out, "\tspf=pass smtp.mailfrom=bounce.%s;\n", l->house);
    g_string_append_printf(out, "\tdmarc=%s header.from=%s\n",
                           forged                     ? "fail (p=reject dis=none)"
                           : l->origin == ORIGIN_LIST ? "none"
                                                      : "pass (p=quarantine dis=none)",
                           from_domain);
}

static void append_trace(GString *out, const struct letter *l)
{
    unsigned host = 10 + l->serial % 40;
    g_string_append_printf(out, "Return-Path: <b-%u-robin=home.example@bounce.%s>\n", l->serial,
                           l->house);
    g_string_append(out, "Delivered-To: " READER_ADDRESS "\n");
    append_authentication(out, l);
    g_string_append_printf(out,
                           "Received: from out%u.%s (out%u.%s [192.0.2.%u])\n\tby " READER_SERVER
                           " (Postfix) with ESMTPS id %08X\n\tfor <" READER_ADDRESS ">; ",
                           host, l->house, host, l->house, host, l->serial * 2654435761u);
    append_date(out, l->when);
    g_string_append_printf(
        out, "\nReceived: from app.%s (app.%s [198.51.100.%u])\n\tby out%u.%s with ESMTP; ",
        l->house, l->house, host, host, l->house);
    append_date(out, l->when - 3);
    g_string_append_c(out, '\n');
}

/* What bulk mail carries since the large providers ask for it (RFC 2369, RFC 8058). */
static void append_bulk_marks(GString *out, const struct letter *l)
{
    g_string_append_printf(out,
                           "List-Unsubscribe: <https://%s/u/%u>,\n <mailto:leave-%u@bounce.%s>\n"
                           "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n",
                           l->link_host, l->serial, l->serial, l->house);
    g_string_append_printf(out, "Feedback-ID: %u:%s:%s\n", l->serial / 3, l->organisation,
                           l->house);
    if (l->serial % 3 == 0)
        g_string_append(out, "Precedence: bulk\n");
}

static void append_list_marks(GString *out, const struct letter *l)
{
    g_string_append_printf(out, "List-Id: %s <%s>\nList-Post: <mailto:%s>\n", l->list_name,
                           l->list_id, l->to_address);
    g_string_append_printf(out, "List-Unsubscribe: <mailto:%s-leave@%s>\nPrecedence: list\n",
                           l->list_name, l->house);
}

static void append_json_ld(GString *out, const struct letter *l)
{
    const char *open = "<script type=\"application/ld+json\">{\"@context\":\"http://schema.org\",";
    if (l->talk == TALK_RECEIPT)
        g_string_append_printf(
            out,
            "%s\"@type\":\"Order\",\"orderNumber\":\"%s\",\"merchant\":{\"@type\":"
            "\"Organization\",\"name\":\"%s\"},\"price\":\"%s\"}</script>\n",
            open, l->order, l->party->name, l->price);
    else if (l->talk == TALK_SHIPPED || l->talk == TALK_DELIVERED)
        g_string_append_printf(
            out,
            "%s\"@type\":\"ParcelDelivery\",\"trackingNumber\":\"%s\",\"partOfOrder\":"
            "{\"@type\":\"Order\",\"orderNumber\":\"%s\"}}</script>\n",
            open, l->order, l->order);
    else if (l->talk == TALK_BOOKING)
        g_string_append_printf(
            out,
            "%s\"@type\":\"FlightReservation\",\"reservationNumber\":\"%s\","
            "\"reservationFor\":{\"@type\":\"Flight\",\"departureAirport\":\"%s\","
            "\"arrivalAirport\":\"%s\"}}</script>\n",
            open, l->order, l->home, l->city);
}

static void append_paragraphs(GString *html, const char *text)
{
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n\n", -1);
    for (char **p = paragraphs; *p; p++) {
        g_autofree char *safe = g_markup_escape_text(*p, -1);
        g_auto(GStrv) lines = g_strsplit(safe, "\n", -1);
        g_autofree char *joined = g_strjoinv("<br>\n", lines);
        g_string_append_printf(html, "<p style=\"font-family:sans-serif;font-size:15px\">%s</p>\n",
                               joined);
    }
}

static GString *make_html(const struct letter *l, const struct lingo *lingo)
{
    bool bulk = talk_traits[l->talk].bulk;
    g_autofree char *subject = g_markup_escape_text(l->subject, -1);
    g_autofree char *button = g_markup_escape_text(l->button, -1);
    g_autofree char *brand = g_markup_escape_text(l->party->name, -1);
    GString *h = g_string_new(NULL);
    g_string_append_printf(h, "<!DOCTYPE html>\n<html><head><title>%s</title></head><body>\n",
                           subject);
    if (l->party->role != ROLE_STAGE && l->serial % 4)
        append_json_ld(h, l);
    if (bulk)
        g_string_append_printf(
            h,
            "<div style=\"display:none;max-height:0\">%s &#8199;&#847;&#8199;&#847;</div>\n"
            "<p><a href=\"https://%s/v/%u\">%s</a></p>\n"
            "<img src=\"https://img.%s/h/%u.jpg\" width=\"600\" height=\"180\" alt=\"%s\">\n",
            subject, l->link_host, l->serial, lingo->view_online, l->house, l->serial % 17, brand);
    append_paragraphs(h, l->text);
    g_string_append_printf(
        h,
        "<p><a href=\"https://%s/c/%u?m=%08x\" style=\"background:#235;color:#fff\">%s</a></p>\n",
        l->link_host, l->serial, l->serial * 2246822519u, button);
    if (bulk)
        g_string_append_printf(
            h,
            "<p><small>%s %s. <a href=\"https://%s/u/%u\">%s</a></small></p>\n"
            "<img src=\"https://%s/o/%u.gif\" width=\"1\" height=\"1\" alt=\"\">\n",
            lingo->imprint, brand, l->link_host, l->serial, lingo->unsubscribe, l->link_host,
            l->serial);
    g_string_append(h, "</body></html>\n");
    return h;
}

static GString *make_plain(const struct letter *l, const struct lingo *lingo)
{
    GString *text = g_string_new(l->text);
    g_string_append_c(text, '\n');
    if (l->link_host && *l->button)
        g_string_append_printf(text, "\n%s: https://%s/c/%u\n", l->button, l->link_host, l->serial);
    if (talk_traits[l->talk].bulk)
        g_string_append_printf(text, "\n-- \n%s %s.\n%s: https://%s/u/%u\n", lingo->imprint,
                               l->party->name, lingo->unsubscribe, l->link_host, l->serial);
    return text;
}

/* RFC 5545, just enough for a reader to find the time. */
static GString *make_calendar(const struct letter *l)
{
    time_t t = (time_t)(l->event - l->event % 3600);
    struct tm tm;
    char start[32];
    gmtime_r(&t, &tm);
    strftime(start, sizeof start, "%Y%m%dT%H%M%SZ", &tm);
    GString *out = g_string_new("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\n");
    g_string_append_printf(out, "UID:%s\nDTSTART:%s\nDURATION:PT30M\nSUMMARY:%s\n", l->id, start,
                           l->subject);
    g_string_append(out, "END:VEVENT\nEND:VCALENDAR\n");
    return out;
}

static void append_body(GString *out, const struct letter *l, const struct lingo *lingo)
{
    /* A sender keeps to one encoding: it is a habit of its software. */
    bool base64 = talk_traits[l->talk].bulk && l->party && strlen(l->party->domain) % 3 == 0;
    g_autoptr(GString) plain = make_plain(l, lingo);
    g_autoptr(GString) second = NULL;
    const char *type = "text/html";
    if (l->talk == TALK_VISIT) {
        second = make_calendar(l);
        type = "text/calendar; method=REQUEST";
    } else if (talk_traits[l->talk].html && l->party) {
        second = make_html(l, lingo);
    }
    if (!second) {
        append_part(out, "text/plain", plain->str, false);
        return;
    }
    g_autofree char *boundary =
        g_strdup_printf(BOUNDARY_FORMAT, l->serial, l->serial * 2654435761u);
    g_string_append_printf(out, "Content-Type: multipart/alternative;\n boundary=\"%s\"\n\n--%s\n",
                           boundary, boundary);
    append_part(out, "text/plain", plain->str, base64);
    g_string_append_printf(out, "\n--%s\n", boundary);
    append_part(out, type, second->str, base64);
    g_string_append_printf(out, "\n--%s--\n", boundary);
}

GString *letter_render(const struct letter *l, const struct lingo *lingo)
{
    GString *out = g_string_sized_new(4096);
    if (l->origin != ORIGIN_HER)
        append_trace(out, l);
    append_address(out, "From", l->from_name, l->from_address);
    append_address(out, "To", l->to_name, l->to_address);
    g_string_append(out, "Subject: ");
    append_words(out, l->subject);
    g_string_append(out, "\nDate: ");
    append_date(out, l->when - 5);
    g_string_append_printf(out, "\nMessage-ID: <%s>\n", l->id);
    if (l->in_reply_to)
        g_string_append_printf(out, "In-Reply-To: <%s>\nReferences: <%s>\n", l->in_reply_to,
                               l->in_reply_to);
    if (talk_traits[l->talk].bulk)
        append_bulk_marks(out, l);
    if (l->list_id)
        append_list_marks(out, l);
    if (l->talk == TALK_CODE || l->talk == TALK_RECEIPT)
        g_string_append(out, "Auto-Submitted: auto-generated\n");
    g_string_append(out, "MIME-Version: 1.0\n");
    append_body(out, l, lingo);
    return out;
}

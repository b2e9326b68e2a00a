/* Writes a made-up archive of brand mail for tests/bench.sh: a few kB a message, most of it HTML, hundreds of
 * senders of very different volume. The same arguments give the same mail. Knows nothing of heed.
 *
 * usage: mail archive DIR COUNT   a Maildir; most of what was read has the flag S
 *        mail fresh DIR COUNT     DIR/0.eml and so on: messages that no archive has
 *        mail real DIR COUNT      the same, as long and as full of HTML as what brands really send
 *        mail large MEBIBYTES     one message with an attachment of that size, to standard output */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define ORGANISATIONS 800
#define NEWEST 1750000000 /* fixed, so that archives can be kept */
#define OLDEST (NEWEST - 3 * 365 * 86400)

static uint64_t state;

static uint32_t draw(uint32_t below)
{
    state += 0x9e3779b97f4a7c15u; /* splitmix64 */
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (uint32_t)(((z ^ (z >> 31)) >> 32) * below >> 32);
}

/* Few are drawn often, many seldom. */
static uint32_t draw_skewed(uint32_t below)
{
    double u = draw(1u << 20) / (double)(1u << 20);
    return (uint32_t)(below * u * u * u);
}

static const char *const common[] = {
    "the", "and", "you", "your", "for", "with", "our", "this", "new", "from", "more", "have", "all", "that",
    "will", "are", "now", "can", "get", "one", "see", "out", "off", "only", "today", "just", "week", "free",
    "shop", "best", "time", "made", "make", "them", "when", "what", "here", "over", "order", "like", "into",
    "home", "every", "day", "days", "offer", "sale", "save", "price", "style", "season", "summer", "winter",
    "colour", "leather", "cotton", "running", "kitchen", "garden", "travel", "weekend", "family", "music",
    "coffee", "light", "water", "story", "books", "design", "classic", "limited", "favourite", "collection",
    "members", "first", "before", "after", "until", "friday", "delivery", "return", "easy", "simple", "local"};
static const char *const syllables[] = {
    "ba", "ke", "lo", "mi", "ru", "ta", "ven", "sol", "mar", "pel", "dor", "fin", "gra", "hol", "jun", "kar",
    "lum", "nor", "ost", "pra", "qui", "ras", "stel", "tru", "ul", "vor", "wen", "xan", "yar", "zel"};
#define COUNT(a) (sizeof(a) / sizeof *(a))

static char body[1 << 16], *end;

static void put(const char *text)
{
    size_t n = strlen(text);
    if (end + n < body + sizeof body - 1)
        end = memcpy(end, text, n + 1), end += n;
}

#define putf(...) (end += snprintf(end, (size_t)(body + sizeof body - end), __VA_ARGS__))

static void put_word(void)
{
    if (draw(100) < 60) {
        put(common[draw_skewed(COUNT(common))]);
        return;
    }
    uint32_t which = draw_skewed(40000); /* the vocabulary: many words, few of them frequent */
    do
        put(syllables[which % COUNT(syllables)]);
    while ((which /= COUNT(syllables)) > 0);
    put("n");
}

static void put_sentences(uint32_t n)
{
    while (n-- > 0) {
        uint32_t words = 6 + draw(12);
        char *start = end;
        for (uint32_t i = 0; i < words; i++) {
            if (i)
                put(i % 9 == 8 ? "\n" : " ");
            put_word();
        }
        if (*start >= 'a' && *start <= 'z')
            *start += 'A' - 'a';
        put(". ");
    }
}

struct organisation {
    char name[32], host[40], sub[60];
};

static struct organisation organisation_of(uint32_t number)
{
    struct organisation o;
    snprintf(o.name, sizeof o.name, "%s%s%s", syllables[number % 30], syllables[number / 30 % 30],
             number % 3 ? "a" : "er");
    snprintf(o.host, sizeof o.host, "%s.%s", o.name, number % 4 ? "example" : "co.uk");
    snprintf(o.sub, sizeof o.sub, "%s%s", number % 2 ? "e." : "", o.host);
    o.name[0] += 'A' - 'a';
    return o;
}

enum kind { PROMOTION, NEWSLETTER, RECEIPT, SHIPPING, CODE, ACCOUNT, APPOINTMENT, SOCIAL, LIST, PERSON };
static const struct {
    int share, read; /* per cent */
    const char *from, *subject, *lead;
} kinds[] = {
    [PROMOTION] = {45, 12, "news", "%u%% off, this weekend only: %s", "Save big before it is gone. Shop the sale now."},
    [NEWSLETTER] = {14, 35, "newsletter", "Issue %u: %s", "Here is what we read this week."},
    [RECEIPT] = {7, 85, "orders", "Your order no. %u is confirmed (%s)", "Thank you for your order. Total: EUR 49.90."},
    [SHIPPING] = {6, 80, "shipping", "Your parcel %u is on its way: %s", "Track your parcel. It will be delivered tomorrow."},
    [CODE] = {4, 90, "no-reply", "%u is your sign-in code, %s", "Enter this code to sign in. It expires in ten minutes."},
    [ACCOUNT] = {5, 60, "account", "Changes to our terms %u, %s", "We have updated the terms of your account."},
    [APPOINTMENT] = {3, 85, "bookings", "Your booking %u: %s", "Your reservation is confirmed. Check-in starts at 14:00."},
    [SOCIAL] = {5, 20, "notify", "%u people liked your post about %s", "See who has commented on your post."},
    [LIST] = {6, 50, "list", "[talk] question %u about %s", "Does anybody know more about this?"},
    [PERSON] = {5, 95, "jo", "Lunch at %u? %s", "Shall we meet? Tell me what you think."},
};

static enum kind draw_kind(void)
{
    int at = (int)draw(100);
    enum kind kind = PROMOTION;
    while ((at -= kinds[kind].share) >= 0)
        kind++;
    return kind;
}

static void put_plain(enum kind kind, const struct organisation *o, uint32_t serial)
{
    putf("Hello Robin,\n\n%s\n\n", kinds[kind].lead);
    put_sentences(3 + draw(kind >= LIST ? 8 : 5));
    putf("\n\nhttps://www.%s/m/%u\n\n%s\n", o->host, serial, o->name);
}

/* An item as campaign software writes it: tables within tables, all style in attributes, links of 200 letters. */
static void put_heavy_item(const struct organisation *o, uint32_t serial, uint32_t item)
{
    put("<tr><td align=\"center\" valign=\"top\" style=\"padding:0;margin:0\"><!--[if mso]><table width=\"600\">"
        "<tr><td><![endif]--><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
        "border=\"0\" style=\"border-collapse:collapse;max-width:600px\">\n<tr><td class=\"w\" bgcolor=\"#ffffff\" "
        "style=\"padding:12px 24px;font-family:'Helvetica Neue',Arial,sans-serif;font-size:14px;"
        "line-height:20px;color:#333333\">\n");
    putf("<a href=\"https://click.%s/f/a/", o->sub);
    for (int i = 0; i < 12; i++)
        putf("%08x", draw(~0u));
    putf("~~/?utm_source=crm&amp;utm_medium=email&amp;utm_campaign=%u\" target=\"_blank\" style=\"color:#235;"
         "text-decoration:none\"><img src=\"https://img.%s/p/%u.jpg\" width=\"280\" alt=\"\" style=\"display:block;"
         "border:0;outline:none\"></a>\n<h3 style=\"margin:8px 0\">", serial + item, o->host, draw(100000));
    put_word();
    put("</h3><p style=\"margin:0;padding:0 0 12px\">");
    put_sentences(draw(2));
    putf("</p><span style=\"font-weight:bold\">EUR %u.%02u</span></td></tr></table></td></tr>\n",
         5 + draw(200), draw(100));
}

static void put_item(const struct organisation *o, uint32_t serial, uint32_t item)
{
    putf("<tr><td align=\"center\" style=\"padding:12px 24px;font-family:Arial,sans-serif;font-size:14px\">\n"
         "<a href=\"https://click.%s/c/%u/%u?u=8f31c2\"><img src=\"https://img.%s/p/%u.jpg\" width=\"280\" "
         "height=\"280\" alt=\"\" style=\"display:block;border:0\"></a>\n<h3 style=\"margin:8px 0\">",
         o->sub, serial, item, o->host, draw(100000));
    put_word();
    put(" ");
    put_word();
    put("</h3><p style=\"color:#444;line-height:20px\">");
    put_sentences(1 + draw(2));
    putf("</p><span class=\"price\">EUR %u.%02u</span></td></tr>\n", 5 + draw(200), draw(100));
}

static void put_html(enum kind kind, const struct organisation *o, uint32_t serial, uint32_t heavy)
{
    put("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><style>\n"
        ".btn{background:#235;color:#fff;padding:10px}@media(max-width:600px){.w{width:100%!important}}\n"
        "body{margin:0;padding:0}img{max-width:100%}td{vertical-align:top}</style></head><body>\n"
        "<div style=\"display:none;max-height:0;overflow:hidden\">");
    put_sentences(1);
    put("</div>\n");
    if (kind == RECEIPT || kind == SHIPPING)
        putf("<script type=\"application/ld+json\">{\"@context\":\"http://schema.org\",\"@type\":\"%s\","
             "\"orderNumber\":\"%u\",\"merchant\":{\"@type\":\"Organization\",\"name\":\"%s\"}}</script>\n",
             kind == RECEIPT ? "Order" : "ParcelDelivery", serial, o->name);
    put("<table class=\"w\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" align=\"center\">\n");
    putf("<tr><td><h1>%s</h1><p>Hello Robin,</p><p>%s</p><p>", o->name, kinds[kind].lead);
    put_sentences(2 + draw(3));
    put("</p></td></tr>\n");
    for (uint32_t i = 0, n = kind == PROMOTION ? 2 + draw(6) : draw(3); i < n; i++)
        put_item(o, serial, i);
    for (uint32_t i = 0; i < heavy; i++)
        put_heavy_item(o, serial, i);
    putf("<tr><td><a class=\"btn\" href=\"https://click.%s/g/%u\">Go</a></td></tr></table>\n"
         "<p style=\"font-size:11px;color:#999\">You get this mail because you are registered at %s. "
         "<a href=\"https://click.%s/u/%u\">Unsubscribe</a> &middot; <a href=\"https://www.%s/privacy\">Privacy"
         "</a></p>\n<img src=\"https://open.%s/o/%u.gif\" width=\"1\" height=\"1\" alt=\"\">\n</body></html>\n",
         o->sub, serial, o->host, o->sub, serial, o->host, o->sub, serial);
}

static void write_quoted(const char *text, FILE *out)
{
    int column = 0;
    for (; *text; text++) {
        if (column > 70 && *text != '\n') {
            fputs("=\n", out);
            column = 0;
        }
        if (*text == '=')
            column += fprintf(out, "=3D");
        else {
            fputc(*text, out);
            column = *text == '\n' ? 0 : column + 1;
        }
    }
}

static void write_part(const char *type, int quoted, FILE *out)
{
    fprintf(out, "Content-Type: %s; charset=utf-8\nContent-Transfer-Encoding: %s\n\n", type,
            quoted ? "quoted-printable" : "8bit");
    if (quoted)
        write_quoted(body, out);
    else
        fputs(body, out);
}

static void write_header(enum kind kind, const struct organisation *o, uint32_t serial, time_t when,
                         const char *space, FILE *out)
{
    char date[64], topic[256];
    strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", gmtime(&when));
    end = body;
    put_word();
    put(" ");
    put_word();
    snprintf(topic, sizeof topic, "%.*s", 200, body);
    fprintf(out,
            "Return-Path: <b-%u-robin=home.example@bounce.%s>\nDelivered-To: robin@home.example\n"
            "Authentication-Results: mx.home.example;\n\tdkim=pass (2048-bit key) header.d=%s header.s=s2;\n"
            "\tspf=pass smtp.mailfrom=bounce.%s;\n\tdmarc=pass (p=quarantine dis=none) header.from=%s\n"
            "Received: from out.%s (out.%s [192.0.2.47])\n\tby mx.home.example (Postfix) with ESMTPS id %08X\n"
            "\tfor <robin@home.example>; %s\n",
            serial, o->sub, o->host, o->sub, o->host, o->host, o->host, serial * 2654435761u, date);
    if (kind == PERSON)
        fprintf(out, "From: %s Miller <%s.%u@%s>\n", o->name, kinds[kind].from, draw(3), o->host);
    else
        fprintf(out, "From: %s <%s@%s>\n", o->name, kinds[kind].from, o->sub);
    fprintf(out, "To: Robin Winter <robin@home.example>\nSubject: ");
    fprintf(out, kinds[kind].subject, kind == PERSON ? 12 : 10 + draw(60), topic);
    fprintf(out, "\nDate: %s\nMessage-ID: <%s.%u.%lld@%s>\nMIME-Version: 1.0\n", date, space, serial,
            (long long)when, o->host);
    if (kind == LIST)
        fprintf(out, "List-Id: <talk.%s>\nPrecedence: list\n", o->host);
    if (kind == PROMOTION || kind == NEWSLETTER || kind == SOCIAL)
        fprintf(out, "List-Unsubscribe: <https://click.%s/u/%u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
                     "Feedback-ID: %u:%s\nX-Mailer: campaigner 4.1\n", o->sub, serial, serial, o->name);
}

static void write_message(enum kind kind, uint32_t serial, time_t when, const char *space, uint32_t heavy,
                          FILE *out)
{
    struct organisation o = organisation_of(draw_skewed(ORGANISATIONS));
    write_header(kind, &o, serial, when, space, out);
    end = body;
    put_plain(kind, &o, serial);
    if (kind >= LIST) {
        write_part("text/plain", 0, out);
        return;
    }
    int quoted = draw(2) == 0;
    fprintf(out, "Content-Type: multipart/alternative;\n boundary=\"=_part_%u\"\n\n--=_part_%u\n", serial, serial);
    write_part("text/plain", quoted, out);
    fprintf(out, "\n--=_part_%u\n", serial);
    end = body;
    put_html(kind, &o, serial, heavy);
    write_part("text/html", quoted, out);
    fprintf(out, "\n--=_part_%u--\n", serial);
}

static FILE *create(const char *path)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        perror(path);
        exit(1);
    }
    return out;
}

static void finish(FILE *out)
{
    if (ferror(out) | fclose(out)) {
        perror("mail");
        exit(1);
    }
}

static void write_archive(const char *dir, uint32_t count)
{
    static const char *const folders[] = {"", "/cur", "/new", "/tmp"};
    char path[4096];
    for (size_t i = 0; i < COUNT(folders); i++) {
        snprintf(path, sizeof path, "%s%s", dir, folders[i]);
        mkdir(path, 0700);
    }
    for (uint32_t i = 0; i < count; i++) {
        time_t when = OLDEST + (time_t)((double)(NEWEST - OLDEST) * i / count);
        enum kind kind = draw_kind();
        snprintf(path, sizeof path, "%s/cur/%lld.M%uP1.bench:2,%s", dir, (long long)when, i,
                 (int)draw(100) < kinds[kind].read ? "S" : "");
        FILE *out = create(path);
        write_message(kind, i, when, "a", 0, out);
        finish(out);
    }
}

static void write_fresh(const char *dir, uint32_t count, int like_real)
{
    char path[4096];
    state = like_real ? 0x4ea1 : 0x5eed;
    for (uint32_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%u.eml", dir, i);
        FILE *out = create(path);
        enum kind kind = draw_kind();
        write_message(kind, i, NEWEST + i, like_real ? "r" : "f", like_real ? 4 + draw(30) : 0, out);
        finish(out);
    }
}

static void write_large(uint32_t mebibytes, FILE *out)
{
    char line[78];
    struct organisation o = organisation_of(1);
    write_header(PERSON, &o, mebibytes, NEWEST, "l", out);
    fputs("Content-Type: multipart/mixed; boundary=\"=_large\"\n\n--=_large\nContent-Type: text/plain\n\n"
          "The film.\n\n--=_large\nContent-Type: video/mp4; name=\"film.mp4\"\n"
          "Content-Disposition: attachment; filename=\"film.mp4\"\nContent-Transfer-Encoding: base64\n\n", out);
    for (uint64_t done = 0; done < (uint64_t)mebibytes << 20; done += sizeof line - 1) {
        for (size_t i = 0; i < 76; i++)
            line[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[(done + i * 7) % 64];
        line[76] = '\n';
        fwrite(line, 1, 77, out);
    }
    fputs("\n--=_large--\n", out);
    finish(out);
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "archive") == 0)
        write_archive(argv[2], (uint32_t)atoi(argv[3]));
    else if (argc == 4 && strcmp(argv[1], "fresh") == 0)
        write_fresh(argv[2], (uint32_t)atoi(argv[3]), 0);
    else if (argc == 4 && strcmp(argv[1], "real") == 0)
        write_fresh(argv[2], (uint32_t)atoi(argv[3]), 1);
    else if (argc == 3 && strcmp(argv[1], "large") == 0)
        write_large((uint32_t)atoi(argv[2]), stdout);
    else
        return fprintf(stderr, "usage: mail archive|fresh|real DIR COUNT | mail large MEBIBYTES\n"), 1;
    return 0;
}

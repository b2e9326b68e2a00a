/* Who a message says it is from, and the organisation behind a domain by the Public Suffix List
 * (publicsuffix.org). Only user of libpsl. Whether any of it is true is for others to say. */
#include <stdlib.h>
#include <string.h>

#include <libpsl.h>

#include "mail/sender.h"

#define MAX_DOMAIN 255 /* RFC 1035 2.3.4 */

/* Gives mailboxes to anyone, or to its customers as their own. In the order of strcmp(). */
static const char *const free_mail[] = {
    "126.com", "139.com", "163.com", "189.cn", "21cn.com", "a1.net", "abv.bg", "aim.com",
    "alice.it", "aliyun.com", "aol.co.uk", "aol.com", "aol.de", "aol.fr", "aon.at", "arcor.de",
    "att.net", "azet.sk", "bell.net", "bellsouth.net", "biglobe.ne.jp", "bigpond.com",
    "bigpond.net.au", "bk.ru", "bluemail.ch", "bluewin.ch", "blueyonder.co.uk", "bol.com.br",
    "btinternet.com", "casema.nl", "centrum.cz", "charter.net", "chello.at", "citromail.hu",
    "club-internet.fr", "cock.li", "comcast.net", "cox.net", "daum.net", "disroot.org",
    "docomo.ne.jp", "duck.com", "earthlink.net", "eclipso.de", "eircom.net", "email.cz",
    "email.de", "email.it", "ezweb.ne.jp", "fastmail.com", "fastmail.fm", "fastwebnet.it",
    "firemail.de", "foxmail.com", "free.fr", "freemail.hu", "freenet.de", "frontier.com",
    "gazeta.pl", "globo.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.es",
    "gmx.fr", "gmx.info", "gmx.net", "googlemail.com", "hanmail.net", "hetnet.nl", "hey.com",
    "hispeed.ch", "home.nl", "hotmail.at", "hotmail.be", "hotmail.ca", "hotmail.ch",
    "hotmail.co.jp", "hotmail.co.uk", "hotmail.com", "hotmail.com.br", "hotmail.de", "hotmail.dk",
    "hotmail.es", "hotmail.fi", "hotmail.fr", "hotmail.it", "hotmail.nl", "hotmail.no",
    "hotmail.se", "hushmail.com", "i.softbank.jp", "icloud.com", "ig.com.br", "in.gr", "inbox.lv",
    "inbox.ru", "interia.pl", "internet.ru", "inwind.it", "juno.com", "kabelmail.de", "kabsi.at",
    "kakao.com", "kolabnow.ch", "kolabnow.com", "kpnmail.nl", "laposte.net", "libero.it",
    "list.ru", "live.at", "live.be", "live.ca", "live.co.uk", "live.com", "live.com.au",
    "live.de", "live.dk", "live.fr", "live.it", "live.nl", "live.no", "live.se", "luukku.com",
    "lycos.com", "mac.com", "magenta.de", "mail.com", "mail.de", "mail.dk", "mail.ru",
    "mailbox.hu", "mailbox.org", "mailfence.com", "mailo.com", "me.com", "msn.com", "mykolab.com",
    "mynet.com", "nate.com", "naver.com", "netcologne.de", "netzero.net", "neuf.fr", "nifty.com",
    "ntlworld.com", "numericable.fr", "o2.pl", "o2mail.de", "o2online.de", "onet.eu", "onet.pl",
    "online.de", "online.no", "ono.com", "optonline.net", "optusnet.com.au", "orange.fr",
    "otenet.gr", "outlook.at", "outlook.be", "outlook.co.th", "outlook.com", "outlook.com.br",
    "outlook.de", "outlook.es", "outlook.fr", "outlook.it", "outlook.jp", "outlook.pt",
    "passport.com", "planet.nl", "pm.me", "post.cz", "posteo.de", "posteo.net", "prodigy.net.mx",
    "proton.me", "protonmail.ch", "protonmail.com", "ptd.net", "qq.com", "rambler.ru",
    "rediff.com", "rediffmail.com", "riseup.net", "rocketmail.com", "rogers.com", "runbox.com",
    "sapo.pt", "sbcglobal.net", "seznam.cz", "sfr.fr", "sfr.net", "shaw.ca",
    "simplelogin.com", "sina.cn", "sina.com", "sky.com", "skynet.be", "softbank.ne.jp",
    "sohu.com", "startmail.com", "sunrise.ch", "suomi24.fi", "sympatico.ca", "t-online.de",
    "talktalk.net", "telefonica.net", "telenet.be", "telia.com", "telus.net", "terra.com.br",
    "tim.it", "tin.it", "tiscali.co.uk", "tiscali.it", "tlen.pl", "tom.com", "tuta.com",
    "tuta.io", "tutamail.com", "tutanota.com", "tutanota.de", "ukr.net", "unitybox.de",
    "uol.com.br", "upcmail.nl", "verizon.net", "virgilio.it", "virgin.net", "virginmedia.com",
    "vodafone.de", "vodafonemail.de", "voila.fr", "volny.cz", "wanadoo.fr", "web.de",
    "windstream.net", "wp.pl", "xs4all.nl", "xtra.co.nz", "ya.ru", "yahoo.ca", "yahoo.co.id",
    "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.ar", "yahoo.com.au",
    "yahoo.com.br", "yahoo.com.hk", "yahoo.com.mx", "yahoo.com.ph", "yahoo.com.sg",
    "yahoo.com.tw", "yahoo.com.vn", "yahoo.de", "yahoo.dk", "yahoo.es", "yahoo.fr", "yahoo.gr",
    "yahoo.in", "yahoo.it", "yahoo.no", "yahoo.pl", "yahoo.ro", "yahoo.se", "yandex.com",
    "yandex.ru", "yeah.net", "ymail.com", "ziggo.nl", "zoho.com", "zohomail.com", "zohomail.eu",
    "zoznam.sk",
};

static int compare(const void *name, const void *row)
{
    return strcmp(name, *(const char *const *)row);
}

bool organisation_is_free_mail(const char *organisation)
{
    return organisation && bsearch(organisation, free_mail, G_N_ELEMENTS(free_mail),
                                   sizeof *free_mail, compare);
}

/* The list built into libpsl, or else the system's. Loaded once: it takes
 * milliseconds and never changes while a process lives. */
static const psl_ctx_t *suffixes(void)
{
    static const psl_ctx_t *list;
    static gsize done;
    if (g_once_init_enter(&done)) {
        list = psl_builtin();
        if (!list)
            list = psl_latest(NULL);
        g_once_init_leave(&done, 1);
    }
    return list;
}

/* Takes off blanks around a name and dots at its end. */
static char *strip(char *name)
{
    g_strstrip(name);
    for (size_t len = strlen(name); len && (name[len - 1] == '.' || g_ascii_isspace(name[len - 1])); len--)
        name[len - 1] = 0;
    return name;
}

/* Lower case and A-labels (RFC 5891), without a dot at the end; what is no host name at all is only
 * lowered, and of what is too long for one the end kept: there stands whose it is. Caller frees. */
static char *canonical_domain(const char *domain)
{
    size_t length = strlen(domain);
    g_autofree char *bare = g_strdup(domain + (length > MAX_DOMAIN ? length - MAX_DOMAIN : 0));
    strip(bare);
    if (!g_str_is_ascii(bare) && g_utf8_validate(bare, -1, NULL)) {
        char *ascii = g_hostname_to_ascii(bare);
        if (ascii)
            return strip(ascii);
    }
    g_autofree char *valid = g_utf8_make_valid(bare, -1);
    return g_utf8_strdown(valid, -1);
}

/* RFC 5321 4.1.3: [192.0.2.1] and [IPv6:...]. */
static bool is_address(const char *domain)
{
    return *domain == '[' || g_hostname_is_ip_address(domain);
}

static bool could_be_host(const char *canonical)
{
    while (*canonical > ' ' && *canonical < 127)
        canonical++;
    return !*canonical;
}

static char *registrable_of(const char *domain)
{
    g_autofree char *canonical = canonical_domain(domain);
    if (is_address(canonical) || !could_be_host(canonical) || !suffixes())
        return g_steal_pointer(&canonical);
    const char *registrable = psl_registrable_domain(suffixes(), canonical);
    return g_strdup(registrable ? registrable : canonical);
}

/* A message names the same few domains again and again, and the list takes its time: what was asked last
 * is kept. */
char *organisation_of(const char *domain)
{
    static _Thread_local struct {
        char domain[64], organisation[64];
    } asked[16];
    if (!domain || !*domain)
        return g_strdup("");
    guint at = g_str_hash(domain) % G_N_ELEMENTS(asked);
    if (!strcmp(asked[at].domain, domain))
        return g_strdup(asked[at].organisation);
    char *organisation = registrable_of(domain);
    if (strlen(domain) < sizeof asked->domain && strlen(organisation) < sizeof asked->organisation) {
        strcpy(asked[at].domain, domain);
        strcpy(asked[at].organisation, organisation);
    }
    return organisation;
}

/* Runs of white space of any script become one blank. */
static char *folded(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isspace(c))
            g_string_append_unichar(out, c);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

struct sender *sender_read(const struct message *message)
{
    struct sender *sender = g_new0(struct sender, 1);
    const char *mailbox = message->author.mailbox;
    const char *at = strrchr(mailbox, '@');
    if (at) {
        g_autofree char *local = g_utf8_strdown(mailbox, at - mailbox);
        char *domain = canonical_domain(at + 1);
        sender->domain = domain;
        sender->address = g_strdup_printf("%s@%s", local, domain);
        sender->organisation = organisation_of(domain);
    } else {
        sender->domain = g_strdup("");
        sender->address = g_strdup("");
        sender->organisation = g_strdup("");
    }
    sender->name = folded(message->author.name);
    sender->list = g_strdup(message->list_id);
    sender->free_mail = organisation_is_free_mail(sender->organisation);
    return sender;
}

void sender_free(struct sender *sender)
{
    if (!sender)
        return;
    g_free((char *)sender->address);
    g_free((char *)sender->domain);
    g_free((char *)sender->organisation);
    g_free((char *)sender->name);
    g_free((char *)sender->list);
    g_free(sender);
}

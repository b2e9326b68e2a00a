/* Domains where the organisation does not control who writes: one table of mailboxes that anybody gets, one
 * of platforms whose subdomains or accounts are other people's. A row that is missing lets whoever is there
 * share one standing. */
#include <stdlib.h>
#include <string.h>

#include "mail/brands.h"
#include "mail/sender.h"

#define SHORTEST_LABEL 3 /* of a brand that its mailers' domains begin with */

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

enum unit { BY_HOST, BY_ADDRESS };

/* Whose hosts belong to others (tenant.onmicrosoft.com), or whose addresses do, as on a host that all share.
 * In the order of strcmp(). Their own mail, which has no host of its own, is told apart by its address. */
static const struct platform {
    const char *domain;
    enum unit unit;
} platforms[] = {
    {"activehosted.com", BY_ADDRESS},      /* ActiveCampaign */
    {"amazonses.com", BY_ADDRESS},
    {"appspotmail.com", BY_HOST},
    {"atlassian.net", BY_HOST},
    {"bandcamp.com", BY_ADDRESS},
    {"basecamp.com", BY_ADDRESS},
    {"basecamphq.com", BY_HOST},
    {"beehiiv.com", BY_ADDRESS},
    {"bigcartel.com", BY_ADDRESS},
    {"bigcommerce.com", BY_HOST},
    {"brevosend.com", BY_ADDRESS},
    {"buttondown.email", BY_ADDRESS},
    {"campaign-archive.com", BY_ADDRESS},
    {"ccsend.com", BY_ADDRESS},            /* Constant Contact */
    {"cmail19.com", BY_ADDRESS},           /* Campaign Monitor */
    {"cmail20.com", BY_ADDRESS},
    {"constantcontact.com", BY_ADDRESS},
    {"convertkit-mail.com", BY_HOST},
    {"convertkit-mail2.com", BY_HOST},
    {"convertkit-mail4.com", BY_HOST},
    {"craigslist.org", BY_ADDRESS},
    {"createsend.com", BY_ADDRESS},
    {"desk.com", BY_HOST},
    {"discoursemail.com", BY_HOST},
    {"docusign.net", BY_ADDRESS},
    {"etsy.com", BY_ADDRESS},
    {"eventbrite.com", BY_ADDRESS},
    {"eventbritemail.com", BY_ADDRESS},
    {"fastspring.com", BY_ADDRESS},
    {"firebaseapp.com", BY_HOST},
    {"flodesk.com", BY_ADDRESS},
    {"force.com", BY_HOST},                /* Salesforce */
    {"freshdesk.com", BY_HOST},
    {"freshservice.com", BY_HOST},
    {"freshworks.com", BY_HOST},
    {"getresponse-mail.com", BY_ADDRESS},
    {"ghost.io", BY_HOST},
    {"googlegroups.com", BY_ADDRESS},
    {"gorgias.com", BY_HOST},
    {"groups.io", BY_HOST},
    {"gumroad.com", BY_ADDRESS},
    {"helpscout.net", BY_ADDRESS},
    {"helpscoutapp.com", BY_ADDRESS},
    {"hs-send.com", BY_ADDRESS},           /* HubSpot */
    {"hubspotemail.net", BY_HOST},
    {"hubspotstarter.net", BY_HOST},
    {"infusionmail.com", BY_ADDRESS},
    {"infusionsoft.com", BY_HOST},
    {"intercom-mail.com", BY_HOST},
    {"intuit.com", BY_ADDRESS},            /* its customers' invoices */
    {"invoicehome.com", BY_ADDRESS},
    {"jotform.com", BY_ADDRESS},
    {"kajabimail.net", BY_ADDRESS},
    {"kickstarter.com", BY_ADDRESS},
    {"klaviyomail.com", BY_ADDRESS},
    {"lexoffice.de", BY_ADDRESS},
    {"list-manage.com", BY_HOST},
    {"luma-mail.com", BY_HOST},
    {"mailchimpapp.com", BY_ADDRESS},
    {"mailchimpapp.net", BY_ADDRESS},
    {"mailerlite.com", BY_ADDRESS},
    {"mailersend.net", BY_HOST},
    {"mailgun.org", BY_HOST},
    {"mailjet.com", BY_ADDRESS},
    {"mailplus.nl", BY_ADDRESS},
    {"marketplace.amazon.com", BY_ADDRESS},
    {"mcsv.net", BY_ADDRESS},              /* Mailchimp */
    {"medium.com", BY_ADDRESS},
    {"meetup.com", BY_ADDRESS},
    {"memberful.com", BY_ADDRESS},
    {"members.ebay.com", BY_ADDRESS},
    {"mlsend.com", BY_ADDRESS},            /* MailerLite */
    {"mlsend2.com", BY_ADDRESS},
    {"msgsndr.com", BY_ADDRESS},
    {"myfreshworks.com", BY_HOST},
    {"myshopify.com", BY_HOST},
    {"netlify.app", BY_HOST},
    {"odoo.com", BY_HOST},
    {"onmicrosoft.com", BY_HOST},
    {"paperlesspost.com", BY_ADDRESS},
    {"patreon.com", BY_ADDRESS},
    {"pipedrivemail.com", BY_ADDRESS},
    {"podia.com", BY_ADDRESS},
    {"quickbooks.com", BY_ADDRESS},
    {"recurly.com", BY_ADDRESS},
    {"rsgsv.net", BY_ADDRESS},
    {"salesforce.com", BY_ADDRESS},
    {"sendgrid.net", BY_ADDRESS},
    {"sendinblue.com", BY_ADDRESS},
    {"sendowl.com", BY_ADDRESS},
    {"sharepoint.com", BY_HOST},
    {"sharepointonline.com", BY_ADDRESS},
    {"shipstation.com", BY_ADDRESS},
    {"shopify.com", BY_ADDRESS},
    {"shopifyemail.com", BY_ADDRESS},
    {"smtp2go.com", BY_ADDRESS},
    {"sparkpostmail.com", BY_ADDRESS},
    {"squarespace-mail.com", BY_ADDRESS},
    {"squarespace.com", BY_ADDRESS},
    {"substack.com", BY_ADDRESS},
    {"surveymonkey.com", BY_ADDRESS},
    {"surveymonkeyuser.com", BY_ADDRESS},
    {"teachable.com", BY_ADDRESS},
    {"thinkific.com", BY_ADDRESS},
    {"ticketleap.com", BY_ADDRESS},
    {"tickettailor.com", BY_ADDRESS},
    {"tinyletter.com", BY_ADDRESS},
    {"typeform.com", BY_ADDRESS},
    {"universe.com", BY_ADDRESS},
    {"vercel.app", BY_HOST},
    {"weebly.com", BY_HOST},
    {"weeblyemail.com", BY_ADDRESS},
    {"wildapricot.org", BY_HOST},
    {"wix-emails.com", BY_ADDRESS},
    {"wixemails.com", BY_ADDRESS},
    {"wordpress.com", BY_HOST},
    {"zendesk.com", BY_HOST},
    {"zohodesk.com", BY_HOST},
    {"zohodesk.eu", BY_HOST},
};

static int compare(const void *name, const void *row)
{
    return strcmp(name, *(const char *const *)row);
}

bool organisation_is_free_mail(const char *organisation)
{
    return organisation &&
           bsearch(organisation, free_mail, G_N_ELEMENTS(free_mail), sizeof *free_mail, compare);
}

static int compare_platform(const void *name, const void *row)
{
    return strcmp(name, ((const struct platform *)row)->domain);
}

/* The platform that DOMAIN is, or is below. */
static const struct platform *platform_of(const char *domain)
{
    const struct platform *found = NULL;
    for (const char *p = domain; p && *p && !found; p = strchr(p, '.'), p = p ? p + 1 : NULL)
        found = bsearch(p, platforms, G_N_ELEMENTS(platforms), sizeof *platforms, compare_platform);
    return found;
}

/* One brand over its countries and mailers (paypal.de, upsemail.com): the domains of its row that are called
 * as the first one is. Others of a row are houses of their own (linkedin.com for Microsoft). */
static char *brand_home(const char *organisation)
{
    size_t length = strlen(organisation);
    for (const struct brand *brand = brands; brand->name; brand++) {
        const char *first = brand->domains;
        size_t label = strcspn(first, ".");
        if (label < SHORTEST_LABEL || strncmp(organisation, first, label) != 0)
            continue;
        for (const char *p = brand->domains; (p = strstr(p, organisation)); p += length)
            if ((p == first || p[-1] == ' ') && (!p[length] || p[length] == ' '))
                return g_strndup(first, strcspn(first, " "));
    }
    return NULL;
}

char *relation_of(const char *address, const char *organisation)
{
    const char *at = strrchr(address, '@'), *domain = at ? at + 1 : "";
    const struct platform *platform = platform_of(domain);
    if (organisation_is_free_mail(organisation) || (platform && platform->unit == BY_ADDRESS) ||
        (platform && !strcmp(platform->domain, domain)))
        return g_strdup(address);
    if (platform)
        return g_strdup(domain);
    char *home = brand_home(organisation);
    return home ? home : g_strdup(organisation);
}

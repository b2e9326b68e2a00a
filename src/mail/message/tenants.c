/* Domains where the organisation does not control who writes: one table of mailboxes that anybody gets, one
 * of platforms whose subdomains or accounts are other people's. A row that is missing lets whoever is there
 * share one standing. */
#include <stdlib.h>
#include <string.h>

#include "mail/brands.h"
#include "mail/sender.h"

#define SHORTEST_LABEL 3 /* of a brand's name that stands for it in any country */

/* Names under one of these are given to whom they belong, and taken from whom they do not: a brand's name
 * there is the brand's. In the order of strcmp(). */
static const char *const countries[] = {
    "ae", "al", "ar", "at", "au", "ba", "be", "bg", "br", "by", "ca", "ch", "cl", "cn", "co", "co.id",
    "co.il", "co.in", "co.jp", "co.ke", "co.kr", "co.nz", "co.th", "co.uk", "co.ve", "co.za", "com.ar",
    "com.au", "com.be", "com.br", "com.cn", "com.co", "com.cy", "com.ec", "com.eg", "com.gr", "com.hk",
    "com.mt", "com.mx", "com.my", "com.ng", "com.pe", "com.ph", "com.pk", "com.sa", "com.sg", "com.tr",
    "com.tw", "com.ua", "com.uy", "com.ve", "com.vn", "cy", "cz", "de", "dk", "ec", "ee", "eg", "es", "fi",
    "fr", "ge", "gr", "hk", "hr", "hu", "id", "ie", "il", "in", "is", "it", "jp", "ke", "kr", "kz", "lt",
    "lu", "lv", "ma", "md", "mk", "mt", "mx", "my", "ng", "nl", "no", "nz", "pe", "ph", "pk", "pl", "pt",
    "ro", "rs", "ru", "sa", "se", "sg", "si", "sk", "th", "tn", "tr", "tw", "ua", "uk", "us", "uy", "ve",
    "vn", "za",
};

/* Those who give mailboxes to anyone in many countries. In the order of strcmp(). */
static const char *const free_families[] = {
    "aol", "fastmail", "gmx", "googlemail", "hotmail", "inbox", "live", "mailbox", "msn", "outlook",
    "protonmail", "rocketmail", "t-online", "tiscali", "tutanota", "yahoo", "yandex", "ymail", "zoho",
    "zohomail",
};

/* Gives mailboxes to anyone, or to its customers as their own. In the order of strcmp(). */
static const char *const free_mail[] = {
    "012.net.il", "10minutemail.com", "123mail.org", "126.com", "139.com", "163.com", "188.com", "189.cn",
    "21cn.com", "263.net", "2die4.com", "9online.fr", "a1.net", "aapt.net.au", "absamail.co.za", "abv.bg",
    "accountant.com", "activist.com", "adam.com.au", "adexec.com", "aim.com", "airpost.net", "alice.it",
    "aliceadsl.fr", "aliyun.cn", "aliyun.com", "allergist.com", "ameritech.net", "anche.no", "angelic.com",
    "aon.at", "apollo.lv", "appraiser.net", "archaeologist.com", "arcor.de", "arcticmail.com",
    "arnet.com.ar", "artlover.com", "asahi-net.or.jp", "asia.com", "atlas.cz", "atomicmail.io", "att.net",
    "auctioneer.net", "autistici.org", "autograf.pl", "azet.sk", "bartender.net", "bbox.fr", "bell.net",
    "bellsouth.net", "bezeqint.net", "biglobe.ne.jp", "bigmir.net", "bigpond.com", "bigpond.net.au",
    "bih.net.ba", "bikerider.com", "birdlover.com", "bk.ru", "bluemail.ch", "bluemail.com", "bluewin.ch",
    "blueyonder.co.uk", "bol.com.br", "bredband.net", "brew-meister.com", "broadpark.no", "bsnl.in",
    "btinternet.com", "btopenworld.com", "buziaczek.pl", "c2i.net", "cableone.net", "cablevision.com",
    "californiamail.com", "caramail.com", "caramail.fr", "casema.nl", "cash4u.com", "catlover.com",
    "cegetel.net", "centrum.cz", "centrum.sk", "centurylink.net", "centurytel.net", "charter.net",
    "cheerful.com", "chef.net", "chello.at", "chello.hu", "chello.nl", "chello.pl", "chello.sk",
    "chemist.com", "chol.com", "citromail.hu", "ciudad.com.ar", "clear.net.nz", "clerk.com", "clix.pt",
    "club-internet.fr", "clubmember.org", "cock.li", "cogeco.ca", "columnist.com", "comcast.net",
    "comhem.se", "compuserve.com", "computer4u.com", "consolidated.net", "consultant.com", "contractor.net",
    "counsellor.com", "countermail.com", "cox.net", "criptext.com", "cryptolab.net", "cs.com",
    "ctemplar.com", "cutey.com", "cyber-wizard.com", "cyberservices.com", "dallasmail.com", "daum.net",
    "dbmail.com", "deliveryman.com", "dion.ne.jp", "diplomats.com", "dir.bg", "dismail.de",
    "disposable.com", "disroot.org", "docomo.ne.jp", "doctor.com", "dodo.com.au", "doglover.com", "dr.com",
    "dreamwiz.com", "duck.com", "e.email", "earthlink.net", "eastlink.ca", "eclipso.de", "eircom.net",
    "elisanet.fi", "elvisfan.com", "email.cz", "email.de", "email.it", "email.si", "embarqmail.com",
    "eml.cc", "engineer.com", "englandmail.com", "etik.com", "eunet.rs", "europe.com", "euskalnet.net",
    "euskaltel.net", "ewe.net", "ewetel.net", "excite.com", "execs.com", "ezweb.ne.jp", "fastmail.fm",
    "fastservice.com", "fastwebnet.it", "fibertel.com.ar", "financier.com", "firemail.de", "fireman.net",
    "flash.net", "fmail.co.uk", "forthnet.gr", "foxmail.com", "free.fr", "freemail.hu", "freenet.de",
    "freeserve.co.uk", "freesurf.ch", "frisurf.no", "frontier.com", "frontiernet.net", "fsmail.net",
    "ftml.net", "gardener.com", "gazeta.pl", "geologist.com", "germanymail.com", "getmail.no", "globo.com",
    "gmail.co", "gmail.com", "gmx.tm", "graduate.org", "graphic-designer.com", "greenmail.net",
    "groupmail.com", "guerrillamail.com", "hackermail.com", "hairdresser.net", "hanafos.com", "hanmail.net",
    "hccnet.nl", "hetnet.nl", "hey.com", "hi-ho.ne.jp", "hilarious.com", "hinet.net", "hispeed.ch",
    "hitel.net", "hol.gr", "home.nl", "hot-shot.com", "hot.ee", "hotbox.ru", "housemail.com", "htp-tel.de",
    "hughes.net", "humanoid.net", "hush.ai", "hush.com", "hushmail.com", "i.ua", "icloud.com", "ig.com.br",
    "iinet.net.au", "ik.me", "ikmail.com", "imap.cc", "immerda.ch", "in.gr", "iname.com", "indamail.hu",
    "indiatimes.com", "infoweb.ne.jp", "innocent.com", "inode.at", "inorbit.com", "instruction.com",
    "instructor.net", "insurer.com", "interia.pl", "internet.ru", "inventati.org", "inwind.it", "iol.it",
    "irelandmail.com", "italymail.com", "job4u.com", "journalist.com", "jubii.dk", "juno.com", "kabelbw.de",
    "kabelmail.de", "kabsi.at", "kakao.com", "katamail.com", "keemail.me", "keromail.com", "kissfans.com",
    "kittymail.com", "kolabnow.ch", "kolabnow.com", "kolumbus.fi", "korea.com", "koreamail.com",
    "kpnmail.nl", "kpnplanet.nl", "laposte.net", "lavabit.com", "lawyer.com", "legislator.com", "lenta.ru",
    "letterboxes.org", "libero.it", "libertysurf.fr", "lilo.org", "lineone.net", "linuxmail.org", "list.ru",
    "lovecat.com", "luukku.com", "lycos.co.kr", "lycos.com", "mac.com", "magenta.de", "mail.bg", "mail.com",
    "mail.de", "mail.dk", "mail.ee", "mail.ru", "mailcan.com", "mailfence.com", "mailfence.eu",
    "mailforce.net", "mailinator.com", "mailo.com", "mailo.eu", "mchsi.com", "me.com", "mediacombb.net",
    "meta.ua", "mindless.com", "mindspring.com", "mnet-mail.de", "mnet-online.de", "mts.net", "munich.com",
    "murena.io", "musician.org", "muslim.com", "mweb.co.za", "myfastmail.com", "mykolab.com", "mynet.com",
    "mynet.com.tr", "myself.com", "nadir.org", "nate.com", "naver.com", "net.hr", "netcabo.pt",
    "netcologne.de", "netcourrier.com", "netscape.com", "netscape.net", "netspace.net.au", "netvigator.com",
    "netvision.net.il", "netzero.net", "neuf.fr", "nexgo.de", "nifty.com", "noos.fr", "nordnet.fr",
    "ntlworld.com", "numericable.fr", "nvbell.net", "nycmail.com", "o2.pl", "o2mail.de", "o2online.de",
    "ocn.ne.jp", "ofir.dk", "oi.com.br", "one.lt", "onet.com.pl", "onet.eu", "onet.pl", "onionmail.org",
    "online.de", "online.no", "ono.com", "op.pl", "openmailbox.org", "optician.com", "optimum.net",
    "optonline.net", "optushome.com.au", "optusnet.com.au", "orange.fr", "orange.net", "orcon.net.nz",
    "orthodontist.net", "osnanet.de", "otenet.gr", "ozemail.com.au", "pacbell.net", "pacific-ocean.com",
    "pacific.net.sg", "pandora.be", "passport.com", "passport.net", "pchome.com.tw", "pec.it",
    "pediatrician.com", "peoplepc.com", "photographer.net", "physicist.net", "pipex.com", "plala.or.jp",
    "planet.nl", "planetmail.com", "planetmail.net", "plusnet.com", "pm.me", "pobox.com", "pobox.sk",
    "poczta.fm", "politician.com", "post.com", "post.cz", "post.sk", "posteo.de", "posteo.net",
    "presidency.com", "priest.com", "prodigy.com.mx", "prodigy.net", "prodigy.net.mx", "programmer.net",
    "protestant.com", "proton.me", "ptd.net", "ptt.rs", "publicist.com", "q.com", "qq.com",
    "qualityservice.com", "quick.cz", "quickline.ch", "quicknet.nl", "radiologist.net", "rambler.ru",
    "rcn.com", "realtyagent.com", "rediff.com", "rediffmail.com", "registerednurses.com", "religious.com",
    "repairman.com", "representative.com", "rescueteam.com", "riseup.net", "roadrunner.com", "rogers.com",
    "rr.com", "runbox.com", "safrica.com", "saintly.com", "salesperson.net", "samerica.com",
    "sanfranmail.com", "sapo.com", "sapo.pt", "sasktel.net", "saunalahti.fi", "sbb.rs", "sbcglobal.net",
    "scientist.com", "scotlandmail.com", "secretary.net", "seed.net.tw", "sent.com", "seznam.cz", "sfr.fr",
    "sfr.net", "shaw.ca", "sify.com", "simplelogin.com", "sina.cn", "sina.com", "singnet.com.sg",
    "siol.net", "skiff.com", "sky.com", "skynet.be", "slingshot.co.nz", "snet.net", "so-net.ne.jp",
    "so36.net", "socialworker.net", "sociologist.com", "softbank.ne.jp", "sogou.com", "sohu.com",
    "solcon.nl", "solution4u.com", "songwriter.net", "soverin.net", "spainmail.com", "sparklight.net",
    "speedpost.net", "speedy.com.ar", "spoko.pl", "spray.se", "starhub.net.sg", "startmail.com",
    "stofanet.dk", "streamyx.com", "suddenlink.net", "sunrise.ch", "suomi24.fi", "supereva.it",
    "superonline.com", "swbell.net", "swedenmail.com", "swipnet.se", "swissmail.com", "swissonline.ch",
    "sympatico.ca", "systemausfall.org", "systemli.org", "t-email.hu", "talktalk.net", "teachers.org",
    "tech-center.com", "techie.com", "technologist.com", "telefonica.net", "telenet.be", "telepac.pt",
    "teletu.it", "telia.com", "telkomsa.net", "telus.net", "temp-mail.org", "terra.com", "terra.com.ar",
    "terra.com.br", "terra.es", "theplate.com", "therapist.net", "tilde.team", "tim.it", "tin.it",
    "tlen.pl", "tm.net.my", "toke.com", "tom.com", "toothfairy.com", "torontomail.com", "tpg.com.au",
    "trashmail.com", "ttmail.com", "tut.by", "tuta.com", "tuta.io", "tutamail.com", "tvstar.com", "twc.com",
    "ukr.net", "umpire.com", "unitybox.de", "uol.com.br", "upcmail.nl", "usa.com", "usa.net", "utanet.at",
    "uymail.com", "verizon.net", "versanet.de", "videotron.ca", "vipmail.hu", "virgilio.it", "virgin.net",
    "virginmedia.com", "vivaldi.net", "vodafone.de", "vodafonemail.de", "vodamail.co.za", "voila.fr",
    "volny.cz", "vp.pl", "vsnl.net", "vtxmail.ch", "walla.co.il", "walla.com", "wanadoo.es", "wanadoo.fr",
    "warpmail.net", "web.de", "webmail.co.za", "webname.com", "webspeed.dk", "welho.com", "westnet.com.au",
    "windowslive.com", "windstream.net", "wo.cn", "worker.com", "workmail.com", "wowway.com", "wp.pl",
    "writeme.com", "xakep.ru", "xs4all.nl", "xtra.co.nz", "ya.com", "ya.ru", "yahoo.ne.jp", "yeah.net",
    "ymail.ne.jp", "yopmail.com", "yopmail.fr", "zaclys.net", "zeelandnet.nl", "ziggo.nl", "zipmail.com.br",
    "zoominternet.net", "zoznam.sk",
};

/* Whose hosts belong to others (tenant.onmicrosoft.com). Their own mail, which has no host of its own or one
 * that all share, is told apart by its address. Of these and the next, a name stands for itself with any
 * number behind it (cmail19.com for cmail.com). In the order of strcmp(). */
static const char *const by_host[] = {
    "appspot.com", "appspotmail.com", "atlassian.net", "azurewebsites.net", "bamboohr.com",
    "basecamphq.com", "bigcommerce.com", "blogspot.com", "breezy.hr", "chatwoot.com", "cloudapp.net",
    "convertkit-mail.com", "desk.com", "deskpro.com", "discoursemail.com", "ecwid.com", "firebaseapp.com",
    "fly.dev", "force.com", "freshdesk.com", "freshemail.io", "freshservice.com", "freshworks.com",
    "gappssmtp.com", "ghost.io", "github.io", "gitlab.io", "glitch.me", "gorgias.com", "greenhouse-mail.io",
    "groups.io", "gserviceaccount.com", "helpjuice.com", "herokuapp.com", "hubspotemail.net",
    "hubspotstarter.net", "infusionsoft.com", "intercom-mail.com", "jimdosite.com", "jitbit.com",
    "kinsta.cloud", "ladesk.com", "lever.co", "list-manage.com", "mailersend.net", "mailgun.org",
    "mlsender.net", "mybigcommerce.com", "myfreshworks.com", "myshopify.com", "mystore.no", "myworkday.com",
    "netlify.app", "odoo.com", "onmicrosoft.cn", "onmicrosoft.com", "onmicrosoft.de", "onmicrosoft.us",
    "onrender.com", "pages.dev", "personio.de", "plentymarkets.com", "plesk.page", "replit.app", "run.app",
    "service-now.com", "sharepoint.com", "shopware.store", "smartrecruiters.com", "square.site",
    "tawk.email", "teamtailor-mail.com", "teamwork.com", "tenderapp.com", "uservoice.com", "vercel.app",
    "web.app", "webflow.io", "webnode.page", "weebly.com", "wildapricot.org", "wixsite.com",
    "wordpress.com", "workable.com", "workablemail.com", "workers.dev", "wpengine.com",
    "wpenginepowered.com", "zendesk.com", "zohocreator.com", "zohodesk.com", "zohodesk.eu",
};

/* Hosts of such platforms that all of their customers share, with any number behind them. In the order of
 * strcmp(). */
static const char *const shared_hosts[] = {
    "app", "au", "ca", "candidates", "de", "e", "email", "em", "eu", "event", "events", "hire", "m", "mail",
    "mailer", "mg", "my", "notification", "notifications", "notify", "reply", "send", "t", "uk", "us", "user",
};

/* Whose addresses do, as on a host that all share; or who sends to anybody what their customers wrote. */
static const char *const by_address[] = {
    "acems.com", "activehosted.com", "adobesign.com", "airtable.com", "amazonaws.com", "amazonses.com",
    "appsheet.com", "asana.com", "aweber.com", "bandcamp.com", "basecamp.com", "beehiiv.com",
    "benchmarkemail.com", "betterplace.org", "bigcartel.com", "bill.com", "billetto.com", "box.com",
    "brevosend.com", "buttondown.com", "buttondown.email", "buymeacoffee.com", "calendly.com",
    "campaign-archive.com", "canva.com", "ccsend.com", "circle.so", "ck.page", "cleverreach.com",
    "clickup.com", "cmail.com", "cognitoforms.com", "constantcontact.com", "craigslist.org",
    "createsend.com", "crisp.chat", "crisp.email", "crsend.com", "customer.io", "customeriomail.com",
    "docs.google.com", "docusign.com", "docusign.net", "doodle.com", "dotmailer.com", "drift.com",
    "drip.com", "dropbox.com", "dropboxmail.com", "dubsado.com", "echosign.com", "elasticemail.com",
    "email.teams.microsoft.com", "emailoctopus.com", "emlnk.com", "etsy.com", "eventbrite.com",
    "eventbritemail.com", "eventim-light.com", "eventix.io", "evernote.com", "evite.com", "exacttarget.com",
    "fastbill.com", "fastspring.com", "figma.com", "flodesk.com", "formspree.io", "formsubmit.co",
    "freshbooks.com", "fromsmash.com", "frontapp.com", "getresponse-mail.com", "getresponse.com",
    "getrevue.co", "gofundme.com", "googlegroups.com", "gorgias.io", "gotomeeting.com", "groovehq.com",
    "guest.booking.com", "gumroad.com", "happyfox.com", "hellosign.com", "helpscout.com", "helpscout.net",
    "helpscoutapp.com", "honeybook.com", "hopin.com", "hs-send.com", "hubspot-inbox.com", "humanitix.com",
    "i.softbank.jp", "icontact.com", "icontactmail.com", "indiegogo.com", "infusionmail.com", "intuit.com",
    "invoicehome.com", "invoicely.com", "inxmail.com", "jimdo.com", "jotform.com", "kajabimail.net",
    "kayako.com", "keap.app", "kickstarter.com", "kit-mail.com", "kit.com", "klaviyomail.com",
    "klick-tipp.com", "klicktipp.com", "ko-fi.com", "lexoffice.de", "liberapay.com", "livechatinc.com",
    "loom.com", "loops.so", "lu.ma", "luma-mail.com", "madmimi.com", "mail.kleinanzeigen.de",
    "mailchimp.com", "mailchimpapp.com", "mailchimpapp.net", "mailerlite.com", "mailerlite.io",
    "mailgun.com", "mailgun.net", "mailingwork.de", "mailjet.com", "mailjet.io", "mailplus.nl",
    "mailpoet.com", "mandrillapp.com", "marketplace.amazon.com", "mcsv.net", "medium.com", "meetup.com",
    "memberful.com", "members.ebay.com", "messagerie.leboncoin.fr", "miro.com", "mlsend.com", "monday.com",
    "moosend.com", "msgsndr.com", "musvc.com", "newsletter2go.com", "nextdoor.com", "nl2go.com",
    "notion.so", "omnisend.com", "ontraport.com", "pandadoc.com", "pandadoc.net", "paperform.co",
    "paperlesspost.com", "paragraph.xyz", "partiful.com", "patreon.com", "pipedrivemail.com", "podia.com",
    "post.xero.com", "postmarkapp.com", "pretix.eu", "property.booking.com", "pstmrk.it",
    "qemailserver.com", "qualtrics-survey.com", "qualtrics.com", "quickbooks.com", "rapidmail.de",
    "re-amaze.com", "reamaze.com", "recurly.com", "resend.dev", "revue.email", "rsgsv.net",
    "salesforce.com", "sender-sib.com", "sendersrv.com", "sendfox.com", "sendgrid.com", "sendgrid.me",
    "sendgrid.net", "sendinblue.com", "sendowl.com", "sendpulse.com", "sevdesk.de", "sharepointonline.com",
    "shipstation.com", "shopify.com", "shopifyemail.com", "signnow.com", "signrequest.com", "slack.com",
    "smartsheet.com", "smtp2go.com", "socketlabs.com", "sparkpostmail.com", "splashthat.com",
    "squarespace-mail.com", "squarespace.com", "squarespace.info", "squareup.com", "steadyhq.com",
    "strikingly.com", "stripe.com", "substack.com", "sumup.com", "surveyhero.com", "surveymonkey.com",
    "surveymonkey.net", "surveymonkeyuser.com", "swisstransfer.com", "tally.so", "tawk.to", "teachable.com",
    "test-google-a.com", "thinkific.com", "ti.to", "ticketleap.com", "ticketsource.co.uk",
    "ticketsource.com", "ticketspice.com", "tickettailor.com", "tidio.com", "tinyletter.com", "tito.io",
    "transfernow.net", "trello.com", "trustpilotmail.com", "turbo-smtp.com", "typeform.com", "typeform.io",
    "universe.com", "verticalresponse.com", "vinted.com", "vresp.com", "waveapps.com", "webex.com",
    "weeblyemail.com", "weeztix.com", "wetransfer.com", "wix-emails.com", "wix.com", "wixemails.com",
    "wixshoutout.com", "wufoo.com", "xero.com", "zcsend.com", "zcsend.net", "zohobooks.com", "zohosign.com",
    "zoom.us",
};

/* Of organisations that otherwise write themselves, those that carry what anybody shared. */
static const char *const carriers[] = {
    "calendar-notification@google.com", "drive-shares-dm-noreply@google.com",
    "drive-shares-noreply@google.com", "forms-receipts-noreply@google.com", "hit-reply@linkedin.com",
    "inmail-hit-reply@linkedin.com", "invites@microsoft.com", "messages-noreply@linkedin.com",
    "microsoft-noreply@microsoft.com", "no-reply-powerbi@microsoft.com",
};

/* Of both, those that have a domain for each country. */
static const char *const platform_families[] = {
    "billetto", "convertkit-mail", "etsy", "eventbrite", "freshdesk", "gorgias", "mailchimp", "mailjet",
    "marketplace.amazon", "members.ebay", "sendinblue", "shopify", "squarespace", "surveymonkey", "zendesk",
    "zohodesk",
};

static int compare(const void *name, const void *row)
{
    return strcmp(name, *(const char *const *)row);
}

#define IS_IN(name, names) (bsearch(name, names, G_N_ELEMENTS(names), sizeof *(names), compare) != NULL)

bool organisation_is_free_mail(const char *organisation)
{
    static const char *const wide[] = {"com", "eu", "info", "net", "org"};
    const char *dot = organisation ? strchr(organisation, '.') : NULL;
    if (!dot)
        return false;
    g_autofree char *label = g_strndup(organisation, (gsize)(dot - organisation));
    bool family = IS_IN(label, free_families) && (IS_IN(dot + 1, countries) || IS_IN(dot + 1, wide));
    return family || IS_IN(organisation, free_mail);
}

enum unit { BY_NOBODY, BY_HOST, BY_ADDRESS };

static enum unit unit_of(const char *name)
{
    return IS_IN(name, by_address) ? BY_ADDRESS : IS_IN(name, by_host) ? BY_HOST : BY_NOBODY;
}

/* NAME as the tables have it: cmail19.com is cmail.com, etsy.de is etsy.com. */
static char *in_tables(const char *name)
{
    for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
        g_autofree char *family = g_strndup(name, (gsize)(dot - name));
        if (IS_IN(family, platform_families) && IS_IN(dot + 1, countries))
            return g_strconcat(family, ".com", NULL);
    }
    size_t length = strcspn(name, "."), bare = length;
    while (bare && (g_ascii_isdigit(name[bare - 1]) || name[bare - 1] == '-'))
        bare--;
    return bare && bare < length ? g_strdup_printf("%.*s%s", (int)bare, name, name + length) : NULL;
}

/* Whether all labels of DOMAIN before PLATFORM, which it ends with, are names of hosts that all share. */
static bool is_shared(const char *domain, const char *platform)
{
    for (const char *dot; domain < platform; domain = dot + 1) {
        dot = strchr(domain, '.');
        size_t length = (size_t)(dot - domain);
        while (length && g_ascii_isdigit(domain[length - 1]))
            length--;
        g_autofree char *label = g_strndup(domain, length);
        if (!IS_IN(label, shared_hosts))
            return false;
    }
    return true;
}

/* Whose hosts or addresses are other people's, of all that DOMAIN is, or is below. */
static enum unit platform_of(const char *domain)
{
    for (const char *p = domain; p && *p; p = strchr(p, '.'), p += p ? 1 : 0) {
        g_autofree char *other = in_tables(p);
        enum unit unit = unit_of(p);
        if (unit == BY_NOBODY && other)
            unit = unit_of(other);
        if (unit != BY_NOBODY)
            return unit == BY_HOST && is_shared(domain, p) ? BY_ADDRESS : unit;
    }
    return BY_NOBODY;
}

bool domain_is_tenant(const char *domain)
{
    return platform_of(domain) != BY_NOBODY;
}

/* Whether LABEL, of LENGTH, is one of the names that BRAND goes by. */
static bool is_named(const struct brand *brand, const char *label, size_t length)
{
    for (const char *p = brand->names; (p = memmem(p, strlen(p), label, length)); p++)
        if ((p == brand->names || p[-1] == ' ') && (p == brand->names || p[-2] == '|') &&
            (!p[length] || !strncmp(p + length, " |", 2)))
            return true;
    return false;
}

/* Whether ORGANISATION is among the domains of BRAND, which blanks separate. */
static bool is_listed(const struct brand *brand, const char *organisation)
{
    size_t length = strlen(organisation);
    for (const char *p = brand->domains; length && (p = strstr(p, organisation)); p += length)
        if ((p == brand->domains || p[-1] == ' ') && (!p[length] || p[length] == ' '))
            return true;
    return false;
}

bool organisation_is_brand(const char *organisation)
{
    for (const struct brand *brand = brands; brand->name; brand++)
        if (is_listed(brand, organisation))
            return true;
    return false;
}

bool organisations_share_brand(const char *a, const char *b)
{
    for (const struct brand *brand = brands; brand->name; brand++)
        if (is_listed(brand, a) && is_listed(brand, b))
            return true;
    return false;
}

/* What follows a brand's name in the domain of its mailer. */
static bool is_mail(const char *rest)
{
    rest += *rest == '-';
    return g_str_has_prefix(rest, "mail.") || g_str_has_prefix(rest, "email.");
}

/* One brand over its countries and mailers (paypal.de, upsemail.com): the domains of its row that are called
 * as the first one is, and its name in other countries, if that is no word. Others of a row are houses of
 * their own (linkedin.com for Microsoft). */
static char *brand_home(const char *organisation)
{
    for (const struct brand *brand = brands; brand->name; brand++) {
        const char *first = brand->domains;
        size_t label = *first == *organisation ? strcspn(first, ".") : 0;
        if (!label || strncmp(organisation, first, label) != 0)
            continue;
        const char *rest = organisation + label;
        bool listed = (*rest == '.' || is_mail(rest)) && is_listed(brand, organisation);
        bool abroad = *rest == '.' && IS_IN(rest + 1, countries) && !brand->common &&
                      label >= SHORTEST_LABEL && is_named(brand, first, label);
        if (listed || abroad)
            return g_strndup(first, strcspn(first, " "));
    }
    return NULL;
}

char *relation_of(const char *address, const char *organisation)
{
    const char *at = strrchr(address, '@'), *domain = at ? at + 1 : "";
    enum unit unit = platform_of(domain);
    if (organisation_is_free_mail(organisation) || unit == BY_ADDRESS || IS_IN(address, carriers))
        return g_strdup(address);
    if (unit == BY_HOST)
        return g_strdup(domain);
    char *home = brand_home(organisation);
    return home ? home : g_strdup(organisation);
}

static uint64_t hash(uint64_t state, const char *text)
{
    return (state ^ g_str_hash(text)) * G_GUINT64_CONSTANT(1099511628211);
}

uint64_t relation_tables(void)
{
    static const struct {
        const char *const *names;
        size_t n;
    } tables[] = {
        {countries, G_N_ELEMENTS(countries)}, {free_families, G_N_ELEMENTS(free_families)},
        {free_mail, G_N_ELEMENTS(free_mail)}, {by_host, G_N_ELEMENTS(by_host)},
        {shared_hosts, G_N_ELEMENTS(shared_hosts)}, {by_address, G_N_ELEMENTS(by_address)},
        {carriers, G_N_ELEMENTS(carriers)}, {platform_families, G_N_ELEMENTS(platform_families)},
    };
    uint64_t state = G_GUINT64_CONSTANT(14695981039346656037);
    for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
        for (size_t i = 0; i < tables[t].n; i++)
            state = hash(state, tables[t].names[i]);
    for (const struct brand *brand = brands; brand->name; brand++)
        state = hash(hash(state, brand->names), brand->domains) + brand->common;
    return state;
}

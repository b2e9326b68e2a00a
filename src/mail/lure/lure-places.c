/* The places that lures are sent from and lead to. */
#include <stddef.h>

#include "lure-private.h"

const char *const hosting[] = {
    "firebaseapp.com", "web.app", "onmicrosoft.com", "zendesk.com", "herokuapp.com", "github.io",
    "gitlab.io", "pages.dev", "workers.dev", "r2.dev", "netlify.app", "vercel.app", "weebly.com",
    "weeblysite.com", "wixsite.com", "wixstudio.com", "blogspot.com", "wordpress.com", "glitch.me",
    "repl.co", "replit.app", "square.site", "godaddysites.com", "webflow.io", "typedream.app",
    "framer.app", "framer.website", "notion.site", "ipfs.io", "dweb.link", "azurewebsites.net",
    "windows.net", "cloudfront.net", "amazonaws.com", "storage.googleapis.com", "sites.google.com",
    "docs.google.com", "forms.gle", "appspot.com", "run.app", "fly.dev", "onrender.com", "surge.sh",
    "000webhostapp.com", "duckdns.org", "ngrok.io", "ngrok-free.app", "trycloudflare.com",
    "mystrikingly.com", "jimdosite.com", "canva.site", "translate.goog", "translate.google.com",
    "linkr.bio", "linktr.ee", "gitbook.io", "digitaloceanspaces.com", "linodeobjects.com",
    "vultrobjects.com", "wasabisys.com", "backblazeb2.com", "contaboserver.net", "vps.ovh.ca",
    "vps.ovh.net", "universe.wf", "hospedagemweb.net", "salonized.com", "myshopify.com", "yolasite.com",
    "webador.com", "ukit.me", "bubbleapps.io", "softr.app", "carrd.co", "telegra.ph", "t.me", "wa.me",
    /* whoever has an address of the net can have such a name */
    "ddns.net", "hopto.org", "zapto.org", "sytes.net", "no-ip.org", "no-ip.biz", "servehttp.com",
    "myftp.org", "dynu.net", "freeddns.org", "dyndns.org", "gotdns.ch", "redirectme.net",
    NULL,
};

const char *const sharing[] = {
    "drive.google.com", "forms.office.com", "forms.yandex.com", "forms.yandex.ru",
    "forms.microsoft.com", "form.jotform.com", "jotform.com",
    "typeform.com", "tally.so", "formstack.com", "zohopublic.com", "dropbox.com", "wetransfer.com", "we.tl",
    "sharepoint.com", "onedrive.live.com", "1drv.ms", "mediafire.com", "mega.nz", "box.com", "pcloud.link",
    NULL,
};

const char *const shorteners[] = {
    "bit.ly", "tinyurl.com", "goo.gl", "t.co", "is.gd", "v.gd", "ow.ly", "rb.gy", "cutt.ly",
    "shorturl.at", "t.ly", "rebrand.ly", "s.id", "lnkd.in", "bl.ink", "tiny.cc", "qrco.de", "shorter.me",
    "encurtador.com.br", "urlz.fr", "l.ead.me", "n9.cl", "did.li", "urlscan.link", "u.to", "abre.ai",
    "encr.pw", "x.gd", "ln.run", "tr.ee", NULL,
};

const char *const cheap_tlds[] = {
    ".xyz", ".top", ".shop", ".click", ".beauty", ".quest", ".icu", ".cyou", ".buzz", ".sbs", ".rest",
    ".lol", ".mom", ".monster", ".cfd", ".bond", ".autos", ".hair", ".skin", ".makeup", ".sa.com",
    ".za.com", ".it.com", ".uk.com", ".work", ".store", ".online", ".site", ".fun", ".website", ".bar",
    ".cam", ".gq", ".tk", ".ml", ".ga", ".cf", ".best", ".vip", ".win", ".bid", ".loan", ".date",
    ".review", ".stream", ".download", ".racing", ".party", ".pics", ".lat", ".pw", ".help", ".country",
    ".gdn", ".men", ".trade", ".webcam", ".faith", ".science", ".cricket", ".accountant", ".zip",
    ".mov", ".wang", ".ru.com", ".us.com", ".in.net", ".co.com", ".homes", ".boats", ".yachts", NULL,
};

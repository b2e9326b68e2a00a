/* The cast as tables: add a row to add a brand, a friend or a list. All domains end in .example,
 * which RFC 2606 keeps out of the real world; each name before it is one organisation. */
#include "cast.h"

#include <glib.h>

const struct talk_trait talk_traits[TALK_COUNT] = {
    [TALK_HELPFUL] = {"promotion", 0.18f, true, true, 7, 18},
    [TALK_BLAST] = {"promotion", 0.02f, true, true, 5, 20},
    [TALK_DUE] = {"promotion", 0.12f, true, true, 8, 17},
    [TALK_ROUTE] = {"promotion", 0.03f, true, true, 6, 16},
    [TALK_GIG] = {"promotion", 0.05f, true, true, 9, 17},
    [TALK_QUIET] = {"promotion", 0.22f, true, true, 8, 18},
    [TALK_NEWS] = {"newsletter", 0, true, true, 4, 9},
    [TALK_RECEIPT] = {"receipt", 0.85f, false, true, 8, 22},
    [TALK_SHIPPED] = {"shipping", 0.82f, false, true, 8, 19},
    [TALK_DELIVERED] = {"shipping", 0.70f, false, true, 9, 18},
    [TALK_CODE] = {"code", 0.97f, false, false, 6, 22},
    [TALK_ACCOUNT] = {"account", 0.50f, false, true, 6, 18},
    [TALK_BOOKING] = {"appointment", 0.95f, false, true, 7, 22},
    [TALK_VISIT] = {"appointment", 0.90f, false, false, 7, 17},
    [TALK_SOCIAL] = {"social", 0, true, true, 6, 22},
    [TALK_FRIEND] = {"person", 0.94f, false, false, 7, 22},
    [TALK_ANSWER] = {"person", 0.95f, false, false, 7, 22},
    [TALK_REPLY] = {"sent", 0, false, false, 7, 22},
    [TALK_LIST] = {"list", 0, false, false, 5, 22},
    [TALK_PHISH] = {"phish", 0, false, true, 1, 23},
    [TALK_ENDS] = {"promotion", 0.15f, true, true, 5, 20},
    [TALK_ORDERED] = {"promotion", 0.15f, true, true, 5, 20},
};

#define HELPS(often, about) {.talk = TALK_HELPFUL, .weekly = often, .aim = about}
#define SHOUTS(often) {.talk = TALK_BLAST, .weekly = often, .aim = 0.12f}
#define IS_QUIET(often, about) {.talk = TALK_QUIET, .weekly = often, .aim = about}

const struct manner_row manners[STRATEGY_DEALT] = {
    [STRATEGY_HELPFUL] = {"helpful", HELPS(1.1f, 0.75f), HELPS(1.1f, 0.75f)},
    [STRATEGY_TIMELY] = {"timely", IS_QUIET(0.3f, 0.3f), IS_QUIET(0.3f, 0.3f)},
    [STRATEGY_BLAST] = {"blast", SHOUTS(1.8f), SHOUTS(1.8f)},
    [STRATEGY_DECAYING] = {"decaying", HELPS(1.0f, 0.75f), SHOUTS(2.7f)},
    [STRATEGY_REFORMED] = {"reformed", SHOUTS(1.8f), HELPS(1.1f, 0.8f)},
    [STRATEGY_QUIET] = {"quiet", IS_QUIET(0.18f, 0.5f), IS_QUIET(0.18f, 0.5f)},
    [STRATEGY_NONE] = {"-", IS_QUIET(0, 0), IS_QUIET(0, 0)},
};

#define SHOP(name, domain, host, local, topic)                                                     \
    {                                                                                              \
        name, domain, host, local, "orders", ROLE_SHOP, topic, STRATEGY_DEALT, 0, 0, 0             \
    }
#define TIMELY(name, domain, host, topic, days)                                                    \
    {                                                                                              \
        name, domain, host, "hello", "service", ROLE_SHOP, topic, STRATEGY_TIMELY, 0, 0, days      \
    }
#define PAPER(name, domain, topic, pull, weekly)                                                   \
    {                                                                                              \
        name, domain, "", "letters", "abo", ROLE_PAPER, topic, STRATEGY_NONE, pull, weekly, 0      \
    }

const struct party parties[] = {
    TIMELY("Strideway", "strideway.example", "run", TOPIC_RUNNING, 182),
    TIMELY("Bergbohne", "bergbohne.example", "post", TOPIC_COFFEE, 38),
    TIMELY("Clearpane Optics", "clearpane.example", "mail", TOPIC_VISION, 91),
    {"Aerolune", "aerolune.example", "offers", "fares", "bookings", ROLE_AIRLINE, TOPIC_TRAVEL,
     STRATEGY_NONE, 0, 2.6f, 0},
    {"Rampenlicht Tickets", "rampenlicht.example", "news", "stage", "tickets", ROLE_STAGE,
     TOPIC_MUSIC, STRATEGY_NONE, 0, 1.6f, 0},
    {"Halden & Moss", "haldenmoss.example", "e", "sale", "orders", ROLE_FORGOTTEN, TOPIC_HOME,
     STRATEGY_BLAST, 0, 0, 0},
    SHOP("Pagecliff Books", "pagecliff.example", "letters", "hello", TOPIC_BOOKS),
    SHOP("Inkwell Lane", "inkwelllane.example", "e", "news", TOPIC_BOOKS),
    SHOP("Dewroot Nursery", "dewroot.example", "mail", "garden", TOPIC_GARDEN),
    SHOP("Gartenhof Ost", "gartenhof-ost.example", "info", "newsletter", TOPIC_GARDEN),
    SHOP("Pfannenwerk", "pfannenwerk.example", "e", "team", TOPIC_KITCHEN),
    SHOP("Tinder & Thyme", "tinderthyme.example", "hello", "kitchen", TOPIC_KITCHEN),
    SHOP("Spokeline", "spokeline.example", "ride", "crew", TOPIC_CYCLING),
    SHOP("Radmeile", "radmeile.example", "news", "angebote", TOPIC_CYCLING),
    SHOP("Silver Reel", "silverreel.example", "e", "programme", TOPIC_FILM),
    SHOP("Loomfield", "loomfield.example", "style", "hello", TOPIC_CLOTHES),
    SHOP("Kleiderbogen", "kleiderbogen.example", "mail", "mode", TOPIC_CLOTHES),
    SHOP("Northcoat", "northcoat.example", "em", "deals", TOPIC_CLOTHES),
    SHOP("Meeple Barn", "meeplebarn.example", "news", "play", TOPIC_GAMES),
    SHOP("Würfel & Co", "wuerfelundco.example", "post", "spiel", TOPIC_GAMES),
    SHOP("Apertura", "apertura.example", "e", "studio", TOPIC_PHOTO),
    SHOP("Lichtkiste", "lichtkiste.example", "info", "service", TOPIC_PHOTO),
    SHOP("Roomwise", "roomwise.example", "mail", "ideas", TOPIC_HOME),
    SHOP("Voltkiosk", "voltkiosk.example", "e", "deals", TOPIC_GADGETS),
    SHOP("Bytebazaar", "bytebazaar.example", "promo", "offers", TOPIC_GADGETS),
    SHOP("Sohle Sieben", "sohlesieben.example", "news", "lauf", TOPIC_RUNNING),
    SHOP("Second Crema", "secondcrema.example", "e", "beans", TOPIC_COFFEE),
    PAPER("The Morning Ledger", "morningledger.example", TOPIC_FILM, 0.62f, 4.5f),
    PAPER("Quayside Weekly", "quaysideweekly.example", TOPIC_TRAVEL, 0.45f, 1),
    PAPER("Gadget Dispatch", "gadgetdispatch.example", TOPIC_GADGETS, 0.04f, 3),
    {"Circlet", "circlet.example", "notify", "updates", "security", ROLE_SOCIAL, TOPIC_NONE,
     STRATEGY_NONE, 0.10f, 4, 0},
    {"Workbranch", "workbranch.example", "e", "network", "security", ROLE_SOCIAL, TOPIC_NONE,
     STRATEGY_NONE, 0.04f, 2, 0},
    {"Hanse Direktbank", "hansedirekt.example", "", "service", "sicherheit", ROLE_BANK, TOPIC_NONE,
     STRATEGY_NONE, 0, 0, 0},
    {"Flimmerbox", "flimmerbox.example", "", "konto", "login", ROLE_STREAM, TOPIC_FILM,
     STRATEGY_NONE, 0, 0, 0},
    {"Dr. Ahornweg Dental", "ahornweg-dental.example", "", "praxis", "praxis", ROLE_CLINIC,
     TOPIC_NONE, STRATEGY_NONE, 0, 0, 0},
};
const unsigned n_parties = G_N_ELEMENTS(parties);

const struct friend_row friends[] = {
    {"Jule Sommer", "jule@sommerpost.example", 1.6f},
    {"Tom Hazel", "tom@hazelbrook.example", 1.1f},
    {"Mum", "ingrid@winterhof.example", 1.2f},
    {"Sanjay P.", "sanjay@northyard.example", 0.8f},
    {"Klara Ufer", "k.ufer@werkraum-ufer.example", 0.6f},
};
const unsigned n_friends = G_N_ELEMENTS(friends);

const struct list_row lists[] = {
    {"riverside-runners", "riverside-runners.lists.trotclub.example",
     "riverside-runners@lists.trotclub.example", 3.5f, 0.62f, TOPIC_RUNNING},
    {"old-camera-talk", "old-camera-talk.lists.shutterfolk.example",
     "old-camera-talk@lists.shutterfolk.example", 4, 0.02f, TOPIC_PHOTO},
};
const unsigned n_lists = G_N_ELEMENTS(lists);

const char *const mail_houses[] = {"lumenpost.example", "mailwharf.example", "sendarbor.example",
                                   "dovecrate.example"};
const unsigned n_mail_houses = G_N_ELEMENTS(mail_houses);

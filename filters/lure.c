/* What mail of strangers wants: passing authentication says who sent it, not that they mean well. One
 * piece of evidence is found in genuine mail too and moves little; only together do they make a message
 * suspect. What she knows and acts on, and what answers her, is weighed lightly. */
#include <string.h>

#include "filters/filter.h"

enum {
    BRAND, ACCOUNT, PAYMENT, PRIZE, FORTUNE, PARCEL, THREAT, DATING, CURE, OFFER, FAVOUR, HURRY,
    AWAY,
    NAMES_OTHER, HIDDEN_TARGET, HOSTED_PAGE, ODD_LINK, FORM, PAGE, UNREACHABLE, RANDOM, CHEAP, HOSTED,
    DISGUISED, COMPANY, ADDRESSED, SITE, REPLY, NAME, PICTURE, MAILBOX, UNDISCLOSED, BARE,
    TAIL, NUMBERED, TORN, GIBBERISH, SPELT, PLANTED, SUM, DECORATED,
};

static const struct finding_spec specs[] = {
    [BRAND] = {"lure.brand", AXIS_TRUST, -2.8, "claims an organisation that it is not from"},
    [ACCOUNT] = {"lure.account", AXIS_TRUST, -1.4, "a stranger's words about an account of yours"},
    [PAYMENT] = {"lure.payment", AXIS_TRUST, -1.1, "a stranger's words about a payment"},
    [PRIZE] = {"lure.prize", AXIS_TRUST, -1.3, "a stranger promises gifts or winnings"},
    [FORTUNE] = {"lure.fortune", AXIS_TRUST, -1.75, "a stranger promises money"},
    [PARCEL] = {"lure.parcel", AXIS_TRUST, -1.2, "a stranger holds a parcel for you"},
    [THREAT] = {"lure.threat", AXIS_TRUST, -1.2, "a stranger threatens"},
    [DATING] = {"lure.dating", AXIS_TRUST, -1.6, "a stranger wants to meet"},
    [CURE] = {"lure.cure", AXIS_TRUST, -1.3, "a stranger sells health"},
    [OFFER] = {"lure.offer", AXIS_TRUST, -1.0, "a stranger sells what you did not ask for"},
    [FAVOUR] = {"lure.favour", AXIS_TRUST, -0.9, "a stranger asks for what swindlers ask for"},
    [HURRY] = {"lure.hurry", AXIS_TRUST, -0.8, "urges a stranger to hurry"},
    [AWAY] = {"lure.away", AXIS_TRUST, -0.7, "all links lead away from the sender's organisation"},
    [NAMES_OTHER] = {"lure.link-text", AXIS_TRUST, -0.8, "a link names one site and leads to another"},
    [HIDDEN_TARGET] = {"lure.link-hidden", AXIS_TRUST, -1.3, "a link hides where it leads"},
    [HOSTED_PAGE] = {"lure.link-hosted", AXIS_TRUST, -1.1, "a link leads to pages that anyone can have"},
    [ODD_LINK] = {"lure.link-odd", AXIS_TRUST, -1.0, "a link leads to a throwaway host"},
    [FORM] = {"lure.form", AXIS_TRUST, -0.8, "asks to be filled in"},
    [PAGE] = {"lure.attachment", AXIS_TRUST, -1.0, "a web page is attached"},
    [UNREACHABLE] = {"lure.unreachable", AXIS_TRUST, -1.5, "from an address that cannot be"},
    [RANDOM] = {"lure.random-host", AXIS_TRUST, -1.3, "from a host of random letters"},
    [CHEAP] = {"lure.cheap-host", AXIS_TRUST, -0.8, "from a domain that costs next to nothing"},
    [HOSTED] = {"lure.hosted", AXIS_TRUST, -1.6, "from a host name that anyone can have"},
    [DISGUISED] = {"lure.disguised", AXIS_TRUST, -1.6, "hidden or foreign letters within words"},
    [COMPANY] = {"lure.office", AXIS_TRUST, -1.6, "an office that writes from a free mailbox"},
    [ADDRESSED] = {"lure.addressed", AXIS_TRUST, -1.0, "calls you by your address"},
    [SITE] = {"lure.name-site", AXIS_TRUST, -0.9, "its name is of another site"},
    [REPLY] = {"lure.reply-to", AXIS_TRUST, -0.8, "replies go to somebody else"},
    [NAME] = {"lure.name", AXIS_TRUST, -0.8, "a name that has nothing to do with its address"},
    [MAILBOX] = {"lure.mailbox", AXIS_TRUST, -1.8, "from a mailbox of random letters"},
    [PICTURE] = {"lure.picture", AXIS_TRUST, -1.2, "a picture in place of words, which leads away"},
    [UNDISCLOSED] = {"lure.undisclosed", AXIS_TRUST, -1.6, "hides to whom else it went"},
    [BARE] = {"lure.bare", AXIS_TRUST, -1.6, "hardly a word, and a file or a page to open"},
    [TAIL] = {"lure.tail", AXIS_TRUST, -1.0, "a machine drew the end of the subject or the name"},
    [TORN] = {"lure.torn-name", AXIS_TRUST, -1.3, "a name in pieces, as no mail program writes it"},
    [PLANTED] = {"lure.planted", AXIS_TRUST, -3.2, "a stranger's site and sum where a name belongs"},
    [SUM] = {"lure.sum", AXIS_TRUST, -1.1, "a stranger's few words about a sum of money"},
    [DECORATED] = {"lure.decorated", AXIS_TRUST, -1.0, "a name with signs that names do not have"},
    [SPELT] = {"lure.digits", AXIS_TRUST, -1.8, "its domain has digits for letters of its name"},
    [GIBBERISH] = {"lure.gibberish", AXIS_TRUST, -1.8, "a stranger's words of random letters"},
    [NUMBERED] = {"lure.numbered", AXIS_TRUST, -1.2, "an office with a number in its name or mailbox"},
};

#define FAR_FROM 1.2 /* of a name of which nothing is in the address */
#define HEADS 0.8   /* of a name that heads a notice of an account, as its own notices do */
#define RELAYED 0.4 /* of a name, where a relay does not tell who wrote */
#define ITS_BUSINESS 0.2 /* of a host, where it names an order of hers with whom it looks like */
#define SLIGHT 0.15 /* what counts of it where she knows them */
#define OF_LIST 0.3 /* in discussions: anybody writes there about anything */
#define OF_STRANGE_LIST 0.5
#define UNTOLD 0.65  /* where no server that is trusted said from whom it is: most such mail is genuine */
#define PROVES_ITSELF 1.5 /* of what was made to be thrown away, and bears no name to keep: that it is itself
                             says nothing for it */
#define DRAWN 1.85 /* the same of what a machine drew, which is nobody's house: it outweighs the proof */
#define OF_PROVEN 1.25 /* of answers that go elsewhere, though who wrote is reached where he says */
#define OF_FREE_MAIL 1.4 /* of an office whose mailbox is proven to be one that anyone can have */
#define NOBODY 2 /* of an address that cannot be, where a server that is believed saw none at all */
#define ELSEWHERE 1.35 /* of a letter to nobody by name, where answers go to another free mailbox */
#define FEW_WORDS 2 /* of random letters, which names of programs and people may be; ... */
#define MANY_WORDS 2.0 /* ... and how many more are too many */
#define LONG_NUMBER 8 /* digits, which counts twice: nobody is called so */
#define ALONE 0.35  /* of a letter to nobody by name, where nothing else is odd */
#define AT_HOME 0.35 /* of words of business, where nothing but the sender's own organisation is involved */

static bool leads_away(const struct lure *lure)
{
    return lure->links && !lure->own_links;
}

/* Plainly: an account or money, not the delivery that every report speaks of. */
static bool wants_entry(const struct lure *lure)
{
    return MAX(lure->themes[THEME_ACCOUNT], lure->themes[THEME_PAYMENT]) >= 0.6f;
}

/* How far the evidence counts. */
static double strangeness(const struct facts *facts)
{
    /* What a report returns are her own words, or anybody's. Who writes the like wants her to go
     * somewhere. */
    bool report = facts->about_hers || (facts->kind.kind == KIND_REPORT && !facts->lure.attachment);
    if (facts->kind.local || (report && !(leads_away(&facts->lure) && wants_entry(&facts->lure))))
        return SLIGHT;
    if (facts->imitation.herself)
        return 1;
    if (facts->contact.written || facts->answers_her || facts->thread_is_hers)
        return facts->proven == AUTH_FAIL ? 1 : SLIGHT;
    if (facts->newcomer)
        return 1;
    if (facts->proven == AUTH_PASS && !facts->discussion &&
        facts->tally[LEVEL_ORGANISATION].acted > 0.5)
        return SLIGHT;
    bool list = facts->kind.kind == KIND_LIST;
    if (facts->proven == AUTH_UNKNOWN)
        return (list ? OF_LIST : 1) * UNTOLD;
    /* Anybody can call himself a list; the one that she follows proves that it is. */
    if (list && facts->discussion && facts->entitled == AUTH_PASS &&
        facts->tally[LEVEL_ORGANISATION].acted > 0.5)
        return OF_LIST;
    return list && facts->proven == AUTH_NONE ? OF_STRANGE_LIST : 1; /* lists often leave nothing of an
                                                                        author's proof */
}

/* Mailings under their own name, and nothing against it: their links count clicks at those who send them. */
static bool is_mailing(const struct facts *facts)
{
    bool proven = facts->proven == AUTH_PASS || facts->proven == AUTH_UNKNOWN;
    bool signs = facts->proven == AUTH_NONE && facts->mailed;
    return ((facts->kind.bulk && proven) || signs) && !facts->lure.foreign_name;
}

/* The sender's own host, links to it, no odd thing: what a genuine organisation's mail looks like. Whoever
 * bears the name of another that she knows has made himself such a home. */
static bool is_at_home(const struct facts *facts)
{
    const struct lure *lure = &facts->lure;
    return (lure->own_links || is_mailing(facts)) && !lure->odd && !lure->brand && !lure->tricks &&
           !*lure->reply && !*lure->named_site && !facts->sender->free_mail &&
           !facts->imitation.organisation;
}

/* What only companies and their programs have to say. */
static bool is_office(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_SHIPPING || kind == KIND_CODE || kind == KIND_ACCOUNT;
}

static void judge_claim(const struct facts *facts, double much, struct findings *out)
{
    const struct lure *lure = &facts->lure;
    static const double worth[] = {[CLAIM_NAME] = 1, [CLAIM_ADDRESS] = 0.9, [CLAIM_SUBJECT] = 0.4,
                                   [CLAIM_HEAD] = 0.4, [CLAIM_TEXT] = 0.5};
    bool entry = facts->kind.kind == KIND_ACCOUNT || facts->kind.kind == KIND_CODE;
    const char *from = *facts->sender->domain ? facts->sender->domain : "nowhere";
    double claims = lure->claim == CLAIM_HEAD && entry                ? HEADS
                    : lure->claim == CLAIM_NAME && lure->foreign_name ? FAR_FROM
                                                                      : worth[lure->claim];
    if (lure->brand)
        findings_add(out, &specs[BRAND], much * claims * (facts->sender->relayed ? RELAYED : 1),
                     "says %s, whose mail comes from %.*s; this came from %s", lure->brand,
                     (int)strcspn(lure->brand_domain, " "), lure->brand_domain, from);
    if (*lure->named_site)
        findings_add(out, &specs[SITE], much, "named %s, from %s", lure->named_site, from);
    bool proven = facts->proven == AUTH_PASS;
    double office = much * (proven ? OF_FREE_MAIL : 1);
    if (lure->odd & ODD_COMPANY)
        findings_add(out, &specs[COMPANY], office, "\"%s\" at %s", facts->sender->name, from);
    else if (facts->sender->free_mail && is_office(facts->kind.kind))
        findings_add(out, &specs[COMPANY], office, "%s from %s", kind_name(facts->kind.kind), from);
    if (*lure->reply)
        findings_add(out, &specs[REPLY], (proven ? OF_PROVEN : 1) * much * (lure->reply_free_mail ? 1.6 : 1),
                     "from %s, replies to %s",
                     facts->sender->address, lure->reply);
}

static void add_theme(const struct facts *facts, int theme, double much, struct findings *out)
{
    bool business = theme != THEME_FORTUNE && theme != THEME_DATING && theme != THEME_CURE;
    double home = business && is_at_home(facts) ? AT_HOME : 1;
    if (facts->lure.themes[theme] > 0)
        findings_add(out, &specs[ACCOUNT + theme], much * home * facts->lure.themes[theme], "\"%s\"",
                     facts->lure.words[theme]);
}

/* The plainest theme counts, and half of the next: a newsletter touches many. Returns how plain it is. */
static double judge_words(const struct facts *facts, double much, struct findings *out)
{
    const struct lure *lure = &facts->lure;
    int first = -1, second = -1;
    for (int i = 0; i < THEME_HURRY; i++)
        if (first < 0 || lure->themes[i] > lure->themes[first]) {
            second = first;
            first = i;
        } else if (second < 0 || lure->themes[i] > lure->themes[second])
            second = i;
    add_theme(facts, first, much, out);
    add_theme(facts, second, much / 2, out);
    if (lure->themes[first] >= 0.6)
        add_theme(facts, THEME_HURRY, much, out);
    return MIN(lure->themes[first], 1);
}

/* How far it asks for something to be entered or paid. */
static double asks(const struct lure *lure)
{
    return MIN(MAX(lure->themes[THEME_ACCOUNT], MAX(lure->themes[THEME_PAYMENT], lure->themes[THEME_PARCEL])),
               1);
}

static bool is_picture(const struct message *message)
{
    return message->n_images && strlen(message->text) < 200;
}

/* Links of bulk mail lead to those who count clicks; what they mean depends on what the words want (WANTS,
 * 0 to 1). */
static void judge_links(const struct facts *facts, double much, double wants, struct findings *out)
{
    const struct lure *lure = &facts->lure;
    const char *from = facts->sender->organisation, *trick = lure->trick_host;
    if (leads_away(lure) && !facts->sender->free_mail)
        findings_add(out, &specs[AWAY], much * wants * (is_mailing(facts) ? AT_HOME : 1),
                     "from %s, leads to %s", from, lure->away);
    if (leads_away(lure) && is_picture(facts->message))
        findings_add(out, &specs[PICTURE], much, "%u pictures, leads to %s", facts->message->n_images,
                     lure->away);
    if (lure->tricks & TRICK_NAMES_OTHER)
        findings_add(out, &specs[NAMES_OTHER], much * asks(lure), "names %s, leads to %s", lure->shown,
                     lure->target);
    if (lure->tricks & (TRICK_NUMERIC | TRICK_USERINFO | TRICK_DATA))
        findings_add(out, &specs[HIDDEN_TARGET], much, "leads to %s, from %s", trick, from);
    if (lure->tricks & (TRICK_HOSTED | TRICK_SHORTENED))
        findings_add(out, &specs[HOSTED_PAGE], much * MAX(wants, 0.2), "leads to %s, from %s", trick, from);
    if (lure->tricks & TRICK_ODD_HOST)
        findings_add(out, &specs[ODD_LINK], much * MAX(wants, 0.3), "leads to %s, from %s", trick, from);
    if (facts->message->has_form)
        findings_add(out, &specs[FORM], much * asks(lure), "has a form, from %s", from);
    if (lure->attachment)
        findings_add(out, &specs[PAGE], much, "%s", lure->attachment);
}

/* To nobody by name ("undisclosed-recipients:;") or to its own author: a letter to as many as could be
 * found. */
static bool is_undisclosed(const struct facts *facts)
{
    const struct message *m = facts->message;
    for (unsigned i = 0; i < m->n_recipients; i++)
        if (*m->recipients[i].mailbox &&
            g_ascii_strcasecmp(m->recipients[i].mailbox, facts->sender->address) != 0)
            return false;
    return message_header(m, "To") && !facts->hers && !facts->kind.bulk && facts->kind.kind != KIND_LIST;
}

/* Bytes of text that shows, without the addresses of pages. */
static size_t bytes_said(const struct message *m)
{
    size_t said = 0;
    for (const char *p = m->text; *p;) {
        bool page = !strncmp(p, "http://", 7) || !strncmp(p, "https://", 8);
        said += !page;
        p += page ? strcspn(p, " \t\r\n<>") : 1;
    }
    return said;
}

/* A file, or a link to a page or a file that anyone can put there, from a mailbox that anyone can have, and
 * nothing said about it. Photographs need no words. */
static bool is_bare(const struct facts *facts)
{
    static const char *const photos[] = {".jpg", ".jpeg", ".png", ".heic", ".gif", ".webp", NULL};
    const struct message *m = facts->message;
    const char *dot = m->n_attachments ? strrchr(m->attachments[0], '.') : NULL;
    g_autofree char *suffix = dot ? g_ascii_strdown(dot, -1) : NULL;
    bool file = m->n_attachments && !(suffix && g_strv_contains(photos, suffix));
    bool page = leads_away(&facts->lure) && facts->lure.tricks & (TRICK_HOSTED | TRICK_SHORTENED);
    return facts->sender->free_mail && (file || page) && bytes_said(m) < 100;
}

/* Clubs and friends write so, too: it is something beside something else. */
static double how_undisclosed(const struct facts *facts, double wants)
{
    const struct lure *lure = &facts->lure;
    bool odd = lure->brand || lure->odd || lure->tricks || lure->attachment || *lure->reply ||
               *lure->named_site || facts->proven == AUTH_FAIL || facts->proven == AUTH_NONE ||
               is_office(facts->kind.kind) || is_bare(facts) ||
               facts->addressing.place || /* it says that she wrote it */
               (is_picture(facts->message) && leads_away(lure));
    if (*lure->reply && lure->reply_free_mail)
        return ELSEWHERE;
    return odd || wants >= 0.6 ? 1 : MAX(wants, ALONE);
}

static void judge_shape(const struct facts *facts, double much, double wants, struct findings *out)
{
    if (is_undisclosed(facts))
        findings_add(out, &specs[UNDISCLOSED], much * how_undisclosed(facts, wants), "%s",
                     facts->message->n_recipients ? "to its own author" : "to nobody by name");
    if (is_bare(facts))
        findings_add(out, &specs[BARE], much, "\"%s\"", facts->message->n_attachments
                     ? facts->message->attachments[0] : facts->lure.trick_host);
}

/* On lists keys and programs are shown, and mailings have codes. */
static bool is_gibberish(const struct facts *facts)
{
    return facts->lure.gibberish > FEW_WORDS && facts->kind.kind != KIND_LIST && !is_mailing(facts);
}

static void judge_address(const struct facts *facts, double much, double wants, struct findings *out)
{
    static const struct {
        enum odd odd;
        int finding;
    } rows[] = {
        {ODD_UNREACHABLE, UNREACHABLE}, {ODD_RANDOM, RANDOM}, {ODD_CHEAP, CHEAP}, {ODD_HOSTED, HOSTED},
        {ODD_MAILBOX, MAILBOX}, {ODD_NUMBERED, NUMBERED}, {ODD_SPELT, SPELT},
        {ODD_PLANTED, PLANTED}, {ODD_SUM, SUM}, {ODD_DECORATED, DECORATED},
    };
    const struct lure *lure = &facts->lure;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        bool usual =
            rows[i].finding == HOSTED ? lure->own_links : rows[i].finding == MAILBOX && facts->kind.bulk;
        bool proven = facts->proven == AUTH_PASS;
        bool drawn = !usual && rows[i].odd & (ODD_RANDOM | ODD_MAILBOX | ODD_SPELT);
        bool named = *facts->sender->name && !lure->foreign_name;
        bool cheap = rows[i].odd == ODD_CHEAP && !named;
        bool long_number = rows[i].finding == NUMBERED && lure->number_digits >= LONG_NUMBER;
        double thrown = long_number ? 2 : proven && drawn ? DRAWN : proven && cheap ? PROVES_ITSELF : 1;
        bool nobody = !*facts->sender->address && *facts->auth.server;
        double counts = (usual ? 0.5 : 1) * (nobody ? NOBODY : thrown);
        if (rows[i].finding == HOSTED && facts->imitation.domain) /* which counts for itself */
            counts = facts->imitation.knows_her ? ITS_BUSINESS : 0.5;
        if (lure->odd & rows[i].odd)
            findings_add(out, &specs[rows[i].finding], much * counts, "%s",
                         *facts->sender->address ? facts->sender->address : "no address that can be read");
    }
    /* Tickets and bookings have such numbers, too; they are told by people who are known, or about a
     * business. */
    if (lure->odd & ODD_TAIL)
        findings_add(out, &specs[TAIL], much * MAX(wants, 0.5) * (is_office(facts->kind.kind) ? 0.4 : 1),
                     "in \"%s\" or \"%s\"", facts->sender->name, facts->message->subject);
    if (is_gibberish(facts))
        findings_add(out, &specs[GIBBERISH], much * MIN((lure->gibberish - FEW_WORDS) / MANY_WORDS, 1),
                     "%u of them", lure->gibberish);
    if (lure->odd & ODD_DISGUISED)
        findings_add(out, &specs[DISGUISED], much, "in \"%s\" or \"%s\"", facts->sender->name,
                     facts->message->subject);
    else if (lure->odd & ODD_DISGUISED_TEXT)
        findings_add(out, &specs[DISGUISED], much, "%s", "in its text");
    if (lure->foreign_name)
        findings_add(out, &specs[NAME], much * wants, "\"%s\" at %s", facts->sender->name,
                     facts->sender->domain);
    if (facts->message->from_torn)
        findings_add(out, &specs[TORN], much, "%s", facts->sender->address);
    if (lure->odd & ODD_ADDRESSED)
        findings_add(out, &specs[ADDRESSED], much, "%s", "in the subject");
}

static void judge(const struct facts *facts, struct findings *out)
{
    double much = strangeness(facts);
    judge_claim(facts, much, out);
    double wants = judge_words(facts, much, out);
    judge_shape(facts, much, wants, out);
    /* Where something else is odd, links and names need no words to mean something. */
    if (facts->lure.brand || facts->lure.odd || is_gibberish(facts))
        wants = MAX(wants, 0.7);
    else if ((facts->proven == AUTH_NONE && !is_mailing(facts)) || facts->sender->free_mail ||
             (facts->lure.tricks & TRICK_ODD_HOST))
        wants = MAX(wants, 0.55);
    judge_links(facts, much, wants, out);
    judge_address(facts, much, wants, out);
}

const struct filter filter_lure = {
    "lure", "what a stranger claims and wants, and where it leads", specs, G_N_ELEMENTS(specs), judge,
};

/* Puts an occasion into words: chooses sentences, fills their slots, settles addresses. What is
 * sent when is days.c's, how a letter looks as bytes is render.c's. */
#include <string.h>
#include <time.h>

#include "state.h"

enum slot {
    SLOT_FIRST,
    SLOT_NAME,
    SLOT_BRAND,
    SLOT_DOMAIN,
    SLOT_TOPIC,
    SLOT_ITEM,
    SLOT_OTHER,
    SLOT_PERCENT,
    SLOT_PRICE,
    SLOT_ORDER,
    SLOT_HOME,
    SLOT_CITY,
    SLOT_CODE,
    SLOT_DATE,
    SLOT_TIME,
    SLOT_MONTH,
    SLOT_MONTHS,
    SLOT_WHO,
    SLOT_LIST,
    SLOT_SUBJECT,
    SLOT_COUNT
};
static const char *const slot_names[SLOT_COUNT] = {
    "first", "name", "brand", "domain", "topic", "item",  "other",  "percent", "price", "order",
    "home",  "city", "code",  "date",   "time",  "month", "months", "who",     "list",  "subject"};

/* People she knows from lists and networks only. */
static const struct {
    const char *name, *address;
} strangers[] = {
    {"Bea", "bea@kettlewood.example"},        {"Olli", "olli@funkloch.example"},
    {"Petra N.", "petra@neunlinden.example"}, {"Quentin", "q@tallowgate.example"},
    {"Rafa", "rafa@puertochico.example"},     {"Sunniva", "sunniva@fjordkant.example"},
};

static const char *keep(struct world *world, char *text)
{
    const char *kept = g_string_chunk_insert(world->strings, text);
    g_free(text);
    return kept;
}
#define KEEP(...) keep(world, g_strdup_printf(__VA_ARGS__))

static const char *one_of(struct world *world, const char *const *sentences)
{
    return sentences[dice_below(&world->dice, g_strv_length((char **)sentences))];
}

static const char *slot_value(const char *const *slots, const char *name, size_t len)
{
    for (int i = 0; i < SLOT_COUNT; i++)
        if (strlen(slot_names[i]) == len && strncmp(slot_names[i], name, len) == 0)
            return slots[i];
    g_assert_not_reached();
}

static void fill(GString *out, const char *sentence, const char *const *slots)
{
    for (const char *p = sentence; *p; p++) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (!end) {
            g_string_append_c(out, *p);
            continue;
        }
        g_string_append(out, slot_value(slots, p + 1, (size_t)(end - p - 1)));
        p = end;
    }
}

static const char *date_in_words(struct world *world, int64_t when)
{
    time_t t = (time_t)when;
    struct tm tm;
    gmtime_r(&t, &tm);
    return KEEP("%d%s %s", tm.tm_mday, world->lingo->ordinal, world->lingo->months[tm.tm_mon]);
}

static const char *month_of(const struct world *world, int64_t when)
{
    time_t t = (time_t)when;
    struct tm tm;
    gmtime_r(&t, &tm);
    return world->lingo->months[tm.tm_mon];
}

static const char *price(struct world *world, bool comma)
{
    int whole = dice_between(&world->dice, 9, 149), cents = dice_chance(&world->dice, 0.6) ? 90 : 0;
    return comma ? KEEP("%d,%02d €", whole, cents) : KEEP("€%d.%02d", whole, cents);
}

/* Slots that do not depend on who writes. */
static void fill_slots(struct world *world, const struct occasion *o, enum topic topic,
                       int64_t event, const char *slots[SLOT_COUNT])
{
    struct dice *dice = &world->dice;
    const struct lingo *lingo = world->lingo;
    const struct business *business = o->party < n_parties ? &world->business[o->party] : NULL;
    int64_t then = business && business->bought ? business->bought : o->when - 30 * DAY;
    enum topic words = topic == TOPIC_NONE || topic == TOPIC_TRAVEL
                           ? (enum topic)dice_below(dice, TOPIC_MUSIC)
                           : topic;
    slots[SLOT_FIRST] = READER_FIRST;
    slots[SLOT_NAME] = READER_NAME;
    slots[SLOT_TOPIC] = lingo->topics[topic];
    slots[SLOT_ITEM] = lingo->items[words][o->item];
    slots[SLOT_OTHER] =
        lingo->items[words][(o->item + 1 + (int)dice_below(dice, TOPIC_ITEMS - 1)) % TOPIC_ITEMS];
    slots[SLOT_PERCENT] = KEEP("%d", 5 * dice_between(dice, 2, 14));
    slots[SLOT_PRICE] = price(world, lingo->decimal_comma);
    slots[SLOT_ORDER] = o->order ? o->order : KEEP("%d", dice_between(dice, 100000, 999999));
    slots[SLOT_HOME] = lingo->items[TOPIC_TRAVEL][world->home];
    slots[SLOT_CITY] = lingo->items[TOPIC_TRAVEL][o->talk == TALK_ROUTE || o->talk == TALK_BOOKING
                                                      ? o->item
                                                      : (int)dice_below(dice, TOPIC_ITEMS)];
    slots[SLOT_CODE] = KEEP("%06d", dice_between(dice, 1000, 999999));
    slots[SLOT_DATE] = date_in_words(world, event);
    slots[SLOT_TIME] = KEEP("%d:%02d", dice_between(dice, 9, 19), 15 * dice_between(dice, 0, 3));
    slots[SLOT_MONTH] = month_of(world, then);
    slots[SLOT_MONTHS] =
        KEEP("%d", MAX(1, (int)((o->when - then + 15 * DAY) / (30 * DAY))));
}

/* A domain that a hurried eye reads as DOMAIN. */
static const char *lookalike(struct world *world, const char *domain)
{
    const char *dot = strchr(domain, '.');
    int stem = (int)(dot - domain);
    const char *l = memchr(domain, 'l', (size_t)stem);
    if (l && dice_chance(&world->dice, 0.5))
        return KEEP("%.*s1%s", (int)(l - domain), domain, l + 1);
    return KEEP("%.*s-%s%s", stem, domain, dice_chance(&world->dice, 0.5) ? "secure" : "service",
                dot);
}

static void from_party(struct world *world, const struct occasion *o, struct letter *l)
{
    const struct party *p = l->party;
    bool bulk = talk_traits[o->talk].bulk && *p->bulk_host;
    const char *host = bulk ? KEEP("%s.%s", p->bulk_host, p->domain) : p->domain;
    l->from_name = p->name;
    l->from_address =
        KEEP("%s@%s", talk_traits[o->talk].bulk ? p->bulk_local : p->desk_local, host);
    l->house = talk_traits[o->talk].bulk ? world->business[o->party].house : p->domain;
    l->link_host = KEEP("%s.%s", bulk ? "click" : "www", host);
    l->organisation = p->domain;
    enum manner strategy = world->business[o->party].strategy;
    l->strategy = manners[strategy].name;
}

static void from_swindler(struct world *world, struct letter *l)
{
    const struct party *p = l->party;
    l->from_name = l->origin == ORIGIN_NAMED ? KEEP("%s Support", p->name) : p->name;
    if (l->origin == ORIGIN_FORGED)
        l->from_address = KEEP("%s@%s", p->desk_local, p->domain);
    else if (l->origin == ORIGIN_LOOKALIKE)
        l->from_address = KEEP("service@%s", lookalike(world, p->domain));
    else
        l->from_address = KEEP("info%u@vps-rental.example", l->serial);
    l->organisation = strchr(l->from_address, '@') + 1;
    l->house = l->origin == ORIGIN_LOOKALIKE ? l->organisation : "vps-rental.example";
    l->link_host = KEEP("login.%s", l->house);
    l->strategy = "phish";
}

static void from_person(struct world *world, const struct occasion *o, struct letter *l)
{
    unsigned stranger = dice_below(&world->dice, G_N_ELEMENTS(strangers));
    l->from_name =
        o->correspondent >= 0 ? friends[o->correspondent].name : strangers[stranger].name;
    l->from_address =
        o->correspondent >= 0 ? friends[o->correspondent].address : strangers[stranger].address;
    l->organisation = strchr(l->from_address, '@') + 1;
    l->house = l->organisation;
    l->strategy = "-";
    if (o->list >= 0) {
        l->list_id = lists[o->list].id;
        l->list_name = lists[o->list].name;
        l->to_name = "";
        l->to_address = lists[o->list].address;
        l->house = strchr(lists[o->list].address, '@') + 1;
    }
    if (l->origin == ORIGIN_HER) {
        l->to_name = l->from_name;
        l->to_address = l->from_address;
        l->from_name = READER_NAME;
        l->from_address = READER_ADDRESS;
        l->house = l->organisation = "home.example";
    }
}

static const char *bare_subject(const struct occasion *o)
{
    if (!o->reply_to)
        return "";
    return g_str_has_prefix(o->reply_to->subject, "Re: ") ? o->reply_to->subject + 4
                                                          : o->reply_to->subject;
}

static void write_words(struct world *world, const struct occasion *o, struct letter *l,
                        enum topic topic)
{
    const struct wording *say = &world->lingo->talk[o->talk];
    const char *slots[SLOT_COUNT] = {0};
    fill_slots(world, o, topic, l->event, slots);
    slots[SLOT_BRAND] = l->party ? l->party->name : "";
    slots[SLOT_DOMAIN] = l->party ? l->party->domain : "";
    slots[SLOT_WHO] =
        l->party ? strangers[dice_below(&world->dice, G_N_ELEMENTS(strangers))].name : l->from_name;
    slots[SLOT_LIST] = l->list_name ? l->list_name : "";
    slots[SLOT_SUBJECT] = bare_subject(o);

    g_autoptr(GString) out = g_string_new(NULL);
    fill(out, one_of(world, say->subjects), slots);
    if (l->party)
        out->str[0] = g_ascii_toupper(out->str[0]);
    l->subject = g_string_chunk_insert(world->strings, out->str);
    g_string_truncate(out, 0);
    fill(out, one_of(world, say->buttons), slots);
    l->button = g_string_chunk_insert(world->strings, out->str);
    g_string_truncate(out, 0);
    fill(out, one_of(world, say->openings), slots);
    gsize start = out->len;
    bool flows = start > 0 && out->str[start - 1] == ',' && world->lingo->flows_after_comma;
    if (start > 0)
        g_string_append(out, "\n\n");
    start = out->len;
    fill(out, one_of(world, say->bodies), slots);
    if (!flows)
        out->str[start] = g_ascii_toupper(out->str[start]);
    g_string_append(out, "\n\n");
    fill(out, one_of(world, say->closings), slots);
    l->text = g_string_chunk_insert(world->strings, out->str);
    l->order = slots[SLOT_ORDER];
    l->price = slots[SLOT_PRICE];
    l->product = slots[SLOT_ITEM];
    l->city = slots[SLOT_CITY];
    l->home = slots[SLOT_HOME];
}

struct letter *compose(struct world *world, const struct occasion *o)
{
    struct letter *l = g_new0(struct letter, 1);
    l->when = o->when;
    l->talk = o->talk;
    l->origin = o->list >= 0 ? ORIGIN_LIST : o->origin;
    l->party = o->party < n_parties ? &parties[o->party] : NULL;
    l->correspondent = o->correspondent;
    l->item = o->item;
    l->due = o->due;
    l->event = o->event ? o->event : o->when + dice_between(&world->dice, 2, 20) * DAY;
    l->serial = ++world->serial;
    l->to_name = READER_NAME;
    l->to_address = READER_ADDRESS;
    if (o->talk == TALK_PHISH)
        from_swindler(world, l);
    else if (l->party)
        from_party(world, o, l);
    else
        from_person(world, o, l);
    enum topic topic = o->list >= 0 ? lists[o->list].topic
                       : l->party   ? l->party->topic
                                    : TOPIC_NONE;
    write_words(world, o, l, topic);
    l->id = KEEP("%u.%" G_GINT64_FORMAT ".%04x@%s", l->serial, l->when,
                 dice_below(&world->dice, 65536), l->house);
    l->in_reply_to = o->reply_to ? o->reply_to->id : NULL;
    l->want = reader_want(world, l);
    return l;
}

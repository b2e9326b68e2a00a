/* What people write out of habit from other programs, or because it is plain English, and what that is
 * here: only for the "did you mean" of mistakes. Grows by rows. */
#include <string.h>

#include "mail/message.h"
#include "rule-parse.h"
#include "base/text.h"

struct habit {
    const char *words; /* between blanks */
    const char *meant;
};

static const struct habit conditions[] = {
    {" if when where rule ", "the condition alone"},
    {" brand company firm domain ", "organisation"},
    {" type category class ", "kind"},
    {" unread unopened never ", "opened = 0"},
    {" title betreff ", "subject"},
    {" text content contents message ", "body"},
    {" recipient rcpt ", "to"},
    {" advert adverts advertising marketing offer offers sale sales ads shop shops ", "kind is promotion"},
    {" order orders invoice invoices ", "kind is receipt"},
    {" buy buys ordered purchased ", "bought"},
    {" deadline deadlines due expires ends closes until ", "deadline in < 7 days"},
    {" route routes trip flight flights usual destination ", "about route"},
    {" friend friends human people ", "kind is person"},
    {" all any true * ", "everything"},
    {" // ; -- rem ", "# for a comment"},
};

static const struct habit kinds[] = {
    {" advert adverts advertising marketing offer offers sale sales deal deals ad ads coupon commercial "
     "promo ",
     "promotion"},
    {" order orders invoice invoices bill bills purchase payment ", "receipt"},
    {" delivery parcel parcels package tracking shipment dispatch ", "shipping"},
    {" otp password login verification token 2fa pin ", "code"},
    {" security alert alerts notice ", "account"},
    {" booking reservation travel ticket flight calendar event invitation meeting ", "appointment"},
    {" digest news magazine ", "newsletter"},
    {" notification notifications forum network ", "social"},
    {" friend friends human people personal private ", "person"},
};

static const struct habit actions[] = {
    {" archive put skip demote hide mute low bottom snooze ", "later"},
    {" delete trash discard drop remove reject bounce ", "suspect or later (heed deletes nothing)"},
    {" spam junk quarantine phishing scam ", "suspect"},
    {" important first top star starred high promote urgent vip flag ", "priority"},
    {" accept allow ham whitelist normal default ", "inbox"},
    {" tag label addtag keyword setflag addflag ", "+TAG"},
    {" move file fileinto save deliver copy mailbox ", "folder \"NAME\""},
    {" score weight points ", "weigh"},
    {" final quit exit break end ", "stop"},
    {" and & && plus also ", "a blank between two actions"},
    {" // ; -- ", "# for a comment"},
};

static const struct habit joins[] = {
    {" => > - : then do \342\206\222 ", "->"},
    {" && & ", "and"},
    {" || | ", "or"},
    {" under below less lower fewer lt ", "<"},
    {" over above more greater higher gt ", ">"},
    {" equals equal are eq ", "is"},
    {" ~ =~ ~= regex matching like ", "matches"},
    {" includes including containing ", "has"},
    {" ! no ", "not"},
};

static const char *look_up(const struct habit *habits, size_t count, const char *word)
{
    g_autofree char *lower = g_ascii_strdown(word, -1);
    g_autofree char *padded = g_strdup_printf(" %s ", lower);
    for (size_t i = 0; *word && i < count; i++)
        if (strstr(habits[i].words, padded))
            return habits[i].meant;
    return NULL;
}

/* A kind's name, also in the plural. */
static enum kind kind_meant(const char *word)
{
    g_autofree char *lower = g_ascii_strdown(word, -1);
    enum kind kind = kind_from_name(lower);
    size_t length = strlen(lower);
    if (kind == KIND_COUNT && length > 1 && lower[length - 1] == 's') {
        lower[length - 1] = '\0';
        kind = kind_from_name(lower);
    }
    return kind;
}

char *meant_by_condition(const char *word)
{
    enum kind kind = kind_meant(word);
    if (kind != KIND_COUNT)
        return g_strdup_printf("kind is %s", kind_name(kind));
    if (g_ascii_strcasecmp(word, "and") == 0 || g_ascii_strcasecmp(word, "or") == 0)
        return g_strdup_printf("only one %s, between two conditions", word);
    const char *habit = look_up(conditions, G_N_ELEMENTS(conditions), word);
    if (!habit && (placement_from_name(word) != PLACE_NONE || look_up(actions, G_N_ELEMENTS(actions), word)))
        habit = "CONDITION -> what to do";
    return g_strdup(habit ? habit : field_nearest(word));
}

const char *meant_by_kind(const char *word)
{
    enum kind kind = kind_meant(word);
    return kind != KIND_COUNT ? kind_name(kind) : look_up(kinds, G_N_ELEMENTS(kinds), word);
}

char *meant_by_action(const char *word, const char *const *known)
{
    const char *near = look_up(actions, G_N_ELEMENTS(actions), word);
    if (!near)
        near = text_nearest(word, known);
    return near || !rules_tag_is_fit(word) ? g_strdup(near) : g_strdup_printf("+%s", word);
}

const char *meant_by_join(const char *word)
{
    return look_up(joins, G_N_ELEMENTS(joins), word);
}

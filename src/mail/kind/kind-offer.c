/* Weighs offers against news: by words, by prices and discounts, by how much there is to read to each picture
 * that leads somewhere. What follows from that is decided in kind.c. */
#include "kind-offer.h"

#define PRICES 3       /* sums of money, as offers have */
#define DENSE 60       /* words to each of a discount, at most */
#define DENSER 20
#define PICTURE_WORDS 25 /* to each picture of a shop's window, at most, ... */
#define WINDOW_WORDS 250 /* ... and in all */
#define FEW_WORDS 350    /* beside a word of what is given away */
#define LONG 500       /* words: there is something to read */
#define NAMED 0.5f
#define TWICE 2          /* the weights of two words of offers */
#define UNSAID 0.5f
#define UNBORNE 0.5f   /* of what a subject says of offers, where a long text has nothing of it */

/* What is subscribed to is named where a subscription is confirmed. */
bool offers_something(const struct evidence *e, enum kind kind)
{
    bool discounts = e->discount > 6 && 50 * e->discount > e->words && e->body[KIND_PROMOTION].best > 0;
    return e->subject[KIND_PROMOTION].best > 0 || e->percent_in_subject || discounts ||
           (kind != KIND_ACCOUNT && e->subject[KIND_NEWSLETTER].best > 1);
}

bool sells_more(const struct evidence *e, enum kind kind)
{
    const struct support *offers = &e->body[KIND_PROMOTION];
    bool twice = offers->best + offers->rest >= TWICE;
    bool outweighs = support_value(offers) > support_value(&e->body[kind]);
    return twice && outweighs && e->amounts > 0 && e->body[WORD_BULK].best > 0;
}

/* A shop's window: pictures, and hardly a word to each. */
static bool is_window(const struct evidence *e, const struct message *m)
{
    return e->bulk >= 0.9f && !*m->auto_submitted && !e->network && m->n_images > 1 &&
           e->words < WINDOW_WORDS && e->words < PICTURE_WORDS * m->n_images;
}

/* "Free" in the subject of an article offers nothing. */
static float subject_score(const struct evidence *e)
{
    bool borne = e->body[KIND_PROMOTION].best > 0 || e->amounts >= PRICES || e->percent_in_subject ||
                 e->words <= LONG || e->subject[KIND_PROMOTION].rest > 0;
    return support_value(&e->subject[KIND_PROMOTION]) * (borne ? 1 : UNBORNE);
}

/* Sums of money, and discounts. Where no word offers anything, they may be what news tell of. */
static float figures_score(const struct evidence *e)
{
    bool told = e->body[KIND_PROMOTION].best > 0 || e->subject[KIND_PROMOTION].best > 0;
    float score = e->amounts >= PRICES ? MIN(0.1f * (float)e->amounts, 1.0f) : 0;
    score += e->discount >= PRICES && DENSE * e->discount > e->words ? 0.5f : 0;
    score += e->discount >= PRICES && DENSER * e->discount > e->words ? 0.5f : 0;
    return (told ? 1 : UNSAID) * MIN(score, 1.5f);
}

float offer_score(const struct evidence *e, const struct message *m)
{
    return subject_score(e) + 0.4f * support_value(&e->body[KIND_PROMOTION]) + e->local[KIND_PROMOTION].best +
           figures_score(e) + (e->discount > 0 && e->words < FEW_WORDS && e->bulk >= 0.9f ? 0.1f : 0) +
           (is_window(e, m) ? 0.3f : 0) + (e->schema[KIND_PROMOTION] ? 3 : 0) +
           (e->percent_in_subject || (e->price_in_subject && e->bulk >= 0.9f) ? 1 : 0);
}

float news_score(const struct evidence *e)
{
    return support_value(&e->subject[KIND_NEWSLETTER]) +
           0.4f * support_value(&e->body[KIND_NEWSLETTER]) + e->local[KIND_NEWSLETTER].best +
           (e->schema[KIND_NEWSLETTER] ? 2 : 0) + (e->words > LONG ? 0.7f : 0) + (e->named ? NAMED : 0);
}

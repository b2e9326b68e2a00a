/* English notices as banks, utilities, stores and trackers word them, beside the words of words-en.c. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 2.5f,
      "for your payment | payment ... processed | payment posted | payment scheduled | "
      "made a purchase | digital receipt | thank you for shopping | money transfer | "
      "sent you money | sent you $ | paid you | deposit notice | direct deposit | deposited | "
      "pay invoice | your trip with | trip with | ride with | travel receipt | flight receipt | "
      "e receipt | renewal order | order ... processing | transaction alert | "
      "transaction ... approved | card transaction | withdrawal | charge on your" },
    { KIND_ACCOUNT, S, 2.5f,
      "account ... closed | account of yours | credit limit | credit score | your score | "
      "estatement | e statement | e statements | ebill | ebills | e bill | e bills | paperless | "
      "low balance | balance alert | no longer active | has been deactivated | data requested | "
      "your data | been subscribed | been unsubscribed | subscription confirmed | "
      "confirm subscription | confirm ... subscription | your registration | "
      "signature required | signature requested | required ... sign | please sign | completed ... sign | "
      "privacy protection | domain renewal | domain ... expire | domain manager | "
      "manager password | what you need to know | getting started with" },
    { KIND_ACCOUNT, B, 2,
      "monthly statement | credit limit | account ending in | card ending in | your credit score | "
      "you signed up for | has been renewed | subscription has been | subscribed to our | "
      "view and sign | sign the document | review document | review and sign | change your password | "
      "sign in to your account | your registration" },
    { KIND_SHIPPING, S, 2.5f,
      "items ... arrived | order ... arrived | package arrived | just arrived | informed delivery | "
      "almost there | almost with you | package to pick up" },
    { KIND_SHIPPING, B, 2,
      "informed delivery | mailpieces | deliveries today | today s deliveries | was picked up" },
    { KIND_APPOINTMENT, S, 3,
      "trip ... all set | trip ... itinerary | trip id | travel confirmation | flight ... all set" },
    { KIND_APPOINTMENT, S, 2, "trip to | zoom meeting | teams meeting | interview" },
    { KIND_APPOINTMENT, B, 2.5f,
      "scheduled zoom meeting | join zoom meeting | microsoft teams meeting | join with google meet" },
    { KIND_SOCIAL, S, 2.5f,
      "top post | trending posts | trending in | new message from | new message about | "
      "wants to connect | invited you to connect | your neighbors | neighbors" },
    { KIND_OTHER, S, 3,
      "price alert | thunderstorm warning | weather warning | severe weather | amber alert | "
      "has new results | earthquake | flood warning" },
};

const struct words_block words_en_notices = { "en", rows, G_N_ELEMENTS(rows) };

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
      "thank you for your submission | received your submission | renewal reminder | "
      "signed up for | you re signed up | been added to our | application received | "
      "notice of update | notice of change | notice of changes | privacy protection | "
      "domain renewal | domain ... expire | domain manager | "
      "manager password | what you need to know | getting started with" },
    { KIND_ACCOUNT, S, 1.5f, "happy to have you | good to have you | glad to have you | great to have you" },
    { KIND_ACCOUNT, S, 1, "confirmation | confirmation request | action required | one more step" },
    { KIND_ACCOUNT, S, 2, "subscribed | unsubscribed | thank you for signing | thanks for signing" },
    { KIND_ACCOUNT, S, 0.5f, "thank you | thanks" },
    { KIND_ACCOUNT, B, 2,
      "confirm your subscription | confirm ... subscription | to confirm ... subscription | "
      "complete your subscription | complete ... subscription | complete the subscription | "
      "yes subscribe me | you won t be subscribed | won t be subscribed | do not want to subscribe | "
      "did not intend on | did not sign up | didn t sign up | thank you for subscribing | "
      "thanks for subscribing | thank you ... for signing up | you have been subscribed | "
      "you are now subscribed | you re now subscribed | successfully subscribed | "
      "has been successfully processed | you are now receiving | confirm follow | confirm below | "
      "thank you for joining | thanks for joining | user id | userid | id and password | login name | "
      "your password is | your profile | due to expire | about to expire | would like to renew | "
      "activate my account | activate yourself | must be activated | click to confirm" },
    { KIND_ACCOUNT, B, 2,
      "monthly statement | credit limit | account ending in | card ending in | your credit score | "
      "you signed up for | has been renewed | subscription has been | subscribed to our | "
      "view and sign | sign the document | review document | review and sign | change your password | "
      "sign in to your account | your registration" },
    { KIND_RECEIPT, S, 2.5f, "payment made | payment ... made | credit ... received | received a credit" },
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
      "wants to connect | invited you to connect | your neighbors | neighbors | comment posted | "
      "comments posted | new comment | new comments | new reply | new replies | new answer | reply posted | "
      "accepted your invitation | has accepted your | joined your | new post in | new posts in | "
      "new topic | new topics | contact request | new contact | new contacts | friended you | "
      "wants to be your friend | confirmed you as a friend | wrote on your | posted on your | "
      "direct message from | sent you a direct message | favorited your | favourited your | starred your | "
      "repinned | group invitation | invited you to join | wants to join your | new member in | "
      "new members in" },
    { KIND_SOCIAL, B, 1.5f,
      "made a comment | has commented | new threads | new replies | new topics | in forum | the forum | "
      "subscribed to ... topic | subscribed to ... thread | posted a reply | has replied" },
    { KIND_NEWSLETTER, S, 2,
      "call for papers | call for paper | cfp | call for submissions | call for abstracts | "
      "call for participation | call for chapters | call for workshops | submission deadline | "
      "paper submission | deadline extended | extended deadline | deadline approaching | final call" },
    { KIND_NEWSLETTER, B, 1,
      "call for papers | important dates | submission deadline | paper submission | camera ready | "
      "program committee | programme committee | conference proceedings | notification of acceptance | "
      "author notification | cross posting | multiple copies of this | topics of interest | "
      "keynote speakers | submit your paper | abstract submission" },
    { KIND_PROMOTION, S, 1.5f,
      "now shipping | try our new | register today | register now | order your | book now | buy your | "
      "merch | please support | fundraiser | fundraising | announcing the new" },
    { KIND_PROMOTION, B, 1,
      "list price | our price | regular price | regularly priced | per person | book online | "
      "get yours | grab yours | rebate | starting at | prices from | from only | free trial | "
      "fundraiser | fundraising | crowdfunder | legal fund | donating | order online | buy online | "
      "download it now | no obligation | upgrade now | order your copy | buy your copy | get your copy | "
      "purchase ... for just | purchase ... for only | for just $ | for only $ | upgrade for | "
      "trial version | free download | online store" },
    { KIND_PROMOTION, S, 1, "new release | new version | now shipping | now on sale" },
    { KIND_OTHER, S, 3,
      "price alert | thunderstorm warning | weather warning | severe weather | amber alert | "
      "has new results | earthquake | flood warning | voice mail | voicemail | voice message | page fax | "
      "fax message | fax from | missed call | missed calls | new ticket | ticket created | ticket closed | "
      "ticket updated | ticket assigned | support case | trouble ticket | incident notification | "
      "incident report | security incident | abuse report | report of abuse | abuse complaint | "
      "infringement notice | notice of infringement | copyright infringement | infringement complaint | "
      "takedown notice | takedown request | unauthorized use | unauthorised use | malicious content | "
      "malicious activity | phishing site | ddos attack | cvs commit | svn commit | "
      "block list | blocklist | contact form | form submission | "
      "online lead | new lead | has a lead | website inquiry | website enquiry | web inquiry | "
      "build failed | build passed | build succeeded | build broken | build is broken | pipeline failed | "
      "service alert | host alert" },
};

const struct words_block words_en_notices = { "en", rows, G_N_ELEMENTS(rows) };

/* English. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "your receipt from | your receipt N | order confirmation | order confirmed | "
      "order is confirmed | order has been confirmed | order N | order no N | order number N | "
      "order ... confirmed | order ... confirmation | order received | order ... received | "
      "order ... placed | order complete | your order of | your order from | "
      "confirmation of your order | confirmation for your order | confirmation of order | "
      "confirming your order | we got your order | we have your order | "
      "we ve received your order | we received your order | thank you for your order | "
      "thanks for your order | thank you for ordering | thanks for ordering | receipt N | "
      "e receipt | ereceipt | purchase confirmation | purchase receipt | "
      "thank you for your purchase | thanks for your purchase | thanks for shopping with | "
      "thank you for shopping with | thank you for buying | thanks for buying | "
      "your ... purchase receipt | invoice N | invoice from | invoice ... attached | "
      "tax invoice | payment received | payment confirmation | payment receipt | "
      "payment ... received | payment ... successful | payment confirmed | "
      "payment ... confirmed | payment ... processed | payment ... went through | "
      "payment to ... sent | you sent a payment | you ve sent | sent a payment | you paid | "
      "you ve paid | your payment to | your payment of | we received your payment | "
      "refund confirmation | refund ... issued | refund ... processed | you ve been refunded | "
      "refund for | donation receipt | receipt of your donation | your donation receipt | "
      "transaction receipt | transaction confirmation | sales receipt | billing receipt | "
      "your ride with | your trip with | order details | order summary | your order details | "
      "details of your order | return ... received | cancellation of your order | "
      "order ... cancelled | order ... canceled | order has been ... updated | "
      "pre order ... confirmed | preorder confirmation | order acknowledgement | "
      "order acknowledgment | purchase order N" },
    { KIND_RECEIPT, S, 2,
      "your receipt | receipt for | receipt from | your invoice | invoice for | your refund | "
      "your return" },
    { KIND_RECEIPT, S, 1,
      "order | ordered | orders | purchase | purchased | payment | paid | invoice | receipt | "
      "refund | bought | transaction | donation" },
    { KIND_RECEIPT, B, 2,
      "thank you for your order | thanks for your order | we ve received your order | "
      "we have received your order | we received your order | your order has been received | "
      "your order is confirmed | your order has been placed | order N | order number | "
      "order no | order id | order total | order summary | order details | purchase summary | "
      "receipt number | receipt no | invoice number | invoice no | invoice date | "
      "amount paid | total paid | amount charged | payment received | total charged | "
      "total amount | grand total | thank you for your purchase | thanks for your purchase | "
      "you paid | we ve received your payment | we have received your payment | "
      "we received your payment | your payment of | your payment was successful | "
      "your payment has been | transaction id | refund of | refunded to | has been refunded | "
      "your card was charged | charged to your | billed to | sold by | item subtotal | "
      "items ordered | ordered on | order date | date of purchase" },
    { KIND_RECEIPT, B, 1,
      "subtotal | sub total | total $ | $ # total | total # | vat | sales tax | "
      "payment method | paid with | billing address | delivery address | shipping address | "
      "qty | quantity | unit price | # x | visa ending in | mastercard ending in | "
      "card ending | order placed | thank you for shopping" },

    { KIND_SHIPPING, S, 3,
      "heading your way | has shipped | have shipped | just shipped | order shipped | "
      "order ... shipped | been shipped | item ... shipped | items shipped | package shipped | "
      "now shipped | is shipping | order ... is on its way | order ... on the way | "
      "is on its way to you | are on their way | package ... on its way | "
      "parcel ... on its way | delivery ... on its way | shipment ... on its way | "
      "its on the way | your ... is on its way | order ... en route | shipping confirmation | "
      "shipment confirmation | shipment notification | shipping notification | "
      "shipping update | dispatch confirmation | dispatch note | delivery note | "
      "packing slip | has been dispatched | order ... dispatched | "
      "shipped N | left our warehouse | order ... left | out for delivery | arriving today | "
      "arriving tomorrow | arriving soon | package ... arriving | order ... arriving | "
      "delivery ... arriving | order ... will arrive | package ... will arrive | "
      "parcel ... will arrive | be delivered | delivered your | order delivered | "
      "package delivered | parcel delivered | order ... delivered | package ... delivered | "
      "parcel ... delivered | shipment ... delivered | delivered N | was delivered | "
      "has been delivered | delivery update | delivery notification | delivery confirmation | "
      "delivery scheduled | delivery attempt | delivery attempted | delivery ... delayed | "
      "order ... delayed | shipment ... delayed | delivery failed | missed delivery | "
      "sorry we missed you | we missed you today | tracking number | track your order | "
      "track your package | track your parcel | track your shipment | tracking information | "
      "tracking details | ready for pickup | ready for pick up | ready to be collected | "
      "ready for collection | ready to collect | available for pickup | pickup reminder | "
      "shipment N | parcel N | package N | shipped today | package ... waiting | "
      "parcel ... waiting | label created" },
    { KIND_SHIPPING, S, 2,
      "dispatched | your delivery | your parcel | your package | your shipment | in transit" },
    { KIND_SHIPPING, S, 1,
      "delivery | deliver | delivered | parcel | package | shipment | shipping | shipped | "
      "tracking | arrive | arriving | courier | warehouse | heading your way | dispatch | "
      "pickup | goods" },
    { KIND_SHIPPING, B, 2,
      "tracking number | tracking no | tracking id | tracking code | tracking N | "
      "track your order | track your package | track your parcel | track your shipment | "
      "track package | track shipment | track parcel | track delivery | has shipped | "
      "have shipped | has been shipped | have been shipped | been dispatched | "
      "has been dispatched | is on its way | on its way to you | out for delivery | "
      "estimated delivery | expected delivery | delivery date | scheduled delivery | "
      "arriving by | arrives by | has been delivered | was delivered | handed over to | "
      "handed to the carrier | left our warehouse | shipment details | shipped via | "
      "shipped with | courier | carrier | ready for pickup | ready for collection | "
      "your parcel | your package | your shipment" },
    { KIND_SHIPPING, B, 1,
      "ups | fedex | usps | dhl | dpd | royal mail | hermes | evri | gls | ship to | "
      "shipping method" },

    { KIND_CODE, S, 3,
      "access from ... device | "
      "verification code | verify code | security code | sign in code | signin code | login code | "
      "log in code | logon code | one time code | one time password | one time passcode | "
      "onetime password | one time pin | one time link | access code | authentication code | "
      "authorization code | authorisation code | confirmation code | otp | your code is | "
      "code is N | N is your | activation code | recovery code | backup codes | temporary code | "
      "temporary password | single use code | two factor | two step | 2 step | 2fa | mfa | "
      "2 factor | multi factor | sign in to your | log in to your | password reset | "
      "reset password | reset your ... password | password ... reset | reset your password | "
      "change your password | password change | password update | forgot your password | "
      "forgotten password | recover your account | account recovery | magic link | login link | "
      "sign in link | signin link | log in link | confirm it s you | verify your identity | "
      "verify it s you | verify your login | verify your sign in | confirm your sign in | "
      "confirm your login | approve sign in | recovery email | app password | set a new password | "
      "passkey | your login details" },
    { KIND_CODE, S, 2,
      "passcode | your pin | your code" },
    { KIND_CODE, S, 1,
      "code | password | login | sign in | signin | security | verify | verification | "
      "access | device | authentication" },
    { KIND_CODE, S, 2,
      "sign in to | log in to | login to | signing in to | your sign in | your login" },
    { KIND_CODE, B, 2,
      "verification code | security code | sign in code | login code | log in code | "
      "one time code | one time password | one time passcode | onetime password | "
      "authentication code | confirmation code is | access code is | your code is | code is N | "
      "enter this code | enter the code | enter the following code | use this code | "
      "use the following code | code expires | code will expire | expires in # minutes | "
      "expire in # minutes | valid for # minutes | do not share | don t share | never share | "
      "reset your password | password reset | signed in to your | if this wasn t you | "
      "if this was not you | wasn t you | if you didn t request | if you did not request | "
      "didn t request this | did not request this | someone requested | someone tried to | "
      "click ... to sign in | click ... to log in | link expires | link will expire | link is valid" },

    { KIND_ACCOUNT, S, 3,
      "new sign in | new login | new log in | new signin | sign in from | "
      "login from | new device | sign in attempt | login attempt | signin attempt | "
      "log in attempt | unusual sign in | unusual signin | unusual login | unusual activity | "
      "suspicious activity | suspicious sign in | suspicious login | security alert | "
      "security notice | security notification | security warning | critical security | "
      "password changed | password ... changed | password was changed | "
      "password has been changed | password updated | is this you | was this you" },
    { KIND_ACCOUNT, S, 2.5f,
      "confirm your email | confirm your e mail | confirm your address | confirm your account | "
      "confirm your registration | confirm email | confirm your subscription | confirm your new | "
      "confirm ... email address | confirm your details | verify your email | verify your e mail | "
      "verify your account | verify your address | verify your ... email | verify email | "
      "email verification | e mail verification | account verification | email confirmation | "
      "activate your | account activation | activation link | complete your registration | "
      "finish setting up | finish creating | complete your sign up | complete your profile | "
      "registration confirmation | registration complete | registration successful | "
      "registration confirmed | registration is confirmed | entry confirmed | "
      "thank you for registering | thanks for registering | thanks for signing up | "
      "thank you for signing up | thanks for joining | thank you for joining | you re registered | "
      "your new account | account created | account ... created | account is ready | "
      "account ... has been | account update | account ... updated | account information | "
      "account notice | account statement | account closed | your monthly statement | "
      "your e statement | statement is ready | statement is available | statement ... available | "
      "statement ... ready | new statement | terms of service | terms of use | "
      "terms and conditions | updated terms | updates to our terms | changes to our terms | "
      "updating our terms | privacy policy | privacy notice | user agreement | changes to your | "
      "update to your agreement | policy update | bill is ready | bill ... available | "
      "payment failed | payment declined | payment was declined | payment unsuccessful | "
      "payment issue | payment problem | problem with your payment | payment details | "
      "payment due | payment reminder | payment overdue | past due | card expires | "
      "card is expiring | card ... expire | card has expired | update your payment | "
      "update your billing | subscription ... renew | subscription renewal | "
      "subscription ... cancelled | subscription ... canceled | subscription ... ended | "
      "subscription ... expire | subscription ... confirmed | subscription confirmation | "
      "auto renewal | automatic renewal | renewal notice | renewal reminder | will renew | "
      "will be renewed | trial ends | trial ... ends | trial ... ended | trial ... expire | "
      "trial ... expires | trial has started | free trial has | membership ... renew | "
      "account suspended | account ... suspended | account ... locked | account ... limited | "
      "account ... restricted | account ... deactivated | account deleted | account ... deletion | "
      "direct debit | standing order | service notice | plan ... changed | email address changed | "
      "email address ... changed | email was changed | profile updated | "
      "contact details ... changed | application received | we received your application | "
      "your data export | data archive | request received | case N | ticket N | support request | "
      "request N | you have been unsubscribed | you ve been unsubscribed | "
      "unsubscribe confirmation | invoice overdue | domain ... expire | domain renewal | "
      "credit score | balance alert | low balance | transaction alert | deposit ... posted | "
      "direct deposit | policy N | claim N | renews on | renews in | renews soon | "
      "renews tomorrow | set to renew | subscription has been | subscription was | "
      "subscription is ending | your plan renews | membership has been | membership was | "
      "trial is ending | trial is almost over | trial is about to end | your next box | "
      "upcoming order will be charged | upcoming renewal | upcoming charge | storage is full | "
      "storage is almost full | storage almost full | storage ... full | running out of storage | "
      "out of storage | updated our terms | updated our privacy | updating our privacy | "
      "changes to our privacy | changes to our policies | couldn t process your payment | "
      "could not process your payment | unable to process your payment | unable to charge | "
      "your payment didn t go through | payment method ... expired | card was declined | "
      "card ... declined | confirm it s your email | confirm this email | one last step | "
      "finish signing up | verify this email | "
      "validate your email | email address ... verified | account has been closed | "
      "account will be deleted | account will be closed | you ve cancelled | "
      "you ve canceled | you have cancelled | cancellation confirmed | cancellation confirmation" },
    { KIND_ACCOUNT, S, 2,
      "please confirm | your registration | your account | your statement | your bill | "
      "your subscription | your membership | on hold | your plan | your application | "
      "your request | your policy | your claim" },
    { KIND_ACCOUNT, S, 1,
      "account | subscription | membership | registration | confirm | billing | statement | "
      "verify your | activate | profile | policy | terms" },
    { KIND_ACCOUNT, S, 1.5f,
      "welcome to | welcome aboard | welcome on board | welcome | get started with | "
      "getting started with | subscription confirmed" },
    { KIND_ACCOUNT, B, 2,
      "confirm your email | confirm your e mail | confirm your account | verify your email | "
      "verify your e mail | verify your account | verify this email | confirm this email | "
      "confirm that this | activate your account | to activate | complete your registration | "
      "finish creating | thank you for registering | thanks for registering | "
      "thank you for signing up | thanks for signing up | thank you for creating an account | "
      "your account has been created | account was created | your account is now | "
      "your new account | your username | your user name | your login is | customer number | "
      "member number | terms of service | user agreement | your statement is | your bill is | "
      "amount due | minimum payment | due date | payment failed | was declined | "
      "update your payment | subscription will | your subscription has | "
      "will automatically renew | automatically renews | next billing date | your trial | "
      "your membership | your account will be | account has been | new sign in | signed in from | "
      "logged in from | sign in to your account from | new device | if this wasn t you | "
      "if this was not you | wasn t you | your password was changed | "
      "your password has been changed | secure your account | renews on | will renew on | "
      "to keep your subscription | has been cancelled | has been canceled | storage is full | "
      "out of storage | running out of space | updated our terms | your next box | "
      "payment didn t go through | couldn t process | could not process your payment | "
      "confirm your address" },
    { KIND_ACCOUNT, B, 1,
      "your plan | your subscription | your storage | storage plan | of # gb | another card | "
      "take effect | takes effect | come into effect | effective from | we will charge | "
      "will be charged | resubscribe | reactivate | recent activity | was it you | your password" },

    { KIND_APPOINTMENT, S, 3,
      "booking confirmation | booking confirmed | booking ... confirmed | booking N | "
      "event has been scheduled | has been scheduled | booking reference | booking details | "
      "booking ... cancelled | reservation confirmation | reservation confirmed | "
      "reservation ... confirmed | reservation N | reservation at | reservation reminder | "
      "reservation ... cancelled | reservation ... canceled | your trip to | your trip on | "
      "your upcoming trip | flight confirmation | flight ... delayed | flight ... cancelled | "
      "flight ... canceled | gate change | boarding pass | boarding passes | check in now | "
      "check in is | check in open | online check in | time to check in | ready to check in | "
      "e ticket | eticket | your e tickets | upcoming stay | hotel confirmation | "
      "rental confirmation | appointment confirmation | appointment confirmed | "
      "appointment reminder | appointment ... confirmed | appointment ... cancelled | "
      "appointment ... rescheduled | upcoming appointment | reminder ... appointment | "
      "meeting invitation | invitation to meeting | invitation meeting | updated invitation | "
      "accepted meeting | meeting reminder | event reminder | event confirmation | "
      "your registration for | you re going to | you are registered for | "
      "you re registered for | reminder ... starts | table for | table at | "
      "viewing confirmed | interview confirmation | interview ... scheduled | delivery slot | "
      "class reminder | train tickets | travel documents | schedule change | "
      "change to your flight | webinar reminder | calendar invitation | "
      "meeting ... scheduled | event ... scheduled" },
    { KIND_APPOINTMENT, S, 2,
      "your booking | your reservation | itinerary | your flight | your tickets | "
      "your ticket | your stay | your hotel | your rental | your appointment | your visit | "
      "your table | your class" },
    { KIND_APPOINTMENT, S, 1,
      "appointment with | appointment on | booking | reservation | appointment | flight | "
      "ticket | tickets | trip | hotel | visit | meeting | scheduled | call with | seat | "
      "confirmed" },
    { KIND_APPOINTMENT, B, 2,
      "booking reference | booking number | booking confirmation | booking id | "
      "reservation number | confirmation number | record locator | your booking | "
      "your reservation | your itinerary | your appointment | your flight | departure | "
      "departs | arrival time | boarding pass | boarding | check in | check out | "
      "checkout date | number of guests | number of nights | e ticket | seat | gate | "
      "passenger | passengers | party of | table for | reschedule | add to calendar | "
      "add to your calendar | date and time | pick up location | drop off | start number | "
      "bib number | race number | you are registered for | you re registered for" },

    { KIND_SOCIAL, S, 3,
      "commented on | appeared in | searches this week | and other posts | congratulate | "
      "replied to your | replied to a | liked your | likes your | loved your | reacted to | "
      "mentioned you | tagged you | tagged in | is following you | now following you | "
      "started following you | followed you | new follower | new followers | follow request | "
      "wants to follow | sent you a message | sent a message | messaged you | "
      "sent you a friend | friend request | friend requests | wants to connect | "
      "invitation to connect | wants to be friends | accepted your | added you | "
      "invited you to | endorsed you | shared a post | shared your | shared a photo | "
      "shared a link | posted something | posted a | posted in | posted an | new post from | "
      "added a new | added a photo | new notification | new notifications | # notifications | "
      "# new notifications | unread notifications | pending notifications | unread messages | "
      "# new messages | # unread | new message from | you have a new message | "
      "new messages from | viewed your profile | profile views | people viewed | "
      "people you may know | you may know | suggested for you | and others are | "
      "others are waiting | and # others | birthday today | birthdays this week | retweeted | "
      "reposted | upvoted | subscribed to you | voted on | trending on | your connections | "
      "join your network | in your network | from your network | is live | "
      "went live | new connection | new connections | "
      "friend suggestion | new reply | new comment | new comments | answered your question | "
      "new answer | see what ... posted | what you missed | you have ... memories | "
      "matched with you | new match | new matches | waved at you | poked you | "
      "gave you kudos | rated your" },
    { KIND_SOCIAL, B, 1.5f,
      "commented on | liked your | mentioned you | tagged you | following you | "
      "friend request | wants to connect | new follower | reacted to | your post | "
      "your profile | view profile | see profile | see all notifications | new notifications | "
      "# notifications | notification settings | open the app | view on | see post | "
      "view post | view message | reply to ... comment | see comment | and others | "
      "posted something" },

    { KIND_NEWSLETTER, S, 2,
      "newsletter | news letter | digest | weekly | daily | monthly | edition | issue # | "
      "vol # | volume # | no # | this week | this week s | this month | this month s | "
      "roundup | round up | headlines | bulletin | briefing | morning brief | the week in | "
      "week in review | dispatch | gazette | recap | top stories | breaking news | "
      "weekend reads | highlights | special report | magazine | episode | podcast | "
      "new on the blog | blog update | news update" },
    { KIND_NEWSLETTER, B, 1,
      "newsletter | in this issue | in this edition | this week s | top stories | read more | "
      "full story | read the full | continue reading | keep reading | read on | editor | "
      "editorial | subscribe | subscribers | subscriber | past issues | archives | "
      "back issues | forward to a friend | column" },

    { KIND_PROMOTION, S, 2,
      "% off | # off | $ # off | save # | save $ | save up to | sale | on sale | flash sale | "
      "clearance | deal | deals | offer | offers | special offer | discount | discounts | "
      "coupon | coupons | voucher | promo code | free shipping | free delivery | free gift | "
      "gift | shop now | shop | buy now | buy one | bogo | order now | order today | "
      "last chance | ends tonight | ends today | ends soon | ends tomorrow | final hours | "
      "hours left | days left | don t miss | do not miss | limited time | exclusive | "
      "new arrivals | new in | just in | just dropped | just landed | new collection | "
      "black friday | cyber monday | prime day | back in stock | best sellers | must have | "
      "must haves | price drop | lowest price | half price | % | giveaway | win a | free | "
      "hurry | today only | while stocks last | you will love | you ll love | our biggest | "
      "just for you | for you | donate | donation | chip in | contribute | contribution | "
      "matching | matched | deadline | pitch in | rush | upgrade | earn | rewards | bonus | "
      "get # | introducing | now available" },
    { KIND_PROMOTION, B, 1,
      "% off | shop now | buy now | order now | order today | sale | discount | promo code | "
      "coupon | voucher | offer ends | free shipping | free delivery | limited time | "
      "while supplies last | while stocks last | exclusive | new arrivals | save up to | "
      "special offer | terms apply | t cs apply | shop the | donate | chip in | contribute | "
      "contribution | donation | paid for by | use code | add to cart | add to bag | "
      "shop all | view in store" },

    { KIND_LIST, S, 1,
      "re | fwd | digest vol" },
    { WORD_TALK, E, 1,
      "hi | hey | dear | cheers | best regards | kind regards | regards | thanks | thank you | "
      "best wishes | love | see you | let me know | talk soon | what do you think | i think | "
      "i m | i ve | i ll | wrote | sent from my | how are you" },
    { WORD_COMMON, B, 0,
      "the | and | to | of | a | in | is | you | that | it | for | on | with | this | your | "
      "have | are | we | our | be | or | not | as | by | from | at | will" },
    { WORD_BULK, B, 2,
      "unsubscribe | unsubscribing | opt out | to be removed | removed from our | remove me | "
      "stop receiving | reply with remove | with remove in the" },
    { WORD_BULK, B, 1,
      "email preferences | manage preferences | manage your preferences | update your preferences | "
      "manage subscriptions | manage your subscription | view in browser | view in your browser | "
      "view this email in | view it in your browser | view online | view as a web page | "
      "email not displaying | having trouble viewing | trouble viewing this | you are receiving this | "
      "you re receiving this | you received this | this email was sent to | this message was sent to | "
      "add us to your address book | mailing list | no longer wish to receive | "
      "don t want to receive | future mailings | further mailings | promotional mailings | "
      "void where prohibited" },
    { WORD_URGENCY, E, 1,
      "urgent | urgently | immediately | immediate | act now | act fast | hurry | "
      "last chance | final notice | final reminder | final hours | ends tonight | ends today | "
      "ends soon | expires | expiring | expire | deadline | asap | right away | hours left | "
      "days left | limited time | time is running out | running out | don t wait | "
      "don t miss | do not miss | today only | only today | now or never | within 24 hours | "
      "within 48 hours | # hours | suspended | action required | attention required | "
      "response required | important notice | before it s too late | before midnight | "
      "midnight | last call | final call | selling fast | almost gone | warning | critical" },
    { WORD_DISCOUNT, E, 1,
      "% off | % | sale | discount | discounts | discounted | save | savings | deal | deals | "
      "offer | offers | coupon | coupons | voucher | promo | free shipping | free delivery | "
      "free | clearance | half price | price drop | bargain | lowest price | reduced | bogo | "
      "markdown | $ # off | gift card | cashback | cash back" },
};

const struct words_block words_en = { "en", rows, G_N_ELEMENTS(rows) };

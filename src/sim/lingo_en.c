/* The made-up world in English. Add sentences freely: one more in a list is one more variation. */
#include <stddef.h>

#include "lingo.h"

const struct lingo lingo_en = {
    .code = "en",
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
    .ordinal = "",
    .topics = {"running", "books", "music", "coffee", "gardening", "cooking", "cycling", "travel",
               "film", "fashion", "games", "photography", "living", "eye care", "gadgets", "life"},
    .items =
        {
            {"trail shoes", "running shoes", "race socks", "hydration vests", "head torches",
             "running watches", "winter tights", "wind jackets"},
            {"crime novels", "travel writing", "poetry", "cookbooks", "graphic novels",
             "history books", "essays", "audiobooks"},
            {"The Paper Lanterns", "Hollow Harbour", "Kestrel Choir", "Velvet Static",
             "Ada and the Owls", "Copper Moon", "Saltwater Radio", "The Late Trams"},
            {"espresso beans", "filter roasts", "hand grinders", "cold brew", "decaf beans",
             "pour-over kettles", "capsules", "milk frothers"},
            {"tomato seedlings", "lavender", "raised beds", "pruning shears", "compost",
             "tulip bulbs", "watering cans", "greenhouses"},
            {"cast-iron pans", "chef's knives", "stand mixers", "baking tins", "spice racks",
             "pressure cookers", "wine glasses", "cutting boards"},
            {"panniers", "bike lights", "gravel tyres", "helmets", "chain oil", "saddles",
             "e-bikes", "repair stands"},
            {"Lisbon", "Oslo", "Athens", "Dublin", "Porto", "Vienna", "Kraków", "Málaga"},
            {"documentaries", "thrillers", "animation", "silent films", "westerns", "comedies",
             "film noir", "road movies"},
            {"wool jumpers", "linen shirts", "raincoats", "jeans", "sneakers", "dresses", "scarves",
             "leather belts"},
            {"board games", "card games", "puzzles", "strategy games", "party games", "dice sets",
             "miniatures", "expansion packs"},
            {"prime lenses", "tripods", "film rolls", "photo books", "camera bags", "lens filters",
             "flash units", "prints"},
            {"desk lamps", "bookshelves", "curtains", "rugs", "mattresses", "candles", "cushions",
             "storage boxes"},
            {"contact lenses", "lens solution", "reading glasses", "sunglasses", "eye drops",
             "lens cases", "glasses cords", "cleaning cloths"},
            {"headphones", "keyboards", "power banks", "smart plugs", "routers", "webcams",
             "monitors", "charging cables"},
        },
    .talk =
        {
            [TALK_HELPFUL] =
                {SAY("{first}, new {item} we picked for you", "Back in stock: {item}",
                     "What goes with the {other} you bought",
                     "{item}: three we would choose for you", "A tip about {item}, {first}",
                     "The {item} on your list cost less now"),
                 SAY("Hi {first},", "Hello {first},", "Good morning {first},"),
                 SAY("you looked for {item} here last month and found none in your size. Two came "
                     "in today.",
                     "since you liked the {other} from {brand}, we compared three kinds of {item} "
                     "and wrote down which suits whom.",
                     "the {item} you saved in {month} are now {price} instead of more; the price "
                     "stays until {date}.",
                     "you asked us to say when {item} arrive. They have, and we put one aside for "
                     "you until {date}."),
                 SAY("Write back if you would like advice, a person answers.\n\n{brand}",
                     "No hurry. We will not write about it again.\n\nYour {brand} team",
                     "See you soon\n\n{brand}"),
                 SAY("See the {item}", "Have a look", "Show me")},
            [TALK_BLAST] =
                {SAY("{percent}% OFF everything!", "LAST CHANCE: our biggest sale ends tonight",
                     "Don't miss out - {percent}% on {item}",
                     "It's here: the {topic} festival of deals",
                     "Only hours left! Save {percent}% now", "Flash sale: {item} and more",
                     "You deserve a treat", "Hot right now: {item}", "Final reductions. Shop now."),
                 SAY("Dear customer,", "Hello there!", "Hey you,", "Psst..."),
                 SAY("our sale of the season is on! Save up to {percent}% on hundreds of products, "
                     "from {item} to {other}. Use code SAVE{percent} at checkout. While stocks "
                     "last!",
                     "for a limited time only: {percent}% off sitewide. Free delivery on orders "
                     "over {price}. Hurry, the best pieces go first!",
                     "everyone is talking about {item}. Discover our bestsellers and save "
                     "{percent}% today only.",
                     "the countdown is running! Deals on {item}, {other} and everything else end "
                     "at midnight."),
                 SAY("Terms and conditions apply.",
                     "Offer cannot be combined with other promotions.",
                     "Happy shopping!\n\n{brand}"),
                 SAY("SHOP NOW", "Grab the deal", "Save {percent}% now", "Discover more")},
            [TALK_DUE] = {SAY("Time for new {item}, {first}?", "Your {item}: {months} months on",
                              "{first}, are your {item} running out?"),
                          SAY("Hi {first},", "Hello {first},"),
                          SAY("you bought {item} from us in {month}. Most people replace them "
                              "about now. The same ones, in your size, are {price}.",
                              "order {order} of {month} was for {item}. If they are used up, one "
                              "click orders them again for {price}."),
                          SAY("If not, just ignore this.\n\n{brand}",
                              "Nothing to do if you are still fine.\n\n{brand}"),
                          SAY("Order them again", "Same as last time")},
            [TALK_ROUTE] = {SAY("{city} from {price}", "Fly {home} - {city} for {price}",
                                "Weekend in {city}?", "Fares to {city} are down",
                                "{city} is calling: seats from {price}"),
                            SAY("Dear traveller,", "Hello,"),
                            SAY("seats from {home} to {city} are available from {price} one way, "
                                "for travel from {month}. Book by {date}.",
                                "new flights {home} - {city}, four times a week. Introductory "
                                "fares from {price}."),
                            SAY("Hand luggage included.\n\n{brand}",
                                "Subject to availability.\n\n{brand}"),
                            SAY("See fares to {city}", "Book {city}")},
            [TALK_GIG] = {SAY("{item} live in {home}", "Just announced: {item}",
                              "Presale: {item}, {date}", "{item} on tour"),
                          SAY("Hello,", "Dear music lover,"),
                          SAY("{item} play in {home} on {date}. Tickets from {price}, presale "
                              "opens tomorrow at ten.",
                              "two nights only: {item}, with guests. Standing {price}, seats while "
                              "they last."),
                          SAY("{brand}", "See you in front of the stage\n\n{brand}"),
                          SAY("Get tickets", "To the presale")},
            [TALK_QUIET] =
                {SAY("News from {brand}", "What we have been working on", "New: {item}",
                     "A letter from {brand}"),
                 SAY("Hello {first},", "Hello,"),
                 SAY("it has been a while. This season we have new {item} and have repaired our "
                     "{other}.",
                     "we write seldom, so this is worth it: our {item} are now made close by.",
                     "our workshop opens its doors on {date}. Come and see how {item} are made."),
                 SAY("Kind regards\n\n{brand}"), SAY("Read on", "More about it")},
            [TALK_NEWS] =
                {SAY("{brand}: {topic}, and what comes next", "This week in {topic}: {item}",
                     "The case for {item}", "Why {item} are back",
                     "Reading for the weekend: {item} and {other}"),
                 SAY("Good morning.", "In this issue:", "Dear readers,"),
                 SAY("First, {item}: why the makers quarrel, and who is right. Then a visit to "
                     "people who swear by {other}. And at the end, as always, five links.",
                     "A long read on {item}, a short one on {other}, and your letters about last "
                     "week's issue.",
                     "Three stories today. One is about {item}, one about {home}, one about "
                     "nothing at all."),
                 SAY("You get this because you subscribed.",
                     "Forward it to a friend who would like it."),
                 SAY("Read in full", "Read the issue")},
            [TALK_RECEIPT] =
                {SAY("Your order {order}", "Order confirmation {order}",
                     "Thank you for your order, {first}", "Receipt for your payment of {price}"),
                 SAY("Hello {first},", "Dear {name},"),
                 SAY("thank you for your order.\n\nOrder number: {order}\n1 x {item}  "
                     "{price}\nTotal: {price}\n\nWe will write again as soon as it is on its way.",
                     "we have received your order {order} and your payment of {price}.\n\n1 x "
                     "{item}  {price}\nInvoice date: {date}"),
                 SAY("Questions? Reply to this message and give your order number.\n\n{brand}"),
                 SAY("View your order")},
            [TALK_SHIPPED] = {SAY("Your order {order} has shipped", "On its way: order {order}",
                                  "{first}, your parcel is coming"),
                              SAY("Hello {first},"),
                              SAY("your {item} left our warehouse today. Tracking number: "
                                  "{code}88{order}. Expected delivery: {date}.",
                                  "order {order} ({item}) was handed to the carrier. It should "
                                  "arrive on {date}."),
                              SAY("{brand}"), SAY("Track your parcel")},
            [TALK_DELIVERED] =
                {SAY("Delivered: order {order}", "Your parcel has been delivered"),
                 SAY("Hello {first},"),
                 SAY("your parcel with order {order} was delivered today at {time}.",
                     "the carrier left your parcel ({item}) with a neighbour at {time}."),
                 SAY("{brand}"), SAY("Where is it?")},
            [TALK_CODE] = {SAY("Your sign-in code is {code}", "{code} is your {brand} code",
                               "Confirm it is you: {code}"),
                           SAY("Hello {first},"),
                           SAY("use this code to sign in: {code}\n\nIt is valid for ten minutes. "
                               "Never give it to anyone.",
                               "somebody, hopefully you, wants to sign in from a new device. Your "
                               "verification code: {code}"),
                           SAY("If it was not you, change your password.\n\n{brand}"),
                           SAY("Sign in")},
            [TALK_ACCOUNT] =
                {SAY("Your statement for {month} is ready", "Changes to our terms from {date}",
                     "Your invoice for {month}", "Your payment of {price} is due on {date}"),
                 SAY("Dear {name},"),
                 SAY("your statement for {month} is in your mailbox online. Closing balance: "
                     "{price}.",
                     "we are changing our terms of use as of {date}. You do not need to do "
                     "anything.",
                     "your subscription costs {price} a month. We will debit it on {date}."),
                 SAY("Sincerely\n\n{brand}"), SAY("To my account")},
            [TALK_BOOKING] =
                {SAY("Booking confirmation {order}: {home} - {city}",
                     "Your flight to {city} on {date}", "Check in now: {home} - {city}"),
                 SAY("Dear {name},"),
                 SAY("your reservation is confirmed.\n\nBooking reference: {order}\nFlight "
                     "AL{code}: {home} - {city}, {date} {time}\nPassenger: {name}\nPaid: {price}",
                     "check-in for your flight to {city} is open.\n\nReservation {order}, "
                     "departure {date} {time}, seat 14A."),
                 SAY("Have a good trip\n\n{brand}"), SAY("Manage booking")},
            [TALK_VISIT] = {SAY("Your appointment on {date}",
                                "Reminder: appointment {date}, {time}"),
                            SAY("Dear {name},"),
                            SAY("we are expecting you on {date} at {time}. Please let us know a "
                                "day before if you cannot come.",
                                "this is a reminder of your check-up on {date}, {time}. Please "
                                "bring your card."),
                            SAY("{brand}"), SAY("Move the appointment")},
            [TALK_SOCIAL] = {SAY("{who} posted a photo", "You have 3 new notifications",
                                 "{who} and 4 others reacted", "People you may know: {who}",
                                 "{who} mentioned you"),
                             SAY("Hi {first},"),
                             SAY("{who} shared something new. See what your friends are up to.",
                                 "a lot has happened on {brand} since your last visit.",
                                 "{who} wants to connect with you."),
                             SAY("You can change what we notify you about in your settings."),
                             SAY("See it on {brand}")},
            [TALK_FRIEND] =
                {SAY("Saturday?", "your {item}", "Photos from last week", "Quick question",
                     "Dinner on {date}", "have you seen this", "Trip to {city}"),
                 SAY("Hey {first},", "Hi!", "Dear {first},"),
                 SAY("are you around on Saturday? We thought of cooking and then a film.",
                     "do you still have my {item}? No hurry, I only wondered.",
                     "the pictures from {city} are finally sorted. I will bring them along.",
                     "can I call you tonight? Something about {date}, nothing bad.",
                     "I found the place with the {item} you told me about. Let's go together."),
                 SAY("Love,\n{who}", "See you,\n{who}", "{who}"), SAY("")},
            [TALK_ANSWER] = {SAY("Re: {subject}"), SAY("Ha, yes!", "Good.", "Thanks,"),
                             SAY("that works. I will be there at {time}.",
                                 "I will bring {item}. You bring the rest.",
                                 "let's say {date} then, at mine."),
                             SAY("{who}"), SAY("")},
            [TALK_REPLY] = {SAY("Re: {subject}"), SAY("Hi,", "Of course!", "Good idea."),
                            SAY("Saturday is fine, at {time}?", "Yes. I will bring {item}.",
                                "Call me after {time}.", "Would {date} do as well?"),
                            SAY("{first}"), SAY("")},
            [TALK_LIST] =
                {SAY("[{list}] {item}: which ones last?", "[{list}] meeting on {date}",
                     "[{list}] wanted: {item}", "[{list}] Re: {item} or {other}",
                     "[{list}] reading about {other}"),
                 SAY("Hi all,", "Hello list,", ""),
                 SAY("mine gave up after {months} months. What do you use for {item}, and would "
                     "you buy it again?",
                     "next meeting is {date}, {time}, at the usual place. Newcomers welcome.",
                     "I have tried both {item} and {other}. The first, without doubt.",
                     "does somebody have a spare set of {item} for a week? I am in {home}."),
                 SAY("Regards\n{who}", "{who}"), SAY("")},
            [TALK_PHISH] = {SAY("Your account has been limited",
                                "Unusual sign-in - action required",
                                "Payment failed: update your details",
                                "Your parcel is waiting for a fee of {price}"),
                            SAY("Dear customer,", "Dear user,"),
                            SAY("we noticed a problem with your account. Confirm your identity "
                                "within 24 hours, otherwise your account will be closed.",
                                "your last payment of {price} was declined. Verify your card "
                                "immediately to avoid suspension."),
                            SAY("Security department\n{brand}"),
                            SAY("https://www.{domain}/login", "Verify now")},
            [TALK_ENDS] =
                {SAY("{first}, your voucher expires on {date}", "Ends {date}: your price for {item}",
                     "Last reminder: valid until {date}"),
                 SAY("Hi {first},", "Hello {first},"),
                 SAY("your voucher of {price} expires on {date} and cannot be renewed. It is good for "
                     "{item} and everything else.",
                     "your membership ends on {date}. After that day your {percent}% are lost."),
                 SAY("{brand}"), SAY("Use the voucher", "Renew")},
            [TALK_ORDERED] =
                {SAY("Your order {order}: save another {percent} %", "Order {order}: one step is missing",
                     "About your order {order}"),
                 SAY("Hi {first},", "Hello {name},"),
                 SAY("with your order {order} we have reserved {percent} % on {item} for you. Confirm it "
                     "today.",
                     "one step is missing for order {order}: add {item}, and delivery is free."),
                 SAY("{brand}"), SAY("To order {order}", "Complete it")},
        },
    .view_online = "View in browser",
    .unsubscribe = "Unsubscribe",
    .imprint = "You receive this message because you are a customer of",
};

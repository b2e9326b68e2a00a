/* The made-up world in French: the same sets as lingo_en.c, in words of its own. */
#include <stddef.h>

#include "lingo.h"

const struct lingo lingo_fr = {
    .code = "fr",
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
               "octobre", "novembre", "décembre"},
    .ordinal = "",
    .decimal_comma = true,
    .topics = {"course à pied", "livres", "musique", "café", "jardin", "cuisine", "vélo", "voyages",
               "cinéma", "mode", "jeux", "photo", "maison", "vue", "gadgets", "vous"},
    .items =
        {
            {"chaussures de trail", "chaussures de course", "chaussettes de course", "gilets d'hydratation",
             "lampes frontales", "montres de sport", "collants d'hiver", "coupe-vent"},
            {"romans policiers", "récits de voyage", "recueils de poèmes", "livres de cuisine",
             "romans graphiques", "livres d'histoire", "essais", "livres audio"},
            {"Les Lanternes de papier", "Port Creux", "Chœur des crécerelles", "Velours statique",
             "Ada et les hiboux", "Lune de cuivre", "Radio Eau salée", "Les Derniers Trams"},
            {"grains pour espresso", "cafés filtre", "moulins à main", "infusions à froid",
             "cafés décaféinés", "bouilloires", "capsules", "mousseurs à lait"},
            {"plants de tomates", "lavandes", "carrés potagers", "sécateurs", "sacs de terreau",
             "bulbes de tulipes", "arrosoirs", "serres"},
            {"poêles en fonte", "couteaux de chef", "robots pâtissiers", "moules à gâteaux",
             "étagères à épices", "autocuiseurs", "verres à vin", "planches à découper"},
            {"sacoches", "éclairages de vélo", "pneus gravel", "casques", "huiles pour chaîne", "selles",
             "vélos électriques", "pieds d'atelier"},
            {"Lisbonne", "Oslo", "Athènes", "Dublin", "Porto", "Vienne", "Cracovie", "Malaga"},
            {"documentaires", "thrillers", "films d'animation", "films muets", "westerns", "comédies",
             "films noirs", "road movies"},
            {"pulls en laine", "chemises en lin", "imperméables", "jeans", "baskets", "robes", "écharpes",
             "ceintures en cuir"},
            {"jeux de plateau", "jeux de cartes", "puzzles", "jeux de stratégie", "jeux d'ambiance",
             "jeux de dés", "figurines", "extensions"},
            {"focales fixes", "trépieds", "pellicules", "livres photo", "sacs photo", "filtres", "flashs",
             "tirages"},
            {"lampes de bureau", "bibliothèques", "rideaux", "tapis", "matelas", "bougies", "coussins",
             "boîtes de rangement"},
            {"lentilles", "solutions pour lentilles", "lunettes de lecture", "lunettes de soleil", "gouttes",
             "étuis à lentilles", "cordons à lunettes", "lingettes"},
            {"écouteurs", "claviers", "batteries externes", "prises connectées", "routeurs", "webcams",
             "écrans", "câbles de charge"},
        },
    .talk =
        {
            [TALK_HELPFUL] =
                {SAY("{first}, de nouveaux {item} choisis pour vous", "De retour en stock : {item}",
                     "Ce qui va avec vos {other}", "{item} : trois que nous choisirions pour vous",
                     "Un conseil sur vos {item}, {first}", "Les {item} de votre liste coûtent moins cher"),
                 SAY("Bonjour {first},", "Chère {first},", "Bonne journée {first},"),
                 SAY("le mois dernier, vous avez cherché chez nous des {item} sans trouver votre taille. "
                     "Deux "
                     "sont arrivés aujourd'hui.",
                     "puisque vous aimiez les {other} de {brand}, nous avons comparé trois sortes de {item} "
                     "et "
                     "noté ce qui convient à qui.",
                     "les {item} que vous aviez mis de côté en {month} sont maintenant à {price} ; ce prix "
                     "reste "
                     "jusqu'au {date}.",
                     "vous vouliez savoir quand arriveraient les {item}. Les voilà, et nous vous en gardons "
                     "jusqu'au {date}."),
                 SAY("Répondez-nous si vous voulez un conseil : une personne vous lira.\n\n{brand}",
                     "Rien ne presse. Nous ne vous en reparlerons pas.\n\nVotre équipe {brand}",
                     "À bientôt\n\n{brand}"),
                 SAY("Voir les {item}", "Jeter un œil", "Montrez-moi")},
            [TALK_BLAST] =
                {SAY("-{percent} % sur tout !", "DERNIÈRE CHANCE : nos soldes finissent ce soir",
                     "Ne manquez pas : -{percent} % sur les {item}", "C'est parti : le festival {topic}",
                     "Plus que quelques heures ! -{percent} %", "Vente flash : {item} et bien plus",
                     "Faites-vous plaisir", "Tendance du moment : {item}", "Dernière démarque, profitez-en"),
                 SAY("Chère cliente, cher client,", "Bonjour !", "Coucou,", "Psst..."),
                 SAY("les soldes de la saison ont commencé ! Jusqu'à {percent} % de réduction sur des "
                     "centaines "
                     "d'articles, des {item} aux {other}. Code promo : PROMO{percent}. Dans la limite des "
                     "stocks "
                     "disponibles !",
                     "pour une durée limitée : {percent} % de remise sur tout le site. Livraison gratuite "
                     "dès "
                     "{price}. Dépêchez-vous, les plus belles pièces partent vite !",
                     "tout le monde parle des {item}. Découvrez nos meilleures ventes et économisez "
                     "{percent} % "
                     "aujourd'hui seulement.",
                     "le compte à rebours tourne ! Les offres sur les {item}, les {other} et tout le reste "
                     "finissent à minuit."),
                 SAY("Voir conditions de l'offre.", "Offre non cumulable avec d'autres promotions.",
                     "Bon shopping !\n\n{brand}"),
                 SAY("J'EN PROFITE", "Voir les offres", "Économiser {percent} %", "Découvrir")},
            [TALK_DUE] = {SAY("Il est temps de changer vos {item}, {first} ?",
                              "Vos {item}, {months} mois après",
                              "{first}, vos {item} touchent-ils à leur fin ?"),
                          SAY("Bonjour {first},", "Chère {first},"),
                          SAY("vous avez acheté chez nous des {item} en {month}. La plupart les remplacent "
                              "à peu près "
                              "maintenant. Les mêmes, à votre taille, sont à {price}.",
                              "votre commande {order} de {month} contenait des {item}. S'ils sont usés, un "
                              "clic suffit "
                              "pour les recevoir à nouveau, pour {price}."),
                          SAY("Sinon, oubliez ce message.\n\n{brand}",
                              "Si tout va bien, il n'y a rien à faire.\n\n{brand}"),
                          SAY("Commander à nouveau", "Comme la dernière fois")},
            [TALK_ROUTE] = {SAY("{city} dès {price}", "{home} - {city} à {price}", "Un week-end à {city} ?",
                                "Les vols pour {city} baissent",
                                "{city} vous attend : des places dès {price}"),
                            SAY("Chers voyageurs,", "Bonjour,"),
                            SAY("des places de {home} à {city} sont disponibles dès {price} l'aller simple, "
                                "à partir de "
                                "{month}. À réserver avant le {date}.",
                                "nouveaux vols {home} - {city}, quatre fois par semaine. Tarifs de "
                                "lancement dès {price}."),
                            SAY("Bagage à main compris.\n\n{brand}",
                                "Dans la limite des places disponibles.\n\n{brand}"),
                            SAY("Voir les vols pour {city}", "Réserver {city}")},
            [TALK_GIG] =
                {SAY("{item} en concert à {home}", "Annonce : {item}", "Prévente : {item}, le {date}",
                     "{item} en tournée"),
                 SAY("Bonjour,", "Chers amateurs de musique,"),
                 SAY("{item} jouent à {home} le {date}. Billets dès {price}, la prévente ouvre demain "
                     "à dix heures.",
                     "deux soirs seulement : {item} et leurs invités. Debout {price}, places assises "
                     "jusqu'à épuisement."),
                 SAY("{brand}", "Rendez-vous devant la scène\n\n{brand}"),
                 SAY("Acheter des billets", "Vers la prévente")},
            [TALK_QUIET] =
                {SAY("Des nouvelles de {brand}", "Ce qui nous a occupés", "Nouveau : {item}",
                     "Une lettre de {brand}"),
                 SAY("Bonjour {first},", "Bonjour,"),
                 SAY("cela fait longtemps. Cette saison, nous avons de nouveaux {item} et nous avons réparé "
                     "nos "
                     "{other}.",
                     "nous écrivons rarement, et cela en vaut la peine : nos {item} sont désormais "
                     "fabriqués près "
                     "d'ici.",
                     "notre atelier ouvre ses portes le {date}. Venez voir comment naissent les {item}."),
                 SAY("Cordialement\n\n{brand}"), SAY("Lire la suite", "En savoir plus")},
            [TALK_NEWS] =
                {SAY("{brand} : {topic}, et la suite", "Cette semaine en {topic} : {item}",
                     "Plaidoyer pour les {item}", "Pourquoi les {item} reviennent",
                     "À lire ce week-end : {item} et {other}"),
                 SAY("Bonjour.", "Dans ce numéro :", "Chers lecteurs,"),
                 SAY("D'abord les {item} : pourquoi les fabricants se disputent, et qui a raison. Puis une "
                     "visite chez ceux qui ne jurent que par les {other}. Et pour finir, cinq liens.",
                     "Un long article sur les {item}, un court sur les {other}, et vos lettres sur le "
                     "numéro de "
                     "la semaine dernière.",
                     "Trois histoires aujourd'hui. L'une parle des {item}, l'autre de {home}, la dernière "
                     "de "
                     "rien du tout."),
                 SAY("Vous recevez cette lettre parce que vous êtes abonnée.",
                     "Transmettez-la à qui elle plaira."),
                 SAY("Lire en entier", "Lire le numéro")},
            [TALK_RECEIPT] = {SAY("Votre commande {order}", "Confirmation de commande {order}",
                                  "Merci pour votre commande, {first}", "Reçu de votre paiement de {price}"),
                              SAY("Bonjour {first},", "Bonjour {name},"),
                              SAY("merci pour votre commande.\n\nNuméro de commande : {order}\n1 x {item}  "
                                  "{price}\nTotal : "
                                  "{price}\n\nNous vous écrirons dès l'expédition.",
                                  "nous avons bien reçu votre commande {order} et votre paiement de "
                                  "{price}.\n\n1 x {item}  "
                                  "{price}\nDate de facture : {date}"),
                              SAY("Une question ? Répondez à ce message en indiquant votre numéro de "
                                  "commande.\n\n{brand}"),
                              SAY("Voir la commande")},
            [TALK_SHIPPED] =
                {SAY("Votre commande {order} est expédiée", "En route : commande {order}",
                     "{first}, votre colis arrive"),
                 SAY("Bonjour {first},"),
                 SAY("vos {item} ont quitté notre entrepôt aujourd'hui. Numéro de suivi : "
                     "{code}88{order}. Livraison prévue : le {date}.",
                     "la commande {order} ({item}) a été remise au transporteur. Elle devrait arriver "
                     "le {date}."),
                 SAY("{brand}"), SAY("Suivre mon colis")},
            [TALK_DELIVERED] =
                {SAY("Livrée : commande {order}", "Votre colis a été livré"), SAY("Bonjour {first},"),
                 SAY("votre colis de la commande {order} a été livré aujourd'hui à {time}.",
                     "le transporteur a laissé votre colis ({item}) chez un voisin à {time}."),
                 SAY("{brand}"), SAY("Où est-il ?")},
            [TALK_CODE] =
                {SAY("Votre code de connexion est {code}", "{code} est votre code {brand}",
                     "Confirmez votre identité : {code}"),
                 SAY("Bonjour {first},"),
                 SAY("utilisez ce code pour vous connecter : {code}\n\nIl est valable dix minutes. Ne le "
                     "donnez à personne.",
                     "quelqu'un, sans doute vous, veut se connecter depuis un nouvel appareil. Votre code "
                     "de vérification : {code}"),
                 SAY("Si ce n'était pas vous, changez votre mot de passe.\n\n{brand}"), SAY("Se connecter")},
            [TALK_ACCOUNT] =
                {SAY("Votre relevé de {month} est disponible", "Nos conditions changent le {date}",
                     "Votre facture de {month}", "Votre paiement de {price} est attendu le {date}"),
                 SAY("Madame, Monsieur {name},"),
                 SAY("votre relevé de {month} se trouve dans votre espace en ligne. Solde : {price}.",
                     "nos conditions générales changent au {date}. Vous n'avez rien à faire.",
                     "votre abonnement coûte {price} par mois. Le prélèvement aura lieu le {date}."),
                 SAY("Veuillez agréer nos salutations\n\n{brand}"), SAY("Mon compte")},
            [TALK_BOOKING] = {SAY("Confirmation de réservation {order} : {home} - {city}",
                                  "Votre vol pour {city} le {date}", "Enregistrez-vous : {home} - {city}"),
                              SAY("Bonjour {name},"),
                              SAY("votre réservation est confirmée.\n\nRéférence : {order}\nVol AL{code} : "
                                  "{home} - {city}, "
                                  "{date} {time}\nPassager : {name}\nPayé : {price}",
                                  "l'enregistrement pour votre vol vers {city} est ouvert.\n\nRéservation "
                                  "{order}, départ {date} "
                                  "{time}, place 14A."),
                              SAY("Bon voyage\n\n{brand}"), SAY("Gérer ma réservation")},
            [TALK_VISIT] =
                {SAY("Votre rendez-vous du {date}", "Rappel : rendez-vous {date}, {time}"),
                 SAY("Bonjour {name},"),
                 SAY("nous vous attendons le {date} à {time}. Prévenez-nous la veille si vous ne pouvez "
                     "pas venir.",
                     "rappel de votre contrôle du {date}, {time}. Merci d'apporter votre carte."),
                 SAY("{brand}"), SAY("Déplacer le rendez-vous")},
            [TALK_SOCIAL] =
                {SAY("{who} a publié une photo", "Vous avez 3 nouvelles notifications",
                     "{who} et 4 autres ont réagi", "Vous connaissez peut-être {who}",
                     "{who} vous a mentionnée"),
                 SAY("Bonjour {first},"),
                 SAY("{who} a partagé du nouveau. Voyez ce que font vos amis.",
                     "il s'est passé beaucoup de choses sur {brand} depuis votre dernière visite.",
                     "{who} souhaite rejoindre votre réseau."),
                 SAY("Vos préférences disent ce que nous vous notifions."), SAY("Voir sur {brand}")},
            [TALK_FRIEND] =
                {SAY("Samedi ?", "tes {item}", "Photos de la semaine dernière", "Petite question",
                     "Dîner le {date}", "tu as vu ça", "Voyage à {city}"),
                 SAY("Salut {first},", "Coucou !", "Chère {first},"),
                 SAY("tu es là samedi ? On pensait cuisiner, puis voir un film.",
                     "tu as encore mes {item} ? Rien ne presse, je me demandais juste.",
                     "les photos de {city} sont enfin triées. Je les apporterai.",
                     "je peux t'appeler ce soir ? C'est à propos du {date}, rien de grave.",
                     "j'ai trouvé le magasin avec les {item} dont tu m'avais parlé. On y va ensemble ?"),
                 SAY("Je t'embrasse\n{who}", "À bientôt\n{who}", "{who}"), SAY("")},
            [TALK_ANSWER] = {SAY("Re: {subject}"), SAY("Ah oui !", "Bien.", "Merci,"),
                             SAY("ça marche. J'y serai à {time}.", "j'apporte les {item}, toi le reste.",
                                 "disons le {date} alors, chez moi."),
                             SAY("{who}"), SAY("")},
            [TALK_REPLY] = {SAY("Re: {subject}"), SAY("Salut,", "Bien sûr !", "Bonne idée."),
                            SAY("Samedi me va, à {time} ?", "Oui. J'apporte les {item}.",
                                "Appelle-moi après {time}.", "Le {date} irait aussi ?"),
                            SAY("{first}"), SAY("")},
            [TALK_LIST] =
                {SAY("[{list}] {item} : lesquels durent ?", "[{list}] réunion le {date}",
                     "[{list}] cherche {item}", "[{list}] Re: {item} ou {other}",
                     "[{list}] lu sur les {other}"),
                 SAY("Bonjour à tous,", "Bonjour la liste,", ""),
                 SAY("les miens ont lâché après {months} mois. Que prenez-vous comme {item}, et les "
                     "rachèteriez-"
                     "vous ?",
                     "prochaine réunion le {date}, {time}, à l'endroit habituel. Les nouveaux sont "
                     "bienvenus.",
                     "j'ai essayé les {item} et les {other}. Les premiers, sans hésiter.",
                     "quelqu'un peut-il me prêter des {item} pour une semaine ? Je suis à {home}."),
                 SAY("Cordialement\n{who}", "{who}"), SAY("")},
            [TALK_PHISH] = {SAY("Votre compte a été limité", "Connexion inhabituelle - action requise",
                                "Paiement refusé : mettez à jour vos données",
                                "Votre colis attend des frais de {price}"),
                            SAY("Cher client,", "Cher utilisateur,"),
                            SAY("un problème a été constaté sur votre compte. Confirmez votre identité sous "
                                "24 heures, sinon "
                                "votre compte sera fermé.",
                                "votre dernier paiement de {price} a été refusé. Vérifiez immédiatement "
                                "votre carte pour éviter "
                                "une suspension."),
                            SAY("Service de sécurité\n{brand}"),
                            SAY("https://www.{domain}/login", "Vérifier maintenant")},
            [TALK_ENDS] = {SAY("{first}, votre bon expire le {date}",
                               "Fin le {date} : votre avantage sur les {item}",
                               "Dernier rappel : valable jusqu'au {date}"),
                           SAY("Bonjour {first},", "Chère {first},"),
                           SAY("votre bon de {price} expire le {date} et ne sera pas prolongé. Il vaut pour "
                               "les {item} et tout "
                               "le reste.",
                               "votre inscription au club se termine le {date}. Après cette date, vos "
                               "{percent} % seront "
                               "perdus."),
                           SAY("{brand}"), SAY("Utiliser le bon", "Prolonger")},
            [TALK_ORDERED] =
                {SAY("Votre commande {order} : encore {percent} % d'économie",
                     "Commande {order} : une étape manque", "À propos de votre commande {order}"),
                 SAY("Bonjour {first},", "Bonjour {name},"),
                 SAY("pour votre commande {order}, nous avons réservé {percent} % sur les {item}. Validez "
                     "aujourd'hui.",
                     "il manque une étape à votre commande {order} : ajoutez des {item} et la livraison est "
                     "offerte."),
                 SAY("{brand}"), SAY("Vers la commande {order}", "Terminer")},
        },
    .view_online = "Voir en ligne",
    .unsubscribe = "Se désabonner",
    .imprint = "Vous recevez ce message en tant que client de",
};

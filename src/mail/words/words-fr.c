/* French. Articles are words of their own (l adresse), as the tokenizer splits at the
 * apostrophe. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "confirmation de commande | confirmation de votre commande | "
      "confirmation de ta commande | commande N | commande n N | commande n | "
      "commande confirmée | commande ... confirmée | commande ... enregistrée | "
      "commande ... reçue | récapitulatif de | merci pour votre commande | "
      "merci pour votre achat | merci pour ta commande | merci de votre commande | facture N | "
      "facture n | reçu de | reçu pour | ticket de caisse | confirmation de paiement | "
      "paiement reçu | paiement ... reçu | paiement accepté | paiement confirmé | "
      "paiement ... effectué | vous avez payé | remboursement | annulation de votre commande | "
      "commande annulée | commande ... annulée | reçu fiscal | confirmation d achat" },
    { KIND_RECEIPT, S, 2,
      "votre commande | ta commande | votre achat | votre facture | facture | votre reçu | "
      "votre paiement | votre remboursement | votre retour" },
    { KIND_RECEIPT, S, 1,
      "commande | achat | paiement | payé | reçu | remboursement | don" },
    { KIND_RECEIPT, B, 2,
      "merci pour votre commande | merci de votre commande | merci pour votre achat | "
      "numéro de commande | n de commande | commande n | commande N | date de commande | "
      "récapitulatif | montant total | montant payé | total payé | total ttc | sous total | "
      "mode de paiement | moyen de paiement | adresse de facturation | numéro de facture | "
      "votre paiement | votre commande ... confirmée | bien reçu votre commande | "
      "avons bien reçu | remboursé" },
    { KIND_RECEIPT, B, 1,
      "total | tva | quantité | qté | prix unitaire | frais de livraison | frais de port | "
      "adresse de livraison | articles" },
    { KIND_SHIPPING, S, 3,
      "bon de livraison | livraison effectuée | a été expédiée | a été expédié | "
      "commande ... expédiée | colis ... expédié | "
      "est en route | en chemin | est en chemin | en cours de livraison | "
      "en cours d acheminement | colis N | livraison de votre | livraison prévue | "
      "livraison aujourd hui | sera livré | sera livrée | a été livré | a été livrée | "
      "confirmation d expédition | avis d expédition | expédition de votre | suivi de | "
      "suivi de colis | suivez votre | numéro de suivi | avis de passage | point relais | "
      "prêt à être retiré | disponible en point | à récupérer | retard de livraison | "
      "arrive aujourd hui | arrive demain | a quitté notre entrepôt" },
    { KIND_SHIPPING, S, 2,
      "expédiée | expédié | en route | votre colis | ton colis | votre livraison | "
      "ta livraison | livré | livrée" },
    { KIND_SHIPPING, S, 1,
      "livraison | livré | colis | expédition | envoi | suivi" },
    { KIND_SHIPPING, B, 2,
      "numéro de suivi | n de suivi | suivre mon colis | suivre votre colis | "
      "suivez votre colis | suivre ma commande | suivre votre commande | suivi du colis | "
      "suivi de votre | a été expédié | a été expédiée | expédiée | est en route | "
      "livraison estimée | livraison prévue | date de livraison | transporteur | votre colis | "
      "point relais | remis au transporteur | sera livré | a été livré | a été livrée | chronopost | "
      "colissimo | mondial relay" },
    { KIND_CODE, S, 3,
      "code de vérification | code de sécurité | code de connexion | code de confirmation | "
      "code d accès | code d authentification | code d activation | code à usage unique | "
      "mot de passe à usage unique | mot de passe temporaire | code N | N est votre | N est ton | "
      "réinitialisation | réinitialiser | réinitialisez | mot de passe oublié | "
      "changement de mot de passe | modification de votre mot de passe | nouveau mot de passe | "
      "lien de connexion | vérifiez votre identité | double authentification" },
    { KIND_CODE, S, 2,
      "votre code | ton code" },
    { KIND_CODE, S, 1,
      "code | mot de passe | connexion | sécurité | identité | accès" },
    { KIND_CODE, B, 2,
      "code de vérification | code de sécurité | code de connexion | code de confirmation | "
      "code à usage unique | votre code | ton code | code est | saisissez ... code | "
      "saisir ... code | entrez ... code | utilisez ... code | expire dans | expirera dans | "
      "valable # minutes | valable pendant | valide pendant | ne partagez | ne communiquez | "
      "ne le communiquez | réinitialiser votre mot de passe | réinitialiser | si vous n êtes pas | "
      "n avez pas demandé | n êtes pas à l origine" },
    { KIND_ACCOUNT, S, 3,
      "nouvelle connexion | connexion ... appareil | nouvel appareil | tentative de connexion | "
      "connexion inhabituelle | connexion suspecte | activité inhabituelle | activité suspecte | "
      "alerte de sécurité | alerte sécurité | mot de passe ... modifié | mot de passe ... changé" },
    { KIND_ACCOUNT, S, 2.5f,
      "confirmez votre | confirme ton | confirmer votre | veuillez confirmer | "
      "merci de confirmer | confirmation de votre adresse | confirmation d inscription | "
      "confirmation de votre inscription | confirmation de votre compte | vérifiez votre adresse | "
      "vérifiez votre e mail | vérifiez votre email | vérification de votre | activez votre | "
      "activation de votre compte | activer votre compte | création de votre compte | "
      "compte créé | compte ... suspendu | compte ... bloqué | conditions générales | "
      "conditions d utilisation | politique de confidentialité | relevé de compte | prélèvement | "
      "échéance | paiement refusé | paiement échoué | échec de paiement | échec du paiement | "
      "renouvellement | période d essai | essai gratuit se termine | demande N | résiliation | "
      "mise à jour de nos conditions | se renouvelle | sera renouvelé | abonnement ... renouvelé | "
      "abonnement ... résilié | abonnement ... annulé | abonnement ... expire | "
      "abonnement ... prend fin | abonnement a été | renouvellement de votre | "
      "confirmation de résiliation | votre prochaine box | prochaine box | "
      "votre prochain prélèvement | stockage plein | stockage est plein | stockage ... plein | "
      "espace de stockage | espace ... saturé | nous mettons à jour | mise à jour des conditions | "
      "nouvelles conditions | évolution de nos conditions | paiement n a pas abouti | "
      "paiement ... n a pas pu | paiement a échoué | paiement ... échoué | paiement ... refusé | "
      "carte ... refusée | carte ... expire | incident de paiement | problème de paiement | "
      "problème avec votre paiement | dernière étape | plus qu une étape | "
      "finalisez votre inscription | essai ... se termine | essai se termine | "
      "fin de votre essai | compte ... supprimé | compte sera | fermeture de votre compte" },
    { KIND_ACCOUNT, S, 2,
      "votre inscription | votre compte | ton compte | vos identifiants | votre relevé | "
      "votre abonnement | ton abonnement | abonnement | votre adhésion | votre contrat | "
      "votre demande" },
    { KIND_ACCOUNT, S, 1,
      "compte | inscription | adhésion | contrat | confirmer | confirmez | activer | "
      "identifiants" },
    { KIND_ACCOUNT, S, 1.5f,
      "bienvenue chez | bienvenue sur | bienvenue | bienvenue dans" },
    { KIND_ACCOUNT, S, 0.5f, "merci" },
    { KIND_ACCOUNT, B, 2,
      "confirmer votre adresse | confirmez votre adresse | confirmer votre e mail | "
      "confirmer votre inscription | vérifier votre adresse | activer votre compte | "
      "votre compte a été | créer votre compte | finaliser votre inscription | "
      "merci pour votre inscription | merci de votre inscription | votre identifiant | "
      "numéro de client | numéro client | votre abonnement | renouvelé automatiquement | "
      "conditions générales | votre compte | nouvelle connexion | nouvel appareil | "
      "si ce n était pas vous | si vous n êtes pas à l origine | sera renouvelé | "
      "se renouvellera | prochain prélèvement | a été résilié | espace de stockage | "
      "paiement n a pas | mettre à jour vos informations de paiement | "
      "mettre à jour votre moyen de paiement | prochaine box" },
    { KIND_ACCOUNT, B, 1,
      "votre offre | votre espace | sur # go | go sur # | autre carte | autre moyen de paiement | "
      "inscription confirmée | inscription ... confirmée | entrent en vigueur | "
      "entrera en vigueur | sera débité | sera prélevé | prendra fin | "
      "réactiver | c était vous | c était bien vous" },
    { KIND_APPOINTMENT, S, 3,
      "confirmation de réservation | confirmation de votre réservation | "
      "réservation confirmée | réservation ... confirmée | réservation N | votre rendez vous | "
      "ton rendez vous | rappel de rendez vous | rappel rendez vous | "
      "confirmation de rendez vous | e billet | billet électronique | carte d embarquement | "
      "enregistrement en ligne | invitation à une réunion | rappel rdv" },
    { KIND_APPOINTMENT, S, 2,
      "votre réservation | ta réservation | réservation | rendez vous | votre voyage | "
      "ton voyage | votre vol | ton vol | votre billet | vos billets | tes billets | "
      "votre séjour | ton séjour | itinéraire | réunion | rdv" },
    { KIND_APPOINTMENT, S, 1,
      "réserver | réservé | voyage | vol | billet | billets | séjour | train" },
    { KIND_APPOINTMENT, B, 2,
      "numéro de réservation | référence de réservation | référence du dossier | "
      "votre réservation | votre rendez vous | départ | arrivée | passager | passagers | "
      "embarquement | nombre de personnes | nombre de nuits | arrivée le | départ le | "
      "votre billet | ajouter au calendrier | ajouter à mon agenda | dossard | "
      "vous êtes inscrit | vous êtes inscrite" },
    { KIND_SOCIAL, S, 3,
      "a commenté | a aimé votre | a aimé ta | aime votre | aime ta | vous a mentionné | "
      "t a mentionné | vous a identifié | t a identifié | vous suit | te suit | "
      "nouvel abonné | nouveaux abonnés | demande d ami | demande d ajout | "
      "invitation à se connecter | souhaite rejoindre votre réseau | "
      "vous a envoyé un message | t a envoyé un message | nouveau message de | "
      "messages non lus | # notifications | nouvelles notifications | a publié | a partagé | "
      "a réagi | a répondu à | a accepté votre | a consulté votre profil | "
      "ont consulté votre profil | et d autres | anniversaire de" },
    { KIND_SOCIAL, B, 1.5f,
      "a commenté | vous suit | demande d ami | votre publication | voir le profil | "
      "voir la publication | notifications | ouvrez l application | ouvrir l application | "
      "a publié" },
    { KIND_NEWSLETTER, S, 2,
      "newsletter | lettre d information | infolettre | la lettre | l actu | actualités | "
      "actualité | cette semaine | de la semaine | du mois | l essentiel | édition | "
      "numéro # | n # | revue de presse | à la une | hebdo | quotidien | mensuel | magazine | "
      "podcast" },
    { KIND_NEWSLETTER, B, 1,
      "newsletter | lire la suite | en savoir plus | lire l article | dans ce numéro | "
      "abonnés | rédaction | à la une" },
    { KIND_PROMOTION, S, 2,
      "% de réduction | de réduction | réduction | réductions | remise | remises | promo | "
      "promos | promotion | promotions | code promo | soldes | offre | offres | offerte | "
      "offert | vente privée | ventes privées | ventes flash | vente flash | "
      "livraison gratuite | livraison offerte | cadeau | cadeaux | gratuit | dernière chance | "
      "derniers jours | dernières heures | plus que | se termine | aujourd hui seulement | "
      "exclusif | exclusivité | nouveautés | nouvelle collection | bon plan | bons plans | "
      "jusqu à # | profitez | profitez en | % | à partir de | découvrez | à ne pas manquer | "
      "ne manquez pas | black friday | prix mini | petits prix | bon d achat | jeu concours | "
      "faites un don" },
    { KIND_PROMOTION, B, 1,
      "j en profite | profitez en | code promo | offre valable | offre valable jusqu | "
      "livraison offerte | livraison gratuite | je découvre | acheter | j achète | commandez | "
      "ajouter au panier | soldes | remise | offre exclusive | faites un je donne" },
    { KIND_LIST, S, 1,
      "tr" },
    { WORD_TALK, E, 1,
      "bonjour | salut | coucou | cher | chère | cordialement | bien cordialement | "
      "bien à vous | amitiés | bises | bisous | merci | à bientôt | a écrit" },
    { WORD_COMMON, B, 0,
      "le | la | les | et | de | des | du | un | une | est | vous | votre | vos | nous | "
      "notre | pour | en | dans | sur | que | qui | pas | à | au | avec | ce | cette | l | d" },
    { WORD_BULK, B, 2,
      "se désabonner | désabonner | se désinscrire | désinscrire | désinscription | désabonnement | "
      "vous désabonner | vous désinscrire | ne plus recevoir" },
    { WORD_BULK, B, 1,
      "voir dans le navigateur | version en ligne | dans votre navigateur | vous recevez cet e mail | "
      "vous recevez cet email | vous recevez ce message | gérer vos préférences" },
    { WORD_URGENCY, E, 1,
      "urgent | urgente | immédiatement | immédiat | dernière chance | dernier rappel | "
      "dernier jour | derniers jours | dernières heures | plus que # | se termine | expire | "
      "expirera | aujourd hui seulement | vite | dépêchez vous | ne tardez pas | "
      "sous 24 heures | sous 48 heures | # heures | suspendu | action requise | "
      "avertissement | attention | avant minuit | ne manquez pas | mise en demeure" },
    { WORD_DISCOUNT, E, 1,
      "réduction | réductions | remise | promo | promos | promotion | soldes | offre | "
      "offres | gratuit | gratuite | offert | offerte | bon plan | économisez | prix réduit | "
      "moitié prix | rabais | cadeau | bon d achat | code promo" },
    { KIND_OTHER, S, 3,
      "formulaire de contact | nouveau ticket | ticket ... créé | ticket ... fermé | "
      "message vocal | messagerie vocale | nouveau fax | appel manqué | appels manqués | "
      "signalement d abus | incident de sécurité | vigilance météo" },
};

const struct words_block words_fr = { "fr", rows, G_N_ELEMENTS(rows) };

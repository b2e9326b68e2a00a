/* Local parts of addresses that say what is sent from there, in all languages at once. */
#include "mail/words.h"

static const struct words_row rows[] = {
    { WORD_AUTOMATIC, PLACE_LOCAL, 1,
      "listserv | majordomo | mailman | listmaster | build | builds | buildbot | jenkins | ci | svn | cvs | "
      "git | gitlab | bugzilla | jira | redmine | otrs | nagios | zabbix | monitoring | watchdog | scanner | "
      "printer | copier | pbx | "
      "noreply | no reply | donotreply | do not reply | dont reply | noresponse | "
      "nicht antworten | nichtantworten | keineantwort | keine antwort | ne pas repondre | "
      "nepasrepondre | noresponder | no responder | nao responda | naoresponda | "
      "non rispondere | noanswer | mailer daemon | daemon | postmaster | root | cron | "
      "bounce | bounces | auto | automated | automatic | robot | bot | system | auto confirm | "
      "autoconfirm | mailer | notification | notifications | notify | notificaciones | "
      "benachrichtigung | benachrichtigungen | alert | alerts | autoreply | msgs | "
      "unattended | unmonitored | message | messages | noreplies | ikkesvar | noreply2 | "
      "svarinte" },
    { WORD_ROLE, PLACE_LOCAL, 1,
      "hello | hi | hallo | hola | bonjour | team | info | mail | email | contact | kontakt | "
      "contacto | support | helpdesk | help desk | help | hilfe | service | services | "
      "kundenservice | kundendienst | "
      "customerservice | customer service | customercare | customer care | care | "
      "service client | serviceclient | client | clients | clientes | atencion | soporte | "
      "administrator | administration | announcement | announcements | notices | "
      "ayuda | web | webmaster | webshop | shop | store | boutique | tienda | online | admin | "
      "office | buero | kunden | customers | members | member | mitglied | mitglieder | "
      "community | crm | us | sales | verkauf | vertrieb | ventas | praxis | apotheke | "
      "hotel | restaurant | salon | clinic | klinik | reception | rezeption | empfang | "
      "booking desk | update | updates | aktuell | post | club | loyalty | vip | press | "
      "feedback | survey | reply | nic | hostmaster | registrar | domains | fax | faxservice | voicemail | "
      "voiceservice | newsletters | jobs | careers | career | karriere | recruiting | recruitment | "
      "bewerbung | "
      "bewerbungen | recrutement | rrhh | empleo | selezione | rekrutacja" },
    { KIND_RECEIPT, PLACE_LOCAL, 1.5f,
      "bestellbestaetigung | auftragsbestaetigung | transaction | transactions | donations | "
      "donate | order | orders | order update | order confirmation | order updates | "
      "bestellung | bestellungen | bestellservice | auftrag | auftraege | commande | "
      "commandes | pedido | pedidos | ordine | ordini | ordini online | bestelling | "
      "bestellingen | encomenda | zamowienia | zamowienie | receipt | receipts | quittung | "
      "beleg | belege | invoice | invoices | invoicing | rechnung | rechnungen | "
      "siparis | objednavka | objednavky | rendeles | zakaz | "
      "rechnungonline | facture | factures | factura | facturas | fattura | purchase | "
      "purchases | kauf | einkauf | checkout | payment | payments | zahlung | zahlungen | "
      "paiement | pagos | sales receipt | statements | "
      "ebill | ebills | e bill | ebilling | efactura | e factura | erechnung | e rechnung" },
    { KIND_SHIPPING, PLACE_LOCAL, 1.5f,
      "versandbestaetigung | avisos | shipping | shipment | shipments | ship confirm | "
      "shipment tracking | tracking | track | delivery | deliveries | dispatch | versand | "
      "versandstatus | sendung | sendungsverfolgung | zustellung | lieferung | paket | "
      "livraison | livraisons | lieferungen | expeditions | "
      "expedition | envio | envios | seguimiento | entrega | entregas | "
      "spedizione | spedizioni | verzending | bezorging | parcel | parcels | logistics | "
      "fulfillment | fulfilment | pkginfo | mcinfo" },
    { KIND_CODE, PLACE_LOCAL, 1.5f,
      "security | secure | sicherheit | securite | seguridad | verify | verification | "
      "verifizierung | otp | login | signin | auth | authentication | password | passwort | "
      "2fa | mfa | account security" },
    { KIND_ACCOUNT, PLACE_LOCAL, 1,
      "account | accounts | account update | konto | kontoservice | compte | cuenta | "
      "welcome | willkommen | bienvenue | bienvenido | billing | abrechnung | facturation | "
      "facturacion | registration | registrierung | signup | confirm | confirmation | "
      "confirmations | bestaetigung | subscription | subscriptions | abo | membership | "
      "onboarding | privacy | legal | datenschutz | identity | security | sicherheit | securite | "
      "seguridad | account security | abonnement | abbonamento" },
    { KIND_APPOINTMENT, PLACE_LOCAL, 1.5f,
      "buchungsbestaetigung | reservierungsbestaetigung | reservation | reservations | "
      "reservierung | reservierungen | reserva | reservas | booking | bookings | buchung | "
      "buchungen | itinerary | travel | reise | reisen | ticket | tickets | ticketing | "
      "checkin | check in | appointment | appointments | termin | termine | calendar | "
      "kalender | rendez vous | rdv | cita | citas | events | trips | flights | boarding | "
      "billet | billets | fahrkarte | fahrkarten | biglietto | biglietti | boleto | boletos | billete | "
      "entry | entries | register | enrol | enroll | enrolment | enrollment | boxoffice | box office | "
      "courses | classes | races | anmeldung | anmeldungen | meldung | meldungen | kurse | karten | "
      "kartenservice | veranstaltungen | inscription | inscriptions | billetterie | engagements | "
      "dossards | entradas | inscripciones | iscrizioni | biglietteria | inschrijvingen | "
      "billetes | bilety | voyage | voyages | viaggi | viajes | "
      "eticket | prenotazioni | prenotazione | boekingen | reserveringen" },
    { KIND_NEWSLETTER, PLACE_LOCAL, 1,
      "news | newsletter | newsletters | rss | rssfeeds | feed | feeds | newsflash | digest | "
      "daily | weekly | editor | editors | redaktion | magazin | magazine | journal | "
      "bulletin | infolettre | boletin | actualites | actu | noticias | nieuwsbrief | "
      "nyhetsbrev | nyheter | headlines | briefing | subscriptions" },
    { KIND_PROMOTION, PLACE_LOCAL, 1,
      "offer | offers | deal | deals | promo | promos | promotion | promotions | marketing | "
      "sale | specials | angebot | angebote | offres | offre | promociones | promocion | "
      "ofertas | oferta | rewards | campaign | campaigns | kampagne | aktion | aktionen | "
      "shopping | discover | inspiration | savings | outlet" },
    { KIND_SOCIAL, PLACE_LOCAL, 1,
      "friendupdates | friends | invitations | invite | invites | messaging | "
      "messages noreply | groupupdates | mentions | follow | followers | network | social | "
      "friendsuggestion" },
    { WORD_AUTOMATIC, PLACE_LOCAL, 1,
      "nobody | sys admin | sysadmin | powiadomienia | powiadomienie | informacja | notifiche | avvisi | "
      "meldingen | notificacoes | "
      "oznameni | bildirim | uvedomleniya" },
    { WORD_ROLE, PLACE_LOCAL, 1,
      "informacje | biuro | obsluga | assistenza | klantenservice | kundtjanst | kundeservice | "
      "atendimento | contato | bilgi | destek | musteri | ugyfelszolgalat | ar | accounting | "
      "buchhaltung | comptabilite | secretary | secretariat | sekretariat | accueil" },
    { WORD_AUTOMATIC, PLACE_BODY, 1,
      "do not reply to this | please do not reply | do not respond to this | automatically generated | "
      "this is an automated | email generated | antworten sie nicht auf diese | automatisch erstellt | "
      "automatisch generiert | ne pas repondre a ce | merci de ne pas repondre | genere automatiquement | "
      "no responda a este | no responder a este | generado automaticamente | nao responda a este | "
      "favor nao responder | gerado automaticamente | non rispondere a questa | generata automaticamente | "
      "niet op deze e mail | automatisch gegenereerd | nie odpowiadaj na | wygenerowana automatycznie | "
      "neodpovidejte na | automaticky generovana | automaticky vygenerovan | svara inte pa | svar ikke pa | "
      "automatiskt genererat | automatisk generert | automatisk genereret | yanitlamayiniz | "
      "otomatik olarak gonderil | otomatik olarak olusturul | ne valaszoljon | automatikusan generalt | "
      "automatikus uzenet | μην απαντήσετε | μην απαντάτε | αυτόματο μήνυμα | не отвечайте на | "
      "отправлено автоматически | автоматически сгенерирован | не відповідайте на | надіслано автоматично | "
      "自動通知 | 自動送信 | 自動配信 | 自動的に送信 | 返信しないで | 返信いただいても | 返信はできません | 자동으로 발송 | "
      "자동 발송 | 회신하지 마 | 请勿回复 | 請勿回覆 | 请勿直接回复 | 請勿直接回覆 | 自动发送 | 自動發送 | 自动生成" },
    { KIND_NEWSLETTER, PLACE_LOCAL, 1, "enews | enewsletter | ezine | digest" },
};

const struct words_block words_local = { "", rows, G_N_ELEMENTS(rows) };

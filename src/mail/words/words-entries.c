/* What she has entered for and where she travels, in all languages at once: races, fairs, festivals and
 * conferences confirm it by words of their own, beside those for bookings in the files of the languages. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY

static const struct words_row rows[] = {
    { KIND_APPOINTMENT, S, 4, /* a trip, whatever was paid for it */
      "itinerary receipt | itinerary and receipt | receipt and itinerary | reiseplan und beleg | "
      "itinéraire et reçu | itinerario y recibo | itinerario e ricevuta | reisschema en bon" },
    { KIND_APPOINTMENT, S, 3,
      "entry confirmation | your entry ... confirmed | your place ... confirmed | your spot ... confirmed | "
      "thanks for entering | thank you for entering | thanks for booking | thank you for booking | "
      "your place on ... confirmed | place confirmed | confirmation of entry | "
      "enrolment confirmation | enrollment confirmation | enrolment confirmed | enrollment confirmed | "
      "confirmation of enrolment | confirmation of enrollment | ticket confirmation | ticket purchase | "
      "meldebestätigung | meldung ... eingegangen | meldung bestätigt | teilnahmebestätigung | "
      "anmeldung zum | anmeldung zur | kursanmeldung | kartenbestellung | kartenreservierung | "
      "ticketbestellung | ticketkauf | startplatz gesichert | "
      "confirmation d engagement | engagement confirmé | confirmation de participation | "
      "votre inscription au | votre inscription à la | votre inscription aux | ta place pour | "
      "votre place pour | atelier réservé | "
      "eintrittskarte | eintrittskarten | startplatz bestätigt | startplatz ... bestätigt | "
      "inscription validée | inscription ... validée | inscription reçue | inscription enregistrée | "
      "inscripción confirmada | inscripción ... confirmada | inscripción recibida | "
      "confirmación de inscripción | confirmación de tu inscripción | confirmación de su inscripción | "
      "iscrizione confermata | iscrizione ... confermata | conferma iscrizione | conferma di iscrizione | "
      "conferma dell iscrizione | conferma della tua iscrizione | "
      "inschrijving bevestigd | inschrijving ... bevestigd | bevestiging inschrijving | "
      "bevestiging van inschrijving | bevestiging van je inschrijving | bevestiging van uw inschrijving | "
      "inschrijvingsbevestiging | inscrição confirmada | inscrição ... confirmada | "
      "confirmação de inscrição | confirmação da sua inscrição | potwierdzenie zapisu | "
      "potwierdzenie zgłoszenia | potwierdzenie udziału | anmälan bekräftad | anmälningsbekräftelse | "
      "bekräftelse på anmälan | potvrzení přihlášky | přihláška potvrzena | nevezés visszaigazolása | "
      "参加登録 | エントリー完了 | エントリー受付 | 申込完了 | お申し込み完了 | 报名成功 | 报名确认 | 報名成功 | "
      "참가 신청 | 참가신청 | 신청 완료" },
    { KIND_APPOINTMENT, S, 2, "your entry | your enrolment | your enrollment | your place | your places | "
                              "ihre anmeldung | deine anmeldung | ihre karten | deine karten | "
                              "vos places | tes places | votre place | votre inscription | "
                              "ton inscription | "
                              "you re in | you are in | you re booked | you are booked | "
                              "votre dossier est complet | du bist dabei | sie sind dabei | "
                              "vous êtes inscrit | "
                              "estás inscrito | sei iscritto | je bent ingeschreven" },
    { KIND_APPOINTMENT, B, 2,
      "thanks for entering | thank you for entering | race day | your place in | your place on | "
      "you are entered | you are enrolled | is enrolled | "
      "is reserved | is booked | has been reserved | ist reserviert | ist gebucht | est réservé | "
      "est réservée | sont réservés | sont réservées | "
      "registered for | now registered | entered for | enrolled in | enrolled on | inscription au | "
      "inscription aux | inscrit au | inscrite au | inscrit aux | inscrite aux | participez au | "
      "participez aux | participation au | participation aux | angemeldet für | "
      "enrolment number | enrollment number | registration id | doors open | course fee | term fee | "
      "entry fee | your bib | bib | renntag | wettkampftag | kursbeginn | kursgebühr | kursnummer | "
      "teilnehmernummer | teilnahmegebühr | startgeld | startgebühr | startnr | einlass | "
      "nehmen ... teil | sie sind dabei | jour de course | date de la course | numéro de dossard | "
      "frais d inscription | frais d engagement | reprise des cours | première séance | "
      "dein platz beim | dein platz im | ihr platz beim | ihr platz im | ihr platz auf | your seat at | "
      "votre place à | ta place à | ta place au | votre place aux | "
      "votre participation | votre engagement | votre badge | your badge | "
      "you re booked on | you are booked on | you re booked onto | you are booked onto | "
      "you re taking part | you are taking part | du nimmst ... teil | du bist gemeldet | "
      "vous participerez au | vous participerez à | vous participerez aux | vous prendrez le départ | "
      "votre place pour | votre place au | dorsal | día de la prueba | tu plaza en | pettorale | "
      "giorno di gara | startplaats | wedstrijddag | numer startowy | dzień zawodów | startovní číslo | "
      "rajtszám | estás inscrito | estás inscrita | está inscrito | está inscrita | "
      "sei iscritto | sei iscritta | "
      "bent ingeschreven | jesteś zapisany | jesteś zapisana | está inscrito no | "
      "ゼッケン | 開催日 | 参加登録 | 受付番号" },
    { KIND_ACCOUNT, B, 2, /* what goes on for a year */
      "has been renewed | was renewed | we renewed | wurde verlängert | wird verlängert | a été renouvelé | "
      "a été renouvelée | est renouvelé | est reconduit | a été reconduit | ha sido renovada | "
      "è stato rinnovato | is verlengd" },
};

const struct words_block words_entries = { "", rows, G_N_ELEMENTS(rows) };

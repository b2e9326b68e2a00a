/* Italian. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "conferma ordine | conferma d ordine | conferma dell ordine | conferma del tuo ordine | "
      "conferma del suo ordine | ordine N | ordine n N | ordine nr N | ordine confermato | "
      "ordine ... confermato | ordine ricevuto | ordine ... ricevuto | ordine ... preso in carico | "
      "ordine ... annullato | abbiamo ricevuto il tuo ordine | abbiamo ricevuto il suo ordine | "
      "il tuo ordine | il suo ordine | grazie per il tuo ordine | grazie per il suo ordine | "
      "grazie per il tuo acquisto | grazie per l acquisto | grazie per aver acquistato | "
      "grazie per aver scelto | conferma di pagamento | conferma del pagamento | pagamento ricevuto | "
      "pagamento ... ricevuto | pagamento confermato | pagamento effettuato | "
      "pagamento ... andato a buon fine | hai pagato | hai inviato un pagamento | ricevuta di pagamento | "
      "ricevuta del pagamento | la tua ricevuta | rimborso | conferma di rimborso | "
      "rimborso ... effettuato | riepilogo ordine | riepilogo del tuo ordine | fattura n | fattura N | "
      "fattura elettronica | la tua fattura | copia di cortesia" },
    { KIND_RECEIPT, S, 2,
      "ricevuta | fattura | scontrino | reso ricevuto | il tuo reso" },
    { KIND_RECEIPT, S, 1,
      "ordine | ordinato | acquisto | pagamento | acquistato | reso" },
    { KIND_RECEIPT, B, 2,
      "numero ordine | numero d ordine | numero dell ordine | ordine n | totale ordine | "
      "totale dell ordine | riepilogo ordine | riepilogo dell ordine | metodo di pagamento | "
      "grazie per il tuo ordine | grazie per il tuo acquisto | importo totale | totale pagato | "
      "importo addebitato | data dell ordine | data ordine | abbiamo ricevuto il tuo ordine | "
      "abbiamo ricevuto il tuo pagamento | numero fattura | articoli ordinati" },
    { KIND_RECEIPT, B, 1,
      "subtotale | iva inclusa | iva | spese di spedizione | totale € | indirizzo di fatturazione | "
      "indirizzo di spedizione | quantità | prezzo unitario" },

    { KIND_SHIPPING, S, 3,
      "spedito | spedita | è stato spedito | è stata spedita | abbiamo spedito | "
      "conferma di spedizione | conferma spedizione | in consegna | in consegna oggi | è in viaggio | "
      "in arrivo oggi | arriva oggi | arriva domani | consegnato | consegnata | consegna prevista | "
      "consegna effettuata | mancata consegna | tentativo di consegna | pronto per il ritiro | "
      "pronto al ritiro | pronta per il ritiro | disponibile per il ritiro | il suo pacco | "
      "la tua spedizione | affidato al corriere | traccia la spedizione | il tuo ordine ... spedito | "
      "ordine ... partito | spedizione n | spedizione N" },
    { KIND_SHIPPING, S, 2,
      "spedizione | in arrivo | tracking | il tuo pacco | è in arrivo" },
    { KIND_SHIPPING, S, 1,
      "consegna | pacco | corriere | ritiro | partito | partita" },
    { KIND_SHIPPING, B, 2,
      "numero di tracking | codice di tracking | numero di spedizione | numero di tracciamento | "
      "traccia | traccia il tuo pacco | traccia la spedizione | segui la spedizione | "
      "segui il tuo pacco | corriere | consegna prevista | data di consegna | è stato spedito | "
      "è stata spedita | abbiamo spedito | consegnato al corriere | affidato al corriere | in consegna | "
      "punto di ritiro | lettera di vettura" },

    { KIND_CODE, S, 3,
      "codice di verifica | codice di sicurezza | codice di accesso | codice di conferma | "
      "codice di autenticazione | codice otp | codice monouso | codice temporaneo | codice usa e getta | "
      "il tuo codice | il suo codice | codice N | N è il tuo codice | N è il codice | "
      "password temporanea | password monouso | reimposta | reimpostare la password | reimpostazione | "
      "reimpostazione della password | password dimenticata | hai dimenticato la password | "
      "recupero password | recupera la password | ripristino password | ripristina la password | "
      "cambia la password | link di accesso | verifica in due passaggi | conferma la tua identità | "
      "verifica la tua identità" },
    { KIND_CODE, S, 1,
      "codice | password | accesso | sicurezza | otp" },
    { KIND_CODE, B, 2,
      "codice di verifica | codice di sicurezza | codice di accesso | codice di conferma | "
      "il tuo codice | il codice è | inserisci ... codice | usa ... codice | utilizza ... codice | "
      "scade tra | valido per # minuti | non condividere | non comunicare | non condividerlo | "
      "reimpostare la password | reimposta la password | se non hai richiesto | se non sei stato tu a" },

    { KIND_ACCOUNT, S, 3,
      "nuovo accesso | accesso ... dispositivo | nuovo dispositivo | avviso di sicurezza | "
      "accesso insolito | accesso sospetto | attività sospetta | attività insolita | "
      "tentativo di accesso | password ... modificata | password ... cambiata | password ... aggiornata | "
      "modifica della password" },
    { KIND_ACCOUNT, S, 2.5f,
      "conferma il tuo | conferma la tua | conferma l indirizzo | conferma indirizzo | conferma e mail | "
      "conferma la registrazione | conferma iscrizione | verifica il tuo | verifica la tua | "
      "verifica l indirizzo | attiva il tuo | attiva l account | attivazione account | "
      "attivazione dell account | completa la registrazione | registrazione completata | "
      "grazie per esserti registrato | grazie per la registrazione | il tuo nuovo account | "
      "account ... creato | account ... sospeso | account ... bloccato | condizioni d uso | "
      "condizioni generali | termini e condizioni | termini di servizio | condizioni di utilizzo | "
      "aggiornamento ... termini | aggiorniamo i nostri | abbiamo aggiornato ... termini | "
      "informativa sulla privacy | pagamento non riuscito | pagamento rifiutato | "
      "pagamento ... non è andato a buon fine | problema con il pagamento | problema di pagamento | "
      "aggiorna ... metodo di pagamento | abbonamento ... rinnov | abbonamento ... rinnovo | "
      "abbonamento ... scade | abbonamento ... scadenza | abbonamento ... annullato | "
      "abbonamento ... disdetto | abbonamento ... rinnovato | rinnovo automatico | si rinnova | "
      "si rinnoverà | rinnovo del tuo | rinnovo abbonamento | periodo di prova | "
      "prova gratuita ... termina | estratto conto | la tua bolletta | bolletta ... disponibile | "
      "sollecito di pagamento | spazio di archiviazione | spazio ... esaurito | spazio ... pieno | "
      "richiesta n | ticket N | addebito" },
    { KIND_ACCOUNT, S, 2,
      "registrazione | il tuo account | il suo account | il tuo conto | il tuo abbonamento | "
      "il suo abbonamento | il tuo profilo | la tua richiesta | il tuo contratto | i tuoi dati | "
      "bolletta | abbonamento" },
    { KIND_ACCOUNT, S, 1,
      "conto | iscrizione | account | conferma | rinnovo | scadenza | contratto" },
    { KIND_ACCOUNT, S, 1.5f,
      "benvenuto | benvenuta | benvenuti | benvenuto in | benvenuta in | ti diamo il benvenuto" },
    { KIND_ACCOUNT, S, 0.5f, "grazie | grazie mille" },
    { KIND_ACCOUNT, B, 2,
      "conferma il tuo indirizzo | confermare il tuo indirizzo | confermare l indirizzo | "
      "conferma la tua e mail | verifica il tuo indirizzo | verificare il tuo indirizzo | "
      "attiva il tuo account | attivare il tuo account | attivare l account | "
      "completare la registrazione | grazie per esserti registrato | grazie per la registrazione | "
      "il tuo account è | account è stato | il tuo abbonamento | si rinnoverà automaticamente | "
      "rinnovo automatico | metodo di pagamento ... aggiorn | nome utente | numero cliente | "
      "codice cliente | nuovo accesso | se non sei stato tu | se non riconosci | "
      "spazio di archiviazione | termini di servizio | sarà addebitato | verrà addebitato | "
      "prossimo addebito | prossimo rinnovo" },

    { KIND_APPOINTMENT, S, 3,
      "conferma prenotazione | conferma della prenotazione | conferma di prenotazione | "
      "prenotazione confermata | prenotazione ... confermata | prenotazione N | "
      "prenotazione ... annullata | la sua prenotazione | il suo volo | carta d imbarco | "
      "carte d imbarco | check in online | check in disponibile | biglietto elettronico | "
      "promemoria appuntamento | promemoria ... appuntamento | conferma appuntamento | "
      "appuntamento ... confermato | visita ... prenotata | invito alla riunione | invito riunione | "
      "tavolo prenotato" },
    { KIND_APPOINTMENT, S, 2,
      "prenotazione | appuntamento | biglietti | itinerario | il tuo hotel | imbarco | riunione | "
      "la tua prenotazione | il tuo volo | il tuo viaggio | il tuo biglietto | i tuoi biglietti | "
      "il tuo appuntamento | il tuo soggiorno" },
    { KIND_APPOINTMENT, S, 1,
      "viaggio | volo | biglietto | treno | prenotato | visita | soggiorno" },
    { KIND_APPOINTMENT, B, 2,
      "codice prenotazione | codice di prenotazione | numero di prenotazione | la tua prenotazione | "
      "la sua prenotazione | il tuo appuntamento | il tuo volo | partenza | arrivo | passeggero | "
      "passeggeri | imbarco | numero di ospiti | numero di notti | aggiungi al calendario | "
      "posto a sedere | binario | data e ora" },

    { KIND_SOCIAL, S, 3,
      "ha commentato | ha messo mi piace | ti ha menzionato | ti ha menzionata | ti ha taggato | "
      "ti ha taggata | ti segue | ora ti segue | ha iniziato a seguirti | richiesta di amicizia | "
      "richieste di amicizia | # notifiche | nuove notifiche | ha pubblicato | ha condiviso | "
      "ha risposto | nuovo follower | ti ha inviato un messaggio | ti ha invitato a | vuole collegarsi | "
      "richiesta di collegamento | ha visualizzato il tuo profilo | ha reagito | "
      "persone che potresti conoscere | nuovo commento | # nuovi messaggi" },
    { KIND_SOCIAL, B, 1.5f,
      "il tuo post | la tua foto | visualizza profilo | vedi il profilo | vedi il commento | "
      "vedi il post | richiesta di amicizia | ha commentato | nuove notifiche | "
      "impostazioni delle notifiche" },

    { KIND_NEWSLETTER, S, 2,
      "notiziario | novità | questa settimana | newsletter | della settimana | rassegna | "
      "il meglio della settimana | ultime notizie | numero # | edizione" },
    { KIND_NEWSLETTER, B, 1,
      "leggi tutto | leggi di più | continua a leggere | leggi l articolo | in questo numero | "
      "newsletter | questa settimana" },

    { KIND_PROMOTION, S, 2,
      "sconto | sconti | saldi | offerta | offerte | promozione | promo | spedizione gratuita | "
      "spedizione gratis | ultime ore | ultima occasione | ultimi giorni | ultima possibilità | "
      "solo oggi | solo per oggi | solo per te | in regalo | regalo | omaggio | gratis | scopri | "
      "approfitta | approfittane | risparmia | fino al # | buono sconto | codice sconto | coupon | "
      "nuovi arrivi | nuova collezione | da non perdere | non perdere | conviene | prezzi ribassati | "
      "svendita | non lasciartelo scappare" },
    { KIND_PROMOTION, B, 1,
      "acquista ora | compra ora | acquista subito | scopri di più | scopri la collezione | "
      "scopri le offerte | approfittane | sconto | usa il codice | codice sconto | spedizione gratuita | "
      "offerta valida | fino ad esaurimento scorte | solo online | aggiungi al carrello | "
      "promozione valida" },

    { WORD_TALK, E, 1,
      "ciao | saluti | grazie | cordiali saluti | un saluto | a presto | un abbraccio | fammi sapere | "
      "come stai | ti scrivo | penso che | buona giornata | baci | gentile | grazie mille | ci vediamo" },
    { WORD_COMMON, B, 0,
      "il | di | che | per | non | con | una | della | questo | è | la | e | del | nel | sono | si | "
      "un | le | gli | dei | alla | tuo | più | ti | ha | al | se | come" },
    { WORD_BULK, B, 2,
      "annulla iscrizione | annulla l iscrizione | annullare l iscrizione | cancellati | "
      "cancella iscrizione | cancellare l iscrizione | disiscriviti | disiscrizione | disiscriverti | "
      "non desideri più ricevere | non vuoi più ricevere" },
    { WORD_BULK, B, 1,
      "ricevi questa e mail perché | ricevi questa email perché | questa e mail è stata inviata a | "
      "visualizza nel browser | visualizza online | visualizza la versione web | vedi nel browser | "
      "non visualizzi correttamente | gestisci le preferenze | preferenze email" },
    { WORD_URGENCY, E, 1,
      "urgente | subito | ultime ore | ultima occasione | scade | scadono | scade oggi | immediatamente | "
      "affrettati | affrettatevi | solo oggi | ultimo avviso | entro # ore | in scadenza | ultimi pezzi | "
      "azione richiesta | solo # ore | sta per scadere | non perdere" },
    { WORD_DISCOUNT, E, 1,
      "sconto | sconti | scontato | scontati | saldi | offerta | offerte | gratis | gratuita | "
      "risparmia | risparmi | coupon | promo | buono | omaggio | in regalo | prezzo speciale" },
    { KIND_OTHER, S, 3,
      "modulo di contatto | nuovo ticket | ticket ... aperto | ticket ... chiuso | "
      "messaggio vocale | segreteria telefonica | nuovo fax | chiamata persa | "
      "segnalazione di abuso | allerta meteo" },
};

const struct words_block words_it = { "it", rows, G_N_ELEMENTS(rows) };

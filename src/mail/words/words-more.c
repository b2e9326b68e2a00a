/* The clearest phrases of further languages: Italian, Dutch, Portuguese, Polish, Swedish,
 * Danish and Norwegian. Each deserves a block of its own when someone who speaks it writes one. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "conferma ordine | conferma d ordine | conferma dell ordine | conferma del tuo ordine | "
      "ordine N | ordine n | ordine confermato | ordine ... confermato | il tuo ordine | "
      "il suo ordine | grazie per il tuo ordine | grazie per il tuo acquisto | "
      "conferma di pagamento | pagamento ricevuto | rimborso | riepilogo ordine | "
      "orderbevestiging | bestelbevestiging | bevestiging van je bestelling | "
      "bevestiging van uw bestelling | bestelling N | bestelling ... ontvangen | "
      "bedankt voor je bestelling | bedankt voor uw bestelling | betalingsbevestiging | "
      "betaling ontvangen | terugbetaling | confirmação de pedido | confirmação do pedido | "
      "confirmação da encomenda | encomenda N | pedido confirmado | o seu pedido | "
      "a sua encomenda | obrigado pela sua compra | obrigado pela compra | comprovante | "
      "pagamento recebido | pagamento confirmado | pagamento aprovado | reembolso | "
      "potwierdzenie zamówienia | zamówienie N | zamówienie nr | dziękujemy za zamówienie | "
      "potwierdzenie płatności | orderbekräftelse | beställning N | tack för din beställning | "
      "tack för ditt köp | ordrebekræftelse | ordrebekreftelse | ordre N | tak for din ordre | "
      "takk for din bestilling" },
    { KIND_RECEIPT, S, 2,
      "ricevuta | fattura | je bestelling | uw bestelling | factuur | je factuur | "
      "uw factuur | seu pedido | sua compra | fatura | recibo | twoje zamówienie | faktura | "
      "din beställning | kvitto | din ordre | din bestilling | kvittering | kvittering for" },
    { KIND_RECEIPT, S, 1,
      "ordine | acquisto | pagamento | bestelling | aankoop | betaling | encomenda | compra | "
      "zamówienie | kupiłeś | kupiłaś | płatność | beställning | köp | betalning | ordre | "
      "bestilling | køb | kjøp" },
    { KIND_RECEIPT, B, 2,
      "numero ordine | numero d ordine | totale ordine | metodo di pagamento | "
      "grazie per il tuo ordine | bestelnummer | ordernummer | totaalbedrag | betaalmethode | "
      "factuurnummer | número do pedido | número da encomenda | valor total | "
      "forma de pagamento | numer zamówienia | nr zamówienia | razem do zapłaty | totalt | "
      "betalningssätt | ordrenummer | total inkl | betalingsmetode" },
    { KIND_SHIPPING, S, 3,
      "spedito | è stato spedito | conferma di spedizione | in consegna | è in viaggio | "
      "consegnato | il tuo pacco | il tuo ordine ... spedito | is verzonden | is onderweg | "
      "is bezorgd | wordt bezorgd | verzendbevestiging | track trace | klaar om op te halen | "
      "foi enviado | foi enviada | a caminho | saiu para entrega | foi entregue | "
      "código de rastreio | rastreamento | wysłane | zostało wysłane | doręczona | "
      "gotowa do odbioru | är skickad | leveransbekräftelse | är på väg | afsendt | "
      "er afsendt | er sendt | pakken din | klar til afhentning" },
    { KIND_SHIPPING, S, 2,
      "spedizione | in arrivo | verzonden | onderweg | bezorgd | je pakket | uw pakket | "
      "je pakketje | enviada | entregue | sua encomenda | despachado | postado | "
      "twoja paczka | paczka | przesyłka | w drodze | skickad | på väg | ditt paket | "
      "levererad | på vej | din pakke | leveret | sendt | på vei | levert" },
    { KIND_SHIPPING, S, 1,
      "consegna | pacco | levering | bezorging | pakket | zending | entrega | envio | "
      "dostawa | leverans | försändelse | forsendelse | kolli" },
    { KIND_SHIPPING, B, 2,
      "numero di tracking | numero di spedizione | traccia | corriere | consegna prevista | "
      "volg je pakket | volg uw pakket | verwachte bezorging | bezorgdatum | "
      "código de rastreamento | rastrear | previsão de entrega | transportadora | "
      "numer przesyłki | śledź | kurier | spåra | spårningsnummer | kollinummer | spor din | "
      "sporingsnummer" },
    { KIND_CODE, S, 3,
      "codice di verifica | codice di sicurezza | codice di accesso | codice di conferma | "
      "codice monouso | il tuo codice | codice N | nuovo accesso | reimposta | "
      "reimpostazione | password dimenticata | avviso di sicurezza | verificatiecode | "
      "beveiligingscode | inlogcode | bevestigingscode | eenmalige code | toegangscode | "
      "nieuwe aanmelding | nieuwe inlog | wachtwoord ... resetten | wachtwoord vergeten | "
      "wachtwoord ... gewijzigd | wachtwoord opnieuw | beveiligingsmelding | "
      "código de verificação | código de segurança | código de acesso | "
      "código de confirmação | o seu código | N é o seu | N é seu | novo acesso | novo login | "
      "redefinir | redefinição | recuperar senha | alteração de senha | alerta de segurança | "
      "palavra passe | kod weryfikacyjny | kod bezpieczeństwa | kod logowania | kod N | "
      "reset hasła | zmiana hasła | nowe logowanie | verifieringskod | säkerhetskod | "
      "engångskod | återställ ... lösenord | återställ lösenord | nytt lösenord | "
      "ny inloggning | bekræftelseskode | engangskode | sikkerhedskode | "
      "nulstil ... adgangskode | nulstil adgangskode | tilbakestill ... passord | "
      "bekreftelseskode" },
    { KIND_CODE, S, 2,
      "je code | uw code | seu código | twój kod | din kod | din kode" },
    { KIND_CODE, S, 1,
      "codice | wachtwoord | toegang | código | acesso | kod | hasło | lösenord | kode | "
      "adgangskode | passord" },
    { KIND_CODE, B, 2,
      "codice di verifica | il tuo codice | scade tra | non condividere | verificatiecode | "
      "je code is | deel deze code niet | niet gedeeld | código de verificação | seu código | "
      "expira em | não compartilhe | não partilhe | kod weryfikacyjny | verifieringskod | "
      "engangskode" },
    { KIND_ACCOUNT, S, 2.5f,
      "conferma il tuo | conferma la tua | conferma l indirizzo | conferma indirizzo | "
      "verifica il tuo | verifica la tua | attiva il tuo | il tuo account | condizioni d uso | "
      "informativa sulla privacy | il tuo abbonamento | bevestig je | bevestig uw | "
      "bevestig jouw | verifieer je | verifieer uw | activeer je | activeer uw | "
      "algemene voorwaarden | privacybeleid | confirme seu | confirme o seu | confirme a sua | "
      "confirme sua | confirma o teu | verifique seu | verifique o seu | ative sua | "
      "ative a sua | a sua conta | termos de uso | política de privacidade | potwierdź | "
      "potwierdź swój | aktywuj | regulamin | bekräfta din | verifiera din | aktivera ditt | "
      "bekræft din | aktiver din | bekreft din | kontoen din" },
    { KIND_ACCOUNT, S, 2,
      "registrazione | je account | uw account | je abonnement | uw abonnement | registratie | "
      "sua conta | sua assinatura | cadastro | twoje konto | rejestracja | ditt konto | "
      "din prenumeration | din konto" },
    { KIND_ACCOUNT, S, 1,
      "conto | iscrizione | bevestigen | lidmaatschap | conta | konto | umowa | medlemskap | "
      "medlemskab | conferma | bevestig" },
    { KIND_ACCOUNT, S, 1.5f,
      "benvenuto | benvenuta | benvenuti | welkom | welkom bij | bem vindo | bem vinda | "
      "boas vindas | witamy | witaj | välkommen | velkommen" },
    { KIND_APPOINTMENT, S, 3,
      "conferma prenotazione | conferma della prenotazione | la tua prenotazione | "
      "il tuo volo | il tuo viaggio | carta d imbarco | boekingsbevestiging | "
      "reserveringsbevestiging | instapkaart | confirmação de reserva | a sua reserva | "
      "reserva confirmada | cartão de embarque | potwierdzenie rezerwacji | rezerwacja | "
      "bokningsbekräftelse | tidsbokning | bookingbekræftelse" },
    { KIND_APPOINTMENT, S, 2,
      "prenotazione | appuntamento | biglietti | je boeking | uw boeking | je reservering | "
      "uw reservering | reservering | afspraak | je afspraak | uw afspraak | je reis | "
      "je vlucht | je tickets | sua reserva | sua viagem | seu voo | twoja rezerwacja | "
      "wizyta | bilet | bilety | din bokning | din resa | din booking | din rejse | din time" },
    { KIND_APPOINTMENT, S, 1,
      "viaggio | volo | biglietto | reis | vlucht | boeking | viagem | voo | consulta | "
      "podróż | lot | bokning | resa | rejse | tid" },
    { KIND_SOCIAL, S, 3,
      "ha commentato | ha messo mi piace | ti ha menzionato | ti ha taggato | ti segue | "
      "ha iniziato a seguirti | richiesta di amicizia | # notifiche | nuove notifiche | "
      "ha pubblicato | heeft gereageerd | vindt je | volgt je | heeft je genoemd | "
      "vriendschapsverzoek | # meldingen | nieuwe meldingen | heeft iets geplaatst | "
      "heeft ... gedeeld | comentou | curtiu | mencionou você | marcou você | "
      "começou a seguir | solicitação de amizade | # notificações | novas notificações | "
      "publicou | skomentował | lubi twój | zaproszenie do znajomych | # powiadomień | "
      "kommenterade | gillar ditt | följer dig | # aviseringar | kommenterede | følger dig | "
      "synes godt om" },
    { KIND_NEWSLETTER, S, 2,
      "notiziario | novità | questa settimana | nieuwsbrief | deze week | nieuws | boletim | "
      "notícias | esta semana | biuletyn | nowości | nyhetsbrev | nyheter | nyhedsbrev | "
      "ukens | veckans | ugens" },
    { KIND_PROMOTION, S, 2,
      "sconto | sconti | saldi | offerta | offerte | spedizione gratuita | ultime ore | "
      "ultima occasione | solo oggi | in regalo | scopri | korting | aanbieding | "
      "aanbiedingen | actie | gratis | gratis verzending | laatste kans | alleen vandaag | "
      "uitverkoop | bespaar | ontdek | desconto | descontos | oferta | promoção | "
      "frete grátis | últimas horas | última chance | só hoje | aproveite | liquidação | "
      "cupom | ganhe | rabat | zniżka | zniżki | promocja | wyprzedaż | darmowa dostawa | "
      "ostatnia szansa | tylko dziś | rabatt | erbjudande | fri frakt | sista chansen | "
      "tilbud | udsalg | gratis fragt | siste sjanse" },
    { WORD_TALK, E, 1,
      "ciao | saluti | grazie | cordiali saluti | hoi | groeten | groetjes | "
      "met vriendelijke groet | bedankt | olá | oi | abraço | abraços | obrigado | obrigada | "
      "cześć | pozdrawiam | dzięki | hej | hälsningar | mvh | hilsen | vennlig hilsen | tack | "
      "tak" },
    { WORD_COMMON, B, 0,
      "il | di | che | per | non | con | una | della | questo | het | een | van | voor | "
      "niet | met | zijn | uw | je | wij | dit | o | os | da | do | não | com | uma | seu | "
      "sua | você | nie | jest | w | z | na | się | att | och | som | för | inte | är | det | "
      "af | til | ikke | er | og" },
    { WORD_BULK, B, 1,
      "annulla iscrizione | cancellati | disiscriviti | disiscrizione | uitschrijven | "
      "afmelden | bekijk online | in je browser | cancelar inscrição | descadastrar | "
      "deixar de receber | ver no navegador | wypisz się | zrezygnuj z subskrypcji | "
      "avregistrera | avsluta prenumeration | avprenumerera | afmeld | meld deg av | "
      "visualizza nel browser" },
    { WORD_URGENCY, E, 1,
      "urgente | subito | ultime ore | ultima occasione | scade | dringend | laatste kans | "
      "alleen vandaag | verloopt | última chance | últimas horas | imediatamente | pilne | "
      "natychmiast | ostatnia szansa | brådskande | sista chansen | omedelbart | "
      "sidste chance | siste sjanse | haster" },
    { WORD_DISCOUNT, E, 1,
      "sconto | sconti | saldi | offerta | offerte | gratis | korting | aanbieding | "
      "uitverkoop | desconto | descontos | promoção | grátis | rabat | zniżka | promocja | "
      "rabatt | erbjudande | tilbud | udsalg" },
};

const struct words_block words_more = { "it nl pt pl sv da nb", rows, G_N_ELEMENTS(rows) };

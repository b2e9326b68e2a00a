/* What swindlers ask for in the name of somebody whom their reader knows: cards that are money, other bank
 * details, a code that she got, a new number to write to, a payment today, and nobody to be told. */
#include "mail/lure.h"
#include "mail/words.h"

#define ASK(weight) WORD_THEME + THEME_FAVOUR, PLACE_LURE, weight

static const struct words_row rows[] = {
    /* English */
    { ASK(3),
      "gift cards | gift card codes | itunes card | itunes cards | steam card | steam cards | "
      "google play card | "
      "google play cards | amazon card | amazon cards | prepaid cards | vanilla cards | scratch the | "
      "scratch them | scratch off | scratch and send | back of the card | back of the cards | "
      "send me the codes | send the codes | send the code | send me the code | codes to me | "
      "picture of the card | picture of the cards | photos of the cards | pictures of the cards" },
    { ASK(3),
      "change my bank | change my direct deposit | update my direct deposit | direct deposit information | "
      "direct deposit details | change my payroll | update my payroll | payroll information | my new iban | "
      "new iban | iban has changed | iban changed | change my iban | changed my bank | changed our bank | "
      "our bank details | bank details have changed | change of bank | new bank details | "
      "updated bank details | new banking details | new account details | update our banking | "
      "my new account number | new bank information | change my account | next pay date | "
      "switched banks | different account" },
    { ASK(3),
      "this is my new number | my new number | my new phone number | new whatsapp | phone broke | "
      "phone is broken | lost my phone | dropped my phone | text me there | text me at | text me on | "
      "message me on | whatsapp me | your cell phone | your cell number | your mobile number | "
      "your whatsapp number | your phone number so | reply with your number | drop your number | "
      "send me your number" },
    { ASK(3),
      "code you received | code you just received | code that you received | code you got | "
      "code ... by sms | code ... by text | code ... to your phone and | forward ... code | "
      "forward me the code | send me ... code | tell me the code | read me the code | give me the code" },
    { ASK(3),
      "are you at your desk | at your desk | are you in the office | are you around today | are you busy | "
      "quick task | quick favor | quick favour | small favor | small favour | little favor | "
      "little favour | need a favor | need a favour | a favor from you | a favour from you | "
      "do me a favor | do me a favour | task for you | urgent task | need you to pay | need you to buy | "
      "need you to purchase | need you to make a | need you to get | need you to handle | "
      "run a task | run an errand | handle this discreetly | be discreet | keep this confidential | "
      "keep it confidential | keep this between us | between us for now | strictly between us | "
      "surprise the staff | surprise for the team | i ll reimburse | i will reimburse | "
      "will be reimbursed | "
      "pay you back today | only mail works | reach me by email only | can t talk right now | "
      "can t take calls | cannot take calls | can not take calls | can t call right now | "
      "busy in a meeting | stuck in a meeting | in a conference meeting | i m stranded | stranded in" },
    { ASK(3),
      "paid today | pay today | pay an invoice | pay this invoice | invoice today | payment today | "
      "transfer today | wired today | send a wire | make a wire | wire the | wire it | urgent payment | "
      "urgent transfer | process a payment | process this payment | make a payment | make a transfer | "
      "initiate a payment | settle the invoice | settle this invoice | outstanding payment | send bitcoin | "
      "buy bitcoin | in bitcoin | in usdt | western union | moneygram | cash app | send money | "
      "send me money | lend me" },
    { ASK(1),
      "urgently | discreetly | confidential | favour | favor | errand | right away | asap | promptly | "
      "reimburse | stranded | in a meeting | are you free | are you there | quick request" },
    /* German */
    { ASK(3),
      "gutscheinkarte | gutscheinkarten | geschenkkarte | geschenkkarten | guthabenkarte | guthabenkarten | "
      "gutscheine besorgen | gutscheine kaufen | karten freirubbeln | freirubbeln | aufrubbeln | "
      "rubbeln sie | codes schicken | codes zu | codes senden | codes an mich | code schicken | "
      "code an mich | code weiterleiten | code ... per sms | schick mir ... code | fotos der karten | "
      "neue bankverbindung | bankverbindung geändert | bankverbindung hat sich | bankverbindung ändern | "
      "neue iban | neue kontoverbindung | iban geändert | kontoverbindung geändert | konto gewechselt | "
      "bank gewechselt | iban hat sich | gehaltskonto | auf mein neues konto | für mein gehalt | "
      "meine neue nummer | meine neue handynummer | neue handynummer | handy kaputt | handy ist kaputt | "
      "handy verloren | schreib mir auf whatsapp | schreib mir dort | schicken sie mir ihre nummer | "
      "deine handynummer | ihre handynummer" },
    { ASK(3),
      "bist du am platz | sind sie am platz | sind sie im büro | bist du im büro | sind sie verfügbar | "
      "bist du verfügbar | kurze aufgabe | schnelle aufgabe | kleiner gefallen | kleinen gefallen | "
      "brauche deine hilfe | brauche ihre hilfe | brauche einen gefallen | gefallen tun | "
      "vertraulich behandeln | unter uns | niemandem davon | sag niemandem | streng vertraulich | "
      "nicht telefonieren | in einer besprechung | in einem meeting | kann nicht telefonieren | "
      "kann gerade nicht | geld leihen | geld schicken | heute noch überweisen | noch heute überweisen | "
      "überweisung heute | dringende überweisung | dringende zahlung | eilüberweisung | "
      "sofort überweisen | heute bezahlt | heute noch bezahlt | rechnung heute | rechnung begleichen | "
      "überweisung ausführen | überweisung veranlassen | bitcoin kaufen | bitcoin senden" },
    { ASK(1), "dringend | diskret | vertraulich | gefallen | besprechung | schnellstmöglich | umgehend" },
    /* French */
    { ASK(3),
      "cartes cadeaux | carte cadeau | cartes cadeau | cartes itunes | cartes google play | cartes pcs | "
      "tickets pcs | coupons pcs | transcash | neosurf | gratter les | grattez les | envoyer les codes | "
      "envoie moi les codes | envoyez moi les codes | m envoyer les codes | photos des cartes | "
      "nouveau rib | nouvel iban | nouvelles coordonnées bancaires | changement de rib | "
      "changer mon rib | modifier mon rib | changement d iban | coordonnées bancaires ont changé | "
      "mon nouveau numéro | mon nouveau portable | nouveau numéro | téléphone est cassé | "
      "téléphone cassé | perdu mon téléphone | votre numéro de portable | ton numéro de portable | "
      "code reçu par | code que tu as | code que vous avez | envoie moi le code | envoyez moi le code | "
      "êtes vous au bureau | es tu au bureau | êtes vous disponible | es tu disponible | petit service | "
      "un service à te | un service à vous | tâche rapide | tâche urgente | reste entre nous | "
      "rester entre nous | en toute discrétion | confidentialité absolue | en réunion | "
      "je ne peux pas parler | je te rembourserai | je vous rembourserai | virement urgent | "
      "virement aujourd hui | virement à effectuer | effectuer un virement | régler une facture | "
      "payer cette facture | payée aujourd hui | régler aujourd hui | acheter des bitcoins | mandat cash" },
    { ASK(1), "urgent | discrétion | confidentiel | discret" },
    /* Spanish */
    { ASK(3),
      "tarjetas regalo | tarjeta regalo | tarjetas de regalo | tarjeta de regalo | tarjetas itunes | "
      "tarjetas google play | tarjetas steam | rasca las | rasque | envíame los códigos | "
      "enviarme los códigos | envíeme los códigos | mándame los códigos | los códigos de | "
      "fotos de las tarjetas | nueva cuenta bancaria | nuevo iban | cambiar mi cuenta | "
      "cambio de cuenta | nuevos datos bancarios | datos bancarios han cambiado | cambiar mi nómina | "
      "domiciliación de la nómina | mi nuevo número | nuevo número de | se me rompió el | "
      "perdí mi teléfono | perdí el móvil | móvil roto | su número de móvil | tu número de móvil | "
      "tu número de celular | código que recibiste | código que ha recibido | código que te llegó | "
      "envíame el código | reenvíame el código | mándame el código | "
      "estás en la oficina | está en la oficina | estás disponible | está disponible | tarea rápida | "
      "pequeño favor | un favor rápido | necesito un favor | necesito que pagues | necesito que compres | "
      "necesito que compre | queda entre nosotros | entre nosotros | sea discreto | estoy en una reunión | "
      "no puedo hablar | te lo devuelvo | te reembolsaré | le reembolsaré | transferencia urgente | "
      "transferencia hoy | hacer una transferencia | pagar una factura | pagar hoy | pago urgente | "
      "comprar bitcoin | enviar bitcoin | envíame dinero" },
    { ASK(1), "urgente | discreción | confidencial | favor" },
    /* Italian */
    { ASK(3),
      "carte regalo | carta regalo | buoni regalo | gift card | carte itunes | carte steam | "
      "grattare | gratta le | inviami i codici | mandami i codici | inviare i codici | foto delle carte | "
      "nuovo iban | cambio iban | cambiare il mio iban | coordinate bancarie | nuovo conto corrente | "
      "nuove coordinate | accredito dello stipendio | mio stipendio | il mio nuovo numero | nuovo numero | "
      "telefono rotto | telefono si è rotto | ho perso il telefono | scrivimi su whatsapp | "
      "codice che hai ricevuto | codice che ha ricevuto | codice via sms | inviami il codice | "
      "mandami il codice | girami il codice | sei in ufficio | è in ufficio | sei disponibile | "
      "è disponibile | sei alla scrivania | un piccolo favore | mi serve un favore | "
      "ho bisogno di un favore | "
      "compito veloce | resti tra noi | rimanga tra noi | tra noi | massima riservatezza | "
      "sono in riunione | non posso parlare | ti rimborso | ti rimborserò | la rimborserò | "
      "bonifico urgente | bonifico oggi | fare un bonifico | pagare una fattura | fattura da pagare | "
      "pagare oggi | saldare oggi | pagamento urgente | ricarica postepay | ricaricare una postepay | "
      "comprare bitcoin" },
    { ASK(1), "urgente | riservato | riservatezza | favore" },
    /* Portuguese */
    { ASK(3),
      "cartões presente | cartão presente | cartões de presente | vale presente | vales presente | "
      "cartões oferta | cartões google play | raspe | envie os códigos | me envie os códigos | "
      "mande os códigos | fotos dos cartões | mudei de número | mudei de telefone | meu novo número | "
      "novo número de | novo whatsapp | celular quebrou | telemóvel avariou | telemóvel partiu | "
      "perdi o celular | perdi o telemóvel | salva meu número | salve meu número | "
      "mudar minha conta | alterar minha conta | nova conta bancária | novos dados bancários | novo iban | "
      "alterar o iban | conta salário | dados bancários mudaram | código que você recebeu | "
      "código que recebeu | me envie o código | me manda o código | encaminhe o código | código por sms | "
      "você está no escritório | está no escritório | está disponível | está ocupado | tarefa rápida | "
      "pequeno favor | um favor rápido | preciso de um favor | preciso que você | preciso que pague | "
      "fica entre nós | entre nós | estou em reunião | não posso falar | não posso atender | te reembolso | "
      "pago amanhã | devolvo amanhã | faz um pix | fazer um pix | manda um pix | transferência urgente | "
      "transferência hoje | fazer uma transferência | pagar uma fatura | pagar hoje | pagamento urgente | "
      "comprar bitcoin" },
    { ASK(1), "urgente | sigilo | confidencial | discrição" },
    /* Dutch */
    { ASK(3),
      "cadeaukaarten | cadeaukaart | cadeaubonnen | cadeaubon | itunes kaarten | google play kaarten | "
      "krassen | kras de | stuur me de codes | stuur mij de codes | codes sturen | foto van de kaarten | "
      "nieuw rekeningnummer | rekeningnummer wijzigen | rekeningnummer gewijzigd | nieuwe bankrekening | "
      "nieuwe iban | iban wijzigen | nieuwe bankgegevens | mijn salaris | mijn nieuwe nummer | "
      "nieuw nummer | nieuw telefoonnummer | telefoon kapot | telefoon is kapot | telefoon verloren | "
      "app me op | je mobiele nummer | uw mobiele nummer | code die je | code die u | stuur me de code | "
      "stuur mij de code | stuur de code door | code per sms | ben je op kantoor | bent u op kantoor | "
      "ben je beschikbaar | bent u beschikbaar | zit je achter je bureau | snelle taak | klusje voor je | "
      "kleine gunst | een gunst | onder ons | tussen ons | houd dit vertrouwelijk | in een vergadering | "
      "kan niet bellen | kan nu niet bellen | ik betaal je terug | geld lenen | geld overmaken | "
      "spoedbetaling | spoed betaling | vandaag betaald | vandaag betalen | vandaag overmaken | "
      "overboeking vandaag | factuur betalen | bitcoin kopen | tikkie betalen" },
    { ASK(1), "dringend | discreet | vertrouwelijk | gunst | spoed" },
    /* Polish */
    { ASK(3),
      "karty podarunkowe | kart podarunkowych | karta podarunkowa | karty upominkowe | karty google play | "
      "karty steam | zdrap | zdrapać | wyślij mi kody | prześlij mi kody | kody do mnie | zdjęcia kart | "
      "nowy numer konta | zmiana numeru konta | zmienić numer konta | nowe konto bankowe | "
      "nowe dane bankowe | "
      "moje wynagrodzenie | mój nowy numer | nowy numer telefonu | telefon się zepsuł | "
      "zepsuł mi się telefon | "
      "zgubiłem telefon | zgubiłam telefon | kod który | podaj mi kod | prześlij mi kod | wyślij mi kod | "
      "kod blik | kodu blik | kod z sms | jesteś w biurze | czy jest pan w | czy jest pani w | "
      "jesteś dostępny | jesteś dostępna | szybkie zadanie | drobna przysługa | mała przysługa | "
      "potrzebuję przysługi | zostaje między nami | między nami | jestem na spotkaniu | "
      "nie mogę rozmawiać | oddam ci | zwrócę ci | pożycz mi | pilny przelew | przelew dzisiaj | "
      "zrobić przelew | wykonać przelew | pilna płatność | opłacić fakturę | zapłacić dzisiaj | "
      "kupić bitcoin" },
    { ASK(1), "pilne | pilnie | poufne | dyskretnie | przysługa" },
    /* Swedish, Danish, Norwegian, Czech, Turkish, Russian, Ukrainian, Hungarian, Romanian */
    { ASK(3),
      "presentkort | gavekort | skicka koderna | send kodene | send koderne | nytt kontonummer | "
      "nyt kontonummer | mitt nya nummer | mit nye nummer | mitt nye nummer | min nya mobil | "
      "skicka koden | send mig koden | send meg koden | är du på kontoret | er du på kontoret | "
      "snabb uppgift | liten tjänst | lille tjeneste | liten tjeneste | mellan oss | mellem os | "
      "mellom oss | betalas idag | betales i dag | brådskande betalning | överföring idag | "
      "dárkové karty | dárkových karet | pošli mi kódy | pošlete mi kódy | pošli mi kód | nové číslo účtu | "
      "změna účtu | moje nové číslo | rozbil se mi telefon | jste v kanceláři | jsi v kanceláři | "
      "rychlý úkol | malou laskavost | mezi námi | urgentní platba | zaplatit dnes | "
      "hediye kartı | hediye kartları | kodları gönder | kodları bana | kodu bana | yeni iban | "
      "yeni numaram | telefonum bozuldu | ofiste misin | ofiste misiniz | müsait misin | müsait misiniz | "
      "küçük bir iyilik | aramızda kalsın | toplantıdayım | acil ödeme | acil havale | bugün öde" },
    { ASK(3),
      "подарочные карты | подарочных карт | подарочная карта | пришли мне коды | пришлите коды | "
      "пришли код | код из смс | новые реквизиты | новый счет | сменил номер | мой новый номер | "
      "телефон сломался | вы на месте | ты на месте | небольшая просьба | между нами | я на совещании | "
      "не могу говорить | займи | срочный платеж | срочный перевод | оплатить сегодня | "
      "подарункові картки | подарункових карток | надішли коди | надішліть коди | надішли код | "
      "код із смс | "
      "нові реквізити | мій новий номер | телефон зламався | терміновий платіж | терміновий переказ | "
      "ajándékkártya | ajándékkártyák | küldd el a kódot | küldd el a kódokat | új bankszámla | "
      "új számlaszám | az új számom | elromlott a telefonom | az irodában vagy | egy gyors feladat | "
      "egy szívesség | maradjon köztünk | sürgős utalás | sürgős fizetés | ma kifizetni | "
      "carduri cadou | card cadou | trimite mi codurile | trimite mi codul | cont nou | iban nou | "
      "noul meu număr | ești la birou | sunteți la birou | o mică favoare | rămâne între noi | "
      "plată urgentă | "
      "transfer urgent" },
    /* Japanese, Korean, Chinese */
    { ASK(3),
      "ギフトカード | ギフト券 | コードを送って | 番号が変わりました | 新しい電話番号 | 振込先が変更 | 振込先変更 | "
      "口座変更 | 至急お振込 | 内密に | 会議中 | 기프트카드 | 기프트 카드 | 상품권 | 코드를 보내 | 번호가 바뀌었 | "
      "새 번호 | 계좌 변경 | 계좌가 변경 | 급히 송금 | 인증번호를 보내 | 礼品卡 | 禮品卡 | 充值卡 | 发给我验证码 | "
      "验证码发给我 | 我的新号码 | 换号码了 | 账户变更 | 更改银行账户 | 紧急付款 | 今天付款 | 紧急转账 | 正在开会 | 请保密" },
};

const struct words_block words_lures_people = { "", rows, G_N_ELEMENTS(rows) };

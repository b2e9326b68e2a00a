/* Matters that come to everybody, each in all languages at once: an order that is under way, a bill that is
 * issued, what became of an application, a meeting that was forwarded, messages that wait at a network,
 * what is to change, and how one desk writes to another. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY

static const struct words_row rows[] = {
    /* An order that is under way. */
    { KIND_RECEIPT, S, 2.5f,
      "processing your order | processing your ... order | preparing your order | order is being processed | "
      "order is being prepared | order in progress | bearbeiten deine bestellung | "
      "bearbeiten ihre bestellung | "
      "bestellung in bearbeitung | bestellung wird bearbeitet | commande en cours de preparation | "
      "commande en preparation | commande en cours de traitement | preparons votre commande | "
      "pedido en preparacion | preparando tu pedido | preparando su pedido | pedido en proceso | "
      "ordine in lavorazione | ordine in preparazione | stiamo preparando il tuo ordine | "
      "pedido em preparacao | "
      "preparando seu pedido | pedido em processamento | bestelling in behandeling | "
      "bestelling wordt verwerkt | zamowienie w realizacji | zamowienie jest realizowane | "
      "zamowienie przyjete do realizacji | objednavka se zpracovava | objednavku pripravujeme | "
      "din order behandlas | din bestallning behandlas | siparisiniz hazirlaniyor | rendelese feldolgozas | "
      "rendelesed feldolgozas | заказ в обработке | заказ обрабатывается | заказ собирается | "
      "замовлення обробляється | замовлення в обробці | η παραγγελία σας ετοιμάζεται | 準備中 注文 | "
      "ご注文を準備 | 订单处理中 | 訂單處理中 | 주문 처리 중 | 상품 준비 중" },
    /* A bill that is issued. */
    { KIND_RECEIPT, S, 2.5f,
      "ebill | e bill | bill is ready | bill ... ready to view | bill is available | invoice is available | "
      "rekening N | rekening ... N | factuur N | factuur ... N | rechnung N | rechnung ... N | facture N | "
      "facture ... N | factura N | factura ... N | fattura N | fattura ... N | fatura N | faktura N | "
      "faktura ... N | faktura nr | szamla N | számla ... N | счет N | счёт N | счет на оплату | "
      "счёт на оплату | "
      "рахунок N | рахунок на оплату | τιμολόγιο N | έκδοση λογαριασμού | έκδοση ... λογαριασμού | 請求書 | "
      "ご請求 | 账单 | 帳單 | 청구서 | 명세서" },
    /* What became of an application. */
    { KIND_ACCOUNT, S, 2.5f,
      "application status | status of your application | application for the position | "
      "your application for | your application to | your application at | application ... received | "
      "application ... updated | thank you for applying | thanks for applying | ihre bewerbung | "
      "deine bewerbung | eingang ihrer bewerbung | eingang deiner bewerbung | votre candidature | "
      "ta candidature | tu candidatura | su candidatura | su postulacion | tu postulacion | "
      "solicitud de empleo | la tua candidatura | sua candidatura | jouw sollicitatie | je sollicitatie | "
      "uw sollicitatie | twoja aplikacja | panstwa aplikacja | vase prihlaska | tvoje prihlaska | "
      "din ansokan | "
      "din jobbansokan | basvurunuz | jelentkezesed | jelentkezese | ваш отклик | ваше резюме | "
      "вашу заявку | "
      "ваш відгук на | η αίτησή σας | ご応募 | 応募ありがとう | 选考結果 | 選考結果 | 应聘 | 申请状态 | 申請狀態 | 지원하신 | "
      "지원 결과" },
    { KIND_ACCOUNT, B, 2,
      "thank you for applying | your application for | your application has been | application status | "
      "reviewed your application | status of your application | ihre bewerbung | deine bewerbung | "
      "votre candidature | tu candidatura | su candidatura | la tua candidatura | sua candidatura | "
      "uw sollicitatie | je sollicitatie | din ansokan | twoja aplikacja | вашу кандидатуру | ご応募 | "
      "应聘 | 지원하신" },
    /* A meeting that somebody else was asked to. */
    { KIND_APPOINTMENT, S, 3,
      "meeting forward notification | besprechungsweiterleitung | weiterleitung der besprechung | "
      "benachrichtigung uber weitergeleitete besprechung | notification de transfert de reunion | "
      "notification de reunion transferee | notificacion de reenvio de reunion | "
      "notifica di inoltro della riunione | notificacao de encaminhamento de reuniao | "
      "melding over doorsturen van vergadering | powiadomienie o przekazaniu spotkania | "
      "уведомление о пересылке собрания | 会議の転送通知 | 会议转发通知" },
    { KIND_APPOINTMENT, B, 2,
      "your meeting was forwarded | forwarded your meeting request | besprechung wurde weitergeleitet | "
      "besprechungsanfrage ... weitergeleitet | votre reunion a ete transferee | demande de reunion | "
      "su reunion se ha reenviado | la riunione e stata inoltrata | uw vergadering is doorgestuurd" },
    /* What is to change. */
    { KIND_ACCOUNT, S, 2.5f,
      "changes to our | update about our | upcoming changes | important changes | price change | "
      "fee change | "
      "wichtige anderungen | anpassung ihrer | anpassung unserer | anderung unserer | modification de nos | "
      "evolution de nos | changement de nos | proximos cambios | cambios en tu | cambios en su | "
      "cambios en las | "
      "modificacion de las condiciones | modifica delle condizioni | modifiche alle condizioni | "
      "variazione delle condizioni | alteracoes nos | alteracao nos | alteracoes na sua | alteracao na sua | "
      "wijziging van onze | wijzigingen in onze | wijzigingen in je | zmiana regulaminu | "
      "zmiany w regulaminie | "
      "zmiana cennika | zmena podminek | zmena cen | andringar i | sozlesme degisikligi | "
      "szerzodes modositas | "
      "изменения в условиях | изменение условий | изменение тарифов | зміни в умовах | зміна тарифів | "
      "αλλαγές στους όρους | αλλαγή στους όρους | 改定のお知らせ | 変更のお知らせ | 変更に関する | 변경 안내 | 개정 안내 | "
      "变更通知 | 變更通知 | 调整通知" },
    /* One desk to another. */
    { WORD_TALK, B, 1,
      "hello | good morning | good afternoon | yours sincerely | sincerely | many thanks | "
      "looking forward to | "
      "could you please | guten tag | guten morgen | freundliche grusse | sehr geehrte | madame monsieur | "
      "sinceres salutations | salutations | buenos dias | buenas tardes | cordialmente | estimado | "
      "estimada | "
      "saludos cordiales | buongiorno | buonasera | salve | distinti saluti | bom dia | boa tarde | "
      "atenciosamente | cumprimentos | prezado | prezada | goedemorgen | goedemiddag | goede morgen | "
      "goede middag | geachte | mvg | dzien dobry | z powazaniem | pozdrawiam | god morgon | "
      "med vanliga halsningar | merhaba | saygilarimla | iyi calismalar | добрый день | здравствуйте | "
      "с уважением | добрий день | з повагою | 拝啓 | 您好 | 此致" },
    /* Messages that wait where people meet. */
    { KIND_SOCIAL, S, 2.5f,
      "unread messages | unread message | messages waiting | message waiting | view your ... messages | "
      "missed messages | ungelesene nachricht | verpasste nachrichten | messages en attente | "
      "message non lu | "
      "mensajes sin leer | mensaje sin leer | mensajes no leidos | mensagens nao lidas | "
      "messaggi non letti | "
      "ongelezen berichten | nieprzeczytane wiadomosci | neprectene zpravy | olasta meddelanden | "
      "okunmamis mesaj | olvasatlan uzenet | непрочитанные сообщения | непрочитанных сообщений | "
      "непрочитані повідомлення | μη αναγνωσμένα μηνύματα | 未読メッセージ | 未读消息 | 未讀訊息 | 읽지 않은 메시지" },
    { KIND_SOCIAL, B, 1.5f,
      "unread messages | messages waiting | sent a message in chat | reply in teams | your connections | "
      "on your timeline | people you may know | personen die sie kennen konnten | connections in common | "
      "mutual friends | gemeinsame freunde | amis en commun | amigos en comun | amigos em comum | "
      "amici in comune | общие друзья | общих друзей" },
    /* What came into an account, and what is left in it. */
    { KIND_ACCOUNT, S, 2.5f,
      "account balance | available balance | balance of your account | incoming payment | "
      "incoming transfer | transfer received | funds received | wire received | kontostand | "
      "zahlungseingang | geldeingang | solde de votre compte | virement recu | saldo de tu cuenta | "
      "saldo de su cuenta | transferencia recibida | saldo del conto | bonifico ricevuto | "
      "saldo da sua conta | transferencia recebida | pix recebido | saldo van uw rekening | "
      "bijschrijving op | stan konta | saldo konta | wplyw na konto | przelew przychodzacy | "
      "zustatek na uctu | zustatku na uctu | prichozi platba | prichozi uhrada | zostatok na ucte | "
      "kontosaldo | insattning pa | hesap bakiyesi | gelen havale | egyenleg | beerkezo utalas | "
      "остаток на счете | поступление на счет | зачисление на счет | залишок на рахунку | "
      "зарахування на рахунок | υπόλοιπο λογαριασμού | πίστωση λογαριασμού | 入金のお知らせ | 残高のお知らせ | 到账通知 | "
      "余额变动 | 帳戶餘額 | 입금 안내 | 잔액 안내" },
    { KIND_ACCOUNT, B, 2,
      "available balance | current balance | your balance is | balance on your account | "
      "verfugbarer betrag | aktueller kontostand | solde disponible | saldo disponible | "
      "saldo disponibile | saldo disponivel | beschikbaar saldo | dostepne srodki | saldo po operacji | "
      "dostupny zustatek | zustatek na uctu | prichozi uhrada | odchozi uhrada | disponibelt saldo | "
      "kullanilabilir bakiye | rendelkezesre allo egyenleg | доступный остаток | остаток на счете | "
      "доступний залишок | διαθέσιμο υπόλοιπο | 利用可能残高 | 可用余额 | 可用餘額 | 출금 가능 금액" },
    /* What was decided for all who hold an account, and that they need do nothing. */
    { KIND_ACCOUNT, S, 2.5f,
      "no action required | no action is required | no action needed | no action is needed | "
      "kein handlungsbedarf | keine aktion erforderlich | aucune action requise | "
      "aucune action de votre part | no se requiere ninguna accion | no requiere ninguna accion | "
      "nessuna azione richiesta | nenhuma acao necessaria | geen actie vereist | geen actie nodig | "
      "nie wymaga zadnych dzialan | ingen atgard kravs | важные изменения | важливі зміни | 중요한 변경 | "
      "변경 사항 | 重要变更 | 重要變更 | 重要な変更" },
    { KIND_ACCOUNT, B, 2,
      "no action required | no action is required | no action needed | no action is needed | "
      "you do not need to take any action | you don t need to take any action | "
      "you don t need to do anything | sie mussen nichts tun | kein handlungsbedarf | "
      "aucune action n est requise | vous n avez rien a faire | no tienes que hacer nada | "
      "no tiene que hacer nada | non devi fare nulla | nao precisa fazer nada | je hoeft niets te doen | "
      "u hoeft niets te doen | nie musisz nic robic | nemusite nic delat | du behover inte gora nagot | "
      "вам не нужно ничего делать | 特に必要な手続きはありません | 您无需执行任何操作" },
    { KIND_ACCOUNT, B, 1,
      "계정을 보유 | 여러 계정 | 비즈니스 계정" },
    /* What a program keeps in mind for her. */
    { KIND_ACCOUNT, B, 2,
      "automated reminder | automatic reminder | automatische erinnerung | rappel automatique | "
      "recordatorio automatico | promemoria automatico | lembrete automatico | automatische herinnering | "
      "automatyczne przypomnienie | automaticka pripominka | automatisk paminnelse | otomatik hatirlatma | "
      "автоматическое напоминание | автоматичне нагадування | αυτόματη υπενθύμιση | 自動リマインダー | 自动提醒 | "
      "자동 알림" },
    /* What was kept from a mailbox, that it fills, and that what is known of her was changed. */
    { KIND_ACCOUNT, S, 2.5f,
      "been quarantined | messages quarantined | quarantine summary | quarantine report | "
      "quarantine digest | quarantine notification | mailbox is approaching | mailbox is almost full | "
      "mailbox size limit | "
      "information has been changed | information has been updated | details have been changed | "
      "details have been updated | in quarantane | postfach fast voll | mis en quarantaine | "
      "mise en quarantaine | en cuarentena | in quarantena | em quarentena | in quarantaine | "
      "w kwarantannie | v karantene | i karantan" },
    /* With what to log in. */
    { KIND_ACCOUNT, B, 2,
      "login information | login details | login credentials | log in details | zugangsdaten | "
      "anmeldedaten | identifiants de connexion | vos identifiants | datos de acceso | "
      "credenciales de acceso | dati di accesso | credenziali di accesso | dados de acesso | "
      "inloggegevens | dane logowania | prihlasovaci udaje | inloggningsuppgifter | giris bilgileri | "
      "belepesi adatok | данные для входа | дані для входу | στοιχεία σύνδεσης | ログイン情報 | 登录信息 | 登入資訊 | "
      "로그인 정보" },
    /* How to get no more of it, said politely. */
    { WORD_BULK, B, 2,
      "remove yourself from | do not wish to receive | "
      "don t wish to receive | like me to stop sending | mochten sie keine weiteren | ne plus recevoir | "
      "dejar de recibir | non ricevere piu | nao receber mais | niet langer ontvangen | nie otrzymywac | "
      "nezasilat | не получать" },
    { WORD_BULK, B, 1, "prefer not to receive | rather not receive" },
    /* Whose money pays for an issue. */
    { KIND_NEWSLETTER, B, 1,
      "sponsored by | our sponsor | today s sponsor | gesponsert von | sponsorise par | patrocinado por | "
      "sponsorizzato da | gesponsord door | sponsrad av" },
    /* How sellers write to who never asked. */
    { KIND_PROMOTION, B, 1,
      "this advertisement | gift ideas | great gifts | gift guide | competitive price | "
      "competitive prices | competitive pricing | get the ball rolling | "
      "book a meeting with | love the opportunity to | we specialize in | free consultation | free quote | "
      "oem and odm" },
    /* On what terms an offer holds. */
    { KIND_PROMOTION, B, 1,
      "not valid on previous purchases | cannot be combined with | not be combined with | lowest prices | "
      "exclusions apply | "
      "nicht kombinierbar | nicht mit anderen aktionen | non cumulable | dans la limite des stocks | "
      "no acumulable | hasta fin de existencias | non cumulabile | fino ad esaurimento | "
      "niet in combinatie met | nao cumulativo | enquanto houver estoque | nie laczy sie z innymi | "
      "do wyczerpania zapasow | nelze kombinovat | do vyprodani zasob | kan inte kombineras | "
      "kan ikke kombineres | sa lange lagret racker | birlestirilemez | δεν συνδυάζεται με | "
      "μέχρι εξαντλήσεως | не суммируется | количество ограничено | не сумується | "
      "кількість обмежена | nem vonhato ossze | keszlet erejeig | 併用できません | 併用不可 | "
      "不可与其他优惠 | 不可與其他優惠 | 중복 사용 불가 | 중복 할인 불가" },
};

const struct words_block words_matters = { "matters", rows, G_N_ELEMENTS(rows) };

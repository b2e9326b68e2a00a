/* Mail of desks and shops in the languages of the table: one of each kind at least, in sentences of their own. */
#include <string.h>

#include "unit.h"
#include "mail/kind-guess.h"
#include "mail/vocabulary.h"
#include "mail/words.h"

#define LEAVE                                                                                      \
    "List-Unsubscribe: <https://l.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"

struct row {
    enum kind kind;
    const char *subject, *text;
};

static struct message *parse(const char *mail)
{
    struct spool *spool = spool_of(mail, strlen(mail));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    spool_free(spool);
    return message;
}

static struct kind_guess guess(const struct row *row)
{
    bool bulk = row->kind == KIND_PROMOTION || row->kind == KIND_NEWSLETTER || row->kind == KIND_SOCIAL;
    g_autofree char *mail = g_strdup_printf(
        "From: Bea <%s>\nTo: Ada <ada@home.example>\nSubject: %s\n%s"
        "Content-Type: text/plain; charset=utf-8\n\n%s\n",
        row->kind == KIND_PERSON ? "bea@mor.example" : "noreply@shop.example", row->subject, bulk ? LEAVE : "", row->text);
    owned(message) message = parse(mail);
    return kind_guess(message);
}

static void check_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct kind_guess g = guess(&rows[i]);
        if (g.kind != rows[i].kind) {
            g_test_message("'%s': %s (%s), not %s", rows[i].subject, kind_name(g.kind), g.why,
                           kind_name(rows[i].kind));
            g_test_fail();
        }
    }
}

#define CHECK(rows) check_rows(rows, G_N_ELEMENTS(rows))

/* What an account is told: English, German, French, Spanish. */
static void test_accounts(void)
{
    static const struct row rows[] = {
        {KIND_ACCOUNT, "Your plan renews on 3 May", "We will charge the card that you gave us. Nothing to do."},
        {KIND_ACCOUNT, "Your subscription has been cancelled", "You can come back at any time."},
        {KIND_ACCOUNT, "Your storage is almost full", "You have used 14 of 15 GB."},
        {KIND_ACCOUNT, "Your card was declined", "Please use another one so that nothing stops."},
        {KIND_ACCOUNT, "We've updated our terms", "They apply from 3 May."},
        {KIND_ACCOUNT, "A new sign-in on Windows", "Was it you? Then there is nothing to do."},
        {KIND_ACCOUNT, "Your password was changed", "If this wasn't you, write to us."},
        {KIND_CODE, "Finish your sign-in: your code", "Your code is 482913. It expires in 10 minutes."},
        {KIND_CODE, "Reset your password", "Follow the link. It is valid for one hour."},
        {KIND_ACCOUNT, "Neue Anmeldung auf einem Windows-Gerät", "Waren Sie das? Dann ist alles gut."},
        {KIND_ACCOUNT, "Ihr Speicherplatz ist fast voll", "Sie haben 14 von 15 GB belegt."},
        {KIND_ACCOUNT, "Dein Abo wurde gekündigt", "Es endet am 3. Mai."},
        {KIND_ACCOUNT, "Nouvelle connexion depuis un appareil Windows", "Si c'était vous, tout va bien."},
        {KIND_ACCOUNT, "Votre espace de stockage est presque plein", "Vous utilisez 14 Go sur 15."},
        {KIND_ACCOUNT, "Votre paiement a échoué", "Utilisez une autre carte."},
        {KIND_ACCOUNT, "Nuevo inicio de sesión desde Windows", "Si has sido tú, no hagas nada."},
        {KIND_ACCOUNT, "No hemos podido procesar el pago", "Usa otra tarjeta, por favor."},
        {KIND_ACCOUNT, "Tu suscripción se renueva el 3 de mayo", "No tienes que hacer nada."},
    };
    CHECK(rows);
}

static void test_italian(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Ada, grazie per il tuo acquisto di ieri",
         "Il numero dell'ordine è 7714-A. Totale pagato: 24,90 €, IVA inclusa."},
        {KIND_SHIPPING, "Buone notizie: il tuo ordine 48213 è partito ed è stato spedito",
         "Puoi seguire la spedizione con il corriere. La consegna è prevista per giovedì."},
        {KIND_CODE, "Ecco il codice di verifica che hai chiesto", "Inserisci il codice 482913 entro dieci minuti."},
        {KIND_ACCOUNT, "Il tuo abbonamento si rinnova il 3 maggio", "L'importo sarà addebitato come sempre."},
        {KIND_ACCOUNT, "È stato rilevato un nuovo accesso da Firefox", "Se non sei stato tu, avvisaci."},
        {KIND_APPOINTMENT, "La prenotazione all'Hotel Aurora è stata confermata",
         "Codice prenotazione AB12CD, numero di notti: 2, arrivo il 3 maggio."},
        {KIND_PROMOTION, "Ancora due giorni: sconti fino al 40% sulla nuova collezione",
         "Acquista ora. Per annullare l'iscrizione clicca qui."},
        {KIND_SOCIAL, "Bea ha commentato la tua foto", "Vedi il commento"},
    };
    CHECK(rows);
}

static void test_portuguese(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Ada, recebemos o seu pedido de livros", "Total do pedido: R$ 89,90 em 2 parcelas."},
        {KIND_RECEIPT, "A sua encomenda 48213 foi confirmada", "Obrigado pela sua compra. Portes: 3,90 €"},
        {KIND_SHIPPING, "Seu pedido saiu para entrega hoje cedo", "Acompanhe o envio com a transportadora."},
        {KIND_CODE, "Este é o código de verificação da Loja", "Digite o código 482913. Não compartilhe com ninguém."},
        {KIND_ACCOUNT, "Confirme o seu endereço para ativar a conta", "Para ativar a sua conta, clique abaixo."},
        {KIND_ACCOUNT, "Sua assinatura anual será renovada em maio", "A próxima cobrança será no dia 3."},
        {KIND_APPOINTMENT, "Lembrete: sua consulta é na terça às 9h30", "Se precisar reagendar, avise-nos."},
        {KIND_PROMOTION, "Só até domingo: frete grátis e 20% de desconto", "Compre agora. Cancelar inscrição."},
        {KIND_SOCIAL, "Bea começou a seguir você", "Ver perfil"},
    };
    CHECK(rows);
}

static void test_dutch(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Ada, bedankt voor je bestelling bij Lampenhuis", "Bestelnummer 77214. Totaalbedrag: € 39,00"},
        {KIND_SHIPPING, "Je pakketje wordt morgen bezorgd tussen 10:00 en 12:00", "Volg je pakket met de track & trace."},
        {KIND_CODE, "Hier is je inlogcode", "Vul de code 482913 in. Deze is 10 minuten geldig."},
        {KIND_ACCOUNT, "Nog één stap: bevestig je e-mailadres", "Klik om je account te activeren."},
        {KIND_ACCOUNT, "Je abonnement wordt op 3 mei automatisch verlengd", "De volgende incasso is 9,99 euro."},
        {KIND_APPOINTMENT, "Herinnering aan je afspraak van maandag", "Wil je de afspraak verzetten? Bel ons."},
        {KIND_PROMOTION, "Nog twee dagen 25% korting op alle lampen", "Shop nu, op is op. Uitschrijven kan hier."},
        {KIND_SOCIAL, "Bea heeft op je foto gereageerd", "Bekijk reactie"},
    };
    CHECK(rows);
}

static void test_polish(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Twoje zamówienie 48213 zostało przyjęte do realizacji", "Do zapłaty: 129,00 zł. Forma płatności: BLIK"},
        {KIND_RECEIPT, "Dziekujemy za zakupy w sklepie Lampa", "Wartosc zamowienia: 129,00 zl"},
        {KIND_SHIPPING, "Paczka od sklepu Lampa czeka w paczkomacie", "Kod odbioru: 482913. Odbierz do piątku."},
        {KIND_CODE, "Jednorazowy kod do logowania", "Wpisz kod 482913. Nie podawaj go nikomu."},
        {KIND_ACCOUNT, "Potwierdź rejestrację w serwisie", "Aby aktywować konto, kliknij w link."},
        {KIND_ACCOUNT, "Zarejestrowaliśmy nowe logowanie na Twoim koncie", "Jeśli to nie Ty, daj nam znać."},
        {KIND_APPOINTMENT, "Przypomnienie: wizyta u dentysty w poniedziałek", "Termin wizyty: 3 maja, 9:30."},
        {KIND_PROMOTION, "Ostatnie godziny: wszystko 30% taniej", "Kup teraz, darmowa dostawa. Wypisz się."},
        {KIND_SOCIAL, "Bea skomentowała Twoje zdjęcie", "Zobacz komentarz"},
    };
    CHECK(rows);
}

static void test_czech(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Objednávku č. 48213 jsme přijali, děkujeme za nákup", "Celkem k úhradě: 1 299 Kč, platba kartou."},
        {KIND_SHIPPING, "Vaši zásilku dnes doručíme", "Číslo zásilky 12345678901, dopravce vám zavolá."},
        {KIND_CODE, "Ověřovací kód pro vstup do aplikace", "Zadejte prosím kód 482913. Platí 10 minut."},
        {KIND_ACCOUNT, "Prosíme, potvrďte svůj e-mail", "Pro aktivaci účtu klikněte na odkaz."},
        {KIND_ACCOUNT, "Předplatné se 3. května obnoví", "Vaše předplatné se automaticky prodlouží o rok."},
        {KIND_APPOINTMENT, "Rezervace stolu v restauraci byla potvrzena", "Počet osob: 4, v sobotu v 19:00."},
        {KIND_PROMOTION, "Jen dnes sleva 20 % a doprava zdarma", "Nakupujte do půlnoci. Odhlásit odběr."},
        {KIND_SOCIAL, "Bea okomentovala váš příspěvek", "Zobrazit komentář"},
    };
    CHECK(rows);
}

static void test_north(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Tack för ditt köp hos Lampan", "Ordernummer 77214. Summa att betala 399 kr, varav moms 80 kr."},
        {KIND_SHIPPING, "Nu finns ditt paket att hämta hos ombudet", "Hämtas ut senast fredag. Kollinummer 12345678901."},
        {KIND_CODE, "Din engångskod till Mina sidor", "Ange koden 482913. Den är giltig i 10 minuter."},
        {KIND_ACCOUNT, "Bekräfta din e-postadress så är du klar", "Aktivera kontot genom att klicka."},
        {KIND_ACCOUNT, "Betalningen för din prenumeration misslyckades", "Uppdatera dina betalningsuppgifter."},
        {KIND_APPOINTMENT, "Påminnelse om din tid hos tandläkaren", "Du kan boka om fram till i morgon."},
        {KIND_PROMOTION, "Sista dagen: 30 % rabatt på allt", "Handla nu. Fri frakt. Avregistrera dig här."},
        {KIND_SOCIAL, "Bea har börjat följa dig", "Visa profil"},
        {KIND_RECEIPT, "Tak for din bestilling hos Lampen", "Ordrenummer 77214. Samlet beløb 399 kr."},
        {KIND_SHIPPING, "Pakken din er klar til henting", "Hentes innen fredag med hentekode 4821."},
        {KIND_CODE, "Her er din engangskode", "Indtast koden 482913. Den udløber om 10 minutter."},
        {KIND_ACCOUNT, "Bekreft e-posten din", "Trykk på lenken for å aktivere kontoen."},
        {KIND_APPOINTMENT, "Påmindelse om din tid hos tandlægen", "Din tid er mandag kl. 9.30."},
        {KIND_PROMOTION, "Kun i dag: spar 30 % på alt udsalg", "Køb nu. Afmeld nyhedsbrev."},
    };
    CHECK(rows);
}

static void test_turkish(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "SİPARİŞİNİZ ALINDI", "Sipariş numarası 48213. Toplam tutar 349,90 TL, KDV dahil."},
        {KIND_SHIPPING, "Siparişin kargoya verildi, yarın sende", "Kargo takip numarası 12345678901"},
        {KIND_CODE, "Giriş için doğrulama kodun", "482913 kodunu gir. Kimseyle paylaşma."},
        {KIND_ACCOUNT, "Lütfen e-posta adresinizi doğrulayın", "Hesabınızı etkinleştirmek için tıklayın."},
        {KIND_ACCOUNT, "Aboneliğiniz 3 Mayıs'ta yenilenecek", "Aboneliğiniz otomatik olarak yenilenir."},
        {KIND_APPOINTMENT, "Pazartesi günkü randevunuzu hatırlatırız", "Randevu saati 09.30"},
        {KIND_PROMOTION, "Sadece bugün sepette %30 indirim", "Hemen al, ücretsiz kargo. Abonelikten çık."},
        {KIND_SOCIAL, "Bea fotoğrafını beğendi", "Profili gör"},
    };
    CHECK(rows);
}

static void test_greek(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "ΛΑΒΑΜΕ ΤΗΝ ΠΑΡΑΓΓΕΛΙΑ ΣΑΣ", "Αριθμός παραγγελίας 48213. Σύνολο 39,00 €, τρόπος πληρωμής κάρτα."},
        {KIND_SHIPPING, "Το δέμα σου βγήκε για παράδοση", "Δες την παρακολούθηση αποστολής."},
        {KIND_CODE, "Κωδικός μιας χρήσης για την είσοδό σου", "Χρησιμοποίησε τον κωδικό 482913. Λήγει σε 10 λεπτά."},
        {KIND_ACCOUNT, "Επιβεβαίωσε το email σου", "Για την ενεργοποίηση πάτησε εδώ."},
        {KIND_ACCOUNT, "Η συνδρομή σου ανανεώνεται στις 3 Μαΐου", "Η χρέωση θα γίνει όπως κάθε χρόνο."},
        {KIND_APPOINTMENT, "Υπενθύμιση για το ραντεβού σας τη Δευτέρα", "Ώρα 9:30"},
        {KIND_PROMOTION, "Τελευταίες ώρες: εκπτώσεις έως 40%", "Αγόρασε τώρα με δωρεάν μεταφορικά."},
        {KIND_SOCIAL, "Η Bea σχολίασε τη φωτογραφία σου", "Προβολή σχολίου"},
    };
    CHECK(rows);
}

static void test_russian_and_ukrainian(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Ада, спасибо за покупку в «Лампе»", "Сумма заказа 1 290 руб. Способ оплаты: карта."},
        {KIND_SHIPPING, "Ваш заказ уже в пути: привезём завтра", "Курьер позвонит за час. Трек-номер 12345678901."},
        {KIND_CODE, "Одноразовый код для входа на сайт", "Введите код 482913. Никому его не сообщайте."},
        {KIND_ACCOUNT, "Подтвердите, пожалуйста, регистрацию: подтвердите почту", "Чтобы активировать аккаунт, перейдите по ссылке."},
        {KIND_ACCOUNT, "Выполнен вход в аккаунт с нового устройства", "Если это были не вы, смените пароль."},
        {KIND_APPOINTMENT, "Напоминаем: вы записаны к врачу на понедельник", "Дата и время: 3 мая, 9:30."},
        {KIND_PROMOTION, "Последний день скидок до 40%", "Успейте купить. Отписаться от рассылки."},
        {KIND_SOCIAL, "Беа прокомментировала ваше фото", "Посмотреть комментарий"},
        {KIND_RECEIPT, "Дякуємо за ваше замовлення в «Лампі»", "До сплати: 899 грн. Спосіб оплати: картка."},
        {KIND_SHIPPING, "Посилка чекає у відділенні", "Номер ТТН 20450123456789. Безкоштовне зберігання до п'ятниці."},
        {KIND_CODE, "Код підтвердження для входу", "Введіть код 482913. Нікому його не повідомляйте."},
        {KIND_ACCOUNT, "Підтвердіть, будь ласка, адресу: підтвердіть пошту", "Для активації натисніть на посилання."},
        {KIND_ACCOUNT, "Підписка спливає 3 травня", "Ваша підписка автоматично продовжиться на рік."},
        {KIND_APPOINTMENT, "Нагадування про ваш запис до лікаря", "Дата і час: 3 травня, 9:30."},
        {KIND_PROMOTION, "Тільки сьогодні: знижки до 40%", "Встигніть купити. Відписатися від розсилки."},
        {KIND_SOCIAL, "Беа вподобала ваш допис", "Переглянути допис"},
    };
    CHECK(rows);
}

static void test_hungarian(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "Kedves Ada, köszönjük a rendelésedet!", "Rendelés száma: 48213. Végösszeg: 12 990 Ft, utánvét."},
        {KIND_SHIPPING, "A csomagodat átadtuk a futárnak", "Várható kézbesítés: csütörtök. Csomagszám: 12345678901"},
        {KIND_CODE, "Ellenőrző kód a belépéshez", "Add meg a 482913 kódot az oldalon. 10 percig érvényes."},
        {KIND_ACCOUNT, "Kérjük, erősítsd meg az e-mail címedet", "A fiókod aktiválásához kattints ide."},
        {KIND_ACCOUNT, "Az előfizetésed május 3-án megújul", "Az előfizetés automatikusan megújul egy évre."},
        {KIND_APPOINTMENT, "Emlékeztető a hétfői időpontról: időpontod közeleg", "Helyszín: a rendelő, 9:30"},
        {KIND_PROMOTION, "Már csak ma: 30% kedvezmény mindenre", "Vásárolj most, ingyenes szállítás. Leiratkozás itt."},
        {KIND_SOCIAL, "Bea hozzászólt a fotódhoz", "Hozzászólás megtekintése"},
    };
    CHECK(rows);
}

static void test_japanese(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "【ランプ店】このたびはご注文ありがとうございます（注文番号48213）",
         "ご注文日時：5月3日 商品代金：3,980円（税込） お支払い方法：クレジットカード"},
        {KIND_SHIPPING, "商品を発送しましたのでお知らせいたします", "お問い合わせ伝票番号は123456789012です。お届け予定日は明日です。"},
        {KIND_CODE, "ログイン用の認証コードをお送りします", "画面に次のコードを入力してください：４８２９１３。有効期限は10分です。"},
        {KIND_CODE, "【重要】パスワードを再設定してください", "下記のリンクからお手続きください。お心当たりのない場合は破棄してください。"},
        {KIND_ACCOUNT, "会員登録が完了いたしました", "このたびはご登録いただき、誠にありがとうございます。"},
        {KIND_ACCOUNT, "新しい端末からのログインのお知らせ", "ご本人でない場合はご連絡ください。"},
        {KIND_APPOINTMENT, "5月3日のご予約を承りました", "ご来店日時：5月3日18時 ご利用人数：2名様"},
        {KIND_PROMOTION, "本日最終日！全品最大50%OFFセール", "お買い物はこちら。配信停止はこちらから。"},
        {KIND_NEWSLETTER, "港の博物館メールマガジン５月号", "記事を読む"},
        {KIND_SOCIAL, "Beaさんがあなたをフォローしました", "プロフィールを見る"},
    };
    CHECK(rows);
}

static void test_korean(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "[램프가게] 고객님의 주문이 정상적으로 접수되었습니다", "주문번호 48213, 총 결제금액 39,000원, 결제수단 신용카드"},
        {KIND_SHIPPING, "주문하신 상품의 배송이 시작되었습니다", "운송장번호 123456789012, 택배사에서 연락드립니다."},
        {KIND_CODE, "이메일 인증번호를 알려드립니다", "인증번호 482913을 10분 이내에 입력해 주세요."},
        {KIND_ACCOUNT, "회원가입을 축하드립니다", "이메일 주소를 확인하시면 가입이 완료됩니다."},
        {KIND_ACCOUNT, "새로운 기기에서 로그인되었습니다", "본인이 아니라면 비밀번호를 바꾸세요."},
        {KIND_APPOINTMENT, "5월 3일 진료예약을 안내해 드립니다", "진료시간 9시 30분"},
        {KIND_PROMOTION, "(광고) 오늘까지 전 상품 최대 50% 할인", "지금 구매하세요. 수신거부"},
        {KIND_SOCIAL, "Bea님이 회원님의 사진에 댓글을 남겼습니다", "댓글 보기"},
    };
    CHECK(rows);
}

static void test_chinese(void)
{
    static const struct row rows[] = {
        {KIND_RECEIPT, "我们已收到您的订单（订单号48213）", "实付金额：¥399.00，支付方式：银行卡"},
        {KIND_SHIPPING, "您购买的台灯已发货，请留意查收", "快递单号123456789012，快递员会提前与您联系。"},
        {KIND_CODE, "您的登录验证码", "验证码为482913，10分钟内有效，请勿泄露给他人。"},
        {KIND_ACCOUNT, "请验证您的邮箱，即可完成注册", "感谢您注册，点击下面的链接。"},
        {KIND_ACCOUNT, "您的会员即将到期，5月3日自动续费", "下次扣款金额为25元。"},
        {KIND_APPOINTMENT, "您已成功预约：5月3日就诊提醒", "就诊时间：9:30"},
        {KIND_PROMOTION, "最后一天！全场满300减50，包邮到家", "立即购买。退订邮件请点击这里。"},
        {KIND_SOCIAL, "Bea评论了你的照片", "查看评论"},
        {KIND_RECEIPT, "感謝您的訂購，訂單已成立", "訂單編號48213，付款金額NT$1,280，運費60元"},
        {KIND_SHIPPING, "您訂購的檯燈已出貨", "配送單號123456789012，預計送達時間為明天。"},
        {KIND_CODE, "這是您的驗證碼", "請輸入驗證碼482913，10分鐘內有效。"},
        {KIND_ACCOUNT, "請驗證您的電子郵件信箱", "點擊連結即可啟用您的帳號。"},
        {KIND_APPOINTMENT, "訂位成功通知：5月3日晚上7點", "用餐人數：2位"},
        {KIND_PROMOTION, "限時下殺！全館免運再享85折優惠", "立即選購。取消訂閱"},
    };
    CHECK(rows);
}

static void test_persons(void)
{
    static const struct row rows[] = {
        {KIND_PERSON, "La tua prenotazione?", "Ciao Ada, il tuo volo arriva alle nove? Ho pagato io i biglietti. A presto, Bea"},
        {KIND_PERSON, "O seu pedido", "Olá Ada, a encomenda já chegou? O código da porta é 4821. Beijinhos, Bea"},
        {KIND_PERSON, "je pakketje", "Hoi Ada, je pakket ligt bij mij. Kom je het morgen ophalen? Groetjes, Bea"},
        {KIND_PERSON, "Twoja paczka", "Cześć Ada, paczka leży u mnie. Wpadniesz jutro? Pozdrawiam, Bea"},
        {KIND_PERSON, "balík", "Ahoj Ado, balík mám u sebe, stav se zítra. Měj se, Bea"},
        {KIND_PERSON, "ditt paket", "Hej Ada, paketet ligger hos mig. Kommer du i morgon? Kram, Bea"},
        {KIND_PERSON, "Sipariş", "Merhaba Ada, kitabın bende. Yarın uğrar mısın? Sevgiler, Bea"},
        {KIND_PERSON, "το δέμα", "Γεια σου Άντα, το πακέτο είναι σε μένα. Περνάς αύριο; Φιλιά, Μπέα"},
        {KIND_PERSON, "про заказ", "Привет, Ада! Книга у меня, заходи завтра. Целую, Беа"},
        {KIND_PERSON, "замовлення", "Привіт, Адо! Книжка в мене, заходь завтра. Обіймаю, Беа"},
        {KIND_PERSON, "a csomag", "Szia Ada, nálam van a könyved. Átjössz holnap? Puszi, Bea"},
        {KIND_PERSON, "明日の予約のこと", "エイダさん、こんにちは。明日は駅で待っています。チケットは私が持って行きます。またね"},
        {KIND_PERSON, "내일 예약", "에이다, 안녕! 내일 역에서 기다릴게. 티켓은 내가 가져갈게. 그때 봐"},
        {KIND_PERSON, "明天的车票", "你好艾达，票在我这里，明天车站见。贝亚"},
    };
    CHECK(rows);
}

/* Interest is learned in pairs of characters, and none reaches over a number. */
static void test_pairs(void)
{
    owned(message) message = parse("From: a@b.example\nSubject: 注文番号 48213 確認 lamp\n\nx\n");
    g_auto(GStrv) words = message_words(message);
    g_autofree char *all = g_strjoinv(" ", words);
    g_assert_cmpstr(all, ==, "注文 文番 番号 確認 lamp");
}

static void add_word(void *ctx, const char *word, unsigned classes)
{
    g_string_append_printf(ctx, "%s%s ", word, classes & TOKEN_ID ? "=N" : classes & TOKEN_MONEY ? "=$" : "");
}

static void test_tokens(void)
{
    static const struct {
        const char *text, *tokens;
    } rows[] = {
        {"注文番号123-4567890です", "注 文 番 号 123-4567890=N で す "},
        {"５０％ＯＦＦ 3,980円", "50 % off 3,980 円=$ "},
        {"주문이 완료", "주 문 이 완 료 "},
        {"ISPARTA İzmir ığdır", "isparta izmir igdir "},
        {"ΚΩΔΙΚΟΣ κωδικός", "κωδικοσ κωδικοσ "},
        {"Przesyłka 39 zł", "przesylka 39 zl=$ "},
        {"заказ подтверждён, 5 руб.", "заказ подтвержден 5 руб=$ "},
        {"नमस्ते", "नमसत "},
        {"ไทย", "ไ ท ย "},
        {"order 12,800 and 1,2345", "order 12,800 and 1,2345=N "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) found = g_string_new(NULL);
        tokens_split(rows[i].text, 100, add_word, found);
        g_assert_cmpstr(found->str, ==, rows[i].tokens);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_set_nonfatal_assertions();
    g_test_add_func("/words/tokens", test_tokens);
    g_test_add_func("/words/pairs", test_pairs);
    g_test_add_func("/words/persons", test_persons);
    g_test_add_func("/words/accounts", test_accounts);
    g_test_add_func("/words/italian", test_italian);
    g_test_add_func("/words/portuguese", test_portuguese);
    g_test_add_func("/words/dutch", test_dutch);
    g_test_add_func("/words/polish", test_polish);
    g_test_add_func("/words/czech", test_czech);
    g_test_add_func("/words/north", test_north);
    g_test_add_func("/words/turkish", test_turkish);
    g_test_add_func("/words/greek", test_greek);
    g_test_add_func("/words/russian-and-ukrainian", test_russian_and_ukrainian);
    g_test_add_func("/words/hungarian", test_hungarian);
    g_test_add_func("/words/japanese", test_japanese);
    g_test_add_func("/words/korean", test_korean);
    g_test_add_func("/words/chinese", test_chinese);
    return g_test_run();
}

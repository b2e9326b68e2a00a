/* Turkish. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "sipariş onayı | siparişiniz onaylandı | siparişiniz ... onaylandı | siparişin onaylandı | "
      "siparişiniz alındı | siparişiniz ... alındı | siparişin alındı | "
      "siparişin bize ulaştı | siparişiniz bize ulaştı | siparişinizi aldık | "
      "siparişini aldık | siparişiniz oluşturuldu | siparişiniz hazırlanıyor | "
      "siparişin hazırlanıyor | siparişiniz için teşekkür | siparişin için teşekkür | "
      "siparişiniz iptal edildi | siparişiniz ... iptal | N numaralı siparişiniz | "
      "N numaralı siparişin | N nolu siparişiniz | sipariş N | sipariş no N | sipariş numarası N | "
      "sipariş bilgileriniz | sipariş özeti | sipariş özetiniz | ödemeniz alındı | "
      "ödemeniz ... alındı | ödemeniz onaylandı | ödeme onayı | ödeme makbuzu | ödeme dekontu | "
      "ödemeniz başarıyla | dekont | e dekont | makbuz | makbuzunuz | e faturanız | "
      "e arşiv faturanız | e arşiv fatura | e fatura | alışverişiniz için teşekkür | "
      "alışverişin için teşekkür | satın alma işleminiz | para iadesi | iade işleminiz | "
      "iadeniz ... onaylandı | iade talebiniz" },
    { KIND_RECEIPT, S, 2,
      "siparişiniz | siparişin | siparişinizin | siparişinin | siparişiniz hakkında | faturanız | "
      "faturan hazır | ödemeniz" },
    { KIND_RECEIPT, S, 1,
      "sipariş | fatura | ödeme | satın | alışverişiniz | iade" },
    { KIND_RECEIPT, B, 2,
      "sipariş numarası | sipariş no | sipariş numaranız | sipariş tarihi | sipariş toplamı | "
      "sipariş tutarı | toplam tutar | ödenen tutar | ödenecek tutar | genel toplam | "
      "ödeme yöntemi | ödeme şekli | ödeme tipi | sipariş özeti | sipariş detayları | "
      "siparişiniz alındı | siparişiniz alınmıştır | siparişinizi aldık | "
      "siparişiniz için teşekkür | ödemeniz alınmıştır | ödemeniz başarıyla | "
      "fatura numarası | fatura no | fatura tarihi | işlem numarası | satın aldığınız" },
    { KIND_RECEIPT, B, 1,
      "ara toplam | kdv | kdv dahil | kargo ücreti | teslimat adresi | fatura adresi | adet | "
      "birim fiyat | toplam | kredi kartı" },

    { KIND_SHIPPING, S, 3,
      "kargoya verildi | kargoya verilmiştir | kargoya teslim edildi | siparişiniz kargoda | "
      "siparişin kargoda | siparişiniz yola çıktı | siparişin yola çıktı | siparişiniz yolda | "
      "siparişin yolda | kargonuz yola çıktı | kargonuz yolda | kargon yolda | dağıtıma çıktı | "
      "dağıtıma çıkarıldı | dağıtımda | kuryede | teslim edildi | teslim edilmiştir | "
      "teslim edilecek | bugün teslim | bugün kapınızda | bugün kapında | teslimata çıktı | "
      "teslimat bilgisi | teslimat bilgilendirmesi | gönderiniz ... teslim | gönderiniz yolda | "
      "gönderiniz | teslimat noktasında | teslim almanız | teslim alabilirsiniz | şubede bekliyor | "
      "şubemizde | kargo takip | kargo bilgilendirme | takip numarası" },
    { KIND_SHIPPING, S, 2,
      "kargonuz | kargon | kargoda | paketiniz | paketin | teslimatınız | teslimat | yolda | "
      "yola çıktı" },
    { KIND_SHIPPING, S, 1,
      "kargo | gönderi | paket | teslim | kurye" },
    { KIND_SHIPPING, B, 2,
      "kargo takip numarası | kargo takip | takip numarası | takip numaranız | takip kodu | takip no | "
      "gönderi numarası | gönderi takip | kargo firması | tahmini teslimat | tahmini teslim | "
      "teslimat tarihi | kargoya verildi | kargoya verilmiştir | kargoya teslim | yola çıktı | "
      "dağıtıma çıktı | dağıtıma çıkmıştır | teslim edildi | teslim edilmiştir | "
      "kuryemiz | teslimat kodu | kargonuzu takip | kargomu takip et | siparişimi takip et | teslim alma" },

    { KIND_CODE, S, 3,
      "doğrulama kodu | doğrulama kodunuz | doğrulama kodun | onay kodu | onay kodunuz | onay kodun | "
      "güvenlik kodu | güvenlik kodunuz | giriş kodu | giriş kodunuz | giriş kodun | "
      "aktivasyon kodu | erişim kodu | tek kullanımlık | tek kullanımlık kod | "
      "tek kullanımlık şifre | geçici şifre | geçici şifreniz | kodunuz N | kodun N | kod N | "
      "şifre sıfırlama | şifrenizi sıfırlayın | şifreni sıfırla | parola sıfırlama | "
      "parolanızı sıfırlayın | parolanı sıfırla | şifremi unuttum | şifrenizi mi unuttunuz | "
      "şifre yenileme | şifre hatırlatma | yeni şifre | iki adımlı doğrulama | "
      "kimliğinizi doğrulayın | giriş bağlantısı | giriş bağlantınız" },
    { KIND_CODE, S, 2,
      "kodunuz | kodun" },
    { KIND_CODE, S, 1,
      "kod | şifre | parola | giriş | güvenlik | doğrulama | şifreniz" },
    { KIND_CODE, B, 2,
      "doğrulama kodu | doğrulama kodunuz | doğrulama kodun | onay kodu | onay kodunuz | "
      "güvenlik kodu | güvenlik kodunuz | giriş kodu | kodunuz | tek kullanımlık | kodu girin | "
      "kodu giriniz | kodunu gir | kodu kullanın | kodu kullanarak | # dakika geçerlidir | "
      "# dakika içinde | dakika süreyle geçerli | kimseyle paylaşmayın | kimseyle paylaşmayınız | "
      "paylaşmayın | kimseyle paylaşma | şifrenizi sıfırlamak | şifreni sıfırlamak | "
      "parolanızı sıfırlamak | talep etmediyseniz | siz talep etmediyseniz | "
      "talebinde bulunmadıysanız" },

    { KIND_ACCOUNT, S, 3,
      "yeni giriş | yeni cihaz | yeni bir cihazdan | yeni oturum açma | oturum açıldı | "
      "yeni cihazdan giriş | hesabınıza giriş | hesabına giriş yapıldı | güvenlik uyarısı | "
      "güvenlik bildirimi | şüpheli etkinlik | şüpheli giriş | olağan dışı | olağandışı | "
      "giriş denemesi | şifreniz değiştirildi | şifren değiştirildi | şifreniz değişti | "
      "parolanız değiştirildi" },
    { KIND_ACCOUNT, S, 2.5f,
      "e posta adresinizi doğrulayın | e posta adresini doğrula | e posta adresinizi onaylayın | "
      "e postanızı doğrulayın | e postanı doğrula | e posta doğrulama | "
      "mail adresinizi doğrulayın | hesabınızı doğrulayın | hesabını doğrula | "
      "hesabınızı onaylayın | hesabınızı etkinleştirin | hesabını etkinleştir | "
      "hesabınızı aktif | hesap aktivasyonu | üyelik aktivasyonu | üyeliğinizi onaylayın | "
      "üyeliğiniz oluşturuldu | üyeliğiniz ... onaylandı | kaydınız tamamlandı | "
      "kaydınızı tamamlayın | kaydını tamamla | üyelik onayı | hesabınız oluşturuldu | "
      "hesabın oluşturuldu | hesabınız ... askıya | hesabınız ... kilitlendi | "
      "kullanım koşulları | hizmet şartları | hizmet koşulları | kullanıcı sözleşmesi | "
      "gizlilik politikası | aydınlatma metni | koşullarımızı güncelliyoruz | "
      "koşullarımız değişiyor | ödeme başarısız | ödemeniz başarısız | "
      "ödemeniz ... başarısız | ödemeniz alınamadı | ödemeniz ... alınamadı | "
      "ödeme alınamadı | ödemeniz gerçekleştirilemedi | ödeme hatırlatma | "
      "ödeme hatırlatması | son ödeme | son ödeme tarihi | fatura bilgilendirme | "
      "faturanız hazır | hesap özeti | hesap özetiniz | hesap ekstresi | hesap ekstreniz | "
      "ekstreniz | ekstre | aboneliğiniz yenilen | aboneliğiniz ... yenilenecek | "
      "aboneliğiniz yenilendi | aboneliğin yenilendi | aboneliğiniz iptal | aboneliğiniz ... iptal | "
      "aboneliğin iptal | aboneliğiniz sona | aboneliğiniz ... sona | otomatik yenileme | "
      "otomatik olarak yenilen | deneme süreniz | deneme süren | ücretsiz deneme süreniz | "
      "depolama alanı | depolama alanınız | depolama alanın | talebiniz alındı | talep N | "
      "başvurunuz" },
    { KIND_ACCOUNT, S, 2,
      "hesabınız | hesabın | üyeliğiniz | üyeliğin | aboneliğiniz | aboneliğin | kaydınız | "
      "talebiniz | sözleşmeniz" },
    { KIND_ACCOUNT, S, 1,
      "hesap | üyelik | abonelik | kayıt | yenileme | sözleşme" },
    { KIND_ACCOUNT, S, 1.5f,
      "hoş geldin | hoş geldiniz | hoşgeldin | hoşgeldiniz | aramıza hoş geldin" },
    { KIND_ACCOUNT, S, 0.5f, "teşekkürler | teşekkür ederiz" },
    { KIND_ACCOUNT, B, 2,
      "e posta adresinizi doğrulamak | e posta adresini doğrulamak | e posta adresinizi onaylamak | "
      "hesabınızı doğrulamak | hesabınızı etkinleştirmek | hesabını etkinleştirmek | "
      "kaydınızı tamamlamak | üyeliğinizi tamamlamak | hesabınız oluşturuldu | "
      "hesabınız başarıyla | hesabınız | üyeliğiniz | kullanıcı adı | kullanıcı adınız | "
      "müşteri numarası | müşteri numaranız | aboneliğiniz | otomatik olarak yenilenecek | "
      "otomatik olarak yenilenir | son ödeme tarihi | dönem borcu | ödeme yönteminizi güncelle | "
      "yeni cihaz | bu işlemi siz yapmadıysanız | siz değilseniz | bu siz değilseniz | "
      "kullanım koşulları" },

    { KIND_APPOINTMENT, S, 3,
      "rezervasyon onayı | rezervasyonunuz onaylandı | rezervasyonunuz ... onaylandı | "
      "rezervasyonun onaylandı | rezervasyon N | rezervasyonunuz | rezervasyonunuz iptal | "
      "biniş kartı | biniş kartınız | biniş kartın | online check in | check in | e bilet | "
      "e biletiniz | e biletin | biletiniz | biletleriniz | biletin hazır | biletleriniz hazır | "
      "uçuş bilgileri | uçuşunuz | uçuşunuz hakkında | seyahat planınız | randevu hatırlatma | "
      "randevu hatırlatması | randevunuz | randevunuz onaylandı | randevunuz ... onaylandı | "
      "randevunuz oluşturuldu | randevu onayı | randevu bilgileri | randevunuzu | toplantı daveti | "
      "toplantıya davet | konaklamanız" },
    { KIND_APPOINTMENT, S, 2,
      "rezervasyon | randevu | randevun | seyahatiniz | uçuş | bilet | toplantı" },
    { KIND_APPOINTMENT, S, 1,
      "seyahat | konaklama | otel | biletler | yolculuk" },
    { KIND_APPOINTMENT, B, 2,
      "rezervasyon numarası | rezervasyon no | rezervasyon kodu | pnr | rezervasyonunuz | randevunuz | "
      "randevu tarihi | randevu saati | uçuşunuz | kalkış | varış | yolcu | yolcular | koltuk | "
      "giriş tarihi | çıkış tarihi | kişi sayısı | misafir sayısı | gece sayısı | "
      "takvime ekle | takviminize | tarih ve saat | sefer | peron" },

    { KIND_SOCIAL, S, 3,
      "üye olduğunuz ... cevap | üye olduğunuz konu | konuya cevap | konunuza cevap | yeni cevap | "
      "yorum yaptı | gönderine yorum | gönderini beğendi | fotoğrafını beğendi | beğendi | "
      "senden bahsetti | sizden bahsetti | seni etiketledi | sizi etiketledi | seni takip etti | "
      "sizi takip etti | seni takip etmeye başladı | sizi takip etmeye başladı | "
      "takip etmeye başladı | takip isteği | yeni takipçi | yeni takipçin | arkadaşlık isteği | "
      "arkadaşlık istekleri | # bildirim | # bildirimin | # yeni bildirim | yeni bildirim | "
      "yeni bildirimler | paylaştı | yanıt verdi | yanıtladı | sana mesaj gönderdi | "
      "size mesaj gönderdi | # yeni mesaj | bağlantı kurmak istiyor | tanıyor olabileceğin | "
      "profilini görüntüledi | seni davet etti" },
    { KIND_SOCIAL, B, 1.5f,
      "gönderini | gönderin | fotoğrafın | profili görüntüle | profili gör | yorumu gör | "
      "yorumu görüntüle | gönderiyi gör | bildirimleri gör | arkadaşlık isteği | "
      "bildirim ayarları" },

    { KIND_NEWSLETTER, S, 2,
      "bülten | e bülten | haftalık | bu hafta | haftanın | haber bülteni | gündem | sayı # | "
      "bu ayın" },
    { KIND_NEWSLETTER, B, 1,
      "devamını oku | devamı için | yazının devamı | haberin devamı | bülten | bu sayıda | "
      "bu hafta" },

    { KIND_PROMOTION, S, 2,
      "indirim | indirimi | indirimler | indirimleri | indirimli | indirim kodu | % # | yüzde # | "
      "kampanya | kampanyası | kampanyalar | fırsat | fırsatı | fırsatlar | fırsatları | "
      "ücretsiz kargo | kargo bedava | bedava | hediye | hediyesi | hediye çeki | kupon | kuponu | "
      "kuponun | son şans | son saatler | son gün | son günler | sadece bugün | bugüne özel | "
      "sana özel | size özel | kaçırma | kaçırmayın | kaçmaz | yeni sezon | yeni koleksiyon | "
      "sepette | sepette # | varan | tl ye varan | süper fiyat | şok fiyat | keşfet | kazan | "
      "avantaj | taksit" },
    { KIND_PROMOTION, B, 1,
      "hemen al | satın al | şimdi al | alışverişe başla | alışverişe başlayın | "
      "hemen incele | hemen keşfet | fırsatları gör | fırsatları kaçırma | indirim | "
      "kuponu kullan | indirim kodu | ücretsiz kargo | kampanya koşulları | stoklarla sınırlı | "
      "stoklarla sınırlıdır | tarihine kadar | sepete ekle | geçerlidir" },

    { WORD_TALK, E, 1,
      "merhaba | selam | teşekkürler | teşekkür ederim | saygılarımla | sevgiler | iyi günler | "
      "iyi akşamlar | görüşürüz | kolay gelsin | nasılsın | nasılsınız | haber ver | bence | "
      "selamlar | sağol | canım" },
    { WORD_COMMON, B, 0,
      "ve | bir | bu | için | ile | da | de | olarak | daha | çok | size | sizin | olan | gibi | "
      "kadar | sonra | her | en | ya | değil | var | veya | siz | tarafından | ancak | lütfen | "
      "üzere | ise | biz | sana" },
    { WORD_BULK, B, 2,
      "abonelikten çık | abonelikten çıkın | abonelikten çıkmak | abonelikten ayrıl | listeden çık | "
      "listeden çıkmak | listemizden çıkmak | bülten aboneliğinden | e posta almak istemiyorsanız | "
      "almak istemiyorsanız | almak istemiyorsan | bu e postayı almak" },
    { WORD_BULK, B, 1,
      "bu e posta ... gönderilmiştir | bu e postayı alıyorsunuz | tarayıcıda görüntüle | "
      "tarayıcıda görüntüleyin | tarayıcıda aç | görüntüleyemiyorsanız | internet tarayıcınızda | "
      "e posta tercihleri | iletişim tercihleri | tercihlerinizi" },
    { WORD_URGENCY, E, 1,
      "acil | hemen | son şans | son saatler | son gün | son günler | sadece bugün | bugün son | "
      "bu gece bitiyor | bitmeden | bitiyor | sona eriyor | süresi doluyor | tükenmeden | tükeniyor | "
      "kaçırma | kaçırmayın | acele et | acele edin | son uyarı | son hatırlatma | "
      "# saat içinde | son # saat" },
    { WORD_DISCOUNT, E, 1,
      "indirim | indirimi | indirimler | indirimli | kampanya | kampanyası | fırsat | fırsatı | "
      "fırsatlar | bedava | ücretsiz | kupon | hediye | hediye çeki | ucuz | sepette" },
};

const struct words_block words_tr = { "tr", rows, G_N_ELEMENTS(rows) };

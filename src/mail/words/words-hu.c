/* Hungarian. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "rendelés visszaigazolás | rendelésvisszaigazolás | rendelés visszaigazolása | "
      "rendelésed visszaigazolása | rendelésének visszaigazolása | visszaigazolás rendelésről | "
      "megrendelés visszaigazolás | megrendelés visszaigazolása | rendelési visszaigazolás | "
      "rendelés N | rendelésszám | rendelésed ... megkaptuk | rendelését ... megkaptuk | "
      "megkaptuk a rendelésedet | megkaptuk a rendelését | megkaptuk rendelésedet | "
      "megkaptuk rendelését | köszönjük a rendelésedet | köszönjük a rendelését | "
      "köszönjük a rendelést | köszönjük rendelésedet | köszönjük rendelését | "
      "köszönjük megrendelését | köszönjük a megrendelésedet | köszönjük a vásárlást | "
      "köszönjük a vásárlásodat | köszönjük vásárlását | "
      "köszönjük hogy nálunk vásárolt | N számú rendelésed | N számú rendelése | "
      "N számú megrendelés | rendelésed rögzítettük | rendelését rögzítettük | "
      "rendelését törölték | rendelés törlése | sikeres fizetés | sikeres vásárlás | "
      "sikeres tranzakció | fizetési visszaigazolás | fizetés visszaigazolása | "
      "befizetés megérkezett | megkaptuk a befizetést | visszatérítés | visszatérítésről | "
      "számla N | elektronikus számla | e számla | számládat | nyugta" },
    { KIND_RECEIPT, S, 2,
      "rendelésed | rendelése | rendelésedet | megrendelése | megrendelésed | számla | "
      "vásárlásod | vásárlása" },
    { KIND_RECEIPT, S, 1,
      "rendelés | megrendelés | vásárlás | fizetés | rendelését | visszáru" },
    { KIND_RECEIPT, B, 2,
      "rendelési szám | rendelés száma | rendelésszám | rendelésed száma | "
      "rendelésének száma | megrendelés száma | rendelés összege | végösszeg | "
      "fizetendő összeg | fizetendő | összesen | bruttó végösszeg | fizetési mód | "
      "fizetés módja | rendelés dátuma | rendelés részletei | rendelt termékek | "
      "megrendelt termékek | rendelés összesítő | köszönjük a rendelésedet | "
      "köszönjük rendelését | köszönjük a vásárlást | megkaptuk a rendelésedet | "
      "megkaptuk rendelését | számlaszám | számla sorszáma | tranzakció azonosító | "
      "tranzakcióazonosító" },
    { KIND_RECEIPT, B, 1,
      "részösszeg | áfa | szállítási költség | szállítási díj | szállítási cím | "
      "számlázási cím | mennyiség | darab | db | egységár | utánvét" },

    { KIND_SHIPPING, S, 3,
      "feladtuk a csomagodat | feladtuk a csomagját | csomagodat feladtuk | csomagját feladtuk | "
      "feladtuk rendelésedet | feladtuk a rendelésedet | feladtuk | átadtuk a futárnak | "
      "futárszolgálatnak átadtuk | átadtuk a futárszolgálatnak | csomagod úton | csomagja úton | "
      "rendelésed úton | úton van hozzád | kiszállítás alatt | kiszállítás ma | "
      "ma kiszállítjuk | ma kézbesítjük | ma szállítjuk | kézbesítve | kézbesítettük | "
      "kiszállítottuk | kézbesítés | sikeres kézbesítés | sikertelen kézbesítés | átvehető | "
      "átvehető a | már átvehető | átvételre kész | átvételre vár | csomagod átvehető | "
      "csomagod megérkezett | csomagja megérkezett | csomagod | csomagszám | csomagkövetés | "
      "nyomkövetés | szállítási értesítő | szállítási visszaigazolás | "
      "rendelésed ... megérkezett" },
    { KIND_SHIPPING, S, 2,
      "csomag | csomagja | csomagját | csomagodat | kiszállítás | szállítás | küldeménye | "
      "küldeményed | futár | úton van | már úton | ma érkezik | holnap érkezik" },
    { KIND_SHIPPING, S, 1,
      "küldemény | átvétel | csomagpont | csomagautomata | érkezik" },
    { KIND_SHIPPING, B, 2,
      "csomagszám | csomag száma | csomagod száma | nyomkövetési szám | nyomkövetési kód | "
      "küldeményazonosító | küldemény azonosító | csomagkövetés | kövesd nyomon | "
      "kövesse nyomon | nyomon követheted | nyomon követheti | nyomon követés | "
      "várható kézbesítés | várható kiszállítás | várható érkezés | kiszállítás napja | "
      "futárszolgálat | futár | átadtuk | feladtuk | csomagpont | csomagautomata | "
      "csomagautomatából | átvételi kód | átvevőpont | átvételi pont | úton van" },

    { KIND_CODE, S, 3,
      "ellenőrző kód | ellenőrzőkód | megerősítő kód | biztonsági kód | belépési kód | "
      "belépőkód | bejelentkezési kód | hitelesítő kód | hitelesítési kód | aktiváló kód | "
      "aktivációs kód | egyszer használatos kód | egyszeri kód | egyszer használatos jelszó | "
      "egyszeri jelszó | ideiglenes jelszó | azonosító kód | az ön kódja | kódod N | kód N | "
      "N az ön | jelszó visszaállítás | jelszó visszaállítása | jelszó visszaállítási | "
      "jelszavad visszaállítása | jelszava visszaállítása | elfelejtett jelszó | "
      "elfelejtetted a jelszavad | jelszóemlékeztető | jelszó emlékeztető | új jelszó | "
      "új jelszó beállítása | jelszó módosítása | jelszóváltoztatás | bejelentkezési link | "
      "belépési link | kétlépcsős azonosítás | kétfaktoros" },
    { KIND_CODE, S, 2,
      "kódod | a kódod | kódja" },
    { KIND_CODE, S, 1,
      "kód | jelszó | jelszava | bejelentkezés | belépés | biztonság" },
    { KIND_CODE, B, 2,
      "ellenőrző kód | ellenőrzőkód | megerősítő kód | biztonsági kód | belépési kód | "
      "bejelentkezési kód | egyszer használatos | az ön kódja | a kódod | add meg ... kódot | "
      "adja meg ... kódot | írd be ... kódot | írja be ... kódot | használd ... kódot | "
      "használja ... kódot | # percig érvényes | percig érvényes | kód ... érvényes | "
      "lejár # perc | ne oszd meg | ne ossza meg | senkivel | jelszó visszaállításához | "
      "jelszavad visszaállításához | jelszava visszaállításához | új jelszó megadásához | "
      "ha nem te kérted | ha nem ön kérte" },

    { KIND_ACCOUNT, S, 3,
      "új bejelentkezés | bejelentkezés ... eszközről | új belépés | új eszköz | "
      "új eszközről | ismeretlen eszköz | biztonsági figyelmeztetés | biztonsági értesítés | "
      "biztonsági riasztás | gyanús tevékenység | szokatlan tevékenység | "
      "szokatlan bejelentkezés | bejelentkezési kísérlet | jelszavad megváltozott | "
      "jelszava megváltozott | jelszavad módosítottuk | megváltozott a jelszavad | "
      "jelszavát megváltoztatták | módosult a jelszavad" },
    { KIND_ACCOUNT, S, 2.5f,
      "erősítsd meg | erősítse meg | e mail cím megerősítése | e mail cím megerősítés | "
      "email cím megerősítése | e mail címed megerősítése | e mail címének megerősítése | "
      "regisztráció megerősítése | regisztráció megerősítés | regisztráció visszaigazolása | "
      "regisztráció aktiválása | sikeres regisztráció | köszönjük a regisztrációt | "
      "köszönjük regisztrációját | köszönjük regisztrációdat | aktiváld | aktiválja | "
      "fiók aktiválása | fiókod aktiválása | fiókja aktiválása | fejezd be a regisztrációt | "
      "fejezze be a regisztrációt | fiókod létrejött | fiókja létrejött | fiókod létrehoztuk | "
      "fiókját létrehoztuk | fiókod ... felfüggesztettük | fiókját ... felfüggesztettük | "
      "fiókja zárolva | általános szerződési feltételek | szerződési feltételek | ászf | "
      "felhasználási feltételek | feltételeink változnak | feltételek módosítása | "
      "feltételek változása | módosulnak a | adatkezelési tájékoztató | adatvédelmi | "
      "sikertelen fizetés | sikertelen terhelés | fizetés sikertelen | fizetés ... sikertelen | "
      "sikertelen tranzakció | nem sikerült a fizetés | nem sikerült levonni | "
      "elutasított fizetés | fizetési emlékeztető | fizetési felszólítás | "
      "fizetési értesítő | fizetési határidő | lejárt számla | előfizetésed megújul | "
      "előfizetése megújul | előfizetésed ... megújul | előfizetésed ... lejár | "
      "előfizetése ... lejár | előfizetésed lejár | előfizetésed lemondtuk | "
      "előfizetésed ... lemond | előfizetés lemondása | előfizetés megújítása | "
      "előfizetésed megszűnt | automatikus megújítás | automatikus megújulás | próbaidőszak | "
      "ingyenes próbaidőszak | próbaidőszakod | tárhely megtelt | tárhelyed megtelt | "
      "tárhelyed ... megtelt | tárhelye megtelt | tárhely | számlakivonat | bankszámlakivonat | "
      "egyenlegértesítő | új számlád érkezett | számlaértesítő | ügyszám N | bejelentés N | "
      "hibajegy" },
    { KIND_ACCOUNT, S, 2,
      "fiókod | fiókja | fiókodat | fiókját | előfizetésed | előfizetése | előfizetés | "
      "regisztráció | regisztrációd | regisztrációja | szerződése | szerződésed" },
    { KIND_ACCOUNT, S, 1,
      "fiók | tagság | szerződés | megerősítés | megújítás | tagsága" },
    { KIND_ACCOUNT, S, 1.5f,
      "üdvözlünk | üdvözöljük | üdv a | isten hozott | köszöntünk | köszöntjük" },
    { KIND_ACCOUNT, S, 0.5f, "köszönjük | köszönöm" },
    { KIND_ACCOUNT, B, 2,
      "erősítsd meg az e mail címed | erősítse meg az e mail címét | "
      "e mail címed megerősítéséhez | e mail címe megerősítéséhez | "
      "e mail cím megerősítéséhez | megerősítéséhez kattints | megerősítéséhez kattintson | "
      "aktiváláshoz | fiókod aktiválásához | fiókja aktiválásához | "
      "regisztráció befejezéséhez | regisztráció véglegesítéséhez | "
      "köszönjük a regisztrációt | köszönjük hogy regisztrált | fiókod | fiókja | "
      "felhasználónév | felhasználóneved | ügyfélszám | ügyfélszáma | ügyfélazonosító | "
      "előfizetésed | előfizetése | automatikusan megújul | következő terhelés | "
      "fizetési határidő | befizetési határidő | frissítsd ... fizetési | új bejelentkezés | "
      "ha nem te voltál | ha nem ön volt | szerződési feltételek" },

    { KIND_APPOINTMENT, S, 3,
      "foglalás visszaigazolás | foglalás visszaigazolása | foglalásvisszaigazolás | "
      "foglalásod visszaigazolása | foglalásának visszaigazolása | foglalás N | "
      "foglalásod ... megerősítettük | foglalása ... megerősítve | foglalás megerősítése | "
      "foglalás megerősítve | foglalása | foglalás törlése | beszállókártya | "
      "beszállókártyád | online check in | online utasfelvétel | utasfelvétel | e jegy | jegyei | "
      "elektronikus jegy | jegyvásárlás | járata | járatmódosítás | időpontfoglalás | "
      "időpont foglalás | időpontja | időpont emlékeztető | emlékeztető ... időpont | "
      "időpontfoglalás visszaigazolása | időpont megerősítése | meghívó megbeszélésre | "
      "meghívó értekezletre | asztalfoglalás | emlékeztető ... időpontról | "
      "emlékeztető ... időpontodról | emlékeztető a" },
    { KIND_APPOINTMENT, S, 2,
      "foglalás | időpont | jegyek | utazásod | utazása | szállásfoglalás | találkozó | "
      "megbeszélés | foglalásod | időpontod | jegyed | jegyeid | járatod" },
    { KIND_APPOINTMENT, S, 1,
      "utazás | repülőjegy | szállás | vizsgálat | járat | jegy" },
    { KIND_APPOINTMENT, B, 2,
      "foglalási szám | foglalás száma | foglalási azonosító | foglalási kód | foglalásod | "
      "foglalása | időpontod | időpontja | érkezés napja | távozás napja | érkezés | távozás | "
      "bejelentkezés napja | indulás | utas | utasok | vendégek száma | éjszakák száma | "
      "fő részére | naptárhoz adás | hozzáadás a naptárhoz | naptárba | ülőhely | kocsi | "
      "vágány | helyszín | időpont lemondása" },

    { KIND_SOCIAL, S, 3,
      "hozzászólt | megjegyzést fűzött | kedveli | kedvelte | tetszik neki | reagált | "
      "megemlített | megemlített téged | megjelölt | megjelölt téged | bejelölt | követ téged | "
      "követni kezdett | elkezdett követni | mostantól követ | ismerősnek jelölt | "
      "ismerősnek jelölés | ismerőskérés | barátkérelem | új követő | új követőd | "
      "# értesítés | # értesítésed | # új értesítés | új értesítések | megosztott egy | "
      "megosztott | közzétett egy | válaszolt a | válaszolt neked | üzenetet küldött | "
      "# új üzenet | akiket ismerhetsz | megnézte a profilod | meghívott" },
    { KIND_SOCIAL, B, 1.5f,
      "bejegyzésed | bejegyzésedet | fotód | fényképed | profil megtekintése | "
      "hozzászólás megtekintése | bejegyzés megtekintése | ismerőskérés | "
      "értesítési beállítások" },

    { KIND_NEWSLETTER, S, 2,
      "hírlevél | heti | ezen a héten | e heti | heti hírek | hírek | hírlevele | a hét hírei | "
      "lapszám" },
    { KIND_NEWSLETTER, B, 1,
      "olvass tovább | olvasson tovább | tovább olvasom | bővebben | részletek itt | elolvasom | "
      "hírlevél | ezen a héten" },

    { KIND_PROMOTION, S, 2,
      "kedvezmény | kedvezményt | kedvezménnyel | kedvezmények | akció | akciók | akciós | "
      "leárazás | kiárusítás | kupon | kuponkód | kuponnal | kuponnapok | ingyenes szállítás | "
      "ingyenes kiszállítás | ingyen | ingyen szállítás | utolsó esély | utolsó nap | "
      "utolsó napok | utolsó órák | utolsó darabok | csak ma | már csak ma | csak # | ajándék | "
      "ajándékot | ajándékba | spórolj | takarítson meg | ajánlat | ajánlatok | ajánlatunk | "
      "ne hagyd ki | ne maradj le | ne hagyja ki | új kollekció | akár # % | # % ra | olcsóbban | "
      "féláron | csak neked | hűségpont | fedezd fel | nyereményjáték" },
    { KIND_PROMOTION, B, 1,
      "vásárolj most | vásárlás most | megveszem | megnézem az ajánlatot | megnézem | "
      "rendeld meg | rendelje meg | kedvezmény | kuponkód | kupon | az akció érvényes | "
      "akció időtartama | az ajánlat érvényes | a készlet erejéig | készlet erejéig | "
      "ingyenes szállítás | kosárba | fedezd fel" },

    { WORD_TALK, E, 1,
      "szia | sziasztok | üdv | üdvözlettel | tisztelettel | köszönöm | köszi | puszi | "
      "jó napot | szép napot | viszlát | szerintem | hogy vagy | kedves | ölel | majd beszélünk | "
      "várom a válaszod" },
    { WORD_COMMON, B, 0,
      "az | és | hogy | nem | egy | ez | is | van | meg | vagy | csak | már | ha | de | el | ki | "
      "még | amely | ezt | azt | lesz | után | kell | minden | volt | ön | önnek | itt | mint | fel" },
    { WORD_BULK, B, 2,
      "leiratkozás | leiratkozom | leiratkozáshoz | leiratkozhatsz | leiratkozhat | iratkozz le | "
      "iratkozzon le | hírlevélről való leiratkozás | nem szeretnél több | nem szeretne több | "
      "ha nem szeretne | ha nem szeretnél | feliratkozott | feliratkoztál" },
    { WORD_BULK, B, 1,
      "ezt az e mailt azért kapta | ezt az e mailt azért kaptad | ezt a levelet azért kaptad | "
      "ezt a levelet azért kapta | megtekintés böngészőben | megnyitás böngészőben | böngészőben | "
      "online változat | nem jelenik meg megfelelően | beállítások módosítása" },
    { WORD_URGENCY, E, 1,
      "sürgős | azonnal | utolsó esély | utolsó nap | utolsó napok | utolsó órák | "
      "utolsó darabok | csak ma | már csak ma | hamarosan lejár | ma lejár | lejár | siess | "
      "siessen | ne hagyd ki | ne maradj le | ne várj | utolsó figyelmeztetés | # órán belül | "
      "haladéktalanul | már csak # | éjfélig" },
    { WORD_DISCOUNT, E, 1,
      "kedvezmény | kedvezményt | kedvezménnyel | akció | akciós | leárazás | kupon | kuponkód | "
      "ingyen | ingyenes szállítás | ajándék | olcsóbban | féláron | spórolj" },
};

const struct words_block words_hu = { "hu", rows, G_N_ELEMENTS(rows) };

/* Czech; the clearest phrases are Slovak as well. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "potvrzení objednávky | potvrzení vaší objednávky | potvrzení o přijetí objednávky | "
      "objednávka N | objednávka č N | objednávka číslo N | objednávky N | objednávky č N | "
      "objednávce č N | objednávka ... přijata | objednávka ... potvrzena | "
      "objednávka ... zaplacena | objednávka ... stornována | objednávka ... zrušena | "
      "přijali jsme vaši objednávku | přijali jsme objednávku | děkujeme za objednávku | "
      "děkujeme za vaši objednávku | děkujeme za nákup | děkujeme za váš nákup | "
      "potvrzení platby | potvrzení o platbě | platba přijata | platba ... přijata | "
      "platba ... proběhla | přijali jsme vaši platbu | přijali jsme platbu | zaplaceno | "
      "vrácení peněz | vrácení platby | faktura č | faktura N | faktura k objednávce | "
      "faktura za | daňový doklad | doklad č | účtenka | elektronická účtenka | "
      "potvrdenie objednávky | ďakujeme za objednávku | ďakujeme za nákup" },
    { KIND_RECEIPT, S, 2,
      "vaše objednávka | vaší objednávky | vaši objednávku | tvoje objednávka | faktura | "
      "vaše faktura | doklad | vaša objednávka | reklamace" },
    { KIND_RECEIPT, S, 1,
      "objednávka | objednávky | objednávce | platba | platby | nákup | nákupu" },
    { KIND_RECEIPT, B, 2,
      "číslo objednávky | objednávka číslo | objednávka č | celková cena | celkem k úhradě | "
      "celkem s dph | celková částka | částka k úhradě | způsob platby | způsob úhrady | "
      "přehled objednávky | souhrn objednávky | rekapitulace objednávky | datum objednávky | "
      "děkujeme za vaši objednávku | děkujeme za nákup | přijali jsme vaši objednávku | "
      "přijali jsme vaši platbu | objednané zboží | číslo faktury | variabilní symbol | "
      "spôsob platby" },
    { KIND_RECEIPT, B, 1,
      "mezisoučet | dph | způsob dopravy | cena dopravy | doprava zdarma | dodací adresa | "
      "fakturační adresa | ks | množství | cena celkem | celkem" },

    { KIND_SHIPPING, S, 3,
      "byla odeslána | bylo odesláno | odesláno | odeslána | odeslali jsme | "
      "objednávka ... odeslána | objednávka ... na cestě | objednávka ... expedována | "
      "zásilka ... na cestě | zásilka ... odeslána | zásilka ... doručena | "
      "zásilka ... doručíme | balík ... na cestě | balík ... doručen | balíček ... na cestě | "
      "zásilka N | zásilka č | balík č | doručena | doručeno | byla doručena | dnes doručíme | "
      "dnes vám doručíme | zítra doručíme | doručení zásilky | připraveno k vyzvednutí | "
      "připravena k vyzvednutí | připraven k vyzvednutí | k vyzvednutí | můžete si vyzvednout | "
      "čeká na vyzvednutí | čeká na vás | sledování zásilky | předali jsme dopravci | "
      "předána dopravci | informace o zásilce | výdejní místo | výdejním místě | "
      "expedice objednávky | expedováno" },
    { KIND_SHIPPING, S, 2,
      "vaše zásilka | zásilka | zásilky | zásilku | balík | váš balík | váš balíček | "
      "balíček | na cestě | výdejní" },
    { KIND_SHIPPING, S, 1,
      "doručení | dopravce | kurýr | vyzvednutí | doprava" },
    { KIND_SHIPPING, B, 2,
      "číslo zásilky | číslo balíku | sledovat zásilku | sledování zásilky | "
      "sledujte zásilku | sledovací číslo | podací číslo | dopravce | kurýr | "
      "předpokládané doručení | předpokládaný termín | datum doručení | byla odeslána | "
      "byla předána | předali jsme | je na cestě | doručíme vám | k vyzvednutí | "
      "výdejní místo | výdejním místě | kód pro vyzvednutí | heslo pro vyzvednutí | "
      "heslo pro výdej" },

    { KIND_CODE, S, 3,
      "ověřovací kód | bezpečnostní kód | přihlašovací kód | potvrzovací kód | "
      "autorizační kód | aktivační kód | jednorázový kód | jednorázové heslo | "
      "dočasné heslo | kód pro přihlášení | kód pro ověření | kód k ověření | kód N | "
      "N je váš | N je tvůj | obnova hesla | obnovení hesla | reset hesla | resetování hesla | "
      "zapomenuté heslo | zapomněli jste heslo | nastavení nového hesla | nastavte si nové heslo | "
      "nové heslo | změňte si heslo | přihlašovací odkaz | odkaz pro přihlášení | "
      "dvoufázové ověření | ověření totožnosti | ověřte svou totožnost" },
    { KIND_CODE, S, 2,
      "váš kód | tvůj kód" },
    { KIND_CODE, S, 1,
      "kód | heslo | hesla | přihlášení | zabezpečení | ověření" },
    { KIND_CODE, B, 2,
      "ověřovací kód | bezpečnostní kód | přihlašovací kód | potvrzovací kód | váš kód | "
      "tvůj kód | zadejte ... kód | zadej ... kód | použijte ... kód | kód platí | "
      "platí # minut | platnost # minut | kód vyprší | vyprší za | nesdílejte | "
      "nikomu nesdělujte | nikomu neposílejte | pro obnovení hesla | obnovit heslo | "
      "nastavit nové heslo | pokud jste o ... nežádali | nežádali" },

    { KIND_ACCOUNT, S, 3,
      "nové přihlášení | přihlášení ... zařízení | nové zařízení | nového zařízení | "
      "bezpečnostní upozornění | bezpečnostní výstraha | podezřelá aktivita | "
      "neobvyklá aktivita | neobvyklé přihlášení | pokus o přihlášení | heslo ... změněno | "
      "heslo bylo změněno | změna hesla" },
    { KIND_ACCOUNT, S, 2.5f,
      "potvrďte svou | potvrďte svůj | potvrďte prosím | potvrď svůj | potvrzení registrace | "
      "potvrzení e mailu | potvrzení emailu | potvrzení e mailové adresy | ověřte svou e mailovou | "
      "ověřte svůj | ověřte svoji | ověření e mailu | ověření e mailové | aktivujte | "
      "aktivace účtu | dokončete registraci | děkujeme za registraci | účet ... vytvořen | "
      "účet byl vytvořen | účet ... zablokován | účet ... pozastaven | obchodní podmínky | "
      "podmínky použití | smluvní podmínky | změna ... podmínek | změny ... podmínek | "
      "úprava podmínek | zásady ochrany | ochrana osobních údajů | platba se nezdařila | "
      "platba ... nezdařila | platba byla zamítnuta | platba ... zamítnuta | neúspěšná platba | "
      "problém s platbou | upomínka | připomenutí platby | po splatnosti | splatnost | "
      "předplatné ... obnoví | předplatné ... obnoveno | předplatné ... končí | "
      "předplatné ... zrušeno | předplatné ... vyprší | obnovení předplatného | "
      "prodloužení předplatného | automatické obnovení | automaticky obnoví | zkušební doba | "
      "zkušební období | zkušební verze | výpis z účtu | výpis | vyúčtování | "
      "úložiště ... plné | úložiště je plné | nedostatek místa | tiket N | požadavek č | "
      "žádost č | platnost končí | končí platnost" },
    { KIND_ACCOUNT, S, 2,
      "váš účet | tvůj účet | vašeho účtu | vašem účtu | vaše registrace | registrace | "
      "vaše předplatné | předplatné | vaše smlouva | smlouva | vaše žádost | váš požadavek" },
    { KIND_ACCOUNT, S, 1,
      "účet | účtu | členství | potvrďte | potvrzení | smlouvy" },
    { KIND_ACCOUNT, S, 1.5f,
      "vítejte | vítejte v | vítejte na | vítáme vás | vítej | vitajte" },
    { KIND_ACCOUNT, S, 0.5f, "děkujeme | děkuji" },
    { KIND_ACCOUNT, B, 2,
      "potvrďte svou e mailovou | potvrďte svůj e mail | potvrdit svou e mailovou | potvrdit e mail | "
      "ověřte svou e mailovou | ověření e mailové adresy | aktivovat účet | pro aktivaci | "
      "dokončení registrace | dokončit registraci | děkujeme za registraci | váš účet | "
      "účet byl | uživatelské jméno | zákaznické číslo | číslo smlouvy | vaše předplatné | "
      "automaticky obnoví | automaticky prodlouží | datum splatnosti | splatnost | "
      "aktualizujte ... platební | nové přihlášení | pokud jste to nebyli vy | pokud to nejste vy | "
      "obchodní podmínky" },

    { KIND_APPOINTMENT, S, 3,
      "potvrzení rezervace | potvrzení vaší rezervace | rezervace potvrzena | "
      "rezervace ... potvrzena | rezervace N | rezervace č | rezervace ... zrušena | rezervace byla | "
      "palubní lístek | palubní vstupenka | palubní karta | odbavení online | online odbavení | "
      "check in | elektronická jízdenka | e vstupenka | e vstupenky | vaše vstupenky | "
      "vaše jízdenka | vaše letenka | jízdenka | vstupenky | letenka | připomínka ... termínu | "
      "připomenutí termínu | potvrzení termínu | termín ... potvrzen | objednání k lékaři | "
      "objednání na termín | pozvánka na schůzku | pozvánka na jednání | změna letu | "
      "změna spojení" },
    { KIND_APPOINTMENT, S, 2,
      "vaše rezervace | rezervace | vstupenka | vaše cesta | váš let | váš pobyt | termín | "
      "schůzka | návštěva" },
    { KIND_APPOINTMENT, S, 1,
      "cesta | pobyt | ubytování | jízdenky | vyšetření" },
    { KIND_APPOINTMENT, B, 2,
      "číslo rezervace | kód rezervace | rezervační kód | vaše rezervace | váš termín | "
      "termín návštěvy | datum příjezdu | datum odjezdu | příjezd | odjezd | odlet | přílet | "
      "cestující | počet osob | počet hostů | počet nocí | přidat do kalendáře | vůz | "
      "sedadlo | nástupiště" },

    { KIND_SOCIAL, S, 3,
      "okomentoval | okomentovala | komentoval | komentovala | se líbí vaše | se líbí váš | "
      "se líbí tvůj | se líbí tvoje | označil vás | označila vás | označil tě | "
      "zmínil se o vás | zmínila se o vás | zmínil tě | vás sleduje | tě sleduje | "
      "vás začal sledovat | vás začala sledovat | tě začal sledovat | žádost o přátelství | "
      "žádosti o přátelství | # upozornění | # oznámení | nová upozornění | "
      "nová oznámení | zveřejnil | zveřejnila | sdílel | sdílela | odpověděl na | "
      "odpověděla na | poslal vám zprávu | poslala vám zprávu | nový sledující | "
      "lidé které možná znáte | # nových zpráv | vás zve | pozval vás | pozvala vás" },
    { KIND_SOCIAL, B, 1.5f,
      "váš příspěvek | tvůj příspěvek | vaši fotku | tvou fotku | zobrazit profil | "
      "zobrazit komentář | zobrazit příspěvek | žádost o přátelství | nastavení oznámení" },

    { KIND_NEWSLETTER, S, 2,
      "newsletter | zpravodaj | tento týden | týdne | přehled | novinky | aktuality | vydání | "
      "souhrn týdne" },
    { KIND_NEWSLETTER, B, 1,
      "číst více | čtěte více | číst dál | celý článek | pokračovat ve čtení | "
      "v tomto čísle | newsletter | zpravodaj" },

    { KIND_PROMOTION, S, 2,
      "sleva | slevy | slevu | slev | slevový kód | slevový kupon | výprodej | výprodeje | akce | "
      "akční | akční nabídka | nabídka | nabídky | doprava zdarma | dopravu zdarma | zdarma | "
      "poslední šance | poslední kusy | poslední hodiny | poslední dny | pouze dnes | jen dnes | "
      "jen do | už jen dnes | levněji | ušetřete | ušetříte | dárek | dárek k nákupu | kupon | "
      "výhodně | nepropásněte | nová kolekce | až # % | až o # | zlevněno | super ceny | "
      "objevte | speciálně pro vás" },
    { KIND_PROMOTION, B, 1,
      "nakupte | nakupujte | koupit | nakoupit | objednejte | zobrazit nabídku | prohlédnout nabídku | "
      "slevový kód | sleva platí | akce platí | do vyprodání zásob | doprava zdarma | více zde | "
      "do košíku | sleva" },

    { WORD_TALK, E, 1,
      "ahoj | čau | díky | zdravím | s pozdravem | pěkný den | hezký den | děkuji | dobrý den | "
      "měj se | mějte se | dej vědět | dejte vědět | uvidíme se | ozvi se | myslím že | "
      "jak se máš | vážený pane | vážená paní" },
    { WORD_COMMON, B, 0,
      "je | se | na | že | ve | do | pro | jsme | jsou | si | ale | jako | po | od | za | vám | vás | "
      "nebo | tak | který | která | které | při | této | vaše | byl | jste | pokud | už | být" },
    { WORD_BULK, B, 2,
      "odhlásit se | odhlásit odběr | odhlášení | odhlaste se | odhlášení z odběru | zrušit odběr | "
      "odhlásit z odběru | nechcete li dostávat | nechcete dostávat | nepřejete si dostávat | "
      "nepřejete dostávat" },
    { WORD_BULK, B, 1,
      "tento e mail jste obdrželi | tento e mail byl odeslán | zobrazit v prohlížeči | "
      "zobrazit online | nezobrazuje správně | nastavení odběru | změnit nastavení" },
    { WORD_URGENCY, E, 1,
      "naléhavé | ihned | okamžitě | neprodleně | poslední šance | poslední kusy | "
      "poslední hodiny | poslední den | pouze dnes | jen dnes | už jen dnes | končí | končí dnes | "
      "vyprší | pospěšte si | neváhejte | nepropásněte | poslední upozornění | do # hodin | "
      "zbývá # | jen do půlnoci" },
    { WORD_DISCOUNT, E, 1,
      "sleva | slevy | slevu | slevou | slev | výprodej | akce | zdarma | kupon | levněji | "
      "ušetřete | výhodně | nabídka | dárek | zlevněno" },
    { KIND_OTHER, S, 3,
      "kontaktní formulář | nový tiket | nový požadavek | hlasová zpráva | zmeškaný hovor | "
      "bezpečnostní incident" },
};

const struct words_block words_cs = { "cs", rows, G_N_ELEMENTS(rows) };

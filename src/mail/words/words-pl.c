/* Polish. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "potwierdzenie zamówienia | potwierdzenie złożenia zamówienia | potwierdzenie zakupu | "
      "zamówienie N | zamówienie nr | zamówienie numer | nr zamówienia | zamówienia nr | "
      "zamówienia N | zamówienie ... przyjęte | zamówienie ... potwierdzone | "
      "zamówienie ... opłacone | zamówienie zostało | zamówienie ... złożone | "
      "zamówienie ... anulowane | otrzymaliśmy twoje zamówienie | przyjęliśmy twoje zamówienie | "
      "przyjęliśmy zamówienie | dziękujemy za zamówienie | dziękujemy za złożenie zamówienia | "
      "dziękujemy za zakup | dziękujemy za zakupy | dziękujemy za złożone zamówienie | "
      "potwierdzenie płatności | potwierdzenie wpłaty | potwierdzenie transakcji | "
      "płatność ... przyjęta | płatność ... zaksięgowana | płatność otrzymana | "
      "otrzymaliśmy płatność | otrzymaliśmy wpłatę | wpłata ... zaksięgowana | zapłacono | "
      "kupiłeś i zapłaciłeś | kupiłaś i zapłaciłaś | kupiłeś | kupiłaś | zwrot pieniędzy | "
      "zwrot środków | zwrot ... przyjęty | faktura N | faktura nr | faktura vat | "
      "faktura do zamówienia | e paragon | paragon" },
    { KIND_RECEIPT, S, 2,
      "twoje zamówienie | twojego zamówienia | zamówienie z | faktura | twoja faktura | twój zakup | "
      "rachunek za" },
    { KIND_RECEIPT, S, 1,
      "zamówienie | zamówienia | płatność | zakup | zakupy | zwrot | wpłata" },
    { KIND_RECEIPT, B, 2,
      "numer zamówienia | nr zamówienia | razem do zapłaty | do zapłaty | suma do zapłaty | "
      "kwota do zapłaty | kwota zamówienia | wartość zamówienia | łączna kwota | "
      "suma zamówienia | podsumowanie zamówienia | szczegóły zamówienia | data zamówienia | "
      "metoda płatności | forma płatności | sposób płatności | dziękujemy za zakupy | "
      "dziękujemy za zamówienie | dziękujemy za złożenie zamówienia | "
      "otrzymaliśmy twoje zamówienie | otrzymaliśmy płatność | zamówienie zostało przyjęte | "
      "zamówione produkty | numer faktury | numer transakcji" },
    { KIND_RECEIPT, B, 1,
      "koszt dostawy | koszt wysyłki | sposób dostawy | adres dostawy | w tym vat | ilość | szt | "
      "cena | razem | suma" },

    { KIND_SHIPPING, S, 3,
      "wysłane | wysłana | zostało wysłane | została wysłana | zamówienie ... wysłane | "
      "zamówienie ... w drodze | paczka ... w drodze | paczka ... wysłana | paczka ... nadana | "
      "paczka ... doręczona | paczka ... czeka | paczka czeka | paczka N | przesyłka N | "
      "przesyłka ... w drodze | przesyłka ... doręczona | przesyłka ... nadana | "
      "przesyłka została | doręczona | dostarczona | dostarczono | gotowa do odbioru | "
      "gotowe do odbioru | czeka na odbiór | do odbioru w | odbierz paczkę | kod odbioru | "
      "kurier ... doręczy | doręczymy dzisiaj | doręczymy dziś | dzisiaj doręczymy | "
      "wydana do doręczenia | wydano do doręczenia | potwierdzenie wysyłki | potwierdzenie nadania | "
      "informacja o przesyłce | śledzenie przesyłki | śledź przesyłkę | numer przesyłki | "
      "przekazaliśmy kurierowi | jest już w drodze" },
    { KIND_SHIPPING, S, 2,
      "twoja paczka | paczka | twoja przesyłka | przesyłka | w drodze | wysyłka | paczkomat | "
      "paczkomacie | nadana" },
    { KIND_SHIPPING, S, 1,
      "dostawa | kurier | paczki | przesyłki | doręczenie | odbiór" },
    { KIND_SHIPPING, B, 2,
      "numer przesyłki | nr przesyłki | numer listu przewozowego | list przewozowy | numer paczki | "
      "śledź | śledź przesyłkę | śledź paczkę | śledzenie | kurier | przewidywana dostawa | "
      "planowany termin dostawy | przewidywany termin | została nadana | została wysłana | "
      "zostało wysłane | przekazana kurierowi | przekazaliśmy | do doręczenia | kod odbioru | "
      "punkt odbioru | punkcie odbioru | w paczkomacie | paczka czeka" },

    { KIND_CODE, S, 3,
      "kod weryfikacyjny | kod bezpieczeństwa | kod logowania | kod autoryzacyjny | "
      "kod potwierdzający | kod aktywacyjny | kod dostępu | kod jednorazowy | jednorazowy kod | "
      "hasło jednorazowe | jednorazowe hasło | hasło tymczasowe | kod sms | kod do logowania | "
      "kod potwierdzenia | kod N | N to twój | N to kod | reset hasła | resetowanie hasła | "
      "resetuj hasło | zresetuj hasło | przypomnienie hasła | odzyskiwanie hasła | "
      "zapomniałeś hasła | zapomniane hasło | ustaw nowe hasło | ustawienie nowego hasła | "
      "nowe hasło | zmień hasło | link do logowania | weryfikacja dwuetapowa | "
      "potwierdź swoją tożsamość | potwierdź logowanie" },
    { KIND_CODE, S, 2,
      "twój kod" },
    { KIND_CODE, S, 1,
      "kod | hasło | logowanie | logowania | bezpieczeństwo | hasła" },
    { KIND_CODE, B, 2,
      "kod weryfikacyjny | kod bezpieczeństwa | kod logowania | kod potwierdzający | jednorazowy kod | "
      "twój kod | wpisz ... kod | wprowadź ... kod | podaj ... kod | użyj ... kodu | kod jest ważny | "
      "ważny przez # minut | wygaśnie za | wygasa za | nie udostępniaj | nie podawaj | nikomu | "
      "aby zresetować hasło | aby ustawić nowe hasło | ustawić nowe hasło | "
      "jeśli to nie ty prosiłeś | nie prosiłeś" },

    { KIND_ACCOUNT, S, 3,
      "nowe logowanie | logowanie z nowego | nowe urządzenie | nowego urządzenia | "
      "alert bezpieczeństwa | alert zabezpieczeń | ostrzeżenie o bezpieczeństwie | "
      "podejrzana aktywność | nietypowa aktywność | próba logowania | hasło ... zmienione | "
      "hasło zostało zmienione | zmiana hasła | zmieniono hasło" },
    { KIND_ACCOUNT, S, 2.5f,
      "potwierdź swój | potwierdź adres | potwierdź rejestrację | potwierdź konto | "
      "potwierdź zapis | potwierdź subskrypcję | potwierdzenie rejestracji | potwierdzenie adresu | "
      "potwierdź | zweryfikuj | zweryfikuj swój | weryfikacja adresu | weryfikacja konta | aktywuj | "
      "aktywacja konta | dokończ rejestrację | dziękujemy za rejestrację | konto ... utworzone | "
      "założyłeś konto | założenie konta | konto ... zablokowane | konto ... zawieszone | "
      "regulamin | zmiana regulaminu | zmiany w regulaminie | aktualizacja regulaminu | "
      "polityka prywatności | warunki korzystania | płatność nie powiodła | "
      "płatność ... nie powiodła | płatność odrzucona | płatność ... odrzucona | "
      "nieudana płatność | problem z płatnością | przypomnienie o płatności | "
      "termin płatności | zaległa płatność | wezwanie do zapłaty | subskrypcja ... odnowi | "
      "subskrypcja ... odnowiona | subskrypcja ... wygasa | subskrypcja ... wygasła | "
      "subskrypcja ... anulowana | subskrypcji ... anulowanie | odnowienie subskrypcji | "
      "automatyczne odnowienie | odnowi się | okres próbny | bezpłatny okres próbny | wyciąg | "
      "wyciąg z rachunku | zestawienie operacji | e faktura | faktura za usługi | nowa faktura | "
      "miejsce na dysku | brak miejsca | pamięć ... pełna | zgłoszenie N | zgłoszenie nr | "
      "sprawa nr | wygaśnięcie" },
    { KIND_ACCOUNT, S, 2,
      "twoje konto | twojego konta | twoim koncie | rejestracja | twoja subskrypcja | "
      "twojej subskrypcji | twój abonament | twoja umowa | twoje zgłoszenie | subskrypcja | umowa" },
    { KIND_ACCOUNT, S, 1,
      "konto | konta | abonament | członkostwo | odnowienie | rejestracji" },
    { KIND_ACCOUNT, S, 1.5f,
      "witamy | witaj | witamy w | witaj w | witamy na pokładzie" },
    { KIND_ACCOUNT, S, 0.5f, "dziękujemy | dziękuję" },
    { KIND_ACCOUNT, B, 2,
      "potwierdź swój adres | potwierdzić swój adres | potwierdzić adres | potwierdź adres e mail | "
      "aby aktywować | aktywować konto | aktywuj konto | aby potwierdzić | dokończyć rejestrację | "
      "dziękujemy za rejestrację | konto zostało | twoje konto | nazwa użytkownika | numer klienta | "
      "numer umowy | twoja subskrypcja | odnowi się automatycznie | odnowiona automatycznie | "
      "przedłuży się automatycznie | termin płatności | zaktualizuj ... płatności | "
      "nowe logowanie | jeśli to nie ty | jeśli to nie byłeś ty | nie rozpoznajesz | regulamin" },

    { KIND_APPOINTMENT, S, 3,
      "potwierdzenie rezerwacji | rezerwacja potwierdzona | rezerwacja ... potwierdzona | rezerwacja N | "
      "rezerwacja nr | rezerwacja ... anulowana | karta pokładowa | karty pokładowe | odprawa online | "
      "odpraw się | bilet elektroniczny | e bilet | przypomnienie o wizycie | potwierdzenie wizyty | "
      "wizyta ... umówiona | wizyta ... potwierdzona | umówiona wizyta | odwołana wizyta | "
      "zaproszenie na spotkanie | spotkanie ... zaplanowane | przypomnienie o spotkaniu | "
      "zmiana rozkładu | potwierdzenie terminu | przypomnienie ... wizyta | przypomnienie ... wizycie | "
      "wizyta u | wizyty u" },
    { KIND_APPOINTMENT, S, 2,
      "twoja rezerwacja | twojej rezerwacji | wizyta | wizycie | bilet | bilety | twoja podróż | "
      "twój pobyt | spotkanie | zameldowanie | twój bilet | twoje bilety | twój lot | rezerwacja" },
    { KIND_APPOINTMENT, S, 1,
      "podróż | pobyt | nocleg | rezerwacji | przejazd" },
    { KIND_APPOINTMENT, B, 2,
      "numer rezerwacji | kod rezerwacji | twoja rezerwacja | twoja wizyta | termin wizyty | "
      "data wizyty | godzina wizyty | data przyjazdu | data wyjazdu | przyjazd | wyjazd | odjazd | "
      "wylot | przylot | pasażer | pasażerowie | liczba osób | liczba gości | liczba nocy | "
      "zameldowanie | wymeldowanie | dodaj do kalendarza | wagon | miejsce siedzące | "
      "przełożyć wizytę | odwołać wizytę" },

    { KIND_SOCIAL, S, 3,
      "skomentował | skomentowała | skomentowali | lubi twój | lubi twoje | lubi twoją | polubił | "
      "polubiła | polubił twój | zareagował | zareagowała | zaproszenie do znajomych | "
      "zaproszenie do grona znajomych | zaprosił cię | zaprosiła cię | wspomniał o tobie | "
      "wspomniała o tobie | oznaczył cię | oznaczyła cię | obserwuje cię | "
      "zaczął cię obserwować | zaczęła cię obserwować | nowy obserwujący | # powiadomień | "
      "# powiadomienia | nowe powiadomienia | opublikował | opublikowała | udostępnił | "
      "udostępniła | odpowiedział na | odpowiedziała na | wysłał ci wiadomość | "
      "wysłała ci wiadomość | osoby które możesz znać | wyświetlił twój profil | "
      "# nowych wiadomości" },
    { KIND_SOCIAL, B, 1.5f,
      "twój post | twoje zdjęcie | zobacz profil | zobacz komentarz | zobacz post | "
      "zobacz powiadomienia | zaproszenie do znajomych | skomentował | skomentowała" },

    { KIND_NEWSLETTER, S, 2,
      "biuletyn | newsletter | w tym tygodniu | tygodnia | przegląd | przegląd tygodnia | "
      "aktualności | wydanie | najważniejsze wiadomości" },
    { KIND_NEWSLETTER, B, 1,
      "czytaj więcej | czytaj dalej | przeczytaj | więcej informacji w | w tym numerze | newsletter | "
      "biuletyn" },

    { KIND_PROMOTION, S, 2,
      "rabat | rabaty | rabatu | zniżka | zniżki | zniżkę | promocja | promocje | promocji | "
      "wyprzedaż | wyprzedaży | darmowa dostawa | darmowa wysyłka | ostatnia szansa | tylko dziś | "
      "tylko dzisiaj | tylko do | ostatnie godziny | ostatnie dni | ostatnie sztuki | nowości | "
      "nowa kolekcja | oferta | oferty | okazja | okazje | taniej | gratis | kod rabatowy | kupon | "
      "prezent | nie przegap | skorzystaj | sprawdź | oszczędź | do # taniej | do # % | obniżki | "
      "przecena | przeceny | odbierz # | specjalnie dla ciebie" },
    { KIND_PROMOTION, B, 1,
      "kup teraz | kup taniej | zobacz ofertę | sprawdź ofertę | skorzystaj | kod rabatowy | rabat | "
      "promocja trwa | promocja obowiązuje | darmowa dostawa | do wyczerpania zapasów | "
      "regulamin promocji | oferta ważna | dodaj do koszyka | odkryj" },

    { WORD_TALK, E, 1,
      "cześć | pozdrawiam | dzięki | hej | pozdrowienia | serdecznie pozdrawiam | z poważaniem | "
      "dzień dobry | do zobaczenia | daj znać | dziękuję | co u ciebie | myślę że | buziaki | "
      "do jutra | szanowna pani | szanowny panie" },
    { WORD_COMMON, B, 0,
      "nie | jest | w | z | na | się | i | do | że | to | dla | od | po | za | o | jak | ale | przez | "
      "lub | oraz | są | co | już | tym | tego | tej | ze | czy | przy | twoje" },
    { WORD_BULK, B, 2,
      "wypisz się | wypisz | wypisać się | zrezygnuj z subskrypcji | rezygnacja z subskrypcji | "
      "anuluj subskrypcję | zrezygnować z otrzymywania | zrezygnować z newslettera | "
      "nie chcesz otrzymywać | jeśli nie chcesz otrzymywać" },
    { WORD_BULK, B, 1,
      "otrzymujesz tę wiadomość | otrzymałeś tę wiadomość | ta wiadomość została wysłana | "
      "zobacz w przeglądarce | otwórz w przeglądarce | wyświetl w przeglądarce | "
      "zobacz wersję online | nie wyświetla się poprawnie | zmień preferencje | ustawienia subskrypcji" },
    { WORD_URGENCY, E, 1,
      "pilne | natychmiast | ostatnia szansa | tylko dziś | tylko dzisiaj | ostatnie godziny | "
      "ostatnie dni | ostatni dzień | ostatnie sztuki | kończy się | wygasa | wygaśnie | "
      "pospiesz się | nie czekaj | nie przegap | ostatnie ostrzeżenie | w ciągu # godzin | "
      "jeszcze tylko | zostało # | niezwłocznie | wymagane działanie" },
    { WORD_DISCOUNT, E, 1,
      "rabat | rabaty | rabatu | zniżka | zniżki | zniżkę | promocja | promocje | promocji | "
      "wyprzedaż | taniej | gratis | kupon | okazja | obniżka | przecena | oferta | za darmo" },
    { KIND_OTHER, S, 3,
      "formularz kontaktowy | nowe zgłoszenie | poczta głosowa | wiadomość głosowa | "
      "nieodebrane połączenie | zgłoszenie nadużycia" },
};

const struct words_block words_pl = { "pl", rows, G_N_ELEMENTS(rows) };

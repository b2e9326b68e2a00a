/* Finds days in text by their usual forms. Weekdays and "tomorrow" are left out: they matter for a day or
 * two. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/days.h"
#include "base/when.h"
#include "mail/dates.h"
#include "mail/words.h"

#define MOST_WORDS 250
#define HORIZON 366 /* days */
#define PASSED 60   /* days */

/* One word of the text, as far as it may belong to a date. */
struct piece {
    int number; /* of digits, "12th" and "1er" without their ends; 0: none */
    const char *name; /* may be a month's; or NULL */
    char unit;  /* 'y', 'm' or 'd' behind a number, in Chinese, Japanese and Korean; 0: none */
    bool joint; /* "de", "of": does not part a date */
};

struct scan {
    struct piece pieces[MOST_WORDS];
    unsigned n;
    int64_t since;
    const struct wording *text;
    struct days found;
};

/* The names of a month in the languages of mail, folded, as they stand beside a day. Three letters stand for
 * themselves only. */
static const char *const months[12] = {
    "january jan januar janvier enero gennaio janeiro januari stycznia ledna ocak "
    "января січня ιανουαριου ιανουαριος",
    "february feb februar fevrier febrero febbraio fevereiro februari lutego unora subat "
    "февраля лютого φεβρουαριου φεβρουαριος",
    "march mar marz mars marzo marco maart mrz marca brezna marcius mart "
    "марта березня μαρτιου μαρτιος",
    "april apr avril abril aprile kwietnia dubna aprilis nisan апреля квітня απριλιου απριλιος",
    "may mai mayo maggio maio mei maj maja kvetna majus mayis мая травня μαιου μαιος",
    "june jun juni juin junio giugno junho czerwca cervna junius haziran июня червня ιουνιου ιουνιος",
    "july jul juli juillet julio luglio julho lipca cervence julius temmuz июля липня ιουλιου ιουλιος",
    "august aug aout agosto augustus augusti sierpnia srpna augusztus agustos "
    "августа серпня αυγουστου αυγουστος",
    "september sep sept septembre septiembre settembre setembro wrzesnia zari szeptember eylul "
    "сентября вересня σεπτεμβριου σεπτεμβριος",
    "october oct oktober okt octobre octubre ottobre outubro pazdziernika rijna ekim "
    "октября жовтня οκτωβριου οκτωβριος",
    "november nov novembre noviembre novembro listopada listopadu kasim "
    "ноября листопада νοεμβριου νοεμβριος",
    "december dec dezember dez decembre diciembre dicembre dezembro grudnia prosince aralik "
    "декабря грудня δεκεμβριου δεκεμβριος",
};

/* By their first letters, the months that may be meant: most words are not worth a look. */
#define MONTH(m) (1u << (m))
#define ANY_MONTH 0xfffu
static const uint16_t begun_by['z' + 1] = {
    ['a'] = MONTH(3) | MONTH(7) | MONTH(11),
    ['b'] = MONTH(2),
    ['c'] = MONTH(5) | MONTH(6),
    ['d'] = MONTH(3) | MONTH(11),
    ['e'] = MONTH(0) | MONTH(8) | MONTH(9),
    ['f'] = MONTH(1),
    ['g'] = MONTH(0) | MONTH(5) | MONTH(11),
    ['h'] = MONTH(5),
    ['j'] = MONTH(0) | MONTH(5) | MONTH(6),
    ['k'] = MONTH(3) | MONTH(4) | MONTH(10),
    ['l'] = MONTH(0) | MONTH(1) | MONTH(6) | MONTH(10),
    ['m'] = MONTH(2) | MONTH(4),
    ['n'] = MONTH(3) | MONTH(10),
    ['o'] = MONTH(0) | MONTH(9),
    ['p'] = MONTH(9) | MONTH(11),
    ['r'] = MONTH(9),
    ['s'] = MONTH(0) | MONTH(1) | MONTH(7) | MONTH(8),
    ['t'] = MONTH(6),
    ['u'] = MONTH(1),
    ['w'] = MONTH(8),
    ['z'] = MONTH(8),
};

static int month_of(const char *word)
{
    guchar first = (guchar)*word;
    unsigned may = first >= 0x80 ? ANY_MONTH : first >= 'a' && first <= 'z' ? begun_by[first] : 0;
    if (!may)
        return 0;
    size_t len = strlen(word);
    for (int m = 0; len >= 3 && m < 12; m++)
        for (const char *names = months[m], *p = names; (may & MONTH(m)) && (p = strstr(p, word)); p += len)
            if ((p == names || p[-1] == ' ') && (p[len] == ' ' || !p[len]))
                return m + 1;
    return 0;
}

bool dates_has_month(const char *word)
{
    return month_of(word) != 0;
}

static int days_in(int month, int year)
{
    return g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
}

/* Noon of a day that exists, else 0. */
static int64_t noon_of(int year, int month, int day)
{
    if (year < 1990 || year > 2200 || month < 1 || month > 12 || day < 1 || day > days_in(month, year))
        return 0;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return ((int64_t)g_date_get_julian(&date) - 719163) * DAY + DAY / 2; /* 1970-01-01 is day 719163 */
}

/* YEAR 0: the next such day, unless it has just passed. */
static void take(struct scan *scan, int year, int month, int day)
{
    int64_t today = when_day(scan->since), first = today - DAY / 2, when = noon_of(year, month, day);
    struct days *found = &scan->found;
    if (!year) {
        GDateTime *now = g_date_time_new_from_unix_utc(today);
        int this = now ? g_date_time_get_year(now) : 0;
        g_clear_pointer(&now, g_date_time_unref);
        when = noon_of(this, month, day);
        if (when < first && noon_of(this + 1, month, day) <= first + 330 * DAY)
            when = noon_of(this + 1, month, day);
        else if (when > first + 330 * DAY) /* of last month rather than of next year */
            when = noon_of(this - 1, month, day);
    }
    if (when < first && when >= first - PASSED * DAY)
        found->passed = MAX(found->passed, when);
    if (when < first || when > first + (int64_t)HORIZON * DAY)
        return;
    found->last = MAX(found->last, when);
    if (!found->next || found->next == today || (when != today && when < found->next))
        found->next = when;
}

/* 13:00 to 23:59: who counts the hours so writes the day first. */
static bool has_late_hour(const struct wording *text)
{
    for (guint i = 1; i < text->tokens->len; i++) {
        const struct token *minutes = &g_array_index(text->tokens, struct token, i), *hour = minutes - 1;
        const char *word = text->spelt->str + hour->at;
        bool clock = hour->classes & minutes->classes & TOKEN_NUMBER && minutes->classes & TOKEN_APART;
        if (clock && strlen(word) == 2 && strcmp(word, "12") > 0 && strcmp(word, "24") < 0 &&
            strlen(text->spelt->str + minutes->at) == 2)
            return true;
    }
    return false;
}

/* Whether TEXT is in a language that writes the day first: it has words of every text of one that does, and
 * that no English text has ("per night in Los Angeles"), or hours as they have them. */
static bool is_day_first(const struct wording *text)
{
    static const char *const common[] = {"vous", "votre", "vos", "nous", "pour", "les", "et",    "und",
                                         "der",  "das",   "mit", "su",   "sus",  "para", "una",  "por",
                                         "il",   "di",    "della", "nel",  "het",  "een",  "voor", "en"};
    unsigned found = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
        found += wording_has(text, common[i]);
    return found > 1 || has_late_hour(text);
}

/* 24/12/2026 and 12/24/2026; what could be either is neither, unless a word such as "le" stands BEFORE it, or
 * the text is of a language that has one way: who writes English may write the month first. */
static void take_slashes(struct scan *scan, const char *word, const char *before)
{
    static const char *const romance[] = {"le",  "au",  "du",  "el",    "al",    "del", "il",
                                          "dal", "dia", "ate", "entro", "hasta", "em",  "ao"};
    int a = 0, b = 0, year = 0, n = 0;
    bool day_first = false;
    if (sscanf(word, "%2d/%2d/%4d%n", &a, &b, &year, &n) != 3 || !n || word[n])
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(romance); i++)
        day_first |= !strcmp(before, romance[i]);
    year = year < 100 ? 2000 + year : year;
    if (day_first || a > 12 || a == b)
        take(scan, year, b, a);
    else if (b > 12)
        take(scan, year, a, b);
    else if (is_day_first(scan->text))
        take(scan, year, b, a);
}

/* Whether what stands BEFORE a number, and BEFORE2, make a day of it: bis 24.12., am Mo. 24.12. */
static bool is_led(const char *before, const char *before2)
{
    static const char words[] = " bis am zum vom den dem der tot op ";
    static const char weekdays[] = " mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag "
                                   "samstag sonntag ma wo vr za zo ";
    g_autofree char *one = g_strdup_printf(" %s ", before), *other = g_strdup_printf(" %s ", before2);
    return strstr(words, one) || (strstr(weekdays, one) && strstr(words, other));
}

/* 2026-12-24, 24.12.2026; 24.12. where that is LED. */
static bool take_digits(struct scan *scan, const char *word, bool led)
{
    int a = 0, b = 0, c = 0, n = 0;
    if (sscanf(word, "%4d-%2d-%2d%n", &a, &b, &c, &n) == 3 && n >= 8) {
        take(scan, a, b, c);
        return true;
    }
    n = 0;
    if (sscanf(word, "%2d.%2d.%4d%n", &a, &b, &c, &n) == 3 && n && !word[n]) {
        take(scan, c < 100 ? 2000 + c : c, b, a);
        return true;
    }
    n = 0;
    if (led && sscanf(word, "%2d.%2d%n", &a, &b, &n) == 2 && n && !word[n]) {
        take(scan, 0, b, a);
        return true;
    }
    return false;
}

static char unit_of(const char *word)
{
    static const struct {
        const char *word;
        char unit;
    } units[] = {{"年", 'y'}, {"月", 'm'}, {"日", 'd'}, {"년", 'y'}, {"월", 'm'}, {"일", 'd'}};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (!strcmp(word, units[i].word))
            return units[i].unit;
    return 0;
}

static void add_word(struct scan *scan, const char *word, unsigned classes, const char *before,
                     const char *before2)
{
    struct piece piece = {0};
    size_t digits = strspn(word, "0123456789");
    if (classes & TOKEN_NUMBER) {
        static const char *const ends[] = {"", "st", "nd", "rd", "th", "er"};
        for (size_t i = 0; digits && digits <= 4 && i < G_N_ELEMENTS(ends); i++)
            if (!strcmp(word + digits, ends[i]))
                piece.number = (int)g_ascii_strtoll(word, NULL, 10);
        int month = digits && digits <= 2 ? month_of(word + digits) : 0; /* 15NOV */
        if (month)
            take(scan, 0, month, (int)g_ascii_strtoll(word, NULL, 10));
        else if (!piece.number && strchr(word, '/'))
            take_slashes(scan, word, before);
        else if (!piece.number && strpbrk(word, ".-"))
            take_digits(scan, word, !(classes & TOKEN_MONEY) && is_led(before, before2));
    } else {
        piece.name = word;
        piece.unit = classes & TOKEN_GLYPH ? unit_of(word) : 0;
        piece.joint = !strcmp(word, "de") || !strcmp(word, "of") || !strcmp(word, "del");
    }
    if (!piece.joint && scan->n < MOST_WORDS)
        scan->pieces[scan->n++] = piece;
}

static bool is_day(const struct piece *piece)
{
    return piece->number >= 1 && piece->number <= 31;
}

static int year_at(const struct scan *scan, unsigned at)
{
    return at < scan->n && scan->pieces[at].number >= 1990 ? scan->pieces[at].number : 0;
}

/* The number before the unit UNIT at AT, or 0. */
static int number_of(const struct scan *scan, unsigned at, char unit)
{
    return at > 0 && at < scan->n && scan->pieces[at].unit == unit ? scan->pieces[at - 1].number : 0;
}

/* 2026年12月24日, 12월 24일 */
static void take_units(struct scan *scan, unsigned at)
{
    int month = number_of(scan, at, 'm'), day = number_of(scan, at + 2, 'd');
    int year = at >= 3 ? number_of(scan, at - 2, 'y') : 0;
    if (month && day)
        take(scan, year >= 1990 ? year : 0, month, day);
}

struct days dates_ahead(const struct wording *text, int64_t since)
{
    struct scan scan = {.since = since, .text = text};
    const char *before = "", *before2 = "";
    for (guint i = 0; i < MIN(text->tokens->len, MOST_WORDS); i++) {
        const struct token *token = &g_array_index(text->tokens, struct token, i);
        const char *word = text->spelt->str + token->at;
        add_word(&scan, word, token->classes, before, before2);
        before2 = before;
        before = word;
    }
    for (unsigned i = 0; i < scan.n; i++) {
        const struct piece *piece = &scan.pieces[i];
        bool behind = i && is_day(piece - 1), before = i + 1 < scan.n && is_day(piece + 1);
        int month = piece->name && (behind || before) ? month_of(piece->name) : 0;
        take_units(&scan, i);
        if (month && behind)
            take(&scan, year_at(&scan, i + 1), month, piece[-1].number);
        else if (month)
            take(&scan, year_at(&scan, i + 2), month, piece[1].number);
    }
    return scan.found;
}

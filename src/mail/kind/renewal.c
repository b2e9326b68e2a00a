/* How long what is paid for again and again lasts, as receipts and account notices say it. */
#include <string.h>

#include "base/days.h"
#include "base/when.h"
#include "mail/things.h"
#include "mail/words.h"

#define MOST_WORDS 300
#define NEAR 12 /* words between what is renewed and the period */

/* As tokens_split() spells them; a word begins with one of these. */
static const char *const renewed[] = {
    "subscri", "renew",   "membership", "abonn",   "mitglied", "verlanger",  "reabonn",  "renouvel",
    "adhesion", "suscri",  "renov",   "afilia",     "abbonam", "rinnov",   "lidmaat",    "verleng",
    "assinatura", "prenumer", "subskry", "odnow",   "jahresabo", "monatsabo",
    "jaarabonn", "maandabonn", "arsabonn", "manadsabonn",
};

/* Words between blanks; those behind "/" only where "per", "pro", "par" and the like stand before them. */
static const struct {
    const char *words;
    int days, months;
} periods[] = {
    {" yearly annual annually jahrlich jahrliche jahrliches jahresabo jahresabonnement jahresmitgliedschaft "
     "annuel annuelle annuellement anual anualmente annuale annualmente jaarlijks arsvis rocznie "
     "/ year yr jahr an ano anno jaar ar rok ",
     0, 12},
    {" monthly monatlich monatliche monatsabo mensuel mensuelle mensuellement mensual mensualmente mensile "
     "mensilmente mensal maandelijks manadsvis miesiecznie "
     "/ month mo monat mois mes mese maand manad miesiac ",
     0, 1},
    {" quarterly vierteljahrlich quartalsweise trimestriel trimestrielle trimestral trimestrale "
     "/ quarter quartal trimestre kwartaal ",
     0, 3},
    {" weekly wochentlich hebdomadaire semanal settimanale wekelijks "
     "/ week woche semaine semana settimana ",
     7, 0},
};

static const char *const each[] = {
    "per",  "pro",    "par",  "por",   "al",   "a",    "every", "each", "je", "jede",
    "jeden", "jedes", "alle", "chaque", "cada", "ogni", "elke",  "na",   "och", "im",
};

static bool is_each(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(each); i++)
        if (!strcmp(word, each[i]))
            return true;
    return false;
}

static bool is_renewed(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(renewed); i++)
        if (*word == *renewed[i] && g_str_has_prefix(word, renewed[i]))
            return true;
    return !strcmp(word, "abo");
}

bool things_are_renewed(const struct wording *wording)
{
    for (guint i = 0; i < MIN(wording->tokens->len, MOST_WORDS); i++)
        if (is_renewed(wording_word(wording, i)))
            return true;
    return false;
}

/* Which of the periods WORD names, behind one of EACH or not; or -1. */
static int period_of(const char *word, bool behind_each)
{
    g_autofree char *padded = g_strdup_printf(" %s ", word);
    for (size_t i = 0; i < G_N_ELEMENTS(periods); i++) {
        const char *found = strstr(periods[i].words, padded), *slash = strchr(periods[i].words, '/');
        if (found && (found < slash || behind_each))
            return (int)i;
    }
    return -1;
}

/* The first period that stands near what is renewed, or -1. */
static int find_period(const struct wording *wording)
{
    int period = -1;
    guint at = 0, renews = 0;
    bool any = false, behind_each = false;
    for (guint i = 0; i < MIN(wording->tokens->len, MOST_WORDS); i++) {
        const char *word = wording_word(wording, i);
        int here = period < 0 || i - at > NEAR ? period_of(word, behind_each) : -1;
        behind_each = is_each(word);
        if (here >= 0) {
            period = here;
            at = i;
        }
        if (is_renewed(word)) {
            renews = i;
            any = true;
        }
        if (any && period >= 0 && MAX(at, renews) - MIN(at, renews) <= NEAR)
            return period;
    }
    return -1;
}

int64_t things_day(const struct message *message, enum kind kind, int64_t ahead)
{
    int64_t since = message->received ? message->received : message->date;
    if (ahead || since <= 0 || (kind != KIND_RECEIPT && kind != KIND_ACCOUNT))
        return ahead;
    int period = find_period(message->in_subject);
    period = period >= 0 ? period : find_period(message->in_text);
    if (period < 0)
        return 0;
    int months = periods[period].months, days = periods[period].days;
    g_autoptr(GDateTime) noon = g_date_time_new_from_unix_utc(when_day(since));
    g_autoptr(GDateTime) then = noon ? g_date_time_add_full(noon, 0, months, days, 0, 0, 0) : NULL;
    return then ? g_date_time_to_unix(then) : 0;
}

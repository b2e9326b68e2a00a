/* What asks to buy again what was bought before, without its name: "Running low?", "Nachschub", "refaites le
 * plein". */
#include <string.h>

#include "mail/words.h"
#include "things-private.h"

#define LOOKED_AT 24 /* words */

/* As tokens_split() spells them, between blanks. */
static const char *const phrases[] = {
    " refill ", " refills ", " restock ", " restocking ", " reorder ", " reordering ", " re order ",
    " replenish ", " top up ", " running low ", " run low ", " running out ", " runs out ", " run out ",
    " running short ", " nearly gone ", " almost gone ",
    " nearly finished ", " used up ", " empty ", " next order ", " buy again ", " order again ",
    " nachbestellen ", " nachbestellung ", " nachschub ", " nachfullen ", " auffullen ",
    " aufzufullen ", " nachzubestellen ", " geht zur neige ", " zur neige ", " wird knapp ",
    " werden knapp ", " aufgebraucht ", " leer ", " vorrat ", " vorrate ",
    " geht aus ", " gehen aus ", " schon alle ", " wieder bestellen ", " fast alle ", " a court ",
    " refaites le plein ", " faites le plein ", " faire le plein ", " recommander ", " recommandez ",
    " renouveler ", " renouvelez ", " reapprovisionner ", " reapprovisionnez ", " touche a sa fin ",
    " vide ", " regarnir ", " regarnissez ", " rupture ", " reassort ",
    " epuise ", " reponer ", " repon ", " se acaba ", " se agota ", " rifornisci ", " scorta ",
    " scorte ", " riordina ", " bijbestellen ", " voorraad ", " bijna op ", " uzupelnij ", " zapas ",
    " zapasy ", " konczy sie ",
};

bool things_run_out(const struct wording *wording)
{
    g_autoptr(GString) text = g_string_new(" ");
    for (guint i = 0; i < MIN(wording->tokens->len, LOOKED_AT); i++)
        g_string_append_printf(text, "%s ", wording_word(wording, i));
    for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++)
        if (strstr(text->str, phrases[i]))
            return true;
    return false;
}

bool things_are_other_goods(const struct wording *wording, const char *thing)
{
    static const char *const of_anything[] = {"refill", "capsules"}; /* of coffee, as well as of magnesium */
    g_auto(GStrv) words = g_strsplit(thing, " ", 0);
    uint64_t hers = 0, here = 0;
    for (char **word = words; *word; word++)
        hers |= UINT64_C(1) << goods_line(*word, strlen(*word));
    for (guint i = 0; i < MIN(wording->tokens->len, LOOKED_AT); i++) {
        const char *word = wording_word(wording, i);
        here |= UINT64_C(1) << goods_line(word, strlen(word));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(of_anything); i++)
        hers |= UINT64_C(1) << goods_line(of_anything[i], strlen(of_anything[i]));
    return (here & ~hers) >> 1 != 0;
}

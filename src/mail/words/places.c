/* Looks places up in the table that is made while heed is built (gen/places-gen.c). */
#include <stdlib.h>
#include <string.h>

#include "mail/places.h"

static int by_name(const void *word, const void *place)
{
    return strcmp(word, ((const struct place_name *)place)->name);
}

const char *place_name(const char *word)
{
    const struct place_name *found =
        bsearch(word, place_names, n_place_names, sizeof *place_names, by_name);
    return found ? found->english : word;
}

/* How a check of `heed doctor` says what it found: cleaned, since it may hold what files and messages say. */
#include "doctor.h"
#include "base/text.h"

#define LINE_CHARACTERS 400

void tell(struct visit *visit, enum health health, const char *mend, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *says = g_strdup_vprintf(format, args);
    va_end(args);
    struct answer answer = {visit->check, health, text_clean(says, LINE_CHARACTERS),
                            text_clean(mend, LINE_CHARACTERS)};
    g_array_append_val(visit->answers, answer);
}

/* Letters that are taken for Latin ones (Unicode TR 39, the few that lures use), and letters of styled
 * alphabets. One letter at a time; what is around it is read in lure-mask.c. */
#include "lure-letters.h"

bool letter_is_invisible(gunichar c)
{
    bool stroke = c >= 0x334 && c <= 0x338; /* over a letter */
    return stroke || c == 0xad || c == 0x34f || c == 0x115f || c == 0x3164 || c == 0x61c || c == 0x180e ||
           (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe01ef);
}

bool letter_is_selector(gunichar c)
{
    return (c >= 0xe0000 && c <= 0xe01ef) || c == 0x115f || c == 0x3164 || c == 0x180e;
}

gunichar letter_looks_like(gunichar c)
{
    static const struct {
        gunichar from;
        char to;
    } rows[] = {
        {0x391, 'A'},  {0x392, 'B'},  {0x395, 'E'},  {0x396, 'Z'},  {0x397, 'H'},  {0x399, 'I'},
        {0x39a, 'K'},  {0x39c, 'M'},  {0x39d, 'N'},  {0x39f, 'O'},  {0x3a1, 'P'},  {0x3a4, 'T'},
        {0x3a5, 'Y'},  {0x3a7, 'X'},  {0x3b1, 'a'},  {0x3b9, 'i'},  {0x3bd, 'v'},  {0x3bf, 'o'},
        {0x3c1, 'p'},  {0x3c5, 'u'},  {0x405, 'S'},  {0x406, 'I'},  {0x408, 'J'},  {0x410, 'A'},
        {0x412, 'B'},  {0x415, 'E'},  {0x41a, 'K'},  {0x41c, 'M'},  {0x41d, 'H'},  {0x41e, 'O'},
        {0x420, 'P'},  {0x421, 'C'},  {0x422, 'T'},  {0x425, 'X'},  {0x430, 'a'},  {0x435, 'e'},
        {0x43e, 'o'},  {0x440, 'p'},  {0x441, 'c'},  {0x443, 'y'},  {0x445, 'x'},  {0x455, 's'},
        {0x456, 'i'},  {0x458, 'j'},  {0x4bb, 'h'},  {0x501, 'd'},  {0x51b, 'q'},  {0x51d, 'w'},
        {0x131, 'i'},  {0x251, 'a'},  {0x261, 'g'},  {0x262, 'g'},  {0x26a, 'i'},  {0x274, 'n'},
        {0x280, 'r'},  {0x28f, 'y'},  {0x299, 'b'},  {0x29c, 'h'},  {0x29f, 'l'},  {0x1965, 'c'},
        {0x1d00, 'a'}, {0x1d04, 'c'}, {0x1d05, 'd'}, {0x1d07, 'e'}, {0x1d0a, 'j'}, {0x1d0b, 'k'},
        {0x1d0d, 'm'}, {0x1d0f, 'o'}, {0x1d18, 'p'}, {0x1d1b, 't'}, {0x1d1c, 'u'}, {0x1d20, 'v'},
        {0x1d21, 'w'}, {0x1d22, 'z'}, {0x1d24, 's'}, {0x1d65, 'v'}, {0x2170, 'i'}, {0x217c, 'l'},
        {0xa730, 'f'}, {0xa731, 's'},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].from == c)
            return (gunichar)rows[i].to;
    return 0;
}

bool letter_is_strange(gunichar c)
{
    static const GUnicodeScript strange[] = {
        G_UNICODE_SCRIPT_ARMENIAN, G_UNICODE_SCRIPT_GEORGIAN, G_UNICODE_SCRIPT_CHEROKEE,
        G_UNICODE_SCRIPT_CANADIAN_ABORIGINAL, G_UNICODE_SCRIPT_COPTIC, G_UNICODE_SCRIPT_LISU,
        G_UNICODE_SCRIPT_TAI_LE, G_UNICODE_SCRIPT_TIFINAGH, G_UNICODE_SCRIPT_VAI, G_UNICODE_SCRIPT_RUNIC,
        G_UNICODE_SCRIPT_OGHAM, G_UNICODE_SCRIPT_GOTHIC, G_UNICODE_SCRIPT_DESERET, G_UNICODE_SCRIPT_OSAGE,
    };
    GUnicodeScript script = c < 0x500 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script(c);
    for (size_t i = 0; i < G_N_ELEMENTS(strange); i++)
        if (script == strange[i])
            return true;
    return false;
}

/* Letters in signs, that Unicode gives no plain form of one letter: in brackets, on black. */
static gunichar letter_in_sign(gunichar c)
{
    static const gunichar capitals[] = {0x1f110, 0x1f130, 0x1f150, 0x1f170};
    if (c >= 0x249c && c <= 0x24b5)
        return 'a' + c - 0x249c;
    for (size_t i = 0; i < G_N_ELEMENTS(capitals); i++)
        if (c >= capitals[i] && c < capitals[i] + 26)
            return 'A' + c - capitals[i];
    return 0;
}

/* Mathematical, circled, full-width, double-struck, raised and lowered. */
gunichar letter_unstyled(gunichar c)
{
    bool styled = (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0xff21 && c <= 0xff5a) ||
                  (c >= 0x24b6 && c <= 0x24e9) || (c >= 0x2102 && c <= 0x2149 && c != 0x2116) ||
                  (c >= 0x2b0 && c <= 0x2e3) || (c >= 0x1d2c && c <= 0x1dbf) ||
                  (c >= 0x2071 && c <= 0x209c);
    gunichar plain = c;
    if (!styled)
        return letter_in_sign(c);
    g_unichar_fully_decompose(c, TRUE, &plain, 1);
    return plain != c && plain < 128 && g_ascii_isalpha(plain) ? plain : 0;
}

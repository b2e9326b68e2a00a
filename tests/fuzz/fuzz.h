/* What the fuzzers share. Each is one function of one input: libFuzzer drives it (make fuzz), or replay.c where
 * there is no clang (make check). */
#ifndef HEED_FUZZ_H
#define HEED_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Ends at what must never be, by the signal that makes libFuzzer keep the input. */
#define must(what)                                                                                 \
    do {                                                                                           \
        if (!(what)) {                                                                             \
            fprintf(stderr, "%s:%d: must hold: %s\n", __FILE__, __LINE__, #what);                  \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

#define must_be_text(text) must(g_utf8_validate(text, -1, NULL))

#ifndef FUZZ_DRIVER
/* GMime 3.2 loses a string of some addresses that it cannot read; LeakSanitizer sees through to add_field() only with
 * fast_unwind_on_malloc=0, which costs five times the time. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:add_field";
}
#endif

/* The input as text: valid UTF-8 without NULs, as the parser of messages hands it on. The caller frees it. */
static inline char *fuzz_text(const uint8_t *bytes, size_t len)
{
    return g_utf8_make_valid((const char *)bytes, (gssize)len);
}

#endif

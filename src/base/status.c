/* The one place where a status becomes a sentence or an exit code. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sysexits.h>

#include "base/status.h"

static const int exit_codes[] = {
    [STATUS_OK] = EX_OK,           [STATUS_USAGE] = EX_USAGE,       [STATUS_CONFIG] = EX_CONFIG,
    [STATUS_IO] = EX_TEMPFAIL,     [STATUS_LOCKED] = EX_TEMPFAIL,   [STATUS_NOT_FOUND] = 1,
    [STATUS_CORRUPT] = EX_TEMPFAIL, [STATUS_LIMIT] = EX_TEMPFAIL,   [STATUS_INTERNAL] = EX_SOFTWARE,
    [STATUS_DENIED] = 1,
};

int status_exit(enum status status)
{
    return (guint)status < G_N_ELEMENTS(exit_codes) ? exit_codes[status] : EX_SOFTWARE;
}

static void write_text(struct err *err, const char *format, va_list args, int error)
{
    err->number = error;
    int used = g_vsnprintf(err->text, sizeof err->text, format, args);
    if (error && used >= 0 && (gsize)used < sizeof err->text)
        g_snprintf(err->text + used, sizeof err->text - (gsize)used, ": %s", g_strerror(error));
    for (char *p = err->text; *p; p++)
        if (g_ascii_iscntrl(*p))
            *p = ' ';
}

enum status err_set(struct err *err, enum status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (err)
        write_text(err, format, args, 0);
    va_end(args);
    return status;
}

enum status err_errno(struct err *err, enum status status, const char *format, ...)
{
    int error = errno;
    va_list args;
    va_start(args, format);
    if (err)
        write_text(err, format, args, error);
    va_end(args);
    return status;
}

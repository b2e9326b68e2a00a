/* Authentication-Results: an input is what a stranger can write, the fields of a header. He must not be able to
 * change what the receiving server found out, nor make heed believe that it said anything. */
#include <string.h>

#include "../../src/mail/auth/authres-parse.h"
#include "mail/received.h"
#include "mail/authres.h"
#include "fuzz.h"

#define SERVER "Authentication-Results: mx.home.example; dmarc=fail header.from=shop.example; spf=none\n"
#define BORDER "Received: from mta.bad.example (unknown [192.0.2.7]) by mx.home.example (Postfix) with ESMTP id 4F\n"

static const char *const trusted[] = { "mx.home.example", "*.farm.example", "protection.outlook.com", NULL };
static const char *const below[] = { "+mx.home.example", NULL };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    return 0;
}

static void parse(const char *value)
{
    struct authres a;
    if (authres_parse(&a, value)) {
        must(*a.server || a.results->len);
        for (guint i = 0; i < a.results->len; i++) {
            const struct authres_result *r = &g_array_index(a.results, struct authres_result, i);
            must(*r->method && *r->result && r->first + r->n <= a.properties->len);
            must_be_text(r->method);
            must_be_text(r->result);
            must_be_text(r->reason);
            (void)authres_property(&a, r, "header", "d");
        }
    }
    authres_clear(&a);
}

static struct auth read_under(const char *above, const uint8_t *bytes, size_t len, const char *const *servers)
{
    g_autoptr(GString) mail = g_string_new(above);
    g_string_append_len(mail, (const char *)bytes, (gssize)len);
    struct spool *spool = spool_of(mail->str, mail->len);
    struct message *message = NULL;
    must(message_parse(spool, 0, NULL, &message, NULL) == STATUS_OK);
    struct auth auth = auth_read(message, servers, servers, "shop.example");
    message_free(message);
    spool_free(spool);
    return auth;
}

/* The name that a stranger greets a server with, of what one lets him write (RFC 5321 4.1.3), in the words of
 * Postfix and sendmail, of Exim, qmail and Exchange. */
static void greet(const char *text)
{
    static const struct {
        const char *before, *after;
    } forms[] = { { "from ", " (unknown [198.51.100.9]) by mx.home.example (Postfix) with ESMTP id 4F; Mon" },
                  { "from ", " (dsl.bad.example [198.51.100.9]) by mx.home.example (8.17.1/8.17.1) with SMTP" },
                  { "from [198.51.100.9] (helo=", ") by mx.home.example with esmtp (Exim 4.96) id 1r-2" },
                  { "from unknown (HELO ", ") (198.51.100.9) by mx.home.example with SMTP" },
                  { "from ", " (198.51.100.9) by mx.home.example (10.0.0.1) with Microsoft SMTP Server id 15" } };
    g_autofree char *helo = g_strndup(text, 64);
    g_strcanon(helo, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-_[]", '-');
    for (size_t i = 0; *helo && i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *value = g_strconcat(forms[i].before, helo, forms[i].after, NULL);
        must(received_from_outside(value));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    g_autofree char *text = fuzz_text(bytes, len);
    parse(text);
    greet(text);
    (void)received_from_outside(text);

    struct auth none = read_under(BORDER, bytes, len, trusted);
    must(auth_verdict(&none) == AUTH_UNKNOWN && !*none.server);
    struct auth told = read_under(SERVER BORDER, bytes, len, trusted);
    must(auth_verdict(&told) == AUTH_FAIL && !told.dkim_aligned && !told.spf_aligned);
    /* Of a filter that writes below the border one field counts: a method that it is silent on stays so. (A first
     * line that is folded would belong to its field; mail servers let none through.) */
    struct auth milter = read_under(BORDER SERVER "X-Filter: x\n", bytes, len, below);
    must(auth_verdict(&milter) == AUTH_FAIL && milter.dkim == AUTH_UNKNOWN && !milter.spf_aligned);
    struct auth bare = read_under("", bytes, len, below);
    must_be_text(bare.server);
    must_be_text(bare.signer);
    must_be_text(bare.mailfrom);
    return 0;
}

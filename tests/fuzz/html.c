/* HTML to text, links and schema types: an input is the decoded part. */
#include <string.h>

#include "mail/html.h"
#include "mail/links.h"
#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void see_link(void *ctx, const char *href, const char *text)
{
    (void)ctx;
    must_be_text(text);
    g_autofree char *host = link_host(href);
    must_be_text(host);
    must(!strpbrk(host, "/\\?#@\n"));
}

static void see_html_link(void *ctx, const char *href, const char *text, bool shown)
{
    (void)shown;
    see_link(ctx, href, text);
}

static void see_address(void *ctx, const char *href)
{
    see_link(ctx, href, href);
}

static void see_schema(void *ctx, const char *type)
{
    (void)ctx;
    must_be_text(type);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    g_autofree char *text = fuzz_text(bytes, len);
    struct html_seen seen = { .link = see_html_link, .schema = see_schema, .told = see_schema, .day = see_schema };
    struct html html;
    html_read(&html, text, strlen(text), 256u << 10, &seen);
    must_be_text(html.text->str);
    must(strlen(html.text->str) == html.text->len);
    links_in_text(html.text->str, see_address, NULL);
    must_be_text(html.hidden->str);
    must(strlen(html.hidden->str) == html.hidden->len);
    g_string_free(html.text, TRUE);
    g_string_free(html.hidden, TRUE);
    return 0;
}

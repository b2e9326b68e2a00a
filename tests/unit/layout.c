/* The layout of a header section, and what is written in heed's place. */
#include <stdio.h>
#include <string.h>

#include "mail/layout.h"
#include "unit.h"

struct read {
    struct spool *spool;
    struct layout *layout;
};

static struct read read_text(const char *text)
{
    struct spool *spool = spool_of(text, strlen(text));
    return (struct read){spool, layout_read(spool)};
}

static void read_end(struct read *read)
{
    layout_free(read->layout);
    spool_free(read->spool);
}

static void where_the_body_begins(void)
{
    static const struct {
        const char *text;
        uint64_t start, body;
        bool crlf;
    } cases[] = {
        {"", 0, 0, false},
        {"\n", 0, 1, false},
        {"\r\n", 0, 2, true},
        {"\nbody\n", 0, 1, false},
        {"\r\nbody\r\n", 0, 2, true},
        {"A: b\n\nbody\n", 0, 6, false},
        {"A: b\r\n\r\nbody\r\n", 0, 8, true},
        {"A: b\n\r\nbody\r\n", 0, 7, false},
        {"A: b\r\n\nbody\n", 0, 7, true},
        {"A: b\n", 0, 5, false},             /* no empty line, so no body */
        {"A: b", 0, 4, false},
        {"A: b\r\n", 0, 6, true},
        {"A: b\n \n\nbody", 0, 8, false},     /* a line of blanks is folding, no end */
        {"A: b\n\r", 0, 6, false},            /* a lone CR ends nothing */
        {"From x Mon\nA: b\n\nbody", 11, 17, false},
        {"From x Mon\r\nA: b\r\n\r\nbody", 12, 20, true},
        {"From x Mon\n\nbody", 11, 12, false},
        {"From: x\n\nbody", 0, 9, false},
        {"from x Mon\n\nbody", 0, 12, false}, /* of an mbox, it has a capital */
        {"From x Mon", 0, 10, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct read read = read_text(cases[i].text);
        if (read.layout->start != cases[i].start || read.layout->body != cases[i].body ||
            read.layout->crlf != cases[i].crlf)
            g_error("case %zu: %zu %zu %d", i, (size_t)read.layout->start, (size_t)read.layout->body,
                    read.layout->crlf);
        read_end(&read);
    }
}

static void ids(void)
{
    g_autofree char *name = g_strnfill(1200, 'x');
    g_autofree char *far = g_strdup_printf("Message-ID: %s <a@b>\n\n", name);
    const struct {
        const char *text, *id;
    } cases[] = {
        {"Message-ID: <a@b>\n\n", "a@b"},
        {"message-id:<a@b>\r\n\r\n", "a@b"},
        {"Message-ID:\n <a@b>\n\n", "a@b"},
        {"Message-ID: <a\r\n b@c\t>\r\n\r\n", "ab@c"},
        {"Message-ID: words <a@b> (words) <c@d>\n\n", "a@b"},
        {"Message-ID: a@b\n\n", ""},
        {"Message-ID: <a@b\n\n", "a@b"}, /* no end, as where its field is too long */
        {"Message-ID: <>\n\n", ""},
        {"Subject: x\n\nMessage-ID: <a@b>\n", ""},
        {"Message-ID: <a@b>\nMessage-ID: <c@d>\n\n", "a@b"},
        {"Subject: Message-ID: <a@b>\n\n", ""},
        {"Subject: x\n Message-ID: <a@b>\n\n", ""},
        {"Message-ID: <a@b>", "a@b"},
        {"", ""},
        {far, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct read read = read_text(cases[i].text);
        g_autofree char *id = layout_id(read.spool, read.layout);
        if (strcmp(id, cases[i].id))
            g_error("case %zu: <%s>", i, id);
        read_end(&read);
    }
}

struct listing {
    const struct spool *spool;
    GString *all;
};

static void list(const char *name, struct span value, void *data)
{
    struct listing *listing = data;
    g_autofree char *text = g_malloc0(value.to - value.from + 1);
    spool_peek(listing->spool, value.from, text, value.to - value.from);
    g_string_append_printf(listing->all, "%s=%s|", name, text);
}

static void fields(void)
{
    static const struct {
        const char *text, *all;
    } cases[] = {
        {"A: b\nC-D:e\n f\n\nG: h\n", "a= b\n|c-d=e\n f\n|"},
        {"A: b\r\n\r\n", "a= b\r\n|"},
        {"Subject : x\n\n", "subject= x\n|"},
        {"A: b", "a= b|"},
        {"A:\n\n", "a=\n|"},
        {"no field\nA: b\n\n", "nofield=\n|a= b\n|"},
        {": none\nA: b\n\n", ":none=\n|a= b\n|"},
        {"A: b\n\rFrom: c\n\n", "a= b\n|=\rFrom: c\n|"},
        {"A: b\nno field\n \rFrom: c\n\n", "a= b\n|nofield=\n \rFrom: c\n|"},
        {"A: b\nFro\vm: c\n\n", "a= b\n|=Fro\vm: c\n|"},
        {" folded first\nA: b\n\n", "foldedfirst=\n|a= b\n|"},
        {"From x\nA: b\n\n", "a= b\n|"},
        {"\nA: b\n", ""},
        {"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct read read = read_text(cases[i].text);
        struct listing listing = {read.spool, g_string_new(NULL)};
        layout_fields(read.spool, read.layout, list, &listing);
        if (strcmp(listing.all->str, cases[i].all))
            g_error("case %zu: %s", i, listing.all->str);
        g_string_free(listing.all, TRUE);
        read_end(&read);
    }
}

static void names_of_every_length(void)
{
    for (unsigned length = LAYOUT_NAME - 2; length <= LAYOUT_NAME + 2; length++) {
        g_autofree char *name = g_strnfill(length, 'N'), *lower = g_ascii_strdown(name, -1);
        g_autofree char *text = g_strdup_printf("%s: b\nA: c\n\n", name);
        g_autofree char *all = g_strdup_printf("%s= b\n|a= c\n|", lower);
        struct read read = read_text(text);
        struct listing listing = {read.spool, g_string_new(NULL)};
        layout_fields(read.spool, read.layout, list, &listing);
        g_autofree char *cut = g_strnfill(LAYOUT_NAME, 'n');
        if (length <= LAYOUT_NAME)
            g_assert_cmpstr(listing.all->str, ==, all);
        else
            g_assert_true(g_str_has_prefix(listing.all->str, cut));
        g_string_free(listing.all, TRUE);
        read_end(&read);
    }
}

static void what_stands_in_it(void)
{
    struct read read = read_text("From: a@Shop.Example\nX: y\n\nbody of velora.example\n");
    g_assert_true(layout_has(read.spool, read.layout, "shop.example"));
    g_assert_true(layout_has(read.spool, read.layout, "SHOP.example"));
    g_assert_true(layout_has(read.spool, read.layout, ""));
    g_assert_false(layout_has(read.spool, read.layout, "velora.example"));
    g_assert_false(layout_has(read.spool, read.layout, "shop.example.org"));
    read_end(&read);
    static const char nul[] = "A: b\0shop.example\n\n"; /* what stands behind a NUL is there, too */
    struct spool *spool = spool_of(nul, sizeof nul - 1);
    struct layout *layout = layout_read(spool);
    g_assert_true(layout_has(spool, layout, "shop.example"));
    layout_free(layout);
    spool_free(spool);
    for (int beyond = 0; beyond < 2; beyond++) { /* not as far as a header section can be */
        g_autofree char *fill = g_strnfill((beyond ? 256 << 10 : (256 << 10) - 100), 'x');
        g_autofree char *text = g_strdup_printf("A: %s\nFrom: a@shop.example\n\n", fill);
        read = read_text(text);
        g_assert_true(layout_has(read.spool, read.layout, "shop.example") == !beyond);
        read_end(&read);
    }
}

static char *written(const char *text, const char *block, bool keep_mbox)
{
    char *folder = unit_folder(), *out = NULL;
    g_autofree char *path = g_build_filename(folder, "out", NULL);
    struct err err;
    struct read read = read_text(text);
    FILE *file = fopen(path, "w");
    g_assert_nonnull(file);
    g_assert_cmpint(layout_write(read.spool, read.layout, block, keep_mbox, fileno(file), &err), ==,
                    STATUS_OK);
    fclose(file);
    g_assert_true(g_file_get_contents(path, &out, NULL, NULL));
    read_end(&read);
    unit_remove(folder);
    return out;
}

static void what_is_written(void)
{
    static const struct {
        const char *text, *block;
        bool keep_mbox;
        const char *expected;
    } cases[] = {
        {"A: b\n\nc\n", "X-Heed: inbox\n", false, "X-Heed: inbox\nA: b\n\nc\n"},
        {"A: b\r\n\r\nc\r\n", "X-Heed: inbox\n", false, "X-Heed: inbox\r\nA: b\r\n\r\nc\r\n"},
        {"X-Heed: forged\n more\nA: b\nx-heed-why : y\n\nX-Heed: body\n", "X-Heed: inbox\n", false,
         "X-Heed: inbox\nA: b\n\nX-Heed: body\n"},
        {"X-Heed: own\nA: b\n\nc", NULL, false, "X-Heed: own\nA: b\n\nc"},
        {"From x\nA: b\n\nc\n", "X-Heed: inbox\n", false, "X-Heed: inbox\nA: b\n\nc\n"},
        {"From x\nA: b\n\nc\n", "X-Heed: inbox\n", true, "From x\nX-Heed: inbox\nA: b\n\nc\n"},
        {"From x\nA: b\n\nc\n", NULL, false, "A: b\n\nc\n"},
        {"From x\nA: b\n\nc\n", NULL, true, "From x\nA: b\n\nc\n"},
        {" folded\nA: b\n\nc\n", "X-Heed: inbox\n", false,
         " folded\nA: b\n\nc\n"}, /* it would be swallowed */
        {"\nc\n", "X-Heed: inbox\n", false, "X-Heed: inbox\n\nc\n"},
        {"X-Heeder: other\n\n", "X-Heed: inbox\n", false, "X-Heed: inbox\nX-Heeder: other\n\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *out = written(cases[i].text, cases[i].block, cases[i].keep_mbox);
        if (strcmp(out, cases[i].expected))
            g_error("case %zu: %s", i, out);
    }
}

/* Several messages as one begin with "From ", and one of them stands behind an empty line before a field. */
static void mboxes_are_told(void)
{
    static const struct {
        const char *text;
        bool several;
    } cases[] = {
        {"From x\nA: b\n\nc\n\nFrom y\nA: b\n\nd\n", true},
        {"From x\r\nA: b\r\n\r\nc\r\n\r\nFrom y\r\nA: b\r\n", true},
        {"From x\nA: b\n\nFrom y\nA: b\n", true}, /* the first has no body */
        {"From x\nA: b\n\nc\n\nFrom the start it was a joke.\nReally.\n", false},
        {"From x\nA: b\n\nc\n\nfrom y\nA: b\n", false},
        {"From x\nA: b\n\nc\nFrom y\nA: b\n", false},
        {"From x\nA: b\n\nc\n\nFrom y", false},
        {"A: b\n\nc\n\nFrom y\nA: b\n", false},
        {"From x\n", false},
        {"", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        owned(spool) spool = spool_of(cases[i].text, strlen(cases[i].text));
        owned(layout) layout = layout_read(spool);
        if (layout_is_several(spool, layout) != cases[i].several)
            g_error("case %zu", i);
    }
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/layout/body", where_the_body_begins);
    g_test_add_func("/layout/id", ids);
    g_test_add_func("/layout/fields", fields);
    g_test_add_func("/layout/names", names_of_every_length);
    g_test_add_func("/layout/has", what_stands_in_it);
    g_test_add_func("/layout/mbox", mboxes_are_told);
    g_test_add_func("/layout/write", what_is_written);
    return g_test_run();
}

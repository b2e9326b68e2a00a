/* HTML as a person sees it: text, what is hidden, links, pictures and trackers, forms,
 * schema.org. */
#include <string.h>
#include <time.h>

#include "unit.h"
#include "mail/message.h"

static struct message *parse_as(const char *type, const char *text)
{
    g_autofree char *mail = g_strdup_printf("Content-Type: text/%s; charset=utf-8\n\n%s", type, text);
    struct spool *spool = spool_of(mail, strlen(mail));
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    spool_free(spool);
    return message;
}

static struct message *parse(const char *html)
{
    return parse_as("html", html);
}

/* HTML shows as TEXT and hides HIDDEN bytes. */
static void check(const char *html, const char *text, uint32_t hidden)
{
    owned(message) m = parse(html);
    g_assert_cmpstr(m->text, ==, text);
    g_assert_cmpuint(m->hidden_bytes, ==, hidden);
}

static void test_blocks(void)
{
    check("<html><head><title>no</title><style>p{color:red}</style></head><body><h1>Big  news</h1>"
          "<p>one<br>two &amp; three&nbsp;four</p><div>five</div><ul><li>six<li>seven</ul></body>",
          "Big news\none\ntwo & three four\nfive\nsix\nseven\n", 0);
    check("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc\n", 0);
    check("<p>un<b>bro</b>ken</p><script>var x = '<p>no</p>';</script>", "unbroken\n", 0);
    check("gr\u00fc\u00df dich \u2603", "gr\u00fc\u00df dich \u2603\n", 0);
    check("zero\u200bwidth&zwnj;&shy;word", "zerowidthword\n", 0);
}

static void test_hidden(void)
{
    check("<div style='display:none'>abc</div>x", "x\n", 3);
    check("<div style='DISPLAY : None !important'>abc</div>x", "x\n", 3);
    check("<span style=\"visibility:hidden\">abc</span>x", "x\n", 3);
    check("<div style=\"font-size:0px\">abc<p style=\"font-size:14px\">shown</p></div>", "shown\n", 3);
    check("<div style=\"max-height:0;overflow:hidden\">abc</div>x", "x\n", 3);
    check("<div style=\"opacity:0\">abc</div>x", "x\n", 3);
    check("<p hidden>abc</p>x", "x\n", 3);
    check("<div style=\"display:none\"><p>ab<b>cd</b></p></div><p>x</p>", "x\n", 4);
}

static void test_colours(void)
{
    check("<font color=\"#FFFFFF\">abc</font>x", "x\n", 3);
    check("<p style=\"color:#fff;background:white\">abc</p>x", "x\n", 3);
    check("<td bgcolor=black><span style=\"color:rgb(0,0,0)\">abc</span></td>x", "x\n", 3);
    check("<p style=\"color: rgb(255, 255, 255)\">abc</p>x", "x\n", 3);
    check("<p style=\"color:rgb(18,52,86);background:#123456\">abc</p>x", "x\n", 3);
    check("<p style=\"color:rgb(300,-1,0);background:#ff0000\">abc</p>x", "x\n", 3);
    check("<p style=\"color:rgb(0,0,0)\">abc</p>x", "abc\nx\n", 0);
    check("<table bgcolor=\"#000\"><tr><td style=\"color:#fff\">abc</td></tr></table>", "abc\n", 0);
    check("<div style=\"background:url(a.png)\"><p style=\"color:white\">abc</p></div>", "abc\n", 0);
    check("<style>.a{background:#000}</style><div class=a><b style=\"color:white\">abc</b></div>",
          "abc\n", 0);
}

static void test_conditional_comments(void)
{
    check("<!--[if mso]><p>outlook</p><![endif]-->x", "x\n", 0);
    check("<!--[if !mso]><!-- --><p>others</p><!--<![endif]-->", "others\n", 0);
}

static void test_links(void)
{
    owned(message) m = parse(
        "<a href=\"https://User@EXAMPLE.com:8080/x?a=1&amp;b=2\">Go <b>on</b></a>"
        "<a href='http://a.example'><img src=x.png alt='Shop now'></a><a href=#top>no</a>"
        "<a href=mailto:a@b.example>write</a><a href='//c.example/'> </a>"
        "<a href='https:\\\\d.example\\x'>d</a><a href='ht\ntps://e.example'>e</a>"
        "<a href='javascript:x()'>f</a><a href='https://user:pw@g.example@h.example/'>g</a>");
    g_assert_cmpuint(m->n_links, ==, 7);
    g_assert_cmpuint(m->n_all_links, ==, 8);
    g_assert_cmpstr(m->links[0].href, ==, "https://User@EXAMPLE.com:8080/x?a=1&b=2");
    g_assert_cmpstr(m->links[0].host, ==, "example.com");
    g_assert_cmpstr(m->links[0].text, ==, "Go on");
    g_assert_cmpstr(m->links[1].text, ==, "Shop now");
    g_assert_cmpstr(m->links[2].host, ==, "");
    g_assert_cmpstr(m->links[3].host, ==, "d.example");
    g_assert_cmpstr(m->links[4].host, ==, "e.example");
    g_assert_cmpstr(m->links[5].host, ==, "");
    g_assert_cmpstr(m->links[6].host, ==, "h.example");
    g_assert_cmpstr(m->links[7].host, ==, "c.example"); /* nothing of it shows */
    g_assert_cmpstr(m->links[7].text, ==, "");
}

/* A link that is cut is cut between characters. */
static void test_long_link(void)
{
    for (int shift = 0; shift < 3; shift++) {
        GString *text = g_string_new("https://x.example/");
        for (int i = 0; i < shift; i++)
            g_string_append_c(text, 'a');
        for (int i = 0; i < 1000; i++)
            g_string_append(text, "\u2603");
        owned(message) m = parse_as("plain", text->str);
        g_assert_cmpuint(m->n_links, ==, 1);
        g_assert_true(g_utf8_validate(m->links[0].href, -1, NULL));
        g_string_free(text, TRUE);
    }
}

static void test_images(void)
{
    owned(message) m = parse(
        "<img src=http://t.example/1 width=1 height=1><img src=http://t.example/2 "
        "style='width:1px;height:1px'><img src=https://t.example/3 style='display:none'>"
        "<div style='display:none'><img src=http://t.example/4></div><img src=//t.example/5 width=0>"
        "<img src=cid:6 width=1 height=1><img src=http://i.example/7 width=600 height=1>"
        "<img src=http://i.example/8><img src=cid:9 width=200>");
    g_assert_cmpuint(m->n_trackers, ==, 5);
    g_assert_cmpuint(m->n_images, ==, 2);
    g_autofree char *alt = g_strnfill(399, 'a'); /* a text of links is cut, but not within a letter */
    g_autofree char *link = g_strdup_printf("<a href=\"https://a.example\"><img src=a.png alt=\"%s\u00fc\"></a>", alt);
    owned(message) cut = parse(link);
    g_assert_cmpstr(cut->links[0].text, ==, alt);
}

static void test_forms(void)
{
    owned(message) form = parse("<form action=x><input type=hidden name=a></form>");
    g_assert_true(form->has_form);
    owned(message) input = parse("<p><input name=password></p>");
    g_assert_true(input->has_form);
    owned(message) none = parse("<p>formal</p><input type=hidden>");
    g_assert_false(none->has_form);
}

static void test_schemas(void)
{
    owned(message) m = parse(
        "<script type=\"application/ld+json\">[{\"@context\":\"http://schema.org\",\"@graph\":[{"
        "\"@type\" : \"Order\",\"merchant\":{\"@type\":\"https://schema.org/Organization\","
        "\"name\":\"says \\\"@type\\\": \\\"Lie\\\"\"}},{\"@type\":[\"ParcelDelivery\",\"Thing\"]}]}]"
        "</script><div itemscope itemtype=\"http://schema.org/FlightReservation\">x</div>"
        "<div itemtype=\"http://other.example/No\"></div><div itemtype='https://schema.org/Order'>");
    const char *const expected[] = { "Order", "Organization", "ParcelDelivery", "Thing",
                                     "FlightReservation" };
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_cmpstr(m->schemas[i], ==, expected[i]);
    g_assert_null(m->schemas[5]);
    g_assert_cmpstr(m->text, ==, "x\n");
    owned(message) broken = parse("<script type='application/ld+json'>{\"@type\":\"Order");
    g_assert_cmpstr(broken->text, ==, "");
}

/* Nothing to assert but that it ends, soon and in one piece. */
static void test_hostile(void)
{
    static const char *const pieces[] = { "<b></i>", "<table><tr><td>", "<a href=x>", "<!--", "<",
                                          "<form><p></form>", "&#x41;", "<p style='color:red;'>",
                                          "<script>", "</p>", "\"'=<>" };
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) html = g_string_new(NULL);
        for (int k = 0; k < 20000; k++)
            g_string_append(html, pieces[i]);
        owned(message) m = parse(html->str);
        g_assert_true(g_utf8_validate(m->text, -1, NULL));
        g_assert_cmpuint(m->n_links, <=, 300);
    }
}

/* Many attributes in one tag, in each way to write them, cost no more than as much text. */
static void test_attributes(void)
{
    static const char *const forms[] = { " a%d", " a%d=b", " a%d='>'", "/a%d = \"b c\"", "\ta%d=\"\"" };
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autoptr(GString) html = g_string_new("<p>one</p><a href=https://a.example/");
        for (int k = 0; k < 15000; k++)
            g_string_append_printf(html, forms[i], k);
        g_string_append(html, ">two</a>");
        g_test_message("%s", forms[i]);
        clock_t before = clock();
        owned(message) m = parse(html->str);
        g_assert_cmpfloat((double)(clock() - before) / CLOCKS_PER_SEC, <, 0.2);
        g_assert_cmpstr(m->text, ==, "one\ntwo\n");
        g_assert_cmpuint(m->n_links, ==, 1);
    }
    check("<p a=1 b='>' c=\">\" d / e=f/>x<y", "x\n", 0);
}

/* What browsers read otherwise than libxml2. */
static void test_tags(void)
{
    check("<!-->a<!--->b<!-- x --!>c<!-- x -->d", "abcd\n", 0);
    check("a<!-- open <p>b</p>", "a\n", 7); /* it hides all to the end */
    check("<![if !mso]>a<![endif]><?x>b</>c", "abc\n", 0);
    check("<svg><title><p>no</title></svg><xmp><b></xmp>", "<b>\n", 0);
    check("<title>.a{}<style>.b{display:none}</style></title><p class=b>x</p>", "x\n", 0);
    check("<p>x<plaintext><p>y</p>", "x\n<p>y</p>\n", 0);
    check("<style>.b{content:'</style foo>x", "x\n", 0);
    check("x<title>y", "x\n", 1);
    check("x<p title=\">y", "x\n", 0);
}

static void test_sheets(void)
{
    check("<style>p.a{display:none}.a{display:block}</style><p class=a>abc</p>x", "x\n", 3);
    check("<style>#i{display:none}.a.a{display:block}</style><p class=a id=i>abc</p>x", "x\n", 3);
    check("<style>[class~=\"a\"],[id=b]{display:none}</style><p class=a>a</p><p id=b>b</p>x", "x\n", 2);
    check("<style>p:not(.b){display:none}p:hover{display:none}</style><p>abc</p>x", "x\n", 3);
    check("<style>p:hover,a::before{display:none}</style><p>abc</p>", "abc\n", 0);
    check("<style>@layer z{body{.a{display:none}}}</style><p class=a>abc</p>x", "x\n", 3);
    check("<style>@supports not (display:grid){p{display:none}}</style><p>abc</p>", "abc\n", 0);
    check("<style>.\\61{d\\69splay:/**/none}</style><p class=a>abc</p>x", "x\n", 3);
}

static void test_shown(void)
{
    check("<p style='display:none;display:blok'>abc</p>x", "x\n", 3);
    check("<p style='font:0/0 a'>abc</p><p style='font:bold 12px a'>x</p>", "x\n", 3);
    check("<p style='color:#ffff'>a</p><p style='color:#00000008'>b</p>"
          "<p style='color:hsl(0,0%,99%)'>c</p>x", "x\n", 3);
    check("<p style='height:1px;overflow:hidden'>abc</p><p style='left:9999px'>d</p>x", "x\n", 4);
    check("<details><summary>s</summary>abc</details><details open>x</details>", "sx\n", 3);
    check("<iframe><p>abc</p></iframe><dialog>d</dialog>x", "x\n", 11);
    check("<body bgcolor=black text=black>abc<p style='color:white'>x</p>", "x\n", 3);
    check("<div>v<div style='display:inline'>e</div>r<br style='display:none'>i"
          "<div style='display:none'>x</div>fy", "verify\n", 1);
    check("<bdo dir=rtl>abc</bdo>", "\u202eabc\u202c\n", 0);
}

/* However deep it is. */
static void test_depth(void)
{
    g_autoptr(GString) html = g_string_new("<div style='color:#fff'>");
    for (int k = 0; k < 2500; k++)
        g_string_append(html, "<b><i>");
    g_string_append(html, "abc<p style='color:red'>x</p>");
    check(html->str, "x\n", 3);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/html/blocks", test_blocks);
    g_test_add_func("/html/hidden", test_hidden);
    g_test_add_func("/html/colours", test_colours);
    g_test_add_func("/html/conditional-comments", test_conditional_comments);
    g_test_add_func("/html/links", test_links);
    g_test_add_func("/html/long-link", test_long_link);
    g_test_add_func("/html/images", test_images);
    g_test_add_func("/html/forms", test_forms);
    g_test_add_func("/html/schemas", test_schemas);
    g_test_add_func("/html/hostile", test_hostile);
    g_test_add_func("/html/attributes", test_attributes);
    g_test_add_func("/html/tags", test_tags);
    g_test_add_func("/html/sheets", test_sheets);
    g_test_add_func("/html/shown", test_shown);
    g_test_add_func("/html/depth", test_depth);
    return g_test_run();
}

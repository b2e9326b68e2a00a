#!/usr/bin/env python3
"""What a mail program shows is what is judged: tricks by which a lure would be read as something else, each in many
forms, earn a mail no more than three points of trust; and what genuine mail does that looks like them costs none."""
import base64, quopri
from kim import *

ALLOWED = 3 # points of trust
SUBJECT, AWAY = "Your account", "https://login.elsewhere.example/x"
RANK = {"suspect": 3, "later": 2, "inbox": 1, "priority": 0}
LURE = ("<p>Your account is suspended.</p><p>Please verify your account and confirm your details:"
        " <a href=\"https://login.elsewhere.example/x\">continue</a></p><p>Your payment failed.</p>")
PLAIN = ("Your account is suspended.\n\nPlease verify your account and confirm your details:\n"
         "https://login.elsewhere.example/x\n\nYour payment failed.\n")
TALK = "Hello Kim, how are you? See you on Saturday at the lake, and bring the dog. Love, Toni\n"
WORD = "meadow river walking summer bread garden letter window evening table music kettle ".split()
MORE = " ".join(WORD[i * 7 % 12] for i in range(330)) # as many as are weighed together, and some


class Sender:
    """One stranger, and the mail that he would send without a trick."""
    def __init__(self, author, result):
        self.author, self.result = author, result
        self.home = "https://" + author.partition("@")[2].strip(">")
        self.talk = f"<p>{TALK} <a href=\"{self.home}/us\">about us</a></p>"

    def mail(self, body, kind="text/html; charset=utf-8", more="", subject=SUBJECT):
        head, _, rest = mail(self.author, subject, "", result=self.result, more=more).partition(b"Content-Type: text/plain")
        rest = rest.partition(b"\n")[2]
        return head + f"Content-Type: {kind}\n".encode() + rest + (body if isinstance(body, bytes) else body.encode())


def part(kind, body, more=""):
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{body}\n"


def many(kind, *parts, mark="B"):
    """One part that holds others, as part() does."""
    return (f"Content-Type: multipart/{kind}; boundary=\"{mark}\"\n\n" +
            "".join(f"--{mark}\n{one}\n" for one in parts) + f"--{mark}--\n")


def alternatives(s):
    def whole(text, more=""):
        kind, _, body = text.partition("\n")
        return s.mail(body.lstrip("\n"), kind.partition(": ")[2], more)
    talk, lure = part("text/plain", TALK + s.home + "\n"), part("text/html", LURE)
    plain_lure, html_talk = part("text/plain", PLAIN), part("text/html", s.talk)
    empty, blank = part("text/html", ""), part("text/html", "<p>&nbsp;</p><br>")
    picture = part("text/html", "<a href=\"https://login.elsewhere.example/x\"><img src=\"https://i.elsewhere.example/a.png\"></a>")
    calendar = part("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lake\nEND:VEVENT\nEND:VCALENDAR")
    image = "Content-Type: image/png\nContent-ID: <a>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    yield "talk in the plain one", whole(many("alternative", talk, lure))
    yield "talk in HTML", whole(many("alternative", plain_lure, html_talk))
    yield "HTML first, then the plain one", whole(many("alternative", html_talk, plain_lure))
    yield "HTML with the lure first", whole(many("alternative", lure, talk))
    yield "an empty one last", whole(many("alternative", talk, lure, empty))
    yield "a blank one last", whole(many("alternative", talk, lure, blank))
    yield "three, the lure in between", whole(many("alternative", talk, lure, html_talk))
    yield "a calendar last", whole(many("alternative", talk, lure, calendar))
    yield "related within", whole(many("alternative", talk, many("related", lure, image, mark="C")))
    yield "within related", whole(many("related", many("alternative", talk, lure, mark="C"), image))
    yield "mixed within, the lure behind a file", whole(many("alternative", talk, many("mixed", image, lure, mark="C")))
    yield "mixed within, talk first", whole(many("alternative", talk, many("mixed", part("text/plain", TALK), lure, mark="C")))
    yield "an alternative within an alternative", whole(many("alternative", talk, many("alternative", html_talk, lure, mark="C")))
    yield "a rich text of no program last", whole(many("alternative", lure, part("text/enriched", TALK)))
    yield "one for watches last", whole(many("alternative", lure, part("text/watch-html", s.talk)))
    yield "one for AMP between", whole(many("alternative", talk, part("text/x-amp-html", s.talk), lure))
    yield "a type that none knows last", whole(many("alternative", lure, part("application/x-talk", TALK)))
    yield "a picture beside a plain lure", whole(many("alternative", plain_lure, picture))
    yield "a kind of multipart that none knows", whole(many("strange", part("text/plain", TALK), lure))
    yield "in capitals and with a comment", whole(many("alternative", talk, lure.replace("text/html", "TEXT/HTML (a)"))
                                                  .replace("multipart", "Multipart"))


def bounds(s):
    def html(before, behind=""):
        return s.mail(f"<html><body>{before}{LURE}{behind}</body></html>")
    lure, mixed = part("text/html", LURE), "multipart/mixed; boundary=B"
    def parts(n, one):
        return s.mail("".join(f"--B\n{one(i)}\n" for i in range(n)) + f"--B\n{lure}\n--B--\n", mixed)
    big = 600_000
    yield "a comment", html("<!--" + "meadow " * (big // 7) + "-->")
    yield "a style sheet", html("<style>" + "p.a {color: red}\n" * (big // 17) + "</style>")
    yield "a script", html("<script>" + "var meadow = 1;\n" * (big // 16) + "</script>")
    yield "hidden words", html("<div style=\"display:none\">" + "meadow " * (big // 7) + "</div>")
    yield "hidden links", html("<div style=\"display:none\">" + f"<a href=\"{s.home}/m\">meadow</a> " * 2000 + "</div>")
    yield "links to many hosts that do not show", html("".join(f"<a href=\"https://m{i}.meadow{i}.example\"></a>" for i in range(500)))
    yield "attributes", html("<p " + " ".join(f"data-m{i}=\"{'m' * 400}\"" for i in range(900)) + "></p>")
    yield "a picture in its address", html(f"<img src=\"data:image/png;base64,{'iVBORw0K' * (big // 8)}\">")
    yield "blanks", html("&nbsp; \n" * (big // 8))
    yield "breaks", html("<br>\n" * (big // 5))
    yield "marks of no width", html("&zwnj;&nbsp;" * (big // 12))
    yield "elements within each other", html("<span>" * 900, "</span>" * 900)
    yield "elements never closed", html("<b><i><font>" * 400)
    yield "more elements within each other", html("<div>" * 1500, "</div>" * 1500)
    yield "a few hundred words", html(f"<p>{MORE}</p>")
    yield "words up to the middle of the lure", html(f"<p>{' '.join(MORE.split()[:292])}</p>")
    yield "a few thousand words", html(f"<p>{MORE} {MORE} {MORE} {MORE} {MORE}</p>")
    yield "words that fill all there is room for", html(f"<p>{(MORE + ' ') * (280_000 // len(MORE))}</p>")
    yield "words and more words behind", html(f"<p>{MORE}</p>", f"<p>{(MORE + ' ') * 20}</p>")
    yield "one long word", html("m" * 300_000 + " ")
    yield "empty parts", parts(150, lambda i: "Content-Type: text/plain\n\n")
    yield "more empty parts", parts(300, lambda i: "Content-Type: text/plain\n\n")
    yield "attachments", parts(60, lambda i: "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0K")
    yield "large attachments", parts(3, lambda i: part("application/pdf", "JVBERi0x" * 200_000, "Content-Disposition: attachment\n"))
    yield "parts of much text", parts(4, lambda i: part("text/plain", (MORE + "\n") * 30))
    yield "a long preamble", s.mail(MORE * 200 + f"\n--B\n{lure}\n--B--\n", mixed)
    yield "fields of the part", s.mail("--B\n" + "X-Meadow: summer\n" * 3000 + f"{lure}\n--B--\n", mixed)
    yield "lines that look like boundaries", s.mail("--B\nContent-Type: text/plain\n\n" + "--meadow\n" * 3900 + f"--B\n{lure}\n--B--\n", mixed)
    deep = lure
    for i in range(15):
        deep = many("mixed", deep, mark=f"B{i}x")
    kind, _, body = deep.partition("\n")
    yield "parts within each other", s.mail(body.lstrip("\n"), kind.partition(": ")[2])


HIDING = """display:none|visibility:hidden|font-size:0|font-size:1px|font-size:0.1em|font-size:1%|color:#fff|color:white
color:#fefefe|color:rgb(253,253,253)|color:rgba(0,0,0,0)|color:transparent|color:#ffff|color:hsl(0,0%,100%)|color:ivory
opacity:0|opacity:0.01|opacity:0%|filter:opacity(0)|position:absolute;left:-9999px|position:absolute;top:-5000px
margin-left:-9999px|text-indent:-9999px|transform:scale(0)|transform:translateX(-9999px)|clip-path:inset(100%)
position:absolute;clip:rect(0,0,0,0)|position:absolute;clip:rect(1px 1px 1px 1px)|max-height:0;overflow:hidden
height:0;overflow:hidden|width:0;height:0;overflow:hidden|height:1px;overflow:hidden|max-height:0px;overflow-y:hidden
line-height:0;font-size:0|mso-hide:all;display:none!important|display:none;display:blok|color:black;background:#000
background-color:#eee;color:#efefef|font:0/0 a|font:1px/1px Arial|display:/**/none|color:#FFFFFF !important
position:fixed;left:200vw|position:absolute;left:9999px|zoom:0|content-visibility:hidden|clip-path:circle(0)
transform:scale(0,0)|transform:scaleY(0)|transform:matrix(0,0,0,0,0,0)|-webkit-text-fill-color:transparent|d\\69splay:none
display:none;all:unset;display:none|font-size:0.01pt|font-size:0.05rem|color:#ffffff00""".replace("\n", "|").split("|")


def hidden(s):
    def html(before, behind="", head=""):
        return s.mail(f"<html><head>{head}</head><body>{before}{behind}{LURE}</body></html>")
    def sheet(css, tag="<div class=\"a b\" id=c>"):
        return html(tag + s.talk, "</" + tag[1:].partition(" ")[0].strip(">") + ">", f"<style>{css}</style>")
    for css in HIDING:
        yield css, html(f"<div style=\"{css}\">{s.talk}", "</div>")
    yield "a class", sheet(".a{display:none}")
    yield "an id", sheet("#c{display:none}")
    yield "an element", sheet("section{display:none}", "<section>")
    yield "two classes", sheet("div.a.b{display:none}")
    yield "a child", sheet("body > .a{display:none}")
    yield "within", sheet("html body .a{display:none}")
    yield "an attribute", sheet("[id=c]{display:none}")
    yield "an attribute that is there", sheet("div[class]{display:none}")
    yield "all but one", sheet(".a:not(.x){display:none}")
    yield "the first child", sheet("body div:first-child{display:none}")
    yield "on screens", sheet("@media screen{.a{display:none}}")
    yield "on wide screens", sheet("@media (min-width:100px){.a{display:none}}")
    yield "where grids are known", sheet("@supports (display:grid){.a{display:none}}")
    yield "in a layer", sheet("@layer x{.a{display:none}}")
    yield "behind a comment", sheet("/* } */ .a/**/{display/**/:none}")
    yield "within a comment of HTML", sheet("<!-- .a{display:none} -->")
    yield "behind an import", sheet("@charset \"utf-8\"; @import url(x.css); .a{display:none}")
    yield "in capitals", sheet("DIV.a{DISPLAY:NONE}")
    yield "important before the element's own", sheet(".a{display:none!important}", "<div class=a style=\"display:block\">")
    yield "a later rule", sheet(".a{display:block} .a{display:none}")
    yield "the more special rule", sheet("div.a{display:none} .a{display:block}")
    yield "an id before a class", sheet("#c{display:none} .a{display:block}")
    yield "visibility, not said again by what is within", sheet(".a{visibility:hidden} p{color:red}")
    yield "nested rules", sheet("body{.a{display:none}}")
    yield "escaped", sheet(".\\61{display:none}")
    yield "a brace in a string", sheet(".x{content:\"}\"} .a{display:none}")
    yield "a sheet behind the text", html(f"<div class=a>{s.talk}", "</div><style>.a{display:none}</style>")
    yield "a font in white", html(f"<font color=white>{s.talk}", "</font>")
    yield "a font of a table's ground", html(f"<table bgcolor=\"#336699\"><tr><td><table><tr><td><font color=\"#336699\">{s.talk}", "</font></table></table>")
    yield "the page's ground", s.mail(f"<body bgcolor=black text=black>{s.talk}<div style=\"color:white\">{LURE}</div>")
    yield "the page's ground in its sheet", s.mail(f"<style>body{{background:#111}}</style><body><div style=\"color:#121212\">{s.talk}</div><div style=\"color:white\">{LURE}</div>")
    yield "closed details", html(f"<details><summary>.</summary>{s.talk}", "</details>")
    yield "no script", html(f"<noscript style=\"display:none\">{s.talk}", "</noscript>")
    yield "a template", html(f"<template>{s.talk}", "</template>")
    yield "a title", html("", head=f"<title>{s.talk}</title>")
    yield "an attribute hidden", html(f"<div hidden>{s.talk}", "</div>")
    yield "what replaces frames", html(f"<iframe>{s.talk}", "</iframe>")
    yield "a closed dialogue", html(f"<dialog>{s.talk}", "</dialog>")
    yield "a list of choices", html(f"<datalist>{s.talk}", "</datalist>")
    yield "no frames", html(f"<noframes>{s.talk}", "</noframes>")
    yield "what only Outlook shows", html(f"<!--[if mso]>{s.talk}<![endif]-->")


def shown(s):
    """The lure shows, and a careless reader takes it for hidden and the talk for shown."""
    talk = f"<div style=\"position:absolute;left:-9999px\">{s.talk}</div>"
    def html(body, head=""):
        return s.mail(f"<html><head>{head}</head><body>{talk}{body}</body></html>")
    def sheet(css, tag="<div class=a style=\"display:none\">"):
        return html(f"{tag}{LURE}</div>", f"<style>{css}</style>")
    yield "important in the sheet", sheet(".a{display:block!important}")
    yield "visible within hidden", html(f"<div style=\"visibility:hidden\">{TALK}<div style=\"visibility:visible\">{LURE}</div></div>")
    yield "hidden on narrow screens", sheet("@media (max-width:400px){.a{display:none}}", "<div class=a>")
    yield "hidden on paper", sheet("@media print{.a{display:none}}", "<div class=a>")
    yield "a later rule shows", sheet(".a{display:none}.a{display:block}", "<div class=a>")
    yield "opacity taken back", sheet(".a{opacity:0}.a{opacity:1}", "<div class=a>")
    yield "a place taken back", sheet(".a{left:-9999px}", "<div class=a style=\"left:0\">")
    yield "size taken back", sheet(".a{font-size:0}.a div{font-size:14px}", "<div class=a><div>")
    yield "a height taken back", sheet(".a{max-height:0;overflow:hidden}.a{max-height:none}", "<div class=a>")
    yield "an attribute overruled", sheet(".a{display:block}", "<div hidden class=a>")
    yield "a short comment", html(f"<!-->{LURE}<!-- -->")
    yield "a comment that ends otherwise", html(f"<!-- x --!>{LURE}<!-- -->")
    yield "another short comment", html(f"<!--->{LURE}<!-- -->")
    yield "not for Outlook", html(f"<![if !mso]>{LURE}<![endif]>")
    yield "not for Outlook, the other way", html(f"<!--[if !mso]><!-->{LURE}<!--<![endif]-->")
    yield "a style closed oddly", html(LURE, "<style>.a{color:red}</style foo>")
    yield "a title within a picture", html(f"<svg><title>x</title></svg>{LURE}")
    yield "a style that closes in a string", html(LURE, "<style>p:after{content:\"</style>\"}<style>a{}</style>")
    yield "a title in the body", html(f"<title>x</title>{LURE}")
    yield "no script", html(f"<noscript>{LURE}</noscript>")
    yield "an element that none knows", html(f"<meadow hidden=no style=\"display:inline\">{LURE}</meadow>")
    yield "behind the end", s.mail(f"<html><body>{talk}</body></html>{LURE}")
    yield "in the head", s.mail(f"<html><head>{LURE}</head><body>{talk}</body></html>")
    yield "in marked sections", html(f"<![CDATA[x>]]>{LURE}")
    yield "an instruction", html(f"<?xml x>{LURE}<?y ?>")
    yield "plain text", html(f"<plaintext>{PLAIN}")
    yield "as it is", html(f"<xmp>{PLAIN}</xmp>")
    yield "in a field", html(f"<textarea rows=20>{PLAIN}</textarea>")
    yield "on a button", html(f"<button>{LURE}</button>")
    yield "nothing but numbers of letters", html("".join(f"&#{ord(c)};" for c in PLAIN))
    yield "names of letters", html(LURE.replace("you", "&#x79ou").replace("pay", "&#x70;ay"))
    yield "a quote left open", html(f"<p title=\"x>{TALK}<p title=\">{LURE}")
    yield "UTF-16", s.mail(f"<p>{TALK}</p>{LURE}".encode("utf-16"), "text/html; charset=utf-16")
    yield "UTF-7", s.mail((f"<p>{TALK}</p>" + LURE.replace("Your", "+AFk-our")).encode(), "text/html; charset=utf-7")
    yield "one charset said, another meant", s.mail(f"<p>{LURE}", "text/html; charset=x-unknown-9")


def roots(s):
    """All of the mail is one part that says that it is none to be shown."""
    html, plain, name = "text/html; charset=utf-8", "text/plain; charset=utf-8", "Content-Disposition: %s; filename=\"%s\"\n"
    b64 = "Content-Transfer-Encoding: base64\n"
    def encoded(text):
        return base64.encodebytes(text.encode()).decode()
    yield "an attachment", s.mail(LURE, html, "Content-Disposition: attachment\n")
    yield "an attachment in plain text", s.mail(PLAIN, plain, "Content-Disposition: attachment\n")
    yield "an attachment with a name", s.mail(LURE, html, name % ("attachment", "a.html"))
    yield "inline with a name", s.mail(LURE, html, name % ("inline", "a.html"))
    yield "plain inline with a name", s.mail(PLAIN, plain, name % ("inline", "a.txt"))
    yield "a name of the type", s.mail(LURE, html + "; name=\"a.pdf\"")
    yield "a disposition that none knows", s.mail(LURE, html, name % ("hidden", "a.bin"))
    yield "base64", s.mail(encoded(LURE), html, b64)
    yield "base64 as an attachment", s.mail(encoded(LURE), html, b64 + "Content-Disposition: attachment\n")
    yield "quoted-printable", s.mail(quopri.encodestring(LURE.encode()), html, "Content-Transfer-Encoding: quoted-printable\n")
    yield "base64 with noise", s.mail(encoded(LURE).replace("\n", "*!\n"), html, b64)
    yield "base64, said to be in capitals", s.mail(encoded(LURE), html, b64.replace("base64", "BASE64"))
    yield "an encoding that none knows", s.mail(LURE, html, "Content-Transfer-Encoding: meadow\n")
    yield "bytes of a type named .html", s.mail(LURE, "application/octet-stream; name=\"a.html\"")
    yield "bytes named .html as an attachment", s.mail(LURE, "application/octet-stream", name % ("attachment", "a.html"))
    yield "XHTML", s.mail(LURE, "application/xhtml+xml")
    yield "no type that can be read", s.mail(PLAIN, "text")
    yield "an empty type", s.mail(PLAIN, "")
    yield "a type of text that none knows", s.mail(PLAIN, "text/meadow")
    yield "a message within", s.mail(f"From: a@b.example\nSubject: x\nContent-Type: {html}\n\n{LURE}", "message/rfc822")
    yield "a message within, an attachment", s.mail(f"Subject: x\n\n{PLAIN}", "message/rfc822", name % ("attachment", "a.eml"))
    yield "parts of which the text is an attachment", s.mail(f"--B\n{part('text/html', LURE, 'Content-Disposition: attachment' + chr(10))}--B--\n",
                                                             "multipart/mixed; boundary=B")
    yield "one within another", s.mail(f"--B\n{many('mixed', part('text/plain', PLAIN, 'Content-Disposition: attachment' + chr(10)), mark='C')}--B--\n",
                                       "multipart/mixed; boundary=B")
    yield "an empty text before the attachment", s.mail(f"--B\n{part('text/plain', '')}\n--B\n" + part("text/html", LURE, name % ("attachment", "a.html")) + "\n--B--\n",
                                                        "multipart/mixed; boundary=B")
    yield "a boundary that never comes", s.mail(PLAIN, "multipart/mixed; boundary=B")
    yield "no boundary", s.mail(PLAIN, "multipart/alternative")
    yield "signed", s.mail(f"--B\n{part('text/html', LURE)}\n--B\nContent-Type: application/pgp-signature\n\nx\n--B--\n", "multipart/signed; boundary=B")


def styled(first, small):
    return lambda text: "".join(chr(first + ord(c) - 65) if "A" <= c <= "Z" else
                                chr(small + ord(c) - 97) if "a" <= c <= "z" else c for c in text)


def each(text, form):
    """FORM of each word, without what is a link."""
    return " ".join(word if ":" in word or len(word) < 2 else form(word) for word in text.split(" "))


def spaced(gap):
    return lambda text: (gap * 3 if gap == " " else "  ").join(gap.join(word) for word in text.split(" "))


CYRILLIC = str.maketrans("aceopxyiS", "асеорхуіЅ")
GREEK = str.maketrans("oviuATO", "ονιυΑΤΟ")
LEET = str.maketrans("oiaes", "01@35")
LETTERS = {
    "letters apart by blanks": spaced(" "), "by dots": spaced("."), "by hyphens": spaced("-"), "by lines": spaced("_"),
    "by blanks that do not break": spaced("\u00a0"), "by thin blanks": spaced("\u2009"), "by hair": spaced("\u200a"),
    "by blanks of no width": spaced("\u200b"), "by soft hyphens": spaced("\u00ad"), "by word joiners": spaced("\u2060"),
    "by middle dots": spaced("·"), "by stars": spaced("*"), "by blanks with a mark": spaced("\u200b \u200b"),
    "full-width": styled(0xff21, 0xff41), "mathematical": styled(0x1d400, 0x1d41a), "circled": styled(0x24b6, 0x24d0),
    "script": styled(0x1d4d0, 0x1d4ea), "sans": styled(0x1d5a0, 0x1d5ba), "squared": styled(0x1f130, 0x1f130),
    "in brackets": styled(0x1f110, 0x249c), "Cyrillic": lambda t: t.translate(CYRILLIC), "Greek": lambda t: t.translate(GREEK),
    "lines below": lambda t: "".join(c + "\u0332" if c.isalpha() else c for c in t),
    "overlaid": lambda t: "".join(c + "\u0336" if c.isalpha() else c for c in t),
    "accents": lambda t: t.translate(str.maketrans("aeiouyc", "áèïôùýç")), "digits": lambda t: t.translate(LEET),
    "1 and 0": lambda t: t.replace("l", "1").replace("o", "0"), "1 for i": lambda t: t.replace("i", "1"),
    "capital I for l": lambda t: t.replace("l", "I"), "a bar for l": lambda t: t.replace("l", "|"),
    "small capitals": lambda t: t.translate(str.maketrans("abcdeghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")),
    "raised": lambda t: t.translate(str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")),
    "reversed": lambda t: "\u202e" + t[::-1] + "\u202c", "reversed in isolation": lambda t: "\u2067\u202e" + t[::-1] + "\u202c\u2069",
    "capitals": str.upper, "in turn": lambda t: "".join(c.upper() if i % 2 else c for i, c in enumerate(t)),
    "broken by hyphens": lambda t: each(t, lambda w: w[:2] + "\u2011" + w[2:] if len(w) > 4 else w),
    "split by an invisible sign": lambda t: each(t, lambda w: w[0] + "\u2063" + w[1:]),
    "split by variation selectors": lambda t: each(t, lambda w: w[:2] + "\ufe0f" + w[2:]),
    "split by tags": lambda t: each(t, lambda w: w[:2] + "\U000e0061" + w[2:]),
}
MARKUP = {
    "bold letters": "<b>%s</b>%s", "an empty element": "%s<span></span>%s", "a break if need be": "%s<wbr>%s",
    "a comment": "%s<!-- x -->%s", "a soft hyphen": "%s&shy;%s", "a blank of no width": "%s&#8203;%s",
    "a hidden letter": "%s<span style=\"display:none\">x</span>%s", "a tiny letter": "%s<font style=\"font-size:0\">q</font>%s",
    "a white blank": "%s<span style=\"font-size:0\"> </span>%s", "a hidden word": "%s<span style=\"display:none\"> or </span>%s",
    "an image of nothing": "%s<img width=0 height=0>%s", "a hidden break": "%s<br style=\"display:none\">%s",
    "a hidden block": "%s<div style=\"display:none\">x</div>%s", "a picture": "%s<svg></svg>%s",
    "an element that none knows": "%s<x-y>%s</x-y>", "a letter of its own": "<span>%s</span><span>%s</span>",
    "a block in a line": "%s<div style=\"display:inline\">%s</div>", "a transparent blank": "%s<span style=\"font-size:1px;color:#fff\">.</span>%s",
}


def letters(s):
    text = "Your account is suspended. Please verify your account and confirm your details. Your payment failed."
    link = "<a href=\"https://login.elsewhere.example/x\">continue</a>"
    def html(body, subject=SUBJECT):
        return s.mail(f"<div>{body}</div>{link}", subject=subject)
    for name, form in LETTERS.items():
        yield name, html(form(text))
        yield name + ", in plain text", s.mail(form(text) + "\nhttps://login.elsewhere.example/x\n", "text/plain; charset=utf-8")
    for name, form in MARKUP.items():
        yield name, html(each(text, lambda w: form % (w[:1], w[1:])))
    yield "reversed by an element", html(f"<bdo dir=rtl>{text[::-1]}</bdo>")
    yield "reversed by style", html(f"<span style=\"unicode-bidi:bidi-override;direction:rtl\">{text[::-1]}</span>")


def subjects(s):
    for name, form in LETTERS.items():
        word = base64.b64encode(form("Verify your account").encode()).decode()
        yield name, s.mail(f"<p>Please <a href=\"{AWAY}\">read on</a></p>", subject=f"=?utf-8?b?{word}?=")


def tricks():
    box = Box().learn()
    stranger, nobody = Sender("Service <service@gartenwelt.example>", "pass"), Sender("Support <support@kundenportal.example>", "none")
    for trick in alternatives, bounds, hidden, shown, roots, letters, subjects:
        for sender, every in (stranger, 1), (nobody, 3):
            base = box.why(sender.mail(LURE))
            if trick is subjects:
                base = box.why(sender.mail(f"<p>Please <a href=\"{AWAY}\">read on</a></p>", subject="Verify your account"))
            else:
                ok(base["placement"] == "suspect", "the lure without a trick is suspect", base["trust"])
            forms = list(trick(sender))
            ok(len(forms) >= 10, f"{len(forms)} forms of {trick.__name__}")
            for name, message in forms[::every]:
                verdict = box.why(message)
                ok(verdict["trust"] <= base["trust"] + ALLOWED and
                   RANK[verdict["placement"]] >= RANK[base["placement"]], f"{trick.__name__}, {sender.result}: {name}",
                   f"{verdict['placement']} {verdict['trust']}, not {base['placement']} {base['trust']}", codes(verdict))
    box.close()


def genuine():
    """What looks like a trick and is none costs no trust."""
    box = Box().learn()
    s = Sender("Brod & Salz <brief@brodundsalz.example>", "pass")
    def html(body, head="", subject="Our newsletter: bread"):
        return s.mail(f"<html><head>{head}</head><body>{body}</body></html>", more=LEAVE, subject=subject)
    text = f"<p>In this issue we look at bread, and at who bakes it.</p><p><a href=\"{s.home}/1\">Read more</a></p>"
    plain = box.why(html(text))
    narrow = "<style>.m{display:none}@media (max-width:500px){.m{display:block!important}.w{display:none!important}}</style>"
    german = text + "<p>Donau&shy;dampf&shy;schiff&shy;fahrts&shy;gesell&shy;schaft, Kunden&shy;konto</p>"
    for name, message in {
        "a line under the subject": html(f"<div style=\"display:none;max-height:0\">Bread, and more{'&zwnj;&nbsp;' * 90}</div>" + text),
        "blocks for narrow screens": html(f"<div class=w>{text}</div><div class=m>{text}</div>", narrow),
        "soft hyphens": html(german), "a headline of letters apart": html("<h1>N E W S</h1>" + text),
        "another such headline": html("<h1>S U M M E R &nbsp; B R E A D</h1>" + text),
        "full-width letters among Japanese": html(text + "<p>ＪＡＰＡＮのパンと\u3000ＢＲＥＡＤ\u3000２０２５年の本</p>"),
        "Russian among English": html(text + "<p>Хлеб и соль: у нас есть рецепт</p>"),
        "Greek among English": html(text + "<p>Ψωμί και αλάτι, μια ιστορία</p>"),
        "numbers and codes": html(text + "<p>Flour type 550, B2B, 4you, mp3, R2D2, co2, 1st of May, l1 and I5</p>"),
        "for Outlook": html("<!--[if mso]><table><tr><td><![endif]-->" + text + "<!--[if mso]></td></tr></table><![endif]-->"),
        "not for Outlook": html("<!--[if !mso]><!-->" + text + "<!--<![endif]-->"),
        "white on dark": html(f"<table bgcolor=\"#222222\"><tr><td style=\"color:#ffffff\">{text}</table>"),
        "a picture that counts": html(text + "<img src=\"https://brodundsalz.example/o.gif\" width=1 height=1>"),
        "both forms": s.mail("--B\n" + part("text/plain", f"In this issue we look at bread.\n{s.home}/1") + "--B\n" +
                             part("text/html", text) + "--B--\n", "multipart/alternative; boundary=B", LEAVE, "Our newsletter: bread"),
        "raised letters and signs": html(text + "<p>1ˢᵗ, 2ⁿᵈ, m², ™, №, e\u2011mail, 🅿️</p>"),
        "a long issue": html((text + f"<p>{MORE}</p>") * 20),
    }.items():
        verdict = box.why(message)
        ok(abs(verdict["trust"] - plain["trust"]) <= ALLOWED, "genuine: " + name, f"{verdict['trust']}, not {plain['trust']}",
           codes(verdict))
    friend = box.why(s.mail(TALK, "text/plain; charset=utf-8"))
    for name, body in ("letters apart", TALK + "\nY E A H !\n"), ("an initial", TALK + "\nJ. R. R. T.\n"), ("a list", TALK + "a b c\n"):
        verdict = box.why(s.mail(body, "text/plain; charset=utf-8"))
        ok(abs(verdict["trust"] - friend["trust"]) <= ALLOWED, "a friend: " + name, codes(verdict))
    box.close()


main(tricks, genuine)

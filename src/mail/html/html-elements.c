/* One table of element names, in the order of the alphabet. */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "html-elements.h"

struct row {
    const char *name;
    enum element element;
};

static const struct row rows[] = {
    { "a", ELEMENT_LINK },              { "address", ELEMENT_BLOCK },       { "area", ELEMENT_AREA },
    { "article", ELEMENT_BLOCK },       { "aside", ELEMENT_BLOCK },         { "audio", ELEMENT_UNSHOWN },
    { "bdo", ELEMENT_OVERRIDE },        { "blockquote", ELEMENT_BLOCK },    { "body", ELEMENT_BODY },
    { "br", ELEMENT_BLOCK },            { "button", ELEMENT_CELL },         { "canvas", ELEMENT_UNSHOWN },
    { "center", ELEMENT_BLOCK },        { "datalist", ELEMENT_UNSHOWN },    { "dd", ELEMENT_BLOCK },
    { "details", ELEMENT_DETAILS },     { "dialog", ELEMENT_DIALOG },       { "div", ELEMENT_BLOCK },
    { "dl", ELEMENT_BLOCK },            { "dt", ELEMENT_BLOCK },            { "fieldset", ELEMENT_BLOCK },
    { "figcaption", ELEMENT_BLOCK },    { "figure", ELEMENT_BLOCK },        { "font", ELEMENT_FONT },
    { "footer", ELEMENT_BLOCK },        { "form", ELEMENT_FORM },           { "h1", ELEMENT_BLOCK },
    { "h2", ELEMENT_BLOCK },            { "h3", ELEMENT_BLOCK },            { "h4", ELEMENT_BLOCK },
    { "h5", ELEMENT_BLOCK },            { "h6", ELEMENT_BLOCK },            { "header", ELEMENT_BLOCK },
    { "hr", ELEMENT_BLOCK },            { "iframe", ELEMENT_UNSHOWN },      { "img", ELEMENT_IMAGE },
    { "input", ELEMENT_INPUT },         { "li", ELEMENT_BLOCK },            { "main", ELEMENT_BLOCK },
    { "nav", ELEMENT_BLOCK },           { "noembed", ELEMENT_UNSHOWN },     { "noframes", ELEMENT_UNSHOWN },
    { "ol", ELEMENT_BLOCK },            { "p", ELEMENT_BLOCK },             { "pre", ELEMENT_BLOCK },
    { "script", ELEMENT_SCRIPT },       { "section", ELEMENT_BLOCK },       { "select", ELEMENT_INPUT },
    { "style", ELEMENT_STYLE },         { "summary", ELEMENT_SUMMARY },     { "table", ELEMENT_BLOCK },
    { "td", ELEMENT_CELL },             { "template", ELEMENT_SILENT },     { "textarea", ELEMENT_INPUT },
    { "th", ELEMENT_CELL },             { "title", ELEMENT_SILENT },        { "tr", ELEMENT_BLOCK },
    { "ul", ELEMENT_BLOCK },            { "video", ELEMENT_UNSHOWN },
};

static int compare(const void *name, const void *row)
{
    return strcmp(name, ((const struct row *)row)->name);
}

enum element element_of(const char *name)
{
    const struct row *row = bsearch(name, rows, G_N_ELEMENTS(rows), sizeof *rows, compare);
    return row ? row->element : ELEMENT_OTHER;
}
